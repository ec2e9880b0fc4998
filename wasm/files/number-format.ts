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

/** What stands around a number that is not below nought; null: the number is not shown at all. */
export interface Dress {
  readonly before: string;
  readonly after: string;
}
export const bare: Dress = { before: '', after: '' };
export const percent: Dress = { before: '', after: '%' };

/** A piece of a format: a text, a sign, room, what stands between brackets, or a place of the number. */
const piece =
  /"([^"]*)"|\\(.)|[_*].|\[\$([^\]-]*)(?:-[^\]]*)?\]|\[[^\]]*\]|(general|standaard|[0#?@](?:[0#?.,/ \u00a0]*[0#?@])?[.,]?(?:e[+-]?[0#?]+)?)|(.)/giy;

/** The signs that a format puts around a number: `"ca. "0`, `0%`, `"<"0`. */
export function dressOf(format: string): Dress | null {
  // With a condition it is not the first part that counts.
  if (/\[[<>=]/.test(format) || lookOf(format) !== 'number') return bare;
  let [before, after] = ['', ''];
  let isNumber = false;
  for (const [, quoted, escaped, currency, place, sign] of format
    .slice(0, longestFormat)
    .matchAll(piece)) {
    if (sign === ';') break;
    if (place !== undefined) isNumber = true;
    const text = quoted ?? escaped ?? currency ?? sign ?? '';
    if (isNumber) after += text;
    else before += text;
  }
  return isNumber || before.trim() !== '' ? { before, after } : null;
}

/** A stored number as it is shown, its digits as they are stored: `12%` of 0.12, `<5` of 5. */
export function dressed(stored: string, { before, after }: Dress): string {
  const value = Number(stored);
  const isPart = after.trimStart().startsWith('%');
  if (value < 0 && !isPart) return stored;
  const parts = isPart ? plainNumber(String(Number((value * 100).toPrecision(15)))) : stored;
  return `${before}${parts}${after}`.trim();
}

/** A number that is shown as so many times less than it is, with what is shown. */
export const scaled = (stored: string, look: 'thousands' | 'millions'): string =>
  bothContents(stored, String(Math.round(Number(stored) / (look === 'thousands' ? 1e3 : 1e6))));
