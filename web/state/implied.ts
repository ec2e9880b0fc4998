/** What published tables imply: scores within bounds, and ranges for a round whose scores are missing. */
import { computed, signal } from '@preact/signals';
import { type Round, roundParameters } from '../../wasm/rounds/catalogue.ts';
import type { Answer, CarriedRow, ImpliedResult, ImpliedRow } from '../../wasm/index.ts';
import { readings } from './answers.ts';
import { asked } from './second-core.ts';
import { catalogue, chosen, files, parameters, round, rounds } from './page.ts';
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

export interface Derived {
  /** The table that stands in for the scores. */
  readonly table: string;
  /** The round that it is of: the one whose need its figures add up to. */
  readonly of: Round;
  readonly rows: ReadonlyMap<string, CarriedRow>;
}

/**
 * A complete table of an earlier round that a person loaded, carried to the round at hand under
 * unchanged scores. The core refuses a table that is not complete or that adds up to another need.
 */
export const derived = computed<Derived | null>(() => {
  if (round.value.invented) return null;
  const own = files.value
    .filter(({ recognised }) => recognised.ok && recognised.result.kind === 'published')
    .map(({ name }) => name);
  const tables = comparedTable.value === null ? own : [...own, comparedTable.value];
  const others = rounds.filter(
    (other) =>
      !other.invented &&
      other.id !== round.value.id &&
      other.referenceDay < round.value.referenceDay,
  );
  const { population, need } = parameters.value;
  for (const table of tables) {
    for (const of of others) {
      const answer = asked('implied', {
        ...roundParameters(catalogue, of),
        table,
        readings: readings.value,
        carryTo: { population: population.file, need },
      });
      if (answer?.ok === true && answer.result.carried !== null)
        return {
          table,
          of,
          rows: new Map(answer.result.carried.municipalities.map((row) => [row.code, row])),
        };
    }
  }
  return null;
});
