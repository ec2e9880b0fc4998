// Writes JSON text, field by field, straight into one string. nlohmann_json reads the requests; its
// tree of values for an answer of 342 rows took six times as long as the whole allocation.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace spreiding::service {

class JsonWriter {
  public:
    JsonWriter& begin_object();
    JsonWriter& end_object();
    JsonWriter& begin_array();
    JsonWriter& end_array();
    /// Name of the next value in an object; letters only.
    JsonWriter& name(std::string_view name);

    JsonWriter& null();
    JsonWriter& flag(bool value);
    JsonWriter& number(std::int64_t value);
    /// Text in well-formed UTF-8.
    JsonWriter& text(std::string_view text);
    /// JSON made elsewhere, as it is.
    JsonWriter& raw(std::string_view json);

    JsonWriter& number_or_null(std::optional<std::int64_t> value) {
        return value ? number(*value) : null();
    }
    JsonWriter& text_or_null(const std::optional<std::string>& value) {
        return value ? text(*value) : null();
    }

    std::string take() && { return {buffer_.get(), size_}; }

  private:
    void separate();
    void append(char c) { *room(1) = c; }
    void append(std::string_view text) {
        // An empty text may point nowhere, and then must not be copied.
        if (!text.empty()) std::memcpy(room(text.size()), text.data(), text.size());
    }
    void append_escaped(std::string_view text);
    void append_code_unit(std::uint32_t unit);

    char* room(std::size_t size) {
        if (size > capacity_ - size_) grow(size);
        size_ += size;
        return buffer_.get() + size_ - size;
    }
    void grow(std::size_t size);

    // Not a std::string: that of Emscripten is compiled for size, and slow one character at a time.
    std::unique_ptr<char[]> buffer_;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
    bool first_ = true;
};

}  // namespace spreiding::service
