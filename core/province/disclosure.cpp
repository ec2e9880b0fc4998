// Groups of confidential numbers that printed sums leave, which of them are safe, and what is
// printed so that all are.
#include "province/disclosure.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "values/order.hpp"

namespace spreiding {
namespace {

using Members = std::vector<std::size_t>;  // indices of secrets, in order

// How wide a number has to stay for everyone: ten places, and 30 % of it.
constexpr Places least_width = 10;

bool leaves_open(Places width, Places number) {
    return width >= least_width && 10 * width >= 3 * number;
}

// What each municipality puts into a sum; numbers that are known hide nothing.
std::map<std::size_t, Places> contributions(std::span<const Secret> secrets,
                                            std::span<const std::size_t> members) {
    std::map<std::size_t, Places> each;
    for (const std::size_t at : members) {
        if (!secrets[at].is_known) each[secrets[at].municipality] += secrets[at].places;
    }
    return each;
}

Places sum_of(std::span<const Secret> secrets, std::span<const std::size_t> members) {
    Places sum = 0;
    for (const std::size_t at : members)
        sum += secrets[at].places;
    return sum;
}

Places sum_of(const std::map<std::size_t, Places>& contributions) {
    Places sum = 0;
    for (const auto& [municipality, places] : contributions)
        sum += places;
    return sum;
}

// A group that a class cuts in two: what is known of the part inside is that its sum lies between
// two numbers, and of a group whose sum is told that the rest lies outside.
class Cut {
  public:
    Cut(std::span<const Secret> secrets, std::span<const std::size_t> inside,
        std::span<const std::size_t> outside, bool sum_is_told, Places from, Places to)
        : inside_(contributions(secrets, inside)), from_(from), to_(to), sum_is_told_(sum_is_told) {
        const Places known = sum_of(secrets, inside) - sum_of(inside_);
        from_ -= known;
        to_ -= known;
        if (sum_is_told) outside_ = contributions(secrets, outside);
    }

    // Whether each municipality's number stays open, also for each other one, which takes its own
    // off on both sides.
    bool stays_open() const {
        if (!stays_open_for(std::nullopt)) return false;
        for (const auto* side : {&inside_, &outside_}) {
            for (const auto& [municipality, places] : *side) {
                if (!stays_open_for(municipality)) return false;
            }
        }
        return true;
    }

  private:
    using Contributions = std::map<std::size_t, Places>;

    static Contributions without(Contributions side, std::optional<std::size_t> who) {
        if (who) side.erase(*who);
        return side;
    }

    bool stays_open_for(std::optional<std::size_t> who) const {
        const Contributions inside = without(inside_, who);
        const Contributions outside = without(outside_, who);
        const Places own = sum_of(inside_) - sum_of(inside);
        Places least = std::max<Places>(0, from_ - own);
        Places most = to_ - own;
        const Places both = sum_of(inside) + sum_of(outside);
        if (inside.empty()) least = most = 0;
        if (sum_is_told_) {
            most = std::min(most, both);
            if (outside.empty()) least = most;
        }
        return side_stays_open(inside, least, most) &&
               side_stays_open(outside, both - most, both - least);
    }

    // Beside another each may have nothing; one that is alone has the whole sum.
    static bool side_stays_open(const Contributions& side, Places least, Places most) {
        const Places floor = side.size() > 1 ? 0 : least;
        return std::all_of(side.begin(), side.end(), [&](const auto& each) {
            return leaves_open(most - floor, each.second);
        });
    }

    Contributions inside_;
    Contributions outside_;
    Places from_;
    Places to_;
    bool sum_is_told_;
};

// The secrets, cut into groups by the sums that are printed. Group 0 is of those in no sum.
class Partition {
  public:
    explicit Partition(std::span<const Secret> secrets)
        : secrets_(secrets), groups_(1), group_of_(secrets.size()), under_range_(secrets.size()) {
        groups_[0].resize(secrets.size());
        std::iota(groups_[0].begin(), groups_[0].end(), std::size_t{0});
    }

    // Prints a sum, whatever it tells.
    void enter(const SecretSum& sum) {
        const std::vector<Piece> pieces = pieces_of(sum.members);
        if (sum.form == RemainderForm::range) {
            put_under_range(sum.members, pieces);
        } else {
            cut(pieces);
        }
    }

    // Prints a sum exactly where every group that it makes is safe.
    bool print(const Members& members) {
        const std::vector<Piece> pieces = pieces_of(members);
        for (const Piece& piece : pieces) {
            if (is_told(piece)) continue;
            const bool cuts_known = piece.group != 0;
            if (is_under_range(piece) || !is_safe_group(secrets_, piece.inside) ||
                (cuts_known && !is_safe_group(secrets_, piece.outside)))
                return false;
        }
        cut(pieces);
        return !members.empty();
    }

    // Prints the class of a sum where it cuts one group, which stays open on both sides of the cut.
    bool print_range(const Members& members, Places from, Places to) {
        if (std::find(ranges_.begin(), ranges_.end(), members) != ranges_.end()) return true;
        const std::vector<Piece> pieces = pieces_of(members);
        const Piece* open = nullptr;
        for (const Piece& piece : pieces) {
            if (is_told(piece)) {
                const Places known = sum_of(secrets_, piece.inside);
                from -= known;
                to -= known;
                continue;
            }
            if (open != nullptr || is_under_range(piece)) return false;
            open = &piece;
        }
        if (open == nullptr) return false;
        const bool sum_is_told = open->group != 0;
        if (!Cut(secrets_, open->inside, open->outside, sum_is_told, from, to).stays_open())
            return false;
        put_under_range(members, pieces);
        return true;
    }

    // Secrets in groups whose sum is told and that are not safe.
    Members told() const {
        Members secrets;
        for (std::size_t group = 1; group < groups_.size(); ++group) {
            if (is_safe_group(secrets_, groups_[group])) continue;
            for (const std::size_t at : groups_[group]) {
                if (!secrets_[at].is_known) secrets.push_back(at);
            }
        }
        return secrets;
    }

  private:
    // What of a group takes part in a sum, and what does not.
    struct Piece {
        std::size_t group = 0;
        Members inside;
        Members outside;
    };

    std::vector<Piece> pieces_of(const Members& members) const {
        std::map<std::size_t, Members> inside;
        for (const std::size_t at : members)
            inside[group_of_[at]].push_back(at);
        std::vector<Piece> pieces;
        for (auto& [group, own] : inside) {
            Members outside;
            std::set_difference(groups_[group].begin(), groups_[group].end(), own.begin(),
                                own.end(), std::back_inserter(outside));
            pieces.push_back({group, std::move(own), std::move(outside)});
        }
        return pieces;
    }

    // Whether its sum follows from what is printed already.
    static bool is_told(const Piece& piece) { return piece.group != 0 && piece.outside.empty(); }

    // Whether a class says something of a part of it: two statements together could tell more.
    bool is_under_range(const Piece& piece) const {
        const auto marked = [&](std::size_t at) { return under_range_[at]; };
        return std::any_of(piece.inside.begin(), piece.inside.end(), marked) ||
               (piece.group != 0 &&
                std::any_of(piece.outside.begin(), piece.outside.end(), marked));
    }

    void cut(const std::vector<Piece>& pieces) {
        for (const Piece& piece : pieces) {
            if (is_told(piece)) continue;
            for (const std::size_t at : piece.inside)
                group_of_[at] = groups_.size();
            groups_[piece.group] = piece.outside;
            groups_.push_back(piece.inside);
        }
    }

    void put_under_range(const Members& members, const std::vector<Piece>& pieces) {
        for (const Piece& piece : pieces) {
            if (is_told(piece)) continue;
            for (const std::size_t at : piece.inside)
                under_range_[at] = true;
            if (piece.group == 0) continue;
            for (const std::size_t at : piece.outside)
                under_range_[at] = true;
        }
        ranges_.push_back(members);
    }

    std::span<const Secret> secrets_;
    std::vector<Members> groups_;
    std::vector<std::size_t> group_of_;
    std::vector<bool> under_range_;
    std::vector<Members> ranges_;
};

// The numbers of this edition and of those before it, each once where it did not change.
class Numbers {
  public:
    Numbers(const LocationList& list, std::span<const CalendarDate> dates) {
        for (std::size_t at = 0; at < list.locations.size(); ++at) {
            const PlacedLocation& placed = list.locations[at];
            const auto counts = [&](CalendarDate day) { return placed.counts_on(day); };
            if (std::none_of(dates.begin(), dates.end(), counts)) continue;
            const Location& location = placed.location;
            locations_.push_back(at);
            add({location.municipality, key_of(location), location.places,
                 location.number_is_public});
        }
        own_ = numbers_.size();
    }

    // The sums of an earlier edition. What did not change since is the same secret, what changed is
    // another; what was public once hides nothing any more.
    std::vector<SecretSum> join(const PrintedEdition& earlier) {
        std::multimap<Same, std::size_t> present;
        for (std::size_t at = 0; at < numbers_.size(); ++at)
            present.emplace(same(numbers_[at]), at);
        Members now;
        for (const PrintedEdition::Number& number : earlier.numbers) {
            const auto found = present.find(same(number));
            if (found == present.end()) {
                now.push_back(numbers_.size());
                add(number);
            } else {
                now.push_back(found->second);
                present.erase(found);
            }
            if (number.is_public) secrets_[now.back()].is_known = true;
        }
        std::vector<SecretSum> sums;
        for (const SecretSum& sum : earlier.sums) {
            SecretSum& joined = sums.emplace_back(SecretSum{{}, sum.form});
            for (const std::size_t member : sum.members) {
                if (member < now.size()) joined.members.push_back(now[member]);
            }
            put_in_order(joined.members);
        }
        return sums;
    }

    // The confidential numbers of this edition that count on a day, of which `takes_part` holds.
    template <typename Predicate>
    Members on(const LocationList& list, std::optional<CalendarDate> day,
               Predicate takes_part) const {
        Members members;
        for (std::size_t at = 0; at < own_; ++at) {
            const PlacedLocation& placed = list.locations[locations_[at]];
            if (!placed.location.number_is_public && (!day || placed.counts_on(*day)) &&
                takes_part(placed.location))
                members.push_back(at);
        }
        return members;
    }

    std::span<const Secret> secrets() const { return secrets_; }
    std::vector<PrintedEdition::Number> own() const {
        return {numbers_.begin(), numbers_.begin() + static_cast<std::ptrdiff_t>(own_)};
    }

  private:
    using Same = std::tuple<std::size_t, std::string, Places>;
    static Same same(const PrintedEdition::Number& number) {
        return {number.municipality, number.key, number.places};
    }
    static std::string key_of(const Location& location) {
        return (location.id.empty() ? location.name : location.id) + '/' +
               std::string(name_of(location.kind));
    }
    void add(PrintedEdition::Number number) {
        secrets_.push_back({number.municipality, number.places, number.is_public});
        numbers_.push_back(std::move(number));
    }

    std::vector<PrintedEdition::Number> numbers_;
    std::vector<Secret> secrets_;
    std::vector<std::size_t> locations_;  // of each own number
    std::size_t own_ = 0;
};

// What could be printed, and where it goes.
struct Wanted {
    SecretSum sum;
    Remainder* goes_to;
};

// The most wanted first: the province on every date, its minors, then the regions.
std::vector<Wanted> wanted_sums(const Numbers& numbers, const LocationList& list,
                                std::span<const CalendarDate> dates,
                                std::span<const std::vector<std::size_t>> regions,
                                std::vector<DateRemainders>& remainders) {
    std::vector<Wanted> wanted;
    const auto want = [&](const auto& takes_part, const auto& goes_to) {
        // Whether there is more is said once for all dates: when it comes is confidential.
        if (numbers.on(list, std::nullopt, takes_part).empty()) return;
        for (std::size_t day = 0; day < dates.size(); ++day)
            wanted.push_back(
                {{numbers.on(list, dates[day], takes_part)}, goes_to(remainders[day])});
    };
    want([](const Location&) { return true; }, [](DateRemainders& day) { return &day.province; });
    want([](const Location& location) { return location.kind == PlaceKind::minors; },
         [](DateRemainders& day) { return &day.minors; });
    for (std::size_t region = 0; region < regions.size(); ++region) {
        const std::set<std::size_t> members(regions[region].begin(), regions[region].end());
        want([&](const Location& location) { return members.contains(location.municipality); },
             [&](DateRemainders& day) { return &day.regions[region]; });
    }
    return wanted;
}

// For every location the first of those that it continues, or that continue it.
std::vector<std::size_t> chains_of(const LocationList& list) {
    std::vector<std::size_t> first(list.locations.size());
    std::iota(first.begin(), first.end(), std::size_t{0});
    const auto find = [&](std::size_t at) {
        while (first[at] != at) {
            first[at] = first[first[at]];
            at = first[at];
        }
        return at;
    };
    for (std::size_t at = 0; at < first.size(); ++at) {
        if (const auto former = list.locations[at].continues) first[find(at)] = find(*former);
    }
    for (std::size_t at = 0; at < first.size(); ++at)
        first[at] = find(at);
    return first;
}

// Adds the confidential locations that are counted alone in their cell on a day, or, with another
// day, that alone are counted on one of the two.
void add_lonely(const LocationList& list, CalendarDate day, std::optional<CalendarDate> other,
                std::vector<Disclosure>& disclosures) {
    struct Cell {
        std::size_t confidential = 0;
        std::size_t location = 0;
    };
    constexpr std::size_t cells_each = place_kinds * certainties;
    std::vector<Cell> cells(list.municipalities * cells_each);
    for (std::size_t at = 0; at < list.locations.size(); ++at) {
        const PlacedLocation& placed = list.locations[at];
        const Location& location = placed.location;
        const bool other_way = other && placed.counts_on(*other);
        if (location.number_is_public || placed.counts_on(day) == other_way) continue;
        Cell& cell = cells[location.municipality * cells_each +
                           static_cast<std::size_t>(location.kind) * certainties +
                           static_cast<std::size_t>(location.certainty)];
        ++cell.confidential;
        cell.location = at;
    }
    for (const Cell& cell : cells) {
        const auto is_known = [&](const Disclosure& one) { return one.location == cell.location; };
        if (cell.confidential != 1 ||
            std::any_of(disclosures.begin(), disclosures.end(), is_known)) {
            continue;
        }
        const Location& location = list.locations[cell.location].location;
        disclosures.push_back(
            {location.municipality, location.kind, location.certainty, cell.location});
    }
}

}  // namespace

bool is_safe_group(std::span<const Secret> secrets, std::span<const std::size_t> members) {
    std::vector<Places> each;
    for (const auto& [municipality, places] : contributions(secrets, members))
        each.push_back(places);
    put_in_order(each, std::greater<>());
    if (each.size() < 3 || each[2] == 0) return each.empty();
    const Places sum = std::accumulate(each.begin(), each.end(), Places{0});
    const Places without_two = sum - each[0] - each[1];
    // Who knows that no location is without a place knows one place of each.
    return 100 * without_two >= 15 * each[0] &&
           sum - each[0] - static_cast<Places>(members.size()) >= least_width;
}

Suppressed suppress(std::span<const Secret> secrets, std::span<const SecretSum> printed,
                    std::span<const SecretSum> wanted, bool anyway) {
    Partition partition(secrets);
    for (const SecretSum& sum : printed)
        partition.enter(sum);
    Suppressed answer;
    for (const SecretSum& sum : wanted) {
        if (anyway) partition.enter(sum);
        const Places number = sum_of(secrets, sum.members);
        answer.remainders.push_back(anyway || partition.print(sum.members)
                                        ? Remainder{RemainderForm::exact, number, number}
                                        : Remainder{RemainderForm::withheld, 0, 0});
    }
    for (std::size_t at = 0; at < wanted.size(); ++at) {
        if (answer.remainders[at].form == RemainderForm::exact) continue;
        const Places from = sum_of(secrets, wanted[at].members) / remainder_class * remainder_class;
        const Places to = from + remainder_class - 1;
        if (partition.print_range(wanted[at].members, from, to))
            answer.remainders[at] = {RemainderForm::range, from, to};
    }
    answer.told_secrets = partition.told();
    return answer;
}

PublicRemainders public_remainders(const LocationList& list, std::span<const CalendarDate> dates,
                                   std::span<const std::vector<std::size_t>> regions,
                                   std::span<const PrintedEdition> earlier, bool anyway) {
    Numbers numbers(list, dates);
    std::vector<SecretSum> printed;
    for (const PrintedEdition& edition : earlier) {
        for (SecretSum& sum : numbers.join(edition))
            printed.push_back(std::move(sum));
    }
    PublicRemainders answer;
    answer.dates.resize(dates.size(), {{}, {}, std::vector<Remainder>(regions.size())});
    const auto wanted = wanted_sums(numbers, list, dates, regions, answer.dates);
    std::vector<SecretSum> sums;
    for (const Wanted& each : wanted)
        sums.push_back(each.sum);
    const Suppressed suppressed = suppress(numbers.secrets(), printed, sums, anyway);
    answer.edition.numbers = numbers.own();
    for (std::size_t at = 0; at < wanted.size(); ++at) {
        const Remainder& remainder = suppressed.remainders[at];
        *wanted[at].goes_to = remainder;
        if (remainder.form == RemainderForm::withheld) continue;
        answer.edition.sums.push_back({sums[at].members, remainder.form});
    }
    std::set<std::size_t> exposed;
    for (const std::size_t secret : suppressed.told_secrets)
        exposed.insert(numbers.secrets()[secret].municipality);
    answer.exposed.assign(exposed.begin(), exposed.end());
    return answer;
}

LocationList public_part(const LocationList& list) {
    const std::vector<std::size_t> chains = chains_of(list);
    std::vector<bool> hidden(chains.size());
    for (std::size_t at = 0; at < chains.size(); ++at) {
        if (!list.locations[at].location.is_public()) hidden[chains[at]] = true;
    }
    LocationList part{{}, list.municipalities};
    std::vector<std::size_t> place(chains.size());
    for (std::size_t at = 0; at < chains.size(); ++at) {
        if (hidden[chains[at]]) continue;
        place[at] = part.locations.size();
        part.locations.push_back(list.locations[at]);
    }
    for (PlacedLocation& placed : part.locations) {
        if (placed.continues) placed.continues = place[*placed.continues];
        for (std::size_t& later : placed.continued_by)
            later = place[later];
    }
    return part;
}

std::vector<std::uint8_t> have_more(const LocationList& list, const LocationList& part) {
    std::vector<std::size_t> lacking(list.municipalities);
    for (const PlacedLocation& placed : list.locations)
        ++lacking[placed.location.municipality];
    for (const PlacedLocation& placed : part.locations)
        --lacking[placed.location.municipality];
    std::vector<std::uint8_t> more;
    for (const std::size_t count : lacking)
        more.push_back(count > 0 ? 1 : 0);
    return more;
}

std::vector<Disclosure> disclosures_on(const LocationList& list, CalendarDate day,
                                       std::span<const CalendarDate> others) {
    std::vector<Disclosure> disclosures;
    add_lonely(list, day, std::nullopt, disclosures);
    for (const CalendarDate other : others)
        add_lonely(list, day, other, disclosures);
    return disclosures;
}

}  // namespace spreiding
