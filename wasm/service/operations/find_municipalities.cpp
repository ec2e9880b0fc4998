// Which municipalities are meant by names as people type them.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "service/former_municipalities.hpp"
#include "service/lists.hpp"
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

struct Found {
    std::string_view how = "none";
    std::vector<const NamedMunicipality*> municipalities{};
    std::optional<std::string> former{};
};

class Finder {
  public:
    Finder(const MunicipalityNames& names, const FormerMunicipalities* former,
           const std::vector<std::string>& provinces, std::size_t most)
        : names_(names), former_(former), provinces_(provinces), most_(most) {}

    void write(JsonWriter& json, const Typed& typed) const {
        const Found found = find(typed);
        std::vector<const NamedMunicipality*> meant;
        std::vector<const NamedMunicipality*> nearest = names_.holding(typed.text, most_);
        if (found.municipalities.empty()) meant = names_.meant(typed.text);
        if (nearest.empty() && found.municipalities.empty())
            nearest = names_.nearest(typed.text, most_);
        json.begin_object();
        json.name("text").text(typed.text);
        json.name("how").text(found.how);
        json.name("municipalities");
        write_all(json, found.municipalities, {});
        json.name("former").text_or_null(found.former);
        json.name("nearest");
        write_all(json, nearest, found.municipalities);
        json.name("proposals");
        write_all(json, meant, {});
        json.end_object();
    }

  private:
    Found find(const Typed& typed) const {
        if (const auto code = read_code(typed.text)) {
            if (const NamedMunicipality* known = names_.find(*code)) return {"exact", {known}};
            const NamedMunicipality* ended =
                former_ == nullptr ? nullptr : former_->names().find(*code);
            return ended == nullptr ? Found{} : successors_of(*ended);
        }
        const auto province =
            typed.province ? find_province(*typed.province, provinces_) : std::nullopt;
        const auto fitting = names_.all(typed.text);
        if (province && !fitting.empty()) {
            const NameMatch there = names_.find(typed.text, static_cast<std::uint16_t>(*province));
            if (there.municipality != nullptr) return {"exact", {there.municipality}};
            return {there.is_ambiguous ? "ambiguous" : "province_differs", fitting};
        }
        if (!fitting.empty()) return {fitting.size() == 1 ? "exact" : "ambiguous", fitting};
        if (former_ == nullptr) return {};
        const NamedMunicipality* ended = former_->names().find(typed.text).municipality;
        return ended == nullptr ? Found{} : successors_of(*ended);
    }

    Found successors_of(const NamedMunicipality& ended) const {
        Found found{.how = "former", .former = std::string(ended.name)};
        for (const MunicipalityCode code : former_->successors(ended.code))
            found.municipalities.push_back(names_.find(code));
        return found;
    }

    void write_all(JsonWriter& json, const std::vector<const NamedMunicipality*>& municipalities,
                   const std::vector<const NamedMunicipality*>& without) const {
        json.begin_array();
        for (const NamedMunicipality* one : municipalities) {
            if (std::find(without.begin(), without.end(), one) != without.end()) continue;
            json.begin_object();
            json.name("code").text(one->code.text());
            json.name("name").text(one->name);
            json.name("province")
                .text(one->province < provinces_.size() ? provinces_[one->province] : "");
            json.end_object();
        }
        json.end_array();
    }

    const MunicipalityNames& names_;
    const FormerMunicipalities* former_;
    const std::vector<std::string>& provinces_;
    std::size_t most_;
};

void write_spellings(JsonWriter& json, std::string_view name,
                     const std::vector<std::string_view>& spellings) {
    json.begin_object();
    json.name("name").text(name);
    json.name("spellings").begin_array();
    for (const std::string_view spelling : spellings)
        json.text(spelling);
    json.end_array();
    json.end_object();
}

}  // namespace

Response find_municipalities(Parameters& parameters, const Files& files) {
    const auto list = parameters.text("municipalities");
    const std::vector<std::string> provinces = read_provinces(parameters);
    const bool has_changes = parameters.find("changes") != nullptr;
    const auto changes = has_changes ? parameters.text("changes") : std::nullopt;
    const std::int64_t most = whole_within_or_none(parameters, "most", 0, 1'000).value_or(8);
    const bool with_spellings = parameters.flag("spellings");
    std::vector<Typed> typed;
    each_object(parameters, "names", 10'000, [&](Parameters& given, std::size_t) {
        const auto text = given.text("text");
        const bool says_province = given.find("province") != nullptr;
        typed.push_back({text.value_or(""), says_province ? given.text("province") : std::nullopt});
    });
    if (parameters.error()) return refuse(*parameters.error());
    if (!files.contains(*list)) return refuse({"file_not_given", *list});
    if (changes && !files.contains(*changes)) return refuse({"file_not_given", *changes});

    Findings findings;
    OpenFiles open_files(files, findings);
    const PopulationTable round = known_population(open_files, *list, provinces);
    const MunicipalityNames names(municipalities_of(round), provinces);
    std::optional<FormerMunicipalities> former;
    const MergeRequest merge{changes.value_or("")};
    if (changes) former.emplace(open_files, merge, names);
    const Finder finder(names, former ? &*former : nullptr, provinces,
                        static_cast<std::size_t>(most));
    JsonWriter json = accepted();
    json.begin_object();
    json.name("found").begin_array();
    for (const Typed& one : typed)
        finder.write(json, one);
    json.end_array();
    json.name("spellings").begin_array();
    if (with_spellings) {
        for (const NamedMunicipality& one : names.list())
            write_spellings(json, one.name, names.spellings_of(one));
        for (const std::string& province : provinces) {
            const std::string own = folded(province);
            if (own == "fryslan") write_spellings(json, province, {own, "friesland"});
        }
    }
    json.end_array();
    json.end_object();
    return finish(std::move(json), findings);
}

}  // namespace spreiding::service
