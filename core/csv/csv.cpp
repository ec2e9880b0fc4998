// Reads a file into a sheet: its encoding and separator first, then cells, quotes and line ends.
#include "csv/csv.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "csv/scan.hpp"
#include "values/text.hpp"

namespace spreiding::csv {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t sampled_bytes = 64 * std::size_t{1024};
constexpr std::size_t sampled_rows = 100;
constexpr std::size_t longest_excerpt = 40;

bool is_utf_32(std::string_view bytes) {
    return bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4)) ||
           bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4));
}

bool is_utf_16(std::string_view bytes) {
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

std::uint32_t line_of(std::string_view bytes, std::size_t at) {
    const auto before = bytes.substr(0, at);
    return static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n')) + 1;
}

// `sep=;` in the first line is Excel's own word for the separator.
std::optional<char> separator_of_line(std::string_view line) {
    while (!line.empty() && (line.back() == '\r' || line.back() == '\n' || line.back() == ' '))
        line.remove_suffix(1);  // and no tab: that may be the separator
    if (line.size() != 5 || folded(line.substr(0, 4)) != "sep" || line[3] != '=') return {};
    if (std::find(separators.begin(), separators.end(), line[4]) == separators.end()) return {};
    return line[4];
}

std::size_t length_of_line(std::string_view bytes) {
    const std::size_t end = std::min(bytes.find_first_of("\r\n"), bytes.size());
    const std::string_view rest = bytes.substr(end);
    return end + (rest.starts_with("\r\n") ? 2 : rest.empty() ? 0 : 1);
}

}  // namespace

// Reads the bytes of one file into a sheet. The places where a cell can end or a quote can stand
// are found sixty-four bytes at a time; only those are looked at one by one.
class SheetReader {
  public:
    SheetReader(Sheet& sheet, const std::string& file, Findings& findings)
        : sheet_(sheet), file_(file), findings_(findings) {}

    void read(std::string_view bytes, const CellOptions& reading) {
        if (bytes.size() > most_bytes) return report(FindingCode::file_too_large);
        if (is_utf_32(bytes)) return report(FindingCode::encoding_unsupported);
        Survey found;
        if (!is_utf_16(bytes)) {
            found = survey(bytes);
            if (report_binary(bytes, found)) return;
        }
        sheet_.text_ = bytes;
        decode(found, reading.encoding);
        const std::string_view text = sheet_.text_;
        if (trimmed(text).empty()) return report(FindingCode::file_empty);

        const std::size_t begin = choose_separator(text, reading);
        if (trimmed(text.substr(begin)).empty()) return report(FindingCode::file_empty);
        reserve_cells(text.size() - begin, found.line_feeds + 2);
        read_rows(begin, reading);
        if (found.nuls > 0) report_nuls();
    }

  private:
    enum class State : std::uint8_t {
        plain,             // in a cell without quotes, or at the beginning of any
        plain_with_quote,  // in a cell without quotes that has one all the same
        quoted,            // between quotes
        closed,            // behind the closing quote
    };

    void report(FindingCode code) { findings_.add({.code = code, .file = file_}); }

    // About the cell that is being read.
    void report_cell(FindingCode code, std::string_view raw) {
        findings_.add({.code = code,
                       .file = file_,
                       .row = static_cast<std::uint32_t>(sheet_.rows()) + 1,
                       .column = static_cast<std::uint32_t>(sheet_.marks_.size() - row_begin_) + 1,
                       .raw = std::string(raw)});
    }

    // A text has no NUL at all. A file with many of them, or with NULs and bytes that are no UTF-8
    // either, is no text with a slip in it, and its cells would say nothing.
    bool report_binary(std::string_view bytes, const Survey& found) {
        const std::size_t nuls = found.nuls;
        const bool many = nuls > 8 && nuls > bytes.size() / 64;
        if (nuls == 0 || (!many && found.well_formed == bytes.size())) return false;
        findings_.add({.code = FindingCode::nul_byte,
                       .file = file_,
                       .row = line_of(bytes, bytes.find('\0')),
                       .count = static_cast<std::uint32_t>(nuls)});
        return true;
    }

    void keep_decoded(std::string text) {
        sheet_.decoded_ = std::make_unique<const std::string>(std::move(text));
        sheet_.text_ = *sheet_.decoded_;
    }

    // Of UTF-16 the survey is made here.
    void decode(Survey& found, std::optional<Encoding> said) {
        Dialect& dialect = sheet_.dialect;
        std::string_view& bytes = sheet_.text_;
        if (is_utf_16(bytes)) {
            const bool little = bytes.front() == '\xFF';
            dialect.encoding = little ? Encoding::utf_16_le : Encoding::utf_16_be;
            dialect.encoding_reason = EncodingReason::byte_order_mark;
            std::uint32_t lost = 0;
            keep_decoded(utf8_from_utf_16(bytes.substr(2), little, lost));
            found = survey(sheet_.text_);
            report(FindingCode::decoded_utf_16);
            if (lost > 0) {
                findings_.add({.code = FindingCode::characters_lost, .file = file_, .count = lost});
            }
            return;
        }
        const bool marked = bytes.starts_with(byte_order_mark);
        const std::size_t size = bytes.size();
        // A program that adds the mark to a file that has it makes two.
        while (bytes.starts_with(byte_order_mark))
            bytes.remove_prefix(byte_order_mark.size());
        if (said) return decode_as(*said);
        if (found.well_formed < size) {
            const std::size_t readable = found.well_formed - (size - bytes.size());
            dialect.encoding_reason = EncodingReason::not_utf_8;
            decode_windows_1252(readable);
        } else if (marked) {
            dialect.encoding = Encoding::utf_8_bom;
            dialect.encoding_reason = EncodingReason::byte_order_mark;
        } else if (!found.is_ascii) {
            dialect.encoding_reason = EncodingReason::valid_utf_8;
        }
    }

    void decode_windows_1252(std::size_t example) {
        const std::string_view bytes = sheet_.text_;
        sheet_.dialect.encoding = Encoding::windows_1252;
        findings_.add(
            {.code = FindingCode::decoded_windows_1252,
             .file = file_,
             .raw = excerpt(bytes, example),
             .about = sheet_.dialect.encoding_reason == EncodingReason::said ? "said" : ""});
        keep_decoded(utf8_from_windows_1252(bytes));
    }

    // As the person said, whatever the bytes look like.
    void decode_as(Encoding encoding) {
        const std::string_view bytes = sheet_.text_;
        Dialect& dialect = sheet_.dialect;
        dialect.encoding_reason = EncodingReason::said;
        if (encoding == Encoding::windows_1252) {
            const auto beyond = std::find_if(
                bytes.begin(), bytes.end(), [](char c) { return static_cast<signed char>(c) < 0; });
            return decode_windows_1252(static_cast<std::size_t>(beyond - bytes.begin()));
        }
        if (is_utf8(bytes)) return;
        std::uint32_t lost = 0;
        keep_decoded(repaired_utf8(bytes, lost));
        findings_.add(
            {.code = FindingCode::characters_lost, .file = file_, .about = "said", .count = lost});
    }

    // The word around a byte that is no UTF-8, as it is read now: a person sees whether it is
    // right.
    static std::string excerpt(std::string_view bytes, std::size_t at) {
        constexpr std::string_view between = "\r\n\t,;|\"";
        std::size_t begin = at;
        while (begin > 0 && at - begin < longest_excerpt / 2 &&
               between.find(bytes[begin - 1]) == std::string_view::npos)
            --begin;
        std::size_t end = at;
        while (end < bytes.size() && end - at < longest_excerpt / 2 &&
               between.find(bytes[end]) == std::string_view::npos)
            ++end;
        return utf8_from_windows_1252(bytes.substr(begin, end - begin));
    }

    // Returns where the rows begin.
    std::size_t choose_separator(std::string_view text, const CellOptions& reading) {
        Dialect& dialect = sheet_.dialect;
        const std::size_t first_line = length_of_line(text.substr(0, sampled_bytes));
        const auto said_in_file = separator_of_line(text.substr(0, first_line));
        const std::size_t begin = said_in_file ? first_line : 0;
        find_separator(text.substr(begin));
        if (said_in_file) {
            dialect.separator = *said_in_file;
            dialect.separator_reason = SeparatorReason::separator_line;
        }
        if (reading.separator) {
            dialect.separator = *reading.separator;
            dialect.separator_reason = SeparatorReason::said;
        }
        return begin;
    }

    // Reads the first rows with each separator, and takes the one that cuts most of them alike; of
    // two that do, the one that cuts finer. But a comma that always stands between two digits is
    // then a decimal comma, and a bar must cut every row alike to count at all.
    void find_separator(std::string_view text) {
        Dialect& dialect = sheet_.dialect;
        const SeparatorEvidence* best = nullptr;
        for (std::size_t i = 0; i < separators.size(); ++i) {
            SeparatorEvidence& evidence = dialect.tried[i];
            const std::uint32_t filled = try_separator(text, separators[i], evidence);
            if (separators[i] == ',') dialect.sampled_rows = filled;
            if (evidence.rows == 0) continue;
            if (evidence.separator == '|' && evidence.rows < std::max(filled, 2U)) continue;
            if (best == nullptr || evidence.strength() > best->strength()) {
                best = &evidence;
                dialect.separator_reason = SeparatorReason::rows_alike;
            } else if (evidence.strength() == best->strength()) {
                settle(best, evidence, text);
            }
        }
        if (best != nullptr) dialect.separator = best->separator;
    }

    // Two separators cut as many rows alike.
    void settle(const SeparatorEvidence*& best, const SeparatorEvidence& other,
                std::string_view text) {
        SeparatorReason& reason = sheet_.dialect.separator_reason;
        if (best->separator == ',' && has_decimal_commas_only(text)) {
            best = &other;
            reason = SeparatorReason::decimal_commas;
        } else if (reason == SeparatorReason::equal_terms || other.cells == best->cells) {
            reason = SeparatorReason::equal_terms;
        } else {
            reason = SeparatorReason::cuts_finer;
        }
        if (other.cells > best->cells) best = &other;
    }

    // Returns the number of filled rows in the sample.
    static std::uint32_t try_separator(std::string_view text, char separator,
                                       SeparatorEvidence& evidence) {
        Sheet sample;
        Findings ignored;
        const std::string no_name;
        SheetReader reader(sample, no_name, ignored);
        sample.text_ = text.substr(0, sampled_bytes);
        sample.dialect.separator = separator;
        reader.most_rows_ = sampled_rows;
        reader.read_rows(0, {});
        // Of a sample that was cut the last row is not whole.
        std::size_t rows = std::min(sample.rows(), sampled_rows);
        if (rows == sample.rows() && sample.text_.size() < text.size() && rows > 1) --rows;

        evidence = {separator, 0, 1, 0};
        evidence.faults = static_cast<std::uint32_t>(ignored.count(FindingCode::quote_in_cell));
        std::uint32_t filled = 0;
        std::array<std::uint32_t, sampled_rows> widths{};
        for (std::size_t row = 0; row < rows; ++row) {
            if (sample.is_blank(row)) continue;
            widths[filled++] = static_cast<std::uint32_t>(sample.columns(row));
        }
        for (std::uint32_t row = 0; row < filled; ++row) {
            const std::uint32_t cells = widths[row];
            if (cells < 2) continue;
            const auto alike = static_cast<std::uint32_t>(
                std::count(widths.begin(), widths.begin() + filled, cells));
            if (alike > evidence.rows || (alike == evidence.rows && cells > evidence.cells)) {
                evidence.rows = alike;
                evidence.cells = cells;
            }
        }
        return filled;
    }

    static bool has_decimal_commas_only(std::string_view text) {
        const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
        text = text.substr(0, sampled_bytes);
        bool quoted = false;
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (text[at] == '"') quoted = !quoted;
            if (quoted || text[at] != ',') continue;
            const bool between =
                at > 0 && at + 1 < text.size() && is_digit(text[at - 1]) && is_digit(text[at + 1]);
            if (!between) return false;
        }
        return true;
    }

    // Enough for the whole file if its rows are like the first ones; else the room grows.
    void reserve_cells(std::size_t size, std::size_t lines) {
        const SeparatorEvidence* evidence = &sheet_.dialect.tried[0];
        for (const SeparatorEvidence& tried : sheet_.dialect.tried) {
            if (tried.separator == sheet_.dialect.separator) evidence = &tried;
        }
        const std::size_t cells = std::min(lines * evidence->cells, size + 1);
        sheet_.row_ends_.reserve(lines + block_size);
        sheet_.marks_.reserve(std::min(cells, most_cells) + 1 + block_size);
    }

    void read_rows(std::size_t begin, const CellOptions& reading) {
        text_ = sheet_.text_;
        separator_ = sheet_.dialect.separator;
        begin_ = begin;
        sheet_.marks_.push_back(static_cast<std::uint32_t>(begin) - 1);
        if (reading.scalar) {
            scan(ScalarScan(separator_));
        } else {
            scan(FastScan(separator_));
        }
        finish();
    }

    template <typename Scan>
    void scan(const Scan scan) {
        std::size_t at = begin_;
        for (; at + block_size <= text_.size() && !full(); at += block_size)
            take_measured(at, scan.marks(text_.data() + at));
        if (at >= text_.size() || full()) return;
        std::array<char, block_size> rest;
        rest.fill(' ');
        std::copy(text_.begin() + static_cast<std::ptrdiff_t>(at), text_.end(), rest.begin());
        take_measured(at, scan.marks(rest.data()));
    }

    bool has_too_many_cells() const { return sheet_.marks_.size() - 1 > most_cells; }
    bool full() const { return sheet_.rows() >= most_rows_ || has_too_many_cells() || too_wide_; }

    // Of the rows that end in a block only the first can have more cells than a block.
    void take_measured(std::size_t at, Marks marks) {
        const std::size_t row = sheet_.rows();
        const std::size_t begin = row_begin_;
        take_block(at, marks);
        const std::size_t end =
            sheet_.rows() == row ? sheet_.marks_.size() : std::size_t{sheet_.row_ends_[row]};
        if (end - begin > most_columns) report_too_wide(row);
    }

    void report_too_wide(std::size_t row) {
        too_wide_ = true;
        findings_.add({.code = FindingCode::too_many_columns,
                       .file = file_,
                       .row = static_cast<std::uint32_t>(row) + 1});
    }

    void take_block(std::size_t at, Marks marks) {
        // A block adds at most one cell and one row per byte.
        sheet_.marks_.reserve(block_size);
        sheet_.row_ends_.reserve(block_size);
        if (marks.quotes != 0 || state_ != State::plain) {
            for (std::uint64_t left = marks.ends | marks.quotes; left != 0; left &= left - 1)
                take(at + static_cast<std::size_t>(std::countr_zero(left)));
        } else if (marks.has_returns || behind_return_ == at) {
            take_line_ends(at, marks);
        } else {
            take_plain_cells(at, marks.ends, marks.line_ends);
        }
    }

    // Where no quote is near: nearly always. The same as `take` on each mark.
    void take_plain_cells(std::size_t block, std::uint64_t ends, std::uint64_t line_ends) {
        std::uint32_t* const first = sheet_.marks_.end();
        std::uint32_t* const first_row = sheet_.row_ends_.end();
        std::uint32_t* cell = first;
        std::uint32_t* row = first_row;
        const auto before = static_cast<std::uint32_t>(sheet_.marks_.size());
        const auto base = static_cast<std::uint32_t>(block);
        for (std::uint64_t left = ends; left != 0; left &= left - 1) {
            *cell++ = base + static_cast<std::uint32_t>(std::countr_zero(left));
            if ((left & -left & line_ends) != 0)
                *row++ = before + static_cast<std::uint32_t>(cell - first);
        }
        sheet_.marks_.extend(static_cast<std::size_t>(cell - first));
        sheet_.row_ends_.extend(static_cast<std::size_t>(row - first_row));
        if (row != first_row) row_begin_ = row[-1];
        if (cell != first) begin_ = cell[-1] + std::size_t{1};
    }

    // A line feed behind a carriage return is the second half of one line end.
    void take_line_ends(std::size_t block, Marks marks) {
        std::uint64_t returns = 0;
        for (std::uint64_t left = marks.line_ends; left != 0; left &= left - 1) {
            if (text_[block + static_cast<std::size_t>(std::countr_zero(left))] == '\r')
                returns |= left & -left;
        }
        const std::uint64_t before = behind_return_ == block ? 1 : 0;
        const std::uint64_t seconds = marks.line_ends & ~returns & (returns << 1U | before);
        take_plain_cells(block, marks.ends & ~seconds, marks.line_ends & ~seconds);
        if (seconds != 0) {
            begin_ = std::max(
                begin_, block + block_size - static_cast<std::size_t>(std::countl_zero(seconds)));
        }
        if (returns != 0) {
            behind_return_ =
                block + block_size - static_cast<std::size_t>(std::countl_zero(returns));
        }
    }

    bool is_end(char c) const { return c == separator_ || c == '\n' || c == '\r'; }

    // One mark: a separator, a line end or a quote.
    void take(std::size_t at) {
        const char c = text_[at];
        switch (state_) {
            case State::plain:
            case State::plain_with_quote:
                if (c != '"') return end_plain_cell(at);
                if (at != begin_) {
                    state_ = State::plain_with_quote;
                    return;
                }
                state_ = State::quoted;
                has_doubled_ = false;
                second_ = 0;
                return;
            case State::quoted:
                if (c != '"' || at == second_) return;
                if (at + 1 < text_.size() && text_[at + 1] == '"') {  // one quote of the text
                    has_doubled_ = true;
                    second_ = at + 1;
                    return;
                }
                closed_ = at;
                state_ = State::closed;
                return;
            case State::closed:
                if (is_end(c)) end_quoted_cell(at);
                return;
        }
    }

    void end_plain_cell(std::size_t at) {
        const bool second_half = at < text_.size() && text_[at] == '\n' && at == behind_return_;
        if (second_half) {
            begin_ = at + 1;
            return;
        }
        if (state_ == State::plain_with_quote) {
            report_cell(FindingCode::quote_in_cell, text_.substr(begin_, at - begin_));
        }
        end_cell(0, at);
    }

    // The cell's text stands between `begin_` and `closed_`; what follows up to `at` should be
    // nothing, and is kept and reported where it is something.
    void end_quoted_cell(std::size_t at, bool is_closed = true) {
        ++sheet_.dialect.quoted_cells;
        const bool trailed = at > closed_ + 1;
        if (trailed) {
            report_cell(FindingCode::quote_in_cell,
                        beginning(text_.substr(begin_, at - begin_), longest_excerpt));
        }
        if (!has_doubled_ && !trailed && is_closed) return end_cell(Sheet::between_quotes, at);
        std::string& unquoted = sheet_.unquoted_;
        const std::size_t begin = unquoted.size();
        append_undoubled(text_.substr(begin_ + 1, closed_ - begin_ - 1));
        if (trailed) unquoted += text_.substr(closed_ + 1, at - closed_ - 1);
        sheet_.rewritten_.push_back({sheet_.marks_.size(), begin, unquoted.size() - begin});
        end_cell(Sheet::rewritten, at);
    }

    void append_undoubled(std::string_view text) {
        for (;;) {
            const std::size_t quote = text.find('"');
            sheet_.unquoted_ += text.substr(0, quote);
            if (quote == std::string_view::npos) return;
            sheet_.unquoted_ += '"';
            text.remove_prefix(std::min(text.size(), quote + 2));
        }
    }

    void end_cell(std::uint32_t how, std::size_t at) {
        sheet_.marks_.push_back(how | static_cast<std::uint32_t>(at));
        begin_ = at + 1;
        state_ = State::plain;
        if (at < text_.size() && text_[at] == separator_) return;
        end_row();
        if (at < text_.size() && text_[at] == '\r') behind_return_ = at + 1;
    }

    void end_row() {
        row_begin_ = sheet_.marks_.size();
        sheet_.row_ends_.push_back(static_cast<std::uint32_t>(row_begin_));
    }

    // The last row, where no line end stands behind it.
    void finish() {
        if (has_too_many_cells()) report(FindingCode::too_many_cells);
        if (full()) {
            if (sheet_.marks_.size() > row_begin_) end_row();
            return;
        }
        const std::size_t begin = row_begin_;
        end_last_cell();
        if (row_begin_ - begin > most_columns) report_too_wide(sheet_.rows() - 1);
    }

    void end_last_cell() {
        const std::size_t size = text_.size();
        switch (state_) {
            case State::plain:
                if (begin_ < size || sheet_.marks_.size() > row_begin_) {
                    end_cell(0, size);
                }
                return;
            case State::plain_with_quote:
                end_plain_cell(size);
                return;
            case State::quoted:
                report_cell(FindingCode::quote_unclosed,
                            beginning(text_.substr(begin_), longest_excerpt));
                closed_ = size;
                end_quoted_cell(size, false);
                return;
            case State::closed:
                end_quoted_cell(size);
                return;
        }
    }

    void report_nuls() {
        for (std::size_t row = 0; row < sheet_.rows(); ++row) {
            for (std::size_t column = 0; column < sheet_.columns(row); ++column) {
                const std::string_view cell = sheet_.cell(row, column);
                if (cell.find('\0') == std::string_view::npos) continue;
                findings_.add({.code = FindingCode::nul_byte,
                               .file = file_,
                               .row = static_cast<std::uint32_t>(row) + 1,
                               .column = static_cast<std::uint32_t>(column) + 1,
                               .raw = std::string(cell)});
            }
        }
    }

    Sheet& sheet_;
    const std::string& file_;
    Findings& findings_;

    std::string_view text_;
    char separator_ = ',';
    std::size_t most_rows_ = static_cast<std::size_t>(-1);

    State state_ = State::plain;
    std::size_t begin_ = 0;      // of the cell that is being read; of its quote where it has one
    std::size_t row_begin_ = 1;  // number of marks before the row that is being read
    // Where a line feed would belong to the line end before it; at first nowhere.
    std::size_t behind_return_ = static_cast<std::size_t>(-1);
    std::size_t closed_ = 0;  // where the closing quote stands
    std::size_t second_ = 0;  // where the second of two doubled quotes stands
    bool has_doubled_ = false;
    bool too_wide_ = false;
};

bool Sheet::Row::is_blank() const {
    for (std::size_t column = 0; column < size(); ++column) {
        if (!trimmed((*this)[column]).empty()) return false;
    }
    return true;
}

const Sheet::Rewritten& Sheet::rewritten_at(const std::uint32_t* mark) const {
    const auto number = static_cast<std::size_t>(mark - &marks_[0]);
    return *std::lower_bound(
        rewritten_.begin(), rewritten_.end(), number,
        [](const Rewritten& one, std::size_t wanted) { return one.mark < wanted; });
}

Sheet read(std::string_view bytes, const std::string& file, Findings& findings,
           const CellOptions& reading) {
    Sheet sheet;
    SheetReader(sheet, file, findings).read(bytes, reading);
    return sheet;
}

namespace {

// Digits, perhaps with marks among them: what is behind a decimal comma that was taken for a
// separator, or a figure of a column that has no heading.
bool is_figure(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789.,'+-% ") == std::string_view::npos &&
           text.find_first_of("0123456789") != std::string_view::npos;
}

}  // namespace

void report_uneven_rows(const Sheet& sheet, std::size_t first_row, std::size_t columns,
                        const std::string& file, Findings& findings) {
    struct Uneven {
        std::size_t row;
        std::string_view first;
        std::size_t outside;  // the first column with text outside the table; 0: the row is short
        bool is_figure;
    };
    std::vector<Uneven> uneven;
    std::size_t longer = 0;
    for (std::size_t row = first_row; row < sheet.rows(); ++row) {
        const Sheet::Row cells = sheet.row(row);
        if (cells.size() == columns) continue;
        Uneven found{row, {}, 0, false};
        std::size_t filled = 0;
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const std::string_view text = trimmed(cells[column]);
            if (text.empty()) continue;
            if (filled++ == 0) found.first = text;
            if (column < columns) continue;
            if (found.outside == 0) found.outside = column;
            found.is_figure = found.is_figure || is_figure(text);
        }
        // Excel pads rows with empty cells: no harm.
        if (filled < 2 || (cells.size() > columns && found.outside == 0)) continue;
        longer += found.outside > 0 ? 1 : 0;
        uneven.push_back(found);
    }
    // Where most rows are longer, every cell behind the extra one stands in another's column.
    const bool all_shifted = longer > 1 && 2 * longer > sheet.rows() - first_row;
    const auto is_shifted = [&](const Uneven& found) {
        return found.outside > 0 && (found.is_figure || all_shifted);
    };
    // One cause, one finding: a mark that cuts figures in two does so in every row.
    const auto shifted = std::count_if(uneven.begin(), uneven.end(), is_shifted);
    if (shifted > 0) {
        const Uneven& first = *std::find_if(uneven.begin(), uneven.end(), is_shifted);
        findings.add({.code = FindingCode::figure_outside,
                      .file = file,
                      .row = static_cast<std::uint32_t>(first.row) + 1,
                      .column = static_cast<std::uint32_t>(first.outside) + 1,
                      .raw = std::string(trimmed(sheet.cell(first.row, first.outside))),
                      .count = static_cast<std::uint32_t>(shifted)});
    }
    for (const Uneven& found : uneven) {
        if (is_shifted(found)) continue;
        findings.add({.code = found.outside > 0 ? FindingCode::row_ragged : FindingCode::row_short,
                      .file = file,
                      .row = static_cast<std::uint32_t>(found.row) + 1,
                      .raw = std::string(found.first)});
    }
}

}  // namespace spreiding::csv
