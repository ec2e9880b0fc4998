// Looks up names in any usual spelling, by the suffixes of CBS and the customary names.
#include "tables/municipality_names.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <numeric>
#include <utility>

#include "tables/customary_names.hpp"
#include "tables/tables.hpp"
#include "values/order.hpp"
#include "values/text.hpp"

namespace spreiding {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// The suffixes of CBS and other abbreviations of provinces, folded.
constexpr std::array suffixes = std::to_array<Pair>({
    {"nh", "noordholland"},
    {"zh", "zuidholland"},
    {"o", "overijssel"},
    {"ov", "overijssel"},
    {"l", "limburg"},
    {"lb", "limburg"},
    {"z", "zeeland"},
    {"zl", "zeeland"},
    {"gld", "gelderland"},
    {"ge", "gelderland"},
    {"fr", "fryslan"},
    {"friesland", "fryslan"},
    {"gr", "groningen"},
    {"gn", "groningen"},
    {"dr", "drenthe"},
    {"ut", "utrecht"},
    {"fl", "flevoland"},
    {"nb", "noordbrabant"},
});

// `Hengelo (O.)` as `Hengelo` and `O.`; the second is empty where there is no suffix.
std::pair<std::string_view, std::string_view> without_suffix(std::string_view name) {
    name = trimmed(name);
    const std::size_t opened = name.rfind('(');
    if (opened == std::string_view::npos || opened == 0 || !name.ends_with(')')) return {name, {}};
    return {trimmed(name.substr(0, opened)), name.substr(opened + 1, name.size() - opened - 2)};
}

std::vector<std::string> spellings_of_name(std::string_view name) {
    std::vector<std::string> spellings = {folded(name)};
    const auto [bare, suffix] = without_suffix(name);
    const std::string own = folded(bare);
    if (!suffix.empty()) {
        spellings.push_back(own);
        const std::string abbreviation = folded(suffix);
        for (const auto& [shorter, longer] : suffixes) {
            if (shorter == abbreviation) spellings.push_back(own + std::string(longer));
        }
    }
    for (const auto& [official, customary] : customary_names) {
        if (own == official) spellings.emplace_back(customary);
        if (own == customary) spellings.emplace_back(official);
    }
    return spellings;
}

// The words of a name, folded; `&` is a word.
std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words(1);
    while (!name.empty()) {
        std::size_t length = 1;
        while (length < name.size() && (static_cast<unsigned char>(name[length]) & 0xC0U) == 0x80U)
            ++length;
        const std::string letter = folded(name.substr(0, length));
        if (letter.empty() && !words.back().empty()) words.emplace_back();
        if (name.front() == '&') {
            words.back() = "en";
            words.emplace_back();
        }
        words.back() += letter;
        name.remove_prefix(length);
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

bool is_any_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// The name with its words in their usual order and its abbreviations written out: `Rijn, Alphen
// a/d` is nobody's, `Bilt, De` is De Bilt.
std::string written_out(std::string_view name) {
    std::vector<std::string> words = words_of(name);
    const std::size_t comma = name.rfind(',');
    const bool is_sorted = comma != std::string_view::npos && words.size() > 1 &&
                           is_any_of(words.back(), {"de", "den", "het", "the", "s", "t"}) &&
                           words_of(name.substr(comma)).size() == 1;
    if (is_sorted) std::rotate(words.begin(), words.end() - 1, words.end());
    std::string text;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::string& word = words[at];
        const std::string_view next = at + 1 < words.size() ? words[at + 1] : std::string_view{};
        const bool is_aan_de =
            (word == "a" && next == "d") || (word == "aan" && is_any_of(next, {"de", "den", "d"}));
        if (is_aan_de || word == "ad") {
            text += "aanden";
            at += is_aan_de ? 1 : 0;
        } else if (word == "st" && !next.empty()) {
            text += "sint";
        } else {
            text += word;
        }
    }
    return text;
}

// Without words that say that it is a municipality; the same where it is nothing else.
std::string_view without_kind(std::string_view name) {
    constexpr std::array<std::string_view, 4> kinds = {"gemeente", "gem", "g", "stad"};
    const auto is_kind = [&](std::string_view word) {
        return std::find(kinds.begin(), kinds.end(), folded(word)) != kinds.end();
    };
    name = trimmed(name);
    if (const auto [bare, suffix] = without_suffix(name); is_kind(suffix)) name = bare;
    name = without_article(name);
    const std::size_t first = name.find(' ');
    if (first != std::string_view::npos && is_kind(name.substr(0, first))) {
        name = trimmed(name.substr(first));
    }
    const std::size_t last = name.rfind(' ');
    if (last != std::string_view::npos && is_kind(name.substr(last))) {
        name = trimmed(name.substr(0, last));
    }
    return name;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

constexpr std::size_t longest_name = 100;  // longer is no name, and would take long to compare

}  // namespace

MunicipalityNames::MunicipalityNames(std::vector<NamedMunicipality> municipalities,
                                     std::span<const std::string> provinces)
    : municipalities_(std::move(municipalities)),
      province_names_(provinces.begin(), provinces.end()) {
    for (const std::string& province : provinces)
        provinces_.push_back(folded(province));
    put_in_order(municipalities_,
                 [](const auto& one, const auto& two) { return one.code < two.code; });
    by_number_.resize(10'000);
    for (std::uint32_t at = 0; at < municipalities_.size(); ++at) {
        const MunicipalityCode code = municipalities_[at].code;
        const bool is_first = at == 0 || municipalities_[at - 1].code != code;
        if (code.digits() == 4 && is_first) by_number_[code.number()] = at + 1;
        for (std::string& spelling : spellings_of_name(municipalities_[at].name)) {
            spellings_.push_back({std::move(spelling), at});
        }
    }
    put_in_order(spellings_, [](const Spelling& one, const Spelling& two) {
        return one.folded != two.folded ? one.folded < two.folded
                                        : one.municipality < two.municipality;
    });
    const auto same = [](const Spelling& one, const Spelling& two) {
        return one.folded == two.folded && one.municipality == two.municipality;
    };
    spellings_.erase(std::unique(spellings_.begin(), spellings_.end(), same), spellings_.end());
}

const NamedMunicipality* MunicipalityNames::find(MunicipalityCode code) const {
    if (code.digits() == 4 && !by_number_.empty()) {
        const std::uint32_t place = by_number_[code.number()];
        return place == 0 ? nullptr : &municipalities_[place - 1];
    }
    const auto at = std::lower_bound(municipalities_.begin(), municipalities_.end(), code,
                                     [](const NamedMunicipality& known, MunicipalityCode wanted) {
                                         return known.code < wanted;
                                     });
    return at != municipalities_.end() && at->code == code ? &*at : nullptr;
}

std::span<const MunicipalityNames::Spelling> MunicipalityNames::with_spelling(
    std::string_view spelling) const {
    const auto begin = std::lower_bound(
        spellings_.begin(), spellings_.end(), spelling,
        [](const Spelling& known, std::string_view wanted) { return known.folded < wanted; });
    auto end = begin;
    while (end != spellings_.end() && end->folded == spelling)
        ++end;
    return {spellings_.data() + (begin - spellings_.begin()),
            static_cast<std::size_t>(end - begin)};
}

std::span<const MunicipalityNames::Spelling> MunicipalityNames::spellings_of(
    std::string_view name) const {
    const auto whole = with_spelling(folded(name));
    if (!whole.empty() || name.size() > longest_name) return whole;
    const std::string_view bare = without_note_number(name);
    for (const std::string_view text : {bare, without_kind(bare)}) {
        for (const std::string& spelling : {folded(text), written_out(text)}) {
            const auto found = with_spelling(spelling);
            if (!found.empty()) return found;
        }
    }
    if (const auto found = in_province(without_kind(bare)); !found.empty()) return found;
    return with_own_code(name);
}

// `GM0106 Assen`: a name beside the code of a municipality that bears it.
std::span<const MunicipalityNames::Spelling> MunicipalityNames::with_own_code(
    std::string_view text) const {
    const auto both = code_and_name(text);
    if (!both) return {};
    const NamedMunicipality* coded = find(*read_code(both->code));
    const auto fitting = coded == nullptr ? std::span<const Spelling>{} : spellings_of(both->name);
    for (std::size_t at = 0; at < fitting.size(); ++at) {
        if (&municipalities_[fitting[at].municipality] == coded) return fitting.subspan(at, 1);
    }
    return {};
}

bool MunicipalityNames::lies_elsewhere(const NamedMunicipality& municipality,
                                       std::string_view province) const {
    const auto said = find_province(province, province_names_);
    return said && *said != municipality.province;
}

// `Zwolle (Overijssel)`: what stands in brackets is the province of just one that the name fits.
std::span<const MunicipalityNames::Spelling> MunicipalityNames::in_province(
    std::string_view name) const {
    const auto [bare, suffix] = without_suffix(name);
    if (suffix.empty()) return {};
    std::string said = folded(suffix);
    for (const auto& [shorter, longer] : suffixes) {
        if (shorter == said) said = longer;
    }
    std::span<const Spelling> found;
    const auto fitting = with_spelling(written_out(bare));
    for (std::size_t at = 0; at < fitting.size(); ++at) {
        const std::uint16_t province = municipalities_[fitting[at].municipality].province;
        if (province >= provinces_.size() || provinces_[province] != said) continue;
        if (!found.empty()) return fitting;
        found = fitting.subspan(at, 1);
    }
    return found;
}

NameMatch MunicipalityNames::find(std::string_view name) const {
    const auto fitting = spellings_of(name);
    if (fitting.size() != 1) return {nullptr, fitting.size() > 1};
    return {&municipalities_[fitting.front().municipality], false};
}

NameMatch MunicipalityNames::find(std::string_view name, std::uint16_t province) const {
    NameMatch match;
    for (const Spelling& spelling : spellings_of(name)) {
        const NamedMunicipality& municipality = municipalities_[spelling.municipality];
        if (municipality.province != province) continue;
        if (match.municipality != nullptr) return {nullptr, true};
        match.municipality = &municipality;
    }
    return match;
}

std::vector<const NamedMunicipality*> MunicipalityNames::all(std::string_view name) const {
    std::vector<const NamedMunicipality*> found;
    for (const Spelling& spelling : spellings_of(name))
        found.push_back(&municipalities_[spelling.municipality]);
    return found;
}

std::string listed(std::span<const NamedMunicipality* const> municipalities) {
    std::string names;
    for (const NamedMunicipality* municipality : municipalities) {
        if (!names.empty()) names += ", ";
        names += municipality->name;
    }
    return names;
}

std::string MunicipalityNames::candidates(std::string_view name) const {
    return listed(all(name));
}

std::vector<const NamedMunicipality*> MunicipalityNames::holding(std::string_view typed,
                                                                 std::size_t most) const {
    const std::string wanted = folded(beginning(typed, longest_name));
    std::vector<const NamedMunicipality*> found;
    if (wanted.empty()) return found;
    std::vector<std::size_t> first(municipalities_.size(), std::string::npos);
    for (const Spelling& spelling : spellings_) {
        std::size_t& at = first[spelling.municipality];
        at = std::min(at, spelling.folded.find(wanted));
    }
    for (const bool begins : {true, false}) {
        for (std::size_t at = 0; at < first.size() && found.size() < most; ++at) {
            if (first[at] == std::string::npos || (first[at] == 0) != begins) continue;
            found.push_back(&municipalities_[at]);
        }
    }
    return found;
}

std::vector<std::pair<std::size_t, std::uint32_t>> MunicipalityNames::distances(
    std::string_view typed, bool may_end_early) const {
    std::vector<std::pair<std::size_t, std::uint32_t>> order(municipalities_.size());
    for (std::uint32_t at = 0; at < order.size(); ++at)
        order[at] = {std::string::npos, at};
    const std::string wanted = folded(without_kind(beginning(typed, longest_name)));
    for (const Spelling& spelling : spellings_) {
        const std::size_t distance =
            letters_to_change(wanted, beginning(spelling.folded, longest_name), may_end_early);
        std::size_t& least = order[spelling.municipality].first;
        least = std::min(least, distance);
    }
    put_in_order(order);
    return order;
}

std::vector<const NamedMunicipality*> MunicipalityNames::nearest(std::string_view typed,
                                                                 std::size_t most) const {
    std::vector<const NamedMunicipality*> found;
    for (const auto& [distance, at] : distances(typed, true)) {
        if (found.size() == most) break;
        found.push_back(&municipalities_[at]);
    }
    return found;
}

std::vector<const NamedMunicipality*> MunicipalityNames::meant(std::string_view typed) const {
    constexpr std::size_t most_named = 3;
    const std::size_t letters = folded(typed).size();
    if (letters < 3 || letters > longest_name) return {};
    const auto order = distances(typed, false);
    if (order.empty() || order.front().first > std::max<std::size_t>(1, letters / 4)) return {};
    std::vector<const NamedMunicipality*> found;
    for (const auto& [distance, at] : order) {
        if (distance != order.front().first || found.size() == most_named) break;
        found.push_back(&municipalities_[at]);
    }
    return found;
}

std::string MunicipalityNames::proposals(std::string_view typed) const {
    constexpr std::size_t most_asked = 1'000;
    return ++asked_ > most_asked ? std::string() : listed(meant(typed));
}

std::vector<std::string_view> MunicipalityNames::spellings_of(
    const NamedMunicipality& municipality) const {
    std::vector<std::string_view> found;
    for (const Spelling& spelling : spellings_) {
        const bool is_own = &municipalities_[spelling.municipality] == &municipality;
        if (is_own && with_spelling(spelling.folded).size() == 1) found.push_back(spelling.folded);
    }
    return found;
}

bool MunicipalityNames::is_name_of(std::string_view name, MunicipalityCode code) const {
    for (const Spelling& spelling : spellings_of(name)) {
        if (municipalities_[spelling.municipality].code == code) return true;
    }
    return false;
}

std::string spelling_of_province(std::string_view name) {
    std::string spelling = folded(name);
    // One letter alone may be that of another: Z is not Zuid-Holland.
    for (const auto& [shorter, longer] : suffixes) {
        if (shorter == spelling && shorter.size() > 1) return std::string(longer);
    }
    return spelling;
}

std::string_view without_article(std::string_view name) {
    const std::string_view behind = name.size() > 3 ? name.substr(3) : std::string_view{};
    const std::string next = folded(behind.substr(0, behind.find(' ')));
    const bool is_kind = next == "gemeente" || next == "provincie" || next == "stad";
    return is_kind && folded(name.substr(0, 3)) == "de" ? behind : name;
}

std::string_view without_note_number(std::string_view name) {
    const std::string_view text = trimmed(name);
    if (!text.ends_with(')')) return text;
    std::size_t end = text.size() - 1;
    const std::size_t last = end;
    while (end > 0 && is_digit(text[end - 1]))
        --end;
    if (end == last) return text;
    if (end > 0 && text[end - 1] == '(') --end;
    return end == 0 ? text : trimmed(text.substr(0, end));
}

std::size_t letters_to_change(std::string_view typed, std::string_view name, bool may_end_early) {
    // Rows of the table of changes: of the letter before the last, of the last, and of this one.
    std::vector<std::size_t> before(name.size() + 1);
    std::vector<std::size_t> row(name.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    std::vector<std::size_t> next = row;
    for (std::size_t i = 1; i <= typed.size(); ++i) {
        next[0] = i;
        for (std::size_t j = 1; j <= name.size(); ++j) {
            const std::size_t changed = row[j - 1] + (typed[i - 1] == name[j - 1] ? 0 : 1);
            next[j] = std::min({changed, next[j - 1] + 1, row[j] + 1});
            const bool exchanged =
                i > 1 && j > 1 && typed[i - 1] == name[j - 2] && typed[i - 2] == name[j - 1];
            if (exchanged) next[j] = std::min(next[j], before[j - 2] + 1);
        }
        before.swap(row);
        row.swap(next);
    }
    return may_end_early ? *std::min_element(row.begin(), row.end()) : row.back();
}

bool is_name_of_subtotal(std::string_view name) {
    return is_any_of(folded(without_note_number(name)),
                     {"subtotaal", "subtotal", "tussentotaal", "deeltotaal"});
}

bool is_name_of_total(std::string_view name) {
    const std::string spelling = folded(without_note_number(name));
    return trimmed(name) == "Σ" || is_name_of_subtotal(name) ||
           is_any_of(spelling, {"totaal", "total", "som", "sum", "eindtotaal", "totalen",
                                "grandtotal", "opgeteld", "samen", "tezamen"});
}

bool is_name_of_other_region(std::string_view name) {
    constexpr std::array<std::string_view, 4> kinds = {"(PV)", "(LD)", "(CR)", "(CP)"};
    name = trimmed(name);
    if (name == "Nederland") return true;
    const auto ends = [&](std::string_view kind) { return name.ends_with(kind); };
    if (std::any_of(kinds.begin(), kinds.end(), ends)) return true;
    return name.size() > 7 && name.starts_with("Wijk ") && name[5] >= '0' && name[5] <= '9' &&
           name[6] >= '0' && name[6] <= '9';
}

}  // namespace spreiding
