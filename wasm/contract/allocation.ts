/** The allocation of a need over all municipalities. */
import type {
  Basis,
  Derivation,
  EstimateRecord,
  Figure,
  Fraction,
  InputFile,
  PerThousand,
  PrintedScores,
  ReadFile,
  SourceFile,
} from './common.ts';

export interface ShareSteps {
  /** B × Wf / TWf, exact. */
  readonly fraction: Fraction;
  /** The same with nine decimals, rounded half up. */
  readonly decimal: string;
  /** Whether the exact share lies within 10⁻⁶ of a half, where the rounding turns. */
  readonly nearHalf: boolean;
}

/** What kind of number someone printed; the kinds are never mixed. */
export type NumberKind = 'indicative' | 'decided' | 'own_sum';
/** `first`: the Staatscourant itself; `second`: who saw it; `third`: copied from one of those. */
export type Hand = 'first' | 'second' | 'third';

/** A table of printed figures (put before), with what its rows do not say for themselves. */
export interface PrintedFile {
  readonly file: string;
  readonly number: NumberKind;
  readonly hand: Hand;
  readonly source?: string;
  readonly date?: string;
  readonly url?: string;
}

/** What someone printed about a municipality or province. */
export interface PublishedFigure {
  readonly number: NumberKind;
  readonly hand: Hand;
  /** The table it stands in, as put. */
  readonly file: string;
  readonly places: number;
  readonly minors: number | null;
  readonly perThousand: PerThousand;
  readonly source: string;
  /** As the source gives it: `2024`, `2024-01` or `2024-02-01`. */
  readonly date: string;
  readonly url: string;
  /** Why the figure is disputed; empty when it is not. */
  readonly disputed: string;
}

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
  readonly total: Figure;
  readonly perThousand: PerThousand;
  /** Unaccompanied minors, inside the total; null when their need is unknown. */
  readonly minors: Figure | null;
  readonly minorsShare: ShareSteps | null;
  /** The best print of the indicative figure. */
  readonly published: PublishedFigure | null;
  /** Every print, of whatever kind of number, best hand first; that two differ is left standing. */
  readonly prints: readonly PublishedFigure[];
  /**
   * Place by places per inhabitant, the most first, equal ones alike: of what is printed, else of the
   * computed number. null where that is a range for any municipality: a range has no rank.
   */
  readonly rank: Ranks | null;
}

export interface Ranks {
  readonly inProvince: number;
  readonly inCountry: number;
}

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
  readonly published: PublishedFigure | null;
  readonly prints: readonly PublishedFigure[];
}

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

/** Inhabitants are added, scores averaged by inhabitants (`core/tables/mergers.hpp`); each such row is a note. */
export interface MergeRequest {
  /** The file of where municipalities went, put before: `changes/municipalities.csv`. */
  readonly changes: string;
  /** Of a municipality that was divided: how many of its inhabitants went where. */
  readonly parts?: readonly {
    readonly from: string;
    readonly into: string;
    readonly inhabitants: number;
  }[];
}

/** The inputs that every question about an allocation names. */
export interface InputsParameters {
  readonly population: InputFile;
  readonly scores: InputFile;
  /** Places for the whole country (behoefte, BO): 0 … 10,000,000. */
  readonly need: number;
  /** Whether a person changed the need; the figures then rest on own input. */
  readonly needIsOwn?: boolean;
  /** Need for unaccompanied minors; null: unknown. */
  readonly minors: number | null;
  /** Provinces that may occur; others are findings. Default: the twelve of the Netherlands. */
  readonly provinces?: readonly string[];
  /** Bundled vintages (put before) against which loaded files are recognised by their values. */
  readonly vintages?: readonly {
    readonly file: string;
    readonly status: 'official' | 'estimate' | 'printed';
    /** The year its figures are of. */
    readonly year?: number;
    /** Of a complete printed table: how a list of its weights is known again. */
    readonly printed?: PrintedScores;
  }[];
  /**
   * The municipalities of the round, as a table of inhabitants (put before): names without codes, and
   * provinces that a file leaves out, are looked up there.
   */
  readonly municipalities?: string;
  /** Combines former municipalities into those of the round; only where a person asked for it. */
  readonly merge?: MergeRequest;
  /** Tables of printed figures, set beside the rows. */
  readonly published?: readonly PrintedFile[];
  /** What a person said of files that the question names beside the two inputs. */
  readonly readings?: readonly ReadFile[];
}

export interface AllocateParameters extends InputsParameters {
  /** Asks for the rows of a list of more than 10,000 municipalities, as columns of the answer. */
  readonly columns?: boolean;
  /** Asks for the table as a CSV file as well: the bytes are in column `csv` of the answer. */
  readonly csv?: {
    readonly by: 'municipality' | 'province';
    readonly dialect: 'international' | 'nl';
  };
}

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
   * The acid test of scores: of the municipalities that someone printed an indicative figure of, how
   * many these inputs give exactly. null where nothing is printed, figures are no numbers, or the need
   * is a person's own.
   */
  readonly reproduced: { readonly exactly: number; readonly printed: number } | null;
  /** In code order. Empty when there are more than 10,000: then `columns` or `csv` holds them. */
  readonly municipalities: readonly MunicipalityRow[];
  /** In the order of `provinces`, those without municipalities left out. */
  readonly provinces: readonly ProvinceRow[];
  /** The published figure for the whole country, where the table has one. */
  readonly publishedTotal: PublishedFigure | null;
}

export interface AllocationOperations {
  readonly allocate: { readonly parameters: AllocateParameters; readonly result: AllocationResult };
}
