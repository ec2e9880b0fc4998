/** One figure explained: steps, sums, sources. */
import type { InputsParameters } from './allocation.ts';
import type {
  Basis,
  Derivation,
  EstimateRecord,
  Figure,
  Fraction,
  PerThousand,
  SourceFile,
} from './common.ts';

/** A rule of the decree that one step carries out; its sentence belongs to page and command line. */
export type Rule =
  | 'weight'
  | 'total_weight'
  | 'share'
  | 'rounding'
  | 'minors_share'
  | 'minors_rounding'
  | 'task'
  | 'minors_task';

/** What a number in a sum stands for; `sign`: no number but +, ×, ÷ or a bracket. */
export type Quantity =
  | 'sign'
  | 'one'
  | 'score'
  | 'inhabitants'
  | 'country_inhabitants'
  | 'weight'
  | 'other_weights'
  | 'total_weight'
  | 'need'
  | 'share'
  | 'places'
  | 'minors_need'
  | 'minors_share'
  | 'minors_places';

/** One part of a sum written as a sum: a sign, or a number as exact decimal text with a point. */
export interface SumPart {
  readonly text: string;
  readonly of: Quantity;
}

/** An exact value: fraction in lowest terms, and decimal text (halves up). */
export interface Exact {
  readonly fraction: Fraction;
  readonly decimal: string;
}

export interface ExplanationStep {
  readonly rule: Rule;
  /** Dated link to its article. */
  readonly article: string;
  /** The sum as the decree writes it; weights with twelve decimals. Empty on an estimate. */
  readonly sum: readonly SumPart[];
  /** The same sum in whole numbers, nothing rounded; empty where `sum` is that already. */
  readonly wholes: readonly SumPart[];
  /** The exact value; null on an estimate. */
  readonly fraction: Fraction | null;
  readonly decimal: string | null;
}

/** The cell that an input was read from. */
export interface CellSource {
  readonly file: string;
  /** SHA-256 of the file's bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  /** As a spreadsheet counts, from 1; null: the whole column. */
  readonly row: number | null;
  readonly column: number;
  /** The heading of that column, as read. */
  readonly header: string;
  /** The text of the cell exactly as read; null for a whole column, and for an estimated score. */
  readonly raw: string | null;
}

export interface ExplanationInput {
  readonly of: 'inhabitants' | 'score' | 'country_inhabitants' | 'need' | 'minors_need';
  /** Exact decimal text; null for an estimated score. */
  readonly value: string | null;
  readonly basis: Basis;
  /** null: said in the request; its source stands with the round. */
  readonly cell: CellSource | null;
}

/** How near the exact share lies to the half where the rounding turns. */
export interface RoundingBorder {
  readonly roundedUp: boolean;
  /** The nearest half, such as `9.5`. */
  readonly border: string;
  readonly borderAbove: boolean;
  readonly distance: Exact;
}

/** Place in an order from the most down, from 1; equal ones share a place. */
export interface Rank {
  readonly place: number;
  readonly of: number;
}

export interface ExplainParameters extends InputsParameters {
  /** Code or name; exactly one of the two is given. */
  readonly municipality?: string;
  readonly province?: string;
}

export interface ExplainResult {
  readonly basis: Basis;
  readonly need: number;
  readonly minorsNeed: number | null;
  readonly record: EstimateRecord | null;
  readonly derivation: Derivation | null;
  readonly level: 'municipality' | 'province';
  /** null for a province. */
  readonly code: string | null;
  readonly name: string;
  readonly province: string;
  readonly inhabitants: number;
  readonly total: Figure;
  readonly minors: Figure | null;
  readonly perThousand: PerThousand;
  /** "1 per N inhabitants": N, rounded half up; null on an estimate or without places. */
  readonly inhabitantsPerPlace: number | null;
  readonly population: SourceFile;
  readonly scores: SourceFile;
  readonly inputs: readonly ExplanationInput[];
  /** In order; on an estimate the rules without their numbers. */
  readonly steps: readonly ExplanationStep[];
  /** null on an estimate and for a province, whose task is a sum of rounded shares. */
  readonly border: RoundingBorder | null;
  readonly minorsBorder: RoundingBorder | null;
  /** The share if only inhabitants counted; its basis is that of the inhabitants, also on an estimate. */
  readonly byPopulation: {
    readonly basis: Basis;
    readonly places: number;
    readonly share: Exact;
  } | null;
  /** What the score adds or takes away; null on an estimate. */
  readonly scoreEffect: { readonly places: number; readonly decimal: string | null } | null;
  /** null on an estimate. Of a province only the places in the country. */
  readonly ranks: {
    readonly placesInProvince: Rank | null;
    readonly placesInCountry: Rank;
    /** By places per inhabitant before rounding. */
    readonly rateInProvince: Rank | null;
    readonly rateInCountry: Rank;
  } | null;
  /** Of a province: need × its weights ÷ all weights, which the law does not round. */
  readonly unrounded: Exact | null;
  /** Of a province: task minus that, nine decimals. */
  readonly roundingEffect: string | null;
  /** Of a province. */
  readonly municipalities: readonly {
    readonly code: string;
    readonly name: string;
    readonly total: Figure;
    readonly minors: Figure | null;
  }[];
}

export interface ExplanationOperations {
  readonly explain: { readonly parameters: ExplainParameters; readonly result: ExplainResult };
}
