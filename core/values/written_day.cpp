// Cuts a cell into numbers and words, and looks what day or period they name.
#include "values/written_day.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "values/text.hpp"

namespace spreiding {
namespace {

struct Token {
    std::string word;  // empty: a number
    int number = 0;
    std::size_t digits = 0;
    char mark = '\0';  // right before it
};

constexpr std::array<std::array<std::string_view, 2>, 12> months = {{{"januari", "january"},
                                                                     {"februari", "february"},
                                                                     {"maart", "march"},
                                                                     {"april", "april"},
                                                                     {"mei", "may"},
                                                                     {"juni", "june"},
                                                                     {"juli", "july"},
                                                                     {"augustus", "august"},
                                                                     {"september", "september"},
                                                                     {"oktober", "october"},
                                                                     {"november", "november"},
                                                                     {"december", "december"}}};

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Words that say nothing of which day it is.
bool says_nothing(std::string_view word) {
    return is_one_of(
        word, {"e",       "de",      "ste",       "st",        "nd",      "rd",       "th",
               "het",     "the",     "per",       "vanaf",     "van",     "from",     "of",
               "maandag", "dinsdag", "woensdag",  "donderdag", "vrijdag", "zaterdag", "zondag",
               "ma",      "di",      "wo",        "do",        "vr",      "za",       "zo",
               "monday",  "tuesday", "wednesday", "thursday",  "friday",  "saturday", "sunday"});
}

// 1 … 12; 0: no month.
int month_of(std::string_view word) {
    if (word == "mrt") return 3;
    for (std::size_t month = 0; month < months.size(); ++month) {
        for (const std::string_view name : months[month]) {
            if (word.size() >= 3 && name.starts_with(word)) return static_cast<int>(month) + 1;
        }
    }
    return 0;
}

// How many parts of a year such a word names; 0: none.
int parts_of_year(std::string_view word) {
    if (is_one_of(word, {"q", "k", "kw", "kwartaal", "quarter"})) return 4;
    if (is_one_of(word, {"h", "hj", "halfjaar", "helft", "half"})) return 2;
    return 0;
}

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    char mark = '\0';
    for (std::size_t at = 0; at < text.size();) {
        const auto run = [&](auto belongs) {
            const std::size_t start = at;
            while (at < text.size() && belongs(text[at]))
                ++at;
            return text.substr(start, at - start);
        };
        const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
        const auto is_letter = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
        };
        if (is_digit(text[at])) {
            const std::string_view digits = run(is_digit);
            Token& token = tokens.emplace_back();
            token.digits = digits.size();
            token.mark = mark;
            if (digits.size() > 8) return {};
            for (const char c : digits)
                token.number = token.number * 10 + (c - '0');
        } else if (is_letter(text[at])) {
            std::string word = folded(run(is_letter));
            if (word.empty()) continue;
            if (!says_nothing(word)) tokens.push_back({std::move(word), 0, 0, mark});
        } else {
            mark = text[at] == ' ' && !tokens.empty() && mark != '\0' ? mark : text[at];
            ++at;
            continue;
        }
        mark = '\0';
        if (tokens.size() > 8) return {};
    }
    // A sign at the end may say that it is not sure.
    if (mark != '\0' && mark != '.') return {};
    return tokens;
}

// Midnight behind a day, as exports write it: `T00:00:00`.
void drop_midnight(std::vector<Token>& tokens) {
    std::size_t end = tokens.size();
    while (end > 0 && tokens[end - 1].word.empty() && tokens[end - 1].number == 0)
        --end;
    if (tokens.size() - end < 2 || end < 3) return;
    if (tokens[end - 1].word == "t") --end;
    tokens.resize(end);
}

std::optional<CalendarDate> day_of(int year, int month, int day) {
    const CalendarDate date{year, month, day};
    if (!exists(date)) return std::nullopt;
    return date;
}

// The day that Excel counts so, of this century; other figures are no days.
WrittenDay counted_day(int number) {
    constexpr int first_day = 36'526;  // 1 January 2000
    constexpr int days = 36'525;
    int left = number - first_day;
    if (left < 0 || left >= days) return {};
    CalendarDate date{2000, 1, 1};
    for (int year = 366; left >= year; year = is_leap_year(date.year) ? 366 : 365) {
        left -= year;
        ++date.year;
    }
    for (; left >= days_in_month(date.year, date.month); ++date.month)
        left -= days_in_month(date.year, date.month);
    date.day += left;
    return {.day = date, .is_counted = true};
}

// A year of four digits, or of two that stand for 20xx.
std::optional<int> year_of(const Token& token) {
    if (!token.word.empty()) return std::nullopt;
    if (token.digits == 4) return token.number;
    if (token.digits == 2) return 2000 + token.number;
    return std::nullopt;
}

WrittenDay period(int year, int first_month, int count) {
    if (first_month < 1 || first_month + count > 13) return {};
    const int last = first_month + count - 1;
    WrittenDay written;
    written.day = day_of(year, first_month, 1);
    written.last = day_of(year, last, exists({year, last, 1}) ? days_in_month(year, last) : 0);
    return written.day && written.last ? written : WrittenDay{};
}

WrittenDay three_numbers(const Token& one, const Token& two, const Token& three) {
    const char mark = two.mark;
    if (mark != three.mark || (mark != '-' && mark != '/' && mark != '.')) return {};
    if (one.digits == 4 && two.digits <= 2 && three.digits <= 2)
        return {.day = day_of(one.number, two.number, three.number)};
    const auto year = year_of(three);
    if (!year || one.digits > 2 || two.digits > 2) return {};
    WrittenDay written{.day = day_of(*year, two.number, one.number), .mark = mark};
    const auto month_first = day_of(*year, one.number, two.number);
    if (!written.day) {
        written.day = month_first;
        written.is_month_first = month_first.has_value();
    } else if (month_first && month_first != written.day) {
        written.other = month_first;
    }
    // `27-07-01`: the year may stand first.
    if (three.digits == 2 && *year < 2010 && one.digits == 2) {
        if (const auto year_first = day_of(2000 + one.number, two.number, three.number)) {
            written.other = year_first;
            written.mark = '\0';
        }
    }
    return written;
}

WrittenDay with_words(const std::vector<Token>& tokens) {
    std::vector<const Token*> numbers;
    const Token* word = nullptr;
    for (const Token& token : tokens) {
        if (token.word.empty()) {
            numbers.push_back(&token);
        } else if (word != nullptr) {
            return {};
        } else {
            word = &token;
        }
    }
    if (word == nullptr || numbers.empty() || numbers.size() > 2) return {};
    const bool year_first = numbers.front()->digits == 4;
    const auto year = year_of(year_first ? *numbers.front() : *numbers.back());
    if (!year) return {};
    if (const int month = month_of(word->word); month > 0) {
        if (numbers.size() == 1) return period(*year, month, 1);
        const Token& day = year_first ? *numbers.back() : *numbers.front();
        if (day.digits > 2) return {};
        return {.day = day_of(*year, month, day.number)};
    }
    const int parts = parts_of_year(word->word);
    if (parts == 0 || numbers.size() != 2) return {};
    const int part = (year_first ? *numbers.back() : *numbers.front()).number;
    if (part < 1 || part > parts) return {};
    return period(*year, (part - 1) * (12 / parts) + 1, 12 / parts);
}

}  // namespace

WrittenDay read_written_day(std::string_view text) {
    std::vector<Token> tokens = tokens_of(trimmed(text));
    drop_midnight(tokens);
    const bool only_numbers = std::all_of(tokens.begin(), tokens.end(),
                                          [](const Token& token) { return token.word.empty(); });
    if (tokens.empty()) return {};
    if (!only_numbers) return with_words(tokens);
    if (tokens.front().mark != '\0' && tokens.front().mark != ' ') return {};
    const Token& one = tokens.front();
    switch (tokens.size()) {
        case 1:
            if (one.digits == 8)
                return {.day =
                            day_of(one.number / 10'000, one.number / 100 % 100, one.number % 100)};
            if (one.digits == 4 && one.number >= 1990 && one.number < 2100)
                return period(one.number, 1, 12);
            return one.digits == 5 ? counted_day(one.number) : WrittenDay{};
        case 2:
            if (tokens[1].mark != '-' && tokens[1].mark != '/' && tokens[1].mark != '.') return {};
            if (one.digits == 4 && tokens[1].digits == 2)
                return period(one.number, tokens[1].number, 1);
            if (one.digits <= 2 && tokens[1].digits == 4)
                return period(tokens[1].number, one.number, 1);
            return {};
        case 3:
            return three_numbers(one, tokens[1], tokens[2]);
        default:
            return {};
    }
}

void DayOrder::add(const WrittenDay& written) {
    if (written.mark == '\0' || !written.day || written.other) return;
    // `5-5-2027` shows nothing.
    if (!written.is_month_first && written.day->day <= 12) return;
    Shown& shown = written.mark == '/' ? strokes_ : other_marks_;
    (written.is_month_first ? shown.month_first : shown.day_first) = true;
}

std::optional<CalendarDate> DayOrder::decide(const WrittenDay& written) const {
    if (!written.day || written.last || written.is_counted) return std::nullopt;
    if (!written.other && (written.mark == '/' || !written.is_month_first)) return written.day;
    if (written.mark == '/' && strokes_.day_first != strokes_.month_first)
        return strokes_.day_first ? written.day : written.other;
    const bool is_dutch = written.mark == '-' || written.mark == '.';
    if (is_dutch && !written.is_month_first && !other_marks_.month_first) return written.day;
    return std::nullopt;
}

}  // namespace spreiding
