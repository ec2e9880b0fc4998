// Finds the cells of a table of locations that may be personal or that nothing asks for.
#include "service/receipts/without_persons.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "csv/csv.hpp"
#include "csv/rewriting.hpp"
#include "province/location_table.hpp"
#include "service/open_files.hpp"

namespace spreiding::service {
namespace {

// The words by which texts were replaced, numbered as they come.
using Words = std::map<std::string, std::string, std::less<>>;

std::string_view word_for(std::string_view text, Words& words) {
    const auto found = words.find(text);
    if (found != words.end()) return found->second;
    std::string word = "weggelaten " + std::to_string(words.size() + 1);
    return words.emplace(text, std::move(word)).first->second;
}

// In a column of numbers and days digits alone are what they should be.
bool is_number(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The table without what may be personal; nothing where there is nothing to leave out.
std::optional<std::string> rewritten(std::string_view bytes, Words& words) {
    Findings ignored;
    const csv::Sheet sheet = csv::read(bytes, "", ignored);
    LocationColumns found;
    read_locations(sheet, "", {}, std::nullopt, ignored, &found);
    const auto is_asked = [&](std::size_t column) {
        return std::find(found.columns.begin(), found.columns.end(), column + 1) !=
               found.columns.end();
    };
    const auto is_text = [&](std::size_t column) {
        for (const LocationField field : {LocationField::id, LocationField::location,
                                          LocationField::continues, LocationField::note}) {
            if (found.columns[static_cast<std::size_t>(field)] == column + 1) return true;
        }
        return false;
    };
    csv::Cells cells = csv::cells_of(sheet);
    bool changed = false;
    for (std::size_t row = 0; row < cells.size(); ++row) {
        for (std::size_t column = 0; column < cells[row].size(); ++column) {
            auto& cell = cells[row][column];
            if (cell.empty()) continue;
            if (row + 1 < found.header_row || !is_asked(column)) {
                cell = {};
                changed = true;
            } else if (row + 1 > found.header_row && may_be_personal(cell) &&
                       (is_text(column) || !is_number(cell))) {
                cell = word_for(cell, words);
                changed = true;
            }
        }
    }
    if (!changed) return std::nullopt;
    return csv::plain_file(cells);
}

}  // namespace

Files without_persons(const Files& files, const std::vector<std::string>& names) {
    Files left;
    Words words;
    bool any = false;
    for (const std::string& name : names) {
        const auto at = files.find(name);
        if (at == files.end()) continue;
        auto again = rewritten(at->second, words);
        any = any || again.has_value();
        left.emplace(name, again ? File(std::move(*again)) : File(at->second));
    }
    if (any) return left;
    // Of what is whole the documents come along, by whose bytes people know them.
    for (const std::string& name : names) {
        for (std::size_t mark = name.find(part_mark); mark != std::string::npos;
             mark = name.find(part_mark, mark + 1)) {
            const auto document = files.find(name.substr(0, mark));
            if (document != files.end()) left.emplace(document->first, document->second);
        }
    }
    return left;
}

}  // namespace spreiding::service
