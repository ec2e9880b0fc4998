// Any bytes are read into cells that lie inside them; written and read again they are the same.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "csv/csv.hpp"

using namespace spreiding;

namespace {

void demand(bool holds) {
    if (!holds) std::abort();
}

void demand_same(const csv::Sheet& one, const csv::Sheet& other, bool guarded) {
    demand(one.rows() == other.rows());
    for (std::size_t row = 0; row < one.rows(); ++row) {
        demand(one.columns(row) == other.columns(row));
        for (std::size_t column = 0; column < one.columns(row); ++column) {
            const std::string_view cell = other.cell(row, column);
            demand(one.cell(row, column) == (guarded ? csv::without_guard(cell) : cell));
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    Findings findings;
    const csv::Sheet sheet = csv::read(bytes, "f", findings);
    Findings scalar_findings;
    demand_same(sheet, csv::read(bytes, "f", scalar_findings, {.scalar = true}), false);
    demand(findings.list().size() == scalar_findings.list().size());
    csv::report_uneven_rows(sheet, 1, sheet.rows() > 0 ? sheet.columns(0) : 0, "f", findings);
    if (sheet.rows() == 0) return 0;

    for (const csv::Style style : {csv::international, csv::dutch}) {
        csv::Writer writer(style);
        for (std::size_t row = 0; row < sheet.rows(); ++row) {
            for (std::size_t column = 0; column < sheet.columns(row); ++column)
                writer.text(sheet.cell(row, column));
            writer.end_row();
        }
        const std::string written = std::move(writer).take();
        Findings again;
        const csv::Sheet read = csv::read(written, "f", again, {.separator = style.separator});
        const bool refused =
            again.count(FindingCode::file_empty) > 0 || again.count(FindingCode::nul_byte) > 0;
        if (!refused) demand_same(sheet, read, true);
    }
    return 0;
}
