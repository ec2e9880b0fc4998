// Sums over some of the municipalities: those that a filter leaves, or a region that a person put
// together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "key/allocation.hpp"
#include "tables/municipalities.hpp"

namespace spreiding {

/// Like a provincial task: a sum of rounded shares, with the exact weights behind it.
struct SelectionSum {
    std::size_t municipalities = 0;
    std::uint64_t inhabitants = 0;
    Wide weight = 0;               ///< of the list that was allocated
    Places places = 0;             ///< sum of the rounded shares
    std::optional<Places> minors;  ///< nothing where their need is not known

    /// Codes that were asked for and are not in the list.
    std::vector<MunicipalityCode> missing;
};

/// @param codes  in any order; one that occurs twice counts once
SelectionSum sum_of_selection(const MunicipalityList& list, const Allocation& allocation,
                              std::span<const MunicipalityCode> codes);

}  // namespace spreiding
