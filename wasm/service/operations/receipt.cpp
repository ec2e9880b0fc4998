// A receipt (rekenbewijs): a claim with everything that is needed to compute it again.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "service/check.hpp"
#include "service/contract/parameters.hpp"
#include "service/contract/receipt.hpp"
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
Value maker_of(const Parameters& parameters, const Files& files) {
    const auto at = files.find(parameters.text("program"));
    return Value::object()
        .with("version", Value::text(program_version()))
        .with("commit", Value::text(program_commit()))
        .with("wasm", at == files.end() ? Value() : Value::text(to_text(sha256(at->second))));
}

// Files whose cells are not in a claim.
std::vector<contract::LeftOut> left_out_of(const Value& claim) {
    std::vector<contract::LeftOut> left_out;
    for (const Value& file : *claim.find("files")->as_list()) {
        if (const std::string* reason = file.find("leftOut")->as_text())
            left_out.push_back({*file.find("file")->as_text(), {*reason}});
    }
    return left_out;
}

}  // namespace

Response receipt(Parameters& parameters, const Files& files) {
    const auto claims = parameters.word<Claimable>("claims");
    asked::Shape question = asked::receipt_parameters;
    question.kind = asked::Kind::object;
    question.of = asked_operation(name_of(claims))->parameters;
    if (const auto wrong = check(parameters.json(), question)) return refusal_of(*wrong);
    const Value maker = maker_of(parameters, files);
    MadeClaim made = make_claim(*claimed_operation(name_of(claims)), parameters, files);
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
    if (!is_within_bounds(text, "", findings)) return refuse(findings_are_the_result, findings);

    const contract::ReceiptResult result{checksum, to_text(sha256(canonical::to_text(claim))),
                                         made.basis, text.size(), left_out_of(claim)};
    std::vector<Column> columns;
    columns.push_back({"receipt", ColumnType::bytes, std::move(text)});
    return answer(result, findings, std::move(columns));
}

}  // namespace spreiding::service
