// Reads a code such as GM0014, writes it, and knows the codes of other regions.
#include "tables/municipality_code.hpp"

#include <algorithm>
#include <array>

#include "values/decimal.hpp"
#include "values/text.hpp"

namespace spreiding {

std::string MunicipalityCode::text() const {
    std::string number = to_text(std::int64_t{this->number()});
    number.insert(0, digits() - std::min<std::size_t>(digits(), number.size()), '0');
    return "GM" + number;
}

std::optional<MunicipalityCode> read_code(std::string_view text) {
    text = trimmed(text);
    if (text.size() > 2 && (text[0] == 'G' || text[0] == 'g') &&
        (text[1] == 'M' || text[1] == 'm')) {
        text.remove_prefix(2);
        if (text.size() < 4) return std::nullopt;
    }
    if (text.empty() || text.size() > 7) return std::nullopt;
    std::uint32_t number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return MunicipalityCode(number,
                            std::max<std::uint32_t>(4, static_cast<std::uint32_t>(text.size())));
}

bool is_written_code(std::string_view text) {
    text = trimmed(text);
    return !text.empty() && (text[0] == 'G' || text[0] == 'g') && read_code(text).has_value();
}

bool is_other_region(std::string_view code) {
    constexpr std::array<std::string_view, 9> prefixes = {"NL", "LD", "PV", "CR", "CP",
                                                          "WK", "BU", "GA", "SG"};
    code = trimmed(code);
    return code.size() > 2 &&
           std::find(prefixes.begin(), prefixes.end(), code.substr(0, 2)) != prefixes.end() &&
           code[2] >= '0' && code[2] <= '9';
}

}  // namespace spreiding
