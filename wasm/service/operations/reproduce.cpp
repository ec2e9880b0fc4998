// Which vintages and which need reproduce a published table best.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "published/reproduction.hpp"
#include "service/combinations.hpp"
#include "service/contract/comparison.hpp"
#include "service/inputs.hpp"
#include "service/operations.hpp"
#include "service/printed_file.hpp"
#include "service/response.hpp"
#include "values/order.hpp"

namespace spreiding::service {
namespace {

using contract::NeedsFrom;
using contract::Ranked;
using contract::SearchedNeeds;

SearchedNeeds needs_of(const PrintedTable& table, const MunicipalityList& list, Places need,
                       bool only_given) {
    const auto country = printed_country(table);
    if (!only_given && is_complete(table, list)) {
        const Places sum = sum_of_municipalities(table);
        return {needs_of_total(sum, list.size()), NeedsFrom::sum_of_municipalities,
                country.value_or(sum)};
    }
    if (!only_given && country)
        return {needs_of_total(*country, list.size()), NeedsFrom::country_row, *country};
    return {{need, need}, NeedsFrom::given, need};
}

}  // namespace

Response reproduce(Parameters& parameters, const Files& files) {
    AllocationQuestion question(parameters);
    const std::string table = parameters.text("table");
    const auto changes = read_changes_file(parameters);
    const bool only_given = parameters.flag("onlyGivenNeed");
    const auto loaded = parameters.texts("loaded");
    if (!question.open(files)) return question.refusal();
    const Inputs& inputs = question.inputs();
    Findings& findings = question.findings();
    const PrintedFile printed(table, changes, inputs, files, findings);
    if (printed.error()) return refuse(*printed.error(), findings);

    const Combinations combinations(inputs.request(), loaded, files);
    const SearchedNeeds needs =
        needs_of(printed.table(), inputs.list(), inputs.request().need, only_given);
    std::vector<Ranked> ranking;
    for (const JoinedVintages& vintages : combinations.joined()) {
        std::optional<Reproduction> found;
        if (!vintages.is_incomplete) {
            found = spreiding::reproduce(vintages.list, vintages.weights, printed.table(),
                                         needs.range, needs.reference);
        }
        ranking.push_back(
            {&vintages, &printed.table(), std::move(found),
             fit_factor(vintages.list, vintages.weights, printed.table(), needs.reference)});
    }
    put_in_order(ranking, [](const Ranked& one, const Ranked& other) {
        if (one.matches() != other.matches()) return one.matches() > other.matches();
        return one.median() < other.median();
    });
    const bool fits_nothing = std::all_of(ranking.begin(), ranking.end(), [](const Ranked& each) {
        return each.factor && each.factor->rows > 2 && each.matches() <= 1;
    });
    if (!ranking.empty() && fits_nothing)
        findings.add({.code = FindingCode::factor_not_fitted, .file = table});

    return answer(contract::ReproduceResult{printed, needs, ranking, combinations.incomparable()},
                  findings);
}

}  // namespace spreiding::service
