/** Sums over selections of municipalities: what a filter leaves, regions that a person named. */
import type { InputsParameters } from './allocation.ts';
import type { Basis, Figure, PerThousand } from './common.ts';

export interface SumsParameters extends InputsParameters {
  /** Each a list of municipality codes; one that occurs twice counts once. */
  readonly selections: readonly (readonly string[])[];
}

export interface SelectionSum {
  readonly municipalities: number;
  readonly inhabitants: number;
  /** The sum of the rounded shares; of intervals an outer bound, of bands the sum of their ends. */
  readonly total: Figure;
  readonly minors: Figure | null;
  /** null for a selection without inhabitants. */
  readonly perThousand: PerThousand | null;
  /** Codes that are not in the list. */
  readonly missing: readonly string[];
}

export interface SumsResult {
  readonly basis: Basis;
  /** One per selection, in order. */
  readonly sums: readonly SelectionSum[];
}

export interface SumsOperations {
  readonly sums: { readonly parameters: SumsParameters; readonly result: SumsResult };
}
