#include "key/figure.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace spreiding;

namespace {

Allocation allocation_of(std::vector<Weight> weights, Places need,
                         std::optional<Places> minors_need = {}) {
    MunicipalityList list;
    for (const Weight weight : weights) {
        list.codes.emplace_back(static_cast<std::uint32_t>(list.codes.size()) + 1, 4);
        list.names.emplace_back("G");
        list.provinces.push_back(0);
        list.inhabitants.push_back(static_cast<std::uint32_t>(weight));
        list.scores.push_back(0);
    }
    return allocate(list, need, minors_need);
}

// All weights that a table of places allows, each of one inhabitant.
DerivedWeights table_of(std::vector<Places> places) {
    Places need = 0;
    for (const Places each : places)
        need += each;
    const std::vector<std::uint32_t> people(places.size(), 1);
    auto derived = DerivedWeights::of({people, std::move(places), need}, people);
    REQUIRE(derived);
    return *std::move(derived);
}

void check_range(const Figure& figure, Places low, Places high) {
    CHECK_FALSE(figure.places.has_value());
    CHECK(figure.low == low);
    CHECK(figure.high == high);
}

const std::vector<std::size_t> first_two = {0, 1};

}  // namespace

TEST_CASE("what a table proves is an interval; a number only where it holds one") {
    // 10 and 10 of 20: each has 9.5 … 10.5.
    const Allocation twice = allocation_of({10, 10}, 40, 100);
    const Uncertainty uncertainty{.basis = Basis::derived, .derived = {table_of({10, 10})}};
    const Figures figures(twice, uncertainty);
    CHECK_FALSE(figures.is_exact());
    check_range(figures.of(0), 19, 21);
    REQUIRE(figures.minors_of(0));
    check_range(*figures.minors_of(0), 48, 52);  // 47.5 goes up, 52.5 is not met
    const Allocation itself = allocation_of({10, 10}, 20);
    CHECK(Figures(itself, uncertainty).of(0).places == 10);
    CHECK_FALSE(Figures(itself, uncertainty).of(0).low.has_value());
    CHECK_FALSE(Figures(itself, uncertainty).minors_of(0).has_value());
}

TEST_CASE("where a factor has a range, what is proven lies between the outermost of its ends") {
    // 10 of 20 gives 19 … 21 of 40; 12 and 8 give 23 … 25 and 15 … 17.
    const Allocation allocation = allocation_of({10, 10}, 40);
    const DerivedWeights one = table_of({10, 10});
    const DerivedWeights other = table_of({12, 8});
    for (const bool swapped : {false, true}) {
        Uncertainty uncertainty{.basis = Basis::derived};
        uncertainty.derived.push_back(swapped ? other : one);
        uncertainty.derived.push_back(swapped ? one : other);
        const Figures figures(allocation, uncertainty);
        check_range(figures.of(0), 19, 25);
        check_range(figures.of(1), 15, 21);
        CHECK(figures.sum(first_two).low == 40);  // of 40, rounding takes less than one
        CHECK(figures.sum(first_two).high == 41);
    }
    const Uncertainty nothing{.basis = Basis::derived};
    const Figure unknown = Figures(allocation, nothing).of(0);
    CHECK_FALSE(unknown.places.has_value());
    CHECK_FALSE(unknown.low.has_value());
}

TEST_CASE("a sum of several that a table proves is bounded by each, and by all together") {
    // Four of 10 of 40, for twice the need: 19 … 21 each, 80 together.
    const Allocation allocation = allocation_of({10, 10, 10, 10}, 80, 40);
    Uncertainty uncertainty{.basis = Basis::derived, .derived = {table_of({10, 10, 10, 10})}};
    const std::vector<std::size_t> all = {0, 1, 2, 3};
    check_range(Figures(allocation, uncertainty).sum(all), 79, 82);
    check_range(Figures(allocation, uncertainty).sum(first_two), 38, 42);
    CHECK(Figures(allocation, uncertainty).minors_sum(all)->places == 40);
    // With 10, 8, 10 and 12 as the other end of a range: 38 … 42, and 34 … 38.
    uncertainty.derived.push_back(table_of({10, 8, 10, 12}));
    check_range(Figures(allocation, uncertainty).sum(first_two), 34, 42);
}

TEST_CASE("municipalities that merge are proven as one, which has what theirs have together") {
    // 10, 10 and 20 of 40, twice the need: the third has 39 … 41 of 80, and so have the others.
    const Allocation merged = allocation_of({20, 20}, 80);
    const Uncertainty uncertainty{
        .basis = Basis::derived, .derived = {table_of({10, 10, 20})}, .made_of = {{0, 1}, {2}}};
    const Figures figures(merged, uncertainty);
    check_range(figures.of(0), 39, 41);
    check_range(figures.of(1), 39, 41);
    check_range(figures.sum(first_two), 78, 82);
}

TEST_CASE("an estimate that was carried over has the band of what its table printed") {
    const Allocation allocation = allocation_of({100, 300}, 4'000);
    const MeasuredBand& measured = measured_band(EstimateRule::updated);
    const Uncertainty uncertainty{.basis = Basis::estimate,
                                  .rule = EstimateRule::updated,
                                  .printed = {1, 9, 30},
                                  .made_of = {{0, 1}, {2}}};
    const Figures figures(allocation, uncertainty);
    const Figure first = band({1'000, 1}, 10, measured);  // 1 and 9 together
    CHECK_FALSE(figures.of(0).places.has_value());
    CHECK(figures.of(0).low == first.low);
    CHECK(figures.of(0).high == first.high);
    const Figure second = band({3'000, 1}, 30, measured);
    CHECK(figures.of(1).low == second.low);
    // A sum has the sums of the bands, and is never one number.
    check_range(figures.sum(first_two), *first.low + *second.low, *first.high + *second.high);
    check_range(figures.sum({}), 0, 1);
}

TEST_CASE("minors behind a printed total are the same part of their own need") {
    // 8,140 of 96,000: 969 was rounded from 968.5 … 969.5, so minors from 82.12 … 82.20.
    CHECK(minors_behind(969, 96'000, 8'140).places == 82);
    // 277: 23.445 … 23.529
    check_range(minors_behind(277, 96'000, 8'140), 23, 24);
    CHECK(minors_behind(969, 96'000, 0).places == 0);
    // All that there is; and what printed nought lay below a half.
    CHECK(minors_behind(10, 10, 10).places == 10);
    CHECK(minors_behind(0, 100, 100).places == 0);
    // The upper end is not attained: 0.5 × 1 of 1 does not become 1.
    CHECK(minors_behind(0, 10, 10).places == 0);
    check_range(minors_behind(1, 10, 20), 1, 3);
    for (Places total = 0; total <= 30; ++total) {
        // Every share in thousandths that rounds to the total, tried.
        Places low = 1'000;
        Places high = 0;
        for (Places share = 0; share <= 40'000; ++share) {
            if ((share + 500) / 1'000 != total) continue;
            const Places minors = (share * 7 + 15'000) / 30'000;
            low = std::min(low, minors);
            high = std::max(high, minors);
        }
        const Figure figure = minors_behind(total, 30, 7);
        CHECK(figure.places.value_or(figure.low.value_or(-1)) == low);
        CHECK(figure.places.value_or(figure.high.value_or(-1)) == high);
    }
}
