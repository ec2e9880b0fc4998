#include "values/finding.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace spreiding;

namespace {

Finding in_cell(FindingCode code, std::uint32_t row, std::uint32_t column, std::string raw) {
    return {.code = code, .file = "f.csv", .row = row, .column = column, .raw = std::move(raw)};
}

}  // namespace

TEST_CASE("what is wrong with a column is one finding, with its rows and their places") {
    Findings findings;
    findings.add(in_cell(FindingCode::number_not_whole, 2, 4, "45.457"));
    findings.add(in_cell(FindingCode::number_not_whole, 3, 4, "22.5"));
    findings.add(in_cell(FindingCode::number_not_whole, 9, 4, "1.5"));
    REQUIRE(findings.list().size() == 1);
    const Finding& found = findings.list()[0];
    CHECK(found.count == 3);
    CHECK(found.row == 2);
    CHECK(found.raw == "45.457");
    REQUIRE(findings.also(found).size() == 2);
    CHECK(findings.also(found)[0].row == 3);
    CHECK(findings.also(found)[1].raw == "1.5");
    CHECK(findings.count(Severity::error) == 1);
}

TEST_CASE("another column, another file or another fault is another cause") {
    Findings findings;
    findings.add(in_cell(FindingCode::number_not_whole, 2, 4, "1.5"));
    findings.add(in_cell(FindingCode::number_not_whole, 2, 5, "1.5"));
    findings.add(in_cell(FindingCode::number_out_of_range, 2, 4, "-1"));
    findings.add({.code = FindingCode::number_not_whole, .file = "g.csv", .row = 2, .column = 4});
    CHECK(findings.list().size() == 4);
}

TEST_CASE("a word that is not known is one finding for each such word") {
    Findings findings;
    findings.add(in_cell(FindingCode::kind_unknown, 2, 5, "tijdelijk"));
    findings.add(in_cell(FindingCode::kind_unknown, 3, 5, "noodopvang"));
    findings.add(in_cell(FindingCode::kind_unknown, 4, 5, "tijdelijk"));
    REQUIRE(findings.list().size() == 2);
    CHECK(findings.list()[0].count == 2);
    CHECK(findings.list()[1].count == 1);
}

TEST_CASE("municipalities that stand twice are one finding, each with the row of its first") {
    Findings findings;
    for (const std::uint32_t row : {4U, 5U, 6U}) {
        Finding twice = in_cell(FindingCode::code_duplicate, row, 0, "GM0363");
        twice.other_row = row - 2;
        findings.add(twice);
    }
    REQUIRE(findings.list().size() == 1);
    CHECK(findings.list()[0].count == 3);
    CHECK(findings.list()[0].other_row == 2);
    REQUIRE(findings.also(findings.list()[0]).size() == 2);
    CHECK(findings.also(findings.list()[0])[1].other_row == 4);
    Findings all;
    all.add_all(findings);
    CHECK(all.also(all.list()[0])[1].other_row == 4);
}

TEST_CASE("rows that have shifted are one finding: names, provinces, inhabitants that do not fit") {
    for (const FindingCode code : {FindingCode::name_differs, FindingCode::province_differs,
                                   FindingCode::population_far, FindingCode::printed_twice}) {
        Findings findings;
        for (std::uint32_t row = 2; row < 9; ++row)
            findings.add(in_cell(code, row, 2, std::to_string(row)));
        REQUIRE(findings.list().size() == 1);
        CHECK(findings.list()[0].count == 7);
        CHECK(findings.also(findings.list()[0]).back().raw == "8");
    }
}

TEST_CASE("of a million rows of one cause all are counted and a thousand places kept") {
    Findings findings;
    for (std::uint32_t row = 1; row <= 1'000'000; ++row) {
        if (findings.counts_as(FindingCode::number_not_whole, "f.csv", 3)) continue;
        findings.add(in_cell(FindingCode::number_not_whole, row, 3, "1.5"));
    }
    REQUIRE(findings.list().size() == 1);
    CHECK(findings.list()[0].count == 1'000'000);
    CHECK(findings.also(findings.list()[0]).size() == Findings::most_per_code);
}

TEST_CASE("causes of two readings are put together") {
    Findings one;
    one.add(in_cell(FindingCode::number_missing, 2, 3, ""));
    Findings other;
    other.add(in_cell(FindingCode::number_missing, 7, 3, ""));
    other.add(in_cell(FindingCode::number_missing, 8, 3, ""));
    one.add_all(other);
    REQUIRE(one.list().size() == 1);
    CHECK(one.list()[0].count == 3);
    CHECK(one.also(one.list()[0]).size() == 2);
    CHECK(one.count(Severity::error) == 1);
}
