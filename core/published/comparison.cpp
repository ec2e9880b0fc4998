// Compares printed rows with own figures, and looks for the one cause that explains the rest.
#include "published/comparison.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <string>

#include "values/text.hpp"

namespace spreiding {
namespace {

// Sums of the table's own rows of municipalities, per province and for the country; nothing where
// one of the municipalities has no row.
class PartSums {
  public:
    PartSums(const PrintedTable& table, const MunicipalityList& list) {
        std::vector<std::optional<Places>> printed(list.size());
        for (const PrintedRow& row : table.rows) {
            if (row.municipality && !row.is_repeated) printed[*row.municipality] = row.places;
        }
        for (std::size_t i = 0; i < list.size(); ++i) {
            const std::size_t province = list.provinces[i];
            if (province >= provinces_.size()) provinces_.resize(province + 1, Places{0});
            add(provinces_[province], printed[i]);
            add(country_, printed[i]);
        }
    }

    std::optional<Places> of(const PrintedRow& row) const {
        if (row.level == Level::country) return country_;
        if (row.level == Level::province && row.province && *row.province < provinces_.size())
            return provinces_[*row.province];
        return std::nullopt;
    }

  private:
    static void add(std::optional<Places>& sum, std::optional<Places> part) {
        if (sum && part)
            *sum += *part;
        else
            sum.reset();
    }

    std::vector<std::optional<Places>> provinces_;
    std::optional<Places> country_ = 0;
};

// The figure of a row's municipality, province or country.
// @param printed  what the row prints of this kind: places, or those for minors
std::optional<Places> figure_of(const PrintedRow& row, const MunicipalityList& list,
                                std::span<const Places> places, Places need,
                                std::optional<Places> printed) {
    if (row.level == Level::municipality) {
        if (!row.code) return std::nullopt;
        const auto at = std::lower_bound(list.codes.begin(), list.codes.end(), *row.code);
        if (at == list.codes.end() || *at != *row.code) return std::nullopt;
        return places[static_cast<std::size_t>(at - list.codes.begin())];
    }
    Places sum = 0;
    bool any = false;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (row.level == Level::province && row.province != list.provinces[i]) continue;
        sum += places[i];
        any = true;
    }
    if (!any) return std::nullopt;
    // A country's row prints the need or the sum of what was rounded: both are right.
    if (row.level == Level::country && need == printed) return need;
    return sum;
}

bool is_within(const ShareBounds& bounds, Places places) {
    return places >= bounds.low && places <= bounds.high;
}

// For a whole: the sums of the lowest and of the highest figures of its parts.
bool is_rounding(const PrintedRow& row, const MunicipalityList& list,
                 const std::optional<RoundedInputs>& rounded, const Allocation& allocation) {
    const Places need = allocation.need;
    if (row.municipality && row.parts > 1) {
        // Each part lies within a half of its exact share, and so does their sum within parts ÷ 2.
        const ExactShare exact = allocation.share(allocation.weights[*row.municipality]);
        const Wide half = static_cast<Wide>(row.parts) * exact.denominator;
        const Wide printed = 2 * static_cast<Wide>(row.places) * exact.denominator;
        const Wide share = 2 * exact.numerator;
        if ((printed > share ? printed - share : share - printed) <= half) return true;
    }
    if (!rounded) return false;
    if (row.municipality) return is_within(rounded->of(*row.municipality, need), row.places);
    if (row.level != Level::province || !row.province) return false;
    Places low = 0;
    Places high = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list.provinces[i] != *row.province) continue;
        const ShareBounds bounds = rounded->of(i, need);
        low += bounds.low;
        high += bounds.high;
    }
    return row.places >= low && row.places <= high;
}

bool is_shown(std::size_t matches, std::size_t own, std::size_t rows) {
    return matches >= own + 3 && 2 * matches >= rows;
}

struct Cause {
    std::optional<std::size_t> combination;
    std::optional<Places> need;
    std::size_t matches = 0;
};

// The one cause that reproduces more of the whole table than the own inputs; nothing where two do
// so equally well.
Cause find_cause(const PrintedTable& table, const MunicipalityList& list,
                 const Allocation& allocation, std::span<const Combination> combinations,
                 NeedRange needs, std::size_t own_matches) {
    Cause best;
    bool alone = true;
    const NeedRange own_need{allocation.need, allocation.need};
    for (std::size_t at = 0; at < combinations.size(); ++at) {
        const Reproduction found = reproduce(combinations[at].list, combinations[at].weights, table,
                                             own_need, allocation.need);
        if (found.matches > best.matches) {
            best = {at, std::nullopt, found.matches};
            alone = true;
        } else if (found.matches == best.matches) {
            alone = false;
        }
    }
    const Reproduction by_need = reproduce(list, allocation.weights, table, needs, allocation.need);
    if (by_need.need != allocation.need) {
        if (by_need.matches > best.matches) {
            best = {std::nullopt, by_need.need, by_need.matches};
            alone = true;
        } else if (by_need.matches == best.matches) {
            alone = false;
        }
    }
    return alone && is_shown(best.matches, own_matches, table.rows.size()) ? best : Cause{};
}

}  // namespace

bool rests_on_own_figure(DifferenceClass difference) {
    return difference != DifferenceClass::other_municipality &&
           difference != DifferenceClass::sum_of_parts;
}

Comparison compare(const PrintedTable& table, const MunicipalityList& list,
                   const Allocation& allocation, const std::optional<RoundedInputs>& rounded,
                   std::span<const Combination> combinations, NeedRange needs) {
    Comparison result;
    const PartSums parts(table, list);
    std::vector<bool> printed(list.size(), false);
    for (std::size_t at = 0; at < table.rows.size(); ++at) {
        const PrintedRow& row = table.rows[at];
        ComparedRow compared;
        compared.row = at;
        compared.own = figure_of(row, list, allocation.places, allocation.need, row.places);
        if (allocation.minors_need) {
            compared.own_minors =
                figure_of(row, list, allocation.minors, *allocation.minors_need, row.minors);
        }
        compared.sum_of_parts = parts.of(row);
        if (row.municipality) {
            printed[*row.municipality] = true;
        }
        if (row.municipality && !row.is_repeated) {
            result.own_total += allocation.places[*row.municipality];
            result.published_total += row.places;
        }
        result.equal += compared.own == row.places ? 1 : 0;
        if (row.minors && compared.own_minors) {
            ++result.minors_rows;
            result.minors_equal += row.minors == compared.own_minors ? 1 : 0;
        }
        result.rows.push_back(compared);
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (!printed[i]) result.not_printed.push_back(i);
    }

    const Cause cause = find_cause(table, list, allocation, combinations, needs, result.equal);
    result.other_combination = cause.combination;
    result.other_need = cause.need;
    result.reproduced_by_other = cause.matches;
    std::vector<Places> by_cause;
    if (cause.combination) {
        by_cause = indicative_shares(combinations[*cause.combination].weights, allocation.need);
    } else if (cause.need) {
        by_cause = indicative_shares(allocation.weights, *cause.need);
    }
    const MunicipalityList& cause_list =
        cause.combination ? combinations[*cause.combination].list : list;
    for (ComparedRow& compared : result.rows) {
        const PrintedRow& row = table.rows[compared.row];
        const bool caused = !by_cause.empty() && figure_of(row, cause_list, by_cause,
                                                           cause.need.value_or(allocation.need),
                                                           row.places) == row.places;
        if (compared.own == row.places) {
            compared.difference = DifferenceClass::equal;
        } else if (caused) {
            compared.difference =
                cause.need ? DifferenceClass::other_need : DifferenceClass::other_inputs;
        } else if (!compared.own) {
            compared.difference = DifferenceClass::other_municipality;
        } else if (compared.sum_of_parts && *compared.sum_of_parts != row.places) {
            compared.difference = DifferenceClass::sum_of_parts;
        } else if (is_rounding(row, list, rounded, allocation)) {
            compared.difference = DifferenceClass::rounding;
        }
    }
    return result;
}

std::vector<ComparedRow> compare_without_figures(const PrintedTable& table,
                                                 const MunicipalityList& list) {
    const PartSums parts(table, list);
    std::vector<ComparedRow> rows;
    for (std::size_t at = 0; at < table.rows.size(); ++at) {
        const PrintedRow& row = table.rows[at];
        ComparedRow compared;
        compared.row = at;
        compared.sum_of_parts = parts.of(row);
        const bool is_known = row.level == Level::municipality ? row.municipality.has_value()
                              : row.level == Level::province   ? row.province.has_value()
                                                               : true;
        if (!is_known) {
            compared.difference = DifferenceClass::other_municipality;
        } else if (compared.sum_of_parts && *compared.sum_of_parts != row.places &&
                   row.level == Level::province) {
            compared.difference = DifferenceClass::sum_of_parts;
        }
        rows.push_back(compared);
    }
    return rows;
}

std::vector<PairedRow> pair_tables(const PrintedTable& one, const PrintedTable& other) {
    // Rows are of one place where the table knows it alike: by code, by province, else by name.
    const auto place = [](const PrintedRow& row) {
        if (row.level == Level::country) return std::string("country");
        if (row.code) return "code " + row.code->text();
        if (row.province) return "province " + std::to_string(*row.province);
        return (row.level == Level::province ? "named province " : "name ") + folded(row.name);
    };
    std::map<std::string, std::deque<std::size_t>> unpaired;
    for (std::size_t j = 0; j < other.rows.size(); ++j)
        unpaired[place(other.rows[j])].push_back(j);
    std::vector<PairedRow> pairs;
    std::vector<bool> paired(other.rows.size(), false);
    for (std::size_t i = 0; i < one.rows.size(); ++i) {
        PairedRow pair{i, std::nullopt};
        const auto at = unpaired.find(place(one.rows[i]));
        if (at != unpaired.end() && !at->second.empty()) {
            pair.other = at->second.front();
            at->second.pop_front();
            paired[*pair.other] = true;
            pair.equal = one.rows[i].places == other.rows[*pair.other].places &&
                         (!one.rows[i].minors || !other.rows[*pair.other].minors ||
                          one.rows[i].minors == other.rows[*pair.other].minors);
        }
        pairs.push_back(pair);
    }
    for (std::size_t j = 0; j < other.rows.size(); ++j) {
        if (!paired[j]) pairs.push_back({std::nullopt, j});
    }
    return pairs;
}

}  // namespace spreiding
