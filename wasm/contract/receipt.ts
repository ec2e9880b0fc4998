/**
 * Receipts (rekenbewijs): a claim with everything that is needed to compute it again. The document
 * itself is described by `public/schema/rekenbewijs-2.schema.json`.
 */
import type { InputsParameters, MergeRequest } from './allocation.ts';
import type { Basis, Fraction, InputStatus } from './answers.ts';
import type { Finding, InputFile } from './common.ts';

/** A receipt is read up to this size; a larger one is refused before it is loaded. */
export const mostReceiptBytes = 33_554_432;

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

/**
 * What a receipt can be made of. `provincial_table` only in its confidential edition: a receipt holds
 * every cell that it rests on.
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

export interface ReceiptResult {
  /** SHA-256 over the canonical form of the document without its checksum. */
  readonly checksum: string;
  /** SHA-256 over the canonical form of the claim: the same wherever it was made. */
  readonly claim: string;
  /** null: not about the inputs of a round. */
  readonly basis: Basis | null;
  readonly bytes: number;
  /** Files whose cells are not in it: larger than 10 MB, or an estimate. */
  readonly leftOut: readonly { readonly file: string; readonly reason: 'size' | 'estimate' }[];
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

/**
 * `round_changed`: the figures hold, but the round has been described otherwise since.
 * `rule_gone`: made under a rule that is no longer computed, so nobody can say here whether it holds.
 * `incomplete`: nothing wrong was found, but a file is needed to compute it again.
 */
export type Outcome = 'holds' | 'round_changed' | 'rule_gone' | 'incomplete' | 'fails';

export interface ProvenInput {
  readonly file: string;
  /** By what the file is, never by its name. */
  readonly basis: Basis;
  readonly sameAs: string | null;
  readonly rows: number;
}

export interface ProvenClaim {
  readonly operation: ClaimedOperation;
  /** A round of the catalogue; null: a question of one's own. */
  readonly round: string | null;
  readonly need: number | null;
  readonly minors: number | null;
  readonly municipalities: number | null;
  readonly population: ProvenInput | null;
  readonly scores: ProvenInput | null;
  readonly findings: { readonly warning: number; readonly note: number };
}

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

export interface ReceiptOperations {
  readonly receipt: {
    readonly parameters: ReceiptParameters | ReceiptOfParameters;
    readonly result: ReceiptResult;
  };
  readonly verify: { readonly parameters: VerifyParameters; readonly result: VerifyResult };
}
