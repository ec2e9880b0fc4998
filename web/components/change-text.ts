/** What changed, in words of a cell: with its sign in front, one place or both ends. */
import type { ChangeCauses, ChangedCount } from '../../wasm/index.ts';
import type { Cause } from '../../wasm/words/sentences.ts';
import { decimal, whole } from '../format.ts';
import { language } from '../state/page.ts';

export const causes: readonly Cause[] = ['need', 'population', 'score', 'rounding'];

/** With its sign in front: +25, −8.000. */
const signed = (text: string, isNought: boolean): string =>
  text.startsWith('−') || isNought ? text : `+${text}`;
export const signedWhole = (value: number): string =>
  signed(whole(value, language.value).replace('-', '−'), value === 0);
export const signedDecimal = (text: string): string =>
  signed(decimal(text, language.value), !/[1-9]/.test(text));

/** One place, or both ends. */
export const ends = <T>(low: T, high: T, text: (end: T) => string): string =>
  text(low) === text(high) ? text(low) : `${text(low)} … ${text(high)}`;

export type Side = 'from' | 'to' | 'difference';

/** A side in words, as one place or both ends; null where it is not known. */
export function sideText(
  count: ChangedCount,
  side: Side,
  text: (value: number) => string,
): string | null {
  const value = count[side];
  if (value !== null) return text(value);
  const range = count.range?.[side] ?? null;
  return range === null ? null : ends(range[0], range[1], text);
}

/** What a side is sorted by: a range, as everywhere, stands where its lower end does. */
export const sideKey = (count: ChangedCount, side: Side): number | null =>
  count[side] ?? count.range?.[side]?.[0] ?? null;

/** What a cause adds at both ends of what the difference can be, as a range: the lesser first. */
export const causeRange = (
  { low, high }: { readonly low: ChangeCauses; readonly high: ChangeCauses },
  cause: Cause,
): string =>
  Number(low[cause]) <= Number(high[cause])
    ? ends(low, high, shortCause(cause))
    : ends(high, low, shortCause(cause));

/** What a cause adds, with one decimal: at both ends what lies beyond is no knowledge. */
export const shortCause =
  (cause: Cause) =>
  (of: ChangeCauses): string =>
    signedDecimal(
      Number(of[cause])
        .toFixed(1)
        .replace(/^-(?=0\.0$)/, ''),
    );
