// Spreads the remainder over those that take part, in proportion to their indicative figures.
#include "key/remainder.hpp"

namespace spreiding {

RemainderSpread spread_remainder(Places remainder, std::span<const Places> indicative,
                                 std::span<const std::uint8_t> eligible) {
    RemainderSpread spread;
    for (std::size_t at = 0; at < indicative.size(); ++at) {
        if (eligible[at] != 0) spread.base += indicative[at];
    }
    for (std::size_t at = 0; at < indicative.size(); ++at) {
        RemainderShare share;
        share.eligible = eligible[at] != 0;
        if (share.eligible && spread.base > 0) {
            const auto base = static_cast<Wide>(spread.base);
            share.share = {static_cast<Wide>(remainder) * static_cast<Wide>(indicative[at]), base};
            share.places = static_cast<Places>((2 * share.share.numerator + base) / (2 * base));
        }
        spread.sum += share.places;
        spread.shares.push_back(share);
    }
    spread.difference = spread.sum - remainder;
    return spread;
}

}  // namespace spreiding
