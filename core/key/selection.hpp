// Sums over some of the municipalities: those that a filter leaves, or a region that a person put
// together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "tables/municipalities.hpp"

namespace spreiding {

/// Which municipalities a selection holds. Its figure is the sum of their rounded shares.
struct SelectionSum {
    std::uint64_t inhabitants = 0;
    std::vector<std::size_t> positions;  ///< in the list, each once

    /// Codes that were asked for and are not in the list.
    std::vector<MunicipalityCode> missing;
};

/// @param codes  in any order; one that occurs twice counts once
SelectionSum sum_of_selection(const MunicipalityList& list,
                              std::span<const MunicipalityCode> codes);

}  // namespace spreiding
