// Finds a municipality or province by typed text; else the names with the fewest letters to change.
#include "tables/nearest.hpp"

#include <algorithm>
#include <utility>

#include "tables/tables.hpp"
#include "values/order.hpp"
#include "values/text.hpp"

namespace spreiding {
namespace {

constexpr std::size_t most_named = 5;

std::string nearest_provinces(std::span<const std::string> provinces, std::string_view typed) {
    constexpr std::size_t longest = 100;  // longer is no name, and would take long to compare
    const std::string wanted = folded(beginning(typed, longest));
    std::vector<std::pair<std::size_t, std::size_t>> order(provinces.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = {letters_to_change(wanted, folded(provinces[i]), true), i};
    put_in_order(order);
    std::string text;
    for (std::size_t i = 0; i < std::min(most_named, order.size()); ++i)
        text += (i > 0 ? ", " : "") + provinces[order[i].second];
    return text;
}

}  // namespace

std::vector<NamedMunicipality> named(const MunicipalityList& list) {
    std::vector<NamedMunicipality> all;
    all.reserve(list.size());
    for (std::size_t i = 0; i < list.size(); ++i)
        all.push_back({list.codes[i], list.names[i], list.provinces[i]});
    return all;
}

MunicipalityList without_figures(const MunicipalityNames& names) {
    MunicipalityList list;
    for (const NamedMunicipality& municipality : names.list()) {
        list.codes.push_back(municipality.code);
        list.names.push_back(municipality.name);
        list.provinces.push_back(municipality.province);
    }
    return list;
}

// Where a code stands in the list.
static std::optional<std::size_t> position_of(const MunicipalityList& list, MunicipalityCode code) {
    const auto at = std::lower_bound(list.codes.begin(), list.codes.end(), code);
    if (at == list.codes.end() || *at != code) return std::nullopt;
    return static_cast<std::size_t>(at - list.codes.begin());
}

std::optional<std::size_t> find_municipality(const MunicipalityList& list, std::string_view typed,
                                             Findings& findings) {
    if (const auto code = read_code(typed)) {
        if (const auto at = position_of(list, *code)) return at;
    }
    const MunicipalityNames names(named(list));
    const NameMatch match = names.find(typed);
    if (match.municipality != nullptr) return position_of(list, match.municipality->code);
    findings.add({.code = match.is_ambiguous ? FindingCode::municipality_ambiguous
                                             : FindingCode::municipality_unknown,
                  .raw = std::string(typed),
                  .about = match.is_ambiguous ? names.candidates(typed)
                                              : listed(names.nearest(typed, most_named))});
    return std::nullopt;
}

std::optional<std::size_t> find_province_by_name(std::span<const std::string> provinces,
                                                 std::string_view typed, Findings& findings) {
    if (const auto found = find_province(typed, provinces)) return found;
    findings.add({.code = FindingCode::province_not_found,
                  .raw = std::string(typed),
                  .about = nearest_provinces(provinces, typed)});
    return std::nullopt;
}

}  // namespace spreiding
