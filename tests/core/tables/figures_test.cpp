#include <doctest/doctest.h>

#include <array>
#include <functional>
#include <string>
#include <vector>

#include "province/location_table.hpp"
#include "published/printed.hpp"
#include "tables/tables.hpp"

using namespace spreiding;

namespace {

const std::vector<std::string> provinces = {"Noord-Holland", "Zuid-Holland"};
constexpr std::array<std::string_view, 4> codes = {"GM0363", "GM0599", "GM0518", "GM0400"};
constexpr std::array<std::string_view, 4> names = {"Amsterdam", "Rotterdam", "Den Haag",
                                                   "Den "
                                                   "Helder"};

MunicipalityList list() {
    MunicipalityList found;
    for (const std::size_t at : {0U, 3U, 2U, 1U}) {
        found.codes.push_back(*read_code(codes[at]));
        found.names.push_back(names[at]);
        found.provinces.push_back(at == 1 || at == 2 ? 1 : 0);
    }
    return found;
}

// What a reader made of a table: the rows that it gives a figure for, and its findings.
struct Read {
    std::vector<std::uint32_t> rows;
    Findings findings;

    bool tells(std::uint32_t row) const {
        for (const Finding& finding : findings.list()) {
            const bool is_told = severity_of(finding.code) == Severity::error ||
                                 finding.code == FindingCode::printed_figure_missing;
            if (is_told && finding.row == row && finding.column > 0) return true;
        }
        return false;
    }
};

// A place where figures are read: a table with these four cells under each other.
struct Place {
    const char* name;
    bool is_score;
    std::function<Read(const std::array<std::string, 4>&)> read;
};

std::string table_of(const std::string& head, const std::array<std::string, 4>& cells,
                     const std::function<std::string(std::size_t, const std::string&)>& row) {
    std::string text = head + "\n";
    for (std::size_t at = 0; at < cells.size(); ++at)
        text += row(at, "\"" + cells[at] + "\"") + "\n";
    return text;
}

std::string figure_last(std::size_t at, const std::string& figure) {
    return std::string(codes[at]) + ";" + std::string(names[at]) + ";" +
           (at == 1 || at == 2 ? "Zuid-Holland" : "Noord-Holland") + ";" + figure;
}

template <typename Reading>
Read read_table(const std::string& text, Reading reading) {
    Read read;
    const csv::Sheet sheet = csv::read(text, "t.csv", read.findings);
    const Layout layout = recognise(sheet);
    reading(TableFile{sheet, layout, "t.csv"}, read);
    return read;
}

const std::vector<Place> places = {
    {"inhabitants", false,
     [](const auto& cells) {
         return read_table(table_of("code;gemeente;provincie;inwoners", cells, figure_last),
                           [](const TableFile& file, Read& read) {
                               const auto table = read_population(file, provinces, read.findings);
                               for (std::size_t at = 0; at < table.size(); ++at)
                                   if (table.inhabitants[at] > 0)
                                       read.rows.push_back(table.rows[at]);
                           });
     }},
    {"scores", true,
     [](const auto& cells) {
         return read_table(table_of("code;gemeente;provincie;ses_woa", cells, figure_last),
                           [](const TableFile& file, Read& read) {
                               const auto table = read_scores(file, read.findings);
                               for (std::size_t at = 0; at < table.size(); ++at)
                                   if (table.scores[at] != 0) read.rows.push_back(table.rows[at]);
                           });
     }},
    {"published", false,
     [](const auto& cells) {
         return read_table(table_of("code;gemeente;provincie;opvangplaatsen", cells, figure_last),
                           [](const TableFile& file, Read& read) {
                               for (const auto& row : read_published(file, read.findings).rows)
                                   read.rows.push_back(row.code == *read_code("GM0400") ? 5U : 2U);
                           });
     }},
    {"printed", false,
     [](const auto& cells) {
         return read_table(
             table_of("code;gemeente;provincie;opvangplaatsen", cells, figure_last),
             [](const TableFile& file, Read& read) {
                 const auto all = list();
                 const auto table = read_printed(file, {all, provinces}, read.findings);
                 for (const PrintedRow& row : table.rows)
                     read.rows.push_back(row.row);
             });
     }},
    {"printed minors", false,
     [](const auto& cells) {
         return read_table(
             table_of("gemeente;opvangplaatsen;amv", cells,
                      [](std::size_t at, const std::string& figure) {
                          return std::string(names[at]) + ";9999999;" + figure;
                      }),
             [](const TableFile& file, Read& read) {
                 const auto all = list();
                 const auto table = read_printed(file, {all, provinces}, read.findings);
                 for (const PrintedRow& row : table.rows)
                     if (row.minors) read.rows.push_back(row.row);
             });
     }},
    {"locations", false,
     [](const auto& cells) {
         Read read;
         const std::vector<ProvinceMunicipality> municipalities = {{*read_code("GM0363"), "A"},
                                                                   {*read_code("GM0599"), "R"},
                                                                   {*read_code("GM0518"), "H"},
                                                                   {*read_code("GM0400"), "D"}};
         const std::string text =
             table_of("gemeente;locatie;soort;plekken;van;tot en met;zekerheid", cells,
                      [](std::size_t at, const std::string& figure) {
                          return std::string(codes[at]) + ";Loc" + std::to_string(at) +
                                 ";regulier;" + figure + ";2027-01-01;;bestaand";
                      });
         const csv::Sheet sheet = csv::read(text, "t.csv", read.findings);
         for (const Location& location :
              read_locations(sheet, "t.csv", municipalities, std::nullopt, read.findings))
             read.rows.push_back(location.row);
         return read;
     }},
};

bool has(const std::vector<std::uint32_t>& rows, std::uint32_t row) {
    for (const std::uint32_t one : rows)
        if (one == row) return true;
    return false;
}

}  // namespace

TEST_CASE("wherever a number is read, one that is none is a finding and never a value") {
    const std::vector<std::string> faults = {"1.1",
                                             "12,5",
                                             "22.5",
                                             "45.4570",
                                             "1 100",
                                             "1'100",
                                             ".",
                                             "-",
                                             "x",
                                             "veel",
                                             "100-200",
                                             "100–200",
                                             "ca. 100",
                                             "1e3",
                                             "100%",
                                             "1.2.3",
                                             "1.234,5,6",
                                             "--5",
                                             "-5",
                                             "1 000 00",
                                             "(100)",
                                             "1001 2345",
                                             "€ 100",
                                             "100 t/m 200",
                                             "0x10",
                                             "1,234.567.8",
                                             "+-1",
                                             "١٠٠",
                                             "99999999999999999999",
                                             "99999999999.999.999.999",
                                             "1100 plekken",
                                             "½",
                                             "12.34.567"};
    for (const Place& place : places) {
        if (place.is_score) continue;
        for (const std::string& fault : faults) {
            CAPTURE(place.name);
            CAPTURE(fault);
            const Read read = place.read({"1.234", "2.345", "1.234.567", fault});
            // At its cell, or at the first of a column that may be read in two ways.
            CHECK((read.tells(5) || read.findings.count(FindingCode::column_ambiguous) == 1));
            CHECK_FALSE(has(read.rows, 5));
        }
    }
}

TEST_CASE("scores likewise") {
    const std::vector<std::string> faults = {
        "0.157",  "1.234", "12,5",  "",           ".",
        "-",      "x",     "laag",  "0,1,2",      "-1",
        "-1,5",   "1e-3",  "0,1 0", "0,12345678", "999999999999999999999",
        "0,1-0,2"};
    for (const std::string& fault : faults) {
        CAPTURE(fault);
        const Read read = places[1].read({"0,123", "-0,234", "0,345", fault});
        CHECK(read.tells(5));
        CHECK_FALSE(has(read.rows, 5));
        CHECK(has(read.rows, 2));
    }
}

TEST_CASE("numbers that are written well are read everywhere, whatever their marks") {
    for (const Place& place : places) {
        if (place.is_score) continue;
        for (const std::array<std::string, 4>& cells :
             {std::array<std::string, 4>{"1234", "2345", "34567", "45678"},
              std::array<std::string, 4>{"1.234", "2.345", "1.034.567", "45"},
              std::array<std::string, 4>{"1 234", "2 345", "34 567", "45"},
              std::array<std::string, 4>{"1,234", "2,345", "1,034,567", "45"}}) {
            CAPTURE(place.name);
            CAPTURE(cells[0]);
            const Read read = place.read(cells);
            CHECK_FALSE(read.findings.has_errors());
            CHECK(has(read.rows, 2));
            CHECK(has(read.rows, 5));
        }
    }
}

TEST_CASE("what a document stores as a decimal is not read as thousands because others are") {
    Findings findings;
    const std::string text =
        "gemeente;opvangplaatsen\nAmsterdam;45.457\nRotterdam;1.234.567\nDen Haag;2.345.678\n";
    const csv::Sheet sheet = csv::read(text, "t.csv", findings);
    const Layout layout = recognise(sheet);
    const TableFile file{sheet, layout, "t.csv", {.notation = Notation{'.', '\0'}}};
    const MunicipalityList all = list();
    const PrintedTable table = read_printed(file, {all, provinces}, findings);
    CHECK(table.rows.empty());
    CHECK(findings.count(FindingCode::number_not_whole) == 1);
    REQUIRE(findings.count(FindingCode::number_other_marks) == 1);
    CHECK(findings.list().back().count == 2);
}
