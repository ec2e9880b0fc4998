// Finds the way of writing that gives a file's own bytes back, and writes cells in it.
#include "csv/rewriting.hpp"

#include <cstddef>

#include "values/text.hpp"

namespace spreiding::csv {
namespace {

void append_cell(std::string& out, std::string_view cell, const Writing& writing) {
    const char special[] = {'"', '\r', '\n', writing.separator};
    const bool quoted = writing.all_quoted ||
                        cell.find_first_of({special, sizeof special}) != std::string_view::npos;
    if (!quoted) {
        out += cell;
        return;
    }
    out += '"';
    for (const char c : cell) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

}  // namespace

Cells cells_of(const Sheet& sheet) {
    Cells cells(sheet.rows());
    for (std::size_t row = 0; row < sheet.rows(); ++row) {
        for (std::size_t column = 0; column < sheet.columns(row); ++column)
            cells[row].push_back(sheet.cell(row, column));
    }
    return cells;
}

std::optional<std::string> write_again(const Cells& cells, const Writing& writing) {
    std::string text;
    const std::string_view line_end = writing.carriage_returns ? "\r\n" : "\n";
    for (std::size_t row = 0; row < cells.size(); ++row) {
        for (std::size_t column = 0; column < cells[row].size(); ++column) {
            if (column > 0) text += writing.separator;
            append_cell(text, cells[row][column], writing);
        }
        if (row + 1 < cells.size() || writing.last_line_ends) text += line_end;
    }
    switch (writing.encoding) {
        case Encoding::windows_1252:
            return windows_1252_from_utf8(text);
        case Encoding::utf_8_bom:
            return "\xEF\xBB\xBF" + text;
        case Encoding::utf_16_le:
        case Encoding::utf_16_be:
            return std::nullopt;
        case Encoding::utf_8:
            break;
    }
    return text;
}

std::optional<Writing> writing_of(std::string_view bytes, const Sheet& sheet) {
    const Cells cells = cells_of(sheet);
    Writing writing;
    writing.encoding = sheet.dialect.encoding;
    writing.separator = sheet.dialect.separator;
    writing.carriage_returns = bytes.find("\r\n") != std::string_view::npos;
    writing.last_line_ends = bytes.ends_with('\n');
    for (const bool all_quoted : {false, true}) {
        writing.all_quoted = all_quoted;
        if (write_again(cells, writing) == bytes) return writing;
    }
    return std::nullopt;
}

std::string plain_file(const Cells& cells, const CellOptions& said) {
    Writing writing;
    writing.all_quoted = true;
    writing.separator = said.separator.value_or(writing.separator);
    const auto as_utf_8 = write_again(cells, writing);
    if (said.encoding != Encoding::windows_1252) return *as_utf_8;
    writing.encoding = Encoding::windows_1252;
    return write_again(cells, writing).value_or(*as_utf_8);
}

}  // namespace spreiding::csv
