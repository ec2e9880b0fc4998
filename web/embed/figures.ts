/** Figures of a row, as the shown language writes them. */
import type { Language } from '../../wasm/words/messages.ts';
import { decimal, whole } from '../format.ts';
import { textsOf } from './address.ts';
import type { Row } from './form.ts';

const ends = (low: string, high: string, language: Language): string =>
  low === high ? low : textsOf(language).between(low, high);

export const isNumber = ([, , , , [low, high]]: Row): boolean => low === high;

export const placesText = ([, , , , [low, high]]: Row, language: Language): string =>
  ends(whole(low, language), whole(high, language), language);

export const rateText = ([, , , , , [low, high]]: Row, language: Language): string =>
  ends(decimal(low, language), decimal(high, language), language);
