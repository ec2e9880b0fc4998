// One joined list of municipalities: inhabitants of one table, scores of another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tables/tables.hpp"
#include "values/finding.hpp"

namespace spreiding {

/// Positions in code order; equal codes as they stand. A sort of its own, for lists of a million
/// rows.
std::vector<std::uint32_t> code_order(std::span<const MunicipalityCode> codes);

/// Municipalities in code order; all columns are equally long. Names point into the sheets.
struct MunicipalityList {
    std::vector<MunicipalityCode> codes;
    std::vector<std::string_view> names;
    std::vector<std::uint16_t> provinces;
    std::vector<std::uint32_t> inhabitants;  ///< iG
    std::vector<std::int32_t> scores;        ///< SES, units of 10^-score_decimals
    int score_decimals = 0;

    // Where each was read, as a spreadsheet counts, from 1; a list that was not read has none.
    std::vector<std::uint32_t> population_rows;
    std::vector<std::uint32_t> score_rows;

    std::size_t size() const { return codes.size(); }
};

/// Joins on code. A code that occurs twice in a table, or in one table only, is an error finding:
/// no share can be computed over a list that is not whole.
/// The tables are used up: of two in the same order the list takes over the columns.
/// @param population_file  names of the files, for findings
MunicipalityList join(PopulationTable population, const std::string& population_file,
                      ScoreTable scores, const std::string& score_file, Findings& findings);

/// The errors of `join` for codes that occur twice, of a table by itself.
void check_once(const PopulationTable& table, const std::string& file, Findings& findings);
void check_once(const ScoreTable& table, const std::string& file, Findings& findings);

/// Whether a loaded table is another one again, whatever its format or order: the same
/// municipalities with the same figures.
bool repeats(const PopulationTable& loaded, const PopulationTable& known);
bool repeats(const ScoreTable& loaded, const ScoreTable& known);

/// Whether a loaded table rests on another: at least half of its municipalities have the same
/// figure there. Official scores meet an estimate's in a few of a hundred municipalities; a list
/// that does so in half of them is that estimate, corrected or shortened.
bool rests_on(const PopulationTable& loaded, const PopulationTable& known);
bool rests_on(const ScoreTable& loaded, const ScoreTable& known);

/// Whether a loaded list of scores is another one again after rounding, after all (1 + score) or
/// all scores were multiplied by one factor, or after both: at least 98 % of its rows are what one
/// factor makes of the other, within half a unit of the last decimal that the list has. Fewer would
/// be a false alarm: with a free factor two in three of the weights behind the table of 2026 lie
/// within 0.005 of the estimate.
bool fits_up_to_a_factor(const ScoreTable& loaded, const ScoreTable& known);

/// Whether a loaded table is an estimate again, in one way or the other.
bool is_again(const PopulationTable& loaded, const PopulationTable& known);
bool is_again(const ScoreTable& loaded, const ScoreTable& known);

}  // namespace spreiding
