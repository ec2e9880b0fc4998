// Counts which cells look like codes, names, provinces or numbers, and proposes a meaning by that.
#include "tables/column_proposal.hpp"

#include <algorithm>

#include "tables/municipality_code.hpp"
#include "tables/tables.hpp"
#include "values/decimal.hpp"
#include "values/text.hpp"

namespace spreiding {
namespace {

constexpr std::size_t sampled_rows = 500;

// Counts of what the cells can be, all at once.
struct Looks {
    std::size_t filled = 0;
    std::size_t codes = 0;
    std::size_t names = 0;
    std::size_t provinces = 0;
    std::size_t whole = 0;
    std::size_t thousands = 0;
    std::size_t fractions = 0;

    void add(std::string_view text, const ColumnKnowledge& knowledge) {
        ++filled;
        const bool is_code =
            text.size() > 2 && (text[0] == 'G' || text[0] == 'g') && read_code(text);
        codes += is_code || is_other_region(text) ? 1 : 0;
        provinces += find_province(text, knowledge.provinces) ? 1 : 0;
        if (knowledge.names != nullptr) {
            const NameMatch match = knowledge.names->find(text);
            names += match.municipality != nullptr || match.is_ambiguous ? 1 : 0;
        }
        add_number(text);
    }

    void add_number(std::string_view text) {
        for (const char mark : {'.', ','}) {
            const Notation notation{mark, mark == '.' ? ',' : '.'};
            const auto [value, fault] = read_decimal(text, notation);
            if (fault != NumberFault::none) continue;
            const auto number = units_at(value, 0);
            if (number && *number >= 0) {
                ++whole;
                thousands += *number >= 1'000 ? 1 : 0;
                return;
            }
            const auto millionths = units_at(value, 6);
            if (millionths && *millionths > -2'000'000 && *millionths < 2'000'000) {
                ++fractions;
                return;
            }
        }
    }
};

}  // namespace

std::optional<ColumnMeaning> propose(const csv::Sheet& sheet, std::size_t first_row,
                                     std::size_t column, const ColumnKnowledge& knowledge) {
    Looks looks;
    const std::size_t end = std::min(sheet.rows(), first_row + sampled_rows);
    for (std::size_t row = first_row; row < end; ++row) {
        const std::string_view text = trimmed(sheet.cell(row, column));
        const bool no_figure = text.size() == 1 && (text == "." || text == "-" || text == "x");
        if (!text.empty() && !no_figure && sheet.columns(row) > 1) looks.add(text, knowledge);
    }
    if (looks.filled == 0) return std::nullopt;
    if (looks.codes == looks.filled) return ColumnMeaning::code;
    if (looks.provinces == looks.filled) return ColumnMeaning::province;
    if (looks.names == looks.filled) return ColumnMeaning::name;
    if (looks.fractions > 0 && looks.fractions + looks.whole - looks.thousands == looks.filled) {
        return ColumnMeaning::score;
    }
    if (looks.thousands > 0 && looks.whole == looks.filled) return ColumnMeaning::inhabitants;
    return std::nullopt;
}

}  // namespace spreiding
