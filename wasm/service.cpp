#include "service.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <deque>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <utility>

#include "allocation.hpp"
#include "csv.hpp"
#include "figure.hpp"
#include "fingerprint.hpp"
#include "municipalities.hpp"
#include "tables.hpp"

#ifndef SPREIDING_VERSION
#error "the build defines SPREIDING_VERSION and SPREIDING_COMMIT"
#endif

namespace spreiding::service {
namespace {

// Keeps the order of fields, and is quicker to fill than one that sorts them.
using Json = nlohmann::ordered_json;

// What is wrong with a request, as opposed to findings in a person's files.
struct Error {
    std::string_view code;
    std::string about;
};

constexpr std::array<std::string_view, 12> provinces_of_the_netherlands = {
    "Drenthe",       "Flevoland",     "Fryslân",    "Gelderland", "Groningen", "Limburg",
    "Noord-Brabant", "Noord-Holland", "Overijssel", "Utrecht",    "Zeeland",   "Zuid-Holland"};

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json findings_json(const Findings& findings) {
    Json list = Json::array();
    for (const Finding& finding : findings.list()) {
        list.push_back({{"code", name_of(finding.code)},
                        {"severity", name_of(severity_of(finding.code))},
                        {"file", finding.file},
                        {"row", finding.row},
                        {"column", finding.column},
                        {"raw", finding.raw},
                        {"about", finding.about},
                        {"otherRow", finding.other_row},
                        {"count", finding.count}});
    }
    return list;
}

Response answer(Json&& head, const Findings& findings, std::vector<Column> columns = {}) {
    head["findings"] = findings_json(findings);
    head["findingCounts"] = {{"error", findings.count(Severity::error)},
                             {"warning", findings.count(Severity::warning)},
                             {"note", findings.count(Severity::note)}};
    return {dump(head), std::move(columns)};
}

Response refuse(const Error& error, const Findings& findings = {}) {
    Json head;
    head["ok"] = false;
    head["error"] = {{"code", error.code}, {"about", error.about}};
    return answer(std::move(head), findings);
}

Response accept(Json&& result, const Findings& findings, std::vector<Column> columns = {}) {
    Json head;
    head["ok"] = true;
    head["result"] = std::move(result);
    return answer(std::move(head), findings, std::move(columns));
}

const Error findings_are_the_result{"findings", ""};

// Reads the parameters of a request; the first thing that is wrong is kept.
class Parameters {
  public:
    Parameters(const Json& json, std::string path = {}) : json_(json), path_(std::move(path)) {}

    const Json* find(const char* name) const {
        const auto at = json_.find(name);
        return at == json_.end() || at->is_null() ? nullptr : &*at;
    }

    std::optional<std::string> text(const char* name) {
        const Json* value = require(name);
        if (value == nullptr) return std::nullopt;
        if (!value->is_string()) return fail("parameter_invalid", name);
        return value->get<std::string>();
    }

    std::optional<std::int64_t> whole(const char* name) {
        const Json* value = require(name);
        if (value == nullptr) return std::nullopt;
        const bool fits =
            value->is_number_integer() &&
            (!value->is_number_unsigned() || value->get<std::uint64_t>() < (1ULL << 62U));
        if (!fits) return fail("parameter_invalid", name);
        return value->get<std::int64_t>();
    }

    bool flag(const char* name) {
        const Json* value = find(name);
        if (value == nullptr) return false;
        if (!value->is_boolean()) fail("parameter_invalid", name);
        return value->is_boolean() && value->get<bool>();
    }

    const Json* object(const char* name) {
        const Json* value = require(name);
        if (value != nullptr && !value->is_object()) fail("parameter_invalid", name);
        return value != nullptr && value->is_object() ? value : nullptr;
    }

    std::nullopt_t fail(std::string_view code, std::string_view name) {
        if (!error_) error_ = {code, path_ + std::string(name)};
        return std::nullopt;
    }

    const std::optional<Error>& error() const { return error_; }

  private:
    const Json* require(const char* name) {
        const Json* value = find(name);
        if (value == nullptr) fail("parameter_missing", name);
        return value;
    }

    const Json& json_;
    std::string path_;
    std::optional<Error> error_;
};

enum class Status : std::uint8_t { official, estimate, invented, loaded };
constexpr std::array<std::string_view, 4> status_names = {"official", "estimate", "invented",
                                                          "loaded"};

std::optional<Status> status_of(std::string_view name) {
    const auto at = std::find(status_names.begin(), status_names.end(), name);
    if (at == status_names.end()) return std::nullopt;
    return static_cast<Status>(at - status_names.begin());
}

struct Input {
    std::string file;
    Status status = Status::loaded;
    std::optional<Notation> notation;
};

std::optional<Notation> read_notation(Parameters& parameters) {
    const Json* given = parameters.find("notation");
    if (given == nullptr) return std::nullopt;
    if (!given->is_object()) return parameters.fail("parameter_invalid", "notation");
    const auto mark = [&](const char* name, std::string_view allowed) -> std::optional<char> {
        const auto at = given->find(name);
        if (at == given->end() || at->is_null()) return '\0';
        if (!at->is_string()) return std::nullopt;
        const auto& text = at->get_ref<const std::string&>();
        if (text.size() != 1 || allowed.find(text[0]) == std::string_view::npos)
            return std::nullopt;
        return text[0];
    };
    const auto decimal = mark("decimal", ".,");
    const auto thousands = mark("thousands", "., '");
    if (!decimal || *decimal == '\0' || !thousands || *decimal == *thousands) {
        return parameters.fail("parameter_invalid", "notation");
    }
    return Notation{*decimal, *thousands};
}

std::optional<Input> read_input(Parameters& parameters, const char* name) {
    const Json* given = parameters.object(name);
    if (given == nullptr) return std::nullopt;
    Parameters inner(*given, std::string(name) + ".");
    const auto file = inner.text("file");
    const auto status_name = inner.text("status");
    const auto status = status_name ? status_of(*status_name) : std::nullopt;
    if (status_name && !status) inner.fail("parameter_invalid", "status");
    const auto notation = read_notation(inner);
    if (inner.error()) return parameters.fail(inner.error()->code, inner.error()->about);
    return Input{*file, *status, notation};
}

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

Json dialect_json(const csv::Dialect& dialect) {
    constexpr std::array<std::string_view, 3> encodings = {"utf-8", "utf-8-bom", "windows-1252"};
    return {{"encoding", encodings[static_cast<std::size_t>(dialect.encoding)]},
            {"separator", std::string(1, dialect.separator)}};
}

std::size_t filled_rows(const OpenFile& file) {
    std::size_t rows = 0;
    for (std::size_t row = file.layout.header_row + 1; row < file.sheet.rows(); ++row) {
        if (!file.sheet.is_blank(row)) ++rows;
    }
    return rows;
}

Response recognise_file(Parameters& parameters, const Files& files) {
    const auto name = parameters.text("file");
    if (parameters.error()) return refuse(*parameters.error());
    Findings findings;
    Desk desk(files, findings);
    const OpenFile* file = desk.open(*name);
    if (file == nullptr) return refuse({"file_not_given", *name});
    if (findings.has_errors()) return refuse(findings_are_the_result, findings);

    const bool known = file->layout.kind != TableKind::unknown;
    Json columns = Json::array();
    const std::size_t header = file->layout.header_row;
    for (std::size_t at = 0; at < file->sheet.columns(header); ++at) {
        Json meaning;
        for (std::size_t kind = 0; known && kind < column_kinds; ++kind) {
            const auto column = static_cast<spreiding::Column>(kind);
            if (file->layout.column(column) == at) meaning = name_of(column);
        }
        columns.push_back({{"column", at + 1},
                           {"header", file->sheet.cell(header, at)},
                           {"meaning", std::move(meaning)}});
    }
    return accept({{"kind", name_of(file->layout.kind)},
                   {"dialect", dialect_json(file->sheet.dialect)},
                   {"headerRow", header + 1},
                   {"rows", filled_rows(*file)},
                   {"columns", std::move(columns)},
                   {"sha256", to_text(sha256(file->bytes))},
                   {"bytes", file->bytes.size()}},
                  findings);
}

// ── allocate ────────────────────────────────────────────────────────────────────────────────────

struct KnownVintage {
    std::string file;
    Status status;
};

enum class TableBy : std::uint8_t { municipality, province };

struct CsvWish {
    TableBy by = TableBy::municipality;
    csv::Style style;
};

struct AllocateRequest {
    Input population;
    Input scores;
    Places need = 0;
    bool need_is_own = false;
    std::optional<Places> minors;
    std::vector<std::string> provinces;
    std::vector<KnownVintage> vintages;
    std::optional<std::string> published;
    std::optional<CsvWish> csv;
};

std::vector<std::string> read_provinces(Parameters& parameters) {
    const Json* given = parameters.find("provinces");
    if (given == nullptr) {
        return {provinces_of_the_netherlands.begin(), provinces_of_the_netherlands.end()};
    }
    std::vector<std::string> provinces;
    const auto is_text = [](const Json& item) { return item.is_string(); };
    if (!given->is_array() || given->empty() || given->size() > 1'000 ||
        !std::all_of(given->begin(), given->end(), is_text)) {
        parameters.fail("parameter_invalid", "provinces");
        return provinces;
    }
    for (const Json& item : *given)
        provinces.push_back(item.get<std::string>());
    return provinces;
}

std::vector<KnownVintage> read_vintages(Parameters& parameters) {
    std::vector<KnownVintage> vintages;
    const Json* given = parameters.find("vintages");
    if (given == nullptr) return vintages;
    if (!given->is_array()) {
        parameters.fail("parameter_invalid", "vintages");
        return vintages;
    }
    for (const Json& item : *given) {
        if (!item.is_object()) {
            parameters.fail("parameter_invalid", "vintages");
            continue;
        }
        Parameters inner(item, "vintages.");
        const auto file = inner.text("file");
        const auto name = inner.text("status");
        const auto status = name ? status_of(*name) : std::nullopt;
        if (inner.error()) {
            parameters.fail(inner.error()->code, inner.error()->about);
        } else if (status != Status::official && status != Status::estimate) {
            parameters.fail("parameter_invalid", "vintages.status");
        } else {
            vintages.push_back({*file, *status});
        }
    }
    return vintages;
}

std::optional<CsvWish> read_csv_wish(Parameters& parameters) {
    if (parameters.find("csv") == nullptr) return std::nullopt;
    const Json* given = parameters.object("csv");
    if (given == nullptr) return std::nullopt;
    Parameters inner(*given, "csv.");
    const auto by = inner.text("by");
    const auto dialect = inner.text("dialect");
    if (by && *by != "municipality" && *by != "province") inner.fail("parameter_invalid", "by");
    if (dialect && *dialect != "international" && *dialect != "nl") {
        inner.fail("parameter_invalid", "dialect");
    }
    if (inner.error()) return parameters.fail(inner.error()->code, inner.error()->about);
    return CsvWish{*by == "province" ? TableBy::province : TableBy::municipality,
                   *dialect == "nl" ? csv::dutch : csv::international};
}

std::optional<AllocateRequest> read_allocate(Parameters& parameters) {
    AllocateRequest request;
    const auto population = read_input(parameters, "population");
    const auto scores = read_input(parameters, "scores");
    const auto need = parameters.whole("need");
    request.need_is_own = parameters.flag("needIsOwn");
    if (parameters.find("minors") != nullptr) request.minors = parameters.whole("minors");
    request.provinces = read_provinces(parameters);
    request.vintages = read_vintages(parameters);
    if (parameters.find("published") != nullptr) request.published = parameters.text("published");
    request.csv = read_csv_wish(parameters);
    if (parameters.error()) return std::nullopt;
    request.population = *population;
    request.scores = *scores;
    request.need = *need;
    return request;
}

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

// A loaded list of scores rests on an estimate when at least half of it are that estimate's values:
// official scores coincide with estimated ones in a row of a hundred, not in every other row.
bool rests_on(std::size_t equal, std::size_t size) {
    return equal > 0 && 2 * equal >= size;
}

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
        const std::size_t equal = count_equal(table, known);
        if (vintage.status == Status::estimate && rests_on(equal, table.size())) {
            return {Basis::estimate, vintage.file};
        }
        if (vintage.status == Status::official && equal == known.size() && equal == table.size()) {
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

// Everything that the answer is made of; screens, tables and files are views on it.
struct Allocation {
    const AllocateRequest& request;
    MunicipalityList list;
    std::vector<Weight> weights{};
    Wide total_weight = 0;
    std::uint64_t inhabitants = 0;
    std::vector<Places> places{};
    std::vector<Places> minors{};  // empty without a need for minors
    Basis basis = Basis::own_input;

    bool is_estimate() const { return basis == Basis::estimate; }
    ExactShare share(Wide weight, Places need) const {
        return exact_share(weight, total_weight, need);
    }
    Figure total(std::size_t i) const {
        return figure(share(weights[i], request.need), places[i], basis);
    }
    std::optional<Figure> minors_of(std::size_t i) const {
        if (minors.empty()) return std::nullopt;
        return figure(share(weights[i], *request.minors), minors[i], basis);
    }
    Decimal score(std::size_t i) const { return {list.scores[i], list.score_decimals}; }
};

struct Province {
    std::string_view name;
    std::size_t municipalities = 0;
    std::uint64_t inhabitants = 0;
    Figure total;
    std::optional<Figure> minors;
};

std::vector<Province> provinces_of(const Allocation& allocation) {
    const auto& names = allocation.request.provinces;
    const auto tasks = provincial_tasks(allocation.places, allocation.list.provinces, names.size());
    std::vector<Places> minors(names.size(), 0);
    if (!allocation.minors.empty()) {
        minors = provincial_tasks(allocation.minors, allocation.list.provinces, names.size());
    }
    std::vector<Wide> weights(names.size(), 0);
    std::vector<Province> all(names.size());
    for (std::size_t i = 0; i < allocation.list.size(); ++i) {
        const std::size_t province = allocation.list.provinces[i];
        ++all[province].municipalities;
        all[province].inhabitants += allocation.list.inhabitants[i];
        weights[province] += allocation.weights[i];
    }
    std::vector<Province> present;
    for (std::size_t p = 0; p < names.size(); ++p) {
        if (all[p].municipalities == 0) continue;
        all[p].name = names[p];
        all[p].total = figure(allocation.share(weights[p], allocation.request.need), tasks[p],
                              allocation.basis);
        if (!allocation.minors.empty()) {
            all[p].minors = figure(allocation.share(weights[p], *allocation.request.minors),
                                   minors[p], allocation.basis);
        }
        present.push_back(all[p]);
    }
    return present;
}

template <typename Value>
Json optional_json(const std::optional<Value>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json figure_json(const Figure& figure) {
    return {{"places", optional_json(figure.places)},
            {"low", optional_json(figure.low)},
            {"high", optional_json(figure.high)}};
}

Json figure_json(const std::optional<Figure>& figure) {
    return figure ? figure_json(*figure) : Json(nullptr);
}

Json per_thousand_json(const PerThousand& rate) {
    return {{"value", optional_json(rate.value)},
            {"low", optional_json(rate.low)},
            {"high", optional_json(rate.high)}};
}

Json steps_json(const ExactShare& share) {
    const ExactShare lowest = share.in_lowest_terms();
    return {
        {"fraction",
         {{"numerator", to_text(lowest.numerator)}, {"denominator", to_text(lowest.denominator)}}},
        {"decimal", share.decimal()},
        {"nearHalf", share.near_half()}};
}

Json published_json(const PublishedTable::Row* row, std::uint64_t inhabitants) {
    if (row == nullptr) return nullptr;
    const Figure printed{.places = row->places, .low = {}, .high = {}};
    return {{"places", row->places},
            {"minors", optional_json(row->minors)},
            {"perThousand", per_thousand_json(per_thousand(printed, inhabitants))},
            {"source", row->source},
            {"date", row->date},
            {"url", row->url},
            {"disputed", row->disputed}};
}

class Published {
  public:
    explicit Published(PublishedTable table) : table_(std::move(table)) {}

    const PublishedTable::Row* country() const {
        return find([](const auto& row) { return row.level == Level::country; });
    }
    const PublishedTable::Row* province(std::string_view name) const {
        const std::array<std::string, 1> one = {std::string(name)};
        return find([&](const auto& row) {
            return row.level == Level::province && find_province(row.name, one).has_value();
        });
    }
    const PublishedTable::Row* municipality(MunicipalityCode code) const {
        return find(
            [&](const auto& row) { return row.level == Level::municipality && row.code == code; });
    }

  private:
    template <typename Matches>
    const PublishedTable::Row* find(Matches matches) const {
        const auto at = std::find_if(table_.rows.begin(), table_.rows.end(), matches);
        return at == table_.rows.end() ? nullptr : &*at;
    }

    PublishedTable table_;
};

Json municipality_json(const Allocation& allocation, std::size_t i, const Published& published) {
    const MunicipalityList& list = allocation.list;
    const bool hidden = allocation.is_estimate();
    const Figure total = allocation.total(i);
    const auto steps = [&](std::optional<Places> need) {
        return hidden || !need ? Json(nullptr)
                               : steps_json(allocation.share(allocation.weights[i], *need));
    };
    Json row;
    row["code"] = list.codes[i].text();
    row["name"] = list.names[i];
    row["province"] = allocation.request.provinces[list.provinces[i]];
    row["inhabitants"] = list.inhabitants[i];
    row["score"] = hidden ? Json(nullptr) : Json(to_text(allocation.score(i)));
    row["weight"] =
        hidden
            ? Json(nullptr)
            : Json(weight_text(allocation.weights[i], allocation.inhabitants, list.score_decimals));
    row["share"] = steps(allocation.request.need);
    row["total"] = figure_json(total);
    row["perThousand"] = per_thousand_json(per_thousand(total, list.inhabitants[i]));
    row["minors"] = figure_json(allocation.minors_of(i));
    row["minorsShare"] = steps(allocation.request.minors);
    row["published"] = published_json(published.municipality(list.codes[i]), list.inhabitants[i]);
    return row;
}

Json province_json(const Province& province, const Published& published) {
    Json row;
    row["name"] = province.name;
    row["municipalities"] = province.municipalities;
    row["inhabitants"] = province.inhabitants;
    row["total"] = figure_json(province.total);
    row["perThousand"] = per_thousand_json(per_thousand(province.total, province.inhabitants));
    row["minors"] = figure_json(province.minors);
    row["published"] = published_json(published.province(province.name), province.inhabitants);
    return row;
}

Json totals_json(const Allocation& allocation) {
    const auto sum = [&](const std::vector<Places>& shares) {
        Places total = 0;
        for (const Places share : shares)
            total += share;
        return total;
    };
    const bool hidden = allocation.is_estimate();
    Json totals = {{"municipalities", allocation.list.size()},
                   {"inhabitants", allocation.inhabitants},
                   {"totalWeight", nullptr},
                   {"places", nullptr},
                   {"difference", nullptr},
                   {"minors", nullptr},
                   {"minorsDifference", nullptr}};
    if (hidden) return totals;
    totals["totalWeight"] = weight_text(allocation.total_weight, allocation.inhabitants,
                                        allocation.list.score_decimals);
    const Places places = sum(allocation.places);
    totals["places"] = places;
    totals["difference"] = places - allocation.request.need;
    if (!allocation.minors.empty()) {
        const Places minors = sum(allocation.minors);
        totals["minors"] = minors;
        totals["minorsDifference"] = minors - *allocation.request.minors;
    }
    return totals;
}

// Columns of the exported table: Dutch names, as officials and newsrooms exchange them.
void write_figure(csv::Writer& writer, const Figure& total, const std::optional<Figure>& minors,
                  Basis basis) {
    const auto whole = [&](std::optional<Places> value) {
        value ? writer.whole(*value) : writer.empty();
    };
    whole(total.places);
    whole(minors ? minors->places : std::nullopt);
    whole(total.low);
    whole(total.high);
    writer.text(dutch_name_of(basis));
    writer.end_row();
}

void write_header(csv::Writer& writer, std::span<const std::string_view> names) {
    for (const std::string_view name : names)
        writer.text(name);
    writer.end_row();
}

std::string municipality_csv(const Allocation& allocation, csv::Style style) {
    constexpr auto header = std::to_array<std::string_view>(
        {"gemeentecode", "gemeente", "provincie", "inwoners", "ses_woa", "wegingsfactor",
         "plaatsen_onafgerond", "opvangplaatsen", "amv", "schatting_laag", "schatting_hoog",
         "basis"});
    csv::Writer writer(style);
    write_header(writer, header);
    const MunicipalityList& list = allocation.list;
    for (std::size_t i = 0; i < list.size(); ++i) {
        writer.text(list.codes[i].text());
        writer.text(list.names[i]);
        writer.text(allocation.request.provinces[list.provinces[i]]);
        writer.whole(list.inhabitants[i]);
        if (allocation.is_estimate()) {
            writer.empty();
            writer.empty();
            writer.empty();
        } else {
            writer.number(to_text(allocation.score(i)));
            writer.number(
                weight_text(allocation.weights[i], allocation.inhabitants, list.score_decimals));
            writer.number(
                allocation.share(allocation.weights[i], allocation.request.need).decimal());
        }
        write_figure(writer, allocation.total(i), allocation.minors_of(i), allocation.basis);
    }
    return std::move(writer).take();
}

std::string province_csv(const Allocation& allocation, std::span<const Province> provinces,
                         csv::Style style) {
    constexpr auto header =
        std::to_array<std::string_view>({"provincie", "gemeenten", "inwoners", "opvangplaatsen",
                                         "amv", "schatting_laag", "schatting_hoog", "basis"});
    csv::Writer writer(style);
    write_header(writer, header);
    for (const Province& province : provinces) {
        writer.text(province.name);
        writer.whole(static_cast<std::int64_t>(province.municipalities));
        writer.whole(static_cast<std::int64_t>(province.inhabitants));
        write_figure(writer, province.total, province.minors, allocation.basis);
    }
    return std::move(writer).take();
}

// One column out of a value per municipality.
template <typename Value, typename Of>
Column column(std::string name, ColumnType type, std::size_t size, Of of) {
    Column column{std::move(name), type, std::string(size * sizeof(Value), '\0')};
    for (std::size_t i = 0; i < size; ++i) {
        const auto value = static_cast<Value>(of(i));
        std::memcpy(column.values.data() + i * sizeof(Value), &value, sizeof(Value));
    }
    return column;
}

// A column of texts: their bytes one after the other, and where each begins (one more than there
// are).
void add_texts(std::vector<Column>& columns, const std::string& name,
               std::span<const std::string_view> texts) {
    std::string bytes;
    std::vector<std::uint32_t> begins = {0};
    for (const std::string_view text : texts) {
        bytes += text;
        begins.push_back(static_cast<std::uint32_t>(bytes.size()));
    }
    columns.push_back({name, ColumnType::bytes, std::move(bytes)});
    columns.push_back(column<std::uint32_t>(name + "Begins", ColumnType::uint32, begins.size(),
                                            [&](std::size_t i) { return begins[i]; }));
}

std::vector<Column> columns_of(const Allocation& allocation) {
    const MunicipalityList& list = allocation.list;
    const std::size_t size = list.size();
    std::vector<Column> columns;
    columns.push_back(column<std::uint32_t>("code", ColumnType::uint32, size,
                                            [&](std::size_t i) { return list.codes[i].number(); }));
    columns.push_back(column<std::uint8_t>("codeDigits", ColumnType::bytes, size,
                                           [&](std::size_t i) { return list.codes[i].digits(); }));
    add_texts(columns, "name", list.names);
    columns.push_back(column<std::uint16_t>("province", ColumnType::uint16, size,
                                            [&](std::size_t i) { return list.provinces[i]; }));
    columns.push_back(column<std::uint32_t>("inhabitants", ColumnType::uint32, size,
                                            [&](std::size_t i) { return list.inhabitants[i]; }));
    const auto add_figures = [&](const std::string& name, const std::vector<Places>& places,
                                 Places need) {
        if (!allocation.is_estimate()) {
            columns.push_back(column<std::int32_t>(name, ColumnType::int32, size,
                                                   [&](std::size_t i) { return places[i]; }));
            return;
        }
        const auto range = [&](std::size_t i) {
            return figure(allocation.share(allocation.weights[i], need), 0, Basis::estimate);
        };
        columns.push_back(column<std::int32_t>(name + "Low", ColumnType::int32, size,
                                               [&](std::size_t i) { return *range(i).low; }));
        columns.push_back(column<std::int32_t>(name + "High", ColumnType::int32, size,
                                               [&](std::size_t i) { return *range(i).high; }));
    };
    add_figures("places", allocation.places, allocation.request.need);
    if (!allocation.minors.empty())
        add_figures("minors", allocation.minors, *allocation.request.minors);
    if (!allocation.is_estimate()) {
        columns.push_back(column<std::int32_t>("score", ColumnType::int32, size,
                                               [&](std::size_t i) { return list.scores[i]; }));
        columns.push_back(
            column<std::uint64_t>("weight", ColumnType::uint64, size,
                                  [&](std::size_t i) { return allocation.weights[i]; }));
    }
    return columns;
}

Json source_json(const Input& input, const OpenFile& file, std::size_t rows,
                 const Recognition& recognition) {
    return {{"file", input.file},
            {"status", status_names[static_cast<std::size_t>(input.status)]},
            {"sha256", to_text(sha256(file.bytes))},
            {"bytes", file.bytes.size()},
            {"rows", rows},
            {"sameAs", optional_json(recognition.same_as)},
            {"basis", name_of(recognition.basis)}};
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

Response allocate(Parameters& parameters, const Files& files) {
    const auto request = read_allocate(parameters);
    if (!request) return refuse(*parameters.error());
    Findings findings;
    check_need(request->need, "need", findings);
    check_need(request->minors, "minors", findings);
    if (request->minors && *request->minors > request->need) {
        findings.add({.code = FindingCode::minors_exceed_need,
                      .raw = to_text(*request->minors),
                      .about = "minors"});
    }

    Desk desk(files, findings);
    const OpenFile* population_file = desk.open(request->population.file);
    if (population_file == nullptr) return refuse({"file_not_given", request->population.file});
    const OpenFile* score_file = desk.open(request->scores.file);
    if (score_file == nullptr) return refuse({"file_not_given", request->scores.file});
    if (request->published && !files.contains(*request->published)) {
        return refuse({"file_not_given", *request->published});
    }

    PopulationTable population;
    ScoreTable scores;
    if (is_table(*population_file, findings)) {
        population = read_population(population_file->table(request->population.notation),
                                     request->provinces, findings);
    }
    if (is_table(*score_file, findings)) {
        scores = read_scores(score_file->table(request->scores.notation), findings);
    }
    // Tables that are themselves unreadable would only report every municipality as missing.
    if (population.size() == 0 || scores.size() == 0) {
        if (!findings.has_errors()) {
            const OpenFile& empty = population.size() == 0 ? *population_file : *score_file;
            findings.add({.code = FindingCode::list_empty, .file = empty.name});
        }
        return refuse(findings_are_the_result, findings);
    }
    MunicipalityList list =
        join(population, population_file->name, scores, score_file->name, findings);
    PublishedTable published_table;
    if (request->published) {
        const OpenFile* file = desk.open(*request->published);
        published_table = read_published(file->table(), findings);
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

    Allocation allocation{.request = *request, .list = std::move(list)};
    allocation.basis = weakest(population_is.basis, scores_are.basis);
    if (request->need_is_own) allocation.basis = weakest(allocation.basis, Basis::own_input);
    allocation.weights = weights(allocation.list.inhabitants, allocation.list.scores,
                                 allocation.list.score_decimals);
    allocation.total_weight = total_weight(allocation.weights);
    for (const std::uint32_t inhabitants : allocation.list.inhabitants) {
        allocation.inhabitants += inhabitants;
    }
    allocation.places = indicative_shares(allocation.weights, request->need);
    if (request->minors)
        allocation.minors = indicative_shares(allocation.weights, *request->minors);
    const std::vector<Province> provinces = provinces_of(allocation);
    const Published published(std::move(published_table));

    std::vector<Column> columns;
    Json municipalities = Json::array();
    if (allocation.list.size() > most_json_rows) {
        columns = columns_of(allocation);
    } else {
        for (std::size_t i = 0; i < allocation.list.size(); ++i) {
            municipalities.push_back(municipality_json(allocation, i, published));
        }
    }
    if (request->csv) {
        columns.push_back({"csv", ColumnType::bytes,
                           request->csv->by == TableBy::province
                               ? province_csv(allocation, provinces, request->csv->style)
                               : municipality_csv(allocation, request->csv->style)});
    }
    Json province_rows = Json::array();
    for (const Province& province : provinces) {
        province_rows.push_back(province_json(province, published));
    }

    Json result;
    result["basis"] = name_of(allocation.basis);
    result["need"] = request->need;
    result["minors"] = optional_json(request->minors);
    result["population"] =
        source_json(request->population, *population_file, population.size(), population_is);
    result["scores"] = source_json(request->scores, *score_file, scores.size(), scores_are);
    result["totals"] = totals_json(allocation);
    result["municipalities"] = std::move(municipalities);
    result["provinces"] = std::move(province_rows);
    result["publishedTotal"] = published_json(published.country(), allocation.inhabitants);
    return accept(std::move(result), findings, std::move(columns));
}

Response version(Parameters&, const Files&) {
    return accept({{"version", SPREIDING_VERSION}, {"commit", SPREIDING_COMMIT}}, {});
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
