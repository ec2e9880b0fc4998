#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "service/service.hpp"

using nlohmann::json;
using namespace spreiding::service;

namespace {

// Twelve municipalities of 1000 … 12000 inhabitants. The estimate and the official scores differ.
std::string people(int growth) {
    std::string text = "code,name,province,population\n";
    for (int i = 1; i <= 12; ++i) {
        text += std::to_string(i) + ",Plaats " + std::to_string(i) + "," +
                (i % 2 == 0 ? "Utrecht" : "Zeeland") + "," +
                std::to_string(1'000 * i + growth * i * (i % 3)) + "\n";
    }
    return text;
}

std::string scores(int seed) {
    std::string text = "code,score\n";
    for (int i = 1; i <= 12; ++i) {
        text += std::to_string(i) + ",0." + std::to_string(100 + (i * seed * 37) % 400) + "\n";
    }
    return text;
}

const Files files = {
    {"p", people(0)},
    {"p2", people(40)},
    {"s", scores(1)},
    {"s2", scores(5)},
    {"again", scores(5)},
    {"t", "naam;plekken\nPlaats 1;13\nPlaats 2;24\nVroeger;5\n"},
    {"bad", "naam;plekken\nPlaats 1;13%\n"},
    {"none", "naam;plekken\nBron: krant;\n"},
    {"no table", "hallo\n"},
};

json parameters(const std::string& status = "official") {
    return {{"population", {{"file", "p"}, {"status", "official"}}},
            {"scores", {{"file", status == "estimate" ? "s2" : "s"}, {"status", status}}},
            {"need", 1'000},
            {"minors", 100},
            {"vintages",
             {{{"file", "p"}, {"status", "official"}},
              {{"file", "p2"}, {"status", "official"}},
              {{"file", "s"}, {"status", "official"}},
              {{"file", "s2"}, {"status", "estimate"}}}}};
}

Response respond_to(const std::string& operation, const json& more,
                    const std::string& status = "official", const Files& given = files) {
    json all = parameters(status);
    all.update(more);
    return respond(json{{"operation", operation}, {"parameters", all}}.dump(), given);
}

json ask(const std::string& operation, const json& more, const std::string& status = "official",
         const Files& given = files) {
    const json answer =
        json::parse(respond_to(operation, more, status, given).json, nullptr, false);
    REQUIRE(answer.is_object());
    return answer;
}

// The figures of a request as a published table.
std::string table_of(const json& request_more) {
    const json answer = ask("allocate", request_more);
    std::string table = "naam;plekken\n";
    for (const json& row : answer["result"]["municipalities"])
        table += row["name"].get<std::string>() + ";" +
                 std::to_string(row["total"]["places"].get<int>()) + "\n";
    return table;
}

Files with(const std::string& name, const std::string& bytes) {
    Files more = files;
    more[name] = bytes;
    return more;
}

// Whether a number that the estimate gives stands anywhere in an answer.
bool has_number(const json& value) {
    if (value.is_number()) return true;
    if (!value.is_structured()) return false;
    return std::any_of(value.begin(), value.end(), has_number);
}

}  // namespace

TEST_CASE("a table of the own figures is equal in every row, and what is not known is listed") {
    const json result = ask("compare", {{"table", "own"}}, "official",
                            with("own", table_of(json::object())))["result"];
    CHECK(result["headline"]["equal"] == 12);
    CHECK(result["headline"]["rows"] == 12);
    CHECK(result["totals"]["difference"] == 0);
    const json other = ask("compare", {{"table", "t"}})["result"];
    CHECK(other["rows"][2]["class"] == "other_municipality");
    CHECK(other["rows"][2]["printedName"] == "Vroeger");
    CHECK(other["notPrinted"].size() == 10);
}

TEST_CASE("the table of another population is named as other inputs") {
    const json changed = {{"population", {{"file", "p2"}, {"status", "official"}}}};
    const json result =
        ask("compare", {{"table", "own"}}, "official", with("own", table_of(changed)))["result"];
    CHECK(result["cause"]["population"] == "p2");
    CHECK(result["cause"]["scores"] == "s");
    CHECK(result["cause"]["reproduced"] == 12);
    CHECK(result["classes"]["other_inputs"].get<int>() > 3);
    CHECK(result["classes"]["unexplained"] == 0);
}

TEST_CASE("on an estimate a printed figure lies in the band beside it or not, without a cause") {
    const json result = ask("compare", {{"table", "t"}}, "estimate")["result"];
    CHECK(result["headline"].is_null());
    CHECK(result["totals"].is_null());
    CHECK(result["classes"].is_null());
    CHECK(result["rows"][0]["own"].is_null());
    REQUIRE(result["rows"][0]["ownRange"].size() == 2);
    const int printed = result["rows"][0]["published"].get<int>();
    CHECK(result["rows"][0]["inside"] == (result["rows"][0]["ownRange"][0].get<int>() <= printed &&
                                          printed <= result["rows"][0]["ownRange"][1].get<int>()));
    CHECK(result["within"]["rows"] == 2);
    CHECK(result["rows"][2]["ownRange"].is_null());
    CHECK(result["rows"][0]["difference"].is_null());
    CHECK(result["rows"][0]["class"].is_null());
    CHECK(result["rows"][2]["class"] == "other_municipality");
}

TEST_CASE("a table that cannot be read is refused at its place") {
    CHECK(ask("compare", {{"table", "bad"}})["findings"][0]["row"] == 2);
    CHECK(ask("compare", {{"table", "none"}})["error"]["code"] == "findings");
    CHECK(ask("compare", {{"table", "no table"}})["findings"][0]["code"] == "file_unknown");
    CHECK(ask("compare", {{"table", "weg"}})["error"]["code"] == "file_not_given");
    CHECK(ask("compare", json::object())["error"]["code"] == "parameter_missing");
    CHECK(ask("compare", {{"table", "t"}, {"scoreUnitDecimals", 9}})["error"]["about"] ==
          "scoreUnitDecimals (0 … 6)");
}

TEST_CASE("two published tables stand beside each other") {
    const json result = ask("compareTables", {{"table", "t"}, {"other", "u"}}, "estimate",
                            with("u", "naam;plekken\nPlaats 2;24\nPlaats 1;14\n"))["result"];
    CHECK(result["equal"] == 1);
    CHECK(result["paired"] == 2);
    CHECK(result["rows"][0]["difference"] == 1);
    CHECK(result["rows"][2]["other"].is_null());
}

TEST_CASE("the inputs that made a table come first; an estimate takes part under its name") {
    const json changed = {{"population", {{"file", "p2"}, {"status", "official"}}},
                          {"need", 1'003}};
    const Files more = with("own", table_of(changed));
    const json result =
        ask("reproduce", {{"table", "own"}, {"loaded", {"again"}}}, "official", more)["result"];
    CHECK(result["needs"]["from"] == "sum_of_municipalities");
    const json& first = result["ranking"][0];
    CHECK(first["population"] == "p2");
    CHECK(first["scores"] == "s");
    CHECK(first["matches"] == 12);
    CHECK(first["totalDifference"] == 0);
    CHECK(first["firstNeed"].get<int>() <= 1'003);
    CHECK(first["lastNeed"].get<int>() >= 1'003);
    CHECK(result["ranking"].size() == 6);
    for (const json& each : result["ranking"]) {
        // A loaded file that is the estimate again is that estimate.
        const bool estimate = each["scores"] == "s2" || each["scores"] == "again";
        CHECK(each["isEstimate"] == estimate);
        CHECK(each["totalDifference"].is_number());
        CHECK(each["fit"]["rows"] == 12);
        CHECK(each["fit"]["matches"].get<int>() >= 1);
    }
}

TEST_CASE("how sure: bounds, steps, other vintages, and the needs at which the figure steps") {
    const json result =
        ask("sensitivity",
            {{"municipality", "Plaats 7"}, {"firstNeed", 900}, {"lastNeed", 1'100}})["result"];
    const int places = result["total"]["places"].get<int>();
    CHECK(result["scoreBounds"]["unit"] == "0.001");
    CHECK(result["scoreBounds"]["low"].get<int>() <= places);
    CHECK(result["scoreBounds"]["high"].get<int>() >= places);
    CHECK(result["populationBounds"].size() == 2);
    CHECK(result["leastSteps"]["need"]["now"] == "1000");
    CHECK(result["needSteps"]["placesAtLast"].get<int>() -
              result["needSteps"]["placesAtFirst"].get<int>() ==
          static_cast<int>(result["needSteps"]["needs"].size()));
    for (const json& vintage : result["vintages"])
        CHECK(vintage["total"]["places"].is_null() == vintage["isEstimate"]);
    const Response all = respond_to("needSteps", {{"firstNeed", 900}, {"lastNeed", 1'100}});
    REQUIRE(all.columns.size() == 2);
    CHECK(all.columns[0].values.size() == 13 * 4);
    CHECK(ask("sensitivity", {{"municipality", "1"}, {"scoreUnitDecimals", 7}})["error"]["code"] ==
          "parameter_invalid");
}

TEST_CASE("on an estimate there is no bound, no step and no number") {
    const json result = ask("sensitivity", {{"municipality", "Plaats 7"}}, "estimate")["result"];
    for (const char* hidden : {"share", "scoreBounds", "leastSteps", "needSteps"})
        CHECK(result[hidden].is_null());
    CHECK(result["populationBounds"].empty());
}

TEST_CASE("no step at all is an empty column, not a missing one") {
    const std::string one_begin(4, '\0');
    const Response estimate = respond_to("needSteps", json::object(), "estimate");
    REQUIRE(estimate.columns.size() == 2);
    CHECK(estimate.columns[0].values == one_begin);  // of no municipality
    CHECK(estimate.columns[1].name == "needs");
    CHECK(estimate.columns[1].values.empty());
    // Between a need and itself no figure steps.
    const Response still = respond_to("needSteps", {{"firstNeed", 900}, {"lastNeed", 900}});
    REQUIRE(still.columns.size() == 2);
    CHECK(still.columns[0].values == std::string(13 * 4, '\0'));
    CHECK(still.columns[1].values.empty());
}

TEST_CASE("what a person said of a file holds in a comparison and in a search as well") {
    // A table whose figures stand under a heading that says nothing, cut by bars of its own.
    std::string own = "naam|anders|kolom\n";
    const json answer = ask("allocate", json::object());
    for (const json& row : answer["result"]["municipalities"])
        own += row["name"].get<std::string>() + "|0|" +
               std::to_string(row["total"]["places"].get<int>()) + "\n";
    Files more = with("own", own);
    // The scores again, under a heading of their own and by name.
    std::string again = "plaats;meting\n";
    for (int i = 1; i <= 12; ++i)
        again +=
            "Plaats " + std::to_string(i) + ";0," + std::to_string(100 + (i * 37) % 400) + "\n";
    more["again"] = again;

    json asked = {{"table", "own"}, {"loaded", {"again"}}, {"municipalities", "p"}};
    CHECK(ask("compare", asked, "official", more)["error"]["code"] == "findings");
    asked["readings"] = {{{"file", "own"}, {"columns", {{"places", 3}}}},
                         {{"file", "again"}, {"columns", {{"name", 1}, {"score", "meting"}}}}};
    const json compared = ask("compare", asked, "official", more)["result"];
    CHECK(compared["headline"]["equal"] == 12);

    const json ranking = ask("reproduce", asked, "official", more)["result"]["ranking"];
    const auto found = std::find_if(ranking.begin(), ranking.end(),
                                    [](const json& each) { return each["scores"] == "again"; });
    REQUIRE(found != ranking.end());
    CHECK((*found)["matches"] == 12);

    json one = asked;
    one["municipality"] = "Plaats 7";
    one.erase("table");
    const json sure = ask("sensitivity", one, "official", more)["result"];
    CHECK(std::any_of(sure["vintages"].begin(), sure["vintages"].end(),
                      [](const json& each) { return each["scores"] == "again"; }));
    asked.erase("loaded");
    CHECK(ask("implied", asked, "official", more)["result"]["municipalities"].size() == 12);

    more["coded"] = "gemeentecode|naam|kolom\nGM0001|Plaats 1|20\n";
    const json both = {{"from", {{"computed", parameters()}}},
                       {"to", {{"printed", {{"file", "coded"}, {"columns", {{"places", 3}}}}}}}};
    const json changed =
        json::parse(respond(json{{"operation", "change"}, {"parameters", both}}.dump(), more).json);
    CHECK(changed["result"]["municipalities"][0]["to"] == 20);
    CHECK(ask("compare", {{"table", "own"}, {"readings", 7}})["error"]["about"] == "readings");
    CHECK(
        ask("compare", {{"table", "own"},
                        {"readings", {{{"file", "own"}, {"separator", "x"}}}}})["error"]["about"] ==
        "readings[0].separator");
}

TEST_CASE("a loaded file that is an estimate again shows no number among the vintages") {
    const json result =
        ask("sensitivity", {{"municipality", "Plaats 7"}, {"loaded", {"again"}}})["result"];
    for (const json& vintage : result["vintages"]) {
        if (vintage["scores"] == "again") CHECK(vintage["total"]["places"].is_null());
    }
}

TEST_CASE("a published table implies intervals that hold the scores it was made with") {
    const Files more = with("own", table_of(json::object()));
    const json result =
        ask("implied", {{"table", "own"}, {"reference", {{"municipality", "Plaats 12"}}}},
            "official", more)["result"];
    CHECK(result["municipalities"].size() == 12);
    for (const json& row : result["municipalities"])
        CHECK(row["holds"] == true);
    CHECK(result["municipalities"][11]["isReference"] == true);
    const json estimate = ask("implied", {{"table", "own"}}, "estimate", more)["result"];
    CHECK(estimate["municipalities"][0]["score"].is_null());
    CHECK(estimate["municipalities"][0]["holds"].is_null());
    CHECK(ask("implied", {{"table", "own"}, {"reference", {{"municipality", "Plaats 12"}}}},
              "estimate", more)["findings"][0]["code"] == "reference_not_printed");
}

TEST_CASE("a complete table gives a new round as intervals, on a basis of its own") {
    const Files more = with("own", table_of(json::object()));
    const json carry = {{"table", "own"}, {"carryTo", {{"population", "p2"}, {"need", 1'200}}}};
    const json carried = ask("implied", carry, "estimate", more)["result"]["carried"];
    CHECK(carried["basis"] == "derived");
    const json truth = ask("allocate", {{"population", {{"file", "p2"}, {"status", "official"}}},
                                        {"need", 1'200}})["result"];
    for (std::size_t i = 0; i < 12; ++i) {
        const json& row = carried["municipalities"][i];
        const json& total = row["total"];
        const int low = (total["places"].is_null() ? total["low"] : total["places"]).get<int>();
        const int high = (total["places"].is_null() ? total["high"] : total["places"]).get<int>();
        const int places = truth["municipalities"][i]["total"]["places"].get<int>();
        CHECK(low <= places);
        CHECK(high >= places);
        CHECK(high - low <= 4);
    }
    json incomplete = carry;
    incomplete["table"] = "t";
    CHECK(ask("implied", incomplete, "estimate")["findings"][0]["code"] == "table_incomplete");
    json apart = carry;
    apart["need"] = 1'100;
    CHECK(ask("implied", apart, "estimate", more)["findings"][0]["code"] == "table_and_need_apart");
    // Of the scores alone it is said: the need tells their level, unless a known score does.
    json scores = apart;
    scores.erase("carryTo");
    const json said = ask("implied", scores, "estimate", more)["findings"][0];
    CHECK(said["code"] == "table_of_other_need");
    CHECK(said["raw"] == "1000");
    CHECK(said["about"] == "1100");
    scores["need"] = 1'000;
    CHECK(ask("implied", scores, "estimate", more)["findings"].empty());
    scores["need"] = 1'100;
    scores["reference"] = {{"municipality", "GM0001"}, {"score", "0.1"}};
    CHECK(ask("implied", scores, "estimate", more)["findings"].empty());
}

TEST_CASE("nothing is derived from a table that contradicts itself or looks copied wrongly") {
    const auto carried = [](const std::string& table) {
        return ask("implied",
                   {{"table", "own"}, {"carryTo", {{"population", "p2"}, {"need", 1'200}}}},
                   "estimate", with("own", table));
    };
    const auto finding = [](const json& answer, const char* code) {
        for (const json& each : answer["findings"]) {
            if (each["code"] == code) return each;
        }
        return json();
    };
    const std::string whole = table_of(json::object());
    REQUIRE(carried(whole)["result"]["carried"].is_object());
    std::vector<std::string> lines;
    std::istringstream stream(whole);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    const auto joined = [&] {
        std::string text;
        for (const std::string& line : lines)
            text += line + "\n";
        return text;
    };
    // The same municipality twice: at the second row.
    const auto before = lines;
    lines.push_back(lines[3]);
    const json twice = carried(joined());
    CHECK(twice["ok"] == false);
    CHECK(finding(twice, "table_twice")["row"] == lines.size());
    lines = before;
    lines.push_back("Nederland;1");
    const json sum = carried(joined());
    CHECK(sum["ok"] == false);
    CHECK(finding(sum, "table_sum_differs")["row"] == lines.size());
    // The first and the last, of 1,000 and of 12,000 inhabitants, change places.
    lines = before;
    const auto figure = [](const std::string& line) { return line.substr(line.find(';')); };
    const std::string first = figure(lines[1]);
    const std::string last = figure(lines[12]);
    REQUIRE(lines[1].starts_with("Plaats 1;"));
    REQUIRE(lines[12].starts_with("Plaats 12;"));
    lines[1] = "Plaats 1" + last;
    lines[12] = "Plaats 12" + first;
    const json swapped = carried(joined());
    CHECK(swapped["result"]["carried"].is_null());
    const json compared = ask("compare", {{"table", "own"}}, "official", with("own", joined()));
    for (const json& answer : {swapped, compared}) {
        const json named = finding(answer, "table_shares_swapped");
        CHECK(named["row"] == 2);
        CHECK(named["about"] == "Plaats 1, Plaats 12");
    }
    // One figure alone that fits nobody: nothing is derived, and it is named where it stands.
    lines = before;
    lines[1] = "Plaats 1;4";
    const json odd = carried(joined());
    CHECK(odd["ok"] == false);
    CHECK(finding(odd, "table_and_need_apart")["raw"] == "1000");
    lines[12] =
        "Plaats 12;" + std::to_string(std::stoi(last.substr(1)) + std::stoi(first.substr(1)) - 4);
    const json hidden = carried(joined());
    CHECK(hidden["result"]["carried"].is_null());
    CHECK(finding(hidden, "table_share_odd")["row"] == 2);
}

TEST_CASE("a scenario gives old, new and difference, and changes nothing that was loaded") {
    const json before = ask("allocate", json::object())["result"]["municipalities"];
    const json result =
        ask("whatIf",
            {{"scenarios",
              {{{"name", "hoger"}, {"changes", {{{"municipality", "Plaats 1"}, {"score", "0.9"}}}}},
               {{"name", "samen"},
                {"mergers", {{{"municipalities", {"Plaats 1", "Plaats 3"}}, {"name", "Nieuw"}}}}},
               {{"name", "behoefte"}, {"need", 2'000}, {"scoreWeight", "0.5"}}}}})["result"];
    REQUIRE(result["scenarios"].size() == 3);
    const json& first = result["scenarios"][0]["municipalities"][0];
    CHECK(first["before"]["places"] == before[0]["total"]["places"]);
    CHECK(first["after"]["places"].get<int>() - first["before"]["places"].get<int>() ==
          first["difference"].get<int>());
    CHECK(first["difference"].get<int>() > 0);
    CHECK(result["scenarios"][0]["basis"] == "own_input");
    CHECK(result["scenarios"][1]["municipalities"].size() == 11);
    CHECK(result["scenarios"][1]["municipalities"][0]["name"] == "Nieuw");
    CHECK(result["scenarios"][1]["municipalities"][0]["madeOf"].size() == 2);
    CHECK(result["scenarios"][2]["scoreWeight"] == "0.500");
    CHECK(ask("allocate", json::object())["result"]["municipalities"] == before);
}

TEST_CASE("a scenario on an estimate has ranges; with a weight of nought no estimate takes part") {
    const json result = ask("whatIf", {{"scenarios", {{{"need", 2'000}}, {{"scoreWeight", "0"}}}}},
                            "estimate")["result"];
    for (const json& row : result["scenarios"][0]["municipalities"]) {
        CHECK(row["after"]["places"].is_null());
        CHECK(row["difference"].is_null());
    }
    CHECK_FALSE(has_number(result["scenarios"][0]["totals"]["places"]));
    const json& alone = result["scenarios"][1];
    CHECK(alone["basis"] == "own_input");
    CHECK(alone["municipalities"][0]["after"]["places"] == 13);  // 1000 × 1000 ÷ 78000
    CHECK(alone["municipalities"][0]["before"]["places"].is_null());
    CHECK(alone["municipalities"][0]["difference"].is_null());
}

TEST_CASE("a scenario that cannot be is a finding or is refused by name") {
    const auto code = [](const json& scenario) {
        const json answer = ask("whatIf", {{"scenarios", {scenario}}});
        if (answer["error"]["code"] != "findings")
            return answer["error"]["about"].get<std::string>();
        return answer["findings"][0]["code"].get<std::string>();
    };
    CHECK(code({{"scoreWeight", "2.5"}}) == "scenarios[0].scoreWeight");
    CHECK(code({{"scoreWeight", "0.0005"}}) == "scenarios[0].scoreWeight");
    CHECK(code({{"scoreWeight", "2"},
                {"changes", {{{"municipality", "Plaats 1"}, {"score", "-0.5"}}}}}) ==
          "scenario_weight_not_positive");
    CHECK(code({{"changes", {{{"municipality", "Nergens"}, {"score", "0"}}}}}) ==
          "municipality_unknown");
    CHECK(code({{"changes", {{{"municipality", "Plaats 1"}, {"score", "veel"}}}}}) ==
          "number_unreadable");
    CHECK(code({{"changes", {{{"municipality", "Plaats 1"}, {"inhabitants", 0}}}}}) ==
          "number_out_of_range");
    CHECK(code({{"need", -1}}) == "need_out_of_range");
    CHECK(code({{"mergers", {{{"municipalities", {"Plaats 1"}}}}}}) ==
          "scenarios[0].mergers[0].municipalities");
    CHECK(code({{"mergers", {{{"municipalities", {"Plaats 1", "Plaats 1"}}}}}}) ==
          "scenario_merged_twice");
    CHECK(ask("whatIf", {{"scenarios", json::array()}})["error"]["code"] == "parameter_invalid");
    CHECK(ask("whatIf", {{"scenarios", 7}})["error"]["code"] == "parameter_invalid");
}

TEST_CASE("a table of inhabitants in place of places is compared, and ends nothing") {
    std::string table = "naam;plekken\n";
    for (int i = 1; i <= 12; ++i)
        table += "Plaats " + std::to_string(i) + ";" + std::to_string(800'000 * i) + "\n";
    Files given = files;
    given["inhabitants"] = table;
    given["total"] = table + "Totaal;9999999\n";
    given["country"] = "naam;plekken\nNederland;10000000\n";
    for (const char* name : {"inhabitants", "total", "country"}) {
        for (const char* operation : {"compare", "reproduce", "implied"}) {
            const Response response =
                respond_to(operation, {{"table", name}, {"loaded", {"again"}}}, "official", given);
            const json answer = json::parse(response.json, nullptr, false);
            REQUIRE(answer.is_object());
            CHECK_MESSAGE(answer.contains("ok"), operation, name);
        }
    }
}
