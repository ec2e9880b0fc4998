// A distribution as someone printed it: a table of municipalities, provinces or both, however it
// was typed. Each row is matched to the list that it is compared with; what does not match is kept.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "key/allocation.hpp"
#include "tables/municipalities.hpp"
#include "tables/tables.hpp"
#include "values/finding.hpp"

namespace spreiding {

struct PrintedRow {
    Level level = Level::municipality;
    std::string_view name;                    ///< as printed; the code where there is no name
    std::optional<MunicipalityCode> code;     ///< of the municipality in the list, or as printed
    std::optional<std::size_t> municipality;  ///< position in the list
    std::optional<std::size_t> province;      ///< index into the names of provinces
    Places places = 0;
    std::optional<Places> minors;
    std::uint32_t row = 0;  ///< as a spreadsheet counts
    /// Whether the name may be more than one municipality, which is a finding already.
    bool is_ambiguous = false;
    /// Whether a row above is about the same municipality, province or country. It is compared like
    /// any row, and counts in no sum: there the first row does.
    bool is_repeated = false;
    /// Rounded figures that `places` is the sum of: more than one where former municipalities were
    /// combined.
    std::int64_t parts = 1;
};

struct PrintedTable {
    std::vector<PrintedRow> rows;
};

/// What the rows of a printed table may be about.
struct Known {
    const MunicipalityList& list;
    std::span<const std::string> provinces;
};

/// Reads a table with a column of places and one of names or codes; totals rows, section titles, a
/// second header row and footnote marks are taken for what they are, in notes.
/// Figures are whole numbers, so that `1.234` is decided: a thousands mark. A percentage or a text
/// in place of a figure is an error finding at its cell; an empty cell a note, and the row has no
/// figure. A name that may be more than one municipality is a warning that says which, and is
/// matched to none. What is printed twice is a warning at the later figure, with the row of the
/// first. A name that a municipality and a province share (Groningen, Utrecht) is the municipality,
/// unless the table says otherwise, prints it twice, or has rows of provinces only.
PrintedTable read_printed(const TableFile& file, const Known& known, Findings& findings);

/// Whether every municipality of the list has a row.
bool is_complete(const PrintedTable& table, const MunicipalityList& list);

/// Sum of the rows of municipalities, each once.
Places sum_of_municipalities(const PrintedTable& table);

/// The figure for the country, where a row prints it.
std::optional<Places> printed_country(const PrintedTable& table);

}  // namespace spreiding
