// One figure explained: of a municipality or of a province.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "key/allocation.hpp"
#include "key/explanation.hpp"
#include "service/answer.hpp"
#include "service/contract/explanation.hpp"
#include "service/inputs.hpp"
#include "service/operations.hpp"
#include "service/response.hpp"
#include "tables/nearest.hpp"

namespace spreiding::service {
namespace {

using contract::ExplainedLevel;
using contract::ExplainResult;
using contract::ExplanationInput;

void add_country_inhabitants(std::vector<ExplanationInput>& given, const Inputs& inputs,
                             const Allocation& allocation) {
    given.push_back({{Quantity::country_inhabitants},
                     to_text(static_cast<std::int64_t>(allocation.inhabitants)),
                     inputs.population_basis(),
                     inputs.inhabitants_column()});
}

void add_needs(std::vector<ExplanationInput>& given, const Inputs& inputs) {
    const InputsRequest& request = inputs.request();
    const Basis basis = request.need_is_own ? Basis::own_input : Basis::official;
    given.push_back({{Quantity::need}, to_text(request.need), basis});
    if (request.minors) given.push_back({{Quantity::minors_need}, to_text(*request.minors), basis});
}

void write_municipality(JsonWriter& json, const Inputs& inputs, const AllocationView& view,
                        std::size_t i) {
    const MunicipalityList& list = view.list;
    const MunicipalityExplanation explanation = explain_municipality(list, view.allocation, i);
    std::vector<ExplanationInput> given;
    given.push_back({{Quantity::inhabitants},
                     to_text(std::int64_t{list.inhabitants[i]}),
                     inputs.population_basis(),
                     inputs.inhabitants_cell(i)});
    std::optional<std::string> score;
    if (inputs.score_basis() < Basis::derived)
        score = to_text(Decimal{list.scores[i], list.score_decimals});
    given.push_back({{Quantity::score}, score, inputs.score_basis(), inputs.score_cell(i)});
    add_country_inhabitants(given, inputs, view.allocation);
    add_needs(given, inputs);
    ExplainResult result{inputs,
                         view,
                         ExplainedLevel::municipality,
                         list.codes[i],
                         list.names[i],
                         view.province_names[list.provinces[i]],
                         list.inhabitants[i],
                         view.total(i),
                         view.minors(i),
                         std::move(given),
                         explanation.steps,
                         explanation.score_effect};
    if (result.is_shown()) {
        result.border = &explanation.border;
        if (explanation.minors_border) result.minors_border = &*explanation.minors_border;
        result.ranks = {&explanation.places_in_province, explanation.places_in_country,
                        &explanation.rate_in_province, explanation.rate_in_country};
    }
    contract::write(json, result);
}

void write_province(JsonWriter& json, const Inputs& inputs, const AllocationView& view,
                    const ProvincialTask& task) {
    const ProvinceExplanation explanation = explain_province(view.list, view.allocation, task);
    const std::string& name = view.province_names[task.province];
    std::vector<ExplanationInput> given;
    add_country_inhabitants(given, inputs, view.allocation);
    add_needs(given, inputs);
    ExplainResult result{inputs,
                         view,
                         ExplainedLevel::province,
                         std::nullopt,
                         name,
                         name,
                         task.inhabitants,
                         view.total(task),
                         view.minors(task),
                         std::move(given),
                         explanation.steps,
                         explanation.score_effect};
    if (result.is_shown()) {
        result.ranks = {nullptr, explanation.places_in_country, nullptr,
                        explanation.rate_in_country};
        result.unrounded = contract::Exact(explanation.share, 9);
        result.rounding_effect = to_text(explanation.rounding, 9);
    }
    result.municipalities = explanation.municipalities;
    contract::write(json, result);
}

}  // namespace

Response explain(Parameters& parameters, const Files& files) {
    AllocationQuestion question(parameters);
    // Exactly one of the two is asked for.
    const auto asked_province = parameters.text_if_any("province");
    const auto asked = parameters.text_if_any("municipality");
    if (!asked && !asked_province) parameters.fail("parameter_missing", "municipality");
    if (asked && asked_province) parameters.fail("parameter_invalid", "municipality");
    if (!question.open(files)) return question.refusal();
    const Inputs& inputs = question.inputs();
    Findings& findings = question.findings();
    const Allocation allocation = question.allocation();
    const AllocationView view = view_of(inputs, allocation);

    if (asked) {
        const auto found = find_municipality(inputs.list(), *asked, findings);
        if (!found) return refuse(findings_are_the_result, findings);
        JsonWriter json = accepted();
        write_municipality(json, inputs, view, *found);
        return finish(std::move(json), findings);
    }
    const auto province =
        find_province_by_name(inputs.request().provinces, *asked_province, findings);
    for (const ProvincialTask& task : allocation.provinces) {
        if (task.province != province) continue;
        JsonWriter json = accepted();
        write_province(json, inputs, view, task);
        return finish(std::move(json), findings);
    }
    if (province) {  // of the round, but without a municipality in these files
        findings.add({.code = FindingCode::province_not_found,
                      .raw = *asked_province,
                      .about = inputs.request().provinces[allocation.provinces.front().province]});
    }
    return refuse(findings_are_the_result, findings);
}

}  // namespace spreiding::service
