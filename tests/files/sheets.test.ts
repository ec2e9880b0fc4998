// Which table of a document with several is read, in every format that can hold several; what else could be
// meant is named.
import { readFileSync } from 'node:fs';
import { strToU8 } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { figureReader } from '../../wasm/files/distribution.ts';
import { putDocument } from '../../wasm/files/put.ts';
import type { FileRole } from '../../wasm/files/sheets.ts';
import { type Core, load } from '../../wasm/index.ts';
import { ods, odsRow, sheetXml, xlsx } from './documents.ts';

let core: Core;
beforeAll(async () => {
  const wasm = new URL('../../dist/spreidingswijzer.wasm', import.meta.url);
  core = await load(readFileSync(wasm));
});

type Rows = readonly (readonly (string | number)[])[];
const table = (heading: string, ...figures: number[]): Rows => [
  ['Gemeente', heading],
  ...figures.map((figure, at) => [['Assen', 'Breda', 'Emmen'][at] ?? '', figure]),
];
const books: Readonly<Record<string, (sheets: readonly [string, Rows][]) => Uint8Array>> = {
  'boek.xlsx': (sheets) => xlsx(sheets.map(([name, rows]) => ({ name, xml: sheetXml(rows) }))),
  'boek.ods': (sheets) =>
    ods(
      sheets
        .map(
          ([name, rows]) =>
            `<table:table table:name="${name}">${rows.map((row) => odsRow(row)).join('')}</table:table>`,
        )
        .join(''),
    ),
  'boek.xml': (sheets) =>
    strToU8(
      `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${sheets
        .map(
          ([name, rows]) =>
            `<Worksheet ss:Name="${name}"><Table>${rows.map((row) => `<Row>${row.map((cell) => `<Cell><Data ss:Type="${typeof cell === 'number' ? 'Number' : 'String'}">${cell}</Data></Cell>`).join('')}</Row>`).join('')}</Table></Worksheet>`,
        )
        .join('')}</Workbook>`,
    ),
};

/** What is read of a book, and what is said of its sheets. */
function read(
  format: string,
  sheets: readonly [string, Rows][],
  role: FileRole,
  wanted: string[] = [],
) {
  const bytes = books[format]?.(sheets) ?? new Uint8Array();
  const part = putDocument(core, format, bytes, { sheets: wanted, lines: false, role });
  const file = part?.file ?? '';
  const { findings } = core.run('inspect', { file });
  core.remove(file);
  const said = findings.filter(({ code }) => code.startsWith('sheet_'));
  return [file.slice(format.length + 1), ...said.map(({ code, about }) => `${code}: ${about}`)];
}

const inputs: readonly [string, Rows][] = [
  ['Uitleg', [['Versie', 3]]],
  ['Scores', table('SES-WOA', 0.1, 0.2, 0.3)],
  ['Inwoners', table('Inwoners', 68_000, 184_000, 107_000)],
  ['Verdeling', table('Opvangplaatsen', 300, 900, 500)],
];

test.each(Object.keys(books))('%s: the only sheet that fits what is asked is read', (format) => {
  for (const [role, name] of [
    ['population', 'Inwoners'],
    ['scores', 'Scores'],
    ['table', 'Verdeling'],
  ] as const) {
    const others = inputs.map(([each]) => each).filter((each) => each !== name);
    expect(read(format, inputs, role)).toEqual([name, `sheet_chosen: ${others.join(', ')}`]);
  }
  // Who asks for nothing gets the first, and hears of all the others that could be meant.
  expect(read(format, inputs, 'file')).toEqual(['Scores', 'sheet_open: Inwoners, Verdeling']);
});

test.each(Object.keys(books))('%s: of two that fit the first is read, with a warning', (format) => {
  const years: readonly [string, Rows][] = [
    ['2024', table('Opvangplaatsen', 300, 900, 500)],
    ['2026', table('Opvangplaatsen', 310, 910, 510)],
  ];
  expect(read(format, years, 'table')).toEqual(['2024', 'sheet_open: 2026']);
  expect(read(format, years, 'table', ['2026'])).toEqual(['2026']);
});

test.each(Object.keys(books))('%s: headings that nobody knows leave it open', (format) => {
  const odd: readonly [string, Rows][] = [
    ['Oud', table('Asielzoekers', 300, 900, 500)],
    ['Nieuw', table('Asielzoekers', 310, 910, 510)],
  ];
  expect(read(format, odd, 'table')).toEqual(['Oud', 'sheet_open: Nieuw']);
});

test.each(Object.keys(books))(
  '%s: a cover sheet is passed over, and a single table needs no word',
  (format) => {
    const covered: readonly [string, Rows][] = [
      ['Voorblad', [['Toelichting'], ['Versie van mei']]],
      ['Verdeling', table('Opvangplaatsen', 300)],
    ];
    expect(read(format, covered, 'table')).toEqual(['Verdeling']);
  },
);

test('looking for a sheet takes away no table that is there, whatever a person calls a workbook', () => {
  const bytes = books['boek.xlsx']?.(inputs) ?? new Uint8Array();
  for (const name of ['blad.xlsx', './program/blad.xlsx']) {
    const wish = { sheets: [], lines: false };
    const file = putDocument(core, name, bytes, { ...wish, role: 'population' })?.file ?? '';
    const before = core.run('inspect', { file });
    putDocument(core, name, bytes, { ...wish, role: 'scores' });
    expect(core.files()).toContain(file);
    expect(core.run('inspect', { file })).toEqual(before);
  }
});

test('a file called as what the program reads for a moment stays, too', () => {
  const name = 'verdeling in wording';
  core.put(name, new TextEncoder().encode('gemeente;inwoners\nAssen;1\n'));
  figureReader(core)([['1']]);
  expect(core.run('inspect', { file: name }).ok).toBe(true);
  core.remove(name);
});
