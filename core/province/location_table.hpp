// The table of locations, as municipalities hand it in: one row per location. A cell that is wrong
// is a finding at its place, and only that row is left out.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "csv/csv.hpp"
#include "province/places.hpp"
#include "tables/tables.hpp"

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

/// What a column of the table says, in the order of the template.
enum class LocationField : std::uint8_t {
    municipality,
    municipality_name,
    id,
    location,
    kind,
    places,
    from,
    until,
    certainty,
    continues,
    is_public,
    note,
};
constexpr std::size_t location_fields = 12;

/// Where the columns of a table of locations stand, as a spreadsheet counts, from 1; 0: not there.
struct LocationColumns {
    std::uint32_t header_row = 0;
    std::array<std::uint32_t, location_fields> columns{};
    /// Rows that name a location and do not count, because another cell of them is wrong or empty.
    std::vector<Location> left_out;
};

/// Reads the locations of a file. Columns, by their Dutch or English heading: gemeente (code or
/// name), nummer (optional), locatie, soort (regulier, amv, overig bijzonder), plekken, van, tot en
/// met (empty: without end), zekerheid (bestaand, besloten, voornemen), vervolg op (optional: the
/// number or name of the location it takes over from), openbaar (optional: ja, nee; confidential
/// unless it says ja), opmerking (optional). A row that names a municipality and nothing else is
/// one of the template that nobody filled in.
/// @param notation  said by the person, where the cells of places allow two
/// @param found     where its columns stand, where the caller wants to know
std::vector<Location> read_locations(const csv::Sheet& sheet, const std::string& file,
                                     std::span<const ProvinceMunicipality> municipalities,
                                     std::optional<Notation> notation, Findings& findings,
                                     LocationColumns* found = nullptr);

/// Whether a text seems to hold data of a person: an address of electronic mail, a telephone
/// number, eight digits or more without a break, or a form of address such as "mevr.".
bool may_be_personal(std::string_view text);

}  // namespace spreiding
