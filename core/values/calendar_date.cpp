// Reads and writes days, numbers them, and steps by a day or by months.
#include "values/calendar_date.hpp"

#include <algorithm>
#include <array>

#include "values/decimal.hpp"
#include "values/text.hpp"

namespace spreiding {

int days_in_month(int year, int month) {
    constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month == 2 && is_leap_year(year)) return 29;
    return days[static_cast<std::size_t>(month) - 1];
}

bool exists(CalendarDate date) {
    return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 &&
           date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

std::optional<CalendarDate> read_date(std::string_view text) {
    text = trimmed(text);
    std::array<int, 3> numbers{};
    std::array<std::size_t, 3> digits{};
    std::size_t part = 0;
    char mark = '\0';
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            if (++digits[part] > 4) return std::nullopt;
            numbers[part] = numbers[part] * 10 + (c - '0');
        } else if ((c == '-' || c == '/') && (mark == '\0' || c == mark) && part < 2 &&
                   digits[part] > 0) {
            mark = c;
            ++part;
        } else {
            return std::nullopt;
        }
    }
    const auto short_number = [&](std::size_t at) { return digits[at] == 1 || digits[at] == 2; };
    std::optional<CalendarDate> date;
    if (mark == '-' && digits[0] == 4 && digits[1] == 2 && digits[2] == 2) {
        date = {numbers[0], numbers[1], numbers[2]};
    } else if (digits[2] == 4 && short_number(0) && short_number(1)) {
        date = {numbers[2], numbers[1], numbers[0]};
    }
    if (date && !exists(*date)) return std::nullopt;
    return date;
}

std::string to_text(CalendarDate date) {
    const auto padded = [](int number, std::size_t width) {
        std::string text = to_text(static_cast<std::int64_t>(number));
        return std::string(width - std::min(width, text.size()), '0') + text;
    };
    return padded(date.year, 4) + '-' + padded(date.month, 2) + '-' + padded(date.day, 2);
}

std::int64_t day_number(CalendarDate date) {
    const std::int64_t before = date.year - 1;
    std::int64_t days = before * 365 + before / 4 - before / 100 + before / 400;
    for (int month = 1; month < date.month; ++month)
        days += days_in_month(date.year, month);
    return days + date.day - 1;
}

CalendarDate day_before(CalendarDate date) {
    if (date.day > 1) return {date.year, date.month, date.day - 1};
    if (date.month > 1)
        return {date.year, date.month - 1, days_in_month(date.year, date.month - 1)};
    return {date.year - 1, 12, 31};
}

CalendarDate day_after(CalendarDate date) {
    if (date.day < days_in_month(date.year, date.month))
        return {date.year, date.month, date.day + 1};
    return first_of_next_month(date);
}

CalendarDate months_later(CalendarDate date, int months) {
    const int count = date.month - 1 + months;
    const int year = date.year + count / 12;
    const int month = count % 12 + 1;
    return {year, month, std::min(date.day, days_in_month(year, month))};
}

CalendarDate first_of_next_month(CalendarDate date) {
    return date.month == 12 ? CalendarDate{date.year + 1, 1, 1}
                            : CalendarDate{date.year, date.month + 1, 1};
}

}  // namespace spreiding
