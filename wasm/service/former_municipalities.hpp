// Former municipalities of a request: what they were called, and the tables combined without them.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "service/open_files.hpp"
#include "service/request.hpp"
#include "tables/mergers.hpp"
#include "tables/municipality_names.hpp"
#include "tables/tables.hpp"
#include "values/finding.hpp"

namespace spreiding::service {

/// Stays where it is made: names point into the file of changes.
class FormerMunicipalities {
  public:
    /// @param round  the municipalities to come to; outlives this
    FormerMunicipalities(OpenFiles& open_files, const MergeRequest& merge,
                         const MunicipalityNames& round);
    FormerMunicipalities(const FormerMunicipalities&) = delete;
    FormerMunicipalities& operator=(const FormerMunicipalities&) = delete;

    /// Whether the file of changes was given.
    bool is_given() const { return is_given_; }
    /// By their own names and codes; those that the round has still are not among them.
    const MunicipalityNames& names() const { return names_; }
    /// The municipalities of the round that one of them became, or became part of.
    std::vector<MunicipalityCode> successors(MunicipalityCode code) const {
        return Mergers(round_, changes_, parts_).successors(code);
    }

    /// Combines both tables, each where it holds former municipalities; either may be empty.
    /// Scores count by the inhabitants of the newest official vintage that has all of their former
    /// municipalities, else by those of `population` as loaded.
    void merge(PopulationTable& population, const std::string& population_file, ScoreTable& scores,
               const std::string& score_file, std::span<const PopulationTable> vintages,
               Findings& findings) const;

  private:
    const MunicipalityNames& round_;
    std::vector<MunicipalChange> changes_;
    std::span<const DivisionPart> parts_;
    MunicipalityNames names_;
    bool is_given_ = false;
};

/// The official vintages of inhabitants among those of a request, newest first.
std::vector<PopulationTable> official_populations(OpenFiles& open_files,
                                                  std::vector<KnownVintage> vintages,
                                                  const std::vector<std::string>& provinces);

}  // namespace spreiding::service
