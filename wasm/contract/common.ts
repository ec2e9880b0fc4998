/** What every request and answer of the core is made of. */
import type { InputStatus, NumberNotation, Severity } from './answers.ts';

/** Every kind of finding. Sentences for each, Dutch and English: `messages.ts`. */
export type FindingCode =
  // the file as a whole
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
  // rows and quotes
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
  // columns
  | 'column_missing'
  | 'measure_unknown'
  | 'column_proposed'
  | 'column_twice'
  | 'column_ambiguous'
  | 'column_not_found'
  | 'period_open'
  | 'period_unknown'
  // what a document shows otherwise than its cells say: found by its reader, before the core has it
  | 'cell_twofold'
  | 'figure_shared'
  | 'struck_left_out'
  | 'hidden_left_out'
  // cells
  | 'code_missing'
  | 'code_unreadable'
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
  // the joined list
  | 'municipality_only_here'
  | 'list_empty'
  | 'municipality_not_in_round'
  | 'municipality_lacking'
  | 'municipality_merged'
  | 'division_needed'
  | 'division_differs'
  | 'merger_without_inhabitants'
  // what is odd about a list that can be used
  | 'name_differs'
  | 'population_far'
  | 'total_differs'
  | 'total_of_part'
  | 'score_unusual'
  // what the person asked
  | 'need_out_of_range'
  | 'minors_exceed_need'
  | 'municipality_unknown'
  | 'municipality_ambiguous'
  | 'province_not_found'
  // locations of the provincial table
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
  // exchanges of the provincial table
  | 'transfer_to_itself'
  | 'shares_not_task'
  | 'transfer_elsewhere'
  | 'transfer_not_positive'
  | 'transfer_ledger_unknown'
  | 'transfer_below_zero'
  // what if
  | 'unit_too_large'
  | 'scenario_weight_not_positive'
  | 'scenario_merged_twice'
  | 'scenario_too_precise'
  // published tables
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
  | 'table_twice'
  | 'table_sum_differs'
  | 'table_shares_swapped'
  | 'table_share_odd'
  | 'factor_not_fitted'
  | 'reference_not_printed'
  // a receipt
  | 'receipt_too_large'
  | 'receipt_truncated'
  | 'receipt_unreadable'
  | 'receipt_number'
  | 'receipt_too_deep'
  | 'receipt_other_version'
  | 'receipt_malformed'
  // a calculation sheet
  | 'sheet_of_estimate'
  | 'sheet_too_large';

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
  /** What it is about: a column's meaning (`inhabitants`), a municipality's code, a name. May be empty. */
  readonly about: string;
  /** A second place, such as the first row of a duplicate; 0 when there is none. */
  readonly otherRow: number;
  /** How many more of the same the finding stands for (skipped rows, …); 1 for a single cell. */
  readonly count: number;
  /** Where else the same is wrong with the same column; the first thousand places, and none is not said. */
  readonly also?: readonly FoundAlso[];
}

/** A further cell or row of the same cause. */
export interface FoundAlso {
  readonly row: number;
  readonly raw: string;
  readonly about: string;
}

export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly note: number;
}

/** What a person says about reading a file; each part may be left out. */
export interface FileReading {
  /** How the cells of the file are written, where its own evidence decides wrongly. */
  readonly separator?: ',' | ';' | '\t' | '|';
  readonly encoding?: 'utf-8' | 'windows-1252';
  /** For a file whose numbers allow two readings. */
  readonly notation?: NumberNotation;
  /**
   * Which column is what: by its heading as it stands in the file, or by its number from 1; null: no
   * column. A meaning that is left out is found by its heading.
   */
  readonly columns?: {
    readonly [meaning in MappedMeaning]?: string | number | null;
  };
  /** Which period counts, for a file with several: `2022`. */
  readonly period?: string;
  /** Code lists (put before) that come with OData's long form: `MeasureCodes.csv`, … */
  readonly codeLists?: readonly string[];
}

/** The meanings that a person may give to a column. */
export type MappedMeaning =
  'code' | 'name' | 'province' | 'inhabitants' | 'score' | 'places' | 'minors' | 'period';

export interface ReadFile extends FileReading {
  readonly file: string;
}

export interface InputFile extends ReadFile {
  readonly status: InputStatus;
  /** Of scores: the file is none, but a complete printed table of shares. */
  readonly printed?: PrintedScores;
}

/**
 * What a complete printed table says of the weights of its municipalities, up to one factor that divides
 * out. `derived`: they are those of the round, and figures are proven intervals. Else they are an
 * estimate: `updated` with the change of estimated scores, or `unchanged`.
 */
export interface PrintedScores {
  /** File: the inhabitants that the makers of the table used. */
  readonly population: string;
  /** The need that the table spreads. */
  readonly need: number;
  readonly use: 'derived' | 'updated' | 'unchanged';
  /** Of `updated`: files of estimated scores, of the year of the table and of that of the round. */
  readonly from?: string;
  readonly to?: string;
  /** A file of published figures to whose provincial tasks an estimate is scaled. */
  readonly tasks?: string;
}

export type ErrorCode =
  | 'request_unreadable'
  | 'operation_unknown'
  | 'parameter_missing'
  | 'parameter_invalid'
  | 'file_not_given'
  | 'findings'
  | 'out_of_memory';

/** `findings`: the input has errors, and the list of them is the result. */
export interface ServiceError {
  readonly code: ErrorCode;
  /** The parameter or file it is about; may be empty. */
  readonly about: string;
}

interface AnswerBase {
  readonly findings: readonly Finding[];
  /** Exact counts, also where the list of findings was cut at 1,000 per code. */
  readonly findingCounts: FindingCounts;
}
export type Answer<R> = AnswerBase &
  (
    | {
        readonly ok: true;
        readonly result: R;
        /** Rows of large results, by column name; empty otherwise. */
        readonly columns: ReadonlyMap<string, Column>;
      }
    | { readonly ok: false; readonly error: ServiceError }
  );

export type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | BigUint64Array;
