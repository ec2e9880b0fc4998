// Writers of the same table in every format that is read: what a cell stores, how it is shown, what is merged
// and what is hidden.
import { strToU8 } from 'fflate';
import { columnLetters } from '../../wasm/files/part.ts';
import { ods, xlsx } from './documents.ts';

/** A number that a spreadsheet stores, with the format that it is shown in; as text it is as shown. */
export interface Formatted {
  readonly stored: number;
  readonly format: string;
  readonly shown: string;
}
/** A cell: text, or a number that a spreadsheet stores. */
export type Cell = string | number | Formatted;
export const textOf = (cell: Cell): string =>
  typeof cell === 'object' ? cell.shown : String(cell);
/** A table as a person made it. */
export interface Source {
  /** Cells in rows, a merged one with its text in each row it covers. */
  readonly rows: readonly (readonly Cell[])[];
  /** Rows that are not shown, by index: only in formats that can hide. */
  readonly hidden: ReadonlySet<number>;
  /** Of the first rows: whether the first cell of the heading stands over two rows. */
  readonly headingRows: number;
}

const shown = (source: Source): readonly (readonly string[])[] =>
  source.rows.map((row, at) => (source.hidden.has(at) ? [] : row.map(textOf)));

export type Writer = (source: Source) => { name: string; bytes: Uint8Array };
const wide = (text: string): Uint8Array =>
  Uint8Array.from([
    0xfe,
    0xff,
    ...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).flatMap((unit) => [
      unit >> 8,
      unit & 255,
    ]),
  ]);

export const csv =
  (separator: string, quoted: boolean, encode: (text: string) => Uint8Array): Writer =>
  (source) => {
    const cell = (text: string): string =>
      quoted || text.includes(separator) || text.includes('\n')
        ? `"${text.replaceAll('"', '""')}"`
        : text;
    const blank = (source.rows[0] ?? []).map(() => '');
    const lines = shown(source).map((row) =>
      (row.length === 0 ? blank : row).map(cell).join(separator),
    );
    return { name: 'tabel.csv', bytes: encode(`${lines.join('\r\n')}\r\n`) };
  };

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const inPage = (text: string): string => escaped(text).replaceAll('\n', '<br>');

export const asXlsx: Writer = ({ rows, hidden, headingRows }) => {
  const formats: string[] = [];
  const xml = rows
    .map((row, at) => {
      const cells = row.map((cell, column) => {
        const place = `r="${columnLetters(column + 1)}${at + 1}"`;
        if (cell === '' || (column === 0 && at > 0 && at < headingRows)) return '';
        if (typeof cell === 'object')
          return `<c ${place} s="${formats.push(cell.format)}"><v>${cell.stored}</v></c>`;
        return typeof cell === 'number'
          ? `<c ${place}><v>${cell}</v></c>`
          : `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
      });
      return `<row r="${at + 1}"${hidden.has(at) ? ' hidden="1"' : ''}>${cells.join('')}</row>`;
    })
    .join('');
  const merged =
    headingRows > 1
      ? '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells>'
      : '';
  const sheets = [
    { name: 'Oud', xml: '<row r="1"><c r="A1"><v>1</v></c></row>', state: 'hidden' },
    { name: 'Blad1', xml: `${xml}</sheetData>${merged}` },
  ];
  return { name: 'tabel.xlsx', bytes: xlsx(sheets, { formats }) };
};

export const asOds: Writer = ({ rows, hidden, headingRows }) => {
  const text = rows.map((row, at) => {
    const cells = row.map((cell, column) => {
      if (column === 0 && at > 0 && at < headingRows) return '<table:covered-table-cell/>';
      const tall =
        column === 0 && at === 0 && headingRows > 1 ? ' table:number-rows-spanned="2"' : '';
      if (typeof cell !== 'string') {
        const { stored, format } = typeof cell === 'object' ? cell : { stored: cell, format: '0' };
        const type = format.endsWith('%') ? 'percentage' : 'float';
        return `<table:table-cell office:value-type="${type}" office:value="${stored}"><text:p>${escaped(textOf(cell))}</text:p></table:table-cell>`;
      }
      return `<table:table-cell${tall} office:value-type="string"><text:p>${escaped(cell)}</text:p></table:table-cell>`;
    });
    return `<table:table-row${hidden.has(at) ? ' table:visibility="collapse"' : ''}>${cells.join('')}</table:table-row>`;
  });
  return {
    name: 'tabel.ods',
    bytes: ods(`<table:table table:name="Blad1">${text.join('')}</table:table>`),
  };
};

export const asPage: Writer = ({ rows, hidden, headingRows }) => {
  const text = rows.map((row, at) => {
    const cells = row.map((cell, column) => {
      if (column === 0 && at > 0 && at < headingRows) return '';
      const tall = column === 0 && at === 0 && headingRows > 1 ? ' rowspan="2"' : '';
      const number = typeof cell === 'object' ? cell.stored : cell;
      const stored = typeof number === 'number' ? ` x:num="${number}"` : '';
      return `<td${tall}${stored}>${inPage(textOf(cell))}</td>`;
    });
    return `<tr${hidden.has(at) ? ' style="display: none"' : ''}>${cells.join('')}</tr>`;
  });
  return {
    name: 'tabel.html',
    bytes: strToU8(`<!doctype html><body><table>${text.join('\n')}</table><p hidden>x</p>`),
  };
};

/** As Excel saved workbooks in 2003: one file of XML. */
export const asXml: Writer = ({ rows, hidden, headingRows }) => {
  const styles: string[] = [];
  const text = rows.map((row, at) => {
    const cells = row.map((cell, column) => {
      if (column === 0 && at > 0 && at < headingRows) return '';
      const index = ` ss:Index="${column + 1}"`;
      const tall = column === 0 && at === 0 && headingRows > 1 ? ' ss:MergeDown="1"' : '';
      if (typeof cell === 'string')
        return `<Cell${index}${tall}><Data ss:Type="String">${escaped(cell)}</Data></Cell>`;
      const { stored, format } = typeof cell === 'object' ? cell : { stored: cell, format: '0' };
      const style = `s${styles.length}`;
      const said = escaped(format).replaceAll('"', '&quot;');
      styles.push(`<Style ss:ID="${style}"><NumberFormat ss:Format="${said}"/></Style>`);
      return `<Cell${index} ss:StyleID="${style}"><Data ss:Type="Number">${stored}</Data></Cell>`;
    });
    return `<Row ss:Index="${at + 1}"${hidden.has(at) ? ' ss:Hidden="1"' : ''}>${cells.join('')}</Row>`;
  });
  return {
    name: 'tabel.xml',
    bytes: strToU8(
      `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles>${styles.join('')}</Styles><Worksheet ss:Name="Blad1"><Table>${text.join('')}</Table></Worksheet></Workbook>`,
    ),
  };
};

export const asLines: Writer = (source) => ({
  name: 'tabel.txt',
  bytes: strToU8(
    shown(source)
      .map((row) => row.join(' ').replaceAll('\n', ' '))
      .join('\n'),
  ),
});

export const writers: Readonly<Record<string, Writer>> = {
  'CSV with commas': csv(',', true, strToU8),
  'CSV of Dutch Excel': csv(';', false, (text) => strToU8(`\uFEFF${text}`)),
  'CSV with tabs in UTF-16': csv('\t', false, wide),
  'CSV with bars': csv('|', false, strToU8),
  'pasted text': csv('\t', false, strToU8),
  '.xlsx': asXlsx,
  '.ods': asOds,
  'a saved web page': asPage,
  'a workbook saved as XML': asXml,
};
