/**
 * Cells, wherever they came from: a sheet of a spreadsheet, a table of a web page, lines of a PDF. The
 * core reads them as an unambiguous CSV in which row r, column c is row r, column c of what the
 * person sees, so that a finding about `C17` is about `C17`.
 */
import type { NumberNotation } from '../contract/answers.ts';
import { sharedFigure } from './cell-text.ts';
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
  /** What was left out or could not be taken as it stood, each with its place. */
  readonly remarks: readonly Remark[];
  /** What people wrote beside cells. */
  readonly comments: readonly Comment[];
}

export type RemarkCode =
  | 'cell_twofold'
  | 'figure_shared'
  | 'struck_left_out'
  | 'hidden_left_out'
  | 'sheet_open'
  | 'sheet_chosen';

export interface Remark {
  readonly code: RemarkCode;
  /** From 1; of several the first. */
  readonly row: number;
  /** From 1; 0: the whole row. */
  readonly column: number;
  readonly text: string;
  /** What it is about beside that; of a sheet the others. */
  readonly about?: string;
  /** How many it stands for. */
  readonly count: number;
}

export interface Comment {
  /** Row and column from 1. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export type DocumentKind = 'xlsx' | 'ods' | 'html' | 'xml' | 'lines';

export interface TableDocument {
  readonly kind: DocumentKind;
  /** At least one, in the order of the document. */
  readonly tables: readonly Table[];
}

/** A document holds at most so many cells, repeated and padding ones included. */
const mostCells = 20_000_000;
/** The same bound as the core puts on a file: 256 MiB. */
export const mostBytes = 256 * 1024 * 1024;

/** How far a file may unpack: no table of figures is packed more than sixty times. */
export const mostUnpacked = (bytes: number): number => Math.min(mostBytes, (4 << 20) + 64 * bytes);

/**
 * What the tables of one document may come to, by the size of its file: repeats, spans, merged cells and
 * shared texts let a few hundred bytes claim millions of cells.
 */
export class Budget {
  private cells: number;
  private text: number;

  /** @param bytes of the file */
  constructor(bytes: number) {
    this.cells = Math.min(mostCells, 1_500_000 + 4 * bytes);
    this.text = mostUnpacked(bytes);
  }

  /** @param text characters, all cells together */
  spend(cells: number, text: number): void {
    this.cells -= cells;
    this.text -= text;
    if (this.cells < 0 || this.text < 0) throw new FormatFault('too_large');
  }
}

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
  if (!shortest.includes('e')) return shortest;
  const parts = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(shortest);
  if (parts === null) return shortest;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits}${'0'.repeat(point - digits.length)}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/**
 * A stored number as a cell: where its three decimals would look like a group of three, it gets a
 * nought behind them. So `45.457` in a column of whole numbers is 45.4570, and never 45,457.
 */
export const storedText = (stored: string): string =>
  plainNumber(stored).replace(/^-?[1-9]\d{0,2}\.\d{3}$/, '$&0');

/**
 * Whether a cell shows another number than it stores, more than rounding can tell. What it shows is
 * compared only where its marks leave no third reading: `1.234` is 1234 or 1.234.
 */
export function showsAnother(stored: string, shown: string): boolean {
  const plain = shown.trim().replace('−', '-');
  if (!/^-?\d{1,15}$|^-?\d{1,12}[.,]\d{1,9}$|^-?\d{1,3}(?:[.,' \u00a0]\d{3}){1,4}$/.test(plain))
    return false;
  const readings = [plain.replace(/[.,' \u00a0]/g, ''), plain.replace(',', '.')];
  return readings.every((reading) => !(Math.abs(Number(reading) - Number(stored)) < 1));
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

const mostBlankCells = 1_000_000;

/** Words above a table that may make its figures other ones; whether they do, the core says. */
export const unitWords =
  /(?<!\p{L}|\d|\d )(?:[x×*]|maal) ?(?:1[. \u00a0]?0[0. \u00a0]{0,9}|duizend|honderd|miljoen)|\b(?:in|per) (?:duizend|honderd|miljoen|procent|percent|1[. \u00a0]?000)[a-z]{0,9}|(?:duizend|honderd)tallen/iu;

/**
 * The table as bytes for the core: UTF-8, every cell quoted, commas, CRLF. A title beside it that may say
 * what its figures count stands below them.
 */
export function csvOf(
  table: Pick<Table, 'rows'> & { readonly title?: string },
): Uint8Array<ArrayBuffer> {
  const { title = '' } = table;
  const rows = unitWords.test(title) ? [...table.rows, [title]] : table.rows;
  const width = commonWidth(rows);
  const blanks = rows.reduce((count, row) => count + (row.length === 0 ? 1 : 0), 0);
  // A sheet may hold a million blank rows between two cells: these get one cell each.
  const blankWidth = blanks * width > mostBlankCells ? 1 : width;
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
  for (const row of rows) {
    const cells = row.length === 0 ? blankWidth : Math.max(row.length, width);
    for (let column = 0; column < cells; column += 1) {
      const cell = row[column] ?? '';
      text += `${column === 0 ? '"' : ',"'}${cell.includes('"') ? cell.replaceAll('"', '""') : cell}"`;
      if (text.length > 1 << 20) flush();
    }
    text += '\r\n';
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

const mostRemarks = 1000;
/** Looks like a figure, and not like a year, which heads a column. */
export const isFigure = (text: string): boolean =>
  /^[-+−]?\d[\d.,' \u00a0\u202f]*%?$/.test(text) && !/^(19|20)\d\d$/.test(text);

const blank: readonly string[] = [];

/** Gathers the cells of one table in order, within the budget of its document. */
export class TableBuilder {
  readonly rows: (readonly string[])[] = [];
  readonly comments: Comment[] = [];
  private readonly found: Remark[] = [];
  private readonly counted = new Map<RemarkCode, Remark>();
  private blanks = 0;
  private anyText = false;
  private anyNumber = false;

  constructor(private readonly budget: Budget) {}

  /** Rows so far, those to be repeated and blank ones included. */
  get height(): number {
    return this.rows.length + this.blanks;
  }

  /** A cell as it is written for the core, from what the document says of it. */
  cell(content: string, isStoredNumber: boolean): string {
    if (!mayBeReadTwice(content)) return content;
    if (isStoredNumber) this.anyNumber = true;
    else this.anyText = true;
    return isStoredNumber ? storedText(content) : content;
  }

  /** @param row its cells; blank ones at the end are dropped */
  add(row: readonly string[], repeated = 1): void {
    let length = row.length;
    while (length > 0 && row[length - 1] === '') length -= 1;
    if (length === 0) {
      this.blanks += repeated;
      return;
    }
    let text = 0;
    for (let at = 0; at < length; at += 1) text += 3 + (row[at]?.length ?? 0);
    this.budget.spend(this.blanks + length * repeated, text * repeated);
    for (; this.blanks > 0; this.blanks -= 1) this.rows.push(blank);
    const kept = row.slice(0, length);
    for (let time = 0; time < repeated; time += 1) this.rows.push(kept);
  }

  remark(code: RemarkCode, row: number, column: number, text: string): void {
    if (this.found.length < mostRemarks) this.found.push({ code, row, column, text, count: 1 });
  }
  /** One remark for all of a kind, at the place of the first. */
  count(code: RemarkCode, row: number, column: number, times = 1): void {
    const first = this.counted.get(code) ?? { code, row, column, text: '', count: 0 };
    this.counted.set(code, { ...first, count: first.count + times });
  }

  /**
   * A merged cell: its text is repeated in the rows it covers, because a name that stands once beside
   * nine rows is about all nine; a figure is that of none of them. To the right nothing is repeated: a
   * title over a table stays one cell. What lies under it is not seen, and left out.
   */
  merge(row: number, column: number, height: number, width: number): void {
    if (row < 0 || column < 0) return;
    const content = this.rows[row]?.[column] ?? '';
    const end = Math.min(row + height, this.rows.length);
    const text = end - row > 1 && isFigure(content) ? sharedFigure(content) : content;
    if (text !== content) this.remark('figure_shared', row + 1, column + 1, content);
    for (let at = row; at < end; at += 1) {
      const cells = this.rows[at] ?? blank;
      this.budget.spend(Math.max(cells.length, column) + 4, text.length);
      const under = cells.slice(column + (at === row ? 1 : 0), column + width);
      if (under.some((cell) => cell !== '' && cell !== content))
        this.count('hidden_left_out', at + 1, 0);
      if (text === '' && under.every((cell) => cell === '')) continue;
      const filled = cells.map((cell, place) =>
        place >= column && place < column + width ? '' : cell,
      );
      while (filled.length < column) filled.push('');
      filled[column] = text;
      this.rows[at] = filled;
    }
  }

  table(name: string, more: { readonly title?: string; readonly hidden?: boolean } = {}): Table {
    return {
      name,
      rows: this.rows,
      title: more.title ?? '',
      hidden: more.hidden ?? false,
      notation: this.anyNumber && !this.anyText ? storedNumbers : null,
      remarks: [...this.found, ...this.counted.values()],
      comments: this.comments,
    };
  }
}
