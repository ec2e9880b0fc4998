/** Answers of the core about the chosen municipality, asked again when what they rest on changes. */
import { computed } from '@preact/signals';
import type { ExplainResult, ReadFile, SensitivityResult } from '../wasm/index.ts';
import { asked } from './remote.ts';
import { chosen, files, parameters, round } from './state.ts';

/** Tables that take part in a search beside the bundled vintages: a person's own, and the invented. */
export const takingPart = computed<readonly string[]>(() => {
  const { population, scores, vintages } = parameters.value;
  const bundled = new Set(vintages?.map(({ file }) => file));
  const own = [...files.value.map(({ name }) => name), population.file, scores.file];
  return [...new Set(own.filter((name) => !bundled.has(name)))];
});

/** What a person said of the files that they loaded. */
export const readings = computed<readonly ReadFile[]>(() =>
  files.value
    .filter(({ reading }) => Object.keys(reading).length > 0)
    .map(({ name, reading }) => ({ file: name, ...reading })),
);

export const explanation = computed<ExplainResult | null>(() => {
  const row = chosen.value;
  if (row === null) return null;
  const answer = asked('explain', { ...parameters.value, municipality: row.code });
  return answer?.ok === true ? answer.result : null;
});

/** The task of the chosen municipality's province. */
export const provinceExplanation = computed<ExplainResult | null>(() => {
  const row = chosen.value;
  if (row === null) return null;
  const answer = asked('explain', { ...parameters.value, province: row.province });
  return answer?.ok === true ? answer.result : null;
});

// The needs that a round could come to; of a small invented country smaller ones.
const needs = computed(() =>
  round.value.invented
    ? { firstNeed: 400, lastNeed: 1_400 }
    : { firstNeed: 40_000, lastNeed: 140_000 },
);

export const certainty = computed<SensitivityResult | null>(() => {
  const row = chosen.value;
  if (row === null) return null;
  const answer = asked('sensitivity', {
    ...parameters.value,
    ...needs.value,
    municipality: row.code,
    loaded: takingPart.value,
    readings: readings.value,
  });
  return answer?.ok === true ? answer.result : null;
});
