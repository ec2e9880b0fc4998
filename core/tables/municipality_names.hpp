// The municipalities of one division, to look up what a code or a name stands for.
//
// Names are compared without case, accents and signs. Beside the spelling of CBS are known: that
// without its suffix (`Hengelo` for `Hengelo (O.)`), with the province written out or bare
// (`Bergen (Noord-Holland)`, `Bergen NH`), with `gemeente` before it, and the other official and
// customary names (`Den Haag`, `De Friese Meren`). A name that fits two municipalities fits none.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
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

class MunicipalityNames {
  public:
    MunicipalityNames() = default;
    /// @param municipalities  each code once
    explicit MunicipalityNames(std::vector<NamedMunicipality> municipalities);
    MunicipalityNames(const MunicipalityNames&) = delete;
    MunicipalityNames& operator=(const MunicipalityNames&) = delete;

    bool empty() const { return municipalities_.empty(); }
    /// In code order.
    const std::vector<NamedMunicipality>& list() const { return municipalities_; }

    /// Null where no municipality has the code.
    const NamedMunicipality* find(MunicipalityCode code) const;
    NameMatch find(std::string_view name) const;
    /// The same within one province, where a list says it: `Bergen` in Limburg is clear.
    NameMatch find(std::string_view name, std::uint16_t province) const;
    /// All that a name may stand for, as CBS spells them, with commas between.
    std::string candidates(std::string_view name) const;
    /// Whether a text is one of the names of this municipality.
    bool is_name_of(std::string_view name, MunicipalityCode code) const;

  private:
    struct Spelling {
        std::string folded;
        std::uint32_t municipality;
    };
    std::span<const Spelling> spellings_of(std::string_view name) const;

    std::vector<NamedMunicipality> municipalities_;
    std::vector<std::uint32_t> by_number_;  ///< of a code of four digits: its place, from 1
    std::vector<Spelling> spellings_;       ///< in order of spelling
};

/// Whether a name is that of another region in the tables of CBS: `Nederland`, `Groningen (PV)`,
/// `Noord-Nederland (LD)`, `Wijk 01 Annen`.
bool is_name_of_other_region(std::string_view name);

}  // namespace spreiding
