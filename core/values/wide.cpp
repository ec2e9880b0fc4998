// Greatest common divisor and exact difference of two fractions in 128 bits.
#include "values/wide.hpp"

#include <numeric>
#include <utility>

namespace spreiding {

Wide greatest_common_divisor(Wide one, Wide other) {
    // One wide step makes it narrow for every list of the Netherlands.
    while (other != 0) {
        if (one < (Wide{1} << 63U) && other < (Wide{1} << 63U)) {
            return std::gcd(static_cast<std::uint64_t>(one), static_cast<std::uint64_t>(other));
        }
        one %= other;
        std::swap(one, other);
    }
    return one;
}

std::optional<SignedFraction> difference(Wide one, Wide one_denominator, Wide other,
                                         Wide other_denominator) {
    // A common part of the two lower sides is left out first, so that more fits.
    const Wide common = greatest_common_divisor(one_denominator, other_denominator);
    const auto left = checked_product(one, other_denominator / common);
    const auto right = checked_product(other, one_denominator / common);
    const auto below = checked_product(one_denominator, other_denominator / common);
    if (!left || !right || !below) return std::nullopt;
    const bool negative = *left < *right;
    const Wide above = negative ? *right - *left : *left - *right;
    const Wide shared = greatest_common_divisor(*below, above);
    return SignedFraction{negative, above / shared, *below / shared};
}

std::string to_text(const SignedFraction& value, int decimals) {
    const std::string magnitude = quotient_text(value.numerator, value.denominator, decimals);
    const bool nought = magnitude.find_first_not_of("0.") == std::string::npos;
    return value.negative && !nought ? "-" + magnitude : magnitude;
}

}  // namespace spreiding
