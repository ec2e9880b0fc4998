// The answer of an explanation: steps, sums, sources.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "key/explanation.hpp"
#include "service/contract/allocation.hpp"

namespace spreiding::service::contract {

template <>
inline constexpr std::string_view about_words<Rule> =
    "A rule of the decree that one step carries out; its sentence belongs to page and command "
    "line.";
template <>
inline constexpr std::string_view about_words<Quantity> =
    "What a number in a sum stands for; `sign`: no number but +, ×, ÷ or a bracket.";

template <>
struct Described<SumPart> {
    static constexpr std::string_view name = "SumPart";
    static constexpr std::string_view about =
        "One part of a sum written as a sum: a sign, or a number as exact decimal text with a "
        "point.";
    using fields = Fields<Field<"text", &SumPart::text>, Field<"of", &SumPart::of>>;
};

/// A step of which the numbers are shown or, on an estimate, not.
struct ExplanationStep {
    const Step& step;
    bool is_shown;

    const Sum& shown(const Sum& sum) const {
        static const Sum none;
        return is_shown ? sum : none;
    }
};
template <>
struct Described<ExplanationStep> {
    static constexpr std::string_view name = "ExplanationStep";
    static constexpr std::string_view about = "A rule, carried out.";
    using Of = ExplanationStep;
    using fields = Fields < Field<"rule", [](const Of& of) { return of.step.rule; }>,
          Field<"article", [](const Of& of) { return article_of(of.step.rule); },
                "Dated link to its article.">,
          Field < "sum", [](const Of& of) -> const auto& {
        return of.shown(of.step.sum);
    }
    , "The sum as the decree writes it; weights with twelve decimals. Empty on an estimate." >,
        Field < "wholes", [](const Of& of) -> const auto& {
        return of.shown(of.step.in_wholes);
    }
    , "The same sum in whole numbers, nothing rounded; empty where `sum` is that already." >,
        Field<"fraction", [](const Of& of) { return of.is_shown ? &of.step.value : nullptr; },
              "The exact value; null on an estimate.">,
        Field < "decimal", [](const Of& of) { return of.is_shown ? &of.step.decimal : nullptr; } >>
        ;
};

/// What is read from a file, or said in the request.
struct Given {
    Quantity of;
};
inline std::string_view to_text(Given given) {
    return name_of(given.of);
}
template <>
inline constexpr std::string_view printed_type<Given> =
    "'inhabitants' | 'score' | 'country_inhabitants' | 'need' | 'minors_need'";

/// An input of an explanation.
struct ExplanationInput {
    Given of;
    std::optional<std::string> value;
    Basis basis;
    std::optional<CellSource> cell{};
};
template <>
struct Described<ExplanationInput> {
    static constexpr std::string_view name = "ExplanationInput";
    static constexpr std::string_view about = "What a figure is computed from.";
    using fields = Fields<Field<"of", &ExplanationInput::of>,
                          Field<"value", &ExplanationInput::value,
                                "Exact decimal text; null for an estimated score.">,
                          Field<"basis", &ExplanationInput::basis>,
                          Field<"cell", &ExplanationInput::cell,
                                "null: said in the request; its source stands with the round.">>;
};

template <>
struct Described<RoundingBorder> {
    static constexpr std::string_view name = "RoundingBorder";
    static constexpr std::string_view about =
        "How near the exact share lies to the half where the rounding turns.";
    using fields =
        Fields<Field<"roundedUp", &RoundingBorder::rounded_up>,
               Field<"border", &RoundingBorder::border, "The nearest half, such as `9.5`.">,
               Field<"borderAbove", &RoundingBorder::border_above>,
               Field<"distance", [](const RoundingBorder& of) { return Exact(of.distance, 9); }>>;
};

template <>
struct Described<Rank> {
    static constexpr std::string_view name = "Rank";
    static constexpr std::string_view about =
        "Place in an order from the most down, from 1; equal ones share a place.";
    using fields = Fields<Field<"place", &Rank::place>, Field<"of", &Rank::of>>;
};

struct Ranks {
    const Rank* places_in_province;
    Rank places_in_country;
    const Rank* rate_in_province;
    Rank rate_in_country;
};
template <>
struct Described<Ranks> {
    using fields = Fields<Field<"placesInProvince", &Ranks::places_in_province>,
                          Field<"placesInCountry", &Ranks::places_in_country>,
                          Field<"rateInProvince", &Ranks::rate_in_province,
                                "By places per inhabitant before rounding.">,
                          Field<"rateInCountry", &Ranks::rate_in_country>>;
};

/// The share if only inhabitants counted.
struct ByPopulation {
    Basis basis;
    const ScoreEffect& effect;
};
template <>
struct Described<ByPopulation> {
    using fields =
        Fields<Field<"basis", &ByPopulation::basis>,
               Field<"places", [](const ByPopulation& of) { return of.effect.population_places; }>,
               Field<"share",
                     [](const ByPopulation& of) { return Exact(of.effect.population_share, 9); }>>;
};

template <>
struct Described<ScoreEffect> {
    using fields =
        Fields<Field<"places", &ScoreEffect::places>, Field<"decimal", [](const ScoreEffect& of) {
                   return of.exact ? std::optional(to_text(*of.exact, 9)) : std::nullopt;
               }>>;
};

/// A municipality of the province that is explained.
struct MemberRow {
    const AllocationView& view;
    std::size_t at;
};
template <>
struct Described<MemberRow> {
    using fields =
        Fields<Part<[](const MemberRow& row) {
                   return Called{row.view.list, row.at};
               }>,
               Field<"total", [](const MemberRow& row) { return row.view.total(row.at); }>,
               Field<"minors", [](const MemberRow& row) { return row.view.minors(row.at); }>>;
};

enum class ExplainedLevel : std::uint8_t { municipality, province };

/// What is explained, of a municipality or of a province.
struct ExplainResult {
    const Inputs& inputs;
    const AllocationView& view;
    ExplainedLevel level;
    std::optional<MunicipalityCode> code;
    std::string_view name, province;
    std::uint64_t inhabitants;
    Figure total;
    std::optional<Figure> minors;
    std::vector<ExplanationInput> given;
    const std::vector<Step>& steps;
    const ScoreEffect& effect;
    // Of one of the two; on an estimate of neither.
    const RoundingBorder* border = nullptr;
    const RoundingBorder* minors_border = nullptr;
    std::optional<Ranks> ranks{};
    std::optional<Exact> unrounded{};
    std::optional<std::string> rounding_effect{};
    std::vector<std::size_t> municipalities{};

    bool is_shown() const { return view.is_exact(); }
    std::optional<ByPopulation> by_population() const {
        // By population alone the score takes no part: its basis is that of the inhabitants.
        const Basis basis = inputs.request().need_is_own
                                ? weakest(inputs.population_basis(), Basis::own_input)
                                : inputs.population_basis();
        if (basis == Basis::estimate) return std::nullopt;
        return ByPopulation{basis, effect};
    }
};

}  // namespace spreiding::service::contract

namespace spreiding {

template <>
inline constexpr auto words_of<service::contract::ExplainedLevel> = word_table("", "municipality",
                                                                               "province");

}  // namespace spreiding

namespace spreiding::service::contract {

template <>
struct Described<ExplainResult> {
    static constexpr std::string_view name = "ExplainResult";
    static constexpr std::string_view about = "A figure, explained.";
    using Of = ExplainResult;
    using fields = Fields<
        Field<"basis", [](const Of& of) { return of.inputs.basis(); }>,
        Field<"need", [](const Of& of) { return of.inputs.request().need; }>,
        Field<"minorsNeed", [](const Of& of) { return of.inputs.request().minors; }>,
        Part<[](const Of& of) { return Sureness{of.inputs}; }>, Field<"level", &Of::level>,
        Field<"code", &Of::code, "null for a province.">, Field<"name", &Of::name>,
        Field<"province", &Of::province>, Field<"inhabitants", &Of::inhabitants>,
        Field<"total", &Of::total>, Field<"minors", &Of::minors>,
        Field<"perThousand", [](const Of& of) { return per_thousand(of.total, of.inhabitants); }>,
        Field<
            "inhabitantsPerPlace",
            [](const Of& of) {
                return of.total.places ? inhabitants_per_place(of.inhabitants, *of.total.places)
                                       : std::nullopt;
            },
            "\"1 per N inhabitants\": N, rounded half up; null on an estimate or without places.">,
        Part<[](const Of& of) { return Sources{of.inputs}; }>, Field<"inputs", &Of::given>,
        Field<"steps",
              [](const Of& of) {
                  return Each{of.steps.size(), [&of](std::size_t at) {
                                  return ExplanationStep{of.steps[at], of.is_shown()};
                              }};
              },
              "In order; on an estimate the rules without their numbers.">,
        Field<"border", &Of::border,
              "null on an estimate and for a province, whose task is a sum of rounded shares.">,
        Field<"minorsBorder", &Of::minors_border>,
        Field<
            "byPopulation", &Of::by_population,
            "The share if only inhabitants counted; its basis is that of the inhabitants, also on "
            "an estimate.">,
        Field<"scoreEffect", [](const Of& of) { return of.is_shown() ? &of.effect : nullptr; },
              "What the score adds or takes away; null on an estimate.">,
        Field<"ranks", &Of::ranks,
              "null on an estimate. Of a province only the places in the country.">,
        Field<"unrounded", &Of::unrounded,
              "Of a province: need × its weights ÷ all weights, which the law does not round.">,
        Field<"roundingEffect", &Of::rounding_effect,
              "Of a province: task minus that, nine decimals.">,
        Field<"municipalities",
              [](const Of& of) {
                  return Each{of.municipalities.size(), [&of](std::size_t at) {
                                  return MemberRow{of.view, of.municipalities[at]};
                              }};
              },
              "Of a province.">>;
};

}  // namespace spreiding::service::contract
