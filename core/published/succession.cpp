// Follows the municipal changes from a printed row to the own list, and combines rows that merged.
#include "published/succession.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "values/text.hpp"

namespace spreiding {
namespace {

std::optional<std::size_t> position(const MunicipalityList& list, MunicipalityCode code) {
    const auto at = std::lower_bound(list.codes.begin(), list.codes.end(), code);
    if (at == list.codes.end() || *at != code) return std::nullopt;
    return static_cast<std::size_t>(at - list.codes.begin());
}

// The code by which the changes know it: printed, or of the one municipality of that name.
std::optional<MunicipalityCode> code_of(const PrintedRow& row,
                                        std::span<const MunicipalChange> changes) {
    if (row.code) return row.code;
    const std::string name = folded(row.name);
    std::optional<MunicipalityCode> found;
    const auto meet = [&](std::string_view other, MunicipalityCode code) {
        if (folded(other) != name) return true;
        if (found && *found != code) return false;
        found = code;
        return true;
    };
    for (const MunicipalChange& change : changes) {
        if (!meet(change.from_name, change.from) || !meet(change.into_name, change.into))
            return std::nullopt;
    }
    return found;
}

// Follows the changes until the list has what is met; one that ends elsewhere leads nowhere.
template <typename Next>
std::vector<std::size_t> reached(MunicipalityCode code, const MunicipalityList& list,
                                 std::span<const MunicipalChange> changes, Next next) {
    constexpr int most_steps = 10;
    std::vector<MunicipalityCode> open = {code};
    std::vector<std::size_t> found;
    for (int step = 0; step < most_steps && !open.empty(); ++step) {
        std::vector<MunicipalityCode> further;
        for (const MunicipalityCode current : open) {
            if (const auto at = position(list, current)) {
                if (std::find(found.begin(), found.end(), *at) == found.end()) found.push_back(*at);
                continue;
            }
            for (const MunicipalChange& change : changes) {
                if (const auto other = next(change, current)) further.push_back(*other);
            }
        }
        open = std::move(further);
    }
    return found;
}

}  // namespace

Succession succession_of(const PrintedRow& row, const MunicipalityList& list,
                         std::span<const MunicipalChange> changes) {
    const auto code = code_of(row, changes);
    if (!code) return {};
    using Code = std::optional<MunicipalityCode>;
    auto later = reached(*code, list, changes, [](const MunicipalChange& change, auto current) {
        return change.from == current ? Code(change.into) : Code();
    });
    if (!later.empty()) return {later.size() == 1 ? Fate::merged : Fate::divided, std::move(later)};
    auto earlier = reached(*code, list, changes, [](const MunicipalChange& change, auto current) {
        return change.into == current ? Code(change.from) : Code();
    });
    if (!earlier.empty()) return {Fate::formed, std::move(earlier)};
    return {};
}

PrintedTable combined(const PrintedTable& table, const MunicipalityList& list,
                      std::span<const MunicipalChange> changes, const std::string& file,
                      Findings& findings) {
    PrintedTable result;
    std::map<std::size_t, std::size_t> row_of;  // of a municipality, in the result
    for (const PrintedRow& row : table.rows) {
        std::optional<std::size_t> into = row.municipality;
        const bool is_part = row.level == Level::municipality && !row.municipality;
        if (is_part) {
            const Succession gone = succession_of(row, list, changes);
            if (gone.fate == Fate::merged) into = gone.municipalities.front();
        }
        if (!into || row.is_repeated) {
            result.rows.push_back(row);
            continue;
        }
        if (is_part) {
            findings.add({.code = FindingCode::municipality_merged,
                          .file = file,
                          .row = row.row,
                          .raw = std::string(row.name),
                          .about = std::string(list.names[*into])});
        }
        const auto [place, is_first] = row_of.emplace(*into, result.rows.size());
        if (is_first) {
            PrintedRow first = row;
            first.name = list.names[*into];
            first.code = list.codes[*into];
            first.municipality = into;
            first.province = list.provinces[*into];
            result.rows.push_back(first);
            continue;
        }
        PrintedRow& sum = result.rows[place->second];
        sum.places += row.places;
        sum.parts += row.parts;
        sum.minors =
            sum.minors && row.minors ? std::optional(*sum.minors + *row.minors) : std::nullopt;
    }
    return result;
}

}  // namespace spreiding
