/** Two results beside each other. */
import type { InputsParameters } from './allocation.ts';
import type { Basis, ReadFile } from './common.ts';
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
 * What each cause adds or takes away: nine decimals, a minus where it takes away. Need, population and
 * score in that order, each the difference of two printed shares; `rounding` is what rounding to whole
 * places adds. The four add up to `difference`, to the last digit.
 */
export interface ChangeCauses {
  readonly need: string;
  readonly population: string;
  readonly score: string;
  readonly rounding: string;
}

/** A count on both sides; null: that side does not know it. */
export interface ChangedCount {
  readonly from: number | null;
  readonly to: number | null;
  readonly difference: number | null;
  /** Of what it was, one decimal; null where there was nothing. */
  readonly percent: string | null;
  /** The ends, where a side is an interval or a band; null where both are numbers. */
  readonly range: {
    readonly from: readonly [number, number] | null;
    readonly to: readonly [number, number] | null;
    readonly difference: readonly [number, number] | null;
  } | null;
}

export interface ChangeRow extends ChangedCount {
  /** null for a province and the country. */
  readonly code: string | null;
  readonly name: string;
  readonly province: string | null;
  /** The part for unaccompanied minors. */
  readonly minors: ChangedCount;
  /** Why a printed figure is disputed; empty when it is not. */
  readonly disputed: string;
  /** Of a province: the sums of those of its municipalities. */
  readonly causes: ChangeCauses | null;
  /**
   * Where a side is not known to the place: the causes at both ends of what the difference can be. At
   * each end the four add up to it, to the last digit.
   */
  readonly causeEnds: { readonly low: ChangeCauses; readonly high: ChangeCauses } | null;
  /** Shares with nine decimals: as it was, with the new need, with the new inhabitants, as it is. */
  readonly shares: readonly [string, string, string, string] | null;
}

export interface ChangeResult {
  readonly fromBasis: Basis | 'published';
  readonly toBasis: Basis | 'published';
  /**
   * Why there are no causes: a printed table has none, the two lists have other municipalities, or a
   * what-if lets the score count otherwise or takes municipalities together.
   */
  readonly causesMissing: 'published' | 'municipalities' | 'scenario' | null;
  /** The need of the country on both sides. */
  readonly need: ChangeRow;
  readonly provinces: readonly ChangeRow[];
  /** Every municipality of either side, in code order. */
  readonly municipalities: readonly ChangeRow[];
}

/**
 * A computed side that is not known to the place takes what someone printed of it, where `published` of
 * its inputs has that, and its interval or band for the rest.
 */
export interface ChangeOperations {
  readonly change: { readonly parameters: ChangeParameters; readonly result: ChangeResult };
}
