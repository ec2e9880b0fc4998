#include "published/implied.hpp"

#include <doctest/doctest.h>

#include "lists.hpp"

using namespace spreiding;
using spreiding::testing::Random;
using spreiding::testing::random_list;

namespace {

PrintedTable table_of(const MunicipalityList& list, const std::vector<Places>& places) {
    PrintedTable table;
    for (std::size_t i = 0; i < list.size(); ++i) {
        PrintedRow row;
        row.municipality = i;
        row.code = list.codes[i];
        row.places = places[i];
        table.rows.push_back(row);
    }
    return table;
}

// The mean of the country in units of 10^-6; scores have three decimals, so this may be inexact and
// is only asked of lists where it is not.
std::int64_t national_mean(const MunicipalityList& list) {
    std::int64_t above = 0;
    std::int64_t below = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
        above += std::int64_t{list.scores[i]} * list.inhabitants[i];
        below += list.inhabitants[i];
    }
    return above * 1'000 / below;
}

}  // namespace

TEST_CASE("an interval by hand, against a municipality whose score is known") {
    MunicipalityList list;
    list.codes = {{1, 4}, {2, 4}};
    list.names = {"A", "B"};
    list.provinces = {0, 0};
    list.inhabitants = {1'000, 1'000};
    list.scores = {0, 0};
    const PrintedTable table = table_of(list, {10, 20});
    // A has score 0; B got 20 against 10: between 19.5/10.5 and 20.5/9.5 times as much.
    const auto factors = implied_factors(list, table, 30, {0, 0, 0});
    REQUIRE(factors.size() == 2);
    CHECK(factors[1].lowest.numerator == 13);
    CHECK(factors[1].lowest.denominator == 7);
    CHECK(factors[1].highest->numerator == 41);
    CHECK(factors[1].highest->denominator == 19);
    CHECK(holds(factors[0], 0, 3));
    CHECK_FALSE(holds(factors[0], 1, 3));
    CHECK(holds(factors[1], 1'000, 3));
    CHECK_FALSE(holds(factors[1], 857, 3));  // 1.857 < 13/7
    CHECK(holds(factors[1], 858, 3));
    CHECK(holds(factors[1], 1'157, 3));
    CHECK_FALSE(holds(factors[1], 1'158, 3));
}

TEST_CASE("an interval by hand, against the mean of the country") {
    MunicipalityList list;
    list.codes = {{1, 4}};
    list.names = {"A"};
    list.provinces = {0};
    list.inhabitants = {1'000};
    const auto factors = implied_factors(list, table_of(list, {10}), 20, {{}, 0, 50'000});
    // 1.05 × 9.5/20 and 1.05 × 10.5/20
    CHECK(factors[0].lowest.decimal() == "0.498750000");
    CHECK(factors[0].highest->decimal() == "0.551250000");
}

TEST_CASE("the scores that made a table lie in their intervals, whatever the reference") {
    Random random(21);
    for (int round = 0; round < 60; ++round) {
        MunicipalityList list = random_list(random, 2 + random.below(12), 3, 90'000);
        const Places need = 500 + random.below(5'000);
        const Allocation allocation = allocate(list, need, std::nullopt);
        const PrintedTable table = table_of(list, allocation.places);
        const std::size_t reference = random.below(static_cast<std::uint32_t>(list.size()));
        for (const ImpliedFactor& factor :
             implied_factors(list, table, need, {reference, list.scores[reference] * 1'000, 0})) {
            CHECK(holds(factor, list.scores[factor.municipality], 3));
        }
        // Mean 0 by construction: pairs of equal size with opposite scores.
        for (std::size_t i = 0; i + 1 < list.size(); i += 2) {
            list.inhabitants[i + 1] = list.inhabitants[i];
            list.scores[i + 1] = -list.scores[i];
        }
        if (list.size() % 2 == 1) list.scores.back() = 0;
        REQUIRE(national_mean(list) == 0);
        const Allocation even = allocate(list, need, std::nullopt);
        for (const ImpliedFactor& factor :
             implied_factors(list, table_of(list, even.places), need, {{}, 0, 0})) {
            CHECK(holds(factor, list.scores[factor.municipality], 3));
        }
    }
}

TEST_CASE("a figure of nought gives no upper end to others, and a lowest of nought to itself") {
    MunicipalityList list;
    list.codes = {{1, 4}, {2, 4}};
    list.names = {"A", "B"};
    list.provinces = {0, 0};
    list.inhabitants = {10, 1'000};
    list.scores = {0, 0};
    const PrintedTable table = table_of(list, {0, 20});
    CHECK_FALSE(implied_factors(list, table, 20, {0, 0, 0})[1].highest.has_value());
    CHECK(implied_factors(list, table, 20, {1, 0, 0})[0].lowest.numerator == 0);
}

TEST_CASE("an interval informs much up to a hundredth wide, some up to a twentieth, else little") {
    const auto width = [](Wide numerator, Wide denominator) {
        return informs(
            {0, {denominator, denominator}, ExactShare{denominator + numerator, denominator}});
    };
    CHECK(width(1, 100) == Informs::much);
    CHECK(width(1, 99) == Informs::some);
    CHECK(width(3, 301) == Informs::much);
    CHECK(width(3, 299) == Informs::some);
    CHECK(width(1, 20) == Informs::some);
    CHECK(width(1, 19) == Informs::little);
    CHECK(width(0, 1) == Informs::much);
    CHECK(informs({0, {1, 1}, std::nullopt}) == Informs::none);
    // Without an upper end every score from the lowest on is held.
    const ImpliedFactor open{0, {1, 1}, std::nullopt};
    CHECK(holds(open, 0, 3));
    CHECK(holds(open, 9'000, 3));
    CHECK_FALSE(holds(open, -1, 3));
}
