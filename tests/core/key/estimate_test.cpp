#include "key/estimate.hpp"

#include <doctest/doctest.h>

using namespace spreiding;

namespace {

using Scores = std::vector<std::int32_t>;

}  // namespace

TEST_CASE("a share of a table becomes the score with which it comes about") {
    // 30 and 10 of 40 on 100 and 300 inhabitants: 0.3 and 0.0333… each. With a mean of 1.04 over
    // all 400 that is 1.04 × 400 ÷ 40 = 10.4 as much: 3.12 and 0.346666….
    const PrintedShares table{{100, 300}, {30, 10}, 40};
    CHECK(carried_scores(table, table.inhabitants, {}, {}) == Scores{2'120'000, -653'333});
}

TEST_CASE("a score is of the inhabitants of now: who grows without a change of score keeps it") {
    const PrintedShares table{{100, 100}, {10, 10}, 20};
    const std::vector<std::uint32_t> now = {200, 100};
    CHECK(carried_scores(table, now, {}, {}) == Scores{40'000, 40'000});
}

TEST_CASE("a printed nought counts as a quarter") {
    // 1 against 4 quarters of 5, on as many inhabitants: 1.04 × 2 ÷ 5 = 0.416, and four times that.
    const PrintedShares table{{100, 100}, {0, 1}, 1};
    CHECK(carried_scores(table, table.inhabitants, {}, {}) == Scores{-584'000, 664'000});
}

TEST_CASE("the change of the estimated scores is carried over: that of then ÷ that of before") {
    const PrintedShares table{{100, 100}, {10, 10}, 20};
    const std::vector<std::int64_t> one = {1'000'000, 1'000'000};
    const std::vector<std::int64_t> more = {1'000'000, 1'250'000};
    // 1 against 1.25 of 2.25: × 2.08; and 1 against 1 ÷ 1.25 = 0.8 of 1.8.
    CHECK(carried_scores(table, table.inhabitants, ScoreStep{one, more}, {}) ==
          Scores{-75'556, 155'556});
    CHECK(carried_scores(table, table.inhabitants, ScoreStep{more, one}, {}) ==
          Scores{155'556, -75'556});
}

TEST_CASE("what a province has by itself is scaled to its own, and stands as its task to all") {
    // 10 and 10 of the one province with a task of 30, 20 of the other with 10: 15, 15 and 10 of 40
    // on 100 inhabitants each: 1.04 × 300 ÷ 40 = 7.8 as much per inhabitant.
    const PrintedShares table{{100, 100, 100}, {10, 10, 20}, 40};
    const std::vector<std::uint16_t> provinces = {0, 0, 1};
    const std::vector<Places> tasks = {30, 10};
    CHECK(carried_scores(table, table.inhabitants, {}, ProvincialTasks{provinces, tasks}) ==
          Scores{170'000, 170'000, -220'000});
}

TEST_CASE("a score that is carried over stays above -1 and goes no higher than the law's 10") {
    constexpr std::uint32_t most = 2'147'483'647;
    const PrintedShares table{{1, most}, {10'000'000, 0}, 10'000'000};
    CHECK(carried_scores(table, table.inhabitants, {}, {}) == Scores{10'000'000, -999'999});
}

TEST_CASE("at the bounds of a table no product of an estimate wraps, and no weight vanishes") {
    constexpr std::uint32_t most = 2'147'483'647;
    const std::vector<std::uint16_t> provinces = {0, 1};
    const std::vector<Places> tasks = {10'000'000, 10'000'000};
    // Beside the heaviest weight the lightest is nothing; in its own province it is all there is.
    const PrintedShares table{{1, most}, {10'000'000, 0}, 10'000'000};
    const std::vector<std::uint32_t> now = {most, 1};
    CHECK(carried_scores(table, now, {}, ProvincialTasks{provinces, tasks}) ==
          Scores{-480'000, 10'000'000});
    const PrintedShares equal{{1, 1}, {10'000'000, 10'000'000}, 20'000'000};
    const std::vector<std::uint32_t> many = {most, most};
    CHECK(carried_scores(equal, many, {}, ProvincialTasks{provinces, tasks}) ==
          Scores{40'000, 40'000});
    // The weights keep their ratio to the last digit of a score where the heaviest is cut off.
    const PrintedShares three{{1, 1, 1}, {5'000'000, 2'500'000, 2'500'000}, 10'000'000};
    CHECK(carried_scores(three, std::vector<std::uint32_t>{most, most, most}, {}, {}) ==
          Scores{560'000, -220'000, -220'000});
}
