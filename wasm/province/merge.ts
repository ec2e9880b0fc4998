/**
 * Two colleagues' workspaces: what differs, cell by cell, to be taken over or left. Mine stays wherever
 * nobody says otherwise. Tables of locations are laid beside mine as newer versions of their senders.
 */
import { lookUp } from '../contract/look-up.ts';
import type { Core } from '../index.ts';
import type { ProvincialWorkspace } from './workspace.ts';
import { type SenderRecords, nothingReceived } from './records.ts';
import { tableDifferences } from './differences.ts';
import { currentOf, freeName } from './intake.ts';
import { countedRows, readTable } from './table-reading.ts';

/** A step into the workspace: the name of a field, or which item of a list. */
export type Step = string | { readonly by: string; readonly is: string };

export interface WorkspaceDifference {
  /** One of a kind among the differences of two workspaces. */
  readonly key: string;
  readonly path: readonly Step[];
  /** Undefined: not there. */
  readonly mine: unknown;
  readonly theirs: unknown;
}

type Json = Readonly<Record<string, unknown>>;
export const isPlainRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Merged in another way, or one's own. */
const apart: ReadonlySet<string> = new Set(['senders']);
/** By which field the items of a list are told apart. */
const names = ['code', 'id', 'step', 'name'] as const;

/** What makes two items of such a list the same one. */
const typedRow = (row: unknown): string => {
  const [municipality = '', number = '', name = ''] = row as readonly string[];
  return `${municipality}|${number === '' ? name : number}`.toLowerCase();
};
const identities: Readonly<Record<string, (item: unknown) => string>> = {
  typedLocations: typedRow,
  typedLeftOut: typedRow,
  offers: (offer) =>
    ['municipality', 'date', 'kind', 'certainty']
      .map((name) => String(lookUp(offer as Json, name)))
      .join('|'),
  wishes: (wish) => String((wish as Json)['municipality']),
  national: (number) => String((number as Json)['from']),
};

const isItem = (item: unknown, { by, is }: Exclude<Step, string>): boolean => {
  if (by === '') return item === is;
  if (by === '=') return JSON.stringify(item) === is;
  const identity = lookUp(identities, by);
  return identity === undefined
    ? isPlainRecord(item) && lookUp(item, by) === is
    : identity(item) === is;
};

const nameOf = (items: readonly unknown[]): string | undefined =>
  items.length === 0
    ? undefined
    : names.find((name) =>
        items.every((item) => isPlainRecord(item) && typeof item[name] === 'string'),
      );

const same = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

const keyOf = (path: readonly Step[]): string =>
  path.map((step) => (typeof step === 'string' ? step : `${step.by}=${step.is}`)).join('/');

function compare(mine: unknown, theirs: unknown, path: readonly Step[]): WorkspaceDifference[] {
  if (same(mine, theirs)) return [];
  if (isPlainRecord(mine) && isPlainRecord(theirs))
    return [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].flatMap((name) =>
      path.length === 0 && apart.has(name)
        ? []
        : compare(lookUp(mine, name), lookUp(theirs, name), [...path, name]),
    );
  if (Array.isArray(mine) && Array.isArray(theirs)) {
    const [own, other] = [mine as unknown[], theirs as unknown[]];
    const list = path.at(-1);
    const all = [...own, ...other];
    const steps = (name: string, identity: (item: unknown) => string): WorkspaceDifference[] =>
      [...new Set(all.map(identity))].flatMap((is) => {
        const step = { by: name, is };
        const [here, there] = [own, other].map((items) => items.find((each) => isItem(each, step)));
        if (same(here, there)) return [];
        return name === '' || name === '=' || Array.isArray(here ?? there)
          ? [{ key: keyOf([...path, step]), path: [...path, step], mine: here, theirs: there }]
          : compare(here, there, [...path, step]);
      });
    const by = nameOf(all);
    if (by !== undefined) return steps(by, (item) => String(lookUp(item as Json, by)));
    if (all.every((each) => typeof each === 'string')) return steps('', String);
    const identity = typeof list === 'string' ? lookUp(identities, list) : undefined;
    const isApart = (items: unknown[]): boolean =>
      identity !== undefined && new Set(items.map(identity)).size === items.length;
    if (typeof list === 'string' && identity !== undefined && isApart(own) && isApart(other))
      return steps(list, identity);
    // The transfers of an exchange hold together; of other lists each item stands alone.
    if (list !== 'transfers') return steps('=', (item) => JSON.stringify(item));
  }
  return [{ key: keyOf(path), path, mine, theirs }];
}

/** An exchange of theirs with the number of another of mine gets a number that is free. */
function renumbered(mine: ProvincialWorkspace, theirs: ProvincialWorkspace): ProvincialWorkspace {
  const parties = ({ transfers }: ProvincialWorkspace['exchanges'][number]): string =>
    transfers.map(({ ledger, from, to }) => `${ledger} ${from} ${to}`).join(', ');
  const taken = new Set([...mine.exchanges, ...theirs.exchanges].map(({ id }) => id));
  return {
    ...theirs,
    exchanges: theirs.exchanges.map((exchange) => {
      const own = mine.exchanges.find(({ id }) => id === exchange.id);
      if (own === undefined || parties(own) === parties(exchange)) return exchange;
      let number = mine.exchanges.length + 1;
      while (taken.has(String(number))) number += 1;
      taken.add(String(number));
      return { ...exchange, id: String(number) };
    }),
  };
}

/**
 * A file of theirs with the name of another of mine gets a name that is free; the contents of both.
 * @param mine, theirs contents by name
 * @param workspace theirs, which names them
 * @param present mine, in which a table that was sent may have such a name
 */
export function filesBeside(
  mine: Readonly<Record<string, string>>,
  theirs: Readonly<Record<string, string>>,
  workspace: ProvincialWorkspace,
  present: ProvincialWorkspace,
): { readonly workspace: ProvincialWorkspace; readonly files: Readonly<Record<string, string>> } {
  const files = new Map(Object.entries(mine));
  const locations = workspace.locations.map((name) => {
    const content = lookUp(theirs, name);
    if (content === undefined) return name;
    // The same file is one, whatever each of us calls it.
    const same = [...files].find(([, other]) => other === content);
    if (same !== undefined) return same[0];
    const free = freeName({ ...present, locations: [...present.locations, ...files.keys()] }, name);
    files.set(free, content);
    return free;
  });
  return { workspace: { ...workspace, locations }, files: Object.fromEntries(files) };
}

/** Whether two workspaces are about the same table: a round, and one municipality at least in common. */
export const areOfOneTable = (mine: ProvincialWorkspace, theirs: ProvincialWorkspace): boolean =>
  mine.round === theirs.round &&
  theirs.municipalities.some(({ code }) => mine.municipalities.some((own) => own.code === code));

export const workspaceDifferences = (
  mine: ProvincialWorkspace,
  theirs: ProvincialWorkspace,
): WorkspaceDifference[] => compare(mine, renumbered(mine, theirs), []);

function put(value: unknown, [step, ...rest]: readonly Step[], next: unknown): unknown {
  if (step === undefined) return next;
  if (typeof step === 'string') {
    const record = isPlainRecord(value) ? value : {};
    const inner = put(lookUp(record, step), rest, next);
    const { [step]: _replaced, ...others } = record;
    return inner === undefined ? others : { ...record, [step]: inner };
  }
  const items = Array.isArray(value) ? (value as unknown[]) : [];
  const at = items.findIndex((item) => isItem(item, step));
  const inner = put(items[at], rest, next);
  if (inner === undefined) return items.filter((_, place) => place !== at);
  return at === -1 ? [...items, inner] : items.map((item, place) => (place === at ? inner : item));
}

/** What the other has to offer: what only I have is mine, and is taken away by nobody unasked. */
export const offered = (differences: readonly WorkspaceDifference[]): ReadonlySet<string> =>
  new Set(differences.filter(({ theirs }) => theirs !== undefined).map(({ key }) => key));

/** Mine, with theirs at the differences that were taken over. */
export const withTheirs = (
  mine: ProvincialWorkspace,
  differences: readonly WorkspaceDifference[],
  taken: ReadonlySet<string>,
): ProvincialWorkspace =>
  differences
    .filter(({ key }) => taken.has(key))
    .reduce((value, { path, theirs }) => put(value, path, theirs) as ProvincialWorkspace, mine);

/** Lays the tables of a colleague beside mine, adds the layouts that I have not, and joins the logs. */
export function besideTheirs(
  core: Core,
  mine: ProvincialWorkspace,
  theirs: ProvincialWorkspace,
  file: { readonly name: string; readonly sha256: string },
  day: string,
): ProvincialWorkspace {
  const records = theirs.senders ?? nothingReceived;
  let joined = mine;
  for (const sheet of records.sheets)
    joined = besideSheet(core, joined, { ...sheet, reason: 'newer' });
  for (const sheet of records.waiting) joined = besideSheet(core, joined, sheet);
  const own = joined.senders ?? nothingReceived;
  const layout = ({ sender, headings }: SenderRecords['mappings'][number]): string =>
    `${sender}|${headings.join('|')}`;
  const known = new Set(own.mappings.map(layout));
  const lines = new Set(own.log.map((entry) => JSON.stringify(entry)));
  const log = [...own.log, ...records.log.filter((entry) => !lines.has(JSON.stringify(entry)))];
  return {
    ...joined,
    senders: {
      ...own,
      mappings: [...own.mappings, ...records.mappings.filter((each) => !known.has(layout(each)))],
      log: [
        ...log.toSorted((one, other) => one.day.localeCompare(other.day)),
        { day, what: 'merged', sender: null, file: file.name, sha256: file.sha256 },
      ],
    },
  };
}

/** One table of theirs: counted where I have nothing of this sender, else waiting beside mine. */
function besideSheet(
  core: Core,
  mine: ProvincialWorkspace,
  sheet: SenderRecords['waiting'][number],
): ProvincialWorkspace {
  const records = mine.senders ?? nothingReceived;
  const isHere = records.waiting.some(
    ({ sha256, sender, version }) =>
      sha256 === sheet.sha256 && sender === sheet.sender && version === sheet.version,
  );
  if (isHere) return mine;
  const name = freeName(mine, sheet.name);
  const current = currentOf(mine, sheet);
  const { reason, ...rest } = { ...sheet, name };
  if (reason === 'newer' && current === undefined)
    return { ...mine, senders: { ...records, sheets: [...records.sheets, rest] } };
  if (reason === 'newer' && current !== undefined) {
    const before = readTable(core, mine.municipalities, countedRows(current));
    const after = readTable(core, mine.municipalities, countedRows(sheet));
    if (tableDifferences(before, after).length === 0) return mine;
  }
  return { ...mine, senders: { ...records, waiting: [...records.waiting, { ...rest, reason }] } };
}
