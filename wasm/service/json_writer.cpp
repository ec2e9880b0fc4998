// Writes commas, names, numbers and escaped texts; beyond ASCII everything is escaped.
#include "service/json_writer.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace spreiding::service {
namespace {

bool needs_escape(char c) {
    return c == '"' || c == '\\' || static_cast<unsigned char>(c - 0x20) > 0x7F - 0x20;
}

struct Character {
    std::uint32_t point;
    std::size_t length;
};

// The character at the front of a text in UTF-8.
Character character_at(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto tail = [&](std::size_t i) { return byte(i) & 0x3FU; };
    const unsigned char first = byte(0);
    if (first >= 0xF0 && text.size() >= 4) {
        return {(first & 0x07U) << 18U | tail(1) << 12U | tail(2) << 6U | tail(3), 4};
    }
    if (first >= 0xE0 && text.size() >= 3) {
        return {(first & 0x0FU) << 12U | tail(1) << 6U | tail(2), 3};
    }
    if (first >= 0xC0 && text.size() >= 2) return {(first & 0x1FU) << 6U | tail(1), 2};
    return {first, 1};
}

}  // namespace

void JsonWriter::append_code_unit(std::uint32_t unit) {
    constexpr std::string_view digits = "0123456789abcdef";
    append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4)
        append(digits[(unit >> static_cast<unsigned>(shift)) & 15U]);
}

// Beyond ASCII as \u…: JavaScript reads and parses text of one byte per character at twice the
// speed.
void JsonWriter::append_escaped(std::string_view text) {
    for (;;) {
        const auto at = std::find_if(text.begin(), text.end(), needs_escape);
        const auto plain = static_cast<std::size_t>(at - text.begin());
        append(text.substr(0, plain));
        if (at == text.end()) return;
        text.remove_prefix(plain);
        const auto [point, length] = character_at(text);
        if (point == '"' || point == '\\') {
            append('\\');
            append(text.front());
        } else if (point < 0x10000) {
            append_code_unit(point);
        } else {
            append_code_unit(0xD800U + ((point - 0x10000U) >> 10U));
            append_code_unit(0xDC00U + ((point - 0x10000U) & 0x3FFU));
        }
        text.remove_prefix(length);
    }
}

void JsonWriter::grow(std::size_t size) {
    capacity_ = std::max<std::size_t>(2 * capacity_, size_ + size + 16'000);
    auto larger = std::unique_ptr<char[]>(new char[capacity_]);
    if (size_ > 0) std::memcpy(larger.get(), buffer_.get(), size_);
    buffer_ = std::move(larger);
}

// A comma stands before every value and name but the first of its object or array; a value behind
// its name needs none.
void JsonWriter::separate() {
    if (!first_) append(',');
    first_ = false;
}

JsonWriter& JsonWriter::begin_object() {
    separate();
    append('{');
    first_ = true;
    return *this;
}

JsonWriter& JsonWriter::end_object() {
    append('}');
    first_ = false;
    return *this;
}

JsonWriter& JsonWriter::begin_array() {
    separate();
    append('[');
    first_ = true;
    return *this;
}

JsonWriter& JsonWriter::end_array() {
    append(']');
    first_ = false;
    return *this;
}

JsonWriter& JsonWriter::name(std::string_view name) {
    separate();
    append('"');
    append(name);
    append("\":");
    first_ = true;
    return *this;
}

JsonWriter& JsonWriter::raw(std::string_view json) {
    separate();
    append(json);
    return *this;
}

JsonWriter& JsonWriter::null() {
    return raw("null");
}

JsonWriter& JsonWriter::flag(bool value) {
    return raw(value ? "true" : "false");
}

JsonWriter& JsonWriter::number(std::int64_t value) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    return raw({digits, static_cast<std::size_t>(end - digits)});
}

JsonWriter& JsonWriter::text(std::string_view text) {
    separate();
    append('"');
    append_escaped(text);
    append('"');
    return *this;
}

}  // namespace spreiding::service
