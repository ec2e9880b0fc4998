// Surveys the bytes of a receipt, parses them, and checks its members one by one.
#include "service/receipts/receipt_document.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "service/receipts/claim.hpp"
#include "values/fingerprint.hpp"

namespace spreiding::service {
namespace {

using canonical::Value;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Walks along the bytes of a JSON text without building anything.
class Survey {
  public:
    Survey(std::string_view bytes, const std::string& file, Findings& findings)
        : bytes_(bytes), file_(file), findings_(findings) {}

    // Whether it may be parsed.
    bool is_harmless() {
        for (; at_ < bytes_.size(); ++at_) {
            const char c = bytes_[at_];
            if (c == '"') {
                if (!skip_text()) return false;
            } else if (c == '{' || c == '[') {
                if (++depth_ > most_receipt_depth) return report(FindingCode::receipt_too_deep);
                ++values_;
            } else if (c == '}' || c == ']') {
                --depth_;
            } else if (c == ',') {
                ++values_;
            } else if (is_digit(c) || c == '-') {
                if (!skip_number()) return false;
            }
            if (values_ > most_receipt_values) return report(FindingCode::receipt_too_large);
        }
        return depth_ <= 0 || report(FindingCode::receipt_truncated);
    }

  private:
    // From an opening quote to its closing one.
    bool skip_text() {
        const std::size_t begin = at_;
        while (++at_ < bytes_.size() && bytes_[at_] != '"') {
            if (bytes_[at_] == '\\') ++at_;
        }
        if (at_ < bytes_.size()) return true;
        at_ = begin;
        return report(FindingCode::receipt_truncated);
    }

    // Whole numbers of at most sixteen digits: all that a receipt holds outside its texts.
    bool skip_number() {
        const std::size_t begin = at_;
        const auto belongs = [](char c) {
            return is_digit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
        };
        while (at_ + 1 < bytes_.size() && belongs(bytes_[at_ + 1]))
            ++at_;
        std::string_view number = bytes_.substr(begin, at_ + 1 - begin);
        const std::string_view shown = number;
        if (number.front() == '-') number.remove_prefix(1);
        if (number.size() <= 16 && std::all_of(number.begin(), number.end(), is_digit)) return true;
        at_ = begin;
        return report(FindingCode::receipt_number, shown);
    }

    bool report(FindingCode code, std::string_view raw = {}) {
        const std::string_view before = bytes_.substr(0, at_);
        const auto rows = std::count(before.begin(), before.end(), '\n');
        const std::size_t line =
            before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
        findings_.add({.code = code,
                       .file = file_,
                       .row = static_cast<std::uint32_t>(rows) + 1,
                       .column = static_cast<std::uint32_t>(at_ - line) + 1,
                       .raw = std::string(raw.substr(0, 40))});
        return false;
    }

    std::string_view bytes_;
    const std::string& file_;
    Findings& findings_;
    std::size_t at_ = 0;
    std::size_t values_ = 1;
    int depth_ = 0;
};

// Who made it is only said; what is said there is a version and two fingerprints, and no sentence.
std::optional<std::string> wrong_maker(const Json& maker) {
    constexpr std::string_view signs =
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.+-";
    constexpr std::size_t longest = 64;
    for (auto member = maker.begin(); member != maker.end(); ++member) {
        const std::string& name = member.key();
        const bool is_known = name == "version" || name == "commit" || name == "wasm";
        const bool is_none = name == "wasm" && member->is_null();
        const bool is_word =
            member->is_string() && member->get_ref<const std::string&>().size() <= longest &&
            member->get_ref<const std::string&>().find_first_not_of(signs) == std::string::npos;
        if (!is_known || (!is_none && !is_word)) return "maker." + name;
    }
    return std::nullopt;
}

bool is_too_wide(const Json& json) {
    return json.is_structured() && ((json.is_object() && json.size() > most_receipt_members) ||
                                    std::any_of(json.begin(), json.end(), is_too_wide));
}

// The members of the document itself; what stands inside them is looked at where it is used.
std::optional<std::string> wrong_member(const Json& json) {
    const auto is = [&](const char* name, auto test) {
        const auto at = json.find(name);
        return at != json.end() && test(*at);
    };
    const auto object = [](const Json& member) { return member.is_object(); };
    if (!is("claim", object)) return "claim";
    if (!is("maker", object)) return "maker";
    if (auto wrong = wrong_maker(json["maker"])) return wrong;
    if (!is("checksum", [](const Json& member) { return member.is_string(); })) return "checksum";
    constexpr std::size_t members = 5;
    if (json.size() == members) return std::nullopt;
    for (auto member = json.begin(); member != json.end(); ++member) {
        const std::string& name = member.key();
        if (name != "claim" && name != "maker" && name != "checksum" && name != "format" &&
            name != "version")
            return name;
    }
    return std::nullopt;
}

}  // namespace

Value value_of(const Json& json) {
    if (json.is_boolean()) return Value::flag(json.get<bool>());
    if (json.is_number_integer()) return Value::whole(json.get<std::int64_t>());
    if (json.is_string()) return Value::text(json.get_ref<const std::string&>());
    if (json.is_array()) {
        Value list = Value::list();
        for (const Json& item : json)
            list.add(value_of(item));
        return list;
    }
    if (!json.is_object()) return {};
    Value object = Value::object();
    for (auto member = json.begin(); member != json.end(); ++member)
        object.with(member.key(), value_of(*member));
    return object;
}

bool is_within_bounds(std::string_view bytes, const std::string& file, Findings& findings) {
    if (bytes.size() <= most_receipt_bytes) return Survey(bytes, file, findings).is_harmless();
    findings.add({.code = FindingCode::receipt_too_large, .file = file});
    return false;
}

std::optional<ReceiptDocument> read_receipt(std::string_view bytes, const std::string& file,
                                            Findings& findings) {
    const auto refuse = [&](FindingCode code, std::string raw, std::string about) {
        findings.add(
            {.code = code, .file = file, .raw = std::move(raw), .about = std::move(about)});
        return std::nullopt;
    };
    if (!is_within_bounds(bytes, file, findings)) return std::nullopt;
    Json json = Json::parse(bytes, nullptr, false);
    if (!json.is_object()) return refuse(FindingCode::receipt_unreadable, "", "");
    if (is_too_wide(json)) return refuse(FindingCode::receipt_too_large, "", "");
    const auto format = json.find("format");
    if (format == json.end() || *format != receipt_format) {
        return refuse(FindingCode::receipt_malformed, "", "format");
    }
    const auto version = json.find("version");
    if (version == json.end() || !version->is_number_integer()) {
        return refuse(FindingCode::receipt_malformed, "", "version");
    }
    const auto number = version->get<std::int64_t>();
    if (number < first_receipt_version || number > receipt_version) {
        return refuse(FindingCode::receipt_other_version, to_text(number), "");
    }
    if (const auto wrong = wrong_member(json)) {
        return refuse(FindingCode::receipt_malformed, "", *wrong);
    }
    ReceiptDocument document{.claim = value_of(json["claim"])};
    document.claim_text = to_text(document.claim);
    // Of the claim only what is asked again is needed as JSON; the rest is large.
    for (const char* answered : {"answer", "figures", "findings", "rules"})
        json["claim"].erase(answered);
    // Its members are known, and in their order the checksum comes first and the claim second.
    Value others = Value::object();
    for (const char* name : {"format", "maker", "version"})
        others.with(name, value_of(json[name]));
    const std::string rest = R"("claim":)" + document.claim_text + ',' + to_text(others).substr(1);
    const std::string& said = json["checksum"].get_ref<const std::string&>();
    document.checksum_holds = said == to_text(sha256('{' + rest));
    const std::string before = R"({"checksum":)" + to_text(Value::text(said)) + ',';
    document.is_untouched = bytes.starts_with(before) && bytes.substr(before.size()) == rest;
    document.json = std::move(json);
    return document;
}

}  // namespace spreiding::service
