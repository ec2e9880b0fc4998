// Intervals that a printed table proves: by brute force on small cases, and on the table of 2026.
#include "key/derived.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace spreiding;

namespace {

std::vector<std::size_t> all_of(std::size_t size) {
    std::vector<std::size_t> members(size);
    for (std::size_t i = 0; i < size; ++i)
        members[i] = i;
    return members;
}

Places share_of(std::span<const Wide> weights, std::size_t i, Places need) {
    Wide total = 0;
    for (const Wide weight : weights)
        total += weight;
    return static_cast<Places>((2 * static_cast<Wide>(need) * weights[i] + total) / (2 * total));
}

// All shares on a grid of 1/(2·grid) places that fit the table, visited with their weights.
template <typename Visit>
void each_share(const PrintedShares& table, Wide grid, Visit visit) {
    std::vector<Wide> shares(table.size());
    const auto go = [&](const auto& self, std::size_t i, Wide left) -> void {
        const auto twice = 2 * static_cast<Wide>(table.places[i]);
        const Wide first = twice == 0 ? 1 : (twice - 1) * grid;
        const Wide end = (twice + 1) * grid;
        if (i + 1 == table.size()) {
            if (left < first || left >= end) return;
            shares[i] = left;
            visit(shares);
            return;
        }
        for (Wide share = first; share < end && share <= left; ++share) {
            shares[i] = share;
            self(self, i + 1, left - share);
        }
    };
    go(go, 0, 2 * grid * static_cast<Wide>(table.need));
}

}  // namespace

TEST_CASE("on its own inhabitants and need a table gives exactly itself") {
    const PrintedShares table{{100, 200, 300}, {10, 0, 31}, 41};
    const auto derived = DerivedWeights::of(table, table.inhabitants);
    REQUIRE(derived);
    for (std::size_t i = 0; i < table.size(); ++i) {
        CHECK(derived->share(i, table.need).low == table.places[i]);
        CHECK(derived->share(i, table.need).high == table.places[i]);
    }
}

TEST_CASE("an upper end is not attained: a share just below a half rounds down") {
    // Twice the need: a share below 2 × 10.5 is at most 21 and never rounds to more.
    const PrintedShares table{{1, 1}, {10, 10}, 20};
    const auto derived = DerivedWeights::of(table, table.inhabitants);
    REQUIRE(derived);
    CHECK(derived->share(0, 40).low == 19);
    CHECK(derived->share(0, 40).high == 21);
    CHECK(derived->share(0, 100).high == 52);  // below 52.5
    CHECK(derived->share(0, 100).low == 48);   // 47.5 rounds up
}

TEST_CASE("a table that does not add up to its need within its halves says nothing") {
    const std::vector<std::uint32_t> people = {1, 1, 1};
    CHECK(DerivedWeights::of({people, {1, 1, 1}, 2}, people));        // 3 × 0.5 = 1.5
    CHECK_FALSE(DerivedWeights::of({people, {1, 1, 1}, 1}, people));  // below that
    CHECK(DerivedWeights::of({people, {1, 1, 1}, 4}, people));
    CHECK_FALSE(DerivedWeights::of({people, {2, 2, 2}, 9}, people));
    const std::vector<std::uint32_t> two = {1, 1};
    CHECK_FALSE(DerivedWeights::of({two, {1, 1}, 3}, two));  // 3 is the end that is not attained
}

TEST_CASE("small tables: the interval is what trying all shares finds, and holds them all") {
    std::mt19937 random(2026);
    const auto between = [&](int low, int high) {
        return static_cast<std::uint32_t>(std::uniform_int_distribution<int>(low, high)(random));
    };
    int wider = 0;  // of two municipalities, where the grid is fine enough to tell
    for (int round = 0; round < 150; ++round) {
        const std::size_t size = between(2, 3);
        PrintedShares table;
        std::vector<std::uint32_t> now;
        Places sum = 0;
        for (std::size_t i = 0; i < size; ++i) {
            table.inhabitants.push_back(between(1, 6));
            now.push_back(between(1, 6));
            table.places.push_back(between(0, 6));
            sum += table.places.back();
        }
        table.need = sum + static_cast<Places>(between(0, 2)) - 1;
        if (table.need < 0) continue;
        const Places need = between(1, 30);
        const auto derived = DerivedWeights::of(table, now);
        std::vector<PlacesRange> tried(size, {1'000, -1});
        PlacesRange together{1'000, -1};
        bool any = false;
        const Wide grid = size == 2 ? 5'000 : 60;
        each_share(table, grid, [&](std::span<const Wide> shares) {
            any = true;
            std::vector<Wide> weights;
            for (std::size_t i = 0; i < size; ++i)
                weights.push_back(shares[i] * now[i] * (720 / table.inhabitants[i]));
            Places added = 0;
            for (std::size_t i = 0; i < size; ++i) {
                const Places share = share_of(weights, i, need);
                tried[i] = {std::min(tried[i].low, share), std::max(tried[i].high, share)};
                if (i < 2) added += share;
            }
            together = {std::min(together.low, added), std::max(together.high, added)};
        });
        if (!any) continue;
        REQUIRE(derived);
        for (std::size_t i = 0; i < size; ++i) {
            const ProvenShare proven = derived->share(i, need);
            CHECK(proven.low <= tried[i].low);
            CHECK(proven.high >= tried[i].high);
            wider +=
                size == 2 && (proven.low < tried[i].low || proven.high > tried[i].high) ? 1 : 0;
            const std::vector<std::size_t> alone = {i};
            CHECK(derived->share(alone, need).low <= proven.low);
            CHECK(derived->share(alone, need).high >= proven.high);
        }
        const PlacesRange sum_of_two = derived->sum(std::vector<std::size_t>{0, 1}, need);
        CHECK(sum_of_two.low <= together.low);
        CHECK(sum_of_two.high >= together.high);
        const PlacesRange everyone = derived->sum(all_of(size), need);
        CHECK(everyone.low <= need + static_cast<Places>(size) / 2);
        CHECK(everyone.high >= need - static_cast<Places>(size) / 2);
    }
    CHECK(wider == 0);
}

TEST_CASE("where the score counts for nothing, the interval is the share by inhabitants") {
    const PrintedShares table{{100, 300}, {30, 10}, 40};
    const std::vector<std::uint32_t> now = {200, 600};
    ScoreTerms terms{.score_weight = 0, .scores = {std::nullopt, std::nullopt}};
    const auto derived = DerivedWeights::of(table, now, &terms);
    REQUIRE(derived);
    CHECK(derived->share(0, 80).low == 20);
    CHECK(derived->share(0, 80).high == 20);
    CHECK(derived->share(1, 80).low == 60);
}

TEST_CASE("a changed score needs the mean factor, and gives an interval for each value of it") {
    // Mean (1 + score) of 1: shares 10 and 30 of 40 on 100 and 100 inhabitants are 0.5 and 1.5.
    const PrintedShares table{{100, 100}, {10, 30}, 40};
    ScoreTerms terms{.scores = {Decimal{5, 1}, std::nullopt}, .mean_factor = 1'000'000};
    const auto derived = DerivedWeights::of(table, table.inhabitants, &terms);
    REQUIRE(derived);
    // 1.5 against 1.475 … 1.525, of 40.
    const ProvenShare share = derived->share(0, 40);
    CHECK(share.low == 20);
    CHECK(share.high == 20);
    CHECK(share.lowest.decimal() < "20.000000000");
    CHECK(share.highest.decimal() >= "20.000000000");
    // A score of its own, unchanged in effect, gives what the table had.
    ScoreTerms same{.scores = {Decimal{-5, 1}, std::nullopt}, .mean_factor = 1'000'000};
    const auto unchanged = DerivedWeights::of(table, table.inhabitants, &same);
    REQUIRE(unchanged);
    CHECK(unchanged->share(0, 40).low == 10);
    CHECK(unchanged->share(0, 40).high == 10);
    // With the whole list a hundredth heavier, the same score is worth a hundredth less.
    same.mean_factor = 1'010'000;
    const auto heavier = DerivedWeights::of(table, table.inhabitants, &same);
    REQUIRE(heavier);
    CHECK(heavier->share(0, 40'000).high < unchanged->share(0, 40'000).high);
}

TEST_CASE("a weight that could be nought or less has no interval") {
    // Twice the score of −0.9 leaves less than nothing.
    const PrintedShares table{{100, 100}, {2, 38}, 40};
    ScoreTerms terms{.score_weight = 2'000, .scores = {std::nullopt, std::nullopt}};
    CHECK_FALSE(DerivedWeights::of(table, table.inhabitants, &terms));
}
