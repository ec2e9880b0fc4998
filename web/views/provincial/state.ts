/**
 * The provincial table as the page keeps it: all of a person's work is in `tableState`, in plain values
 * that are never changed in place, and everything else here follows from it.
 */
import { lookUp } from '../../../wasm/contract/look-up.ts';
import { computed, signal } from '@preact/signals';
import { roundDays, roundYear } from '../../../wasm/rounds/calendar-days.ts';
import { findRound } from '../../../wasm/rounds/catalogue.ts';
import type {
  AllocationResult,
  Answer,
  Core,
  ProvincialTableResult,
  PublicEditionResult,
} from '../../../wasm/index.ts';
import {
  type CompleteWorkspace,
  type Edition,
  type ProvincialWorkspace,
  type WorkspaceExchange,
  innerTables,
  isComplete,
  publicParameters,
  tableParameters,
  withEdition,
} from '../../../wasm/province/workspace.ts';
import { municipalitiesCalled } from '../../../wasm/province/municipalities.ts';
import { openWorkspace } from '../../../wasm/province/workspace-file.ts';
import { housingAnswer, remainderQuestion } from '../../../wasm/province/questions.ts';
import { type ProvincialReport, provincialReport } from '../../../wasm/province/report.ts';
import { eachPlace } from '../../../wasm/words/messages.ts';
import { fromBase64, sha256, toBase64 } from '../../dossier/base64.ts';
import { keptApart } from '../../dossier/work.ts';
import { catalogue, core, language, round } from '../../state/page.ts';
import { spokenName } from '../../state/search.ts';

export interface TableState {
  readonly workspace: ProvincialWorkspace | null;
  /** Files with locations by name, their bytes in base64. */
  readonly files: Readonly<Record<string, string>>;
}

export const tableState = signal<TableState>({ workspace: null, files: {} });

export const workspace = computed(() => tableState.value.workspace);
/** Files that the workspace names and nobody has opened yet, or null where all is well. */
export const refused = signal<
  | { readonly missing: readonly string[] }
  | { readonly newer: number }
  | { readonly name: string }
  | { readonly part: string }
  | 'unreadable'
  | null
>(null);

/** Changes the opened workspace; without one there is nothing to change. */
export function change(part: Partial<ProvincialWorkspace>): void {
  const { workspace: present, files } = tableState.value;
  if (present !== null) tableState.value = { workspace: { ...present, ...part }, files };
}

export function changeExchanges(exchanges: readonly WorkspaceExchange[]): void {
  change({ exchanges });
}

function clockDay(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** One day for all that is made: after midnight the name of a file and what is in it change together. */
const presentDay = signal(clockDay());
if (typeof document !== 'undefined')
  setInterval(() => {
    presentDay.value = clockDay();
  }, 30_000);

export const today = (): string => presentDay.value;

/** A core for the table alone: a file of locations may be called as one of inhabitants is. */
export const ownCore = computed(() => core.value?.apart() ?? null);

const bytesOf = (files: TableState['files'], name: string): Uint8Array<ArrayBuffer> =>
  fromBase64(lookUp(files, name) ?? '') ?? new Uint8Array();

/** What the core was given last under each name: a table that is still the same is not read anew. */
let given = new Map<string, readonly unknown[]>();
let givenTo: Core | null = null;

const isSame = (one: readonly unknown[] | undefined, other: readonly unknown[]): boolean =>
  one?.length === other.length && other.every((each, at) => Object.is(one[at], each));

/** Hands the core what changed: the files of the workspace, and what was typed in. */
function handOver(to: Core, of: ProvincialWorkspace, files: TableState['files']): void {
  if (givenTo !== to) given = new Map();
  givenTo = to;
  const before = given;
  given = new Map();
  const hand = (name: string, from: readonly unknown[], bytes: () => Uint8Array): void => {
    if (!isSame(before.get(name), from)) to.put(name, bytes());
    given.set(name, from);
  };
  for (const name of of.locations) hand(name, [lookUp(files, name)], () => bytesOf(files, name));
  for (const { name, from, text } of innerTables(of))
    hand(name, from, () => new TextEncoder().encode(text()));
  for (const name of before.keys()) if (!given.has(name)) to.remove(name);
}

/** The workspace, where every indicative share is known. */
export const completeWorkspace = computed<CompleteWorkspace | null>(() =>
  workspace.value !== null && isComplete(workspace.value) ? workspace.value : null,
);

/** The core with the tables of the workspace handed over; null where there is nothing to ask. */
function asking(): { readonly running: Core; readonly of: CompleteWorkspace } | null {
  const [of, running] = [completeWorkspace.value, ownCore.value];
  if (of === null || running === null) return null;
  handOver(running, of, tableState.value.files);
  return { running, of };
}

export const table = computed<Answer<ProvincialTableResult> | null>(() => {
  const asked = asking();
  const answer = asked?.running.run('provincial_table', tableParameters(asked.of));
  // Each wrong cell is marked where it stands.
  return answer === undefined ? null : { ...answer, findings: eachPlace(answer.findings) };
});

/** Made when it is looked at, not at every edit. */
export const publicEdition = computed<Answer<PublicEditionResult> | null>(() => {
  const asked = asking();
  return asked?.running.run('public_edition', publicParameters(asked.of)) ?? null;
});

/** The public edition leaves the house: what it printed is kept, for the editions after it. */
export function keepEdition(): void {
  const asked = asking();
  const record = asked?.running.run('edition_record', publicParameters(asked.of));
  if (asked === null || record?.ok !== true) return;
  const { workspace: present, files } = tableState.value;
  if (present === null) return;
  const kept = withEdition(present, record.result, today());
  if (kept !== present) tableState.value = { workspace: kept, files };
}

export const workspaceRound = computed(() =>
  workspace.value === null ? undefined : findRound(catalogue, workspace.value.round),
);

const ownDays = computed(() => workspace.value?.calendar);

export const calendar = computed(() => {
  const [of, own, running, shown] = [
    workspaceRound.value,
    ownDays.value,
    core.value,
    language.value,
  ];
  if (own === undefined || of === undefined || running === null) return null;
  return running.run('calendar', {
    year: roundYear(of),
    today: today(),
    days: [...roundDays(of, shown, catalogue), ...own],
  });
});

/** Housing targets of the workspace; null where nobody gave a half-year. */
export const housing = computed(() => {
  const [of, running] = [workspace.value, core.value];
  return of === null || running === null ? null : housingAnswer(running, catalogue, of, today());
});

/** Places for Ukraine that are there, and status holders housed: counted by the same books. */
export const realised = computed(() => {
  const [of, running] = [workspace.value, core.value];
  if (of === null || running === null) return [];
  const answer = running.run('provincial_table', {
    municipalities: of.municipalities.map(
      ({ code, name, ukraineRealised, statusHoldersHoused }) => ({
        ...{ code, name, indicative: 0, ukraine: ukraineRealised ?? null },
        ...(statusHoldersHoused === undefined ? {} : { statusHolders: statusHoldersHoused }),
      }),
    ),
    locations: [],
    dates: [],
  });
  return answer.ok ? answer.result.ledgers : [];
});

const spread = (of: ProvincialTableResult | PublicEditionResult | null) => {
  const [asking, running] = [completeWorkspace.value, core.value];
  if (of === null || asking === null || running === null) return null;
  const question = remainderQuestion(asking, of);
  return question === null ? null : running.run('spread_remainder', question);
};

/** The simulation of the remainder; null where there is nothing to ask. */
export const remainder = computed(() =>
  spread(table.value?.ok === true ? table.value.result : null),
);

/** The table as it stands in a file, with that file's fingerprint; not any more once it changes. */
const inFile = signal<{ readonly state: TableState; readonly sha256: string } | null>(null);

/** Remembers that the table as it is now stands in a file with this text. */
export async function standsIn(text: string): Promise<void> {
  const state = tableState.value;
  const fingerprint = await sha256(new TextEncoder().encode(text));
  if (fingerprint !== null) inFile.value = { state, sha256: fingerprint };
}

/** The report in an edition; null where there is none to make. */
export function reportOf(edition: Edition): ProvincialReport | null {
  const [asking, running, dates] = [completeWorkspace.value, core.value, calendar.value];
  if (asking === null || running === null || dates?.ok !== true) return null;
  const all = table.value;
  const answer = edition === 'confidential' ? all : publicEdition.value;
  if (all?.ok !== true || answer?.ok !== true) return null;
  const simulation = edition === 'confidential' ? remainder.value : spread(answer.result);
  return provincialReport(asking, answer.result, {
    calendar: dates.result,
    housing: housing.value,
    remainder: simulation?.ok === true ? simulation.result : null,
    program: running.version(),
    all: all.result,
    workspaceSha256: inFile.value?.state === tableState.value ? inFile.value.sha256 : null,
  });
}

/** The municipalities as a sheet shows them, by name: places in the workspace, which keeps its order. */
export const alphabetical = ({ municipalities }: ProvincialWorkspace): readonly number[] =>
  municipalities
    .map((_, at) => at)
    .sort((one, other) =>
      (municipalities[one]?.name ?? '').localeCompare(municipalities[other]?.name ?? '', 'nl', {
        ignorePunctuation: true,
      }),
    );

/** Rows of a sheet of municipalities by what people call them, to paste into it. */
export const rowsNamed =
  (of: ProvincialWorkspace) =>
  (names: readonly string[]): readonly (number | null)[] => {
    const running = core.value;
    if (running === null) return names.map(() => null);
    const codes = municipalitiesCalled(running, of.municipalities, names);
    const rows = alphabetical(of).map((at) => of.municipalities[at]?.code);
    return codes.map((code) => {
      const at = code === undefined ? -1 : rows.indexOf(code);
      return at === -1 ? null : at;
    });
  };

/** How many workspaces were opened or begun: who opens one goes on at its name. */
export const opened = signal(0);

/** Opens a workspace from its text, beside the files that it names. */
function open(text: string, files: TableState['files']): void {
  const kept = openWorkspace(text);
  if (!kept.ok) {
    refused.value =
      kept.reason === 'newer'
        ? { newer: kept.version }
        : kept.reason === 'name'
          ? { name: kept.name }
          : kept.part === undefined
            ? 'unreadable'
            : { part: kept.part };
    return;
  }
  const read = kept.workspace;
  files = { ...files, ...kept.files };
  const missing = read.locations.filter((name) => lookUp(files, name) === undefined);
  if (missing.length > 0) {
    refused.value = { missing };
    return;
  }
  refused.value = null;
  tableState.value = { workspace: read, files };
  opened.value += 1;
  void standsIn(text);
}

/** The files of locations of the opened workspace: kept beside it, because it names them. */
export const locationFiles = (): {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}[] =>
  (workspace.value?.locations ?? []).map((name) => ({
    name,
    bytes: bytesOf(tableState.value.files, name),
  }));

export function openExample(): void {
  const { workspace: text, locations } = catalogue.exampleProvince;
  open(text, { 'locations.csv': toBase64(new TextEncoder().encode(locations)) });
}

/** Opens a workspace with the files of locations that it names, chosen together. */
export async function openFiles(chosen: readonly File[]): Promise<void> {
  let text = '';
  const files = new Map<string, string>();
  for (const file of chosen) {
    if (file.name.endsWith('.json')) text = await file.text();
    else files.set(file.name, toBase64(new Uint8Array(await file.arrayBuffer())));
  }
  open(text, Object.fromEntries(files));
  if (refused.value === null) keptApart('provincial');
}

/**
 * A new workspace for a province of the round on the page: its municipalities, and of each the number
 * that may be shown (published, else computed); an estimate is no number, and stays open.
 */
export function startProvince(of: AllocationResult, name: string, source: string): void {
  const row = of.provinces.find((each) => each.name === name);
  if (row === undefined) return;
  const total = row.published?.places ?? row.total.places;
  const [first, last] = workspaceYears();
  refused.value = null;
  opened.value += 1;
  tableState.value = {
    files: {},
    workspace: {
      province: name,
      ...(round.value.invented ? { invented: true } : {}),
      round: round.value.id,
      task: {
        total,
        minors: total === null ? null : (row.published?.minors ?? row.minors?.places ?? null),
        basis:
          row.published != null
            ? 'published'
            : total === null || of.basis === 'estimate' || of.basis === 'derived'
              ? 'own_input'
              : of.basis,
        source: row.published == null ? source : `${row.published.source}, ${row.published.date}`,
      },
      municipalities: of.municipalities
        .filter(({ province }) => province === name)
        .map(({ code, name: called, total: figure, minors, published }) => ({
          code,
          name: spokenName(called),
          indicative: published?.places ?? figure.places,
          minors: published?.minors ?? minors?.places ?? null,
          decided: null,
          ukraine: null,
        })),
      locations: [],
      dates: [`${first}-07-01`, `${last}-02-01`],
      calendar: [],
      exchanges: [],
      deduction: { day: `${first}-01-01` },
      decision: { day: `${first}-07-01`, until: `${last}-02-01` },
      grants: { day: `${first}-07-01`, start: `${first}-01-01`, end: `${last}-12-31` },
      openPoints: [],
    },
  };
}

/** The two calendar years that the decision of the round on the page covers. */
const workspaceYears = (): readonly [number, number] => [
  round.value.covers[0],
  round.value.covers[1],
];

/** Which reference date is shown, from 0. */
export const dateShown = signal(0);
/** Which part of the table is shown. */
export const parts = [
  'municipalities',
  'senders',
  'locations',
  'exchange',
  'housing',
  'tests',
  'calendar',
  'report',
] as const;
export const part = signal<(typeof parts)[number]>('municipalities');
