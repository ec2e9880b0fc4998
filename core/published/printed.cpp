// Reads a printed table row by row: footnotes off figures and names, and whom each row is about.
#include "published/printed.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "tables/column_proposal.hpp"
#include "tables/municipality_names.hpp"
#include "tables/nearest.hpp"
#include "tables/table_reader.hpp"
#include "values/text.hpp"

namespace spreiding {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), is_digit);
}

bool parted_by_space(std::string_view cell) {
    return std::count_if(cell.begin(), cell.end(), is_digit) > 3 &&
           trimmed(cell).find_first_not_of("0123456789") != std::string_view::npos;
}

// The whole country by its name; `Totaal` may be that of any part of it.
bool is_country(std::string_view spelling) {
    constexpr std::array<std::string_view, 5> names = {"nederland", "netherlands", "thenetherlands",
                                                       "land", "totaalnederland"};
    return std::find(names.begin(), names.end(), spelling) != names.end();
}

// The name without words that say what it is: `Totaal Drenthe`, `Provincie Utrecht`, `Utrecht
// (PV)`.
struct Stripped {
    std::string_view name;
    bool says_province = false;
    bool says_municipality = false;
    bool says_total = false;  ///< `Totaal (7 gemeenten)`: of whatever else stands there
};

std::string_view without_word(std::string_view name, std::string_view word, bool& found) {
    const auto same = [&](std::string_view part) { return folded(part) == word; };
    if (name.size() > word.size() + 1) {
        if (name[word.size()] == ' ' && same(name.substr(0, word.size()))) {
            found = true;
            return trimmed(name.substr(word.size()));
        }
        const std::size_t at = name.size() - word.size();
        if (name[at - 1] == ' ' && same(name.substr(at))) {
            found = true;
            return trimmed(name.substr(0, at));
        }
    }
    return name;
}

Stripped stripped(std::string_view name) {
    Stripped result{trimmed(name)};
    for (const std::string_view word : {"totaal", "total", "subtotaal"})
        result.name = without_word(result.name, word, result.says_total);
    result.says_province = result.says_total;
    for (const std::string_view word : {"provincie", "province"})
        result.name = without_word(result.name, word, result.says_province);
    result.name = without_word(result.name, "gemeente", result.says_municipality);
    const std::size_t bracket = result.name.rfind('(');
    if (bracket != std::string_view::npos) {
        const std::string inside = folded(result.name.substr(bracket));
        if (inside == "pv" || inside == "provincie") {
            result.says_province = true;
            result.name = trimmed(result.name.substr(0, bracket));
        }
        result.says_municipality = result.says_municipality || inside == "gemeente";
    }
    return result;
}

// Positions of municipalities by code and by name.
class Spellings {
  public:
    explicit Spellings(const Known& known)
        : list_(known.list), names_(named(known.list), known.provinces) {}

    std::optional<std::size_t> find(MunicipalityCode code) const {
        const auto at = std::lower_bound(list_.codes.begin(), list_.codes.end(), code);
        if (at == list_.codes.end() || *at != code) return std::nullopt;
        return static_cast<std::size_t>(at - list_.codes.begin());
    }

    // Nothing where none or several bear the name, or none in the province that is said.
    std::optional<std::size_t> find(std::string_view name,
                                    std::optional<std::size_t> province = {}) const {
        const NameMatch match =
            province ? names_.find(name, static_cast<std::uint16_t>(*province)) : names_.find(name);
        return match.municipality == nullptr ? std::nullopt : find(match.municipality->code);
    }

    bool is_name_of(std::string_view name, MunicipalityCode code) const {
        return names_.is_name_of(name, code);
    }
    std::string proposals(std::string_view name) const { return names_.proposals(name); }

    // All that a name may stand for, where that is more than one; else nothing.
    std::string candidates(std::string_view name) const {
        return names_.find(name).is_ambiguous ? names_.candidates(name) : std::string();
    }

  private:
    const MunicipalityList& list_;
    MunicipalityNames names_;
};

class PrintedReader {
  public:
    PrintedReader(const TableFile& file, const Known& known, Findings& findings)
        : file_(file), known_(known), reader_(file, findings), spellings_(known) {}

    PrintedTable read() {
        if (!require_columns()) return {};
        places_.find_notation(NotationFrom::all_rows);
        minors_.find_notation(NotationFrom::all_rows);
        for (std::size_t row = file_.layout.first_row(); row < file_.sheet.rows(); ++row)
            read_row(row);
        settle_shared_names();
        settle_totals();
        find_repetitions();
        check_sums();
        return std::move(table_);
    }

  private:
    std::optional<std::size_t> at(ColumnMeaning column) const {
        return file_.layout.column(column);
    }

    std::string_view text(std::size_t row, ColumnMeaning column) const {
        return reader_.text(row, column);
    }

    bool require_columns() {
        const bool named =
            at(ColumnMeaning::name) || at(ColumnMeaning::code) || at(ColumnMeaning::province);
        const bool clear =
            reader_.is_clear(std::array{ColumnMeaning::places}, ColumnMeaning::places);
        if (!at(ColumnMeaning::places)) {
            if (const auto likely = only_whole_numbers(file_.sheet, file_.layout))
                propose_column(*likely, ColumnMeaning::places);
        }
        if (!named) {
            if (const auto likely = names_column()) propose_column(*likely, ColumnMeaning::name);
            reader_.add(FindingCode::column_missing, file_.layout.header_row, std::nullopt, "",
                        name_of(ColumnMeaning::name));
        }
        return named && clear;
    }

    void propose_column(std::size_t column, ColumnMeaning meaning) {
        reader_.add(FindingCode::column_proposed, file_.layout.header_row, column,
                    file_.layout.headings[column], name_of(meaning));
    }

    // The first column that names municipalities in most of its first rows.
    std::optional<std::size_t> names_column() const {
        constexpr std::size_t sampled = 20;
        const std::size_t first = file_.layout.first_row();
        const std::size_t end = std::min(file_.sheet.rows(), first + sampled);
        for (std::size_t column = 0; column < file_.layout.headings.size(); ++column) {
            std::size_t names = 0;
            for (std::size_t row = first; row < end; ++row) {
                const std::string_view cell = file_.sheet.cell(row, column);
                names += spellings_.find(cell) || find_province(cell, known_.provinces) ? 1 : 0;
            }
            if (2 * names > end - std::min(first, end)) return column;
        }
        return std::nullopt;
    }

    bool names_municipality(std::size_t row) const {
        return read_code(text(row, ColumnMeaning::code)).has_value() ||
               spellings_.find(without_note_number(text(row, ColumnMeaning::name))).has_value();
    }

    // A title, a second header row, a footnote: nothing in the columns of figures that has a digit,
    // and something beside it that is text.
    bool is_text_row(std::size_t row, const csv::Sheet::Row& cells) const {
        const std::string_view places = text(row, ColumnMeaning::places);
        const bool no_figure = !has_digit(places) && !has_digit(text(row, ColumnMeaning::minors));
        const bool is_sign = places_.is_missing();
        std::size_t filled = 0;
        for (std::size_t column = 0; column < cells.size(); ++column)
            filled += trimmed(cells[column]).empty() ? 0 : 1;
        const bool second_header = no_figure && !is_sign &&
                                   row <= file_.layout.last_header_row + 2 &&
                                   !names_municipality(row);
        return (filled == 1 && no_figure) || second_header || (no_figure && is_heading(row));
    }

    // The heading once more, as at the top of a next page.
    bool is_heading(std::size_t row) const {
        const std::size_t column = *at(ColumnMeaning::places);
        const std::string spelling = folded(file_.sheet.cell(row, column));
        return !spelling.empty() && spelling == folded(file_.layout.headings[column]);
    }

    // A line such as `Zeist 612 plekken`: it begins as a row of the table does, and is none.
    bool begins_as_row(std::string_view text) const {
        if (spellings_.find(text)) return false;
        constexpr int most_words_behind = 3;
        std::size_t end = text.size();
        for (int words = 0; words < most_words_behind; ++words) {
            end = text.rfind(' ', end == 0 ? 0 : end - 1);
            if (end == std::string_view::npos || end == 0) return false;
            if (spellings_.find(text.substr(0, end))) return true;
        }
        return false;
    }

    // Of lines that were copied: what stands between the name and this figure is another one, or a
    // word in its place. Which column this figure is of cannot be told.
    bool holds_figure(std::string_view name) const {
        if (!begins_as_row(name)) return false;
        constexpr std::array<std::string_view, 6> words = {"nvt", "nihil",    "geen",
                                                           "nb",  "onbekend", "pm"};
        const std::string last = folded(name.substr(name.rfind(' ')));
        return name.find('#') != std::string_view::npos ||
               std::count_if(name.begin(), name.end(), is_digit) > 1 ||
               std::find(words.begin(), words.end(), last) != words.end();
    }

    void read_row(std::size_t row) {
        const csv::Sheet::Row cells = file_.sheet.row(row);
        if (cells.is_blank()) return;
        places_.look_at(row, cells);
        minors_.look_at(row, cells);
        const std::string_view name =
            csv::without_guard(at(ColumnMeaning::name) ? text(row, ColumnMeaning::name)
                                                       : text(row, ColumnMeaning::province));
        const std::string_view code = text(row, ColumnMeaning::code);
        if (is_text_row(row, cells)) {
            const std::string_view said = name.empty() ? code : name;
            reader_.add(
                begins_as_row(said) ? FindingCode::row_not_read : FindingCode::row_text_only, row,
                std::nullopt, said, "");
            return;
        }
        const auto places = places_.whole_number(0, most_places);
        if (!places) return;
        PrintedRow printed;
        printed.places = *places;
        printed.row = static_cast<std::uint32_t>(row) + 1;
        printed.name = name.empty() ? code : name;
        if (at(ColumnMeaning::minors) && !text(row, ColumnMeaning::minors).empty())
            printed.minors = minors_.whole_number(0, most_places);
        settle(printed, row, name, code);
        if (printed.level == Level::municipality && !printed.code && holds_figure(name)) {
            reader_.add(FindingCode::row_not_read, row, std::nullopt, name, "");
            return;
        }
        if (printed.municipality && parted_by_space(places_.cell())) {
            const auto& inhabitants = known_.list.inhabitants;
            const std::size_t position = *printed.municipality;
            // Two figures that only a space parts: no municipality has so many places.
            if (position < inhabitants.size() && *places > inhabitants[position]) {
                places_.add(FindingCode::places_above_inhabitants);
                return;
            }
        }
        table_.rows.push_back(printed);
    }

    // Which municipality, province or country a row is about.
    void settle(PrintedRow& printed, std::size_t row, std::string_view name_with_note,
                std::string_view code) {
        // A code in the column of names is one all the same.
        if (code.empty() && is_written_code(name_with_note)) std::swap(code, name_with_note);
        const std::string_view name = without_note_number(name_with_note);
        const std::string level = folded(text(row, ColumnMeaning::level));
        const Stripped words = stripped(name);
        const bool country_code = code.starts_with("NL");
        if (level == "land" || level == "country" || country_code ||
            (level.empty() && is_country(folded(name)))) {
            printed.level = Level::country;
            return;
        }
        if (level.empty() && is_name_of_total(name)) {
            printed.level = Level::country;
            totals_.push_back(table_.rows.size());
            return;
        }
        const auto province = find_province(words.name, known_.provinces);
        if (level.empty() && words.says_total && !province && !spellings_.find(words.name)) {
            printed.level = Level::country;
            totals_.push_back(table_.rows.size());
            return;
        }
        const bool says_province = level == "provincie" || level == "province" ||
                                   words.says_province || code.starts_with("PV") ||
                                   (!at(ColumnMeaning::name) && !at(ColumnMeaning::code));
        const bool says_municipality = level == "gemeente" || level == "municipality" ||
                                       words.says_municipality || read_code(code).has_value();
        if (says_province && !says_municipality) {
            printed.level = Level::province;
            printed.province = province;
            return;
        }
        if (const auto given = read_code(code)) {
            printed.code = given;
            printed.municipality = spellings_.find(*given);
            check_beside_code(printed, row, name);
        }
        if (!printed.municipality && !printed.code) {
            const auto said =
                at(ColumnMeaning::name)
                    ? find_province(text(row, ColumnMeaning::province), known_.provinces)
                    : std::nullopt;
            printed.municipality = spellings_.find(name, said);
            if (!printed.municipality) printed.municipality = spellings_.find(words.name, said);
            const std::string candidates = spellings_.candidates(name);
            if (!printed.municipality && said && spellings_.find(name)) {
                reader_.add(FindingCode::province_differs, row, at(ColumnMeaning::province),
                            text(row, ColumnMeaning::province), name);
            } else if (!printed.municipality && !candidates.empty()) {
                printed.is_ambiguous = true;
                reader_.add(FindingCode::printed_ambiguous, row, at(ColumnMeaning::name),
                            name_with_note, candidates);
            }
        }
        if (printed.municipality) {
            printed.code = known_.list.codes[*printed.municipality];
            if (province && !says_municipality) shared_.emplace_back(table_.rows.size(), *province);
        } else if (province && !says_municipality) {
            printed.level = Level::province;
            printed.province = province;
        }
    }

    // A code decides; what stands beside it and says otherwise is told.
    void check_beside_code(const PrintedRow& printed, std::size_t row, std::string_view name) {
        if (!printed.municipality) return;
        const std::size_t position = *printed.municipality;
        const MunicipalityCode code = known_.list.codes[position];
        if (at(ColumnMeaning::name) && !name.empty() && !spellings_.is_name_of(name, code)) {
            reader_.add(FindingCode::name_differs, row, at(ColumnMeaning::name), name,
                        std::string(known_.list.names[position]) + " (" + code.text() + ")");
        }
        const auto said = find_province(text(row, ColumnMeaning::province), known_.provinces);
        if (said && *said != known_.list.provinces[position]) {
            reader_.add(FindingCode::province_differs, row, at(ColumnMeaning::province),
                        text(row, ColumnMeaning::province),
                        std::string(known_.list.names[position]));
        }
    }

    void make_province(std::size_t at, std::size_t province) {
        PrintedRow& row = table_.rows[at];
        row.level = Level::province;
        row.province = province;
        row.municipality.reset();
        row.code.reset();
    }

    void settle_shared_names() {
        const auto is_municipality = [](const PrintedRow& row) {
            return row.level == Level::municipality;
        };
        const auto municipalities = static_cast<std::size_t>(
            std::count_if(table_.rows.begin(), table_.rows.end(), is_municipality));
        const bool provinces =
            std::any_of(table_.rows.begin(), table_.rows.end(),
                        [](const auto& row) { return row.level == Level::province; });
        for (const auto& [at, province] : shared_) {
            if (municipalities == shared_.size() && provinces) {
                make_province(at, province);
                continue;
            }
            // Printed twice: a province has at least what its municipality has.
            for (std::size_t other = 0; other < table_.rows.size(); ++other) {
                const PrintedRow& twin = table_.rows[other];
                if (other == at || twin.municipality != table_.rows[at].municipality ||
                    !twin.municipality) {
                    continue;
                }
                if (table_.rows[at].places > twin.places ||
                    (table_.rows[at].places == twin.places && at > other)) {
                    make_province(at, province);
                    break;
                }
            }
        }
    }

    // A `Totaal` is the country's where every municipality or province has a row. In a table of one
    // province it is that province's, where all of its municipalities have a row. Else, where it is
    // the sum of its rows or they are of one province, it is theirs alone and no figure to compare.
    void settle_totals() {
        if (totals_.empty() || is_complete(table_, known_.list)) return;
        std::size_t provinces = 0;
        std::size_t municipalities = 0;
        std::size_t known = 0;
        std::optional<std::size_t> only;
        bool is_of_one = true;
        for (const PrintedRow& row : table_.rows) {
            provinces += row.level == Level::province ? 1 : 0;
            if (row.level != Level::municipality) continue;
            ++municipalities;
            if (!row.municipality) continue;
            ++known;
            const std::size_t province = known_.list.provinces[*row.municipality];
            is_of_one = is_of_one && (!only || *only == province);
            only = province;
        }
        // One municipality alone says nothing of its table.
        is_of_one = is_of_one && known > 1 && provinces == 0;
        const Places sum = municipalities > 0 ? sum_of_municipalities(table_) : sum_of_provinces();
        for (auto at = totals_.rbegin(); at != totals_.rend(); ++at) {
            if (is_of_one && sum_of_province(*only)) {
                make_province(*at, *only);
                continue;
            }
            const PrintedRow& row = table_.rows[*at];
            const bool all_provinces = municipalities == 0 && provinces >= known_.provinces.size();
            if (!is_of_one && !all_provinces && row.places != sum) add_total_differs(row, sum);
            if (all_provinces || (!is_of_one && row.places != sum)) continue;
            reader_.add(FindingCode::total_of_part, row.row - 1, at_places(), cell_of(row),
                        to_text(sum));
            if (row.places != sum) add_total_differs(row, sum);
            table_.rows.erase(table_.rows.begin() + static_cast<std::ptrdiff_t>(*at));
        }
    }

    Places sum_of_provinces() const {
        Places sum = 0;
        for (const PrintedRow& row : table_.rows)
            sum += row.level == Level::province ? row.places : 0;
        return sum;
    }

    // Each printed total against the rows of its own table, where all of its parts stand there.
    void check_sums() {
        const bool all_municipalities = is_complete(table_, known_.list);
        for (const PrintedRow& row : table_.rows) {
            if (row.level == Level::country && all_municipalities) {
                const Places sum = sum_of_municipalities(table_);
                if (sum != row.places) add_total_differs(row, sum);
            }
            if (row.level == Level::province && row.province) {
                const auto sum = sum_of_province(*row.province);
                if (sum && *sum != row.places) add_total_differs(row, *sum);
            }
        }
    }

    // Nothing where not every municipality of the province has a row.
    std::optional<Places> sum_of_province(std::size_t province) const {
        Places sum = 0;
        std::vector<bool> seen(known_.list.size(), false);
        for (const PrintedRow& row : table_.rows) {
            if (row.level != Level::municipality || !row.municipality) continue;
            if (known_.list.provinces[*row.municipality] != province) continue;
            if (!seen[*row.municipality]) sum += row.places;
            seen[*row.municipality] = true;
        }
        for (std::size_t at = 0; at < seen.size(); ++at) {
            if (known_.list.provinces[at] == province && !seen[at]) return std::nullopt;
        }
        return sum;
    }

    std::optional<std::size_t> at_places() const { return at(ColumnMeaning::places); }
    std::string_view cell_of(const PrintedRow& row) const {
        return trimmed(file_.sheet.cell(row.row - 1, *at_places()));
    }
    void add_total_differs(const PrintedRow& row, Places sum) {
        reader_.add(FindingCode::total_differs, row.row - 1, at_places(), cell_of(row),
                    to_text(sum));
    }

    // What a row is about, as text that no other subject has.
    std::string subject_of(const PrintedRow& row) const {
        if (row.level == Level::country) return "country";
        if (row.level == Level::province) {
            return "province " + (row.province ? known_.provinces[*row.province]
                                               : folded(stripped(row.name).name));
        }
        return row.code ? row.code->text()
                        : "municipality " + folded(without_note_number(row.name));
    }

    void find_repetitions() {
        std::map<std::string, std::uint32_t> first_rows;
        for (PrintedRow& row : table_.rows) {
            const auto [first, is_first] = first_rows.emplace(subject_of(row), row.row);
            if (is_first) continue;
            row.is_repeated = true;
            reader_.add(FindingCode::printed_twice, row.row - 1, at_places(), cell_of(row),
                        row.name, first->second);
        }
    }

    const TableFile& file_;
    const Known& known_;
    TableReader reader_;
    FigureColumn places_{reader_, ColumnMeaning::places, FigureForm::printed};
    FigureColumn minors_{reader_, ColumnMeaning::minors, FigureForm::printed};
    Spellings spellings_;
    PrintedTable table_;
    std::vector<std::pair<std::size_t, std::size_t>> shared_;  // row, province
    std::vector<std::size_t> totals_;                          // rows called a total
};

}  // namespace

PrintedTable read_printed(const TableFile& file, const Known& known, Findings& findings) {
    return PrintedReader(file, known, findings).read();
}

bool is_complete(const PrintedTable& table, const MunicipalityList& list) {
    std::vector<bool> printed(list.size(), false);
    std::size_t count = 0;
    for (const PrintedRow& row : table.rows) {
        if (!row.municipality || printed[*row.municipality]) continue;
        printed[*row.municipality] = true;
        ++count;
    }
    return count == list.size();
}

Places sum_of_municipalities(const PrintedTable& table) {
    Places sum = 0;
    for (const PrintedRow& row : table.rows)
        sum += row.level == Level::municipality && !row.is_repeated ? row.places : 0;
    return sum;
}

std::optional<Places> printed_country(const PrintedTable& table) {
    for (const PrintedRow& row : table.rows) {
        if (row.level == Level::country) return row.places;
    }
    return std::nullopt;
}

}  // namespace spreiding
