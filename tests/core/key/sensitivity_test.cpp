#include "key/sensitivity.hpp"

#include <doctest/doctest.h>

#include "lists.hpp"
#include "tables/tables.hpp"

using namespace spreiding;
using spreiding::testing::Random;
using spreiding::testing::random_list;

namespace {

// An oracle of its own: shares as long double fractions would err, so whole numbers in another
// form.
Places oracle(const std::vector<Wide>& weights, std::size_t i, Places need) {
    Wide total = 0;
    for (const Wide weight : weights)
        total += weight;
    Places places = 0;  // counted up: v as long as v − 1/2 ≤ share
    while (static_cast<Wide>(2 * (places + 1) - 1) * total <=
           2 * static_cast<Wide>(need) * weights[i]) {
        ++places;
    }
    return places;
}

bool less(const ExactShare& one, const ExactShare& other) {
    return one.numerator * other.denominator < other.numerator * one.denominator;
}

// Every combination of inputs at their lower end, as printed, and at their upper end.
template <typename WeightOf>
ShareBounds by_trying(std::size_t size, std::size_t i, Places need, WeightOf weight_of) {
    std::size_t combinations = 1;
    for (std::size_t j = 0; j < size; ++j)
        combinations *= 3;
    ShareBounds bounds;
    for (std::size_t combination = 0; combination < combinations; ++combination) {
        std::vector<Wide> weights;
        std::size_t rest = combination;
        Wide total = 0;
        for (std::size_t j = 0; j < size; ++j, rest /= 3) {
            weights.push_back(weight_of(j, static_cast<int>(rest % 3) - 1));
            total += weights.back();
        }
        const ExactShare share = exact_share(weights[i], total, need);
        if (combination == 0 || less(share, bounds.lowest)) {
            bounds.lowest = share;
            bounds.low = oracle(weights, i, need);
        }
        if (combination == 0 || less(bounds.highest, share)) {
            bounds.highest = share;
            bounds.high = oracle(weights, i, need);
        }
    }
    bounds.lowest = bounds.lowest.in_lowest_terms();
    bounds.highest = bounds.highest.in_lowest_terms();
    return bounds;
}

void check_same(const ShareBounds& found, const ShareBounds& tried) {
    CHECK(found.lowest.numerator == tried.lowest.numerator);
    CHECK(found.lowest.denominator == tried.lowest.denominator);
    CHECK(found.highest.numerator == tried.highest.numerator);
    CHECK(found.highest.denominator == tried.highest.denominator);
    CHECK(found.low == tried.low);
    CHECK(found.high == tried.high);
}

Places figure_of(const MunicipalityList& list, std::size_t i, Places need) {
    return allocate(list, need, std::nullopt).places[i];
}

// Two equal municipalities of 100 inhabitants, score 0, and a need of 10: 5 each.
MunicipalityList two_equal() {
    MunicipalityList list;
    list.codes = {{1, 4}, {2, 4}};
    list.names = {"A", "B"};
    list.provinces = {0, 0};
    list.inhabitants = {100, 100};
    list.scores = {0, 0};
    list.score_decimals = 1;
    return list;
}

}  // namespace

TEST_CASE("bounds by hand: own score half a unit up and the other half a unit down") {
    const MunicipalityList list = two_equal();
    const Allocation allocation = allocate(list, 10, std::nullopt);
    // Scores of one decimal: 1.05 against 0.95, so 10 × 105 ÷ 200 = 5.25 and 4.75.
    const auto inputs = RoundedInputs::scores(list, allocation, 1);
    REQUIRE(inputs.has_value());
    const ShareBounds bounds = inputs->of(0, 10);
    CHECK(bounds.highest.decimal() == "5.250000000");
    CHECK(bounds.lowest.decimal() == "4.750000000");
    CHECK(bounds.low == 5);
    CHECK(bounds.high == 5);
    // Whole scores: 1.5 against 0.5, so 7.5 and 2.5; halves go up.
    const ShareBounds wide = RoundedInputs::scores(list, allocation, 0)->of(0, 10);
    CHECK(wide.highest.decimal() == "7.500000000");
    CHECK(wide.high == 8);
    CHECK(wide.low == 3);
}

TEST_CASE("a unit that could bring a score to −1 is refused") {
    MunicipalityList list = two_equal();
    list.scores = {-5, 0};  // −0.5, half a whole unit lower is −1
    CHECK_FALSE(RoundedInputs::scores(list, allocate(list, 10, std::nullopt), 0).has_value());
    CHECK(RoundedInputs::scores(list, allocate(list, 10, std::nullopt), 1).has_value());
}

TEST_CASE("bounds for scores are those of every combination tried") {
    Random random(3);
    for (int round = 0; round < 60; ++round) {
        const auto size = 1 + random.below(5);
        const int decimals = 1 + static_cast<int>(random.below(3));
        const int unit = 1 + static_cast<int>(random.below(4));
        const MunicipalityList list = random_list(random, size, decimals, 5'000);
        const Places need = random.below(500);
        const Allocation allocation = allocate(list, need, std::nullopt);
        const auto inputs = RoundedInputs::scores(list, allocation, unit);
        if (!inputs) continue;
        const Wide fine = 2 * power_of_ten(6);
        const auto weight_of = [&](std::size_t j, int way) {
            const auto finer = static_cast<std::int64_t>(fine / power_of_ten(decimals));
            const auto half = static_cast<std::int64_t>(power_of_ten(6 - unit));
            return static_cast<Wide>(static_cast<std::int64_t>(fine) + finer * list.scores[j] +
                                     way * half) *
                   list.inhabitants[j];
        };
        const std::size_t i = random.below(size);
        check_same(inputs->of(i, need), by_trying(size, i, need, weight_of));
    }
}

TEST_CASE("bounds for populations are those of every combination tried, never below 1") {
    Random random(4);
    for (int round = 0; round < 60; ++round) {
        const auto size = 1 + random.below(5);
        const MunicipalityList list = random_list(random, size, 2, round % 2 == 0 ? 60 : 5'000);
        const Places need = random.below(500);
        const std::uint32_t unit = round % 3 == 0 ? 10 : 100;
        const Allocation allocation = allocate(list, need, std::nullopt);
        const auto weight_of = [&](std::size_t j, int way) {
            const auto inhabitants = static_cast<std::int64_t>(list.inhabitants[j]) +
                                     way * static_cast<std::int64_t>(unit / 2);
            return static_cast<Wide>(100 + list.scores[j]) *
                   static_cast<Wide>(std::max<std::int64_t>(1, inhabitants));
        };
        const std::size_t i = random.below(size);
        check_same(RoundedInputs::populations(list, allocation, unit).of(i, need),
                   by_trying(size, i, need, weight_of));
    }
}

TEST_CASE("least steps by hand") {
    const MunicipalityList list = two_equal();
    const Allocation allocation = allocate(list, 10, std::nullopt);
    const LeastSteps steps = least_steps(list, allocation, 0);
    // 5.5 of 10 needs a weight of 1100/900 beside 1000: 1222.2…, so a score of 0.3 on this grid.
    REQUIRE(steps.score_up.has_value());
    CHECK(steps.score_up->value == 3);
    CHECK(steps.score_up->places == 6);
    CHECK(steps.inhabitants_up->value == 123);
    CHECK(steps.need_up->value == 11);
    CHECK(steps.need_down->value == 8);  // at 9 the half goes up to 5
    // A weight of 818.1… gives exactly 4.5, which goes up; so at most 818, a score of −0.2.
    CHECK(steps.score_down->value == -2);
    CHECK(steps.score_down->places == 4);
    CHECK(steps.inhabitants_down->value == 81);
}

TEST_CASE("unreachable is an answer") {
    MunicipalityList alone = two_equal();
    alone.codes.resize(1), alone.names.resize(1), alone.provinces.resize(1);
    alone.inhabitants.resize(1), alone.scores.resize(1);
    const LeastSteps steps = least_steps(alone, allocate(alone, 10, std::nullopt), 0);
    for (const auto& step :
         {steps.score_up, steps.score_down, steps.inhabitants_up, steps.inhabitants_down}) {
        CHECK_FALSE(step.has_value());
    }
    CHECK(steps.need_up->value == 11);
    const MunicipalityList list = two_equal();
    const LeastSteps nothing = least_steps(list, allocate(list, 0, std::nullopt), 0);
    CHECK_FALSE(nothing.score_up.has_value());
    CHECK_FALSE(nothing.need_down.has_value());
    CHECK(nothing.need_up->value == 1);
}

TEST_CASE("least steps are those found by walking the grid") {
    Random random(5);
    for (int round = 0; round < 80; ++round) {
        const auto size = 2 + random.below(4);
        MunicipalityList list = random_list(random, size, 2, 300);
        const Places need = 1 + random.below(40);
        const std::size_t i = random.below(size);
        const Allocation allocation = allocate(list, need, std::nullopt);
        const Places figure = allocation.places[i];
        const LeastSteps steps = least_steps(list, allocation, i);
        const auto walk = [&](auto set, std::int64_t from, std::int64_t last, int way,
                              bool rises) -> std::optional<LeastStep> {
            for (std::int64_t value = from + way; way > 0 ? value <= last : value >= last;
                 value += way) {
                MunicipalityList other = list;
                const Places changed = set(other, value);
                if (rises ? changed > figure : changed < figure) return LeastStep{value, changed};
            }
            return std::nullopt;
        };
        const auto same = [](const std::optional<LeastStep>& found,
                             const std::optional<LeastStep>& walked) {
            REQUIRE(found.has_value() == walked.has_value());
            if (!found) return;
            CHECK(found->value == walked->value);
            CHECK(found->places == walked->places);
        };
        const auto score = [&](MunicipalityList& other, std::int64_t value) {
            other.scores[i] = static_cast<std::int32_t>(value);
            return figure_of(other, i, need);
        };
        same(steps.score_up, walk(score, list.scores[i], 1'000, 1, true));
        same(steps.score_down, walk(score, list.scores[i], -99, -1, false));
        const auto inhabitants = [&](MunicipalityList& other, std::int64_t value) {
            other.inhabitants[i] = static_cast<std::uint32_t>(value);
            return figure_of(other, i, need);
        };
        if (steps.inhabitants_up && steps.inhabitants_up->value < 100'000) {
            same(steps.inhabitants_up, walk(inhabitants, list.inhabitants[i], 100'000, 1, true));
        }
        same(steps.inhabitants_down, walk(inhabitants, list.inhabitants[i], 1, -1, false));
        const auto other_need = [&](MunicipalityList& other, std::int64_t value) {
            return figure_of(other, i, value);
        };
        if (steps.need_up && steps.need_up->value < 20'000) {
            same(steps.need_up, walk(other_need, need, 20'000, 1, true));
        }
        same(steps.need_down, walk(other_need, need, 0, -1, false));
    }
}

TEST_CASE("the needs at which a figure steps are those found by trying every need") {
    Random random(6);
    for (int round = 0; round < 40; ++round) {
        const MunicipalityList list = random_list(random, 1 + random.below(6), 3, 900);
        const Allocation allocation = allocate(list, 1, std::nullopt);
        const Places first = random.below(300);
        const Places last = first + random.below(700);
        for (std::size_t i = 0; i < list.size(); ++i) {
            std::vector<std::uint32_t> tried;
            for (Places need = first + 1; need <= last; ++need) {
                const Places rise = figure_of(list, i, need) - figure_of(list, i, need - 1);
                REQUIRE(rise <= 1);
                if (rise == 1) tried.push_back(static_cast<std::uint32_t>(need));
            }
            CHECK(steps_of_need(allocation.weights[i], allocation.total_weight, first, last) ==
                  tried);
        }
    }
}

TEST_CASE("at the bounds of a list nothing wraps") {
    MunicipalityList list;
    for (std::uint32_t i = 0; i < 1'000; ++i) {
        list.codes.emplace_back(i, 4);
        list.names.emplace_back("G");
        list.provinces.push_back(0);
        list.inhabitants.push_back(2'147'483'647);
        list.scores.push_back(10'000'000);
    }
    list.score_decimals = 6;
    const Allocation allocation = allocate(list, most_places, std::nullopt);
    const ShareBounds bounds = RoundedInputs::scores(list, allocation, 6)->of(0, most_places);
    CHECK(bounds.low == 10'000);
    CHECK(bounds.high == 10'000);
    CHECK(RoundedInputs::populations(list, allocation, 1'000'000).of(0, most_places).high ==
          10'005);
    const LeastSteps steps = least_steps(list, allocation, 0);
    CHECK_FALSE(steps.score_up.has_value());
    CHECK_FALSE(steps.inhabitants_up.has_value());
    CHECK_FALSE(steps.need_up.has_value());
    CHECK(steps.need_down->value == most_places - 501);
    CHECK(steps_of_need(allocation.weights[0], allocation.total_weight, 0, 10'000) ==
          std::vector<std::uint32_t>{500, 1'500, 2'500, 3'500, 4'500, 5'500, 6'500, 7'500, 8'500,
                                     9'500});
}

namespace {

// Whole scores, all nought: a weight is the number of inhabitants.
MunicipalityList of_inhabitants(std::vector<std::uint32_t> inhabitants, int decimals = 0) {
    MunicipalityList list;
    for (const std::uint32_t each : inhabitants) {
        list.codes.emplace_back(static_cast<std::uint32_t>(list.codes.size()) + 1, 4);
        list.names.emplace_back("G");
        list.provinces.push_back(0);
        list.scores.push_back(0);
        list.inhabitants.push_back(each);
    }
    list.score_decimals = decimals;
    return list;
}

LeastSteps steps_of(const MunicipalityList& list, Places need) {
    return least_steps(list, allocate(list, need, std::nullopt), 0);
}

}  // namespace

TEST_CASE("a step may take a score to 10, inhabitants and need to their most, and no further") {
    // With a need of 1 a half is reached where one weighs as much as the others together.
    const LeastSteps to_ten = steps_of(of_inhabitants({100, 1'100}), 1);
    REQUIRE(to_ten.score_up.has_value());
    CHECK(to_ten.score_up->value == 10);
    CHECK(to_ten.score_up->places == 1);
    CHECK_FALSE(steps_of(of_inhabitants({100, 1'101}), 1).score_up.has_value());
    const LeastSteps to_most = steps_of(of_inhabitants({100, 2'147'483'647}), 1);
    REQUIRE(to_most.inhabitants_up.has_value());
    CHECK(to_most.inhabitants_up->value == 2'147'483'647);
    CHECK_FALSE(steps_of(of_inhabitants({100, 2'147'483'647, 1}), 1).inhabitants_up.has_value());
    // One of 20,000,000 inhabitants has half a place of 10,000,000.
    const LeastSteps need = steps_of(of_inhabitants({1, 19'999'999}), 5);
    REQUIRE(need.need_up.has_value());
    CHECK(need.need_up->value == 10'000'000);
    CHECK_FALSE(steps_of(of_inhabitants({1, 20'000'000}), 5).need_up.has_value());
}

TEST_CASE("a step may take a score to the lowest above -1, and inhabitants to one") {
    // Of 1 place one of 1,000 has it beside 150, and loses it at 149: scores of one decimal weigh
    // 100 or 200, so −0.9; 14 inhabitants weigh 140.
    const LeastSteps low = steps_of(of_inhabitants({100, 15}, 1), 1);
    REQUIRE(low.score_down.has_value());
    CHECK(low.score_down->value == -9);
    CHECK(low.score_down->places == 0);
    CHECK(low.inhabitants_down->value == 14);
    // Beside 20 it loses it at 19: one inhabitant weighs 10, and no score weighs so little.
    const LeastSteps one = steps_of(of_inhabitants({100, 2}, 1), 1);
    CHECK_FALSE(one.score_down.has_value());
    REQUIRE(one.inhabitants_down.has_value());
    CHECK(one.inhabitants_down->value == 1);
    // On a fine grid the step is the first that counts: 9/2 of 10 needs 818.18… beside 1,000.
    CHECK(steps_of(of_inhabitants({1, 1}, 3), 10).score_down->value == 818 - 1'000);
}

TEST_CASE("a score may lie as near to -1 as its last decimal lets it") {
    MunicipalityList list = two_equal();
    list.scores = {-9, 0};  // −0.9, half a unit lower is −0.95
    const Allocation allocation = allocate(list, 10, std::nullopt);
    REQUIRE(RoundedInputs::scores(list, allocation, 1).has_value());
    // 0.05 against 1.05 and 0.15 against 0.95: 10 × 5 ÷ 110 and 10 × 15 ÷ 110.
    const ShareBounds bounds = RoundedInputs::scores(list, allocation, 1)->of(0, 10);
    CHECK(bounds.lowest.decimal() == "0.454545455");
    CHECK(bounds.highest.decimal() == "1.363636364");
}
