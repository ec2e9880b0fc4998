// Counts, per municipality, the places that are still there on the last day that matters.
#include "province/decision.hpp"

#include <algorithm>

namespace spreiding {
namespace {

// How many of each location's places are still there on the last day, in whatever location.
std::vector<Places> staying(const LocationList& list, const DecisionSettings& reading) {
    std::vector<Places> stay(list.locations.size(), 0);
    for (const std::size_t at : latest_first(list)) {
        const PlacedLocation& placed = list.locations[at];
        if (!placed.counts || !reading.certainties.has(placed.location.certainty)) continue;
        Places taken_over = placed.location.places;
        if (reading.until && placed.counts_until && *placed.counts_until < *reading.until) {
            taken_over = 0;
            for (const std::size_t next : placed.continued_by) {
                if (list.locations[next].location.from <= day_after(*placed.counts_until))
                    taken_over += stay[next];
            }
        }
        stay[at] = std::min(placed.location.places, taken_over);
    }
    return stay;
}

}  // namespace

std::vector<DecisionCount> counts_towards_decision(const LocationList& list, CalendarDate day,
                                                   const DecisionSettings& reading) {
    const std::vector<Places> stay = staying(list, reading);
    std::vector<DecisionCount> counts(list.municipalities);
    for (std::size_t at = 0; at < list.locations.size(); ++at) {
        const PlacedLocation& placed = list.locations[at];
        if (!placed.counts_on(day)) continue;
        counts[placed.location.municipality]
            .places[static_cast<std::size_t>(placed.location.kind)] += stay[at];
    }
    return counts;
}

}  // namespace spreiding
