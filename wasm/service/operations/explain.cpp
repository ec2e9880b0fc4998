// One figure explained: of a municipality or of a province.
#include <optional>
#include <string>
#include <utility>

#include "key/allocation.hpp"
#include "key/explanation.hpp"
#include "service/answer.hpp"
#include "service/inputs.hpp"
#include "service/operations.hpp"
#include "service/response.hpp"
#include "tables/nearest.hpp"

namespace spreiding::service {
namespace {

struct Asked {
    std::optional<std::string> municipality;
    std::optional<std::string> province;
};

// Exactly one of the two is asked for.
Asked read_asked(Parameters& parameters) {
    Asked asked;
    if (parameters.find("province") != nullptr) {
        asked.province = parameters.text("province");
        if (parameters.find("municipality") != nullptr) {
            parameters.fail("parameter_invalid", "municipality");
        }
    } else {
        asked.municipality = parameters.text("municipality");
    }
    return asked;
}

void write_sum(JsonWriter& json, const Sum& sum) {
    json.begin_array();
    for (const SumPart& part : sum) {
        json.begin_object();
        json.name("text").text(part.text).name("of").text(name_of(part.of));
        json.end_object();
    }
    json.end_array();
}

// On an estimate the rules stand there without their numbers.
void write_steps(JsonWriter& json, const std::vector<Step>& steps, bool is_shown) {
    json.begin_array();
    for (const Step& step : steps) {
        json.begin_object();
        json.name("rule").text(name_of(step.rule));
        json.name("article").text(article_of(step.rule));
        json.name("sum");
        write_sum(json, is_shown ? step.sum : Sum{});
        json.name("wholes");
        write_sum(json, is_shown ? step.in_wholes : Sum{});
        json.name("fraction");
        is_shown ? write_fraction(json, step.value) : static_cast<void>(json.null());
        json.name("decimal");
        is_shown ? json.text(step.decimal) : json.null();
        json.end_object();
    }
    json.end_array();
}

void write_exact(JsonWriter& json, const ExactShare& value, int decimals) {
    json.begin_object();
    json.name("fraction");
    write_fraction(json, value);
    json.name("decimal").text(quotient_text(value.numerator, value.denominator, decimals));
    json.end_object();
}

void write_border(JsonWriter& json, const std::optional<RoundingBorder>& border, bool is_shown) {
    if (!border || !is_shown) {
        json.null();
        return;
    }
    json.begin_object();
    json.name("roundedUp").flag(border->rounded_up);
    json.name("border").text(border->border);
    json.name("borderAbove").flag(border->border_above);
    json.name("distance");
    write_exact(json, border->distance, 9);
    json.end_object();
}

void write_score_effect(JsonWriter& json, const ScoreEffect& effect, const Inputs& inputs) {
    const bool is_shown = inputs.uncertainty().is_exact();
    // By population alone the score takes no part: its basis is that of the inhabitants.
    const Basis basis = inputs.request().need_is_own
                            ? weakest(inputs.population_basis(), Basis::own_input)
                            : inputs.population_basis();
    json.name("byPopulation");
    if (basis == Basis::estimate) {
        json.null();
    } else {
        json.begin_object();
        json.name("basis").text(name_of(basis));
        json.name("places").number(effect.population_places);
        json.name("share");
        write_exact(json, effect.population_share, 9);
        json.end_object();
    }
    json.name("scoreEffect");
    if (!is_shown) {
        json.null();
        return;
    }
    json.begin_object();
    json.name("places").number(effect.places);
    json.name("decimal");
    effect.exact ? json.text(to_text(*effect.exact, 9)) : json.null();
    json.end_object();
}

void write_rank(JsonWriter& json, std::string_view name, Rank rank) {
    json.name(name).begin_object();
    json.name("place").number(static_cast<std::int64_t>(rank.place));
    json.name("of").number(static_cast<std::int64_t>(rank.of));
    json.end_object();
}

void write_input(JsonWriter& json, Quantity of, const std::optional<std::string>& value,
                 Basis basis) {
    json.name("of").text(name_of(of));
    json.name("value").text_or_null(value);
    json.name("basis").text(name_of(basis));
    json.name("cell");
}

void write_needs(JsonWriter& json, const Inputs& inputs) {
    const InputsRequest& request = inputs.request();
    const Basis basis = request.need_is_own ? Basis::own_input : Basis::official;
    json.begin_object();
    write_input(json, Quantity::need, to_text(request.need), basis);
    json.null().end_object();
    if (!request.minors) return;
    json.begin_object();
    write_input(json, Quantity::minors_need, to_text(*request.minors), basis);
    json.null().end_object();
}

void write_country_inhabitants(JsonWriter& json, const Inputs& inputs,
                               const Allocation& allocation) {
    json.begin_object();
    write_input(json, Quantity::country_inhabitants,
                to_text(static_cast<std::int64_t>(allocation.inhabitants)),
                inputs.population_basis());
    inputs.write_inhabitants_column(json);
    json.end_object();
}

void write_head(JsonWriter& json, const Inputs& inputs, std::string_view level,
                const std::optional<std::string>& code, std::string_view name,
                std::string_view province, std::uint64_t inhabitants, const Figure& total,
                const std::optional<Figure>& minors) {
    json.begin_object();
    json.name("basis").text(name_of(inputs.basis()));
    json.name("need").number(inputs.request().need);
    json.name("minorsNeed").number_or_null(inputs.request().minors);
    write_sureness(json, inputs);
    json.name("level").text(level);
    json.name("code").text_or_null(code);
    json.name("name").text(name);
    json.name("province").text(province);
    json.name("inhabitants").number(static_cast<std::int64_t>(inhabitants));
    json.name("total");
    write_figure(json, total);
    json.name("minors");
    write_figure(json, minors);
    json.name("perThousand");
    write_per_thousand(json, total, inhabitants);
    json.name("inhabitantsPerPlace");
    json.number_or_null(total.places ? inhabitants_per_place(inhabitants, *total.places)
                                     : std::nullopt);
    inputs.write_sources(json);
}

void write_municipality(JsonWriter& json, const Inputs& inputs, const AllocationView& view,
                        std::size_t i) {
    const MunicipalityList& list = view.list;
    const bool is_shown = view.is_exact();
    const MunicipalityExplanation explanation = explain_municipality(list, view.allocation, i);
    write_head(json, inputs, "municipality", list.codes[i].text(), list.names[i],
               view.province_names[list.provinces[i]], list.inhabitants[i], view.total(i),
               view.minors(i));
    json.name("inputs").begin_array();
    json.begin_object();
    write_input(json, Quantity::inhabitants, to_text(std::int64_t{list.inhabitants[i]}),
                inputs.population_basis());
    inputs.write_inhabitants_cell(json, i);
    json.end_object();
    json.begin_object();
    const bool score_is_shown = inputs.score_basis() < Basis::derived;
    write_input(json, Quantity::score,
                score_is_shown
                    ? std::optional(to_text(Decimal{list.scores[i], list.score_decimals}))
                    : std::nullopt,
                inputs.score_basis());
    inputs.write_score_cell(json, i);
    json.end_object();
    write_country_inhabitants(json, inputs, view.allocation);
    write_needs(json, inputs);
    json.end_array();
    json.name("steps");
    write_steps(json, explanation.steps, is_shown);
    json.name("border");
    write_border(json, explanation.border, is_shown);
    json.name("minorsBorder");
    write_border(json, explanation.minors_border, is_shown);
    write_score_effect(json, explanation.score_effect, inputs);
    json.name("ranks");
    if (is_shown) {
        json.begin_object();
        write_rank(json, "placesInProvince", explanation.places_in_province);
        write_rank(json, "placesInCountry", explanation.places_in_country);
        write_rank(json, "rateInProvince", explanation.rate_in_province);
        write_rank(json, "rateInCountry", explanation.rate_in_country);
        json.end_object();
    } else {
        json.null();
    }
    json.name("unrounded").null().name("roundingEffect").null();
    json.name("municipalities").begin_array().end_array();
    json.end_object();
}

void write_province(JsonWriter& json, const Inputs& inputs, const AllocationView& view,
                    const ProvincialTask& task) {
    const MunicipalityList& list = view.list;
    const bool is_shown = view.is_exact();
    const ProvinceExplanation explanation = explain_province(list, view.allocation, task);
    const std::string& name = view.province_names[task.province];
    write_head(json, inputs, "province", std::nullopt, name, name, task.inhabitants,
               view.total(task), view.minors(task));
    json.name("inputs").begin_array();
    write_country_inhabitants(json, inputs, view.allocation);
    write_needs(json, inputs);
    json.end_array();
    json.name("steps");
    write_steps(json, explanation.steps, is_shown);
    json.name("border").null().name("minorsBorder").null();
    write_score_effect(json, explanation.score_effect, inputs);
    json.name("ranks");
    if (is_shown) {
        json.begin_object();
        json.name("placesInProvince").null();
        write_rank(json, "placesInCountry", explanation.places_in_country);
        json.name("rateInProvince").null();
        write_rank(json, "rateInCountry", explanation.rate_in_country);
        json.end_object();
        json.name("unrounded");
        write_exact(json, explanation.share, 9);
        json.name("roundingEffect").text(to_text(explanation.rounding, 9));
    } else {
        json.null().name("unrounded").null().name("roundingEffect").null();
    }
    json.name("municipalities").begin_array();
    for (const std::size_t i : explanation.municipalities) {
        json.begin_object();
        json.name("code").text(list.codes[i].text());
        json.name("name").text(list.names[i]);
        json.name("total");
        write_figure(json, view.total(i));
        json.name("minors");
        write_figure(json, view.minors(i));
        json.end_object();
    }
    json.end_array();
    json.end_object();
}

}  // namespace

Response explain(Parameters& parameters, const Files& files) {
    const auto request = read_inputs(parameters);
    const Asked asked = read_asked(parameters);
    if (parameters.error()) return refuse(*parameters.error());
    Findings findings;
    const Inputs inputs(*request, files, findings);
    if (inputs.error()) return refuse(*inputs.error(), findings);
    const Allocation allocation =
        spreiding::allocate(inputs.list(), request->need, request->minors);
    const AllocationView view = view_of(inputs, allocation);

    if (asked.municipality) {
        const auto found = find_municipality(inputs.list(), *asked.municipality, findings);
        if (!found) return refuse(findings_are_the_result, findings);
        JsonWriter json = accepted();
        write_municipality(json, inputs, view, *found);
        return finish(std::move(json), findings);
    }
    const auto province = find_province_by_name(request->provinces, *asked.province, findings);
    for (const ProvincialTask& task : allocation.provinces) {
        if (task.province != province) continue;
        JsonWriter json = accepted();
        write_province(json, inputs, view, task);
        return finish(std::move(json), findings);
    }
    if (province) {  // of the round, but without a municipality in these files
        findings.add({.code = FindingCode::province_not_found,
                      .raw = *asked.province,
                      .about = request->provinces[allocation.provinces.front().province]});
    }
    return refuse(findings_are_the_result, findings);
}

}  // namespace spreiding::service
