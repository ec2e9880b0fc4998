// What may be shown as a figure: a number, a proven interval, or on an estimate a band whose width
// was measured on figures that are known. A band is never one number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "key/allocation.hpp"
#include "key/derived.hpp"
#include "values/words.hpp"

namespace spreiding {

/// On what a figure rests. In this order a later one is weaker, and the weakest input decides.
/// `published` is what someone printed, and no sum of ours. `derived` is what a complete printed
/// table says of weights that are not at hand ("afgeleid uit de tabel van 2026"): weaker than any
/// score that a person brings, because rounding hides part of it; stronger than an estimate,
/// because its interval is proven and not measured.
enum class Basis : std::uint8_t { published, official, cbs_file, own_input, derived, estimate };

template <>
inline constexpr auto words_of<Basis> = word_table("Basis", "published", "official", "cbs_file",
                                                   "own_input", "derived", "estimate")
                                            .from(1);
std::string_view dutch_name_of(Basis basis);  ///< as in exported tables: `officieel`, …

constexpr Basis weakest(Basis one, Basis other) {
    return one < other ? other : one;
}

/// A figure as it may leave the core: a number or a range, never both.
struct Figure {
    std::optional<Places> places;
    std::optional<Places> low;
    std::optional<Places> high;
};

/// A proven interval; one whole number where it holds one.
constexpr Figure proven(Places low, Places high) {
    if (low == high) return {.places = low, .low = {}, .high = {}};
    return {.places = {}, .low = low, .high = high};
}
constexpr Figure number(Places places) {
    return {.places = places, .low = {}, .high = {}};
}

/// The minors that a printed total leaves room for. They are the same part of their own need as the
/// total is of its need, so that only what rounding hides of the total is open; mostly one number.
/// https://wetten.overheid.nl/BWBR0049310/2024-03-30#Hoofdstuk2_Artikel2.2, first paragraph.
/// @param need  of which the total is a part; at least 1
Figure minors_behind(Places total, Places need, Places minors_need);

/// How an estimate came about.
enum class EstimateRule : std::uint8_t {
    updated,    ///< a later table carried over, with the change of the estimated scores
    unchanged,  ///< the same without a change of scores
    postcode,   ///< scores estimated from those per postcode
};
template <>
inline constexpr auto words_of<EstimateRule> = word_table("", "updated", "unchanged", "postcode");

/// The narrowest band of a rule that took in at least 95 % of the figures that are known, each left
/// out in turn, with that record. Computed by scripts/bands.mjs from public/data.
struct MeasuredBand {
    EstimateRule rule;
    Wide thousandths;              ///< of the share, to either side
    std::int64_t known;            ///< figures
    std::int64_t hits;             ///< of these inside their band
    std::int64_t leave_one_out;    ///< inside the band that the others give
    std::string_view lower_bound;  ///< of the chance of a hit, at 95 % confidence
};
const MeasuredBand& measured_band(EstimateRule rule);

/// The band around an estimated share.
/// @param printed  of a carried table: what it printed, of which rounding hides a half either way;
///                 without it half a place
Figure band(const ExactShare& share, std::optional<Places> printed, const MeasuredBand& measured);

/// What bounds the figures of an allocation whose weights are not known exactly.
struct Uncertainty {
    Basis basis = Basis::official;
    /// Of `derived`: all weights that the table allows; two where a factor is given a range, whose
    /// ends they are.
    std::vector<DerivedWeights> derived{};
    EstimateRule rule = EstimateRule::postcode;  ///< of an estimate
    /// Of an estimate that was carried over: what the table printed, in list order.
    std::vector<Places> printed{};
    /// Of each municipality of the allocation its positions in the list that the above are in the
    /// order of; empty where they are the same.
    std::vector<std::vector<std::size_t>> made_of{};

    bool is_exact() const { return basis < Basis::derived; }
};

/// The figures of an allocation as they may be shown.
class Figures {
  public:
    Figures(const Allocation& allocation, const Uncertainty& uncertainty)
        : allocation_(allocation), uncertainty_(uncertainty) {}

    Figure of(std::size_t municipality) const;
    std::optional<Figure> minors_of(std::size_t municipality) const;
    /// The sum of the rounded shares of several.
    /// @param members  each once
    Figure sum(std::span<const std::size_t> members) const;
    std::optional<Figure> minors_sum(std::span<const std::size_t> members) const;

    Basis basis() const { return uncertainty_.basis; }
    bool is_exact() const { return uncertainty_.is_exact(); }

  private:
    Figure of(std::size_t municipality, Places need, std::span<const Places> places) const;
    Figure sum(std::span<const std::size_t> members, Places need,
               std::span<const Places> places) const;
    std::vector<std::size_t> parts_of(std::size_t municipality) const;

    const Allocation& allocation_;
    const Uncertainty& uncertainty_;
};

/// Places per 1,000 inhabitants, as decimal text: a number with two decimals, halves up, or a range
/// with two decimals, outward.
struct PerThousand {
    std::optional<std::string> value;
    std::optional<std::string> low;
    std::optional<std::string> high;
};

/// @param inhabitants  at least 1
PerThousand per_thousand(const Figure& figure, std::uint64_t inhabitants);

}  // namespace spreiding
