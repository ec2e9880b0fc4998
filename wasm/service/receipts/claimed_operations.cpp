// The operations with a receipt, the files each rests on, and the claim made of an answer.
#include "service/receipts/claimed_operations.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "key/articles.hpp"
#include "service/check.hpp"
#include "service/combinations.hpp"
#include "service/contract/parameters.hpp"
#include "service/inputs.hpp"
#include "service/open_files.hpp"
#include "service/receipts/receipt_document.hpp"
#include "service/receipts/without_persons.hpp"
#include "service/response.hpp"

namespace spreiding::service {
namespace {

using canonical::Value;

constexpr std::array<const char*, 0> nothing{};
constexpr std::array explained = {"municipality", "province"};
constexpr std::array compared = {"table", "loaded", "scoreUnitDecimals", "changes", "readings"};
constexpr std::array compared_files = {"table", "loaded", "changes"};
constexpr std::array paired = {"table", "other", "changes", "readings"};
constexpr std::array paired_files = {"table", "other", "changes"};
constexpr std::array reproduced = {"table", "loaded", "onlyGivenNeed", "changes", "readings"};
constexpr std::array supposed = {"scenarios"};
constexpr std::array bounded = {"municipality", "loaded",   "scoreUnitDecimals", "populationUnits",
                                "firstNeed",    "lastNeed", "readings"};
constexpr std::array stepped = {"firstNeed", "lastNeed"};
constexpr std::array implying = {"table",        "changes", "reference",
                                 "nationalMean", "carryTo", "readings"};
constexpr std::array implying_files = {"table", "changes", "carryTo"};
constexpr std::array loaded_files = {"loaded"};
constexpr std::array tabled = {"edition",   "municipalities", "task",     "regions",
                               "locations", "notations",      "received", "dates",
                               "exchanges", "deduction",      "decision", "grants"};
constexpr std::array tabled_files = {"locations"};

// What a provincial table rests on: the task and its deduction, the report, the decision, grants.
// Until 0.1.0 an intention ended the place that it continues, and exchanges had no period.
constexpr auto provincial_rules_at = [](std::string_view deduction) {
    return std::to_array<Rule>({
        {"BWBR0049307", "2", "2024-01-31", deduction, articles::act_2},
        {"BWBR0049307", "4", "2024-01-31", "overleg en verslag", articles::act_4},
        {"BWBR0049307", "5", "2024-01-31", "verdeelbesluit", articles::act_5},
        {"BWBR0049307", "9", "2024-01-31", "specifieke uitkeringen", articles::act_9},
        {"BWBR0049310", "3.1", "2024-03-30", "minimale omvang van duurzame voorzieningen",
         articles::decree_3_1},
        {"BWBR0049320", "3-10", "2024-05-15", "bedragen en voorwaarden van de uitkeringen",
         articles::regulation},
    });
};
constexpr auto provincial_rules =
    provincial_rules_at("aftrek van duurzame opvangplaatsen; een voornemen beëindigt geen plek");
constexpr auto former_provincial_rules = provincial_rules_at("aftrek van duurzame opvangplaatsen");

constexpr auto operations = std::to_array<ClaimedOperation>({
    {Claimable::allocate, nullptr, nothing, nothing, true, false, {}},
    {Claimable::explain, explain, explained, nothing, true, false, {}},
    {Claimable::compare, compare, compared, compared_files, true, true, {}},
    {Claimable::compare_tables, compare_tables, paired, paired_files, true, false, {}},
    {Claimable::reproduce, reproduce, reproduced, compared_files, true, true, {}},
    {Claimable::sensitivity, sensitivity, bounded, loaded_files, true, true, {}},
    {Claimable::need_steps, need_steps, stepped, nothing, true, false, {}},
    {Claimable::implied, implied, implying, implying_files, true, false, {}},
    {Claimable::what_if, what_if, supposed, nothing, true, false, {}},
    {Claimable::provincial_table, provincial_table, tabled, tabled_files, false, false,
     provincial_rules, former_provincial_rules},
});

// Of an object only the members that were read: what nobody read, the answer does not follow from.
Value read_of(const Json& json, const Watch& watch) {
    if (json.is_array()) {
        Value list = Value::list();
        for (const Json& item : json)
            list.add(read_of(item, watch));
        return list;
    }
    if (!json.is_object()) return value_of(json);
    Value object = Value::object();
    for (auto member = json.begin(); member != json.end(); ++member) {
        if (watch.has_read(*member)) object.with(member.key(), read_of(*member, watch));
    }
    return object;
}

Value question_of(const ClaimedOperation& operation, const Parameters& parameters,
                  const Watch& watch) {
    Value question = Value::object();
    for (const char* name : operation.question) {
        if (const Json* given = parameters.find(name)) question.with(name, read_of(*given, watch));
    }
    if (operation.uses_vintages) {
        const Json* given = parameters.find("vintages");
        question.with("vintages", given == nullptr ? Value::list() : read_of(*given, watch));
    }
    return question;
}

// Names of the files that the question itself rests on, each once.
std::vector<std::string> files_of(const ClaimedOperation& operation, const Parameters& parameters) {
    std::vector<std::string> names;
    std::set<std::string, std::less<>> seen;
    const auto add = [&](const Json& name) {
        if (name.is_string() && seen.insert(name.get<std::string>()).second)
            names.push_back(name.get<std::string>());
    };
    for (const char* parameter : operation.files) {
        const Json* given = parameters.find(parameter);
        if (given == nullptr) continue;
        if (given->is_structured()) {  // an object holds its file among numbers
            for (const Json& name : *given)
                add(name);
        } else {
            add(*given);
        }
    }
    const Json* vintages = operation.uses_vintages ? parameters.find("vintages") : nullptr;
    if (vintages == nullptr || !vintages->is_array()) return names;
    for (const Json& vintage : *vintages) {
        if (vintage.is_object() && vintage.contains("file")) add(vintage["file"]);
    }
    return names;
}

// Which of the files take part as an estimate, also where a person loaded one again.
class Estimates {
  public:
    Estimates() = default;
    Estimates(const ClaimedOperation& operation, const InputsRequest& request,
              Parameters& parameters, const Files& files) {
        Findings ignored;
        OpenFiles open_files(files, ignored);
        for (const KnownVintage& vintage : request.known) {
            if (vintage.status != Status::estimate) continue;
            if (const OpenFile* file = open_files.open(vintage.file))
                fingerprints_.insert(file->fingerprint());
        }
        if (!operation.uses_vintages) return;
        const Combinations combinations(request, parameters.texts("loaded"), files);
        for (const JoinedVintages& joined : combinations.joined()) {
            if (joined.population_status == Status::estimate) names_.insert(joined.population);
            if (joined.score_status == Status::estimate) names_.insert(joined.scores);
        }
    }
    bool has(const OpenFile& file) const {
        return names_.contains(file.name) || fingerprints_.contains(file.fingerprint());
    }

  private:
    std::set<std::string, std::less<>> names_;
    std::set<std::string, std::less<>> fingerprints_;
};

// What an answer holds as columns, as lists of whole numbers.
void add_columns(Value& answer, const std::vector<Column>& columns) {
    for (const Column& column : columns) {
        if (column.type != ColumnType::uint32) continue;
        Value list = Value::list();
        for (std::size_t at = 0; at + sizeof(std::uint32_t) <= column.values.size();
             at += sizeof(std::uint32_t)) {
            std::uint32_t value = 0;
            std::memcpy(&value, column.values.data() + at, sizeof value);
            list.add(Value::whole(value));
        }
        answer.with(column.name, std::move(list));
    }
}

Value no_inputs(const ClaimedOperation& operation) {
    return Value::object()
        .with("operation", Value::text(name_of(operation.of)))
        .with("rules", value_of(operation.rules))
        .with("round", {})
        .with("parameters", {})
        .with("files", Value::list())
        .with("inputs", {})
        .with("basis", {})
        .with("figures", {})
        .with("findings", Value::list());
}

bool has_file(const Value::List& files, std::string_view name) {
    return std::any_of(files.begin(), files.end(),
                       [&](const Value& file) { return *file.find("file")->as_text() == name; });
}

}  // namespace

const ClaimedOperation* claimed_operation(std::string_view name) {
    for (const ClaimedOperation& operation : operations) {
        if (name_of(operation.of) == name) return &operation;
    }
    return nullptr;
}

MadeClaim make_claim(const ClaimedOperation& operation, Parameters& parameters,
                     const Files& files) {
    MadeClaim made;
    Estimates estimates;
    asked::Shape shape = asked::receipt_parameters;
    shape.of = asked_operation(name_of(operation.of))->parameters;
    if (const auto wrong = check(parameters.json(), shape, {}, true)) {
        made.refusal = refusal_of(*wrong);
        return made;
    }
    if (operation.has_inputs) {
        const auto request = read_inputs(parameters);
        const auto round = read_round(parameters);
        if (!parameters.error()) {
            Findings findings;
            const Inputs inputs(request, files, findings);
            if (inputs.error()) {
                made.refusal = refuse(*inputs.error(), findings);
                return made;
            }
            made.findings = findings;
            made.claim = claim_of(request, round, inputs, findings);
            made.basis = inputs.basis();
            estimates = Estimates(operation, request, parameters, files);
        }
    } else {
        made.claim = no_inputs(operation);
    }
    if (parameters.error()) {
        made.claim.reset();
        made.refusal = refuse(*parameters.error());
        return made;
    }
    if (operation.perform == nullptr) return made;

    // Whatever else was asked, such as the texts of people, is in no claim.
    Json asked = Json::object();
    std::optional<Error> error;
    Parameters bare(asked, error);
    Files own;
    if (!operation.has_inputs) {
        for (const char* name : operation.question) {
            if (const Json* given = parameters.find(name)) asked[name] = *given;
        }
        own = without_persons(files, files_of(operation, parameters));
    }
    Parameters& question = operation.has_inputs ? parameters : bare;
    const Files& used = operation.has_inputs ? files : own;
    const Watch watch;
    Response response = operation.perform(question, used);
    const Json answer = Json::parse(response.json, nullptr, false);
    if (!answer.is_object() || answer["ok"] != true) {
        made.claim.reset();
        made.refusal = std::move(response);
        return made;
    }
    Value& claim = *made.claim;
    claim.replace("operation", Value::text(name_of(operation.of)));
    claim.with("question", question_of(operation, question, watch));
    Value given = value_of(answer["result"]);
    add_columns(given, response.columns);
    claim.with("answer", std::move(given));
    claim.replace("findings", value_of(answer["findings"]));
    Value::List& listed = *claim.find("files")->as_list();
    Findings ignored;
    OpenFiles open_files(used, ignored);
    for (const std::string& name : files_of(operation, question)) {
        const OpenFile* file = has_file(listed, name) ? nullptr : open_files.open(name);
        if (file != nullptr) listed.push_back(value_of(*file, estimates.has(*file)));
    }
    return made;
}

}  // namespace spreiding::service
