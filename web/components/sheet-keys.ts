/** Where keys and pastes lead in a sheet. Pure. */
import { unguarded } from '../../wasm/files/csv-text.ts';

export interface Place {
  readonly row: number;
  readonly column: number;
}

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const page = 15;

/** The cell that a key leads to; null for a key that moves nowhere. */
export function moved(event: Key, from: Place, rows: number, columns: number): Place | null {
  const whole = event.ctrlKey || event.metaKey;
  const within = (row: number, column: number): Place => ({
    row: Math.max(0, Math.min(row, rows - 1)),
    column: Math.max(0, Math.min(column, columns - 1)),
  });
  switch (event.key) {
    case 'ArrowUp':
      return within(whole ? 0 : from.row - 1, from.column);
    case 'ArrowDown':
      return within(whole ? rows : from.row + 1, from.column);
    case 'ArrowLeft':
      return within(from.row, whole ? 0 : from.column - 1);
    case 'ArrowRight':
      return within(from.row, whole ? columns : from.column + 1);
    case 'PageUp':
      return within(from.row - page, from.column);
    case 'PageDown':
      return within(from.row + page, from.column);
    case 'Home':
      return within(whole ? 0 : from.row, 0);
    case 'End':
      return within(whole ? rows : from.row, columns);
    default:
      return null;
  }
}

/** One cell of a spreadsheet's text: quoted as a whole where it holds a tab, a quote or a line. */
const oneCell = /(?:"([^"]*(?:""[^"]*)*)"|([^\t\n]*))(\t|\n|$)/guy;

function split(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  // A lone return ends a line too: the numbers on either side of it are two.
  for (const [, quoted, plain, end] of text.replace(/\r\n?/gu, '\n').matchAll(oneCell)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\t') continue;
    rows.push(row);
    row = [];
  }
  // What is found behind the last line is no row.
  if (rows.at(-1)?.join('\t') === '') rows.pop();
  return rows;
}

/** What a paste of a spreadsheet's cells puts where, from the cell where one is. */
export const cellsPasted = (
  text: string,
  from: Place,
): { readonly row: number; readonly column: number; readonly text: string }[] =>
  split(text).flatMap((cells, row) =>
    cells.map((cell, column) => ({
      row: from.row + row,
      column: from.column + column,
      text: unguarded(cell.trim()),
    })),
  );

/**
 * A whole number as people type it, in groups of three or not.
 * @returns null for an empty cell; undefined for what is no whole number from 0 to the most
 */
export function wholeTyped(text: string, most = 10_000_000): number | null | undefined {
  const plain = text.trim().replaceAll('\u00A0', ' ');
  if (plain === '') return null;
  const grouped = /^\d{1,3}(?:([. ])\d{3})(?:\1\d{3})*$/u.test(plain);
  const digits = grouped ? plain.replace(/[. ]/gu, '') : plain;
  if (!/^\d{1,10}$/u.test(digits)) return undefined;
  const number = Number(digits);
  return number <= most ? number : undefined;
}

/** The same with a sign before it. */
export function signedTyped(text: string): number | null | undefined {
  const plain = text.trim().replace('−', '-');
  const sign = plain.startsWith('-') ? -1 : 1;
  const number = wholeTyped(plain.replace(/^[+-]/u, ''));
  return number == null ? (plain === '' ? null : undefined) : sign * number + 0;
}
