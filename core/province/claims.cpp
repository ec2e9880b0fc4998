// Finds rows of different senders that seem to be about one plan, by the words of their names.
#include "province/claims.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "values/text.hpp"

namespace spreiding {
namespace {

// What such places are called anyway.
constexpr std::array<std::string_view, 13> common_words = {
    "azc",           "coa", "cno", "opvang",       "noodopvang", "crisisnoodopvang",
    "opvanglocatie", "de",  "het", "opvangplaats", "locatie",    "location",
    "nieuwe"};

// The words of a name that tell it from others, folded; what stands in brackets is a remark.
std::string own_words(std::string_view name) {
    std::string own;
    const std::string_view said = name.substr(0, std::min(name.find('('), name.size()));
    for (std::size_t at = 0; at < said.size();) {
        const std::size_t end = std::min(said.find_first_of(" -/,.", at), said.size());
        const std::string word = folded(said.substr(at, end - at));
        if (std::find(common_words.begin(), common_words.end(), word) == common_words.end())
            own += word;
        at = end + 1;
    }
    return own;
}

struct Claim {
    const Location* location;
    const PlacedLocation* placed;  // null: does not count
};

bool continues(const Claim& one, const Claim& other, const LocationList& list) {
    if (one.placed != nullptr)
        return one.placed->continues && &list.locations[*one.placed->continues] == other.placed;
    const std::string reference = folded(one.location->continues);
    return !reference.empty() &&
           (reference == folded(other.location->name) || reference == folded(other.location->id));
}

bool is_same_plan(const Claim& one, const Claim& other, bool by_common_words) {
    const Location& here = *one.location;
    const Location& there = *other.location;
    if (here.municipality == there.municipality && here.file == there.file) return false;
    const bool is_known = one.placed != nullptr && other.placed != nullptr;
    const bool same_kind = here.kind == there.kind;
    const bool same_start = here.from == there.from;
    if (by_common_words)
        return is_known && same_kind && same_start && here.until == there.until &&
               folded(here.name) == folded(there.name);
    return !is_known || same_kind || same_start;
}

}  // namespace

void find_claims(const LocationList& list, std::span<const Location> left_out, Findings& findings) {
    std::vector<Claim> claims;
    for (const PlacedLocation& placed : list.locations) {
        if (placed.location.until != placed.location.from)
            claims.push_back({&placed.location, &placed});
    }
    for (const Location& location : left_out)
        claims.push_back({&location, nullptr});
    std::map<std::string, std::vector<const Claim*>> by_words;
    for (const Claim& claim : claims) {
        const std::string own = own_words(claim.location->name);
        auto& others = by_words[own.empty() ? folded(claim.location->name) : own];
        for (const Claim* other : others) {
            if (!is_same_plan(claim, *other, own.empty()) || continues(claim, *other, list) ||
                continues(*other, claim, list))
                continue;
            findings.add({.code = FindingCode::location_claimed_by_both,
                          .file = claim.location->file,
                          .row = claim.location->row,
                          .column = claim.location->name_column,
                          .raw = claim.location->name,
                          .about = other->location->file,
                          .other_row = other->location->row});
            break;
        }
        // A province has some hundreds of locations; a list of a hundred thousand of one name does
        // not compare each with every other.
        constexpr std::size_t most_compared = 1'000;
        if (others.size() < most_compared) others.push_back(&claim);
    }
}

}  // namespace spreiding
