// The frame around every answer: a result or an error, and the findings.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "service/contract/fields.hpp"
#include "service/json_writer.hpp"
#include "service/request.hpp"
#include "service/service.hpp"
#include "values/finding.hpp"

namespace spreiding::service {

/// The beginning of every good answer; its result is written next, then `finish`.
JsonWriter accepted();

Response finish(JsonWriter&& json, const Findings& findings, std::vector<Column> columns = {});

/// The whole answer of what is described: see `contract/fields.hpp`.
template <typename Result>
Response answer(const Result& result, const Findings& findings, std::vector<Column> columns = {}) {
    JsonWriter json = accepted();
    contract::write(json, result);
    return finish(std::move(json), findings, std::move(columns));
}

/// The same with a receipt: an answer behind which stands the fingerprint of all that it says.
Response answer_with_receipt(std::string outcome, const Findings& findings);
template <typename Result>
Response answer_with_receipt(const Result& result, const Findings& findings) {
    JsonWriter outcome;
    contract::write(outcome, result);
    return answer_with_receipt(std::move(outcome).take(), findings);
}

Response refuse(const Error& error, const Findings& findings = {});

/// The error of an answer whose result is the list of what is wrong with the input.
extern const Error findings_are_the_result;

}  // namespace spreiding::service
