/** Writing answers: figures to standard output or a file, findings to standard error. */
import { mkdirSync, writeFileSync } from 'node:fs';
import type { Answer, Figure, Finding } from '../index.ts';
import { cellName, isPart } from '../files/part.ts';
export { type Cell, csvText } from '../files/csv-text.ts';
import { findingsCsv } from '../files/findings-csv.ts';
import { type Language, errorText, findingText, severityWord } from '../words/messages.ts';
import { plainLines, plainText } from '../words/plain-text.ts';

/** What cannot be written; `sentence` null: who read it went away, and nobody waits for a word. */
export class Unwritten extends Error {
  readonly sentence: string | null;
  constructor(sentence: string | null) {
    super();
    this.sentence = sentence;
  }
}

const reasons = new Map([
  ['ENOENT', 'die map is er niet'],
  ['ENOTDIR', 'dat is geen map'],
  ['EEXIST', 'dat is geen map'],
  ['EISDIR', 'dat is een map'],
  ['EACCES', 'daar mag dit programma niet schrijven'],
  ['EPERM', 'daar mag dit programma niet schrijven'],
  ['EROFS', 'daar kan niemand schrijven'],
  ['ENOSPC', 'er is geen ruimte meer'],
  ['ENAMETOOLONG', 'die naam is te lang'],
]);
function writing(path: string, write: () => void): void {
  try {
    write();
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : String(fault);
    throw new Unwritten(
      code === 'EPIPE'
        ? null
        : `“${path}” is niet te schrijven: ${reasons.get(code) ?? `het systeem zegt ${code}`}`,
    );
  }
}

/** Writes a file; where that cannot be, one sentence says why. */
export const save = (path: string, content: string | Uint8Array): void =>
  writing(path, () => writeFileSync(path, content));

export const makeFolder = (path: string): void =>
  writing(path, () => void mkdirSync(path, { recursive: true }));

/** One line on standard error; what of it came out of a file stays within the line. */
export function tell(line: string): void {
  console.error(plainText(line));
}

const findingLine = (finding: Finding, language: Language): string => {
  const { what, todo } = findingText(finding, language);
  const place =
    finding.row === 0 || finding.file === ''
      ? finding.file
      : isPart(finding.file)
        ? `${finding.file}:${cellName(finding.row, Math.max(finding.column, 1))}`
        : `${finding.file}:${finding.row}:${Math.max(finding.column, 1)}`;
  const raw = finding.raw === '' ? '' : ` [${finding.raw}]`;
  return `${place === '' ? 'spreidingswijzer' : place}: ${severityWord(finding.severity, language)}: ${what}${raw} ${todo}`;
};

/** Findings to standard error; the status that follows from them. */
export function report(answer: Answer<unknown>, language: Language): number {
  for (const finding of answer.findings) tell(findingLine(finding, language));
  const listed = answer.findings.length;
  const { error, warning, note } = answer.findingCounts;
  if (error + warning + note > listed)
    tell(`… en nog ${error + warning + note - listed} meldingen`);
  if (!answer.ok && answer.error.code !== 'findings') tell(errorText(answer.error, language));
  return answer.ok ? 0 : 1;
}

/** Writes the findings as a CSV file, where a call asks for it. */
export function saveFindings(
  answer: Answer<unknown>,
  path: string | undefined,
  language: Language,
): void {
  if (path !== undefined) save(path, findingsCsv(answer.findings, language, 'nl'));
}

/** A value as JSON; control characters that JSON lets stand are escaped, so that none reaches a terminal. */
export const jsonText = (value: unknown): string =>
  `${JSON.stringify(value, null, 2).replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )}\n`;

export function emit(content: string | Uint8Array, out: string | undefined): void {
  if (out !== undefined) save(out, content);
  // Written at once and to the end, also into a pipe. Bytes are a file that was asked for.
  else
    writing('de uitvoer', () =>
      writeFileSync(1, typeof content === 'string' ? plainLines(content) : content),
    );
}

export const shown = (figure: Figure | null): string => {
  if (figure === null) return '';
  return figure.places === null ? `${figure.low}–${figure.high}` : String(figure.places);
};

/** Rows of cells as a table with aligned columns; the first `texts` columns to the left. */
export function alignedTable(cells: readonly (readonly string[])[], texts: number): string {
  const rows = cells.map((row) => row.map(plainText));
  const widths = (rows[0] ?? []).map((_, column) =>
    rows.reduce((most, row) => Math.max(most, Array.from(row[column] ?? '').length), 0),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => {
        const padding = ' '.repeat((widths[column] ?? 0) - Array.from(cell).length);
        return column < texts ? cell + padding : padding + cell;
      })
      .join('  ')
      .trimEnd();
  return `${rows.map(line).join('\n')}\n`;
}

/** Today on the clock of this machine. */
export function clockDay(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
