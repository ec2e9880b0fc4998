import { describe, expect, test } from 'vitest';
import { strToU8 } from 'fflate';
import { readHtml } from '../../wasm/files/html.ts';
import { looksLikeLines, readLines } from '../../wasm/files/lines.ts';
import { readDocument } from '../../wasm/files/read.ts';

const table = (html: string, at = 0) => readHtml(html).tables[at]?.rows;

describe('web pages', () => {
  test('cells that span rows and columns stand where a reader sees them', () => {
    expect(
      table(`<table><thead><tr><th rowspan=2>Gemeente<th colspan=2>Plekken</tr><tr><th>totaal<th>amv</tr></thead>
        <tr><td>Aa en Hunze<td>142<td>12<tr><td>Assen<td>380<td>32</table>`),
    ).toEqual([
      ['Gemeente', 'Plekken'],
      ['Gemeente', 'totaal', 'amv'],
      ['Aa en Hunze', '142', '12'],
      ['Assen', '380', '32'],
    ]);
    expect(table('<table><tr><td rowspan=0>x<td>1<tr><td>2<tr><td>3</table>')).toEqual([
      ['x', '1'],
      ['x', '2'],
      ['x', '3'],
    ]);
  });

  test('a run of spaces is one, and a mark without width is none', () => {
    expect(
      table('<table><tr><td>Zwol\u200ble<td> De\n\t Ronde  \u2060 Venen <td>1</table>'),
    ).toEqual([['Zwolle', 'De Ronde Venen', '1']]);
  });

  test('a footnote never becomes a digit of its number', () => {
    expect(table('<table><tr><td>Bloemendaal<td>169<sup>1</sup></table>')).toEqual([
      ['Bloemendaal', '169¹'],
    ]);
  });

  test('scripts, styles and what would load are no text; markup in a name is a name', () => {
    expect(
      table(
        '<table onload="x()"><tr><td><script>alert(1)</script><img src=http://x/ onerror=y()>A<style>b</style><td>&lt;img onerror=z&gt;</table>',
      ),
    ).toEqual([['A', '<img onerror=z>']]);
  });

  test('a table that only holds tables is none; a heading before a table is its title', () => {
    const { tables } = readHtml(
      '<h2>Drenthe</h2><table><tr><td><table><caption>Tabel 2</caption><tr><td>a</table></table><h2>Zeeland</h2><table><tr><td>b</table>',
    );
    expect(tables.map(({ title, rows }) => [title, rows])).toEqual([
      ['Tabel 2', [['a']]],
      ['Zeeland', [['b']]],
    ]);
  });

  test('the number that Excel, LibreOffice or Google stores counts, not the rounded one that shows', () => {
    expect(
      table(
        `<table><tr><td x:num="-7.2999999999999995E-2">-0,07<td sdval="0.157" sdnum="1043;">0,16<td data-sheets-value='{"1":3,"3":1234}'>1.234<td sdval="45292" sdnum="1043;;D-M-YYYY">1-1-2024</table>`,
      ),
    ).toEqual([['-0.073', '0.157', '1234', '1-1-2024']]);
  });

  test('a page nested a hundred thousand deep is read', () => {
    const deep = '<div>'.repeat(100_000);
    expect(table(`${deep}<table><tr><td>a</table>`)).toEqual([['a']]);
  });
});

describe('XML', () => {
  const rows = (xml: string) => readDocument(strToU8(xml))?.tables.map((found) => found.rows);

  test('tables of the government gazette, with spans and footnotes', () => {
    expect(
      rows(`<?xml version="1.0"?><staatscourant><tussenkop>Drenthe</tussenkop><table><tgroup cols="3"><colspec colname="c1"/><colspec colname="c2"/><colspec colname="c3"/>
        <thead><row><entry morerows="1"><al>Gemeente</al></entry><entry namest="c2" nameend="c3"><al>Verdeling</al></entry></row><row><entry>totaal</entry><entry>amv</entry></row></thead>
        <tbody><row><entry><al>Assen<noot><noot.nr>1</noot.nr></noot></al></entry><entry>1.380</entry><entry>32</entry></row></tbody></tgroup></table></staatscourant>`),
    ).toEqual([
      [
        ['Gemeente', 'Verdeling'],
        ['Gemeente', 'totaal', 'amv'],
        ['Assen¹', '1.380', '32'],
      ],
    ]);
  });

  test('a workbook saved as XML, with cells left out', () => {
    expect(
      rows(
        `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="B"><Table><Row><Cell><Data>a</Data></Cell><Cell ss:Index="3"><Data>c</Data></Cell></Row></Table></Worksheet></Workbook>`,
      ),
    ).toEqual([[['a', '', 'c']]]);
  });

  test('XML that does not say so is read all the same', () => {
    expect(
      rows('<staatscourant><table><row><entry>a</entry></row></table></staatscourant>'),
    ).toEqual([[['a']]]);
  });

  test('an entity that names a file is refused', () => {
    expect(() =>
      rows('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
    ).toThrow('broken');
  });

  test('what is CSV stays with the core', () => {
    expect(readDocument(strToU8('code;naam\nGM0363;Amsterdam\n'))).toBeNull();
    expect(readDocument(strToU8('<img onerror=x>;1\nA;2\n'))).toBeNull();
  });
});

describe('lines of a PDF', () => {
  const lines = (text: string) => readLines(text).tables[0]?.rows;

  test('a name and then its numbers; headings that come back and page numbers stay apart', () => {
    expect(
      lines(
        'Tabel 2\nGemeente Totaal Waarvan amv\nAa en Hunze 142 12\nBergen (NH.) 1.169 -\n3\nGemeente Totaal Waarvan amv\n’s-Gravenhage 2.513 213',
      ),
    ).toEqual([
      ['Tabel', '2'],
      ['Gemeente', 'Totaal', 'Waarvan amv'],
      ['Aa en Hunze', '142', '12'],
      ['Bergen (NH.)', '1.169', '-'],
      ['3'],
      ['Gemeente Totaal Waarvan amv'],
      ['’s-Gravenhage', '2.513', '213'],
    ]);
  });

  test('a heading keeps the words before it: what is short of places is no places', () => {
    expect(lines('Gemeente Tekort aan plekken\nAssen 380\nEmmen 512')?.[0]).toEqual([
      'Gemeente',
      'Tekort aan plekken',
    ]);
    expect(lines('Gemeente Opgave Huidig aantal plekken\nAssen 380 12\nEmmen 512 14')?.[0]).toEqual(
      ['Gemeente', 'Opgave', 'Huidig aantal plekken'],
    );
    expect(lines('Gemeente Opvangplaatsen x1000\nAssen 380\nEmmen 512')?.[0]?.[1]).toBe(
      'Opvangplaatsen x1000',
    );
  });

  test('numbers before all names, counted from 1, and a heading of codes are no part of the table', () => {
    expect(lines('Nr. Gemeente Opvangplaatsen\n1 Assen 380\n2. Emmen 512\n3 Urk 9')).toEqual([
      ['Gemeente', 'Opvangplaatsen'],
      ['Assen', '380'],
      ['Emmen', '512'],
      ['Urk', '9'],
    ]);
    expect(
      lines('Gemeentecode Gemeente Opvangplaatsen\nGM0106 Assen 380\nGM0114 Emmen 512'),
    ).toEqual([
      ['gemeentecode', 'Gemeente', 'Opvangplaatsen'],
      ['GM0106', 'Assen', '380'],
      ['GM0114', 'Emmen', '512'],
    ]);
    expect(lines('Gemeentecode Gemeente Plekken\n0106 Assen 380\n1581 Dorp 9')?.slice(1)).toEqual([
      ['0106', 'Assen', '380'],
      ['1581', 'Dorp', '9'],
    ]);
    expect(lines('Gemeente Plekken\n106.0 Assen 380\n114.0 Emmen 512')?.[1]?.[0]).toBe('106.0');
    expect(lines('Gemeente Plekken\n2026 Assen 380\n2026 Emmen 512')?.[1]?.[0]).toBe('2026 Assen');
    const parts =
      'Gemeente Plekken\nAssen 380\nEmmen 512\nGemeente Taakstelling\nAssen 38\nEmmen 51';
    expect(lines(parts)?.[3]).toEqual(['Gemeente', 'Taakstelling']);
    const moved =
      'Gemeente Plekken Inwoners\nAssen 380 70000\nEmmen 512 10000\nGemeente Inwoners Plekken\nUrk 9 1';
    expect(lines(moved)?.[3]).toEqual(['Gemeente', 'Inwoners', 'Plekken']);
    expect(lines('Gemeente Plekken\nx 1.000\nAssen 1\nEmmen 2')?.[1]).toEqual(['', 'x 1.000']);
    expect(lines('Gemeente Plekken\nAssen 1\nEmmen 2\nBron: COA, 1 juni 2026')?.[3]).toEqual([
      'Bron: COA, 1 juni 2026',
    ]);
    expect(lines('Gemeente Plekken\nAssen: 1\nEmmen: 2')?.[1]).toEqual(['Assen:', '1']);
    const noted = 'Gemeente Plekken\nAssen 1\nEmmen 2\nUrk 3\nBron: COA\n* voorlopig\n1) met amv';
    expect(looksLikeLines(noted)).toBe(true);
    expect(lines('Gemeente Aantal asielzoekers\nAssen 1\nEmmen 2')?.[0]).toEqual([
      'Gemeente',
      'Aantal asielzoekers',
    ]);
    expect(lines('Gemeente Huidig Taak\nAssen 1 4\nEmmen 2 5')?.[0]).toEqual([
      'Gemeente',
      'Huidig',
      'Taak',
    ]);
    expect(lines('Gemeente Plekken\n7 Assen 380\n9 Emmen 512')?.[1]).toEqual(['7 Assen', '380']);
  });

  test('in a line with a figure less, one that stands in the name is not passed over', () => {
    expect(lines('Gemeente Totaal Amv\nAssen 380 12\nEmmen (512) 44\nUrk 9 1')?.[2]).toEqual([
      'Emmen (512)',
      ' ¦ 44',
    ]);
  });

  test('prose is no table', () => {
    expect(
      looksLikeLines('Dit is een zin.\nEr staat 1 getal in 2024\nen verder niets.\nEinde.'),
    ).toBe(false);
    expect(looksLikeLines('Assen 380\nEmmen 512')).toBe(true);
  });
});
