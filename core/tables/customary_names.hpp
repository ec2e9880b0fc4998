// Names that municipalities are called by beside that of CBS: customary, English, Frisian, Dutch
// for a Frisian one, and those of before a renaming. The only list of them.
#pragma once

#include <array>
#include <string_view>

namespace spreiding {

/// Folded: lower case, letters and digits only. The official name is that without its suffix
/// (`Hengelo` of `Hengelo (O.)`); it may be of a municipality that exists no longer.
struct CustomaryName {
    std::string_view official;
    std::string_view customary;
};

constexpr std::array customary_names = std::to_array<CustomaryName>({
    {"sgravenhage", "denhaag"},
    {"sgravenhage", "gravenhage"},
    {"sgravenhage", "thehague"},
    {"shertogenbosch", "denbosch"},
    {"shertogenbosch", "hertogenbosch"},
    {"bergenopzoom", "bergenoz"},
    {"hendrikidoambacht", "hiambacht"},
    {"kaagenbraassem", "kaagbraassem"},
    {"nuenengerwenennederwetten", "nuenen"},
    {"nuenengerwenennederwetten", "nuenenca"},
    {"nuenengerwenennederwetten", "nuenencagerwenennederwetten"},
    {"vlissingen", "flushing"},
    // Fryslân: what CBS calls in Frisian in Dutch, and the other way round
    {"ameland", "itamelan"},
    {"ameland", "amelan"},
    {"dantumadiel", "dantumadeel"},
    {"defryskemarren", "defriesemeren"},
    {"defryskemarren", "friesemeren"},
    {"harlingen", "harns"},
    {"heerenveen", "ithearrenfean"},
    {"heerenveen", "hearrenfean"},
    {"leeuwarden", "ljouwert"},
    {"noardeastfryslan", "noordoostfriesland"},
    {"noardeastfryslan", "noordoostfryslan"},
    {"ooststellingwerf", "eaststellingwerf"},
    {"opsterland", "opsterlan"},
    {"schiermonnikoog", "skiermuntseach"},
    {"smallingerland", "smellingerlan"},
    {"sudwestfryslan", "zuidwestfriesland"},
    {"sudwestfryslan", "zuidwestfryslan"},
    {"sudwestfryslan", "sudwestfriesland"},
    {"terschelling", "skylge"},
    {"tytsjerksteradiel", "tietjerksteradeel"},
    {"tytsjerksteradiel", "tietsjerksteradeel"},
    {"vlieland", "flylan"},
    // of municipalities that ended
    {"dongeradeel", "dongeradiel"},
    {"ferwerderadiel", "ferwerderadeel"},
    {"franekeradeel", "frjentsjerteradiel"},
    {"haarlemmerliedeenspaarnwoude", "haarlemmerliede"},
    {"hetbildt", "itbilt"},
    {"kollumerlandennieuwkruisland", "kollumerland"},
    {"kollumerlandennieuwkruisland", "kollumerlandca"},
    {"leeuwarderadeel", "ljouwerteradiel"},
    {"littenseradiel", "littenseradeel"},
    {"menameradiel", "menaldumadeel"},
});

}  // namespace spreiding
