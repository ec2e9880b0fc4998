/**
 * Rounds and vintages: what differs per round is data under `public/data/`, never code.
 *
 * A vintage is a CSV file with a description beside it; a round points at vintages by kind, year and
 * CBS table. Where an official vintage of that kind, year and table is there, it is used; else the
 * estimate. So adding an official vintage is all it takes to lift the mark of an estimate.
 */
import { lookUp } from '../contract/look-up.ts';
import type {
  AllocateParameters,
  ChangeSide,
  FormerVintage,
  Hand,
  InputFile,
  MergeRequest,
  NumberKind,
  PrintedFile,
  PrintedScores,
  RoundNote,
  VerifyParameters,
} from '../index.ts';

export interface Bilingual {
  readonly nl: string;
  readonly en: string;
}

/** How sure it is that the round rests on this input. Anything but known is said beside the figure. */
export type Certainty = 'known' | 'inferred' | 'assumed';

export interface Licence {
  readonly name: string;
  readonly url: string | null;
  readonly attribution: string;
}

/** What a printed vintage says of itself: who printed what kind of number, and how it came here. */
export interface Print {
  readonly number: NumberKind | 'counted';
  readonly hand: Hand;
  /** null: each row says it. */
  readonly by: { readonly name: string; readonly date: string; readonly url: string } | null;
  /** How the numbers came here, in one neutral sentence. */
  readonly chain: Bilingual;
  readonly checked: Bilingual;
}

export interface Vintage {
  /** Folder and name, such as `population/2023`. */
  readonly id: string;
  /**
   * `centres`: where each municipality lies, for pictures; `changes`: where former ones went;
   * `places`: places that someone counted; `targets`: national housing targets.
   */
  readonly kind:
    'population' | 'scores' | 'published' | 'centres' | 'changes' | 'places' | 'targets';
  readonly status: 'official' | 'estimate' | 'invented' | 'press' | 'publication';
  readonly year: number;
  readonly date: string;
  readonly table: string | null;
  readonly title: Bilingual;
  readonly source: string;
  readonly url: string | null;
  readonly retrieved: string;
  readonly municipalities: number;
  readonly licence: Licence;
  /** Of what someone printed or counted: the round it is about. */
  readonly round?: string | null;
  readonly print?: Print | null;
  /** The table itself, as UTF-8 CSV text. */
  readonly csv: string;
}

export interface SourcedNumber {
  readonly places: number;
  readonly certainty: Certainty;
  readonly source: string;
  readonly date: string;
  readonly url: string | null;
}

export interface VintageChoice {
  readonly kind: 'population' | 'scores';
  readonly year: number;
  readonly table: string | null;
  readonly certainty: Certainty;
  readonly reason?: Bilingual;
  /** Names one vintage outright; only the practice round does. */
  readonly vintage?: string;
  /** Where no official scores are inside: the printed table that says what is known of them. */
  readonly derived?: PrintedScores & {
    /** The vintage that is the table; the others are named as vintages too. */
    readonly table: string;
  };
}

export interface Deadline {
  readonly what: 'estimate' | 'report' | 'decision' | 'available';
  readonly article: string;
  readonly legal: string;
  /** The day by which it was or is due; another than `legal` where someone set it. */
  readonly date: string;
  /** The day on which it happened, where that is known. */
  readonly done?: string;
  readonly note?: Bilingual;
}

export interface Round {
  readonly id: string;
  readonly title: Bilingual;
  readonly invented: boolean;
  readonly referenceDay: string;
  /** The two calendar years that the distribution decision covers. */
  readonly covers: readonly [number, number];
  readonly provinces: readonly string[];
  readonly need: SourcedNumber;
  /** null: not known; a person may fill it in. */
  readonly minors: SourcedNumber | null;
  readonly population: VintageChoice;
  readonly scores: VintageChoice;
  readonly deadlines: readonly Deadline[];
  readonly sources: readonly {
    readonly title: string;
    readonly date: string;
    readonly url: string;
  }[];
}

/** An invented province to practise the provincial table with: the texts of its files. */
export interface ExampleProvince {
  /** `public/schema/provincial-workspace.json`. */
  readonly workspace: string;
  /** Its locations, as CSV. */
  readonly locations: string;
}

export interface Catalogue {
  readonly vintages: readonly Vintage[];
  /** Oldest first; practice rounds last. */
  readonly rounds: readonly Round[];
  /** Day of the newest data inside, `YYYY-MM-DD` ("gegevens tot …"). */
  readonly dataUntil: string;
  /** The reference days of the rounds as `Intl` writes them, by day and language. */
  readonly days: Readonly<Record<string, Readonly<Record<'nl' | 'en', string>>>>;
  readonly exampleProvince: ExampleProvince;
  /** Rounds and vintages as earlier editions of the data had them; receipts rest on those. */
  readonly former: readonly FormerEdition[];
  /** National housing targets as they were reported; a person enters the one that holds. */
  readonly targets: readonly NationalTarget[];
  /** Places that someone counted, by vintage; shown as they are, for no sum or deduction. */
  readonly counted: Readonly<Record<string, CountedByCode>>;
}

export interface NationalTarget {
  /** `2026-1` */
  readonly halfYear: string;
  readonly persons: number;
  readonly source: string;
  readonly certainty: string;
}

/** By code: regular and emergency places. */
export type CountedByCode = Readonly<Record<string, readonly [number, number]>>;

export interface FormerEdition {
  /** The last day on which the data were so. */
  readonly until: string;
  readonly rounds: readonly RoundNote[];
  readonly vintages: readonly FormerVintage[];
}

/** Name under which a bundled vintage is handed to the core. */
export const fileName = (vintage: Vintage): string => `${vintage.id}.csv`;

/** Name of the bundled file that says where former municipalities went. */
export const changesFile = 'changes/municipalities.csv';

export function findRound(catalogue: Catalogue, id: string): Round | undefined {
  return catalogue.rounds.find((round) => round.id === id);
}

/** The newest real round. */
export function newestRound(catalogue: Catalogue): Round {
  const real = catalogue.rounds.filter((round) => !round.invented);
  const newest = real[real.length - 1];
  if (newest === undefined) throw new Error('the catalogue holds no round');
  return newest;
}

export function findVintage(catalogue: Catalogue, id: string): Vintage | undefined {
  return catalogue.vintages.find((vintage) => vintage.id === id);
}

/** The vintage a round rests on: the official one where it is there, else the estimate. */
export function chosenVintage(catalogue: Catalogue, choice: VintageChoice): Vintage {
  const named = choice.vintage === undefined ? undefined : findVintage(catalogue, choice.vintage);
  if (named !== undefined) return named;
  const ofYear = catalogue.vintages.filter(
    (vintage) =>
      vintage.kind === choice.kind && vintage.year === choice.year && vintage.status !== 'invented',
  );
  const official = ofYear.find(
    (vintage) =>
      vintage.status === 'official' && (choice.table === null || vintage.table === choice.table),
  );
  const chosen = official ?? ofYear.find((vintage) => vintage.status === 'estimate');
  if (chosen === undefined)
    throw new Error(`no vintage of ${choice.kind} ${choice.year} in the catalogue`);
  return chosen;
}

const hands: readonly Hand[] = ['first', 'second', 'third'];

/** What was printed of a kind of number in a round, the best hand first. */
export const printsOf = (
  catalogue: Catalogue,
  round: Round,
  number: NumberKind = 'indicative',
): Vintage[] =>
  catalogue.vintages
    .filter(
      ({ kind, round: of, print }) =>
        kind === 'published' && of === round.id && print?.number === number,
    )
    .sort((one, other) => hands.indexOf(handOf(one)) - hands.indexOf(handOf(other)));

export const handOf = (vintage: Vintage): Hand => vintage.print?.hand ?? 'third';

/** The one table of printed figures that says most: of those with the most municipalities the best hand. */
export const fullestPrint = (catalogue: Catalogue, round: Round): Vintage | undefined =>
  printsOf(catalogue, round).reduce<Vintage | undefined>(
    (fullest, print) =>
      fullest === undefined || print.municipalities > fullest.municipalities ? print : fullest,
    undefined,
  );

/** What is asked of a result as one side of a change. */
export function computedSide(
  asked: AllocateParameters,
): Extract<ChangeSide, { computed: unknown }> {
  const { csv: _csv, ...inputs } = asked;
  return { computed: inputs };
}

/** All that was printed of a round's indicative figures as one side of a change: what the fullest print lacks, others add. */
export function printedSide(
  catalogue: Catalogue,
  round: Round,
): Extract<ChangeSide, { printed: unknown }> | undefined {
  const fullest = fullestPrint(catalogue, round);
  if (fullest === undefined) return undefined;
  const beside = printsOf(catalogue, round).filter((print) => print !== fullest);
  return {
    printed: {
      file: fileName(fullest),
      beside: beside.map(fileName),
      provinces: round.provinces,
    },
  };
}

/** The places that someone counted, for information beside a share. */
export function countedPlaces(catalogue: Catalogue, round: Round): CountedPlaces | undefined {
  const vintage = catalogue.vintages.find(
    ({ kind, round: of }) => kind === 'places' && of === round.id,
  );
  const places = vintage === undefined ? undefined : lookUp(catalogue.counted, vintage.id);
  return vintage === undefined || places === undefined ? undefined : { vintage, places };
}

export interface CountedPlaces {
  readonly vintage: Vintage;
  readonly places: CountedByCode;
}

const printedFile = (vintage: Vintage): PrintedFile[] => {
  const { print } = vintage;
  if (print == null || print.number === 'counted') return [];
  return [
    {
      file: fileName(vintage),
      number: print.number,
      hand: print.hand,
      ...(print.by === null
        ? {}
        : { source: print.by.name, date: print.by.date, url: print.by.url }),
    },
  ];
};

const asInput = (vintage: Vintage): InputFile => ({
  file: fileName(vintage),
  status:
    vintage.status === 'press' || vintage.status === 'publication' ? 'loaded' : vintage.status,
});

/**
 * The printed table that stands in for scores of a round, where one does. The table of an earlier round
 * proves nothing of a later one, for which scores are brought up to date: then it gives an estimate.
 */
function printedScores(
  catalogue: Catalogue,
  { id, scores: { derived } }: Round,
): { file: string; printed: PrintedScores } | undefined {
  if (derived === undefined) return undefined;
  const { table, population, from, to, tasks, use, ...asked } = derived;
  const named = (vintage: string): string => `${vintage}.csv`;
  const isOwn = findVintage(catalogue, table)?.round === id;
  return {
    file: named(table),
    printed: {
      ...asked,
      use: use === 'derived' && !isOwn ? 'unchanged' : use,
      population: named(population),
      ...(from === undefined ? {} : { from: named(from) }),
      ...(to === undefined ? {} : { to: named(to) }),
      ...(tasks === undefined ? {} : { tasks: named(tasks) }),
    },
  };
}

/** What stands for the scores of a round: official ones, else a printed table, else an estimate. */
export function scoresInput(catalogue: Catalogue, round: Round): InputFile {
  const chosen = chosenVintage(catalogue, round.scores);
  const table = printedScores(catalogue, round);
  if (table === undefined || chosen.status !== 'estimate') return asInput(chosen);
  return { ...table, status: 'printed' };
}

/** Every table of figures in the catalogue, to be put before the core once. */
export function bundledFiles(catalogue: Catalogue): { name: string; bytes: Uint8Array }[] {
  const encoder = new TextEncoder();
  return catalogue.vintages
    .filter(({ kind }) => !['centres', 'places', 'targets'].includes(kind))
    .map((vintage) => ({ name: fileName(vintage), bytes: encoder.encode(vintage.csv) }));
}

/** What a person put in place of the round's own inputs; what is left out stays as the round has it. */
export interface OwnInputs {
  readonly population?: InputFile | undefined;
  readonly scores?: InputFile | undefined;
  readonly need?: number | undefined;
  readonly minors?: number | undefined;
  /** Former municipalities combined, with the division of divided ones. */
  readonly merge?: MergeRequest | undefined;
  /** Printed tables that a person brought, with what they said of them. */
  readonly printed?: readonly PrintedFile[] | undefined;
}

/** What loaded files are recognised by: bundled figures, and the printed tables that rounds rest on. */
function knownVintages<S extends 'official' | 'estimate' | 'invented'>(
  catalogue: Catalogue,
  statuses: readonly S[],
): {
  file: string;
  status: S | 'printed';
  year?: number;
  printed?: PrintedScores;
}[] {
  const isOne = (status: string): status is S => statuses.some((known) => known === status);
  const bundled = catalogue.vintages.flatMap((vintage) =>
    (vintage.kind === 'population' || vintage.kind === 'scores') && isOne(vintage.status)
      ? [{ file: fileName(vintage), status: vintage.status, year: vintage.year }]
      : [],
  );
  const printed = catalogue.rounds.flatMap((round) => {
    const table = printedScores(catalogue, round);
    return table?.printed.use === 'derived' ? [{ ...table, status: 'printed' as const }] : [];
  });
  return [...bundled, ...printed];
}

/** The request for a round, with a person's own inputs in their places. */
export function roundParameters(
  catalogue: Catalogue,
  round: Round,
  own: OwnInputs = {},
): AllocateParameters {
  const published = [
    ...(own.printed ?? []),
    ...(['indicative', 'decided', 'own_sum'] as const).flatMap((number) =>
      printsOf(catalogue, round, number).flatMap(printedFile),
    ),
  ];
  const needIsOwn =
    (own.need !== undefined && own.need !== round.need.places) ||
    (own.minors !== undefined && own.minors !== round.minors?.places);
  return {
    population: own.population ?? asInput(chosenVintage(catalogue, round.population)),
    scores: own.scores ?? scoresInput(catalogue, round),
    need: own.need ?? round.need.places,
    needIsOwn,
    minors: own.minors ?? round.minors?.places ?? null,
    provinces: round.provinces,
    municipalities: fileName(chosenVintage(catalogue, round.population)),
    vintages: knownVintages(catalogue, ['official', 'estimate']),
    published,
    ...(own.merge === undefined ? {} : { merge: own.merge }),
  };
}

/** What a receipt says of its round: how sure each choice is. */
export const roundNote = (round: Round): RoundNote => ({
  id: round.id,
  need: round.need.places,
  minors: round.minors?.places ?? null,
  population: { year: round.population.year, certainty: round.population.certainty },
  scores: { year: round.scores.year, certainty: round.scores.certainty },
});

/** What a receipt is held against: every bundled vintage with what it is, and every round. */
export const verifyParameters = (
  catalogue: Catalogue,
  receipt: string,
  files: readonly string[] = [],
): VerifyParameters => ({
  receipt,
  files,
  vintages: knownVintages(catalogue, ['official', 'estimate', 'invented']),
  references: [changesFile],
  rounds: catalogue.rounds.map(roundNote),
  formerRounds: catalogue.former.flatMap(({ rounds }) => rounds),
  formerVintages: catalogue.former.flatMap(({ vintages }) => vintages),
});

/** How many municipalities the list of a round has; null: there is no such round. */
export function roundSize(catalogue: Catalogue, id: string | null): number | null {
  const round = id === null ? undefined : findRound(catalogue, id);
  return round === undefined ? null : chosenVintage(catalogue, round.population).municipalities;
}
