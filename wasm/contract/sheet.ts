/** What a calculation sheet (Rekenblad) is made of: inputs with their cells, and what its formulas come to. */
import type { InputsParameters } from './allocation.ts';
import type { Basis } from './answers.ts';

/** The column of a file that an input was read from. */
export interface SheetColumn {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  /** From 1. */
  readonly column: number;
  readonly header: string;
}

export interface SheetRow {
  readonly code: string;
  readonly name: string;
  readonly province: string;
  readonly inhabitants: number;
  /** Row of the file, as a spreadsheet counts. */
  readonly inhabitantsRow: number;
  readonly score: string;
  /** The score in units of 10^-scoreDecimals. */
  readonly scoreUnits: number;
  readonly scoreRow: number;
  /** (10^scoreDecimals + scoreUnits) × inhabitants: below 2^53. */
  readonly weight: number;
  /** Before rounding, nine decimals. */
  readonly share: string;
  readonly places: number;
  readonly minorsShare: string | null;
  readonly minors: number | null;
}

export interface SheetResult {
  readonly basis: Exclude<Basis, 'estimate' | 'derived'>;
  readonly need: number;
  readonly minors: number | null;
  readonly scoreDecimals: number;
  readonly inhabitants: number;
  readonly totalWeight: number;
  readonly places: number;
  /** That sum minus the need. */
  readonly difference: number;
  readonly minorsPlaces: number | null;
  readonly population: SheetColumn;
  readonly scores: SheetColumn;
  readonly municipalities: readonly SheetRow[];
  readonly provinces: readonly {
    readonly name: string;
    readonly places: number;
    readonly minors: number | null;
  }[];
}

export interface SheetOperations {
  /**
   * Refused with a finding on an estimate, and where the numbers would pass 2^53: beyond that a
   * spreadsheet no longer computes exactly.
   */
  readonly sheet: { readonly parameters: InputsParameters; readonly result: SheetResult };
}
