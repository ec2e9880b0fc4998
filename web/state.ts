/** What the page knows: the round, a person's own inputs, and the answer of the core to both. */
import { batch, computed, signal } from '@preact/signals';
import catalogue from 'virtual:catalogue';
import {
  type Answer,
  type AllocationResult,
  type Core,
  type MunicipalityRow,
  type NumberNotation,
  type RecogniseResult,
} from '../wasm/index.ts';
import {
  type OwnInputs,
  type Round,
  bundledFiles,
  findRound,
  newestRound,
  roundParameters,
} from '../wasm/catalogue.ts';
import type { Language } from '../wasm/messages.ts';
import { en } from './texts/en.ts';
import { nl } from './texts/nl.ts';

/** A file that a person loaded, with what it was taken for. */
export interface LoadedFile {
  readonly name: string;
  /** As the person brought it: a dossier keeps these, and undo brings them back. */
  readonly bytes: Uint8Array;
  readonly recognised: Answer<RecogniseResult>;
  readonly notation: NumberNotation | null;
}

export type Theme = 'auto' | 'light' | 'dark';

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
export const round = signal<Round>(newestRound(catalogue));
export const files = signal<readonly LoadedFile[]>([]);
export const ownNeed = signal<number | undefined>(undefined);
export const ownMinors = signal<number | undefined>(undefined);
export const chosenCode = signal<string | null>(null);
/** Which of the page's views is shown; `views/index.ts` lists them. */
export type View = 'municipality' | 'country' | 'input' | 'dossier';
export const view = signal<View>('municipality');
/** Said to screen readers, politely. */
export const announcement = signal('');

/** Newest real round first; the practice round last. */
export const rounds = [...catalogue.rounds].sort(
  (a, b) => Number(a.invented) - Number(b.invented) || b.referenceDay.localeCompare(a.referenceDay),
);

const kindOf = (file: LoadedFile): RecogniseResult['kind'] =>
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
        ...(file.notation === null ? {} : { notation: file.notation }),
      };

export const parameters = computed(() =>
  roundParameters(catalogue, round.value, {
    population: asInput(serving('population')),
    scores: asInput(serving('scores')),
    need: ownNeed.value,
    minors: ownMinors.value,
  }),
);

export const answer = computed<Answer<AllocationResult> | null>(
  () => core.value?.allocate(parameters.value) ?? null,
);

/** The allocation that may be shown; null while loading and while the input has errors. */
export const result = computed<AllocationResult | null>(() => {
  const unread = files.value.some((file) => !file.recognised.ok || kindOf(file) === 'unknown');
  return !unread && answer.value?.ok === true ? answer.value.result : null;
});

export const chosen = computed<MunicipalityRow | null>(
  () => result.value?.municipalities.find((row) => row.code === chosenCode.value) ?? null,
);

export const hasOwnData = computed(
  () => files.value.length > 0 || ownNeed.value !== undefined || ownMinors.value !== undefined,
);

export function start(started: Core): void {
  for (const { name, bytes } of bundledFiles(catalogue)) started.put(name, bytes);
  core.value = started;
}

/** A name that no other file has: a bundled vintage is never replaced by a person's file. */
function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  let number = 2;
  while (taken.includes(`${number}-${name}`)) number += 1;
  return `${number}-${name}`;
}

/** A file that is no table but is opened all the same, such as a dossier. */
export interface OtherDocument {
  readonly recognises: (bytes: Uint8Array) => boolean;
  readonly open: (file: { readonly name: string; readonly bytes: Uint8Array }) => Promise<void>;
}
const otherDocuments: OtherDocument[] = [];
export function registerDocument(document: OtherDocument): void {
  otherDocuments.push(document);
}

/** Takes a person's files in: tables go before the core, other documents where they belong. */
export async function load(chosenFiles: Iterable<File>): Promise<void> {
  const running = core.value;
  if (running === null) return;
  for (const file of chosenFiles) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const document = otherDocuments.find(({ recognises }) => recognises(bytes));
    if (document === undefined) files.value = [...files.value, admit(file.name, bytes, null)];
    else await document.open({ name: file.name, bytes });
  }
}

/** Puts a table before the core under a name that is free. */
export function admit(
  wanted: string,
  bytes: Uint8Array,
  notation: NumberNotation | null,
): LoadedFile {
  const running = core.value;
  if (running === null) throw new Error('the core has not started');
  const name = freeName(wanted, running.files());
  running.put(name, bytes);
  return { name, bytes, recognised: running.recognise({ file: name }), notation };
}

/** Puts files back as they were (undo, redo): those that are no longer there go, the others come. */
export function putBack(next: readonly LoadedFile[]): void {
  for (const file of files.value) if (!next.includes(file)) core.value?.remove(file.name);
  for (const file of next) if (!files.value.includes(file)) core.value?.put(file.name, file.bytes);
  files.value = next;
}

export function unload(name: string): void {
  putBack(files.value.filter((file) => file.name !== name));
}

export function read(name: string, notation: NumberNotation): void {
  files.value = files.value.map((file) => (file.name === name ? { ...file, notation } : file));
}

/** Leaves out every input of the person; the round's own take their places. */
export function reset(): void {
  batch(() => {
    putBack([]);
    ownNeed.value = undefined;
    ownMinors.value = undefined;
  });
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
