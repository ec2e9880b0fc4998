// Scenarios beside the loaded inputs: old, new and difference for every municipality.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "key/scenario.hpp"
#include "service/answer.hpp"
#include "service/inputs.hpp"
#include "service/operations.hpp"
#include "service/response.hpp"
#include "service/scenario_request.hpp"
#include "tables/nearest.hpp"

namespace spreiding::service {
namespace {

constexpr std::size_t most_scenarios = 20;

std::vector<ScenarioRequest> read_scenarios(Parameters& parameters) {
    std::vector<ScenarioRequest> scenarios;
    if (parameters.find("scenarios") == nullptr) {
        parameters.fail("parameter_missing", "scenarios");
        return scenarios;
    }
    each_object(parameters, "scenarios", "scenarios.", [&](Parameters& inner, const Json&) {
        scenarios.push_back(read_scenario(inner, "scenarios."));
    });
    if (scenarios.empty() || scenarios.size() > most_scenarios)
        parameters.fail("parameter_invalid", "scenarios");
    return scenarios;
}

struct Before {
    const MunicipalityList& list;
    const Allocation& allocation;
    Basis basis;
    const std::vector<std::string>& provinces;
};

// A figure over several municipalities: the sum of their rounded figures.
Figure figure_over(const Before& before, const std::vector<std::size_t>& municipalities,
                   bool minors) {
    Wide weight = 0;
    Places places = 0;
    for (const std::size_t i : municipalities) {
        weight += before.allocation.weights[i];
        places += minors ? before.allocation.minors[i] : before.allocation.places[i];
    }
    return figure(minors ? before.allocation.minors_share(weight) : before.allocation.share(weight),
                  places, before.basis);
}

void write_difference(JsonWriter& json, std::string_view name, const std::optional<Figure>& before,
                      const std::optional<Figure>& after) {
    const bool both = before && after && before->places && after->places;
    json.name(name).number_or_null(both ? std::optional(*after->places - *before->places)
                                        : std::nullopt);
}

void write_row(JsonWriter& json, const Before& before, const AllocationView& after,
               const ScenarioOutcome& outcome, std::size_t at) {
    const std::vector<std::size_t>& made_of = outcome.made_of[at];
    const bool minors_before = before.allocation.minors_need.has_value();
    const std::optional<Figure> old_minors =
        minors_before ? std::optional(figure_over(before, made_of, true)) : std::nullopt;
    const Figure old_total = figure_over(before, made_of, false);
    json.begin_object();
    json.name("code").text(after.list.codes[at].text());
    json.name("name").text(after.list.names[at]);
    json.name("province").text(before.provinces[after.list.provinces[at]]);
    json.name("inhabitants").number(after.list.inhabitants[at]);
    json.name("madeOf").begin_array();
    for (const std::size_t i : made_of)
        json.text(before.list.codes[i].text());
    json.end_array();
    json.name("before");
    write_figure(json, old_total);
    json.name("after");
    write_figure(json, after.total(at));
    json.name("share");
    after.is_estimate()
        ? static_cast<void>(json.null())
        : write_fraction(json,
                         after.allocation.share(after.allocation.weights[at]).in_lowest_terms());
    write_difference(json, "difference", old_total, after.total(at));
    json.name("minorsBefore");
    write_figure(json, old_minors);
    json.name("minorsAfter");
    write_figure(json, after.minors(at));
    write_difference(json, "minorsDifference", old_minors, after.minors(at));
    json.end_object();
}

void write_provinces_beside(JsonWriter& json, const Before& before, const AllocationView& old_view,
                            const AllocationView& after) {
    json.name("provinces").begin_array();
    for (const ProvincialTask& task : before.allocation.provinces) {
        const auto at = std::find_if(
            after.allocation.provinces.begin(), after.allocation.provinces.end(),
            [&](const ProvincialTask& other) { return other.province == task.province; });
        const std::optional<Figure> now =
            at == after.allocation.provinces.end() ? std::nullopt : std::optional(after.total(*at));
        json.begin_object();
        json.name("name").text(before.provinces[task.province]);
        json.name("before");
        write_figure(json, old_view.total(task));
        json.name("after");
        write_figure(json, now);
        write_difference(json, "difference", old_view.total(task), now);
        json.end_object();
    }
    json.end_array();
}

void write_scenario(JsonWriter& json, const ScenarioRequest& asked, const Before& before,
                    const ScenarioOutcome& outcome, Basis basis) {
    const Prints nothing;
    const AllocationView after{outcome.list, outcome.allocation, basis, before.provinces, nothing};
    const AllocationView old_view{before.list, before.allocation, before.basis, before.provinces,
                                  nothing};
    json.begin_object();
    json.name("name").text(asked.name);
    json.name("basis").text(name_of(basis));
    json.name("need").number(outcome.allocation.need);
    json.name("minors").number_or_null(outcome.allocation.minors_need);
    json.name("scoreWeight").text(to_text(Decimal{asked.score_weight, 3}));
    json.name("totals");
    write_totals(json, after);
    json.name("municipalities").begin_array();
    for (std::size_t at = 0; at < outcome.list.size(); ++at)
        write_row(json, before, after, outcome, at);
    json.end_array();
    write_provinces_beside(json, before, old_view, after);
    json.end_object();
}

}  // namespace

Response what_if(Parameters& parameters, const Files& files) {
    const auto request = read_inputs(parameters);
    const auto asked = read_scenarios(parameters);
    if (parameters.error()) return refuse(*parameters.error());
    Findings findings;
    const Inputs inputs(*request, files, findings);
    if (inputs.error()) return refuse(*inputs.error(), findings);
    const Allocation allocation =
        spreiding::allocate(inputs.list(), request->need, request->minors);
    const Before before{inputs.list(), allocation, inputs.basis(), request->provinces};

    JsonWriter json = accepted();
    json.begin_object();
    json.name("basis").text(name_of(inputs.basis()));
    json.name("need").number(request->need);
    json.name("minors").number_or_null(request->minors);
    inputs.write_sources(json);
    json.name("scenarios").begin_array();
    for (const ScenarioRequest& each : asked) {
        const Scenario scenario = scenario_of(each, inputs, findings);
        if (findings.has_errors()) return refuse(findings_are_the_result, findings);
        const ScenarioOutcome outcome = carry_out(scenario, inputs.list(), findings);
        if (findings.has_errors()) return refuse(findings_are_the_result, findings);
        write_scenario(json, each, before, outcome, basis_of(each, inputs));
    }
    json.end_array();
    json.end_object();
    return finish(std::move(json), findings);
}

}  // namespace spreiding::service
