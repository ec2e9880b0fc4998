// Intervals of (1 + score) from printed shares, and the ranges that they carry to another round.
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

// One problem: shares within their halves that add up to the need of the table.
class Carrying {
  public:
    Carrying(std::span<const std::uint32_t> then, std::span<const Places> figures,
             std::span<const std::uint32_t> now)
        : figures_(figures) {
        for (std::size_t i = 0; i < then.size(); ++i) {
            const Wide above = static_cast<Wide>(now[i]) << 40U;
            down_.push_back(above / then[i]);
            up_.push_back((above + then[i] - 1) / then[i]);
            least_ += twice_lowest(figures[i]);
            most_ += twice_highest(figures[i]);
        }
        ascending_.resize(then.size());
        std::iota(ascending_.begin(), ascending_.end(), std::size_t{0});
        std::sort(ascending_.begin(), ascending_.end(),
                  [&](std::size_t a, std::size_t b) { return down_[a] < down_[b]; });
        descending_ = ascending_;
        std::sort(descending_.begin(), descending_.end(),
                  [&](std::size_t a, std::size_t b) { return up_[a] > up_[b]; });
    }

    bool fits(Wide twice_need) const { return least_ <= twice_need && twice_need <= most_; }

    ExactShare highest(std::size_t i, Wide twice_need, Places now_need) const {
        const Wide others_least = least_ - twice_lowest(figures_[i]);
        const Wide own = std::min(twice_highest(figures_[i]), twice_need - others_least);
        const Wide others = fill(i, twice_need - own - others_least, down_, ascending_);
        return {static_cast<Wide>(now_need) * own * up_[i], own * up_[i] + others};
    }

    ExactShare lowest(std::size_t i, Wide twice_need, Places now_need) const {
        const Wide others_most = most_ - twice_highest(figures_[i]);
        const Wide others_least = least_ - twice_lowest(figures_[i]);
        const Wide own = std::max(twice_lowest(figures_[i]),
                                  twice_need > others_most ? twice_need - others_most : Wide{0});
        const Wide others = fill(i, twice_need - own - others_least, up_, descending_);
        return {static_cast<Wide>(now_need) * own * down_[i], own * down_[i] + others};
    }

  private:
    // Σ t·q of all but one, each t at its lowest and the rest put where it comes first in the
    // order.
    Wide fill(std::size_t but, Wide rest, std::span<const Wide> q,
              std::span<const std::size_t> order) const {
        Wide sum = 0;
        for (const std::size_t i : order) {
            if (i == but) continue;
            const Wide low = twice_lowest(figures_[i]);
            const Wide more = std::min(rest, twice_highest(figures_[i]) - low);
            rest -= more;
            sum += (low + more) * q[i];
        }
        return sum;
    }

    std::span<const Places> figures_;
    std::vector<Wide> down_, up_;  // q in units of 2^-40
    std::vector<std::size_t> ascending_, descending_;
    Wide least_ = 0;
    Wide most_ = 0;
};

Places rounded(const ExactShare& share) {
    if (share.denominator == 0) return 0;
    return static_cast<Places>((2 * share.numerator + share.denominator) / (2 * share.denominator));
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

std::string_view name_of(Informs informs) {
    constexpr std::array<std::string_view, 4> names = {"much", "some", "little", "none"};
    return names[static_cast<std::size_t>(informs)];
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

std::vector<CarriedRange> carry(std::span<const std::uint32_t> then,
                                std::span<const Places> figures, Places then_need,
                                std::span<const std::uint32_t> now, Places now_need) {
    const Carrying carrying(then, figures, now);
    const Wide twice_need = 2 * static_cast<Wide>(then_need);
    if (!carrying.fits(twice_need)) return {};
    std::vector<CarriedRange> ranges;
    ranges.reserve(then.size());
    for (std::size_t i = 0; i < then.size(); ++i) {
        ranges.push_back({rounded(carrying.lowest(i, twice_need, now_need)),
                          rounded(carrying.highest(i, twice_need, now_need))});
    }
    return ranges;
}

}  // namespace spreiding
