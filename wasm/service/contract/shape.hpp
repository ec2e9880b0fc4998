// What the parameters of requests are like: names, kinds, bounds, words, and a line about each. The
// check of requests (`service/check.hpp`) walks over it, and `print_parameters.hpp` prints the
// TypeScript of `wasm/contract/operations.ts` from the same description.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "values/words.hpp"

namespace spreiding::service::asked {

/// A line for readers of the contract. Nothing of it ends in the module.
struct About {
#ifdef __EMSCRIPTEN__
    consteval About(const char*) {}
#else
    consteval About(const char* said) : text(said) {}
    std::string_view text;
#endif
};

enum class Kind : std::uint8_t {
    text,
    day,        ///< `2027-06-30`, one that exists
    half_year,  ///< `2027-1`
    code,       ///< of a municipality
    whole,      ///< smaller than 2⁶²; within bounds where there are any
    number,     ///< also half a one
    flag,
    nothing,   ///< null, where that says something
    word,      ///< one of some words
    notation,  ///< the marks of numbers
    list,
    by_word,  ///< an object whose members go by some words
    by_name,  ///< an object whose members go by names of a person's
    object,
    open_object,  ///< with members that are looked at elsewhere
    either,       ///< one of some shapes
};

struct Shape;

/// Null is as good as left out; the types say which of the two callers use.
enum class May : std::uint8_t { neither, be_left_out, be_null, be_both };

struct Parameter {
    const char* name;
    const Shape* is;
    May may;
    About about;

    constexpr bool is_needed() const { return may == May::neither; }
};

struct Shape {
    Kind kind;
    About name = "";            ///< in the contract; empty: it has none
    About about = "";           ///< what it is
    const Shape* of = nullptr;  ///< of a list its items, of an object what it begins with
    const Parameter* members = nullptr;
    const std::string_view* words = nullptr;
    const Shape* const* shapes = nullptr;
    std::uint32_t count = 0;  ///< of members, words or shapes
    std::int32_t least = 0;
    std::uint32_t most = 0;  ///< of a list its length; both nought: no bounds
};

/// A parameter that has to be there, and one that may be left out.
consteval Parameter needed(const char* name, const Shape& is, About about = "") {
    return {name, &is, May::neither, about};
}
consteval Parameter maybe(const char* name, const Shape& is, About about = "") {
    return {name, &is, May::be_left_out, about};
}
/// The same where null is said of what is not known.
consteval Parameter or_null(const char* name, const Shape& is, About about = "") {
    return {name, &is, May::be_null, about};
}
consteval Parameter maybe_null(const char* name, const Shape& is, About about = "") {
    return {name, &is, May::be_both, about};
}

inline constexpr Shape text{.kind = Kind::text};
inline constexpr Shape day{.kind = Kind::day};
inline constexpr Shape half_year{.kind = Kind::half_year};
inline constexpr Shape code{.kind = Kind::code};
inline constexpr Shape whole{.kind = Kind::whole};
inline constexpr Shape number{.kind = Kind::number};
inline constexpr Shape flag{.kind = Kind::flag};
inline constexpr Shape nothing{.kind = Kind::nothing};
inline constexpr Shape notation{.kind = Kind::notation, .name = "NumberNotation"};

template <std::int32_t least, std::uint32_t most>
inline constexpr Shape within{.kind = Kind::whole, .least = least, .most = most};

template <const auto& item, std::uint32_t most>
inline constexpr Shape list{.kind = Kind::list, .of = &item, .most = most};

/// One of the words in an array.
template <const auto& words>
inline constexpr Shape one_of{.kind = Kind::word, .words = words.data(), .count = words.size()};

/// A value of an enumeration, by its word.
template <typename E>
inline constexpr Shape word{.kind = Kind::word,
                            .name = words_of<E>.name.data(),
                            .words = words_of<E>.words.data() + words_of<E>.first,
                            .count = words_of<E>.words.size() - words_of<E>.first};

/// One of the first so many of its values.
template <typename E, std::size_t count>
inline constexpr Shape first_words{
    .kind = Kind::word, .words = words_of<E>.words.data(), .count = count};

template <typename E, const auto& value>
inline constexpr Shape by_word{.kind = Kind::by_word,
                               .name = words_of<E>.name.data(),
                               .of = &value,
                               .words = words_of<E>.words.data(),
                               .count = words_of<E>.words.size()};

template <const auto& value>
inline constexpr Shape by_name{.kind = Kind::by_name, .of = &value};

/// Of an object: its type in the contract, what it is, and what it begins with.
struct Head {
    About name = "";
    About about = "";
    const Shape* begins_with = nullptr;
    Kind kind = Kind::object;
};

/// Built where it stands (`constexpr`, not `consteval`: it points into itself).
template <std::size_t N>
struct Object : Shape {
    std::array<Parameter, N> own;

    template <typename... P>
    constexpr Object(const Head& head, const P&... each)
        : Shape{.kind = head.kind,
                .name = head.name,
                .about = head.about,
                .of = head.begins_with,
                .count = N},
          own{each...} {
        members = own.data();
    }
};
template <typename... P>
Object(const Head&, const P&...) -> Object<sizeof...(P)>;

template <std::size_t N>
struct Either : Shape {
    std::array<const Shape*, N> own;

    template <typename... S>
    constexpr Either(const Head& head, const S&... each)
        : Shape{.kind = Kind::either, .name = head.name, .about = head.about, .count = N},
          own{&each...} {
        shapes = own.data();
    }
};
template <typename... S>
Either(const Head&, const S&...) -> Either<sizeof...(S)>;

}  // namespace spreiding::service::asked
