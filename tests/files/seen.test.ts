// What a reader does not see as part of a figure is not glued to it, and what was left out is said.
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../wasm/files/read.ts';
import { readHtml } from '../../wasm/files/html.ts';
import { readLines } from '../../wasm/files/lines.ts';
import { csvOf } from '../../wasm/files/table.ts';
import { ods, odsRow, sheetXml, xlsx } from './documents.ts';

const first = (bytes: Uint8Array) => {
  const table = readDocument(bytes)?.tables[0];
  if (table === undefined) throw new Error('no table');
  return table;
};
const remarks = (table: { remarks: readonly { code: string; row: number; column: number }[] }) =>
  table.remarks.map(({ code, row, column }) => [code, row, column]);

const styled = (styles: string, tables: string) =>
  ods('').length === 0
    ? new Uint8Array()
    : ods(
        `</office:spreadsheet></office:body><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}`,
      );
const textCell = (inner: string) =>
  `<table:table-cell office:value-type="string"><text:p>${inner}</text:p></table:table-cell>`;
const odsTable = (rows: string, more = '') =>
  `<table:table table:name="B"${more}>${rows}</table:table>`;
const inRow = (cells: string, more = '') => `<table:table-row${more}>${cells}</table:table-row>`;
const style = (name: string, family: string, properties: string) =>
  `<style:style xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" style:name="${name}" style:family="${family}">${properties}</style:style>`;

describe('raised and struck text', () => {
  const runs = (properties: string, text: string, after = '') =>
    `<r><t>100</t></r><r><rPr>${properties}</rPr><t>${text}</t></r>${after}`;

  test('100 with a raised 1 is 100¹ in every format', () => {
    const shared = xlsx([{ name: 'B', xml: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }], {
      texts: [runs('<vertAlign val="superscript"/>', '1')],
    });
    expect(first(shared).rows).toEqual([['100¹']]);
    const inline = `<row r="1"><c r="A1" t="inlineStr"><is>${runs('<vertAlign val="superscript"/>', '1')}</is></c></row>`;
    expect(first(xlsx([{ name: 'B', xml: inline }])).rows).toEqual([['100¹']]);
    const raised = style('T1', 'text', '<style:text-properties style:text-position="super 58%"/>');
    expect(
      first(
        styled(
          raised,
          odsTable(inRow(textCell('100<text:span text:style-name="T1">1</text:span>'))),
        ),
      ).rows,
    ).toEqual([['100¹']]);
    for (const mark of ['<sup>1</sup>', '<span style="vertical-align: super">1</span>'])
      expect(readHtml(`<table><tr><td>100${mark}</table>`).tables[0]?.rows).toEqual([['100¹']]);
    expect(
      readHtml(
        '<style>td .noot{vertical-align:super}.noot{vertical-align:super}</style><table><tr><td>100<span class=noot>a</span></table>',
      ).tables[0]?.rows,
    ).toEqual([['100*']]);
  });

  test('a run that says how it looks does not look as its cell, and another does', () => {
    const inStruckCell = (text: string) => {
      const bytes = xlsx(
        [
          {
            name: 'B',
            xml: '<row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1"><v>1</v></c></row>',
          },
        ],
        { texts: [text] },
      );
      const styles =
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts><font/><font><strike/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs></styleSheet>';
      const parts = { ...unzipSync(bytes), 'xl/styles.xml': strToU8(styles) };
      const { rows, remarks: found } = first(zipSync(parts));
      return [rows[0]?.[0] ?? '', ...found.map(({ text: left }) => left)];
    };
    expect(inStruckCell('90')).toEqual(['', '90']);
    expect(inStruckCell('<r><t>90</t></r>')).toEqual(['', '90']);
    expect(inStruckCell('<r><t>90</t></r><r><rPr><b/></rPr><t>100</t></r>')).toEqual(['100', '90']);
    expect(inStruckCell('<r><rPr><b/></rPr><t>100</t></r><r><t>90</t></r>')).toEqual(['100', '90']);
    expect(inStruckCell('<r><rPr><strike val="0"/></rPr><t>100</t></r>')).toEqual(['100']);
  });

  test('struck and raised text of a workbook saved as XML', () => {
    const cell = (content: string, more = '') =>
      first(
        strToU8(
          `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="s1"><Font ss:StrikeThrough="1"/></Style></Styles><Worksheet ss:Name="B"><Table><Row><Cell${more}>${content}</Cell><Cell><Data ss:Type="String">x</Data></Cell></Row></Table></Worksheet></Workbook>`,
        ),
      );
    const rich = (content: string) =>
      `<ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">${content}</ss:Data>`;
    const struck = cell('<Data ss:Type="Number">90</Data>', ' ss:StyleID="s1"');
    expect(struck.rows).toEqual([['', 'x']]);
    expect(remarks(struck)).toEqual([['struck_left_out', 1, 1]]);
    const part = cell(rich('<S>90</S><Font html:Color="#000" xmlns:html="x">100</Font>'));
    expect(part.rows).toEqual([['100', 'x']]);
    expect(remarks(part)).toEqual([['struck_left_out', 1, 1]]);
    expect(cell(rich('100<Sup>1</Sup>')).rows).toEqual([['100¹', 'x']]);
  });

  test('a struck 90 before 100 is left out and said', () => {
    const struck = xlsx([{ name: 'B', xml: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }], {
      texts: ['<r><rPr><strike/></rPr><t>90</t></r><r><t>100</t></r>'],
    });
    expect(first(struck).rows).toEqual([['100']]);
    expect(remarks(first(struck))).toEqual([['struck_left_out', 1, 1]]);
    const line = style(
      'T1',
      'text',
      '<style:text-properties style:text-line-through-style="solid"/>',
    );
    const sheet = first(
      styled(line, odsTable(inRow(textCell('<text:span text:style-name="T1">90</text:span>100')))),
    );
    expect(sheet.rows).toEqual([['100']]);
    expect(remarks(sheet)).toEqual([['struck_left_out', 1, 1]]);
    const [page] = readHtml('<table><tr><td><s>90</s>100<td>1</table>').tables;
    expect(page?.rows).toEqual([['100', '1']]);
    expect(page === undefined ? [] : remarks(page)).toEqual([['struck_left_out', 1, 1]]);
  });
});

describe('what is hidden', () => {
  test('spans, rows, columns and tables of a page', () => {
    const page = `<style>.weg{display:none}</style><table>
      <tr><th>Gemeente<th>Plekken<th style="display:none">Oud</tr>
      <tr><td>Assen<span hidden>!</span><td>38<span style="display:none">9</span>0<td class="weg">1</tr>
      <tr style="display:none"><td>Emmen<td>512<td class=weg>2</tr>
      <tr><td>Urk<td>9<td class="x weg">3</tr></table>
      <div style="visibility: hidden"><table><tr><td>x</table></div>
      <table><tr><td hidden><table><tr><td>x</table></table>`;
    const { tables } = readHtml(page);
    expect(tables.map(({ hidden }) => hidden)).toEqual([false, true, true]);
    expect(tables[0]?.rows).toEqual([['Gemeente', 'Plekken'], ['Assen', '380'], [], ['Urk', '9']]);
    expect(tables[0] === undefined ? [] : remarks(tables[0])).toEqual([['hidden_left_out', 1, 0]]);
    expect(tables[0]?.remarks[0]?.count).toBe(4);
  });

  test('a column of a page by its own element; what is blank leaves nothing out', () => {
    const page = `<table><colgroup><col><col style="visibility:collapse"><col></colgroup>
      <tr><td>Gemeente<td>Oud<td>Plekken</tr><tr><td>Assen<td>90<td>380</tr>
      <tr style="display:none"><td><td><td></tr><tr><td>Urk<td hidden></td><td><td>9</tr></table>`;
    const [read] = readHtml(page).tables;
    expect(read?.rows).toEqual([
      ['Gemeente', '', 'Plekken'],
      ['Assen', '', '380'],
      [],
      ['Urk', '', '9'],
    ]);
    expect(read === undefined ? [] : remarks(read)).toEqual([['hidden_left_out', 0, 2]]);
  });

  test('rows and columns of a workbook', () => {
    const xml = `<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row><row r="2" hidden="1"><c r="A2"><v>4</v></c></row>`;
    const book = xlsx([{ name: 'B', xml }]);
    expect(first(book).rows).toEqual([['1', '2', '3']]);
    expect(remarks(first(book))).toEqual([['hidden_left_out', 2, 0]]);
  });

  test('rows, columns and sheets of an .ods', () => {
    const off = style('ta2', 'table', '<style:table-properties table:display="false"/>');
    const column = '<table:table-column/><table:table-column table:visibility="collapse"/>';
    const body = `${column}${odsRow(['a', 'b', 'c'])}${odsRow(['d', 'e', 'f'], ' table:visibility="filter"')}`;
    const tables = readDocument(
      styled(off, odsTable(body) + odsTable(odsRow([1]), ' table:style-name="ta2"')),
    )?.tables;
    expect(tables?.map(({ hidden }) => hidden)).toEqual([false, true]);
    expect(tables?.[0]?.rows).toEqual([['a', '', 'c']]);
  });
});

describe('one cell, two contents', () => {
  test('a value beside a text, a cell that is there twice, two values', () => {
    const both = '<row r="1"><c r="A1"><v>100</v><is><t>100</t></is></c></row>';
    const twice = '<row r="1"><c r="A1"><v>100</v></c><c r="A1"><v>200</v></c></row>';
    const values = '<row r="1"><c r="A1"><v>100</v><v>200</v></c></row>';
    for (const xml of [both, twice, values]) {
      const table = first(xlsx([{ name: 'B', xml }]));
      expect(table.rows[0]?.[0]).toMatch(/^100 ¦ [12]00$/);
      expect(remarks(table)).toEqual([['cell_twofold', 1, 1]]);
    }
    const shows =
      '<table:table-cell office:value-type="float" office:value="100"><text:p>900</text:p></table:table-cell>';
    expect(first(ods(odsTable(inRow(shows)))).rows).toEqual([['100 ¦ 900']]);
  });

  test('a page that shows another number than it stores; rounding is none', () => {
    const page = (cell: string) =>
      first(strToU8(`<table><tr><td>Assen${cell}</table>`)).rows[0]?.[1];
    expect(page('<td x:num="100">900')).toBe('100 ¦ 900');
    expect(page('<td x:num="1234">1.234')).toBe('1234');
    expect(page('<td x:num="1.234">1,234')).toBe('1.2340');
    expect(page('<td x:num="0.157">0,16')).toBe('0.157');
    expect(page('<td x:num="1234.5">1.234,5')).toBe('1234.5');
  });

  test('a number that an .ods only shows is read as it shows', () => {
    const cell =
      '<table:table-cell office:value-type="float"><text:p>100</text:p></table:table-cell>';
    expect(first(ods(odsTable(inRow(cell)))).rows).toEqual([['100']]);
  });

  test('a cell that says to stand in another row is no cell of this one', () => {
    expect(() =>
      readDocument(xlsx([{ name: 'B', xml: '<row r="1"><c r="A2"><v>1</v></c></row>' }])),
    ).toThrow('broken');
  });
});

describe('a figure over several rows is that of none of them; a name is that of all', () => {
  const expected = [
    ['Drenthe', 'Assen', '380 ↕'],
    ['Drenthe', 'Emmen', '380 ↕'],
  ];
  test('in a workbook, an .ods and a page', () => {
    const xml = `${sheetXml([
      ['Drenthe', 'Assen', 380],
      ['', 'Emmen', ''],
    ])}</sheetData><mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="C1:C2"/></mergeCells>`;
    const tall = (inner: string) =>
      inner.replace('<table:table-cell', '<table:table-cell table:number-rows-spanned="2"');
    const number =
      '<table:table-cell office:value-type="float" office:value="380"><text:p>380</text:p></table:table-cell>';
    const sheet = odsTable(
      inRow(tall(textCell('Drenthe')) + textCell('Assen') + tall(number)) +
        inRow(`<table:covered-table-cell/>${textCell('Emmen')}<table:covered-table-cell/>`),
    );
    const page = '<table><tr><td rowspan=2>Drenthe<td>Assen<td rowspan=2>380<tr><td>Emmen</table>';
    for (const bytes of [xlsx([{ name: 'B', xml }]), ods(sheet), strToU8(page)]) {
      expect(first(bytes).rows).toEqual(expected);
      expect(remarks(first(bytes))).toEqual([['figure_shared', 1, 3]]);
    }
  });
});

test('a stored decimal that looks like thousands is written so that it reads one way only', () => {
  const book = first(
    xlsx([
      {
        name: 'B',
        xml: sheetXml([
          ['Assen', 45.457],
          ['Emmen', 0.157],
        ]),
      },
    ]),
  );
  expect(book.rows).toEqual([
    ['Assen', '45.4570'],
    ['Emmen', '0.157'],
  ]);
  expect(new TextDecoder().decode(csvOf(book))).toBe('"Assen","45.4570"\r\n"Emmen","0.157"\r\n');
});

test('comments stand beside their cells, and are no part of them', () => {
  const cell =
    '<table:table-cell office:value-type="string"><office:annotation><dc:creator>x</dc:creator><text:p>nog te bevestigen</text:p></office:annotation><text:p>Assen</text:p></table:table-cell>';
  const table = first(ods(odsTable(inRow(cell))));
  expect(table.rows).toEqual([['Assen']]);
  expect(table.comments).toEqual([{ row: 1, column: 1, text: 'nog te bevestigen' }]);
});

describe('lines copied from a PDF', () => {
  const lines = (text: string) => readLines(text).tables[0]?.rows;

  test('a space may part thousands, where the other lines or the heading say so', () => {
    expect(lines('Gemeente Totaal\nAmsterdam 5 132\nAssen 380')).toEqual([
      ['Gemeente', 'Totaal'],
      ['Amsterdam', '5 132'],
      ['Assen', '380'],
    ]);
    expect(lines('Almere 1 220 30\nAssen 380 32\nEmmen 512 44')).toEqual([
      ['Almere', '1 220', '30'],
      ['Assen', '380', '32'],
      ['Emmen', '512', '44'],
    ]);
  });

  test('figures of which it cannot be told where one ends are no figures', () => {
    expect(lines('Almere 1 220 103\nAssen 380 32\nEmmen 512 44')?.[0]).toEqual([
      'Almere',
      '1 ¦ 220 ¦ 103',
    ]);
  });

  test('a name over two lines is one name', () => {
    expect(lines('Assen 380\nSúdwest-\nFryslân 512\nNuenen, Gerwen\nen Nederwetten 90')).toEqual([
      ['Assen', '380'],
      [],
      ['Súdwest-Fryslân', '512'],
      [],
      ['Nuenen, Gerwen en Nederwetten', '90'],
    ]);
  });
});

describe('what stands on a line of its own, or with something between, is not one figure', () => {
  const cell = (html: string) => readHtml(`<table><tr><td>${html}</table>`).tables[0]?.rows[0]?.[0];

  test('elements that begin a line, also behind their end, and by their style', () => {
    for (const html of [
      '<details><summary>152</summary>20</details>',
      '<div>152</div>20',
      '152<h4>20</h4>',
      '152<span style="display: block">20</span>',
      '<span style="display:flex">152</span>20',
      '152<section>20</section>',
    ])
      expect(cell(html), html).toBe('152 ¦ 20');
  });

  test('an image, a drawing or a field between two figures', () => {
    for (const between of ['<img src=x alt=5>', '<svg><path/></svg>', '<input value=5>', '<hr>'])
      expect(cell(`1${between}2`), between).toBe('1 ¦ 2');
    expect(cell('152 <img src=x alt=info>')).toBe('152');
  });

  test('text that is there and not to be seen', () => {
    for (const style of [
      'font-size:0',
      'font-size: 0px',
      'opacity:0',
      'color:transparent',
      'position:absolute;left:-9999px',
      'text-indent:-999em',
    ])
      expect(cell(`152<span style="${style}">9</span>`), style).toBe('152');
    for (const style of ['font-size:0.8em', 'opacity:0.5', 'left:-1px'])
      expect(cell(`152<span style="${style}">9</span>`), style).toBe('1529');
  });
});

describe('a workbook whose cell shows something else than it holds', () => {
  const sheet = (cell: string, formats: string[] = []) =>
    first(xlsx([{ name: 'B', xml: `<row r="1">${cell}</row>` }], { formats }));

  test('a figure that shows in thousands has two contents', () => {
    const thousands = sheet('<c r="A1" s="1"><v>152000</v></c>', ['#,##0,']);
    expect(thousands.rows).toEqual([['152000 ¦ 152']]);
    expect(remarks(thousands)).toEqual([['cell_twofold', 1, 1]]);
    const millions = sheet('<c r="A1" s="1"><v>17900000</v></c>', ['0,,"mln"']);
    expect(millions.rows).toEqual([['17900000 ¦ 18']]);
    for (const format of ['#,##0', '# ##0,00', '0', '#,##0.00', '#,##0_);(#,##0)'])
      expect(sheet('<c r="A1" s="1"><v>152000</v></c>', [format]).rows, format).toEqual([
        ['152000'],
      ]);
  });

  test('a formula of which nothing was computed is no empty cell', () => {
    for (const cell of ['<f>SUM(B1:C1)</f>', '<f>SUM(B1:C1)</f><v/>', '<f>SUM(B1:C1)</f><v></v>'])
      expect(sheet(`<c r="A1">${cell}</c>`).rows, cell).toEqual([['=SUM(B1:C1)']]);
    expect(sheet('<c r="A1" t="str"><f>""</f><v></v></c><c r="B1"><v>1</v></c>').rows).toEqual([
      ['', '1'],
    ]);
    const cell = '<table:table-cell table:formula="of:=SUM([.B1:.C1])"/>';
    expect(first(ods(odsTable(inRow(cell)))).rows).toEqual([['=SUM([.B1:.C1])']]);
  });
});
