// The document of a receipt as it comes in: bytes that anyone may have written. Looked over before
// anything is built from them, so that a hostile one costs no more than one walk along its bytes.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "service/request.hpp"
#include "values/canonical.hpp"
#include "values/finding.hpp"

namespace spreiding::service {

/// A receipt is at most 32 MiB: about 80,000 municipalities.
constexpr std::size_t most_receipt_bytes = std::size_t{32} << 20U;
constexpr std::size_t most_receipt_values = 4'000'000;
/// A receipt of this form is six deep.
constexpr int most_receipt_depth = 12;

struct ReceiptDocument {
    Json json;
    canonical::Value value;  ///< the same
};

/// The same value; numbers are whole. At most as deep as a receipt may be.
canonical::Value value_of(const Json& json);

/// Nothing where it is no receipt of this form; then the findings say why.
/// @param file  its name, for findings
std::optional<ReceiptDocument> read_receipt(std::string_view bytes, const std::string& file,
                                            Findings& findings);

}  // namespace spreiding::service
