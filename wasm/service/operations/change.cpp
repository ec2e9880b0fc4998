// Two results beside each other: computed, or printed by someone. Between two computed ones with
// the same municipalities also why each figure changed.
#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "csv/csv.hpp"
#include "key/allocation.hpp"
#include "key/change.hpp"
#include "key/scenario.hpp"
#include "service/answer.hpp"
#include "service/contract/change.hpp"
#include "service/inputs.hpp"
#include "service/operations.hpp"
#include "service/printed_file.hpp"
#include "service/reading.hpp"
#include "service/response.hpp"
#include "service/scenario_request.hpp"
#include "tables/nearest.hpp"
#include "tables/tables.hpp"
#include "values/decimal.hpp"
#include "values/text.hpp"

namespace spreiding::service {
namespace {

/// A side as it is asked for: one of the two.
struct SideRequest {
    std::optional<InputsRequest> computed;
    std::optional<ScenarioRequest> scenario;  ///< what if, over the computed side
    std::optional<ReadFile> printed;          ///< a file with published figures
    std::optional<std::string> list;          ///< of municipalities, to match printed names by
    std::vector<std::string> beside;          ///< other prints, for what the file does not print
    std::vector<std::string> provinces;
};

/// A side as it was read; stays where it is made, because the list points into the files.
struct Side {
    Side(const SideRequest& request, const Files& files, Findings& findings);

    const SideRequest& asked;
    std::unique_ptr<Inputs> inputs;
    std::optional<MunicipalityList> changed;   ///< the list with the changed inputs of a what-if
    std::unique_ptr<ScenarioOutcome> outcome;  ///< of a what-if that changes the key or the list
    std::optional<Allocation> allocation;
    std::optional<Uncertainty> uncertainty;  ///< of a what-if
    std::unique_ptr<OpenFiles> open_files;
    LaidOutFile laid_out;
    PublishedTable published;
    PublishedTable beside;                 ///< what other prints have besides
    MunicipalityList known;                ///< that printed names are matched by
    std::optional<PrintedTable> by_names;  ///< the printed side, where it has such a list
    std::optional<Error> error;

    Basis computed_basis() const {
        return asked.scenario ? basis_of(*asked.scenario, *inputs) : inputs->basis();
    }
    Basis basis() const { return inputs ? computed_basis() : Basis::published; }
    /// What bounds its figures; of a computed side.
    const Uncertainty& bounds() const { return uncertainty ? *uncertainty : inputs->uncertainty(); }
    /// Of a computed side: the municipalities that its allocation is over.
    const MunicipalityList& list() const {
        return outcome ? outcome->list : changed ? *changed : inputs->list();
    }
    /// Whether it follows the statutory key over known inputs, so that causes can be told.
    bool has_steps() const { return allocation && !outcome; }

  private:
    void allocate(Findings& findings);
    void read_by_names(const std::string& list, Findings& findings);
    void read_beside(Findings& findings);
};

void Side::allocate(Findings& findings) {
    if (!asked.scenario) {
        allocation =
            spreiding::allocate(inputs->list(), asked.computed->need, asked.computed->minors);
        return;
    }
    const Scenario scenario = scenario_of(*asked.scenario, *inputs, findings);
    if (!findings.has_errors())
        outcome = std::make_unique<ScenarioOutcome>(carry_out(scenario, inputs->list(), findings));
    if (findings.has_errors()) {
        error = findings_are_the_result;
        return;
    }
    uncertainty = uncertainty_of(scenario, *inputs, *outcome);
    if (scenario.score_weight != whole_score_weight || !scenario.mergers.empty()) {
        allocation = outcome->allocation;
        return;
    }
    // Only inputs and needs are other ones: the same figures, with the steps that causes rest on.
    outcome.reset();
    changed = with_changes(scenario, inputs->list());
    allocation = spreiding::allocate(*changed, scenario.need, scenario.minors_need);
}

void Side::read_by_names(const std::string& list, Findings& findings) {
    const MunicipalityNames names(
        municipalities_of(known_population(*open_files, list, asked.provinces)), asked.provinces);
    if (names.empty()) {
        findings.add({.code = FindingCode::list_empty, .file = list});
        return;
    }
    known = without_figures(names);
    by_names = read_printed(laid_out, {known, asked.provinces}, findings);
    const auto column = laid_out.layout.column(ColumnMeaning::name);
    for (const PrintedRow& row : by_names->rows) {
        if (row.level != Level::municipality || row.code || row.is_ambiguous) continue;
        findings.add({.code = FindingCode::printed_unknown,
                      .file = laid_out.file->name,
                      .row = row.row,
                      .column = column ? static_cast<std::uint32_t>(*column) + 1 : 0,
                      .raw = std::string(row.name),
                      .about = names.proposals(row.name)});
    }
}

void Side::read_beside(Findings& findings) {
    std::optional<std::string> missing;
    for (const std::string& name : asked.beside) {
        const LaidOutFile print = lay_out(*open_files, name, {}, missing);
        if (print.file == nullptr) {
            error = Error{"file_not_given", *missing};
            return;
        }
        if (!is_table(print, findings)) continue;
        const PublishedTable table = read_published(print.table(), findings);
        beside.rows.insert(beside.rows.end(), table.rows.begin(), table.rows.end());
    }
}

Side::Side(const SideRequest& request, const Files& files, Findings& findings) : asked(request) {
    if (request.computed) {
        inputs = std::make_unique<Inputs>(*request.computed, files, findings);
        error = inputs->error();
        if (!error) allocate(findings);
        return;
    }
    open_files = std::make_unique<OpenFiles>(files, findings);
    std::optional<std::string> missing;
    laid_out = lay_out(*open_files, request.printed->file, request.printed->reading, missing);
    if (laid_out.file == nullptr) {
        error = Error{"file_not_given", *missing};
        return;
    }
    if (request.list && open_files->open(*request.list) == nullptr) {
        error = Error{"file_not_given", *request.list};
        return;
    }
    if (is_table(laid_out, findings)) {
        if (request.list) {
            read_by_names(*request.list, findings);
        } else {
            published = read_published(laid_out.table(), findings);
            read_beside(findings);
        }
    }
    if (!error && findings.has_errors()) error = findings_are_the_result;
}

SideRequest read_side(const Parameters& parameters, const char* name) {
    const Parameters given = *parameters.object(name);
    SideRequest request;
    if (const auto computed = given.object("computed")) {
        request.computed = read_inputs(*computed);
        request.provinces = request.computed->provinces;
        if (const auto scenario = given.object("scenario"))
            request.scenario = read_scenario(*scenario);
        return request;
    }
    const Parameters printed = *given.object("printed");
    request.printed = {printed.text("file"), read_reading(printed)};
    request.provinces = read_provinces(printed);
    request.list = printed.text_if_any("list");
    request.beside = printed.texts("beside");
    return request;
}

using contract::CausesMissing;
using Row = contract::ChangeRow;

PlacesRange exactly(Places places) {
    return {places, places};
}

std::optional<PlacesRange> exactly(std::optional<Places> places) {
    return places ? std::optional(exactly(*places)) : std::nullopt;
}

std::optional<PlacesRange> range_of(const std::optional<Figure>& figure) {
    if (!figure) return std::nullopt;
    if (figure->places) return exactly(*figure->places);
    if (!figure->low || !figure->high) return std::nullopt;
    return PlacesRange{*figure->low, *figure->high};
}

struct Rows {
    std::map<MunicipalityCode, Row> municipalities;
    std::vector<Row> provinces;  ///< in order of the names of both sides
    Row country;
};

/// Which of the two sides.
using End = std::optional<PlacesRange> Row::Counts::*;

Row& province_row(Rows& rows, const std::string& name) {
    for (Row& row : rows.provinces) {
        if (row.name == name) return row;
    }
    Row& added = rows.provinces.emplace_back();
    added.name = name;
    return added;
}

// What someone printed of a round takes the place of a figure that is not known to the place.
void put_printed_first(Row& row, const Prints::Print* printed, End end) {
    if (printed == nullptr || Row::Counts::one(row.places.*end)) return;
    row.places.*end = exactly(printed->places);
    if (printed->minors) row.minors.*end = exactly(*printed->minors);
}

void add_computed(Rows& rows, const Side& side, End end) {
    const MunicipalityList& list = side.list();
    const Prints nothing;
    const AllocationView view =
        side.asked.scenario
            ? AllocationView{list, *side.allocation, side.bounds(), side.asked.provinces, nothing}
            : view_of(*side.inputs, *side.allocation);
    const bool takes_prints =
        !view.is_exact() && !side.asked.scenario && !side.asked.computed->need_is_own;
    for (std::size_t i = 0; i < list.size(); ++i) {
        Row& row = rows.municipalities[list.codes[i]];
        row.name = list.names[i];
        row.province = side.asked.provinces[list.provinces[i]];
        row.places.*end = range_of(view.total(i));
        row.minors.*end = range_of(view.minors(i));
        if (takes_prints)
            put_printed_first(row, Prints::best_of(view.prints.of_municipality(i)), end);
    }
    for (const ProvincialTask& task : side.allocation->provinces) {
        Row& row = province_row(rows, side.asked.provinces[task.province]);
        row.places.*end = range_of(view.total(task));
        row.minors.*end = range_of(view.minors(task));
        if (takes_prints)
            put_printed_first(row, Prints::best_of(view.prints.of_province(task.province)), end);
    }
    rows.country.places.*end = exactly(side.allocation->need);
    rows.country.minors.*end = exactly(side.allocation->minors_need);
}

// What stands there already, of a print before this one, stays.
void add_printed(Rows& rows, const PublishedTable& table, const Side& side, End end) {
    for (const PublishedTable::Row& printed : table.rows) {
        Row* row = &rows.country;
        if (printed.level == Level::municipality) {
            row = &rows.municipalities[printed.code];
            if (row->name.empty()) row->name = printed.name;
        } else if (printed.level == Level::province) {
            const auto known = find_province(printed.name, side.asked.provinces);
            row = &province_row(rows,
                                known ? side.asked.provinces[*known] : std::string(printed.name));
        }
        if (row->places.*end) continue;
        row->places.*end = exactly(printed.places);
        row->minors.*end = exactly(printed.minors);
        if (!printed.disputed.empty()) row->disputed = printed.disputed;
    }
}

// What a table marks as disputed, of one that was matched by names.
std::string_view disputed_in(const LaidOutFile& file, std::uint32_t row) {
    const auto column = file.layout.column(ColumnMeaning::disputed);
    if (!column) return {};
    return csv::without_guard(trimmed(file.file->sheet.cell(row - 1, *column)));
}

// A row of a municipality that is not known is a finding, and stands nowhere.
void add_by_names(Rows& rows, const Side& side, End end) {
    for (const PrintedRow& printed : side.by_names->rows) {
        if (printed.is_repeated) continue;
        Row* row = &rows.country;
        if (printed.level == Level::municipality) {
            if (!printed.code) continue;
            row = &rows.municipalities[*printed.code];
            if (row->name.empty()) {
                row->name =
                    printed.municipality ? side.known.names[*printed.municipality] : printed.name;
            }
        } else if (printed.level == Level::province) {
            row = &province_row(rows, printed.province ? side.asked.provinces[*printed.province]
                                                       : std::string(printed.name));
        }
        row->places.*end = exactly(printed.places);
        row->minors.*end = exactly(printed.minors);
        const std::string_view disputed = disputed_in(side.laid_out, printed.row);
        if (!disputed.empty()) row->disputed = disputed;
    }
}

void add_side(Rows& rows, const Side& side, End end) {
    if (side.allocation) {
        add_computed(rows, side, end);
    } else if (side.by_names) {
        add_by_names(rows, side, end);
    } else {
        add_printed(rows, side.published, side, end);
        add_printed(rows, side.beside, side, end);
    }
}

/// Whether both sides rest on the scores of one table, whatever they are.
bool is_same_scores(const Side& from, const Side& to) {
    const Input& one = from.asked.computed->scores;
    const Input& other = to.asked.computed->scores;
    return one.printed && other.printed && one.file == other.file &&
           one.printed->use == other.printed->use && one.printed->to == other.printed->to;
}

/// Causes at both ends, where a figure of a side is not known to the place.
void add_bounded_causes(Rows& rows, const Side& from, const Side& to) {
    const MunicipalityList& list = to.list();
    std::map<std::string, std::vector<std::size_t>> provinces;
    const auto ends_of = [&](const Row::Counts& places, std::span<const std::size_t> members) {
        SharePath path = share_path(from.list(), *from.allocation, list, *to.allocation, members);
        path.is_same_scores = is_same_scores(from, to);
        return bounded_causes(*places.from, *places.to, path);
    };
    for (std::size_t i = 0; i < list.size(); ++i) {
        Row& row = rows.municipalities[list.codes[i]];
        if (from.list().provinces[i] == list.provinces[i]) provinces[row.province].push_back(i);
        if (!row.places.from || !row.places.to) continue;
        const std::array<std::size_t, 1> alone = {i};
        row.ends = ends_of(row.places, alone);
    }
    for (Row& province : rows.provinces) {
        const auto& members = provinces[province.name];
        if (!members.empty() && province.places.from && province.places.to)
            province.ends = ends_of(province.places, members);
    }
}

/// Adds the causes where both sides are computed over the same municipalities.
std::optional<CausesMissing> add_causes(Rows& rows, const Side& from, const Side& to) {
    if (!from.allocation || !to.allocation) return CausesMissing::published;
    if (!from.has_steps() || !to.has_steps()) return CausesMissing::scenario;
    const MunicipalityList& list = to.list();
    if (!from.bounds().is_exact() || !to.bounds().is_exact()) {
        if (from.list().codes != list.codes) return CausesMissing::municipalities;
        add_bounded_causes(rows, from, to);
        return std::nullopt;
    }
    const auto changes = share_changes(from.list(), *from.allocation, list, *to.allocation);
    if (!changes) return CausesMissing::municipalities;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const ShareChange& change = (*changes)[i];
        Row& row = rows.municipalities[list.codes[i]];
        row.change = change;
        row.causes = change.causes;
        // A municipality that moved to another province leaves the sums of both without causes.
        Row& province = province_row(rows, row.province);
        if (!province.causes) province.causes = Causes{};
        *province.causes += change.causes;
    }
    for (Row& province : rows.provinces) {
        const auto difference = province.places.difference();
        if (!province.causes || !difference) continue;
        const Causes& causes = *province.causes;
        const std::int64_t sum = causes.need + causes.population + causes.score + causes.rounding;
        if (sum != *difference * 1'000'000'000) province.causes.reset();
    }
    return std::nullopt;
}

std::string nine_decimals(std::int64_t units) {
    return to_text(Decimal{units, 9});
}

void write_csv_row(csv::Writer& writer, std::string_view level, const Row& row) {
    const auto whole = [&](std::optional<Places> value) {
        value ? writer.whole(*value) : writer.empty();
    };
    const auto number = [&](const std::optional<std::string>& text) {
        text ? writer.number(*text) : writer.empty();
    };
    writer.text(level);
    writer.text(row.code);
    writer.text(row.name);
    writer.text(row.province);
    whole(row.places.from_one());
    whole(row.places.to_one());
    whole(row.places.difference());
    number(row.places.percent());
    const auto cause = [&](std::int64_t Causes::*part) {
        row.causes ? writer.number(nine_decimals((*row.causes).*part)) : writer.empty();
    };
    cause(&Causes::need);
    cause(&Causes::population);
    cause(&Causes::score);
    cause(&Causes::rounding);
    whole(row.minors.from_one());
    whole(row.minors.to_one());
    whole(row.minors.difference());
    const auto ends = [&](const std::optional<PlacesRange>& range) {
        whole(range ? std::optional(range->low) : std::nullopt);
        whole(range ? std::optional(range->high) : std::nullopt);
    };
    ends(row.places.from);
    ends(row.places.to);
    for (const auto part :
         {&Causes::need, &Causes::population, &Causes::score, &Causes::rounding}) {
        row.ends ? writer.number(nine_decimals(row.ends->low.*part)) : writer.empty();
        row.ends ? writer.number(nine_decimals(row.ends->high.*part)) : writer.empty();
    }
    writer.end_row();
}

std::string csv_of(const Rows& rows, csv::Style style) {
    constexpr auto header = std::to_array<std::string_view>({"niveau",
                                                             "gemeentecode",
                                                             "naam",
                                                             "provincie",
                                                             "plekken_van",
                                                             "plekken_naar",
                                                             "verschil",
                                                             "procent",
                                                             "door_behoefte",
                                                             "door_inwoners",
                                                             "door_score",
                                                             "door_afronden",
                                                             "amv_van",
                                                             "amv_naar",
                                                             "amv_verschil",
                                                             "van_laag",
                                                             "van_hoog",
                                                             "naar_laag",
                                                             "naar_hoog",
                                                             "behoefte_bij_laag",
                                                             "behoefte_bij_hoog",
                                                             "inwoners_bij_laag",
                                                             "inwoners_bij_hoog",
                                                             "score_bij_laag",
                                                             "score_bij_hoog",
                                                             "afronden_bij_laag",
                                                             "afronden_bij_hoog"});
    csv::Writer writer(style);
    for (const std::string_view name : header)
        writer.text(name);
    writer.end_row();
    write_csv_row(writer, "land", rows.country);
    for (const Row& row : rows.provinces)
        write_csv_row(writer, "provincie", row);
    for (const auto& [code, row] : rows.municipalities)
        write_csv_row(writer, "gemeente", row);
    return std::move(writer).take();
}

}  // namespace

namespace contract {

std::optional<Places> ChangeRow::Counts::difference() const {
    const auto before = from_one();
    const auto after = to_one();
    return before && after ? std::optional(*after - *before) : std::nullopt;
}

std::optional<std::string> ChangeRow::Counts::percent() const {
    const auto before = from_one();
    const auto after = to_one();
    return before && after ? percent_change(*before, *after) : std::nullopt;
}

bool ChangeRow::Counts::is_range() const {
    if (from && to) return !difference();
    return (from && !from_one()) || (to && !to_one());
}

std::optional<PlacesRange> ChangeRow::Counts::difference_range() const {
    if (!from || !to) return std::nullopt;
    return PlacesRange{to->low - from->high, to->high - from->low};
}

}  // namespace contract

Response change(Parameters& parameters, const Files& files) {
    const SideRequest from_request = read_side(parameters, "from");
    const SideRequest to_request = read_side(parameters, "to");
    if (parameters.error()) return refuse(*parameters.error());
    Findings findings;
    const Side from(from_request, files, findings);
    const Side to(to_request, files, findings);
    for (const Side* side : {&from, &to}) {
        if (side->error) return refuse(*side->error, findings);
    }
    if (findings.has_errors()) return refuse(findings_are_the_result, findings);

    Rows rows;
    add_side(rows, from, &Row::Counts::from);
    add_side(rows, to, &Row::Counts::to);
    for (auto& [code, row] : rows.municipalities)
        row.code = code.text();
    const auto missing = add_causes(rows, from, to);
    std::vector<Column> columns;
    if (parameters.find("dialect") != nullptr)
        columns.push_back({"csv", ColumnType::bytes, csv_of(rows, read_style(parameters))});
    return answer(contract::ChangeResult{from.basis(), to.basis(), missing, rows.country,
                                         rows.provinces, rows.municipalities},
                  findings, std::move(columns));
}

}  // namespace spreiding::service
