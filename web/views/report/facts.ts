/** What a council report rests on: the best-founded figure of one municipality, or nothing. */
import type {
  AllocationResult,
  Basis,
  Core,
  MunicipalityRow,
  PublishedFigure,
  ShareSteps,
} from '../../../wasm/index.ts';
import { type Catalogue, type Round, roundParameters } from '../../../wasm/rounds/catalogue.ts';
import type { ExistingPlaces } from '../../dossier/page-sections.ts';

type ComputedBasis = Exclude<Basis, 'derived' | 'estimate'>;
type Row = Pick<MunicipalityRow, 'published' | 'total' | 'minors'>;

/** A number that may stand in a report, with where it comes from. */
export type Founded = { readonly places: number; readonly minors: number | null } & (
  | {
      /** `published`: the official publication; `reported`: someone else printed it. */
      readonly basis: 'published' | 'reported';
      readonly printed: PublishedFigure;
    }
  | { readonly basis: ComputedBasis; readonly printed: null }
);

export interface ReportFacts {
  readonly row: MunicipalityRow;
  readonly round: Round;
  readonly result: AllocationResult;
  readonly figure: Founded;
  /** null: there is none before. */
  readonly previousRound: Round | null;
  /** Of the same municipality in that round; null: not known as a number. */
  readonly previous: Founded | null;
  readonly province: Founded | null;
  /** Of the province where nobody printed it: what the table of the round proves; null: no number. */
  readonly provinceDerived: number | null;
  /** The minors that follow from the printed total; null: several numbers, or none. */
  readonly minorsFollowing: number | null;
  /** Null on an estimate. */
  readonly computed: {
    readonly share: ShareSteps;
    readonly score: string;
    readonly weight: string;
    readonly totalWeight: string;
    readonly places: number;
    readonly basis: ComputedBasis;
  } | null;
  readonly existing: ExistingPlaces | undefined;
  /** They came in a dossier, and nobody confirmed them. */
  readonly isExistingBrought?: boolean;
}

/** Published first, then computed from anything but an estimate; a range is never a figure here. */
export function founded(row: Row | undefined, basis: Basis): Founded | null {
  if (row === undefined) return null;
  if (row.published !== null) {
    return {
      places: row.published.places,
      minors: row.published.minors,
      basis: row.published.hand === 'first' ? 'published' : 'reported',
      printed: row.published,
    };
  }
  if (basis === 'estimate' || basis === 'derived' || row.total.places === null) return null;
  return { places: row.total.places, minors: row.minors?.places ?? null, basis, printed: null };
}

function figureIn(core: Core, catalogue: Catalogue, round: Round, code: string): Founded | null {
  const answer = core.allocate(roundParameters(catalogue, round));
  if (!answer.ok) return null;
  return founded(
    answer.result.municipalities.find((row) => row.code === code),
    answer.result.basis,
  );
}

/** @returns null when only a range is known: then there is no report */
export function reportFacts(given: {
  readonly core: Core;
  readonly catalogue: Catalogue;
  readonly round: Round;
  readonly result: AllocationResult;
  readonly row: MunicipalityRow;
  readonly existing: ExistingPlaces | undefined;
  /** They came in a dossier, and nobody confirmed them. */
  readonly isExistingBrought?: boolean;
}): ReportFacts | null {
  const { core, catalogue, round, result, row, existing, isExistingBrought = false } = given;
  const figure = founded(row, result.basis);
  if (figure === null) return null;
  const earlier = round.invented
    ? undefined
    : catalogue.rounds.findLast(
        (known) => !known.invented && known.referenceDay < round.referenceDay,
      );
  const { share, score, weight, total } = row;
  const { totalWeight } = result.totals;
  const province = result.provinces.find(({ name }) => name === row.province);
  return {
    row,
    round,
    result,
    figure,
    previousRound: earlier ?? null,
    previous: earlier === undefined ? null : figureIn(core, catalogue, earlier, row.code),
    province: founded(province, result.basis),
    provinceDerived:
      result.basis === 'derived' && result.derivation?.proven === true
        ? (province?.total.places ?? null)
        : null,
    minorsFollowing:
      result.basis === 'estimate' && row.published !== null ? (row.minors?.places ?? null) : null,
    computed:
      result.basis === 'estimate' ||
      result.basis === 'derived' ||
      share === null ||
      score === null ||
      weight === null ||
      totalWeight === null ||
      total.places === null
        ? null
        : { share, score, weight, totalWeight, places: total.places, basis: result.basis },
    existing,
    isExistingBrought,
  };
}
