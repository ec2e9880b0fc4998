// Reads the cells of one table, and says of each problem where it is.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "tables/tables.hpp"
#include "values/plain_number.hpp"
#include "values/text.hpp"

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
    /// Whether one was added, by this reader or before it.
    bool has_errors() const { return findings_.has_errors(); }

    void add(FindingCode code, std::size_t row, std::optional<std::size_t> column,
             std::string_view raw, std::string_view about, std::uint32_t other_row = 0);
    /// About a municipality, whose code is written out only where the finding is kept.
    void add(FindingCode code, std::size_t row, std::optional<std::size_t> column,
             std::string_view raw, MunicipalityCode about);
    /// One finding about all rows that were left out for one reason.
    void report(FindingCode code, const Skipped& skipped, std::string_view raw);

    static std::uint32_t row_number(std::size_t row) { return static_cast<std::uint32_t>(row) + 1; }

    std::string_view text(const csv::Sheet::Row& cells, ColumnMeaning column) const {
        const auto& at = file_.layout.at[static_cast<std::size_t>(column)];
        return at ? trimmed(cells[*at]) : std::string_view{};
    }
    std::string_view text(std::size_t row, ColumnMeaning column) const {
        return text(file_.sheet.row(row), column);
    }

    /// A text that may carry the guard against formulas of an export.
    std::string_view free_text(std::size_t row, const csv::Sheet::Row& cells,
                               ColumnMeaning column) {
        const std::string_view read = text(cells, column);
        if (read.empty() || read.front() != '\'') return read;
        return without_guard(read, row, column);
    }

    bool has(ColumnMeaning column) const { return file_.layout.has(column); }

    /// Errors for columns that the table cannot do without, for headings that occur twice (which of
    /// the two is meant is the person's to say), and for what the person named that is not there.
    /// @param measure  the column of figures that is read; of another it does not matter
    bool is_clear(std::span<const ColumnMeaning> required, ColumnMeaning measure);
    /// No title above a column makes its figures other ones; else an error.
    bool has_own_unit(ColumnMeaning measure);
    /// A row that is text alone, in a note; in an error where it makes the figures other ones.
    void add_text(std::size_t row, std::string_view text, ColumnMeaning measure,
                  FindingCode code = FindingCode::row_text_only);
    /// Asks whether a column has the meaning, as one of so many that may.
    void propose(std::size_t column, ColumnMeaning meaning, std::uint32_t of = 1);

  private:
    bool is_of_other_unit(ColumnMeaning missing);
    std::string_view without_guard(std::string_view text, std::size_t row, ColumnMeaning column);

    const TableFile& file_;
    Findings& findings_;
};

/// Whether all rows are looked at to find a notation, or the first of them.
enum class NotationFrom : std::uint8_t { first_rows, all_rows };

/// Figures as they are kept, and as they are printed for people: with the marks of footnotes behind
/// them, whole numbers (so that a mark before three digits parts thousands), and empty where the
/// row is about something else; and as wishes are, with a word before them that makes them a limit
/// (`tot 40`, `max. 40`).
enum class FigureForm : std::uint8_t { kept, printed, limit };

/// One column of figures: the only reader of them, for every kind of table. What it gives has no
/// fault; of a cell that has one it tells the finding, and gives nothing. Its rows are looked at
/// one after the other; what is asked is about the one that was looked at last.
class FigureColumn {
  public:
    FigureColumn(TableReader& reader, ColumnMeaning measure, FigureForm form = FigureForm::kept)
        : reader_(reader),
          sheet_(reader.file().sheet),
          measure_(measure),
          form_(form),
          at_(reader.file().layout.column(measure)) {}

    ColumnMeaning measure() const { return measure_; }
    /// How its cells are written, over the rows that were chosen, of all or of the first so many.
    struct Marks {
        NotationEvidence evidence;
        std::optional<std::size_t> first_either;  ///< the first row that allows two readings
    };
    Marks marks(std::size_t most = static_cast<std::size_t>(-1)) const;
    /// The notation that the evidence allows, with what a person or a document says of it.
    std::optional<Notation> decided_by(NotationEvidence evidence) const;

    /// Finds the notation that its cells are written in; false, with a finding, where all allow two
    /// readings.
    bool find_notation(NotationFrom rows);
    /// Whether the rows that were looked at have the notation that was found; of the first rows
    /// alone the others may show another.
    bool has_own_notation() const { return !is_assumed_ || decided_by(evidence_) == notation_; }

    /// What it is called in findings, where that is not the name of what it measures.
    void call(std::string_view name) { called_ = name; }

    /// Its figures are whole, as those that are printed: `1.234` is decided.
    void take_as_whole() { is_whole_ = true; }

    Notation notation() const { return notation_; }
    void use(Notation notation) { notation_ = notation; }

    void look_at(std::size_t row, const csv::Sheet::Row& cells) {
        row_ = row;
        // A sign behind the guard of a table that was written to be opened as a sheet: `'-5`.
        cell_ = at_ ? csv::without_guard(cells[*at_]) : std::string_view{};
        plain_ = plain_number(cell_);
        if (plain_.digits > 0) {
            evidence_.add(plain_);
        } else {
            look_at_other();
        }
    }

    std::string_view cell() const { return cell_; }
    bool is_plain() const { return plain_.digits > 0; }
    /// What its cell holds, without a finding: for a reader that has more to say of a fault.
    ReadDecimal reading() const { return read_decimal(without_marks(cell_), notation_); }
    std::optional<Decimal> number() {
        if (plain_.reads_in(notation_)) return plain_.value();
        return any_number(called_);
    }
    std::optional<std::int64_t> whole_number(std::int64_t least, std::int64_t most) {
        const bool plain = plain_.digits > 0 && plain_.mark == '\0';
        if (plain && plain_.units >= least && plain_.units <= most) return plain_.units;
        return any_whole_number(least, most);
    }
    /// About its cell.
    void add(FindingCode code) { reader_.add(code, row_, at_, cell_, called_); }
    /// About that of any row.
    void add(FindingCode code, std::size_t row, std::string_view about) {
        reader_.add(code, row, at_, sheet_.cell(row, *at_), about);
    }

    /// Empty, or a sign for "no figure".
    bool is_missing() const;
    /// Leaves out a row without a figure of a municipality that the list does not have: CBS lists
    /// those of all years, and the ones of other years have none.
    bool leaves_out(const NamedMunicipality* known) {
        if (known != nullptr || reader_.file().names == nullptr || !is_missing()) return false;
        without_figure_.add(row_);
        return true;
    }

    /// Whether the row is one of those that the person chose.
    bool is_chosen(const csv::Sheet::Row& cells) const {
        for (const RowFilter& filter : reader_.file().layout.filters) {
            if (filter.only_for && *filter.only_for != measure_) continue;
            if (!are_same(trimmed(cells[filter.column]), filter.value)) return false;
        }
        return true;
    }

    /// Says which rows were left out, and which figures are provisional.
    void say_what_was_read();

  private:
    void look_at_other();
    std::string_view without_marks(std::string_view cell) const;
    /// @param about  of the finding that it is too large
    std::optional<Decimal> any_number(std::string_view about);
    std::optional<std::int64_t> any_whole_number(std::int64_t least, std::int64_t most);

    TableReader& reader_;
    const csv::Sheet& sheet_;
    ColumnMeaning measure_;
    FigureForm form_;
    bool is_whole_ = false;
    std::optional<std::size_t> at_;
    Notation notation_;
    bool is_assumed_ = false;
    NotationEvidence evidence_;  // of the rows that were looked at
    Skipped without_figure_;
    Skipped provisional_;

    std::string_view called_ = name_of(measure_);
    std::size_t row_ = 0;
    std::string_view cell_;
    PlainNumber plain_;
};

/// What is left of a printed figure when the mark of its footnote is taken off: `4.479*`, `4.479
/// 1)`, `4.479¹`.
std::string_view without_footnote(std::string_view cell);

/// The figure behind a word that makes it a limit.
std::string_view without_limit(std::string_view cell);

/// A row that speaks of a municipality.
struct MunicipalityRow {
    std::size_t row = 0;  ///< from 0
    csv::Sheet::Row cells;
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

    /// Lets the columns look at every row that was chosen, and calls
    /// `visit(const MunicipalityRow&)`, or `visit_other(row)` for other regions.
    template <typename Visit, typename Other>
    void each(Visit visit, Other visit_other);

  private:
    enum class Filled : std::uint8_t { nothing, one, several };

    static Filled filled(const csv::Sheet::Row& cells) {
        // Of nearly every row the first two are.
        const bool several = !trimmed(cells[0]).empty() && !trimmed(cells[1]).empty();
        return several ? Filled::several : any_filled(cells);
    }
    static Filled any_filled(const csv::Sheet::Row& cells);
    static bool is_text_only(const csv::Sheet::Row& cells);
    static std::string_view first_text(const csv::Sheet::Row& cells);
    bool is_other_level(std::string_view level);
    /// A name of no municipality, in a row without any figure.
    bool is_left_out();
    bool find_by_name(MunicipalityRow& found);
    bool find_by_code(std::string_view cell, const std::optional<MunicipalityCode>& code,
                      MunicipalityRow& found);
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
    const auto code_at = layout.column(ColumnMeaning::code);
    const auto level_at = layout.column(ColumnMeaning::level);
    const bool is_filtered = !layout.filters.empty();
    std::size_t visited = 0;
    for (std::size_t row = layout.first_row(); row < sheet.rows(); ++row) {
        const csv::Sheet::Row cells = sheet.row(row);
        const bool is_chosen = !is_filtered || figures_.front()->is_chosen(cells);
        if (is_chosen) {
            for (FigureColumn* figure : figures_)
                figure->look_at(row, cells);
        }
        const std::string_view code_cell = code_at ? cells[*code_at] : std::string_view{};
        const auto code = is_chosen && code_at ? read_code(code_cell) : std::nullopt;
        // A code and a figure are two texts.
        const bool several = code && figures_.front()->is_plain();
        const Filled texts = several ? Filled::several : filled(cells);
        if (texts == Filled::nothing) continue;
        if (texts == Filled::one && is_text_only(cells)) {
            reader_.add_text(row, first_text(cells), figures_.front()->measure());
            continue;
        }
        if (!is_chosen) {
            not_chosen_.add(row);
            continue;
        }
        MunicipalityRow found{.row = row, .cells = cells};
        bool is_other = level_at && is_other_level(cells[*level_at]);
        bool is_found = false;
        if (code_at) {
            is_other = is_other || (!code && is_other_region(code_cell)) ||
                       (!code && trimmed(code_cell).empty() &&
                        is_name_of_total(reader_.text(cells, ColumnMeaning::name)));
            is_found = !is_other && find_by_code(code_cell, code, found);
        } else {
            const std::string_view name = reader_.text(cells, ColumnMeaning::name);
            is_other = is_other || is_name_of_other_region(name) || is_other_region(name) ||
                       is_name_of_total(name);
            is_found = !is_other && find_by_name(found);
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
