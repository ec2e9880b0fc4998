// Lays a file out as the request says, refuses what is no table, and reads a known population.
#include "service/reading.hpp"

#include <algorithm>

#include "tables/code_list.hpp"

namespace spreiding::service {

LaidOutFile lay_out(OpenFiles& open_files, const std::string& name, const FileReading& reading,
                    std::optional<std::string>& missing) {
    LaidOutFile laid_out;
    laid_out.reading = reading.reading;
    for (const std::string& list : reading.code_lists) {
        const OpenFile* codes = open_files.open(list);
        if (codes == nullptr) {
            missing = list;
            return {};
        }
        const auto titles = read_code_list(codes->sheet);
        laid_out.reading.titles.insert(laid_out.reading.titles.end(), titles.begin(), titles.end());
    }
    laid_out.file = open_files.open(name, reading.cells);
    if (laid_out.file == nullptr) {
        missing = name;
        return {};
    }
    const TableOptions& said = laid_out.reading;
    const bool by_headings = said.columns.empty() && !said.period && said.titles.empty();
    laid_out.layout =
        by_headings ? laid_out.file->layout : recognise(laid_out.file->sheet, laid_out.reading);
    if (laid_out.layout.kind != TableKind::unknown)
        open_files.report_uneven_rows(*laid_out.file, laid_out.layout);
    return laid_out;
}

bool is_table(const LaidOutFile& file, Findings& findings) {
    if (file.file->sheet.rows() == 0) return false;
    const TableKind kind = file.layout.kind;
    const bool is_known = kind != TableKind::unknown && kind != TableKind::code_list;
    if (is_known || !file.layout.not_found.empty()) return true;
    const auto& at = file.layout.at;
    const bool some_heading =
        std::any_of(at.begin(), at.end(), [](const auto& column) { return column.has_value(); });
    // The missing columns will be named, and what remains for them.
    if (some_heading || file.layout.is_headless) return true;
    findings.add({.code = FindingCode::file_unknown, .file = file.file->name});
    return false;
}

bool is_table(const OpenFile& file, Findings& findings) {
    return is_table(LaidOutFile{&file, {}, file.layout}, findings);
}

PopulationTable known_population(OpenFiles& open_files, const std::string& name,
                                 const std::vector<std::string>& provinces) {
    const OpenFile* file = open_files.open(name);
    if (file == nullptr || file->layout.kind != TableKind::population) return {};
    Findings ignored;  // bundled vintages are tested elsewhere
    return read_population(file->table(), provinces, ignored);
}

std::vector<NamedMunicipality> municipalities_of(const PopulationTable& table) {
    std::vector<NamedMunicipality> municipalities;
    municipalities.reserve(table.size());
    for (std::size_t at = 0; at < table.size(); ++at) {
        municipalities.push_back({table.codes[at], table.names[at], table.provinces[at]});
    }
    return municipalities;
}

}  // namespace spreiding::service
