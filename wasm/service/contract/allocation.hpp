// The answer of an allocation.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "key/explanation.hpp"
#include "service/answer.hpp"
#include "service/contract/common.hpp"

namespace spreiding::service::contract {

template <>
inline constexpr std::string_view about_words<NumberKind> =
    "What kind of number someone printed; the kinds are never mixed.";
template <>
inline constexpr std::string_view about_words<Hand> =
    "`first`: the Staatscourant itself; `second`: who saw it; `third`: copied from one of those.";

/// The exact share behind a figure.
struct ShareSteps {
    ExactShare lowest;
};
template <>
struct Described<ShareSteps> {
    static constexpr std::string_view name = "ShareSteps";
    static constexpr std::string_view about = "The share before rounding.";
    using fields = Fields<Field<"fraction", &ShareSteps::lowest, "B × Wf / TWf, exact.">,
                          Field<"decimal", [](const ShareSteps& of) { return of.lowest.decimal(); },
                                "The same with nine decimals, rounded half up.">>;
};

/// A print, beside the inhabitants of what it is about.
struct PublishedFigure {
    const Prints::Print& of;
    std::uint64_t inhabitants;
};
template <>
struct Described<PublishedFigure> {
    static constexpr std::string_view name = "PublishedFigure";
    static constexpr std::string_view about =
        "What someone printed about a municipality or province.";
    using fields = Fields <
                   Field<"places", [](const PublishedFigure& print) { return print.of.places; }>,
          Field<"minors", [](const PublishedFigure& print) { return print.of.minors; }>,
          Field<"perThousand",
                [](const PublishedFigure& print) {
                    return per_thousand(number(print.of.places), print.inhabitants);
                }>,
          Field<"number", [](const PublishedFigure& print) { return print.of.of->number; }>,
          Field<"hand", [](const PublishedFigure& print) { return print.of.of->hand; }>,
          Field < "file", [](const PublishedFigure& print) -> const auto& {
        return print.of.of->file;
    }
    , "The table it stands in, as put." >,
        Field<"source", [](const PublishedFigure& print) { return print.of.source; }>,
        Field<"date", [](const PublishedFigure& print) { return print.of.date; },
              "As the source gives it: `2024`, `2024-01` or `2024-02-01`.">,
        Field<"url", [](const PublishedFigure& print) { return print.of.url; }>, Field < "disputed",
        [](const PublishedFigure& print) { return print.of.disputed; },
        "Why the figure is disputed; empty when it is not." >>
        ;
};

/// The prints of one figure.
struct PrintsBeside {
    Prints::Of prints;
    std::uint64_t inhabitants;
};
inline std::optional<PublishedFigure> best_of(const PrintsBeside& of) {
    const Prints::Print* best = Prints::best_of(of.prints);
    return best == nullptr ? std::nullopt : std::optional(PublishedFigure{*best, of.inhabitants});
}
template <>
struct Described<PrintsBeside> {
    using fields = Fields<
        Field<"published", [](const PrintsBeside& of) { return best_of(of); },
              "The best print of the indicative figure.">,
        Field<"prints",
              [](const PrintsBeside& of) {
                  return Each{of.prints.size(), [of](std::size_t at) {
                                  return PublishedFigure{of.prints[at].second, of.inhabitants};
                              }};
              },
              "Every print, of whatever kind of number, best hand first; that two differ is left "
              "standing.">>;
};

template <>
struct Described<RateRanks> {
    static constexpr std::string_view name = "Ranks";
    static constexpr std::string_view about = "Places in the orders by places per inhabitant.";
    using fields = Fields<Field<"inProvince", &RateRanks::in_province>,
                          Field<"inCountry", &RateRanks::in_country>>;
};

struct MunicipalityRow {
    const AllocationView& view;
    std::size_t at;
    Figure total;
    const RateRanks* rank;

    const MunicipalityList& list() const { return view.list; }
    const Allocation& allocation() const { return view.allocation; }
    Weight weight() const { return allocation().weights[at]; }
    std::optional<std::string> score_text() const {
        if (!view.is_exact()) return std::nullopt;
        return to_text(Decimal{list().scores[at], list().score_decimals});
    }
    std::optional<std::string> weight_text() const {
        if (!view.is_exact()) return std::nullopt;
        return spreiding::weight_text(weight(), allocation().inhabitants,
                                      allocation().score_decimals);
    }
    std::optional<ShareSteps> share() const {
        if (!view.is_exact()) return std::nullopt;
        return ShareSteps{allocation().share(weight()).in_lowest_terms()};
    }
    std::optional<ShareSteps> minors_share() const {
        if (!view.is_exact() || !allocation().minors_need) return std::nullopt;
        return ShareSteps{allocation().minors_share(weight()).in_lowest_terms()};
    }
};
template <>
struct Described<MunicipalityRow> {
    static constexpr std::string_view name = "MunicipalityRow";
    static constexpr std::string_view about = "A municipality with its share.";
    using Row = MunicipalityRow;
    using fields = Fields < Field<"code", [](const Row& row) { return row.list().codes[row.at]; }>,
          Field<"name", [](const Row& row) { return row.list().names[row.at]; }>,
          Field < "province", [](const Row& row) -> const auto& {
        return row.view.province_names[row.list().provinces[row.at]];
    }
    >, Field<"inhabitants", [](const Row& row) { return row.list().inhabitants[row.at]; }>,
        Field<"score", &Row::score_text,
              "SES-WOA score as exact decimal text; null on an estimate and on derived weights.">,
        Field<"weight", &Row::weight_text,
              "Weight (wegingsfactor, Wf), twelve decimals; null on an estimate and on derived "
              "weights.">,
        Field<"share", &Row::share>, Field<"minorsShare", &Row::minors_share>,
        Field<"total", &Row::total>,
        Field<"perThousand",
              [](const Row& row) {
                  return per_thousand(row.total, row.list().inhabitants[row.at]);
              }>,
        Field<"minors", [](const Row& row) { return row.view.told_minors(row.at); },
              "Unaccompanied minors, inside the total; null when their need is unknown.">,
        Part<[](const Row& row) {
            return PrintsBeside{row.view.prints.of_municipality(row.at),
                                row.list().inhabitants[row.at]};
        }>,
        Field < "rank", &Row::rank,
        "Place by places per inhabitant, the most first, equal ones alike: of what is printed, "
        "else of the computed number. null where that is a range for any municipality: a range "
        "has no rank." >>
        ;
};

/// The rows are most of an answer: they are written where it is compiled for speed.
template <>
void write(JsonWriter& json, const MunicipalityRow& row);

struct ProvinceRow {
    const AllocationView& view;
    const ProvincialTask& task;
    Figure total;
};
template <>
struct Described<ProvinceRow> {
    static constexpr std::string_view name = "ProvinceRow";
    static constexpr std::string_view about = "A province with its task.";
    using Row = ProvinceRow;
    using fields = Fields < Field < "name", [](const Row& row) -> const auto& {
        return row.view.province_names[row.task.province];
    }
    >,
        Field<"basis", [](const Row& row) { return AnyBasis{row.view.basis(row.task)}; },
              "`published` where the estimate was scaled to the task that someone printed.">,
        Field<"municipalities", [](const Row& row) { return row.task.municipalities; }>,
        Field<"inhabitants", [](const Row& row) { return row.task.inhabitants; }>,
        Field<"total", &Row::total,
              "The provincial task (opvangopgave): the sum of the rounded shares.">,
        Field<"perThousand",
              [](const Row& row) { return per_thousand(row.total, row.task.inhabitants); }>,
        Field<"minors", [](const Row& row) { return row.view.minors(row.task); }>,
        Part <
            [](const Row& row) {
                return PrintsBeside{row.view.prints.of_province(row.task.province),
                                    row.task.inhabitants};
            } >>
        ;
};

/// The sums of an allocation.
struct Totals {
    const AllocationView& view;

    const Allocation& allocation() const { return view.allocation; }
    std::optional<Places> exact(Places value) const {
        return view.is_exact() ? std::optional(value) : std::nullopt;
    }
    std::optional<Places> of_minors(Places value) const {
        return allocation().minors_need ? exact(value) : std::nullopt;
    }
    std::optional<std::string> total_weight() const {
        if (!view.is_exact()) return std::nullopt;
        return weight_text(allocation().total_weight, allocation().inhabitants,
                           allocation().score_decimals);
    }
};
template <>
struct Described<Totals> {
    static constexpr std::string_view name = "Totals";
    static constexpr std::string_view about = "The sums over all municipalities.";
    using fields = Fields<
        Field<"municipalities", [](const Totals& of) { return of.view.list.size(); }>,
        Field<"inhabitants", [](const Totals& of) { return of.allocation().inhabitants; }>,
        Field<"totalWeight", &Totals::total_weight,
              "TWf with twelve decimals; null on an estimate and on derived weights.">,
        Field<"places", [](const Totals& of) { return of.exact(of.allocation().sum); },
              "Sum of the rounded shares; null on an estimate and on derived weights.">,
        Field<"difference",
              [](const Totals& of) { return of.exact(of.allocation().sum - of.allocation().need); },
              "That sum minus the need: shown, never repaired.">,
        Field<"minors", [](const Totals& of) { return of.of_minors(of.allocation().minors_sum); }>,
        Field<"minorsDifference", [](const Totals& of) {
            return of.of_minors(of.allocation().minors_sum -
                                of.allocation().minors_need.value_or(0));
        }>>;
};

template <>
struct Described<Reproduced> {
    using fields =
        Fields<Field<"exactly", &Reproduced::exactly>, Field<"printed", &Reproduced::printed>>;
};

struct AllocationResult {
    const Inputs& inputs;
    const AllocationView& view;
};
template <>
struct Described<AllocationResult> {
    static constexpr std::string_view name = "AllocationResult";
    static constexpr std::string_view about = "The allocation of a need over all municipalities.";
    using Of = AllocationResult;
    using fields = Fields<
        Field<"basis", [](const Of& of) { return of.inputs.basis(); }>,
        Field<"need", [](const Of& of) { return of.inputs.request().need; }>,
        Field<"minors", [](const Of& of) { return of.inputs.request().minors; }>,
        Part<[](const Of& of) { return Sureness{of.inputs}; }>,
        Part<[](const Of& of) { return Sources{of.inputs}; }>,
        Field<"totals", [](const Of& of) { return Totals{of.view}; }>,
        Field<
            "reproduced",
            [](const Of& of) { return reproduced(of.view, of.inputs.request().need_is_own); },
            "The acid test of scores: of the municipalities that someone printed an indicative "
            "figure of, how many these inputs give exactly. null where nothing is printed, figures "
            "are no numbers, or the need is a person's own.">,
        Field<"municipalities",
              [](const Of& of) {
                  const std::size_t size = of.view.list.size();
                  const std::size_t rows = (size > most_json_rows) ? 0 : size;
                  auto ranks = rows == 0 ? std::vector<RateRanks>{} : shown_ranks(of.view);
                  return Each{rows, [&view = of.view, ranks = std::move(ranks)](std::size_t at) {
                                  const RateRanks* rank = ranks.empty() ? nullptr : &ranks[at];
                                  return MunicipalityRow{view, at, view.total(at), rank};
                              }};
              },
              "In code order. Empty when there are more than 10,000: then `columns` or `csv` holds "
              "them.">,
        Field<"provinces",
              [](const Of& of) {
                  return Each{of.view.allocation.provinces.size(),
                              [&view = of.view](std::size_t at) {
                                  const ProvincialTask& task = view.allocation.provinces[at];
                                  return ProvinceRow{view, task, view.total(task)};
                              }};
              },
              "In the order of `provinces`, those without municipalities left out.">,
        Field<"publishedTotal",
              [](const Of& of) {
                  return best_of(
                      PrintsBeside{of.view.prints.of_country(), of.view.allocation.inhabitants});
              },
              "The published figure for the whole country, where the table has one.">>;
};

}  // namespace spreiding::service::contract
