/** What the map of the country says and where it draws what, on the page and where the build draws it. */
import type { AllocationResult, MunicipalityRow } from '../../wasm/index.ts';
import { whole } from '../format.ts';
import { language, texts } from '../state/page.ts';
import { spokenName } from '../state/search.ts';
import { type CellMap, type Named, cellMap, roomForNames } from './cells.ts';
import { centres } from './centres.ts';
import type { ShownRow } from './shown.ts';

export const mapWidth = 720;
export const mapHeight = 840;
/** Letters at their size on a wide screen, and on a narrow one, where the map is drawn smaller. */
const letters = {
  wide: { width: 6.8, height: 16 },
  narrow: { width: 13, height: 28 },
} as const;
export const classCount = 5;

/** @param province  of which alone; null: all */
export function countryCells(
  municipalities: readonly MunicipalityRow[],
  province: string | null,
): CellMap {
  const known = centres();
  const spots = municipalities.flatMap(({ code, province: group }) => {
    const centre = known.get(code);
    return centre === undefined ? [] : [{ id: code, group, ...centre }];
  });
  return cellMap(spots, mapWidth, mapHeight, undefined, province);
}

/** The names for which there is room, those of the most inhabitants first. */
export function namesOnMap(
  map: CellMap,
  rows: ReadonlyMap<string, MunicipalityRow>,
  province: string | null,
): { size: keyof typeof letters; names: Named[] }[] {
  const all = map.cells
    .flatMap((cell) => {
      const row = rows.get(cell.id);
      return row === undefined
        ? []
        : [{ ...cell, name: spokenName(row.name), people: row.inhabitants }];
    })
    .sort((one, other) => other.people - one.people);
  return (['wide', 'narrow'] as const).map((size) => ({
    size,
    // A country needs some names to be read; a province has room for all that fit.
    names: roomForNames(all.slice(0, province === null ? 40 : undefined), mapWidth, letters[size]),
  }));
}

/** The finding above the map. */
export function countryFinding(result: AllocationResult, order: readonly ShownRow[]): string {
  const t = texts.value.pictures.map;
  const [largest] = order;
  if (largest === undefined) return t.nothing;
  const written = (value: number): string => whole(value, language.value);
  const [name, places] = [spokenName(largest.row.name), written(largest.figure.places)];
  const all = result.municipalities.length;
  return order.length === all
    ? t.title(name, places)
    : t.printedTitle(written(order.length), written(all), name, places);
}
