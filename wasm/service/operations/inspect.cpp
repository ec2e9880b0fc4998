// What is in a file, as it will be understood, and why. Asked before anything is computed.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "service/contract/parameters.hpp"
#include "service/contract/recognition.hpp"
#include "service/former_municipalities.hpp"
#include "service/operations.hpp"
#include "service/printed_file.hpp"
#include "service/reading.hpp"
#include "service/response.hpp"
#include "tables/checks.hpp"
#include "tables/column_proposal.hpp"
#include "tables/nearest.hpp"
#include "tables/table_reader.hpp"
#include "values/text.hpp"

namespace spreiding::service {
namespace {

using contract::DecidedBy;
using contract::InspectedColumn;
using contract::WhyColumn;

bool holds_numbers(ColumnMeaning column) {
    return column == ColumnMeaning::inhabitants || column == ColumnMeaning::score ||
           column == ColumnMeaning::places || column == ColumnMeaning::minors;
}

std::optional<contract::NumbersOf> numbers_of(const LaidOutFile& file,
                                              std::optional<ColumnMeaning> column) {
    if (!column || !holds_numbers(*column)) return std::nullopt;
    Findings ignored;  // the reading of the table tells them
    const TableFile table = file.table();
    TableReader reader(table, ignored);
    const NotationEvidence found = FigureColumn(reader, *column).marks().evidence;
    if (const auto shown = found.notation())
        return contract::NumbersOf{shown, DecidedBy::cells, found};
    if (*column == ColumnMeaning::score) {
        NotationEvidence small = found;
        small.take_either_as_decimal();
        if (const auto notation = small.notation())
            return contract::NumbersOf{notation, DecidedBy::small, found};
    }
    const auto& said = file.reading.notation;
    return contract::NumbersOf{said, said ? DecidedBy::said : DecidedBy::open, found};
}

WhyColumn why_of(const Layout& layout, std::size_t at, bool has_meaning, bool has_proposal) {
    if (!has_meaning) return has_proposal ? WhyColumn::cells : WhyColumn::unknown;
    switch (layout.whys[at]) {
        case Why::heading:
            return WhyColumn::heading;
        case Why::mapping:
            return WhyColumn::mapping;
        case Why::regions:
            return WhyColumn::regions;
        case Why::unknown:
            break;
    }
    return WhyColumn::unknown;
}

InspectedColumn inspected(const LaidOutFile& file, std::size_t at,
                          const ColumnKnowledge& knowledge) {
    constexpr std::size_t most_examples = 5;
    const csv::Sheet& sheet = file.file->sheet;
    const auto meaning = contract::meaning_of(file.layout, at);
    const auto proposal =
        meaning ? std::nullopt : propose(sheet, file.layout.first_row(), at, knowledge);
    InspectedColumn column{file.layout,
                           at,
                           meaning,
                           proposal,
                           why_of(file.layout, at, meaning.has_value(), proposal.has_value()),
                           numbers_of(file, meaning),
                           {}};
    for (std::size_t row = file.layout.first_row();
         row < sheet.rows() && column.examples.size() < most_examples; ++row) {
        if (!sheet.is_blank(row)) column.examples.push_back(beginning(sheet.cell(row, at), 200));
    }
    return column;
}

/// Rows as a spreadsheet counts them.
struct RowRange {
    std::size_t first = 1;
    std::size_t last = static_cast<std::size_t>(-1);
};

// `cells`: all rows, or those from `first` to `last`; nothing where none are asked for.
std::optional<RowRange> read_cells_wish(const Parameters& parameters) {
    const Json* given = parameters.find("cells");
    if (given == nullptr) return std::nullopt;
    if (given->is_boolean()) return given->get<bool>() ? std::optional(RowRange{}) : std::nullopt;
    const Parameters rows = *parameters.object("cells");
    const std::int64_t first = *rows.whole("first");
    const auto last = rows.within("last", first, asked::most_rows).value_or(first);
    return RowRange{static_cast<std::size_t>(first), static_cast<std::size_t>(last)};
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
        propose_names(file, printed, list, {}, findings);
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
    const std::string name = parameters.text("file");
    const FileReading reading = read_reading(parameters);
    const auto cells = read_cells_wish(parameters);
    const std::vector<std::string> provinces = read_provinces(parameters);
    const auto vintages = read_vintages(parameters);
    const auto list = parameters.text_if_any("municipalities");
    if (parameters.error()) return refuse(*parameters.error());
    if (list && !files.contains(*list)) return refuse({"file_not_given", *list});

    Findings findings;
    OpenFiles open_files(files, findings);
    std::optional<std::string> missing;
    const LaidOutFile file = lay_out(open_files, name, reading, missing);
    if (missing) return refuse({"file_not_given", *missing});
    if (file.file->sheet.rows() == 0) return refuse(findings_are_the_result, findings);
    const PopulationTable round =
        list ? known_population(open_files, *list, provinces) : PopulationTable{};
    const MunicipalityNames names(municipalities_of(round), provinces);
    auto known = official_populations(open_files, vintages, provinces);
    known.insert(known.begin(), round);
    const std::size_t municipalities = read_table(file, names, known, provinces, findings);

    std::int64_t others = 0;
    for (const Finding& finding : findings.list()) {
        if (finding.code == FindingCode::rows_other_regions)
            others = std::max<std::int64_t>(others, finding.count);
    }
    const OpenFile& opened = *file.file;
    contract::InspectResult result{
        opened,
        file.layout,
        {opened.sheet.rows(), filled_rows(opened), municipalities, others},
        {},
        {}};
    const ColumnKnowledge knowledge{names.empty() ? nullptr : &names, provinces};
    for (std::size_t at = 0; at < file.layout.headings.size(); ++at)
        result.columns.push_back(inspected(file, at, knowledge));
    if (cells) result.cells.emplace(contract::RowsAsText{opened.sheet, cells->first, cells->last});
    return answer(result, findings);
}

}  // namespace spreiding::service
