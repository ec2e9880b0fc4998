/** What is in a file, as it will be understood, and why: asked before anything is computed. */
import type { InputsParameters, MergeRequest } from './allocation.ts';
import type { CleanResult, InspectResult, ReadFiguresResult } from './answers.ts';
import type { FileReading } from './common.ts';

type KnownVintages = NonNullable<InputsParameters['vintages']>;

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

export interface CleanParameters extends FileReading {
  readonly file: string;
  readonly municipalities?: string;
  readonly provinces?: readonly string[];
  readonly dialect: 'international' | 'nl';
  /** Combines former municipalities; scores then count by the inhabitants of these vintages. */
  readonly merge?: MergeRequest;
  readonly vintages?: KnownVintages;
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
