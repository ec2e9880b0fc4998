/**
 * Cells, wherever they came from: a sheet of a spreadsheet, a table of a web page, lines of a PDF. The
 * core reads them as an unambiguous CSV in which row r, column c is row r, column c of what the
 * person sees, so that a finding about `C17` is about `C17`.
 */
import type { NumberNotation } from '../contract/common.ts';
import { FormatFault } from './fault.ts';

/** One table of a document. */
export interface Table {
  /** As the document calls it (`Blad1`), else `tabel 1`. */
  readonly name: string;
  /** Rows of cells from the first row and the first column; rows may differ in length. */
  readonly rows: readonly (readonly string[])[];
  /** A heading or caption that stands above it; may be empty. */
  readonly title: string;
  /** Whether the person had hidden it. */
  readonly hidden: boolean;
  /**
   * How its numbers are written, where the document itself says so: a number that a spreadsheet
   * stores has a point for decimals and no thousands mark. null: the cells must show it.
   */
  readonly notation: NumberNotation | null;
}

export type DocumentKind = 'xlsx' | 'ods' | 'html' | 'xml' | 'lines';

export interface TableDocument {
  readonly kind: DocumentKind;
  /** At least one, in the order of the document. */
  readonly tables: readonly Table[];
}

/** A document holds at most so many cells, repeated and padding ones included. */
export const mostCells = 20_000_000;
/** The same bound as the core puts on a file: 256 MiB. */
export const mostBytes = 256 * 1024 * 1024;

export const storedNumbers: NumberNotation = { decimal: '.', thousands: null };

/** `1.234` as text: a reader of the sheet may take its point for either mark. */
export const mayBeReadTwice = (text: string): boolean =>
  /^\s*[-+−]?\d{1,3}[.,]\d{3}\s*$/.test(text);

/**
 * A stored number as the shortest decimal that reads back to the same double, without exponent:
 * `-7.2999999999999995E-2` is −0.073. Text that is no number stays as it is.
 */
export function plainNumber(stored: string): string {
  const value = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(value)) return stored;
  const shortest = String(value);
  const parts = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(shortest);
  if (parts === null) return shortest;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits}${'0'.repeat(point - digits.length)}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** The length that most rows have: the others are padded to it, so that rows are cut alike. */
function commonWidth(rows: Table['rows']): number {
  const counts = new Map<number, number>();
  for (const row of rows)
    if (row.length > 0) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  let width = 1;
  let most = 0;
  for (const [length, count] of counts) {
    if (count > most || (count === most && length > width)) [width, most] = [length, count];
  }
  return width;
}

/** The table as bytes for the core: UTF-8, every cell quoted, commas, CRLF. */
export function csvOf(table: Pick<Table, 'rows'>): Uint8Array<ArrayBuffer> {
  const width = commonWidth(table.rows);
  const encoder = new TextEncoder();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  let text = '';
  const flush = (): void => {
    const piece = encoder.encode(text);
    text = '';
    size += piece.byteLength;
    if (size > mostBytes) throw new FormatFault('too_large');
    pieces.push(piece);
  };
  for (const row of table.rows) {
    for (let column = 0; column < Math.max(row.length, width); column += 1) {
      const cell = row[column] ?? '';
      text += `${column === 0 ? '"' : ',"'}${cell.includes('"') ? cell.replaceAll('"', '""') : cell}"`;
    }
    text += '\r\n';
    if (text.length > 1 << 20) flush();
  }
  flush();
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return bytes;
}

/**
 * Gathers the cells of one table in order, in bounded memory: a file of a few kilobytes can claim a
 * million repeated rows, and blank ones at the end are never made.
 */
export class TableBuilder {
  readonly rows: string[][] = [];
  private blanks = 0;
  private cells = 0;

  /** @param row its cells; blank ones at the end are dropped */
  add(row: readonly string[], repeated = 1): void {
    let length = row.length;
    while (length > 0 && row[length - 1] === '') length -= 1;
    if (length === 0) {
      this.blanks += repeated;
      return;
    }
    this.cells += this.blanks + length * repeated;
    if (this.cells > mostCells || this.rows.length + this.blanks + repeated > 2 ** 22)
      throw new FormatFault('too_large');
    for (; this.blanks > 0; this.blanks -= 1) this.rows.push([]);
    const kept = row.slice(0, length);
    for (let time = 0; time < repeated; time += 1) this.rows.push(time === 0 ? kept : [...kept]);
  }

  /**
   * Repeats the text of a merged cell in the rows it covers: a name that stands once beside nine
   * rows is about all nine. To the right it is not repeated: a title over a table stays one cell.
   */
  fillDown(row: number, column: number, height: number): void {
    const text = this.rows[row]?.[column] ?? '';
    if (text === '') return;
    for (let below = row + 1; below < Math.min(row + height, this.rows.length); below += 1) {
      const cells = this.rows[below];
      if (cells === undefined) return;
      while (cells.length <= column) cells.push('');
      if (cells[column] === '') cells[column] = text;
    }
  }
}
