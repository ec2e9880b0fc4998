/** Answers of the core about the chosen municipality, asked again when what they rest on changes. */
import { computed, signal } from '@preact/signals';
import type {
  ExplainResult,
  MunicipalityRow,
  ReadFile,
  SensitivityResult,
} from '../../wasm/index.ts';
import { asked } from './second-core.ts';
import { chosen, files, parameters, round } from './page.ts';

/** Tables that take part in a search beside the bundled vintages: a person's own, and the invented. */
export const takingPart = computed<readonly string[]>(() => {
  const { population, scores, vintages } = parameters.value;
  const bundled = new Set(vintages?.map(({ file }) => file));
  const own = [...files.value.map(({ name }) => name), population.file, scores.file];
  return [...new Set(own.filter((name) => !bundled.has(name)))];
});

/** What a person said of a table that they brought to compare with; null: nothing. */
export const tableReading = signal<ReadFile | null>(null);

/** What a person said of the files that they loaded, and of that table. */
export const readings = computed<readonly ReadFile[]>(() => [
  ...files.value
    .filter(({ reading }) => Object.keys(reading).length > 0)
    .map(({ name, reading }) => ({ file: name, ...reading })),
  ...(tableReading.value === null ? [] : [tableReading.value]),
]);

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

/** To how many decimals the scores were rounded, as a person supposes it; empty: as in the file. */
export const scoreUnit = signal('');

/** What is asked of how sure the figure is; null where no municipality is chosen. */
export const certaintyAsked = computed(() =>
  chosen.value === null
    ? null
    : {
        ...parameters.value,
        ...needs.value,
        municipality: chosen.value.code,
        loaded: takingPart.value,
        readings: readings.value,
        ...(scoreUnit.value === '' ? {} : { scoreUnitDecimals: Number(scoreUnit.value) }),
      },
);

const certaintyAnswer = computed(() =>
  certaintyAsked.value === null ? null : asked('sensitivity', certaintyAsked.value),
);

export const certainty = computed<SensitivityResult | null>(() =>
  certaintyAnswer.value?.ok === true ? certaintyAnswer.value.result : null,
);

/** Why there is none: so large a unit would leave a municipality no weight. */
export const certaintyRefusal = computed(() => {
  const answer = certaintyAnswer.value;
  return answer === null || answer.ok ? null : answer;
});

/** The municipalities whose names come nearest to what was typed and is the name of none. */
export function nearestTo(rows: readonly MunicipalityRow[], typed: string): MunicipalityRow[] {
  const answer = asked('explain', { ...parameters.value, municipality: typed });
  if (answer === null) return [];
  if (answer.ok) return rows.filter(({ code }) => code === answer.result.code);
  const names = answer.findings.flatMap(({ code, about }) =>
    code === 'municipality_unknown' || code === 'municipality_ambiguous' ? about.split(', ') : [],
  );
  return names.flatMap((name) => rows.filter((row) => row.name === name));
}
