// What is in a file, as it will be understood, and why. Asked before anything is computed.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "service/former_municipalities.hpp"
#include "service/operations.hpp"
#include "service/printed_file.hpp"
#include "service/reading.hpp"
#include "service/response.hpp"
#include "tables/checks.hpp"
#include "tables/column_proposal.hpp"
#include "tables/nearest.hpp"
#include "tables/table_reader.hpp"
#include "values/fingerprint.hpp"
#include "values/text.hpp"

namespace spreiding::service {
namespace {

std::optional<ColumnMeaning> meaning_of(const Layout& layout, std::size_t at) {
    for (std::size_t kind = 0; kind < column_kinds; ++kind) {
        const auto column = static_cast<ColumnMeaning>(kind);
        if (layout.column(column) == at) return column;
    }
    return std::nullopt;
}

void write_meaning(JsonWriter& json, std::optional<ColumnMeaning> meaning) {
    meaning ? json.text(name_of(*meaning)) : json.null();
}

bool holds_numbers(ColumnMeaning column) {
    return column == ColumnMeaning::inhabitants || column == ColumnMeaning::score ||
           column == ColumnMeaning::places || column == ColumnMeaning::minors;
}

void write_notation(JsonWriter& json, const std::optional<Notation>& notation) {
    if (!notation) {
        json.null();
        return;
    }
    json.begin_object();
    json.name("decimal").text({&notation->decimal_mark, 1});
    json.name("thousands");
    notation->thousands_mark == '\0' ? json.null() : json.text({&notation->thousands_mark, 1});
    json.end_object();
}

// As `NumberEvidence` of the contract.
void write_numbers(JsonWriter& json, const LaidOutFile& file, std::optional<ColumnMeaning> column) {
    if (!column || !holds_numbers(*column)) {
        json.null();
        return;
    }
    Findings ignored;  // the reading of the table tells them
    const TableFile table = file.table();
    TableReader reader(table, ignored);
    const NotationEvidence found = FigureColumn(reader, *column).marks().evidence;
    std::optional<Notation> notation = found.notation();
    std::string_view decided_by = "cells";
    if (!notation && *column == ColumnMeaning::score) {
        NotationEvidence small = found;
        small.take_either_as_decimal();
        notation = small.notation();
        decided_by = "small";
    }
    if (!notation) {
        notation = file.reading.notation;
        decided_by = notation ? "said" : "open";
    }
    json.begin_object();
    json.name("notation");
    write_notation(json, notation);
    json.name("decidedBy").text(decided_by);
    const auto count = [&](std::string_view name, std::size_t cells) {
        json.name(name).number(static_cast<std::int64_t>(cells));
    };
    count("noMarks", found.no_marks);
    count("decimalPoint", found.decimal_point);
    count("decimalComma", found.decimal_comma);
    count("thousandsPoint", found.thousands_point);
    count("thousandsComma", found.thousands_comma);
    count("thousandsSpace", found.thousands_space);
    count("thousandsApostrophe", found.thousands_apostrophe);
    count("eitherPoint", found.either_point);
    count("eitherComma", found.either_comma);
    count("missing", found.missing);
    count("noNumber", found.no_number);
    json.end_object();
}

void write_column(JsonWriter& json, const LaidOutFile& file, std::size_t at,
                  const ColumnKnowledge& knowledge) {
    constexpr std::array<std::string_view, 4> whys = {"unknown", "heading", "mapping", "regions"};
    constexpr std::size_t most_examples = 5;
    const csv::Sheet& sheet = file.file->sheet;
    const auto meaning = meaning_of(file.layout, at);
    const auto proposal =
        meaning ? std::nullopt : propose(sheet, file.layout.first_row(), at, knowledge);
    json.begin_object();
    json.name("column").number(static_cast<std::int64_t>(at) + 1);
    json.name("header").text(file.layout.headings[at]);
    json.name("meaning");
    write_meaning(json, meaning);
    json.name("proposal");
    write_meaning(json, proposal);
    const std::string_view why = meaning ? whys[static_cast<std::size_t>(file.layout.whys[at])]
                                         : std::string_view(proposal ? "cells" : "unknown");
    json.name("why").text(why);
    json.name("numbers");
    write_numbers(json, file, meaning);
    json.name("examples").begin_array();
    std::size_t shown = 0;
    for (std::size_t row = file.layout.first_row(); row < sheet.rows() && shown < most_examples;
         ++row) {
        if (sheet.is_blank(row)) continue;
        json.text(beginning(sheet.cell(row, at), 200));
        ++shown;
    }
    json.end_array();
    json.end_object();
}

void write_periods(JsonWriter& json, const Layout& layout) {
    json.begin_array();
    for (std::size_t at = 0; at < layout.periods.size(); ++at) {
        const Period& period = layout.periods[at];
        json.begin_object();
        json.name("period").text(period.key);
        json.name("text").text(period.text);
        json.name("year").number_or_null(period.year ? std::optional<std::int64_t>(*period.year)
                                                     : std::nullopt);
        json.name("provisional").flag(period.is_provisional);
        json.name("proposed").flag(layout.proposed == at);
        json.name("chosen").flag(layout.chosen == at);
        json.end_object();
    }
    json.end_array();
}

/// Rows as a spreadsheet counts them.
struct RowRange {
    std::size_t first = 1;
    std::size_t last = static_cast<std::size_t>(-1);
};

// `cells`: all rows, or those from `first` to `last`; nothing where none are asked for.
std::optional<RowRange> read_cells_wish(Parameters& parameters) {
    const Json* given = parameters.find("cells");
    if (given == nullptr || !given->is_object())
        return parameters.flag("cells") ? std::optional(RowRange{}) : std::nullopt;
    Parameters inner(*given, "cells.");
    const auto first = inner.whole("first");
    const auto last = inner.whole("last");
    if (first && *first < 1) inner.fail("parameter_invalid", "first");
    if (first && last && *last < *first) inner.fail("parameter_invalid", "last");
    if (inner.error()) return parameters.fail(*inner.error());
    return RowRange{static_cast<std::size_t>(*first), static_cast<std::size_t>(*last)};
}

void write_cells(JsonWriter& json, const csv::Sheet& sheet, const RowRange& wanted) {
    json.begin_array();
    for (std::size_t row = wanted.first - 1; row < std::min(sheet.rows(), wanted.last); ++row) {
        json.begin_array();
        for (std::size_t column = 0; column < sheet.columns(row); ++column)
            json.text(sheet.cell(row, column));
        json.end_array();
    }
    json.end_array();
}

// The table read as what it is, for its findings; the number of municipalities in it.
std::size_t read_table(const LaidOutFile& file, const MunicipalityNames& names,
                       std::span<const PopulationTable> known,
                       const std::vector<std::string>& provinces, Findings& findings) {
    if (file.layout.kind == TableKind::code_list || !is_table(file, findings)) return 0;
    const TableFile table = file.table(names.empty() ? nullptr : &names);
    const Layout& layout = file.layout;
    const bool has_people = layout.has(ColumnMeaning::inhabitants);
    const bool has_scores = layout.has(ColumnMeaning::score) || layout.form == Form::observations;
    if (layout.kind == TableKind::published || (!has_people && !has_scores)) {
        const MunicipalityList list = without_figures(names);
        const PrintedTable printed = read_printed(file, {list, provinces}, findings);
        return static_cast<std::size_t>(
            std::count_if(printed.rows.begin(), printed.rows.end(),
                          [](const PrintedRow& row) { return row.level == Level::municipality; }));
    }
    std::size_t municipalities = 0;
    if (has_people) {
        const PopulationTable people = read_population(table, provinces, findings);
        require_provinces(people, table.file, findings);
        check_once(people, table.file, findings);
        check_names(people, names, table.file, findings);
        check_provinces(people, names, table.file, findings);
        check_division(people, names, table.file, findings);
        check_inhabitants(people, known, table.file, findings);
        municipalities = people.size();
    }
    if (has_scores) {
        const ScoreTable scores = read_scores(table, findings);
        if (!has_people) check_once(scores, table.file, findings);
        check_names(scores, names, table.file, findings);
        check_division(scores, names, table.file, findings);
        municipalities = std::max(municipalities, scores.size());
    }
    return municipalities;
}

}  // namespace

Response inspect(Parameters& parameters, const Files& files) {
    const auto name = parameters.text("file");
    const FileReading reading = read_reading(parameters);
    const auto cells = read_cells_wish(parameters);
    const std::vector<std::string> provinces = read_provinces(parameters);
    const auto vintages = read_vintages(parameters);
    std::optional<std::string> list;
    if (parameters.find("municipalities") != nullptr) list = parameters.text("municipalities");
    if (parameters.error()) return refuse(*parameters.error());
    if (list && !files.contains(*list)) return refuse({"file_not_given", *list});

    Findings findings;
    OpenFiles open_files(files, findings);
    std::optional<std::string> missing;
    const LaidOutFile file = lay_out(open_files, *name, reading, missing);
    if (missing) return refuse({"file_not_given", *missing});
    if (file.file->sheet.rows() == 0) return refuse(findings_are_the_result, findings);
    const PopulationTable round =
        list ? known_population(open_files, *list, provinces) : PopulationTable{};
    const MunicipalityNames names(municipalities_of(round), provinces);
    auto known = official_populations(open_files, vintages, provinces);
    known.insert(known.begin(), round);
    const std::size_t municipalities = read_table(file, names, known, provinces, findings);

    JsonWriter json = accepted();
    const csv::Sheet& sheet = file.file->sheet;
    json.begin_object();
    json.name("kind").text(name_of(file.layout.kind));
    json.name("form").text(name_of(file.layout.form));
    json.name("dialect");
    write_dialect(json, sheet.dialect);
    json.name("headerRow").number(static_cast<std::int64_t>(file.layout.header_row) + 1);
    // Of a table without headings nought: its first row is one of figures.
    json.name("lastHeaderRow").number(static_cast<std::int64_t>(file.layout.first_row()));
    json.name("rows").begin_object();
    json.name("all").number(static_cast<std::int64_t>(sheet.rows()));
    json.name("filled").number(static_cast<std::int64_t>(filled_rows(*file.file)));
    json.name("municipalities").number(static_cast<std::int64_t>(municipalities));
    std::int64_t others = 0;
    for (const Finding& finding : findings.list()) {
        if (finding.code == FindingCode::rows_other_regions) {
            others = std::max<std::int64_t>(others, finding.count);
        }
    }
    json.name("otherRegions").number(others);
    json.end_object();
    json.name("columns").begin_array();
    const ColumnKnowledge knowledge{names.empty() ? nullptr : &names, provinces};
    for (std::size_t at = 0; at < file.layout.headings.size(); ++at)
        write_column(json, file, at, knowledge);
    json.end_array();
    json.name("periods");
    write_periods(json, file.layout);
    json.name("sha256").text(file.file->fingerprint());
    json.name("bytes").number(static_cast<std::int64_t>(file.file->original.size()));
    json.name("cells");
    if (cells) {
        write_cells(json, sheet, *cells);
    } else {
        json.null();
    }
    json.end_object();
    return finish(std::move(json), findings);
}

}  // namespace spreiding::service
