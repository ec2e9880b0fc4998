#include "values/decimal.hpp"

#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>

using namespace spreiding;

namespace {

constexpr Notation point{'.', '\0'};
constexpr Notation comma{',', '\0'};
constexpr Notation dutch{',', '.'};

std::optional<Notation> notation_of(std::initializer_list<const char*> cells) {
    NotationEvidence evidence;
    for (const char* cell : cells)
        evidence.add(cell);
    return evidence.notation();
}

}  // namespace

TEST_CASE("a number is read exactly, in its own notation only") {
    CHECK(read_decimal("0.157", point).number() == Decimal{157, 3});
    CHECK(read_decimal(" -0,023 ", comma).number() == Decimal{-23, 3});
    CHECK(read_decimal("\xE2\x88\x92"
                       "0.1",
                       point)
              .number() == Decimal{-1, 1});
    CHECK(read_decimal(".5", point).number() == Decimal{5, 1});
    CHECK(read_decimal("0,157", point).fault() == NumberFault::other_marks);
    CHECK(read_decimal("0.157", comma).fault() == NumberFault::other_marks);
    CHECK(read_decimal("1.2,3", point).fault() == NumberFault::unreadable);
    CHECK(read_decimal("1e5", point).fault() == NumberFault::unreadable);
    CHECK(read_decimal("5.", point).fault() == NumberFault::unreadable);
}

TEST_CASE("CBS's signs for no figure are missing, never nought") {
    for (const char* sign : {"", "  ", ".", "-", "x"}) {
        CHECK(read_decimal(sign, point).fault() == NumberFault::missing);
    }
    CHECK(read_decimal("0", point).fault() == NumberFault::none);
}

TEST_CASE("thousands marks are taken in groups of three only") {
    CHECK(read_decimal("1.234.567", dutch).number() == Decimal{1234567, 0});
    CHECK(read_decimal("238.147", dutch).number() == Decimal{238147, 0});
    CHECK(read_decimal("12.34", dutch).fault() == NumberFault::other_marks);
    CHECK(read_decimal("1234.567", dutch).fault() == NumberFault::other_marks);
    CHECK(read_decimal("0.157", dutch).fault() == NumberFault::other_marks);
    CHECK(read_decimal("1\xC2\xA0"
                       "234",
                       {',', ' '})
              .number() == Decimal{1234, 0});
}

TEST_CASE("eighteen digits are read, nineteen are too large") {
    CHECK(read_decimal("999999999999999999", point).number()->units == 999'999'999'999'999'999);
    CHECK(read_decimal("1000000000000000000", point).fault() == NumberFault::too_large);
    CHECK(read_decimal("0000000000000000000007", point).number()->units == 7);
}

TEST_CASE("the notation of a column follows from its cells") {
    CHECK(notation_of({"1", "22"}) == Notation{'.', '\0'});
    CHECK(notation_of({"0.15", "1.234"}) == Notation{'.', '\0'});
    CHECK(notation_of({"0,15", "1.234"}) == Notation{',', '.'});
    CHECK(notation_of({"1.234.567", "12.345"}) == Notation{',', '.'});
    CHECK(notation_of({"1,234.5"}) == Notation{'.', ','});
    CHECK(notation_of({"18500.00"}) == Notation{'.', '\0'});
}

TEST_CASE("a column in which every number can be read in two ways is no column to guess about") {
    CHECK_FALSE(notation_of({"1.234", "12.345"}).has_value());
    CHECK_FALSE(notation_of({"1,234"}).has_value());
}

TEST_CASE("marks that contradict each other are a question where neither has the majority") {
    CHECK(notation_of({"0.15", "0.25", "0,35"}) == Notation{'.', '\0'});
    CHECK(read_decimal("0,35", point).fault() == NumberFault::other_marks);
    CHECK_FALSE(notation_of({"0.15", "0,35"}).has_value());
}

TEST_CASE("spaces and apostrophes group thousands beside either decimal mark") {
    CHECK(notation_of({"1 234", "12"}) == Notation{'.', ' '});
    CHECK(notation_of({"1 234,5"}) == Notation{',', ' '});
    CHECK(notation_of({"1'234.5"}) == Notation{'.', '\''});
    CHECK(read_decimal("1'234.5", {'.', '\''}).number() == Decimal{12345, 1});
}

TEST_CASE("evidence counts every cell once") {
    NotationEvidence evidence;
    for (const char* cell : {"12", "-3", "0.5", "1.234", ".", "", "veel", "99999999999999999999"})
        evidence.add(cell);
    CHECK(evidence.no_marks == 3);
    CHECK(evidence.decimal_point == 1);
    CHECK(evidence.either_point == 1);
    CHECK(evidence.missing == 2);
    CHECK(evidence.no_number == 1);
}

TEST_CASE("units at a number of decimals lose no digit") {
    CHECK(units_at({157, 3}, 6) == 157'000);
    CHECK(units_at({1500, 3}, 1) == 15);
    CHECK_FALSE(units_at({157, 3}, 2).has_value());
    CHECK_FALSE(units_at({999'999'999'999'999'999, 0}, 3).has_value());
}

TEST_CASE("decimals are written with a point and all their places") {
    CHECK(to_text(Decimal{-23, 3}) == "-0.023");
    CHECK(to_text(Decimal{5, 0}) == "5");
    CHECK(to_text(static_cast<Wide>(0)) == "0");
    CHECK(to_text(Wide{1'000'000'000'000'000'000} * 1'000'000'000'000'000'005) ==
          "1000000000000000005000000000000000000");
}

TEST_CASE("a quotient is rounded half up, down or up, exactly") {
    CHECK(quotient_text(1, 3, 9) == "0.333333333");
    CHECK(quotient_text(2, 3, 3) == "0.667");
    CHECK(quotient_text(1, 8, 2) == "0.13");
    CHECK(quotient_text(19, 2, 0) == "10");
    CHECK(quotient_text_down(2, 3, 1) == "0.6");
    CHECK(quotient_text_up(2, 3, 1) == "0.7");
    CHECK(quotient_text_up(1, 2, 1) == "0.5");
    // The same sum with both sides a thousand million million times as large takes the wide path.
    const Wide large = Wide{1'000'000'000'000'000'000} * 1'000'000;
    CHECK(quotient_text(2 * large, 3 * large, 9) == "0.666666667");
}

TEST_CASE("the short way for plain numbers gives the answer of the general way, on any cell") {
    constexpr std::string_view characters = "0012345678999..,,--+ '*x\xC2\xA0";
    constexpr std::array marks = {'\0', '.', ',', ' ', '\''};
    std::mt19937 random(1);
    for (int i = 0; i < 200'000; ++i) {
        std::string cell;
        for (std::size_t left = random() % 22; left > 0; --left)
            cell += characters[random() % (i % 2 == 0 ? 17 : characters.size())];
        CAPTURE(cell);
        const Notation notation{random() % 2 == 0 ? '.' : ',', marks[random() % marks.size()]};
        const auto quick = read_decimal(cell, notation);
        const auto general = read_any_decimal(cell, notation);
        REQUIRE(quick == general);

        NotationEvidence seen;
        NotationEvidence seen_generally;
        seen.add(cell);
        seen_generally.add_any(cell);
        REQUIRE(seen == seen_generally);
    }
}
