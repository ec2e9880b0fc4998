/** Spreadsheets of LibreOffice and others (OpenDocument, .ods). */
import { FormatFault } from './fault.ts';
import {
  type Table,
  type TableDocument,
  TableBuilder,
  mayBeReadTwice,
  mostCells,
  plainNumber,
  storedNumbers,
} from './table.ts';
import { readXml } from './xml.ts';
import { unzip } from './zip.ts';

/** A repeat as the file claims it; what is no whole number from 1 is one. */
const repeats = (text: string | undefined): number => {
  const count = Number(text ?? 1);
  return Number.isInteger(count) && count >= 1 ? count : 1;
};

const storesNumber = new Set(['float', 'percentage', 'currency']);

function readContent(bytes: Uint8Array): Table[] {
  const tables: Table[] = [];
  let builder = new TableBuilder();
  let depth = 0;
  let name = '';
  let row: string[] = [];
  let rowRepeats = 1;
  let rowsSeen = 0;
  let cell: { stored: string | undefined; kind: string; repeats: number; height: number } | null =
    null;
  let text = '';
  let paragraphs = 0;
  let inParagraph = 0;
  let aside = 0; // inside a comment or a drawing, whose text is none of the cell's
  let merged: { row: number; column: number; height: number }[] = [];
  let twofold = { text: false, number: false };

  readXml(bytes, {
    open(tag, attributes) {
      if (tag === 'table') {
        depth += 1;
        if (depth > 1) return;
        builder = new TableBuilder();
        merged = [];
        rowsSeen = 0;
        twofold = { text: false, number: false };
        name = attributes.get('name') ?? '';
      } else if (depth !== 1) {
        return;
      } else if (tag === 'table-row') {
        row = [];
        rowRepeats = repeats(attributes.get('number-rows-repeated'));
      } else if (tag === 'table-cell' || tag === 'covered-table-cell') {
        const kind = attributes.get('value-type') ?? '';
        cell = {
          stored: storesNumber.has(kind)
            ? plainNumber(attributes.get('value') ?? '')
            : (attributes.get('date-value')?.replace(/T00:00:00(\.0+)?$/, '') ??
              attributes.get('boolean-value')?.toUpperCase() ??
              attributes.get('string-value')),
          kind,
          repeats: repeats(attributes.get('number-columns-repeated')),
          height: repeats(attributes.get('number-rows-spanned')),
        };
        text = '';
        paragraphs = 0;
      } else if (cell === null) {
        return;
      } else if (tag === 'annotation' || tag === 'frame' || tag === 'custom-shape') {
        aside += 1;
      } else if (aside === 0) {
        if (tag === 'p') {
          if (paragraphs > 0) text += '\n';
          paragraphs += 1;
          inParagraph += 1;
        } else if (tag === 's') text += ' '.repeat(Math.min(repeats(attributes.get('c')), 1000));
        else if (tag === 'tab') text += '\t';
        else if (tag === 'line-break') text += '\n';
      }
    },
    text(piece) {
      if (cell !== null && inParagraph > 0 && aside === 0) text += piece;
    },
    close(tag) {
      if (tag === 'table') {
        depth -= 1;
        if (depth > 0) return;
        for (const { row: at, column, height } of merged) builder.fillDown(at, column, height);
        tables.push({
          name,
          rows: builder.rows,
          title: '',
          hidden: false,
          notation: twofold.number && !twofold.text ? storedNumbers : null,
        });
      } else if (depth !== 1) {
        return;
      } else if (tag === 'annotation' || tag === 'frame' || tag === 'custom-shape') {
        aside -= 1;
      } else if (tag === 'p' && aside === 0 && inParagraph > 0) {
        inParagraph -= 1;
      } else if ((tag === 'table-cell' || tag === 'covered-table-cell') && cell !== null) {
        const content = cell.stored ?? text;
        if (mayBeReadTwice(content)) {
          if (storesNumber.has(cell.kind)) twofold.number = true;
          else twofold.text = true;
        }
        if (cell.height > 1)
          merged.push({ row: rowsSeen, column: row.length, height: cell.height });
        // A blank cell is repeated to the end of the sheet in every row: cut when the row is done.
        const wanted = content === '' ? Math.min(cell.repeats, 16_384) : cell.repeats;
        if (row.length + wanted > mostCells) throw new FormatFault('too_large');
        for (let time = 0; time < wanted; time += 1) row.push(content);
        cell = null;
      } else if (tag === 'table-row') {
        builder.add(row, rowRepeats);
        rowsSeen += rowRepeats;
      }
    },
  });
  return tables;
}

function isEncrypted(manifest: Uint8Array): boolean {
  const names = new Set<string>();
  readXml(manifest, {
    open(name) {
      names.add(name);
    },
  });
  return names.has('encryption-data');
}

/** @param bytes a ZIP file that holds `content.xml` */
export function readOds(bytes: Uint8Array): TableDocument {
  const parts = unzip(bytes, (name) => name === 'content.xml' || name === 'META-INF/manifest.xml');
  const manifest = parts.get('META-INF/manifest.xml');
  if (manifest !== undefined && isEncrypted(manifest)) throw new FormatFault('encrypted');
  const content = parts.get('content.xml');
  if (content === undefined) throw new FormatFault('broken');
  return { kind: 'ods', tables: readContent(content) };
}
