// Wide products that may not fit. Within one list every product stays below 2^128; between two
// lists (a weight of one times the total of the other) it may reach 2^130, so there it is checked.
#pragma once

#include <bit>
#include <cstdint>
#include <optional>

#include "values/decimal.hpp"

namespace spreiding {

/// Number of bits that a value needs; 0 for nought.
constexpr int bits(Wide value) {
    const auto high = static_cast<std::uint64_t>(value >> 64U);
    return high != 0 ? 128 - std::countl_zero(high)
                     : 64 - std::countl_zero(static_cast<std::uint64_t>(value));
}

/// The product, or nothing where it might not fit in 128 bits. For the lists of the Netherlands
/// (weights below 2^35, totals below 2^36) all that is asked here fits.
constexpr std::optional<Wide> checked_product(Wide one, Wide other) {
    if (bits(one) + bits(other) > 128) return std::nullopt;
    return one * other;
}

/// Greatest common divisor; that of nought and a number is the number.
Wide greatest_common_divisor(Wide one, Wide other);

/// An exact value that may lie below nought.
struct SignedFraction {
    bool negative = false;
    Wide numerator = 0;
    Wide denominator = 1;
};

/// one / one_denominator − other / other_denominator, in lowest terms; nothing where the products
/// might not fit.
std::optional<SignedFraction> difference(Wide one, Wide one_denominator, Wide other,
                                         Wide other_denominator);

/// With a fixed number of decimals, halves away from nought.
std::string to_text(const SignedFraction& value, int decimals);

}  // namespace spreiding
