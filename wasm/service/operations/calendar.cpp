// The legal calendar of a round.
#include <utility>
#include <vector>

#include "province/cycle.hpp"
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

void write(JsonWriter& json, const Milestone& milestone) {
    json.begin_object();
    json.name("step").text(name_of(milestone.step));
    json.name("article").text(article_of(milestone.step));
    json.name("basis").text(milestone.basis == DayBasis::law ? "law" : "reading");
    json.name("legal").text(to_text(milestone.legal));
    json.name("date").text(to_text(milestone.date));
    json.name("isSet").flag(milestone.is_set);
    json.name("done");
    if (milestone.done) {
        json.text(to_text(*milestone.done));
    } else {
        json.null();
    }
    json.name("note").text(milestone.note);
    json.name("status").text(name_of(milestone.status));
    json.name("daysLeft").number(milestone.days_left);
    json.name("daysMoved").number(milestone.days_moved);
    json.end_object();
}

}  // namespace

Response calendar(Parameters& parameters, const Files&) {
    Findings findings;
    const auto year = whole_within(parameters, "year", 1, 9'990);
    const auto today = day(parameters, "today");
    std::vector<SetDay> set;
    each_object(parameters, "days", 100, [&](Parameters& given, std::size_t at) {
        const auto name = given.text("step");
        const auto step = name ? cycle_step_named(*name) : std::nullopt;
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

    JsonWriter json = accepted();
    json.begin_object();
    json.name("year").number(*year);
    json.name("today").text(to_text(*today));
    json.name("milestones").begin_array();
    for (const Milestone& milestone : cycle(static_cast<int>(*year), set, *today))
        write(json, milestone);
    json.end_array().end_object();
    return finish(std::move(json), findings);
}

}  // namespace spreiding::service
