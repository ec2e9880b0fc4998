// Sets offers off against indicative shares, per municipality and summed over several.
#include "province/offers.hpp"

namespace spreiding {
namespace {

void measure(OfferBalance& balance) {
    balance.difference = balance.offered.total() - balance.indicative.total;
    balance.minors_difference.reset();
    if (balance.indicative.minors) {
        balance.minors_difference =
            balance.offered.of(PlaceKind::minors) - *balance.indicative.minors;
    }
}

}  // namespace

std::vector<OfferBalance> offer_balances(std::span<const PlaceCount> offered,
                                         std::span<const IndicativeShare> indicative) {
    std::vector<OfferBalance> balances;
    for (std::size_t at = 0; at < offered.size(); ++at) {
        OfferBalance& balance = balances.emplace_back();
        balance.offered = offered[at];
        balance.indicative = indicative[at];
        measure(balance);
    }
    return balances;
}

OfferBalance sum_of(std::span<const OfferBalance> balances, std::span<const std::size_t> members,
                    const std::optional<IndicativeShare>& task) {
    OfferBalance sum;
    sum.indicative.minors = 0;
    for (const std::size_t member : members) {
        const OfferBalance& balance = balances[member];
        sum.offered += balance.offered;
        sum.indicative.total += balance.indicative.total;
        if (sum.indicative.minors && balance.indicative.minors) {
            *sum.indicative.minors += *balance.indicative.minors;
        } else {
            sum.indicative.minors.reset();
        }
    }
    if (task) sum.indicative = *task;
    measure(sum);
    return sum;
}

}  // namespace spreiding
