// What a calculation sheet (Rekenblad) is made of: every input as a whole number with the cell it
// was read from, and what each formula of the sheet must come to.
#include "service/contract/sheet.hpp"

#include <algorithm>
#include <optional>

#include "key/allocation.hpp"
#include "service/answer.hpp"
#include "service/inputs.hpp"
#include "service/operations.hpp"
#include "service/response.hpp"

namespace spreiding::service {
namespace {

// Spreadsheets compute in floating point, in which whole numbers below 2^53 are exact. The rounding
// formula divides (2·B·w + W) by 2·W: the quotient of two such numbers is never rounded up to a
// whole number that it does not reach, because it stays at least 1 / (2·W) below it.
constexpr Wide exact_in_a_spreadsheet = Wide{1} << 53U;
constexpr std::size_t most_sheet_rows = 10'000;
// Each row of bounds goes over all others.
constexpr std::size_t most_bounded_rows = 1'000;

bool fits(const Allocation& allocation) {
    const Weight largest = *std::max_element(allocation.weights.begin(), allocation.weights.end());
    const Places need = std::max(allocation.need, allocation.minors_need.value_or(0));
    const Wide numerator = 2 * static_cast<Wide>(need) * largest + allocation.total_weight;
    return std::max(numerator, 2 * allocation.total_weight) < exact_in_a_spreadsheet;
}

// On the inhabitants of the table itself the formulas have whole numbers, of twice the need by
// twice a figure; on others they have fractions, and near a half floating point might round to the
// other side.
bool fits(const Inputs& inputs, const Allocation& allocation) {
    if (inputs.list().size() > most_bounded_rows) return false;
    if (inputs.list().inhabitants == inputs.printed()->shares.inhabitants) return true;
    const DerivedWeights& weights = inputs.uncertainty().derived.front();
    for (std::size_t i = 0; i < weights.size(); ++i) {
        for (const Places need : {allocation.need, allocation.minors_need.value_or(0)}) {
            const ProvenShare share = weights.share(i, need);
            if (share.lowest.near_half() || share.highest.near_half()) return false;
        }
    }
    return true;
}

}  // namespace

Response sheet(Parameters& parameters, const Files& files) {
    AllocationQuestion question(parameters);
    if (!question.open(files)) return question.refusal();
    const Inputs& inputs = question.inputs();
    Findings& findings = question.findings();
    const Allocation allocation = question.allocation();
    const bool is_derived = inputs.basis() == Basis::derived;
    if (inputs.basis() == Basis::estimate) {
        findings.add({.code = FindingCode::sheet_of_estimate});
    } else if (is_derived ? !fits(inputs, allocation)
                          : inputs.list().size() > most_sheet_rows || !fits(allocation)) {
        findings.add({.code = FindingCode::sheet_too_large});
    }
    if (findings.has_errors()) return refuse(findings_are_the_result, findings);
    const contract::SheetOf made{inputs, allocation};
    if (!is_derived) return answer(contract::SheetResult{made}, findings);
    const AllocationView view = view_of(inputs, allocation);
    return answer(contract::DerivedSheetResult{made, view}, findings);
}

}  // namespace spreiding::service
