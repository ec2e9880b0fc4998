// The tables of this field: which column means what, and its cells as typed values. Nothing of the
// law is known here, only how CBS and others write down municipalities and their figures.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "csv.hpp"
#include "decimal.hpp"
#include "finding.hpp"

namespace spreiding {

/// Code of a municipality as CBS gives it: `GM` and four digits; up to seven are read.
class MunicipalityCode {
  public:
    MunicipalityCode() = default;
    /// @param number  0 … 9,999,999
    /// @param digits  how many are written: 4 … 7
    MunicipalityCode(std::uint32_t number, std::uint32_t digits)
        : packed_((digits - 4) * 10'000'000 + number) {}

    std::uint32_t digits() const { return packed_ / 10'000'000 + 4; }
    std::uint32_t number() const { return packed_ % 10'000'000; }
    std::string text() const;  ///< such as `GM0363`

    /// Code order: of equally long codes the lower number first; longer codes last.
    friend auto operator<=>(MunicipalityCode, MunicipalityCode) = default;

  private:
    std::uint32_t packed_ = 0;
};

/// Reads `GM0363`, `gm0363`, `0363`, `363`, with spaces around; nothing where it is none of these.
std::optional<MunicipalityCode> read_code(std::string_view text);

/// What a column holds.
enum class Column : std::uint8_t {
    code,
    name,
    province,
    inhabitants,
    score,
    level,
    places,
    minors,
    source,
    date,
    url,
    disputed,
};
constexpr std::size_t column_kinds = 12;
std::string_view name_of(Column column);

enum class TableKind : std::uint8_t {
    unknown,
    population,
    scores,
    population_and_scores,
    published
};
std::string_view name_of(TableKind kind);

/// Where in a sheet the columns of a table stand, and what kind of table that makes it.
struct Layout {
    TableKind kind = TableKind::unknown;
    std::size_t header_row = 0;                               ///< from 0
    std::array<std::optional<std::size_t>, column_kinds> at;  ///< from 0

    std::optional<std::size_t> column(Column column) const {
        return at[static_cast<std::size_t>(column)];
    }
};

/// Finds the header among the first fifty rows, by the names that CBS, municipalities and this
/// program use for their columns. Kind `unknown` where there is none; no finding is made.
Layout recognise(const csv::Sheet& sheet);

/// A list is read up to this many rows.
constexpr std::size_t most_rows = 1'000'000;
constexpr std::int64_t most_inhabitants = 2'147'483'647;  // 2^31 − 1
constexpr int most_score_decimals = 6;
constexpr std::int64_t highest_score = 10;
constexpr std::int64_t most_places = 10'000'000;

/// Inhabitants (inwoners) per municipality; one entry per row with a figure, in order of the file.
struct PopulationTable {
    std::vector<MunicipalityCode> codes;
    std::vector<std::string_view> names;
    std::vector<std::uint16_t> provinces;    ///< index into the names of provinces
    std::vector<std::uint32_t> inhabitants;  ///< 1 … 2^31 − 1
    std::vector<std::uint32_t> rows;         ///< as a spreadsheet counts, from 1
    std::size_t size() const { return codes.size(); }
};

/// SES-WOA score per municipality; units of 10^-decimals, above −1 and up to 10.
struct ScoreTable {
    std::vector<MunicipalityCode> codes;
    std::vector<std::string_view> names;
    std::vector<std::int32_t> scores;
    std::vector<std::uint32_t> rows;
    int decimals = 0;  ///< the most that any score is written with: 0 … 6
    std::size_t size() const { return codes.size(); }
};

enum class Level : std::uint8_t { country, province, municipality };

/// Figures that someone printed: per municipality, province or the country, with their source.
struct PublishedTable {
    struct Row {
        Level level = Level::municipality;
        MunicipalityCode code;  ///< of a municipality
        std::string_view name;
        std::int64_t places = 0;
        std::optional<std::int64_t> minors;
        std::string_view source, date, url, disputed;
    };
    std::vector<Row> rows;
};

/// A file and what a person said about it.
struct TableFile {
    const csv::Sheet& sheet;
    const Layout& layout;
    std::string file;
    std::optional<Notation> notation;  ///< said by the person, where the cells allow two
};

/// @param provinces  names that may occur; spelling is compared without accents, case and signs
PopulationTable read_population(const TableFile& file, std::span<const std::string> provinces,
                                Findings& findings);
ScoreTable read_scores(const TableFile& file, Findings& findings);
PublishedTable read_published(const TableFile& file, Findings& findings);

/// Index of a province in a list of names; also under the names it is known by elsewhere
/// (Friesland for Fryslân).
std::optional<std::size_t> find_province(std::string_view name,
                                         std::span<const std::string> provinces);

}  // namespace spreiding
