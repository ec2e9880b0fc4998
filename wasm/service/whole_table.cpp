// Holds a printed table against the list of municipalities, its own sums and the need.
#include "service/whole_table.hpp"

#include <cstdint>
#include <utility>

#include "values/wide.hpp"

namespace spreiding::service {
namespace {

void report(const TableInFile& table, FindingCode code, const PrintedRow& row, std::string about,
            Findings& findings) {
    const auto column = table.file.layout.column(ColumnMeaning::places);
    findings.add({.code = code,
                  .file = table.name,
                  .row = row.row,
                  .column = column ? static_cast<std::uint32_t>(*column) + 1 : 0,
                  .raw = to_text(row.places),
                  .about = std::move(about)});
}

// Each municipality once.
bool find_rows(const TableInFile& table, const MunicipalityList& list,
               std::vector<const PrintedRow*>& rows, Findings& findings) {
    rows.assign(list.size(), nullptr);
    bool is_good = true;
    for (const PrintedRow& row : table.table.rows) {
        if (!row.municipality) continue;
        if (rows[*row.municipality] != nullptr) {
            report(table, FindingCode::table_twice, row, std::string(list.names[*row.municipality]),
                   findings);
            is_good = false;
            continue;
        }
        rows[*row.municipality] = &row;
    }
    std::uint32_t lacking = 0;
    std::string first;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] != nullptr) continue;
        if (++lacking == 1) first = list.names[i];
    }
    if (lacking > 0)
        findings.add({.code = FindingCode::table_incomplete,
                      .file = table.name,
                      .about = first,
                      .count = lacking});
    return is_good && lacking == 0;
}

}  // namespace

std::optional<std::vector<const PrintedRow*>> rows_of_whole(const TableInFile& table,
                                                            const MunicipalityList& list,
                                                            std::size_t provinces, Places need,
                                                            Findings& findings) {
    std::vector<const PrintedRow*> rows;
    if (!find_rows(table, list, rows, findings)) return std::nullopt;
    std::vector<Places> sums(provinces, 0);
    Places all = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (list.provinces[i] < sums.size()) sums[list.provinces[i]] += rows[i]->places;
        all += rows[i]->places;
    }
    bool is_good = true;
    for (const PrintedRow& row : table.table.rows) {
        // The law adds rounded shares up to a province; over the country they need not make the
        // need.
        const bool province = row.level == Level::province && row.province &&
                              *row.province < sums.size() && row.places != sums[*row.province];
        const bool country = row.level == Level::country && row.places != all && row.places != need;
        if (!province && !country) continue;
        report(table, FindingCode::table_sum_differs, row, std::string(row.name), findings);
        is_good = false;
    }
    if (is_good && !adds_up(all, rows.size(), need)) {
        findings.add(
            {.code = FindingCode::table_and_need_apart, .file = table.name, .raw = to_text(need)});
        is_good = false;
    }
    return is_good ? std::optional(std::move(rows)) : std::nullopt;
}

void warn_of_swapped(const TableInFile& table, const std::vector<const PrintedRow*>& rows,
                     const MunicipalityList& list, const Plausibility& found, Findings& findings) {
    for (const auto& [one, other] : found.swapped) {
        std::string both(list.names[one]);
        both += ", ";
        both += list.names[other];
        report(table, FindingCode::table_shares_swapped, *rows[one], std::move(both), findings);
    }
}

void warn_of_odd(const TableInFile& table, const std::vector<const PrintedRow*>& rows,
                 const MunicipalityList& list, const Plausibility& found, Findings& findings) {
    for (const std::size_t i : found.odd)
        report(table, FindingCode::table_share_odd, *rows[i], std::string(list.names[i]), findings);
}

}  // namespace spreiding::service
