// What a calculation sheet (Rekenblad) is made of: every input as a whole number with the cell it
// was read from, and what each formula of the sheet must come to.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "key/allocation.hpp"
#include "service/inputs.hpp"
#include "service/operations.hpp"
#include "service/response.hpp"
#include "values/decimal.hpp"
#include "values/fingerprint.hpp"

namespace spreiding::service {
namespace {

// Spreadsheets compute in floating point, in which whole numbers below 2^53 are exact. The rounding
// formula divides (2·B·w + W) by 2·W: the quotient of two such numbers is never rounded up to a
// whole number that it does not reach, because it stays at least 1 / (2·W) below it.
constexpr Wide exact_in_a_spreadsheet = Wide{1} << 53U;
constexpr std::size_t most_sheet_rows = 10'000;

bool fits(const Allocation& allocation) {
    const Weight largest = *std::max_element(allocation.weights.begin(), allocation.weights.end());
    const Places need = std::max(allocation.need, allocation.minors_need.value_or(0));
    const Wide numerator = 2 * static_cast<Wide>(need) * largest + allocation.total_weight;
    return std::max(numerator, 2 * allocation.total_weight) < exact_in_a_spreadsheet;
}

void write_column(JsonWriter& json, const LaidOutFile& laid_out, ColumnMeaning column) {
    const OpenFile& file = *laid_out.file;
    const std::size_t at = laid_out.layout.column(column).value_or(0);
    json.begin_object();
    json.name("file").text(file.name);
    json.name("sha256").text(file.fingerprint());
    json.name("bytes").number(static_cast<std::int64_t>(file.original.size()));
    json.name("column").number(static_cast<std::int64_t>(at) + 1);
    json.name("header").text(laid_out.layout.headings[at]);
    json.end_object();
}

void write_rows(JsonWriter& json, const MunicipalityList& list, const Allocation& allocation,
                const InputsRequest& request) {
    json.begin_array();
    for (std::size_t i = 0; i < list.size(); ++i) {
        const Weight weight = allocation.weights[i];
        json.begin_object();
        json.name("code").text(list.codes[i].text());
        json.name("name").text(list.names[i]);
        json.name("province").text(request.provinces[list.provinces[i]]);
        json.name("inhabitants").number(list.inhabitants[i]);
        json.name("inhabitantsRow").number(list.population_rows[i]);
        json.name("score").text(to_text(Decimal{list.scores[i], list.score_decimals}));
        json.name("scoreUnits").number(list.scores[i]);
        json.name("scoreRow").number(list.score_rows[i]);
        json.name("weight").number(static_cast<std::int64_t>(weight));
        json.name("share").text(allocation.share(weight).decimal());
        json.name("places").number(allocation.places[i]);
        json.name("minorsShare");
        allocation.minors_need ? json.text(allocation.minors_share(weight).decimal()) : json.null();
        json.name("minors").number_or_null(
            allocation.minors_need ? std::optional(allocation.minors[i]) : std::nullopt);
        json.end_object();
    }
    json.end_array();
}

void write_provinces(JsonWriter& json, const Allocation& allocation, const InputsRequest& request) {
    json.begin_array();
    for (const ProvincialTask& task : allocation.provinces) {
        json.begin_object();
        json.name("name").text(request.provinces[task.province]);
        json.name("places").number(task.places);
        json.name("minors").number_or_null(task.minors);
        json.end_object();
    }
    json.end_array();
}

}  // namespace

Response sheet(Parameters& parameters, const Files& files) {
    const auto request = read_inputs(parameters);
    if (parameters.error()) return refuse(*parameters.error());
    Findings findings;
    const Inputs inputs(*request, files, findings);
    if (inputs.error()) return refuse(*inputs.error(), findings);
    if (!inputs.uncertainty().is_exact()) {
        findings.add({.code = FindingCode::sheet_of_estimate});
        return refuse(findings_are_the_result, findings);
    }
    const Allocation allocation =
        spreiding::allocate(inputs.list(), request->need, request->minors);
    if (inputs.list().size() > most_sheet_rows || !fits(allocation)) {
        findings.add({.code = FindingCode::sheet_too_large});
        return refuse(findings_are_the_result, findings);
    }

    JsonWriter json = accepted();
    json.begin_object();
    json.name("basis").text(name_of(inputs.basis()));
    json.name("need").number(request->need);
    json.name("minors").number_or_null(request->minors);
    json.name("scoreDecimals").number(allocation.score_decimals);
    json.name("inhabitants").number(static_cast<std::int64_t>(allocation.inhabitants));
    json.name("totalWeight").number(static_cast<std::int64_t>(allocation.total_weight));
    json.name("places").number(allocation.sum);
    json.name("difference").number(allocation.sum - allocation.need);
    json.name("minorsPlaces")
        .number_or_null(allocation.minors_need ? std::optional(allocation.minors_sum)
                                               : std::nullopt);
    json.name("population");
    write_column(json, inputs.population_file(), ColumnMeaning::inhabitants);
    json.name("scores");
    write_column(json, inputs.score_file(), ColumnMeaning::score);
    json.name("municipalities");
    write_rows(json, inputs.list(), allocation, *request);
    json.name("provinces");
    write_provinces(json, allocation, *request);
    json.end_object();
    return finish(std::move(json), findings);
}

}  // namespace spreiding::service
