/**
 * Receipts (rekenbewijs): a claim with everything that is needed to compute it again. The document
 * itself is described by `public/schema/rekenbewijs-2.schema.json`.
 */
import type { Basis, Finding, Fraction } from './answers.ts';
import type { InputFile, MergeRequest, RoundNote } from './operations.ts';

/** A receipt is read up to this size; a larger one is refused before it is loaded. */
export const mostReceiptBytes = 16_777_216;

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
