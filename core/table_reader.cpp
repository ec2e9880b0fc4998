#include "table_reader.hpp"

namespace spreiding {
namespace {

// A figure with the mark of CBS for provisional ones behind it.
std::string_view without_mark(std::string_view cell) {
    if (cell.empty() || cell.find('*') == std::string_view::npos) return cell;
    std::string_view bare = trimmed(cell);
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

void TableReader::add(FindingCode code, std::size_t row, std::optional<std::size_t> column,
                      std::string_view raw, std::string_view about, std::uint32_t other_row) {
    findings_.add({.code = code,
                   .file = file_.file,
                   .row = row_number(row),
                   .column = column ? static_cast<std::uint32_t>(*column) + 1 : 0,
                   .raw = std::string(raw),
                   .about = std::string(about),
                   .other_row = other_row});
}

void TableReader::report(FindingCode code, const Skipped& skipped, std::string_view raw) {
    if (skipped.rows == 0) return;
    findings_.add({.code = code,
                   .file = file_.file,
                   .row = row_number(skipped.first),
                   .raw = std::string(raw),
                   .count = skipped.rows});
}

std::string_view TableReader::free_text(std::size_t row, Column column) {
    const std::string_view read = text(row, column);
    const std::string_view plain = csv::without_guard(read);
    if (plain.size() != read.size()) {
        add(FindingCode::text_unguarded, row, file_.layout.column(column), read, name_of(column));
    }
    return plain;
}

bool TableReader::is_clear(std::span<const Column> required) {
    const Layout& layout = file_.layout;
    bool clear = true;
    for (const ColumnChoice& choice : layout.not_found) {
        clear = false;
        const std::string said = choice.heading.empty()
                                     ? to_text(static_cast<std::int64_t>(choice.number))
                                     : choice.heading;
        add(FindingCode::column_not_found, layout.header_row, std::nullopt, said,
            name_of(choice.column));
    }
    for (const Column column : required) {
        if (has(column)) continue;
        // A list of names stands in for codes.
        if (column == Column::code && has(Column::name) && file_.names != nullptr) continue;
        clear = false;
        add(FindingCode::column_missing, layout.header_row, std::nullopt, "", name_of(column));
    }
    for (const Layout::Doubled& doubled : layout.doubled) {
        const bool other_measure =
            doubled.column != measure_ &&
            (doubled.column == Column::inhabitants || doubled.column == Column::score);
        if (other_measure) continue;
        clear = false;
        add(FindingCode::column_twice, layout.header_row, doubled.at, layout.headings[doubled.at],
            name_of(doubled.column));
    }
    if (layout.is_period_unknown) {
        clear = false;
        add(FindingCode::period_unknown, layout.header_row, layout.column(Column::period),
            file_.reading.period.value_or(""), listed(layout.periods));
    } else if (layout.is_period_open()) {
        clear = false;
        add(FindingCode::period_open, layout.header_row, layout.column(Column::period),
            layout.periods[*layout.proposed].key, listed(layout.periods));
    }
    return clear;
}

std::optional<Notation> TableReader::notation(Column column, bool may_be_thousands) {
    const auto at = file_.layout.column(column);
    if (!at) return Notation{};
    NotationEvidence evidence;
    std::optional<std::size_t> first_either;
    for (std::size_t row = file_.layout.first_row(); row < file_.sheet.rows(); ++row) {
        if (!is_chosen(row)) continue;
        const std::size_t before = evidence.either_point + evidence.either_comma;
        evidence.add(without_mark(file_.sheet.cell(row, *at)));
        if (!first_either && evidence.either_point + evidence.either_comma > before) {
            first_either = row;
        }
    }
    if (!may_be_thousands) evidence.take_either_as_decimal();
    if (const auto notation = evidence.notation()) return notation;
    if (file_.reading.notation) return file_.reading.notation;
    const std::size_t row = first_either.value_or(file_.layout.header_row);
    add(FindingCode::column_ambiguous, row, at, file_.sheet.cell(row, *at), name_of(column));
    return std::nullopt;
}

std::optional<Decimal> TableReader::number(std::size_t row, Column column, Notation notation) {
    const auto at = file_.layout.column(column);
    const std::string_view cell = file_.sheet.cell(row, *at);
    const std::string_view bare = without_mark(cell);
    if (bare.size() != cell.size() && trimmed(cell).ends_with('*')) provisional_.add(row);
    const auto [value, fault] = read_decimal(bare, notation);
    switch (fault) {
        case NumberFault::none:
            return value;
        case NumberFault::missing:
            add(FindingCode::number_missing, row, at, cell, name_of(column));
            break;
        case NumberFault::other_marks:
            add(FindingCode::number_other_marks, row, at, cell, name_of(column));
            break;
        case NumberFault::unreadable:
            add(FindingCode::number_unreadable, row, at, cell, name_of(column));
            break;
        case NumberFault::too_large:
            add(FindingCode::number_out_of_range, row, at, cell, name_of(column));
            break;
    }
    return std::nullopt;
}

std::optional<std::int64_t> TableReader::whole_number(std::size_t row, Column column,
                                                      Notation notation, std::int64_t least,
                                                      std::int64_t most) {
    const auto value = number(row, column, notation);
    if (!value) return std::nullopt;
    const auto at = file_.layout.column(column);
    const auto whole = units_at(*value, 0);
    if (!whole) {
        add(FindingCode::number_not_whole, row, at, file_.sheet.cell(row, *at), name_of(column));
    } else if (*whole < least || *whole > most) {
        add(FindingCode::number_out_of_range, row, at, file_.sheet.cell(row, *at), name_of(column));
    } else {
        return whole;
    }
    return std::nullopt;
}

bool TableReader::is_chosen(std::size_t row) const {
    for (const RowFilter& filter : file_.layout.filters) {
        if (filter.only_for && *filter.only_for != measure_) continue;
        if (trimmed(file_.sheet.cell(row, filter.column)) != filter.value) return false;
    }
    return true;
}

bool TableReader::is_other(std::size_t row) const {
    if (const auto at = file_.layout.column(Column::level)) {
        const std::string level = folded(file_.sheet.cell(row, *at));
        if (!level.empty() && level != "gemeente" && level != "municipality") return true;
    }
    if (has(Column::code)) return is_other_region(text(row, Column::code));
    const std::string_view name = text(row, Column::name);
    return is_name_of_other_region(name) || is_other_region(name);
}

// CBS lists municipalities of all years; those of other years have no figure.
bool TableReader::is_former_without_figure(std::size_t row) const {
    if (file_.names == nullptr) return false;
    const auto at = file_.layout.column(measure_);
    if (!at) return false;
    const std::string_view cell = trimmed(file_.sheet.cell(row, *at));
    if (cell.size() > 1 || read_decimal(cell, {}).fault != NumberFault::missing) return false;
    if (!has(Column::code)) {
        const NameMatch match = file_.names->find(text(row, Column::name));
        return match.municipality == nullptr && !match.is_ambiguous;
    }
    const auto code = read_code(file_.sheet.cell(row, *file_.layout.column(Column::code)));
    return code && file_.names->find(*code) == nullptr;
}

std::optional<MunicipalityCode> TableReader::code_of_name(std::size_t row) {
    const auto at = file_.layout.column(Column::name);
    const std::string_view cell = file_.sheet.cell(row, *at);
    const std::string_view name = csv::without_guard(trimmed(cell));
    const NameMatch match = file_.names->find(name);
    if (match.municipality != nullptr) {
        ++named_;
        return match.municipality->code;
    }
    if (name.empty()) {
        add(FindingCode::code_missing, row, at, cell, "");
    } else if (match.is_ambiguous) {
        add(FindingCode::name_ambiguous, row, at, cell, file_.names->candidates(name));
    } else {
        add(FindingCode::name_unknown, row, at, cell, "");
    }
    return std::nullopt;
}

std::optional<MunicipalityCode> TableReader::municipality_code(std::size_t row) {
    const auto at = file_.layout.column(Column::code);
    if (!at) return code_of_name(row);
    const std::string_view cell = file_.sheet.cell(row, *at);
    if (trimmed(cell).empty()) {
        add(FindingCode::code_missing, row, at, cell, text(row, Column::name));
        return std::nullopt;
    }
    const auto code = read_code(cell);
    if (!code) {
        add(FindingCode::code_unreadable, row, at, cell, text(row, Column::name));
    } else if (code->digits() > 4) {
        add(FindingCode::code_long, row, at, cell, code->text());
    }
    return code;
}

// One cell with text and nothing else, in a table of several columns: a title or a source line.
bool TableReader::is_text_only(std::size_t row) const {
    std::size_t filled = 0;
    for (std::size_t column = 0; column < file_.sheet.columns(row); ++column) {
        if (!trimmed(file_.sheet.cell(row, column)).empty() && ++filled > 1) return false;
    }
    return filled == 1 && !read_code(first_text(row));
}

std::string_view TableReader::first_text(std::size_t row) const {
    for (std::size_t column = 0; column < file_.sheet.columns(row); ++column) {
        const std::string_view text = trimmed(file_.sheet.cell(row, column));
        if (!text.empty()) return text;
    }
    return {};
}

void TableReader::say_what_was_read() {
    if (named_ > 0) {
        findings_.add({.code = FindingCode::codes_from_names,
                       .file = file_.file,
                       .row = row_number(file_.layout.header_row),
                       .count = named_});
    }
    report(FindingCode::figures_provisional, provisional_, text(provisional_.first, measure_));
    const Layout& layout = file_.layout;
    if (layout.chosen && layout.periods[*layout.chosen].is_provisional) {
        add(FindingCode::figures_provisional, layout.header_row, layout.column(Column::period),
            layout.periods[*layout.chosen].text, "period");
    }
}

}  // namespace spreiding
