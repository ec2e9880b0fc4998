// A published table out of a request: the file, opened and read against the list of the inputs.
#pragma once

#include <optional>
#include <string>

#include "desk.hpp"
#include "inputs.hpp"
#include "printed.hpp"
#include "request.hpp"
#include "service.hpp"

namespace spreiding::service {

/// Stays where it is made: the rows point into the file's cells.
class PrintedFile {
  public:
    /// @param name  of a file handed over before
    PrintedFile(const std::string& name, const Inputs& inputs, const Files& files,
                Findings& findings);
    PrintedFile(const PrintedFile&) = delete;
    PrintedFile& operator=(const PrintedFile&) = delete;

    /// Why there is no table: it was not given, or findings of severity error.
    const std::optional<Error>& error() const { return error_; }
    const PrintedTable& table() const { return table_; }

    /// Writes file, fingerprint and number of rows, as `PrintedSource` of the contract.
    void write_source(JsonWriter& json) const;

  private:
    Desk desk_;
    const OpenFile* file_ = nullptr;
    PrintedTable table_;
    std::optional<Error> error_;
};

}  // namespace spreiding::service
