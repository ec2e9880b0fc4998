#include "csv/csv.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace spreiding;

namespace {

struct Read {
    explicit Read(std::string text)
        : bytes(std::move(text)), sheet(csv::read(bytes, "file.csv", findings)) {}
    std::string bytes;
    Findings findings;
    csv::Sheet sheet;
};

}  // namespace

TEST_CASE("cells keep their text, and rows may differ in length") {
    const Read read("a,b,c\n1,,3\n4\n");
    REQUIRE(read.sheet.rows() == 3);
    CHECK(read.sheet.cell(1, 1).empty());
    CHECK(read.sheet.cell(1, 2) == "3");
    CHECK(read.sheet.columns(2) == 1);
    CHECK(read.sheet.cell(2, 2).empty());
    CHECK(read.findings.list().empty());
}

TEST_CASE("the separator is the one that cuts the rows alike") {
    CHECK(Read("a;b\n1,5;2,5\n3,5;4,5\n").sheet.dialect.separator == ';');
    CHECK(Read("a\tb\n1,5\t2\n").sheet.dialect.separator == '\t');
    CHECK(Read("a,b\n\"x;y;z\",2\n").sheet.dialect.separator == ',');
    CHECK(Read("sep=;\na;b\n").sheet.dialect.separator == ';');
}

TEST_CASE("the separator comes with what decided it, and how strongly") {
    const auto dialect = [](std::string text) { return Read(std::move(text)).sheet.dialect; };
    const csv::Dialect alike = dialect("a;b\n1,5;2,5\n3,5;4\n");
    CHECK(alike.separator_reason == csv::SeparatorReason::rows_alike);
    CHECK(alike.sampled_rows == 3);
    CHECK(alike.tried[1].separator == ';');
    CHECK(alike.tried[1].rows == 3);
    CHECK(alike.tried[1].cells == 2);
    CHECK(alike.tried[0].rows == 1);
    const csv::Dialect decimals = dialect("1,5;2,5\n3,5;4,5\n");
    CHECK(decimals.separator == ';');
    CHECK(decimals.separator_reason == csv::SeparatorReason::decimal_commas);
    CHECK(dialect("sep=|\na|b\n").separator_reason == csv::SeparatorReason::separator_line);
    CHECK(dialect("a\nb\n").separator_reason == csv::SeparatorReason::no_separator);
}

TEST_CASE("a bar separates only where it cuts every row alike") {
    CHECK(Read("a|b\n1|2\n").sheet.dialect.separator == '|');
    CHECK(Read("a|b\n1\n").sheet.dialect.separator == ',');
    CHECK(Read("a|b,c\n1|2,3\n").sheet.dialect.separator == ',');
}

TEST_CASE("a person's word on the separator goes before the evidence") {
    const std::string bytes = "a;b,c\n1;2,3\n";
    Findings findings;
    const csv::Sheet sheet = csv::read(bytes, "file.csv", findings, {.separator = ';'});
    CHECK(sheet.cell(0, 1) == "b,c");
    CHECK(sheet.dialect.separator_reason == csv::SeparatorReason::said);
}

TEST_CASE("a separator line is no row, as in Excel") {
    const Read read("SEP=;\r\na;b\r\n1;2\r\n");
    REQUIRE(read.sheet.rows() == 2);
    CHECK(read.sheet.cell(0, 0) == "a");
}

TEST_CASE("rows longer or shorter than the header are reported where they stand") {
    const Read read("title\na,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3,,\nsource,\n\n");
    Findings findings;
    csv::report_uneven_rows(read.sheet, 2, 3, "file.csv", findings);
    REQUIRE(findings.list().size() == 2);
    CHECK(findings.list()[0].code == FindingCode::figure_outside);
    CHECK(findings.list()[0].row == 5);
    CHECK(findings.list()[0].column == 4);
    CHECK(findings.list()[1].code == FindingCode::row_short);
    CHECK(findings.list()[1].row == 4);
}

TEST_CASE(
    "a decimal comma in a file with commas cuts a number in two: an error, wherever it stands") {
    const auto codes = [](std::string_view bytes) {
        const Read read{std::string(bytes)};
        Findings findings;
        csv::report_uneven_rows(read.sheet, 1, 3, "file.csv", findings);
        const bool found = findings.count(FindingCode::figure_outside) > 0;
        return found ? findings.list().front().count : 0;
    };
    CHECK(codes("code,name,score\n1,a,0,157\n2,b,0,2\n") == 2);
    CHECK(codes("code,score,name\n1,0,157,a\n2,0,2,b\n") == 2);
    CHECK(codes("code,name,score\n1,a,0.1,a remark\n2,b,0.2\n3,c,0.3\n") == 0);
}

TEST_CASE(
    "a mark at the start that was put there twice is taken off twice, and one line of words is no "
    "file") {
    const Read read(
        "\xEF\xBB\xBF\xEF\xBB\xBF"
        "a;b\n1;2\n");
    CHECK(read.sheet.cell(0, 0) == "a");
    const Read alone("sep=;\r\n");
    CHECK(alone.sheet.rows() == 0);
    CHECK(alone.findings.count(FindingCode::file_empty) == 1);
}

TEST_CASE("UTF-16 with a byte order mark is decoded, with a note") {
    for (const bool little : {true, false}) {
        const std::string_view text =
            "n\tv\nS\xFA"
            "d\t1\n";
        std::string bytes = little ? "\xFF\xFE" : "\xFE\xFF";
        for (const char c : text) {
            if (little) bytes += c;
            bytes += '\0';
            if (!little) bytes += c;
        }
        const Read read(bytes);
        CHECK(read.sheet.cell(1, 0) == "Súd");
        CHECK(read.sheet.dialect.separator == '\t');
        CHECK(read.sheet.dialect.encoding ==
              (little ? csv::Encoding::utf_16_le : csv::Encoding::utf_16_be));
        REQUIRE(read.findings.list().size() == 1);
        CHECK(read.findings.list()[0].code == FindingCode::decoded_utf_16);
    }
    const Read emoji(std::string("\xFF\xFE\x3D\xD8\x00\xDE\x3D\xD8,\0x", 11));
    CHECK(emoji.sheet.cell(0, 0) == "\xF0\x9F\x98\x80\xEF\xBF\xBD");
    CHECK(emoji.findings.count(FindingCode::characters_lost) == 1);
    CHECK(emoji.findings.list()[1].count == 2);
}

TEST_CASE("quotes hold separators, line ends and doubled quotes") {
    const Read read("n,v\n\"a,\"\"b\"\"\nc\",2\n");
    CHECK(read.sheet.cell(1, 0) == "a,\"b\"\nc");
    CHECK(read.sheet.cell(1, 1) == "2");
    CHECK(read.findings.list().empty());
}

TEST_CASE("an unclosed quote is reported where it opened") {
    const Read read("a,b\n1,2\n3,\"open\n5,6\n");
    REQUIRE(read.findings.list().size() == 1);
    CHECK(read.findings.list()[0].code == FindingCode::quote_unclosed);
    CHECK(read.findings.list()[0].row == 3);
    CHECK(read.findings.list()[0].column == 2);
}

TEST_CASE("a quote inside a cell is kept and reported") {
    const Read read("a,b\n5\" buis,2\n");
    CHECK(read.sheet.cell(1, 0) == "5\" buis");
    CHECK(read.findings.count(FindingCode::quote_in_cell) == 1);
}

TEST_CASE("all three line ends are read alike") {
    for (const char* text : {"a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r1,2\r", "a,b\n1,2"}) {
        const Read read(text);
        CHECK(read.sheet.rows() == 2);
        CHECK(read.sheet.cell(1, 1) == "2");
    }
}

TEST_CASE("encodings: a byte order mark is no text, and what is not UTF-8 is Windows-1252") {
    const Read marked(
        "\xEF\xBB\xBF"
        "a,b\n1,2\n");
    CHECK(marked.sheet.cell(0, 0) == "a");
    CHECK(marked.sheet.dialect.encoding == csv::Encoding::utf_8_bom);
    const Read western(
        "a,b\nS\xFA"
        "dwest,\x80\n");
    CHECK(western.sheet.cell(1, 0) == "Súdwest");
    CHECK(western.sheet.cell(1, 1) == "€");
    CHECK(western.findings.count(FindingCode::decoded_windows_1252) == 1);
}

TEST_CASE(
    "a person's word on the encoding goes before the bytes, and what is lost by it is counted") {
    const std::string bytes = "a,b\nS\xC3\xBA,\x80\n";
    Findings as_windows;
    const csv::Sheet western =
        csv::read(bytes, "f", as_windows, {.encoding = csv::Encoding::windows_1252});
    CHECK(western.cell(1, 0) == "SÃº");
    CHECK(western.dialect.encoding_reason == csv::EncodingReason::said);
    CHECK(as_windows.list()[0].raw == "SÃº");
    Findings as_utf_8;
    const csv::Sheet broken = csv::read(bytes, "f", as_utf_8, {.encoding = csv::Encoding::utf_8});
    CHECK(broken.cell(1, 0) == "Sú");
    CHECK(broken.cell(1, 1) == "\xEF\xBF\xBD");
    CHECK(as_utf_8.list()[0].code == FindingCode::characters_lost);
    CHECK(as_utf_8.list()[0].count == 1);
}

TEST_CASE("what is no text is refused with its reason") {
    CHECK(Read("").findings.count(FindingCode::file_empty) == 1);
    CHECK(Read(" \n\n").findings.count(FindingCode::file_empty) == 1);
    CHECK(Read(std::string("\xFF\xFE\0\0a\0\0\0", 8))
              .findings.count(FindingCode::encoding_unsupported) == 1);
    const Read nul(std::string("a,b\n1,\0\n", 8));
    REQUIRE(nul.findings.count(FindingCode::nul_byte) == 1);
    CHECK(nul.findings.list()[0].row == 2);
}

TEST_CASE("a row has at most as many cells as one of a spreadsheet, wherever it stands and ends") {
    const auto row = [](std::size_t cells, const std::string& cell) {
        std::string text;
        for (std::size_t at = 0; at < cells; ++at)
            text += (at == 0 ? "" : ";") + cell;
        return text;
    };
    const auto is_refused = [](const std::string& text, std::uint32_t at) {
        const Read read(text);
        for (const Finding& finding : read.findings.list()) {
            if (finding.code == FindingCode::too_many_columns) return finding.row == at;
        }
        return false;
    };
    for (const std::string cell : {"", "12", "\"x\""}) {
        for (const std::string end : {"", "\n", "\r\n", "\na;b\n"}) {
            for (const std::string before : {"", "a;b\n", "a;b\r\nc;d\r\n"}) {
                CAPTURE(cell + end + before);
                const auto at =
                    static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n')) + 1;
                if (cell.empty() && before.empty()) continue;  // nothing tells the separator
                CHECK_FALSE(is_refused(before + row(csv::most_columns, cell) + end, at));
                CHECK(is_refused(before + row(csv::most_columns + 1, cell) + end, at));
                CHECK(is_refused(before + row(csv::most_columns * 3, cell) + end, at));
            }
        }
    }
    // Nothing is read beyond it, however much there is.
    CHECK(Read(row(1'000'000, "a")).sheet.columns(0) <= csv::most_columns + 64);
}

TEST_CASE("a table is written in two styles") {
    const auto write = [](csv::Style style) {
        csv::Writer writer(style);
        writer.text("a,b");
        writer.number("-0.5");
        writer.empty();
        writer.whole(-7);
        writer.end_row();
        return std::move(writer).take();
    };
    CHECK(write(csv::international) == "\"a,b\",-0.5,,-7\r\n");
    CHECK(write(csv::dutch) == "\xEF\xBB\xBF\"a,b\";-0,5;;-7\r\n");
}

TEST_CASE("no text starts a formula, and exactly one guard comes off again") {
    const auto written = [](std::string_view text) {
        csv::Writer writer(csv::international);
        writer.text(text);
        return std::move(writer).take();
    };
    CHECK(written("=1+1") == "'=1+1");
    CHECK(written("'=1+1") == "''=1+1");
    CHECK(written("@x") == "'@x");
    CHECK(written("-") == "-");
    CHECK(written(" =1+1") == "' =1+1");
    CHECK(written("\n=1") == "\"'\n=1\"");
    CHECK(written("\xC2\xA0\xE2\x80\x8B+1") == "'\xC2\xA0\xE2\x80\x8B+1");
    CHECK(written("\xEF\xBC\x9D"
                  "1+1") ==
          "'\xEF\xBC\x9D"
          "1+1");
    CHECK(written("\xEF\xBC\x9D") == "\xEF\xBC\x9D");
    CHECK(written(" - ") == "' - ");
    CHECK(written("'") == "'");
    CHECK(written(" x=1") == " x=1");
    CHECK(csv::without_guard("' =1+1") == " =1+1");
    CHECK(written("'s-Gravenhage") == "'s-Gravenhage");
    CHECK(csv::without_guard("'=1+1") == "=1+1");
    CHECK(csv::without_guard("''=1+1") == "'=1+1");
    CHECK(csv::without_guard("'s-Gravenhage") == "'s-Gravenhage");
    CHECK(csv::without_guard("=1+1") == "=1+1");
}
