#include "service/service.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

using nlohmann::json;
using namespace spreiding::service;

namespace {

const Files files = {
    {"p", "code,name,province,population\nGM0001,A,Utrecht,300\nGM0002,B,Utrecht,100\n"},
    {"s", "code,score\nGM0001,0.0\nGM0002,0.0\n"},
    {"other", "code,score\nGM0001,0.5\nGM0002,0.5\n"},
    {"broken", "code,score\nGM0001,veel\n"},
    {"no table", "hallo\n"},
    {"image", std::string("\x89PNG\0\0", 6)},
};

json ask(const json& request) {
    const json answer = json::parse(respond(request.dump(), files).json, nullptr, false);
    REQUIRE(answer.is_object());
    return answer;
}

json allocation(const std::string& scores, const std::string& status) {
    return {{"operation", "allocate"},
            {"parameters",
             {{"population", {{"file", "p"}, {"status", "official"}}},
              {"scores", {{"file", scores}, {"status", status}}},
              {"need", 100},
              {"minors", 10}}}};
}

}  // namespace

TEST_CASE("a good request gives figures with all their steps") {
    const json answer = ask(allocation("s", "official"));
    REQUIRE(answer["ok"] == true);
    const json& row = answer["result"]["municipalities"][0];
    CHECK(row["code"] == "GM0001");
    CHECK(row["total"]["places"] == 75);
    CHECK(row["share"]["fraction"]["numerator"] == "75");
    CHECK(row["minors"]["places"] == 8);
    CHECK(answer["result"]["provinces"][0]["minors"]["places"] == 11);
    CHECK(answer["result"]["totals"]["minorsDifference"] == 1);
    CHECK(answer["result"]["basis"] == "official");
}

TEST_CASE("on an estimate no number leaves the service, in no form") {
    json request = allocation("s", "estimate");
    request["parameters"]["csv"] = {{"by", "municipality"}, {"dialect", "international"}};
    const Response response = respond(request.dump(), files);
    const json result = json::parse(response.json)["result"];
    CHECK(result["basis"] == "estimate");
    CHECK(result["totals"]["places"].is_null());
    CHECK(result["totals"]["totalWeight"].is_null());
    for (const json& row : result["municipalities"]) {
        for (const char* hidden : {"score", "weight", "share", "minorsShare"}) {
            CHECK(row[hidden].is_null());
        }
        CHECK(row["total"]["places"].is_null());
        CHECK(row["total"]["low"].is_number());
        CHECK(row["minors"]["places"].is_null());
    }
    REQUIRE(response.columns.size() == 1);
    const json& total = result["municipalities"][0]["total"];
    CHECK(response.columns[0].values.find("GM0001,A,Utrecht,300,,,,,," + total["low"].dump() + ',' +
                                          total["high"].dump() + ",schatting,,\r\n") !=
          std::string::npos);
}

TEST_CASE("a loaded estimate stays an estimate, and a loaded official table is a CBS file") {
    json request = allocation("s", "loaded");
    request["parameters"]["vintages"] = {{{"file", "s"}, {"status", "estimate"}}};
    CHECK(ask(request)["result"]["basis"] == "estimate");
    CHECK(ask(request)["result"]["scores"]["sameAs"] == "s");
    request["parameters"]["vintages"] = {{{"file", "s"}, {"status", "official"}}};
    CHECK(ask(request)["result"]["basis"] == "cbs_file");
    request["parameters"]["vintages"] = {{{"file", "other"}, {"status", "estimate"}}};
    CHECK(ask(request)["result"]["basis"] == "own_input");
}

TEST_CASE("the fingerprint of a sheet is that of its spreadsheet") {
    Files given = files;
    given["scores.xlsx"] = "abc";
    given["scores.xlsx#Blad #1"] = files.at("s");
    const auto sha = [&](const std::string& scores) {
        const auto response = respond(allocation(scores, "loaded").dump(), given);
        return json::parse(response.json)["result"]["scores"]["sha256"];
    };
    const char* sha_of_abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    CHECK(sha("scores.xlsx#Blad #1") == sha_of_abc);
    given.erase("scores.xlsx");
    CHECK(sha("scores.xlsx#Blad #1") == sha("s"));
}

TEST_CASE("a need of one's own makes own input of the figures") {
    json request = allocation("s", "official");
    request["parameters"]["needIsOwn"] = true;
    CHECK(ask(request)["result"]["basis"] == "own_input");
}

TEST_CASE("a need out of bounds is a finding") {
    for (const std::int64_t need : {std::int64_t{-1}, std::int64_t{10'000'001}}) {
        json request = allocation("s", "official");
        request["parameters"]["need"] = need;
        const json answer = ask(request);
        CHECK(answer["error"]["code"] == "findings");
        CHECK(answer["findings"][0]["code"] == "need_out_of_range");
    }
}

TEST_CASE("errors in a file are the answer") {
    const json answer = ask(allocation("broken", "loaded"));
    CHECK(answer["ok"] == false);
    CHECK(answer["error"]["code"] == "findings");
    CHECK(answer["findings"][0]["code"] == "number_unreadable");
    CHECK(answer["findings"][0]["row"] == 2);
    CHECK(answer["findings"][0]["column"] == 2);
    CHECK(ask(allocation("no table", "loaded"))["findings"][0]["code"] == "file_unknown");
    CHECK(ask(allocation("image", "loaded"))["findings"][0]["code"] == "nul_byte");
}

TEST_CASE("a file without a name that was not given is refused as any other") {
    for (const char* input : {"population", "scores"}) {
        json request = allocation("s", "official");
        request["parameters"][input]["codeLists"] = json::array({""});
        CHECK(ask(request)["error"] == json{{"code", "file_not_given"}, {"about", ""}});
        request = allocation("s", "official");
        request["parameters"][input]["file"] = "";
        CHECK(ask(request)["error"]["code"] == "file_not_given");
    }
    for (const char* operation : {"inspect", "clean"}) {
        json request = {{"operation", operation},
                        {"parameters", {{"file", "s"}, {"codeLists", {""}}}}};
        if (request["operation"] == "clean") request["parameters"]["dialect"] = "nl";
        CHECK(ask(request)["error"]["code"] == "file_not_given");
    }
}

TEST_CASE("a parameter that is not known is refused, with the name that comes nearest") {
    const auto unknown = [](const json& request) {
        const json answer = ask(request);
        CHECK(answer["error"]["code"] == "parameter_unknown");
        const json& finding = answer["findings"][0];
        CHECK(finding["code"] == "parameter_unknown");
        CHECK(finding["raw"] == answer["error"]["about"]);
        return finding["raw"].get<std::string>() + " → " + finding["about"].get<std::string>();
    };
    json request = allocation("s", "official");
    request["parameters"]["minor"] = 10;
    CHECK(unknown(request) == "minor → minors");
    request = allocation("s", "official");
    request["parameters"]["scores"]["statis"] = "official";
    CHECK(unknown(request) == "scores.statis → status");
    request = allocation("s", "official");
    request["operation"] = "whatIf";
    request["parameters"]["scenarios"] = {{{"name", "eerst"}}, {{"chnages", json::array()}}};
    CHECK(unknown(request) == "scenarios[1].chnages → changes");
    request = allocation("s", "official");
    request["operation"] = "receipt";
    request["parameters"]["rounds"] = nullptr;
    CHECK(unknown(request) == "rounds → round");
    CHECK(unknown({{"operation", "version"}, {"parameters", {{"x", 1}}}}) == "x → ");
    // Of the service itself: nobody asks it.
    request = allocation("s", "official");
    request["parameters"]["knownVintages"] = json::array();
    CHECK(unknown(request) == "knownVintages → vintages");
}

TEST_CASE("a parameter of another type is refused with its place") {
    const auto about = [](const char* operation, const json& more) {
        json request = allocation("s", "official");
        request["operation"] = operation;
        request["parameters"].update(more);
        const json answer = ask(request);
        CHECK(answer["error"]["code"] == "parameter_invalid");
        return answer["error"]["about"];
    };
    CHECK(about("allocate", {{"provinces", {"Utrecht", 7}}}) == "provinces[1]");
    const json change = {{"municipality", 1}};
    const json scenario = {{"changes", json::array({change})}};
    CHECK(about("whatIf", {{"scenarios", json::array({scenario})}}) ==
          "scenarios[0].changes[0].municipality");
    CHECK(about("sums", {{"selections", {{"GM0001"}, {"GM0002", "weg"}}}}) == "selections[1][1]");
    CHECK(about("needSteps", {{"firstNeed", -1}}) == "firstNeed (0 … 10000000)");
    CHECK(about("whatIf", {{"scenarios", json::array_t(21, json::object())}}) ==
          "scenarios (≤ 20)");
    const json figures = {{"file", "p"}, {"name", "x"}, {"numbers", json::array()}, {"least", 1}};
    CHECK(ask({{"operation", "read_figures"}, {"parameters", figures}})["error"]["about"] ==
          "least (-10000000 … 0)");
}

TEST_CASE("a wrong request is refused by name") {
    const auto code = [](const std::string& text) {
        return json::parse(respond(text, files).json)["error"]["code"].get<std::string>();
    };
    CHECK(code("") == "request_unreadable");
    CHECK(code("[1]") == "request_unreadable");
    CHECK(code("{\"operation\":1}") == "parameter_invalid");
    CHECK(code("{}") == "parameter_missing");
    CHECK(code("{\"operation\":\"tover\"}") == "operation_unknown");
    CHECK(code("{\"operation\":\"allocate\",\"parameters\":7}") == "parameter_invalid");
    CHECK(code("{\"operation\":\"recognise\",\"parameters\":{\"file\":\"weg\"}}") ==
          "file_not_given");
    json request = allocation("s", "official");
    request["parameters"]["need"] = 1.5;
    CHECK(ask(request)["error"]["about"] == "need");
    request["parameters"]["need"] = "100";
    CHECK(ask(request)["error"]["code"] == "parameter_invalid");
    request = allocation("s", "official");
    request["operation"] = "needSteps";
    for (const std::int64_t far :
         {std::numeric_limits<std::int64_t>::min(), std::int64_t{-9'223'372'036'854'766'984},
          std::numeric_limits<std::int64_t>::max()}) {
        request["parameters"]["firstNeed"] = far;
        CHECK(ask(request)["error"] == json{{"code", "parameter_invalid"}, {"about", "firstNeed"}});
    }
    request = allocation("s", "heilig");
    CHECK(ask(request)["error"]["about"] == "scores.status");
    CHECK(code(std::string(100'000, '[')) == "request_unreadable");
    CHECK(code("{\"operation\":\"allocate\",\"parameters\":{\"need\":1e400}}") ==
          "request_unreadable");
}

TEST_CASE("any bytes get an answer, as a file and as a request") {
    std::uint64_t state = 42;
    const auto next = [&state] {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<char>(state >> 56U);
    };
    for (int round = 0; round < 2'000; ++round) {
        std::string bytes = round % 2 == 0 ? "code,name,province,population,score\n" : "";
        for (int i = 0; i < round % 97; ++i)
            bytes += round % 3 == 0 ? ",;\"\n1GM.-"[next() & 7] : next();
        const Files noise = {{"p", bytes}};
        json request = allocation("p", "loaded");
        CHECK(json::accept(respond(request.dump(), noise).json));
        request = {{"operation", "recognise"}, {"parameters", {{"file", "p"}}}};
        CHECK(json::accept(respond(request.dump(), noise).json));
        CHECK(json::accept(respond(bytes, noise).json));
    }
}

TEST_CASE("more than 10,000 rows leave as columns, where they are asked for") {
    std::string people = "code,name,province,population\n";
    std::string scores = "code,score\n";
    for (int i = 0; i < 10'001; ++i) {
        const std::string code = std::to_string(10'000 + i);
        people += code + ",\"G, " + code + "\",Utrecht,1000\n";
        scores += code + ",0.1\n";
    }
    const Files large = {{"p", people}, {"s", scores}};
    json request = allocation("s", "official");
    request["parameters"]["need"] = 20'002;
    CHECK(respond(request.dump(), large).columns.empty());
    request["parameters"]["columns"] = true;
    const Response response = respond(request.dump(), large);
    const json answer = json::parse(response.json);
    REQUIRE(answer["ok"] == true);
    CHECK(answer["result"]["municipalities"].empty());
    CHECK(answer["result"]["totals"]["places"] == 20'002);
    // Long codes are one note of each file; the places of a thousand more are kept, all are
    // counted.
    CHECK(answer["findingCounts"]["note"] == 2);
    REQUIRE(answer["findings"].size() == 2);
    CHECK(answer["findings"][0]["count"] == 10'001);
    CHECK(answer["findings"][0]["also"].size() == 1'000);
    const auto column = [&](std::string_view name) {
        for (const Column& one : response.columns) {
            if (one.name == name) return one;
        }
        return Column{};
    };
    CHECK(column("places").values.size() == 4 * 10'001);
    CHECK(column("weight").values.size() == 8 * 10'001);
    CHECK(column("name").values.starts_with("G, 10000G, 10001"));
}

TEST_CASE("text beyond ASCII leaves as escapes, and reads back the same") {
    Files with_names = files;
    with_names["p"] =
        "code,name,province,population\nGM0001,S\xC3\xBA\xE2\x82\xAC\xF0\x9F\x8F\xA0\\\x01,Utrecht,"
        "1\n"
        "GM0002,B,Utrecht,1\n";
    const std::string answer = respond(allocation("s", "official").dump(), with_names).json;
    CHECK(std::all_of(answer.begin(), answer.end(), [](char c) { return c >= 0x20 && c < 0x7F; }));
    CHECK(json::parse(answer)["result"]["municipalities"][0]["name"] ==
          "S\xC3\xBA\xE2\x82\xAC\xF0\x9F\x8F\xA0\\\x01");
}
