// Test C: the specific grants (specifieke uitkeringen). Which place earns money? It never says what
// is deducted from the provincial task, nor what counts towards a decision.
//
// Wet gemeentelijke taak mogelijk maken asielopvangvoorzieningen, article 9:
// https://wetten.overheid.nl/BWBR0049307/2024-01-31#Hoofdstuk4_Artikel9
// Regeling specifieke uitkeringen, articles 3 to 9, version of 15 May 2024:
// https://wetten.overheid.nl/BWBR0049320/2024-05-15
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "province/places.hpp"

namespace spreiding {

using Euros = std::int64_t;

/// Amounts of the Regeling, version of 15 May 2024.
constexpr Euros euros_per_special_place = 2'000;
constexpr Euros euros_per_durable_place = 2'000;
constexpr Euros euros_per_durable_place_of_few = 1'000;
constexpr Places many_durable_places = 100;
constexpr Euros euros_per_surplus_place = 1'500;
constexpr int percent_of_task = 75;
constexpr int percent_to_province = 15;

/// How 75 % of a provincial task is rounded: the text does not say.
enum class ThresholdRounding : std::uint8_t { up, down, half_up };

/// What places that earned a grant on request do to the surplus: the text does not say.
enum class Excluded : std::uint8_t {
    lessen_surplus,  ///< they are no part of the number that is set beside 75 %
    lessen_payment,  ///< they are part of it, and are taken off the places that are paid for
    fill_threshold,  ///< they are the first of the 75 %, and only above it taken off
};

/// What the law leaves open, with our reading as the default.
struct GrantSettings {
    FiveYears five_years = FiveYears::from_start;
    /// Article 5 of the Regeling lists its conditions, among them durability, for both grants.
    bool special_places_durable = true;
    /// Whether a place that earns the grant for special places may earn that for durable ones too.
    bool special_places_also_durable = false;
    Certainties certainties{{true, true, false}};
    ThresholdRounding threshold = ThresholdRounding::up;
    Excluded excluded = Excluded::lessen_surplus;
};

/// What a municipality is known by for its grants.
struct GrantMunicipality {
    Places indicative = 0;          ///< indicative share (indicatieve verdeling)
    std::optional<Places> decided;  ///< its number in the distribution decision
};

struct MunicipalGrant {
    Places special_places = 0;  ///< that earn the grant for special places
    Euros special_euros = 0;

    Places durable_places = 0;  ///< all durable places of the municipality
    Places above_share = 0;     ///< durable places above the indicative share
    Places submitted = 0;       ///< of those, the places that can be submitted
    Euros euros_per_place = 0;  ///< 2,000 from 100 places submitted, else 1,000
    Euros durable_euros = 0;

    Places excluded = 0;               ///< submitted places that are still there on that last day
    Places available = 0;              ///< on the last day of the two years
    std::optional<bool> met_decision;  ///< nothing where its number is not known
    /// Places × whole calendar months of the two years: those that stand there on the first day of
    /// a month, and are still there on its last, in whatever location.
    std::int64_t place_months = 0;
    Euros surplus_euros = 0;     ///< its part of the 85 %, halves up
    Wide surplus_numerator = 0;  ///< the part before rounding: 85 % × place_months
    Euros total() const { return special_euros + durable_euros + surplus_euros; }
};

/// The 75 % rule for a province.
/// https://wetten.overheid.nl/BWBR0049307/2024-01-31#Hoofdstuk4_Artikel9, third paragraph.
struct SurplusGrant {
    Places task = 0;
    Places threshold = 0;  ///< 75 % of the task, in whole places as the reading rounds it
    Places available = 0;  ///< places on the last day of the two years
    Places excluded = 0;   ///< of those, places with a grant on request
    Places above = 0;      ///< places above the threshold, as the reading counts them
    Places surplus = 0;    ///< places that are paid for
    Euros euros = 0;
    Euros to_province = 0;          ///< 15 %
    Euros to_municipalities = 0;    ///< 85 %
    std::int64_t place_months = 0;  ///< of the municipalities that share
    Euros rounding_difference = 0;  ///< sum of the municipal parts − to_municipalities
};

struct Grants {
    std::vector<MunicipalGrant> municipalities;
    SurplusGrant surplus;
    Euros total = 0;  ///< all municipalities, and the province
};

/// The grants of the municipalities of a province, for the two years of a decision.
///
/// Special places (9, second paragraph, under a): per place. Durable places (under b): per durable
/// place above the indicative share. The 75 % rule (third paragraph): per place above 75 % of the
/// provincial task at the end of the two years; 15 % to the province, 85 % to the municipalities
/// that met the decision, pro rata of places and months. Of places submitted it is not known which
/// they are: as many as can be are taken to be still there at the end.
/// @param day           on which durable places and special places are counted
/// @param period_start  first day of the two years
/// @param period_end    last day of the two years
/// @param task          provincial task, 0 … 10,000,000
Grants grants(const LocationList& list, std::span<const GrantMunicipality> municipalities,
              CalendarDate day, CalendarDate period_start, CalendarDate period_end, Places task,
              const GrantSettings& reading);

/// 75 % of a provincial task.
Places surplus_threshold(Places task, ThresholdRounding rounding);

}  // namespace spreiding
