/** Reading a call: what a word on the command line may be, and what is wrong with one that may not. */
import { lookUp } from '../contract/look-up.ts';
import type { NumberNotation } from '../index.ts';

/** A call that cannot be carried out as it stands: told with the help of its command. */
export class WrongCall extends Error {}

const marks: Record<string, '.' | ',' | ' ' | null> = {
  '.': '.',
  punt: '.',
  point: '.',
  ',': ',',
  komma: ',',
  comma: ',',
  ' ': ' ',
  spatie: ' ',
  space: ' ',
  geen: null,
  none: null,
};

export function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((word) => word === value);
  if (found === undefined)
    throw new WrongCall(`--${name} is een van: ${allowed.join(', ')} (niet “${value}”)`);
  return found;
}

/** @param most that the core takes; it says itself when a number is beyond */
export function wholeNumber(name: string, text: string, most = 10_000_000): number {
  if (!/^-?\d{1,15}$/.test(text)) {
    const bounds = `van 0 tot en met ${most.toLocaleString('nl-NL')}`;
    throw new WrongCall(`--${name} is een heel getal ${bounds}, zonder punten (niet “${text}”)`);
  }
  return Number(text);
}

export function notationOf(
  decimal: string | undefined,
  thousands: string | undefined,
): NumberNotation | undefined {
  if (decimal === undefined && thousands === undefined) return undefined;
  const read = (name: string, text: string): '.' | ',' | ' ' | null => {
    const mark = lookUp(marks, text);
    if (mark === undefined)
      throw new WrongCall(`--${name} is punt, komma, spatie of geen (niet “${text}”)`);
    return mark;
  };
  const thousandsMark = thousands === undefined ? undefined : read('thousands', thousands);
  const given = decimal === undefined ? undefined : read('decimal', decimal);
  const decimalMark = given ?? (thousandsMark === '.' ? ',' : '.');
  if (decimalMark !== '.' && decimalMark !== ',') throw new WrongCall('--decimal is punt of komma');
  if (decimalMark === thousandsMark)
    throw new WrongCall('--decimal en --thousands zijn niet hetzelfde teken');
  return { decimal: decimalMark, thousands: thousandsMark ?? null };
}
