/**
 * The table of locations that a municipality fills in: as CSV, and as a workbook with a sheet that
 * explains every column. It asks for no names of people, and has no place for them.
 */
import type { LocationField } from '../contract/provincial.ts';
import { locationFields } from '../contract/provincial.ts';
import { csvText } from '../csv-text.ts';
import { type Cell, type Worksheet, workbook } from '../workbook.ts';
import { templateHeadings } from './differences.ts';

/** Rows that are ready with the name of the municipality. */
const prefilled = 40;

/** The words that the template offers, column by column. */
export const templateWords = {
  kind: ['regulier', 'amv', 'overig bijzonder'],
  certainty: ['bestaand', 'besloten', 'voornemen'],
  public: ['ja', 'nee'],
} as const;

interface Column {
  readonly explanation: string;
  readonly width: number;
  /** The words that may stand in it. */
  readonly choices?: readonly string[];
}

const columns: Readonly<Record<LocationField, Column>> = {
  municipality: { width: 13, explanation: 'Code van uw gemeente. Staat al ingevuld.' },
  municipality_name: { width: 20, explanation: 'Naam van uw gemeente. Staat al ingevuld.' },
  location_id: {
    width: 10,
    explanation:
      'Een eigen nummer voor de locatie. Mag leeg. Geef een locatie in elke versie hetzelfde nummer: dan is te zien wat er verandert.',
  },
  location: {
    width: 26,
    explanation: 'Naam van de locatie, zoals u haar noemt. Geen namen van mensen.',
  },
  kind: {
    width: 16,
    explanation:
      'regulier; amv (alleenstaande minderjarige vreemdelingen); of overig bijzonder (andere plekken van bijzondere aard).',
    choices: templateWords.kind,
  },
  places: {
    width: 9,
    explanation: 'Aantal opvangplaatsen: een heel getal, nul of meer. Schrijf 1200, zonder punt.',
  },
  from: { width: 12, explanation: 'Eerste dag waarop de plekken er zijn, zoals 1-7-2027.' },
  until: {
    width: 12,
    explanation: 'Laatste dag, zoals 30-6-2032. Leeg: er is geen einddatum afgesproken.',
  },
  certainty: {
    width: 12,
    explanation:
      'bestaand (de plekken zijn er); besloten (het besluit is genomen); voornemen (er is nog geen besluit).',
    choices: templateWords.certainty,
  },
  continues: {
    width: 13,
    explanation:
      'Neemt deze locatie het over van een andere? Zet hier het nummer of de naam van die andere. Dan tellen dezelfde plekken niet twee keer mee.',
  },
  public: {
    width: 10,
    explanation: 'ja: deze regel mag in de openbare uitgave. Leeg of nee: vertrouwelijk.',
    choices: templateWords.public,
  },
  note: {
    width: 36,
    explanation:
      'Wat de provincie nog moet weten. Geen namen, adressen of telefoonnummers van mensen.',
  },
};

const headings: readonly string[] = locationFields.map((field) => templateHeadings[field]);

export interface TemplateFor {
  readonly code: string;
  readonly name: string;
}

/** A location as it is put into the template, in the order of the columns after the municipality. */
export type FilledRow = readonly (string | number)[];

const ownRows = (
  { code, name }: TemplateFor,
  rows: readonly FilledRow[],
  empty: number,
): (string | number)[][] => [
  ...rows.map((row) => [code, name, ...row]),
  ...Array.from({ length: empty }, () => [code, name]),
];

/**
 * @param of   whose name stands in it; null: empty
 * @param rows what is known already
 */
export const templateCsv = (of: TemplateFor | null, rows: readonly FilledRow[] = []): string => {
  const width = headings.length;
  const filled = of === null ? [] : ownRows(of, rows, 1);
  return csvText(
    [
      headings,
      ...filled.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]),
    ],
    'nl',
  );
};

const explanationSheet = (): Worksheet => ({
  name: 'Uitleg',
  widths: [18, 100],
  frozenRows: 0,
  rows: [
    [{ value: 'Opvanglocaties voor de provinciale tafel', style: 'title' }],
    ['', 'Vul op het blad “Locaties” één regel per locatie in. Lege regels mogen blijven staan.'],
    ['', 'Laat de kolomnamen staan. De volgorde van de kolommen mag u veranderen.'],
    [
      '',
      'Zet nergens gegevens van personen: geen namen, e-mailadressen of telefoonnummers. De tafel heeft ze niet nodig.',
    ],
    [
      '',
      'Een regel is vertrouwelijk, tenzij er “ja” staat bij openbaar. “Duurzaam” betekent: minstens vijf jaar beschikbaar; dat volgt uit de dagen.',
    ],
    [],
    [
      { value: 'Kolom', style: 'heading' },
      { value: 'Wat u invult', style: 'heading' },
    ],
    ...locationFields.map((field): Cell[] => [
      { value: templateHeadings[field] },
      { value: columns[field].explanation },
    ]),
  ],
});

export function templateWorkbook(
  of: TemplateFor | null,
  rows: readonly FilledRow[] = [],
  before: readonly Worksheet[] = [],
): Uint8Array {
  const filled = of === null ? [] : ownRows(of, rows, prefilled);
  const last = Math.max(filled.length, prefilled) + 1;
  const sheet: Worksheet = {
    name: 'Locaties',
    widths: locationFields.map((field) => columns[field].width),
    frozenRows: 1,
    rows: [headings.map((value): Cell => ({ value, style: 'heading' })), ...filled],
    choices: locationFields.flatMap((field, column) => {
      const words = columns[field].choices;
      return words === undefined ? [] : [{ column, firstRow: 1, lastRow: last, words }];
    }),
  };
  return workbook([...before, sheet, explanationSheet()], 0);
}
