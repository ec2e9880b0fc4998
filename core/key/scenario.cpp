// Carries a scenario out: changed inputs, the weight on the score, mergers, and the new allocation.
#include "key/scenario.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "values/wide.hpp"

namespace spreiding {
namespace {

constexpr int most_decimals = 9;
constexpr int weight_bits = 55;  // as in allocation.hpp, on which its bounds rest

// A weight on the score with as few decimals as it has: 0.500 is 5 tenths.
struct ScoreWeight {
    std::int64_t units;
    int decimals;
};

ScoreWeight lowest_terms(int thousandths) {
    const Decimal weight = without_trailing_zeros({thousandths, 3});
    return {weight.units, weight.decimals};
}

// As a finding may quote it: only of a score that the scenario brings. That of the list may be an
// estimate's, which is never shown.
std::string quotable(const Scenario& scenario, std::size_t municipality) {
    std::string text;
    for (const Scenario::Change& change : scenario.changes) {
        if (change.municipality == municipality && change.score) text = to_text(*change.score);
    }
    return text;
}

void report(FindingCode code, const MunicipalityList& list, std::size_t i, std::string raw,
            Findings& findings) {
    findings.add({.code = code, .raw = std::move(raw), .about = std::string(list.names[i])});
}

struct Weighted {
    std::vector<Weight> weights;
    int decimals;
};

// (1 + weight × score) × iG of each, in units of 10^-decimals.
Weighted weigh(const Scenario& scenario, const MunicipalityList& list, Findings& findings) {
    const ScoreWeight counts = lowest_terms(scenario.score_weight);
    // Where a score counts for nothing, its decimals do not either.
    const int score_decimals = counts.units == 0 ? 0 : list.score_decimals;
    Weighted result{{}, score_decimals + counts.decimals};
    if (result.decimals > most_decimals) {
        findings.add({.code = FindingCode::scenario_too_precise,
                      .raw = to_text(Decimal{scenario.score_weight, 3})});
        return result;
    }
    const auto one = static_cast<std::int64_t>(power_of_ten(result.decimals));
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::int64_t factor = one + counts.units * list.scores[i];
        if (factor <= 0) {
            report(FindingCode::scenario_weight_not_positive, list, i, quotable(scenario, i),
                   findings);
            continue;
        }
        const Wide weight = static_cast<Wide>(factor) * list.inhabitants[i];
        if (bits(weight) > weight_bits)
            report(FindingCode::scenario_too_precise, list, i, quotable(scenario, i), findings);
        result.weights.push_back(static_cast<Weight>(weight));
    }
    return result;
}

// Of each municipality the merger it belongs to, or nothing.
std::vector<std::optional<std::size_t>> merger_of(const Scenario& scenario,
                                                  const MunicipalityList& list,
                                                  Findings& findings) {
    std::vector<std::optional<std::size_t>> of(list.size());
    for (std::size_t merger = 0; merger < scenario.mergers.size(); ++merger) {
        for (const std::size_t i : scenario.mergers[merger].municipalities) {
            if (of[i]) {
                report(FindingCode::scenario_merged_twice, list, i, list.codes[i].text(), findings);
            }
            of[i] = merger;
        }
    }
    return of;
}

std::string name_of_merger(const Scenario::Merger& merger, const MunicipalityList& list) {
    if (!merger.name.empty()) return merger.name;
    std::string name;
    for (const std::size_t i : merger.municipalities) {
        if (!name.empty()) name += " + ";
        name += list.names[i];
    }
    return name;
}

}  // namespace

MunicipalityList with_changes(const Scenario& scenario, MunicipalityList list) {
    const int before = list.score_decimals;
    for (const Scenario::Change& change : scenario.changes) {
        if (change.score)
            list.score_decimals = std::max(list.score_decimals, change.score->decimals);
    }
    const auto in_units = [&](const Decimal& score) {
        return static_cast<std::int32_t>(units_at(score, list.score_decimals).value_or(0));
    };
    for (std::int32_t& score : list.scores)
        score = in_units({score, before});
    for (const Scenario::Change& change : scenario.changes) {
        if (change.inhabitants) list.inhabitants[change.municipality] = *change.inhabitants;
        if (change.score) list.scores[change.municipality] = in_units(*change.score);
    }
    return list;
}

ScenarioOutcome carry_out(const Scenario& scenario, const MunicipalityList& before,
                          Findings& findings) {
    ScenarioOutcome outcome;
    const MunicipalityList list = with_changes(scenario, before);
    const Weighted weighted = weigh(scenario, list, findings);
    const auto mergers = merger_of(scenario, list, findings);
    if (findings.has_errors()) return outcome;

    for (const Scenario::Merger& merger : scenario.mergers)
        outcome.merged_names.push_back(name_of_merger(merger, list));
    std::vector<std::optional<std::size_t>> place_of(scenario.mergers.size());
    std::vector<Wide> weights;
    std::vector<std::uint64_t> inhabitants;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (mergers[i] && place_of[*mergers[i]]) {
            const std::size_t at = *place_of[*mergers[i]];
            outcome.made_of[at].push_back(i);
            weights[at] += weighted.weights[i];
            inhabitants[at] += list.inhabitants[i];
            continue;
        }
        if (mergers[i]) place_of[*mergers[i]] = outcome.made_of.size();
        outcome.made_of.push_back({i});
        outcome.list.codes.push_back(list.codes[i]);
        outcome.list.names.push_back(
            mergers[i] ? std::string_view(outcome.merged_names[*mergers[i]]) : list.names[i]);
        outcome.list.provinces.push_back(list.provinces[i]);
        weights.push_back(weighted.weights[i]);
        inhabitants.push_back(list.inhabitants[i]);
    }
    std::vector<Weight> narrow;
    for (std::size_t at = 0; at < weights.size(); ++at) {
        if (bits(weights[at]) > weight_bits ||
            inhabitants[at] > static_cast<std::uint64_t>(most_inhabitants)) {
            report(FindingCode::scenario_too_precise, list, outcome.made_of[at].front(), {},
                   findings);
            return outcome;
        }
        narrow.push_back(static_cast<Weight>(weights[at]));
        outcome.list.inhabitants.push_back(static_cast<std::uint32_t>(inhabitants[at]));
    }
    outcome.allocation = allocate_weights(outcome.list, std::move(narrow), weighted.decimals,
                                          scenario.need, scenario.minors_need);
    return outcome;
}

}  // namespace spreiding
