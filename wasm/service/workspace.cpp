// Reads a workspace member by member: ledgers, locations, exchanges, set days and settings.
#include "service/workspace.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "values/order.hpp"

namespace spreiding::service {
namespace {

constexpr std::size_t most_municipalities = 100;
constexpr std::size_t most_exchanges = 10'000;
constexpr std::size_t most_dates = 12;
constexpr std::size_t most_files = 1'000;

constexpr std::array<std::string_view, certainties> certainty_names = {"existing", "decided",
                                                                       "intended"};
constexpr std::array<std::string_view, 2> five_year_readings = {"from_start", "remaining"};

class Reader {
  public:
    explicit Reader(Parameters& parameters) : parameters_(parameters) {}

    std::optional<Workspace> read() {
        read_municipalities();
        read_task();
        read_regions();
        each_text(parameters_, "locations", most_files, [&](const std::string& file) {
            workspace_.locations.push_back(file);
            return true;
        });
        read_notations();
        workspace_.received.resize(workspace_.municipalities.size());
        each_text(parameters_, "received", most_files, [&](const std::string& code) {
            const auto at = find_municipality(code, workspace_.municipalities);
            if (at) workspace_.received[*at] = 1;
            return at.has_value();
        });
        each_text(parameters_, "dates", most_dates, [&](const std::string& text) {
            const auto date = read_date(text);
            if (date) workspace_.dates.push_back(*date);
            return date.has_value();
        });
        read_exchanges();
        each_object(parameters_, "texts", most_exchanges, [&](Parameters& given, std::size_t) {
            const auto place = given.text("place");
            const auto text = given.text("text");
            if (place && text) workspace_.texts.push_back({*place, *text});
        });
        read_deduction();
        read_decision();
        read_grants();
        // The public edition is an operation of its own; receipts say that they are not of that.
        constexpr std::array<std::string_view, 1> editions = {"confidential"};
        word_or<std::size_t>(parameters_, "edition", editions, 0);
        if (parameters_.error()) return std::nullopt;
        return std::move(workspace_);
    }

  private:
    template <typename Visit>
    static void each_text(Parameters& parameters, const char* name, std::size_t most, Visit visit) {
        const Json* given = parameters.find(name);
        if (given == nullptr) return;
        bool right = given->is_array() && given->size() <= most;
        if (right) {
            for (const Json& item : *given)
                right = right && item.is_string() && visit(item.get<std::string>());
        }
        if (!right) parameters.fail("parameter_invalid", name);
    }

    void read_notations() {
        if (parameters_.find("notations") == nullptr) return;
        const Json* given = parameters_.object("notations");
        if (given == nullptr) return;
        note_all_read(*given);
        for (auto item = given->begin(); item != given->end(); ++item) {
            const auto notation = notation_of(item.value());
            if (!notation) {
                parameters_.fail("parameter_invalid", "notations");
                return;
            }
            workspace_.notations.emplace(item.key(), *notation);
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
        each_object(parameters_, "municipalities", most_municipalities,
                    [&](Parameters& given, std::size_t at) { read_municipality(given, at); });
        const std::size_t count = workspace_.municipalities.size();
        for (LedgerColumn& column : workspace_.ledgers) {
            column.balances.resize(count);
            column.known.resize(count);
        }
        put_in_order(workspace_.ledgers, [](const LedgerColumn& one, const LedgerColumn& other) {
            return std::pair(one.ledger, one.half_year) < std::pair(other.ledger, other.half_year);
        });
    }

    void read_municipality(Parameters& given, std::size_t at) {
        const auto text = given.text("code");
        const auto code = text ? read_code(*text) : std::nullopt;
        const auto name = given.text("name");
        const auto indicative = whole_within(given, "indicative", 0, most_places);
        const auto minors = whole_within_or_none(given, "minors", 0, indicative.value_or(0));
        const auto decided = whole_within_or_none(given, "decided", 0, most_places);
        const auto ukraine = whole_within_or_none(given, "ukraine", 0, most_places);
        if ((text && !code) || (code && find_municipality(*text, workspace_.municipalities)))
            given.fail("parameter_invalid", "code");
        if (!code || !name || !indicative) return;
        workspace_.municipalities.push_back({*code, *name});
        workspace_.indicative.push_back({*indicative, minors});
        workspace_.decided.push_back(decided);
        set_balance(Ledger::asylum_regular, {}, at, *indicative - minors.value_or(0));
        if (minors) set_balance(Ledger::asylum_minors, {}, at, *minors);
        if (ukraine) set_balance(Ledger::ukraine, {}, at, *ukraine);
        read_status_holders(given, at);
    }

    void read_status_holders(Parameters& given, std::size_t at) {
        if (given.find("statusHolders") == nullptr) return;
        const Json* targets = given.object("statusHolders");
        if (targets == nullptr) return;
        for (auto item = targets->begin(); item != targets->end(); ++item) {
            const auto half_year = read_half_year(item.key());
            Parameters inner(*targets);
            const auto number = whole_within(inner, item.key().c_str(), 0, most_persons);
            if (half_year && number) {
                set_balance(Ledger::status_holders, half_year, at, *number);
            } else {
                given.fail("parameter_invalid", "statusHolders");
            }
        }
    }

    void read_task() {
        if (parameters_.find("task") == nullptr) return;
        const Json* task = parameters_.object("task");
        if (task == nullptr) return;
        Parameters inner(*task, "task.");
        const auto total = whole_within(inner, "total", 0, most_places);
        const auto minors = whole_within_or_none(inner, "minors", 0, total.value_or(0));
        if (inner.error()) {
            parameters_.fail(*inner.error());
        } else {
            workspace_.task = {*total, minors};
        }
    }

    void read_regions() {
        each_object(
            parameters_, "regions", most_municipalities, [&](Parameters& given, std::size_t) {
                Region region{given.text("name").value_or(""), {}};
                each_text(given, "municipalities", most_municipalities,
                          [&](const std::string& code) {
                              const auto at = find_municipality(code, workspace_.municipalities);
                              if (at) region.members.push_back(*at);
                              return at.has_value();
                          });
                workspace_.regions.push_back(std::move(region));
            });
    }

    void read_exchanges() {
        constexpr std::array<std::string_view, 3> statuses = {"proposed", "agreed", "lapsed"};
        each_object(parameters_, "exchanges", most_exchanges, [&](Parameters& given, std::size_t) {
            AskedExchange exchange;
            exchange.status =
                static_cast<ExchangeStatus>(word(given, "status", statuses).value_or(0));
            if (given.find("from") != nullptr) exchange.from = day(given, "from");
            if (given.find("until") != nullptr) exchange.until = day(given, "until");
            each_object(given, "transfers", most_exchanges, [&](Parameters& transfer, std::size_t) {
                read_transfer(transfer, exchange);
            });
            workspace_.exchanges.push_back(std::move(exchange));
        });
    }

    // A municipality or number that cannot be is no error of the request: the ledgers refuse the
    // transfer, and say why.
    void read_transfer(Parameters& given, AskedExchange& exchange) {
        const auto name = given.text("ledger");
        const auto ledger = name ? named<Ledger>(*name) : std::nullopt;
        if (name && !ledger) given.fail("parameter_invalid", "ledger");
        const auto from = given.text("from");
        const auto to = given.text("to");
        // Half a place is no error of the request either: no number of it is above nought.
        const Json* asked = given.find("number");
        const auto number = asked != nullptr && asked->is_number_float()
                                ? std::optional<std::int64_t>(0)
                                : given.whole("number");
        std::optional<HalfYear> half_year;
        if (given.find("halfYear") != nullptr) {
            const auto text = given.text("halfYear");
            half_year = text ? read_half_year(*text) : std::nullopt;
            if (!half_year) given.fail("parameter_invalid", "halfYear");
        }
        if (given.error()) return;
        exchange.transfers.push_back(
            {{*ledger, half_year, find_municipality(*from, workspace_.municipalities),
              find_municipality(*to, workspace_.municipalities), *number},
             *from,
             *to});
    }

    static Certainties read_certainties(Parameters& given, Certainties otherwise) {
        if (given.find("certainties") == nullptr) return otherwise;
        Certainties chosen;
        each_text(given, "certainties", certainties, [&](const std::string& text) {
            const auto at = std::find(certainty_names.begin(), certainty_names.end(), text);
            if (at == certainty_names.end()) return false;
            chosen.takes_part[static_cast<std::size_t>(at - certainty_names.begin())] = true;
            return true;
        });
        return chosen;
    }

    // An object of settings; left out it is not asked.
    template <typename Visit>
    void settings(const char* name, Visit visit) {
        if (parameters_.find(name) == nullptr) return;
        const Json* given = parameters_.object(name);
        if (given == nullptr) return;
        Parameters inner(*given, std::string(name) + '.');
        visit(inner);
        if (inner.error()) parameters_.fail(*inner.error());
    }

    void read_deduction() {
        settings("deduction", [&](Parameters& given) {
            DeductionWish wish;
            wish.day = day(given, "day").value_or(CalendarDate{});
            wish.reading.five_years =
                word_or(given, "fiveYears", five_year_readings, wish.reading.five_years);
            wish.reading.special_places_together = flag_or(given, "specialPlacesTogether", true);
            wish.reading.certainties = read_certainties(given, wish.reading.certainties);
            workspace_.deduction = wish;
        });
    }

    void read_decision() {
        settings("decision", [&](Parameters& given) {
            DecisionWish wish;
            wish.day = day(given, "day").value_or(CalendarDate{});
            if (given.find("until") != nullptr) wish.reading.until = day(given, "until");
            wish.reading.certainties = read_certainties(given, wish.reading.certainties);
            workspace_.decision = wish;
        });
    }

    void read_grants() {
        constexpr std::array<std::string_view, 3> roundings = {"up", "down", "half_up"};
        constexpr std::array<std::string_view, 3> exclusions = {"lessen_surplus", "lessen_payment",
                                                                "fill_threshold"};
        settings("grants", [&](Parameters& given) {
            GrantWish wish;
            wish.day = day(given, "day").value_or(CalendarDate{});
            wish.start = day(given, "start").value_or(CalendarDate{});
            wish.end = day(given, "end").value_or(CalendarDate{});
            // Months are counted one by one: a century is more than any period of the law.
            if (wish.end < wish.start || wish.end.year > wish.start.year + 100)
                given.fail("parameter_invalid", "end");
            GrantSettings& reading = wish.reading;
            reading.five_years =
                word_or(given, "fiveYears", five_year_readings, reading.five_years);
            reading.special_places_durable = flag_or(given, "specialPlacesDurable", true);
            reading.special_places_also_durable = flag_or(given, "specialPlacesAlsoDurable", false);
            reading.certainties = read_certainties(given, reading.certainties);
            reading.threshold = word_or(given, "threshold", roundings, reading.threshold);
            reading.excluded = word_or(given, "excluded", exclusions, reading.excluded);
            workspace_.grants = wish;
        });
    }

    Parameters& parameters_;
    Workspace workspace_;
};

}  // namespace

std::optional<Workspace> read_workspace(Parameters& parameters) {
    return Reader(parameters).read();
}

}  // namespace spreiding::service
