#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "service/service.hpp"

using nlohmann::json;
using namespace spreiding::service;

namespace {

// A title line above the table, so that row numbers are those of the file and not of the table.
const Files files = {
    {"p", "Bevolking\ncode,name,province,population\nGM0002,B,Utrecht,100\nGM0001,A,Utrecht,300\n"},
    {"s", "score,code\n0.100,GM0001\n\"-0,05\",GM0002\n"},
    {"t", "code,score\nGM0001,0.100\nGM0002,-0.05\n"},
};

json ask(json parameters, const std::string& scores = "t", const std::string& status = "official") {
    parameters["population"] = {{"file", "p"}, {"status", "official"}};
    parameters["scores"] = {{"file", scores}, {"status", status}};
    parameters["need"] = 100;
    parameters["minors"] = 10;
    const json request = {{"operation", "explain"}, {"parameters", parameters}};
    const json answer = json::parse(respond(request.dump(), files).json, nullptr, false);
    REQUIRE(answer.is_object());
    return answer;
}

}  // namespace

TEST_CASE("every input of an explanation names its cell") {
    const json result = ask({{"municipality", "GM0001"}})["result"];
    CHECK(result["total"]["places"] == 78);  // 330 of 425 thousandths
    const json& people = result["inputs"][0];
    CHECK(people["of"] == "inhabitants");
    CHECK(people["value"] == "300");
    CHECK(people["cell"]["file"] == "p");
    CHECK(people["cell"]["row"] == 4);
    CHECK(people["cell"]["column"] == 4);
    CHECK(people["cell"]["raw"] == "300");
    CHECK(people["cell"]["sha256"].get<std::string>().size() == 64);
    const json& score = result["inputs"][1];
    CHECK(score["value"] == "0.100");
    CHECK(score["cell"]["row"] == 2);
    CHECK(score["cell"]["raw"] == "0.100");
    CHECK(result["inputs"][2]["of"] == "country_inhabitants");
    CHECK(result["inputs"][2]["value"] == "400");
    CHECK(result["inputs"][2]["cell"]["row"].is_null());
    CHECK(result["inputs"][3]["of"] == "need");
    CHECK(result["inputs"][3]["cell"].is_null());
    CHECK(result["steps"][2]["fraction"]["numerator"] == "1320");
    CHECK(result["steps"][2]["fraction"]["denominator"] == "17");
    CHECK(result["byPopulation"]["places"] == 75);
    CHECK(result["scoreEffect"]["places"] == 3);
    CHECK(result["inhabitantsPerPlace"] == 4);
}

TEST_CASE("an explanation of an estimate has the rules and the range, and no number of the score") {
    const json result = ask({{"municipality", "A"}}, "t", "estimate")["result"];
    CHECK(result["total"]["places"].is_null());
    CHECK(result["total"]["low"].is_number());
    for (const json& step : result["steps"]) {
        CHECK(step["sum"].empty());
        CHECK(step["wholes"].empty());
        CHECK(step["fraction"].is_null());
        CHECK(step["decimal"].is_null());
        CHECK(step["article"].get<std::string>().starts_with("https://wetten.overheid.nl/"));
    }
    for (const char* hidden :
         {"border", "minorsBorder", "scoreEffect", "ranks", "inhabitantsPerPlace"}) {
        CHECK(result[hidden].is_null());
    }
    CHECK(result["inputs"][1]["value"].is_null());
    CHECK(result["inputs"][1]["cell"]["raw"].is_null());
    CHECK(result["inputs"][1]["cell"]["row"] == 2);
    // The estimate takes no part in the share by population.
    CHECK(result["byPopulation"]["basis"] == "official");
}

TEST_CASE("a province is explained from its municipalities") {
    const json result = ask({{"province", "utrecht"}})["result"];
    CHECK(result["level"] == "province");
    CHECK(result["total"]["places"] == 100);
    CHECK(result["steps"][0]["sum"][0]["text"] == "78");
    CHECK(result["municipalities"].size() == 2);
    CHECK(result["unrounded"]["decimal"] == "100.000000000");
}

TEST_CASE("an unknown name gets the nearest, a wrong question is refused by name") {
    const json unknown = ask({{"municipality", "Zwol"}});
    CHECK(unknown["error"]["code"] == "findings");
    CHECK(unknown["findings"][0]["code"] == "municipality_unknown");
    CHECK(ask({{"province", "Utreg"}})["findings"][0]["about"].get<std::string>().starts_with(
        "Utrecht"));
    CHECK(ask({{"province", "Zeeland"}})["findings"][0]["about"] == "Utrecht");
    CHECK(ask(json::object())["error"]["about"] == "municipality");
    CHECK(ask({{"municipality", "A"}, {"province", "Utrecht"}})["error"]["code"] ==
          "parameter_invalid");
}
