// What may be shown as a figure. A number is shown only where its inputs are what the law asks for,
// or are said to be a person's own; an estimate is never a number, only a range.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "key/allocation.hpp"

namespace spreiding {

/// On what a figure rests. In this order a later one is weaker, and the weakest input decides.
/// `derived` is what a complete published table says of scores that are not at hand ("afgeleid uit
/// de tabel van 2024"): weaker than any score that a person brings, because rounding hides part of
/// it; stronger than an estimate, because its interval is proven and not supposed. Like an estimate
/// it is shown as a range and never as a number; its range is the interval itself, not ten per
/// cent.
enum class Basis : std::uint8_t { official, cbs_file, own_input, derived, estimate };

std::string_view name_of(Basis basis);        ///< `official`, …
std::string_view dutch_name_of(Basis basis);  ///< as in exported tables: `officieel`, …

constexpr Basis weakest(Basis one, Basis other) {
    return one < other ? other : one;
}

/// A figure as it may leave the core: a number or a range, never both.
struct Figure {
    std::optional<Places> places;
    std::optional<Places> low;
    std::optional<Places> high;
};

/// Not for `derived`, whose range is no share of anything: see `range`.
/// @param share   the exact share; on an estimate the range is taken around it: 10 % down and up,
/// then
///                outward to fives
/// @param places  the rounded share, or for a province the sum of them
Figure figure(const ExactShare& share, Places places, Basis basis);

/// A proven interval, as `derived` has it.
constexpr Figure range(Places low, Places high) {
    return {.places = {}, .low = low, .high = high};
}

/// Places per 1,000 inhabitants, as decimal text: a number with two decimals, halves up, or a range
/// with one decimal, outward.
struct PerThousand {
    std::optional<std::string> value;
    std::optional<std::string> low;
    std::optional<std::string> high;
};

/// @param inhabitants  at least 1
PerThousand per_thousand(const Figure& figure, std::uint64_t inhabitants);

}  // namespace spreiding
