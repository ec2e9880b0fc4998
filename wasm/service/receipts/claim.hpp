// What a receipt (rekenbewijs) claims: a question about an allocation, the cells it rests on, the
// articles applied, and every figure as an exact fraction. Made from the inputs alone, so that
// making it again from the same inputs gives the same value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "csv/csv.hpp"
#include "service/inputs.hpp"
#include "service/request.hpp"
#include "values/canonical.hpp"
#include "values/finding.hpp"

namespace spreiding::service {

/// Form of the document; another one is another schema in `public/schema/`.
constexpr std::string_view receipt_format = "spreidingswijzer/rekenbewijs";
/// In form 1 a claim was about an allocation only; such a document is still read.
constexpr std::int64_t receipt_version = 2;
constexpr std::int64_t first_receipt_version = 1;

/// Larger files are named in a claim by their fingerprint, without their cells.
constexpr std::size_t most_bytes_in_claim = 10'000'000;

/// How sure it is that the round rests on these inputs, as the caller's catalogue has it. The core
/// knows no rounds: it carries the words, and `verify` holds them against the catalogue.
struct RoundNote {
    struct Choice {
        std::int64_t year = 0;
        std::string certainty;
    };
    std::string id;
    Places need = 0;
    std::optional<Places> minors;
    Choice population;
    Choice scores;
};

RoundNote round_of(const Parameters& given);
/// Parameter `round`; nothing where it is left out.
std::optional<RoundNote> read_round(const Parameters& parameters);
canonical::Value value_of(const std::optional<RoundNote>& round);

/// An article that figures rest on, as a claim names it.
struct Rule {
    std::string_view law;  ///< number in the Basiswettenbestand
    std::string_view article;
    std::string_view version;
    std::string_view about;
    std::string_view url;
};
canonical::Value value_of(std::span<const Rule> rules);

/// A file as a claim has it: name, size, fingerprint, and its cells as read.
canonical::Value value_of(const OpenFile& file, bool is_estimate);

/// The claim of an allocation; that of a question about one begins with the same members.
/// @param inputs  without an error
canonical::Value claim_of(const InputsRequest& request, const std::optional<RoundNote>& round,
                          const Inputs& inputs, const Findings& findings);

/// Text of a document without its checksum, and the checksum of that text.
std::string checksum_of(const canonical::Value& document_without_checksum);

}  // namespace spreiding::service
