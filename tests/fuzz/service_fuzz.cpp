// Any request about any files gets an answer that is JSON, of every operation of the service: a
// whole request of each, of which members are changed, left out, doubled or exchanged, beside files
// of which one is what the fuzzer makes. What a receipt is made of, it holds.
#include <fuzzer/FuzzedDataProvider.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "service/service.hpp"

using namespace spreiding::service;
using nlohmann::json;

namespace {

// What questions about an allocation begin with.
const json inputs = json::parse(R"({
    "population": {"file": "p", "status": "loaded", "notation": {"decimal": ",", "thousands": "."},
                   "columns": {"code": 1}, "period": "2023", "codeLists": ["c"]},
    "scores": {"file": "s", "status": "loaded"},
    "need": 96000, "minors": 8140, "needIsOwn": true, "municipalities": "p",
    "published": [{"file": "t", "number": "indicative", "hand": "second", "source": "krant",
                   "date": "2026-11-13"}],
    "merge": {"changes": "changes", "parts": [{"from": "GM0001", "into": "GM0002",
                                               "inhabitants": 5}]},
    "provinces": ["Utrecht", "Zeeland"],
    "readings": [{"file": "t", "separator": ";", "encoding": "utf-8"}],
    "vintages": [{"file": "p", "status": "official", "year": 2023},
                 {"file": "s", "status": "estimate", "year": 2022}]})");

// One whole request of each operation: its name and its own parameters; `true` where the inputs go
// before them.
const json operations = json::parse(R"([
    ["version", false, {}],
    ["recognise", false, {"file": "f"}],
    ["inspect", false, {"file": "f", "cells": {"first": 1, "last": 5}, "municipalities": "p",
                        "vintages": [{"file": "p", "status": "official", "year": 2023}]}],
    ["clean", false, {"file": "f", "dialect": "nl", "municipalities": "p",
                      "merge": {"changes": "changes"}}],
    ["allocate", true, {"csv": {"by": "municipality", "dialect": "nl"}}],
    ["explain", true, {"municipality": "A"}],
    ["explain", true, {"province": "Utrecht"}],
    ["compare", true, {"table": "f", "loaded": ["f", "s"], "changes": "changes",
                       "scoreUnitDecimals": 3}],
    ["compareTables", true, {"table": "f", "other": "t", "changes": "changes"}],
    ["reproduce", true, {"table": "f", "loaded": ["f"], "onlyGivenNeed": false}],
    ["sensitivity", true, {"municipality": "A", "loaded": ["f"], "scoreUnitDecimals": 3,
                           "populationUnits": [10, 100], "firstNeed": 90000, "lastNeed": 96000}],
    ["needSteps", true, {"firstNeed": 0, "lastNeed": 500}],
    ["implied", true, {"table": "f", "changes": "changes",
                       "reference": {"municipality": "A", "score": "0.1"},
                       "carryTo": {"population": "p", "need": 2000}}],
    ["whatIf", true, {"scenarios": [{"name": "x", "need": 50, "minors": 5, "scoreWeight": "0.5",
        "changes": [{"municipality": "A", "inhabitants": 7, "score": "0.3"}],
        "mergers": [{"name": "AB", "municipalities": ["A", "B"]}]}]}],
    ["sheet", true, {}],
    ["sums", true, {"selections": [["GM0001"], ["GM0001", "GM0003"]]}],
    ["change", false, {"from": {"printed": {"file": "f", "list": "p"}},
                       "to": {"computed": {"population": {"file": "p", "status": "loaded"},
                               "scores": {"file": "s", "status": "loaded"}, "need": 960},
                               "scenario": {"need": 5}}}],
    ["find_municipalities", false, {"municipalities": "p", "changes": "changes", "most": 5,
                                    "names": [{"text": "A"}, {"text": "Q", "province": "Utrecht"}]}],
    ["calendar", false, {"year": 2026, "today": "2026-11-28",
                         "days": [{"step": "report", "date": "2026-11-01", "note": "x"}]}],
    ["housing_targets", false, {"halfYear": "2027-1", "today": "2026-11-28", "countryInhabitants": 1000,
        "municipalities": [{"code": "GM0001", "inhabitants": 100, "backlog": 1}],
        "national": [{"from": "2026-09-28", "persons": 13000}]}],
    ["propose_exchange", false, {"wishes": [
        {"municipality": "GM0001", "wanted": {"asylum_regular": 5, "ukraine": -5}},
        {"municipality": "GM0002", "wanted": {"asylum_regular": -5, "ukraine": 5}}]}],
    ["spread_remainder", false, {"remainder": 76, "municipalities": [
        {"code": "GM0001", "indicative": 10, "eligible": true}]}],
    ["provincial_table", false, {"municipalities": [
        {"code": "GM0001", "name": "A", "indicative": 100, "minors": 10, "decided": 5,
         "ukraine": 3, "statusHolders": {"2027-1": 4}},
        {"code": "GM0002", "name": "B", "indicative": 50, "minors": null}],
        "task": {"total": 150, "minors": 10}, "regions": [{"name": "R", "municipalities":
        ["GM0001"]}], "locations": ["f"], "notations": {"f": {"decimal": ",", "thousands": "."}},
        "dates": ["2026-01-01", "2027-01-01"], "exchanges": [{"status": "agreed", "transfers": [
        {"ledger": "status_holders", "halfYear": "2027-1", "from": "GM0001", "to": "GM0002",
         "number": 2}]}], "texts": [{"place": "x", "text": "06 12345678"}],
        "deduction": {"day": "2026-01-01", "fiveYears": "remaining", "certainties": ["existing"]},
        "decision": {"day": "2026-01-01", "until": "2027-01-01"},
        "grants": {"day": "2026-01-01", "start": "2026-01-01", "end": "2026-12-31",
                   "threshold": "up", "excluded": "lessen_surplus"}, "edition": "confidential"}],
    ["verify", false, {"receipt": "f", "files": ["p"], "references": ["changes"],
        "vintages": [{"file": "p", "status": "official", "year": 2023}], "rounds": [
        {"id": "x", "need": 100, "minors": 10, "population": {"year": 2025, "certainty": "known"},
         "scores": {"year": 2025, "certainty": "assumed"}}]}]])");

const Files fixed = {
    {"p",
     "code,name,province,population\nGM0001,A,Utrecht,300\nGM0002,B,Utrecht,100\n"
     "GM0003,C,Zeeland,77\n"},
    {"s", "code;score\nGM0001;0,1\nGM0002;0,2\nGM0003;-0,1\n"},
    {"t", "gemeente;plekken;amv\nA;60000;9\nB;1.000;\nC;35000;1\nTotaal;96000;10\n"},
    {"c", "Key;Title\nGM0001;A\n"},
    {"changes", "date,from,into,kind\n2023-01-01,GM0001,GM0002,merged\n"},
};

// A value that may stand anywhere.
json any_value(FuzzedDataProvider& data) {
    switch (data.ConsumeIntegralInRange(0, 9)) {
        case 0:
            return nullptr;
        case 1:
            return data.ConsumeBool();
        case 2:
            return data.ConsumeIntegral<std::int64_t>();
        case 3:
            return data.PickValueInArray<std::int64_t>({0, 1, -1, 2, 10'000'000, 10'000'001,
                                                        2'147'483'647, 2'147'483'648,
                                                        9'007'199'254'740'991});
        case 4:
            return data.PickValueInArray({"p", "s", "t", "c", "f", "changes", "", "GM0001", "A",
                                          "2027-1", "2026-02-30", "0.5", "-1", "estimate"});
        case 5:
            return json::array();
        case 6:
            return json::object();
        case 7:
            return json::array({"f", "f", 1});
        case 8:
            return 0.5;
        default: {
            // A request is UTF-8 by the time it is one.
            std::string text = data.ConsumeRandomLengthString(12);
            for (char& c : text)
                c = static_cast<char>(c & 0x7F);
            return text;
        }
    }
}

json* some_place(json& value, FuzzedDataProvider& data) {
    json* at = &value;
    while (at->is_structured() && !at->empty() && data.ConsumeIntegralInRange(0, 4) != 0) {
        auto item = at->begin();
        std::advance(item, data.ConsumeIntegralInRange<std::size_t>(0, at->size() - 1));
        at = &*item;
    }
    return at;
}

void change(json& parameters, FuzzedDataProvider& data) {
    json* at = some_place(parameters, data);
    switch (data.ConsumeIntegralInRange(0, 3)) {
        case 0:
            if (at != &parameters) *at = any_value(data);
            break;
        case 1:
            if (at->is_object() && !at->empty()) at->erase(at->begin());
            break;
        case 2:
            if (at->is_array()) at->insert(at->end(), any_value(data));
            break;
        default: {
            const json other = *some_place(parameters, data);
            if (at != &parameters) *at = other;
        }
    }
}

json answer_to(const json& request, const Files& files, Response* whole = nullptr) {
    Response response = respond(request.dump(), files);
    json answer = json::parse(response.json, nullptr, false);
    if (!answer.is_object() || !answer.contains("ok") || !answer.contains("findings")) std::abort();
    if (whole != nullptr) *whole = std::move(response);
    return answer;
}

// Whoever is given a receipt, with the files that it leaves out, finds that it holds.
void prove(const std::string& operation, json parameters, Files files) {
    parameters["claims"] = operation;
    Response made;
    const json answer =
        answer_to({{"operation", "receipt"}, {"parameters", parameters}}, files, &made);
    if (answer["ok"] != true) return;
    files["receipt"] = made.columns[0].values;
    json asked = {{"receipt", "receipt"}, {"files", json::array()}};
    for (const auto& [name, bytes] : files)
        asked["files"].push_back(name);
    // What was called official, this verifier does not know: then it is said to be another thing.
    const json verified = answer_to({{"operation", "verify"}, {"parameters", asked}}, files);
    if (parameters.contains("vintages") && !parameters["vintages"].empty()) return;
    for (const char* input : {"population", "scores"}) {
        if (!parameters.contains(input)) continue;
        if (parameters[input].value("status", "") != "loaded") return;
    }
    if (!parameters.value("needIsOwn", json(operation == "provincial_table")).is_boolean() ||
        (operation != "provincial_table" && parameters["needIsOwn"] != true))
        return;
    if (verified["ok"] != true || verified["result"]["outcome"] == "fails") std::abort();
}

}  // namespace

// A request that its operation no longer reads would try nothing.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
    Files files = fixed;
    files["f"] = fixed.at("t");
    for (const json& operation : operations) {
        json parameters = operation[1].get<bool>() ? inputs : json::object();
        parameters.update(operation[2]);
        const json answer =
            answer_to({{"operation", operation[0]}, {"parameters", parameters}}, files);
        const std::string code = answer.value("error", json::object()).value("code", "");
        if (code.empty() || code == "findings") continue;
        std::fprintf(stderr, "%s: %s\n", operation[0].dump().c_str(), answer.dump().c_str());
        std::abort();
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    FuzzedDataProvider data(bytes, size);
    const std::size_t which = data.ConsumeIntegralInRange<std::size_t>(0, operations.size());
    const std::size_t changes = data.ConsumeIntegralInRange<std::size_t>(0, 4);
    const bool proves = data.ConsumeIntegralInRange(0, 3) == 0;
    if (which == operations.size()) {
        const std::string request = data.ConsumeRemainingBytesAsString();
        const Response response = respond(request, fixed);
        if (!json::parse(response.json, nullptr, false).is_object()) std::abort();
        return 0;
    }
    const json& operation = operations[which];
    json parameters = operation[1].get<bool>() ? inputs : json::object();
    parameters.update(operation[2]);
    // Half of the questions are asked without what may be left out.
    if (data.ConsumeBool()) {
        for (const char* name : {"merge", "readings", "published", "municipalities", "vintages"})
            parameters.erase(name);
        if (parameters.contains("population"))
            parameters["population"] = {{"file", data.ConsumeBool() ? "f" : "p"},
                                        {"status", "loaded"}};
    }
    for (std::size_t i = 0; i < changes; ++i)
        change(parameters, data);
    Files files = fixed;
    std::string name = operation[0];
    // The editions of the report are asked with the same workspace.
    if (name == "provincial_table")
        name = data.PickValueInArray({"provincial_table", "public_edition", "edition_record"});
    files["f"] = data.ConsumeRemainingBytesAsString();
    answer_to({{"operation", name}, {"parameters", parameters}}, files);
    if (proves) prove(name, parameters, files);
    return 0;
}
