#include "disclosure.hpp"

#include <array>
#include <optional>

namespace spreiding {

std::vector<Disclosure> disclosures_on(const LocationList& list, CalendarDate day) {
    struct Cell {
        std::size_t confidential = 0;
        std::size_t location = 0;
    };
    using Cells = std::array<std::array<Cell, certainties>, place_kinds>;
    std::vector<Cells> cells(list.municipalities);
    for (std::size_t at = 0; at < list.locations.size(); ++at) {
        const Location& location = list.locations[at].location;
        if (location.is_public || !list.locations[at].counts_on(day)) continue;
        Cell& cell = cells[location.municipality][static_cast<std::size_t>(location.kind)]
                          [static_cast<std::size_t>(location.certainty)];
        ++cell.confidential;
        cell.location = at;
    }
    std::vector<Disclosure> disclosures;
    for (std::size_t municipality = 0; municipality < cells.size(); ++municipality) {
        for (std::size_t kind = 0; kind < place_kinds; ++kind) {
            for (std::size_t certainty = 0; certainty < certainties; ++certainty) {
                const Cell& cell = cells[municipality][kind][certainty];
                if (cell.confidential != 1) continue;
                disclosures.push_back({municipality, static_cast<PlaceKind>(kind),
                                       static_cast<Certainty>(certainty), cell.location});
            }
        }
    }
    return disclosures;
}

}  // namespace spreiding
