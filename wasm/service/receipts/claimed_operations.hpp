// Which operations a receipt can be made of, and how the claim of one is made: the question as it
// was asked, the files it rests on, and the answer. `verify` asks the same question again.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "key/figure.hpp"
#include "service/contract/receipt.hpp"
#include "service/operations.hpp"
#include "service/receipts/claim.hpp"
#include "service/request.hpp"
#include "service/service.hpp"
#include "values/canonical.hpp"
#include "values/finding.hpp"

namespace spreiding::service {

/// To register another operation: one line in the table of `claimed_operations.cpp`. Its answer
/// has to follow from its parameters and the files they name, and to hold whole numbers and texts.
struct ClaimedOperation {
    Claimable of;
    Operation perform;
    /// Its own parameters beside those of the inputs; they travel in the claim as they were given.
    std::span<const char* const> question;
    /// Those among them that name a file, files in a list, or an object with one.
    std::span<const char* const> files;
    /// Whether it is about the inputs of a round; then the figures of the allocation travel too.
    bool has_inputs;
    /// Whether its answer rests on every vintage at hand.
    bool uses_vintages;
    std::span<const Rule> rules;  ///< beside those of the allocation
    /// What an earlier version named as its rules, where it computed by other ones.
    std::span<const Rule> former_rules{};
};

/// Nothing where a receipt of it cannot be made.
const ClaimedOperation* claimed_operation(std::string_view name);

struct MadeClaim {
    std::optional<canonical::Value> claim;
    std::optional<Basis> basis;  ///< of the inputs, where there are any
    Findings findings;           ///< of the inputs
    Response refusal;            ///< where there is no claim
};

/// @param parameters  those of the operation, with `round`; may have an error
MadeClaim make_claim(const ClaimedOperation& operation, Parameters& parameters, const Files& files);

}  // namespace spreiding::service
