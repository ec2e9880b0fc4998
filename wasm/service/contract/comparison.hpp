// Answers about published tables: beside the own result, what reproduces them, what they imply.
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "published/comparison.hpp"
#include "published/implied.hpp"
#include "published/reproduction.hpp"
#include "service/combinations.hpp"
#include "service/contract/allocation.hpp"
#include "service/printed_file.hpp"
#include "values/wide.hpp"

namespace spreiding {

template <>
inline constexpr auto words_of<Level> = word_table("Level", "country", "province", "municipality");

}  // namespace spreiding

namespace spreiding::service::contract {

template <>
inline constexpr std::string_view about_words<DifferenceClass> =
    "Why a row differs. `rounding`: within what inputs rounded to fewer decimals can move. "
    "`other_inputs` and `other_need`: one single alternative gives it, and more of the whole table "
    "(at least half, and three rows more than the own inputs). `other_municipality`: merged, "
    "divided "
    "or unknown. `sum_of_parts`: a total that is not the sum of the table's own rows.";

template <>
struct Described<PrintedFile> {
    static constexpr std::string_view name = "PrintedSource";
    static constexpr std::string_view about = "A table that someone printed.";
    using fields = Fields < Field < "file", [](const PrintedFile& of) -> const auto& {
        return of.file().name;
    }
    >, Field < "sha256", [](const PrintedFile& of) -> const auto& {
        return of.file().fingerprint();
    }
    >, Field<"bytes", [](const PrintedFile& of) { return of.file().original.size(); }>,
        Field < "rows", [](const PrintedFile& of) { return of.table().rows.size(); },
        "Rows with a figure." >>
        ;
};

/// The name of the list where the row was found in it, else as printed.
inline std::string_view name_in(const Inputs& inputs, const PrintedRow& row) {
    if (row.municipality) return inputs.list().names[*row.municipality];
    if (row.province) return inputs.request().provinces[*row.province];
    return row.name;
}

inline std::optional<std::int64_t> apart(std::optional<Places> own,
                                         std::optional<Places> published) {
    if (!own || !published) return std::nullopt;
    return *own - *published;
}

inline bool holds(const Figure& figure, Places places) {
    if (figure.places) return *figure.places == places;
    return figure.low && figure.high && *figure.low <= places && places <= *figure.high;
}

/// What stands beside a row: a number, or where it is not known to the place its ends.
struct OwnFigures {
    std::optional<Figure> total, minors;
    bool is_classed =
        true;  ///< whether the class is told: it may rest on a number that is not known

    static std::optional<Places> places(const std::optional<Figure>& figure) {
        return figure ? figure->places : std::nullopt;
    }
    std::optional<std::array<Places, 2>> range() const {
        if (!total || total->places || !total->low) return std::nullopt;
        return std::array{*total->low, *total->high};
    }
};

struct ComparedPrint {
    const Inputs& inputs;
    const PrintedFile& file;
    const spreiding::ComparedRow& compared;
    OwnFigures own;

    const PrintedRow& row() const { return file.table().rows[compared.row]; }
    std::optional<Places> own_places() const { return OwnFigures::places(own.total); }
    std::optional<Places> own_minors() const { return OwnFigures::places(own.minors); }
    /// Why the own list has no such municipality, and which of its municipalities that leads to.
    std::optional<Succession> succession() const {
        if (compared.difference != DifferenceClass::other_municipality ||
            row().level != Level::municipality)
            return std::nullopt;
        return file.succession_of(row(), inputs);
    }
};
template <>
struct Described<ComparedPrint> {
    static constexpr std::string_view name = "ComparedRow";
    static constexpr std::string_view about = "A printed figure beside the own one.";
    using Of = ComparedPrint;
    using fields = Fields<
        Field<"row", [](const Of& of) { return of.row().row; },
              "Row of the table as a spreadsheet counts.">,
        Field<"level", [](const Of& of) { return of.row().level; }>,
        Field<"code", [](const Of& of) { return of.row().code; }>,
        Field<"name", [](const Of& of) { return name_in(of.inputs, of.row()); },
              "As the own list has it, where the row was found in it.">,
        Field<"printedName", [](const Of& of) { return of.row().name; }>,
        Field<"own", &Of::own_places,
              "null where it is not known to the place, or the own list has no such municipality.">,
        Field<"ownRange", [](const Of& of) { return of.own.range(); },
              "The ends, where the own figure is an interval or a band.">,
        Field<"published", [](const Of& of) { return of.row().places; }>,
        Field<"difference", [](const Of& of) { return apart(of.own_places(), of.row().places); },
              "own − published.">,
        Field<"inside",
              [](const Of& of) {
                  return of.own.total ? std::optional(holds(*of.own.total, of.row().places))
                                      : std::nullopt;
              },
              "Whether the printed figure is the own one, or lies within its ends.">,
        Field<"class",
              [](const Of& of) {
                  return of.own.is_classed ? std::optional(of.compared.difference) : std::nullopt;
              },
              "null where the own figure is not known to the place, unless the table shows it by "
              "itself.">,
        Field<
            "fate",
            [](const Of& of) {
                const auto succession = of.succession();
                return succession ? std::optional(succession->fate) : std::nullopt;
            },
            "Of class `other_municipality`: whether the municipality was `merged` into one of the "
            "own list, `divided` over several, `formed` later out of several, or is `unknown` to "
            "the "
            "table of changes.">,
        Field<"successors",
              [](const Of& of) {
                  std::vector<Called> successors;
                  if (const auto succession = of.succession()) {
                      for (const std::size_t at : succession->municipalities)
                          successors.push_back({of.inputs.list(), at});
                  }
                  return successors;
              },
              "The municipalities of the own list that it leads to.">,
        Field<
            "combinedFrom", [](const Of& of) { return of.row().parts; },
            "Rounded figures that `published` is the sum of: more than one where `merge` combined "
            "them.">,
        Field<
            "sumOfParts", [](const Of& of) { return of.compared.sum_of_parts; },
            "Of a province or the country: the sum of the table's own rows, where all are there.">,
        Field<"ownMinors", &Of::own_minors>,
        Field<"publishedMinors", [](const Of& of) { return of.row().minors; }>,
        Field<"minorsDifference",
              [](const Of& of) { return apart(of.own_minors(), of.row().minors); }>>;
};

struct Headline {
    std::size_t equal, rows, minors_equal, minors_rows;
};
template <>
struct Described<Headline> {
    using fields = Fields<Field<"equal", &Headline::equal>, Field<"rows", &Headline::rows>,
                          Field<"minorsEqual", &Headline::minors_equal>,
                          Field<"minorsRows", &Headline::minors_rows>>;
};

struct Within {
    std::int64_t inside = 0;
    std::int64_t rows = 0;
};
template <>
struct Described<Within> {
    using fields = Fields<Field<"inside", &Within::inside>, Field<"rows", &Within::rows>>;
};

struct ComparedTotals {
    Places own, published;
};
template <>
struct Described<ComparedTotals> {
    using fields =
        Fields<Field<"own", &ComparedTotals::own>, Field<"published", &ComparedTotals::published>,
               Field<"difference", [](const ComparedTotals& of) { return of.own - of.published; }>>;
};

struct Cause {
    const JoinedVintages* vintages;
    std::optional<Places> need;
    std::size_t reproduced;
};
template <>
struct Described<Cause> {
    using fields = Fields<
        Field<"population",
              [](const Cause& of) { return of.vintages ? &of.vintages->population : nullptr; }>,
        Field<"scores",
              [](const Cause& of) { return of.vintages ? &of.vintages->scores : nullptr; }>,
        Field<"isEstimate",
              [](const Cause& of) { return of.vintages != nullptr && of.vintages->is_estimate(); }>,
        Field<"need", &Cause::need>,
        Field<"reproduced", &Cause::reproduced, "Rows of the whole table that it gives.">>;
};

struct CompareResult {
    const Inputs& inputs;
    const PrintedFile& file;
    std::vector<ComparedPrint> rows{};
    std::optional<Headline> headline{};
    std::optional<Within> within{};
    std::optional<ComparedTotals> totals{};
    std::optional<Tally<DifferenceClass>> classes{};
    std::optional<Cause> cause{};
    std::vector<std::size_t> not_printed{};
};
template <>
struct Described<CompareResult> {
    static constexpr std::string_view name = "CompareResult";
    static constexpr std::string_view about = "A published table beside the own result.";
    using Of = CompareResult;
    using fields = Fields < Field<"basis", [](const Of& of) { return of.inputs.basis(); }>,
          Field<"need", [](const Of& of) { return of.inputs.request().need; }>,
          Field<"minors", [](const Of& of) { return of.inputs.request().minors; }>,
          Part<[](const Of& of) { return Sureness{of.inputs}; }>,
          Part<[](const Of& of) { return Sources{of.inputs}; }>, Field < "table",
          [](const Of& of) -> const auto& {
        return of.file;
    }
    >, Field<"rows", &Of::rows>,
        Field<
            "headline", &Of::headline,
            "\"n of m reproduced exactly\"; null where figures are not known to the place, as are "
            "totals and classes.">,
        Field<"within", &Of::within,
              "Where own figures are intervals or bands: how many printed figures lie in theirs.">,
        Field<"totals", &Of::totals, "Over the rows of municipalities that the own list has.">,
        Field<"classes", &Of::classes>,
        Field<"cause", &Of::cause,
              "The alternative that rows of class `other_inputs` or `other_need` share.">,
        Field < "notPrinted",
        [](const Of& of) {
            return Each{of.not_printed.size(), [&of](std::size_t at) {
                            return Called{of.inputs.list(), of.not_printed[at]};
                        }};
        },
        "Municipalities of the own list without a row." >>
        ;
};

/// A figure in two printed tables, or in one of them.
struct PrintedPair {
    const Inputs& inputs;
    const PrintedRow* one;
    const PrintedRow* other;

    const PrintedRow& either() const { return one != nullptr ? *one : *other; }
    static std::optional<Places> places(const PrintedRow* row) {
        return row == nullptr ? std::nullopt : std::optional(row->places);
    }
    static std::optional<Places> minors(const PrintedRow* row) {
        return row == nullptr ? std::nullopt : row->minors;
    }
};
template <>
struct Described<PrintedPair> {
    static constexpr std::string_view name = "PairedRow";
    static constexpr std::string_view about = "A figure in two printed tables, or in one of them.";
    using Of = PrintedPair;
    using fields =
        Fields<Field<"level", [](const Of& of) { return of.either().level; }>,
               Field<"code", [](const Of& of) { return of.either().code; }>,
               Field<"name", [](const Of& of) { return name_in(of.inputs, of.either()); }>,
               Field<"one", [](const Of& of) { return Of::places(of.one); },
                     "null: only in the other table.">,
               Field<"other", [](const Of& of) { return Of::places(of.other); }>,
               Field<"difference",
                     [](const Of& of) { return apart(Of::places(of.other), Of::places(of.one)); },
                     "other − one.">,
               Field<"oneMinors", [](const Of& of) { return Of::minors(of.one); }>,
               Field<"otherMinors", [](const Of& of) { return Of::minors(of.other); }>,
               Field<"minorsDifference",
                     [](const Of& of) { return apart(Of::minors(of.other), Of::minors(of.one)); }>>;
};

struct CompareTablesResult {
    const PrintedFile& table;
    const PrintedFile& other;
    std::vector<PrintedPair> rows{};
    std::int64_t equal = 0;
    std::int64_t paired = 0;
};
template <>
struct Described<CompareTablesResult> {
    static constexpr std::string_view name = "CompareTablesResult";
    static constexpr std::string_view about = "Two published tables beside each other.";
    using Of = CompareTablesResult;
    using fields = Fields < Field < "table", [](const Of& of) -> const auto& { return of.table; }
    >, Field < "other", [](const Of& of) -> const auto& { return of.other; }
    >, Field<"rows", &Of::rows>, Field<"equal", &Of::equal, "Pairs with the same figures.">,
        Field < "paired", &Of::paired, "Rows that both tables have." >>
        ;
};

/// Vintages, with how well they reproduce a table.
struct Ranked {
    const JoinedVintages* vintages;
    const PrintedTable* table;
    std::optional<Reproduction> found{};  ///< nothing over a list that is not complete
    std::optional<FactorFit> factor{};

    std::size_t matches() const {
        return std::max(found ? found->matches : 0, factor ? factor->matches : 0);
    }
    std::int64_t median() const { return factor ? factor->median : 0; }
    template <auto Value>
    static std::optional<std::int64_t> of_found(const Ranked& of) {
        if (!of.found) return std::nullopt;
        return static_cast<std::int64_t>((*of.found).*Value);
    }
};

/// As per cent with two decimals: 0.28.
inline std::string per_cent(std::int64_t millionths) {
    const auto size = static_cast<Wide>(millionths < 0 ? -millionths : millionths);
    return to_text(SignedFraction{millionths < 0, size, 10'000}, 2);
}

struct Miss {
    const MunicipalityList& list;
    const FactorFit::Miss& miss;
};
template <>
struct Described<Miss> {
    using fields = Fields<
        Part<[](const Miss& of) {
            return Called{of.list, of.miss.municipality};
        }>,
        Field<"printed", [](const Miss& of) { return of.miss.printed; }>,
        Field<"deviation", [](const Miss& of) { return per_cent(of.miss.deviation); },
              "Of what the list gives from what is printed, before rounding: per cent with two "
              "decimals.">>;
};

struct Fit {
    const MunicipalityList& list;
    const FactorFit& fit;
};
template <>
struct Described<Fit> {
    static constexpr std::string_view name = "FactorFit";
    static constexpr std::string_view about =
        "A list judged up to one factor: an incomplete list, or one that is too high as a whole, "
        "may "
        "still tell the ratios of the table. The factor is the middle of the range that gives the "
        "most municipalities exactly; of several ranges the one with the smaller median deviation.";
    using fields = Fields<
        Field<"rows", [](const Fit& of) { return of.fit.rows; }, "Municipalities that both have.">,
        Field<"matches", [](const Fit& of) { return of.fit.matches; }>,
        Field<"factor",
              [](const Fit& of) {
                  return Decimal{of.fit.factor, 6};
              },
              "By which need × weight ÷ total weight is multiplied: decimal text.">,
        Field<
            "median", [](const Fit& of) { return per_cent(of.fit.median); },
            "Half of the municipalities deviate by this at most, at that factor: per cent with two "
            "decimals.">,
        Field<"leastMedian", [](const Fit& of) { return per_cent(of.fit.least_median); },
              "The least that any factor makes of the median.">,
        Field<"misses",
              [](const Fit& of) {
                  return Each{std::min<std::size_t>(20, of.fit.misses.size()),
                              [&list = of.list, &fit = of.fit](std::size_t at) {
                                  return Miss{list, fit.misses[at]};
                              }};
              },
              "Those that are not given exactly, the farthest first; at most twenty.">>;
};

template <>
struct Described<Ranked> {
    static constexpr std::string_view name = "RankedVintages";
    static constexpr std::string_view about = "Vintages, with how well they reproduce a table.";
    using fields = Fields < Field < "population", [](const Ranked& of) -> const auto& {
        return of.vintages->population;
    }
    >, Field<"populationStatus", [](const Ranked& of) { return of.vintages->population_status; }>,
        Field < "scores", [](const Ranked& of) -> const auto& {
        return of.vintages->scores;
    }
    >, Field<"scoresStatus", [](const Ranked& of) { return of.vintages->score_status; }>,
        Field<"isEstimate", [](const Ranked& of) { return of.vintages->is_estimate(); }>,
        Field<"isIncomplete", [](const Ranked& of) { return of.vintages->is_incomplete; },
              "Whether scores of some municipalities are lacking: then only `fit` is judged.">,
        Field<"matches", [](const Ranked& of) { return of.found ? of.found->matches : 0; },
              "Rows reproduced exactly without a factor, of `rows`.">,
        Field<"rows", [](const Ranked& of) { return of.table->rows.size(); }>,
        Field<"need", &Ranked::of_found<&Reproduction::need>,
              "Of the needs that reproduce most, the nearest to what the table says.">,
        Field<"firstNeed", &Ranked::of_found<&Reproduction::first_need>,
              "Those around it that reproduce as many.">,
        Field<"lastNeed", &Ranked::of_found<&Reproduction::last_need>>,
        Field<"totalDifference", &Ranked::of_found<&Reproduction::total_difference>,
              "Σ |own − published|.">,
        Field < "fit",
        [](const Ranked& of) {
            return of.factor ? std::optional(Fit{of.vintages->list, *of.factor}) : std::nullopt;
        },
        "null where the table prints fewer than two municipalities that the list has." >>
        ;
};

enum class NeedsFrom : std::uint8_t { sum_of_municipalities, country_row, given };

/// The needs that are searched.
struct SearchedNeeds {
    NeedRange range;
    NeedsFrom from;
    Places reference;
};

template <>
struct Described<IncomparableVintages> {
    using fields =
        Fields<Field<"population", &IncomparableVintages::population>,
               Field<"scores", &IncomparableVintages::scores>,
               Field<"municipalitiesApart", &IncomparableVintages::municipalities_apart>>;
};

/// An implied score, beside the one at hand.
struct ImpliedRow {
    static constexpr int decimals = 6;

    const Inputs& inputs;
    const ImpliedFactor& factor;
    Places published;
    bool is_reference;

    const MunicipalityList& list() const { return inputs.list(); }
    std::size_t at() const { return factor.municipality; }
    bool is_shown() const { return inputs.score_basis() < Basis::derived; }
    std::string low_factor() const;
    std::optional<std::string> high_factor() const;
    std::string low_score() const;
    std::optional<std::string> high_score() const;
    std::optional<std::string> width() const;
};
template <>
struct Described<ImpliedRow> {
    static constexpr std::string_view name = "ImpliedRow";
    static constexpr std::string_view about = "What a table implies of a score.";
    using Of = ImpliedRow;
    using fields = Fields<
        Part<[](const Of& of) {
            return Called{of.list(), of.at()};
        }>,
        Field<"inhabitants", [](const Of& of) { return of.list().inhabitants[of.at()]; }>,
        Field<"published", &Of::published>, Field<"isReference", &Of::is_reference>,
        Field<"lowFactor", &Of::low_factor,
              "Interval of (1 + score), six decimals, outward; null: no upper end is known.">,
        Field<"highFactor", &Of::high_factor>, Field<"lowScore", &Of::low_score>,
        Field<"highScore", &Of::high_score>, Field<"width", &Of::width>,
        Field<"says", [](const Of& of) { return informs(of.factor); },
              "What that width is worth: at most 0.01, at most 0.05, wider, or without an upper "
              "end.">,
        Field<"score",
              [](const Of& of) {
                  return of.is_shown() ? std::optional(Decimal{of.list().scores[of.at()],
                                                               of.list().score_decimals})
                                       : std::nullopt;
              },
              "The score at hand; null where it is an estimate.">,
        Field<"holds",
              [](const Of& of) {
                  return of.is_shown()
                             ? std::optional(spreiding::holds(of.factor, of.list().scores[of.at()],
                                                              of.list().score_decimals))
                             : std::nullopt;
              },
              "Whether that lies in the interval; outside it other inputs were used.">>;
};

struct CarriedRow {
    const MunicipalityList& list;
    std::size_t at;
    Places published;
    std::uint32_t inhabitants;
    Figure total;
};
template <>
struct Described<CarriedRow> {
    static constexpr std::string_view name = "CarriedRow";
    static constexpr std::string_view about = "A share, carried to another round.";
    using fields = Fields<
        Part<[](const CarriedRow& of) {
            return Called{of.list, of.at};
        }>,
        Field<"published", &CarriedRow::published>, Field<"inhabitants", &CarriedRow::inhabitants>,
        Field<"total", &CarriedRow::total, "A proven interval; one number where it holds one.">,
        Field<"perThousand",
              [](const CarriedRow& of) { return per_thousand(of.total, of.inhabitants); }>>;
};

struct Carried {
    Places need;
    std::string_view population;  ///< file
    std::vector<CarriedRow> municipalities;
};
template <>
struct Described<Carried> {
    using fields = Fields<
        Field<"basis", [](const Carried&) { return Literal<"derived">{}; }>,
        Field<"ends", [](const Carried&) { return Literal<"half_open">{}; },
              "A share rounded to v lay in v − 1/2 … v + 1/2, whose upper end is not attained.">,
        Field<"need", &Carried::need>, Field<"population", &Carried::population>,
        Field<"municipalities", &Carried::municipalities>>;
};

struct ImpliedResult {
    const Inputs& inputs;
    const PrintedFile& table;
    std::vector<ImpliedRow> municipalities;
    std::optional<Carried> carried;
};
template <>
struct Described<ImpliedResult> {
    static constexpr std::string_view name = "ImpliedResult";
    static constexpr std::string_view about = "What a published table implies.";
    using Of = ImpliedResult;
    using fields = Fields < Field<"need", [](const Of& of) { return of.inputs.request().need; }>,
          Part<[](const Of& of) { return Sources{of.inputs}; }>, Field < "table",
          [](const Of& of) -> const auto& {
        return of.table;
    }
    >, Field<"municipalities", &Of::municipalities>, Field < "carried", &Of::carried >> ;
};

}  // namespace spreiding::service::contract

namespace spreiding {

template <>
inline constexpr auto words_of<service::contract::NeedsFrom> = word_table("",
                                                                          "sum_of_municipalities",
                                                                          "country_row", "given");

}  // namespace spreiding

namespace spreiding::service::contract {

template <>
struct Described<SearchedNeeds> {
    using fields = Fields<Field<"first", [](const SearchedNeeds& of) { return of.range.first; }>,
                          Field<"last", [](const SearchedNeeds& of) { return of.range.last; }>,
                          Field<"from", &SearchedNeeds::from>>;
};

struct ReproduceResult {
    const PrintedFile& table;
    SearchedNeeds needs;
    std::span<const Ranked> ranking;
    std::span<const IncomparableVintages> incomparable;
};
template <>
struct Described<ReproduceResult> {
    static constexpr std::string_view name = "ReproduceResult";
    static constexpr std::string_view about =
        "Which vintages and which need reproduce a table best.";
    using Of = ReproduceResult;
    using fields = Fields < Field < "table", [](const Of& of) -> const auto& { return of.table; }
    >, Field<"needs", &Of::needs, "The needs that were searched, and why those.">,
        Field<"ranking", &Of::ranking,
              "By exact matches, with or without the factor, then by median deviation.">,
        Field < "incomparable", &Of::incomparable,
        "Vintages that are not of the same municipalities." >>
        ;
};

}  // namespace spreiding::service::contract
