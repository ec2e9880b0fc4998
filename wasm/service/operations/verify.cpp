// Whether a receipt holds: its checksum, and every figure computed again from the cells inside it.
// A forger can compute a checksum; he cannot make other figures follow from the same cells.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "csv/rewriting.hpp"
#include "service/inputs.hpp"
#include "service/operations.hpp"
#include "service/receipts/claim.hpp"
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
};

/// What the verifier has by itself, and what it was handed.
struct Question {
    std::string receipt;
    std::vector<std::string> files;  ///< handed over for what a receipt leaves out
    std::vector<KnownVintage> vintages;
    std::vector<RoundNote> rounds;
    /// What rounds were said to be, and vintages were, in earlier editions of the data.
    std::vector<RoundNote> former_rounds;
    std::vector<FormerVintage> former_vintages;
};

/// A file of the claim, with the bytes it is computed from again.
struct ClaimedFile {
    enum class From {
        given,        ///< the verifier has the file
        given_part,   ///< the verifier has the document that it is a table of
        cells,        ///< written again from its cells, with the fingerprint claimed
        plain_cells,  ///< its cells, which cannot show the fingerprint
    };
    std::string name;
    std::string sha256;
    std::string bytes;
    From from = From::given;
};

struct Missing {
    std::string file;
    std::string sha256;
    std::int64_t bytes = 0;
    std::string reason;
};

/// Which of the claim's words are no more than words: they are taken over, and named.
struct Rebuilt {
    std::vector<ClaimedFile> files;
    std::vector<Missing> missing;
    Differences differences;
};

std::vector<std::string> read_names(Parameters& parameters, const char* name) {
    std::vector<std::string> names;
    const Json* given = parameters.find(name);
    if (given == nullptr) return names;
    const auto is_text = [](const Json& item) { return item.is_string(); };
    if (!given->is_array() || !std::all_of(given->begin(), given->end(), is_text)) {
        parameters.fail("parameter_invalid", name);
        return names;
    }
    for (const Json& item : *given)
        names.push_back(item.get<std::string>());
    return names;
}

std::vector<RoundNote> read_rounds(Parameters& parameters, const char* name) {
    std::vector<RoundNote> rounds;
    const Json* given = parameters.find(name);
    if (given == nullptr) return rounds;
    if (!given->is_array()) {
        parameters.fail("parameter_invalid", name);
        return rounds;
    }
    for (const Json& item : *given) {
        const Json wrapped = {{"round", item}};
        Parameters inner(wrapped, "rounds.");
        const auto round = read_round(inner);
        if (inner.error() || !round) {
            parameters.fail("parameter_invalid", name);
            return rounds;
        }
        rounds.push_back(*round);
    }
    return rounds;
}

std::vector<FormerVintage> read_former_vintages(Parameters& parameters) {
    std::vector<FormerVintage> vintages;
    const Json* given = parameters.find("formerVintages");
    if (given == nullptr) return vintages;
    for (const Json& item : *given) {
        Parameters inner(item, "formerVintages.");
        const auto file = inner.text("file");
        const auto status = inner.text("status");
        const auto fingerprint = inner.text("sha256");
        if (inner.error()) {
            parameters.fail(*inner.error());
            return vintages;
        }
        vintages.push_back({*file, *status, *fingerprint});
    }
    return vintages;
}

void note(Differences& differences, std::string path, std::string claimed, std::string should_be) {
    ++differences.count;
    differences.list.push_back({std::move(path), std::move(claimed), std::move(should_be)});
}

/// The bytes that the verifier has, by fingerprint.
class Shelf {
  public:
    Shelf(const Question& question, const Files& files) : files_(files) {
        for (const KnownVintage& vintage : question.vintages)
            add(vintage.file, files);
        for (const std::string& name : question.files)
            add(name, files);
    }

    struct Entry {
        std::string fingerprint;
        std::string name;
        std::string_view bytes;
    };

    const Entry* find(std::string_view fingerprint) const {
        const auto at = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
            return entry.fingerprint == fingerprint;
        });
        return at == entries_.end() ? nullptr : &*at;
    }

    /// The table that a claimed part names, in the document that the verifier has of it.
    std::optional<std::string_view> part(const Entry& document, std::string_view claimed) const {
        for (std::size_t mark = claimed.find(part_mark); mark != std::string_view::npos;
             mark = claimed.find(part_mark, mark + 1)) {
            const auto at = files_.find(document.name + std::string(claimed.substr(mark)));
            if (at != files_.end()) return at->second;
        }
        return std::nullopt;
    }

  private:
    void add(const std::string& name, const Files& files) {
        const auto at = files.find(name);
        if (at == files.end()) return;
        entries_.push_back({to_text(sha256(at->second)), name, at->second});
    }

    const Files& files_;
    std::vector<Entry> entries_;
};

std::optional<csv::Cells> read_cells(const Json& cells) {
    csv::Cells rows;
    if (!cells.is_array()) return std::nullopt;
    for (const Json& row : cells) {
        if (!row.is_array() || row.empty()) return std::nullopt;
        auto& texts = rows.emplace_back();
        for (const Json& cell : row) {
            if (!cell.is_string()) return std::nullopt;
            texts.emplace_back(cell.get_ref<const std::string&>());
        }
    }
    return rows;
}

std::optional<csv::Writing> read_writing(const Json& file) {
    const auto writing = file.find("writing");
    if (writing == file.end() || !writing->is_object()) return std::nullopt;
    Parameters inner(*writing);
    Parameters outer(file);
    const auto line_end = inner.text("lineEnd");
    const auto quotes = inner.text("quotes");
    const bool last_line_ends = inner.flag("lastLineEnds");
    const auto encoding = outer.text("encoding");
    const auto separator = outer.text("separator");
    if (inner.error() || outer.error()) return std::nullopt;
    const auto known = csv::encoding_named(*encoding);
    if (!known || separator->size() != 1) return std::nullopt;
    return csv::Writing{.encoding = *known,
                        .separator = separator->front(),
                        .carriage_returns = *line_end == "crlf",
                        .last_line_ends = last_line_ends,
                        .all_quoted = *quotes == "all"};
}

bool has_cells(std::string_view bytes, const csv::Cells& cells, const csv::CellOptions& said) {
    Findings ignored;
    const csv::Sheet sheet = csv::read(bytes, "", ignored, said);
    return csv::cells_of(sheet) == cells;
}

/// What the person of the claim said of a file's separator and encoding.
csv::CellOptions said_of(const std::string& file, const InputsRequest& request) {
    for (const Input* input : {&request.population, &request.scores}) {
        if (input->file == file) return input->reading.cells;
    }
    return {};
}

/// The bytes of each file of the claim: the verifier's own where it has them, else from the cells.
Rebuilt rebuild(const Json& files, const InputsRequest& request, const Shelf& shelf,
                Parameters& claim) {
    Rebuilt rebuilt;
    constexpr std::size_t most_files = 64;
    if (files.size() > most_files) {
        claim.fail("parameter_invalid", "files");
        return rebuilt;
    }
    for (std::size_t i = 0; i < files.size(); ++i) {
        const std::string path = "files[" + to_text(static_cast<std::int64_t>(i)) + "]";
        if (!files[i].is_object()) {
            claim.fail("parameter_invalid", path);
            return rebuilt;
        }
        Parameters entry(files[i], path + ".");
        const auto name = entry.text("file");
        const auto fingerprint = entry.text("sha256");
        const auto size = entry.whole("bytes");
        const Json* cells = entry.find("cells");
        const auto read = cells == nullptr ? std::nullopt : read_cells(*cells);
        if (cells != nullptr && !read) entry.fail("parameter_invalid", "cells");
        if (entry.error()) {
            claim.fail(*entry.error());
            return rebuilt;
        }
        const csv::CellOptions said = said_of(*name, request);
        ClaimedFile file{*name, *fingerprint, {}, ClaimedFile::From::given};
        const Shelf::Entry* own = shelf.find(*fingerprint);
        const auto part = own == nullptr ? std::nullopt : shelf.part(*own, *name);
        // A document itself is no table, and what is in it may have another name here.
        const bool is_other_table = own != nullptr && !part && read &&
                                    name->find(part_mark) != std::string::npos &&
                                    !has_cells(own->bytes, *read, said);
        if (part) {
            file.from = ClaimedFile::From::given_part;
            file.bytes = *part;
        } else if (own != nullptr && !is_other_table) {
            file.bytes = own->bytes;
        } else if (read) {
            const auto writing = read_writing(files[i]);
            auto again = writing ? csv::write_again(*read, *writing) : std::nullopt;
            if (again && to_text(sha256(*again)) == *fingerprint) {
                file.from = ClaimedFile::From::cells;
                file.bytes = std::move(*again);
            } else {
                file.from = ClaimedFile::From::plain_cells;
                file.bytes = csv::plain_file(*read, said);
                if (writing) {
                    note(rebuilt.differences, path + ".sha256", *fingerprint,
                         to_text(sha256(again.value_or(file.bytes))));
                }
            }
        } else {
            const auto reason = entry.text("leftOut");
            rebuilt.missing.push_back({*name, *fingerprint, *size, reason.value_or("")});
            continue;
        }
        if (read && !has_cells(file.bytes, *read, said)) {
            note(rebuilt.differences, path + ".cells", "", "");
        }
        rebuilt.files.push_back(std::move(file));
    }
    return rebuilt;
}

/// Whether an earlier edition of the data had a vintage of this name with these bytes.
bool was_vintage(const Question& question, std::string_view file, std::string_view status,
                 std::string_view bytes) {
    const std::string fingerprint = to_text(sha256(bytes));
    return std::any_of(question.former_vintages.begin(), question.former_vintages.end(),
                       [&](const FormerVintage& former) {
                           return former.file == file && former.status == status &&
                                  former.sha256 == fingerprint;
                       });
}

/// A status that only a bundled file can have, and that this one has not: then it is a loaded file.
Status proven_status(const Input& input, const Rebuilt& rebuilt, const Question& question,
                     const Files& files) {
    if (input.status == Status::loaded || input.status == Status::estimate) return input.status;
    const auto claimed =
        std::find_if(rebuilt.files.begin(), rebuilt.files.end(),
                     [&](const ClaimedFile& file) { return file.name == input.file; });
    for (const KnownVintage& vintage : question.vintages) {
        const auto bytes = files.find(vintage.file);
        if (vintage.file == input.file && vintage.status == input.status &&
            claimed != rebuilt.files.end() && bytes != files.end() &&
            std::string_view(bytes->second) == claimed->bytes)
            return input.status;
    }
    if (claimed != rebuilt.files.end() &&
        was_vintage(question, input.file, name_of(input.status), claimed->bytes))
        return input.status;
    return Status::loaded;
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

/// Findings about how bytes were read, which cells alone cannot give again.
void forget_reading(Value& claim, const std::string& file) {
    Value* findings = claim.find("findings");
    Value::List* list = findings == nullptr ? nullptr : findings->as_list();
    if (list == nullptr) return;
    std::erase_if(*list, [&](const Value& finding) {
        const auto is = [&](const char* name, std::string_view text) {
            const Value* member = finding.find(name);
            return member != nullptr && member->as_text() != nullptr && *member->as_text() == text;
        };
        return is("file", file) && (is("code", name_of(FindingCode::decoded_windows_1252)) ||
                                    is("code", name_of(FindingCode::characters_lost)) ||
                                    is("code", name_of(FindingCode::quote_in_cell)));
    });
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
void take_over_sources(Value& value, const ClaimedFile& file, const Value& claimed_files) {
    if (Value::List* items = value.as_list()) {
        for (Value& item : *items)
            take_over_sources(item, file, claimed_files);
        return;
    }
    const Value* name = value.find("file");
    if (name != nullptr && name->as_text() != nullptr && *name->as_text() == file.name &&
        value.find("sha256") != nullptr) {
        value.replace("sha256", Value::text(file.sha256));
        for (const Value& claimed : *claimed_files.as_list()) {
            const Value* other = claimed.find("file");
            if (other == nullptr || other->as_text() == nullptr || *other->as_text() != file.name)
                continue;
            if (const Value* bytes = claimed.find("bytes")) value.replace("bytes", *bytes);
        }
    }
    if (value.as_object() == nullptr) return;
    std::vector<std::string> names;
    for (const auto& member : *value.as_object())
        names.push_back(member.name);
    for (const std::string& member : names)
        take_over_sources(*value.find(member), file, claimed_files);
}

Json to_json(const std::vector<KnownVintage>& vintages) {
    Json list = Json::array();
    for (const KnownVintage& vintage : vintages) {
        Json item = {{"file", vintage.file}, {"status", std::string(name_of(vintage.status))}};
        if (vintage.year) item["year"] = *vintage.year;
        list.push_back(std::move(item));
    }
    return list;
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

/// Whether a claim was made by rules that this program does not compute by any more.
bool is_by_former_rules(const ClaimedOperation& operation, const Value& claim) {
    const Value* claimed = claim.find("rules");
    if (operation.former_rules.empty() || claimed == nullptr) return false;
    Value former = value_of(operation.former_rules);
    take_over_addresses(former, claimed);
    return former == *claimed;
}

/// The claim made again, and where the given one says otherwise.
class Recomputation {
  public:
    Recomputation(const Question& question, const Files& files)
        : question_(question), own_(files) {}

    /// @return false where the claim is not of the form that a claim has; `error` says where
    bool run(const ReceiptDocument& document) {
        const Json& given = document.json["claim"];
        Parameters claim(given, "claim.");
        const Json* given_files = claim.find("files");
        if (given_files == nullptr || !given_files->is_array()) {
            claim.fail("parameter_invalid", "files");
        }
        const auto name = claim.text("operation");
        operation_ = name ? claimed_operation(*name) : nullptr;
        const bool is_first = document.json["version"] == first_receipt_version;
        if (operation_ == nullptr || (is_first && operation_->perform != nullptr)) {
            claim.fail("parameter_invalid", "operation");
        }
        if (claim.error()) return fail(*claim.error());
        Json asked = Json::object();
        if (operation_->perform != nullptr && !read_question(claim, asked))
            return fail(*claim.error());

        const Shelf shelf(question_, own_);
        if (!operation_->has_inputs) {
            rebuilt = rebuild(*given_files, InputsRequest{}, shelf, claim);
            if (claim.error()) return fail(*claim.error());
            if (rebuilt.missing.empty()) recompute(asked, asked, document);
            return true;
        }
        const Json* inputs = claim.object("parameters");
        const auto claimed_round = read_round(claim);
        if (claim.error()) return fail(*claim.error());
        Parameters parameters(*inputs, "claim.parameters.");
        auto request = read_inputs(parameters);
        if (parameters.error()) return fail(*parameters.error());
        rebuilt = rebuild(*given_files, *request, shelf, claim);
        if (claim.error()) return fail(*claim.error());
        if (!rebuilt.missing.empty()) return true;

        const RoundNote* round = find_round(claimed_round, question_.rounds);
        if (round == nullptr) {
            round = find_round(claimed_round, question_.former_rounds);
            is_former = round != nullptr;
        }
        const bool need_is_own = round == nullptr || round->need != request->need ||
                                 (request->minors && round->minors != request->minors);
        Json base = *inputs;
        base.erase("published");
        const auto proven = [&](const Input& input) {
            return std::string(name_of(proven_status(input, rebuilt, question_, own_)));
        };
        base["population"]["status"] = proven(request->population);
        base["scores"]["status"] = proven(request->scores);
        base["needIsOwn"] = need_is_own;
        if (round != nullptr) base["round"] = given["round"];
        Json answered = base;
        answered.update(asked);
        base.update(asked);
        base["vintages"] = to_json(own_vintages());
        if (operation_->uses_vintages) answered["vintages"] = claimed_vintages(asked);
        recompute(base, answered, document);
        return true;
    }

    Rebuilt rebuilt;
    Findings findings;           ///< of the inputs inside
    std::optional<Basis> basis;  ///< as computed again
    bool is_recomputed = false;
    bool is_rule_gone = false;  ///< made by rules that are not computed by any more
    bool is_former = false;     ///< about a round as it was described before
    std::string malformed;

  private:
    bool fail(const Error& error) {
        malformed = error.about;
        return false;
    }

    bool read_question(Parameters& claim, Json& asked) const {
        const Json* question = claim.object("question");
        if (question == nullptr) return false;
        for (const char* name : operation_->question) {
            const auto at = question->find(name);
            if (at != question->end()) asked[name] = *at;
        }
        if (operation_->uses_vintages) {
            const auto at = question->find("vintages");
            if (at == question->end() || !at->is_array()) {
                claim.fail("parameter_invalid", "question.vintages");
                return false;
            }
            asked["vintages"] = *at;
        }
        return true;
    }

    const ClaimedFile* claimed_file(std::string_view name) const {
        const auto at = std::find_if(rebuilt.files.begin(), rebuilt.files.end(),
                                     [&](const ClaimedFile& file) { return file.name == name; });
        return at == rebuilt.files.end() ? nullptr : &*at;
    }

    // A claimed file that has the name of a vintage must not be recognised by itself.
    std::vector<KnownVintage> own_vintages() const {
        std::vector<KnownVintage> vintages = question_.vintages;
        for (KnownVintage& vintage : vintages) {
            const auto own = own_.find(vintage.file);
            const ClaimedFile* taken = claimed_file(vintage.file);
            if (own != own_.end() && taken != nullptr &&
                std::string_view(own->second) != taken->bytes)
                vintage.file += bundled_mark;
        }
        return vintages;
    }

    // The vintages that the maker had, of which this program knows that they are what they are
    // said to be. The others take no part, and then the answer says otherwise.
    Json claimed_vintages(const Json& asked) const {
        Json proven = Json::array();
        const auto was_one = [&](const Json& vintage) {
            if (!vintage.is_object() || !vintage.contains("file") || !vintage["file"].is_string() ||
                !vintage.contains("status") || !vintage["status"].is_string())
                return false;
            const auto& file = vintage["file"].get_ref<const std::string&>();
            const ClaimedFile* taken = claimed_file(file);
            return taken != nullptr &&
                   was_vintage(question_, file, vintage["status"].get_ref<const std::string&>(),
                               taken->bytes);
        };
        for (const Json& vintage : asked["vintages"]) {
            const auto same = [&](const KnownVintage& own) {
                const auto bytes = own_.find(own.file);
                const ClaimedFile* taken = claimed_file(own.file);
                return vintage.is_object() && vintage.value("file", Json()) == own.file &&
                       vintage.value("status", Json()) == name_of(own.status) &&
                       bytes != own_.end() && taken != nullptr &&
                       std::string_view(bytes->second) == taken->bytes;
            };
            if (std::any_of(question_.vintages.begin(), question_.vintages.end(), same) ||
                was_one(vintage))
                proven.push_back(vintage);
        }
        return proven;
    }

    // The claim's files under their own names, beside the vintages they are recognised by.
    Files files_again() const {
        Files files;
        for (const ClaimedFile& file : rebuilt.files)
            files.emplace(file.name, file.bytes);
        for (const KnownVintage& vintage : question_.vintages) {
            const auto own = own_.find(vintage.file);
            if (own == own_.end()) continue;
            const auto taken = files.find(vintage.file);
            const std::string_view bundled = own->second;
            const bool is_other = taken != files.end() && bundled != taken->second;
            files.emplace(is_other ? vintage.file + std::string(bundled_mark) : vintage.file,
                          own->second);
        }
        return files;
    }

    void recompute(const Json& base, const Json& answered, const ReceiptDocument& document) {
        is_rule_gone = is_by_former_rules(*operation_, *document.value.find("claim"));
        if (is_rule_gone) return;
        const Files files = files_again();
        Parameters parameters(base);
        Parameters question(answered);
        MadeClaim made = make_claim(*operation_, parameters, question, files);
        if (!made.claim) {
            const Json refusal = Json::parse(made.refusal.json, nullptr, false);
            note(rebuilt.differences, "claim.files", "",
                 refusal["error"]["code"].get<std::string>());
            return;
        }
        Value claimed = *document.value.find("claim");
        Value again = std::move(*made.claim);
        for (const ClaimedFile& file : rebuilt.files) {
            if (file.from == ClaimedFile::From::plain_cells ||
                file.from == ClaimedFile::From::given_part) {
                take_over(again, claimed, file.name);
                if (Value* answer = again.find("answer"))
                    take_over_sources(*answer, file, *claimed.find("files"));
            }
        }
        take_over_addresses(*again.find("rules"), claimed.find("rules"));
        Differences found = canonical::compare(claimed, again);
        for (auto& difference : found.list)
            rebuilt.differences.list.push_back(std::move(difference));
        rebuilt.differences.count += found.count;
        basis = made.basis;
        findings = std::move(made.findings);
        is_recomputed = true;
    }

    static constexpr std::string_view bundled_mark = " (bundled)";

    const Question& question_;
    const Files& own_;
    const ClaimedOperation* operation_ = nullptr;
};

std::string checksum_now(const Value& document) {
    Value without = Value::object();
    for (const auto& member : *document.as_object()) {
        if (member.name != "checksum") without.with(member.name, member.value);
    }
    return checksum_of(without);
}

void write_differences(JsonWriter& json, const Differences& differences) {
    json.begin_array();
    for (const auto& difference : differences.list) {
        json.begin_object();
        json.name("path").text(difference.path);
        json.name("claimed").text(difference.claimed);
        json.name("recomputed").text(difference.should_be);
        json.end_object();
    }
    json.end_array();
}

void write_missing(JsonWriter& json, const std::vector<Missing>& missing) {
    json.begin_array();
    for (const Missing& file : missing) {
        json.begin_object();
        json.name("file").text(file.file);
        json.name("sha256").text(file.sha256);
        json.name("bytes").number(file.bytes);
        json.name("reason").text(file.reason);
        json.end_object();
    }
    json.end_array();
}

void write_unproven(JsonWriter& json, const std::vector<ClaimedFile>& files) {
    json.begin_array();
    for (const ClaimedFile& file : files) {
        if (file.from != ClaimedFile::From::plain_cells) continue;
        json.begin_object();
        json.name("file").text(file.name);
        json.name("sha256").text(file.sha256);
        json.end_object();
    }
    json.end_array();
}

void write_maker(JsonWriter& json, const Json& maker) {
    const auto word = [&](const char* name) {
        const auto at = maker.find(name);
        json.name(name);
        at != maker.end() && at->is_string() ? json.text(at->get_ref<const std::string&>())
                                             : json.null();
    };
    json.begin_object();
    word("version");
    word("commit");
    word("wasm");
    json.end_object();
}

}  // namespace

Response verify(Parameters& parameters, const Files& files) {
    Question question;
    const auto receipt = parameters.text("receipt");
    question.files = read_names(parameters, "files");
    question.vintages = read_vintages(parameters);
    question.rounds = read_rounds(parameters, "rounds");
    question.former_rounds = read_rounds(parameters, "formerRounds");
    question.former_vintages = read_former_vintages(parameters);
    if (parameters.error()) return refuse(*parameters.error());
    const auto at = files.find(*receipt);
    if (at == files.end()) return refuse({"file_not_given", *receipt});

    Findings findings;
    const auto document = read_receipt(at->second, *receipt, findings);
    if (!document) return refuse(findings_are_the_result, findings);
    Recomputation recomputation(question, files);
    if (!recomputation.run(*document)) {
        findings.add({.code = FindingCode::receipt_malformed,
                      .file = *receipt,
                      .about = recomputation.malformed});
        return refuse(findings_are_the_result, findings);
    }

    const bool untouched = canonical::to_text(document->value) == std::string_view(at->second);
    const std::string checksum = checksum_now(document->value);
    const bool checksum_holds = document->json["checksum"] == checksum;
    const Differences& differences = recomputation.rebuilt.differences;
    const bool good = untouched && checksum_holds && differences.count == 0;
    const bool complete = recomputation.rebuilt.missing.empty();
    const std::string_view outcome = !good                        ? "fails"
                                     : recomputation.is_rule_gone ? "rule_gone"
                                     : !complete                  ? "incomplete"
                                     : recomputation.is_former    ? "round_changed"
                                                                  : "holds";

    JsonWriter json = accepted();
    json.begin_object();
    json.name("outcome").text(outcome);
    json.name("untouched").flag(untouched);
    json.name("checksum").flag(checksum_holds);
    json.name("recomputed").flag(recomputation.is_recomputed);
    json.name("basis");
    recomputation.basis ? json.text(name_of(*recomputation.basis)) : json.null();
    json.name("differences");
    write_differences(json, differences);
    json.name("differenceCount").number(static_cast<std::int64_t>(differences.count));
    json.name("missing");
    write_missing(json, recomputation.rebuilt.missing);
    json.name("unproven");
    write_unproven(json, recomputation.rebuilt.files);
    json.name("maker");
    write_maker(json, document->json["maker"]);
    json.name("claim").raw(canonical::to_text(*document->value.find("claim")));
    json.end_object();
    return finish(std::move(json), recomputation.findings);
}

}  // namespace spreiding::service
