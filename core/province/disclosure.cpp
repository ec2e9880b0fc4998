// Finds the sums in which a confidential location stands alone, on one day or between two days.
#include "province/disclosure.hpp"

#include <algorithm>
#include <optional>

namespace spreiding {
namespace {

// Adds the confidential locations that are counted alone in their cell on a day, or, with another
// day, that alone are counted on one of the two.
void add_lonely(const LocationList& list, CalendarDate day, std::optional<CalendarDate> other,
                std::vector<Disclosure>& disclosures) {
    struct Cell {
        std::size_t confidential = 0;
        std::size_t location = 0;
    };
    constexpr std::size_t cells_each = place_kinds * certainties;
    std::vector<Cell> cells(list.municipalities * cells_each);
    for (std::size_t at = 0; at < list.locations.size(); ++at) {
        const PlacedLocation& placed = list.locations[at];
        const Location& location = placed.location;
        const bool other_way = other && placed.counts_on(*other);
        if (location.is_public || placed.counts_on(day) == other_way) continue;
        Cell& cell = cells[location.municipality * cells_each +
                           static_cast<std::size_t>(location.kind) * certainties +
                           static_cast<std::size_t>(location.certainty)];
        ++cell.confidential;
        cell.location = at;
    }
    for (const Cell& cell : cells) {
        const auto is_known = [&](const Disclosure& one) { return one.location == cell.location; };
        if (cell.confidential != 1 ||
            std::any_of(disclosures.begin(), disclosures.end(), is_known)) {
            continue;
        }
        const Location& location = list.locations[cell.location].location;
        disclosures.push_back(
            {location.municipality, location.kind, location.certainty, cell.location});
    }
}

}  // namespace

std::vector<Disclosure> disclosures_on(const LocationList& list, CalendarDate day,
                                       std::span<const CalendarDate> others) {
    std::vector<Disclosure> disclosures;
    add_lonely(list, day, std::nullopt, disclosures);
    for (const CalendarDate other : others)
        add_lonely(list, day, other, disclosures);
    return disclosures;
}

}  // namespace spreiding
