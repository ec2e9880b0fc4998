// Walks over the needs at which printed figures step, and keeps those that give the most rows.
#include "published/reproduction.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "tables/tables.hpp"

namespace spreiding {
namespace {

struct Key {
    const MunicipalityList& list;
    std::span<const Weight> weights;
    Wide total;
    bool narrow;  // every product below fits in 64 bits

    std::optional<std::size_t> find(MunicipalityCode code) const {
        const auto at = std::lower_bound(list.codes.begin(), list.codes.end(), code);
        if (at == list.codes.end() || *at != code) return std::nullopt;
        return static_cast<std::size_t>(at - list.codes.begin());
    }

    Places share(std::size_t i, Places need) const {
        if (narrow) {
            const auto all = static_cast<std::uint64_t>(total);
            return static_cast<Places>((2 * static_cast<std::uint64_t>(need) * weights[i] + all) /
                                       (2 * all));
        }
        return static_cast<Places>((2 * static_cast<Wide>(need) * weights[i] + total) /
                                   (2 * total));
    }

    // The first need at which a municipality has so many places: ⌈(2v − 1)·W / 2w⌉, or one above
    // the highest need. A light municipality may ask for far more than 64 bits hold.
    Places first_need(std::size_t i, Places places) const {
        if (places <= 0) return 0;
        const auto odd = static_cast<std::uint64_t>(2 * places - 1);
        const Wide below = 2 * static_cast<Wide>(weights[i]);
        const Wide first = (odd * total + below - 1) / below;
        return static_cast<Places>(std::min(first, static_cast<Wide>(most_places + 1)));
    }
};

// The needs within a range at which a figure that never falls has the value printed.
template <typename Figure>
NeedRange needs_with(NeedRange needs, Places printed, Figure figure) {
    const auto first_with = [&](Places wanted) {
        Places low = needs.first;
        Places high = needs.last + 1;
        while (low < high) {
            const Places middle = low + (high - low) / 2;
            if (figure(middle) >= wanted)
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    };
    return {first_with(printed), first_with(printed + 1) - 1};
}

// Positions in the list, by province.
std::vector<std::vector<std::size_t>> members_of(const MunicipalityList& list) {
    std::vector<std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list.provinces[i] >= members.size()) members.resize(list.provinces[i] + std::size_t{1});
        members[list.provinces[i]].push_back(i);
    }
    return members;
}

std::uint64_t distance(Places one, Places other) {
    return static_cast<std::uint64_t>(one > other ? one - other : other - one);
}

}  // namespace

NeedRange needs_of_total(Places total, std::size_t municipalities) {
    const auto slack = static_cast<Places>(municipalities / 2);
    // A total may lie beyond any need, where a column of inhabitants was taken for one of places.
    return {std::clamp<Places>(total - slack, 0, most_places),
            std::clamp<Places>(total + slack, 0, most_places)};
}

Reproduction reproduce(const MunicipalityList& list, std::span<const Weight> weights,
                       const PrintedTable& table, NeedRange needs, Places reference) {
    Key key{list, weights, total_weight(weights), false};
    const Weight heaviest = *std::max_element(weights.begin(), weights.end());
    // Twice the total fits as well: the total alone is below half of what 64 bits hold.
    key.narrow = 2 * static_cast<Wide>(needs.last) * heaviest + key.total < (Wide{1} << 63U);
    const auto members = members_of(list);
    const auto task = [&](std::span<const std::size_t> municipalities, Places need) {
        Places sum = 0;
        for (const std::size_t i : municipalities)
            sum += key.share(i, need);
        return sum;
    };
    const auto everywhere = [&](Places need) {
        Places sum = 0;
        for (std::size_t i = 0; i < list.size(); ++i)
            sum += key.share(i, need);
        return sum;
    };

    // Where the count of reproduced rows changes, one entry per need of the range.
    const auto size = static_cast<std::size_t>(needs.last - needs.first + 1);
    std::vector<std::int32_t> changes(size + 1, 0);
    const auto count = [&](NeedRange range) {
        const Places first = std::max(range.first, needs.first);
        const Places last = std::min(range.last, needs.last);
        if (first > last) return;
        ++changes[static_cast<std::size_t>(first - needs.first)];
        --changes[static_cast<std::size_t>(last - needs.first) + 1];
    };
    Reproduction result;
    result.rows = table.rows.size();
    for (const PrintedRow& row : table.rows) {
        if (row.level == Level::municipality) {
            const auto i = row.code ? key.find(*row.code) : std::nullopt;
            if (i) count({key.first_need(*i, row.places), key.first_need(*i, row.places + 1) - 1});
        } else if (row.level == Level::province) {
            if (!row.province || *row.province >= members.size()) continue;
            const auto& own = members[*row.province];
            count(needs_with(needs, row.places, [&](Places need) { return task(own, need); }));
        } else {
            // A country's row prints the need itself, or the sum of what was rounded.
            const NeedRange sums = needs_with(needs, row.places, everywhere);
            count(sums);
            if (row.places < sums.first || row.places > sums.last) count({row.places, row.places});
        }
    }

    // Of the needs with most, the nearest to the reference; of two as near, the lower.
    std::int32_t running = 0;
    std::int32_t most = -1;
    std::vector<std::int32_t> counts(size);
    for (std::size_t at = 0; at < size; ++at) {
        running += changes[at];
        counts[at] = running;
        const Places need = needs.first + static_cast<Places>(at);
        if (running > most ||
            (running == most && distance(need, reference) < distance(result.need, reference))) {
            most = running;
            result.need = need;
        }
    }
    result.matches = static_cast<std::size_t>(most);
    const auto at = static_cast<std::size_t>(result.need - needs.first);
    std::size_t low = at;
    std::size_t high = at;
    while (low > 0 && counts[low - 1] == most)
        --low;
    while (high + 1 < size && counts[high + 1] == most)
        ++high;
    result.first_need = needs.first + static_cast<Places>(low);
    result.last_need = needs.first + static_cast<Places>(high);

    for (const PrintedRow& row : table.rows) {
        if (row.level == Level::municipality) {
            const auto i = row.code ? key.find(*row.code) : std::nullopt;
            if (i) result.total_difference += distance(key.share(*i, result.need), row.places);
        } else if (row.level == Level::province && row.province && *row.province < members.size()) {
            result.total_difference +=
                distance(task(members[*row.province], result.need), row.places);
        }
    }
    return result;
}

}  // namespace spreiding
