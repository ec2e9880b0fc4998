/** Finding a municipality by name, as people type it: accents, capitals and signs do not matter. */

/** Lower case, accents removed, everything but letters and digits left out. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Names in use beside the official one, by the official name folded. */
const variants: Readonly<Record<string, readonly string[]>> = {
  sgravenhage: ['Den Haag', 'The Hague'],
  shertogenbosch: ['Den Bosch'],
  bergennh: ['Bergen Noord-Holland'],
  bergenl: ['Bergen Limburg'],
  sudwestfryslan: ['Súdwest Friesland', 'Zuidwest-Friesland'],
  noardeastfryslan: ['Noordoost-Friesland'],
  defryskemarren: ['De Friese Meren'],
  hengeloo: ['Hengelo Overijssel'],
  groningengemeente: ['Groningen stad'],
  utrechtgemeente: ['Utrecht stad'],
  fryslan: ['Friesland'],
};

export const spellings = (name: string): readonly string[] => [
  folded(name),
  ...(variants[folded(name)] ?? []).map(folded),
];

/** Whether what was typed occurs in the name or in one of its variants. */
export const matches = (name: string, typed: string): boolean => {
  const wanted = folded(typed);
  return wanted === '' || spellings(name).some((spelling) => spelling.includes(wanted));
};

/** The names that match, those that begin with what was typed first; at most `most`. */
export function findNames<T extends { readonly name: string }>(
  rows: readonly T[],
  typed: string,
  most: number,
): T[] {
  const wanted = folded(typed);
  if (wanted === '') return [];
  const begins = (row: T): boolean => spellings(row.name).some((name) => name.startsWith(wanted));
  const found = rows.filter((row) => matches(row.name, typed));
  return [...found.filter(begins), ...found.filter((row) => !begins(row))].slice(0, most);
}
