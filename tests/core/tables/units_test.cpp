// Which words of a title or a note make the figures of its table other ones.
#include "tables/units.hpp"

#include <doctest/doctest.h>

#include "tables/headings.hpp"
#include "tables/municipality_code.hpp"

using namespace spreiding;

TEST_CASE("a title says of its figures that they are in thousands, or parts of something") {
    for (const char* title :
         {"Opvangplaatsen x 1.000", "x1000", "× 1 000", "(x duizend)", "aantallen *1000",
          "in duizendtallen", "In duizenden", "cijfers in %", "per 1.000 inwoners", "per inwoner",
          "maal 1.000.000", "in thousands", "%", "Honderdtallen"}) {
        CAPTURE(title);
        CHECK(says_other_unit(title));
        CHECK(counts_otherwise(title));
    }
}

TEST_CASE("a title that speaks of a thousand or of percents says nothing of its figures") {
    for (const char* title :
         {"", "Nog 1.000 plekken", "2 x 1.000 plekken", "Van 96.000 plaatsen", "10 procent meer",
          "Per 10 oktober 2026", "Stand per 1-10-2026", "Duizenden plekken te kort", "Max 1000",
          "Plekken per gemeente", "in 2026"}) {
        CAPTURE(title);
        CHECK_FALSE(says_other_unit(title));
    }
}

TEST_CASE("a heading with such a unit is known for what it would be without") {
    CHECK(column_of_other_unit("Opvangplaatsen x 1.000") == ColumnMeaning::places);
    CHECK(column_of_other_unit("Opvangplaatsen (x duizend)") == ColumnMeaning::places);
    CHECK(column_of_other_unit("Percentage opvangplaatsen") == ColumnMeaning::places);
    CHECK(column_of_other_unit("Bevolking (x 1 000)") == ColumnMeaning::inhabitants);
    CHECK(column_of_other_unit("Opvangplaatsen / %") == ColumnMeaning::places);
    CHECK_FALSE(column_of_other_unit("Opvangplaatsen"));
    CHECK_FALSE(column_of_other_unit("Kosten x 1.000"));
}

TEST_CASE("places of a kind, or a difference of places, are not the places that are meant") {
    for (const char* heading :
         {"Plekken (Oekraïne)", "Plekken (tot en met 2025)", "Opvangplaatsen (verschil)",
          "Plekken (tekort)", "Plekken (gerealiseerd)", "Opvangplaatsen (statushouders)"}) {
        CAPTURE(heading);
        CHECK_FALSE(column_of_heading(heading));
    }
    for (const char* heading :
         {"Plekken (aantal)", "Plekken (2026)", "Opvangplaatsen (incl. amv)"}) {
        CAPTURE(heading);
        CHECK(column_of_heading(heading) == ColumnMeaning::places);
    }
}

TEST_CASE("a code and a name in one text are told apart") {
    for (const char* text : {"GM0106 Assen", "GM0106 - Assen", "0106 Assen", "Assen (GM0106)",
                             "GM0106: Assen", "Assen – GM0106"}) {
        CAPTURE(text);
        const auto both = code_and_name(text);
        REQUIRE(both);
        CHECK(read_code(both->code) == MunicipalityCode(106, 4));
        CHECK(both->name == "Assen");
    }
    for (const char* text : {"Assen", "GM0106", "GM0106 0106", "Bergen (NH.)", "", " "}) {
        CAPTURE(text);
        CHECK_FALSE(code_and_name(text));
    }
}
