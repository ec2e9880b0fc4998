// What an allocation looks like from outside: the view that answers are described over, as CSV, as
// columns. The only place where a figure leaves the core, so the only place that asks what may be
// shown.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "csv/csv.hpp"
#include "key/allocation.hpp"
#include "key/explanation.hpp"
#include "key/figure.hpp"
#include "service/inputs.hpp"
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
    /// The minors as they are told: where a total was printed of a round that is scaled to its
    /// printed tasks, what follows from that total, which is more than the estimate says.
    std::optional<Figure> told_minors(std::size_t municipality) const;
    Figure total(const ProvincialTask& province) const;
    std::optional<Figure> minors(const ProvincialTask& province) const;

    /// The same where nothing that was printed stands in for it.
    Figure computed_total(const ProvincialTask& province) const;

  private:
    std::optional<Places> printed_task(const ProvincialTask& province) const;
};

/// The view of a request's own allocation.
AllocationView view_of(const Inputs& inputs, const Allocation& allocation);

/// The ranks of what is shown first: what someone printed, else the computed number. None where one
/// of them is a range, because a range has no rank.
std::vector<RateRanks> shown_ranks(const AllocationView& view);

/// Of the municipalities with a printed figure, how many have just that one.
struct Reproduced {
    std::int64_t exactly = 0, printed = 0;
};
/// Nothing where nothing is printed, what is computed is no number, or the need is another than
/// that of the prints.
std::optional<Reproduced> reproduced(const AllocationView& view, bool need_is_own);

/// The table of municipalities as a file, with Dutch column names, as officials and newsrooms
/// exchange it.
std::string municipality_csv(const AllocationView& view, csv::Style style);
std::string province_csv(const AllocationView& view, csv::Style style);

/// The rows of municipalities as typed columns.
std::vector<Column> municipality_columns(const AllocationView& view);

}  // namespace spreiding::service
