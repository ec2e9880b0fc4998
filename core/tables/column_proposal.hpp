// What the cells of a column look like, where no heading says what they are. A proposal for a
// person to confirm; nothing is read by it.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "csv/csv.hpp"
#include "tables/headings.hpp"
#include "tables/layout.hpp"
#include "tables/municipality_names.hpp"

namespace spreiding {

/// What cells are compared with.
struct ColumnKnowledge {
    const MunicipalityNames* names = nullptr;
    std::span<const std::string> provinces;
};

/// Looks at the first rows. Proposed where every cell with text fits: codes with `GM`, names of
/// provinces, names of municipalities, whole numbers of which one is at least 1,000 (inhabitants),
/// decimals between −2 and 2 (scores).
std::optional<ColumnMeaning> propose(const csv::Sheet& sheet, std::size_t first_row,
                                     std::size_t column, const ColumnKnowledge& knowledge);

/// The columns without a meaning that hold whole numbers and nothing else. Numbers that only count
/// the rows (1, 2, 3 …) are none of it.
std::vector<std::size_t> whole_numbers(const csv::Sheet& sheet, const Layout& layout);

}  // namespace spreiding
