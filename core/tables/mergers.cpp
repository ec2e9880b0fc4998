// Follows codes to their successors, adds up inhabitants, and weighs scores by inhabitants.
#include "tables/mergers.hpp"

#include <algorithm>
#include <map>

#include "values/text.hpp"

namespace spreiding {
namespace {

std::size_t column_at(const csv::Sheet& sheet, std::string_view heading) {
    for (std::size_t at = 0; at < sheet.columns(0); ++at) {
        if (trimmed(sheet.cell(0, at)) == heading) return at;
    }
    return sheet.columns(0);
}

std::map<MunicipalityCode, std::uint32_t> inhabitants_by_code(const PopulationTable& table) {
    std::map<MunicipalityCode, std::uint32_t> found;
    for (std::size_t at = 0; at < table.size(); ++at)
        found.emplace(table.codes[at], table.inhabitants[at]);
    return found;
}

}  // namespace

std::vector<MunicipalChange> read_changes(const csv::Sheet& sheet) {
    std::vector<MunicipalChange> changes;
    if (sheet.rows() == 0) return changes;
    const std::size_t date = column_at(sheet, "datum");
    const std::size_t from = column_at(sheet, "gemeentecode");
    const std::size_t from_name = column_at(sheet, "gemeente");
    const std::size_t into = column_at(sheet, "naar_gemeentecode");
    const std::size_t into_name = column_at(sheet, "naar_gemeente");
    for (std::size_t row = 1; row < sheet.rows(); ++row) {
        const auto ended = read_code(sheet.cell(row, from));
        const auto successor = read_code(sheet.cell(row, into));
        if (!ended || !successor) continue;
        changes.push_back({sheet.cell(row, date), *ended, sheet.cell(row, from_name), *successor,
                           sheet.cell(row, into_name)});
    }
    return changes;
}

std::int32_t merged_score(std::span<const std::int32_t> scores,
                          std::span<const std::uint32_t> inhabitants) {
    // 10^7 × 2^32 × 1,000 stays under 2^127 by far; under 2^63 it would not.
    Wide above = 0;
    Wide below = 0;
    Wide people = 0;
    for (std::size_t at = 0; at < scores.size(); ++at) {
        const Wide weight = inhabitants[at];
        people += weight;
        if (scores[at] >= 0) {
            above += static_cast<Wide>(scores[at]) * weight;
        } else {
            below += static_cast<Wide>(-static_cast<std::int64_t>(scores[at])) * weight;
        }
    }
    const bool negative = below > above;
    const Wide size = negative ? below - above : above - below;
    const auto rounded = static_cast<std::int32_t>((2 * size + people) / (2 * people));
    return negative ? -rounded : rounded;
}

std::vector<MunicipalityCode> Mergers::successors(MunicipalityCode code) const {
    constexpr int most_steps = 10;
    std::vector<MunicipalityCode> open = {code};
    std::vector<MunicipalityCode> found;
    for (int step = 0; step < most_steps && !open.empty(); ++step) {
        std::vector<MunicipalityCode> next;
        for (const MunicipalityCode current : open) {
            if (round_.find(current) != nullptr) {
                if (std::find(found.begin(), found.end(), current) == found.end()) {
                    found.push_back(current);
                }
                continue;
            }
            for (const MunicipalChange& change : changes_) {
                if (change.from == current) next.push_back(change.into);
            }
        }
        open = std::move(next);
    }
    return found;
}

bool Mergers::concerns(std::span<const MunicipalityCode> codes) const {
    return std::any_of(codes.begin(), codes.end(), [&](MunicipalityCode code) {
        return round_.find(code) == nullptr && !successors(code).empty();
    });
}

template <typename Table>
std::vector<Mergers::Target> Mergers::targets(const Table& table,
                                              std::span<const std::uint32_t> inhabitants,
                                              const std::string& file, std::vector<bool>& stays,
                                              Findings& findings) const {
    std::map<MunicipalityCode, std::vector<Part>> parts;
    stays.assign(table.size(), true);
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        const MunicipalityCode code = table.codes[row];
        if (round_.find(code) != nullptr) continue;
        const auto into = successors(code);
        if (into.size() == 1) {
            parts[into.front()].push_back({row, std::nullopt});
            stays[row] = false;
        }
        if (into.size() < 2) continue;
        std::uint64_t entered = 0;
        bool fits = true;
        std::vector<std::pair<MunicipalityCode, std::uint32_t>> entries;
        for (const DivisionPart& part : parts_) {
            if (part.from != code) continue;
            entered += part.inhabitants;
            fits = fits && std::find(into.begin(), into.end(), part.into) != into.end();
            entries.emplace_back(part.into, part.inhabitants);
        }
        if (!fits || entered != inhabitants[row]) {
            std::string where;
            for (const MunicipalityCode successor : into) {
                if (!where.empty()) where += ", ";
                where += round_.find(successor)->name;
            }
            findings.add({.code = entries.empty() ? FindingCode::division_needed
                                                  : FindingCode::division_differs,
                          .file = file,
                          .row = table.rows[row],
                          .raw = std::string(table.names[row]) + " (" + code.text() + ")",
                          .about = where,
                          .count = inhabitants[row]});
            continue;
        }
        stays[row] = false;
        for (const auto& [successor, people] : entries) {
            if (people > 0) parts[successor].push_back({row, people});
        }
    }
    // The successor's own row, where it was there already, is the first of its parts.
    std::vector<Target> found;
    for (auto& [code, list] : parts) {
        for (std::uint32_t row = 0; row < table.size(); ++row) {
            if (table.codes[row] != code) continue;
            list.insert(list.begin(), {row, std::nullopt});
            stays[row] = false;
            break;
        }
        found.push_back({code, std::move(list)});
    }
    return found;
}

template <typename Table>
void Mergers::note(const Table& table, const Target& target, const std::string& file,
                   Findings& findings) const {
    std::string names;
    for (const Part& part : target.parts) {
        if (!names.empty()) names += ", ";
        const MunicipalityCode code = table.codes[part.row];
        std::string_view name = table.names[part.row];
        // A file of codes alone leaves the names of former municipalities to the changes.
        for (const MunicipalChange& change : changes_) {
            if (name.empty() && change.from == code) name = change.from_name;
        }
        names += name.empty() ? code.text() : std::string(name);
    }
    findings.add({.code = FindingCode::municipality_merged,
                  .file = file,
                  .row = table.rows[target.parts.front().row],
                  .raw = names,
                  .about = std::string(round_.find(target.code)->name),
                  .count = static_cast<std::uint32_t>(target.parts.size())});
}

PopulationTable Mergers::merged(const PopulationTable& table, const std::string& file,
                                Findings& findings) const {
    std::vector<bool> stays;
    const auto found = targets(table, table.inhabitants, file, stays, findings);
    PopulationTable result;
    const auto push = [&](MunicipalityCode code, std::string_view name, std::uint16_t province,
                          std::uint32_t inhabitants, std::uint32_t row) {
        result.codes.push_back(code);
        result.names.push_back(name);
        result.provinces.push_back(province);
        result.inhabitants.push_back(inhabitants);
        result.rows.push_back(row);
    };
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (!stays[row]) continue;
        push(table.codes[row], table.names[row], table.provinces[row], table.inhabitants[row],
             table.rows[row]);
    }
    for (const Target& target : found) {
        std::int64_t sum = 0;
        for (const Part& part : target.parts)
            sum += part.inhabitants.value_or(table.inhabitants[part.row]);
        const std::uint32_t row = table.rows[target.parts.front().row];
        if (sum > most_inhabitants) {
            findings.add({.code = FindingCode::number_out_of_range,
                          .file = file,
                          .row = row,
                          .raw = to_text(sum),
                          .about = "inhabitants"});
            sum = 0;
        }
        const NamedMunicipality& named = *round_.find(target.code);
        push(target.code, named.name, named.province, static_cast<std::uint32_t>(sum), row);
        note(table, target, file, findings);
    }
    return result;
}

ScoreTable Mergers::merged(const ScoreTable& table, const PopulationTable& population,
                           const std::string& file, Findings& findings) const {
    const auto people = inhabitants_by_code(population);
    std::vector<std::uint32_t> inhabitants(table.size());
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto known = people.find(table.codes[row]);
        inhabitants[row] = known == people.end() ? 0 : known->second;
    }
    std::vector<bool> stays;
    const auto found = targets(table, inhabitants, file, stays, findings);
    ScoreTable result;
    result.decimals = table.decimals;
    const auto push = [&](MunicipalityCode code, std::string_view name, std::int32_t score,
                          std::uint32_t row) {
        result.codes.push_back(code);
        result.names.push_back(name);
        result.scores.push_back(score);
        result.rows.push_back(row);
    };
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (stays[row])
            push(table.codes[row], table.names[row], table.scores[row], table.rows[row]);
    }
    for (const Target& target : found) {
        std::vector<std::int32_t> scores;
        std::vector<std::uint32_t> weights;
        bool complete = true;
        for (const Part& part : target.parts) {
            const std::uint32_t weight = part.inhabitants.value_or(inhabitants[part.row]);
            complete = complete && weight > 0;
            scores.push_back(table.scores[part.row]);
            weights.push_back(weight);
            if (weight > 0) continue;
            findings.add({.code = FindingCode::merger_without_inhabitants,
                          .file = file,
                          .row = table.rows[part.row],
                          .raw = table.codes[part.row].text(),
                          .about = std::string(table.names[part.row])});
        }
        const std::int32_t score = complete ? merged_score(scores, weights) : 0;
        push(target.code, round_.find(target.code)->name, score,
             table.rows[target.parts.front().row]);
        note(table, target, file, findings);
    }
    return result;
}

}  // namespace spreiding
