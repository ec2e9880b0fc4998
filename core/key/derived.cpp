// Intervals of shares from a printed table: a rest of half places is put where it raises a share
// most, or least.
#include "key/derived.hpp"

#include <algorithm>

#include "values/order.hpp"
#include "values/wide.hpp"

namespace spreiding {
namespace {

__extension__ using Signed = __int128;

constexpr int most_scale_bits = 60;
// Of the 128 bits of a product. Its other factor, twice a need of 10,000,000, takes 25; the rest is
// for what is rounded up, and for the sums of several.
constexpr int weight_bits = 97;

constexpr Signed one = 1'000'000'000;
// Of a thousandth: 1 + weight × score is at most 1 + 2 × 10.
constexpr Wide most_constant = 21'000;

// numerator / denominator down, also below nought.
Signed floored(Signed numerator, Signed denominator) {
    const Signed quotient = numerator / denominator;
    return numerator % denominator < 0 ? quotient - 1 : quotient;
}

// The common multiple of the inhabitants; one where it is larger than asked.
Wide common_multiple(std::span<const std::uint32_t> inhabitants, Wide most) {
    Wide multiple = 1;
    for (const std::uint32_t each : inhabitants) {
        multiple *= each / greatest_common_divisor(multiple, each);
        if (multiple > most) return 1;
    }
    return multiple;
}

// How weights are written in whole numbers: a slope of one is so many units. Where it can be, a
// multiple of all inhabitants, so that slopes are whole.
// @param total  a bound of all weights together, where a slope of one is one unit
// @param below  of the constants, whose rests are taken times the units
Wide units_for(std::span<const std::uint32_t> inhabitants, Wide total, Wide below) {
    const int free = std::min(weight_bits - bits(total), 126 - bits(below));
    const Wide units = Wide{1} << static_cast<unsigned>(std::clamp(free, 0, most_scale_bits));
    const Wide multiple = common_multiple(inhabitants, units);
    return units / multiple * multiple;
}

Places rounded(Wide numerator, Wide denominator) {
    return static_cast<Places>((2 * numerator + denominator) / (2 * denominator));
}

// The same of a value that comes as near as one likes, and is not met: a half then rounds down.
Places rounded_below(Wide numerator, Wide denominator) {
    return static_cast<Places>((2 * numerator + denominator - 1) / (2 * denominator));
}

}  // namespace

std::optional<DerivedWeights> DerivedWeights::of(const PrintedShares& table,
                                                 std::span<const std::uint32_t> now,
                                                 const ScoreTerms* terms) {
    DerivedWeights derived;
    const std::size_t size = table.size();
    const auto twice_need = 2 * static_cast<Wide>(table.need);
    const int score_weight = terms == nullptr ? 1 : terms->score_weight;
    Wide least_sum = 0;
    Wide inhabitants = 0;
    Wide inhabitants_now = 0;
    Wide total = 0;
    for (std::size_t i = 0; i < size; ++i) {
        const auto twice = 2 * static_cast<Wide>(table.places[i]);
        derived.least_.push_back(twice == 0 ? 0 : twice - 1);
        derived.room_.push_back(twice == 0 ? 1 : 2);
        least_sum += derived.least_[i];
        derived.room_sum_ += derived.room_[i];
        inhabitants += table.inhabitants[i];
        inhabitants_now += now[i];
        total +=
            (twice + 1) * (now[i] / table.inhabitants[i] + 1) * static_cast<Wide>(score_weight);
    }
    // Of a table of noughts for nobody every weight fits.
    if (twice_need == 0 || twice_need < least_sum || twice_need >= least_sum + derived.room_sum_)
        return std::nullopt;
    derived.rest_ = twice_need - least_sum;

    // Without terms: slope = inhabitants now ÷ then. With them, in units of a thousandth and of
    // inhabitants of the table ÷ (twice its need × the mean factor):
    // (1 − weight) × now + weight × (1 + score) × now.
    const Wide below = inhabitants * static_cast<Wide>(terms == nullptr ? 1 : terms->mean_factor);
    if (terms != nullptr) total += most_constant * (twice_need * inhabitants_now / inhabitants + 1);
    const Wide units = units_for(table.inhabitants, total, below);
    for (std::size_t i = 0; i < size; ++i) {
        const bool is_changed = terms != nullptr && terms->scores[i];
        const Wide slope = is_changed ? 0 : now[i] * static_cast<Wide>(score_weight) * units;
        const Wide then = table.inhabitants[i];
        derived.slope_down_.push_back(slope / then);
        derived.slope_up_.push_back((slope + then - 1) / then);
        Signed low = 0;
        Signed high = 0;
        if (terms != nullptr) {
            // In thousand millionths: 1 − weight, or for a changed score 1 + weight × score.
            const Signed factor =
                is_changed ? one + Signed{units_at(*terms->scores[i], 6).value_or(0)} * score_weight
                           : one / whole_score_weight * (whole_score_weight - score_weight);
            const Signed above =
                static_cast<Signed>(twice_need) * static_cast<Signed>(now[i]) * factor;
            // Whole and rest apart: together with the units the product may be too wide.
            const auto divisor = static_cast<Signed>(below);
            const auto parts = static_cast<Signed>(units);
            const Signed whole = floored(above, divisor);
            const Signed rest = above - whole * divisor;
            low = whole * parts + rest * parts / divisor;
            high = whole * parts + (rest * parts + divisor - 1) / divisor;
        }
        derived.base_down_.push_back(
            low + static_cast<Signed>(derived.slope_down_[i] * derived.least_[i]));
        derived.base_up_.push_back(high +
                                   static_cast<Signed>(derived.slope_up_[i] * derived.least_[i]));
        if (derived.base_down_[i] < 0) return std::nullopt;
        derived.base_down_sum_ += derived.base_down_[i];
        derived.base_up_sum_ += derived.base_up_[i];
    }
    derived.ascending_ = derived.order_by(derived.slope_down_, true);
    derived.descending_ = derived.order_by(derived.slope_up_, false);
    return derived;
}

DerivedWeights::Order DerivedWeights::order_by(std::span<const Wide> slopes, bool ascending) const {
    Order order;
    order.municipalities = positions_in_order(slopes.size(), [&](std::uint32_t a, std::uint32_t b) {
        return ascending ? slopes[a] < slopes[b] : slopes[a] > slopes[b];
    });
    order.place_of.resize(slopes.size());
    order.room.push_back(0);
    order.added.push_back(0);
    for (std::size_t at = 0; at < slopes.size(); ++at) {
        const std::size_t i = order.municipalities[at];
        order.place_of[i] = at;
        order.room.push_back(order.room.back() + room_[i]);
        order.added.push_back(order.added.back() + room_[i] * slopes[i]);
    }
    return order;
}

// Σ more × slope where a rest is put in an order, each up to its room, and one is passed over.
Wide DerivedWeights::filled(const Order& order, std::span<const Wide> slopes, Wide rest,
                            std::size_t but) const {
    const auto put = [&](Wide whole) {
        const auto after = std::upper_bound(order.room.begin(), order.room.end(), whole);
        const auto full = static_cast<std::size_t>(after - order.room.begin()) - 1;
        Wide sum = order.added[full];
        if (full < order.municipalities.size())
            sum += (whole - order.room[full]) * slopes[order.municipalities[full]];
        return std::pair{full, sum};
    };
    const auto [full, sum] = put(rest);
    if (order.place_of[but] > full) return sum;
    return put(rest + room_[but]).second - room_[but] * slopes[but];
}

ProvenShare DerivedWeights::bounds(Wide own_low, Wide others_high, Wide own_high, Wide others_low,
                                   bool met, Places need) const {
    ProvenShare share;
    const auto places = static_cast<Wide>(need);
    share.lowest = {places * own_low, own_low + others_high};
    share.highest = {places * own_high, own_high + others_low};
    for (ExactShare* each : {&share.lowest, &share.highest})
        each->denominator = std::max<Wide>(each->denominator, 1);
    share.low = rounded(share.lowest.numerator, share.lowest.denominator);
    share.high =
        (met ? rounded : rounded_below)(share.highest.numerator, share.highest.denominator);
    share.high = std::max(share.low, share.high);
    return share;
}

ProvenShare DerivedWeights::share(std::size_t i, Places need) const {
    const Wide most = std::min(room_[i], rest_);
    const Wide own_high = static_cast<Wide>(base_up_[i]) + most * slope_up_[i];
    const Wide others_low = static_cast<Wide>(base_down_sum_ - base_down_[i]) +
                            filled(ascending_, slope_down_, rest_ - most, i);
    const Wide others_room = room_sum_ - room_[i];
    const Wide forced = rest_ > others_room ? rest_ - others_room : 0;
    const Wide own_low = static_cast<Wide>(base_down_[i]) + forced * slope_down_[i];
    const Wide others_high = static_cast<Wide>(base_up_sum_ - base_up_[i]) +
                             filled(descending_, slope_up_, rest_ - forced, i);
    // The highest is met, and not only approached, where no share stands at its upper end.
    return bounds(own_low, others_high, own_high, others_low, rest_ < room_[i], need);
}

ProvenShare DerivedWeights::share(std::span<const std::size_t> members, Places need) const {
    std::vector<bool> is_member(size(), false);
    for (const std::size_t i : members)
        is_member[i] = true;
    struct Part {
        Signed own = 0, others = 0;
        Wide left;  // of the rest
    };
    const auto start = [&](std::span<const Signed> own, std::span<const Signed> others) {
        Part part{0, 0, rest_};
        for (std::size_t i = 0; i < size(); ++i)
            (is_member[i] ? part.own : part.others) += is_member[i] ? own[i] : others[i];
        return part;
    };
    const auto put = [&](Part& part, const Order& order, std::span<const Wide> slopes, bool into) {
        for (const std::size_t i : order.municipalities) {
            if (is_member[i] != into) continue;
            const Wide more = std::min(part.left, room_[i]);
            part.left -= more;
            (into ? part.own : part.others) += static_cast<Signed>(more * slopes[i]);
        }
    };
    Part high = start(base_up_, base_down_);
    Wide members_room = 0;
    for (const std::size_t i : members)
        members_room += room_[i];
    put(high, descending_, slope_up_, true);
    put(high, ascending_, slope_down_, false);
    Part low = start(base_down_, base_up_);
    put(low, descending_, slope_up_, false);
    put(low, ascending_, slope_down_, true);
    const auto wide = [](Signed value) { return static_cast<Wide>(value); };
    return bounds(wide(low.own), wide(low.others), wide(high.own), wide(high.others),
                  rest_ < members_room, need);
}

PlacesRange DerivedWeights::sum(std::span<const std::size_t> members, Places need) const {
    PlacesRange each;
    for (const std::size_t i : members) {
        const ProvenShare own = share(i, need);
        each.low += own.low;
        each.high += own.high;
    }
    if (members.empty()) return each;
    // A rounded share lies above the share less a half, and at most a half higher.
    const ProvenShare together = share(members, need);
    const auto half = static_cast<Signed>(members.size());
    const auto twice = [](const ExactShare& share) {
        return std::pair{2 * static_cast<Signed>(share.numerator),
                         static_cast<Signed>(share.denominator)};
    };
    const auto [low, low_below] = twice(together.lowest);
    const auto [high, high_below] = twice(together.highest);
    const Signed least = floored(low - half * low_below, 2 * low_below) + 1;
    const Signed greatest = floored(high + half * high_below, 2 * high_below);
    return {std::max(each.low, static_cast<Places>(least)),
            std::min(each.high, static_cast<Places>(greatest))};
}

}  // namespace spreiding
