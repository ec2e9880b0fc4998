// A complete printed table in place of scores: read, checked, and turned into what a list needs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "key/figure.hpp"
#include "service/open_files.hpp"
#include "service/reading.hpp"
#include "service/request.hpp"
#include "tables/municipalities.hpp"
#include "tables/tables.hpp"

namespace spreiding::service {

/// The table as it was read; in code order.
struct PrintedTableOfScores {
    PrintedShares shares;
    /// Scores with which a list can be made, as `carried_scores` has them. Of `derived` they lie in
    /// the middle of what is proven, and decide nothing.
    ScoreTable scores;
    /// The same on the inhabitants of its makers.
    ScoreTable own_scores;
    /// What the table was scaled to; by province, nothing where there is none.
    std::vector<std::optional<Places>> tasks;
    /// Whether nothing in the table looks as if it was copied wrongly.
    bool is_plausible = true;
    std::vector<const OpenFile*> files;  ///< that it rests on beside itself
    LaidOutFile file;                    ///< the table itself
    LaidOutFile population;              ///< the inhabitants of its makers
};

/// Which table is asked for, and how it is used.
struct PrintedTableRequest {
    const InputsRequest& request;
    const PrintedScores& use;
    const std::string& name;  ///< of its file
    const LaidOutFile& file;
};

/// Findings of severity error where the table is not complete, holds a municipality twice, does not
/// add up, or where its municipalities are not those of the inhabitants.
/// @param population  of the round, as read
/// @param missing     a file that is named and was not given
std::optional<PrintedTableOfScores> read_printed_scores(const PrintedTableRequest& asked,
                                                        const PopulationTable& population,
                                                        OpenFiles& open_files,
                                                        std::optional<std::string>& missing,
                                                        Findings& findings);

}  // namespace spreiding::service
