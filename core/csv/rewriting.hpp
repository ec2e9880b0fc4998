// A file written again from its cells, byte for byte: so that whoever has the cells can show that
// they are those of the file with a given fingerprint.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "csv/csv.hpp"

namespace spreiding::csv {

using Cells = std::vector<std::vector<std::string_view>>;

/// All cells of a sheet, row by row.
Cells cells_of(const Sheet& sheet);

/// What two files with the same cells may still differ in.
struct Writing {
    Encoding encoding = Encoding::utf_8;
    char separator = ',';
    bool carriage_returns = false;  ///< lines end in CR LF, else in LF
    bool last_line_ends = true;     ///< with a line end
    bool all_quoted = false;        ///< else only cells that need it

    friend bool operator==(const Writing&, const Writing&) = default;
};

/// @return  nothing where a character has no place in the encoding
std::optional<std::string> write_again(const Cells& cells, const Writing& writing);

/// How a file was written, where that can be told by four properties; nothing where writing its
/// cells again gives other bytes.
std::optional<Writing> writing_of(std::string_view bytes, const Sheet& sheet);

/// Bytes that are read as exactly these cells, whatever the file looked like that they are from.
/// @param said  the reading they are meant for; without a word on it, any
std::string plain_file(const Cells& cells, const CellOptions& said = {});

}  // namespace spreiding::csv
