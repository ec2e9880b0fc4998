/** What a file is. */
import type { NumberNotation } from './common.ts';

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

export interface RecogniseParameters {
  readonly file: string;
  readonly notation?: NumberNotation;
}

/** `code_list`: what the identifiers of a long form stand for (`MeasureCodes.csv`). */
export type TableKind =
  'population' | 'scores' | 'population_and_scores' | 'published' | 'code_list' | 'unknown';

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
