// Writes findings, and closes an answer as accepted or refused.
#include "service/response.hpp"

#include <utility>

#include "service/contract/finding.hpp"
#include "values/fingerprint.hpp"

namespace spreiding::service {
const Error findings_are_the_result{"findings", ""};

Response finish(JsonWriter&& json, const Findings& findings, std::vector<Column> columns) {
    json.name("findings");
    contract::write(json, contract::all_found(findings));
    json.name("findingCounts");
    contract::write(json, contract::counts_of(findings));
    json.end_object();
    return {std::move(json).take(), std::move(columns)};
}

Response answer_with_receipt(std::string outcome, const Findings& findings) {
    const std::string receipt = to_text(sha256(outcome));
    outcome.pop_back();
    outcome.append(",\"receipt\":\"").append(receipt).append("\"}");
    JsonWriter json = accepted();
    json.raw(outcome);
    return finish(std::move(json), findings);
}

Response refuse(const Error& error, const Findings& findings) {
    JsonWriter json;
    json.begin_object().name("ok").flag(false).name("error").begin_object();
    json.name("code").text(error.code).name("about").text(error.about).end_object();
    return finish(std::move(json), findings);
}

JsonWriter accepted() {
    JsonWriter json;
    json.begin_object().name("ok").flag(true).name("result");
    return json;
}

}  // namespace spreiding::service
