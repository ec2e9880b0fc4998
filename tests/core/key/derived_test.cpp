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

// -1, 0 or 1, by their continued fractions: no product is too wide.
int compare(ExactShare a, ExactShare b) {
    for (int sign = 1;; sign = -sign) {
        const Wide whole_a = a.numerator / a.denominator;
        const Wide whole_b = b.numerator / b.denominator;
        if (whole_a != whole_b) return whole_a < whole_b ? -sign : sign;
        const Wide rest_a = a.numerator % a.denominator;
        const Wide rest_b = b.numerator % b.denominator;
        if (rest_a == 0 || rest_b == 0) return rest_a == rest_b ? 0 : rest_a == 0 ? -sign : sign;
        a = {a.denominator, rest_a};
        b = {b.denominator, rest_b};
    }
}

long double value_of(const ExactShare& share) {
    return static_cast<long double>(share.numerator) / static_cast<long double>(share.denominator);
}

Places half_up(const ExactShare& share) {
    return static_cast<Places>((2 * share.numerator + share.denominator) / (2 * share.denominator));
}

// As one that comes as near as one likes is rounded: a half is not met.
Places half_down(const ExactShare& share) {
    const Places up = half_up(share);
    const bool is_half = share.numerator % share.denominator * 2 == share.denominator;
    return is_half ? up - 1 : up;
}

Wide first_half(Places places) {
    return places == 0 ? 0 : 2 * static_cast<Wide>(places) - 1;
}
Wide end_half(Places places) {
    return 2 * static_cast<Wide>(places) + 1;
}

bool is_possible(const PrintedShares& table) {
    Wide least = 0;
    Wide end = 0;
    for (const Places places : table.places) {
        least += first_half(places);
        end += end_half(places);
    }
    const Wide twice = 2 * static_cast<Wide>(table.need);
    return twice > 0 && least <= twice && twice < end;
}

struct Corner {
    std::vector<Wide> weights;
    std::vector<bool> at_end;
};

// Of all shares that fit a table the corners: every one but one stands at an end. A share that is a
// quotient of sums is highest and lowest at one of them.
template <typename WeightOf>
std::vector<Corner> corners_of(const PrintedShares& table, WeightOf weight_of) {
    std::vector<Corner> corners;
    const std::size_t size = table.size();
    for (std::size_t free = 0; free < size; ++free) {
        for (std::size_t ends = 0; ends < std::size_t{1} << size; ++ends) {
            if ((ends >> free & 1U) != 0) continue;
            Corner corner{std::vector<Wide>(size), std::vector<bool>(size)};
            std::vector<Wide> halves(size);
            auto left = 2 * static_cast<std::int64_t>(table.need);
            for (std::size_t i = 0; i < size; ++i) {
                if (i == free) continue;
                corner.at_end[i] = (ends >> i & 1U) != 0;
                halves[i] =
                    corner.at_end[i] ? end_half(table.places[i]) : first_half(table.places[i]);
                left -= static_cast<std::int64_t>(halves[i]);
            }
            if (left < static_cast<std::int64_t>(first_half(table.places[free])) ||
                left > static_cast<std::int64_t>(end_half(table.places[free])))
                continue;
            halves[free] = static_cast<Wide>(left);
            corner.at_end[free] = halves[free] == end_half(table.places[free]);
            for (std::size_t i = 0; i < size; ++i)
                corner.weights[i] = weight_of(i, halves[i]);
            corners.push_back(std::move(corner));
        }
    }
    return corners;
}

struct Ends {
    ExactShare lowest, highest;
    bool is_met = false;  // the highest, with no share at its end, which no share reaches
};

Ends ends_of(const std::vector<Corner>& corners, const std::vector<std::size_t>& members,
             Places need) {
    Ends ends{{1, 0}, {0, 1}};
    std::vector<bool> is_below;  // of each whether a corner with the highest has it below its end
    for (const Corner& corner : corners) {
        Wide own = 0;
        Wide all = 0;
        for (const Wide weight : corner.weights)
            all += weight;
        for (const std::size_t i : members)
            own += corner.weights[i];
        const ExactShare share{static_cast<Wide>(need) * own, all};
        if (ends.lowest.denominator == 0 || compare(share, ends.lowest) < 0) ends.lowest = share;
        const int order = compare(share, ends.highest);
        if (order > 0 || is_below.empty()) is_below.assign(corner.weights.size(), false);
        if (order >= 0) {
            ends.highest = share;
            for (std::size_t i = 0; i < is_below.size(); ++i)
                if (!corner.at_end[i]) is_below[i] = true;
        }
    }
    ends.is_met = std::find(is_below.begin(), is_below.end(), false) == is_below.end();
    return ends;
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
    // And so does every sum of it, however far its shares together may lie from there.
    CHECK(derived->sum(std::vector<std::size_t>{0, 1}, 41) == PlacesRange{10, 10});
    CHECK(derived->sum(std::vector<std::size_t>{1, 2}, 41) == PlacesRange{31, 31});
    CHECK(derived->sum(all_of(3), 41) == PlacesRange{41, 41});
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

TEST_CASE("small tables: both ends of a share are those of the corners that the table allows") {
    std::mt19937 random(41);
    int met = 0;
    int approached = 0;
    for (int round = 0; round < 400; ++round) {
        const std::size_t size = 1 + random() % 4;
        PrintedShares table;
        std::vector<std::uint32_t> now;
        for (std::size_t i = 0; i < size; ++i) {
            table.inhabitants.push_back(1 + static_cast<std::uint32_t>(random() % 12));
            now.push_back(1 + static_cast<std::uint32_t>(random() % 12));
            table.places.push_back(static_cast<Places>(random() % 7));
            table.need += table.places.back();
        }
        table.need = std::max<Places>(0, table.need + static_cast<Places>(random() % 3) - 1);
        const auto corners = corners_of(table, [&](std::size_t i, Wide twice) {
            return twice * now[i] * (27'720 / table.inhabitants[i]);
        });
        const auto derived = DerivedWeights::of(table, now);
        REQUIRE(derived.has_value() == is_possible(table));
        if (!derived) continue;
        const auto need = static_cast<Places>(1 + random() % 60);
        for (std::size_t i = 0; i < size; ++i) {
            const Ends ends = ends_of(corners, {i}, need);
            const ProvenShare share = derived->share(i, need);
            CHECK(compare(share.lowest, ends.lowest) == 0);
            CHECK(compare(share.highest, ends.highest) == 0);
            CHECK(share.low == half_up(ends.lowest));
            CHECK(share.high == (ends.is_met ? half_up : half_down)(ends.highest));
            (ends.is_met ? met : approached) += 1;
        }
        std::vector<std::size_t> members;
        for (std::size_t i = 0; i < size; ++i)
            if (random() % 2 == 0) members.push_back(i);
        const Ends ends = ends_of(corners, members, need);
        const ProvenShare together = derived->share(members, need);
        CHECK(compare(together.lowest, ends.lowest) == 0);
        CHECK(compare(together.highest, ends.highest) == 0);
        CHECK(together.low == half_up(ends.lowest));
        // Whether several meet their end is not looked into; then it counts as met.
        CHECK(together.high <= half_up(ends.highest));
        CHECK(together.high >= (ends.is_met ? half_up : half_down)(ends.highest));
    }
    CHECK(met > 100);
    CHECK(approached > 100);
}

TEST_CASE(
    "a score that changes or counts for less: the ends hold all corners, by next to nothing") {
    std::mt19937 random(42);
    int computed = 0;
    for (int round = 0; round < 400; ++round) {
        const std::size_t size = 2 + random() % 2;
        PrintedShares table;
        std::vector<std::uint32_t> now;
        ScoreTerms terms{.score_weight = static_cast<int>(random() % 2'001)};
        terms.mean_factor = 1'000'000 + static_cast<std::int64_t>(random() % 80'001);
        Wide inhabitants = 0;
        for (std::size_t i = 0; i < size; ++i) {
            table.inhabitants.push_back(1 + static_cast<std::uint32_t>(random() % 12));
            inhabitants += table.inhabitants.back();
            now.push_back(1 + static_cast<std::uint32_t>(random() % 12));
            table.places.push_back(static_cast<Places>(random() % 7));
            table.need += table.places.back();
            terms.scores.emplace_back();
            if (random() % 2 == 0)
                terms.scores.back() =
                    Decimal{static_cast<std::int64_t>(random() % 2'000'000) - 999'999, 6};
        }
        const Wide below = inhabitants * static_cast<Wide>(terms.mean_factor);
        bool is_positive = true;
        const auto corners = corners_of(table, [&](std::size_t i, Wide twice) {
            // Thousandths × 10^6 of a weight, on a common denominator of all.
            const auto parts = static_cast<std::int64_t>(27'720 / table.inhabitants[i]);
            const auto weight = static_cast<std::int64_t>(terms.score_weight);
            const auto factor = terms.scores[i] ? 1'000'000'000 + terms.scores[i]->units * weight
                                                : 1'000'000 * (1'000 - weight);
            __extension__ using Signed = __int128;
            const Signed constant =
                static_cast<Signed>(2 * table.need) * static_cast<Signed>(now[i]) * factor * 27'720;
            const Signed slope = terms.scores[i] ? 0
                                                 : Signed{weight} * static_cast<Signed>(now[i]) *
                                                       parts * static_cast<Signed>(below);
            const Signed whole = constant + slope * static_cast<Signed>(twice);
            is_positive = is_positive && whole >= 0;
            return static_cast<Wide>(whole);
        });
        const auto derived = DerivedWeights::of(table, now, &terms);
        if (!is_possible(table) || !is_positive) {
            CHECK_FALSE(derived.has_value());
            continue;
        }
        REQUIRE(derived);
        ++computed;
        const auto need = static_cast<Places>(1 + random() % 60);
        for (std::size_t i = 0; i < size; ++i) {
            const Ends ends = ends_of(corners, {i}, need);
            const ProvenShare share = derived->share(i, need);
            CHECK(compare(share.lowest, ends.lowest) <= 0);
            CHECK(compare(share.highest, ends.highest) >= 0);
            CHECK(value_of(share.lowest) >= value_of(ends.lowest) * (1 - 1e-11L));
            CHECK(value_of(share.highest) <= value_of(ends.highest) * (1 + 1e-11L));
        }
    }
    CHECK(computed > 100);
}

TEST_CASE("inhabitants without a small common multiple: outward, by less than one part in 10^11") {
    constexpr std::uint32_t most = 2'147'483'647;  // both are primes, and so is the next below
    const auto check = [](const PrintedShares& table, const std::vector<std::uint32_t>& now,
                          Places need, bool is_exact) {
        const auto corners = corners_of(table, [&](std::size_t i, Wide twice) {
            return twice * now[i] * table.inhabitants[1 - i];
        });
        const auto derived = DerivedWeights::of(table, now);
        REQUIRE(derived);
        for (const std::size_t i : {std::size_t{0}, std::size_t{1}}) {
            const Ends ends = ends_of(corners, {i}, need);
            const ProvenShare share = derived->share(i, need);
            CHECK(compare(share.lowest, ends.lowest) <= (is_exact ? 0 : -1));
            CHECK(compare(share.lowest, ends.lowest) >= (is_exact ? 0 : -1));
            CHECK(compare(share.highest, ends.highest) == (is_exact ? 0 : 1));
            CHECK(value_of(share.lowest) > value_of(ends.lowest) * (1 - 1e-11L));
            CHECK(value_of(share.highest) < value_of(ends.highest) * (1 + 1e-11L));
        }
    };
    constexpr Places need = 10'000'000;
    check({{most, 2'147'483'629}, {4'000'000, 6'000'000}, need}, {2'147'483'629, 1'000'003}, need,
          false);
    check({{most, 2'147'483'629}, {4'000'000, 6'000'000}, need}, {most, 2'147'483'629}, need, true);
    check({{1, 1}, {4'000'000, 6'000'000}, need}, {most, most}, need, true);
    check({{1, 1}, {1, 9'999'999}, need}, {1, most}, need, true);
    check({{1'000'003, 999'983}, {4'000'000, 6'000'000}, need}, {1'000'003, 999'979}, need, true);
}

TEST_CASE(
    "many municipalities of as many inhabitants: their multiple is theirs, not their product") {
    // 20 of 7 inhabitants and 10 places each. Now the first has 33, the others 11: it weighs three
    // times as much. Between 19 of 400 halves and 21: 442 × 57 ÷ 438 and 442 × 63 ÷ 442.
    const PrintedShares table{std::vector<std::uint32_t>(20, 7), std::vector<Places>(20, 10), 200};
    std::vector<std::uint32_t> now(20, 11);
    now[0] = 33;
    const auto derived = DerivedWeights::of(table, now);
    REQUIRE(derived);
    const ProvenShare share = derived->share(0, 442);
    CHECK(compare(share.lowest, {442 * 57, 438}) == 0);
    CHECK(compare(share.highest, {63, 1}) == 0);
    CHECK(share.low == 58);   // 57.52
    CHECK(share.high == 63);  // below 63 as near as one likes
}

TEST_CASE("several printed shares together: their own bounds, and those of their sum") {
    // Four of 10: each in 9.5 … 10.5 of 40. For twice the need each is 19 … 21 by itself, 76 … 84
    // together. But all four share 80, and rounding takes less than two off and adds at most two.
    const PrintedShares four{{1, 1, 1, 1}, {10, 10, 10, 10}, 40};
    const auto derived = DerivedWeights::of(four, four.inhabitants);
    REQUIRE(derived);
    CHECK(derived->sum(all_of(4), 80) == PlacesRange{79, 82});
    // Two of them: 38 … 42 of 80. Rounding takes less than one off.
    CHECK(derived->sum(std::vector<std::size_t>{1, 2}, 80) == PlacesRange{38, 42});
    CHECK(derived->sum(std::vector<std::size_t>{}, 80) == PlacesRange{0, 0});
    // On half of the need two of them together have less than 10.5, which is not met.
    CHECK(derived->share(std::vector<std::size_t>{1, 2}, 20).high == 10);
    CHECK(derived->share(std::vector<std::size_t>{1}, 40).high == 10);
    // Ten printed noughts beside 100 of 100: the first has 99.5 or more, the ten half a place
    // together. As one municipality they can have that half; alone each stays below it.
    PrintedShares noughts{std::vector<std::uint32_t>(11, 1), std::vector<Places>(11, 0), 100};
    noughts.places[0] = 100;
    const auto small = DerivedWeights::of(noughts, noughts.inhabitants);
    REQUIRE(small);
    std::vector<std::size_t> others = all_of(11);
    others.erase(others.begin());
    CHECK(small->share(others, 100).low == 0);
    CHECK(small->share(others, 100).high == 1);
    CHECK(small->sum(others, 100) == PlacesRange{0, 0});
    // Of 200 they have up to 1 together, and rounding adds a half for each at most: 6.
    CHECK(small->sum(others, 200) == PlacesRange{0, 6});
    // Of 60 the first two have 0.3 … 0.9 together: at least nought, however much rounding takes.
    const PrintedShares few{{1, 1, 1}, {0, 1, 99}, 100};
    CHECK(DerivedWeights::of(few, few.inhabitants)->sum(std::vector<std::size_t>{0, 1}, 60) ==
          PlacesRange{0, 1});
}

TEST_CASE("a table of noughts says nothing of the weights") {
    const std::vector<std::uint32_t> people = {100, 200};
    CHECK_FALSE(DerivedWeights::of({people, {0, 0}, 0}, people));
    CHECK_FALSE(DerivedWeights::of({{}, {}, 0}, {}));
    CHECK_FALSE(DerivedWeights::of({{}, {}, 1}, {}));
    CHECK(DerivedWeights::of({people, {0, 1}, 1}, people));
}

TEST_CASE("a score that counts for half keeps every decimal of a score that is changed") {
    // Half of 0.000001 is not nought. Of two of 1,000 inhabitants, 500,000 and 500,000 of a
    // million; the mean is 1. Halves: 1 + 0.0000005 against (1 + 1) / 2 of the other: 499,999.5 …
    // 500,000.5 in the table.
    const PrintedShares table{{1'000, 1'000}, {500'000, 500'000}, 1'000'000};
    const auto share_with = [&](std::int64_t units) {
        const ScoreTerms terms{.score_weight = 500,
                               .scores = {Decimal{units, 6}, std::nullopt},
                               .mean_factor = 1'000'000};
        const auto derived = DerivedWeights::of(table, table.inhabitants, &terms);
        REQUIRE(derived);
        return derived->share(0, 10'000'000);
    };
    // 10,000,000 × 1.0000005 ÷ (1.0000005 + 0.9999995 … 1.0000005)
    CHECK(share_with(1).lowest.decimal() == "5000000.000000000");
    CHECK(share_with(1).highest.decimal() == "5000002.500000000");
    CHECK(share_with(-1).lowest.decimal() == "4999997.500000000");
    CHECK(share_with(-1).highest.decimal() == "5000000.000000000");
}

TEST_CASE("at the bounds of a table with a score that counts for nothing no product wraps") {
    const PrintedShares table{{1, 1}, {5'000'000, 5'000'000}, 10'000'000};
    const std::vector<std::uint32_t> now = {2'147'483'647, 2'147'483'647};
    for (const int weight : {0, 1, 1'000}) {
        const ScoreTerms terms{.score_weight = weight, .scores = {std::nullopt, std::nullopt}};
        const auto derived = DerivedWeights::of(table, now, &terms);
        REQUIRE(derived);
        const ProvenShare share = derived->share(0, 10'000'000);
        CHECK(share.low == 5'000'000);
        CHECK(share.high >= 5'000'000);
        CHECK(share.high <= (weight == 0 ? 5'000'000 : 5'000'001));
    }
}

TEST_CASE("just above a half, and just above a whole unit, an interval is rounded outward") {
    // Of thirds of a unit the upper end lies one unit above the lower, which is its own other half.
    const PrintedShares thirds{{3, 3, 2'147'483'647, 2'147'483'629}, {1, 0, 0, 0}, 1};
    const auto derived = DerivedWeights::of(thirds, std::vector<std::uint32_t>(4, 1));
    REQUIRE(derived);
    CHECK(compare(derived->share(1, 1).highest, {1, 2}) == 1);
    CHECK(derived->share(1, 1).high == 1);
    // With a mean factor of which the rest of the first constant is one of so many.
    constexpr std::uint32_t apart = 3 * 1'000'001;
    const PrintedShares table{{1, 1, 1}, {4, 3, 3}, 10};
    const std::vector<std::uint32_t> now = {2'927'399, apart, apart};
    const ScoreTerms terms{.score_weight = 0,
                           .scores = {std::nullopt, std::nullopt, std::nullopt},
                           .mean_factor = 1'000'001};
    const auto changed = DerivedWeights::of(table, now, &terms);
    REQUIRE(changed);
    const Wide all = Wide{now[0]} + 2 * Wide{apart};
    CHECK(compare(changed->share(0, 10).highest, {10 * Wide{now[0]}, all}) == 1);
}

TEST_CASE("at the bounds of a long list no product of a rest and its units wraps") {
    constexpr std::size_t size = std::size_t{1} << 18U;
    PrintedShares table{std::vector<std::uint32_t>(size, 2'147'483'647),
                        std::vector<Places>(size, 0), 64};
    std::fill_n(table.places.begin(), 64, 1);
    const ScoreTerms terms{.score_weight = 0, .scores = std::vector<std::optional<Decimal>>(size)};
    const auto derived = DerivedWeights::of(table, table.inhabitants, &terms);
    REQUIRE(derived);
    const ProvenShare share = derived->share(0, 3 * static_cast<Places>(size));
    CHECK(share.low == 3);
    CHECK(share.high == 3);
}
