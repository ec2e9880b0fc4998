// Reads tables of inhabitants, of scores and of published figures, and checks totals in them.
#include "tables/tables.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "tables/table_reader.hpp"
#include "values/text.hpp"

namespace spreiding {
namespace {

std::optional<Level> level_of(std::string_view text) {
    const std::string spelling = folded(text);
    if (spelling == "land" || spelling == "country") return Level::country;
    if (spelling == "provincie" || spelling == "province") return Level::province;
    if (spelling == "gemeente" || spelling == "municipality") return Level::municipality;
    return std::nullopt;
}

// The index of the province of each row.
class Provinces {
  public:
    Provinces(TableReader& reader, std::span<const std::string> names)
        : reader_(reader), at_(reader.file().layout.column(ColumnMeaning::province)) {
        for (const std::string& name : names)
            spellings_.push_back(folded(name));
    }

    std::uint16_t of(const MunicipalityRow& row) {
        if (!at_) return looked_up(row);
        const std::string_view text = trimmed(row.cells[*at_]);
        // Neighbouring rows mostly name the same province.
        if (!text.empty() && are_same(text, last_.text)) return last_.province;
        if (const auto province = find(text)) {
            last_ = {text, *province};
            return *province;
        }
        reader_.add(text.empty() ? FindingCode::province_missing : FindingCode::province_unknown,
                    row.row, at_, text, row.code);
        return 0;
    }

    std::uint32_t count_looked_up() const { return looked_up_; }

  private:
    struct Known {
        std::string_view text;
        std::uint16_t province;
    };

    // A file has few ways to write a province: each is folded once.
    std::optional<std::uint16_t> find(std::string_view text) {
        constexpr std::size_t most_remembered = 64;
        for (const Known& known : known_) {
            if (are_same(known.text, text)) return known.province;
        }
        const auto at = std::find(spellings_.begin(), spellings_.end(), spelling_of_province(text));
        if (at == spellings_.end()) return std::nullopt;
        const auto province = static_cast<std::uint16_t>(at - spellings_.begin());
        if (known_.size() < most_remembered) known_.push_back({text, province});
        return province;
    }

    std::uint16_t looked_up(const MunicipalityRow& row) {
        if (row.known == nullptr) return no_province;
        ++looked_up_;
        return row.known->province;
    }

    TableReader& reader_;
    std::optional<std::size_t> at_;
    std::vector<std::string> spellings_;
    std::vector<Known> known_;
    Known last_{};
    std::uint32_t looked_up_ = 0;
};

}  // namespace

std::optional<std::size_t> find_province(std::string_view name,
                                         std::span<const std::string> provinces) {
    const std::string spelling = spelling_of_province(name);
    for (std::size_t i = 0; i < provinces.size(); ++i) {
        if (folded(provinces[i]) == spelling) return i;
    }
    return std::nullopt;
}

namespace {

// Totals that a file gives beside its municipalities: of the country and of provinces.
class Totals {
  public:
    Totals(const TableFile& file, std::span<const std::string> provinces)
        : file_(file), provinces_(provinces) {}

    void add(std::size_t row, const FigureColumn& figures) {
        const auto region = region_of(row);
        if (!region) return;
        const auto whole = read_decimal(figures.cell(), figures.notation()).units_at(0);
        if (whole) said_.push_back({row, *region, *whole});
    }

    void compare(const PopulationTable& table, FigureColumn& figures) const {
        if (said_.empty()) return;
        std::vector<std::int64_t> sums(provinces_.size() + 1);
        for (std::size_t at = 0; at < table.size(); ++at) {
            sums.back() += table.inhabitants[at];
            if (table.provinces[at] < provinces_.size()) {
                sums[table.provinces[at]] += table.inhabitants[at];
            }
        }
        for (const auto& [row, region, total] : said_) {
            if (sums[region] == total) continue;
            figures.add(FindingCode::total_differs, row, to_text(sums[region]));
        }
    }

  private:
    struct Said {
        std::size_t row;
        std::size_t region;
        std::int64_t total;
    };

    // Index of the province, or one past the last for the country. Provinces of CBS: PV20 … PV31.
    std::optional<std::size_t> region_of(std::size_t row) const {
        constexpr std::array<std::string_view, 12> by_code = {
            "Groningen",    "Fryslân",    "Drenthe",       "Overijssel",
            "Flevoland",    "Gelderland", "Utrecht",       "Noord-Holland",
            "Zuid-Holland", "Zeeland",    "Noord-Brabant", "Limburg"};
        const auto text_of = [&](ColumnMeaning column) {
            const auto at = file_.layout.column(column);
            return at ? trimmed(file_.sheet.cell(row, *at)) : std::string_view{};
        };
        std::string_view text = text_of(ColumnMeaning::code);
        if (text.empty()) text = text_of(ColumnMeaning::name);
        // A total is that of the rows of its table, whatever it is a table of; one of a part is
        // not.
        if (is_name_of_subtotal(text)) return std::nullopt;
        if (text == "Nederland" || text.starts_with("NL") || is_name_of_total(text)) {
            return provinces_.size();
        }
        constexpr std::string_view mark = "(PV)";
        if (text.ends_with(mark)) {
            return find_province(text.substr(0, text.size() - mark.size()), provinces_);
        }
        if (text.size() != 4 || !text.starts_with("PV")) return std::nullopt;
        const auto number = read_code(text.substr(2));
        if (!number || number->number() < 20 || number->number() > 31) return std::nullopt;
        return find_province(by_code[number->number() - 20], provinces_);
    }

    const TableFile& file_;
    std::span<const std::string> provinces_;
    std::vector<Said> said_;
};

}  // namespace

namespace {

// Room for a table of a whole file, where no row of it is left out by choice.
template <typename... Values>
void reserve_rows(const TableFile& file, std::vector<Values>&... columns) {
    if (!file.layout.filters.empty()) return;
    const std::size_t first = std::min(file.layout.first_row(), file.sheet.rows());
    const std::size_t rows = std::min(file.sheet.rows() - first, most_rows);
    (columns.reserve(rows), ...);
}

// The inhabitants of a table, row by row.
class PopulationReader {
  public:
    PopulationReader(TableReader& reader, std::span<const std::string> provinces)
        : figures(reader, ColumnMeaning::inhabitants),
          reader_(reader),
          provinces_(reader, provinces),
          totals_(reader.file(), provinces) {}

    bool begin(NotationFrom rows) {
        constexpr std::array listed{ColumnMeaning::code, ColumnMeaning::inhabitants};
        constexpr std::array alone{ColumnMeaning::code, ColumnMeaning::name,
                                   ColumnMeaning::province, ColumnMeaning::inhabitants};
        const bool is_listed = reader_.file().names != nullptr;
        const bool clear = is_listed ? reader_.is_clear(listed, ColumnMeaning::inhabitants)
                                     : reader_.is_clear(alone, ColumnMeaning::inhabitants);
        if (!clear || !figures.find_notation(rows)) return false;
        reserve_rows(reader_.file(), table.codes, table.names, table.provinces, table.inhabitants,
                     table.rows);
        return true;
    }

    void read(const MunicipalityRow& row) {
        if (figures.leaves_out(row.known)) return;
        const auto inhabitants = figures.whole_number(1, most_inhabitants);
        table.codes.push_back(row.code);
        table.provinces.push_back(provinces_.of(row));
        table.names.push_back(row.name);
        table.inhabitants.push_back(static_cast<std::uint32_t>(inhabitants.value_or(0)));
        table.rows.push_back(TableReader::row_number(row.row));
    }

    void read_total(std::size_t row) { totals_.add(row, figures); }

    void end() {
        if (!reader_.has_errors()) totals_.compare(table, figures);
        reader_.report(FindingCode::provinces_from_codes,
                       {provinces_.count_looked_up(), reader_.file().layout.header_row}, "");
    }

    PopulationTable table;
    FigureColumn figures;

  private:
    TableReader& reader_;
    Provinces provinces_;
    Totals totals_;
};

// The scores of a table, row by row, kept in the unit of the most decimals so far.
class ScoreReader {
  public:
    explicit ScoreReader(TableReader& reader)
        : figures(reader, ColumnMeaning::score), reader_(reader) {}

    bool begin(NotationFrom rows) {
        constexpr std::array required{ColumnMeaning::code, ColumnMeaning::score};
        if (!reader_.is_clear(required, ColumnMeaning::score) || !figures.find_notation(rows)) {
            return false;
        }
        reserve_rows(reader_.file(), table.codes, table.names, table.scores, table.rows);
        return true;
    }

    void read(const MunicipalityRow& row) {
        if (figures.leaves_out(row.known)) return;
        look_at_province(row);
        const Decimal score = next_score();
        if (score.decimals > table.decimals) refine(score.decimals);
        table.codes.push_back(row.code);
        table.names.push_back(row.name);
        table.rows.push_back(TableReader::row_number(row.row));
        table.scores.push_back(
            static_cast<std::int32_t>(score.units * ten_to(table.decimals - score.decimals)));
    }

    ScoreTable table;
    FigureColumn figures;

  private:
    // Scores need no province; one that says otherwise than the round may mean shifted rows. Where
    // inhabitants stand beside them, those are looked at.
    void look_at_province(const MunicipalityRow& row) {
        const MunicipalityNames* round = reader_.file().names;
        const auto column = reader_.file().layout.column(ColumnMeaning::province);
        if (!column || round == nullptr || row.known == nullptr ||
            reader_.has(ColumnMeaning::inhabitants))
            return;
        const std::string_view said = trimmed(row.cells[*column]);
        if (round->lies_elsewhere(*row.known, said))
            reader_.add(FindingCode::province_differs, row.row, column, said, row.known->name);
    }

    // Nought where there is a finding.
    Decimal next_score() {
        auto number = figures.number();
        if (!number) return {};
        if (number->decimals > most_score_decimals) number = without_trailing_zeros(*number);
        if (number->decimals > most_score_decimals) {
            figures.add(FindingCode::number_too_precise);
            return {};
        }
        const std::int64_t one = ten_to(number->decimals);
        if (number->units <= -one || number->units > highest_score * one) {
            figures.add(FindingCode::number_out_of_range);
            return {};
        }
        if (number->units > one) figures.add(FindingCode::score_unusual);
        return *number;
    }

    void refine(int decimals) {
        const auto factor = static_cast<std::int32_t>(ten_to(decimals - table.decimals));
        for (std::int32_t& score : table.scores)
            score *= factor;
        table.decimals = decimals;
    }

    static std::int64_t ten_to(int exponent) {
        constexpr std::array<std::int64_t, most_score_decimals + 1> powers = {
            1, 10, 100, 1'000, 10'000, 100'000, 1'000'000};
        return powers[static_cast<std::size_t>(exponent)];
    }

    TableReader& reader_;
};

struct Wanted {
    bool population;
    bool scores;
};

// Either table or both, in one walk over the rows; nothing where the first rows misled about a
// notation.
std::optional<PopulationAndScores> walk(TableReader& reader, Wanted wanted,
                                        std::span<const std::string> provinces, NotationFrom from) {
    PopulationReader population(reader, provinces);
    ScoreReader scores(reader);
    bool is_clear = true;
    std::array<FigureColumn*, 2> figures{};
    std::size_t columns = 0;
    if (wanted.population) {
        is_clear = population.begin(from);
        figures[columns++] = &population.figures;
    }
    if (wanted.scores) {
        is_clear = scores.begin(from) && is_clear;
        figures[columns++] = &scores.figures;
    }
    if (!is_clear) {
        // What is unclear about one table says nothing of the notation of the other.
        return from == NotationFrom::all_rows ? std::optional(PopulationAndScores{}) : std::nullopt;
    }
    MunicipalityRows(reader, std::span(figures).first(columns))
        .each(
            [&](const MunicipalityRow& row) {
                if (wanted.population) population.read(row);
                if (wanted.scores) scores.read(row);
            },
            [&](std::size_t row) {
                if (wanted.population) population.read_total(row);
            });
    if (wanted.population) population.end();
    if (!population.figures.has_own_notation() || !scores.figures.has_own_notation()) return {};
    return PopulationAndScores{std::move(population.table), std::move(scores.table)};
}

// Rows are looked at once, in the notation that the first of them show. Where all together show
// another or none, they are read anew, and nothing is kept of the first reading.
PopulationAndScores read_in_own_notation(const TableFile& file, Wanted wanted,
                                         std::span<const std::string> provinces,
                                         Findings& findings) {
    Findings found;
    TableReader reader(file, found);
    auto tables = walk(reader, wanted, provinces, NotationFrom::first_rows);
    if (!tables) {
        found = {};
        tables = walk(reader, wanted, provinces, NotationFrom::all_rows);
    }
    findings.add_all(found);
    return *std::move(tables);
}

}  // namespace

PopulationTable read_population(const TableFile& file, std::span<const std::string> provinces,
                                Findings& findings) {
    return read_in_own_notation(file, {.population = true, .scores = false}, provinces, findings)
        .population;
}

ScoreTable read_scores(const TableFile& file, Findings& findings) {
    return read_in_own_notation(file, {.population = false, .scores = true}, {}, findings).scores;
}

PopulationAndScores read_population_and_scores(const TableFile& file,
                                               std::span<const std::string> provinces,
                                               Findings& findings) {
    // In the long form each figure has rows of its own, and what a heading lacks is said per table.
    const Layout& layout = file.layout;
    const bool one_walk = layout.form == Form::rows && layout.has(ColumnMeaning::inhabitants) &&
                          layout.has(ColumnMeaning::score) && layout.doubled.empty() &&
                          layout.not_found.empty() && !layout.is_period_open() &&
                          !layout.is_period_unknown;
    if (!one_walk) {
        return {read_population(file, provinces, findings), read_scores(file, findings)};
    }
    return read_in_own_notation(file, {.population = true, .scores = true}, provinces, findings);
}

void require_provinces(const PopulationTable& table, const std::string& file, Findings& findings) {
    for (std::size_t at = 0; at < table.size(); ++at) {
        if (table.provinces[at] != no_province) continue;
        findings.add({.code = FindingCode::province_missing,
                      .file = file,
                      .row = table.rows[at],
                      .raw = std::string(table.names[at]),
                      .about = table.codes[at].text()});
    }
}

PublishedTable read_published(const TableFile& file, Findings& findings) {
    TableReader reader(file, findings);
    FigureColumn places(reader, ColumnMeaning::places);
    FigureColumn minors(reader, ColumnMeaning::minors);
    PublishedTable table;
    if (!reader.is_clear(std::array{ColumnMeaning::name, ColumnMeaning::places},
                         ColumnMeaning::places))
        return table;
    if (!places.find_notation(NotationFrom::all_rows)) return table;
    minors.use(places.notation());

    for (std::size_t row = file.layout.first_row(); row < file.sheet.rows(); ++row) {
        const csv::Sheet::Row cells = file.sheet.row(row);
        if (cells.is_blank()) continue;
        places.look_at(row, cells);
        minors.look_at(row, cells);
        PublishedTable::Row printed;
        const std::string_view level = reader.text(cells, ColumnMeaning::level);
        const auto known_level = level.empty() ? Level::municipality : level_of(level);
        if (!known_level) {
            reader.add(FindingCode::level_unknown, row, file.layout.column(ColumnMeaning::level),
                       level, "level");
            continue;
        }
        printed.level = *known_level;
        const auto code = read_code(reader.text(cells, ColumnMeaning::code));
        if (printed.level == Level::municipality && !code) {
            reader.add(FindingCode::code_unreadable, row, file.layout.column(ColumnMeaning::code),
                       reader.text(cells, ColumnMeaning::code),
                       reader.text(cells, ColumnMeaning::name));
            continue;
        }
        printed.code = code.value_or(MunicipalityCode{});
        const auto figure = places.whole_number(0, most_places);
        if (!figure) continue;
        printed.places = *figure;
        if (!reader.text(cells, ColumnMeaning::minors).empty()) {
            printed.minors = minors.whole_number(0, most_places);
        }
        printed.name = reader.free_text(row, cells, ColumnMeaning::name);
        printed.source = reader.free_text(row, cells, ColumnMeaning::source);
        printed.date = reader.text(cells, ColumnMeaning::date);
        printed.url = reader.text(cells, ColumnMeaning::url);
        printed.disputed = reader.free_text(row, cells, ColumnMeaning::disputed);
        table.rows.push_back(printed);
    }
    return table;
}

}  // namespace spreiding
