import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { FormatFault } from '../../wasm/files/fault.ts';
import { readDocument } from '../../wasm/files/read.ts';
import { chosenSheet } from '../../wasm/files/sheets.ts';
import { csvOf, plainNumber } from '../../wasm/files/table.ts';
import { ods, odsRow, sheetXml, xlsx } from './documents.ts';

const read = (bytes: Uint8Array) => {
  const document = readDocument(bytes);
  if (document === null) throw new Error('no document');
  return document;
};
const rows = (bytes: Uint8Array, table = 0) => read(bytes).tables[table]?.rows;
const fault = (bytes: Uint8Array): string => {
  try {
    readDocument(bytes);
  } catch (thrown) {
    if (thrown instanceof FormatFault) return thrown.code;
    throw thrown;
  }
  return 'none';
};

test('a stored number is the shortest decimal that reads back to the same double, never an exponent', () => {
  expect(plainNumber('-7.2999999999999995E-2')).toBe('-0.073');
  expect(plainNumber('0.15700000000000003')).toBe('0.15700000000000003');
  expect(plainNumber('1E-7')).toBe('0.0000001');
  expect(plainNumber('-1.5e-9')).toBe('-0.0000000015');
  expect(plainNumber('1.25E+21')).toBe('1250000000000000000000');
  expect(plainNumber('1.0E3')).toBe('1000');
  expect(plainNumber('18500.00')).toBe('18500');
  expect(plainNumber('geen getal')).toBe('geen getal');
});

describe('.xlsx', () => {
  test('row and column stay those of the sheet, blank rows and columns included', () => {
    const sheet = '<row r="3"><c r="B3" t="s"><v>0</v></c><c r="D3"><v>931298</v></c></row>';
    expect(rows(xlsx([{ name: 'Blad1', xml: sheet }], { texts: ['Amsterdam'] }))).toEqual([
      [],
      [],
      ['', 'Amsterdam', '', '931298'],
    ]);
  });

  test('texts that look like numbers stay texts, stored numbers lose their noise', () => {
    const book = xlsx(
      [
        {
          name: 'Blad1',
          xml: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>-7.2999999999999995E-2</v></c><c r="C1" t="str"><f>A1</f><v>0014</v></c><c r="D1" t="e"><v>#N/A</v></c><c r="E1" t="b"><v>1</v></c><c r="F1" t="s"><v>1</v></c></row>',
        },
      ],
      {
        texts: [
          '0363',
          '<r><t>Súdwest</t></r><r><t>-Fryslân</t></r><rPh sb="0" eb="1"><t>x</t></rPh>',
        ],
      },
    );
    expect(rows(book)).toEqual([['0363', '-0.073', '0014', '#N/A', 'TRUE', 'Súdwest-Fryslân']]);
  });

  test('days are written as days, percentages as such', () => {
    const xml =
      '<row r="1"><c r="A1" s="1"><v>45292</v></c><c r="B1" s="2"><v>0.05</v></c><c r="C1" s="3"><v>45292.5</v></c><c r="D1" s="4"><v>45292</v></c><c r="E1" s="5"><v>12</v></c></row>';
    const formats = ['dd\\-mm\\-yyyy', '0.0%', 'd mmmm yyyy hh:mm', '[$-413]d mmm yy;@'];
    expect(
      rows(xlsx([{ name: 'Blad1', xml }], { formats: [...formats.slice(0, 4), '[Red]0'] })),
    ).toEqual([['2024-01-01', '5%', '2024-01-01 12:00:00', '2024-01-01', '12']]);
    const from1904 = xlsx(
      [{ name: 'B', xml: '<row r="1"><c r="A1" s="1"><v>43830</v></c></row>' }],
      {
        formats: ['yyyy-mm-dd'],
        from1904: true,
      },
    );
    expect(rows(from1904)).toEqual([['2024-01-01']]);
  });

  test('a heading merged downwards stands in every row it covers, a title merged to the right in one', () => {
    const xml = `${sheetXml([
      ['Scores van 2022', '', ''],
      ['Gemeente', 'SES-WOA', ''],
      ['', 'Score', 'Huishoudens'],
    ])}</sheetData><mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:C2"/></mergeCells>`;
    expect(rows(xlsx([{ name: 'Blad1', xml }]))).toEqual([
      ['Scores van 2022'],
      ['Gemeente', 'SES-WOA'],
      ['Gemeente', 'Score', 'Huishoudens'],
    ]);
  });

  test('the first sheet that is shown and not empty is proposed, the others are there', () => {
    const book = read(
      xlsx([
        { name: 'Verborgen', xml: sheetXml([['x']]), state: 'hidden' },
        { name: 'Leeg', xml: '' },
        { name: 'Inwoners & meer', xml: sheetXml([['y']]) },
      ]),
    );
    expect(book.tables.map(({ name }) => name)).toEqual(['Verborgen', 'Leeg', 'Inwoners & meer']);
    expect(chosenSheet(null, book.tables, 'file').at).toBe(2);
  });

  test('stored numbers say how they are written; a text of the same look leaves it a question', () => {
    const stored = read(xlsx([{ name: 'B', xml: sheetXml([['score'], [1.234]]) }]));
    expect(stored.tables[0]?.notation).toEqual({ decimal: '.', thousands: null });
    const text = read(xlsx([{ name: 'B', xml: sheetXml([['inwoners'], ['1.234'], [1.234]]) }]));
    expect(text.tables[0]?.notation).toBeNull();
  });

  test('what cannot be read is refused with its reason', () => {
    expect(fault(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2))).toBe('old_excel');
    expect(
      fault(
        Uint8Array.from([
          0xd0,
          0xcf,
          0x11,
          0xe0,
          ...Array.from('EncryptedPackage', (c) => [c.charCodeAt(0), 0]).flat(),
        ]),
      ),
    ).toBe('encrypted');
    expect(fault(zipSync({ 'xl/workbook.bin': strToU8('x') }))).toBe('binary_excel');
    expect(fault(zipSync({ 'foto.png': strToU8('x') }))).toBe('zip_without_table');
    expect(fault(strToU8('%PDF-1.7'))).toBe('pdf');
    const whole = xlsx([{ name: 'Blad1', xml: sheetXml([['a']]) }]);
    expect(fault(whole.slice(0, whole.length - 30))).toBe('broken');
    expect(fault(xlsx([{ name: 'B', xml: '<row r="1"><c r="A1"><v>1</c>' }]))).toBe('broken');
    expect(fault(xlsx([{ name: 'B', xml: '<row r="9999999"><c r="A1"><v>1</v></c></row>' }]))).toBe(
      'broken',
    );
  });

  test('a file that unpacks to more than the bound is refused before it does', () => {
    const bomb = xlsx([{ name: 'B', xml: '<row r="1"/>' }]);
    const claimed = new DataView(bomb.buffer, bomb.byteOffset);
    // Every part claims 200 MB in the list at the end of the file.
    for (let at = 0; at + 28 < bomb.length; at += 1)
      if (claimed.getUint32(at, true) === 0x02014b50) claimed.setUint32(at + 24, 200 << 20, true);
    expect(fault(bomb)).toBe('too_large');
  });
});

describe('.ods', () => {
  test('repeated cells and rows are where a person sees them; the blank end of the sheet is not made', () => {
    const table = `<table:table table:name="Blad1">
      <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
      <table:table-row><table:table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="string" table:number-columns-repeated="3"><text:p>x</text:p></table:table-cell></table:table-row>
      ${odsRow(['GM0363', 7], ' table:number-rows-repeated="2"')}
      <table:table-row table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`;
    expect(rows(ods(table))).toEqual([
      [],
      [],
      ['', '', 'x', 'x', 'x'],
      ['GM0363', '7'],
      ['GM0363', '7'],
    ]);
  });

  test('numbers and days are what is stored, percentages as such; a comment is no part of its cell', () => {
    const row = `<table:table-row>
      <table:table-cell office:value-type="float" office:value="-7.2999999999999995E-2"><text:p>-0,07</text:p></table:table-cell>
      <table:table-cell office:value-type="percentage" office:value="0.05"><text:p>5%</text:p></table:table-cell>
      <table:table-cell office:value-type="date" office:date-value="2024-01-01"><text:p>1 jan</text:p></table:table-cell>
      <table:table-cell office:value-type="string"><office:annotation><text:p>let op</text:p></office:annotation><text:p>Aa<text:s text:c="2"/>en</text:p><text:p>Hunze</text:p></table:table-cell></table:table-row>`;
    expect(rows(ods(`<table:table table:name="B">${row}</table:table>`))).toEqual([
      ['-0.073', '5%', '2024-01-01', 'Aa  en\nHunze'],
    ]);
  });

  test('a huge repeat of a filled cell is refused, and so is a sheet with a password', () => {
    const row = `<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000" office:value-type="float" office:value="1"/></table:table-row>`;
    expect(fault(ods(`<table:table table:name="B">${row}</table:table>`))).toBe('too_large');
    expect(
      fault(ods('', '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>')),
    ).toBe('encrypted');
  });

  test('a cell that spans rows is said in each of them', () => {
    const table = `<table:table table:name="B"><table:table-row><table:table-cell office:value-type="string" table:number-rows-spanned="2"><text:p>Drenthe</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="1"/></table:table-row><table:table-row><table:covered-table-cell/><table:table-cell office:value-type="float" office:value="2"/></table:table-row></table:table>`;
    expect(rows(ods(table))).toEqual([
      ['Drenthe', '1'],
      ['Drenthe', '2'],
    ]);
  });
});

test('cells go to the core quoted, padded to the width that most rows have, blank rows kept', () => {
  const text = new TextDecoder().decode(csvOf({ rows: [['Titel'], [], ['a', 'b"c'], ['1', '']] }));
  expect(text).toBe('"Titel",""\r\n"",""\r\n"a","b""c"\r\n"1",""\r\n');
});
