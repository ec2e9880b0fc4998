// Walks over the factors at which printed figures are met, and keeps the range that meets most.
#include <algorithm>
#include <cstdlib>
#include <optional>
#include <vector>

#include "published/reproduction.hpp"
#include "values/order.hpp"
#include "values/wide.hpp"

namespace spreiding {
namespace {

constexpr std::int64_t millionths = 1'000'000;

struct Printed {
    std::size_t municipality;
    Weight weight;
    Places places;
};

// Places per weight: (2v ± 1) / (2w) without the two, where a figure begins or ends to be met.
struct End {
    std::uint64_t above;
    Weight below;
    bool is_begin;

    friend bool operator<(const End& one, const End& other) {
        return static_cast<Wide>(one.above) * other.below <
               static_cast<Wide>(other.above) * one.below;
    }
};

// A figure is met from its lower end up to its upper end, and there no longer.
struct Range {
    End low, high;
};
Range range_of(const Printed& row) {
    const auto twice = 2 * static_cast<std::uint64_t>(row.places);
    return {{twice == 0 ? 0 : twice - 1, row.weight, true}, {twice + 1, row.weight, false}};
}

bool is_same(const End& one, const End& other) {
    return static_cast<Wide>(one.above) * other.below == static_cast<Wide>(other.above) * one.below;
}

std::vector<Printed> rows_of(const MunicipalityList& list, std::span<const Weight> weights,
                             const PrintedTable& table) {
    std::vector<Printed> rows;
    for (const PrintedRow& row : table.rows) {
        if (row.level != Level::municipality || !row.code || row.is_repeated) continue;
        const auto at = std::lower_bound(list.codes.begin(), list.codes.end(), *row.code);
        if (at == list.codes.end() || *at != *row.code) continue;
        const auto i = static_cast<std::size_t>(at - list.codes.begin());
        rows.push_back({i, weights[i], row.places});
    }
    return rows;
}

// The ranges of factors that meet most figures.
std::vector<Range> best_ranges(const std::vector<Printed>& rows, std::size_t& most) {
    std::vector<End> ends;
    for (const Printed& row : rows) {
        const Range range = range_of(row);
        ends.insert(ends.end(), {range.low, range.high});
    }
    put_in_order(ends);
    std::vector<Range> best;
    std::size_t running = 0;
    most = 1;
    for (std::size_t at = 0; at + 1 < ends.size(); ++at) {
        running = ends[at].is_begin ? running + 1 : running - 1;
        if (running < most || is_same(ends[at], ends[at + 1])) continue;
        if (running > most) best.clear();
        most = running;
        best.push_back({ends[at], ends[at + 1]});
    }
    return best;
}

// A factor as places per weight × total ÷ need, in units of 2^-30.
class Scale {
  public:
    Scale(Wide total, Places need)
        : drop_(std::max(0, bits(total) - 50)),
          total_(total >> drop_),
          need_(std::max<Places>(need, 1)) {}

    std::uint64_t of(const Range& range) const { return (end(range.low) + end(range.high)) / 2; }
    // What the factor makes of a weight, against what is printed, in millionths.
    std::int64_t deviation(const Printed& row, std::uint64_t factor) const {
        const Wide weight = std::max<Wide>(row.weight >> drop_, 1);
        const Wide share = (static_cast<Wide>(factor) * static_cast<Wide>(need_) * weight / total_);
        const Wide parts = share * millionths / static_cast<Wide>(row.places);
        return static_cast<std::int64_t>(parts >> 30U) - millionths;
    }

  private:
    std::uint64_t end(const End& end) const {
        const Wide below = std::max<Wide>(end.below >> drop_, 1) * static_cast<Wide>(2 * need_);
        return static_cast<std::uint64_t>(((static_cast<Wide>(end.above) * total_) << 30U) / below);
    }

    int drop_;
    Wide total_;
    Places need_;
};

std::int64_t median_of(std::vector<std::int64_t> deviations) {
    for (std::int64_t& each : deviations)
        each = std::abs(each);
    put_in_order(deviations);
    return deviations[(deviations.size() - 1) / 2];
}

// Half of the rows within a deviation of one factor are neighbours in the order of weight ÷ figure;
// the nearest neighbours leave the least: (highest − lowest) ÷ (highest + lowest).
std::int64_t least_median_of(std::vector<Printed> rows) {
    std::erase_if(rows, [](const Printed& row) { return row.places == 0; });
    const auto product = [](const Printed& one, const Printed& other) {
        return static_cast<Wide>(one.weight) * static_cast<Wide>(other.places);
    };
    put_in_order(rows, [&](const Printed& one, const Printed& other) {
        return product(one, other) < product(other, one);
    });
    const std::size_t half = (rows.size() + 1) / 2;
    std::optional<std::int64_t> least;
    for (std::size_t at = 0; at + half <= rows.size(); ++at) {
        const Wide low = product(rows[at], rows[at + half - 1]);
        const Wide high = product(rows[at + half - 1], rows[at]);
        const auto apart = static_cast<std::int64_t>((high - low) * millionths / (high + low));
        least = std::min(least.value_or(apart), apart);
    }
    return *least;
}

}  // namespace

std::optional<FactorFit> fit_factor(const MunicipalityList& list, std::span<const Weight> weights,
                                    const PrintedTable& table, Places need) {
    const std::vector<Printed> rows = rows_of(list, weights, table);
    // A nought is met by every factor that is small enough, so it tells none.
    if (std::count_if(rows.begin(), rows.end(), [](const Printed& row) { return row.places > 0; }) <
        2)
        return std::nullopt;
    FactorFit fit;
    fit.rows = rows.size();
    const std::vector<Range> best = best_ranges(rows, fit.matches);
    if (best.empty()) return std::nullopt;
    const Scale scale(total_weight(weights), need);
    const auto deviations = [&](std::uint64_t factor) {
        std::vector<std::int64_t> all;
        for (const Printed& row : rows) {
            if (row.places > 0) all.push_back(scale.deviation(row, factor));
        }
        return all;
    };
    std::optional<Range> chosen;
    for (const Range& range : best) {
        const std::int64_t median = median_of(deviations(scale.of(range)));
        if (chosen && median >= fit.median) continue;
        chosen = range;
        fit.median = median;
    }
    const std::uint64_t factor = scale.of(*chosen);
    fit.factor = static_cast<std::int64_t>((static_cast<Wide>(factor) * millionths) >> 30U);
    fit.least_median = least_median_of(rows);
    for (const Printed& row : rows) {
        const Range range = range_of(row);
        if (!(chosen->low < range.low) && chosen->low < range.high) continue;
        fit.misses.push_back(
            {row.municipality, row.places, row.places > 0 ? scale.deviation(row, factor) : 0});
    }
    put_in_order(fit.misses, [](const auto& one, const auto& other) {
        return std::abs(one.deviation) > std::abs(other.deviation);
    });
    return fit;
}

}  // namespace spreiding
