// Reads a printed table row by row: footnotes off figures and names, and whom each row is about.
#include "published/printed.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "tables/column_proposal.hpp"
#include "tables/municipality_names.hpp"
#include "tables/nearest.hpp"
#include "tables/table_reader.hpp"
#include "tables/units.hpp"
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
    Stripped result{without_article(trimmed(name))};
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

std::string_view first_text(const csv::Sheet::Row& cells) {
    std::string_view text;
    for (std::size_t column = 0; column < cells.size() && text.empty(); ++column)
        text = csv::without_guard(trimmed(cells[column]));
    return text;
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

// Figures of several rows together; of minors nothing where one of them prints none.
struct Sum {
    Places places = 0;
    std::optional<Places> minors = 0;
    std::size_t rows = 0;

    void add(const PrintedRow& row) {
        places += row.places;
        minors = minors && row.minors ? std::optional(*minors + *row.minors) : std::nullopt;
        ++rows;
    }
};

// What rows are together, each municipality and each province once.
class Sums {
  public:
    /// @param sizes  of each province, how many municipalities it has
    Sums(const MunicipalityList& list, const std::vector<std::size_t>& sizes)
        : within(sizes.size()), list_(list), sizes_(sizes) {}
    Sums(const PrintedTable& table, const MunicipalityList& list,
         const std::vector<std::size_t>& sizes)
        : Sums(list, sizes) {
        for (std::size_t at = 0; at < table.rows.size(); ++at) {
            add(table.rows[at]);
            if (table.rows[at].level == Level::municipality) last_municipality = at;
        }
    }

    void add(const PrintedRow& row) {
        if (row.level == Level::province) {
            if (row.province && provinces_seen_.insert(*row.province).second) provinces.add(row);
        }
        if (row.level != Level::municipality) return;
        if (row.municipality && !seen_.insert(*row.municipality).second) return;
        municipalities.add(row);
        if (!row.municipality) return;
        ++known;
        const std::size_t province = list_.provinces[*row.municipality];
        only = known == 1 || only == province ? std::optional(province) : std::nullopt;
        if (province < within.size()) within[province].add(row);
    }

    void clear() {
        municipalities = provinces = {};
        std::fill(within.begin(), within.end(), Sum{});
        known = last_municipality = 0;
        only.reset();
        seen_.clear();
        provinces_seen_.clear();
    }

    bool has_all_of(std::size_t province) const {
        return province < within.size() && within[province].rows == sizes_[province];
    }
    bool has_all_provinces() const { return provinces.rows == sizes_.size(); }

    Sum municipalities, provinces;
    std::vector<Sum> within;          // municipalities of the list, by province
    std::size_t known = 0;            // municipalities of the list
    std::optional<std::size_t> only;  // the province that all of those lie in
    std::size_t last_municipality = 0;

  private:
    const MunicipalityList& list_;
    const std::vector<std::size_t>& sizes_;
    std::set<std::size_t> seen_, provinces_seen_;
};

// Of provinces, totals, and what is printed twice: beyond that it is no table of municipalities.
constexpr std::size_t most_other_rows = 20'000;

class PrintedReader {
  public:
    PrintedReader(const TableFile& file, const Known& known, Findings& findings)
        : file_(file), known_(known), reader_(file, findings), spellings_(known) {
        for (const std::size_t province : known.list.provinces)
            if (province < sizes_.size()) ++sizes_[province];
    }

    PrintedTable read() {
        if (!require_columns()) return {};
        places_.find_notation(NotationFrom::all_rows);
        minors_.find_notation(NotationFrom::all_rows);
        const std::size_t most = known_.list.size() + most_other_rows;
        for (std::size_t row = file_.layout.first_row(); row < file_.sheet.rows(); ++row) {
            read_row(row);
            if (table_.rows.size() <= most) continue;
            reader_.add(FindingCode::too_many_rows, row, std::nullopt, "",
                        to_text(static_cast<std::int64_t>(most)));
            break;
        }
        // A column of which no cell is a code is none of codes: `Regio`, with a part of a province.
        for (const std::size_t row : passed_over_) {
            if (has_codes_)
                reader_.add(FindingCode::code_passed_over, row, at(ColumnMeaning::code),
                            text(row, ColumnMeaning::code), text(row, ColumnMeaning::name));
        }
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
            const auto likely = whole_numbers(file_.sheet, file_.layout);
            for (const std::size_t column : likely)
                reader_.propose(column, ColumnMeaning::places,
                                static_cast<std::uint32_t>(likely.size()));
        }
        if (!named) {
            if (const auto likely = names_column()) reader_.propose(*likely, ColumnMeaning::name);
            reader_.add(FindingCode::column_missing, file_.layout.header_row, std::nullopt, "",
                        name_of(ColumnMeaning::name));
        }
        return named && clear;
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
        const std::string_view minors = text(row, ColumnMeaning::minors);
        if (has_digit(places) || has_digit(minors)) return false;
        const bool is_sign = places_.is_missing();
        if (is_sign && names_municipality(row)) return false;
        // A unit in a row of its own, which makes them other figures.
        if (counts_otherwise(places) || counts_otherwise(minors)) return false;
        std::size_t filled = 0;
        for (std::size_t column = 0; column < cells.size(); ++column)
            filled += trimmed(cells[column]).empty() ? 0 : 1;
        const bool second_header = !is_sign && row <= file_.layout.last_header_row + 2 &&
                                   !names_municipality(row) && !moves_headings(cells);
        return filled == 1 || second_header || is_heading(row);
    }

    // Headings once more, and over other columns: what follows is not read as what stands above.
    bool moves_headings(const csv::Sheet::Row& cells) const {
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const auto meaning = column_of_heading(cells[column]);
            if (meaning && at(*meaning) && at(*meaning) != column) return true;
        }
        return false;
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
            const std::string_view said = first_text(cells);
            reader_.add_text(
                row, said, ColumnMeaning::places,
                begins_as_row(said) ? FindingCode::row_not_read : FindingCode::row_text_only);
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
        if (printed.minors && *printed.minors > printed.places)
            minors_.add(FindingCode::minors_above_places);
        const std::string_view province = text(row, ColumnMeaning::province);
        if (name.empty() && code.empty() && province.empty()) {
            reader_.add(FindingCode::row_not_read, row, std::nullopt, places_.cell(), "");
            return;
        }
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
        if (const auto both = code_and_name(name_with_note);
            code.empty() && both && is_written_code(both->code)) {
            code = both->code;
            name_with_note = both->name;
        }
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
                                   (name.empty() && code.empty()) ||
                                   (!at(ColumnMeaning::name) && !at(ColumnMeaning::code));
        const auto given = read_code(code);
        const bool says_municipality = level == "gemeente" || level == "municipality" ||
                                       words.says_municipality || given.has_value();
        if (says_province && !says_municipality) {
            printed.level = Level::province;
            printed.province = province;
            if (name.empty()) printed.name = text(row, ColumnMeaning::province);
            if (name.empty()) printed.province = find_province(printed.name, known_.provinces);
            return;
        }
        if (given) {
            has_codes_ = true;
            printed.code = given;
            printed.municipality = spellings_.find(*given);
            check_beside_code(printed, row, name);
        } else if (!code.empty() && !name.empty()) {
            passed_over_.push_back(row);
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
        // Printed twice: a province has at least what its municipality has.
        std::vector<std::size_t> least(known_.list.size(), table_.rows.size());
        for (std::size_t at = 0; at < table_.rows.size(); ++at) {
            const PrintedRow& row = table_.rows[at];
            if (!row.municipality) continue;
            std::size_t& lower = least[*row.municipality];
            if (lower == table_.rows.size() || row.places < table_.rows[lower].places) lower = at;
        }
        const bool all_shared = municipalities == shared_.size() && provinces;
        for (const auto& [at, province] : shared_) {
            if (all_shared || least[*table_.rows[at].municipality] != at)
                make_province(at, province);
        }
    }

    // A total that stands between rows, or after the last of several parts, is that of the rows
    // above it up to the total before: of a province where those are its municipalities.
    void settle_subtotals() {
        const Sums all = sums();
        std::vector<std::size_t> kept;
        std::vector<bool> is_left_out(table_.rows.size(), false);
        std::size_t next = 0;
        bool has_parts = false;
        Sums part(known_.list, sizes_);
        for (std::size_t at = 0; at < table_.rows.size(); ++at) {
            const PrintedRow& row = table_.rows[at];
            part.add(row);
            if (row.level == Level::municipality) continue;
            const Places sum = part.municipalities.places;
            const bool is_total = next < totals_.size() && totals_[next] == at;
            const bool is_last = is_total && ++next == totals_.size();
            const bool follows_part =
                part.municipalities.rows > 0 && part.municipalities.rows < all.municipalities.rows;
            const bool is_of_part =
                !is_last || is_name_of_subtotal(row.name) || at < all.last_municipality ||
                (has_parts && row.places == sum && sum != all.municipalities.places);
            if (is_total && follows_part && is_of_part) {
                has_parts = true;
                if (part.only && part.has_all_of(*part.only)) {
                    make_province(at, *part.only);
                } else {
                    reader_.add(FindingCode::row_of_sums, row.row - 1, at_places(), cell_of(row),
                                name_of(ColumnMeaning::places));
                    compare_total(row, part.municipalities);
                    is_left_out[at] = true;
                }
            } else if (is_total) {
                kept.push_back(at);
            }
            part.clear();
        }
        totals_ = std::move(kept);
        leave_out(is_left_out);
    }

    Sums sums() const { return Sums(table_, known_.list, sizes_); }

    void leave_out(const std::vector<bool>& is_left_out) {
        std::size_t kept = 0;
        std::size_t next = 0;
        for (std::size_t at = 0; at < table_.rows.size(); ++at) {
            if (next < totals_.size() && totals_[next] == at) totals_[next++] = kept;
            if (!is_left_out[at]) table_.rows[kept++] = table_.rows[at];
        }
        table_.rows.resize(kept);
    }

    // A `Totaal` is the country's where every municipality or province has a row. In a table of one
    // province it is that province's, where all of its municipalities have a row. Else, where it is
    // the sum of its rows or they are of one province, it is theirs alone and no figure to compare.
    void settle_totals() {
        if (totals_.empty()) return;
        settle_subtotals();
        if (totals_.empty() || is_complete(table_, known_.list)) return;
        const Sums all = sums();
        if (all.has_all_provinces()) return;
        // One municipality alone says nothing of its table.
        const bool is_of_one = all.only && all.known > 1 && all.provinces.rows == 0;
        const Sum& sum = all.municipalities.rows > 0 ? all.municipalities : all.provinces;
        std::vector<bool> is_left_out(table_.rows.size(), false);
        for (const std::size_t at : totals_) {
            if (is_of_one && all.has_all_of(*all.only)) {
                make_province(at, *all.only);
                continue;
            }
            const PrintedRow& row = table_.rows[at];
            is_left_out[at] = is_of_one || row.places == sum.places;
            if (is_left_out[at]) {
                reader_.add(FindingCode::total_of_part, row.row - 1, at_places(), cell_of(row),
                            to_text(sum.places));
            }
            compare_total(row, sum);
        }
        leave_out(is_left_out);
    }

    // Each printed total against the rows of its own table, where all of its parts stand there.
    void check_sums() {
        const Sums all = sums();
        Sums part(known_.list, sizes_);
        for (const PrintedRow& row : table_.rows) {
            // A subtotal of a province of which some have no row is that of the rows above it.
            part.add(row);
            if (row.level == Level::municipality) continue;
            const bool is_of_part = row.province && !all.has_all_of(*row.province);
            const bool is_subtotal = folded(row.name).starts_with("subtotaal");
            if (is_of_part && is_subtotal && part.municipalities.rows > 0)
                compare_total(row, part.municipalities);
            part.clear();
            if (row.level == Level::country) {
                if (all.known == known_.list.size())
                    compare_total(row, all.municipalities);
                else if (all.has_all_provinces())
                    compare_total(row, all.provinces);
            }
            if (row.level == Level::province && row.province && all.has_all_of(*row.province))
                compare_total(row, all.within[*row.province]);
        }
    }

    std::optional<std::size_t> at_places() const { return at(ColumnMeaning::places); }
    std::string_view cell_of(const PrintedRow& row) const {
        return trimmed(file_.sheet.cell(row.row - 1, *at_places()));
    }
    void compare_total(const PrintedRow& row, const Sum& sum) {
        if (row.places != sum.places)
            reader_.add(FindingCode::total_differs, row.row - 1, at_places(), cell_of(row),
                        to_text(sum.places));
        if (!row.minors || !sum.minors || *row.minors == *sum.minors) return;
        const std::size_t column = *at(ColumnMeaning::minors);
        reader_.add(FindingCode::total_differs, row.row - 1, column,
                    trimmed(file_.sheet.cell(row.row - 1, column)), to_text(*sum.minors));
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
            if (row.is_ambiguous) continue;  // two rows of one name may be two municipalities
            const auto [first, is_first] = first_rows.emplace(subject_of(row), row.row);
            if (is_first) continue;
            row.is_repeated = true;
            reader_.add(FindingCode::printed_twice, row.row - 1, at_places(), cell_of(row),
                        row.name, first->second);
        }
    }

    const TableFile& file_;
    const Known& known_;
    std::vector<std::size_t> sizes_ =
        std::vector<std::size_t>(known_.provinces.size());  // of provinces, in municipalities
    TableReader reader_;
    FigureColumn places_{reader_, ColumnMeaning::places, FigureForm::printed};
    FigureColumn minors_{reader_, ColumnMeaning::minors, FigureForm::printed};
    Spellings spellings_;
    PrintedTable table_;
    std::vector<std::pair<std::size_t, std::size_t>> shared_;  // row, province
    std::vector<std::size_t> totals_;                          // rows called a total
    std::vector<std::size_t> passed_over_;  // rows with a name and a code that is none
    bool has_codes_ = false;
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
