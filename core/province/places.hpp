// Reception locations, and how many places there are on a day: per municipality, by kind and by
// certainty. The same people are never counted twice: a location that continues another takes over
// from it.
//
// Besluit gemeentelijke taak mogelijk maken asielopvangvoorzieningen, articles 1.1 and 3.1:
// https://wetten.overheid.nl/BWBR0049310/2024-03-30
//
// Three questions about places stand in files of their own and are never mixed: the deduction from
// the provincial task (`deduction`), what counts towards the distribution decision (`decision`),
// and the grants (`grants`).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "key/allocation.hpp"
#include "values/calendar_date.hpp"
#include "values/finding.hpp"
#include "values/words.hpp"

namespace spreiding {

/// What a place is for. The second and third are special places (opvangplaatsen van bijzondere
/// aard).
enum class PlaceKind : std::uint8_t { regular, minors, other_special };
constexpr std::size_t place_kinds = 3;
template <>
inline constexpr auto words_of<PlaceKind> = word_table("PlaceKind", "regular", "minors",
                                                       "other_special");

constexpr bool is_special(PlaceKind kind) {
    return kind != PlaceKind::regular;
}

/// How sure a place is, as the reports of 2024 told them apart.
enum class Certainty : std::uint8_t { existing, decided, intended };
constexpr std::size_t certainties = 3;
template <>
inline constexpr auto words_of<Certainty> = word_table("Certainty", "existing", "decided",
                                                       "intended");

/// A location, checked: its municipality is one of the province, its days exist, in order.
struct Location {
    std::string id;                ///< as the file gives it; may be empty
    std::string name;              ///< how others refer to it where it has no id
    std::size_t municipality = 0;  ///< index into the province's municipalities
    PlaceKind kind = PlaceKind::regular;
    Places places = 0;                  ///< 0 … 10,000,000
    CalendarDate from;                  ///< first day
    std::optional<CalendarDate> until;  ///< last day; nothing: without end
    Certainty certainty = Certainty::intended;
    std::string continues;            ///< id or name of the location it takes over from; or empty
    bool identity_is_public = false;  ///< name, days and note; confidential unless set otherwise
    bool number_is_public = false;    ///< the number of places on a day; likewise
    std::string note;
    std::string file;                    ///< where it was read
    std::uint32_t row = 0;               ///< as a spreadsheet counts, from 1
    std::uint32_t name_column = 0;       ///< for findings
    std::uint32_t continues_column = 0;  ///< for findings

    bool is_public() const { return identity_is_public && number_is_public; }
};

/// A location with what it is to others.
struct PlacedLocation {
    Location location;
    std::optional<std::size_t> continues;   ///< index of the location it takes over from
    std::vector<std::size_t> continued_by;  ///< indices
    std::optional<CalendarDate>
        counts_until;        ///< last day on which it counts; nothing: without end
    bool counts = true;      ///< false in a circle, and where another took over before it began
    bool in_circle = false;  ///< of locations that continue each other

    bool counts_on(CalendarDate day) const {
        return counts && location.from <= day && (!counts_until || day <= *counts_until);
    }
};

/// The locations of a province, joined.
struct LocationList {
    std::vector<PlacedLocation> locations;
    std::size_t municipalities = 0;
};

/// Joins locations: who continues whom, and until when each counts.
///
/// A location counts until its last day, or until the day before the first location that continues
/// it begins, whichever comes first. Findings: the same location twice in a file (the later is left
/// out), in two files (left out as well), a continued location that is not in the list, one that
/// continues itself through others (none of the circle counts), and one that begins before the
/// location it continues has ended (it takes over, and the overlap is said).
LocationList join_locations(std::vector<Location> read, std::size_t municipalities,
                            Findings& findings);

/// The locations in such an order that each stands after all that continue it.
std::vector<std::size_t> latest_first(const LocationList& list);

/// Places by kind and certainty.
struct PlaceCount {
    std::array<std::array<Places, certainties>, place_kinds> places{};

    Places& at(PlaceKind kind, Certainty certainty) {
        return places[static_cast<std::size_t>(kind)][static_cast<std::size_t>(certainty)];
    }
    Places at(PlaceKind kind, Certainty certainty) const {
        return places[static_cast<std::size_t>(kind)][static_cast<std::size_t>(certainty)];
    }
    Places of(PlaceKind kind) const;
    Places of(Certainty certainty) const;
    Places total() const;
    PlaceCount& operator+=(const PlaceCount& other);

    friend bool operator==(const PlaceCount&, const PlaceCount&) = default;
};

/// Places on a day, one count per municipality.
std::vector<PlaceCount> places_on(const LocationList& list, CalendarDate day);

/// Which certainties take part in a question; the law does not say it in these words.
struct Certainties {
    std::array<bool, certainties> takes_part{};
    bool has(Certainty certainty) const { return takes_part[static_cast<std::size_t>(certainty)]; }
};

/// When a location counts in a question.
struct CountedPeriod {
    bool counts = false;
    CalendarDate from;
    std::optional<CalendarDate> until;  ///< last day; nothing: without end

    bool has(CalendarDate day) const { return counts && from <= day && (!until || day <= *until); }
};

/// When each location counts in a question in which only some certainties take part. A location
/// that takes no part counts nowhere and ends nothing: an intention does not end what exists. What
/// continues such a location takes over from the chain before it.
/// @param begun_by  locations that begin later take no part either
std::vector<CountedPeriod> periods_of(const LocationList& list, const Certainties& taking_part,
                                      std::optional<CalendarDate> begun_by = {});

/// Of each location the nearest before it in its chain that has a part in something.
std::vector<std::optional<std::size_t>> nearest_former(const LocationList& list,
                                                       std::span<const std::uint8_t> has_part);

/// How many of each location's places are still there on a later day, in whatever location: where
/// one is continued without a gap its places stay as far as those that take over have room, and
/// stay themselves.
class Stays {
  public:
    /// Both have to live as long as this.
    Stays(const LocationList& list, std::span<const CountedPeriod> periods);
    std::vector<Places> until(CalendarDate day) const;

  private:
    const LocationList& list_;
    std::span<const CountedPeriod> periods_;
    std::vector<std::size_t> order_;
    std::vector<std::optional<std::size_t>> former_;
};

/// From when the five years of a durable place are counted: the law leaves it open.
enum class FiveYears : std::uint8_t {
    from_start,  ///< from the first day of the location
    remaining,   ///< from the day of the question, or the first day where that is later
};

/// Whether a location is available for at least five years (duurzame opvangplaats).
/// https://wetten.overheid.nl/BWBR0049310/2024-03-30#Hoofdstuk1_Artikel1.1
bool is_durable(const CountedPeriod& period, CalendarDate day, FiveYears reading);

}  // namespace spreiding
