#include "key/scenario.hpp"

#include <doctest/doctest.h>

#include "lists.hpp"

using namespace spreiding;
using spreiding::testing::Random;
using spreiding::testing::random_list;

namespace {

// Weights 1200·100, 800·100, 1000·200 in thousandths; a need of 40 gives 12, 8 and 20.
MunicipalityList small_list() {
    MunicipalityList list;
    list.codes = {{1, 4}, {2, 4}, {3, 4}};
    list.names = {"Hier", "Daar", "Ginds"};
    list.provinces = {0, 0, 1};
    list.inhabitants = {100, 100, 200};
    list.scores = {200, -200, 0};
    list.score_decimals = 3;
    return list;
}

ScenarioOutcome outcome_of(const Scenario& scenario) {
    Findings findings;
    const MunicipalityList list = small_list();
    ScenarioOutcome outcome = carry_out(scenario, list, findings);
    CHECK(findings.list().empty());
    return outcome;
}

}  // namespace

TEST_CASE("a scenario in which nothing changes gives the figures of the list") {
    Random random(8);
    for (int round = 0; round < 50; ++round) {
        const MunicipalityList list = random_list(random, 1 + random.below(30), 3, 100'000);
        Findings findings;
        const ScenarioOutcome outcome = carry_out(
            {.changes = {}, .mergers = {}, .need = 5'000, .minors_need = 500}, list, findings);
        const Allocation plain = allocate(list, 5'000, 500);
        CHECK(outcome.allocation.places == plain.places);
        CHECK(outcome.allocation.minors == plain.minors);
        CHECK(outcome.allocation.sum == plain.sum);
    }
}

TEST_CASE("with a weight of nought on the score only inhabitants count") {
    const ScenarioOutcome outcome = outcome_of(
        {.changes = {}, .mergers = {}, .need = 40, .minors_need = {}, .score_weight = 0});
    CHECK(outcome.allocation.places == std::vector<Places>{10, 10, 20});
    CHECK(outcome.allocation.score_decimals == 0);  // its weights are its inhabitants
    CHECK(outcome.allocation.weights == std::vector<Weight>{100, 100, 200});
}

TEST_CASE("a thousandth of a weight on the score is a thousandth of every score") {
    // 100 × (1 + 0.001 × 10), 100 × (1 − 0.001 × 0.2) and 200: 101, 99.98 and 200 of 400.98.
    const ScenarioOutcome outcome = outcome_of({.changes = {{0, {}, Decimal{10, 0}}},
                                                .mergers = {},
                                                .need = 40'098,
                                                .minors_need = {},
                                                .score_weight = 1});
    CHECK(outcome.allocation.places == std::vector<Places>{10'100, 9'998, 20'000});
}

TEST_CASE("a scenario that asks for nothing spreads nothing") {
    CHECK(outcome_of({}).allocation.places == std::vector<Places>{0, 0, 0});
}

TEST_CASE("half the weight moves half of the way, twice the weight twice") {
    const auto with = [](int weight) {
        return outcome_of({.changes = {},
                           .mergers = {},
                           .need = 40,
                           .minors_need = {},
                           .score_weight = weight})
            .allocation.places;
    };
    CHECK(with(500) == std::vector<Places>{11, 9, 20});
    CHECK(with(1'000) == std::vector<Places>{12, 8, 20});
    CHECK(with(2'000) == std::vector<Places>{14, 6, 20});
    CHECK(with(1'234) == std::vector<Places>{12, 8, 20});  // 12.468 and 7.532
}

TEST_CASE("an input that is changed counts, finer than the list if need be") {
    const ScenarioOutcome outcome =
        outcome_of({.changes = {{0, 200, {}}, {1, {}, Decimal{-2001, 4}}},
                    .mergers = {},
                    .need = 40,
                    .minors_need = {}});
    // 1200·200, 799.9·100, 1000·200: 18.46, 6.15, 15.39
    CHECK(outcome.allocation.places == std::vector<Places>{18, 6, 15});
    CHECK(outcome.allocation.score_decimals == 4);
}

TEST_CASE("municipalities that merge within a list have the sum of their weights") {
    const ScenarioOutcome outcome =
        outcome_of({.changes = {}, .mergers = {{{0, 1}, ""}}, .need = 40, .minors_need = {}});
    CHECK(outcome.list.names == std::vector<std::string_view>{"Hier + Daar", "Ginds"});
    CHECK(outcome.made_of == std::vector<std::vector<std::size_t>>{{0, 1}, {2}});
    CHECK(outcome.allocation.places == std::vector<Places>{20, 20});
    CHECK(outcome.allocation.total_weight == 400'000);
    CHECK(outcome.list.inhabitants == std::vector<std::uint32_t>{200, 200});
    CHECK(outcome_of({.changes = {}, .mergers = {{{1, 2}, "Nieuw"}}, .need = 40, .minors_need = {}})
              .list.names[1] == "Nieuw");
}

TEST_CASE("what a merger changes is rounding alone") {
    Random random(9);
    for (int round = 0; round < 50; ++round) {
        const MunicipalityList list = random_list(random, 8, 3, 100'000);
        Findings findings;
        const Allocation plain = allocate(list, 3'000, std::nullopt);
        const ScenarioOutcome outcome = carry_out(
            {.changes = {}, .mergers = {{{2, 5, 6}, ""}}, .need = 3'000, .minors_need = {}}, list,
            findings);
        REQUIRE(outcome.allocation.places.size() == 6);
        CHECK(outcome.allocation.places[0] == plain.places[0]);
        const Places apart = plain.places[2] + plain.places[5] + plain.places[6];
        CHECK(std::abs(outcome.allocation.places[2] - apart) <= 2);
    }
}

TEST_CASE("a scenario that cannot be computed is a finding that names the municipality") {
    const MunicipalityList list = small_list();
    const auto finding = [&](const Scenario& scenario) {
        Findings findings;
        carry_out(scenario, list, findings);
        REQUIRE(findings.has_errors());
        return findings.list().front();
    };
    const Finding negative = finding({.changes = {{1, {}, Decimal{-6, 1}}},
                                      .mergers = {},
                                      .need = 40,
                                      .minors_need = {},
                                      .score_weight = 2'000});
    CHECK(negative.code == FindingCode::scenario_weight_not_positive);
    CHECK(negative.about == "Daar");
    CHECK(negative.raw == "-0.6");
    CHECK(
        finding(
            {.changes = {}, .mergers = {{{0, 1}, ""}, {{1, 2}, ""}}, .need = 40, .minors_need = {}})
            .code == FindingCode::scenario_merged_twice);
    CHECK(finding({.changes = {{0, {}, Decimal{100'001, 7}}},
                   .mergers = {},
                   .need = 40,
                   .minors_need = {},
                   .score_weight = 1'111})
              .code == FindingCode::scenario_too_precise);
    CHECK(finding({.changes = {{0, 2'147'483'647, Decimal{9'999'999, 6}}},
                   .mergers = {},
                   .need = 40,
                   .minors_need = {},
                   .score_weight = 1'999})
              .code == FindingCode::scenario_too_precise);
}

TEST_CASE("the largest municipality there can be is computed; two of them taken together are not") {
    constexpr std::uint32_t most = 2'147'483'647;
    const Scenario alone{.changes = {{0, most, Decimal{10'000'000, 6}}},
                         .mergers = {},
                         .need = 40,
                         .minors_need = {}};
    CHECK(outcome_of(alone).allocation.places == std::vector<Places>{40, 0, 0});
    const MunicipalityList list = small_list();
    const auto merged = [&](std::uint32_t second, Decimal score) {
        Findings findings;
        carry_out({.changes = {{0, most, score}, {1, second, score}},
                   .mergers = {{{0, 1}, "Samen"}},
                   .need = 40,
                   .minors_need = {}},
                  list, findings);
        return findings.list();
    };
    // Too many inhabitants, and too heavy.
    REQUIRE(merged(1, Decimal{0, 0}).size() == 1);
    CHECK(merged(1, Decimal{0, 0})[0].code == FindingCode::scenario_too_precise);
    CHECK(merged(1, Decimal{0, 0})[0].about == "Hier");
    REQUIRE(merged(most, Decimal{10'000'000, 6}).size() == 1);
    CHECK(merged(most, Decimal{10'000'000, 6})[0].code == FindingCode::scenario_too_precise);
}

TEST_CASE("of a score that is too fine the weight on it is quoted as it was asked") {
    Findings findings;
    carry_out({.changes = {{0, {}, Decimal{100'001, 7}}},
               .mergers = {},
               .need = 40,
               .minors_need = {},
               .score_weight = 1'111},
              small_list(), findings);
    REQUIRE(findings.list().size() == 1);
    CHECK(findings.list()[0].raw == "1.111");
}

TEST_CASE(
    "a scenario that cannot be computed quotes no score of the list: it may be an estimate's") {
    MunicipalityList list = small_list();
    const auto finding = [&](const Scenario& scenario) {
        Findings findings;
        carry_out(scenario, list, findings);
        REQUIRE(findings.has_errors());
        return findings.list().front();
    };
    const Finding too_large = finding({.changes = {{0, 2'147'483'647, {}}, {1, {}, Decimal{1, 6}}},
                                       .mergers = {},
                                       .need = 40,
                                       .minors_need = {},
                                       .score_weight = 1'001});
    CHECK(too_large.code == FindingCode::scenario_too_precise);
    CHECK(too_large.about == "Hier");
    CHECK(too_large.raw.empty());
    list.scores[1] = -500;
    const Finding negative = finding(
        {.changes = {}, .mergers = {}, .need = 40, .minors_need = {}, .score_weight = 2'000});
    CHECK(negative.code == FindingCode::scenario_weight_not_positive);
    CHECK(negative.about == "Daar");
    CHECK(negative.raw.empty());
}
