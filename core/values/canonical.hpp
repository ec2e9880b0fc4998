// The canonical form of a claim: one text for one value, whoever writes it, so that two claims are
// the same where their bytes are. After RFC 8785 (JSON Canonicalization Scheme), of which it uses a
// part: no fractions of numbers, because a figure here is a whole number, exact decimal text, or a
// fraction of two whole numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "values/decimal.hpp"

namespace spreiding::canonical {

struct Member;

/// A value of a claim: nothing, a flag, a whole number, text, a list, or named members.
class Value {
  public:
    using List = std::vector<Value>;
    using Members = std::vector<Member>;

    Value();  ///< nothing, written `null`
    static Value flag(bool value);
    /// A whole number. Beyond ±(2^53 − 1) it is text, because JavaScript and others would round it.
    static Value whole(std::int64_t value);
    /// A whole number as text, whatever its size: for those that may be large.
    static Value digits(Wide value);
    /// @param text  well-formed UTF-8
    static Value text(std::string_view text);
    static Value text_or_nothing(const std::optional<std::string>& text);
    static Value whole_or_nothing(std::optional<std::int64_t> value);
    static Value list(List items);
    static Value list();
    static Value object();

    /// Adds a member to an object, or an item to a list; of another kind it does nothing.
    Value& with(std::string_view name, Value value) &;
    Value with(std::string_view name, Value value) &&;
    Value& add(Value item);
    /// Gives a member another value; where there is none of that name, nothing changes.
    void replace(std::string_view name, Value value);

    bool is_nothing() const;
    const std::string* as_text() const;
    const List* as_list() const;
    List* as_list();
    const Members* as_object() const;
    Members* as_object();
    /// A member by name; nothing where there is none, or where this is no object.
    const Value* find(std::string_view name) const;
    Value* find(std::string_view name);

    /// Same kind and same content; the order of members does not count.
    friend bool operator==(const Value& one, const Value& other);

  private:
    using Content = std::variant<std::monostate, bool, std::int64_t, std::string, List, Members>;
    explicit Value(Content content);

    friend void append(std::string& out, const Value& value);

    Content content_;
};

struct Member {
    std::string name;
    Value value;
};

// Below the member they hold: what makes or destroys a value needs to know it whole.
inline Value::Value() = default;
inline Value::Value(Content content) : content_(std::move(content)) {}
inline Value Value::flag(bool value) {
    return Value(Content(value));
}
inline Value Value::digits(Wide value) {
    return text(spreiding::to_text(value));
}
inline Value Value::text(std::string_view text) {
    return Value(Content(std::string(text)));
}
inline Value Value::text_or_nothing(const std::optional<std::string>& text) {
    return text ? Value::text(*text) : Value();
}
inline Value Value::whole_or_nothing(std::optional<std::int64_t> value) {
    return value ? whole(*value) : Value();
}
inline Value Value::list(List items) {
    return Value(Content(std::move(items)));
}
inline Value Value::list() {
    return list(List());
}
inline Value Value::object() {
    return Value(Content(Members()));
}
inline Value Value::with(std::string_view name, Value value) && {
    return std::move(with(name, std::move(value)));
}
inline bool Value::is_nothing() const {
    return std::holds_alternative<std::monostate>(content_);
}
inline const std::string* Value::as_text() const {
    return std::get_if<std::string>(&content_);
}
inline const Value::List* Value::as_list() const {
    return std::get_if<List>(&content_);
}
inline Value::List* Value::as_list() {
    return std::get_if<List>(&content_);
}
inline Value::Members* Value::as_object() {
    return std::get_if<Members>(&content_);
}
inline const Value::Members* Value::as_object() const {
    return std::get_if<Members>(&content_);
}

/// The canonical text: members in the order of their names as UTF-16 (RFC 8785, 3.2.3), nothing
/// between the signs, no escape that is not needed.
std::string to_text(const Value& value);

/// Where a claim says other than it should.
struct Difference {
    std::string path;     ///< such as `figures.municipalities[3].places`
    std::string claimed;  ///< canonical text; empty where it is missing
    std::string should_be;
};

/// The places where two values differ, deepest first named, in the order of the second; the list
/// ends at `most`, the count does not.
struct Differences {
    static constexpr std::size_t most = 100;
    std::vector<Difference> list;
    std::size_t count = 0;
};
Differences compare(const Value& claimed, const Value& should_be);

/// Order of two names as their UTF-16 units are ordered, both in UTF-8.
bool before_in_utf_16(std::string_view one, std::string_view other);

}  // namespace spreiding::canonical
