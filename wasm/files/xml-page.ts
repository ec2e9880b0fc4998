/**
 * Tables in XML: publications of the government (`table`, `row`, `entry`), well-formed web pages
 * (`tr`, `td`), and workbooks saved as XML (`Row`, `Cell`).
 */
import { GridBuilder, collapsed, raised } from './grid.ts';
import type { Table, TableDocument } from './table.ts';
import { readXml } from './xml.ts';

const rowNames = new Set(['tr', 'row', 'Row']);
const cellNames = new Set(['td', 'th', 'entry', 'Cell']);
const raisedNames = new Set(['sup', 'noot', 'footnote']);
const titleNames = new Set([
  'titel',
  'title',
  'caption',
  'tussenkop',
  'kop',
  'al',
  'h1',
  'h2',
  'h3',
]);

const number = (text: string | undefined, otherwise: number): number => {
  const count = Number(text ?? otherwise);
  return Number.isInteger(count) && count >= 0 ? Math.min(count, 65_534) : otherwise;
};

export function readXmlPage(bytes: Uint8Array): TableDocument {
  const tables: Table[] = [];
  let grid: GridBuilder | null = null;
  let title = '';
  let heading = '';
  let worksheet = '';
  let columnNames = new Map<string, number>();
  let cell: { text: string; columns: number; rows: number } | null = null;
  let high = 0;
  let aside: string | null = null;

  const inTable = (name: string): boolean => name === 'table' || name === 'Table';

  readXml(bytes, {
    open(name, attributes) {
      if (name === 'Worksheet') worksheet = attributes.get('Name') ?? '';
      if (inTable(name)) {
        // A table inside another begins anew: only the inner one holds data.
        grid = new GridBuilder();
        title = heading;
        columnNames = new Map();
      } else if (name === 'colspec') {
        columnNames.set(attributes.get('colname') ?? '', columnNames.size + 1);
      } else if (grid !== null && rowNames.has(name)) {
        grid.beginRow();
      } else if (grid !== null && cellNames.has(name)) {
        const index = Number(attributes.get('Index') ?? 0);
        while (index > 0 && index < 1000 && grid.nextColumn() < index - 1)
          grid.cell('', null, 1, 1);
        const from = columnNames.get(attributes.get('namest') ?? '');
        const to = columnNames.get(attributes.get('nameend') ?? '');
        cell = {
          text: '',
          columns:
            from !== undefined && to !== undefined && to >= from
              ? to - from + 1
              : number(attributes.get('colspan'), number(attributes.get('MergeAcross'), 0) + 1),
          rows:
            attributes.has('morerows') || attributes.has('MergeDown')
              ? number(attributes.get('morerows') ?? attributes.get('MergeDown'), 0) + 1
              : number(attributes.get('rowspan'), 1),
        };
      } else if (cell !== null) {
        if (raisedNames.has(name)) high += 1;
        cell.text += ' '.repeat(name === 'al' || name === 'br' || name === 'p' ? 1 : 0);
      } else if (titleNames.has(name)) {
        aside = '';
      }
    },
    text(piece) {
      if (cell !== null) cell.text += high > 0 ? raised(piece) : piece;
      else if (aside !== null) aside += piece;
    },
    close(name) {
      if (inTable(name)) {
        const made = grid?.table(
          worksheet === '' ? `tabel ${tables.length + 1}` : worksheet,
          title,
        );
        if (made != null) tables.push(made);
        grid = null;
        heading = '';
      } else if (grid !== null && cell !== null && cellNames.has(name)) {
        grid.cell(collapsed(cell.text), null, cell.columns, cell.rows);
        cell = null;
        high = 0;
      } else if (grid !== null && rowNames.has(name)) {
        grid.endRow();
      } else if (cell !== null && raisedNames.has(name)) {
        high -= 1;
      } else if (aside !== null && titleNames.has(name)) {
        const text = collapsed(aside);
        if (text !== '' && text.length <= 200) {
          if (grid === null) heading = text;
          else title = text;
        }
        aside = null;
      }
    },
  });
  return { kind: 'xml', tables };
}
