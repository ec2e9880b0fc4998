// Answers of how sure a figure is, of what if, and of sums over selections.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "key/scenario.hpp"
#include "key/selection.hpp"
#include "key/sensitivity.hpp"
#include "published/reproduction.hpp"
#include "service/combinations.hpp"
#include "service/contract/allocation.hpp"
#include "service/scenario_request.hpp"

namespace spreiding::service::contract {

struct Bounds {
    std::string unit;
    ShareBounds of;
};
template <>
struct Described<Bounds> {
    static constexpr std::string_view name = "Bounds";
    static constexpr std::string_view about =
        "What inputs rounded to a unit could hide: exact shares with nine decimals, and what they "
        "round to.";
    using fields =
        Fields<Field<"unit", &Bounds::unit>,
               Field<"low", [](const Bounds& bounds) { return bounds.of.low; }>,
               Field<"high", [](const Bounds& bounds) { return bounds.of.high; }>,
               Field<"lowest", [](const Bounds& bounds) { return bounds.of.lowest.decimal(); }>,
               Field<"highest", [](const Bounds& bounds) { return bounds.of.highest.decimal(); }>>;
};

/// The least step of one input, in units of so many decimals.
struct StepOf {
    std::int64_t now;
    LeastStep to;
    int decimals;
};
template <>
struct Described<StepOf> {
    static constexpr std::string_view name = "LeastStep";
    static constexpr std::string_view about = "A step of one input that changes the figure.";
    using fields =
        Fields<Field<"value",
                     [](const StepOf& of) {
                         return Decimal{of.to.value, of.decimals};
                     },
                     "What the input must become.">,
               Field<"step",
                     [](const StepOf& of) {
                         return Decimal{of.to.value - of.now, of.decimals};
                     }>,
               Field<"places", [](const StepOf& of) { return of.to.places; }, "The figure then.">>;
};

struct StepsOf {
    std::int64_t now;
    int decimals;
    std::optional<LeastStep> up, down;

    std::optional<StepOf> step(const std::optional<LeastStep>& to) const {
        return to ? std::optional(StepOf{now, *to, decimals}) : std::nullopt;
    }
};
template <>
struct Described<StepsOf> {
    static constexpr std::string_view name = "LeastStepsOf";
    static constexpr std::string_view about = "null: it cannot be reached, whatever the input.";
    using fields = Fields<Field<"now",
                                [](const StepsOf& of) {
                                    return Decimal{of.now, of.decimals};
                                }>,
                          Field<"up", [](const StepsOf& of) { return of.step(of.up); }>,
                          Field<"down", [](const StepsOf& of) { return of.step(of.down); }>>;
};

struct StepsOfAll {
    StepsOf score, inhabitants, need;
};
template <>
struct Described<StepsOfAll> {
    using fields =
        Fields<Field<"score", &StepsOfAll::score>, Field<"inhabitants", &StepsOfAll::inhabitants>,
               Field<"need", &StepsOfAll::need>>;
};

struct StepsOfNeed {
    NeedRange range;
    Places places_at_first, places_at_last;
    std::vector<std::uint32_t> needs;
};
template <>
struct Described<StepsOfNeed> {
    using fields = Fields<Field<"first", [](const StepsOfNeed& of) { return of.range.first; }>,
                          Field<"last", [](const StepsOfNeed& of) { return of.range.last; }>,
                          Field<"placesAtFirst", &StepsOfNeed::places_at_first>,
                          Field<"placesAtLast", &StepsOfNeed::places_at_last>,
                          Field<"needs", &StepsOfNeed::needs>>;
};

struct DerivedNeeds {
    std::optional<Places> up_may, up_must, down_may, down_must;
};
template <>
struct Described<DerivedNeeds> {
    using fields =
        Fields<Field<"upMay", &DerivedNeeds::up_may>, Field<"upMust", &DerivedNeeds::up_must>,
               Field<"downMay", &DerivedNeeds::down_may>,
               Field<"downMust", &DerivedNeeds::down_must>>;
};

struct UnderVintages {
    std::string_view population, scores;  ///< files
    bool is_estimate;
    Figure total;
};
template <>
struct Described<UnderVintages> {
    using Of = UnderVintages;
    using fields = Fields<Field<"population", &Of::population>, Field<"scores", &Of::scores>,
                          Field<"isEstimate", &Of::is_estimate>, Field<"total", &Of::total>>;
};

struct SensitivityResult {
    const Inputs& inputs;
    const Allocation& allocation;
    std::size_t at;
    std::optional<Bounds> score_bounds{};
    std::vector<Bounds> population_bounds{};
    std::optional<StepsOfAll> least_steps{};
    std::optional<StepsOfNeed> need_steps{};
    std::optional<DerivedNeeds> derived_needs{};
    std::vector<UnderVintages> vintages{};

    std::optional<std::string> share() const {
        if (!inputs.uncertainty().is_exact()) return std::nullopt;
        return allocation.share(allocation.weights[at]).decimal();
    }
};
template <>
struct Described<SensitivityResult> {
    static constexpr std::string_view name = "SensitivityResult";
    static constexpr std::string_view about = "How sure a figure is.";
    using Of = SensitivityResult;
    using fields = Fields<
        Field<"basis", [](const Of& of) { return of.inputs.basis(); }>,
        Field<"need", [](const Of& of) { return of.inputs.request().need; }>,
        Part<[](const Of& of) { return Sureness{of.inputs}; }>, Part<[](const Of& of) {
            return Called{of.inputs.list(), of.at};
        }>,
        Field<"total",
              [](const Of& of) {
                  return Figures(of.allocation, of.inputs.uncertainty()).of(of.at);
              }>,
        Field<"share", &Of::share,
              "Exact share, nine decimals; null on an estimate, as is all that rests on it.">,
        Field<"scoreBounds", &Of::score_bounds>, Field<"populationBounds", &Of::population_bounds>,
        Field<"leastSteps", &Of::least_steps>,
        Field<"needSteps", &Of::need_steps,
              "Every need at which the figure is one higher than at the need before.">,
        Field<"derivedNeeds", &Of::derived_needs,
              "Of a derived figure: the nearest needs at which it may be one more or less, and at "
              "which it must be; null where it is not derived. Each null where no need up to ten "
              "million does that.">,
        Field<"vintages", &Of::vintages,
              "The figure under every combination of vintages at hand; estimates as ranges.">>;
};

struct NeedStepsResult {
    const Inputs& inputs;
    NeedRange range;
};
template <>
struct Described<NeedStepsResult> {
    static constexpr std::string_view name = "NeedStepsResult";
    static constexpr std::string_view about =
        "Of all municipalities at once, as columns: `needs` holds the steps one municipality after "
        "the other, `begins` where each begins (one more than there are). Empty on an estimate.";
    using Of = NeedStepsResult;
    using fields =
        Fields<Field<"basis", [](const Of& of) { return of.inputs.basis(); }>,
               Field<"first", [](const Of& of) { return of.range.first; }>,
               Field<"last", [](const Of& of) { return of.range.last; }>,
               Field<"codes", [](const Of& of) {
                   return Each{
                       of.inputs.uncertainty().is_exact() ? of.inputs.list().size() : 0,
                       [&list = of.inputs.list()](std::size_t at) { return list.codes[at]; }};
               }>>;
};

/// The result that a scenario is set beside, and its own.
struct Scenes {
    AllocationView before, after;
    const ScenarioOutcome& outcome;
};
inline std::optional<Places> difference_of(const std::optional<Figure>& before,
                                           const std::optional<Figure>& after) {
    const bool both = before && after && before->places && after->places;
    return both ? std::optional(*after->places - *before->places) : std::nullopt;
}

struct ScenarioRow {
    const Scenes& scenes;
    std::size_t at;
    const std::vector<std::size_t>& made_of;
    Figure before, after;
    std::optional<Figure> minors_before, minors_after;

    // Of several: the sum of their rounded figures.
    ScenarioRow(const Scenes& of, std::size_t place)
        : scenes(of),
          at(place),
          made_of(of.outcome.made_of[place]),
          before(of.before.figures().sum(made_of)),
          after(of.after.total(place)),
          minors_before(of.before.figures().minors_sum(made_of)),
          minors_after(of.after.minors(place)) {}

    const MunicipalityList& list() const { return scenes.after.list; }
    std::optional<ExactShare> share() const {
        if (!scenes.after.is_exact()) return std::nullopt;
        const Allocation& allocation = scenes.after.allocation;
        return allocation.share(allocation.weights[at]).in_lowest_terms();
    }
};
template <>
struct Described<ScenarioRow> {
    static constexpr std::string_view name = "ScenarioRow";
    static constexpr std::string_view about = "A municipality before and after.";
    using Row = ScenarioRow;
    using fields = Fields < Field<"code", [](const Row& row) { return row.list().codes[row.at]; },
                                  "Of merged municipalities the code of the first.">,
          Field<"name", [](const Row& row) { return row.list().names[row.at]; }>,
          Field < "province", [](const Row& row) -> const auto& {
        return row.scenes.after.province_names[row.list().provinces[row.at]];
    }
    >, Field<"inhabitants", [](const Row& row) { return row.list().inhabitants[row.at]; }>,
        Field<"madeOf",
              [](const Row& row) {
                  return Each{row.made_of.size(),
                              [&of = row.made_of, &list = row.scenes.before.list](std::size_t at) {
                                  return list.codes[of[at]];
                              }};
              },
              "Codes of the municipalities of the loaded list.">,
        Field<"before", &Row::before>, Field<"after", &Row::after>,
        Field<"share", &Row::share, "The exact share behind `after`; null on an estimate.">,
        Field<"difference", [](const Row& row) { return difference_of(row.before, row.after); },
              "after − before; null where either is a range.">,
        Field<"minorsBefore", &Row::minors_before>, Field<"minorsAfter", &Row::minors_after>,
        Field < "minorsDifference",
        [](const Row& row) { return difference_of(row.minors_before, row.minors_after); } >>
        ;
};

struct ScenarioProvince {
    const Scenes& scenes;
    const ProvincialTask& task;

    Figure before() const { return scenes.before.total(task); }
    std::optional<Figure> after() const {
        const auto& provinces = scenes.after.allocation.provinces;
        const auto at = std::find_if(provinces.begin(), provinces.end(), [&](const auto& other) {
            return other.province == task.province;
        });
        if (at == provinces.end()) return std::nullopt;
        return scenes.after.total(*at);
    }
};
template <>
struct Described<ScenarioProvince> {
    using Row = ScenarioProvince;
    using fields = Fields < Field < "name", [](const Row& row) -> const auto& {
        return row.scenes.before.province_names[row.task.province];
    }
    >, Field<"before", &Row::before>, Field<"after", &Row::after>, Field < "difference",
        [](const Row& row) { return difference_of(row.before(), row.after()); } >>
        ;
};

struct ScenarioResult {
    const ScenarioRequest& asked;
    Scenes scenes;
    bool proven;
};
template <>
struct Described<ScenarioResult> {
    static constexpr std::string_view name = "ScenarioResult";
    static constexpr std::string_view about = "A scenario beside the loaded inputs.";
    using Of = ScenarioResult;
    using fields = Fields < Field < "name", [](const Of& of) -> const auto& {
        return of.asked.name;
    }
    >,
        Field<"basis", [](const Of& of) { return of.scenes.after.basis(); },
              "With a weight of nought no score takes part, so that an estimate of them does not "
              "either.">,
        Field<"proven", &Of::proven,
              "Of `derived`: not where a score is changed or counts otherwise, which needs an "
              "unknown "
              "factor.">,
        Part < [](const Of& of) -> const auto& {
        return of.scenes.after.uncertainty;
    }
    >, Field<"need", [](const Of& of) { return of.scenes.outcome.allocation.need; }>,
        Field<"minors", [](const Of& of) { return of.scenes.outcome.allocation.minors_need; }>,
        Field<"scoreWeight",
              [](const Of& of) {
                  return Decimal{of.asked.score_weight, 3};
              }>,
        Field<"totals", [](const Of& of) { return Totals{of.scenes.after}; }>,
        Field<"municipalities",
              [](const Of& of) {
                  return Each{of.scenes.outcome.list.size(), [&scenes = of.scenes](std::size_t at) {
                                  return ScenarioRow{scenes, at};
                              }};
              }>,
        Field < "provinces",
        [](const Of& of) {
            return Each{of.scenes.before.allocation.provinces.size(),
                        [&scenes = of.scenes](std::size_t at) {
                            return ScenarioProvince{scenes, scenes.before.allocation.provinces[at]};
                        }};
        } >>
        ;
};

/// A scenario, carried out.
struct Played {
    const ScenarioRequest& asked;
    ScenarioOutcome outcome;
    Uncertainty uncertainty;
    bool proven;
};

struct WhatIfResult {
    const Inputs& inputs;
    const AllocationView& before;
    const std::vector<Played>& played;

    ScenarioResult scenario(std::size_t at) const {
        const Played& of = played[at];
        const AllocationView after{of.outcome.list, of.outcome.allocation, of.uncertainty,
                                   before.province_names, before.prints};
        return {of.asked, {before, after, of.outcome}, of.proven};
    }
};
template <>
struct Described<WhatIfResult> {
    static constexpr std::string_view name = "WhatIfResult";
    static constexpr std::string_view about = "Scenarios beside the loaded inputs.";
    using Of = WhatIfResult;
    using fields =
        Fields<Field<"basis", [](const Of& of) { return of.inputs.basis(); }>,
               Field<"need", [](const Of& of) { return of.inputs.request().need; }>,
               Field<"minors", [](const Of& of) { return of.inputs.request().minors; }>,
               Part<[](const Of& of) { return Sureness{of.inputs}; }>,
               Part<[](const Of& of) { return Sources{of.inputs}; }>,
               Field<"scenarios", [](const Of& of) {
                   return Each{of.played.size(), [&of](std::size_t at) { return of.scenario(at); }};
               }>>;
};

struct SumOf {
    const SelectionSum& sum;
    Figures figures;

    Figure total() const { return figures.sum(sum.positions); }
};
template <>
struct Described<SumOf> {
    static constexpr std::string_view name = "SelectionSum";
    static constexpr std::string_view about = "The sum over a selection of municipalities.";
    using fields = Fields <
                   Field<"municipalities", [](const SumOf& of) { return of.sum.positions.size(); }>,
          Field<"inhabitants", [](const SumOf& of) { return of.sum.inhabitants; }>,
          Field<"total", &SumOf::total,
                "The sum of the rounded shares; of intervals an outer bound, of bands the sum of "
                "their "
                "ends.">,
          Field<"minors", [](const SumOf& of) { return of.figures.minors_sum(of.sum.positions); }>,
          Field<"perThousand",
                [](const SumOf& of) {
                    return of.sum.inhabitants == 0
                               ? std::nullopt
                               : std::optional(per_thousand(of.total(), of.sum.inhabitants));
                },
                "null for a selection without inhabitants.">,
          Field < "missing", [](const SumOf& of) -> const auto& {
        return of.sum.missing;
    }
    , "Codes that are not in the list." >> ;
};

struct SumsResult {
    const Inputs& inputs;
    const Allocation& allocation;
    const std::vector<SelectionSum>& sums;
};
template <>
struct Described<SumsResult> {
    static constexpr std::string_view name = "SumsResult";
    static constexpr std::string_view about = "Sums over selections.";
    using Of = SumsResult;
    using fields = Fields<
        Field<"basis", [](const Of& of) { return of.inputs.basis(); }>,
        Field<
            "sums",
            [](const Of& of) {
                return Each{
                    of.sums.size(), [&of](std::size_t at) {
                        return SumOf{of.sums[at], Figures(of.allocation, of.inputs.uncertainty())};
                    }};
            },
            "One per selection, in order.">>;
};

}  // namespace spreiding::service::contract
