// The answers about a receipt (rekenbewijs): that it was made, and whether it holds.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "key/figure.hpp"
#include "service/contract/common.hpp"
#include "service/request.hpp"
#include "values/canonical.hpp"

namespace spreiding::service {

/// What a receipt can be made of.
enum class Claimable : std::uint8_t {
    allocate,
    explain,
    compare,
    compare_tables,
    reproduce,
    sensitivity,
    need_steps,
    implied,
    what_if,
    provincial_table,
};
/// What of a file is not shown.
enum class What : std::uint8_t { fingerprint, list };
/// What a verifier says of a receipt.
enum class Outcome : std::uint8_t { holds, round_changed, rule_gone, incomplete, fails };

}  // namespace spreiding::service

namespace spreiding {

template <>
inline constexpr auto words_of<service::Claimable> =
    word_table("ClaimedOperation", "allocate", "explain", "compare", "compareTables", "reproduce",
               "sensitivity", "needSteps", "implied", "whatIf", "provincial_table");
template <>
inline constexpr auto words_of<service::Outcome> = word_table("Outcome", "holds", "round_changed",
                                                              "rule_gone", "incomplete", "fails");
template <>
inline constexpr auto words_of<service::What> = word_table("", "fingerprint", "list");

}  // namespace spreiding

namespace spreiding::service::contract {

template <>
inline constexpr std::string_view about_words<Claimable> =
    "What a receipt can be made of. `provincial_table` only in its confidential edition: a receipt "
    "holds every cell that it rests on.";
template <>
inline constexpr std::string_view about_words<Outcome> =
    "`round_changed`: the figures hold, but the round has been described otherwise since. "
    "`rule_gone`: made under a rule that is no longer computed, so nobody can say here whether it "
    "holds. `incomplete`: nothing wrong was found, but a file is needed to compute it again.";

/// A part of a claim, as it stands there.
/// @tparam As  what it is where the claim is of the form that a claim has
template <typename As>
struct Claimed {
    using printed_as = As;
    const canonical::Value* value;
};
template <typename As>
void write(JsonWriter& json, Claimed<As> part) {
    json.raw(part.value == nullptr ? "null" : canonical::to_text(*part.value));
}
/// Any value.
struct Anything {};
template <>
inline constexpr std::string_view printed_type<Anything> = "unknown";
/// The canonical text of any value.
struct CanonicalText {
    using printed_as = Anything;
    const std::string& text;
};
inline void write(JsonWriter& json, const CanonicalText& whole) {
    json.raw(whole.text);
}

/// A member of a value, of one of its members, and so on.
template <typename As, typename... Name>
Claimed<As> part_of(const canonical::Value& claim, Name... names) {
    const canonical::Value* value = &claim;
    (..., (value = value == nullptr ? nullptr : value->find(names)));
    return {value};
}

struct ProvenInput {
    std::string file;
    Basis basis;
    std::optional<std::string> same_as;
    std::int64_t rows;
};
template <>
struct Described<ProvenInput> {
    static constexpr std::string_view name = "ProvenInput";
    static constexpr std::string_view about = "An input of a claim that was computed again.";
    using fields =
        Fields<Field<"file", &ProvenInput::file>,
               Field<"basis", &ProvenInput::basis, "By what the file is, never by its name.">,
               Field<"sameAs", &ProvenInput::same_as>, Field<"rows", &ProvenInput::rows>>;
};

struct ProvenFindings {
    const Findings& findings;

    std::size_t warnings() const { return findings.count(Severity::warning); }
    std::size_t notes() const { return findings.count(Severity::note); }
};
template <>
struct Described<ProvenFindings> {
    using fields =
        Fields<Field<"warning", &ProvenFindings::warnings>, Field<"note", &ProvenFindings::notes>>;
};

struct ProvenClaim {
    const canonical::Value& claim;
    const Findings& all;

    using Number = std::optional<std::int64_t>;
    using Input = std::optional<ProvenInput>;
    ProvenFindings findings() const { return {all}; }
};
template <>
struct Described<ProvenClaim> {
    static constexpr std::string_view name = "ProvenClaim";
    static constexpr std::string_view about =
        "What was computed again, in short: the question, and what its inputs are.";
    using Of = ProvenClaim;
    using fields = Fields<
        Field<"operation", [](const Of& of) { return part_of<Claimable>(of.claim, "operation"); }>,
        Field<"round",
              [](const Of& of) {
                  return part_of<std::optional<std::string>>(of.claim, "round", "id");
              },
              "A round of the catalogue; null: a question of one's own.">,
        Field<"need",
              [](const Of& of) { return part_of<Of::Number>(of.claim, "parameters", "need"); }>,
        Field<"minors",
              [](const Of& of) { return part_of<Of::Number>(of.claim, "parameters", "minors"); }>,
        Field<"municipalities",
              [](const Of& of) {
                  return part_of<Of::Number>(of.claim, "figures", "country", "municipalities");
              }>,
        Field<"population",
              [](const Of& of) { return part_of<Of::Input>(of.claim, "inputs", "population"); }>,
        Field<"scores",
              [](const Of& of) { return part_of<Of::Input>(of.claim, "inputs", "scores"); }>,
        Field<"findings", &Of::findings>>;
};

/// A file that a claim rests on and nobody here has.
struct Missing {
    std::string file;
    std::string sha256;
    std::int64_t bytes = 0;
    std::string reason;
};
template <>
struct Described<Missing> {
    using fields = Fields<Field<"file", &Missing::file>, Field<"sha256", &Missing::sha256>,
                          Field<"bytes", &Missing::bytes>, Field<"reason", &Missing::reason>>;
};

/// A file of a claim that is not shown to be what it is said to be.
struct Unproven {
    std::string file;
    std::string sha256;
    What what = What::fingerprint;
};
template <>
struct Described<Unproven> {
    using fields = Fields<Field<"file", &Unproven::file>, Field<"sha256", &Unproven::sha256>,
                          Field<"what", &Unproven::what>>;
};

template <>
struct Described<canonical::Difference> {
    using Of = canonical::Difference;
    using fields = Fields<Field<"path", &Of::path, "Such as `figures.municipalities[3].places`.">,
                          Field<"claimed", &Of::claimed, "JSON text; empty where it is missing.">,
                          Field<"recomputed", &Of::should_be>>;
};

/// Who made a receipt, as it says itself.
struct Maker {
    const Json& json;

    template <Text Name>
    std::optional<std::string> word() const {
        const auto at = json.find(Name.chars);
        if (at == json.end() || !at->is_string()) return std::nullopt;
        return at->template get<std::string>();
    }
};
template <>
struct Described<Maker> {
    using fields =
        Fields<Field<"version", &Maker::word<"version">>, Field<"commit", &Maker::word<"commit">>,
               Field<"wasm", &Maker::word<"wasm">>>;
};

struct VerifyResult {
    Outcome outcome = Outcome::fails;
    bool untouched = false;
    bool checksum = false;
    std::optional<ProvenClaim> proven;
    std::optional<Basis> basis;
    const canonical::Differences& all;
    const std::vector<Missing>& lacking;
    std::vector<Unproven> unproven;
    Maker maker;
    const std::string& whole;

    bool is_recomputed() const { return proven.has_value(); }
    const std::vector<canonical::Difference>& differences() const { return all.list; }
    std::size_t difference_count() const { return all.count; }
    const std::vector<Missing>& missing() const { return lacking; }
    CanonicalText claim() const { return {whole}; }
};
template <>
struct Described<VerifyResult> {
    static constexpr std::string_view name = "VerifyResult";
    static constexpr std::string_view about = "Whether a receipt holds.";
    using Of = VerifyResult;
    using fields = Fields<
        Field<"outcome", &Of::outcome>,
        Field<"untouched", &Of::untouched,
              "Whether the bytes are those of the canonical form: false where the file was saved "
              "anew.">,
        Field<"checksum", &Of::checksum>,
        Field<"recomputed", &Of::is_recomputed, "Whether the figures could be computed again.">,
        Field<"basis", &Of::basis, "The basis as computed again.">,
        Field<"differences", &Of::differences,
              "Where the claim says other than what follows from its inputs; at most a hundred.">,
        Field<"differenceCount", &Of::difference_count>, Field<"missing", &Of::missing>,
        Field<"unproven", &Of::unproven,
              "`fingerprint`: it cannot be shown from the cells; who has the file can hand it "
              "over. `list`: a list of municipalities, or of where they went, that is not the one "
              "of this program.">,
        Field<"proven", &Of::proven,
              "What was computed again, and so is proven where the outcome is `holds`; null: "
              "nothing was.">,
        Field<"maker", &Of::maker>,
        Field<"claim", &Of::claim,
              "As the receipt has it; only where the outcome is `holds` it is of the form said "
              "here.">>;
};

/// Why the cells of a file are not in a receipt.
struct LeftOutFor {
    std::string word;
};
inline const std::string& to_text(const LeftOutFor& reason) {
    return reason.word;
}
template <>
inline constexpr std::string_view printed_type<LeftOutFor> = "'size' | 'estimate'";
struct LeftOut {
    std::string file;
    LeftOutFor reason;
};
template <>
struct Described<LeftOut> {
    using fields = Fields<Field<"file", &LeftOut::file>, Field<"reason", &LeftOut::reason>>;
};
struct ReceiptResult {
    std::string checksum;
    std::string claim;
    std::optional<Basis> basis;
    std::size_t bytes = 0;
    std::vector<LeftOut> left_out;
};
template <>
struct Described<ReceiptResult> {
    static constexpr std::string_view name = "ReceiptResult";
    static constexpr std::string_view about =
        "A receipt that was made; the document itself is in a column.";
    using Of = ReceiptResult;
    using fields = Fields<
        Field<"checksum", &Of::checksum,
              "SHA-256 over the canonical form of the document without its checksum.">,
        Field<"claim", &Of::claim,
              "SHA-256 over the canonical form of the claim: the same wherever it was made.">,
        Field<"basis", &Of::basis, "null: not about the inputs of a round.">,
        Field<"bytes", &Of::bytes>,
        Field<"leftOut", &Of::left_out,
              "Files whose cells are not in it: larger than 10 MB, or an estimate.">>;
};

}  // namespace spreiding::service::contract
