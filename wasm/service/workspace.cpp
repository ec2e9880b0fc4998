// Reads a workspace member by member: ledgers, locations, exchanges, set days and settings.
#include "service/workspace.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "service/contract/parameters.hpp"
#include "values/order.hpp"

namespace spreiding::service {
namespace {

class Reader {
  public:
    explicit Reader(const Parameters& parameters) : parameters_(parameters) {}

    std::optional<Workspace> read() {
        read_municipalities();
        read_task();
        parameters_.each("regions", [&](const Parameters& given, std::size_t) {
            Region region{given.text("name"), {}};
            each_municipality(given, "municipalities",
                              [&](std::size_t at) { region.members.push_back(at); });
            workspace_.regions.push_back(std::move(region));
        });
        workspace_.locations = parameters_.texts("locations");
        if (const Json* given = parameters_.find("notations")) {
            note_all_read(*given);
            for (auto item = given->begin(); item != given->end(); ++item)
                workspace_.notations.emplace(item.key(), *notation_of(item.value()));
        }
        workspace_.received.resize(workspace_.municipalities.size());
        each_municipality(parameters_, "received",
                          [&](std::size_t at) { workspace_.received[at] = 1; });
        for (const std::string& date : parameters_.texts("dates"))
            workspace_.dates.push_back(*read_date(date));
        read_exchanges();
        parameters_.each("texts", [&](const Parameters& given, std::size_t) {
            workspace_.texts.push_back({given.text("place"), given.text("text")});
        });
        read_deduction();
        read_decision();
        read_grants();
        // The public edition is an operation of its own; receipts say that they are not of that.
        parameters_.find("edition");
        if (parameters_.error()) return std::nullopt;
        return std::move(workspace_);
    }

  private:
    template <typename Visit>
    void each_municipality(const Parameters& parameters, const char* name, Visit visit) const {
        for (const std::string& code : parameters.texts(name)) {
            if (const auto at = find_municipality(code, workspace_.municipalities))
                visit(*at);
            else
                parameters.fail("parameter_invalid", name);
        }
    }

    // A municipality's number in a ledger; the column is made when the first has one.
    void set_balance(Ledger ledger, std::optional<HalfYear> half_year, std::size_t municipality,
                     std::int64_t number) {
        auto at = std::find_if(workspace_.ledgers.begin(), workspace_.ledgers.end(),
                               [&](const LedgerColumn& column) {
                                   return column.ledger == ledger && column.half_year == half_year;
                               });
        if (at == workspace_.ledgers.end())
            at = workspace_.ledgers.insert(at, {ledger, half_year, {}, {}});
        at->balances.resize(municipality + 1);
        at->known.resize(municipality + 1);
        at->balances[municipality] = number;
        at->known[municipality] = 1;
    }

    void read_municipalities() {
        parameters_.each("municipalities", [&](const Parameters& given, std::size_t at) {
            read_municipality(given, at);
        });
        const std::size_t count = workspace_.municipalities.size();
        for (LedgerColumn& column : workspace_.ledgers) {
            column.balances.resize(count);
            column.known.resize(count);
        }
        put_in_order(workspace_.ledgers, [](const LedgerColumn& one, const LedgerColumn& other) {
            return std::pair(one.ledger, one.half_year) < std::pair(other.ledger, other.half_year);
        });
    }

    void read_municipality(const Parameters& given, std::size_t at) {
        const std::string code = given.text("code");
        const Places indicative = *given.whole("indicative");
        const auto minors = given.within("minors", 0, indicative);
        if (find_municipality(code, workspace_.municipalities))
            given.fail("parameter_invalid", "code");
        workspace_.municipalities.push_back({*read_code(code), given.text("name")});
        workspace_.indicative.push_back({indicative, minors});
        workspace_.decided.push_back(given.whole("decided"));
        set_balance(Ledger::asylum_regular, {}, at, indicative - minors.value_or(0));
        if (minors) set_balance(Ledger::asylum_minors, {}, at, *minors);
        if (const auto ukraine = given.whole("ukraine"))
            set_balance(Ledger::ukraine, {}, at, *ukraine);
        const auto targets = given.object("statusHolders");
        if (!targets) return;
        for (const auto& [name, number] : targets->json().items()) {
            const auto half_year = read_half_year(name);
            if (half_year)
                set_balance(Ledger::status_holders, half_year, at, *targets->whole(name.c_str()));
            else
                given.fail("parameter_invalid", "statusHolders");
        }
    }

    void read_task() {
        const auto task = parameters_.object("task");
        if (!task) return;
        const Places total = *task->whole("total");
        workspace_.task = {total, task->within("minors", 0, total)};
    }

    void read_exchanges() {
        parameters_.each("exchanges", [&](const Parameters& given, std::size_t) {
            AskedExchange exchange{
                given.word<ExchangeStatus>("status"), {}, given.day("from"), given.day("until")};
            given.each("transfers", [&](const Parameters& transfer, std::size_t) {
                read_transfer(transfer, exchange);
            });
            workspace_.exchanges.push_back(std::move(exchange));
        });
    }

    // A municipality or number that cannot be is no error of the request: the ledgers refuse the
    // transfer, and say why.
    void read_transfer(const Parameters& given, AskedExchange& exchange) {
        const std::string from = given.text("from");
        const std::string to = given.text("to");
        // Half a place is no error of the request either: no number of it is above nought.
        exchange.transfers.push_back(
            {{given.word<Ledger>("ledger"), given.half_year("halfYear"),
              find_municipality(from, workspace_.municipalities),
              find_municipality(to, workspace_.municipalities), given.whole("number").value_or(0)},
             from,
             to});
    }

    static Certainties read_certainties(const Parameters& given, Certainties otherwise) {
        if (given.find("certainties") == nullptr) return otherwise;
        Certainties chosen;
        for (const std::string& word : given.texts("certainties"))
            chosen.takes_part[static_cast<std::size_t>(*named<Certainty>(word))] = true;
        return chosen;
    }

    void read_deduction() {
        const auto given = parameters_.object("deduction");
        if (!given) return;
        DeductionWish wish{*given->day("day"), {}};
        DeductionSettings& reading = wish.reading;
        reading.five_years = given->word("fiveYears", asked::five_years, reading.five_years);
        reading.special_places_together = given->flag("specialPlacesTogether", true);
        reading.certainties = read_certainties(*given, reading.certainties);
        workspace_.deduction = wish;
    }

    void read_decision() {
        const auto given = parameters_.object("decision");
        if (!given) return;
        DecisionWish wish{*given->day("day"), {}};
        wish.reading.until = given->day("until");
        wish.reading.certainties = read_certainties(*given, wish.reading.certainties);
        workspace_.decision = wish;
    }

    void read_grants() {
        const auto given = parameters_.object("grants");
        if (!given) return;
        GrantWish wish{*given->day("day"), *given->day("start"), *given->day("end"), {}};
        // Months are counted one by one: a century is more than any period of the law.
        if (wish.end < wish.start || wish.end.year > wish.start.year + 100)
            given->fail("parameter_invalid", "end");
        GrantSettings& reading = wish.reading;
        reading.five_years = given->word("fiveYears", asked::five_years, reading.five_years);
        reading.special_places_durable = given->flag("specialPlacesDurable", true);
        reading.special_places_also_durable = given->flag("specialPlacesAlsoDurable");
        reading.certainties = read_certainties(*given, reading.certainties);
        reading.threshold = given->word("threshold", asked::roundings, reading.threshold);
        reading.excluded = given->word("excluded", asked::exclusions, reading.excluded);
        workspace_.grants = wish;
    }

    const Parameters& parameters_;
    Workspace workspace_;
};

}  // namespace

std::optional<Workspace> read_workspace(const Parameters& parameters) {
    return Reader(parameters).read();
}

}  // namespace spreiding::service
