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

/// A receipt is at most 16 MiB: about 40,000 municipalities.
constexpr std::size_t most_receipt_bytes = std::size_t{16} << 20U;
constexpr std::size_t most_receipt_values = 1'500'000;
/// No object in it has members by names that are chosen: the largest has some thirty.
constexpr std::size_t most_receipt_members = 1'000;
/// A receipt of this form is six deep.
constexpr int most_receipt_depth = 12;

struct ReceiptDocument {
    canonical::Value claim;
    std::string claim_text{};  ///< canonical
    Json json{};  ///< of the claim without what is only compared: answer, figures, findings, rules
    bool is_untouched = false;
    bool checksum_holds = false;
};

/// The same value; numbers are whole. At most as deep as a receipt may be.
canonical::Value value_of(const Json& json);

/// Whether it is no larger than a receipt may be, nor deeper; else a finding says so.
bool is_within_bounds(std::string_view bytes, const std::string& file, Findings& findings);

/// Nothing where it is no receipt of this form; then the findings say why.
/// @param file  its name, for findings
std::optional<ReceiptDocument> read_receipt(std::string_view bytes, const std::string& file,
                                            Findings& findings);

}  // namespace spreiding::service
