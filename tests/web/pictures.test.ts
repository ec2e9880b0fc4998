// The pure parts of the pictures: the map of circles, directions, classes, ticks.
import { describe, expect, test } from 'vitest';
import { readCatalogue } from '../../scripts/catalogue.mjs';
import type { AllocationResult, Basis, MunicipalityRow } from '../../wasm/index.ts';
import { csvText } from '../../wasm/files/csv-text.ts';
import { centres, readCentres } from '../../web/pictures/centres.ts';
import { type CircleMap, type Spot, circleMap } from '../../web/pictures/dorling.ts';
import { isArrow, markAt, neighbour } from '../../web/pictures/direction.ts';
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

/** Circles as a round with these inhabitants would have them, one place for every 200. */
function spotsOf(population: string, centres: string): Spot[] {
  const people = new Map(
    rowsOf(population).map(([code, , province, count]) => [code, { province, count }]),
  );
  return rowsOf(centres).map(([code = '', x, y]) => ({
    id: code,
    group: people.get(code)?.province ?? '',
    x: Number(x),
    y: -Number(y),
    amount: Math.round(Number(people.get(code)?.count) / 200),
  }));
}

const gap = (one: CircleMap['circles'][number], other: CircleMap['circles'][number]): number =>
  Math.hypot(one.x - other.x, one.y - other.y) - one.radius - other.radius;

/** Of each circle the distance to the nearest of its own group and of another. */
function distances(map: CircleMap): { own: number; other: number }[] {
  return map.circles.map((one) => {
    let own = Infinity;
    let other = Infinity;
    for (const another of map.circles) {
      if (another === one) continue;
      if (another.group === one.group) own = Math.min(own, gap(one, another));
      else other = Math.min(other, gap(one, another));
    }
    return { own, other };
  });
}

describe('the map of circles', () => {
  const cases: [string, Spot[], { smallest: number; covered: number } | undefined][] = [
    ['the Netherlands', spotsOf('population/2026', 'centres/2024'), undefined],
    ['the invented country', spotsOf('example/population', 'example/centres'), undefined],
    [
      'a country of which few have a figure',
      spotsOf('population/2023', 'centres/2024').map((spot, index) =>
        index % 11 === 0 ? spot : { ...spot, amount: 0 },
      ),
      { smallest: 6, covered: 0.22 },
    ],
  ];
  for (const [name, spots, style] of cases) {
    test(`no circles of ${name} overlap, and each is nearer to its own province than to another`, () => {
      expect(spots.every(({ group, amount }) => group !== '' && amount >= 0)).toBe(true);
      const map = circleMap(spots, 720, 800, style);
      expect(map.circles.length).toBe(spots.length);
      for (const { own, other } of distances(map)) {
        expect(own).toBeGreaterThan(0);
        expect(other).toBeGreaterThan(own);
      }
    });
    test(`${name} lies within the frame, and is the same each time`, () => {
      const map = circleMap(spots, 720, 800, style);
      for (const { x, y, radius } of map.circles) {
        expect(x - radius).toBeGreaterThanOrEqual(0);
        expect(x + radius).toBeLessThanOrEqual(720);
        expect(y - radius).toBeGreaterThanOrEqual(0);
        expect(y + radius).toBeLessThanOrEqual(800);
      }
      expect(circleMap(spots, 720, 800, style)).toEqual(map);
    });
  }
  test('the area of a circle is as its number', () => {
    const map = circleMap(spotsOf('example/population', 'example/centres'), 720, 800);
    const area = (id: string) => (map.circles.find((one) => one.id === id)?.radius ?? 0) ** 2;
    expect(area('GM9909') / area('GM9901')).toBeCloseTo(2, 6);
    expect(circleMap([], 720, 800).circles).toEqual([]);
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
  expect(kindOf('estimate')).toBe('printed');
  for (const basis of ['official', 'cbs_file', 'own_input', 'derived'] as const)
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

test('a long title is put in lines, and no word is broken or lost', () => {
  expect(wrapped('De meeste plekken zijn voor Zwolle', 12)).toEqual([
    'De meeste',
    'plekken zijn',
    'voor Zwolle',
  ]);
  expect(wrapped("een heel 's-Gravenhagelang woord", 5)).toEqual([
    'een',
    'heel',
    "'s-Gravenhagelang",
    'woord',
  ]);
  expect(wrapped('aan zee', 7)).toEqual(['aan zee']);
  expect(wrapped('aan zee', 6)).toEqual(['aan', 'zee']);
  expect(wrapped('kort', 80)).toEqual(['kort']);
  expect(wrapped('', 80)).toEqual(['']);
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
