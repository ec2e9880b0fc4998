/** What a file is. */
import type { NumberNotation, RecogniseResult } from './answers.ts';

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

export interface CalledMunicipality {
  readonly code: string;
  readonly name: string;
  readonly province: string;
}

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
  /** Of a text that nobody is called: those so near that they can be proposed ("Zwole" for Zwolle). */
  readonly proposals: readonly CalledMunicipality[];
}

export interface FindMunicipalitiesResult {
  /** One for each of the names asked, in that order. */
  readonly found: readonly FoundMunicipality[];
  /**
   * What each is called, in lower case without accents and signs: official, customary, Frisian; what
   * two are called is left out. Also provinces that have a second name. Empty where not asked for.
   */
  readonly spellings: readonly { readonly name: string; readonly spellings: readonly string[] }[];
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
