#include "published/comparison.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <span>
#include <string>
#include <tuple>

#include "lists.hpp"

using namespace spreiding;
using spreiding::testing::Random;
using spreiding::testing::random_list;

namespace {

const std::vector<std::string> provinces = {"Noord", "Midden", "Zuid"};

PrintedTable read(const std::string& bytes, const MunicipalityList& list, Findings& findings,
                  const std::vector<std::string>& names = provinces) {
    // The rows point into these.
    static std::vector<std::string> kept;
    static std::vector<csv::Sheet> sheets;
    kept.reserve(1'000);
    sheets.reserve(1'000);
    kept.push_back(bytes);
    sheets.push_back(csv::read(kept.back(), "tabel", findings));
    const Layout layout = recognise(sheets.back());
    const TableFile file{sheets.back(), layout, "tabel", {}};
    return read_printed(file, {list, names}, findings);
}

// Forty municipalities in three provinces, large enough that other inputs move most figures.
MunicipalityList country(std::uint64_t seed) {
    Random random(seed);
    MunicipalityList list = random_list(random, 40, 3, 200'000);
    static std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (int i = 1; i <= 40; ++i)
            all.push_back("Plaats " + std::to_string(i));
        return all;
    }();
    for (std::size_t i = 0; i < list.size(); ++i)
        list.names[i] = names[i];
    return list;
}

PrintedTable table_of(const MunicipalityList& list, const std::vector<Places>& places) {
    PrintedTable table;
    for (std::size_t i = 0; i < list.size(); ++i) {
        PrintedRow row;
        row.name = list.names[i];
        row.code = list.codes[i];
        row.municipality = i;
        row.places = places[i];
        row.row = static_cast<std::uint32_t>(i) + 2;
        table.rows.push_back(row);
    }
    const auto tasks = provincial_tasks(places, list.provinces, 3);
    for (std::size_t province = 0; province < 3; ++province) {
        PrintedRow row;
        row.level = Level::province;
        row.name = provinces[province];
        row.province = province;
        row.places = tasks[province];
        table.rows.push_back(row);
    }
    return table;
}

std::size_t count(const Comparison& comparison, DifferenceClass difference) {
    std::size_t found = 0;
    for (const ComparedRow& row : comparison.rows)
        found += row.difference == difference ? 1 : 0;
    return found;
}

struct Inputs {
    MunicipalityList list;
    std::vector<Weight> weights;
};

Inputs with_other_scores(const MunicipalityList& list, std::uint64_t seed) {
    Random random(seed);
    Inputs other{list, {}};
    for (auto& score : other.list.scores)
        score += static_cast<std::int32_t>(random.below(41)) - 20;
    other.weights = weights(other.list.inhabitants, other.list.scores, 3);
    return other;
}

constexpr NeedRange near(Places need) {
    return {need - 20, need + 20};
}

}  // namespace

TEST_CASE("the number of a footnote is no part of a name, and a suffix of CBS is") {
    MunicipalityList list = country(3);
    list.names[0] = "Bergen (NH.)";
    list.names[1] = "Utrecht";
    Findings findings;
    const PrintedTable table =
        read("gemeente;plekken\nBergen (NH.) 1);1\nUtrecht (2);2\nPlaats 31);3\nPlaats 4*;4\n",
             list, findings);
    REQUIRE(table.rows.size() == 4);
    CHECK(table.rows[0].municipality == std::size_t{0});
    CHECK(table.rows[1].municipality == std::size_t{1});
    CHECK_FALSE(table.rows[2].municipality);
    CHECK(table.rows[3].municipality == std::size_t{3});
}

TEST_CASE("a table of the own figures is reproduced, row by row and in its sums") {
    const MunicipalityList list = country(1);
    const Allocation own = allocate(list, 10'000, std::nullopt);
    const Comparison comparison = compare(table_of(list, own.places), list, own,
                                          RoundedInputs::scores(list, own, 3), {}, near(10'000));
    CHECK(comparison.equal == 43);
    CHECK(count(comparison, DifferenceClass::equal) == 43);
    CHECK(comparison.own_total == comparison.published_total);
    CHECK(comparison.not_printed.empty());
}

TEST_CASE("a country's row prints the need or the sum of what was rounded, of minors too") {
    const MunicipalityList list = country(1);
    Places need = 800;  // one whose rounded shares add up to another number
    while (allocate(list, 10'000, need).minors_sum == need)
        ++need;
    const Allocation own = allocate(list, 10'000, need);
    PrintedTable table = table_of(list, own.places);
    PrintedRow whole;
    whole.level = Level::country;
    whole.places = own.need;
    for (const Places printed : {need, own.minors_sum, own.minors_sum + 1'000}) {
        whole.minors = printed;
        table.rows.push_back(whole);
    }
    const Comparison comparison = compare(table, list, own, {}, {}, near(10'000));
    const auto rows = std::span(comparison.rows).last(3);
    CHECK(rows[0].own_minors == need);
    CHECK(rows[1].own_minors == own.minors_sum);
    CHECK(rows[2].own_minors == own.minors_sum);
    CHECK(comparison.minors_rows == 3);
    CHECK(comparison.minors_equal == 2);
}

TEST_CASE("planted errors of every class are all named rightly, and nothing else is") {
    const MunicipalityList list = country(2);
    const Allocation own = allocate(list, 10'000, std::nullopt);
    const auto rounded = RoundedInputs::scores(list, own, 3);
    PrintedTable table = table_of(list, own.places);
    // Rounding: a figure that half a unit of a score can reach.
    std::size_t near_half = 40;
    for (std::size_t i = 0; i < 40 && near_half == 40; ++i) {
        if (rounded->of(i, 10'000).high > own.places[i]) near_half = i;
    }
    REQUIRE(near_half < 40);
    table.rows[near_half].places += 1;
    // Unexplained: far outside what rounding moves.
    const std::size_t wrong = near_half == 7 ? 8 : 7;
    table.rows[wrong].places += 60;
    // A total that is not the sum of its parts; the other two hold the rows changed above.
    table.rows[40].places += 5;
    table.rows[41].places += 5;
    table.rows[42].places += 5;
    // A municipality of another division, and one without a row.
    PrintedRow former;
    former.name = "Vroeger";
    former.code = MunicipalityCode{77, 4};
    former.places = 12;
    table.rows.push_back(former);
    table.rows[20].municipality.reset();
    table.rows[20].code = MunicipalityCode{78, 4};

    const Comparison comparison = compare(table, list, own, rounded, {}, near(10'000));
    CHECK(comparison.rows[near_half].difference == DifferenceClass::rounding);
    CHECK(comparison.rows[wrong].difference == DifferenceClass::unexplained);
    CHECK(comparison.rows.back().difference == DifferenceClass::other_municipality);
    CHECK(comparison.rows[20].difference == DifferenceClass::other_municipality);
    CHECK(comparison.not_printed == std::vector<std::size_t>{20});
    CHECK(count(comparison, DifferenceClass::equal) == 37);
    CHECK(comparison.equal == 37);
    // Province 2 lacks a row of its own, so its sum of parts is not known: 20 is in province 2.
    CHECK(comparison.rows[40].difference == DifferenceClass::sum_of_parts);
    CHECK(comparison.rows[41].difference == DifferenceClass::sum_of_parts);
    CHECK_FALSE(comparison.rows[42].sum_of_parts.has_value());
    CHECK(comparison.rows[42].difference != DifferenceClass::sum_of_parts);
}

TEST_CASE("other inputs are named where one single combination gives more of the whole table") {
    const MunicipalityList list = country(3);
    const Allocation own = allocate(list, 10'000, std::nullopt);
    const Inputs right = with_other_scores(list, 30);
    const Inputs wrong = with_other_scores(list, 31);
    PrintedTable table = table_of(right.list, indicative_shares(right.weights, 10'000));
    table.rows[5].places += 60;  // an error on top stays unexplained
    const std::vector<Combination> combinations = {{wrong.list, wrong.weights},
                                                   {right.list, right.weights}};
    const Comparison comparison =
        compare(table, list, own, RoundedInputs::scores(list, own, 3), combinations, near(10'000));
    CHECK(comparison.other_combination == 1);
    CHECK(comparison.reproduced_by_other == 42);
    CHECK(comparison.rows[5].difference == DifferenceClass::unexplained);
    CHECK(count(comparison, DifferenceClass::other_inputs) + comparison.equal == 42);
    CHECK(count(comparison, DifferenceClass::other_inputs) > 20);
    // Two combinations that do equally well name nothing.
    const std::vector<Combination> twice = {{right.list, right.weights},
                                            {right.list, right.weights}};
    const Comparison unsure =
        compare(table, list, own, RoundedInputs::scores(list, own, 3), twice, near(10'000));
    CHECK_FALSE(unsure.other_combination.has_value());
    CHECK(count(unsure, DifferenceClass::other_inputs) == 0);
}

TEST_CASE("another need is named where it gives the table") {
    const MunicipalityList list = country(4);
    const Allocation own = allocate(list, 10'000, std::nullopt);
    const PrintedTable table = table_of(list, allocate(list, 9'800, std::nullopt).places);
    const Comparison comparison =
        compare(table, list, own, RoundedInputs::scores(list, own, 3), {}, {9'700, 9'900});
    REQUIRE(comparison.other_need.has_value());
    CHECK(allocate(list, *comparison.other_need, std::nullopt).places ==
          allocate(list, 9'800, std::nullopt).places);
    CHECK(count(comparison, DifferenceClass::other_need) + comparison.equal == 43);
}

TEST_CASE("in noise nothing is explained by chance") {
    std::size_t named = 0;
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        const MunicipalityList list = country(100 + seed);
        const Allocation own = allocate(list, 10'000, std::nullopt);
        Random random(seed);
        PrintedTable table = table_of(list, own.places);
        // Each row 3 … 9 % away, up or down: far more than half a unit of a score moves.
        for (PrintedRow& row : table.rows) {
            const Places noise = 3 + row.places * (3 + random.below(7)) / 100;
            row.places =
                random.below(2) == 0 ? row.places + noise : std::max<Places>(0, row.places - noise);
        }
        std::vector<Inputs> others;
        for (std::uint64_t other = 0; other < 8; ++other)
            others.push_back(with_other_scores(list, 1'000 * seed + other));
        std::vector<Combination> combinations;
        for (const Inputs& other : others)
            combinations.push_back({other.list, other.weights});
        const Comparison comparison = compare(table, list, own, RoundedInputs::scores(list, own, 3),
                                              combinations, {9'000, 11'000});
        CHECK_FALSE(comparison.other_combination.has_value());
        CHECK_FALSE(comparison.other_need.has_value());
        for (const ComparedRow& row : comparison.rows) {
            named += row.difference == DifferenceClass::unexplained ||
                             row.difference == DifferenceClass::sum_of_parts
                         ? 0
                         : 1;
        }
    }
    CHECK(named == 0);
}

TEST_CASE("a reproduction counts what trying every need counts") {
    Random random(12);
    for (int round = 0; round < 30; ++round) {
        const MunicipalityList list = country(200 + static_cast<std::uint64_t>(round));
        const Allocation there = allocate(list, 3'000 + random.below(100), std::nullopt);
        PrintedTable table = table_of(list, there.places);
        for (PrintedRow& row : table.rows)
            row.places += random.below(4) == 0 ? 1 : 0;
        if (round % 2 == 0) {
            PrintedRow all;
            all.level = Level::country;
            all.places = there.need;
            table.rows.push_back(all);
        }
        const NeedRange needs{2'950, 3'150};
        const Reproduction found =
            reproduce(list, there.weights, table, needs, round % 3 == 0 ? 3'000 : 3'100);
        CHECK(found.rows == table.rows.size());
        std::size_t most = 0;
        std::vector<std::size_t> matches;
        for (Places need = needs.first; need <= needs.last; ++need) {
            const auto places = indicative_shares(there.weights, need);
            const auto tasks = provincial_tasks(places, list.provinces, 3);
            Places sum = 0;
            for (const Places each : places)
                sum += each;
            std::size_t equal = 0;
            for (const PrintedRow& row : table.rows) {
                if (row.level == Level::municipality)
                    equal += places[*row.municipality] == row.places ? 1 : 0;
                else if (row.level == Level::province)
                    equal += tasks[*row.province] == row.places ? 1 : 0;
                else
                    equal += need == row.places || sum == row.places ? 1 : 0;
            }
            matches.push_back(equal);
            most = std::max(most, equal);
        }
        CHECK(found.matches == most);
        CHECK(matches[static_cast<std::size_t>(found.need - needs.first)] == most);
        for (Places need = found.first_need; need <= found.last_need; ++need)
            CHECK(matches[static_cast<std::size_t>(need - needs.first)] == most);
    }
}

TEST_CASE(
    "a figure that no need can give reproduces nothing, however far beyond 64 bits its need lies") {
    MunicipalityList list = country(5);
    list.codes.resize(2), list.names.resize(2), list.provinces.resize(2);
    list.score_decimals = 6;
    list.inhabitants = {1, 2'147'483'647};
    list.scores = {-999'999, 10'000'000};
    const auto weighed = weights(list.inhabitants, list.scores, list.score_decimals);
    PrintedTable table;
    PrintedRow& row = table.rows.emplace_back();
    row.code = list.codes[0];
    row.municipality = 0;
    for (row.places = 1; row.places < 2'000; ++row.places)
        CHECK(reproduce(list, weighed, table, {0, 100}, 50).matches == 0);
}

TEST_CASE("a printed table is read however it was typed") {
    MunicipalityList list = country(5);
    list.names[0] = "'s-Gravenhage (gemeente)";
    list.names[1] = "Súdwest-Fryslân";
    list.names[2] = "Midden";
    Findings findings;
    const PrintedTable table = read(
        "Indicatieve verdeling;;\n"
        "Gemeente;Opvangplaatsen;waarvan amv\n"
        "naam;aantal;aantal\n"
        "Noord;;\n"
        "'s-Gravenhage;2.513*;213\n"
        "Sudwest Fryslan;1.234;\n"
        "Midden;77;7\n"
        "Onbekend;5;\n"
        "Plaats 9;-;\n"
        "Totaal Noord;3.747;\n"
        "Totaal;9.999;\n"
        "Bron: Staatscourant;;\n",
        list, findings);
    CHECK_FALSE(findings.has_errors());
    REQUIRE(table.rows.size() == 6);
    CHECK(table.rows[0].municipality == 0);
    CHECK(table.rows[0].places == 2'513);
    CHECK(table.rows[0].minors == 213);
    CHECK(table.rows[0].row == 5);
    CHECK(table.rows[1].municipality == 1);
    CHECK(table.rows[1].places == 1'234);
    CHECK(table.rows[2].municipality == 2);
    CHECK_FALSE(table.rows[3].municipality.has_value());
    CHECK(table.rows[4].level == Level::province);
    CHECK(table.rows[4].province == 0);
    CHECK(table.rows[5].level == Level::country);
    CHECK(printed_country(table) == 9'999);
    CHECK(findings.count(FindingCode::footnote_left_out) == 1);
    CHECK(findings.count(FindingCode::printed_figure_missing) == 1);
    CHECK(findings.count(FindingCode::row_text_only) == 2);
}

TEST_CASE("a text in place of the first figure is refused, not taken for a second header row") {
    const MunicipalityList list = country(6);
    Findings findings;
    read("naam,opvangplaatsen\nPlaats 1,veel\n", list, findings);
    read("code,opvangplaatsen\n" + list.codes[1].text() + ",n.v.t. (onbekend)\n", list, findings);
    REQUIRE(findings.count(FindingCode::number_unreadable) == 1);
    CHECK(findings.list()[0].count == 2);
    CHECK(findings.count(FindingCode::row_text_only) == 0);
}

TEST_CASE(
    "a name that several municipalities bear is matched to none, and it is said to which it may "
    "be") {
    MunicipalityList list = country(3);
    list.names[0] = "Bergen (L.)";
    list.names[1] = "Bergen (NH.)";
    Findings findings;
    const PrintedTable table =
        read("naam,opvangplaatsen\nBergen,7\nBergen (NH.),8\n", list, findings);
    REQUIRE(table.rows.size() == 2);
    CHECK_FALSE(table.rows[0].municipality);
    CHECK(table.rows[1].municipality == std::size_t{1});
    REQUIRE(findings.count(FindingCode::printed_ambiguous) == 1);
    const Finding& finding = findings.list().front();
    CHECK(finding.row == 2);
    CHECK(finding.column == 1);
    CHECK(finding.raw == "Bergen");
    CHECK(finding.about == "Bergen (L.), Bergen (NH.)");
}

TEST_CASE("what is printed twice is named with both its rows, and counts once in a sum") {
    MunicipalityList list = country(9);
    const Allocation own = allocate(list, 10'000, std::nullopt);
    Findings findings;
    const std::string first = std::to_string(own.places[0]);
    const PrintedTable table =
        read("code,naam,opvangplaatsen\n" + list.codes[0].text() + ",Plaats 1," + first +
                 "\n,Plaats 2,20\n,plaats 1,7*\n,Vroeger,3\n,VROEGER,3\n,Totaal Noord,9\n,Noord,"
                 "8\n,Totaal,40\n,Nederland,40\n",
             list, findings);
    std::vector<std::string> named;
    for (const Finding& finding : findings.list()) {
        if (finding.code != FindingCode::printed_twice) continue;
        CHECK(severity_of(finding.code) == Severity::warning);
        CHECK(finding.column == 3);
        named.push_back(finding.about + " " + std::to_string(finding.row) + " " +
                        std::to_string(finding.other_row) + " " + finding.raw);
    }
    CHECK(named == std::vector<std::string>{"plaats 1 4 2 7*", "VROEGER 6 5 3", "Noord 8 7 8",
                                            "Nederland 10 9 40"});
    CHECK(sum_of_municipalities(table) == own.places[0] + 20 + 3);

    const Comparison comparison = compare(table, list, own, std::nullopt, {}, near(10'000));
    REQUIRE(comparison.rows.size() == 9);
    CHECK(comparison.rows[0].difference == DifferenceClass::equal);
    CHECK(comparison.rows[2].own == own.places[0]);
    CHECK(comparison.rows[2].difference != DifferenceClass::equal);
    CHECK(comparison.own_total == own.places[0] + own.places[1]);
    CHECK(comparison.published_total == own.places[0] + 20);
}

TEST_CASE("a name that a municipality and a province share is not printed twice") {
    MunicipalityList list = country(7);
    list.names[0] = "Noord (gemeente)";
    Findings findings;
    read("naam,opvangplaatsen\nNoord,900\nNoord,20\nPlaats 2,5\n", list, findings);
    CHECK(findings.count(FindingCode::printed_twice) == 0);
}

TEST_CASE("a percentage or a text in place of a figure is refused at its cell") {
    const MunicipalityList list = country(6);
    Findings findings;
    read(
        "naam,opvangplaatsen\nPlaats 1,100\nPlaats 2,5\nPlaats 3,12%\nPlaats 4,veel\nPlaats "
        "5,1.5\n",
        list, findings);
    REQUIRE(findings.list().size() == 2);
    CHECK(findings.list()[0].code == FindingCode::number_unreadable);
    CHECK(findings.list()[0].row == 4);
    CHECK(findings.list()[0].column == 2);
    CHECK(findings.list()[0].raw == "12%");
    const std::vector<FoundAlso>& also = findings.also(findings.list()[0]);
    REQUIRE(also.size() == 1);
    CHECK(also[0].row == 5);
    CHECK(also[0].raw == "veel");
    CHECK(findings.list()[1].code == FindingCode::number_not_whole);
}

TEST_CASE("a name that a municipality and a province share is settled by the table") {
    MunicipalityList list = country(7);
    list.names[0] = "Noord (gemeente)";
    Findings findings;
    const PrintedTable both =
        read("naam,opvangplaatsen\nNoord,900\nNoord,20\nPlaats 2,5\n", list, findings);
    CHECK(both.rows[0].level == Level::province);
    CHECK(both.rows[1].municipality == 0);
    const PrintedTable wholes =
        read("naam,opvangplaatsen\nNoord,900\nMidden,800\nZuid,700\n", list, findings);
    CHECK(wholes.rows[0].level == Level::province);
    const PrintedTable parts = read("naam,opvangplaatsen\nNoord,20\nPlaats 2,5\n", list, findings);
    CHECK(parts.rows[0].municipality == 0);
    const PrintedTable said =
        read("niveau,naam,opvangplaatsen\nprovincie,Noord,20\ngemeente,Noord,5\n", list, findings);
    CHECK(said.rows[0].level == Level::province);
    CHECK(said.rows[1].municipality == 0);
    const PrintedTable only = read("provincie,opvangplaatsen\nNoord,20\n", list, findings);
    REQUIRE(only.rows.size() == 1);
    CHECK(only.rows[0].province == 0);
}

TEST_CASE("two printed tables are paired by what their rows are about") {
    const MunicipalityList list = country(8);
    Findings findings;
    const PrintedTable one =
        read("naam,opvangplaatsen\nPlaats 1,10\nPlaats 2,20\nVroeger,3\n", list, findings);
    const PrintedTable other = read(
        "code,naam,opvangplaatsen\nGM0002,P 2,21\nGM0001,P 1,10\nGM0003,P 3,5\n", list, findings);
    const auto pairs = pair_tables(one, other);
    REQUIRE(pairs.size() == 4);
    CHECK(pairs[0].equal);
    CHECK(pairs[0].other == 1);
    CHECK_FALSE(pairs[1].equal);
    CHECK_FALSE(pairs[2].other.has_value());
    CHECK_FALSE(pairs[3].one.has_value());
}

TEST_CASE(
    "a total beyond any need asks for the highest need, and for no more needs than there are") {
    for (const Places total : {Places{0}, most_places, most_places + 1, 2 * most_places,
                               std::numeric_limits<Places>::max() / 2}) {
        const NeedRange needs = needs_of_total(total, 342);
        CHECK(needs.first >= 0);
        CHECK(needs.first <= needs.last);
        CHECK(needs.last <= most_places);
    }
}

namespace {

// A and B of 100 inhabitants in one province, C of 200 in another; scores of nought with a decimal.
// Of 40: 10, 10 and 20.
MunicipalityList three_equal() {
    MunicipalityList list;
    list.codes = {{1, 4}, {2, 4}, {3, 4}};
    list.names = {"A", "B", "C"};
    list.provinces = {0, 0, 1};
    list.inhabitants = {100, 100, 200};
    list.scores = {0, 0, 0};
    list.score_decimals = 1;
    return list;
}

PrintedRow row_of(std::size_t municipality, Places places) {
    PrintedRow row;
    row.code = MunicipalityCode{static_cast<std::uint32_t>(municipality) + 1, 4};
    if (municipality < 3) row.municipality = municipality;
    row.name = "naam";
    row.places = places;
    return row;
}

PrintedRow task_of(std::optional<std::size_t> province, Places places) {
    PrintedRow row;
    row.level = Level::province;
    row.name = "naam";
    row.province = province;
    row.places = places;
    return row;
}

DifferenceClass class_of(const PrintedRow& row, bool with_bounds = true) {
    const MunicipalityList list = three_equal();
    const Allocation own = allocate(list, 40, std::nullopt);
    PrintedTable table;
    table.rows = {row};
    const auto rounded = with_bounds ? RoundedInputs::scores(list, own, 0) : std::nullopt;
    return compare(table, list, own, rounded, {}, {40, 40}).rows[0].difference;
}

}  // namespace

TEST_CASE("what inputs rounded to whole scores can hide is rounding, to its ends and not beyond") {
    // A: 1.5 against 0.5 of the others, 40 × 150 ÷ 300 = 20; and 40 × 50 ÷ 500 = 4.
    for (const Places places : {4, 20})
        CHECK(class_of(row_of(0, places)) == DifferenceClass::rounding);
    for (const Places places : {3, 21})
        CHECK(class_of(row_of(0, places)) == DifferenceClass::unexplained);
    // Its province: the sums of both, 8 … 40. The other: 40 × 100 ÷ 400 … 40 × 300 ÷ 400.
    for (const auto& [province, low, high] : {std::tuple{0, 8, 40}, std::tuple{1, 10, 30}}) {
        const auto at = static_cast<std::size_t>(province);
        CHECK(class_of(task_of(at, low)) == DifferenceClass::rounding);
        CHECK(class_of(task_of(at, high)) == DifferenceClass::rounding);
        CHECK(class_of(task_of(at, low - 1)) == DifferenceClass::unexplained);
        CHECK(class_of(task_of(at, high + 1)) == DifferenceClass::unexplained);
    }
    CHECK(class_of(row_of(0, 4), false) == DifferenceClass::unexplained);
    CHECK(class_of(task_of(0, 19), false) == DifferenceClass::unexplained);
    CHECK(class_of(task_of(2, 19)) == DifferenceClass::other_municipality);
}

TEST_CASE("of former municipalities that were combined each was rounded: half a place for each") {
    PrintedRow row = row_of(0, 11);  // 10 exactly, of two parts
    row.parts = 2;
    for (const auto& [places, is_rounding] :
         {std::pair{8, false}, std::pair{9, true}, std::pair{11, true}, std::pair{12, false}}) {
        row.places = places;
        CHECK((class_of(row, false) == DifferenceClass::rounding) == is_rounding);
    }
    row.parts = 1;
    row.places = 11;
    CHECK(class_of(row, false) == DifferenceClass::unexplained);
}

TEST_CASE("another cause is named for three rows more than the own inputs, and half of the table") {
    const MunicipalityList list = three_equal();
    const Allocation own = allocate(list, 40, std::nullopt);
    const auto need_of = [&](std::vector<PrintedRow> rows) {
        PrintedTable table;
        table.rows = std::move(rows);
        const Comparison found = compare(table, list, own, std::nullopt, {}, {80, 80});
        CHECK(found.reproduced_by_other == (found.other_need ? 3 : 0));
        return found.other_need;
    };
    const std::vector<PrintedRow> three = {row_of(0, 20), row_of(1, 20), row_of(2, 40)};
    CHECK(need_of(three) == 80);
    CHECK_FALSE(need_of({three[0], three[1]}).has_value());
    // Half of the table, and less than that.
    std::vector<PrintedRow> more = three;
    for (std::size_t other = 3; other < 6; ++other)
        more.push_back(row_of(other, 7));
    CHECK(need_of(more) == 80);
    more.push_back(row_of(6, 7));
    CHECK_FALSE(need_of(more).has_value());
    // One row that the own inputs give: three is then only two more.
    std::vector<PrintedRow> also = three;
    also.push_back(task_of(0, 20));
    CHECK_FALSE(need_of(also).has_value());
}

TEST_CASE("two causes that give as much of a table are none") {
    const MunicipalityList list = three_equal();
    const Allocation own = allocate(list, 40, std::nullopt);
    const std::vector<Weight> heavier = {2'000, 1'000, 1'000};  // 20, 10 and 10 of 40
    const std::vector<Weight> twice = {4'000, 2'000, 2'000};    // the same
    const Combination one{list, heavier};
    const Combination same{list, twice};
    PrintedTable table;
    table.rows = {row_of(0, 20), row_of(1, 10), row_of(2, 10), task_of(0, 30), task_of(1, 10)};
    const auto found = [&](std::vector<Combination> combinations) {
        return compare(table, list, own, std::nullopt, combinations, {40, 40}).other_combination;
    };
    CHECK(found({one}) == std::size_t{0});
    CHECK_FALSE(found({one, same}).has_value());
}

TEST_CASE("without own figures a table shows unknown municipalities and tasks that do not add up") {
    const MunicipalityList list = three_equal();
    PrintedTable table;
    table.rows = {row_of(0, 10),  row_of(1, 10),  row_of(2, 20),           row_of(5, 3),
                  task_of(0, 21), task_of(1, 20), task_of(std::nullopt, 1)};
    PrintedRow country;
    country.level = Level::country;
    country.places = 99;  // may be the need, and is not judged by the sum
    table.rows.push_back(country);
    const auto rows = compare_without_figures(table, list);
    REQUIRE(rows.size() == 8);
    for (const std::size_t at : {0U, 1U, 2U, 5U, 7U})
        CHECK(rows[at].difference == DifferenceClass::unexplained);
    CHECK(rows[3].difference == DifferenceClass::other_municipality);
    CHECK(rows[4].difference == DifferenceClass::sum_of_parts);
    CHECK(rows[4].sum_of_parts == 20);
    CHECK(rows[6].difference == DifferenceClass::other_municipality);
    CHECK(rows[4].row == 4);
    for (const auto shown : {DifferenceClass::other_municipality, DifferenceClass::sum_of_parts})
        CHECK_FALSE(rests_on_own_figure(shown));
    for (const auto own : {DifferenceClass::equal, DifferenceClass::rounding,
                           DifferenceClass::other_need, DifferenceClass::unexplained})
        CHECK(rests_on_own_figure(own));
}

TEST_CASE(
    "rows of two tables are equal where both numbers are, and those of minors if both print them") {
    PrintedTable one;
    PrintedTable other;
    const auto add = [](PrintedTable& table, PrintedRow row, std::optional<Places> minors) {
        row.minors = minors;
        table.rows.push_back(row);
    };
    add(one, row_of(0, 10), 2);
    add(other, row_of(0, 10), 3);
    add(one, row_of(1, 10), 2);
    add(other, row_of(1, 10), 2);
    add(one, row_of(2, 10), 2);
    add(other, row_of(2, 10), {});
    // A province and a municipality that no table knows are no pair, however alike their names.
    add(one, task_of(std::nullopt, 5), {});
    PrintedRow named = task_of(std::nullopt, 5);
    named.level = Level::municipality;
    add(other, named, {});
    const auto pairs = pair_tables(one, other);
    REQUIRE(pairs.size() == 5);
    CHECK_FALSE(pairs[0].equal);
    CHECK(pairs[1].equal);
    CHECK(pairs[2].equal);
    CHECK_FALSE(pairs[3].other.has_value());
    CHECK_FALSE(pairs[3].equal);
    CHECK(pairs[4].other == std::size_t{3});
}
