/** Names of municipalities and provinces as people and publications write them. */

/** Lower case, accents removed, everything but letters and digits left out. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Names in use beside the official one, by the official name folded, CBS's `(gemeente)` left out. */
const variants: Readonly<Record<string, readonly string[]>> = {
  sgravenhage: ['Den Haag', 'The Hague'],
  shertogenbosch: ['Den Bosch'],
  bergennh: ['Bergen Noord-Holland'],
  bergenl: ['Bergen Limburg'],
  sudwestfryslan: ['Súdwest Friesland', 'Zuidwest-Friesland'],
  noardeastfryslan: ['Noordoost-Friesland'],
  defryskemarren: ['De Friese Meren'],
  hengeloo: ['Hengelo Overijssel'],
  groningen: ['Groningen stad'],
  utrecht: ['Utrecht stad'],
  fryslan: ['Friesland'],
};

/** CBS writes `Groningen (gemeente)` where a province has the same name. */
export const withoutKind = (name: string): string =>
  name
    .trim()
    .replace(/\((?:gemeente|g\.)\)$/i, '')
    .trim();

/** The official name and its variants, folded; `Groningen (gemeente)` also without what CBS adds. */
export const spellings = (name: string): readonly string[] => {
  const bare = folded(withoutKind(name));
  const known = [folded(name), bare, ...(variants[bare] ?? []).map(folded)];
  return [...new Set(known)];
};

/** The same without a suffix such as `(NH.)`: only of use where it fits one name. */
export function withoutSuffix(name: string): string {
  const suffix = name.trim().endsWith(')') ? name.lastIndexOf('(') : -1;
  return folded(suffix === -1 ? name : name.slice(0, suffix));
}
