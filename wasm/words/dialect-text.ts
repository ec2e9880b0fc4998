/** How a file and its numbers are written, and what decided that: sentences for page and command line. */
import { lookUp } from '../contract/look-up.ts';
import type { Dialect, NumberEvidence } from '../index.ts';
import type { Language } from './messages.ts';

type Words = {
  readonly separators: Readonly<Record<string, string>>;
  readonly encodings: Readonly<Record<Dialect['encoding'], string>>;
  readonly encoding: (name: string, why: string) => string;
  readonly encodingReasons: Readonly<Record<Dialect['encodingReason'], string>>;
  readonly separator: (name: string, why: string) => string;
  readonly separatorReasons: Readonly<Record<Dialect['separatorReason'], string>>;
  readonly tried: (rows: number, sampled: number, cells: number) => string;
  readonly others: (list: string) => string;
  readonly other: (name: string, rows: number, cells: number) => string;
  readonly noOthers: string;
  readonly quotes: (cells: number) => string;
  readonly noQuotes: string;
  readonly marks: Readonly<Record<string, string>>;
  readonly decimal: (mark: string) => string;
  readonly thousands: (mark: string) => string;
  readonly noThousands: string;
  readonly plain: string;
  readonly decidedBy: Readonly<Record<NumberEvidence['decidedBy'], string>>;
  readonly shows: Readonly<Record<Exclude<keyof NumberEvidence, 'notation' | 'decidedBy'>, string>>;
};

const nl: Words = {
  separators: { ',': 'komma', ';': 'puntkomma', '\t': 'tab', '|': 'verticale streep' },
  encodings: {
    'utf-8': 'UTF-8',
    'utf-8-bom': 'UTF-8 met BOM',
    'windows-1252': 'Windows-1252',
    'utf-16le': 'UTF-16',
    'utf-16be': 'UTF-16',
  },
  encoding: (name, why) => `Codering: ${name}; ${why}.`,
  encodingReasons: {
    ascii_only: 'er staan alleen gewone letters en cijfers in, die in elke codering hetzelfde zijn',
    valid_utf_8: 'alle bijzondere tekens zijn geldig UTF-8',
    not_utf_8: 'niet alle tekens zijn geldig UTF-8, dus zo gelezen als Excel “CSV” bewaart',
    byte_order_mark: 'het bestand zegt het zelf, met een merkteken vooraan (BOM)',
    said: 'door u gekozen',
  },
  separator: (name, why) => `Scheidingsteken: ${name}; ${why}.`,
  separatorReasons: {
    no_separator: 'geen enkel teken deelt de regels in kolommen',
    rows_alike: 'dit deelt de meeste regels in evenveel cellen',
    decimal_commas: 'de komma deelt er evenveel, maar staat steeds tussen twee cijfers',
    cuts_finer: 'een ander teken deelt evenveel regels, maar in minder cellen',
    equal_terms: 'een ander teken deelt evenveel regels in evenveel cellen: controleer dit',
    separator_line: 'het bestand zegt het zelf, in de eerste regel (sep=)',
    said: 'door u gekozen',
  },
  tried: (rows, sampled, cells) =>
    `${rows} van de eerste ${sampled} regels hebben zo ${cells} cellen`,
  others: (list) => `Andere tekens: ${list}.`,
  other: (name, rows, cells) => `${name} ${rows} regels met ${cells} cellen`,
  noOthers: 'geen ervan deelt een regel',
  quotes: (cells) => `Aanhalingsteken: "; ${cells} cellen staan ertussen.`,
  noQuotes: 'Aanhalingsteken: er staat geen cel tussen aanhalingstekens.',
  marks: { '.': 'punt', ',': 'komma', ' ': 'spatie', "'": 'apostrof' },
  decimal: (mark) => `decimaalteken ${mark}`,
  thousands: (mark) => `duizendteken ${mark}`,
  noThousands: 'geen duizendteken',
  plain: 'hele getallen zonder tekens',
  decidedBy: {
    cells: 'dat laten de cellen zien',
    said: 'de cellen laten twee lezingen toe; door u gekozen',
    small: 'zulke getallen zijn te klein voor duizendtallen',
    open: 'de cellen laten twee lezingen toe: dat is een vraag aan u',
  },
  shows: {
    noMarks: 'zonder tekens',
    decimalPoint: 'met decimale punt',
    decimalComma: 'met decimale komma',
    thousandsPoint: 'met punten per duizendtal',
    thousandsComma: 'met komma’s per duizendtal',
    thousandsSpace: 'met spaties per duizendtal',
    thousandsApostrophe: 'met apostrofs per duizendtal',
    eitherPoint: 'zoals 1.234, op twee manieren te lezen',
    eitherComma: 'zoals 1,234, op twee manieren te lezen',
    missing: 'leeg of een teken voor “geen cijfer”',
    noNumber: 'geen getal',
  },
};

const en: Words = {
  separators: { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'vertical bar' },
  encodings: { ...nl.encodings, 'utf-8-bom': 'UTF-8 with BOM' },
  encoding: (name, why) => `Encoding: ${name}; ${why}.`,
  encodingReasons: {
    ascii_only: 'it holds only plain letters and digits, which are the same in every encoding',
    valid_utf_8: 'all special characters are valid UTF-8',
    not_utf_8: 'not all characters are valid UTF-8, so read the way Excel saves “CSV”',
    byte_order_mark: 'the file says so itself, with a mark at its beginning (BOM)',
    said: 'chosen by you',
  },
  separator: (name, why) => `Separator: ${name}; ${why}.`,
  separatorReasons: {
    no_separator: 'no character cuts the rows into columns',
    rows_alike: 'it cuts most rows into equally many cells',
    decimal_commas: 'the comma cuts as many, but always stands between two digits',
    cuts_finer: 'another character cuts as many rows, but into fewer cells',
    equal_terms: 'another character cuts as many rows into as many cells: check this',
    separator_line: 'the file says so itself, in its first line (sep=)',
    said: 'chosen by you',
  },
  tried: (rows, sampled, cells) => `${rows} of the first ${sampled} rows then have ${cells} cells`,
  others: (list) => `Other characters: ${list}.`,
  other: (name, rows, cells) => `${name} ${rows} rows of ${cells} cells`,
  noOthers: 'none of them cuts a row',
  quotes: (cells) => `Quotes: "; ${cells} cells stand between them.`,
  noQuotes: 'Quotes: no cell stands between quotes.',
  marks: { '.': 'point', ',': 'comma', ' ': 'space', "'": 'apostrophe' },
  decimal: (mark) => `decimal ${mark}`,
  thousands: (mark) => `thousands ${mark}`,
  noThousands: 'no thousands mark',
  plain: 'whole numbers without marks',
  decidedBy: {
    cells: 'the cells show it',
    said: 'the cells allow two readings; chosen by you',
    small: 'such figures are too small for thousands',
    open: 'the cells allow two readings: a question for you',
  },
  shows: {
    noMarks: 'without marks',
    decimalPoint: 'with a decimal point',
    decimalComma: 'with a decimal comma',
    thousandsPoint: 'with points per thousand',
    thousandsComma: 'with commas per thousand',
    thousandsSpace: 'with spaces per thousand',
    thousandsApostrophe: 'with apostrophes per thousand',
    eitherPoint: 'such as 1.234, which can be read in two ways',
    eitherComma: 'such as 1,234, which can be read in two ways',
    missing: 'empty or a sign for “no figure”',
    noNumber: 'no number',
  },
};

const wordsOf = (language: Language): Words => (language === 'nl' ? nl : en);

export const separatorName = (separator: string, language: Language): string =>
  lookUp(wordsOf(language).separators, separator) ?? separator;
export const encodingName = (encoding: Dialect['encoding'], language: Language): string =>
  wordsOf(language).encodings[encoding];

/** Encoding, separator and quotes of a file, each with what decided it. */
export function dialectSentences(dialect: Dialect, language: Language): readonly string[] {
  const words = wordsOf(language);
  const chosen = dialect.separators.find(({ separator }) => separator === dialect.separator);
  const others = dialect.separators.filter(
    ({ separator, rows }) => separator !== dialect.separator && rows > 0,
  );
  const why = words.separatorReasons[dialect.separatorReason];
  return [
    words.encoding(
      encodingName(dialect.encoding, language),
      words.encodingReasons[dialect.encodingReason],
    ),
    words.separator(
      separatorName(dialect.separator, language),
      chosen === undefined || chosen.rows === 0
        ? why
        : `${why} (${words.tried(chosen.rows, dialect.sampledRows, chosen.cells)})`,
    ),
    words.others(
      others.length === 0
        ? words.noOthers
        : others
            .map(({ separator, rows, cells }) =>
              words.other(separatorName(separator, language), rows, cells),
            )
            .join(', '),
    ),
    dialect.quotedCells === 0 ? words.noQuotes : words.quotes(dialect.quotedCells),
  ];
}

const counted = [
  'noMarks',
  'decimalPoint',
  'decimalComma',
  'thousandsPoint',
  'thousandsComma',
  'thousandsSpace',
  'thousandsApostrophe',
  'eitherPoint',
  'eitherComma',
  'missing',
  'noNumber',
] as const;

/** The marks of a column of numbers, what decided them, and how many cells show what. */
export function numberSentence(numbers: NumberEvidence, language: Language): string {
  const words = wordsOf(language);
  const { notation, decidedBy } = numbers;
  const seen = counted.filter((name) => numbers[name] > 0);
  const isPlain = seen.every((name) => ['noMarks', 'missing', 'noNumber'].includes(name));
  const marks =
    notation === null
      ? []
      : isPlain
        ? [words.plain]
        : [
            words.decimal(words.marks[notation.decimal] ?? ''),
            notation.thousands === null
              ? words.noThousands
              : words.thousands(words.marks[notation.thousands] ?? ''),
          ];
  const counts = seen.map((name) => `${numbers[name]} ${words.shows[name]}`).join(', ');
  return `${[...marks, words.decidedBy[decidedBy]].join(', ')} (${counts}).`;
}
