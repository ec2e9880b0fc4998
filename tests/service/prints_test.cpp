#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "service/service.hpp"

using nlohmann::json;
using namespace spreiding::service;

namespace {

const Files files = {
    {"p", "code,name,province,population\nGM0001,A,Utrecht,300\nGM0002,B,Utrecht,100\n"},
    {"s", "code,score\nGM0001,0.0\nGM0002,0.0\n"},
    {"copied", "gemeentecode,gemeente,opvangplaatsen\nGM0001,A,75\nGM0002,B,26\n"},
    {"seen",
     "niveau,gemeentecode,naam,opvangplaatsen,amv,bron,datum,adres\n"
     "gemeente,GM0001,A,75,8,De Krant,2026-03-02,https://krant.example\n"
     "provincie,,Utrecht,100,,De Krant,2026-03-02,https://krant.example\n"
     "land,,Nederland,101,,Brief,2026-02-05,\n"},
    {"decided", "gemeentecode,gemeente,opvangplaatsen\nGM0001,A,90\nGM0001,A,91\n"},
    {"names", "gemeente;opvangplaatsen\nB;25\nNergens;4\n"},
};

json print(const char* file, const char* number, const char* hand) {
    return {{"file", file}, {"number", number}, {"hand", hand}};
}

json request(const json& published) {
    return {{"operation", "allocate"},
            {"parameters",
             {{"population", {{"file", "p"}, {"status", "official"}}},
              {"scores", {{"file", "s"}, {"status", "official"}}},
              {"need", 100},
              {"published", published},
              {"csv", {{"by", "municipality"}, {"dialect", "international"}}}}}};
}

json result_of(const json& published) {
    const json answer = json::parse(respond(request(published).dump(), files).json);
    REQUIRE(answer["ok"] == true);
    return answer["result"];
}

}  // namespace

TEST_CASE("prints of a figure stand side by side, the best hand first") {
    json copied = print("copied", "indicative", "third");
    copied["source"] = "Omroep";
    copied["date"] = "2026-05";
    const json asked = {copied, print("seen", "indicative", "second")};
    const json result = result_of(asked);
    const json& row = result["municipalities"][0];
    REQUIRE(row["prints"].size() == 2);
    CHECK(row["published"] == row["prints"][0]);
    CHECK(row["published"]["hand"] == "second");
    CHECK(row["published"]["source"] == "De Krant");
    CHECK(row["published"]["minors"] == 8);
    CHECK(row["prints"][1]["source"] == "Omroep");
    CHECK(row["prints"][1]["date"] == "2026-05");
    CHECK(result["municipalities"][1]["published"]["places"] == 26);
    CHECK(result["provinces"][0]["published"]["places"] == 100);
    CHECK(result["publishedTotal"]["places"] == 101);
}

TEST_CASE(
    "of the printed figures is counted which are given exactly, and ranks go by what is printed") {
    json asked = request(json::array({print("copied", "indicative", "third")}));
    const json result = json::parse(respond(asked.dump(), files).json)["result"];
    // 75 and 25 are computed; 75 and 26 are printed.
    CHECK(result["reproduced"] == json{{"exactly", 1}, {"printed", 2}});
    // 26 for 100 inhabitants is more than 75 for 300.
    CHECK(result["municipalities"][0]["rank"] == json{{"inProvince", 2}, {"inCountry", 2}});
    CHECK(result["municipalities"][1]["rank"] == json{{"inProvince", 1}, {"inCountry", 1}});
    asked["parameters"]["needIsOwn"] = true;
    CHECK(json::parse(respond(asked.dump(), files).json)["result"]["reproduced"].is_null());
    CHECK(result_of(json::array())["reproduced"].is_null());
    asked["parameters"]["scores"]["status"] = "estimate";
    asked["parameters"]["published"] = json::array();
    const json bands = json::parse(respond(asked.dump(), files).json)["result"];
    CHECK(bands["municipalities"][0]["rank"].is_null());
    CHECK(bands["reproduced"].is_null());
}

TEST_CASE("a first hand takes the first place, and what differs from it stays beside it") {
    const json result =
        result_of({print("copied", "indicative", "third"), print("names", "indicative", "first")});
    const json& row = result["municipalities"][1];
    CHECK(row["published"]["places"] == 25);
    CHECK(row["published"]["hand"] == "first");
    CHECK(row["prints"][1]["places"] == 26);
}

TEST_CASE("a decided number or an own sum is never the indicative figure") {
    const json result =
        result_of({print("decided", "decided", "first"), print("copied", "own_sum", "first")});
    const json& row = result["municipalities"][0];
    CHECK(row["published"].is_null());
    REQUIRE(row["prints"].size() == 3);
    CHECK(row["prints"][0]["number"] == "decided");
    CHECK(row["prints"][1]["places"] == 91);
    CHECK(row["prints"][2]["number"] == "own_sum");
}

TEST_CASE("a table names the best print and its source; nothing printed is left empty") {
    const Response response =
        respond(request(json::array({print("seen", "indicative", "second")})).dump(), files);
    REQUIRE(response.columns.size() == 1);
    const std::string& table = response.columns[0].values;
    CHECK(table.find(",officieel,75,\"De Krant, 2026-03-02\"\r\n") != std::string::npos);
    CHECK(table.find(",officieel,,\r\n") != std::string::npos);
}

TEST_CASE("a print of no known kind, hand or file is refused") {
    for (const json& wrong : {print("seen", "counted", "first"), print("seen", "decided", "fourth"),
                              print("seen", "", ""), json("seen")}) {
        const json answer = json::parse(respond(request(json::array({wrong})).dump(), files).json);
        CHECK(answer["error"]["code"] == "parameter_invalid");
    }
    const json answer = json::parse(
        respond(request(json::array({print("away", "decided", "first")})).dump(), files).json);
    CHECK(answer["error"]["code"] == "file_not_given");
}
