// SHA-256 of bytes (FIPS 180-4): the same bytes have the same fingerprint wherever they are read.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace spreiding {

using Sha256 = std::array<std::uint8_t, 32>;

Sha256 sha256(std::string_view bytes);

/// As 64 hexadecimal digits.
std::string to_text(const Sha256& fingerprint);

}  // namespace spreiding
