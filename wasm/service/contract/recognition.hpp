// Answers of what is in a file.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "csv/csv.hpp"
#include "service/contract/fields.hpp"
#include "service/open_files.hpp"
#include "tables/layout.hpp"
#include "tables/municipality_names.hpp"
#include "tables/tables.hpp"
#include "values/decimal.hpp"
#include "values/period.hpp"
#include "values/text.hpp"

namespace spreiding::service::contract {

/// A character that separates, of four; or, of those tried, any.
struct Separator {
    char mark;
};
inline std::string to_text(Separator separator) {
    return {separator.mark};
}
template <>
inline constexpr std::string_view printed_type<Separator> = "',' | ';' | '\\t' | '|'";

template <>
struct Described<csv::SeparatorEvidence> {
    using Of = csv::SeparatorEvidence;
    using fields =
        Fields<Field<"separator", [](const Of& of) { return std::string_view(&of.separator, 1); }>,
               Field<"rows", &Of::rows>, Field<"cells", &Of::cells>, Field<"faults", &Of::faults>>;
};

template <>
struct Described<csv::Dialect> {
    static constexpr std::string_view name = "Dialect";
    static constexpr std::string_view about =
        "How a file is written: decided by evidence, or said by the person.";
    using Of = csv::Dialect;
    using fields = Fields<
        Field<"encoding", &Of::encoding>,
        Field<"encodingReason", &Of::encoding_reason,
              "What decided it: see `EncodingReason` in `core/csv/dialect.hpp`.">,
        Field<"separator", [](const Of& of) { return Separator{of.separator}; }>,
        Field<
            "separatorReason", &Of::separator_reason,
            "`equal_terms` and `cuts_finer` are weak: another separator cuts as many rows alike.">,
        Field<"sampledRows", &Of::sampled_rows,
              "Filled rows at the start of the file that every separator was tried on.">,
        Field<
            "separators",
            [](const Of& of) -> std::span<const csv::SeparatorEvidence> { return of.tried; },
            "What each makes of them: rows cut into equally many cells, and quotes where none may "
            "stand.">,
        Field<"quotedCells", &Of::quoted_cells,
              "Cells in double quotes, the only quotes there are.">>;
};

template <>
inline constexpr std::string_view about_words<TableKind> =
    "`code_list`: what the identifiers of a long form stand for (`MeasureCodes.csv`).";
template <>
inline constexpr std::string_view about_words<ColumnMeaning> = "What a column may hold.";

/// The meaning that a layout gives to a column.
inline std::optional<ColumnMeaning> meaning_of(const Layout& layout, std::size_t at) {
    for (std::size_t kind = 0; kind < column_kinds; ++kind) {
        const auto column = static_cast<ColumnMeaning>(kind);
        if (layout.column(column) == at) return column;
    }
    return std::nullopt;
}

struct RecognisedColumn {
    const OpenFile& file;
    std::size_t at;

    // The last of several meanings, as it was always told.
    std::optional<ColumnMeaning> meaning() const {
        if (file.layout.kind == TableKind::unknown) return std::nullopt;
        std::optional<ColumnMeaning> meaning;
        for (std::size_t kind = 0; kind < column_kinds; ++kind) {
            const auto column = static_cast<ColumnMeaning>(kind);
            if (file.layout.column(column) == at) meaning = column;
        }
        return meaning;
    }
};
template <>
struct Described<RecognisedColumn> {
    static constexpr std::string_view name = "RecognisedColumn";
    static constexpr std::string_view about = "A column of a file that is recognised.";
    using Of = RecognisedColumn;
    using fields = Fields<
        Field<"column", [](const Of& of) { return of.at + 1; }>,
        Field<"header",
              [](const Of& of) { return of.file.sheet.cell(of.file.layout.header_row, of.at); }>,
        Field<"meaning", &Of::meaning, "null: not used.">>;
};

/// A file, as it is recognised.
template <>
struct Described<OpenFile> {
    static constexpr std::string_view name = "RecogniseResult";
    static constexpr std::string_view about = "What a file is.";
    using Of = OpenFile;
    using fields = Fields < Field<"kind", [](const Of& of) { return of.layout.kind; }>,
          Field < "dialect", [](const Of& of) -> const auto& {
        return of.sheet.dialect;
    }
    >, Field<"headerRow", [](const Of& of) { return of.layout.header_row + 1; }>,
        Field<"rows", [](const Of& of) { return filled_rows(of); }>,
        Field<"columns",
              [](const Of& of) {
                  return Each{of.sheet.columns(of.layout.header_row), [&of](std::size_t at) {
                                  return RecognisedColumn{of, at};
                              }};
              }>,
        Field<"sha256", &Of::fingerprint>, Field < "bytes",
        [](const Of& of) { return of.original.size(); } >>
        ;
};

struct Mark {
    char mark;
};
inline std::string to_text(Mark mark) {
    return {mark.mark};
}
template <>
inline constexpr std::string_view printed_type<Mark> = "'.' | ','";
struct Thousands {
    char mark;
};
inline std::string to_text(Thousands mark) {
    return {mark.mark};
}
template <>
inline constexpr std::string_view printed_type<Thousands> = "'.' | ',' | ' ' | \"'\"";

template <>
struct Described<Notation> {
    static constexpr std::string_view name = "NumberNotation";
    static constexpr std::string_view about = "The marks of numbers.";
    using fields =
        Fields<Field<"decimal", [](const Notation& of) { return Mark{of.decimal_mark}; }>,
               Field<"thousands",
                     [](const Notation& of) {
                         return of.thousands_mark == '\0'
                                    ? std::nullopt
                                    : std::optional(Thousands{of.thousands_mark});
                     },
                     "`null`: no thousands mark.">>;
};

enum class DecidedBy : std::uint8_t { cells, said, small, open };

/// The notation of a column, and what decides it.
struct NumbersOf {
    std::optional<Notation> notation;
    DecidedBy decided_by = DecidedBy::cells;
    NotationEvidence found;
};

enum class WhyColumn : std::uint8_t { heading, mapping, regions, cells, unknown };

struct InspectedColumn {
    const Layout& layout;
    std::size_t at;
    std::optional<ColumnMeaning> meaning, proposal;
    WhyColumn why;
    std::optional<NumbersOf> numbers;
    std::vector<std::string_view> examples;
};

struct InspectedPeriod {
    const Layout& layout;
    std::size_t at;

    const Period& period() const { return layout.periods[at]; }
};

struct InspectedRows {
    std::size_t all, filled, municipalities;
    std::int64_t other_regions;
};

/// Rows as a spreadsheet counts them, as texts.
struct RowsAsText {
    const csv::Sheet& sheet;
    std::size_t first, last;
};

struct InspectResult {
    const OpenFile& file;
    const Layout& layout;
    InspectedRows rows;
    std::vector<InspectedColumn> columns;
    std::optional<RowsAsText> cells;
};

struct CleanResult {
    TableKind kind;
    std::size_t rows;
};
template <>
struct Described<CleanResult> {
    static constexpr std::string_view name = "CleanResult";
    static constexpr std::string_view about =
        "The file in canonical form, in columns `population` (`gemeentecode, gemeente, provincie, "
        "inwoners`) and `scores` (`gemeentecode, gemeente, ses_woa`, of an estimate "
        "`ses_woa_schatting`) of the answer: bytes of a CSV file, in code order.";
    using fields = Fields<Field<"kind", &CleanResult::kind>, Field<"rows", &CleanResult::rows>>;
};

}  // namespace spreiding::service::contract

namespace spreiding {

template <>
inline constexpr auto words_of<service::contract::DecidedBy> = word_table("", "cells", "said",
                                                                          "small", "open");
template <>
inline constexpr auto words_of<service::contract::WhyColumn> = word_table("", "heading", "mapping",
                                                                          "regions", "cells",
                                                                          "unknown");

}  // namespace spreiding

namespace spreiding::service::contract {

template <>
struct Described<NumbersOf> {
    static constexpr std::string_view name = "NumberEvidence";
    static constexpr std::string_view about =
        "How the numbers of a column are written, over every row that counts. Cells that read "
        "alike "
        "in every notation decide nothing; `eitherPoint` and `eitherComma` (`1.234`) allow two "
        "readings.";
    using Of = NumbersOf;
    using Evidence = NotationEvidence;
    template <std::size_t Evidence::*Count>
    static std::size_t count(const Of& of) {
        return of.found.*Count;
    }
    using fields = Fields<
        Field<"notation", &Of::notation,
              "null: the cells allow two readings, and nobody said which.">,
        Field<
            "decidedBy", &Of::decided_by,
            "`cells`: they show it; `said`: they allow two readings, and a person chose; `small`: "
            "they allow two, but such figures are too small for thousands; `open`: a question.">,
        Field<"noMarks", &count<&Evidence::no_marks>, "Numbers of cells.">,
        Field<"decimalPoint", &count<&Evidence::decimal_point>>,
        Field<"decimalComma", &count<&Evidence::decimal_comma>>,
        Field<"thousandsPoint", &count<&Evidence::thousands_point>>,
        Field<"thousandsComma", &count<&Evidence::thousands_comma>>,
        Field<"thousandsSpace", &count<&Evidence::thousands_space>>,
        Field<"thousandsApostrophe", &count<&Evidence::thousands_apostrophe>>,
        Field<"eitherPoint", &count<&Evidence::either_point>>,
        Field<"eitherComma", &count<&Evidence::either_comma>>,
        Field<"missing", &count<&Evidence::missing>>,
        Field<"noNumber", &count<&Evidence::no_number>>>;
};

template <>
struct Described<InspectedColumn> {
    static constexpr std::string_view name = "InspectedColumn";
    static constexpr std::string_view about = "A column of a file that is looked into.";
    using Of = InspectedColumn;
    using fields = Fields < Field<"column", [](const Of& of) { return of.at + 1; }, "From 1.">,
          Field < "header", [](const Of& of) -> const auto& {
        return of.layout.headings[of.at];
    }
    , "The heading as read; headings in several rows are joined with ` / `." >,
        Field<"meaning", &Of::meaning, "What the column is used as; null: not used.">,
        Field<"proposal", &Of::proposal,
              "What its cells look like, where no heading or person says it: a proposal, never "
              "used by "
              "itself.">,
        Field<
            "why", &Of::why,
            "Why: its heading is known; a person said so; its cells are regions (codes or names); "
            "its cells look like it; or nothing says what it is.">,
        Field<"numbers", &Of::numbers,
              "The marks of its numbers, and what decided them; null: its cells are no numbers, or "
              "not "
              "used.">,
        Field < "examples", &Of::examples, "The first cells below the header, at most five." >>
        ;
};

template <>
struct Described<InspectedPeriod> {
    static constexpr std::string_view name = "InspectedPeriod";
    static constexpr std::string_view about = "A period that a file has figures of.";
    using Of = InspectedPeriod;
    using fields = Fields < Field < "period", [](const Of& of) -> const auto& {
        return of.period().key;
    }
    , "As a request names it: without provisional mark, `2022`." >, Field < "text",
        [](const Of& of) -> const auto& {
        return of.period().text;
    }
    , "As it stands in the file: `2022*`, `2022JJ00`." >,
        Field<"year", [](const Of& of) { return of.period().year; },
              "null where it is no whole year.">,
        Field<"provisional", [](const Of& of) { return of.period().is_provisional; },
              "Marked `*` or `**`, or said to be provisional.">,
        Field<"proposed", [](const Of& of) { return of.layout.proposed == of.at; },
              "Whether it is proposed: the newest year.">,
        Field < "chosen", [](const Of& of) { return of.layout.chosen == of.at; },
        "Whether the request chose it, or there is no other." >>
        ;
};

template <>
struct Described<InspectedRows> {
    using fields = Fields<
        Field<"all", &InspectedRows::all, "All rows of the file.">,
        Field<"filled", &InspectedRows::filled, "Rows below the headings that are not blank.">,
        Field<"municipalities", &InspectedRows::municipalities,
              "Rows that were read as a municipality.">,
        Field<"otherRegions", &InspectedRows::other_regions,
              "Rows about the country, provinces, districts …">>;
};

inline auto texts_of(const RowsAsText& rows) {
    const std::size_t end = std::min(rows.sheet.rows(), rows.last);
    return Each{end < rows.first ? std::size_t{0} : end - rows.first + 1, [rows](std::size_t at) {
                    const std::size_t row = rows.first - 1 + at;
                    return Each{rows.sheet.columns(row),
                                [&sheet = rows.sheet, row](std::size_t column) {
                                    return sheet.cell(row, column);
                                }};
                }};
}

template <>
struct Described<InspectResult> {
    static constexpr std::string_view name = "InspectResult";
    static constexpr std::string_view about =
        "What is in a file, as it will be understood, and why.";
    using Of = InspectResult;
    using fields = Fields < Field<"kind", [](const Of& of) { return of.layout.kind; }>,
          Field<"form", [](const Of& of) { return of.layout.form; },
                "`rows`: a row per municipality; `observations`: a row per figure, as OData's long "
                "form.">,
          Field < "dialect", [](const Of& of) -> const auto& {
        return of.file.sheet.dialect;
    }
    >,
        Field<"headerRow", [](const Of& of) { return of.layout.header_row + 1; },
              "Rows that hold headings, from 1; equal where there is one. Both 0 where none is "
              "known.">,
        // Of a table without headings nought: its first row is one of figures.
        Field<"lastHeaderRow", [](const Of& of) { return of.layout.first_row(); }>,
        Field<"rows", &Of::rows>, Field<"columns", &Of::columns>,
        Field<"periods",
              [](const Of& of) {
                  return Each{of.layout.periods.size(), [&layout = of.layout](std::size_t at) {
                                  return InspectedPeriod{layout, at};
                              }};
              },
              "Oldest first; empty where the file names none.">,
        Field < "sha256", [](const Of& of) -> const auto& {
        return of.file.fingerprint();
    }
    >, Field<"bytes", [](const Of& of) { return of.file.original.size(); }>, Field < "cells",
        [](const Of& of) { return of.cells ? std::optional(texts_of(*of.cells)) : std::nullopt; },
        "The rows that were asked for, as texts." >>
        ;
};

/// How a name or code was found.
enum class HowFound : std::uint8_t { exact, former, ambiguous, province_differs, none };

struct CalledMunicipality {
    const NamedMunicipality& of;
    const std::vector<std::string>& provinces;
};
template <>
struct Described<CalledMunicipality> {
    static constexpr std::string_view name = "CalledMunicipality";
    static constexpr std::string_view about = "";
    using Of = CalledMunicipality;
    using fields = Fields<Field<"code", [](const Of& called) { return called.of.code; }>,
                          Field<"name", [](const Of& called) { return called.of.name; }>,
                          Field<"province", [](const Of& called) {
                              return called.of.province < called.provinces.size()
                                         ? std::string_view(called.provinces[called.of.province])
                                         : std::string_view();
                          }>>;
};

struct FoundMunicipality {
    using Several = std::vector<const NamedMunicipality*>;

    const std::vector<std::string>& provinces;
    std::string text;
    HowFound how = HowFound::none;
    Several municipalities{};
    std::optional<std::string> former{};
    Several nearest{};
    Several proposals{};

    auto called(const Several& several) const {
        return Each{several.size(), [this, &several](std::size_t at) {
                        return CalledMunicipality{*several[at], provinces};
                    }};
    }
};
template <>
struct Described<FoundMunicipality> {
    static constexpr std::string_view name = "FoundMunicipality";
    static constexpr std::string_view about = "What a text stands for, as a name or code.";
    using Of = FoundMunicipality;
    using fields = Fields<
        Field<"text", &Of::text>,
        Field<
            "how", &Of::how,
            "`exact`: one municipality has this name or code; `former`: one that ended, with what "
            "it became; `ambiguous`: several bear the name; `province_differs`: one does, in "
            "another province than is said; `none`: no municipality is called so, and `nearest` "
            "holds what may be meant.">,
        Field<"municipalities", [](const Of& of) { return of.called(of.municipalities); },
              "What it stands for, or may stand for.">,
        Field<"former", &Of::former, "The name of the one that ended.">,
        Field<"nearest", [](const Of& of) { return of.called(of.nearest); },
              "Others that may be meant: those whose name (official, customary, Frisian) begins "
              "with the text, then those that hold it; where there are none, those with the fewest "
              "letters to change.">,
        Field<"proposals", [](const Of& of) { return of.called(of.proposals); },
              "Of a text that nobody is called: those so near that they can be proposed (\"Zwole\" "
              "for Zwolle).">>;
};

struct Spellings {
    std::string_view name;
    std::vector<std::string_view> spellings;
};
template <>
struct Described<Spellings> {
    using fields =
        Fields<Field<"name", &Spellings::name>, Field<"spellings", &Spellings::spellings>>;
};

struct FindMunicipalitiesResult {
    std::vector<FoundMunicipality> found;
    std::vector<Spellings> spellings;
};
template <>
struct Described<FindMunicipalitiesResult> {
    static constexpr std::string_view name = "FindMunicipalitiesResult";
    static constexpr std::string_view about = "";
    using Of = FindMunicipalitiesResult;
    using fields = Fields<
        Field<"found", &Of::found, "One for each of the names asked, in that order.">,
        Field<"spellings", &Of::spellings,
              "What each is called, in lower case without accents and signs: official, customary, "
              "Frisian; what two are called is left out. Also provinces that have a second name. "
              "Empty where not asked for.">>;
};

/// A row of a small table of a person.
struct FigureRow {
    std::uint32_t row = 0;
    std::string_view name;
    std::vector<std::string_view> words{};
    std::vector<std::optional<std::int64_t>> numbers{};
    bool is_limit = false;
};
template <>
struct Described<FigureRow> {
    using Row = FigureRow;
    using fields =
        Fields<Field<"row", &Row::row>, Field<"name", &Row::name>, Field<"words", &Row::words>,
               Field<"numbers", &Row::numbers, "In the order asked; null: the cell is empty.">,
               Field<"isLimit", &Row::is_limit>>;
};

struct ReadFiguresResult {
    std::vector<std::string_view> headings;
    std::vector<FigureRow> rows;
};
template <>
struct Described<ReadFiguresResult> {
    static constexpr std::string_view name = "ReadFiguresResult";
    static constexpr std::string_view about = "";
    using Of = ReadFiguresResult;
    using fields = Fields<Field<"headings", &Of::headings,
                                "All headings of the table, also those that were not asked for.">,
                          Field<"rows", &Of::rows>>;
};

}  // namespace spreiding::service::contract

namespace spreiding {
template <>
inline constexpr auto words_of<service::contract::HowFound> =
    word_table("", "exact", "former", "ambiguous", "province_differs", "none");
}  // namespace spreiding
