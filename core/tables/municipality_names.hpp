// The municipalities of one division, to look up what a code or a name stands for: the one finder
// of municipalities, for every file, format and question.
//
// Names are compared without case, accents and signs, whatever apostrophe, hyphen or space they
// were typed with. Beside the spelling of CBS are known: that without its suffix (`Hengelo` for
// `Hengelo (O.)`), with the province written out or bare (`Bergen (Noord-Holland)`, `Bergen NH`),
// with `gemeente` beside it, with usual abbreviations (`Alphen a/d Rijn`, `Kaag & Braassem`, `St.
// Anthonis`), sorted by its main word (`Bilt, De`), and the customary names (`Den Haag`, `De Friese
// Meren`). A name that fits two municipalities fits none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tables/municipality_code.hpp"

namespace spreiding {

/// An entry of the list; the name points into the table it was read from.
struct NamedMunicipality {
    MunicipalityCode code;
    std::string_view name;
    std::uint16_t province = 0;  ///< index into the names of provinces
};

/// What a name stands for: exactly one municipality, or none because there is none or more than
/// one.
struct NameMatch {
    const NamedMunicipality* municipality = nullptr;
    bool is_ambiguous = false;
};

/// Their names, with commas between.
std::string listed(std::span<const NamedMunicipality* const> municipalities);

class MunicipalityNames {
  public:
    MunicipalityNames() = default;
    /// @param municipalities  each code once
    /// @param provinces       their names: `Zwolle (Overijssel)` is clear, `Zwolle (Drenthe)` is
    /// not
    explicit MunicipalityNames(std::vector<NamedMunicipality> municipalities,
                               std::span<const std::string> provinces = {});
    MunicipalityNames(const MunicipalityNames&) = delete;
    MunicipalityNames& operator=(const MunicipalityNames&) = delete;

    bool empty() const { return municipalities_.empty(); }
    /// In code order.
    const std::vector<NamedMunicipality>& list() const { return municipalities_; }

    /// The name of a province as it was given; empty where none were.
    std::string_view province(std::size_t index) const {
        return index < province_names_.size() ? std::string_view(province_names_[index])
                                              : std::string_view{};
    }

    /// Null where no municipality has the code.
    const NamedMunicipality* find(MunicipalityCode code) const;
    NameMatch find(std::string_view name) const;
    /// The same within one province, where a list says it: `Bergen` in Limburg is clear, and
    /// `Laren` in Gelderland is not Laren (NH.).
    NameMatch find(std::string_view name, std::uint16_t province) const;
    /// All that a name may stand for.
    std::vector<const NamedMunicipality*> all(std::string_view name) const;
    /// The same as CBS spells them, with commas between.
    std::string candidates(std::string_view name) const;
    /// Whether a text is one of the names of this municipality.
    bool is_name_of(std::string_view name, MunicipalityCode code) const;

    /// Whether a text names a province, and another than that in which the municipality lies.
    bool lies_elsewhere(const NamedMunicipality& municipality, std::string_view province) const;

    /// All that one of the list is called, folded, without what others are called too.
    std::vector<std::string_view> spellings_of(const NamedMunicipality& municipality) const;

    /// Those with a name that begins with what was typed, then those with a name that holds it.
    std::vector<const NamedMunicipality*> holding(std::string_view typed, std::size_t most) const;
    /// Those with the fewest letters to change.
    std::vector<const NamedMunicipality*> nearest(std::string_view typed, std::size_t most) const;
    /// What a name with an error of typing was meant to be: those that have the fewest letters to
    /// change, where that is a few of many; none where nothing is near.
    std::vector<const NamedMunicipality*> meant(std::string_view typed) const;
    /// Their names, with commas between; the first thousand times, because looking for near names
    /// takes its time and no person reads so many.
    std::string proposals(std::string_view typed) const;

  private:
    struct Spelling {
        std::string folded;
        std::uint32_t municipality;
    };
    std::span<const Spelling> with_spelling(std::string_view spelling) const;
    std::span<const Spelling> spellings_of(std::string_view name) const;
    std::span<const Spelling> in_province(std::string_view name) const;
    std::span<const Spelling> with_own_code(std::string_view text) const;
    // Per municipality the fewest letters to change of any of its names, by that and by code.
    std::vector<std::pair<std::size_t, std::uint32_t>> distances(std::string_view typed,
                                                                 bool may_end_early) const;

    std::vector<NamedMunicipality> municipalities_;
    std::vector<std::string> province_names_;
    std::vector<std::string> provinces_;    ///< folded
    std::vector<std::uint32_t> by_number_;  ///< of a code of four digits: its place, from 1
    std::vector<Spelling> spellings_;       ///< in order of spelling
    mutable std::size_t asked_ = 0;         ///< for proposals
};

/// The name of a province, folded; of an abbreviation of two letters or more (`NH`, `Gld.`) as
/// well.
std::string spelling_of_province(std::string_view name);

/// `De gemeente Meppel` without its article; `De Bilt` keeps it.
std::string_view without_article(std::string_view name);

/// A name without the number of its footnote: `Bergen (NH.) 1)`, `Utrecht (2)`.
std::string_view without_note_number(std::string_view name);

/// How many letters must be put in, left out or changed, or two beside each other exchanged, to
/// make one word of the other.
/// @param may_end_early  what was typed may be the beginning of the name
std::size_t letters_to_change(std::string_view typed, std::string_view name, bool may_end_early);

/// Whether a row is named as the sum of others: `Totaal`, `Som`, `Total`. Of what, it does not say.
bool is_name_of_total(std::string_view name);
/// One of a part of its table.
bool is_name_of_subtotal(std::string_view name);

/// Whether a name is that of another region in the tables of CBS: `Nederland`, `Groningen (PV)`,
/// `Noord-Nederland (LD)`, `Wijk 01 Annen`.
bool is_name_of_other_region(std::string_view name);

}  // namespace spreiding
