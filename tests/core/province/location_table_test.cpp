// A table of locations at its bounds: where its headings may stand, what a word discloses, which
// rows count.
#include "province/location_table.hpp"

#include <doctest/doctest.h>

#include <string>
#include <tuple>
#include <vector>

#include "csv/csv.hpp"

using namespace spreiding;

namespace {

const std::vector<ProvinceMunicipality> municipalities = {{{9901, 4}, "Wijkstad"}};

const std::string header = "gemeente;locatie;soort;plekken;van;tot en met;zekerheid;openbaar\n";

struct Read {
    Findings findings;
    std::vector<Location> locations;

    explicit Read(const std::string& text) {
        const csv::Sheet sheet = csv::read(text, "a.csv", findings);
        locations = read_locations(sheet, "a.csv", municipalities, std::nullopt, findings);
    }
    // The code, row and column of every finding.
    std::string found() const {
        std::string text;
        for (const Finding& finding : findings.list())
            text += std::string(name_of(finding.code)) + ' ' + std::to_string(finding.row) + ':' +
                    std::to_string(finding.column) + '\n';
        return text;
    }
};

std::string row(const std::string& name, const std::string& more = {}) {
    return "Wijkstad;" + name + ";regulier;10;1-1-2025;;bestaand;" + more + "\n";
}

}  // namespace

TEST_CASE("a word discloses what it says, of the location and of its number, and no more") {
    for (const auto& [said, identity, number] :
         std::vector<std::tuple<const char*, bool, bool>>{{"ja", true, true},
                                                          {"Yes", true, true},
                                                          {"openbaar", true, true},
                                                          {"public", true, true},
                                                          {"aantal", false, true},
                                                          {"number", false, true},
                                                          {"locatie", true, false},
                                                          {"location", true, false},
                                                          {"nee", false, false},
                                                          {"no", false, false},
                                                          {"vertrouwelijk", false, false},
                                                          {"confidential", false, false},
                                                          {"", false, false},
                                                          {"misschien", false, false}}) {
        const std::string word = said;
        CAPTURE(word);
        const Read read(header + row("A", word));
        REQUIRE(read.locations.size() == 1);
        CHECK(read.locations[0].identity_is_public == identity);
        CHECK(read.locations[0].number_is_public == number);
        CHECK(read.findings.count(FindingCode::confidentiality_unknown) ==
              (word == "misschien" ? 1 : 0));
    }
}

TEST_CASE("the headings stand within the first fifty rows, below any title") {
    const auto below = [](int rows) {
        std::string titles;
        for (int at = 0; at < rows; ++at)
            titles += "plekken " + std::to_string(at) + "\n";
        return Read(titles + header + row("A"));
    };
    CHECK(below(0).locations.size() == 1);
    CHECK(below(49).locations.size() == 1);
    CHECK(below(50).locations.empty());
    CHECK(below(50).findings.count(FindingCode::file_unknown) == 1);
    // A title that has the word of a column is no row of headings.
    CHECK(Read("plekken;locatie\n" + header + row("A")).locations.size() == 1);
}

TEST_CASE("a heading that stands twice, or not at all, is told at its place and nothing is read") {
    const Read twice("gemeente;locatie;soort;plekken;van;tot en met;zekerheid;plekken\n" +
                     row("A", "12"));
    CHECK(twice.found() == "column_twice 1:8\n");
    CHECK(twice.locations.empty());
    const Read lacking("gemeente;locatie;soort;plekken;van;tot en met\n" + row("A"));
    CHECK(lacking.found() == "column_missing 1:0\n");
    CHECK(lacking.locations.empty());
}

TEST_CASE("a row counts only where every cell that it needs is right") {
    CHECK(Read(header + row("")).found() == "cell_missing 2:2\n");
    CHECK(Read(header + row("")).locations.empty());
    const Read unclear(header + "Wijkstad;A;regulier;ca. 120;1-1-2025;;bestaand;\n" + row("B"));
    CHECK(unclear.found() == "places_unclear 2:4\n");
    CHECK(unclear.locations.size() == 1);
    const Read reversed(header + "Wijkstad;A;regulier;10;2-1-2025;1-1-2025;bestaand;\n" + row("B"));
    CHECK(reversed.found() == "period_reversed 2:6\n");
    CHECK(reversed.locations.size() == 1);
    // One day is a period.
    CHECK(Read(header + "Wijkstad;A;regulier;10;31-1-2025;31-1-2025;bestaand;\n").found().empty());
    const Read counted(header + "Wijkstad;A;regulier;10;1-1-2025;2027;bestaand;\n" + row("B"));
    CHECK(counted.locations.size() == 1);
    CHECK(counted.findings.list()[0].row == 2);
    CHECK(counted.findings.list()[0].column == 6);
}

TEST_CASE("headings that a page repeats are no location") {
    const Read read(header + row("A") + header + row("B"));
    CHECK(read.locations.size() == 2);
    CHECK(read.found() == "row_text_only 3:1\n");
}
