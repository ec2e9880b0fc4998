// What a calculation sheet (Rekenblad) is made of: inputs with their cells, and what the formulas
// come to.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "key/allocation.hpp"
#include "key/figure.hpp"
#include "service/answer.hpp"
#include "service/contract/common.hpp"
#include "service/inputs.hpp"
#include "tables/tables.hpp"

namespace spreiding::service::contract {

struct SheetColumn {
    const LaidOutFile& file;
    ColumnMeaning meaning;

    std::size_t at() const { return file.layout.column(meaning).value_or(0); }
};
template <>
struct Described<SheetColumn> {
    static constexpr std::string_view name = "SheetColumn";
    static constexpr std::string_view about = "The column of a file that an input was read from.";
    using Of = SheetColumn;
    using fields = Fields < Field < "file", [](const Of& of) -> const auto& {
        return of.file.file->name;
    }
    >, Field < "sha256", [](const Of& of) -> const auto& { return of.file.file->fingerprint(); }
    >, Field<"bytes", [](const Of& of) { return of.file.file->original.size(); }>,
        Field<"column", [](const Of& of) { return of.at() + 1; }, "From 1.">, Field < "header",
        [](const Of& of) -> const auto& {
        return of.file.layout.headings[of.at()];
    }
    >> ;
};

/// The allocation that a sheet is made of, with its inputs.
struct SheetOf {
    const Inputs& inputs;
    const Allocation& allocation;

    const MunicipalityList& list() const { return inputs.list(); }
    const std::string& province(std::size_t at) const { return inputs.request().provinces[at]; }
    bool has_minors() const { return allocation.minors_need.has_value(); }
    template <typename Value>
    std::optional<Value> of_minors(Value value) const {
        return has_minors() ? std::optional(value) : std::nullopt;
    }
};
/// What the rows of both kinds of sheet begin with.
struct SheetMunicipality {
    const SheetOf& of;
    std::size_t at;
};
template <>
struct Described<SheetMunicipality> {
    static constexpr std::string_view name = "SheetMunicipality";
    static constexpr std::string_view about = "A municipality with its inhabitants.";
    using Row = SheetMunicipality;
    using fields = Fields < Part<[](const Row& row) {
                       return Called{row.of.list(), row.at};
                   }>,
          Field < "province", [](const Row& row) -> const auto& {
        return row.of.province(row.of.list().provinces[row.at]);
    }
    >, Field<"inhabitants", [](const Row& row) { return row.of.list().inhabitants[row.at]; }>,
        Field < "inhabitantsRow",
        [](const Row& row) { return row.of.list().population_rows[row.at]; },
        "Row of the file, as a spreadsheet counts." >>
        ;
};

struct SheetRow {
    const SheetOf& of;
    std::size_t at;

    Weight weight() const { return of.allocation.weights[at]; }  // fits: see the operation
};
template <>
struct Described<SheetRow> {
    static constexpr std::string_view name = "SheetRow";
    static constexpr std::string_view about = "";
    using Row = SheetRow;
    using fields = Fields<
        Part<[](const Row& row) {
            return SheetMunicipality{row.of, row.at};
        }>,
        Field<"score",
              [](const Row& row) {
                  return Decimal{row.of.list().scores[row.at], row.of.list().score_decimals};
              }>,
        Field<"scoreUnits", [](const Row& row) { return row.of.list().scores[row.at]; },
              "The score in units of 10^-scoreDecimals.">,
        Field<"scoreRow", [](const Row& row) { return row.of.list().score_rows[row.at]; }>,
        Field<"weight", [](const Row& row) { return static_cast<std::int64_t>(row.weight()); },
              "(10^scoreDecimals + scoreUnits) × inhabitants: below 2^53.">,
        Field<"share",
              [](const Row& row) { return row.of.allocation.share(row.weight()).decimal(); },
              "Before rounding, nine decimals.">,
        Field<"places", [](const Row& row) { return row.of.allocation.places[row.at]; }>,
        Field<"minorsShare",
              [](const Row& row) {
                  return row.of.has_minors()
                             ? std::optional(row.of.allocation.minors_share(row.weight()).decimal())
                             : std::nullopt;
              }>,
        Field<"minors", [](const Row& row) {
            return row.of.has_minors() ? std::optional(row.of.allocation.minors[row.at])
                                       : std::nullopt;
        }>>;
};

struct SheetProvince {
    const SheetOf& of;
    const ProvincialTask& task;
};
template <>
struct Described<SheetProvince> {
    using Row = SheetProvince;
    using fields = Fields < Field < "name", [](const Row& row) -> const auto& {
        return row.of.province(row.task.province);
    }
    >, Field<"places", [](const Row& row) { return row.task.places; }>, Field < "minors",
        [](const Row& row) { return row.task.minors; } >>
        ;
};

/// Of which no sheet is made of these: bounds, and bands.
struct ExactBasis {
    Basis of;
};
inline std::string_view to_text(ExactBasis basis) {
    return name_of(basis.of);
}
template <>
inline constexpr std::string_view printed_type<ExactBasis> =
    "Exclude<Basis, 'derived' | 'estimate'>";

struct SheetResult {
    SheetOf made;
};
template <>
struct Described<SheetResult> {
    static constexpr std::string_view name = "SheetResult";
    static constexpr std::string_view about = "The key over inhabitants and scores.";
    using Of = SheetResult;
    using fields = Fields<
        Field<"basis", [](const Of& of) { return ExactBasis{of.made.inputs.basis()}; }>,
        Field<"need", [](const Of& of) { return of.made.allocation.need; }>,
        Field<"minors", [](const Of& of) { return of.made.allocation.minors_need; }>,
        Field<"scoreDecimals", [](const Of& of) { return of.made.allocation.score_decimals; }>,
        Field<"inhabitants", [](const Of& of) { return of.made.allocation.inhabitants; }>,
        Field<"totalWeight",
              [](const Of& of) {
                  return static_cast<std::int64_t>(of.made.allocation.total_weight);
              }>,
        Field<"places", [](const Of& of) { return of.made.allocation.sum; }>,
        Field<"difference",
              [](const Of& of) { return of.made.allocation.sum - of.made.allocation.need; },
              "That sum minus the need.">,
        Field<"minorsPlaces",
              [](const Of& of) { return of.made.of_minors(of.made.allocation.minors_sum); }>,
        Field<"population",
              [](const Of& of) {
                  return SheetColumn{of.made.inputs.population_file(), ColumnMeaning::inhabitants};
              }>,
        Field<"scores",
              [](const Of& of) {
                  return SheetColumn{of.made.inputs.score_file(), ColumnMeaning::score};
              }>,
        Field<"municipalities",
              [](const Of& of) {
                  return Each{of.made.list().size(), [&of](std::size_t at) {
                                  return SheetRow{of.made, at};
                              }};
              }>,
        Field<"provinces", [](const Of& of) {
            return Each{of.made.allocation.provinces.size(), [&of](std::size_t at) {
                            return SheetProvince{of.made, of.made.allocation.provinces[at]};
                        }};
        }>>;
};

struct DerivedSheetRow {
    const SheetOf& of;
    std::size_t at;

    const PrintedTableOfScores& table() const { return *of.inputs.printed(); }
    Figures figures() const { return {of.allocation, of.inputs.uncertainty()}; }
};
template <>
struct Described<DerivedSheetRow> {
    static constexpr std::string_view name = "DerivedSheetRow";
    static constexpr std::string_view about = "";
    using Row = DerivedSheetRow;
    using fields =
        Fields<Part<[](const Row& row) {
                   return SheetMunicipality{row.of, row.at};
               }>,
               Field<"tableInhabitants",
                     [](const Row& row) { return row.table().shares.inhabitants[row.at]; },
                     "As the makers of the table had them.">,
               Field<"printed", [](const Row& row) { return row.table().shares.places[row.at]; }>,
               Field<"printedRow", [](const Row& row) { return row.table().scores.rows[row.at]; }>,
               Field<"total", [](const Row& row) { return row.figures().of(row.at); }>,
               Field<"minors", [](const Row& row) { return row.figures().minors_of(row.at); }>>;
};

struct DerivedSheetProvince {
    const SheetOf& of;
    const ProvincialTask& task;
    Figure total;
    std::optional<Figure> minors;
};
template <>
struct Described<DerivedSheetProvince> {
    using Row = DerivedSheetProvince;
    using fields = Fields < Field < "name", [](const Row& row) -> const auto& {
        return row.of.province(row.task.province);
    }
    >, Field<"total", &Row::total>, Field < "minors", &Row::minors >> ;
};

struct DerivedSheetResult {
    SheetOf made;
    const AllocationView& view;
};
template <>
struct Described<DerivedSheetResult> {
    static constexpr std::string_view name = "DerivedSheetResult";
    static constexpr std::string_view about =
        "What a complete printed table leaves: bounds, by the same formulas as the core's.";
    using Of = DerivedSheetResult;
    using fields = Fields<
        Field<"basis", [](const Of&) { return Literal<"derived">{}; }>,
        Field<"need", [](const Of& of) { return of.made.allocation.need; }>,
        Field<"minors", [](const Of& of) { return of.made.allocation.minors_need; }>,
        Part<[](const Of& of) { return Sureness{of.made.inputs}; }>,
        Field<"population",
              [](const Of& of) {
                  return SheetColumn{of.made.inputs.population_file(), ColumnMeaning::inhabitants};
              }>,
        Field<"tablePopulation",
              [](const Of& of) {
                  return SheetColumn{of.made.inputs.printed()->population,
                                     ColumnMeaning::inhabitants};
              }>,
        Field<"printed",
              [](const Of& of) {
                  return SheetColumn{of.made.inputs.printed()->file, ColumnMeaning::places};
              }>,
        Field<"municipalities",
              [](const Of& of) {
                  return Each{of.made.list().size(), [&of](std::size_t at) {
                                  return DerivedSheetRow{of.made, at};
                              }};
              }>,
        Field<"provinces", [](const Of& of) {
            return Each{of.made.allocation.provinces.size(), [&of](std::size_t at) {
                            const ProvincialTask& task = of.made.allocation.provinces[at];
                            return DerivedSheetProvince{of.made, task, of.view.total(task),
                                                        of.view.minors(task)};
                        }};
        }>>;
};

}  // namespace spreiding::service::contract
