// A simulation of how a remainder (restopgave) would be spread.
#include <utility>
#include <vector>

#include "key/remainder.hpp"
#include "service/contract/provincial.hpp"
#include "service/lists.hpp"
#include "service/operations.hpp"
#include "service/response.hpp"

namespace spreiding::service {

Response spread_remainder(Parameters& parameters, const Files&) {
    const auto remainder = whole_within(parameters, "remainder", 0, most_places);
    std::vector<std::string> codes;
    std::vector<Places> indicative;
    std::vector<std::uint8_t> eligible;
    each_object(parameters, "municipalities", 1'000, [&](Parameters& given, std::size_t) {
        const auto code = given.text("code");
        const auto share = whole_within(given, "indicative", 0, most_places);
        codes.push_back(code.value_or(""));
        indicative.push_back(share.value_or(0));
        eligible.push_back(given.flag("eligible") ? 1 : 0);
    });
    if (parameters.error()) return refuse(*parameters.error());

    const RemainderSpread spread = spreiding::spread_remainder(*remainder, indicative, eligible);
    return answer(contract::SpreadRemainderResult{*remainder, codes, spread}, {});
}

}  // namespace spreiding::service
