// Rows of a published table about municipalities that the own list does not have: what became of
// each, and, where a person wants it, their figures counted in the municipality they went into.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "published/printed.hpp"
#include "tables/mergers.hpp"
#include "tables/municipalities.hpp"
#include "values/finding.hpp"
#include "values/words.hpp"

namespace spreiding {

/// Why the list has no municipality for a row.
enum class Fate : std::uint8_t {
    unknown,  ///< no change of municipalities tells
    merged,   ///< it became part of one municipality of the list
    divided,  ///< over several of the list
    formed,   ///< later than the list, out of municipalities that the list has
};
template <>
inline constexpr auto words_of<Fate> = word_table("Fate", "unknown", "merged", "divided", "formed");

struct Succession {
    Fate fate = Fate::unknown;
    std::vector<std::size_t> municipalities;  ///< of the list: where it went, or what it is made of
};

/// Of a row without a municipality of the list; by its code, else by its name.
Succession succession_of(const PrintedRow& row, const MunicipalityList& list,
                         std::span<const MunicipalChange> changes);

/// The table with the rows of merged municipalities counted in those of the list: within one list
/// weights add, and so do shares before rounding. The sum stands where the first of its
/// parts stood; each part is a note. Its `parts` says how many rounded
/// figures it holds. Minors are added where every part prints them.
PrintedTable combined(const PrintedTable& table, const MunicipalityList& list,
                      std::span<const MunicipalChange> changes, const std::string& file,
                      Findings& findings);

}  // namespace spreiding
