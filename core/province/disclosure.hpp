// What a sum gives away. A public table shows sums over public and confidential locations; where
// one confidential location alone makes up a sum, is all that lies between a sum and the public
// locations in it, or alone comes or goes between two days, the sums tell its number.
#pragma once

#include <span>
#include <vector>

#include "province/places.hpp"

namespace spreiding {

struct Disclosure {
    std::size_t municipality = 0;
    PlaceKind kind = PlaceKind::regular;
    Certainty certainty = Certainty::existing;
    std::size_t location = 0;  ///< the confidential location whose number can be worked out
};

/// Every sum of a municipality, by kind and certainty, that tells the number of one confidential
/// location on a day, by itself or beside the sum of another day; each location once.
/// @param others  the other days whose sums stand beside it
std::vector<Disclosure> disclosures_on(const LocationList& list, CalendarDate day,
                                       std::span<const CalendarDate> others = {});

}  // namespace spreiding
