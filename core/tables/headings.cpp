#include "tables/headings.hpp"

#include <algorithm>
#include <string>

#include "values/text.hpp"

namespace spreiding {
namespace {

struct Heading {
    std::string_view folded;
    Column column;
};

// Folded: lower case, letters and digits only.
constexpr std::array headings = std::to_array<Heading>({
    {"gemeentecode", Column::code},
    {"gmcode", Column::code},
    {"regiocode", Column::code},
    {"codegemeente", Column::code},
    {"code", Column::code},
    {"regios", Column::code},
    {"regio", Column::code},
    {"regions", Column::code},
    {"region", Column::code},
    {"gebied", Column::code},
    {"wijkenenbuurten", Column::code},
    {"municipalitycode", Column::code},
    {"regioncode", Column::code},
    {"cbscode", Column::code},
    {"gemeentecodegm", Column::code},

    {"gemeente", Column::name},
    {"gemeentenaam", Column::name},
    {"gemeenten", Column::name},
    {"gemeentenaam1", Column::name},
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
    {"soortregio", Column::level},
    {"soortregio2", Column::level},

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

    {"periode", Column::period},
    {"perioden", Column::period},
    {"period", Column::period},
    {"periods", Column::period},
    {"jaar", Column::period},
    {"peiljaar", Column::period},
    {"year", Column::period},
});

constexpr std::array<std::string_view, column_kinds> column_names = {
    "code",   "name",   "province", "inhabitants", "score",    "level", "places",
    "minors", "source", "date",     "url",         "disputed", "period"};

std::optional<Column> known(std::string_view spelling) {
    for (const Heading& heading : headings) {
        if (heading.folded == spelling) return heading.column;
    }
    return std::nullopt;
}

// `Bevolking op 1 januari (aantal)` is that of `Bevolking op 1 januari`.
std::string_view without_unit(std::string_view heading) {
    heading = trimmed(heading);
    if (!heading.ends_with(')')) return heading;
    const std::size_t opened = heading.rfind('(');
    return opened == std::string_view::npos ? heading : trimmed(heading.substr(0, opened));
}

// `inwoners2023`, folded, is a heading of `inwoners`.
std::string_view without_year(std::string_view spelling) {
    if (spelling.size() <= 4) return spelling;
    const std::string_view year = spelling.substr(spelling.size() - 4);
    const bool is_year = (year.starts_with("19") || year.starts_with("20")) && year[2] >= '0' &&
                         year[2] <= '9' && year[3] >= '0' && year[3] <= '9';
    return is_year ? spelling.substr(0, spelling.size() - 4) : spelling;
}

// The last part of a path says what the figure is. For a score the path matters too: its parts
// (wealth, education, work) have an average of their own under the same last part.
std::optional<Column> at_end_of_path(std::string_view heading) {
    const std::size_t slash = heading.rfind('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const std::string last = folded(heading.substr(slash + 1));
    const auto column = known(last);
    if (column == Column::inhabitants) return column;
    const bool total = folded(heading.substr(0, slash)).ends_with("totaalscore");
    if (column == Column::score && total) return column;
    return std::nullopt;
}

}  // namespace

std::string_view name_of(Column column) {
    return column_names[static_cast<std::size_t>(column)];
}

std::optional<Column> column_named(std::string_view name) {
    const auto at = std::find(column_names.begin(), column_names.end(), name);
    if (at == column_names.end()) return std::nullopt;
    return static_cast<Column>(at - column_names.begin());
}

std::optional<Column> column_of_heading(std::string_view heading) {
    if (trimmed(heading).empty()) return std::nullopt;
    const std::string spelling = folded(heading);
    if (const auto column = known(spelling)) return column;
    const std::string_view bare = without_unit(heading);
    if (heading.find('/') != std::string_view::npos) return at_end_of_path(bare);
    const std::string shorter = folded(bare);
    if (const auto column = known(shorter)) return column;
    const auto column = known(without_year(shorter));
    return column == Column::inhabitants || column == Column::score ? column : std::nullopt;
}

}  // namespace spreiding
