// Offers set beside indicative shares: what a municipality, a region or the province offers on a
// reference date, and what is lacking or over. Offered and indicative stay two kinds of number.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "province/places.hpp"

namespace spreiding {

/// The indicative share of a municipality, and its part for minors where that is known.
struct IndicativeShare {
    Places total = 0;
    std::optional<Places> minors;  ///< inside the total
};

/// One line of the table: a municipality, or the sum of several.
struct OfferBalance {
    PlaceCount offered;          ///< by kind and certainty; minors inside the total
    IndicativeShare indicative;  ///< of a sum: minors only where known of all
    Places difference = 0;       ///< offered − indicative: below nought is lacking
    std::optional<Places> minors_difference;
};

/// @param offered     one per municipality, as `places_on` gives them
/// @param indicative  one per municipality
std::vector<OfferBalance> offer_balances(std::span<const PlaceCount> offered,
                                         std::span<const IndicativeShare> indicative);

/// The sum of the balances of some municipalities (a region), or of all (the province).
/// @param members  indices
/// @param task     what the sum is measured against; nothing: the sum of the indicative shares
OfferBalance sum_of(std::span<const OfferBalance> balances, std::span<const std::size_t> members,
                    const std::optional<IndicativeShare>& task = {});

}  // namespace spreiding
