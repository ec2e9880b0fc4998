// A simulation of how a remainder (restopgave) would be spread.
#include <utility>
#include <vector>

#include "key/remainder.hpp"
#include "service/contract/provincial.hpp"
#include "service/operations.hpp"
#include "service/response.hpp"

namespace spreiding::service {

Response spread_remainder(Parameters& parameters, const Files&) {
    const Places remainder = *parameters.whole("remainder");
    std::vector<std::string> codes;
    std::vector<Places> indicative;
    std::vector<std::uint8_t> eligible;
    parameters.each("municipalities", [&](const Parameters& given, std::size_t) {
        codes.push_back(given.text("code"));
        indicative.push_back(*given.whole("indicative"));
        eligible.push_back(given.flag("eligible") ? 1 : 0);
    });

    const RemainderSpread spread = spreiding::spread_remainder(remainder, indicative, eligible);
    return answer(contract::SpreadRemainderResult{remainder, codes, spread}, {});
}

}  // namespace spreiding::service
