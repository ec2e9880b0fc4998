// Reads the cells of one table, and says of each problem where it is.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "tables.hpp"
#include "text.hpp"

namespace spreiding {

class TableReader {
  public:
    /// @param measure  the column of figures that is read
    TableReader(const TableFile& file, Column measure, Findings& findings)
        : file_(file), measure_(measure), findings_(findings) {}

    void add(FindingCode code, std::size_t row, std::optional<std::size_t> column,
             std::string_view raw, std::string_view about, std::uint32_t other_row = 0);

    static std::uint32_t row_number(std::size_t row) { return static_cast<std::uint32_t>(row) + 1; }

    std::string_view text(std::size_t row, Column column) const {
        const auto at = file_.layout.column(column);
        return at ? trimmed(file_.sheet.cell(row, *at)) : std::string_view{};
    }

    /// A text that may carry the guard against formulas of an export.
    std::string_view free_text(std::size_t row, Column column);

    bool has(Column column) const { return file_.layout.has(column); }

    /// Errors for columns that the table cannot do without, for headings that occur twice (which of
    /// the two is meant is the person's to say), and for what the person named that is not there.
    bool is_clear(std::span<const Column> required);

    /// The notation of a column of numbers, or nothing where it allows two readings.
    /// A figure that is at most ten cannot be grouped in thousands: for a score `1.234` is decided.
    std::optional<Notation> notation(Column column, bool may_be_thousands);

    std::optional<Decimal> number(std::size_t row, Column column, Notation notation);
    std::optional<std::int64_t> whole_number(std::size_t row, Column column, Notation notation,
                                             std::int64_t least, std::int64_t most);

    /// The rows that speak of a municipality, one after the other: `visit(row, code)`.
    /// Skipped are blank rows and, in notes, other regions, rows that were not chosen, rows without
    /// a figure of municipalities that the list does not have, and rows of text alone.
    /// @param visit_other  `visit_other(row)` for other regions
    template <typename Visit, typename Other>
    void each_municipality(Visit visit, Other visit_other);
    template <typename Visit>
    void each_municipality(Visit visit) {
        each_municipality(visit, [](std::size_t) {});
    }

  private:
    struct Skipped {
        std::uint32_t rows = 0;
        std::size_t first = 0;
        void add(std::size_t row) {
            if (rows++ == 0) first = row;
        }
    };
    void report(FindingCode code, const Skipped& skipped, std::string_view raw);

    bool is_chosen(std::size_t row) const;
    bool is_other(std::size_t row) const;
    bool is_former_without_figure(std::size_t row) const;
    std::optional<MunicipalityCode> municipality_code(std::size_t row);
    std::optional<MunicipalityCode> code_of_name(std::size_t row);
    bool is_text_only(std::size_t row) const;
    std::string_view first_text(std::size_t row) const;
    void say_what_was_read();

    const TableFile& file_;
    Column measure_;
    Findings& findings_;
    std::uint32_t named_ = 0;
    Skipped provisional_;
};

template <typename Visit, typename Other>
void TableReader::each_municipality(Visit visit, Other visit_other) {
    Skipped other_regions;
    Skipped not_chosen;
    Skipped without_figure;
    const csv::Sheet& sheet = file_.sheet;
    std::size_t visited = 0;
    for (std::size_t row = file_.layout.first_row(); row < sheet.rows(); ++row) {
        if (sheet.is_blank(row)) continue;
        if (is_text_only(row)) {
            add(FindingCode::row_text_only, row, std::nullopt, first_text(row), "");
            continue;
        }
        if (!is_chosen(row)) {
            not_chosen.add(row);
            continue;
        }
        if (is_other(row)) {
            other_regions.add(row);
            visit_other(row);
            continue;
        }
        if (is_former_without_figure(row)) {
            without_figure.add(row);
            continue;
        }
        const auto code = municipality_code(row);
        if (!code) continue;
        if (++visited > most_rows) {
            add(FindingCode::too_many_rows, row, std::nullopt, "", "");
            break;
        }
        visit(row, *code);
    }
    const Column region = has(Column::code) ? Column::code : Column::name;
    report(FindingCode::rows_other_regions, other_regions, text(other_regions.first, region));
    report(FindingCode::rows_not_chosen, not_chosen, first_text(not_chosen.first));
    report(FindingCode::rows_without_figure, without_figure, text(without_figure.first, region));
    say_what_was_read();
}

}  // namespace spreiding
