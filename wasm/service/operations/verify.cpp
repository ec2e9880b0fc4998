// Whether a receipt holds: its checksum, and every figure computed again from the cells inside it.
// A forger can compute a checksum; he cannot make other figures follow from the same cells.
#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "service/check.hpp"
#include "service/contract/parameters.hpp"
#include "service/contract/receipt.hpp"
#include "service/inputs.hpp"
#include "service/operations.hpp"
#include "service/receipts/claim.hpp"
#include "service/receipts/claimed_files.hpp"
#include "service/receipts/claimed_operations.hpp"
#include "service/receipts/receipt_document.hpp"
#include "service/response.hpp"
#include "values/canonical.hpp"
#include "values/fingerprint.hpp"

namespace spreiding::service {
namespace {

using canonical::Differences;
using canonical::Value;

/// A vintage as an earlier edition of the data had it: no bytes any more, but what they were.
struct FormerVintage {
    std::string file;
    std::string status;
    std::string sha256;
    std::optional<std::int64_t> year;
};

/// What the verifier has by itself, and what it was handed.
struct Question {
    std::string receipt;
    std::vector<std::string> files;  ///< handed over for what a receipt leaves out
    std::vector<KnownVintage> vintages;
    std::vector<std::string> references;  ///< other bundled files that figures rest on
    std::vector<RoundNote> rounds;
    /// What rounds were said to be, and vintages were, in earlier editions of the data.
    std::vector<RoundNote> former_rounds;
    std::vector<FormerVintage> former_vintages;
};

std::vector<RoundNote> read_rounds(const Parameters& parameters, const char* name) {
    std::vector<RoundNote> rounds;
    parameters.each(
        name, [&](const Parameters& given, std::size_t) { rounds.push_back(round_of(given)); });
    return rounds;
}

const RoundNote* find_round(const std::optional<RoundNote>& claimed,
                            const std::vector<RoundNote>& rounds) {
    if (!claimed) return nullptr;
    const Value value = value_of(claimed);
    for (const RoundNote& round : rounds) {
        if (value_of(std::optional(round)) == value) return &round;
    }
    return nullptr;
}

bool is_word(const Value& object, const char* name, std::string_view text) {
    const Value* member = object.find(name);
    return member != nullptr && member->as_text() != nullptr && *member->as_text() == text;
}

/// Findings about how bytes were read, which cells alone cannot give again.
bool is_about_reading(const Value& finding, const std::string& file) {
    return is_word(finding, "file", file) &&
           (is_word(finding, "code", name_of(FindingCode::decoded_windows_1252)) ||
            is_word(finding, "code", name_of(FindingCode::characters_lost)) ||
            is_word(finding, "code", name_of(FindingCode::quote_in_cell)));
}

void forget_reading(Value& claim, const std::string& file) {
    Value* findings = claim.find("findings");
    Value::List* list = findings == nullptr ? nullptr : findings->as_list();
    if (list == nullptr) return;
    std::erase_if(*list, [&](const Value& finding) { return is_about_reading(finding, file); });
}

/// Of a file that only its cells are known of, the words about its bytes cannot be computed again.
void take_over(Value& again, Value& claimed, const std::string& file) {
    Value* mine = again.find("files");
    const Value* theirs = claimed.find("files");
    if (mine == nullptr || theirs == nullptr || theirs->as_list() == nullptr) return;
    for (std::size_t i = 0; i < std::min(mine->as_list()->size(), theirs->as_list()->size()); ++i) {
        Value& own = (*mine->as_list())[i];
        const Value& other = (*theirs->as_list())[i];
        if (*own.find("file")->as_text() != file) continue;
        for (const char* name : {"bytes", "sha256", "encoding", "separator", "writing"}) {
            if (const Value* member = other.find(name)) own.replace(name, *member);
        }
    }
    forget_reading(again, file);
    forget_reading(claimed, file);
}

/// The sources that an answer names: their size and fingerprint too are words about bytes.
void take_over_sources(Value& value, const std::map<std::string, const Value*>& claimed_files) {
    if (Value::List* items = value.as_list()) {
        for (Value& item : *items)
            take_over_sources(item, claimed_files);
        return;
    }
    Value::Members* members = value.as_object();
    if (members == nullptr) return;
    const Value* name = value.find("file");
    const auto claimed = name == nullptr || name->as_text() == nullptr
                             ? claimed_files.end()
                             : claimed_files.find(*name->as_text());
    if (claimed != claimed_files.end() && value.find("sha256") != nullptr) {
        for (const char* word : {"sha256", "bytes"})
            value.replace(word, *claimed->second->find(word));
    }
    for (canonical::Member& member : *members)
        take_over_sources(member.value, claimed_files);
}

/// Names of this program's own files, which the receipt must not see, back to what they are called.
void rename(Value& value, const std::map<std::string, std::string, std::less<>>& names) {
    if (Value::List* items = value.as_list()) {
        for (Value& item : *items)
            rename(item, names);
    } else if (Value::Members* members = value.as_object()) {
        for (canonical::Member& member : *members)
            rename(member.value, names);
    } else if (const std::string* text = value.as_text()) {
        const auto at = names.find(*text);
        if (at != names.end()) value = Value::text(at->second);
    }
}

/// The same article under the shorter address that earlier versions gave it: without its chapter.
std::string former_address(const std::string& url) {
    const std::size_t chapter = url.find("#Hoofdstuk");
    const std::size_t article = url.find("Artikel");
    if (chapter == std::string::npos || article == std::string::npos) return url;
    return url.substr(0, chapter + 1) + url.substr(article);
}

/// Addresses of articles have grown; a claim with the former one is about the same article.
/// @param rules    as they are now, or were
/// @param claimed  those of a claim; may be nothing
void take_over_addresses(Value& rules, const Value* claimed) {
    if (claimed == nullptr || claimed->as_list() == nullptr) return;
    const std::size_t count = std::min(rules.as_list()->size(), claimed->as_list()->size());
    for (std::size_t i = 0; i < count; ++i) {
        Value& own = (*rules.as_list())[i];
        const Value* url = (*claimed->as_list())[i].find("url");
        if (url != nullptr && url->as_text() != nullptr &&
            *url->as_text() == former_address(*own.find("url")->as_text()))
            own.replace("url", *url);
    }
}

bool is_text(const Value* value, std::string_view text) {
    return value != nullptr && value->as_text() != nullptr && *value->as_text() == text;
}

bool is_true(const Value* value) {
    return value != nullptr && *value == Value::flag(true);
}

/// Whether every range of municipalities ends in fives, as those of a tenth either way did.
bool are_in_fives(const Value* figures) {
    const Value* list = figures == nullptr ? nullptr : figures->find("municipalities");
    const Value::List* items = list == nullptr ? nullptr : list->as_list();
    const auto is_five = [](const Value* end) {
        const std::string text = end == nullptr ? std::string() : canonical::to_text(*end);
        return text.ends_with('0') || text.ends_with('5');
    };
    return items != nullptr && std::all_of(items->begin(), items->end(), [&](const Value& each) {
               const Value* places = each.find("places");
               return places != nullptr && is_five(places->find("low")) &&
                      is_five(places->find("high"));
           });
}

/// Until it had a record, an estimate was a range of a tenth either way; a ranking judged no list
/// up to a factor; and what was carried from a table had an end that is not attained.
bool is_by_former_bands(const Value& claim) {
    if (is_text(claim.find("basis"), "estimate") && claim.find("record") == nullptr &&
        are_in_fives(claim.find("figures")))
        return true;
    const Value* answer = claim.find("answer");
    if (answer == nullptr || answer->as_object() == nullptr) return false;
    const auto any = [&](const char* name, auto test) {
        const Value* list = answer->find(name);
        const Value::List* items = list == nullptr ? nullptr : list->as_list();
        return items != nullptr && std::any_of(items->begin(), items->end(), test);
    };
    const Value* carried = answer->find("carried");
    const bool is_carried = carried != nullptr && carried->as_object() != nullptr;
    return (is_carried && carried->find("ends") == nullptr) ||
           any("ranking",
               [](const Value& each) {
                   return each.find("totalDifference") != nullptr && each.find("fit") == nullptr;
               }) ||
           (answer->find("record") == nullptr &&
            any("vintages", [](const Value& each) { return is_true(each.find("isEstimate")); }));
}

/// Members that an answer has since, where the claimed one was made without them.
void forget_new_members(Value& again, const Value& claimed) {
    constexpr auto later = std::to_array<std::string_view>(
        {"record", "derivation", "proven", "within", "ownRange", "inside", "derivedNeeds"});
    if (Value::List* items = again.as_list()) {
        const Value::List* others = claimed.as_list();
        for (std::size_t i = 0; others != nullptr && i < std::min(items->size(), others->size());
             ++i)
            forget_new_members((*items)[i], (*others)[i]);
        return;
    }
    Value::Members* members = again.as_object();
    if (members == nullptr) return;
    std::erase_if(*members, [&](const canonical::Member& member) {
        return claimed.find(member.name) == nullptr &&
               std::find(later.begin(), later.end(), member.name) != later.end();
    });
    for (canonical::Member& member : *members) {
        if (const Value* other = claimed.find(member.name))
            forget_new_members(member.value, *other);
    }
}

/// Whether a claim was made by rules that this program does not compute by any more.
bool is_by_former_rules(const ClaimedOperation& operation, const Value& claim) {
    if (is_by_former_bands(claim)) return true;
    const Value* claimed = claim.find("rules");
    if (operation.former_rules.empty() || claimed == nullptr) return false;
    Value former = value_of(operation.former_rules);
    take_over_addresses(former, claimed);
    return former == *claimed;
}

constexpr asked::Object claim_shape({.kind = asked::Kind::open_object},
                                    asked::needed("operation", asked::text),
                                    asked::needed("files", asked::list<claimed_file_shape, 64>),
                                    asked::maybe("parameters", asked::any_parameters),
                                    asked::maybe("question", asked::any_parameters),
                                    asked::maybe("round", asked::round_note));

/// The claim made again, and where the given one says otherwise.
class Recomputation {
  public:
    Recomputation(const Question& question, const Files& files)
        : question_(question), own_(files) {}

    /// @return false where the claim is not of the form that a claim has; `malformed` says where
    bool run(ReceiptDocument& document, std::string_view bytes) {
        const Json& given = document.json["claim"];
        std::optional<Error> error;
        const Parameters claim(given, error, "claim.");
        if (const auto wrong = check(given, claim_shape, "claim", true)) return fail(wrong->error);
        operation_ = claimed_operation(claim.text("operation"));
        const bool is_first = document.json["version"] == first_receipt_version;
        if (operation_ == nullptr || (is_first && operation_->perform != nullptr))
            return fail({{}, "claim.operation"});
        Json asked = Json::object();
        if (operation_->perform != nullptr && !read_question(claim, asked)) return false;

        Shelf shelf(own_);
        for (const KnownVintage& vintage : question_.vintages)
            shelf.add(vintage.file, true);
        for (const std::string& reference : question_.references)
            shelf.add(reference, true);
        for (const std::string& file : question_.files)
            shelf.add(file, false);
        if (!operation_->has_inputs) {
            rebuilt = rebuild(claim, InputsRequest{}, shelf);
            if (error) return fail(*error);
            if (!rebuilt.missing.empty()) return true;
            recompute(asked, document.claim);
            return true;
        }
        const auto inputs = claim.object("parameters");
        if (!inputs) return fail({{}, "claim.parameters"});
        if (const auto wrong = check(inputs->json(), asked::inputs, "claim.parameters", true))
            return fail(wrong->error);
        const auto claimed_round = read_round(claim);
        const InputsRequest request = read_inputs(*inputs);
        rebuilt = rebuild(claim, request, shelf);
        if (error) return fail(*error);
        if (!rebuilt.missing.empty()) return true;
        choose_mark(bytes);
        Json question = inputs_again(inputs->json(), request, given, claimed_round);
        question.update(asked);
        if (operation_->uses_vintages) question["vintages"] = proven_vintages(asked["vintages"]);
        note_own_lists(request);
        question["municipalitiesAreOwn"] = !own_lists.empty();
        note_own_changes(asked.value("changes", Json()));
        recompute(question, document.claim);
        return true;
    }

    Rebuilt rebuilt;
    std::vector<const ClaimedFile*> own_lists;  ///< in place of a list of this program
    Findings findings;                          ///< of the inputs inside
    std::optional<Basis> basis;                 ///< as computed again
    std::optional<Value> again;                 ///< the claim, as computed again
    bool is_rule_gone = false;                  ///< made by rules that are not computed by any more
    bool is_former = false;                     ///< about a round as it was described before
    std::string malformed;

  private:
    bool fail(const Error& error) {
        malformed = error.about;
        return false;
    }

    bool read_question(const Parameters& claim, Json& asked) {
        const auto question = claim.object("question");
        if (!question) return fail({{}, "claim.question"});
        for (const char* name : operation_->question) {
            if (const Json* given = question->find(name)) asked[name] = *given;
        }
        if (!operation_->uses_vintages) return true;
        const Json* vintages = question->find("vintages");
        if (vintages == nullptr || !vintages->is_array())
            return fail({{}, "claim.question.vintages"});
        asked["vintages"] = *vintages;
        return true;
    }

    // What this program has goes by names that no text of the receipt has.
    void choose_mark(std::string_view receipt) {
        mark_ = "bundled:";
        while (receipt.find(mark_) != std::string_view::npos)
            mark_ += ':';
    }

    // The inputs as they were asked for; but what each is, and whose need it is, as it is found.
    Json inputs_again(const Json& inputs, const InputsRequest& request, const Json& claim,
                      const std::optional<RoundNote>& claimed_round) {
        const RoundNote* round = find_round(claimed_round, question_.rounds);
        if (round == nullptr) {
            round = find_round(claimed_round, question_.former_rounds);
            is_former = round != nullptr;
        }
        Json asked = inputs;
        asked.erase("published");
        const auto status = [&](const Input& input) {
            return std::string(name_of(proven_status(input)));
        };
        asked["population"]["status"] = status(request.population);
        asked["scores"]["status"] = status(request.scores);
        asked["needIsOwn"] = round == nullptr || round->need != request.need ||
                             (request.minors && round->minors != request.minors);
        if (round != nullptr) asked["round"] = claim["round"];
        Json known = Json::array();
        for (const KnownVintage& vintage : question_.vintages) {
            Json item = {{"file", mark_ + vintage.file},
                         {"status", std::string(name_of(vintage.status))}};
            if (vintage.year) item["year"] = *vintage.year;
            if (vintage.printed) {
                item["printed"] = {{"population", mark_ + vintage.printed->population},
                                   {"need", vintage.printed->need},
                                   {"use", std::string(name_of(vintage.printed->use))}};
            }
            known.push_back(std::move(item));
        }
        asked["knownVintages"] = std::move(known);
        return asked;
    }

    // Whether a claimed file is a vintage of this program, of now or of an earlier edition, byte
    // for byte and whatever its name.
    template <typename Test>
    bool is_vintage(const std::string& file, Test test) const {
        const ClaimedFile* claimed = rebuilt.file(file);
        if (claimed == nullptr) return false;
        const auto is_own = [&](const KnownVintage& vintage) {
            const auto own = own_.find(vintage.file);
            return own != own_.end() && test(name_of(vintage.status), vintage.year) &&
                   std::string_view(own->second) == claimed->bytes;
        };
        const auto& known = question_.vintages;
        if (std::any_of(known.begin(), known.end(), is_own)) return true;
        const std::string fingerprint = to_text(sha256(claimed->bytes));
        const auto& former = question_.former_vintages;
        return std::any_of(former.begin(), former.end(), [&](const FormerVintage& vintage) {
            return vintage.sha256 == fingerprint && test(vintage.status, vintage.year);
        });
    }

    // A status that only a file of this program has, and that this one has not: then it was loaded.
    Status proven_status(const Input& input) const {
        const auto has_it = [&](std::string_view status, std::optional<std::int64_t>) {
            return status == name_of(input.status);
        };
        return is_vintage(input.file, has_it) ? input.status : Status::loaded;
    }

    // The vintages that the maker had, as far as each is what it is said to be. The others take no
    // part, and then the answer says otherwise.
    Json proven_vintages(const Json& claimed) const {
        Json proven = Json::array();
        for (const Json& vintage : claimed) {
            const Json file = vintage.is_object() ? vintage.value("file", Json()) : Json();
            const Json status = vintage.is_object() ? vintage.value("status", Json()) : Json();
            if (!file.is_string() || !status.is_string()) continue;
            const Json year = vintage.value("year", Json());
            const auto is_said = [&](std::string_view own, std::optional<std::int64_t> of) {
                return status == own && year == (of ? Json(*of) : Json());
            };
            if (is_vintage(file.get<std::string>(), is_said)) proven.push_back(vintage);
        }
        return proven;
    }

    // Lists of municipalities and of their changes that this program does not have: a person's own.
    void note_own_lists(const InputsRequest& request) {
        const auto any = [](std::string_view, std::optional<std::int64_t>) { return true; };
        if (request.municipalities && !is_vintage(*request.municipalities, any)) {
            if (const ClaimedFile* file = rebuilt.file(*request.municipalities))
                own_lists.push_back(file);
        }
        if (request.merge) note_own_changes(request.merge->changes);
    }

    void note_own_changes(const Json& name) {
        const ClaimedFile* file =
            name.is_string() ? rebuilt.file(name.get_ref<const std::string&>()) : nullptr;
        const auto is_it = [&](const std::string& reference) {
            const auto own = own_.find(reference);
            return own != own_.end() && std::string_view(own->second) == file->bytes;
        };
        const auto& known = question_.references;
        if (file != nullptr && std::none_of(known.begin(), known.end(), is_it) &&
            std::find(own_lists.begin(), own_lists.end(), file) == own_lists.end())
            own_lists.push_back(file);
    }

    // The claim's files under their own names, and beside them what this program has, marked.
    Files files_again() const {
        Files files;
        for (const ClaimedFile& file : rebuilt.files)
            files.emplace(file.name, file.bytes);
        for (const KnownVintage& vintage : question_.vintages) {
            const auto own = own_.find(vintage.file);
            if (own != own_.end()) files.emplace(mark_ + vintage.file, own->second);
        }
        return files;
    }

    void recompute(const Json& asked, Value& claimed) {
        is_rule_gone = is_by_former_rules(*operation_, claimed);
        if (is_rule_gone) return;
        const Files files = files_again();
        std::optional<Error> error;
        Parameters parameters(asked, error);
        MadeClaim made = make_claim(*operation_, parameters, files);
        if (!made.claim) {
            const Json refusal = Json::parse(made.refusal.json, nullptr, false);
            note(rebuilt.differences, "claim.files", "",
                 refusal["error"]["code"].get<std::string>());
            return;
        }
        again = std::move(made.claim);
        std::map<std::string, std::string, std::less<>> names;
        for (const KnownVintage& vintage : question_.vintages)
            names.emplace(mark_ + vintage.file, vintage.file);
        rename(*again, names);
        take_over_words(claimed);
        take_over_addresses(*again->find("rules"), claimed.find("rules"));
        const Value* claimed_answer = claimed.find("answer");
        if (Value* answer = again->find("answer"); answer != nullptr && claimed_answer != nullptr)
            forget_new_members(*answer, *claimed_answer);
        Differences found = canonical::compare(claimed, *again);
        for (auto& difference : found.list)
            rebuilt.differences.list.push_back(std::move(difference));
        rebuilt.differences.count += found.count;
        basis = made.basis;
        findings = std::move(made.findings);
    }

    void take_over_words(Value& claimed) {
        std::map<std::string, const Value*> words;
        for (std::size_t i = 0; i < rebuilt.files.size(); ++i) {
            const ClaimedFile& file = rebuilt.files[i];
            if (!file.is_word_for_bytes()) continue;
            take_over(*again, claimed, file.name);
            words.emplace(file.name, &(*claimed.find("files")->as_list())[i]);
        }
        Value* answer = words.empty() ? nullptr : again->find("answer");
        if (answer != nullptr) take_over_sources(*answer, words);
    }

    const Question& question_;
    const Files& own_;
    const ClaimedOperation* operation_ = nullptr;
    std::string mark_ = "bundled:";
};

std::vector<contract::Unproven> unproven_of(const Recomputation& recomputation) {
    std::vector<contract::Unproven> unproven;
    for (const ClaimedFile& file : recomputation.rebuilt.files) {
        if (file.from == ClaimedFile::From::plain_cells)
            unproven.push_back({file.name, file.sha256, What::fingerprint});
    }
    for (const ClaimedFile* list : recomputation.own_lists)
        unproven.push_back({list->name, list->sha256, What::list});
    return unproven;
}

}  // namespace

Response verify(Parameters& parameters, const Files& files) {
    Question question;
    const std::string receipt = parameters.text("receipt");
    question.files = parameters.texts("files");
    question.vintages = read_vintages(parameters);
    question.references = parameters.texts("references");
    question.rounds = read_rounds(parameters, "rounds");
    question.former_rounds = read_rounds(parameters, "formerRounds");
    parameters.each("formerVintages", [&](const Parameters& given, std::size_t) {
        question.former_vintages.push_back(
            {given.text("file"), given.text("status"), given.text("sha256"), given.whole("year")});
    });
    const auto at = files.find(receipt);
    if (at == files.end()) return refuse({"file_not_given", receipt});

    Findings findings;
    auto document = read_receipt(at->second, receipt, findings);
    if (!document) return refuse(findings_are_the_result, findings);
    Recomputation recomputation(question, files);
    if (!recomputation.run(*document, at->second)) {
        findings.add({.code = FindingCode::receipt_malformed,
                      .file = receipt,
                      .about = recomputation.malformed});
        return refuse(findings_are_the_result, findings);
    }

    const Differences& differences = recomputation.rebuilt.differences;
    const bool good = document->is_untouched && document->checksum_holds && differences.count == 0;
    const bool complete = recomputation.rebuilt.missing.empty();
    const Outcome outcome = !good                        ? Outcome::fails
                            : recomputation.is_rule_gone ? Outcome::rule_gone
                            : !complete                  ? Outcome::incomplete
                            : recomputation.is_former    ? Outcome::round_changed
                                                         : Outcome::holds;
    contract::VerifyResult result{outcome,
                                  document->is_untouched,
                                  document->checksum_holds,
                                  {},
                                  recomputation.basis,
                                  differences,
                                  recomputation.rebuilt.missing,
                                  unproven_of(recomputation),
                                  {document->json["maker"]},
                                  document->claim_text};
    if (recomputation.again)
        result.proven.emplace(contract::ProvenClaim{*recomputation.again, recomputation.findings});
    return answer(result, recomputation.findings);
}

}  // namespace spreiding::service
