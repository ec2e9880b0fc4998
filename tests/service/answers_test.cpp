// What every operation answers, to the byte: the practice country, both rounds, files of a person,
// and what is asked wrongly. `tests/data/answers/answers.sha256` holds the hash of each answer, its
// JSON and its columns; who means to change an answer writes them anew with
// SPREIDING_ANSWERS=write.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "service/service.hpp"
#include "values/fingerprint.hpp"

using nlohmann::json;
using namespace spreiding::service;

namespace {

const std::string root = SPREIDING_SOURCE_DIR "/";
const std::string hashes = root + "tests/data/answers/answers.sha256";

std::string content(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

Files files_for(const json& asked) {
    Files files;
    for (const char* folder :
         {"changes", "decided", "example", "own-sums", "population", "published", "scores"}) {
        for (const auto& entry :
             std::filesystem::directory_iterator(root + "public/data/" + folder)) {
            if (entry.path().extension() != ".csv") continue;
            files.emplace(std::string(folder) + "/" + entry.path().filename().string(),
                          content(entry.path().string()));
        }
    }
    for (const auto& [name, text] : asked["files"].items())
        files[name] = text.get<std::string>();
    return files;
}

// A word behind $ is that of the world, or an object of it.
std::string in_words_of(const json& world, std::string text) {
    const auto replace = [&](const std::string& word, const json& value) {
        const std::string mark = "\"$" + word + "\"";
        const std::string by = value.dump();
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
            text.replace(at, mark.size(), by);
    };
    for (const auto& [word, value] : world["words"].items())
        replace(word, value);
    replace("round", world["round"]);
    replace("provinces", world["inputs"]["provinces"]);
    return text;
}

std::string request_of(const json& asked, const json& world) {
    json parameters = asked.contains("in") ? world["inputs"] : json::object();
    if (asked.contains("parameters")) parameters.update(asked["parameters"]);
    if (asked.contains("change")) {
        json sides = asked["change"];
        for (json& side : sides) {
            if (side.contains("computed")) side["computed"] = world["inputs"];
        }
        parameters = {{"from", sides[0]}, {"to", sides[1]}};
        if (asked.contains("dialect")) parameters["dialect"] = asked["dialect"];
    }
    return in_words_of(world,
                       json{{"operation", asked["operation"]}, {"parameters", parameters}}.dump());
}

// Without what a document says of its maker, which is another one with every commit.
std::string without_maker(std::string text) {
    const auto leave_out = [&](std::string_view begin, std::string_view end) {
        const std::size_t from = text.find(begin);
        if (from == std::string::npos) return;
        const std::size_t until = text.find(end, from + begin.size());
        text.erase(from, until - from);
    };
    leave_out("\"maker\":{", "}");
    leave_out("\"checksum\":\"", "\"");
    leave_out("\"bytes\":", ",");
    return text;
}

std::string hash_of(const std::string& operation, const Response& response) {
    if (operation == "receipt" || operation == "verify")
        return spreiding::to_text(spreiding::sha256(without_maker(response.json)));
    std::string all = response.json;
    for (const Column& column : response.columns)
        all += "\n" + column.name + "\n" + column.values;
    return spreiding::to_text(spreiding::sha256(all));
}

}  // namespace

TEST_CASE("every operation answers with the same bytes as before") {
    const json asked = json::parse(content(root + "tests/data/answers/questions.json"));
    Files files = files_for(asked);
    std::string found;
    for (const auto& [name, world] : asked["worlds"].items()) {
        std::size_t number = 0;
        for (const json& each : asked["cases"]) {
            const auto operation = each["operation"].get<std::string>();
            const Response response = respond(request_of(each, world), files);
            if (operation == "receipt" && !response.columns.empty())
                files["receipt"] = response.columns[0].values;
            found += hash_of(operation, response) + "  " + name + " " + std::to_string(++number) +
                     " " + operation + "\n";
        }
    }
    const char* wish = std::getenv("SPREIDING_ANSWERS");
    if (wish != nullptr && std::string_view(wish) == "write") {
        std::ofstream(hashes, std::ios::binary) << found;
        return;
    }
    const std::string before = content(hashes);
    std::size_t at = 0;
    while (at < before.size() && at < found.size()) {
        const std::size_t end = before.find('\n', at);
        const std::string line = before.substr(at, end - at);
        CHECK_MESSAGE(found.substr(at, end - at) == line, line);
        at = end + 1;
    }
    CHECK(found.size() == before.size());
}
