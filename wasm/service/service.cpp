// The operations by name, and the one that a request asks for carried out.
#include "service/service.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "service/check.hpp"
#include "service/contract/parameters.hpp"
#include "service/operations.hpp"
#include "service/response.hpp"
#include "service/version.hpp"

namespace spreiding::service {
namespace {

Response version(Parameters&, const Files&) {
    JsonWriter json = accepted();
    json.begin_object();
    json.name("version").text(program_version());
    json.name("commit").text(program_commit());
    json.end_object();
    return finish(std::move(json), {});
}

constexpr auto operations = std::to_array<AskedOperation>({
    {"version", version, &asked::no_parameters, "VersionResult"},
    {"read_columns", read_columns, &asked::file_parameters, "ReadColumnsResult",
     "The cells of a table below its first row, column by column, as the core reads printed "
     "figures: each column in its own notation."},
    {"read_figures", read_figures, &asked::read_figures_parameters, "ReadFiguresResult",
     "Any fault of any cell is an error, and then there are no rows."},
    {"recognise", recognise, &asked::recognise_parameters, "RecogniseResult"},
    {"allocate", allocate, &asked::allocate_parameters, "AllocationResult"},
    {"explain", explain, &asked::explain_parameters, "ExplainResult"},
    {"change", change, &asked::change_parameters, "ChangeResult"},
    {"sums", sums, &asked::sums_parameters, "SumsResult"},
    {"find_municipalities", find_municipalities, &asked::find_parameters,
     "FindMunicipalitiesResult"},
    {"inspect", inspect, &asked::inspect_parameters, "InspectResult",
     "Good also with findings of severity error: they are what was asked."},
    {"calendar", calendar, &asked::calendar_parameters, "CalendarResult"},
    {"housing_targets", housing_targets, &asked::targets_parameters, "HousingTargetsResult"},
    {"propose_exchange", propose_exchange, &asked::exchange_parameters, "ProposeExchangeResult"},
    {"provincial_table", provincial_table, &asked::provincial_parameters, "ProvincialTableResult"},
    {"public_edition", public_edition, &asked::public_parameters, "PublicEditionResult"},
    {"edition_record", edition_record, &asked::public_parameters, "EditionRecord",
     "Of the same question as `public_edition`."},
    {"spread_remainder", spread_remainder, &asked::remainder_parameters, "SpreadRemainderResult"},
    {"clean", clean, &asked::clean_parameters, "CleanResult"},
    {"compare", compare, &asked::compare_parameters, "CompareResult"},
    {"compareTables", compare_tables, &asked::compare_tables_parameters, "CompareTablesResult"},
    {"reproduce", reproduce, &asked::reproduce_parameters, "ReproduceResult"},
    {"sensitivity", sensitivity, &asked::sensitivity_parameters, "SensitivityResult"},
    {"needSteps", need_steps, &asked::need_steps_parameters, "NeedStepsResult"},
    {"implied", implied, &asked::implied_parameters, "ImpliedResult"},
    {"whatIf", what_if, &asked::what_if_parameters, "WhatIfResult"},
    {"receipt", receipt, &asked::receipt_parameters, "ReceiptResult",
     "With the parameters of the operation that it is about beside its own."},
    {"sheet", sheet, &asked::inputs, "SheetResult | DerivedSheetResult",
     "Refused with a finding on an estimate, and where floating point might not come to the same "
     "whole numbers: where they pass 2^53, or a bound lies within a millionth of a half."},
    {"verify", verify, &asked::verify_parameters, "VerifyResult"},
});

}  // namespace

std::span<const AskedOperation> asked_operations() {
    return operations;
}

const AskedOperation* asked_operation(std::string_view name) {
    const auto* at = std::find_if(operations.begin(), operations.end(),
                                  [&](const AskedOperation& each) { return each.name == name; });
    return at == operations.end() ? nullptr : at;
}

Response respond(std::string_view request, const Files& files) {
    const Json json = Json::parse(request, nullptr, false);
    if (!json.is_object()) return refuse({"request_unreadable", ""});
    if (const auto wrong = check(json, asked::request)) return refusal_of(*wrong);
    std::optional<Error> error;
    const Parameters top(json, error);
    const std::string operation = top.text("operation");
    const AskedOperation* asked = asked_operation(operation);
    if (asked == nullptr) return refuse({"operation_unknown", operation});
    const Json* given = top.find("parameters");
    const Json none = Json::object();
    Parameters parameters(given == nullptr ? none : *given, error);
    if (const auto wrong = check(parameters.json(), *asked->parameters)) return refusal_of(*wrong);
    return asked->perform(parameters, files);
}

}  // namespace spreiding::service
