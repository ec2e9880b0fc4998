/**
 * A distribution as it is published: a table of provinces, tables of municipalities, footnotes,
 * points for thousands, "waarvan amv". All of it is read together, and what was not understood is
 * kept to be shown before anything is used.
 */
import {
  type KnownSpellings,
  folded,
  spellingsIn,
  withoutKind,
} from '../words/municipality-names.ts';
import type { Answer, ReadCell } from '../contract/common.ts';
import { collapsed } from './grid.ts';
import { inwardName } from './names.ts';
import { type Table, csvOf, unitWords } from './table.ts';

/** The municipalities and provinces of a round. */
export interface KnownRegions {
  readonly municipalities: readonly {
    readonly code: string;
    readonly name: string;
    readonly province: string;
  }[];
  readonly provinces: readonly string[];
  /** What they are called, as the core says. */
  readonly spellings: KnownSpellings;
}

export type Level = 'country' | 'province' | 'municipality';

export interface DistributionRow {
  readonly level: Level;
  /** Of a municipality; else empty. */
  readonly code: string;
  readonly name: string;
  readonly places: number;
  readonly minors: number | null;
  /** Where it stood: the table and the row in it, from 1. */
  readonly table: number;
  readonly row: number;
}

/** Why a row or a table was not used. */
export type Misunderstanding =
  | 'name_unknown'
  | 'number_missing'
  | 'number_unreadable'
  | 'twice'
  | 'sum_differs'
  | 'columns_unclear'
  | 'other_unit'
  | 'text';

export interface NotUnderstood {
  readonly why: Misunderstanding;
  readonly table: number;
  /** From 1; 0: the whole table. */
  readonly row: number;
  readonly text: string;
}

export interface Distribution {
  readonly rows: readonly DistributionRow[];
  readonly municipalities: number;
  readonly provinces: number;
  /** Sum over the municipalities, and of minors where every row has them. */
  readonly sum: number;
  readonly minorsSum: number | null;
  readonly provinceSum: number;
  /** What it says of the whole country, where it does. */
  readonly country: number | null;
  /** Municipalities of the round that are not in it. */
  readonly missing: readonly string[];
  readonly notUnderstood: readonly NotUnderstood[];
  /** Rows that were not used, as they stand: the core is to say what is wrong with them. */
  readonly unused: readonly UnusedRow[];
}

/** Name and figures as written. */
export interface UnusedRow {
  readonly level: Level;
  readonly name: string;
  readonly places: string;
  readonly minors: string;
  readonly table: number;
  readonly row: number;
}

type Region =
  | {
      readonly level: 'municipality';
      readonly code: string;
      readonly name: string;
      readonly province: string;
    }
  | { readonly level: 'province'; readonly name: string };

/** Finds regions by the name that a publication gives them. */
class Register {
  private readonly municipalities = new Map<string, Region & { level: 'municipality' }>();
  private readonly byCode = new Map<string, Region & { level: 'municipality' }>();
  private readonly provinces = new Map<string, Region & { level: 'province' }>();

  constructor(known: KnownRegions) {
    const spellings = spellingsIn(known.spellings);
    for (const municipality of known.municipalities) {
      const region = { level: 'municipality' as const, ...municipality };
      this.byCode.set(municipality.code, region);
      for (const spelling of spellings(municipality.name))
        this.municipalities.set(spelling, region);
    }
    for (const name of known.provinces)
      for (const spelling of spellings(name))
        this.provinces.set(spelling, { level: 'province', name });
  }

  municipality(name: string) {
    const spelling = folded(name);
    return (
      this.municipalities.get(spelling) ??
      this.municipalities.get(spelling.replace(/^gemeente/, ''))
    );
  }
  coded(code: string) {
    return this.byCode.get(code.trim().toUpperCase());
  }
  province(name: string) {
    return this.provinces.get(folded(name).replace(/^provincie/, ''));
  }
}

/** Text without the marks of footnotes: raised digits, asterisks, daggers, `1)` at the end. */
const unmarked = (text: string): string =>
  collapsed(text)
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹*†‡]+/g, '')
    .replace(/(?<=\p{L}|\d)\s+\d\)$/u, '')
    .trim();

/** Reads the columns of a table as the core reads printed figures. */
export type FigureReader = (rows: Table['rows']) => readonly (readonly ReadCell[])[];

/** All that is asked of the core here. */
interface FigureCore {
  put(name: string, bytes: Uint8Array): void;
  remove(name: string): void;
  run(
    operation: 'read_columns',
    parameters: { readonly file: string },
  ): Answer<{ readonly columns: readonly (readonly ReadCell[])[] }>;
}

/** The one reader of figures, for tables that are laid out here. */
export function figureReader(core: FigureCore): FigureReader {
  const file = inwardName('verdeling');
  return (rows) => {
    const width = rows.reduce((wide, row) => Math.max(wide, row.length), 0);
    const padded = rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
    const headings = Array.from({ length: width }, (_, at) => `kolom ${at + 1}`);
    core.put(file, csvOf({ rows: [headings, ...padded] }));
    const answer = core.run('read_columns', { file });
    core.remove(file);
    return answer.ok ? answer.result.columns : [];
  };
}

const minorsWords = /\bamv|a\.m\.v\.|alleenstaand|minderjarig|minors/i;
const otherWords =
  /inwoner|bevolking|inhabitants|population|score|ses|gewicht|wegingsfactor|percentage|%|regulier|regular|verschil|nummer|\bnr\b|code|jaar|period|datum|huishoud|woning|bedrij|personen|rang/i;
const placesWords = /opvang|plekken|plaatsen|opgave|verdeling|totaal|aantal|places|total/i;

interface Columns {
  /** Per column and row what stands there. */
  readonly read: readonly (readonly ReadCell[])[];
  readonly level: 'municipality' | 'province';
  readonly name: number;
  readonly code: number | null;
  readonly places: number;
  readonly minors: number | null;
  /** The first row that speaks of a region. */
  readonly first: number;
}

/** The place of the first of the largest. */
const most = (counts: readonly number[]): number =>
  counts.reduce((best, count, at) => (count > (counts[best] ?? 0) ? at : best), 0);

/** Which column is what; null where the table speaks of no regions, `unclear` where it cannot be told. */
function columnsOf(
  table: Table,
  register: Register,
  figures: FigureReader,
): Columns | 'unclear' | null {
  const width = table.rows.reduce((wide, row) => Math.max(wide, row.length), 0);
  if (width === 0 || width > 200) return null;
  const count = (fits: (text: string) => boolean): number[] =>
    Array.from({ length: width }, (_, column) =>
      table.rows.reduce((sum, row) => sum + (fits(unmarked(row[column] ?? '')) ? 1 : 0), 0),
    );
  const asMunicipality = count((text) => register.municipality(text) !== undefined);
  const asProvince = count((text) => register.province(text) !== undefined);
  const coded = count((text) => register.coded(text) !== undefined);
  const municipalityColumn = most(asMunicipality);
  const provinceColumn = most(asProvince);
  const municipalities = asMunicipality[municipalityColumn] ?? 0;
  const provinces = asProvince[provinceColumn] ?? 0;
  if (municipalities + provinces === 0) return null;
  // Groningen and Utrecht are both: a column with more provinces than municipalities is of provinces.
  const headed = (column: number, word: RegExp): boolean =>
    table.rows.slice(0, 5).some((row) => word.test(row[column] ?? ''));
  const ofProvinces =
    municipalityColumn === provinceColumn
      ? provinces > municipalities ||
        (provinces === municipalities && headed(provinceColumn, /provincie|province/i))
      : municipalities === 0;
  const name = ofProvinces ? provinceColumn : municipalityColumn;
  const find = ofProvinces
    ? (text: string) => register.province(text)
    : (text: string) => register.municipality(text) ?? register.province(text);
  const data = table.rows.flatMap((row, at) =>
    find(unmarked(row[name] ?? '')) === undefined ? [] : [at],
  );
  // What stands above the first region is heading, and shows nothing of how figures are written.
  const above = data[0];
  if (above === undefined) return null;
  const below = figures(table.rows.slice(above));
  const read = below.map((cells) => [...Array.from({ length: above }, () => null), ...cells]);
  const isNumber = (column: number, at: number): boolean => typeof read[column]?.[at] === 'number';
  const numeric = Array.from(
    { length: width },
    (_, column) =>
      column !== name && data.filter((at) => isNumber(column, at)).length * 2 > data.length,
  );
  const first = data.find((at) => numeric.some((is, column) => is && isNumber(column, at)));
  if (first === undefined) return null;
  const heading = (column: number): string =>
    table.rows
      .slice(0, first)
      .map((row) => row[column] ?? '')
      .join(' ');
  const candidates = numeric.flatMap((is, column) =>
    is && !otherWords.test(heading(column)) ? [column] : [],
  );
  const minors = candidates.filter((column) => minorsWords.test(heading(column)));
  const others = candidates.filter((column) => !minorsWords.test(heading(column)));
  const headedPlaces = others.filter((column) => placesWords.test(heading(column)));
  const totals = headedPlaces.filter((column) => /totaal|total/i.test(heading(column)));
  // Without any heading one column of numbers can only be the figures that were published.
  const unheaded = others.filter((column) => heading(column).trim() === '');
  const places = [totals, headedPlaces, unheaded].find((columns) => columns.length === 1)?.[0];
  if (places === undefined || minors.length > 1) return candidates.length === 0 ? null : 'unclear';
  const codeColumn = most(coded);
  return {
    read,
    level: ofProvinces ? 'province' : 'municipality',
    name,
    code: (coded[codeColumn] ?? 0) > 0 && codeColumn !== name ? codeColumn : null,
    places,
    minors: minors[0] ?? null,
    // A row whose figure cannot be read is one of a region all the same.
    first: data.find((at) => (table.rows[at]?.[places] ?? '') !== '') ?? first,
  };
}

const totalWords = /^(sub|eind)?totaal|^total|^som\b|^nederland$/i;

interface Entry extends DistributionRow {
  /** Of a name that is a municipality as well as a province: what else it may be. */
  readonly either: boolean;
}

interface ReadEntries {
  readonly entries: Entry[];
  readonly notUnderstood: NotUnderstood[];
  readonly unused: UnusedRow[];
  /** A total without a name of a region: to be held against the sum of its table. */
  totals: { places: number; row: number; text: string }[];
}

function readTable(
  table: Table,
  number: number,
  columns: Columns,
  register: Register,
): ReadEntries {
  const reading: ReadEntries = { entries: [], notUnderstood: [], unused: [], totals: [] };
  const headings = new Set(
    table.rows.slice(0, columns.first).map((row) => row.map(folded).join('')),
  );
  for (const [at, row] of table.rows.entries()) {
    const text = row.filter((cell) => cell !== '').join(' | ');
    if (text === '' || at < columns.first || headings.has(row.map(folded).join(''))) continue;
    const cell = (column: number | null): string => (column === null ? '' : (row[column] ?? ''));
    const fail = (why: Misunderstanding, label: string): void => {
      const place = { table: number, row: at + 1 };
      reading.notUnderstood.push({ why, ...place, text });
      if (why === 'text') return;
      const [places, minors] = [cell(columns.places), cell(columns.minors)];
      const { level } = columns;
      reading.unused.push({ level, name: cell(columns.name) || label, places, minors, ...place });
    };
    // A total may stand in a column before that of the names.
    const ahead = unmarked(row.find((cell) => cell !== '') ?? '');
    const named = unmarked(row[columns.name] ?? '');
    const label = named === '' && totalWords.test(ahead) ? ahead : named;
    const places = columns.read[columns.places]?.[at] ?? null;
    const minors = columns.minors === null ? null : (columns.read[columns.minors]?.[at] ?? null);
    const isTotal = totalWords.test(label);
    const inTotal = label.replace(/^(sub|eind)?totaal|^total|^som\b/i, '').trim();
    const province = register.province(inTotal);
    const municipality =
      isTotal && inTotal !== label
        ? undefined
        : (register.coded(columns.code === null ? '' : (row[columns.code] ?? '')) ??
          register.municipality(label));
    const region: Region | undefined =
      columns.level === 'province' || (isTotal && inTotal !== '')
        ? province
        : (municipality ?? province);
    if (region === undefined && !isTotal) {
      // A sentence, a section's name, a page number: said, but no figure of anyone.
      fail(
        typeof places !== 'number' || label === '' || !/\p{L}/u.test(label)
          ? 'text'
          : 'name_unknown',
        label,
      );
      continue;
    }
    if (places === null) {
      // The name of a province alone, above its municipalities, is a heading; Utrecht is both.
      const isHeading = region?.level === 'province' || (province !== undefined && text === label);
      if (!isHeading) fail(isTotal ? 'text' : 'number_missing', label);
      continue;
    }
    if (places === false || minors === false) {
      fail('number_unreadable', label);
      continue;
    }
    const figure = { places, minors, table: number, row: at + 1 };
    if (region === undefined) {
      const ofCountry = columns.level === 'province' || /nederland|netherlands/i.test(label);
      if (ofCountry)
        reading.entries.push({
          level: 'country',
          code: '',
          name: 'Nederland',
          either: false,
          ...figure,
        });
      else reading.totals.push({ places, row: at + 1, text });
      continue;
    }
    reading.entries.push({
      level: region.level,
      code: region.level === 'municipality' ? region.code : '',
      name: region.name,
      either:
        columns.level === 'municipality' && municipality !== undefined && province !== undefined,
      ...figure,
    });
  }
  return reading;
}

const sumOf = (rows: readonly { readonly places: number }[]): number =>
  rows.reduce((sum, row) => sum + row.places, 0);

/**
 * In one table with provinces and municipalities, "Utrecht" stands there twice: a provincial task
 * includes its municipality, so the larger of the two is the province.
 */
function parted(entries: readonly Entry[], register: Register): Entry[] {
  return entries.map((entry) => {
    if (!entry.either || entry.level !== 'municipality') return entry;
    const twin = entries.find(
      (other) => other !== entry && other.either && other.code === entry.code,
    );
    const province = register.province(withoutKind(entry.name));
    return twin !== undefined && entry.places > twin.places && province !== undefined
      ? { ...entry, level: 'province', code: '', name: province.name }
      : entry;
  });
}

/** One figure per region: the same figure twice is one, two different ones are none. */
function withoutTwice(
  entries: readonly Entry[],
  notUnderstood: NotUnderstood[],
  unused: UnusedRow[],
): DistributionRow[] {
  const byRegion = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = `${entry.level}|${entry.code}|${entry.name}`;
    byRegion.set(key, [...(byRegion.get(key) ?? []), entry]);
  }
  return [...byRegion.values()].flatMap((same) => {
    const [first, ...others] = same;
    if (first === undefined) return [];
    if (others.every((other) => other.places === first.places && other.minors === first.minors)) {
      const { either: _either, ...row } = first;
      return [row];
    }
    for (const { level, table, row, name, places, minors } of same) {
      notUnderstood.push({ why: 'twice', table, row, text: `${name}: ${places}` });
      const figures = { places: `${places}`, minors: `${minors ?? ''}` };
      unused.push({ level, name, ...figures, table, row });
    }
    return [];
  });
}

/** Each provincial figure against the sum of its municipalities, where all of those are there. */
function checkProvinces(
  rows: readonly DistributionRow[],
  known: KnownRegions,
  notUnderstood: NotUnderstood[],
): void {
  const byCode = new Map(
    rows.filter((row) => row.level === 'municipality').map((row) => [row.code, row]),
  );
  for (const province of rows.filter((row) => row.level === 'province')) {
    const members = known.municipalities.filter(
      (municipality) => folded(municipality.province) === folded(province.name),
    );
    const figures = members.flatMap(({ code }) => byCode.get(code) ?? []);
    if (members.length === 0 || figures.length < members.length) continue;
    const sum = sumOf(figures);
    if (sum === province.places) continue;
    notUnderstood.push({
      why: 'sum_differs',
      table: province.table,
      row: province.row,
      text: `${province.name}: ${province.places} ≠ ${sum}`,
    });
  }
}

/** What makes the figures of a column other ones, in a title, a note, or its heading: `x 1.000`. */
function otherUnit({ title, rows }: Table, column: number): string | undefined {
  const above = rows.map((row) => {
    let at = column;
    while (at > 0 && (row[at] ?? '').trim() === '') at -= 1;
    return row[at] ?? '';
  });
  const notes = rows.flatMap((row) => {
    const filled = row.filter((cell) => cell.trim() !== '');
    return filled.length === 1 ? filled : [];
  });
  return (
    [title, ...notes, ...above].find((text) => unitWords.test(text)) ??
    above.find((text) => /^\D*(?:%|procent|percentage)/i.test(text))
  );
}

/**
 * @param tables as the document has them
 * @param known  the regions of the round
 * @param figures the core's reader
 * @returns null where no table gives places to at least three regions
 */
export function readDistribution(
  tables: readonly Table[],
  known: KnownRegions,
  figures: FigureReader,
): Distribution | null {
  const register = new Register(known);
  const notUnderstood: NotUnderstood[] = [];
  const entries: Entry[] = [];
  const unused: UnusedRow[] = [];
  for (const [at, table] of tables.entries()) {
    if (table.rows.length > 10_000) return null;
    const columns = columnsOf(table, register, figures);
    if (columns === null || columns === 'unclear') {
      const text = table.title === '' ? table.name : table.title;
      const why = columns === null ? 'text' : 'columns_unclear';
      notUnderstood.push({ why, table: at + 1, row: 0, text });
      continue;
    }
    const unit = otherUnit(table, columns.places);
    if (unit !== undefined) {
      notUnderstood.push({ why: 'other_unit', table: at + 1, row: 0, text: unit });
      continue;
    }
    const reading = readTable(table, at + 1, columns, register);
    const own = parted(reading.entries, register);
    entries.push(...own);
    notUnderstood.push(...reading.notUnderstood);
    unused.push(...reading.unused);
    const sum = sumOf(own.filter((entry) => entry.level === 'municipality'));
    for (const total of reading.totals) {
      if (total.places !== sum)
        notUnderstood.push({
          why: 'sum_differs',
          table: at + 1,
          row: total.row,
          text: `${total.text} ≠ ${sum}`,
        });
    }
  }
  const rows = withoutTwice(entries, notUnderstood, unused);
  const municipalities = rows.filter((row) => row.level === 'municipality');
  const provinces = rows.filter((row) => row.level === 'province');
  if (entries.length < 3) return null;
  checkProvinces(rows, known, notUnderstood);
  const found = new Set(municipalities.map((row) => row.code));
  const minors = municipalities.flatMap((row) => row.minors ?? []);
  return {
    rows,
    municipalities: municipalities.length,
    provinces: provinces.length,
    sum: sumOf(municipalities),
    minorsSum:
      minors.length > 0 && minors.length === municipalities.length
        ? minors.reduce((sum, value) => sum + value, 0)
        : null,
    provinceSum: sumOf(provinces),
    country: rows.find((row) => row.level === 'country')?.places ?? null,
    missing:
      municipalities.length === 0
        ? []
        : known.municipalities.filter(({ code }) => !found.has(code)).map(({ name }) => name),
    notUnderstood: notUnderstood.sort((a, b) => a.table - b.table || a.row - b.row),
    unused,
  };
}

const levelWords: Record<Level, string> = {
  country: 'land',
  province: 'provincie',
  municipality: 'gemeente',
};

/** The distribution as one table that the core reads as published figures. */
export const distributionTable = (distribution: Distribution): Pick<Table, 'rows'> => ({
  rows: [
    ['niveau', 'gemeentecode', 'naam', 'opvangplaatsen', 'amv', 'tabel', 'regel'],
    ...distribution.rows.map((row) => [
      levelWords[row.level],
      row.code,
      row.name,
      String(row.places),
      row.minors === null ? '' : String(row.minors),
      String(row.table),
      String(row.row),
    ]),
    ...distribution.unused.map(({ level, name, places, minors, table, row }) => [
      ...[levelWords[level], '', name, places, minors, `${table}`, `${row}`],
    ]),
  ],
});
