// What a person supposes: what was typed, and the question that it is to the core.
import { describe, expect, test } from 'vitest';
import {
  decimalText,
  overrideOf,
  plainWish,
  scenarioOf,
  wholeOf,
  withOverride,
} from '../../web/state/what-if.ts';

test('a decimal may be typed as Dutch, as English or as it is printed', () => {
  expect(decimalText('0,125')).toBe('0.125');
  expect(decimalText('0.125')).toBe('0.125');
  expect(decimalText(' \u22120,073 ')).toBe('-0.073');
  expect(decimalText('')).toBe('');
  // Which of the two is the mark is not for us to say: the core refuses it.
  expect(decimalText('1.234,5')).toBe('1.234.5');
  expect(decimalText('1e3')).toBe('1e3');
});

test('a whole number may have points between thousands, and is nothing else', () => {
  expect(wholeOf('96000')).toBe(96_000);
  expect(wholeOf(' 96.000 ')).toBe(96_000);
  expect(wholeOf('1.234.567')).toBe(1_234_567);
  expect(wholeOf('0')).toBe(0);
  for (const text of [
    '',
    '  ',
    '9.6',
    '96.00',
    '96,5',
    '96,000',
    '-5',
    '−5',
    '1e5',
    '1'.repeat(11),
  ])
    expect(wholeOf(text), text).toBeUndefined();
});

describe('a wish as a question', () => {
  const asked = (more: object) => scenarioOf({ name: 'Wens', wish: { ...plainWish, ...more } });

  test('says nothing of what was left as it is', () => {
    expect(asked({})).toEqual({ name: 'Wens', scoreWeight: '1', changes: [] });
    expect(asked({ scoreWeight: ' ', need: ' ', merged: ['GM0193'] })).toEqual(asked({}));
  });
  test('has its numbers as the core reads them', () => {
    expect(
      asked({ scoreWeight: '0,5', need: '90.000', minors: '8000', merged: ['GM0193', 'GM0037'] }),
    ).toEqual({
      name: 'Wens',
      scoreWeight: '0.5',
      need: 90_000,
      minors: 8_000,
      changes: [],
      mergers: [{ municipalities: ['GM0193', 'GM0037'] }],
    });
  });
  test('changes only what was typed of a municipality; nought is typed too', () => {
    const changes = [
      { code: 'GM0193', score: '\u22120,1', inhabitants: '' },
      { code: 'GM0034', score: ' ', inhabitants: '0' },
      { code: 'GM0037', score: '0', inhabitants: 'veel' },
    ];
    expect(asked({ changes }).changes).toEqual([
      { municipality: 'GM0193', score: '-0.1' },
      { municipality: 'GM0034', inhabitants: 0 },
      { municipality: 'GM0037', score: '0' },
    ]);
  });
});

describe('what is supposed of one municipality', () => {
  const first = { code: 'GM0193', score: '0,1', inhabitants: '' };
  const second = { code: 'GM0034', score: '', inhabitants: '5' };

  test('is empty until something is typed', () => {
    expect(overrideOf(plainWish, 'GM0193')).toEqual({ code: 'GM0193', score: '', inhabitants: '' });
    expect(overrideOf(withOverride(plainWish, first), 'GM0193')).toEqual(first);
  });
  test('replaces what was there, at its own place', () => {
    const both = withOverride(withOverride(plainWish, first), second);
    const changed = { ...first, score: '0,2' };
    expect(withOverride(both, changed).changes).toEqual([changed, second]);
    expect(both.changes).toEqual([first, second]);
    expect(plainWish.changes).toEqual([]);
  });
  test('is left out once it says nothing, unless someone is at it', () => {
    const both = withOverride(withOverride(plainWish, first), second);
    const empty = { ...first, score: '' };
    expect(withOverride(both, empty).changes).toEqual([second]);
    expect(withOverride(both, empty, true).changes).toEqual([empty, second]);
    expect(withOverride(plainWish, empty).changes).toEqual([]);
  });
});
