// Holds the parameters of a request against their description, before any is read.
#pragma once

#include <optional>
#include <string>

#include "service/contract/shape.hpp"
#include "service/request.hpp"
#include "service/service.hpp"

namespace spreiding::service {

/// What is not as it is described, where it stands: `scenarios[2].need`.
struct Wrong {
    Error error;
    std::string nearest;  ///< to a name that is not known
};

/// The first thing that is wrong; nothing where all is as described.
/// @param is_old  written by another version: what is not known here is left alone
std::optional<Wrong> check(const Json& given, const asked::Shape& shape, std::string path = {},
                           bool is_old = false);

/// The answer to a request in which something is wrong.
Response refusal_of(const Wrong& wrong);

}  // namespace spreiding::service
