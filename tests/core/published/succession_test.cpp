#include "published/succession.hpp"

#include <doctest/doctest.h>

#include "published/comparison.hpp"

using namespace spreiding;

namespace {

const std::string changes_text =
    "datum,gemeentecode,gemeente,naar_gemeentecode,naar_gemeente\n"
    "2022-03-24,GM0457,Weesp,GM0363,Amsterdam\n"
    "2018-01-01,GM0001,Oud,GM0457,Weesp\n"
    "2021-01-01,GM0788,Haaren,GM0855,Tilburg\n2021-01-01,GM0788,Haaren,GM0865,Vught\n"
    "2030-01-01,GM0855,Tilburg,GM5000,Brabantstad\n2030-01-01,GM0865,Vught,GM5000,Brabantstad\n";

struct Fixture {
    Findings findings;
    csv::Sheet sheet = csv::read(changes_text, "c", findings);
    std::vector<MunicipalChange> changes = read_changes(sheet);
    MunicipalityList list;

    Fixture() {
        const auto add = [&](const char* code, const char* name, std::uint32_t inhabitants) {
            list.codes.push_back(*read_code(code));
            list.names.emplace_back(name);
            list.provinces.push_back(0);
            list.inhabitants.push_back(inhabitants);
            list.scores.push_back(0);
        };
        add("GM0363", "Amsterdam", 300);
        add("GM0855", "Tilburg", 200);
        add("GM0865", "Vught", 100);
    }

    PrintedRow row(const char* code, const char* name, Places places,
                   std::optional<Places> minors = std::nullopt) const {
        PrintedRow printed;
        printed.name = name;
        if (*code != '\0') printed.code = read_code(code);
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (printed.code == list.codes[i]) printed.municipality = i;
        }
        printed.places = places;
        printed.minors = minors;
        return printed;
    }
    Succession of(const char* code, const char* name) const {
        return succession_of(row(code, name, 0), list, changes);
    }
};

using Positions = std::vector<std::size_t>;

}  // namespace

TEST_CASE_FIXTURE(Fixture, "what became of a municipality is told apart: merged, divided, formed") {
    CHECK(of("GM0457", "Weesp").fate == Fate::merged);
    CHECK(of("GM0457", "Weesp").municipalities == Positions{0});
    // Over two steps, and by its name alone.
    CHECK(of("GM0001", "Oud").municipalities == Positions{0});
    CHECK(of("", "weesp").municipalities == Positions{0});
    CHECK(of("GM0788", "Haaren").fate == Fate::divided);
    CHECK(of("GM0788", "Haaren").municipalities == Positions{1, 2});
    CHECK(of("GM5000", "Brabantstad").fate == Fate::formed);
    CHECK(of("GM5000", "Brabantstad").municipalities == Positions{1, 2});
    CHECK(of("GM9999", "Nergens").fate == Fate::unknown);
    CHECK(of("", "Nergens").fate == Fate::unknown);
}

TEST_CASE_FIXTURE(Fixture, "a name that two municipalities had tells none of them") {
    const std::string text =
        "datum,gemeentecode,gemeente,naar_gemeentecode,naar_gemeente\n"
        "2020-01-01,GM0010,Bergen,GM0363,Amsterdam\n2020-01-01,GM0011,Bergen,GM0855,Tilburg\n";
    const csv::Sheet two = csv::read(text, "c", findings);
    changes = read_changes(two);
    CHECK(of("", "Bergen").fate == Fate::unknown);
    CHECK(of("GM0011", "Bergen").municipalities == Positions{1});
    // One that changed twice is one.
    CHECK(of("", "Tilburg").municipalities == Positions{1});
}

TEST_CASE_FIXTURE(Fixture, "changes are followed over nine steps, and never in a circle") {
    const auto chained = [&](int steps) {
        std::string text = "datum,gemeentecode,gemeente,naar_gemeentecode,naar_gemeente\n";
        const auto code = [](int at) { return "GM" + std::to_string(2000 + at); };
        for (int at = 0; at < steps; ++at)
            text += "2020-01-01," + code(at) + ",A," +
                    (at + 1 < steps ? code(at + 1) + ",A\n" : std::string("GM0363,Amsterdam\n"));
        text += "2020-01-01,GM3000,B,GM3001,C\n2020-01-02,GM3001,C,GM3000,B\n";
        const csv::Sheet chain = csv::read(text, "c", findings);
        changes = read_changes(chain);
        return of("GM2000", "A").fate;
    };
    CHECK(chained(9) == Fate::merged);
    CHECK(chained(10) == Fate::unknown);
    CHECK(of("GM3000", "B").fate == Fate::unknown);
}

TEST_CASE_FIXTURE(Fixture,
                  "merged municipalities count in the one they went into, once, in a note") {
    const PrintedTable table{{row("GM0457", "Weesp", 20, 2), row("GM0363", "Amsterdam", 280, 28),
                              row("GM0788", "Haaren", 30), row("GM0855", "Tilburg", 170)}};
    const PrintedTable sum = combined(table, list, changes, "t", findings);
    REQUIRE(sum.rows.size() == 3);
    CHECK(sum.rows[0].name == "Amsterdam");
    CHECK(sum.rows[0].municipality == std::size_t{0});
    CHECK(sum.rows[0].places == 300);
    CHECK(sum.rows[0].minors == Places{30});
    CHECK(sum.rows[0].parts == 2);
    // A divided one cannot be counted anywhere, and stays.
    CHECK(sum.rows[1].name == "Haaren");
    CHECK_FALSE(sum.rows[1].municipality);
    CHECK(sum.rows[2].parts == 1);
    CHECK(findings.count(FindingCode::municipality_merged) == 1);
}

TEST_CASE_FIXTURE(Fixture, "a former municipality that is printed twice is added once") {
    PrintedTable table{
        {row("GM0363", "Amsterdam", 280), row("GM0457", "Weesp", 20), row("GM0457", "Weesp", 20)}};
    table.rows[2].is_repeated = true;
    const PrintedTable sum = combined(table, list, changes, "t", findings);
    REQUIRE(sum.rows.size() == 2);
    CHECK(sum.rows[0].places == 300);
    CHECK_FALSE(sum.rows[1].municipality);
    // Nor is one that is still there.
    table.rows = {row("GM0363", "Amsterdam", 280), row("GM0363", "Amsterdam", 280)};
    table.rows[1].is_repeated = true;
    CHECK(combined(table, list, changes, "t", findings).rows[0].places == 280);
}

TEST_CASE_FIXTURE(Fixture, "minors are added only where every part prints them") {
    const PrintedTable table{{row("GM0363", "Amsterdam", 280, 28), row("GM0457", "Weesp", 20)}};
    CHECK_FALSE(combined(table, list, changes, "t", findings).rows[0].minors);
}

TEST_CASE_FIXTURE(Fixture, "a sum of two rounded figures may be one off by rounding, not two") {
    const Allocation allocation = allocate(list, 600, std::nullopt);
    for (const auto& [places, expected] : {std::pair{Places{300}, DifferenceClass::equal},
                                           std::pair{Places{301}, DifferenceClass::rounding},
                                           std::pair{Places{299}, DifferenceClass::rounding},
                                           std::pair{Places{302}, DifferenceClass::unexplained}}) {
        const PrintedTable table{
            {row("GM0363", "Amsterdam", places - 20), row("GM0457", "Weesp", 20)}};
        const PrintedTable sum = combined(table, list, changes, "t", findings);
        const Comparison found = compare(sum, list, allocation, std::nullopt, {}, {600, 600});
        CHECK(found.rows[0].difference == expected);
    }
}
