/** What every answer of the core is made of. */
import type { ColumnMeaning, Finding, Severity } from './answers.ts';

export type { Finding };

/** The meanings that a person may give to a column. */
export type MappedMeaning = Exclude<
  ColumnMeaning,
  'level' | 'source' | 'date' | 'url' | 'disputed'
>;

export type FindingCounts = Readonly<Record<Severity, number>>;

export type ErrorCode =
  | 'request_unreadable'
  | 'operation_unknown'
  | 'parameter_unknown'
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

export interface VersionResult {
  readonly version: string;
  readonly commit: string;
}

/** A number; null: an empty cell or a sign for "no figure"; false: something that is no whole number. */
export type ReadCell = number | null | false;

export interface ReadColumnsResult {
  readonly columns: readonly (readonly ReadCell[])[];
}
