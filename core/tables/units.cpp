// Finds the words of other units, in headings anywhere and in running text by what stands before.
#include "tables/units.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <vector>

#include "values/text.hpp"

namespace spreiding {
namespace {

bool is_number(std::string_view word) {
    return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_any_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Folded words, with numbers apart from letters and groups of noughts joined: `x1.000` is `x 1000`.
// A sign of times is an x, and a percent sign a word.
std::vector<std::string> words_of_unit(std::string_view text) {
    std::vector<std::string> words;
    bool goes_on = false;
    while (!text.empty()) {
        std::size_t length = 1;
        while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
            ++length;
        const std::string_view sign = text.substr(0, length);
        const bool is_times = sign == "*" || sign == "\u00d7";
        const std::string letter = is_times ? "x" : sign == "%" ? "%" : folded(sign);
        text.remove_prefix(length);
        if (letter.empty()) {
            goes_on = false;
            continue;
        }
        goes_on =
            goes_on && !is_times && letter != "%" && is_number(letter) == is_number(words.back());
        if (!goes_on) words.emplace_back();
        words.back() += letter;
        goes_on = !is_times;
        const std::size_t last = words.size() - 1;
        if (last > 0 && words[last] == "000" && is_number(words[last - 1])) {
            words.pop_back();
            words.back() += "000";
        }
    }
    return words;
}

// 10, 100, 1000 and so on; or a word for one.
bool is_power(std::string_view word) {
    const bool is_round = word.size() > 1 && word.front() == '1' &&
                          word.find_first_not_of('0', 1) == std::string_view::npos;
    return is_round || is_any_of(word, {"duizend", "honderd", "tien", "miljoen", "mln", "thousand",
                                        "hundred", "ten", "million"});
}

bool is_other_unit(std::string_view word) {
    return is_any_of(word,
                     {"duizendtallen", "honderdtallen", "tientallen", "duizenden", "honderden",
                      "miljoenen", "thousands", "hundreds", "tens", "millions", "procent",
                      "procenten", "percentage", "percentages", "percent", "promille", "%"}) ||
           (is_power(word) && word != "10" && word != "tien" && word != "ten");
}

}  // namespace

bool says_other_unit(std::string_view text) {
    constexpr std::size_t longest = 1'000;
    const std::vector<std::string> words = words_of_unit(beginning(text, longest));
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::string& word = words[at];
        if (is_any_of(word, {"duizendtallen", "honderdtallen", "promille"})) return true;
        if (at + 1 == words.size()) break;
        const std::string& next = words[at + 1];
        // `2 x 1.000 plekken` is a product.
        const bool is_product = at > 0 && is_number(words[at - 1]);
        if (is_any_of(word, {"x", "maal", "times"}) && is_power(next) && !is_product) return true;
        if (word == "in" && is_other_unit(next)) return true;
        const bool is_each = is_any_of(next, {"inwoner", "hoofd", "inhabitant", "capita"});
        const bool is_many = is_power(next) && next != "10" && next != "tien" && next != "ten";
        if (word == "per" && (is_each || is_many)) return true;
    }
    // A percent sign alone, or a word for it.
    return words.size() == 1 && is_any_of(words.front(), {"%", "procent", "percent", "percentage",
                                                          "percentages", "procenten"});
}

bool counts_otherwise(std::string_view unit) {
    constexpr std::array<std::string_view, 8> words = {
        "1000", "duizend", "thousand", "miljoen", "million", "procent", "percent", "perinwoner"};
    const std::string spelling = folded(unit);
    return unit.find('%') != std::string_view::npos || says_other_unit(unit) ||
           std::any_of(words.begin(), words.end(), [&](std::string_view word) {
               return spelling.find(word) != std::string::npos;
           });
}

}  // namespace spreiding
