// A published table beside the own result, or beside another published table.
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "published/comparison.hpp"
#include "service/answer.hpp"
#include "service/combinations.hpp"
#include "service/contract/comparison.hpp"
#include "service/inputs.hpp"
#include "service/operations.hpp"
#include "service/printed_file.hpp"
#include "service/response.hpp"

namespace spreiding::service {
namespace {

using contract::CompareResult;
using contract::OwnFigures;

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

contract::Tally<DifferenceClass> counts_of(const Comparison& comparison) {
    contract::Tally<DifferenceClass> counts;
    for (const ComparedRow& row : comparison.rows)
        ++counts.counts[static_cast<std::size_t>(row.difference)];
    return counts;
}

// What is not known to the place has no cause of a difference; a printed figure lies within the
// interval or band beside it, or not.
Response within_bounds(const Inputs& inputs, const PrintedFile& printed, const Findings& findings) {
    const Allocation allocation =
        spreiding::allocate(inputs.list(), inputs.request().need, inputs.request().minors);
    const AllocationView view = view_of(inputs, allocation);
    const auto compared = compare_without_figures(printed.table(), inputs.list());
    CompareResult result{inputs, printed};
    result.within.emplace();
    for (const ComparedRow& row : compared) {
        const PrintedRow& at = printed.table().rows[row.row];
        const OwnFigures own = bounded_figures(view, at, row);
        result.within->rows += own.total ? 1 : 0;
        result.within->inside += own.total && contract::holds(*own.total, at.places) ? 1 : 0;
        result.rows.push_back({inputs, printed, row, own});
    }
    return answer(result, findings);
}

}  // namespace

Response compare(Parameters& parameters, const Files& files) {
    AllocationQuestion question(parameters);
    const std::string table = parameters.text("table");
    const auto changes = read_changes_file(parameters);
    const auto loaded = parameters.texts("loaded");
    const auto unit = parameters.whole("scoreUnitDecimals");
    if (!question.open(files)) return question.refusal();
    const Inputs& inputs = question.inputs();
    Findings& findings = question.findings();
    const PrintedFile printed(table, changes, inputs, files, findings);
    if (printed.error()) return refuse(*printed.error(), findings);
    if (!inputs.uncertainty().is_exact()) return within_bounds(inputs, printed, findings);

    const MunicipalityList& list = inputs.list();
    const Allocation allocation = question.allocation();
    const auto rounded = RoundedInputs::scores(
        list, allocation, static_cast<int>(unit.value_or(allocation.score_decimals)));
    if (!rounded && unit) {
        findings.add({.code = FindingCode::unit_too_large,
                      .raw = to_text(Decimal{1, static_cast<int>(*unit)})});
        return refuse(findings_are_the_result, findings);
    }
    const Combinations combinations(inputs.request(), loaded, files);
    std::vector<Combination> others;
    std::vector<std::size_t> taking_part;
    for (std::size_t at = 0; at < combinations.joined().size(); ++at) {
        const JoinedVintages& joined = combinations.joined()[at];
        if (joined.is_incomplete) continue;
        if (joined.population == inputs.request().population.file &&
            joined.scores == inputs.request().scores.file)
            continue;
        others.push_back({joined.list, joined.weights});
        taking_part.push_back(at);
    }
    const auto country = printed_country(printed.table());
    const NeedRange needs =
        is_complete(printed.table(), list)
            ? needs_of_total(sum_of_municipalities(printed.table()), list.size())
        : country ? needs_of_total(*country, list.size())
                  : NeedRange{inputs.request().need, inputs.request().need};
    const Comparison comparison =
        spreiding::compare(printed.table(), list, allocation, rounded, others, needs);

    CompareResult result{inputs, printed};
    for (const ComparedRow& row : comparison.rows)
        result.rows.push_back({inputs, printed, row, exact_figures(row)});
    result.headline = {comparison.equal, comparison.rows.size(), comparison.minors_equal,
                       comparison.minors_rows};
    result.totals = {comparison.own_total, comparison.published_total};
    result.classes = counts_of(comparison);
    if (comparison.other_combination || comparison.other_need) {
        const JoinedVintages* other =
            comparison.other_combination
                ? &combinations.joined()[taking_part[*comparison.other_combination]]
                : nullptr;
        result.cause = {other, comparison.other_need, comparison.reproduced_by_other};
    }
    result.not_printed = comparison.not_printed;
    return answer(result, findings);
}

Response compare_tables(Parameters& parameters, const Files& files) {
    AllocationQuestion question(parameters);
    const std::string one_name = parameters.text("table");
    const std::string other_name = parameters.text("other");
    const auto changes = read_changes_file(parameters);
    if (!question.open(files)) return question.refusal();
    const Inputs& inputs = question.inputs();
    Findings& findings = question.findings();
    const PrintedFile one(one_name, changes, inputs, files, findings);
    if (one.error()) return refuse(*one.error(), findings);
    const PrintedFile other(other_name, changes, inputs, files, findings);
    if (other.error()) return refuse(*other.error(), findings);

    contract::CompareTablesResult result{one, other};
    for (const PairedRow& pair : pair_tables(one.table(), other.table())) {
        const PrintedRow* left = pair.one ? &one.table().rows[*pair.one] : nullptr;
        const PrintedRow* right = pair.other ? &other.table().rows[*pair.other] : nullptr;
        result.equal += pair.equal ? 1 : 0;
        result.paired += left != nullptr && right != nullptr ? 1 : 0;
        result.rows.push_back({inputs, left, right});
    }
    return answer(result, findings);
}

}  // namespace spreiding::service
