// What the copies of the sources are rewritten with: every changed place asks here whether it is
// the one. The proxies stand between two operands, with operators that bind as the one they stand
// in for.
#pragma once

#include <algorithm>
#include <bitset>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <type_traits>
#include <utility>

namespace mutants {

/// Whether a place is the one that is another now. 0: none is, and the places that are reached are
/// written down, those that cannot be another below nought.
inline bool reached(int place, bool can_be_another = true) {
    static const int chosen = std::getenv("MUTANT") ? std::atoi(std::getenv("MUTANT")) : 0;
    static std::bitset<100'000> seen, fixed;
    static const bool writes = chosen == 0 && std::getenv("REACHED") &&
                               std::atexit([] {
                                   std::FILE* file = std::fopen(std::getenv("REACHED"), "w");
                                   for (std::size_t at = 0; at < seen.size(); ++at)
                                       if (seen[at])
                                           std::fprintf(file, fixed[at] ? "-%zu\n" : "%zu\n", at);
                                   std::fclose(file);
                               }) == 0;
    if (writes) seen[static_cast<std::size_t>(place)] = true;
    if (writes && !can_be_another) fixed[static_cast<std::size_t>(place)] = true;
    return place == chosen && can_be_another;
}

constexpr bool on(int place) {
    return !std::is_constant_evaluated() && reached(place);
}

constexpr void cannot_be_another(int place) {
    if (!std::is_constant_evaluated()) reached(place, false);
}

template <typename T>
constexpr T literal(int place, T value) {
    if (!on(place)) return value;
    if constexpr (std::is_same_v<T, bool>)
        return !value;
    else
        return value + 1;
}

template <int place, bool least>
struct Extreme {
    template <typename T>
    static constexpr T of(const T& a, const T& b) {
        return on(place) != least ? std::min(a, b) : std::max(a, b);
    }
};

template <typename Proxy, typename A>
struct Left {
    A&& a;
    int place;
};

// `a OUTER Name{place} INNER b` stands for `a IS b`, or for one of two others.
#define MUTANTS_OPERATOR(Name, OUTER, INNER, IS, ONE, OTHER)                                   \
    struct Name {                                                                              \
        int place;                                                                             \
        template <typename A, typename B>                                                      \
        static constexpr auto of(int place, A&& a, B&& b) {                                    \
            using Result = std::decay_t<decltype(static_cast<A&&>(a) IS static_cast<B&&>(b))>; \
            if constexpr (requires {                                                           \
                              static_cast<Result>(a ONE b);                                    \
                              static_cast<Result>(a OTHER b);                                  \
                          }) {                                                                 \
                if (on(place)) return static_cast<Result>(a ONE b);                            \
                if (on(place + 1)) return static_cast<Result>(a OTHER b);                      \
            } else {                                                                           \
                cannot_be_another(place);                                                      \
                cannot_be_another(place + 1);                                                  \
            }                                                                                  \
            return static_cast<Result>(static_cast<A&&>(a) IS static_cast<B&&>(b));            \
        }                                                                                      \
    };                                                                                         \
    template <typename A>                                                                      \
    constexpr Left<Name, A> operator OUTER(A&& a, Name name) {                                 \
        return {static_cast<A&&>(a), name.place};                                              \
    }                                                                                          \
    template <typename A, typename B>                                                          \
    constexpr auto operator INNER(Left<Name, A> left, B&& b) {                                 \
        return Name::of(left.place, static_cast<A&&>(left.a), static_cast<B&&>(b));            \
    }                                                                                          \
    /* Nearer than what std::optional has for whatever stands before it. */                    \
    template <typename A, typename B>                                                          \
    constexpr auto operator INNER(Left<Name, A> left, const std::optional<B>& b) {             \
        return Name::of(left.place, static_cast<A&&>(left.a), b);                              \
    }
MUTANTS_OPERATOR(Below, <, >, <, <=, >=)
MUTANTS_OPERATOR(AtMost, <, >, <=, <, >)
MUTANTS_OPERATOR(Above, <, >, >, >=, <=)
MUTANTS_OPERATOR(AtLeast, <, >, >=, >, <)
MUTANTS_OPERATOR(Equal, !=, !=, ==, !=, !=)
MUTANTS_OPERATOR(Unequal, !=, !=, !=, ==, ==)
MUTANTS_OPERATOR(Plus, +, +, +, -, -)
MUTANTS_OPERATOR(Minus, +, +, -, +, +)
MUTANTS_OPERATOR(Times, *, *, *, +, +)
MUTANTS_OPERATOR(Over, *, *, /, *, *)
MUTANTS_OPERATOR(Modulo, *, *, %, +, +)

/// `a += Added{place} = b`
struct Added {
    int place;
    template <typename B>
    constexpr auto operator=(B&& b) && -> std::decay_t<B> {
        if constexpr (requires { static_cast<std::decay_t<B>>(-b); }) {
            if (on(place)) return static_cast<std::decay_t<B>>(-b);
        } else {
            cannot_be_another(place);
        }
        return static_cast<B&&>(b);
    }
};

}  // namespace mutants
