// Every file under tests/data/csv, read and compared with what is written down beside it.
#include <dirent.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "csv/csv.hpp"
#include "tables/layout.hpp"
#include "values/decimal.hpp"

using namespace spreiding;
using Json = nlohmann::json;

namespace {

const std::string folder = SPREIDING_SOURCE_DIR "/tests/data/csv/";

std::string bytes_of(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    REQUIRE(stream.good());
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::string> names() {
    std::vector<std::string> found;
    DIR* directory = opendir(folder.c_str());
    REQUIRE(directory != nullptr);
    while (const dirent* entry = readdir(directory)) {
        const std::string name = entry->d_name;
        if (name.ends_with(".csv")) found.push_back(name.substr(0, name.size() - 4));
    }
    closedir(directory);
    std::sort(found.begin(), found.end());
    return found;
}

Json cells_of(const csv::Sheet& sheet) {
    Json rows = Json::array();
    for (std::size_t row = 0; row < sheet.rows(); ++row) {
        Json cells = Json::array();
        for (std::size_t column = 0; column < sheet.columns(row); ++column)
            cells.push_back(sheet.cell(row, column));
        rows.push_back(cells);
    }
    return rows;
}

Json findings_of(const Findings& findings) {
    Json list = Json::array();
    for (const Finding& finding : findings.list()) {
        Json entry = {{"code", name_of(finding.code)},
                      {"row", finding.row},
                      {"column", finding.column},
                      {"raw", finding.raw}};
        if (finding.count != 1) entry["count"] = finding.count;
        list.push_back(entry);
    }
    return list;
}

std::string_view name_of(NumberFault fault) {
    switch (fault) {
        case NumberFault::missing:
            return "missing";
        case NumberFault::other_marks:
            return "other_marks";
        case NumberFault::too_large:
            return "too_large";
        case NumberFault::unreadable:
            return "unreadable";
        case NumberFault::none:
            break;
    }
    return "";
}

Json notation_of(const std::optional<Notation>& notation) {
    if (!notation) return nullptr;
    const char thousands = notation->thousands_mark;
    return {{"decimal", std::string(1, notation->decimal_mark)},
            {"thousands", thousands == '\0' ? Json(nullptr) : Json(std::string(1, thousands))}};
}

// The marks of a column, and the cells that are no number written with them.
Json numbers_of(const csv::Sheet& sheet, std::size_t first_row, std::size_t column) {
    NotationEvidence evidence;
    for (std::size_t row = first_row; row < sheet.rows(); ++row) {
        if (column < sheet.columns(row)) evidence.add(sheet.cell(row, column));
    }
    const auto notation = evidence.notation();
    Json result = {{"column", column + 1}, {"notation", notation_of(notation)}};
    for (std::size_t row = first_row; notation && row < sheet.rows(); ++row) {
        if (column >= sheet.columns(row)) continue;
        const NumberFault fault = read_decimal(sheet.cell(row, column), *notation).fault();
        if (fault != NumberFault::none) result["odd"].push_back({row + 1, name_of(fault)});
    }
    return result;
}

// What the table is, of a file that says it: kind, form, and its periods with the proposed one.
Json table_of(const csv::Sheet& sheet) {
    const Layout layout = recognise(sheet);
    Json periods = Json::array();
    for (const Period& period : layout.periods)
        periods.push_back(period.key);
    return {
        {"kind", name_of(layout.kind)},
        {"form", name_of(layout.form)},
        {"periods", periods},
        {"proposed", layout.proposed ? Json(layout.periods[*layout.proposed].key) : Json(nullptr)}};
}

void check_against(const std::string& bytes, const Json& expected,
                   const csv::CellOptions& reading) {
    Findings findings;
    const csv::Sheet sheet = csv::read(bytes, "file.csv", findings, reading);
    const std::size_t header = expected.value("headerRow", std::size_t{1});
    if (header > 0 && header <= sheet.rows()) {
        csv::report_uneven_rows(sheet, header, sheet.columns(header - 1), "file.csv", findings);
    }

    CHECK(cells_of(sheet) == expected["cells"]);
    CHECK(findings_of(findings) == expected["findings"]);
    const csv::Dialect& dialect = sheet.dialect;
    CHECK(spreiding::name_of(dialect.encoding) == expected["encoding"]["name"]);
    CHECK(spreiding::name_of(dialect.encoding_reason) == expected["encoding"]["reason"]);
    CHECK(std::string(1, dialect.separator) == expected["separator"]["is"]);
    CHECK(spreiding::name_of(dialect.separator_reason) == expected["separator"]["reason"]);
    CHECK(dialect.quoted_cells == expected["quotedCells"]);
    if (expected.contains("table")) CHECK(table_of(sheet) == expected["table"]);
    for (const Json& numbers : expected.value("numbers", Json::array())) {
        const auto column = numbers["column"].get<std::size_t>();
        CHECK(numbers_of(sheet, header, column - 1) == numbers);
    }
}

}  // namespace

TEST_CASE("every file of the corpus reads as written down beside it, with and without vectors") {
    const auto all = names();
    CHECK(all.size() >= 60);
    for (const std::string& name : all) {
        CAPTURE(name);
        const std::string bytes = bytes_of(folder + name + ".csv");
        const Json expected = Json::parse(bytes_of(folder + name + ".json"), nullptr, false);
        REQUIRE(expected.is_object());
        check_against(bytes, expected, {});
        check_against(bytes, expected, {.scalar = true});
    }
}
