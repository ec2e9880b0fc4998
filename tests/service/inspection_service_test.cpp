#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "service/service.hpp"

using nlohmann::json;
using namespace spreiding::service;

namespace {

const Files files = {
    {"list",
     "gemeentecode,gemeente,provincie,inwoners\nGM0344,Utrecht (gemeente),Utrecht,300\n"
     "GM0373,Bergen (NH.),Noord-Holland,200\nGM0893,Bergen (L.),Limburg,100\n"},
    {"statline",
     "\"Sociaal-economische status\"\n\"Regio's\";\"Perioden\";"
     "\"SES-WOA/Totaalscore/Gemiddelde score (Getal)\"\n\"Nederland\";\"2022*\";\"0,000\"\n"
     "\"Utrecht\";\"2022*\";\"-0,012\"\n\"Bergen (NH.)\";\"2022*\";\"0,170\"\n\"Bron: CBS\"\n"},
    {"unknown headings", "plaats;kolom\nGM0344;1.500\nGM0373;2.500\n"},
    {"years", "code,naam,inwoners,jaar\nGM0344,U,1,2022\nGM0344,U,2,2023\n"},
    {"wide", "code,score,\xC3\xA9\n 1 ,\"a\"\"b\",\n"},
};

json ask(json parameters) {
    const json request = {{"operation", "inspect"}, {"parameters", std::move(parameters)}};
    const json answer = json::parse(respond(request.dump(), files).json, nullptr, false);
    REQUIRE(answer.is_object());
    return answer;
}

bool has_finding(const json& answer, const char* code) {
    for (const json& finding : answer["findings"]) {
        if (finding["code"] == code) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("a table of StatLine is understood with its names, its period and its marks") {
    const json answer = ask({{"file", "statline"}, {"municipalities", "list"}});
    REQUIRE(answer["ok"] == true);
    const json& result = answer["result"];
    CHECK(result["kind"] == "scores");
    CHECK(result["headerRow"] == 2);
    CHECK(result["rows"]["municipalities"] == 2);
    CHECK(result["rows"]["otherRegions"] == 1);
    CHECK(result["columns"][0]["meaning"] == "name");
    CHECK(result["columns"][0]["why"] == "regions");
    CHECK(result["columns"][2]["meaning"] == "score");
    CHECK(result["periods"][0]["period"] == "2022");
    CHECK(result["periods"][0]["provisional"] == true);
    CHECK(result["periods"][0]["chosen"] == true);
    CHECK(has_finding(answer, "figures_provisional"));
    CHECK(answer["findingCounts"]["error"] == 0);
}

TEST_CASE(
    "columns without a known heading are proposed by their cells, and used when a person says so") {
    const json proposed = ask({{"file", "unknown headings"}, {"municipalities", "list"}});
    CHECK(proposed["result"]["columns"][0]["proposal"] == "code");
    CHECK(proposed["result"]["columns"][0]["meaning"].is_null());
    const json mapped = ask({{"file", "unknown headings"},
                             {"municipalities", "list"},
                             {"notation", {{"decimal", ","}, {"thousands", "."}}},
                             {"columns", {{"code", "plaats"}, {"inhabitants", 2}}}});
    CHECK(mapped["result"]["kind"] == "population");
    CHECK(mapped["result"]["columns"][1]["why"] == "mapping");
    CHECK(mapped["result"]["rows"]["municipalities"] == 2);
    CHECK(mapped["findingCounts"]["error"] == 0);
    CHECK(has_finding(ask({{"file", "unknown headings"}, {"columns", {{"code", "weg"}}}}),
                      "column_not_found"));
}

TEST_CASE("of several periods the newest is proposed, and none is used before a person chooses") {
    const json open = ask({{"file", "years"}, {"municipalities", "list"}});
    CHECK(has_finding(open, "period_open"));
    CHECK(open["result"]["rows"]["municipalities"] == 0);
    CHECK(open["result"]["periods"][1]["proposed"] == true);
    CHECK(open["result"]["periods"][1]["chosen"] == false);
    const json chosen = ask({{"file", "years"}, {"municipalities", "list"}, {"period", "2023"}});
    CHECK(chosen["findingCounts"]["error"] == 0);
    CHECK(chosen["result"]["rows"]["municipalities"] == 1);
    CHECK(has_finding(ask({{"file", "years"}, {"municipalities", "list"}, {"period", "1999"}}),
                      "period_unknown"));
}

TEST_CASE("cells come exactly as read, the header included") {
    const json answer = ask({{"file", "wide"}, {"cells", true}});
    CHECK(answer["result"]["cells"] == json::parse(R"([["code","score","é"],[" 1 ","a\"b",""]])"));
}

TEST_CASE("a wrong reading is refused by the name of its parameter") {
    CHECK(ask({{"file", "weg"}})["error"]["code"] == "file_not_given");
    CHECK(ask({{"file", "wide"}, {"columns", {{"kleur", "x"}}}})["error"]["about"] ==
          "columns.kleur");
    CHECK(ask({{"file", "wide"}, {"columns", {{"code", 0}}}})["error"]["code"] ==
          "parameter_invalid");
    CHECK(ask({{"file", "wide"}, {"codeLists", {"weg"}}})["error"]["about"] == "weg");
}

TEST_CASE("a person's separator and encoding are obeyed, and the file's own evidence stays") {
    const json said = ask({{"file", "unknown headings"}, {"separator", ","}});
    CHECK(said["result"]["columns"].size() == 1);
    CHECK(said["result"]["dialect"]["separatorReason"] == "said");
    CHECK(said["result"]["dialect"]["separators"][1]["rows"] == 3);
    const json evident = ask({{"file", "unknown headings"}});
    CHECK(evident["result"]["columns"].size() == 2);
    CHECK(ask({{"file", "wide"}, {"encoding", "windows-1252"}})["result"]["columns"][2]["header"] ==
          "Ã©");
    CHECK(ask({{"file", "wide"}, {"encoding", "utf-16le"}})["error"]["about"] == "encoding");
    CHECK(ask({{"file", "wide"}, {"separator", ":"}})["error"]["about"] == "separator");
}

TEST_CASE("a column of numbers comes with the marks its cells show, and what decided them") {
    const json said = {{"code", "plaats"}, {"inhabitants", 2}};
    json parameters = {{"file", "unknown headings"}, {"columns", said}, {"municipalities", "list"}};
    const json open = ask(parameters)["result"]["columns"][1]["numbers"];
    CHECK(open["decidedBy"] == "open");
    CHECK(open["notation"].is_null());
    CHECK(open["eitherPoint"] == 2);
    parameters["notation"] = {{"decimal", ","}, {"thousands", "."}};
    const json decided = ask(parameters)["result"]["columns"][1]["numbers"];
    CHECK(decided["decidedBy"] == "said");
    CHECK(decided["notation"]["thousands"] == ".");
    const json scores = ask({{"file", "statline"}, {"municipalities", "list"}});
    const json& score = scores["result"]["columns"][2]["numbers"];
    CHECK(score["notation"]["decimal"] == ",");
    CHECK(score["decidedBy"] == "cells");
    CHECK(score["decimalComma"] == 3);
    CHECK(scores["result"]["columns"][0]["numbers"].is_null());
}

TEST_CASE("names as people type them are found, with what they became or may be meant to be") {
    Files known = files;
    known["changes"] =
        "datum,gemeentecode,gemeente,naar_gemeentecode,naar_gemeente,inwoners\n"
        "2022-01-01,GM0001,Littenseradiel,GM0344,Utrecht,1\n"
        "2022-01-01,GM0001,Littenseradiel,GM0373,Bergen,2\n";
    const json request = {{"operation", "find_municipalities"},
                          {"parameters",
                           {{"municipalities", "list"},
                            {"changes", "changes"},
                            {"names",
                             {{{"text", "utrecht"}},
                              {{"text", "GM0373"}},
                              {{"text", "Bergen"}},
                              {{"text", "Bergen"}, {"province", "Limburg"}},
                              {{"text", "Utrecht"}, {"province", "Limburg"}},
                              {{"text", "Littenseradeel"}},
                              {{"text", "Utrcht"}},
                              {{"text", "berg"}}}}}}};
    const json answer = json::parse(respond(request.dump(), known).json, nullptr, false);
    REQUIRE(answer["ok"] == true);
    const json& found = answer["result"]["found"];
    const auto how = [&](std::size_t at) { return found[at]["how"].get<std::string>(); };
    const auto first = [&](std::size_t at) { return found[at]["municipalities"][0]["code"]; };
    CHECK(how(0) == "exact");
    CHECK(first(0) == "GM0344");
    CHECK(first(1) == "GM0373");
    CHECK(how(2) == "ambiguous");
    CHECK(found[2]["municipalities"].size() == 2);
    CHECK(how(3) == "exact");
    CHECK(first(3) == "GM0893");
    CHECK(how(4) == "province_differs");
    CHECK(how(5) == "former");
    CHECK(found[5]["former"] == "Littenseradiel");
    CHECK(found[5]["municipalities"].size() == 2);
    CHECK(how(6) == "none");
    CHECK(found[6]["proposals"][0]["name"] == "Utrecht (gemeente)");
    CHECK(how(7) == "none");
    CHECK(found[7]["nearest"].size() == 2);
    CHECK(found[7]["nearest"][0]["province"] == "Noord-Holland");
}

TEST_CASE("inspect says of a file what the commands say of it") {
    Files more = files;
    more["readme"] = "gemeente;opvangplaatsen\nUtrecht;1.234\nBergen NH;56\n";
    more["doubled"] =
        "code;gemeente;provincie;inwoners\nGM0344;Utrecht;Utrecht;300\n"
        "GM0344;Utrecht;Utrecht;301\n";
    more["moved"] = "code;gemeente;provincie;inwoners\nGM0344;Utrecht;Limburg;300\n";
    more["two"] = "gemeente;plekken;totaal\nUtrecht;1;2\n";
    more["sep"] = "sep=;\n";
    more["headless"] = "Utrecht;1.234\nBergen NH;56\n";
    const auto inspected = [&](const char* file) {
        const json request = {{"operation", "inspect"},
                              {"parameters", {{"file", file}, {"municipalities", "list"}}}};
        return json::parse(respond(request.dump(), more).json, nullptr, false);
    };
    const json readme = inspected("readme");
    CHECK(readme["findingCounts"]["error"] == 0);
    CHECK(readme["result"]["rows"]["municipalities"] == 2);
    CHECK(has_finding(inspected("doubled"), "code_duplicate"));
    CHECK(has_finding(inspected("moved"), "province_differs"));
    CHECK(has_finding(inspected("two"), "column_proposed"));
    CHECK(has_finding(inspected("sep"), "file_empty"));
    const json headless = inspected("headless");
    CHECK(headless["result"]["lastHeaderRow"] == 0);
    CHECK(has_finding(headless, "column_proposed"));
}

TEST_CASE("a small table is read as every table is, with each of its faults at its place") {
    Files more = {{"wishes",
                   "\xEF\xBB\xBFsep=;\r\ngemeente;aantal;doet_mee\r\n"
                   "\"Utrecht\";-1.234;ja\r\nS\xFA"
                   "dwest;-2;nee\r\n"},
                  {"twice", "gemeente,aantal,doet_mee\nA,1,ja\na,2,ja\n"},
                  {"faults", "gemeente,aantal,doet_mee\nA,1.5,ja\nB,veel,ja\nC,,ja\n"}};
    const auto read = [&](const char* file) {
        const json request = {{"operation", "read_figures"},
                              {"parameters",
                               {{"file", file},
                                {"name", "gemeente"},
                                {"numbers", {"aantal"}},
                                {"words", {"doet_mee"}},
                                {"least", -10'000},
                                {"notation", {{"decimal", ","}, {"thousands", "."}}}}}};
        return json::parse(respond(request.dump(), more).json, nullptr, false);
    };
    const json wishes = read("wishes");
    REQUIRE(wishes["ok"] == true);
    CHECK(wishes["result"]["rows"][0]["numbers"][0] == -1234);
    CHECK(wishes["result"]["rows"][0]["words"][0] == "ja");
    CHECK(wishes["result"]["rows"][1]["name"] ==
          "S\xC3\xBA"
          "dwest");
    CHECK(has_finding(read("twice"), "code_duplicate"));
    const json faults = read("faults");
    CHECK(faults["ok"] == false);
    CHECK(has_finding(faults, "number_unreadable"));
}

TEST_CASE("in a small table a total is no municipality, and what is wrong is said by its heading") {
    const Files more = {{"right", "gemeente,aantal\nA,1\nB,2\nTotaal,3\n"},
                        {"wrong", "gemeente,aantal\nA,1\nB,2\nTotaal,4\n"},
                        {"faults", "gemeente,aantal\nA,1.5\nB,2.5\n"},
                        {"none", "gemeente,aantal\n"}};
    const auto read = [&](const char* file) {
        const json request = {
            {"operation", "read_figures"},
            {"parameters", {{"file", file}, {"name", "gemeente"}, {"numbers", {"aantal"}}}}};
        return json::parse(respond(request.dump(), more).json, nullptr, false);
    };
    const json right = read("right");
    REQUIRE(right["result"]["rows"].size() == 2);
    CHECK(has_finding(right, "row_of_sums"));
    CHECK_FALSE(has_finding(right, "total_differs"));
    CHECK(has_finding(read("wrong"), "total_differs"));
    const json faults = read("faults");
    REQUIRE(faults["findings"].size() == 1);
    CHECK(faults["findings"][0]["about"] == "aantal");
    CHECK(faults["findings"][0]["count"] == 2);
    CHECK(faults["findings"][0]["also"][0]["row"] == 3);
    CHECK(has_finding(read("none"), "list_empty"));
}

TEST_CASE("columns of a table are read one by one, as printed figures are") {
    const Files more = {{"t",
                         "a,b,c\n"
                         "1.234,\"2,100\",n.v.t.\n"
                         "\xE2\x80\x93,1.220,12\xE2\x81\xB4\n"
                         "380*,45%,\n"}};
    const json request = {{"operation", "read_columns"}, {"parameters", {{"file", "t"}}}};
    const json answer = json::parse(respond(request.dump(), more).json);
    REQUIRE(answer["ok"] == true);
    CHECK(answer["result"]["columns"][0] == json{1234, nullptr, 380});
    // A point and a comma that contradict each other leave no figure.
    CHECK(answer["result"]["columns"][1] == json{false, false, false});
    CHECK(answer["result"]["columns"][2] == json{false, 12, nullptr});
}
