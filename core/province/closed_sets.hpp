// The search for closed sets: who can exchange what with whom, so that every ledger stays in
// balance, with the fewest transfers. A proposal for people to look at; nothing is ever entered by
// itself.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "province/exchange.hpp"

namespace spreiding {

/// What a municipality wants in each ledger: above nought to take over so many, below nought to
/// hand over so many. A wish is met wholly or not at all: half of one would be another ratio than
/// the municipality named.
struct Wish {
    std::size_t municipality = 0;
    std::array<std::int64_t, ledgers> wanted{};  ///< each −10,000,000 … 10,000,000
    /// "Up to": in each ledger any number between nought and that will do, by itself.
    bool up_to = false;
};

/// Why a wish is not met, by the ledger that stands most in its way.
enum class Obstacle : std::uint8_t {
    nobody,      ///< nobody wants the opposite
    too_little,  ///< all who want the opposite want less together
    no_fit,  ///< they want enough, but no set with this wish comes to nought with as many wishes
};
struct Unmet {
    std::size_t wish = 0;  ///< index
    Ledger ledger = Ledger::asylum_regular;
    Obstacle obstacle = Obstacle::no_fit;
    std::int64_t lacking = 0;  ///< of `too_little`
};

struct ProposedTransfer {
    Ledger ledger = Ledger::asylum_regular;
    std::size_t from = 0;  ///< index into the municipalities
    std::size_t to = 0;
    std::int64_t number = 0;

    friend bool operator==(const ProposedTransfer&, const ProposedTransfer&) = default;
};

struct ExchangeProposal {
    std::vector<ProposedTransfer> transfers;
    std::vector<std::size_t> met;    ///< indices of the wishes that are met, in order
    std::vector<std::size_t> unmet;  ///< and those that are not
    std::vector<Unmet> why;          ///< of each of these
    /// Whether no other set meets more wishes, or as many with fewer transfers. False where the
    /// search reached its bound: then it is a proposal in balance, and maybe not the best.
    bool proven_best = false;
    std::uint64_t steps = 0;  ///< steps that the search took; no clock is asked
};

/// The most municipalities of which wishes are taken.
constexpr std::size_t most_wishes = 65;

/// The most steps that the search takes; some seconds in a browser.
constexpr std::uint64_t most_search_steps = 40'000'000;

/// A set of wishes that fits together: each ledger's wishes add up to nought. Of all such sets the
/// one with the most wishes, and of these the one with the fewest transfers; of equals the first in
/// order of the wishes. What is wanted "up to" a number fills what the others leave, as far as both
/// sides reach; then that no other set has fewer transfers is not shown.
/// @param wishes      at most 65; wishes of nothing at all are met without a transfer
/// @param most_steps  bound of the search
ExchangeProposal propose_exchange(std::span<const Wish> wishes,
                                  std::uint64_t most_steps = most_search_steps);

}  // namespace spreiding
