/**
 * The second core, in a worker: it has every file, also those that would hold up the page, and answers
 * the same questions. What is asked here is answered by the page's own core at once where that has
 * all files of the question, and else by the worker.
 */
import { computed, signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { bundledFiles } from '../../wasm/rounds/catalogue.ts';
import type { Answer, Finding, Operation, Operations } from '../../wasm/index.ts';
import { brought, catalogue, core, files } from './page.ts';
import { Work, WorkFault } from '../worker/work.ts';

type Parameters<O extends Operation> = Operations[O]['parameters'];
type AnswerOf<O extends Operation> = Answer<Operations[O]['result']>;

let remote: Promise<Work> | null = null;
/** What was put before the cores, for a worker that starts later. */
const held = new Map<
  string,
  { readonly bytes: Uint8Array<ArrayBuffer>; readonly remarks: readonly Finding[] }
>();
/** Names of those that only the worker has. */
const apart = new Set<string>();

async function startRemote(): Promise<Work> {
  const work = await Work.start();
  await work.ask({ ask: 'start', wasm: await boot.wasm });
  for (const { name, bytes } of bundledFiles(catalogue))
    await work.ask({ ask: 'put', name, bytes });
  for (const { name, large } of files.value)
    if (large !== null) await work.ask({ ask: 'read', name, file: large });
  for (const [name, { bytes, remarks }] of held)
    await work.ask({ ask: 'put', name, bytes, remarks });
  return work;
}

/** The worker with its core and all files in it; started again after it was stopped. */
export function remoteCore(): Promise<Work> {
  remote ??= startRemote().catch((fault: unknown) => {
    remote = null;
    throw fault;
  });
  return remote;
}

export function stopRemote(): void {
  void remote?.then((work) => {
    work.stop();
  });
  remote = null;
  forgetAnswers();
}

/**
 * Puts a file before both cores; one that would hold up the page only before that of the worker.
 * @param remarks what was found when it was read from a document
 */
export function put(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  { large = false, remarks = [] }: { large?: boolean; remarks?: readonly Finding[] } = {},
): void {
  held.set(name, { bytes, remarks });
  if (large) apart.add(name);
  else core.value?.put(name, bytes, remarks);
  void remote
    ?.then((work) => work.ask({ ask: 'put', name, bytes, remarks }))
    .catch(() => undefined);
  forgetAnswers();
}

/** Lets the worker read a file that only it gets. */
export function putLarge(name: string, file: Blob): void {
  void remote?.then((work) => work.ask({ ask: 'read', name, file })).catch(() => undefined);
}

export function forget(name: string): void {
  const { [name]: gone, ...others } = brought.value;
  if (gone !== undefined) brought.value = others;
  held.delete(name);
  apart.delete(name);
  core.value?.remove(name);
  void remote?.then((work) => work.ask({ ask: 'remove', name })).catch(() => undefined);
  forgetAnswers();
}

const large = computed(() => files.value.filter((file) => file.large !== null));

/** Whether a question names a file that only the worker has. */
function isRemote(parameters: unknown): boolean {
  const names = [...large.value.map(({ name }) => name), ...apart];
  if (names.length === 0) return false;
  const text = JSON.stringify(parameters);
  return names.some((name) => text.includes(JSON.stringify(name)));
}

const remotely = async <O extends Operation>(
  operation: O,
  parameters: Parameters<O>,
): Promise<AnswerOf<O>> => await (await remoteCore()).ask({ ask: 'run', operation, parameters });

/** The answer to a question that a person waits for; null: the core has not started. */
export async function answered<O extends Operation>(
  operation: O,
  parameters: Parameters<O>,
): Promise<AnswerOf<O> | null> {
  if (isRemote(parameters)) return remotely(operation, parameters);
  return core.value?.run(operation, parameters) ?? null;
}

/** How many answers of the worker are waited for. */
export const awaited = signal(0);
const mostTold = 50;
const told = signal<ReadonlyMap<string, Answer<unknown>>>(new Map());
const underWay = new Set<string>();
let edition = 0;

/** Files changed: what was told rests on those before. */
function forgetAnswers(): void {
  edition += 1;
  underWay.clear();
  if (told.peek().size > 0) told.value = new Map();
}
files.subscribe(forgetAnswers);

const failed = (fault: unknown): Answer<never> => ({
  ok: false,
  error: {
    code: 'out_of_memory',
    about: fault instanceof WorkFault ? fault.code : '',
  },
  findings: [],
  findingCounts: { error: 0, warning: 0, note: 0 },
});

async function tell<O extends Operation>(
  key: string,
  operation: O,
  parameters: Parameters<O>,
): Promise<void> {
  const mine = edition;
  awaited.value += 1;
  const begin = performance.now();
  const answer = await remotely(operation, parameters).catch(failed);
  awaited.value -= 1;
  if (mine !== edition) return;
  underWay.delete(key);
  durations.set(answer, performance.now() - begin);
  told.value = new Map([...[...told.value].slice(1 - mostTold), [key, answer]]);
}

const durations = new WeakMap<object, number>();
/** How long an answer took, in milliseconds. */
export const durationOf = (answer: object): number => durations.get(answer) ?? 0;

/**
 * The answer to a question, for what is computed from signals: at once from the page's own core; null
 * until the worker has told it, and then whatever asked is computed again.
 */
export function asked<O extends Operation>(
  operation: O,
  parameters: Parameters<O>,
): AnswerOf<O> | null {
  if (core.value === null) return null;
  if (!isRemote(parameters)) {
    const begin = performance.now();
    const answer = core.value.run(operation, parameters);
    durations.set(answer, performance.now() - begin);
    return answer;
  }
  const key = JSON.stringify([operation, parameters]);
  const known = told.value.get(key);
  if (known === undefined && !underWay.has(key)) {
    underWay.add(key);
    queueMicrotask(() => void tell(key, operation, parameters));
  }
  return (known ?? null) as AnswerOf<O> | null;
}

/**
 * The same in a component.
 * @param parameters the same object as long as it is the same question; null: nothing is asked
 */
export function useAnswer<O extends Operation>(
  operation: O,
  parameters: Parameters<O> | null,
): AnswerOf<O> | null {
  return useMemo(
    () => computed(() => (parameters === null ? null : asked(operation, parameters))),
    [operation, parameters],
  ).value;
}
