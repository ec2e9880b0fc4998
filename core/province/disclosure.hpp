// What the public edition may tell of confidential numbers: statistical disclosure control, as
// statistical offices do it for tables.
//
// Public numbers are printed as they are. Of confidential numbers only sums are printed, each over
// a part of the province on a reference date, and nothing else in the edition is computed from
// them. Sums that are printed beside each other cut the numbers into groups: those that take part
// in the same sums. Who solves all sums, their complements and their changes between dates and
// editions learns at most the sum of each group. So a sum is printed only where every group is safe
// afterwards; then whatever is computed from the sums is safe too, and there is nothing to attack
// one by one.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "province/places.hpp"
#include "values/words.hpp"

namespace spreiding {

/// How a sum of confidential numbers is printed.
enum class RemainderForm : std::uint8_t {
    none,      ///< there are no confidential numbers
    exact,     ///< the sum itself
    range,     ///< a class of fifty: 0 … 49, 50 … 99
    withheld,  ///< that there is more, and no number
};
template <>
inline constexpr auto words_of<RemainderForm> = word_table("", "none", "exact", "range",
                                                           "withheld");

struct Remainder {
    RemainderForm form = RemainderForm::none;
    Places from = 0;  ///< of an exact sum the sum, of a class its first number
    Places to = 0;    ///< the sum again, or the last number of the class

    friend bool operator==(const Remainder&, const Remainder&) = default;
};

/// How wide a class is.
constexpr Places remainder_class = 50;

/// A confidential number of places.
struct Secret {
    std::size_t municipality = 0;
    Places places = 0;
    bool is_known = false;  ///< it was printed before: it hides no other any more
};

/// A sum of secrets.
struct SecretSum {
    std::vector<std::size_t> members;           ///< indices of secrets, in order
    RemainderForm form = RemainderForm::exact;  ///< of a sum that was printed: exact or range
};

struct Suppressed {
    std::vector<Remainder> remainders;      ///< one per wanted sum
    std::vector<std::size_t> told_secrets;  ///< secrets in groups that are not safe, though printed
};

/// Whether the sum of some secrets may be known to anyone, also to one of the municipalities, who
/// knows its own numbers: at least three municipalities take part, what remains without the two
/// largest is at least 15 % of the largest, and all but the largest leave ten places open.
bool is_safe_group(std::span<const Secret> secrets, std::span<const std::size_t> members);

/// Chooses greedily, in order, which sums are printed: first exactly, then those that cannot be by
/// their class, where that leaves every number open by ten places and by 30 % of it.
/// @param printed  sums of earlier editions: they can not be taken back
/// @param wanted   sums of this edition, the most wanted first
/// @param anyway   print all exactly, whatever they tell
Suppressed suppress(std::span<const Secret> secrets, std::span<const SecretSum> printed,
                    std::span<const SecretSum> wanted, bool anyway);

/// What an edition printed, kept in the confidential workspace so that a later one can be set
/// beside it.
struct PrintedEdition {
    struct Number {
        std::size_t municipality = 0;
        std::string key;  ///< what the location is known by from edition to edition
        Places places = 0;
        bool is_public = false;
    };
    std::vector<Number> numbers;
    std::vector<SecretSum> sums;  ///< over `numbers`
};

/// The remainders of one reference date.
struct DateRemainders {
    Remainder province;
    Remainder minors;                ///< of the province, inside its remainder
    std::vector<Remainder> regions;  ///< one per region
};

struct PublicRemainders {
    std::vector<DateRemainders> dates;
    PrintedEdition edition;            ///< what this edition prints, to be kept
    std::vector<std::size_t> exposed;  ///< municipalities of which numbers can be worked out
};

/// The confidential remainders of a public edition.
/// @param regions  members of each region
/// @param earlier  editions that were published before
/// @param anyway   a person has all of them printed, whatever they tell
PublicRemainders public_remainders(const LocationList& list, std::span<const CalendarDate> dates,
                                   std::span<const std::vector<std::size_t>> regions,
                                   std::span<const PrintedEdition> earlier, bool anyway);

/// The locations of which the public edition tells all, with all that they continue and that
/// continue them: what is computed from them alone tells nothing of others.
LocationList public_part(const LocationList& list);

/// Whether a municipality has locations that are not in the public part: one flag each.
std::vector<std::uint8_t> have_more(const LocationList& list, const LocationList& part);

// What the confidential edition says beside its own sums, to be read by receipts of 0.1.0 too.

struct Disclosure {
    std::size_t municipality = 0;
    PlaceKind kind = PlaceKind::regular;
    Certainty certainty = Certainty::existing;
    std::size_t location = 0;  ///< the confidential location whose number can be worked out
};

/// Every sum of a municipality, by kind and certainty, that tells the number of one confidential
/// location on a day, by itself or beside the sum of another day; each location once.
/// @param others  the other days whose sums stand beside it
std::vector<Disclosure> disclosures_on(const LocationList& list, CalendarDate day,
                                       std::span<const CalendarDate> others = {});

}  // namespace spreiding
