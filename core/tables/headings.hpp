// Headings of columns, as CBS, municipalities and this program write them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "values/words.hpp"

namespace spreiding {

/// What a column holds.
enum class ColumnMeaning : std::uint8_t {
    code,
    name,
    province,
    inhabitants,
    score,
    level,
    places,
    minors,
    source,
    date,
    url,
    disputed,
    period,
};
constexpr std::size_t column_kinds = 13;
template <>
inline constexpr auto words_of<ColumnMeaning> = word_table("ColumnMeaning", "code", "name",
                                                           "province", "inhabitants", "score",
                                                           "level", "places", "minors", "source",
                                                           "date", "url", "disputed", "period");

/// What a heading announces. CBS writes a heading with the path of its subject before it and its
/// unit behind it (`SES-WOA/Totaalscore/Gemiddelde score (Getal)`), and others with the year
/// (`Inwoners 2023`): both are understood.
/// A heading for a region (`Regio's`) gives `code`; its cells tell whether they are codes or names.
std::optional<ColumnMeaning> column_of_heading(std::string_view heading);

/// What a heading would announce without its unit, which makes it another figure: of
/// `Opvangplaatsen x 1.000` places. Nothing where it has no such unit.
std::optional<ColumnMeaning> column_of_other_unit(std::string_view heading);

}  // namespace spreiding
