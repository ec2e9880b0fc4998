/** What both calculation sheets begin with, and how they add up over a province. */
import { type Cell, note } from './workbook.ts';

/** The first rows of the sheet of municipalities: names, how each comes about, where it was read. */
export const headRows = 3;

/** A column of that sheet, as far as its last row. */
export const wholeColumn = (column: string, last: number): string =>
  `Rekenblad!${column}${headRows + 1}:${column}${last}`;

/** A column of it added up over the province that stands at the beginning of a row. */
export function sumOfProvince(province: string, column: string, last: number, row: number): string {
  const fixed = (of: string): string => `Rekenblad!${of}$${headRows + 1}:${of}$${last}`;
  return `SUMIF(${fixed(`$${province}`)},A${row},${fixed(column)})`;
}

/** The title of the sheet "Vraag", the need, and that of minors. */
export const questionHead = (title: string, need: number, minors: number | null): Cell[][] => [
  [{ value: title, style: 'title' }],
  [note('Geel is invoer: verander een getal, en alles rekent mee.'), null, null],
  [
    'Behoefte aan opvangplaatsen (BO)',
    { value: need, style: 'input' },
    'vastgesteld door de minister; Wet, artikel 2',
  ],
  [
    'Daarvan voor amv',
    minors === null ? 'niet bekend' : { value: minors, style: 'input' },
    'alleenstaande minderjarige vreemdelingen; Besluit, artikel 2.2. Ze zitten in het totaal.',
  ],
];

export const notDecided =
  'Indicatief, geen besluit. Bestaande plekken zijn niet afgetrokken; amv zitten in het totaal.';
