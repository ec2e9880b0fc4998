// What is odd about a list that can be used: warnings, because a person may know better.
#pragma once

#include <span>
#include <string>

#include "tables/municipality_names.hpp"
#include "tables/tables.hpp"
#include "values/finding.hpp"

namespace spreiding {

/// Names that are not those of the code they stand beside, by the spellings of `MunicipalityNames`.
/// Codes that the round does not have are left to `check_division`.
void check_names(const PopulationTable& table, const MunicipalityNames& round,
                 const std::string& file, Findings& findings);
void check_names(const ScoreTable& table, const MunicipalityNames& round, const std::string& file,
                 Findings& findings);

/// Provinces in the file that are not those of the round.
void check_provinces(const PopulationTable& table, const MunicipalityNames& round,
                     const std::string& file, Findings& findings);

/// A list that is not the municipalities of the round, and which are too many or lacking.
void check_division(const PopulationTable& table, const MunicipalityNames& round,
                    const std::string& file, Findings& findings);
void check_division(const ScoreTable& table, const MunicipalityNames& round,
                    const std::string& file, Findings& findings);

/// Inhabitants that differ by more than a factor of 1.5, either way, from those of the same
/// municipality in every vintage that has it.
/// @param vintages  each in code order; the finding names the figure of the first
void check_inhabitants(const PopulationTable& table, std::span<const PopulationTable> vintages,
                       const std::string& file, Findings& findings);

}  // namespace spreiding
