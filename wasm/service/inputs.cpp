// Reads, merges, joins, checks and recognises the inputs of a request.
#include "service/inputs.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "service/response.hpp"
#include "tables/checks.hpp"
#include "values/fingerprint.hpp"

namespace spreiding::service {
namespace {

void check_need(std::optional<Places> need, std::string_view about, Findings& findings) {
    if (!need || (*need >= 0 && *need <= most_places)) return;
    findings.add({.code = FindingCode::need_out_of_range,
                  .raw = to_text(*need),
                  .about = std::string(about)});
}

void check_needs(const InputsRequest& request, Findings& findings) {
    check_need(request.need, "need", findings);
    check_need(request.minors, "minors", findings);
    if (request.minors && *request.minors > request.need) {
        findings.add({.code = FindingCode::minors_exceed_need,
                      .raw = to_text(*request.minors),
                      .about = "minors"});
    }
}

// The first file that a request names and that was not given.
std::optional<std::string> missing_file(const InputsRequest& request, const Files& files) {
    std::vector<std::string> names = {request.population.file, request.scores.file,
                                      request.municipalities.value_or("")};
    for (const PrintRequest& print : request.published)
        names.push_back(print.file);
    for (const std::string& name : names) {
        if (!name.empty() && !files.contains(name)) return name;
    }
    return std::nullopt;
}

template <typename Table, typename Read>
Recognition recognise_values(const Table& table, const InputsRequest& request, TableKind kind,
                             const Files& files, Read read) {
    Recognition recognition;
    Findings ignored;  // bundled vintages are tested elsewhere
    OpenFiles open_files(files, ignored);
    for (const KnownVintage& vintage : request.known) {
        const OpenFile* file = open_files.open(vintage.file);
        if (file == nullptr || file->layout.kind != kind) continue;
        const Table known = read(file->table(), ignored);
        if (vintage.status == Status::estimate && is_again(table, known)) {
            return {Basis::estimate, vintage.file};
        }
        if (vintage.status == Status::official && repeats(table, known)) {
            recognition = {Basis::cbs_file, vintage.file};
        }
    }
    return recognition;
}

Basis basis_of(Status status) {
    switch (status) {
        case Status::official:
            return Basis::official;
        case Status::estimate:
            return Basis::estimate;
        case Status::invented:
        case Status::printed:
        case Status::loaded:
            break;
    }
    return Basis::own_input;
}

CellSource cell_of(const LaidOutFile& laid_out, ColumnMeaning meaning, std::uint32_t row,
                   bool is_shown) {
    const std::size_t at = laid_out.layout.column(meaning).value_or(0);
    std::optional<std::string_view> raw;
    if (row != 0 && is_shown) raw = laid_out.file->sheet.cell(row - 1, at);
    return {*laid_out.file, row, at, laid_out.layout.headings[at], raw};
}

}  // namespace

Inputs::Inputs(const InputsRequest& request, const Files& files, Findings& findings)
    : request_(request), open_files_(files, findings) {
    if (const auto missing = missing_file(request, files)) {
        error_ = {"file_not_given", *missing};
        return;
    }
    check_needs(request, findings);
    read(files, findings);
    if (!error_ && findings.has_errors()) error_ = findings_are_the_result;
}

void Inputs::read(const Files& files, Findings& findings) {
    if (request_.municipalities) {
        round_ = known_population(open_files_, *request_.municipalities, request_.provinces);
        names_.emplace(municipalities_of(round_), request_.provinces);
    }
    std::optional<std::string> missing;
    population_file_ =
        lay_out(open_files_, request_.population.file, request_.population.reading, missing);
    score_file_ = lay_out(open_files_, request_.scores.file, request_.scores.reading, missing);
    if (missing) {
        error_ = {"file_not_given", *missing};
        return;
    }
    if (request_.merge && names() != nullptr)
        former_.emplace(open_files_, *request_.merge, *names());
    if (former_ && !former_->is_given()) {
        error_ = {"file_not_given", request_.merge->changes};
        return;
    }
    note_files();
    read_tables(findings);
    if (request_.scores.printed && !read_printed(findings)) return;
    // Joined with an empty table, every municipality would be reported as missing.
    if (population_.size() == 0 || scores_.size() == 0) {
        const LaidOutFile& empty = population_.size() == 0 ? population_file_ : score_file_;
        if (!findings.has_errors()) {
            findings.add({.code = FindingCode::list_empty, .file = empty.file->name});
        }
        return;
    }
    merge(findings);
    // A municipality that could not be divided has none: that is said already.
    if (!findings.has_errors()) {
        require_provinces(population_, population_file_.file->name, findings);
    }
    check(findings);
    if (!findings.has_errors()) recognise(files);
    population_size_ = population_.size();
    scores_size_ = scores_.size();
    list_ = join(std::move(population_), population_file_.file->name, std::move(scores_),
                 score_file_.file->name, findings);
    if (!findings.has_errors()) bound();
    prints_ = Prints(request_, list_, open_files_);
}

// Scores out of a printed table; false where that failed, and then it is said why.
bool Inputs::read_printed(Findings& findings) {
    if (population_.size() == 0) return true;  // which is said below
    std::optional<std::string> missing;
    use_ = request_.scores.printed;
    printed_ = read_printed_scores({request_, *use_, request_.scores.file, score_file_},
                                   population_, open_files_, missing, findings);
    if (missing) error_ = {"file_not_given", *missing};
    if (!printed_) return false;
    for (const OpenFile* file : printed_->files) {
        if (std::find(files_.begin(), files_.end(), file) == files_.end()) files_.push_back(file);
    }
    scores_ = printed_->scores;
    return true;
}

// What a figure over the list is worth: a number, a proven interval, or a measured band.
void Inputs::bound() {
    if (!printed_) return;
    if (basis() == Basis::derived) {
        if (auto weights = DerivedWeights::of(printed_->shares, list_.inhabitants))
            uncertainty_.derived.push_back(std::move(*weights));
        return;
    }
    uncertainty_.printed = printed_->shares.places;
    uncertainty_.rule =
        use_->use == PrintedScores::Use::updated ? EstimateRule::updated : EstimateRule::unchanged;
}

// One file that is read in one way for both is walked once.
void Inputs::read_tables(Findings& findings) {
    if (is_one_table()) {
        if (!is_table(population_file_, findings)) return;
        auto [population, scores] = read_population_and_scores(
            population_file_.table(names(), former_names()), request_.provinces, findings);
        population_ = std::move(population);
        scores_ = std::move(scores);
        return;
    }
    if (is_table(population_file_, findings)) {
        population_ = read_population(population_file_.table(names(), former_names()),
                                      request_.provinces, findings);
    }
    if (!request_.scores.printed && is_table(score_file_, findings)) {
        scores_ = read_scores(score_file_.table(names(), former_names()), findings);
    }
}

bool Inputs::is_one_table() const {
    if (request_.scores.printed) return false;
    const FileReading& people = request_.population.reading;
    const FileReading& scored = request_.scores.reading;
    return population_file_.file == score_file_.file && people.reading == scored.reading &&
           people.code_lists == scored.code_lists;
}

void Inputs::merge(Findings& findings) {
    if (!former_) return;
    const auto vintages = official_populations(open_files_, request_.known, request_.provinces);
    former_->merge(population_, population_file_.file->name, scores_, score_file_.file->name,
                   vintages, findings);
}

void Inputs::check(Findings& findings) {
    if (names() == nullptr) return;
    if (request_.population.status == Status::loaded) {
        const std::string& file = population_file_.file->name;
        check_names(population_, *names(), file, findings);
        check_provinces(population_, *names(), file, findings);
        check_division(population_, *names(), file, findings);
        auto vintages = official_populations(open_files_, request_.known, request_.provinces);
        vintages.insert(vintages.begin(), round_);
        check_inhabitants(population_, vintages, file, findings);
    }
    if (request_.scores.printed) return;  // read and checked by itself
    const bool is_checked = is_one_table() && population_.codes == scores_.codes &&
                            request_.population.status == Status::loaded;
    if (request_.scores.status == Status::loaded && !is_checked) {
        const std::string& file = score_file_.file->name;
        check_names(scores_, *names(), file, findings);
        check_division(scores_, *names(), file, findings);
    }
}

void Inputs::note_files() {
    const auto note_file = [&](const OpenFile* file) {
        if (file != nullptr && std::find(files_.begin(), files_.end(), file) == files_.end()) {
            files_.push_back(file);
        }
    };
    const auto note = [&](const std::string& name) { note_file(open_files_.open(name)); };
    note_file(population_file_.file);
    note_file(score_file_.file);
    for (const Input* input : {&request_.population, &request_.scores}) {
        for (const std::string& list : input->reading.code_lists)
            note(list);
    }
    if (request_.municipalities) note(*request_.municipalities);
    if (request_.merge) note(request_.merge->changes);
}

void Inputs::recognise(const Files& files) {
    population_is_ = {basis_of(request_.population.status), {}};
    if (request_.population.status == Status::loaded) {
        population_is_ =
            recognise_values(population_, request_, TableKind::population, files,
                             [&](const TableFile& file, Findings& ignored) {
                                 return read_population(file, request_.provinces, ignored);
                             });
    }
    scores_are_ = {basis_of(request_.scores.status), {}};
    if (printed_) {
        scores_are_.basis = request_.scores.printed->use == PrintedScores::Use::derived
                                ? Basis::derived
                                : Basis::estimate;
    } else if (request_.scores.status == Status::loaded) {
        scores_are_ = recognise_values(scores_, request_, TableKind::scores, files, read_scores);
        if (scores_are_.basis == Basis::own_input) recognise_derived();
    }
    recognise_form();
    Basis& basis = uncertainty_.basis;
    basis = weakest(population_is_.basis, scores_are_.basis);
    if (request_.need_is_own) basis = weakest(basis, Basis::own_input);
}

// A loaded list may be what a bundled table says of its weights: then it proves no more than that
// table, and the intervals are those of the table.
void Inputs::recognise_derived() {
    // A list of one decimal is too coarse to tell it from the scores that made the table.
    if (scores_.decimals < 2 || request_.scores.printed) return;
    for (const KnownVintage& vintage : request_.known) {
        if (!vintage.printed) continue;
        Findings ignored;  // bundled vintages are tested elsewhere
        std::optional<std::string> missing;
        OpenFiles& files = open_files_;
        const LaidOutFile table = lay_out(files, vintage.file, {}, missing);
        if (table.file == nullptr) continue;
        const PrintedTableRequest asked{request_, *vintage.printed, vintage.file, table};
        auto read = read_printed_scores(asked, population_, files, missing, ignored);
        if (!read || !fits_up_to_a_factor(scores_, read->own_scores)) continue;
        scores_are_ = {Basis::derived, vintage.file};
        use_ = vintage.printed;
        printed_ = std::move(read);
        return;
    }
}

// What is no known vintage by its values may be CBS's by its form.
void Inputs::recognise_form() {
    if (names() == nullptr) return;
    const auto judge = [&](const LaidOutFile& file, const Input& input, ColumnMeaning measure,
                           std::span<const MunicipalityCode> codes, TableKind kind,
                           Recognition& recognition) {
        if (input.status != Status::loaded || input.printed) return;
        CbsTraits traits = cbs_traits(file.table(), measure, codes, *names());
        for (const KnownVintage& vintage : request_.known) {
            const OpenFile* known = open_files_.open(vintage.file);
            const bool same_year = vintage.year && traits.year == *vintage.year;
            if (vintage.status != Status::official || !same_year || known == nullptr) continue;
            if (known->layout.kind == kind && recognition.same_as != vintage.file) {
                traits.values = false;
            }
        }
        recognition.traits = traits;
        if (recognition.basis == Basis::own_input && traits.is_cbs() &&
            !request_.municipalities_are_own) {
            recognition.basis = Basis::cbs_file;
        }
    };
    judge(population_file_, request_.population, ColumnMeaning::inhabitants, population_.codes,
          TableKind::population, population_is_);
    judge(score_file_, request_.scores, ColumnMeaning::score, scores_.codes, TableKind::scores,
          scores_are_);
}

CellSource Inputs::inhabitants_cell(std::size_t municipality) const {
    return cell_of(population_file_, ColumnMeaning::inhabitants,
                   list_.population_rows[municipality], population_is_.basis != Basis::estimate);
}

CellSource Inputs::score_cell(std::size_t municipality) const {
    const bool is_printed = request_.scores.printed.has_value();
    return cell_of(score_file_, is_printed ? ColumnMeaning::places : ColumnMeaning::score,
                   list_.score_rows[municipality],
                   is_printed || scores_are_.basis != Basis::estimate);
}

CellSource Inputs::inhabitants_column() const {
    return cell_of(population_file_, ColumnMeaning::inhabitants, 0, false);
}

bool AllocationQuestion::open(const Files& files) {
    if (parameters_.error()) {
        refusal_ = refuse(*parameters_.error());
        return false;
    }
    inputs_.emplace(request_, files, findings_);
    if (inputs_->error()) refusal_ = refuse(*inputs_->error(), findings_);
    return !inputs_->error();
}

}  // namespace spreiding::service
