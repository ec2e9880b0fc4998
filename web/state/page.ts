/** What the page knows: the round, a person's own inputs, and the answer of the core to both. */
import { batch, computed, signal } from '@preact/signals';
import catalogue from 'virtual:catalogue';
import type {
  Answer,
  AllocationResult,
  Core,
  FileReading,
  Hand,
  InspectResult,
  MergeRequest,
  MunicipalityRow,
  NumberKind,
  PrintedFile,
} from '../../wasm/index.ts';
import {
  type OwnInputs,
  type Round,
  bundledFiles,
  changesFile,
  chosenVintage,
  fileName,
  findRound,
  newestRound,
  roundParameters,
} from '../../wasm/rounds/catalogue.ts';
import type { Language } from '../../wasm/words/messages.ts';
import type { KnownSpellings } from '../../wasm/words/municipality-names.ts';
import { rememberDays } from '../format.ts';
import type { ConvertedDocument } from '../worker/protocol.ts';
import { en } from '../texts/en.ts';
import { nl } from '../texts/nl.ts';
import { rememberSpellings } from './search.ts';

/** The document that a table was taken from. */
export interface Origin {
  /** Its name before the core. */
  readonly name: string;
  /** As the person brought it. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly document: ConvertedDocument;
  /** Index of the table; or the whole, read as a published distribution. */
  readonly table: number | 'distribution';
}

/** What a person said about reading a file, where its cells leave it open. */

/** A file that a person loaded, with what it was taken for. */
export interface LoadedFile {
  /** As the core knows it; of a document the table: `inwoners.xlsx#Blad1`. */
  readonly name: string;
  /** As the core has them: a dossier keeps these, and undo brings them back. Of a large file none. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly recognised: Answer<InspectResult>;
  readonly reading: FileReading;
  /** The file itself, where it would hold up the page: then a worker computes with it. */
  readonly large: Blob | null;
  readonly origin: Origin | null;
  /** What somebody else put it in, where the person did not choose it. */
  readonly broughtBy: Bringer | null;
}

/** A file that came with a link or in a dossier: nobody here has seen where it is from. */
export type Bringer = 'link' | 'dossier';

export type Theme = 'auto' | 'light' | 'dark';

rememberDays(catalogue.days);

// Only these two are kept between visits; a browser may refuse even that on file://.
const kept = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};
export const keep = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Then it is forgotten, which harms nobody.
  }
};

export const language = signal<Language>(kept('language') === 'en' ? 'en' : 'nl');
const keptTheme = kept('theme');
export const theme = signal<Theme>(
  keptTheme === 'light' || keptTheme === 'dark' ? keptTheme : 'auto',
);
export const texts = computed(() => (language.value === 'nl' ? nl : en));

export const core = signal<Core | null>(null);
/** What municipalities and provinces are called. */
export const spellings = signal<KnownSpellings>([]);
export const round = signal<Round>(newestRound(catalogue));
export const files = signal<readonly LoadedFile[]>([]);
export const ownNeed = signal<number | undefined>(undefined);
export const ownMinors = signal<number | undefined>(undefined);
/** Whether former municipalities are combined into those of the round: only where a person asked. */
export const merging = signal(false);
/** Of a divided municipality how many of its inhabitants went where, as a person entered it. */
export type Division = Readonly<Record<string, number>>;
/** By the code of the divided municipality, then by that of the one it went to. */
export const divisions = signal<Readonly<Record<string, Division>>>({});

/** What the core is asked about former municipalities; nothing where nobody asked to combine them. */
export const mergeRequest = computed<MergeRequest | undefined>(() =>
  merging.value
    ? {
        changes: changesFile,
        parts: Object.entries(divisions.value).flatMap(([from, division]) =>
          Object.entries(division).map(([into, inhabitants]) => ({ from, into, inhabitants })),
        ),
      }
    : undefined,
);
export const chosenCode = signal<string | null>(null);
/** The province that the country is shown of; empty: all. */
export const shownProvince = signal('');
/** The rooms of the page, in the order of the navigation. */
export const rooms = ['municipality', 'country', 'compare', 'table'] as const;
export type Room = (typeof rooms)[number];
/** What can be done with what a room shows; each opens beside the room, and the room stays. */
export const panels = ['input', 'share', 'report', 'proof', 'dossier', 'help'] as const;
export type Panel = (typeof panels)[number];
/** A room or a panel, by the name that links and buttons give it. */
export type View = Room | Panel;
export const isRoom = (name: string): name is Room => (rooms as readonly string[]).includes(name);
export const isView = (name: string): name is View =>
  isRoom(name) || (panels as readonly string[]).includes(name);
export const room = signal<Room>('municipality');
/** null: none is open. */
export const panel = signal<Panel | null>(null);

/** Goes to a room, and closes the panel; or opens a panel beside the room. */
export function show(name: View): void {
  batch(() => {
    panel.value = isRoom(name) ? null : name;
    if (isRoom(name)) room.value = name;
    // The annex is that of the municipality in view.
    else if (name === 'report') room.value = 'municipality';
  });
}

/** These two are sheets of their own: what is printed is them, and not the room behind them. */
export const sheets: ReadonlySet<Panel> = new Set(['report', 'proof']);
/** What a printer would be given. */
export const printedView = computed<View>(() =>
  panel.value !== null && sheets.has(panel.value) ? panel.value : room.value,
);
/** Said to screen readers, politely. */
export const announcement = signal('');

/** Newest real round first; the practice round last. In the catalogue the oldest comes first. */
export const rounds = [
  ...catalogue.rounds.filter(({ invented }) => !invented).reverse(),
  ...catalogue.rounds.filter(({ invented }) => invented),
];

export const kindOf = (file: LoadedFile): InspectResult['kind'] =>
  file.recognised.ok ? file.recognised.result.kind : 'unknown';

/** The last loaded file that can serve for this; a file that cannot be read serves for nothing. */
export function serving(what: 'population' | 'scores'): LoadedFile | undefined {
  return files.value.findLast((file) => [what, 'population_and_scores'].includes(kindOf(file)));
}

const asInput = (file: LoadedFile | undefined): OwnInputs['population'] =>
  file === undefined
    ? undefined
    : {
        file: file.name,
        status: 'loaded',
        ...file.reading,
      };

/** What a person said of a printed table that they brought: it then stands beside the round's own. */
export interface BroughtPrint {
  readonly number: NumberKind;
  readonly hand: Hand;
  /** What the page calls it. */
  readonly title: string;
  /** The round it was said to be of. */
  readonly round: string;
  /** A dossier says it, and nobody here said so too. */
  readonly by?: Bringer;
}
/** By the name under which the core has the table. */
export const brought = signal<Readonly<Record<string, BroughtPrint>>>({});

/** The brought tables of a round, as the core is told of them: those that the person loaded, and said so of. */
export const printedIn = (of: Round): PrintedFile[] =>
  Object.entries(brought.value)
    .filter(
      ([file, print]) =>
        print.round === of.id &&
        print.by === undefined &&
        bringerOf(file) === null &&
        core.value?.files().includes(file) === true,
    )
    .map(([file, { number, hand, title }]) => ({ file, number, hand, source: title }));

/** What a person asks for: the round, with his own files and numbers in it. */
export const askedParameters = computed(() =>
  roundParameters(catalogue, round.value, {
    population: asInput(serving('population')),
    scores: asInput(serving('scores')),
    need: ownNeed.value,
    minors: ownMinors.value,
    merge: mergeRequest.value,
    printed: printedIn(round.value),
  }),
);

/** Whether a file takes part that only a worker can compute with. */
export const usesLarge = computed(() => {
  const { population, scores } = askedParameters.value;
  return files.value.some(
    ({ large, name }) => large !== null && (name === population.file || name === scores.file),
  );
});
/** The worker's answer to the parameters as they stand; null until it comes. */
export const remoteAnswer = signal<Answer<AllocationResult> | null>(null);

/** What comes of a person's own files and numbers, with everything that was found in them. */
export const ownAnswer = computed<Answer<AllocationResult> | null>(() =>
  usesLarge.value ? remoteAnswer.value : (core.value?.allocate(askedParameters.value) ?? null),
);

/** A file that serves for nothing, whatever the others are. */
export const isUnread = (file: LoadedFile): boolean =>
  !file.recognised.ok || kindOf(file) === 'unknown';

/** Whether nothing can be computed with what a person brought; then the figures are those without it. */
export const isStopped = computed(
  () => hasOwnData.value && (files.value.some(isUnread) || ownAnswer.value?.ok === false),
);

/** What the figures that are shown rest on. */
export const parameters = computed(() =>
  isStopped.value
    ? roundParameters(catalogue, round.value, { printed: printedIn(round.value) })
    : askedParameters.value,
);

export const answer = computed<Answer<AllocationResult> | null>(() =>
  isStopped.value ? (core.value?.allocate(parameters.value) ?? null) : ownAnswer.value,
);

/** The allocation that is shown; null while it is being computed. */
export const result = computed<AllocationResult | null>(() =>
  answer.value?.ok === true ? answer.value.result : null,
);

/** What brought a file that the shown figures rest on; null: the person loaded each. */
export const broughtBy = computed<Bringer | null>(() => {
  if (isStopped.value) return null;
  const inputs = [serving('population'), serving('scores')];
  return inputs.find((file) => file !== undefined && file.broughtBy !== null)?.broughtBy ?? null;
});

/** What brought a file by its name before the core. */
export const bringerOf = (name: string): Bringer | null =>
  files.value.find((file) => file.name === name)?.broughtBy ?? null;

/** How many municipalities the round has. */
export const municipalityCount = computed(
  () => chosenVintage(catalogue, round.value.population).municipalities,
);

export const chosen = computed<MunicipalityRow | null>(() => {
  const code = chosenCode.value;
  if (code === null) return null;
  return result.value?.municipalities.find((row) => row.code === code) ?? null;
});

export const hasOwnData = computed(
  () => files.value.length > 0 || ownNeed.value !== undefined || ownMinors.value !== undefined,
);

export function start(started: Core): void {
  for (const { name, bytes } of bundledFiles(catalogue)) started.put(name, bytes);
  const round = newestRound(catalogue);
  const answer = started.run('find_municipalities', {
    municipalities: fileName(chosenVintage(catalogue, round.population)),
    provinces: round.provinces,
    names: [],
    spellings: true,
  });
  if (answer.ok) {
    spellings.value = answer.result.spellings;
    rememberSpellings(answer.result.spellings);
  }
  core.value = started;
}

export function chooseRound(id: string): void {
  const found = findRound(catalogue, id);
  if (found === undefined) return;
  batch(() => {
    round.value = found;
    ownNeed.value = undefined;
    ownMinors.value = undefined;
  });
}

export { catalogue };
