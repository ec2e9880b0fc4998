// Which locations take part in the deduction, and the minimum that a municipality has to reach.
#include "province/deduction.hpp"

#include <algorithm>

namespace spreiding {
namespace {

// Places that count, of each location: none twice.
std::vector<Places> counted_places(const LocationList& list, CalendarDate day,
                                   const DeductionSettings& reading) {
    const auto periods = periods_of(list, reading.certainties, months_later(day, 12));
    std::vector<std::uint8_t> takes_part;
    for (const CountedPeriod& period : periods) {
        const bool is_over = period.until && *period.until < day;
        takes_part.push_back(!is_over && is_durable(period, day, reading.five_years));
    }
    const auto former = nearest_former(list, takes_part);
    const std::vector<std::size_t> order = latest_first(list);
    std::vector<Places> counted(periods.size());
    std::vector<Places> to_hand_over(periods.size());
    for (auto at = order.rbegin(); at != order.rend(); ++at) {
        if (takes_part[*at] == 0) continue;
        const Places places = list.locations[*at].location.places;
        Places taken_over = 0;
        if (former[*at]) {
            Places& left = to_hand_over[*former[*at]];
            taken_over = std::min(left, places);
            left -= taken_over;
        }
        counted[*at] = places - taken_over;
        to_hand_over[*at] = places;
    }
    return counted;
}

// What a municipality's durable places come to after the minimum of article 3.1.
void apply_minimum(MunicipalDeduction& municipality, bool special_places_together) {
    const Places special_places = municipality.durable[1] + municipality.durable[2];
    for (std::size_t kind = 0; kind < place_kinds; ++kind) {
        const Places own = municipality.durable[kind];
        const bool special = is_special(static_cast<PlaceKind>(kind));
        const Places measured = special && special_places_together ? special_places : own;
        const Places least = special ? least_special_places : least_regular_places;
        municipality.deducted[kind] = measured >= least ? own : 0;
    }
}

}  // namespace

Deduction deduct(const LocationList& list, CalendarDate day, const DeductionSettings& reading) {
    Deduction deduction;
    deduction.municipalities.resize(list.municipalities);
    deduction.counted = counted_places(list, day, reading);
    for (std::size_t at = 0; at < list.locations.size(); ++at) {
        const Location& location = list.locations[at].location;
        deduction.municipalities[location.municipality]
            .durable[static_cast<std::size_t>(location.kind)] += deduction.counted[at];
    }
    for (MunicipalDeduction& municipality : deduction.municipalities) {
        apply_minimum(municipality, reading.special_places_together);
        deduction.total += municipality.total();
        deduction.minors += municipality.deducted[static_cast<std::size_t>(PlaceKind::minors)];
    }
    return deduction;
}

}  // namespace spreiding
