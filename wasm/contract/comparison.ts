/** Published tables: beside the own result, what reproduces them, and what they imply. */
import type { InputsParameters } from './allocation.ts';
import type {
  Basis,
  Derivation,
  EstimateRecord,
  Figure,
  InputStatus,
  PerThousand,
  SourceFile,
} from './common.ts';

export interface PrintedSource {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Rows with a figure. */
  readonly rows: number;
}

export type Level = 'country' | 'province' | 'municipality';

/**
 * Why a row differs. `rounding`: within what inputs rounded to fewer decimals can move. `other_inputs`
 * and `other_need`: one single alternative gives it, and more of the whole table (at least half, and
 * three rows more than the own inputs). `other_municipality`: merged, divided or unknown.
 * `sum_of_parts`: a total that is not the sum of the table's own rows.
 */
export type DifferenceClass =
  | 'equal'
  | 'rounding'
  | 'other_inputs'
  | 'other_need'
  | 'other_municipality'
  | 'sum_of_parts'
  | 'unexplained';

export type Fate = 'unknown' | 'merged' | 'divided' | 'formed';

export interface ComparedRow {
  /** Row of the table as a spreadsheet counts. */
  readonly row: number;
  readonly level: Level;
  readonly code: string | null;
  /** As the own list has it, where the row was found in it. */
  readonly name: string;
  readonly printedName: string;
  /** null where it is not known to the place, or the own list has no such municipality. */
  readonly own: number | null;
  /** The ends, where the own figure is an interval or a band. */
  readonly ownRange: readonly [number, number] | null;
  readonly published: number;
  /** own − published. */
  readonly difference: number | null;
  /** Whether the printed figure is the own one, or lies within its ends. */
  readonly inside: boolean | null;
  /** null where the own figure is not known to the place, unless the table shows it by itself. */
  readonly class: DifferenceClass | null;
  /**
   * Of class `other_municipality`: whether the municipality was `merged` into one of the own list,
   * `divided` over several, `formed` later out of several, or is `unknown` to the table of changes.
   */
  readonly fate: Fate | null;
  /** The municipalities of the own list that it leads to. */
  readonly successors: readonly { readonly code: string; readonly name: string }[];
  /** Rounded figures that `published` is the sum of: more than one where `merge` combined them. */
  readonly combinedFrom: number;
  /** Of a province or the country: the sum of the table's own rows, where all are there. */
  readonly sumOfParts: number | null;
  readonly ownMinors: number | null;
  readonly publishedMinors: number | null;
  readonly minorsDifference: number | null;
}

export interface CompareParameters extends InputsParameters {
  /** The published table (put before). */
  readonly table: string;
  /** Loaded files that take part in the search beside the bundled vintages. */
  readonly loaded?: readonly string[];
  /** Decimals of the scores behind the table; default: the finest of the column. */
  readonly scoreUnitDecimals?: number;
  /** File of where municipalities went, to tell the fates; default: that of `merge`. */
  readonly changes?: string;
}

export interface CompareResult {
  readonly basis: Basis;
  readonly need: number;
  readonly minors: number | null;
  readonly record: EstimateRecord | null;
  readonly derivation: Derivation | null;
  readonly population: SourceFile;
  readonly scores: SourceFile;
  readonly table: PrintedSource;
  readonly rows: readonly ComparedRow[];
  /** "n of m reproduced exactly"; null where figures are not known to the place, as are totals and classes. */
  readonly headline: {
    readonly equal: number;
    readonly rows: number;
    readonly minorsEqual: number;
    readonly minorsRows: number;
  } | null;
  /** Where own figures are intervals or bands: how many printed figures lie in theirs. */
  readonly within: { readonly inside: number; readonly rows: number } | null;
  /** Over the rows of municipalities that the own list has. */
  readonly totals: {
    readonly own: number;
    readonly published: number;
    readonly difference: number;
  } | null;
  readonly classes: Readonly<Record<DifferenceClass, number>> | null;
  /** What rows of class `other_inputs` or `other_need` share. */
  readonly cause: {
    readonly population: string | null;
    readonly scores: string | null;
    readonly isEstimate: boolean;
    readonly need: number | null;
    /** Rows of the whole table that it gives. */
    readonly reproduced: number;
  } | null;
  /** Municipalities of the own list without a row. */
  readonly notPrinted: readonly { readonly code: string; readonly name: string }[];
}

export interface CompareTablesParameters extends InputsParameters {
  readonly changes?: string;
  readonly table: string;
  readonly other: string;
}

export interface PairedRow {
  readonly level: Level;
  readonly code: string | null;
  readonly name: string;
  /** null: only in the other table. */
  readonly one: number | null;
  readonly other: number | null;
  /** other − one. */
  readonly difference: number | null;
  readonly oneMinors: number | null;
  readonly otherMinors: number | null;
  readonly minorsDifference: number | null;
}

export interface CompareTablesResult {
  readonly table: PrintedSource;
  readonly other: PrintedSource;
  readonly rows: readonly PairedRow[];
  /** Pairs with the same figures. */
  readonly equal: number;
  /** Rows that both tables have. */
  readonly paired: number;
}

export interface ReproduceParameters extends InputsParameters {
  readonly changes?: string;
  readonly table: string;
  readonly loaded?: readonly string[];
  /** Only the given need, also where the table's own total allows others. */
  readonly onlyGivenNeed?: boolean;
}

export interface RankedVintages {
  readonly population: string;
  readonly populationStatus: InputStatus;
  readonly scores: string;
  readonly scoresStatus: InputStatus;
  readonly isEstimate: boolean;
  /** Whether scores of some municipalities are lacking: then only `fit` is judged. */
  readonly isIncomplete: boolean;
  /** Rows reproduced exactly without a factor, of `rows`. */
  readonly matches: number;
  readonly rows: number;
  /** Of the needs that reproduce most, the nearest to what the table says. */
  readonly need: number | null;
  /** Those around it that reproduce as many. */
  readonly firstNeed: number | null;
  readonly lastNeed: number | null;
  /** Σ |own − published|. */
  readonly totalDifference: number | null;
  /** null where the table prints fewer than two municipalities that the list has. */
  readonly fit: FactorFit | null;
}

/**
 * A list judged up to one factor: an incomplete list, or one that is too high as a whole, may still tell
 * the ratios of the table. The factor is the middle of the range that gives the most municipalities
 * exactly; of several ranges the one with the smaller median deviation.
 */
export interface FactorFit {
  /** Municipalities that both have. */
  readonly rows: number;
  readonly matches: number;
  /** By which need × weight ÷ total weight is multiplied: decimal text. */
  readonly factor: string;
  /** Half of the municipalities deviate by this at most, at that factor: per cent with two decimals. */
  readonly median: string;
  /** The least that any factor makes of the median. */
  readonly leastMedian: string;
  /** Those that are not given exactly, the farthest first; at most twenty. */
  readonly misses: readonly {
    readonly code: string;
    readonly name: string;
    readonly printed: number;
    /** Of what the list gives from what is printed, before rounding: per cent with two decimals. */
    readonly deviation: string;
  }[];
}

export interface ReproduceResult {
  readonly table: PrintedSource;
  /** The needs that were searched, and why those. */
  readonly needs: {
    readonly first: number;
    readonly last: number;
    readonly from: 'sum_of_municipalities' | 'country_row' | 'given';
  };
  /** By exact matches, with or without the factor, then by median deviation. */
  readonly ranking: readonly RankedVintages[];
  /** Vintages that are not of the same municipalities. */
  readonly incomparable: readonly {
    readonly population: string;
    readonly scores: string;
    readonly municipalitiesApart: number;
  }[];
}

export interface ImpliedParameters extends InputsParameters {
  /** `need` and `population` are those of the table. */
  readonly table: string;
  /** A municipality in the table; its score, or that of the inputs where it is left out. */
  readonly reference?: { readonly municipality: string; readonly score?: string };
  /** Without a reference: the mean score of the country as decimal text; default 0. */
  readonly nationalMean?: string;
  /** A complete table stands in for scores: the round that its shares are carried to. */
  readonly carryTo?: { readonly population: string; readonly need: number };
}

export interface ImpliedRow {
  readonly code: string;
  readonly name: string;
  readonly inhabitants: number;
  readonly published: number;
  readonly isReference: boolean;
  /** Interval of (1 + score), six decimals, outward; null: no upper end is known. */
  readonly lowFactor: string;
  readonly highFactor: string | null;
  readonly lowScore: string;
  readonly highScore: string | null;
  readonly width: string | null;
  /** What that width is worth: at most 0.01, at most 0.05, wider, or without an upper end. */
  readonly says: 'much' | 'some' | 'little' | 'none';
  /** The score at hand; null where it is an estimate. */
  readonly score: string | null;
  /** Whether that lies in the interval; outside it other inputs were used. */
  readonly holds: boolean | null;
}

export interface CarriedRow {
  readonly code: string;
  readonly name: string;
  readonly published: number;
  readonly inhabitants: number;
  /** A proven interval; one number where it holds one. */
  readonly total: Figure;
  readonly perThousand: PerThousand;
}

export interface ImpliedResult {
  readonly need: number;
  readonly population: SourceFile;
  readonly scores: SourceFile;
  readonly table: PrintedSource;
  readonly municipalities: readonly ImpliedRow[];
  readonly carried: {
    readonly basis: 'derived';
    /** A share rounded to v lay in v − 1/2 … v + 1/2, whose upper end is not attained. */
    readonly ends: 'half_open';
    readonly need: number;
    readonly population: string;
    readonly municipalities: readonly CarriedRow[];
  } | null;
}

export interface ComparisonOperations {
  readonly compare: { readonly parameters: CompareParameters; readonly result: CompareResult };
  readonly compareTables: {
    readonly parameters: CompareTablesParameters;
    readonly result: CompareTablesResult;
  };
  readonly reproduce: {
    readonly parameters: ReproduceParameters;
    readonly result: ReproduceResult;
  };
  readonly implied: { readonly parameters: ImpliedParameters; readonly result: ImpliedResult };
}
