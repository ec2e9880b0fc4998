// The code of a municipality, and those of the other regions that CBS puts beside it.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace spreiding {

/// Code of a municipality as CBS gives it: `GM` and four digits; up to seven are read.
class MunicipalityCode {
  public:
    MunicipalityCode() = default;
    /// @param number  0 … 9,999,999
    /// @param digits  how many are written: 4 … 7
    MunicipalityCode(std::uint32_t number, std::uint32_t digits)
        : packed_((digits - 4) * 10'000'000 + number) {}

    std::uint32_t digits() const { return packed_ / 10'000'000 + 4; }
    std::uint32_t number() const { return packed_ % 10'000'000; }
    std::string text() const;  ///< such as `GM0363`

    /// Code order: of equally long codes the lower number first; longer codes last.
    friend auto operator<=>(MunicipalityCode, MunicipalityCode) = default;

  private:
    std::uint32_t packed_ = 0;
};

/// Reads `GM0363`, `gm0363`, `GM363`, `0363`, `363`, with spaces around, and what a column of
/// numbers makes of it: `363.0`, `363,0`; nothing where it is none of these.
std::optional<MunicipalityCode> read_code(std::string_view text);

/// Whether a text is a code and no number or name: `GM0014`.
bool is_written_code(std::string_view text);

struct CodeAndName {
    std::string_view code;
    std::string_view name;
};
/// Two texts in one: `GM0106 Assen`, `0106 - Assen`, `Assen (GM0106)`. Whether they belong together
/// it does not say. Nothing where no word at either end is a code.
std::optional<CodeAndName> code_and_name(std::string_view text);

/// Codes of CBS for regions that are no municipality: the country, parts of it, provinces,
/// districts …
bool is_other_region(std::string_view code);

}  // namespace spreiding
