// Which needs and which factor give a printed table, by hand.
#include "published/reproduction.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

#include "tables/tables.hpp"

using namespace spreiding;

namespace {

// Whole scores of nought: a weight is a number of inhabitants. Each in a province of its own.
MunicipalityList list_of(std::vector<std::uint32_t> inhabitants) {
    MunicipalityList list;
    for (const std::uint32_t each : inhabitants) {
        const auto at = static_cast<std::uint32_t>(list.codes.size());
        list.codes.emplace_back(at + 1, 4);
        list.names.emplace_back("G");
        list.provinces.push_back(static_cast<std::uint16_t>(at));
        list.scores.push_back(0);
        list.inhabitants.push_back(each);
    }
    return list;
}

PrintedRow of_municipality(std::uint32_t code, Places places) {
    PrintedRow row;
    row.code = MunicipalityCode{code, 4};
    row.places = places;
    return row;
}

PrintedRow of_province(std::size_t province, Places places) {
    PrintedRow row;
    row.level = Level::province;
    row.province = province;
    row.places = places;
    return row;
}

PrintedTable of_municipalities(std::vector<Places> places) {
    PrintedTable table;
    for (const Places each : places)
        table.rows.push_back(
            of_municipality(static_cast<std::uint32_t>(table.rows.size()) + 1, each));
    return table;
}

Reproduction found_in(const PrintedTable& table, const MunicipalityList& list, NeedRange needs,
                      Places reference) {
    return reproduce(list, weights(list.inhabitants, list.scores, 0), table, needs, reference);
}

void check_near(std::int64_t found, std::int64_t expected) {
    CHECK(std::abs(found - expected) <= 1);  // a millionth, cut off
}

std::optional<FactorFit> fit_of(const MunicipalityList& list, const PrintedTable& table,
                                Places need) {
    return fit_factor(list, weights(list.inhabitants, list.scores, 0), table, need);
}

}  // namespace

TEST_CASE("the needs that a total allows lie within half of its municipalities") {
    CHECK(needs_of_total(1'000, 4).first == 998);
    CHECK(needs_of_total(1'000, 4).last == 1'002);
    CHECK(needs_of_total(1'000, 5).first == 998);
    CHECK(needs_of_total(1, 10).first == 0);
    CHECK(needs_of_total(1, 10).last == 6);
    CHECK(needs_of_total(9'999'999, 10).last == 10'000'000);
}

TEST_CASE("of the needs that give most of a table the one nearest to the reference is told") {
    // A quarter: 10 of 38 … 41. Three quarters: 30 of 40 alone.
    const MunicipalityList list = list_of({100, 300});
    const auto of_ten = [&](Places reference) {
        const Reproduction found = found_in(of_municipalities({10}), list, {30, 50}, reference);
        CHECK(found.matches == 1);
        CHECK(found.first_need == 38);
        CHECK(found.last_need == 41);
        CHECK(found.total_difference == 0);
        return found.need;
    };
    CHECK(of_ten(36) == 38);
    CHECK(of_ten(40) == 40);
    CHECK(of_ten(47) == 41);
    PrintedTable whole = of_municipalities({10, 30});
    whole.rows.push_back(of_province(0, 10));
    whole.rows.push_back(of_province(1, 30));
    PrintedRow country;
    country.level = Level::country;
    country.places = 40;
    whole.rows.push_back(country);
    const Reproduction all = found_in(whole, list, {30, 50}, 36);
    CHECK(all.rows == 5);
    CHECK(all.matches == 5);
    CHECK(all.need == 40);
    CHECK(all.first_need == 40);
    CHECK(all.last_need == 40);
    // A fifth: 10 of 48 … 52, and 12 of 58 … 62. Of two as near the lower.
    const Reproduction two = found_in(
        [] {
            PrintedTable table;
            table.rows = {of_municipality(1, 10), of_municipality(1, 12)};
            return table;
        }(),
        list_of({100, 400}), {40, 70}, 55);
    CHECK(two.need == 52);
    CHECK(two.first_need == 48);
    CHECK(two.last_need == 52);
    CHECK(two.total_difference == 2);
    // At the ends of what is asked.
    const Reproduction first = found_in(of_municipalities({10}), list, {40, 50}, 100);
    CHECK(first.need == 41);
    CHECK(first.first_need == 40);
    const Reproduction last = found_in(of_municipalities({10}), list, {30, 39}, 0);
    CHECK(last.need == 38);
    CHECK(last.last_need == 39);
    // A nought is given by every need below 2, where a quarter is below a half.
    const Reproduction nought = found_in(of_municipalities({0}), list, {0, 5}, 9);
    CHECK(nought.first_need == 0);
    CHECK(nought.last_need == 1);
}

TEST_CASE("noughts tell no factor") {
    const MunicipalityList list = list_of({100, 400, 500});
    CHECK(!fit_of(list, of_municipalities({0, 0, 0}), 1'000));
    CHECK(!fit_of(list, of_municipalities({0, 400, 0}), 1'000));
    CHECK(fit_of(list, of_municipalities({0, 400, 500}), 1'000)->rows == 3);
}

TEST_CASE("what is not reproduced is counted in places, over municipalities and provinces") {
    // A fifth and four fifths of 50: 10 and 40.
    const MunicipalityList list = list_of({100, 400});
    PrintedTable table = of_municipalities({10, 33});
    table.rows.push_back(of_province(0, 12));
    table.rows.push_back(of_province(1, 40));
    table.rows.push_back(of_municipality(9, 1'000));  // not in the list
    table.rows.push_back(of_province(2, 1'000));
    const Reproduction found = found_in(table, list, {50, 50}, 50);
    CHECK(found.matches == 2);
    CHECK(found.rows == 6);
    CHECK(found.total_difference == 7 + 2);
}

TEST_CASE("however heavy the weights, the same needs give a table") {
    const MunicipalityList list = list_of({100, 400});
    for (const auto& [first, last, one, other] : std::vector<std::array<Places, 4>>{
             {90'000, 110'000, 20'000, 80'000}, {9'990'000, 10'000'000, 1'999'998, 7'999'992}}) {
        for (const unsigned shift : {0U, 20U, 31U, 34U, 40U, 46U}) {
            const std::vector<Weight> heavy = {Weight{100} << shift, Weight{400} << shift};
            const Reproduction found =
                reproduce(list, heavy, of_municipalities({one, other}), {first, last}, 0);
            CHECK(found.matches == 2);
            CHECK(found.need == one * 5);
            CHECK(found.last_need == one * 5);
            const Reproduction single =
                reproduce(list, heavy, of_municipalities({one}), {first, last}, 0);
            // Between 2 ½ below five times the figure and 2 ½ above it.
            CHECK(single.first_need == one * 5 - 2);
            CHECK(single.last_need == one * 5 + 2);
        }
    }
}

TEST_CASE(
    "of every range of needs those are told that give most rows, as trying each of them does") {
    MunicipalityList list = list_of({317, 89, 1'204, 555, 0});
    list.provinces = {0, 1, 0, 1, 1};
    constexpr NeedRange needs{690, 770};
    for (const unsigned shift : {0U, 30U, 34U, 46U}) {
        std::vector<Weight> heavy;
        for (const std::uint32_t each : list.inhabitants)
            heavy.push_back((Weight{each} << shift) + 1);
        const Wide total = total_weight(heavy);
        const auto share = [&](std::size_t at, Places need) {
            return static_cast<Places>((2 * static_cast<Wide>(need) * heavy[at] + total) /
                                       (2 * total));
        };
        const auto sum = [&](std::vector<std::size_t> members, Places need) {
            Places all = 0;
            for (const std::size_t each : members)
                all += share(each, need);
            return all;
        };
        for (const Places printed_for : {690, 707, 731, 770}) {
            PrintedTable table;
            for (std::uint32_t at = 0; at < 5; ++at)
                table.rows.push_back(of_municipality(at + 1, share(at, printed_for)));
            table.rows[3].places += 1;
            table.rows.push_back(of_municipality(9, 5));
            table.rows.push_back(of_province(0, sum({0, 2}, printed_for)));
            table.rows.push_back(of_province(1, sum({1, 3, 4}, printed_for) - 2));
            table.rows.push_back(of_province(7, 3));
            PrintedRow country;
            country.level = Level::country;
            country.places = sum({0, 1, 2, 3, 4}, printed_for) + 1;
            table.rows.push_back(country);
            const auto given = [&](Places need) {
                std::size_t rows = 0;
                for (std::size_t at = 0; at < 5; ++at)
                    rows += share(at, need) == table.rows[at].places ? 1 : 0;
                rows += sum({0, 2}, need) == table.rows[6].places ? 1 : 0;
                rows += sum({1, 3, 4}, need) == table.rows[7].places ? 1 : 0;
                return rows +
                       (sum({0, 1, 2, 3, 4}, need) == country.places || need == country.places ? 1
                                                                                               : 0);
            };
            for (const Places reference : {0, 700, 731, 9'000}) {
                CAPTURE(shift);
                CAPTURE(printed_for);
                CAPTURE(reference);
                Places best = needs.first;
                for (Places need = needs.first; need <= needs.last; ++need) {
                    const bool nearer = std::abs(need - reference) < std::abs(best - reference);
                    if (given(need) > given(best) || (given(need) == given(best) && nearer))
                        best = need;
                }
                Places first = best;
                Places last = best;
                while (first > needs.first && given(first - 1) == given(best))
                    --first;
                while (last < needs.last && given(last + 1) == given(best))
                    ++last;
                Places off = std::abs(sum({0, 2}, best) - table.rows[6].places) +
                             std::abs(sum({1, 3, 4}, best) - table.rows[7].places);
                for (std::size_t at = 0; at < 5; ++at)
                    off += std::abs(share(at, best) - table.rows[at].places);
                const Reproduction found = reproduce(list, heavy, table, needs, reference);
                CHECK(found.rows == table.rows.size());
                CHECK(found.matches == given(best));
                CHECK(found.need == best);
                CHECK(found.first_need == first);
                CHECK(found.last_need == last);
                CHECK(found.total_difference == static_cast<std::uint64_t>(off));
            }
        }
    }
}

TEST_CASE("what no need up to the highest gives is given by none") {
    const MunicipalityList list = list_of({1, 10'000'000});
    const std::vector<Weight> weights = {1, Weight{1} << 60U};
    const Reproduction none =
        reproduce(list, weights, of_municipalities({1}), {9'999'990, most_places}, 0);
    CHECK(none.matches == 0);
    CHECK(none.need == 9'999'990);
    CHECK(none.last_need == most_places);
}

TEST_CASE("a table of the weights themselves fits a factor of one; a list of half of them a half") {
    const MunicipalityList list = list_of({100, 200, 300});
    const PrintedTable table = of_municipalities({10, 20, 30});
    const auto fit = fit_of(list, table, 60);
    REQUIRE(fit.has_value());
    CHECK(fit->rows == 3);
    CHECK(fit->matches == 3);
    check_near(fit->factor, 1'000'000);
    check_near(fit->median, 0);
    CHECK(fit->least_median == 0);
    CHECK(fit->misses.empty());
    // Told against twice the need.
    check_near(fit_of(list, table, 120)->factor, 500'000);
    // Of two rows that are repeated, of another list, or of a province none counts.
    PrintedTable more = table;
    more.rows.push_back(of_municipality(2, 99));
    more.rows.back().is_repeated = true;
    more.rows.push_back(of_municipality(9, 99));
    more.rows.push_back(of_province(0, 99));
    CHECK(fit_of(list, more, 60)->rows == 3);
    CHECK_FALSE(fit_of(list, of_municipalities({10}), 60).has_value());
}

TEST_CASE("what a factor does not reproduce is told with how far it is off, the farthest first") {
    const MunicipalityList list = list_of({100, 200, 300, 400});
    // 10 and 20 of 100 and 200; 30 and 40 were printed as 45 and 36.
    const auto fit = fit_of(list, of_municipalities({10, 20, 45, 36}), 100);
    REQUIRE(fit.has_value());
    CHECK(fit->matches == 2);
    check_near(fit->factor, 1'000'000);
    REQUIRE(fit->misses.size() == 2);
    CHECK(fit->misses[0].municipality == 2);
    CHECK(fit->misses[0].printed == 45);
    check_near(fit->misses[0].deviation, -333'333);
    CHECK(fit->misses[1].municipality == 3);
    check_near(fit->misses[1].deviation, 111'111);
    check_near(fit->median, 0);  // half of four: the second
    CHECK(fit->least_median == 0);
}

TEST_CASE("of factors that reproduce as many, the one that leaves half of the rows nearest") {
    // Three of one weight, 10, 12 and 14: each factor gives one. 12 is 20 % too much for 10 and
    // 14.3 % too little for 14; the others are farther off.
    const MunicipalityList list = list_of({100, 100, 100});
    const auto fit = fit_of(list, of_municipalities({10, 12, 14}), 36);
    REQUIRE(fit.has_value());
    CHECK(fit->matches == 1);
    check_near(fit->factor, 1'000'000);
    check_near(fit->median, 142'857);
    // Between 12 and 14 two of three lie within 1/13 of their middle.
    check_near(fit->least_median, 76'923);
    REQUIRE(fit->misses.size() == 2);
    check_near(fit->misses[0].deviation, 200'000);
    check_near(fit->misses[1].deviation, -142'857);
}

TEST_CASE("a figure is met up to its half, and no longer where the next begins") {
    // 10 up to 10½ and 11 from there on: no factor gives both, and of as good ones the lower is
    // told.
    const MunicipalityList list = list_of({100, 100});
    const auto fit = fit_of(list, of_municipalities({10, 11}), 20);
    REQUIRE(fit.has_value());
    CHECK(fit->matches == 1);
    check_near(fit->factor, 1'000'000);
    REQUIRE(fit->misses.size() == 1);
    CHECK(fit->misses[0].printed == 11);
    // Of two that weigh nothing no factor gives a figure.
    CHECK_FALSE(fit_of(list_of({0, 0}), of_municipalities({10, 11}), 20).has_value());
    const auto some = fit_of(list_of({0, 100, 300}), of_municipalities({5, 10, 30}), 40);
    REQUIRE(some.has_value());
    CHECK(some->matches == 2);
    REQUIRE(some->misses.size() == 1);
    CHECK(some->misses[0].printed == 5);
}

TEST_CASE("the highest of the factors may be the best, and the nearest rows the last in order") {
    // 14, 15 and 10 of one weight: only the factor of 14 leaves half of the rows within a tenth.
    const auto fit = fit_of(list_of({100, 100, 100, 100}), of_municipalities({20, 10, 21, 22}), 84);
    REQUIRE(fit.has_value());
    CHECK(fit->matches == 1);
    check_near(fit->factor, 1'000'000);
    // 10 and 11 lie within 1/21 of their middle, 11 and 14 within 3/25.
    const auto near = fit_of(list_of({100, 100, 100}), of_municipalities({14, 11, 10}), 30);
    REQUIRE(near.has_value());
    check_near(near->least_median, 47'619);
}

TEST_CASE("a single place and a single inhabitant count as any number") {
    const auto fit = fit_of(list_of({1, 3, 7}), of_municipalities({1, 3, 7}), 11);
    REQUIRE(fit.has_value());
    CHECK(fit->rows == 3);
    CHECK(fit->matches == 3);
    check_near(fit->factor, 1'000'000);
    check_near(fit->median, 0);
    CHECK(fit->least_median == 0);
    // Two rows of one place each are rows enough.
    REQUIRE(fit_of(list_of({1, 1}), of_municipalities({1, 1}), 2).has_value());
    // One place, where the others say that it is four: a half of that is three quarters off.
    const auto missed = fit_of(list_of({400, 100, 200}), of_municipalities({1, 10, 20}), 70);
    REQUIRE(missed.has_value());
    REQUIRE(missed->misses.size() == 1);
    check_near(missed->misses[0].deviation, 39'000'000);
    // A need of nought, against which nothing can be told, is taken for one place.
    check_near(fit_of(list_of({1, 3}), of_municipalities({1, 3}), 0)->factor, 4'000'000);
}

TEST_CASE("a printed nought is met below a half, and is off by nothing that can be told") {
    const MunicipalityList list = list_of({100, 200, 4});
    const auto met = fit_of(list, of_municipalities({10, 20, 0}), 30);
    REQUIRE(met.has_value());
    CHECK(met->matches == 3);
    const auto missed = fit_of(list_of({100, 200, 100}), of_municipalities({10, 20, 0}), 40);
    REQUIRE(missed.has_value());
    CHECK(missed->matches == 2);
    REQUIRE(missed->misses.size() == 1);
    CHECK(missed->misses[0].printed == 0);
    CHECK(missed->misses[0].deviation == 0);
    check_near(missed->median, 0);
}
