#include "tables.hpp"

#include <algorithm>
#include <array>

#include "table_reader.hpp"
#include "text.hpp"

namespace spreiding {
namespace {

std::optional<Level> level_of(std::string_view text) {
    const std::string spelling = folded(text);
    if (spelling == "land" || spelling == "country") return Level::country;
    if (spelling == "provincie" || spelling == "province") return Level::province;
    if (spelling == "gemeente" || spelling == "municipality") return Level::municipality;
    return std::nullopt;
}

// The name in the file, else the one that the list of municipalities has for the code.
std::string_view name_of_row(TableReader& reader, const TableFile& file, std::size_t row,
                             MunicipalityCode code) {
    if (file.layout.has(Column::name)) return reader.free_text(row, Column::name);
    const NamedMunicipality* known = file.names == nullptr ? nullptr : file.names->find(code);
    return known == nullptr ? std::string_view{} : known->name;
}

// The index of the province of each row.
class Provinces {
  public:
    Provinces(TableReader& reader, const TableFile& file, std::span<const std::string> names)
        : reader_(reader), file_(file), names_(names) {}

    std::uint16_t of(std::size_t row, MunicipalityCode code) {
        if (!file_.layout.has(Column::province)) return looked_up(code);
        // Neighbouring rows mostly name the same province: the last one found is tried first.
        const std::string_view name = reader_.text(row, Column::province);
        if (name != last_name_ || !last_) {
            last_ = find_province(name, names_);
            last_name_ = name;
        }
        if (!last_) {
            reader_.add(
                name.empty() ? FindingCode::province_missing : FindingCode::province_unknown, row,
                file_.layout.column(Column::province), name, code.text());
        }
        return static_cast<std::uint16_t>(last_.value_or(0));
    }

    std::uint32_t count_looked_up() const { return looked_up_; }

  private:
    std::uint16_t looked_up(MunicipalityCode code) {
        const NamedMunicipality* known = file_.names == nullptr ? nullptr : file_.names->find(code);
        if (known == nullptr) return no_province;
        ++looked_up_;
        return known->province;
    }

    TableReader& reader_;
    const TableFile& file_;
    std::span<const std::string> names_;
    std::string_view last_name_;
    std::optional<std::size_t> last_;
    std::uint32_t looked_up_ = 0;
};

}  // namespace

std::optional<std::size_t> find_province(std::string_view name,
                                         std::span<const std::string> provinces) {
    std::string spelling = folded(name);
    if (spelling == "friesland") spelling = "fryslan";
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

    void add(std::size_t row, Notation notation) {
        const auto region = region_of(row);
        if (!region) return;
        const auto at = file_.layout.column(Column::inhabitants);
        const auto [value, fault] = read_decimal(file_.sheet.cell(row, *at), notation);
        const auto whole = fault == NumberFault::none ? units_at(value, 0) : std::nullopt;
        if (whole) said_.push_back({row, *region, *whole});
    }

    void compare(const PopulationTable& table, TableReader& reader) const {
        std::vector<std::int64_t> sums(provinces_.size() + 1);
        for (std::size_t at = 0; at < table.size(); ++at) {
            sums.back() += table.inhabitants[at];
            if (table.provinces[at] < provinces_.size()) {
                sums[table.provinces[at]] += table.inhabitants[at];
            }
        }
        for (const auto& [row, region, total] : said_) {
            if (sums[region] == total) continue;
            reader.add(FindingCode::total_differs, row, file_.layout.column(Column::inhabitants),
                       file_.sheet.cell(row, *file_.layout.column(Column::inhabitants)),
                       to_text(sums[region]));
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
        const auto at = file_.layout.has(Column::code) ? file_.layout.column(Column::code)
                                                       : file_.layout.column(Column::name);
        std::string_view text = trimmed(file_.sheet.cell(row, *at));
        if (text == "Nederland" || text.starts_with("NL")) return provinces_.size();
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

PopulationTable read_population(const TableFile& file, std::span<const std::string> provinces,
                                Findings& findings) {
    TableReader reader(file, Column::inhabitants, findings);
    PopulationTable table;
    const bool listed = file.names != nullptr;
    const bool clear = listed ? reader.is_clear(std::array{Column::code, Column::inhabitants})
                              : reader.is_clear(std::array{Column::code, Column::name,
                                                           Column::province, Column::inhabitants});
    if (!clear) return table;
    const auto notation = reader.notation(Column::inhabitants, true);
    if (!notation) return table;

    Provinces province(reader, file, provinces);
    Totals totals(file, provinces);
    const bool had_errors = findings.has_errors();
    const auto read = [&](std::size_t row, MunicipalityCode code) {
        const auto inhabitants =
            reader.whole_number(row, Column::inhabitants, *notation, 1, most_inhabitants);
        table.codes.push_back(code);
        table.provinces.push_back(province.of(row, code));
        table.names.push_back(name_of_row(reader, file, row, code));
        table.inhabitants.push_back(static_cast<std::uint32_t>(inhabitants.value_or(0)));
        table.rows.push_back(TableReader::row_number(row));
    };
    reader.each_municipality(read, [&](std::size_t row) { totals.add(row, *notation); });
    if (had_errors == findings.has_errors()) totals.compare(table, reader);
    if (province.count_looked_up() > 0) {
        findings.add({.code = FindingCode::provinces_from_codes,
                      .file = file.file,
                      .row = TableReader::row_number(file.layout.header_row),
                      .count = province.count_looked_up()});
    }
    return table;
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

ScoreTable read_scores(const TableFile& file, Findings& findings) {
    TableReader reader(file, Column::score, findings);
    ScoreTable table;
    if (!reader.is_clear(std::array{Column::code, Column::score})) return table;
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
            } else if (*millionths > one) {
                reader.add(FindingCode::score_unusual, row, at, file.sheet.cell(row, *at), "score");
            }
        }
        table.codes.push_back(code);
        table.names.push_back(name_of_row(reader, file, row, code));
        table.rows.push_back(TableReader::row_number(row));
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
    TableReader reader(file, Column::places, findings);
    PublishedTable table;
    if (!reader.is_clear(std::array{Column::name, Column::places})) return table;
    const auto notation = reader.notation(Column::places, true);
    if (!notation) return table;

    for (std::size_t row = file.layout.first_row(); row < file.sheet.rows(); ++row) {
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
