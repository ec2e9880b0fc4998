// The statutory key (verdeelsleutel): how a need for reception places is spread over
// municipalities.
//
// Besluit gemeentelijke taak mogelijk maken asielopvangvoorzieningen, article 2.1 and 2.2:
// https://wetten.overheid.nl/BWBR0049310/2024-03-30#Hoofdstuk2_Artikel2.1
//
//     Wf  = (SES + 1) × iG / In        wegingsfactor, per municipality
//     TWf = Σ Wf                       total of the country
//     Iv  = BO × Wf / TWf              indicatieve verdeling, "rekenkundig afgerond"
//
// With scores in units of 10^-k, In and 10^k stand above and below the line alike. So the code
// keeps whole numbers: w = (10^k + s) × iG for Wf, W = Σ w for TWf, and nothing is rounded before
// the end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "tables/municipalities.hpp"
#include "values/decimal.hpp"

namespace spreiding {

using Places = std::int64_t;

/// Wf × 10^k × In: at most (10^6 + 10^7) × (2^31 − 1), below 2^55.
using Weight = std::uint64_t;

/// Weight of each municipality (wegingsfactor, Wf), a whole number in units of 1 / (10^k × In).
/// https://wetten.overheid.nl/BWBR0049310/2024-03-30#Hoofdstuk2_Artikel2.1, third paragraph.
/// @param inhabitants     iG, each 1 … 2^31 − 1
/// @param scores          SES in units of 10^-score_decimals, above −1 and up to 10
/// @param score_decimals  k, 0 … 6
/// @return                one per municipality, in list order; each positive
std::vector<Weight> weights(std::span<const std::uint32_t> inhabitants,
                            std::span<const std::int32_t> scores, int score_decimals);

/// Total weight (TWf) in the same unit.
Wide total_weight(std::span<const Weight> weights);

/// Indicative share of each municipality (indicatieve verdeling, Iv).
/// https://wetten.overheid.nl/BWBR0049310/2024-03-30#Hoofdstuk2_Artikel2.1, third paragraph; for
/// unaccompanied minors article 2.2, first paragraph, with their own need.
/// @param weights  one per municipality, in list order; each positive; at most 1,000,000
/// @param need     places for the whole country (BO), 0 … 10,000,000
/// @return         whole places, same order; halves round up ("rekenkundig afgerond")
std::vector<Places> indicative_shares(std::span<const Weight> weights, Places need);

/// Provincial tasks (provinciale opvangopgave): the sum of the rounded shares of a province's
/// municipalities, not a rounded share of the province.
/// https://wetten.overheid.nl/BWBR0049310/2024-03-30#Hoofdstuk2_Artikel2.1
/// @param provinces  of each municipality, below province_count
std::vector<Places> provincial_tasks(std::span<const Places> shares,
                                     std::span<const std::uint16_t> provinces,
                                     std::size_t province_count);

/// The share before rounding: need × weight / total, exact.
struct ExactShare {
    Wide numerator = 0;    ///< BO × w, below 2^79
    Wide denominator = 1;  ///< W, below 2^75

    ExactShare in_lowest_terms() const;
    std::string decimal() const;  ///< nine decimals, halves up
    /// Whether it lies within 10^-6 of a half, where the rounding turns.
    bool near_half() const;
};
ExactShare exact_share(Wide weight, Wide total, Places need);

/// One province with its task.
struct ProvincialTask {
    std::size_t province = 0;  ///< index, as in the list of municipalities
    std::size_t municipalities = 0;
    std::uint64_t inhabitants = 0;
    Wide weight = 0;               ///< sum of the weights of its municipalities
    Places places = 0;             ///< sum of their rounded shares
    std::optional<Places> minors;  ///< the same for unaccompanied minors
};

/// A need spread over a list of municipalities, with every step of the sum.
struct Allocation {
    std::vector<Weight> weights;    ///< w, in list order
    Wide total_weight = 0;          ///< W
    std::uint64_t inhabitants = 0;  ///< In, the sum of the list
    int score_decimals = 0;         ///< k

    Places need = 0;             ///< BO
    std::vector<Places> places;  ///< Iv, in list order
    Places sum = 0;              ///< of the rounded shares; it may differ from the need

    std::optional<Places> minors_need;
    std::vector<Places> minors;  ///< empty without a need for minors
    Places minors_sum = 0;

    std::vector<ProvincialTask> provinces;  ///< by index; those without municipalities left out

    ExactShare share(Wide weight) const { return exact_share(weight, total_weight, need); }
    ExactShare minors_share(Wide weight) const {
        return exact_share(weight, total_weight, *minors_need);
    }
};

/// Spreads a need over the municipalities of a list, and that for minors beside it.
/// @param list         not empty, at most 1,000,000; as `join` gives it without errors
/// @param need         places for the whole country (BO), 0 … 10,000,000
/// @param minors_need  the same for unaccompanied minors; nothing where it is not known
Allocation allocate(const MunicipalityList& list, Places need, std::optional<Places> minors_need);

/// The same over weights that are given: those of a scenario, in which merged municipalities have
/// the sum of their weights and a score may count for more or less than the law has it.
/// @param list     of its columns only provinces and inhabitants are read
/// @param weights  one per municipality, each positive and below 2^55
/// @param score_decimals  of the unit of the weights: 0 … 9
Allocation allocate_weights(const MunicipalityList& list, std::vector<Weight> weights,
                            int score_decimals, Places need, std::optional<Places> minors_need);

/// Wf as the decree names it, with twelve decimals, halves up; given W it is TWf.
/// @param weight       in units of 1 / (10^score_decimals × inhabitants)
/// @param inhabitants  In, of the whole list
std::string weight_text(Wide weight, std::uint64_t inhabitants, int score_decimals);

}  // namespace spreiding
