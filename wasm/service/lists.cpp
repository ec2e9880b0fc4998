// Reads a whole number within bounds, a day, a word out of a list, and a flag from a request.
#include "service/lists.hpp"

#include <algorithm>
#include <string>

namespace spreiding::service {

void each_object(Parameters& parameters, const char* name, std::size_t most,
                 const std::function<void(Parameters&, std::size_t)>& visit) {
    const Json* given = parameters.find(name);
    if (given == nullptr) return;
    if (!given->is_array()) {
        parameters.fail("parameter_invalid", name);
        return;
    }
    if (given->size() > most) {
        const std::string length = to_text(static_cast<std::int64_t>(most));
        parameters.fail("parameter_invalid", std::string(name) + " (≤ " + length + ')');
        return;
    }
    std::int64_t at = 0;
    for (const Json& item : *given) {
        Parameters inner(item, parameters.path() + name + '[' + to_text(at) + "].");
        if (!item.is_object()) {
            parameters.fail("parameter_invalid", std::string(name) + '[' + to_text(at) + ']');
            return;
        }
        visit(inner, static_cast<std::size_t>(at++));
        if (inner.error()) {
            parameters.fail(*inner.error());
            return;
        }
    }
}

std::optional<std::int64_t> whole_within(Parameters& parameters, const char* name,
                                         std::int64_t least, std::int64_t most) {
    const auto value = parameters.whole(name);
    if (value && (*value < least || *value > most))
        return parameters.fail("parameter_invalid", with_bounds(name, least, most));
    return value;
}

std::optional<std::int64_t> whole_within_or_none(Parameters& parameters, const char* name,
                                                 std::int64_t least, std::int64_t most) {
    if (parameters.find(name) == nullptr) return std::nullopt;
    return whole_within(parameters, name, least, most);
}

std::optional<CalendarDate> day(Parameters& parameters, const char* name) {
    const auto text = parameters.text(name);
    if (!text) return std::nullopt;
    const auto date = read_date(*text);
    if (!date) return parameters.fail("parameter_invalid", name);
    return date;
}

std::optional<std::size_t> word(Parameters& parameters, const char* name,
                                std::span<const std::string_view> words) {
    const auto text = parameters.text(name);
    if (!text) return std::nullopt;
    const auto at = std::find(words.begin(), words.end(), *text);
    if (at == words.end()) return parameters.fail("parameter_invalid", name);
    return static_cast<std::size_t>(at - words.begin());
}

bool flag_or(Parameters& parameters, const char* name, bool otherwise) {
    return parameters.find(name) == nullptr ? otherwise : parameters.flag(name);
}

}  // namespace spreiding::service
