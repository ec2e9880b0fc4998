/** What a file is. */
import type { NumberNotation } from './common.ts';

/** How a file is written: decided by evidence, or said by the person. */
export interface Dialect {
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'windows-1252';
  readonly separator: ',' | ';' | '\t';
}

export interface RecogniseParameters {
  readonly file: string;
  readonly notation?: NumberNotation;
}

export type TableKind = 'population' | 'scores' | 'population_and_scores' | 'published' | 'unknown';

export interface RecognisedColumn {
  readonly column: number;
  readonly header: string;
  /** `null`: not used. */
  readonly meaning:
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
    | 'period'
    | null;
}

export interface RecogniseResult {
  readonly kind: TableKind;
  readonly dialect: Dialect;
  readonly headerRow: number;
  readonly rows: number;
  readonly columns: readonly RecognisedColumn[];
  readonly sha256: string;
  readonly bytes: number;
}

export interface RecognitionOperations {
  readonly recognise: {
    readonly parameters: RecogniseParameters;
    readonly result: RecogniseResult;
  };
}
