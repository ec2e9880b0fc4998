/** Undo, redo, saving and opening over the sections of the page, and the warning before leaving. */
import { batch, computed, effect, signal } from '@preact/signals';
import { registerDocument } from '../state/inputs.ts';
import { core } from '../state/page.ts';
import { saveFile } from '../page/save.ts';
import { type OpenedDossier, looksLikeDossier, readDossier, writeDossier } from './format.ts';
import {
  type History,
  type Move,
  noHistory,
  recorded,
  redone,
  stepsBetween,
  undone,
} from './history.ts';
import { Refused, allSections, closeSections, sameState } from './sections.ts';

type States = ReadonlyMap<string, unknown>;

const states = computed<States>(
  () => new Map(allSections().map((section) => [section.name, section.read()])),
);
const history = signal<History>(noHistory);
/** As it was at the start, or when it was last saved or opened. */
const kept = signal<States>(new Map());

export const canUndo = computed(() => history.value.past.length > 0);
export const canRedo = computed(() => history.value.future.length > 0);

export const unsaved = computed(() =>
  allSections().some(
    (section) =>
      section.work &&
      !sameState(section, kept.value.get(section.name), states.value.get(section.name)),
  ),
);

let present: States = new Map();
let moving = false;
const isTyped = (name: string): boolean =>
  allSections().find((section) => section.name === name)?.typed === true;

/** From here on what a person does can be undone. Called once, when every area has its sections. */
export function startHistory(): void {
  closeSections();
  present = states.value;
  kept.value = present;
  effect(() => {
    const now = states.value;
    const steps = stepsBetween(allSections(), present, now, performance.now());
    present = now;
    if (moving || steps.length === 0) return;
    history.value = recorded(history.peek(), steps, isTyped);
  });
  const ask = (event: BeforeUnloadEvent): void => {
    event.preventDefault();
  };
  effect(() => {
    if (unsaved.value) addEventListener('beforeunload', ask);
    else removeEventListener('beforeunload', ask);
  });
}

function restore(next: States): void {
  moving = true;
  try {
    batch(() => {
      for (const section of allSections())
        if (next.has(section.name)) section.restore(next.get(section.name));
    });
  } finally {
    moving = false;
  }
}

function go(move: Move | null): boolean {
  if (move === null) return false;
  restore(move.states);
  history.value = move.history;
  return true;
}
/** @returns whether there was something to undo */
export const undo = (): boolean => go(undone(history.value));
export const redo = (): boolean => go(redone(history.value));

/** The day on this computer's clock, YYYY-MM-DD. */
export const today = (): string => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
};

export function saveDossier(withFiles: boolean): void {
  const version = core.value?.version() ?? { version: '', commit: '' };
  const text = writeDossier(
    allSections(),
    states.value,
    { withFiles },
    {
      version: version.version,
      commit: version.commit,
      day: today(),
    },
  );
  saveFile(`spreidingswijzer-dossier-${today()}.json`, text, 'application/json');
  kept.value = states.value;
}

/** A section as it is now stands in a file of its own: leaving loses nothing of it. */
export function keptApart(name: string): void {
  kept.value = new Map(kept.value).set(name, states.value.get(name));
}

/** What came of opening: a dossier, or why it was refused. */
export type Opening =
  | { readonly ok: true; readonly name: string; readonly dossier: OpenedDossier }
  | { readonly ok: false; readonly name: string; readonly refused: Refused };
export const opening = signal<Opening | null>(null);

export async function openDossier(file: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): Promise<void> {
  try {
    const dossier = await readDossier(file.bytes, allSections());
    // One step, so that opening by mistake can be undone.
    batch(() => {
      for (const section of allSections()) section.restore(dossier.states.get(section.name));
    });
    kept.value = states.value;
    opening.value = { ok: true, name: file.name, dossier };
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault;
    opening.value = { ok: false, name: file.name, refused: fault };
  }
}

registerDocument({ recognises: looksLikeDossier, open: openDossier });
