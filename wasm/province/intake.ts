/**
 * Files of municipalities taken into the workspace. Nothing is overwritten: a newer version, a layout
 * that is not known and a file of nobody known wait for a person, and the log says what was done.
 */
import { foldedName } from '../files/names.ts';
import { cellName, partName } from '../files/part.ts';
import type { Core } from '../index.ts';
import { type ProvincialWorkspace, tableNames, typedFile } from './workspace.ts';
import {
  type Correction,
  type LayoutMapping,
  type LocationSheet,
  type LogEntry,
  type SenderRecords,
  type WaitingSheet,
  nothingReceived,
} from './records.ts';
import {
  type CellDifference,
  rowsCarried,
  sentFields,
  tableDifferences,
  withKept,
} from './differences.ts';
import { headerOf, mapped } from './layout.ts';
import { municipalitiesCalled, municipalityNamed } from './municipalities.ts';
import {
  type Called,
  type LocationTable,
  type ReceivedFile,
  type ReceivedTable,
  type Rows,
  cellOf,
  countedRows,
  hasFigure,
  onlyKnownColumns,
  partsOf,
  readTable,
  unreadOf,
} from './table-reading.ts';
import { templateWords } from './template.ts';

const recordsOf = (workspace: ProvincialWorkspace): SenderRecords =>
  workspace.senders ?? nothingReceived;

/** The first lines of a sheet, where a title may say from whom it is. */
const beginning = (rows: Rows): string =>
  rows
    .slice(0, 6)
    .map((row) => row.join(' '))
    .join(' ');

/** Codes of the municipalities that rows are of. */
export function municipalitiesIn(
  core: Core,
  table: LocationTable,
  municipalities: readonly Called[],
): string[] {
  const codes = new Set(
    table.locations.flatMap(({ municipality }) => municipalities[municipality]?.code ?? []),
  );
  const said = new Set<string>();
  for (let row = table.header + 1; row < table.rows.length; row += 1)
    for (const field of ['municipality', 'municipality_name'] as const) {
      const text = cellOf(table.rows, row, table.columns[field]);
      if (text !== '') said.add(text);
    }
  if (said.size > 0)
    for (const code of municipalitiesCalled(core, municipalities, [...said]))
      if (code !== undefined) codes.add(code);
  return [...codes];
}

const stemOf = (file: string): string => file.replace(/\.[a-z]+$/i, '');

/** From whom a table is: a code, null for several municipalities together, undefined where nothing says it. */
function senderOf(
  core: Core,
  workspace: ProvincialWorkspace,
  file: string,
  sheet: string,
  table: LocationTable,
): string | null | undefined {
  const inRows = municipalitiesIn(core, table, workspace.municipalities);
  if (inRows.length === 1) return inRows[0];
  const above = table.rows.slice(0, Math.max(table.header, 0));
  const named = namedOf(core, workspace, file, sheet, above);
  if (inRows.length === 0) return named;
  return named !== undefined && inRows.includes(named) ? named : null;
}

/** A name that no other table of the workspace has. */
export function freeName(workspace: ProvincialWorkspace, name: string): string {
  const taken = new Set(tableNames(workspace).map(foldedName));
  let free = name;
  for (let number = 2; taken.has(foldedName(free)); number += 1) free = `${number}-${name}`;
  return free;
}

/** As the sender calls it, without the number that kept two of a name apart. */
const ownName = (name: string): string => name.replace(/^\d+-/, '');
const areCalledAlike = (one: string, other: string): boolean =>
  foldedName(ownName(one)) === foldedName(ownName(other));
/** The part of a file that a table is: the name of its sheet. */
const partOf = (name: string): string => foldedName(name.split('#').slice(1).join('#').trim());
/** Whether two are one table of one file, whatever the file is called: its fingerprint says so. */
const isSameTable = (
  one: Pick<LocationSheet, 'name' | 'sha256'>,
  other: Pick<LocationSheet, 'name' | 'sha256'>,
): boolean => one.sha256 === other.sha256 && partOf(one.name) === partOf(other.name);

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

/**
 * The sheet that counts now in the place of one: of a sender the table of the same name, or the only one
 * where only one came; of several municipalities together the one of that name.
 */
export function currentOf(
  workspace: ProvincialWorkspace,
  { sender, name, sha256 }: Pick<LocationSheet, 'sender' | 'name' | 'sha256'>,
  tables = recordsOf(workspace).waiting.filter(
    (other) => other.sha256 === sha256 && other.sender === sender,
  ).length,
): LocationSheet | undefined {
  const { sheets } = recordsOf(workspace);
  if (sender === null) {
    const together = sheets.filter((sheet) => sheet.sender === null);
    return (
      together.find((sheet) => isSameTable(sheet, { name, sha256 })) ??
      together.find((sheet) => areCalledAlike(sheet.name, name))
    );
  }
  const own = sheets.filter((sheet) => sheet.sender === sender);
  const [only] = own;
  return (
    own.find((sheet) => partOf(sheet.name) === partOf(name)) ??
    (own.length === 1 && tables < 2 && only?.sha256 !== sha256 ? only : undefined)
  );
}

/** The tables of one file are one version; the first of a sender is 1. */
function versionOf(workspace: ProvincialWorkspace, sheet: LocationSheet): number {
  const { sheets, waiting, log } = recordsOf(workspace);
  const isOfSender = (sender: string | null, name: string): boolean =>
    sheet.sender === null
      ? sender === null && areCalledAlike(name, sheet.name)
      : sender === sheet.sender;
  const known = [...sheets, ...waiting].filter(({ sender, name }) => isOfSender(sender, name));
  const same = known.find(({ sha256 }) => sha256 === sheet.sha256);
  if (same !== undefined) return same.version;
  const came = new Set(
    log
      .filter(
        ({ what, sender, file, sha256 }) =>
          (what === 'received' || what === 'waiting') &&
          isOfSender(sender, file) &&
          sha256 !== sheet.sha256,
      )
      .map(({ sha256 }) => sha256),
  );
  return known.reduce((most, { version }) => Math.max(most, version), came.size) + 1;
}

/** What became of one table of a file; `text`: no number stands in it; `own`: this tool wrote it. */
export interface TakenTable {
  readonly table: string;
  readonly what: 'received' | 'same' | 'waiting' | 'text' | 'own';
  readonly sheet: LocationSheet | null;
}

export interface TakenIn {
  readonly workspace: ProvincialWorkspace;
  /** Of the whole file: what a person has to know first. */
  readonly what: 'received' | 'same' | 'waiting' | 'empty';
  readonly sheet: LocationSheet | null;
  readonly tables: readonly TakenTable[];
}

type Placed = Omit<TakenIn, 'tables'>;

const asCounted = (
  core: Core,
  { municipalities }: ProvincialWorkspace,
  sheet: LocationSheet,
): LocationTable => readTable(core, municipalities, countedRows(sheet));

const emptyTable = (core: Core, { municipalities }: ProvincialWorkspace): LocationTable =>
  readTable(core, municipalities, [Object.values(templateWords.nl.headings)]);

/** The new version with what a person typed or left out in the old, where the sender changed nothing. */
function carriedOver(
  core: Core,
  workspace: ProvincialWorkspace,
  current: LocationSheet,
  next: LocationSheet,
): LocationSheet {
  const { corrections = [], leftOut = [] } = current;
  if (corrections.length === 0 && leftOut.length === 0) return next;
  const { municipalities } = workspace;
  const before = readTable(core, municipalities, current.rows);
  const after = readTable(core, municipalities, next.rows);
  const rows = rowsCarried(before, after);
  const kept = corrections.flatMap((each): Correction[] => {
    const row = rows.get(each.row);
    const field = sentFields.find((one) => before.columns[one] === each.column);
    const column = field === undefined ? undefined : after.columns[field];
    if (row === undefined || column === undefined) return [];
    return cellOf(next.rows, row, column) === each.raw ? [{ ...each, row, column }] : [];
  });
  const stillOut = leftOut.flatMap((row) => rows.get(row) ?? []);
  return {
    ...next,
    ...(kept.length === 0 ? {} : { corrections: kept }),
    ...(stillOut.length === 0 ? {} : { leftOut: stillOut }),
  };
}

/**
 * Puts a table that is understood in its place: new, the same, or beside what is there.
 * @param tables how many of its file are of this sender
 */
function place(
  core: Core,
  workspace: ProvincialWorkspace,
  sheet: LocationSheet,
  tables: number,
): Placed {
  const { sheets, waiting } = recordsOf(workspace);
  const current = currentOf(workspace, sheet, tables);
  const isNew =
    current === undefined &&
    sheets.every(({ sender, sha256 }) => sender !== sheet.sender || sha256 === sheet.sha256);
  if (current === undefined && (isNew || sheet.sender === null)) {
    const named = { ...sheet, name: freeName(workspace, sheet.name) };
    return {
      workspace: logged(workspace, entryOf('received', sheet.received, named), {
        sheets: [...sheets, named],
      }),
      what: 'received',
      sheet: named,
    };
  }
  const waits = waiting.find((other) => other.sender === sheet.sender && isSameTable(other, sheet));
  const next = current === undefined ? sheet : carriedOver(core, workspace, current, sheet);
  const before =
    current === undefined ? emptyTable(core, workspace) : asCounted(core, workspace, current);
  const differences = tableDifferences(before, asCounted(core, workspace, next));
  if (waits !== undefined || current?.sha256 === sheet.sha256 || differences.length === 0)
    return {
      workspace: logged(workspace, entryOf('same', sheet.received, sheet)),
      what: 'same',
      sheet: waits ?? current ?? sheet,
    };
  return wait(workspace, { ...next, reason: 'newer' }, differences.length);
}

function wait(workspace: ProvincialWorkspace, sheet: WaitingSheet, cells?: number): Placed {
  const { waiting } = recordsOf(workspace);
  const same = waiting.find((other) => other.reason === sheet.reason && isSameTable(other, sheet));
  if (same !== undefined)
    return {
      workspace: logged(workspace, entryOf('same', sheet.received, same)),
      what: 'same',
      sheet: same,
    };
  const named = { ...sheet, name: freeName(workspace, sheet.name) };
  return {
    workspace: logged(workspace, entryOf('waiting', sheet.received, named, cells), {
      waiting: [...waiting, named],
    }),
    what: 'waiting',
    sheet: named,
  };
}

/** Whom the name of a sheet, that of its file or the first lines of a table name. */
function namedOf(
  core: Core,
  { municipalities }: ProvincialWorkspace,
  file: string,
  sheet: string,
  rows: Rows,
): string | undefined {
  for (const text of [sheet, stemOf(file), beginning(rows)]) {
    const named = municipalityNamed(core, municipalities, text);
    if (named !== undefined) return named;
  }
  return undefined;
}

/** A mapping that was said before for this layout, by this sender where a name tells who. */
function knownMapping(
  core: Core,
  workspace: ProvincialWorkspace,
  file: string,
  { name, rows }: ReceivedTable,
): LayoutMapping | undefined {
  const fitting = recordsOf(workspace).mappings.filter((mapping) => headerOf(rows, mapping) >= 0);
  const sender = namedOf(core, workspace, file, name, rows);
  return sender === undefined
    ? fitting.length === 1
      ? fitting[0]
      : undefined
    : fitting.find((mapping) => mapping.sender === sender);
}

/** A sheet that this tool wrote itself and that comes back: an explanation, a question. */
function isOwnSheet({ rows }: ReceivedTable): boolean {
  const title = (rows.find((row) => row.some((cell) => cell !== '')) ?? []).join('').trim();
  return (
    /^(Klopt dit\?|Is this right\?) /u.test(title) ||
    Object.values(templateWords).some((words) => words.title === title)
  );
}

/** A table by a mapping, with what stands in it and is not read. */
function byMapping(
  core: Core,
  workspace: ProvincialWorkspace,
  table: ReceivedTable,
  mapping: LayoutMapping,
): Pick<LocationSheet, 'rows' | 'origin' | 'unread'> {
  const header = headerOf(table.rows, mapping);
  const { rows, origin } = mapped(table.rows, header, mapping);
  const { headerRows = 1, columns, places = [], transposed = false } = mapping;
  const first = transposed ? 0 : header + headerRows - 1;
  const used = new Set(origin?.flat());
  const known = new Set([...Object.values(columns), ...places.map(({ column }) => column)]);
  const unread = unreadOf(core, table, first, (row, column) =>
    origin === undefined ? known.has(column) : used.has(cellName(row + 1, column + 1)),
  );
  return { rows, ...(origin === undefined ? {} : { origin }), ...withUnread(unread) };
}

const withUnread = (unread: LocationSheet['unread'] = []): Pick<LocationSheet, 'unread'> =>
  unread.length === 0 ? {} : { unread };

interface Understood {
  readonly table: ReceivedTable;
  readonly sender: string | null | undefined;
  readonly sheet: Pick<LocationSheet, 'rows' | 'origin' | 'unread'>;
}

/** Takes one file in: every table of it, so that none is passed over unseen. */
export function takeIn(
  core: Core,
  workspace: ProvincialWorkspace,
  file: ReceivedFile,
  day: string,
): TakenIn {
  const { municipalities } = workspace;
  const filled = file.tables.filter(({ rows }) => rows.length > 0).flatMap(partsOf);
  const sheetOf = (
    of: ProvincialWorkspace,
    table: string,
    sender: string | null,
    content: Pick<LocationSheet, 'rows' | 'origin' | 'unread'>,
  ): LocationSheet => {
    const sheet = {
      name: table === '' ? file.name : partName(file.name, table),
      ...{ sender, version: 1, received: day, sha256: file.sha256, ...content },
    };
    return { ...sheet, version: versionOf(of, sheet) };
  };
  const understood: Understood[] = [];
  const others: ReceivedTable[] = [];
  const tables: TakenTable[] = [];
  for (const table of filled) {
    const read = readTable(core, municipalities, table.rows);
    const mapping = read.understood ? undefined : knownMapping(core, workspace, file.name, table);
    if (table.hidden === true || (!read.understood && mapping === undefined)) {
      if (isOwnSheet(table)) tables.push({ table: table.name, what: 'own', sheet: null });
      else others.push(table);
    } else if (mapping === undefined) {
      const known = new Set(Object.values(read.columns));
      const unread = unreadOf(core, table, read.header, (_, column) => known.has(column));
      understood.push({
        table,
        sender: senderOf(core, workspace, file.name, table.name, read),
        sheet: { rows: onlyKnownColumns(read), ...withUnread(unread) },
      });
    } else
      understood.push({
        table,
        sender: mapping.sender,
        sheet: byMapping(core, workspace, table, mapping),
      });
  }
  let present = workspace;
  const put = (table: string, placed: Placed): void => {
    present = placed.workspace;
    if (placed.what !== 'empty') tables.push({ table, what: placed.what, sheet: placed.sheet });
  };
  for (const { table, sender: named, sheet } of understood) {
    // A table that is here already comes from the same; where its name says another, a person is asked.
    const whole = sheetOf(present, table.name, null, sheet);
    const here = recordsOf(present).sheets.find((other) => isSameTable(other, whole));
    const isOfOther = here !== undefined && named !== here.sender && sheet.rows.length > 1;
    const sender = !isOfOther ? named : named === undefined ? here.sender : undefined;
    const together = understood.filter((other) => other.sender === named).length;
    put(
      table.name,
      sender === undefined
        ? wait(present, { ...sheetOf(present, table.name, null, sheet), reason: 'sender' })
        : place(core, present, sheetOf(present, table.name, sender, sheet), together),
    );
  }
  // Where nothing else is in a file, a person looks at its largest table, also one without numbers.
  const [largest] = understood.length > 0 || tables.length > 0 ? [] : bySize(others);
  for (const table of others) {
    const { name, rows, hidden = false } = table;
    if (table !== largest && !rows.some((row) => row.some(hasFigure))) {
      tables.push({ table: name, what: 'text', sheet: null });
      continue;
    }
    const beside = unreadOf(core, table, 0, () => true);
    put(
      name,
      wait(present, {
        ...sheetOf(present, name, namedOf(core, workspace, file.name, name, rows) ?? null, {
          rows,
          ...withUnread(beside),
        }),
        reason: hidden ? 'hidden' : 'layout',
      }),
    );
  }
  const first = (['waiting', 'received', 'same'] as const)
    .map((what) => tables.find((each) => each.what === what))
    .find((each) => each !== undefined);
  return {
    ...{ workspace: present, tables, sheet: first?.sheet ?? null },
    what:
      first === undefined || first.what === 'text' || first.what === 'own' ? 'empty' : first.what,
  };
}

const bySize = (tables: readonly ReceivedTable[]): ReceivedTable[] =>
  tables.toSorted((one, other) => other.rows.length - one.rows.length);

/** Old and new of a waiting newer version. */
export function differencesOf(
  core: Core,
  workspace: ProvincialWorkspace,
  waiting: WaitingSheet,
): { before: LocationTable; after: LocationTable; differences: CellDifference[] } {
  const current = currentOf(workspace, waiting);
  const before =
    current === undefined ? emptyTable(core, workspace) : asCounted(core, workspace, current);
  const after = asCounted(core, workspace, waiting);
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
  const { before, after, differences } = differencesOf(core, workspace, waiting);
  const taken = differences.filter(({ key }) => !kept.has(key)).length;
  const { reason: _reason, ...sheet } = waiting;
  // What was typed over stays apart from what was sent, unless old cells stand among the new.
  const asSent = kept.size === 0;
  const { corrections: _typed, leftOut: _out, ...plain } = sheet;
  const next: LocationSheet = {
    ...(asSent ? sheet : plain),
    // Under the name that the sender uses, now that no other table has it.
    name:
      current !== undefined && areCalledAlike(sheet.name, current.name) ? current.name : sheet.name,
    rows: asSent ? sheet.rows : withKept(before, after, differences, kept),
  };
  const { sheets } = recordsOf(workspace);
  return logged(workspace, entryOf(asSent ? 'accepted' : 'accepted_partly', day, next, taken), {
    waiting: without(workspace, waiting.name),
    sheets:
      current === undefined
        ? [...sheets, next]
        : sheets.map((other) => (other === current ? next : other)),
  });
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

/** The workspace without a waiting table, and how many of its file wait for the same sender. */
const taking = (
  workspace: ProvincialWorkspace,
  waiting: WaitingSheet,
): { rest: ProvincialWorkspace; together: number } => ({
  rest: {
    ...workspace,
    senders: { ...recordsOf(workspace), waiting: without(workspace, waiting.name) },
  },
  together: recordsOf(workspace).waiting.filter(
    ({ sha256, sender }) => sha256 === waiting.sha256 && sender === waiting.sender,
  ).length,
});

/** Says from whom a waiting table is (null: several municipalities), and puts it in its place. */
export function assignSender(
  core: Core,
  workspace: ProvincialWorkspace,
  waiting: WaitingSheet,
  sender: string | null,
): TakenIn {
  const { reason: _reason, ...sheet } = waiting;
  const { rest, together } = taking(workspace, waiting);
  const own = { ...sheet, sender };
  return alone(waiting, place(core, rest, { ...own, version: versionOf(rest, own) }, together));
}

const alone = ({ name }: WaitingSheet, placed: Placed): TakenIn => ({
  ...placed,
  tables:
    placed.what === 'empty'
      ? []
      : [{ table: partOf(name), what: placed.what, sheet: placed.sheet }],
});

/** A person wants a hidden table read: it goes the way of every other. */
export function takeHidden(
  core: Core,
  workspace: ProvincialWorkspace,
  waiting: WaitingSheet,
): TakenIn {
  const { rest } = taking(workspace, waiting);
  const [name = '', ...part] = ownName(waiting.name).split('#');
  const table = { name: part.join('#'), rows: waiting.rows };
  return takeIn(core, rest, { name, sha256: waiting.sha256, tables: [table] }, waiting.received);
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
    mapped(waiting.rows, headerOf(waiting.rows, mapping), mapping).rows,
  );

/** Other waiting tables in this layout of which it is known from whom they are. */
export const inThisLayout = (
  workspace: ProvincialWorkspace,
  waiting: WaitingSheet,
  mapping: LayoutMapping,
): WaitingSheet[] =>
  recordsOf(workspace).waiting.filter(
    (other) =>
      other.name !== waiting.name &&
      other.reason === 'layout' &&
      other.sender !== null &&
      headerOf(other.rows, mapping) >= 0,
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
  const { together } = taking(workspace, waiting);
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
  const content = byMapping(core, workspace, { name: '', rows: sheet.rows }, mapping);
  const unread = [...(sheet.unread ?? []), ...(content.unread ?? [])];
  const own = { ...sheet, ...content, ...withUnread(unread), sender: mapping.sender };
  return alone(waiting, place(core, rest, { ...own, version: versionOf(rest, own) }, together));
}

/** Where a cell of a sheet stands in what the sender has. */
export const placeInFile = (sheet: LocationSheet, row: number, column: number): string => {
  const origin = sheet.origin?.[row]?.[column];
  return origin === undefined || origin === '' ? cellName(row + 1, column + 1) : origin;
};

/**
 * A value of one's own for a cell that came in; what was sent stays, and the log says who typed what.
 * The text as it was sent takes the value away again.
 */
export function correct(
  workspace: ProvincialWorkspace,
  sheet: LocationSheet,
  cell: { readonly row: number; readonly column: number },
  value: string,
  by: string,
  day: string,
): ProvincialWorkspace {
  const { row, column } = cell;
  const raw = cellOf(sheet.rows, row, column);
  const { corrections = [], ...plain } = sheet;
  const isHere = (each: Correction): boolean => each.row === row && each.column === column;
  const before = corrections.find(isHere)?.value ?? raw;
  if (before === value) return workspace;
  const others = corrections.filter((each) => !isHere(each));
  const all = value === raw ? others : [...others, { row, column, raw, value, by, day }];
  const next: LocationSheet = all.length === 0 ? plain : { ...plain, corrections: all };
  return logged(
    workspace,
    {
      ...entryOf('corrected', day, sheet),
      ...{ by, at: placeInFile(sheet, row, column), before, after: value },
    },
    { sheets: recordsOf(workspace).sheets.map((other) => (other === sheet ? next : other)) },
  );
}

/** A row that a sender sent, or one that was typed in: both from 0. */
export type ClaimedRow =
  { readonly sheet: LocationSheet; readonly row: number } | { readonly typed: number };

const withoutAt = <Item>(items: readonly Item[], at: number): Item[] =>
  items.filter((_, index) => index !== at);

const ofTyped = (day: string, by: string, before: string, after: string): LogEntry => ({
  ...{ day, what: 'decided', sender: null, file: typedFile.locations, sha256: noFile },
  ...{ by, before, after },
});

/** Two rows that look like one plan: the one that does not count, or null where they are two plans. */
export function decideClaim(
  workspace: ProvincialWorkspace,
  claim: string,
  out: ClaimedRow | null,
  by: string,
  day: string,
): ProvincialWorkspace {
  const records = recordsOf(workspace);
  if (out === null)
    return logged(
      workspace,
      { day, what: 'decided', sender: null, file: claim, sha256: noFile, by },
      { separate: [...(records.separate ?? []), claim] },
    );
  if ('typed' in out) {
    const { typedLocations = [], typedLeftOut = [] } = workspace;
    const cells = typedLocations[out.typed];
    if (cells === undefined) return workspace;
    return logged(
      {
        ...workspace,
        typedLocations: withoutAt(typedLocations, out.typed),
        typedLeftOut: [...typedLeftOut, cells],
      },
      ofTyped(day, by, claim, cells.slice(0, 3).join(' / ')),
    );
  }
  const { sheet, row } = out;
  const next = { ...sheet, leftOut: [...(sheet.leftOut ?? []), row] };
  return logged(
    workspace,
    { ...entryOf('decided', day, sheet), by, at: placeInFile(sheet, row, 0), before: claim },
    { sheets: records.sheets.map((other) => (other === sheet ? next : other)) },
  );
}

/** A typed row that was left out counts again. @param at among those left out */
export function bringTypedBack(
  workspace: ProvincialWorkspace,
  at: number,
  by: string,
  day: string,
): ProvincialWorkspace {
  const { typedLocations = [], typedLeftOut = [] } = workspace;
  const cells = typedLeftOut[at];
  if (cells === undefined) return workspace;
  return logged(
    {
      ...workspace,
      typedLocations: [...typedLocations, cells],
      typedLeftOut: withoutAt(typedLeftOut, at),
    },
    ofTyped(day, by, '', cells.slice(0, 3).join(' / ')),
  );
}

/** Of what is about no file of its own. */
const noFile = '0'.repeat(64);

/** A row that was left out counts again. */
export function bringBack(
  workspace: ProvincialWorkspace,
  sheet: LocationSheet,
  row: number,
  by: string,
  day: string,
): ProvincialWorkspace {
  const next = { ...sheet, leftOut: (sheet.leftOut ?? []).filter((each) => each !== row) };
  return logged(
    workspace,
    { ...entryOf('decided', day, sheet), by, at: placeInFile(sheet, row, 0) },
    { sheets: recordsOf(workspace).sheets.map((other) => (other === sheet ? next : other)) },
  );
}

/** A municipality in the list of senders. */
export interface Sender {
  readonly code: string;
  readonly name: string;
  /** What counts of it now; empty: nothing of its own. */
  readonly sheets: readonly LocationSheet[];
  /** The first of these. */
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
    const sheets = recordsOf(workspace).sheets.filter((each) => each.sender === code);
    const elsewhere = [...(files[at] ?? [])].filter(
      (file) => !sheets.some((sheet) => sheet.name === file),
    );
    const waiting = recordsOf(workspace).waiting.filter((each) => each.sender === code);
    return {
      ...{ code, name, sheets, sheet: sheets[0] ?? null, waiting, elsewhere },
      isMissing: sheets.length === 0 && elsewhere.length === 0 && waiting.length === 0,
    };
  });
}
