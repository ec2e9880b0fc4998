/** The provincial workspace of the page, and the core's answers to it. */
import { computed, signal } from '@preact/signals';
import { roundDays, roundYear } from '../../../wasm/calendar_days.ts';
import { findRound } from '../../../wasm/catalogue.ts';
import {
  type Edition,
  type ProvincialWorkspace,
  type WorkspaceExchange,
  readWorkspace,
  tableParameters,
} from '../../../wasm/provincial_workspace.ts';
import { type ProvincialReport, provincialReport } from '../../../wasm/provincial_report.ts';
import { catalogue, core, language } from '../../state.ts';

/** Before the core a file of locations has this in front of its name: it is no table of inhabitants. */
const prefix = 'provincie/';

export const workspace = signal<ProvincialWorkspace | null>(null);
/** Files that the workspace names and nobody has opened yet, or null where all is well. */
export const refused = signal<{ readonly missing: readonly string[] } | 'unreadable' | null>(null);
/** Texts of the opened files of locations, by name: saved beside the workspace. */
const opened = new Map<string, Uint8Array<ArrayBuffer>>();

function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const asked = (asking: ProvincialWorkspace, edition: Edition) => ({
  ...tableParameters(asking, edition),
  locations: asking.locations.map((name) => prefix + name),
});

export const table = computed(() =>
  workspace.value === null || core.value === null
    ? null
    : core.value.run('provincial_table', asked(workspace.value, 'confidential')),
);

export const workspaceRound = computed(() =>
  workspace.value === null ? undefined : findRound(catalogue, workspace.value.round),
);

export const calendar = computed(() => {
  const [of, running, shown] = [workspaceRound.value, core.value, language.value];
  if (workspace.value === null || of === undefined || running === null) return null;
  return running.run('calendar', {
    year: roundYear(of),
    today: today(),
    days: [...roundDays(of, shown), ...workspace.value.calendar],
  });
});

/** The report in an edition; null where there is none to make. */
export function reportOf(edition: Edition): ProvincialReport | null {
  const [asking, running, dates] = [workspace.value, core.value, calendar.value];
  if (asking === null || running === null || dates?.ok !== true) return null;
  const answer = running.run('provincial_table', asked(asking, edition));
  return answer.ok
    ? provincialReport(asking, edition, answer.result, dates.result, running.version(), null)
    : null;
}

function open(text: string): void {
  const read = readWorkspace(text);
  if (read === undefined) {
    refused.value = 'unreadable';
    return;
  }
  const missing = read.locations.filter((name) => !opened.has(name));
  if (missing.length > 0) {
    refused.value = { missing };
    return;
  }
  for (const name of read.locations)
    core.value?.put(prefix + name, opened.get(name) ?? new Uint8Array());
  refused.value = null;
  workspace.value = read;
}

/** The files of locations of the opened workspace: kept beside it, because it names them. */
export const locationFiles = (): {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}[] =>
  (workspace.value?.locations ?? []).map((name) => ({
    name,
    bytes: opened.get(name) ?? new Uint8Array(),
  }));

export function openExample(): void {
  opened.set('locations.csv', new TextEncoder().encode(catalogue.exampleProvince.locations));
  open(catalogue.exampleProvince.workspace);
}

/** Opens a workspace with the files of locations that it names, chosen together. */
export async function openFiles(files: readonly File[]): Promise<void> {
  let text = '';
  for (const file of files) {
    if (file.name.endsWith('.json')) text = await file.text();
    else opened.set(file.name, new Uint8Array(await file.arrayBuffer()));
  }
  open(text);
}

export function changeExchanges(exchanges: readonly WorkspaceExchange[]): void {
  if (workspace.value !== null) workspace.value = { ...workspace.value, exchanges };
}
