// Test B: what counts towards the distribution decision (verdeelbesluit) on a reference date. It
// never says what is deducted from the provincial task, nor what earns a grant.
//
// In the round of 2024 a place counted where it was available at least until the next estimate, as
// the answer to questions of parliament of 18 April 2025 has it. No law text says it: so the day
// is a setting.
#pragma once

#include <array>
#include <vector>

#include "province/places.hpp"

namespace spreiding {

struct DecisionSettings {
    /// Until when a place must stay available; nothing: only on the reference date itself.
    std::optional<CalendarDate> until;
    /// The minister also counted what was likely to come; which certainties do is a setting.
    Certainties certainties{{true, true, false}};
};

struct DecisionCount {
    std::array<Places, place_kinds> places{};
    Places total() const { return places[0] + places[1] + places[2]; }
};

/// Per municipality: places that are there on the day and stay until the day that the reading
/// names. Where a location is continued without a gap its places stay as far as the locations that
/// take over have room and stay themselves; they count for the municipality in which they stand on
/// the day. Only what takes part ends what it continues.
std::vector<DecisionCount> counts_towards_decision(const LocationList& list, CalendarDate day,
                                                   const DecisionSettings& reading);

}  // namespace spreiding
