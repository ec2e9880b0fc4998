// Joins locations: doubles left out, references followed, circles broken; counts places on a day.
#include "province/places.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "values/text.hpp"

namespace spreiding {
namespace {

Finding finding_at(const Location& location, FindingCode code) {
    return {.code = code,
            .file = location.file,
            .row = location.row,
            .column = location.name_column,
            .raw = location.id.empty() ? location.name : location.id,
            .about = location.name};
}

// One or two digits: a place in a list rather than a name, so every municipality has a 1.
bool is_place_in_list(const std::string& id) {
    return id.size() <= 2 &&
           std::all_of(id.begin(), id.end(), [](char c) { return c >= '0' && c <= '9'; });
}

using Key = std::pair<std::string, std::string>;
using Map = std::map<Key, std::size_t>;

// What makes two rows the same location. A municipality numbers its own: its 1 is not the 1 of its
// neighbour, also in a file of both, unless they call it alike; and where many call theirs alike
// ("1, azc"), unless they say the same of it.
class KnownLocations {
  public:
    explicit KnownLocations(const std::vector<PlacedLocation>& kept) : kept_(kept) {}

    std::optional<std::size_t> find(const Location& location) const {
        const std::string id = folded(location.id);
        const std::string name = folded(location.name);
        if (const auto at = in_file_.find(row_key(location, id, name)); at != in_file_.end())
            return at->second;
        const auto elsewhere = [&](const Map& map, const Key& key) -> std::optional<std::size_t> {
            const auto at = map.find(key);
            if (at == map.end()) return std::nullopt;
            const Location& other = kept_[at->second].location;
            // Of one municipality in one file rows of another kind or period are others.
            if (other.file == location.file && other.municipality == location.municipality)
                return std::nullopt;
            return at->second;
        };
        if (!id.empty()) {
            if (const auto at = elsewhere(by_number_, {of(location), id})) return at;
            if (const auto at = elsewhere(by_claim_, claim(location, id, name))) return at;
        }
        return name.empty() ? std::nullopt : elsewhere(by_name_, {of(location), name});
    }

    void add(const Location& location, std::size_t at) {
        const std::string id = folded(location.id);
        const std::string name = folded(location.name);
        in_file_.emplace(row_key(location, id, name), at);
        if (!id.empty()) {
            by_number_.emplace(Key{of(location), id}, at);
            by_claim_.emplace(claim(location, id, name), at);
        }
        if (!name.empty()) by_name_.emplace(Key{of(location), name}, at);
    }

  private:
    static std::string of(const Location& location) {
        return std::to_string(location.municipality);
    }
    // One location may have a row for each kind; without a number also one for each period.
    static Key row_key(const Location& location, const std::string& id, const std::string& name) {
        const std::string whose =
            of(location) + '|' + std::string(name_of(location.kind)) + '|' + location.file;
        if (!id.empty()) return {whose, '#' + id};
        return {whose, name + '|' + to_text(location.from) + '|' +
                           (location.until ? to_text(*location.until) : "") + '|' +
                           std::string(name_of(location.certainty))};
    }
    static Key claim(const Location& location, const std::string& id, const std::string& name) {
        if (!is_place_in_list(id)) return {id, name};
        return {id, name + '|' + std::string(name_of(location.kind)) + '|' +
                        std::to_string(location.places) + '|' + to_text(location.from)};
    }

    const std::vector<PlacedLocation>& kept_;
    Map in_file_;
    Map by_number_;
    Map by_claim_;
    Map by_name_;
};

// Leaves out what is there already, and says where the first stands.
std::vector<PlacedLocation> without_doubles(std::vector<Location> read, Findings& findings) {
    std::vector<PlacedLocation> kept;
    KnownLocations known(kept);
    for (Location& location : read) {
        if (const auto first = known.find(location)) {
            const Location& other = kept[*first].location;
            const bool same_file = other.file == location.file;
            Finding finding = finding_at(location, same_file ? FindingCode::location_twice
                                                             : FindingCode::location_claimed_twice);
            if (!same_file) finding.about = other.file;
            finding.other_row = other.row;
            findings.add(std::move(finding));
            continue;
        }
        known.add(location, kept.size());
        PlacedLocation& placed = kept.emplace_back();
        placed.location = std::move(location);
    }
    return kept;
}

// Locations by what others may refer to them by. The nearest is a number in the municipality, then
// one elsewhere, then a name in the municipality, and at last a name elsewhere.
class References {
  public:
    explicit References(const std::vector<PlacedLocation>& list) : several_(list.size()) {
        for (std::size_t at = 0; at < list.size(); ++at) {
            const Location& location = list[at].location;
            const std::string id = folded(location.id);
            const std::string name = folded(location.name);
            const bool has_number = !location.id.empty();
            if (has_number) add(id, number, location, at);
            if (!has_number || name != id) add(name, name_only, location, at);
        }
    }

    // Of rows that are as near the last; what two locations elsewhere are both called names
    // neither.
    std::optional<std::size_t> find(const Location& from) const {
        std::string text = folded(from.continues);
        for (const char kind : {number, name_only}) {
            text += kind;
            auto called = called_.find({text, std::to_string(from.municipality)});
            if (called == called_.end()) called = called_.find({text, {}});
            if (called != called_.end())
                return called->second == several_ ? std::nullopt : std::optional(called->second);
            text.pop_back();
        }
        return std::nullopt;
    }

  private:
    static constexpr char number = '#';
    static constexpr char name_only = '=';

    void add(std::string text, char kind, const Location& location, std::size_t at) {
        text += kind;
        called_.emplace(Key{text, std::to_string(location.municipality)}, at).first->second = at;
        const auto [known, is_first] = called_.emplace(Key{text, {}}, at);
        if (!is_first) known->second = several_;
    }

    std::size_t several_;
    Map called_;
};

void link(std::vector<PlacedLocation>& list, Findings& findings) {
    const References references(list);
    for (PlacedLocation& placed : list) {
        if (placed.location.continues.empty()) continue;
        placed.continues = references.find(placed.location);
        if (!placed.continues) {
            Finding finding = finding_at(placed.location, FindingCode::continues_unknown);
            finding.column = placed.location.continues_column;
            finding.raw = placed.location.continues;
            findings.add(std::move(finding));
        }
    }
}

// Each location continues at most one, so a walk that comes where it has been has found a circle.
void find_circles(std::vector<PlacedLocation>& list) {
    std::vector<std::size_t> walked(list.size(), list.size());  // from which start
    for (std::size_t start = 0; start < list.size(); ++start) {
        std::optional<std::size_t> at = start;
        for (; at && walked[*at] == list.size(); at = list[*at].continues)
            walked[*at] = start;
        if (!at || walked[*at] != start) continue;
        for (; list[*at].counts; at = list[*at].continues)
            list[*at].counts = false;
    }
}

void break_circles(std::vector<PlacedLocation>& list, Findings& findings) {
    find_circles(list);
    for (std::size_t start = 0; start < list.size(); ++start) {
        if (list[start].counts) continue;
        Finding finding = finding_at(list[start].location, FindingCode::continues_circular);
        finding.column = list[start].location.continues_column;
        finding.raw = list[start].location.continues;
        findings.add(std::move(finding));
    }
    for (PlacedLocation& placed : list) {
        placed.in_circle = !placed.counts;
        if (!placed.counts || (placed.continues && !list[*placed.continues].counts))
            placed.continues.reset();
    }
}

// A location takes over from the whole chain before it, also where it begins before its turn.
template <typename TakesPart>
std::vector<CountedPeriod> hand_over(const LocationList& list, TakesPart takes_part) {
    const std::size_t count = list.locations.size();
    std::vector<CountedPeriod> periods(count);
    std::vector<std::optional<CalendarDate>> taken_over(count);  // earliest day
    for (const std::size_t at : latest_first(list)) {
        const PlacedLocation& placed = list.locations[at];
        const bool part = takes_part(placed.location);
        const CalendarDate from = placed.location.from;
        CountedPeriod& period =
            periods[at] = {part && !placed.in_circle, from, placed.location.until};
        if (const auto taken = taken_over[at]) {
            if (*taken <= from) {
                period.counts = false;
            } else if (!period.until || *period.until >= *taken) {
                period.until = day_before(*taken);
            }
        }
        if (!placed.continues) continue;
        auto& former = taken_over[*placed.continues];
        const auto take = [&](std::optional<CalendarDate> day) {
            if (day && (!former || *day < *former)) former = day;
        };
        take(taken_over[at]);
        if (part) take(from);
    }
    return periods;
}

}  // namespace

LocationList join_locations(std::vector<Location> read, std::size_t municipalities,
                            Findings& findings) {
    LocationList list{without_doubles(std::move(read), findings), municipalities};
    link(list.locations, findings);
    break_circles(list.locations, findings);
    for (std::size_t at = 0; at < list.locations.size(); ++at) {
        const PlacedLocation& placed = list.locations[at];
        if (!placed.continues) continue;
        PlacedLocation& former = list.locations[*placed.continues];
        former.continued_by.push_back(at);
        const CalendarDate from = placed.location.from;
        if (!former.location.until || *former.location.until >= from) {
            Finding finding = finding_at(placed.location, FindingCode::location_overlap);
            finding.raw = to_text(from);
            finding.about = former.location.name;
            finding.other_row = former.location.row;
            findings.add(std::move(finding));
        }
    }
    const auto periods = hand_over(list, [](const Location&) { return true; });
    for (std::size_t at = 0; at < periods.size(); ++at) {
        list.locations[at].counts = periods[at].counts;
        list.locations[at].counts_until = periods[at].until;
    }
    return list;
}

std::vector<std::size_t> latest_first(const LocationList& list) {
    std::vector<std::size_t> order;
    order.reserve(list.locations.size());
    for (std::size_t at = 0; at < list.locations.size(); ++at) {
        if (!list.locations[at].continues) order.push_back(at);
    }
    for (std::size_t next = 0; next < order.size(); ++next) {
        const auto& later = list.locations[order[next]].continued_by;
        order.insert(order.end(), later.begin(), later.end());
    }
    std::reverse(order.begin(), order.end());
    return order;
}

Places PlaceCount::of(PlaceKind kind) const {
    Places sum = 0;
    for (const Places number : places[static_cast<std::size_t>(kind)])
        sum += number;
    return sum;
}

Places PlaceCount::of(Certainty certainty) const {
    Places sum = 0;
    for (const auto& kind : places)
        sum += kind[static_cast<std::size_t>(certainty)];
    return sum;
}

Places PlaceCount::total() const {
    return of(PlaceKind::regular) + of(PlaceKind::minors) + of(PlaceKind::other_special);
}

PlaceCount& PlaceCount::operator+=(const PlaceCount& other) {
    for (std::size_t kind = 0; kind < place_kinds; ++kind) {
        for (std::size_t certainty = 0; certainty < certainties; ++certainty)
            places[kind][certainty] += other.places[kind][certainty];
    }
    return *this;
}

std::vector<PlaceCount> places_on(const LocationList& list, CalendarDate day) {
    std::vector<PlaceCount> counts(list.municipalities);
    for (const PlacedLocation& placed : list.locations) {
        const Location& location = placed.location;
        if (placed.counts_on(day))
            counts[location.municipality].at(location.kind, location.certainty) += location.places;
    }
    return counts;
}

std::vector<CountedPeriod> periods_of(const LocationList& list, const Certainties& taking_part,
                                      std::optional<CalendarDate> begun_by) {
    return hand_over(list, [&](const Location& location) {
        return taking_part.has(location.certainty) && (!begun_by || location.from <= *begun_by);
    });
}

std::vector<std::optional<std::size_t>> nearest_former(const LocationList& list,
                                                       std::span<const std::uint8_t> has_part) {
    std::vector<std::optional<std::size_t>> former(list.locations.size());
    const std::vector<std::size_t> order = latest_first(list);
    for (auto at = order.rbegin(); at != order.rend(); ++at) {
        const auto before = list.locations[*at].continues;
        if (before) former[*at] = has_part[*before] != 0 ? before : former[*before];
    }
    return former;
}

Stays::Stays(const LocationList& list, std::span<const CountedPeriod> periods)
    : list_(list), periods_(periods), order_(latest_first(list)) {
    std::vector<std::uint8_t> counts;
    for (const CountedPeriod& period : periods)
        counts.push_back(period.counts);
    former_ = nearest_former(list, counts);
}

std::vector<Places> Stays::until(CalendarDate day) const {
    std::vector<Places> stay(periods_.size());
    std::vector<Places> taken_over(periods_.size());
    for (const std::size_t at : order_) {
        const CountedPeriod& period = periods_[at];
        if (!period.counts) continue;
        const Places places = list_.locations[at].location.places;
        const bool ends = period.until && *period.until < day;
        stay[at] = ends ? std::min(places, taken_over[at]) : places;
        if (!former_[at]) continue;
        const auto& before = periods_[*former_[at]].until;
        if (before && period.from <= day_after(*before)) taken_over[*former_[at]] += stay[at];
    }
    return stay;
}

bool is_durable(const CountedPeriod& period, CalendarDate day, FiveYears reading) {
    if (!period.counts) return false;
    if (!period.until) return true;
    CalendarDate start = period.from;
    if (reading == FiveYears::remaining) start = std::max(start, day);
    return *period.until >= day_before(months_later(start, 60));
}

}  // namespace spreiding
