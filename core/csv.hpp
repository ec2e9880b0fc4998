// Bytes to cells with row and column. What a column means is not known here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "buffer.hpp"
#include "csv_writer.hpp"
#include "dialect.hpp"
#include "finding.hpp"

namespace spreiding::csv {

/// The cells of a file, row by row, exactly as read: without their quotes, and nothing else taken
/// off or put in. Rows may differ in length; an empty line is a row with one empty cell.
/// Cells point into the bytes they were read from where they can, else into the sheet: they hold as
/// long as the bytes are there and the sheet stays where it is.
class Sheet {
  public:
    std::size_t rows() const { return row_ends_.size(); }

    /// Number of cells in a row; row from 0.
    std::size_t columns(std::size_t row) const { return row_ends_[row] - row_begin(row); }

    /// The text of a cell; row and column from 0. Outside the row: empty.
    std::string_view cell(std::size_t row, std::size_t column) const {
        const std::size_t at = row_begin(row) + column;
        return at < row_ends_[row] ? text_of(at, column == 0) : std::string_view{};
    }

    bool is_blank(std::size_t row) const;

    Dialect dialect;

  private:
    friend class SheetReader;

    // A cell is the place of the mark that ends it, in four bytes: it begins behind the mark
    // before. Decoded, the largest file has three times its bytes, so that two bits are left.
    static constexpr std::uint32_t between_quotes = std::uint32_t{1} << 31U;
    static constexpr std::uint32_t rewritten = std::uint32_t{1} << 30U;
    static constexpr std::uint32_t place = rewritten - 1;

    // A cell whose text is not in the file as it stands: doubled quotes, text behind a quote.
    struct Rewritten {
        std::size_t cell;
        std::size_t begin;  // in `unquoted_`, up to where the next one begins
    };

    std::size_t row_begin(std::size_t row) const { return row == 0 ? 0 : row_ends_[row - 1]; }
    /// @param first  whether it is the first of its row: a line end before it may have two halves
    std::string_view text_of(std::size_t cell, bool first) const {
        const std::uint32_t mark = cells_[cell];
        const char* const all = text().data();
        std::size_t begin = cell == 0 ? begin_ : (cells_[cell - 1] & place) + 1;
        const std::size_t end = mark & place;
        if (first && cell > 0 && begin < end && all[begin] == '\n' && all[begin - 1] == '\r')
            ++begin;
        if (mark <= place) return {all + begin, end - begin};
        if ((mark & rewritten) != 0) return rewritten_text(cell);
        return {all + begin + 1, end - begin - 2};
    }
    std::string_view rewritten_text(std::size_t cell) const;
    std::string_view text() const { return decoded_.empty() ? bytes_ : std::string_view(decoded_); }

    std::string_view bytes_;
    std::string decoded_;  // the bytes as UTF-8, where they were not
    std::string unquoted_;
    std::vector<Rewritten> rewritten_;  // in order of cells
    std::size_t begin_ = 0;             // of the first cell
    Buffer<std::uint32_t> cells_;
    Buffer<std::uint32_t> row_ends_;  // numbers of cells up to and including each row
};

/// The largest file that is read: 256 MiB.
constexpr std::size_t most_bytes = std::size_t{256} << 20U;
/// The most cells that are read; they take four bytes each.
constexpr std::size_t most_cells = std::size_t{40'000'000};

/// What a caller may say about the reading of a file.
struct Reading {
    std::optional<char> separator{};  ///< one of `separators`; else the file's own evidence decides
    /// UTF-8 or Windows-1252; a byte order mark of UTF-16 goes before it. Else the bytes decide.
    std::optional<Encoding> encoding{};
    bool scalar = false;  ///< without vector instructions; the cells are the same

    friend bool operator==(const Reading&, const Reading&) = default;
};

/// Reads a file of separated values (RFC 4180), with any line ends.
/// Encoding: a byte order mark (UTF-8, UTF-16), else UTF-8 where every byte allows it, else
/// Windows-1252; a decoded file is a note. With an encoding that a person said, bytes that have no
/// meaning in it become U+FFFD, counted in a warning. Separator: the one that cuts the first rows
/// into equally many cells. A line `sep=;`, as Excel writes it, is obeyed, and as in Excel it is no
/// row. What the standard does not allow is kept as it stands and reported where it stands.
/// @param file  its name, for findings
/// @return      the cells; on an error finding what could be read
Sheet read(std::string_view bytes, const std::string& file, Findings& findings,
           const Reading& reading = {});

/// Reports rows that are longer than the table with text outside its columns (a warning), or
/// shorter (a note). Blank rows and rows with one filled cell are titles and the like.
/// @param first_row  from 0, below the header
/// @param columns    how many the header has
void report_uneven_rows(const Sheet& sheet, std::size_t first_row, std::size_t columns,
                        const std::string& file, Findings& findings);

}  // namespace spreiding::csv
