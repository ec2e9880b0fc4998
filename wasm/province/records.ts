/**
 * What a province received from its municipalities: part of the workspace, and kept with it.
 */
import type { LocationField } from '../contract/provincial.ts';

/** A cell for which a person typed a value of their own; what was sent stays beside it. */
export interface Correction {
  /** From 0, in `rows`. */
  readonly row: number;
  readonly column: number;
  readonly raw: string;
  readonly value: string;
  /** Who typed it, as they call themselves. */
  readonly by: string;
  readonly day: string;
}

/** What stands in a file and is not read: a number above the table, in a column of its own, in a comment. */
export interface Unread {
  /** As a spreadsheet names the cell. */
  readonly at: string;
  /** Empty where it may be about a person. */
  readonly text: string;
  readonly why: 'above' | 'column' | 'comment' | 'remark';
}

/** A table of locations as the core counts it: rows and columns stand where the sender had them. */
export interface LocationSheet {
  /** Name before the core, `ankerveen.xlsx#Locaties`; one of a kind in the workspace. */
  readonly name: string;
  /** Code of the municipality that it is from; null: of several, such as the province's own list. */
  readonly sender: string | null;
  /** The first that came from this sender is 1. */
  readonly version: number;
  /** Day on which it was received. */
  readonly received: string;
  /** SHA-256 of the file as it was received. */
  readonly sha256: string;
  readonly rows: readonly (readonly string[])[];
  /** Where each cell stood, where a layout had to be turned into that of the template. */
  readonly origin?: readonly (readonly string[])[];
  readonly corrections?: readonly Correction[];
  /** Rows, from 0, that do not count because a person said so. */
  readonly leftOut?: readonly number[];
  readonly unread?: readonly Unread[];
}

/** A table that waits for a person, and why: nothing is overwritten or guessed in silence. */
export interface WaitingSheet extends LocationSheet {
  /**
   * `newer`: set beside what is there; `layout`: its columns are not known; `sender`: from whom?
   * `hidden`: the sender had hidden it.
   */
  readonly reason: 'newer' | 'layout' | 'sender' | 'hidden';
}

/** A column with places, where a layout has one for each kind or certainty. */
export interface PlacesColumn {
  readonly column: number;
  /** In the words of the template; left out: as the column of kinds or certainties says. */
  readonly kind?: string;
  readonly certainty?: string;
}

/** Which column of a sender's own layout is what; said once, used for every later file alike. */
export interface LayoutMapping {
  /** Null: of several municipalities together. */
  readonly sender: string | null;
  /** The headings as the sender writes them: by these the layout is recognised. */
  readonly headings: readonly string[];
  /** Rows of headings, one below the other; left out: one. */
  readonly headerRows?: number;
  /** Whether locations or municipalities stand in columns. */
  readonly transposed?: boolean;
  /** Columns with places beside that of `columns`; a row is then a location for each. */
  readonly places?: readonly PlacesColumn[];
  /** Field of a location → column, from 0. */
  readonly columns: Readonly<Partial<Record<LocationField, number>>>;
  /** A word that holds for every row, where the layout has no column for it. */
  readonly fixed: Readonly<Partial<Record<LocationField, string>>>;
  /** The sender's words for kind and certainty → those of the template. */
  readonly words: Readonly<Record<string, string>>;
}

/** What came from whom, and what was done with it. */
export interface LogEntry {
  readonly day: string;
  readonly what:
    | 'received'
    | 'same'
    | 'waiting'
    | 'accepted'
    | 'accepted_partly'
    | 'rejected'
    | 'removed'
    | 'mapped'
    | 'merged'
    | 'corrected'
    | 'decided';
  readonly sender: string | null;
  readonly file: string;
  readonly sha256: string;
  /** Cells that differed, or were taken over. */
  readonly cells?: number;
  /** Who did it, as they call themselves. */
  readonly by?: string;
  /** The cell or row that it is about, and what it said before and after. */
  readonly at?: string;
  readonly before?: string;
  readonly after?: string;
}

export interface SenderRecords {
  readonly sheets: readonly LocationSheet[];
  readonly waiting: readonly WaitingSheet[];
  readonly mappings: readonly LayoutMapping[];
  readonly log: readonly LogEntry[];
  /** Pairs of rows that look like one plan, and of which a person said that they are two. */
  readonly separate?: readonly string[];
}

export const nothingReceived: SenderRecords = { sheets: [], waiting: [], mappings: [], log: [] };

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isText = (value: unknown): value is string => typeof value === 'string';
export const isTextOrNull = (value: unknown): boolean => value === null || isText(value);
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
export const every = (value: unknown, test: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(test);
export const eachOf = (value: unknown, test: (item: unknown) => boolean): boolean =>
  isRecord(value) && Object.values(value).every(test);

const left = (value: unknown, test: (value: unknown) => boolean): boolean =>
  value === undefined || test(value);
const areCells = (value: unknown): boolean => every(value, (row) => every(row, isText));

const isCorrection = (value: unknown): boolean =>
  isRecord(value) &&
  [value.row, value.column].every(isCount) &&
  [value.raw, value.value, value.by, value.day].every(isText);

const isUnread = (value: unknown): boolean =>
  isRecord(value) &&
  isText(value.at) &&
  isText(value.text) &&
  ['above', 'column', 'comment', 'remark'].includes(String(value.why));

const isSheet = (value: unknown): boolean =>
  isRecord(value) &&
  isText(value.name) &&
  isTextOrNull(value.sender) &&
  isCount(value.version) &&
  isText(value.received) &&
  isText(value.sha256) &&
  areCells(value.rows) &&
  left(value.origin, areCells) &&
  left(value.corrections, (all) => every(all, isCorrection)) &&
  left(value.leftOut, (rows) => every(rows, isCount)) &&
  left(value.unread, (all) => every(all, isUnread));

const isWaiting = (value: unknown): boolean =>
  isRecord(value) &&
  ['newer', 'layout', 'sender', 'hidden'].includes(String(value.reason)) &&
  isSheet(value);

const isPlacesColumn = (value: unknown): boolean =>
  isRecord(value) &&
  isCount(value.column) &&
  left(value.kind, isText) &&
  left(value.certainty, isText);

const isMapping = (value: unknown): boolean =>
  isRecord(value) &&
  isTextOrNull(value.sender) &&
  left(value.headerRows, isCount) &&
  left(value.transposed, (said) => typeof said === 'boolean') &&
  left(value.places, (all) => every(all, isPlacesColumn)) &&
  every(value.headings, isText) &&
  eachOf(value.columns, isCount) &&
  eachOf(value.fixed, isText) &&
  eachOf(value.words, isText);

const whats: Readonly<Record<LogEntry['what'], true>> = {
  received: true,
  same: true,
  waiting: true,
  accepted: true,
  accepted_partly: true,
  rejected: true,
  removed: true,
  mapped: true,
  merged: true,
  corrected: true,
  decided: true,
};

const isLogEntry = (value: unknown): boolean =>
  isRecord(value) &&
  [value.day, value.what, value.file, value.sha256].every(isText) &&
  Object.hasOwn(whats, String(value.what)) &&
  isTextOrNull(value.sender) &&
  [value.by, value.at, value.before, value.after].every((each) => left(each, isText)) &&
  left(value.cells, isCount);

/** Whether a value, which anyone may have written, is such a record. */
export const areSenderRecords = (value: unknown): value is SenderRecords =>
  isRecord(value) &&
  every(value.sheets, isSheet) &&
  every(value.waiting, isWaiting) &&
  every(value.mappings, isMapping) &&
  every(value.log, isLogEntry) &&
  left(value.separate, (all) => every(all, isText));
