/** Names of municipalities and provinces as people and publications write them. */

/** Lower case, accents removed, everything but letters and digits left out. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** CBS writes `Groningen (gemeente)` where a province has the same name. */
export const withoutKind = (name: string): string =>
  name
    .trim()
    .replace(/\((?:gemeente|g\.)\)$/i, '')
    .trim();

/** What municipalities and provinces are called: the core says it (`find_municipalities`). */
export type KnownSpellings = readonly {
  readonly name: string;
  readonly spellings: readonly string[];
}[];

/** By name all that it is called, folded; of a name that is not known itself, without what CBS adds. */
export function spellingsIn(known: KnownSpellings): (name: string) => readonly string[] {
  const byName = new Map(known.map(({ name, spellings }) => [name, spellings]));
  return (name) => [
    ...new Set([folded(name), folded(withoutKind(name)), ...(byName.get(name) ?? [])]),
  ];
}
