// Text as people and CBS write it: encodings, white space, and spelling that should not matter.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace spreiding {

/// Without spaces of any width, line ends, and marks that take no room, at either end.
inline std::string_view trimmed(std::string_view text);

bool is_ascii(std::string_view bytes);

/// Length of the beginning that is well-formed UTF-8 (no overlong forms, no surrogates, up to
/// U+10FFFF).
std::size_t well_formed(std::string_view bytes);
inline bool is_utf8(std::string_view bytes) {
    return well_formed(bytes) == bytes.size();
}

/// What a pass over all bytes of a file finds out before any of them is understood.
struct Survey {
    std::size_t nuls = 0;
    std::size_t line_feeds = 0;
    bool is_ascii = true;
    std::size_t well_formed = 0;  ///< as the function of that name gives it
};
Survey survey(std::string_view bytes);

/// Windows-1252, as Excel saves "CSV" in the Netherlands, turned into UTF-8. Never fails: the five
/// bytes without a meaning become the control characters of the same number, as browsers do.
std::string utf8_from_windows_1252(std::string_view bytes);

/// UTF-8 of which every byte that does not belong becomes U+FFFD.
/// @param lost  receives how many there were
std::string repaired_utf8(std::string_view bytes, std::uint32_t& lost);

/// UTF-16, as Excel saves "Unicode text", turned into UTF-8. Half a character (a surrogate alone, a
/// byte at the end) becomes U+FFFD.
/// @param little  the lower byte first
/// @param lost    receives how many halves there were
std::string utf8_from_utf_16(std::string_view bytes, bool little, std::uint32_t& lost);
/// The way back, for bytes that can be found again from their text; nothing where a character has
/// no place in Windows-1252.
std::optional<std::string> windows_1252_from_utf8(std::string_view text);

/// A spelling for comparing names and headers: lower case, accents removed, and everything that is
/// not a letter or a digit left out. "Súdwest-Fryslân" and "sudwest fryslan" fold to the same.
std::string folded(std::string_view text);

/// The first bytes of a text, cut at a whole character, at most `most` bytes.
std::string_view beginning(std::string_view text, std::size_t most);

/// The same as `==`, without a call for the texts that most cells have.
inline bool are_same(std::string_view one, std::string_view other) {
    const std::size_t size = one.size();
    if (size != other.size()) return false;
    const auto alike = [&]<typename Word>(std::size_t at, Word) {
        Word word = 0;
        Word other_word = 0;
        std::memcpy(&word, one.data() + at, sizeof word);
        std::memcpy(&other_word, other.data() + at, sizeof other_word);
        return word == other_word;
    };
    // The two halves may overlap.
    if (size >= 8 && size <= 16)
        return alike(0, std::uint64_t{}) && alike(size - 8, std::uint64_t{});
    if (size >= 4 && size < 8) return alike(0, std::uint32_t{}) && alike(size - 4, std::uint32_t{});
    return one == other;
}

// A character of ASCII that is neither white space nor a control: nearly every cell begins and ends
// with one, and then there is nothing to take off.
inline bool is_visible(char c) {
    return c > ' ' && c < '\x7F';
}
/// How many bytes of white space stand before and behind a text; of white space alone all before.
struct Blanks {
    std::size_t before = 0;
    std::size_t behind = 0;
};
Blanks blanks_around(std::string_view text);

inline std::string_view trimmed(std::string_view text) {
    if (!text.empty() && is_visible(text.front()) && is_visible(text.back())) return text;
    const auto [before, behind] = blanks_around(text);
    return {text.data() + before, text.size() - before - behind};
}

}  // namespace spreiding
