// Closed sets of exchanges, as a proposal.
#include <array>
#include <utility>
#include <vector>

#include "province/closed_sets.hpp"
#include "service/lists.hpp"
#include "service/operations.hpp"
#include "service/response.hpp"

namespace spreiding::service {
namespace {

void write_wishes(JsonWriter& json, std::span<const std::size_t> wishes,
                  std::span<const std::string> municipalities) {
    json.begin_array();
    for (const std::size_t wish : wishes)
        json.text(municipalities[wish]);
    json.end_array();
}

}  // namespace

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
    JsonWriter json = accepted();
    json.begin_object();
    json.name("provenBest").flag(proposal.proven_best);
    json.name("steps").number(static_cast<std::int64_t>(proposal.steps));
    json.name("met");
    write_wishes(json, proposal.met, municipalities);
    json.name("unmet");
    write_wishes(json, proposal.unmet, municipalities);
    json.name("why").begin_array();
    for (const Unmet& unmet : proposal.why) {
        constexpr std::array<std::string_view, 3> obstacles = {"nobody", "too_little", "no_fit"};
        json.begin_object();
        json.name("municipality").text(municipalities[unmet.wish]);
        json.name("ledger").text(name_of(unmet.ledger));
        json.name("obstacle").text(obstacles[static_cast<std::size_t>(unmet.obstacle)]);
        json.name("lacking").number(unmet.lacking);
        json.end_object();
    }
    json.end_array();
    json.name("transfers").begin_array();
    for (const ProposedTransfer& transfer : proposal.transfers) {
        json.begin_object();
        json.name("ledger").text(name_of(transfer.ledger));
        json.name("from").text(municipalities[transfer.from]);
        json.name("to").text(municipalities[transfer.to]);
        json.name("number").number(transfer.number);
        json.end_object();
    }
    json.end_array().end_object();
    return finish(std::move(json), {});
}

}  // namespace spreiding::service
