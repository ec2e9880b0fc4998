// The one sort, over positions.
#include "values/order.hpp"

#include <algorithm>
#include <numeric>

namespace spreiding {

std::vector<std::uint32_t> positions_in_order(std::size_t count, IsBefore is_before,
                                              const void* list) {
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [=](std::uint32_t one, std::uint32_t other) {
        return is_before(list, one, other);
    });
    return order;
}

}  // namespace spreiding
