/** What a provincial workspace asks of the core beside its table. Shared by the page and the command line. */
import { lookUp } from '../contract/look-up.ts';
import type {
  HousingTargetsResult,
  ProvincialTableResult,
  PublicEditionResult,
} from '../contract/answers.ts';
import { type Catalogue, fileName } from '../rounds/catalogue.ts';
import type { SpreadRemainderParameters } from '../contract/operations.ts';
import type { Core } from '../index.ts';
import type { CompleteWorkspace, ProvincialWorkspace } from './workspace.ts';

export interface Inhabitants {
  readonly code: string;
  readonly name: string;
  readonly province: string;
  readonly inhabitants: number;
}

const populationOf = (
  catalogue: Catalogue,
  year: number,
): Catalogue['vintages'][number] | undefined =>
  catalogue.vintages.find(
    (each) => each.kind === 'population' && each.status === 'official' && each.year === year,
  );

/** The name under which the core has the official population of 1 January of a year. */
export function populationFile(catalogue: Catalogue, year: number): string | undefined {
  const vintage = populationOf(catalogue, year);
  return vintage === undefined ? undefined : fileName(vintage);
}

/** That population; nothing where it is not in the program. */
export function population(
  core: Core,
  catalogue: Catalogue,
  year: number,
): Inhabitants[] | undefined {
  const vintage = populationOf(catalogue, year);
  if (vintage === undefined) return undefined;
  const file = fileName(vintage);
  if (!core.files().includes(file)) core.put(file, new TextEncoder().encode(vintage.csv));
  const answer = core.run('read_figures', {
    file,
    name: 'gemeentecode',
    words: ['gemeente', 'provincie'],
    numbers: ['inwoners'],
    most: 2 ** 31 - 1,
  });
  return answer.ok
    ? answer.result.rows.map(({ name: code, words: [name = '', province = ''], numbers }) => ({
        code,
        name,
        province,
        inhabitants: numbers[0] ?? 0,
      }))
    : undefined;
}

/** iN: the sum of the list, whole numbers that the file gives. */
export const countryOf = (rows: readonly Inhabitants[]): number =>
  rows.reduce((sum, row) => sum + row.inhabitants, 0);

export interface HousingAnswer {
  /** Of the municipalities of the province. */
  readonly province: HousingTargetsResult;
  /** iN, and iG per municipality of the province. */
  readonly countryInhabitants: number;
  readonly inhabitants: readonly number[];
  readonly populationIs: 'official' | 'own_input';
  /** The published national number that holds, and the targets of the whole country beside it. */
  readonly national: number | null;
  readonly country: { readonly sum: number; readonly difference: number } | null;
}

/**
 * Targets of the municipalities of a workspace.
 * @returns null where nobody gave a half-year, or the population of one is not known
 */
export function housingAnswer(
  core: Core,
  catalogue: Catalogue,
  workspace: {
    readonly housing?: ProvincialWorkspace['housing'];
    readonly municipalities: readonly { readonly code: string }[];
  },
  today: string,
): HousingAnswer | null {
  const { housing, municipalities } = workspace;
  if (housing === undefined) return null;
  const bundled = population(core, catalogue, Number(housing.halfYear.slice(0, 4)) - 1);
  const known = new Map(bundled?.map((row) => [row.code, row.inhabitants]));
  const isBundled = bundled !== undefined && municipalities.every(({ code }) => known.has(code));
  const typed = housing.population;
  const country = isBundled ? countryOf(bundled) : typed?.country;
  if (country == null) return null;
  const inhabitants = municipalities.map(
    ({ code }) => (isBundled ? known.get(code) : lookUp(typed?.municipalities, code)) ?? null,
  );
  if (!inhabitants.every((each) => each !== null)) return null;
  const question = {
    halfYear: housing.halfYear,
    today,
    national: housing.national,
    countryInhabitants: country,
  };
  const province = core.run('housing_targets', {
    ...question,
    municipalities: municipalities.map(({ code }, at) => ({
      code,
      inhabitants: inhabitants[at] ?? 0,
      backlog: lookUp(housing.backlog, code) ?? null,
    })),
  });
  if (!province.ok) return null;
  const whole = isBundled
    ? core.run('housing_targets', { ...question, municipalities: bundled })
    : null;
  const holding = province.result.national;
  return {
    province: province.result,
    countryInhabitants: country,
    inhabitants,
    populationIs: isBundled ? 'official' : 'own_input',
    national: holding === null ? null : (housing.national[holding]?.persons ?? null),
    country:
      whole?.ok === true && holding !== null
        ? { sum: whole.result.sum, difference: whole.result.difference }
        : null,
  };
}

/**
 * The question of the remainder: what a person typed, else what the offers lack on the first reference
 * date. Null where nothing lacks, or nobody was marked.
 */
export function remainderQuestion(
  workspace: CompleteWorkspace,
  table: ProvincialTableResult | PublicEditionResult,
): SpreadRemainderParameters | null {
  const { remainder } = workspace;
  if (remainder === undefined) return null;
  const [offer] = table.offers;
  const difference = offer === undefined ? 0 : offer.province.difference;
  // What the public edition does not say is not spread in it either.
  if (difference === null && remainder.places === null) return null;
  const places = remainder.places ?? Math.max(0, -(difference ?? 0));
  const eligible = new Set(remainder.eligible);
  return {
    remainder: places,
    municipalities: workspace.municipalities.map(({ code, indicative }) => ({
      code,
      indicative,
      eligible: eligible.has(code),
    })),
  };
}
