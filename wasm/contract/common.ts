/** What every request and answer of the core is made of. */
import type { Finding, InputStatus, NumberNotation, Severity } from './answers.ts';

export type { Finding };

export type FindingCounts = Readonly<Record<Severity, number>>;

/** What a person says about reading a file; each part may be left out. */
export interface FileReading {
  /** How the cells of the file are written, where its own evidence decides wrongly. */
  readonly separator?: ',' | ';' | '\t' | '|';
  readonly encoding?: 'utf-8' | 'windows-1252';
  /** For a file whose numbers allow two readings. */
  readonly notation?: NumberNotation;
  /**
   * Which column is what: by its heading as it stands in the file, or by its number from 1; null: no
   * column. A meaning that is left out is found by its heading.
   */
  readonly columns?: {
    readonly [meaning in MappedMeaning]?: string | number | null;
  };
  /** Which period counts, for a file with several: `2022`. */
  readonly period?: string;
  /** Code lists (put before) that come with OData's long form: `MeasureCodes.csv`, … */
  readonly codeLists?: readonly string[];
}

/** The meanings that a person may give to a column. */
export type MappedMeaning =
  'code' | 'name' | 'province' | 'inhabitants' | 'score' | 'places' | 'minors' | 'period';

export interface ReadFile extends FileReading {
  readonly file: string;
}

export interface InputFile extends ReadFile {
  readonly status: InputStatus;
  /** Of scores: the file is none, but a complete printed table of shares. */
  readonly printed?: PrintedScores;
}

/**
 * What a complete printed table says of the weights of its municipalities, up to one factor that divides
 * out. `derived`: they are those of the round, and figures are proven intervals. Else they are an
 * estimate: `updated` with the change of estimated scores, or `unchanged`.
 */
export interface PrintedScores {
  /** File: the inhabitants that the makers of the table used. */
  readonly population: string;
  /** The need that the table spreads. */
  readonly need: number;
  readonly use: 'derived' | 'updated' | 'unchanged';
  /** Of `updated`: files of estimated scores, of the year of the table and of that of the round. */
  readonly from?: string;
  readonly to?: string;
  /** A file of published figures to whose provincial tasks an estimate is scaled. */
  readonly tasks?: string;
}

export type ErrorCode =
  | 'request_unreadable'
  | 'operation_unknown'
  | 'parameter_missing'
  | 'parameter_invalid'
  | 'file_not_given'
  | 'findings'
  | 'out_of_memory';

/** `findings`: the input has errors, and the list of them is the result. */
export interface ServiceError {
  readonly code: ErrorCode;
  /** The parameter or file it is about; may be empty. */
  readonly about: string;
}

interface AnswerBase {
  readonly findings: readonly Finding[];
  /** Exact counts, also where the list of findings was cut at 1,000 per code. */
  readonly findingCounts: FindingCounts;
}
export type Answer<R> = AnswerBase &
  (
    | {
        readonly ok: true;
        readonly result: R;
        /** Rows of large results, by column name; empty otherwise. */
        readonly columns: ReadonlyMap<string, Column>;
      }
    | { readonly ok: false; readonly error: ServiceError }
  );

export type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | BigUint64Array;
