/** Published tables: beside the own result, what reproduces them, and what they imply. */
import type { InputsParameters } from './allocation.ts';
import type {
  CompareResult,
  CompareTablesResult,
  ImpliedResult,
  ReproduceResult,
} from './answers.ts';

export interface CompareParameters extends InputsParameters {
  /** The published table (put before). */
  readonly table: string;
  /** Loaded files that take part in the search beside the bundled vintages. */
  readonly loaded?: readonly string[];
  /** Decimals of the scores behind the table; default: the finest of the column. */
  readonly scoreUnitDecimals?: number;
  /** File of where municipalities went, to tell the fates; default: that of `merge`. */
  readonly changes?: string;
}

export interface CompareTablesParameters extends InputsParameters {
  readonly changes?: string;
  readonly table: string;
  readonly other: string;
}

export interface ReproduceParameters extends InputsParameters {
  readonly changes?: string;
  readonly table: string;
  readonly loaded?: readonly string[];
  /** Only the given need, also where the table's own total allows others. */
  readonly onlyGivenNeed?: boolean;
}

export interface ImpliedParameters extends InputsParameters {
  /** `need` and `population` are those of the table. */
  readonly table: string;
  /** A municipality in the table; its score, or that of the inputs where it is left out. */
  readonly reference?: { readonly municipality: string; readonly score?: string };
  /** Without a reference: the mean score of the country as decimal text; default 0. */
  readonly nationalMean?: string;
  /** A complete table stands in for scores: the round that its shares are carried to. */
  readonly carryTo?: { readonly population: string; readonly need: number };
}

export interface ComparisonOperations {
  readonly compare: { readonly parameters: CompareParameters; readonly result: CompareResult };
  readonly compareTables: {
    readonly parameters: CompareTablesParameters;
    readonly result: CompareTablesResult;
  };
  readonly reproduce: {
    readonly parameters: ReproduceParameters;
    readonly result: ReproduceResult;
  };
  readonly implied: { readonly parameters: ImpliedParameters; readonly result: ImpliedResult };
}
