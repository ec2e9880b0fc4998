// Answers for a province beside its table: calendar, housing targets, exchanges, the remainder.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "key/articles.hpp"
#include "key/remainder.hpp"
#include "province/closed_sets.hpp"
#include "province/cycle.hpp"
#include "province/exchange.hpp"
#include "province/targets.hpp"
#include "service/contract/common.hpp"

namespace spreiding {

template <>
inline constexpr auto words_of<Obstacle> = word_table("", "nobody", "too_little", "no_fit");

}  // namespace spreiding

namespace spreiding::service::contract {

template <>
struct Described<Milestone> {
    static constexpr std::string_view name = "Milestone";
    static constexpr std::string_view about = "A step of a round, with its day.";
    using fields =
        Fields<Field<"step", &Milestone::step>,
               Field<"article", [](const Milestone& of) { return article_of(of.step); },
                     "Dated link to the law or regulation.">,
               Field<"basis", &Milestone::basis,
                     "`reading`: the law leaves the day open, this is how it is read here.">,
               Field<"legal", &Milestone::legal>, Field<"date", &Milestone::date>,
               Field<"isSet", &Milestone::is_set>, Field<"done", &Milestone::done>,
               Field<"note", &Milestone::note>,
               Field<"status", &Milestone::status,
                     "`late`: the day has passed and nobody said that it happened.">,
               Field<"daysLeft", &Milestone::days_left,
                     "From today to `date`; below nought when it has passed.">,
               Field<"daysMoved", &Milestone::days_moved, "From `legal` to `date`.">>;
};

struct CalendarResult {
    std::int64_t year;
    CalendarDate today;
    std::vector<Milestone> milestones;
};
template <>
struct Described<CalendarResult> {
    static constexpr std::string_view name = "CalendarResult";
    static constexpr std::string_view about = "The legal calendar of a round.";
    using fields =
        Fields<Field<"year", &CalendarResult::year>, Field<"today", &CalendarResult::today>,
               Field<"milestones", &CalendarResult::milestones>>;
};

/// The target of a municipality.
struct HousingRow {
    std::string code;
    std::uint32_t inhabitants = 0;
    std::optional<Persons> backlog;
    HousingTarget target{};
};
template <>
struct Described<HousingRow> {
    using fields = Fields<
        Field<"code", &HousingRow::code>,
        Field<"decimal", [](const HousingRow& of) { return of.target.decimal(); },
              "Before rounding, nine decimals.">,
        Field<"target", [](const HousingRow& of) { return of.target.persons; }, "Rounded up.">,
        Field<"backlog", &HousingRow::backlog>,
        Field<"toHouse",
              [](const HousingRow& of) {
                  return of.backlog ? std::optional(of.target.persons + *of.backlog) : std::nullopt;
              },
              "Target and backlog together; null where the backlog is not known.">>;
};

struct HousingTargetsResult {
    HalfYear half_year;
    std::optional<std::size_t> national;
    std::vector<HousingRow> municipalities;
    Persons sum;
    Persons difference;
};
template <>
struct Described<HousingTargetsResult> {
    static constexpr std::string_view name = "HousingTargetsResult";
    static constexpr std::string_view about = "Housing targets of municipalities.";
    using Of = HousingTargetsResult;
    using fields = Fields<
        Field<"halfYear", &Of::half_year>,
        Field<"populationDay", [](const Of& of) { return population_day(of.half_year); },
              "1 January of the year before.">,
        Field<"article", [](const Of&) { return articles::housing_29; }>,
        Field<
            "national", &Of::national,
            "Which of `national` holds, from 0; null: none was published by then, and there are no "
            "targets.">,
        Field<"municipalities", &Of::municipalities>, Field<"sum", &Of::sum>,
        Field<"difference", &Of::difference,
              "Sum − national number: what rounding up adds, over a whole country.">>;
};

struct RemainderRow {
    const std::string& code;
    const RemainderShare& share;
};
template <>
struct Described<RemainderRow> {
    using Row = RemainderRow;
    using fields = Fields < Field < "code", [](const Row& row) -> const auto& { return row.code; }
    >, Field<"eligible", [](const Row& row) { return row.share.eligible; }>,
        Field<"fraction", [](const Row& row) { return row.share.share.in_lowest_terms(); }>,
        Field<"decimal", [](const Row& row) { return row.share.share.decimal(); }>,
        Field < "places", [](const Row& row) { return row.share.places; } >>
        ;
};

/// Always.
struct Yes {};
inline void write(JsonWriter& json, Yes) {
    json.flag(true);
}

struct SpreadRemainderResult {
    Places remainder;
    const std::vector<std::string>& codes;
    const RemainderSpread& spread;
};
template <>
inline constexpr std::string_view printed_type<Yes> = "true";
template <>
struct Described<SpreadRemainderResult> {
    static constexpr std::string_view name = "SpreadRemainderResult";
    static constexpr std::string_view about =
        "A simulation, and to be named so wherever it is shown.";
    using Of = SpreadRemainderResult;
    using fields =
        Fields<Field<"simulation", [](const Of&) { return Yes{}; }>,
               Field<"remainder", &Of::remainder>,
               Field<"base", [](const Of& of) { return of.spread.base; }>,
               Field<"shares",
                     [](const Of& of) {
                         return Each{of.codes.size(), [&of](std::size_t at) {
                                         return RemainderRow{of.codes[at], of.spread.shares[at]};
                                     }};
                     }>,
               Field<"sum", [](const Of& of) { return of.spread.sum; }>,
               Field<"difference", [](const Of& of) { return of.spread.difference; }>>;
};

struct UnmetWish {
    const std::string& municipality;
    const Unmet& unmet;
};
template <>
struct Described<UnmetWish> {
    using Of = UnmetWish;
    using fields = Fields < Field < "municipality", [](const Of& of) -> const auto& {
        return of.municipality;
    }
    >, Field<"ledger", [](const Of& of) { return of.unmet.ledger; }>,
        Field<"obstacle", [](const Of& of) { return of.unmet.obstacle; }>, Field < "lacking",
        [](const Of& of) { return of.unmet.lacking; }, "Of `too_little`." >>
        ;
};

struct TransferRow {
    const std::vector<std::string>& municipalities;
    const ProposedTransfer& transfer;
};
template <>
struct Described<TransferRow> {
    using Of = TransferRow;
    using fields = Fields < Field<"ledger", [](const Of& of) { return of.transfer.ledger; }>,
          Field < "from", [](const Of& of) -> const auto& {
        return of.municipalities[of.transfer.from];
    }
    >, Field < "to", [](const Of& of) -> const auto& { return of.municipalities[of.transfer.to]; }
    >, Field < "number", [](const Of& of) { return of.transfer.number; } >> ;
};

struct ProposeExchangeResult {
    const std::vector<std::string>& municipalities;
    const ExchangeProposal& proposal;

    auto called(const std::vector<std::size_t>& wishes) const {
        return Each{wishes.size(), [this, &wishes](std::size_t at) -> const std::string& {
                        return municipalities[wishes[at]];
                    }};
    }
};
template <>
struct Described<ProposeExchangeResult> {
    static constexpr std::string_view name = "ProposeExchangeResult";
    static constexpr std::string_view about =
        "A proposal to look at. The page enters nothing of it without a person.";
    using Of = ProposeExchangeResult;
    using fields = Fields<
        Field<"provenBest", [](const Of& of) { return of.proposal.proven_best; },
              "False: the search reached its bound; in balance, but maybe not the best. Say so.">,
        Field<"steps", [](const Of& of) { return of.proposal.steps; }>,
        Field<"met", [](const Of& of) { return of.called(of.proposal.met); }>,
        Field<"unmet", [](const Of& of) { return of.called(of.proposal.unmet); }>,
        Field<"why",
              [](const Of& of) {
                  return Each{of.proposal.why.size(), [&of](std::size_t at) {
                                  const Unmet& unmet = of.proposal.why[at];
                                  return UnmetWish{of.municipalities[unmet.wish], unmet};
                              }};
              },
              "Of each of these the task that stands most in its way: `nobody` wants the opposite; "
              "together they want `too_little`; or no set fits.">,
        Field<"transfers", [](const Of& of) {
            return Each{of.proposal.transfers.size(), [&of](std::size_t at) {
                            return TransferRow{of.municipalities, of.proposal.transfers[at]};
                        }};
        }>>;
};

}  // namespace spreiding::service::contract
