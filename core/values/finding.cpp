// Names and severities of findings, and a list that keeps them up to a limit and counts them all.
#include "values/finding.hpp"

#include <utility>

#include "values/text.hpp"

namespace spreiding {
namespace {

struct Kind {
    std::string_view name;
    Severity severity;
};

constexpr std::array<Kind, finding_codes> kinds = {{
#define SPREIDING_KIND(name, severity) {#name, Severity::severity},
    SPREIDING_FINDINGS(SPREIDING_KIND)
#undef SPREIDING_KIND
}};

constexpr std::size_t longest_raw = 200;

}  // namespace

std::string_view name_of(FindingCode code) {
    return kinds[static_cast<std::size_t>(code)].name;
}

Severity severity_of(FindingCode code) {
    return kinds[static_cast<std::size_t>(code)].severity;
}

void Findings::add(Finding finding) {
    const bool kept = keeps(finding.code);
    count_one(finding.code);
    if (!kept) return;
    finding.raw = std::string(beginning(finding.raw, longest_raw));
    finding.about = std::string(beginning(finding.about, longest_raw));
    list_.push_back(std::move(finding));
}

void Findings::add_all(const Findings& others) {
    for (const Finding& finding : others.list_)
        add(finding);
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
        if (kinds[code].severity == severity) sum += counts_[code];
    }
    return sum;
}

}  // namespace spreiding
