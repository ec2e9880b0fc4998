// All combinations of the vintages at hand: each population with each table of scores.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "key/allocation.hpp"
#include "service/open_files.hpp"
#include "service/request.hpp"
#include "tables/municipalities.hpp"
#include "tables/municipality_names.hpp"

namespace spreiding::service {

/// One population joined with one table of scores. Names are those that the files were given under.
struct JoinedVintages {
    std::string population;
    std::string scores;
    Status population_status;
    Status score_status;
    MunicipalityList list;
    std::vector<Weight> weights;
    /// Whether scores of some municipalities are lacking: then nothing can be computed over the
    /// list, and it can only be judged up to one factor.
    bool is_incomplete = false;

    /// An estimate takes part under its name; its figures stay inside.
    bool is_estimate() const {
        return population_status == Status::estimate || score_status == Status::estimate;
    }
};

/// Two vintages that are not of the same municipalities, so that nothing can be computed over both.
struct IncomparableVintages {
    std::string population;
    std::string scores;
    std::size_t municipalities_apart;  ///< that occur in one of the two only
};

/// Reads and joins the bundled vintages of a request and the files a person loaded, as the person
/// said that they are to be read. Files that cannot be read without errors take no part. Stays
/// where it is made: the lists point into the files.
class Combinations {
  public:
    Combinations(const InputsRequest& request, const std::vector<std::string>& loaded,
                 const Files& files);
    Combinations(const Combinations&) = delete;
    Combinations& operator=(const Combinations&) = delete;

    const std::deque<JoinedVintages>& joined() const { return joined_; }
    const std::vector<IncomparableVintages>& incomparable() const { return incomparable_; }

  private:
    Findings findings_;
    OpenFiles open_files_;
    PopulationTable round_;
    std::optional<MunicipalityNames> names_;
    std::deque<JoinedVintages> joined_;
    std::vector<IncomparableVintages> incomparable_;
};

}  // namespace spreiding::service
