/** Sums over selections of municipalities: what a filter leaves, regions that a person named. */
import type { InputsParameters } from './allocation.ts';
import type { SumsResult } from './answers.ts';

export interface SumsParameters extends InputsParameters {
  /** Each a list of municipality codes; one that occurs twice counts once. */
  readonly selections: readonly (readonly string[])[];
}

export interface SumsOperations {
  readonly sums: { readonly parameters: SumsParameters; readonly result: SumsResult };
}
