// Weights, exact shares, their rounding with a half going up, and the tasks of provinces as sums.
#include "key/allocation.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "key/rounding.hpp"
#include "values/wide.hpp"

namespace spreiding {
std::vector<Weight> weights(std::span<const std::uint32_t> inhabitants,
                            std::span<const std::int32_t> scores, int score_decimals) {
    const auto one = static_cast<std::int64_t>(power_of_ten(score_decimals));
    std::vector<Weight> weights(inhabitants.size());
    for (std::size_t i = 0; i < weights.size(); ++i) {
        weights[i] = static_cast<Weight>(one + scores[i]) * inhabitants[i];
    }
    return weights;
}

Wide total_weight(std::span<const Weight> weights) {
    // A sum of 256 weights below 2^55 fits in 64 bits; so most additions are narrow.
    Wide total = 0;
    while (!weights.empty()) {
        const auto some = weights.first(std::min<std::size_t>(weights.size(), 256));
        total += std::accumulate(some.begin(), some.end(), Weight{0});
        weights = weights.subspan(some.size());
    }
    return total;
}

std::vector<Places> indicative_shares(std::span<const Weight> weights, Places need) {
    if (weights.empty()) return {};
    const Wide total = total_weight(weights);
    // Where the largest numerator fits in 64 bits, as in every list of the Netherlands, the narrow
    // sum is the same sum.
    const Weight heaviest = *std::max_element(weights.begin(), weights.end());
    if (is_narrow(heaviest, total, static_cast<Wide>(need))) {
        return rounded_shares<std::uint64_t>(weights, static_cast<std::uint64_t>(total),
                                             static_cast<std::uint64_t>(need));
    }
    return rounded_shares<Wide>(weights, total, static_cast<Wide>(need));
}

std::vector<Places> provincial_tasks(std::span<const Places> shares,
                                     std::span<const std::uint16_t> provinces,
                                     std::size_t province_count) {
    std::vector<Places> tasks(province_count, 0);
    for (std::size_t i = 0; i < shares.size(); ++i)
        tasks[provinces[i]] += shares[i];
    return tasks;
}

ExactShare exact_share(Wide weight, Wide total, Places need) {
    return {static_cast<Wide>(need) * weight, total};
}

ExactShare ExactShare::in_lowest_terms() const {
    const Wide common = greatest_common_divisor(numerator, denominator);
    return {numerator / common, denominator / common};
}

std::string ExactShare::decimal() const {
    return quotient_text(numerator, denominator, 9);
}

bool ExactShare::near_half() const {
    // |fraction − 1/2| ≤ 10^-6, both sides times 2 × 10^6 × denominator
    const Wide rest = numerator % denominator;
    const Wide distance = 2 * rest > denominator ? 2 * rest - denominator : denominator - 2 * rest;
    return distance * 1'000'000 <= 2 * denominator;
}

namespace {

Places sum_of(std::span<const Places> shares) {
    return std::accumulate(shares.begin(), shares.end(), Places{0});
}

std::vector<ProvincialTask> tasks_of(const MunicipalityList& list, const Allocation& allocation) {
    std::vector<ProvincialTask> all;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::size_t province = list.provinces[i];
        if (province >= all.size()) all.resize(province + 1);
        ++all[province].municipalities;
        all[province].inhabitants += list.inhabitants[i];
        all[province].weight += allocation.weights[i];
    }
    const auto places = provincial_tasks(allocation.places, list.provinces, all.size());
    std::vector<Places> minors;
    if (allocation.minors_need) {
        minors = provincial_tasks(allocation.minors, list.provinces, all.size());
    }
    for (std::size_t province = 0; province < all.size(); ++province) {
        all[province].province = province;
        all[province].places = places[province];
        if (allocation.minors_need) all[province].minors = minors[province];
    }
    std::erase_if(all, [](const ProvincialTask& task) { return task.municipalities == 0; });
    return all;
}

}  // namespace

Allocation allocate(const MunicipalityList& list, Places need, std::optional<Places> minors_need) {
    return allocate_weights(list, weights(list.inhabitants, list.scores, list.score_decimals),
                            list.score_decimals, need, minors_need);
}

Allocation allocate_weights(const MunicipalityList& list, std::vector<Weight> weights,
                            int score_decimals, Places need, std::optional<Places> minors_need) {
    Allocation allocation;
    allocation.weights = std::move(weights);
    allocation.total_weight = total_weight(allocation.weights);
    allocation.inhabitants =
        std::accumulate(list.inhabitants.begin(), list.inhabitants.end(), std::uint64_t{0});
    allocation.score_decimals = score_decimals;

    allocation.need = need;
    allocation.places = indicative_shares(allocation.weights, need);
    allocation.sum = sum_of(allocation.places);

    allocation.minors_need = minors_need;
    if (minors_need) allocation.minors = indicative_shares(allocation.weights, *minors_need);
    allocation.minors_sum = sum_of(allocation.minors);

    allocation.provinces = tasks_of(list, allocation);
    return allocation;
}

std::string weight_text(Wide weight, std::uint64_t inhabitants, int score_decimals) {
    return quotient_text(weight, power_of_ten(score_decimals) * inhabitants, 12);
}

}  // namespace spreiding
