#include "tables.hpp"

#include <algorithm>
#include <utility>

#include "text.hpp"

namespace spreiding {
namespace {

struct Heading {
    std::string_view folded;
    Column column;
};

// Headings as they are met, folded (lower case, letters and digits only). A heading of CBS is also
// met with its unit or path around it; those are listed as CBS writes them.
constexpr std::array headings = std::to_array<Heading>({
    {"gemeentecode", Column::code},
    {"gmcode", Column::code},
    {"regiocode", Column::code},
    {"codegemeente", Column::code},
    {"code", Column::code},
    {"regios", Column::code},
    {"wijkenenbuurten", Column::code},
    {"municipalitycode", Column::code},
    {"regioncode", Column::code},
    {"cbscode", Column::code},
    {"gemeentecodegm", Column::code},

    {"gemeente", Column::name},
    {"gemeentenaam", Column::name},
    {"naam", Column::name},
    {"name", Column::name},
    {"regionaam", Column::name},
    {"gmnaam", Column::name},
    {"municipality", Column::name},
    {"municipalityname", Column::name},
    {"regionname", Column::name},

    {"provincie", Column::province},
    {"provincienaam", Column::province},
    {"province", Column::province},
    {"provincename", Column::province},

    {"inwoners", Column::inhabitants},
    {"inwoneraantal", Column::inhabitants},
    {"inwonertal", Column::inhabitants},
    {"aantalinwoners", Column::inhabitants},
    {"aantalinwonersaantal", Column::inhabitants},
    {"bevolking", Column::inhabitants},
    {"bevolkingaantal", Column::inhabitants},
    {"bevolkingop1januari", Column::inhabitants},
    {"bevolkingop1januariaantal", Column::inhabitants},
    {"bevolkingop1januari1", Column::inhabitants},
    {"totalebevolking", Column::inhabitants},
    {"totalebevolkingaantal", Column::inhabitants},
    {"totalebevolking1", Column::inhabitants},
    {"inhabitants", Column::inhabitants},
    {"population", Column::inhabitants},
    {"populationon1january", Column::inhabitants},

    {"seswoa", Column::score},
    {"seswoascore", Column::score},
    {"seswoaschatting", Column::score},
    {"sesscore", Column::score},
    {"score", Column::score},
    {"gemiddeldescore", Column::score},
    {"gemiddeldescoregetal", Column::score},
    {"gemiddeldescore29", Column::score},
    {"totaalscoregemiddeldescore", Column::score},
    {"seswoatotaalscoregemiddeldescore", Column::score},
    {"seswoatotaalscoregemiddeldescoregetal", Column::score},
    {"averagescore", Column::score},
    {"meanscore", Column::score},

    {"niveau", Column::level},
    {"level", Column::level},

    {"opvangplaatsen", Column::places},
    {"indicatieveverdeling", Column::places},
    {"plekken", Column::places},
    {"places", Column::places},
    {"total", Column::places},
    {"totaal", Column::places},

    {"amv", Column::minors},
    {"waarvanamv", Column::minors},
    {"minors", Column::minors},

    {"bron", Column::source},
    {"source", Column::source},
    {"datum", Column::date},
    {"date", Column::date},
    {"sourcedate", Column::date},
    {"adres", Column::url},
    {"url", Column::url},
    {"sourceurl", Column::url},
    {"betwist", Column::disputed},
    {"disputed", Column::disputed},
});

constexpr std::array<std::string_view, column_kinds> column_names = {
    "code",   "name",   "province", "inhabitants", "score", "level",
    "places", "minors", "source",   "date",        "url",   "disputed"};

std::optional<Column> column_of_heading(std::string_view heading) {
    const std::string spelling = folded(heading);
    for (const Heading& known : headings) {
        if (known.folded == spelling) return known.column;
    }
    return std::nullopt;
}

TableKind kind_of(const Layout& layout) {
    const auto has = [&](Column column) { return layout.column(column).has_value(); };
    if (has(Column::places) && (has(Column::code) || has(Column::name))) {
        return TableKind::published;
    }
    if (!has(Column::code)) return TableKind::unknown;
    if (has(Column::inhabitants) && has(Column::score)) return TableKind::population_and_scores;
    if (has(Column::inhabitants)) return TableKind::population;
    if (has(Column::score)) return TableKind::scores;
    return TableKind::unknown;
}

// Codes of CBS for regions that are no municipality: the country, parts of it, provinces, districts
// …
bool is_other_region(std::string_view code) {
    constexpr std::array<std::string_view, 9> prefixes = {"NL", "LD", "PV", "CR", "CP",
                                                          "WK", "BU", "GA", "SG"};
    code = trimmed(code);
    return code.size() > 2 &&
           std::find(prefixes.begin(), prefixes.end(), code.substr(0, 2)) != prefixes.end() &&
           code[2] >= '0' && code[2] <= '9';
}

// Reads the cells of one table, and says of each problem where it is.
class Reader {
  public:
    Reader(const TableFile& file, Findings& findings) : file_(file), findings_(findings) {}

    void add(FindingCode code, std::size_t row, std::optional<std::size_t> column,
             std::string_view raw, std::string_view about, std::uint32_t other_row = 0) {
        findings_.add({.code = code,
                       .file = file_.file,
                       .row = row_number(row),
                       .column = column ? static_cast<std::uint32_t>(*column) + 1 : 0,
                       .raw = std::string(raw),
                       .about = std::string(about),
                       .other_row = other_row});
    }

    static std::uint32_t row_number(std::size_t row) { return static_cast<std::uint32_t>(row) + 1; }

    std::string_view text(std::size_t row, Column column) const {
        const auto at = file_.layout.column(column);
        return at ? trimmed(file_.sheet.cell(row, *at)) : std::string_view{};
    }

    // A text that may carry the guard against formulas of an export.
    std::string_view free_text(std::size_t row, Column column) {
        const std::string_view read = text(row, column);
        const std::string_view plain = csv::without_guard(read);
        if (plain.size() != read.size()) {
            add(FindingCode::text_unguarded, row, file_.layout.column(column), read,
                name_of(column));
        }
        return plain;
    }

    bool has(Column column) const { return file_.layout.column(column).has_value(); }

    // Errors for columns that the table cannot do without.
    bool require(std::span<const Column> columns) {
        bool complete = true;
        for (const Column column : columns) {
            if (has(column)) continue;
            complete = false;
            add(FindingCode::column_missing, file_.layout.header_row, std::nullopt, "",
                name_of(column));
        }
        return complete;
    }

    // A heading that occurs twice: which of the two is meant is the person's to say.
    bool require_single_columns() {
        const std::size_t header = file_.layout.header_row;
        bool single = true;
        for (std::size_t at = 0; at < file_.sheet.columns(header); ++at) {
            const auto column = column_of_heading(file_.sheet.cell(header, at));
            if (!column || file_.layout.column(*column) == at) continue;
            single = false;
            add(FindingCode::column_twice, header, at, file_.sheet.cell(header, at),
                name_of(*column));
        }
        return single;
    }

    // The notation of a column of numbers, or nothing where it allows two readings.
    // A figure that is at most ten cannot be grouped in thousands: for a score `1.234` is decided.
    std::optional<Notation> notation(Column column, bool may_be_thousands) {
        const auto at = file_.layout.column(column);
        if (!at) return Notation{};
        NotationEvidence evidence;
        std::optional<std::size_t> first_either;
        for (std::size_t row = file_.layout.header_row + 1; row < file_.sheet.rows(); ++row) {
            const std::size_t before = evidence.either_point + evidence.either_comma;
            evidence.add(file_.sheet.cell(row, *at));
            if (!first_either && evidence.either_point + evidence.either_comma > before) {
                first_either = row;
            }
        }
        if (!may_be_thousands) {
            evidence.decimal_point += std::exchange(evidence.either_point, 0);
            evidence.decimal_comma += std::exchange(evidence.either_comma, 0);
        }
        if (const auto notation = evidence.notation()) return notation;
        if (file_.notation) return file_.notation;
        const std::size_t row = first_either.value_or(file_.layout.header_row);
        add(FindingCode::column_ambiguous, row, at, file_.sheet.cell(row, *at), name_of(column));
        return std::nullopt;
    }

    std::optional<Decimal> number(std::size_t row, Column column, Notation notation) {
        const auto at = file_.layout.column(column);
        const std::string_view cell = file_.sheet.cell(row, *at);
        const auto [value, fault] = read_decimal(cell, notation);
        switch (fault) {
            case NumberFault::none:
                return value;
            case NumberFault::missing:
                add(FindingCode::number_missing, row, at, cell, name_of(column));
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

    std::optional<std::int64_t> whole_number(std::size_t row, Column column, Notation notation,
                                             std::int64_t least, std::int64_t most) {
        const auto value = number(row, column, notation);
        if (!value) return std::nullopt;
        const auto at = file_.layout.column(column);
        const auto whole = units_at(*value, 0);
        if (!whole) {
            add(FindingCode::number_not_whole, row, at, file_.sheet.cell(row, *at),
                name_of(column));
        } else if (*whole < least || *whole > most) {
            add(FindingCode::number_out_of_range, row, at, file_.sheet.cell(row, *at),
                name_of(column));
        } else {
            return whole;
        }
        return std::nullopt;
    }

    // The rows below the header that speak of a municipality, one after the other.
    // Skipped are blank rows and, in notes, other regions and rows of text alone.
    template <typename Visit>
    void each_municipality(Visit visit) {
        std::uint32_t other_regions = 0;
        std::size_t first_other = 0;
        const std::size_t columns = file_.sheet.columns(file_.layout.header_row);
        std::size_t visited = 0;
        for (std::size_t row = file_.layout.header_row + 1; row < file_.sheet.rows(); ++row) {
            if (file_.sheet.is_blank(row)) continue;
            if (is_text_only(row)) {
                add(FindingCode::row_text_only, row, std::nullopt, first_text(row), "");
                continue;
            }
            if (is_other_region(text(row, Column::code))) {
                if (other_regions++ == 0) first_other = row;
                continue;
            }
            if (file_.sheet.columns(row) != columns && !ends_in_blanks(row, columns)) {
                add(FindingCode::row_ragged, row, std::nullopt, first_text(row), "");
            }
            const auto code = municipality_code(row);
            if (!code) continue;
            if (++visited > most_rows) {
                add(FindingCode::too_many_rows, row, std::nullopt, "", "");
                break;
            }
            visit(row, *code);
        }
        if (other_regions > 0) {
            findings_.add({.code = FindingCode::rows_other_regions,
                           .file = file_.file,
                           .row = row_number(first_other),
                           .raw = std::string(text(first_other, Column::code)),
                           .count = other_regions});
        }
    }

  private:
    std::optional<MunicipalityCode> municipality_code(std::size_t row) {
        const auto at = file_.layout.column(Column::code);
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
    bool is_text_only(std::size_t row) const {
        std::size_t filled = 0;
        for (std::size_t column = 0; column < file_.sheet.columns(row); ++column) {
            if (!trimmed(file_.sheet.cell(row, column)).empty()) ++filled;
        }
        return filled == 1 && !read_code(first_text(row));
    }

    std::string_view first_text(std::size_t row) const {
        for (std::size_t column = 0; column < file_.sheet.columns(row); ++column) {
            const std::string_view text = trimmed(file_.sheet.cell(row, column));
            if (!text.empty()) return text;
        }
        return {};
    }

    // Excel pads rows with empty cells, and leaves empty cells out at the end: no harm in either.
    bool ends_in_blanks(std::size_t row, std::size_t columns) const {
        for (std::size_t column = columns; column < file_.sheet.columns(row); ++column) {
            if (!trimmed(file_.sheet.cell(row, column)).empty()) return false;
        }
        return true;
    }

    const TableFile& file_;
    Findings& findings_;
};

std::optional<Level> level_of(std::string_view text) {
    const std::string spelling = folded(text);
    if (spelling == "land" || spelling == "country") return Level::country;
    if (spelling == "provincie" || spelling == "province") return Level::province;
    if (spelling == "gemeente" || spelling == "municipality") return Level::municipality;
    return std::nullopt;
}

}  // namespace

std::string MunicipalityCode::text() const {
    std::string number = to_text(std::int64_t{this->number()});
    number.insert(0, digits() - std::min<std::size_t>(digits(), number.size()), '0');
    return "GM" + number;
}

std::optional<MunicipalityCode> read_code(std::string_view text) {
    text = trimmed(text);
    if (text.size() > 2 && (text[0] == 'G' || text[0] == 'g') &&
        (text[1] == 'M' || text[1] == 'm')) {
        text.remove_prefix(2);
        if (text.size() < 4) return std::nullopt;
    }
    if (text.empty() || text.size() > 7) return std::nullopt;
    std::uint32_t number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return MunicipalityCode(number,
                            std::max<std::uint32_t>(4, static_cast<std::uint32_t>(text.size())));
}

std::string_view name_of(Column column) {
    return column_names[static_cast<std::size_t>(column)];
}

std::string_view name_of(TableKind kind) {
    switch (kind) {
        case TableKind::population:
            return "population";
        case TableKind::scores:
            return "scores";
        case TableKind::population_and_scores:
            return "population_and_scores";
        case TableKind::published:
            return "published";
        case TableKind::unknown:
            break;
    }
    return "unknown";
}

Layout recognise(const csv::Sheet& sheet) {
    constexpr std::size_t searched_rows = 50;
    Layout best;
    std::size_t most_recognised = 1;  // one heading alone may be any word in a title
    for (std::size_t row = 0; row < std::min(sheet.rows(), searched_rows); ++row) {
        Layout layout;
        layout.header_row = row;
        std::size_t recognised = 0;
        for (std::size_t at = 0; at < sheet.columns(row); ++at) {
            const auto column = column_of_heading(sheet.cell(row, at));
            if (!column) continue;
            auto& place = layout.at[static_cast<std::size_t>(*column)];
            if (place) continue;
            place = at;
            ++recognised;
        }
        layout.kind = kind_of(layout);
        if (layout.kind != TableKind::unknown) return layout;
        if (recognised <= most_recognised) continue;
        most_recognised = recognised;
        best = layout;
    }
    return best;
}

std::optional<std::size_t> find_province(std::string_view name,
                                         std::span<const std::string> provinces) {
    std::string spelling = folded(name);
    if (spelling == "friesland") spelling = "fryslan";
    for (std::size_t i = 0; i < provinces.size(); ++i) {
        if (folded(provinces[i]) == spelling) return i;
    }
    return std::nullopt;
}

PopulationTable read_population(const TableFile& file, std::span<const std::string> provinces,
                                Findings& findings) {
    Reader reader(file, findings);
    PopulationTable table;
    const bool complete = reader.require(
        std::array{Column::code, Column::name, Column::province, Column::inhabitants});
    if (!reader.require_single_columns() || !complete) return table;
    const auto notation = reader.notation(Column::inhabitants, true);
    if (!notation) return table;

    // Neighbouring rows mostly name the same province: the last one found is tried first.
    std::string_view last_name;
    std::optional<std::size_t> last_province;
    reader.each_municipality([&](std::size_t row, MunicipalityCode code) {
        const auto inhabitants =
            reader.whole_number(row, Column::inhabitants, *notation, 1, most_inhabitants);
        const std::string_view name = reader.text(row, Column::province);
        if (name != last_name || !last_province) {
            last_province = find_province(name, provinces);
            last_name = name;
        }
        if (!last_province) {
            reader.add(name.empty() ? FindingCode::province_missing : FindingCode::province_unknown,
                       row, file.layout.column(Column::province), name, code.text());
        }
        table.codes.push_back(code);
        table.names.push_back(reader.free_text(row, Column::name));
        table.provinces.push_back(static_cast<std::uint16_t>(last_province.value_or(0)));
        table.inhabitants.push_back(static_cast<std::uint32_t>(inhabitants.value_or(0)));
        table.rows.push_back(Reader::row_number(row));
    });
    return table;
}

ScoreTable read_scores(const TableFile& file, Findings& findings) {
    Reader reader(file, findings);
    ScoreTable table;
    const bool complete = reader.require(std::array{Column::code, Column::score});
    if (!reader.require_single_columns() || !complete) return table;
    const auto notation = reader.notation(Column::score, false);
    if (!notation) return table;

    const auto at = file.layout.column(Column::score);
    std::vector<Decimal> read;
    reader.each_municipality([&](std::size_t row, MunicipalityCode code) {
        Decimal score;
        if (const auto number = reader.number(row, Column::score, *notation)) {
            score =
                number->decimals > most_score_decimals ? without_trailing_zeros(*number) : *number;
            const auto millionths = units_at(score, most_score_decimals);
            const std::int64_t one = static_cast<std::int64_t>(power_of_ten(most_score_decimals));
            if (score.decimals > most_score_decimals) {
                reader.add(FindingCode::number_too_precise, row, at, file.sheet.cell(row, *at),
                           "score");
                score = {};
            } else if (!millionths || *millionths <= -one || *millionths > highest_score * one) {
                reader.add(FindingCode::number_out_of_range, row, at, file.sheet.cell(row, *at),
                           "score");
                score = {};
            }
        }
        table.codes.push_back(code);
        table.names.push_back(reader.free_text(row, Column::name));
        table.rows.push_back(Reader::row_number(row));
        read.push_back(score);
        table.decimals = std::max(table.decimals, score.decimals);
    });
    table.scores.reserve(read.size());
    for (const Decimal& score : read) {
        table.scores.push_back(
            static_cast<std::int32_t>(units_at(score, table.decimals).value_or(0)));
    }
    return table;
}

PublishedTable read_published(const TableFile& file, Findings& findings) {
    Reader reader(file, findings);
    PublishedTable table;
    const bool complete = reader.require(std::array{Column::name, Column::places});
    if (!reader.require_single_columns() || !complete) return table;
    const auto notation = reader.notation(Column::places, true);
    if (!notation) return table;

    for (std::size_t row = file.layout.header_row + 1; row < file.sheet.rows(); ++row) {
        if (file.sheet.is_blank(row)) continue;
        PublishedTable::Row printed;
        const std::string_view level = reader.text(row, Column::level);
        const auto known_level = level.empty() ? Level::municipality : level_of(level);
        if (!known_level) {
            reader.add(FindingCode::level_unknown, row, file.layout.column(Column::level), level,
                       "level");
            continue;
        }
        printed.level = *known_level;
        const auto code = read_code(reader.text(row, Column::code));
        if (printed.level == Level::municipality && !code) {
            reader.add(FindingCode::code_unreadable, row, file.layout.column(Column::code),
                       reader.text(row, Column::code), reader.text(row, Column::name));
            continue;
        }
        printed.code = code.value_or(MunicipalityCode{});
        const auto places = reader.whole_number(row, Column::places, *notation, 0, most_places);
        if (!places) continue;
        printed.places = *places;
        if (!reader.text(row, Column::minors).empty()) {
            printed.minors = reader.whole_number(row, Column::minors, *notation, 0, most_places);
        }
        printed.name = reader.free_text(row, Column::name);
        printed.source = reader.free_text(row, Column::source);
        printed.date = reader.text(row, Column::date);
        printed.url = reader.text(row, Column::url);
        printed.disputed = reader.free_text(row, Column::disputed);
        table.rows.push_back(printed);
    }
    return table;
}

}  // namespace spreiding
