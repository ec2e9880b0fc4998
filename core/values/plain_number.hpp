// The short way for a number as nearly every cell holds it: digits, perhaps with a sign of ASCII
// before them and one point or comma among them, and nothing around it. `read_any_decimal` reads
// all that people write, and gives the same answer for these.
#pragma once

#include <cstdint>
#include <string_view>

#include "values/decimal.hpp"

namespace spreiding {

constexpr int most_digits = 18;  // every such number fits in 63 bits

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

struct PlainNumber {
    std::int64_t units = 0;
    int digits = 0;       ///< 0: the text is no such number
    int behind_mark = 0;  ///< digits
    char mark = '\0';     ///< none
    bool begins_with_nought = false;

    Decimal value() const { return {units, behind_mark}; }

    /// Without a mark it reads alike in every notation.
    bool reads_in(Notation notation) const {
        return digits > 0 &&
               (mark == '\0' || (mark == notation.decimal_mark && mark != notation.thousands_mark));
    }

    /// The mark may group thousands too: `1.234`, but not `0.123`, `1234.567` or `1.23`.
    bool could_be_thousands() const {
        return behind_mark == 3 && digits > 3 && digits <= 6 && !begins_with_nought;
    }
};

inline PlainNumber plain_number(std::string_view text) {
    if (text.empty() || text.size() > most_digits) return {};
    const char* at = text.data();
    const char* const last = at + text.size();
    const bool negative = *at == '-';
    if (negative || *at == '+') ++at;
    const char* const first = at;
    std::uint64_t units = 0;
    const char* mark = nullptr;
    for (; at != last; ++at) {
        if (is_digit(*at)) {
            units = units * 10 + static_cast<std::uint64_t>(*at - '0');
        } else if (mark == nullptr && (*at == '.' || *at == ',')) {
            mark = at;
        } else {
            return {};
        }
    }
    PlainNumber number{.digits = static_cast<int>(last - first)};
    if (mark != nullptr) {
        if (mark + 1 == last) return {};
        number.mark = *mark;
        --number.digits;
        number.behind_mark = static_cast<int>(last - mark) - 1;
    }
    if (number.digits == 0) return {};
    number.begins_with_nought = *first == '0';
    number.units = negative ? -static_cast<std::int64_t>(units) : static_cast<std::int64_t>(units);
    return number;
}

inline void NotationEvidence::add(const PlainNumber& number) {
    const bool point = number.mark == '.';
    if (number.mark == '\0') {
        ++no_marks;
        if (number.digits > 3) ++ungrouped;
    } else if (number.could_be_thousands()) {
        ++(point ? either_point : either_comma);
    } else {
        ++(point ? decimal_point : decimal_comma);
    }
}

}  // namespace spreiding
