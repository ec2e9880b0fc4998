// Adds up the inhabitants and figures of the municipalities that are selected.
#include "key/selection.hpp"

#include <algorithm>

#include "values/order.hpp"

namespace spreiding {

SelectionSum sum_of_selection(const MunicipalityList& list,
                              std::span<const MunicipalityCode> codes) {
    std::vector<MunicipalityCode> wanted(codes.begin(), codes.end());
    put_in_order(wanted);
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    SelectionSum sum;
    for (const MunicipalityCode code : wanted) {
        const auto at = std::lower_bound(list.codes.begin(), list.codes.end(), code);
        if (at == list.codes.end() || *at != code) {
            sum.missing.push_back(code);
            continue;
        }
        const auto i = static_cast<std::size_t>(at - list.codes.begin());
        sum.positions.push_back(i);
        sum.inhabitants += list.inhabitants[i];
    }
    return sum;
}

}  // namespace spreiding
