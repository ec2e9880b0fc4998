// The files of a request, opened: bytes read into cells, and what kind of table they make.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>

#include "csv.hpp"
#include "finding.hpp"
#include "service.hpp"
#include "tables.hpp"

namespace spreiding::service {

/// A file of the request, read into cells, with what kind of table it is.
struct OpenFile {
    std::string name;
    std::string_view bytes;
    /// What a person has in hand: the file itself, or the one it is a part of. Fingerprints and
    /// sizes are of these bytes.
    std::string_view original;
    csv::Sheet sheet;
    Layout layout;

    TableFile table() const { return {sheet, layout, name}; }
};

/// Between the name of a document and that of the table in it: `inwoners.xlsx#Blad1`. Such a part
/// is handed over as CSV of its own; the document is handed over beside it.
constexpr char part_mark = '#';

/// Opens each file once; an opened file stays where it is, because tables point into it.
class Desk {
  public:
    Desk(const Files& files, Findings& findings) : files_(files), findings_(findings) {}

    /// Nothing where no such file was given.
    const OpenFile* open(const std::string& name);

  private:
    const Files& files_;
    Findings& findings_;
    std::deque<OpenFile> opened_;
};

/// Rows below the header that are not blank.
std::size_t filled_rows(const OpenFile& file);

}  // namespace spreiding::service
