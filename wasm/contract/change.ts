/** Two results beside each other. */
import type { InputsParameters } from './allocation.ts';
import type { ChangeResult } from './answers.ts';
import type { ReadFile } from './common.ts';
import type { ScenarioParameters } from './sensitivity.ts';

/** One of the two results: computed, or a table of figures that someone printed. */
export type ChangeSide =
  | {
      readonly computed: InputsParameters;
      /** What if: other inputs, another need, municipalities together, the score counting otherwise. */
      readonly scenario?: ScenarioParameters;
    }
  | {
      readonly printed: ReadFile & {
        readonly provinces?: readonly string[];
        /**
         * A table of inhabitants that was put before. With it the printed table is read as in `compare`,
         * by names where it has no codes; a row that fits none or several of the list is left out, with
         * finding `printed_unknown` or `printed_ambiguous`.
         */
        readonly list?: string;
        /** Other prints that were put before: rows that the file does not print come from the first that has them. */
        readonly beside?: readonly string[];
      };
    };

export interface ChangeParameters {
  readonly from: ChangeSide;
  readonly to: ChangeSide;
  /** Asks for the table as a CSV file as well: the bytes are in column `csv` of the answer. */
  readonly dialect?: 'international' | 'nl';
}

/**
 * A computed side that is not known to the place takes what someone printed of it, where `published` of
 * its inputs has that, and its interval or band for the rest.
 */
export interface ChangeOperations {
  readonly change: { readonly parameters: ChangeParameters; readonly result: ChangeResult };
}
