// Days of the calendar: exact arithmetic on years, months and days, without clock or time zone.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace spreiding {

/// A day of the Gregorian calendar. Made by `read_date` or the functions below it always exists.
struct CalendarDate {
    int year = 1;   ///< 1 … 9999
    int month = 1;  ///< 1 … 12
    int day = 1;    ///< 1 … 31

    friend auto operator<=>(const CalendarDate&, const CalendarDate&) = default;
};

constexpr bool is_leap_year(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/// Number of days in a month: 28 … 31.
int days_in_month(int year, int month);

bool exists(CalendarDate date);

/// Reads `2027-06-30` and, as people in the Netherlands write it, `30-6-2027` or `30/6/2027`, with
/// spaces around. Nothing where it is no date, or a day that does not exist.
std::optional<CalendarDate> read_date(std::string_view text);

/// As `2027-06-30`.
std::string to_text(CalendarDate date);

/// Days since 1 January of the year 1: for differences.
std::int64_t day_number(CalendarDate date);

CalendarDate day_before(CalendarDate date);
CalendarDate day_after(CalendarDate date);

/// The same day so many months later; the last day of the month where that month is shorter, as
/// terms in months are counted: six months after 31 August end on the last day of February.
/// @param months  0 or more
CalendarDate months_later(CalendarDate date, int months);

/// The first day of a month that begins after a day.
CalendarDate first_of_next_month(CalendarDate date);

}  // namespace spreiding
