/**
 * Lines copied from a PDF: a name and then its numbers, with page numbers and repeated headings in
 * between. What does not look like that stays as a row of one cell, which is reported and not used.
 */
import { collapsed } from './grid.ts';
import type { Table, TableDocument } from './table.ts';

const figure = String.raw`(?:[-+−]?\d[\d.,]*%?[⁰¹²³⁴-⁹*†]*|[-–—.]|x)`;
const dataLine = new RegExp(String.raw`^(?:(GM\d{4})\s+)?(.*?\p{L}.*?)((?:\s+${figure})+)$`, 'u');

/** Words that head a column, as publications and CBS print them; the longest first. */
const headingWords =
  /gemeentecode|gemeenten?|provincies?|indicatieve verdeling|provinciale opvangopgave|opvangopgave|opgave|totaal aantal(?: opvangplaatsen)?|aantal opvangplaatsen|aantal inwoners|aantal plekken|opvangplaatsen|opvangplekken|plekken|totaal|waarvan amv|w\.v\. amv|amv|regulier|inwoners|bevolking|ses-woa-score|ses-woa|score/giu;

const wordsOf = (line: string): string[] => line.match(headingWords) ?? [];

/** Whether lines of text are a table of their own, and not just prose: most of them end in figures. */
export function looksLikeLines(text: string): boolean {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map(collapsed)
    .filter((line) => line !== '');
  const data = lines.filter((line) => dataLine.test(line)).length;
  return data >= 2 && data * 2 >= lines.length;
}

interface DataLine {
  readonly code: string;
  readonly name: string;
  readonly numbers: readonly string[];
}

function dataOf(line: string): DataLine | null {
  const parts = dataLine.exec(line);
  if (parts === null) return null;
  const [, code = '', name = '', figures = ''] = parts;
  return { code, name, numbers: figures.trim().split(/\s+/) };
}

/** How many numbers most lines end in. */
function commonCount(lines: readonly (DataLine | null)[]): number {
  const counts = new Map<number, number>();
  for (const line of lines)
    if (line !== null) counts.set(line.numbers.length, (counts.get(line.numbers.length) ?? 0) + 1);
  return [...counts].reduce((best, found) => (found[1] > best[1] ? found : best), [0, 0])[0];
}

interface Heading {
  readonly first: number;
  readonly last: number;
  readonly words: readonly string[];
}

/** The first lines, possibly several for one heading, that hold a word per column. */
function headingOf(
  lines: readonly string[],
  data: readonly (DataLine | null)[],
  columns: number,
): Heading | null {
  for (let last = 0; last < lines.length; last += 1) {
    const words: string[] = [];
    for (let first = last; first >= 0 && data[first] === null; first -= 1) {
      words.unshift(...wordsOf(lines[first] ?? ''));
      if (words.length === columns) return { first, last, words };
      if (words.length > columns) break;
    }
  }
  return null;
}

export function readLines(text: string): TableDocument {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map(collapsed)
    .filter((line) => line !== '');
  const data = lines.map(dataOf);
  const heading = headingOf(lines, data, commonCount(data) + 1);
  const coded = data.some((line) => line !== null && line.code !== '');
  const rows = lines.flatMap((line, at): string[][] => {
    const found = data[at];
    if (found != null) return [[...(coded ? [found.code] : []), found.name, ...found.numbers]];
    if (heading === null || at < heading.first || at > heading.last) return [[line]];
    return at === heading.last ? [[...(coded ? ['gemeentecode'] : []), ...heading.words]] : [];
  });
  const table: Table = { name: 'regels', rows, title: '', hidden: false, notation: null };
  return { kind: 'lines', tables: rows.length === 0 ? [] : [table] };
}
