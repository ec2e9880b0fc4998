// A simulation of how a remainder (restopgave) would be spread.
#include <utility>
#include <vector>

#include "key/remainder.hpp"
#include "service/answer.hpp"
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
    JsonWriter json = accepted();
    json.begin_object();
    json.name("simulation").flag(true);
    json.name("remainder").number(*remainder);
    json.name("base").number(spread.base);
    json.name("shares").begin_array();
    for (std::size_t at = 0; at < codes.size(); ++at) {
        const RemainderShare& share = spread.shares[at];
        json.begin_object();
        json.name("code").text(codes[at]);
        json.name("eligible").flag(share.eligible);
        json.name("fraction");
        write_fraction(json, share.share.in_lowest_terms());
        json.name("decimal").text(share.share.decimal());
        json.name("places").number(share.places);
        json.end_object();
    }
    json.end_array();
    json.name("sum").number(spread.sum);
    json.name("difference").number(spread.difference);
    json.end_object();
    return finish(std::move(json), {});
}

}  // namespace spreiding::service
