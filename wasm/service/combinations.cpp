// Reads vintages and loaded files, and joins each table of inhabitants with each of scores.
#include "service/combinations.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "service/reading.hpp"
#include "values/order.hpp"

namespace spreiding::service {
namespace {

template <typename Table>
struct Vintage {
    std::string file;
    Status status;
    Table table;
};

// A loaded file that is an estimate again, in whatever format, takes part as the estimate it is.
template <typename Table>
void recognise_estimates(std::vector<Vintage<Table>>& vintages,
                         const std::vector<Table>& estimates) {
    for (auto& loaded : vintages) {
        const auto is_it = [&](const Table& known) { return is_again(loaded.table, known); };
        if (loaded.status == Status::loaded &&
            std::any_of(estimates.begin(), estimates.end(), is_it))
            loaded.status = Status::estimate;
    }
}

// The part of a population that a list of scores has.
MunicipalityList part_of(const PopulationTable& population, const ScoreTable& scores) {
    PopulationTable part;
    for (std::size_t i = 0; i < population.size(); ++i) {
        if (std::find(scores.codes.begin(), scores.codes.end(), population.codes[i]) ==
            scores.codes.end())
            continue;
        part.codes.push_back(population.codes[i]);
        part.names.push_back(population.names[i]);
        part.provinces.push_back(population.provinces[i]);
        part.inhabitants.push_back(population.inhabitants[i]);
        part.rows.push_back(population.rows[i]);
    }
    Findings ignored;  // the rest is known to be lacking
    return join(std::move(part), {}, scores, {}, ignored);
}

// Whether a list that a person loaded lacks some municipalities, and has no others.
bool is_part_of(const Vintage<ScoreTable>& scores, const Vintage<PopulationTable>& population) {
    std::vector<MunicipalityCode> some = scores.table.codes;
    std::vector<MunicipalityCode> all = population.table.codes;
    put_in_order(some);
    put_in_order(all);
    return scores.status != Status::official && some.size() >= 2 && some.size() < all.size() &&
           std::adjacent_find(some.begin(), some.end()) == some.end() &&
           std::includes(all.begin(), all.end(), some.begin(), some.end());
}

}  // namespace

Combinations::Combinations(const InputsRequest& request, const std::vector<std::string>& loaded,
                           const Files& files)
    : open_files_(files, findings_) {
    if (request.municipalities) {
        round_ = known_population(open_files_, *request.municipalities, request.provinces);
        names_.emplace(municipalities_of(round_), request.provinces);
    }
    std::vector<KnownVintage> candidates = request.vintages;
    for (const std::string& name : loaded)
        candidates.push_back({name, Status::loaded});

    std::vector<Vintage<PopulationTable>> populations;
    std::vector<Vintage<ScoreTable>> scores;
    for (const KnownVintage& candidate : candidates) {
        const bool is_loaded = candidate.status == Status::loaded;
        std::optional<std::string> missing;
        const LaidOutFile laid_out =
            lay_out(open_files_, candidate.file,
                    is_loaded ? request.reading_of(candidate.file) : FileReading{}, missing);
        if (laid_out.file == nullptr) continue;
        // Bundled vintages have codes, also of municipalities that the round does not have.
        const bool by_name = is_loaded && names_ && !names_->empty();
        const TableFile file = laid_out.table(by_name ? &*names_ : nullptr);
        const TableKind kind = laid_out.layout.kind;
        const bool both = kind == TableKind::population_and_scores;
        if (kind == TableKind::population || both) {
            Findings findings;
            auto table = read_population(file, request.provinces, findings);
            if (!findings.has_errors())
                populations.push_back({candidate.file, candidate.status, std::move(table)});
        }
        if (kind == TableKind::scores || both) {
            Findings findings;
            auto table = read_scores(file, findings);
            if (!findings.has_errors())
                scores.push_back({candidate.file, candidate.status, std::move(table)});
        }
    }
    if (!loaded.empty()) {
        std::vector<PopulationTable> population_estimates;
        std::vector<ScoreTable> score_estimates;
        Findings ignored;  // bundled vintages are tested elsewhere
        for (const KnownVintage& known : request.known) {
            const OpenFile* file =
                known.status == Status::estimate ? open_files_.open(known.file) : nullptr;
            if (file == nullptr) continue;
            if (file->layout.kind == TableKind::population)
                population_estimates.push_back(
                    read_population(file->table(), request.provinces, ignored));
            if (file->layout.kind == TableKind::scores)
                score_estimates.push_back(read_scores(file->table(), ignored));
        }
        recognise_estimates(populations, population_estimates);
        recognise_estimates(scores, score_estimates);
    }
    for (const auto& population : populations) {
        for (const auto& scored : scores) {
            Findings findings;
            MunicipalityList list =
                join(population.table, population.file, scored.table, scored.file, findings);
            if (findings.has_errors() && is_part_of(scored, population)) {
                list = part_of(population.table, scored.table);
                std::vector<Weight> some =
                    weights(list.inhabitants, list.scores, list.score_decimals);
                joined_.push_back({population.file, scored.file, population.status, scored.status,
                                   std::move(list), std::move(some), true});
                continue;
            }
            if (findings.has_errors()) {
                incomparable_.push_back({population.file, scored.file,
                                         findings.count(FindingCode::municipality_only_here)});
                continue;
            }
            std::vector<Weight> weighed =
                weights(list.inhabitants, list.scores, list.score_decimals);
            joined_.push_back({population.file, scored.file, population.status, scored.status,
                               std::move(list), std::move(weighed)});
        }
    }
}

}  // namespace spreiding::service
