// Words that make the figures beside or below them other ones: in thousands, a percentage.
#pragma once

#include <string_view>

namespace spreiding {

/// Whether the unit of a heading changes the figure: in thousands, a percentage, per inhabitant.
bool counts_otherwise(std::string_view unit);

/// Whether a title or a note says so of the figures of its table: `x 1.000`, `in duizendtallen`,
/// `per 1.000 inwoners`. Stricter than of a heading: `1.000 plekken erbij` says nothing of them.
bool says_other_unit(std::string_view text);

}  // namespace spreiding
