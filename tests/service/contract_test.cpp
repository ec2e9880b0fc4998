// The types of answers and requests in TypeScript, and the definitions of answers in JSON Schema,
// are printed from their one description. Who changes one prints them anew: `npm run contract`.
#include <doctest/doctest.h>

#include <cctype>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "service/contract/change.hpp"
#include "service/contract/comparison.hpp"
#include "service/contract/explanation.hpp"
#include "service/contract/finding.hpp"
#include "service/contract/print.hpp"
#include "service/contract/print_parameters.hpp"
#include "service/contract/province_table.hpp"
#include "service/contract/provincial.hpp"
#include "service/contract/receipt.hpp"
#include "service/contract/recognition.hpp"
#include "service/contract/schema.hpp"
#include "service/contract/sensitivity.hpp"
#include "service/contract/sheet.hpp"

namespace {

using namespace spreiding::service::contract;

bool is_printed_anew() {
    const char* wish = std::getenv("SPREIDING_CONTRACT");
    return wish != nullptr && std::string_view(wish) == "write";
}

std::string path_of(const char* name) {
    return std::string(SPREIDING_SOURCE_DIR "/") + name;
}

std::string read(const char* name) {
    std::ifstream stream(path_of(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void write_file(const char* name, const std::string& text) {
    std::ofstream(path_of(name), std::ios::binary) << text;
}

Printer printed() {
    Printer printer;
    printer.add<AllocationResult>();
    printer.add<ExplainResult>();
    printer.add<CompareResult>();
    printer.add<CompareTablesResult>();
    printer.add<ReproduceResult>();
    printer.add<ImpliedResult>();
    printer.add<ChangeResult>();
    printer.add<SensitivityResult>();
    printer.add<NeedStepsResult>();
    printer.add<WhatIfResult>();
    printer.add<SumsResult>();
    printer.add<SheetResult>();
    printer.add<DerivedSheetResult>();
    printer.add<spreiding::service::OpenFile>();
    printer.add<InspectResult>();
    printer.add<CleanResult>();
    printer.add<FindMunicipalitiesResult>();
    printer.add<ReadFiguresResult>();
    printer.add<CalendarResult>();
    printer.add<HousingTargetsResult>();
    printer.add<SpreadRemainderResult>();
    printer.add<ProposeExchangeResult>();
    printer.add<WithReceipt<ProvincialTable>>();
    printer.add<WithReceipt<PublicEdition>>();
    printer.add<EditionRecord>();
    printer.add<Found>();
    printer.add<VerifyResult>();
    printer.add<ReceiptResult>();
    return printer;
}

std::string printed_answers() {
    std::string text =
        "/**\n * What the core answers. Printed from its description in `wasm/service/contract/` "
        "by\n"
        " * `npm run contract`: change it there.\n */\n\n" +
        printed().text();
    text.pop_back();
    return text;
}

std::string printed_operations() {
    ParameterPrinter printer(printed().names());
    return "/**\n * What the core can be asked. Printed from its description in "
           "`wasm/service/contract/` by\n"
           " * `npm run contract`: change it there.\n */\n" +
           printer.operations(spreiding::service::asked_operations());
}

void check_types(const char* path, const std::string& text) {
    if (is_printed_anew())
        write_file(path, text);
    else
        CHECK(read(path) == text);
}

// Those that are printed begin with a capital.
bool is_printed(const std::string& name) {
    return std::isupper(static_cast<unsigned char>(name.front())) != 0;
}

void check_schema(const char* name, const Schema& printed) {
    Schema schema = Schema::parse(read(name));
    Schema written = Schema::object();
    Schema committed = Schema::object();
    for (const auto& [each, definition] : schema["$defs"].items())
        (is_printed(each) ? committed : written)[each] = definition;
    if (is_printed_anew()) {
        written.update(printed);
        schema["$defs"] = written;
        write_file(name, schema.dump(2) + "\n");
        return;
    }
    for (const auto& each : printed.items())
        CHECK_MESSAGE(committed.value(each.key(), Schema()) == each.value(), each.key());
    CHECK(committed.size() == printed.size());
}

}  // namespace

TEST_CASE("the types of answers and requests are those of their description") {
    check_types("wasm/contract/answers.ts", printed_answers());
    check_types("wasm/contract/operations.ts", printed_operations());
}

TEST_CASE("the schema of a receipt defines answers as their description does") {
    // What receipts of 0.1.0 lack, whose form is the same.
    SchemaPrinter printer(
        Schema{{"$ref", "#/$defs/whole"}},
        {"CompareResult.record", "CompareResult.derivation", "CompareResult.within",
         "ComparedRow.ownRange", "ComparedRow.inside", "ExplainResult.record",
         "ExplainResult.derivation", "RankedVintages.isIncomplete", "RankedVintages.fit",
         "SensitivityResult.record", "SensitivityResult.derivation",
         "SensitivityResult.derivedNeeds", "WhatIfResult.record", "WhatIfResult.derivation",
         "ScenarioResult.proven", "ScenarioResult.record"});
    printer.add<ExplainResult>();
    printer.add<CompareResult>();
    printer.add<CompareTablesResult>();
    printer.add<ReproduceResult>();
    printer.add<SensitivityResult>();
    printer.add<ImpliedResult>();
    printer.add<WhatIfResult>();
    printer.add<Found>();
    check_schema("public/schema/rekenbewijs-2.schema.json", printer.definitions());
}

TEST_CASE("the schema of a provincial report defines answers as their description does") {
    SchemaPrinter printer(Schema{{"type", "integer"}});
    printer.add<spreiding::Milestone>();
    printer.add<HousingTargetsResult>();
    printer.add<SpreadRemainderResult>();
    printer.add<WithReceipt<ProvincialTable>>();
    printer.add<WithReceipt<PublicEdition>>();
    check_schema("public/schema/provincial-report.json", printer.definitions());
}
