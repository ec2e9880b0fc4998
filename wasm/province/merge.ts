/**
 * Two colleagues' workspaces: what differs, cell by cell, to be taken over or left. Mine stays wherever
 * nobody says otherwise. Tables of locations are laid beside mine as newer versions of their senders.
 */
import type { Core } from '../index.ts';
import type { ProvincialWorkspace } from './workspace.ts';
import { type SenderRecords, nothingReceived } from './records.ts';
import { tableDifferences } from './differences.ts';
import { currentOf } from './intake.ts';
import { readTable } from './table-reading.ts';

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
const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Merged in another way, or one's own. */
const apart: ReadonlySet<string> = new Set(['senders']);
/** By which field the items of a list are told apart. */
const names = ['code', 'id', 'step', 'name'] as const;

const nameOf = (items: readonly unknown[]): string | undefined =>
  items.length === 0
    ? undefined
    : names.find((name) => items.every((item) => isRecord(item) && typeof item[name] === 'string'));

const same = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

const keyOf = (path: readonly Step[]): string =>
  path.map((step) => (typeof step === 'string' ? step : `${step.by}=${step.is}`)).join('/');

function compare(mine: unknown, theirs: unknown, path: readonly Step[]): WorkspaceDifference[] {
  if (same(mine, theirs)) return [];
  if (isRecord(mine) && isRecord(theirs))
    return [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].flatMap((name) =>
      path.length === 0 && apart.has(name)
        ? []
        : compare(mine[name], theirs[name], [...path, name]),
    );
  if (Array.isArray(mine) && Array.isArray(theirs)) {
    const [own, other] = [mine as unknown[], theirs as unknown[]];
    const by = nameOf([...own, ...other]);
    if (by !== undefined) {
      const item = (items: readonly unknown[], is: string): unknown =>
        items.find((each) => isRecord(each) && each[by] === is);
      const all = [...own, ...other].map((each) => String((each as Json)[by]));
      return [...new Set(all)].flatMap((is) =>
        compare(item(own, is), item(other, is), [...path, { by, is }]),
      );
    }
    const texts = [...own, ...other].filter((each) => typeof each === 'string');
    if (texts.length === own.length + other.length) {
      return [...new Set(texts)].flatMap((is) => {
        const here = own.includes(is) ? is : undefined;
        const there = other.includes(is) ? is : undefined;
        if (here === there) return [];
        const to: readonly Step[] = [...path, { by: '', is }];
        return [{ key: keyOf(to), path: to, mine: here, theirs: there }];
      });
    }
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
    const record = isRecord(value) ? value : {};
    const inner = put(record[step], rest, next);
    const { [step]: _replaced, ...others } = record;
    return inner === undefined ? others : { ...record, [step]: inner };
  }
  const items = Array.isArray(value) ? (value as unknown[]) : [];
  const at = items.findIndex((item) =>
    step.by === '' ? item === step.is : isRecord(item) && item[step.by] === step.is,
  );
  const inner = put(items[at], rest, next);
  if (inner === undefined) return items.filter((_, place) => place !== at);
  return at === -1 ? [...items, inner] : items.map((item, place) => (place === at ? inner : item));
}

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
  const all = [...records.sheets, ...records.waiting];
  const isHere = records.waiting.some(
    ({ sha256, sender, version }) =>
      sha256 === sheet.sha256 && sender === sheet.sender && version === sheet.version,
  );
  if (isHere) return mine;
  let name = sheet.name;
  for (let number = 2; all.some((other) => other.name === name); number += 1)
    name = `${number}-${sheet.name}`;
  const current = currentOf(mine, sheet);
  const { reason, ...rest } = { ...sheet, name };
  if (reason === 'newer' && current === undefined)
    return { ...mine, senders: { ...records, sheets: [...records.sheets, rest] } };
  if (reason === 'newer' && current !== undefined) {
    const before = readTable(core, mine.municipalities, current.rows);
    const after = readTable(core, mine.municipalities, sheet.rows);
    if (tableDifferences(before, after).length === 0) return mine;
  }
  return { ...mine, senders: { ...records, waiting: [...records.waiting, { ...rest, reason }] } };
}
