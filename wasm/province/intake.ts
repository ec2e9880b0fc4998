/**
 * Files of municipalities taken into the workspace. Nothing is overwritten: a newer version, a layout
 * that is not known and a file of nobody known wait for a person, and the log says what was done.
 */
import { partName } from '../files/part.ts';
import type { Core } from '../index.ts';
import type { ProvincialWorkspace } from './workspace.ts';
import {
  type LayoutMapping,
  type LocationSheet,
  type LogEntry,
  type SenderRecords,
  type WaitingSheet,
  nothingReceived,
} from './records.ts';
import { type CellDifference, tableDifferences, withKept } from './differences.ts';
import { headerOf, mapped } from './layout.ts';
import {
  type Called,
  type LocationTable,
  type ReceivedFile,
  type Rows,
  cellOf,
  onlyKnownColumns,
  readTable,
} from './table-reading.ts';

const recordsOf = (workspace: ProvincialWorkspace): SenderRecords =>
  workspace.senders ?? nothingReceived;

/** Words as a name has them, with a space at both ends. */
const words = (text: string): string =>
  ` ${text
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** The only municipality whose name or code stands in a text; of two, one inside the other, the longer. */
export function municipalityNamed(
  text: string,
  municipalities: readonly Called[],
): string | undefined {
  const said = words(text);
  const found = municipalities.filter(
    ({ code, name }) => said.includes(words(name)) || said.includes(words(code)),
  );
  const longest = found.filter((one) =>
    found.every((other) => other === one || words(one.name).includes(words(other.name))),
  );
  return (found.length > 1 ? longest : found)[0]?.code;
}

/** The first lines of a sheet, where a title may say from whom it is. */
const beginning = (rows: Rows): string =>
  rows
    .slice(0, 6)
    .map((row) => row.join(' '))
    .join(' ');

/** Codes of the municipalities that rows are of. */
export function municipalitiesIn(
  table: LocationTable,
  municipalities: readonly Called[],
): string[] {
  const codes = new Set(
    table.locations.flatMap(({ municipality }) => municipalities[municipality]?.code ?? []),
  );
  for (let row = table.header + 1; row < table.rows.length; row += 1)
    for (const field of ['municipality', 'municipality_name'] as const) {
      const said = words(cellOf(table.rows, row, table.columns[field]));
      const one = municipalities.find(
        ({ code, name }) => said === words(name) || said === words(code),
      );
      if (said.trim() !== '' && one !== undefined) codes.add(one.code);
    }
  return [...codes];
}

/** From whom a table is: a code, null for several municipalities together, undefined where nothing says it. */
function senderOf(
  workspace: ProvincialWorkspace,
  file: string,
  sheet: string,
  table: LocationTable,
): string | null | undefined {
  const { municipalities } = workspace;
  const inRows = municipalitiesIn(table, municipalities);
  if (inRows.length === 1) return inRows[0];
  const named =
    municipalityNamed(file.replace(/\.[a-z]+$/i, ''), municipalities) ??
    municipalityNamed(sheet, municipalities) ??
    municipalityNamed(beginning(table.rows.slice(0, Math.max(table.header, 0))), municipalities);
  if (inRows.length === 0) return named;
  return named !== undefined && inRows.includes(named) ? named : null;
}

/** A name that no other table of the workspace has. */
function freeName(workspace: ProvincialWorkspace, name: string): string {
  const taken = new Set([
    ...workspace.locations,
    ...recordsOf(workspace).sheets.map((sheet) => sheet.name),
    ...recordsOf(workspace).waiting.map((sheet) => sheet.name),
  ]);
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${number}-${name}`;
  return free;
}

const logged = (
  workspace: ProvincialWorkspace,
  entry: LogEntry,
  change: Partial<SenderRecords> = {},
): ProvincialWorkspace => {
  const records = recordsOf(workspace);
  return { ...workspace, senders: { ...records, ...change, log: [...records.log, entry] } };
};

const entryOf = (
  what: LogEntry['what'],
  day: string,
  { sender, name, sha256 }: Pick<LocationSheet, 'sender' | 'name' | 'sha256'>,
  cells?: number,
): LogEntry => ({
  ...{ day, what, sender, file: name, sha256 },
  ...(cells === undefined ? {} : { cells }),
});

/** The sheet that counts now of a sender; of several municipalities together, the one of that name. */
export const currentOf = (
  workspace: ProvincialWorkspace,
  { sender, name }: Pick<LocationSheet, 'sender' | 'name'>,
): LocationSheet | undefined =>
  recordsOf(workspace).sheets.find((sheet) =>
    sender === null
      ? sheet.sender === null && sheet.name === name.replace(/^\d+-/, '')
      : sheet.sender === sender,
  );

/** Versions of a sender that were ever received. */
const versionsOf = (workspace: ProvincialWorkspace, sheet: LocationSheet): number =>
  Math.max(
    [...recordsOf(workspace).sheets, ...recordsOf(workspace).waiting]
      .filter((other) =>
        sheet.sender === null
          ? other.sender === null && other.name.replace(/^\d+-/, '') === sheet.name
          : other.sender === sheet.sender,
      )
      .reduce((most, { version }) => Math.max(most, version), 0),
    recordsOf(workspace).log.filter(
      ({ what, sender, file }) =>
        (what === 'received' || what === 'waiting') &&
        (sender === null
          ? sheet.sender === null && file.replace(/^\d+-/, '') === sheet.name
          : sender === sheet.sender),
    ).length,
  );

export interface TakenIn {
  readonly workspace: ProvincialWorkspace;
  readonly what: 'received' | 'same' | 'waiting' | 'empty';
  readonly sheet: LocationSheet | null;
}

/** Puts a table that is understood in its place: new, the same, or beside what is there. */
function place(
  core: Core,
  workspace: ProvincialWorkspace,
  sheet: LocationSheet,
  table: LocationTable,
): TakenIn {
  const current = currentOf(workspace, sheet);
  if (current === undefined) {
    const named = { ...sheet, name: freeName(workspace, sheet.name) };
    return {
      workspace: logged(workspace, entryOf('received', sheet.received, named), {
        sheets: [...recordsOf(workspace).sheets, named],
      }),
      what: 'received',
      sheet: named,
    };
  }
  const before = readTable(core, workspace.municipalities, current.rows);
  const differences = tableDifferences(before, table);
  if (current.sha256 === sheet.sha256 || differences.length === 0)
    return {
      workspace: logged(workspace, entryOf('same', sheet.received, sheet)),
      what: 'same',
      sheet: current,
    };
  return wait(workspace, { ...sheet, reason: 'newer' }, differences.length);
}

function wait(workspace: ProvincialWorkspace, sheet: WaitingSheet, cells?: number): TakenIn {
  const named = { ...sheet, name: freeName(workspace, sheet.name) };
  return {
    workspace: logged(workspace, entryOf('waiting', sheet.received, named, cells), {
      waiting: [...recordsOf(workspace).waiting, named],
    }),
    what: 'waiting',
    sheet: named,
  };
}

/** A mapping that was said before for this layout, by this sender where the file's name tells who. */
function knownMapping(
  workspace: ProvincialWorkspace,
  file: string,
  rows: Rows,
): LayoutMapping | undefined {
  const fitting = recordsOf(workspace).mappings.filter((mapping) => headerOf(rows, mapping) >= 0);
  const sender =
    municipalityNamed(file.replace(/\.[a-z]+$/i, ''), workspace.municipalities) ??
    municipalityNamed(beginning(rows), workspace.municipalities);
  return sender === undefined
    ? fitting.length === 1
      ? fitting[0]
      : undefined
    : fitting.find((mapping) => mapping.sender === sender);
}

/** Takes one file in. */
export function takeIn(
  core: Core,
  workspace: ProvincialWorkspace,
  file: ReceivedFile,
  day: string,
): TakenIn {
  const { municipalities } = workspace;
  const filled = file.tables.filter(({ rows }) => rows.length > 0);
  const read = filled.map(({ name, rows }) => ({
    name,
    table: readTable(core, municipalities, rows),
  }));
  const sheetOf = (name: string, sender: string | null, rows: Rows): LocationSheet => {
    const sheet = {
      name: name === '' ? file.name : partName(file.name, name),
      ...{ sender, version: 1, received: day, sha256: file.sha256, rows },
    };
    return { ...sheet, version: versionsOf(workspace, sheet) + 1 };
  };
  const found = read.find(({ table }) => table.understood);
  if (found !== undefined) {
    const { name, table } = found;
    const sender = senderOf(workspace, file.name, name, table);
    const rows = onlyKnownColumns(table);
    if (sender === undefined)
      return wait(workspace, { ...sheetOf(name, null, rows), reason: 'sender' });
    return place(core, workspace, sheetOf(name, sender, rows), { ...table, rows });
  }
  for (const { name, rows } of filled) {
    const mapping = knownMapping(workspace, file.name, rows);
    if (mapping === undefined) continue;
    const table = readTable(core, municipalities, mapped(rows, headerOf(rows, mapping), mapping));
    return place(core, workspace, sheetOf(name, mapping.sender, table.rows), table);
  }
  const largest = filled.toSorted((one, other) => other.rows.length - one.rows.length)[0];
  if (largest === undefined) return { workspace, what: 'empty', sheet: null };
  const sender =
    municipalityNamed(file.name.replace(/\.[a-z]+$/i, ''), municipalities) ??
    municipalityNamed(beginning(largest.rows), municipalities) ??
    null;
  return wait(workspace, { ...sheetOf(largest.name, sender, largest.rows), reason: 'layout' });
}

/** Old and new of a waiting newer version; nothing where what it stood beside is gone. */
export function differencesOf(
  core: Core,
  workspace: ProvincialWorkspace,
  waiting: WaitingSheet,
): { before: LocationTable; after: LocationTable; differences: CellDifference[] } | undefined {
  const current = currentOf(workspace, waiting);
  if (current === undefined) return undefined;
  const before = readTable(core, workspace.municipalities, current.rows);
  const after = readTable(core, workspace.municipalities, waiting.rows);
  return { before, after, differences: tableDifferences(before, after) };
}

const without = (workspace: ProvincialWorkspace, name: string): WaitingSheet[] =>
  recordsOf(workspace).waiting.filter((sheet) => sheet.name !== name);

/** A waiting table does not come in; what is there stays as it is. */
export const reject = (
  workspace: ProvincialWorkspace,
  waiting: WaitingSheet,
  day: string,
): ProvincialWorkspace =>
  logged(workspace, entryOf('rejected', day, waiting), {
    waiting: without(workspace, waiting.name),
  });

/**
 * A waiting newer version takes the place of what is there.
 * @param kept differences at which the old stays
 */
export function accept(
  core: Core,
  workspace: ProvincialWorkspace,
  waiting: WaitingSheet,
  kept: ReadonlySet<string>,
  day: string,
): ProvincialWorkspace {
  const current = currentOf(workspace, waiting);
  const compared = differencesOf(core, workspace, waiting);
  if (current === undefined || compared === undefined) return workspace;
  const { before, after, differences } = compared;
  const taken = differences.filter(({ key }) => !kept.has(key)).length;
  const { reason: _reason, ...sheet } = waiting;
  const next = {
    ...sheet,
    // Under the name that the sender uses, now that no other table has it.
    name: sheet.name.replace(/^\d+-/, '') === current.name ? current.name : sheet.name,
    rows: withKept(before, after, differences, kept),
  };
  return logged(
    workspace,
    entryOf(kept.size === 0 ? 'accepted' : 'accepted_partly', day, next, taken),
    {
      waiting: without(workspace, waiting.name),
      sheets: recordsOf(workspace).sheets.map((other) => (other === current ? next : other)),
    },
  );
}

/** Takes a sheet out of the workspace. */
export const remove = (
  workspace: ProvincialWorkspace,
  sheet: LocationSheet,
  day: string,
): ProvincialWorkspace =>
  logged(workspace, entryOf('removed', day, sheet), {
    sheets: recordsOf(workspace).sheets.filter((other) => other !== sheet),
  });

/** Says from whom a waiting table is, and puts it in its place. */
export function assignSender(
  core: Core,
  workspace: ProvincialWorkspace,
  waiting: WaitingSheet,
  sender: string | null,
): TakenIn {
  const { reason: _reason, ...sheet } = waiting;
  const rest = {
    ...workspace,
    senders: { ...recordsOf(workspace), waiting: without(workspace, waiting.name) },
  };
  const table = readTable(core, workspace.municipalities, sheet.rows);
  const own = { ...sheet, sender };
  return place(core, rest, { ...own, version: versionsOf(rest, own) + 1 }, table);
}

/** The table that a mapping would make of a waiting one: to be looked at before it is used. */
export const tryMapping = (
  core: Core,
  workspace: ProvincialWorkspace,
  waiting: WaitingSheet,
  mapping: LayoutMapping,
): LocationTable =>
  readTable(
    core,
    workspace.municipalities,
    mapped(waiting.rows, headerOf(waiting.rows, mapping), mapping),
  );

/** Remembers a sender's layout, and reads the waiting table by it. */
export function useMapping(
  core: Core,
  workspace: ProvincialWorkspace,
  waiting: WaitingSheet,
  mapping: LayoutMapping,
  day: string,
): TakenIn {
  const { reason: _reason, ...sheet } = waiting;
  const table = tryMapping(core, workspace, waiting, mapping);
  const rest = logged(workspace, entryOf('mapped', day, { ...waiting, sender: mapping.sender }), {
    waiting: without(workspace, waiting.name),
    mappings: [
      ...recordsOf(workspace).mappings.filter(
        (other) =>
          other.sender !== mapping.sender ||
          other.headings.join('|') !== mapping.headings.join('|'),
      ),
      mapping,
    ],
  });
  const own = { ...sheet, sender: mapping.sender, rows: table.rows };
  return place(core, rest, { ...own, version: versionsOf(rest, own) + 1 }, table);
}

/** A municipality in the list of senders. */
export interface Sender {
  readonly code: string;
  readonly name: string;
  /** What counts of it now; null: nothing of its own. */
  readonly sheet: LocationSheet | null;
  readonly waiting: readonly WaitingSheet[];
  /** Other sheets with rows of it, such as the province's own list. */
  readonly elsewhere: readonly string[];
  /** Nothing came in, from itself or in another's list. */
  readonly isMissing: boolean;
}

/** Every municipality with what came in of it, in the order of the workspace. */
export function senderList(
  workspace: ProvincialWorkspace,
  located: readonly { readonly file: string | null; readonly municipality: number }[],
): Sender[] {
  const files = workspace.municipalities.map(() => new Set<string>());
  for (const { file, municipality } of located) if (file !== null) files[municipality]?.add(file);
  return workspace.municipalities.map(({ code, name }, at) => {
    const sheet = recordsOf(workspace).sheets.find((each) => each.sender === code) ?? null;
    const elsewhere = [...(files[at] ?? [])].filter((file) => file !== sheet?.name);
    const waiting = recordsOf(workspace).waiting.filter((each) => each.sender === code);
    return {
      ...{ code, name, sheet, waiting, elsewhere },
      isMissing: sheet === null && elsewhere.length === 0 && waiting.length === 0,
    };
  });
}
