// Reads a request's published table with the municipal changes.
#include "service/printed_file.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "service/response.hpp"
#include "tables/nearest.hpp"

namespace spreiding::service {

PrintedTable read_printed(const LaidOutFile& file, const Known& known, Findings& findings) {
    PrintedTable table = spreiding::read_printed(file.table(), known, findings);
    if (table.rows.empty() && !findings.has_errors())
        findings.add({.code = FindingCode::table_without_figures, .file = file.file->name});
    return table;
}

PrintedFile::PrintedFile(const std::string& name, const std::optional<std::string>& changes,
                         const Inputs& inputs, const Files& files, Findings& findings)
    : open_files_(files, findings) {
    std::optional<std::string> missing;
    laid_out_ = lay_out(open_files_, name, inputs.request().reading_of(name), missing);
    if (laid_out_.file == nullptr) {
        error_ = {"file_not_given", *missing};
        return;
    }
    if (changes) {
        const OpenFile* file = open_files_.open(*changes);
        if (file == nullptr) {
            error_ = {"file_not_given", *changes};
            return;
        }
        changes_ = read_changes(file->sheet);
    }
    if (is_table(laid_out_, findings))
        table_ = read_printed(laid_out_, {inputs.list(), inputs.request().provinces}, findings);
    propose_names(laid_out_, table_, inputs.list(), changes_, findings);
    if (!findings.has_errors()) look_for_swapped(inputs, findings);
    if (inputs.request().merge && !findings.has_errors())
        table_ = combined(table_, inputs.list(), changes_, name, findings);
    if (findings.has_errors()) error_ = findings_are_the_result;
}

void PrintedFile::look_for_swapped(const Inputs& inputs, Findings& findings) const {
    const MunicipalityList& list = inputs.list();
    std::vector<const PrintedRow*> rows(list.size(), nullptr);
    PrintedShares shares{list.inhabitants, std::vector<Places>(list.size(), 0), 0};
    for (const PrintedRow& row : table_.rows) {
        if (!row.municipality || row.is_repeated) continue;
        rows[*row.municipality] = &row;
        shares.places[*row.municipality] = row.places;
        shares.need += row.places;
    }
    if (std::find(rows.begin(), rows.end(), nullptr) != rows.end()) return;
    warn_of_swapped(in_file(), rows, list, plausible(shares), findings);
}

void propose_names(const LaidOutFile& file, const PrintedTable& table, const MunicipalityList& list,
                   std::span<const MunicipalChange> changes, Findings& findings) {
    std::optional<MunicipalityNames> names;
    std::size_t asked = 0;
    const auto column = file.layout.column(ColumnMeaning::name);
    for (const PrintedRow& row : table.rows) {
        const bool is_open = row.level == Level::municipality && !row.code && !row.is_ambiguous;
        if (!is_open || spreiding::succession_of(row, list, changes).fate != Fate::unknown)
            continue;
        // Looking for near names takes its time: no person reads so many.
        constexpr std::size_t most_asked = 1'000;
        if (++asked > most_asked) break;
        if (!names) names.emplace(named(list));
        // Another province stands beside it: that is said already.
        if (names->find(row.name).municipality != nullptr) continue;
        std::string meant = names->proposals(row.name);
        if (meant.empty()) continue;
        findings.add({.code = FindingCode::printed_unknown,
                      .file = file.file->name,
                      .row = row.row,
                      .column = column ? static_cast<std::uint32_t>(*column) + 1 : 0,
                      .raw = std::string(row.name),
                      .about = std::move(meant)});
    }
}

std::optional<std::string> read_changes_file(const Parameters& parameters) {
    if (parameters.find("changes") != nullptr) return parameters.text("changes");
    const auto merge = parameters.object("merge");
    return merge ? merge->text_if_any("changes") : std::nullopt;
}

Succession PrintedFile::succession_of(const PrintedRow& row, const Inputs& inputs) const {
    if (row.level != Level::municipality || row.municipality) return {};
    return spreiding::succession_of(row, inputs.list(), changes_);
}

}  // namespace spreiding::service
