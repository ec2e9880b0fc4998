// One description of every answer: its fields as a name, how to read it, and a line of comment.
// `write` sends what is described through the writer of JSON; `print.hpp` prints the TypeScript of
// `wasm/contract/answers.ts` from the same description. Nothing of the comments ends in the
// program.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "service/json_writer.hpp"
#include "values/words.hpp"

namespace spreiding::service::contract {

/// A literal as an argument of a template.
template <std::size_t N>
struct Text {
    char chars[N]{};
    consteval Text(const char (&text)[N]) { std::copy_n(text, N, chars); }
    constexpr std::string_view view() const { return {chars, N - 1}; }
};

/// A field of an answer.
/// @tparam Read   a member of what the answer is read from, or a function of it
/// @tparam About  what it means, with its unit; may be empty
template <Text Name, auto Read, Text About = "">
struct Field {
    static constexpr std::string_view name = Name.view();
    static constexpr std::string_view about = About.view();

    template <typename Source>
    [[gnu::always_inline]] static constexpr decltype(auto) of(const Source& source) {
        return std::invoke(Read, source);
    }
};

/// The same of what is not always there, and then is not said.
template <Text Name, auto Read, Text About = "">
struct FieldIfAny : Field<Name, Read, About> {
    static constexpr bool is_said_if_any = true;
};

/// The fields of something described, among those of what it is a part of.
template <auto Read>
struct Part {
    template <typename Source>
    [[gnu::always_inline]] static constexpr decltype(auto) of(const Source& source) {
        return std::invoke(Read, source);
    }
};

template <typename... F>
struct Fields {};

/// Specialised for what answers are read from: `name` in the contract (empty: it has none, and
/// stands where it is used), `about`, and `fields` in their order.
template <typename T>
struct Described;

template <typename T>
concept IsDescribed = requires {
    typename Described<T>::fields;
};

/// What an enumeration is, where the contract says it.
template <typename E>
constexpr std::string_view about_words = "";

/// Of what has one text, but a type of its own in the contract.
template <typename T>
constexpr std::string_view printed_type = "";

/// What the text of something is like, as a regular expression; empty: it is any.
template <typename T>
constexpr std::string_view pattern_of = "";

/// A text that is always the same.
template <Text Word>
struct Literal {
    static constexpr std::string_view word = Word.view();
};
template <typename T>
struct IsLiteral : std::false_type {};
template <Text Word>
struct IsLiteral<Literal<Word>> : std::true_type {};

/// How many there are of each value of an enumeration.
template <HasWords E>
struct Tally {
    std::array<std::int64_t, words_of<E>.words.size()> counts{};
};
template <typename T>
struct IsTally : std::false_type {};
template <typename E>
struct IsTally<Tally<E>> : std::true_type {
    using Of = E;
};

template <typename T>
struct Maybe : std::false_type {};
template <typename T>
struct Maybe<std::optional<T>> : std::true_type {
    using Value = T;
};
template <typename T>
struct Maybe<const T*> : std::true_type {
    using Value = T;
};

template <typename T>
concept IsText = std::is_convertible_v<const T&, std::string_view>;
/// A day, a half-year, a decimal: what has one text.
template <typename T>
concept HasText = std::is_class_v<T> && requires(const T& value) {
    to_text(value);
};
template <typename T>
concept IsCode = requires(const T& value) {
    value.text();
    value.digits();
};

/// So many values, each made when it is written.
template <typename Make>
struct Each {
    struct Position {
        const Each* of;
        std::size_t at;
        auto operator*() const { return of->make(at); }
        Position& operator++() {
            ++at;
            return *this;
        }
        bool operator!=(const Position& other) const { return at != other.at; }
    };
    std::size_t count;
    Make make;

    Position begin() const { return {this, 0}; }
    Position end() const { return {this, count}; }
};
template <typename Make>
Each(std::size_t, Make) -> Each<Make>;

template <typename T>
void write(JsonWriter& json, const T& value);

template <typename F, typename T>
void write_field(JsonWriter& json, const T& value) {
    if constexpr (requires { F::is_said_if_any; }) {
        if (const auto& any = F::of(value)) {
            json.name(F::name);
            write(json, *any);
        }
    } else if constexpr (requires { F::name; }) {
        json.name(F::name);
        write(json, F::of(value));
    } else {
        const auto& part = F::of(value);
        using Of = std::remove_cvref_t<decltype(part)>;
        write_fields(json, part, typename Described<Of>::fields{});
    }
}

template <typename T, typename... F>
void write_fields(JsonWriter& json, const T& value, Fields<F...>) {
    (..., write_field<F>(json, value));
}

/// The fields of something within an object that the caller opens and ends.
template <typename T>
void write_part(JsonWriter& json, const T& part) {
    write_fields(json, part, typename Described<T>::fields{});
}

template <typename T>
void write(JsonWriter& json, const T& value) {
    if constexpr (Maybe<T>::value) {
        if (value) {
            write(json, *value);
        } else {
            json.null();
        }
    } else if constexpr (std::is_same_v<T, bool>) {
        json.flag(value);
    } else if constexpr (std::is_integral_v<T>) {
        json.number(static_cast<std::int64_t>(value));
    } else if constexpr (IsText<T>) {
        json.text(value);
    } else if constexpr (IsCode<T>) {
        json.text(value.text());
    } else if constexpr (HasWords<T>) {
        json.text(name_of(value));
    } else if constexpr (IsLiteral<T>::value) {
        json.text(T::word);
    } else if constexpr (IsTally<T>::value) {
        using Of = typename IsTally<T>::Of;
        json.begin_object();
        for (std::size_t at = 0; at < value.counts.size(); ++at)
            json.name(words_of<Of>.words[at]).number(value.counts[at]);
        json.end_object();
    } else if constexpr (IsDescribed<T>) {
        json.begin_object();
        write_fields(json, value, typename Described<T>::fields{});
        json.end_object();
    } else if constexpr (HasText<T>) {
        json.text(to_text(value));
    } else {
        json.begin_array();
        for (const auto& each : value)
            write(json, each);
        json.end_array();
    }
}

}  // namespace spreiding::service::contract
