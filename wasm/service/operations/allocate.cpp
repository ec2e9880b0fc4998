// The allocation of a need over all municipalities: as JSON, and if asked for as a CSV file.
#include <optional>
#include <utility>
#include <vector>

#include "key/allocation.hpp"
#include "service/contract/allocation.hpp"
#include "service/contract/parameters.hpp"
#include "service/inputs.hpp"
#include "service/operations.hpp"
#include "service/response.hpp"

namespace spreiding::service {
namespace {

enum class TableBy : std::uint8_t { municipality, province };

struct CsvWish {
    TableBy by = TableBy::municipality;
    csv::Style style;
};

std::optional<CsvWish> read_csv_wish(const Parameters& parameters) {
    const auto given = parameters.object("csv");
    if (!given) return std::nullopt;
    return CsvWish{given->word<TableBy>("by", asked::table_by), read_style(*given)};
}

std::string csv_of(const AllocationView& view, const CsvWish& wish) {
    return wish.by == TableBy::province ? province_csv(view, wish.style)
                                        : municipality_csv(view, wish.style);
}

}  // namespace

Response allocate(Parameters& parameters, const Files& files) {
    AllocationQuestion question(parameters);
    const auto csv_wish = read_csv_wish(parameters);
    const bool wants_columns = parameters.flag("columns");
    if (!question.open(files)) return question.refusal();
    const Inputs& inputs = question.inputs();
    Findings& findings = question.findings();

    const Allocation allocation = question.allocation();
    const AllocationView view = view_of(inputs, allocation);

    std::vector<Column> columns;
    if (wants_columns && inputs.list().size() > most_json_rows)
        columns = municipality_columns(view);
    if (csv_wish) columns.push_back({"csv", ColumnType::bytes, csv_of(view, *csv_wish)});
    return answer(contract::AllocationResult{inputs, view}, findings, std::move(columns));
}

}  // namespace spreiding::service
