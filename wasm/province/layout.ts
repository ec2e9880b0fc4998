/** Layouts of senders' own: which column is what is said once, and used for every later file alike. */
import type { LocationField } from '../contract/provincial.ts';
import type { LayoutMapping } from './records.ts';
import { templateHeadings } from './differences.ts';
import { type Rows, cellOf } from './table-reading.ts';

const spelling = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The row that most likely has the headings: of the first fifty the one with most texts, no numbers. */
export function likelyHeader(rows: Rows): number {
  let best = 0;
  let most = 0;
  for (const [at, row] of rows.slice(0, 50).entries()) {
    const texts = row.filter((cell) => /\p{L}/u.test(cell)).length;
    const numbers = row.filter(
      (cell) => /^[\d.,\s/-]+$/.test(cell.trim()) && /\d/.test(cell),
    ).length;
    if (texts - numbers > most) [best, most] = [at, texts - numbers];
  }
  return best;
}

/** Words that headings of such columns often have; a proposal that a person confirms. */
const hints: Readonly<Partial<Record<LocationField, RegExp>>> = {
  municipality_name: /gemeente/,
  location_id: /^(nr|nummer|volgnummer|locatienr|id)$/,
  location: /locatie|adres|naam|plaats$|pand|object/,
  kind: /soort|type|doelgroep/,
  places: /plekken|plaatsen|capaciteit|aantal|bedden/,
  from: /^van|vanaf|start|begin|ingang/,
  until: /tot|eind|t\/?m/,
  certainty: /zeker|status|hardheid|fase|besluit/,
  continues: /vervolg|opvolg/,
  public: /openbaar|vertrouwelijk/,
  note: /opmerking|toelichting|bijzonderhe/,
};

/** Which column is likely what. */
export function proposedColumns(headings: readonly string[]): LayoutMapping['columns'] {
  const taken = new Set<number>();
  const columns: Partial<Record<LocationField, number>> = {};
  for (const [field, hint] of Object.entries(hints) as [LocationField, RegExp][]) {
    const at = headings.findIndex(
      (heading, column) => !taken.has(column) && hint.test(heading.trim().toLowerCase()),
    );
    if (at === -1) continue;
    columns[field] = at;
    taken.add(at);
  }
  return columns;
}

const sameHeadings = (one: readonly string[], other: readonly string[]): boolean => {
  const bare = (headings: readonly string[]): string => {
    const spelled = headings.map(spelling);
    const last = spelled.findLastIndex((heading) => heading !== '');
    return spelled.slice(0, last + 1).join('|');
  };
  return bare(one) === bare(other);
};

/** The row with the headings of a mapping; −1 where the table has another layout. */
export const headerOf = (rows: Rows, mapping: LayoutMapping): number =>
  rows.slice(0, 50).findIndex((row) => sameHeadings(row, mapping.headings));

/**
 * The table under the headings of the template. Rows and columns stay where the sender has them; what
 * the tool does not ask for is emptied; what the layout has no column for is added behind.
 */
export function mapped(rows: Rows, header: number, mapping: LayoutMapping): Rows {
  const width = rows.reduce((most, row) => Math.max(most, row.length), mapping.headings.length);
  const fields = Object.entries(mapping.columns) as [LocationField, number][];
  const words = new Map(
    Object.entries(mapping.words).map(([theirs, ours]) => [spelling(theirs), ours]),
  );
  const worded: ReadonlySet<LocationField> = new Set(['kind', 'certainty']);
  const hasMunicipality =
    mapping.columns.municipality !== undefined || mapping.columns.municipality_name !== undefined;
  const behind: [LocationField, string][] = [
    ...(hasMunicipality ? [] : [['municipality', mapping.sender] as [LocationField, string]]),
    ...(['kind', 'certainty', 'until', 'from', 'location'] as const)
      .filter((field) => mapping.columns[field] === undefined)
      .map((field): [LocationField, string] => [field, mapping.fixed[field] ?? '']),
  ];
  return rows.map((row, at) => {
    if (at < header) return [];
    const cells: string[] = Array.from({ length: width }, () => '');
    for (const [field, column] of fields) {
      const text = cellOf(rows, at, column);
      cells[column] =
        at === header
          ? templateHeadings[field]
          : worded.has(field)
            ? (words.get(spelling(text)) ?? text)
            : text;
    }
    if (at > header && cells.every((cell) => cell === '')) return [];
    return [
      ...cells,
      ...behind.map(([field, fixed]) => (at === header ? templateHeadings[field] : fixed)),
    ];
  });
}
