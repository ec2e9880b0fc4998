// The legal calendar of a round.
#include <utility>
#include <vector>

#include "province/cycle.hpp"
#include "service/contract/provincial.hpp"
#include "service/operations.hpp"
#include "service/response.hpp"

namespace spreiding::service {
namespace {

// A day that was set: a text that is no day is a finding, and then the law's day holds.
std::optional<CalendarDate> set_day(const Parameters& given, const char* name, std::size_t at,
                                    Findings& findings) {
    const auto text = given.text_if_any(name);
    const auto date = text ? read_date(*text) : std::nullopt;
    if (text && !date) {
        findings.add({.code = FindingCode::date_unreadable,
                      .row = static_cast<std::uint32_t>(at) + 1,
                      .raw = *text,
                      .about = given.text("step")});
    }
    return date;
}

}  // namespace

Response calendar(Parameters& parameters, const Files&) {
    Findings findings;
    const std::int64_t year = *parameters.whole("year");
    const CalendarDate today = *parameters.day("today");
    std::vector<SetDay> set;
    parameters.each("days", [&](const Parameters& given, std::size_t at) {
        set.push_back({given.word<CycleStep>("step"), set_day(given, "date", at, findings),
                       set_day(given, "done", at, findings), given.text("note")});
    });

    const auto milestones = cycle(static_cast<int>(year), set, today);
    return answer(contract::CalendarResult{year, today, {milestones.begin(), milestones.end()}},
                  findings);
}

}  // namespace spreiding::service
