#include "province/targets.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "key/remainder.hpp"

using namespace spreiding;

TEST_CASE("Huisvestingswet 29: the target is rounded up, so targets add to more than the number") {
    // 100 × 1/3 three times: 34 + 34 + 34.
    const HousingTarget third = housing_target(100, 1'000, 3'000);
    CHECK(third.persons == 34);
    CHECK(third.decimal() == "33.333333333");
    CHECK(3 * third.persons == 102);
    CHECK(housing_target(100, 1'500, 3'000).persons == 50);
    CHECK(housing_target(100, 1'501, 3'000).persons == 51);
    CHECK(housing_target(0, 1'500, 3'000).persons == 0);
    CHECK(housing_target(100, 0, 3'000).persons == 0);
    CHECK(housing_target(1, 1, 18'000'000).persons == 1);
    CHECK(housing_target(10'000'000, 4'294'967'295U, 4'294'967'295U).persons == 10'000'000);
}

TEST_CASE("Huisvestingswet 29: the population is that of 1 January of the year before") {
    CHECK(to_text(population_day({2027, 1})) == "2026-01-01");
    CHECK(to_text(population_day({2027, 2})) == "2026-01-01");
    CHECK(to_text(first_day({2027, 1})) == "2027-01-01");
    CHECK(to_text(last_day({2027, 1})) == "2027-06-30");
    CHECK(to_text(last_day({2027, 2})) == "2027-12-31");
    CHECK(to_text(first_day({2027, 2})) == "2027-07-01");
}

TEST_CASE("a half-year is read and written as year and half") {
    CHECK(read_half_year("2027-2") == HalfYear{2027, 2});
    CHECK(to_text(HalfYear{2027, 2}) == "2027-2");
    CHECK(to_text(HalfYear{2027, 1}) == "2027-1");
    CHECK(read_half_year("1990-1") == HalfYear{1990, 1});
    // The population of the year before has to have a day.
    CHECK(read_half_year("0002-1") == HalfYear{2, 1});
    for (const char* wrong : {"2027", "2027-3", "2027-0", "27-1", "2027-12", "0001-1", "202a-1"})
        CHECK_FALSE(read_half_year(wrong));
}

TEST_CASE("a national number revised within the half-year holds from its publication") {
    const std::vector<NationalTarget> published = {{{2024, 10, 1}, 17'700},
                                                   {{2025, 3, 15}, 15'000}};
    CHECK_FALSE(national_target_on(published, {2024, 9, 30}));
    CHECK(national_target_on(published, {2025, 3, 14}) == 0);
    CHECK(national_target_on(published, {2025, 3, 15}) == 1);
    CHECK(national_target_on(published, {2025, 6, 30}) == 1);
}

TEST_CASE("of the national numbers the last published holds, in whatever order they are listed") {
    const std::vector<NationalTarget> published = {{{2025, 3, 15}, 15'000},
                                                   {{2024, 10, 1}, 17'700}};
    CHECK(national_target_on(published, {2025, 6, 30}) == 0);
    CHECK(national_target_on(published, {2025, 3, 14}) == 1);
    // Of two of one day the one that is listed last: it corrects the other.
    const std::vector<NationalTarget> corrected = {{{2024, 10, 1}, 17'700},
                                                   {{2024, 10, 1}, 17'800}};
    CHECK(national_target_on(corrected, {2024, 10, 1}) == 1);
}

TEST_CASE("a remainder is spread pro rata of indicative shares over those marked, halves up") {
    const std::vector<Places> indicative = {100, 200, 300, 400};
    const std::vector<std::uint8_t> eligible = {1, 0, 1, 0};
    const RemainderSpread spread = spread_remainder(50, indicative, eligible);
    // 50 × 100/400 = 12.5 and 50 × 300/400 = 37.5: both up, so one more than there was.
    CHECK(spread.shares[0].places == 13);
    CHECK(spread.shares[0].share.decimal() == "12.500000000");
    CHECK(spread.shares[1].places == 0);
    CHECK(spread.shares[2].places == 38);
    CHECK(spread.base == 400);
    CHECK(spread.sum == 51);
    CHECK(spread.difference == 1);
}

TEST_CASE("the least base there is, one place of one municipality, takes the whole remainder") {
    const RemainderSpread spread =
        spread_remainder(50, std::vector<Places>{1, 0}, std::vector<std::uint8_t>{1, 1});
    CHECK(spread.shares[0].places == 50);
    CHECK(spread.shares[1].places == 0);
    CHECK(spread.difference == 0);
}

TEST_CASE("a remainder over nobody stays a remainder") {
    const std::vector<Places> indicative = {100, 0};
    CHECK(spread_remainder(50, indicative, std::vector<std::uint8_t>{0, 0}).difference == -50);
    CHECK(spread_remainder(50, indicative, std::vector<std::uint8_t>{0, 1}).difference == -50);
}
