// What continues what, in each of the three tests: intentions, months, and places that move away.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "csv/csv.hpp"
#include "province/decision.hpp"
#include "province/deduction.hpp"
#include "province/grants.hpp"
#include "province/location_table.hpp"
#include "province/places.hpp"

using namespace spreiding;

namespace {

const std::vector<ProvinceMunicipality> municipalities = {{{9901, 4}, "Wijkstad"},
                                                          {{9902, 4}, "Druivendaal"}};

LocationList list_of(const std::string& rows) {
    Findings findings;
    const std::string text =
        "gemeente;nummer;locatie;soort;plekken;van;tot en met;zekerheid;vervolg op\n" + rows;
    const csv::Sheet sheet = csv::read(text, "a.csv", findings);
    return join_locations(read_locations(sheet, "a.csv", municipalities, std::nullopt, findings),
                          municipalities.size(), findings);
}

const CalendarDate day{2027, 7, 1};
const CalendarDate start{2027, 1, 1};
const CalendarDate end{2028, 12, 31};
const std::vector<GrantMunicipality> shares = {{100, {}}, {0, {}}};

Grants grants_of(const LocationList& list, GrantSettings reading = {}, Places task = 1000) {
    return grants(list, shares, day, start, end, task, reading);
}

}  // namespace

TEST_CASE("an intention ends no existing place in the deduction, the decision and the grants") {
    const std::string existing = "Wijkstad;1;Hof;regulier;300;1-1-2025;31-12-2033;bestaand;\n";
    const std::string intended = "Wijkstad;2;Nieuw;regulier;300;1-3-2027;;voornemen;1\n";
    for (const std::string& rows : {existing, existing + intended}) {
        const LocationList list = list_of(rows);
        CHECK(deduct(list, day, {}).total == 300);
        CHECK(counts_towards_decision(list, day, {.until = CalendarDate{2028, 2, 1}})[0].total() ==
              300);
        const Grants money = grants_of(list);
        CHECK(money.municipalities[0].durable_euros == 400'000);
        CHECK(money.municipalities[0].available == 300);
        CHECK(money.municipalities[0].place_months == 7'200);
    }
    // Where intentions take part it takes over.
    GrantSettings all;
    all.certainties = {{true, true, true}};
    CHECK(grants_of(list_of(existing + intended), all).municipalities[0].available == 300);
    const DecisionSettings reading{.until = {}, .certainties = {{true, true, true}}};
    CHECK(counts_towards_decision(list_of(existing + intended), day, reading)[0].total() == 300);
}

TEST_CASE("what continues an intention takes over from what that intention continues") {
    const LocationList list = list_of(
        "Wijkstad;1;Hof;regulier;300;1-1-2025;31-12-2033;bestaand;\n"
        "Wijkstad;2;Plan;regulier;300;1-3-2027;;voornemen;1\n"
        "Wijkstad;3;Dan;regulier;200;1-6-2027;;besloten;2\n");
    CHECK(counts_towards_decision(list, day, {})[0].total() == 200);
    CHECK(counts_towards_decision(list, {2027, 4, 1}, {})[0].total() == 300);
    CHECK(counts_towards_decision(list, {2027, 4, 1}, {.until = end})[0].total() == 200);
    CHECK(deduct(list, day, {}).total == 200);
}

TEST_CASE("A: what begins after the twelve months ends nothing in the deduction") {
    const LocationList list = list_of(
        "Wijkstad;1;Hof;regulier;300;1-1-2025;31-12-2033;bestaand;\n"
        "Wijkstad;2;Dan;regulier;300;2-7-2028;;besloten;1\n");
    CHECK(deduct(list, day, {}).total == 300);
    CHECK(deduct(list, day, {}).counted == std::vector<Places>{300, 0});
}

TEST_CASE("A: places that will move are deducted where they stand, and once") {
    const LocationList list = list_of(
        "Wijkstad;1;Hof;regulier;150;1-1-2020;31-12-2027;bestaand;\n"
        "Druivendaal;2;Dok;regulier;60;1-1-2028;;besloten;1\n");
    const Deduction before = deduct(list, day, {});
    CHECK(before.municipalities[0].total() == 150);
    CHECK(before.municipalities[1].total() == 0);
    // Once they have moved they are 60, too few there.
    CHECK(deduct(list, {2028, 1, 1}, {}).municipalities[1].durable[0] == 60);
    CHECK(deduct(list, {2028, 1, 1}, {}).total == 0);
}

TEST_CASE("A: of a location that splits in two every place is deducted once") {
    const LocationList list = list_of(
        "Wijkstad;1;Hof;regulier;300;1-1-2020;31-12-2027;bestaand;\n"
        "Wijkstad;2;Een;regulier;200;1-1-2028;;besloten;1\n"
        "Druivendaal;3;Twee;regulier;250;1-1-2028;;besloten;1\n");
    const Deduction deduction = deduct(list, day, {});
    CHECK(deduction.total == 300 + 150);
}

TEST_CASE("C: a hand-over in the middle of a month loses no month") {
    const std::string former = "Wijkstad;1;Hof;regulier;100;1-1-2025;14-9-2027;bestaand;\n";
    const Grants here =
        grants_of(list_of(former + "Wijkstad;2;Dok;regulier;100;15-9-2027;;besloten;1\n"));
    CHECK(here.municipalities[0].place_months == 2'400);
    // Of the month of a move the municipality of its first day has them.
    const Grants moved =
        grants_of(list_of(former + "Druivendaal;2;Dok;regulier;100;15-9-2027;;besloten;1\n"));
    CHECK(moved.municipalities[0].place_months == 900);
    CHECK(moved.municipalities[1].place_months == 1'500);
    CHECK(moved.municipalities[0].available == 0);
    CHECK(moved.municipalities[1].available == 100);
    // With a day between, or with less room, that month is lost in part.
    CHECK(grants_of(list_of(former + "Wijkstad;2;Dok;regulier;100;16-9-2027;;besloten;1\n"))
              .municipalities[0]
              .place_months == 2'300);
    CHECK(grants_of(list_of(former + "Wijkstad;2;Dok;regulier;40;15-9-2027;;besloten;1\n"))
              .municipalities[0]
              .place_months == 800 + 40 * 16);
}

TEST_CASE("C: only whole months within the two years count") {
    const LocationList list = list_of("Wijkstad;1;Hof;regulier;1;1-1-2025;;bestaand;\n");
    const auto months = [&](CalendarDate from, CalendarDate until) {
        return grants(list, shares, from, from, until, 1, {}).municipalities[0].place_months;
    };
    CHECK(months(start, end) == 24);
    CHECK(months({2027, 1, 2}, end) == 23);
    CHECK(months(start, {2028, 12, 30}) == 23);
}

TEST_CASE(
    "C, Wet 9(3): granted places lessen the surplus only while they are among those counted") {
    // 100 places that were granted leave before the end; 200 come that were not.
    const std::string rows =
        "Wijkstad;1;Hof;regulier;200;1-1-2022;31-3-2028;bestaand;\n"
        "Druivendaal;2;Dok;regulier;200;1-1-2028;;bestaand;\n";
    const Grants money = grants_of(list_of(rows), {}, 100);
    CHECK(money.municipalities[0].submitted == 100);
    CHECK(money.municipalities[0].excluded == 0);
    CHECK(money.surplus.available == 200);
    CHECK(money.surplus.excluded == 0);
    CHECK(money.surplus.euros == 187'500);
    // Moved without a gap they are still there, elsewhere.
    const Grants moved =
        grants_of(list_of(rows + "Druivendaal;3;Kade;regulier;80;1-4-2028;;besloten;1\n"), {}, 100);
    CHECK(moved.municipalities[0].excluded == 80);
    CHECK(moved.surplus.euros == (280 - 80 - 75) * 1'500);
}
