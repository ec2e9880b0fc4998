// A figure as a number, a proven interval or a measured band; sums of them; and per thousand.
#include "key/figure.hpp"

#include <algorithm>
#include <array>

#include "key/measured_bands.hpp"

namespace spreiding {
namespace {

constexpr auto dutch_words = std::to_array<std::string_view>(
    {"genoemd", "officieel", "cbs_bestand", "eigen_invoer", "afgeleid", "schatting"});

Places rounded(Wide numerator, Wide denominator) {
    return static_cast<Places>((2 * numerator + denominator) / (2 * denominator));
}

}  // namespace

std::string_view dutch_name_of(Basis basis) {
    return dutch_words[static_cast<std::size_t>(basis)];
}

const MeasuredBand& measured_band(EstimateRule rule) {
    return measured_bands[static_cast<std::size_t>(rule)];
}

Figure band(const ExactShare& share, std::optional<Places> printed, const MeasuredBand& measured) {
    // Below 2^79 and 2^75; times 4,000 × 10,000,000 and twice that stays below 2^117.
    const Wide above = share.numerator;
    const Wide below = share.denominator;
    const auto range = [](Wide low, Wide high) {
        // Never one number, also where rounding would make it one.
        const auto first = static_cast<Places>(low);
        return Figure{{}, first, std::max(first + 1, static_cast<Places>(high))};
    };
    const Wide margin = measured.thousandths;
    if (!printed) {
        return range(above * (1'000 - margin) / (below * 1'000),
                     above * (1'000 + margin) / (below * 1'000) + 1);
    }
    // share × (1/(2·v) + margin), in units of 1/(4·v) and a thousandth; a printed nought is a
    // quarter.
    const Wide places = *printed == 0 ? 1 : 4 * static_cast<Wide>(*printed);
    const Wide whole = 1'000 * places;
    const Wide half = 2'000 + places * margin;
    const Places low = half > whole ? 0 : rounded(above * (whole - half), below * whole);
    return range(static_cast<Wide>(low),
                 static_cast<Wide>(rounded(above * (whole + half), below * whole)));
}

Figure minors_behind(Places total, Places need, Places minors_need) {
    // The share behind the total lay in [total − 1/2, total + 1/2); in units of 1/2.
    const Wide least = total == 0 ? 0 : 2 * static_cast<Wide>(total) - 1;
    const Wide limit = 2 * static_cast<Wide>(total) + 1;
    const auto minors = static_cast<Wide>(minors_need);
    const auto half = static_cast<Wide>(need);
    const Wide unit = 2 * half;
    const Wide low = (least * minors + half) / unit;
    // The upper end is not attained, so a half there does not go up.
    const Wide above = limit * minors + half;
    const Wide high = std::max(low, (above + unit - 1) / unit - 1);
    return proven(static_cast<Places>(low), static_cast<Places>(high));
}

std::vector<std::size_t> Figures::parts_of(std::size_t municipality) const {
    if (uncertainty_.made_of.empty()) return {municipality};
    return uncertainty_.made_of[municipality];
}

Figure Figures::of(std::size_t i, Places need, std::span<const Places> places) const {
    if (is_exact()) return number(places[i]);
    if (basis() == Basis::derived) {
        std::optional<PlacesRange> all;
        const auto parts = parts_of(i);
        for (const DerivedWeights& weights : uncertainty_.derived) {
            const ProvenShare share =
                parts.size() == 1 ? weights.share(parts[0], need) : weights.share(parts, need);
            all = {std::min(all ? all->low : share.low, share.low),
                   std::max(all ? all->high : share.high, share.high)};
        }
        return all ? proven(all->low, all->high) : Figure{};
    }
    std::optional<Places> printed;
    if (!uncertainty_.printed.empty()) {
        printed = 0;
        for (const std::size_t part : parts_of(i))
            *printed += uncertainty_.printed[part];
    }
    return band(exact_share(allocation_.weights[i], allocation_.total_weight, need), printed,
                measured_band(uncertainty_.rule));
}

Figure Figures::sum(std::span<const std::size_t> members, Places need,
                    std::span<const Places> places) const {
    if (is_exact()) {
        Places sum = 0;
        for (const std::size_t i : members)
            sum += places[i];
        return number(sum);
    }
    PlacesRange each;
    bool is_derived = basis() == Basis::derived;
    for (const std::size_t i : members) {
        const Figure own = of(i, need, places);
        each.low += own.places ? *own.places : own.low.value_or(0);
        each.high += own.places ? *own.places : own.high.value_or(0);
    }
    if (!is_derived) return {{}, each.low, std::max(each.high, each.low + 1)};
    if (!uncertainty_.made_of.empty()) return proven(each.low, each.high);
    std::optional<PlacesRange> all;
    for (const DerivedWeights& weights : uncertainty_.derived) {
        const PlacesRange sum = weights.sum(members, need);
        all = {std::min(all ? all->low : sum.low, sum.low),
               std::max(all ? all->high : sum.high, sum.high)};
    }
    return all ? proven(std::max(each.low, all->low), std::min(each.high, all->high)) : Figure{};
}

Figure Figures::of(std::size_t municipality) const {
    return of(municipality, allocation_.need, allocation_.places);
}

std::optional<Figure> Figures::minors_of(std::size_t municipality) const {
    if (!allocation_.minors_need) return std::nullopt;
    return of(municipality, *allocation_.minors_need, allocation_.minors);
}

Figure Figures::sum(std::span<const std::size_t> members) const {
    return sum(members, allocation_.need, allocation_.places);
}

std::optional<Figure> Figures::minors_sum(std::span<const std::size_t> members) const {
    if (!allocation_.minors_need) return std::nullopt;
    return sum(members, *allocation_.minors_need, allocation_.minors);
}

PerThousand per_thousand(const Figure& figure, std::uint64_t inhabitants) {
    const auto thousandfold = [](Places places) { return static_cast<Wide>(places) * 1'000; };
    PerThousand result;
    if (figure.places) result.value = quotient_text(thousandfold(*figure.places), inhabitants, 2);
    if (figure.low) result.low = quotient_text_down(thousandfold(*figure.low), inhabitants, 2);
    if (figure.high) result.high = quotient_text_up(thousandfold(*figure.high), inhabitants, 2);
    return result;
}

}  // namespace spreiding
