// The pure parts of the pictures: the map of circles, directions, classes, ticks.
import { describe, expect, test } from 'vitest';
import { readCatalogue } from '../../scripts/catalogue.mjs';
import type { AllocationResult, Basis, MunicipalityRow } from '../../wasm/index.ts';
import { csvText } from '../../wasm/files/csv-text.ts';
import { centres, readCentres } from '../../web/pictures/centres.ts';
import { type CellMap, type Spot, cellMap, roomForNames } from '../../web/pictures/cells.ts';
import { isArrow, markAt, neighbour } from '../../web/pictures/direction.ts';
import { namesOnBars } from '../../web/pictures/bar-names.ts';
import { wrapped } from '../../web/pictures/export.ts';
import { classOf, ranked, rateClasses, shownFigure, shownKind } from '../../web/pictures/shown.ts';
import { roundTicks } from '../../web/pictures/ticks.ts';

const catalogue = readCatalogue();
const rowsOf = (id: string): string[][] =>
  (catalogue.vintages.find((vintage) => vintage.id === id)?.csv ?? '')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.replace(/"[^"]*"/g, 'naam').split(','));

const spotsOf = (population: string, where: string): Spot[] => {
  const provinces = new Map(rowsOf(population).map(([code, , province]) => [code, province]));
  return rowsOf(where).map(([code = '', x, y]) => ({
    id: code,
    group: provinces.get(code) ?? '',
    x: Number(x),
    y: -Number(y),
  }));
};
const pointsOf = (path: string): [number, number][] =>
  path
    .replace(/^M|Z$/g, '')
    .split('L')
    .map((point) => point.split(' ').map(Number) as [number, number]);
const insideOf = (path: string, x: number, y: number): boolean => {
  const points = pointsOf(path);
  const sides = points.map(([ax, ay], at) => {
    const [bx, by] = points[(at + 1) % points.length] ?? [ax, ay];
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
  });
  return sides.every((side) => side >= -0.5) || sides.every((side) => side <= 0.5);
};

describe('the map of cells', () => {
  const cases: [string, Spot[]][] = [
    ['the Netherlands', spotsOf('population/2026', 'centres/2024')],
    ['the invented country', spotsOf('example/population', 'example/centres')],
  ];
  for (const [name, spots] of cases) {
    test(`each centre of ${name} stands where it lies, inside its own cell and no other`, () => {
      expect(spots.every(({ group }) => group !== '')).toBe(true);
      const map = cellMap(spots, 720, 840);
      expect(map.cells.map(({ id }) => id)).toEqual(spots.map(({ id }) => id));
      // One scale and one shift for all: nobody is moved.
      const scale = map.reach / 12_000;
      const [first] = map.cells;
      const [spot] = spots;
      if (first === undefined || spot === undefined) throw new Error('no cells');
      for (const [at, cell] of map.cells.entries()) {
        expect(cell.x - first.x).toBeCloseTo(scale * ((spots[at]?.x ?? 0) - spot.x), 0);
        expect(cell.y - first.y).toBeCloseTo(scale * ((spots[at]?.y ?? 0) - spot.y), 0);
        const holding = map.cells.filter(({ path }) => insideOf(path, cell.x, cell.y));
        expect(holding.map(({ id }) => id)).toContain(cell.id);
        expect(insideOf(cell.path, cell.x, cell.y)).toBe(true);
      }
    });
    test(`no cell of ${name} reaches further than it may, and all lie within the frame`, () => {
      const map = cellMap(spots, 720, 840);
      for (const { x, y, path } of map.cells)
        for (const [px, py] of pointsOf(path)) {
          expect(Math.hypot(px - x, py - y)).toBeLessThan(map.reach * 1.01 + 0.2);
          expect(px).toBeGreaterThanOrEqual(-0.1);
          expect(px).toBeLessThanOrEqual(720.1);
          expect(py).toBeGreaterThanOrEqual(-0.1);
          expect(py).toBeLessThanOrEqual(840.1);
        }
      expect(cellMap(spots, 720, 840)).toEqual(map);
    });
  }
  test('a province alone fills the frame with its own cells, cut as in the country', () => {
    const spots = spotsOf('population/2026', 'centres/2024');
    const country = cellMap(spots, 720, 840);
    const zeeland = cellMap(spots, 720, 840, 12_000, 'Zeeland');
    expect(zeeland.cells.length).toBe(13);
    expect(zeeland.reach).toBeGreaterThan(2 * country.reach);
    const of = (map: CellMap) => map.cells.find(({ id }) => id === 'GM0687')?.path ?? '';
    expect(pointsOf(of(zeeland)).length).toBe(pointsOf(of(country)).length);
  });
  test('borders are drawn between provinces alone', () => {
    const spots = spotsOf('population/2026', 'centres/2024');
    expect(cellMap(spots, 720, 840).borders.match(/M/g)?.length).toBeGreaterThan(100);
    expect(
      cellMap(
        spots.map((spot) => ({ ...spot, group: 'one' })),
        720,
        840,
      ).borders,
    ).toBe('');
    expect(cellMap([], 720, 840)).toEqual({ cells: [], borders: '', reach: 0 });
  });
  test('no name lies over another', () => {
    const letter = { width: 6, height: 14 };
    const kept = roomForNames(
      [
        { id: 'a', name: 'Amsterdam', x: 100, y: 100 },
        { id: 'b', name: 'Diemen', x: 130, y: 106 },
        { id: 'c', name: 'Utrecht', x: 120, y: 140 },
        { id: 'd', name: 'Aan de rand', x: 5, y: 300 },
      ],
      720,
      letter,
    );
    expect(kept.map(({ id }) => id)).toEqual(['a', 'c']);
  });
});

test('the arrows go to the nearest mark in their direction', () => {
  const marks = [
    { id: 'middle', x: 0, y: 0 },
    { id: 'right', x: 10, y: 1 },
    { id: 'far right', x: 30, y: 0 },
    { id: 'aside', x: 8, y: 9 },
    { id: 'up', x: 0, y: -5 },
  ];
  const [middle] = marks;
  if (middle === undefined) throw new Error('no mark');
  expect(neighbour(marks, middle, 'ArrowRight')?.id).toBe('right');
  expect(neighbour(marks, middle, 'ArrowUp')?.id).toBe('up');
  expect(neighbour(marks, middle, 'ArrowLeft')).toBeNull();
  expect(isArrow('ArrowDown')).toBe(true);
  expect(isArrow('Enter')).toBe(false);
});

test('a pointer finds the mark whose edge is nearest, not too far away', () => {
  const marks = [
    { id: 'large', x: 0, y: 0, reach: 20 },
    { id: 'small', x: 30, y: 0, reach: 2 },
  ];
  expect(markAt(marks, 15, 0, 5)?.id).toBe('large');
  expect(markAt(marks, 26, 0, 5)?.id).toBe('small');
  expect(markAt(marks, 100, 0, 5)).toBeNull();
});

test('rates are put in classes that hold about as many, equal ones in one', () => {
  const rates = ['4.10', '5.00', '5.00', '5.20', '6.00', '7.31'];
  const classes = rateClasses(rates, 3);
  expect(classes).toEqual([
    { from: '4.10', to: '4.10' },
    { from: '5.00', to: '5.20' },
    { from: '6.00', to: '7.31' },
  ]);
  expect(rates.map((rate) => classOf(rate, classes))).toEqual([0, 1, 1, 1, 2, 2]);
  expect(rateClasses([], 5)).toEqual([]);
  expect(rateClasses(['1.00'], 5)).toEqual([{ from: '1.00', to: '1.00' }]);
});

test('on an estimate only printed figures are drawn', () => {
  const row = (code: string, places: number | null, printed: number | null): MunicipalityRow =>
    ({
      code,
      total: { places, low: 5, high: 10 },
      perThousand: { value: places === null ? null : '1.00', low: null, high: null },
      published:
        printed === null
          ? null
          : { places: printed, perThousand: { value: '2.00', low: null, high: null } },
    }) as unknown as MunicipalityRow;
  const rows = [row('A', null, 7), row('B', null, null), row('C', null, 9)];
  expect(ranked(rows, 'printed').map((one) => [one.row.code, one.figure.places])).toEqual([
    ['C', 9],
    ['A', 7],
  ]);
  expect(ranked(rows, 'computed')).toEqual([]);
  const [first, second] = rows;
  if (first === undefined || second === undefined) throw new Error('no row');
  expect(shownFigure(first, 'printed')).toEqual({ places: 7, rate: '2.00' });
  expect(shownFigure(first, 'computed')).toBeNull();
  expect(shownFigure(second, 'printed')).toBeNull();
  // A figure of which the rate is a range only is not drawn by that rate.
  const halfKnown = { ...row('D', 5, null), perThousand: { value: null, low: '1', high: '2' } };
  expect(shownFigure(halfKnown, 'computed')).toBeNull();
  expect(shownFigure(row('E', 0, 7), 'computed')).toEqual({ places: 0, rate: '1.00' });

  const kindOf = (basis: Basis) => shownKind({ basis } as AllocationResult);
  for (const basis of ['estimate', 'derived'] as const) expect(kindOf(basis)).toBe('printed');
  for (const basis of ['official', 'cbs_file', 'own_input'] as const)
    expect(kindOf(basis), basis).toBe('computed');
});

test('a municipality lies where the table of centres has it, the south below', () => {
  const csv = 'gemeentecode,x_rd,y_rd\r\nGM0193,203000,503000\r\nGM0034,143000,487000\n';
  expect([...readCentres(csv)]).toEqual([
    ['GM0193', { x: 203_000, y: -503_000 }],
    ['GM0034', { x: 143_000, y: -487_000 }],
  ]);
  expect(readCentres('gemeentecode,x_rd,y_rd\n').size).toBe(0);
  expect(readCentres('').size).toBe(0);
  // Groningen lies north of Maastricht, and east of it at most by the width of the country.
  const [north, south] = [centres().get('GM0014'), centres().get('GM0935')];
  expect(north?.y).toBeLessThan(south?.y ?? -Infinity);
  for (const { x, y } of centres().values()) expect(Number.isFinite(x + y)).toBe(true);
});

const upTo =
  (most: number) =>
  (line: string): boolean =>
    line.length <= most;

test('a long title is put in lines, and no word is broken or lost', () => {
  expect(wrapped('De meeste plekken zijn voor Zwolle', upTo(12))).toEqual([
    'De meeste',
    'plekken zijn',
    'voor Zwolle',
  ]);
  expect(wrapped("een heel 's-Gravenhagelang woord", upTo(5))).toEqual([
    'een',
    'heel',
    "'s-Gravenhagelang",
    'woord',
  ]);
  expect(wrapped('aan zee', upTo(7))).toEqual(['aan zee']);
  expect(wrapped('aan zee', upTo(6))).toEqual(['aan', 'zee']);
  expect(wrapped('kort', upTo(80))).toEqual(['kort']);
  expect(wrapped('', upTo(80))).toEqual(['']);
});

test('ticks are round numbers that leave each other room', () => {
  const ticks = roundTicks(900_000, (value) => Math.sqrt(value) / 2, 60);
  expect(ticks[0]).toBe(0);
  expect(ticks[ticks.length - 1]).toBe(500_000);
  for (const [index, value] of ticks.entries())
    if (index > 0)
      expect(Math.sqrt(value) / 2 - Math.sqrt(ticks[index - 1] ?? 0) / 2).toBeGreaterThanOrEqual(
        60,
      );
});

test('no text of a file is taken for a formula by a spreadsheet', () => {
  expect(csvText([['=1+1', 'a;b', { decimal: '0.5' }, 3, null]], 'nl')).toBe(
    '\uFEFF\'=1+1;"a;b";0,5;3;\r\n',
  );
});

test('names stand on bars that are far enough apart, the chosen one always', () => {
  const bars = Array.from({ length: 300 }, (_, at) => ({
    id: String(at),
    text: `Plaats ${at}`,
    x: 60 + 2 * at,
    y: at < 3 ? 100 + 40 * at : 250 + at / 4,
  }));
  const names = namesOnBars(bars, '151');
  expect(names.filter(({ turned }) => !turned).map(({ id }) => id)).toEqual(['0', '1', '2']);
  const slanted = names.filter(({ turned }) => turned);
  expect(slanted.filter(({ isChosen }) => isChosen).map(({ id }) => id)).toEqual(['151']);
  expect(slanted.map(({ id }) => id)).toContain('299');
  const feet = slanted.map(({ x }) => x).sort((one, other) => one - other);
  expect(feet.length).toBeGreaterThan(20);
  for (const [at, x] of feet.slice(1).entries())
    expect(x - (feet[at] ?? 0)).toBeGreaterThanOrEqual(21);
  // Of few bars each has its name.
  const few = [0, 1, 2, 3].map((at) => ({ id: String(at), text: 'Zuid', x: 100 * at, y: 100 }));
  expect(namesOnBars(few, null)).toHaveLength(4);
  expect(namesOnBars([], null)).toEqual([]);
});
