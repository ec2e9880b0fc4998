/** The results that can be set beside each other: of each round, of loaded files, and those a person kept. */
import { computed, signal } from '@preact/signals';
import type { AllocateParameters, ChangeSide } from '../../../wasm/index.ts';
import {
  type Round,
  chosenVintage,
  fileName,
  findVintage,
  roundParameters,
} from '../../../wasm/catalogue.ts';
import { day } from '../../format.ts';
import {
  catalogue,
  files,
  hasOwnData,
  language,
  parameters,
  round,
  rounds,
  texts,
} from '../../state.ts';

export interface Side {
  readonly id: string;
  readonly label: string;
  readonly side: ChangeSide;
}

/** A result that a person kept to compare, such as a what-if. */
export interface Kept {
  readonly name: string;
  readonly parameters: AllocateParameters;
}
export const kept = signal<readonly Kept[]>([]);

const computedSide = (asked: AllocateParameters): ChangeSide => {
  const { published: _published, csv: _csv, ...inputs } = asked;
  return { computed: inputs };
};

/** "Ronde 2026: plekken op 1 januari 2027; besluit voor 2027 en 2028". */
export const roundName = (one: Round): string =>
  texts.value.roundLabel(
    one.title[language.value],
    day(one.referenceDay, language.value),
    one.covers[0],
    one.covers[1],
  );

export const sides = computed<readonly Side[]>(() => {
  const t = texts.value.change;
  const all: Side[] = [];
  for (const one of rounds) {
    all.push({
      id: `computed:${one.id}`,
      label: t.computedSide(roundName(one)),
      side: computedSide(roundParameters(catalogue, one)),
    });
    const printed = one.published === null ? undefined : findVintage(catalogue, one.published);
    if (printed !== undefined) {
      all.push({
        id: `printed:${one.id}`,
        label: t.printedSide(roundName(one)),
        side: { printed: { file: fileName(printed), provinces: one.provinces } },
      });
    }
  }
  if (hasOwnData.value) {
    all.push({
      id: 'now',
      label: t.nowSide(round.value.title[language.value]),
      side: computedSide(parameters.value),
    });
  }
  for (const [index, { name, parameters: asked }] of kept.value.entries())
    all.push({ id: `kept:${index}`, label: t.keptSide(name), side: computedSide(asked) });
  for (const { name, recognised } of files.value)
    if (recognised.ok && recognised.result.kind === 'published')
      all.push({
        id: `file:${name}`,
        label: t.fileSide(name),
        side: { printed: { file: name, provinces: round.value.provinces } },
      });
  return all;
});

/** Computed where the scores are official, else what was printed. */
function firstChoice(one: Round | undefined): string {
  if (one === undefined) return 'computed:example';
  const estimated = chosenVintage(catalogue, one.scores).status === 'estimate';
  return estimated && one.published !== null ? `printed:${one.id}` : `computed:${one.id}`;
}
const real = rounds.filter(({ invented }) => !invented);
export const fromId = signal(firstChoice(real[1] ?? real[0]));
export const toId = signal(firstChoice(real[0]));
