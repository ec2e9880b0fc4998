// The housing target (taakstelling huisvesting vergunninghouders) of municipalities.
#include <utility>
#include <vector>

#include "province/targets.hpp"
#include "service/contract/provincial.hpp"
#include "service/operations.hpp"
#include "service/response.hpp"

namespace spreiding::service {
Response housing_targets(Parameters& parameters, const Files&) {
    const HalfYear half_year = *parameters.half_year("halfYear");
    const CalendarDate today = *parameters.day("today");
    const std::int64_t country = *parameters.whole("countryInhabitants");
    std::vector<NationalTarget> national;
    parameters.each("national", [&](const Parameters& given, std::size_t) {
        national.push_back({*given.day("from"), *given.whole("persons")});
    });
    std::vector<contract::HousingRow> rows;
    parameters.each("municipalities", [&](const Parameters& given, std::size_t) {
        const auto inhabitants = given.within("inhabitants", 0, country).value_or(0);
        rows.push_back({given.text("code"),
                        static_cast<std::uint32_t>(inhabitants),
                        given.whole("backlog"),
                        {}});
    });
    if (parameters.error()) return refuse(*parameters.error());

    const auto holding = national_target_on(national, today);
    if (!holding) rows.clear();
    Persons sum = 0;
    for (contract::HousingRow& row : rows) {
        row.target = housing_target(national[*holding].persons, row.inhabitants,
                                    static_cast<std::uint64_t>(country));
        sum += row.target.persons;
    }
    const Persons difference = holding ? sum - national[*holding].persons : 0;
    return answer(
        contract::HousingTargetsResult{half_year, holding, std::move(rows), sum, difference}, {});
}

}  // namespace spreiding::service
