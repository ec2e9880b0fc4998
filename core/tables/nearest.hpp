// One municipality out of a list, by what a person typed; and where that fits none or several, the
// names that come nearest.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tables/municipalities.hpp"
#include "tables/municipality_names.hpp"
#include "values/finding.hpp"

namespace spreiding {

/// The list as entries to look names up in.
std::vector<NamedMunicipality> named(const MunicipalityList& list);

/// The other way round: a list of municipalities without figures, to match names with.
MunicipalityList without_figures(const MunicipalityNames& names);

/// By code (`GM0363`, `363`) or by any name that `MunicipalityNames` knows.
/// @return  its position; else nothing, with a finding that names the nearest:
/// `municipality_unknown`
///          or, where several bear the name ("Bergen"), `municipality_ambiguous`
std::optional<std::size_t> find_municipality(const MunicipalityList& list, std::string_view typed,
                                             Findings& findings);

/// The same for a province of a round.
std::optional<std::size_t> find_province_by_name(std::span<const std::string> provinces,
                                                 std::string_view typed, Findings& findings);

}  // namespace spreiding
