/** Where the cells of a paste belong in a sheet: by the names and headings in it, else by their order. Pure. */
import type { SheetChange, SheetColumn, SheetRow } from './sheet-cells.ts';
import { type Place, cellsPasted } from './sheet-keys.ts';

/** The row of each name; null: none, or more than one. */
export type FindRows = (names: readonly string[]) => readonly (number | null)[];

/** A row of the paste that has no row in the sheet: nothing is written before a person said which. */
export interface UnknownRow {
  readonly name: string;
  readonly cells: readonly SheetChange[];
}

export interface PastePlan {
  readonly by: 'name' | 'order';
  readonly changes: readonly SheetChange[];
  readonly unknown: readonly UnknownRow[];
  /** What has no place: beyond the sheet, or in a column that is not typed in. */
  readonly dropped: readonly string[];
}

const isText = (cell: string): boolean => /\p{L}/u.test(cell) && !/^\s*[-+]?\d/.test(cell);
const spelling = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Columns by the headings of a paste; undefined where its first row has none of the sheet's. */
function columnsByHeading(
  row: readonly string[],
  columns: readonly SheetColumn[],
): (number | null)[] | undefined {
  if (!row.every((cell) => cell.trim() === '' || isText(cell))) return undefined;
  const found = row.map((cell) => {
    const wanted = spelling(cell);
    const at = columns.findIndex(({ title }) => wanted !== '' && spelling(title) === wanted);
    return at === -1 ? null : at;
  });
  return found.filter((at) => at !== null).length > 1 ? found : undefined;
}

/**
 * @param find of a sheet whose rows are named; without it cells go by their order
 * @param canType whether a cell is typed in
 */
export function planPaste(
  text: string,
  from: Place,
  columns: readonly SheetColumn[],
  rows: readonly SheetRow[],
  canType: (place: Place) => boolean,
  find?: FindRows,
): PastePlan {
  const all: string[][] = [];
  for (const { row, text: cell } of cellsPasted(text, { row: 0, column: 0 }))
    (all[row] ??= []).push(cell);
  const block = all.filter((row) => row.some((cell) => cell !== ''));
  const [head = []] = block;
  const headed = columnsByHeading(head, columns);
  const body = headed === undefined ? block : block.slice(1);
  const named = body.filter((row) => row.length > 1 && isText(row[0] ?? ''));
  const byName = find !== undefined && named.length * 2 > body.length;
  const first = byName ? 1 : 0;
  // In a column of names nothing is typed: their numbers begin behind it.
  let start = from.column;
  while (byName && start < columns.length && columns[start]?.editable !== true) start += 1;
  const columnOf = (at: number): number | null =>
    headed === undefined ? start + at - first : (headed[at] ?? null);
  const found = byName ? find(body.map((row) => (row[0] ?? '').trim())) : [];
  const changes: SheetChange[] = [];
  const unknown: UnknownRow[] = [];
  const dropped: string[] = [];
  const taken = new Set<number>();
  for (const [at, cells] of body.entries()) {
    const known = byName ? (found[at] ?? null) : from.row + at;
    const isTwice = byName && known !== null && taken.has(known);
    const row = isTwice ? null : known;
    if (row !== null) taken.add(row);
    const placed = cells.flatMap((cell, place): SheetChange[] => {
      if (place < first) return [];
      const column = columnOf(place);
      const isBeyond = row !== null && find !== undefined && row >= rows.length;
      const text = cell.trim();
      if (column !== null && !isBeyond && canType({ row: row ?? 0, column }))
        return [{ row: row ?? -1, column, text }];
      if (text !== '') dropped.push(text);
      return [];
    });
    if (row !== null) changes.push(...placed);
    // A heading above the numbers names nobody and holds no number.
    else if (at > 0 || headed !== undefined || placed.some(({ text: cell }) => !isText(cell)))
      unknown.push({ name: (cells[0] ?? '').trim(), cells: placed });
  }
  return { by: byName ? 'name' : 'order', changes, unknown, dropped };
}
