#include "csv/rewriting.hpp"

#include <doctest/doctest.h>

#include <string>

#include "values/text.hpp"

using namespace spreiding;

namespace {

bool comes_back(const std::string& bytes) {
    Findings findings;
    const csv::Sheet sheet = csv::read(bytes, "", findings);
    const auto writing = csv::writing_of(bytes, sheet);
    return writing && csv::write_again(csv::cells_of(sheet), *writing) == bytes;
}

}  // namespace

TEST_CASE("a file comes back from its cells, byte for byte") {
    CHECK(comes_back("code,name\nGM0001,A\n"));
    CHECK(comes_back("code,name\nGM0001,A"));
    CHECK(comes_back("code;name\r\nGM0001;\"A; B\"\r\n\r\n"));
    CHECK(comes_back("\"code\"\t\"name\"\n\"GM0001\"\t\"zegt \"\"A\"\"\"\n"));
    CHECK(
        comes_back("\xEF\xBB\xBF"
                   "code;name\r\nGM0001;A\r\n"));
    CHECK(comes_back("code;name\r\nGM0088;Sch\xEFrmonnikoog \x80\r\n"));  // Windows-1252
}

TEST_CASE("a file written in its own way does not, and says so") {
    CHECK_FALSE(comes_back("code,\"name\"\nGM0001,A\n"));
    CHECK_FALSE(comes_back("code,name\nGM0001,A\r\n"));
    CHECK_FALSE(comes_back("sep=;\r\ncode;name\r\n"));  // the first line is no row
}

TEST_CASE("cells alone can be read again as the same cells") {
    const csv::Cells cells = {{"a;b", "c,d", ""}, {""}, {"\"", "1\n2", "\t"}};
    const std::string bytes = csv::plain_file(cells);
    Findings findings;
    const csv::Sheet sheet = csv::read(bytes, "", findings);
    CHECK(csv::cells_of(sheet) == cells);
    CHECK(findings.list().empty());
}

TEST_CASE("every byte of Windows-1252 has its text and its way back") {
    std::string bytes;
    for (int byte = 1; byte < 256; ++byte)
        bytes += static_cast<char>(byte);
    CHECK(windows_1252_from_utf8(utf8_from_windows_1252(bytes)) == bytes);
    CHECK_FALSE(windows_1252_from_utf8("\xE2\x82\xAF").has_value());
}
