/** What published tables imply of the scores behind them: bounds. */
import { computed, signal } from '@preact/signals';
import type { Answer, ImpliedResult, ImpliedRow } from '../../wasm/index.ts';
import { readings } from './answers.ts';
import { asked } from './second-core.ts';
import { chosen, parameters } from './page.ts';
import { decimalText } from './what-if.ts';

/** The table that a person brought to compare with; null where there is none. */
export const comparedTable = signal<string | null>(null);
/** National mean of the scores behind that table, as typed. */
export const nationalMean = signal('0');
/** Code of a municipality whose score is known, in place of the mean; empty: none. */
export const reference = signal('');
/** Its score as typed; empty: the one at hand. */
export const referenceScore = signal('');

/** What is asked of that table. */
export const impliedAsked = computed(() =>
  comparedTable.value === null
    ? null
    : {
        ...parameters.value,
        table: comparedTable.value,
        readings: readings.value,
        ...(reference.value === ''
          ? { nationalMean: decimalText(nationalMean.value) || '0' }
          : {
              reference: {
                municipality: reference.value,
                ...(referenceScore.value.trim() === ''
                  ? {}
                  : { score: decimalText(referenceScore.value) }),
              },
            }),
      },
);

/** What the table implies for the round at hand. */
export const impliedByTable = computed<Answer<ImpliedResult> | null>(() =>
  impliedAsked.value === null ? null : asked('implied', impliedAsked.value),
);

/** What the figure that someone printed of the chosen municipality implies for its score. */
export const impliedOfChosen = computed<ImpliedRow | null>(() => {
  const row = chosen.value;
  if (row?.published == null) return null;
  const answer = asked('implied', {
    ...parameters.value,
    table: row.published.file,
    nationalMean: '0',
  });
  return answer?.ok === true
    ? (answer.result.municipalities.find(({ code }) => code === row.code) ?? null)
    : null;
});
