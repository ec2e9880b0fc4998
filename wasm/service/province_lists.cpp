// Reads the locations of a workspace, and enters its exchanges.
#include "service/province_lists.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace spreiding::service {

LocatedFiles read_locations(const Workspace& workspace, OpenFiles& open_files, Findings& findings) {
    LocatedFiles read;
    for (const std::string& name : workspace.locations) {
        LocatedRows& rows = read.files.emplace_back();
        rows.file = open_files.open(name);
        if (rows.file == nullptr) {
            read.missing = name;
            return read;
        }
        const auto said = workspace.notations.find(name);
        rows.locations = spreiding::read_locations(
            rows.file->sheet, name, workspace.municipalities,
            said == workspace.notations.end() ? std::nullopt : std::optional(said->second),
            findings, &rows.columns);
    }
    return read;
}

void look_for_persons(const Workspace& workspace, Findings& findings) {
    for (const FreeText& text : workspace.texts) {
        if (may_be_personal(text.text))
            findings.add({.code = FindingCode::personal_data_suspected,
                          .file = text.place,
                          .raw = text.text,
                          .about = "note"});
    }
}

Exchange exchange_of(const AskedExchange& asked) {
    Exchange exchange{asked.status, {}, asked.from, asked.until};
    for (const AskedTransfer& transfer : asked.transfers)
        exchange.transfers.push_back(transfer.transfer);
    return exchange;
}

std::vector<CalendarDate> dates_of(const AskedExchange& asked, const Workspace& workspace) {
    std::vector<CalendarDate> dates;
    if (asked.status == ExchangeStatus::lapsed) return dates;
    const Exchange exchange = exchange_of(asked);
    for (const CalendarDate date : workspace.dates) {
        if (exchange.is_in_force(date)) dates.push_back(date);
    }
    return dates;
}

std::vector<std::size_t> places_of_entry(const Workspace& workspace) {
    const auto& exchanges = workspace.exchanges;
    std::size_t agreed = 0;
    auto other = static_cast<std::size_t>(std::count_if(
        exchanges.begin(), exchanges.end(),
        [](const AskedExchange& each) { return each.status == ExchangeStatus::agreed; }));
    std::vector<std::size_t> places;
    for (const AskedExchange& asked : exchanges)
        places.push_back(asked.status == ExchangeStatus::agreed ? agreed++ : other++);
    return places;
}

Ledgers entered(const Workspace& workspace, const std::vector<LedgerColumn>& start,
                std::optional<CalendarDate> day, bool with_proposed) {
    Ledgers ledgers(start, day);
    for (const bool agreed : {true, false}) {
        if (!agreed && !with_proposed) continue;
        for (const AskedExchange& asked : workspace.exchanges) {
            if ((asked.status == ExchangeStatus::agreed) == agreed)
                ledgers.enter(exchange_of(asked));
        }
    }
    return ledgers;
}

std::vector<Books> books_of(const Workspace& workspace, const std::vector<LedgerColumn>& start) {
    std::vector<Books> books;
    const auto enter = [&](std::optional<CalendarDate> date) {
        books.push_back(
            {date, entered(workspace, start, date, false), entered(workspace, start, date, true)});
    };
    for (const CalendarDate date : workspace.dates)
        enter(date);
    if (books.empty()) enter(std::nullopt);
    return books;
}

std::optional<std::int64_t> balance_of(const LedgerColumn& column, std::size_t municipality) {
    if (!column.knows(municipality)) return std::nullopt;
    std::int64_t balance = column.balances[municipality];
    if (balance >= lent / 2) balance -= lent;
    if (balance < 0) return std::nullopt;
    return balance;
}

IndicativeShare sum_of_shares(const Workspace& workspace) {
    IndicativeShare sum{0, 0};
    for (const IndicativeShare& share : workspace.indicative) {
        sum.total += share.total;
        sum.minors =
            sum.minors && share.minors ? std::optional(*sum.minors + *share.minors) : std::nullopt;
    }
    return sum;
}

IndicativeShare task_of(const Workspace& workspace) {
    return workspace.task ? *workspace.task : sum_of_shares(workspace);
}

Grants grants_of(const LocationList& list, const Workspace& workspace) {
    std::vector<GrantMunicipality> municipalities;
    for (std::size_t at = 0; at < workspace.municipalities.size(); ++at)
        municipalities.push_back({workspace.indicative[at].total, workspace.decided[at]});
    const GrantWish& wish = *workspace.grants;
    return grants(list, municipalities, wish.day, wish.start, wish.end, task_of(workspace).total,
                  wish.reading);
}

std::vector<std::size_t> all_of(const Workspace& workspace) {
    std::vector<std::size_t> all(workspace.municipalities.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

}  // namespace spreiding::service
