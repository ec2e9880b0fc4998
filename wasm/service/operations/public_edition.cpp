// The public edition of a provincial table: public numbers as they are, remainders of confidential
// ones as the core lets them be printed, tests of what is public alone, public exchanges. Nothing
// else in it is computed from what is confidential.
#include <algorithm>
#include <numeric>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "province/disclosure.hpp"
#include "service/open_files.hpp"
#include "service/operations.hpp"
#include "service/response.hpp"
#include "service/workspace.hpp"
#include "values/fingerprint.hpp"

namespace spreiding::service {
namespace {

constexpr std::size_t most_editions = 1'000;
constexpr std::size_t most_numbers = 1'000'000;
// What is lent to a ledger that rests on confidential exchanges, so that none of the public ones
// is refused for what it cannot see.
constexpr std::int64_t lent = 1'000'000'000'000;

struct Release {
    std::size_t municipality = 0;
    std::string reason;
};

/// What the public edition is asked beside the workspace.
struct Question {
    std::vector<Release> releases;           ///< municipalities that let their numbers be printed
    std::vector<LedgerColumn> confidential;  ///< ledgers in which there are confidential exchanges
    std::vector<PrintedEdition> earlier;
    std::optional<std::string> anyway;  ///< why a person prints all remainders
};

class QuestionReader {
  public:
    QuestionReader(Parameters& parameters, const Workspace& workspace)
        : parameters_(parameters), workspace_(workspace) {}

    std::optional<Question> read() {
        each_object(parameters_, "releases", 100, [&](Parameters& given, std::size_t) {
            const auto municipality = municipality_of(given);
            const auto reason = given.text("reason");
            if (reason && reason->empty()) given.fail("parameter_invalid", "reason");
            if (municipality && reason) question_.releases.push_back({*municipality, *reason});
        });
        each_object(parameters_, "confidentialLedgers", 1'000,
                    [&](Parameters& given, std::size_t) { read_ledger(given); });
        each_object(parameters_, "earlier", most_editions,
                    [&](Parameters& given, std::size_t) { read_edition(given); });
        if (parameters_.find("printAnyway") != nullptr) {
            question_.anyway = parameters_.text("printAnyway");
            if (question_.anyway && question_.anyway->empty())
                parameters_.fail("parameter_invalid", "printAnyway");
        }
        if (parameters_.error()) return std::nullopt;
        return std::move(question_);
    }

  private:
    std::optional<std::size_t> municipality_of(Parameters& given) const {
        const auto code = given.text("municipality");
        if (!code) return std::nullopt;
        const auto found = find_municipality(*code, workspace_.municipalities);
        if (!found) given.fail("parameter_invalid", "municipality");
        return found;
    }

    void read_ledger(Parameters& given) {
        const auto name = given.text("ledger");
        const auto ledger = name ? named<Ledger>(*name) : std::nullopt;
        std::optional<HalfYear> half_year;
        if (given.find("halfYear") != nullptr) {
            const auto text = given.text("halfYear");
            half_year = text ? read_half_year(*text) : std::nullopt;
            if (!half_year) given.fail("parameter_invalid", "halfYear");
        }
        if (!ledger) given.fail("parameter_invalid", "ledger");
        if (!given.error()) question_.confidential.push_back({*ledger, half_year, {}, {}});
    }

    // A municipality that is not in the province any more still hides others: it gets a place of
    // its own behind those that are.
    std::size_t place_of(const std::string& code) {
        if (const auto found = find_municipality(code, workspace_.municipalities)) return *found;
        const auto known = std::find(gone_.begin(), gone_.end(), code);
        const auto place = static_cast<std::size_t>(known - gone_.begin());
        if (known == gone_.end()) gone_.push_back(code);
        return workspace_.municipalities.size() + place;
    }

    void read_edition(Parameters& given) {
        PrintedEdition edition;
        each_object(given, "numbers", most_numbers, [&](Parameters& number, std::size_t) {
            const auto code = number.text("municipality");
            const auto key = number.text("key");
            const auto places = whole_within(number, "places", 0, most_places);
            if (code && key && places)
                edition.numbers.push_back({place_of(*code), *key, *places, number.flag("public")});
        });
        each_object(given, "sums", most_numbers, [&](Parameters& sum, std::size_t) {
            constexpr std::array<std::string_view, 2> forms = {"exact", "range"};
            SecretSum printed;
            printed.form = word(sum, "form", forms).value_or(0) == 0 ? RemainderForm::exact
                                                                     : RemainderForm::range;
            const Json* members = sum.find("members");
            bool right = members != nullptr && members->is_array();
            for (std::size_t at = 0; right && at < members->size(); ++at) {
                const Json& member = (*members)[at];
                right = member.is_number_unsigned() &&
                        member.get<std::size_t>() < edition.numbers.size();
                if (right) printed.members.push_back(member.get<std::size_t>());
            }
            if (!right) sum.fail("parameter_invalid", "members");
            edition.sums.push_back(std::move(printed));
        });
        question_.earlier.push_back(std::move(edition));
    }

    Parameters& parameters_;
    const Workspace& workspace_;
    std::vector<std::string> gone_;
    Question question_;
};

template <typename Numbers>
void write_numbers(JsonWriter& json, std::string_view name, const Numbers& numbers) {
    json.name(name).begin_array();
    for (const auto number : numbers)
        json.number(static_cast<std::int64_t>(number));
    json.end_array();
}

void write_date(JsonWriter& json, const std::optional<CalendarDate>& date) {
    if (date) {
        json.text(to_text(*date));
    } else {
        json.null();
    }
}

class Edition {
  public:
    Edition(const Workspace& workspace, Question question, const Files& files)
        : workspace_(workspace), question_(std::move(question)), open_files_(files, findings_) {}

    // The name of a file that was not given; nothing where all were.
    std::optional<std::string> read_locations() {
        std::vector<Location> locations;
        for (const std::string& name : workspace_.locations) {
            const OpenFile* file = open_files_.open(name);
            if (file == nullptr) return name;
            const auto said = workspace_.notations.find(name);
            auto read = spreiding::read_locations(
                file->sheet, name, workspace_.municipalities,
                said == workspace_.notations.end() ? std::nullopt : std::optional(said->second),
                findings_);
            const auto is_public = [](const Location& location) { return location.is_public(); };
            if (!read.empty() && std::all_of(read.begin(), read.end(), is_public))
                public_files_.push_back(file);
            std::move(read.begin(), read.end(), std::back_inserter(locations));
        }
        for (const Release& release : question_.releases) {
            for (Location& location : locations) {
                if (location.municipality == release.municipality) location.number_is_public = true;
            }
        }
        list_ = join_locations(std::move(locations), workspace_.municipalities.size(), findings_);
        part_ = public_part(list_);
        more_ = have_more(list_, part_);
        std::vector<std::vector<std::size_t>> regions;
        for (const Region& region : workspace_.regions)
            regions.push_back(region.members);
        remainders_ = public_remainders(list_, workspace_.dates, regions, question_.earlier,
                                        question_.anyway.has_value());
        return std::nullopt;
    }

    Response answer() {
        look_for_persons();
        for (const std::size_t municipality : remainders_.exposed) {
            if (municipality < workspace_.municipalities.size())
                findings_.add({.code = FindingCode::number_exposed,
                               .raw = workspace_.municipalities[municipality].name});
        }
        JsonWriter outcome;
        outcome.begin_object();
        outcome.name("edition").text("public");
        outcome.name("files").begin_array();
        for (const OpenFile* file : public_files_)
            outcome.text(file->fingerprint());
        outcome.end_array();
        write_locations(outcome);
        write_exchanges(outcome);
        write_offers(outcome);
        write_deduction(outcome);
        write_decision(outcome);
        write_grants(outcome);
        write_said(outcome);
        outcome.end_object();
        std::string text = std::move(outcome).take();
        const std::string receipt = to_text(sha256(text));
        text.pop_back();
        text.append(",\"receipt\":\"").append(receipt).append("\"}");
        JsonWriter json = accepted();
        json.raw(text);
        return finish(std::move(json), findings_);
    }

    // What the edition prints, with the numbers behind it: for the confidential workspace.
    Response record() {
        JsonWriter json = accepted();
        json.begin_object().name("numbers").begin_array();
        for (const PrintedEdition::Number& number : remainders_.edition.numbers) {
            json.begin_object();
            json.name("municipality").text(code_of(number.municipality));
            json.name("key").text(number.key);
            json.name("places").number(number.places);
            json.name("public").flag(number.is_public);
            json.end_object();
        }
        json.end_array().name("sums").begin_array();
        for (const SecretSum& sum : remainders_.edition.sums) {
            json.begin_object().name("form").text(name_of(sum.form));
            write_numbers(json, "members", sum.members);
            json.end_object();
        }
        json.end_array().end_object();
        return finish(std::move(json), {});
    }

  private:
    std::string code_of(std::size_t municipality) const {
        return workspace_.municipalities[municipality].code.text();
    }

    void look_for_persons() {
        for (const FreeText& text : workspace_.texts) {
            if (may_be_personal(text.text))
                findings_.add({.code = FindingCode::personal_data_suspected,
                               .file = text.place,
                               .raw = text.text,
                               .about = "note"});
        }
    }

    // Of a location whose number stays confidential what it is, of one whose identity does nothing.
    void write_locations(JsonWriter& json) {
        std::vector<std::int64_t> shown(list_.locations.size(), -1);
        std::int64_t count = 0;
        for (std::size_t at = 0; at < shown.size(); ++at) {
            if (list_.locations[at].location.identity_is_public) shown[at] = count++;
        }
        json.name("locations").begin_array();
        for (std::size_t at = 0; at < shown.size(); ++at) {
            if (shown[at] < 0) continue;
            const PlacedLocation& placed = list_.locations[at];
            const Location& location = placed.location;
            json.begin_object();
            json.name("municipality").number(static_cast<std::int64_t>(location.municipality));
            json.name("id").text(location.id);
            json.name("name").text(location.name);
            json.name("kind").text(name_of(location.kind));
            json.name("places");
            if (location.number_is_public) {
                json.number(location.places);
            } else {
                json.null();
            }
            json.name("from").text(to_text(location.from));
            json.name("until");
            write_date(json, location.until);
            json.name("certainty").text(name_of(location.certainty));
            json.name("continues");
            if (placed.continues && shown[*placed.continues] >= 0) {
                json.number(shown[*placed.continues]);
            } else {
                json.null();
            }
            json.name("note").text(location.note);
            json.end_object();
        }
        json.end_array();
    }

    bool is_confidential(const LedgerColumn& column) const {
        return std::any_of(question_.confidential.begin(), question_.confidential.end(),
                           [&](const LedgerColumn& other) {
                               return other.ledger == column.ledger &&
                                      other.half_year == column.half_year;
                           });
    }

    // The public exchanges entered in some ledgers, agreed ones first; with proposed ones or not.
    Ledgers entered(const std::vector<LedgerColumn>& start, std::optional<CalendarDate> day,
                    bool with_proposed) const {
        Ledgers ledgers(start, day);
        for (const bool agreed : {true, false}) {
            for (const AskedExchange& asked : workspace_.exchanges) {
                if ((asked.status == ExchangeStatus::agreed) != agreed) continue;
                if (!agreed && !with_proposed) continue;
                ledgers.enter(exchange_of(asked));
            }
        }
        return ledgers;
    }

    static Exchange exchange_of(const AskedExchange& asked) {
        Exchange exchange{asked.status, {}, asked.from, asked.until};
        for (const AskedTransfer& transfer : asked.transfers)
            exchange.transfers.push_back(transfer.transfer);
        return exchange;
    }

    // Each reference date has ledgers of its own, as in the confidential edition; an exchange is
    // judged as if all of them were in force.
    void write_exchanges(JsonWriter& json) {
        std::vector<LedgerColumn> start = workspace_.ledgers;
        for (LedgerColumn& column : start) {
            if (!is_confidential(column)) continue;
            for (std::int64_t& balance : column.balances)
                balance += lent;
        }
        write_outcomes(json, entered(workspace_.ledgers, {}, true), entered(start, {}, true));
        std::vector<std::optional<CalendarDate>> days(workspace_.dates.begin(),
                                                      workspace_.dates.end());
        if (days.empty()) days.emplace_back();
        const bool have_periods =
            std::any_of(workspace_.exchanges.begin(), workspace_.exchanges.end(),
                        [](const AskedExchange& asked) { return asked.from || asked.until; });
        json.name("ledgers").begin_array();
        for (std::size_t day = 0; day < days.size(); ++day) {
            const Ledgers agreed = entered(start, days[day], false);
            const Ledgers proposed = entered(start, days[day], true);
            tasks_.push_back(tasks_after(agreed));
            for (std::size_t at = 0; at < start.size(); ++at) {
                const bool by_date = have_periods && !workspace_.ledgers[at].half_year;
                if (day > 0 && !by_date) continue;
                write_ledger(json, workspace_.ledgers[at], by_date ? days[day] : std::nullopt,
                             agreed.columns()[at], proposed.columns()[at]);
            }
        }
        json.end_array();
    }

    void write_ledger(JsonWriter& json, const LedgerColumn& before,
                      std::optional<CalendarDate> date, const LedgerColumn& agreed,
                      const LedgerColumn& proposed) const {
        json.begin_object();
        json.name("ledger").text(name_of(before.ledger));
        json.name("halfYear");
        if (before.half_year) {
            json.text(to_text(*before.half_year));
        } else {
            json.null();
        }
        json.name("date");
        write_date(json, date);
        json.name("flow").flag(before.ledger == Ledger::status_holders);
        json.name("more").flag(is_confidential(before));
        const auto write = [&](std::string_view name, const LedgerColumn& column) {
            json.name(name).begin_array();
            for (std::size_t of = 0; of < column.balances.size(); ++of)
                json.number_or_null(balance_of(column, of));
            json.end_array();
        };
        write("before", before);
        write("agreed", agreed);
        write("withProposed", proposed);
        json.name("sum").number(
            std::accumulate(before.balances.begin(), before.balances.end(), std::int64_t{0}));
        json.end_object();
    }

    // What each municipality has to do after exchanges: regular places and those for minors.
    std::vector<std::optional<Places>> tasks_after(const Ledgers& ledgers) const {
        std::vector<std::optional<Places>> tasks(workspace_.municipalities.size(), Places{0});
        for (const LedgerColumn& column : ledgers.columns()) {
            if (column.ledger != Ledger::asylum_regular && column.ledger != Ledger::asylum_minors)
                continue;
            for (std::size_t at = 0; at < tasks.size(); ++at) {
                const auto balance = balance_of(column, at);
                if (tasks[at] && (balance || !column.knows(at))) {
                    *tasks[at] += balance.value_or(0);
                } else {
                    tasks[at].reset();
                }
            }
        }
        return tasks;
    }

    // Nothing where it is not known, or would be below nought without what is confidential.
    std::optional<std::int64_t> balance_of(const LedgerColumn& column,
                                           std::size_t municipality) const {
        if (!column.knows(municipality)) return std::nullopt;
        std::int64_t balance = column.balances[municipality];
        if (balance >= lent / 2) balance -= lent;
        if (balance < 0) return std::nullopt;
        return balance;
    }

    // An exchange that would be refused but for what is confidential rests on that.
    void write_outcomes(JsonWriter& json, const Ledgers& alone, const Ledgers& with_lent) {
        std::size_t agreed = 0;
        auto other = static_cast<std::size_t>(std::count_if(
            workspace_.exchanges.begin(), workspace_.exchanges.end(),
            [](const AskedExchange& each) { return each.status == ExchangeStatus::agreed; }));
        json.name("exchanges").begin_array();
        for (const AskedExchange& asked : workspace_.exchanges) {
            const std::size_t at = asked.status == ExchangeStatus::agreed ? agreed++ : other++;
            const auto& refusal = with_lent.refusal(at);
            const bool rests = !refusal && alone.refusal(at);
            json.begin_object();
            json.name("status").text(name_of(asked.status));
            json.name("holds").flag(asked.status != ExchangeStatus::lapsed && !refusal && !rests);
            json.name("restsOnConfidential").flag(rests);
            json.name("dates").begin_array();
            for (const CalendarDate date : workspace_.dates) {
                if (asked.status != ExchangeStatus::lapsed && exchange_of(asked).is_in_force(date))
                    json.text(to_text(date));
            }
            json.end_array();
            json.name("refusal");
            if (refusal) {
                json.begin_object();
                json.name("transfer").number(static_cast<std::int64_t>(refusal->transfer));
                json.name("rule").text(name_of(refusal->rule));
                json.name("shortfall").number(refusal->shortfall);
                json.end_object();
            } else {
                json.null();
            }
            json.end_object();
        }
        json.end_array();
    }

    // Whether anything of a municipality was received: what is not known is not nought.
    bool is_known(std::size_t municipality) const {
        return workspace_.received[municipality] != 0 ||
               std::any_of(list_.locations.begin(), list_.locations.end(),
                           [&](const PlacedLocation& placed) {
                               return placed.location.municipality == municipality;
                           });
    }

    // Whether a municipality has confidential numbers of a kind on any of the dates: on which, is
    // not said.
    bool has_secrets(std::size_t municipality, PlaceKind kind) const {
        const auto counts = [&](const PlacedLocation& placed) {
            return std::any_of(workspace_.dates.begin(), workspace_.dates.end(),
                               [&](CalendarDate day) { return placed.counts_on(day); });
        };
        return std::any_of(
            list_.locations.begin(), list_.locations.end(), [&](const PlacedLocation& placed) {
                const Location& location = placed.location;
                return location.municipality == municipality && location.kind == kind &&
                       !location.number_is_public && counts(placed);
            });
    }

    // The locations whose number is public, only to be counted on a day: who continues whom is
    // lost.
    LocationList public_numbers() const {
        LocationList numbers = list_;
        std::erase_if(numbers.locations, [](const PlacedLocation& placed) {
            return !placed.location.number_is_public;
        });
        return numbers;
    }

    static void write_count(JsonWriter& json, const PlaceCount& count) {
        json.name("offered").begin_object();
        json.name("regular").number(count.of(PlaceKind::regular));
        json.name("minors").number(count.of(PlaceKind::minors));
        json.name("otherSpecial").number(count.of(PlaceKind::other_special));
        json.name("byCertainty").begin_array();
        for (std::size_t certainty = 0; certainty < certainties; ++certainty)
            json.number(count.of(static_cast<Certainty>(certainty)));
        json.end_array();
        json.name("total").number(count.total());
        json.end_object();
    }

    void write_offers(JsonWriter& json) {
        const LocationList numbers = public_numbers();
        std::vector<std::size_t> all(workspace_.municipalities.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        json.name("offers").begin_array();
        for (std::size_t day = 0; day < workspace_.dates.size(); ++day) {
            const CalendarDate date = workspace_.dates[day];
            const DateRemainders& remainders = remainders_.dates[day];
            const auto balances = offer_balances(places_on(numbers, date), workspace_.indicative);
            json.begin_object();
            json.name("date").text(to_text(date));
            json.name("municipalities").begin_array();
            for (const std::size_t at : all)
                write_municipality(json, at, balances[at], tasks_[day][at]);
            json.end_array();
            json.name("regions").begin_array();
            for (std::size_t at = 0; at < workspace_.regions.size(); ++at) {
                const Region& region = workspace_.regions[at];
                json.begin_object();
                json.name("name").text(region.name);
                write_sum(json, sum_of(balances, region.members), region.members,
                          remainders.regions[at]);
                json.end_object();
            }
            json.end_array();
            json.name("province").begin_object();
            const OfferBalance province = sum_of(balances, all, workspace_.task);
            write_sum(json, province, all, remainders.province);
            write_remainder(json, "minorsRemainder", remainders.minors);
            const auto minors = whole(province.offered.of(PlaceKind::minors), remainders.minors);
            json.name("totalMinors").number_or_null(minors);
            json.name("minorsDifference");
            json.number_or_null(difference(minors, province.indicative.minors));
            json.end_object();
            json.end_object();
        }
        json.end_array();
    }

    static std::optional<Places> difference(std::optional<Places> offered,
                                            std::optional<Places> indicative) {
        if (!offered || !indicative) return std::nullopt;
        return *offered - *indicative;
    }

    void write_municipality(JsonWriter& json, std::size_t at, const OfferBalance& balance,
                            std::optional<Places> task) const {
        constexpr std::array kinds = {PlaceKind::regular, PlaceKind::minors,
                                      PlaceKind::other_special};
        bool more = false;
        json.begin_object();
        json.name("known").flag(is_known(at));
        write_count(json, balance.offered);
        json.name("more").begin_array();
        for (const PlaceKind kind : kinds) {
            if (!has_secrets(at, kind)) continue;
            json.text(name_of(kind));
            more = true;
        }
        json.end_array();
        json.name("indicative").number(balance.indicative.total);
        json.name("indicativeMinors").number_or_null(balance.indicative.minors);
        json.name("difference");
        json.number_or_null(more || !is_known(at) ? std::nullopt
                                                  : std::optional(balance.difference));
        json.name("minorsDifference");
        json.number_or_null(has_secrets(at, PlaceKind::minors) || !is_known(at)
                                ? std::nullopt
                                : balance.minors_difference);
        json.name("taskAfterAgreed").number_or_null(task);
        json.end_object();
    }

    // Public and confidential together, where both are printed.
    static std::optional<Places> whole(Places offered, const Remainder& remainder) {
        if (remainder.form == RemainderForm::none) return offered;
        if (remainder.form == RemainderForm::exact) return offered + remainder.from;
        return std::nullopt;
    }

    static void write_remainder(JsonWriter& json, std::string_view name,
                                const Remainder& remainder) {
        const bool has_number =
            remainder.form == RemainderForm::exact || remainder.form == RemainderForm::range;
        json.name(name).begin_object();
        json.name("form").text(name_of(remainder.form));
        json.name("from").number_or_null(has_number ? std::optional(remainder.from) : std::nullopt);
        json.name("to").number_or_null(has_number ? std::optional(remainder.to) : std::nullopt);
        json.end_object();
    }

    void write_sum(JsonWriter& json, const OfferBalance& balance,
                   std::span<const std::size_t> members, const Remainder& remainder) const {
        json.name("known").number(std::count_if(members.begin(), members.end(),
                                                [&](std::size_t at) { return is_known(at); }));
        json.name("municipalities").number(static_cast<std::int64_t>(members.size()));
        write_count(json, balance.offered);
        write_remainder(json, "remainder", remainder);
        const auto total = whole(balance.offered.total(), remainder);
        json.name("total").number_or_null(total);
        json.name("indicative").number(balance.indicative.total);
        json.name("indicativeMinors").number_or_null(balance.indicative.minors);
        json.name("difference").number_or_null(difference(total, balance.indicative.total));
    }

    bool anyone_has_more() const {
        return std::any_of(more_.begin(), more_.end(), [](auto flag) { return flag != 0; });
    }

    Places task() const {
        if (workspace_.task) return workspace_.task->total;
        Places sum = 0;
        for (const IndicativeShare& share : workspace_.indicative)
            sum += share.total;
        return sum;
    }

    // The tests are of the public part alone. Where a municipality has more, what follows from all
    // of its places, a minimum or an amount, is not said.
    void write_deduction(JsonWriter& json) {
        json.name("deduction");
        if (!workspace_.deduction) {
            json.null();
            return;
        }
        const auto& [day, reading] = *workspace_.deduction;
        const Deduction deduction = deduct(part_, day, reading);
        Places total = 0;
        json.begin_object();
        json.name("day").text(to_text(day));
        json.name("municipalities").begin_array();
        for (std::size_t at = 0; at < more_.size(); ++at) {
            const MunicipalDeduction& municipality = deduction.municipalities[at];
            json.begin_object();
            write_numbers(json, "durable", municipality.durable);
            if (more_[at] == 0) {
                write_numbers(json, "deducted", municipality.deducted);
                total += municipality.total();
            } else {
                json.name("deducted").null();
            }
            json.end_object();
        }
        json.end_array();
        json.name("total").number(total);
        json.name("more").flag(anyone_has_more());
        json.name("toMakeAvailable");
        json.number_or_null(anyone_has_more() ? std::nullopt
                                              : std::optional(std::max<Places>(0, task() - total)));
        json.end_object();
    }

    void write_decision(JsonWriter& json) {
        json.name("decision");
        if (!workspace_.decision) {
            json.null();
            return;
        }
        const auto& [day, reading] = *workspace_.decision;
        const auto counts = counts_towards_decision(part_, day, reading);
        Places total = 0;
        json.begin_object();
        json.name("day").text(to_text(day));
        json.name("municipalities").begin_array();
        for (std::size_t at = 0; at < counts.size(); ++at) {
            const auto decided = workspace_.decided[at];
            total += counts[at].total();
            json.begin_object();
            write_numbers(json, "places", counts[at].places);
            json.name("total").number(counts[at].total());
            json.name("more").flag(more_[at] != 0);
            json.name("decided").number_or_null(decided);
            json.name("difference");
            json.number_or_null(more_[at] != 0 ? std::nullopt
                                               : difference(counts[at].total(), decided));
            json.end_object();
        }
        json.end_array();
        json.name("total").number(total);
        json.name("more").flag(anyone_has_more());
        json.end_object();
    }

    // Without the 75 % rule where anyone has more: each part of it follows from all places.
    void write_grants(JsonWriter& json) {
        json.name("grants");
        if (!workspace_.grants) {
            json.null();
            return;
        }
        std::vector<GrantMunicipality> municipalities;
        for (std::size_t at = 0; at < workspace_.municipalities.size(); ++at)
            municipalities.push_back({workspace_.indicative[at].total, workspace_.decided[at]});
        const GrantWish& wish = *workspace_.grants;
        const Grants all = spreiding::grants(part_, municipalities, wish.day, wish.start, wish.end,
                                             task(), wish.reading);
        json.begin_object();
        json.name("municipalities").begin_array();
        for (std::size_t at = 0; at < municipalities.size(); ++at)
            write_grant(json, all.municipalities[at], more_[at] != 0);
        json.end_array();
        json.name("more").flag(anyone_has_more());
        json.name("surplusEuros");
        json.number_or_null(anyone_has_more() ? std::nullopt : std::optional(all.surplus.euros));
        json.name("total");
        json.number_or_null(anyone_has_more() ? std::nullopt : std::optional(all.total));
        json.end_object();
    }

    static void write_grant(JsonWriter& json, const MunicipalGrant& grant, bool more) {
        const auto of_all = [&](std::string_view name, std::int64_t number) {
            json.name(name).number_or_null(more ? std::nullopt : std::optional(number));
        };
        json.begin_object();
        json.name("specialPlaces").number(grant.special_places);
        json.name("durablePlaces").number(grant.durable_places);
        json.name("available").number(grant.available);
        json.name("placeMonths").number(grant.place_months);
        json.name("more").flag(more);
        of_all("specialEuros", grant.special_euros);
        of_all("submitted", grant.submitted);
        of_all("durableEuros", grant.durable_euros);
        json.end_object();
    }

    // What people decided about this edition.
    void write_said(JsonWriter& json) {
        json.name("releases").begin_array();
        for (const Release& release : question_.releases) {
            json.begin_object();
            json.name("municipality").number(static_cast<std::int64_t>(release.municipality));
            json.name("reason").text(release.reason);
            json.end_object();
        }
        json.end_array();
        json.name("printedAnyway").text_or_null(question_.anyway);
    }

    const Workspace& workspace_;
    const Question question_;
    Findings findings_;
    OpenFiles open_files_;
    std::vector<const OpenFile*> public_files_;
    LocationList list_;
    LocationList part_;
    std::vector<std::uint8_t> more_;  // one per municipality
    PublicRemainders remainders_;
    // After agreed exchanges, per date and municipality.
    std::vector<std::vector<std::optional<Places>>> tasks_;
};

Response made(Parameters& parameters, const Files& files, Response (Edition::*of)()) {
    const auto workspace = read_workspace(parameters);
    if (!workspace) return refuse(*parameters.error());
    auto question = QuestionReader(parameters, *workspace).read();
    if (!question) return refuse(*parameters.error());
    Edition edition(*workspace, std::move(*question), files);
    if (const auto missing = edition.read_locations()) return refuse({"file_not_given", *missing});
    return (edition.*of)();
}

}  // namespace

Response public_edition(Parameters& parameters, const Files& files) {
    return made(parameters, files, &Edition::answer);
}

Response edition_record(Parameters& parameters, const Files& files) {
    return made(parameters, files, &Edition::record);
}

}  // namespace spreiding::service
