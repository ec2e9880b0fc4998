// Whole months that count, the amount per place, and the sum for places above the provincial task.
#include "province/grants.hpp"

#include <algorithm>

namespace spreiding {
namespace {

// What the locations of a municipality come to.
struct Durable {
    Places submittable = 0;  ///< places that may be submitted as durable
    Places at_end = 0;       ///< of those, places still there on the last day of the two years
};

class Count {
  public:
    Count(const LocationList& list, CalendarDate day, const GrantSettings& reading)
        : list_(list), day_(day), reading_(reading) {}

    void count_places(std::vector<MunicipalGrant>& grants, std::vector<Durable>& durable,
                      CalendarDate end) const {
        const auto stay = stays_.until(end);
        for (std::size_t at = 0; at < periods_.size(); ++at) {
            const Location& location = list_.locations[at].location;
            MunicipalGrant& grant = grants[location.municipality];
            if (periods_[at].has(end)) grant.available += location.places;
            if (!periods_[at].has(day_)) continue;
            const bool is_durable = spreiding::is_durable(periods_[at], day_, reading_.five_years);
            const bool earns_special =
                is_special(location.kind) && (is_durable || !reading_.special_places_durable);
            if (earns_special) grant.special_places += location.places;
            if (!is_durable) continue;
            grant.durable_places += location.places;
            if (earns_special && !reading_.special_places_also_durable) continue;
            durable[location.municipality].submittable += location.places;
            if (periods_[at].from <= end) durable[location.municipality].at_end += stay[at];
        }
    }

    // A hand-over within a month loses nothing: whoever is there on the first day and still there
    // on the last, wherever, counts for the municipality of the first day.
    void count_months(std::vector<MunicipalGrant>& grants, CalendarDate start,
                      CalendarDate end) const {
        CalendarDate first = start.day == 1 ? start : first_of_next_month(start);
        for (; day_before(first_of_next_month(first)) <= end; first = first_of_next_month(first)) {
            const auto stay = stays_.until(day_before(first_of_next_month(first)));
            for (std::size_t at = 0; at < periods_.size(); ++at) {
                if (periods_[at].has(first))
                    grants[list_.locations[at].location.municipality].place_months += stay[at];
            }
        }
    }

  private:
    const LocationList& list_;
    CalendarDate day_;
    const GrantSettings& reading_;
    std::vector<CountedPeriod> periods_ = periods_of(list_, reading_.certainties);
    Stays stays_{list_, periods_};
};

// Regeling, articles 4 and 5.
void grant_per_place(MunicipalGrant& grant, Places indicative, const Durable& durable) {
    grant.special_euros = grant.special_places * euros_per_special_place;
    grant.above_share = std::max<Places>(0, grant.durable_places - indicative);
    grant.submitted = std::min(grant.above_share, durable.submittable);
    grant.excluded = std::min(grant.submitted, durable.at_end);
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
        surplus.excluded += grant.excluded;
        if (grant.met_decision.value_or(false)) surplus.place_months += grant.place_months;
    }
    const bool is_part = reading.excluded != Excluded::lessen_surplus;
    const Places counted = surplus.available - (is_part ? 0 : surplus.excluded);
    surplus.above = std::max<Places>(0, counted - surplus.threshold);
    surplus.surplus = surplus.above;
    if (reading.excluded == Excluded::lessen_payment)
        surplus.surplus = std::max<Places>(0, surplus.above - surplus.excluded);
    if (reading.excluded == Excluded::fill_threshold)
        surplus.surplus = std::min(surplus.above, surplus.available - surplus.excluded);
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
    std::vector<Durable> durable(municipalities.size());
    const Count count(list, day, reading);
    count.count_places(result.municipalities, durable, period_end);
    count.count_months(result.municipalities, period_start, period_end);
    for (std::size_t at = 0; at < municipalities.size(); ++at) {
        MunicipalGrant& grant = result.municipalities[at];
        grant_per_place(grant, municipalities[at].indicative, durable[at]);
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
