#include "province/places.hpp"

#include <doctest/doctest.h>

#include <array>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "csv/csv.hpp"
#include "province/claims.hpp"
#include "province/decision.hpp"
#include "province/deduction.hpp"
#include "province/disclosure.hpp"
#include "province/grants.hpp"
#include "province/location_table.hpp"
#include "province/offers.hpp"

using namespace spreiding;

namespace {

const std::vector<ProvinceMunicipality> municipalities = {{{9901, 4}, "Wijkstad"},
                                                          {{9902, 4}, "Druivendaal"}};

constexpr const char* header =
    "gemeente;nummer;locatie;soort;plekken;van;tot en met;zekerheid;vervolg op;openbaar\n";

struct Read {
    Findings findings;
    LocationList list;
};

Read read(const std::string& rows, const std::string& more = {}) {
    Read result;
    const std::string one = header + rows;
    const csv::Sheet sheet = csv::read(one, "a.csv", result.findings);
    std::vector<Location> locations =
        read_locations(sheet, "a.csv", municipalities, std::nullopt, result.findings);
    if (!more.empty()) {
        const std::string two = header + more;
        const csv::Sheet other = csv::read(two, "b.csv", result.findings);
        for (Location& location :
             read_locations(other, "b.csv", municipalities, std::nullopt, result.findings)) {
            locations.push_back(std::move(location));
        }
    }
    result.list = join_locations(std::move(locations), municipalities.size(), result.findings);
    return result;
}

Places total_on(const LocationList& list, CalendarDate day) {
    Places sum = 0;
    for (const PlaceCount& count : places_on(list, day))
        sum += count.total();
    return sum;
}

// The code, row and column of every finding.
std::string places_of(const Findings& findings) {
    std::string text;
    for (const Finding& finding : findings.list()) {
        text += std::string(name_of(finding.code)) + ' ' + finding.file + ':' +
                std::to_string(finding.row) + ':' + std::to_string(finding.column) + '\n';
    }
    return text;
}

}  // namespace

TEST_CASE("one plan of two municipalities is counted once: what continues a location takes over") {
    // Emergency reception for 300 people moves from the one to the other on 1 March 2026.
    const Read result = read(
        "Wijkstad;1;Hal;regulier;300;1-1-2025;28-2-2026;bestaand;;\n"
        "Druivendaal;2;Kade;regulier;300;1-3-2026;;besloten;1;\n");
    CHECK(places_of(result.findings).empty());
    CHECK(total_on(result.list, {2024, 12, 31}) == 0);
    CHECK(total_on(result.list, {2025, 1, 1}) == 300);
    CHECK(total_on(result.list, {2026, 2, 28}) == 300);
    CHECK(total_on(result.list, {2026, 3, 1}) == 300);
    CHECK(places_on(result.list, {2026, 3, 1})[0].total() == 0);
    CHECK(places_on(result.list, {2026, 3, 1})[1].at(PlaceKind::regular, Certainty::decided) ==
          300);
}

TEST_CASE("an overlap of a location and the one that continues it is said, and counted once") {
    const Read result = read(
        "Wijkstad;1;Hal;regulier;300;1-1-2025;31-12-2027;bestaand;;\n"
        "Druivendaal;2;Kade;regulier;400;1-3-2026;;besloten;Hal;\n");
    CHECK(places_of(result.findings) == "location_overlap a.csv:3:3\n");
    CHECK(total_on(result.list, {2026, 2, 28}) == 300);
    CHECK(total_on(result.list, {2026, 3, 1}) == 400);
    // One day of both is an overlap as well: on it only the later one counts.
    const Read one_day = read(
        "Wijkstad;1;Hal;regulier;300;1-1-2025;1-3-2026;bestaand;;\n"
        "Druivendaal;2;Kade;regulier;400;1-3-2026;;besloten;Hal;\n");
    CHECK(places_of(one_day.findings) == "location_overlap a.csv:3:3\n");
    CHECK(total_on(one_day.list, {2026, 2, 28}) == 300);
    CHECK(total_on(one_day.list, {2026, 3, 1}) == 400);
}

TEST_CASE("a location that takes over early takes over from the whole chain before it") {
    const Read result = read(
        "Wijkstad;1;Eerst;regulier;300;1-1-2025;31-12-2025;bestaand;;\n"
        "Wijkstad;2;Dan;regulier;300;1-1-2026;;besloten;1;\n"
        "Druivendaal;3;Toch;regulier;300;1-7-2025;;besloten;2;\n");
    CHECK(total_on(result.list, {2025, 6, 30}) == 300);
    CHECK(total_on(result.list, {2025, 7, 1}) == 300);
    CHECK(total_on(result.list, {2026, 1, 1}) == 300);
}

TEST_CASE("locations that continue each other in a circle are found, and none of them counts") {
    const Read result = read(
        "Wijkstad;1;A;regulier;10;1-1-2025;;bestaand;3;\n"
        "Wijkstad;2;B;regulier;20;1-1-2026;;bestaand;1;\n"
        "Wijkstad;3;C;regulier;40;1-1-2027;;bestaand;2;\n"
        "Wijkstad;4;D;regulier;80;1-1-2025;;bestaand;4;\n"
        "Wijkstad;5;E;regulier;160;1-1-2025;;bestaand;1;\n");
    CHECK(places_of(result.findings) ==
          "continues_circular a.csv:2:9\ncontinues_circular a.csv:3:9\n"
          "continues_circular a.csv:4:9\ncontinues_circular a.csv:5:9\n");
    CHECK(total_on(result.list, {2027, 1, 1}) == 160);
    const Read alone = read("Wijkstad;4;D;regulier;80;1-1-2025;;bestaand;4;\n");
    CHECK(places_of(alone.findings) == "continues_circular a.csv:2:9\n");
    CHECK(total_on(alone.list, {2027, 1, 1}) == 0);
}

TEST_CASE("of the rows with one number a location continues the last, wherever it stands") {
    // Rows 2 and 10 of the list, after those that count.
    std::string rows;
    for (int at = 0; at < 10; ++at) {
        if (at == 2)
            rows += "Wijkstad;77;Kade;regulier;10;1-1-2025;;bestaand;;\n";
        else
            rows += "Wijkstad;" + std::to_string(10 + at) + ";L" + std::to_string(at) +
                    ";regulier;1;1-1-2025;;bestaand;;\n";
    }
    rows += "Wijkstad;77;Kade;amv;5;1-1-2025;;bestaand;;\n";
    rows += "Druivendaal;1;Nieuw;amv;5;1-1-2027;;besloten;77;\n";
    rows += "Wijkstad;2;Ook;amv;5;1-1-2027;;besloten;Kade;\n";
    const Read result = read(rows);
    REQUIRE(result.list.locations.size() == 13);
    // From elsewhere two of that number name neither.
    CHECK_FALSE(result.list.locations[11].continues.has_value());
    CHECK(result.list.locations[12].continues == std::size_t{10});
    CHECK(result.findings.count(FindingCode::continues_unknown) == 1);
}

TEST_CASE("20,000 locations of one name that all continue that name are joined without a wait") {
    std::string rows;
    for (int at = 0; at < 20'000; ++at)
        rows += "Wijkstad;" + std::to_string(at) +
                ";Kade;regulier;1;1-1-2025;;bestaand;Kade;\nDruivendaal;" + std::to_string(at) +
                "b;Kade;regulier;1;1-1-2025;;bestaand;" + std::to_string(at) + ";\n";
    const Read result = read(rows);
    REQUIRE(result.list.locations.size() == 40'000);
    // The last of the name is the one that is meant, also by itself.
    CHECK(result.findings.count(FindingCode::continues_circular) == 1);
    CHECK(result.list.locations[39'997].continues == std::size_t{39'996});
}

TEST_CASE(
    "what two locations elsewhere are both called names neither; what one is called names it") {
    const std::string two =
        "Druivendaal;COA-1;Boot;regulier;10;1-1-2025;;bestaand;;\n"
        "Druivendaal;COA-2;Boot;amv;20;1-1-2025;;bestaand;;\n";
    const auto continued = [&](const std::string& rows, const std::string& reference) {
        const Read result =
            read(rows + "Wijkstad;3;Dan;regulier;10;1-1-2027;;besloten;" + reference + ";\n");
        return result.list.locations.back().continues;
    };
    CHECK_FALSE(continued(two, "Boot").has_value());
    CHECK(continued(two, "COA-1") == std::size_t{0});
    CHECK(continued(two, "COA-2") == std::size_t{1});
    CHECK(continued("Druivendaal;COA-1;Boot;regulier;10;1-1-2025;;bestaand;;\n", "boot") ==
          std::size_t{0});
    // Nearer than both: one of its own municipality.
    CHECK(continued(two + "Wijkstad;8;Boot;regulier;5;1-1-2025;;bestaand;;\n", "Boot") ==
          std::size_t{2});
}

TEST_CASE(
    "a hundred thousand locations that continue each other are joined and counted all the same") {
    constexpr std::size_t many = 100'000;
    std::vector<Location> read;
    CalendarDate day{2027, 1, 1};
    for (std::size_t at = 0; at < many; ++at) {
        Location& location = read.emplace_back();
        location.id = 'L' + std::to_string(at);
        location.places = static_cast<Places>(many - at);
        location.from = location.until.emplace(day);
        location.certainty = Certainty::existing;
        if (at > 0) location.continues = 'L' + std::to_string(at - 1);
        day = day_after(day);
    }
    read.back().until.reset();
    Findings findings;
    const LocationList list = join_locations(std::move(read), 1, findings);
    CHECK(findings.list().empty());
    CHECK(total_on(list, {2027, 1, 2}) == many - 1);
    CHECK(counts_towards_decision(list, {2027, 1, 1}, {.until = CalendarDate{2028, 1, 1}})
              .front()
              .total() == many - 365);
    CHECK(counts_towards_decision(list, {2027, 1, 1}, {.until = CalendarDate{9999, 1, 1}})
              .front()
              .total() == 1);
    CHECK(deduct(list, read_date("2300-01-01").value(), {}).total == 0);  // the last of them: one
}

TEST_CASE("a location takes over as its definition says, whatever continues whatever") {
    std::mt19937 random(27);
    for (int round = 0; round < 300; ++round) {
        std::vector<Location> read;
        const std::size_t count = 2 + random() % 9;
        std::vector<std::optional<std::size_t>> asked(count);
        for (std::size_t at = 0; at < count; ++at) {
            Location& location = read.emplace_back();
            location.id = 'L' + std::to_string(at);
            location.from = {2027, static_cast<int>(1 + random() % 12), 1};
            if (random() % 2 == 0)
                location.until = CalendarDate{2027 + static_cast<int>(random() % 2), 6, 30};
            if (random() % 4 == 0) continue;
            asked[at] = random() % count;
            location.continues = 'L' + std::to_string(*asked[at]);
        }
        const auto circles = [&](std::size_t start) {
            auto at = asked[start];
            for (std::size_t step = 0; at && *at != start && step < count; ++step)
                at = asked[*at];
            return at == start;
        };
        Findings findings;
        const LocationList list = join_locations(read, 1, findings);
        REQUIRE(list.locations.size() == count);
        for (std::size_t at = 0; at < count; ++at) {
            bool counts = !circles(at);
            auto until = read[at].until;
            for (std::size_t later = 0; later < count && counts; ++later) {
                // Every location that leads here without a circle on its way takes over from it.
                bool leads_here = later != at && !circles(later);
                auto on_the_way = asked[later];
                for (std::size_t step = 0; on_the_way && *on_the_way != at && step < count; ++step)
                    on_the_way = asked[*on_the_way];
                leads_here = leads_here && on_the_way == at;
                if (!leads_here) continue;
                const CalendarDate from = read[later].from;
                if (from <= read[at].from) counts = false;
                if (!until || *until >= from) until = day_before(from);
            }
            CHECK(list.locations[at].counts == counts);
            if (counts) CHECK(list.locations[at].counts_until == until);
        }
    }
}

TEST_CASE("what is wrong in a row is found at its cell, and the other rows stay loaded") {
    const Read result = read(
        "Wijkstad;1;Goed;regulier;100;1-1-2025;;bestaand;;ja\n"
        "Wijkstad;2;Min;regulier;-5;1-1-2025;;bestaand;;\n"
        "Wijkstad;3;Deel;regulier;12,5;1-1-2025;;bestaand;;\n"
        "Wijkstad;4;Dag;regulier;10;30-2-2025;31-6-2025;bestaand;;\n"
        "Wijkstad;5;Om;regulier;10;2-1-2025;1-1-2025;bestaand;;\n"
        "Elders;6;Ver;regulier;10;1-1-2025;;bestaand;;\n"
        ";7;;groot;10;;;zeker;;misschien\n"
        "Wijkstad;8;Los;amv;10;1-1-2025;;voornemen;99;nee\n");
    CHECK(places_of(result.findings) ==
          "number_out_of_range a.csv:3:5\n"
          "number_not_whole a.csv:4:5\n"
          "date_unreadable a.csv:5:6\n"
          "date_unreadable a.csv:5:7\n"
          "period_reversed a.csv:6:7\n"
          "municipality_not_in_province a.csv:7:1\n"
          "cell_missing a.csv:8:1\n"
          "cell_missing a.csv:8:6\n"
          "kind_unknown a.csv:8:4\n"
          "certainty_unknown a.csv:8:8\n"
          "cell_missing a.csv:8:3\n"
          "confidentiality_unknown a.csv:8:10\n"
          "continues_unknown a.csv:9:9\n");
    CHECK(total_on(result.list, {2025, 1, 1}) == 110);
    CHECK(result.list.locations[0].location.is_public());
    CHECK_FALSE(result.list.locations[1].location.is_public());
}

TEST_CASE("two files that claim the same location are told, and it counts once") {
    const Read result = read(
        "Wijkstad;1;Hal;regulier;300;1-1-2025;;bestaand;;\n"
        "Wijkstad;1;Hal;regulier;300;1-1-2025;;bestaand;;\n",
        "Wijkstad;7;hal;regulier;300;1-1-2025;;bestaand;;\n"
        "Druivendaal;1;hal;regulier;300;1-1-2025;;bestaand;;\n"
        "Druivendaal;;Hal;regulier;5;1-1-2025;;bestaand;;\n");
    CHECK(places_of(result.findings) ==
          "location_twice a.csv:3:3\n"
          "location_claimed_twice b.csv:2:3\nlocation_claimed_twice b.csv:3:3\n");
    CHECK(result.findings.list()[1].about == "a.csv");
    CHECK(result.findings.list()[1].other_row == 2);
    CHECK(total_on(result.list, {2025, 1, 1}) == 305);
}

TEST_CASE("two municipalities that number their own locations claim nothing of each other") {
    const Read result = read("Wijkstad;1;Hal;regulier;300;1-1-2025;;bestaand;;\n",
                             "Druivendaal;1;Kade;regulier;40;1-1-2025;;bestaand;;\n"
                             "Druivendaal;2;Dok;regulier;40;1-1-2026;;besloten;1;\n");
    CHECK(places_of(result.findings) == "location_overlap b.csv:3:3\n");
    CHECK(result.list.locations[2].continues == std::size_t{1});
    CHECK(total_on(result.list, {2026, 1, 1}) == 340);
}

TEST_CASE(
    "what many municipalities call alike is one location only where they say the same of it") {
    const Read result = read(
        "Wijkstad;1;Azc;regulier;300;1-1-2025;;bestaand;;\n"
        "Wijkstad;COA-77;Boot;regulier;80;1-1-2025;;bestaand;;\n",
        "Druivendaal;1;azc;regulier;250;1-1-2025;;bestaand;;\n"
        "Druivendaal;COA-77;boot;regulier;90;1-2-2025;;bestaand;;\n");
    // A number that nobody gives by counting claims the location, whatever else is said of it.
    CHECK(places_of(result.findings) == "location_claimed_twice b.csv:3:3\n");
    // Two digits count places in a list, three are a number of their own.
    const auto twice = [](const std::string& number) {
        return read("Wijkstad;" + number + ";Azc;regulier;300;1-1-2025;;bestaand;;\n",
                    "Druivendaal;" + number + ";azc;regulier;250;1-1-2025;;bestaand;;\n")
                   .findings.count(FindingCode::location_claimed_twice) == 1;
    };
    for (const char* number : {"1", "10", "90", "99"})
        CHECK_FALSE(twice(number));
    for (const char* number : {"100", "999", "A", "1A"})
        CHECK(twice(number));
    // That the numbers differ makes it a question, not two plans.
    Findings claims;
    find_claims(result.list, {}, claims);
    CHECK(places_of(claims) == "location_claimed_by_both b.csv:2:3\n");
    CHECK(total_on(result.list, {2025, 3, 1}) == 630);
}

TEST_CASE("one plan of two senders is told, also where the numbers differ or are not there") {
    const auto claims_of = [](const std::string& one, const std::string& two) {
        Findings findings;
        std::vector<Location> locations;
        std::vector<Location> left_out;
        const std::array<std::string, 2> texts = {header + one, header + two};
        for (std::size_t at = 0; at < texts.size(); ++at) {
            const std::string name = at == 0 ? "a.csv" : "b.csv";
            LocationColumns columns;
            const csv::Sheet sheet = csv::read(texts[at], name, findings);
            for (Location& location :
                 read_locations(sheet, name, municipalities, std::nullopt, findings, &columns))
                locations.push_back(std::move(location));
            for (Location& location : columns.left_out)
                left_out.push_back(std::move(location));
        }
        const LocationList list =
            join_locations(std::move(locations), municipalities.size(), findings);
        Findings claims;
        find_claims(list, left_out, claims);
        return places_of(claims);
    };
    const std::string grens = "Wijkstad;1;AZC De Grens;regulier;300;1-1-2028;;voornemen;;\n";
    CHECK(claims_of(grens,
                    "Druivendaal;4;De Grens (met Wijkstad);regulier;250;1-7-2028;;besloten;;\n") ==
          "location_claimed_by_both b.csv:2:3\n");
    CHECK(claims_of(grens, "Druivendaal;4;azc de grens;regulier;;1-1-2028;;voornemen;;\n") ==
          "location_claimed_by_both b.csv:2:3\n");
    CHECK(claims_of(grens, "Wijkstad;9;AZC De Grens;regulier;PM;1-1-2028;;voornemen;;\n") ==
          "location_claimed_by_both b.csv:2:3\n");
    // Another plan of that name, one that takes over, and one that is called otherwise.
    CHECK(claims_of(grens, "Druivendaal;4;De Grens;amv;20;1-7-2030;;voornemen;;\n").empty());
    CHECK(
        claims_of(grens, "Druivendaal;4;De Grens;regulier;300;1-7-2030;;voornemen;AZC De Grens;\n")
            .empty());
    CHECK(claims_of(grens, "Druivendaal;4;De Kade;regulier;300;1-1-2028;;voornemen;;\n").empty());
    // A row that was left out takes over by what it says itself, a number or a name.
    const auto left_out = [](const std::string& reference) {
        return "Druivendaal;4;De Grens;regulier;PM;1-7-2030;;voornemen;" + reference + ";\n";
    };
    CHECK(claims_of(grens, left_out("azc de grens")).empty());
    CHECK(claims_of(grens, left_out("1")).empty());
    CHECK(claims_of(grens, left_out("2")) == "location_claimed_by_both b.csv:2:3\n");
    CHECK(claims_of("Wijkstad;;AZC De Grens;regulier;300;1-1-2028;;voornemen;;\n", left_out("")) ==
          "location_claimed_by_both b.csv:2:3\n");
    // One sender that names a plan twice has two plans; two of one file are two senders.
    const std::string also = "Wijkstad;2;De Grens;regulier;300;1-1-2028;;voornemen;;\n";
    CHECK(claims_of(grens + also, "").empty());
    CHECK(claims_of(grens + "Druivendaal;2;De Grens;regulier;300;1-1-2028;;voornemen;;\n", "") ==
          "location_claimed_by_both a.csv:3:3\n");
}

TEST_CASE("in a file of several municipalities each numbers from 1") {
    const Read result = read(
        "Wijkstad;1;Hal;regulier;300;1-1-2025;;bestaand;;\n"
        "Druivendaal;1;Kade;regulier;40;1-1-2025;31-12-2025;bestaand;;\n"
        "Druivendaal;2;Dok;regulier;50;1-1-2026;;besloten;1;\n");
    CHECK(places_of(result.findings).empty());
    CHECK(result.list.locations[2].continues == std::size_t{1});
    CHECK(total_on(result.list, {2026, 1, 1}) == 350);
}

TEST_CASE("a location with a row for each kind or period is read in every row") {
    const Read result = read(
        "Wijkstad;;Hal;regulier;300;1-1-2025;31-12-2026;bestaand;;\n"
        "Wijkstad;;Hal;amv;20;1-1-2025;31-12-2026;bestaand;;\n"
        "Wijkstad;;Hal;regulier;200;1-1-2027;;besloten;;\n"
        "Wijkstad;4;Kade;regulier;10;1-1-2025;;bestaand;;\n"
        "Wijkstad;4;Kade;amv;5;1-1-2025;;bestaand;;\n"
        "Wijkstad;4;Kade;amv;6;1-1-2025;;bestaand;;\n");
    CHECK(places_of(result.findings) == "location_twice a.csv:7:3\n");
    CHECK(total_on(result.list, {2025, 1, 1}) == 335);
    CHECK(total_on(result.list, {2027, 1, 1}) == 215);
}

TEST_CASE("a row of totals, a heading between and a signature are one finding each") {
    const Read result = read(
        "Wijkstad;1;Hal;regulier;300;1-1-2025;;bestaand;;\n"
        "gemeente;nummer;locatie;soort;plekken;van;tot en met;zekerheid;vervolg op;openbaar\n"
        "Totaal;;;;300;;;;;\n"
        ";;Subtotaal regulier;;300;;;;;\n"
        "Met vriendelijke groet;;;;;;;;;\n"
        ";;Totaalopvang;regulier;5;1-1-2025;;bestaand;;\n");
    CHECK(places_of(result.findings) ==
          "row_text_only a.csv:3:1\nrow_of_sums a.csv:4:5\nrow_of_sums a.csv:5:5\n"
          "row_text_only a.csv:6:1\ncell_missing a.csv:7:1\n");
}

TEST_CASE("a total that is not that of its rows is found, and none where a number is not known") {
    const std::string rows =
        "Wijkstad;1;A;regulier;120;1-1-2025;;bestaand;;\nWijkstad;2;B;regulier;30;1-1-2025;;"
        "bestaand;;\n";
    const auto found = [](const std::string& text) {
        const Read result = read(text);
        std::string said;
        for (const Finding& finding : result.findings.list())
            if (finding.code == FindingCode::total_differs)
                said += finding.raw + " for " + finding.about + ' ';
        return said;
    };
    CHECK(found(rows + "Totaal;;;;150;;;;;\n").empty());
    CHECK(found(rows + "Totaal;;;;160;;;;;\n") == "160 for 150 ");
    const std::string more = "Wijkstad;3;C;regulier;5;1-1-2025;;bestaand;;\n";
    CHECK(
        found(rows + "Subtotaal;;;;150;;;;;\n" + more + "Subtotaal;;;;5;;;;;\nTotaal;;;;155;;;;;\n")
            .empty());
    CHECK(found(rows + "Subtotaal;;;;150;;;;;\n" + more + "Subtotaal;;;;6;;;;;\n") == "6 for 155 ");
    CHECK(found(rows + "Wijkstad;3;C;regulier;ca. 5;1-1-2025;;bestaand;;\nTotaal;;;;160;;;;;\n")
              .empty());
}

TEST_CASE("numbers of places that are not one number are questions, with what may be meant") {
    const Read result = read(
        "Wijkstad;1;A;regulier;ca. 120;1-1-2025;;bestaand;;\n"
        "Wijkstad;2;B;regulier;120-150;1-1-2025;;bestaand;;\n"
        "Wijkstad;3;C;regulier;PM;1-1-2025;;bestaand;;\n"
        "Wijkstad;4;D;regulier;n.v.t.;1-1-2025;;bestaand;;\n"
        "Wijkstad;5;E;regulier;± 1.200 plekken;1-1-2025;;bestaand;;\n"
        "Wijkstad;6;F;regulier;2.400;1-1-2025;;bestaand;;\n"
        "Wijkstad;7;G;regulier;1.024,0;1-1-2025;;bestaand;;\n");
    REQUIRE(result.findings.list().size() == 1);
    const Finding& unclear = result.findings.list().front();
    CHECK(unclear.code == FindingCode::places_unclear);
    std::string about = unclear.about + ';';
    for (const FoundAlso& place : result.findings.also(unclear))
        about += place.about + ';';
    CHECK(about == "120;120 / 150;;;1200;");
    const Read alone = read("Wijkstad;5;E;regulier;± 1.316 plekken;1-1-2025;;bestaand;;\n");
    CHECK(alone.findings.list().front().about == "1316");
    CHECK(total_on(result.list, {2025, 1, 1}) == 3424);
}

TEST_CASE(
    "a sign behind the guard of an export is a sign, and no number of places is below nought") {
    const Read result = read("Wijkstad;1;A;regulier;'-5;1-1-2025;;bestaand;;\n");
    REQUIRE(result.findings.list().size() == 1);
    CHECK(result.findings.list()[0].code == FindingCode::number_out_of_range);
    CHECK(result.findings.list()[0].raw == "-5");
}

TEST_CASE("every way to write a day is read; a period or two readings are a question") {
    const auto day_of = [](const std::string& text, const std::string& other = {}) -> std::string {
        const Read result =
            read("Wijkstad;1;A;regulier;1;" + text + ";;bestaand;;\n" +
                 (other.empty() ? "" : "Wijkstad;2;B;regulier;1;" + other + ";;bestaand;;\n"));
        for (const Finding& finding : result.findings.list()) {
            if (finding.row == 2) return std::string(name_of(finding.code)) + ' ' + finding.about;
        }
        return to_text(result.list.locations.at(0).location.from);
    };
    for (const std::string text : {"1 juli 2027",
                                   "1-7-27",
                                   "1.7.2027",
                                   "2027/07/01",
                                   "2027-07-01",
                                   "2027.7.1",
                                   "01-07-2027",
                                   "1 jul. 2027",
                                   "donderdag 1 juli 2027",
                                   "1e juli 2027",
                                   "July 1, 2027",
                                   "20270701",
                                   "2027-07-01 00:00:00",
                                   "2027-07-01T00:00:00",
                                   "1-7-2027 00:00",
                                   "vanaf 1 juli 2027",
                                   "1 juli '27",
                                   "1 - 7 - 2027",
                                   "per 1-7-2027",
                                   "1-JUL-2027"}) {
        CAPTURE(text);
        CHECK(day_of(text) == "2027-07-01");
    }
    for (const std::string text : {"juli 2027", "7-2027", "2027-07", "jul. 2027"}) {
        CAPTURE(text);
        CHECK(day_of(text) == "date_of_period 2027-07-01");
    }
    for (const std::string text : {"Q3 2027", "3e kwartaal 2027", "2027 Q3", "kwartaal 3 2027",
                                   "2027-Q3", "2e halfjaar 2027", "H2 2027", "Q3-2027"}) {
        CAPTURE(text);
        CHECK(day_of(text) == "date_of_period 2027-07-01");
    }
    CHECK(day_of("2027") == "date_of_period 2027-01-01");
    CHECK(day_of("7/1/2027") == "date_two_readings 2027-01-07 / 2027-07-01");
    CHECK(day_of("7/1/2027", "31/12/2027") == "2027-01-07");
    CHECK(day_of("7/1/2027", "12/31/2027") == "2027-07-01");
    CHECK(day_of("7-1-2027", "12-31-2027") == "date_two_readings 2027-01-07 / 2027-07-01");
    CHECK(day_of("5/5/2027") == "2027-05-05");
    // As Excel counts days, when a cell lost its form: proposed, never taken.
    CHECK(day_of("46569") == "date_counted 2027-07-01");
    CHECK(day_of("36526") == "date_counted 2000-01-01");
    CHECK(day_of("47543") == "date_counted 2030-03-01");
    CHECK(day_of("27-07-01") == "date_two_readings 2001-07-27 / 2027-07-01");
    for (const std::string text : {"z.s.m.", "begin 2027", "tot 1-7-2027", "30-2-2027", "462031",
                                   "6 maanden", "1 juli 2027?", "1-7-2027-", "2027-13", "Q5 2027",
                                   "0", "1/7", "1 juli 2027 of later", "1-7", "31 juni 2027"}) {
        CAPTURE(text);
        CHECK(day_of(text) == "date_unreadable from");
    }
    const Read until = read("Wijkstad;1;A;regulier;1;1-1-2025;Q3 2027;bestaand;;\n");
    CHECK(until.findings.list()[0].about == "2027-09-30");
}

TEST_CASE("a note with an address of mail or a telephone number is warned of") {
    Findings findings;
    const std::string text =
        "gemeente,locatie,soort,plekken,van,tot en met,zekerheid,opmerking\n"
        "GM9901,A,amv,1,2025-01-01,,bestaand,bel 06-1234 5678\n"
        "9902,B,amv,2,2025-01-01,,bestaand,jan@voorbeeld.nl\n"
        "Wijkstad,C,amv,4,2025-01-01,,bestaand,raad 12-3-2027 en 400 plekken\n";
    const csv::Sheet sheet = csv::read(text, "c.csv", findings);
    CHECK(read_locations(sheet, "c.csv", municipalities, std::nullopt, findings).size() == 3);
    CHECK(places_of(findings) ==
          "personal_data_suspected c.csv:2:8\npersonal_data_suspected c.csv:3:8\n");
}

TEST_CASE("a telephone number is told from days, years and numbers of places") {
    for (const std::string_view text :
         {"06-12345678", "bel (070) 123 45 67", "+31 6 12 34 56 78", "0031612345678", "0495-575000",
          "vraag mevr. De Wit", "dhr. Jansen", "123456782"})
        CHECK_MESSAGE(may_be_personal(text), text);
    for (const std::string_view text :
         {"van 01-01-2027 tot en met 31-12-2031", "2027-01-01 2028-12-31", "1.200 plekken",
          "1-1-2027 10 plekken", "raadsbesluit 2026-0412", "Heerenveen", "0,5 hectare",
          "fase 1/2/3"})
        CHECK_MESSAGE(!may_be_personal(text), text);
    // Ten digits after a nought, ten to thirteen after a plus, twelve to fifteen after two noughts;
    // eight in a row whatever they are.
    for (const std::string_view text :
         {"+31 6 12 34 56 7", "+31-612-345-678-90", "00-31-6-1234-567", "00-316-123-456-789-0",
          "0495-575-000", "12345678", "nr 12345678."})
        CHECK_MESSAGE(may_be_personal(text), text);
    for (const std::string_view text :
         {"+31 6 12 34 56", "+31-612-345-678-901", "00-31-6-1234-56", "00-316-123-456-789-01",
          "0495-575-00", "0495-575-0001", "1234567", "1234567 1234567", "195-575-0001"})
        CHECK_MESSAGE(!may_be_personal(text), text);
    // A day and a number of places have ten digits too; what has another number of digits between
    // its marks, or other marks, is no day.
    for (const std::string_view text :
         {"01-02-2027 12", "01.02.2027 12", "01/02/2027 12", "1-02-2027"})
        CHECK_MESSAGE(!may_be_personal(text), text);
    for (const std::string_view text :
         {"012-01-2027 1", "01-023-2027 1", "01-02-202 700", "01-02-20271 2", "01 02-2027 12",
          "01-02 2027 12", "0102(2027)12"})
        CHECK_MESSAGE(may_be_personal(text), text);
}

TEST_CASE("a form of address is a word of its own, however it is written") {
    for (const std::string_view text : {"dhr Jansen", "DHR. JANSEN", "vraag Mevr", "(mw. De Wit)",
                                        "de heer", "Mevrouw, u", "adhr of dhr"})
        CHECK_MESSAGE(may_be_personal(text), text);
    for (const std::string_view text : {"adhr", "zdhr", "ADHR", "ZDHR", "dhra", "dhrz",
                                        "\xC3\xA9"
                                        "dhr",
                                        "de heerlijkheid", "mevrouws", "mw"})
        CHECK_MESSAGE(!may_be_personal(text), text);
}

TEST_CASE("a row of the template that names a municipality and nothing else is passed over") {
    Findings findings;
    const std::string text =
        "gemeentecode,gemeente,locatie,soort,plekken,van,tot en met,zekerheid\n"
        "GM9901,Wijkstad,A,amv,16,2025-01-01,,bestaand\n"
        "GM9901,Wijkstad,,,,,,\n";
    const csv::Sheet sheet = csv::read(text, "c.csv", findings);
    LocationColumns columns;
    CHECK(read_locations(sheet, "c.csv", municipalities, std::nullopt, findings, &columns).size() ==
          1);
    CHECK(places_of(findings).empty());
    CHECK(columns.header_row == 1);
    CHECK(columns.columns[static_cast<std::size_t>(LocationField::places)] == 5);
    CHECK(columns.columns[static_cast<std::size_t>(LocationField::note)] == 0);
}

TEST_CASE("a file without the columns of locations says which are missing") {
    Findings findings;
    const std::string text = "gemeente,plekken,soort\nWijkstad,10,amv\n";
    const csv::Sheet sheet = csv::read(text, "c.csv", findings);
    CHECK(read_locations(sheet, "c.csv", municipalities, std::nullopt, findings).empty());
    CHECK(findings.count(FindingCode::column_missing) == 4);
    const std::string other = "niets,hier\n1,2\n";
    const csv::Sheet strange = csv::read(other, "d.csv", findings);
    CHECK(read_locations(strange, "d.csv", municipalities, std::nullopt, findings).empty());
    CHECK(findings.count(FindingCode::file_unknown) == 1);
}

TEST_CASE("Besluit 1.1: durable is five years, counted from the start or as what remains") {
    const Read result = read(
        "Wijkstad;1;Precies;regulier;1;1-1-2025;31-12-2029;bestaand;;\n"
        "Wijkstad;2;Dagkorter;regulier;1;1-1-2025;30-12-2029;bestaand;;\n"
        "Wijkstad;3;Altijd;regulier;1;1-1-2025;;bestaand;;\n"
        "Wijkstad;4;Schrikkel;regulier;1;29-2-2024;27-2-2029;bestaand;;\n");
    const CalendarDate day{2027, 1, 1};
    const auto periods = periods_of(result.list, {{true, true, true}});
    const auto durable = [&](std::size_t at, FiveYears reading) {
        return is_durable(periods[at], day, reading);
    };
    CHECK(durable(0, FiveYears::from_start));
    CHECK_FALSE(durable(0, FiveYears::remaining));
    CHECK_FALSE(durable(1, FiveYears::from_start));
    CHECK(durable(2, FiveYears::remaining));
    CHECK(durable(3, FiveYears::from_start));
}

TEST_CASE(
    "A, Wet 2(3): places that become durable within twelve months are deducted, later ones not") {
    const Read result = read(
        "Wijkstad;1;Nu;regulier;100;1-1-2025;;bestaand;;\n"
        "Wijkstad;2;Straks;regulier;200;1-1-2028;;besloten;;\n"
        "Wijkstad;3;Later;regulier;400;2-1-2028;;besloten;;\n"
        "Wijkstad;4;Kort;regulier;800;1-1-2025;31-12-2028;bestaand;;\n"
        "Wijkstad;5;Wens;regulier;1600;1-1-2025;;voornemen;;\n"
        "Wijkstad;6;Voorbij;regulier;3200;1-1-2020;31-12-2026;bestaand;;\n");
    CHECK(deduct(result.list, {2027, 1, 1}, {}).total == 300);
    DeductionSettings all;
    all.certainties = {{true, true, true}};
    CHECK(deduct(result.list, {2027, 1, 1}, all).total == 1900);
}

TEST_CASE("A, Besluit 3.1: 100 regular and 16 special on the sum of the municipality") {
    const Read below = read(
        "Wijkstad;1;A;regulier;60;1-1-2025;;bestaand;;\n"
        "Wijkstad;2;B;regulier;39;1-1-2025;;bestaand;;\n"
        "Druivendaal;3;C;regulier;60;1-1-2025;;bestaand;;\n"
        "Druivendaal;4;D;regulier;40;1-1-2025;;bestaand;;\n"
        "Wijkstad;5;E;amv;10;1-1-2025;;bestaand;;\n"
        "Wijkstad;6;F;overig bijzonder;6;1-1-2025;;bestaand;;\n"
        "Druivendaal;7;G;amv;15;1-1-2025;;bestaand;;\n");
    const Deduction together = deduct(below.list, {2027, 1, 1}, {});
    CHECK(together.municipalities[0].durable[0] == 99);
    CHECK(together.municipalities[0].total() == 16);
    CHECK(together.municipalities[1].total() == 100);
    CHECK(together.minors == 10);
    DeductionSettings apart;
    apart.special_places_together = false;
    CHECK(deduct(below.list, {2027, 1, 1}, apart).municipalities[0].total() == 0);
}

TEST_CASE("A: a location and the one that continues it are deducted once") {
    const Read result = read(
        "Wijkstad;1;Oud;regulier;150;1-1-2020;30-6-2027;bestaand;;\n"
        "Wijkstad;2;Nieuw;regulier;180;1-7-2027;;besloten;1;\n");
    const Deduction deduction = deduct(result.list, {2027, 1, 1}, {});
    CHECK(deduction.total == 180);
    // The places of the old one, where they stand, and what the new one has more.
    CHECK(deduction.counted == std::vector<Places>{150, 30});
}

TEST_CASE("A: a location is deducted up to and on its last day") {
    const Read result = read("Wijkstad;1;A;regulier;150;1-1-2020;30-6-2027;bestaand;;\n");
    CHECK(deduct(result.list, {2027, 6, 30}, {}).total == 150);
    CHECK(deduct(result.list, {2027, 7, 1}, {}).total == 0);
}

TEST_CASE("B: regular, minors' and other special places count together") {
    const Read result = read(
        "Wijkstad;1;A;regulier;100;1-1-2025;;bestaand;;\n"
        "Wijkstad;2;B;amv;20;1-1-2025;;bestaand;;\n"
        "Wijkstad;3;C;overig bijzonder;3;1-1-2025;;bestaand;;\n");
    CHECK(counts_towards_decision(result.list, {2025, 7, 1}, {})[0].total() == 123);
    CHECK(places_on(result.list, {2025, 7, 1})[0].total() == 123);
}

TEST_CASE("places of one certainty are those of all kinds together") {
    const Read result = read(
        "Wijkstad;1;A;regulier;100;1-1-2025;;bestaand;;\n"
        "Wijkstad;2;B;amv;20;1-1-2025;;besloten;;\n"
        "Wijkstad;3;C;overig bijzonder;3;1-1-2025;;bestaand;;\n"
        "Wijkstad;4;D;regulier;7;1-1-2025;;voornemen;;\n");
    const PlaceCount count = places_on(result.list, {2025, 7, 1})[0];
    CHECK(count.of(Certainty::existing) == 103);
    CHECK(count.of(Certainty::decided) == 20);
    CHECK(count.of(Certainty::intended) == 7);
}

TEST_CASE("B: a place counts towards the decision where it stays until the day that is set") {
    const Read result = read(
        "Wijkstad;1;Blijft;regulier;100;1-1-2025;1-2-2026;bestaand;;\n"
        "Wijkstad;2;Gaat;regulier;200;1-1-2025;31-1-2026;bestaand;;\n"
        "Wijkstad;3;Wens;regulier;400;1-1-2025;;voornemen;;\n"
        "Wijkstad;4;Later;amv;800;2-7-2025;;besloten;;\n");
    DecisionSettings reading;
    CHECK(counts_towards_decision(result.list, {2025, 7, 1}, reading)[0].total() == 300);
    reading.until = CalendarDate{2026, 2, 1};
    CHECK(counts_towards_decision(result.list, {2025, 7, 1}, reading)[0].total() == 100);
    reading.certainties = {{true, true, true}};
    CHECK(counts_towards_decision(result.list, {2025, 7, 1}, reading)[0].total() == 500);
}

TEST_CASE("B: a place that is continued without a gap stays as far as there is room") {
    const std::string former = "Wijkstad;1;Oud;regulier;300;1-1-2025;30-9-2025;bestaand;;\n";
    DecisionSettings reading;
    reading.until = CalendarDate{2026, 2, 1};
    const auto counted = [&](const std::string& next) {
        return counts_towards_decision(read(former + next).list, {2025, 7, 1}, reading)[0].total();
    };
    CHECK(counted("") == 0);
    CHECK(counted("Druivendaal;2;Nieuw;regulier;250;1-10-2025;;besloten;1;\n") == 250);
    CHECK(counted("Druivendaal;2;Nieuw;regulier;400;1-10-2025;;besloten;1;\n") == 300);
    CHECK(counted("Druivendaal;2;Gat;regulier;250;2-10-2025;;besloten;1;\n") == 0);
    CHECK(counted("Druivendaal;2;Kort;regulier;250;1-10-2025;31-12-2025;besloten;1;\n") == 0);
}

TEST_CASE("A, B and C give three answers for one place") {
    // Five years, 90 places: too few to deduct, counted towards the decision, and above the share.
    const Read result = read("Wijkstad;1;Hof;regulier;90;1-1-2025;;bestaand;;\n");
    const CalendarDate day{2027, 1, 1};
    CHECK(deduct(result.list, day, {}).total == 0);
    CHECK(counts_towards_decision(result.list, day, {})[0].total() == 90);
    const std::vector<GrantMunicipality> shares = {{50, {}}, {50, {}}};
    const Grants money = grants(result.list, shares, day, day, {2028, 12, 31}, 100, {});
    CHECK(money.municipalities[0].submitted == 40);
}

TEST_CASE("C, Wet 9(2)(a): 2,000 euro for a special place") {
    const Read result = read(
        "Wijkstad;1;A;amv;20;1-1-2025;;bestaand;;\n"
        "Wijkstad;2;B;overig bijzonder;5;1-1-2025;31-12-2027;bestaand;;\n");
    const CalendarDate day{2027, 1, 1};
    const std::vector<GrantMunicipality> shares = {{500, {}}, {0, {}}};
    GrantSettings reading;
    CHECK(grants(result.list, shares, day, day, {2028, 12, 31}, 1000, reading)
              .municipalities[0]
              .special_euros == 40'000);
    reading.special_places_durable = false;
    CHECK(grants(result.list, shares, day, day, {2028, 12, 31}, 1000, reading)
              .municipalities[0]
              .special_euros == 50'000);
}

TEST_CASE("C: what a municipality gets is the sum of its three grants") {
    MunicipalGrant grant;
    grant.special_euros = 1'000;
    grant.durable_euros = 20'000;
    grant.surplus_euros = 300'000;
    CHECK(grant.total() == 321'000);
}

TEST_CASE("C, Wet 9(2)(b): durable places above the share, 2,000 euro from a hundred, else 1,000") {
    const Read result = read(
        "Wijkstad;1;A;regulier;300;1-1-2025;;bestaand;;\n"
        "Druivendaal;2;B;regulier;300;1-1-2025;;bestaand;;\n");
    const CalendarDate day{2027, 1, 1};
    const std::vector<GrantMunicipality> shares = {{200, {}}, {201, {}}};
    const Grants money = grants(result.list, shares, day, day, {2028, 12, 31}, 1000, {});
    CHECK(money.municipalities[0].submitted == 100);
    CHECK(money.municipalities[0].durable_euros == 200'000);
    CHECK(money.municipalities[1].submitted == 99);
    CHECK(money.municipalities[1].durable_euros == 99'000);
}

TEST_CASE("C: a special place does not earn the grant for durable places as well, unless so read") {
    const Read result = read(
        "Wijkstad;1;A;regulier;100;1-1-2025;;bestaand;;\n"
        "Wijkstad;2;B;amv;50;1-1-2025;;bestaand;;\n");
    const CalendarDate day{2027, 1, 1};
    const std::vector<GrantMunicipality> shares = {{20, {}}, {0, {}}};
    GrantSettings reading;
    CHECK(grants(result.list, shares, day, day, {2028, 12, 31}, 1000, reading)
              .municipalities[0]
              .submitted == 100);
    reading.special_places_also_durable = true;
    CHECK(grants(result.list, shares, day, day, {2028, 12, 31}, 1000, reading)
              .municipalities[0]
              .submitted == 130);
}

TEST_CASE(
    "C, Wet 9(3): 1,500 euro above 75 %, 15 % to the province, the rest by places and months") {
    // Task 200, so 150. Wijkstad: 100 places for all 24 months; Druivendaal: 100 for the last 12.
    const Read result = read(
        "Wijkstad;1;A;regulier;100;1-1-2027;;bestaand;;\n"
        "Druivendaal;2;B;regulier;100;1-1-2028;31-12-2028;bestaand;;\n");
    const CalendarDate start{2027, 1, 1};
    const CalendarDate end{2028, 12, 31};
    const std::vector<GrantMunicipality> met = {{100, 100}, {100, 100}};
    const Grants money = grants(result.list, met, start, start, end, 200, {});
    CHECK(money.surplus.threshold == 150);
    CHECK(money.surplus.available == 200);
    CHECK(money.surplus.surplus == 50);
    CHECK(money.surplus.euros == 75'000);
    CHECK(money.surplus.to_province == 11'250);
    CHECK(money.surplus.to_municipalities == 63'750);
    // 2,400 and 1,200 place-months: two thirds and one third.
    CHECK(money.surplus.place_months == 3'600);
    CHECK(money.municipalities[0].surplus_euros == 42'500);
    CHECK(money.municipalities[1].surplus_euros == 21'250);
    CHECK(money.surplus.rounding_difference == 0);
    CHECK(money.total == 75'000);

    const std::vector<GrantMunicipality> one = {{100, 100}, {100, 101}};
    const Grants alone = grants(result.list, one, start, start, end, 200, {});
    CHECK(alone.municipalities[1].met_decision == false);
    CHECK(alone.municipalities[0].surplus_euros == 63'750);
    CHECK(alone.municipalities[1].surplus_euros == 0);
    const std::vector<GrantMunicipality> unknown = {{100, 100}, {100, {}}};
    // Without a decision there is nothing that it met: the months of the other earn it all.
    const Grants undecided = grants(result.list, unknown, start, start, end, 200, {});
    CHECK_FALSE(undecided.municipalities[1].met_decision);
    CHECK(undecided.surplus.place_months == 2'400);
    CHECK(undecided.municipalities[0].surplus_euros == 63'750);
    CHECK(undecided.municipalities[1].surplus_euros == 0);
}

TEST_CASE(
    "C, Wet 9(3): places with a grant on request lessen the surplus or the payment, as read") {
    const Read result = read("Wijkstad;1;A;regulier;300;1-1-2027;;bestaand;;\n");
    const CalendarDate start{2027, 1, 1};
    const std::vector<GrantMunicipality> shares = {{100, 100}, {0, 0}};
    GrantSettings reading;
    // 300 available, 200 of them submitted, threshold 150.
    CHECK(grants(result.list, shares, start, start, {2028, 12, 31}, 200, reading).surplus.surplus ==
          0);
    const auto read_as = [&](Excluded excluded) {
        reading.excluded = excluded;
        return grants(result.list, shares, start, start, {2028, 12, 31}, 200, reading).surplus;
    };
    // The 200 are part of the 150 above 75 %, and nothing is left to pay.
    CHECK(read_as(Excluded::lessen_payment).above == 150);
    CHECK(read_as(Excluded::lessen_payment).surplus == 0);
    // 150 of the 200 fill the 75 %: of the 150 above it 100 earned nothing yet.
    CHECK(read_as(Excluded::fill_threshold).above == 150);
    CHECK(read_as(Excluded::fill_threshold).surplus == 100);
}

TEST_CASE("C: an intention earns nothing, unless so read") {
    const Read result = read("Wijkstad;1;A;regulier;200;1-1-2027;;voornemen;;\n");
    const CalendarDate start{2027, 1, 1};
    const std::vector<GrantMunicipality> shares = {{0, {}}, {0, {}}};
    CHECK(grants(result.list, shares, start, start, {2028, 12, 31}, 0, {}).total == 0);
    GrantSettings all;
    all.certainties = {{true, true, true}};
    CHECK(grants(result.list, shares, start, start, {2028, 12, 31}, 0, all)
              .municipalities[0]
              .durable_euros == 400'000);
}

TEST_CASE(
    "C, Wet 9(3): one place for one month earns its part, and the last day is of the two years") {
    // A task of nothing, and one place from 1 December 2028: 1,500 euro, 85 % to its municipality.
    const CalendarDate start{2027, 1, 1};
    const CalendarDate end{2028, 12, 31};
    const std::vector<GrantMunicipality> met = {{1, 1}, {0, 0}};
    const Read month = read("Wijkstad;1;A;regulier;1;1-12-2028;;bestaand;;\n");
    const Grants money = grants(month.list, met, start, start, end, 0, {});
    CHECK(money.surplus.place_months == 1);
    CHECK(money.surplus.euros == 1'500);
    CHECK(money.municipalities[0].surplus_euros == 1'275);
    // Opened on the last day and counted on it: submitted, still there, and so no part of a
    // surplus.
    const Read last = read("Wijkstad;1;A;regulier;1;31-12-2028;;bestaand;;\n");
    const std::vector<GrantMunicipality> none = {{0, 0}, {0, 0}};
    const Grants submitted = grants(last.list, none, end, start, end, 0, {});
    CHECK(submitted.municipalities[0].submitted == 1);
    CHECK(submitted.municipalities[0].excluded == 1);
    CHECK(submitted.surplus.surplus == 0);
}

TEST_CASE("C: 75 % of a task that is no whole number is rounded as the setting says") {
    CHECK(surplus_threshold(101, ThresholdRounding::up) == 76);
    CHECK(surplus_threshold(101, ThresholdRounding::down) == 75);
    CHECK(surplus_threshold(101, ThresholdRounding::half_up) == 76);
    CHECK(surplus_threshold(103, ThresholdRounding::half_up) == 77);
    CHECK(surplus_threshold(100, ThresholdRounding::up) == 75);
    CHECK(surplus_threshold(4, ThresholdRounding::down) == 3);
    CHECK(surplus_threshold(40'000, ThresholdRounding::down) == 30'000);
    CHECK(surplus_threshold(40'000, ThresholdRounding::half_up) == 30'000);
}

TEST_CASE("offers stand beside indicative shares, total and minors apart, and add up") {
    const Read result = read(
        "Wijkstad;1;A;regulier;80;1-1-2027;;bestaand;;\n"
        "Wijkstad;2;B;amv;12;1-1-2027;;besloten;;\n"
        "Druivendaal;3;C;regulier;30;1-1-2027;;voornemen;;\n");
    const std::vector<IndicativeShare> shares = {{90, 8}, {40, 4}};
    const auto balances = offer_balances(places_on(result.list, {2027, 7, 1}), shares);
    CHECK(balances[0].difference == 2);
    CHECK(balances[0].minors_difference == 4);
    CHECK(balances[1].difference == -10);
    const std::vector<IndicativeShare> near = {{91, 8}, {31, 4}};
    CHECK(offer_balances(places_on(result.list, {2027, 7, 1}), near)[0].difference == 1);
    CHECK(offer_balances(places_on(result.list, {2027, 7, 1}), near)[1].difference == -1);
    const std::vector<std::size_t> all = {0, 1};
    const OfferBalance province = sum_of(balances, all);
    CHECK(province.offered.total() == 122);
    CHECK(province.indicative.total == 130);
    CHECK(province.difference == -8);
    CHECK(province.minors_difference == 0);
    CHECK(sum_of(balances, all, IndicativeShare{131, {}}).difference == -9);
    CHECK_FALSE(sum_of(balances, all, IndicativeShare{131, {}}).minors_difference);
}

TEST_CASE("a sum that tells the number of one confidential location is found") {
    const Read result = read(
        "Wijkstad;1;A;regulier;80;1-1-2027;;bestaand;;ja\n"
        "Wijkstad;2;B;regulier;60;1-1-2027;;bestaand;;nee\n"
        "Druivendaal;3;C;regulier;30;1-1-2027;;bestaand;;nee\n"
        "Druivendaal;4;D;regulier;20;1-7-2027;;bestaand;;nee\n"
        "Druivendaal;5;E;amv;10;1-1-2028;;besloten;;ja\n");
    const auto early = disclosures_on(result.list, {2027, 1, 1});
    REQUIRE(early.size() == 2);
    CHECK(early[0].location == 1);
    CHECK(early[1].location == 2);
    // Two confidential locations together hide each other.
    const auto later = disclosures_on(result.list, {2028, 1, 1});
    REQUIRE(later.size() == 1);
    CHECK(later[0].municipality == 0);
}

TEST_CASE("two sums beside each other tell the number of a location that alone came between") {
    const Read result = read(
        "Druivendaal;1;A;regulier;30;1-1-2027;;bestaand;;nee\n"
        "Druivendaal;2;B;regulier;20;1-1-2027;;bestaand;;nee\n"
        "Druivendaal;3;C;regulier;10;1-7-2027;;bestaand;;nee\n"
        "Wijkstad;4;D;regulier;60;1-1-2027;;bestaand;;nee\n"
        "Wijkstad;5;E;regulier;60;1-1-2027;1-3-2027;bestaand;;nee\n");
    const std::vector<CalendarDate> before = {{2027, 2, 1}};
    CHECK(disclosures_on(result.list, {2027, 2, 1}).empty());
    // E has gone, so that D stands alone; C came.
    const auto alone = disclosures_on(result.list, {2027, 8, 1});
    REQUIRE(alone.size() == 1);
    CHECK(alone[0].location == 3);
    const auto beside = disclosures_on(result.list, {2027, 8, 1}, before);
    REQUIRE(beside.size() == 3);
    CHECK(beside[1].location == 4);
    CHECK(beside[2].location == 2);
}
