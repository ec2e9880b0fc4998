// Prints the TypeScript of what is described: `wasm/contract/answers.ts`. Only the tests use it.
#pragma once

#include <array>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "service/contract/fields.hpp"

namespace spreiding::service::contract {

class Printer {
  public:
    /// Adds an answer, with all that it is made of and that was not added yet.
    template <typename T>
    void add() {
        type<T>("");
    }
    const std::string& text() const { return text_; }
    /// What it holds by name.
    const std::set<std::string>& names() const { return done_; }

    static constexpr std::size_t width = 100;

    static std::string comment(std::string_view about, const std::string& indent) {
        if (about.empty()) return {};
        if (indent.size() + about.size() + 7 <= width)
            return indent + "/** " + std::string(about) + " */\n";
        std::string lines = indent + "/**\n";
        std::string line = indent + " *";
        while (!about.empty()) {
            const std::size_t end = std::min(about.find(' '), about.size());
            const std::string word(about.substr(0, end));
            about.remove_prefix(std::min(end + 1, about.size()));
            if (line.size() + 1 + word.size() > width) {
                lines += line + "\n";
                line = indent + " *";
            }
            line += " " + word;
        }
        return lines + line + "\n" + indent + " */\n";
    }

    /// A member with its type, over several lines where one does not hold it.
    static std::string member(const std::string& begin, std::string type,
                              const std::string& indent) {
        std::string between = " | ";
        if (begin.size() + type.size() + 2 > width && type.find('\n') == std::string::npos) {
            type.insert(0, between);
            between = "\n" + indent + "  | ";
            for (std::size_t at = 0; (at = type.find(" | ", at)) != std::string::npos;
                 at += between.size())
                type.replace(at, 3, between);
            return begin + type + ";\n";
        }
        return begin + " " + type + ";\n";
    }

    static std::string item(const std::string& of) {
        const bool is_union = of.ends_with(" | null") ||
                              (of.find(" | ") != std::string::npos && !of.starts_with("{"));
        return is_union || of.starts_with("readonly ") ? "(" + of + ")" : of;
    }

  private:
    template <typename E>
    static std::string union_of(std::string_view between) {
        constexpr const auto& table = words_of<E>;
        std::string text;
        for (std::size_t at = table.first; at < table.words.size(); ++at) {
            if (at > table.first) text += between;
            text += "'" + std::string(table.words[at]) + "'";
        }
        return text;
    }

    template <typename E>
    std::string enumeration() {
        constexpr const auto& table = words_of<E>;
        if (table.name.empty()) return union_of<E>(" | ");
        const std::string name(table.name);
        if (done_.insert(name).second) {
            const std::string begin = "export type " + name + " =";
            const std::string line = union_of<E>(" | ");
            std::string declared = begin;
            if (begin.size() + line.size() + 2 <= width)
                declared += " " + line;
            else if (line.size() + 3 <= width)
                declared += "\n  " + line;
            else
                declared += "\n  | " + union_of<E>("\n  | ");
            text_ += comment(about_words<E>, "");
            text_ += declared + ";\n\n";
        }
        return name;
    }

    template <typename F, typename T>
    std::string field(const std::string& indent) {
        using Value = std::remove_cvref_t<decltype(F::of(std::declval<const T&>()))>;
        if constexpr (requires { F::name; }) {
            constexpr bool is_said_if_any = requires {
                F::is_said_if_any;
            };
            const std::string line =
                indent + "readonly " + std::string(F::name) + (is_said_if_any ? "?:" : ":");
            std::string value;
            if constexpr (is_said_if_any)
                value = type<std::remove_const_t<typename Maybe<Value>::Value>>(indent);
            else
                value = type<Value>(indent);
            return comment(F::about, indent) + member(line, value, indent);
        } else if constexpr (requires { Described<Value>::name; }) {
            type<Value>(indent);
            return {};
        } else {
            return members<Value>(indent, typename Described<Value>::fields{});
        }
    }

    template <typename T, typename... F>
    std::string members(const std::string& indent, Fields<F...>) {
        std::string text;
        (..., (text += field<F, T>(indent)));
        return text;
    }

    template <typename F, typename T>
    static std::string base() {
        using Value = std::remove_cvref_t<decltype(F::of(std::declval<const T&>()))>;
        if constexpr (requires { F::name; }) {
            return {};
        } else if constexpr (requires { Described<Value>::name; }) {
            return std::string(Described<Value>::name);
        } else {
            return {};
        }
    }

    template <typename T, typename... F>
    static std::string bases(Fields<F...>) {
        std::string text;
        const auto add = [&](const std::string& name) {
            if (!name.empty()) text += (text.empty() ? " extends " : ", ") + name;
        };
        (..., add(base<F, T>()));
        return text;
    }

    template <typename T>
    std::string described(const std::string& indent) {
        using fields = typename Described<T>::fields;
        if constexpr (!requires { Described<T>::name; }) {
            return "{\n" + members<T>(indent + "  ", fields{}) + indent + "}";
        } else {
            const std::string name(Described<T>::name);
            if (done_.insert(name).second) {
                const std::string inside = members<T>("  ", fields{});
                text_ += comment(Described<T>::about, "") + "export interface " + name +
                         bases<T>(fields{}) + " {\n" + inside + "}\n\n";
            }
            return name;
        }
    }

    template <typename T>
    std::string type(const std::string& indent) {
        if constexpr (requires { typename T::printed_as; }) {
            return type<typename T::printed_as>(indent);
        } else if constexpr (Maybe<T>::value) {
            return type<std::remove_const_t<typename Maybe<T>::Value>>(indent) + " | null";
        } else if constexpr (std::is_same_v<T, bool>) {
            return "boolean";
        } else if constexpr (std::is_integral_v<T>) {
            return "number";
        } else if constexpr (!printed_type<T>.empty()) {
            return std::string(printed_type<T>);
        } else if constexpr (IsText<T> || IsCode<T>) {
            return "string";
        } else if constexpr (HasWords<T>) {
            return enumeration<T>();
        } else if constexpr (IsLiteral<T>::value) {
            return "'" + std::string(T::word) + "'";
        } else if constexpr (IsTally<T>::value) {
            return "Readonly<Record<" + type<typename IsTally<T>::Of>(indent) + ", number>>";
        } else if constexpr (IsDescribed<T>) {
            return described<T>(indent);
        } else if constexpr (HasText<T>) {
            return "string";
        } else {
            using Item = std::remove_cvref_t<decltype(*std::declval<const T&>().begin())>;
            const std::string of = type<Item>(indent);
            if constexpr (requires { std::tuple_size<T>::value; }) {
                std::string all = "readonly [";
                for (std::size_t at = 0; at < std::tuple_size<T>::value; ++at)
                    all += (at == 0 ? "" : ", ") + of;
                return all + "]";
            } else {
                return "readonly " + item(of) + "[]";
            }
        }
    }

    std::set<std::string> done_;
    std::string text_;
};

}  // namespace spreiding::service::contract
