// Writes cells as text, number or blank: quoted where needed, guarded where a formula would start.
#include "csv/csv_writer.hpp"

#include <algorithm>
#include <string_view>

#include "values/decimal.hpp"
#include "values/text.hpp"

namespace spreiding::csv {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// What a reader of the file could take for something else than text.
bool needs_quotes(std::string_view text) {
    return text.find_first_of("\",;|\t\r\n") != std::string_view::npos ||
           folded(text.substr(0, 4)) == "sep" || text.starts_with(byte_order_mark);
}

}  // namespace

Writer::Writer(Style style) : style_(style) {
    if (style.byte_order_mark) out_ = byte_order_mark;
}

void Writer::separate() {
    if (row_started_) out_ += style_.separator;
    row_started_ = true;
}

void Writer::text(std::string_view text) {
    separate();
    const bool guarded = starts_formula(text);
    const bool quoted = needs_quotes(text);
    if (quoted) out_ += '"';
    if (guarded) out_ += '\'';
    for (const char c : text) {
        if (c == '"') out_ += '"';
        out_ += c;
    }
    if (quoted) out_ += '"';
}

void Writer::number(std::string_view decimal) {
    separate();
    for (const char c : decimal)
        out_ += c == '.' ? style_.decimal_mark : c;
}

void Writer::whole(std::int64_t value) {
    number(to_text(value));
}

void Writer::empty() {
    separate();
}

void Writer::end_row() {
    out_ += "\r\n";
    row_started_ = false;
}

bool starts_formula(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
    if (text.empty()) return false;
    if (std::string_view("\t\n\r").find(text.front()) != std::string_view::npos)
        return text.size() > 1;
    text.remove_prefix(blanks_around(text).before);
    // The last of them are the same signs of full width.
    for (const std::string_view sign :
         {"=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"})
        if (text.starts_with(sign)) return text.size() > sign.size();
    return false;
}

}  // namespace spreiding::csv
