// The legal calendar of a round.
#include <utility>
#include <vector>

#include "province/cycle.hpp"
#include "service/contract/provincial.hpp"
#include "service/lists.hpp"
#include "service/operations.hpp"
#include "service/response.hpp"

namespace spreiding::service {
namespace {

// A day that was set: a text that is no day is a finding, and then the law's day holds.
std::optional<CalendarDate> set_day(Parameters& parameters, const char* name, std::size_t at,
                                    std::string_view step, Findings& findings) {
    if (parameters.find(name) == nullptr) return std::nullopt;
    const auto text = parameters.text(name);
    if (!text) return std::nullopt;
    const auto date = read_date(*text);
    if (!date) {
        findings.add({.code = FindingCode::date_unreadable,
                      .row = static_cast<std::uint32_t>(at) + 1,
                      .raw = *text,
                      .about = std::string(step)});
    }
    return date;
}

}  // namespace

Response calendar(Parameters& parameters, const Files&) {
    Findings findings;
    const auto year = whole_within(parameters, "year", 1, 9'990);
    const auto today = day(parameters, "today");
    std::vector<SetDay> set;
    each_object(parameters, "days", 100, [&](Parameters& given, std::size_t at) {
        const auto name = given.text("step");
        const auto step = name ? named<CycleStep>(*name) : std::nullopt;
        if (name && !step) given.fail("parameter_invalid", "step");
        if (!step) return;
        SetDay each{*step,
                    set_day(given, "date", at, *name, findings),
                    set_day(given, "done", at, *name, findings),
                    {}};
        if (given.find("note") != nullptr) each.note = given.text("note").value_or("");
        set.push_back(std::move(each));
    });
    if (parameters.error()) return refuse(*parameters.error());

    const auto milestones = cycle(static_cast<int>(*year), set, *today);
    return answer(contract::CalendarResult{*year, *today, {milestones.begin(), milestones.end()}},
                  findings);
}

}  // namespace spreiding::service
