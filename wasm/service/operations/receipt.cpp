// A receipt (rekenbewijs): a claim with everything that is needed to compute it again.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "service/operations.hpp"
#include "service/receipts/claim.hpp"
#include "service/receipts/claimed_operations.hpp"
#include "service/receipts/receipt_document.hpp"
#include "service/response.hpp"
#include "service/version.hpp"
#include "values/canonical.hpp"
#include "values/fingerprint.hpp"

namespace spreiding::service {
namespace {

using canonical::Value;

// Who made it: said, and never compared, because another maker must come to the same claim.
Value maker_of(Parameters& parameters, const Files& files) {
    std::optional<std::string> program;
    if (parameters.find("program") != nullptr) program = parameters.text("program");
    const auto at = program ? files.find(*program) : files.end();
    return Value::object()
        .with("version", Value::text(program_version()))
        .with("commit", Value::text(program_commit()))
        .with("wasm", at == files.end() ? Value() : Value::text(to_text(sha256(at->second))));
}

void write_left_out(JsonWriter& json, const Value& claim) {
    json.begin_array();
    for (const Value& file : *claim.find("files")->as_list()) {
        const std::string* reason = file.find("leftOut")->as_text();
        if (reason == nullptr) continue;
        json.begin_object();
        json.name("file").text(*file.find("file")->as_text());
        json.name("reason").text(*reason);
        json.end_object();
    }
    json.end_array();
}

}  // namespace

Response receipt(Parameters& parameters, const Files& files) {
    const std::string name =
        parameters.find("claims") == nullptr ? "allocate" : parameters.text("claims").value_or("");
    const Value maker = maker_of(parameters, files);
    const ClaimedOperation* operation = claimed_operation(name);
    if (operation == nullptr) parameters.fail("parameter_invalid", "claims");
    if (parameters.error()) return refuse(*parameters.error());
    MadeClaim made = make_claim(*operation, parameters, files);
    if (!made.claim) return std::move(made.refusal);
    const Value& claim = *made.claim;
    Findings findings = std::move(made.findings);

    Value document = Value::object()
                         .with("format", Value::text(receipt_format))
                         .with("version", Value::whole(receipt_version))
                         .with("claim", claim)
                         .with("maker", maker);
    const std::string checksum = checksum_of(document);
    document.with("checksum", Value::text(checksum));
    std::string text = canonical::to_text(document);
    if (text.size() > most_receipt_bytes) {
        findings.add({.code = FindingCode::receipt_too_large});
        return refuse(findings_are_the_result, findings);
    }

    JsonWriter json = accepted();
    json.begin_object();
    json.name("checksum").text(checksum);
    json.name("claim").text(to_text(sha256(canonical::to_text(claim))));
    json.name("basis");
    made.basis ? json.text(name_of(*made.basis)) : json.null();
    json.name("bytes").number(static_cast<std::int64_t>(text.size()));
    json.name("leftOut");
    write_left_out(json, claim);
    json.end_object();
    std::vector<Column> columns;
    columns.push_back({"receipt", ColumnType::bytes, std::move(text)});
    return finish(std::move(json), findings, std::move(columns));
}

}  // namespace spreiding::service
