#include "decision.hpp"

#include <algorithm>

namespace spreiding {
namespace {

// How many of a location's places are still there on the last day, in whatever location. A chain
// has no circles, so this ends.
Places staying(const LocationList& list, std::size_t at, const DecisionReading& reading) {
    const PlacedLocation& placed = list.locations[at];
    if (!placed.counts || !reading.certainties.has(placed.location.certainty)) return 0;
    if (!reading.until || !placed.counts_until || *placed.counts_until >= *reading.until)
        return placed.location.places;
    Places taken_over = 0;
    for (const std::size_t next : placed.continued_by) {
        if (list.locations[next].location.from <= day_after(*placed.counts_until))
            taken_over += staying(list, next, reading);
    }
    return std::min(placed.location.places, taken_over);
}

}  // namespace

std::vector<DecisionCount> counts_towards_decision(const LocationList& list, CalendarDate day,
                                                   const DecisionReading& reading) {
    std::vector<DecisionCount> counts(list.municipalities);
    for (std::size_t at = 0; at < list.locations.size(); ++at) {
        const PlacedLocation& placed = list.locations[at];
        if (!placed.counts_on(day)) continue;
        counts[placed.location.municipality]
            .places[static_cast<std::size_t>(placed.location.kind)] += staying(list, at, reading);
    }
    return counts;
}

}  // namespace spreiding
