// Carries the shares of a printed table to the inhabitants of another round, as scores.
#include "key/estimate.hpp"

#include <algorithm>
#include <numeric>

#include "tables/tables.hpp"
#include "values/wide.hpp"

namespace spreiding {
namespace {

// Shares of the table × inhabitants now ÷ then × estimated change, in one unit, each below 2^44.
std::vector<Wide> carried_weights(const PrintedShares& table, std::span<const std::uint32_t> now,
                                  const std::optional<ScoreStep>& step) {
    std::vector<Wide> weights;
    Wide heaviest = 0;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const Wide share = table.places[i] == 0 ? 1 : 4 * static_cast<Wide>(table.places[i]);
        Wide above = share * now[i];
        Wide below = table.inhabitants[i];
        if (step) {
            above *= static_cast<Wide>(step->round[i]);
            below *= static_cast<Wide>(step->table[i]);
        }
        weights.push_back((above << 24U) / below);
        heaviest = std::max(heaviest, weights.back());
    }
    const int drop = std::max(0, bits(heaviest) - 44);
    for (Wide& weight : weights)
        weight = std::max<Wide>(weight >> drop, 1);
    return weights;
}

}  // namespace

std::vector<std::int32_t> carried_scores(const PrintedShares& table,
                                         std::span<const std::uint32_t> now,
                                         const std::optional<ScoreStep>& step,
                                         const std::optional<ProvincialTasks>& scaled) {
    const auto weights = carried_weights(table, now, step);
    const auto inhabitants = std::accumulate(now.begin(), now.end(), Wide{0});
    const auto one = static_cast<std::int64_t>(power_of_ten(carried_decimals));
    std::vector<Wide> of_group(scaled ? scaled->tasks.size() : 1, 0);
    const auto group = [&](std::size_t i) { return scaled ? scaled->provinces[i] : 0U; };
    for (std::size_t i = 0; i < weights.size(); ++i)
        of_group[group(i)] += weights[i];
    const Wide all =
        scaled
            ? std::accumulate(scaled->tasks.begin(), scaled->tasks.end(), Wide{0},
                              [](Wide sum, Places task) { return sum + static_cast<Wide>(task); })
            : Wide{1};
    std::vector<std::int32_t> scores;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const Wide task = scaled ? static_cast<Wide>(scaled->tasks[group(i)]) : 1;
        const Wide above =
            weights[i] * task * inhabitants * static_cast<Wide>(middle_mean_factor) / all;
        const Wide below = of_group[group(i)] * now[i];
        const auto factor = static_cast<std::int64_t>(std::min<Wide>(
            (2 * above + below) / (2 * below), static_cast<Wide>((highest_score + 1) * one)));
        scores.push_back(static_cast<std::int32_t>(std::max<std::int64_t>(factor, 1) - one));
    }
    return scores;
}

}  // namespace spreiding
