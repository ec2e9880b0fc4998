// The files of a request, opened: bytes read into cells, and what kind of table they make.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "csv/csv.hpp"
#include "service/json_writer.hpp"
#include "service/service.hpp"
#include "tables/tables.hpp"
#include "values/finding.hpp"

namespace spreiding::service {

/// A file of the request, read into cells, with what kind of table it is.
struct OpenFile {
    std::string name;
    std::string_view bytes;
    /// What a person has in hand: the file itself, or the one it is a part of. Fingerprints and
    /// sizes are of these bytes.
    std::string_view original;
    const File* original_file = nullptr;
    csv::CellOptions said;  ///< what a person said of its cells
    csv::Sheet sheet;
    Layout layout;

    /// Whether it is a table of a document, handed over as CSV of its own.
    bool is_part() const { return original.data() != bytes.data(); }

    TableFile table() const { return {sheet, layout, name}; }
    /// SHA-256 of `original`, 64 hexadecimal digits.
    const std::string& fingerprint() const { return original_file->fingerprint(); }
};

/// Between the name of a document and that of the table in it: `inwoners.xlsx#Blad1`. Such a part
/// is handed over as CSV of its own; the document is handed over beside it.
constexpr char part_mark = '#';

struct CachedFile;

/// Opens files and reports what was found while reading them, once per request. An opened file
/// stays where it is as long as this is there: tables point into it.
class OpenFiles {
  public:
    OpenFiles(const Files& files, Findings& findings) : files_(files), findings_(findings) {}

    /// Nothing where no such file was given.
    /// @param said  what a person said of its separator and encoding
    const OpenFile* open(const std::string& name, const csv::CellOptions& said = {});
    /// Rows that are longer or shorter than a table as a person laid it out; each file once.
    void report_uneven_rows(const OpenFile& file, const Layout& layout);

  private:
    const Files& files_;
    Findings& findings_;
    std::vector<std::shared_ptr<CachedFile>> opened_;
    std::vector<const OpenFile*> measured_;
};

/// Rows below the header that are not blank.
std::size_t filled_rows(const OpenFile& file);

}  // namespace spreiding::service
