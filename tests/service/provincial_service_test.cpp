#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "service/service.hpp"

using nlohmann::json;
using namespace spreiding::service;

namespace {

const Files files = {
    {"wijkstad.csv",
     "gemeente;nummer;locatie;soort;plekken;van;tot en met;zekerheid;vervolg "
     "op;openbaar;opmerking\n"
     "Wijkstad;1;Hal;regulier;300;1-1-2025;28-2-2026;bestaand;;ja;raad akkoord\n"
     "Wijkstad;3;Huis;amv;20;1-1-2025;;bestaand;;nee;\n"
     "Wijkstad;4;Fout;amv;-1;1-1-2025;;bestaand;;;\n"},
    {"druivendaal.csv",
     "gemeente,nummer,locatie,soort,plekken,van,tot en met,zekerheid,vervolg op,openbaar\n"
     "GM9902,2,Kade,regulier,300,2026-03-01,,decided,1,ja\n"},
};

json ask(const std::string& operation, const json& parameters) {
    const json request = {{"operation", operation}, {"parameters", parameters}};
    const json answer = json::parse(respond(request.dump(), files).json, nullptr, false);
    REQUIRE(answer.is_object());
    return answer;
}

json table() {
    return {{"municipalities",
             {{{"code", "GM9901"},
               {"name", "Wijkstad"},
               {"indicative", 200},
               {"minors", 17},
               {"decided", 250},
               {"ukraine", 40},
               {"statusHolders", {{"2027-1", 30}}}},
              {{"code", "GM9902"},
               {"name", "Druivendaal"},
               {"indicative", 150},
               {"minors", 13},
               {"statusHolders", {{"2027-1", 20}}}}}},
            {"regions", {{{"name", "Oost"}, {"municipalities", {"GM9902"}}}}},
            {"locations", {"wijkstad.csv", "druivendaal.csv"}},
            {"dates", {"2025-07-01", "2027-07-01"}}};
}

json transfer(const char* ledger, const char* from, const char* to, int number) {
    return {{"ledger", ledger}, {"from", from}, {"to", to}, {"number", number}};
}

}  // namespace

TEST_CASE("the calendar of 2026: what is set moves what follows, a day that is none is a finding") {
    const json answer = ask(
        "calendar",
        {{"year", 2026},
         {"today", "2026-11-24"},
         {"days",
          {{{"step", "estimate"}, {"date", "2026-02-27"}, {"done", "2026-02-27"}, {"note", "pers"}},
           {{"step", "report"}, {"date", "2026-12-01"}},
           {{"step", "decision"}, {"date", "2026-02-30"}},
           {{"step", "publication"}, {"date", "2027-01-15"}}}}});
    REQUIRE(answer["ok"] == true);
    const json& milestones = answer["result"]["milestones"];
    REQUIRE(milestones.size() == 13);
    CHECK(milestones[0]["status"] == "done");
    CHECK(milestones[0]["daysMoved"] == 27);
    CHECK(milestones[1]["date"] == "2026-12-01");
    CHECK(milestones[1]["daysLeft"] == 7);
    CHECK(milestones[2]["date"] == "2026-12-30");
    CHECK(milestones[4]["date"] == "2027-07-15");
    CHECK(milestones[4]["legal"] == "2027-07-15");
    REQUIRE(answer["findings"].size() == 1);
    CHECK(answer["findings"][0]["code"] == "date_unreadable");
    CHECK(answer["findings"][0]["row"] == 3);
    CHECK(answer["findings"][0]["raw"] == "2026-02-30");
}

TEST_CASE("a calendar of an unknown step or without a day is a wrong request") {
    CHECK(ask("calendar", {{"year", 2026}})["error"]["code"] == "parameter_missing");
    CHECK(ask("calendar", {{"year", 0}, {"today", "2026-11-24"}})["error"]["about"] ==
          "year (1 … 9990)");
    CHECK(ask("calendar", {{"year", 2026},
                           {"today", "2026-11-24"},
                           {"days", {{{"step", "verslag"}}}}})["error"]["about"] == "days[0].step");
}

TEST_CASE("a number out of its bounds is refused with its place and its bounds") {
    const auto about = [](json national, json municipality) {
        return ask("housing_targets",
                   {{"halfYear", "2026-1"},
                    {"today", "2026-01-01"},
                    {"national", {std::move(national)}},
                    {"countryInhabitants", 18'000'000},
                    {"municipalities", {std::move(municipality)}}})["error"]["about"];
    };
    const json right = {{"from", "2025-10-01"}, {"persons", 10}};
    const json assen = {{"code", "GM0106"}, {"inhabitants", 70'000}};
    for (const json& persons : {json(10'000'001), json(-1), json(std::int64_t{1} << 61U)})
        CHECK(about({{"from", "2025-10-01"}, {"persons", persons}}, assen) ==
              "national[0].persons (0 … 10000000)");
    CHECK(about(right, {{"code", "GM0106"}, {"inhabitants", 18'000'001}}) ==
          "municipalities[0].inhabitants (0 … 18000000)");
    CHECK(about(right, 7) == "municipalities[0]");
}

TEST_CASE("housing targets: rounded up, with backlog, against the number that holds today") {
    const json answer = ask(
        "housing_targets",
        {{"halfYear", "2025-1"},
         {"today", "2025-04-01"},
         {"national",
          {{{"from", "2024-10-01"}, {"persons", 200}}, {{"from", "2025-03-15"}, {"persons", 100}}}},
         {"countryInhabitants", 3000},
         {"municipalities",
          {{{"code", "A"}, {"inhabitants", 1000}, {"backlog", -4}},
           {{"code", "B"}, {"inhabitants", 1000}},
           {{"code", "C"}, {"inhabitants", 1000}, {"backlog", 5}}}}});
    REQUIRE(answer["ok"] == true);
    const json& result = answer["result"];
    CHECK(result["populationDay"] == "2024-01-01");
    CHECK(result["national"] == 1);
    CHECK(result["municipalities"][0]["target"] == 34);
    CHECK(result["municipalities"][0]["decimal"] == "33.333333333");
    CHECK(result["municipalities"][0]["toHouse"] == 30);
    CHECK(result["municipalities"][1]["toHouse"].is_null());
    CHECK(result["municipalities"][2]["toHouse"] == 39);
    CHECK(result["sum"] == 102);
    CHECK(result["difference"] == 2);
}

TEST_CASE("a spread remainder says that it is a simulation") {
    const json answer =
        ask("spread_remainder", {{"remainder", 50},
                                 {"municipalities",
                                  {{{"code", "A"}, {"indicative", 100}, {"eligible", true}},
                                   {{"code", "B"}, {"indicative", 200}, {"eligible", false}},
                                   {{"code", "C"}, {"indicative", 300}, {"eligible", true}}}}});
    REQUIRE(answer["ok"] == true);
    CHECK(answer["result"]["simulation"] == true);
    CHECK(answer["result"]["shares"][0]["places"] == 13);
    CHECK(answer["result"]["shares"][0]["fraction"] ==
          json{{"numerator", "25"}, {"denominator", "2"}});
    CHECK(answer["result"]["difference"] == 1);
}

TEST_CASE("a proposed exchange names municipalities and whether it is proven") {
    const json answer = ask(
        "propose_exchange",
        {{"wishes",
          {{{"municipality", "A"}, {"wanted", {{"asylum_regular", -60}, {"status_holders", 25}}}},
           {{"municipality", "B"}, {"wanted", {{"asylum_regular", 60}, {"status_holders", -25}}}},
           {{"municipality", "C"}, {"wanted", {{"ukraine", 9}}}}}}});
    REQUIRE(answer["ok"] == true);
    const json& result = answer["result"];
    CHECK(result["provenBest"] == true);
    CHECK(result["met"] == json{"A", "B"});
    CHECK(result["unmet"] == json::array({"C"}));
    CHECK(result["transfers"].size() == 2);
    CHECK(result["transfers"][0]["from"] == "A");
    CHECK(result["transfers"][1]["from"] == "B");
}

TEST_CASE("one plan of two municipalities counts once, and a wrong row leaves the others loaded") {
    const json answer = ask("provincial_table", table());
    REQUIRE(answer["ok"] == true);
    const json& result = answer["result"];
    CHECK(result["locations"].size() == 3);
    CHECK(result["locations"][2]["continues"] == 0);
    const json& early = result["offers"][0];
    CHECK(early["municipalities"][0]["offered"]["total"] == 320);
    CHECK(early["municipalities"][0]["offered"]["regular"] == json{300, 0, 0});
    CHECK(early["municipalities"][0]["difference"] == 120);
    CHECK(early["municipalities"][0]["minorsDifference"] == 3);
    CHECK(early["province"]["offered"]["total"] == 320);
    CHECK(early["province"]["difference"] == -30);
    const json& late = result["offers"][1];
    CHECK(late["province"]["offered"]["total"] == 320);
    CHECK(late["regions"][0]["offered"]["total"] == 300);
    CHECK(late["disclosures"].size() == 1);
    CHECK(result["files"][0]["rows"] == 2);
    CHECK(result["answers"] ==
          json{{{"known", true}, {"rows", 2}, {"leftOut", 1}, {"complete", false}},
               {{"known", true}, {"rows", 1}, {"leftOut", 0}, {"complete", true}}});
    CHECK(answer["findings"].size() == 1);
    CHECK(answer["findings"][0]["code"] == "number_out_of_range");
    CHECK(answer["findings"][0]["row"] == 4);
}

TEST_CASE(
    "an exchange is refused with its rule and shortfall, mended it holds, lapsed it is gone") {
    json parameters = table();
    json holders = transfer("status_holders", "GM9902", "GM9901", 15);
    holders["halfYear"] = "2027-1";
    parameters["exchanges"] = {
        {{"status", "agreed"},
         {"transfers", {transfer("asylum_regular", "GM9901", "GM9902", 190), holders}}}};
    json answer = ask("provincial_table", parameters);
    CHECK(answer["result"]["exchanges"][0]["holds"] == false);
    CHECK(answer["result"]["exchanges"][0]["refusal"] ==
          json{{"transfer", 0}, {"rule", "not_below_zero"}, {"shortfall", 7}});
    const json& finding = answer["findings"].back();
    CHECK(finding["code"] == "transfer_below_zero");
    CHECK(finding["row"] == 1);
    CHECK(finding["column"] == 1);
    CHECK(finding["count"] == 7);
    CHECK(answer["result"]["ledgers"][0]["agreed"] == json{183, 137});

    parameters["exchanges"][0]["transfers"][0]["number"] = 100;
    answer = ask("provincial_table", parameters);
    CHECK(answer["result"]["exchanges"][0]["holds"] == true);
    CHECK(answer["result"]["ledgers"][0]["agreed"] == json{83, 237});
    CHECK(answer["result"]["ledgers"][0]["sum"] == 320);
    CHECK(answer["result"]["ledgers"][2]["agreed"] == json{45, 5});
    CHECK(answer["result"]["offers"][1]["municipalities"][1]["afterAgreed"] ==
          json{{"task", 250}, {"difference", 50}});

    parameters["exchanges"][0]["status"] = "proposed";
    answer = ask("provincial_table", parameters);
    CHECK(answer["result"]["ledgers"][0]["agreed"] == json{183, 137});
    CHECK(answer["result"]["ledgers"][0]["withProposed"] == json{83, 237});

    parameters["exchanges"][0]["status"] = "lapsed";
    answer = ask("provincial_table", parameters);
    CHECK(answer["result"]["ledgers"][0]["withProposed"] == json{183, 137});
    CHECK(answer["result"]["ledgers"][2]["withProposed"] == json{30, 20});
}

TEST_CASE("what nobody told of is nothing, not nought, and sums say over how many they run") {
    json parameters = table();
    parameters["locations"] = {"wijkstad.csv"};
    parameters["deduction"] = {{"day", "2027-01-01"}};
    json result = ask("provincial_table", parameters)["result"];
    CHECK(result["answers"][1]["known"] == false);
    const json& unknown = result["offers"][0]["municipalities"][1];
    for (const char* name : {"offered", "difference", "minorsDifference", "guaranteed", "percent"})
        CHECK(unknown[name].is_null());
    CHECK(unknown["afterAgreed"]["difference"].is_null());
    CHECK(result["deduction"]["municipalities"][1].is_null());
    CHECK(result["offers"][0]["province"]["known"] == 1);
    CHECK(result["offers"][0]["province"]["municipalities"] == 2);
    CHECK(result["offers"][0]["regions"][0]["known"] == 0);
    // A table without a location is an answer: nought.
    parameters["received"] = {"GM9902"};
    result = ask("provincial_table", parameters)["result"];
    CHECK(result["offers"][0]["municipalities"][1]["offered"]["total"] == 0);
    CHECK(result["offers"][0]["province"]["known"] == 2);
}

TEST_CASE("shares that do not add up to the task are a finding, for minors too") {
    json parameters = table();
    parameters["task"] = {{"total", 350}, {"minors", 30}};
    CHECK(ask("provincial_table", parameters)["findings"].size() == 1);
    parameters["task"] = {{"total", 360}, {"minors", 31}};
    const json answer = ask("provincial_table", parameters);
    REQUIRE(answer["findings"].size() == 3);
    CHECK(answer["findings"][1]["code"] == "shares_not_task");
    CHECK(answer["findings"][1]["raw"] == "350");
    CHECK(answer["findings"][1]["count"] == 360);
    CHECK(answer["findings"][2]["about"] == "minors");
}

TEST_CASE("guaranteed is what exists or was decided, in per cent of the task beside all offers") {
    const json result = ask("provincial_table", table())["result"];
    const json& early = result["offers"][0]["municipalities"][0];
    CHECK(early["guaranteed"] == 320);
    CHECK(early["percent"] == "160.0");
    CHECK(result["offers"][0]["province"]["percent"] == "91.4");
}

TEST_CASE("places enough for all do not hide that those for minors are too few") {
    json parameters = table();
    parameters["task"] = {{"total", 100}, {"minors", 40}};
    parameters["deduction"] = {{"day", "2027-01-01"}};
    const json result = ask("provincial_table", parameters)["result"];
    CHECK(result["deduction"]["toMakeAvailable"] == 0);
    CHECK(result["deduction"]["toMakeAvailableMinors"] == 20);
}

TEST_CASE("an exchange that begins in 2028 changes nothing in 2027") {
    json parameters = table();
    parameters["dates"] = {"2027-07-01", "2028-02-01"};
    parameters["exchanges"] = {
        {{"status", "agreed"},
         {"from", "2028-01-01"},
         {"transfers", {transfer("asylum_regular", "GM9901", "GM9902", 50)}}}};
    json result = ask("provincial_table", parameters)["result"];
    CHECK(result["offers"][0]["municipalities"][0]["afterAgreed"]["task"] == 200);
    CHECK(result["offers"][1]["municipalities"][0]["afterAgreed"]["task"] == 150);
    CHECK(result["ledgers"][0]["date"] == "2027-07-01");
    CHECK(result["ledgers"][0]["agreed"] == json{183, 137});
    CHECK(result["ledgers"][1]["date"] == "2028-02-01");
    CHECK(result["ledgers"][1]["agreed"] == json{133, 187});
    CHECK(result["exchanges"][0]["holds"] == true);
    CHECK(result["exchanges"][0]["dates"] == json::array({"2028-02-01"}));
    // In force on no reference date, it is judged all the same.
    parameters["exchanges"][0]["from"] = "2029-01-01";
    parameters["exchanges"][0]["transfers"][0]["number"] = 500;
    result = ask("provincial_table", parameters)["result"];
    CHECK(result["exchanges"][0]["holds"] == false);
    CHECK(result["exchanges"][0]["dates"].empty());
    parameters["exchanges"][0]["from"] = "2029-02-30";
    CHECK(ask("provincial_table", parameters)["ok"] == false);
}

TEST_CASE("transfers to oneself, to elsewhere, of nothing, of what is not known are findings") {
    json parameters = table();
    json half = transfer("asylum_regular", "GM9901", "GM9902", 5);
    half["number"] = 2.5;
    for (const json& wrong : {transfer("asylum_regular", "GM9901", "GM9901", 5),
                              transfer("asylum_regular", "GM9901", "GM0363", 5),
                              transfer("asylum_regular", "GM9901", "GM9902", -5), half,
                              transfer("ukraine", "GM9901", "GM9902", 5)}) {
        parameters["exchanges"].push_back(
            {{"status", "agreed"}, {"transfers", json::array({wrong})}});
    }
    const json answer = ask("provincial_table", parameters);
    std::string codes;
    for (const json& finding : answer["findings"])
        codes += finding["code"].get<std::string>() + ' ';
    CHECK(codes ==
          "number_out_of_range transfer_to_itself transfer_elsewhere transfer_not_positive "
          "transfer_not_positive transfer_ledger_unknown ");
    CHECK(answer["findings"][2]["raw"] == "GM0363");
    CHECK(answer["result"]["ledgers"][0]["withProposed"] == json{183, 137});
}

TEST_CASE("the three tests answer apart, each on its own day and reading") {
    json parameters = table();
    parameters["deduction"] = {{"day", "2027-01-01"}};
    parameters["decision"] = {{"day", "2027-07-01"}, {"until", "2028-02-01"}};
    parameters["grants"] = {{"day", "2027-07-01"}, {"start", "2027-01-01"}, {"end", "2028-12-31"}};
    const json result = ask("provincial_table", parameters)["result"];
    CHECK(result["deduction"]["total"] == 320);
    CHECK(result["deduction"]["toMakeAvailable"] == 30);
    CHECK(result["decision"]["municipalities"][0]["difference"] == -230);
    CHECK(result["decision"]["municipalities"][1]["difference"].is_null());
    CHECK(result["grants"]["municipalities"][0]["specialEuros"] == 40000);
    CHECK(result["grants"]["municipalities"][1]["submitted"] == 150);
    CHECK(result["grants"]["municipalities"][1]["durableEuros"] == 300000);
    CHECK(result["grants"]["surplus"]["threshold"] == 263);
    parameters["deduction"]["certainties"] = {"existing"};
    CHECK(ask("provincial_table", parameters)["result"]["deduction"]["total"] == 20);
    parameters["deduction"]["certainties"] = {"zeker"};
    CHECK(ask("provincial_table", parameters)["error"]["about"] == "deduction.certainties[0]");
}

namespace {

// Five municipalities with a confidential location each, one with a public one beside it.
json province_of_five(const std::string& rows, Files& given) {
    given = {{"p.csv",
              "gemeente;nummer;locatie;soort;plekken;van;tot en met;zekerheid;vervolg "
              "op;openbaar;opmerking\n" +
                  rows}};
    json municipalities = json::array();
    for (const char* name : {"A", "B", "C", "D", "E"})
        municipalities.push_back({{"code", std::string("GM990") + *name},
                                  {"name", name},
                                  {"indicative", 100},
                                  {"decided", 90}});
    for (std::size_t at = 0; at < 5; ++at)
        municipalities[at]["code"] = "GM990" + std::to_string(at + 1);
    return {{"municipalities", municipalities},
            {"locations", {"p.csv"}},
            {"dates", {"2027-07-01", "2028-07-01"}},
            {"deduction", {{"day", "2027-07-01"}}},
            {"decision", {{"day", "2027-07-01"}}},
            {"grants", {{"day", "2027-07-01"}, {"start", "2027-01-01"}, {"end", "2028-12-31"}}}};
}

json public_edition_of(const json& parameters, const Files& given,
                       const char* operation = "public_edition") {
    const json request = {{"operation", operation}, {"parameters", parameters}};
    return json::parse(respond(request.dump(), given).json);
}

constexpr const char* five_rows =
    "A;1;Hal;regulier;120;1-1-2025;;bestaand;;ja;raad akkoord\n"
    "A;2;Loods;regulier;60;1-1-2025;;bestaand;;nee;geheim a\n"
    "B;3;Kade;regulier;50;1-1-2025;;bestaand;;nee;geheim b\n"
    "C;4;Schuur;regulier;41;1-1-2025;;bestaand;;locatie;\n"
    "D;5;Kelder;amv;33;1-1-2025;;bestaand;;aantal;geheim d\n";

}  // namespace

TEST_CASE("the public edition prints what is public, the sum of the rest, and no more of it") {
    Files given;
    const json parameters = province_of_five(five_rows, given);
    const json result = public_edition_of(parameters, given)["result"];
    REQUIRE(result["locations"].size() == 2);
    CHECK(result["locations"][0]["name"] == "Hal");
    CHECK(result["locations"][0]["places"] == 120);
    CHECK(result["locations"][1]["name"] == "Schuur");
    CHECK(result["locations"][1]["places"].is_null());
    const json& offer = result["offers"][0];
    CHECK(offer["municipalities"][0]["offered"]["total"] == 120);
    CHECK(offer["municipalities"][0]["more"] == json{"regular"});
    CHECK(offer["municipalities"][0]["difference"].is_null());
    CHECK(offer["municipalities"][3]["offered"]["minors"] == 33);
    CHECK(offer["municipalities"][3]["difference"] == -67);
    CHECK(offer["province"]["remainder"] == json{{"form", "exact"}, {"from", 151}, {"to", 151}});
    CHECK(offer["province"]["total"] == 304);
    CHECK(offer["province"]["minorsRemainder"]["form"] == "none");
    // The file has confidential rows, of which a few digits could be guessed from its fingerprint.
    CHECK(result["files"].empty());
    const std::string text = result.dump();
    for (const char* secret :
         {"Loods", "Kade", "Kelder", "geheim", "p.csv", ":60,", ":50,", ":41,"})
        CHECK(text.find(secret) == std::string::npos);
}

TEST_CASE(
    "the tests of the public edition are of public locations, and say nothing of all places") {
    Files given;
    const json parameters = province_of_five(five_rows, given);
    const json result = public_edition_of(parameters, given)["result"];
    const json& deduction = result["deduction"];
    CHECK(deduction["municipalities"][0]["durable"] == json{120, 0, 0});
    CHECK(deduction["municipalities"][0]["deducted"].is_null());
    CHECK(deduction["municipalities"][4]["deducted"] == json{0, 0, 0});
    CHECK(deduction["more"] == true);
    CHECK(deduction["toMakeAvailable"].is_null());
    CHECK(result["decision"]["municipalities"][0]["total"] == 120);
    CHECK(result["decision"]["municipalities"][0]["difference"].is_null());
    CHECK(result["decision"]["municipalities"][4]["difference"] == -90);
    CHECK(result["grants"]["municipalities"][0]["durableEuros"].is_null());
    CHECK(result["grants"]["municipalities"][4]["durableEuros"] == 0);
    CHECK(result["grants"]["total"].is_null());
}

TEST_CASE("where all is public the public edition says what the confidential one says") {
    Files given;
    std::string rows = five_rows;
    for (const char* word : {"nee", "locatie", "aantal"}) {
        for (std::size_t at = 0; (at = rows.find(std::string(";") + word + ";", at)) != rows.npos;)
            rows.replace(at + 1, std::string(word).size(), "ja");
    }
    json parameters = province_of_five(rows, given);
    const json open = public_edition_of(parameters, given)["result"];
    const json all = public_edition_of(parameters, given, "provincial_table")["result"];
    CHECK(open["offers"][0]["province"]["total"] ==
          all["offers"][0]["province"]["offered"]["total"]);
    CHECK(open["deduction"]["toMakeAvailable"] == all["deduction"]["toMakeAvailable"]);
    CHECK(open["decision"]["total"] == all["decision"]["total"]);
    CHECK(open["grants"]["total"] == all["grants"]["total"]);
    CHECK(open["files"] == json::array({all["files"][0]["sha256"]}));
}

TEST_CASE(
    "of a file in which anything stands that is not printed no fingerprint is printed either") {
    Files given;
    const std::string row = "A;1;Hal;regulier;120;1-1-2025;;bestaand;;ja;raad akkoord\n";
    CHECK(public_edition_of(province_of_five(row, given), given)["result"]["files"].size() == 1);
    for (const std::string more :
         {"B;3;Kade;regulier;75 of 76;1-1-2025;;bestaand;;nee;geheim\n",
          ";;;;;;;;;;bespreekgeld 400\n", "totaal 300\n", "B;3;Kade;regulier;;;;;;nee;\n"}) {
        CAPTURE(more);
        const json parameters = province_of_five(row + more, given);
        CHECK(public_edition_of(parameters, given)["result"]["files"].empty());
    }
    const json parameters = province_of_five(row, given);
    given["p.csv"] =
        "gemeente;locatie;soort;plekken;van;zekerheid;openbaar;bod\n"
        "A;Hal;regulier;120;1-1-2025;bestaand;ja;400\n";
    CHECK(public_edition_of(parameters, given)["result"]["files"].empty());
}

TEST_CASE("a municipality releases its numbers with a reason, and only its numbers") {
    Files given;
    json parameters = province_of_five(five_rows, given);
    parameters["releases"] = {{{"municipality", "GM9902"}, {"reason", "raadsbesluit van 3 mei"}}};
    const json answer = public_edition_of(parameters, given);
    const json& result = answer["result"];
    CHECK(result["releases"][0]["reason"] == "raadsbesluit van 3 mei");
    CHECK(result["offers"][0]["municipalities"][1]["offered"]["total"] == 50);
    CHECK(result["offers"][0]["municipalities"][1]["more"].empty());
    CHECK(result.dump().find("Kade") == std::string::npos);
    // Two municipalities are left, and each would know the other.
    CHECK(result["offers"][0]["province"]["remainder"]["form"] == "range");
    parameters["releases"][0]["reason"] = "";
    CHECK(public_edition_of(parameters, given)["error"]["about"] == "releases[0].reason");
}

TEST_CASE("who prints all remainders anyway says why, and is warned of whom they tell") {
    Files given;
    json parameters = province_of_five(
        "A;2;Loods;regulier;400;1-1-2025;;bestaand;;nee;\n"
        "B;3;Kade;regulier;50;1-1-2025;;bestaand;;nee;\n",
        given);
    CHECK(public_edition_of(parameters, given)["findings"].empty());
    CHECK(
        public_edition_of(parameters, given)["result"]["offers"][0]["province"]["total"].is_null());
    parameters["printAnyway"] = "besluit van gedeputeerde staten";
    const json answer = public_edition_of(parameters, given);
    CHECK(answer["result"]["offers"][0]["province"]["total"] == 450);
    CHECK(answer["result"]["printedAnyway"] == "besluit van gedeputeerde staten");
    REQUIRE(answer["findings"].size() == 2);
    CHECK(answer["findings"][0]["code"] == "number_exposed");
    CHECK(answer["findings"][1]["raw"] == "B");
}

TEST_CASE("an edition is remembered, and the next tells nothing by its difference") {
    Files given;
    json parameters = province_of_five(five_rows, given);
    const json record = public_edition_of(parameters, given, "edition_record")["result"];
    parameters["earlier"] = json::array({record});
    const auto province = [&] {
        return public_edition_of(parameters, given)["result"]["offers"][0]["province"];
    };
    CHECK(province()["total"] == 304);
    std::string changed = five_rows;
    changed.replace(changed.find(";50;"), 4, ";57;");
    province_of_five(changed, given);
    CHECK(province()["total"].is_null());
    parameters.erase("earlier");
    CHECK(province()["total"] == 311);
    parameters["earlier"] = {
        {{"numbers", json::array()}, {"sums", {{{"form", "exact"}, {"members", {0}}}}}}};
    CHECK(public_edition_of(parameters, given)["error"]["about"] == "earlier[0].sums[0].members");
}

TEST_CASE("a public exchange that rests on a confidential one is shown as that, not as refused") {
    Files given;
    json parameters = province_of_five(five_rows, given);
    parameters["exchanges"] = {
        {{"status", "agreed"},
         {"transfers", {transfer("asylum_regular", "GM9901", "GM9902", 130)}}},
        {{"status", "agreed"},
         {"transfers", {transfer("asylum_regular", "GM9903", "GM9904", 10)}}}};
    json result = public_edition_of(parameters, given)["result"];
    CHECK(result["exchanges"][0]["refusal"]["shortfall"] == 30);
    parameters["confidentialLedgers"] = {{{"ledger", "asylum_regular"}}};
    result = public_edition_of(parameters, given)["result"];
    CHECK(result["exchanges"][0]["restsOnConfidential"] == true);
    CHECK(result["exchanges"][0]["holds"] == false);
    CHECK(result["exchanges"][0]["refusal"].is_null());
    CHECK(result["exchanges"][1]["holds"] == true);
    CHECK(result["ledgers"][0]["more"] == true);
    CHECK(result["ledgers"][0]["agreed"] == json{nullptr, 230, 90, 110, 100});
    CHECK(result["offers"][0]["municipalities"][0]["taskAfterAgreed"].is_null());
    CHECK(result["offers"][0]["municipalities"][1]["taskAfterAgreed"] == 230);
}

TEST_CASE("a workspace with a municipality twice, or a file that was not given, is refused") {
    json parameters = table();
    parameters["municipalities"].push_back(parameters["municipalities"][0]);
    CHECK(ask("provincial_table", parameters)["error"]["about"] == "municipalities[2].code");
    parameters = table();
    parameters["locations"].push_back("weg.csv");
    CHECK(ask("provincial_table", parameters)["error"]["code"] == "file_not_given");
    parameters = table();
    parameters["dates"] = {"2027-02-29"};
    CHECK(ask("provincial_table", parameters)["error"]["about"] == "dates[0]");
}

TEST_CASE(
    "a column of places that allows two readings is a question, and is read as a person said") {
    const Files ambiguous = {{"punt.csv",
                              "gemeente;locatie;soort;plekken;van;tot en met;zekerheid\n"
                              "Wijkstad;Hal;regulier;1.250;1-1-2025;;bestaand\n"}};
    json parameters = table();
    parameters["locations"] = {"punt.csv"};
    const auto answered = [&] {
        const json request = {{"operation", "provincial_table"}, {"parameters", parameters}};
        return json::parse(respond(request.dump(), ambiguous).json);
    };
    json answer = answered();
    CHECK(answer["result"]["locations"].empty());
    CHECK(answer["findings"][0]["code"] == "column_ambiguous");
    CHECK(answer["findings"][0]["raw"] == "1.250");
    parameters["notations"] = {{"punt.csv", {{"decimal", ","}, {"thousands", "."}}}};
    answer = answered();
    CHECK(answer["findings"].empty());
    CHECK(answer["result"]["locations"][0]["places"] == 1250);
    // Places are whole: read as a fraction, the row is a finding.
    parameters["notations"] = {{"punt.csv", {{"decimal", "."}, {"thousands", nullptr}}}};
    answer = answered();
    CHECK(answer["findings"][0]["code"] == "number_not_whole");
    CHECK(answer["result"]["locations"].empty());
    parameters["notations"] = {{"punt.csv", "punt"}};
    CHECK(answered()["error"]["about"] == "notations.punt.csv");
}

TEST_CASE("a receipt of a table with data of persons verifies, and has none of them in it") {
    const Files personal = {
        {"wijkstad.csv",
         "contact: dhr. Jansen\n"
         "gemeente;nummer;locatie;soort;plekken;van;tot en met;zekerheid;vervolg op;opmerking;"
         "contactpersoon\n"
         "Wijkstad;1;Bij mevr. De Wit;regulier;300;1-1-2025;28-2-2026;bestaand;;bel "
         "06-12345678;Piet Bakker\n"
         "Wijkstad;2;Kade;regulier;300;1-3-2026;;besloten;Bij mevr. De Wit;;Piet Bakker\n"
         "Wijkstad;3;Huis;amv;bel 06-87654321;1-1-2025;;bestaand;;piet@wijkstad.nl;\n"}};
    json parameters = table();
    parameters["locations"] = {"wijkstad.csv"};
    parameters["texts"] = {{{"place", "open punt 1"}, {"text", "bel dhr. Smit, 06-11223344"}}};
    parameters["claims"] = "provincial_table";
    const json request = {{"operation", "receipt"}, {"parameters", parameters}};
    const Response made = respond(request.dump(), personal);
    REQUIRE(made.columns.size() == 1);
    const std::string& receipt = made.columns[0].values;
    for (const char* text :
         {"Jansen", "De Wit", "12345678", "Bakker", "87654321", "wijkstad.nl", "Smit", "11223344"})
        CHECK_MESSAGE(receipt.find(text) == std::string::npos, text);
    // What continues what is still there.
    const json claim = json::parse(receipt)["claim"];
    CHECK(claim["answer"]["locations"][1]["continues"] == 0);
    CHECK(claim["answer"]["answers"][0]["leftOut"] == 1);
    const json question = {{"operation", "verify"}, {"parameters", {{"receipt", "r"}}}};
    const json answer = json::parse(respond(question.dump(), {{"r", receipt}}).json);
    CHECK(answer["result"]["outcome"] == "holds");
    CHECK(answer["result"]["differenceCount"] == 0);
}
