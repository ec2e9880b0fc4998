// What a complete printed table says of the weights. A share that was rounded to v lay in the half
// open interval from v − 1/2 to v + 1/2, and all shares together are the need of the table. So the
// weights are known up to one factor, which the key divides out: under another need, other
// inhabitants, or with municipalities merged, every share lies in an interval that can be proven.
//
// https://wetten.overheid.nl/BWBR0049310/2024-03-30#Hoofdstuk2_Artikel2.1, third paragraph
// ("rekenkundig afgerond"), read backwards. Proven means: if the table, its inhabitants and
// ordinary rounding hold.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "key/allocation.hpp"
#include "key/scenario.hpp"

namespace spreiding {

/// A complete printed table, in the order of a list.
struct PrintedShares {
    std::vector<std::uint32_t> inhabitants;  ///< of each, as the makers of the table had them
    std::vector<Places> places;              ///< as printed
    Places need = 0;                         ///< that the table spreads (BO)

    std::size_t size() const { return places.size(); }
};

/// Bounds of a share before rounding, and of the whole number it is rounded to.
struct ProvenShare {
    ExactShare lowest, highest;
    Places low = 0;
    Places high = 0;
};

/// Of whole numbers, both included.
struct PlacesRange {
    Places low = 0;
    Places high = 0;

    friend bool operator==(const PlacesRange&, const PlacesRange&) = default;
};

/// Mean of (1 + score) over the inhabitants of a list, in millionths: between these, as far as is
/// known. The official scores at hand put it at 1.024 (Amsterdam in the table of 2024) and at 1.042
/// (Aa en Hunze in that of 2026); the estimates per postcode, which leave students out, at 1.06.
constexpr std::int64_t least_mean_factor = 1'000'000;
constexpr std::int64_t middle_mean_factor = 1'040'000;
constexpr std::int64_t most_mean_factor = 1'080'000;

/// What takes part beside the table where a score is changed, or counts for more or less than the
/// law has it. Then the factor between weights and (1 + score) no longer divides out.
struct ScoreTerms {
    int score_weight = whole_score_weight;         ///< thousandths
    std::vector<std::optional<Decimal>> scores{};  ///< that are changed, one per municipality
    /// Mean of (1 + score) over the inhabitants of the table, in millionths.
    std::int64_t mean_factor = middle_mean_factor;
};

/// All weights that a printed table allows, on the inhabitants of a list.
class DerivedWeights {
  public:
    /// @param table  complete: one figure and at least one inhabitant per municipality
    /// @param now    inhabitants that the weights are taken on, in the same order
    /// @return       nothing where no shares fit the table and its need, or where a weight with
    ///               these terms could be nought or less
    static std::optional<DerivedWeights> of(const PrintedShares& table,
                                            std::span<const std::uint32_t> now,
                                            const ScoreTerms* terms = nullptr);

    /// Share of one municipality. Its highest value is met with its own share in the table highest
    /// and what is left put where it weighs least; its lowest in the reverse. The ends are exact
    /// where the inhabitants of the table have a small common multiple or did not change, else
    /// outward by less than one part in 10^11.
    ProvenShare share(std::size_t municipality, Places need) const;

    /// Share of several taken together as one municipality.
    /// @param members  each once
    ProvenShare share(std::span<const std::size_t> members, Places need) const;

    /// Sum of the rounded shares of several: an outer bound. The true least and greatest sum may
    /// lie inside: rounding has jumps, so they need not be met at a corner.
    PlacesRange sum(std::span<const std::size_t> members, Places need) const;

    std::size_t size() const { return least_.size(); }

  private:
    __extension__ using Signed = __int128;

    // Municipalities in an order of slopes, with running sums, so that filling up is a search.
    struct Order {
        std::vector<std::uint32_t> municipalities;
        std::vector<std::size_t> place_of;
        std::vector<Wide> room;   // of the first k together
        std::vector<Wide> added;  // Σ room × slope of the first k
    };
    Order order_by(std::span<const Wide> slopes, bool ascending) const;
    Wide filled(const Order& order, std::span<const Wide> slopes, Wide rest, std::size_t but) const;
    ProvenShare bounds(Wide own_low, Wide others_high, Wide own_high, Wide others_low, bool is_met,
                       Places need) const;

    // In half places: u between least_ and least_ + room_, whose upper end is not attained.
    std::vector<Wide> least_, room_;
    // A weight is constant + slope × u; slopes and constants rounded down and up to one unit.
    std::vector<Wide> slope_down_, slope_up_;
    std::vector<Signed> base_down_, base_up_;  // constant + slope × least
    Signed base_down_sum_ = 0, base_up_sum_ = 0;
    Wide room_sum_ = 0;
    Wide rest_ = 0;  // twice the need minus all that is least
    Order ascending_, descending_;
};

}  // namespace spreiding
