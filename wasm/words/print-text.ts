/** What someone printed, in words: who and when, at which hand, and where prints of a figure differ. */
import type { Hand, NumberKind, PublishedFigure } from '../contract/answers.ts';
import type { Language } from './messages.ts';

/** `gepubliceerd` is said of the first hand alone. */
export function printedBy(
  { hand, source, date }: Pick<PublishedFigure, 'hand' | 'source' | 'date'>,
  day: (date: string) => string,
  language: Language,
): string {
  const words: Record<Language, [string, string]> = {
    nl: ['gepubliceerd in', 'volgens'],
    en: ['published in', 'according to'],
  };
  return `${words[language][hand === 'first' ? 0 : 1]} ${[source, day(date)].filter((part) => part !== '').join(', ')}`;
}

const hands: Record<Language, Record<Hand, string>> = {
  nl: {
    first: 'Eerste hand: dit komt uit de bekendmaking zelf.',
    second:
      'Tweede hand: een redactie of gemeente nam dit getal over uit de bekendmaking. De bekendmaking zelf is hiervoor niet ingezien.',
    third:
      'Derde hand: overgenomen van wie het overnam. De bekendmaking zelf is hiervoor niet ingezien.',
  },
  en: {
    first: 'First hand: this comes from the publication itself.',
    second:
      'Second hand: a newsroom or municipality took this number from the publication. The publication itself was not seen for it.',
    third: 'Third hand: copied from who copied it. The publication itself was not seen for it.',
  },
};
/** How near a print is to its source. */
export const handText = (hand: Hand, language: Language): string => hands[language][hand];

const numbers: Record<Language, Record<NumberKind | 'offered' | 'counted', string>> = {
  nl: {
    indicative: 'indicatief',
    offered: 'aangeboden',
    decided: 'vastgesteld',
    counted: 'beschikbaar',
    own_sum: 'eigen som',
  },
  en: {
    indicative: 'indicative',
    offered: 'offered',
    decided: 'decided',
    counted: 'available',
    own_sum: 'own sum',
  },
};
/** What kind of number it is; the kinds are never mixed. */
export const numberText = (number: keyof (typeof numbers)['nl'], language: Language): string =>
  numbers[language][number];

/** The prints of the same kind of number as the best, beside it. */
export const besides = (
  prints: readonly PublishedFigure[],
  best: PublishedFigure,
): PublishedFigure[] => {
  const [, ...others] = prints.filter(({ number }) => number === best.number);
  return others;
};

/** The prints that give another number than the best one. */
export const conflicting = (
  prints: readonly PublishedFigure[],
  best: PublishedFigure,
): PublishedFigure[] => besides(prints, best).filter(({ places }) => places !== best.places);

const changeWords: Record<Language, readonly [more: string, fewer: string, same: string]> = {
  nl: ['meer dan indicatief', 'minder dan indicatief', 'gelijk aan indicatief'],
  en: ['more than indicative', 'fewer than indicative', 'equal to indicative'],
};
/** What a decided number is more than the indicative one; null where there is none to set it beside. */
export const decidedSince = (
  decided: PublishedFigure,
  indicative: PublishedFigure | null,
): number | null =>
  indicative?.number === 'indicative' ? decided.places - indicative.places : null;

/** The same in words; empty where there is none. */
export function decidedChange(
  decided: PublishedFigure,
  indicative: PublishedFigure | null,
  whole: (value: number) => string,
  language: Language,
): string {
  const change = decidedSince(decided, indicative);
  if (change === null) return '';
  const [more, fewer, same] = changeWords[language];
  return change === 0 ? same : `${whole(Math.abs(change))} ${change > 0 ? more : fewer}`;
}
