// Which locations take part in the deduction, and the minimum that a municipality has to reach.
#include "province/deduction.hpp"

namespace spreiding {
namespace {

bool takes_part(const PlacedLocation& placed, CalendarDate day, const DeductionSettings& reading) {
    return reading.certainties.has(placed.location.certainty) &&
           placed.location.from <= months_later(day, 12) &&
           (!placed.counts_until || day <= *placed.counts_until) &&
           is_durable(placed, day, reading.five_years);
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
    for (const PlacedLocation& placed : list.locations)
        deduction.takes_part.push_back(takes_part(placed, day, reading) ? 1 : 0);
    // Whether the location itself or one that continues it, through others or not, takes part.
    std::vector<std::uint8_t> has_part = deduction.takes_part;
    for (const std::size_t at : latest_first(list)) {
        for (const std::size_t later : list.locations[at].continued_by) {
            if (has_part[later] == 0) continue;
            has_part[at] = 1;
            deduction.takes_part[at] = 0;
        }
    }
    for (std::size_t at = 0; at < list.locations.size(); ++at) {
        if (deduction.takes_part[at] == 0) continue;
        const Location& location = list.locations[at].location;
        deduction.municipalities[location.municipality]
            .durable[static_cast<std::size_t>(location.kind)] += location.places;
    }
    for (MunicipalDeduction& municipality : deduction.municipalities) {
        apply_minimum(municipality, reading.special_places_together);
        deduction.total += municipality.total();
        deduction.minors += municipality.deducted[static_cast<std::size_t>(PlaceKind::minors)];
    }
    return deduction;
}

}  // namespace spreiding
