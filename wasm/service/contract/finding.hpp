// What was found in files and requests, as it stands in every answer and in the claim of a receipt.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "service/contract/fields.hpp"
#include "values/finding.hpp"

namespace spreiding::service::contract {

template <>
inline constexpr std::string_view about_words<FindingCode> =
    "Every kind of finding. Sentences for each, Dutch and English: `messages.ts`.";
/// A receipt of a later version may have another one.
template <>
inline constexpr std::string_view pattern_of<FindingCode> = "^[a-z0-9_]+$";

inline std::optional<std::uint32_t> other_row_of(const FoundAlso& place) {
    return place.other_row == 0 ? std::nullopt : std::optional(place.other_row);
}
template <>
struct Described<FoundAlso> {
    static constexpr std::string_view name = "FoundAlso";
    static constexpr std::string_view about = "A further cell or row of the same cause.";
    using fields =
        Fields<Field<"row", &FoundAlso::row>, Field<"raw", &FoundAlso::raw>,
               Field<"about", &FoundAlso::about>,
               FieldIfAny<"otherRow", &other_row_of, "Where there is none it is not said.">>;
};

/// A finding, with where else it is.
struct Found {
    const Finding& finding;
    const std::vector<FoundAlso>& places;

    template <auto Member>
    const auto& its() const {
        return finding.*Member;
    }
    Severity severity() const { return severity_of(finding.code); }
    const std::vector<FoundAlso>* also() const { return places.empty() ? nullptr : &places; }
};
template <>
struct Described<Found> {
    static constexpr std::string_view name = "Finding";
    static constexpr std::string_view about = "Something that was found in a file or a request.";
    using fields = Fields<
        Field<"code", &Found::its<&Finding::code>>, Field<"severity", &Found::severity>,
        Field<"file", &Found::its<&Finding::file>,
              "Name of the file, as given to `put`; empty when the finding is about the request.">,
        Field<"row", &Found::its<&Finding::row>,
              "Row as a spreadsheet counts, header included, from 1; 0: the whole file.">,
        Field<"column", &Found::its<&Finding::column>, "Column from 1; 0: the whole row.">,
        Field<"raw", &Found::its<&Finding::raw>,
              "The text of the cell exactly as read (at most 200 characters).">,
        Field<"about", &Found::its<&Finding::about>,
              "What it is about: a column's meaning (`inhabitants`), a municipality's code, a "
              "name. May be empty.">,
        Field<"otherRow", &Found::its<&Finding::other_row>,
              "A second place, such as the first row of a duplicate; 0 when there is none.">,
        Field<"count", &Found::its<&Finding::count>,
              "How many more of the same the finding stands for (skipped rows, …); 1 for a single "
              "cell. Of a column that is proposed: how many are, one of which is meant.">,
        FieldIfAny<"also", &Found::also,
                   "Where else the same is wrong with the same column; the first thousand places, "
                   "of a word a hundred, and none is not said.">>;
};

/// All findings of an answer, each with its places.
inline auto all_found(const Findings& findings) {
    return Each{findings.list().size(), [&findings](std::size_t at) {
                    const Finding& finding = findings.list()[at];
                    return Found{finding, findings.also(finding)};
                }};
}
inline Tally<Severity> counts_of(const Findings& findings) {
    return {{static_cast<std::int64_t>(findings.count(Severity::error)),
             static_cast<std::int64_t>(findings.count(Severity::warning)),
             static_cast<std::int64_t>(findings.count(Severity::note))}};
}

}  // namespace spreiding::service::contract
