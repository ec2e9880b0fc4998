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
#include "service/combinations.hpp"
#include "service/contract/parameters.hpp"
#include "service/contract/sensitivity.hpp"
#include "service/inputs.hpp"
#include "service/operations.hpp"
#include "service/response.hpp"
#include "tables/nearest.hpp"

namespace spreiding::service {
namespace {

constexpr Places first_need = 40'000;
constexpr Places last_need = 140'000;
constexpr Places most_needs = 1'000'000;

struct Wish {
    std::optional<int> score_unit;  // decimals
    std::vector<std::uint32_t> population_units = {10, 100};
    NeedRange needs{first_need, last_need};
};

NeedRange read_needs(const Parameters& parameters) {
    NeedRange needs{first_need, last_need};
    needs.first = parameters.whole("firstNeed").value_or(needs.first);
    const Places end = std::min<Places>(needs.first + most_needs, most_places);
    needs.last = parameters.within("lastNeed", needs.first, end).value_or(needs.last);
    return needs;
}

Wish read_wish(const Parameters& parameters) {
    Wish wish;
    wish.needs = read_needs(parameters);
    if (const auto decimals = parameters.whole("scoreUnitDecimals"))
        wish.score_unit = static_cast<int>(*decimals);
    if (const Json* units = parameters.find("populationUnits")) {
        wish.population_units = units->get<std::vector<std::uint32_t>>();
        for (const std::uint32_t unit : wish.population_units) {
            if (unit % 2 != 0)
                parameters.fail("parameter_invalid",
                                with_bounds("populationUnits", 2, asked::most_unit));
        }
    }
    return wish;
}

using contract::SensitivityResult;

contract::StepsOfAll least_steps_of(const Inputs& inputs, const Allocation& allocation,
                                    std::size_t i) {
    const MunicipalityList& list = inputs.list();
    const LeastSteps steps = least_steps(list, allocation, i);
    return {{list.scores[i], list.score_decimals, steps.score_up, steps.score_down},
            {list.inhabitants[i], 0, steps.inhabitants_up, steps.inhabitants_down},
            {allocation.need, 0, steps.need_up, steps.need_down}};
}

std::optional<std::size_t> place_of(const MunicipalityList& list, MunicipalityCode code) {
    const auto at = std::lower_bound(list.codes.begin(), list.codes.end(), code);
    if (at == list.codes.end() || *at != code) return std::nullopt;
    return static_cast<std::size_t>(at - list.codes.begin());
}

// What stands in for scores is a printed table: its weights on the inhabitants of every year that
// has the same municipalities.
void add_years_of_table(SensitivityResult& result, const Files& files) {
    const InputsRequest& asked = result.inputs.request();
    for (const KnownVintage& vintage : asked.vintages) {
        if (vintage.status != Status::official) continue;
        InputsRequest request = asked;
        request.population = {vintage.file, vintage.status};
        request.published.clear();
        Findings ignored;  // a vintage of other municipalities takes no part
        const Inputs other(request, files, ignored);
        if (other.error()) continue;
        const auto i = place_of(other.list(), result.inputs.list().codes[result.at]);
        if (!i) continue;
        const Allocation allocation =
            spreiding::allocate(other.list(), request.need, request.minors);
        result.vintages.push_back({vintage.file, asked.scores.file,
                                   other.basis() == Basis::estimate,
                                   Figures(allocation, other.uncertainty()).of(*i)});
    }
}

// The figure under every combination at hand; estimates as ranges.
void add_vintages(SensitivityResult& result, const Combinations& combinations) {
    const Inputs& inputs = result.inputs;
    const MunicipalityCode code = inputs.list().codes[result.at];
    const bool is_of_table = inputs.request().scores.printed.has_value();
    const Places need = inputs.request().need;
    for (const JoinedVintages& vintages : combinations.joined()) {
        // A table says more of the scores than what was estimated per postcode.
        if (vintages.is_incomplete || (is_of_table && vintages.score_status == Status::estimate))
            continue;
        const auto i = place_of(vintages.list, code);
        if (!i) continue;
        const ExactShare share =
            exact_share(vintages.weights[*i], total_weight(vintages.weights), need);
        const Places places = indicative_shares(vintages.weights, need)[*i];
        const Figure total = vintages.is_estimate()
                                 ? band(share, {}, measured_band(EstimateRule::postcode))
                                 : number(places);
        result.vintages.push_back(
            {vintages.population, vintages.scores, vintages.is_estimate(), total});
    }
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
std::optional<contract::DerivedNeeds> derived_needs(const Inputs& inputs, std::size_t i) {
    if (inputs.basis() != Basis::derived || inputs.uncertainty().derived.size() != 1)
        return std::nullopt;
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
    return contract::DerivedNeeds{
        need_with(now.high + 1, up, high), need_with(now.high + 1, up, low),
        below(need_with(now.low, down, low)), below(need_with(now.low, down, high))};
}

contract::StepsOfNeed need_steps_of(const Allocation& allocation, std::size_t i, NeedRange needs) {
    const Wide weight = allocation.weights[i];
    const auto places_at = [&](Places need) {
        const ExactShare share = exact_share(weight, allocation.total_weight, need);
        return static_cast<Places>((2 * share.numerator + share.denominator) /
                                   (2 * share.denominator));
    };
    return {needs, places_at(needs.first), places_at(needs.last),
            steps_of_need(weight, allocation.total_weight, needs.first, needs.last)};
}

}  // namespace

Response sensitivity(Parameters& parameters, const Files& files) {
    AllocationQuestion question(parameters);
    const std::string municipality = parameters.text("municipality");
    const Wish wish = read_wish(parameters);
    const auto loaded = parameters.texts("loaded");
    if (!question.open(files)) return question.refusal();
    const Inputs& inputs = question.inputs();
    Findings& findings = question.findings();
    const MunicipalityList& list = inputs.list();
    const auto found = find_municipality(list, municipality, findings);
    if (!found) return refuse(findings_are_the_result, findings);
    const std::size_t i = *found;
    const Allocation allocation = question.allocation();
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

    SensitivityResult result{inputs, allocation, i};
    if (rounded)
        result.score_bounds = {to_text(Decimal{1, unit}), rounded->of(i, inputs.request().need)};
    if (is_shown) {
        for (const std::uint32_t each : wish.population_units) {
            result.population_bounds.push_back(
                {to_text(std::int64_t{each}),
                 RoundedInputs::populations(list, allocation, each).of(i, inputs.request().need)});
        }
        result.least_steps = least_steps_of(inputs, allocation, i);
        result.need_steps = need_steps_of(allocation, i, wish.needs);
    }
    result.derived_needs = derived_needs(inputs, i);
    const Combinations combinations(inputs.request(), loaded, files);
    if (inputs.request().scores.printed) add_years_of_table(result, files);
    add_vintages(result, combinations);
    return answer(result, findings);
}

Response need_steps(Parameters& parameters, const Files& files) {
    AllocationQuestion question(parameters);
    const NeedRange needs = read_needs(parameters);
    if (!question.open(files)) return question.refusal();
    const Inputs& inputs = question.inputs();
    Findings& findings = question.findings();
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
    return answer(contract::NeedStepsResult{inputs, needs}, findings,
                  {column("begins", begins), column("needs", steps)});
}

}  // namespace spreiding::service
