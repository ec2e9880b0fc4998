// Reads the cells of one table, and says of each problem where it is.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "plain_number.hpp"
#include "tables.hpp"
#include "text.hpp"

namespace spreiding {

/// Rows that are left out: how many, and the first of them, for one finding about all.
struct Skipped {
    std::uint32_t rows = 0;
    std::size_t first = 0;
    void add(std::size_t row) {
        if (rows++ == 0) first = row;
    }
};

class TableReader {
  public:
    TableReader(const TableFile& file, Findings& findings) : file_(file), findings_(findings) {}

    const TableFile& file() const { return file_; }

    void add(FindingCode code, std::size_t row, std::optional<std::size_t> column,
             std::string_view raw, std::string_view about, std::uint32_t other_row = 0);
    /// About a municipality, whose code is written out only where the finding is kept.
    void add(FindingCode code, std::size_t row, std::optional<std::size_t> column,
             std::string_view raw, MunicipalityCode about);
    /// One finding about all rows that were left out for one reason.
    void report(FindingCode code, const Skipped& skipped, std::string_view raw);

    static std::uint32_t row_number(std::size_t row) { return static_cast<std::uint32_t>(row) + 1; }

    std::string_view text(std::size_t row, Column column) const {
        const auto& at = file_.layout.at[static_cast<std::size_t>(column)];
        return at ? trimmed(file_.sheet.cell(row, *at)) : std::string_view{};
    }

    /// A text that may carry the guard against formulas of an export.
    std::string_view free_text(std::size_t row, Column column) {
        const std::string_view read = text(row, column);
        return read.starts_with('\'') ? without_guard(read, row, column) : read;
    }

    bool has(Column column) const { return file_.layout.has(column); }

    /// Errors for columns that the table cannot do without, for headings that occur twice (which of
    /// the two is meant is the person's to say), and for what the person named that is not there.
    /// @param measure  the column of figures that is read; of another it does not matter
    bool is_clear(std::span<const Column> required, Column measure);

  private:
    std::string_view without_guard(std::string_view text, std::size_t row, Column column);

    const TableFile& file_;
    Findings& findings_;
};

/// One column of figures.
class FigureColumn {
  public:
    FigureColumn(TableReader& reader, Column measure)
        : reader_(reader),
          sheet_(reader.file().sheet),
          measure_(measure),
          at_(reader.file().layout.column(measure)) {}

    /// How its cells are written, over every row that was chosen.
    struct Marks {
        NotationEvidence evidence;
        std::optional<std::size_t> first_either;  ///< the first row that allows two readings
    };
    Marks marks() const;

    /// Finds the notation that its cells are written in; false where they allow two readings.
    /// A figure that is at most ten cannot be grouped in thousands: for a score `1.234` is decided.
    bool find_notation(bool may_be_thousands);
    Notation notation() const { return notation_; }
    void use(Notation notation) { notation_ = notation; }

    std::string_view cell(std::size_t row) const { return sheet_.cell(row, *at_); }
    std::optional<Decimal> number(std::size_t row) {
        const PlainNumber plain = plain_number(cell(row));
        if (plain.reads_in(notation_)) return plain.value();
        return any_number(row);
    }
    std::optional<std::int64_t> whole_number(std::size_t row, std::int64_t least,
                                             std::int64_t most);
    /// About the cell of a row.
    void add(FindingCode code, std::size_t row) { add(code, row, name_of(measure_)); }
    void add(FindingCode code, std::size_t row, std::string_view about) {
        reader_.add(code, row, at_, cell(row), about);
    }

    /// Empty, or a sign for "no figure".
    bool is_missing(std::size_t row) const;
    /// Leaves out a row without a figure of a municipality that the list does not have: CBS lists
    /// those of all years, and the ones of other years have none.
    bool leaves_out(std::size_t row, const NamedMunicipality* known) {
        if (known != nullptr || reader_.file().names == nullptr || !is_missing(row)) return false;
        without_figure_.add(row);
        return true;
    }

    /// Whether the row is one of those that the person chose.
    bool is_chosen(std::size_t row) const;

    /// Says which rows were left out, and which figures are provisional.
    void say_what_was_read();

  private:
    std::optional<Decimal> any_number(std::size_t row);

    TableReader& reader_;
    const csv::Sheet& sheet_;
    Column measure_;
    std::optional<std::size_t> at_;
    Notation notation_;
    Skipped without_figure_;
    Skipped provisional_;
};

/// A row that speaks of a municipality.
struct MunicipalityRow {
    std::size_t row = 0;  ///< from 0
    MunicipalityCode code{};
    const NamedMunicipality* known = nullptr;  ///< in the list of municipalities; null: not there
    std::string_view name{};                   ///< in the file, else in that list
};

/// The rows of a table that speak of a municipality, one after the other, each looked at once.
/// Skipped are blank rows and, in notes, other regions, rows that were not chosen and rows of text
/// alone; rows without a readable code are findings.
class MunicipalityRows {
  public:
    /// @param figures  the columns that are read; the rows of a table are chosen alike for all
    MunicipalityRows(TableReader& reader, std::span<FigureColumn* const> figures)
        : reader_(reader), file_(reader.file()), figures_(figures) {}

    /// Calls `visit(const MunicipalityRow&)`, and `visit_other(row)` for other regions.
    template <typename Visit, typename Other>
    void each(Visit visit, Other visit_other);

  private:
    enum class Filled : std::uint8_t { nothing, one, several };

    Filled filled(std::size_t row) const;
    bool is_text_only(std::size_t row) const;
    bool is_other_level(std::size_t row, std::size_t level);
    /// A name of no municipality, in a row without any figure.
    bool is_left_out(std::size_t row);
    bool find_by_name(std::size_t row, MunicipalityRow& found);
    bool find_by_code(std::size_t row, std::string_view cell,
                      const std::optional<MunicipalityCode>& code, MunicipalityRow& found);
    std::string_view first_text(std::size_t row) const;
    void say_what_was_read();

    TableReader& reader_;
    const TableFile& file_;
    std::span<FigureColumn* const> figures_;
    Skipped other_regions_;
    Skipped not_chosen_;
    std::uint32_t named_ = 0;
    std::string_view last_level_;
    bool is_last_level_other_ = false;
};

template <typename Visit, typename Other>
void MunicipalityRows::each(Visit visit, Other visit_other) {
    const csv::Sheet& sheet = file_.sheet;
    const Layout& layout = file_.layout;
    const auto code_at = layout.column(Column::code);
    const auto level_at = layout.column(Column::level);
    const bool is_filtered = !layout.filters.empty();
    std::size_t visited = 0;
    for (std::size_t row = layout.first_row(); row < sheet.rows(); ++row) {
        const Filled cells = filled(row);
        if (cells == Filled::nothing) continue;
        if (cells == Filled::one && is_text_only(row)) {
            reader_.add(FindingCode::row_text_only, row, std::nullopt, first_text(row), "");
            continue;
        }
        if (is_filtered && !figures_.front()->is_chosen(row)) {
            not_chosen_.add(row);
            continue;
        }
        MunicipalityRow found{.row = row};
        bool is_other = level_at && is_other_level(row, *level_at);
        bool is_found = false;
        if (code_at) {
            const std::string_view cell = sheet.cell(row, *code_at);
            const auto code = read_code(cell);
            is_other = is_other || (!code && is_other_region(cell));
            is_found = !is_other && find_by_code(row, cell, code, found);
        } else {
            const std::string_view name = reader_.text(row, Column::name);
            is_other = is_other || is_name_of_other_region(name) || is_other_region(name);
            is_found = !is_other && find_by_name(row, found);
        }
        if (is_other) {
            other_regions_.add(row);
            visit_other(row);
        }
        if (!is_found) continue;
        if (++visited > most_rows) {
            reader_.add(FindingCode::too_many_rows, row, std::nullopt, "", "");
            break;
        }
        visit(found);
    }
    say_what_was_read();
}

}  // namespace spreiding
