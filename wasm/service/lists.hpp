// Reading lists in requests: of objects, of days, of words.
#pragma once

#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "service/request.hpp"
#include "values/calendar_date.hpp"

namespace spreiding::service {

/// Visits each object of a list parameter, with where it stands (from 0); what is wrong in it
/// becomes the error of the request. A list left out is empty.
/// @param most  the most objects that are read; more are an error
template <typename Visit>
void each_object(Parameters& parameters, const char* name, std::size_t most, Visit visit) {
    const Json* given = parameters.find(name);
    if (given == nullptr) return;
    if (!given->is_array() || given->size() > most) {
        parameters.fail("parameter_invalid", name);
        return;
    }
    std::size_t at = 0;
    for (const Json& item : *given) {
        if (!item.is_object()) {
            parameters.fail("parameter_invalid", name);
            return;
        }
        Parameters inner(item, std::string(name) + '.');
        visit(inner, at++);
        if (inner.error()) {
            parameters.fail(*inner.error());
            return;
        }
    }
}

/// A whole number within bounds.
std::optional<std::int64_t> whole_within(Parameters& parameters, const char* name,
                                         std::int64_t least, std::int64_t most);
/// The same; nothing, and no error, where it is left out.
std::optional<std::int64_t> whole_within_or_none(Parameters& parameters, const char* name,
                                                 std::int64_t least, std::int64_t most);

/// A day that exists, as `2027-06-30`.
std::optional<CalendarDate> day(Parameters& parameters, const char* name);

/// One of some words; their place in the list.
std::optional<std::size_t> word(Parameters& parameters, const char* name,
                                std::span<const std::string_view> words);

/// The same; `otherwise` where it is left out.
template <typename Value>
Value word_or(Parameters& parameters, const char* name, std::span<const std::string_view> words,
              Value otherwise) {
    if (parameters.find(name) == nullptr) return otherwise;
    return static_cast<Value>(word(parameters, name, words).value_or(0));
}

/// A flag; `otherwise` where it is left out.
bool flag_or(Parameters& parameters, const char* name, bool otherwise);

}  // namespace spreiding::service
