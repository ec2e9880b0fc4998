// The public edition of a provincial table: public numbers as they are, remainders of confidential
// ones as the core lets them be printed, tests of what is public alone, public exchanges. Nothing
// else in it is computed from what is confidential.
#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <numeric>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "province/disclosure.hpp"
#include "service/contract/province_table.hpp"
#include "service/open_files.hpp"
#include "service/operations.hpp"
#include "service/province_lists.hpp"
#include "service/response.hpp"
#include "values/text.hpp"

namespace spreiding::service {
namespace {

using contract::Release;

/// What the public edition is asked beside the workspace.
struct Question {
    std::vector<Release> releases;           ///< municipalities that let their numbers be printed
    std::vector<LedgerColumn> confidential;  ///< ledgers in which there are confidential exchanges
    std::vector<PrintedEdition> earlier;
    std::optional<std::string> anyway;  ///< why a person prints all remainders
};

class QuestionReader {
  public:
    QuestionReader(const Parameters& parameters, const Workspace& workspace)
        : parameters_(parameters), workspace_(workspace) {}

    Question read() {
        parameters_.each("releases", [&](const Parameters& given, std::size_t) {
            const std::string reason = given.text("reason");
            const auto found =
                find_municipality(given.text("municipality"), workspace_.municipalities);
            if (reason.empty()) given.fail("parameter_invalid", "reason");
            if (!found) given.fail("parameter_invalid", "municipality");
            if (found) question_.releases.push_back({*found, reason});
        });
        parameters_.each("confidentialLedgers", [&](const Parameters& given, std::size_t) {
            question_.confidential.push_back(
                {given.word<Ledger>("ledger"), given.half_year("halfYear"), {}, {}});
        });
        parameters_.each("earlier",
                         [&](const Parameters& given, std::size_t) { read_edition(given); });
        question_.anyway = parameters_.text_if_any("printAnyway");
        if (question_.anyway && question_.anyway->empty())
            parameters_.fail("parameter_invalid", "printAnyway");
        return std::move(question_);
    }

  private:
    // A municipality that is not in the province any more still hides others: it gets a place of
    // its own behind those that are.
    std::size_t place_of(const std::string& code) {
        if (const auto found = find_municipality(code, workspace_.municipalities)) return *found;
        const auto known = std::find(gone_.begin(), gone_.end(), code);
        const auto place = static_cast<std::size_t>(known - gone_.begin());
        if (known == gone_.end()) gone_.push_back(code);
        return workspace_.municipalities.size() + place;
    }

    void read_edition(const Parameters& given) {
        PrintedEdition edition;
        given.each("numbers", [&](const Parameters& number, std::size_t) {
            edition.numbers.push_back({place_of(number.text("municipality")), number.text("key"),
                                       *number.whole("places"), number.flag("public")});
        });
        given.each("sums", [&](const Parameters& sum, std::size_t) {
            SecretSum printed;
            printed.form = *named<RemainderForm>(sum.text("form"));
            for (const Json& member : *sum.find("members")) {
                const auto at = member.get<std::int64_t>();
                if (at < 0 || at >= static_cast<std::int64_t>(edition.numbers.size()))
                    sum.fail("parameter_invalid", "members");
                printed.members.push_back(static_cast<std::size_t>(at));
            }
            edition.sums.push_back(std::move(printed));
        });
        question_.earlier.push_back(std::move(edition));
    }

    const Parameters& parameters_;
    const Workspace& workspace_;
    std::vector<std::string> gone_;
    Question question_;
};

// The locations whose number is public, only to be counted on a day: who continues whom is
// lost.
LocationList public_numbers(LocationList numbers) {
    std::erase_if(numbers.locations,
                  [](const PlacedLocation& placed) { return !placed.location.number_is_public; });
    return numbers;
}

// Whether all that stands in a file is printed: its headings, and rows that are public locations.
// Of a row that could not be read, or a column that nobody asked for, a few digits could be
// guessed.
bool is_all_printed(const LocatedRows& rows) {
    std::set<std::size_t> printed = {rows.columns.header_row};
    for (const Location& location : rows.locations)
        if (location.is_public()) printed.insert(location.row);
    const auto& columns = rows.columns.columns;
    const csv::Sheet& sheet = rows.file->sheet;
    for (std::size_t row = 0; row < sheet.rows(); ++row) {
        const csv::Sheet::Row cells = sheet.row(row);
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const bool is_printed =
                printed.contains(row + 1) &&
                std::find(columns.begin(), columns.end(), column + 1) != columns.end();
            if (!is_printed && !trimmed(cells[column]).empty()) return false;
        }
    }
    return !rows.locations.empty();
}

class Edition {
  public:
    Edition(const Workspace& workspace, Question question, const Files& files)
        : workspace_(workspace), question_(std::move(question)), open_files_(files, findings_) {
        edition_.confidential = std::move(question_.confidential);
        edition_.printed_anyway = question_.anyway;
    }

    // The name of a file that was not given; nothing where all were.
    std::optional<std::string> read_all() {
        LocatedFiles read = read_locations(workspace_, open_files_, findings_);
        if (read.missing) return read.missing;
        std::vector<Location> locations;
        for (LocatedRows& rows : read.files) {
            if (is_all_printed(rows)) edition_.fingerprints.push_back(rows.file->fingerprint());
            std::move(rows.locations.begin(), rows.locations.end(), std::back_inserter(locations));
        }
        for (const Release& release : question_.releases) {
            for (Location& location : locations) {
                if (location.municipality == release.municipality) location.number_is_public = true;
            }
        }
        edition_.releases = std::move(question_.releases);
        edition_.list =
            join_locations(std::move(locations), workspace_.municipalities.size(), findings_);
        edition_.part = public_part(edition_.list);
        edition_.have_more = have_more(edition_.list, edition_.part);
        std::vector<std::vector<std::size_t>> regions;
        for (const Region& region : workspace_.regions)
            regions.push_back(region.members);
        edition_.remainders = public_remainders(edition_.list, workspace_.dates, regions,
                                                question_.earlier, question_.anyway.has_value());
        return std::nullopt;
    }

    Response answer() {
        look_for_persons(workspace_, findings_);
        for (const std::size_t municipality : edition_.remainders.exposed) {
            if (municipality < workspace_.municipalities.size())
                findings_.add({.code = FindingCode::number_exposed,
                               .raw = workspace_.municipalities[municipality].name});
        }
        for (std::size_t at = 0; at < edition_.list.locations.size(); ++at) {
            if (edition_.list.locations[at].location.identity_is_public)
                edition_.shown.push_back(at);
        }
        enter_exchanges();
        return answer_with_receipt(edition_, findings_);
    }

    // What the edition prints, with the numbers behind it: for the confidential workspace.
    Response record() {
        return service::answer(contract::EditionRecord{workspace_, edition_.remainders.edition},
                               {});
    }

  private:
    // Each reference date has ledgers of its own, as in the confidential edition; an exchange is
    // judged as if all of them were in force. One that would be refused but for what is
    // confidential rests on that.
    void enter_exchanges() {
        std::vector<LedgerColumn> start = workspace_.ledgers;
        for (LedgerColumn& column : start) {
            if (!edition_.is_confidential(column)) continue;
            for (std::int64_t& balance : column.balances)
                balance += lent;
        }
        const Ledgers alone = entered(workspace_, workspace_.ledgers, {}, true);
        const Ledgers with_lent = entered(workspace_, start, {}, true);
        const std::vector<std::size_t> places = places_of_entry(workspace_);
        for (std::size_t at = 0; at < places.size(); ++at) {
            const AskedExchange& asked = workspace_.exchanges[at];
            const auto& refusal = with_lent.refusal(places[at]);
            edition_.outcomes.push_back({asked.status, refusal, dates_of(asked, workspace_),
                                         !refusal && alone.refusal(places[at])});
        }
        edition_.books = books_of(workspace_, start);
    }

    const Workspace& workspace_;
    Question question_;
    Findings findings_;
    OpenFiles open_files_;
    contract::PublicEdition edition_{workspace_, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
};

Response made(Parameters& parameters, const Files& files, Response (Edition::*of)()) {
    const auto workspace = read_workspace(parameters);
    if (!workspace) return refuse(*parameters.error());
    Question question = QuestionReader(parameters, *workspace).read();
    if (parameters.error()) return refuse(*parameters.error());
    Edition edition(*workspace, std::move(question), files);
    if (const auto missing = edition.read_all()) return refuse({"file_not_given", *missing});
    return (edition.*of)();
}

}  // namespace

namespace contract {

bool PublicEdition::is_confidential(const LedgerColumn& column) const {
    return std::any_of(confidential.begin(), confidential.end(), [&](const LedgerColumn& other) {
        return other.ledger == column.ledger && other.half_year == column.half_year;
    });
}

// Of a location whose number stays confidential what it is, of one whose identity does nothing.
PublicLocation PublicEdition::location(std::size_t at) const {
    const PlacedLocation& placed = list.locations[shown[at]];
    std::optional<std::int64_t> continues;
    if (placed.continues) {
        const auto found = std::lower_bound(shown.begin(), shown.end(), *placed.continues);
        if (found != shown.end() && *found == *placed.continues) continues = found - shown.begin();
    }
    return {placed.location, continues};
}

std::vector<LedgerTable> PublicEdition::ledger_tables() const {
    std::vector<LedgerTable> tables;
    const bool have_periods =
        std::any_of(workspace.exchanges.begin(), workspace.exchanges.end(),
                    [](const AskedExchange& asked) { return asked.from || asked.until; });
    for (const Books& on : books) {
        for (std::size_t at = 0; at < workspace.ledgers.size(); ++at) {
            const LedgerColumn& before = workspace.ledgers[at];
            const bool by_date = have_periods && !before.half_year;
            if (&on != books.data() && !by_date) continue;
            tables.push_back({before, by_date ? on.date : std::nullopt, on.agreed.columns()[at],
                              on.proposed.columns()[at], is_confidential(before)});
        }
    }
    return tables;
}

// What a municipality has to do after exchanges: regular places and those for minors.
std::optional<Places> PublicEdition::task_after(const Ledgers& ledgers, std::size_t at) const {
    Places task = 0;
    for (const LedgerColumn& column : ledgers.columns()) {
        if (column.ledger != Ledger::asylum_regular && column.ledger != Ledger::asylum_minors)
            continue;
        const auto balance = balance_of(column, at);
        if (!balance && column.knows(at)) return std::nullopt;
        task += balance.value_or(0);
    }
    return task;
}

// Whether anything of a municipality was received: what is not known is not nought.
bool PublicEdition::is_known(std::size_t municipality) const {
    return workspace.received[municipality] != 0 ||
           std::any_of(list.locations.begin(), list.locations.end(),
                       [&](const PlacedLocation& placed) {
                           return placed.location.municipality == municipality;
                       });
}

// Whether a municipality has confidential numbers of a kind on any of the dates: on which, is
// not said.
bool PublicEdition::has_secrets(std::size_t municipality, PlaceKind kind) const {
    const auto counts = [&](const PlacedLocation& placed) {
        return std::any_of(workspace.dates.begin(), workspace.dates.end(),
                           [&](CalendarDate day) { return placed.counts_on(day); });
    };
    return std::any_of(list.locations.begin(), list.locations.end(),
                       [&](const PlacedLocation& placed) {
                           const Location& location = placed.location;
                           return location.municipality == municipality && location.kind == kind &&
                                  !location.number_is_public && counts(placed);
                       });
}

PublicDay PublicEdition::offers_on(std::size_t day) const {
    const CalendarDate date = workspace.dates[day];
    return {*this, day, date,
            offer_balances(places_on(public_numbers(list), date), workspace.indicative)};
}

PublicOffer PublicDay::offer_of(std::size_t at) const {
    PublicOffer offer{edition.is_known(at),
                      balances[at],
                      {},
                      {},
                      {},
                      edition.task_after(edition.books[day].agreed, at)};
    for (const PlaceKind kind : {PlaceKind::regular, PlaceKind::minors, PlaceKind::other_special}) {
        if (edition.has_secrets(at, kind)) offer.more.push_back(kind);
    }
    if (offer.more.empty() && offer.known) offer.difference = balances[at].difference;
    if (!edition.has_secrets(at, PlaceKind::minors) && offer.known)
        offer.minors_difference = balances[at].minors_difference;
    return offer;
}

PublicSum PublicDay::sum_over(std::span<const std::size_t> members,
                              const std::optional<IndicativeShare>& task,
                              const Remainder& remainder) const {
    const auto known = std::count_if(members.begin(), members.end(),
                                     [&](std::size_t at) { return edition.is_known(at); });
    return {known, members.size(), sum_of(balances, members, task), remainder};
}

std::size_t PublicDay::region_count() const {
    return edition.workspace.regions.size();
}

OfRegion<PublicSum> PublicDay::region(std::size_t at) const {
    const Region& region = edition.workspace.regions[at];
    return {region.name, sum_over(region.members, {}, edition.remainders.dates[day].regions[at])};
}

PublicProvince PublicDay::province() const {
    const DateRemainders& remainders = edition.remainders.dates[day];
    return {sum_over(all_of(edition.workspace), edition.workspace.task, remainders.province),
            remainders.minors};
}

PublicTest PublicEdition::test() const {
    return {have_more,
            std::any_of(have_more.begin(), have_more.end(), [](auto flag) { return flag != 0; })};
}

std::optional<PublicDeduction> PublicEdition::deduction() const {
    if (!workspace.deduction) return std::nullopt;
    const auto& [day, reading] = *workspace.deduction;
    return PublicDeduction{test(), day, deduct(part, day, reading).municipalities,
                           task_of(workspace).total};
}

std::optional<PublicDecision> PublicEdition::decision() const {
    if (!workspace.decision) return std::nullopt;
    const auto& [day, reading] = *workspace.decision;
    return PublicDecision{test(), workspace, day, counts_towards_decision(part, day, reading)};
}

std::optional<PublicGrants> PublicEdition::grants() const {
    if (!workspace.grants) return std::nullopt;
    return PublicGrants{test(), grants_of(part, workspace)};
}

}  // namespace contract

Response public_edition(Parameters& parameters, const Files& files) {
    return made(parameters, files, &Edition::answer);
}

Response edition_record(Parameters& parameters, const Files& files) {
    return made(parameters, files, &Edition::record);
}

}  // namespace spreiding::service
