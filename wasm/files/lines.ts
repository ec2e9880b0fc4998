/**
 * Lines copied from a PDF: a name and then its numbers, with page numbers and repeated headings in
 * between. What does not look like that stays as a row of one cell, which is reported and not used.
 */
import { bothContents } from './cell-text.ts';
import { collapsed } from './grid.ts';
import type { TableDocument } from './table.ts';

/** What people put where they have no number. */
const noFigure =
  /^(?:[-–—.x?]|n\.?[nt]\.?b\.?|n\.b\.|n\.?v\.?t\.?|p\.?m\.?|onbekend|geen|nihil|#\S+)$/i;
/** Stands where a figure does; `12a` is meant as one, `1)` behind a name is the mark of a footnote. */
const isFigure = (word: string): boolean =>
  (/^[-+−±~≈<>≤≥]{0,2}\d/.test(word) && !word.endsWith(')')) || noFigure.test(word);

/** A word before a figure that makes it less than one: it is no part of the name before it. */
const hedges = new Set(
  "€ ca ca. circa ruim bijna ongeveer plm. plm zo’n zo'n ± +/- ~ ≈ < > ≤ ≥ min. max. minimaal maximaal tot".split(
    ' ',
  ),
);

/** A day behind a heading is of the heading: `Plekken per 1-7-2026`. */
const endsInDay =
  /(?:\d[-/.]\d{1,2}[-/.](?:\d{2}|\d{4})|\d (?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.? \d{4})$/i;

const endsInCounted = /(?<=\d) (?:(?:opvang)?(?:plekken|plaatsen)|places)$/i;

/** Words that head a column, as publications and CBS print them; the longest first. */
const headingWords =
  /gemeentecode|gemeenten?|provincies?|indicatieve verdeling|provinciale opvangopgave|opvangopgave|opgave|totaal aantal(?: opvangplaatsen)?|aantal opvangplaatsen|aantal inwoners|aantal plekken|opvangplaatsen|opvangplekken|plekken|totaal|waarvan amv|w\.v\. amv|amv|regulier|inwoners|bevolking|ses-woa-score|ses-woa|score/giu;

/** No heading is so long; a longer line is prose. */
const longestHeading = 500;
/** The headings of a line, each with the words before it: `Tekort aan plekken` is not `plekken`. */
function wordsOf(line: string): string[] {
  if (line.length > longestHeading) return [];
  const found = [...line.matchAll(headingWords)];
  const ends = found.map(({ index, 0: word }) => index + word.length);
  return found.map((_, at) =>
    line.slice(ends[at - 1] ?? 0, at === found.length - 1 ? line.length : ends[at]).trim(),
  );
}

/** The same of a year, where the line begins as a heading does. */
const endsInYear = /^(?:gemeente|provincie|municipality).* (?:19|20)\d\d$/i;

interface DataLine {
  readonly code: string;
  readonly name: string;
  /** Words that look like figures, as they were parted by spaces. */
  readonly words: readonly string[];
}

/**
 * A code before the name: as CBS writes it, or as a column of numbers makes it. A number without more may
 * as well be that of the line.
 */
const isCode = /^(?:GM(?:\d{4}|[1-9]\d{0,2})|0\d{3}|\d{1,4}[.,]00?)$/i;

const isUnit = /^\(?[x×*] ?1[. \u00a0]?000\)?$/i;
/** A heading or a title that ends in a unit: `Opvangplaatsen x 1.000`. */
const endsInUnit = / \(?[x×*] ?1(?:0{1,5}|[. \u00a0]000)\)?$/i;

/** Stands for a no-break space while other spaces are made one. */
const keptSpace = '\ue000';

const hasLetter = (text: string): boolean => /\p{L}/u.test(text);

/** No table has so many figures beside each other; a line with more is none of a table. */
const mostFigures = 100;

/** Figures without a name: more than the number of a page, and no years or days. */
const isBare = (words: readonly string[]): boolean =>
  words.length <= mostFigures &&
  words.every((word) => /^\d[\d.\u00a0]*$/.test(word)) &&
  !words.every((word) => /^(?:\d{1,2}\.\d{1,2}\.)?(?:19|20)\d\d$/.test(word)) &&
  (words.length > 1 || /\d\D?\d\D?\d\D?\d/.test(words.join('')));

/** From the end: of a long line of words, only those that are figures are ever taken out. */
function dataOf(line: string): DataLine | null {
  const [first = ''] = line.split(' ', 1);
  const code = isCode.test(first) && line.includes(' ', first.length + 1) ? first : '';
  const rest = code === '' ? line : line.slice(code.length + 1);
  const letter = rest.search(/\p{L}/u);
  // The word with the first letter is of the name.
  const named = letter < 0 ? -1 : rest.indexOf(' ', letter);
  const words: string[] = [];
  let end = rest.length;
  while (named >= 0 && end > named) {
    const word = rest.slice(rest.lastIndexOf(' ', end - 1) + 1, end);
    if (!isFigure(word)) break;
    if (words.push(word) > mostFigures) return null;
    end -= word.length + 1;
  }
  const hedge = end > named ? rest.slice(rest.lastIndexOf(' ', end - 1) + 1, end) : '';
  const figure = words.at(-1);
  if (figure !== undefined && hedges.has(hedge.toLowerCase())) {
    words[words.length - 1] = `${hedge} ${figure}`;
    end -= hedge.length + 1;
  }
  const name = rest.slice(0, end);
  // `Bron: COA, 1 juni 2026` is about no municipality, and `x 1.000` is the unit of a column.
  if (words.length === 0 || /:./.test(name) || isUnit.test(line) || endsInUnit.test(line))
    return null;
  if (endsInDay.test(line) && wordsOf(line).length > 0) return null;
  if (endsInYear.test(line) && wordsOf(line).length > 1) return null;
  return { code, name, words: words.reverse() };
}

/**
 * Lines of a text, without spaces around them; blank ones keep their place. A space that breaks no line
 * is part of its number.
 */
function linesOf(text: string): string[] {
  const lines = text
    .replace(/(?<=\d)[\u00a0\u2009\u202f](?=\d{3})/g, keptSpace)
    .split(/\r\n|\r|\n/)
    // Dots lead the eye from a name to its figure.
    .map((line) => collapsed(line.replace(/[.…_]{3,}/g, ' ')).replaceAll(keptSpace, '\u00a0'));
  // `Assen 380 plekken`, where most lines end so: the figure is before the word.
  const counted = lines.filter((line) => endsInCounted.test(line)).length;
  return counted > 1 && counted * 2 >= lines.filter((line) => line !== '').length
    ? lines.map((line) => line.replace(endsInCounted, ''))
    : lines;
}

/** Whether lines of text are a table of their own, and not just prose: most of them end in figures. */
export function looksLikeLines(text: string): boolean {
  const lines = linesOf(text).filter((line) => line !== '' && !/: *[^\d ]/.test(line));
  const data = lines.filter((line) => dataOf(line) !== null).length;
  return data >= 2 && data * 2 >= lines.length;
}

const mostColumns = 12;

/**
 * All ways to make so many figures of the words, where `5 132` may be one of thousands: at most two,
 * because two are one too many.
 */
function figuresIn(words: readonly string[], columns: number): string[][] {
  if (columns === 0) return words.length === 0 ? [[]] : [];
  if (words.length < columns) return [];
  if (words.length === columns) return [[...words]];
  const ways: string[][] = [];
  let figure = words[0] ?? '';
  const mayGoOn = /^[-+−]?\d{1,3}$/.test(figure);
  for (let taken = 1; taken <= words.length; taken += 1) {
    for (const rest of figuresIn(words.slice(taken), columns - 1))
      if (ways.push([figure, ...rest]) > 1) return ways;
    const next = words[taken] ?? '';
    if (!mayGoOn || /\D$/.test(figure) || !/^\d{3}[⁰¹²³⁴-⁹*†]*$/.test(next)) break;
    figure += ` ${next}`;
  }
  return ways;
}

/** So many lines show how many figures there are. */
const mostLooked = 1000;

/** How many figures the lines have: the number that most of them allow, the smallest of equals. */
function columnsOf(lines: readonly DataLine[]): number {
  let best = 1;
  let most = 0;
  for (let columns = 1; columns <= mostColumns; columns += 1) {
    let fits = 0;
    for (const { words } of lines.slice(0, mostLooked)) {
      const ways = words.length > mostColumns ? 0 : figuresIn(words, columns).length;
      // Where two ways are possible the line speaks for this number half as much.
      fits += ways === 1 ? 2 : ways === 2 ? 1 : 0;
    }
    if (fits > most) [best, most] = [columns, fits];
  }
  return best;
}

/** The figures of a line in their columns; where it cannot be told which is which, one that is none. */
function cellsOf({ name, words }: DataLine, columns: number): readonly string[] {
  // In `Zwolle (700) 60` the figure that is lacking stands in the name: 60 may be any of the others.
  if (words.length < columns && /\d{2}/.test(name)) return [bothContents('', words.join(' '))];
  if (words.length <= columns) return words;
  const ways = words.length > mostColumns ? [] : figuresIn(words, columns);
  const [only] = ways;
  return ways.length === 1 && only !== undefined ? only : [words.reduce(bothContents)];
}

/**
 * A heading by its place alone: it begins with the word for the names, and has a word for each column.
 * null: the line is none.
 */
function plainHeading(line: string, columns: number): readonly string[] | null {
  const [, names, rest] = /^(gemeente|gemeentenaam|municipality) (\S.*)$/i.exec(line) ?? [];
  if (names === undefined || rest === undefined || line.length > longestHeading) return null;
  const words = columns === 2 ? [rest] : rest.split(' ');
  return words.length === columns - 1 ? [names, ...words] : null;
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
  coded: boolean,
): Heading | null {
  for (let last = 0; last < lines.length; last += 1) {
    let words: string[] = [];
    for (let first = last; first >= 0 && data[first] === null; first -= 1) {
      if (lines[first] === '') continue;
      const more = wordsOf(lines[first] ?? '');
      // A line without any such word is no part of a heading.
      if (more.length === 0) break;
      words = [...more, ...words];
      // Codes stand in a column of their own, whose heading is known.
      const own = coded && /code$/i.test(words[0] ?? '') ? words.slice(1) : words;
      const [name = '', ...others] = own;
      // A word before that of the names heads codes or numbers.
      const bare = name.match(headingWords)?.at(-1) ?? name;
      if (own.length === columns) return { first, last, words: [bare, ...others] };
      if (own.length > columns) break;
    }
  }
  const above = data.findIndex((line) => line !== null) - 1;
  const words = plainHeading(lines[above] ?? '', columns);
  return words === null ? null : { first: above, last: above, words };
}

const goesOn = /(?:-|,|\b(?:aan|aan de|de|den|der|het|op|over|en|bij|van))$/i;
const isContinued = /^(?:\(|(?:aan|aan de|de|den|der|op|over|en|bij|van)\b)/;

const joined = (one: string, other: string): string =>
  one.endsWith('-') ? one + other : `${one} ${other}`;

/** Names over two lines, where their ends show it: `Súdwest-` above `Fryslân 300`. */
function joinNames(lines: string[]): void {
  for (let at = 0; at + 1 < lines.length; at += 1) {
    const [line = '', next = ''] = [lines[at], lines[at + 1]];
    if (line === '' || next === '' || !hasLetter(line)) continue;
    const [data, below] = [dataOf(line), dataOf(next)];
    const isShort = (text: string): boolean => text.length <= 40 && wordsOf(text).length === 0;
    if (data === null && below !== null && isShort(line)) {
      if (!goesOn.test(line) && !isContinued.test(next)) continue;
      lines[at + 1] = joined(line, next);
      lines[at] = '';
    } else if (data !== null && below === null && isShort(next) && data.name.endsWith('-')) {
      lines[at + 1] = [joined(data.name, next), ...data.words].join(' ');
      lines[at] = '';
    }
  }
}

/** `Assen – 380`, where every line has such a dash, is a name and its figure, and no figure that is lacking. */
function withoutDashes(data: readonly (DataLine | null)[]): (DataLine | null)[] {
  const isDashed = data.every(
    (line) => line === null || (line.words.length > 1 && /^[-–—]$/.test(line.words[0] ?? '')),
  );
  return data.map((line) =>
    line !== null && isDashed ? { ...line, words: line.words.slice(1) } : line,
  );
}

/** Where the lines are numbered from 1 on, without their numbers. */
function withoutNumbers(data: readonly (DataLine | null)[]): (DataLine | null)[] {
  let number = 0;
  const bare = data.map((line) => {
    if (line === null) return null;
    number += 1;
    const start = `${number} `;
    return line.name.replace(/^(\d{1,4})\. /, '$1 ').startsWith(start)
      ? { ...line, name: line.name.replace(/^\d{1,4}\.? /, '') }
      : null;
  });
  const isNumbered = number > 1 && bare.filter((line) => line !== null).length === number;
  return isNumbered ? bare : [...data];
}

export function readLines(text: string): TableDocument {
  const lines = linesOf(text);
  joinNames(lines);
  const data = withoutNumbers(withoutDashes(lines.map(dataOf)));
  const found = data.filter((line) => line !== null);
  const columns = columnsOf(found);
  const coded = found.some(({ code }) => code !== '');
  // Beside codes that show it, `1581` before a name is one as well.
  const codeOf = ({ code, name }: DataLine): [string, string] => {
    const [, bare, rest] = (code === '' && /^(\d{4}) (.+)$/.exec(name)) || [];
    return [bare ?? code, rest ?? name];
  };
  const heading = headingOf(lines, data, columns + 1, coded);
  const rows = lines.map((line, at): string[] => {
    const row = data[at];
    if (row != null) return [...(coded ? codeOf(row) : [row.name]), ...cellsOf(row, columns)];
    if (line === '' || (heading !== null && at >= heading.first && at < heading.last)) return [];
    const before = coded ? ['gemeentecode'] : [];
    if (heading?.last === at) return [...before, ...heading.words];
    if (isUnit.test(line)) return [...before.map(() => ''), '', line];
    const words = line.split(' ');
    if (isBare(words))
      return [...before.map(() => ''), '', ...cellsOf({ code: '', name: '', words }, columns)];
    // Another heading below the first says that what follows are other figures.
    if (heading === null || at < heading.last) return [line];
    const heads = wordsOf(line);
    const other = heads.length === columns + 1 ? heads : plainHeading(line, columns + 1);
    return other === null || other.join() === heading.words.join() ? [line] : [...before, ...other];
  });
  while (rows.length > 0 && rows[rows.length - 1]?.length === 0) rows.pop();
  const more = { title: '', hidden: false, notation: null, remarks: [], comments: [] };
  return { kind: 'lines', tables: rows.length === 0 ? [] : [{ name: 'regels', rows, ...more }] };
}
