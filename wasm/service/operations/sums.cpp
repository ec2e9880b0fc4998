// Sums over selections of municipalities: what a filter leaves, regions that a person named.
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "key/allocation.hpp"
#include "key/selection.hpp"
#include "service/contract/sensitivity.hpp"
#include "service/inputs.hpp"
#include "service/operations.hpp"
#include "service/response.hpp"

namespace spreiding::service {
namespace {

using Selection = std::vector<MunicipalityCode>;

std::vector<Selection> read_selections(const Parameters& parameters) {
    std::vector<Selection> selections;
    for (const Json& given : *parameters.find("selections")) {
        Selection& selection = selections.emplace_back();
        for (const Json& code : given)
            selection.push_back(*read_code(code.get_ref<const std::string&>()));
    }
    return selections;
}

}  // namespace

Response sums(Parameters& parameters, const Files& files) {
    AllocationQuestion question(parameters);
    const auto selections = read_selections(parameters);
    if (!question.open(files)) return question.refusal();
    const Inputs& inputs = question.inputs();
    Findings& findings = question.findings();
    const Allocation allocation = question.allocation();

    std::vector<SelectionSum> made;
    for (const Selection& selection : selections)
        made.push_back(sum_of_selection(inputs.list(), selection));
    return answer(contract::SumsResult{inputs, allocation, made}, findings);
}

}  // namespace spreiding::service
