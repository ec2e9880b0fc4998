/**
 * The table of locations that a municipality fills in: as CSV, and as a workbook with a sheet that
 * explains every column, in Dutch or in English; the core reads the columns and words of both. It asks
 * for no names of people, and has no place for them.
 */
import type { LocationField } from '../contract/provincial.ts';
import { locationFields } from '../contract/provincial.ts';
import { csvText } from '../files/csv-text.ts';
import type { Language } from '../words/messages.ts';
import { type Cell, type Worksheet, heading, workbook } from '../files/workbook.ts';
import { type ProvincialWords, provincialWords } from '../words/provincial-words.ts';
import { templateHeadings as dutchHeadings } from './differences.ts';

/** Rows that are ready with the name of the municipality. */
const prefilled = 40;

interface TemplateWords {
  readonly headings: Readonly<Record<LocationField, string>>;
  /** What a person fills in, column by column. */
  readonly columns: Readonly<Record<LocationField, string>>;
  readonly sheet: string;
  readonly explanation: string;
  readonly title: string;
  readonly intro: readonly string[];
  readonly explanationHead: readonly [string, string];
}

export const templateWords: Readonly<Record<Language, TemplateWords>> = {
  nl: {
    headings: dutchHeadings,
    columns: {
      municipality: 'Code van uw gemeente. Staat al ingevuld.',
      municipality_name: 'Naam van uw gemeente. Staat al ingevuld.',
      location_id:
        'Een eigen nummer voor de locatie. Mag leeg. Geef een locatie in elke versie hetzelfde nummer: dan is te zien wat er verandert.',
      location: 'Naam van de locatie, zoals u haar noemt. Geen namen van mensen.',
      kind: 'regulier; amv (alleenstaande minderjarige vreemdelingen); of overig bijzonder (andere plekken van bijzondere aard).',
      places: 'Aantal opvangplaatsen: een heel getal, nul of meer. Schrijf 1200, zonder punt.',
      from: 'Eerste dag waarop de plekken er zijn, zoals 1-7-2027.',
      until: 'Laatste dag, zoals 30-6-2032. Leeg: er is geen einddatum afgesproken.',
      certainty:
        'bestaand (de plekken zijn er); besloten (het besluit is genomen); voornemen (er is nog geen besluit).',
      continues:
        'Neemt deze locatie het over van een andere? Zet hier het nummer of de naam van die andere. Dan tellen dezelfde plekken niet twee keer mee.',
      public:
        'ja: alles van deze regel mag in de openbare uitgave; aantal: alleen het aantal plekken, in sommen; locatie: alles behalve dat aantal. Leeg of nee: vertrouwelijk.',
      note: 'Wat de provincie nog moet weten. Geen namen, adressen of telefoonnummers van mensen.',
    },
    sheet: 'Locaties',
    explanation: 'Uitleg',
    title: 'Opvanglocaties voor de provinciale tafel',
    intro: [
      'Vul op het blad “Locaties” één regel per locatie in. Lege regels mogen blijven staan.',
      'Laat de kolomnamen staan. De volgorde van de kolommen mag u veranderen.',
      'Zet nergens gegevens van personen: geen namen, e-mailadressen of telefoonnummers. De tafel heeft ze niet nodig.',
      'Een regel is vertrouwelijk, tenzij er bij openbaar “ja” staat (alles), “aantal” (alleen het aantal plekken) of “locatie” (alles behalve het aantal). “Duurzaam” betekent: minstens vijf jaar beschikbaar; dat volgt uit de dagen.',
    ],
    explanationHead: ['Kolom', 'Wat u invult'],
  },
  en: {
    headings: {
      municipality: 'municipality code',
      municipality_name: 'municipality',
      location_id: 'id',
      location: 'location',
      kind: 'kind',
      places: 'places',
      from: 'from',
      until: 'until',
      certainty: 'certainty',
      continues: 'continues',
      public: 'public',
      note: 'note',
    },
    columns: {
      municipality: 'Code of your municipality. Filled in already.',
      municipality_name: 'Name of your municipality. Filled in already.',
      location_id:
        'A number of your own for the location. May be empty. Give a location the same number in every version: then it can be seen what changes.',
      location: 'Name of the location, as you call it. No names of people.',
      kind: 'regular; minors (unaccompanied minors, amv); or other special (other places of a special kind).',
      places: 'Number of reception places: whole, nought or more. Write 1200, without a mark.',
      from: 'First day on which the places are there, such as 2027-07-01.',
      until: 'Last day, such as 2032-06-30. Empty: no last day was agreed.',
      certainty:
        'existing (the places are there); decided (the decision was taken); intended (there is no decision yet).',
      continues:
        'Does this location take over from another? Put the number or name of that other here. Then the same places do not count twice.',
      public:
        'yes: all of this row may go into the public edition; number: only its number of places, in sums; location: all but that number. Empty or no: confidential.',
      note: 'What else the province has to know. No names, addresses or telephone numbers of people.',
    },
    sheet: 'Locations',
    explanation: 'Explanation',
    title: 'Reception locations for the provincial table',
    intro: [
      'Fill in one row per location on the sheet “Locations”. Empty rows may stay.',
      'Leave the names of the columns. You may change their order.',
      'Put no data of persons anywhere: no names, addresses of electronic mail or telephone numbers. The table does not need them.',
      'A row is confidential unless it says “yes” (all of it), “number” (only the number of places) or “location” (all but that number) at public. “Durable” (duurzaam) means: available for at least five years; that follows from the days.',
    ],
    explanationHead: ['Column', 'What you fill in'],
  },
};

const widths: Readonly<Record<LocationField, number>> = {
  municipality: 17,
  municipality_name: 20,
  location_id: 10,
  location: 26,
  kind: 16,
  places: 9,
  from: 12,
  until: 12,
  certainty: 12,
  continues: 13,
  public: 10,
  note: 36,
};

/** The words that may stand in a column; none where anything may. */
function choicesOf(field: LocationField, words: ProvincialWords): readonly string[] {
  switch (field) {
    case 'kind':
      return Object.values(words.kinds);
    case 'certainty':
      return Object.values(words.certainties);
    case 'public':
      return [words.yes, ...Object.values(words.disclosed), words.no];
    default:
      return [];
  }
}

const headingsIn = (language: Language): string[] =>
  locationFields.map((field) => templateWords[language].headings[field]);

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
export function templateCsv(
  of: TemplateFor | null,
  language: Language,
  rows: readonly FilledRow[] = [],
): string {
  const headings = headingsIn(language);
  const width = headings.length;
  const filled = of === null ? [] : ownRows(of, rows, 1);
  return csvText(
    [
      headings,
      ...filled.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]),
    ],
    language === 'nl' ? 'nl' : 'international',
  );
}

function explanationSheet(words: TemplateWords): Worksheet {
  return {
    name: words.explanation,
    widths: [18, 100],
    frozenRows: 0,
    rows: [
      [{ value: words.title, style: 'title' }],
      ...words.intro.map((line) => ['', line]),
      [],
      words.explanationHead.map(heading),
      ...locationFields.map((field): Cell[] => [
        { value: words.headings[field] },
        { value: words.columns[field] },
      ]),
    ],
  };
}

export function templateWorkbook(
  of: TemplateFor | null,
  language: Language,
  rows: readonly FilledRow[] = [],
  before: readonly Worksheet[] = [],
): Uint8Array {
  const words = templateWords[language];
  const filled = of === null ? [] : ownRows(of, rows, prefilled);
  const last = Math.max(filled.length, prefilled) + 1;
  const sheet: Worksheet = {
    name: words.sheet,
    widths: locationFields.map((field) => widths[field]),
    frozenRows: 1,
    rows: [headingsIn(language).map(heading), ...filled],
    choices: locationFields.flatMap((field, column) => {
      const choices = choicesOf(field, provincialWords(language));
      return choices.length === 0 ? [] : [{ column, firstRow: 1, lastRow: last, words: choices }];
    }),
  };
  return workbook([...before, sheet, explanationSheet(words)], 0);
}
