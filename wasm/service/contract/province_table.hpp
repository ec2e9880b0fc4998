// The provincial table, and its public edition.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "key/articles.hpp"
#include "province/deduction.hpp"
#include "province/disclosure.hpp"
#include "province/exchange.hpp"
#include "province/grants.hpp"
#include "province/location_table.hpp"
#include "province/offers.hpp"
#include "service/contract/fields.hpp"
#include "service/province_lists.hpp"

namespace spreiding::service::contract {

/// SHA-256, 64 hexadecimal digits.
struct Digits {
    std::string text;
};
inline const std::string& to_text(const Digits& digits) {
    return digits.text;
}
template <>
inline constexpr std::string_view pattern_of<Digits> = "^[0-9a-f]{64}$";

/// An answer behind which stands the fingerprint of all that it says.
template <typename Of>
struct WithReceipt {
    Of of;
    Digits receipt;

    const Of& all() const { return of; }
};
template <typename Of>
using SealedFields =
    Fields<Part<&WithReceipt<Of>::all>,
           Field<"receipt", &WithReceipt<Of>::receipt,
                 "SHA-256 of this result as compact JSON, in the order of its fields and without "
                 "this one: the same wherever it is computed, and checked with `JSON.stringify`.">>;

using PerKind = std::array<Places, place_kinds>;
using PerCertainty = std::array<Places, certainties>;

inline PerCertainty by_certainty(const PlaceCount& count) {
    PerCertainty places{};
    for (std::size_t at = 0; at < certainties; ++at)
        places[at] = count.of(static_cast<Certainty>(at));
    return places;
}
template <PlaceKind Kind>
PerCertainty each_of(const PlaceCount& count) {
    return count.places[static_cast<std::size_t>(Kind)];
}
template <PlaceKind Kind>
Places count_of(const PlaceCount& count) {
    return count.of(Kind);
}

template <>
struct Described<PlaceCount> {
    static constexpr std::string_view name = "PlaceCount";
    static constexpr std::string_view about =
        "Places by kind, each by certainty: existing, decided, intended.";
    using fields =
        Fields<Field<"regular", &each_of<PlaceKind::regular>>,
               Field<"minors", &each_of<PlaceKind::minors>>,
               Field<"otherSpecial", &each_of<PlaceKind::other_special>>,
               Field<"total", &PlaceCount::total>,
               Field<"totalMinors", &count_of<PlaceKind::minors>>,
               Field<"byCertainty", &by_certainty, "Of all kinds: existing, decided, intended.">>;
};

/// A part of a whole in per cent, with one decimal, halves up: as reports have it.
struct Percent {
    Places part;
    Places whole;
};
inline std::string to_text(const Percent& percent) {
    const Places tenths = (2'000 * percent.part + percent.whole) / (2 * percent.whole);
    return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10);
}
template <>
inline constexpr std::string_view pattern_of<Percent> = "^[0-9]+\\.[0-9]$";

/// What is offered, beside what it is measured against.
/// @tparam IsSure  whether it is always known what is offered
template <bool IsSure>
struct OfferLine {
    OfferBalance balance;
    Places places = 0;  ///< that are guaranteed
    bool is_known = true;

    template <typename Value>
    auto said(const Value& value) const {
        if constexpr (IsSure) {
            return value;
        } else {
            return is_known ? std::optional(value) : std::nullopt;
        }
    }
    auto offered() const { return said(balance.offered); }
    Places indicative() const { return balance.indicative.total; }
    std::optional<Places> indicative_minors() const { return balance.indicative.minors; }
    auto difference() const { return said(balance.difference); }
    std::optional<Places> minors_difference() const {
        return is_known ? balance.minors_difference : std::nullopt;
    }
    auto guaranteed() const { return said(places); }
    std::optional<Percent> percent_of(Places part) const {
        if (!is_known || indicative() == 0) return std::nullopt;
        return Percent{part, indicative()};
    }
    std::optional<Percent> percent() const { return percent_of(balance.offered.total()); }
    std::optional<Percent> guaranteed_percent() const { return percent_of(places); }
};
template <typename Line>
using OfferFields = Fields<
    Field<"offered", &Line::offered>, Field<"indicative", &Line::indicative>,
    Field<"indicativeMinors", &Line::indicative_minors>,
    Field<"difference", &Line::difference, "Offered − indicative: below nought is lacking.">,
    Field<"minorsDifference", &Line::minors_difference>,
    Field<"guaranteed", &Line::guaranteed,
          "Places that exist or were decided on; an intention ends none of them.">,
    Field<"percent", &Line::percent,
          "Offered and guaranteed, in per cent of indicative with one decimal; null where that is "
          "nought.">,
    Field<"guaranteedPercent", &Line::guaranteed_percent>>;
template <>
struct Described<OfferLine<true>> {
    static constexpr std::string_view name = "OfferBalance";
    static constexpr std::string_view about =
        "Offered set beside what it is measured against, over the municipalities of which it is "
        "known.";
    using fields = OfferFields<OfferLine<true>>;
};
template <>
struct Described<OfferLine<false>> {
    using fields = OfferFields<OfferLine<false>>;
};

struct TaskAfter {
    Places task = 0;
    std::optional<Places> difference;
};
template <>
struct Described<TaskAfter> {
    static constexpr std::string_view name = "TaskAfter";
    static constexpr std::string_view about =
        "The task after exchanges, and what is offered less that.";
    using fields =
        Fields<Field<"task", &TaskAfter::task>, Field<"difference", &TaskAfter::difference>>;
};

struct MunicipalOffer {
    OfferLine<false> line;
    TaskAfter agreed;
    TaskAfter proposed;

    const OfferLine<false>& offer() const { return line; }
};
template <>
struct Described<MunicipalOffer> {
    static constexpr std::string_view name = "MunicipalOffer";
    static constexpr std::string_view about =
        "A municipality; also against its task after the exchanges (agreed, and with proposed "
        "ones). What is offered is null where nothing is known of it yet.";
    using fields =
        Fields<Part<&MunicipalOffer::offer>, Field<"afterAgreed", &MunicipalOffer::agreed>,
               Field<"afterProposed", &MunicipalOffer::proposed>>;
};

struct OfferSum {
    OfferLine<true> line;
    std::int64_t known = 0;
    std::size_t municipalities = 0;

    const OfferLine<true>& offer() const { return line; }
};
template <>
struct Described<OfferSum> {
    static constexpr std::string_view name = "OfferSum";
    static constexpr std::string_view about =
        "The balance of several municipalities, and of how many of them the offers are known.";
    using fields = Fields<Part<&OfferSum::offer>, Field<"known", &OfferSum::known>,
                          Field<"municipalities", &OfferSum::municipalities>>;
};

/// Of a region what is said of it.
template <typename Sum>
struct OfRegion {
    const std::string& called;
    Sum sum;

    const std::string& name() const { return called; }
    const Sum& all() const { return sum; }
};
template <typename Sum>
using RegionFields = Fields<Field<"name", &OfRegion<Sum>::name>, Part<&OfRegion<Sum>::all>>;
template <>
struct Described<OfRegion<OfferSum>> {
    static constexpr std::string_view name = "RegionOffer";
    static constexpr std::string_view about = "The balance of a region.";
    using fields = RegionFields<OfferSum>;
};

template <>
struct Described<Disclosure> {
    using fields =
        Fields<Field<"municipality", &Disclosure::municipality>, Field<"kind", &Disclosure::kind>,
               Field<"certainty", &Disclosure::certainty>>;
};

struct MunicipalAnswer {
    std::int64_t rows = 0;
    std::int64_t left_out = 0;
    bool known = false;

    bool is_complete() const { return left_out == 0; }
};
template <>
struct Described<MunicipalAnswer> {
    static constexpr std::string_view name = "MunicipalAnswer";
    static constexpr std::string_view about = "What was received of a municipality.";
    using fields = Fields<
        Field<"known", &MunicipalAnswer::known,
              "Whether its offers are known: a location of it was taken, or what was "
              "received holds none.">,
        Field<"rows", &MunicipalAnswer::rows, "Locations that were taken.">,
        Field<"leftOut", &MunicipalAnswer::left_out, "Rows with an error: they are in no total.">,
        Field<"complete", &MunicipalAnswer::is_complete, "Whether there are no such rows.">>;
};

/// What is offered on a day.
struct DayOffers {
    const Workspace& workspace;
    const std::vector<MunicipalAnswer>& answers;
    CalendarDate date;
    std::vector<OfferBalance> before;
    std::vector<OfferBalance> agreed;
    std::vector<OfferBalance> proposed;
    std::vector<Places> guaranteed;
    std::vector<Disclosure> disclosures;

    MunicipalOffer offer_of(std::size_t municipality) const;
    OfferSum sum_over(std::span<const std::size_t> members,
                      const std::optional<IndicativeShare>& task) const;

    auto municipalities() const {
        return Each{before.size(), [this](std::size_t at) { return offer_of(at); }};
    }
    auto regions() const {
        return Each{workspace.regions.size(), [this](std::size_t at) {
                        const Region& region = workspace.regions[at];
                        return OfRegion<OfferSum>{region.name, sum_over(region.members, {})};
                    }};
    }
    OfferSum province() const { return sum_over(all_of(workspace), workspace.task); }
};
template <>
struct Described<DayOffers> {
    using fields = Fields<
        Field<"date", &DayOffers::date>, Field<"municipalities", &DayOffers::municipalities>,
        Field<"regions", &DayOffers::regions>, Field<"province", &DayOffers::province>,
        Field<"disclosures", &DayOffers::disclosures,
              "Sums that tell the number of one confidential location, alone or beside those of "
              "the dates before.">>;
};

struct LocatedFile {
    const LocatedRows& of;
    const LocationList& list;

    const std::string& file() const { return of.file->name; }
    Digits sha256() const { return {of.file->fingerprint()}; }
    std::int64_t rows() const;
    std::uint32_t header_row() const { return of.columns.header_row; }
    std::span<const std::uint32_t> columns() const { return of.columns.columns; }
};
template <>
struct Described<LocatedFile> {
    using fields =
        Fields<Field<"file", &LocatedFile::file>, Field<"sha256", &LocatedFile::sha256>,
               Field<"rows", &LocatedFile::rows, "Locations that were taken from it.">,
               Field<"headerRow", &LocatedFile::header_row,
                     "Row of its headings, from 1; 0 where none were found.">,
               Field<"columns", &LocatedFile::columns,
                     "Column of each of `locationFields`, from 1; 0 where it is not there.">>;
};

/// What of a location is public.
struct Publicity {
    bool identity = false;
    bool number = false;
};
inline void write(JsonWriter& json, Publicity of) {
    if (of.identity == of.number) {
        json.flag(of.number);
    } else {
        json.text(of.number ? "number" : "location");
    }
}
template <>
inline constexpr std::string_view printed_type<Publicity> = "boolean | 'number' | 'location'";

template <auto Member>
const auto& in_location(const PlacedLocation& placed) {
    return placed.location.*Member;
}
inline Publicity publicity_of(const PlacedLocation& placed) {
    return {placed.location.identity_is_public, placed.location.number_is_public};
}
template <>
struct Described<PlacedLocation> {
    static constexpr std::string_view name = "LocationRow";
    static constexpr std::string_view about = "A location, as it was read and joined with others.";
    using fields =
        Fields<Field<"file", &in_location<&Location::file>>,
               Field<"row", &in_location<&Location::row>>, Field<"id", &in_location<&Location::id>>,
               Field<"name", &in_location<&Location::name>>,
               Field<"note", &in_location<&Location::note>>,
               Field<"municipality", &in_location<&Location::municipality>,
                     "Index into `municipalities`.">,
               Field<"kind", &in_location<&Location::kind>>,
               Field<"places", &in_location<&Location::places>>,
               Field<"from", &in_location<&Location::from>>,
               Field<"until", &in_location<&Location::until>>,
               Field<"certainty", &in_location<&Location::certainty>>,
               Field<"continues", &PlacedLocation::continues,
                     "Index into `locations` of the one it takes over from.">,
               Field<"countsUntil", &PlacedLocation::counts_until,
                     "Last day on which it counts: its own, or the day before another takes over.">,
               Field<"counts", &PlacedLocation::counts,
                     "False in a circle, or taken over before it began.">,
               Field<"public", &publicity_of,
                     "`number`: its number of places alone is public; `location`: all but that.">>;
};

/// A ledger before and after the exchanges.
struct LedgerTable {
    const LedgerColumn& start;
    std::optional<CalendarDate> date;
    const LedgerColumn& with_agreed;
    const LedgerColumn& with_proposed;
    bool more = false;  ///< there are confidential exchanges too

    static auto balances(const LedgerColumn& column) {
        return Each{column.balances.size(),
                    [&column](std::size_t at) { return balance_of(column, at); }};
    }
    Ledger ledger() const { return start.ledger; }
    std::optional<HalfYear> half_year() const { return start.half_year; }
    bool is_flow() const { return start.ledger == Ledger::status_holders; }
    std::optional<std::string_view> article() const {
        if (start.ledger == Ledger::ukraine) return std::nullopt;
        return is_flow() ? articles::housing_29 : articles::act_5;
    }
    auto before() const { return balances(start); }
    auto agreed() const { return balances(with_agreed); }
    auto proposed() const { return balances(with_proposed); }
    std::int64_t sum() const;
};
/// The same in the public edition.
struct PublicLedger : LedgerTable {};
/// @tparam Own  what one of the editions alone says
template <typename Own>
using LedgerFields =
    Fields<Field<"ledger", &LedgerTable::ledger>, Field<"halfYear", &LedgerTable::half_year>,
           Field<"date", &LedgerTable::date,
                 "The reference date, where exchanges have a period; null: the same on all.">,
           Field<"flow", &LedgerTable::is_flow,
                 "Status holders are a flow per half-year, the others a stock.">,
           Own, Field<"before", &LedgerTable::before, "Per municipality; null: not known.">,
           Field<"agreed", &LedgerTable::agreed>, Field<"withProposed", &LedgerTable::proposed>,
           Field<"sum", &LedgerTable::sum, "The sum of what is known: the same before and after.">>;
template <>
struct Described<LedgerTable> {
    static constexpr std::string_view name = "LedgerTable";
    static constexpr std::string_view about = "A ledger before and after the exchanges.";
    using fields = LedgerFields<Field<"article", &LedgerTable::article>>;
};
template <>
struct Described<PublicLedger> {
    static constexpr std::string_view name = "PublicLedger";
    static constexpr std::string_view about = "A ledger before and after public exchanges.";
    using fields = LedgerFields<Field<"more", &LedgerTable::more>>;
};

template <>
struct Described<Refusal> {
    using fields = Fields<Field<"transfer", &Refusal::transfer>, Field<"rule", &Refusal::rule>,
                          Field<"shortfall", &Refusal::shortfall>>;
};

struct ExchangeOutcome {
    ExchangeStatus status = ExchangeStatus::proposed;
    std::optional<Refusal> refusal;
    std::vector<CalendarDate> dates;
    bool rests_on_confidential = false;

    bool holds() const {
        return status != ExchangeStatus::lapsed && !refusal && !rests_on_confidential;
    }
};
struct PublicOutcome : ExchangeOutcome {};
template <typename... Own>
using OutcomeFields =
    Fields<Field<"status", &ExchangeOutcome::status>, Field<"holds", &ExchangeOutcome::holds>,
           Own...,
           Field<"dates", &ExchangeOutcome::dates, "The reference dates within its period.">,
           Field<"refusal", &ExchangeOutcome::refusal,
                 "Also told as a finding: row the exchange, column the transfer, both from 1.">>;
template <>
struct Described<ExchangeOutcome> {
    static constexpr std::string_view name = "ExchangeOutcome";
    static constexpr std::string_view about = "What became of an exchange.";
    using fields = OutcomeFields<>;
};
template <>
struct Described<PublicOutcome> {
    using fields =
        OutcomeFields<Field<"restsOnConfidential", &ExchangeOutcome::rests_on_confidential,
                            "Without what is confidential it would be refused.">>;
};

template <>
struct Described<MunicipalDeduction> {
    using fields = Fields<Field<"durable", &MunicipalDeduction::durable,
                                "Durable places: regular, minors, other special.">,
                          Field<"deducted", &MunicipalDeduction::deducted,
                                "Nought where the minimum of 100 or 16 is not met.">>;
};
struct DeductionTest {
    const std::vector<MunicipalAnswer>& answers;
    const Workspace& workspace;
    CalendarDate day;
    Deduction deduction;

    auto municipalities() const {
        return Each{answers.size(), [this](std::size_t at) {
                        return answers[at].known ? &deduction.municipalities[at] : nullptr;
                    }};
    }
    Places total() const { return deduction.total; }
    Places minors() const { return deduction.minors; }
    Places to_make_available() const {
        return std::max<Places>(0, task_of(workspace).total - deduction.total);
    }
    // A province that has enough places may still have too few of them for minors.
    std::optional<Places> to_make_available_minors() const {
        const auto minors = task_of(workspace).minors;
        return minors ? std::optional(std::max<Places>(0, *minors - deduction.minors))
                      : std::nullopt;
    }
};
template <>
struct Described<DeductionTest> {
    using Of = DeductionTest;
    using fields = Fields<
        Field<"day", &Of::day>, Field<"article", [](const Of&) { return articles::decree_3_1; }>,
        Field<"municipalities", &Of::municipalities,
              "Null, here and in the other tests: nothing is known of a municipality yet.">,
        Field<"total", &Of::total>, Field<"minors", &Of::minors>,
        Field<"toMakeAvailable", &Of::to_make_available,
              "The task less the deduction, never below nought: still to be made available.">,
        Field<"toMakeAvailableMinors", &Of::to_make_available_minors,
              "The same for minors: there may be too few places for them where there are enough "
              "together.">>;
};

struct Decided {
    PerKind places{};
    std::optional<Places> decided;

    Places total() const { return places[0] + places[1] + places[2]; }
    std::optional<Places> difference() const {
        return decided ? std::optional(total() - *decided) : std::nullopt;
    }
};
template <>
struct Described<Decided> {
    using fields = Fields<Field<"places", &Decided::places>, Field<"total", &Decided::total>,
                          Field<"decided", &Decided::decided>,
                          Field<"difference", &Decided::difference, "Counted − decided.">>;
};
inline Places total_of(const std::vector<DecisionCount>& counts) {
    Places total = 0;
    for (const DecisionCount& count : counts)
        total += count.total();
    return total;
}
struct DecisionTest {
    const std::vector<MunicipalAnswer>& answers;
    const Workspace& workspace;
    CalendarDate day;
    std::vector<DecisionCount> counts;

    auto municipalities() const {
        return Each{counts.size(), [this](std::size_t at) {
                        return answers[at].known ? std::optional(Decided{counts[at].places,
                                                                         workspace.decided[at]})
                                                 : std::nullopt;
                    }};
    }
    Places total() const { return total_of(counts); }
};
template <>
struct Described<DecisionTest> {
    using Of = DecisionTest;
    using fields = Fields<Field<"day", &Of::day>, Field<"municipalities", &Of::municipalities>,
                          Field<"total", &Of::total>>;
};

struct GrantRow {
    const MunicipalGrant& grant;
    Places indicative = 0;

    template <auto Member>
    auto its() const {
        return std::invoke(Member, grant);
    }
};
template <>
struct Described<GrantRow> {
    using Of = GrantRow;
    using fields =
        Fields<Field<"specialPlaces", &Of::its<&MunicipalGrant::special_places>>,
               Field<"specialEuros", &Of::its<&MunicipalGrant::special_euros>>,
               Field<"durablePlaces", &Of::its<&MunicipalGrant::durable_places>>,
               Field<"indicative", &Of::indicative>,
               Field<"aboveShare", &Of::its<&MunicipalGrant::above_share>>,
               Field<"submitted", &Of::its<&MunicipalGrant::submitted>>,
               Field<"excluded", &Of::its<&MunicipalGrant::excluded>,
                     "Of those, places still among the ones counted at the end of the two years.">,
               Field<"eurosPerPlace", &Of::its<&MunicipalGrant::euros_per_place>>,
               Field<"durableEuros", &Of::its<&MunicipalGrant::durable_euros>>,
               Field<"available", &Of::its<&MunicipalGrant::available>>,
               Field<"metDecision", &Of::its<&MunicipalGrant::met_decision>>,
               Field<"placeMonths", &Of::its<&MunicipalGrant::place_months>>,
               Field<"surplusEuros", &Of::its<&MunicipalGrant::surplus_euros>>,
               Field<"total", &Of::its<&MunicipalGrant::total>>>;
};
template <>
struct Described<SurplusGrant> {
    using Of = SurplusGrant;
    using fields = Fields<
        Field<"task", &Of::task>, Field<"threshold", &Of::threshold>,
        Field<"available", &Of::available>, Field<"excluded", &Of::excluded>,
        Field<"above", &Of::above,
              "Places above 75%, as the reading counts them; of these `surplus` are paid for.">,
        Field<"surplus", &Of::surplus>, Field<"euros", &Of::euros>,
        Field<"toProvince", &Of::to_province>, Field<"toMunicipalities", &Of::to_municipalities>,
        Field<"placeMonths", &Of::place_months>,
        Field<"roundingDifference", &Of::rounding_difference>>;
};
struct GrantTest {
    const std::vector<MunicipalAnswer>& answers;
    const Workspace& workspace;
    Grants grants;

    auto municipalities() const {
        return Each{answers.size(), [this](std::size_t at) {
                        return answers[at].known
                                   ? std::optional(GrantRow{grants.municipalities[at],
                                                            workspace.indicative[at].total})
                                   : std::nullopt;
                    }};
    }
    const SurplusGrant& surplus() const { return grants.surplus; }
    Euros total() const { return grants.total; }
};
template <>
struct Described<GrantTest> {
    using Of = GrantTest;
    using fields = Fields<Field<"regulation", [](const Of&) { return articles::regulation; }>,
                          Field<"municipalities", &Of::municipalities>,
                          Field<"surplus", &Of::surplus>, Field<"total", &Of::total>>;
};

/// The table as it is computed; its parts are made when they are written.
struct ProvincialTable {
    const Workspace& workspace;
    std::vector<LocatedRows> read;
    std::vector<MunicipalAnswer> answers;
    std::int64_t left_out_elsewhere = 0;
    LocationList list;
    std::vector<Books> books;  ///< one per reference date; without any, one
    std::vector<std::optional<Refusal>> refusals;

    auto files() const {
        return Each{read.size(), [this](std::size_t at) { return LocatedFile{read[at], list}; }};
    }
    const std::vector<PlacedLocation>& locations() const { return list.locations; }
    DayOffers offers_on(std::size_t day) const;
    auto offers() const {
        return Each{workspace.dates.size(), [this](std::size_t day) { return offers_on(day); }};
    }
    std::vector<LedgerTable> ledgers() const;
    auto exchanges() const {
        return Each{
            refusals.size(), [this](std::size_t at) {
                const AskedExchange& asked = workspace.exchanges[at];
                return ExchangeOutcome{asked.status, refusals[at], dates_of(asked, workspace)};
            }};
    }
    std::optional<DeductionTest> deduction() const;
    std::optional<DecisionTest> decision() const;
    std::optional<GrantTest> grants() const;
};
template <>
struct Described<ProvincialTable> {
    using Of = ProvincialTable;
    using fields =
        Fields<Field<"edition", [](const Of&) { return Literal<"confidential">{}; }>,
               Field<"files", &Of::files>, Field<"answers", &Of::answers, "One per municipality.">,
               Field<"leftOutElsewhere", &Of::left_out_elsewhere,
                     "Rows with an error of which not even the municipality is known.">,
               Field<"locations", &Of::locations>, Field<"offers", &Of::offers>,
               Field<"ledgers", &Of::ledgers>, Field<"exchanges", &Of::exchanges>,
               Field<"deduction", &Of::deduction>, Field<"decision", &Of::decision>,
               Field<"grants", &Of::grants>>;
};
template <>
struct Described<WithReceipt<ProvincialTable>> {
    static constexpr std::string_view name = "ProvincialTableResult";
    static constexpr std::string_view about =
        "The provincial table: locations, offers, the three tests, and the ledgers with their "
        "exchanges.";
    using fields = SealedFields<ProvincialTable>;
};

/// Places whose number is public.
struct PublicCount {
    PlaceCount places;

    template <PlaceKind Kind>
    Places of() const {
        return places.of(Kind);
    }
    PerCertainty certainty() const { return by_certainty(places); }
    Places total() const { return places.total(); }
};
template <>
struct Described<PublicCount> {
    static constexpr std::string_view name = "PublicCount";
    static constexpr std::string_view about = "Places whose number is public.";
    using fields = Fields<
        Field<"regular", &PublicCount::of<PlaceKind::regular>>,
        Field<"minors", &PublicCount::of<PlaceKind::minors>>,
        Field<"otherSpecial", &PublicCount::of<PlaceKind::other_special>>,
        Field<"byCertainty", &PublicCount::certainty, "Of all kinds: existing, decided, intended.">,
        Field<"total", &PublicCount::total>>;
};

template <Places Remainder::*End>
std::optional<Places> end_of(const Remainder& of) {
    const bool has_number = of.form == RemainderForm::exact || of.form == RemainderForm::range;
    return has_number ? std::optional(of.*End) : std::nullopt;
}
template <>
struct Described<Remainder> {
    static constexpr std::string_view name = "Remainder";
    static constexpr std::string_view about =
        "The sum of what is confidential. `none`: nothing is; `exact`: the sum; `range`: the class "
        "of fifty in which it lies; `withheld`: there is more, and a number would tell of whom. "
        "Nobody can compute it again from the edition.";
    using fields = Fields<Field<"form", &Remainder::form>, Field<"from", &end_of<&Remainder::from>>,
                          Field<"to", &end_of<&Remainder::to>>>;
};

/// Public and confidential together, where both are printed.
inline std::optional<Places> whole(Places offered, const Remainder& remainder) {
    if (remainder.form == RemainderForm::none) return offered;
    if (remainder.form == RemainderForm::exact) return offered + remainder.from;
    return std::nullopt;
}
inline std::optional<Places> difference(std::optional<Places> offered,
                                        std::optional<Places> indicative) {
    if (!offered || !indicative) return std::nullopt;
    return *offered - *indicative;
}

struct PublicSum {
    std::int64_t known = 0;
    std::size_t municipalities = 0;
    OfferBalance balance;
    Remainder remainder;

    PublicCount offered() const { return {balance.offered}; }
    std::optional<Places> total() const { return whole(balance.offered.total(), remainder); }
    Places indicative() const { return balance.indicative.total; }
    std::optional<Places> indicative_minors() const { return balance.indicative.minors; }
    std::optional<Places> less() const { return difference(total(), indicative()); }
};
template <>
struct Described<PublicSum> {
    static constexpr std::string_view name = "PublicSum";
    static constexpr std::string_view about = "A region or the province.";
    using Of = PublicSum;
    using fields =
        Fields<Field<"known", &Of::known, "Over how many of its municipalities it runs.">,
               Field<"municipalities", &Of::municipalities>, Field<"offered", &Of::offered>,
               Field<"remainder", &Of::remainder>,
               Field<"total", &Of::total,
                     "Public and confidential together; null where the remainder is no number.">,
               Field<"indicative", &Of::indicative>,
               Field<"indicativeMinors", &Of::indicative_minors>, Field<"difference", &Of::less>>;
};
template <>
struct Described<OfRegion<PublicSum>> {
    static constexpr std::string_view name = "PublicRegion";
    static constexpr std::string_view about = "A region.";
    using fields = RegionFields<PublicSum>;
};
struct PublicProvince {
    PublicSum sum;
    Remainder minors;

    const PublicSum& all() const { return sum; }
    std::optional<Places> total_minors() const {
        return whole(sum.balance.offered.of(PlaceKind::minors), minors);
    }
    std::optional<Places> minors_difference() const {
        return difference(total_minors(), sum.indicative_minors());
    }
};
template <>
struct Described<PublicProvince> {
    static constexpr std::string_view name = "PublicProvince";
    static constexpr std::string_view about = "The province.";
    using Of = PublicProvince;
    using fields = Fields<Part<&Of::all>, Field<"minorsRemainder", &Of::minors>,
                          Field<"totalMinors", &Of::total_minors>,
                          Field<"minorsDifference", &Of::minors_difference>>;
};

struct PublicOffer {
    bool known = false;
    const OfferBalance& balance;
    std::vector<PlaceKind> more;
    std::optional<Places> difference;
    std::optional<Places> minors_difference;
    std::optional<Places> task;

    PublicCount offered() const { return {balance.offered}; }
    Places indicative() const { return balance.indicative.total; }
    std::optional<Places> indicative_minors() const { return balance.indicative.minors; }
};
template <>
struct Described<PublicOffer> {
    using Of = PublicOffer;
    using fields = Fields<
        Field<"known", &Of::known, "Whether anything is known of it.">,
        Field<"offered", &Of::offered>,
        Field<"more", &Of::more, "Of which kinds there is more, on any of the dates.">,
        Field<"indicative", &Of::indicative>, Field<"indicativeMinors", &Of::indicative_minors>,
        Field<"difference", &Of::difference>, Field<"minorsDifference", &Of::minors_difference>,
        Field<"taskAfterAgreed", &Of::task>>;
};
struct PublicEdition;

/// What is offered on a day, as far as it is public.
struct PublicDay {
    const PublicEdition& edition;
    std::size_t day;
    CalendarDate date;
    std::vector<OfferBalance> balances;

    PublicOffer offer_of(std::size_t municipality) const;
    OfRegion<PublicSum> region(std::size_t at) const;
    PublicProvince province() const;
    PublicSum sum_over(std::span<const std::size_t> members,
                       const std::optional<IndicativeShare>& task,
                       const Remainder& remainder) const;

    auto municipalities() const {
        return Each{balances.size(), [this](std::size_t at) { return offer_of(at); }};
    }
    std::size_t region_count() const;
    auto regions() const {
        return Each{region_count(), [this](std::size_t at) { return region(at); }};
    }
};
template <>
struct Described<PublicDay> {
    using fields =
        Fields<Field<"date", &PublicDay::date>, Field<"municipalities", &PublicDay::municipalities>,
               Field<"regions", &PublicDay::regions>, Field<"province", &PublicDay::province>>;
};

/// A location of which it is public what it is.
struct PublicLocation {
    const Location& location;
    std::optional<std::int64_t> continues;

    std::optional<Places> places() const {
        return location.number_is_public ? std::optional(location.places) : std::nullopt;
    }
    template <auto Member>
    const auto& its() const {
        return location.*Member;
    }
};
template <>
struct Described<PublicLocation> {
    using Of = PublicLocation;
    using fields =
        Fields<Field<"municipality", &Of::its<&Location::municipality>>,
               Field<"id", &Of::its<&Location::id>>, Field<"name", &Of::its<&Location::name>>,
               Field<"kind", &Of::its<&Location::kind>>, Field<"places", &Of::places>,
               Field<"from", &Of::its<&Location::from>>, Field<"until", &Of::its<&Location::until>>,
               Field<"certainty", &Of::its<&Location::certainty>>,
               Field<"continues", &Of::continues, "Index into `locations`.">,
               Field<"note", &Of::its<&Location::note>>>;
};

/// What a test says of the public part. Where a municipality has more, what follows from all of its
/// places, a minimum or an amount, is not said.
struct PublicTest {
    const std::vector<std::uint8_t>& have_more;  ///< one per municipality
    bool more = false;                           ///< anyone has

    bool has_more(std::size_t at) const { return have_more[at] != 0; }
    std::optional<std::int64_t> of_all(std::int64_t number) const {
        return more ? std::nullopt : std::optional(number);
    }
};
struct PublicDeduction : PublicTest {
    struct Municipality {
        const PerKind& durable_places;
        const PerKind* deducted;
        const PerKind& durable() const { return durable_places; }
    };
    CalendarDate day;
    std::vector<MunicipalDeduction> all;
    Places task = 0;

    auto municipalities() const {
        return Each{
            all.size(), [this](std::size_t at) {
                return Municipality{all[at].durable, has_more(at) ? nullptr : &all[at].deducted};
            }};
    }
    Places total() const {
        Places total = 0;
        for (std::size_t at = 0; at < all.size(); ++at)
            total += has_more(at) ? 0 : all[at].total();
        return total;
    }
    std::optional<Places> to_make_available() const {
        return of_all(std::max<Places>(0, task - total()));
    }
};
template <>
struct Described<PublicDeduction::Municipality> {
    using Of = PublicDeduction::Municipality;
    using fields = Fields<Field<"durable", &Of::durable>, Field<"deducted", &Of::deducted>>;
};
template <>
struct Described<PublicDeduction> {
    using Of = PublicDeduction;
    using fields =
        Fields<Field<"day", &Of::day>, Field<"municipalities", &Of::municipalities>,
               Field<"total", &Of::total, "Of the municipalities that have no more.">,
               Field<"more", &Of::more>, Field<"toMakeAvailable", &Of::to_make_available>>;
};
struct PublicDecision : PublicTest {
    struct Municipality : Decided {
        bool more = false;
        std::optional<Places> less() const { return more ? std::nullopt : difference(); }
    };
    const Workspace& workspace;
    CalendarDate day;
    std::vector<DecisionCount> counts;

    auto municipalities() const {
        return Each{
            counts.size(), [this](std::size_t at) {
                return Municipality{{counts[at].places, workspace.decided[at]}, has_more(at)};
            }};
    }
    Places total() const { return total_of(counts); }
};
template <>
struct Described<PublicDecision::Municipality> {
    using Of = PublicDecision::Municipality;
    using fields =
        Fields<Field<"places", &Of::places>, Field<"total", &Of::total>, Field<"more", &Of::more>,
               Field<"decided", &Of::decided>, Field<"difference", &Of::less>>;
};
template <>
struct Described<PublicDecision> {
    using Of = PublicDecision;
    using fields = Fields<Field<"day", &Of::day>, Field<"municipalities", &Of::municipalities>,
                          Field<"total", &Of::total>, Field<"more", &Of::more>>;
};
struct PublicGrants : PublicTest {
    struct Municipality {
        const MunicipalGrant& grant;
        bool more = false;
        template <auto Member>
        std::int64_t its() const {
            return grant.*Member;
        }
        template <auto Member>
        std::optional<std::int64_t> of_all() const {
            return more ? std::nullopt : std::optional(grant.*Member);
        }
    };
    Grants all;

    auto municipalities() const {
        return Each{have_more.size(), [this](std::size_t at) {
                        return Municipality{all.municipalities[at], has_more(at)};
                    }};
    }
    // Each part of the 75 % rule follows from all places.
    std::optional<Euros> surplus_euros() const { return of_all(all.surplus.euros); }
    std::optional<Euros> total() const { return of_all(all.total); }
};
template <>
struct Described<PublicGrants::Municipality> {
    using Of = PublicGrants::Municipality;
    using fields = Fields<Field<"specialPlaces", &Of::its<&MunicipalGrant::special_places>>,
                          Field<"durablePlaces", &Of::its<&MunicipalGrant::durable_places>>,
                          Field<"available", &Of::its<&MunicipalGrant::available>>,
                          Field<"placeMonths", &Of::its<&MunicipalGrant::place_months>>,
                          Field<"more", &Of::more>,
                          Field<"specialEuros", &Of::of_all<&MunicipalGrant::special_euros>>,
                          Field<"submitted", &Of::of_all<&MunicipalGrant::submitted>>,
                          Field<"durableEuros", &Of::of_all<&MunicipalGrant::durable_euros>>>;
};
template <>
struct Described<PublicGrants> {
    using Of = PublicGrants;
    using fields = Fields<Field<"municipalities", &Of::municipalities>, Field<"more", &Of::more>,
                          Field<"surplusEuros", &Of::surplus_euros, "Of the 75 % rule.">,
                          Field<"total", &Of::total>>;
};

/// A municipality that lets all its numbers be printed, and why.
struct Release {
    std::size_t municipality = 0;
    std::string reason;
};
template <>
struct Described<Release> {
    using fields =
        Fields<Field<"municipality", &Release::municipality>, Field<"reason", &Release::reason>>;
};

/// The edition as it is computed; its parts are made when they are written.
struct PublicEdition {
    const Workspace& workspace;
    std::vector<LedgerColumn> confidential;  ///< ledgers in which there are confidential exchanges
    std::vector<std::string> fingerprints;   ///< of files that hold nothing confidential
    LocationList list;
    LocationList part;                    ///< of which all is public
    std::vector<std::uint8_t> have_more;  ///< one per municipality
    PublicRemainders remainders;
    std::vector<Books> books;  ///< with what is lent
    std::vector<Release> releases;
    std::optional<std::string> printed_anyway;
    /// Of the locations of which it is public what they are, where they stand in the list.
    std::vector<std::size_t> shown;
    std::vector<ExchangeOutcome> outcomes;

    auto files() const {
        return Each{fingerprints.size(),
                    [this](std::size_t at) { return Digits{fingerprints[at]}; }};
    }
    PublicLocation location(std::size_t at) const;
    auto locations() const {
        return Each{shown.size(), [this](std::size_t at) { return location(at); }};
    }
    auto exchanges() const {
        return Each{outcomes.size(),
                    [this](std::size_t at) { return PublicOutcome{outcomes[at]}; }};
    }
    std::vector<LedgerTable> ledger_tables() const;
    auto ledgers() const {
        const std::vector<LedgerTable> tables = ledger_tables();
        return Each{tables.size(), [tables](std::size_t at) { return PublicLedger{tables[at]}; }};
    }
    PublicDay offers_on(std::size_t day) const;
    auto offers() const {
        return Each{workspace.dates.size(), [this](std::size_t day) { return offers_on(day); }};
    }
    PublicTest test() const;
    std::optional<PublicDeduction> deduction() const;
    std::optional<PublicDecision> decision() const;
    std::optional<PublicGrants> grants() const;

    bool is_confidential(const LedgerColumn& column) const;
    bool is_known(std::size_t municipality) const;
    bool has_secrets(std::size_t municipality, PlaceKind kind) const;
    std::optional<Places> task_after(const Ledgers& ledgers, std::size_t municipality) const;
};
template <>
struct Described<PublicEdition> {
    using Of = PublicEdition;
    using fields = Fields<
        Field<"edition", [](const Of&) { return Literal<"public">{}; }>,
        Field<"files", &Of::files, "SHA-256 of the files that hold nothing confidential.">,
        Field<"locations", &Of::locations,
              "Those of which it is public what they are; `places` null: their number is not.">,
        Field<"exchanges", &Of::exchanges>,
        Field<"ledgers", &Of::ledgers,
              "After public exchanges; null also where that would be below nought.">,
        Field<"offers", &Of::offers>, Field<"deduction", &Of::deduction>,
        Field<"decision", &Of::decision>, Field<"grants", &Of::grants>,
        Field<"releases", &Of::releases>,
        Field<"printedAnyway", &Of::printed_anyway,
              "Why confidential sums were printed whatever they tell; null: they were not.">>;
};
template <>
struct Described<WithReceipt<PublicEdition>> {
    static constexpr std::string_view name = "PublicEditionResult";
    static constexpr std::string_view about =
        "The public edition: a function of what is public and of the remainders. `more`: there is "
        "more, which is confidential; what follows from all of it is null then.";
    using fields = SealedFields<PublicEdition>;
};

/// A number of a location as an edition counted it.
struct PrintedNumber {
    const Workspace& workspace;
    const PrintedEdition::Number& number;

    const MunicipalityCode& municipality() const {
        return workspace.municipalities[number.municipality].code;
    }
    const std::string& key() const { return number.key; }
    Places places() const { return number.places; }
    bool is_public() const { return number.is_public; }
};
template <>
struct Described<PrintedNumber> {
    static constexpr std::string_view name = "PrintedNumber";
    static constexpr std::string_view about =
        "A number of a location as an earlier public edition counted it.";
    using Of = PrintedNumber;
    using fields =
        Fields<Field<"municipality", &Of::municipality, "Code.">,
               Field<"key", &Of::key, "What the location is known by from edition to edition.">,
               Field<"places", &Of::places>, Field<"public", &Of::is_public>>;
};
/// How a sum was printed, which is always a number.
struct SumForm {
    RemainderForm form;
};
inline std::string_view to_text(SumForm of) {
    return name_of(of.form);
}
template <>
inline constexpr std::string_view printed_type<SumForm> = "'exact' | 'range'";
template <>
struct Described<SecretSum> {
    using fields = Fields<Field<"form", [](const SecretSum& sum) { return SumForm{sum.form}; }>,
                          Field<"members", &SecretSum::members>>;
};
struct EditionRecord {
    const Workspace& workspace;
    const PrintedEdition& edition;

    auto numbers() const {
        return Each{edition.numbers.size(), [this](std::size_t at) {
                        return PrintedNumber{workspace, edition.numbers[at]};
                    }};
    }
    const std::vector<SecretSum>& sums() const { return edition.sums; }
};
template <>
struct Described<EditionRecord> {
    static constexpr std::string_view name = "EditionRecord";
    static constexpr std::string_view about =
        "What a public edition printed of confidential numbers, and the numbers themselves: kept "
        "in the workspace, so that a later edition tells none of them by its difference. "
        "Confidential.";
    using fields =
        Fields<Field<"numbers", &EditionRecord::numbers>,
               Field<"sums", &EditionRecord::sums, "`members`: places in `numbers`, from 0.">>;
};

}  // namespace spreiding::service::contract
