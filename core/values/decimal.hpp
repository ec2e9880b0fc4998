// Text to exact decimal and back. A score of CBS, a population, a share with nine decimals: none of
// them ever passes through floating point.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace spreiding {

/// Unsigned whole number of 128 bits: products of need, weight and powers of ten need it.
__extension__ using Wide = unsigned __int128;

/// 10^exponent, exponent 0 … 38.
constexpr Wide power_of_ten(int exponent) {
    Wide power = 1;
    for (; exponent > 0; --exponent)
        power *= 10;
    return power;
}

/// An exact decimal number: units / 10^decimals, so 0.157 is {157, 3}.
struct Decimal {
    std::int64_t units = 0;
    int decimals = 0;

    friend bool operator==(const Decimal&, const Decimal&) = default;
};

/// The marks that a column of numbers is written with. No thousands mark: '\0'.
struct Notation {
    char decimal_mark = '.';
    char thousands_mark = '\0';

    friend bool operator==(const Notation&, const Notation&) = default;
};

enum class NumberFault : std::uint8_t {
    none,
    missing,      ///< empty, or one of CBS's signs for "no figure": `.`, `-`, `x`; or a dash
    other_marks,  ///< a number, but written with other marks than this notation's
    unreadable,   ///< no number
    too_large,    ///< more than eighteen digits
};

/// A number that was read, or what is wrong with its text. The number cannot be had without
/// answering for the fault, so that no reader can forget one and go on with nought.
class [[nodiscard]] ReadDecimal {
  public:
    ReadDecimal(Decimal value) : value_(value) {}
    ReadDecimal(NumberFault fault) : fault_(fault) {}

    /// `none` where there is a number.
    NumberFault fault() const { return fault_; }
    /// Nothing where there is a fault.
    std::optional<Decimal> number() const {
        return fault_ == NumberFault::none ? std::optional(value_) : std::nullopt;
    }
    /// The number in units of 10^-decimals; nothing where there is a fault or a digit would be
    /// lost.
    std::optional<std::int64_t> units_at(int decimals) const;

    friend bool operator==(const ReadDecimal&, const ReadDecimal&) = default;

  private:
    Decimal value_{};
    NumberFault fault_ = NumberFault::none;
};

/// Reads a number in a given notation; spaces around it do not count.
/// Thousands marks are taken only in groups of three, so that `12.34` is never read as 1234.
ReadDecimal read_decimal(std::string_view text, Notation notation);
/// The same, without the short way for cells of a sign, digits and one mark: the two are compared
/// in tests.
ReadDecimal read_any_decimal(std::string_view text, Notation notation);

/// The same number without trailing zeros after the mark: 0.1570 becomes 0.157.
Decimal without_trailing_zeros(Decimal value);

/// The number in units of 10^-decimals; nothing when that loses a digit or does not fit.
std::optional<std::int64_t> units_at(Decimal value, int decimals);

inline std::optional<std::int64_t> ReadDecimal::units_at(int decimals) const {
    const auto value = number();
    return value ? spreiding::units_at(*value, decimals) : std::nullopt;
}

struct PlainNumber;  // in plain_number.hpp

/// What the cells of one column show about the marks they are written with.
/// A cell such as `1.234` fits two notations and shows nothing by itself.
struct NotationEvidence {
    std::size_t no_marks = 0;              ///< `1234`: reads alike in every notation
    std::size_t ungrouped = 0;             ///< of these, with more than three digits
    std::size_t decimal_point = 0;         ///< `0.15`, `1,234.5`
    std::size_t decimal_comma = 0;         ///< `0,15`, `1.234,5`
    std::size_t thousands_point = 0;       ///< `1.234.567`
    std::size_t thousands_comma = 0;       ///< `1,234,567`
    std::size_t thousands_space = 0;       ///< `1 234`, also with a no-break space
    std::size_t thousands_apostrophe = 0;  ///< `1'234`
    std::size_t either_point = 0;          ///< `1.234`: a decimal point or a thousands point
    std::size_t either_comma = 0;          ///< `1,234`: the same with commas
    std::size_t missing = 0;               ///< empty, or a sign for "no figure"
    std::size_t no_number = 0;             ///< anything else

    void add(std::string_view text);
    /// Of a number that was read already.
    inline void add(const PlainNumber& number);
    /// The same, without the short way for cells of a sign, digits and one mark.
    void add_any(std::string_view text);

    /// For a column whose figures are too small to be grouped in thousands: `1.234` is decided.
    void take_either_as_decimal();
    /// For a column of whole numbers as people print them: `1.234` is decided too.
    void take_either_as_thousands();

    /// The notation that the cells allow, or nothing when they allow two readings, or contradict
    /// each other with equal force. Otherwise the majority decides, and each of the others proves
    /// to be written with other marks.
    std::optional<Notation> notation() const;

    friend bool operator==(const NotationEvidence&, const NotationEvidence&) = default;
};

/// Decimal digits of a whole number.
std::string to_text(Wide value);
std::string to_text(std::int64_t value);
/// What is called so, with the bounds of its number: `need (0 … 10000000)`.
std::string with_bounds(std::string_view called, std::int64_t least, std::int64_t most);

/// An exact decimal as text with a point: {-23, 3} is "-0.023".
std::string to_text(Decimal value);

/// numerator / denominator with a fixed number of decimals, halves up, as text with a point.
/// @param numerator    any; the quotient with its decimals stays below 2^128
/// @param denominator  1 … 2^124
std::string quotient_text(Wide numerator, Wide denominator, int decimals);

/// The same rounded down or up: for the ends of a range.
std::string quotient_text_down(Wide numerator, Wide denominator, int decimals);
std::string quotient_text_up(Wide numerator, Wide denominator, int decimals);

}  // namespace spreiding
