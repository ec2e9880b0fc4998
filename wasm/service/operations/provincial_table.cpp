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

// What each municipality has to do after exchanges: regular places and those for minors.
std::vector<IndicativeShare> tasks_after(const Ledgers& ledgers, std::size_t count) {
    std::vector<IndicativeShare> tasks(count);
    for (const LedgerColumn& column : ledgers.columns()) {
        if (column.ledger != Ledger::asylum_regular && column.ledger != Ledger::asylum_minors)
            continue;
        for (std::size_t at = 0; at < tasks.size(); ++at)
            tasks[at].total += column.balances[at];
    }
    return tasks;
}

// Places that exist or were decided on, whatever is intended with them, by municipality.
std::vector<Places> guaranteed_on(const LocationList& list, CalendarDate date) {
    const auto periods = periods_of(list, guaranteed);
    std::vector<Places> places(list.municipalities);
    for (std::size_t at = 0; at < periods.size(); ++at) {
        const Location& location = list.locations[at].location;
        if (periods[at].has(date)) places[location.municipality] += location.places;
    }
    return places;
}

class Table {
  public:
    Table(const Workspace& workspace, const Files& files)
        : workspace_(workspace), open_files_(files, findings_) {}

    Response answer() {
        LocatedFiles read = read_locations(workspace_, open_files_, findings_);
        if (read.missing) return refuse({"file_not_given", *read.missing});
        table_.read = std::move(read.files);
        join_all();
        look_for_persons(workspace_, findings_);
        check_shares();
        count_answers();
        enter_exchanges();
        return answer_with_receipt(table_, findings_);
    }

  private:
    void join_all() {
        std::vector<Location> locations;
        std::vector<Location> left_out;
        for (LocatedRows& rows : table_.read) {
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
        for (const LocatedRows& rows : table_.read) {
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

    // Agreed exchanges go first, so that no proposal stands in the way of one.
    void enter_exchanges() {
        auto& refusals = table_.refusals;
        refusals.resize(workspace_.exchanges.size());
        table_.books = books_of(workspace_, workspace_.ledgers);
        const std::vector<std::size_t> places = places_of_entry(workspace_);
        for (std::size_t at = 0; at < refusals.size(); ++at) {
            const AskedExchange& asked = workspace_.exchanges[at];
            bool is_judged = false;
            for (const Books& books : table_.books) {
                if (!refusals[at]) refusals[at] = books.proposed.refusal(places[at]);
                is_judged =
                    is_judged || (books.date && exchange_of(asked).is_in_force(*books.date));
            }
            // One that is in force on no reference date is judged by itself, on its first or last
            // day.
            const auto day = asked.from ? asked.from : asked.until;
            if (is_judged || !day) continue;
            Ledgers alone(workspace_.ledgers, day);
            alone.enter(exchange_of(asked));
            refusals[at] = alone.refusal(0);
        }
        for (std::size_t at = 0; at < refusals.size(); ++at) {
            if (refusals[at]) find(at, *refusals[at]);
        }
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

    const Workspace& workspace_;
    Findings findings_;
    OpenFiles open_files_;
    contract::ProvincialTable table_{workspace_, {}, {}, 0, {}, {}, {}};
};

}  // namespace

namespace contract {

std::int64_t LocatedFile::rows() const {
    return std::count_if(list.locations.begin(), list.locations.end(),
                         [&](const auto& placed) { return placed.location.file == of.file->name; });
}

std::int64_t LedgerTable::sum() const {
    return std::accumulate(start.balances.begin(), start.balances.end(), std::int64_t{0});
}

MunicipalOffer DayOffers::offer_of(std::size_t at) const {
    const bool is_known = answers[at].known;
    const auto after = [&](const OfferBalance& balance) {
        return TaskAfter{balance.indicative.total,
                         is_known ? std::optional(balance.difference) : std::nullopt};
    };
    return {{before[at], guaranteed[at], is_known}, after(agreed[at]), after(proposed[at])};
}

OfferSum DayOffers::sum_over(std::span<const std::size_t> members,
                             const std::optional<IndicativeShare>& task) const {
    OfferSum sum{{sum_of(before, members, task)}, 0, members.size()};
    for (const std::size_t member : members) {
        sum.line.places += guaranteed[member];
        sum.known += answers[member].known ? 1 : 0;
    }
    return sum;
}

DayOffers ProvincialTable::offers_on(std::size_t day) const {
    const CalendarDate date = workspace.dates[day];
    const std::size_t count = answers.size();
    const auto offered = places_on(list, date);
    return {workspace,
            answers,
            date,
            offer_balances(offered, workspace.indicative),
            offer_balances(offered, tasks_after(books[day].agreed, count)),
            offer_balances(offered, tasks_after(books[day].proposed, count)),
            guaranteed_on(list, date),
            disclosures_on(list, date, std::span(workspace.dates).first(day))};
}

std::vector<LedgerTable> ProvincialTable::ledgers() const {
    std::vector<LedgerTable> tables;
    const bool has_periods = std::any_of(
        workspace.exchanges.begin(), workspace.exchanges.end(), [](const AskedExchange& each) {
            return each.status != ExchangeStatus::lapsed && (each.from || each.until);
        });
    for (std::size_t at = 0; at < workspace.ledgers.size(); ++at) {
        const LedgerColumn& before = workspace.ledgers[at];
        // A number of persons per half-year is the same on every date.
        const bool by_date = has_periods && !before.half_year;
        for (std::size_t day = 0; day < (by_date ? books.size() : 1); ++day)
            tables.push_back({before, by_date ? books[day].date : std::nullopt,
                              books[day].agreed.columns()[at], books[day].proposed.columns()[at]});
    }
    return tables;
}

std::optional<DeductionTest> ProvincialTable::deduction() const {
    if (!workspace.deduction) return std::nullopt;
    const auto& [day, reading] = *workspace.deduction;
    return DeductionTest{answers, workspace, day, deduct(list, day, reading)};
}

std::optional<DecisionTest> ProvincialTable::decision() const {
    if (!workspace.decision) return std::nullopt;
    const auto& [day, reading] = *workspace.decision;
    return DecisionTest{answers, workspace, day, counts_towards_decision(list, day, reading)};
}

std::optional<GrantTest> ProvincialTable::grants() const {
    if (!workspace.grants) return std::nullopt;
    return GrantTest{answers, workspace, grants_of(list, workspace)};
}

}  // namespace contract

Response provincial_table(Parameters& parameters, const Files& files) {
    const auto workspace = read_workspace(parameters);
    if (!workspace) return refuse(*parameters.error());
    return Table(*workspace, files).answer();
}

}  // namespace spreiding::service
