// What both editions of a provincial table begin with: the locations of its files, the texts of
// people, the exchanges entered in its ledgers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "service/open_files.hpp"
#include "service/workspace.hpp"

namespace spreiding::service {

/// The locations of a file, where its columns stand, and the file.
struct LocatedRows {
    const OpenFile* file = nullptr;
    LocationColumns columns;
    std::vector<Location> locations;
};

struct LocatedFiles {
    std::vector<LocatedRows> files;
    std::optional<std::string> missing;  ///< the first file that was not given
};

/// The ledgers on a day, after agreed exchanges and after proposed ones as well.
struct Books {
    std::optional<CalendarDate> date;
    Ledgers agreed;
    Ledgers proposed;
};

/// What is lent to a ledger that rests on confidential exchanges, so that none of the public ones
/// is refused for what it cannot see.
constexpr std::int64_t lent = 1'000'000'000'000;

/// What a municipality has to do in a ledger, without what was lent to it; nothing where it is not
/// known, or would be below nought.
std::optional<std::int64_t> balance_of(const LedgerColumn& column, std::size_t municipality);

LocatedFiles read_locations(const Workspace& workspace, OpenFiles& open_files, Findings& findings);

/// Texts that people typed elsewhere: notes, open points.
void look_for_persons(const Workspace& workspace, Findings& findings);

Exchange exchange_of(const AskedExchange& asked);

/// The reference dates within the period of an exchange that has not lapsed.
std::vector<CalendarDate> dates_of(const AskedExchange& asked, const Workspace& workspace);

/// Each reference date has ledgers of its own: an exchange moves nothing outside its period.
/// @param start  before any exchange
std::vector<Books> books_of(const Workspace& workspace, const std::vector<LedgerColumn>& start);

/// Of each exchange its place among those that are entered: agreed ones go first, so that no
/// proposal stands in the way of one.
std::vector<std::size_t> places_of_entry(const Workspace& workspace);

/// The exchanges entered in some ledgers in that order; agreed ones alone, or all.
Ledgers entered(const Workspace& workspace, const std::vector<LedgerColumn>& start,
                std::optional<CalendarDate> day, bool with_proposed);

/// What was published or typed in, else the sum of the shares.
IndicativeShare task_of(const Workspace& workspace);
IndicativeShare sum_of_shares(const Workspace& workspace);

/// The grants of all municipalities as they were asked for.
Grants grants_of(const LocationList& list, const Workspace& workspace);

/// Each municipality, by where it stands.
std::vector<std::size_t> all_of(const Workspace& workspace);

}  // namespace spreiding::service
