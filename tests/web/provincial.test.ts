// What typing and pasting does to the provincial table.
import { describe, expect, test } from 'vitest';
import type { AllocationResult, Basis } from '../../wasm/index.ts';
import type { ProvincialWorkspace } from '../../wasm/province/workspace.ts';
import {
  cellName,
  numberOf,
  typedOffers,
  withBacklog,
  withLocationCells,
  withOffer,
  withPublicOffers,
  withTypedNumber,
} from '../../web/views/provincial/changes.ts';
import { cellsPasted, moved, signedTyped, wholeTyped } from '../../web/components/sheet-keys.ts';
import { chooseRound } from '../../web/state/page.ts';
import {
  locationFiles,
  openExample,
  refused,
  startProvince,
  tableState,
  workspace as opened,
} from '../../web/views/provincial/state.ts';

describe('a number as people type it', () => {
  test('is whole, in groups of three with points or spaces, or not', () => {
    expect(wholeTyped('1250')).toBe(1250);
    expect(wholeTyped(' 1.250 ')).toBe(1250);
    expect(wholeTyped('1 250')).toBe(1250);
    expect(wholeTyped('1\u00A0250')).toBe(1250);
    expect(wholeTyped('1.234.567')).toBe(1_234_567);
    expect(wholeTyped('007')).toBe(7);
    expect(wholeTyped('0')).toBe(0);
  });
  test('is left out where nothing is typed', () => {
    expect(wholeTyped('')).toBeNull();
    expect(wholeTyped(' \u00A0')).toBeNull();
  });
  test('is refused, never guessed at, where it could be read in two ways or in none', () => {
    for (const text of [
      '1,250',
      '12,5',
      '1.25',
      '12.50',
      '1234.567',
      '1.234 567',
      '1..250',
      '-5',
      '−5',
      '+5',
      '1e3',
      '0x10',
      '½',
      '١٢',
      '115-145',
      'tussen 5 en 10',
      'veel',
      'Infinity',
    ])
      expect(wholeTyped(text), text).toBeUndefined();
  });
  test('is at most ten million', () => {
    expect(wholeTyped('10.000.000')).toBe(10_000_000);
    expect(wholeTyped('10000001')).toBeUndefined();
    expect(wholeTyped('99999999999999999999')).toBeUndefined();
  });
  test('may have one sign where a lead is meant, as typed or as printed', () => {
    expect(signedTyped('12')).toBe(12);
    expect(signedTyped('+1.250')).toBe(1250);
    expect(signedTyped('-12')).toBe(-12);
    expect(signedTyped('\u22121.250')).toBe(-1250);
    expect(signedTyped('- 12')).toBe(-12);
    expect(Object.is(signedTyped('-0'), 0)).toBe(true);
    expect(signedTyped('  ')).toBeNull();
    for (const text of ['-', '+', '\u2212', '--5', '-\u22125', '5-', '-1,5'])
      expect(signedTyped(text), text).toBeUndefined();
  });
});

test('keys lead to a cell within the sheet', () => {
  const from = { row: 2, column: 1 };
  const to = (key: string, whole = false) =>
    moved({ key, ctrlKey: whole, metaKey: false }, from, 4, 3);
  expect(to('ArrowUp')).toEqual({ row: 1, column: 1 });
  expect(to('ArrowDown')).toEqual({ row: 3, column: 1 });
  expect(to('ArrowLeft', true)).toEqual({ row: 2, column: 0 });
  expect(to('ArrowRight', true)).toEqual({ row: 2, column: 2 });
  expect(to('PageUp')).toEqual({ row: 0, column: 1 });
  expect(to('PageDown')).toEqual({ row: 3, column: 1 });
  expect(to('Home')).toEqual({ row: 2, column: 0 });
  expect(to('End', true)).toEqual({ row: 3, column: 2 });
  expect(moved({ key: 'Home', ctrlKey: false, metaKey: true }, from, 4, 3)).toEqual({
    row: 0,
    column: 0,
  });
  expect(to('a')).toBeNull();
  expect(moved({ key: 'ArrowDown', ctrlKey: false, metaKey: false }, from, 0, 0)).toEqual({
    row: 0,
    column: 0,
  });
});

describe('a paste from a spreadsheet', () => {
  const at = { row: 2, column: 1 };
  const pasted = (text: string) =>
    cellsPasted(text, at).map(({ row, column, text: cell }) => [row, column, cell]);

  test('fills from the cell where one is', () => {
    expect(pasted('12\t 34\r\n56\t\r\n')).toEqual([
      [2, 1, '12'],
      [2, 2, '34'],
      [3, 1, '56'],
      [3, 2, ''],
    ]);
    expect(pasted('7')).toEqual([[2, 1, '7']]);
    expect(pasted('')).toEqual([]);
  });
  test('keeps tabs, lines and quotes inside a quoted cell', () => {
    expect(pasted('"De ""Eik""\tnoord\nzuid"\t5')).toEqual([
      [2, 1, 'De "Eik"\tnoord\nzuid'],
      [2, 2, '5'],
    ]);
    expect(pasted('"Eik\r\nBeuk"\t""')).toEqual([
      [2, 1, 'Eik\nBeuk'],
      [2, 2, ''],
    ]);
  });
  test('takes a quote in a text for a quote', () => {
    expect(pasted('"De Eik" noord\t5')).toEqual([
      [2, 1, '"De Eik" noord'],
      [2, 2, '5'],
    ]);
    expect(pasted('"open\t5\n6')).toEqual([
      [2, 1, '"open'],
      [2, 2, '5'],
      [3, 1, '6'],
    ]);
    expect(pasted('pijp 12" lang\t5')).toEqual([
      [2, 1, 'pijp 12" lang'],
      [2, 2, '5'],
    ]);
  });
  test('keeps an empty row empty, so that the rows below it stay on their own', () => {
    expect(pasted('1\n\n3')).toEqual([
      [2, 1, '1'],
      [3, 1, ''],
      [4, 1, '3'],
    ]);
  });
  test('of a million signs, also hostile ones, is taken apart at once', () => {
    for (const text of ['"', '""', '"a', '"\t', 'a\t', '\n'])
      expect(cellsPasted(text.repeat(200_000), at).length, text).toBeGreaterThan(0);
  });
  test('never joins two numbers into one, whatever ends a line', () => {
    expect(pasted('12\r13\r')).toEqual([
      [2, 1, '12'],
      [3, 1, '13'],
    ]);
  });
});

const municipality = (code: string) => ({
  code,
  name: code,
  indicative: 100,
  minors: 10,
  decided: null,
  ukraine: null,
});
const workspace = {
  province: 'Veldland',
  round: 'example',
  municipalities: [municipality('GM0001'), municipality('GM0002')],
  locations: [],
} as unknown as ProvincialWorkspace;
const row = (of: ProvincialWorkspace, code = 'GM0001') => {
  const found = of.municipalities.find((each) => each.code === code);
  if (found === undefined) throw new Error(code);
  return found;
};

describe('a number typed in the table of municipalities', () => {
  test('stands at its municipality only, and leaves what was there before as it was', () => {
    const changed = withTypedNumber(workspace, 'GM0001', 'indicative', '1.250');
    expect(numberOf(row(changed), 'indicative')).toBe(1250);
    expect(numberOf(row(changed, 'GM0002'), 'indicative')).toBe(100);
    expect(numberOf(row(workspace), 'indicative')).toBe(100);
  });
  test('is taken away by an empty cell: not known is no nought', () => {
    const emptied = withTypedNumber(workspace, 'GM0001', 'indicative', '');
    expect(numberOf(row(emptied), 'indicative')).toBeNull();
    const nought = withTypedNumber(workspace, 'GM0001', 'decided', '0');
    expect(numberOf(row(nought), 'decided')).toBe(0);
  });
  test('of a half-year stands beside those of other half-years', () => {
    const first = withTypedNumber(workspace, 'GM0001', 'target 2027-1', '30');
    const second = withTypedNumber(first, 'GM0001', 'target 2027-2', '40');
    expect(row(second).statusHolders).toEqual({ '2027-1': 30, '2027-2': 40 });
    const emptied = withTypedNumber(second, 'GM0001', 'target 2027-1', ' ');
    expect(row(emptied).statusHolders).toEqual({ '2027-2': 40 });
    expect(numberOf(row(emptied), 'target 2027-1')).toBeNull();
  });
  test('that is none stays where it was typed, and the number before it stays in force', () => {
    const refused = withTypedNumber(workspace, 'GM0001', 'indicative', 'rond 1.300');
    expect(refused.refusedCells).toEqual({ 'GM0001 indicative': 'rond 1.300' });
    expect(numberOf(row(refused), 'indicative')).toBe(100);
    const right = withTypedNumber(refused, 'GM0001', 'indicative', '1300');
    expect(right.refusedCells).toEqual({});
    expect(cellName('GM0001', 'indicative')).toBe('GM0001 indicative');
  });
  test('is refused where there would be more minors than places', () => {
    expect(row(withTypedNumber(workspace, 'GM0001', 'minors', '100')).minors).toBe(100);
    const tooMany = withTypedNumber(workspace, 'GM0001', 'minors', '101');
    expect(tooMany.refusedCells).toEqual({ 'GM0001 minors': '101' });
    expect(row(tooMany).minors).toBe(10);
    const tooFew = withTypedNumber(workspace, 'GM0001', 'indicative', '9');
    expect(tooFew.refusedCells).toEqual({ 'GM0001 indicative': '9' });
  });
  test('is not refused for what is wrong with another municipality', () => {
    const odd = {
      ...workspace,
      municipalities: [municipality('GM0001'), { ...municipality('GM0002'), minors: 500 }],
    };
    const changed = withTypedNumber(odd, 'GM0001', 'decided', '90');
    expect(row(changed).decided).toBe(90);
    expect(changed.refusedCells).toEqual({});
  });
});

describe('an offer without a location', () => {
  const place = {
    municipality: 'GM0001',
    date: '2027-07-01',
    kind: 'regular',
    certainty: 'decided',
  } as const;

  test('is found at its own date, kind and certainty only', () => {
    const offered = withOffer(workspace, place, '1.250');
    const at = typedOffers(offered);
    expect(at(place)).toBe('1250');
    expect(at({ ...place, date: '2028-02-01' })).toBe('');
    expect(at({ ...place, kind: 'minors' })).toBe('');
    expect(at({ ...place, certainty: 'intended' })).toBe('');
    expect(at({ ...place, municipality: 'GM0002' })).toBe('');
    expect(typedOffers(workspace)(place)).toBe('');
  });
  test('is replaced by the next one typed there, and taken away by an empty cell', () => {
    const once = withOffer(withOffer(workspace, place, '10'), { ...place, kind: 'minors' }, '3');
    const twice = withOffer(once, place, '20');
    expect(twice.offers).toHaveLength(2);
    expect(typedOffers(twice)(place)).toBe('20');
    const later = withOffer(twice, { ...place, date: '2028-02-01' }, '5');
    expect(later.offers).toHaveLength(3);
    expect(withOffer(later, { ...place, certainty: 'intended' }, '').offers).toEqual(later.offers);
    expect(withOffer(twice, place, '').offers).toEqual([{ ...place, kind: 'minors', places: '3' }]);
  });
  test('that is no number stays as it was typed', () => {
    expect(typedOffers(withOffer(workspace, place, 'ca. 50'))(place)).toBe('ca. 50');
  });
  test('is public only where someone says so, in either language', () => {
    for (const said of ['ja', ' Ja ', 'JA', 'j', 'yes', 'public', 'openbaar'])
      expect(withPublicOffers(workspace, 'GM0001', said).publicOffers, said).toEqual(['GM0001']);
    const open = withPublicOffers(workspace, 'GM0001', 'ja');
    expect(withPublicOffers(open, 'GM0001', 'ja').publicOffers).toEqual(['GM0001']);
    for (const said of ['', 'nee', 'no', 'misschien', 'ja?', 'niet openbaar'])
      expect(withPublicOffers(open, 'GM0001', said).publicOffers, said).toEqual([]);
  });
});

test('a location typed below the last one makes room for it, and rows left empty fall away', () => {
  const rows = [['GM0001', 'De Eik', '50']];
  const typed = withLocationCells(rows, [{ row: 2, column: 1, text: 'De Beuk' }], 3);
  expect(typed).toEqual([
    ['GM0001', 'De Eik', '50'],
    ['', '', ''],
    ['', 'De Beuk', ''],
  ]);
  expect(rows).toEqual([['GM0001', 'De Eik', '50']]);
  expect(withLocationCells(typed, [{ row: 2, column: 1, text: '' }], 3)).toEqual(rows);
  expect(withLocationCells([], [], 3)).toEqual([]);
  // An empty row between others is someone's own, and their row numbers depend on it.
  expect(withLocationCells(typed, [{ row: 0, column: 2, text: '60' }], 3)).toHaveLength(3);
});

test('a backlog may be a lead, and an empty cell takes it away', () => {
  const before = { GM0002: 3 };
  expect(withBacklog(before, 'GM0001', '\u221212')).toEqual({ GM0001: -12, GM0002: 3 });
  expect(withBacklog(before, 'GM0002', '0')).toEqual({ GM0002: 0 });
  expect(withBacklog(before, 'GM0002', '')).toEqual({});
  expect(withBacklog(before, 'GM0001', '1,5')).toBeUndefined();
  expect(before).toEqual({ GM0002: 3 });
});

describe('a new table of a province', () => {
  const known = { places: 100, low: null, high: null };
  const range = { places: null, low: 115, high: 145 };
  const of = (basis: Basis, total: object, published: object | null = null): AllocationResult =>
    ({
      basis,
      provinces: [{ name: 'Veldland', total, minors: total, published }],
      municipalities: [
        { code: 'GM0001', name: 'A', province: 'Veldland', total, minors: null, published },
        { code: 'GM0002', name: 'B', province: 'Elders', total, minors: null, published },
      ],
    }) as unknown as AllocationResult;
  const started = (result: AllocationResult): ProvincialWorkspace | null => {
    tableState.value = { workspace: null, files: {} };
    chooseRound('2024');
    startProvince(result, 'Veldland', 'bron');
    return opened.value;
  };

  test('has the municipalities of that province only, and the years of the round', () => {
    const made = started(of('official', known));
    expect(made?.municipalities.map(({ code }) => code)).toEqual(['GM0001']);
    expect(made?.round).toBe('2024');
    expect(made?.dates).toEqual(['2025-07-01', '2026-02-01']);
    expect(made?.task).toEqual({ total: 100, minors: 100, basis: 'official', source: 'bron' });
  });
  test('has no number where there is but an estimate', () => {
    const made = started(of('estimate', range));
    expect(made?.task).toEqual({ total: null, minors: null, basis: 'own_input', source: 'bron' });
    expect(made?.municipalities[0]).toMatchObject({ indicative: null, minors: null });
    expect(JSON.stringify(made)).not.toMatch(/1[14]5/);
  });
  test('has the printed number where someone printed one', () => {
    const made = started(of('estimate', range, { places: 130, minors: null }));
    expect(made?.task).toMatchObject({ total: 130, basis: 'published' });
    expect(made?.municipalities[0]?.indicative).toBe(130);
  });
  test('is not made of a province that is not there', () => {
    tableState.value = { workspace: null, files: {} };
    startProvince(of('official', known), 'Nergens', '');
    expect(opened.value).toBeNull();
  });
  test('may be the invented one, with its locations beside it', () => {
    openExample();
    expect(refused.value).toBeNull();
    expect(opened.value?.invented).toBe(true);
    const [first] = locationFiles();
    expect(first?.name).toBe('locations.csv');
    expect(new TextDecoder().decode(first?.bytes)).toContain('gemeente');
  });
});
