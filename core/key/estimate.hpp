// Scores that stand in for those that are not at hand: what a printed table says of them, carried
// to another round with the change of estimated scores or without one. An estimate, never proven.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "key/derived.hpp"

namespace spreiding {

/// Decimals of the scores below.
constexpr int carried_decimals = 6;

/// Estimated (1 + score) of before and of then, in millionths; both or neither.
struct ScoreStep {
    std::span<const std::int64_t> table;  ///< of the year of the table
    std::span<const std::int64_t> round;  ///< of the year of the round
};

/// What provinces have together, where that is printed: each is scaled to its own.
struct ProvincialTasks {
    std::span<const std::uint16_t> provinces;  ///< of each municipality
    std::span<const Places> tasks;             ///< by province, each above nought
};

/// Scores in millionths with which the shares of the table come about on the inhabitants of a
/// round. A table tells ratios only; the mean of (1 + score) over those inhabitants is taken as
/// `middle_mean_factor`, which divides out. A printed nought counts as a quarter.
/// @param now  of the round, in the order of the table
std::vector<std::int32_t> carried_scores(const PrintedShares& table,
                                         std::span<const std::uint32_t> now,
                                         const std::optional<ScoreStep>& step,
                                         const std::optional<ProvincialTasks>& scaled);

}  // namespace spreiding
