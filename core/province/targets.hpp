// The housing target (taakstelling huisvesting vergunninghouders): how many status holders a
// municipality is to house in a half-year. A flow of persons, another task than reception places.
//
// Huisvestingswet 2014, articles 28 to 30:
// https://wetten.overheid.nl/BWBR0035303/2025-01-01
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "values/calendar_date.hpp"
#include "values/decimal.hpp"

namespace spreiding {

using Persons = std::int64_t;
constexpr Persons most_persons = 10'000'000;

struct HalfYear {
    int year = 1;
    int half = 1;  ///< 1: January to June; 2: July to December

    friend auto operator<=>(const HalfYear&, const HalfYear&) = default;
};

/// Reads `2027-1` or `2027-2`; years 2 … 9999.
std::optional<HalfYear> read_half_year(std::string_view text);
std::string to_text(HalfYear half_year);

CalendarDate first_day(HalfYear half_year);
CalendarDate last_day(HalfYear half_year);

/// The day of the population figures: 1 January of the year before that of the half-year.
/// https://wetten.overheid.nl/BWBR0035303/2025-01-01, article 29.
CalendarDate population_day(HalfYear half_year);

/// A national number (vg) as published; it can be revised within the half-year.
struct NationalTarget {
    CalendarDate from;  ///< day of its publication
    Persons persons = 0;
};

/// Which of the published numbers holds on a day: the last one published by then; nothing where
/// none was.
std::optional<std::size_t> national_target_on(std::span<const NationalTarget> published,
                                              CalendarDate day);

/// A municipality's target, with the sum it comes from.
struct HousingTarget {
    Persons persons = 0;   ///< ceil(vg × iG / iN): "naar boven afgerond op een geheel getal"
    Wide numerator = 0;    ///< vg × iG
    Wide denominator = 1;  ///< iN
    std::string decimal() const;  ///< before rounding, nine decimals, halves up
};

/// The order of the formula stands in the source as an image; from its variables and the
/// description "naar rato van het aantal inwoners" this is our reading.
/// https://wetten.overheid.nl/BWBR0035303/2025-01-01, article 29.
/// @param national     vg, 0 … 10,000,000
/// @param inhabitants  iG, at most `country`
/// @param country      iN, 1 or more
HousingTarget housing_target(Persons national, std::uint32_t inhabitants, std::uint64_t country);

}  // namespace spreiding
