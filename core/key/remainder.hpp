// The remainder (restopgave): what the offers leave open, spread over municipalities. A simulation:
// the rule that the minister followed in the first round was reported by the press (pro rata of the
// indicative shares), and was never published. So a person says which municipalities take part.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "key/allocation.hpp"

namespace spreiding {

struct RemainderShare {
    bool eligible = false;
    Places places = 0;  ///< halves up
    ExactShare share;   ///< remainder × indicative share / sum of the shares that take part
};

struct RemainderSpread {
    std::vector<RemainderShare> shares;  ///< one per municipality, in order
    Places base = 0;                     ///< sum of the indicative shares that take part
    Places sum = 0;                      ///< of the rounded places
    Places difference = 0;               ///< sum − remainder; what rounding does, never repaired
};

/// @param remainder   places to spread, 0 … 10,000,000
/// @param indicative  indicative shares, each 0 … 10,000,000
/// @param eligible    one per municipality: 1 where it takes part; where none does, or all that do
///                    have a share of nought, nothing is spread and the difference says so
RemainderSpread spread_remainder(Places remainder, std::span<const Places> indicative,
                                 std::span<const std::uint8_t> eligible);

}  // namespace spreiding
