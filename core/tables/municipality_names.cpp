// Looks up names in any usual spelling, by the suffixes of CBS and the customary names.
#include "tables/municipality_names.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "values/text.hpp"

namespace spreiding {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// Official and customary names side by side, folded; each stands for the other.
constexpr std::array other_names = std::to_array<Pair>({
    {"sgravenhage", "denhaag"},
    {"sgravenhage", "thehague"},
    {"shertogenbosch", "denbosch"},
    {"defryskemarren", "defriesemeren"},
    {"defryskemarren", "fryskemarren"},
    {"noardeastfryslan", "noordoostfriesland"},
    {"sudwestfryslan", "zuidwestfriesland"},
    {"tytsjerksteradiel", "tietjerksteradeel"},
    {"dantumadiel", "dantumadeel"},
    {"nuenengerwenennederwetten", "nuenen"},
    {"nuenengerwenennederwetten", "nuenenca"},
    {"nuenengerwenennederwetten", "nuenencagerwenennederwetten"},
    {"leeuwarden", "ljouwert"},
});

// The suffixes of CBS, with the province that they abbreviate.
constexpr std::array suffixes = std::to_array<Pair>({
    {"nh", "noordholland"},
    {"zh", "zuidholland"},
    {"o", "overijssel"},
    {"l", "limburg"},
    {"z", "zeeland"},
    {"gld", "gelderland"},
});

// `Hengelo (O.)` as `Hengelo` and `O.`; the second is empty where there is no suffix.
std::pair<std::string_view, std::string_view> without_suffix(std::string_view name) {
    name = trimmed(name);
    const std::size_t opened = name.rfind('(');
    if (opened == std::string_view::npos || opened == 0 || !name.ends_with(')')) return {name, {}};
    return {trimmed(name.substr(0, opened)), name.substr(opened + 1, name.size() - opened - 2)};
}

std::vector<std::string> spellings_of_name(std::string_view name) {
    std::vector<std::string> spellings = {folded(name)};
    const auto [bare, suffix] = without_suffix(name);
    if (!suffix.empty()) {
        spellings.push_back(folded(bare));
        const std::string abbreviation = folded(suffix);
        for (const auto& [shorter, longer] : suffixes) {
            if (shorter == abbreviation) spellings.push_back(folded(bare) + std::string(longer));
        }
    }
    const std::string own = folded(bare);
    for (const auto& [official, other] : other_names) {
        if (own == official) spellings.emplace_back(other);
        if (own == other) spellings.emplace_back(official);
    }
    return spellings;
}

}  // namespace

MunicipalityNames::MunicipalityNames(std::vector<NamedMunicipality> municipalities)
    : municipalities_(std::move(municipalities)) {
    std::sort(municipalities_.begin(), municipalities_.end(),
              [](const auto& one, const auto& two) { return one.code < two.code; });
    by_number_.resize(10'000);
    for (std::uint32_t at = 0; at < municipalities_.size(); ++at) {
        const MunicipalityCode code = municipalities_[at].code;
        const bool is_first = at == 0 || municipalities_[at - 1].code != code;
        if (code.digits() == 4 && is_first) by_number_[code.number()] = at + 1;
        for (std::string& spelling : spellings_of_name(municipalities_[at].name)) {
            spellings_.push_back({std::move(spelling), at});
        }
    }
    std::sort(spellings_.begin(), spellings_.end(), [](const Spelling& one, const Spelling& two) {
        return one.folded != two.folded ? one.folded < two.folded
                                        : one.municipality < two.municipality;
    });
    const auto same = [](const Spelling& one, const Spelling& two) {
        return one.folded == two.folded && one.municipality == two.municipality;
    };
    spellings_.erase(std::unique(spellings_.begin(), spellings_.end(), same), spellings_.end());
}

const NamedMunicipality* MunicipalityNames::find(MunicipalityCode code) const {
    if (code.digits() == 4 && !by_number_.empty()) {
        const std::uint32_t place = by_number_[code.number()];
        return place == 0 ? nullptr : &municipalities_[place - 1];
    }
    const auto at = std::lower_bound(municipalities_.begin(), municipalities_.end(), code,
                                     [](const NamedMunicipality& known, MunicipalityCode wanted) {
                                         return known.code < wanted;
                                     });
    return at != municipalities_.end() && at->code == code ? &*at : nullptr;
}

std::span<const MunicipalityNames::Spelling> MunicipalityNames::spellings_of(
    std::string_view name) const {
    constexpr std::string_view prefix = "gemeente";
    const auto range = [&](std::string_view spelling) -> std::span<const Spelling> {
        const auto begin = std::lower_bound(
            spellings_.begin(), spellings_.end(), spelling,
            [](const Spelling& known, std::string_view wanted) { return known.folded < wanted; });
        auto end = begin;
        while (end != spellings_.end() && end->folded == spelling)
            ++end;
        return {spellings_.data() + (begin - spellings_.begin()),
                static_cast<std::size_t>(end - begin)};
    };
    const std::string spelling = folded(name);
    const auto whole = range(spelling);
    if (!whole.empty() || !spelling.starts_with(prefix)) return whole;
    return range(std::string_view(spelling).substr(prefix.size()));
}

NameMatch MunicipalityNames::find(std::string_view name) const {
    const auto all = spellings_of(name);
    if (all.size() != 1) return {nullptr, all.size() > 1};
    return {&municipalities_[all.front().municipality], false};
}

NameMatch MunicipalityNames::find(std::string_view name, std::uint16_t province) const {
    NameMatch match;
    for (const Spelling& spelling : spellings_of(name)) {
        const NamedMunicipality& municipality = municipalities_[spelling.municipality];
        if (municipality.province != province) continue;
        if (match.municipality != nullptr) return {nullptr, true};
        match.municipality = &municipality;
    }
    return match;
}

std::string MunicipalityNames::candidates(std::string_view name) const {
    std::string names;
    for (const Spelling& spelling : spellings_of(name)) {
        if (!names.empty()) names += ", ";
        names += municipalities_[spelling.municipality].name;
    }
    return names;
}

bool MunicipalityNames::is_name_of(std::string_view name, MunicipalityCode code) const {
    for (const Spelling& spelling : spellings_of(name)) {
        if (municipalities_[spelling.municipality].code == code) return true;
    }
    return false;
}

bool is_name_of_other_region(std::string_view name) {
    constexpr std::array<std::string_view, 4> kinds = {"(PV)", "(LD)", "(CR)", "(CP)"};
    name = trimmed(name);
    if (name == "Nederland") return true;
    const auto ends = [&](std::string_view kind) { return name.ends_with(kind); };
    if (std::any_of(kinds.begin(), kinds.end(), ends)) return true;
    return name.size() > 7 && name.starts_with("Wijk ") && name[5] >= '0' && name[5] <= '9' &&
           name[6] >= '0' && name[6] <= '9';
}

}  // namespace spreiding
