// What a question about an allocation rests on: the tables of inhabitants and scores that the
// request names, read, joined, and recognised for what they are. Every operation on an allocation
// starts here.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "key/figure.hpp"
#include "service/former_municipalities.hpp"
#include "service/open_files.hpp"
#include "service/printed_scores.hpp"
#include "service/prints.hpp"
#include "service/reading.hpp"
#include "service/request.hpp"
#include "service/service.hpp"
#include "tables/cbs_table.hpp"
#include "tables/municipalities.hpp"
#include "tables/municipality_names.hpp"
#include "values/finding.hpp"

namespace spreiding::service {

/// What a loaded file is, by its values: the person's own, or a known vintage in whatever format.
struct Recognition {
    Basis basis = Basis::own_input;
    std::optional<std::string> same_as;
    std::optional<CbsTraits> traits{};  ///< of a loaded file; see core/tables/cbs_table.hpp
};

/// One of the two inputs, as answers name it.
struct SourceFile {
    const Input& input;
    const OpenFile& file;
    std::size_t rows;
    const Recognition& is;
};

/// Where a figure of the list was read. The text of an estimated score stays inside.
struct CellSource {
    const OpenFile& file;
    std::uint32_t row;   ///< 0: the whole column
    std::size_t column;  ///< from 0
    std::string_view header;
    std::optional<std::string_view> raw;
};

/// The inputs of one request. Stays where it is made: the list points into the files' cells.
class Inputs {
  public:
    /// Reads everything; what is wrong becomes an error or a finding, and then the list is no use.
    Inputs(const InputsRequest& request, const Files& files, Findings& findings);
    Inputs(const Inputs&) = delete;
    Inputs& operator=(const Inputs&) = delete;

    /// Why there is no list: a file that was not given, or findings of severity error.
    const std::optional<Error>& error() const { return error_; }

    const InputsRequest& request() const { return request_; }
    const MunicipalityList& list() const { return list_; }
    const Prints& prints() const { return prints_; }
    /// The weakest of what the inputs are.
    Basis basis() const { return uncertainty_.basis; }
    /// What bounds every figure over the list.
    const Uncertainty& uncertainty() const { return uncertainty_; }
    /// The table that stands in for scores, where one does.
    const std::optional<PrintedTableOfScores>& printed() const { return printed_; }
    /// How the table is used; of a loaded list that is one again, as the table it is.
    const std::optional<PrintedScores>& printed_use() const { return use_; }
    /// The file of the table.
    const std::string& printed_file() const {
        return scores_are_.same_as ? *scores_are_.same_as : request_.scores.file;
    }
    /// Whether a derived interval is proven: nothing in its table looks wrong.
    bool is_proven() const { return basis() == Basis::derived && printed_->is_plausible; }

    Basis population_basis() const { return population_is_.basis; }
    Basis score_basis() const { return scores_are_.basis; }

    CellSource inhabitants_cell(std::size_t municipality) const;
    CellSource score_cell(std::size_t municipality) const;
    /// The whole column, for a sum over it.
    CellSource inhabitants_column() const;

    // Of an input without an error: the files, what each was taken for, and how many rows had a
    // figure.
    const LaidOutFile& population_file() const { return population_file_; }
    const LaidOutFile& score_file() const { return score_file_; }
    /// Every file that was read for the list, each once: also code lists and names.
    const std::vector<const OpenFile*>& files() const { return files_; }
    const Recognition& population_is() const { return population_is_; }
    const Recognition& scores_are() const { return scores_are_; }
    std::size_t population_size() const { return population_size_; }
    std::size_t scores_size() const { return scores_size_; }

    SourceFile population_source() const {
        return {request_.population, *population_file_.file, population_size_, population_is_};
    }
    SourceFile score_source() const {
        return {request_.scores, *score_file_.file, scores_size_, scores_are_};
    }

  private:
    void read(const Files& files, Findings& findings);
    void read_tables(Findings& findings);
    bool is_one_table() const;
    const MunicipalityNames* names() const {
        return names_ && !names_->empty() ? &*names_ : nullptr;
    }
    const MunicipalityNames* former_names() const { return former_ ? &former_->names() : nullptr; }
    void merge(Findings& findings);
    void check(Findings& findings);
    bool read_printed(Findings& findings);
    void recognise_derived();
    void recognise(const Files& files);
    void bound();
    void recognise_form();
    void note_files();

    const InputsRequest& request_;
    OpenFiles open_files_;
    LaidOutFile population_file_;
    LaidOutFile score_file_;
    std::vector<const OpenFile*> files_;
    std::optional<MunicipalityNames> names_;
    std::optional<FormerMunicipalities> former_;
    PopulationTable round_;
    PopulationTable population_;  // used up by the list
    ScoreTable scores_;
    std::size_t population_size_ = 0;
    std::size_t scores_size_ = 0;
    MunicipalityList list_;
    Prints prints_;
    Recognition population_is_;
    Recognition scores_are_;
    Uncertainty uncertainty_{.basis = Basis::estimate};
    std::optional<PrintedScores> use_;
    std::optional<PrintedTableOfScores> printed_;
    std::optional<Error> error_;
};

/// Where every operation on an allocation begins: the inputs that its parameters name, and what
/// was found in them.
class AllocationQuestion {
  public:
    explicit AllocationQuestion(Parameters& parameters)
        : parameters_(parameters), request_(read_inputs(parameters)) {}

    /// Reads the inputs, once all parameters were looked at.
    /// @return  false where that is refused
    bool open(const Files& files);
    Response refusal() const { return refusal_; }

    // Once it is open:
    const InputsRequest& request() const { return request_; }
    const Inputs& inputs() const { return *inputs_; }
    Findings& findings() { return findings_; }
    Allocation allocation() const {
        return spreiding::allocate(inputs_->list(), request_.need, request_.minors);
    }

  private:
    Parameters& parameters_;
    InputsRequest request_;
    Findings findings_;
    std::optional<Inputs> inputs_;
    Response refusal_;
};

}  // namespace spreiding::service
