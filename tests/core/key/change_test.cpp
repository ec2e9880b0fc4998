#include "key/change.hpp"
#include "key/figure.hpp"

#include <doctest/doctest.h>

#include "key/selection.hpp"

using namespace spreiding;

namespace {

MunicipalityList list_of(std::vector<std::uint32_t> inhabitants, std::vector<std::int32_t> scores,
                         int score_decimals) {
    MunicipalityList list;
    list.codes = {{1, 4}, {2, 4}, {3, 4}};
    list.names = {"Hier", "Daar", "Ginds"};
    list.provinces = {0, 0, 1};
    list.inhabitants = std::move(inhabitants);
    list.scores = std::move(scores);
    list.score_decimals = score_decimals;
    return list;
}

std::int64_t sum(const Causes& causes) {
    return causes.need + causes.population + causes.score + causes.rounding;
}

constexpr std::int64_t one = 1'000'000'000;

}  // namespace

TEST_CASE("causes come in the order need, population, score") {
    // Without scores: 25, 50 and 25 of 100. A need of 200 doubles them; inhabitants 1, 1 and 2 make
    // 50, 50 and 100; a score of 1 for the first makes its weight 2 of 5: 80.
    const auto before = list_of({100, 200, 100}, {0, 0, 0}, 0);
    const auto after = list_of({100, 100, 200}, {1, 0, 0}, 0);
    const Allocation from = allocate(before, 100, {});
    const Allocation to = allocate(after, 200, {});
    const auto changes = share_changes(before, from, after, to);
    REQUIRE(changes);
    const ShareChange& first = (*changes)[0];
    CHECK(first.from == 25 * one);
    CHECK(first.with_need == 50 * one);
    CHECK(first.with_inhabitants == 50 * one);
    CHECK(first.to == 80 * one);
    CHECK(first.causes.need == 25 * one);
    CHECK(first.causes.population == 0);
    CHECK(first.causes.score == 30 * one);
    CHECK(first.causes.rounding == 0);
    CHECK((*changes)[1].causes.population == -50 * one);
    CHECK((*changes)[2].causes.score == -20 * one);
}

TEST_CASE("the causes add up to the difference of the whole numbers, to the last digit") {
    const auto before = list_of({333, 1'007, 91}, {12, -345, 6}, 3);
    const auto after = list_of({340, 990, 2'000'000'000}, {-1'299, 2'500, 77}, 4);
    for (const Places need : {Places{0}, Places{1}, Places{1'003}, Places{10'000'000}}) {
        const Allocation from = allocate(before, 997, {});
        const Allocation to = allocate(after, need, {});
        const auto changes = share_changes(before, from, after, to);
        REQUIRE(changes);
        for (std::size_t i = 0; i < 3; ++i)
            CHECK(sum((*changes)[i].causes) == (to.places[i] - from.places[i]) * one);
    }
}

TEST_CASE("causes of several are those of each together") {
    Causes all{1, 20, 300, 4'000};
    all += {5, 60, 700, 8'000};
    CHECK(all.need == 6);
    CHECK(all.population == 80);
    CHECK(all.score == 1'000);
    CHECK(all.rounding == 12'000);
}

TEST_CASE("a printed share is the share as its decimals say it") {
    for (const ExactShare share : {ExactShare{1, 3}, ExactShare{2, 3}, ExactShare{19, 2},
                                   ExactShare{1, 2'000'000'000}, ExactShare{0, 7}}) {
        CHECK(to_text(Decimal{printed(share), 9}) == share.decimal());
    }
    // The largest need times the largest weight over the smallest total still fits.
    const Wide heaviest = Wide{11'000'000} * 2'147'483'647U;
    CHECK(printed(exact_share(heaviest, heaviest, 10'000'000)) == 10'000'000 * one);
}

TEST_CASE("lists with other municipalities have no causes") {
    const auto before = list_of({100, 200, 100}, {0, 0, 0}, 0);
    auto after = before;
    after.codes[2] = {4, 4};
    CHECK_FALSE(share_changes(before, allocate(before, 10, {}), after, allocate(after, 10, {}))
                    .has_value());
}

TEST_CASE("per cent is of what it was, halves away from nought") {
    CHECK(percent_change(200, 250) == "25.0");
    CHECK(percent_change(250, 200) == "-20.0");
    CHECK(percent_change(2'000, 2'001) == "0.1");
    CHECK(percent_change(2'000, 1'999) == "-0.1");
    CHECK(percent_change(10'000, 9'999) == "0.0");
    CHECK(percent_change(7, 7) == "0.0");
    CHECK_FALSE(percent_change(0, 5).has_value());
}

TEST_CASE("a selection is a sum of rounded shares, each municipality once") {
    const auto list = list_of({100, 200, 100}, {0, 0, 0}, 0);
    const std::vector<MunicipalityCode> asked = {{3, 4}, {1, 4}, {3, 4}, {9, 4}};
    const SelectionSum found = sum_of_selection(list, asked);
    CHECK(found.positions == std::vector<std::size_t>{0, 2});
    CHECK(found.inhabitants == 200);
    const Allocation allocation = allocate(list, 10, 2);  // 2.5, 5, 2.5 → 3, 5, 3
    const Uncertainty known;
    const Figures figures(allocation, known);
    CHECK(figures.sum(found.positions).places == 6);
    CHECK(figures.minors_sum(found.positions)->places == 2);  // 0.5 and 0.5 each round to 1
    REQUIRE(found.missing.size() == 1);
    CHECK(found.missing[0].text() == "GM0009");
    const SelectionSum nothing = sum_of_selection(list, {});
    CHECK(figures.sum(nothing.positions).places == 0);
    const Allocation without = allocate(list, 10, {});
    CHECK_FALSE(Figures(without, known).minors_sum(nothing.positions).has_value());
}

TEST_CASE("causes of figures that are not known to the place add up at both ends") {
    const auto before = list_of({100, 200, 100}, {0, 0, 0}, 0);
    const auto after = list_of({120, 200, 90}, {0, 0, 0}, 0);
    const Allocation from = allocate(before, 40, {});
    const Allocation to = allocate(after, 60, {});
    for (const std::vector<std::size_t>& members :
         std::vector<std::vector<std::size_t>>{{0}, {1}, {0, 2}}) {
        const SharePath path = share_path(before, from, after, to, members);
        const CauseEnds ends = bounded_causes({9, 11}, {14, 17}, path);
        CHECK(sum(ends.low) == 3 * one);
        CHECK(sum(ends.high) == 8 * one);
        // 3/2 of what it was; at the low end from the highest of before.
        const auto half = static_cast<std::int64_t>(members.size()) * one / 2;
        CHECK(ends.low.need == (11 * one + half) / 2);
        CHECK(ends.high.need == (9 * one - half) / 2);
    }
    // 100 → 120 inhabitants where the country goes from 400 to 410: 1.2 × 400 ÷ 410.
    const SharePath path = share_path(before, from, after, to, std::vector<std::size_t>{0});
    const double ratio =
        static_cast<double>(path.by_inhabitants) / static_cast<double>(1ULL << 40U);
    CHECK(ratio == doctest::Approx(1.2 * 400 / 410));
}

TEST_CASE("causes are bounded in half places: what rounding hides lies in the share of before") {
    // A need of 40 becomes 60, and inhabitants make 5/4 of it.
    SharePath path{.need_from = 40, .need_to = 60, .municipalities = 1};
    path.by_inhabitants = (Wide{5} << 40U) / 4;
    const CauseEnds ends = bounded_causes({9, 11}, {14, 17}, path);
    // From below 11.5: 17.25 with the need, 21.5625 with the inhabitants; to 13.5 or more.
    CHECK(ends.low.need == 5'750'000'000);
    CHECK(ends.low.population == 4'312'500'000);
    CHECK(ends.low.score == -8'062'500'000);
    CHECK(ends.low.rounding == one);  // 14 − 11 is 3, and 13.5 − 11.5 is 2
    // From 8.5: 12.75 and 15.9375; to below 17.5.
    CHECK(ends.high.need == 4'250'000'000);
    CHECK(ends.high.population == 3'187'500'000);
    CHECK(ends.high.score == 1'562'500'000);
    CHECK(ends.high.rounding == -one);
    // With the same scores the inhabitants make all that the need leaves.
    path.is_same_scores = true;
    CHECK(bounded_causes({9, 11}, {14, 17}, path).low.population == -3'750'000'000);
    CHECK(bounded_causes({9, 11}, {14, 17}, path).low.score == 0);
    CHECK(bounded_causes({9, 11}, {14, 17}, path).low.rounding == one);
    // Three that are rounded each by itself: one and a half either way.
    path.municipalities = 3;
    CHECK(bounded_causes({9, 11}, {14, 17}, path).low.need == 6'250'000'000);   // of 12.5
    CHECK(bounded_causes({9, 11}, {14, 17}, path).high.need == 3'750'000'000);  // of 7.5
}

TEST_CASE("a share is never below nought, and a need of nought makes nothing of it") {
    SharePath path{.need_from = 1, .need_to = 3, .municipalities = 1};
    path.by_inhabitants = Wide{1} << 40U;
    // From nought, which was below a half: at the high end nothing grows of it.
    const CauseEnds from_nought = bounded_causes({0, 0}, {0, 2}, path);
    CHECK(from_nought.low.need == one);  // 0.5 becomes 1.5
    CHECK(from_nought.low.population == 0);
    CHECK(from_nought.low.score == -one - one / 2);  // and nought
    CHECK(from_nought.high.need == 0);
    CHECK(from_nought.high.score == 2 * one + one / 2);
    CHECK(from_nought.high.rounding == -one / 2);
    path.need_from = 0;
    const CauseEnds of_nothing = bounded_causes({0, 0}, {3, 3}, path);
    CHECK(of_nothing.low.need == -one / 2);
    CHECK(of_nothing.low.score == 2 * one + one / 2);
    CHECK(of_nothing.low.rounding == one);
    CHECK(of_nothing.high.need == 0);
}

TEST_CASE(
    "what the inhabitants make of a share: that of now over that of before, as 40 bits say it") {
    // 101 of 400 become 111 of 402: weights of 101, 200 and 99, and inhabitants of 111, 200 and 91.
    const auto before = list_of({101, 200, 99}, {0, 0, 0}, 0);
    const auto after = list_of({111, 200, 91}, {0, 0, 0}, 0);
    const Allocation from = allocate(before, 40, {});
    const Allocation to = allocate(after, 40, {});
    const auto ratio = [&](std::vector<std::size_t> members) {
        return static_cast<std::int64_t>(
            share_path(before, from, after, to, members).by_inhabitants);
    };
    // 111 × 400 ÷ (402 × 101) and 202 × 400 ÷ (402 × 200), in units of 2^-40.
    const auto first = static_cast<std::int64_t>((Wide{111 * 400} << 40U) / (402 * 101));
    const auto others = static_cast<std::int64_t>((Wide{202 * 400} << 40U) / (402 * 200));
    CHECK(std::abs(ratio({0}) - first) <= 8);
    CHECK(std::abs(ratio({0, 2}) - others) <= 8);
    CHECK(ratio({}) == 0);
    // Alone a municipality has all, before and now, however few live there.
    const auto alone = [&](std::uint32_t inhabitants) {
        auto list = list_of({inhabitants}, {0}, 0);
        list.codes.resize(1), list.names.resize(1), list.provinces.resize(1);
        return list;
    };
    const auto few = alone(1);
    const auto more = alone(3);
    CHECK(share_path(few, allocate(few, 40, {}), more, allocate(more, 40, {}),
                     std::vector<std::size_t>{0})
              .by_inhabitants == Wide{1} << 40U);
}

TEST_CASE("causes are added up from nothing") {
    Causes sum_of_none;
    sum_of_none += {1, 20, 300, 4'000};
    CHECK(sum_of_none.need == 1);
    CHECK(sum_of_none.population == 20);
    CHECK(sum_of_none.score == 300);
    CHECK(sum_of_none.rounding == 4'000);
}
