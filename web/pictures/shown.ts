/**
 * Which figures a picture may show: what someone printed where a round rests on what was printed, and else
 * computed ones where they are one number. Nothing is computed here.
 */
import type { AllocationResult, MunicipalityRow } from '../../wasm/index.ts';

export interface ShownFigure {
  readonly places: number;
  /** Per 1,000 inhabitants, decimal text of the core. */
  readonly rate: string;
}

export type ShownKind = 'computed' | 'printed';

export const shownKind = (result: AllocationResult): ShownKind =>
  result.basis === 'estimate' || result.basis === 'derived' ? 'printed' : 'computed';

/** The figure of a municipality that a picture may draw; null: none. */
export function shownFigure(row: MunicipalityRow, kind: ShownKind): ShownFigure | null {
  const print = kind === 'computed' ? null : row.published;
  const places = print === null ? row.total.places : print.places;
  const rate = print === null ? row.perThousand.value : print.perThousand.value;
  return places === null || rate === null ? null : { places, rate };
}

export interface ShownRow {
  readonly row: MunicipalityRow;
  readonly figure: ShownFigure;
}

/** Those with a figure, the most places first; equal ones in order of code. */
export function ranked(rows: readonly MunicipalityRow[], kind: ShownKind): ShownRow[] {
  return rows
    .flatMap((row) => {
      const figure = shownFigure(row, kind);
      return figure === null ? [] : [{ row, figure }];
    })
    .sort((a, b) => b.figure.places - a.figure.places || (a.row.code < b.row.code ? -1 : 1));
}

export interface RateClass {
  /** Smallest and largest rate in the class, as the core wrote them. */
  readonly from: string;
  readonly to: string;
}

/**
 * Rates in classes of about as many municipalities each; equal rates are in one class.
 * @param rates  decimal texts
 * @param count  how many classes at most
 */
export function rateClasses(rates: readonly string[], count: number): RateClass[] {
  const ordered = [...new Set(rates)].sort((a, b) => Number(a) - Number(b));
  const classes: RateClass[] = [];
  for (let index = 0; index < count; index += 1) {
    const start = Math.floor((index * ordered.length) / count);
    const end = Math.floor(((index + 1) * ordered.length) / count) - 1;
    const from = ordered[start];
    const to = ordered[end];
    if (end >= start && from !== undefined && to !== undefined) classes.push({ from, to });
  }
  return classes;
}

/** In which class a rate lies, from 0. */
export const classOf = (rate: string, classes: readonly RateClass[]): number => {
  const found = classes.findIndex(({ to }) => Number(rate) <= Number(to));
  return found === -1 ? classes.length - 1 : found;
};

/** The class of a municipality; of a band only where both its ends lie in it, else null. */
export function classOfRow(
  row: MunicipalityRow,
  kind: ShownKind,
  classes: readonly RateClass[],
): number | null {
  const figure = shownFigure(row, kind);
  if (figure !== null) return classOf(figure.rate, classes);
  const { low, high } = row.perThousand;
  if (low === null || high === null || classes.length === 0) return null;
  const [one, other] = [classOf(low, classes), classOf(high, classes)];
  return one === other ? one : null;
}
