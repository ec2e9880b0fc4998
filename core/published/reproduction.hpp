// Which inputs reproduce a printed table: how many of its rows a list gives exactly, over all needs
// that come into question at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "key/allocation.hpp"
#include "published/printed.hpp"
#include "tables/municipalities.hpp"

namespace spreiding {

struct NeedRange {
    Places first = 0;
    Places last = 0;
};

/// The needs that a printed total allows: each of n rounded shares is off by a half at most, so the
/// need lies within n / 2 of their sum.
NeedRange needs_of_total(Places total, std::size_t municipalities);

struct Reproduction {
    std::size_t rows = 0;     ///< of the table
    std::size_t matches = 0;  ///< of these, reproduced exactly
    /// Of the needs that reproduce most: the one nearest to the reference, and those around it that
    /// reproduce as many.
    Places need = 0;
    Places first_need = 0, last_need = 0;
    /// Σ |own − printed| over the rows of municipalities and provinces that the list has, at
    /// `need`.
    std::uint64_t total_difference = 0;
};

/// The one factor that a list of weights is judged up to: a list may be incomplete, or all of it
/// too high, and still tell the ratios of the table.
struct FactorFit {
    struct Miss {
        std::size_t municipality = 0;  ///< position in the list
        Places printed = 0;
        std::int64_t deviation = 0;  ///< of the weight from the printed figure, in millionths
    };
    std::size_t rows = 0;     ///< municipalities that both have
    std::size_t matches = 0;  ///< of these reproduced exactly, at the factor
    /// By which need × weight ÷ total is multiplied, in millionths. Of all factors one that
    /// reproduces most: the middle of the range that does, and of several ranges the one with the
    /// smaller median.
    std::int64_t factor = 0;
    /// At the factor: half of the rows deviate by this at most, in millionths.
    std::int64_t median = 0;
    /// The least that any factor makes of that.
    std::int64_t least_median = 0;
    std::vector<Miss> misses;  ///< that are not reproduced, the farthest first
};

/// Nothing where fewer than two municipalities have a printed figure above nought, or the weights
/// fit none.
/// @param need  that the factor is told against
std::optional<FactorFit> fit_factor(const MunicipalityList& list, std::span<const Weight> weights,
                                    const PrintedTable& table, Places need);

/// A share, and a sum of shares, never falls when the need grows: so each row is reproduced by one
/// unbroken range of needs, and counting ranges replaces trying needs.
/// @param weights  of the list; its figures for a need are those of `indicative_shares`
/// @param table    rows are found in the list by code, so that it may be another list than the one
///                 that the table was read against
/// @param needs      0 … 10,000,000
/// @param reference  the need that is preferred among equals
Reproduction reproduce(const MunicipalityList& list, std::span<const Weight> weights,
                       const PrintedTable& table, NeedRange needs, Places reference);

}  // namespace spreiding
