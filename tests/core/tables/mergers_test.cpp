#include "tables/mergers.hpp"

#include <doctest/doctest.h>

using namespace spreiding;

namespace {

const std::vector<NamedMunicipality> round_list = {{*read_code("GM0363"), "Amsterdam", 0},
                                                   {*read_code("GM1992"), "Voorne aan Zee", 1},
                                                   {*read_code("GM0855"), "Tilburg", 2},
                                                   {*read_code("GM0865"), "Vught", 2},
                                                   {*read_code("GM0014"), "Groningen", 3}};

const std::string changes_text =
    "datum,gemeentecode,gemeente,naar_gemeentecode,naar_gemeente\n"
    "2022-03-24,GM0457,Weesp,GM0363,Amsterdam\n"
    "2023-01-01,GM0501,Brielle,GM1992,Voorne aan Zee\n"
    "2023-01-01,GM0614,Westvoorne,GM1992,Voorne aan Zee\n"
    "2021-01-01,GM0788,Haaren,GM0855,Tilburg\n2021-01-01,GM0788,Haaren,GM0865,Vught\n"
    "2018-01-01,GM0001,Oud,GM0457,Weesp\n";

struct Fixture {
    Findings findings;
    csv::Sheet changes_sheet = csv::read(changes_text, "c.csv", findings);
    std::vector<MunicipalChange> changes = read_changes(changes_sheet);
    MunicipalityNames round{round_list};
    std::vector<DivisionPart> parts;

    Mergers mergers() const { return Mergers(round, changes, parts); }
};

PopulationTable people(std::initializer_list<std::pair<const char*, std::uint32_t>> rows) {
    PopulationTable table;
    for (const auto& [code, inhabitants] : rows) {
        table.codes.push_back(*read_code(code));
        table.names.emplace_back(code);
        table.provinces.push_back(no_province);
        table.inhabitants.push_back(inhabitants);
        table.rows.push_back(static_cast<std::uint32_t>(table.rows.size()) + 2);
    }
    return table;
}

ScoreTable scores(std::initializer_list<std::pair<const char*, std::int32_t>> rows) {
    ScoreTable table;
    table.decimals = 3;
    for (const auto& [code, score] : rows) {
        table.codes.push_back(*read_code(code));
        table.names.emplace_back(code);
        table.scores.push_back(score);
        table.rows.push_back(static_cast<std::uint32_t>(table.rows.size()) + 2);
    }
    return table;
}

}  // namespace

TEST_CASE("inhabitants of merged municipalities are added, in the province of the new one") {
    Fixture at;
    const PopulationTable merged = at.mergers().merged(
        people({{"GM0363", 873}, {"GM0457", 20}, {"GM0501", 18}, {"GM0614", 15}, {"GM0014", 7}}),
        "p.csv", at.findings);
    REQUIRE(merged.size() == 3);
    CHECK(merged.codes[0].text() == "GM0014");
    CHECK(merged.codes[1].text() == "GM0363");
    CHECK(merged.inhabitants[1] == 893);
    CHECK(merged.provinces[1] == 0);
    CHECK(merged.codes[2].text() == "GM1992");
    CHECK(merged.inhabitants[2] == 33);
    CHECK(at.findings.count(FindingCode::municipality_merged) == 2);
    CHECK_FALSE(at.findings.has_errors());
}

TEST_CASE("a score of merged municipalities is their mean by inhabitants of their own division") {
    Fixture at;
    // (-73 × 873,000 + 100 × 21,000) ÷ 894,000 = -61,629,000 ÷ 894,000 = -68.94
    const ScoreTable merged = at.mergers().merged(
        scores({{"GM0363", -73}, {"GM0457", 100}, {"GM0014", -56}}),
        people({{"GM0363", 873'000}, {"GM0457", 21'000}, {"GM0014", 1}}), "s.csv", at.findings);
    REQUIRE(merged.size() == 2);
    CHECK(merged.decimals == 3);
    CHECK(merged.scores[0] == -56);
    CHECK(merged.scores[1] == -69);
    CHECK(merged.rows[1] == 2);
}

TEST_CASE("a half goes away from zero, on both sides of it") {
    const std::vector<std::uint32_t> same = {1, 1};
    CHECK(merged_score(std::vector<std::int32_t>{60, 61}, same) == 61);
    CHECK(merged_score(std::vector<std::int32_t>{-60, -61}, same) == -61);
    CHECK(merged_score(std::vector<std::int32_t>{-1, 1}, same) == 0);
    CHECK(merged_score(std::vector<std::int32_t>{1, 2}, std::vector<std::uint32_t>{2, 1}) == 1);
    CHECK(merged_score(std::vector<std::int32_t>{10'000'000, 10'000'000},
                       std::vector<std::uint32_t>{4'000'000'000U, 4'000'000'000U}) == 10'000'000);
}

TEST_CASE("a chain of changes is followed to the municipalities of the round") {
    Fixture at;
    const PopulationTable merged =
        at.mergers().merged(people({{"GM0001", 5}, {"GM0363", 1}}), "p.csv", at.findings);
    REQUIRE(merged.size() == 1);
    CHECK(merged.codes[0].text() == "GM0363");
    CHECK(merged.inhabitants[0] == 6);
}

TEST_CASE("a divided municipality is not comparable until a person enters its division") {
    Fixture at;
    const PopulationTable haaren = people({{"GM0788", 100}, {"GM0855", 1'000}});
    CHECK(at.mergers().merged(haaren, "p.csv", at.findings).size() == 2);
    REQUIRE(at.findings.count(FindingCode::division_needed) == 1);
    CHECK(at.findings.list()[0].row == 2);
    CHECK(at.findings.list()[0].about == "Tilburg, Vught");
    CHECK(at.findings.has_errors());

    Fixture wrong;
    wrong.parts = {{*read_code("GM0788"), *read_code("GM0855"), 60}};
    wrong.mergers().merged(haaren, "p.csv", wrong.findings);
    CHECK(wrong.findings.count(FindingCode::division_differs) == 1);

    Fixture divided;
    divided.parts = {{*read_code("GM0788"), *read_code("GM0855"), 60},
                     {*read_code("GM0788"), *read_code("GM0865"), 40}};
    const PopulationTable merged = divided.mergers().merged(haaren, "p.csv", divided.findings);
    CHECK_FALSE(divided.findings.has_errors());
    REQUIRE(merged.size() == 2);
    CHECK(merged.inhabitants[0] == 1'060);
    CHECK(merged.inhabitants[1] == 40);
    // (200 × 60 + 0 × 1,000) ÷ 1,060 = 11.3; Vught has the score of the part alone
    const ScoreTable score = divided.mergers().merged(scores({{"GM0788", 200}, {"GM0855", 0}}),
                                                      haaren, "s.csv", divided.findings);
    CHECK(score.scores[0] == 11);
    CHECK(score.scores[1] == 200);
}

TEST_CASE("a score without the inhabitants of its own division is not merged by guessing") {
    Fixture at;
    at.mergers().merged(scores({{"GM0363", -73}, {"GM0457", 100}}), people({{"GM0363", 9}}),
                        "s.csv", at.findings);
    CHECK(at.findings.count(FindingCode::merger_without_inhabitants) == 1);
    CHECK(at.findings.has_errors());
}

TEST_CASE("a list of the round's own municipalities is left as it is") {
    Fixture at;
    CHECK_FALSE(at.mergers().concerns(people({{"GM0363", 1}}).codes));
    CHECK(at.mergers().concerns(people({{"GM0457", 1}}).codes));
    const PopulationTable merged =
        at.mergers().merged(people({{"GM0363", 1}, {"GM9999", 2}}), "p.csv", at.findings);
    CHECK(merged.size() == 2);
    CHECK(at.findings.list().empty());
}
