// Which vintages and which need reproduce a published table best.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "published/reproduction.hpp"
#include "service/combinations.hpp"
#include "service/inputs.hpp"
#include "service/operations.hpp"
#include "service/printed_file.hpp"
#include "service/response.hpp"

namespace spreiding::service {
namespace {

struct Ranked {
    const JoinedVintages* vintages;
    Reproduction found;
};

struct Needs {
    NeedRange range;
    std::string_view from;
    Places reference;
};

Needs needs_of(const PrintedTable& table, const MunicipalityList& list, Places need,
               bool only_given) {
    const auto country = printed_country(table);
    if (!only_given && is_complete(table, list)) {
        const Places sum = sum_of_municipalities(table);
        return {needs_of_total(sum, list.size()), "sum_of_municipalities", country.value_or(sum)};
    }
    if (!only_given && country)
        return {needs_of_total(*country, list.size()), "country_row", *country};
    return {{need, need}, "given", need};
}

}  // namespace

Response reproduce(Parameters& parameters, const Files& files) {
    const auto request = read_inputs(parameters);
    const auto table = parameters.text("table");
    const auto changes = read_changes_file(parameters);
    const bool only_given = parameters.flag("onlyGivenNeed");
    const auto loaded = read_loaded(parameters);
    if (parameters.error()) return refuse(*parameters.error());
    Findings findings;
    const Inputs inputs(*request, files, findings);
    if (inputs.error()) return refuse(*inputs.error(), findings);
    const PrintedFile printed(*table, changes, inputs, files, findings);
    if (printed.error()) return refuse(*printed.error(), findings);

    const Combinations combinations(*request, loaded, files);
    const Needs needs = needs_of(printed.table(), inputs.list(), request->need, only_given);
    std::vector<Ranked> ranking;
    for (const JoinedVintages& vintages : combinations.joined()) {
        ranking.push_back(
            {&vintages, spreiding::reproduce(vintages.list, vintages.weights, printed.table(),
                                             needs.range, needs.reference)});
    }
    std::stable_sort(ranking.begin(), ranking.end(), [](const Ranked& one, const Ranked& other) {
        if (one.found.matches != other.found.matches)
            return one.found.matches > other.found.matches;
        return one.found.total_difference < other.found.total_difference;
    });

    JsonWriter json = accepted();
    json.begin_object();
    json.name("table");
    printed.write_source(json);
    json.name("needs").begin_object();
    json.name("first").number(needs.range.first);
    json.name("last").number(needs.range.last);
    json.name("from").text(needs.from);
    json.end_object();
    json.name("ranking").begin_array();
    for (const auto& [vintages, found] : ranking) {
        json.begin_object();
        json.name("population").text(vintages->population);
        json.name("populationStatus").text(name_of(vintages->population_status));
        json.name("scores").text(vintages->scores);
        json.name("scoresStatus").text(name_of(vintages->score_status));
        json.name("isEstimate").flag(vintages->is_estimate());
        json.name("matches").number(static_cast<std::int64_t>(found.matches));
        json.name("rows").number(static_cast<std::int64_t>(found.rows));
        json.name("need").number(found.need);
        json.name("firstNeed").number(found.first_need);
        json.name("lastNeed").number(found.last_need);
        // Over one row it would be the estimated figure itself.
        json.name("totalDifference")
            .number_or_null(vintages->is_estimate()
                                ? std::nullopt
                                : std::optional(static_cast<std::int64_t>(found.total_difference)));
        json.end_object();
    }
    json.end_array();
    json.name("incomparable").begin_array();
    for (const IncomparableVintages& apart : combinations.incomparable()) {
        json.begin_object();
        json.name("population").text(apart.population).name("scores").text(apart.scores);
        json.name("municipalitiesApart")
            .number(static_cast<std::int64_t>(apart.municipalities_apart));
        json.end_object();
    }
    json.end_array();
    json.end_object();
    return finish(std::move(json), findings);
}

}  // namespace spreiding::service
