#include "key/allocation.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "key/figure.hpp"
#include "values/fingerprint.hpp"

using namespace spreiding;

namespace {

MunicipalityList list_of(std::vector<std::uint32_t> inhabitants, std::vector<std::int32_t> scores,
                         int decimals, std::vector<std::uint16_t> provinces) {
    MunicipalityList list;
    list.inhabitants = std::move(inhabitants);
    list.scores = std::move(scores);
    list.score_decimals = decimals;
    list.provinces = std::move(provinces);
    list.codes.resize(list.inhabitants.size());
    list.names.resize(list.inhabitants.size());
    return list;
}

std::string file(const std::string& path) {
    std::ifstream stream(SPREIDING_SOURCE_DIR "/public/data/" + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("a weight is inhabitants times one plus the score") {
    CHECK(weights(std::vector<std::uint32_t>{1000, 10}, std::vector<std::int32_t>{-200, 50}, 3) ==
          std::vector<Weight>{800'000, 10'500});
}

TEST_CASE("a half goes up, and the sum may then exceed the need") {
    const Allocation allocation = allocate(list_of({1, 1}, {0, 0}, 0, {0, 0}), 1, std::nullopt);
    CHECK(allocation.places == std::vector<Places>{1, 1});
    CHECK(allocation.sum == 2);
}

TEST_CASE("a provincial task is the sum of rounded shares, not a rounded sum") {
    // Three shares of 1/2: each becomes 1, so the province gets 3 and not 2.
    const Allocation allocation =
        allocate(list_of({1, 1, 1, 3}, {0, 0, 0, 0}, 0, {0, 0, 0, 2}), 3, std::nullopt);
    REQUIRE(allocation.provinces.size() == 2);
    CHECK(allocation.provinces[0].places == 3);
    CHECK(allocation.provinces[0].municipalities == 3);
    CHECK(allocation.provinces[0].inhabitants == 3);
    CHECK(allocation.provinces[1].province == 2);
    CHECK(allocation.provinces[1].places == 2);
}

TEST_CASE("minors are spread by the same weights with their own need") {
    const Allocation allocation = allocate(list_of({3, 1}, {0, 0}, 0, {0, 0}), 100, 10);
    CHECK(allocation.places == std::vector<Places>{75, 25});
    CHECK(allocation.minors == std::vector<Places>{8, 3});
    CHECK(allocation.minors_sum == 11);
    CHECK(allocation.provinces[0].minors == 11);
    CHECK(allocate(list_of({3, 1}, {0, 0}, 0, {0, 0}), 100, std::nullopt).minors.empty());
}

TEST_CASE("the wide sum and the narrow sum are the same sum") {
    std::vector<Weight> narrow;
    std::vector<Weight> wide;
    for (Weight i = 1; i <= 500; ++i) {
        narrow.push_back(i * i);
        wide.push_back(i * i << 36U);
    }
    CHECK(indicative_shares(narrow, 9'999'999) == indicative_shares(wide, 9'999'999));
}

TEST_CASE("the largest weights and the largest need fit") {
    const Weight largest = Weight{11'000'000} * 2'147'483'647;
    const std::vector<Weight> all(1'000, largest);
    CHECK(indicative_shares(all, 10'000'000) == std::vector<Places>(1'000, 10'000));
    CHECK(indicative_shares(all, 0) == std::vector<Places>(1'000, 0));
    CHECK(exact_share(largest, total_weight(all), 10'000'000).decimal() == "10000.000000000");
}

TEST_CASE("an exact share is a fraction in lowest terms with nine decimals") {
    const ExactShare share = exact_share(9'500, 1'000'000, 1'000);
    CHECK(to_text(share.in_lowest_terms().numerator) == "19");
    CHECK(to_text(share.in_lowest_terms().denominator) == "2");
    CHECK(share.decimal() == "9.500000000");
    CHECK(share.near_half());
    CHECK(exact_share(500'001, 1'000'000, 1).near_half());
    CHECK_FALSE(exact_share(500'002, 1'000'000, 1).near_half());
}

TEST_CASE("near a half is within a millionth of it, on either side") {
    const auto is_near = [](Wide numerator) {
        return ExactShare{numerator, 1'000'000}.near_half();
    };
    for (const Wide whole : {Wide{0}, Wide{7'000'000}}) {
        CHECK_FALSE(is_near(whole + 499'998));
        CHECK(is_near(whole + 499'999));
        CHECK(is_near(whole + 500'000));
        CHECK(is_near(whole + 500'001));
        CHECK_FALSE(is_near(whole + 500'002));
    }
    // Also where a millionth is several parts: 0.499999 is near, 0.49999875 is not.
    CHECK(ExactShare{1'999'996, 4'000'000}.near_half());
    CHECK_FALSE(ExactShare{1'999'995, 4'000'000}.near_half());
    CHECK_FALSE(ExactShare{1, 3}.near_half());
    CHECK_FALSE(ExactShare{2, 3}.near_half());
}

TEST_CASE("the weight of the decree has twelve decimals") {
    CHECK(weight_text(9'500'000, 955'000, 3) == "0.009947643979");
}

TEST_CASE("an estimate is a band in whole places around the exact share, and never a number") {
    const MeasuredBand measured{EstimateRule::updated, 5, 1, 1, 1, "0"};
    // Half a place and 0.5 %: 99 … 101.
    const Figure hundred = band({100, 1}, {}, measured);
    CHECK_FALSE(hundred.places.has_value());
    CHECK(hundred.low == 99);
    CHECK(hundred.high == 101);
    // Of a table that printed 50 for what is 100 now: a place for its rounding, and 0.5 %.
    CHECK(band({100, 1}, 50, measured).low == 99);    // 98.5
    CHECK(band({100, 1}, 50, measured).high == 102);  // 101.5
    // A printed nought was less than a half.
    CHECK(band({1, 4}, 0, measured).low == 0);
    CHECK(band({1, 4}, 0, measured).high == 1);
    // To the last place, where the share is large.
    const MeasuredBand twentieth{EstimateRule::updated, 50, 1, 1, 1, "0"};
    CHECK(band({7'000'000, 7}, {}, twentieth).low == 950'000);
    CHECK(band({7'000'000, 7}, {}, twentieth).high == 1'050'001);
    CHECK(band({7'000, 7}, 0, twentieth).low == 0);
    CHECK(band({7'000, 7}, 0, twentieth).high == 3'050);
    // Also where nothing is left of the margin.
    const MeasuredBand none{EstimateRule::postcode, 0, 1, 1, 1, "0"};
    CHECK(band({0, 7}, {}, none).low == 0);
    CHECK(band({0, 7}, {}, none).high == 1);
    CHECK(band({5, 1}, 1'000'000, none).low == 5);
    CHECK(band({5, 1}, 1'000'000, none).high == 6);
    CHECK(measured_band(EstimateRule::updated).leave_one_out * 100 >=
          measured_band(EstimateRule::updated).known * 95);
}

TEST_CASE("a number is a number on every other basis, and has no range") {
    const MunicipalityList list = list_of({1'291, 8'709}, {0, 0}, 0, {0, 0});
    const Allocation allocation = allocate(list, 1'000, {});
    for (const Basis basis : {Basis::official, Basis::cbs_file, Basis::own_input}) {
        const Uncertainty known{.basis = basis};
        const Figure shown = Figures(allocation, known).of(0);
        CHECK(shown.places == 129);
        CHECK_FALSE(shown.low.has_value());
        CHECK_FALSE(shown.high.has_value());
    }
}

TEST_CASE("the weakest input decides") {
    CHECK(weakest(Basis::official, Basis::estimate) == Basis::estimate);
    CHECK(weakest(Basis::own_input, Basis::cbs_file) == Basis::own_input);
    CHECK(weakest(Basis::official, Basis::official) == Basis::official);
}

TEST_CASE("places per thousand: two decimals half up, ranges outward") {
    CHECK(per_thousand({.places = 10, .low = {}, .high = {}}, 3'000).value == "3.33");
    CHECK(per_thousand({.places = 1, .low = {}, .high = {}}, 8'000).value == "0.13");
    const PerThousand range = per_thousand({.places = {}, .low = 10, .high = 20}, 3'000);
    CHECK_FALSE(range.value.has_value());
    CHECK(range.low == "3.33");
    CHECK(range.high == "6.67");
}

// The same everywhere: natively, in WebAssembly, with every compiler. A change of this hash is a
// change of figures, and needs a reason in the commit that makes it. The scores are the estimate of
// 2021; the hash shows no figure of it.
TEST_CASE("the allocation over the 342 municipalities has its golden hash") {
    Findings findings;
    const std::string people = file("population/2023.csv");
    const std::string scored = file("scores/2021-estimate.csv");
    const csv::Sheet people_sheet = csv::read(people, "p", findings);
    const csv::Sheet score_sheet = csv::read(scored, "s", findings);
    const Layout people_layout = recognise(people_sheet);
    const Layout score_layout = recognise(score_sheet);
    const std::vector<std::string> provinces = {
        "Drenthe",       "Flevoland",     "Fryslân",    "Gelderland", "Groningen", "Limburg",
        "Noord-Brabant", "Noord-Holland", "Overijssel", "Utrecht",    "Zeeland",   "Zuid-Holland"};
    const PopulationTable population =
        read_population({people_sheet, people_layout, "p", {}}, provinces, findings);
    const ScoreTable scores = read_scores({score_sheet, score_layout, "s", {}}, findings);
    const MunicipalityList list = join(population, "p", scores, "s", findings);
    REQUIRE(findings.list().empty());
    REQUIRE(list.size() == 342);
    const Allocation allocation = allocate(list, 96'000, 8'140);
    CHECK(allocation.inhabitants == 17'811'291);
    std::string text;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const ExactShare share = allocation.share(allocation.weights[i]).in_lowest_terms();
        text += list.codes[i].text() + ' ' + to_text(share.numerator) + '/' +
                to_text(share.denominator) + ' ' + to_text(allocation.places[i]) + '\n';
    }
    CHECK(to_text(sha256(text)) ==
          "f0a00400e3a8f55fccc2899d8b75caec56768c8c6d330a9c4340c00a509b9d68");
}
