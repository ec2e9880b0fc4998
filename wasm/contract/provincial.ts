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
  HousingTargetsResult,
  Ledger,
  NumberNotation,
  PlaceKind,
  ProposeExchangeResult,
  SpreadRemainderResult,
  TransferRule,
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

/** A number of a location as an earlier public edition counted it. */
export interface PrintedNumber {
  /** Code. */
  readonly municipality: string;
  /** What the location is known by from edition to edition. */
  readonly key: string;
  readonly places: number;
  readonly public: boolean;
}

/**
 * What a public edition printed of confidential numbers, and the numbers themselves: kept in the
 * workspace, so that a later edition tells none of them by its difference. Confidential.
 */
export interface EditionRecord {
  readonly numbers: readonly PrintedNumber[];
  /** `members`: places in `numbers`, from 0. */
  readonly sums: readonly {
    readonly form: 'exact' | 'range';
    readonly members: readonly number[];
  }[];
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

/** Places by kind, each by certainty: existing, decided, intended. */
export interface PlaceCount {
  readonly regular: readonly [number, number, number];
  readonly minors: readonly [number, number, number];
  readonly otherSpecial: readonly [number, number, number];
  readonly total: number;
  readonly totalMinors: number;
  /** Of all kinds: existing, decided, intended. */
  readonly byCertainty: readonly [number, number, number];
}

/** Offered set beside what it is measured against, over the municipalities of which it is known. */
export interface OfferBalance {
  readonly offered: PlaceCount;
  readonly indicative: number;
  readonly indicativeMinors: number | null;
  /** Offered − indicative: below nought is lacking. */
  readonly difference: number;
  readonly minorsDifference: number | null;
  /** Places that exist or were decided on; an intention ends none of them. */
  readonly guaranteed: number;
  /** Offered and guaranteed, in per cent of indicative with one decimal; null where that is nought. */
  readonly percent: string | null;
  readonly guaranteedPercent: string | null;
}

/** The balance of several municipalities, and of how many of them the offers are known. */
export interface OfferSum extends OfferBalance {
  readonly known: number;
  readonly municipalities: number;
}

/** The task after exchanges, and what is offered less that. */
export interface TaskAfter {
  readonly task: number;
  readonly difference: number | null;
}

/** A municipality; also against its task after the exchanges (agreed, and with proposed ones). */
export interface MunicipalOffer extends Pick<OfferBalance, 'indicative' | 'indicativeMinors'> {
  /** Null here and below: nothing is known of it yet. */
  readonly offered: PlaceCount | null;
  readonly difference: number | null;
  readonly minorsDifference: number | null;
  readonly guaranteed: number | null;
  readonly percent: string | null;
  readonly guaranteedPercent: string | null;
  readonly afterAgreed: TaskAfter;
  readonly afterProposed: TaskAfter;
}

/** What was received of a municipality. */
export interface MunicipalAnswer {
  /** Whether its offers are known: a location of it was taken, or what was received holds none. */
  readonly known: boolean;
  /** Locations that were taken. */
  readonly rows: number;
  /** Rows with an error: they are in no total. */
  readonly leftOut: number;
  /** Whether there are no such rows. */
  readonly complete: boolean;
}

export interface LocationRow {
  readonly file: string;
  readonly row: number;
  readonly id: string;
  readonly name: string;
  readonly note: string;
  /** Index into `municipalities`. */
  readonly municipality: number;
  readonly kind: PlaceKind;
  readonly places: number;
  readonly from: string;
  readonly until: string | null;
  readonly certainty: Certainty;
  /** Index into `locations` of the one it takes over from. */
  readonly continues: number | null;
  /** Last day on which it counts: its own, or the day before another takes over. */
  readonly countsUntil: string | null;
  /** False in a circle, or taken over before it began. */
  readonly counts: boolean;
  /** `number`: its number of places alone is public; `location`: all but that. */
  readonly public: boolean | 'number' | 'location';
}

export interface LedgerTable {
  readonly ledger: Ledger;
  readonly halfYear: string | null;
  /** The reference date, where exchanges have a period; null: the same on all. */
  readonly date: string | null;
  /** Status holders are a flow per half-year, the others a stock. */
  readonly flow: boolean;
  readonly article: string | null;
  /** Per municipality; null: not known. */
  readonly before: readonly (number | null)[];
  readonly agreed: readonly (number | null)[];
  readonly withProposed: readonly (number | null)[];
  /** The sum of what is known: the same before and after. */
  readonly sum: number;
}

export interface ExchangeOutcome {
  readonly status: 'proposed' | 'agreed' | 'lapsed';
  readonly holds: boolean;
  /** The reference dates within its period. */
  readonly dates: readonly string[];
  /** Also told as a finding: row the exchange, column the transfer, both from 1. */
  readonly refusal: {
    readonly transfer: number;
    readonly rule: TransferRule;
    readonly shortfall: number;
  } | null;
}

/** Places whose number is public. */
export interface PublicCount {
  readonly regular: number;
  readonly minors: number;
  readonly otherSpecial: number;
  /** Of all kinds: existing, decided, intended. */
  readonly byCertainty: readonly [number, number, number];
  readonly total: number;
}

/**
 * The sum of what is confidential. `none`: nothing is; `exact`: the sum; `range`: the class of fifty
 * in which it lies; `withheld`: there is more, and a number would tell of whom. Nobody can compute it
 * again from the edition.
 */
export interface Remainder {
  readonly form: 'none' | 'exact' | 'range' | 'withheld';
  readonly from: number | null;
  readonly to: number | null;
}

/** A region or the province. */
export interface PublicSum {
  /** Over how many of its municipalities it runs. */
  readonly known: number;
  readonly municipalities: number;
  readonly offered: PublicCount;
  readonly remainder: Remainder;
  /** Public and confidential together; null where the remainder is no number. */
  readonly total: number | null;
  readonly indicative: number;
  readonly indicativeMinors: number | null;
  readonly difference: number | null;
}

/**
 * The public edition: a function of what is public and of the remainders. `more`: there is more,
 * which is confidential; what follows from all of it is null then.
 */
export interface PublicEditionResult {
  readonly edition: 'public';
  /** SHA-256 of the files that hold nothing confidential. */
  readonly files: readonly string[];
  /** Those of which it is public what they are; `places` null: their number is not. */
  readonly locations: readonly {
    readonly municipality: number;
    readonly id: string;
    readonly name: string;
    readonly kind: PlaceKind;
    readonly places: number | null;
    readonly from: string;
    readonly until: string | null;
    readonly certainty: Certainty;
    /** Index into `locations`. */
    readonly continues: number | null;
    readonly note: string;
  }[];
  readonly exchanges: readonly (ExchangeOutcome & {
    /** Without what is confidential it would be refused. */
    readonly restsOnConfidential: boolean;
  })[];
  /** After public exchanges; null also where that would be below nought. */
  readonly ledgers: readonly (Omit<LedgerTable, 'article'> & { readonly more: boolean })[];
  readonly offers: readonly {
    readonly date: string;
    readonly municipalities: readonly {
      /** Whether anything is known of it. */
      readonly known: boolean;
      readonly offered: PublicCount;
      /** Of which kinds there is more, on any of the dates. */
      readonly more: readonly PlaceKind[];
      readonly indicative: number;
      readonly indicativeMinors: number | null;
      readonly difference: number | null;
      readonly minorsDifference: number | null;
      readonly taskAfterAgreed: number | null;
    }[];
    readonly regions: readonly (PublicSum & { readonly name: string })[];
    readonly province: PublicSum & {
      readonly minorsRemainder: Remainder;
      readonly totalMinors: number | null;
      readonly minorsDifference: number | null;
    };
  }[];
  readonly deduction: {
    readonly day: string;
    readonly municipalities: readonly {
      readonly durable: readonly [number, number, number];
      readonly deducted: readonly [number, number, number] | null;
    }[];
    /** Of the municipalities that have no more. */
    readonly total: number;
    readonly more: boolean;
    readonly toMakeAvailable: number | null;
  } | null;
  readonly decision: {
    readonly day: string;
    readonly municipalities: readonly {
      readonly places: readonly [number, number, number];
      readonly total: number;
      readonly more: boolean;
      readonly decided: number | null;
      readonly difference: number | null;
    }[];
    readonly total: number;
    readonly more: boolean;
  } | null;
  readonly grants: {
    readonly municipalities: readonly {
      readonly specialPlaces: number;
      readonly durablePlaces: number;
      readonly available: number;
      readonly placeMonths: number;
      readonly more: boolean;
      readonly specialEuros: number | null;
      readonly submitted: number | null;
      readonly durableEuros: number | null;
    }[];
    readonly more: boolean;
    /** Of the 75 % rule. */
    readonly surplusEuros: number | null;
    readonly total: number | null;
  } | null;
  readonly releases: readonly { readonly municipality: number; readonly reason: string }[];
  readonly printedAnyway: string | null;
  /** As that of `ProvincialTableResult`. */
  readonly receipt: string;
}

export interface ProvincialTableResult {
  readonly edition: 'confidential';
  readonly files: readonly {
    readonly file: string;
    readonly sha256: string;
    /** Locations that were taken from it. */
    readonly rows: number;
    /** Row of its headings, from 1; 0 where none were found. */
    readonly headerRow: number;
    /** Column of each of `locationFields`, from 1; 0 where it is not there. */
    readonly columns: readonly number[];
  }[];
  /** One per municipality. */
  readonly answers: readonly MunicipalAnswer[];
  /** Rows with an error of which not even the municipality is known. */
  readonly leftOutElsewhere: number;
  readonly locations: readonly LocationRow[];
  readonly offers: readonly {
    readonly date: string;
    readonly municipalities: readonly MunicipalOffer[];
    readonly regions: readonly (OfferSum & { readonly name: string })[];
    readonly province: OfferSum;
    /** Sums that tell the number of one confidential location, alone or beside those of the dates before. */
    readonly disclosures: readonly {
      readonly municipality: number;
      readonly kind: PlaceKind;
      readonly certainty: Certainty;
    }[];
  }[];
  readonly ledgers: readonly LedgerTable[];
  readonly exchanges: readonly ExchangeOutcome[];
  readonly deduction: {
    readonly day: string;
    readonly article: string;
    /** Null, here and in the other tests: nothing is known of a municipality yet. */
    readonly municipalities: readonly ({
      /** Durable places: regular, minors, other special. */
      readonly durable: readonly [number, number, number];
      /** Nought where the minimum of 100 or 16 is not met. */
      readonly deducted: readonly [number, number, number];
    } | null)[];
    readonly total: number;
    readonly minors: number;
    /** The task less the deduction, never below nought: still to be made available. */
    readonly toMakeAvailable: number;
    /** The same for minors: there may be too few places for them where there are enough together. */
    readonly toMakeAvailableMinors: number | null;
  } | null;
  readonly decision: {
    readonly day: string;
    readonly municipalities: readonly ({
      readonly places: readonly [number, number, number];
      readonly total: number;
      readonly decided: number | null;
      /** Counted − decided. */
      readonly difference: number | null;
    } | null)[];
    readonly total: number;
  } | null;
  readonly grants: {
    readonly regulation: string;
    readonly municipalities: readonly ({
      readonly specialPlaces: number;
      readonly specialEuros: number;
      readonly durablePlaces: number;
      readonly indicative: number;
      readonly aboveShare: number;
      readonly submitted: number;
      /** Of those, places still among the ones counted at the end of the two years. */
      readonly excluded: number;
      readonly eurosPerPlace: number;
      readonly durableEuros: number;
      readonly available: number;
      readonly metDecision: boolean | null;
      readonly placeMonths: number;
      readonly surplusEuros: number;
      readonly total: number;
    } | null)[];
    readonly surplus: {
      readonly task: number;
      readonly threshold: number;
      readonly available: number;
      readonly excluded: number;
      /** Places above 75%, as the reading counts them; of these `surplus` are paid for. */
      readonly above: number;
      readonly surplus: number;
      readonly euros: number;
      readonly toProvince: number;
      readonly toMunicipalities: number;
      readonly placeMonths: number;
      readonly roundingDifference: number;
    };
    readonly total: number;
  } | null;
  /**
   * SHA-256 of this result as compact JSON, in the order of its fields and without this one: the same
   * wherever it is computed, and checked with `JSON.stringify`.
   */
  readonly receipt: string;
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
