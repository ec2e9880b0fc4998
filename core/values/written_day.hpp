// A day as people write it in a cell: in figures with any mark, with the name of the month, or only
// the month, quarter, half-year or year. What allows two readings comes back as two.
#pragma once

#include <optional>
#include <string_view>

#include "values/calendar_date.hpp"

namespace spreiding {

struct WrittenDay {
    std::optional<CalendarDate> day = {};    ///< nothing: this is no day
    std::optional<CalendarDate> other = {};  ///< with its parts in another order, also a day
    std::optional<CalendarDate> last = {};   ///< of a month or more, of which `day` is the first
    char mark = '\0';                        ///< between three numbers that end with the year
    bool is_month_first = false;             ///< only so it is a day: `7/31/2027`
    bool is_counted = false;                 ///< `46569`, as a sheet counts days; a proposal
};

/// Reads `2027-06-30`, `2027/06/30`, `20270630`, `30-6-2027`, `30.6.27`, `30 juni 2027`, `June 30,
/// 2027`, each with a weekday before it or midnight behind it; and as a period `juni 2027`,
/// `6-2027`, `Q3 2027`, `2e halfjaar 2027`, `2027`.
WrittenDay read_written_day(std::string_view text);

/// What the cells of one table show of the order of day and month, for each mark.
class DayOrder {
  public:
    void add(const WrittenDay& written);
    /// The day where there is one reading, by itself or by what the other cells show. With hyphens
    /// and points day goes before month, as the Dutch write, unless another cell shows otherwise.
    std::optional<CalendarDate> decide(const WrittenDay& written) const;

  private:
    struct Shown {
        bool day_first = false;
        bool month_first = false;
    };
    Shown strokes_;
    Shown other_marks_;
};

}  // namespace spreiding
