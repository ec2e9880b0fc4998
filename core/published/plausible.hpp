// Whether the shares of a printed table can be those of the municipalities they stand beside.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "key/derived.hpp"

namespace spreiding {

struct Plausibility {
    /// Two whose shares are both out of range, and both in range when they change places.
    std::vector<std::pair<std::size_t, std::size_t>> swapped;
    std::vector<std::size_t> odd;  ///< the others that are out of range

    bool is_plausible() const { return swapped.empty() && odd.empty(); }
};

/// A share per inhabitant is (1 + score) up to one factor. Scores of municipalities lie between
/// −0.4 and +0.5; in the table of 2026 the shares per inhabitant lie between 0.68 and 1.45 of the
/// mean. The borders are ours, and wider: 0.6 and 1.6, with what rounding leaves.
Plausibility plausible(const PrintedShares& table);

/// Whether shares that were rounded one by one can add up to so much. Each errs by a half at most,
/// evenly, so that n of them err by √(n ÷ 12) together (342 by 5.3); the border is ours: six times
/// that.
bool adds_up(Places sum, std::size_t municipalities, Places need);

}  // namespace spreiding
