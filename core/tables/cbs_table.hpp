// When a loaded file is taken for one of CBS. The criteria stand here and nowhere else.
//
// Nobody can see from a file that a value in it was edited, so all of this must hold, and the
// answer says what did:
//   headings   the figure and the region stand under a heading exactly as CBS writes it
//   download   there is a trace of a download: `Bron: CBS` below (StatLine), keys
//              or numbers padded with spaces (TypedDataSet, SES-WOA), or the columns of OData's
//              long form
//   period     the file says its period, one period counts, and it is a whole year
//   complete   exactly the municipalities of the round, each once (after merging, if asked)
//   values     no official vintage of that kind and year that is at hand says otherwise
// A file with the same figures as an official vintage is CBS's whatever its form.
#pragma once

#include <optional>
#include <span>

#include "tables/municipality_names.hpp"
#include "tables/tables.hpp"

namespace spreiding {

struct CbsTraits {
    bool headings = false;
    bool download = false;
    std::optional<int> year{};
    bool complete = false;
    bool values = true;  ///< for the caller to say: the known vintages are not at hand here

    bool is_cbs() const { return headings && download && year && complete && values; }
};

/// @param measure  inhabitants or score
/// @param codes    of the table as read
CbsTraits cbs_traits(const TableFile& file, ColumnMeaning measure,
                     std::span<const MunicipalityCode> codes, const MunicipalityNames& round);

}  // namespace spreiding
