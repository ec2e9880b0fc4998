/** The results that can be set beside each other: of each round, of loaded files, and those a person kept. */
import { computed, signal } from '@preact/signals';
import type { ChangeSide, InputFile, MergeRequest } from '../../../wasm/index.ts';
import {
  type OwnInputs,
  type Round,
  chosenVintage,
  fileName,
  findRound,
  computedSide,
  printedSide,
  roundParameters,
} from '../../../wasm/rounds/catalogue.ts';
import { asFileName, openReading } from '../../dossier/page-sections.ts';
import { Refused, asRecord, asText, asWhole, registerSection } from '../../dossier/sections.ts';
import { withBringer } from '../../components/Figure.tsx';
import { day } from '../../format.ts';
import {
  bringerOf,
  broughtBy,
  catalogue,
  files,
  hasOwnData,
  language,
  parameters,
  round,
  rounds,
  texts,
} from '../../state/page.ts';
import { keptWishes, plainWish, scenarioOf, wish } from '../../state/what-if.ts';

export interface Side {
  readonly id: string;
  readonly label: string;
  readonly side: ChangeSide;
}

/** A result that a person kept to compare: a round with the inputs that were put in place of its own. */
export interface Kept {
  readonly name: string;
  readonly round: string;
  readonly own: OwnInputs;
}
export const kept = signal<readonly Kept[]>([]);

/** The page's result of now, to be kept under a name. */
export function keptNow(name: string): Kept {
  const { population, scores, need, minors, merge } = parameters.value;
  return {
    name,
    round: round.value.id,
    own: {
      ...(population.status === 'loaded' ? { population } : {}),
      ...(scores.status === 'loaded' ? { scores } : {}),
      ...(need === round.value.need.places ? {} : { need }),
      ...(minors === null || minors === round.value.minors?.places ? {} : { minors }),
      ...(merge === undefined ? {} : { merge }),
    },
  };
}

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
    const printed = printedSide(catalogue, one);
    if (printed !== undefined)
      all.push({
        id: `printed:${one.id}`,
        label: t.printedSide(roundName(one)),
        side: printed,
      });
  }
  if (hasOwnData.value) {
    all.push({
      id: 'now',
      label: withBringer(t.nowSide(round.value.title[language.value]), broughtBy.value),
      side: computedSide(parameters.value),
    });
  }
  const whatIfs = [
    ...(JSON.stringify(wish.value) === JSON.stringify(plainWish)
      ? []
      : [{ name: t.whatIfNow, wish: wish.value }]),
    ...keptWishes.value,
  ];
  for (const [index, whatIf] of whatIfs.entries()) {
    all.push({
      id: `what-if:${index}:${whatIf.name}`,
      label: t.whatIfSide(whatIf.name),
      side: { ...computedSide(parameters.value), scenario: scenarioOf(whatIf) },
    });
  }
  for (const [index, { name, round: id, own }] of kept.value.entries()) {
    const one = findRound(catalogue, id);
    if (one === undefined) continue;
    const by =
      [own.population, own.scores]
        .map((input) => (input === undefined ? null : bringerOf(input.file)))
        .find((each) => each !== null) ?? null;
    all.push({
      id: `kept:${index}`,
      label: withBringer(t.keptSide(name), by),
      side: computedSide(roundParameters(catalogue, one, own)),
    });
  }
  for (const { name, reading, recognised } of files.value)
    if (recognised.ok && recognised.result.kind === 'published')
      all.push({
        id: `file:${name}`,
        label: withBringer(t.fileSide(name), bringerOf(name)),
        side: {
          printed: {
            file: name,
            provinces: round.value.provinces,
            list: fileName(chosenVintage(catalogue, round.value.population)),
            ...reading,
          },
        },
      });
  return all;
});

// Computed, which takes what was printed where it is not known to the place.
const firstChoice = (one: Round | undefined): string => `computed:${one?.id ?? 'example'}`;
const real = rounds.filter(({ invented }) => !invented);
export const fromId = signal(firstChoice(real[1] ?? real[0]));
export const toId = signal(firstChoice(real[0]));

const section = 'comparison';
/** A dossier opens no more. */
export const mostKept = 50;
const mostNeed = 999_999_999;

// A file in a dossier is a person's own, whatever the dossier says of it.
function openInput(saved: unknown): InputFile | undefined {
  if (saved === undefined) return undefined;
  const record = asRecord(saved, section);
  return {
    file: asFileName(record.get('file'), section),
    status: 'loaded',
    ...openReading(Object.fromEntries(record)),
  };
}

function openKept(saved: unknown): Kept {
  const record = asRecord(saved, section);
  const id = asText(record.get('round'), section, 100);
  if (findRound(catalogue, id) === undefined) throw new Refused('section_wrong', section);
  const own = asRecord(record.get('own'), section);
  const merge = own.get('merge');
  return {
    name: asText(record.get('name'), section, 200),
    round: id,
    own: {
      population: openInput(own.get('population')),
      scores: openInput(own.get('scores')),
      need: asWhole(own.get('need'), section, mostNeed),
      minors: asWhole(own.get('minors'), section, mostNeed),
      // The core itself refuses what is not right inside.
      merge:
        merge === undefined
          ? undefined
          : (Object.fromEntries(asRecord(merge, section)) as unknown as MergeRequest),
    },
  };
}

registerSection<readonly Kept[]>({
  name: section,
  work: true,
  read: () => kept.value,
  restore: (state) => {
    kept.value = state;
  },
  save: (state) => (state.length === 0 ? undefined : state),
  open: (saved) => {
    if (saved === undefined) return [];
    if (!Array.isArray(saved) || saved.length > mostKept)
      throw new Refused('section_wrong', section);
    return saved.map(openKept);
  },
});
