// The kernel over every small word and every proposal, and at all its bounds against another way of
// dividing; the lemmas themselves are in tests/proof/rounding.smt2.
#include "key/rounding.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "key/allocation.hpp"

using namespace spreiding;

namespace {

// Long division, a bit at a time: nothing of the kernel, and no division of the machine.
Wide long_division(Wide numerator, Wide divisor) {
    Wide rest = 0;
    Wide quotient = 0;
    for (int bit = 127; bit >= 0; --bit) {
        const bool overflows = (rest >> 127U) != 0;
        rest = rest << 1U | ((numerator >> static_cast<unsigned>(bit)) & 1U);
        quotient <<= 1U;
        if (overflows || rest >= divisor) {
            rest -= divisor;
            quotient |= 1U;
        }
    }
    return quotient;
}

// The rule in its own words: the largest whole number that is at most a half above the share.
Places by_the_rule(Wide weight, Wide total, Wide need) {
    return static_cast<Places>(long_division(2 * need * weight + total, 2 * total));
}

// Proposes what it is told to: the floor, or one off to either side.
int offset = 0;
template <typename Whole>
struct AnyProposal {
    explicit AnyProposal(Whole given) : divisor(given) {}
    std::uint64_t operator()(Whole numerator) const {
        const int floor = static_cast<int>(numerator / divisor);
        return static_cast<std::uint64_t>(std::max(0, floor + offset));
    }
    Whole divisor;
};

// Floating point of six bits: its proposals are far off, also for small words.
template <typename Whole>
struct CoarseProposal {
    explicit CoarseProposal(Whole given) : reciprocal(coarse(1.0 / coarse(given))) {}
    std::uint64_t operator()(Whole numerator) const {
        return static_cast<std::uint64_t>(coarse(coarse(numerator) * reciprocal));
    }
    static double coarse(double value) {
        int exponent = 0;
        const double part = std::frexp(value, &exponent);
        return std::ldexp(std::nearbyint(part * 64), exponent - 6);
    }
    double reciprocal;
};

}  // namespace

TEST_CASE(
    "in words of eight bits every numerator, divisor and proposal within the bound gives the "
    "floor") {
    for (offset = -1; offset <= 1; ++offset) {
        for (int divisor = 1; divisor < 128; ++divisor) {
            const Division<std::uint8_t, AnyProposal<std::uint8_t>> division(
                static_cast<std::uint8_t>(divisor));
            for (int numerator = 0; numerator < 128; ++numerator) {
                if (division.floor(static_cast<std::uint8_t>(numerator)) != numerator / divisor)
                    FAIL(numerator, " / ", divisor, " with ", offset);
            }
        }
    }
    offset = 0;
}

TEST_CASE("in wider words proposals that are far off are corrected all the same") {
    for (std::uint32_t divisor = 1; divisor < 600; ++divisor) {
        const Division<std::uint32_t, CoarseProposal<std::uint32_t>> division(divisor);
        for (std::uint32_t numerator = 0; numerator < 3'000; ++numerator) {
            if (division.floor(numerator) != static_cast<std::int64_t>(numerator / divisor))
                FAIL(numerator, " / ", divisor);
        }
    }
}

TEST_CASE("every small total, weight and need is rounded by the rule, narrow and wide alike") {
    for (std::uint64_t total = 1; total <= 40; ++total) {
        std::vector<Weight> all(static_cast<std::size_t>(total));
        std::iota(all.begin(), all.end(), Weight{1});
        const std::span<const Weight> weights(all);
        for (std::uint64_t need = 0; need <= 90; ++need) {
            const auto narrow = rounded_shares<std::uint64_t>(weights, total, need);
            const auto wide = rounded_shares<Wide>(weights, Wide{total}, Wide{need});
            const auto small = rounded_shares<std::uint32_t>(
                weights, static_cast<std::uint32_t>(total), static_cast<std::uint32_t>(need));
            if (narrow != wide || narrow != small) FAIL(total, " ", need);
            for (std::size_t at = 0; at < all.size(); ++at) {
                const std::uint64_t weight = all[at];
                const auto q = narrow[at];
                const auto twice = static_cast<std::int64_t>(2 * need * weight);
                const auto signed_total = static_cast<std::int64_t>(total);
                // (2q − 1)·W ≤ 2·B·w < (2q + 1)·W
                if (!((2 * q - 1) * signed_total <= twice && twice < (2 * q + 1) * signed_total))
                    FAIL(total, " ", need, " ", weight);
            }
        }
    }
}

TEST_CASE("at all its bounds the kernel agrees with a division by hand") {
    constexpr Weight largest = (Weight{1} << 55U) - 1;
    const std::vector<Weight> edges = {
        1, 2, 3, 999'983, (Weight{1} << 31U) - 1, (Weight{1} << 35U) + 1, largest - 1, largest};
    const std::vector<Places> needs = {0, 1, 2, 95'999, 96'000, 9'999'999, 10'000'000};
    for (const Weight one : edges) {
        for (const Weight other : edges) {
            for (const std::size_t others : {std::size_t{0}, std::size_t{1}, std::size_t{341}}) {
                std::vector<Weight> weights(others + 1, other);
                weights[0] = one;
                const Wide total = total_weight(weights);
                for (const Places need : needs) {
                    const auto shares = indicative_shares(weights, need);
                    for (const std::size_t at : {std::size_t{0}, others}) {
                        CHECK(shares[at] ==
                              by_the_rule(weights[at], total, static_cast<Wide>(need)));
                    }
                }
            }
        }
    }
}

TEST_CASE("on either side of the narrow bound the figures are those of the wide path") {
    // 2·B·w + W just below 2^63, on it and just above it.
    for (const Places need : {Places{1}, Places{96'000}, Places{10'000'000}}) {
        const Wide half = Wide{1} << 63U;
        const auto w = static_cast<Weight>((half - 1) / (2 * static_cast<Wide>(need) + 1));
        for (Weight weight = w - 2; weight <= w + 2; ++weight) {
            if (weight >= Weight{1} << 55U) continue;
            const std::vector<Weight> alone = {weight};
            CHECK(indicative_shares(alone, need)[0] == need);
            const std::vector<Weight> weights = {weight, 1, weight / 3 + 1};
            const Wide total = total_weight(weights);
            const std::span<const Weight> given(weights);
            CHECK(indicative_shares(weights, need) ==
                  rounded_shares<Wide>(given, total, static_cast<Wide>(need)));
            for (std::size_t i = 0; i < weights.size(); ++i)
                CHECK(indicative_shares(weights, need)[i] ==
                      by_the_rule(weights[i], total, static_cast<Wide>(need)));
        }
        static_assert(is_narrow(Weight{1}, Wide{1}, Wide{1}));
        CHECK_FALSE(is_narrow(Weight{1} << 62U, Wide{1} << 62U, Wide{1}));
    }
}

TEST_CASE("the narrow path is taken up to its bound, and not on it") {
    const auto narrow = [](Weight heaviest, Wide total, Wide need) {
        return is_narrow(heaviest, total, need);
    };
    const Wide half = Wide{1} << 63U;
    // 2·B·w + W, of which each part has its share.
    for (const Weight weight : {Weight{1} << 60U, (Weight{1} << 60U) + 12'345}) {
        const Wide rest = half - 6 * static_cast<Wide>(weight);
        CHECK(narrow(weight, rest - 1, 3));
        CHECK_FALSE(narrow(weight, rest, 3));
        CHECK_FALSE(narrow(weight, rest + 1, 3));
    }
    // 2·W.
    CHECK(narrow(1, half / 2 - 1, 1));
    CHECK_FALSE(narrow(1, half / 2, 1));
}

TEST_CASE("a share that is a half goes up, and one just below it down") {
    // 1 of 2, of an odd need; and a weight one less or more at the largest totals.
    for (const Places need : {Places{1}, Places{3}, Places{95'999}, Places{9'999'999}}) {
        CHECK(indicative_shares(std::vector<Weight>{1, 1}, need)[0] == (need + 1) / 2);
        constexpr Weight large = (Weight{1} << 54U);
        CHECK(indicative_shares(std::vector<Weight>{large, large}, need)[0] == (need + 1) / 2);
        CHECK(indicative_shares(std::vector<Weight>{large - 1, large + 1}, need)[0] == need / 2);
    }
}
