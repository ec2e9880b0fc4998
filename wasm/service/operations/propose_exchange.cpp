// Closed sets of exchanges, as a proposal.
#include <array>
#include <utility>
#include <vector>

#include "province/closed_sets.hpp"
#include "service/contract/provincial.hpp"
#include "service/lists.hpp"
#include "service/operations.hpp"
#include "service/response.hpp"

namespace spreiding::service {
Response propose_exchange(Parameters& parameters, const Files&) {
    std::vector<std::string> municipalities;
    std::vector<Wish> wishes;
    each_object(parameters, "wishes", most_wishes, [&](Parameters& given, std::size_t at) {
        const auto municipality = given.text("municipality");
        const Json* wanted = given.object("wanted");
        if (!municipality || wanted == nullptr) return;
        Wish wish{.municipality = at};
        wish.up_to = flag_or(given, "upTo", false);
        Parameters amounts(*wanted, "wishes.wanted.");
        for (std::size_t ledger = 0; ledger < ledgers; ++ledger) {
            wish.wanted[ledger] =
                whole_within_or_none(amounts, name_of(static_cast<Ledger>(ledger)).data(),
                                     -most_transferred, most_transferred)
                    .value_or(0);
        }
        if (amounts.error()) given.fail(*amounts.error());
        municipalities.push_back(*municipality);
        wishes.push_back(wish);
    });
    if (parameters.error()) return refuse(*parameters.error());

    const ExchangeProposal proposal = spreiding::propose_exchange(wishes);
    return answer(contract::ProposeExchangeResult{municipalities, proposal}, {});
}

}  // namespace spreiding::service
