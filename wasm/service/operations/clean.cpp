// A person's file in the canonical form of this program: one row per municipality, in code order.
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "csv/csv.hpp"
#include "service/contract/recognition.hpp"
#include "service/former_municipalities.hpp"
#include "service/operations.hpp"
#include "service/reading.hpp"
#include "service/response.hpp"
#include "values/text.hpp"

namespace spreiding::service {
namespace {

void write_heading(csv::Writer& writer, std::initializer_list<std::string_view> headings) {
    for (const std::string_view heading : headings)
        writer.text(heading);
    writer.end_row();
}

std::string population_csv(const PopulationTable& table, const std::vector<std::string>& provinces,
                           csv::Style style) {
    csv::Writer writer(style);
    write_heading(writer, {"gemeentecode", "gemeente", "provincie", "inwoners"});
    for (const std::uint32_t at : code_order(table.codes)) {
        writer.text(table.codes[at].text());
        writer.text(table.names[at]);
        writer.text(provinces[table.provinces[at]]);
        writer.whole(table.inhabitants[at]);
        writer.end_row();
    }
    return std::move(writer).take();
}

// An estimate stays named as one.
std::string_view heading_of_scores(const Layout& layout) {
    constexpr std::string_view estimate = "ses_woa_schatting";
    const auto at = layout.column(ColumnMeaning::score);
    return at && folded(layout.headings[*at]) == folded(estimate) ? estimate : "ses_woa";
}

std::string scores_csv(const ScoreTable& table, const Layout& layout, csv::Style style) {
    csv::Writer writer(style);
    write_heading(writer, {"gemeentecode", "gemeente", heading_of_scores(layout)});
    for (const std::uint32_t at : code_order(table.codes)) {
        writer.text(table.codes[at].text());
        writer.text(table.names[at]);
        writer.number(to_text(Decimal{table.scores[at], table.decimals}));
        writer.end_row();
    }
    return std::move(writer).take();
}

}  // namespace

Response clean(Parameters& parameters, const Files& files) {
    const std::string name = parameters.text("file");
    const FileReading reading = read_reading(parameters);
    const std::vector<std::string> provinces = read_provinces(parameters);
    const csv::Style style = read_style(parameters);
    const auto vintages = read_vintages(parameters);
    const auto merge = read_merge(parameters);
    const auto list = parameters.text_if_any("municipalities");
    if (parameters.error()) return refuse(*parameters.error());
    if (list && !files.contains(*list)) return refuse({"file_not_given", *list});
    if (merge && !files.contains(merge->changes)) return refuse({"file_not_given", merge->changes});

    Findings findings;
    OpenFiles open_files(files, findings);
    std::optional<std::string> missing;
    const LaidOutFile file = lay_out(open_files, name, reading, missing);
    if (missing) return refuse({"file_not_given", *missing});
    const PopulationTable round =
        list ? known_population(open_files, *list, provinces) : PopulationTable{};
    const MunicipalityNames names(municipalities_of(round), provinces);
    std::optional<FormerMunicipalities> former;
    if (merge && !names.empty()) former.emplace(open_files, *merge, names);
    std::vector<Column> columns;
    std::size_t rows = 0;
    if (is_table(file, findings)) {
        const TableFile table =
            file.table(names.empty() ? nullptr : &names, former ? &former->names() : nullptr);
        const bool has_people = file.layout.has(ColumnMeaning::inhabitants);
        const bool has_scores = file.layout.has(ColumnMeaning::score) || !has_people;
        PopulationTable people;
        ScoreTable scores;
        if (has_people) people = read_population(table, provinces, findings);
        if (has_scores) scores = read_scores(table, findings);
        if (former) {
            const auto known = official_populations(open_files, vintages, provinces);
            former->merge(people, table.file, scores, table.file, known, findings);
        }
        // A municipality that could not be divided has none: that is said already.
        if (!findings.has_errors()) require_provinces(people, table.file, findings);
        rows = std::max(people.size(), scores.size());
        if (has_people && !findings.has_errors()) {
            columns.push_back(
                {"population", ColumnType::bytes, population_csv(people, provinces, style)});
        }
        if (has_scores && !findings.has_errors()) {
            columns.push_back(
                {"scores", ColumnType::bytes, scores_csv(scores, file.layout, style)});
        }
    }
    if (findings.has_errors()) return refuse(findings_are_the_result, findings);

    return answer(contract::CleanResult{file.layout.kind, rows}, findings, std::move(columns));
}

}  // namespace spreiding::service
