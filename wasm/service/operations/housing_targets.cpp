// The housing target (taakstelling huisvesting vergunninghouders) of municipalities.
#include <utility>
#include <vector>

#include "key/articles.hpp"
#include "province/targets.hpp"
#include "service/lists.hpp"
#include "service/operations.hpp"
#include "service/response.hpp"

namespace spreiding::service {
namespace {

struct Row {
    std::string code;
    std::uint32_t inhabitants = 0;
    std::optional<Persons> backlog;
};

void write(JsonWriter& json, const Row& row, const HousingTarget& target) {
    json.begin_object();
    json.name("code").text(row.code);
    json.name("decimal").text(target.decimal());
    json.name("target").number(target.persons);
    json.name("backlog").number_or_null(row.backlog);
    json.name("toHouse");
    if (row.backlog) {
        json.number(target.persons + *row.backlog);
    } else {
        json.null();
    }
    json.end_object();
}

}  // namespace

Response housing_targets(Parameters& parameters, const Files&) {
    const auto text = parameters.text("halfYear");
    const auto half_year = text ? read_half_year(*text) : std::nullopt;
    if (text && !half_year) parameters.fail("parameter_invalid", "halfYear");
    const auto today = day(parameters, "today");
    const auto country = whole_within(parameters, "countryInhabitants", 1, 2'147'483'647);
    std::vector<NationalTarget> national;
    each_object(parameters, "national", 100, [&](Parameters& given, std::size_t) {
        const auto from = day(given, "from");
        const auto persons = whole_within(given, "persons", 0, most_persons);
        if (from && persons) national.push_back({*from, *persons});
    });
    std::vector<Row> rows;
    each_object(parameters, "municipalities", 1'000, [&](Parameters& given, std::size_t) {
        const auto code = given.text("code");
        const auto inhabitants = whole_within(given, "inhabitants", 0, country.value_or(1));
        const auto backlog = whole_within_or_none(given, "backlog", -most_persons, most_persons);
        if (code && inhabitants)
            rows.push_back({*code, static_cast<std::uint32_t>(*inhabitants), backlog});
    });
    if (parameters.error()) return refuse(*parameters.error());

    const auto holding = national_target_on(national, *today);
    Persons sum = 0;
    JsonWriter json = accepted();
    json.begin_object();
    json.name("halfYear").text(to_text(*half_year));
    json.name("populationDay").text(to_text(population_day(*half_year)));
    json.name("article").text(articles::housing_29);
    json.name("national");
    if (holding) {
        json.number(static_cast<std::int64_t>(*holding));
    } else {
        json.null();
    }
    json.name("municipalities").begin_array();
    for (const Row& row : rows) {
        if (!holding) break;
        const HousingTarget target = housing_target(national[*holding].persons, row.inhabitants,
                                                    static_cast<std::uint64_t>(*country));
        sum += target.persons;
        write(json, row, target);
    }
    json.end_array();
    json.name("sum").number(sum);
    json.name("difference").number(holding ? sum - national[*holding].persons : 0);
    json.end_object();
    return finish(std::move(json), {});
}

}  // namespace spreiding::service
