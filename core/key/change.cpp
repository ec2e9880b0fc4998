// Splits each change of a share by cause: need, inhabitants, score and rounding; and the per cent.
#include "key/change.hpp"

#include <algorithm>

#include "values/wide.hpp"

namespace spreiding {
namespace {

constexpr std::int64_t printed_units = 1'000'000'000;
constexpr std::int64_t printed_half = printed_units / 2;

}  // namespace

PrintedShare printed(const ExactShare& share) {
    // The numerator stays below 2^79, so twice it in units of 10^-9 stays below 2^111.
    const Wide units = 2 * share.numerator * static_cast<Wide>(printed_units);
    return static_cast<PrintedShare>((units + share.denominator) / (2 * share.denominator));
}

Causes& Causes::operator+=(const Causes& other) {
    need += other.need;
    population += other.population;
    score += other.score;
    rounding += other.rounding;
    return *this;
}

std::optional<std::vector<ShareChange>> share_changes(const MunicipalityList& from_list,
                                                      const Allocation& from,
                                                      const MunicipalityList& to_list,
                                                      const Allocation& to) {
    if (from_list.codes != to_list.codes) return std::nullopt;
    const auto between = weights(to_list.inhabitants, from_list.scores, from_list.score_decimals);
    const Wide between_total = total_weight(between);
    std::vector<ShareChange> changes(from.places.size());
    for (std::size_t i = 0; i < changes.size(); ++i) {
        ShareChange& change = changes[i];
        change.from = printed(from.share(from.weights[i]));
        change.with_need = printed(exact_share(from.weights[i], from.total_weight, to.need));
        change.with_inhabitants = printed(exact_share(between[i], between_total, to.need));
        change.to = printed(to.share(to.weights[i]));
        const std::int64_t places = (to.places[i] - from.places[i]) * printed_units;
        change.causes = {change.with_need - change.from, change.with_inhabitants - change.with_need,
                         change.to - change.with_inhabitants, places - (change.to - change.from)};
    }
    return changes;
}

SharePath share_path(const MunicipalityList& from_list, const Allocation& from,
                     const MunicipalityList& to_list, const Allocation& to,
                     std::span<const std::size_t> members) {
    // Weights of before on the inhabitants of now: w × iG now ÷ iG then, in units of 2^-8.
    const auto carried = [&](std::size_t i) {
        return (static_cast<Wide>(from.weights[i]) * to_list.inhabitants[i] << 8U) /
               from_list.inhabitants[i];
    };
    Wide all = 0;
    for (std::size_t i = 0; i < from.weights.size(); ++i)
        all += carried(i);
    Wide own = 0;
    Wide own_before = 0;
    for (const std::size_t i : members) {
        own += carried(i);
        own_before += from.weights[i];
    }
    SharePath path{.need_from = from.need, .need_to = to.need, .municipalities = members.size()};
    // own ÷ all ÷ (own_before ÷ total), each with its first 40 bits.
    const auto ratio = [](Wide above, Wide below) {
        const int drop = std::max(0, bits(below) - 64);
        return ((above >> drop) << 40U) / std::max<Wide>(below >> drop, 1);
    };
    const Wide now = ratio(own, all);
    const Wide before = std::max<Wide>(ratio(own_before, from.total_weight), 1);
    path.by_inhabitants = (now << 40U) / before;
    return path;
}

CauseEnds bounded_causes(PlacesRange from, PlacesRange to, const SharePath& path) {
    const auto slack = static_cast<Places>(path.municipalities);
    const auto causes_of = [&](Places twice_from, Places twice_to, Places difference) {
        const std::int64_t before = std::max<Places>(twice_from, 0) * printed_half;
        const std::int64_t now = std::max<Places>(twice_to, 0) * printed_half;
        const auto with_need = static_cast<std::int64_t>(
            path.need_from == 0 ? 0
                                : static_cast<Wide>(before) * static_cast<Wide>(path.need_to) /
                                      static_cast<Wide>(path.need_from));
        const std::int64_t with_inhabitants =
            path.is_same_scores ? now
                                : static_cast<std::int64_t>(
                                      (static_cast<Wide>(with_need) * path.by_inhabitants) >> 40U);
        return Causes{with_need - before, with_inhabitants - with_need, now - with_inhabitants,
                      difference * printed_units - (now - before)};
    };
    return {causes_of(2 * from.high + slack, 2 * to.low - slack, to.low - from.high),
            causes_of(2 * from.low - slack, 2 * to.high + slack, to.high - from.low)};
}

std::optional<std::string> percent_change(Places from, Places to) {
    if (from == 0) return std::nullopt;
    const bool less = to < from;
    const auto size = static_cast<Wide>(less ? from - to : to - from);
    return to_text(SignedFraction{less, 100 * size, static_cast<Wide>(from)}, 1);
}

}  // namespace spreiding
