// A scenario as a request words it, and the scenario of the core that it stands for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "key/scenario.hpp"
#include "service/inputs.hpp"
#include "service/request.hpp"
#include "values/finding.hpp"

namespace spreiding::service {

struct ScenarioChange {
    std::string municipality;
    std::optional<std::int64_t> inhabitants;
    std::optional<std::string> score;
};

struct ScenarioMerger {
    std::vector<std::string> municipalities;
    std::string name;
};

struct ScenarioRequest {
    std::string name;
    std::optional<Places> need;
    std::optional<Places> minors;
    int score_weight = whole_score_weight;
    std::vector<ScenarioChange> changes;
    std::vector<ScenarioMerger> mergers;
};

/// `ScenarioParameters` of the contract.
ScenarioRequest read_scenario(const Parameters& parameters);

/// What is out of bounds, unreadable or not in the list becomes a finding of severity error.
Scenario scenario_of(const ScenarioRequest& asked, const Inputs& inputs, Findings& findings);

/// What bounds the figures of a scenario: mergers and inhabitants leave an interval proven; a
/// changed score, or a score that counts otherwise, needs the unknown factor of the table, and the
/// interval is that over its stated range.
Uncertainty uncertainty_of(const Scenario& scenario, const Inputs& inputs,
                           const ScenarioOutcome& outcome);

/// Whether a derived interval of this scenario is proven.
bool is_proven(const Scenario& scenario, const Inputs& inputs);

/// What a scenario's figures rest on. With a weight of nought no score takes part, so that an
/// estimate of them does not either.
Basis basis_of(const ScenarioRequest& asked, const Inputs& inputs);

}  // namespace spreiding::service
