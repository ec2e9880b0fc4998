// What contradicts that a printed table is the whole of a round. Nothing follows from one that
// contradicts itself, and nothing is proven by one that looks as if it was copied wrongly.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "key/derived.hpp"
#include "published/plausible.hpp"
#include "published/printed.hpp"
#include "service/reading.hpp"

namespace spreiding::service {

/// A printed table and where it stands, so that a finding names its place.
struct TableInFile {
    const PrintedTable& table;
    const LaidOutFile& file;
    const std::string& name;  ///< of the file
};

/// Of each municipality of the list its row. Findings of severity error, and nothing, where one
/// lacks or occurs twice, where a printed sum is not that of its parts, or where all together are
/// farther from the need than rounding takes them.
/// @param provinces  how many there are
std::optional<std::vector<const PrintedRow*>> rows_of_whole(const TableInFile& table,
                                                            const MunicipalityList& list,
                                                            std::size_t provinces, Places need,
                                                            Findings& findings);

/// A warning at the figure of each pair that looks swapped.
/// @param rows  in the order of the list
void warn_of_swapped(const TableInFile& table, const std::vector<const PrintedRow*>& rows,
                     const MunicipalityList& list, const Plausibility& found, Findings& findings);
/// A warning at each other figure that does not fit its inhabitants.
void warn_of_odd(const TableInFile& table, const std::vector<const PrintedRow*>& rows,
                 const MunicipalityList& list, const Plausibility& found, Findings& findings);

}  // namespace spreiding::service
