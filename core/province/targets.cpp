// Half-years with their days, the national target in force, and the share of a municipality in it.
#include "province/targets.hpp"

namespace spreiding {

std::optional<HalfYear> read_half_year(std::string_view text) {
    if (text.size() != 6 || text[4] != '-' || (text[5] != '1' && text[5] != '2'))
        return std::nullopt;
    int year = 0;
    for (const char c : text.substr(0, 4)) {
        if (c < '0' || c > '9') return std::nullopt;
        year = year * 10 + (c - '0');
    }
    if (year < 2) return std::nullopt;
    return HalfYear{year, text[5] - '0'};
}

std::string to_text(HalfYear half_year) {
    return to_text(first_day(half_year)).substr(0, 5) + (half_year.half == 1 ? '1' : '2');
}

CalendarDate first_day(HalfYear half_year) {
    return {half_year.year, half_year.half == 1 ? 1 : 7, 1};
}

CalendarDate last_day(HalfYear half_year) {
    return half_year.half == 1 ? CalendarDate{half_year.year, 6, 30}
                               : CalendarDate{half_year.year, 12, 31};
}

CalendarDate population_day(HalfYear half_year) {
    return {half_year.year - 1, 1, 1};
}

std::optional<std::size_t> national_target_on(std::span<const NationalTarget> published,
                                              CalendarDate day) {
    std::optional<std::size_t> last;
    for (std::size_t at = 0; at < published.size(); ++at) {
        if (published[at].from > day) continue;
        if (!last || published[at].from >= published[*last].from) last = at;
    }
    return last;
}

std::string HousingTarget::decimal() const {
    return quotient_text(numerator, denominator, 9);
}

HousingTarget housing_target(Persons national, std::uint32_t inhabitants, std::uint64_t country) {
    HousingTarget target;
    target.numerator = static_cast<Wide>(national) * inhabitants;
    target.denominator = country;
    target.persons =
        static_cast<Persons>((target.numerator + target.denominator - 1) / target.denominator);
    return target;
}

}  // namespace spreiding
