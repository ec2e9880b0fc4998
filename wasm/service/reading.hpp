// What a request says about reading a file (`FileReading` of the contract), and the file laid out
// by it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "service/open_files.hpp"
#include "service/request.hpp"
#include "tables/layout.hpp"
#include "tables/municipality_names.hpp"
#include "tables/tables.hpp"

namespace spreiding::service {

/// A file with its cells, laid out as its headings and the request say.
struct LaidOutFile {
    const OpenFile* file = nullptr;
    TableOptions reading{};
    Layout layout{};

    TableFile table(const MunicipalityNames* names = nullptr,
                    const MunicipalityNames* former = nullptr) const {
        return {file->sheet, layout, file->name, reading, names, former};
    }
};

/// @return  without a file where one that is named was not given: `missing` then says which
LaidOutFile lay_out(OpenFiles& open_files, const std::string& name, const FileReading& reading,
                    std::optional<std::string>& missing);

/// Whether the file is a table with known columns; if it is none at all, that is the finding.
bool is_table(const LaidOutFile& file, Findings& findings);
bool is_table(const OpenFile& file, Findings& findings);

/// A table of inhabitants that was put before, as bundled ones are; empty where it is none.
PopulationTable known_population(OpenFiles& open_files, const std::string& name,
                                 const std::vector<std::string>& provinces);
std::vector<NamedMunicipality> municipalities_of(const PopulationTable& table);

}  // namespace spreiding::service
