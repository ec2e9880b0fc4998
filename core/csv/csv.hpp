// Bytes to cells with row and column. What a column means is not known here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "csv/csv_writer.hpp"
#include "csv/dialect.hpp"
#include "values/buffer.hpp"
#include "values/finding.hpp"

namespace spreiding::csv {

/// The cells of a file, row by row, exactly as read: without their quotes, and nothing else taken
/// off or put in. Rows may differ in length; an empty line is a row with one empty cell.
/// Cells point into the bytes they were read from where they can, else into the sheet: they hold as
/// long as the bytes are there and the sheet stays where it is.
class Sheet {
  public:
    /// The cells of one row.
    class Row {
      public:
        std::size_t size() const { return size_; }
        /// The text of a cell; column from 0. Outside the row: empty.
        std::string_view operator[](std::size_t column) const {
            if (column >= size_) return {};
            const std::uint32_t* const mark = marks_ + column;
            std::size_t begin = (mark[-1] + 1) & place;
            const std::size_t end = *mark & place;
            // A line end before the first cell may have two halves.
            if (column == 0 && begin < end && text_[begin] == '\n' && text_[begin - 1] == '\r')
                ++begin;
            if (*mark <= place) return {text_ + begin, end - begin};
            if ((*mark & between_quotes) != 0) return {text_ + begin + 1, end - begin - 2};
            const Rewritten& text = sheet_->rewritten_at(mark);
            return {sheet_->unquoted_.data() + text.begin, text.size};
        }
        bool is_blank() const;

      private:
        friend class Sheet;
        Row(const Sheet& sheet, std::size_t first, std::size_t end)
            : sheet_(&sheet),
              marks_(&sheet.marks_[first]),
              size_(end - first),
              text_(sheet.text_.data()) {}

        const Sheet* sheet_;
        const std::uint32_t* marks_;
        std::size_t size_;
        const char* text_;
    };

    std::size_t rows() const { return row_ends_.size(); }

    /// From 0.
    Row row(std::size_t row) const {
        return {*this, row == 0 ? 1 : row_ends_[row - 1], row_ends_[row]};
    }

    /// Number of cells in a row; row from 0.
    std::size_t columns(std::size_t row) const { return this->row(row).size(); }

    /// The text of a cell; row and column from 0. Outside the row: empty.
    std::string_view cell(std::size_t row, std::size_t column) const {
        return this->row(row)[column];
    }

    bool is_blank(std::size_t row) const { return this->row(row).is_blank(); }

    Dialect dialect;

  private:
    friend class SheetReader;

    // A cell is the place of the mark that ends it, in four bytes: it begins behind the mark
    // before; before the first cell stands one more. Decoded, the largest file has three times its
    // bytes, so that two bits are left.
    static constexpr std::uint32_t between_quotes = std::uint32_t{1} << 31U;
    static constexpr std::uint32_t rewritten = std::uint32_t{1} << 30U;
    static constexpr std::uint32_t place = rewritten - 1;

    // A cell whose text is not in the file as it stands: doubled quotes, text behind a quote.
    struct Rewritten {
        std::size_t mark;
        std::size_t begin;  // in `unquoted_`
        std::size_t size;
    };

    const Rewritten& rewritten_at(const std::uint32_t* mark) const;

    std::string_view text_;                       // the bytes of the file, or `decoded_`
    std::unique_ptr<const std::string> decoded_;  // them as UTF-8, where they were not
    std::string unquoted_;
    std::vector<Rewritten> rewritten_;  // in order of cells
    Buffer<std::uint32_t> marks_;
    Buffer<std::uint32_t> row_ends_;  // how many marks stand up to the end of each row
};

/// The largest file that is read: 256 MiB.
constexpr std::size_t most_bytes = std::size_t{256} << 20U;
/// The most cells that are read; they take four bytes each.
constexpr std::size_t most_cells = std::size_t{40'000'000};
/// The most cells of one row, as in a spreadsheet: what is asked of a heading is asked of each.
constexpr std::size_t most_columns = 16'384;

/// What a caller may say about the reading of a file.
struct CellOptions {
    std::optional<char> separator{};  ///< one of `separators`; else the file's own evidence decides
    /// UTF-8 or Windows-1252; a byte order mark of UTF-16 goes before it. Else the bytes decide.
    std::optional<Encoding> encoding{};
    bool scalar = false;  ///< without vector instructions; the cells are the same

    friend bool operator==(const CellOptions&, const CellOptions&) = default;
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
           const CellOptions& reading = {});

/// Reports rows that are longer than the table with text outside its columns (a warning), or
/// shorter (a note). Blank rows and rows with one filled cell are titles and the like.
/// @param first_row  from 0, below the header
/// @param columns    how many the header has
void report_uneven_rows(const Sheet& sheet, std::size_t first_row, std::size_t columns,
                        const std::string& file, Findings& findings);

}  // namespace spreiding::csv
