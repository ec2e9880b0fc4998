#include "tables/tables.hpp"

#include <doctest/doctest.h>

#include "tables/municipalities.hpp"

using namespace spreiding;

namespace {

const std::vector<std::string> provinces = {"Fryslân", "Noord-Holland"};

struct Population {
    explicit Population(std::string text)
        : bytes(std::move(text)),
          sheet(csv::read(bytes, "p.csv", findings)),
          layout(recognise(sheet)),
          table(read_population({sheet, layout, "p.csv"}, provinces, findings)) {}
    std::string bytes;
    Findings findings;
    csv::Sheet sheet;
    Layout layout;
    PopulationTable table;
};

struct Scores {
    explicit Scores(std::string text)
        : bytes(std::move(text)),
          sheet(csv::read(bytes, "s.csv", findings)),
          layout(recognise(sheet)),
          table(read_scores({sheet, layout, "s.csv"}, findings)) {}
    std::string bytes;
    Findings findings;
    csv::Sheet sheet;
    Layout layout;
    ScoreTable table;
};

const std::string head = "gemeentecode,gemeente,provincie,inwoners\n";

std::size_t population_findings(const std::string& row, FindingCode code) {
    return Population(head + row + "\n").findings.count(code);
}

std::size_t score_findings(const std::string& score, FindingCode code) {
    return Scores("gemeentecode;gemeente;SES-WOA\nGM0363;Amsterdam;" + score + "\n")
        .findings.count(code);
}

}  // namespace

TEST_CASE("a code is read in every way it is written, and given back in one") {
    for (const char* text : {"GM0363", "gm0363", "0363", "363", "  GM0363    ", "GM363", "gm363",
                             "363.0", "363,0", "0363.00", "GM0363,0", " 363.0 "}) {
        REQUIRE(read_code(text).has_value());
        CHECK(read_code(text)->text() == "GM0363");
    }
    CHECK(read_code("GM1234567")->text() == "GM1234567");
    CHECK_FALSE(read_code("GM12345678").has_value());
    for (const char* text : {"GM036", "GM", "363.", "363.000", "363.5", "363.0.0", ".0", "363 0",
                             "3.63e2", "-363", "363.O", "12345678.0"})
        CHECK_FALSE(read_code(text).has_value());
    CHECK_FALSE(read_code("PV20").has_value());
    CHECK_FALSE(read_code("").has_value());
    CHECK(*read_code("GM9999") < *read_code("GM00001"));
}

TEST_CASE("columns are recognised under the names of CBS and of municipalities") {
    for (const char* header :
         {"Regiocode,Gemeentenaam,Provincie,Bevolking op 1 januari (aantal)",
          "GM_CODE,GM_NAAM,Provincienaam,Aantal inwoners", "code,name,province,population"}) {
        const Population read(std::string(header) + "\nGM0363,Amsterdam,Noord-Holland,918117\n");
        CHECK(read.layout.kind == TableKind::population);
        REQUIRE(read.table.size() == 1);
        CHECK(read.table.inhabitants[0] == 918'117);
        CHECK(read.table.provinces[0] == 1);
    }
    CHECK(Scores("Gemeentecode;Gemiddelde score (Getal)\n363;-0,073\n").table.scores[0] == -73);
}

TEST_CASE("title lines above the header and source lines below the table are no rows") {
    const Scores read(
        "SES-WOA per gemeente;;\n\nGemeentecode;Gemeente;SES-WOA\nGM0363;Amsterdam;-0,073\n"
        "Bron: CBS;;\n");
    CHECK(read.table.size() == 1);
    CHECK(read.table.rows[0] == 4);
    CHECK(read.findings.count(FindingCode::row_text_only) == 1);
    CHECK_FALSE(read.findings.has_errors());
}

TEST_CASE("rows of other regions are counted in one note") {
    const Scores read("code,score\nNL01,0\nPV20,0.1\nWK036301,0.2\nGM0363,0.3\n");
    CHECK(read.table.size() == 1);
    REQUIRE(read.findings.count(FindingCode::rows_other_regions) == 1);
    CHECK(read.findings.list()[0].count == 3);
}

TEST_CASE("inhabitants lie from 1 to 2^31 - 1, in whole numbers") {
    const auto row = [](const char* people) {
        return std::string("GM0363,Amsterdam,Noord-Holland,") + people;
    };
    CHECK(population_findings(row("1"), FindingCode::number_out_of_range) == 0);
    CHECK(population_findings(row("0"), FindingCode::number_out_of_range) == 1);
    CHECK(population_findings(row("2147483647"), FindingCode::number_out_of_range) == 0);
    CHECK(population_findings(row("2147483648"), FindingCode::number_out_of_range) == 1);
    CHECK(population_findings(row("99999999999999999999"), FindingCode::number_out_of_range) == 1);
    CHECK(population_findings(row("12.5"), FindingCode::number_not_whole) == 1);
    CHECK(population_findings(row(""), FindingCode::number_missing) == 1);
    CHECK(population_findings(row("veel"), FindingCode::number_unreadable) == 1);
    CHECK(Population(head + row("18500.00") + "\n").table.inhabitants[0] == 18'500);
}

TEST_CASE("scores lie above -1 and up to 10, with up to six decimals") {
    CHECK(score_findings("-0,999999", FindingCode::number_out_of_range) == 0);
    CHECK(score_findings("-1", FindingCode::number_out_of_range) == 1);
    CHECK(score_findings("10", FindingCode::number_out_of_range) == 0);
    CHECK(score_findings("10,000001", FindingCode::number_out_of_range) == 1);
    CHECK(score_findings("0,1234567", FindingCode::number_too_precise) == 1);
    CHECK(score_findings("0,1230000000", FindingCode::number_too_precise) == 0);
    CHECK(score_findings(".", FindingCode::number_missing) == 1);
}

TEST_CASE("a finding says file, row, column and what stands there") {
    const Population read(head +
                          "GM0363,Amsterdam,Noord-Holland,1\nGM0059,Achtkarspelen,Frysln,2\n");
    REQUIRE(read.findings.list().size() == 1);
    const Finding& finding = read.findings.list()[0];
    CHECK(finding.code == FindingCode::province_unknown);
    CHECK(finding.file == "p.csv");
    CHECK(finding.row == 3);
    CHECK(finding.column == 3);
    CHECK(finding.raw == "Frysln");
}

TEST_CASE("provinces are known under their other spellings") {
    CHECK(find_province("Friesland", provinces) == 0);
    CHECK(find_province("noord holland", provinces) == 1);
    CHECK_FALSE(find_province("Holland", provinces).has_value());
}

TEST_CASE("a column of thousands that could be decimals is asked about, except for a score") {
    CHECK(population_findings("GM0363,Amsterdam,Noord-Holland,1.234",
                              FindingCode::column_ambiguous) == 1);
    CHECK(score_findings("1,234", FindingCode::column_ambiguous) == 0);
    CHECK(Scores("code;score\n363;1,234\n").table.scores[0] == 1'234);
}

// Two thousand rows of one cell each, but for one of them.
std::string rows_of(const std::string& usual, std::size_t odd_row, const std::string& odd) {
    std::string rows = "code;name;provincie;inwoners;score\n";
    for (std::size_t row = 0; row < 2'000; ++row) {
        const std::string& figure = row == odd_row ? odd : usual;
        rows += std::to_string(1'000 + row) + ";G;Fryslân;" + figure + ";0\n";
    }
    return rows;
}

TEST_CASE("the notation of a column is that of all its rows, wherever the one stands that tells") {
    for (const std::size_t row : {0U, 1U, 998U, 999U, 1'000U, 1'001U, 1'999U}) {
        CAPTURE(row);
        const Population points(rows_of("1.234", row, "1.234.567"));
        CHECK(points.findings.list().empty());
        REQUIRE(points.table.size() == 2'000);
        CHECK(points.table.inhabitants[row == 5 ? 6 : 5] == 1'234);
        CHECK(points.table.inhabitants[row] == 1'234'567);

        const Population decimals(rows_of("1.000", row, "1.0"));
        CHECK(decimals.findings.list().empty());
        CHECK(decimals.table.inhabitants[row == 5 ? 6 : 5] == 1);

        const Population unclear(rows_of("1.234", row, "1234"));
        REQUIRE(unclear.findings.list().size() == 1);
        CHECK(unclear.findings.list()[0].code == FindingCode::column_ambiguous);
        CHECK(unclear.findings.list()[0].row == (row == 0 ? 3 : 2));
        CHECK(unclear.table.size() == 0);
    }
}

TEST_CASE("nothing is kept of a reading that the first rows misled") {
    // The first thousand rows look like decimal commas, of all rows most have decimal points.
    std::string rows = "code;score\n";
    for (int row = 0; row < 4'000; ++row)
        rows += std::to_string(1'000 + row) + (row < 1'000 ? ";0,12\n" : ";0.12\n");
    rows += "geen code;x\n;0.12\n";
    const Scores read(rows);
    CHECK(read.findings.count(FindingCode::number_other_marks) == 1);
    CHECK(read.findings.list()[0].count == 1'000);
    CHECK(read.findings.list()[0].row == 2);
    CHECK(read.findings.list()[0].raw == "0,12");
    CHECK(read.findings.count(FindingCode::code_unreadable) == 1);
    CHECK(read.findings.count(FindingCode::row_text_only) == 1);
    CHECK(read.table.size() == 4'000);
    CHECK(read.table.scores[3'999] == 12);
}

TEST_CASE("of two tables in one file each has its own doubts") {
    const std::string bytes = "code;name;inwoners;score\n363;A;1;0.1\n59;B;2;0,2\n";
    Findings findings;
    const csv::Sheet sheet = csv::read(bytes, "f.csv", findings);
    const Layout layout = recognise(sheet);
    read_population_and_scores({sheet, layout, "f.csv"}, provinces, findings);
    CHECK(findings.count(FindingCode::column_missing) == 1);
    CHECK(findings.count(FindingCode::column_ambiguous) == 1);
}

TEST_CASE("a row that is left out tells of the notation all the same") {
    // Only the total of the country says that the points group thousands.
    const Population read(head + "GM0059,A,Fryslân,1.234\nGM0363,B,Noord-Holland,2.345\n" +
                          "NL01,Nederland,,1.003.579\n");
    CHECK(read.findings.count(FindingCode::column_ambiguous) == 0);
    CHECK(read.table.inhabitants[1] == 2'345);
    CHECK(read.findings.count(FindingCode::total_differs) == 1);
}

TEST_CASE("missing and doubled columns are errors") {
    CHECK(Population("gemeentecode,gemeente,inwoners\nGM0363,A,1\n")
              .findings.count(FindingCode::column_missing) == 1);
    CHECK(Scores("code,score,SES-WOA\nGM0363,0.1,0.2\n")
              .findings.count(FindingCode::column_proposed) == 2);
}

TEST_CASE("the lists are joined on code, in code order") {
    const Population people(head + "GM0363,Amsterdam,Noord-Holland,9\nGM0059,A,Fryslân,2\n");
    const Scores scores("code,score\n59,0.10\n363,-0.073\n");
    Findings findings;
    const MunicipalityList list = join(people.table, "p.csv", scores.table, "s.csv", findings);
    CHECK(findings.list().empty());
    REQUIRE(list.size() == 2);
    CHECK(list.codes[0].text() == "GM0059");
    CHECK(list.inhabitants[1] == 9);
    CHECK(list.score_decimals == 3);
    CHECK(list.scores[0] == 100);
    CHECK(list.scores[1] == -73);
}

TEST_CASE("a municipality twice or in one file only is an error at its row") {
    const Population people(head + "GM0363,A,Fryslân,9\n363,B,Fryslân,8\nGM0001,C,Fryslân,2\n");
    const Scores scores("code,score\n363,0\n2,0\n");
    Findings findings;
    join(people.table, "p.csv", scores.table, "s.csv", findings);
    REQUIRE(findings.count(FindingCode::code_duplicate) == 1);
    CHECK(findings.list()[0].row == 3);
    CHECK(findings.list()[0].other_row == 2);
    CHECK(findings.count(FindingCode::municipality_only_here) == 2);
}

TEST_CASE("a list rests on another when half of its figures are the same, in any format") {
    const Scores estimate("code,score\n1,0.100\n2,0.200\n3,0.300\n4,0.400\n");
    CHECK(repeats(Scores("code;score\n4;0,4\n3;0,3\n2;0,2\n1;0,1\n").table, estimate.table));
    CHECK(rests_on(Scores("code,score\n1,0.1\n2,0.2\n3,0.9\n4,0.9\n").table, estimate.table));
    CHECK_FALSE(rests_on(Scores("code,score\n1,0.1\n2,0.8\n3,0.9\n4,0.9\n").table, estimate.table));
    CHECK_FALSE(repeats(Scores("code,score\n1,0.1\n").table, estimate.table));
}
