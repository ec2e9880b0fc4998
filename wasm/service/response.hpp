// The frame around every answer: a result or an error, and the findings.
#pragma once

#include <string>
#include <vector>

#include "service/json_writer.hpp"
#include "service/request.hpp"
#include "service/service.hpp"
#include "values/finding.hpp"

namespace spreiding::service {

/// The beginning of every good answer; its result is written next, then `finish`.
JsonWriter accepted();

Response finish(JsonWriter&& json, const Findings& findings, std::vector<Column> columns = {});

Response refuse(const Error& error, const Findings& findings = {});

/// The error of an answer whose result is the list of what is wrong with the input.
extern const Error findings_are_the_result;

}  // namespace spreiding::service
