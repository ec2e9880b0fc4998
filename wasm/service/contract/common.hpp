// What every answer is made of: figures, fractions, sources.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "key/allocation.hpp"
#include "key/figure.hpp"
#include "service/contract/fields.hpp"
#include "service/contract/finding.hpp"
#include "service/inputs.hpp"
#include "tables/cbs_table.hpp"
#include "values/decimal.hpp"

namespace spreiding::service::contract {

template <>
inline constexpr std::string_view about_words<Basis> =
    "On what a figure rests; the weakest input decides. See DESIGN.md, \"What may be shown as a "
    "figure\".";
template <>
inline constexpr std::string_view about_words<Status> =
    "What the caller says of a file it hands over. `printed` is a bundled table of figures that "
    "someone printed; `loaded` is everything a person brought.";

template <>
struct Described<Figure> {
    static constexpr std::string_view name = "Figure";
    static constexpr std::string_view about =
        "A figure as it may be shown: a number, or a range in whole places. Never both. A "
        "`derived` "
        "range is proven, and where it holds one whole number it is that number; an estimate is a "
        "band and no number.";
    using fields = Fields<Field<"places", &Figure::places>, Field<"low", &Figure::low>,
                          Field<"high", &Figure::high>>;
};

template <>
struct Described<PerThousand> {
    static constexpr std::string_view name = "PerThousand";
    static constexpr std::string_view about =
        "Places per 1,000 inhabitants, as decimal text, rounded half up (ranges outward).";
    using fields = Fields<Field<"value", &PerThousand::value>, Field<"low", &PerThousand::low>,
                          Field<"high", &PerThousand::high>>;
};

template <>
struct Described<ExactShare> {
    static constexpr std::string_view name = "Fraction";
    static constexpr std::string_view about =
        "Exact fraction in lowest terms; both parts are whole numbers in decimal digits.";
    using fields =
        Fields<Field<"numerator", [](const ExactShare& of) { return to_text(of.numerator); }>,
               Field<"denominator", [](const ExactShare& of) { return to_text(of.denominator); }>>;
};

/// An exact value in lowest terms, and the same as decimal text.
struct Exact {
    ExactShare fraction;
    std::string decimal;

    Exact(const ExactShare& value, int decimals)
        : fraction(value), decimal(quotient_text(value.numerator, value.denominator, decimals)) {}
};
template <>
struct Described<Exact> {
    static constexpr std::string_view name = "Exact";
    static constexpr std::string_view about =
        "An exact value: fraction in lowest terms, and decimal text (halves up).";
    using fields = Fields<Field<"fraction", &Exact::fraction>, Field<"decimal", &Exact::decimal>>;
};

template <>
struct Described<CbsTraits> {
    static constexpr std::string_view name = "CbsTraits";
    static constexpr std::string_view about =
        "What must all hold for a loaded file to be taken for CBS's by its form "
        "(`core/tables/cbs_table.hpp`). With the same figures as an official vintage (`sameAs`) it "
        "is "
        "CBS's whatever its form. That a value was edited cannot be seen from the file.";
    using fields =
        Fields<Field<"headings", &CbsTraits::headings,
                     "Figure and region stand under headings exactly as CBS writes them.">,
               Field<"download", &CbsTraits::download,
                     "`Bron: CBS` below, padded keys, or the columns of OData's long form.">,
               Field<"year", &CbsTraits::year,
                     "The one period that counts, a whole year; null: the file does not say it.">,
               Field<"complete", &CbsTraits::complete,
                     "Exactly the municipalities of the round, each once.">,
               Field<"values", &CbsTraits::values,
                     "No official vintage of that year that is inside says otherwise.">>;
};

template <>
struct Described<SourceFile> {
    static constexpr std::string_view name = "SourceFile";
    static constexpr std::string_view about = "A file that an answer rests on.";
    using fields = Fields < Field < "file", [](const SourceFile& of) -> const auto& {
        return of.input.file;
    }
    >, Field<"status", [](const SourceFile& of) { return of.input.status; }>, Field < "sha256",
        [](const SourceFile& of) -> const auto& {
        return of.file.fingerprint();
    }
    , "SHA-256 of the bytes, 64 hexadecimal digits." >,
        Field<"bytes", [](const SourceFile& of) { return of.file.original.size(); }>,
        Field<"rows", &SourceFile::rows>, Field < "sameAs",
        [](const SourceFile& of) -> const auto& {
        return of.is.same_as;
    }
    , "The bundled vintage whose values this loaded file repeats; null when it repeats none." >,
        Field<"basis", [](const SourceFile& of) { return of.is.basis; }>, Field < "cbs",
        [](const SourceFile& of) -> const auto& {
        return of.is.traits;
    }
    , "Of a loaded file, where the municipalities of the round are known: why it is CBS's, or "
      "is not." >>
        ;
};

template <>
struct Described<CellSource> {
    static constexpr std::string_view name = "CellSource";
    static constexpr std::string_view about = "The cell that an input was read from.";
    using fields = Fields < Field < "file", [](const CellSource& of) -> const auto& {
        return of.file.name;
    }
    >, Field < "sha256", [](const CellSource& of) -> const auto& { return of.file.fingerprint(); }
    , "SHA-256 of the file's bytes, 64 hexadecimal digits." >,
        Field<"row",
              [](const CellSource& of) {
                  return of.row == 0 ? std::nullopt : std::optional(of.row);
              },
              "As a spreadsheet counts, from 1; null: the whole column.">,
        Field<"column", [](const CellSource& of) { return of.column + 1; }>,
        Field<"header", &CellSource::header, "The heading of that column, as read.">, Field < "raw",
        &CellSource::raw,
        "The text of the cell exactly as read; null for a whole column, and for an estimated "
        "score." >>
        ;
};

template <>
struct Described<MeasuredBand> {
    static constexpr std::string_view name = "EstimateRecord";
    static constexpr std::string_view about =
        "How often the band of an estimate was right on figures that are known. Measured over the "
        "data inside (`scripts/bands.mjs`), each known figure left out in turn.";
    using fields = Fields<
        Field<"rule", &MeasuredBand::rule,
              "What the estimate is: a table carried over with or without a change of scores, or "
              "scores per postcode.">,
        Field<"margin",
              [](const MeasuredBand& of) {
                  return to_text(Decimal{static_cast<std::int64_t>(of.thousandths), 3});
              },
              "To either side, as a part of the share; what rounding hides comes on top.">,
        Field<"known", &MeasuredBand::known>, Field<"hits", &MeasuredBand::hits>,
        Field<"leaveOneOut", &MeasuredBand::leave_one_out>,
        Field<
            "lowerBound", &MeasuredBand::lower_bound,
            "Of the chance of a hit, at 95 % confidence, if the known figures were a sample, which "
            "they are not.">>;
};
inline const MeasuredBand* record_of(const Uncertainty& uncertainty) {
    return uncertainty.basis == Basis::estimate ? &measured_band(uncertainty.rule) : nullptr;
}

/// The inputs, where a printed table stands in for scores.
struct Derivation {
    const Inputs& inputs;
};
template <>
struct Described<Derivation> {
    static constexpr std::string_view name = "Derivation";
    static constexpr std::string_view about =
        "The table that figures are derived from, or that an estimate was carried over from.";
    using fields = Fields < Field < "table", [](const Derivation& of) -> const auto& {
        return of.inputs.printed_file();
    }
    >, Field < "population", [](const Derivation& of) -> const auto& {
        return of.inputs.printed_use()->population;
    }
    >, Field<"need", [](const Derivation& of) { return of.inputs.printed_use()->need; }>,
        Field < "proven", [](const Derivation& of) { return of.inputs.is_proven(); },
        "Of `derived`: whether the intervals are proven, if the table, its inhabitants and "
        "ordinary rounding hold. Not where figures in the table look wrong." >>
        ;
};

/// What an answer says of how sure its inputs are, and of them.
template <>
struct Described<Uncertainty> {
    using fields = Fields<
        Field<"record", [](const Uncertainty& of) { return record_of(of); }, "Of an estimate.">>;
};
struct Sureness {
    const Inputs& inputs;
};
template <>
struct Described<Sureness> {
    using fields = Fields < Part < [](const Sureness& of) -> const auto& {
        return of.inputs.uncertainty();
    }
    >, Field < "derivation",
        [](const Sureness& of) {
            return of.inputs.printed() ? std::optional(Derivation{of.inputs}) : std::nullopt;
        },
        "Where a printed table stands in for scores." >>
        ;
};
struct Sources {
    const Inputs& inputs;
};
template <>
struct Described<Sources> {
    using fields =
        Fields<Field<"population", [](const Sources& of) { return of.inputs.population_source(); }>,
               Field<"scores", [](const Sources& of) { return of.inputs.score_source(); }>>;
};

/// What someone printed, which is no basis of ours, or what our figure rests on.
struct AnyBasis {
    Basis of;
};
inline std::string_view to_text(AnyBasis basis) {
    return name_of(basis.of);
}
template <>
inline constexpr std::string_view printed_type<AnyBasis> = "Basis | 'published'";

/// A municipality of a list, by what it is called.
struct Called {
    const MunicipalityList& list;
    std::size_t at;
};
template <>
struct Described<Called> {
    using fields = Fields<Field<"code", [](const Called& of) { return of.list.codes[of.at]; }>,
                          Field<"name", [](const Called& of) { return of.list.names[of.at]; }>>;
};

}  // namespace spreiding::service::contract
