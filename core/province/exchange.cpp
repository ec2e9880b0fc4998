// Checks and enters transfers.
#include "province/exchange.hpp"

namespace spreiding {

bool Exchange::counts(const Transfer& transfer, std::optional<CalendarDate> day) const {
    if (transfer.half_year)
        return reaches(first_day(*transfer.half_year), last_day(*transfer.half_year));
    return !day || is_in_force(*day);
}

LedgerColumn* Ledgers::column_of(const Transfer& transfer) {
    for (LedgerColumn& column : columns_) {
        if (column.ledger == transfer.ledger && column.half_year == transfer.half_year)
            return &column;
    }
    return nullptr;
}

std::optional<Refusal> Ledgers::check(const Transfer& transfer) {
    const auto refuse = [](TransferRule rule, std::int64_t shortfall = 0) {
        return Refusal{0, rule, shortfall};
    };
    if (!transfer.from || !transfer.to) return refuse(TransferRule::within_province);
    if (*transfer.from == *transfer.to) return refuse(TransferRule::between_two);
    if (transfer.number < 1 || transfer.number > most_transferred)
        return refuse(TransferRule::positive);
    const LedgerColumn* column = column_of(transfer);
    if (column == nullptr) return refuse(TransferRule::ledger_known);
    if (*transfer.from >= column->balances.size() || *transfer.to >= column->balances.size())
        return refuse(TransferRule::within_province);
    if (!column->knows(*transfer.from) || !column->knows(*transfer.to))
        return refuse(TransferRule::ledger_known);
    return std::nullopt;
}

void Ledgers::move(const Transfer& transfer, std::int64_t number) {
    LedgerColumn& column = *column_of(transfer);
    column.balances[*transfer.from] -= number;
    column.balances[*transfer.to] += number;
}

void Ledgers::move_all(const Exchange& exchange, std::int64_t sign) {
    for (const Transfer& transfer : exchange.transfers) {
        if (exchange.counts(transfer, day_)) move(transfer, sign * transfer.number);
    }
}

std::optional<Refusal> Ledgers::carry_out(const Exchange& exchange) {
    const std::vector<Transfer>& transfers = exchange.transfers;
    if (exchange.status == ExchangeStatus::lapsed) return std::nullopt;
    for (std::size_t at = 0; at < transfers.size(); ++at) {
        if (!exchange.counts(transfers[at], day_)) continue;
        if (auto refusal = check(transfers[at])) {
            refusal->transfer = at;
            return refusal;
        }
    }
    move_all(exchange, 1);
    // Together they may not hand over more than there is; what comes in within the same exchange
    // counts, because all of it holds at once.
    for (std::size_t at = 0; at < transfers.size(); ++at) {
        if (!exchange.counts(transfers[at], day_)) continue;
        const std::int64_t left = column_of(transfers[at])->balances[*transfers[at].from];
        if (left >= 0) continue;
        move_all(exchange, -1);
        return Refusal{at, TransferRule::not_below_zero, -left};
    }
    return std::nullopt;
}

void Ledgers::enter(const Exchange& exchange) {
    refusals_.push_back(carry_out(exchange));
}

}  // namespace spreiding
