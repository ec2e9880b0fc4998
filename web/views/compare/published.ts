/** The published table that a person brought, and what the core says of it. */
import { computed, signal } from '@preact/signals';
import type { Answer, CompareResult, ReproduceResult } from '../../../wasm/index.ts';
import { takingPart } from '../../answers.ts';
import { core, parameters } from '../../state.ts';

/** Name under which the core has the table; null where there is none. */
export const table = signal<string | null>(null);
/** What it is called on the page. */
export const tableTitle = signal('');

const ownName = 'gepubliceerd/tabel.csv';

/** Hands a table to the core; an earlier one is replaced. */
export function bring(bytes: Uint8Array, title: string): void {
  core.value?.put(ownName, bytes);
  // Again under the same name: the answers must be asked anew.
  table.value = null;
  table.value = ownName;
  tableTitle.value = title;
}

/** A table that the core has already: the figures of the round. */
export function bringKnown(name: string, title: string): void {
  table.value = name;
  tableTitle.value = title;
}

export function takeAway(): void {
  table.value = null;
  core.value?.remove(ownName);
}

export const comparison = computed<Answer<CompareResult> | null>(() =>
  table.value === null || core.value === null
    ? null
    : core.value.run('compare', {
        ...parameters.value,
        table: table.value,
        loaded: takingPart.value,
      }),
);

export interface TimedReproduction {
  readonly result: ReproduceResult;
  readonly milliseconds: number;
}

export const reproduction = computed<TimedReproduction | null>(() => {
  if (table.value === null || core.value === null) return null;
  const begin = performance.now();
  const answer = core.value.run('reproduce', {
    ...parameters.value,
    table: table.value,
    loaded: takingPart.value,
  });
  return answer.ok ? { result: answer.result, milliseconds: performance.now() - begin } : null;
});
