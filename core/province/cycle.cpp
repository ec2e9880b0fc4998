// Computes the day of each step from the year and the days that were set, with the article of each.
#include "province/cycle.hpp"

#include <algorithm>

#include "key/articles.hpp"

namespace spreiding {
namespace {

constexpr std::array<std::string_view, cycle_steps> articles_of_steps = {
    articles::act_2,       articles::act_4, articles::act_5,        articles::act_7,
    articles::act_7,       articles::act_5, articles::regulation_6, articles::act_2,
    articles::regulation,  articles::act_5, articles::regulation_6, articles::regulation_6,
    articles::regulation_6};

// Days that come by themselves: nobody has to do anything for them.
constexpr bool comes_by_itself(CycleStep step) {
    return step == CycleStep::period_start || step == CycleStep::period_end;
}

class Computation {
  public:
    Computation(int year, std::span<const SetDay> set, CalendarDate today)
        : year_(year), set_(set), today_(today) {}

    std::array<Milestone, cycle_steps> run() {
        using enum CycleStep;
        // https://wetten.overheid.nl/BWBR0049307/2024-01-31#Hoofdstuk2_Artikel2: before 1 February,
        // once every two years.
        add(estimate, DayBasis::law, {year_, 1, 31});
        // https://wetten.overheid.nl/BWBR0049307/2024-01-31#Hoofdstuk2_Artikel4, second paragraph:
        // before 1 November.
        add(report, DayBasis::law, {year_, 10, 31});
        // https://wetten.overheid.nl/BWBR0049307/2024-01-31#Hoofdstuk2_Artikel5, first paragraph:
        // before 31 December, for the two calendar years that follow.
        add(decision, DayBasis::law, {year_, 12, 30});
        // The law gives the publication no day: taken to be that of the decision until it is known.
        add(publication, DayBasis::reading, day_of(decision));
        // https://wetten.overheid.nl/BWBR0049307/2024-01-31#Hoofdstuk3_Artikel7, first paragraph,
        // under a: within six months after publication, or a longer term that the decision states.
        add(available, DayBasis::law, months_later(day_of(publication), 6));
        add(period_start, DayBasis::law, {year_ + 1, 1, 1});
        add(period_end, DayBasis::law, {year_ + 2, 12, 31});
        add(next_estimate, DayBasis::law, {year_ + 2, 1, 31});
        // Regeling, articles 6 to 9: paid in the first June or November after the conditions are
        // met. When that is differs per location; the last day for all of them stands for it.
        add(grant_payment, DayBasis::reading, next_payment_month_end(day_of(available)));
        // "Before the start of a new cycle": a cycle is taken to start on the day of its estimate,
        // so on that day it is too late.
        add(grant_request, DayBasis::reading, day_before(day_of(next_estimate)));
        add(surplus_payment, DayBasis::law, next_payment_month_end(day_of(period_end)));
        // By 15 July of the year after the last of the two years.
        const int last_year = day_of(period_end).year;
        add(accounting, DayBasis::law, {last_year + 1, 7, 15});
        // Article 8 of the Regeling names the day and its year.
        add(settlement, DayBasis::law, {day_of(accounting).year, 12, 31});
        return milestones_;
    }

  private:
    void add(CycleStep step, DayBasis basis, CalendarDate legal) {
        Milestone& milestone = milestones_[static_cast<std::size_t>(step)];
        milestone.step = step;
        milestone.basis = basis;
        milestone.legal = milestone.date = legal;
        for (const SetDay& set : set_) {
            if (set.step != step) continue;
            milestone.is_set = set.date.has_value();
            milestone.date = set.date.value_or(legal);
            milestone.done = set.done;
            milestone.note = set.note;
        }
        milestone.days_left = day_number(milestone.date) - day_number(today_);
        milestone.days_moved = day_number(milestone.date) - day_number(legal);
        milestone.status = status_of(milestone);
    }

    StepStatus status_of(const Milestone& milestone) const {
        if (milestone.done && *milestone.done <= today_) return StepStatus::done;
        if (comes_by_itself(milestone.step) && milestone.date <= today_) return StepStatus::done;
        return milestone.date < today_ ? StepStatus::late : StepStatus::to_come;
    }

    CalendarDate day_of(CycleStep step) const {
        const Milestone& milestone = milestones_[static_cast<std::size_t>(step)];
        return milestone.done.value_or(milestone.date);
    }

    int year_;
    std::span<const SetDay> set_;
    CalendarDate today_;
    std::array<Milestone, cycle_steps> milestones_;
};

}  // namespace

std::string_view article_of(CycleStep step) {
    return articles_of_steps[static_cast<std::size_t>(step)];
}

CalendarDate next_payment_month_end(CalendarDate after) {
    CalendarDate month = first_of_next_month(after);
    while (month.month != 6 && month.month != 11)
        month = first_of_next_month(month);
    return {month.year, month.month, 30};
}

std::array<Milestone, cycle_steps> cycle(int year, std::span<const SetDay> set,
                                         CalendarDate today) {
    return Computation(year, set, today).run();
}

}  // namespace spreiding
