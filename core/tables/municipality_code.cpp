// Reads a code such as GM0014, writes it, and knows the codes of other regions.
#include "tables/municipality_code.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "values/decimal.hpp"
#include "values/text.hpp"

namespace spreiding {

std::string MunicipalityCode::text() const {
    std::string number = to_text(std::int64_t{this->number()});
    number.insert(0, digits() - std::min<std::size_t>(digits(), number.size()), '0');
    return "GM" + number;
}

namespace {

// What columns of numbers leave behind whole ones: `.0`, `,00`. Three noughts may be thousands.
bool is_zero_fraction(std::string_view rest) {
    return (rest[0] == '.' || rest[0] == ',') && (rest.substr(1) == "0" || rest.substr(1) == "00");
}

}  // namespace

std::optional<MunicipalityCode> read_code(std::string_view text) {
    text = trimmed(text);
    const bool has_letters =
        text.size() > 2 && (text[0] == 'G' || text[0] == 'g') && (text[1] == 'M' || text[1] == 'm');
    if (has_letters) text.remove_prefix(2);
    std::uint32_t number = 0;
    std::uint32_t digits = 0;
    for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits) {
        if (digits == 7) return std::nullopt;
        number = number * 10 + static_cast<std::uint32_t>(text[digits] - '0');
    }
    if (digits == 0 || (digits < text.size() && !is_zero_fraction(text.substr(digits))))
        return std::nullopt;
    // Of a number the noughts before it are gone; a code that begins with one and is shorter has
    // lost something else.
    if (has_letters && digits < 4 && text[0] == '0') return std::nullopt;
    return MunicipalityCode(number, std::max<std::uint32_t>(4, digits));
}

bool is_written_code(std::string_view text) {
    text = trimmed(text);
    return !text.empty() && (text[0] == 'G' || text[0] == 'g') && read_code(text).has_value();
}

std::optional<CodeAndName> code_and_name(std::string_view text) {
    text = trimmed(text);
    const std::size_t first = text.find_first_of(" :");
    const std::size_t last = text.rfind(' ');
    if (first == std::string_view::npos || last == std::string_view::npos) return std::nullopt;
    const auto bare = [](std::string_view part) {
        constexpr std::string_view signs = " -:()|/";
        while (!part.empty() && signs.find(part.front()) != std::string_view::npos)
            part.remove_prefix(1);
        while (!part.empty() && signs.find(part.back()) != std::string_view::npos)
            part.remove_suffix(1);
        return part;
    };
    for (const auto& [code, name] : {std::pair(text.substr(0, first), text.substr(first)),
                                     std::pair(text.substr(last), text.substr(0, last))}) {
        std::string_view rest = bare(name);
        if (rest.starts_with("\u2013")) rest = bare(rest.substr(3));
        if (rest.ends_with("\u2013")) rest = bare(rest.substr(0, rest.size() - 3));
        if (read_code(bare(code)) && !rest.empty() && !read_code(rest))
            return CodeAndName{bare(code), rest};
    }
    return std::nullopt;
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
