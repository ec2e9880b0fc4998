// Reads decimals in their notation, finds the notation of a column, and writes rounded quotients.
#include "values/decimal.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "values/plain_number.hpp"
#include "values/text.hpp"

namespace spreiding {
namespace {

// CBS prints these where there is no figure: `.` unknown or confidential, `-` nil, `x` secret; and
// people a dash or minus of another length for `-`.
bool is_missing_sign(std::string_view text) {
    return text.empty() || text == "." || text == "-" || text == "x" || text == "X" ||
           text == "\xE2\x80\x93" || text == "\xE2\x80\x94" || text == "\xE2\x88\x92";
}

constexpr std::string_view minus_sign = "\xE2\x88\x92";             // U+2212
constexpr std::string_view no_break_space = "\xC2\xA0";             // U+00A0
constexpr std::string_view narrow_no_break_space = "\xE2\x80\xAF";  // U+202F
constexpr std::string_view thin_space = "\xE2\x80\x89";             // U+2009

struct Unsigned {
    std::string_view digits;
    bool negative = false;
};

Unsigned split_sign(std::string_view text) {
    if (text.starts_with('-')) return {text.substr(1), true};
    if (text.starts_with(minus_sign)) return {text.substr(minus_sign.size()), true};
    if (text.starts_with('+')) return {text.substr(1), false};
    return {text, false};
}

// Length of the thousands mark at this place; a space may be any of four characters.
std::size_t mark_length(std::string_view rest, char mark) {
    if (mark == '\0') return 0;
    if (rest.starts_with(mark)) return 1;
    if (mark != ' ') return 0;
    if (rest.starts_with(no_break_space)) return no_break_space.size();
    for (const std::string_view space : {narrow_no_break_space, thin_space})
        if (rest.starts_with(space)) return space.size();
    return 0;
}

std::size_t digits_at(std::string_view text) {
    std::size_t count = 0;
    while (count < text.size() && is_digit(text[count]))
        ++count;
    return count;
}

// Reads digits into a number of at most eighteen of them, leading zeros aside.
class DigitSum {
  public:
    void add(std::string_view digits) {
        for (char digit : digits) {
            if (significant_ > 0 || digit != '0') ++significant_;
            if (significant_ <= most_digits) value_ = value_ * 10 + (digit - '0');
        }
    }
    bool too_large() const { return significant_ > most_digits; }
    std::int64_t value() const { return value_; }

  private:
    std::int64_t value_ = 0;
    int significant_ = 0;
};

std::string with_point(std::string digits, int decimals, bool negative) {
    if (decimals > 0) {
        const auto places = static_cast<std::size_t>(decimals);
        if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
        digits.insert(digits.size() - places, 1, '.');
    }
    if (negative) digits.insert(0, 1, '-');
    return digits;
}

enum class Rounding : std::uint8_t { half_up, down, up };

bool rounds_up(Wide rest, Wide denominator, Rounding rounding) {
    if (rounding == Rounding::half_up) return rest >= denominator - rest;
    return rounding == Rounding::up && rest != 0;
}

// Long division as on paper: the whole part, then digit by digit what the remainder gives. So no
// product grows beyond ten times the denominator, and most are narrow.
template <typename Whole>
Wide scaled_quotient(Whole rest, Whole denominator, int decimals, Wide whole, Rounding rounding) {
    Wide quotient = whole;
    for (; decimals > 0; --decimals) {
        rest *= 10;
        const Whole digit = rest / denominator;
        rest -= digit * denominator;
        quotient = quotient * 10 + digit;
    }
    return quotient + (rounds_up(rest, denominator, rounding) ? 1 : 0);
}

std::string rounded_quotient(Wide numerator, Wide denominator, int decimals, Rounding rounding) {
    constexpr Wide narrow = Wide{1} << 60U;
    const auto text = [decimals](Wide quotient) {
        return with_point(to_text(quotient), decimals, false);
    };
    if (numerator < narrow * 8 && denominator < narrow) {
        const auto above = static_cast<std::uint64_t>(numerator);
        const auto below = static_cast<std::uint64_t>(denominator);
        return text(scaled_quotient<std::uint64_t>(above % below, below, decimals, above / below,
                                                   rounding));
    }
    return text(scaled_quotient<Wide>(numerator % denominator, denominator, decimals,
                                      numerator / denominator, rounding));
}

// Every notation that a column may be found to have.
constexpr std::array notations = std::to_array<Notation>({
    {'.', '\0'},
    {',', '\0'},
    {'.', ','},
    {',', '.'},
    {'.', ' '},
    {',', ' '},
    {'.', '\''},
    {',', '\''},
});

ReadDecimal read_in(std::string_view text, Notation notation) {
    const auto [body, negative] = split_sign(text);
    const ReadDecimal unreadable = NumberFault::unreadable;

    DigitSum sum;
    std::string_view rest = body;
    std::size_t count = digits_at(rest);
    const bool whole_digits = count > 0;
    sum.add(rest.substr(0, count));
    rest.remove_prefix(count);

    bool grouped = false;
    while (const std::size_t mark = mark_length(rest, notation.thousands_mark)) {
        if (!grouped && (count == 0 || count > 3 || body.front() == '0')) return unreadable;
        rest.remove_prefix(mark);
        if (digits_at(rest) != 3) return unreadable;
        sum.add(rest.substr(0, 3));
        rest.remove_prefix(3);
        grouped = true;
    }

    int decimals = 0;
    if (rest.starts_with(notation.decimal_mark)) {
        rest.remove_prefix(1);
        const std::size_t fraction = digits_at(rest);
        if (fraction == 0) return unreadable;
        if (fraction > 60) return NumberFault::too_large;
        sum.add(rest.substr(0, fraction));
        rest.remove_prefix(fraction);
        decimals = static_cast<int>(fraction);
    } else if (!whole_digits) {
        return unreadable;
    }
    if (!rest.empty()) return unreadable;
    if (sum.too_large()) return NumberFault::too_large;
    return Decimal{negative ? -sum.value() : sum.value(), decimals};
}

bool fits(std::string_view text, Notation notation) {
    return read_in(text, notation).number().has_value();
}

}  // namespace

ReadDecimal read_decimal(std::string_view text, Notation notation) {
    const PlainNumber plain = plain_number(text);
    if (plain.reads_in(notation)) return plain.value();
    return read_any_decimal(text, notation);
}

ReadDecimal read_any_decimal(std::string_view text, Notation notation) {
    text = trimmed(text);
    if (is_missing_sign(text)) return NumberFault::missing;
    const ReadDecimal reading = read_in(text, notation);
    if (reading.fault() == NumberFault::unreadable &&
        std::any_of(notations.begin(), notations.end(),
                    [text](Notation other) { return fits(text, other); })) {
        return NumberFault::other_marks;
    }
    return reading;
}

Decimal without_trailing_zeros(Decimal value) {
    while (value.decimals > 0 && value.units % 10 == 0) {
        value.units /= 10;
        --value.decimals;
    }
    return value;
}

std::optional<std::int64_t> units_at(Decimal value, int decimals) {
    if (value.decimals > decimals) value = without_trailing_zeros(value);
    if (value.decimals > decimals) return std::nullopt;
    constexpr std::int64_t largest = 999'999'999'999'999'999;
    for (; value.decimals < decimals; ++value.decimals) {
        if (value.units > largest / 10 || value.units < -largest / 10) return std::nullopt;
        value.units *= 10;
    }
    return value.units;
}

void NotationEvidence::add(std::string_view text) {
    const PlainNumber plain = plain_number(text);
    if (plain.digits == 0) return add_any(text);
    add(plain);
}

void NotationEvidence::add_any(std::string_view text) {
    text = trimmed(text);
    if (is_missing_sign(text)) {
        ++missing;
        return;
    }
    // The marks alone decide; the number itself may be too large or below nought.
    const auto reads = [text](Notation notation) {
        const NumberFault fault = read_in(text, notation).fault();
        return fault == NumberFault::none || fault == NumberFault::too_large;
    };
    const std::string_view body = split_sign(text).digits;
    if (!body.empty() && digits_at(body) == body.size()) {
        ++no_marks;
        if (body.size() > 3) ++ungrouped;
        return;
    }
    const bool point = text.find('.') != std::string_view::npos;
    const bool comma = text.find(',') != std::string_view::npos;
    if (point && comma) {
        if (reads({'.', ','})) {
            ++decimal_point, ++thousands_comma;
        } else if (reads({',', '.'})) {
            ++decimal_comma, ++thousands_point;
        } else {
            ++no_number;
        }
        return;
    }
    const bool spaced = reads({point ? '.' : ',', ' '});
    const bool apostrophes = reads({point ? '.' : ',', '\''});
    const bool decimal = (point || comma) && (spaced || apostrophes);
    const bool thousands = (point && reads({',', '.'})) || (comma && reads({'.', ','}));
    if (decimal && thousands) {
        ++(point ? either_point : either_comma);
    } else if (thousands) {
        ++(point ? thousands_point : thousands_comma);
    } else if (decimal) {
        ++(point ? decimal_point : decimal_comma);
    } else if (!spaced && !apostrophes) {
        ++no_number;
    }
    // Without any group both read alike: then neither mark was seen.
    if (spaced != apostrophes) ++(spaced ? thousands_space : thousands_apostrophe);
}

void NotationEvidence::take_either_as_decimal() {
    decimal_point += std::exchange(either_point, 0);
    decimal_comma += std::exchange(either_comma, 0);
}

void NotationEvidence::take_either_as_thousands() {
    thousands_point += std::exchange(either_point, 0);
    thousands_comma += std::exchange(either_comma, 0);
}

std::optional<Notation> NotationEvidence::notation() const {
    const std::size_t english = decimal_point + thousands_comma;
    const std::size_t dutch = decimal_comma + thousands_point;
    // Where others do without, `612 640` is two figures and no large one.
    const bool spaced = thousands_space > ungrouped;
    const char grouped = spaced ? ' ' : thousands_apostrophe > 0 ? '\'' : '\0';
    if (english == dutch) {
        if (english > 0 || either_point > 0 || either_comma > 0) return std::nullopt;
        return Notation{'.', grouped};
    }
    // With proof of the decimal mark, a cell such as `1.234` is decided too. A thousands mark is
    // taken only where the column shows one.
    if (english > dutch) {
        return Notation{'.', thousands_comma + either_comma > 0 ? ',' : grouped};
    }
    return Notation{',', thousands_point + either_point > 0 ? '.' : grouped};
}

std::string to_text(Wide value) {
    // Division of 128 bits is slow in WebAssembly; eighteen digits at a time need at most two.
    constexpr std::uint64_t eighteen_digits = 1'000'000'000'000'000'000;
    if (value < eighteen_digits) return std::to_string(static_cast<std::uint64_t>(value));
    std::string low = std::to_string(static_cast<std::uint64_t>(value % eighteen_digits));
    low.insert(0, 18 - low.size(), '0');
    return to_text(value / eighteen_digits) + low;
}

std::string to_text(std::int64_t value) {
    return to_text(Decimal{value, 0});
}

std::string with_bounds(std::string_view called, std::int64_t least, std::int64_t most) {
    return std::string(called) + " (" + to_text(least) + " … " + to_text(most) + ')';
}

std::string to_text(Decimal value) {
    const bool negative = value.units < 0;
    const auto magnitude = negative ? 0 - static_cast<std::uint64_t>(value.units)
                                    : static_cast<std::uint64_t>(value.units);
    return with_point(to_text(Wide{magnitude}), value.decimals, negative);
}

std::string quotient_text(Wide numerator, Wide denominator, int decimals) {
    return rounded_quotient(numerator, denominator, decimals, Rounding::half_up);
}

std::string quotient_text_down(Wide numerator, Wide denominator, int decimals) {
    return rounded_quotient(numerator, denominator, decimals, Rounding::down);
}

std::string quotient_text_up(Wide numerator, Wide denominator, int decimals) {
    return rounded_quotient(numerator, denominator, decimals, Rounding::up);
}

}  // namespace spreiding
