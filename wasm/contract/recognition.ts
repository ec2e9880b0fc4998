/** What a file is. */
import type { FindMunicipalitiesResult, NumberNotation, RecogniseResult } from './answers.ts';

export interface RecogniseParameters {
  readonly file: string;
  readonly notation?: NumberNotation;
}

/** A name or code as it was typed, and the province where the same table says it. */
export interface TypedMunicipality {
  readonly text: string;
  readonly province?: string;
}

export interface FindMunicipalitiesParameters {
  /** The municipalities of the round: a table of inhabitants that was put before. */
  readonly municipalities: string;
  /** Where municipalities went: as of `MergeRequest`; without it those of other years are unknown. */
  readonly changes?: string;
  readonly provinces?: readonly string[];
  readonly names: readonly TypedMunicipality[];
  /** How many of `nearest` at most; 8 where it is left out. */
  readonly most?: number;
  /** Whether to give all spellings, for a search that filters while a person types. */
  readonly spellings?: boolean;
}

export interface RecognitionOperations {
  readonly find_municipalities: {
    readonly parameters: FindMunicipalitiesParameters;
    readonly result: FindMunicipalitiesResult;
  };
  readonly recognise: {
    readonly parameters: RecogniseParameters;
    readonly result: RecogniseResult;
  };
}
