/** Rows of a CSV file by their headings, read by a program that is not this one. */
import Papa from 'papaparse';

export const csvParse = (text: string): Record<string, string | undefined>[] =>
  Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
