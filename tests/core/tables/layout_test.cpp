#include "tables/layout.hpp"

#include <doctest/doctest.h>

#include "tables/column_proposal.hpp"
#include "tables/municipality_names.hpp"
#include "tables/tables.hpp"

using namespace spreiding;

namespace {

struct Laid {
    explicit Laid(std::string text, TableOptions said = {})
        : bytes(std::move(text)),
          sheet(csv::read(bytes, "f.csv", findings)),
          reading(std::move(said)),
          layout(recognise(sheet, reading)) {}
    std::string bytes;
    Findings findings;
    csv::Sheet sheet;
    TableOptions reading;
    Layout layout;
};

const std::vector<NamedMunicipality> some = {
    {*read_code("GM0373"), "Bergen (NH.)", 0},
    {*read_code("GM0893"), "Bergen (L.)", 1},
    {*read_code("GM0164"), "Hengelo (O.)", 2},
    {*read_code("GM0014"), "Groningen (gemeente)", 3},
    {*read_code("GM0518"), "'s-Gravenhage", 4},
    {*read_code("GM0796"), "'s-Hertogenbosch", 5},
    {*read_code("GM1900"),
     "S\xC3\xBA"
     "dwest-Frysl\xC3\xA2n",
     6},
    {*read_code("GM1940"), "De Fryske Marren", 6},
    {*read_code("GM0820"), "Nuenen, Gerwen en Nederwetten", 5},
};

std::string code_of(const MunicipalityNames& names, std::string_view name) {
    const NameMatch match = names.find(name);
    if (match.is_ambiguous) return "more than one";
    return match.municipality == nullptr ? "none" : match.municipality->code.text();
}

}  // namespace

TEST_CASE("a header under merged cells takes two rows, also with a word in it that is not known") {
    const Laid laid(
        "Bevolking per gemeente;;;\nGemeente;Gemeente;Bevolking;\nCode;Naam;Inwoners;Aandeel\n"
        "GM0518;'s-Gravenhage;562839;3,1\nGM0796;'s-Hertogenbosch;160757;0,9\n");
    CHECK(laid.layout.header_row == 1);
    CHECK(laid.layout.last_header_row == 2);
    CHECK(laid.layout.kind == TableKind::population);
    CHECK(laid.layout.column(ColumnMeaning::code) == 0);
    CHECK(laid.layout.column(ColumnMeaning::name) == 1);
    CHECK(laid.layout.column(ColumnMeaning::inhabitants) == 2);
    // A row with figures is none of the header, whatever its words are.
    const Laid figures("Code;Naam;Inwoners\nGemeente;Naam;12\n");
    CHECK(figures.layout.last_header_row == 0);
}

TEST_CASE("the path of a heading tells the total score from its parts") {
    CHECK(column_of_heading("SES-WOA/Totaalscore/Gemiddelde score (Getal)") ==
          ColumnMeaning::score);
    CHECK(column_of_heading("SES-WOA/Totaalscore/Gemiddelde score") == ColumnMeaning::score);
    CHECK_FALSE(column_of_heading("SES-WOA/Deelscore opleiding/Gemiddelde score (Getal)"));
    CHECK(column_of_heading("GemiddeldeScore_29") == ColumnMeaning::score);
    CHECK_FALSE(column_of_heading("GemiddeldeScore_35"));
    CHECK(column_of_heading("Bevolking/Samenstelling op 1 januari/Totale bevolking (aantal)") ==
          ColumnMeaning::inhabitants);
    CHECK_FALSE(column_of_heading("Gemiddelde bevolking (aantal)"));
    CHECK(column_of_heading("Inwoners 2023") == ColumnMeaning::inhabitants);
}

TEST_CASE("a header of several rows is read as one, and a column per period is a choice") {
    const std::string text =
        "\"Bevolking\"\n\"Onderwerp\";\"Bevolking op 1 januari\";\"Bevolking op 1 januari\"\n"
        "\"Perioden\";\"2022\";\"2023*\"\n\"Regio's\";\"aantal\";\"aantal\"\n"
        "\"Nederland\";\"17590672\";\"17811291\"\n\"Amsterdam\";\"882633\";\"918117\"\n";
    const Laid open(text);
    CHECK(open.layout.kind == TableKind::population);
    CHECK(open.layout.header_row == 1);
    CHECK(open.layout.last_header_row == 3);
    REQUIRE(open.layout.periods.size() == 2);
    CHECK(open.layout.is_period_open());
    CHECK(open.layout.periods[1].is_provisional);
    CHECK(open.layout.column(ColumnMeaning::inhabitants) == 2);

    TableOptions reading;
    reading.period = "2022";
    const Laid chosen(text, reading);
    CHECK(chosen.layout.column(ColumnMeaning::inhabitants) == 1);
    const MunicipalityNames names({{*read_code("GM0363"), "Amsterdam", 0}});
    Findings findings;
    const std::vector<std::string> provinces = {"Noord-Holland"};
    const PopulationTable table = read_population(
        {chosen.sheet, chosen.layout, "f.csv", reading, &names}, provinces, findings);
    REQUIRE(table.size() == 1);
    CHECK(table.inhabitants[0] == 882'633);
    CHECK(table.rows[0] == 6);
}

TEST_CASE("a row of units below the header is no municipality") {
    const Laid units("Regio's;Perioden;Bevolking op 1 januari\n;;aantal\nGM0363;2023;918117\n");
    CHECK(units.layout.last_header_row == 1);
    CHECK(units.layout.first_row() == 2);
    const Laid none("code,naam,provincie,inwoners\n,Amsterdam,Noord-Holland,veel\n");
    CHECK(none.layout.last_header_row == 0);
}

TEST_CASE("regions are codes or names by what stands in the column, not by its heading") {
    CHECK(Laid("Regio's;Totale bevolking\nGM0363;1\n").layout.has(ColumnMeaning::code));
    CHECK(Laid("Regio's;Totale bevolking\nAmsterdam;1\n").layout.has(ColumnMeaning::name));
    CHECK(Laid("gemeente;inwoners\nGM0363;1\n").layout.has(ColumnMeaning::code));
}

TEST_CASE("of sex, age and marital status the totals count") {
    const Laid laid(
        "Geslacht;Leeftijd;Regio's;Perioden;Bevolking op 1 januari\n"
        "Totaal mannen en vrouwen;Totaal;GM0363;2023;918117\nMannen;Totaal;GM0363;2023;455000\n");
    REQUIRE(laid.layout.filters.size() == 1);
    CHECK(laid.layout.filters[0].value == "Totaal mannen en vrouwen");
}

TEST_CASE("the long form is laid out by its measure, named by a code list or by a person") {
    const std::string text =
        "Measure;RegioS;Perioden;Value\nM1;GM0363;2021JJ00;-0.073\nM2;GM0363;2021JJ00;0.5\n";
    const Laid unknown(text);
    CHECK(unknown.layout.kind == TableKind::unknown);
    Findings findings;
    read_scores({unknown.sheet, unknown.layout, "f.csv"}, findings);
    CHECK(findings.count(FindingCode::measure_unknown) == 1);
    CHECK(findings.count(FindingCode::column_missing) == 0);
    TableOptions titled;
    titled.titles = {{"M1", "SES-WOA/Totaalscore/Gemiddelde score"}, {"M2", "Spreiding"}};
    const Laid by_list(text, titled);
    CHECK(by_list.layout.kind == TableKind::scores);
    CHECK(by_list.layout.form == Form::observations);
    CHECK(by_list.layout.filters[0].value == "M1");
    TableOptions said;
    said.columns = {{.column = ColumnMeaning::score, .heading = "M2"}};
    CHECK(Laid(text, said).layout.filters[0].value == "M2");
}

TEST_CASE("a code list is told from a table") {
    CHECK(Laid("Identifier;Index;Title\nM000352;1;Bevolking op 1 januari\n").layout.kind ==
          TableKind::code_list);
    CHECK(Laid("Key,Title,Description\nGM0363,Amsterdam,\n").layout.kind == TableKind::code_list);
    CHECK(Laid("Identifier;Description\nM000352;x\n").layout.kind == TableKind::unknown);
    CHECK(Laid("key;title;code;inwoners\n1;x;GM0363;918117\n").layout.kind ==
          TableKind::population);
}

TEST_CASE("a name stands for one municipality in every usual spelling, or for none") {
    const MunicipalityNames names(some);
    CHECK(code_of(names, "Hengelo") == "GM0164");
    CHECK(code_of(names, "Hengelo (Overijssel)") == "GM0164");
    CHECK(code_of(names, "hengelo o") == "GM0164");
    CHECK(code_of(names, "Bergen") == "more than one");
    CHECK(code_of(names, "Bergen NH") == "GM0373");
    CHECK(code_of(names, "Bergen (Limburg)") == "GM0893");
    CHECK(code_of(names, "Groningen") == "GM0014");
    CHECK(code_of(names, "Gemeente Groningen") == "GM0014");
    CHECK(code_of(names, "Den Haag") == "GM0518");
    CHECK(code_of(names, "'s-Gravenhage (gemeente)") == "GM0518");
    CHECK(code_of(names, "Den Bosch") == "GM0796");
    CHECK(code_of(names, "Sudwest-Fryslan") == "GM1900");
    CHECK(code_of(names, "De Friese Meren") == "GM1940");
    CHECK(code_of(names, "Nuenen c.a.") == "GM0820");
    CHECK(code_of(names, "Mokum") == "none");
    CHECK(names.candidates("Bergen") == "Bergen (NH.), Bergen (L.)");
    CHECK(names.find("Bergen", 1).municipality->code.text() == "GM0893");
    CHECK(names.find("Bergen", 2).municipality == nullptr);
    CHECK(is_name_of_other_region("Groningen (PV)"));
    CHECK_FALSE(is_name_of_other_region("Groningen (gemeente)"));
}

TEST_CASE("what a column looks like is proposed only where every cell fits") {
    const std::vector<std::string> provinces = {"Utrecht", "Limburg"};
    const MunicipalityNames names(some);
    const Laid laid(
        "a;b;c;d;e\nGM0373;Utrecht;Hengelo;-0,1;1234\nGM0893;Limburg;Bergen;0,2;900\n"
        "GM0893;Limburg;Bergen;x;12\n");
    const ColumnKnowledge knowledge{&names, provinces};
    const auto proposed = [&](std::size_t at) { return propose(laid.sheet, 1, at, knowledge); };
    CHECK(proposed(0) == ColumnMeaning::code);
    CHECK(proposed(1) == ColumnMeaning::province);
    CHECK(proposed(2) == ColumnMeaning::name);
    CHECK(proposed(3) == ColumnMeaning::score);
    CHECK(proposed(4) == ColumnMeaning::inhabitants);
    CHECK_FALSE(propose(Laid("a\nx\n1\n").sheet, 1, 0, knowledge));
}
