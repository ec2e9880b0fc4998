/** What a number format of a spreadsheet makes of a number: a day, a part of it, or signs around it. */
import { bothContents } from './cell-text.ts';
import { plainNumber } from './table.ts';

/** `thousands` and `millions` show as so many times less than they are. */
export type NumberLook = 'number' | 'date' | 'time' | 'moment' | 'thousands' | 'millions';

/** Excel takes no longer format. */
const longestFormat = 255;

/** The text behind a `[`: `h]`, `m]` and `s]` count hours, minutes and seconds, others are no part of it. */
function withoutCondition(piece: string, at: number): string {
  const end = piece.indexOf(']');
  if (at === 0 || end === -1) return piece;
  return /^(?:h+|m+|s+)\]/i.test(piece) ? piece : piece.slice(end + 1);
}

/** What a number format makes of a number: a day, a time, or just a number. */
export function lookOf(format: string): NumberLook {
  const bare = format
    .slice(0, longestFormat)
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .split('[')
    .map(withoutCondition)
    .join('')
    .split(';', 1)
    .join('')
    .toLowerCase();
  if (/general|standaard/.test(bare)) return 'number';
  const scaled = /[0#?](,{1,2})(?![0#?,])/.exec(bare)?.[1];
  if (scaled !== undefined && !/[ydjhs]/.test(bare))
    return scaled.length === 1 ? 'thousands' : 'millions';
  const day = /[ydj]/.test(bare) || (bare.includes('m') && !/[hs]/.test(bare));
  const time = /[hs]/.test(bare);
  return day && time ? 'moment' : day ? 'date' : time ? 'time' : 'number';
}

/** What stands around a number. */
export interface Dress {
  readonly before: string;
  readonly after: string;
  /** Whether the number itself is shown: in `"geen"` it is not. */
  readonly isNumber: boolean;
}
const nothingAround: Dress = { before: '', after: '', isNumber: true };
/** How a format shows a number; null: not at all. */
export type Dresses = (value: number) => Dress | null;
export const bare: Dresses = () => nothingAround;
export const percent: Dresses = () => ({ ...nothingAround, after: '%' });

/** A piece of a format: a text, a sign, room, what stands between brackets, or a place of the number. */
const piece =
  /"([^"]*)"|\\(.)|[_*].|\[\$([^\]-]*)(?:-[^\]]*)?\]|\[[^\]]*\]|(general|standaard|[0#?@](?:[0#?.,/ \u00a0]*[0#?@])?[.,]?(?:e[+-]?[0#?]+)?)|(.)/giy;

const condition = /^\[(<=|>=|<>|[<>=])(-?\d{1,15}(?:\.\d{1,9})?)\]$/;
const compared = new Map<string, (one: number, other: number) => boolean>([
  ['<', (one, other) => one < other],
  ['<=', (one, other) => one <= other],
  ['>', (one, other) => one > other],
  ['>=', (one, other) => one >= other],
  ['=', (one, other) => one === other],
  ['<>', (one, other) => one !== other],
]);

interface Section {
  before: string;
  after: string;
  isNumber: boolean;
  isEmpty: boolean;
  holds: ((value: number) => boolean) | null;
}

/** The parts of a format, for numbers above nought, below it, for nought, and for texts. */
function sectionsOf(format: string): Section[] {
  const empty = { before: '', after: '', isNumber: false, isEmpty: true, holds: null };
  let last: Section = { ...empty };
  const sections = [last];
  for (const [whole, quoted, escaped, currency, place, sign] of format
    .slice(0, longestFormat)
    .matchAll(piece)) {
    if (sign === ';') {
      sections.push((last = { ...empty }));
      continue;
    }
    const [, operator = '', bound = ''] = condition.exec(whole) ?? [];
    const compare = compared.get(operator);
    if (compare !== undefined) last.holds = (value) => compare(value, Number(bound));
    last.isEmpty = false;
    if (place !== undefined) last.isNumber = true;
    const text = quoted ?? escaped ?? currency ?? sign ?? '';
    if (last.isNumber) last.after += text;
    else last.before += text;
  }
  return sections;
}

/** Which part of a format shows a number, as spreadsheets choose it. */
function sectionFor(sections: readonly Section[], value: number): Section | undefined {
  const [first, second, third] = sections;
  if (first?.holds === null && second?.holds == null) {
    if (second !== undefined && value < 0) return second;
    return third !== undefined && value === 0 ? third : first;
  }
  if (first?.holds?.(value) ?? value > 0) return first;
  if (second?.holds?.(value) ?? (third === undefined || value < 0)) return second;
  return third;
}

/** The signs that a format puts around a number: `"ca. "0`, `0%`, `"<"0`; or words in its place. */
export function dressOf(format: string): Dresses {
  if (lookOf(format) !== 'number') return bare;
  const sections = sectionsOf(format);
  return (value) => {
    const section = sectionFor(sections, value);
    // A number for which there is no part.
    if (section === undefined) return nothingAround;
    return section.isNumber || section.before.trim() !== '' ? section : null;
  };
}

/**
 * A stored number as it is shown, its digits as they are stored: `12%` of 0.12, `<5` of 5, `-` of a
 * nought that is written so. null: nothing of it is shown.
 */
export function dressed(stored: string, dresses: Dresses): string | null {
  const value = Number(stored);
  const dress = dresses(value);
  if (dress === null) return null;
  const { before, after, isNumber } = dress;
  if (!isNumber) return before.trim();
  const isPart = after.trimStart().startsWith('%');
  if (value < 0 && !isPart) return stored;
  const parts = isPart ? plainNumber(String(Number((value * 100).toPrecision(15)))) : stored;
  return `${before}${parts}${after}`.trim();
}

/** A number that is shown as so many times less than it is, with what is shown. */
export const scaled = (stored: string, look: 'thousands' | 'millions'): string =>
  bothContents(stored, String(Math.round(Number(stored) / (look === 'thousands' ? 1e3 : 1e6))));
