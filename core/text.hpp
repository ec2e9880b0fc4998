// Text as people and CBS write it: encodings, white space, and spelling that should not matter.
#pragma once

#include <string>
#include <string_view>

namespace spreiding {

/// Without spaces, tabs and no-break spaces at either end.
std::string_view trimmed(std::string_view text);

/// Whether bytes are well-formed UTF-8 (no overlong forms, no surrogates, up to U+10FFFF).
bool is_utf8(std::string_view bytes);

/// Windows-1252, as Excel saves "CSV" in the Netherlands, turned into UTF-8. Never fails: the five
/// bytes without a meaning become the control characters of the same number, as browsers do.
std::string utf8_from_windows_1252(std::string_view bytes);

/// A spelling for comparing names and headers: lower case, accents removed, and everything that is
/// not a letter or a digit left out. "Súdwest-Fryslân" and "sudwest fryslan" fold to the same.
std::string folded(std::string_view text);

/// The first bytes of a text, cut at a whole character, at most `most` bytes.
std::string_view beginning(std::string_view text, std::size_t most);

}  // namespace spreiding
