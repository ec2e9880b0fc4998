/** The articles that the page and its files link to, as in `core/key/articles.hpp`; a test holds the two together. */
const site = 'https://wetten.overheid.nl';
const act = `${site}/BWBR0049307/2024-01-31`;
const decree = `${site}/BWBR0049310/2024-03-30`;

export const articleLinks = {
  act3: `${act}#Hoofdstuk2_Artikel3`,
  decree21: `${decree}#Hoofdstuk2_Artikel2.1`,
  decree22: `${decree}#Hoofdstuk2_Artikel2.2`,
} as const;
