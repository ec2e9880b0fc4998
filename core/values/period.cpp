// Reads a period out of a cell or a heading: the year, the key, and whether it is provisional.
#include "values/period.hpp"

#include "values/text.hpp"

namespace spreiding {
namespace {

std::optional<int> whole_year(std::string_view text) {
    if (text.size() != 4) return std::nullopt;
    int year = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        year = year * 10 + (c - '0');
    }
    return year >= 1900 && year <= 2100 ? std::optional(year) : std::nullopt;
}

}  // namespace

Period read_period(std::string_view text) {
    Period period;
    period.text = trimmed(text);
    std::string_view key = period.text;
    while (key.ends_with('*')) {
        period.is_provisional = true;
        key = trimmed(key.substr(0, key.size() - 1));
    }
    constexpr std::string_view year_key = "JJ00";
    constexpr std::string_view first_of_january = "1 januari ";
    std::string_view year = key;
    if (key.ends_with(year_key)) year = key.substr(0, key.size() - year_key.size());
    if (key.starts_with(first_of_january)) year = key.substr(first_of_january.size());
    period.year = whole_year(year);
    period.key = period.year ? year : key;
    return period;
}

std::optional<Period> period_in_heading(std::string_view heading) {
    heading = trimmed(heading);
    std::string_view bare = heading;
    while (bare.ends_with('*'))
        bare.remove_suffix(1);
    if (bare.size() < 4 || !whole_year(bare.substr(bare.size() - 4))) return std::nullopt;
    return read_period(heading.substr(bare.size() - 4));
}

}  // namespace spreiding
