// The words by which an enumeration travels: one table, in the order of its values, read in both
// directions, and from which the contract takes its union.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>

namespace spreiding {

template <std::size_t N>
struct WordTable {
    std::string_view name;  ///< in the contract; empty: it has none there
    std::array<std::string_view, N> words;
    std::size_t first = 0;  ///< those before it are no value of the contract's union

    constexpr WordTable from(std::size_t value) const { return {name, words, value}; }
};

template <typename... Word>
constexpr WordTable<sizeof...(Word)> word_table(std::string_view name, Word... words) {
    return {name, {std::string_view(words)...}};
}

/// Specialised beside each enumeration that has words.
template <typename E>
constexpr auto words_of = nullptr;

template <typename E>
concept HasWords = !std::is_null_pointer_v<std::remove_const_t<decltype(words_of<E>)>>;

template <HasWords E>
constexpr std::string_view name_of(E value) {
    return words_of<E>.words[static_cast<std::size_t>(value)];
}

/// The value that a word stands for; nothing where it is none of them.
template <HasWords E>
constexpr std::optional<E> named(std::string_view word) {
    const auto& known = words_of<E>.words;
    const auto at = std::find(known.begin(), known.end(), word);
    if (at == known.end()) return std::nullopt;
    return static_cast<E>(at - known.begin());
}

}  // namespace spreiding
