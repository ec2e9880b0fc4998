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

/// Whether a unit changes the figure: in thousands, a percentage, per inhabitant.
bool counts_otherwise(std::string_view unit);

}  // namespace spreiding
