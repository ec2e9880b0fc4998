/** What typing and pasting does to the workspace. What is no number stays where it was typed, marked. */
import { lookUp } from '../../../wasm/contract/look-up.ts';
import type { Certainty, PlaceKind } from '../../../wasm/index.ts';
import type {
  ProvincialWorkspace,
  TypedOffer,
  WorkspaceMunicipality,
} from '../../../wasm/province/workspace.ts';
import type { SheetChange } from '../../components/Sheet.tsx';
import { signedTyped, wholeTyped } from '../../components/sheet-keys.ts';

export const kinds: readonly PlaceKind[] = ['regular', 'minors', 'other_special'];
export const certainties: readonly Certainty[] = ['existing', 'decided', 'intended'];

/** A column of the table of municipalities that holds a number of the municipality itself. */
export type NumberColumn =
  | 'indicative'
  | 'minors'
  | 'decided'
  | 'ukraine'
  | 'ukraineRealised'
  | `target ${string}`
  | `housed ${string}`;

/** A column of a half-year: in which record of a municipality it stands, and which. */
function halfYearOf(
  column: NumberColumn,
): readonly ['statusHolders' | 'statusHoldersHoused', string] | null {
  const [what, halfYear = ''] = column.split(' ');
  if (what === 'target') return ['statusHolders', halfYear];
  return what === 'housed' ? ['statusHoldersHoused', halfYear] : null;
}

type Plain = Exclude<NumberColumn, `target ${string}` | `housed ${string}`>;

export function numberOf(row: WorkspaceMunicipality, column: NumberColumn): number | null {
  const at = halfYearOf(column);
  return (at === null ? row[column as Plain] : lookUp(row[at[0]], at[1])) ?? null;
}

function withNumber(
  row: WorkspaceMunicipality,
  column: NumberColumn,
  number: number | null,
): WorkspaceMunicipality {
  const at = halfYearOf(column);
  if (at === null) return { ...row, [column]: number };
  const [record, halfYear] = at;
  const { [halfYear]: _, ...others } = row[record] ?? {};
  return { ...row, [record]: number === null ? others : { ...others, [halfYear]: number } };
}

const minorsExceed = ({ indicative, minors }: WorkspaceMunicipality): boolean =>
  indicative !== null && minors != null && minors > indicative;

/** The name under which a refused cell of the table of municipalities is kept. */
export const cellName = (code: string, column: string): string => `${code} ${column}`;

function withRefused(
  workspace: ProvincialWorkspace,
  code: string,
  column: string,
  text: string | null,
): ProvincialWorkspace {
  const { [cellName(code, column)]: _, ...others } = workspace.refusedCells ?? {};
  return {
    ...workspace,
    refusedCells: text === null ? others : { ...others, [cellName(code, column)]: text },
  };
}

/** A number of a municipality, as typed; what cannot be is refused at its place. */
export function withTypedNumber(
  workspace: ProvincialWorkspace,
  code: string,
  column: NumberColumn,
  text: string,
): ProvincialWorkspace {
  const number = wholeTyped(text);
  if (number === undefined) return withRefused(workspace, code, column, text);
  const municipalities = workspace.municipalities.map((row) =>
    row.code === code ? withNumber(row, column, number) : row,
  );
  if (municipalities.some((row) => row.code === code && minorsExceed(row)))
    return withRefused(workspace, code, column, text);
  return withRefused({ ...workspace, municipalities }, code, column, null);
}

export interface OfferPlace {
  readonly municipality: string;
  readonly date: string;
  readonly kind: PlaceKind;
  readonly certainty: Certainty;
}

const isAt = (offer: TypedOffer, place: OfferPlace): boolean =>
  offer.municipality === place.municipality &&
  offer.date === place.date &&
  offer.kind === place.kind &&
  offer.certainty === place.certainty;

const placeName = ({ municipality, date, kind, certainty }: OfferPlace): string =>
  [municipality, date, kind, certainty].join(' ');

/** What was typed as an offer, to be asked place by place. */
export function typedOffers(workspace: ProvincialWorkspace): (place: OfferPlace) => string {
  const at = new Map(workspace.offers?.map((offer) => [placeName(offer), offer.places]));
  return (place) => at.get(placeName(place)) ?? '';
}

/** An offer without a location, as typed; the core says what is no number of places. */
export function withOffer(
  workspace: ProvincialWorkspace,
  place: OfferPlace,
  text: string,
): ProvincialWorkspace {
  const number = wholeTyped(text);
  const others = (workspace.offers ?? []).filter((offer) => !isAt(offer, place));
  if (number === null) return { ...workspace, offers: others };
  return {
    ...workspace,
    offers: [...others, { ...place, places: number === undefined ? text : String(number) }],
  };
}

const yes = new Set(['ja', 'yes', 'openbaar', 'public', 'j', 'y']);

export function withPublicOffers(
  workspace: ProvincialWorkspace,
  code: string,
  text: string,
): ProvincialWorkspace {
  const others = (workspace.publicOffers ?? []).filter((each) => each !== code);
  return {
    ...workspace,
    publicOffers: yes.has(text.trim().toLowerCase()) ? [...others, code] : others,
  };
}

/** Rows of typed locations with the changes in them; rows at the end that hold nothing fall away. */
export function withLocationCells(
  rows: readonly (readonly string[])[],
  changes: readonly SheetChange[],
  columns: number,
): string[][] {
  const next = rows.map((row) => [...row]);
  for (const { row, column, text } of changes) {
    while (next.length <= row) next.push(Array<string>(columns).fill(''));
    const cells = next[row];
    if (cells !== undefined) cells[column] = text;
  }
  while (next.at(-1)?.every((cell) => cell === '') === true) next.pop();
  return next;
}

/** Backlog or lead of a municipality; undefined: the text is no whole number. */
export function withBacklog(
  backlog: Readonly<Record<string, number>>,
  code: string,
  text: string,
): Readonly<Record<string, number>> | undefined {
  const number = signedTyped(text);
  if (number === undefined) return undefined;
  const { [code]: _, ...others } = backlog;
  return number === null ? others : { ...others, [code]: number };
}
