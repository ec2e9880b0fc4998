// Scenarios beside the loaded inputs: old, new and difference for every municipality.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "key/scenario.hpp"
#include "service/contract/sensitivity.hpp"
#include "service/inputs.hpp"
#include "service/operations.hpp"
#include "service/response.hpp"
#include "service/scenario_request.hpp"
#include "tables/nearest.hpp"

namespace spreiding::service {
Response what_if(Parameters& parameters, const Files& files) {
    AllocationQuestion question(parameters);
    std::vector<ScenarioRequest> asked;
    parameters.each("scenarios", [&](const Parameters& given, std::size_t) {
        asked.push_back(read_scenario(given));
    });
    if (asked.empty()) parameters.fail("parameter_invalid", "scenarios");
    if (!question.open(files)) return question.refusal();
    const Inputs& inputs = question.inputs();
    Findings& findings = question.findings();
    const Allocation allocation = question.allocation();
    const Prints nothing;
    const AllocationView before{inputs.list(), allocation, inputs.uncertainty(),
                                inputs.request().provinces, nothing};
    std::vector<contract::Played> played;
    for (const ScenarioRequest& each : asked) {
        const Scenario scenario = scenario_of(each, inputs, findings);
        if (findings.has_errors()) return refuse(findings_are_the_result, findings);
        ScenarioOutcome outcome = carry_out(scenario, inputs.list(), findings);
        if (findings.has_errors()) return refuse(findings_are_the_result, findings);
        Uncertainty uncertainty = uncertainty_of(scenario, inputs, outcome);
        if (uncertainty.basis == Basis::derived && uncertainty.derived.empty()) {
            findings.add({.code = FindingCode::scenario_weight_not_positive});
            return refuse(findings_are_the_result, findings);
        }
        played.push_back(
            {each, std::move(outcome), std::move(uncertainty), is_proven(scenario, inputs)});
    }
    return answer(contract::WhatIfResult{inputs, before, played}, findings);
}

}  // namespace spreiding::service
