// Recognises a code list by its headings, and reads identifiers and titles out of it.
#include "tables/code_list.hpp"

#include <cstddef>
#include <optional>
#include <string>

#include "values/text.hpp"

namespace spreiding {

namespace {

struct Columns {
    std::optional<std::size_t> identifier;
    std::optional<std::size_t> title;

    bool are_found() const { return identifier && title; }
};

Columns columns_of(const csv::Sheet& sheet) {
    Columns columns;
    if (sheet.rows() == 0) return columns;
    for (std::size_t at = 0; at < sheet.columns(0); ++at) {
        const std::string heading = folded(sheet.cell(0, at));
        if (heading == "identifier" || heading == "key") columns.identifier = at;
        if (heading == "title") columns.title = at;
    }
    return columns;
}

}  // namespace

bool is_code_list(const csv::Sheet& sheet) {
    return columns_of(sheet).are_found();
}

std::vector<CodeTitle> read_code_list(const csv::Sheet& sheet) {
    std::vector<CodeTitle> titles;
    const Columns columns = columns_of(sheet);
    if (!columns.are_found()) return titles;
    for (std::size_t row = 1; row < sheet.rows(); ++row)
        titles.push_back({sheet.cell(row, *columns.identifier), sheet.cell(row, *columns.title)});
    return titles;
}

}  // namespace spreiding
