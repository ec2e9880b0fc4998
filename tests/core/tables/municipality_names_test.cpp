#include "tables/municipality_names.hpp"

#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "tables/tables.hpp"

using namespace spreiding;

namespace {

const std::vector<std::string> provinces = {
    "Drenthe",       "Flevoland",     "Fryslân",    "Gelderland", "Groningen", "Limburg",
    "Noord-Brabant", "Noord-Holland", "Overijssel", "Utrecht",    "Zeeland",   "Zuid-Holland"};

std::string contents(const char* name) {
    std::ifstream file(std::string(SPREIDING_SOURCE_DIR) + "/public/data/" + name,
                       std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// The municipalities of a vintage.
struct Round {
    std::string bytes = contents("population/2024.csv");
    Findings findings;
    csv::Sheet sheet = csv::read(bytes, "2024.csv", findings);
    Layout layout = recognise(sheet);
    PopulationTable table = read_population({sheet, layout, "2024.csv"}, provinces, findings);
    MunicipalityNames names{named(), provinces};

    std::vector<NamedMunicipality> named() const {
        std::vector<NamedMunicipality> all;
        for (std::size_t at = 0; at < table.size(); ++at)
            all.push_back({table.codes[at], table.names[at], table.provinces[at]});
        return all;
    }
    std::string called(std::string_view typed) const {
        const NameMatch match = names.find(typed);
        if (match.is_ambiguous) return "more than one";
        return match.municipality == nullptr ? "none" : std::string(match.municipality->name);
    }
};

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    for (std::size_t at = text.find(what); at != std::string::npos;
         at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
    return text;
}

}  // namespace

TEST_CASE("each of the 342 is found however its signs were typed") {
    const Round round;
    REQUIRE(round.table.size() == 342);
    // Apostrophes, hyphens and spaces as word processors and web pages put them there.
    constexpr std::array<std::pair<std::string_view, std::string_view>, 16> typed = {{
        {"'", "\u2019"},
        {"'", "\u2018"},
        {"'", "\u02BC"},
        {"'", "`"},
        {"'", ""},
        {"-", "\u2011"},
        {"-", "\u2013"},
        {"-", "\u2010"},
        {"-", "\u00AD-"},
        {"-", " "},
        {"-", " - "},
        {" ", "\u00A0"},
        {" ", "\u202F"},
        {" ", "\u200B "},
        {"ij", "\u0133"},
        {"e", "e\u00AD"},
    }};
    for (const NamedMunicipality& one : round.names.list()) {
        const std::string name(one.name);
        CHECK(round.called("gemeente " + name) == name);
        CHECK(round.called("\uFEFF" + name + "\u00B9") == name);
        CHECK(round.called(name + " 1)") == name);
        for (const auto& [sign, other] : typed) {
            CAPTURE(name);
            const std::string spelling = replaced(name, sign, other);
            CAPTURE(spelling);
            CHECK(round.called(spelling) == name);
        }
        const std::string with_and = replaced(name, " en ", " & ");
        CHECK(round.called(with_and) == name);
        CHECK(round.called(replaced(name, " aan den ", " a/d ")) == name);
    }
}

TEST_CASE("customary, Frisian and abbreviated names are those of one municipality") {
    const Round round;
    CHECK(round.called("Den Haag") == "'s-Gravenhage (gemeente)");
    CHECK(round.called("\u2019s\u2011Gravenhage") == "'s-Gravenhage (gemeente)");
    CHECK(round.called("Gravenhage, 's-") == "'s-Gravenhage (gemeente)");
    CHECK(round.called("Haag, Den") == "'s-Gravenhage (gemeente)");
    CHECK(round.called("Den Bosch") == "'s-Hertogenbosch");
    CHECK(round.called("Alphen a.d. Rijn") == "Alphen aan den Rijn");
    CHECK(round.called("Capelle aan de IJssel") == "Capelle aan den IJssel");
    CHECK(round.called("Krimpen ad IJssel") == "Krimpen aan den IJssel");
    CHECK(round.called("St. Michielsgestel") == "Sint-Michielsgestel");
    CHECK(round.called("Bilt, De") == "De Bilt");
    CHECK(round.called("Ljouwert") == "Leeuwarden");
    CHECK(round.called("Skylge") == "Terschelling");
    CHECK(round.called("It Hearrenfean") == "Heerenveen");
    CHECK(round.called("Tietjerksteradeel") == "Tytsjerksteradiel");
    CHECK(round.called("Utrecht stad") == "Utrecht (gemeente)");
    CHECK(round.called("Utrecht (gem.)") == "Utrecht (gemeente)");
    CHECK(round.called("Zwolle (Ov.)") == "Zwolle");
    CHECK(round.called("Zwolle (Overijssel)") == "Zwolle");
}

TEST_CASE("a name is never given to a municipality that it is not of") {
    const Round round;
    for (const char* other : {"Laren (Gld.)",
                              "Hengelo (Gld)",
                              "Rijswijk (GLD.)",
                              "Zwolle (Drenthe)",
                              "Utrecht (PV)",
                              "Provincie Utrecht",
                              "Groningen (provincie)",
                              "Nederland",
                              "Totaal",
                              "",
                              "gemeente",
                              "-",
                              "Haag",
                              "Bosch",
                              "Alphen",
                              "Capelle",
                              "Nieuwkoop en Noorden",
                              "Wijk",
                              "Rijn, Alphen a/d",
                              "Uden",
                              "Zwole"}) {
        CAPTURE(other);
        CHECK(round.called(other) == "none");
    }
    CHECK(round.called("Bergen") == "more than one");
    const auto limburg = static_cast<std::uint16_t>(*find_province("Limburg", provinces));
    CHECK(round.names.find("Bergen", limburg).municipality->name == "Bergen (L.)");
    CHECK(round.names.find("Rijswijk", limburg).municipality == nullptr);
}

TEST_CASE("an error of typing has its proposal, and a word that is no name has none") {
    const Round round;
    CHECK(round.names.proposals("Zwole") == "Zwolle");
    CHECK(round.names.proposals("Amsterdma") == "Amsterdam");
    CHECK(round.names.proposals("Den Hag") == "'s-Gravenhage (gemeente)");
    CHECK(round.names.proposals("Bronckhosrt") == "Bronckhorst");
    CHECK(round.names.proposals("Overige gemeenten").empty());
    CHECK(round.names.proposals(std::string(100'000, 'x')).empty());
    // Six times until now, and a thousand times in all.
    for (int at = 6; at < 2'000; ++at)
        CHECK(round.names.proposals("Zwole").empty() == (at >= 1'000));
    CHECK(round.names.holding("utr", 8).size() == 2);
    CHECK(round.names.holding("haag", 8).front()->name == "'s-Gravenhage (gemeente)");
}
