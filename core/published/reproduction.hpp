// Which inputs reproduce a printed table: how many of its rows a list gives exactly, over all needs
// that come into question at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

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
