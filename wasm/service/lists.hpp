// Reading lists in requests: of objects, of days, of words.
#pragma once

#include <array>
#include <functional>
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
void each_object(Parameters& parameters, const char* name, std::size_t most,
                 const std::function<void(Parameters&, std::size_t)>& visit);

/// A whole number within bounds, which the error names.
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
