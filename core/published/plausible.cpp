// Compares each share per inhabitant with that of the country.
#include "published/plausible.hpp"

#include <algorithm>
#include <numeric>

namespace spreiding {

Plausibility plausible(const PrintedShares& table) {
    const auto country =
        std::accumulate(table.inhabitants.begin(), table.inhabitants.end(), std::uint64_t{0});
    // Whether a printed figure, or what it was rounded from, fits these inhabitants.
    const auto fits = [&](Places places, std::uint32_t inhabitants) {
        const Wide mean = static_cast<Wide>(table.need) * inhabitants;
        const auto twice = 2 * static_cast<Wide>(places);
        const Wide low = (twice == 0 ? 0 : twice - 1) * country;
        const Wide high = (twice + 1) * country;
        return 10 * high >= 6 * 2 * mean && 10 * low <= 16 * 2 * mean;
    };
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (!fits(table.places[i], table.inhabitants[i])) out.push_back(i);
    }
    Plausibility found;
    constexpr std::size_t most = 1'000;  // each is tried with each
    std::vector<bool> paired(out.size(), false);
    for (std::size_t a = 0; a < std::min(out.size(), most); ++a) {
        for (std::size_t b = a + 1; b < std::min(out.size(), most) && !paired[a]; ++b) {
            const std::size_t i = out[a];
            const std::size_t j = out[b];
            if (paired[b] || !fits(table.places[j], table.inhabitants[i]) ||
                !fits(table.places[i], table.inhabitants[j]))
                continue;
            paired[a] = paired[b] = true;
            found.swapped.emplace_back(i, j);
        }
        if (!paired[a]) found.odd.push_back(out[a]);
    }
    for (std::size_t a = most; a < out.size(); ++a)
        found.odd.push_back(out[a]);
    return found;
}

bool adds_up(Places sum, std::size_t municipalities, Places need) {
    const auto apart = static_cast<Wide>(sum < need ? need - sum : sum - need);
    return apart * apart <= 3 * static_cast<Wide>(municipalities);
}

}  // namespace spreiding
