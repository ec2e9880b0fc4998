/** Answers of the core about the chosen municipality, asked again when what they rest on changes. */
import { computed } from '@preact/signals';
import type { ExplainResult, SensitivityResult } from '../wasm/index.ts';
import { chosen, core, files, parameters, round } from './state.ts';

/** Tables that take part in a search beside the bundled vintages: a person's own, and the invented. */
export const takingPart = computed<readonly string[]>(() => {
  const { population, scores, vintages } = parameters.value;
  const bundled = new Set(vintages?.map(({ file }) => file));
  const own = [...files.value.map(({ name }) => name), population.file, scores.file];
  return [...new Set(own.filter((name) => !bundled.has(name)))];
});

export const explanation = computed<ExplainResult | null>(() => {
  const row = chosen.value;
  if (row === null || core.value === null) return null;
  const answer = core.value.run('explain', { ...parameters.value, municipality: row.code });
  return answer.ok ? answer.result : null;
});

/** The task of the chosen municipality's province. */
export const provinceExplanation = computed<ExplainResult | null>(() => {
  const row = chosen.value;
  if (row === null || core.value === null) return null;
  const answer = core.value.run('explain', { ...parameters.value, province: row.province });
  return answer.ok ? answer.result : null;
});

// The needs that a round could come to; of a small invented country smaller ones.
const needs = computed(() =>
  round.value.invented
    ? { firstNeed: 400, lastNeed: 1_400 }
    : { firstNeed: 40_000, lastNeed: 140_000 },
);

export const certainty = computed<SensitivityResult | null>(() => {
  const row = chosen.value;
  if (row === null || core.value === null) return null;
  const answer = core.value.run('sensitivity', {
    ...parameters.value,
    ...needs.value,
    municipality: row.code,
    loaded: takingPart.value,
  });
  return answer.ok ? answer.result : null;
});
