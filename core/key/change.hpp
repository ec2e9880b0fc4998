// What changed between two allocations, and why. A view on both: nothing of either is computed
// again.
//
// The causes are taken in a fixed order: first the need becomes the new one, then the inhabitants,
// then the scores. Each cause is the difference of two shares as they are printed, with nine
// decimals, so the parts add up to the last digit. Another order would give other parts; that is
// why the method is said beside the figures.
//
// No product mixes the lists: every share on the way is need × weight ÷ total of one list, within
// the bounds of one list. The differences are whole numbers of 10^-9 below 2^55.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "key/allocation.hpp"
#include "key/derived.hpp"
#include "tables/municipalities.hpp"

namespace spreiding {

/// A printed share: units of 10^-9, halves up, as `ExactShare::decimal` writes it. At most 10^16.
using PrintedShare = std::int64_t;
PrintedShare printed(const ExactShare& share);

/// What each cause adds or takes away, in units of 10^-9. Together they are the difference of the
/// two whole numbers of places, exactly.
struct Causes {
    std::int64_t need = 0;
    std::int64_t population = 0;
    std::int64_t score = 0;
    std::int64_t rounding = 0;  ///< what rounding to whole places adds to the other three

    Causes& operator+=(const Causes& other);
};

/// The share of one municipality on its way from one allocation to the other.
struct ShareChange {
    PrintedShare from = 0;              ///< as it was
    PrintedShare with_need = 0;         ///< with the new need
    PrintedShare with_inhabitants = 0;  ///< with the new inhabitants as well
    PrintedShare to = 0;                ///< with the new scores as well: as it is now
    Causes causes;
};

/// Why each share changed, in list order.
/// @param from  an allocation and its list
/// @param to    the other
/// @return      nothing where the two lists do not hold the same municipalities: then there is no
///              score of before to go with an inhabitant of now
std::optional<std::vector<ShareChange>> share_changes(const MunicipalityList& from_list,
                                                      const Allocation& from,
                                                      const MunicipalityList& to_list,
                                                      const Allocation& to);

/// How the share of one municipality, or of several, comes from one allocation to the other.
struct SharePath {
    Places need_from = 0;
    Places need_to = 0;
    /// What the inhabitants make of it, in units of 2^-40: share with the new ones ÷ share with the
    /// old, both with the weights of before.
    Wide by_inhabitants = 0;
    bool is_same_scores = false;     ///< then all that the need leaves is of the inhabitants
    std::size_t municipalities = 1;  ///< each rounded by itself
};
/// @param members  positions in both lists, which hold the same municipalities
SharePath share_path(const MunicipalityList& from_list, const Allocation& from,
                     const MunicipalityList& to_list, const Allocation& to,
                     std::span<const std::size_t> members);

/// Causes of a change between figures that are not known to the place, at both ends of what the
/// difference can be: there they add up to it, to the last digit.
struct CauseEnds {
    Causes low;   ///< from the highest of before to the lowest of now
    Causes high;  ///< from the lowest to the highest
};
CauseEnds bounded_causes(PlacesRange from, PlacesRange to, const SharePath& path);

/// Difference in per cent of what it was, as decimal text with one decimal, halves away from
/// nought; nothing where there was nought.
/// @param from, to  0 … 10,000,000
std::optional<std::string> percent_change(Places from, Places to);

}  // namespace spreiding
