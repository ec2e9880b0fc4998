/**
 * The workspace of a provincial table as it is kept in a file (`public/schema/provincial-workspace.json`),
 * and what of it is asked of the core. Shared by the page and the command line.
 */
import { lookUp } from '../contract/look-up.ts';
import type { Certainty, EditionRecord, PlaceKind } from '../contract/answers.ts';
import type {
  Exchange,
  ExchangeTransfer,
  ProposeExchangeParameters,
  ProvinceMunicipality,
  ProvincialTableParameters,
  PublicEditionParameters,
  SetDay,
} from '../contract/operations.ts';
import { csvText } from '../files/csv-text.ts';
import { provincialWords } from '../words/provincial-words.ts';
import { countedRows } from './table-reading.ts';
import {
  type SenderRecords,
  areSenderRecords,
  eachOf,
  every,
  isRecord,
  isText,
} from './records.ts';

export interface WorkspaceExchange extends Exchange {
  readonly id: string;
  readonly date: string;
  /** Days between which it holds, as the parties agreed; left out: not said. */
  readonly from?: string;
  readonly until?: string;
  /** As the parties agreed it; nothing is computed from it, and no ratio is official. */
  readonly ratio: string;
  readonly note: string;
  readonly public: boolean;
  readonly transfers: readonly ExchangeTransfer[];
}

/** The columns of a location that was typed in: those of the template. */
export const locationColumns = [
  'gemeente',
  'nummer',
  'locatie',
  'soort',
  'plekken',
  'van',
  'tot en met',
  'zekerheid',
  'vervolg op',
  'openbaar',
  'opmerking',
] as const;

/**
 * An offer without a location, typed in for one reference date. It counts on that day alone: without a
 * period it is no durable place, and no test of periods can count it.
 */
export interface TypedOffer {
  /** Code. */
  readonly municipality: string;
  readonly date: string;
  readonly kind: PlaceKind;
  readonly certainty: Certainty;
  /** As typed: what is no number is a finding at its place. */
  readonly places: string;
}

/** What the housing target of a half-year is computed from. */
export interface HousingInput {
  /** `2027-1`. */
  readonly halfYear: string;
  readonly national: readonly { readonly from: string; readonly persons: number }[];
  /** By code: persons not yet housed (above nought) or housed ahead (below). */
  readonly backlog: Readonly<Record<string, number>>;
  /** Where the bundled population has no such municipalities, or no such year: typed in. */
  readonly population?: {
    readonly country: number | null;
    /** By code. */
    readonly municipalities: Readonly<Record<string, number>>;
  };
}

/** For the simulation of a remainder: who takes part is marked by a person. */
export interface RemainderInput {
  /** Places to spread; null: what the offers lack on the first reference date. */
  readonly places: number | null;
  /** Codes. */
  readonly eligible: readonly string[];
}

/** By test and setting, as `deduction.fiveYears`. */
export type SettingNotes = Readonly<Record<string, string>>;

/** A municipality whose indicative share may still be lacking. */
export interface WorkspaceMunicipality extends Omit<ProvinceMunicipality, 'indicative'> {
  /** Null: not known yet. An estimate is no number, so it stands here as null. */
  readonly indicative: number | null;
  /** Places for displaced persons from Ukraine that are there, beside those agreed. */
  readonly ukraineRealised?: number | null;
  /** Status holders housed, per half-year, beside the target. */
  readonly statusHoldersHoused?: { readonly [halfYear: string]: number };
}

export interface ProvincialWorkspace extends Pick<
  ProvincialTableParameters,
  'regions' | 'dates' | 'notations' | 'deduction' | 'decision' | 'grants'
> {
  readonly province: string;
  readonly invented?: boolean;
  readonly round: string;
  readonly task: {
    /** Null: the sum of the indicative shares. */
    readonly total: number | null;
    readonly minors: number | null;
    /** Where the task comes from, said beside it. */
    readonly basis: 'published' | 'official' | 'cbs_file' | 'own_input';
    readonly source: string;
  };
  readonly municipalities: readonly WorkspaceMunicipality[];
  /** Names of files with locations. */
  readonly locations: readonly string[];
  /** Locations that were typed in, cell by cell in the order of `locationColumns`. */
  readonly typedLocations?: readonly (readonly string[])[];
  /** Of these, rows that do not count because a person said so: another's row is about the same plan. */
  readonly typedLeftOut?: readonly (readonly string[])[];
  /** Offers without a location, typed in. */
  readonly offers?: readonly TypedOffer[];
  /** Codes of the municipalities whose typed offers are public; the others' are confidential. */
  readonly publicOffers?: readonly string[];
  /** Cells of the table of municipalities that hold no number, as `GM0001 minors`: the text as typed. */
  readonly refusedCells?: Readonly<Record<string, string>>;
  /** Days set by the province, over those of the round. */
  readonly calendar: readonly SetDay[];
  readonly exchanges: readonly WorkspaceExchange[];
  readonly openPoints: readonly string[];
  /** Why a person reads so what the law leaves open; left out: nothing was noted. */
  readonly settingNotes?: SettingNotes;
  readonly housing?: HousingInput;
  readonly remainder?: RemainderInput;
  /** Who wants to take over or hand over how much, for the search for closed sets. */
  readonly wishes?: ProposeExchangeParameters['wishes'];
  /** What people decided about the public edition, and what was published before. */
  readonly publication?: {
    /** Municipalities that let their numbers be printed, and why. */
    readonly releases?: readonly { readonly municipality: string; readonly reason: string }[];
    /** Why confidential remainders are printed, whatever they tell. */
    readonly printAnyway?: string;
    readonly editions?: readonly (EditionRecord & { readonly day: string })[];
  };
  /** What came from whom; left out: nothing yet. */
  readonly senders?: SenderRecords;
}

/** Names of the tables that hold what was typed in. */
export const typedFile = { locations: 'getypte-locaties', offers: 'getypt-aanbod' } as const;

/** What is typed in is kept in the words of the template in Dutch. */
const words = provincialWords('nl');

const nothing: readonly never[] = [];

export interface InnerTable {
  readonly name: string;
  /** What its text is made of: while all of these are the same, so is the text. */
  readonly from: readonly unknown[];
  readonly text: () => string;
}

/** What the core knows tables of a workspace by, and those that wait: each is one table's alone. */
export const tableNames = ({ locations, senders }: ProvincialWorkspace): string[] => [
  ...Object.values(typedFile),
  ...locations,
  ...[...(senders?.sheets ?? []), ...(senders?.waiting ?? [])].map(({ name }) => name),
];

/**
 * What the workspace itself holds, as tables of locations for the core: handed over with `put` like a
 * file. What was typed in stands behind a row of headings; what a municipality sent stands where the
 * sender has it.
 */
export function innerTables(workspace: ProvincialWorkspace): InnerTable[] {
  const { typedLocations = nothing, offers = nothing, publicOffers = nothing } = workspace;
  const tables: InnerTable[] = [];
  if (typedLocations.length > 0)
    tables.push({
      name: typedFile.locations,
      from: [typedLocations],
      text: () => csvText([locationColumns, ...typedLocations], 'international'),
    });
  if (offers.length > 0)
    tables.push({
      name: typedFile.offers,
      from: [offers, publicOffers],
      text: () => offersText(offers, new Set(publicOffers)),
    });
  for (const sheet of workspace.senders?.sheets ?? [])
    tables.push({
      name: sheet.name,
      from: [sheet.rows, sheet.corrections, sheet.leftOut],
      text: () => cellsText(countedRows(sheet)),
    });
  return tables;
}

const offersText = (offers: readonly TypedOffer[], isPublic: ReadonlySet<string>): string =>
  csvText(
    [
      locationColumns,
      ...offers.map(({ municipality, date, kind, certainty, places }) => [
        municipality,
        [municipality, date, kind, certainty].join('/'),
        'aanbod zonder locatie',
        words.kinds[kind],
        places,
        date,
        date,
        words.certainties[certainty],
        '',
        isPublic.has(municipality) ? words.yes : words.no,
        '',
      ]),
    ],
    'international',
  );

/** Cells as they are: what a sender wrote is no formula of ours, so nothing is put before it. */
const cellsText = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`)
    .join('');

export type Edition = 'public' | 'confidential';

/** What of a workspace goes into an edition: the public one leaves confidential exchanges out. */
export const exchangesOf = (
  workspace: ProvincialWorkspace,
  edition: Edition,
): readonly WorkspaceExchange[] =>
  edition === 'public' ? workspace.exchanges.filter((each) => each.public) : workspace.exchanges;

/** A workspace of which every indicative share is known: only then offers are set beside them. */
export interface CompleteWorkspace extends ProvincialWorkspace {
  readonly municipalities: readonly (WorkspaceMunicipality & ProvinceMunicipality)[];
}

export function isComplete(workspace: ProvincialWorkspace): workspace is CompleteWorkspace {
  return workspace.municipalities.every(({ indicative }) => indicative !== null);
}

/** Texts that people typed; the core warns where one seems to hold data of a person. */
const freeTexts = (workspace: ProvincialWorkspace): { place: string; text: string }[] =>
  [
    { place: 'opgave', text: workspace.task.source },
    ...workspace.openPoints.map((text, at) => ({ place: `open punt ${at + 1}`, text })),
    ...workspace.calendar.map(({ step, note }) => ({
      place: `kalender ${step}`,
      text: note ?? '',
    })),
    ...Object.entries(workspace.settingNotes ?? {}).map(([setting, text]) => ({
      place: `lezing ${setting}`,
      text,
    })),
    ...workspace.exchanges.flatMap(({ id, note, ratio }) => [
      { place: `uitruil ${id}`, text: note },
      { place: `uitruil ${id}`, text: ratio },
    ]),
  ].filter(({ text }) => text !== '');

/** Codes of the municipalities that sent a table of their own. */
const receivedFrom = ({ senders, municipalities }: ProvincialWorkspace): string[] => {
  const codes = new Set(senders?.sheets.map(({ sender }) => sender));
  return municipalities.map(({ code }) => code).filter((code) => codes.has(code));
};

/** What was realised stands beside the task, and is no part of the question. */
function asked(municipality: CompleteWorkspace['municipalities'][number]): ProvinceMunicipality {
  const { ukraineRealised: _places, statusHoldersHoused: _housed, ...rest } = municipality;
  return rest;
}

/** What the core is asked: all of it, in whatever edition. */
export const tableParameters = (
  workspace: CompleteWorkspace,
  edition: Edition = 'confidential',
): ProvincialTableParameters => ({
  municipalities: workspace.municipalities.map(asked),
  ...(workspace.task.total === null
    ? {}
    : { task: { total: workspace.task.total, minors: workspace.task.minors } }),
  regions: workspace.regions ?? [],
  locations: [...workspace.locations, ...innerTables(workspace).map(({ name }) => name)],
  ...(workspace.notations === undefined ? {} : { notations: workspace.notations }),
  dates: workspace.dates,
  received: receivedFrom(workspace),
  exchanges: exchangesOf(workspace, edition).map(({ status, transfers, from, until }) => ({
    status,
    transfers,
    ...(from === undefined || from === '' ? {} : { from }),
    ...(until === undefined || until === '' ? {} : { until }),
  })),
  texts: freeTexts(workspace),
  ...(workspace.deduction === undefined ? {} : { deduction: workspace.deduction }),
  ...(workspace.decision === undefined ? {} : { decision: workspace.decision }),
  ...(workspace.grants === undefined ? {} : { grants: workspace.grants }),
  edition: 'confidential',
});

/** What is asked for the public edition, and for the record of it. */
export function publicParameters(workspace: CompleteWorkspace): PublicEditionParameters {
  const { releases = [], printAnyway = '', editions = [] } = workspace.publication ?? {};
  const hidden = workspace.exchanges.filter((each) => !each.public && each.status !== 'lapsed');
  return {
    ...tableParameters(workspace, 'public'),
    releases: releases.filter(({ reason }) => reason.trim() !== ''),
    confidentialLedgers: hidden.flatMap(({ transfers }) =>
      transfers.map(({ ledger, halfYear }) => ({
        ledger,
        ...(halfYear === undefined ? {} : { halfYear }),
      })),
    ),
    earlier: editions.map(({ numbers, sums }) => ({ numbers, sums })),
    ...(printAnyway.trim() === '' ? {} : { printAnyway }),
  };
}

/** The workspace once an edition was published; the same where that was so already. */
export function withEdition<W extends ProvincialWorkspace>(
  workspace: W,
  record: EditionRecord,
  day: string,
): W {
  const { publication } = workspace;
  const editions = publication?.editions ?? [];
  const made = { day, numbers: record.numbers, sums: record.sums };
  const same = editions.some(
    ({ numbers, sums }) =>
      JSON.stringify([numbers, sums]) === JSON.stringify([made.numbers, made.sums]),
  );
  return same
    ? workspace
    : { ...workspace, publication: { ...publication, editions: [...editions, made] } };
}

const isNumber = (value: unknown): boolean => typeof value === 'number';
const isNumberOrNone = (value: unknown): boolean => value == null || isNumber(value);
const areTexts = (value: unknown): boolean => every(value, isText);
const left = (value: unknown, test: (value: unknown) => boolean): boolean =>
  value === undefined || test(value);

const isMunicipality = (value: unknown): boolean =>
  isRecord(value) &&
  isText(value.code) &&
  isText(value.name) &&
  [value.indicative, value.minors, value.decided, value.ukraine, value.ukraineRealised].every(
    isNumberOrNone,
  ) &&
  [value.statusHolders, value.statusHoldersHoused].every((each) =>
    left(each, (targets) => eachOf(targets, isNumber)),
  );

const isSetDay = (value: unknown): boolean =>
  isRecord(value) &&
  isText(value.step) &&
  [value.date, value.done, value.note].every((each) => left(each, isText));

const isTransfer = (value: unknown): boolean =>
  isRecord(value) &&
  [value.ledger, value.from, value.to].every(isText) &&
  isNumber(value.number) &&
  left(value.halfYear, isText);

const isExchange = (value: unknown): boolean =>
  isRecord(value) &&
  [value.id, value.date, value.status, value.ratio, value.note].every(isText) &&
  [value.from, value.until].every((each) => left(each, isText)) &&
  every(value.transfers, isTransfer) &&
  (value.transfers as unknown[]).length > 0;

const isHousing = (value: unknown): boolean =>
  isRecord(value) &&
  isText(value.halfYear) &&
  every(value.national, (each) => isRecord(each) && isText(each.from) && isNumber(each.persons)) &&
  eachOf(value.backlog, isNumber) &&
  left(
    value.population,
    (given) =>
      isRecord(given) && isNumberOrNone(given.country) && eachOf(given.municipalities, isNumber),
  );

const isEdition = (value: unknown): boolean =>
  isRecord(value) &&
  isText(value.day) &&
  every(
    value.numbers,
    (each) =>
      isRecord(each) && isText(each.municipality) && isText(each.key) && isNumber(each.places),
  ) &&
  every(value.sums, (each) => isRecord(each) && isText(each.form) && every(each.members, isNumber));

const parts: Readonly<Record<string, (value: unknown) => boolean>> = {
  regions: (value) =>
    every(value, (each) => isRecord(each) && isText(each.name) && areTexts(each.municipalities)),
  typedLocations: (value) => every(value, areTexts),
  typedLeftOut: (value) => every(value, areTexts),
  offers: (value) => every(value, (each) => eachOf(each, isText)),
  publicOffers: areTexts,
  refusedCells: (value) => eachOf(value, isText),
  settingNotes: (value) => eachOf(value, isText),
  publication: (value) =>
    isRecord(value) &&
    left(value.printAnyway, isText) &&
    left(value.releases, (all) => every(all, (each) => eachOf(each, isText))) &&
    left(value.editions, (all) => every(all, isEdition)),
  notations: (value) => eachOf(value, isRecord),
  deduction: isRecord,
  decision: isRecord,
  grants: isRecord,
  housing: isHousing,
  remainder: (value) => isRecord(value) && isNumberOrNone(value.places) && areTexts(value.eligible),
  wishes: (value) =>
    every(
      value,
      (each) => isRecord(each) && isText(each.municipality) && eachOf(each.wanted, isNumber),
    ),
  senders: areSenderRecords,
};

const needed: Readonly<Record<string, (value: unknown) => boolean>> = {
  province: isText,
  round: isText,
  task: (value) =>
    isRecord(value) && isText(value.source) && [value.total, value.minors].every(isNumberOrNone),
  municipalities: (value) => every(value, isMunicipality),
  locations: areTexts,
  dates: areTexts,
  calendar: (value) => every(value, isSetDay),
  exchanges: (value) => every(value, isExchange),
  openPoints: areTexts,
};

/** The first part that has not the form of a workspace, so that nothing in it is taken for what it is not. */
const wrongPart = (value: Record<string, unknown>): string | undefined =>
  Object.keys(needed).find((name) => lookUp(needed, name)?.(lookUp(value, name)) !== true) ??
  Object.keys(parts).find(
    (name) => !left(lookUp(value, name), (part) => lookUp(parts, name)?.(part) === true),
  );

/** A value that may be a workspace, or the name of what is wrong in it. The core checks what is in it. */
export function asWorkspace(value: unknown): ProvincialWorkspace | string {
  if (!isRecord(value)) return 'workspace';
  return wrongPart(value) ?? (value as Record<string, unknown> & ProvincialWorkspace);
}
