/** How sure a figure is, and what if. */
import type { InputsParameters, Totals } from './allocation.ts';
import type { Basis, Derivation, EstimateRecord, Figure, Fraction, SourceFile } from './common.ts';

export interface SensitivityParameters extends InputsParameters {
  /** Code or name. */
  readonly municipality: string;
  readonly loaded?: readonly string[];
  /** Unit of the scores as a number of decimals, 0 … 6; default: the finest of the column. */
  readonly scoreUnitDecimals?: number;
  /** Even, 2 … 1,000,000; default 10 and 100. */
  readonly populationUnits?: readonly number[];
  /** Needs between which steps are listed; default 40,000 and 140,000. */
  readonly firstNeed?: number;
  readonly lastNeed?: number;
}

/** What inputs rounded to a unit could hide: exact shares with nine decimals, and what they round to. */
export interface Bounds {
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  readonly lowest: string;
  readonly highest: string;
}

export interface LeastStep {
  /** What the input must become. */
  readonly value: string;
  readonly step: string;
  /** The figure then. */
  readonly places: number;
}

/** null: it cannot be reached, whatever the input. */
export interface LeastStepsOf {
  readonly now: string;
  readonly up: LeastStep | null;
  readonly down: LeastStep | null;
}

export interface SensitivityResult {
  readonly basis: Basis;
  readonly need: number;
  readonly record: EstimateRecord | null;
  readonly derivation: Derivation | null;
  readonly code: string;
  readonly name: string;
  readonly total: Figure;
  /** Exact share, nine decimals; null on an estimate, as is all that rests on it. */
  readonly share: string | null;
  readonly scoreBounds: Bounds | null;
  readonly populationBounds: readonly Bounds[];
  readonly leastSteps: {
    readonly score: LeastStepsOf;
    readonly inhabitants: LeastStepsOf;
    readonly need: LeastStepsOf;
  } | null;
  /** Every need at which the figure is one higher than at the need before. */
  readonly needSteps: {
    readonly first: number;
    readonly last: number;
    readonly placesAtFirst: number;
    readonly placesAtLast: number;
    readonly needs: readonly number[];
  } | null;
  /**
   * Of a derived figure: the nearest needs at which it may be one more or less, and at which it must be;
   * null where it is not derived. Each null where no need up to ten million does that.
   */
  readonly derivedNeeds: {
    readonly upMay: number | null;
    readonly upMust: number | null;
    readonly downMay: number | null;
    readonly downMust: number | null;
  } | null;
  /** The figure under every combination of vintages at hand; estimates as ranges. */
  readonly vintages: readonly {
    readonly population: string;
    readonly scores: string;
    readonly isEstimate: boolean;
    readonly total: Figure;
  }[];
}

export interface NeedStepsParameters extends InputsParameters {
  readonly firstNeed?: number;
  readonly lastNeed?: number;
}

/**
 * Of all municipalities at once, as columns: `needs` holds the steps one municipality after the other,
 * `begins` where each begins (one more than there are). Empty on an estimate.
 */
export interface NeedStepsResult {
  readonly basis: Basis;
  readonly first: number;
  readonly last: number;
  readonly codes: readonly string[];
}

export interface ScenarioChange {
  readonly municipality: string;
  readonly inhabitants?: number;
  /** Decimal text with a point. */
  readonly score?: string;
}

export interface ScenarioParameters {
  readonly name?: string;
  readonly need?: number;
  readonly minors?: number;
  /** How much a score counts: decimal text from `0` (population only) to `2`, at most three decimals. */
  readonly scoreWeight?: string;
  readonly changes?: readonly ScenarioChange[];
  /** Municipalities taken together: within one list their weights add. */
  readonly mergers?: readonly {
    readonly municipalities: readonly string[];
    readonly name?: string;
  }[];
}

export interface WhatIfParameters extends InputsParameters {
  /** 1 … 20, side by side. */
  readonly scenarios: readonly ScenarioParameters[];
}

export interface ScenarioRow {
  /** Of merged municipalities the code of the first. */
  readonly code: string;
  readonly name: string;
  readonly province: string;
  readonly inhabitants: number;
  /** Codes of the municipalities of the loaded list. */
  readonly madeOf: readonly string[];
  readonly before: Figure;
  readonly after: Figure;
  /** The exact share behind `after`; null on an estimate. */
  readonly share: Fraction | null;
  /** after − before; null where either is a range. */
  readonly difference: number | null;
  readonly minorsBefore: Figure | null;
  readonly minorsAfter: Figure | null;
  readonly minorsDifference: number | null;
}

export interface ScenarioResult {
  readonly name: string;
  /** With a weight of nought no score takes part, so that an estimate of them does not either. */
  readonly basis: Basis;
  /** Of `derived`: not where a score is changed or counts otherwise, which needs an unknown factor. */
  readonly proven: boolean;
  readonly record: EstimateRecord | null;
  readonly need: number;
  readonly minors: number | null;
  readonly scoreWeight: string;
  readonly totals: Totals;
  readonly municipalities: readonly ScenarioRow[];
  readonly provinces: readonly {
    readonly name: string;
    readonly before: Figure;
    readonly after: Figure | null;
    readonly difference: number | null;
  }[];
}

export interface WhatIfResult {
  readonly basis: Basis;
  readonly need: number;
  readonly minors: number | null;
  readonly record: EstimateRecord | null;
  readonly derivation: Derivation | null;
  readonly population: SourceFile;
  readonly scores: SourceFile;
  readonly scenarios: readonly ScenarioResult[];
}

export interface SensitivityOperations {
  readonly sensitivity: {
    readonly parameters: SensitivityParameters;
    readonly result: SensitivityResult;
  };
  readonly needSteps: {
    readonly parameters: NeedStepsParameters;
    readonly result: NeedStepsResult;
  };
  readonly whatIf: { readonly parameters: WhatIfParameters; readonly result: WhatIfResult };
}
