// A published table beside the own result, every difference named. A cause is named only where it
// is shown: what cannot be shown is "unexplained", and that is an answer too.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "key/allocation.hpp"
#include "key/sensitivity.hpp"
#include "published/printed.hpp"
#include "published/reproduction.hpp"
#include "values/words.hpp"

namespace spreiding {

enum class DifferenceClass : std::uint8_t {
    equal,
    rounding,            ///< within what inputs rounded to fewer decimals can move
    other_inputs,        ///< another combination of vintages gives it, and more of the whole table
    other_need,          ///< another need gives it, and more of the whole table
    other_municipality,  ///< merged, divided or unknown: not in the own list
    sum_of_parts,        ///< a total that is not the sum of the table's own rows
    unexplained,
};
template <>
inline constexpr auto words_of<DifferenceClass> = word_table("DifferenceClass", "equal", "rounding",
                                                             "other_inputs", "other_need",
                                                             "other_municipality", "sum_of_parts",
                                                             "unexplained");

/// One combination of vintages, weighed, as an alternative to the own inputs.
struct Combination {
    const MunicipalityList& list;
    std::span<const Weight> weights;
};

struct ComparedRow {
    std::size_t row = 0;  ///< in the printed table
    DifferenceClass difference = DifferenceClass::unexplained;
    std::optional<Places> own;  ///< nothing where the own list has no such municipality
    std::optional<Places> own_minors;
    /// Of a province or the country: the sum of the table's own rows of municipalities, where each
    /// of its municipalities has one.
    std::optional<Places> sum_of_parts;
};

struct Comparison {
    std::vector<ComparedRow> rows;  ///< one per row of the table
    std::size_t equal = 0;
    std::size_t minors_equal = 0;
    std::size_t minors_rows = 0;  ///< rows that print minors, where the own result has them
    /// Municipalities of the own list without a row.
    std::vector<std::size_t> not_printed;
    Places own_total = 0;        ///< Σ own over the municipalities of the list that are printed
    Places published_total = 0;  ///< Σ published over the same, the first row of each
    /// The cause that rows of class other_inputs or other_need share: an index into the
    /// combinations, or a need. It reproduces at least half of the table and at least three rows
    /// more than the own inputs do, and no other combination reproduces as many: so never a row by
    /// chance.
    std::optional<std::size_t> other_combination;
    std::optional<Places> other_need;
    std::size_t reproduced_by_other = 0;
};

/// @param rounded       bounds for inputs rounded to fewer decimals; nothing where they were
/// refused
/// @param combinations  other combinations of vintages than the own one, each with its own list
/// @param needs         needs that come into question for the own inputs
Comparison compare(const PrintedTable& table, const MunicipalityList& list,
                   const Allocation& allocation, const std::optional<RoundedInputs>& rounded,
                   std::span<const Combination> combinations, NeedRange needs);

/// Whether the class needs the own figure: on an estimate only the others may be told.
bool rests_on_own_figure(DifferenceClass difference);

/// The classes that a table shows by itself, without any own figure; the rest is left unexplained.
std::vector<ComparedRow> compare_without_figures(const PrintedTable& table,
                                                 const MunicipalityList& list);

/// A row of two published tables beside each other.
struct PairedRow {
    std::optional<std::size_t> one, other;  ///< rows of the two tables; at least one of them
    bool equal = false;
};
/// Rows are paired by municipality, province and country; those without a match come last.
std::vector<PairedRow> pair_tables(const PrintedTable& one, const PrintedTable& other);

}  // namespace spreiding
