#include "code_list.hpp"

#include <optional>

#include "text.hpp"

namespace spreiding {

std::vector<CodeTitle> read_code_list(const csv::Sheet& sheet) {
    std::vector<CodeTitle> titles;
    if (sheet.rows() == 0) return titles;
    std::optional<std::size_t> identifier;
    std::optional<std::size_t> title;
    for (std::size_t at = 0; at < sheet.columns(0); ++at) {
        const std::string heading = folded(sheet.cell(0, at));
        if (heading == "identifier" || heading == "key") identifier = at;
        if (heading == "title") title = at;
    }
    if (!identifier || !title) return titles;
    for (std::size_t row = 1; row < sheet.rows(); ++row) {
        titles.push_back({sheet.cell(row, *identifier), sheet.cell(row, *title)});
    }
    return titles;
}

}  // namespace spreiding
