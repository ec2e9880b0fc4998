/** An old and a new version of a sender's table, cell by cell. */
import type { LocationRow } from '../contract/answers.ts';
import type { LocationField } from '../contract/provincial.ts';
import { locationFields } from '../contract/provincial.ts';
import { plainly, spelling } from './headings.ts';
import { type LocationTable, type Rows, cellOf, even } from './table-reading.ts';

/** What a municipality says of a location: where it is from is the same by definition. */
export const sentFields = locationFields.filter(
  (field) => field !== 'municipality' && field !== 'municipality_name',
);
export type ComparedField = Exclude<LocationField, 'municipality' | 'municipality_name'>;

export interface CellDifference {
  /** One of a kind among the differences of two tables. */
  readonly key: string;
  /** `changed`: one cell of a location in both; `added`, `gone`: a whole location. */
  readonly kind: 'changed' | 'added' | 'gone';
  /** As a person calls the location. */
  readonly location: string;
  /** Null where it is about a whole location. */
  readonly field: ComparedField | null;
  readonly before: string;
  readonly after: string;
  /** Rows from 0; −1 where it is not in that version. */
  readonly rowBefore: number;
  readonly rowAfter: number;
}

/** Of each row of an old version the row of a new one that is about the same location. */
export function rowsCarried(before: LocationTable, after: LocationTable): Map<number, number> {
  const now = rowsByKey(after);
  return new Map(
    [...rowsByKey(before)].flatMap(([key, row]) => {
      const next = now.get(key);
      return next === undefined ? [] : [[row, next] as const];
    }),
  );
}

/** Rows with a location by what they are called: its number, else its name, and whose it is. */
function rowsByKey(table: LocationTable): Map<string, number> {
  const found = new Map<string, number>();
  const isOfSeveral = new Set(table.locations.map(({ municipality }) => municipality)).size > 1;
  for (let row = table.header + 1; row < table.rows.length; row += 1) {
    if (sentFields.every((field) => cellOf(table.rows, row, table.columns[field]) === '')) continue;
    const id = spelling(cellOf(table.rows, row, table.columns.location_id));
    const whose = ['municipality', 'municipality_name'] as const;
    const owner = whose
      .map((field) => spelling(cellOf(table.rows, row, table.columns[field])))
      .find((text) => text !== '');
    const name = spelling(cellOf(table.rows, row, table.columns.location));
    // In a file of several municipalities each may number from 1.
    const key = isOfSeveral || id === '' ? `${owner ?? ''}/${id === '' ? name : id}` : id;
    let free = key;
    for (let number = 2; found.has(free); number += 1) free = `${key}/${number}`;
    found.set(free, row);
  }
  return found;
}

const textOf = (table: LocationTable, row: number, field: LocationField): string =>
  cellOf(table.rows, row, table.columns[field]);

/** What the core made of a cell, so that 1-3-2027 and 2027-03-01 are no difference. */
function meaning(location: LocationRow | undefined, field: ComparedField, text: string): string {
  if (location === undefined) return plainly(text);
  switch (field) {
    case 'kind':
      return location.kind;
    case 'places':
      return String(location.places);
    case 'from':
      return location.from;
    case 'until':
      return location.until ?? '';
    case 'certainty':
      return location.certainty;
    case 'public':
      return String(location.public);
    default:
      return plainly(text);
  }
}

const title = (table: LocationTable, row: number): string =>
  [textOf(table, row, 'location_id'), textOf(table, row, 'location')]
    .filter((text) => text !== '')
    .join(' ');

const summary = (table: LocationTable, row: number): string =>
  (['kind', 'places', 'from', 'until', 'certainty'] as const)
    .map((field) => textOf(table, row, field))
    .filter((text) => text !== '')
    .join(', ');

/** Every cell that differs in meaning, in the order of the new version; then what is gone. */
export function tableDifferences(before: LocationTable, after: LocationTable): CellDifference[] {
  const [old, now] = [rowsByKey(before), rowsByKey(after)];
  const locationsBefore = new Map(before.locations.map((each) => [each.row - 1, each]));
  const locationsAfter = new Map(after.locations.map((each) => [each.row - 1, each]));
  const found: CellDifference[] = [];
  for (const [key, rowAfter] of now) {
    const rowBefore = old.get(key);
    if (rowBefore === undefined) {
      found.push({
        ...{ key, kind: 'added', location: title(after, rowAfter), field: null, before: '' },
        ...{ after: summary(after, rowAfter), rowBefore: -1, rowAfter },
      });
      continue;
    }
    for (const field of sentFields) {
      const one = textOf(before, rowBefore, field);
      const other = textOf(after, rowAfter, field);
      const same =
        one === other ||
        meaning(locationsBefore.get(rowBefore), field, one) ===
          meaning(locationsAfter.get(rowAfter), field, other);
      if (same) continue;
      found.push({
        ...{ key: `${key}:${field}`, kind: 'changed', location: title(after, rowAfter), field },
        ...{ before: one, after: other, rowBefore, rowAfter },
      });
    }
  }
  for (const [key, rowBefore] of old) {
    if (now.has(key)) continue;
    found.push({
      ...{ key, kind: 'gone', location: title(before, rowBefore), field: null },
      ...{ before: summary(before, rowBefore), after: '', rowBefore, rowAfter: -1 },
    });
  }
  return found;
}

/** The column of a field; made behind the others where the table has none. */
function columnFor(
  rows: string[][],
  header: number,
  columns: Partial<Record<LocationField, number>>,
  field: LocationField,
): number {
  const known = columns[field];
  if (known !== undefined) return known;
  const column = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const heading = rows[header] ?? [];
  while (heading.length < column) heading.push('');
  heading[column] = templateHeadings[field];
  columns[field] = column;
  return column;
}

/** As the template heads its columns. */
export const templateHeadings: Readonly<Record<LocationField, string>> = {
  municipality: 'gemeentecode',
  municipality_name: 'gemeente',
  location_id: 'nummer',
  location: 'locatie',
  kind: 'soort',
  places: 'plekken',
  from: 'van',
  until: 'tot en met',
  certainty: 'zekerheid',
  continues: 'vervolg op',
  public: 'openbaar',
  note: 'opmerking',
};

/**
 * The new version, with the old at every difference that a person kept.
 * @param kept keys of differences at which the old stays
 */
export function withKept(
  before: LocationTable,
  after: LocationTable,
  differences: readonly CellDifference[],
  kept: ReadonlySet<string>,
): Rows {
  const rows = after.rows.map((row) => [...row]);
  const columns = { ...after.columns };
  const set = (row: number, field: LocationField, text: string): void => {
    const column = columnFor(rows, after.header, columns, field);
    const cells = rows[row] ?? [];
    while (cells.length <= column) cells.push('');
    cells[column] = text;
    rows[row] = cells;
  };
  for (const each of differences) {
    if (!kept.has(each.key)) continue;
    if (each.kind === 'added') rows[each.rowAfter] = [];
    else if (each.field !== null) set(each.rowAfter, each.field, each.before);
    else {
      const row = rows.length;
      for (const field of locationFields) {
        const text = textOf(before, each.rowBefore, field);
        if (text !== '') set(row, field, text);
      }
    }
  }
  return even(rows);
}
