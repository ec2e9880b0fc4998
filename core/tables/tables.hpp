// The tables of this field: which column means what, and its cells as typed values. Nothing of the
// law is known here, only how CBS and others write down municipalities and their figures.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "csv/csv.hpp"
#include "tables/headings.hpp"
#include "tables/layout.hpp"
#include "tables/municipality_code.hpp"
#include "tables/municipality_names.hpp"
#include "values/decimal.hpp"
#include "values/finding.hpp"

namespace spreiding {

/// A list is read up to this many rows.
constexpr std::size_t most_rows = 1'000'000;
constexpr std::int64_t most_inhabitants = 2'147'483'647;  // 2^31 − 1
constexpr int most_score_decimals = 6;
constexpr std::int64_t highest_score = 10;
constexpr std::int64_t most_places = 10'000'000;

/// Of a municipality whose province neither the file nor the list of municipalities says.
constexpr std::uint16_t no_province = 0xFFFF;

/// Inhabitants (inwoners) per municipality; one entry per row with a figure, in order of the file.
struct PopulationTable {
    std::vector<MunicipalityCode> codes;
    std::vector<std::string_view> names;
    std::vector<std::uint16_t> provinces;  ///< index into the names of provinces, or `no_province`
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
    TableOptions reading{};
    /// The municipalities of the round, for names without codes and for provinces that are left
    /// out.
    const MunicipalityNames* names = nullptr;
    /// Those of other years, for names that the round does not have (any more).
    const MunicipalityNames* former = nullptr;
};

/// @param provinces  names that may occur; spelling is compared without accents, case and signs.
///                   Of a table without a column for it the province is looked up by code, and
///                   `no_province` where the list has none: `require_provinces` reports those.
PopulationTable read_population(const TableFile& file, std::span<const std::string> provinces,
                                Findings& findings);
/// Errors for municipalities without a province, where the file has no column for it.
void require_provinces(const PopulationTable& table, const std::string& file, Findings& findings);

ScoreTable read_scores(const TableFile& file, Findings& findings);

struct PopulationAndScores {
    PopulationTable population;
    ScoreTable scores;
};
/// Both from one file. Where a row holds both figures it is looked at once, and what is odd about
/// the row is said once; otherwise the same as reading one after the other.
PopulationAndScores read_population_and_scores(const TableFile& file,
                                               std::span<const std::string> provinces,
                                               Findings& findings);
PublishedTable read_published(const TableFile& file, Findings& findings);

/// Index of a province in a list of names; also under the names it is known by elsewhere
/// (Friesland for Fryslân).
std::optional<std::size_t> find_province(std::string_view name,
                                         std::span<const std::string> provinces);

}  // namespace spreiding
