/**
 * What a province received from its municipalities: part of the workspace, and kept with it.
 */
import type { LocationField } from '../contract/provincial.ts';

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
}

/** A table that waits for a person, and why: nothing is overwritten or guessed in silence. */
export interface WaitingSheet extends LocationSheet {
  /** `newer`: set beside what is there; `layout`: its columns are not known; `sender`: from whom? */
  readonly reason: 'newer' | 'layout' | 'sender';
}

/** Which column of a sender's own layout is what; said once, used for every later file alike. */
export interface LayoutMapping {
  readonly sender: string;
  /** The headings as the sender writes them: by these the layout is recognised. */
  readonly headings: readonly string[];
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
    | 'merged';
  readonly sender: string | null;
  readonly file: string;
  readonly sha256: string;
  /** Cells that differed, or were taken over. */
  readonly cells?: number;
}

export interface SenderRecords {
  readonly sheets: readonly LocationSheet[];
  readonly waiting: readonly WaitingSheet[];
  readonly mappings: readonly LayoutMapping[];
  readonly log: readonly LogEntry[];
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

const isSheet = (value: unknown): boolean =>
  isRecord(value) &&
  isText(value.name) &&
  isTextOrNull(value.sender) &&
  isCount(value.version) &&
  isText(value.received) &&
  isText(value.sha256) &&
  every(value.rows, (row) => every(row, isText));

const isWaiting = (value: unknown): boolean =>
  isRecord(value) && ['newer', 'layout', 'sender'].includes(String(value.reason)) && isSheet(value);

const isMapping = (value: unknown): boolean =>
  isRecord(value) &&
  isText(value.sender) &&
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
};

const isLogEntry = (value: unknown): boolean =>
  isRecord(value) &&
  [value.day, value.what, value.file, value.sha256].every(isText) &&
  Object.hasOwn(whats, String(value.what)) &&
  isTextOrNull(value.sender) &&
  (value.cells === undefined || isCount(value.cells));

/** Whether a value, which anyone may have written, is such a record. */
export const areSenderRecords = (value: unknown): value is SenderRecords =>
  isRecord(value) &&
  every(value.sheets, isSheet) &&
  every(value.waiting, isWaiting) &&
  every(value.mappings, isMapping) &&
  every(value.log, isLogEntry);
