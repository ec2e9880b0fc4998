// The known headings with what they mean, looked up without units, years and spelling differences.
#include "tables/headings.hpp"

#include <optional>
#include <span>
#include <string>

#include "tables/units.hpp"
#include "values/text.hpp"

namespace spreiding {
namespace {

struct Heading {
    std::string_view folded;
    ColumnMeaning column;
};

// Folded: lower case, letters and digits only.
constexpr std::array headings = std::to_array<Heading>({
    {"gemeentecode", ColumnMeaning::code},
    {"gmcode", ColumnMeaning::code},
    {"regiocode", ColumnMeaning::code},
    {"codegemeente", ColumnMeaning::code},
    {"code", ColumnMeaning::code},
    {"regios", ColumnMeaning::code},
    {"regio", ColumnMeaning::code},
    {"regions", ColumnMeaning::code},
    {"region", ColumnMeaning::code},
    {"gebied", ColumnMeaning::code},
    {"wijkenenbuurten", ColumnMeaning::code},
    {"municipalitycode", ColumnMeaning::code},
    {"regioncode", ColumnMeaning::code},
    {"cbscode", ColumnMeaning::code},
    {"gemeentecodegm", ColumnMeaning::code},

    {"gemeente", ColumnMeaning::name},
    {"gemeentenaam", ColumnMeaning::name},
    {"gemeenten", ColumnMeaning::name},
    {"gemeentenaam1", ColumnMeaning::name},
    {"naam", ColumnMeaning::name},
    {"name", ColumnMeaning::name},
    {"regionaam", ColumnMeaning::name},
    {"gmnaam", ColumnMeaning::name},
    {"municipality", ColumnMeaning::name},
    {"municipalityname", ColumnMeaning::name},
    {"regionname", ColumnMeaning::name},

    {"provincie", ColumnMeaning::province},
    {"provincienaam", ColumnMeaning::province},
    {"province", ColumnMeaning::province},
    {"provincename", ColumnMeaning::province},

    {"inwoners", ColumnMeaning::inhabitants},
    {"inwoneraantal", ColumnMeaning::inhabitants},
    {"inwonertal", ColumnMeaning::inhabitants},
    {"aantalinwoners", ColumnMeaning::inhabitants},
    {"aantalinwonersaantal", ColumnMeaning::inhabitants},
    {"bevolking", ColumnMeaning::inhabitants},
    {"bevolkingaantal", ColumnMeaning::inhabitants},
    {"bevolkingop1januari", ColumnMeaning::inhabitants},
    {"bevolkingop1januariaantal", ColumnMeaning::inhabitants},
    {"bevolkingop1januari1", ColumnMeaning::inhabitants},
    {"totalebevolking", ColumnMeaning::inhabitants},
    {"totalebevolkingaantal", ColumnMeaning::inhabitants},
    {"totalebevolking1", ColumnMeaning::inhabitants},
    {"inhabitants", ColumnMeaning::inhabitants},
    {"population", ColumnMeaning::inhabitants},
    {"populationon1january", ColumnMeaning::inhabitants},

    {"seswoa", ColumnMeaning::score},
    {"seswoascore", ColumnMeaning::score},
    {"seswoaschatting", ColumnMeaning::score},
    {"sesscore", ColumnMeaning::score},
    {"score", ColumnMeaning::score},
    {"gemiddeldescore", ColumnMeaning::score},
    {"gemiddeldescoregetal", ColumnMeaning::score},
    {"gemiddeldescore29", ColumnMeaning::score},
    {"totaalscoregemiddeldescore", ColumnMeaning::score},
    {"seswoatotaalscoregemiddeldescore", ColumnMeaning::score},
    {"seswoatotaalscoregemiddeldescoregetal", ColumnMeaning::score},
    {"averagescore", ColumnMeaning::score},
    {"meanscore", ColumnMeaning::score},

    {"niveau", ColumnMeaning::level},
    {"level", ColumnMeaning::level},
    {"soortregio", ColumnMeaning::level},
    {"soortregio2", ColumnMeaning::level},

    {"opvangplaatsen", ColumnMeaning::places},
    {"indicatieveverdeling", ColumnMeaning::places},
    {"plaatsen", ColumnMeaning::places},
    {"aantalplaatsen", ColumnMeaning::places},
    {"plekken", ColumnMeaning::places},
    {"aantalplekken", ColumnMeaning::places},
    {"opvangplekken", ColumnMeaning::places},
    {"aantalopvangplekken", ColumnMeaning::places},
    {"aantalopvangplaatsen", ColumnMeaning::places},
    {"asielplekken", ColumnMeaning::places},
    {"places", ColumnMeaning::places},
    {"total", ColumnMeaning::places},
    {"totaal", ColumnMeaning::places},

    {"amv", ColumnMeaning::minors},
    {"waarvanamv", ColumnMeaning::minors},
    {"minors", ColumnMeaning::minors},

    {"bron", ColumnMeaning::source},
    {"source", ColumnMeaning::source},
    {"datum", ColumnMeaning::date},
    {"date", ColumnMeaning::date},
    {"sourcedate", ColumnMeaning::date},
    {"adres", ColumnMeaning::url},
    {"url", ColumnMeaning::url},
    {"sourceurl", ColumnMeaning::url},
    {"betwist", ColumnMeaning::disputed},
    {"disputed", ColumnMeaning::disputed},

    {"periode", ColumnMeaning::period},
    {"perioden", ColumnMeaning::period},
    {"period", ColumnMeaning::period},
    {"periods", ColumnMeaning::period},
    {"jaar", ColumnMeaning::period},
    {"peiljaar", ColumnMeaning::period},
    {"year", ColumnMeaning::period},
});

// Words, folded, that make places other ones or some of them.
constexpr auto parts = std::to_array<std::string_view>(
    {"regulier",     "excl",        "zonder",       "amv",        "minderjarig", "alleenstaand",
     "oekra",        "ukrain",      "statushouder", "vergunning", "verschil",    "difference",
     "extra",        "tekort",      "overschot",    "bestaand",   "existing",    "huidig",
     "gerealiseerd", "beschikbaar", "gepland",      "noodopvang", "crisis",      "totenmet"});

std::optional<ColumnMeaning> known(std::string_view spelling) {
    for (const Heading& heading : headings) {
        if (heading.folded == spelling) return heading.column;
    }
    return std::nullopt;
}

bool holds_any(std::string_view spelling, std::span<const std::string_view> words) {
    for (const std::string_view word : words) {
        if (spelling.find(word) != std::string_view::npos) return true;
    }
    return false;
}

// `(regulier)`, `(excl. amv)`, `(verschil)`: of some of the places or other ones, which are no
// total.
bool is_of_part(std::string_view unit) {
    const std::string spelling = folded(unit);
    return !spelling.starts_with("incl") && holds_any(spelling, parts);
}

// `Bevolking op 1 januari (aantal)` is that of `Bevolking op 1 januari`; `Bevolking (x 1.000)` is
// of none.
std::optional<std::string_view> without_unit(std::string_view heading) {
    heading = trimmed(heading);
    if (!heading.ends_with(')')) return heading;
    const std::size_t opened = heading.rfind('(');
    if (opened == std::string_view::npos) return heading;
    if (counts_otherwise(heading.substr(opened)) || is_of_part(heading.substr(opened)))
        return std::nullopt;
    return trimmed(heading.substr(0, opened));
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
std::optional<ColumnMeaning> at_end_of_path(std::string_view heading) {
    const std::size_t slash = heading.rfind('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const std::string last = folded(heading.substr(slash + 1));
    const auto column = known(last);
    if (column == ColumnMeaning::inhabitants) return column;
    const bool total = folded(heading.substr(0, slash)).ends_with("totaalscore");
    if (column == ColumnMeaning::score && total) return column;
    return std::nullopt;
}

}  // namespace

std::optional<ColumnMeaning> column_of_heading(std::string_view heading) {
    if (trimmed(heading).empty()) return std::nullopt;
    const std::string spelling = folded(heading);
    const auto bare = without_unit(heading);
    if (!bare) return std::nullopt;
    if (const auto column = known(spelling)) return column;
    if (heading.find('/') != std::string_view::npos) return at_end_of_path(*bare);
    const std::string shorter = folded(*bare);
    if (const auto column = known(shorter)) return column;
    const auto column = known(without_year(shorter));
    return column == ColumnMeaning::inhabitants || column == ColumnMeaning::score ? column
                                                                                  : std::nullopt;
}

std::optional<ColumnMeaning> column_of_other_unit(std::string_view heading) {
    if (!counts_otherwise(heading)) return std::nullopt;
    constexpr std::string_view edges = " (/%";
    for (std::size_t at = 0; at < heading.size(); ++at) {
        if (edges.find(heading[at]) == std::string_view::npos) continue;
        for (const std::string_view part : {heading.substr(0, at), heading.substr(at + 1)}) {
            const auto column = counts_otherwise(part) ? std::nullopt : column_of_heading(part);
            if (column) return column;
        }
    }
    return std::nullopt;
}

}  // namespace spreiding
