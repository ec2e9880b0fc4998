/**
 * Layouts of senders' own: which column is what is said once, and used for every later file alike.
 * Headings in two rows, municipalities in columns and a column for each kind of place are brought into
 * the form of the template, and every cell keeps the place where the sender has it.
 */
import type { LocationField } from '../contract/provincial.ts';
import { locationFields } from '../contract/provincial.ts';
import { cellName } from '../files/part.ts';
import type { LayoutMapping, LocationSheet, PlacesColumn } from './records.ts';
import { templateHeadings } from './differences.ts';
import { proposedColumns, spelling } from './headings.ts';
export { proposedColumns } from './headings.ts';
import { type Rows, cellOf, even } from './table-reading.ts';

const isNumber = (cell: string): boolean => /\d/.test(cell) && /^[\d.,\s/-]+$/.test(cell.trim());
const mostHeaderRows = 50;

/** Rows as columns: what stood in C5 stands in E3. */
export const turned = (rows: Rows): Rows => {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? ''));
};

/** The row that most likely has the headings: of the first fifty the one with most texts, no numbers. */
export function likelyHeader(rows: Rows): number {
  let best = 0;
  let most = 0;
  for (const [at, row] of rows.slice(0, mostHeaderRows).entries()) {
    const texts = row.filter((cell) => /\p{L}/u.test(cell)).length;
    const numbers = row.filter(isNumber).length;
    if (texts - numbers > most) [best, most] = [at, texts - numbers];
  }
  return best;
}

/** Words in a heading, a title or the name of a sheet that say which kind or certainty all of it has. */
const kindHints: readonly [RegExp, string][] = [
  [/\bamv\b|minderjarig|minors/, 'amv'],
  [/overig|bijzonder|special/, 'overig bijzonder'],
  [/regulier|regular|volwassen/, 'regulier'],
];
const certaintyHints: readonly [RegExp, string][] = [
  [/bestaand|existing|gerealiseerd|beschikbaar/, 'bestaand'],
  [/besloten|decided|vastgesteld/, 'besloten'],
  [/voornemen|intended|gepland|potentie/, 'voornemen'],
];
const hinted = (text: string, from: readonly [RegExp, string][]): string | undefined =>
  from.find(([hint]) => hint.test(text.toLowerCase()))?.[1];

/** The headings of one row, or of several below each other, where one above stands for those behind it. */
export function headingsAt(rows: Rows, header: number, count: number): string[] {
  const last = rows[header + count - 1] ?? [];
  const width = rows
    .slice(header, header + count)
    .reduce((most, row) => Math.max(most, row.length), 0);
  const headings = Array.from({ length: width }, (_, at) => (last[at] ?? '').trim());
  for (let above = header + count - 2; above >= header; above -= 1) {
    let over = '';
    for (let at = 0; at < width; at += 1) {
      const cell = (rows[above]?.[at] ?? '').trim();
      const own = headings[at] ?? '';
      if (cell !== '') over = cell;
      else if (own === '') over = '';
      if (over !== '' && spelling(over) !== spelling(own))
        headings[at] = own === '' ? over : `${over} ${own}`;
    }
  }
  return headings;
}

/** How many rows of headings stand below each other from one. */
function likelyHeaderRows(rows: Rows, header: number): number {
  const next = rows[header + 1] ?? [];
  const filled = next.filter((cell) => cell.trim() !== '');
  const isHeading = filled.length > 1 && !filled.some(isNumber);
  const hasGap = (rows[header] ?? []).some((cell) => cell.trim() === '');
  return isHeading && hasGap && filled.some((cell) => hinted(cell, kindHints) !== undefined)
    ? 2
    : 1;
}

/** All that can be proposed of a layout; a person looks at it before it is used. */
export function proposedMapping(
  rows: Rows,
  said: string,
  codes: (texts: readonly string[]) => readonly (string | undefined)[] = () => [],
): LayoutMapping & { readonly header: number } {
  // Municipalities beside each other in one row are columns.
  const first = rows.slice(0, mostHeaderRows);
  const texts = [
    ...new Set(first.flat().filter((cell) => /\p{L}/u.test(cell) && cell.length < 40)),
  ];
  const found = codes(texts);
  const named = new Set(texts.filter((_, at) => found[at] !== undefined));
  const across = first.some((row) => row.filter((cell) => named.has(cell)).length > 1);
  const table = across ? turned(rows) : rows;
  const header = likelyHeader(table);
  const headerRows = likelyHeaderRows(table, header);
  const headings = headingsAt(table, header, headerRows);
  const columns = { ...proposedColumns(headings) };
  // A column of municipalities is one, whatever stands above it.
  const body = table.slice(header + headerRows);
  const ofNames = headings.findIndex((_, column) =>
    body.some((row) => named.has(row[column] ?? '')),
  );
  if (columns.municipality_name === undefined && columns.municipality === undefined && ofNames >= 0)
    columns.municipality_name = ofNames;
  const places = headings.flatMap((heading, column): PlacesColumn[] => {
    const kind = hinted(heading, kindHints);
    const certainty = hinted(heading, certaintyHints);
    // “Waarvan amv” stands in another column too: taking both would count them twice.
    if (/waarvan|of which|totaal|total/i.test(heading)) return [];
    const isOther = Object.entries(columns).some(
      ([field, at]) => field !== 'places' && field !== 'kind' && at === column,
    );
    const cells = table.slice(header + headerRows).map((row) => (row[column] ?? '').trim());
    return (kind ?? certainty) !== undefined && !isOther && cells.some(isNumber)
      ? [
          {
            column,
            ...(kind === undefined ? {} : { kind }),
            ...(certainty === undefined ? {} : { certainty }),
          },
        ]
      : [];
  });
  if (places.length > 0) {
    delete columns.places;
    if (places.some(({ column }) => column === columns.kind)) delete columns.kind;
  }
  const kind = columns.kind === undefined ? hinted(said, kindHints) : undefined;
  return {
    sender: null,
    ...{ header, headings, columns, words: {} },
    ...(headerRows === 1 ? {} : { headerRows }),
    ...(across ? { transposed: true } : {}),
    ...(places.length === 0 ? {} : { places }),
    fixed: kind === undefined ? {} : { kind },
  };
}

const sameHeadings = (one: readonly string[], other: readonly string[]): boolean => {
  const bare = (headings: readonly string[]): string => {
    const spelled = headings.map(spelling);
    const last = spelled.findLastIndex((heading) => heading !== '');
    return spelled.slice(0, last + 1).join('|');
  };
  return bare(one) === bare(other);
};

const laid = (rows: Rows, { transposed }: Pick<LayoutMapping, 'transposed'>): Rows =>
  transposed === true ? turned(rows) : rows;

/** The row with the headings of a mapping; −1 where the table has another layout. */
export function headerOf(rows: Rows, mapping: LayoutMapping): number {
  const table = laid(rows, mapping);
  const { headerRows = 1 } = mapping;
  const most = Math.min(table.length, mostHeaderRows);
  for (let at = 0; at < most; at += 1)
    if (sameHeadings(headingsAt(table, at, headerRows), mapping.headings)) return at;
  return -1;
}

/** Rows in the form of the template, and where each cell stood if it had to be moved. */
export type Mapped = Pick<LocationSheet, 'rows' | 'origin'>;

const worded: ReadonlySet<LocationField> = new Set(['kind', 'certainty']);

/**
 * The table under the headings of the template. Where a row is a location, rows and columns stay where
 * the sender has them: what the tool does not ask for is emptied, what the layout has no column for is
 * added behind. Else every location gets a row of its own, with the places of its cells.
 */
export function mapped(rows: Rows, header: number, mapping: LayoutMapping): Mapped {
  const { headerRows = 1, transposed = false, places = [] } = mapping;
  return transposed || places.length > 0
    ? unfolded(rows, header + headerRows - 1, mapping)
    : { rows: inPlace(rows, header + headerRows - 1, mapping) };
}

const wordsOf = (mapping: LayoutMapping): ((field: LocationField, text: string) => string) => {
  const words = new Map(
    Object.entries(mapping.words).map(([theirs, ours]) => [spelling(theirs), ours]),
  );
  return (field, text) => (worded.has(field) ? (words.get(spelling(text)) ?? text) : text);
};

const hasMunicipality = ({ columns }: LayoutMapping): boolean =>
  columns.municipality !== undefined || columns.municipality_name !== undefined;

function inPlace(rows: Rows, header: number, mapping: LayoutMapping): Rows {
  const width = rows.reduce((most, row) => Math.max(most, row.length), mapping.headings.length);
  const fields = Object.entries(mapping.columns) as [LocationField, number][];
  const word = wordsOf(mapping);
  const behind: [LocationField, string][] = [
    ...(hasMunicipality(mapping)
      ? []
      : [['municipality', mapping.sender ?? ''] as [LocationField, string]]),
    ...(['kind', 'certainty', 'until', 'from', 'location'] as const)
      .filter((field) => mapping.columns[field] === undefined)
      .map((field): [LocationField, string] => [field, mapping.fixed[field] ?? '']),
  ];
  return rows.map((row, at) => {
    if (at < header) return [];
    const cells: string[] = Array.from({ length: width }, () => '');
    for (const [field, column] of fields)
      cells[column] =
        at === header ? templateHeadings[field] : word(field, cellOf(rows, at, column));
    if (at > header && cells.every((cell) => cell === '')) return [];
    return [
      ...cells,
      ...behind.map(([field, fixed]) => (at === header ? templateHeadings[field] : fixed)),
    ];
  });
}

function unfolded(rows: Rows, header: number, mapping: LayoutMapping): Mapped {
  const { transposed = false } = mapping;
  const table = laid(rows, mapping);
  const word = wordsOf(mapping);
  const placeOf = (row: number, column: number): string =>
    transposed ? cellName(column + 1, row + 1) : cellName(row + 1, column + 1);
  const own: PlacesColumn[] =
    mapping.columns.places === undefined ? [] : [{ column: mapping.columns.places }];
  const all = [...own, ...(mapping.places ?? [])];
  const out: string[][] = [locationFields.map((field) => templateHeadings[field])];
  const origin: string[][] = [locationFields.map(() => '')];
  for (let at = header + 1; at < table.length; at += 1) {
    if ((table[at] ?? []).every((cell) => cell.trim() === '')) continue;
    const filled = all.filter(({ column }) => cellOf(table, at, column) !== '');
    const given = filled.length > 0 ? filled : all.slice(0, 1);
    for (const one of given.length > 0 ? given : [undefined]) {
      const cells: string[] = [];
      const places: string[] = [];
      for (const field of locationFields) {
        const column = field === 'places' ? one?.column : mapping.columns[field];
        const said =
          field === 'kind' ? one?.kind : field === 'certainty' ? one?.certainty : undefined;
        const fixed =
          field === 'municipality' && !hasMunicipality(mapping)
            ? (mapping.sender ?? '')
            : (mapping.fixed[field] ?? '');
        const text = column === undefined ? fixed : word(field, cellOf(table, at, column));
        // An offer without a name of its own is called after who makes it.
        const name = field === 'location' && text === '' ? (cells[1] ?? '') : text;
        cells.push(said ?? name);
        places.push(column === undefined ? '' : placeOf(at, column));
      }
      // A row with no more than what holds for every row is none.
      const isRow = places.some((place, field) => place !== '' && cells[field] !== '');
      if (!isRow) continue;
      out.push(cells);
      origin.push(places);
    }
  }
  return { rows: even(out), origin };
}
