// Brings a request's tables to the municipalities of the round, by the municipal changes.
#include "service/former_municipalities.hpp"

#include <algorithm>
#include <utility>

#include "service/reading.hpp"
#include "values/order.hpp"

namespace spreiding::service {
namespace {

std::vector<NamedMunicipality> named_former(std::span<const MunicipalChange> changes,
                                            const MunicipalityNames& round) {
    std::vector<NamedMunicipality> former;
    for (const MunicipalChange& change : changes) {
        if (round.find(change.from) != nullptr) continue;
        const auto same = [&](const NamedMunicipality& one) { return one.code == change.from; };
        if (std::any_of(former.begin(), former.end(), same)) continue;
        former.push_back({change.from, change.from_name, no_province});
    }
    return former;
}

bool has_all(const PopulationTable& table, std::span<const MunicipalityCode> codes) {
    return std::all_of(codes.begin(), codes.end(), [&](MunicipalityCode code) {
        return std::find(table.codes.begin(), table.codes.end(), code) != table.codes.end();
    });
}

}  // namespace

FormerMunicipalities::FormerMunicipalities(OpenFiles& open_files, const MergeRequest& merge,
                                           const MunicipalityNames& round)
    : round_(round),
      changes_([&] {
          const OpenFile* file = open_files.open(merge.changes);
          return file == nullptr ? std::vector<MunicipalChange>{} : read_changes(file->sheet);
      }()),
      parts_(merge.parts),
      names_(named_former(changes_, round)),
      is_given_(open_files.open(merge.changes) != nullptr) {}

void FormerMunicipalities::merge(PopulationTable& population, const std::string& population_file,
                                 ScoreTable& scores, const std::string& score_file,
                                 std::span<const PopulationTable> vintages,
                                 Findings& findings) const {
    const Mergers mergers(round_, changes_, parts_);
    // The loaded inhabitants are those of the scores' own division where both are of one division.
    const PopulationTable as_loaded = population;
    if (mergers.concerns(population.codes)) {
        population = mergers.merged(population, population_file, findings);
    }
    if (!mergers.concerns(scores.codes)) return;
    std::vector<MunicipalityCode> former;
    for (const MunicipalityCode code : scores.codes) {
        if (round_.find(code) == nullptr && mergers.concerns({&code, 1})) former.push_back(code);
    }
    const PopulationTable* own_division = &as_loaded;
    for (const PopulationTable& vintage : vintages) {
        if (!has_all(vintage, former)) continue;
        own_division = &vintage;
        break;
    }
    scores = mergers.merged(scores, *own_division, score_file, findings);
}

std::vector<PopulationTable> official_populations(OpenFiles& open_files,
                                                  std::vector<KnownVintage> vintages,
                                                  const std::vector<std::string>& provinces) {
    put_in_order(vintages, [](const KnownVintage& one, const KnownVintage& other) {
        return one.year.value_or(0) > other.year.value_or(0);
    });
    std::vector<PopulationTable> tables;
    for (const KnownVintage& vintage : vintages) {
        if (vintage.status != Status::official) continue;
        PopulationTable table = known_population(open_files, vintage.file, provinces);
        if (table.size() > 0) tables.push_back(std::move(table));
    }
    return tables;
}

}  // namespace spreiding::service
