/** Finding a municipality by name, as people type it: accents, capitals and signs do not matter. */

import { type KnownSpellings, folded, spellingsIn } from '../../wasm/words/municipality-names.ts';

export { folded };

let spellings = spellingsIn([]);

/** What the core says that each is called; until then a search is on names alone. */
export function rememberSpellings(known: KnownSpellings): void {
  spellings = spellingsIn(known);
}

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
