// Reads a scenario field by field, and turns it into one on the positions of the list.
#include "service/scenario_request.hpp"

#include <algorithm>
#include <utility>

#include "tables/nearest.hpp"
#include "values/decimal.hpp"

namespace spreiding::service {
namespace {

int read_score_weight(const Parameters& parameters) {
    const auto text = parameters.text_if_any("scoreWeight");
    if (!text) return whole_score_weight;
    const auto thousandths = read_decimal(*text, {}).units_at(3);
    if (!thousandths || *thousandths < 0 || *thousandths > most_score_weight) {
        parameters.fail("parameter_invalid", "scoreWeight");
        return whole_score_weight;
    }
    return static_cast<int>(*thousandths);
}

void out_of_range(std::string raw, std::string_view about, Findings& findings) {
    findings.add({.code = about == "need" || about == "minors" ? FindingCode::need_out_of_range
                                                               : FindingCode::number_out_of_range,
                  .raw = std::move(raw),
                  .about = std::string(about)});
}

std::optional<Decimal> score_of(const std::string& text, Findings& findings) {
    const auto number = read_decimal(text, {}).number();
    if (!number) {
        findings.add({.code = FindingCode::number_unreadable, .raw = text, .about = "score"});
        return std::nullopt;
    }
    const Decimal score = without_trailing_zeros(*number);
    if (score.decimals > most_score_decimals) {
        findings.add({.code = FindingCode::number_too_precise, .raw = text, .about = "score"});
        return std::nullopt;
    }
    const auto one = static_cast<std::int64_t>(power_of_ten(most_score_decimals));
    const auto units = units_at(score, most_score_decimals);
    if (!units || *units <= -one || *units > highest_score * one) {
        out_of_range(text, "score", findings);
        return std::nullopt;
    }
    return score;
}

}  // namespace

ScenarioRequest read_scenario(const Parameters& parameters) {
    ScenarioRequest scenario;
    scenario.name = parameters.text("name");
    scenario.need = parameters.whole("need");
    scenario.minors = parameters.whole("minors");
    scenario.score_weight = read_score_weight(parameters);
    parameters.each("changes", [&](const Parameters& given, std::size_t) {
        scenario.changes.push_back(
            {given.text("municipality"), given.whole("inhabitants"), given.text_if_any("score")});
    });
    parameters.each("mergers", [&](const Parameters& given, std::size_t) {
        ScenarioMerger merger{given.texts("municipalities"), given.text("name")};
        if (merger.municipalities.size() < 2) given.fail("parameter_invalid", "municipalities");
        scenario.mergers.push_back(std::move(merger));
    });
    return scenario;
}

Scenario scenario_of(const ScenarioRequest& asked, const Inputs& inputs, Findings& findings) {
    Scenario scenario;
    scenario.need = asked.need.value_or(inputs.request().need);
    scenario.minors_need = asked.minors ? asked.minors : inputs.request().minors;
    scenario.score_weight = asked.score_weight;
    if (scenario.need < 0 || scenario.need > most_places)
        out_of_range(to_text(scenario.need), "need", findings);
    const Places minors = scenario.minors_need.value_or(0);
    if (minors < 0 || minors > most_places) out_of_range(to_text(minors), "minors", findings);
    for (const ScenarioChange& change : asked.changes) {
        const auto found = find_municipality(inputs.list(), change.municipality, findings);
        Scenario::Change made{found.value_or(0), std::nullopt, std::nullopt};
        if (change.inhabitants) {
            if (*change.inhabitants < 1 || *change.inhabitants > most_inhabitants)
                out_of_range(to_text(*change.inhabitants), "inhabitants", findings);
            else
                made.inhabitants = static_cast<std::uint32_t>(*change.inhabitants);
        }
        if (change.score) made.score = score_of(*change.score, findings);
        if (found) scenario.changes.push_back(made);
    }
    for (const ScenarioMerger& merger : asked.mergers) {
        Scenario::Merger made{{}, merger.name};
        for (const std::string& name : merger.municipalities) {
            if (const auto found = find_municipality(inputs.list(), name, findings))
                made.municipalities.push_back(*found);
        }
        scenario.mergers.push_back(std::move(made));
    }
    return scenario;
}

namespace {

bool changes_scores(const Scenario& scenario) {
    return scenario.score_weight != whole_score_weight ||
           std::any_of(scenario.changes.begin(), scenario.changes.end(),
                       [](const Scenario::Change& change) { return change.score.has_value(); });
}

// All weights of the table with what a scenario changes; two where the factor has a range.
std::vector<DerivedWeights> derived_weights(const Scenario& scenario, const Inputs& inputs) {
    const PrintedShares& shares = inputs.printed()->shares;
    std::vector<std::uint32_t> now = inputs.list().inhabitants;
    ScoreTerms terms{.score_weight = scenario.score_weight, .scores = {}};
    terms.scores.resize(now.size());
    for (const Scenario::Change& change : scenario.changes) {
        if (change.inhabitants) now[change.municipality] = *change.inhabitants;
        if (change.score) terms.scores[change.municipality] = *change.score;
    }
    std::vector<DerivedWeights> derived;
    const auto add = [&](const ScoreTerms* given) {
        if (auto weights = DerivedWeights::of(shares, now, given))
            derived.push_back(std::move(*weights));
    };
    if (!changes_scores(scenario)) {
        add(nullptr);
        return derived;
    }
    for (const std::int64_t factor : {least_mean_factor, most_mean_factor}) {
        terms.mean_factor = factor;
        add(&terms);
    }
    return derived;
}

}  // namespace

Uncertainty uncertainty_of(const Scenario& scenario, const Inputs& inputs,
                           const ScenarioOutcome& outcome) {
    Uncertainty uncertainty;
    const bool by_population = scenario.score_weight == 0;
    uncertainty.basis =
        weakest(by_population ? inputs.population_basis() : inputs.basis(), Basis::own_input);
    if (uncertainty.is_exact()) return uncertainty;
    uncertainty.rule = inputs.uncertainty().rule;
    uncertainty.printed = inputs.uncertainty().printed;
    if (uncertainty.basis == Basis::derived)
        uncertainty.derived = derived_weights(scenario, inputs);
    if (!scenario.mergers.empty()) uncertainty.made_of = outcome.made_of;
    return uncertainty;
}

bool is_proven(const Scenario& scenario, const Inputs& inputs) {
    return inputs.is_proven() && !changes_scores(scenario);
}

Basis basis_of(const ScenarioRequest& asked, const Inputs& inputs) {
    const Basis rests_on = asked.score_weight == 0 ? inputs.population_basis() : inputs.basis();
    return weakest(rests_on, Basis::own_input);
}

}  // namespace spreiding::service
