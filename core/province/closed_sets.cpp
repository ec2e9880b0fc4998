// Leaves out the fewest wishes, splits the rest into groups that come to nought, and settles them.
#include "province/closed_sets.hpp"

#include <algorithm>
#include <bit>
#include <optional>
#include <utility>

#include "values/order.hpp"

namespace spreiding {
namespace {

using Amounts = std::array<std::int64_t, ledgers>;

/// Counts steps, and says when they are used up.
class Bound {
  public:
    explicit Bound(std::uint64_t most) : most_(most) {}

    bool take(std::uint64_t steps = 1) {
        if (exhausted_ || steps > most_ - taken_) {
            exhausted_ = true;
            return false;
        }
        taken_ += steps;
        return true;
    }
    bool exhausted() const { return exhausted_; }
    std::uint64_t taken() const { return taken_; }

  private:
    std::uint64_t most_;
    std::uint64_t taken_ = 0;
    bool exhausted_ = false;
};

struct Part {
    std::size_t municipality;
    std::int64_t wanted;
};

void put_largest_first(std::vector<Part>& parts) {
    put_in_order(parts, [](const Part& one, const Part& other) {
        return std::max(one.wanted, -one.wanted) > std::max(other.wanted, -other.wanted);
    });
}

// A group whose wishes add up to nought needs one transfer less than it has members; so the fewest
// transfers come from the most groups.
using Group = std::vector<Part>;

// The largest number of groups for up to `most_exact` parts, by looking at every subset once: the
// best for a subset is the best for it without one of its members, and one group more where the
// subset itself adds up to nought.
constexpr std::size_t most_exact = 20;

std::optional<std::vector<Group>> groups_of_few(const std::vector<Part>& parts, Bound& bound) {
    const std::size_t count = parts.size();
    if (!bound.take((std::uint64_t{1} << count) * (count + 1) / 8)) return std::nullopt;
    const std::size_t subsets = std::size_t{1} << count;
    std::vector<std::int64_t> sums(subsets);
    std::vector<std::uint8_t> most_groups(subsets);
    for (std::size_t subset = 1; subset < subsets; ++subset) {
        const auto lowest = static_cast<std::size_t>(std::countr_zero(subset));
        sums[subset] = sums[subset & (subset - 1)] + parts[lowest].wanted;
        std::uint8_t best = 0;
        for (std::size_t rest = subset; rest != 0; rest &= rest - 1)
            best = std::max(best, most_groups[subset ^ (rest & (~rest + 1))]);
        most_groups[subset] = static_cast<std::uint8_t>(best + (sums[subset] == 0 ? 1 : 0));
    }
    // Back along the best subsets; each that adds up to nought closes a group.
    std::vector<Group> groups;
    std::size_t subset = subsets - 1;
    while (subset != 0) {
        if (sums[subset] == 0) groups.emplace_back();
        const int wanted = most_groups[subset] - (sums[subset] == 0 ? 1 : 0);
        std::size_t member = 0;
        while ((subset >> member & 1U) == 0 ||
               most_groups[subset ^ (std::size_t{1} << member)] != wanted) {
            ++member;
        }
        groups.back().push_back(parts[member]);
        subset ^= std::size_t{1} << member;
    }
    return groups;
}

// For more parts: group by group, smallest groups first, until every part has one. The best found
// is proven where it has as many groups of three as could be.
class ManyGroups {
  public:
    ManyGroups(std::vector<Part> parts, Bound& bound) : parts_(std::move(parts)), bound_(bound) {
        // Large amounts fit into few groups: tried first they leave the fewest ways.
        put_largest_first(parts_);
        used_.resize(parts_.size());
    }

    std::vector<Group> run() {
        divide(parts_.size());
        if (best_.empty()) best_.push_back(parts_);
        return best_;
    }

  private:
    void keep(std::size_t left) {
        const std::size_t count = groups_.size() + (left > 0 ? 1 : 0);
        if (count <= best_.size()) return;
        best_ = groups_;
        if (left == 0) return;
        Group rest;
        for (std::size_t at = 0; at < parts_.size(); ++at) {
            if (used_[at] == 0) rest.push_back(parts_[at]);
        }
        best_.push_back(std::move(rest));
    }

    bool may_improve(std::size_t left) const { return groups_.size() + left / 3 > best_.size(); }

    void divide(std::size_t left) {
        // Whatever is left adds up to nought, so it is a group by itself.
        keep(left);
        // No two parts cancel here, so a group has at least three.
        if (!may_improve(left) || left < 6) return;
        std::size_t first = 0;
        while (used_[first] != 0)
            ++first;
        used_[first] = 1;
        groups_.push_back({parts_[first]});
        for (std::size_t size = 3; size + 3 <= left && !bound_.exhausted(); ++size)
            extend(first + 1, parts_[first].wanted, size - 1, left - size);
        groups_.pop_back();
        used_[first] = 0;
    }

    // Adds `more` parts to the last group, so that it adds up to nought.
    void extend(std::size_t from, std::int64_t sum, std::size_t more, std::size_t left) {
        if (!may_improve(left) || !bound_.take()) return;
        if (more == 0) {
            if (sum == 0) divide(left);
            return;
        }
        for (std::size_t at = from; at + more <= parts_.size() && !bound_.exhausted(); ++at) {
            if (used_[at] != 0) continue;
            const std::int64_t with = sum + parts_[at].wanted;
            if (more == 1 && with != 0) continue;
            used_[at] = 1;
            groups_.back().push_back(parts_[at]);
            extend(at + 1, with, more - 1, left);
            groups_.back().pop_back();
            used_[at] = 0;
        }
    }

    std::vector<Part> parts_;
    Bound& bound_;
    std::vector<std::uint8_t> used_;
    std::vector<Group> groups_;
    std::vector<Group> best_;
};

// The parts of one ledger, which add up to nought, in as many groups as there can be.
std::vector<Group> group(std::vector<Part> parts, Bound& bound) {
    std::vector<Group> groups;
    // Two opposite wishes are a group in some best division: taking them together out of two groups
    // leaves one group, and out of one leaves a group or nothing.
    for (std::size_t at = 0; at < parts.size(); ++at) {
        const auto opposite =
            std::find_if(parts.begin() + static_cast<std::ptrdiff_t>(at) + 1, parts.end(),
                         [&](const Part& other) { return other.wanted == -parts[at].wanted; });
        if (opposite == parts.end()) continue;
        groups.push_back({parts[at], *opposite});
        parts.erase(opposite);
        parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(at));
        --at;
    }
    if (parts.empty()) return groups;
    std::optional<std::vector<Group>> others;
    if (parts.size() <= most_exact) others = groups_of_few(parts, bound);
    if (!others) others = ManyGroups(std::move(parts), bound).run();
    groups.insert(groups.end(), others->begin(), others->end());
    return groups;
}

// Within a group: the one who hands over the most to the one who takes the most, and so on. Each
// transfer settles one of the two, the last one both.
void settle(Group group, Ledger ledger, std::vector<ProposedTransfer>& transfers) {
    put_in_order(group,
                 [](const Part& one, const Part& other) { return one.wanted < other.wanted; });
    std::size_t giver = 0;
    std::size_t taker = group.size() - 1;
    while (giver < taker) {
        const std::int64_t number = std::min(-group[giver].wanted, group[taker].wanted);
        transfers.push_back({ledger, group[giver].municipality, group[taker].municipality, number});
        group[giver].wanted += number;
        group[taker].wanted -= number;
        if (group[giver].wanted == 0) ++giver;
        if (group[taker].wanted == 0) --taker;
    }
}

// Looks for the smallest sets of wishes to leave out, so that the rest adds up to nought.
class Search {
  public:
    Search(std::span<const Wish> wishes, std::uint64_t most_steps)
        : wishes_(wishes), bound_(most_steps) {
        // What the wishes from here on can add up to in each ledger, at least and at most.
        lowest_.resize(wishes.size() + 1);
        highest_.resize(wishes.size() + 1);
        for (std::size_t at = wishes.size(); at-- > 0;) {
            lowest_[at] = lowest_[at + 1];
            highest_[at] = highest_[at + 1];
            for (std::size_t ledger = 0; ledger < ledgers; ++ledger) {
                const std::int64_t wanted = wishes[at].wanted[ledger];
                if (wishes[at].up_to) {
                    (wanted < 0 ? may_give_ : may_take_)[ledger] += wanted;
                    continue;
                }
                (wanted < 0 ? lowest_ : highest_)[at][ledger] += wanted;
                total_[ledger] += wanted;
            }
        }
    }

    ExchangeProposal run() {
        left_out_.assign(wishes_.size(), 0);
        for (std::size_t count = 0; count <= wishes_.size(); ++count) {
            leave_out(0, total_, count);
            if (found_ || bound_.exhausted()) break;
        }
        if (!found_) match_few();
        best_.proven_best = !bound_.exhausted();
        best_.steps = bound_.taken();
        for (const std::size_t wish : best_.unmet)
            best_.why.push_back(obstacle_of(wish));
        return std::move(best_);
    }

  private:
    bool takes_part_whole(std::size_t at, std::size_t ledger) const {
        return left_out_[at] == 0 && !wishes_[at].up_to && wishes_[at].wanted[ledger] != 0;
    }

    // Whether what is wanted "up to" a number can bring the rest to nought.
    bool can_be_filled(const Amounts& rest) const {
        for (std::size_t ledger = 0; ledger < ledgers; ++ledger) {
            if (rest[ledger] + may_give_[ledger] > 0 || rest[ledger] + may_take_[ledger] < 0)
                return false;
        }
        return true;
    }

    Unmet obstacle_of(std::size_t wish) const {
        Unmet unmet{.wish = wish};
        bool found = false;
        for (std::size_t ledger = 0; ledger < ledgers; ++ledger) {
            const std::int64_t wanted = wishes_[wish].wanted[ledger];
            if (wanted == 0) continue;
            std::int64_t opposite = 0;
            for (std::size_t at = 0; at < wishes_.size(); ++at) {
                const std::int64_t other = wishes_[at].wanted[ledger];
                if (at != wish && (other < 0) != (wanted < 0)) opposite += std::max(other, -other);
            }
            const std::int64_t least = wishes_[wish].up_to ? 1 : std::max(wanted, -wanted);
            const Obstacle obstacle = opposite == 0      ? Obstacle::nobody
                                      : opposite < least ? Obstacle::too_little
                                                         : Obstacle::no_fit;
            if (found && obstacle >= unmet.obstacle) continue;
            found = true;
            unmet.ledger = static_cast<Ledger>(ledger);
            unmet.obstacle = obstacle;
            unmet.lacking = obstacle == Obstacle::too_little ? least - opposite : 0;
        }
        return unmet;
    }

    // What is wanted "up to" a number, as far as both sides reach: the largest first, so that few
    // take part.
    void fill(std::size_t ledger, std::vector<Part>& parts) const {
        std::int64_t sum = 0;
        for (const Part& part : parts)
            sum += part.wanted;
        const std::int64_t given = std::min(-may_give_[ledger], may_take_[ledger] + sum);
        std::array<std::int64_t, 2> left = {given, given - sum};  // to give, to take
        std::vector<Part> open;
        for (std::size_t at = 0; at < wishes_.size(); ++at) {
            if (wishes_[at].up_to && wishes_[at].wanted[ledger] != 0)
                open.push_back({at, wishes_[at].wanted[ledger]});
        }
        put_largest_first(open);
        for (const Part& part : open) {
            std::int64_t& rest = left[part.wanted < 0 ? 0 : 1];
            const std::int64_t number = std::min(rest, std::max(part.wanted, -part.wanted));
            rest -= number;
            if (number > 0)
                parts.push_back({part.municipality, part.wanted < 0 ? -number : number});
        }
    }

    void leave_out(std::size_t from, const Amounts& rest, std::size_t count) {
        if (found_ && bound_.exhausted()) return;
        if (!bound_.take()) return;
        if (count == 0) {
            if (can_be_filled(rest)) consider();
            return;
        }
        for (std::size_t at = from; at + count <= wishes_.size(); ++at) {
            for (std::size_t ledger = 0; ledger < ledgers; ++ledger) {
                if (rest[ledger] + may_take_[ledger] < lowest_[at][ledger] ||
                    rest[ledger] + may_give_[ledger] > highest_[at][ledger])
                    return;
            }
            if (wishes_[at].up_to) continue;
            Amounts without = rest;
            for (std::size_t ledger = 0; ledger < ledgers; ++ledger)
                without[ledger] -= wishes_[at].wanted[ledger];
            left_out_[at] = 1;
            leave_out(at + 1, without, count - 1);
            left_out_[at] = 0;
            if (bound_.exhausted()) return;
        }
    }

    // The search ended before it found anything: take the pairs and threes that fit, in order.
    void match_few() {
        for (std::size_t at = 0; at < wishes_.size(); ++at)
            left_out_[at] = wishes_[at].up_to ? 0 : 1;
        for (std::size_t size = 2; size <= 3; ++size) {
            for (std::size_t first = 0; first < wishes_.size(); ++first) {
                if (left_out_[first] != 0) match(first, first + 1, wishes_[first].wanted, size - 1);
            }
        }
        consider();
    }

    bool match(std::size_t member, std::size_t from, const Amounts& sum, std::size_t more) {
        if (more == 0 && sum != Amounts{}) return false;
        bool fits = more == 0;
        for (std::size_t at = from; !fits && at < wishes_.size(); ++at) {
            if (left_out_[at] == 0) continue;
            Amounts with = sum;
            for (std::size_t ledger = 0; ledger < ledgers; ++ledger)
                with[ledger] += wishes_[at].wanted[ledger];
            fits = match(at, at + 1, with, more - 1);
        }
        if (fits) left_out_[member] = 0;
        return fits;
    }

    // No wish is met with less than half a transfer.
    std::size_t least_transfers() const {
        std::size_t least = 0;
        for (std::size_t ledger = 0; ledger < ledgers; ++ledger) {
            std::size_t parts = 0;
            for (std::size_t at = 0; at < wishes_.size(); ++at)
                parts += takes_part_whole(at, ledger) ? 1 : 0;
            least += (parts + 1) / 2;
        }
        return least;
    }

    void consider() {
        // Where many wish the same there are millions of sets, and most are seen to be no better.
        if (found_ && least_transfers() >= best_.transfers.size()) return;
        if (!bound_.take(wishes_.size()) && found_) return;
        ExchangeProposal proposal;
        std::vector<std::uint8_t> takes_part(wishes_.size());
        for (std::size_t ledger = 0; ledger < ledgers; ++ledger) {
            std::vector<Part> parts;
            for (std::size_t at = 0; at < wishes_.size(); ++at) {
                if (takes_part_whole(at, ledger)) parts.push_back({at, wishes_[at].wanted[ledger]});
            }
            fill(ledger, parts);
            for (const Part& part : parts)
                takes_part[part.municipality] = 1;
            for (Group& each : group(std::move(parts), bound_))
                settle(std::move(each), static_cast<Ledger>(ledger), proposal.transfers);
        }
        for (ProposedTransfer& transfer : proposal.transfers) {
            transfer.from = wishes_[transfer.from].municipality;
            transfer.to = wishes_[transfer.to].municipality;
        }
        for (std::size_t at = 0; at < wishes_.size(); ++at) {
            const bool met = wishes_[at].up_to ? takes_part[at] != 0 : left_out_[at] == 0;
            (met ? proposal.met : proposal.unmet).push_back(at);
        }
        if (found_ && proposal.transfers.size() >= best_.transfers.size()) return;
        found_ = true;
        best_ = std::move(proposal);
    }

    std::span<const Wish> wishes_;
    Bound bound_;
    Amounts total_{};
    Amounts may_give_{};  // below nought
    Amounts may_take_{};
    std::vector<Amounts> lowest_;
    std::vector<Amounts> highest_;
    std::vector<std::uint8_t> left_out_;
    bool found_ = false;
    ExchangeProposal best_;
};

}  // namespace

ExchangeProposal propose_exchange(std::span<const Wish> wishes, std::uint64_t most_steps) {
    return Search(wishes, most_steps).run();
}

}  // namespace spreiding
