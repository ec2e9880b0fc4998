/** A figure and what it rests on, in words: a number, or a range with both ends. */
import type { Basis, Figure, MunicipalityRow, PerThousand } from '../../wasm/index.ts';
import { printedBy } from '../../wasm/words/print-text.ts';
import { day, decimal, whole } from '../format.ts';
import { type Bringer, broughtBy, language, result, round, texts } from '../state/page.ts';

const between = <T,>(low: T | null, high: T | null, written: (end: T) => string): string =>
  low === null || high === null ? '–' : texts.value.between(written(low), written(high));

/** A figure in words that a screen reader reads rightly: a number, or "tussen 115 en 145". */
export function figureText({ places, low, high }: Figure): string {
  const written = (end: number): string => whole(end, language.value);
  return places !== null ? written(places) : between(low, high, written);
}

export function perThousandText({ value, low, high }: PerThousand): string {
  const written = (end: string): string => decimal(end, language.value);
  return value !== null ? written(value) : between(low, high, written);
}

/** The answer of a municipality: the number that stands large on its card, with who says so. */
export function answerText(row: MunicipalityRow): string {
  const shown = language.value;
  const print = row.published;
  const [number, by] =
    print === null
      ? [figureText(row.total), basisText()]
      : [whole(print.places, shown), printedBy(print, (date) => day(date, shown), shown)];
  return `${number} ${texts.value.places}, ${by}`;
}

/**
 * On what a figure rests, in words; what is invented is said to be, and what somebody else sent along.
 * @param by  what brought the file that it rests on
 */
export const basisName = (basis: Basis, by: Bringer | null = null): string => {
  const { basis: names, brought } = texts.value;
  const name =
    by !== null && (basis === 'cbs_file' || basis === 'own_input')
      ? brought.names[basis]
      : round.value.invented && basis === 'own_input'
        ? names.invented
        : names[basis];
  return withBringer(name, by);
};

/** What somebody else sent along is said to be. */
export const withBringer = (name: string, by: Bringer | null): string =>
  by === null ? name : `${name}, ${texts.value.brought.by[by]}`;

/** What is computed with in place of the round's own numbers, from whomever it is. */
function otherNeeds(): string[] {
  const { otherNeed, otherMinors } = texts.value;
  const [shown, now, of] = [language.value, result.value, round.value];
  const differs = (asked: number | null | undefined, own: number | undefined): asked is number =>
    asked != null && asked !== own;
  return [
    ...(differs(now?.need, of.need.places) ? [otherNeed(whole(now.need, shown))] : []),
    ...(differs(now?.minors, of.minors?.places) ? [otherMinors(whole(now.minors, shown))] : []),
  ];
}

/** On what the shown figures rest, in words. */
export const basisText = (): string =>
  [basisName(result.value?.basis ?? 'estimate', broughtBy.value), ...otherNeeds()].join(', ');
