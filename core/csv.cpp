#include "csv.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "decimal.hpp"
#include "text.hpp"

namespace spreiding::csv {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::array<char, 3> separators = {',', ';', '\t'};

bool is_utf_16(std::string_view bytes) {
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

// Numbers of cells that a separator makes of the first rows, quotes respected.
std::vector<std::size_t> cells_per_row(std::string_view bytes, char separator) {
    constexpr std::size_t sampled_rows = 100;
    constexpr std::size_t sampled_bytes = 64 * 1024;
    const bool whole = bytes.size() <= sampled_bytes;
    std::vector<std::size_t> counts;
    std::size_t cells = 1;
    bool quoted = false;
    bool blank = true;
    bytes = bytes.substr(0, sampled_bytes);
    for (const char c : bytes) {
        if (c == '"') quoted = !quoted;
        if (!quoted && (c == '\n' || c == '\r')) {
            if (!blank) counts.push_back(cells);
            if (counts.size() == sampled_rows) return counts;
            cells = 1;
            blank = true;
        } else {
            if (!quoted && c == separator) ++cells;
            blank = false;
        }
    }
    if (whole && !blank) counts.push_back(cells);
    return counts;
}

struct Evidence {
    std::size_t rows = 0;   // rows with the most common number of cells
    std::size_t cells = 1;  // that number, at least two
};

Evidence evidence_for(std::string_view bytes, char separator) {
    const std::vector<std::size_t> counts = cells_per_row(bytes, separator);
    Evidence best;
    for (const std::size_t cells : counts) {
        if (cells < 2) continue;
        const auto rows = static_cast<std::size_t>(std::count(counts.begin(), counts.end(), cells));
        if (rows > best.rows || (rows == best.rows && cells > best.cells)) best = {rows, cells};
    }
    return best;
}

// The separator that cuts most rows alike; of two that do, the one that cuts finer.
char find_separator(std::string_view bytes) {
    char found = ',';
    Evidence best;
    for (const char separator : separators) {
        const Evidence evidence = evidence_for(bytes, separator);
        if (evidence.rows > best.rows ||
            (evidence.rows == best.rows && evidence.cells > best.cells)) {
            best = evidence;
            found = separator;
        }
    }
    return found;
}

// `sep=;` in the first line is Excel's own word for the separator.
bool takes_separator_line(std::string_view line, char& separator) {
    line = trimmed(line);
    if (line.size() != 5 || folded(line.substr(0, 4)) != "sep" || line[3] != '=') return false;
    if (std::find(separators.begin(), separators.end(), line[4]) == separators.end()) return false;
    separator = line[4];
    return true;
}

}  // namespace

bool Sheet::is_blank(std::size_t row) const {
    for (std::size_t column = 0; column < columns(row); ++column) {
        if (!trimmed(cell(row, column)).empty()) return false;
    }
    return true;
}

Sheet read(std::string_view bytes, const std::string& file, Findings& findings) {
    Sheet sheet;
    const auto report = [&](FindingCode code, std::uint32_t row = 0) {
        findings.add({.code = code, .file = file, .row = row});
    };
    if (bytes.size() > most_bytes) {
        report(FindingCode::file_too_large);
        return sheet;
    }
    if (is_utf_16(bytes)) {
        report(FindingCode::encoding_unsupported);
        return sheet;
    }
    if (bytes.starts_with(byte_order_mark)) {
        bytes.remove_prefix(byte_order_mark.size());
        sheet.dialect.encoding = Encoding::utf_8_bom;
    }
    if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
        const auto lines =
            std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(nul), '\n');
        report(FindingCode::nul_byte, static_cast<std::uint32_t>(lines) + 1);
        return sheet;
    }
    if (!is_utf8(bytes)) {
        sheet.dialect.encoding = Encoding::windows_1252;
        sheet.decoded_ = utf8_from_windows_1252(bytes);
        bytes = sheet.decoded_;
        report(FindingCode::decoded_windows_1252);
    }
    if (trimmed(bytes).empty()) {
        report(FindingCode::file_empty);
        return sheet;
    }
    const std::string_view first_line = bytes.substr(0, bytes.find_first_of("\r\n"));
    if (!takes_separator_line(first_line, sheet.dialect.separator)) {
        sheet.dialect.separator = find_separator(bytes);
    }
    sheet.read_rows(bytes, file, findings);
    return sheet;
}

void Sheet::read_rows(std::string_view bytes, const std::string& file, Findings& findings) {
    bytes_ = bytes;
    const char separator = dialect.separator;
    const std::size_t size = bytes.size();
    std::size_t at = 0;

    // About the cell that is being read.
    const auto report = [&](FindingCode code, std::string_view raw) {
        findings.add({.code = code,
                      .file = file,
                      .row = static_cast<std::uint32_t>(row_starts_.size()),
                      .column = static_cast<std::uint32_t>(cells_.size() - row_starts_.back() + 1),
                      .raw = std::string(raw)});
    };
    const auto is_end = [separator](char c) { return c == separator || c == '\n' || c == '\r'; };
    const auto push = [&](std::size_t begin, std::size_t length, bool unquoted) {
        cells_.push_back({static_cast<std::uint32_t>(begin),
                          static_cast<std::uint32_t>(length) & 0x7FFF'FFFFU, unquoted ? 1U : 0U});
    };

    // A quoted cell; `at` stands on its opening quote, and afterwards behind the cell.
    const auto read_quoted = [&] {
        const std::size_t opened = at++;
        const std::size_t kept = unquoted_.size();
        std::size_t from = at;
        bool copied = false;
        for (;;) {
            const std::size_t quote = bytes.find('"', at);
            if (quote == std::string_view::npos) {
                report(FindingCode::quote_unclosed, beginning(bytes.substr(opened), 40));
                at = size;
                push(from, size - from, false);
                return;
            }
            if (quote + 1 < size &&
                bytes[quote + 1] == '"') {  // a doubled quote is one of the text
                unquoted_.append(bytes, from, quote + 1 - from);
                copied = true;
                from = at = quote + 2;
                continue;
            }
            at = quote + 1;
            if (at < size && !is_end(bytes[at])) {  // text behind the closing quote: kept, and said
                report(FindingCode::quote_in_cell, beginning(bytes.substr(opened), 40));
                unquoted_.append(bytes, from, quote - from);
                from = at;
                while (at < size && !is_end(bytes[at]))
                    ++at;
                unquoted_.append(bytes, from, at - from);
                push(kept, unquoted_.size() - kept, true);
                return;
            }
            if (copied) {
                unquoted_.append(bytes, from, quote - from);
                push(kept, unquoted_.size() - kept, true);
            } else {
                push(from, quote - from, false);
            }
            return;
        }
    };

    const auto read_plain = [&] {
        const std::size_t begin = at;
        while (at < size && !is_end(bytes[at]))
            ++at;
        const std::string_view text = bytes.substr(begin, at - begin);
        if (text.find('"') != std::string_view::npos) {
            report(FindingCode::quote_in_cell, text);
        }
        push(begin, at - begin, false);
    };

    while (at < size) {
        row_starts_.push_back(static_cast<std::uint32_t>(cells_.size()));
        for (;;) {
            if (at < size && bytes[at] == '"') {
                read_quoted();
            } else {
                read_plain();
            }
            if (at < size && bytes[at] == separator) {
                ++at;
                continue;
            }
            break;
        }
        if (at < size && bytes[at] == '\r') ++at;
        if (at < size && bytes[at] == '\n') ++at;
    }
    row_starts_.push_back(static_cast<std::uint32_t>(cells_.size()));
}

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
    const bool quoted = text.find_first_of("\",;\t\r\n") != std::string_view::npos;
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
    const std::size_t sign = text.find_first_not_of('\'');
    if (sign == std::string_view::npos || sign + 1 == text.size()) return false;
    return std::string_view("=+-@\t\r").find(text[sign]) != std::string_view::npos;
}

std::string_view without_guard(std::string_view text) {
    return text.starts_with('\'') && starts_formula(text) ? text.substr(1) : text;
}

}  // namespace spreiding::csv
