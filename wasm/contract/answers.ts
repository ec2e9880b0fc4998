/**
 * What the core answers. Printed from its description in `wasm/service/contract/` by
 * `npm run contract`: change it there.
 */

/**
 * On what a figure rests; the weakest input decides. See DESIGN.md, "What may be shown as a
 * figure".
 */
export type Basis = 'official' | 'cbs_file' | 'own_input' | 'derived' | 'estimate';

/**
 * How often the band of an estimate was right on figures that are known. Measured over the data
 * inside (`scripts/bands.mjs`), each known figure left out in turn.
 */
export interface EstimateRecord {
  /**
   * What the estimate is: a table carried over with or without a change of scores, or scores per
   * postcode.
   */
  readonly rule: 'updated' | 'unchanged' | 'postcode';
  /** To either side, as a part of the share; what rounding hides comes on top. */
  readonly margin: string;
  readonly known: number;
  readonly hits: number;
  readonly leaveOneOut: number;
  /**
   * Of the chance of a hit, at 95 % confidence, if the known figures were a sample, which they are
   * not.
   */
  readonly lowerBound: string;
}

/** The table that figures are derived from, or that an estimate was carried over from. */
export interface Derivation {
  readonly table: string;
  readonly population: string;
  readonly need: number;
  /**
   * Of `derived`: whether the intervals are proven, if the table, its inhabitants and ordinary
   * rounding hold. Not where figures in the table look wrong.
   */
  readonly proven: boolean;
}

/**
 * What the caller says of a file it hands over. `printed` is a bundled table of figures that
 * someone printed; `loaded` is everything a person brought.
 */
export type InputStatus = 'official' | 'estimate' | 'invented' | 'printed' | 'loaded';

/**
 * What must all hold for a loaded file to be taken for CBS's by its form
 * (`core/tables/cbs_table.hpp`). With the same figures as an official vintage (`sameAs`) it is
 * CBS's whatever its form. That a value was edited cannot be seen from the file.
 */
export interface CbsTraits {
  /** Figure and region stand under headings exactly as CBS writes them. */
  readonly headings: boolean;
  /** `Bron: CBS` below, padded keys, or the columns of OData's long form. */
  readonly download: boolean;
  /** The one period that counts, a whole year; null: the file does not say it. */
  readonly year: number | null;
  /** Exactly the municipalities of the round, each once. */
  readonly complete: boolean;
  /** No official vintage of that year that is inside says otherwise. */
  readonly values: boolean;
}

/** A file that an answer rests on. */
export interface SourceFile {
  readonly file: string;
  readonly status: InputStatus;
  /** SHA-256 of the bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
  /** The bundled vintage whose values this loaded file repeats; null when it repeats none. */
  readonly sameAs: string | null;
  readonly basis: Basis;
  /**
   * Of a loaded file, where the municipalities of the round are known: why it is CBS's, or is not.
   */
  readonly cbs: CbsTraits | null;
}

/** The sums over all municipalities. */
export interface Totals {
  readonly municipalities: number;
  readonly inhabitants: number;
  /** TWf with twelve decimals; null on an estimate and on derived weights. */
  readonly totalWeight: string | null;
  /** Sum of the rounded shares; null on an estimate and on derived weights. */
  readonly places: number | null;
  /** That sum minus the need: shown, never repaired. */
  readonly difference: number | null;
  readonly minors: number | null;
  readonly minorsDifference: number | null;
}

/** Exact fraction in lowest terms; both parts are whole numbers in decimal digits. */
export interface Fraction {
  readonly numerator: string;
  readonly denominator: string;
}

/** The share before rounding. */
export interface ShareSteps {
  /** B × Wf / TWf, exact. */
  readonly fraction: Fraction;
  /** The same with nine decimals, rounded half up. */
  readonly decimal: string;
}

/**
 * A figure as it may be shown: a number, or a range in whole places. Never both. A `derived` range
 * is proven, and where it holds one whole number it is that number; an estimate is a band and no
 * number.
 */
export interface Figure {
  readonly places: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Places per 1,000 inhabitants, as decimal text, rounded half up (ranges outward). */
export interface PerThousand {
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
}

/** What kind of number someone printed; the kinds are never mixed. */
export type NumberKind = 'indicative' | 'decided' | 'own_sum';

/** `first`: the Staatscourant itself; `second`: who saw it; `third`: copied from one of those. */
export type Hand = 'first' | 'second' | 'third';

/** What someone printed about a municipality or province. */
export interface PublishedFigure {
  readonly places: number;
  readonly minors: number | null;
  readonly perThousand: PerThousand;
  readonly number: NumberKind;
  readonly hand: Hand;
  /** The table it stands in, as put. */
  readonly file: string;
  readonly source: string;
  /** As the source gives it: `2024`, `2024-01` or `2024-02-01`. */
  readonly date: string;
  readonly url: string;
  /** Why the figure is disputed; empty when it is not. */
  readonly disputed: string;
}

/** Places in the orders by places per inhabitant. */
export interface Ranks {
  readonly inProvince: number;
  readonly inCountry: number;
}

/** A municipality with its share. */
export interface MunicipalityRow {
  readonly code: string;
  readonly name: string;
  readonly province: string;
  readonly inhabitants: number;
  /** SES-WOA score as exact decimal text; null on an estimate and on derived weights. */
  readonly score: string | null;
  /** Weight (wegingsfactor, Wf), twelve decimals; null on an estimate and on derived weights. */
  readonly weight: string | null;
  readonly share: ShareSteps | null;
  readonly minorsShare: ShareSteps | null;
  readonly total: Figure;
  readonly perThousand: PerThousand;
  /** Unaccompanied minors, inside the total; null when their need is unknown. */
  readonly minors: Figure | null;
  /** The best print of the indicative figure. */
  readonly published: PublishedFigure | null;
  /** Every print, of whatever kind of number, best hand first; that two differ is left standing. */
  readonly prints: readonly PublishedFigure[];
  /**
   * Place by places per inhabitant, the most first, equal ones alike: of what is printed, else of
   * the computed number. null where that is a range for any municipality: a range has no rank.
   */
  readonly rank: Ranks | null;
}

/** A province with its task. */
export interface ProvinceRow {
  readonly name: string;
  /** `published` where the estimate was scaled to the task that someone printed. */
  readonly basis: Basis | 'published';
  readonly municipalities: number;
  readonly inhabitants: number;
  /** The provincial task (opvangopgave): the sum of the rounded shares. */
  readonly total: Figure;
  readonly perThousand: PerThousand;
  readonly minors: Figure | null;
  /** The best print of the indicative figure. */
  readonly published: PublishedFigure | null;
  /** Every print, of whatever kind of number, best hand first; that two differ is left standing. */
  readonly prints: readonly PublishedFigure[];
}

/** The allocation of a need over all municipalities. */
export interface AllocationResult {
  readonly basis: Basis;
  readonly need: number;
  readonly minors: number | null;
  /** Of an estimate. */
  readonly record: EstimateRecord | null;
  /** Where a printed table stands in for scores. */
  readonly derivation: Derivation | null;
  readonly population: SourceFile;
  readonly scores: SourceFile;
  readonly totals: Totals;
  /**
   * The acid test of scores: of the municipalities that someone printed an indicative figure of,
   * how many these inputs give exactly. null where nothing is printed, figures are no numbers, or
   * the need is a person's own.
   */
  readonly reproduced: {
    readonly exactly: number;
    readonly printed: number;
  } | null;
  /** In code order. Empty when there are more than 10,000: then `columns` or `csv` holds them. */
  readonly municipalities: readonly MunicipalityRow[];
  /** In the order of `provinces`, those without municipalities left out. */
  readonly provinces: readonly ProvinceRow[];
  /** The published figure for the whole country, where the table has one. */
  readonly publishedTotal: PublishedFigure | null;
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

/** What a figure is computed from. */
export interface ExplanationInput {
  readonly of: 'inhabitants' | 'score' | 'country_inhabitants' | 'need' | 'minors_need';
  /** Exact decimal text; null for an estimated score. */
  readonly value: string | null;
  readonly basis: Basis;
  /** null: said in the request; its source stands with the round. */
  readonly cell: CellSource | null;
}

/**
 * A rule of the decree that one step carries out; its sentence belongs to page and command line.
 */
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

/** A rule, carried out. */
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

/** An exact value: fraction in lowest terms, and decimal text (halves up). */
export interface Exact {
  readonly fraction: Fraction;
  readonly decimal: string;
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

/** A figure, explained. */
export interface ExplainResult {
  readonly basis: Basis;
  readonly need: number;
  readonly minorsNeed: number | null;
  /** Of an estimate. */
  readonly record: EstimateRecord | null;
  /** Where a printed table stands in for scores. */
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
  /**
   * The share if only inhabitants counted; its basis is that of the inhabitants, also on an
   * estimate.
   */
  readonly byPopulation: {
    readonly basis: Basis;
    readonly places: number;
    readonly share: Exact;
  } | null;
  /** What the score adds or takes away; null on an estimate. */
  readonly scoreEffect: {
    readonly places: number;
    readonly decimal: string | null;
  } | null;
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

/** A table that someone printed. */
export interface PrintedSource {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Rows with a figure. */
  readonly rows: number;
}

export type Level = 'country' | 'province' | 'municipality';

/**
 * Why a row differs. `rounding`: within what inputs rounded to fewer decimals can move.
 * `other_inputs` and `other_need`: one single alternative gives it, and more of the whole table (at
 * least half, and three rows more than the own inputs). `other_municipality`: merged, divided or
 * unknown. `sum_of_parts`: a total that is not the sum of the table's own rows.
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

/** A printed figure beside the own one. */
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
  readonly successors: readonly {
    readonly code: string;
    readonly name: string;
  }[];
  /** Rounded figures that `published` is the sum of: more than one where `merge` combined them. */
  readonly combinedFrom: number;
  /** Of a province or the country: the sum of the table's own rows, where all are there. */
  readonly sumOfParts: number | null;
  readonly ownMinors: number | null;
  readonly publishedMinors: number | null;
  readonly minorsDifference: number | null;
}

/** A published table beside the own result. */
export interface CompareResult {
  readonly basis: Basis;
  readonly need: number;
  readonly minors: number | null;
  /** Of an estimate. */
  readonly record: EstimateRecord | null;
  /** Where a printed table stands in for scores. */
  readonly derivation: Derivation | null;
  readonly population: SourceFile;
  readonly scores: SourceFile;
  readonly table: PrintedSource;
  readonly rows: readonly ComparedRow[];
  /**
   * "n of m reproduced exactly"; null where figures are not known to the place, as are totals and
   * classes.
   */
  readonly headline: {
    readonly equal: number;
    readonly rows: number;
    readonly minorsEqual: number;
    readonly minorsRows: number;
  } | null;
  /** Where own figures are intervals or bands: how many printed figures lie in theirs. */
  readonly within: {
    readonly inside: number;
    readonly rows: number;
  } | null;
  /** Over the rows of municipalities that the own list has. */
  readonly totals: {
    readonly own: number;
    readonly published: number;
    readonly difference: number;
  } | null;
  readonly classes: Readonly<Record<DifferenceClass, number>> | null;
  /** The alternative that rows of class `other_inputs` or `other_need` share. */
  readonly cause: {
    readonly population: string | null;
    readonly scores: string | null;
    readonly isEstimate: boolean;
    readonly need: number | null;
    /** Rows of the whole table that it gives. */
    readonly reproduced: number;
  } | null;
  /** Municipalities of the own list without a row. */
  readonly notPrinted: readonly {
    readonly code: string;
    readonly name: string;
  }[];
}

/** A figure in two printed tables, or in one of them. */
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

/** Two published tables beside each other. */
export interface CompareTablesResult {
  readonly table: PrintedSource;
  readonly other: PrintedSource;
  readonly rows: readonly PairedRow[];
  /** Pairs with the same figures. */
  readonly equal: number;
  /** Rows that both tables have. */
  readonly paired: number;
}

/**
 * A list judged up to one factor: an incomplete list, or one that is too high as a whole, may still
 * tell the ratios of the table. The factor is the middle of the range that gives the most
 * municipalities exactly; of several ranges the one with the smaller median deviation.
 */
export interface FactorFit {
  /** Municipalities that both have. */
  readonly rows: number;
  readonly matches: number;
  /** By which need × weight ÷ total weight is multiplied: decimal text. */
  readonly factor: string;
  /**
   * Half of the municipalities deviate by this at most, at that factor: per cent with two decimals.
   */
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

/** Vintages, with how well they reproduce a table. */
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

/** Which vintages and which need reproduce a table best. */
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

/** What a table implies of a score. */
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

/** A share, carried to another round. */
export interface CarriedRow {
  readonly code: string;
  readonly name: string;
  readonly published: number;
  readonly inhabitants: number;
  /** A proven interval; one number where it holds one. */
  readonly total: Figure;
  readonly perThousand: PerThousand;
}

/** What a published table implies. */
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

/**
 * What each cause adds or takes away: nine decimals, a minus where it takes away. Need, population
 * and score in that order, each the difference of two printed shares; `rounding` is what rounding
 * to whole places adds. The four add up to `difference`, to the last digit.
 */
export interface ChangeCauses {
  readonly need: string;
  readonly population: string;
  readonly score: string;
  readonly rounding: string;
}

/** A municipality, a province or the country. */
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
   * Where a side is not known to the place: the causes at both ends of what the difference can be.
   * At each end the four add up to it, to the last digit.
   */
  readonly causeEnds: {
    readonly low: ChangeCauses;
    readonly high: ChangeCauses;
  } | null;
  /**
   * Shares with nine decimals: as it was, with the new need, with the new inhabitants, as it is.
   */
  readonly shares: readonly [string, string, string, string] | null;
}

/** Two results beside each other. */
export interface ChangeResult {
  readonly fromBasis: Basis | 'published';
  readonly toBasis: Basis | 'published';
  /**
   * Why there are no causes: a printed table has none, the two lists have other municipalities, or
   * a what-if lets the score count otherwise or takes municipalities together.
   */
  readonly causesMissing: 'published' | 'municipalities' | 'scenario' | null;
  /** The need of the country on both sides. */
  readonly need: ChangeRow;
  readonly provinces: readonly ChangeRow[];
  /** Every municipality of either side, in code order. */
  readonly municipalities: readonly ChangeRow[];
}

/**
 * What inputs rounded to a unit could hide: exact shares with nine decimals, and what they round
 * to.
 */
export interface Bounds {
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  readonly lowest: string;
  readonly highest: string;
}

/** A step of one input that changes the figure. */
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

/** How sure a figure is. */
export interface SensitivityResult {
  readonly basis: Basis;
  readonly need: number;
  /** Of an estimate. */
  readonly record: EstimateRecord | null;
  /** Where a printed table stands in for scores. */
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
   * Of a derived figure: the nearest needs at which it may be one more or less, and at which it
   * must be; null where it is not derived. Each null where no need up to ten million does that.
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

/**
 * Of all municipalities at once, as columns: `needs` holds the steps one municipality after the
 * other, `begins` where each begins (one more than there are). Empty on an estimate.
 */
export interface NeedStepsResult {
  readonly basis: Basis;
  readonly first: number;
  readonly last: number;
  readonly codes: readonly string[];
}

/** A municipality before and after. */
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

/** A scenario beside the loaded inputs. */
export interface ScenarioResult {
  readonly name: string;
  /** With a weight of nought no score takes part, so that an estimate of them does not either. */
  readonly basis: Basis;
  /**
   * Of `derived`: not where a score is changed or counts otherwise, which needs an unknown factor.
   */
  readonly proven: boolean;
  /** Of an estimate. */
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

/** Scenarios beside the loaded inputs. */
export interface WhatIfResult {
  readonly basis: Basis;
  readonly need: number;
  readonly minors: number | null;
  /** Of an estimate. */
  readonly record: EstimateRecord | null;
  /** Where a printed table stands in for scores. */
  readonly derivation: Derivation | null;
  readonly population: SourceFile;
  readonly scores: SourceFile;
  readonly scenarios: readonly ScenarioResult[];
}

/** The sum over a selection of municipalities. */
export interface SelectionSum {
  readonly municipalities: number;
  readonly inhabitants: number;
  /** The sum of the rounded shares; of intervals an outer bound, of bands the sum of their ends. */
  readonly total: Figure;
  readonly minors: Figure | null;
  /** null for a selection without inhabitants. */
  readonly perThousand: PerThousand | null;
  /** Codes that are not in the list. */
  readonly missing: readonly string[];
}

/** Sums over selections. */
export interface SumsResult {
  readonly basis: Basis;
  /** One per selection, in order. */
  readonly sums: readonly SelectionSum[];
}

/** The column of a file that an input was read from. */
export interface SheetColumn {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  /** From 1. */
  readonly column: number;
  readonly header: string;
}

/** A municipality with its inhabitants. */
export interface SheetMunicipality {
  readonly code: string;
  readonly name: string;
  readonly province: string;
  readonly inhabitants: number;
  /** Row of the file, as a spreadsheet counts. */
  readonly inhabitantsRow: number;
}

export interface SheetRow extends SheetMunicipality {
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

/** The key over inhabitants and scores. */
export interface SheetResult {
  readonly basis: Exclude<Basis, 'derived' | 'estimate'>;
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

export interface DerivedSheetRow extends SheetMunicipality {
  /** As the makers of the table had them. */
  readonly tableInhabitants: number;
  readonly printed: number;
  readonly printedRow: number;
  readonly total: Figure;
  readonly minors: Figure | null;
}

/** What a complete printed table leaves: bounds, by the same formulas as the core's. */
export interface DerivedSheetResult {
  readonly basis: 'derived';
  readonly need: number;
  readonly minors: number | null;
  /** Of an estimate. */
  readonly record: EstimateRecord | null;
  /** Where a printed table stands in for scores. */
  readonly derivation: Derivation | null;
  readonly population: SheetColumn;
  readonly tablePopulation: SheetColumn;
  readonly printed: SheetColumn;
  readonly municipalities: readonly DerivedSheetRow[];
  readonly provinces: readonly {
    readonly name: string;
    readonly total: Figure;
    readonly minors: Figure | null;
  }[];
}

/** `code_list`: what the identifiers of a long form stand for (`MeasureCodes.csv`). */
export type TableKind =
  'unknown' | 'population' | 'scores' | 'population_and_scores' | 'published' | 'code_list';

/** How a file is written: decided by evidence, or said by the person. */
export interface Dialect {
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'windows-1252' | 'utf-16le' | 'utf-16be';
  /** What decided it: see `EncodingReason` in `core/csv/dialect.hpp`. */
  readonly encodingReason: 'ascii_only' | 'valid_utf_8' | 'not_utf_8' | 'byte_order_mark' | 'said';
  readonly separator: ',' | ';' | '\t' | '|';
  /** `equal_terms` and `cuts_finer` are weak: another separator cuts as many rows alike. */
  readonly separatorReason:
    | 'no_separator'
    | 'rows_alike'
    | 'decimal_commas'
    | 'cuts_finer'
    | 'equal_terms'
    | 'separator_line'
    | 'said';
  /** Filled rows at the start of the file that every separator was tried on. */
  readonly sampledRows: number;
  /** What each makes of them: rows cut into equally many cells, and quotes where none may stand. */
  readonly separators: readonly {
    readonly separator: string;
    readonly rows: number;
    readonly cells: number;
    readonly faults: number;
  }[];
  /** Cells in double quotes, the only quotes there are. */
  readonly quotedCells: number;
}

/** What a column may hold. */
export type ColumnMeaning =
  | 'code'
  | 'name'
  | 'province'
  | 'inhabitants'
  | 'score'
  | 'level'
  | 'places'
  | 'minors'
  | 'source'
  | 'date'
  | 'url'
  | 'disputed'
  | 'period';

/** A column of a file that is recognised. */
export interface RecognisedColumn {
  readonly column: number;
  readonly header: string;
  /** null: not used. */
  readonly meaning: ColumnMeaning | null;
}

/** What a file is. */
export interface RecogniseResult {
  readonly kind: TableKind;
  readonly dialect: Dialect;
  readonly headerRow: number;
  readonly rows: number;
  readonly columns: readonly RecognisedColumn[];
  readonly sha256: string;
  readonly bytes: number;
}

/** The marks of numbers. */
export interface NumberNotation {
  readonly decimal: '.' | ',';
  /** `null`: no thousands mark. */
  readonly thousands: '.' | ',' | ' ' | "'" | null;
}

/**
 * How the numbers of a column are written, over every row that counts. Cells that read alike in
 * every notation decide nothing; `eitherPoint` and `eitherComma` (`1.234`) allow two readings.
 */
export interface NumberEvidence {
  /** null: the cells allow two readings, and nobody said which. */
  readonly notation: NumberNotation | null;
  /**
   * `cells`: they show it; `said`: they allow two readings, and a person chose; `small`: they allow
   * two, but such figures are too small for thousands; `open`: a question.
   */
  readonly decidedBy: 'cells' | 'said' | 'small' | 'open';
  /** Numbers of cells. */
  readonly noMarks: number;
  readonly decimalPoint: number;
  readonly decimalComma: number;
  readonly thousandsPoint: number;
  readonly thousandsComma: number;
  readonly thousandsSpace: number;
  readonly thousandsApostrophe: number;
  readonly eitherPoint: number;
  readonly eitherComma: number;
  readonly missing: number;
  readonly noNumber: number;
}

/** A column of a file that is looked into. */
export interface InspectedColumn {
  /** From 1. */
  readonly column: number;
  /** The heading as read; headings in several rows are joined with ` / `. */
  readonly header: string;
  /** What the column is used as; null: not used. */
  readonly meaning: ColumnMeaning | null;
  /**
   * What its cells look like, where no heading or person says it: a proposal, never used by itself.
   */
  readonly proposal: ColumnMeaning | null;
  /**
   * Why: its heading is known; a person said so; its cells are regions (codes or names); its cells
   * look like it; or nothing says what it is.
   */
  readonly why: 'heading' | 'mapping' | 'regions' | 'cells' | 'unknown';
  /**
   * The marks of its numbers, and what decided them; null: its cells are no numbers, or not used.
   */
  readonly numbers: NumberEvidence | null;
  /** The first cells below the header, at most five. */
  readonly examples: readonly string[];
}

/** A period that a file has figures of. */
export interface InspectedPeriod {
  /** As a request names it: without provisional mark, `2022`. */
  readonly period: string;
  /** As it stands in the file: `2022*`, `2022JJ00`. */
  readonly text: string;
  /** null where it is no whole year. */
  readonly year: number | null;
  /** Marked `*` or `**`, or said to be provisional. */
  readonly provisional: boolean;
  /** Whether it is proposed: the newest year. */
  readonly proposed: boolean;
  /** Whether the request chose it, or there is no other. */
  readonly chosen: boolean;
}

/** What is in a file, as it will be understood, and why. */
export interface InspectResult {
  readonly kind: TableKind;
  /** `rows`: a row per municipality; `observations`: a row per figure, as OData's long form. */
  readonly form: 'rows' | 'observations';
  readonly dialect: Dialect;
  /** Rows that hold headings, from 1; equal where there is one. Both 0 where none is known. */
  readonly headerRow: number;
  readonly lastHeaderRow: number;
  readonly rows: {
    /** All rows of the file. */
    readonly all: number;
    /** Rows below the headings that are not blank. */
    readonly filled: number;
    /** Rows that were read as a municipality. */
    readonly municipalities: number;
    /** Rows about the country, provinces, districts … */
    readonly otherRegions: number;
  };
  readonly columns: readonly InspectedColumn[];
  /** Oldest first; empty where the file names none. */
  readonly periods: readonly InspectedPeriod[];
  readonly sha256: string;
  readonly bytes: number;
  /** The rows that were asked for, as texts. */
  readonly cells: readonly (readonly string[])[] | null;
}

/**
 * The file in canonical form, in columns `population` (`gemeentecode, gemeente, provincie,
 * inwoners`) and `scores` (`gemeentecode, gemeente, ses_woa`, of an estimate `ses_woa_schatting`)
 * of the answer: bytes of a CSV file, in code order.
 */
export interface CleanResult {
  readonly kind: TableKind;
  readonly rows: number;
}

export interface CalledMunicipality {
  readonly code: string;
  readonly name: string;
  readonly province: string;
}

/** What a text stands for, as a name or code. */
export interface FoundMunicipality {
  readonly text: string;
  /**
   * `exact`: one municipality has this name or code; `former`: one that ended, with what it became;
   * `ambiguous`: several bear the name; `province_differs`: one does, in another province than is
   * said; `none`: no municipality is called so, and `nearest` holds what may be meant.
   */
  readonly how: 'exact' | 'former' | 'ambiguous' | 'province_differs' | 'none';
  /** What it stands for, or may stand for. */
  readonly municipalities: readonly CalledMunicipality[];
  /** The name of the one that ended. */
  readonly former: string | null;
  /**
   * Others that may be meant: those whose name (official, customary, Frisian) begins with the text,
   * then those that hold it; where there are none, those with the fewest letters to change.
   */
  readonly nearest: readonly CalledMunicipality[];
  /**
   * Of a text that nobody is called: those so near that they can be proposed ("Zwole" for Zwolle).
   */
  readonly proposals: readonly CalledMunicipality[];
}

export interface FindMunicipalitiesResult {
  /** One for each of the names asked, in that order. */
  readonly found: readonly FoundMunicipality[];
  /**
   * What each is called, in lower case without accents and signs: official, customary, Frisian;
   * what two are called is left out. Also provinces that have a second name. Empty where not asked
   * for.
   */
  readonly spellings: readonly {
    readonly name: string;
    readonly spellings: readonly string[];
  }[];
}

export interface ReadFiguresResult {
  /** All headings of the table, also those that were not asked for. */
  readonly headings: readonly string[];
  readonly rows: readonly {
    readonly row: number;
    readonly name: string;
    readonly words: readonly string[];
    /** In the order asked; null: the cell is empty. */
    readonly numbers: readonly (number | null)[];
    readonly isLimit: boolean;
  }[];
}

export type CycleStep =
  | 'estimate'
  | 'report'
  | 'decision'
  | 'publication'
  | 'available'
  | 'period_start'
  | 'grant_payment'
  | 'next_estimate'
  | 'grant_request'
  | 'period_end'
  | 'surplus_payment'
  | 'accounting'
  | 'settlement';

/** A step of a round, with its day. */
export interface Milestone {
  readonly step: CycleStep;
  /** Dated link to the law or regulation. */
  readonly article: string;
  /** `reading`: the law leaves the day open, this is how it is read here. */
  readonly basis: 'law' | 'reading';
  readonly legal: string;
  readonly date: string;
  readonly isSet: boolean;
  readonly done: string | null;
  readonly note: string;
  /** `late`: the day has passed and nobody said that it happened. */
  readonly status: 'done' | 'late' | 'to_come';
  /** From today to `date`; below nought when it has passed. */
  readonly daysLeft: number;
  /** From `legal` to `date`. */
  readonly daysMoved: number;
}

/** The legal calendar of a round. */
export interface CalendarResult {
  readonly year: number;
  readonly today: string;
  readonly milestones: readonly Milestone[];
}

/** Housing targets of municipalities. */
export interface HousingTargetsResult {
  readonly halfYear: string;
  /** 1 January of the year before. */
  readonly populationDay: string;
  readonly article: string;
  /**
   * Which of `national` holds, from 0; null: none was published by then, and there are no targets.
   */
  readonly national: number | null;
  readonly municipalities: readonly {
    readonly code: string;
    /** Before rounding, nine decimals. */
    readonly decimal: string;
    /** Rounded up. */
    readonly target: number;
    readonly backlog: number | null;
    /** Target and backlog together; null where the backlog is not known. */
    readonly toHouse: number | null;
  }[];
  readonly sum: number;
  /** Sum − national number: what rounding up adds, over a whole country. */
  readonly difference: number;
}

/** A simulation, and to be named so wherever it is shown. */
export interface SpreadRemainderResult {
  readonly simulation: true;
  readonly remainder: number;
  readonly base: number;
  readonly shares: readonly {
    readonly code: string;
    readonly eligible: boolean;
    readonly fraction: Fraction;
    readonly decimal: string;
    readonly places: number;
  }[];
  readonly sum: number;
  readonly difference: number;
}

export type Ledger = 'asylum_regular' | 'asylum_minors' | 'status_holders' | 'ukraine';

/** A proposal to look at. The page enters nothing of it without a person. */
export interface ProposeExchangeResult {
  /** False: the search reached its bound; in balance, but maybe not the best. Say so. */
  readonly provenBest: boolean;
  readonly steps: number;
  readonly met: readonly string[];
  readonly unmet: readonly string[];
  /**
   * Of each of these the task that stands most in its way: `nobody` wants the opposite; together
   * they want `too_little`; or no set fits.
   */
  readonly why: readonly {
    readonly municipality: string;
    readonly ledger: Ledger;
    readonly obstacle: 'nobody' | 'too_little' | 'no_fit';
    /** Of `too_little`. */
    readonly lacking: number;
  }[];
  readonly transfers: readonly {
    readonly ledger: Ledger;
    readonly from: string;
    readonly to: string;
    readonly number: number;
  }[];
}

/** What was received of a municipality. */
export interface MunicipalAnswer {
  /** Whether its offers are known: a location of it was taken, or what was received holds none. */
  readonly known: boolean;
  /** Locations that were taken. */
  readonly rows: number;
  /** Rows with an error: they are in no total. */
  readonly leftOut: number;
  /** Whether there are no such rows. */
  readonly complete: boolean;
}

export type PlaceKind = 'regular' | 'minors' | 'other_special';

export type Certainty = 'existing' | 'decided' | 'intended';

/** A location, as it was read and joined with others. */
export interface LocationRow {
  readonly file: string;
  readonly row: number;
  readonly id: string;
  readonly name: string;
  readonly note: string;
  /** Index into `municipalities`. */
  readonly municipality: number;
  readonly kind: PlaceKind;
  readonly places: number;
  readonly from: string;
  readonly until: string | null;
  readonly certainty: Certainty;
  /** Index into `locations` of the one it takes over from. */
  readonly continues: number | null;
  /** Last day on which it counts: its own, or the day before another takes over. */
  readonly countsUntil: string | null;
  /** False in a circle, or taken over before it began. */
  readonly counts: boolean;
  /** `number`: its number of places alone is public; `location`: all but that. */
  readonly public: boolean | 'number' | 'location';
}

/** Places by kind, each by certainty: existing, decided, intended. */
export interface PlaceCount {
  readonly regular: readonly [number, number, number];
  readonly minors: readonly [number, number, number];
  readonly otherSpecial: readonly [number, number, number];
  readonly total: number;
  readonly totalMinors: number;
  /** Of all kinds: existing, decided, intended. */
  readonly byCertainty: readonly [number, number, number];
}

/** The task after exchanges, and what is offered less that. */
export interface TaskAfter {
  readonly task: number;
  readonly difference: number | null;
}

/**
 * A municipality; also against its task after the exchanges (agreed, and with proposed ones). What
 * is offered is null where nothing is known of it yet.
 */
export interface MunicipalOffer {
  readonly offered: PlaceCount | null;
  readonly indicative: number;
  readonly indicativeMinors: number | null;
  /** Offered − indicative: below nought is lacking. */
  readonly difference: number | null;
  readonly minorsDifference: number | null;
  /** Places that exist or were decided on; an intention ends none of them. */
  readonly guaranteed: number | null;
  /**
   * Offered and guaranteed, in per cent of indicative with one decimal; null where that is nought.
   */
  readonly percent: string | null;
  readonly guaranteedPercent: string | null;
  readonly afterAgreed: TaskAfter;
  readonly afterProposed: TaskAfter;
}

/** Offered set beside what it is measured against, over the municipalities of which it is known. */
export interface OfferBalance {
  readonly offered: PlaceCount;
  readonly indicative: number;
  readonly indicativeMinors: number | null;
  /** Offered − indicative: below nought is lacking. */
  readonly difference: number;
  readonly minorsDifference: number | null;
  /** Places that exist or were decided on; an intention ends none of them. */
  readonly guaranteed: number;
  /**
   * Offered and guaranteed, in per cent of indicative with one decimal; null where that is nought.
   */
  readonly percent: string | null;
  readonly guaranteedPercent: string | null;
}

/** The balance of several municipalities, and of how many of them the offers are known. */
export interface OfferSum extends OfferBalance {
  readonly known: number;
  readonly municipalities: number;
}

/** The balance of a region. */
export interface RegionOffer extends OfferSum {
  readonly name: string;
}

/** A ledger before and after the exchanges. */
export interface LedgerTable {
  readonly ledger: Ledger;
  readonly halfYear: string | null;
  /** The reference date, where exchanges have a period; null: the same on all. */
  readonly date: string | null;
  /** Status holders are a flow per half-year, the others a stock. */
  readonly flow: boolean;
  readonly article: string | null;
  /** Per municipality; null: not known. */
  readonly before: readonly (number | null)[];
  readonly agreed: readonly (number | null)[];
  readonly withProposed: readonly (number | null)[];
  /** The sum of what is known: the same before and after. */
  readonly sum: number;
}

export type TransferRule =
  'between_two' | 'within_province' | 'positive' | 'ledger_known' | 'not_below_zero';

/** What became of an exchange. */
export interface ExchangeOutcome {
  readonly status: 'proposed' | 'agreed' | 'lapsed';
  readonly holds: boolean;
  /** The reference dates within its period. */
  readonly dates: readonly string[];
  /** Also told as a finding: row the exchange, column the transfer, both from 1. */
  readonly refusal: {
    readonly transfer: number;
    readonly rule: TransferRule;
    readonly shortfall: number;
  } | null;
}

/**
 * The provincial table: locations, offers, the three tests, and the ledgers with their exchanges.
 */
export interface ProvincialTableResult {
  readonly edition: 'confidential';
  readonly files: readonly {
    readonly file: string;
    readonly sha256: string;
    /** Locations that were taken from it. */
    readonly rows: number;
    /** Row of its headings, from 1; 0 where none were found. */
    readonly headerRow: number;
    /** Column of each of `locationFields`, from 1; 0 where it is not there. */
    readonly columns: readonly number[];
  }[];
  /** One per municipality. */
  readonly answers: readonly MunicipalAnswer[];
  /** Rows with an error of which not even the municipality is known. */
  readonly leftOutElsewhere: number;
  readonly locations: readonly LocationRow[];
  readonly offers: readonly {
    readonly date: string;
    readonly municipalities: readonly MunicipalOffer[];
    readonly regions: readonly RegionOffer[];
    readonly province: OfferSum;
    /**
     * Sums that tell the number of one confidential location, alone or beside those of the dates
     * before.
     */
    readonly disclosures: readonly {
      readonly municipality: number;
      readonly kind: PlaceKind;
      readonly certainty: Certainty;
    }[];
  }[];
  readonly ledgers: readonly LedgerTable[];
  readonly exchanges: readonly ExchangeOutcome[];
  readonly deduction: {
    readonly day: string;
    readonly article: string;
    /** Null, here and in the other tests: nothing is known of a municipality yet. */
    readonly municipalities: readonly ({
      /** Durable places: regular, minors, other special. */
      readonly durable: readonly [number, number, number];
      /** Nought where the minimum of 100 or 16 is not met. */
      readonly deducted: readonly [number, number, number];
    } | null)[];
    readonly total: number;
    readonly minors: number;
    /** The task less the deduction, never below nought: still to be made available. */
    readonly toMakeAvailable: number;
    /**
     * The same for minors: there may be too few places for them where there are enough together.
     */
    readonly toMakeAvailableMinors: number | null;
  } | null;
  readonly decision: {
    readonly day: string;
    readonly municipalities: readonly ({
      readonly places: readonly [number, number, number];
      readonly total: number;
      readonly decided: number | null;
      /** Counted − decided. */
      readonly difference: number | null;
    } | null)[];
    readonly total: number;
  } | null;
  readonly grants: {
    readonly regulation: string;
    readonly municipalities: readonly ({
      readonly specialPlaces: number;
      readonly specialEuros: number;
      readonly durablePlaces: number;
      readonly indicative: number;
      readonly aboveShare: number;
      readonly submitted: number;
      /** Of those, places still among the ones counted at the end of the two years. */
      readonly excluded: number;
      readonly eurosPerPlace: number;
      readonly durableEuros: number;
      readonly available: number;
      readonly metDecision: boolean | null;
      readonly placeMonths: number;
      readonly surplusEuros: number;
      readonly total: number;
    } | null)[];
    readonly surplus: {
      readonly task: number;
      readonly threshold: number;
      readonly available: number;
      readonly excluded: number;
      /** Places above 75%, as the reading counts them; of these `surplus` are paid for. */
      readonly above: number;
      readonly surplus: number;
      readonly euros: number;
      readonly toProvince: number;
      readonly toMunicipalities: number;
      readonly placeMonths: number;
      readonly roundingDifference: number;
    };
    readonly total: number;
  } | null;
  /**
   * SHA-256 of this result as compact JSON, in the order of its fields and without this one: the
   * same wherever it is computed, and checked with `JSON.stringify`.
   */
  readonly receipt: string;
}

/** A ledger before and after public exchanges. */
export interface PublicLedger {
  readonly ledger: Ledger;
  readonly halfYear: string | null;
  /** The reference date, where exchanges have a period; null: the same on all. */
  readonly date: string | null;
  /** Status holders are a flow per half-year, the others a stock. */
  readonly flow: boolean;
  readonly more: boolean;
  /** Per municipality; null: not known. */
  readonly before: readonly (number | null)[];
  readonly agreed: readonly (number | null)[];
  readonly withProposed: readonly (number | null)[];
  /** The sum of what is known: the same before and after. */
  readonly sum: number;
}

/** Places whose number is public. */
export interface PublicCount {
  readonly regular: number;
  readonly minors: number;
  readonly otherSpecial: number;
  /** Of all kinds: existing, decided, intended. */
  readonly byCertainty: readonly [number, number, number];
  readonly total: number;
}

/**
 * The sum of what is confidential. `none`: nothing is; `exact`: the sum; `range`: the class of
 * fifty in which it lies; `withheld`: there is more, and a number would tell of whom. Nobody can
 * compute it again from the edition.
 */
export interface Remainder {
  readonly form: 'none' | 'exact' | 'range' | 'withheld';
  readonly from: number | null;
  readonly to: number | null;
}

/** A region or the province. */
export interface PublicSum {
  /** Over how many of its municipalities it runs. */
  readonly known: number;
  readonly municipalities: number;
  readonly offered: PublicCount;
  readonly remainder: Remainder;
  /** Public and confidential together; null where the remainder is no number. */
  readonly total: number | null;
  readonly indicative: number;
  readonly indicativeMinors: number | null;
  readonly difference: number | null;
}

/** A region. */
export interface PublicRegion extends PublicSum {
  readonly name: string;
}

/** The province. */
export interface PublicProvince extends PublicSum {
  readonly minorsRemainder: Remainder;
  readonly totalMinors: number | null;
  readonly minorsDifference: number | null;
}

/**
 * The public edition: a function of what is public and of the remainders. `more`: there is more,
 * which is confidential; what follows from all of it is null then.
 */
export interface PublicEditionResult {
  readonly edition: 'public';
  /** SHA-256 of the files that hold nothing confidential. */
  readonly files: readonly string[];
  /** Those of which it is public what they are; `places` null: their number is not. */
  readonly locations: readonly {
    readonly municipality: number;
    readonly id: string;
    readonly name: string;
    readonly kind: PlaceKind;
    readonly places: number | null;
    readonly from: string;
    readonly until: string | null;
    readonly certainty: Certainty;
    /** Index into `locations`. */
    readonly continues: number | null;
    readonly note: string;
  }[];
  readonly exchanges: readonly {
    readonly status: 'proposed' | 'agreed' | 'lapsed';
    readonly holds: boolean;
    /** Without what is confidential it would be refused. */
    readonly restsOnConfidential: boolean;
    /** The reference dates within its period. */
    readonly dates: readonly string[];
    /** Also told as a finding: row the exchange, column the transfer, both from 1. */
    readonly refusal: {
      readonly transfer: number;
      readonly rule: TransferRule;
      readonly shortfall: number;
    } | null;
  }[];
  /** After public exchanges; null also where that would be below nought. */
  readonly ledgers: readonly PublicLedger[];
  readonly offers: readonly {
    readonly date: string;
    readonly municipalities: readonly {
      /** Whether anything is known of it. */
      readonly known: boolean;
      readonly offered: PublicCount;
      /** Of which kinds there is more, on any of the dates. */
      readonly more: readonly PlaceKind[];
      readonly indicative: number;
      readonly indicativeMinors: number | null;
      readonly difference: number | null;
      readonly minorsDifference: number | null;
      readonly taskAfterAgreed: number | null;
    }[];
    readonly regions: readonly PublicRegion[];
    readonly province: PublicProvince;
  }[];
  readonly deduction: {
    readonly day: string;
    readonly municipalities: readonly {
      readonly durable: readonly [number, number, number];
      readonly deducted: readonly [number, number, number] | null;
    }[];
    /** Of the municipalities that have no more. */
    readonly total: number;
    readonly more: boolean;
    readonly toMakeAvailable: number | null;
  } | null;
  readonly decision: {
    readonly day: string;
    readonly municipalities: readonly {
      readonly places: readonly [number, number, number];
      readonly total: number;
      readonly more: boolean;
      readonly decided: number | null;
      readonly difference: number | null;
    }[];
    readonly total: number;
    readonly more: boolean;
  } | null;
  readonly grants: {
    readonly municipalities: readonly {
      readonly specialPlaces: number;
      readonly durablePlaces: number;
      readonly available: number;
      readonly placeMonths: number;
      readonly more: boolean;
      readonly specialEuros: number | null;
      readonly submitted: number | null;
      readonly durableEuros: number | null;
    }[];
    readonly more: boolean;
    /** Of the 75 % rule. */
    readonly surplusEuros: number | null;
    readonly total: number | null;
  } | null;
  readonly releases: readonly {
    readonly municipality: number;
    readonly reason: string;
  }[];
  /** Why confidential sums were printed whatever they tell; null: they were not. */
  readonly printedAnyway: string | null;
  /**
   * SHA-256 of this result as compact JSON, in the order of its fields and without this one: the
   * same wherever it is computed, and checked with `JSON.stringify`.
   */
  readonly receipt: string;
}

/** A number of a location as an earlier public edition counted it. */
export interface PrintedNumber {
  /** Code. */
  readonly municipality: string;
  /** What the location is known by from edition to edition. */
  readonly key: string;
  readonly places: number;
  readonly public: boolean;
}

/**
 * What a public edition printed of confidential numbers, and the numbers themselves: kept in the
 * workspace, so that a later edition tells none of them by its difference. Confidential.
 */
export interface EditionRecord {
  readonly numbers: readonly PrintedNumber[];
  /** `members`: places in `numbers`, from 0. */
  readonly sums: readonly {
    readonly form: 'exact' | 'range';
    readonly members: readonly number[];
  }[];
}

/** Every kind of finding. Sentences for each, Dutch and English: `messages.ts`. */
export type FindingCode =
  | 'file_empty'
  | 'file_unknown'
  | 'file_too_large'
  | 'encoding_unsupported'
  | 'nul_byte'
  | 'too_many_rows'
  | 'too_many_cells'
  | 'too_many_columns'
  | 'decoded_windows_1252'
  | 'decoded_utf_16'
  | 'characters_lost'
  | 'quote_unclosed'
  | 'quote_in_cell'
  | 'row_ragged'
  | 'figure_outside'
  | 'row_short'
  | 'row_text_only'
  | 'row_not_read'
  | 'rows_other_regions'
  | 'rows_not_chosen'
  | 'rows_without_figure'
  | 'column_missing'
  | 'figures_of_other_unit'
  | 'column_proposed'
  | 'column_twice'
  | 'column_ambiguous'
  | 'column_not_found'
  | 'measure_unknown'
  | 'period_open'
  | 'period_unknown'
  | 'cell_twofold'
  | 'figure_shared'
  | 'struck_left_out'
  | 'hidden_left_out'
  | 'sheet_open'
  | 'sheet_chosen'
  | 'code_missing'
  | 'code_unreadable'
  | 'code_passed_over'
  | 'code_long'
  | 'code_duplicate'
  | 'name_unknown'
  | 'name_ambiguous'
  | 'codes_from_names'
  | 'number_missing'
  | 'number_unreadable'
  | 'number_other_marks'
  | 'number_not_whole'
  | 'number_out_of_range'
  | 'number_too_precise'
  | 'province_missing'
  | 'province_unknown'
  | 'province_differs'
  | 'provinces_from_codes'
  | 'figures_provisional'
  | 'text_unguarded'
  | 'level_unknown'
  | 'municipality_only_here'
  | 'list_empty'
  | 'municipality_not_in_round'
  | 'municipality_lacking'
  | 'municipality_merged'
  | 'division_needed'
  | 'division_differs'
  | 'merger_without_inhabitants'
  | 'name_differs'
  | 'population_far'
  | 'total_differs'
  | 'total_of_part'
  | 'score_unusual'
  | 'need_out_of_range'
  | 'minors_exceed_need'
  | 'municipality_unknown'
  | 'municipality_ambiguous'
  | 'province_not_found'
  | 'cell_missing'
  | 'date_unreadable'
  | 'date_of_period'
  | 'date_counted'
  | 'date_two_readings'
  | 'places_unclear'
  | 'row_of_sums'
  | 'period_reversed'
  | 'kind_unknown'
  | 'certainty_unknown'
  | 'confidentiality_unknown'
  | 'number_exposed'
  | 'personal_data_suspected'
  | 'municipality_not_in_province'
  | 'location_twice'
  | 'location_claimed_twice'
  | 'location_claimed_by_both'
  | 'location_overlap'
  | 'continues_unknown'
  | 'continues_circular'
  | 'shares_not_task'
  | 'transfer_to_itself'
  | 'transfer_elsewhere'
  | 'transfer_not_positive'
  | 'transfer_ledger_unknown'
  | 'transfer_below_zero'
  | 'unit_too_large'
  | 'scenario_weight_not_positive'
  | 'scenario_merged_twice'
  | 'scenario_too_precise'
  | 'printed_figure_missing'
  | 'places_above_inhabitants'
  | 'minors_above_places'
  | 'printed_twice'
  | 'printed_ambiguous'
  | 'printed_unknown'
  | 'footnote_left_out'
  | 'table_without_figures'
  | 'table_incomplete'
  | 'table_and_need_apart'
  | 'table_of_other_need'
  | 'table_twice'
  | 'table_sum_differs'
  | 'table_shares_swapped'
  | 'table_share_odd'
  | 'factor_not_fitted'
  | 'reference_not_printed'
  | 'receipt_too_large'
  | 'receipt_truncated'
  | 'receipt_unreadable'
  | 'receipt_number'
  | 'receipt_too_deep'
  | 'receipt_other_version'
  | 'receipt_malformed'
  | 'sheet_of_estimate'
  | 'sheet_too_large'
  | 'parameter_unknown';

export type Severity = 'error' | 'warning' | 'note';

/** A further cell or row of the same cause. */
export interface FoundAlso {
  readonly row: number;
  readonly raw: string;
  readonly about: string;
  /** Where there is none it is not said. */
  readonly otherRow?: number;
}

/** Something that was found in a file or a request. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Name of the file, as given to `put`; empty when the finding is about the request. */
  readonly file: string;
  /** Row as a spreadsheet counts, header included, from 1; 0: the whole file. */
  readonly row: number;
  /** Column from 1; 0: the whole row. */
  readonly column: number;
  /** The text of the cell exactly as read (at most 200 characters). */
  readonly raw: string;
  /**
   * What it is about: a column's meaning (`inhabitants`), a municipality's code, a name. May be
   * empty.
   */
  readonly about: string;
  /** A second place, such as the first row of a duplicate; 0 when there is none. */
  readonly otherRow: number;
  /**
   * How many more of the same the finding stands for (skipped rows, …); 1 for a single cell. Of a
   * column that is proposed: how many are, one of which is meant.
   */
  readonly count: number;
  /**
   * Where else the same is wrong with the same column; the first thousand places, of a word a
   * hundred, and none is not said.
   */
  readonly also?: readonly FoundAlso[];
}

/**
 * `round_changed`: the figures hold, but the round has been described otherwise since. `rule_gone`:
 * made under a rule that is no longer computed, so nobody can say here whether it holds.
 * `incomplete`: nothing wrong was found, but a file is needed to compute it again.
 */
export type Outcome = 'holds' | 'round_changed' | 'rule_gone' | 'incomplete' | 'fails';

/**
 * What a receipt can be made of. `provincial_table` only in its confidential edition: a receipt
 * holds every cell that it rests on.
 */
export type ClaimedOperation =
  | 'allocate'
  | 'explain'
  | 'compare'
  | 'compareTables'
  | 'reproduce'
  | 'sensitivity'
  | 'needSteps'
  | 'implied'
  | 'whatIf'
  | 'provincial_table';

/** An input of a claim that was computed again. */
export interface ProvenInput {
  readonly file: string;
  /** By what the file is, never by its name. */
  readonly basis: Basis;
  readonly sameAs: string | null;
  readonly rows: number;
}

/** What was computed again, in short: the question, and what its inputs are. */
export interface ProvenClaim {
  readonly operation: ClaimedOperation;
  /** A round of the catalogue; null: a question of one's own. */
  readonly round: string | null;
  readonly need: number | null;
  readonly minors: number | null;
  readonly municipalities: number | null;
  readonly population: ProvenInput | null;
  readonly scores: ProvenInput | null;
  readonly findings: {
    readonly warning: number;
    readonly note: number;
  };
}

/** Whether a receipt holds. */
export interface VerifyResult {
  readonly outcome: Outcome;
  /** Whether the bytes are those of the canonical form: false where the file was saved anew. */
  readonly untouched: boolean;
  readonly checksum: boolean;
  /** Whether the figures could be computed again. */
  readonly recomputed: boolean;
  /** The basis as computed again. */
  readonly basis: Basis | null;
  /** Where the claim says other than what follows from its inputs; at most a hundred. */
  readonly differences: readonly {
    /** Such as `figures.municipalities[3].places`. */
    readonly path: string;
    /** JSON text; empty where it is missing. */
    readonly claimed: string;
    readonly recomputed: string;
  }[];
  readonly differenceCount: number;
  readonly missing: readonly {
    readonly file: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly reason: string;
  }[];
  /**
   * `fingerprint`: it cannot be shown from the cells; who has the file can hand it over. `list`: a
   * list of municipalities, or of where they went, that is not the one of this program.
   */
  readonly unproven: readonly {
    readonly file: string;
    readonly sha256: string;
    readonly what: 'fingerprint' | 'list';
  }[];
  /** What was computed again, and so is proven where the outcome is `holds`; null: nothing was. */
  readonly proven: ProvenClaim | null;
  readonly maker: {
    readonly version: string | null;
    readonly commit: string | null;
    readonly wasm: string | null;
  };
  /** As the receipt has it; only where the outcome is `holds` it is of the form said here. */
  readonly claim: unknown;
}

/** A receipt that was made; the document itself is in a column. */
export interface ReceiptResult {
  /** SHA-256 over the canonical form of the document without its checksum. */
  readonly checksum: string;
  /** SHA-256 over the canonical form of the claim: the same wherever it was made. */
  readonly claim: string;
  /** null: not about the inputs of a round. */
  readonly basis: Basis | null;
  readonly bytes: number;
  /** Files whose cells are not in it: larger than 10 MB, or an estimate. */
  readonly leftOut: readonly {
    readonly file: string;
    readonly reason: 'size' | 'estimate';
  }[];
}
