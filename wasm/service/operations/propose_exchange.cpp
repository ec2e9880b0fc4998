// Closed sets of exchanges, as a proposal.
#include <array>
#include <utility>
#include <vector>

#include "province/closed_sets.hpp"
#include "service/contract/provincial.hpp"
#include "service/operations.hpp"
#include "service/response.hpp"

namespace spreiding::service {
Response propose_exchange(Parameters& parameters, const Files&) {
    std::vector<std::string> municipalities;
    std::vector<Wish> wishes;
    parameters.each("wishes", [&](const Parameters& given, std::size_t at) {
        Wish wish{.municipality = at};
        wish.up_to = given.flag("upTo");
        const Parameters wanted = *given.object("wanted");
        for (std::size_t ledger = 0; ledger < ledgers; ++ledger) {
            wish.wanted[ledger] =
                wanted.whole(name_of(static_cast<Ledger>(ledger)).data()).value_or(0);
        }
        municipalities.push_back(given.text("municipality"));
        wishes.push_back(wish);
    });

    const ExchangeProposal proposal = spreiding::propose_exchange(wishes);
    return answer(contract::ProposeExchangeResult{municipalities, proposal}, {});
}

}  // namespace spreiding::service
