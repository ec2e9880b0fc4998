// Test A: the deduction from a provincial task. How many places does a province still have to make
// available? It never says what counts towards a decision, nor what earns a grant.
//
// Wet gemeentelijke taak mogelijk maken asielopvangvoorzieningen, article 2, third paragraph:
// https://wetten.overheid.nl/BWBR0049307/2024-01-31#Hoofdstuk2_Artikel2
// Besluit, article 3.1: https://wetten.overheid.nl/BWBR0049310/2024-03-30#Hoofdstuk3_Artikel3.1
#pragma once

#include <array>
#include <vector>

#include "province/places.hpp"

namespace spreiding {

/// Besluit 3.1: at least so many durable places in the municipality, over one or more facilities.
constexpr Places least_regular_places = 100;
constexpr Places least_special_places = 16;

/// What the law leaves open, with our reading as the default.
struct DeductionSettings {
    FiveYears five_years = FiveYears::from_start;
    /// Whether minors and other special places are added up for the minimum of 16.
    bool special_places_together = true;
    /// Which places "are available or become so within twelve months".
    Certainties certainties{{true, true, false}};
};

struct MunicipalDeduction {
    std::array<Places, place_kinds> durable{};   ///< durable places, before the minimum
    std::array<Places, place_kinds> deducted{};  ///< nought where the minimum is not met
    Places total() const { return deducted[0] + deducted[1] + deducted[2]; }
};

struct Deduction {
    std::vector<MunicipalDeduction> municipalities;
    std::vector<Places> counted;  ///< one per location: its places that are durable here
    Places total = 0;
    Places minors = 0;  ///< inside the total
};

/// Places that are available for five years or longer on the day, or become so within the twelve
/// months that follow. What begins later takes no part, and ends nothing. Where a location and one
/// that continues it both take part, its places count where they stand first, and of the later one
/// only those that it has more.
Deduction deduct(const LocationList& list, CalendarDate day, const DeductionSettings& reading);

}  // namespace spreiding
