// The table of locations, as municipalities hand it in: one row per location. A cell that is wrong
// is a finding at its place, and only that row is left out.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "csv.hpp"
#include "places.hpp"
#include "tables.hpp"

namespace spreiding {

/// A municipality of the province.
struct ProvinceMunicipality {
    MunicipalityCode code;
    std::string name;
};

/// Index of the municipality with this code or name; spelling of names is compared without accents,
/// case and signs.
std::optional<std::size_t> find_municipality(std::string_view text,
                                             std::span<const ProvinceMunicipality> municipalities);

/// Reads the locations of a file. Columns, by their Dutch or English heading: gemeente (code or
/// name), nummer (optional), locatie, soort (regulier, amv, overig bijzonder), plekken, van, tot en
/// met (empty: without end), zekerheid (bestaand, besloten, voornemen), vervolg op (optional: the
/// number or name of the location it takes over from), openbaar (optional: ja, nee; confidential
/// unless it says ja), opmerking (optional).
/// @param notation  said by the person, where the cells of places allow two
std::vector<Location> read_locations(const csv::Sheet& sheet, const std::string& file,
                                     std::span<const ProvinceMunicipality> municipalities,
                                     std::optional<Notation> notation, Findings& findings);

}  // namespace spreiding
