// Walks over rows of municipalities and cells of figures, and settles code, name and notation.
#include "tables/table_reader.hpp"

#include <algorithm>
#include <array>

#include "tables/units.hpp"

namespace spreiding {
namespace {

// A figure with the mark of CBS for provisional ones behind it.
std::string_view without_mark(std::string_view cell) {
    if (!cell.empty() && is_digit(cell.back())) return cell;
    std::string_view bare = trimmed(cell);
    if (!bare.ends_with('*')) return cell;
    while (bare.ends_with('*'))
        bare = trimmed(bare.substr(0, bare.size() - 1));
    return bare;
}

std::string listed(const std::vector<Period>& periods) {
    constexpr std::size_t most = 12;
    std::string list;
    const std::size_t first = periods.size() > most ? periods.size() - most : 0;
    if (first > 0) list = "…";
    for (std::size_t at = first; at < periods.size(); ++at) {
        if (!list.empty()) list += ", ";
        list += periods[at].key;
    }
    return list;
}

}  // namespace

std::string_view without_footnote(std::string_view cell) {
    constexpr auto marks = std::to_array<std::string_view>(
        {"*", "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "†", "‡"});
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

std::string_view without_limit(std::string_view cell) {
    const std::string_view text = trimmed(cell);
    for (const std::string_view word : {"tot", "max.", "max", "up to", "≤"}) {
        const std::string_view start = text.substr(0, word.size());
        const bool is_word = start == word || (word != "≤" && folded(start) == folded(word));
        if (!is_word || text.size() == word.size()) continue;
        const std::string_view rest = trimmed(text.substr(word.size()));
        if (!rest.empty() && (is_digit(rest.front()) || rest.front() == '-')) return rest;
    }
    return cell;
}

void TableReader::add(FindingCode code, std::size_t row, std::optional<std::size_t> column,
                      std::string_view raw, std::string_view about, std::uint32_t other_row) {
    const std::uint32_t in = column ? static_cast<std::uint32_t>(*column) + 1 : 0;
    if (findings_.counts_as(code, file_.file, in)) return;
    findings_.add({.code = code,
                   .file = file_.file,
                   .row = row_number(row),
                   .column = in,
                   .raw = std::string(raw),
                   .about = std::string(about),
                   .other_row = other_row});
}

void TableReader::add(FindingCode code, std::size_t row, std::optional<std::size_t> column,
                      std::string_view raw, MunicipalityCode about) {
    const std::uint32_t in = column ? static_cast<std::uint32_t>(*column) + 1 : 0;
    if (!findings_.counts_as(code, file_.file, in)) add(code, row, column, raw, about.text());
}

void TableReader::report(FindingCode code, const Skipped& skipped, std::string_view raw) {
    if (skipped.rows == 0) return;
    findings_.add({.code = code,
                   .file = file_.file,
                   .row = row_number(skipped.first),
                   .raw = std::string(raw),
                   .count = skipped.rows});
}

std::string_view TableReader::without_guard(std::string_view text, std::size_t row,
                                            ColumnMeaning column) {
    const std::string_view plain = csv::without_guard(text);
    if (plain.size() != text.size()) {
        add(FindingCode::text_unguarded, row, file_.layout.column(column), text, name_of(column));
    }
    return plain;
}

void TableReader::add_text(std::size_t row, std::string_view text, ColumnMeaning measure,
                           FindingCode code) {
    if (says_other_unit(text))
        add(FindingCode::figures_of_other_unit, row, std::nullopt, text, name_of(measure));
    else
        add(code, row, std::nullopt, text, "");
}

// No title above a column makes its figures other ones: `x 1.000`.
bool TableReader::has_own_unit(ColumnMeaning measure) {
    const Layout& layout = file_.layout;
    const auto at = layout.column(measure);
    const std::size_t end = layout.is_headless ? layout.first_row() : layout.header_row;
    for (std::size_t row = 0; at && row < std::min(end, file_.sheet.rows()); ++row) {
        // Of a title over several columns the text stands in the first.
        const csv::Sheet::Row cells = file_.sheet.row(row);
        std::size_t column = std::min(*at + 1, cells.size());
        while (column > 0 && trimmed(cells[column - 1]).empty())
            --column;
        if (column == 0 || !says_other_unit(cells[column - 1])) continue;
        add(FindingCode::figures_of_other_unit, row, column - 1, trimmed(cells[column - 1]),
            name_of(measure));
        return false;
    }
    return true;
}

// A missing column whose heading has a unit that makes it another figure.
bool TableReader::is_of_other_unit(ColumnMeaning missing) {
    const Layout& layout = file_.layout;
    for (std::size_t at = 0; at < layout.headings.size(); ++at) {
        if (column_of_other_unit(layout.headings[at]) != missing) continue;
        add(FindingCode::figures_of_other_unit, layout.header_row, at, layout.headings[at],
            name_of(missing));
        return true;
    }
    return false;
}

bool TableReader::is_clear(std::span<const ColumnMeaning> required, ColumnMeaning measure) {
    const Layout& layout = file_.layout;
    bool clear = has_own_unit(measure);
    for (const ColumnChoice& choice : layout.not_found) {
        clear = false;
        const std::string said = choice.heading.empty()
                                     ? to_text(static_cast<std::int64_t>(choice.number))
                                     : choice.heading;
        add(FindingCode::column_not_found, layout.header_row, std::nullopt, said,
            name_of(choice.column));
    }
    for (const ColumnMeaning column : required) {
        if (has(column)) continue;
        // A list of names stands in for codes.
        if (column == ColumnMeaning::code && has(ColumnMeaning::name) && file_.names != nullptr)
            continue;
        clear = false;
        if (is_of_other_unit(column)) continue;
        // A long form has no column for a measure, but rows, and codes that say which.
        const bool is_code = column == measure && layout.form == Form::observations;
        add(is_code ? FindingCode::measure_unknown : FindingCode::column_missing, layout.header_row,
            std::nullopt, "", name_of(column));
    }
    for (const Layout::Doubled& doubled : layout.doubled) {
        const ColumnMeaning meaning = doubled.column;
        const bool other_measure = meaning != measure && (meaning == ColumnMeaning::inhabitants ||
                                                          meaning == ColumnMeaning::score);
        if (other_measure) continue;
        clear = false;
        if (layout.form == Form::observations) {
            add(FindingCode::column_twice, layout.header_row, doubled.at,
                layout.headings[doubled.at], name_of(meaning));
            continue;
        }
        std::uint32_t columns = 1;
        bool is_first = true;
        for (const Layout::Doubled& other : layout.doubled) {
            if (other.column != meaning) continue;
            ++columns;
            is_first = is_first && other.at >= doubled.at;
        }
        if (is_first) propose(*layout.column(meaning), meaning, columns);
        propose(doubled.at, meaning, columns);
    }
    if (layout.is_period_unknown) {
        clear = false;
        add(FindingCode::period_unknown, layout.header_row, layout.column(ColumnMeaning::period),
            file_.reading.period.value_or(""), listed(layout.periods));
    } else if (layout.is_period_open()) {
        clear = false;
        add(FindingCode::period_open, layout.header_row, layout.column(ColumnMeaning::period),
            layout.periods[*layout.proposed].key, listed(layout.periods));
    }
    return clear;
}

void TableReader::propose(std::size_t column, ColumnMeaning meaning, std::uint32_t of) {
    const Layout& layout = file_.layout;
    findings_.add({.code = FindingCode::column_proposed,
                   .file = file_.file,
                   .row = row_number(layout.header_row),
                   .column = static_cast<std::uint32_t>(column) + 1,
                   .raw = layout.headings[column],
                   .about = std::string(name_of(meaning)),
                   .count = of});
}

std::optional<Notation> FigureColumn::decided_by(NotationEvidence evidence) const {
    const std::optional<Notation>& said = reader_.file().reading.notation;
    const std::size_t decimals = !said                       ? 0
                                 : said->decimal_mark == '.' ? evidence.either_point
                                                             : evidence.either_comma;
    if (measure_ == ColumnMeaning::score) {
        // A score is at most ten, so that none is grouped in thousands: `1.234` is decided.
        evidence.take_either_as_decimal();
    } else if ((form_ == FigureForm::printed || is_whole_) && decimals == 0) {
        evidence.take_either_as_thousands();
    }
    const auto shown = evidence.notation();
    // Said to be decimals, they are not read as thousands because other cells have those.
    const bool contradicts = shown && decimals > 0 && shown->thousands_mark == said->decimal_mark;
    if (shown && !contradicts) return shown;
    return said || form_ != FigureForm::printed ? said : std::optional(Notation{});
}

FigureColumn::Marks FigureColumn::marks(std::size_t most) const {
    Marks found;
    auto& [evidence, first_either] = found;
    if (!at_) return found;
    const TableFile& file = reader_.file();
    const bool is_filtered = !file.layout.filters.empty();
    const std::size_t first = file.layout.first_row();
    const std::size_t end = std::min(sheet_.rows(), first + std::min(sheet_.rows(), most));
    for (std::size_t row = first; row < end; ++row) {
        const csv::Sheet::Row cells = sheet_.row(row);
        if (is_filtered && !is_chosen(cells)) continue;
        evidence.add(without_marks(csv::without_guard(cells[*at_])));
        if (!first_either && evidence.either_point + evidence.either_comma > 0) first_either = row;
    }
    return found;
}

bool FigureColumn::find_notation(NotationFrom rows) {
    if (!at_) return true;
    is_assumed_ = rows == NotationFrom::first_rows;
    if (is_assumed_) {
        constexpr std::size_t sampled_rows = 1'000;
        notation_ = decided_by(marks(sampled_rows).evidence).value_or(Notation{});
        return true;
    }
    const auto [evidence, first_either] = marks();
    const auto decided = decided_by(evidence);
    if (!decided) {
        const std::size_t row = first_either.value_or(reader_.file().layout.header_row);
        add(FindingCode::column_ambiguous, row, called_);
        return false;
    }
    notation_ = *decided;
    return true;
}

std::string_view FigureColumn::without_marks(std::string_view cell) const {
    if (form_ == FigureForm::limit) return without_limit(cell);
    return form_ == FigureForm::printed ? without_footnote(cell) : without_mark(cell);
}

void FigureColumn::look_at_other() {
    evidence_.add_any(without_marks(cell_));
}

std::optional<Decimal> FigureColumn::any_number(std::string_view about) {
    const std::string_view bare = without_marks(cell_);
    const bool is_printed = form_ == FigureForm::printed;
    const bool is_marked = bare.size() != (is_printed ? trimmed(cell_) : cell_).size();
    if (is_marked && form_ == FigureForm::kept) provisional_.add(row_);
    const ReadDecimal reading = read_decimal(bare, notation_);
    switch (reading.fault()) {
        case NumberFault::none:
            if (is_marked && is_printed) add(FindingCode::footnote_left_out);
            break;
        case NumberFault::missing:
            add(is_printed ? FindingCode::printed_figure_missing : FindingCode::number_missing);
            break;
        case NumberFault::other_marks:
            add(FindingCode::number_other_marks);
            break;
        case NumberFault::unreadable:
            add(FindingCode::number_unreadable);
            break;
        case NumberFault::too_large:
            reader_.add(FindingCode::number_out_of_range, row_, at_, cell_, about);
            break;
    }
    return reading.number();
}

std::optional<std::int64_t> FigureColumn::any_whole_number(std::int64_t least, std::int64_t most) {
    // The bounds of the columns that have a meaning are known; those of another are said.
    const std::string about =
        named<ColumnMeaning>(called_) ? std::string(called_) : with_bounds(called_, least, most);
    const auto value = plain_.reads_in(notation_) ? plain_.value() : any_number(about);
    if (!value) return std::nullopt;
    const auto whole = units_at(*value, 0);
    if (!whole) {
        add(FindingCode::number_not_whole);
    } else if (*whole < least || *whole > most) {
        reader_.add(FindingCode::number_out_of_range, row_, at_, cell_, about);
    } else {
        return whole;
    }
    return std::nullopt;
}

bool FigureColumn::is_missing() const {
    if (!at_) return false;
    const std::string_view text = trimmed(cell_);
    return text.size() <= 3 && read_decimal(text, {}).fault() == NumberFault::missing;
}

void FigureColumn::say_what_was_read() {
    const ColumnMeaning region =
        reader_.has(ColumnMeaning::code) ? ColumnMeaning::code : ColumnMeaning::name;
    reader_.report(FindingCode::rows_without_figure, without_figure_,
                   reader_.text(without_figure_.first, region));
    reader_.report(FindingCode::figures_provisional, provisional_,
                   reader_.text(provisional_.first, measure_));
}

MunicipalityRows::Filled MunicipalityRows::any_filled(const csv::Sheet::Row& cells) {
    bool one = false;
    for (std::size_t column = 0; column < cells.size(); ++column) {
        if (trimmed(cells[column]).empty()) continue;
        if (one) return Filled::several;
        one = true;
    }
    return one ? Filled::one : Filled::nothing;
}

// One cell with text and nothing else, in a table of several columns: a title or a source line.
bool MunicipalityRows::is_text_only(const csv::Sheet::Row& cells) {
    return !read_code(first_text(cells));
}

std::string_view MunicipalityRows::first_text(const csv::Sheet::Row& cells) {
    for (std::size_t column = 0; column < cells.size(); ++column) {
        const std::string_view text = trimmed(cells[column]);
        if (!text.empty()) return text;
    }
    return {};
}

bool MunicipalityRows::is_other_level(std::string_view level) {
    // Most rows have the level of the row before.
    if (level == last_level_) return is_last_level_other_;
    const std::string spelling = folded(level);
    last_level_ = level;
    is_last_level_other_ =
        !spelling.empty() && spelling != "gemeente" && spelling != "municipality";
    return is_last_level_other_;
}

bool MunicipalityRows::is_left_out() {
    const bool missing = std::all_of(figures_.begin(), figures_.end(),
                                     [](FigureColumn* figure) { return figure->is_missing(); });
    if (!missing) return false;
    for (FigureColumn* figure : figures_)
        figure->leaves_out(nullptr);
    return true;
}

bool MunicipalityRows::find_by_name(MunicipalityRow& found) {
    const auto at = file_.layout.column(ColumnMeaning::name);
    const std::string_view cell = found.cells[*at];
    const std::string_view name = csv::without_guard(trimmed(cell));
    if (is_written_code(name)) return find_by_code(name, read_code(name), found);
    if (const auto both = code_and_name(name); both && is_written_code(both->code)) {
        const bool is_found = find_by_code(both->code, read_code(both->code), found);
        found.name = both->name;
        return is_found;
    }
    const NameMatch match = file_.names->find(name);
    if (match.municipality != nullptr) {
        ++named_;
        found.code = match.municipality->code;
        found.known = match.municipality;
        found.name = reader_.free_text(found.row, found.cells, ColumnMeaning::name);
        return true;
    }
    if (is_left_out()) return false;
    const NameMatch former =
        match.is_ambiguous || file_.former == nullptr ? NameMatch{} : file_.former->find(name);
    if (former.municipality != nullptr) {
        ++named_;
        found.code = former.municipality->code;
        found.name = reader_.free_text(found.row, found.cells, ColumnMeaning::name);
        return true;
    }
    if (name.empty()) {
        reader_.add(FindingCode::code_missing, found.row, at, cell, "");
    } else if (match.is_ambiguous) {
        reader_.add(FindingCode::name_ambiguous, found.row, at, cell,
                    file_.names->candidates(name));
    } else {
        reader_.add(FindingCode::name_unknown, found.row, at, cell, file_.names->proposals(name));
    }
    return false;
}

bool MunicipalityRows::find_by_code(std::string_view cell,
                                    const std::optional<MunicipalityCode>& code,
                                    MunicipalityRow& found) {
    const auto at = file_.layout.column(ColumnMeaning::code);
    if (!code) {
        const bool missing = trimmed(cell).empty();
        reader_.add(missing ? FindingCode::code_missing : FindingCode::code_unreadable, found.row,
                    at, cell, reader_.text(found.cells, ColumnMeaning::name));
        return false;
    }
    if (code->digits() > 4) reader_.add(FindingCode::code_long, found.row, at, cell, *code);
    found.code = *code;
    if (file_.names != nullptr) found.known = file_.names->find(*code);
    if (reader_.has(ColumnMeaning::name)) {
        found.name = reader_.free_text(found.row, found.cells, ColumnMeaning::name);
    } else if (found.known != nullptr) {
        found.name = found.known->name;
    }
    return true;
}

void MunicipalityRows::say_what_was_read() {
    const Layout& layout = file_.layout;
    const ColumnMeaning region =
        reader_.has(ColumnMeaning::code) ? ColumnMeaning::code : ColumnMeaning::name;
    reader_.report(FindingCode::rows_other_regions, other_regions_,
                   reader_.text(other_regions_.first, region));
    reader_.report(FindingCode::rows_not_chosen, not_chosen_,
                   first_text(file_.sheet.row(not_chosen_.first)));
    reader_.report(FindingCode::codes_from_names, {named_, layout.header_row}, "");
    for (FigureColumn* figure : figures_)
        figure->say_what_was_read();
    if (layout.chosen && layout.periods[*layout.chosen].is_provisional) {
        reader_.add(FindingCode::figures_provisional, layout.header_row,
                    layout.column(ColumnMeaning::period), layout.periods[*layout.chosen].text,
                    "period");
    }
}

}  // namespace spreiding
