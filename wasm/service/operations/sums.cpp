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

std::optional<Selection> read_selection(const Json& given) {
    if (!given.is_array()) return std::nullopt;
    Selection selection;
    for (const Json& item : given) {
        const auto code =
            item.is_string() ? read_code(item.get_ref<const std::string&>()) : std::nullopt;
        if (!code) return std::nullopt;
        selection.push_back(*code);
    }
    return selection;
}

std::vector<Selection> read_selections(Parameters& parameters) {
    std::vector<Selection> selections;
    const Json* given = parameters.find("selections");
    if (given == nullptr) {
        parameters.fail("parameter_missing", "selections");
        return selections;
    }
    if (!given->is_array()) parameters.fail("parameter_invalid", "selections");
    if (parameters.error()) return selections;
    for (const Json& item : *given) {
        const auto selection = read_selection(item);
        if (!selection) {
            parameters.fail("parameter_invalid", "selections");
            return selections;
        }
        selections.push_back(*selection);
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
