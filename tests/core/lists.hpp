// Small random lists for checks by brute force; by a fixed seed, so that a failure comes back.
#pragma once

#include <cstdint>

#include "tables/municipalities.hpp"

namespace spreiding::testing {

class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint32_t below(std::uint32_t most) {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::uint32_t>(state_ >> 33U) % most;
    }

  private:
    std::uint64_t state_;
};

inline MunicipalityList random_list(Random& random, std::uint32_t size, int decimals,
                                    std::uint32_t most_inhabitants) {
    static constexpr std::string_view names[] = {"A", "B", "C", "D", "E", "F", "G", "H"};
    MunicipalityList list;
    const auto one = static_cast<std::uint32_t>(power_of_ten(decimals));
    for (std::uint32_t i = 0; i < size; ++i) {
        list.codes.emplace_back(i + 1, 4);
        list.names.push_back(names[i % 8]);
        list.provinces.push_back(static_cast<std::uint16_t>(i % 3));
        list.inhabitants.push_back(1 + random.below(most_inhabitants));
        list.scores.push_back(static_cast<std::int32_t>(random.below(one)) -
                              static_cast<std::int32_t>(one / 2));
    }
    list.score_decimals = decimals;
    return list;
}

}  // namespace spreiding::testing
