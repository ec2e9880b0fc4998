// How a CSV file is written, and what decided that. A person sees the evidence beside the reading.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "values/words.hpp"

namespace spreiding::csv {

enum class Encoding : std::uint8_t { utf_8, utf_8_bom, windows_1252, utf_16_le, utf_16_be };

enum class EncodingReason : std::uint8_t {
    ascii_only,       ///< no byte beyond ASCII: every candidate reads the same
    valid_utf_8,      ///< bytes beyond ASCII, all of them well-formed UTF-8
    not_utf_8,        ///< some are not: Windows-1252, as Excel saves "CSV"
    byte_order_mark,  ///< the file says so itself
    said,             ///< the person said so
};

enum class SeparatorReason : std::uint8_t {
    no_separator,    ///< none cuts two rows alike: one column
    rows_alike,      ///< it cuts most rows into equally many cells
    decimal_commas,  ///< a comma cuts as many, but stands between digits throughout
    cuts_finer,      ///< another cuts as many rows, but into fewer cells
    equal_terms,     ///< another cuts as many rows into as many cells: weak
    separator_line,  ///< the file says so itself, in a first line such as `sep=;`
    said,            ///< the person said so
};

/// What one separator makes of the first rows.
struct SeparatorEvidence {
    char separator = ',';
    std::uint32_t rows = 0;    ///< rows with the most common number of cells, two or more
    std::uint32_t cells = 1;   ///< that number
    std::uint32_t faults = 0;  ///< cells with quotes where no quote may stand, if this separated

    /// Rows that speak for it, less the cells that speak against it.
    std::int64_t strength() const { return std::int64_t{rows} - faults; }
};

constexpr std::array<char, 4> separators = {',', ';', '\t', '|'};

struct Dialect {
    Encoding encoding = Encoding::utf_8;
    EncodingReason encoding_reason = EncodingReason::ascii_only;

    char separator = ',';
    SeparatorReason separator_reason = SeparatorReason::no_separator;
    std::uint32_t sampled_rows = 0;  ///< filled rows at the start of the file that were tried
    std::array<SeparatorEvidence, separators.size()> tried{};  ///< in order of `separators`

    /// Cells in double quotes. The only quote that is one: in `'s-Gravenhage` it is a letter.
    std::size_t quoted_cells = 0;
};

}  // namespace spreiding::csv

namespace spreiding {

template <>
inline constexpr auto words_of<csv::Encoding> = word_table("", "utf-8", "utf-8-bom", "windows-1252",
                                                           "utf-16le", "utf-16be");
template <>
inline constexpr auto words_of<csv::EncodingReason> = word_table("", "ascii_only", "valid_utf_8",
                                                                 "not_utf_8", "byte_order_mark",
                                                                 "said");
template <>
inline constexpr auto words_of<csv::SeparatorReason> = word_table("", "no_separator", "rows_alike",
                                                                  "decimal_commas", "cuts_finer",
                                                                  "equal_terms", "separator_line",
                                                                  "said");

}  // namespace spreiding
