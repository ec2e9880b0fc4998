// The answer of two results beside each other.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "key/change.hpp"
#include "service/contract/common.hpp"

namespace spreiding::service::contract {

/// One municipality, province or the country on both sides.
struct ChangeRow {
    struct Counts {
        std::optional<PlacesRange> from;
        std::optional<PlacesRange> to;

        static std::optional<Places> one(const std::optional<PlacesRange>& range) {
            return range && range->low == range->high ? std::optional(range->low) : std::nullopt;
        }
        std::optional<Places> from_one() const { return one(from); }
        std::optional<Places> to_one() const { return one(to); }
        std::optional<Places> difference() const;
        std::optional<std::string> percent() const;
        /// Whether a side is an interval or a band.
        bool is_range() const;
        std::optional<PlacesRange> difference_range() const;
    };
    std::string code;
    std::string name;
    std::string province;
    Counts places;
    Counts minors;  ///< the part for unaccompanied minors, where a side knows it
    std::string disputed;
    std::optional<ShareChange> change;
    std::optional<Causes> causes;
    std::optional<CauseEnds> ends;  ///< where a side is not known to the place
};

template <>
struct Described<Causes> {
    static constexpr std::string_view name = "ChangeCauses";
    static constexpr std::string_view about =
        "What each cause adds or takes away: nine decimals, a minus where it takes away. Need, "
        "population and score in that order, each the difference of two printed shares; `rounding` "
        "is "
        "what rounding to whole places adds. The four add up to `difference`, to the last digit.";
    template <std::int64_t Causes::*Part>
    static Decimal nine_decimals(const Causes& of) {
        return {of.*Part, 9};
    }
    using fields = Fields<Field<"need", &nine_decimals<&Causes::need>>,
                          Field<"population", &nine_decimals<&Causes::population>>,
                          Field<"score", &nine_decimals<&Causes::score>>,
                          Field<"rounding", &nine_decimals<&Causes::rounding>>>;
};

template <>
struct Described<CauseEnds> {
    using fields = Fields<Field<"low", &CauseEnds::low>, Field<"high", &CauseEnds::high>>;
};

inline std::optional<std::array<Places, 2>> ends_of(const std::optional<PlacesRange>& range) {
    return range ? std::optional(std::array{range->low, range->high}) : std::nullopt;
}
struct CountRanges {
    const ChangeRow::Counts& counts;
};
template <>
struct Described<CountRanges> {
    using Of = CountRanges;
    using fields = Fields<
        Field<"from", [](const Of& of) { return ends_of(of.counts.from); }>,
        Field<"to", [](const Of& of) { return ends_of(of.counts.to); }>,
        Field<"difference", [](const Of& of) { return ends_of(of.counts.difference_range()); }>>;
};

template <>
struct Described<ChangeRow::Counts> {
    static constexpr std::string_view name = "ChangedCount";
    static constexpr std::string_view about =
        "A count on both sides; null: that side does not know it.";
    using Of = ChangeRow::Counts;
    using fields = Fields<
        Field<"from", &Of::from_one>, Field<"to", &Of::to_one>,
        Field<"difference", &Of::difference>,
        Field<"percent", &Of::percent,
              "Of what it was, one decimal; null where there was nothing.">,
        Field<"range",
              [](const Of& of) {
                  return of.is_range() ? std::optional(CountRanges{of}) : std::nullopt;
              },
              "The ends, where a side is an interval or a band; null where both are numbers.">>;
};

inline const std::string* unless_empty(const std::string& text) {
    return text.empty() ? nullptr : &text;
}
template <>
struct Described<ChangeRow> {
    static constexpr std::string_view name = "ChangeRow";
    static constexpr std::string_view about = "A municipality, a province or the country.";
    using Row = ChangeRow;
    using fields = Fields<
        Field<"code", [](const Row& row) { return unless_empty(row.code); },
              "null for a province and the country.">,
        Field<"name", &Row::name>,
        Field<"province", [](const Row& row) { return unless_empty(row.province); }>,
        Part<&Row::places>, Field<"minors", &Row::minors, "The part for unaccompanied minors.">,
        Field<"disputed", &Row::disputed,
              "Why a printed figure is disputed; empty when it is not.">,
        Field<"causes", &Row::causes, "Of a province: the sums of those of its municipalities.">,
        Field<"causeEnds", &Row::ends,
              "Where a side is not known to the place: the causes at both ends of what the "
              "difference "
              "can be. At each end the four add up to it, to the last digit.">,
        Field<
            "shares",
            [](const Row& row) -> std::optional<std::array<Decimal, 4>> {
                if (!row.change) return std::nullopt;
                const ShareChange& change = *row.change;
                return std::array{Decimal{change.from, 9}, Decimal{change.with_need, 9},
                                  Decimal{change.with_inhabitants, 9}, Decimal{change.to, 9}};
            },
            "Shares with nine decimals: as it was, with the new need, with the new inhabitants, as "
            "it is.">>;
};

enum class CausesMissing : std::uint8_t { published, municipalities, scenario };

struct ChangeResult {
    Basis from_basis, to_basis;
    std::optional<CausesMissing> missing;
    const ChangeRow& country;
    const std::vector<ChangeRow>& provinces;
    const std::map<MunicipalityCode, ChangeRow>& municipalities;
};

}  // namespace spreiding::service::contract

namespace spreiding {

template <>
inline constexpr auto words_of<service::contract::CausesMissing> = word_table("", "published",
                                                                              "municipalities",
                                                                              "scenario");

}  // namespace spreiding

namespace spreiding::service::contract {

/// The rows of a map by code.
struct ByCode {
    struct Position {
        std::map<MunicipalityCode, ChangeRow>::const_iterator at;
        const ChangeRow& operator*() const { return at->second; }
        Position& operator++() {
            ++at;
            return *this;
        }
        bool operator!=(const Position& other) const { return at != other.at; }
    };
    const std::map<MunicipalityCode, ChangeRow>& rows;

    Position begin() const { return {rows.begin()}; }
    Position end() const { return {rows.end()}; }
};

template <>
struct Described<ChangeResult> {
    static constexpr std::string_view name = "ChangeResult";
    static constexpr std::string_view about = "Two results beside each other.";
    using Of = ChangeResult;
    using fields = Fields <
                   Field<"fromBasis", [](const Of& of) { return AnyBasis{of.from_basis}; }>,
          Field<"toBasis", [](const Of& of) { return AnyBasis{of.to_basis}; }>,
          Field<
              "causesMissing", &Of::missing,
              "Why there are no causes: a printed table has none, the two lists have other "
              "municipalities, or a what-if lets the score count otherwise or takes municipalities "
              "together.">,
          Field < "need", [](const Of& of) -> const auto& {
        return of.country;
    }
    , "The need of the country on both sides." >, Field < "provinces",
        [](const Of& of) -> const auto& {
        return of.provinces;
    }
    >, Field < "municipalities", [](const Of& of) { return ByCode{of.municipalities}; },
        "Every municipality of either side, in code order." >>
        ;
};

}  // namespace spreiding::service::contract
