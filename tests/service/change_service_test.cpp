#include <doctest/doctest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "service/service.hpp"

using nlohmann::json;
using namespace spreiding::service;

namespace {

const Files files = {
    {"p", "code,name,province,population\nGM0001,A,Utrecht,300\nGM0002,B,Zeeland,100\n"},
    {"p2", "code,name,province,population\nGM0001,A,Utrecht,200\nGM0002,B,Zeeland,200\n"},
    {"other", "code,name,province,population\nGM0001,A,Utrecht,200\nGM0003,C,Zeeland,200\n"},
    {"s", "code,score\nGM0001,0.0\nGM0002,0.0\n"},
    {"s3", "code,score\nGM0001,0.0\nGM0003,0.0\n"},
    {"printed",
     "niveau,gemeentecode,gemeente,opvangplaatsen\nland,,Nederland,90\n"
     "provincie,,Utrecht,60\ngemeente,GM0001,A,61\n"},
    {"towns",
     "code,name,province,population\nGM0003,Bergen (L.),Zeeland,5\n"
     "GM0001,Hengelo (O.),Utrecht,300\nGM0002,Bergen (NH.),Zeeland,100\n"},
    {"names",
     "gemeente,opvangplaatsen,betwist\nHENGELO,1.061,\nBergen (Noord-Holland),20,rekenfout\n"
     "Bergen,7,\nNergenshuizen,8,\nBergen NH,21,\nTotaal Zeeland,30,\nTotaal,1.091,\n"},
};

json computed(const std::string& population, const std::string& scores, int need,
              const std::string& status = "loaded") {
    return {{"computed",
             {{"population", {{"file", population}, {"status", "loaded"}}},
              {"scores", {{"file", scores}, {"status", status}}},
              {"need", need},
              {"minors", nullptr}}}};
}

const json printed = {{"printed", {{"file", "printed"}}}};

json run(const std::string& operation, const json& parameters, Response* response = nullptr) {
    const json request = {{"operation", operation}, {"parameters", parameters}};
    Response given = respond(request.dump(), files);
    const json answer = json::parse(given.json, nullptr, false);
    REQUIRE(answer.is_object());
    if (response != nullptr) *response = std::move(given);
    return answer;
}

}  // namespace

TEST_CASE("two computed results give old, new, difference, per cent and causes") {
    const json result = run(
        "change", {{"from", computed("p", "s", 100)}, {"to", computed("p2", "s", 200)}})["result"];
    const json& first = result["municipalities"][0];
    CHECK(first["name"] == "A");
    CHECK(first["from"] == 75);
    CHECK(first["to"] == 100);
    CHECK(first["difference"] == 25);
    CHECK(first["percent"] == "33.3");
    CHECK(first["causes"]["need"] == "75.000000000");
    CHECK(first["causes"]["population"] == "-50.000000000");
    CHECK(first["causes"]["score"] == "0.000000000");
    CHECK(first["shares"][2] == "100.000000000");
    CHECK(result["provinces"][0]["causes"]["population"] == "-50.000000000");
    CHECK(result["need"]["difference"] == 100);
    CHECK(result["causesMissing"].is_null());
}

TEST_CASE("a printed table is compared without causes") {
    const json result =
        run("change", {{"from", printed}, {"to", computed("p", "s", 100)}})["result"];
    CHECK(result["causesMissing"] == "published");
    CHECK(result["fromBasis"] == "published");
    CHECK(result["municipalities"][0]["difference"] == 14);
    CHECK(result["municipalities"][1]["from"].is_null());
    CHECK(result["municipalities"][1]["difference"].is_null());
    CHECK(result["provinces"][0]["from"] == 60);
    CHECK(result["need"]["from"] == 90);
    CHECK(result["municipalities"][0]["causes"].is_null());
    CHECK(run("change", {{"from", printed},
                         {"to", printed}})["result"]["municipalities"][0]["difference"] == 0);
}

TEST_CASE("a printed table with names only is matched by a list, and what fits none is said") {
    const json by_names = {{"printed", {{"file", "names"}, {"list", "towns"}}}};
    const json answer = run("change", {{"from", printed}, {"to", by_names}});
    const json& result = answer["result"];
    REQUIRE(result["municipalities"].size() == 2);
    const json& hengelo = result["municipalities"][0];
    CHECK(hengelo["code"] == "GM0001");
    CHECK(hengelo["to"] == 1061);
    CHECK(hengelo["difference"] == 1000);
    const json& bergen = result["municipalities"][1];
    CHECK(bergen["name"] == "Bergen (NH.)");
    CHECK(bergen["to"] == 20);
    CHECK(bergen["disputed"] == "rekenfout");
    CHECK(result["provinces"][1]["name"] == "Zeeland");
    CHECK(result["provinces"][1]["to"] == 30);
    CHECK(result["need"]["to"] == 1091);

    std::map<std::string, std::pair<int, std::string>> said;
    for (const json& finding : answer["findings"])
        said[finding["code"]] = {finding["row"], finding["raw"]};
    CHECK(said["printed_ambiguous"] == std::pair(4, std::string("Bergen")));
    CHECK(said["printed_unknown"] == std::pair(5, std::string("Nergenshuizen")));
    CHECK(said["printed_twice"].first == 6);
    // A total over rows of which one is matched to none.
    CHECK(said["total_differs"].first == 8);
    CHECK(answer["findingCounts"]["warning"] == 4);
    CHECK(answer["findingCounts"]["error"] == 0);
}

TEST_CASE("a list to match names by that is not there, or that holds no municipality, is refused") {
    const auto against = [](const char* list) {
        return run("change",
                   {{"from", printed}, {"to", {{"printed", {{"file", "names"}, {"list", list}}}}}});
    };
    CHECK(against("nowhere")["error"]["about"] == "nowhere");
    CHECK(against("s")["findings"][0]["code"] == "list_empty");
    CHECK(run("change",
              {{"from", printed},
               {"to", {{"printed", {{"file", "names"}, {"list", 3}}}}}})["error"]["about"] ==
          "to.printed.list");
}

TEST_CASE("other municipalities on either side leave the causes out, and say so") {
    const json result = run("change", {{"from", computed("p", "s", 100)},
                                       {"to", computed("other", "s3", 100)}})["result"];
    CHECK(result["causesMissing"] == "municipalities");
    CHECK(result["municipalities"].size() == 3);
    CHECK(result["municipalities"][2]["from"].is_null());
}

TEST_CASE("an estimate on a side is a band with both ends, and so is the difference") {
    const json result = run("change", {{"from", computed("p", "s", 100, "estimate")},
                                       {"to", computed("p", "s", 200)}})["result"];
    const json& first = result["municipalities"][0];
    CHECK(first["from"].is_null());
    CHECK(first["to"] == 150);
    CHECK(first["difference"].is_null());
    CHECK(first["range"]["to"] == json({150, 150}));
    CHECK(first["range"]["from"][0].get<int>() <= 75);
    CHECK(first["range"]["from"][1].get<int>() >= 75);
    CHECK(first["range"]["difference"][0] == 150 - first["range"]["from"][1].get<int>());
    CHECK(first["causes"].is_null());
    CHECK(first["causeEnds"]["low"]["population"] == "0.000000000");
    const json against =
        run("change", {{"from", computed("p", "s", 100, "estimate")}, {"to", printed}})["result"];
    CHECK(against["causesMissing"] == "published");
    CHECK(against["municipalities"][0]["range"]["from"].is_array());
}

TEST_CASE("a change is written as CSV as well") {
    Response response;
    run("change",
        {{"from", computed("p", "s", 100)}, {"to", computed("p2", "s", 200)}, {"dialect", "nl"}},
        &response);
    REQUIRE(response.columns.size() == 1);
    CHECK(response.columns[0].values.find(
              "gemeente;GM0001;A;Utrecht;75;100;25;33,3;75,000000000;-50,000000000;") !=
          std::string::npos);
}

TEST_CASE("a wrong question about a change is refused by name") {
    CHECK(run("change", {{"from", printed}})["error"]["about"] == "to");
    CHECK(run("change", {{"from", printed}, {"to", json::object()}})["error"]["about"] ==
          "to.computed");
    CHECK(run("change", {{"from", {{"printed", {{"file", "x"}}}}},
                         {"to", printed}})["error"]["about"] == "x");
    json both = computed("p", "s", 1);
    both["printed"] = {{"file", "printed"}};
    CHECK(run("change", {{"from", both}, {"to", printed}})["error"]["code"] == "parameter_unknown");
}

TEST_CASE("sums follow the codes, and on an estimate are the sums of both ends") {
    json parameters = computed("p", "s", 100)["computed"];
    parameters["selections"] = {{"GM0001", "GM0002"}, {"GM0002", "GM0007"}, json::array()};
    const json sums = run("sums", parameters)["result"]["sums"];
    CHECK(sums[0]["total"]["places"] == 100);
    CHECK(sums[0]["perThousand"]["value"] == "250.00");
    CHECK(sums[1]["total"]["places"] == 25);
    CHECK(sums[1]["missing"][0] == "GM0007");
    CHECK(sums[2]["municipalities"] == 0);
    CHECK(sums[2]["perThousand"].is_null());
    parameters["scores"]["status"] = "estimate";
    const json range = run("sums", parameters)["result"]["sums"][0]["total"];
    CHECK(range["places"].is_null());
    json each = parameters;
    each.erase("selections");
    const json ends = run("allocate", each)["result"]["municipalities"];
    for (const char* end : {"low", "high"}) {
        CHECK(range[end] == ends[0]["total"][end].get<int>() + ends[1]["total"][end].get<int>());
    }
    parameters["selections"] = {{"Utrecht"}};
    CHECK(run("sums", parameters)["error"]["about"] == "selections[0][0]");
}

TEST_CASE("the part for minors is compared where both sides know it") {
    json with_minors = computed("p", "s", 100);
    with_minors["computed"]["minors"] = 8;
    json more_minors = computed("p", "s", 100);
    more_minors["computed"]["minors"] = 20;
    const json result = run("change", {{"from", with_minors}, {"to", more_minors}})["result"];
    const json& first = result["municipalities"][0]["minors"];
    CHECK(first["from"] == 6);
    CHECK(first["to"] == 15);
    CHECK(first["difference"] == 9);
    CHECK(first["percent"] == "150.0");
    CHECK(result["need"]["minors"]["difference"] == 12);
    CHECK(result["provinces"][0]["minors"]["to"] == 15);
    const json unknown =
        run("change", {{"from", computed("p", "s", 100)}, {"to", more_minors}})["result"];
    CHECK(unknown["municipalities"][0]["minors"]["from"].is_null());
    CHECK(unknown["municipalities"][0]["minors"]["difference"].is_null());
}

TEST_CASE("a what-if is a side: with other inputs it has causes, with another key it has none") {
    json fewer = computed("p", "s", 100);
    fewer["scenario"] = {{"changes", {{{"municipality", "A"}, {"inhabitants", 100}}}}};
    const json result = run("change", {{"from", computed("p", "s", 100)}, {"to", fewer}})["result"];
    CHECK(result["toBasis"] == "own_input");
    CHECK(result["municipalities"][0]["from"] == 75);
    CHECK(result["municipalities"][0]["to"] == 50);
    CHECK(result["municipalities"][0]["causes"]["population"] == "-25.000000000");
    json scored = computed("p", "s", 100);
    scored["scenario"] = {{"changes", {{{"municipality", "A"}, {"score", "-0.5"}}}}};
    const json by_score =
        run("change", {{"from", computed("p", "s", 100)}, {"to", scored}})["result"];
    CHECK(by_score["municipalities"][0]["to"] == 60);
    CHECK(by_score["municipalities"][0]["causes"]["score"] == "-15.000000000");
    json together = computed("p", "s", 100);
    together["scenario"] = {{"mergers", {{{"municipalities", {"A", "B"}}}}}};
    const json merged =
        run("change", {{"from", computed("p", "s", 100)}, {"to", together}})["result"];
    CHECK(merged["causesMissing"] == "scenario");
    CHECK(merged["municipalities"][0]["to"] == 100);
    json wrong = computed("p", "s", 100);
    wrong["scenario"] = {{"scoreWeight", "3"}};
    CHECK(run("change", {{"from", computed("p", "s", 100)}, {"to", wrong}})["error"]["about"] ==
          "to.scenario.scoreWeight");
}

TEST_CASE("a what-if over an estimate is a band, unless no score takes part in it") {
    json estimate = computed("p", "s", 100, "estimate");
    estimate["scenario"] = {{"need", 200}};
    const json banded =
        run("change", {{"from", computed("p", "s", 100)}, {"to", estimate}})["result"];
    CHECK(banded["municipalities"][0]["to"].is_null());
    CHECK(banded["municipalities"][0]["range"]["to"].is_array());
    estimate["scenario"] = {{"need", 200}, {"scoreWeight", "0"}};
    const json result =
        run("change", {{"from", computed("p", "s", 100)}, {"to", estimate}})["result"];
    CHECK(result["municipalities"][0]["to"] == 150);
}
