/**
 * Finding what people type: municipalities, those that were abolished, and provinces. Accents, capitals and
 * signs do not matter. An exact name goes before one that begins so, that before one with such a word, that
 * before one that has it somewhere.
 */
import {
  type KnownSpellings,
  folded,
  spellingsIn,
  withoutKind,
} from '../../wasm/words/municipality-names.ts';

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

/** As people say it: CBS adds a kind where a province has the same name. */
export const spokenName = withoutKind;

/** A municipality that is no more, and where it went; a divided one has several. */
export interface Former {
  readonly code: string;
  readonly name: string;
  /** The year since which. */
  readonly since: string;
  readonly to: string;
}

/** Rows of `datum,gemeentecode,gemeente,naar_gemeentecode,…`. */
export const readFormer = (csv: string): Former[] =>
  csv
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .flatMap((line) => {
      const [date = '', code = '', name = '', to = ''] = line.split(',');
      return to === '' ? [] : [{ code, name, to, since: date.slice(0, 4) }];
    });

export type Found<Row> =
  | { readonly kind: 'municipality'; readonly row: Row }
  | { readonly kind: 'former'; readonly name: string; readonly since: string; readonly row: Row }
  | { readonly kind: 'province'; readonly name: string };

/** How well a name fits what was typed: the less, the better; null: not at all. */
function fit(names: readonly string[], words: readonly string[], wanted: string): number | null {
  if (names.includes(wanted)) return 0;
  if (names.some((name) => name.startsWith(wanted))) return 1;
  if (words.some((word) => word.startsWith(wanted))) return 2;
  return names.some((name) => name.includes(wanted)) ? 3 : null;
}
const somewhere = 3;
const wordsOf = (name: string): string[] => name.split(/[^\p{L}\p{N}]+/u).map(folded);

export interface Search<Row> {
  readonly found: readonly Found<Row>[];
  /** Whether Enter may open the first without a person walking to it. */
  readonly isSure: boolean;
}

/**
 * @param rows       the municipalities of the round
 * @param former     those of before; one that the round still has is none
 * @param provinces  of the round
 */
export function findPlaces<
  Row extends { readonly code: string; readonly name: string; readonly province: string },
>(
  rows: readonly Row[],
  former: readonly Former[],
  provinces: readonly string[],
  typed: string,
  most: number,
): Search<Row> {
  const wanted = folded(typed);
  if (wanted === '') return { found: [], isSure: false };
  const byCode = new Map(rows.map((row) => [row.code, row]));
  // What was abolished twice leads to what there is now.
  const successors = (code: string, seen: readonly string[] = []): Row[] =>
    former
      .filter((each) => each.code === code && !seen.includes(each.to))
      .flatMap(({ to }) => {
        const row = byCode.get(to);
        return row === undefined ? successors(to, [...seen, code]) : [row];
      });
  const fits: { rank: number; found: Found<Row> }[] = [];
  const add = (rank: number | null, found: Found<Row>): void => {
    if (rank !== null) fits.push({ rank, found });
  };
  for (const row of rows)
    add(fit(spellings(row.name), wordsOf(row.name), wanted), { kind: 'municipality', row });
  for (const name of provinces)
    add(fit(spellings(name), wordsOf(name), wanted), { kind: 'province', name });
  const told = new Set<string>();
  for (const { code, name, since } of former) {
    if (byCode.has(code) || told.has(code)) continue;
    told.add(code);
    const rank = fit(spellings(name), wordsOf(name), wanted);
    for (const row of new Set(rank === null ? [] : successors(code)))
      add(rank, { kind: 'former', name, since, row });
  }
  fits.sort((one, other) => one.rank - other.rank);
  const [first, second] = fits;
  return {
    found: fits.slice(0, most).map(({ found }) => found),
    isSure:
      first !== undefined &&
      (first.rank < somewhere || second === undefined) &&
      // Divided: which of its parts is meant is the person's to say.
      !(
        first.found.kind === 'former' &&
        second?.found.kind === 'former' &&
        first.found.name === second.found.name
      ),
  };
}
