// Several plausible shapes of one published distribution: each must give the same figures.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type FigureReader,
  type KnownRegions,
  distributionTable,
  figureReader,
  readDistribution,
} from '../../wasm/files/distribution.ts';
import { readHtml } from '../../wasm/files/html.ts';
import { readLines } from '../../wasm/files/lines.ts';
import { load } from '../../wasm/index.ts';
import { folded } from '../../wasm/words/municipality-names.ts';
import { csvParse } from '../csv.ts';

const municipalities = csvParse(
  readFileSync(new URL('../../public/data/population/2023.csv', import.meta.url), 'utf8'),
).map((row) => ({
  code: row['gemeentecode'] ?? '',
  name: row['gemeente'] ?? '',
  province: row['provincie'] ?? '',
  places: Math.round(Number(row['inwoners']) / 186),
}));
const provinces = [...new Set(municipalities.map(({ province }) => province))].sort();
// What the core says of the few names that this document writes in another way.
const spellings = municipalities.flatMap(({ name }) => {
  const bare = name.replace(/\s*\([^)]*\)$/, '');
  const others = bare === "'s-Gravenhage" ? ['denhaag'] : [];
  return bare === 'Bergen' ? [] : [{ name, spellings: [folded(bare), ...others] }];
});
let figures: FigureReader;
beforeAll(async () => {
  const wasm = new URL('../../dist/spreidingswijzer.wasm', import.meta.url);
  figures = figureReader(await load(readFileSync(wasm)));
});
const known: KnownRegions = { municipalities, provinces, spellings };
const of = (province: string) => municipalities.filter((row) => row.province === province);
const sum = (rows: { places: number }[]) => rows.reduce((total, { places }) => total + places, 0);
const all = sum(municipalities);
const dutch = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, '.');
const minors = (value: number) => Math.round(value * 0.085);
// As a publication writes names: without CBS's (gemeente), with Den Haag in full.
const printed = (name: string) => name.replace(' (gemeente)', '');

const row = (name: string, value: number) =>
  `<tr><td>${name}</td><td>${dutch(value)}</td><td>${dutch(minors(value))}</td></tr>`;

const whole = (html: string) => readDistribution(readHtml(html).tables, known, figures);

describe('a page with a table of provinces and twelve of municipalities', () => {
  const head =
    '<tr><th rowspan="2">WHAT</th><th colspan="2">Indicatieve verdeling</th></tr><tr><th>Totaal</th><th>Waarvan amv</th></tr>';
  const page = `<h1>Staatscourant</h1><p>Gelet op artikel 2 …</p>
    <table><caption>Tabel 1. Provinciale opvangopgave</caption><thead>${head.replace('WHAT', 'Provincie')}</thead>
    ${provinces.map((province) => row(province, sum(of(province)))).join('')}${row('Totaal', all)}</table>
    ${provinces
      .map(
        (province) =>
          `<h3>Provincie ${province}</h3><table><thead>${head.replace('WHAT', 'Gemeente')}</thead>${of(
            province,
          )
            .map(({ name, places }, at) =>
              row(`${printed(name)}${at === 0 ? '<sup>1</sup>' : ''}`, places),
            )
            .join(
              '',
            )}${row('Totaal', sum(of(province)))}<tr><td colspan="3"><sup>1</sup> Inclusief bestaande plekken.</td></tr></table>`,
      )
      .join('')}
    <table><tr><td>Contact</td><td>postbus 20011</td></tr></table>`;

  test('all of it is recognised, and what is no figure is told', () => {
    const found = whole(page);
    expect(found).toMatchObject({
      municipalities: 342,
      provinces: 12,
      sum: all,
      provinceSum: all,
      country: all,
      missing: [],
    });
    expect(found?.minorsSum).toBe(
      municipalities.reduce((total, { places }) => total + minors(places), 0),
    );
    expect(new Set(found?.notUnderstood.map(({ why }) => why))).toEqual(new Set(['text']));
    expect(found?.notUnderstood).toHaveLength(13);
    const utrecht = found?.rows.filter(({ name }) => /^Utrecht( \(gemeente\))?$/.test(name));
    expect(utrecht?.map(({ level, code }) => [level, code])).toEqual([
      ['province', ''],
      ['municipality', 'GM0344'],
    ]);
  });

  test('a figure that is not the sum of its parts is told at its row', () => {
    const found = whole(
      page.replace(row('Zeeland', sum(of('Zeeland'))), row('Zeeland', sum(of('Zeeland')) + 2)),
    );
    expect(found?.notUnderstood.filter(({ why }) => why === 'sum_differs')).toEqual([
      expect.objectContaining({ table: 1, text: expect.stringContaining('Zeeland') as string }),
    ]);
  });

  test('a municipality that is not there is named', () => {
    const found = whole(page.replace(/<tr><td>Assen<.*?<\/tr>/, ''));
    expect(found?.missing).toEqual(['Assen']);
    expect(found?.municipalities).toBe(341);
  });
});

test('one table with provinces among their municipalities: the larger Utrecht is the province', () => {
  const found = whole(
    `<table><tr><th>Gebied<th>Aantal opvangplaatsen</tr>${provinces
      .map(
        (province) =>
          `<tr><td><b>${province}</b><td>${dutch(sum(of(province)))}</tr>${of(province)
            .map(({ name, places }) => `<tr><td>${printed(name)}<td>${places}</tr>`)
            .join('')}`,
      )
      .join('')}<tr><td>Nederland<td>${dutch(all)}</table>`,
  );
  expect(found).toMatchObject({
    municipalities: 342,
    provinces: 12,
    sum: all,
    provinceSum: all,
    country: all,
    notUnderstood: [],
  });
});

test('one table with the province beside each municipality, codes, and inhabitants', () => {
  const found = whole(
    `<table><tr><th>Provincie<th>Code<th>Gemeente<th>Inwoners<th>Totaal aantal plekken<th>Waarvan regulier<th>Waarvan amv</tr>${provinces
      .map((province) =>
        of(province)
          .map(
            ({ code, name, places }, at) =>
              `<tr>${at === 0 ? `<td rowspan="${of(province).length}">${province}` : ''}<td>${code}<td>${name}<td>${dutch(places * 186)}<td>${places}<td>${places - minors(places)}<td>${minors(places)}</tr>`,
          )
          .join(''),
      )
      .join('')}</table>`,
  );
  expect(found).toMatchObject({ municipalities: 342, provinces: 0, sum: all, notUnderstood: [] });
  expect(found?.rows.find(({ code }) => code === 'GM0363')?.minors).toBe(
    minors(municipalities.find(({ code }) => code === 'GM0363')?.places ?? 0),
  );
});

test('lines of a PDF', () => {
  const text = provinces
    .map(
      (province) =>
        `Provincie ${province}\nGemeente Totaal Waarvan amv\n${of(province)
          .map(({ name, places }) => `${printed(name)} ${dutch(places)} ${minors(places)}`)
          .join('\n')}\nStaatscourant 2024 nr. 3320 31 januari 2024`,
    )
    .join('\n');
  const found = readDistribution(readLines(text).tables, known, figures);
  expect(found).toMatchObject({ municipalities: 342, sum: all, missing: [] });
  // The foot of each page holds a year where a figure would stand, and more figures in its words.
  expect(
    found?.notUnderstood.filter(({ text: said }) => said.startsWith('Staatscourant')),
  ).toHaveLength(12);
});

describe('what cannot be told is not guessed', () => {
  const small = (rows: string, head = '<tr><th>Gemeente<th>Totaal<th>Amv</tr>') =>
    whole(`<table>${head}${rows}</table>`);
  const three =
    '<tr><td>Assen<td>380<td>32<tr><td>Emmen<td>512<td>44<tr><td>Almere<td>1.220<td>103';

  test('a name that is none of the round, a missing number, two figures for one municipality', () => {
    const found = small(
      `${three}<tr><td>Haaren<td>70<td>6<tr><td>Urk<td>-<td>-<tr><td>Zeist<td>12a<td>1<tr><td>Assen<td>381<td>32`,
    );
    expect(found?.municipalities).toBe(2);
    expect(found?.notUnderstood.map(({ why, row: at }) => [why, at])).toEqual([
      ['twice', 2],
      ['name_unknown', 5],
      ['number_missing', 6],
      ['number_unreadable', 7],
      ['twice', 8],
    ]);
  });

  test('Bergen is one of two, Laren is one', () => {
    const found = small(`${three}<tr><td>Bergen<td>70<td>6<tr><td>Laren<td>71<td>6`);
    expect(found?.rows.map(({ code }) => code)).toContain('GM0417');
    expect(found?.notUnderstood.map(({ why, text }) => [why, text])).toEqual([
      ['name_unknown', 'Bergen | 70 | 6'],
    ]);
  });

  test('two columns of numbers that no heading tells apart', () => {
    expect(
      small('<tr><td>Assen<td>380<td>32<tr><td>Emmen<td>512<td>44<tr><td>Almere<td>9<td>8', ''),
    ).toBeNull();
  });

  test('a table of inhabitants is no distribution', () => {
    expect(
      small(
        '<tr><td>Assen<td>68.000<tr><td>Emmen<td>107.000<tr><td>Almere<td>220.000',
        '<tr><th>Gemeente<th>Inwoners</tr>',
      ),
    ).toBeNull();
  });

  test('points and commas for thousands in one column contradict each other', () => {
    const found = small(`${three}<tr><td>Utrecht<td>2,100<td>170<tr><td>Zeist<td>300<td>25`);
    expect(found?.notUnderstood.map(({ why, text }) => [why, text])).toEqual([
      ['number_unreadable', 'Almere | 1.220 | 103'],
      ['number_unreadable', 'Utrecht | 2,100 | 170'],
    ]);
  });

  test('a figure is read as in every other table: footnotes, dashes and marks alike', () => {
    const found = small(
      `${three}<tr><td>Utrecht<td>2.100⁴<td>170<tr><td>Zeist<td>–<td>–<tr><td>Soest<td>45,5<td>3`,
    );
    expect(found?.rows.map(({ name, places }) => [name, places])).toContainEqual([
      'Utrecht (gemeente)',
      2100,
    ]);
    expect(found?.notUnderstood.map(({ why, text }) => [why, text])).toEqual([
      ['number_missing', 'Zeist | – | –'],
      ['number_unreadable', 'Soest | 45,5 | 3'],
    ]);
  });
});

test('the core gets levels in its own words', () => {
  const found = whole(
    '<table><tr><th>Gemeente<th>Plekken</tr><tr><td>Assen<td>380<tr><td>Emmen<td>512<tr><td>Urk<td>9</table>',
  );
  expect(found === null ? null : distributionTable(found).rows.slice(0, 2)).toEqual([
    ['niveau', 'gemeentecode', 'naam', 'opvangplaatsen', 'amv', 'tabel', 'regel'],
    ['gemeente', 'GM0106', 'Assen', '380', '', '1', '2'],
  ]);
});

describe('what stands beside or above the figures of a table', () => {
  test('a total in the column of provinces is held against the sum, and is no text', () => {
    const rows = municipalities
      .map((one) => `<tr><td>${one.province}<td>${one.name}<td>${dutch(one.places)}</tr>`)
      .join('');
    const page = (total: number) =>
      whole(
        `<table><tr><th>Provincie<th>Gemeente<th>Aantal</tr>${rows}<tr><td>Totaal<td><td>${dutch(total)}</tr></table>`,
      );
    expect(page(all)).toMatchObject({ municipalities: 342, sum: all, notUnderstood: [] });
    expect(page(all + 1)?.notUnderstood).toMatchObject([{ why: 'sum_differs', row: 344 }]);
  });

  test('the names of provinces above their municipalities are headings, also that of Utrecht', () => {
    const found = whole(
      `<table>${provinces
        .map(
          (province) =>
            `<tr><th colspan=2>${province}</th></tr>${of(province)
              .map((one) => `<tr><td>${printed(one.name)}<td>${dutch(one.places)}</tr>`)
              .join('')}`,
        )
        .join('')}</table>`,
    );
    expect(found).toMatchObject({ municipalities: 342, sum: all, notUnderstood: [], missing: [] });
  });
});
