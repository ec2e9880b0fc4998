// What if: a list with some inputs changed, municipalities merged, or the score counting more or
// less than the law has it. The list that was loaded stays as it is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "key/allocation.hpp"
#include "tables/municipalities.hpp"
#include "values/finding.hpp"

namespace spreiding {

/// Thousandths by which a score counts: 1000 as in the law, 0 population only, up to 2000.
constexpr int whole_score_weight = 1'000;
constexpr int most_score_weight = 2'000;

struct Scenario {
    struct Change {
        std::size_t municipality = 0;              ///< position in the list
        std::optional<std::uint32_t> inhabitants;  ///< 1 … 2^31 − 1
        std::optional<Decimal> score;  ///< above −1 and up to 10, at most six decimals
    };
    /// Municipalities taken together. Within one list their weights add: (1 + SES) × iG of each.
    struct Merger {
        std::vector<std::size_t> municipalities;  ///< at least two
        std::string name;                         ///< empty: the names joined by a plus sign
    };
    std::vector<Change> changes;
    std::vector<Merger> mergers;
    Places need = 0;
    std::optional<Places> minors_need;
    int score_weight = whole_score_weight;
};

/// The list of a scenario and its allocation, beside the list it was made of.
struct ScenarioOutcome {
    MunicipalityList list;  ///< a merged municipality stands where its first one stood
    std::vector<std::string> merged_names;  ///< which names in the list point into
    /// Of each municipality of `list`: its positions in the list it was made of.
    std::vector<std::vector<std::size_t>> made_of;
    Allocation allocation;
};

/// The list with the inputs that the scenario changes, all scores with the decimals of the finest.
MunicipalityList with_changes(const Scenario& scenario, MunicipalityList list);

/// Findings of severity error where the scenario cannot be computed: a score that leaves 1 + weight
/// × score at nought or below, a municipality in two mergers, more decimals than whole numbers
/// hold. The outcome is then of no use. A finding quotes a score only where the scenario brings it:
/// that of the list may be an estimate's.
ScenarioOutcome carry_out(const Scenario& scenario, const MunicipalityList& list,
                          Findings& findings);

}  // namespace spreiding
