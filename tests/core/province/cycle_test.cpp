#include "province/cycle.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace spreiding;

namespace {

CalendarDate on(const char* text) {
    const auto date = read_date(text);
    REQUIRE(date);
    return *date;
}

std::string day(const std::array<Milestone, cycle_steps>& calendar, CycleStep step) {
    return to_text(calendar[static_cast<std::size_t>(step)].date);
}

StepStatus status(const std::array<Milestone, cycle_steps>& calendar, CycleStep step) {
    return calendar[static_cast<std::size_t>(step)].status;
}

}  // namespace

TEST_CASE("a date is read as the computer and as the Dutch write it, and only where it exists") {
    CHECK(on("2027-06-30") == CalendarDate{2027, 6, 30});
    CHECK(on(" 30-6-2027 ") == CalendarDate{2027, 6, 30});
    CHECK(on("30/06/2027") == CalendarDate{2027, 6, 30});
    CHECK(on("29-2-2028") == CalendarDate{2028, 2, 29});
    for (const char* wrong :
         {"", "2027", "30-2-2027", "29-2-2027", "29-2-2100", "31-4-2027", "2027-13-01", "0-1-2027",
          "2027-6-30", "30-6-27", "30-6/2027", "30-6-2027-", "-6-2027", "30 juni 2027", "46203",
          "0000-01-01", "30--2027", "99999-01-01"}) {
        CAPTURE(wrong);
        CHECK_FALSE(read_date(wrong));
    }
}

TEST_CASE("days follow each other over every border of month and leap year for eight centuries") {
    CalendarDate date{1900, 1, 1};
    std::int64_t number = day_number(date);
    while (date.year < 2700) {
        const CalendarDate next = day_after(date);
        REQUIRE(exists(next));
        REQUIRE(next > date);
        REQUIRE(day_before(next) == date);
        REQUIRE(day_number(next) == ++number);
        REQUIRE(read_date(to_text(next)) == next);
        date = next;
    }
    // 800 Gregorian years are twice 146,097 days.
    CHECK(number - day_number({1900, 1, 1}) == 2 * 146'097);
    CHECK(day_number({1, 1, 1}) == 0);
}

TEST_CASE("a term in months ends on the same day, or on the last of a shorter month") {
    CHECK(to_text(months_later(on("2026-12-30"), 6)) == "2027-06-30");
    CHECK(to_text(months_later(on("2026-08-31"), 6)) == "2027-02-28");
    CHECK(to_text(months_later(on("2027-08-31"), 6)) == "2028-02-29");
    CHECK(to_text(months_later(on("2026-08-30"), 6)) == "2027-02-28");
    CHECK(to_text(months_later(on("2026-12-31"), 6)) == "2027-06-30");
    CHECK(to_text(months_later(on("2028-02-29"), 60)) == "2033-02-28");
    CHECK(to_text(months_later(on("2028-02-29"), 0)) == "2028-02-29");
}

TEST_CASE("articles 2, 4, 5 and 7 set the legal days of a round from its year alone") {
    const auto calendar = cycle(2026, {}, on("2026-01-15"));
    CHECK(day(calendar, CycleStep::estimate) == "2026-01-31");
    CHECK(day(calendar, CycleStep::report) == "2026-10-31");
    CHECK(day(calendar, CycleStep::decision) == "2026-12-30");
    CHECK(day(calendar, CycleStep::available) == "2027-06-30");
    CHECK(day(calendar, CycleStep::period_start) == "2027-01-01");
    CHECK(day(calendar, CycleStep::period_end) == "2028-12-31");
    CHECK(day(calendar, CycleStep::next_estimate) == "2028-01-31");
    for (const Milestone& milestone : calendar) {
        CHECK(milestone.date == milestone.legal);
        CHECK_FALSE(milestone.is_set);
        CHECK(milestone.status == StepStatus::to_come);
        CHECK(article_of(milestone.step).starts_with("https://wetten.overheid.nl/BWBR00493"));
        CHECK(named<CycleStep>(name_of(milestone.step)) == milestone.step);
    }
    CHECK_FALSE(named<CycleStep>("verslag"));
}

TEST_CASE(
    "Regeling 6 to 9: grants are paid in the first June or November after, settled a year on") {
    CHECK(to_text(next_payment_month_end(on("2027-05-31"))) == "2027-06-30");
    CHECK(to_text(next_payment_month_end(on("2027-06-01"))) == "2027-11-30");
    CHECK(to_text(next_payment_month_end(on("2027-10-31"))) == "2027-11-30");
    CHECK(to_text(next_payment_month_end(on("2027-11-01"))) == "2028-06-30");
    CHECK(to_text(next_payment_month_end(on("2028-12-31"))) == "2029-06-30");
    const auto calendar = cycle(2026, {}, on("2026-01-15"));
    CHECK(day(calendar, CycleStep::grant_payment) == "2027-11-30");
    CHECK(day(calendar, CycleStep::surplus_payment) == "2029-06-30");
    CHECK(day(calendar, CycleStep::accounting) == "2029-07-15");
    CHECK(day(calendar, CycleStep::settlement) == "2029-12-31");
}

TEST_CASE("the grant for durable places is asked for before a new cycle: not on its first day") {
    const auto calendar = cycle(2026, {}, on("2026-01-15"));
    CHECK(day(calendar, CycleStep::grant_request) == "2028-01-30");
    const std::vector<SetDay> early = {
        {CycleStep::next_estimate, {}, on("2028-01-01"), "Staatscourant"}};
    CHECK(day(cycle(2026, early, on("2026-01-15")), CycleStep::grant_request) == "2027-12-31");
}

TEST_CASE("a decision published later moves the day for locations and their payment along") {
    const std::vector<SetDay> set = {
        {CycleStep::publication, on("2027-01-31"), {}, "Staatscourant"}};
    const auto calendar = cycle(2026, set, on("2026-11-24"));
    CHECK(day(calendar, CycleStep::available) == "2027-07-31");
    CHECK(day(calendar, CycleStep::grant_payment) == "2027-11-30");
    CHECK(day(calendar, CycleStep::period_start) == "2027-01-01");
    const Milestone& moved = calendar[static_cast<std::size_t>(CycleStep::publication)];
    CHECK(moved.is_set);
    CHECK(moved.note == "Staatscourant");
    CHECK(moved.days_moved == 32);
}

TEST_CASE("article 7: a longer term stated in the decision holds, and the payment follows it") {
    const std::vector<SetDay> set = {{CycleStep::available, on("2027-12-01"), {}, "besluit"}};
    const auto calendar = cycle(2026, set, on("2026-11-24"));
    CHECK(to_text(calendar[static_cast<std::size_t>(CycleStep::available)].legal) == "2027-06-30");
    CHECK(day(calendar, CycleStep::available) == "2027-12-01");
    CHECK(day(calendar, CycleStep::grant_payment) == "2028-06-30");
}

TEST_CASE("what happened goes before what was set for the steps that follow") {
    const std::vector<SetDay> set = {{CycleStep::decision, on("2026-12-15"), on("2026-12-20"), ""}};
    const auto calendar = cycle(2026, set, on("2026-12-24"));
    CHECK(day(calendar, CycleStep::publication) == "2026-12-20");
    CHECK(day(calendar, CycleStep::available) == "2027-06-20");
}

TEST_CASE("the round of 2026 as it went: estimate late, report a month longer") {
    const std::vector<SetDay> set = {
        {CycleStep::estimate, on("2026-02-27"), on("2026-02-27"), "pers"},
        {CycleStep::report, on("2026-12-01"), {}, "pers"}};
    const auto before = cycle(2026, set, on("2026-11-24"));
    CHECK(status(before, CycleStep::estimate) == StepStatus::done);
    CHECK(before[0].days_moved == 27);
    CHECK(status(before, CycleStep::report) == StepStatus::to_come);
    CHECK(before[1].days_left == 7);
    CHECK(day(before, CycleStep::decision) == "2026-12-30");
    CHECK(day(before, CycleStep::available) == "2027-06-30");
    CHECK(status(cycle(2026, set, on("2026-12-01")), CycleStep::report) == StepStatus::to_come);
    CHECK(status(cycle(2026, set, on("2026-12-02")), CycleStep::report) == StepStatus::late);
}

TEST_CASE("the round of 2024: done steps stay done, the period passes by itself") {
    const std::vector<SetDay> set = {{CycleStep::estimate, {}, on("2024-01-31"), ""},
                                     {CycleStep::report, {}, on("2024-10-31"), ""},
                                     {CycleStep::decision, {}, on("2024-12-20"), ""},
                                     {CycleStep::available, on("2025-06-30"), {}, "pers"}};
    const auto calendar = cycle(2024, set, on("2026-11-24"));
    for (const CycleStep step :
         {CycleStep::estimate, CycleStep::report, CycleStep::decision, CycleStep::period_start}) {
        CHECK(status(calendar, step) == StepStatus::done);
    }
    CHECK(status(calendar, CycleStep::available) == StepStatus::late);
    CHECK(status(calendar, CycleStep::period_end) == StepStatus::to_come);
    CHECK(day(calendar, CycleStep::period_end) == "2026-12-31");
    // A day in the future is a plan, not yet done.
    const std::vector<SetDay> planned = {{CycleStep::report, {}, on("2024-10-31"), ""}};
    CHECK(status(cycle(2024, planned, on("2024-10-30")), CycleStep::report) == StepStatus::to_come);
}

TEST_CASE("a step is done on the day itself: what was done, and what comes by itself") {
    const std::vector<SetDay> set = {{CycleStep::report, {}, on("2026-10-20"), ""}};
    CHECK(status(cycle(2026, set, on("2026-10-19")), CycleStep::report) == StepStatus::to_come);
    CHECK(status(cycle(2026, set, on("2026-10-20")), CycleStep::report) == StepStatus::done);
    CHECK(status(cycle(2026, {}, on("2026-12-31")), CycleStep::period_start) ==
          StepStatus::to_come);
    CHECK(status(cycle(2026, {}, on("2027-01-01")), CycleStep::period_start) == StepStatus::done);
}
