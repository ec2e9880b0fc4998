#include "json_writer.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace spreiding::service {
namespace {

bool needs_escape(char c) {
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
}

}  // namespace

void JsonWriter::append_escaped(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    for (;;) {
        const auto at = std::find_if(text.begin(), text.end(), needs_escape);
        const auto plain = static_cast<std::size_t>(at - text.begin());
        append(text.substr(0, plain));
        if (at == text.end()) return;
        const auto byte = static_cast<unsigned char>(*at);
        if (byte < 0x20) {
            append("\\u00");
            append(digits[byte >> 4U]);
            append(digits[byte & 15U]);
        } else {
            append('\\');
            append(*at);
        }
        text.remove_prefix(plain + 1);
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
