// Finds the header, gives columns their meanings, and settles periods, totals and measures.
#include "tables/layout.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "tables/code_list.hpp"
#include "tables/municipality_code.hpp"
#include "tables/units.hpp"
#include "values/order.hpp"
#include "values/text.hpp"

namespace spreiding {
namespace {

constexpr std::size_t searched_rows = 50;
constexpr std::size_t most_header_rows = 4;

/// CBS's identifier of "Bevolking op 1 januari" in table 03759ned.
constexpr std::string_view population_measure = "M000352";

using Meanings = std::vector<std::optional<ColumnMeaning>>;

std::size_t index_of(ColumnMeaning column) {
    return static_cast<std::size_t>(column);
}

bool is_measure(ColumnMeaning column) {
    return column == ColumnMeaning::inhabitants || column == ColumnMeaning::score;
}

TableKind kind_of(const Layout& layout) {
    const bool has_region = layout.has(ColumnMeaning::code) || layout.has(ColumnMeaning::name);
    if (layout.has(ColumnMeaning::places) && has_region) return TableKind::published;
    if (!has_region) return TableKind::unknown;
    if (layout.has(ColumnMeaning::inhabitants) && layout.has(ColumnMeaning::score)) {
        return TableKind::population_and_scores;
    }
    if (layout.has(ColumnMeaning::inhabitants)) return TableKind::population;
    if (layout.has(ColumnMeaning::score)) return TableKind::scores;
    return TableKind::unknown;
}

std::size_t filled_cells(const csv::Sheet& sheet, std::size_t row) {
    std::size_t filled = 0;
    for (std::size_t at = 0; at < sheet.columns(row); ++at) {
        if (!trimmed(sheet.cell(row, at)).empty()) ++filled;
    }
    return filled;
}

// The rows of a header read as one: its headings, what they mean, and the period over each.
struct Header {
    std::size_t first = 0;
    std::size_t last = 0;
    bool is_headless = false;
    std::vector<std::string> texts{};
    Meanings meanings{};
    std::vector<std::optional<Period>> periods{};

    bool has(ColumnMeaning column) const {
        return std::find(meanings.begin(), meanings.end(), column) != meanings.end();
    }
    bool makes_a_table() const {
        const bool region = has(ColumnMeaning::code) || has(ColumnMeaning::name);
        return region && (has(ColumnMeaning::inhabitants) || has(ColumnMeaning::score) ||
                          has(ColumnMeaning::places));
    }
    std::size_t known() const {
        return static_cast<std::size_t>(std::count_if(meanings.begin(), meanings.end(),
                                                      [](const auto& meaning) { return meaning; }));
    }
};

bool is_total(std::string_view text) {
    const std::string spelling = folded(text);
    return spelling == "totaal" || spelling == "total";
}

bool is_figure(ColumnMeaning column) {
    return is_measure(column) || column == ColumnMeaning::places || column == ColumnMeaning::minors;
}

// What the heading above a cell announces, where that is a figure; of a merged cell the text stands
// in its first column.
std::optional<ColumnMeaning> meaning_above(const csv::Sheet& sheet, std::size_t first,
                                           std::size_t row, std::size_t at,
                                           bool (*is_meant)(ColumnMeaning)) {
    while (row-- > first) {
        for (std::size_t column = at + 1; column-- > 0;) {
            const std::string_view text = trimmed(sheet.cell(row, column));
            if (text.empty()) continue;
            const auto meaning = column_of_heading(text);
            if (meaning && is_meant(*meaning)) return meaning;
            break;
        }
    }
    return std::nullopt;
}

// Of a column of labels the lowest heading is its own; those above it name what lies beside it.
Header read_header(const csv::Sheet& sheet, std::size_t first, std::size_t last) {
    Header header{.first = first, .last = last};
    std::size_t columns = 0;
    for (std::size_t row = first; row <= last; ++row)
        columns = std::max(columns, sheet.columns(row));
    header.texts.resize(columns);
    header.meanings.resize(columns);
    header.periods.resize(columns);
    for (std::size_t at = 0; at < columns; ++at) {
        std::string& text = header.texts[at];
        for (std::size_t row = last + 1; row-- > first;) {
            const std::string_view part =
                first == last ? sheet.cell(row, at) : trimmed(sheet.cell(row, at));
            if (part.empty()) continue;
            if (!text.empty()) text.insert(0, " / ");
            text.insert(0, part);
            if (!header.meanings[at]) header.meanings[at] = column_of_heading(part);
            if (is_total(part) && row > first) {
                // Under a merged cell: of what it is the total stands above it, or to the left.
                if (const auto of = meaning_above(sheet, first, row, at, is_measure))
                    header.meanings[at] = of;
            }
            const auto period = period_in_heading(part);
            // Years side by side under one heading are as many columns of it.
            if (period && row > first && !header.meanings[at])
                header.meanings[at] = meaning_above(sheet, first, row, at, is_figure);
            if (!header.periods[at]) header.periods[at] = period;
        }
        // A unit below the heading may stand in a row of its own.
        if (header.meanings[at] && is_figure(*header.meanings[at]) && counts_otherwise(text))
            header.meanings[at].reset();
        if (header.meanings[at] && !is_measure(*header.meanings[at])) header.periods[at].reset();
    }
    return header;
}

bool is_unit(std::string_view text) {
    constexpr std::array<std::string_view, 4> units = {"aantal", "getal", "number", "score"};
    return std::find(units.begin(), units.end(), folded(text)) != units.end();
}

// A row without a region, and with a heading under that of a figure: what stands beside that one is
// no number, whatever digits are in it: `totaal`, `65+`, `0-17`.
bool heads_figures(const csv::Sheet& sheet, const Header& header, std::size_t row) {
    bool is_heading = false;
    for (std::size_t at = 0; at < sheet.columns(row); ++at) {
        const std::string_view text = trimmed(sheet.cell(row, at));
        if (text.empty()) continue;
        const auto above = at < header.meanings.size() ? header.meanings[at] : std::nullopt;
        if (above == ColumnMeaning::code || above == ColumnMeaning::name) return false;
        if (text.find_first_not_of("0123456789.,") == std::string_view::npos) return false;
        const auto own = column_of_heading(text);
        is_heading = is_heading || (above && is_figure(*above) && own && is_figure(*own));
    }
    return is_heading;
}

// Rows below a heading that still belong to it hold nothing but headings, units and periods; beside
// two headings that are known, as under a merged cell, also words that are not.
bool belongs_to_header(const csv::Sheet& sheet, const Header& header, std::size_t row) {
    if (heads_figures(sheet, header, row)) return true;
    std::size_t headings = 0;
    bool all_known = true;
    for (std::size_t at = 0; at < sheet.columns(row); ++at) {
        const std::string_view text = trimmed(sheet.cell(row, at));
        if (column_of_heading(text)) {
            ++headings;
        } else if (!text.empty() && !is_unit(text) && !period_in_heading(text)) {
            if (text.find_first_of("0123456789") != std::string_view::npos) return false;
            all_known = false;
        }
    }
    return all_known || headings >= 2;
}

std::size_t last_header_row(const csv::Sheet& sheet, const Header& header) {
    std::size_t last = header.first;
    while (last + 1 < sheet.rows() && last + 1 - header.first < most_header_rows &&
           filled_cells(sheet, last + 1) > 0 && belongs_to_header(sheet, header, last + 1))
        ++last;
    return last;
}

// The headings of OData's long form. There a person names a measure, which stands in the rows.
bool is_header_of_observations(const csv::Sheet& sheet, std::size_t row) {
    bool measure = false;
    bool value = false;
    for (std::size_t at = 0; at < sheet.columns(row); ++at) {
        const std::string spelling = folded(sheet.cell(row, at));
        measure = measure || spelling == "measure";
        value = value || spelling == "value";
    }
    return measure && value;
}

// Whether a row is one of a table without headings: a number stands in it, and a word.
bool holds_figures(const csv::Sheet& sheet, std::size_t row) {
    bool number = false;
    bool word = false;
    for (std::size_t at = 0; at < sheet.columns(row); ++at) {
        const std::string_view text = trimmed(sheet.cell(row, at));
        if (text.empty()) continue;
        NotationEvidence evidence;
        evidence.add(text);
        const bool is_number = evidence.no_number + evidence.missing == 0;
        if (is_number && !period_in_heading(text)) number = true;
        if (!is_number && text.find_first_of("0123456789") == std::string_view::npos) word = true;
    }
    return number && word;
}

// Columns without headings: above the first row of figures nothing stands, or a title.
std::optional<Header> no_header(const csv::Sheet& sheet) {
    std::size_t row = 0;
    for (; row < std::min(sheet.rows(), searched_rows) && filled_cells(sheet, row) < 2; ++row) {
        const Header above = read_header(sheet, row, row);
        if (above.has(ColumnMeaning::code) || above.has(ColumnMeaning::name)) return std::nullopt;
    }
    if (row == sheet.rows() || !holds_figures(sheet, row)) return std::nullopt;
    Header header{.first = row == 0 ? 0 : row - 1, .last = row - 1, .is_headless = true};
    header.texts.resize(sheet.columns(row));
    header.meanings.resize(sheet.columns(row));
    header.periods.resize(sheet.columns(row));
    return header;
}

std::optional<Header> find_mapped_header(const csv::Sheet& sheet, const TableOptions& reading) {
    for (std::size_t row = 0; row < std::min(sheet.rows(), searched_rows); ++row) {
        if (is_header_of_observations(sheet, row)) return std::nullopt;
        const auto stands_here = [&](const ColumnChoice& choice) {
            if (choice.heading.empty()) return true;
            for (std::size_t at = 0; at < sheet.columns(row); ++at) {
                if (trimmed(sheet.cell(row, at)) == trimmed(choice.heading)) return true;
            }
            return false;
        };
        const bool any = std::any_of(reading.columns.begin(), reading.columns.end(),
                                     [](const auto& choice) { return !choice.heading.empty(); });
        if (any && std::all_of(reading.columns.begin(), reading.columns.end(), stands_here)) {
            return read_header(sheet, row, row);
        }
    }
    return std::nullopt;
}

Header find_header(const csv::Sheet& sheet, const TableOptions& reading) {
    if (auto header = find_mapped_header(sheet, reading)) return *header;
    const std::size_t rows = std::min(sheet.rows(), searched_rows);
    Header best;
    std::size_t most_known = 1;  // one heading alone may be any word in a title
    for (std::size_t row = 0; row < rows; ++row) {
        Header header = read_header(sheet, row, row);
        if (header.makes_a_table()) {
            const std::size_t last = last_header_row(sheet, header);
            return last == row ? header : read_header(sheet, row, last);
        }
        if (header.known() <= most_known) continue;
        most_known = header.known();
        best = std::move(header);
    }
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t height = 2; height <= most_header_rows && row + height <= rows; ++height) {
            if (filled_cells(sheet, row + height - 1) < 2 || filled_cells(sheet, row) < 2) break;
            Header header = read_header(sheet, row, row + height - 1);
            if (header.makes_a_table()) return header;
        }
    }
    if (!best.texts.empty() || sheet.rows() == 0) return best;
    for (std::size_t row = 0; row < rows; ++row) {
        Header header = read_header(sheet, row, row);
        const bool region = header.has(ColumnMeaning::code) || header.has(ColumnMeaning::name);
        if (region && filled_cells(sheet, row) > 1) return header;
    }
    return no_header(sheet).value_or(read_header(sheet, 0, 0));
}

// Distinct texts of a column below the header, in order of appearance; at most `most`.
std::vector<std::string_view> distinct_texts(const csv::Sheet& sheet, std::size_t first_row,
                                             std::size_t at, std::size_t most) {
    std::vector<std::string_view> found;
    std::string_view last;
    for (std::size_t row = first_row; row < sheet.rows() && found.size() < most; ++row) {
        const std::string_view raw = sheet.cell(row, at);
        if (are_same(raw, last)) continue;
        last = raw;
        const std::string_view text = trimmed(raw);
        if (text.empty() || sheet.columns(row) <= 1) continue;
        if (std::find(found.begin(), found.end(), text) == found.end()) found.push_back(text);
    }
    return found;
}

class Recognition {
  public:
    Recognition(const csv::Sheet& sheet, const TableOptions& reading)
        : sheet_(sheet), reading_(reading), header_(find_header(sheet, reading)) {}

    Layout take() && {
        layout_.header_row = header_.first;
        layout_.last_header_row = header_.last;
        layout_.is_headless = header_.is_headless;
        layout_.headings = header_.texts;
        layout_.whys.resize(header_.texts.size());
        find_observations();
        map_columns();
        place_columns();
        tell_codes_from_names();
        find_periods();
        layout_.kind = kind_of(layout_);
        if (layout_.kind == TableKind::unknown && is_code_list(sheet_)) {
            layout_.kind = TableKind::code_list;
        }
        if (layout_.kind == TableKind::published) {
            // What was printed has a date of its own per row; no row is left out for it.
            layout_.periods.clear();
            layout_.proposed.reset();
            layout_.chosen.reset();
            layout_.is_period_unknown = false;
        } else {
            choose_period();
            keep_totals();
        }
        return std::move(layout_);
    }

  private:
    // The long form: which measures there are, and which of them is known.
    void find_observations() {
        std::optional<std::size_t> measure;
        for (std::size_t at = 0; at < header_.texts.size(); ++at) {
            const std::string spelling = folded(header_.texts[at]);
            if (spelling == "measure") measure = at;
            if (spelling == "value") value_ = at;
        }
        if (!measure || !value_) return;
        layout_.form = Form::observations;
        measure_ = measure;
        // The parts of a measure's own rows never have a meaning by heading.
        for (const std::string_view identifier :
             distinct_texts(sheet_, layout_.first_row(), *measure, 500)) {
            const auto meaning = meaning_of_measure(identifier);
            if (meaning && is_measure(*meaning)) measures_.push_back({identifier, *meaning});
        }
        for (const auto& [identifier, meaning] : measures_) {
            if (layout_.has(meaning)) {
                layout_.doubled.push_back({*measure, meaning});
                continue;
            }
            set(meaning, *value_, Why::heading);
            layout_.filters.push_back({*measure, std::string(identifier), meaning});
        }
    }

    // What a person said of the measure, else what its title says.
    std::optional<ColumnMeaning> meaning_of_measure(std::string_view identifier) const {
        const std::string_view title = trimmed(title_of(identifier));
        for (const ColumnChoice& choice : reading_.columns) {
            const std::string_view wanted = trimmed(choice.heading);
            if (!is_measure(choice.column) || wanted.empty()) continue;
            if (wanted == identifier || wanted == title) return choice.column;
        }
        if (identifier == population_measure) return unsaid(ColumnMeaning::inhabitants);
        const auto meaning = column_of_heading(title.empty() ? identifier : title);
        return meaning ? unsaid(*meaning) : std::nullopt;
    }

    // The meaning, where no person gave it to another column.
    std::optional<ColumnMeaning> unsaid(ColumnMeaning meaning) const {
        const bool said =
            std::any_of(reading_.columns.begin(), reading_.columns.end(),
                        [&](const ColumnChoice& choice) { return choice.column == meaning; });
        return said ? std::nullopt : std::optional(meaning);
    }

    std::string_view title_of(std::string_view identifier) const {
        for (const CodeTitle& known : reading_.titles) {
            if (trimmed(known.identifier) == identifier) return known.title;
        }
        return {};
    }

    // What a person said comes before what the headings say.
    void map_columns() {
        for (auto& meaning : header_.meanings) {
            if (meaning && !unsaid(*meaning)) meaning.reset();
        }
        for (const ColumnChoice& choice : reading_.columns) {
            if (layout_.form == Form::observations && is_measure(choice.column)) {
                if (!choice.heading.empty() && !layout_.has(choice.column)) {
                    layout_.not_found.push_back(choice);
                }
                continue;
            }
            if (choice.heading.empty() && choice.number == 0) continue;
            const auto at = column_said(choice);
            if (!at) {
                layout_.not_found.push_back(choice);
                continue;
            }
            header_.meanings[*at] = choice.column;
            layout_.whys[*at] = Why::mapping;
        }
    }

    std::optional<std::size_t> column_said(const ColumnChoice& choice) const {
        if (choice.number > 0) {
            if (choice.number > header_.texts.size()) return std::nullopt;
            return choice.number - 1;
        }
        const auto at = std::find_if(
            header_.texts.begin(), header_.texts.end(),
            [&](const std::string& text) { return trimmed(text) == trimmed(choice.heading); });
        if (at == header_.texts.end()) return std::nullopt;
        return static_cast<std::size_t>(at - header_.texts.begin());
    }

    void set(ColumnMeaning column, std::size_t at, Why why) {
        layout_.at[index_of(column)] = at;
        if (layout_.whys[at] == Why::unknown) layout_.whys[at] = why;
    }

    // One column per meaning. Several with a period each are choices; other second ones are doubts.
    void place_columns() {
        for (std::size_t at = 0; at < header_.meanings.size(); ++at) {
            const auto meaning = header_.meanings[at];
            if (!meaning) continue;
            const bool dated = is_measure(*meaning) && header_.periods[at] &&
                               layout_.form == Form::rows && layout_.whys[at] != Why::mapping;
            if (dated) {
                dated_.push_back({at, *meaning});
                continue;
            }
            if (layout_.has(*meaning)) {
                layout_.doubled.push_back({at, *meaning});
            } else {
                set(*meaning, at, Why::heading);
            }
        }
        // A dated column beside one without a date is a second column of its meaning.
        for (auto column = dated_.begin(); column != dated_.end();) {
            if (!layout_.has(column->second)) {
                ++column;
                continue;
            }
            layout_.doubled.push_back({column->first, column->second});
            column = dated_.erase(column);
        }
    }

    // A column of regions holds codes or names, whatever its heading promises.
    void tell_codes_from_names() {
        constexpr std::size_t sampled = 2'000;
        const bool code = layout_.has(ColumnMeaning::code);
        if (code == layout_.has(ColumnMeaning::name)) return;
        const ColumnMeaning said = code ? ColumnMeaning::code : ColumnMeaning::name;
        const std::size_t at = *layout_.column(said);
        if (layout_.whys[at] == Why::mapping) return;
        std::size_t codes = 0;
        std::size_t texts = 0;
        const std::size_t end = std::min(sheet_.rows(), layout_.first_row() + sampled);
        for (std::size_t row = layout_.first_row(); row < end; ++row) {
            const std::string_view text = trimmed(sheet_.cell(row, at));
            if (text.empty() || filled_cells(sheet_, row) < 2) continue;
            const bool is_code = read_code(text) || is_other_region(text);
            const auto both = code_and_name(text);
            const bool has_digit = !(both && is_written_code(both->code)) &&
                                   text.find_first_of("0123456789") != std::string_view::npos;
            codes += is_code ? 1 : 0;
            texts += !is_code && !has_digit ? 1 : 0;
        }
        const ColumnMeaning found = codes == 0 && texts > 0   ? ColumnMeaning::name
                                    : codes > 0 && texts == 0 ? ColumnMeaning::code
                                                              : said;
        if (found == said) return;
        layout_.at[index_of(said)].reset();
        layout_.at[index_of(found)] = at;
        layout_.whys[at] = Why::regions;
    }

    void add_period(Period period) {
        const auto same = [&](const Period& known) { return known.text == period.text; };
        if (std::none_of(layout_.periods.begin(), layout_.periods.end(), same)) {
            layout_.periods.push_back(std::move(period));
        }
    }

    void find_periods() {
        constexpr std::size_t most = 1'000;
        if (const auto at = layout_.column(ColumnMeaning::period)) {
            for (const std::string_view text :
                 distinct_texts(sheet_, layout_.first_row(), *at, most)) {
                Period period = read_period(text);
                const std::string_view title = title_of(text);
                if (!title.empty()) period.is_provisional |= read_period(title).is_provisional;
                add_period(std::move(period));
            }
        }
        for (const auto& [at, meaning] : dated_)
            add_period(*header_.periods[at]);
        auto& periods = layout_.periods;
        put_in_order(periods, [](const Period& one, const Period& two) {
            return one.year.value_or(0) < two.year.value_or(0);
        });
        if (!periods.empty()) layout_.proposed = periods.size() - 1;
        if (periods.size() == 1) layout_.chosen = 0;
        if (!reading_.period) {
            place_dated();
            return;
        }
        const Period wanted = read_period(*reading_.period);
        const auto at = std::find_if(periods.begin(), periods.end(), [&](const Period& period) {
            return period.key == wanted.key || period.text == wanted.text;
        });
        if (at != periods.end()) {
            layout_.chosen = static_cast<std::size_t>(at - periods.begin());
        } else {
            layout_.is_period_unknown = !periods.empty();
            layout_.chosen.reset();
        }
        place_dated();
    }

    void place_dated() {
        const auto counting = layout_.chosen ? layout_.chosen : layout_.proposed;
        if (!counting) return;
        for (const auto& [at, meaning] : dated_) {
            if (header_.periods[at]->text != layout_.periods[*counting].text) continue;
            if (layout_.has(meaning)) {
                layout_.doubled.push_back({at, meaning});
            } else {
                set(meaning, at, Why::heading);
            }
        }
    }

    void choose_period() {
        const auto at = layout_.column(ColumnMeaning::period);
        const auto counting = layout_.chosen ? layout_.chosen : layout_.proposed;
        if (!at || !counting || layout_.periods.size() < 2) return;
        layout_.filters.push_back({*at, layout_.periods[*counting].text, std::nullopt});
    }

    // Sex, age and the like: where a total stands among the parts, the total counts.
    void keep_totals() {
        constexpr std::array<std::string_view, 3> dimensions = {"geslacht", "leeftijd",
                                                                "burgerlijkestaat"};
        constexpr std::array<std::string_view, 3> keys = {"T001038", "10000", "T001019"};
        for (std::size_t at = 0; at < header_.texts.size(); ++at) {
            const std::string heading = folded(header_.texts[at]);
            if (std::find(dimensions.begin(), dimensions.end(), heading) == dimensions.end()) {
                continue;
            }
            const auto texts = distinct_texts(sheet_, layout_.first_row(), at, 1'000);
            if (texts.size() < 2) continue;
            const auto total = std::find_if(texts.begin(), texts.end(), [&](std::string_view text) {
                return text.starts_with("Totaal") ||
                       std::find(keys.begin(), keys.end(), text) != keys.end();
            });
            if (total != texts.end()) {
                layout_.filters.push_back({at, std::string(*total), std::nullopt});
            }
        }
    }

    const csv::Sheet& sheet_;
    const TableOptions& reading_;
    Header header_;
    Layout layout_;
    std::optional<std::size_t> measure_;
    std::optional<std::size_t> value_;
    std::vector<std::pair<std::string_view, ColumnMeaning>> measures_;
    std::vector<std::pair<std::size_t, ColumnMeaning>> dated_;
};

}  // namespace

Layout recognise(const csv::Sheet& sheet, const TableOptions& reading) {
    if (sheet.rows() == 0) return {};
    return Recognition(sheet, reading).take();
}

}  // namespace spreiding
