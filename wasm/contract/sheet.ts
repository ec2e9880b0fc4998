/** What a calculation sheet (Rekenblad) is made of: inputs with their cells, and what its formulas come to. */
import type { InputsParameters } from './allocation.ts';
import type { DerivedSheetResult, SheetResult } from './answers.ts';

export interface SheetOperations {
  /**
   * Refused with a finding on an estimate, and where floating point might not come to the same whole
   * numbers: where they pass 2^53, or a bound lies within a millionth of a half.
   */
  readonly sheet: {
    readonly parameters: InputsParameters;
    readonly result: SheetResult | DerivedSheetResult;
  };
}
