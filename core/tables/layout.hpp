// Where in a sheet the columns of a table stand, and which of its rows count: from its headings,
// from its cells, and from what a person said.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "csv/csv.hpp"
#include "tables/headings.hpp"
#include "values/decimal.hpp"
#include "values/period.hpp"
#include "values/words.hpp"

namespace spreiding {

enum class TableKind : std::uint8_t {
    unknown,
    population,
    scores,
    population_and_scores,
    published,
    code_list  ///< what the identifiers of a long form stand for; see code_list.hpp
};
template <>
inline constexpr auto words_of<TableKind> = word_table("TableKind", "unknown", "population",
                                                       "scores", "population_and_scores",
                                                       "published", "code_list");

/// A row per region, or a row per figure (the long form of OData: `Measure`, `Value`, …).
enum class Form : std::uint8_t { rows, observations };
template <>
inline constexpr auto words_of<Form> = word_table("", "rows", "observations");

/// What a person said of one meaning: the heading of its column, else its number from 1; with
/// neither, no column has this meaning. Of the long form the heading is that of the measure.
struct ColumnChoice {
    ColumnMeaning column = ColumnMeaning::code;
    std::string heading{};
    std::size_t number = 0;

    friend bool operator==(const ColumnChoice&, const ColumnChoice&) = default;
};

/// What an identifier stands for, from the code lists that come with a long form.
struct CodeTitle {
    std::string_view identifier;
    std::string_view title;

    friend bool operator==(const CodeTitle&, const CodeTitle&) = default;
};

/// What is said about reading a file, beside its bytes.
struct TableOptions {
    std::optional<Notation> notation{};  ///< where the cells allow two
    std::vector<ColumnChoice> columns{};
    std::optional<std::string> period{};  ///< key or text of the one that counts
    std::vector<CodeTitle> titles{};

    friend bool operator==(const TableOptions&, const TableOptions&) = default;
};

/// Why a column is used as it is.
enum class Why : std::uint8_t { unknown, heading, mapping, regions };

/// Only rows with this text (spaces around it aside) in this column count.
struct RowFilter {
    std::size_t column = 0;
    std::string value{};
    std::optional<ColumnMeaning> only_for{};  ///< for reading this column alone
};

struct Layout {
    TableKind kind = TableKind::unknown;
    Form form = Form::rows;
    std::size_t header_row = 0;  ///< from 0
    std::size_t last_header_row = 0;
    std::array<std::optional<std::size_t>, column_kinds> at{};  ///< from 0
    std::vector<std::string> headings{};  ///< per column; several rows joined with ` / `
    std::vector<Why> whys{};              ///< per column
    std::vector<RowFilter> filters{};
    std::vector<Period> periods{};          ///< oldest first
    std::optional<std::size_t> proposed{};  ///< the newest whole year
    std::optional<std::size_t> chosen{};    ///< said by the person, or the only one

    // What a reader has to report.
    struct Doubled {
        std::size_t at;
        ColumnMeaning column;
    };
    std::vector<Doubled> doubled{};         ///< second columns of one meaning
    std::vector<ColumnChoice> not_found{};  ///< columns that a person named and that are not there
    bool is_headless = false;               ///< at most a title stands above its figures
    bool is_period_unknown = false;         ///< a person named one that is not there

    std::optional<std::size_t> column(ColumnMeaning column) const {
        return at[static_cast<std::size_t>(column)];
    }
    bool has(ColumnMeaning wanted) const { return column(wanted).has_value(); }
    /// Of a table without headings the last row of its header is the one before the first: none.
    std::size_t first_row() const { return last_header_row + 1; }
    /// Several periods, and none is chosen.
    bool is_period_open() const { return periods.size() > 1 && !chosen; }
};

/// Finds the header among the first fifty rows, by the names that CBS, municipalities and this
/// program use for their columns; a header may take up to four rows. Kind `unknown` where there is
/// none; no finding is made.
/// A file with several periods and no choice is laid out for the proposed one.
Layout recognise(const csv::Sheet& sheet, const TableOptions& reading = {});

}  // namespace spreiding
