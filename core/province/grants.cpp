// Whole months that count, the amount per place, and the sum for places above the provincial task.
#include "province/grants.hpp"

#include <algorithm>

namespace spreiding {
namespace {

// Whole calendar months of the two years in which a location counts.
std::int64_t months_in(const PlacedLocation& placed, CalendarDate start, CalendarDate end) {
    std::int64_t months = 0;
    for (CalendarDate month = start; month <= end; month = first_of_next_month(month)) {
        const CalendarDate last = day_before(first_of_next_month(month));
        if (placed.counts_on(month) && placed.counts_on(last)) ++months;
    }
    return months;
}

void count_places(MunicipalGrant& grant, const PlacedLocation& placed, CalendarDate day,
                  Places& durable_submittable, const GrantSettings& reading) {
    const Location& location = placed.location;
    if (!placed.counts_on(day) || !reading.certainties.has(location.certainty)) return;
    const bool durable = is_durable(placed, day, reading.five_years);
    const bool special = is_special(location.kind);
    const bool earns_special = special && (durable || !reading.special_places_durable);
    if (earns_special) grant.special_places += location.places;
    if (durable) {
        grant.durable_places += location.places;
        if (!earns_special || reading.special_places_also_durable)
            durable_submittable += location.places;
    }
}

// Regeling, articles 4 and 5.
void grant_per_place(MunicipalGrant& grant, Places indicative, Places durable_submittable) {
    grant.special_euros = grant.special_places * euros_per_special_place;
    grant.above_share = std::max<Places>(0, grant.durable_places - indicative);
    grant.submitted = std::min(grant.above_share, durable_submittable);
    grant.euros_per_place = grant.submitted >= many_durable_places ? euros_per_durable_place
                                                                   : euros_per_durable_place_of_few;
    grant.durable_euros = grant.submitted * grant.euros_per_place;
}

// Wet 9, third paragraph; Regeling, the version of 15 May 2024.
void grant_surplus(Grants& result, Places task, const GrantSettings& reading) {
    SurplusGrant& surplus = result.surplus;
    surplus.task = task;
    surplus.threshold = surplus_threshold(task, reading.threshold);
    for (const MunicipalGrant& grant : result.municipalities) {
        surplus.available += grant.available;
        surplus.excluded += grant.submitted;
        if (grant.met_decision.value_or(false)) surplus.place_months += grant.place_months;
    }
    const Places counted = std::max<Places>(0, surplus.available - surplus.excluded);
    surplus.surplus =
        reading.excluded == Excluded::lessen_surplus
            ? std::max<Places>(0, counted - surplus.threshold)
            : std::min(counted, std::max<Places>(0, surplus.available - surplus.threshold));
    surplus.euros = surplus.surplus * euros_per_surplus_place;
    // 15 % of a multiple of 1,500 euro is a whole number of euros.
    surplus.to_province = surplus.euros * percent_to_province / 100;
    surplus.to_municipalities = surplus.euros - surplus.to_province;

    Euros parts = 0;
    for (MunicipalGrant& grant : result.municipalities) {
        if (!grant.met_decision.value_or(false) || surplus.place_months == 0) continue;
        const auto months = static_cast<Wide>(surplus.place_months);
        grant.surplus_numerator =
            static_cast<Wide>(surplus.to_municipalities) * static_cast<Wide>(grant.place_months);
        grant.surplus_euros =
            static_cast<Euros>((2 * grant.surplus_numerator + months) / (2 * months));
        parts += grant.surplus_euros;
    }
    surplus.rounding_difference = parts - surplus.to_municipalities;
}

}  // namespace

Places surplus_threshold(Places task, ThresholdRounding rounding) {
    const Places hundredths = task * percent_of_task;
    switch (rounding) {
        case ThresholdRounding::up:
            return (hundredths + 99) / 100;
        case ThresholdRounding::down:
            return hundredths / 100;
        case ThresholdRounding::half_up:
            break;
    }
    return (hundredths + 50) / 100;
}

Grants grants(const LocationList& list, std::span<const GrantMunicipality> municipalities,
              CalendarDate day, CalendarDate period_start, CalendarDate period_end, Places task,
              const GrantSettings& reading) {
    Grants result;
    result.municipalities.resize(municipalities.size());
    std::vector<Places> durable_submittable(municipalities.size());
    for (const PlacedLocation& placed : list.locations) {
        const Location& location = placed.location;
        MunicipalGrant& grant = result.municipalities[location.municipality];
        count_places(grant, placed, day, durable_submittable[location.municipality], reading);
        if (!reading.certainties.has(location.certainty)) continue;
        if (placed.counts_on(period_end)) grant.available += location.places;
        grant.place_months += location.places * months_in(placed, period_start, period_end);
    }
    for (std::size_t at = 0; at < municipalities.size(); ++at) {
        MunicipalGrant& grant = result.municipalities[at];
        grant_per_place(grant, municipalities[at].indicative, durable_submittable[at]);
        if (municipalities[at].decided)
            grant.met_decision = grant.available >= *municipalities[at].decided;
    }
    grant_surplus(result, task, reading);
    result.total = result.surplus.to_province;
    for (const MunicipalGrant& grant : result.municipalities)
        result.total += grant.total();
    return result;
}

}  // namespace spreiding
