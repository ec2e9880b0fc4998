// Why a figure is what it is: the steps of the key in their order, each a sum with its numbers
// filled in, under the article that it carries out. A view on an allocation: nothing is computed
// twice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "key/allocation.hpp"
#include "tables/municipalities.hpp"
#include "values/wide.hpp"
#include "values/words.hpp"

namespace spreiding {

/// A rule of the decree that one step carries out.
enum class Rule : std::uint8_t {
    weight,           ///< Wf = (SES + 1) × iG / In
    total_weight,     ///< TWf = Σ Wf
    share,            ///< BO × Wf / TWf
    rounding,         ///< Iv, rounded to a whole number
    minors_share,     ///< the same for unaccompanied minors, with their own need
    minors_rounding,  ///<
    task,             ///< a provincial task: the sum of the rounded shares
    minors_task,
};
template <>
inline constexpr auto words_of<Rule> = word_table("Rule", "weight", "total_weight", "share",
                                                  "rounding", "minors_share", "minors_rounding",
                                                  "task", "minors_task");

/// Dated link to the article that a rule stands in.
std::string_view article_of(Rule rule);

/// What a number in a sum stands for; `sign` is no number but +, ×, ÷ or a bracket.
enum class Quantity : std::uint8_t {
    sign,
    one,
    score,
    inhabitants,
    country_inhabitants,
    weight,
    other_weights,
    total_weight,
    need,
    share,
    places,
    minors_need,
    minors_share,
    minors_places,
};
template <>
inline constexpr auto words_of<Quantity> = word_table("Quantity", "sign", "one", "score",
                                                      "inhabitants", "country_inhabitants",
                                                      "weight", "other_weights", "total_weight",
                                                      "need", "share", "places", "minors_need",
                                                      "minors_share", "minors_places");

struct SumPart {
    std::string text;  ///< a sign, or a number as decimal text with a point
    Quantity of = Quantity::sign;
};
using Sum = std::vector<SumPart>;

/// One step of an explanation: a sum and its value.
struct Step {
    Rule rule;
    Sum sum;        ///< as the decree writes it; weights with twelve decimals, shares with nine
    Sum in_wholes;  ///< the same sum in whole numbers, nothing rounded; empty where `sum` is that
    ExactShare value;     ///< exact, in lowest terms
    std::string decimal;  ///< the same as decimal text; halves up
};

/// How near an exact share lies to a half, where the rounding turns.
struct RoundingBorder {
    bool rounded_up = false;    ///< the share was rounded up, not down
    std::string border;         ///< the half nearest to the share, such as `9.5`
    bool border_above = false;  ///< whether that half lies above the share; on it: not above
    ExactShare distance;        ///< |share − border|, exact, in lowest terms
};
RoundingBorder rounding_border(const ExactShare& share);

/// Place in an order from the most down, from 1; equal ones share a place.
struct Rank {
    std::size_t place = 0;
    std::size_t of = 0;
};

/// The share if the score did not count, and what the score makes of it.
struct ScoreEffect {
    ExactShare population_share;  ///< BO × iG / In, in lowest terms
    Places population_places = 0;
    Places places = 0;  ///< rounded share minus that; for a province the difference of the sums
    /// Exact share minus exact share by population; nothing where it does not fit in 128 bits.
    std::optional<SignedFraction> exact;
};

/// One municipality's figure, explained.
struct MunicipalityExplanation {
    std::size_t municipality = 0;  ///< position in the list
    std::vector<Step> steps;
    RoundingBorder border;
    std::optional<RoundingBorder> minors_border;
    ScoreEffect score_effect;
    // By places, and by places per inhabitant before rounding; among province and country.
    Rank places_in_province, places_in_country;
    Rank rate_in_province, rate_in_country;
};
MunicipalityExplanation explain_municipality(const MunicipalityList& list,
                                             const Allocation& allocation,
                                             std::size_t municipality);

/// One provincial task, explained.
struct ProvinceExplanation {
    const ProvincialTask* task = nullptr;     ///< of the allocation
    std::vector<std::size_t> municipalities;  ///< positions in the list
    std::vector<Step> steps;
    ExactShare share;  ///< BO × the province's weights / W, which the law does not round
    /// What rounding per municipality adds to that.
    SignedFraction rounding;
    ScoreEffect score_effect;
    Rank places_in_country, rate_in_country;
};
ProvinceExplanation explain_province(const MunicipalityList& list, const Allocation& allocation,
                                     const ProvincialTask& task);

/// The places of one municipality in the orders by places per inhabitant.
struct RateRanks {
    std::size_t in_province = 0, in_country = 0;
};
/// @param places  one per municipality, in list order; what is ranked may be printed, not computed
std::vector<RateRanks> rate_ranks(const MunicipalityList& list, std::span<const Places> places);

/// Inhabitants per place ("1 per N inwoners"), a whole number, halves up; nothing without places.
std::optional<std::int64_t> inhabitants_per_place(std::uint64_t inhabitants, Places places);

}  // namespace spreiding
