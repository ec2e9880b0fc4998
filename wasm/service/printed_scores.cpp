// Reads a complete printed table with the inhabitants of its makers, and makes scores of it.
#include "service/printed_scores.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

#include "key/estimate.hpp"
#include "published/printed.hpp"
#include "service/printed_file.hpp"
#include "service/whole_table.hpp"

namespace spreiding::service {
namespace {

using Use = PrintedScores::Use;

// The municipalities of the table's own inhabitants, in code order.
MunicipalityList list_of(const PopulationTable& population) {
    MunicipalityList list;
    for (const std::uint32_t i : code_order(population.codes)) {
        list.codes.push_back(population.codes[i]);
        list.names.push_back(population.names[i]);
        list.provinces.push_back(population.provinces[i]);
        list.inhabitants.push_back(population.inhabitants[i]);
    }
    return list;
}

const OpenFile* open_beside(OpenFiles& open_files, const std::string& name,
                            std::optional<std::string>& missing, PrintedTableOfScores& result) {
    const OpenFile* file = open_files.open(name);
    if (file == nullptr)
        missing = name;
    else
        result.files.push_back(file);
    return file;
}

// (1 + score) in millionths, in the order of the list; empty where a municipality has none.
std::vector<std::int64_t> factors_of(const OpenFile& file, const MunicipalityList& list) {
    Findings ignored;  // bundled vintages are tested elsewhere
    const ScoreTable scores = read_scores(file.table(), ignored);
    std::map<MunicipalityCode, std::int64_t> by_code;
    const auto one = static_cast<std::int64_t>(power_of_ten(carried_decimals));
    const auto finer = static_cast<std::int64_t>(power_of_ten(carried_decimals - scores.decimals));
    for (std::size_t i = 0; i < scores.size(); ++i)
        by_code[scores.codes[i]] = one + finer * scores.scores[i];
    std::vector<std::int64_t> factors;
    for (const MunicipalityCode code : list.codes) {
        const auto at = by_code.find(code);
        if (at == by_code.end()) return {};
        factors.push_back(at->second);
    }
    return factors;
}

// By province, where all that have municipalities are printed.
std::vector<Places> tasks_of(const OpenFile& file, const InputsRequest& request,
                             std::span<const std::uint16_t> provinces) {
    Findings ignored;
    const PublishedTable table = read_published(file.table(), ignored);
    std::vector<Places> tasks(request.provinces.size(), 0);
    for (const PublishedTable::Row& row : table.rows) {
        if (row.level != Level::province) continue;
        if (const auto province = find_province(row.name, request.provinces))
            if (tasks[*province] == 0) tasks[*province] = row.places;
    }
    const bool are_all = std::all_of(
        provinces.begin(), provinces.end(),
        [&](std::uint16_t province) { return province < tasks.size() && tasks[province] > 0; });
    return are_all ? tasks : std::vector<Places>{};
}

}  // namespace

std::optional<PrintedTableOfScores> read_printed_scores(const PrintedTableRequest& table_asked,
                                                        const PopulationTable& population,
                                                        OpenFiles& open_files,
                                                        std::optional<std::string>& missing,
                                                        Findings& findings) {
    const InputsRequest& request = table_asked.request;
    const PrintedScores& asked = table_asked.use;
    const LaidOutFile& file = table_asked.file;
    PrintedTableOfScores result;
    const OpenFile* people = open_beside(open_files, asked.population, missing, result);
    if (people == nullptr) return std::nullopt;
    result.file = file;
    result.population = {people, {}, people->layout};
    const PopulationTable then = read_population(people->table(), request.provinces, findings);
    const MunicipalityList list = list_of(then);
    const PrintedTable table =
        read_printed(file, {.list = list, .provinces = request.provinces}, findings);
    if (findings.has_errors()) return std::nullopt;
    const TableInFile in_file{table, file, table_asked.name};
    const auto rows = rows_of_whole(in_file, list, request.provinces.size(), asked.need, findings);
    if (!rows) return std::nullopt;

    PrintedShares& shares = result.shares;
    shares.need = asked.need;
    shares.inhabitants = list.inhabitants;
    for (const PrintedRow* row : *rows)
        shares.places.push_back(row->places);
    if (!DerivedWeights::of(shares, shares.inhabitants)) {
        findings.add({.code = FindingCode::table_and_need_apart,
                      .file = table_asked.name,
                      .raw = to_text(asked.need)});
        return std::nullopt;
    }

    std::map<MunicipalityCode, std::size_t> now_at;
    for (std::size_t i = 0; i < population.size(); ++i)
        now_at.emplace(population.codes[i], i);
    std::vector<std::uint32_t> now;
    std::vector<std::uint16_t> provinces;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto at = now_at.find(list.codes[i]);
        // The municipalities of other inhabitants are told apart when both are joined.
        now.push_back(at == now_at.end() ? list.inhabitants[i]
                                         : population.inhabitants[at->second]);
        provinces.push_back(at == now_at.end() ? list.provinces[i]
                                               : population.provinces[at->second]);
    }

    std::vector<std::int64_t> from;
    std::vector<std::int64_t> to;
    if (asked.use == Use::updated) {
        for (auto [name, factors] : {std::pair{&asked.from, &from}, std::pair{&asked.to, &to}}) {
            const OpenFile* scores = open_beside(open_files, *name, missing, result);
            if (scores == nullptr) return std::nullopt;
            *factors = factors_of(*scores, list);
            if (!factors->empty()) continue;
            findings.add({.code = FindingCode::list_empty, .file = *name});
            return std::nullopt;
        }
    }
    std::vector<Places> tasks;
    if (asked.tasks && asked.use != Use::derived) {
        const OpenFile* printed = open_beside(open_files, *asked.tasks, missing, result);
        if (printed == nullptr) return std::nullopt;
        tasks = tasks_of(*printed, request, provinces);
        for (const Places task : tasks)
            result.tasks.push_back(task > 0 ? std::optional(task) : std::nullopt);
    }
    const auto step = asked.use == Use::updated ? std::optional(ScoreStep{from, to}) : std::nullopt;
    const auto scaled =
        tasks.empty() ? std::nullopt : std::optional(ProvincialTasks{provinces, tasks});

    const Plausibility found = plausible(shares);
    result.is_plausible = found.is_plausible();
    warn_of_swapped(in_file, *rows, list, found, findings);
    warn_of_odd(in_file, *rows, list, found, findings);

    ScoreTable& scores = result.scores;
    scores.codes = list.codes;
    scores.names = list.names;
    scores.decimals = carried_decimals;
    scores.scores = carried_scores(shares, now, step, scaled);
    for (const PrintedRow* row : *rows)
        scores.rows.push_back(row->row);
    result.own_scores = scores;
    result.own_scores.scores = carried_scores(shares, shares.inhabitants, {}, {});
    return result;
}

}  // namespace spreiding::service
