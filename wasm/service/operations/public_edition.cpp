// The public edition of a provincial table: public numbers as they are, remainders of confidential
// ones as the core lets them be printed, tests of what is public alone, public exchanges. Nothing
// else in it is computed from what is confidential.
#include <algorithm>
#include <iterator>
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

namespace spreiding::service {
namespace {

constexpr std::size_t most_editions = 1'000;
constexpr std::size_t most_numbers = 1'000'000;
// What is lent to a ledger that rests on confidential exchanges, so that none of the public ones
// is refused for what it cannot see.
constexpr std::int64_t lent = 1'000'000'000'000;

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
    QuestionReader(Parameters& parameters, const Workspace& workspace)
        : parameters_(parameters), workspace_(workspace) {}

    std::optional<Question> read() {
        each_object(parameters_, "releases", 100, [&](Parameters& given, std::size_t) {
            const auto municipality = municipality_of(given);
            const auto reason = given.text("reason");
            if (reason && reason->empty()) given.fail("parameter_invalid", "reason");
            if (municipality && reason) question_.releases.push_back({*municipality, *reason});
        });
        each_object(parameters_, "confidentialLedgers", 1'000,
                    [&](Parameters& given, std::size_t) { read_ledger(given); });
        each_object(parameters_, "earlier", most_editions,
                    [&](Parameters& given, std::size_t) { read_edition(given); });
        if (parameters_.find("printAnyway") != nullptr) {
            question_.anyway = parameters_.text("printAnyway");
            if (question_.anyway && question_.anyway->empty())
                parameters_.fail("parameter_invalid", "printAnyway");
        }
        if (parameters_.error()) return std::nullopt;
        return std::move(question_);
    }

  private:
    std::optional<std::size_t> municipality_of(Parameters& given) const {
        const auto code = given.text("municipality");
        if (!code) return std::nullopt;
        const auto found = find_municipality(*code, workspace_.municipalities);
        if (!found) given.fail("parameter_invalid", "municipality");
        return found;
    }

    void read_ledger(Parameters& given) {
        const auto name = given.text("ledger");
        const auto ledger = name ? named<Ledger>(*name) : std::nullopt;
        std::optional<HalfYear> half_year;
        if (given.find("halfYear") != nullptr) {
            const auto text = given.text("halfYear");
            half_year = text ? read_half_year(*text) : std::nullopt;
            if (!half_year) given.fail("parameter_invalid", "halfYear");
        }
        if (!ledger) given.fail("parameter_invalid", "ledger");
        if (!given.error()) question_.confidential.push_back({*ledger, half_year, {}, {}});
    }

    // A municipality that is not in the province any more still hides others: it gets a place of
    // its own behind those that are.
    std::size_t place_of(const std::string& code) {
        if (const auto found = find_municipality(code, workspace_.municipalities)) return *found;
        const auto known = std::find(gone_.begin(), gone_.end(), code);
        const auto place = static_cast<std::size_t>(known - gone_.begin());
        if (known == gone_.end()) gone_.push_back(code);
        return workspace_.municipalities.size() + place;
    }

    void read_edition(Parameters& given) {
        PrintedEdition edition;
        each_object(given, "numbers", most_numbers, [&](Parameters& number, std::size_t) {
            const auto code = number.text("municipality");
            const auto key = number.text("key");
            const auto places = whole_within(number, "places", 0, most_places);
            if (code && key && places)
                edition.numbers.push_back({place_of(*code), *key, *places, number.flag("public")});
        });
        each_object(given, "sums", most_numbers, [&](Parameters& sum, std::size_t) {
            constexpr std::array<std::string_view, 2> forms = {"exact", "range"};
            SecretSum printed;
            printed.form = word(sum, "form", forms).value_or(0) == 0 ? RemainderForm::exact
                                                                     : RemainderForm::range;
            const Json* members = sum.find("members");
            bool right = members != nullptr && members->is_array();
            for (std::size_t at = 0; right && at < members->size(); ++at) {
                const Json& member = (*members)[at];
                right = member.is_number_unsigned() &&
                        member.get<std::size_t>() < edition.numbers.size();
                if (right) printed.members.push_back(member.get<std::size_t>());
            }
            if (!right) sum.fail("parameter_invalid", "members");
            edition.sums.push_back(std::move(printed));
        });
        question_.earlier.push_back(std::move(edition));
    }

    Parameters& parameters_;
    const Workspace& workspace_;
    std::vector<std::string> gone_;
    Question question_;
};

class Edition {
  public:
    Edition(const Workspace& workspace, Question question, const Files& files)
        : workspace_(workspace), question_(std::move(question)), open_files_(files, findings_) {}

    // The name of a file that was not given; nothing where all were.
    std::optional<std::string> read_all() {
        LocatedFiles read = read_locations(workspace_, open_files_, findings_);
        if (read.missing) return read.missing;
        std::vector<Location> locations;
        for (LocatedRows& rows : read.files) {
            const auto is_public = [](const Location& location) { return location.is_public(); };
            if (!rows.locations.empty() &&
                std::all_of(rows.locations.begin(), rows.locations.end(), is_public))
                edition_.files.push_back({rows.file->fingerprint()});
            std::move(rows.locations.begin(), rows.locations.end(), std::back_inserter(locations));
        }
        for (const Release& release : question_.releases) {
            for (Location& location : locations) {
                if (location.municipality == release.municipality) location.number_is_public = true;
            }
        }
        list_ = join_locations(std::move(locations), workspace_.municipalities.size(), findings_);
        part_ = public_part(list_);
        more_ = have_more(list_, part_);
        std::vector<std::vector<std::size_t>> regions;
        for (const Region& region : workspace_.regions)
            regions.push_back(region.members);
        remainders_ = public_remainders(list_, workspace_.dates, regions, question_.earlier,
                                        question_.anyway.has_value());
        return std::nullopt;
    }

    Response answer() {
        look_for_persons(workspace_, findings_);
        for (const std::size_t municipality : remainders_.exposed) {
            if (municipality < workspace_.municipalities.size())
                findings_.add({.code = FindingCode::number_exposed,
                               .raw = workspace_.municipalities[municipality].name});
        }
        note_locations();
        note_exchanges();
        note_offers();
        note_deduction();
        note_decision();
        note_grants();
        edition_.releases = question_.releases;
        edition_.printed_anyway = question_.anyway;
        return answer_with_receipt(edition_, findings_);
    }

    // What the edition prints, with the numbers behind it: for the confidential workspace.
    Response record() {
        contract::EditionRecord record{{}, remainders_.edition.sums};
        for (const PrintedEdition::Number& number : remainders_.edition.numbers)
            record.numbers.push_back(
                {workspace_.municipalities[number.municipality].code.text(), number});
        return service::answer(record, {});
    }

  private:
    // Of a location whose number stays confidential what it is, of one whose identity does nothing.
    void note_locations() {
        std::vector<std::int64_t> shown(list_.locations.size(), -1);
        std::int64_t count = 0;
        for (std::size_t at = 0; at < shown.size(); ++at) {
            if (list_.locations[at].location.identity_is_public) shown[at] = count++;
        }
        for (std::size_t at = 0; at < shown.size(); ++at) {
            if (shown[at] < 0) continue;
            const PlacedLocation& placed = list_.locations[at];
            const bool is_shown = placed.continues && shown[*placed.continues] >= 0;
            edition_.locations.push_back(
                {placed.location,
                 is_shown ? std::optional(shown[*placed.continues]) : std::nullopt});
        }
    }

    bool is_confidential(const LedgerColumn& column) const {
        return std::any_of(question_.confidential.begin(), question_.confidential.end(),
                           [&](const LedgerColumn& other) {
                               return other.ledger == column.ledger &&
                                      other.half_year == column.half_year;
                           });
    }

    // Each reference date has ledgers of its own, as in the confidential edition; an exchange is
    // judged as if all of them were in force.
    void note_exchanges() {
        std::vector<LedgerColumn> start = workspace_.ledgers;
        for (LedgerColumn& column : start) {
            if (!is_confidential(column)) continue;
            for (std::int64_t& balance : column.balances)
                balance += lent;
        }
        note_outcomes(entered(workspace_, workspace_.ledgers, {}, true),
                      entered(workspace_, start, {}, true));
        std::vector<std::optional<CalendarDate>> days(workspace_.dates.begin(),
                                                      workspace_.dates.end());
        if (days.empty()) days.emplace_back();
        const bool have_periods =
            std::any_of(workspace_.exchanges.begin(), workspace_.exchanges.end(),
                        [](const AskedExchange& asked) { return asked.from || asked.until; });
        for (std::size_t day = 0; day < days.size(); ++day) {
            const Ledgers agreed = entered(workspace_, start, days[day], false);
            const Ledgers proposed = entered(workspace_, start, days[day], true);
            tasks_.push_back(tasks_after(agreed));
            for (std::size_t at = 0; at < start.size(); ++at) {
                const LedgerColumn& before = workspace_.ledgers[at];
                const bool by_date = have_periods && !before.half_year;
                if (day > 0 && !by_date) continue;
                edition_.ledgers.push_back(
                    {{before.ledger, before.half_year, by_date ? days[day] : std::nullopt,
                      balances_of(before), balances_of(agreed.columns()[at]),
                      balances_of(proposed.columns()[at]),
                      std::accumulate(before.balances.begin(), before.balances.end(),
                                      std::int64_t{0})},
                     is_confidential(before)});
            }
        }
    }

    static contract::LedgerTable::Balances balances_of(const LedgerColumn& column) {
        contract::LedgerTable::Balances balances;
        for (std::size_t at = 0; at < column.balances.size(); ++at)
            balances.push_back(balance_of(column, at));
        return balances;
    }

    // What each municipality has to do after exchanges: regular places and those for minors.
    std::vector<std::optional<Places>> tasks_after(const Ledgers& ledgers) const {
        std::vector<std::optional<Places>> tasks(workspace_.municipalities.size(), Places{0});
        for (const LedgerColumn& column : ledgers.columns()) {
            if (column.ledger != Ledger::asylum_regular && column.ledger != Ledger::asylum_minors)
                continue;
            for (std::size_t at = 0; at < tasks.size(); ++at) {
                const auto balance = balance_of(column, at);
                if (tasks[at] && (balance || !column.knows(at))) {
                    *tasks[at] += balance.value_or(0);
                } else {
                    tasks[at].reset();
                }
            }
        }
        return tasks;
    }

    // Nothing where it is not known, or would be below nought without what is confidential.
    static std::optional<std::int64_t> balance_of(const LedgerColumn& column,
                                                  std::size_t municipality) {
        if (!column.knows(municipality)) return std::nullopt;
        std::int64_t balance = column.balances[municipality];
        if (balance >= lent / 2) balance -= lent;
        if (balance < 0) return std::nullopt;
        return balance;
    }

    // An exchange that would be refused but for what is confidential rests on that.
    void note_outcomes(const Ledgers& alone, const Ledgers& with_lent) {
        const std::vector<std::size_t> places = places_of_entry(workspace_);
        for (std::size_t at = 0; at < places.size(); ++at) {
            const AskedExchange& asked = workspace_.exchanges[at];
            const auto& refusal = with_lent.refusal(places[at]);
            const bool rests = !refusal && alone.refusal(places[at]);
            edition_.exchanges.push_back(
                {{asked.status, refusal, dates_of(asked, workspace_), rests}});
        }
    }

    // Whether anything of a municipality was received: what is not known is not nought.
    bool is_known(std::size_t municipality) const {
        return workspace_.received[municipality] != 0 ||
               std::any_of(list_.locations.begin(), list_.locations.end(),
                           [&](const PlacedLocation& placed) {
                               return placed.location.municipality == municipality;
                           });
    }

    // Whether a municipality has confidential numbers of a kind on any of the dates: on which, is
    // not said.
    bool has_secrets(std::size_t municipality, PlaceKind kind) const {
        const auto counts = [&](const PlacedLocation& placed) {
            return std::any_of(workspace_.dates.begin(), workspace_.dates.end(),
                               [&](CalendarDate day) { return placed.counts_on(day); });
        };
        return std::any_of(
            list_.locations.begin(), list_.locations.end(), [&](const PlacedLocation& placed) {
                const Location& location = placed.location;
                return location.municipality == municipality && location.kind == kind &&
                       !location.number_is_public && counts(placed);
            });
    }

    // The locations whose number is public, only to be counted on a day: who continues whom is
    // lost.
    LocationList public_numbers() const {
        LocationList numbers = list_;
        std::erase_if(numbers.locations, [](const PlacedLocation& placed) {
            return !placed.location.number_is_public;
        });
        return numbers;
    }

    void note_offers() {
        const LocationList numbers = public_numbers();
        const std::vector<std::size_t> all = all_of(workspace_);
        for (std::size_t day = 0; day < workspace_.dates.size(); ++day) {
            const CalendarDate date = workspace_.dates[day];
            const DateRemainders& remainders = remainders_.dates[day];
            const auto balances = offer_balances(places_on(numbers, date), workspace_.indicative);
            contract::PublicDay& on = edition_.offers.emplace_back();
            on.date = date;
            for (const std::size_t at : all)
                on.municipalities.push_back(offer_of(at, balances[at], tasks_[day][at]));
            for (std::size_t at = 0; at < workspace_.regions.size(); ++at) {
                const Region& region = workspace_.regions[at];
                on.regions.push_back(
                    {region.name, sum_over(sum_of(balances, region.members), region.members,
                                           remainders.regions[at])});
            }
            on.province = {
                sum_over(sum_of(balances, all, workspace_.task), all, remainders.province),
                remainders.minors};
        }
    }

    contract::PublicOffer offer_of(std::size_t at, const OfferBalance& balance,
                                   std::optional<Places> task) const {
        contract::PublicOffer offer{is_known(at), balance, {}, {}, {}, task};
        for (const PlaceKind kind :
             {PlaceKind::regular, PlaceKind::minors, PlaceKind::other_special}) {
            if (has_secrets(at, kind)) offer.more.push_back(kind);
        }
        if (offer.more.empty() && offer.known) offer.difference = balance.difference;
        if (!has_secrets(at, PlaceKind::minors) && offer.known)
            offer.minors_difference = balance.minors_difference;
        return offer;
    }

    contract::PublicSum sum_over(const OfferBalance& balance, std::span<const std::size_t> members,
                                 const Remainder& remainder) const {
        const auto known = std::count_if(members.begin(), members.end(),
                                         [&](std::size_t at) { return is_known(at); });
        return {known, members.size(), balance, remainder};
    }

    bool anyone_has_more() const {
        return std::any_of(more_.begin(), more_.end(), [](auto flag) { return flag != 0; });
    }

    // What follows from all places of the province, where nobody has more.
    std::optional<std::int64_t> of_all(std::int64_t number) const {
        return anyone_has_more() ? std::nullopt : std::optional(number);
    }

    // The tests are of the public part alone. Where a municipality has more, what follows from all
    // of its places, a minimum or an amount, is not said.
    void note_deduction() {
        if (!workspace_.deduction) return;
        const auto& [day, reading] = *workspace_.deduction;
        const Deduction deduction = deduct(part_, day, reading);
        contract::PublicDeduction& test = edition_.deduction.emplace();
        test.day = day;
        for (std::size_t at = 0; at < more_.size(); ++at) {
            const MunicipalDeduction& municipality = deduction.municipalities[at];
            test.municipalities.push_back({municipality.durable, {}});
            if (more_[at] != 0) continue;
            test.municipalities.back().deducted = municipality.deducted;
            test.total += municipality.total();
        }
        test.more = anyone_has_more();
        test.to_make_available =
            of_all(std::max<Places>(0, task_of(workspace_).total - test.total));
    }

    void note_decision() {
        if (!workspace_.decision) return;
        const auto& [day, reading] = *workspace_.decision;
        const auto counts = counts_towards_decision(part_, day, reading);
        contract::PublicDecision& test = edition_.decision.emplace();
        test.day = day;
        for (std::size_t at = 0; at < counts.size(); ++at) {
            test.total += counts[at].total();
            test.municipalities.push_back(
                {{counts[at].places, workspace_.decided[at]}, more_[at] != 0});
        }
        test.more = anyone_has_more();
    }

    // Without the 75 % rule where anyone has more: each part of it follows from all places.
    void note_grants() {
        if (!workspace_.grants) return;
        const Grants all = grants_of(part_, workspace_);
        contract::PublicGrants& test = edition_.grants.emplace();
        for (std::size_t at = 0; at < more_.size(); ++at)
            test.municipalities.push_back({all.municipalities[at], more_[at] != 0});
        test.more = anyone_has_more();
        test.surplus_euros = of_all(all.surplus.euros);
        test.total = of_all(all.total);
    }

    const Workspace& workspace_;
    const Question question_;
    Findings findings_;
    OpenFiles open_files_;
    LocationList list_;
    LocationList part_;
    std::vector<std::uint8_t> more_;  // one per municipality
    PublicRemainders remainders_;
    // After agreed exchanges, per date and municipality.
    std::vector<std::vector<std::optional<Places>>> tasks_;
    contract::PublicEdition edition_;
};

Response made(Parameters& parameters, const Files& files, Response (Edition::*of)()) {
    const auto workspace = read_workspace(parameters);
    if (!workspace) return refuse(*parameters.error());
    auto question = QuestionReader(parameters, *workspace).read();
    if (!question) return refuse(*parameters.error());
    Edition edition(*workspace, std::move(*question), files);
    if (const auto missing = edition.read_all()) return refuse({"file_not_given", *missing});
    return (edition.*of)();
}

}  // namespace

Response public_edition(Parameters& parameters, const Files& files) {
    return made(parameters, files, &Edition::answer);
}

Response edition_record(Parameters& parameters, const Files& files) {
    return made(parameters, files, &Edition::record);
}

}  // namespace spreiding::service
