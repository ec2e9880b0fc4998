// Reads a printed table row by row: footnotes off figures and names, and whom each row is about.
#include "published/printed.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "tables/municipality_names.hpp"
#include "tables/nearest.hpp"
#include "values/text.hpp"

namespace spreiding {
namespace {

// What is left of a figure when its footnote mark is taken off: `4.479*`, `4.479 1)`, `4.479¹`.
std::string_view without_footnote(std::string_view cell) {
    constexpr std::array<std::string_view, 6> marks = {"*",
                                                       "\xC2\xB9",       // ¹
                                                       "\xC2\xB2",       // ²
                                                       "\xC2\xB3",       // ³
                                                       "\xE2\x80\xA0",   // †
                                                       "\xE2\x80\xA1"};  // ‡
    std::string_view text = trimmed(cell);
    for (bool changed = true; changed;) {
        changed = false;
        for (const std::string_view mark : marks) {
            if (text.size() > mark.size() && text.ends_with(mark)) {
                text = trimmed(text.substr(0, text.size() - mark.size()));
                changed = true;
            }
        }
        const std::size_t space = text.rfind(' ');
        if (text.ends_with(')') && space != std::string_view::npos && text.size() - space <= 4) {
            text = trimmed(text.substr(0, space));
            changed = true;
        }
    }
    return text;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// A name without the number of its footnote: `Bergen (NH.) 1)`, `Utrecht (2)`. Signs such as `*`
// are left: spellings are compared without them.
std::string_view without_note_number(std::string_view name) {
    std::string_view text = trimmed(name);
    if (!text.ends_with(')')) return text;
    std::size_t end = text.size() - 1;
    const std::size_t last = end;
    while (end > 0 && is_digit(text[end - 1]))
        --end;
    if (end == last) return text;
    if (end > 0 && text[end - 1] == '(') --end;
    return end == 0 ? text : trimmed(text.substr(0, end));
}

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), is_digit);
}

// `Totaal`, `Nederland`: the whole country.
bool is_country(std::string_view spelling) {
    constexpr std::array<std::string_view, 8> names = {"totaal",      "total",          "nederland",
                                                       "netherlands", "thenetherlands", "som",
                                                       "land",        "totaalnederland"};
    return std::find(names.begin(), names.end(), spelling) != names.end();
}

// The name without words that say what it is: `Totaal Drenthe`, `Provincie Utrecht`, `Utrecht
// (PV)`.
struct Stripped {
    std::string_view name;
    bool says_province = false;
    bool says_municipality = false;
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
    for (const std::string_view word : {"totaal", "total", "subtotaal", "provincie", "province"})
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
    explicit Spellings(const MunicipalityList& list) : list_(list), names_(named(list)) {}

    std::optional<std::size_t> find(MunicipalityCode code) const {
        const auto at = std::lower_bound(list_.codes.begin(), list_.codes.end(), code);
        if (at == list_.codes.end() || *at != code) return std::nullopt;
        return static_cast<std::size_t>(at - list_.codes.begin());
    }

    // Nothing where none or several bear the name.
    std::optional<std::size_t> find(std::string_view name) const {
        const NameMatch match = names_.find(name);
        return match.municipality == nullptr ? std::nullopt : find(match.municipality->code);
    }

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
        : file_(file), known_(known), findings_(findings), spellings_(known.list) {}

    PrintedTable read() {
        if (!require_columns()) return {};
        find_notations();
        for (std::size_t row = file_.layout.header_row + 1; row < file_.sheet.rows(); ++row)
            read_row(row);
        settle_shared_names();
        find_repetitions();
        return std::move(table_);
    }

  private:
    void add(FindingCode code, std::size_t row, std::optional<std::size_t> column,
             std::string_view raw, std::string_view about) {
        findings_.add({.code = code,
                       .file = file_.file,
                       .row = static_cast<std::uint32_t>(row) + 1,
                       .column = column ? static_cast<std::uint32_t>(*column) + 1 : 0,
                       .raw = std::string(raw),
                       .about = std::string(about)});
    }

    std::optional<std::size_t> at(ColumnMeaning column) const {
        return file_.layout.column(column);
    }

    std::string_view text(std::size_t row, ColumnMeaning column) const {
        return at(column) ? trimmed(file_.sheet.cell(row, *at(column))) : std::string_view{};
    }

    bool require_columns() {
        const bool named =
            at(ColumnMeaning::name) || at(ColumnMeaning::code) || at(ColumnMeaning::province);
        if (!at(ColumnMeaning::places)) {
            add(FindingCode::column_missing, file_.layout.header_row, std::nullopt, "",
                name_of(ColumnMeaning::places));
        }
        if (!named) {
            add(FindingCode::column_missing, file_.layout.header_row, std::nullopt, "",
                name_of(ColumnMeaning::name));
        }
        return named && at(ColumnMeaning::places);
    }

    Notation notation_of(ColumnMeaning column) const {
        if (!at(column)) return {};
        NotationEvidence evidence;
        for (std::size_t row = file_.layout.header_row + 1; row < file_.sheet.rows(); ++row)
            evidence.add(without_footnote(file_.sheet.cell(row, *at(column))));
        // A figure is a whole number: three digits behind a mark are a group of thousands.
        evidence.thousands_point += std::exchange(evidence.either_point, 0);
        evidence.thousands_comma += std::exchange(evidence.either_comma, 0);
        return evidence.notation().value_or(file_.reading.notation.value_or(Notation{}));
    }

    void find_notations() {
        places_notation_ = notation_of(ColumnMeaning::places);
        minors_notation_ = notation_of(ColumnMeaning::minors);
    }

    std::optional<Places> figure(std::size_t row, ColumnMeaning column, Notation notation) {
        const std::string_view cell = file_.sheet.cell(row, *at(column));
        const std::string_view number = without_footnote(cell);
        const auto [value, fault] = read_decimal(number, notation);
        const auto fail = [&](FindingCode code) {
            add(code, row, at(column), cell, name_of(column));
            return std::nullopt;
        };
        if (fault == NumberFault::missing) return fail(FindingCode::printed_figure_missing);
        if (fault == NumberFault::unreadable) return fail(FindingCode::number_unreadable);
        if (fault == NumberFault::too_large) return fail(FindingCode::number_out_of_range);
        const auto whole = units_at(value, 0);
        if (!whole) return fail(FindingCode::number_not_whole);
        if (*whole < 0 || *whole > most_places) return fail(FindingCode::number_out_of_range);
        if (number.size() != trimmed(cell).size())
            add(FindingCode::footnote_left_out, row, at(column), cell, name_of(column));
        return whole;
    }

    bool names_municipality(std::size_t row) const {
        return read_code(text(row, ColumnMeaning::code)).has_value() ||
               spellings_.find(without_note_number(text(row, ColumnMeaning::name))).has_value();
    }

    // A title, a second header row, a footnote: nothing in the columns of figures that has a digit,
    // and something beside it that is text.
    bool is_text_row(std::size_t row) const {
        const std::string_view places = text(row, ColumnMeaning::places);
        const bool no_figure = !has_digit(places) && !has_digit(text(row, ColumnMeaning::minors));
        const bool is_sign = read_decimal(places, {}).fault == NumberFault::missing;
        std::size_t filled = 0;
        for (std::size_t column = 0; column < file_.sheet.columns(row); ++column)
            filled += trimmed(file_.sheet.cell(row, column)).empty() ? 0 : 1;
        const bool second_header =
            no_figure && !is_sign && row <= file_.layout.header_row + 2 && !names_municipality(row);
        return (filled == 1 && no_figure) || second_header;
    }

    void read_row(std::size_t row) {
        if (file_.sheet.is_blank(row)) return;
        const std::string_view name =
            csv::without_guard(at(ColumnMeaning::name) ? text(row, ColumnMeaning::name)
                                                       : text(row, ColumnMeaning::province));
        const std::string_view code = text(row, ColumnMeaning::code);
        if (is_text_row(row)) {
            add(FindingCode::row_text_only, row, std::nullopt, name.empty() ? code : name, "");
            return;
        }
        const auto places = figure(row, ColumnMeaning::places, places_notation_);
        if (!places) return;
        PrintedRow printed;
        printed.places = *places;
        printed.row = static_cast<std::uint32_t>(row) + 1;
        printed.name = name.empty() ? code : name;
        if (at(ColumnMeaning::minors) && !text(row, ColumnMeaning::minors).empty())
            printed.minors = figure(row, ColumnMeaning::minors, minors_notation_);
        settle(printed, row, name, code);
        table_.rows.push_back(printed);
    }

    // Which municipality, province or country a row is about.
    void settle(PrintedRow& printed, std::size_t row, std::string_view name_with_note,
                std::string_view code) {
        const std::string_view name = without_note_number(name_with_note);
        const std::string level = folded(text(row, ColumnMeaning::level));
        const Stripped words = stripped(name);
        const bool country_code = code.starts_with("NL");
        if (level == "land" || level == "country" || country_code ||
            (level.empty() && is_country(folded(name)))) {
            printed.level = Level::country;
            return;
        }
        const auto province = find_province(words.name, known_.provinces);
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
        }
        if (!printed.municipality && !printed.code) {
            printed.municipality = spellings_.find(name);
            if (!printed.municipality) printed.municipality = spellings_.find(words.name);
            const std::string candidates = spellings_.candidates(name);
            if (!printed.municipality && !candidates.empty()) {
                printed.is_ambiguous = true;
                add(FindingCode::printed_ambiguous, row, at(ColumnMeaning::name), name_with_note,
                    candidates);
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
            const std::size_t column = *at(ColumnMeaning::places);
            findings_.add({.code = FindingCode::printed_twice,
                           .file = file_.file,
                           .row = row.row,
                           .column = static_cast<std::uint32_t>(column) + 1,
                           .raw = std::string(trimmed(file_.sheet.cell(row.row - 1, column))),
                           .about = std::string(row.name),
                           .other_row = first->second});
        }
    }

    const TableFile& file_;
    const Known& known_;
    Findings& findings_;
    Spellings spellings_;
    Notation places_notation_, minors_notation_;
    PrintedTable table_;
    std::vector<std::pair<std::size_t, std::size_t>> shared_;  // row, province
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
