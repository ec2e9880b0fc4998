// Tables of random cells, written and read back: the same table, in both styles.
#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "csv/csv.hpp"
#include "unless_sanitized.hpp"
#include "values/decimal.hpp"

using namespace spreiding;

namespace {

class Random {
  public:
    std::size_t below(std::size_t bound) {
        state_ ^= state_ << 13U;
        state_ ^= state_ >> 7U;
        state_ ^= state_ << 17U;
        return static_cast<std::size_t>(state_ % bound);
    }

  private:
    std::uint64_t state_ = 0x9E37'79B9'7F4A'7C15U;
};

using Table = std::vector<std::vector<std::string>>;

constexpr auto pieces = std::to_array<std::string_view>(
    {"a", "Súdwest", "\"", "\"\"", "\n",       "\r\n", "\r", ",",   ";",           "\t",
     "|", "'",       "=",  "+",    "-",        "@",    "1",  ".",   "sep=",        " ",
     "€", "😀",       "''", "'=",   "\xC2\xA0", "<b>",  "x",  "0,5", "\xEF\xBB\xBF"});

std::string random_text(Random& random) {
    std::string text;
    for (std::size_t left = random.below(6); left > 0; --left)
        text += pieces[random.below(pieces.size())];
    return text;
}

Table random_table(Random& random) {
    const std::size_t columns = 1 + random.below(5);
    Table table(1 + random.below(6));
    for (auto& row : table) {
        for (std::size_t column = 0; column < columns; ++column)
            row.push_back(random_text(random));
    }
    return table;
}

std::string written(const Table& table, csv::Style style) {
    csv::Writer writer(style);
    for (const auto& row : table) {
        for (const std::string& cell : row)
            writer.text(cell);
        writer.end_row();
    }
    return std::move(writer).take();
}

bool is_blank(const Table& table) {
    return written(table, csv::international).find_first_not_of("\r\n,\" \t\xC2\xA0\xEF\xBB\xBF") ==
           std::string::npos;
}

Table read_back(const std::string& bytes, const csv::CellOptions& reading, bool& clean) {
    Findings findings;
    const csv::Sheet sheet = csv::read(bytes, "file.csv", findings, reading);
    clean = findings.list().empty();
    Table table(sheet.rows());
    for (std::size_t row = 0; row < sheet.rows(); ++row) {
        for (std::size_t column = 0; column < sheet.columns(row); ++column)
            table[row].emplace_back(csv::without_guard(sheet.cell(row, column)));
    }
    return table;
}

}  // namespace

TEST_CASE("any table that is written and read back is the same table") {
    Random random;
    const int many = testing::unless_sanitized(20'000, 2'000);
    for (int i = 0; i < many; ++i) {
        const Table table = random_table(random);
        if (is_blank(table)) continue;  // is read as an empty file, which is a finding
        for (const csv::Style style : {csv::international, csv::dutch}) {
            const std::string bytes = written(table, style);
            CAPTURE(bytes);
            for (const bool scalar : {false, true}) {
                bool clean = false;
                REQUIRE(read_back(bytes, {.scalar = scalar}, clean) == table);
                REQUIRE(clean);
            }
        }
    }
}

TEST_CASE("numbers come back exactly, in both styles") {
    Random random;
    for (int i = 0; i < 5'000; ++i) {
        std::vector<Decimal> numbers;
        for (std::size_t row = 0; row < 1 + random.below(8); ++row) {
            const auto units = static_cast<std::int64_t>(random.below(2'000'000'000)) * 1'000 +
                               static_cast<std::int64_t>(random.below(1'000)) - 1'000'000'000'000;
            numbers.push_back({units, static_cast<int>(random.below(7))});
        }
        for (const csv::Style style : {csv::international, csv::dutch}) {
            csv::Writer writer(style);
            writer.text("naam");
            writer.text("getal");
            writer.end_row();
            for (const Decimal& number : numbers) {
                writer.text("x");
                writer.number(to_text(number));
                writer.end_row();
            }
            const std::string bytes = std::move(writer).take();
            CAPTURE(bytes);
            Findings findings;
            const csv::Sheet sheet = csv::read(bytes, "file.csv", findings);
            REQUIRE(sheet.rows() == numbers.size() + 1);
            for (std::size_t row = 0; row < numbers.size(); ++row) {
                const Notation notation{style.decimal_mark, '\0'};
                REQUIRE(read_decimal(sheet.cell(row + 1, 1), notation).number() == numbers[row]);
            }
        }
    }
}

TEST_CASE("of any bytes the vectors make the same cells as the reference") {
    constexpr std::string_view letters = "ab,;\n\r\"\t\0'|=\xC3\xA9";
    Random random;
    const int many = testing::unless_sanitized(20'000, 2'000);
    for (int i = 0; i < many; ++i) {
        std::string bytes;
        for (std::size_t left = random.below(300); left > 0; --left)
            bytes += letters[random.below(random.below(4) == 0 ? letters.size() : 4)];
        Findings fast_findings;
        Findings scalar_findings;
        const csv::Sheet fast = csv::read(bytes, "f", fast_findings);
        const csv::Sheet scalar = csv::read(bytes, "f", scalar_findings, {.scalar = true});
        REQUIRE(fast.rows() == scalar.rows());
        REQUIRE(fast_findings.list().size() == scalar_findings.list().size());
        for (std::size_t row = 0; row < fast.rows(); ++row) {
            REQUIRE(fast.columns(row) == scalar.columns(row));
            for (std::size_t column = 0; column < fast.columns(row); ++column)
                REQUIRE(fast.cell(row, column) == scalar.cell(row, column));
        }
    }
}
