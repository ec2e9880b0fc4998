// The code lists that come with the long form of OData: what its identifiers stand for.
#pragma once

#include <vector>

#include "csv/csv.hpp"
#include "tables/layout.hpp"

namespace spreiding {

/// Whether a file has the columns of one.
bool is_code_list(const csv::Sheet& sheet);

/// Reads `MeasureCodes`, `RegioSCodes` and the like: the columns `Identifier` (or `Key`) and
/// `Title`. Empty where these are not there.
std::vector<CodeTitle> read_code_list(const csv::Sheet& sheet);

}  // namespace spreiding
