// The provincial table: locations, offers, the three tests, and the ledgers with their exchanges.
#include <algorithm>
#include <iterator>
#include <numeric>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "province/claims.hpp"
#include "province/disclosure.hpp"
#include "service/contract/province_table.hpp"
#include "service/open_files.hpp"
#include "service/operations.hpp"
#include "service/province_lists.hpp"
#include "service/response.hpp"

namespace spreiding::service {
namespace {

// Certainties that reports call guaranteed.
constexpr Certainties guaranteed{{true, true, false}};

// The ledgers on a day, after agreed exchanges and after proposed ones as well.
struct Books {
    std::optional<CalendarDate> date;
    Ledgers agreed;
    Ledgers proposed;
};

// What is known of a ledger, per municipality.
contract::LedgerTable::Balances known_balances(const LedgerColumn& column) {
    contract::LedgerTable::Balances balances(column.balances.size());
    for (std::size_t at = 0; at < balances.size(); ++at) {
        if (column.knows(at)) balances[at] = column.balances[at];
    }
    return balances;
}

class Table {
  public:
    Table(const Workspace& workspace, const Files& files)
        : workspace_(workspace), open_files_(files, findings_) {}

    Response answer() {
        LocatedFiles read = read_locations(workspace_, open_files_, findings_);
        if (read.missing) return refuse({"file_not_given", *read.missing});
        files_ = std::move(read.files);
        join_all();
        look_for_persons(workspace_, findings_);
        check_shares();
        count_answers();
        enter_exchanges();
        note_files();
        note_offers();
        note_ledgers();
        note_exchanges();
        note_deduction();
        note_decision();
        note_grants();
        return answer_with_receipt(table_, findings_);
    }

  private:
    void join_all() {
        std::vector<Location> locations;
        std::vector<Location> left_out;
        for (LocatedRows& rows : files_) {
            std::move(rows.locations.begin(), rows.locations.end(), std::back_inserter(locations));
            std::move(rows.columns.left_out.begin(), rows.columns.left_out.end(),
                      std::back_inserter(left_out));
        }
        table_.list =
            join_locations(std::move(locations), workspace_.municipalities.size(), findings_);
        find_claims(table_.list, left_out, findings_);
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
        const IndicativeShare sum = sum_of_shares(workspace_);
        check("total", workspace_.task->total, sum.total);
        if (workspace_.task->minors) check("minors", *workspace_.task->minors, sum.minors);
    }

    // Of whom something is known: a location, or a table received in which nothing is wrong. What
    // is not known is never nought.
    void count_answers() {
        std::vector<contract::MunicipalAnswer>& answers = table_.answers;
        answers.resize(workspace_.municipalities.size());
        std::set<std::pair<std::string_view, std::uint32_t>> taken;
        for (const PlacedLocation& placed : table_.list.locations) {
            ++answers[placed.location.municipality].rows;
            taken.emplace(placed.location.file, placed.location.row);
        }
        std::set<std::pair<std::string_view, std::uint32_t>> left_out;
        for (const Finding& finding : findings_.list()) {
            if (severity_of(finding.code) == Severity::error &&
                !taken.contains({finding.file, finding.row}))
                left_out.emplace(finding.file, finding.row);
        }
        for (const LocatedRows& rows : files_) {
            for (const auto& [name, row] : left_out) {
                if (name != rows.file->name || row <= rows.columns.header_row) continue;
                if (const auto of = municipality_of(rows, row)) {
                    ++answers[*of].left_out;
                } else {
                    ++table_.left_out_elsewhere;
                }
            }
        }
        for (std::size_t at = 0; at < answers.size(); ++at)
            answers[at].known =
                answers[at].rows > 0 || (workspace_.received[at] != 0 && answers[at].is_complete());
    }

    std::optional<std::size_t> municipality_of(const LocatedRows& rows, std::uint32_t row) const {
        for (const LocationField field :
             {LocationField::municipality, LocationField::municipality_name}) {
            const std::uint32_t column = rows.columns.columns[static_cast<std::size_t>(field)];
            if (column == 0) continue;
            if (const auto found = find_municipality(rows.file->sheet.cell(row - 1, column - 1),
                                                     workspace_.municipalities))
                return found;
        }
        return std::nullopt;
    }

    // Agreed exchanges go first, so that no proposal stands in the way of one. Each reference date
    // has ledgers of its own: an exchange moves nothing outside its period.
    void enter_exchanges() {
        refusals_.resize(workspace_.exchanges.size());
        for (const CalendarDate date : workspace_.dates)
            enter_on(date);
        if (workspace_.dates.empty()) enter_on(std::nullopt);
        const std::vector<std::size_t> places = places_of_entry(workspace_);
        for (std::size_t at = 0; at < refusals_.size(); ++at) {
            for (const Books& books : on_) {
                if (!refusals_[at]) refusals_[at] = books.proposed.refusal(places[at]);
            }
        }
        // One that is in force on no reference date is judged by itself, on its first or last day.
        for (std::size_t at = 0; at < refusals_.size(); ++at) {
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

    void enter_on(std::optional<CalendarDate> date) {
        on_.push_back({date, entered(workspace_, workspace_.ledgers, date, false),
                       entered(workspace_, workspace_.ledgers, date, true)});
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

    void note_files() {
        for (const LocatedRows& rows : files_) {
            const std::string& name = rows.file->name;
            const auto& all = table_.list.locations;
            const auto count = std::count_if(all.begin(), all.end(), [&](const auto& placed) {
                return placed.location.file == name;
            });
            table_.files.push_back({name, {rows.file->fingerprint()}, count, rows.columns});
        }
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

    void note_offers() {
        const std::vector<std::size_t> all = all_of(workspace_);
        const auto periods = periods_of(table_.list, guaranteed);
        const std::span<const CalendarDate> dates = workspace_.dates;
        for (std::size_t day = 0; day < dates.size(); ++day) {
            const CalendarDate date = dates[day];
            const auto offered = places_on(table_.list, date);
            const Balances balances{offer_balances(offered, workspace_.indicative),
                                    offer_balances(offered, tasks_after(on_[day].agreed)),
                                    offer_balances(offered, tasks_after(on_[day].proposed)),
                                    guaranteed_on(periods, date)};
            contract::DayOffers& on = table_.offers.emplace_back();
            on.date = date;
            for (const std::size_t at : all)
                on.municipalities.push_back(municipal_offer(balances, at));
            for (const Region& region : workspace_.regions)
                on.regions.push_back({region.name, sum_over(balances, region.members, {})});
            on.province = sum_over(balances, all, workspace_.task);
            on.disclosures = disclosures_on(table_.list, date, dates.first(day));
        }
    }

    // Places that exist or were decided on, whatever is intended with them, by municipality.
    std::vector<Places> guaranteed_on(const std::vector<CountedPeriod>& periods,
                                      CalendarDate date) const {
        std::vector<Places> places(workspace_.municipalities.size());
        for (std::size_t at = 0; at < periods.size(); ++at) {
            const Location& location = table_.list.locations[at].location;
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

    contract::MunicipalOffer municipal_offer(const Balances& balances, std::size_t at) const {
        const bool is_known = table_.answers[at].known;
        const auto after = [&](const OfferBalance& balance) {
            return contract::TaskAfter{balance.indicative.total,
                                       is_known ? std::optional(balance.difference) : std::nullopt};
        };
        return {{balances.before[at], balances.guaranteed[at], is_known},
                after(balances.agreed[at]),
                after(balances.proposed[at])};
    }

    contract::OfferSum sum_over(const Balances& balances, std::span<const std::size_t> members,
                                const std::optional<IndicativeShare>& task) const {
        contract::OfferSum sum{{sum_of(balances.before, members, task)}, 0, members.size()};
        for (const std::size_t member : members) {
            sum.line.places += balances.guaranteed[member];
            sum.known += table_.answers[member].known ? 1 : 0;
        }
        return sum;
    }

    void note_ledgers() {
        const bool has_periods = std::any_of(
            workspace_.exchanges.begin(), workspace_.exchanges.end(),
            [](const AskedExchange& each) {
                return each.status != ExchangeStatus::lapsed && (each.from || each.until);
            });
        for (std::size_t at = 0; at < workspace_.ledgers.size(); ++at) {
            const LedgerColumn& before = workspace_.ledgers[at];
            // A number of persons per half-year is the same on every date.
            const bool by_date = has_periods && !before.half_year;
            for (std::size_t day = 0; day < (by_date ? on_.size() : 1); ++day) {
                const Books& books = on_[day];
                table_.ledgers.push_back(
                    {before.ledger, before.half_year, by_date ? books.date : std::nullopt,
                     known_balances(before), known_balances(books.agreed.columns()[at]),
                     known_balances(books.proposed.columns()[at]),
                     std::accumulate(before.balances.begin(), before.balances.end(),
                                     std::int64_t{0})});
            }
        }
    }

    void note_exchanges() {
        for (std::size_t at = 0; at < refusals_.size(); ++at) {
            const AskedExchange& asked = workspace_.exchanges[at];
            table_.exchanges.push_back({asked.status, refusals_[at], dates_of(asked, workspace_)});
        }
    }

    void note_deduction() {
        if (!workspace_.deduction) return;
        const auto& [day, reading] = *workspace_.deduction;
        const Deduction deduction = deduct(table_.list, day, reading);
        const IndicativeShare task = task_of(workspace_);
        contract::DeductionTest& test = table_.deduction.emplace();
        test.day = day;
        test.municipalities = of_known(deduction.municipalities);
        test.total = deduction.total;
        test.minors = deduction.minors;
        test.to_make_available = std::max<Places>(0, task.total - deduction.total);
        // A province that has enough places may still have too few of them for minors.
        if (task.minors)
            test.to_make_available_minors = std::max<Places>(0, *task.minors - deduction.minors);
    }

    // In the place of what is not known stands nothing.
    template <typename Of>
    std::vector<std::optional<Of>> of_known(const std::vector<Of>& all) const {
        std::vector<std::optional<Of>> known(all.size());
        for (std::size_t at = 0; at < all.size(); ++at) {
            if (table_.answers[at].known) known[at] = all[at];
        }
        return known;
    }

    void note_decision() {
        if (!workspace_.decision) return;
        const auto& [day, reading] = *workspace_.decision;
        contract::DecisionTest& test = table_.decision.emplace();
        test.day = day;
        std::vector<contract::Decided> all;
        for (const DecisionCount& count : counts_towards_decision(table_.list, day, reading)) {
            all.push_back({count.places, workspace_.decided[all.size()]});
            test.total += count.total();
        }
        test.municipalities = of_known(all);
    }

    void note_grants() {
        if (!workspace_.grants) return;
        const Grants all = grants_of(table_.list, workspace_);
        std::vector<contract::GrantRow> rows;
        for (const MunicipalGrant& grant : all.municipalities)
            rows.push_back({grant, workspace_.indicative[rows.size()].total});
        table_.grants = {of_known(rows), all.surplus, all.total};
    }

    const Workspace& workspace_;
    Findings findings_;
    OpenFiles open_files_;
    std::vector<LocatedRows> files_;
    std::vector<Books> on_;  // one per reference date; without any, one
    std::vector<std::optional<Refusal>> refusals_;
    contract::ProvincialTable table_;
};

}  // namespace

Response provincial_table(Parameters& parameters, const Files& files) {
    const auto workspace = read_workspace(parameters);
    if (!workspace) return refuse(*parameters.error());
    return Table(*workspace, files).answer();
}

}  // namespace spreiding::service
