/**
 * The provincial table: calendar, places, offers, three tests, exchange, housing target, remainder.
 *
 * How it is used. The page or the command line keeps the workspace (what people typed, and files)
 * and hands all of it over each time; the core keeps nothing. Locations are always a CSV file with
 * the columns of the template (gemeente, nummer, locatie, soort, plekken, van, tot en met,
 * zekerheid, vervolg op, openbaar, opmerking): rows that were typed in are written as such a file,
 * handed over with `put`, and then findings have the row and column of that file. A finding of
 * severity error does not stop the answer here: the row or exchange it is about does not count, and
 * all that was right does.
 *
 * Lists per municipality in an answer are in the order of `municipalities` in the request, without
 * repeating code and name. Days are text, `2027-06-30`.
 *
 * Four kinds of number are named apart: `indicative` (indicatief: the key's), `offered` (aangeboden:
 * what municipalities say), `decided` (verdeelbesluit: the minister's), `available` (beschikbaar:
 * what is there). Three tests are never mixed: `deduction` (A), `decision` (B), `grants` (C).
 */
import type {
  CalendarResult,
  Certainty,
  CycleStep,
  EditionRecord,
  HousingTargetsResult,
  Ledger,
  NumberNotation,
  ProposeExchangeResult,
  ProvincialTableResult,
  PublicEditionResult,
  SpreadRemainderResult,
} from './answers.ts';

/** A day set instead of the law's, and whether the step was taken. Of two for a step the last holds. */
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
  readonly national: readonly { readonly from: string; readonly persons: number }[];
  /** iN, on the population day. */
  readonly countryInhabitants: number;
  readonly municipalities: readonly {
    readonly code: string;
    readonly inhabitants: number;
    /** Persons not yet housed (above nought) or housed ahead (below); left out: not known. */
    readonly backlog?: number | null;
  }[];
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

export interface ProposeExchangeParameters {
  /** At most 65. Above nought: wants to take over so many; below: to hand over. Left out: nought. */
  readonly wishes: readonly {
    readonly municipality: string;
    readonly wanted: { readonly [L in Ledger]?: number };
    /** Any number up to these will do, each by itself; left out: wholly or not at all. */
    readonly upTo?: boolean;
  }[];
}

export type FiveYears = 'from_start' | 'remaining';

/** What a column of a table of locations says, in the order of the template. */
export const locationFields = [
  'municipality',
  'municipality_name',
  'location_id',
  'location',
  'kind',
  'places',
  'from',
  'until',
  'certainty',
  'continues',
  'public',
  'note',
] as const;
export type LocationField = (typeof locationFields)[number];

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
  readonly statusHolders?: { readonly [halfYear: string]: number };
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

/** All transfers of an exchange hold, or none. Ratio, day and note stay with the caller: nothing is computed from them. */
export interface Exchange {
  /** Days between which it holds; left out: without beginning, or without end. Outside them it moves nothing. */
  readonly from?: string;
  readonly until?: string;
  readonly status: 'proposed' | 'agreed' | 'lapsed';
  readonly transfers: readonly ExchangeTransfer[];
}

export interface ProvincialTableParameters {
  readonly municipalities: readonly ProvinceMunicipality[];
  /** The provincial task where it is not the sum of the shares: published or typed in. */
  readonly task?: { readonly total: number; readonly minors?: number | null };
  /** Codes of the municipalities of which something was received, though it may hold no location. */
  readonly received?: readonly string[];
  readonly regions?: readonly {
    readonly name: string;
    readonly municipalities: readonly string[];
  }[];
  /** Files of locations, handed over with `put`. */
  readonly locations: readonly string[];
  /** By file: how its numbers are written, where its cells allow two readings and a person said which. */
  readonly notations?: Readonly<Record<string, NumberNotation>>;
  /** Reference dates of the offers, at most twelve. */
  readonly dates: readonly string[];
  readonly exchanges?: readonly Exchange[];
  /** Texts that people typed, looked at for data of persons; `place` comes back as the finding's file. */
  readonly texts?: readonly { readonly place: string; readonly text: string }[];
  /** Test A, on this day. Each setting left out is as documented in `core/province/deduction.hpp`. */
  readonly deduction?: {
    readonly day: string;
    readonly fiveYears?: FiveYears;
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
    readonly fiveYears?: FiveYears;
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
  readonly releases?: readonly { readonly municipality: string; readonly reason: string }[];
  /** Ledgers in which there are confidential exchanges. */
  readonly confidentialLedgers?: readonly {
    readonly ledger: Ledger;
    readonly halfYear?: string;
  }[];
  readonly earlier?: readonly EditionRecord[];
  /** Why a person has all remainders printed, whatever they tell. */
  readonly printAnyway?: string;
}

export interface ProvincialOperations {
  readonly calendar: { readonly parameters: CalendarParameters; readonly result: CalendarResult };
  readonly housing_targets: {
    readonly parameters: HousingTargetsParameters;
    readonly result: HousingTargetsResult;
  };
  readonly spread_remainder: {
    readonly parameters: SpreadRemainderParameters;
    readonly result: SpreadRemainderResult;
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
}
