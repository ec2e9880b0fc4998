// Which municipalities are meant by names as people type them.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "service/contract/recognition.hpp"
#include "service/former_municipalities.hpp"
#include "service/operations.hpp"
#include "service/reading.hpp"
#include "service/response.hpp"
#include "values/text.hpp"

namespace spreiding::service {
namespace {

struct Typed {
    std::string text;
    std::optional<std::string> province;
};

using contract::FoundMunicipality;
using contract::HowFound;

class Finder {
  public:
    Finder(const MunicipalityNames& names, const FormerMunicipalities* former,
           const std::vector<std::string>& provinces, std::size_t most)
        : names_(names), former_(former), provinces_(provinces), most_(most) {}

    FoundMunicipality find(const Typed& typed) const {
        FoundMunicipality found = find_as_it_is(typed);
        auto& nearest = found.nearest = names_.holding(typed.text, most_);
        if (found.municipalities.empty()) {
            found.proposals = names_.meant(typed.text);
            if (nearest.empty()) nearest = names_.nearest(typed.text, most_);
        }
        std::erase_if(nearest, [&](const NamedMunicipality* one) {
            const auto& known = found.municipalities;
            return std::find(known.begin(), known.end(), one) != known.end();
        });
        return found;
    }

  private:
    FoundMunicipality found(const Typed& typed, HowFound how = HowFound::none,
                            FoundMunicipality::Several municipalities = {}) const {
        return {provinces_, typed.text, how, std::move(municipalities)};
    }

    FoundMunicipality find_as_it_is(const Typed& typed) const {
        if (const auto code = read_code(typed.text)) {
            if (const NamedMunicipality* known = names_.find(*code))
                return found(typed, HowFound::exact, {known});
            const NamedMunicipality* ended =
                former_ == nullptr ? nullptr : former_->names().find(*code);
            return ended == nullptr ? found(typed) : successors_of(typed, *ended);
        }
        const auto province =
            typed.province ? find_province(*typed.province, provinces_) : std::nullopt;
        const auto fitting = names_.all(typed.text);
        if (province && !fitting.empty()) {
            const NameMatch there = names_.find(typed.text, static_cast<std::uint16_t>(*province));
            if (there.municipality != nullptr)
                return found(typed, HowFound::exact, {there.municipality});
            return found(typed,
                         there.is_ambiguous ? HowFound::ambiguous : HowFound::province_differs,
                         fitting);
        }
        if (!fitting.empty()) {
            return found(typed, fitting.size() == 1 ? HowFound::exact : HowFound::ambiguous,
                         fitting);
        }
        if (former_ == nullptr) return found(typed);
        const NamedMunicipality* ended = former_->names().find(typed.text).municipality;
        return ended == nullptr ? found(typed) : successors_of(typed, *ended);
    }

    FoundMunicipality successors_of(const Typed& typed, const NamedMunicipality& ended) const {
        FoundMunicipality became = found(typed, HowFound::former);
        became.former = std::string(ended.name);
        for (const MunicipalityCode code : former_->successors(ended.code))
            became.municipalities.push_back(names_.find(code));
        return became;
    }

    const MunicipalityNames& names_;
    const FormerMunicipalities* former_;
    const std::vector<std::string>& provinces_;
    std::size_t most_;
};

}  // namespace

Response find_municipalities(Parameters& parameters, const Files& files) {
    const std::string list = parameters.text("municipalities");
    const std::vector<std::string> provinces = read_provinces(parameters);
    const auto changes = parameters.text_if_any("changes");
    const std::int64_t most = parameters.whole("most").value_or(8);
    const bool with_spellings = parameters.flag("spellings");
    std::vector<Typed> typed;
    parameters.each("names", [&](const Parameters& given, std::size_t) {
        typed.push_back({given.text("text"), given.text_if_any("province")});
    });
    if (parameters.error()) return refuse(*parameters.error());
    if (!files.contains(list)) return refuse({"file_not_given", list});
    if (changes && !files.contains(*changes)) return refuse({"file_not_given", *changes});

    Findings findings;
    OpenFiles open_files(files, findings);
    const PopulationTable round = known_population(open_files, list, provinces);
    const MunicipalityNames names(municipalities_of(round), provinces);
    std::optional<FormerMunicipalities> former;
    const MergeRequest merge{changes.value_or("")};
    if (changes) former.emplace(open_files, merge, names);
    const Finder finder(names, former ? &*former : nullptr, provinces,
                        static_cast<std::size_t>(most));
    contract::FindMunicipalitiesResult result;
    for (const Typed& one : typed)
        result.found.push_back(finder.find(one));
    if (with_spellings) {
        for (const NamedMunicipality& one : names.list())
            result.spellings.push_back({one.name, names.spellings_of(one)});
        for (const std::string& province : provinces) {
            if (folded(province) == "fryslan")
                result.spellings.push_back({province, {"fryslan", "friesland"}});
        }
    }
    return answer(result, findings);
}

}  // namespace spreiding::service
