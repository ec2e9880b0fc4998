// Periods as CBS writes them: `2022`, `2022*` (provisional), `2022JJ00` (the key of a whole year).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace spreiding {

struct Period {
    std::string key;          ///< as a request names it: `2022`; without provisional marks
    std::string text;         ///< as it stands in the file
    std::optional<int> year;  ///< of a whole year, or of a first of January
    bool is_provisional = false;
};

/// Reads a period; one that is no whole year keeps its text as key.
/// CBS marks provisional figures with `*` and `**` behind the period.
Period read_period(std::string_view text);

/// The period in a heading such as `Inwoners 2023`; nothing where there is none.
std::optional<Period> period_in_heading(std::string_view heading);

}  // namespace spreiding
