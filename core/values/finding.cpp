// Severities of findings, and a list that keeps them up to a limit and counts them all.
#include "values/finding.hpp"

#include <utility>

#include "values/decimal.hpp"
#include "values/text.hpp"

namespace spreiding {
namespace {

constexpr std::array<Severity, finding_codes> severities = {{
#define SPREIDING_SEVERITY(name, severity) Severity::severity,
    SPREIDING_FINDINGS(SPREIDING_SEVERITY)
#undef SPREIDING_SEVERITY
}};

constexpr std::size_t longest_raw = 200;

// What makes two findings of a code one: the column, or the word that stands there. Of the others
// each is a matter of its own.
enum class Cause : std::uint8_t { own, column, word };

constexpr Cause cause_of(FindingCode code) {
    switch (code) {
        case FindingCode::row_ragged:
        case FindingCode::row_short:
        case FindingCode::cell_twofold:
        case FindingCode::figure_shared:
        case FindingCode::struck_left_out:
        case FindingCode::code_missing:
        case FindingCode::code_unreadable:
        case FindingCode::code_passed_over:
        case FindingCode::code_long:
        case FindingCode::code_duplicate:
        case FindingCode::number_missing:
        case FindingCode::number_unreadable:
        case FindingCode::number_other_marks:
        case FindingCode::number_not_whole:
        case FindingCode::number_out_of_range:
        case FindingCode::number_too_precise:
        case FindingCode::score_unusual:
        case FindingCode::municipality_not_in_round:
        case FindingCode::province_missing:
        case FindingCode::province_differs:
        case FindingCode::name_differs:
        case FindingCode::population_far:
        case FindingCode::text_unguarded:
        case FindingCode::cell_missing:
        case FindingCode::date_unreadable:
        case FindingCode::date_of_period:
        case FindingCode::date_counted:
        case FindingCode::date_two_readings:
        case FindingCode::places_unclear:
        case FindingCode::printed_figure_missing:
        case FindingCode::places_above_inhabitants:
        case FindingCode::minors_above_places:
        case FindingCode::footnote_left_out:
            return Cause::column;
        case FindingCode::name_unknown:
        case FindingCode::name_ambiguous:
        case FindingCode::province_unknown:
        case FindingCode::level_unknown:
        case FindingCode::kind_unknown:
        case FindingCode::certainty_unknown:
        case FindingCode::confidentiality_unknown:
        case FindingCode::municipality_not_in_province:
            return Cause::word;
        default:
            return Cause::own;
    }
}

// Of a thousand words a thousand places each would be a million.
std::size_t most_places(FindingCode code) {
    return cause_of(code) == Cause::word ? 100 : Findings::most_per_code;
}

// As text, so that one map serves all codes.
std::string key_of(Cause cause, FindingCode code, const std::string& file, std::uint32_t column,
                   std::string_view raw) {
    std::string key = to_text(static_cast<std::int64_t>(code)) + ' ' +
                      to_text(static_cast<std::int64_t>(column)) + ' ';
    if (cause == Cause::word) key.append(raw) += '\n';
    return key += file;
}

}  // namespace

Severity severity_of(FindingCode code) {
    return severities[static_cast<std::size_t>(code)];
}

// Most follow one of the same cause, so that the latest of a code is looked at first.
Finding* Findings::of_same_cause(FindingCode code, const std::string& file, std::uint32_t column,
                                 std::string_view raw) {
    const Cause cause = cause_of(code);
    std::uint32_t& latest = latest_[static_cast<std::size_t>(code)];
    if (cause == Cause::own || latest == 0) return nullptr;
    Finding& known = list_[latest - 1];
    const bool same = known.column == column && known.file == file;
    if (same && (cause == Cause::column || known.raw == raw)) return &known;
    const auto at = causes_.find(key_of(cause, code, file, column, raw));
    if (at == causes_.end()) return nullptr;
    latest = at->second;
    return &list_[latest - 1];
}

bool Findings::counts_as_any(FindingCode code, const std::string& file, std::uint32_t column) {
    if (cause_of(code) == Cause::word) return false;
    Finding* const known = of_same_cause(code, file, column, {});
    const bool is_full = known == nullptr ? !keeps(code) : also(*known).size() >= most_places(code);
    if (!is_full) return false;
    if (known == nullptr) {
        count_one(code);
    } else {
        ++known->count;
        full_ = static_cast<std::uint32_t>(known - list_.data()) + 1;
    }
    return true;
}

void Findings::join(Finding& known, const Finding& more) {
    known.count += more.count;
    std::vector<FoundAlso>& places = also_[static_cast<std::size_t>(&known - list_.data())];
    if (places.size() < most_places(more.code))
        places.push_back({more.row, more.raw, more.about, more.other_row});
}

void Findings::add(Finding finding) {
    finding.raw = std::string(beginning(finding.raw, longest_raw));
    finding.about = std::string(beginning(finding.about, longest_raw));
    const FindingCode code = finding.code;
    Finding* const known = of_same_cause(code, finding.file, finding.column, finding.raw);
    if (known != nullptr) return join(*known, finding);
    const bool kept = keeps(code);
    count_one(code);
    if (!kept) return;
    if (const Cause cause = cause_of(code); cause != Cause::own) {
        const auto place = static_cast<std::uint32_t>(list_.size() + 1);
        causes_.emplace(key_of(cause, code, finding.file, finding.column, finding.raw), place);
        latest_[static_cast<std::size_t>(code)] = place;
    }
    list_.push_back(std::move(finding));
    also_.emplace_back();
}

void Findings::add_all(const Findings& others) {
    for (const Finding& finding : others.list_) {
        const std::vector<FoundAlso>& places = others.also(finding);
        Finding one = finding;
        one.count -= static_cast<std::uint32_t>(places.size());
        add(one);
        one.count = 1;
        for (const auto& [row, raw, about, other_row] : places) {
            one.row = row;
            one.raw = raw;
            one.about = about;
            one.other_row = other_row;
            add(one);
        }
    }
    // What the other did not keep in full was counted all the same.
    std::array<std::size_t, finding_codes> kept{};
    for (const Finding& finding : others.list_)
        ++kept[static_cast<std::size_t>(finding.code)];
    for (std::size_t code = 0; code < finding_codes; ++code)
        counts_[code] += others.counts_[code] - kept[code];
}

std::size_t Findings::count(Severity severity) const {
    std::size_t sum = 0;
    for (std::size_t code = 0; code < finding_codes; ++code) {
        if (severities[code] == severity) sum += counts_[code];
    }
    return sum;
}

}  // namespace spreiding
