// The legal calendar of a round (cyclus): which day the law sets for each step, what was set
// instead, and how each step stands on a given day.
//
// Wet gemeentelijke taak mogelijk maken asielopvangvoorzieningen, articles 2 to 9:
// https://wetten.overheid.nl/BWBR0049307/2024-01-31
// Regeling specifieke uitkeringen, articles 6 to 9:
// https://wetten.overheid.nl/BWBR0049320/2024-05-15
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "values/calendar_date.hpp"
#include "values/words.hpp"

namespace spreiding {

/// The steps of a round, in the order of the law.
enum class CycleStep : std::uint8_t {
    estimate,         ///< capacity estimate and indicative shares published (capaciteitsraming)
    report,           ///< report of the King's Commissioner (verslag)
    decision,         ///< distribution decision (verdeelbesluit)
    publication,      ///< its publication (bekendmaking); the law gives it no day of its own
    available,        ///< locations made available to COA
    period_start,     ///< first day of the two calendar years that the decision covers
    grant_payment,    ///< payment of the grants of article 9, second paragraph
    next_estimate,    ///< the estimate of the next round
    grant_request,    ///< last day to ask for the grant for durable places
    period_end,       ///< last day of the two calendar years
    surplus_payment,  ///< payment of the grant of article 9, third paragraph (75 % rule)
    accounting,       ///< accounting for the grants (verantwoording)
    settlement,       ///< final decision on the grants (vaststelling)
};
constexpr std::size_t cycle_steps = 13;
template <>
inline constexpr auto words_of<CycleStep> = word_table("CycleStep", "estimate", "report",
                                                       "decision", "publication", "available",
                                                       "period_start", "grant_payment",
                                                       "next_estimate", "grant_request",
                                                       "period_end", "surplus_payment",
                                                       "accounting", "settlement");

/// The dated article a step rests on.
std::string_view article_of(CycleStep step);

/// What a step's day rests on.
enum class DayBasis : std::uint8_t {
    law,      ///< the text of the law and the year of the round
    reading,  ///< the law leaves it open: our reading, said in words beside it
};
template <>
inline constexpr auto words_of<DayBasis> = word_table("", "law", "reading");

/// A day set by data or by a person instead of the law's, and whether the step was taken.
struct SetDay {
    CycleStep step = CycleStep::estimate;
    std::optional<CalendarDate> date;  ///< the day by which it is due; left out: as computed
    std::optional<CalendarDate> done;  ///< the day on which it happened
    std::string note;
};

enum class StepStatus : std::uint8_t {
    done,     ///< it happened, or its day came and nothing needs to be done for it
    late,     ///< its day has passed, and nobody said that it happened
    to_come,  ///< its day is today or later
};
template <>
inline constexpr auto words_of<StepStatus> = word_table("", "done", "late", "to_come");

struct Milestone {
    CycleStep step = CycleStep::estimate;
    DayBasis basis = DayBasis::law;
    CalendarDate legal;   ///< last day, as it follows from the law and the steps before
    CalendarDate date;    ///< last day, as set; the same where nothing was set
    bool is_set = false;  ///< whether `date` was set by data or a person
    std::optional<CalendarDate> done;  ///< when it happened, as far as known
    std::string note;
    StepStatus status = StepStatus::to_come;
    std::int64_t days_left = 0;   ///< from the given day to `date`; below nought when it has passed
    std::int64_t days_moved = 0;  ///< from `legal` to `date`
};

/// The calendar of a round. A step that was set or has happened moves the steps that follow from
/// it: what happened goes before what was set, and that before the law.
/// @param year   the year of the estimate: an even year, as 2024 and 2026; 1 … 9990
/// @param set    at most one of each step; of two the last holds
/// @param today  the day on which the status is asked
std::array<Milestone, cycle_steps> cycle(int year, std::span<const SetDay> set, CalendarDate today);

/// Last day of the first June or November that begins after a day.
CalendarDate next_payment_month_end(CalendarDate after);

}  // namespace spreiding
