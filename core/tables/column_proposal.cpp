// Counts which cells look like codes, names, provinces or numbers, and proposes a meaning by that.
#include "tables/column_proposal.hpp"

#include <algorithm>

#include "tables/municipality_code.hpp"
#include "tables/table_reader.hpp"
#include "tables/tables.hpp"
#include "tables/units.hpp"
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
        codes += is_written_code(text) || is_other_region(text) ? 1 : 0;
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
            const ReadDecimal reading = read_decimal(text, notation);
            const auto number = reading.units_at(0);
            if (number && *number >= 0) {
                ++whole;
                thousands += *number >= 1'000 ? 1 : 0;
                return;
            }
            const auto millionths = reading.units_at(6);
            if (millionths && *millionths > -2'000'000 && *millionths < 2'000'000) {
                ++fractions;
                return;
            }
        }
    }
};

}  // namespace

namespace {

bool holds_whole_numbers(const csv::Sheet& sheet, std::size_t first_row, std::size_t column) {
    std::size_t numbers = 0;
    bool is_count = true;
    const std::size_t end = std::min(sheet.rows(), first_row + sampled_rows);
    for (std::size_t row = first_row; row < end; ++row) {
        const std::string_view text = without_footnote(sheet.cell(row, column));
        if (read_decimal(text, {}).fault() == NumberFault::missing) continue;
        std::optional<std::int64_t> whole;
        for (const Notation notation : {Notation{',', '.'}, Notation{'.', ','}, Notation{',', ' '}})
            if (!whole) whole = read_decimal(text, notation).units_at(0);
        if (!whole || *whole < 0) return false;
        ++numbers;
        is_count = is_count && *whole == static_cast<std::int64_t>(numbers);
    }
    return numbers > 0 && !(is_count && numbers > 1);
}

}  // namespace

std::vector<std::size_t> whole_numbers(const csv::Sheet& sheet, const Layout& layout) {
    std::vector<std::size_t> found;
    for (std::size_t column = 0; column < layout.headings.size(); ++column) {
        if (std::find(layout.at.begin(), layout.at.end(), column) != layout.at.end()) continue;
        // Inhabitants of another year, or a figure in thousands, are no places.
        const std::string_view heading = layout.headings[column];
        const auto other = column_of_heading(heading);
        if ((other && other != ColumnMeaning::places) || counts_otherwise(heading)) continue;
        if (holds_whole_numbers(sheet, layout.first_row(), column)) found.push_back(column);
    }
    constexpr std::size_t most = 12;  // of more, nobody can say at a glance
    if (found.size() > most) found.clear();
    return found;
}

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
