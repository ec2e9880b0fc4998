// The rounding kernel of the key: Iv = BO × w / W with a half going up, in whole numbers of any
// size.
//
// Besluit gemeentelijke taak mogelijk maken asielopvangvoorzieningen, article 2.1, third paragraph:
// https://wetten.overheid.nl/BWBR0049310/2024-03-30#Hoofdstuk2_Artikel2.1 ("rekenkundig afgerond")
//
// Write x = B·w / W for the exact share, and q for the whole number that is shown.
//
//   What is shown.    q = floor(x + 1/2) = floor((2·B·w + W) / (2·W)): the one whole number with
//                     (2q − 1)·W ≤ 2·B·w < (2q + 1)·W, so |x − q| ≤ 1/2, and a half goes up.
//                                                                              [lemma half-up]
//   Its numerator.    n = 2·B·w + W and its divisor d = 2·W stay in a word of N bits where both are
//                     below 2^(N−1) for the heaviest w: n never falls as w grows. [lemma heaviest]
//   The proposal.     Floating point gives p = fl(fl(n) × fl(1 / fl(d))): four roundings of 2^-53
//                     each. n / d is at most 10^7 + 1, so p is less than a half off, and its whole
//                     part p' at most one off: q − 1 ≤ p' ≤ q + 1.             [lemma proposal]
//   The correction.   d·p' ≤ n + d < 2^N, so no product leaves the word. [lemma no-wrap]
//                     While d·p' > n it goes down by one: then p' ≥ 1, so it never passes nought.
//                     While n − d·p' ≥ d it goes up by one. Behind both, 0 ≤ n − d·q < d, which is
//                     what floor means, whatever was proposed.                 [lemma correction]
//   The wide path.    B ≤ 10^7, w < 2^55 and W < 2^75 give n + d < 2^81: far below 2^128.
//                                                                              [lemma wide]
//
// The lemmas stand by these names in tests/proof/rounding.smt2, where z3 finds no counterexample;
// tests/core/key/rounding_test.cpp tries every small word, every proposal, and all bounds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace spreiding {

/// By floating point: at most one off for quotients up to 10^7 + 1.
template <typename Whole>
class FloatingProposal {
  public:
    explicit FloatingProposal(Whole divisor) : reciprocal_(1.0 / static_cast<double>(divisor)) {}
    std::uint64_t operator()(Whole numerator) const {
        return static_cast<std::uint64_t>(static_cast<double>(numerator) * reciprocal_);
    }

  private:
    double reciprocal_;
};

/// floor(numerator / divisor) for many numerators: proposed, then proven or corrected.
/// @tparam Whole  an unsigned word; numerator and divisor are below half of what it holds
template <typename Whole, typename Proposal = FloatingProposal<Whole>>
class Division {
  public:
    explicit Division(Whole divisor) : divisor_(divisor), propose_(divisor) {}

    std::int64_t floor(Whole numerator) const {
        std::uint64_t quotient = propose_(numerator);
        auto product = static_cast<Whole>(divisor_ * static_cast<Whole>(quotient));
        while (product > numerator) {
            --quotient;
            product = static_cast<Whole>(product - divisor_);
        }
        while (static_cast<Whole>(numerator - product) >= divisor_) {
            ++quotient;
            product = static_cast<Whole>(product + divisor_);
        }
        return static_cast<std::int64_t>(quotient);
    }

  private:
    Whole divisor_;
    Proposal propose_;
};

/// @param weights  each positive, with `total` for their sum
template <typename Whole, typename Proposal = FloatingProposal<Whole>, typename Weight>
std::vector<std::int64_t> rounded_shares(std::span<const Weight> weights, Whole total, Whole need) {
    const Division<Whole, Proposal> by_twice_the_total(static_cast<Whole>(2 * total));
    const auto twice_the_need = static_cast<Whole>(2 * need);
    std::vector<std::int64_t> shares(weights.size());
    for (std::size_t i = 0; i < weights.size(); ++i) {
        shares[i] =
            by_twice_the_total.floor(static_cast<Whole>(twice_the_need * weights[i] + total));
    }
    return shares;
}

/// Whether every product of `rounded_shares` stays in words of 64 bits.
/// @param heaviest  of the weights
template <typename Wide, typename Weight>
constexpr bool is_narrow(Weight heaviest, Wide total, Wide need) {
    constexpr Wide half = Wide{1} << 63U;
    return 2 * need * heaviest + total < half && 2 * total < half;
}

}  // namespace spreiding
