/** What changed from the former real round to the newest, of everyone: the core subtracts and says why. */
import { computed } from '@preact/signals';
import type { ChangeRow, MunicipalityRow } from '../../wasm/index.ts';
import { type Round, computedSide, roundParameters } from '../../wasm/rounds/catalogue.ts';
import { catalogue, parameters, printedIn, result, round, rounds } from './page.ts';
import { asked } from './second-core.ts';

/** Oldest first. */
export const realRounds = rounds.filter(({ invented }) => !invented).reverse();
const lastTwo = realRounds.slice(-2);

/** Of the round that is shown with what a person put in, of another as it is. */
export const askedOf = (of: Round) =>
  of.id === round.value.id
    ? parameters.value
    : roundParameters(catalogue, of, { printed: printedIn(of) });

/** By code; empty in an invented round. */
export const roundChanges = computed<ReadonlyMap<string, ChangeRow>>(() => {
  const [from, to] = lastTwo.map((of) => computedSide(askedOf(of)));
  if (round.value.invented || from === undefined || to === undefined) return new Map();
  const answer = asked('change', { from, to });
  return new Map(
    answer?.ok === true
      ? answer.result.municipalities.map((row) => [row.code ?? '', row] as const)
      : [],
  );
});

export interface Ranks {
  readonly inProvince: number;
  readonly inCountry: number;
}

const known = ({ published, total }: MunicipalityRow): number | null =>
  published?.places ?? total.places;

/** By places per inhabitant, the most first; none where a figure is a range: a range has no rank. */
export const ranks = computed<ReadonlyMap<string, Ranks>>(() => {
  const rows = result.value?.municipalities ?? [];
  const all = rows.flatMap((row) => {
    const places = known(row);
    return places === null ? [] : [{ ...row, places }];
  });
  if (all.length < rows.length) return new Map();
  const above = (one: (typeof all)[number], of: typeof all): number =>
    1 +
    of.filter((other) => other.places * one.inhabitants > one.places * other.inhabitants).length;
  const provinces = new Map<string, typeof all>();
  for (const row of all) {
    const there = provinces.get(row.province) ?? [];
    provinces.set(row.province, [...there, row]);
  }
  return new Map(
    all.map((row) => [
      row.code,
      { inProvince: above(row, provinces.get(row.province) ?? []), inCountry: above(row, all) },
    ]),
  );
});
