// A published table beside the own result, or beside another published table.
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "published/comparison.hpp"
#include "service/answer.hpp"
#include "service/combinations.hpp"
#include "service/inputs.hpp"
#include "service/operations.hpp"
#include "service/printed_file.hpp"
#include "service/response.hpp"

namespace spreiding::service {
namespace {

void write_level(JsonWriter& json, Level level) {
    constexpr std::array<std::string_view, 3> names = {"country", "province", "municipality"};
    json.text(names[static_cast<std::size_t>(level)]);
}

void write_code(JsonWriter& json, const PrintedRow& row) {
    row.code ? json.text(row.code->text()) : json.null();
}

// The name of the list where the row was found in it, else as printed.
std::string_view name_in(const Inputs& inputs, const PrintedRow& row) {
    if (row.municipality) return inputs.list().names[*row.municipality];
    if (row.province) return inputs.request().provinces[*row.province];
    return row.name;
}

std::optional<std::int64_t> apart(std::optional<Places> own, std::optional<Places> published) {
    if (!own || !published) return std::nullopt;
    return *own - *published;
}

bool holds(const Figure& figure, Places places) {
    if (figure.places) return *figure.places == places;
    return figure.low && figure.high && *figure.low <= places && places <= *figure.high;
}

void write_range(JsonWriter& json, const std::optional<Figure>& figure) {
    if (!figure || figure->places || !figure->low) {
        json.null();
        return;
    }
    json.begin_array().number(*figure->low).number(*figure->high).end_array();
}

// What stands beside a row: a number, or where it is not known to the place its ends.
struct OwnFigures {
    std::optional<Figure> total, minors;
    bool is_classed = true;  // whether the class is told: it may rest on a number that is not known

    std::optional<Places> places() const { return total ? total->places : std::nullopt; }
};

OwnFigures exact_figures(const ComparedRow& compared) {
    const auto figure = [](std::optional<Places> places) {
        return places ? std::optional(number(*places)) : std::nullopt;
    };
    return {figure(compared.own), figure(compared.own_minors)};
}

OwnFigures bounded_figures(const AllocationView& view, const PrintedRow& row,
                           const ComparedRow& compared) {
    OwnFigures own;
    own.is_classed = !rests_on_own_figure(compared.difference);
    if (row.level == Level::country) {
        own.total = number(view.allocation.need);
    } else if (row.level == Level::municipality && row.municipality) {
        own.total = view.total(*row.municipality);
        own.minors = view.minors(*row.municipality);
    } else if (row.level == Level::province && row.province) {
        for (const ProvincialTask& task : view.allocation.provinces) {
            if (task.province != *row.province) continue;
            own.total = view.total(task);
            own.minors = view.minors(task);
        }
    }
    return own;
}

// Why the own list has no such municipality, and which of its municipalities that leads to.
void write_succession(JsonWriter& json, const Inputs& inputs, const PrintedFile& printed,
                      const PrintedRow& row, DifferenceClass difference) {
    json.name("fate");
    if (difference != DifferenceClass::other_municipality || row.level != Level::municipality) {
        json.null().name("successors").begin_array().end_array();
        return;
    }
    const Succession succession = printed.succession_of(row, inputs);
    json.text(name_of(succession.fate));
    json.name("successors").begin_array();
    for (const std::size_t i : succession.municipalities) {
        json.begin_object();
        json.name("code").text(inputs.list().codes[i].text());
        json.name("name").text(inputs.list().names[i]);
        json.end_object();
    }
    json.end_array();
}

void write_row(JsonWriter& json, const Inputs& inputs, const PrintedFile& printed,
               const ComparedRow& compared, const OwnFigures& own) {
    const PrintedRow& row = printed.table().rows[compared.row];
    json.begin_object();
    json.name("row").number(row.row);
    json.name("level");
    write_level(json, row.level);
    json.name("code");
    write_code(json, row);
    json.name("name").text(name_in(inputs, row));
    json.name("printedName").text(row.name);
    json.name("own").number_or_null(own.places());
    json.name("ownRange");
    write_range(json, own.total);
    json.name("published").number(row.places);
    json.name("difference").number_or_null(apart(own.places(), row.places));
    json.name("inside");
    own.total ? json.flag(holds(*own.total, row.places)) : json.null();
    json.name("class");
    own.is_classed ? json.text(name_of(compared.difference)) : json.null();
    write_succession(json, inputs, printed, row, compared.difference);
    json.name("combinedFrom").number(row.parts);
    json.name("sumOfParts").number_or_null(compared.sum_of_parts);
    const auto own_minors = own.minors ? own.minors->places : std::nullopt;
    json.name("ownMinors").number_or_null(own_minors);
    json.name("publishedMinors").number_or_null(row.minors);
    json.name("minorsDifference").number_or_null(apart(own_minors, row.minors));
    json.end_object();
}

void write_other(JsonWriter& json, const Comparison& comparison, const Combinations& combinations,
                 const std::vector<std::size_t>& taking_part) {
    json.name("cause");
    if (!comparison.other_combination && !comparison.other_need) {
        json.null();
        return;
    }
    json.begin_object();
    if (comparison.other_combination) {
        const JoinedVintages& other =
            combinations.joined()[taking_part[*comparison.other_combination]];
        json.name("population").text(other.population);
        json.name("scores").text(other.scores);
        json.name("isEstimate").flag(other.is_estimate());
    } else {
        json.name("population").null().name("scores").null().name("isEstimate").flag(false);
    }
    json.name("need").number_or_null(comparison.other_need);
    json.name("reproduced").number(static_cast<std::int64_t>(comparison.reproduced_by_other));
    json.end_object();
}

void write_not_printed(JsonWriter& json, const MunicipalityList& list,
                       const std::vector<std::size_t>& not_printed) {
    json.name("notPrinted").begin_array();
    for (const std::size_t i : not_printed) {
        json.begin_object();
        json.name("code").text(list.codes[i].text()).name("name").text(list.names[i]);
        json.end_object();
    }
    json.end_array();
}

void write_counts(JsonWriter& json, const Comparison& comparison) {
    constexpr std::array all = {DifferenceClass::equal,
                                DifferenceClass::rounding,
                                DifferenceClass::other_inputs,
                                DifferenceClass::other_need,
                                DifferenceClass::other_municipality,
                                DifferenceClass::sum_of_parts,
                                DifferenceClass::unexplained};
    json.name("classes").begin_object();
    for (const DifferenceClass difference : all) {
        std::int64_t count = 0;
        for (const ComparedRow& row : comparison.rows)
            count += row.difference == difference ? 1 : 0;
        json.name(name_of(difference)).number(count);
    }
    json.end_object();
}

// A score unit as a number of decimals; the finest of the column where none is given.
std::optional<int> read_unit(Parameters& parameters, const char* name) {
    if (parameters.find(name) == nullptr) return std::nullopt;
    const auto decimals = parameters.whole(name);
    if (decimals && (*decimals < 0 || *decimals > most_score_decimals))
        return parameters.fail("parameter_invalid", name);
    return decimals ? std::optional(static_cast<int>(*decimals)) : std::nullopt;
}

void write_head(JsonWriter& json, const Inputs& inputs, const PrintedFile& printed) {
    json.name("basis").text(name_of(inputs.basis()));
    json.name("need").number(inputs.request().need);
    json.name("minors").number_or_null(inputs.request().minors);
    write_sureness(json, inputs);
    inputs.write_sources(json);
    json.name("table");
    printed.write_source(json);
}

// What is not known to the place has no cause of a difference; a printed figure lies within the
// interval or band beside it, or not.
Response within_bounds(const Inputs& inputs, const PrintedFile& printed, const Findings& findings) {
    const Allocation allocation =
        spreiding::allocate(inputs.list(), inputs.request().need, inputs.request().minors);
    const AllocationView view = view_of(inputs, allocation);
    std::int64_t inside = 0;
    std::int64_t of = 0;
    JsonWriter json = accepted();
    json.begin_object();
    write_head(json, inputs, printed);
    json.name("rows").begin_array();
    for (const ComparedRow& row : compare_without_figures(printed.table(), inputs.list())) {
        const PrintedRow& at = printed.table().rows[row.row];
        const OwnFigures own = bounded_figures(view, at, row);
        of += own.total ? 1 : 0;
        inside += own.total && holds(*own.total, at.places) ? 1 : 0;
        write_row(json, inputs, printed, row, own);
    }
    json.end_array();
    json.name("headline").null();
    json.name("within").begin_object();
    json.name("inside").number(inside).name("rows").number(of);
    json.end_object();
    json.name("totals").null().name("classes").null().name("cause").null();
    write_not_printed(json, inputs.list(), {});
    json.end_object();
    return finish(std::move(json), findings);
}

}  // namespace

Response compare(Parameters& parameters, const Files& files) {
    const auto request = read_inputs(parameters);
    const auto table = parameters.text("table");
    const auto changes = read_changes_file(parameters);
    const auto loaded = read_loaded(parameters);
    const auto unit = read_unit(parameters, "scoreUnitDecimals");
    if (parameters.error()) return refuse(*parameters.error());
    Findings findings;
    const Inputs inputs(*request, files, findings);
    if (inputs.error()) return refuse(*inputs.error(), findings);
    const PrintedFile printed(*table, changes, inputs, files, findings);
    if (printed.error()) return refuse(*printed.error(), findings);
    if (!inputs.uncertainty().is_exact()) return within_bounds(inputs, printed, findings);

    const MunicipalityList& list = inputs.list();
    const Allocation allocation = spreiding::allocate(list, request->need, request->minors);
    const auto rounded =
        RoundedInputs::scores(list, allocation, unit.value_or(allocation.score_decimals));
    if (!rounded && unit) {
        findings.add({.code = FindingCode::unit_too_large, .raw = to_text(Decimal{1, *unit})});
        return refuse(findings_are_the_result, findings);
    }
    const Combinations combinations(*request, loaded, files);
    std::vector<Combination> others;
    std::vector<std::size_t> taking_part;
    for (std::size_t at = 0; at < combinations.joined().size(); ++at) {
        const JoinedVintages& joined = combinations.joined()[at];
        if (joined.is_incomplete) continue;
        if (joined.population == request->population.file && joined.scores == request->scores.file)
            continue;
        others.push_back({joined.list, joined.weights});
        taking_part.push_back(at);
    }
    const auto country = printed_country(printed.table());
    const NeedRange needs =
        is_complete(printed.table(), list)
            ? needs_of_total(sum_of_municipalities(printed.table()), list.size())
        : country ? needs_of_total(*country, list.size())
                  : NeedRange{request->need, request->need};
    const Comparison comparison =
        spreiding::compare(printed.table(), list, allocation, rounded, others, needs);

    JsonWriter json = accepted();
    json.begin_object();
    write_head(json, inputs, printed);
    json.name("rows").begin_array();
    for (const ComparedRow& row : comparison.rows)
        write_row(json, inputs, printed, row, exact_figures(row));
    json.end_array();
    json.name("headline").begin_object();
    json.name("equal").number(static_cast<std::int64_t>(comparison.equal));
    json.name("rows").number(static_cast<std::int64_t>(comparison.rows.size()));
    json.name("minorsEqual").number(static_cast<std::int64_t>(comparison.minors_equal));
    json.name("minorsRows").number(static_cast<std::int64_t>(comparison.minors_rows));
    json.end_object();
    json.name("within").null();
    json.name("totals").begin_object();
    json.name("own").number(comparison.own_total);
    json.name("published").number(comparison.published_total);
    json.name("difference").number(comparison.own_total - comparison.published_total);
    json.end_object();
    write_counts(json, comparison);
    write_other(json, comparison, combinations, taking_part);
    write_not_printed(json, list, comparison.not_printed);
    json.end_object();
    return finish(std::move(json), findings);
}

Response compare_tables(Parameters& parameters, const Files& files) {
    const auto request = read_inputs(parameters);
    const auto one_name = parameters.text("table");
    const auto other_name = parameters.text("other");
    const auto changes = read_changes_file(parameters);
    if (parameters.error()) return refuse(*parameters.error());
    Findings findings;
    const Inputs inputs(*request, files, findings);
    if (inputs.error()) return refuse(*inputs.error(), findings);
    const PrintedFile one(*one_name, changes, inputs, files, findings);
    if (one.error()) return refuse(*one.error(), findings);
    const PrintedFile other(*other_name, changes, inputs, files, findings);
    if (other.error()) return refuse(*other.error(), findings);

    std::int64_t equal = 0;
    std::int64_t paired = 0;
    JsonWriter json = accepted();
    json.begin_object();
    json.name("table");
    one.write_source(json);
    json.name("other");
    other.write_source(json);
    json.name("rows").begin_array();
    for (const PairedRow& pair : pair_tables(one.table(), other.table())) {
        const PrintedRow* left = pair.one ? &one.table().rows[*pair.one] : nullptr;
        const PrintedRow* right = pair.other ? &other.table().rows[*pair.other] : nullptr;
        const PrintedRow& either = left != nullptr ? *left : *right;
        equal += pair.equal ? 1 : 0;
        paired += left != nullptr && right != nullptr ? 1 : 0;
        const auto places = [](const PrintedRow* row) {
            return row == nullptr ? std::nullopt : std::optional<Places>(row->places);
        };
        const auto minors = [](const PrintedRow* row) {
            return row == nullptr ? std::nullopt : row->minors;
        };
        json.begin_object();
        json.name("level");
        write_level(json, either.level);
        json.name("code");
        write_code(json, either);
        json.name("name").text(name_in(inputs, either));
        json.name("one").number_or_null(places(left));
        json.name("other").number_or_null(places(right));
        json.name("difference").number_or_null(apart(places(right), places(left)));
        json.name("oneMinors").number_or_null(minors(left));
        json.name("otherMinors").number_or_null(minors(right));
        json.name("minorsDifference").number_or_null(apart(minors(right), minors(left)));
        json.end_object();
    }
    json.end_array();
    json.name("equal").number(equal);
    json.name("paired").number(paired);
    json.end_object();
    return finish(std::move(json), findings);
}

}  // namespace spreiding::service
