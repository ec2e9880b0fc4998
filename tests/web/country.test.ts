// The pure parts of the tables: what is drawn of a long one, text for the clipboard, selections, formats.
import { readSheet } from 'read-excel-file/node';
import { describe, expect, test, vi } from 'vitest';
import { tabText } from '../../web/components/tab-text.ts';
import { rowsInSight } from '../../web/components/row-window.ts';
import { formatOf, widths, workbook } from '../../web/views/country/workbook.ts';

vi.mock('../../web/dossier/sections.ts', async (original) => ({
  ...(await original<object>()),
  registerSection: () => undefined,
}));

test('of a long table the rows in sight are drawn, and some around them', () => {
  expect(rowsInSight(10_000, 0, 400, 40, 5)).toEqual({ first: 0, end: 15 });
  expect(rowsInSight(10_000, 40_000, 400, 40, 5)).toEqual({ first: 995, end: 1_015 });
  expect(rowsInSight(10_000, 399_700, 400, 40, 5)).toEqual({ first: 9_987, end: 10_000 });
  expect(rowsInSight(3, 10_000, 400, 40, 5)).toEqual({ first: 3, end: 3 });
});

test('text for the clipboard keeps its cells, and its decimals as the language writes them', () => {
  const rows = [
    ['A\tB', 1234, { decimal: '-0.157' }, null],
    ['C', 5, { decimal: '9.500000000' }, 'x\ny'],
  ];
  expect(tabText(rows, 'nl')).toBe('A B\t1234\t-0,157\t\r\nC\t5\t9,500000000\tx y');
  expect(tabText(rows, 'en')).toContain('\t-0.157\t');
  // No text that is pasted starts a formula; a number below nought stays one.
  expect(tabText([['=1+1', '+x', '-x', '@x', '-', { decimal: '-1.5' }]], 'nl')).toBe(
    "'=1+1\t'+x\t'-x\t'@x\t-\t-1,5",
  );
});

describe('a workbook', () => {
  const sheet = {
    name: 'Gemeenten',
    columns: ['Gemeente', 'Plekken', 'Per 1.000'],
    rows: [
      ['Zwolle', 717, { decimal: '5.41' }],
      ['Som', 717, null],
    ],
    hasSum: true,
  };
  test('has numbers as numbers, and formats with as many decimals as they have', async () => {
    expect(formatOf(717)).toBe('#,##0');
    expect(formatOf({ decimal: '5.41' })).toBe('#,##0.00');
    expect(formatOf('tussen 5 en 10')).toBeUndefined();
    expect(widths(sheet)).toEqual([10, 9, 11]);
    const bytes = Buffer.from(workbook([sheet]));
    expect(await readSheet(bytes)).toEqual([
      ['Gemeente', 'Plekken', 'Per 1.000'],
      ['Zwolle', 717, 5.41],
      ['Som', 717, null],
    ]);
  });
});

test('a selection holds each municipality once, and one of the same name is replaced', async () => {
  const { openSelections, withSelection } = await import('../../web/state/selections.ts');
  const first = withSelection([], 'Regio', ['GM0002', 'GM0001', 'GM0002']);
  expect(first).toEqual([{ name: 'Regio', codes: ['GM0001', 'GM0002'] }]);
  expect(withSelection(first, 'Regio', ['GM0003'])).toEqual([{ name: 'Regio', codes: ['GM0003'] }]);
  expect(openSelections(JSON.parse(JSON.stringify(first)))).toEqual(first);
  expect(() => openSelections([{ name: 'Regio', codes: ['Zwolle'] }])).toThrow();
  expect(openSelections(undefined)).toEqual([]);
});
