// Lists of different years brought to the municipalities of one round (gemeentelijke herindeling).
//
// Only what a person switches on. A municipality that ended counts in the one it became part of:
//   inhabitants  are added;
//   scores       become Σ s·p ÷ Σ p, with the inhabitants p of the scores' own division, rounded to
//                the decimals of the table; a half goes away from zero, so that −0.0605 and 0.0605
//                stay each other's opposite.
// A municipality that was divided over several needs the division in inhabitants, entered by a
// person: CBS's note gives one for the day of the division, and no score of the parts.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tables/municipality_names.hpp"
#include "tables/tables.hpp"
#include "values/finding.hpp"

namespace spreiding {

/// One municipality that ended, and one that it (or a part of it) became part of.
struct MunicipalChange {
    std::string_view date;  ///< `2022-03-24`
    MunicipalityCode from;
    std::string_view from_name;
    MunicipalityCode into;
    std::string_view into_name;
};

/// Reads `datum,gemeentecode,gemeente,naar_gemeentecode,naar_gemeente,…`; rows that are none are
/// left out.
std::vector<MunicipalChange> read_changes(const csv::Sheet& sheet);

/// A part of a divided municipality, entered by a person.
struct DivisionPart {
    MunicipalityCode from;
    MunicipalityCode into;
    std::uint32_t inhabitants = 0;  ///< of the table's own day
};

/// Where municipalities of other years went.
class Mergers {
  public:
    /// @param round  the municipalities to come to
    Mergers(const MunicipalityNames& round, std::span<const MunicipalChange> changes,
            std::span<const DivisionPart> parts)
        : round_(round), changes_(changes), parts_(parts) {}

    /// Whether a table holds municipalities that ended before the round.
    bool concerns(std::span<const MunicipalityCode> codes) const;

    /// The municipalities of the round that one of another year became, or became part of.
    std::vector<MunicipalityCode> successors(MunicipalityCode code) const;

    /// The table with the municipalities of the round. Each merged row is a note at the row of the
    /// first of its parts; a divided municipality without its division is an error and stays.
    /// Rows of a merged municipality come after the others.
    PopulationTable merged(const PopulationTable& table, const std::string& file,
                           Findings& findings) const;

    /// @param population  inhabitants of the scores' own division; a municipality that takes part
    ///                    in a merger and is not in it is an error
    ScoreTable merged(const ScoreTable& table, const PopulationTable& population,
                      const std::string& file, Findings& findings) const;

  private:
    struct Part {
        std::uint32_t row;                         // in the table
        std::optional<std::uint32_t> inhabitants;  // of a division; nothing: all of it
    };
    struct Target {
        MunicipalityCode code;
        std::vector<Part> parts;  // in order of the table
    };
    // The merged municipalities, and which rows of the table stay as they are.
    template <typename Table>
    std::vector<Target> targets(const Table& table, std::span<const std::uint32_t> inhabitants,
                                const std::string& file, std::vector<bool>& stays,
                                Findings& findings) const;
    template <typename Table>
    void note(const Table& table, const Target& target, const std::string& file,
              Findings& findings) const;

    const MunicipalityNames& round_;
    std::span<const MunicipalChange> changes_;
    std::span<const DivisionPart> parts_;
};

/// Σ s·p ÷ Σ p in the units of the scores, a half away from zero.
/// @param scores       units of 10^-decimals, each within ±10^7
/// @param inhabitants  as many, each positive; at most 1,000 of them
std::int32_t merged_score(std::span<const std::int32_t> scores,
                          std::span<const std::uint32_t> inhabitants);

}  // namespace spreiding
