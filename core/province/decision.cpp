// Counts, per municipality, the places that are still there on the last day that matters.
#include "province/decision.hpp"

namespace spreiding {

std::vector<DecisionCount> counts_towards_decision(const LocationList& list, CalendarDate day,
                                                   const DecisionSettings& reading) {
    const auto periods = periods_of(list, reading.certainties);
    const auto stay = Stays(list, periods).until(reading.until.value_or(day));
    std::vector<DecisionCount> counts(list.municipalities);
    for (std::size_t at = 0; at < list.locations.size(); ++at) {
        if (!periods[at].has(day)) continue;
        const Location& location = list.locations[at].location;
        counts[location.municipality].places[static_cast<std::size_t>(location.kind)] += stay[at];
    }
    return counts;
}

}  // namespace spreiding
