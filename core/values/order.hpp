// Putting lists in order. The sorting itself goes over positions: WebAssembly carries it once, and
// not once for every type and comparison.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace spreiding {

/// Whether what stands at the first position belongs before what stands at the second.
using IsBefore = bool (*)(const void* list, std::uint32_t one, std::uint32_t other);

/// The positions 0 … count − 1 in order; equal ones stay as they stood.
std::vector<std::uint32_t> positions_in_order(std::size_t count, IsBefore is_before,
                                              const void* list);

/// @param is_before  of two positions
template <typename Before>
std::vector<std::uint32_t> positions_in_order(std::size_t count, const Before& is_before) {
    const auto of_two = [](const void* list, std::uint32_t one, std::uint32_t other) {
        return (*static_cast<const Before*>(list))(one, other);
    };
    return positions_in_order(count, of_two, &is_before);
}

/// Puts a list in order; equal elements stay as they stood.
/// @param is_before  of two elements
template <typename T, typename Before = std::less<>>
void put_in_order(std::vector<T>& list, const Before& is_before = {}) {
    const std::vector<std::uint32_t> order =
        positions_in_order(list.size(), [&](std::uint32_t one, std::uint32_t other) {
            return is_before(std::as_const(list[one]), std::as_const(list[other]));
        });
    std::vector<T> ordered;
    ordered.reserve(list.size());
    for (const std::uint32_t position : order)
        ordered.push_back(std::move(list[position]));
    list = std::move(ordered);
}

}  // namespace spreiding
