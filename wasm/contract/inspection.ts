/** What is in a file, as it will be understood, and why: asked before anything is computed. */
import type { InputsParameters, MergeRequest } from './allocation.ts';
import type { FileReading, NumberNotation } from './common.ts';
import type { Dialect, RecognisedColumn, TableKind } from './recognition.ts';

type KnownVintages = NonNullable<InputsParameters['vintages']>;

/** What a column may hold. */
export type ColumnMeaning = NonNullable<RecognisedColumn['meaning']>;

export interface InspectParameters extends FileReading {
  readonly file: string;
  /**
   * A table of municipalities with their provinces (put before), such as the population of the round:
   * names without codes, and provinces that a file leaves out, are looked up there.
   */
  readonly municipalities?: string;
  /** Names of provinces that may occur; default: the twelve of the Netherlands. */
  readonly provinces?: readonly string[];
  /** Official ones among them are what inhabitants are set beside. */
  readonly vintages?: KnownVintages;
  /** Asks for every row as texts, exactly as read, header rows included; or for some, from 1. */
  readonly cells?: boolean | { readonly first: number; readonly last: number };
}

/**
 * How the numbers of a column are written, over every row that counts. Cells that read alike in every
 * notation decide nothing; `eitherPoint` and `eitherComma` (`1.234`) allow two readings.
 */
export interface NumberEvidence {
  /** null: the cells allow two readings, and nobody said which. */
  readonly notation: NumberNotation | null;
  /**
   * `cells`: they show it; `said`: they allow two readings, and a person chose; `small`: they allow
   * two, but such figures are too small for thousands; `open`: a question.
   */
  readonly decidedBy: 'cells' | 'said' | 'small' | 'open';
  /** Numbers of cells. */
  readonly noMarks: number;
  readonly decimalPoint: number;
  readonly decimalComma: number;
  readonly thousandsPoint: number;
  readonly thousandsComma: number;
  readonly thousandsSpace: number;
  readonly thousandsApostrophe: number;
  readonly eitherPoint: number;
  readonly eitherComma: number;
  readonly missing: number;
  readonly noNumber: number;
}

export interface InspectedColumn {
  /** From 1. */
  readonly column: number;
  /** The heading as read; headings in several rows are joined with ` / `. */
  readonly header: string;
  /** What the column is used as; null: not used. */
  readonly meaning: ColumnMeaning | null;
  /** What its cells look like, where no heading or person says it: a proposal, never used by itself. */
  readonly proposal: ColumnMeaning | null;
  /**
   * Why: its heading is known; a person said so; its cells are regions (codes or names); its cells
   * look like it; or nothing says what it is.
   */
  readonly why: 'heading' | 'mapping' | 'regions' | 'cells' | 'unknown';
  /** The marks of its numbers, and what decided them; null: its cells are no numbers, or not used. */
  readonly numbers: NumberEvidence | null;
  /** The first cells below the header, at most five. */
  readonly examples: readonly string[];
}

export interface InspectedPeriod {
  /** As a request names it: without provisional mark, `2022`. */
  readonly period: string;
  /** As it stands in the file: `2022*`, `2022JJ00`. */
  readonly text: string;
  /** null where it is no whole year. */
  readonly year: number | null;
  /** Marked `*` or `**`, or said to be provisional. */
  readonly provisional: boolean;
  /** Whether it is proposed: the newest year. */
  readonly proposed: boolean;
  /** Whether the request chose it, or there is no other. */
  readonly chosen: boolean;
}

export interface InspectResult {
  readonly kind: TableKind;
  /** `rows`: a row per municipality; `observations`: a row per figure, as OData's long form. */
  readonly form: 'rows' | 'observations';
  readonly dialect: Dialect;
  /** Rows that hold headings, from 1; equal where there is one. Both 0 where none is known. */
  readonly headerRow: number;
  readonly lastHeaderRow: number;
  readonly rows: {
    /** All rows of the file. */
    readonly all: number;
    /** Rows below the headings that are not blank. */
    readonly filled: number;
    /** Rows that were read as a municipality. */
    readonly municipalities: number;
    /** Rows about the country, provinces, districts … */
    readonly otherRegions: number;
  };
  readonly columns: readonly InspectedColumn[];
  /** Oldest first; empty where the file names none. */
  readonly periods: readonly InspectedPeriod[];
  readonly sha256: string;
  readonly bytes: number;
  /** The rows that were asked for, as texts. */
  readonly cells: readonly (readonly string[])[] | null;
}

export interface CleanParameters extends FileReading {
  readonly file: string;
  readonly municipalities?: string;
  readonly provinces?: readonly string[];
  readonly dialect: 'international' | 'nl';
  /** Combines former municipalities; scores then count by the inhabitants of these vintages. */
  readonly merge?: MergeRequest;
  readonly vintages?: KnownVintages;
}

/**
 * The file in canonical form, in columns `population` (`gemeentecode, gemeente, provincie, inwoners`)
 * and `scores` (`gemeentecode, gemeente, ses_woa`, of an estimate `ses_woa_schatting`) of the answer:
 * bytes of a CSV file, in code order.
 */
export interface CleanResult {
  readonly kind: TableKind;
  readonly rows: number;
}

/** A small table: a name per row, with whole numbers and words under headings that are known. */
export interface ReadFiguresParameters extends FileReading {
  readonly file: string;
  /** Heading of the names; each may occur once. */
  readonly name: string;
  readonly numbers: readonly string[];
  readonly words?: readonly string[];
  /** Bounds of the numbers; 0 and 10,000,000 where they are left out. */
  readonly least?: number;
  readonly most?: number;
  /** Whether a word before a number may make it a limit: `tot 40`. */
  readonly limits?: boolean;
}

export interface ReadFiguresResult {
  /** All headings of the table, also those that were not asked for. */
  readonly headings: readonly string[];
  readonly rows: readonly {
    readonly row: number;
    readonly name: string;
    readonly words: readonly string[];
    /** In the order asked; null: the cell is empty. */
    readonly numbers: readonly (number | null)[];
    readonly isLimit: boolean;
  }[];
}

/** A number; null: an empty cell or a sign for "no figure"; false: something that is no whole number. */
export type ReadCell = number | null | false;

export interface InspectionOperations {
  /**
   * The cells of a table below its first row, column by column, as the core reads printed figures: each
   * column in its own notation.
   */
  readonly read_columns: {
    readonly parameters: { readonly file: string };
    readonly result: { readonly columns: readonly (readonly ReadCell[])[] };
  };
  /** Any fault of any cell is an error, and then there are no rows. */
  readonly read_figures: {
    readonly parameters: ReadFiguresParameters;
    readonly result: ReadFiguresResult;
  };
  readonly clean: { readonly parameters: CleanParameters; readonly result: CleanResult };
  /** Good also with findings of severity error: they are what was asked. */
  readonly inspect: { readonly parameters: InspectParameters; readonly result: InspectResult };
}
