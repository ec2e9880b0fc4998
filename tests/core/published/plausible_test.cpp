#include "published/plausible.hpp"

#include <doctest/doctest.h>

#include <numeric>

using namespace spreiding;

namespace {

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;
using Positions = std::vector<std::size_t>;

// Of equal municipalities; the last has what the figure of the first leaves of the need.
bool first_fits(Places figure, std::size_t municipalities, Places need) {
    const Places mean = need / static_cast<Places>(municipalities);
    PrintedShares table{std::vector<std::uint32_t>(municipalities, 1'000),
                        std::vector<Places>(municipalities, mean), need};
    table.places[0] = figure;
    return plausible(table).is_plausible();
}

}  // namespace

TEST_CASE("a share per inhabitant is plausible from 0.6 to 1.6 of the mean, with half a place") {
    // A mean of 1,002.5: from 601.5 − 0.5, and to 1,604 + 0.5.
    CHECK_FALSE(first_fits(600, 10, 10'025));
    CHECK(first_fits(601, 10, 10'025));
    CHECK(first_fits(1'604, 10, 10'025));
    CHECK_FALSE(first_fits(1'605, 10, 10'025));
    // A mean of 1,000.3125: to 1,600.5 + 0.5, which is met.
    CHECK(first_fits(600, 16, 16'005));
    CHECK_FALSE(first_fits(599, 16, 16'005));
    CHECK(first_fits(1'601, 16, 16'005));
    CHECK_FALSE(first_fits(1'602, 16, 16'005));
}

TEST_CASE("a printed nought is below a half: plausible where the mean is at most 5/6") {
    const auto nought_fits = [](std::vector<std::uint32_t> inhabitants, Places other, Places need) {
        return plausible({std::move(inhabitants), {0, other}, need}).is_plausible();
    };
    CHECK(nought_fits({1, 5}, 4, 5));  // 5 × 1 ÷ 6
    CHECK_FALSE(nought_fits({101, 499}, 4, 5));
    CHECK(nought_fits({1, 9'999}, 100, 100));  // a hundredth
}

TEST_CASE("two shares that fit each other's municipality are told as swapped, the rest as odd") {
    const Plausibility two = plausible({{2'000, 500, 7'500}, {500, 2'000, 7'500}, 10'000});
    CHECK_FALSE(two.is_plausible());
    CHECK(two.swapped == Pairs{{0, 1}});
    CHECK(two.odd.empty());
    // The third would fit the first as well, which has its pair.
    const Plausibility three =
        plausible({{2'000, 500, 500, 7'000}, {500, 2'000, 2'000, 7'000}, 10'000});
    CHECK(three.swapped == Pairs{{0, 1}});
    CHECK(three.odd == Positions{2});
    const Plausibility four =
        plausible({{2'000, 500, 500, 2'000, 5'000}, {500, 2'000, 2'000, 500, 5'000}, 10'000});
    CHECK(four.swapped == Pairs{{0, 1}, {2, 3}});
    CHECK(four.odd.empty());
    // Out of range by itself, and where the other stands.
    const Plausibility odd = plausible({{1'000, 1'000, 8'000}, {100, 100, 8'000}, 10'000});
    CHECK(odd.swapped.empty());
    CHECK(odd.odd == Positions{0, 1});
    const Plausibility one_way = plausible({{2'000, 500, 7'500}, {600, 100, 7'500}, 10'000});
    CHECK(one_way.odd == Positions{0, 1});
    CHECK(plausible({{2'000, 500, 7'500}, {2'000, 500, 7'500}, 10'000}).is_plausible());
}

TEST_CASE("of a table that fits nowhere every row is odd, also where there are too many to try") {
    const std::size_t many = 1'002;
    PrintedShares table{std::vector<std::uint32_t>(many, 1'000), std::vector<Places>(many, 1),
                        100'200};
    const Plausibility found = plausible(table);
    CHECK(found.swapped.empty());
    Positions all(many);
    std::iota(all.begin(), all.end(), std::size_t{0});
    CHECK(found.odd == all);
}

TEST_CASE("rounded shares add up to the need to within six times what rounding does") {
    CHECK(adds_up(88'000, 342, 88'000));
    CHECK(adds_up(96'002, 342, 96'000));
    CHECK(adds_up(88'032, 342, 88'000));
    CHECK(adds_up(87'968, 342, 88'000));
    // One figure of the round before: 969 in place of 898.
    CHECK_FALSE(adds_up(88'071, 342, 88'000));
    CHECK_FALSE(adds_up(87'967, 342, 88'000));
    CHECK(adds_up(10, 0, 10));
    CHECK_FALSE(adds_up(11, 0, 10));
}
