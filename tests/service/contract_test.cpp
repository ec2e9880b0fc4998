// The types of answers in TypeScript are printed from their one description. Who changes an answer
// prints them anew: `npm run contract`.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "service/contract/change.hpp"
#include "service/contract/comparison.hpp"
#include "service/contract/explanation.hpp"
#include "service/contract/print.hpp"
#include "service/contract/provincial.hpp"
#include "service/contract/recognition.hpp"
#include "service/contract/sensitivity.hpp"

namespace {

using namespace spreiding::service::contract;

const std::string path = SPREIDING_SOURCE_DIR "/wasm/contract/answers.ts";

std::string printed() {
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
    printer.add<spreiding::service::OpenFile>();
    printer.add<InspectResult>();
    printer.add<CleanResult>();
    printer.add<CalendarResult>();
    printer.add<HousingTargetsResult>();
    printer.add<SpreadRemainderResult>();
    printer.add<ProposeExchangeResult>();
    std::string text =
        "/**\n * What the core answers. Printed from its description in `wasm/service/contract/` "
        "by\n"
        " * `npm run contract`: change it there.\n */\n\n" +
        printer.text();
    text.pop_back();
    return text;
}

}  // namespace

TEST_CASE("the types of answers are those of their description") {
    const char* wish = std::getenv("SPREIDING_CONTRACT");
    if (wish != nullptr && std::string_view(wish) == "write") {
        std::ofstream(path, std::ios::binary) << printed();
        return;
    }
    std::ifstream stream(path, std::ios::binary);
    const std::string committed((std::istreambuf_iterator<char>(stream)), {});
    CHECK(committed == printed());
}
