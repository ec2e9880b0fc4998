/** A table of a document, as the core knows it: `inwoners.xlsx#Blad1`, with places such as `C17`. */
import type { Finding, Severity } from '../contract/answers.ts';
import type { Remark, RemarkCode } from './table.ts';

const mark = '#';

export const partName = (document: string, table: string): string => `${document}${mark}${table}`;

/** The document that a table is a part of; another name is itself. */
export const documentOf = (name: string): string =>
  isPart(name) ? name.slice(0, name.indexOf(mark)) : name;

/** Whether a name is that of a part: a spreadsheet, a page or a paste, with a table behind the mark. */
export const isPart = (name: string): boolean =>
  /\.(xlsx|xlsm|f?ods|odt|html?|xml|xls|txt)#|^(plak|paste) \d+#/i.test(name);

/** The letters that a spreadsheet gives a column, from 1. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** The place of a cell as a spreadsheet names it; row and column from 1. */
export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row}`;

const severities: Record<RemarkCode, Severity> = {
  cell_twofold: 'warning',
  figure_shared: 'warning',
  struck_left_out: 'note',
  hidden_left_out: 'warning',
  sheet_open: 'warning',
  sheet_chosen: 'note',
};

/** What was found when a table was read, as findings about the file that the core has. */
export const findingsOf = (file: string, remarks: readonly Remark[]): Finding[] =>
  remarks.map(({ code, row, column, text, about = '', count }) => ({
    ...{ code, severity: severities[code], file, row, column, raw: text.slice(0, 200) },
    ...{ about: about.slice(0, 200), otherRow: 0, count },
  }));
