// Prints the JSON Schema of what is described: the definitions with a capital in `public/schema/`.
// Only the tests use it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "service/contract/provincial.hpp"

namespace spreiding::service::contract {

using Schema = nlohmann::ordered_json;

template <>
inline constexpr std::string_view pattern_of<MunicipalityCode> = "^GM[0-9]{4,7}$";
template <>
inline constexpr std::string_view pattern_of<CalendarDate> = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
template <>
inline constexpr std::string_view pattern_of<HalfYear> = "^[0-9]{4}-[12]$";
template <>
inline constexpr std::string_view pattern_of<Decimal> = "^-?[0-9]+(\\.[0-9]+)?$";

class SchemaPrinter {
  public:
    /// @param whole  how a number is said that may be larger than JSON has whole numbers
    /// @param later  as `Definition.field`: what documents of the same form did not always have
    explicit SchemaPrinter(Schema whole, std::set<std::string> later = {})
        : whole_(std::move(whole)), later_(std::move(later)) {}

    /// Adds a definition of what has a name in the contract, and of all that it is made of.
    template <typename T>
    void add() {
        type<T>();
    }
    const Schema& definitions() const { return definitions_; }

  private:
    static Schema or_null(Schema schema) {
        return {{"oneOf", Schema::array({std::move(schema), {{"type", "null"}}})}};
    }

    template <typename E>
    static Schema words() {
        constexpr const auto& table = words_of<E>;
        Schema all = Schema::array();
        for (std::size_t at = table.first; at < table.words.size(); ++at)
            all.push_back(table.words[at]);
        return {{"enum", std::move(all)}};
    }

    // The members of a union as it stands in TypeScript: words in quotes, or any flag.
    static Schema words_in(std::string_view type) {
        Schema all = Schema::array();
        while (!type.empty()) {
            const std::size_t end = std::min(type.find(" | "), type.size());
            const std::string_view quoted = type.substr(0, end);
            type.remove_prefix(std::min(end + 3, type.size()));
            if (quoted == "boolean") {
                all.push_back(false);
                all.push_back(true);
                continue;
            }
            const std::string_view word = quoted.substr(1, quoted.size() - 2);
            all.push_back(word == "\\t" ? "\t" : std::string(word));
        }
        return {{"enum", std::move(all)}};
    }

    // An object so far: its members, and those of them that are always there.
    struct Members {
        Schema properties = Schema::object();
        Schema required = Schema::array();
    };

    template <typename F, typename T>
    void field(Members& of) {
        using Value = std::remove_cvref_t<decltype(F::of(std::declval<const T&>()))>;
        if constexpr (requires { F::name; }) {
            Schema schema = type<Value>();
            if constexpr (requires { F::is_said_if_any; })
                schema = Schema(schema["oneOf"][0]);
            else
                of.required.push_back(F::name);
            if (!F::about.empty()) {
                Schema about = {{"description", F::about}};
                about.update(schema);
                schema = std::move(about);
            }
            of.properties[std::string(F::name)] = std::move(schema);
        } else {
            fields<Value>(of, typename Described<Value>::fields{});
        }
    }

    template <typename T, typename... F>
    void fields(Members& of, Fields<F...>) {
        (..., field<F, T>(of));
    }

    template <typename T>
    Schema object(const std::string& definition = {}) {
        Members of;
        fields<T>(of, typename Described<T>::fields{});
        const auto is_later = [&](const Schema& name) {
            return later_.contains(definition + "." + name.get<std::string>());
        };
        of.required.erase(std::remove_if(of.required.begin(), of.required.end(), is_later),
                          of.required.end());
        return {{"type", "object"},
                {"additionalProperties", false},
                {"required", std::move(of.required)},
                {"properties", std::move(of.properties)}};
    }

    template <typename T>
    Schema described() {
        if constexpr (!requires { Described<T>::name; }) {
            return object<T>();
        } else {
            const std::string name(Described<T>::name);
            if (!definitions_.contains(name)) {
                definitions_[name] = nullptr;  // its place, before what it is made of
                Schema schema = {{"description", Described<T>::about}};
                schema.update(object<T>(name));
                definitions_[name] = std::move(schema);
            }
            return {{"$ref", "#/$defs/" + name}};
        }
    }

    template <typename T>
    Schema list() {
        using Item = std::remove_cvref_t<decltype(*std::declval<const T&>().begin())>;
        Schema schema = {{"type", "array"}, {"items", type<Item>()}};
        if constexpr (requires { std::tuple_size<T>::value; }) {
            schema["minItems"] = std::tuple_size<T>::value;
            schema["maxItems"] = std::tuple_size<T>::value;
        }
        return schema;
    }

    template <typename T>
    Schema type() {
        if constexpr (Maybe<T>::value) {
            return or_null(type<std::remove_const_t<typename Maybe<T>::Value>>());
        } else if constexpr (std::is_same_v<T, bool>) {
            return {{"type", "boolean"}};
        } else if constexpr (std::is_integral_v<T>) {
            // A size too, which has half the width in WebAssembly.
            if constexpr (sizeof(T) == sizeof(std::int64_t) || std::is_same_v<T, std::size_t>)
                return whole_;
            return {{"type", "integer"}};
        } else if constexpr (std::is_same_v<T, Yes>) {
            return {{"const", true}};
        } else if constexpr (std::is_same_v<T, AnyBasis>) {
            Schema basis = words<Basis>();
            basis["enum"].push_back("published");
            return basis;
        } else if constexpr (!printed_type<T>.empty()) {
            return words_in(printed_type<T>);
        } else if constexpr (!pattern_of<T>.empty()) {
            return {{"type", "string"}, {"pattern", pattern_of<T>}};
        } else if constexpr (IsText<T>) {
            return {{"type", "string"}};
        } else if constexpr (HasWords<T>) {
            return words<T>();
        } else if constexpr (IsLiteral<T>::value) {
            return {{"const", T::word}};
        } else if constexpr (IsTally<T>::value) {
            Schema counts = Schema::object();
            const Schema names = words<typename IsTally<T>::Of>()["enum"];
            for (const Schema& word : names)
                counts[word.template get<std::string>()] = {{"type", "integer"}};
            return {{"type", "object"},
                    {"additionalProperties", false},
                    {"required", names},
                    {"properties", std::move(counts)}};
        } else if constexpr (IsDescribed<T>) {
            return described<T>();
        } else if constexpr (HasText<T>) {
            return {{"type", "string"}};
        } else {
            return list<T>();
        }
    }

    Schema whole_;
    std::set<std::string> later_;
    Schema definitions_ = Schema::object();
};

}  // namespace spreiding::service::contract
