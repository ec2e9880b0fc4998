/** What every request and answer of the core is made of. */

/** On what a figure rests; the weakest input decides. See DESIGN.md, "What may be shown as a figure". */
export type Basis = 'official' | 'cbs_file' | 'own_input' | 'derived' | 'estimate';

/**
 * What the caller says of a file it hands over. `printed` is a bundled table of figures that someone
 * printed; `loaded` is everything a person brought.
 */
export type InputStatus = 'official' | 'estimate' | 'invented' | 'printed' | 'loaded';

export type Severity = 'error' | 'warning' | 'note';

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
}

export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly note: number;
}

/**
 * A figure as it may be shown: a number, or a range in whole places. Never both. A `derived` range is
 * proven, and where it holds one whole number it is that number; an estimate is a band and no number.
 */
export interface Figure {
  readonly places: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Exact fraction in lowest terms; both parts are whole numbers in decimal digits. */
export interface Fraction {
  readonly numerator: string;
  readonly denominator: string;
}

/** Places per 1,000 inhabitants, as decimal text, rounded half up (ranges outward). */
export interface PerThousand {
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
}

export interface SourceFile {
  readonly file: string;
  readonly status: InputStatus;
  /** SHA-256 of the bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
  /** The bundled vintage whose values this loaded file repeats; null when it repeats none. */
  readonly sameAs: string | null;
  readonly basis: Basis;
  /** Of a loaded file, where the municipalities of the round are known: why it is CBS's, or is not. */
  readonly cbs: CbsTraits | null;
}

/**
 * What must all hold for a loaded file to be taken for CBS's by its form (`core/tables/cbs_table.hpp`). With
 * the same figures as an official vintage (`sameAs`) it is CBS's whatever its form. That a value was
 * edited cannot be seen from the file.
 */
export interface CbsTraits {
  /** Figure and region stand under headings exactly as CBS writes them. */
  readonly headings: boolean;
  /** `Bron: CBS` below, padded keys, or the columns of OData's long form. */
  readonly download: boolean;
  /** The one period that counts, a whole year; null: the file does not say it. */
  readonly year: number | null;
  /** Exactly the municipalities of the round, each once. */
  readonly complete: boolean;
  /** No official vintage of that year that is inside says otherwise. */
  readonly values: boolean;
}

export interface NumberNotation {
  readonly decimal: '.' | ',';
  /** `null`: no thousands mark. */
  readonly thousands: '.' | ',' | ' ' | "'" | null;
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

/**
 * How often the band of an estimate was right on figures that are known. Measured over the data inside
 * (`scripts/bands.mjs`), each known figure left out in turn.
 */
export interface EstimateRecord {
  /** What the estimate is: a table carried over with or without a change of scores, or scores per postcode. */
  readonly rule: 'updated' | 'unchanged' | 'postcode';
  /** To either side, as a part of the share; what rounding hides comes on top. */
  readonly margin: string;
  readonly known: number;
  readonly hits: number;
  readonly leaveOneOut: number;
  /** Of the chance of a hit, at 95 % confidence, if the known figures were a sample, which they are not. */
  readonly lowerBound: string;
}

/** The table that figures are derived from, or that an estimate was carried over from. */
export interface Derivation {
  readonly table: string;
  readonly population: string;
  readonly need: number;
  /**
   * Of `derived`: whether the intervals are proven, if the table, its inhabitants and ordinary rounding
   * hold. Not where figures in the table look wrong.
   */
  readonly proven: boolean;
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
