// Intervals of (1 + score) from printed shares.
#include "published/implied.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "tables/tables.hpp"
#include "values/wide.hpp"

namespace spreiding {
namespace {

constexpr std::int64_t million = 1'000'000;

// Twice the ends between which a share lies that was rounded to this figure: v − 1/2 and v + 1/2.
Wide twice_lowest(Places places) {
    return places <= 0 ? 0 : static_cast<Wide>(2 * places - 1);
}
Wide twice_highest(Places places) {
    return static_cast<Wide>(2 * places + 1);
}

std::vector<std::optional<Places>> figures_of(const MunicipalityList& list,
                                              const PrintedTable& table) {
    std::vector<std::optional<Places>> figures(list.size());
    for (const PrintedRow& row : table.rows) {
        if (row.municipality && !row.is_repeated) figures[*row.municipality] = row.places;
    }
    return figures;
}

}  // namespace

std::vector<ImpliedFactor> implied_factors(const MunicipalityList& list, const PrintedTable& table,
                                           Places need, const Reference& reference) {
    const auto figures = figures_of(list, table);
    const auto country = std::accumulate(list.inhabitants.begin(), list.inhabitants.end(), Wide{0});
    std::vector<ImpliedFactor> factors;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (!figures[i]) continue;
        const auto own = static_cast<Wide>(list.inhabitants[i]);
        const Wide low = twice_lowest(*figures[i]);
        const Wide high = twice_highest(*figures[i]);
        ImpliedFactor factor{i, {}, {}};
        if (reference.municipality) {
            const auto known = static_cast<Wide>(million + reference.score);
            const std::size_t r = *reference.municipality;
            const auto theirs = static_cast<Wide>(list.inhabitants[r]);
            const Places printed = figures[r].value_or(0);
            if (i == r) {
                factor.lowest = ExactShare{known, static_cast<Wide>(million)}.in_lowest_terms();
                factor.highest = factor.lowest;
            } else {
                const Wide below = own * static_cast<Wide>(million);
                factor.lowest = {known * low * theirs, twice_highest(printed) * below};
                if (twice_lowest(printed) > 0)
                    factor.highest = {known * high * theirs, twice_lowest(printed) * below};
            }
        } else if (need > 0) {
            const Wide mean = country * static_cast<Wide>(million + reference.national_mean);
            const Wide below = 2 * static_cast<Wide>(need) * own * static_cast<Wide>(million);
            factor.lowest = {low * mean, below};
            factor.highest = {high * mean, below};
        }
        factor.lowest = factor.lowest.in_lowest_terms();
        if (factor.highest) factor.highest = factor.highest->in_lowest_terms();
        factors.push_back(factor);
    }
    return factors;
}

Informs informs(const ImpliedFactor& factor) {
    if (!factor.highest) return Informs::none;
    const auto width = difference(factor.highest->numerator, factor.highest->denominator,
                                  factor.lowest.numerator, factor.lowest.denominator);
    // n ≤ d ÷ k in whole numbers is the same as k × n ≤ d, and does not overflow.
    if (!width || width->numerator > width->denominator / 20) return Informs::little;
    return width->numerator > width->denominator / 100 ? Informs::some : Informs::much;
}

bool holds(const ImpliedFactor& factor, std::int64_t score, int decimals) {
    const Wide one = power_of_ten(decimals);
    const auto own = static_cast<Wide>(static_cast<std::int64_t>(one) + score);
    if (own * factor.lowest.denominator < factor.lowest.numerator * one) return false;
    if (!factor.highest) return true;
    const Wide left = own * factor.highest->denominator;
    const Wide right = factor.highest->numerator * one;
    const bool one_value = factor.lowest.numerator == factor.highest->numerator &&
                           factor.lowest.denominator == factor.highest->denominator;
    return left < right || (one_value && left == right);
}

}  // namespace spreiding
