// One plan that two senders report: two municipalities in one decision, or a municipality and the
// province's own list. Told, and left to people: nothing is taken away here.
#pragma once

#include <span>

#include "province/places.hpp"

namespace spreiding {

/// A warning for each location that looks like an earlier one of another municipality or file: the
/// same name beside a kind or a first day that is the same or not known, whatever the numbers say.
/// What only says what such a place is (“azc”) has to be the same in kind and days too. What
/// continues the other, and an offer for one day, claims nothing.
/// @param left_out  rows that do not count, because another cell of them is wrong or empty
void find_claims(const LocationList& list, std::span<const Location> left_out, Findings& findings);

}  // namespace spreiding
