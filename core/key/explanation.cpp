// Builds the steps of a figure: weight, total weight, share and rounding; and a province as a sum.
#include "key/explanation.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "key/articles.hpp"
#include "values/order.hpp"

namespace spreiding {
namespace {

constexpr auto articles_of_rules = std::to_array<std::string_view>(
    {articles::decree_2_1, articles::decree_2_1, articles::decree_2_1, articles::decree_2_1,
     articles::decree_2_2, articles::decree_2_2, articles::decree_2_1, articles::decree_2_2});

SumPart sign(std::string_view text) {
    return {std::string(text), Quantity::sign};
}
constexpr std::string_view times = "\xC3\x97";
constexpr std::string_view divided_by = "\xC3\xB7";

SumPart part(std::int64_t value, Quantity of) {
    return {to_text(value), of};
}
SumPart part(Wide value, Quantity of) {
    return {to_text(value), of};
}

ExactShare whole(Places value) {
    return {static_cast<Wide>(value), 1};
}

Step weight_step(const MunicipalityList& list, const Allocation& allocation, std::size_t i) {
    const Weight weight = allocation.weights[i];
    const std::int64_t inhabitants = list.inhabitants[i];
    const auto country = static_cast<std::int64_t>(allocation.inhabitants);
    const Wide one = power_of_ten(allocation.score_decimals);
    const ExactShare value = ExactShare{weight, one * allocation.inhabitants}.in_lowest_terms();
    return {Rule::weight,
            {sign("("),
             part(std::int64_t{1}, Quantity::one),
             sign("+"),
             {to_text(Decimal{list.scores[i], list.score_decimals}), Quantity::score},
             sign(")"),
             sign(times),
             part(inhabitants, Quantity::inhabitants),
             sign(divided_by),
             part(country, Quantity::country_inhabitants)},
            {sign("("), part(one, Quantity::one), sign("+"),
             part(std::int64_t{list.scores[i]}, Quantity::score), sign(")"), sign(times),
             part(inhabitants, Quantity::inhabitants), sign(divided_by), sign("("),
             part(one, Quantity::one), sign(times), part(country, Quantity::country_inhabitants),
             sign(")")},
            value,
            weight_text(weight, allocation.inhabitants, allocation.score_decimals)};
}

Step total_step(const Allocation& allocation, std::size_t i) {
    const Wide one = power_of_ten(allocation.score_decimals);
    const Wide others = allocation.total_weight - allocation.weights[i];
    const auto text = [&](Wide weight) {
        return weight_text(weight, allocation.inhabitants, allocation.score_decimals);
    };
    return {Rule::total_weight,
            {{text(allocation.weights[i]), Quantity::weight},
             sign("+"),
             {text(others), Quantity::other_weights}},
            {sign("("), part(Wide{allocation.weights[i]}, Quantity::weight), sign("+"),
             part(others, Quantity::other_weights), sign(")"), sign(divided_by), sign("("),
             part(one, Quantity::one), sign(times),
             part(static_cast<std::int64_t>(allocation.inhabitants), Quantity::country_inhabitants),
             sign(")")},
            ExactShare{allocation.total_weight, one * allocation.inhabitants}.in_lowest_terms(),
            text(allocation.total_weight)};
}

Step share_step(const Allocation& allocation, std::size_t i, Rule rule, Places need,
                Quantity need_is) {
    const auto text = [&](Wide weight) {
        return weight_text(weight, allocation.inhabitants, allocation.score_decimals);
    };
    const Weight weight = allocation.weights[i];
    const ExactShare share = exact_share(weight, allocation.total_weight, need).in_lowest_terms();
    return {rule,
            {part(need, need_is),
             sign(times),
             {text(weight), Quantity::weight},
             sign(divided_by),
             {text(allocation.total_weight), Quantity::total_weight}},
            {part(need, need_is), sign(times), part(Wide{weight}, Quantity::weight),
             sign(divided_by), part(allocation.total_weight, Quantity::total_weight)},
            share,
            share.decimal()};
}

Step rounding_step(const Step& share, Rule rule, Quantity share_is, Places places) {
    return {rule, {{share.decimal, share_is}}, {}, whole(places), to_text(places)};
}

// The parts of a provincial task: the rounded shares of its municipalities.
Step task_step(Rule rule, std::span<const std::size_t> municipalities,
               std::span<const Places> shares, Quantity share_is, Places task) {
    Sum sum;
    for (const std::size_t i : municipalities) {
        if (!sum.empty()) sum.push_back(sign("+"));
        sum.push_back(part(shares[i], share_is));
    }
    return {rule, std::move(sum), {}, whole(task), to_text(task)};
}

ScoreEffect score_effect(const Allocation& allocation, Wide inhabitants, const ExactShare& share,
                         Places places, Places population_places) {
    const ExactShare by_population =
        exact_share(inhabitants, allocation.inhabitants, allocation.need).in_lowest_terms();
    return {by_population, population_places, places - population_places,
            difference(share.numerator, share.denominator, by_population.numerator,
                       by_population.denominator)};
}

Places rounded(const ExactShare& share) {
    return static_cast<Places>((2 * share.numerator + share.denominator) / (2 * share.denominator));
}

// The order of places per inhabitant before rounding is the order of w ÷ iG.
bool has_higher_rate(Wide weight, Wide inhabitants, Wide other_weight, Wide other_inhabitants) {
    // Weights of provinces stay below 2^75, inhabitants below 2^52: their product fits.
    return weight * other_inhabitants > other_weight * inhabitants;
}

}  // namespace

std::string_view article_of(Rule rule) {
    return articles_of_rules[static_cast<std::size_t>(rule)];
}

RoundingBorder rounding_border(const ExactShare& share) {
    // The half nearest to a share is the one between its two neighbouring whole numbers.
    const Wide below = share.numerator / share.denominator;
    const Wide border_twice = 2 * below + 1;
    const Wide share_twice_above = 2 * (share.numerator - below * share.denominator);
    const bool up = share_twice_above >= share.denominator;
    const Wide distance =
        up ? share_twice_above - share.denominator : share.denominator - share_twice_above;
    return {up, quotient_text(border_twice, 2, 1), !up,
            ExactShare{distance, 2 * share.denominator}.in_lowest_terms()};
}

MunicipalityExplanation explain_municipality(const MunicipalityList& list,
                                             const Allocation& allocation, std::size_t i) {
    MunicipalityExplanation explanation;
    explanation.municipality = i;
    const Weight weight = allocation.weights[i];
    explanation.steps.push_back(weight_step(list, allocation, i));
    explanation.steps.push_back(total_step(allocation, i));
    explanation.steps.push_back(
        share_step(allocation, i, Rule::share, allocation.need, Quantity::need));
    explanation.steps.push_back(rounding_step(explanation.steps.back(), Rule::rounding,
                                              Quantity::share, allocation.places[i]));
    explanation.border = rounding_border(allocation.share(weight));
    if (allocation.minors_need) {
        explanation.steps.push_back(share_step(allocation, i, Rule::minors_share,
                                               *allocation.minors_need, Quantity::minors_need));
        explanation.steps.push_back(rounding_step(explanation.steps.back(), Rule::minors_rounding,
                                                  Quantity::minors_share, allocation.minors[i]));
        explanation.minors_border = rounding_border(allocation.minors_share(weight));
    }

    const ExactShare share = allocation.share(weight).in_lowest_terms();
    const Places population_places =
        rounded(exact_share(list.inhabitants[i], allocation.inhabitants, allocation.need));
    explanation.score_effect = score_effect(allocation, list.inhabitants[i], share,
                                            allocation.places[i], population_places);

    for (Rank* rank : {&explanation.places_in_province, &explanation.places_in_country,
                       &explanation.rate_in_province, &explanation.rate_in_country})
        rank->place = 1;
    for (std::size_t other = 0; other < list.size(); ++other) {
        const bool more = allocation.places[other] > allocation.places[i];
        const bool denser = has_higher_rate(allocation.weights[other], list.inhabitants[other],
                                            weight, list.inhabitants[i]);
        const bool neighbour = list.provinces[other] == list.provinces[i];
        explanation.places_in_country.place += more ? 1 : 0;
        explanation.rate_in_country.place += denser ? 1 : 0;
        explanation.places_in_province.place += more && neighbour ? 1 : 0;
        explanation.rate_in_province.place += denser && neighbour ? 1 : 0;
        explanation.places_in_province.of += neighbour ? 1 : 0;
    }
    explanation.rate_in_province.of = explanation.places_in_province.of;
    explanation.places_in_country.of = explanation.rate_in_country.of = list.size();
    return explanation;
}

ProvinceExplanation explain_province(const MunicipalityList& list, const Allocation& allocation,
                                     const ProvincialTask& task) {
    ProvinceExplanation explanation;
    explanation.task = &task;
    Places population_places = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list.provinces[i] != task.province) continue;
        explanation.municipalities.push_back(i);
        population_places +=
            rounded(exact_share(list.inhabitants[i], allocation.inhabitants, allocation.need));
    }
    explanation.steps.push_back(task_step(Rule::task, explanation.municipalities, allocation.places,
                                          Quantity::places, task.places));
    if (task.minors) {
        explanation.steps.push_back(task_step(Rule::minors_task, explanation.municipalities,
                                              allocation.minors, Quantity::minors_places,
                                              *task.minors));
    }
    explanation.share = allocation.share(task.weight).in_lowest_terms();
    // One denominator is 1, so this always fits.
    explanation.rounding = difference(static_cast<Wide>(task.places), 1,
                                      explanation.share.numerator, explanation.share.denominator)
                               .value_or(SignedFraction{});
    explanation.score_effect = score_effect(allocation, task.inhabitants, explanation.share,
                                            task.places, population_places);
    explanation.places_in_country = explanation.rate_in_country = {1, allocation.provinces.size()};
    for (const ProvincialTask& other : allocation.provinces) {
        explanation.places_in_country.place += other.places > task.places ? 1 : 0;
        explanation.rate_in_country.place +=
            has_higher_rate(other.weight, other.inhabitants, task.weight, task.inhabitants) ? 1 : 0;
    }
    return explanation;
}

std::vector<RateRanks> rate_ranks(const MunicipalityList& list, std::span<const Places> places) {
    const auto is_denser = [&](std::size_t one, std::size_t other) {
        return places[one] * list.inhabitants[other] > places[other] * list.inhabitants[one];
    };
    // How many stand in an order so far, and where the last of them does.
    struct Standing {
        std::size_t seen = 0, place = 0, last = 0;
    };
    std::vector<Standing> provinces;
    for (const std::uint16_t province : list.provinces)
        provinces.resize(std::max<std::size_t>(provinces.size(), province + 1U));
    Standing country;
    const auto next = [&](Standing& standing, std::size_t at) {
        if (standing.seen++ == 0 || is_denser(standing.last, at)) standing.place = standing.seen;
        standing.last = at;
        return standing.place;
    };
    std::vector<RateRanks> ranks(list.size());
    for (const std::size_t at : positions_in_order(list.size(), is_denser))
        ranks[at] = {next(provinces[list.provinces[at]], at), next(country, at)};
    return ranks;
}

std::optional<std::int64_t> inhabitants_per_place(std::uint64_t inhabitants, Places places) {
    if (places <= 0) return std::nullopt;
    const auto divisor = static_cast<std::uint64_t>(places);
    return static_cast<std::int64_t>((2 * inhabitants + divisor) / (2 * divisor));
}

}  // namespace spreiding
