/** What a municipality hands in, read into cells: by the page and by the command line alike. */
import type { Finding } from '../contract/common.ts';
import { type LocationField, type LocationRow, locationFields } from '../contract/provincial.ts';
import { partName } from '../files/part.ts';
import { csvOf } from '../files/table.ts';
import type { Core } from '../index.ts';

export type Rows = readonly (readonly string[])[];

/** A file as it came in: a CSV is one table without a name. */
export interface ReceivedFile {
  readonly name: string;
  /** SHA-256 of its bytes. */
  readonly sha256: string;
  readonly tables: readonly { readonly name: string; readonly rows: Rows }[];
}

/** No file of a person has a name like this. */
const desk = 'ontvangst/';

/**
 * Cells and fingerprint of a file.
 * @param tables of a spreadsheet or page, as CSV; null for a file that the core reads itself
 */
export function receivedFile(
  core: Core,
  name: string,
  bytes: Uint8Array,
  tables: readonly { readonly name: string; readonly csv: Uint8Array }[] | null,
): ReceivedFile {
  const original = desk + name;
  const cellsOf = (file: string): { rows: Rows; sha256: string } => {
    const answer = core.run('inspect', { file, cells: true });
    return answer.ok
      ? { rows: answer.result.cells ?? [], sha256: answer.result.sha256 }
      : { rows: [], sha256: '' };
  };
  core.put(original, bytes);
  const read = (tables ?? [{ name: '', csv: bytes }]).map((table) => {
    if (table.name === '') return { name: '', ...cellsOf(original) };
    const part = partName(original, table.name);
    core.put(part, table.csv);
    const found = { name: table.name, ...cellsOf(part) };
    core.remove(part);
    return found;
  });
  core.remove(original);
  return {
    name,
    sha256: read.find(({ sha256 }) => sha256 !== '')?.sha256 ?? '',
    tables: read.map(({ name: table, rows }) => ({ name: table, rows })),
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
    findings: answer.findings.map((finding) => ({ ...finding, file: '' })),
  };
}

/** The text of a cell; empty where the row or the table ends before it. */
export const cellOf = (rows: Rows, row: number, column: number | undefined): string =>
  column === undefined ? '' : (rows[row]?.[column] ?? '').trim();

/**
 * Only what the tool asks for stays: other columns may hold names of people, and are emptied. Rows and
 * columns stay where they are, so that a finding in C17 is about C17 of what the sender has.
 */
export function onlyKnownColumns(table: LocationTable): Rows {
  const known = new Set(Object.values(table.columns));
  return even(
    table.rows.map((row, at) =>
      at < table.header ? [] : row.map((cell, column) => (known.has(column) ? cell : '')),
    ),
  );
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
