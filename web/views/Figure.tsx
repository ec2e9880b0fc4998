import type { Basis, Figure, PerThousand } from '../../wasm/index.ts';
import { decimal, whole } from '../format.ts';
import { language, result, round, texts } from '../state.ts';

/** A figure in words that a screen reader reads rightly: a number, or "tussen 115 en 145". */
export function figureText(figure: Figure): string {
  if (figure.places !== null) return whole(figure.places, language.value);
  return texts.value.between(
    whole(figure.low ?? 0, language.value),
    whole(figure.high ?? 0, language.value),
  );
}

export function perThousandText(rate: PerThousand): string {
  if (rate.value !== null) return decimal(rate.value, language.value);
  return texts.value.between(
    decimal(rate.low ?? '', language.value),
    decimal(rate.high ?? '', language.value),
  );
}

/** On what a figure rests, in words; what is invented is said to be. */
export const basisName = (basis: Basis): string =>
  round.value.invented && basis === 'own_input'
    ? texts.value.basis.invented
    : texts.value.basis[basis];

/** On what the shown figures rest, in words. */
export const basisText = (): string => basisName(result.value?.basis ?? 'estimate');
