/** How sure a figure is, and what if. */
import type { InputsParameters } from './allocation.ts';
import type { NeedStepsResult, SensitivityResult, WhatIfResult } from './answers.ts';

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

export interface NeedStepsParameters extends InputsParameters {
  readonly firstNeed?: number;
  readonly lastNeed?: number;
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
