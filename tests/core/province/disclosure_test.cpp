// Which sums of confidential numbers are printed, and what is said of the others.
#include "province/disclosure.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace spreiding;

namespace {

constexpr CalendarDate first{2027, 7, 1};
constexpr CalendarDate later{2028, 7, 1};
const std::vector<CalendarDate> both = {first, later};

Location confidential(std::size_t municipality, Places places, CalendarDate from = {2027, 1, 1},
                      PlaceKind kind = PlaceKind::regular) {
    static int made = 0;
    Location location;
    location.name = "Locatie " + std::to_string(++made);
    location.municipality = municipality;
    location.places = places;
    location.from = from;
    location.kind = kind;
    location.certainty = Certainty::existing;
    return location;
}

LocationList list_of(std::vector<Location> locations) {
    Findings findings;
    return join_locations(std::move(locations), 8, findings);
}

PublicRemainders told(const LocationList& list, const std::vector<PrintedEdition>& earlier = {},
                      const std::vector<std::vector<std::size_t>>& regions = {},
                      bool anyway = false) {
    return public_remainders(list, both, regions, earlier, anyway);
}

Remainder exactly(Places places) {
    return {RemainderForm::exact, places, places};
}

}  // namespace

TEST_CASE(
    "the sum of three municipalities is printed on every date, and nothing of what it is of") {
    const auto answer =
        told(list_of({confidential(0, 60), confidential(1, 50), confidential(2, 40)}));
    CHECK(answer.dates[0].province == exactly(150));
    CHECK(answer.dates[1].province == exactly(150));
    CHECK(answer.dates[0].minors.form == RemainderForm::none);
    CHECK(answer.exposed.empty());
}

TEST_CASE("a sum of two municipalities is no number: each would know the other's") {
    const auto answer = told(list_of({confidential(0, 60), confidential(1, 50)}));
    // 110 lies in 100 … 149; the first takes off its 60 and finds 40 … 89 for the other.
    CHECK(answer.dates[0].province == Remainder{RemainderForm::range, 100, 149});
    CHECK(answer.dates[1].province == answer.dates[0].province);
}

TEST_CASE("a class of fifty is too narrow for a large number that stands alone") {
    CHECK(told(list_of({confidential(0, 160)})).dates[0].province ==
          Remainder{RemainderForm::range, 150, 199});
    CHECK(told(list_of({confidential(0, 170)})).dates[0].province.form == RemainderForm::withheld);
}

TEST_CASE("what remains without the two largest is at least 15 % of the largest") {
    CHECK(told(list_of({confidential(0, 200), confidential(1, 50), confidential(2, 30)}))
              .dates[0]
              .province == exactly(280));
    CHECK(told(list_of({confidential(0, 200), confidential(1, 50), confidential(2, 29)}))
              .dates[0]
              .province.form != RemainderForm::exact);
    // Of small numbers ten places have to stay open, whoever takes its own off.
    CHECK(told(list_of({confidential(0, 6), confidential(1, 5), confidential(2, 4)}))
              .dates[0]
              .province.form != RemainderForm::exact);
}

TEST_CASE("a location that comes alone between two dates is not told by their difference") {
    const std::vector<Location> three = {confidential(0, 60), confidential(1, 50),
                                         confidential(2, 40)};
    std::vector<Location> one_more = three;
    one_more.push_back(confidential(3, 80, {2028, 1, 1}));
    const auto answer = told(list_of(one_more));
    CHECK(answer.dates[0].province == exactly(150));
    // 230 lies in 200 … 249: the newcomer has 50 … 99.
    CHECK(answer.dates[1].province == Remainder{RemainderForm::range, 200, 249});
    one_more.push_back(confidential(4, 70, {2028, 1, 1}));
    one_more.push_back(confidential(5, 60, {2028, 1, 1}));
    CHECK(told(list_of(one_more)).dates[1].province == exactly(360));
}

TEST_CASE("a class is withheld where a municipality knows what lies on the other side of it") {
    // Exactly printed together on the first date; on the second the last two have left.
    std::vector<Location> locations = {confidential(0, 152), confidential(1, 60),
                                       confidential(2, 40)};
    locations[1].until = locations[2].until = CalendarDate{2027, 12, 31};
    const auto answer = told(list_of(locations));
    CHECK(answer.dates[0].province == exactly(252));
    // 152 lies in 150 … 199, but who had 60 of the 100 that left knows that it is at most 192, and
    // who had all that left knows it exactly.
    CHECK(answer.dates[1].province == Remainder{RemainderForm::withheld, 0, 0});
}

TEST_CASE("minors are printed where they and all others are each a sum of three") {
    std::vector<Location> locations = {confidential(0, 60), confidential(1, 50),
                                       confidential(2, 40)};
    for (std::size_t at = 0; at < 3; ++at)
        locations.push_back(confidential(at, 20, {2027, 1, 1}, PlaceKind::minors));
    CHECK(told(list_of(locations)).dates[0].minors == exactly(60));
    locations.erase(locations.begin());
    CHECK(told(list_of(locations)).dates[0].province == exactly(150));
    CHECK(told(list_of(locations)).dates[0].minors.form != RemainderForm::exact);
}

TEST_CASE("a region is printed where its complement in the province is safe too") {
    std::vector<Location> locations;
    for (std::size_t at = 0; at < 6; ++at)
        locations.push_back(confidential(at, 40 + static_cast<Places>(at)));
    const std::vector<std::vector<std::size_t>> regions = {{0, 1, 2}, {3, 4, 5}, {6, 7}};
    const auto answer = told(list_of(locations), {}, regions);
    CHECK(answer.dates[0].regions[0] == exactly(123));
    CHECK(answer.dates[0].regions[1] == exactly(132));
    CHECK(answer.dates[0].regions[2].form == RemainderForm::none);
    locations.pop_back();
    const auto fewer = told(list_of(locations), {}, regions);
    CHECK(fewer.dates[0].province == exactly(210));
    CHECK(fewer.dates[0].regions[0].form != RemainderForm::exact);
}

TEST_CASE("an earlier edition is not told by the difference with a later one") {
    const std::vector<Location> before = {confidential(0, 60), confidential(1, 50),
                                          confidential(2, 40), confidential(3, 30)};
    const std::vector<PrintedEdition> earlier = {told(list_of(before)).edition};
    // The same again tells nothing new.
    CHECK(told(list_of(before), earlier).dates[0].province == exactly(180));
    std::vector<Location> after = before;
    after[3].places = 45;
    CHECK(told(list_of(after)).dates[0].province == exactly(195));
    CHECK(told(list_of(after), earlier).dates[0].province.form != RemainderForm::exact);
    for (Location& location : after)
        location.places = location.places + 5;
    CHECK(told(list_of(after), earlier).dates[0].province == exactly(215));
}

TEST_CASE("a number that was public once hides no other any more") {
    std::vector<Location> before = {confidential(0, 60), confidential(1, 50), confidential(2, 40)};
    before[2].number_is_public = true;
    const std::vector<PrintedEdition> earlier = {told(list_of(before)).edition};
    before[2].number_is_public = false;
    CHECK(told(list_of(before)).dates[0].province == exactly(150));
    CHECK(told(list_of(before), earlier).dates[0].province.form != RemainderForm::exact);
}

TEST_CASE("who has all sums printed anyway is told whose numbers they tell") {
    const auto answer =
        told(list_of({confidential(0, 160), confidential(1, 500)}), {}, {{0}, {1}}, true);
    CHECK(answer.dates[0].province == exactly(660));
    CHECK(answer.dates[0].regions[1] == exactly(500));
    CHECK(answer.exposed == std::vector<std::size_t>{0, 1});
}

TEST_CASE("the public part has no location that a confidential one continues") {
    std::vector<Location> locations = {confidential(0, 60), confidential(1, 50, {2028, 1, 1}),
                                       confidential(0, 40)};
    for (const std::size_t at : {0U, 2U})
        locations[at].identity_is_public = locations[at].number_is_public = true;
    locations[1].continues = locations[0].name;
    const LocationList list = list_of(locations);
    const LocationList part = public_part(list);
    REQUIRE(part.locations.size() == 1);
    CHECK(part.locations[0].location.places == 40);
    CHECK(have_more(list, part)[0] == 1);
    CHECK(have_more(list, part)[1] == 1);
    CHECK(have_more(list, part)[2] == 0);
}

namespace {

// One secret per municipality, in one sum.
std::vector<Secret> secrets_of(const std::vector<Places>& numbers) {
    std::vector<Secret> secrets;
    for (const Places places : numbers)
        secrets.push_back({secrets.size(), places, false});
    return secrets;
}

std::vector<std::size_t> all_of(const std::vector<Secret>& secrets) {
    std::vector<std::size_t> members;
    for (std::size_t at = 0; at < secrets.size(); ++at)
        members.push_back(at);
    return members;
}

Remainder sum_said_of(const std::vector<Secret>& secrets) {
    const std::vector<SecretSum> wanted = {{all_of(secrets), RemainderForm::exact}};
    return suppress(secrets, {}, wanted, false).remainders.at(0);
}

}  // namespace

TEST_CASE("a sum may be known from three on, with 15 % of the largest and ten places left open") {
    const auto is_safe = [](const std::vector<Places>& numbers) {
        const auto secrets = secrets_of(numbers);
        return is_safe_group(secrets, all_of(secrets));
    };
    CHECK(is_safe({700, 600, 105}));
    CHECK_FALSE(is_safe({700, 600, 104}));
    // Without the largest 13 are left, of which one of each of three is known.
    CHECK(is_safe({10, 7, 6}));
    CHECK_FALSE(is_safe({10, 7, 5}));
    CHECK(is_safe({20, 20, 1, 1, 1}));
    CHECK_FALSE(is_safe({20, 20, 1, 1}));
    CHECK_FALSE(is_safe({20, 20, 0}));
    CHECK_FALSE(is_safe({60, 50}));
    CHECK(is_safe({}));
    // A number that was printed hides no other: two are left.
    auto printed = secrets_of({60, 50, 40});
    printed[0].is_known = true;
    CHECK_FALSE(is_safe_group(printed, all_of(printed)));
    // A municipality with two numbers is one.
    auto two = secrets_of({60, 50, 40});
    two[2].municipality = 1;
    CHECK_FALSE(is_safe_group(two, all_of(two)));
}

TEST_CASE("a class leaves ten places open also for who takes its own number off, and not nine") {
    // 49 lies in 0 … 49. Who has 39 finds 0 … 10 for the other; who has 40 finds 0 … 9.
    CHECK(sum_said_of(secrets_of({39, 10})) == Remainder{RemainderForm::range, 0, 49});
    CHECK(sum_said_of(secrets_of({40, 9})).form == RemainderForm::withheld);
}

TEST_CASE("what was printed is taken off a class before it is asked what that leaves open") {
    // 140 lies in 100 … 149, and the 60 of it are known: 40 … 89 for the other.
    auto secrets = secrets_of({60, 80});
    secrets[0].is_known = true;
    CHECK(sum_said_of(secrets) == Remainder{RemainderForm::range, 100, 149});
    secrets[1].places = 170;  // in 140 … 189: less than 30 % is open
    CHECK(sum_said_of(secrets).form == RemainderForm::withheld);
}
