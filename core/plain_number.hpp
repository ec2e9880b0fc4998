// The short way for a number as nearly every cell holds it: digits, perhaps with a sign of ASCII
// before them and one point or comma among them, and nothing around it. `read_any_decimal` reads
// all that people write, and gives the same answer for these.
#pragma once

#include <cstdint>
#include <string_view>

#include "decimal.hpp"

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
    const char* const last = text.data() + text.size();
    const char* at = text.data();
    const bool negative = *at == '-';
    if (negative || *at == '+') ++at;
    const char* const first = at;
    const char* mark = nullptr;
    std::int64_t units = 0;
    for (; at != last; ++at) {
        if (is_digit(*at)) {
            units = units * 10 + (*at - '0');
        } else if (mark == nullptr && (*at == '.' || *at == ',')) {
            mark = at;
        } else {
            return {};
        }
    }
    if (first == last || mark == last - 1) return {};
    const auto length = static_cast<int>(last - first);
    return {.units = negative ? -units : units,
            .digits = mark == nullptr ? length : length - 1,
            .behind_mark = mark == nullptr ? 0 : static_cast<int>(last - mark) - 1,
            .mark = mark == nullptr ? '\0' : *mark,
            .begins_with_nought = *first == '0'};
}

}  // namespace spreiding
