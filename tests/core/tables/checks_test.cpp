#include "tables/checks.hpp"

#include <doctest/doctest.h>

using namespace spreiding;

namespace {

// Municipalities GM0001 … of an invented round.
std::vector<NamedMunicipality> round_of(std::uint32_t size) {
    std::vector<NamedMunicipality> list;
    for (std::uint32_t number = 1; number <= size; ++number)
        list.push_back({MunicipalityCode(number, 4), "Plaats", 0});
    return list;
}

PopulationTable people(std::initializer_list<std::pair<std::uint32_t, std::uint32_t>> rows) {
    PopulationTable table;
    for (const auto& [number, inhabitants] : rows) {
        table.codes.emplace_back(number, 4);
        table.names.emplace_back("Plaats");
        table.provinces.push_back(0);
        table.inhabitants.push_back(inhabitants);
        table.rows.push_back(static_cast<std::uint32_t>(table.rows.size()) + 2);
    }
    return table;
}

}  // namespace

TEST_CASE("a list that is not that of the round is said, with which are too many or lacking") {
    const MunicipalityNames round(round_of(3));
    Findings findings;
    check_division(people({{1, 5}, {2, 5}, {9, 5}}), round, "p.csv", findings);
    REQUIRE(findings.list().size() == 2);
    CHECK(findings.list()[0].code == FindingCode::municipality_not_in_round);
    CHECK(findings.list()[0].raw == "GM0009");
    CHECK(findings.list()[0].row == 4);
    CHECK(findings.list()[1].code == FindingCode::municipality_lacking);
    CHECK(findings.list()[1].raw == "GM0003");
    CHECK_FALSE(findings.has_errors());
}

TEST_CASE("when most of a round lacks, one finding says how many") {
    const MunicipalityNames round(round_of(40));
    Findings findings;
    check_division(people({{1, 5}}), round, "p.csv", findings);
    REQUIRE(findings.list().size() == 1);
    CHECK(findings.list()[0].count == 39);
}

TEST_CASE("a list of another country is compared with no round") {
    const MunicipalityNames round(round_of(3));
    Findings findings;
    check_division(people({{901, 5}, {902, 5}}), round, "p.csv", findings);
    CHECK(findings.list().empty());
}

TEST_CASE("inhabitants are far from the known ones from a factor of one and a half, either way") {
    const std::vector<PopulationTable> known = {people({{1, 200}, {2, 200}, {3, 200}, {4, 200}})};
    Findings findings;
    check_inhabitants(people({{1, 300}, {2, 301}, {3, 134}, {4, 133}, {5, 1}}), known, "p.csv",
                      findings);
    REQUIRE(findings.list().size() == 1);
    CHECK(findings.list()[0].raw == "301");
    CHECK(findings.list()[0].about == "200");
    CHECK(findings.list()[0].count == 2);
    CHECK(findings.also(findings.list()[0])[0].raw == "133");
}

TEST_CASE(
    "inhabitants that one year knows are not far, and a former municipality has its years too") {
    const std::vector<PopulationTable> known = {people({{1, 200}}), people({{1, 400}, {9, 50}})};
    Findings findings;
    check_inhabitants(people({{1, 410}, {9, 50}}), known, "p.csv", findings);
    CHECK(findings.list().empty());
    check_inhabitants(people({{1, 1'000}, {9, 500}}), known, "p.csv", findings);
    REQUIRE(findings.list().size() == 1);
    CHECK(findings.list()[0].about == "200");
    REQUIRE(findings.also(findings.list()[0]).size() == 1);
    CHECK(findings.also(findings.list()[0])[0].about == "50");
}
