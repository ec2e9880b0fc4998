// What an allocation looks like from outside: as JSON, as CSV, as columns. Views on one result; the
// only place where a figure leaves the core, so the only place that asks what may be shown.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "csv/csv.hpp"
#include "key/allocation.hpp"
#include "key/figure.hpp"
#include "service/inputs.hpp"
#include "service/json_writer.hpp"
#include "service/prints.hpp"
#include "service/service.hpp"
#include "tables/municipalities.hpp"
#include "tables/tables.hpp"

namespace spreiding::service {

/// An allocation with what it rests on, and what is set beside it.
struct AllocationView {
    const MunicipalityList& list;
    const Allocation& allocation;
    const Uncertainty& uncertainty;
    const std::vector<std::string>& province_names;
    const Prints& prints;
    /// What provinces were scaled to, by province: printed, so no estimate.
    std::span<const std::optional<Places>> tasks{};

    Basis basis() const { return uncertainty.basis; }
    Basis basis(const ProvincialTask& province) const {
        return printed_task(province) ? Basis::published : basis();
    }
    /// Whether weights and shares before rounding are known, and so shown.
    bool is_exact() const { return uncertainty.is_exact(); }
    Figures figures() const { return {allocation, uncertainty}; }
    Figure total(std::size_t municipality) const { return figures().of(municipality); }
    std::optional<Figure> minors(std::size_t municipality) const {
        return figures().minors_of(municipality);
    }
    Figure total(const ProvincialTask& province) const;
    std::optional<Figure> minors(const ProvincialTask& province) const;

  private:
    std::optional<Places> printed_task(const ProvincialTask& province) const;
};

/// The view of a request's own allocation.
AllocationView view_of(const Inputs& inputs, const Allocation& allocation);

/// `record` of an estimate, and `derivation` of derived figures; null where they do not apply.
void write_sureness(JsonWriter& json, const Inputs& inputs);
void write_record(JsonWriter& json, const Uncertainty& uncertainty);

void write_figure(JsonWriter& json, const std::optional<Figure>& figure);
void write_per_thousand(JsonWriter& json, const Figure& figure, std::uint64_t inhabitants);
/// As `Fraction` of the contract.
/// @param lowest  in lowest terms
void write_fraction(JsonWriter& json, const ExactShare& lowest);

void write_totals(JsonWriter& json, const AllocationView& view);
/// Of the municipalities with a printed figure, how many have just that one: null where nothing is
/// printed, what is computed is no number, or the need is another than that of the prints.
void write_reproduced(JsonWriter& json, const AllocationView& view, bool need_is_own);
void write_municipalities(JsonWriter& json, const AllocationView& view);
void write_provinces(JsonWriter& json, const AllocationView& view);
/// The published figure for the whole country, or null.
void write_published_total(JsonWriter& json, const AllocationView& view);

/// The table of municipalities as a file, with Dutch column names, as officials and newsrooms
/// exchange it.
std::string municipality_csv(const AllocationView& view, csv::Style style);
std::string province_csv(const AllocationView& view, csv::Style style);

/// The rows of municipalities as typed columns.
std::vector<Column> municipality_columns(const AllocationView& view);

}  // namespace spreiding::service
