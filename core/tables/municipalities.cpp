// Joins inhabitants and scores by code, reports doubles and gaps, and spots a repeated list.
#include "tables/municipalities.hpp"

#include <algorithm>
#include <numeric>
#include <span>
#include <utility>

#include "values/order.hpp"

namespace spreiding {
// Files mostly are in code order already.
std::vector<std::uint32_t> code_order(std::span<const MunicipalityCode> codes) {
    std::vector<std::uint32_t> order(codes.size());
    std::iota(order.begin(), order.end(), 0U);
    if (!std::is_sorted(codes.begin(), codes.end())) {
        std::stable_sort(order.begin(), order.end(), [&](std::uint32_t one, std::uint32_t other) {
            return codes[one] < codes[other];
        });
    }
    return order;
}

namespace {

using Order = std::vector<std::uint32_t>;

// Both tables have the same codes, each once, and in code order.
bool are_joined(std::span<const MunicipalityCode> people,
                std::span<const MunicipalityCode> scored) {
    const auto not_ascending = [](MunicipalityCode a, MunicipalityCode b) { return !(a < b); };
    return !people.empty() &&
           std::equal(people.begin(), people.end(), scored.begin(), scored.end()) &&
           std::adjacent_find(people.begin(), people.end(), not_ascending) == people.end();
}

// Leaves the first of each code, and reports the others with the row of the first.
template <typename Table>
void drop_duplicates(Order& order, const Table& table, const std::string& file,
                     Findings& findings) {
    std::size_t kept = 0;
    for (const std::uint32_t at : order) {
        if (kept > 0 && table.codes[order[kept - 1]] == table.codes[at]) {
            if (findings.counts_as(FindingCode::code_duplicate, file, 0)) continue;
            findings.add({.code = FindingCode::code_duplicate,
                          .file = file,
                          .row = table.rows[at],
                          .raw = table.codes[at].text(),
                          .about = std::string(table.names[at]),
                          .other_row = table.rows[order[kept - 1]]});
        } else {
            order[kept++] = at;
        }
    }
    order.resize(kept);
}

template <typename Table>
void report_lonely(const Table& table, std::uint32_t at, const std::string& file,
                   Findings& findings) {
    if (!findings.keeps(FindingCode::municipality_only_here)) {
        return findings.count_one(FindingCode::municipality_only_here);
    }
    findings.add({.code = FindingCode::municipality_only_here,
                  .file = file,
                  .row = table.rows[at],
                  .raw = table.codes[at].text(),
                  .about = std::string(table.names[at])});
}

// Calls `both(a, b)` for codes in both tables, `first(a)` and `second(b)` for codes in one.
template <typename Both, typename First, typename Second>
void merge(std::span<const MunicipalityCode> a, const Order& a_order,
           std::span<const MunicipalityCode> b, const Order& b_order, Both both, First first,
           Second second) {
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a_order.size() || j < b_order.size()) {
        if (j == b_order.size() || (i < a_order.size() && a[a_order[i]] < b[b_order[j]])) {
            first(a_order[i++]);
        } else if (i == a_order.size() || b[b_order[j]] < a[a_order[i]]) {
            second(b_order[j++]);
        } else {
            both(a_order[i++], b_order[j++]);
        }
    }
}

template <typename Table, typename Equal>
std::size_t count_equal_rows(const Table& one, const Table& other, Equal equal) {
    std::size_t count = 0;
    const auto ignore = [](std::uint32_t) {};
    merge(
        one.codes, code_order(one.codes), other.codes, code_order(other.codes),
        [&](std::uint32_t a, std::uint32_t b) { count += equal(a, b) ? 1 : 0; }, ignore, ignore);
    return count;
}

std::size_t count_equal(const ScoreTable& one, const ScoreTable& other) {
    return count_equal_rows(one, other, [&](std::uint32_t a, std::uint32_t b) {
        const Decimal left{one.scores[a], one.decimals};
        const Decimal right{other.scores[b], other.decimals};
        return without_trailing_zeros(left) == without_trailing_zeros(right);
    });
}

std::size_t count_equal(const PopulationTable& one, const PopulationTable& other) {
    return count_equal_rows(one, other, [&](std::uint32_t a, std::uint32_t b) {
        return one.inhabitants[a] == other.inhabitants[b];
    });
}

}  // namespace

MunicipalityList join(PopulationTable population, const std::string& population_file,
                      ScoreTable scores, const std::string& score_file, Findings& findings) {
    if (are_joined(population.codes, scores.codes)) {
        return {.codes = std::move(population.codes),
                .names = std::move(population.names),
                .provinces = std::move(population.provinces),
                .inhabitants = std::move(population.inhabitants),
                .scores = std::move(scores.scores),
                .score_decimals = scores.decimals,
                .population_rows = std::move(population.rows),
                .score_rows = std::move(scores.rows)};
    }
    Order people = code_order(population.codes);
    Order scored = code_order(scores.codes);
    drop_duplicates(people, population, population_file, findings);
    drop_duplicates(scored, scores, score_file, findings);

    MunicipalityList list;
    list.score_decimals = scores.decimals;
    list.codes.reserve(people.size());
    list.names.reserve(people.size());
    list.provinces.reserve(people.size());
    list.inhabitants.reserve(people.size());
    list.scores.reserve(people.size());
    list.population_rows.reserve(people.size());
    list.score_rows.reserve(people.size());
    merge(
        population.codes, people, scores.codes, scored,
        [&](std::uint32_t a, std::uint32_t b) {
            list.codes.push_back(population.codes[a]);
            list.names.push_back(population.names[a]);
            list.provinces.push_back(population.provinces[a]);
            list.inhabitants.push_back(population.inhabitants[a]);
            list.scores.push_back(scores.scores[b]);
            list.population_rows.push_back(population.rows[a]);
            list.score_rows.push_back(scores.rows[b]);
        },
        [&](std::uint32_t a) { report_lonely(population, a, population_file, findings); },
        [&](std::uint32_t b) { report_lonely(scores, b, score_file, findings); });
    if (list.size() == 0) {
        findings.add({.code = FindingCode::list_empty, .file = population_file});
    }
    return list;
}

void check_once(const PopulationTable& table, const std::string& file, Findings& findings) {
    Order order = code_order(table.codes);
    drop_duplicates(order, table, file, findings);
}

void check_once(const ScoreTable& table, const std::string& file, Findings& findings) {
    Order order = code_order(table.codes);
    drop_duplicates(order, table, file, findings);
}

bool repeats(const PopulationTable& loaded, const PopulationTable& known) {
    return loaded.size() == known.size() && count_equal(loaded, known) == known.size();
}

bool repeats(const ScoreTable& loaded, const ScoreTable& known) {
    return loaded.size() == known.size() && count_equal(loaded, known) == known.size();
}

bool rests_on(const PopulationTable& loaded, const PopulationTable& known) {
    // More than twice as long a list has not half of its rows there.
    const bool could = loaded.size() > 0 && loaded.size() <= 2 * known.size();
    return could && 2 * count_equal(loaded, known) >= loaded.size();
}

bool rests_on(const ScoreTable& loaded, const ScoreTable& known) {
    // More than twice as long a list has not half of its rows there.
    const bool could = loaded.size() > 0 && loaded.size() <= 2 * known.size();
    return could && 2 * count_equal(loaded, known) >= loaded.size();
}

namespace {

constexpr std::int64_t millionths = 1'000'000;

// Of pairs of values the most that one factor makes of the second the first, within a half unit.
// Values are in millionths; a factor is kept in units of 10^-9.
std::size_t most_within(std::span<const std::pair<std::int64_t, std::int64_t>> pairs,
                        std::int64_t half_unit) {
    std::vector<std::pair<std::int64_t, int>> ends;  // factor, and whether a row comes or goes
    std::size_t always = 0;
    for (auto [value, known] : pairs) {
        if (known < 0) {
            value = -value;
            known = -known;
        }
        if (known == 0) {
            always += value >= -half_unit && value <= half_unit ? 1 : 0;
            continue;
        }
        constexpr std::int64_t fine = 1'000'000'000;
        const std::int64_t low = (value - half_unit) * fine / known - 1;
        const std::int64_t high = (value + half_unit) * fine / known + 1;
        if (high <= 0) continue;  // a factor below nought turns the list about
        ends.emplace_back(low, 0);
        ends.emplace_back(high, 1);
    }
    put_in_order(ends);
    std::size_t running = 0;
    std::size_t most = 0;
    for (const auto& [factor, goes] : ends) {
        running = goes != 0 ? running - 1 : running + 1;
        most = std::max(most, running);
    }
    return always + most;
}

}  // namespace

bool fits_up_to_a_factor(const ScoreTable& loaded, const ScoreTable& known) {
    constexpr std::size_t least_rows = 10;  // of fewer, anything is a multiple
    if (loaded.size() < least_rows || loaded.size() > 2 * known.size()) return false;
    const auto in_millionths = [](const ScoreTable& table, std::uint32_t row) {
        return units_at(Decimal{table.scores[row], table.decimals}, 6).value_or(0);
    };
    std::vector<std::pair<std::int64_t, std::int64_t>> factors;
    std::vector<std::pair<std::int64_t, std::int64_t>> scores;
    count_equal_rows(loaded, known, [&](std::uint32_t a, std::uint32_t b) {
        const std::int64_t own = in_millionths(loaded, a);
        const std::int64_t other = in_millionths(known, b);
        factors.emplace_back(millionths + own, millionths + other);
        scores.emplace_back(own, other);
        return false;
    });
    const auto half_unit = static_cast<std::int64_t>(power_of_ten(6 - loaded.decimals)) / 2 + 1;
    const std::size_t needed = (98 * loaded.size() + 99) / 100;
    return most_within(factors, half_unit) >= needed || most_within(scores, half_unit) >= needed;
}

bool is_again(const PopulationTable& loaded, const PopulationTable& known) {
    return rests_on(loaded, known);
}

bool is_again(const ScoreTable& loaded, const ScoreTable& known) {
    return rests_on(loaded, known) || fits_up_to_a_factor(loaded, known);
}

}  // namespace spreiding
