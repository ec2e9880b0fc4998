/**
 * Receipts (rekenbewijs): a claim with everything that is needed to compute it again. The document
 * itself is described by `public/schema/rekenbewijs-2.schema.json`.
 */
import type { InputsParameters, MergeRequest } from './allocation.ts';
import type {
  Basis,
  ClaimedOperation,
  Finding,
  Fraction,
  InputStatus,
  ReceiptResult,
  VerifyResult,
} from './answers.ts';
import type { InputFile } from './common.ts';

/** A receipt is read up to this size; a larger one is refused before it is loaded. */
export const mostReceiptBytes = 16_777_216;

interface YearChoice {
  readonly year: number;
  readonly certainty: 'known' | 'inferred' | 'assumed';
}

/** What the catalogue says of a round; a receipt carries it, and `verify` holds it against ours. */
export interface RoundNote {
  readonly id: string;
  readonly need: number;
  readonly minors: number | null;
  readonly population: YearChoice;
  readonly scores: YearChoice;
}

export interface FormerVintage {
  readonly file: string;
  readonly status: Exclude<InputStatus, 'loaded'>;
  readonly year: number;
  readonly sha256: string;
}

/** The parameters of the operation that is claimed, beside these. */
export interface ReceiptOfParameters {
  readonly claims: ClaimedOperation;
  readonly round: RoundNote | null;
  readonly [parameter: string]: unknown;
}

/** Of an allocation. */
export interface ReceiptParameters extends InputsParameters {
  readonly round?: RoundNote | null;
}

type ClaimedFigure = number | { readonly low: number; readonly high: number } | null;

/** The claim of an allocation; that of another operation has `question` and `answer` as well. */
export interface Claim {
  readonly operation: 'allocate';
  readonly rules: readonly {
    readonly law: string;
    readonly article: string;
    readonly version: string;
    readonly about: string;
    readonly url: string;
  }[];
  readonly round: RoundNote | null;
  readonly parameters: {
    readonly population: InputFile;
    readonly scores: InputFile;
    readonly need: number;
    readonly needIsOwn: boolean;
    readonly minors: number | null;
    readonly provinces: readonly string[];
    readonly municipalities: string | null;
    readonly merge: Required<MergeRequest> | null;
  };
  readonly files: readonly {
    readonly file: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly encoding: string;
    readonly separator: string;
    readonly leftOut: 'size' | 'estimate' | null;
    readonly writing: {
      readonly lineEnd: 'lf' | 'crlf';
      readonly lastLineEnds: boolean;
      readonly quotes: 'needed' | 'all';
    } | null;
    readonly cells: readonly (readonly string[])[] | null;
  }[];
  readonly inputs: Readonly<
    Record<
      'population' | 'scores',
      {
        readonly file: string;
        readonly basis: Basis;
        readonly sameAs: string | null;
        readonly rows: number;
      }
    >
  >;
  readonly basis: Basis;
  readonly figures: {
    readonly country: {
      readonly municipalities: number;
      readonly inhabitants: number;
      readonly totalWeight?: Fraction;
      readonly places?: number;
      readonly difference?: number;
      readonly minors?: number | null;
      readonly minorsDifference?: number | null;
    };
    readonly provinces: readonly {
      readonly name: string;
      readonly municipalities: number;
      readonly inhabitants: number;
      readonly places: ClaimedFigure;
      readonly minors: ClaimedFigure;
    }[];
    readonly municipalities: readonly {
      readonly code: string;
      readonly name: string;
      readonly province: string;
      readonly inhabitants: number;
      readonly places: ClaimedFigure;
      readonly minors: ClaimedFigure;
      readonly score?: string;
      readonly weight?: Fraction;
      readonly share?: Fraction;
      readonly minorsShare?: Fraction | null;
    }[];
  };
  readonly findings: readonly Finding[];
}

export interface VerifyParameters {
  /** Name of the receipt, as put before the core. */
  readonly receipt: string;
  /** Files handed over for what the receipt leaves out; they are found by their fingerprint. */
  readonly files?: readonly string[];
  /** Bundled vintages (put before), against which the inputs of the receipt are recognised. */
  readonly vintages: readonly {
    readonly file: string;
    readonly status: Exclude<InputStatus, 'loaded'>;
    readonly year?: number;
  }[];
  /** Other bundled files (put before) that figures rest on: where municipalities went. */
  readonly references?: readonly string[];
  readonly rounds: readonly RoundNote[];
  /** Rounds as earlier editions of the data described them: a receipt about one keeps a true answer. */
  readonly formerRounds?: readonly RoundNote[];
  /** Vintages as earlier editions had them, by the fingerprint of their bytes. */
  readonly formerVintages?: readonly FormerVintage[];
}

export interface ReceiptOperations {
  readonly receipt: {
    readonly parameters: ReceiptParameters | ReceiptOfParameters;
    readonly result: ReceiptResult;
  };
  readonly verify: { readonly parameters: VerifyParameters; readonly result: VerifyResult };
}
