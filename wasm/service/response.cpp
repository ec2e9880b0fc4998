// Writes findings, and closes an answer as accepted or refused.
#include "service/response.hpp"

#include <utility>

#include "values/fingerprint.hpp"

namespace spreiding::service {
namespace {

void write_also(JsonWriter& json, const std::vector<FoundAlso>& places) {
    json.name("also").begin_array();
    for (const FoundAlso& place : places) {
        json.begin_object().name("row").number(place.row);
        json.name("raw").text(place.raw).name("about").text(place.about);
        if (place.other_row != 0) json.name("otherRow").number(place.other_row);
        json.end_object();
    }
    json.end_array();
}

void write_findings(JsonWriter& json, const Findings& findings) {
    json.begin_array();
    for (const Finding& finding : findings.list()) {
        json.begin_object();
        json.name("code").text(name_of(finding.code));
        json.name("severity").text(name_of(severity_of(finding.code)));
        json.name("file").text(finding.file);
        json.name("row").number(finding.row);
        json.name("column").number(finding.column);
        json.name("raw").text(finding.raw);
        json.name("about").text(finding.about);
        json.name("otherRow").number(finding.other_row);
        json.name("count").number(finding.count);
        const std::vector<FoundAlso>& also = findings.also(finding);
        if (!also.empty()) write_also(json, also);
        json.end_object();
    }
    json.end_array();
}

}  // namespace

const Error findings_are_the_result{"findings", ""};

Response finish(JsonWriter&& json, const Findings& findings, std::vector<Column> columns) {
    json.name("findings");
    write_findings(json, findings);
    json.name("findingCounts").begin_object();
    for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
        json.name(name_of(severity)).number(static_cast<std::int64_t>(findings.count(severity)));
    }
    json.end_object().end_object();
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
