/** One figure explained: steps, sums, sources. */
import type { InputsParameters } from './allocation.ts';
import type { ExplainResult } from './answers.ts';

export interface ExplainParameters extends InputsParameters {
  /** Code or name; exactly one of the two is given. */
  readonly municipality?: string;
  readonly province?: string;
}

export interface ExplanationOperations {
  readonly explain: { readonly parameters: ExplainParameters; readonly result: ExplainResult };
}
