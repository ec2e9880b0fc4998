// How sure the figure of a municipality is; and the needs at which the figures of all of them step.
#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "key/sensitivity.hpp"
#include "published/reproduction.hpp"
#include "service/answer.hpp"
#include "service/combinations.hpp"
#include "service/inputs.hpp"
#include "service/operations.hpp"
#include "service/response.hpp"
#include "tables/nearest.hpp"

namespace spreiding::service {
namespace {

constexpr Places first_need = 40'000;
constexpr Places last_need = 140'000;
constexpr Places most_needs = 1'000'000;
constexpr std::uint32_t most_unit = 1'000'000;

struct Wish {
    std::optional<int> score_unit;  // decimals
    std::vector<std::uint32_t> population_units = {10, 100};
    NeedRange needs{first_need, last_need};
};

NeedRange read_needs(Parameters& parameters) {
    NeedRange needs{first_need, last_need};
    if (parameters.find("firstNeed") != nullptr)
        needs.first = parameters.whole("firstNeed").value_or(0);
    if (parameters.find("lastNeed") != nullptr)
        needs.last = parameters.whole("lastNeed").value_or(0);
    if (needs.first < 0 || needs.first > most_places)
        parameters.fail("parameter_invalid", "firstNeed");
    if (needs.last < needs.first || needs.last > most_places ||
        needs.last - needs.first > most_needs) {
        parameters.fail("parameter_invalid", "lastNeed");
    }
    return needs;
}

Wish read_wish(Parameters& parameters) {
    Wish wish;
    wish.needs = read_needs(parameters);
    if (parameters.find("scoreUnitDecimals") != nullptr) {
        const auto decimals = parameters.whole("scoreUnitDecimals");
        if (decimals && (*decimals < 0 || *decimals > most_score_decimals))
            parameters.fail("parameter_invalid", "scoreUnitDecimals");
        else if (decimals)
            wish.score_unit = static_cast<int>(*decimals);
    }
    if (const Json* units = parameters.find("populationUnits")) {
        wish.population_units.clear();
        if (!units->is_array() || units->size() > 10) {
            parameters.fail("parameter_invalid", "populationUnits");
            return wish;
        }
        for (const Json& unit : *units) {
            const bool fits = unit.is_number_unsigned() && unit.get<std::uint64_t>() >= 2 &&
                              unit.get<std::uint64_t>() <= most_unit &&
                              unit.get<std::uint64_t>() % 2 == 0;
            if (fits)
                wish.population_units.push_back(unit.get<std::uint32_t>());
            else
                parameters.fail("parameter_invalid", "populationUnits");
        }
    }
    return wish;
}

void write_bounds(JsonWriter& json, const ShareBounds& bounds) {
    json.name("low").number(bounds.low).name("high").number(bounds.high);
    json.name("lowest").text(bounds.lowest.decimal());
    json.name("highest").text(bounds.highest.decimal());
}

template <typename TextOf>
void write_step(JsonWriter& json, std::string_view name, const std::optional<LeastStep>& step,
                std::int64_t now, TextOf text_of) {
    json.name(name);
    if (!step) {
        json.null();
        return;
    }
    json.begin_object();
    json.name("value").text(text_of(step->value));
    json.name("step").text(text_of(step->value - now));
    json.name("places").number(step->places);
    json.end_object();
}

template <typename TextOf>
void write_steps(JsonWriter& json, std::string_view name, std::int64_t now,
                 const std::optional<LeastStep>& up, const std::optional<LeastStep>& down,
                 TextOf text_of) {
    json.name(name).begin_object();
    json.name("now").text(text_of(now));
    write_step(json, "up", up, now, text_of);
    write_step(json, "down", down, now, text_of);
    json.end_object();
}

void write_least_steps(JsonWriter& json, const Inputs& inputs, const Allocation& allocation,
                       std::size_t i) {
    const MunicipalityList& list = inputs.list();
    const LeastSteps steps = least_steps(list, allocation, i);
    const auto whole = [](std::int64_t value) { return to_text(value); };
    json.name("leastSteps").begin_object();
    write_steps(json, "score", list.scores[i], steps.score_up, steps.score_down,
                [&](std::int64_t units) {
                    return to_text(Decimal{units, list.score_decimals});
                });
    write_steps(json, "inhabitants", list.inhabitants[i], steps.inhabitants_up,
                steps.inhabitants_down, whole);
    write_steps(json, "need", allocation.need, steps.need_up, steps.need_down, whole);
    json.end_object();
}

// The figure under every combination at hand; estimates as ranges.
void write_vintages(JsonWriter& json, const Inputs& inputs, const Combinations& combinations,
                    std::size_t municipality) {
    const MunicipalityCode code = inputs.list().codes[municipality];
    const Places need = inputs.request().need;
    json.name("vintages").begin_array();
    for (const JoinedVintages& vintages : combinations.joined()) {
        if (vintages.is_incomplete) continue;
        const auto& codes = vintages.list.codes;
        const auto at = std::lower_bound(codes.begin(), codes.end(), code);
        if (at == codes.end() || *at != code) continue;
        const auto i = static_cast<std::size_t>(at - codes.begin());
        const ExactShare share =
            exact_share(vintages.weights[i], total_weight(vintages.weights), need);
        const Places places = indicative_shares(vintages.weights, need)[i];
        json.begin_object();
        json.name("population").text(vintages.population);
        json.name("scores").text(vintages.scores);
        json.name("isEstimate").flag(vintages.is_estimate());
        json.name("total");
        write_figure(json, vintages.is_estimate()
                               ? band(share, {}, measured_band(EstimateRule::postcode))
                               : number(places));
        json.end_object();
    }
    json.end_array();
}

// The least need at which a figure that grows with it has so many places.
template <typename FigureAt>
std::optional<Places> need_with(Places places, NeedRange needs, FigureAt figure_at) {
    if (figure_at(needs.last) < places) return std::nullopt;
    Places low = needs.first;
    Places high = needs.last;
    while (low < high) {
        const Places middle = low + (high - low) / 2;
        if (figure_at(middle) >= places)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

// Of a derived figure: the needs at which it may be another one, and at which it must be.
void write_derived_needs(JsonWriter& json, const Inputs& inputs, std::size_t i) {
    json.name("derivedNeeds");
    if (inputs.basis() != Basis::derived || inputs.uncertainty().derived.size() != 1) {
        json.null();
        return;
    }
    const DerivedWeights& weights = inputs.uncertainty().derived.front();
    const Places need = inputs.request().need;
    const ProvenShare now = weights.share(i, need);
    const auto low = [&](Places at) { return weights.share(i, at).low; };
    const auto high = [&](Places at) { return weights.share(i, at).high; };
    const NeedRange up{need, most_places};
    const NeedRange down{0, need};
    const auto below = [](std::optional<Places> first) {
        return first && *first > 0 ? std::optional(*first - 1) : std::nullopt;
    };
    json.begin_object();
    json.name("upMay").number_or_null(need_with(now.high + 1, up, high));
    json.name("upMust").number_or_null(need_with(now.high + 1, up, low));
    json.name("downMay").number_or_null(below(need_with(now.low, down, low)));
    json.name("downMust").number_or_null(below(need_with(now.low, down, high)));
    json.end_object();
}

void write_need_steps(JsonWriter& json, const Allocation& allocation, std::size_t i,
                      NeedRange needs) {
    const Wide weight = allocation.weights[i];
    json.name("needSteps").begin_object();
    json.name("first").number(needs.first).name("last").number(needs.last);
    const auto places_at = [&](Places need) {
        const ExactShare share = exact_share(weight, allocation.total_weight, need);
        return static_cast<Places>((2 * share.numerator + share.denominator) /
                                   (2 * share.denominator));
    };
    json.name("placesAtFirst").number(places_at(needs.first));
    json.name("placesAtLast").number(places_at(needs.last));
    json.name("needs").begin_array();
    for (const std::uint32_t need :
         steps_of_need(weight, allocation.total_weight, needs.first, needs.last)) {
        json.number(need);
    }
    json.end_array();
    json.end_object();
}

}  // namespace

Response sensitivity(Parameters& parameters, const Files& files) {
    const auto request = read_inputs(parameters);
    const auto municipality = parameters.text("municipality");
    const Wish wish = read_wish(parameters);
    const auto loaded = read_loaded(parameters);
    if (parameters.error()) return refuse(*parameters.error());
    Findings findings;
    const Inputs inputs(*request, files, findings);
    if (inputs.error()) return refuse(*inputs.error(), findings);
    const MunicipalityList& list = inputs.list();
    const auto found = find_municipality(list, *municipality, findings);
    if (!found) return refuse(findings_are_the_result, findings);
    const std::size_t i = *found;
    const Allocation allocation = spreiding::allocate(list, request->need, request->minors);
    const bool is_shown = inputs.uncertainty().is_exact();
    const int unit = wish.score_unit.value_or(allocation.score_decimals);
    std::optional<RoundedInputs> rounded;
    if (is_shown) {
        rounded = RoundedInputs::scores(list, allocation, unit);
        if (!rounded && wish.score_unit) {
            findings.add({.code = FindingCode::unit_too_large, .raw = to_text(Decimal{1, unit})});
            return refuse(findings_are_the_result, findings);
        }
    }

    JsonWriter json = accepted();
    json.begin_object();
    json.name("basis").text(name_of(inputs.basis()));
    json.name("need").number(request->need);
    write_sureness(json, inputs);
    json.name("code").text(list.codes[i].text());
    json.name("name").text(list.names[i]);
    json.name("total");
    write_figure(json, Figures(allocation, inputs.uncertainty()).of(i));
    json.name("share");
    is_shown ? json.text(allocation.share(allocation.weights[i]).decimal()) : json.null();
    json.name("scoreBounds");
    if (rounded) {
        json.begin_object();
        json.name("unit").text(to_text(Decimal{1, unit}));
        write_bounds(json, rounded->of(i, request->need));
        json.end_object();
    } else {
        json.null();
    }
    json.name("populationBounds").begin_array();
    for (const std::uint32_t each :
         is_shown ? wish.population_units : std::vector<std::uint32_t>{}) {
        json.begin_object();
        json.name("unit").text(to_text(std::int64_t{each}));
        write_bounds(json, RoundedInputs::populations(list, allocation, each).of(i, request->need));
        json.end_object();
    }
    json.end_array();
    if (is_shown) {
        write_least_steps(json, inputs, allocation, i);
        write_need_steps(json, allocation, i, wish.needs);
    } else {
        json.name("leastSteps").null().name("needSteps").null();
    }
    write_derived_needs(json, inputs, i);
    write_vintages(json, inputs, Combinations(*request, loaded, files), i);
    json.end_object();
    return finish(std::move(json), findings);
}

Response need_steps(Parameters& parameters, const Files& files) {
    const auto request = read_inputs(parameters);
    const NeedRange needs = read_needs(parameters);
    if (parameters.error()) return refuse(*parameters.error());
    Findings findings;
    const Inputs inputs(*request, files, findings);
    if (inputs.error()) return refuse(*inputs.error(), findings);
    const MunicipalityList& list = inputs.list();
    const bool is_shown = inputs.uncertainty().is_exact();
    std::vector<std::uint32_t> begins = {0};
    std::vector<std::uint32_t> steps;
    if (is_shown) {
        const std::vector<Weight> weighed =
            weights(list.inhabitants, list.scores, list.score_decimals);
        const Wide total = total_weight(weighed);
        for (const Weight weight : weighed) {
            const auto own = steps_of_need(weight, total, needs.first, needs.last);
            steps.insert(steps.end(), own.begin(), own.end());
            begins.push_back(static_cast<std::uint32_t>(steps.size()));
        }
    }
    const auto column = [](std::string name, const std::vector<std::uint32_t>& values) {
        Column made{std::move(name), ColumnType::uint32,
                    std::string(values.size() * sizeof(std::uint32_t), '\0')};
        if (!values.empty()) {  // an empty vector has no place to copy from
            std::memcpy(made.values.data(), values.data(), made.values.size());
        }
        return made;
    };
    JsonWriter json = accepted();
    json.begin_object();
    json.name("basis").text(name_of(inputs.basis()));
    json.name("first").number(needs.first).name("last").number(needs.last);
    json.name("codes").begin_array();
    for (std::size_t i = 0; is_shown && i < list.size(); ++i)
        json.text(list.codes[i].text());
    json.end_array();
    json.end_object();
    return finish(std::move(json), findings, {column("begins", begins), column("needs", steps)});
}

}  // namespace spreiding::service
