#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "service/service.hpp"

using nlohmann::json;
using namespace spreiding::service;

namespace {

const std::string list_head = "gemeentecode,gemeente,provincie,inwoners\n";

const Files files = {
    {"round", list_head + "GM0344,Utrecht (gemeente),Utrecht,360000\n"
                          "GM0363,Amsterdam,Noord-Holland,900000\n"},
    {"2022", list_head + "GM0344,Utrecht (gemeente),Utrecht,350000\nGM0363,Amsterdam,Noord-Holland,"
                         "873000\nGM0457,Weesp,Noord-Holland,21000\n"},
    {"changes",
     "datum,gemeentecode,gemeente,naar_gemeentecode,naar_gemeente\n"
     "2022-03-24,GM0457,Weesp,GM0363,Amsterdam\n"},
    {"typed",
     "\"ID\";\"WijkenEnBuurten\";\"Perioden\";\"GemiddeldeScore_29\"\n"
     "1;\"GM0363    \";\"2021JJ00\";-0.073\n2;\"GM0457    \";\"2021JJ00\";0.100\n"
     "3;\"GM0344    \";\"2021JJ00\";-0.012\n4;\"WK034401  \";\"2021JJ00\";0.5\n"},
    {"typed of the round",
     "\"ID\";\"WijkenEnBuurten\";\"Perioden\";\"GemiddeldeScore_29\"\n"
     "1;\"GM0363    \";\"2021JJ00\";-0.073\n3;\"GM0344    \";\"2021JJ00\";-0.012\n"},
    {"statline",
     "Inwoners\n\"Regio's\";\"Perioden\";\"Bevolking op 1 januari (aantal)\"\n"
     "Nederland;2027;1260002\nNoord-Holland (PV);2027;900001\nAmsterdam;2027;900001\n"
     "Utrecht;2027;360000\nBron: CBS\n"},
    {"both",
     "code,name,inhabitants,score,Perioden\nGM0363,Amsterdam,900000,0.1,2022\n"
     "GM0344,Utrecht,100,0.2,2022\n"},
    {"swapped", "code,name,score\nGM0363,Utrecht,0.1\nGM0344,Amsterdam,1.5\n"},
    {"long",
     "Measure;RegioS;Perioden;ValueAttribute;Value\nM000352;NL01;2026JJ00;None;1260000\n"
     "M000352;GM0363    ;2026JJ00;None;900000\nM000365;GM0363;2026JJ00;None;1\n"
     "M000352;GM0344;2026JJ00;None;360000\nM000352;GM0344;2025JJ00;None;2\n"
     "M000352;GM0900;2026JJ00;Impossible;\n"},
};

json request(const std::string& population, const std::string& scores) {
    return {{"population", {{"file", population}, {"status", "loaded"}}},
            {"scores", {{"file", scores}, {"status", "loaded"}}},
            {"need", 100},
            {"minors", nullptr},
            {"municipalities", "round"},
            {"vintages",
             {{{"file", "round"}, {"status", "official"}, {"year", 2026}},
              {{"file", "2022"}, {"status", "official"}, {"year", 2022}}}}};
}

json ask(const json& parameters) {
    const json full = {{"operation", "allocate"}, {"parameters", parameters}};
    const json answer = json::parse(respond(full.dump(), files).json, nullptr, false);
    REQUIRE(answer.is_object());
    return answer;
}

std::size_t findings(const json& answer, const char* code) {
    std::size_t count = 0;
    for (const json& finding : answer["findings"])
        count += finding["code"] == code ? 1 : 0;
    return count;
}

}  // namespace

TEST_CASE("lists of different years are combined only when a person asks, and each row is marked") {
    json parameters = request("round", "typed");
    const json apart = ask(parameters);
    CHECK(apart["ok"] == false);
    CHECK(findings(apart, "municipality_not_in_round") == 1);
    CHECK(findings(apart, "municipality_only_here") == 1);

    parameters["merge"] = {{"changes", "changes"}};
    const json together = ask(parameters);
    REQUIRE(together["ok"] == true);
    CHECK(findings(together, "municipality_merged") == 1);
    // (-73 × 873,000 + 100 × 21,000) ÷ 894,000 = -68.9, with the inhabitants of 2022
    CHECK(together["result"]["municipalities"][1]["score"] == "-0.069");
    CHECK(together["result"]["municipalities"][1]["inhabitants"] == 900'000);
}

TEST_CASE("a complete download of CBS is named so, with why; what is not complete is own input") {
    const json whole = ask(request("round", "typed of the round"));
    REQUIRE(whole["ok"] == true);
    CHECK(whole["result"]["scores"]["basis"] == "cbs_file");
    CHECK(whole["result"]["population"]["basis"] == "cbs_file");
    CHECK(whole["result"]["population"]["sameAs"] == "round");
    const json& cbs = whole["result"]["scores"]["cbs"];
    CHECK(cbs["headings"] == true);
    CHECK(cbs["download"] == true);
    CHECK(cbs["year"] == 2021);
    CHECK(cbs["complete"] == true);

    const json own = ask(request("both", "both"));
    REQUIRE(own["ok"] == true);
    CHECK(own["result"]["basis"] == "own_input");
    CHECK(own["result"]["population"]["cbs"]["headings"] == false);
}

TEST_CASE("a download of a year whose official figures say otherwise is no file of CBS") {
    json parameters = request("statline", "typed of the round");
    CHECK(ask(parameters)["result"]["population"]["basis"] == "cbs_file");
    parameters["vintages"].push_back({{"file", "2022"}, {"status", "official"}, {"year", 2027}});
    CHECK(ask(parameters)["result"]["population"]["basis"] == "own_input");
    CHECK(ask(parameters)["result"]["population"]["cbs"]["values"] == false);
}

TEST_CASE("a total that is not the sum of the municipalities is said at its row") {
    const json answer = ask(request("statline", "typed of the round"));
    REQUIRE(answer["ok"] == true);
    REQUIRE(findings(answer, "total_differs") == 1);
    for (const json& finding : answer["findings"]) {
        if (finding["code"] != "total_differs") continue;
        CHECK(finding["row"] == 3);
        CHECK(finding["raw"] == "1260002");
        CHECK(finding["about"] == "1260001");
    }
    CHECK(answer["result"]["municipalities"][0]["province"] == "Utrecht");
}

TEST_CASE("one file with inhabitants and scores is used for both, and what is odd is a warning") {
    const json answer = ask(request("both", "both"));
    REQUIRE(answer["ok"] == true);
    CHECK(findings(answer, "population_far") == 1);
    CHECK(findings(answer, "provinces_from_codes") == 1);
    CHECK(answer["result"]["municipalities"][1]["score"] == "0.1");
    const json swapped = ask(request("both", "swapped"));
    CHECK(findings(swapped, "name_differs") == 1);
    CHECK(findings(swapped, "score_unusual") == 1);
}

TEST_CASE("the long form of OData: its measure, its period and its padded keys") {
    json parameters = request("long", "typed of the round");
    CHECK(findings(ask(parameters), "period_open") == 1);
    parameters["population"]["period"] = "2026";
    const json answer = ask(parameters);
    REQUIRE(answer["ok"] == true);
    CHECK(answer["result"]["municipalities"][1]["inhabitants"] == 900'000);
    CHECK(findings(answer, "rows_without_figure") == 1);
    CHECK(findings(answer, "rows_not_chosen") == 1);
    CHECK(answer["result"]["population"]["basis"] == "cbs_file");
}

TEST_CASE("a file is cleaned to one row per municipality, in code order") {
    const json full = {
        {"operation", "clean"},
        {"parameters", {{"file", "statline"}, {"municipalities", "round"}, {"dialect", "nl"}}}};
    const Response response = respond(full.dump(), files);
    REQUIRE(response.columns.size() == 1);
    CHECK(response.columns[0].name == "population");
    CHECK(response.columns[0].values ==
          "\xEF\xBB\xBFgemeentecode;gemeente;provincie;inwoners\r\n"
          "GM0344;Utrecht;Utrecht;360000\r\nGM0363;Amsterdam;Noord-Holland;900001\r\n");
}

TEST_CASE("a cleaned estimate is still called one") {
    Files own;
    own.emplace("own", "gemeentecode;gemeente;SES_WOA_schatting\nGM0363;Amsterdam;0,15\n");
    const json full = {{"operation", "clean"},
                       {"parameters", {{"file", "own"}, {"dialect", "international"}}}};
    const Response response = respond(full.dump(), own);
    REQUIRE(response.columns.size() == 1);
    CHECK(response.columns[0].values ==
          "gemeentecode,gemeente,ses_woa_schatting\r\nGM0363,Amsterdam,0.15\r\n");
}
