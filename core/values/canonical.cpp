// Writes a value in its canonical form, orders members by UTF-16, and lists what differs.
#include "values/canonical.hpp"

#include <algorithm>
#include <cstddef>

#include "values/order.hpp"
#include "values/text.hpp"

namespace spreiding::canonical {
namespace {

constexpr std::int64_t largest_exact = (std::int64_t{1} << 53U) - 1;
constexpr std::size_t longest_shown = 200;

void append_escaped(std::string& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    constexpr std::string_view plain = "\b\t\n\f\r\"\\";
    constexpr std::string_view letters = "btnfr\"\\";
    out += '"';
    for (const char c : text) {
        const std::size_t short_form = plain.find(c);
        if (short_form != std::string_view::npos) {
            out += '\\';
            out += letters[short_form];
        } else if (static_cast<unsigned char>(c) < 0x20) {
            out += "\\u00";
            out += digits[static_cast<unsigned char>(c) >> 4U];
            out += digits[static_cast<unsigned char>(c) & 15U];
        } else {
            out += c;
        }
    }
    out += '"';
}

bool stand_in_order(const Value::Members& members) {
    return std::adjacent_find(members.begin(), members.end(),
                              [](const Member& one, const Member& other) {
                                  return !before_in_utf_16(one.name, other.name);
                              }) == members.end();
}

std::vector<const Member*> in_order(const Value::Members& members) {
    std::vector<const Member*> order;
    order.reserve(members.size());
    for (const Member& member : members)
        order.push_back(&member);
    if (stand_in_order(members)) return order;
    put_in_order(order, [](const Member* one, const Member* other) {
        return before_in_utf_16(one->name, other->name);
    });
    return order;
}

class Comparison {
  public:
    void compare(const Value& claimed, const Value& should_be, const std::string& path) {
        if (claimed == should_be) return;
        if (claimed.as_object() != nullptr && should_be.as_object() != nullptr) {
            compare_members(claimed, should_be, path);
        } else if (claimed.as_list() != nullptr && should_be.as_list() != nullptr &&
                   claimed.as_list()->size() == should_be.as_list()->size()) {
            for (std::size_t i = 0; i < claimed.as_list()->size(); ++i) {
                compare((*claimed.as_list())[i], (*should_be.as_list())[i],
                        path + '[' + spreiding::to_text(static_cast<std::int64_t>(i)) + ']');
            }
        } else {
            add(path, &claimed, &should_be);
        }
    }

    Differences take() && { return std::move(differences_); }

  private:
    // Both in order of their names, so that one walk along the two is enough.
    void compare_members(const Value& claimed, const Value& should_be, const std::string& path) {
        const std::string before = path.empty() ? path : path + '.';
        const auto theirs = in_order(*claimed.as_object());
        std::vector<const Member*> extra;
        auto at = theirs.begin();
        for (const Member* member : in_order(*should_be.as_object())) {
            while (at != theirs.end() && before_in_utf_16((*at)->name, member->name))
                extra.push_back(*at++);
            if (at != theirs.end() && (*at)->name == member->name) {
                compare((*at++)->value, member->value, before + member->name);
            } else {
                add(before + member->name, nullptr, &member->value);
            }
        }
        extra.insert(extra.end(), at, theirs.end());
        for (const Member* member : extra)
            add(before + member->name, &member->value, nullptr);
    }

    void add(const std::string& path, const Value* claimed, const Value* should_be) {
        ++differences_.count;
        if (differences_.list.size() == Differences::most) return;
        const auto shown = [](const Value* value) {
            return value == nullptr ? std::string()
                                    : std::string(beginning(to_text(*value), longest_shown));
        };
        differences_.list.push_back(
            {std::string(beginning(path, longest_shown)), shown(claimed), shown(should_be)});
    }

    Differences differences_;
};

}  // namespace

Value Value::whole(std::int64_t value) {
    if (value > largest_exact || value < -largest_exact) return text(spreiding::to_text(value));
    return Value(Content(value));
}

Value& Value::with(std::string_view name, Value value) & {
    if (Members* members = std::get_if<Members>(&content_)) {
        members->push_back({std::string(name), std::move(value)});
    }
    return *this;
}

Value& Value::add(Value item) {
    if (List* items = as_list()) items->push_back(std::move(item));
    return *this;
}

const Value* Value::find(std::string_view name) const {
    const Members* members = as_object();
    if (members == nullptr) return nullptr;
    const auto at = std::find_if(members->begin(), members->end(),
                                 [&](const Member& member) { return member.name == name; });
    return at == members->end() ? nullptr : &at->value;
}

Value* Value::find(std::string_view name) {
    return const_cast<Value*>(static_cast<const Value&>(*this).find(name));
}

void Value::replace(std::string_view name, Value value) {
    if (Value* member = find(name)) *member = std::move(value);
}

bool operator==(const Value& one, const Value& other) {
    if (one.content_.index() != other.content_.index()) return false;
    if (const Value::Members* members = one.as_object()) {
        const auto same = [](const Member* left, const Member* right) {
            return left->name == right->name && left->value == right->value;
        };
        if (members->size() != other.as_object()->size()) return false;
        const auto mine = in_order(*members);
        return std::equal(mine.begin(), mine.end(), in_order(*other.as_object()).begin(), same);
    }
    if (const auto* items = one.as_list()) return *items == *other.as_list();
    if (const auto* text = one.as_text()) return *text == *other.as_text();
    if (const auto* number = std::get_if<std::int64_t>(&one.content_)) {
        return *number == *std::get_if<std::int64_t>(&other.content_);
    }
    if (const auto* flag = std::get_if<bool>(&one.content_)) {
        return *flag == *std::get_if<bool>(&other.content_);
    }
    return true;
}

void append(std::string& out, const Value& value) {
    if (const auto* flag = std::get_if<bool>(&value.content_)) {
        out += *flag ? "true" : "false";
    } else if (const auto* number = std::get_if<std::int64_t>(&value.content_)) {
        out += spreiding::to_text(*number);
    } else if (const auto* text = value.as_text()) {
        append_escaped(out, *text);
    } else if (const auto* items = value.as_list()) {
        char before = '[';
        for (const Value& item : *items) {
            out += before;
            append(out, item);
            before = ',';
        }
        out += items->empty() ? "[]" : "]";
    } else if (const auto* members = value.as_object()) {
        char before = '{';
        for (const Member* member : in_order(*members)) {
            out += before;
            append_escaped(out, member->name);
            out += ':';
            append(out, member->value);
            before = ',';
        }
        out += members->empty() ? "{}" : "}";
    } else {
        out += "null";
    }
}

std::string to_text(const Value& value) {
    std::string out;
    append(out, value);
    return out;
}

Differences compare(const Value& claimed, const Value& should_be) {
    Comparison comparison;
    comparison.compare(claimed, should_be, "");
    return std::move(comparison).take();
}

bool before_in_utf_16(std::string_view one, std::string_view other) {
    const auto [a, b] = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
    if (a == one.end() || b == other.end()) return one.size() < other.size();
    // UTF-8 keeps the order of code points. UTF-16 differs in one place: what takes two units
    // (lead bytes F0 … F4) comes before the last of what takes one (U+E000 … U+FFFF, EE and EF).
    const auto place = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xF0 ? byte - 2 : byte >= 0xEE ? byte + 5 : byte + 0;
    };
    return place(*a) < place(*b);
}

}  // namespace spreiding::canonical
