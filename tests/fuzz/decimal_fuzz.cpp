// What is read as a number is that number when written out and read again.
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "values/decimal.hpp"

using namespace spreiding;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::array<char, 2> decimal_marks = {'.', ','};
    constexpr std::array<char, 5> thousands_marks = {'\0', '.', ',', ' ', '\''};
    if (size == 0) return 0;
    const Notation notation{decimal_marks[data[0] % 2], thousands_marks[data[0] / 2 % 5]};
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);

    if (const auto value = read_decimal(text, notation).number()) {
        if (read_decimal(to_text(*value), {}).number() != value) std::abort();
        const Decimal shortest = without_trailing_zeros(*value);
        if (const auto units = units_at(*value, 6)) {
            if (units_at({*units, 6}, 6) != units) std::abort();
            if (shortest.decimals > 6) std::abort();
        }
    }

    NotationEvidence evidence;
    evidence.add(text);
    const std::size_t marked = evidence.decimal_point + evidence.decimal_comma +
                               evidence.thousands_point + evidence.thousands_comma +
                               evidence.thousands_space + evidence.thousands_apostrophe +
                               evidence.either_point + evidence.either_comma;
    // A cell is of one kind; only a number with marks may show two things.
    const std::size_t others = evidence.no_marks + evidence.missing + evidence.no_number;
    if (others + (marked > 0 ? 1 : 0) != 1 || marked > 2) std::abort();
    return 0;
}
