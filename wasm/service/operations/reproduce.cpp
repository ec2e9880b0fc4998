// Which vintages and which need reproduce a published table best.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "published/reproduction.hpp"
#include "service/combinations.hpp"
#include "service/inputs.hpp"
#include "service/operations.hpp"
#include "service/printed_file.hpp"
#include "service/response.hpp"
#include "values/order.hpp"
#include "values/wide.hpp"

namespace spreiding::service {
namespace {

struct Ranked {
    const JoinedVintages* vintages;
    std::optional<Reproduction> found;  ///< nothing over a list that is not complete
    std::optional<FactorFit> fit;

    std::size_t matches() const {
        return std::max(found ? found->matches : 0, fit ? fit->matches : 0);
    }
    std::int64_t median() const { return fit ? fit->median : 0; }
};

// As per cent with two decimals: 0.28.
std::string per_cent(std::int64_t millionths) {
    return to_text(
        SignedFraction{millionths < 0, static_cast<Wide>(millionths < 0 ? -millionths : millionths),
                       10'000},
        2);
}

void write_fit(JsonWriter& json, const Ranked& ranked) {
    json.name("fit");
    if (!ranked.fit) {
        json.null();
        return;
    }
    constexpr std::size_t most_misses = 20;
    const FactorFit& fit = *ranked.fit;
    json.begin_object();
    json.name("rows").number(static_cast<std::int64_t>(fit.rows));
    json.name("matches").number(static_cast<std::int64_t>(fit.matches));
    json.name("factor").text(to_text(Decimal{fit.factor, 6}));
    json.name("median").text(per_cent(fit.median));
    json.name("leastMedian").text(per_cent(fit.least_median));
    json.name("misses").begin_array();
    for (std::size_t at = 0; at < std::min(most_misses, fit.misses.size()); ++at) {
        const FactorFit::Miss& miss = fit.misses[at];
        json.begin_object();
        json.name("code").text(ranked.vintages->list.codes[miss.municipality].text());
        json.name("name").text(ranked.vintages->list.names[miss.municipality]);
        json.name("printed").number(miss.printed);
        json.name("deviation").text(per_cent(miss.deviation));
        json.end_object();
    }
    json.end_array().end_object();
}

struct Needs {
    NeedRange range;
    std::string_view from;
    Places reference;
};

Needs needs_of(const PrintedTable& table, const MunicipalityList& list, Places need,
               bool only_given) {
    const auto country = printed_country(table);
    if (!only_given && is_complete(table, list)) {
        const Places sum = sum_of_municipalities(table);
        return {needs_of_total(sum, list.size()), "sum_of_municipalities", country.value_or(sum)};
    }
    if (!only_given && country)
        return {needs_of_total(*country, list.size()), "country_row", *country};
    return {{need, need}, "given", need};
}

}  // namespace

Response reproduce(Parameters& parameters, const Files& files) {
    const auto request = read_inputs(parameters);
    const auto table = parameters.text("table");
    const auto changes = read_changes_file(parameters);
    const bool only_given = parameters.flag("onlyGivenNeed");
    const auto loaded = read_loaded(parameters);
    if (parameters.error()) return refuse(*parameters.error());
    Findings findings;
    const Inputs inputs(*request, files, findings);
    if (inputs.error()) return refuse(*inputs.error(), findings);
    const PrintedFile printed(*table, changes, inputs, files, findings);
    if (printed.error()) return refuse(*printed.error(), findings);

    const Combinations combinations(*request, loaded, files);
    const Needs needs = needs_of(printed.table(), inputs.list(), request->need, only_given);
    std::vector<Ranked> ranking;
    for (const JoinedVintages& vintages : combinations.joined()) {
        Ranked ranked{&vintages, {}, {}};
        if (!vintages.is_incomplete) {
            ranked.found = spreiding::reproduce(vintages.list, vintages.weights, printed.table(),
                                                needs.range, needs.reference);
        }
        ranked.fit = fit_factor(vintages.list, vintages.weights, printed.table(), needs.reference);
        ranking.push_back(std::move(ranked));
    }
    put_in_order(ranking, [](const Ranked& one, const Ranked& other) {
        if (one.matches() != other.matches()) return one.matches() > other.matches();
        return one.median() < other.median();
    });
    const bool fits_nothing = std::all_of(ranking.begin(), ranking.end(), [](const Ranked& each) {
        return each.fit && each.fit->rows > 2 && each.matches() <= 1;
    });
    if (!ranking.empty() && fits_nothing)
        findings.add({.code = FindingCode::factor_not_fitted, .file = *table});

    JsonWriter json = accepted();
    json.begin_object();
    json.name("table");
    printed.write_source(json);
    json.name("needs").begin_object();
    json.name("first").number(needs.range.first);
    json.name("last").number(needs.range.last);
    json.name("from").text(needs.from);
    json.end_object();
    json.name("ranking").begin_array();
    for (const Ranked& ranked : ranking) {
        const JoinedVintages& vintages = *ranked.vintages;
        const auto& found = ranked.found;
        const auto number = [&](std::string_view name, Places Reproduction::*value) {
            json.name(name).number_or_null(found ? std::optional((*found).*value) : std::nullopt);
        };
        json.begin_object();
        json.name("population").text(vintages.population);
        json.name("populationStatus").text(name_of(vintages.population_status));
        json.name("scores").text(vintages.scores);
        json.name("scoresStatus").text(name_of(vintages.score_status));
        json.name("isEstimate").flag(vintages.is_estimate());
        json.name("isIncomplete").flag(vintages.is_incomplete);
        json.name("matches").number(static_cast<std::int64_t>(found ? found->matches : 0));
        json.name("rows").number(static_cast<std::int64_t>(printed.table().rows.size()));
        number("need", &Reproduction::need);
        number("firstNeed", &Reproduction::first_need);
        number("lastNeed", &Reproduction::last_need);
        json.name("totalDifference")
            .number_or_null(found
                                ? std::optional(static_cast<std::int64_t>(found->total_difference))
                                : std::nullopt);
        write_fit(json, ranked);
        json.end_object();
    }
    json.end_array();
    json.name("incomparable").begin_array();
    for (const IncomparableVintages& apart : combinations.incomparable()) {
        json.begin_object();
        json.name("population").text(apart.population).name("scores").text(apart.scores);
        json.name("municipalitiesApart")
            .number(static_cast<std::int64_t>(apart.municipalities_apart));
        json.end_object();
    }
    json.end_array();
    json.end_object();
    return finish(std::move(json), findings);
}

}  // namespace spreiding::service
