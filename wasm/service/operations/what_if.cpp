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
    const Uncertainty& uncertainty;
    const std::vector<std::string>& provinces;

    Figures figures() const { return {allocation, uncertainty}; }
};

void write_difference(JsonWriter& json, std::string_view name, const std::optional<Figure>& before,
                      const std::optional<Figure>& after) {
    const bool both = before && after && before->places && after->places;
    json.name(name).number_or_null(both ? std::optional(*after->places - *before->places)
                                        : std::nullopt);
}

void write_row(JsonWriter& json, const Before& before, const AllocationView& after,
               const ScenarioOutcome& outcome, std::size_t at) {
    const std::vector<std::size_t>& made_of = outcome.made_of[at];
    // Of several: the sum of their rounded figures.
    const std::optional<Figure> old_minors = before.figures().minors_sum(made_of);
    const Figure old_total = before.figures().sum(made_of);
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
    !after.is_exact()
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
                    const ScenarioOutcome& outcome, const Uncertainty& uncertainty, bool proven) {
    const Prints nothing;
    const AllocationView after{outcome.list, outcome.allocation, uncertainty, before.provinces,
                               nothing};
    const AllocationView old_view{before.list, before.allocation, before.uncertainty,
                                  before.provinces, nothing};
    json.begin_object();
    json.name("name").text(asked.name);
    json.name("basis").text(name_of(uncertainty.basis));
    json.name("proven").flag(proven);
    write_record(json, uncertainty);
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
    const Before before{inputs.list(), allocation, inputs.uncertainty(), request->provinces};

    JsonWriter json = accepted();
    json.begin_object();
    json.name("basis").text(name_of(inputs.basis()));
    json.name("need").number(request->need);
    json.name("minors").number_or_null(request->minors);
    write_sureness(json, inputs);
    inputs.write_sources(json);
    json.name("scenarios").begin_array();
    for (const ScenarioRequest& each : asked) {
        const Scenario scenario = scenario_of(each, inputs, findings);
        if (findings.has_errors()) return refuse(findings_are_the_result, findings);
        const ScenarioOutcome outcome = carry_out(scenario, inputs.list(), findings);
        if (findings.has_errors()) return refuse(findings_are_the_result, findings);
        const Uncertainty uncertainty = uncertainty_of(scenario, inputs, outcome);
        if (uncertainty.basis == Basis::derived && uncertainty.derived.empty()) {
            findings.add({.code = FindingCode::scenario_weight_not_positive});
            return refuse(findings_are_the_result, findings);
        }
        write_scenario(json, each, before, outcome, uncertainty, is_proven(scenario, inputs));
    }
    json.end_array();
    json.end_object();
    return finish(std::move(json), findings);
}

}  // namespace spreiding::service
