/** The allocation of a need over all municipalities. */
import type { AllocationResult, Hand, NumberKind } from './answers.ts';
import type { InputFile, PrintedScores, ReadFile } from './common.ts';

/** A table of printed figures (put before), with what its rows do not say for themselves. */
export interface PrintedFile {
  readonly file: string;
  readonly number: NumberKind;
  readonly hand: Hand;
  readonly source?: string;
  readonly date?: string;
  readonly url?: string;
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

export interface AllocationOperations {
  readonly allocate: { readonly parameters: AllocateParameters; readonly result: AllocationResult };
}
