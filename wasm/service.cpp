#include "service.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <optional>
#include <utility>

#include "allocation.hpp"
#include "answer.hpp"
#include "csv.hpp"
#include "figure.hpp"
#include "fingerprint.hpp"
#include "json_writer.hpp"
#include "municipalities.hpp"
#include "request.hpp"
#include "tables.hpp"

#ifndef SPREIDING_VERSION
#error "the build defines SPREIDING_VERSION and SPREIDING_COMMIT"
#endif

namespace spreiding::service {
namespace {

// ── answers ─────────────────────────────────────────────────────────────────────────────────────

Response finish(JsonWriter&& json, const Findings& findings, std::vector<Column> columns = {}) {
    json.name("findings");
    write_findings(json, findings);
    json.name("findingCounts").begin_object();
    for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
        json.name(name_of(severity)).number(static_cast<std::int64_t>(findings.count(severity)));
    }
    json.end_object().end_object();
    return {std::move(json).take(), std::move(columns)};
}

Response refuse(const Error& error, const Findings& findings = {}) {
    JsonWriter json;
    json.begin_object().name("ok").flag(false).name("error").begin_object();
    json.name("code").text(error.code).name("about").text(error.about).end_object();
    return finish(std::move(json), findings);
}

// The beginning of every good answer; its result is written next.
JsonWriter accepted() {
    JsonWriter json;
    json.begin_object().name("ok").flag(true).name("result");
    return json;
}

const Error findings_are_the_result{"findings", ""};

// ── files ───────────────────────────────────────────────────────────────────────────────────────

// A file of the request, read into cells, with what kind of table it is.
struct OpenFile {
    std::string name;
    std::string_view bytes;
    csv::Sheet sheet;
    Layout layout;

    TableFile table(std::optional<Notation> notation = {}) const {
        return {sheet, layout, name, notation};
    }
};

// Opens each file once; an opened file stays where it is, because tables point into it.
class Desk {
  public:
    Desk(const Files& files, Findings& findings) : files_(files), findings_(findings) {}

    const OpenFile* open(const std::string& name) {
        for (const OpenFile& opened : opened_) {
            if (opened.name == name) return &opened;
        }
        const auto at = files_.find(name);
        if (at == files_.end()) return nullptr;
        OpenFile& opened = opened_.emplace_back();
        opened.name = name;
        opened.bytes = at->second;
        opened.sheet = csv::read(opened.bytes, name, findings_);
        opened.layout = recognise(opened.sheet);
        return &opened;
    }

  private:
    const Files& files_;
    Findings& findings_;
    std::deque<OpenFile> opened_;
};

std::size_t filled_rows(const OpenFile& file) {
    std::size_t rows = 0;
    for (std::size_t row = file.layout.header_row + 1; row < file.sheet.rows(); ++row) {
        if (!file.sheet.is_blank(row)) ++rows;
    }
    return rows;
}

// Whether the file is a table with these columns; if it is none at all, that is the finding.
bool is_table(const OpenFile& file, Findings& findings) {
    if (file.sheet.rows() == 0) return false;
    if (file.layout.kind != TableKind::unknown) return true;
    const bool some_heading = std::any_of(file.layout.at.begin(), file.layout.at.end(),
                                          [](const auto& column) { return column.has_value(); });
    if (some_heading) return true;  // the missing columns will be named
    findings.add({.code = FindingCode::file_unknown, .file = file.name});
    return false;
}

// ── recognise ───────────────────────────────────────────────────────────────────────────────────

void write_dialect(JsonWriter& json, const csv::Dialect& dialect) {
    constexpr std::array<std::string_view, 3> encodings = {"utf-8", "utf-8-bom", "windows-1252"};
    json.begin_object();
    json.name("encoding").text(encodings[static_cast<std::size_t>(dialect.encoding)]);
    json.name("separator").text({&dialect.separator, 1});
    json.end_object();
}

void write_columns(JsonWriter& json, const OpenFile& file) {
    const bool known = file.layout.kind != TableKind::unknown;
    json.begin_array();
    for (std::size_t at = 0; at < file.sheet.columns(file.layout.header_row); ++at) {
        std::optional<std::string> meaning;
        for (std::size_t kind = 0; known && kind < column_kinds; ++kind) {
            const auto column = static_cast<spreiding::Column>(kind);
            if (file.layout.column(column) == at) meaning = name_of(column);
        }
        json.begin_object();
        json.name("column").number(static_cast<std::int64_t>(at) + 1);
        json.name("header").text(file.sheet.cell(file.layout.header_row, at));
        json.name("meaning").text_or_null(meaning);
        json.end_object();
    }
    json.end_array();
}

Response recognise_file(Parameters& parameters, const Files& files) {
    const auto name = parameters.text("file");
    if (parameters.error()) return refuse(*parameters.error());
    Findings findings;
    Desk desk(files, findings);
    const OpenFile* file = desk.open(*name);
    if (file == nullptr) return refuse({"file_not_given", *name});
    if (findings.has_errors()) return refuse(findings_are_the_result, findings);

    JsonWriter json = accepted();
    json.begin_object();
    json.name("kind").text(name_of(file->layout.kind));
    json.name("dialect");
    write_dialect(json, file->sheet.dialect);
    json.name("headerRow").number(static_cast<std::int64_t>(file->layout.header_row) + 1);
    json.name("rows").number(static_cast<std::int64_t>(filled_rows(*file)));
    json.name("columns");
    write_columns(json, *file);
    json.name("sha256").text(to_text(sha256(file->bytes)));
    json.name("bytes").number(static_cast<std::int64_t>(file->bytes.size()));
    json.end_object();
    return finish(std::move(json), findings);
}

// ── allocate ────────────────────────────────────────────────────────────────────────────────────

void check_need(std::optional<Places> need, std::string_view about, Findings& findings) {
    if (!need || (*need >= 0 && *need <= most_places)) return;
    findings.add({.code = FindingCode::need_out_of_range,
                  .raw = to_text(*need),
                  .about = std::string(about)});
}

struct Recognition {
    Basis basis = Basis::own_input;
    std::optional<std::string> same_as;
};

// What a loaded file is, by its values: the person's own, or a known vintage in whatever format.
template <typename Table, typename Read>
Recognition recognise_values(const Table& table, const AllocateRequest& request, TableKind kind,
                             const Files& files, Read read) {
    Recognition recognition;
    Findings ignored;  // bundled vintages are tested elsewhere
    Desk desk(files, ignored);
    for (const KnownVintage& vintage : request.vintages) {
        const OpenFile* file = desk.open(vintage.file);
        if (file == nullptr || file->layout.kind != kind) continue;
        const Table known = read(file->table(), ignored);
        if (vintage.status == Status::estimate && rests_on(table, known)) {
            return {Basis::estimate, vintage.file};
        }
        if (vintage.status == Status::official && repeats(table, known)) {
            recognition = {Basis::cbs_file, vintage.file};
        }
    }
    return recognition;
}

Basis basis_of(Status status) {
    switch (status) {
        case Status::official:
            return Basis::official;
        case Status::estimate:
            return Basis::estimate;
        case Status::invented:
        case Status::loaded:
            break;
    }
    return Basis::own_input;
}

void write_source(JsonWriter& json, const Input& input, const OpenFile& file, std::size_t rows,
                  const Recognition& recognition) {
    json.begin_object();
    json.name("file").text(input.file);
    json.name("status").text(name_of(input.status));
    json.name("sha256").text(to_text(sha256(file.bytes)));
    json.name("bytes").number(static_cast<std::int64_t>(file.bytes.size()));
    json.name("rows").number(static_cast<std::int64_t>(rows));
    json.name("sameAs").text_or_null(recognition.same_as);
    json.name("basis").text(name_of(recognition.basis));
    json.end_object();
}

void check_needs(const AllocateRequest& request, Findings& findings) {
    check_need(request.need, "need", findings);
    check_need(request.minors, "minors", findings);
    if (request.minors && *request.minors > request.need) {
        findings.add({.code = FindingCode::minors_exceed_need,
                      .raw = to_text(*request.minors),
                      .about = "minors"});
    }
}

// The first file that a request names and that was not given.
std::optional<std::string> missing_file(const AllocateRequest& request, const Files& files) {
    for (const std::string& name :
         {request.population.file, request.scores.file, request.published.value_or("")}) {
        if (!name.empty() && !files.contains(name)) return name;
    }
    return std::nullopt;
}

Response allocate(Parameters& parameters, const Files& files) {
    const auto request = read_allocate(parameters);
    if (!request) return refuse(*parameters.error());
    if (const auto missing = missing_file(*request, files)) {
        return refuse({"file_not_given", *missing});
    }
    Findings findings;
    check_needs(*request, findings);

    Desk desk(files, findings);
    const OpenFile& population_file = *desk.open(request->population.file);
    const OpenFile& score_file = *desk.open(request->scores.file);
    PopulationTable population;
    ScoreTable scores;
    if (is_table(population_file, findings)) {
        population = read_population(population_file.table(request->population.notation),
                                     request->provinces, findings);
    }
    if (is_table(score_file, findings)) {
        scores = read_scores(score_file.table(request->scores.notation), findings);
    }
    // Joined with an empty table, every municipality would be reported as missing.
    if (population.size() == 0 || scores.size() == 0) {
        const OpenFile& empty = population.size() == 0 ? population_file : score_file;
        if (!findings.has_errors()) {
            findings.add({.code = FindingCode::list_empty, .file = empty.name});
        }
        return refuse(findings_are_the_result, findings);
    }
    const MunicipalityList list =
        join(population, population_file.name, scores, score_file.name, findings);
    PublishedTable published;
    if (request->published) {
        published = read_published(desk.open(*request->published)->table(), findings);
    }
    if (findings.has_errors()) return refuse(findings_are_the_result, findings);

    Recognition population_is{basis_of(request->population.status), {}};
    if (request->population.status == Status::loaded) {
        population_is =
            recognise_values(population, *request, TableKind::population, files,
                             [&](const TableFile& file, Findings& ignored) {
                                 return read_population(file, request->provinces, ignored);
                             });
    }
    Recognition scores_are{basis_of(request->scores.status), {}};
    if (request->scores.status == Status::loaded) {
        scores_are = recognise_values(scores, *request, TableKind::scores, files, read_scores);
    }
    Basis basis = weakest(population_is.basis, scores_are.basis);
    if (request->need_is_own) basis = weakest(basis, Basis::own_input);

    const Allocation allocation = spreiding::allocate(list, request->need, request->minors);
    const AllocationView view{list, allocation, basis, request->provinces, published};

    std::vector<Column> columns;
    JsonWriter json = accepted();
    json.begin_object();
    json.name("basis").text(name_of(basis));
    json.name("need").number(request->need);
    json.name("minors").number_or_null(request->minors);
    json.name("population");
    write_source(json, request->population, population_file, population.size(), population_is);
    json.name("scores");
    write_source(json, request->scores, score_file, scores.size(), scores_are);
    json.name("totals");
    write_totals(json, view);
    json.name("municipalities");
    if (list.size() > most_json_rows) {
        json.begin_array().end_array();
        columns = municipality_columns(view);
    } else {
        write_municipalities(json, view);
    }
    json.name("provinces");
    write_provinces(json, view);
    json.name("publishedTotal");
    write_published_total(json, view);
    json.end_object();
    if (request->csv) {
        const bool by_province = request->csv->by == TableBy::province;
        columns.push_back({"csv", ColumnType::bytes,
                           by_province ? province_csv(view, request->csv->style)
                                       : municipality_csv(view, request->csv->style)});
    }
    return finish(std::move(json), findings, std::move(columns));
}

Response version(Parameters&, const Files&) {
    JsonWriter json = accepted();
    json.begin_object();
    json.name("version").text(SPREIDING_VERSION).name("commit").text(SPREIDING_COMMIT).end_object();
    return finish(std::move(json), {});
}

}  // namespace

Response respond(std::string_view request, const Files& files) {
    const Json json = Json::parse(request, nullptr, false);
    if (!json.is_object()) return refuse({"request_unreadable", ""});
    Parameters top(json);
    const auto operation = top.text("operation");
    if (!operation) return refuse(*top.error());
    const Json* given = top.find("parameters");
    if (given != nullptr && !given->is_object()) return refuse({"parameter_invalid", "parameters"});
    const Json none = Json::object();
    Parameters parameters(given == nullptr ? none : *given);

    using Operation = Response (*)(Parameters&, const Files&);
    constexpr auto operations = std::to_array<std::pair<std::string_view, Operation>>(
        {{"version", version}, {"recognise", recognise_file}, {"allocate", allocate}});
    for (const auto& [name, perform] : operations) {
        if (name == *operation) return perform(parameters, files);
    }
    return refuse({"operation_unknown", *operation});
}

}  // namespace spreiding::service
