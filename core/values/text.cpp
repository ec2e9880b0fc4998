// Conversions between UTF-8, UTF-16 and Windows-1252, trimming, and folding of spelling.
#include "values/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace spreiding {
namespace {

bool is_continuation(unsigned char byte) {
    return (byte & 0xC0U) == 0x80U;
}

constexpr std::string_view no_break_space = "\xC2\xA0";

// Length of the space at the front, of whatever width, or of a mark that takes no room at all.
std::size_t length_of_blank(std::string_view text) {
    const char c = text[0];
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') return 1;
    if (text.starts_with(no_break_space)) return no_break_space.size();
    if (text.starts_with("\xEF\xBB\xBF")) return 3;
    if (text.size() < 3 || c != '\xE2') return 0;
    const auto last = static_cast<unsigned char>(text[2]);
    const bool general = text[1] == '\x80' && (last <= 0x8F || (last >= 0xA8 && last <= 0xAF));
    return general || (text[1] == '\x81' && (last == 0x9F || last == 0xA0)) ? 3 : 0;
}

// Length of the well-formed character at the front; 0 when it is not well-formed.
// Table 3-7 of the Unicode Standard.
std::size_t character_length(std::string_view bytes) {
    const auto at = [&](std::size_t i) {
        return i < bytes.size() ? static_cast<unsigned char>(bytes[i])
                                : static_cast<unsigned char>(0);
    };
    const unsigned char first = at(0);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return is_continuation(at(1)) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool lower = first != 0xE0 || at(1) >= 0xA0;
        const bool upper = first != 0xED || at(1) <= 0x9F;
        return lower && upper && is_continuation(at(1)) && is_continuation(at(2)) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool lower = first != 0xF0 || at(1) >= 0x90;
        const bool upper = first != 0xF4 || at(1) <= 0x8F;
        return lower && upper && is_continuation(at(1)) && is_continuation(at(2)) &&
                       is_continuation(at(3))
                   ? 4
                   : 0;
    }
    return 0;
}

// Length of the beginning without a byte beyond ASCII.
std::size_t length_of_ascii(std::string_view bytes) {
    constexpr std::uint64_t high_bits = 0x8080'8080'8080'8080U;
    std::size_t at = 0;
    for (; at + 32 <= bytes.size(); at += 32) {
        std::array<std::uint64_t, 4> words;
        std::memcpy(words.data(), bytes.data() + at, sizeof words);
        if (((words[0] | words[1] | words[2] | words[3]) & high_bits) != 0) break;
    }
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80)
        ++at;
    return at;
}

void append_utf8(std::string& out, std::uint32_t point) {
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xC0U | (point >> 6U));
        out += static_cast<char>(0x80U | (point & 0x3FU));
    } else if (point < 0x10000) {
        out += static_cast<char>(0xE0U | (point >> 12U));
        out += static_cast<char>(0x80U | ((point >> 6U) & 0x3FU));
        out += static_cast<char>(0x80U | (point & 0x3FU));
    } else {
        out += static_cast<char>(0xF0U | (point >> 18U));
        out += static_cast<char>(0x80U | ((point >> 12U) & 0x3FU));
        out += static_cast<char>(0x80U | ((point >> 6U) & 0x3FU));
        out += static_cast<char>(0x80U | (point & 0x3FU));
    }
}

// Code points of the bytes 0x80 … 0x9F in Windows-1252; the rest of the upper half is Latin-1.
constexpr std::array<std::uint16_t, 32> windows_1252_block = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

// Base letters of U+00C0 … U+00FF, where the names of municipalities and provinces have their
// accents; a space where there is no base letter.
constexpr std::string_view latin_1_letters =
    "aaaaaaaceeeeiiiidnooooo ouuuuy saaaaaaaceeeeiiiidnooooo ouuuuy y";
static_assert(latin_1_letters.size() == 64);

// The same of U+0100 … U+017F; a space for `ĳ`, which is two letters.
constexpr std::string_view extended_letters =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii  jjkkkllllllllllnnnnnnnnnoooooo"
    "oorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(extended_letters.size() == 128);

// Signs among the characters beyond ASCII: controls, soft hyphens and raised digits (U+0080 …
// U+00BF), apostrophes that modify a letter (U+02B0 …), dashes, quotes, spaces of every width and
// what has none (U+2000 … U+20FF), and the mark at the start of a file.
std::size_t length_of_sign(std::string_view text) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (text.size() < 2) return 0;
    if (at(0) == 0xC2 || at(0) == 0xCB || (at(0) == 0xCA && at(1) >= 0xB0)) return 2;
    if (at(0) == 0xCC || at(0) == 0xCD) return 2;  // combining accents
    if (text.size() < 3) return 0;
    if (at(0) == 0xE2 && at(1) >= 0x80 && at(1) <= 0x83) return 3;
    return text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

}  // namespace

Blanks blanks_around(std::string_view text) {
    const std::size_t size = text.size();
    for (;;) {
        if (text.empty()) return {size, 0};
        const std::size_t length = length_of_blank(text);
        if (length == 0) break;
        text.remove_prefix(length);
    }
    const std::size_t before = size - text.size();
    for (std::size_t length = 1; length <= 3;) {
        const bool ends =
            length <= text.size() && length_of_blank(text.substr(text.size() - length)) == length;
        if (ends) text.remove_suffix(length);
        length = ends ? 1 : length + 1;
    }
    return {before, size - before - text.size()};
}

bool is_ascii(std::string_view bytes) {
    return length_of_ascii(bytes) == bytes.size();
}

std::size_t well_formed(std::string_view bytes) {
    std::size_t at = 0;
    for (;;) {
        at += length_of_ascii(bytes.substr(at));
        if (at == bytes.size()) return at;
        const std::size_t length = character_length(bytes.substr(at));
        if (length == 0) return at;
        at += length;
    }
}

Survey survey(std::string_view bytes) {
    // Counts over so few bytes fit in a byte, so that a compiler counts sixteen of them at once.
    constexpr std::size_t stretch = 128;
    Survey found;
    std::size_t checked = 0;
    bool is_well_formed = true;
    for (std::size_t at = 0; at < bytes.size(); at += stretch) {
        const std::string_view some = bytes.substr(at, stretch);
        std::uint8_t nuls = 0;
        std::uint8_t line_feeds = 0;
        std::uint8_t bits = 0;
        const auto look = [&](char c) {
            nuls = static_cast<std::uint8_t>(nuls + (c == '\0' ? 1 : 0));
            line_feeds = static_cast<std::uint8_t>(line_feeds + (c == '\n' ? 1 : 0));
            bits = static_cast<std::uint8_t>(bits | static_cast<std::uint8_t>(c));
        };
        if (some.size() == stretch) {
            for (std::size_t i = 0; i < stretch; ++i)
                look(some[i]);
        } else {
            for (const char c : some)
                look(c);
        }
        found.nuls += nuls;
        found.line_feeds += line_feeds;
        if (bits < 0x80 || !is_well_formed) continue;
        // Where a stretch is ASCII it is well-formed; a character may end in the one behind it.
        found.is_ascii = false;
        checked = std::max(checked, at);
        while (checked < at + some.size()) {
            if (static_cast<unsigned char>(bytes[checked]) < 0x80) {
                ++checked;
                continue;
            }
            const std::size_t length = character_length(bytes.substr(checked));
            is_well_formed = length > 0;
            if (!is_well_formed) break;
            checked += length;
        }
    }
    found.well_formed = is_well_formed ? bytes.size() : checked;
    return found;
}

std::string utf8_from_windows_1252(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const bool in_block = byte >= 0x80 && byte <= 0x9F;
        append_utf8(out, in_block ? windows_1252_block[byte - 0x80U] : byte);
    }
    return out;
}

std::string repaired_utf8(std::string_view bytes, std::uint32_t& lost) {
    constexpr std::uint32_t replacement = 0xFFFD;
    std::string out;
    out.reserve(bytes.size());
    lost = 0;
    for (;;) {
        const std::size_t good = well_formed(bytes);
        out += bytes.substr(0, good);
        if (good == bytes.size()) return out;
        ++lost;
        append_utf8(out, replacement);
        bytes.remove_prefix(good + 1);
    }
}

std::string utf8_from_utf_16(std::string_view bytes, bool little, std::uint32_t& lost) {
    constexpr std::uint32_t replacement = 0xFFFD;
    const std::size_t units = bytes.size() / 2;
    const auto unit = [&](std::size_t i) {
        const auto first = static_cast<unsigned char>(bytes[2 * i]);
        const auto second = static_cast<unsigned char>(bytes[2 * i + 1]);
        return static_cast<std::uint32_t>(little ? first | second << 8 : first << 8 | second);
    };
    const auto is_high = [](std::uint32_t u) { return u >= 0xD800 && u < 0xDC00; };
    const auto is_low = [](std::uint32_t u) { return u >= 0xDC00 && u < 0xE000; };
    std::string out;
    out.reserve(units + units / 8);
    lost = static_cast<std::uint32_t>(bytes.size() % 2);
    for (std::size_t i = 0; i < units; ++i) {
        const std::uint32_t first = unit(i);
        if (is_high(first) && i + 1 < units && is_low(unit(i + 1))) {
            append_utf8(out, 0x10000U + ((first - 0xD800U) << 10U) + (unit(++i) - 0xDC00U));
        } else if (is_high(first) || is_low(first)) {
            ++lost;
            append_utf8(out, replacement);
        } else {
            append_utf8(out, first);
        }
    }
    if (bytes.size() % 2 != 0) append_utf8(out, replacement);
    return out;
}

std::optional<std::string> windows_1252_from_utf8(std::string_view text) {
    std::array<std::string, 128> upper_half;
    for (std::size_t i = 0; i < upper_half.size(); ++i) {
        const char byte = static_cast<char>(0x80 + i);
        upper_half[i] = utf8_from_windows_1252({&byte, 1});
    }
    std::string out;
    while (!text.empty()) {
        const std::size_t length = character_length(text);
        if (length == 0) return std::nullopt;
        if (length == 1) {
            out += text.front();
        } else {
            const auto at = std::find(upper_half.begin(), upper_half.end(), text.substr(0, length));
            if (at == upper_half.end()) return std::nullopt;
            out += static_cast<char>(0x80 + (at - upper_half.begin()));
        }
        text.remove_prefix(length);
    }
    return out;
}

std::string folded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 'A' && byte <= 'Z') {
            out += static_cast<char>(byte - 'A' + 'a');
        } else if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) {
            out += static_cast<char>(byte);
        } else if (byte == 0xC3 && i + 1 < text.size()) {  // U+00C0 … U+00FF
            const auto next = static_cast<unsigned char>(text[++i]);
            const char letter = next >= 0x80 && next <= 0xBF ? latin_1_letters[next - 0x80U] : ' ';
            if (letter != ' ') out += letter;
        } else if ((byte == 0xC4 || byte == 0xC5) && i + 1 < text.size()) {  // U+0100 … U+017F
            const auto next = static_cast<unsigned char>(text[++i]);
            const std::size_t letter = (byte - 0xC4U) * 64U + (next & 0x3FU);
            if (extended_letters[letter] == ' ') {
                out += "ij";
            } else {
                out += extended_letters[letter];
            }
        } else if (const std::size_t sign = byte >= 0x80 ? length_of_sign(text.substr(i)) : 0) {
            i += sign - 1;
        } else if (byte >= 0x80) {
            out += static_cast<char>(byte);  // other letters keep their bytes
        }
    }
    return out;
}

std::string_view beginning(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text;
    while (most > 0 && is_continuation(static_cast<unsigned char>(text[most])))
        --most;
    return text.substr(0, most);
}

}  // namespace spreiding
