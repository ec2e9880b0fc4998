/** Of a computed number or range: what it follows from, in a sentence. */
import type { AllocationResult, MunicipalityRow } from '../../../wasm/index.ts';
import { language, round, texts } from '../../state/page.ts';

export function computedSentence(of: AllocationResult, row: MunicipalityRow): string {
  const t = texts.value.answer.basis;
  const { basis } = of;
  if (round.value.invented && basis === 'own_input') return t.invented;
  if (basis === 'derived')
    return (row.total.places === null ? t.derivedRange : t.derivedNumber)(
      round.value.title[language.value],
    );
  return t[basis];
}
