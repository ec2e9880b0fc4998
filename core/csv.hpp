// Bytes to cells with row and column, and back. What a column means is not known here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "finding.hpp"

namespace spreiding::csv {

enum class Encoding : std::uint8_t { utf_8, utf_8_bom, windows_1252 };

struct Dialect {
    Encoding encoding = Encoding::utf_8;
    char separator = ',';
};

/// The cells of a file, row by row, as read; rows may differ in length.
/// Cells point into the bytes they were read from where they can, else into the sheet: they hold as
/// long as the bytes are there and the sheet stays where it is.
class Sheet {
  public:
    std::size_t rows() const { return row_starts_.empty() ? 0 : row_starts_.size() - 1; }

    /// Number of cells in a row; row from 0.
    std::size_t columns(std::size_t row) const { return row_starts_[row + 1] - row_starts_[row]; }

    /// The text of a cell; row and column from 0. Outside the row: empty.
    std::string_view cell(std::size_t row, std::size_t column) const {
        if (column >= columns(row)) return {};
        const Span span = cells_[row_starts_[row] + column];
        return {(span.unquoted ? unquoted_.data() : text_begin()) + span.begin, span.length};
    }

    bool is_blank(std::size_t row) const;

    Dialect dialect;

  private:
    friend Sheet read(std::string_view bytes, const std::string& file, Findings& findings);

    // Four bytes for the place, four for the length: a file of 256 MB has room to spare.
    struct Span {
        std::uint32_t begin;
        std::uint32_t length : 31;
        std::uint32_t unquoted : 1;  // the text had doubled quotes and stands in `unquoted_`
    };

    void read_rows(std::string_view bytes, const std::string& file, Findings& findings);

    const char* text_begin() const {
        return dialect.encoding == Encoding::windows_1252 ? decoded_.data() : bytes_.data();
    }

    std::string_view bytes_;
    std::string decoded_;  // the bytes as UTF-8, where they were not
    std::string unquoted_;
    std::vector<Span> cells_;
    std::vector<std::uint32_t> row_starts_;
};

/// The largest file that is read: 256 MiB.
constexpr std::size_t most_bytes = std::size_t{256} << 20U;

/// Reads a file of comma-, semicolon- or tab-separated values (RFC 4180), with any line ends.
/// Encoding: UTF-8 with or without byte order mark, else Windows-1252 (a note). Separator: the one
/// that cuts the first rows into equally many cells. A line `sep=;`, as Excel writes it, is obeyed.
/// @param file  its name, for findings
/// @return      the cells; on an error finding what could be read before it
Sheet read(std::string_view bytes, const std::string& file, Findings& findings);

/// How a CSV file is written.
struct Style {
    char separator = ',';
    char decimal_mark = '.';
    bool byte_order_mark = false;
};
constexpr Style international{};
constexpr Style dutch{';', ',', true};

/// Writes rows of cells, UTF-8 and CRLF line ends (RFC 4180).
class Writer {
  public:
    explicit Writer(Style style);

    /// Free text: quoted where needed, and guarded so that no spreadsheet takes it for a formula.
    void text(std::string_view text);
    /// Decimal text with a point, as the core makes it; written with the style's own mark.
    void number(std::string_view decimal);
    void whole(std::int64_t value);
    void empty();
    void end_row();

    std::string take() && { return std::move(out_); }

  private:
    void separate();

    Style style_;
    std::string out_;
    bool row_started_ = false;
};

/// Whether a spreadsheet could take the text for a formula: after any number of apostrophes a sign
/// that starts one, and something behind it. `'s-Gravenhage` and a lone `-` are no such text.
bool starts_formula(std::string_view text);

/// The text that a guarded one stands for: exactly one apostrophe less where `starts_formula` holds
/// and there is one; else the text itself.
std::string_view without_guard(std::string_view text);

}  // namespace spreiding::csv
