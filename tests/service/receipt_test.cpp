#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "service/service.hpp"
#include "unless_sanitized.hpp"
#include "values/fingerprint.hpp"

using nlohmann::json;
using namespace spreiding::service;
using spreiding::testing::unless_sanitized;

namespace {

// Numbers to check by hand: three quarters and one quarter of 100.
const Files small = {
    {"p", "code,name,province,population\nGM0001,A,Utrecht,300\nGM0002,B,Utrecht,100\n"},
    {"s", "code;score\r\nGM0001;0,0\r\nGM0002;0,0\r\n"},
    {"quoted", "\"code\",score\nGM0001,0.0\nGM0002,0.0\n"},
    {"estimate", "code,score\nGM0001,0.123\nGM0002,0.456\n"},
    {"official", "code,score\nGM0001,0.5\nGM0002,0.25\n"},
};

json question(const std::string& scores, const std::string& status = "loaded") {
    return {{"population", {{"file", "p"}, {"status", "loaded"}}},
            {"scores", {{"file", scores}, {"status", status}}},
            {"need", 100},
            {"needIsOwn", true},
            {"minors", 10}};
}

const json vintages = {{{"file", "estimate"}, {"status", "estimate"}},
                       {{"file", "official"}, {"status", "official"}}};

json ask(const std::string& operation, const json& parameters, const Files& files) {
    const json request = {{"operation", operation}, {"parameters", parameters}};
    return json::parse(respond(request.dump(), files).json);
}

std::string receipt(json parameters, const Files& files = small) {
    if (parameters.contains("population")) parameters["vintages"] = vintages;
    const json request = {{"operation", "receipt"}, {"parameters", parameters}};
    const Response response = respond(request.dump(), files);
    REQUIRE(json::parse(response.json)["ok"] == true);
    REQUIRE(response.columns.size() == 1);
    return response.columns[0].values;
}

/// The verifier has the vintages, and nothing else of the maker's.
json verify(const std::string& text, Files more = {}, json parameters = json::object()) {
    Files files = std::move(more);
    files["r"] = text;
    files["estimate"] = small.at("estimate");
    files["official"] = small.at("official");
    parameters["receipt"] = "r";
    parameters["vintages"] = vintages;
    return ask("verify", parameters, files);
}

std::string outcome(const json& answer) {
    return answer["ok"] == true ? answer["result"]["outcome"].get<std::string>() : "refused";
}

/// A forger's work: the checksum is computed again over what was changed.
std::string with_own_checksum(json document) {
    document.erase("checksum");
    document["checksum"] = spreiding::to_text(spreiding::sha256(document.dump()));
    return document.dump();
}

bool names(const json& answer, const std::string& path) {
    for (const json& difference : answer["result"]["differences"]) {
        if (difference["path"] == path) return true;
    }
    return false;
}

std::string code(const json& answer) {
    REQUIRE(answer["ok"] == false);
    REQUIRE(answer["error"]["code"] == "findings");
    return answer["findings"][0]["code"];
}

std::string content(const std::string& path) {
    std::ifstream file(SPREIDING_SOURCE_DIR "/" + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("a receipt holds the figures as fractions, and holds") {
    const std::string text = receipt(question("s"));
    const json document = json::parse(text);
    CHECK(document.dump() == text);
    const json& row = document["claim"]["figures"]["municipalities"][0];
    CHECK(row["share"] == json({{"numerator", "75"}, {"denominator", "1"}}));
    CHECK(row["weight"] == json({{"numerator", "3"}, {"denominator", "4"}}));
    CHECK(row["minorsShare"] == json({{"numerator", "15"}, {"denominator", "2"}}));
    CHECK(row["minors"] == 8);
    CHECK(document["claim"]["files"][1]["cells"][1] == json({"GM0001", "0,0"}));
    CHECK(document["maker"]["wasm"].is_null());
    const json answer = verify(text);
    CHECK(outcome(answer) == "holds");
    CHECK(answer["result"]["recomputed"] == true);
    CHECK(answer["result"]["unproven"].empty());
}

TEST_CASE("every changed, missing or added character of a receipt is detected") {
    const std::string text = receipt(question("s"));
    const auto character_step = unless_sanitized<std::size_t>(1, 5);
    std::string changed = text;
    for (std::size_t i = 0; i < text.size(); i += character_step) {
        changed[i] = text[i] == '1' ? '2' : '1';
        CHECK_MESSAGE(outcome(verify(changed)) != "holds", i);
        changed[i] = text[i];
    }
    for (std::size_t i = 0; i < text.size(); i += 7 * character_step) {
        std::string shorter = text;
        shorter.erase(i, 1);
        CHECK(outcome(verify(shorter)) != "holds");
        std::string longer = text;
        longer.insert(i, 1, ' ');
        CHECK(outcome(verify(longer)) != "holds");
    }
    CHECK(outcome(verify(text + "\n")) == "fails");
}

TEST_CASE("a forged figure is found, also where the checksum was computed again") {
    const json honest = json::parse(receipt(question("s")));
    const auto forged = [&](const char* pointer, const json& value) {
        json document = honest;
        document["claim"][json::json_pointer(pointer)] = value;
        const json answer = verify(with_own_checksum(document));
        CHECK(answer["result"]["checksum"] == true);
        CHECK(outcome(answer) == "fails");
        return answer;
    };
    CHECK(
        names(forged("/figures/municipalities/0/places", 74), "figures.municipalities[0].places"));
    CHECK(names(forged("/figures/municipalities/1/share/numerator", "26"),
                "figures.municipalities[1].share.numerator"));
    CHECK(names(forged("/figures/provinces/0/places", 101), "figures.provinces[0].places"));
    CHECK(names(forged("/figures/country/difference", 1), "figures.country.difference"));
    CHECK(names(forged("/basis", "official"), "basis"));
    CHECK(names(forged("/parameters/needIsOwn", false), "parameters.needIsOwn"));
    CHECK(names(forged("/parameters/need", 90), "figures.municipalities[0].places"));
    CHECK(names(forged("/rules/0/version", "2023-01-31"), "rules[0].version"));
    CHECK(names(forged("/files/0/bytes", 1), "files[0].bytes"));
    CHECK(names(forged("/extra", 1), "extra"));
    // Other cells no longer have the fingerprint, and give other figures.
    const json cells = forged("/files/0/cells/1/3", "400");
    CHECK(names(cells, "files[0].sha256"));
    CHECK(names(cells, "figures.municipalities[0].places"));
}

TEST_CASE("an estimate is never relabelled: as official, as invented, or under its name") {
    // The estimate's own file, claimed to be what it is not.
    for (const char* status : {"official", "invented", "loaded"}) {
        json request = question("estimate", status);
        const json honest = json::parse(receipt(question("estimate", "estimate")));
        CHECK(honest["claim"]["basis"] == "estimate");
        CHECK(honest["claim"]["figures"]["municipalities"][0]["places"].is_object());
        CHECK_FALSE(honest["claim"]["figures"]["municipalities"][0].contains("share"));
        CHECK(honest["claim"]["files"][1]["cells"].is_null());
        CHECK(outcome(verify(honest.dump())) == "holds");

        // A forger's program, which says that it is official and knows no vintages.
        Files files = small;
        files["mine"] = small.at("estimate");
        request["scores"]["file"] = "mine";
        const Response made =
            respond(json({{"operation", "receipt"}, {"parameters", request}}).dump(), files);
        const json answer = verify(made.columns[0].values);
        CHECK(outcome(answer) == "fails");
        CHECK(answer["result"]["basis"] == "estimate");
        CHECK(names(answer, "basis"));
    }
    // Changed cells under the name of the official vintage are not recognised by themselves.
    Files files = small;
    files["official"] = "code,score\nGM0001,0.9\nGM0002,0.25\n";
    for (const char* status : {"official", "loaded"}) {
        json request = question("official", status);
        request["vintages"] = vintages;
        const Response made =
            respond(json({{"operation", "receipt"}, {"parameters", request}}).dump(), files);
        const json answer = verify(made.columns[0].values);
        CHECK(outcome(answer) == "fails");
        CHECK(answer["result"]["basis"] == "own_input");
    }
    CHECK(outcome(verify(receipt(question("official", "official")))) == "holds");
}

TEST_CASE("a receipt of form 1 still holds, and speaks of an allocation only") {
    json first = json::parse(receipt(question("s")));
    first["version"] = 1;
    CHECK(outcome(verify(with_own_checksum(first))) == "holds");
    json asked = question("s");
    asked["claims"] = "explain";
    asked["municipality"] = "A";
    json explained = json::parse(receipt(asked));
    explained["version"] = 1;
    CHECK(code(verify(with_own_checksum(explained))) == "receipt_malformed");
}

TEST_CASE("an answer is claimed with its question, and is found forged like any figure") {
    Files files = small;
    files["table"] = "gemeente,plekken\nA,75\nB,26\n";
    files["newer"] = "code,name,province,population\nGM0001,A,Utrecht,300\nGM0002,B,Utrecht,200\n";
    files["old"] = "code,score\nGM0001,0.1\nGM0002,0.2\n";
    const auto claimed = [&](const char* operation, const json& own) {
        json asked = question("s");
        asked.update(own);
        asked["claims"] = operation;
        const std::string text = receipt(asked, files);
        CHECK(outcome(verify(text)) == "holds");
        return json::parse(text);
    };
    const auto forged = [&](json document, const char* pointer, const json& value) {
        document["claim"][json::json_pointer(pointer)] = value;
        const json answer = verify(with_own_checksum(document));
        CHECK(answer["result"]["checksum"] == true);
        CHECK(outcome(answer) == "fails");
        return answer;
    };

    const json explained = claimed("explain", {{"municipality", "A"}});
    CHECK(explained["claim"]["question"] == json({{"municipality", "A"}}));
    CHECK(explained["claim"]["answer"]["total"]["places"] == 75);
    CHECK(names(forged(explained, "/answer/total/places", 76), "answer.total.places"));
    CHECK(names(forged(explained, "/question/municipality", "B"), "answer.total.places"));

    const json compared = claimed("compare", {{"table", "table"}, {"loaded", {"old"}}});
    CHECK(compared["claim"]["answer"]["headline"]["equal"] == 1);
    // Beside the inputs: the table, what was loaded, and the vintages; the estimate without cells.
    CHECK(compared["claim"]["files"].size() == 6);
    for (const json& file : compared["claim"]["files"])
        CHECK((file["leftOut"] == "estimate") == (file["file"] == "estimate"));
    CHECK(names(forged(compared, "/answer/rows/1/published", 25), "answer.rows[1].published"));
    CHECK(names(forged(compared, "/answer/headline/equal", 2), "answer.headline.equal"));

    const json supposed = claimed("whatIf", {{"scenarios", {{{"name", "half"}, {"need", 50}}}}});
    CHECK(names(forged(supposed, "/answer/scenarios/0/municipalities/0/after/places", 39),
                "answer.scenarios[0].municipalities[0].after.places"));
    const json bounded = claimed("sensitivity", {{"municipality", "A"}, {"lastNeed", 40'010}});
    CHECK(names(forged(bounded, "/answer/needSteps/placesAtFirst", 1),
                "answer.needSteps.placesAtFirst"));
    const json reproduced = claimed("reproduce", {{"table", "table"}});
    CHECK(outcome(forged(reproduced, "/answer/ranking/0/matches", 2)) == "fails");
    const json implying = claimed(
        "implied", {{"table", "table"}, {"carryTo", {{"population", "newer"}, {"need", 200}}}});
    CHECK(implying["claim"]["answer"]["municipalities"][0]["lowScore"] == "-0.006667");
    // The inhabitants of the new round are among its files.
    CHECK(implying["claim"]["files"].back()["file"] == "newer");
    CHECK(names(forged(implying, "/answer/municipalities/1/highScore", "0.1"),
                "answer.municipalities[1].highScore"));
    CHECK(names(forged(implying, "/answer/carried/municipalities/0/total/low", 1),
                "answer.carried.municipalities[0].total.low"));
    CHECK(outcome(forged(implying, "/question/carryTo/need", 300)) == "fails");
    // 75 and 25 of 100: figures that step at every need are written out in the claim.
    const json stepping = claimed("needSteps", {{"firstNeed", 0}, {"lastNeed", 4}});
    CHECK(stepping["claim"]["answer"]["begins"] == json({0, 3, 4}));
    CHECK(stepping["claim"]["answer"]["needs"] == json({1, 2, 4, 2}));
    CHECK(names(forged(stepping, "/answer/needs/0", 2), "answer.needs[0]"));
    claimed("compareTables", {{"table", "table"}, {"other", "table"}});

    json asked = question("s");
    for (const char* name : {"inspect", "receipt", ""}) {
        asked["claims"] = name;
        CHECK(ask("receipt", asked, files)["error"]["code"] == "parameter_invalid");
    }
    asked["claims"] = "explain";
    asked["municipality"] = "Nergens";
    CHECK(ask("receipt", asked, files)["findings"][0]["code"] == "municipality_unknown");
}

TEST_CASE("a receipt of an answer over an estimate holds ranges, and not one cell of it") {
    json asked = question("estimate", "estimate");
    asked["claims"] = "explain";
    asked["municipality"] = "A";
    const std::string text = receipt(asked);
    CHECK(outcome(verify(text)) == "holds");
    CHECK(text.find("0.123") == std::string::npos);
    // The vintage hidden from the claim does not make its values one's own.
    asked.erase("municipality");
    asked["claims"] = "compare";
    asked["table"] = "table";
    Files files = small;
    files["table"] = "gemeente,plekken\nA,75\nB,25\n";
    files["mine"] = small.at("estimate");
    asked["scores"] = {{"file", "mine"}, {"status", "loaded"}};
    const Response made =
        respond(json({{"operation", "receipt"}, {"parameters", asked}}).dump(), files);
    const json answer = verify(made.columns[0].values);
    CHECK(outcome(answer) == "fails");
    CHECK(answer["result"]["basis"] == "estimate");
}

TEST_CASE("a round that the verifier does not know in these words is named") {
    const json round = {{"id", "x"},
                        {"need", 100},
                        {"minors", 10},
                        {"population", {{"year", 2025}, {"certainty", "known"}}},
                        {"scores", {{"year", 2025}, {"certainty", "assumed"}}}};
    json request = question("official", "official");
    request["needIsOwn"] = false;
    request["round"] = round;
    const std::string text = receipt(request);
    CHECK(outcome(verify(text, {}, {{"rounds", {round}}})) == "holds");
    json other = round;
    other["scores"]["certainty"] = "known";
    const json answer = verify(text, {}, {{"rounds", {other}}});
    CHECK(outcome(answer) == "fails");
    CHECK(names(answer, "round"));
}

TEST_CASE("a receipt about a round as it was described before holds, and is told so") {
    json asked = question("official", "official");
    const auto note = [](int need, const char* certainty) {
        const json year = {{"year", 2025}, {"certainty", certainty}};
        return json{
            {"id", "r"}, {"need", need}, {"minors", 10}, {"population", year}, {"scores", year}};
    };
    asked["needIsOwn"] = false;
    asked["round"] = note(100, "assumed");
    const std::string made = receipt(asked);
    const json now = {{"rounds", json::array({note(100, "known")})}};
    CHECK(outcome(verify(made, {}, now)) == "fails");
    json known = now;
    known["formerRounds"] = json::array({note(100, "assumed")});
    CHECK(outcome(verify(made, {}, known)) == "round_changed");
    known["rounds"] = known["formerRounds"];
    CHECK(outcome(verify(made, {}, known)) == "holds");

    json forged = json::parse(made);
    forged["claim"]["figures"]["municipalities"][0]["places"] = 1;
    known["rounds"] = now["rounds"];
    CHECK(outcome(verify(with_own_checksum(forged), {}, known)) == "fails");
}

TEST_CASE("a vintage that was replaced is still known by its fingerprint") {
    json asked = question("official", "official");
    asked["needIsOwn"] = false;
    const json year = {{"year", 2025}, {"certainty", "known"}};
    asked["round"] = {
        {"id", "r"}, {"need", 100}, {"minors", 10}, {"population", year}, {"scores", year}};
    const std::string made = receipt(asked);
    const json known = {{"rounds", json::array({asked["round"]})}};
    const auto with_other_bytes = [&](json parameters) {
        parameters["receipt"] = "r";
        parameters["vintages"] = vintages;
        return ask("verify", parameters,
                   {{"r", made},
                    {"estimate", small.at("estimate")},
                    {"official", "code,score\nGM0001,0.75\nGM0002,0.25\n"}});
    };
    CHECK(outcome(with_other_bytes(known)) == "fails");
    json former = known;
    const std::string fingerprint = spreiding::to_text(spreiding::sha256(small.at("official")));
    former["formerVintages"] =
        json::array({{{"file", "official"}, {"status", "official"}, {"sha256", fingerprint}}});
    CHECK(outcome(with_other_bytes(former)) == "holds");
}

TEST_CASE("what a file is follows from its bytes, whatever names a receipt gives its files") {
    // Every pair of names: those that this program has for its own, and those it once gave a clash.
    const std::string own_scores = "code,score\nGM0001,0.9\nGM0002,0.25\n";
    std::vector<std::string> names = {"p",
                                      "estimate",
                                      "official",
                                      "estimate (bundled)",
                                      "official (bundled)",
                                      "bundled:official",
                                      "bundled:estimate",
                                      "bundled::estimate",
                                      "official#x"};
    names.resize(unless_sanitized<std::size_t>(names.size(), 5));
    for (const std::string& population : names) {
        for (const std::string& scores : names) {
            if (population == scores) continue;
            for (const auto& bytes :
                 {own_scores, std::string(std::string_view(small.at("estimate"))),
                  std::string(std::string_view(small.at("official")))}) {
                Files files;
                files[population] = std::string(std::string_view(small.at("p")));
                files[scores] = bytes;
                for (const char* status : {"loaded", "official", "estimate"}) {
                    json asked = question(scores, status);
                    asked["population"]["file"] = population;
                    const Response made = respond(
                        json({{"operation", "receipt"}, {"parameters", asked}}).dump(), files);
                    REQUIRE(made.columns.size() == 1);
                    const json answer = verify(made.columns[0].values);
                    CAPTURE(population + " " + scores + " " + status);
                    const bool is_estimate = bytes == std::string_view(small.at("estimate"));
                    if (outcome(answer) == "holds") {
                        const json& proven = answer["result"]["proven"];
                        CHECK(answer["result"]["basis"] ==
                              (is_estimate ? "estimate" : "own_input"));
                        const bool is_official = bytes == std::string_view(small.at("official"));
                        const std::string basis = is_estimate                         ? "estimate"
                                                  : !is_official                      ? "own_input"
                                                  : std::string(status) == "official" ? "official"
                                                                                      : "cbs_file";
                        CHECK(proven["scores"]["basis"] == basis);
                        CHECK(proven["population"]["basis"] == "own_input");
                    } else if (is_estimate) {
                        CHECK(answer["result"]["basis"] != "own_input");
                    }
                }
            }
        }
    }
}

TEST_CASE("an estimate that a claim leaves out of the vintages is one all the same") {
    json asked = question("mine");
    asked["claims"] = "compare";
    asked["table"] = "table";
    asked["loaded"] = json::array({"mine"});
    Files files = small;
    files["table"] = "gemeente,plekken\nA,75\nB,25\n";
    files["mine"] = small.at("estimate");
    const Response made =
        respond(json({{"operation", "receipt"}, {"parameters", asked}}).dump(), files);
    json forged = json::parse(made.columns[0].values);
    // The basis and the figures of the allocation as they should be; the answer as it suits.
    const json honest = json::parse(receipt(question("estimate", "estimate")))["claim"];
    forged["claim"]["basis"] = "estimate";
    forged["claim"]["figures"] = honest["figures"];
    forged["claim"]["inputs"]["scores"]["basis"] = "estimate";
    forged["claim"]["inputs"]["scores"]["sameAs"] = "estimate";
    const json answer = verify(with_own_checksum(forged));
    CHECK(outcome(answer) == "fails");
    for (const json& difference : answer["result"]["differences"])
        CHECK(difference["path"].get<std::string>().find("bundled:") == std::string::npos);
}

// Which members may change without anything being wrong. Of the maker nothing is proven; a province
// that no row names may be called otherwise, a period may be asked of a table without periods, and
// something said of a file that is not there: the question is then another, its answer the same. An
// empty list that is left out asks the same.
bool may_change(const std::string& pointer) {
    return pointer.starts_with("/maker/") || pointer.starts_with("/claim/parameters/provinces/") ||
           pointer.ends_with("/period") || pointer.ends_with("/mergers") ||
           pointer == "/claim/question/readings/0/file";
}

TEST_CASE("every member of a receipt is held against what follows, and none may be added") {
    json asked = question("s");
    asked["claims"] = "whatIf";
    asked["scenarios"] = {{{"name", "half"},
                           {"need", 50},
                           {"changes", {{{"municipality", "A"}, {"score", "0.1"}}}},
                           {"mergers", json::array()}}};
    json compared = question("s");
    compared["claims"] = "compare";
    compared["table"] = "table";
    compared["readings"] = {{{"file", "table"}, {"columns", {{"places", "plekken"}}}}};
    Files files = small;
    files["table"] = "gemeente,plekken\nA,75\nB,26\n";
    const auto member_step = unless_sanitized<std::size_t>(1, 4);
    for (const json& of : {question("s"), asked, compared}) {
        const json honest = json::parse(receipt(of, files));
        const json flat = honest.flatten();
        std::size_t at_member = 0;
        for (const auto& [pointer, value] : flat.items()) {
            if (pointer == "/checksum" || at_member++ % member_step != 0) continue;
            for (const json& other : {json("x"), json(nullptr)}) {
                json document = honest;
                if (document[json::json_pointer(pointer)] == other) continue;
                document[json::json_pointer(pointer)] = other;
                const std::string came = outcome(verify(with_own_checksum(document)));
                const std::string& at = pointer;
                CHECK_MESSAGE((came != "holds" || may_change(at)), at, other.dump());
            }
        }
        // An extra member in every object.
        std::set<std::string> objects = {""};
        for (const auto& [pointer, value] : flat.items()) {
            for (std::size_t at = pointer.find('/', 1); at != std::string::npos;
                 at = pointer.find('/', at + 1))
                objects.insert(pointer.substr(0, at));
        }
        for (const std::string& pointer : objects) {
            json document = honest;
            json& object = document[json::json_pointer(pointer)];
            if (!object.is_object()) continue;
            for (const auto& [name, value] :
                 {std::pair("extra", json(nullptr)), std::pair("file", json("klopt"))}) {
                if (object.contains(name)) continue;
                json more = document;
                more[json::json_pointer(pointer)][name] = value;
                const std::string added = pointer + '/' + name;
                CHECK_MESSAGE(outcome(verify(with_own_checksum(more))) != "holds", added);
            }
        }
    }
}

TEST_CASE(
    "two files of one name, or a fingerprint of this program's over other cells, is refused") {
    json twice = json::parse(receipt(question("s")));
    twice["claim"]["files"][1]["file"] = "p";
    twice["claim"]["parameters"]["scores"]["file"] = "p";
    CHECK(code(verify(with_own_checksum(twice))) == "receipt_malformed");

    json borrowed = json::parse(receipt(question("s")));
    json& file = borrowed["claim"]["files"][1];
    const json official =
        json::parse(receipt(question("official", "official")))["claim"]["files"][1];
    file["file"] = "official#1";
    file["sha256"] = official["sha256"];
    file["writing"] = nullptr;
    borrowed["claim"]["parameters"]["scores"]["file"] = "official#1";
    borrowed["claim"]["inputs"]["scores"]["file"] = "official#1";
    CHECK(names(verify(with_own_checksum(borrowed)), "files[1].cells"));
}

TEST_CASE("the words of a maker are a version and fingerprints, and no sentence") {
    for (const json& word : {json("0.1.0\x1b[2Jklopt"), json("0.1.0 klopt"),
                             json(std::string(65, 'a')), json(1), json::object()}) {
        json document = json::parse(receipt(question("s")));
        document["maker"]["version"] = word;
        CHECK(code(verify(with_own_checksum(document))) == "receipt_malformed");
    }
}

TEST_CASE("a receipt of many members that nobody asked for fails") {
    json document = json::parse(receipt(question("s")));
    document["claim"]["operation"] = "explain";
    json& asked = document["claim"]["question"];
    asked["municipality"] = "A";
    for (int i = 1; i < 1'000; ++i)
        asked["municipality" + std::to_string(i)] = i;
    document["claim"]["answer"] = asked;
    CHECK(outcome(verify(with_own_checksum(document))) == "fails");
    // No object of a receipt has so many; a million names would take their time wherever they go.
    asked["municipality1000"] = 0;
    CHECK(code(verify(with_own_checksum(document))) == "receipt_too_large");
}

TEST_CASE("a member that is said twice makes it another text, whichever comes last") {
    const std::string text = receipt(question("s"));
    const std::string need = R"("need":)";
    for (const std::size_t at : {text.find(need), text.rfind(need)}) {
        const std::size_t end = text.find_first_of(",}", at);
        const std::string member = text.substr(at, end - at);
        for (const std::string& twice : {member + ',' + member, need + "1," + member}) {
            std::string doubled = text;
            doubled.replace(at, member.size(), twice);
            const json answer = verify(doubled);
            CHECK(outcome(answer) == "fails");
            CHECK(answer["result"]["untouched"] == false);
        }
    }
}

TEST_CASE("a file that cannot be written again is said to be unproven, unless it is handed over") {
    const std::string text = receipt(question("quoted"));
    const json answer = verify(text);
    CHECK(outcome(answer) == "holds");
    CHECK(answer["result"]["unproven"][0]["file"] == "quoted");
    const Files more = {{"any name", small.at("quoted")}};
    CHECK(verify(text, more, {{"files", {"any name"}}})["result"]["unproven"].empty());
}

TEST_CASE("a large file is left out; with it handed over, the receipt is computed again") {
    Files files = small;
    const std::string large = std::string(std::string_view(small.at("p"))).append(10'000'001, '\n');
    files["p"] = large;
    const std::string text = receipt(question("s"), files);
    CHECK(text.size() < 10'000);
    const json answer = verify(text);
    CHECK(outcome(answer) == "incomplete");
    CHECK(answer["result"]["missing"][0]["file"] == "p");
    CHECK(answer["result"]["missing"][0]["reason"] == "size");
    const json given = {{"files", {"p"}}};
    CHECK(outcome(verify(text, {{"p", large}}, given)) == "holds");
    CHECK(outcome(verify(text, {{"p", small.at("p")}}, given)) == "incomplete");
    json forged = json::parse(text);
    forged["claim"]["figures"]["municipalities"][0]["places"] = 74;
    CHECK(outcome(verify(with_own_checksum(forged), {{"p", large}}, given)) == "fails");
}

TEST_CASE("a hostile receipt is refused with its reason") {
    const std::string text = receipt(question("s"));
    CHECK(code(verify("")) == "receipt_unreadable");
    CHECK(code(verify("hallo")) == "receipt_unreadable");
    CHECK(code(verify("{}")) == "receipt_malformed");
    CHECK(code(verify(std::string(1'000'000, '['))) == "receipt_too_deep");
    CHECK(code(verify(std::string("{\"claim\":").append(100'000, '{'))) == "receipt_too_deep");
    CHECK(code(verify(std::string(std::size_t{33} << 20U, ' '))) == "receipt_too_large");
    CHECK(code(verify(std::string("[").append(5'000'000, ','))) == "receipt_too_large");
    for (const char* number : {"1e400", "1.5", "-1E5", "12345678901234567890", "1-2"}) {
        const json answer = verify(std::string("{\"claim\":\n ").append(number).append("}"));
        CHECK(code(answer) == "receipt_number");
        CHECK(answer["findings"][0]["row"] == 2);
        CHECK(answer["findings"][0]["column"] == 2);
        CHECK(answer["findings"][0]["raw"] == number);
    }
    for (std::size_t size = 1; size < text.size(); size += 13)
        CHECK(code(verify(text.substr(0, size))) == "receipt_truncated");
    json other = json::parse(text);
    other["version"] = 3;
    CHECK(code(verify(other.dump())) == "receipt_other_version");
    other["version"] = 2;
    other["claim"]["parameters"]["need"] = "veel";
    const json malformed = verify(other.dump());
    CHECK(code(malformed) == "receipt_malformed");
    CHECK(malformed["findings"][0]["about"] == "claim.parameters.need");
    for (const char* pointer : {"/files", "/files/0", "/files/0/cells", "/files/0/cells/0/0",
                                "/parameters", "/parameters/population", "/operation", "/round"}) {
        for (const json& value : {json(1), json("x"), json::array(), json::object()}) {
            json bent = json::parse(text);
            bent["claim"][json::json_pointer(pointer)] = value;
            CHECK(outcome(verify(with_own_checksum(bent))) != "holds");
        }
    }
}

TEST_CASE("any bytes behind the beginning of a receipt get an answer") {
    const std::string text = receipt(question("s"));
    std::uint64_t state = 7;
    const auto next = [&state] {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return state >> 40U;
    };
    for (int i = 0; i < 1'000; ++i) {
        std::string noise = text;
        for (int k = 0; k < 3; ++k)
            noise[next() % noise.size()] = "{}[],:\"0e\\\n"[next() % 11];
        // A letter may have been replaced by itself.
        if (noise != text) CHECK(outcome(verify(noise)) != "holds");
    }
}

// The same hashes are demanded of the WebAssembly, in Node and in both browsers.
TEST_CASE("the claim of every operation has the same bytes on every platform") {
    const json asked = json::parse(content("tests/data/receipts/questions.json"));
    Files files;
    for (const auto& [name, text] : asked["files"].items())
        files[name] = text.get<std::string>();
    for (const json& name : asked["bundled"])
        files[name] = content("public/data/" + name.get<std::string>());
    for (const json& question : asked["questions"]) {
        json parameters = question.contains("alone") ? json::object() : asked["inputs"];
        parameters.update(question["parameters"]);
        const json answer = ask("receipt", parameters, files);
        const auto name = question["name"].get<std::string>();
        REQUIRE_MESSAGE(answer["ok"] == true, name, ": ", answer.dump());
        CHECK_MESSAGE(answer["result"]["claim"] == question["claim"], name);
    }
}

TEST_CASE("the claim of the invented country is the one that everyone gets") {
    const json asked = json::parse(content("tests/data/receipts/questions.json"));
    const std::string golden = content("tests/data/receipts/example.claim.sha256");
    CHECK(asked["questions"][0]["claim"] == golden.substr(0, 64));
}

// A receipt that was made natively is kept: WebAssembly verifies it, and makes the same claim.
TEST_CASE("the claim of the invented province has the same bytes on every platform") {
    const std::string path = "tests/data/receipts/province.native.json";
    const json kept = json::parse(content(path));
    CHECK(kept["maker"]["wasm"].is_null());
    json request = kept["claim"]["question"];
    request["claims"] = "provincial_table";
    const Files files = {{"locations.csv", content("public/data/example/province/locations.csv")}};
    const std::string text = receipt(request, files);
    CHECK_MESSAGE(json::parse(text)["claim"].dump() == kept["claim"].dump(), text);
    CHECK(outcome(verify(content(path))) == "holds");
}

TEST_CASE("a question that names a file very often is refused, and not computed as often") {
    json asked = question("s");
    asked["claims"] = "compare";
    asked["table"] = "table";
    Files files = small;
    files["table"] = "gemeente,plekken\nA,75\nB,26\n";
    json document = json::parse(receipt(asked, files));
    document["claim"]["question"]["loaded"] = json::array();
    for (int i = 0; i < 20'000; ++i)
        document["claim"]["question"]["loaded"].push_back("s");
    CHECK(outcome(verify(with_own_checksum(document))) != "holds");
}

TEST_CASE("a receipt that links an article by its former, shorter address is about the same rule") {
    json bent = json::parse(receipt(question("s")));
    bent["claim"]["rules"][0]["url"] = "https://wetten.overheid.nl/BWBR0049307/2024-01-31#Artikel3";
    CHECK(outcome(verify(with_own_checksum(bent))) == "holds");
    bent["claim"]["rules"][0]["url"] = "https://wetten.overheid.nl/BWBR0049307/2024-01-31#Artikel4";
    CHECK(outcome(verify(with_own_checksum(bent))) == "fails");
}

TEST_CASE("what was made by rules that are no longer computed is neither good nor wrong") {
    json kept = json::parse(content("tests/data/receipts/province.native.json"));
    kept["claim"]["rules"][0]["about"] = "aftrek van duurzame opvangplaatsen";
    CHECK(outcome(verify(with_own_checksum(kept))) == "rule_gone");
    // Touched it is wrong all the same.
    CHECK(outcome(verify(kept.dump())) == "fails");
    kept["claim"]["rules"][0]["about"] = "iets anders";
    CHECK(outcome(verify(with_own_checksum(kept))) == "fails");
}
