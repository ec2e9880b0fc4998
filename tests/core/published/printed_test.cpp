#include "published/printed.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "tables/nearest.hpp"
#include "tables/tables.hpp"

using namespace spreiding;

namespace {

const std::vector<std::string> provinces = {"Drenthe", "Limburg", "Noord-Holland"};

MunicipalityList list() {
    MunicipalityList found;
    const auto add = [&](const char* code, std::string_view name, std::uint16_t province) {
        found.codes.push_back(*read_code(code));
        found.names.push_back(name);
        found.provinces.push_back(province);
        found.inhabitants.push_back(50'000);
    };
    add("GM0106", "Assen", 0);
    add("GM0114", "Emmen", 0);
    add("GM0363", "Amsterdam", 2);
    add("GM0373", "Bergen (NH.)", 2);
    add("GM0479", "Zaanstad", 2);
    add("GM0893", "Bergen (L.)", 1);
    return found;
}

struct Read {
    explicit Read(std::string text, const TableOptions& options = {},
                  MunicipalityList known = list())
        : all(std::move(known)),
          bytes(std::move(text)),
          sheet(csv::read(bytes, "t.csv", findings)),
          layout(recognise(sheet, options)),
          table(read_printed({sheet, layout, "t.csv", options}, {all, provinces}, findings)) {}
    Read(const Read&) = delete;
    Read& operator=(const Read&) = delete;

    std::size_t count(FindingCode code) const { return findings.count(code); }
    const Finding* first(FindingCode code) const {
        for (const Finding& finding : findings.list())
            if (finding.code == code) return &finding;
        return nullptr;
    }

    MunicipalityList all;
    std::string bytes;
    Findings findings;
    csv::Sheet sheet;
    Layout layout;
    PrintedTable table;
};

}  // namespace

TEST_CASE("of two columns of one meaning none is taken") {
    for (const char* head : {"Gemeente;Opvangplaatsen;Totaal", "Gemeente;Totaal;Opvangplekken",
                             "Gemeente;Plekken;AMV;AMV"}) {
        CAPTURE(head);
        const Read read(std::string(head) + "\nAssen;1;2;3\nEmmen;4;5;6\n");
        CHECK(read.table.rows.empty());
        CHECK(read.count(FindingCode::column_proposed) == 2);
    }
}

TEST_CASE("under a heading of two rows a total is that of what stands above it") {
    const Read read(
        "Gemeente;Inwoners;;Opvang;\n;Totaal;Jong;Totaal;waarvan amv\nAssen;70.000;1;380;32\n"
        "Emmen;107.000;2;1.512;128\n");
    REQUIRE(read.table.rows.size() == 2);
    CHECK(read.table.rows[0].places == 380);
    CHECK(read.table.rows[1].minors == 128);
}

TEST_CASE("a column of whole numbers that alone remains beside names is proposed, and not taken") {
    for (const char* head : {"Gemeente;Aantal", "Gemeente;Asielzoekers", "Gemeente;Taakstelling",
                             "Gemeente;Opgave", "Gemeente;2026", "Gemeente;"}) {
        CAPTURE(head);
        const Read read(std::string(head) + "\nAssen;380\nEmmen;1.512\n");
        CHECK(read.table.rows.empty());
        const Finding* proposed = read.first(FindingCode::column_proposed);
        REQUIRE(proposed != nullptr);
        CHECK(proposed->column == 2);
        CHECK(proposed->about == "places");
        const Read said(std::string(head) + "\nAssen;380\nEmmen;1.512\n",
                        {.columns = {{.column = ColumnMeaning::places, .number = 2}}});
        CHECK(said.table.rows.size() == 2);
        CHECK_FALSE(said.findings.has_errors());
    }
    for (const char* head :
         {"2024;2026", "Aantal 2024;Aantal 2026", "Opvangplaatsen 2024;Opvangplaatsen 2026",
          "Plekken in 2024;Plekken in 2026", "Aantal;Rest"}) {
        CAPTURE(head);
        const std::string text =
            "Gemeente;" + std::string(head) + "\nAssen;380;1.000\nEmmen;1.512;7\n";
        const Read two(text);
        CHECK(two.table.rows.empty());
        REQUIRE(two.count(FindingCode::column_proposed) == 2);
        CHECK(two.first(FindingCode::column_proposed)->count == 2);
        const Read said(text, {.columns = {{.column = ColumnMeaning::places, .number = 3}}});
        REQUIRE(said.table.rows.size() == 2);
        CHECK(said.table.rows[0].places == 1'000);
    }
    const Read counted("Nr;Gemeente;Aantal\n1;Assen;380\n2;Emmen;1.512\n");
    CHECK(counted.first(FindingCode::column_proposed)->column == 3);
}

TEST_CASE("a table without headings loses no row") {
    const std::string text = "Assen;380\nEmmen;1.512\n";
    const Read read(text);
    CHECK(read.table.rows.empty());
    CHECK(read.count(FindingCode::column_proposed) == 2);
    const Read said(text, {.columns = {{.column = ColumnMeaning::name, .number = 1},
                                       {.column = ColumnMeaning::places, .number = 2}}});
    REQUIRE(said.table.rows.size() == 2);
    CHECK(said.table.rows[0].places == 380);
    CHECK(said.table.rows[0].row == 1);
}

TEST_CASE("headings that newspapers use for places are known") {
    for (const char* head : {"Aantal plekken", "Opvangplekken", "Aantal opvangplaatsen"}) {
        CAPTURE(head);
        CHECK(Read("Gemeente;" + std::string(head) + "\nAssen;380\n").table.rows.size() == 1);
    }
}

TEST_CASE("a total is that of the province whose table it closes, or of the rows alone") {
    const Read whole("Gemeente;Plekken\nAssen;380\nEmmen;1.512\nTotaal;1.892\n");
    REQUIRE(whole.table.rows.size() == 3);
    CHECK(whole.table.rows[2].level == Level::province);
    CHECK(whole.table.rows[2].province == 0);
    CHECK_FALSE(printed_country(whole.table));
    const Read part("Gemeente;Plekken\nAmsterdam;380\nTotaal;380\n");
    CHECK(part.table.rows.size() == 1);
    CHECK(part.count(FindingCode::total_of_part) == 1);
    CHECK(part.count(FindingCode::total_differs) == 0);
    const Read all(
        "Gemeente;Plekken\nAssen;1\nEmmen;2\nAmsterdam;3\nBergen NH;4\nBergen L;5\nZaanstad;6\n"
        "Totaal;21\n");
    CHECK(printed_country(all.table) == 21);
    CHECK(all.findings.list().empty());
}

TEST_CASE("a sum that is not that of its rows is found") {
    CHECK(Read("Gemeente;Plekken\nAssen;380\nEmmen;1.512\nTotaal;1.893\n")
              .count(FindingCode::total_differs) == 1);
    CHECK(Read("Gemeente;Plekken\nAmsterdam;380\nZaanstad;20\nTotaal;401\n")
              .count(FindingCode::total_differs) == 1);
    CHECK(
        Read("Gemeente;Plekken\nDrenthe;7\nAssen;1\nEmmen;2\n").count(FindingCode::total_differs) ==
        1);
}

TEST_CASE("a province beside a name decides between two, and contradicts none in silence") {
    const Read read("Gemeente;Provincie;Plekken\nBergen;Limburg;1\nBergen;Noord-Holland;2\n");
    REQUIRE(read.table.rows.size() == 2);
    CHECK(read.table.rows[0].municipality == 5);
    CHECK(read.table.rows[1].municipality == 3);
    const Read wrong("Gemeente;Provincie;Plekken\nAssen;Limburg;1\n");
    CHECK_FALSE(wrong.table.rows[0].municipality);
    CHECK(wrong.count(FindingCode::province_differs) == 1);
    const Read coded("code;Gemeente;Provincie;Plekken\nGM0106;Assen;Limburg;1\nGM0114;Assen;;2\n");
    CHECK(coded.count(FindingCode::province_differs) == 1);
    CHECK(coded.count(FindingCode::name_differs) == 1);
}

TEST_CASE("a total under provinces is the country's where all stand there, else that of its rows") {
    const std::string two = "Provincie;Plekken\nDrenthe;10\nLimburg;20\n";
    const Read all(two + "Noord-Holland;30\nTotaal;60\n");
    CHECK(printed_country(all.table) == 60);
    CHECK(all.findings.list().empty());
    const Read part(two + "Totaal;30\n");
    CHECK_FALSE(printed_country(part.table).has_value());
    REQUIRE(part.count(FindingCode::total_of_part) == 1);
    CHECK(part.first(FindingCode::total_of_part)->row == 4);
    CHECK(part.first(FindingCode::total_of_part)->about == "30");
    // What is not their sum may be the country's.
    CHECK(printed_country(Read(two + "Totaal;60\n").table) == 60);
    CHECK(Read(two + "Totaal;60\n").count(FindingCode::total_of_part) == 0);
}

TEST_CASE("a total of municipalities of one province is theirs, also where it does not add up") {
    const Read part("Gemeente;Plekken\nAmsterdam;380\nZaanstad;20\nTotaal;401\n");
    CHECK_FALSE(printed_country(part.table).has_value());
    CHECK(part.count(FindingCode::total_of_part) == 1);
    REQUIRE(part.count(FindingCode::total_differs) == 1);
    CHECK(part.first(FindingCode::total_differs)->row == 4);
    CHECK(part.first(FindingCode::total_differs)->raw == "401");
    CHECK(part.first(FindingCode::total_differs)->about == "400");
    // One municipality says nothing of its table, nor do those of two provinces.
    CHECK(printed_country(Read("Gemeente;Plekken\nAmsterdam;380\nTotaal;400\n").table) == 400);
    CHECK(printed_country(Read("Gemeente;Plekken\nAssen;380\nZaanstad;20\nTotaal;401\n").table) ==
          401);
    CHECK(Read("Gemeente;Plekken\nAssen;380\nZaanstad;20\nTotaal;400\n")
              .count(FindingCode::total_of_part) == 1);
    // What is printed twice counts once in the sum of a province.
    const Read twice("Gemeente;Plekken\nAssen;380\nAssen;380\nEmmen;1.512\nTotaal;1.892\n");
    CHECK(twice.count(FindingCode::total_differs) == 0);
    CHECK(twice.table.rows.back().level == Level::province);
}

TEST_CASE(
    "two figures in one cell are never one: not with a space, and not above the inhabitants") {
    const Read spaced("gemeente;opvangplaatsen\nAssen;1164\nEmmen;612 640\nZaanstad;2001\n");
    REQUIRE(spaced.count(FindingCode::number_other_marks) == 1);
    CHECK(spaced.first(FindingCode::number_other_marks)->row == 3);
    // Where no other cell shows how large figures are written, the municipality does.
    const Read glued("gemeente;opvangplaatsen\nAssen;164\nEmmen;612 640\nZaanstad;64\n");
    CHECK(glued.count(FindingCode::places_above_inhabitants) == 1);
    CHECK(glued.table.rows.size() == 2);
    const Read hundreds("gemeente;opvangplaatsen (x 100)\nAssen;4\nZaanstad;6\n");
    CHECK(hundreds.table.rows.empty());
    CHECK(hundreds.count(FindingCode::figures_of_other_unit) == 1);
    const Read parted(
        "gemeente;opvangplaatsen\nAssen;1 164\nEmmen;12\xE2\x80\x89"
        "640\n");
    REQUIRE(parted.table.rows.size() == 2);
    CHECK(parted.table.rows[1].places == 12'640);
}

TEST_CASE("a line that begins as a row does, and is none, is not passed over as text") {
    const Read read(
        "gemeente;opvangplaatsen\nAssen;64\nEmmen 612 plekken;\nZaanstad nihil;\n"
        "Amsterdam heeft om uitstel gevraagd;\nGroepen gemeenten;\n");
    CHECK(read.count(FindingCode::row_not_read) == 2);
    CHECK(read.count(FindingCode::row_text_only) == 2);
}

TEST_CASE("a code that cannot be read beside a name is told, in a column that has codes") {
    const Read read(
        "gemeentecode;gemeente;opvangplaatsen\nGM0106;Assen;64\nGMO114;Emmen;12\n;Zaanstad;3\n");
    REQUIRE(read.count(FindingCode::code_passed_over) == 1);
    CHECK(read.first(FindingCode::code_passed_over)->row == 3);
    CHECK(read.table.rows.size() == 3);
    const Read parts("regio;gemeente;opvangplaatsen\nNoord;Assen;64\nZuid;Emmen;12\n");
    CHECK(parts.count(FindingCode::code_passed_over) == 0);
}

TEST_CASE("a subtotal of a province without all its municipalities is that of the rows above it") {
    const std::string above =
        "gemeente;opvangplaatsen\nAmsterdam;64\nZaanstad;12\nSubtotaal Noord-Holland;";
    CHECK(Read(above + "76\nAssen;3\n").count(FindingCode::total_differs) == 0);
    const Read wrong(above + "75\nAssen;3\n");
    REQUIRE(wrong.count(FindingCode::total_differs) == 1);
    CHECK(wrong.first(FindingCode::total_differs)->row == 4);
}

TEST_CASE("the heading of a next page is no row, and a code among names is one") {
    const Read read(
        "Gemeente;Opvangplaatsen\nAssen;64\nGM0114;12\nGEMEENTE;opvangplaatsen\nZaanstad;3\n");
    CHECK_FALSE(read.findings.has_errors());
    REQUIRE(read.table.rows.size() == 3);
    CHECK(read.table.rows[1].code == read_code("GM0114"));
    CHECK(read.count(FindingCode::row_text_only) == 1);
}

TEST_CASE("a total by any name is held against its rows") {
    for (const char* name : {"Totaal", "Totaal (3 gemeenten)", "Totaal generaal",
                             "TOTAAL:", "\xCE\xA3", "Opgeteld", "Totaal aantal plekken"}) {
        CAPTURE(name);
        const Read read("gemeente;opvangplaatsen\nAssen;64\nAmsterdam;12\nZaanstad;3\n" +
                        std::string(name) + ";80\n");
        CHECK(read.count(FindingCode::total_differs) == 1);
    }
    const Read whole("gemeente;opvangplaatsen\nAssen;64\nAmsterdam;12\nNederland;88000\n");
    CHECK(whole.count(FindingCode::total_differs) == 0);
}

TEST_CASE("a unit that changes the figure is no column of places") {
    for (const char* heading : {"Opvangplaatsen (x 1.000)", "Opvangplaatsen (in duizendtallen)",
                                "Opvangplaatsen (%)", "Opvangplaatsen (per 1.000 inwoners)"}) {
        CAPTURE(heading);
        const Read read("gemeente;" + std::string(heading) + "\nAssen;64\nAmsterdam;12\n");
        CHECK(read.findings.has_errors());
        CHECK(read.table.rows.empty());
    }
    const Read plain("gemeente;Opvangplaatsen (aantal)\nAssen;64\nAmsterdam;12\n");
    CHECK(plain.table.rows.size() == 2);
}

TEST_CASE(
    "where another figure or a word stands behind the name, the figure after it is of no column") {
    const Read read(
        "gemeente;opvangplaatsen\nAssen;64\nEmmen 700 plekken;60\nZaanstad n.v.t.;5\n"
        "Amsterdam [2];7\n");
    CHECK(read.count(FindingCode::row_not_read) == 2);
    REQUIRE(read.table.rows.size() == 2);
    CHECK(read.table.rows[1].name == "Amsterdam [2]");
}

TEST_CASE("a wrong total under a table of all provinces is found") {
    const std::string all = "Provincie;Plekken\nDrenthe;10\nLimburg;20\nNoord-Holland;30\n";
    for (const char* name : {"Totaal", "Nederland", "Totaal Nederland", "Eindtotaal"}) {
        CAPTURE(name);
        const Read wrong(all + name + ";61\n");
        REQUIRE(wrong.count(FindingCode::total_differs) == 1);
        CHECK(wrong.first(FindingCode::total_differs)->about == "60");
        CHECK(Read(all + name + ";60\n").findings.list().empty());
        // What stands there twice counts once, and what is lacking leaves nothing to compare with.
        CHECK(Read(all + "Drenthe;10\n" + name + ";60\n").count(FindingCode::total_differs) == 0);
    }
    CHECK(
        Read("Provincie;Plekken\nDrenthe;10\nLimburg;20\nNederland;61\n").findings.list().empty());
}

TEST_CASE("totals per province amid a list of municipalities are those of their province") {
    const auto mixed = [](const std::string& drenthe, const std::string& limburg,
                          const std::string& north, const std::string& country) {
        return "Gemeente;Plekken\nAssen;1\nEmmen;2\n" + drenthe + "\nBergen L;5\n" + limburg +
               "\nAmsterdam;3\nBergen NH;4\nZaanstad;6\n" + north + "\n" + country + "\n";
    };
    const Read right(mixed("Totaal Drenthe;3", "Totaal Limburg;5", "Totaal Noord-Holland;13",
                           "Totaal Nederland;21"));
    CHECK(right.findings.list().empty());
    for (const Read& wrong :
         {Read(mixed("Totaal Drenthe;4", "Totaal Limburg;5", "Totaal Noord-Holland;13",
                     "Totaal Nederland;21")),
          Read(mixed("Totaal Drenthe;3", "Totaal Limburg;5", "Totaal Noord-Holland;13",
                     "Totaal Nederland;22")),
          Read(mixed("Subtotaal;3", "Subtotaal;5", "Subtotaal;14", "Totaal;21")),
          Read(mixed("Totaal;3", "Totaal;6", "Totaal;13", "Totaal;21")),
          Read(mixed("Totaal;3", "Totaal;5", "Totaal;13", "Totaal;20"))}) {
        CHECK(wrong.count(FindingCode::total_differs) == 1);
        CHECK(wrong.count(FindingCode::printed_twice) == 0);
    }
    const Read unnamed(mixed("Subtotaal;3", "Subtotaal;5", "Subtotaal;13", "Totaal;21"));
    CHECK(unnamed.findings.list().empty());
    CHECK(unnamed.table.rows[2].level == Level::province);
    CHECK(unnamed.table.rows[2].province == 0);
    CHECK(printed_country(unnamed.table) == 21);
}

TEST_CASE("a total of a part that is no province is that of the rows above it") {
    const std::string some = "Gemeente;Plekken\nAssen;1\nZaanstad;6\nSubtotaal;7\nAmsterdam;3\n";
    const Read right(some + "Bergen NH;4\nSubtotaal;7\nTotaal;14\n");
    CHECK(right.count(FindingCode::total_differs) == 0);
    CHECK(right.count(FindingCode::row_of_sums) == 2);
    CHECK(right.table.rows.size() == 4);
    const Read wrong(some + "Bergen NH;4\nSubtotaal;8\nTotaal;14\n");
    REQUIRE(wrong.count(FindingCode::total_differs) == 1);
    CHECK(wrong.first(FindingCode::total_differs)->row == 7);
    CHECK(wrong.first(FindingCode::total_differs)->about == "7");
}

TEST_CASE("a total of minors is held against its rows as well") {
    const std::string rows = "Gemeente;Plekken;AMV\nAssen;10;1\nEmmen;20;2\n";
    const Read wrong(rows + "Totaal;30;4\n");
    REQUIRE(wrong.count(FindingCode::total_differs) == 1);
    CHECK(wrong.first(FindingCode::total_differs)->column == 3);
    CHECK(wrong.first(FindingCode::total_differs)->about == "3");
    CHECK(Read(rows + "Totaal;30;3\n").count(FindingCode::total_differs) == 0);
    CHECK(Read("Gemeente;Plekken;AMV\nAssen;10;1\nEmmen;20;\nTotaal;30;4\n")
              .count(FindingCode::total_differs) == 0);
}

TEST_CASE("a table with far more rows than there are municipalities is refused") {
    std::string rows = "Gemeente;Plekken\n";
    for (int row = 0; row < 20'007; ++row)
        rows += "Utrecht;1\n";
    const Read read(rows);
    REQUIRE(read.count(FindingCode::too_many_rows) == 1);
    CHECK(read.first(FindingCode::too_many_rows)->about == "20006");
    rows.resize(rows.size() - std::string("Utrecht;1\n").size());
    CHECK(Read(rows).count(FindingCode::too_many_rows) == 0);
}

TEST_CASE("headings that stand once more over other columns are no text to pass over") {
    const Read moved("gemeente;plekken;amv\nAssen;64;3\ngemeente;amv;plekken\nEmmen;5;99\n");
    CHECK(moved.findings.has_errors());
    CHECK_FALSE(Read("gemeente;plekken;amv\nAssen;64;3\ngemeente;plekken;amv\nEmmen;99;5\n")
                    .findings.has_errors());
}

TEST_CASE("years side by side under one heading are two columns of it") {
    const Read read("Gemeente;Opvangplaatsen;\n;2024;2026\nAssen;64;70\n");
    CHECK(read.table.rows.empty());
    REQUIRE(read.count(FindingCode::column_proposed) == 2);
    CHECK(read.first(FindingCode::column_proposed)->column == 2);
    CHECK(read.first(FindingCode::column_proposed)->raw == "Opvangplaatsen / 2024");
    CHECK(read.first(FindingCode::column_proposed)->count == 2);
    const Read said("Gemeente;Opvangplaatsen;\n;2024;2026\nAssen;64;70\n",
                    {.columns = {{.column = ColumnMeaning::places, .number = 3}}});
    REQUIRE(said.table.rows.size() == 1);
    CHECK(said.table.rows[0].places == 70);
    CHECK(Read("Gemeente;Opvangplaatsen\n;2026\nAssen;64\n").table.rows.size() == 1);
}

TEST_CASE("a row that names a province alone is its row, and one that names nothing is told") {
    const Read read("Provincie;Gemeente;Plekken\nDrenthe;Assen;64\nDrenthe;;170\n;;99\n");
    REQUIRE(read.table.rows.size() == 2);
    CHECK(read.table.rows[1].level == Level::province);
    CHECK(read.table.rows[1].province == 0);
    REQUIRE(read.count(FindingCode::row_not_read) == 1);
    CHECK(read.first(FindingCode::row_not_read)->row == 4);
}

TEST_CASE("more places for minors than places is told: the columns may have changed places") {
    const Read read("Gemeente;Plekken;AMV\nAssen;3;64\nEmmen;5;99\nZaanstad;99;5\n");
    REQUIRE(read.count(FindingCode::minors_above_places) == 1);
    CHECK(read.first(FindingCode::minors_above_places)->count == 2);
}

TEST_CASE("a municipality without a figure is no text to pass over") {
    const Read read("Gemeente;Plekken\nAssen;\nBron: CBS;\nEmmen;12\n");
    CHECK(read.count(FindingCode::printed_figure_missing) == 1);
    CHECK(read.count(FindingCode::row_text_only) == 1);
}

TEST_CASE("inhabitants, and a figure in thousands, are not proposed as places") {
    for (const char* head : {"Inwoners 2024;Inwoners 2025", "Opvangplaatsen (in duizenden);Naam"}) {
        CAPTURE(head);
        const Read read("Gemeente;" + std::string(head) + "\nAssen;64;70\nEmmen;12;13\n");
        for (const Finding& finding : read.findings.list())
            CHECK_FALSE(
                (finding.code == FindingCode::column_proposed && finding.about == "places"));
    }
}

TEST_CASE("a heading that names a part of the places is not taken for all of them") {
    for (const char* head : {"Opvangplaatsen (excl. amv)", "Opvangplaatsen (regulier)",
                             "Plekken (zonder amv)", "Opvangplaatsen (amv)"}) {
        CAPTURE(head);
        const std::string text =
            "Gemeente;" + std::string(head) + ";amv\nAssen;350;30\nEmmen;9;2\n";
        const Read read(text);
        CHECK(read.table.rows.empty());
        REQUIRE(read.count(FindingCode::column_proposed) == 1);
        CHECK(read.first(FindingCode::column_proposed)->raw == head);
    }
    CHECK(Read("Gemeente;Opvangplaatsen (incl. amv)\nAssen;350\n").table.rows.size() == 1);
}

TEST_CASE("two rows of a name that several bear are not one row twice") {
    const Read read("Gemeente;Plekken\nBergen;170\nBergen;60\n");
    CHECK(read.count(FindingCode::printed_ambiguous) == 2);
    CHECK(read.count(FindingCode::printed_twice) == 0);
}

TEST_CASE("an abbreviated province beside a name says which municipality is meant") {
    const Read read("Provincie;Gemeente;Plekken\nNH;Bergen;170\nLB;Bergen;60\nDR;Assen;380\n");
    REQUIRE(read.table.rows.size() == 3);
    CHECK(read.table.rows[0].code == read_code("GM0373"));
    CHECK(read.table.rows[1].code == read_code("GM0893"));
    CHECK(read.findings.list().empty());
}

TEST_CASE("a word that says what a name is of stands before or behind it") {
    for (const char* name : {"Totaal Drenthe", "Drenthe totaal", "Provincie Drenthe",
                             "Drenthe (provincie)", "Drenthe provincie", "Subtotaal Drenthe"}) {
        CAPTURE(name);
        const Read read("Gemeente;Plekken\nAssen;1\nEmmen;2\n" + std::string(name) + ";4\n");
        REQUIRE(read.table.rows.size() == 3);
        CHECK(read.table.rows[2].level == Level::province);
        CHECK(read.table.rows[2].province == 0);
        CHECK(read.count(FindingCode::total_differs) == 1);
    }
    const Read joined("Gemeente;Plekken\nAssen;1\nEmmen;2\nDrenthe-totaal;4\n");
    CHECK(joined.table.rows[2].level == Level::municipality);
    CHECK_FALSE(joined.table.rows[2].municipality);
}

TEST_CASE("of a name that a municipality and a province bear the word between brackets decides") {
    MunicipalityList known = list();
    known.names[0] = "Drenthe";
    const auto read = [&](const char* name) {
        const Read one("Gemeente;Plekken\n" + std::string(name) + ";7\nEmmen;2\nZaanstad;3\n", {},
                       known);
        return one.table.rows.at(0).level;
    };
    CHECK(read("Drenthe (gemeente)") == Level::municipality);
    CHECK(read("Gemeente Drenthe") == Level::municipality);
    CHECK(read("Drenthe (provincie)") == Level::province);
    CHECK(read("Drenthe (PV)") == Level::province);
}

TEST_CASE("of a name that stands twice the larger figure is that of the province") {
    MunicipalityList known = list();
    known.names[0] = "Drenthe";
    const auto province_of = [&](const std::string& rows) {
        const Read read("Gemeente;Plekken\n" + rows + "Zaanstad;3\n", {}, known);
        for (const PrintedRow& row : read.table.rows)
            if (row.level == Level::province) return row.places;
        return Places{-1};
    };
    CHECK(province_of("Drenthe;7\nDrenthe;9\nEmmen;2\n") == 9);
    CHECK(province_of("Drenthe;9\nDrenthe;7\nEmmen;2\n") == 9);
    CHECK(province_of("Drenthe;7\nDrenthe;7\nEmmen;2\n") == 7);
    CHECK(province_of("Drenthe;7\nEmmen;2\n") == -1);
}

TEST_CASE("a column without a heading is proposed as names where most of its first rows are") {
    const auto column = [](const std::string& rows) -> std::uint32_t {
        const Read read("Nr;Plaats van;Plekken\n" + rows);
        for (const Finding& finding : read.findings.list())
            if (finding.code == FindingCode::column_proposed && finding.about == "name")
                return finding.column;
        return 0;
    };
    CHECK(column("1;Assen;3\n2;Emmen;4\n3;x;5\n") == 2);
    CHECK(column("1;Assen;3\n2;y;4\n") == 0);
    CHECK(column("1;Assen;3\n2;y;4\n3;Limburg;5\n") == 2);
    // Only the first twenty rows count.
    std::string many;
    for (int row = 0; row < 60; ++row)
        many += "1;" + std::string(row < 11 ? "Assen" : "x") + ";3\n";
    CHECK(column(many) == 2);
    CHECK(column("1;x;3\n" + many.substr(0, many.find("1;x"))) == 2);
    many = many.substr(many.find('\n') + 1);
    CHECK(column(many) == 0);
}

TEST_CASE("a figure with a space in it is one where the municipality has so many inhabitants") {
    const std::string head = "gemeente;opvangplaatsen\nZaanstad;64\nEmmen;";
    CHECK(Read(head + "50 000\n").table.rows.size() == 2);
    CHECK(Read(head + "50 001\n").count(FindingCode::places_above_inhabitants) == 1);
    CHECK(Read(head + "50001\n").table.rows.size() == 2);
}

TEST_CASE("as many places for minors as places is no finding") {
    CHECK(Read("Gemeente;Plekken;AMV\nAssen;64;64\nEmmen;5;4\n")
              .count(FindingCode::minors_above_places) == 0);
    const Read none("Gemeente;Plekken;AMV\nAssen;0;0\nEmmen;5;1\n");
    REQUIRE(none.table.rows.size() == 2);
    CHECK(none.table.rows[0].places == 0);
    CHECK(none.table.rows[0].minors == 0);
}

TEST_CASE("a total between rows is that of a part also where the last of them closes the table") {
    const std::string head = "Gemeente;Plekken\n";
    // The last total is the country's where it is the sum of all, and a part's where it is of its
    // own rows.
    const Read parts(head + "Assen;1\nZaanstad;6\nTotaal;7\nAmsterdam;3\nBergen NH;4\nTotaal;7\n");
    CHECK(parts.count(FindingCode::row_of_sums) == 2);
    CHECK(parts.first(FindingCode::row_of_sums)->row == 4);
    CHECK(parts.first(FindingCode::row_of_sums)->raw == "7");
    CHECK_FALSE(printed_country(parts.table));
    const Read whole(head + "Assen;1\nZaanstad;6\nTotaal;7\nAmsterdam;3\nBergen NH;4\nTotaal;14\n");
    CHECK(whole.count(FindingCode::row_of_sums) == 1);
    CHECK(whole.count(FindingCode::total_of_part) == 1);
    CHECK(whole.count(FindingCode::total_differs) == 0);
    const Read one(head + "Assen;1\nZaanstad;6\nTotaal;7\n");
    CHECK(one.count(FindingCode::row_of_sums) == 0);
    CHECK(one.count(FindingCode::total_of_part) == 1);
}

TEST_CASE("a wrong total of minors under a part tells the row, the column and the cell") {
    const Read wrong("Gemeente;Plekken;AMV\nAmsterdam;10;1\nZaanstad;20;2\nTotaal;30;4\n");
    REQUIRE(wrong.count(FindingCode::total_differs) == 1);
    CHECK(wrong.first(FindingCode::total_differs)->row == 4);
    CHECK(wrong.first(FindingCode::total_differs)->column == 3);
    CHECK(wrong.first(FindingCode::total_differs)->raw == "4");
    CHECK(wrong.first(FindingCode::total_differs)->about == "3");
}

TEST_CASE(
    "a second row of headings is passed over near the first alone, and not where it names one") {
    const std::string head = "Gemeente;Plekken;Opmerking\n";
    for (const char* second : {"naam;aantal;tekst\n", "naam;aantal;tekst\nx;y;z\n"}) {
        const Read near(head + second + "Assen;64;x\n");
        CHECK_FALSE(near.findings.has_errors());
        CHECK(near.table.rows.size() == 1);
    }
    CHECK(Read(head + "Assen;64;x\nEmmen;3;y\nZaanstad;4;z\nnaam;aantal;tekst\n")
              .findings.has_errors());
    CHECK(Read(head + "Assen;veel;x\nEmmen;3;y\n").findings.has_errors());
    CHECK(Read(head + "Plekken;Gemeente;tekst\nEmmen;3;y\n").findings.has_errors());
}

TEST_CASE("a line begins as a row with three words behind the name at most") {
    const auto read = [](const std::string& line) {
        const Read one("gemeente;opvangplaatsen\nAssen;64\n" + line + ";\n");
        return std::pair(one.count(FindingCode::row_not_read),
                         one.count(FindingCode::row_text_only));
    };
    CHECK(read("Emmen a b c") == std::pair<std::size_t, std::size_t>(1, 0));
    CHECK(read("Emmen a b c d") == std::pair<std::size_t, std::size_t>(0, 1));
    const auto figure = [](const char* name) {
        return Read("gemeente;opvangplaatsen\nAssen;64\n" + std::string(name) + ";60\n")
            .count(FindingCode::row_not_read);
    };
    CHECK(figure("Emmen 12 x") == 1);
    CHECK(figure("Emmen 1 x") == 0);
}

TEST_CASE("three digits in two groups are no two figures") {
    MunicipalityList few = list();
    few.inhabitants[0] = 100;
    const auto rows = [&](const char* cell) {
        return Read("gemeente;opvangplaatsen\nZaanstad;64\nAssen;" + std::string(cell) + "\n", {},
                    few)
            .count(FindingCode::places_above_inhabitants);
    };
    CHECK(rows("1 640") == 1);
    CHECK(rows("164") == 0);
}

TEST_CASE(
    "a subtotal with no rows above it is held against none, and a row twice completes no table") {
    CHECK(Read("gemeente;opvangplaatsen\nSubtotaal Noord-Holland;5\nAssen;3\n")
              .count(FindingCode::total_differs) == 0);
    const std::string five =
        "Gemeente;Plekken\nAssen;1\nEmmen;2\nAmsterdam;3\nBergen NH;4\nZaanstad;6\n";
    const Read twice(five + "Assen;1\n");
    CHECK_FALSE(is_complete(twice.table, twice.all));
    const Read all(five + "Bergen L;5\n");
    CHECK(is_complete(all.table, all.all));
}
