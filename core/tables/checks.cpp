// Compares a list with its round: names beside codes, codes lacking or extra, inhabitants far off.
#include "tables/checks.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace spreiding {
namespace {

template <typename Table>
void names_of(const Table& table, const MunicipalityNames& round, const std::string& file,
              Findings& findings) {
    for (std::size_t at = 0; at < table.size(); ++at) {
        const std::string_view name = table.names[at];
        const NamedMunicipality* known = round.find(table.codes[at]);
        if (known == nullptr || name.empty() || name == known->name) continue;
        if (round.is_name_of(name, known->code)) continue;
        findings.add({.code = FindingCode::name_differs,
                      .file = file,
                      .row = table.rows[at],
                      .raw = std::string(name),
                      .about = std::string(known->name) + " (" + known->code.text() + ")"});
    }
}

// A few are named one by one; of a list that is mostly not there only how many.
void report_lacking(const MunicipalityNames& round, const std::vector<bool>& met,
                    const std::string& file, Findings& findings) {
    constexpr std::size_t most_named = 10;
    const auto lacking = static_cast<std::size_t>(std::count(met.begin(), met.end(), false));
    for (std::size_t at = 0; at < met.size() && lacking > 0; ++at) {
        if (met[at]) continue;
        const NamedMunicipality& municipality = round.list()[at];
        if (lacking > most_named) {
            findings.add({.code = FindingCode::municipality_lacking,
                          .file = file,
                          .raw = municipality.code.text(),
                          .about = std::string(municipality.name),
                          .count = static_cast<std::uint32_t>(lacking)});
            return;
        }
        findings.add({.code = FindingCode::municipality_lacking,
                      .file = file,
                      .raw = municipality.code.text(),
                      .about = std::string(municipality.name)});
    }
}

template <typename Table>
void division_of(const Table& table, const MunicipalityNames& round, const std::string& file,
                 Findings& findings) {
    std::vector<bool> met(round.list().size());
    std::size_t common = 0;
    for (const MunicipalityCode code : table.codes) {
        const NamedMunicipality* known = round.find(code);
        if (known == nullptr) continue;
        met[static_cast<std::size_t>(known - round.list().data())] = true;
        ++common;
    }
    // A list of an invented country is not compared with the Netherlands.
    if (common == 0) return;
    for (std::size_t at = 0; at < table.size(); ++at) {
        if (round.find(table.codes[at]) != nullptr) continue;
        findings.add({.code = FindingCode::municipality_not_in_round,
                      .file = file,
                      .row = table.rows[at],
                      .raw = table.codes[at].text(),
                      .about = std::string(table.names[at])});
    }
    report_lacking(round, met, file, findings);
}

}  // namespace

void check_names(const PopulationTable& table, const MunicipalityNames& round,
                 const std::string& file, Findings& findings) {
    names_of(table, round, file, findings);
}

void check_names(const ScoreTable& table, const MunicipalityNames& round, const std::string& file,
                 Findings& findings) {
    names_of(table, round, file, findings);
}

void check_provinces(const PopulationTable& table, const MunicipalityNames& round,
                     const std::string& file, Findings& findings) {
    for (std::size_t at = 0; at < table.size(); ++at) {
        const NamedMunicipality* known = round.find(table.codes[at]);
        if (known == nullptr || table.provinces[at] == no_province) continue;
        if (table.provinces[at] == known->province) continue;
        findings.add({.code = FindingCode::province_differs,
                      .file = file,
                      .row = table.rows[at],
                      .raw = std::string(round.province(table.provinces[at])),
                      .about = std::string(known->name)});
    }
}

void check_division(const PopulationTable& table, const MunicipalityNames& round,
                    const std::string& file, Findings& findings) {
    division_of(table, round, file, findings);
}

void check_division(const ScoreTable& table, const MunicipalityNames& round,
                    const std::string& file, Findings& findings) {
    division_of(table, round, file, findings);
}

void check_inhabitants(const PopulationTable& table, std::span<const PopulationTable> vintages,
                       const std::string& file, Findings& findings) {
    for (std::size_t at = 0; at < table.size(); ++at) {
        const std::uint64_t here = table.inhabitants[at];
        std::optional<std::uint32_t> first;
        bool is_far = here != 0;
        for (const PopulationTable& known : vintages) {
            const auto found =
                std::lower_bound(known.codes.begin(), known.codes.end(), table.codes[at]);
            if (found == known.codes.end() || *found != table.codes[at]) continue;
            const std::uint32_t people =
                known.inhabitants[static_cast<std::size_t>(found - known.codes.begin())];
            const std::uint64_t there = people;
            if (!first) first = people;
            is_far = is_far && (2 * here > 3 * there || 2 * there > 3 * here);
            if (!is_far) break;
        }
        if (!first || !is_far) continue;
        findings.add({.code = FindingCode::population_far,
                      .file = file,
                      .row = table.rows[at],
                      .raw = to_text(static_cast<std::int64_t>(here)),
                      .about = to_text(static_cast<std::int64_t>(*first))});
    }
}

}  // namespace spreiding
