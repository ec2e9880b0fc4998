// The provincial table: locations, offers, the three tests, and the ledgers with their exchanges.
#include <algorithm>
#include <iterator>
#include <numeric>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "key/articles.hpp"
#include "province/claims.hpp"
#include "province/disclosure.hpp"
#include "service/open_files.hpp"
#include "service/operations.hpp"
#include "service/response.hpp"
#include "service/workspace.hpp"
#include "values/fingerprint.hpp"

namespace spreiding::service {
namespace {

void write_date(JsonWriter& json, const std::optional<CalendarDate>& date) {
    if (date) {
        json.text(to_text(*date));
    } else {
        json.null();
    }
}

template <typename Numbers>
void write_numbers(JsonWriter& json, const Numbers& numbers) {
    json.begin_array();
    for (const std::int64_t number : numbers)
        json.number(number);
    json.end_array();
}

void write_count(JsonWriter& json, const PlaceCount& count) {
    json.begin_object();
    json.name("regular");
    write_numbers(json, count.places[0]);
    json.name("minors");
    write_numbers(json, count.places[1]);
    json.name("otherSpecial");
    write_numbers(json, count.places[2]);
    json.name("total").number(count.total());
    json.name("totalMinors").number(count.of(PlaceKind::minors));
    json.name("byCertainty").begin_array();
    for (std::size_t certainty = 0; certainty < certainties; ++certainty)
        json.number(count.of(static_cast<Certainty>(certainty)));
    json.end_array().end_object();
}

// Certainties that reports call guaranteed.
constexpr Certainties guaranteed{{true, true, false}};

std::optional<std::int64_t> known(bool is_known, std::int64_t number) {
    return is_known ? std::optional(number) : std::nullopt;
}

// A part of a whole in per cent, with one decimal, halves up: as reports have it.
void write_percent(JsonWriter& json, Places part, Places whole) {
    if (whole == 0) {
        json.null();
        return;
    }
    const Places tenths = (2'000 * part + whole) / (2 * whole);
    json.text(to_text(tenths / 10) + '.' + to_text(tenths % 10));
}

// The fields of an `OfferBalance`, within an object that the caller opens and ends.
void write_balance(JsonWriter& json, const OfferBalance& balance, bool is_known,
                   Places guaranteed_places) {
    json.name("offered");
    if (is_known) {
        write_count(json, balance.offered);
    } else {
        json.null();
    }
    const Places task = is_known ? balance.indicative.total : 0;
    json.name("indicative").number(balance.indicative.total);
    json.name("indicativeMinors").number_or_null(balance.indicative.minors);
    json.name("difference").number_or_null(known(is_known, balance.difference));
    json.name("minorsDifference")
        .number_or_null(is_known ? balance.minors_difference : std::nullopt);
    json.name("guaranteed").number_or_null(known(is_known, guaranteed_places));
    json.name("percent");
    write_percent(json, balance.offered.total(), task);
    json.name("guaranteedPercent");
    write_percent(json, guaranteed_places, task);
}

// What was received of a municipality.
struct Answer {
    std::int64_t rows = 0;      // locations that were taken
    std::int64_t left_out = 0;  // rows with an error
    bool known = false;
};

// The ledgers on a day, after agreed exchanges and after proposed ones as well.
struct Books {
    std::optional<CalendarDate> date;
    Ledgers agreed;
    Ledgers proposed;
};

class Table {
  public:
    Table(const Workspace& workspace, const Files& files)
        : workspace_(workspace), open_files_(files, findings_) {}

    Response answer() {
        if (const auto missing = read_locations()) return refuse({"file_not_given", *missing});
        look_for_persons();
        check_shares();
        count_answers();
        enter_exchanges();
        JsonWriter outcome;
        outcome.begin_object();
        write_outcome(outcome);
        outcome.end_object();
        std::string text = std::move(outcome).take();
        const std::string receipt = to_text(sha256(text));
        text.pop_back();
        text.append(",\"receipt\":\"").append(receipt).append("\"}");
        JsonWriter json = accepted();
        json.raw(text);
        return finish(std::move(json), findings_);
    }

  private:
    void write_outcome(JsonWriter& json) {
        json.name("edition").text("confidential");
        write_files(json);
        write_answers(json);
        write_locations(json);
        write_offers(json);
        write_ledgers(json);
        write_exchanges(json);
        write_deduction(json);
        write_decision(json);
        write_grants(json);
    }

    // The name of a file that was not given; nothing where all were.
    std::optional<std::string> read_locations() {
        std::vector<Location> locations;
        for (const std::string& name : workspace_.locations) {
            const OpenFile* file = open_files_.open(name);
            if (file == nullptr) return name;
            opened_.push_back(file);
            for (Location& location : spreiding::read_locations(
                     file->sheet, name, workspace_.municipalities, notation_said(name), findings_,
                     &columns_.emplace_back())) {
                locations.push_back(std::move(location));
            }
        }
        list_ = join_locations(std::move(locations), workspace_.municipalities.size(), findings_);
        std::vector<Location> left_out;
        for (LocationColumns& columns : columns_)
            std::move(columns.left_out.begin(), columns.left_out.end(),
                      std::back_inserter(left_out));
        find_claims(list_, left_out, findings_);
        return std::nullopt;
    }

    std::optional<Notation> notation_said(const std::string& file) const {
        const auto said = workspace_.notations.find(file);
        if (said == workspace_.notations.end()) return std::nullopt;
        return said->second;
    }

    // Texts that people typed elsewhere: notes, open points.
    void look_for_persons() {
        for (const FreeText& text : workspace_.texts) {
            if (may_be_personal(text.text))
                findings_.add({.code = FindingCode::personal_data_suspected,
                               .file = text.place,
                               .raw = text.text,
                               .about = "note"});
        }
    }

    // Shares are rounded one by one, so they add up to the task as published; where they do not,
    // one of the two is another number than it is taken for.
    void check_shares() {
        if (!workspace_.task) return;
        const auto check = [&](std::string_view about, Places task, std::optional<Places> sum) {
            if (!sum || *sum == task) return;
            findings_.add({.code = FindingCode::shares_not_task,
                           .raw = to_text(*sum),
                           .about = std::string(about),
                           .count = static_cast<std::uint32_t>(task)});
        };
        const IndicativeShare sum = sum_of_shares();
        check("total", workspace_.task->total, sum.total);
        if (workspace_.task->minors) check("minors", *workspace_.task->minors, sum.minors);
    }

    // Of whom something is known: a location, or a table received in which nothing is wrong. What
    // is not known is never nought.
    void count_answers() {
        answers_.resize(workspace_.municipalities.size());
        std::set<std::pair<std::string_view, std::uint32_t>> taken;
        for (const PlacedLocation& placed : list_.locations) {
            ++answers_[placed.location.municipality].rows;
            taken.emplace(placed.location.file, placed.location.row);
        }
        std::set<std::pair<std::string_view, std::uint32_t>> left_out;
        for (const Finding& finding : findings_.list()) {
            if (severity_of(finding.code) == Severity::error &&
                !taken.contains({finding.file, finding.row}))
                left_out.emplace(finding.file, finding.row);
        }
        for (std::size_t file = 0; file < opened_.size(); ++file) {
            for (const auto& [name, row] : left_out) {
                if (name != opened_[file]->name || row <= columns_[file].header_row) continue;
                if (const auto of = municipality_of(file, row)) {
                    ++answers_[*of].left_out;
                } else {
                    ++left_out_elsewhere_;
                }
            }
        }
        for (std::size_t at = 0; at < answers_.size(); ++at) {
            Answer& answer = answers_[at];
            answer.known =
                answer.rows > 0 || (workspace_.received[at] != 0 && answer.left_out == 0);
        }
    }

    std::optional<std::size_t> municipality_of(std::size_t file, std::uint32_t row) const {
        for (const LocationField field :
             {LocationField::municipality, LocationField::municipality_name}) {
            const std::uint32_t column = columns_[file].columns[static_cast<std::size_t>(field)];
            if (column == 0) continue;
            if (const auto found = find_municipality(opened_[file]->sheet.cell(row - 1, column - 1),
                                                     workspace_.municipalities))
                return found;
        }
        return std::nullopt;
    }

    // Agreed exchanges go first, so that no proposal stands in the way of one. Each reference date
    // has ledgers of its own: an exchange moves nothing outside its period.
    void enter_exchanges() {
        order_exchanges();
        for (const CalendarDate date : workspace_.dates)
            enter_on(date);
        if (workspace_.dates.empty()) enter_on(std::nullopt);
        for (std::size_t at = 0; at < workspace_.exchanges.size(); ++at) {
            for (const Books& books : on_)
                judge(books, at);
        }
        // One that is in force on no reference date is judged by itself, on its first or last day.
        for (std::size_t at = 0; at < workspace_.exchanges.size(); ++at) {
            const AskedExchange& asked = workspace_.exchanges[at];
            const bool is_judged = std::any_of(on_.begin(), on_.end(), [&](const Books& books) {
                return books.date && exchange_of(asked).is_in_force(*books.date);
            });
            const auto day = asked.from ? asked.from : asked.until;
            if (is_judged || !day) continue;
            Ledgers alone(workspace_.ledgers, day);
            alone.enter(exchange_of(asked));
            refusals_[at] = alone.refusal(0);
        }
        for (std::size_t at = 0; at < refusals_.size(); ++at) {
            if (refusals_[at]) find(at, *refusals_[at]);
        }
    }

    void order_exchanges() {
        const std::size_t count = workspace_.exchanges.size();
        refusals_.resize(count);
        entered_at_.resize(count);
        entered_.resize(count);
        std::iota(entered_.begin(), entered_.end(), std::size_t{0});
        const auto is_agreed = [&](std::size_t at) {
            return workspace_.exchanges[at].status == ExchangeStatus::agreed;
        };
        std::stable_partition(entered_.begin(), entered_.end(), is_agreed);
        for (std::size_t place = 0; place < count; ++place)
            entered_at_[entered_[place]] = place;
    }

    void enter_on(std::optional<CalendarDate> date) {
        Books& books = on_.emplace_back(
            Books{date, Ledgers(workspace_.ledgers, date), Ledgers(workspace_.ledgers, date)});
        for (const std::size_t at : entered_) {
            const AskedExchange& asked = workspace_.exchanges[at];
            if (asked.status == ExchangeStatus::agreed) books.agreed.enter(exchange_of(asked));
            books.proposed.enter(exchange_of(asked));
        }
    }

    void judge(const Books& books, std::size_t exchange) {
        if (!refusals_[exchange])
            refusals_[exchange] = books.proposed.refusal(entered_at_[exchange]);
    }

    static Exchange exchange_of(const AskedExchange& asked) {
        Exchange exchange{asked.status, {}, asked.from, asked.until};
        for (const AskedTransfer& transfer : asked.transfers)
            exchange.transfers.push_back(transfer.transfer);
        return exchange;
    }

    void find(std::size_t exchange, const Refusal& refusal) {
        constexpr std::array<FindingCode, 5> codes = {
            FindingCode::transfer_to_itself, FindingCode::transfer_elsewhere,
            FindingCode::transfer_not_positive, FindingCode::transfer_ledger_unknown,
            FindingCode::transfer_below_zero};
        const AskedTransfer& asked = workspace_.exchanges[exchange].transfers[refusal.transfer];
        const bool from_is_known = asked.transfer.from.has_value();
        Finding finding{.code = codes[static_cast<std::size_t>(refusal.rule)]};
        finding.row = static_cast<std::uint32_t>(exchange) + 1;
        finding.column = static_cast<std::uint32_t>(refusal.transfer) + 1;
        finding.raw =
            from_is_known && refusal.rule == TransferRule::within_province ? asked.to : asked.from;
        finding.about = name_of(asked.transfer.ledger);
        if (refusal.rule == TransferRule::not_below_zero) {
            finding.raw = workspace_.municipalities[*asked.transfer.from].name;
            finding.count = static_cast<std::uint32_t>(refusal.shortfall);
        }
        findings_.add(std::move(finding));
    }

    void write_files(JsonWriter& json) {
        json.name("files").begin_array();
        for (std::size_t at = 0; at < opened_.size(); ++at) {
            const OpenFile* file = opened_[at];
            json.begin_object();
            json.name("file").text(file->name);
            json.name("sha256").text(file->fingerprint());
            json.name("rows").number(static_cast<std::int64_t>(std::count_if(
                list_.locations.begin(), list_.locations.end(),
                [&](const PlacedLocation& placed) { return placed.location.file == file->name; })));
            json.name("headerRow").number(columns_[at].header_row);
            json.name("columns");
            write_numbers(json, columns_[at].columns);
            json.end_object();
        }
        json.end_array();
    }

    void write_answers(JsonWriter& json) const {
        json.name("answers").begin_array();
        for (const Answer& answer : answers_) {
            json.begin_object();
            json.name("known").flag(answer.known);
            json.name("rows").number(answer.rows);
            json.name("leftOut").number(answer.left_out);
            json.name("complete").flag(answer.left_out == 0);
            json.end_object();
        }
        json.end_array();
        json.name("leftOutElsewhere").number(left_out_elsewhere_);
    }

    void write_locations(JsonWriter& json) {
        json.name("locations").begin_array();
        for (const PlacedLocation& placed : list_.locations)
            write_location(json, placed);
        json.end_array();
    }

    static void write_location(JsonWriter& json, const PlacedLocation& placed) {
        const Location& location = placed.location;
        json.begin_object();
        json.name("file").text(location.file);
        json.name("row").number(location.row);
        json.name("id").text(location.id);
        json.name("name").text(location.name);
        json.name("note").text(location.note);
        json.name("municipality").number(static_cast<std::int64_t>(location.municipality));
        json.name("kind").text(name_of(location.kind));
        json.name("places").number(location.places);
        json.name("from").text(to_text(location.from));
        json.name("until");
        write_date(json, location.until);
        json.name("certainty").text(name_of(location.certainty));
        json.name("continues");
        if (placed.continues) {
            json.number(static_cast<std::int64_t>(*placed.continues));
        } else {
            json.null();
        }
        json.name("countsUntil");
        write_date(json, placed.counts_until);
        json.name("counts").flag(placed.counts);
        json.name("public");
        if (location.identity_is_public == location.number_is_public) {
            json.flag(location.is_public());
        } else {
            json.text(location.number_is_public ? "number" : "location");
        }
        json.end_object();
    }

    // What each municipality has to do after exchanges: regular places and those for minors.
    std::vector<IndicativeShare> tasks_after(const Ledgers& ledgers) const {
        std::vector<IndicativeShare> tasks(workspace_.municipalities.size());
        for (const LedgerColumn& column : ledgers.columns()) {
            if (column.ledger != Ledger::asylum_regular && column.ledger != Ledger::asylum_minors)
                continue;
            for (std::size_t at = 0; at < tasks.size(); ++at)
                tasks[at].total += column.balances[at];
        }
        return tasks;
    }

    void write_offers(JsonWriter& json) {
        std::vector<std::size_t> all(workspace_.municipalities.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        const auto periods = periods_of(list_, guaranteed);
        json.name("offers").begin_array();
        const std::span<const CalendarDate> dates = workspace_.dates;
        for (std::size_t day = 0; day < dates.size(); ++day) {
            const CalendarDate date = dates[day];
            const auto offered = places_on(list_, date);
            Balances balances{offer_balances(offered, workspace_.indicative),
                              offer_balances(offered, tasks_after(on_[day].agreed)),
                              offer_balances(offered, tasks_after(on_[day].proposed)),
                              guaranteed_on(periods, date)};
            json.begin_object();
            json.name("date").text(to_text(date));
            json.name("municipalities").begin_array();
            for (const std::size_t at : all)
                write_municipal_offer(json, balances, at);
            json.end_array();
            json.name("regions").begin_array();
            for (const Region& region : workspace_.regions) {
                json.begin_object();
                json.name("name").text(region.name);
                write_sum(json, balances, region.members, {});
                json.end_object();
            }
            json.end_array();
            json.name("province").begin_object();
            write_sum(json, balances, all, workspace_.task);
            json.end_object();
            write_disclosures(json, date, dates.first(day));
            json.end_object();
        }
        json.end_array();
    }

    // Places that exist or were decided on, whatever is intended with them, by municipality.
    std::vector<Places> guaranteed_on(const std::vector<CountedPeriod>& periods,
                                      CalendarDate date) const {
        std::vector<Places> places(workspace_.municipalities.size());
        for (std::size_t at = 0; at < periods.size(); ++at) {
            const Location& location = list_.locations[at].location;
            if (periods[at].has(date)) places[location.municipality] += location.places;
        }
        return places;
    }

    struct Balances {
        std::vector<OfferBalance> before;
        std::vector<OfferBalance> agreed;
        std::vector<OfferBalance> proposed;
        std::vector<Places> guaranteed;
    };

    void write_municipal_offer(JsonWriter& json, const Balances& balances, std::size_t at) const {
        const bool is_known = answers_[at].known;
        const auto write_after = [&](std::string_view name, const OfferBalance& balance) {
            json.name(name).begin_object();
            json.name("task").number(balance.indicative.total);
            json.name("difference").number_or_null(known(is_known, balance.difference));
            json.end_object();
        };
        json.begin_object();
        write_balance(json, balances.before[at], is_known, balances.guaranteed[at]);
        write_after("afterAgreed", balances.agreed[at]);
        write_after("afterProposed", balances.proposed[at]);
        json.end_object();
    }

    void write_sum(JsonWriter& json, const Balances& balances, std::span<const std::size_t> members,
                   const std::optional<IndicativeShare>& task) const {
        Places places = 0;
        std::int64_t count = 0;
        for (const std::size_t member : members) {
            places += balances.guaranteed[member];
            count += answers_[member].known ? 1 : 0;
        }
        write_balance(json, sum_of(balances.before, members, task), true, places);
        json.name("known").number(count);
        json.name("municipalities").number(static_cast<std::int64_t>(members.size()));
    }

    void write_disclosures(JsonWriter& json, CalendarDate date,
                           std::span<const CalendarDate> before) {
        json.name("disclosures").begin_array();
        for (const Disclosure& disclosure : disclosures_on(list_, date, before)) {
            json.begin_object();
            json.name("municipality").number(static_cast<std::int64_t>(disclosure.municipality));
            json.name("kind").text(name_of(disclosure.kind));
            json.name("certainty").text(name_of(disclosure.certainty));
            json.end_object();
        }
        json.end_array();
    }

    static void write_column(JsonWriter& json, const LedgerColumn& column) {
        json.begin_array();
        for (std::size_t at = 0; at < column.balances.size(); ++at) {
            if (column.knows(at)) {
                json.number(column.balances[at]);
            } else {
                json.null();
            }
        }
        json.end_array();
    }

    void write_ledgers(JsonWriter& json) {
        const bool has_periods = std::any_of(
            workspace_.exchanges.begin(), workspace_.exchanges.end(),
            [](const AskedExchange& each) {
                return each.status != ExchangeStatus::lapsed && (each.from || each.until);
            });
        json.name("ledgers").begin_array();
        for (std::size_t at = 0; at < workspace_.ledgers.size(); ++at) {
            // A number of persons per half-year is the same on every date.
            const bool by_date = has_periods && !workspace_.ledgers[at].half_year;
            for (std::size_t day = 0; day < (by_date ? on_.size() : 1); ++day)
                write_ledger(json, at, on_[day], by_date);
        }
        json.end_array();
    }

    void write_ledger(JsonWriter& json, std::size_t at, const Books& books, bool by_date) const {
        const LedgerColumn& before = workspace_.ledgers[at];
        json.begin_object();
        json.name("ledger").text(name_of(before.ledger));
        json.name("halfYear");
        if (before.half_year) {
            json.text(to_text(*before.half_year));
        } else {
            json.null();
        }
        json.name("date");
        write_date(json, by_date ? books.date : std::nullopt);
        json.name("flow").flag(before.ledger == Ledger::status_holders);
        json.name("article");
        if (before.ledger == Ledger::status_holders) {
            json.text(articles::housing_29);
        } else if (before.ledger == Ledger::ukraine) {
            json.null();
        } else {
            json.text(articles::act_5);
        }
        json.name("before");
        write_column(json, before);
        json.name("agreed");
        write_column(json, books.agreed.columns()[at]);
        json.name("withProposed");
        write_column(json, books.proposed.columns()[at]);
        json.name("sum").number(
            std::accumulate(before.balances.begin(), before.balances.end(), std::int64_t{0}));
        json.end_object();
    }

    void write_exchanges(JsonWriter& json) {
        json.name("exchanges").begin_array();
        for (std::size_t at = 0; at < refusals_.size(); ++at) {
            const ExchangeStatus status = workspace_.exchanges[at].status;
            const auto& refusal = refusals_[at];
            json.begin_object();
            json.name("status").text(name_of(status));
            json.name("holds").flag(status != ExchangeStatus::lapsed && !refusal);
            json.name("dates").begin_array();
            const Exchange exchange = exchange_of(workspace_.exchanges[at]);
            for (const CalendarDate date : workspace_.dates) {
                if (status != ExchangeStatus::lapsed && exchange.is_in_force(date))
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

    // What was published or typed in, else the sum of the shares.
    IndicativeShare task() const { return workspace_.task ? *workspace_.task : sum_of_shares(); }

    IndicativeShare sum_of_shares() const {
        IndicativeShare sum{0, 0};
        for (const IndicativeShare& share : workspace_.indicative) {
            sum.total += share.total;
            sum.minors = sum.minors && share.minors ? std::optional(*sum.minors + *share.minors)
                                                    : std::nullopt;
        }
        return sum;
    }

    // In the place of what is not known stands nothing.
    bool is_unknown(JsonWriter& json, std::size_t municipality) const {
        if (answers_[municipality].known) return false;
        json.null();
        return true;
    }

    void write_deduction(JsonWriter& json) {
        json.name("deduction");
        if (!workspace_.deduction) {
            json.null();
            return;
        }
        const auto& [day, reading] = *workspace_.deduction;
        const Deduction deduction = deduct(list_, day, reading);
        json.begin_object();
        json.name("day").text(to_text(day));
        json.name("article").text(articles::decree_3_1);
        json.name("municipalities").begin_array();
        for (std::size_t at = 0; at < deduction.municipalities.size(); ++at) {
            const MunicipalDeduction& municipality = deduction.municipalities[at];
            if (is_unknown(json, at)) continue;
            json.begin_object();
            json.name("durable");
            write_numbers(json, municipality.durable);
            json.name("deducted");
            write_numbers(json, municipality.deducted);
            json.end_object();
        }
        json.end_array();
        json.name("total").number(deduction.total);
        json.name("minors").number(deduction.minors);
        json.name("toMakeAvailable").number(std::max<Places>(0, task().total - deduction.total));
        // A province that has enough places may still have too few of them for minors.
        const auto minors = task().minors;
        json.name("toMakeAvailableMinors");
        if (minors) {
            json.number(std::max<Places>(0, *minors - deduction.minors));
        } else {
            json.null();
        }
        json.end_object();
    }

    void write_decision(JsonWriter& json) {
        json.name("decision");
        if (!workspace_.decision) {
            json.null();
            return;
        }
        const auto& [day, reading] = *workspace_.decision;
        const auto counts = counts_towards_decision(list_, day, reading);
        Places total = 0;
        json.begin_object();
        json.name("day").text(to_text(day));
        json.name("municipalities").begin_array();
        for (std::size_t at = 0; at < counts.size(); ++at) {
            const auto decided = workspace_.decided[at];
            total += counts[at].total();
            if (is_unknown(json, at)) continue;
            json.begin_object();
            json.name("places");
            write_numbers(json, counts[at].places);
            json.name("total").number(counts[at].total());
            json.name("decided").number_or_null(decided);
            json.name("difference");
            if (decided) {
                json.number(counts[at].total() - *decided);
            } else {
                json.null();
            }
            json.end_object();
        }
        json.end_array();
        json.name("total").number(total);
        json.end_object();
    }

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
        const Grants all = spreiding::grants(list_, municipalities, wish.day, wish.start, wish.end,
                                             task().total, wish.reading);
        json.begin_object();
        json.name("regulation").text(articles::regulation);
        json.name("municipalities").begin_array();
        for (std::size_t at = 0; at < municipalities.size(); ++at) {
            if (!is_unknown(json, at))
                write_grant(json, all.municipalities[at], municipalities[at].indicative);
        }
        json.end_array();
        const SurplusGrant& surplus = all.surplus;
        json.name("surplus").begin_object();
        json.name("task").number(surplus.task);
        json.name("threshold").number(surplus.threshold);
        json.name("available").number(surplus.available);
        json.name("excluded").number(surplus.excluded);
        json.name("above").number(surplus.above);
        json.name("surplus").number(surplus.surplus);
        json.name("euros").number(surplus.euros);
        json.name("toProvince").number(surplus.to_province);
        json.name("toMunicipalities").number(surplus.to_municipalities);
        json.name("placeMonths").number(surplus.place_months);
        json.name("roundingDifference").number(surplus.rounding_difference);
        json.end_object();
        json.name("total").number(all.total);
        json.end_object();
    }

    static void write_grant(JsonWriter& json, const MunicipalGrant& grant, Places indicative) {
        json.begin_object();
        json.name("specialPlaces").number(grant.special_places);
        json.name("specialEuros").number(grant.special_euros);
        json.name("durablePlaces").number(grant.durable_places);
        json.name("indicative").number(indicative);
        json.name("aboveShare").number(grant.above_share);
        json.name("submitted").number(grant.submitted);
        json.name("excluded").number(grant.excluded);
        json.name("eurosPerPlace").number(grant.euros_per_place);
        json.name("durableEuros").number(grant.durable_euros);
        json.name("available").number(grant.available);
        json.name("metDecision");
        if (grant.met_decision) {
            json.flag(*grant.met_decision);
        } else {
            json.null();
        }
        json.name("placeMonths").number(grant.place_months);
        json.name("surplusEuros").number(grant.surplus_euros);
        json.name("total").number(grant.total());
        json.end_object();
    }

    const Workspace& workspace_;
    Findings findings_;
    OpenFiles open_files_;
    std::vector<const OpenFile*> opened_;
    std::vector<LocationColumns> columns_;  // of each opened file
    LocationList list_;
    std::vector<Answer> answers_;  // one per municipality
    std::int64_t left_out_elsewhere_ = 0;
    std::vector<Books> on_;                // one per reference date; without any, one
    std::vector<std::size_t> entered_;     // exchanges in the order in which they are entered
    std::vector<std::size_t> entered_at_;  // of each its place in that order
    std::vector<std::optional<Refusal>> refusals_;
};

}  // namespace

Response provincial_table(Parameters& parameters, const Files& files) {
    const auto workspace = read_workspace(parameters);
    if (!workspace) return refuse(*parameters.error());
    return Table(*workspace, files).answer();
}

}  // namespace spreiding::service
