// Finds a municipality or province by typed text; else the names with the fewest letters to change.
#include "tables/nearest.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "tables/tables.hpp"
#include "values/text.hpp"

namespace spreiding {
namespace {

// How many letters must be put in, left out or changed to make one word of the other, where what
// was typed may end early: "alphen" is as near to "alphenaandenrijn" as a beginning can be.
std::size_t distance_to_beginning(std::string_view typed, std::string_view name) {
    std::vector<std::size_t> row(name.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= typed.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= name.size(); ++j) {
            const std::size_t changed = diagonal + (typed[i - 1] == name[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return *std::min_element(row.begin(), row.end());
}

template <typename NameOf>
std::string nearest(std::size_t size, std::string_view typed, NameOf name_of) {
    constexpr std::size_t most_named = 5;
    constexpr std::size_t longest = 100;  // longer is no name, and would take long to compare
    const std::string wanted(beginning(typed, longest));
    std::vector<std::pair<std::size_t, std::size_t>> order(size);
    for (std::size_t i = 0; i < size; ++i) {
        order[i] = {distance_to_beginning(wanted, beginning(folded(name_of(i)), longest)), i};
    }
    const std::size_t named = std::min(most_named, size);
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(named),
                      order.end());
    std::string text;
    for (std::size_t i = 0; i < named; ++i) {
        if (i > 0) text += ", ";
        text += name_of(order[i].second);
    }
    return text;
}

std::string_view without_brackets(std::string_view name) {
    return trimmed(name.substr(0, name.find('(')));
}

}  // namespace

std::vector<NamedMunicipality> named(const MunicipalityList& list) {
    std::vector<NamedMunicipality> all;
    all.reserve(list.size());
    for (std::size_t i = 0; i < list.size(); ++i)
        all.push_back({list.codes[i], list.names[i], list.provinces[i]});
    return all;
}

std::optional<std::size_t> find_municipality(const MunicipalityList& list, std::string_view typed,
                                             Findings& findings) {
    const std::string spelling = folded(typed);
    if (const auto code = read_code(typed)) {
        const auto at = std::lower_bound(list.codes.begin(), list.codes.end(), *code);
        if (at != list.codes.end() && *at == *code) {
            return static_cast<std::size_t>(at - list.codes.begin());
        }
    }
    std::vector<std::size_t> bearing;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (folded(list.names[i]) == spelling) return i;
        if (folded(without_brackets(list.names[i])) == spelling) bearing.push_back(i);
    }
    if (bearing.size() == 1) return bearing.front();
    if (bearing.empty()) {
        const MunicipalityNames names(named(list));
        if (const NamedMunicipality* found = names.find(typed).municipality) {
            const auto at = std::lower_bound(list.codes.begin(), list.codes.end(), found->code);
            return static_cast<std::size_t>(at - list.codes.begin());
        }
    }
    const bool ambiguous = !bearing.empty();
    const auto name_of = [&](std::size_t i) {
        return std::string(list.names[ambiguous ? bearing[i] : i]);
    };
    findings.add({.code = ambiguous ? FindingCode::municipality_ambiguous
                                    : FindingCode::municipality_unknown,
                  .raw = std::string(typed),
                  .about = nearest(ambiguous ? bearing.size() : list.size(), spelling, name_of)});
    return std::nullopt;
}

std::optional<std::size_t> find_province_by_name(std::span<const std::string> provinces,
                                                 std::string_view typed, Findings& findings) {
    if (const auto found = find_province(typed, provinces)) return found;
    findings.add({.code = FindingCode::province_not_found,
                  .raw = std::string(typed),
                  .about = nearest(provinces.size(), folded(typed),
                                   [&](std::size_t i) { return provinces[i]; })});
    return std::nullopt;
}

}  // namespace spreiding
