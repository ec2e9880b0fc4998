// What a published table says about scores that are not at hand. Multiplying every (1 + score) by
// one factor changes no share, so a table gives ratios only; and it was rounded, so intervals only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "key/allocation.hpp"
#include "published/printed.hpp"
#include "tables/municipalities.hpp"
#include "values/words.hpp"

namespace spreiding {

/// What the ratios are measured against.
struct Reference {
    /// A municipality of the list that the table prints, with its score in units of 10^-6; its own
    /// rounding widens every interval.
    std::optional<std::size_t> municipality;
    std::int64_t score = 0;
    /// Else the mean of the country: Σ (1 + score) × inhabitants ÷ Σ inhabitants − 1, units of
    /// 10^-6.
    std::int64_t national_mean = 0;
};

/// An interval of (1 + score), half open: a share on the upper half rounds up.
struct ImpliedFactor {
    std::size_t municipality = 0;
    ExactShare lowest;                  ///< in lowest terms
    std::optional<ExactShare> highest;  ///< not reached; nothing: no upper end is known
};

/// One per municipality that the table prints, in list order.
/// With the national mean: (1 + s) = share × In × (1 + mean) ÷ (BO × iG).
/// With a reference r: (1 + s) = (1 + s_r) × share × iG_r ÷ (share_r × iG).
/// @param inhabitants  of the list, as the table's makers used them
/// @param need         of the table; only the national mean uses it
std::vector<ImpliedFactor> implied_factors(const MunicipalityList& list, const PrintedTable& table,
                                           Places need, const Reference& reference);

/// Whether a score (units of 10^-decimals) lies in the interval.
bool holds(const ImpliedFactor& factor, std::int64_t score, int decimals);

/// What the width of an interval is worth. The scores of municipalities lie about 0.6 apart and
/// have three decimals; the borders are ours: a hundredth tells neighbours in a ranking apart, and
/// a twentieth no longer does.
enum class Informs : std::uint8_t {
    much,    ///< at most 0.01 wide
    some,    ///< at most 0.05 wide
    little,  ///< wider
    none,    ///< no upper end
};
Informs informs(const ImpliedFactor& factor);
template <>
inline constexpr auto words_of<Informs> = word_table("", "much", "some", "little", "none");

}  // namespace spreiding
