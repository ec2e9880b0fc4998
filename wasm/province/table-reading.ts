/** What a municipality hands in, read into cells: by the page and by the command line alike. */
import type { Finding, LocationRow } from '../contract/answers.ts';
import { type LocationField, locationFields } from '../contract/provincial.ts';
import { plainName } from '../files/names.ts';
import { cellName, partName } from '../files/part.ts';
import { csvOf, unitWords } from '../files/table.ts';
import type { Core } from '../index.ts';
import { eachPlace } from '../words/messages.ts';
import { proposedColumns } from './headings.ts';
import type { LocationSheet, Unread } from './records.ts';

export type Rows = readonly (readonly string[])[];

/** What a document says beside the cells of a table; rows and columns from 1. */
export interface Beside {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** How many it stands for; left out: one. */
  readonly count?: number;
}

/** A table of a file, as it came in. */
export interface ReceivedTable {
  readonly name: string;
  readonly rows: Rows;
  readonly hidden?: boolean;
  /** What people wrote beside cells. */
  readonly comments?: readonly Beside[];
  /** What the document holds and its reader left out. */
  readonly remarks?: readonly Beside[];
}

/** A file as it came in: a CSV is one table without a name. */
export interface ReceivedFile {
  readonly name: string;
  /** SHA-256 of its bytes. */
  readonly sha256: string;
  readonly tables: readonly ReceivedTable[];
}

/** No file of a person has a name like this. */
const desk = 'ontvangst/';

/**
 * Cells and fingerprint of a file.
 * @param tables of a spreadsheet or page, as CSV; null for a file that the core reads itself
 */
export function receivedFile(
  core: Core,
  given: string,
  bytes: Uint8Array,
  tables: readonly (Omit<ReceivedTable, 'rows'> & { readonly csv: Uint8Array })[] | null,
): ReceivedFile {
  // Under this name it is kept in the workspace.
  const name = plainName(given);
  const original = desk + name;
  const cellsOf = (file: string): Rows => {
    const answer = core.run('inspect', { file, cells: true });
    return answer.ok ? (answer.result.cells ?? []) : [];
  };
  core.put(original, bytes);
  // Whatever the bytes are, their fingerprint is that of the file as it came.
  const opened = core.run('provincial_table', {
    ...{ municipalities: [], dates: [] },
    locations: [original],
  });
  const rows = tables === null ? cellsOf(original) : [];
  core.remove(original);
  const read = (tables ?? []).map(({ csv, ...table }): ReceivedTable => {
    const part = partName(original, table.name);
    core.put(part, csv);
    const cells = cellsOf(part);
    core.remove(part);
    return { ...table, rows: cells };
  });
  return {
    name,
    sha256: opened.ok ? (opened.result.files[0]?.sha256 ?? '') : '',
    tables: tables === null ? [{ name: '', rows }] : read,
  };
}

/** A municipality of the province by code and name. */
export interface Called {
  readonly code: string;
  readonly name: string;
}

/** A table of locations as the core understands it. */
export interface LocationTable {
  readonly rows: Rows;
  /** Row of the headings, from 0; −1 where the columns were not found. */
  readonly header: number;
  /** Columns, from 0. */
  readonly columns: Readonly<Partial<Record<LocationField, number>>>;
  /** Whether every column that is needed is there. */
  readonly understood: boolean;
  readonly locations: readonly LocationRow[];
  /** Rows are those of `rows`; the name of the file is left out. */
  readonly findings: readonly Finding[];
}

export function readTable(
  core: Core,
  municipalities: readonly Called[],
  rows: Rows,
): LocationTable {
  const name = `${desk}tabel`;
  core.put(name, csvOf({ rows }));
  const answer = core.run('provincial_table', {
    // Only their names matter here: nothing is set beside a share.
    municipalities: municipalities.map(({ code, name: called }) => ({
      code,
      name: called,
      indicative: 0,
    })),
    locations: [name],
    dates: [],
  });
  core.remove(name);
  const file = answer.ok ? answer.result.files[0] : undefined;
  const columns: Partial<Record<LocationField, number>> = {};
  for (const [at, column] of (file?.columns ?? []).entries()) {
    const field = locationFields[at];
    if (field !== undefined && column > 0) columns[field] = column - 1;
  }
  return {
    rows,
    header: (file?.headerRow ?? 0) - 1,
    columns,
    understood:
      (file?.headerRow ?? 0) > 0 &&
      answer.findings.every(({ code }) => code !== 'column_missing' && code !== 'column_twice'),
    locations: answer.ok ? answer.result.locations : [],
    findings: eachPlace(answer.findings).map((finding) => ({ ...finding, file: '' })),
  };
}

/** The text of a cell; empty where the row or the table ends before it. */
export const cellOf = (rows: Rows, row: number, column: number | undefined): string =>
  column === undefined ? '' : (rows[row]?.[column] ?? '').trim();

/**
 * Only what the tool asks for stays: other columns may hold names of people, and are emptied. Rows and
 * columns stay where they are, so that a finding in C17 is about C17 of what the sender has. Above the
 * headings the unit of all figures stays.
 */
export function onlyKnownColumns(table: LocationTable): Rows {
  const known = new Set(Object.values(table.columns));
  return even(
    table.rows.map((row, at) =>
      at < table.header
        ? row.map((cell) => unitWords.exec(cell)?.[0].trim() ?? '')
        : row.map((cell, column) => (known.has(column) ? cell : '')),
    ),
  );
}

/** A cell with a figure in it, that a person could read as one. */
export const hasFigure = (cell: string): boolean => /\d/.test(cell);
const mostUnread = 500;

/**
 * Every number that stands in a table of a file and is not read: above the headings, in a column that
 * the tool does not ask for, in a comment. Of what seems to be about a person only the place is kept.
 * @param header row of the headings, from 0
 * @param isRead whether a cell below it is read
 */
export function unreadOf(
  core: Core,
  { rows, comments = [], remarks = [] }: ReceivedTable,
  header: number,
  isRead: (row: number, column: number) => boolean,
): Unread[] {
  const found: Unread[] = [];
  for (const [at, row] of rows.entries())
    for (const [column, cell] of row.entries())
      if (hasFigure(cell) && !(at >= header && isRead(at, column)))
        found.push({
          ...{ at: cellName(at + 1, column + 1), text: cell.trim() },
          why: at < header ? 'above' : 'column',
        });
  return withoutPersons(core, [
    ...found,
    ...besideOf(comments, 'comment'),
    ...besideOf(remarks, 'remark'),
  ]);
}

const besideOf = (all: readonly Beside[], why: Unread['why']): Unread[] =>
  all
    // Cells that a reader left out are told by their number where their text is not.
    .filter(({ text, count }) => hasFigure(text) || (why === 'remark' && count !== undefined))
    .map(({ row, column, text, count = 1 }) => ({
      at: cellName(Math.max(row, 1), Math.max(column, 1)),
      text: text.trim() === '' ? `${count} ×` : text.trim(),
      why,
    }));

function withoutPersons(core: Core, found: readonly Unread[]): Unread[] {
  const kept = found.slice(0, mostUnread);
  if (kept.length === 0) return [];
  const answer = core.run('provincial_table', {
    municipalities: [],
    locations: [],
    dates: [],
    texts: kept.map(({ text }, place) => ({ place: String(place), text })),
  });
  const personal = new Set(answer.ok ? answer.findings.map(({ file }) => file) : []);
  return kept.map((each, place) =>
    !answer.ok || personal.has(String(place))
      ? { ...each, text: '' }
      : { ...each, text: each.text.slice(0, 200) },
  );
}

/**
 * Tables that stand below each other on one sheet, each behind headings of its own: every part keeps its
 * rows where they stand.
 */
export function partsOf(table: ReceivedTable): ReceivedTable[] {
  const { rows } = table;
  const isBlank = (at: number): boolean => (rows[at] ?? []).every((cell) => cell.trim() === '');
  const filled = (at: number): string[] => (rows[at] ?? []).filter((cell) => cell.trim() !== '');
  const isHeading = (at: number): boolean => {
    const texts = filled(at);
    return (
      texts.length > 2 &&
      !texts.some(hasFigure) &&
      Object.keys(proposedColumns(rows[at] ?? [])).length > 2
    );
  };
  const starts: number[] = [];
  let isFirst = true;
  for (let at = 0; at < rows.length; at += 1) {
    if (!isHeading(at)) continue;
    // A title may stand between the blank row and the headings.
    let above = at - 1;
    while (above >= 0 && !isBlank(above) && filled(above).length < 3) above -= 1;
    if (!isFirst && above >= 0 && isBlank(above)) starts.push(above + 1);
    isFirst = false;
  }
  if (starts.length === 0) return [table];
  const bounds = [0, ...starts, rows.length];
  return bounds.slice(0, -1).map((from, at) => {
    const to = bounds[at + 1] ?? rows.length;
    const { comments = [], remarks = [] } = table;
    const within = ({ row }: Beside): boolean => row > from && row <= to;
    return {
      ...table,
      name: at === 0 ? table.name : `${table.name === '' ? 'tabel' : table.name} (${at + 1})`,
      rows: rows.slice(0, to).map((row, place) => (place < from ? [] : row)),
      comments: comments.filter(within),
      remarks: remarks.filter(within),
    };
  });
}

/** The rows as they count: with the values that people typed, without the rows that they left out. */
export function countedRows({ rows, corrections = [], leftOut = [] }: LocationSheet): Rows {
  if (corrections.length === 0 && leftOut.length === 0) return rows;
  const counted = rows.map((row) => [...row]);
  for (const { row, column, raw, value } of corrections) {
    const cells = counted[row];
    if (cells === undefined || (cells[column] ?? '').trim() !== raw) continue;
    while (cells.length <= column) cells.push('');
    cells[column] = value;
  }
  for (const row of leftOut) counted[row] = [];
  return counted;
}

/** Rows of one width, as a spreadsheet has them: one that ends early is no finding. */
export function even(rows: Rows): Rows {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows.map((row) =>
    row.every((cell) => cell === '')
      ? []
      : [...row, ...Array.from({ length: width - row.length }, () => '')],
  );
}
