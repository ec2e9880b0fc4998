// Reads the files of a claim member by member, and gives each its bytes again.
#include "service/receipts/claimed_files.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "csv/rewriting.hpp"
#include "service/open_files.hpp"
#include "values/fingerprint.hpp"

namespace spreiding::service {
namespace {

std::optional<csv::Cells> read_cells(const Json& cells) {
    csv::Cells rows;
    if (!cells.is_array()) return std::nullopt;
    for (const Json& row : cells) {
        if (!row.is_array() || row.empty()) return std::nullopt;
        auto& texts = rows.emplace_back();
        for (const Json& cell : row) {
            if (!cell.is_string()) return std::nullopt;
            texts.emplace_back(cell.get_ref<const std::string&>());
        }
    }
    return rows;
}

bool is_fingerprint(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

/// What a claim says of one file, each word of the form that it has.
struct Entry {
    std::string name;
    std::string sha256;
    std::int64_t bytes = 0;
    std::string left_out;  ///< `size`, `estimate`, or empty
    std::optional<csv::Writing> writing;
    std::optional<csv::Cells> cells;
};

std::optional<csv::Writing> read_writing(const Parameters& entry, csv::Encoding encoding,
                                         char separator) {
    const auto given = entry.object("writing");
    if (!given) return std::nullopt;
    return csv::Writing{.encoding = encoding,
                        .separator = separator,
                        .carriage_returns = given->text("lineEnd") == "crlf",
                        .last_line_ends = given->flag("lastLineEnds"),
                        .all_quoted = given->text("quotes") == "all"};
}

Entry read_entry(const Parameters& given) {
    Entry entry{given.text("file"),
                given.text("sha256"),
                *given.whole("bytes"),
                given.text("leftOut"),
                {},
                {}};
    const std::string separator = given.text("separator");
    if (const Json* cells = given.find("cells")) entry.cells = read_cells(*cells);
    const auto demand = [&](bool right, const char* name) {
        if (!right) given.fail("parameter_invalid", name);
    };
    demand(!entry.name.empty(), "file");
    demand(is_fingerprint(entry.sha256), "sha256");
    demand(entry.bytes >= 0, "bytes");
    demand(separator.size() == 1, "separator");
    demand(entry.cells.has_value() == entry.left_out.empty(), "cells");
    if (!given.error())
        entry.writing =
            read_writing(given, given.word<csv::Encoding>("encoding"), separator.front());
    return entry;
}

bool has_cells(std::string_view bytes, const csv::Cells& cells, const csv::CellOptions& said) {
    Findings ignored;
    const csv::Sheet sheet = csv::read(bytes, "", ignored, said);
    return csv::cells_of(sheet) == cells;
}

/// What the person of the claim said of a file's separator and encoding.
csv::CellOptions said_of(const std::string& file, const InputsRequest& request) {
    for (const Input* input : {&request.population, &request.scores}) {
        if (input->file == file) return input->reading.cells;
    }
    return {};
}

/// From its cells: with the fingerprint claimed where the claim says how it was written.
ClaimedFile written_again(const Entry& entry, const csv::CellOptions& said, const std::string& path,
                          canonical::Differences& differences) {
    ClaimedFile file{entry.name, entry.sha256, {}, ClaimedFile::From::cells};
    auto again = entry.writing ? csv::write_again(*entry.cells, *entry.writing) : std::nullopt;
    if (again && to_text(sha256(*again)) == entry.sha256) {
        file.bytes = std::move(*again);
        return file;
    }
    file.from = ClaimedFile::From::plain_cells;
    file.bytes = csv::plain_file(*entry.cells, said);
    if (entry.writing) {
        note(differences, path + ".sha256", entry.sha256,
             to_text(sha256(again.value_or(file.bytes))));
    }
    return file;
}

void add_file(const Entry& entry, const csv::CellOptions& said, const Shelf& shelf,
              const std::string& path, Rebuilt& rebuilt) {
    const Shelf::Entry* own = shelf.find(entry.sha256);
    const auto part = own == nullptr ? std::nullopt : shelf.part(*own, entry.name);
    // A document itself is no table, and what is in it may have another name here. What belongs to
    // this program is a table: its fingerprint over other cells is a false one.
    const bool is_other_table = own != nullptr && !own->is_bundled && !part && entry.cells &&
                                entry.name.find(part_mark) != std::string::npos &&
                                !has_cells(own->bytes, *entry.cells, said);
    ClaimedFile file{entry.name, entry.sha256, {}, ClaimedFile::From::given};
    if (part) {
        file.from = ClaimedFile::From::given_part;
        file.bytes = *part;
    } else if (own != nullptr && !is_other_table) {
        file.bytes = own->bytes;
    } else if (entry.cells) {
        file = written_again(entry, said, path, rebuilt.differences);
    } else {
        rebuilt.missing.push_back({entry.name, entry.sha256, entry.bytes, entry.left_out});
        return;
    }
    if (entry.cells && !has_cells(file.bytes, *entry.cells, said))
        note(rebuilt.differences, path + ".cells", "", "");
    rebuilt.files.push_back(std::move(file));
}

}  // namespace

const ClaimedFile* Rebuilt::file(std::string_view name) const {
    const auto at = std::find_if(files.begin(), files.end(),
                                 [&](const ClaimedFile& file) { return file.name == name; });
    return at == files.end() ? nullptr : &*at;
}

void Shelf::add(const std::string& name, bool is_bundled) {
    const auto at = files_.find(name);
    if (at == files_.end()) return;
    entries_.push_back({to_text(sha256(at->second)), name, at->second, is_bundled});
}

const Shelf::Entry* Shelf::find(std::string_view fingerprint) const {
    const auto at = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
        return entry.fingerprint == fingerprint;
    });
    return at == entries_.end() ? nullptr : &*at;
}

std::optional<std::string_view> Shelf::part(const Entry& document, std::string_view claimed) const {
    for (std::size_t mark = claimed.find(part_mark); mark != std::string_view::npos;
         mark = claimed.find(part_mark, mark + 1)) {
        const auto at = files_.find(document.name + std::string(claimed.substr(mark)));
        if (at != files_.end()) return at->second;
    }
    return std::nullopt;
}

void note(canonical::Differences& differences, std::string path, std::string claimed,
          std::string should_be) {
    ++differences.count;
    differences.list.push_back({std::move(path), std::move(claimed), std::move(should_be)});
}

Rebuilt rebuild(const Parameters& claim, const InputsRequest& request, const Shelf& shelf) {
    Rebuilt rebuilt;
    std::set<std::string> names;
    claim.each("files", [&](const Parameters& given, std::size_t at) {
        const Entry entry = read_entry(given);
        if (!names.insert(entry.name).second) given.fail("parameter_invalid", "file");
        const std::string path = "files[" + to_text(static_cast<std::int64_t>(at)) + "]";
        if (!given.error()) add_file(entry, said_of(entry.name, request), shelf, path, rebuilt);
    });
    return rebuilt;
}

}  // namespace spreiding::service
