// A published table out of a request: the file, opened and read against the list of the inputs.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "published/printed.hpp"
#include "published/succession.hpp"
#include "service/inputs.hpp"
#include "service/open_files.hpp"
#include "service/reading.hpp"
#include "service/request.hpp"
#include "service/service.hpp"
#include "service/whole_table.hpp"

namespace spreiding::service {

/// The rows of a published table, each matched to a list; a table without any is an error finding.
PrintedTable read_printed(const LaidOutFile& file, const Known& known, Findings& findings);

/// Warns of names that nobody bears or bore, with what they may have been meant to be.
void propose_names(const LaidOutFile& file, const PrintedTable& table, const MunicipalityList& list,
                   std::span<const MunicipalChange> changes, Findings& findings);

/// Stays where it is made: the rows point into the file's cells.
class PrintedFile {
  public:
    /// @param name     of a file handed over before, read as the request of the inputs says
    /// @param changes  file of where municipalities went, to name what became of those that are
    ///                 not in the list; where the request combines former ones, rows are combined
    PrintedFile(const std::string& name, const std::optional<std::string>& changes,
                const Inputs& inputs, const Files& files, Findings& findings);
    PrintedFile(const PrintedFile&) = delete;
    PrintedFile& operator=(const PrintedFile&) = delete;

    /// Why there is no table: it was not given, or findings of severity error.
    const std::optional<Error>& error() const { return error_; }
    const PrintedTable& table() const { return table_; }
    /// Where the table stands.
    TableInFile in_file() const { return {table_, laid_out_, laid_out_.file->name}; }

    /// What became of the municipality of a row that the list does not have. Unknown where the
    /// request names no table of changes.
    Succession succession_of(const PrintedRow& row, const Inputs& inputs) const;

    const OpenFile& file() const { return *laid_out_.file; }

  private:
    // Of a table of all municipalities: two whose figures look swapped.
    void look_for_swapped(const Inputs& inputs, Findings& findings) const;

    OpenFiles open_files_;
    LaidOutFile laid_out_;
    PrintedTable table_;
    std::vector<MunicipalChange> changes_;
    std::optional<Error> error_;
};

/// Parameter `changes`: the file of where municipalities went; that of `merge` where it is left
/// out; may be neither.
std::optional<std::string> read_changes_file(const Parameters& parameters);

}  // namespace spreiding::service
