// A figure as a number, or on an estimate as a range of a tenth either way; and per thousand.
#include "key/figure.hpp"

namespace spreiding {
namespace {

Wide rounded_up(Wide numerator, Wide denominator) {
    return numerator / denominator + (numerator % denominator != 0 ? 1 : 0);
}

}  // namespace

std::string_view name_of(Basis basis) {
    switch (basis) {
        case Basis::official:
            return "official";
        case Basis::cbs_file:
            return "cbs_file";
        case Basis::own_input:
            return "own_input";
        case Basis::derived:
            return "derived";
        case Basis::estimate:
            break;
    }
    return "estimate";
}

std::string_view dutch_name_of(Basis basis) {
    switch (basis) {
        case Basis::official:
            return "officieel";
        case Basis::cbs_file:
            return "cbs_bestand";
        case Basis::own_input:
            return "eigen_invoer";
        case Basis::derived:
            return "afgeleid";
        case Basis::estimate:
            break;
    }
    return "schatting";
}

Figure figure(const ExactShare& share, Places places, Basis basis) {
    if (basis < Basis::derived) return {.places = places, .low = {}, .high = {}};
    // share × 9/10 and share × 11/10, in fives
    const Wide low = 9 * share.numerator / (50 * share.denominator);
    const Wide high = rounded_up(11 * share.numerator, 50 * share.denominator);
    return {
        .places = {}, .low = 5 * static_cast<Places>(low), .high = 5 * static_cast<Places>(high)};
}

PerThousand per_thousand(const Figure& figure, std::uint64_t inhabitants) {
    const auto thousandfold = [](Places places) { return static_cast<Wide>(places) * 1'000; };
    PerThousand result;
    if (figure.places) result.value = quotient_text(thousandfold(*figure.places), inhabitants, 2);
    if (figure.low) result.low = quotient_text_down(thousandfold(*figure.low), inhabitants, 1);
    if (figure.high) result.high = quotient_text_up(thousandfold(*figure.high), inhabitants, 1);
    return result;
}

}  // namespace spreiding
