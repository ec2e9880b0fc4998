// The articles that rules rest on, as dated links into the Basiswettenbestand: the one place where
// an address is made. Its parts of a law stand before the article (`Hoofdstuk2_Artikel2`), as in
// the addresses of that site that were seen; those of the Wet, the Regeling and the Huisvestingswet
// follow the same form. An article whose chapter is not known has the address of its law.
#pragma once

#include <string_view>

namespace spreiding::articles {

#define SPREIDING_ACT "https://wetten.overheid.nl/BWBR0049307/2024-01-31#"
#define SPREIDING_DECREE "https://wetten.overheid.nl/BWBR0049310/2024-03-30#"
#define SPREIDING_REGULATION "https://wetten.overheid.nl/BWBR0049320/2024-05-15"
#define SPREIDING_HOUSING_ACT "https://wetten.overheid.nl/BWBR0035303/2025-01-01#"

// Wet gemeentelijke taak mogelijk maken asielopvangvoorzieningen.
constexpr std::string_view act_2 = SPREIDING_ACT "Hoofdstuk2_Artikel2";
constexpr std::string_view act_3 = SPREIDING_ACT "Hoofdstuk2_Artikel3";
constexpr std::string_view act_4 = SPREIDING_ACT "Hoofdstuk2_Artikel4";
constexpr std::string_view act_5 = SPREIDING_ACT "Hoofdstuk2_Artikel5";
constexpr std::string_view act_7 = SPREIDING_ACT "Hoofdstuk3_Artikel7";
constexpr std::string_view act_9 = SPREIDING_ACT "Hoofdstuk4_Artikel9";

// Besluit gemeentelijke taak mogelijk maken asielopvangvoorzieningen.
constexpr std::string_view decree_1_1 = SPREIDING_DECREE "Hoofdstuk1_Artikel1.1";
constexpr std::string_view decree_2_1 = SPREIDING_DECREE "Hoofdstuk2_Artikel2.1";
constexpr std::string_view decree_2_2 = SPREIDING_DECREE "Hoofdstuk2_Artikel2.2";
constexpr std::string_view decree_3_1 = SPREIDING_DECREE "Hoofdstuk3_Artikel3.1";

// Regeling specifieke uitkeringen; of articles 3 to 5 and 10 the chapter is not known.
constexpr std::string_view regulation = SPREIDING_REGULATION;
constexpr std::string_view regulation_6 = SPREIDING_REGULATION "#Hoofdstuk3_Artikel6";

// Huisvestingswet 2014.
constexpr std::string_view housing_29 = SPREIDING_HOUSING_ACT "Hoofdstuk5_Paragraaf1_Artikel29";

#undef SPREIDING_ACT
#undef SPREIDING_DECREE
#undef SPREIDING_REGULATION
#undef SPREIDING_HOUSING_ACT

}  // namespace spreiding::articles
