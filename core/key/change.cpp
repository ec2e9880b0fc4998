// Splits each change of a share by cause: need, inhabitants, score and rounding; and the per cent.
#include "key/change.hpp"

#include "values/wide.hpp"

namespace spreiding {
namespace {

constexpr std::int64_t printed_units = 1'000'000'000;

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

std::optional<std::string> percent_change(Places from, Places to) {
    if (from == 0) return std::nullopt;
    const bool less = to < from;
    const auto size = static_cast<Wide>(less ? from - to : to - from);
    return to_text(SignedFraction{less, 100 * size, static_cast<Wide>(from)}, 1);
}

}  // namespace spreiding
