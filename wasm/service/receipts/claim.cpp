// Puts the claim of an allocation together: question, files, cells, articles, figures and findings.
#include "service/receipts/claim.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "csv/rewriting.hpp"
#include "key/allocation.hpp"
#include "key/articles.hpp"
#include "service/answer.hpp"
#include "values/fingerprint.hpp"

namespace spreiding::service {
namespace {

using canonical::Value;

// The parts of the law that a figure of an allocation rests on.
constexpr auto allocation_rules = std::to_array<Rule>({
    {"BWBR0049307", "3", "2024-01-31", "inwoners en SES-WOA-score bepalen de verdeling",
     articles::act_3},
    {"BWBR0049310", "2.1", "2024-03-30",
     "wegingsfactor, indicatieve verdeling, afronding, provinciale opvangopgave",
     articles::decree_2_1},
    {"BWBR0049310", "2.2", "2024-03-30", "hetzelfde voor alleenstaande minderjarige vreemdelingen",
     articles::decree_2_2},
});

Value notation_value(const std::optional<Notation>& notation) {
    if (!notation) return {};
    const auto mark = [](char c) { return c == '\0' ? Value() : Value::text({&c, 1}); };
    return Value::object()
        .with("decimal", mark(notation->decimal_mark))
        .with("thousands", mark(notation->thousands_mark));
}

// What a person said about the columns: a number, a heading, or that it is not used.
Value columns_value(const std::vector<ColumnChoice>& choices) {
    Value columns = Value::object();
    for (const ColumnChoice& choice : choices) {
        Value said;
        if (choice.number != 0) said = Value::whole(static_cast<std::int64_t>(choice.number));
        if (!choice.heading.empty()) said = Value::text(choice.heading);
        columns.with(name_of(choice.column), std::move(said));
    }
    return columns;
}

Value input_value(const Input& input) {
    Value lists = Value::list();
    for (const std::string& list : input.reading.code_lists)
        lists.add(Value::text(list));
    Value value = Value::object();
    // Only where it was said: most files speak for themselves.
    const csv::CellOptions& cells = input.reading.cells;
    if (cells.separator) value.with("separator", Value::text({&*cells.separator, 1}));
    if (cells.encoding) value.with("encoding", Value::text(name_of(*cells.encoding)));
    value.with("file", Value::text(input.file))
        .with("status", Value::text(name_of(input.status)))
        .with("notation", notation_value(input.reading.reading.notation))
        .with("columns", columns_value(input.reading.reading.columns))
        .with("period", Value::text_or_nothing(input.reading.reading.period))
        .with("codeLists", std::move(lists));
    if (!input.printed) return value;
    const PrintedScores& printed = *input.printed;
    Value said = Value::object();
    said.with("population", Value::text(printed.population))
        .with("need", Value::whole(printed.need))
        .with("use", Value::text(name_of(printed.use)));
    if (printed.use == PrintedScores::Use::updated)
        said.with("from", Value::text(printed.from)).with("to", Value::text(printed.to));
    if (printed.tasks) said.with("tasks", Value::text(*printed.tasks));
    value.with("printed", std::move(said));
    return value;
}

Value merge_value(const std::optional<MergeRequest>& merge) {
    if (!merge) return {};
    Value parts = Value::list();
    for (const DivisionPart& part : merge->parts) {
        parts.add(Value::object()
                      .with("from", Value::text(part.from.text()))
                      .with("into", Value::text(part.into.text()))
                      .with("inhabitants", Value::whole(part.inhabitants)));
    }
    return Value::object()
        .with("changes", Value::text(merge->changes))
        .with("parts", std::move(parts));
}

Value parameters_value(const InputsRequest& request) {
    Value provinces = Value::list();
    for (const std::string& name : request.provinces)
        provinces.add(Value::text(name));
    return Value::object()
        .with("population", input_value(request.population))
        .with("scores", input_value(request.scores))
        .with("need", Value::whole(request.need))
        .with("needIsOwn", Value::flag(request.need_is_own))
        .with("minors", Value::whole_or_nothing(request.minors))
        .with("provinces", std::move(provinces))
        .with("municipalities", Value::text_or_nothing(request.municipalities))
        .with("merge", merge_value(request.merge));
}

Value cells_value(const csv::Cells& cells) {
    Value rows = Value::list();
    for (const auto& row : cells) {
        Value texts = Value::list();
        for (const std::string_view cell : row)
            texts.add(Value::text(cell));
        rows.add(std::move(texts));
    }
    return rows;
}

Value writing_value(const OpenFile& file) {
    // The cells of a spreadsheet are no text that a person has.
    if (file.is_part()) return {};
    const auto writing = csv::writing_of(file.bytes, file.sheet);
    if (!writing) return {};
    return Value::object()
        .with("lineEnd", Value::text(writing->carriage_returns ? "crlf" : "lf"))
        .with("lastLineEnds", Value::flag(writing->last_line_ends))
        .with("quotes", Value::text(writing->all_quoted ? "all" : "needed"));
}

// The cells of an estimate stay inside, as its scores do in every other answer.
Value files_value(const Inputs& inputs) {
    const auto is_estimate = [&](const OpenFile* file) {
        const auto& use = inputs.printed_use();
        return (file == inputs.population_file().file &&
                inputs.population_is().basis == Basis::estimate) ||
               (file == inputs.score_file().file && !inputs.printed() &&
                inputs.scores_are().basis == Basis::estimate) ||
               (use && (file->name == use->from || file->name == use->to));
    };
    Value files = Value::list();
    for (const OpenFile* file : inputs.files())
        files.add(value_of(*file, is_estimate(file)));
    return files;
}

Value recognition_value(const OpenFile& file, const Recognition& recognition, std::size_t rows) {
    return Value::object()
        .with("file", Value::text(file.name))
        .with("basis", Value::text(name_of(recognition.basis)))
        .with("sameAs", Value::text_or_nothing(recognition.same_as))
        .with("rows", Value::whole(static_cast<std::int64_t>(rows)));
}

Value fraction_value(const ExactShare& share) {
    const ExactShare lowest = share.in_lowest_terms();
    return Value::object()
        .with("numerator", Value::digits(lowest.numerator))
        .with("denominator", Value::digits(lowest.denominator));
}

// A number, or on an estimate the two ends of a range.
Value figure_value(const std::optional<Figure>& figure) {
    if (!figure) return {};
    if (figure->places) return Value::whole(*figure->places);
    return Value::object()
        .with("low", Value::whole_or_nothing(figure->low))
        .with("high", Value::whole_or_nothing(figure->high));
}

Value municipality_value(const AllocationView& view, std::size_t i) {
    const MunicipalityList& list = view.list;
    const Allocation& allocation = view.allocation;
    const Weight weight = allocation.weights[i];
    Value value = Value::object();
    value.with("code", Value::text(list.codes[i].text()))
        .with("name", Value::text(list.names[i]))
        .with("province", Value::text(view.province_names[list.provinces[i]]))
        .with("inhabitants", Value::whole(list.inhabitants[i]))
        .with("places", figure_value(view.total(i)))
        .with("minors", figure_value(view.minors(i)));
    if (!view.is_exact()) return value;
    const Wide unit = power_of_ten(allocation.score_decimals) * allocation.inhabitants;
    value.with("score", Value::text(to_text(Decimal{list.scores[i], list.score_decimals})))
        .with("weight", fraction_value({weight, unit}))
        .with("share", fraction_value(allocation.share(weight)))
        .with("minorsShare",
              allocation.minors_need ? fraction_value(allocation.minors_share(weight)) : Value());
    return value;
}

Value province_value(const AllocationView& view, const ProvincialTask& task) {
    return Value::object()
        .with("name", Value::text(view.province_names[task.province]))
        .with("municipalities", Value::whole(static_cast<std::int64_t>(task.municipalities)))
        .with("inhabitants", Value::whole(static_cast<std::int64_t>(task.inhabitants)))
        .with("places", figure_value(view.total(task)))
        .with("minors", figure_value(view.minors(task)));
}

Value country_value(const AllocationView& view) {
    const Allocation& allocation = view.allocation;
    Value value = Value::object();
    value.with("municipalities", Value::whole(static_cast<std::int64_t>(view.list.size())))
        .with("inhabitants", Value::whole(static_cast<std::int64_t>(allocation.inhabitants)));
    if (!view.is_exact()) return value;
    const Wide unit = power_of_ten(allocation.score_decimals) * allocation.inhabitants;
    const bool minors = allocation.minors_need.has_value();
    const auto of_minors = [&](Places places) { return minors ? Value::whole(places) : Value(); };
    value.with("totalWeight", fraction_value({allocation.total_weight, unit}))
        .with("places", Value::whole(allocation.sum))
        .with("difference", Value::whole(allocation.sum - allocation.need))
        .with("minors", of_minors(allocation.minors_sum))
        .with("minorsDifference",
              of_minors(allocation.minors_sum - allocation.minors_need.value_or(0)));
    return value;
}

Value figures_value(const AllocationView& view) {
    Value municipalities = Value::list();
    for (std::size_t i = 0; i < view.list.size(); ++i)
        municipalities.add(municipality_value(view, i));
    Value provinces = Value::list();
    for (const ProvincialTask& task : view.allocation.provinces)
        provinces.add(province_value(view, task));
    return Value::object()
        .with("country", country_value(view))
        .with("provinces", std::move(provinces))
        .with("municipalities", std::move(municipalities));
}

Value findings_value(const Findings& findings) {
    Value list = Value::list();
    for (const Finding& finding : findings.list()) {
        list.add(Value::object()
                     .with("code", Value::text(name_of(finding.code)))
                     .with("severity", Value::text(name_of(severity_of(finding.code))))
                     .with("file", Value::text(finding.file))
                     .with("row", Value::whole(finding.row))
                     .with("column", Value::whole(finding.column))
                     .with("raw", Value::text(finding.raw))
                     .with("about", Value::text(finding.about))
                     .with("otherRow", Value::whole(finding.other_row))
                     .with("count", Value::whole(finding.count)));
    }
    return list;
}

RoundNote::Choice read_choice(const Parameters& parameters, const char* name) {
    const Parameters given = *parameters.object(name);
    return {*given.whole("year"), given.text("certainty")};
}

Value choice_value(const RoundNote::Choice& choice) {
    return Value::object()
        .with("year", Value::whole(choice.year))
        .with("certainty", Value::text(choice.certainty));
}

}  // namespace

Value value_of(std::span<const Rule> rules) {
    Value list = Value::list();
    for (const Rule& rule : rules) {
        list.add(Value::object()
                     .with("law", Value::text(rule.law))
                     .with("article", Value::text(rule.article))
                     .with("version", Value::text(rule.version))
                     .with("about", Value::text(rule.about))
                     .with("url", Value::text(rule.url)));
    }
    return list;
}

Value value_of(const OpenFile& file, bool is_estimate) {
    const bool is_large = std::max(file.bytes.size(), file.original.size()) > most_bytes_in_claim;
    const bool is_left_out = is_large || is_estimate;
    const char separator = file.sheet.dialect.separator;
    Value value = Value::object();
    value.with("file", Value::text(file.name))
        .with("bytes", Value::whole(static_cast<std::int64_t>(file.original.size())))
        .with("sha256", Value::text(file.fingerprint()))
        .with("encoding", Value::text(name_of(file.sheet.dialect.encoding)))
        .with("separator", Value::text({&separator, 1}))
        .with("leftOut", !is_left_out ? Value() : Value::text(is_estimate ? "estimate" : "size"))
        .with("writing", is_left_out ? Value() : writing_value(file))
        .with("cells", is_left_out ? Value() : cells_value(csv::cells_of(file.sheet)));
    return value;
}

RoundNote round_of(const Parameters& given) {
    return {given.text("id"), *given.whole("need"), given.whole("minors"),
            read_choice(given, "population"), read_choice(given, "scores")};
}

std::optional<RoundNote> read_round(const Parameters& parameters) {
    const auto given = parameters.object("round");
    return given ? std::optional(round_of(*given)) : std::nullopt;
}

Value value_of(const std::optional<RoundNote>& round) {
    if (!round) return {};
    return Value::object()
        .with("id", Value::text(round->id))
        .with("need", Value::whole(round->need))
        .with("minors", Value::whole_or_nothing(round->minors))
        .with("population", choice_value(round->population))
        .with("scores", choice_value(round->scores));
}

Value claim_of(const InputsRequest& request, const std::optional<RoundNote>& round,
               const Inputs& inputs, const Findings& findings) {
    const Allocation allocation = spreiding::allocate(inputs.list(), request.need, request.minors);
    const AllocationView view = view_of(inputs, allocation);
    Value claim =
        Value::object()
            .with("operation", Value::text("allocate"))
            .with("rules", value_of(allocation_rules))
            .with("round", value_of(round))
            .with("parameters", parameters_value(request))
            .with("files", files_value(inputs))
            .with("inputs",
                  Value::object()
                      .with("population",
                            recognition_value(*inputs.population_file().file,
                                              inputs.population_is(), inputs.population_size()))
                      .with("scores", recognition_value(*inputs.score_file().file,
                                                        inputs.scores_are(), inputs.scores_size())))
            .with("basis", Value::text(name_of(inputs.basis())))
            .with("figures", figures_value(view))
            .with("findings", findings_value(findings));
    if (view.basis() == Basis::estimate) {
        const MeasuredBand& measured = measured_band(view.uncertainty.rule);
        claim.with("record", Value::object()
                                 .with("rule", Value::text(name_of(measured.rule)))
                                 .with("known", Value::whole(measured.known))
                                 .with("leaveOneOut", Value::whole(measured.leave_one_out)));
    }
    return claim;
}

std::string checksum_of(const Value& document_without_checksum) {
    return to_text(sha256(to_text(document_without_checksum)));
}

}  // namespace spreiding::service
