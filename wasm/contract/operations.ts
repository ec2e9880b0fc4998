/**
 * What the core can be asked. Printed from its description in `wasm/service/contract/` by
 * `npm run contract`: change it there.
 */
import type {
  AllocationResult,
  CalendarResult,
  Certainty,
  ChangeResult,
  ClaimedOperation,
  CleanResult,
  ColumnMeaning,
  CompareResult,
  CompareTablesResult,
  CycleStep,
  DerivedSheetResult,
  EditionRecord,
  ExplainResult,
  FindMunicipalitiesResult,
  Hand,
  HousingTargetsResult,
  ImpliedResult,
  InputStatus,
  InspectResult,
  Ledger,
  NeedStepsResult,
  NumberKind,
  NumberNotation,
  ProposeExchangeResult,
  ProvincialTableResult,
  PublicEditionResult,
  ReadFiguresResult,
  ReceiptResult,
  RecogniseResult,
  ReproduceResult,
  SensitivityResult,
  SheetResult,
  SpreadRemainderResult,
  SumsResult,
  VerifyResult,
  WhatIfResult,
} from './answers.ts';
import type { ReadColumnsResult, VersionResult } from './common.ts';

/** What a person says about reading a file; each part may be left out. */
export interface FileReading {
  /** How the cells of the file are written, where its own evidence decides wrongly. */
  readonly separator?: ',' | ';' | '\t' | '|';
  readonly encoding?: 'utf-8' | 'windows-1252';
  /** For a file whose numbers allow two readings. */
  readonly notation?: NumberNotation;
  /**
   * Which column is what: by its heading as it stands in the file, or by its number from 1; null:
   * no column. A meaning that is left out is found by its heading.
   */
  readonly columns?: { readonly [name in ColumnMeaning]?: number | string | null };
  /** Which period counts, for a file with several: `2022`. */
  readonly period?: string;
  /** Code lists (put before) that come with OData's long form: `MeasureCodes.csv`, … */
  readonly codeLists?: readonly string[];
}

/** A file, and how it is to be read. */
export interface ReadFile extends FileReading {
  readonly file: string;
}

/** A small table: a name per row, with whole numbers and words under headings that are known. */
export interface ReadFiguresParameters extends ReadFile {
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

export interface RecogniseParameters {
  readonly file: string;
  readonly notation?: NumberNotation;
}

/**
 * What a complete printed table says of the weights of its municipalities, up to one factor that
 * divides out. `derived`: they are those of the round, and figures are proven intervals. Else they
 * are an estimate: `updated` with the change of estimated scores, or `unchanged`.
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

/** A file of inhabitants or scores. */
export interface InputFile extends ReadFile {
  readonly status: InputStatus;
  /** Of scores: the file is none, but a complete printed table of shares. */
  readonly printed?: PrintedScores;
}

/** A bundled vintage (put before) against which loaded files are recognised by their values. */
export interface KnownVintage {
  readonly file: string;
  readonly status: 'official' | 'estimate' | 'invented' | 'printed';
  /** The year its figures are of. */
  readonly year?: number;
  /** Of a complete printed table: how a list of its weights is known again. */
  readonly printed?: PrintedScores;
}

/**
 * Inhabitants are added, scores averaged by inhabitants (`core/tables/mergers.hpp`); each such row
 * is a note.
 */
export interface MergeRequest {
  /** The file of where municipalities went, put before: `changes/municipalities.csv`. */
  readonly changes: string;
  /** Of a municipality that was divided: how many of its inhabitants went where. */
  readonly parts?: readonly {
    readonly from: string;
    readonly into: string;
    readonly inhabitants: number;
  }[];
}

/** A table of printed figures (put before), with what its rows do not say for themselves. */
export interface PrintedFile {
  readonly file: string;
  readonly number: NumberKind;
  readonly hand: Hand;
  readonly source?: string;
  readonly date?: string;
  readonly url?: string;
}

/** The inputs that every question about an allocation names. */
export interface InputsParameters {
  readonly population: InputFile;
  readonly scores: InputFile;
  /** Places for the whole country (behoefte, BO): 0 … 10,000,000. */
  readonly need: number;
  /** Whether a person changed the need; the figures then rest on own input. */
  readonly needIsOwn?: boolean;
  /** Need for unaccompanied minors; null: unknown. */
  readonly minors: number | null;
  /** Provinces that may occur; others are findings. Default: the twelve of the Netherlands. */
  readonly provinces?: readonly string[];
  readonly vintages?: readonly KnownVintage[];
  /**
   * The municipalities of the round, as a table of inhabitants (put before): names without codes,
   * and provinces that a file leaves out, are looked up there.
   */
  readonly municipalities?: string;
  /**
   * Combines former municipalities into those of the round; only where a person asked for it.
   * Scores then count by the inhabitants of the official vintages.
   */
  readonly merge?: MergeRequest;
  /** Tables of printed figures, set beside the rows. */
  readonly published?: readonly PrintedFile[];
  /** What a person said of files that the question names beside the two inputs. */
  readonly readings?: readonly ReadFile[];
}

export interface AllocateParameters extends InputsParameters {
  /** Asks for the rows of a list of more than 10,000 municipalities, as columns of the answer. */
  readonly columns?: boolean;
  /** Asks for the table as a CSV file as well: the bytes are in column `csv` of the answer. */
  readonly csv?: {
    readonly by: 'municipality' | 'province';
    readonly dialect: 'international' | 'nl';
  };
}

export interface ExplainParameters extends InputsParameters {
  /** Code or name; exactly one of the two is given. */
  readonly municipality?: string;
  readonly province?: string;
}

export interface ScenarioChange {
  readonly municipality: string;
  readonly inhabitants?: number;
  /** Decimal text with a point. */
  readonly score?: string;
}

export interface ScenarioParameters {
  readonly name?: string;
  readonly need?: number;
  readonly minors?: number;
  /**
   * How much a score counts: decimal text from `0` (population only) to `2`, at most three
   * decimals.
   */
  readonly scoreWeight?: string;
  readonly changes?: readonly ScenarioChange[];
  /** Municipalities taken together: within one list their weights add. */
  readonly mergers?: readonly {
    readonly municipalities: readonly string[];
    readonly name?: string;
  }[];
}

/** A result that is computed. */
export interface ComputedSide {
  readonly computed: InputsParameters;
  /** What if: other inputs, another need, municipalities together, the score counting otherwise. */
  readonly scenario?: ScenarioParameters;
}

/** A table that someone printed, put before. */
export interface PrintedTableFile extends ReadFile {
  /** Provinces that may occur; others are findings. Default: the twelve of the Netherlands. */
  readonly provinces?: readonly string[];
  /**
   * A table of inhabitants that was put before. With it the printed table is read as in `compare`,
   * by names where it has no codes; a row that fits none or several of the list is left out, with
   * finding `printed_unknown` or `printed_ambiguous`.
   */
  readonly list?: string;
  /**
   * Other prints that were put before: rows that the file does not print come from the first that
   * has them.
   */
  readonly beside?: readonly string[];
}

/** A table of figures that someone printed. */
export interface PrintedSide {
  readonly printed: PrintedTableFile;
}

/** One of the two results. */
export type ChangeSide = ComputedSide | PrintedSide;

/**
 * A computed side that is not known to the place takes what someone printed of it, where
 * `published` of its inputs has that, and its interval or band for the rest.
 */
export interface ChangeParameters {
  readonly from: ChangeSide;
  readonly to: ChangeSide;
  /** Asks for the table as a CSV file as well: the bytes are in column `csv` of the answer. */
  readonly dialect?: 'international' | 'nl';
}

export interface SumsParameters extends InputsParameters {
  /** Each a list of municipality codes; one that occurs twice counts once. */
  readonly selections: readonly (readonly string[])[];
}

/** A name or code as it was typed, and the province where the same table says it. */
export interface TypedMunicipality {
  readonly text: string;
  readonly province?: string;
}

export interface FindMunicipalitiesParameters {
  /** The municipalities of the round: a table of inhabitants that was put before. */
  readonly municipalities: string;
  /**
   * Where municipalities went: as of `MergeRequest`; without it those of other years are unknown.
   */
  readonly changes?: string;
  /** Provinces that may occur; others are findings. Default: the twelve of the Netherlands. */
  readonly provinces?: readonly string[];
  readonly names: readonly TypedMunicipality[];
  /** How many of `nearest` at most; 8 where it is left out. */
  readonly most?: number;
  /** Whether to give all spellings, for a search that filters while a person types. */
  readonly spellings?: boolean;
}

/** Rows as a spreadsheet counts them. */
export interface RowRange {
  readonly first: number;
  readonly last: number;
}

export interface InspectParameters extends ReadFile {
  /**
   * The municipalities of the round, as a table of inhabitants (put before): names without codes,
   * and provinces that a file leaves out, are looked up there.
   */
  readonly municipalities?: string;
  /** Provinces that may occur; others are findings. Default: the twelve of the Netherlands. */
  readonly provinces?: readonly string[];
  /** Official ones among them are what inhabitants are set beside. */
  readonly vintages?: readonly KnownVintage[];
  /** Asks for every row as texts, exactly as read, header rows included; or for some, from 1. */
  readonly cells?: boolean | RowRange;
}

/**
 * A day set instead of the law's, and whether the step was taken. Of two for a step the last holds.
 */
export interface SetDay {
  readonly step: CycleStep;
  /** Last day, as set. A text that is no day is a finding (row: place in the list, from 1). */
  readonly date?: string;
  /** The day on which it happened. */
  readonly done?: string;
  readonly note?: string;
}

export interface CalendarParameters {
  /** Year of the estimate: 2024, 2026 … */
  readonly year: number;
  readonly today: string;
  readonly days?: readonly SetDay[];
}

export interface HousingTargetsParameters {
  /** `2027-1` or `2027-2`. */
  readonly halfYear: string;
  /** The day on which is asked which national number holds. */
  readonly today: string;
  /** National numbers (vg) as published; a later one revises the earlier. */
  readonly national: readonly {
    readonly from: string;
    readonly persons: number;
  }[];
  /** iN, on the population day. */
  readonly countryInhabitants: number;
  readonly municipalities: readonly {
    readonly code: string;
    readonly inhabitants: number;
    /** Persons not yet housed (above nought) or housed ahead (below); left out: not known. */
    readonly backlog?: number | null;
  }[];
}

export interface ProposeExchangeParameters {
  /**
   * At most 65. Above nought: wants to take over so many; below: to hand over. Left out: nought.
   */
  readonly wishes: readonly {
    readonly municipality: string;
    readonly wanted: { readonly [name in Ledger]?: number };
    /** Any number up to these will do, each by itself; left out: wholly or not at all. */
    readonly upTo?: boolean;
  }[];
}

export interface ProvinceMunicipality {
  readonly code: string;
  readonly name: string;
  /** Never an estimate: those are no numbers. */
  readonly indicative: number;
  /** Inside the total; null: not known. */
  readonly minors?: number | null;
  /** Its number in the distribution decision; null: there is none yet. */
  readonly decided?: number | null;
  /** Places for displaced persons from Ukraine, as the region agreed; null: not known. */
  readonly ukraine?: number | null;
  /** Housing target per half-year; a half-year left out is not known. */
  readonly statusHolders?: Readonly<Record<string, number>>;
}

export interface ExchangeTransfer {
  readonly ledger: Ledger;
  /** Of status holders only: `2027-1`. */
  readonly halfYear?: string;
  /** Codes. */
  readonly from: string;
  readonly to: string;
  readonly number: number;
}

/**
 * All transfers of an exchange hold, or none. Ratio, day and note stay with the caller: nothing is
 * computed from them.
 */
export interface Exchange {
  /**
   * Days between which it holds; left out: without beginning, or without end. Outside them it moves
   * nothing.
   */
  readonly from?: string;
  readonly until?: string;
  readonly status: 'proposed' | 'agreed' | 'lapsed';
  readonly transfers: readonly ExchangeTransfer[];
}

/**
 * The page or the command line keeps the workspace (what people typed, and files) and hands all of
 * it over each time; the core keeps nothing. Locations are always a CSV file with the columns of
 * the template: rows that were typed in are written as such a file, and then findings have the row
 * and column of that file. A finding of severity error does not stop the answer: the row or
 * exchange it is about does not count, and all that was right does. Lists per municipality in an
 * answer are in the order of `municipalities`. Four kinds of number are named apart: `indicative`
 * (indicatief: the key's), `offered` (aangeboden: what municipalities say), `decided`
 * (verdeelbesluit: the minister's), `available` (beschikbaar: what is there).
 */
export interface ProvincialTableParameters {
  readonly municipalities: readonly ProvinceMunicipality[];
  /** The provincial task where it is not the sum of the shares: published or typed in. */
  readonly task?: {
    readonly total: number;
    readonly minors?: number | null;
  };
  /**
   * Codes of the municipalities of which something was received, though it may hold no location.
   */
  readonly received?: readonly string[];
  readonly regions?: readonly {
    readonly name: string;
    readonly municipalities: readonly string[];
  }[];
  /** Files of locations, handed over with `put`. */
  readonly locations: readonly string[];
  /**
   * By file: how its numbers are written, where its cells allow two readings and a person said
   * which.
   */
  readonly notations?: Readonly<Record<string, NumberNotation>>;
  /** Reference dates of the offers, at most twelve. */
  readonly dates: readonly string[];
  readonly exchanges?: readonly Exchange[];
  /**
   * Texts that people typed, looked at for data of persons; `place` comes back as the finding's
   * file.
   */
  readonly texts?: readonly {
    readonly place: string;
    readonly text: string;
  }[];
  /**
   * Test A, on this day. Each setting left out is as documented in `core/province/deduction.hpp`.
   */
  readonly deduction?: {
    readonly day: string;
    readonly fiveYears?: 'from_start' | 'remaining';
    readonly specialPlacesTogether?: boolean;
    readonly certainties?: readonly Certainty[];
  };
  /** Test B, on this day; `until`: how long a place must stay. */
  readonly decision?: {
    readonly day: string;
    readonly until?: string;
    readonly certainties?: readonly Certainty[];
  };
  /** Test C, for the two years from `start` to `end`. */
  readonly grants?: {
    readonly day: string;
    readonly start: string;
    readonly end: string;
    readonly fiveYears?: 'from_start' | 'remaining';
    readonly specialPlacesDurable?: boolean;
    readonly specialPlacesAlsoDurable?: boolean;
    readonly certainties?: readonly Certainty[];
    readonly threshold?: 'up' | 'down' | 'half_up';
    readonly excluded?: 'lessen_surplus' | 'lessen_payment' | 'fill_threshold';
  };
  /** Findings quote cells: they belong to no edition. */
  readonly edition?: 'confidential';
}

/** A table, of which the public edition is made: hand over its public exchanges only. */
export interface PublicEditionParameters extends ProvincialTableParameters {
  /** Municipalities that let all their numbers be printed, and why. */
  readonly releases?: readonly {
    readonly municipality: string;
    readonly reason: string;
  }[];
  /** Ledgers in which there are confidential exchanges. */
  readonly confidentialLedgers?: readonly {
    readonly ledger: Ledger;
    readonly halfYear?: string;
  }[];
  readonly earlier?: readonly EditionRecord[];
  /** Why a person has all remainders printed, whatever they tell. */
  readonly printAnyway?: string;
}

export interface SpreadRemainderParameters {
  readonly remainder: number;
  readonly municipalities: readonly {
    readonly code: string;
    readonly indicative: number;
    /** Marked by a person: the rule was never published. */
    readonly eligible: boolean;
  }[];
}

export interface CleanParameters extends ReadFile {
  /**
   * The municipalities of the round, as a table of inhabitants (put before): names without codes,
   * and provinces that a file leaves out, are looked up there.
   */
  readonly municipalities?: string;
  /** Provinces that may occur; others are findings. Default: the twelve of the Netherlands. */
  readonly provinces?: readonly string[];
  readonly dialect: 'international' | 'nl';
  /**
   * Combines former municipalities into those of the round; only where a person asked for it.
   * Scores then count by the inhabitants of the official vintages.
   */
  readonly merge?: MergeRequest;
  readonly vintages?: readonly KnownVintage[];
}

export interface CompareParameters extends InputsParameters {
  /** The published table (put before). */
  readonly table: string;
  /** Loaded files that take part in the search beside the bundled vintages. */
  readonly loaded?: readonly string[];
  /** Unit of the scores as a number of decimals; default: the finest of the column. */
  readonly scoreUnitDecimals?: number;
  /** File of where municipalities went, to tell the fates; default: that of `merge`. */
  readonly changes?: string;
}

export interface CompareTablesParameters extends InputsParameters {
  /** File of where municipalities went, to tell the fates; default: that of `merge`. */
  readonly changes?: string;
  /** The published table (put before). */
  readonly table: string;
  readonly other: string;
}

export interface ReproduceParameters extends InputsParameters {
  /** File of where municipalities went, to tell the fates; default: that of `merge`. */
  readonly changes?: string;
  /** The published table (put before). */
  readonly table: string;
  /** Loaded files that take part in the search beside the bundled vintages. */
  readonly loaded?: readonly string[];
  /** Only the given need, also where the table's own total allows others. */
  readonly onlyGivenNeed?: boolean;
}

export interface SensitivityParameters extends InputsParameters {
  /** Code or name. */
  readonly municipality: string;
  /** Loaded files that take part in the search beside the bundled vintages. */
  readonly loaded?: readonly string[];
  /** Unit of the scores as a number of decimals; default: the finest of the column. */
  readonly scoreUnitDecimals?: number;
  /** Even; default 10 and 100. */
  readonly populationUnits?: readonly number[];
  /** Needs between which steps are listed; default 40,000 and 140,000. */
  readonly firstNeed?: number;
  readonly lastNeed?: number;
}

export interface NeedStepsParameters extends InputsParameters {
  /** Needs between which steps are listed; default 40,000 and 140,000. */
  readonly firstNeed?: number;
  readonly lastNeed?: number;
}

export interface ImpliedParameters extends InputsParameters {
  /** `need` and `population` are those of the table. */
  readonly table: string;
  /** File of where municipalities went, to tell the fates; default: that of `merge`. */
  readonly changes?: string;
  /** A municipality in the table; its score, or that of the inputs where it is left out. */
  readonly reference?: {
    readonly municipality: string;
    readonly score?: string;
  };
  /** Without a reference: the mean score of the country as decimal text; default 0. */
  readonly nationalMean?: string;
  /** A complete table stands in for scores: the round that its shares are carried to. */
  readonly carryTo?: {
    readonly population: string;
    readonly need: number;
  };
}

export interface WhatIfParameters extends InputsParameters {
  /** 1 … 20, side by side. */
  readonly scenarios: readonly ScenarioParameters[];
}

/** What the catalogue says of a round; a receipt carries it, and `verify` holds it against ours. */
export interface RoundNote {
  readonly id: string;
  readonly need: number;
  readonly minors: number | null;
  readonly population: {
    readonly year: number;
    readonly certainty: 'known' | 'inferred' | 'assumed';
  };
  readonly scores: {
    readonly year: number;
    readonly certainty: 'known' | 'inferred' | 'assumed';
  };
}

export interface ReceiptParameters {
  /** The operation that is claimed, with its parameters beside these; default: `allocate`. */
  readonly claims?: ClaimedOperation;
  readonly round?: RoundNote | null;
  /** The file of the module itself, as the maker. */
  readonly program?: string;
  readonly [parameter: string]: unknown;
}

export interface FormerVintage {
  readonly file: string;
  readonly status: 'official' | 'estimate' | 'invented' | 'printed';
  readonly year?: number;
  readonly sha256: string;
}

export interface VerifyParameters {
  /** Name of the receipt, as put before the core. */
  readonly receipt: string;
  /** Files handed over for what the receipt leaves out; they are found by their fingerprint. */
  readonly files?: readonly string[];
  /** Bundled vintages (put before), against which the inputs of the receipt are recognised. */
  readonly vintages?: readonly KnownVintage[];
  /** Other bundled files (put before) that figures rest on: where municipalities went. */
  readonly references?: readonly string[];
  readonly rounds?: readonly RoundNote[];
  /**
   * Rounds as earlier editions of the data described them: a receipt about one keeps a true answer.
   */
  readonly formerRounds?: readonly RoundNote[];
  /** Vintages as earlier editions had them, by the fingerprint of their bytes. */
  readonly formerVintages?: readonly FormerVintage[];
}

/** Everything that can be asked. */
export interface Operations {
  readonly version: {
    readonly parameters: Record<string, never>;
    readonly result: VersionResult;
  };
  /**
   * The cells of a table below its first row, column by column, as the core reads printed figures:
   * each column in its own notation.
   */
  readonly read_columns: {
    readonly parameters: {
      readonly file: string;
    };
    readonly result: ReadColumnsResult;
  };
  /** Any fault of any cell is an error, and then there are no rows. */
  readonly read_figures: {
    readonly parameters: ReadFiguresParameters;
    readonly result: ReadFiguresResult;
  };
  readonly recognise: {
    readonly parameters: RecogniseParameters;
    readonly result: RecogniseResult;
  };
  readonly allocate: {
    readonly parameters: AllocateParameters;
    readonly result: AllocationResult;
  };
  readonly explain: {
    readonly parameters: ExplainParameters;
    readonly result: ExplainResult;
  };
  readonly change: {
    readonly parameters: ChangeParameters;
    readonly result: ChangeResult;
  };
  readonly sums: {
    readonly parameters: SumsParameters;
    readonly result: SumsResult;
  };
  readonly find_municipalities: {
    readonly parameters: FindMunicipalitiesParameters;
    readonly result: FindMunicipalitiesResult;
  };
  /** Good also with findings of severity error: they are what was asked. */
  readonly inspect: {
    readonly parameters: InspectParameters;
    readonly result: InspectResult;
  };
  readonly calendar: {
    readonly parameters: CalendarParameters;
    readonly result: CalendarResult;
  };
  readonly housing_targets: {
    readonly parameters: HousingTargetsParameters;
    readonly result: HousingTargetsResult;
  };
  readonly propose_exchange: {
    readonly parameters: ProposeExchangeParameters;
    readonly result: ProposeExchangeResult;
  };
  readonly provincial_table: {
    readonly parameters: ProvincialTableParameters;
    readonly result: ProvincialTableResult;
  };
  readonly public_edition: {
    readonly parameters: PublicEditionParameters;
    readonly result: PublicEditionResult;
  };
  /** Of the same question as `public_edition`. */
  readonly edition_record: {
    readonly parameters: PublicEditionParameters;
    readonly result: EditionRecord;
  };
  readonly spread_remainder: {
    readonly parameters: SpreadRemainderParameters;
    readonly result: SpreadRemainderResult;
  };
  readonly clean: {
    readonly parameters: CleanParameters;
    readonly result: CleanResult;
  };
  readonly compare: {
    readonly parameters: CompareParameters;
    readonly result: CompareResult;
  };
  readonly compareTables: {
    readonly parameters: CompareTablesParameters;
    readonly result: CompareTablesResult;
  };
  readonly reproduce: {
    readonly parameters: ReproduceParameters;
    readonly result: ReproduceResult;
  };
  readonly sensitivity: {
    readonly parameters: SensitivityParameters;
    readonly result: SensitivityResult;
  };
  readonly needSteps: {
    readonly parameters: NeedStepsParameters;
    readonly result: NeedStepsResult;
  };
  readonly implied: {
    readonly parameters: ImpliedParameters;
    readonly result: ImpliedResult;
  };
  readonly whatIf: {
    readonly parameters: WhatIfParameters;
    readonly result: WhatIfResult;
  };
  /** With the parameters of the operation that it is about beside its own. */
  readonly receipt: {
    readonly parameters: ReceiptParameters;
    readonly result: ReceiptResult;
  };
  /**
   * Refused with a finding on an estimate, and where floating point might not come to the same
   * whole numbers: where they pass 2^53, or a bound lies within a millionth of a half.
   */
  readonly sheet: {
    readonly parameters: InputsParameters;
    readonly result: SheetResult | DerivedSheetResult;
  };
  readonly verify: {
    readonly parameters: VerifyParameters;
    readonly result: VerifyResult;
  };
}
export type Operation = keyof Operations;
