/** Undo and redo over states that are never changed in place. Pure: the page's signals are elsewhere. */
import { type Section, sameState } from './sections.ts';

/** One step: a section, what it was and what it became. */
export interface Step {
  readonly section: string;
  readonly before: unknown;
  readonly after: unknown;
  /** Milliseconds, to join quick changes of typed text. */
  readonly at: number;
}

export interface History {
  /** Each entry: the steps that happened at once. */
  readonly past: readonly (readonly Step[])[];
  readonly future: readonly (readonly Step[])[];
}

export const noHistory: History = { past: [], future: [] };

const most = 200;
const quick = 1000;

/** Adds what happened; what was undone before can then no longer be redone. */
export function recorded(
  history: History,
  steps: readonly Step[],
  typed: (section: string) => boolean,
): History {
  const last = history.past.at(-1);
  const [step] = steps;
  const [previous] = last ?? [];
  if (
    steps.length === 1 &&
    last?.length === 1 &&
    step !== undefined &&
    previous !== undefined &&
    step.section === previous.section &&
    typed(step.section) &&
    step.at - previous.at < quick
  ) {
    const joined = { ...step, before: previous.before };
    return { past: [...history.past.slice(0, -1), [joined]], future: [] };
  }
  return { past: [...history.past, steps].slice(-most), future: [] };
}

/** The steps between two moments, in the order of the sections. */
export const stepsBetween = (
  sections: readonly Section[],
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
  at: number,
): Step[] =>
  sections
    .filter((section) => !sameState(section, before.get(section.name), after.get(section.name)))
    .map(({ name }) => ({ section: name, before: before.get(name), after: after.get(name), at }));

export interface Move {
  readonly history: History;
  /** What each section becomes. */
  readonly states: ReadonlyMap<string, unknown>;
}

export function undone(history: History): Move | null {
  const steps = history.past.at(-1);
  if (steps === undefined) return null;
  return {
    history: { past: history.past.slice(0, -1), future: [steps, ...history.future] },
    states: new Map(steps.map(({ section, before }) => [section, before])),
  };
}

export function redone(history: History): Move | null {
  const [steps, ...rest] = history.future;
  if (steps === undefined) return null;
  return {
    history: { past: [...history.past, steps], future: rest },
    states: new Map(steps.map(({ section, after }) => [section, after])),
  };
}
