// The housing target (taakstelling huisvesting vergunninghouders) of municipalities.
#include <utility>
#include <vector>

#include "province/targets.hpp"
#include "service/contract/provincial.hpp"
#include "service/lists.hpp"
#include "service/operations.hpp"
#include "service/response.hpp"

namespace spreiding::service {
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
    std::vector<contract::HousingRow> rows;
    each_object(parameters, "municipalities", 1'000, [&](Parameters& given, std::size_t) {
        const auto code = given.text("code");
        const auto inhabitants = whole_within(given, "inhabitants", 0, country.value_or(1));
        const auto backlog = whole_within_or_none(given, "backlog", -most_persons, most_persons);
        if (code && inhabitants)
            rows.push_back({*code, static_cast<std::uint32_t>(*inhabitants), backlog, {}});
    });
    if (parameters.error()) return refuse(*parameters.error());

    const auto holding = national_target_on(national, *today);
    if (!holding) rows.clear();
    Persons sum = 0;
    for (contract::HousingRow& row : rows) {
        row.target = housing_target(national[*holding].persons, row.inhabitants,
                                    static_cast<std::uint64_t>(*country));
        sum += row.target.persons;
    }
    const Persons difference = holding ? sum - national[*holding].persons : 0;
    return answer(
        contract::HousingTargetsResult{*half_year, holding, std::move(rows), sum, difference}, {});
}

}  // namespace spreiding::service
