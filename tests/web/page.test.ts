import { describe, expect, test } from 'vitest';
import { readCatalogue } from '../../scripts/catalogue.mjs';
import { day, decimal, digits, whole } from '../../web/format.ts';
import { sorted } from '../../web/order.ts';
import { findNames, folded, matches } from '../../web/search.ts';

describe('search', () => {
  const rows = [
    "'s-Gravenhage",
    'Súdwest-Fryslân',
    'Bergen (NH.)',
    'Bergen (L.)',
    'Hengelo (O.)',
  ].map((name) => ({ name }));
  const names = (typed: string) => findNames(rows, typed, 8).map(({ name }) => name);

  test('accents, capitals and signs do not matter', () => {
    expect(folded('Súdwest-Fryslân')).toBe('sudwestfryslan');
    expect(names('sudwest fry')).toEqual(['Súdwest-Fryslân']);
    expect(names('BERGEN NH')).toEqual(['Bergen (NH.)']);
  });
  test('known variants are found', () => {
    expect(names('den haag')).toEqual(["'s-Gravenhage"]);
    expect(names('Hengelo')).toEqual(['Hengelo (O.)']);
  });
  test('names that begin so come first, and nothing typed finds nothing', () => {
    const both = [{ name: 'Oost Gelre' }, { name: 'Gelderland' }];
    expect(findNames(both, 'gel', 8).map(({ name }) => name)).toEqual(['Gelderland', 'Oost Gelre']);
    expect(names('')).toEqual([]);
    expect(matches('Zwolle', '')).toBe(true);
  });
});

test('figures are written as the language writes them, digit for digit', () => {
  expect(whole(96000, 'nl')).toBe('96.000');
  expect(whole(96000, 'en')).toBe('96,000');
  expect(decimal('-0.073', 'nl')).toBe('−0,073');
  expect(decimal('9.500000000', 'en')).toBe('9.500000000');
  expect(digits('123456789012345678901', 'nl')).toBe('123.456.789.012.345.678.901');
  expect(day('2024-02-01', 'nl')).toBe('1 februari 2024');
  expect(day('2024-01', 'en')).toBe('January 2024');
  expect(day('2024-01/02', 'nl')).toBe('2024-01/02');
  // What the catalogue brings along written is what would be written here.
  const { days } = readCatalogue();
  expect(days['2027-01-01']).toEqual({ nl: '1 januari 2027', en: '1 January 2027' });
  for (const [text, { nl, en }] of Object.entries(days))
    expect([day(text, 'nl'), day(text, 'en')]).toEqual([nl, en]);
});

test('missing figures stand last in either direction', () => {
  expect(sorted([2, null, 1], (value) => value, false)).toEqual([1, 2, null]);
  expect(sorted([2, null, 1], (value) => value, true)).toEqual([2, 1, null]);
  expect(sorted(['b', 'É', 'a'], (value) => value, false)).toEqual(['a', 'b', 'É']);
});
