// Bounds of a share under rounded inputs, the least change by one place, the needs at each step.
#include "key/sensitivity.hpp"

#include <algorithm>
#include <utility>

#include "tables/tables.hpp"

namespace spreiding {
namespace {

Wide rounded_up(Wide numerator, Wide denominator) {
    return (numerator + denominator - 1) / denominator;
}

Places rounded(const ExactShare& share) {
    return static_cast<Places>((2 * share.numerator + share.denominator) / (2 * share.denominator));
}

// Iv = v needs a share of at least v − 1/2: the least weight w that gives it beside other weights R
// solves 2·B·w ≥ (2v − 1)·(R + w).
std::optional<Wide> least_weight(Wide others, Places need, Places places) {
    const Places twice = 2 * places - 1;
    if (2 * need <= twice) return std::nullopt;
    return rounded_up(static_cast<Wide>(twice) * others, static_cast<Wide>(2 * need - twice));
}

}  // namespace

std::optional<RoundedInputs> RoundedInputs::scores(const MunicipalityList& list,
                                                   const Allocation& allocation,
                                                   int unit_decimals) {
    // Scores in units of half of 10^-decimals, fine enough for the list and for half a unit.
    const int decimals = std::max(allocation.score_decimals, unit_decimals);
    const auto one = 2 * static_cast<std::int64_t>(power_of_ten(decimals));
    const auto finer =
        2 * static_cast<std::int64_t>(power_of_ten(decimals - allocation.score_decimals));
    const auto half = static_cast<std::int64_t>(power_of_ten(decimals - unit_decimals));
    RoundedInputs inputs;
    inputs.lower_.reserve(list.size());
    inputs.upper_.reserve(list.size());
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::int64_t factor = one + finer * list.scores[i];
        if (factor - half <= 0) return std::nullopt;
        inputs.lower_.push_back(static_cast<Weight>(factor - half) * list.inhabitants[i]);
        inputs.upper_.push_back(static_cast<Weight>(factor + half) * list.inhabitants[i]);
        inputs.lower_total_ += inputs.lower_.back();
        inputs.upper_total_ += inputs.upper_.back();
    }
    return inputs;
}

RoundedInputs RoundedInputs::populations(const MunicipalityList& list, const Allocation& allocation,
                                         std::uint32_t unit) {
    const std::uint32_t half = unit / 2;
    RoundedInputs inputs;
    inputs.lower_.reserve(list.size());
    inputs.upper_.reserve(list.size());
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::uint32_t inhabitants = list.inhabitants[i];
        const Weight factor = allocation.weights[i] / inhabitants;  // 10^k + s, whole
        inputs.lower_.push_back(factor * (inhabitants > half ? inhabitants - half : 1));
        inputs.upper_.push_back(factor * (Weight{inhabitants} + half));
        inputs.lower_total_ += inputs.lower_.back();
        inputs.upper_total_ += inputs.upper_.back();
    }
    return inputs;
}

ShareBounds RoundedInputs::of(std::size_t i, Places need) const {
    ShareBounds bounds;
    bounds.lowest = exact_share(lower_[i], upper_total_ - upper_[i] + lower_[i], need);
    bounds.highest = exact_share(upper_[i], lower_total_ - lower_[i] + upper_[i], need);
    bounds.low = rounded(bounds.lowest);
    bounds.high = rounded(bounds.highest);
    bounds.lowest = bounds.lowest.in_lowest_terms();
    bounds.highest = bounds.highest.in_lowest_terms();
    return bounds;
}

LeastSteps least_steps(const MunicipalityList& list, const Allocation& allocation, std::size_t i) {
    const Wide weight = allocation.weights[i];
    const Wide others = allocation.total_weight - weight;
    const Places places = allocation.places[i];
    const Places need = allocation.need;
    const auto inhabitants = static_cast<Wide>(list.inhabitants[i]);
    const Wide factor = weight / inhabitants;  // 10^k + s
    const Wide one = power_of_ten(allocation.score_decimals);
    const Wide most_factor = static_cast<Wide>(highest_score + 1) * one;

    const auto with_factor = [&](Wide other) -> std::optional<LeastStep> {
        if (other == 0 || other > most_factor) return std::nullopt;  // a score stays above −1
        const Wide own = other * inhabitants;
        return LeastStep{static_cast<std::int64_t>(other) - static_cast<std::int64_t>(one),
                         rounded(exact_share(own, others + own, need))};
    };
    const auto with_inhabitants = [&](Wide other) -> std::optional<LeastStep> {
        if (other == 0 || other > static_cast<Wide>(most_inhabitants)) return std::nullopt;
        const Wide own = factor * other;
        return LeastStep{static_cast<std::int64_t>(other),
                         rounded(exact_share(own, others + own, need))};
    };
    const auto with_need = [&](Wide other) -> std::optional<LeastStep> {
        if (other > static_cast<Wide>(most_places)) return std::nullopt;
        const auto value = static_cast<Places>(other);
        return LeastStep{value, rounded(exact_share(weight, allocation.total_weight, value))};
    };

    LeastSteps steps;
    if (const auto least = least_weight(others, need, places + 1)) {
        steps.score_up = with_factor(rounded_up(*least, inhabitants));
        steps.inhabitants_up = with_inhabitants(rounded_up(*least, factor));
    }
    // The highest weight that still gives fewer than v; alone every weight gives all.
    const auto enough = least_weight(others, need, places);
    if (places > 0 && enough && others > 0) {
        steps.score_down = with_factor((*enough - 1) / inhabitants);
        steps.inhabitants_down = with_inhabitants((*enough - 1) / factor);
    }
    // The figure becomes v at need ⌈(2v − 1)·W / 2w⌉.
    const auto need_of = [&](Places figure) {
        return rounded_up(static_cast<Wide>(2 * figure - 1) * allocation.total_weight, 2 * weight);
    };
    steps.need_up = with_need(need_of(places + 1));
    if (places > 0) steps.need_down = with_need(need_of(places) - 1);
    return steps;
}

std::vector<std::uint32_t> steps_of_need(Wide weight, Wide total, Places first, Places last) {
    // The figure becomes v at need ⌈(2v − 1)·W / 2w⌉. From one v to the next this grows by W / w:
    // kept as quotient and remainder, so that all steps together take two divisions.
    const Wide twice = 2 * weight;
    const Places before = rounded(exact_share(weight, total, first));
    const Wide start = static_cast<Wide>(2 * before + 1) * total;
    Wide need = start / twice;
    Wide rest = start % twice;
    const Wide quotient = 2 * total / twice;
    const Wide remainder = 2 * total % twice;

    std::vector<std::uint32_t> steps;
    for (;;) {
        const Wide reached = need + (rest != 0 ? 1 : 0);
        if (reached > static_cast<Wide>(last)) return steps;
        steps.push_back(static_cast<std::uint32_t>(reached));
        need += quotient;
        rest += remainder;
        if (rest >= twice) {
            rest -= twice;
            ++need;
        }
    }
}

}  // namespace spreiding
