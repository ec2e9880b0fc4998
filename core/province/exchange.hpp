// Exchange (uitruil) of the three tasks between municipalities of a province. Three ledgers, each
// with its own unit and its own rule; no number of one is ever added to that of another, and no
// ratio between them is official.
//
// asylum places     places on a reference date (stock), regular and minors apart; the provincial
// task
//                   must stay whole: Wet gemeentelijke taak mogelijk maken
//                   asielopvangvoorzieningen, articles 3 and 5,
//                   https://wetten.overheid.nl/BWBR0049307/2024-01-31
// status holders    persons in a half-year (flow); the sum over the municipalities that agree stays
//                   equal: Huisvestingswet 2014, article 29, second paragraph,
//                   https://wetten.overheid.nl/BWBR0035303/2025-01-01
// Ukraine places    places (stock); what the region agreed; no statutory key was found
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "province/targets.hpp"
#include "values/words.hpp"

namespace spreiding {

enum class Ledger : std::uint8_t { asylum_regular, asylum_minors, status_holders, ukraine };
constexpr std::size_t ledgers = 4;
template <>
inline constexpr auto words_of<Ledger> = word_table("Ledger", "asylum_regular", "asylum_minors",
                                                    "status_holders", "ukraine");

/// The most that one transfer can move.
constexpr std::int64_t most_transferred = 10'000'000;

/// What each municipality has to do in one ledger, before any exchange. Status holders: one such
/// column per half-year.
struct LedgerColumn {
    Ledger ledger = Ledger::asylum_regular;
    std::optional<HalfYear> half_year;   ///< of status holders only
    std::vector<std::int64_t> balances;  ///< one per municipality, each 0 or more
    std::vector<std::uint8_t> known{};   ///< 0 where nothing is known of one; empty: all are known

    bool knows(std::size_t municipality) const {
        return municipality < balances.size() && (known.empty() || known[municipality] != 0);
    }
};

/// A part of a task that one municipality hands over to another.
struct Transfer {
    Ledger ledger = Ledger::asylum_regular;
    std::optional<HalfYear> half_year;  ///< of status holders only
    std::optional<std::size_t> from;    ///< index; nothing: no municipality of this province
    std::optional<std::size_t> to;
    std::int64_t number = 0;
};

/// Lapsed (vervallen): it counts nowhere any more.
enum class ExchangeStatus : std::uint8_t { proposed, agreed, lapsed };
template <>
inline constexpr auto words_of<ExchangeStatus> = word_table("", "proposed", "agreed", "lapsed");

/// Transfers that belong together: all of them hold, or none.
struct Exchange {
    ExchangeStatus status = ExchangeStatus::proposed;
    std::vector<Transfer> transfers;
    std::optional<CalendarDate> from{};   ///< first day on which it holds; nothing: from the start
    std::optional<CalendarDate> until{};  ///< last day; nothing: without end

    /// Whether a transfer of it counts on a day; of persons in a half-year whether that half-year
    /// has a day in its period, whatever the day. Without a day all of them count.
    bool counts(const Transfer& transfer, std::optional<CalendarDate> day) const;
    bool is_in_force(CalendarDate day) const { return reaches(day, day); }
    /// Whether a day of a period is one on which it holds.
    bool reaches(CalendarDate first, CalendarDate last) const {
        return (!from || *from <= last) && (!until || first <= *until);
    }
};

/// The rule that a transfer breaks.
enum class TransferRule : std::uint8_t {
    between_two,      ///< from one municipality to another, not to itself
    within_province,  ///< both belong to the province: its task must stay whole
    positive,         ///< 1 … 10,000,000
    ledger_known,     ///< of both a number in the ledger (of that half-year) is known
    not_below_zero,   ///< nobody hands over more than it has
};
template <>
inline constexpr auto words_of<TransferRule> = word_table("TransferRule", "between_two",
                                                          "within_province", "positive",
                                                          "ledger_known", "not_below_zero");

struct Refusal {
    std::size_t transfer = 0;  ///< index in the exchange
    TransferRule rule = TransferRule::positive;
    std::int64_t shortfall = 0;  ///< of `not_below_zero`: how much too much is handed over
};

/// The ledgers of a province with the exchanges entered in them, in order of entry.
class Ledgers {
  public:
    /// @param day  on which the stocks are asked; nothing: whatever the periods of the exchanges
    explicit Ledgers(std::vector<LedgerColumn> start, std::optional<CalendarDate> day = {})
        : columns_(std::move(start)), day_(day) {}

    /// Enters an exchange: all of its transfers, or where one breaks a rule none. One that has
    /// lapsed counts nowhere, and a transfer out of its period moves nothing.
    void enter(const Exchange& exchange);

    const std::vector<LedgerColumn>& columns() const { return columns_; }
    /// The rule that an entered exchange breaks; nothing where it holds or has lapsed.
    const std::optional<Refusal>& refusal(std::size_t exchange) const {
        return refusals_[exchange];
    }
    std::size_t size() const { return refusals_.size(); }

  private:
    LedgerColumn* column_of(const Transfer& transfer);
    std::optional<Refusal> check(const Transfer& transfer);
    std::optional<Refusal> carry_out(const Exchange& exchange);
    void move_all(const Exchange& exchange, std::int64_t sign);
    void move(const Transfer& transfer, std::int64_t number);

    std::vector<LedgerColumn> columns_;
    std::optional<CalendarDate> day_;
    std::vector<std::optional<Refusal>> refusals_;  // of each exchange, in order of entry
};

}  // namespace spreiding
