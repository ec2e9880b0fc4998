// How sure a figure is: what rounded inputs could hide, how little it takes to move it by one, and
// at which needs it steps. Bounds are exact, found by whole numbers and not by trying.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "key/allocation.hpp"
#include "tables/municipalities.hpp"

namespace spreiding {

/// Lowest and highest exact share, and what each rounds to.
struct ShareBounds {
    ExactShare lowest, highest;  ///< in lowest terms
    Places low = 0;
    Places high = 0;
};

/// Shares of a list whose inputs were rounded before they were printed. The highest share of a
/// municipality is met where its own input lies half a unit higher and all others half a unit
/// lower; the lowest in the reverse. Other municipalities pull it the other way, so no mixture goes
/// beyond.
class RoundedInputs {
  public:
    /// Scores rounded to `unit_decimals` decimals: each may lie 10^-unit_decimals / 2 away.
    /// Nothing where a score could then be −1 or less.
    /// @param unit_decimals  0 … 6
    static std::optional<RoundedInputs> scores(const MunicipalityList& list,
                                               const Allocation& allocation, int unit_decimals);

    /// Populations rounded to a unit: each may lie unit / 2 away, but never below 1.
    /// @param unit  even, 2 … 1,000,000
    static RoundedInputs populations(const MunicipalityList& list, const Allocation& allocation,
                                     std::uint32_t unit);

    ShareBounds of(std::size_t municipality, Places need) const;

  private:
    // Below 2^57 and 2^77: the units are half as large as those of the allocation, or smaller.
    std::vector<Weight> lower_, upper_;
    Wide lower_total_ = 0;
    Wide upper_total_ = 0;
};

/// An input's value that moves the figure, and the figure that it gives. On a coarse grid one step
/// may move a large figure by more than one.
struct LeastStep {
    std::int64_t value = 0;
    Places places = 0;
};

/// The least step of one input on its own grid that moves the figure up and down. Nothing: it
/// cannot be reached, whatever the input.
struct LeastSteps {
    std::optional<LeastStep> score_up, score_down;  ///< own score, units of 10^-score_decimals
    std::optional<LeastStep> inhabitants_up, inhabitants_down;  ///< own inhabitants
    std::optional<LeastStep> need_up, need_down;                ///< need of the country
};
LeastSteps least_steps(const MunicipalityList& list, const Allocation& allocation,
                       std::size_t municipality);

/// Every need in first + 1 … last at which the figure is one higher than at the need before.
/// A share grows with the need by at most one per place, so each step is of one.
/// @param total  of all weights
/// @param first  at least 0
/// @param last   up to 10,000,000
std::vector<std::uint32_t> steps_of_need(Wide weight, Wide total, Places first, Places last);

}  // namespace spreiding
