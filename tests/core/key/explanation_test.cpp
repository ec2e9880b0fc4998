#include "key/explanation.hpp"

#include <doctest/doctest.h>

#include "lists.hpp"
#include "tables/nearest.hpp"

using namespace spreiding;

namespace {

// Two provinces; weights 1150·1000, 900·2000, 1000·1000 in thousandths: 1,150,000 + 1,800,000 +
// 1,000,000 = 3,950,000. A need of 79 gives 23, 36 and 20 exactly.
MunicipalityList small_list() {
    MunicipalityList list;
    list.codes = {{1, 4}, {2, 4}, {3, 4}};
    list.names = {"Hier", "Daar", "Ginds"};
    list.provinces = {0, 0, 1};
    list.inhabitants = {1'000, 2'000, 1'000};
    list.scores = {150, -100, 0};
    list.score_decimals = 3;
    return list;
}

std::string text_of(const Sum& sum) {
    std::string text;
    for (const SumPart& part : sum)
        text += part.text;
    return text;
}

}  // namespace

TEST_CASE("the steps of a municipality are the sums of the decree with their numbers filled in") {
    const MunicipalityList list = small_list();
    const Allocation allocation = allocate(list, 79, 10);
    const MunicipalityExplanation told = explain_municipality(list, allocation, 0);
    REQUIRE(told.steps.size() == 6);
    CHECK(text_of(told.steps[0].sum) == "(1+0.150)×1000÷4000");
    CHECK(text_of(told.steps[0].in_wholes) == "(1000+150)×1000÷(1000×4000)");
    CHECK(told.steps[0].decimal == "0.287500000000");
    CHECK(told.steps[0].value.numerator == 23);
    CHECK(told.steps[0].value.denominator == 80);
    CHECK(text_of(told.steps[1].sum) == "0.287500000000+0.700000000000");
    CHECK(told.steps[1].decimal == "0.987500000000");
    CHECK(told.steps[1].value.numerator == 79);
    CHECK(told.steps[1].value.denominator == 80);
    CHECK(text_of(told.steps[2].sum) == "79×0.287500000000÷0.987500000000");
    CHECK(text_of(told.steps[2].in_wholes) == "79×1150000÷3950000");
    CHECK(told.steps[2].decimal == "23.000000000");
    CHECK(text_of(told.steps[3].sum) == "23.000000000");
    CHECK(told.steps[3].decimal == "23");
    CHECK(told.steps[3].value.numerator == 23);
    CHECK(told.steps[3].value.denominator == 1);
    CHECK(told.steps[4].rule == Rule::minors_share);
    CHECK(told.steps[4].decimal == "2.911392405");
    CHECK(told.steps[5].decimal == "3");
}

TEST_CASE("every rule has a dated link to its article") {
    for (int rule = 0; rule <= static_cast<int>(Rule::minors_task); ++rule) {
        const std::string_view article = article_of(static_cast<Rule>(rule));
        CHECK(article.starts_with("https://wetten.overheid.nl/BWBR0049310/2024-03-30#"));
    }
    CHECK(article_of(Rule::minors_share).ends_with("Artikel2.2"));
}

TEST_CASE("what the score adds or takes away is the share minus the share by population") {
    const MunicipalityList list = small_list();
    const Allocation allocation = allocate(list, 79, std::nullopt);
    const ScoreEffect first = explain_municipality(list, allocation, 0).score_effect;
    CHECK(first.population_places == 20);  // 79 × 1000 ÷ 4000 = 19.75
    CHECK(first.places == 3);
    REQUIRE(first.exact.has_value());
    CHECK(to_text(*first.exact, 9) == "3.250000000");
    const ScoreEffect second = explain_municipality(list, allocation, 1).score_effect;
    CHECK(second.places == -4);  // 39.5 goes up to 40
    CHECK(to_text(*second.exact, 9) == "-3.500000000");
}

TEST_CASE("a rank counts those with more; equal ones share a place") {
    const MunicipalityList list = small_list();
    const Allocation allocation = allocate(list, 79, std::nullopt);
    const MunicipalityExplanation first = explain_municipality(list, allocation, 0);
    CHECK(first.places_in_country.place == 2);
    CHECK(first.places_in_country.of == 3);
    CHECK(first.places_in_province.place == 2);
    CHECK(first.places_in_province.of == 2);
    CHECK(first.rate_in_country.place == 1);
    const MunicipalityExplanation second = explain_municipality(list, allocation, 1);
    CHECK(second.rate_in_country.place == 3);
    // Of its province the first has the most per inhabitant, of the country also: 0.023 before 0.02
    // and 0.018. The third is alone in its province.
    CHECK(first.rate_in_province.place == 1);
    CHECK(first.rate_in_province.of == 2);
    CHECK(second.rate_in_province.place == 2);
    CHECK(second.places_in_province.place == 1);
    const MunicipalityExplanation third = explain_municipality(list, allocation, 2);
    CHECK(third.rate_in_country.place == 2);
    CHECK(third.rate_in_province.place == 1);
    CHECK(third.rate_in_province.of == 1);
    CHECK(third.places_in_province.place == 1);
    CHECK(third.places_in_country.place == 3);
}

TEST_CASE("ranks by places per inhabitant are those of a count, in province and country") {
    spreiding::testing::Random random(7);
    for (int round = 0; round < 50; ++round) {
        const MunicipalityList list = spreiding::testing::random_list(random, 9, 2, 40);
        std::vector<Places> places;
        for (std::size_t at = 0; at < list.size(); ++at)
            places.push_back(random.below(5));
        const auto ranks = rate_ranks(list, places);
        REQUIRE(ranks.size() == list.size());
        for (std::size_t at = 0; at < list.size(); ++at) {
            RateRanks counted{1, 1};
            for (std::size_t other = 0; other < list.size(); ++other) {
                const bool denser =
                    places[other] * list.inhabitants[at] > places[at] * list.inhabitants[other];
                counted.in_country += denser ? 1 : 0;
                counted.in_province +=
                    denser && list.provinces[other] == list.provinces[at] ? 1 : 0;
            }
            CHECK(ranks[at].in_country == counted.in_country);
            CHECK(ranks[at].in_province == counted.in_province);
        }
    }
}

TEST_CASE("the border of the rounding is the nearest half, and the distance to it is exact") {
    const RoundingBorder down = rounding_border({1, 4});
    CHECK_FALSE(down.rounded_up);
    CHECK(down.border_above);
    CHECK(down.border == "0.5");
    CHECK(down.distance.numerator == 1);
    CHECK(down.distance.denominator == 4);
    const RoundingBorder up = rounding_border({39, 4});  // 9.75
    CHECK(up.rounded_up);
    CHECK_FALSE(up.border_above);
    CHECK(up.border == "9.5");
    CHECK(up.distance.denominator == 4);
    const RoundingBorder half = rounding_border({19, 2});
    CHECK(half.rounded_up);
    CHECK(half.distance.numerator == 0);
}

TEST_CASE("a provincial task is explained as the sum of its rounded shares") {
    const MunicipalityList list = small_list();
    const Allocation allocation = allocate(list, 80, 10);
    const ProvinceExplanation told = explain_province(list, allocation, allocation.provinces[0]);
    CHECK(text_of(told.steps[0].sum) == "23+36");  // 23.29 and 36.46
    CHECK(told.steps[0].decimal == "59");
    CHECK(told.share.decimal() == "59.746835443");
    CHECK(to_text(told.rounding, 9) == "-0.746835443");
    CHECK(told.places_in_country.place == 1);
    CHECK(told.places_in_country.of == 2);
    // 59 of 3,000 inhabitants before rounding is less than 20 of 1,000.
    CHECK(told.rate_in_country.place == 2);
    // By inhabitants 80 × 1,000 and 2,000 ÷ 4,000 = 20 and 40.
    CHECK(told.score_effect.population_places == 60);
    CHECK(told.score_effect.places == -1);
    CHECK(told.municipalities == std::vector<std::size_t>{0, 1});
    const ProvinceExplanation other = explain_province(list, allocation, allocation.provinces[1]);
    CHECK(other.places_in_country.place == 2);
    CHECK(other.rate_in_country.place == 1);
    CHECK(other.score_effect.population_places == 20);
    CHECK(told.steps[1].rule == Rule::minors_task);
    CHECK(text_of(told.steps[1].sum) == "3+5");
}

TEST_CASE("the largest list fits, or the difference is left out, never wrapped") {
    MunicipalityList list;
    for (std::uint32_t i = 0; i < 1'000; ++i) {
        list.codes.emplace_back(i, 4);
        list.names.emplace_back("G");
        list.provinces.push_back(0);
        list.inhabitants.push_back(2'147'483'647 - i);
        list.scores.push_back(10'000'000 - static_cast<std::int32_t>(7 * i));
    }
    list.score_decimals = 6;
    const Allocation allocation = allocate(list, 10'000'000, 9'999'999);
    const MunicipalityExplanation told = explain_municipality(list, allocation, 999);
    CHECK(told.rate_in_country.place == 1'000);
    if (told.score_effect.exact) CHECK(to_text(*told.score_effect.exact, 1).size() < 9);
}

TEST_CASE(
    "a difference of fractions is exact and in lowest terms, or nothing where it may not fit") {
    const auto third = difference(1, 2, 1, 6);
    REQUIRE(third.has_value());
    CHECK_FALSE(third->negative);
    CHECK(third->numerator == 1);
    CHECK(third->denominator == 3);
    CHECK(difference(1, 6, 1, 2)->negative);
    CHECK(to_text(*difference(1, 2, 1, 2), 3) == "0.000");
    const Wide large = (Wide{1} << 70U) + 1;
    CHECK_FALSE(difference(1, large, 1, large + 2).has_value());
    CHECK(checked_product(Wide{1} << 63U, Wide{1} << 63U).has_value());
    CHECK_FALSE(checked_product(Wide{1} << 64U, Wide{1} << 64U).has_value());
}

TEST_CASE("one place per so many inhabitants, rounded; none without places") {
    CHECK(inhabitants_per_place(1'000, 3) == 333);
    CHECK(inhabitants_per_place(1'001, 2) == 501);
    CHECK(inhabitants_per_place(1'000, 1) == 1'000);
    CHECK_FALSE(inhabitants_per_place(1'000, 0).has_value());
}

TEST_CASE("a municipality is found by code, by name, and by its name without brackets") {
    MunicipalityList list = small_list();
    list.names = {"Bergen (L.)", "Bergen (NH.)", "Súdwest-Fryslân"};
    Findings findings;
    CHECK(find_municipality(list, "GM0002", findings) == 1);
    CHECK(find_municipality(list, "3", findings) == 2);
    CHECK(find_municipality(list, "sudwest fryslan", findings) == 2);
    CHECK(find_municipality(list, "bergen nh", findings) == 1);
    CHECK(findings.list().empty());
    CHECK_FALSE(find_municipality(list, "Bergen", findings).has_value());
    CHECK(findings.list().back().code == FindingCode::municipality_ambiguous);
    CHECK(findings.list().back().about == "Bergen (L.), Bergen (NH.)");
    CHECK_FALSE(find_municipality(list, "Sudwst-Fryslan", findings).has_value());
    CHECK(findings.list().back().code == FindingCode::municipality_unknown);
    CHECK(findings.list().back().about.starts_with("Súdwest-Fryslân"));
    CHECK_FALSE(find_municipality(list, std::string(100'000, 'x'), findings).has_value());
}
