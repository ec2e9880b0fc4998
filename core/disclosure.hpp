// What a sum gives away. A public table shows sums over public and confidential locations; where
// one confidential location alone makes up a sum, or is all that lies between a sum and the public
// locations in it, the sum tells its number.
#pragma once

#include <vector>

#include "places.hpp"

namespace spreiding {

struct Disclosure {
    std::size_t municipality = 0;
    PlaceKind kind = PlaceKind::regular;
    Certainty certainty = Certainty::existing;
    std::size_t location = 0;  ///< the confidential location whose number can be worked out
};

/// Every sum of a municipality, by kind and certainty, that tells the number of one confidential
/// location on a day.
std::vector<Disclosure> disclosures_on(const LocationList& list, CalendarDate day);

}  // namespace spreiding
