/**
 * Excel workbooks (.xlsx). Read from the stored texts themselves, because a score that went through
 * the eyes of another library may have lost its last digit or its place.
 */
import { FormatFault } from './fault.ts';
import {
  type Table,
  type TableDocument,
  TableBuilder,
  mayBeReadTwice,
  plainNumber,
  storedNumbers,
} from './table.ts';
import { readXml } from './xml.ts';
import { unzip } from './zip.ts';

const mostRows = 1_048_576;
const mostColumns = 16_384;

interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

function part(parts: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const bytes = parts.get(name);
  if (bytes === undefined) throw new FormatFault('broken');
  return bytes;
}

/** Where a relation points, seen from the folder of the workbook. */
const resolved = (folder: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
};

function readRelations(
  bytes: Uint8Array,
  folder: string,
): Map<string, { type: string; part: string }> {
  const relations = new Map<string, { type: string; part: string }>();
  readXml(bytes, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const type = attributes.get('Type') ?? '';
      relations.set(attributes.get('Id') ?? '', {
        type: type.slice(type.lastIndexOf('/') + 1),
        part: resolved(folder, attributes.get('Target') ?? ''),
      });
    },
  });
  return relations;
}

/** Excel writes control characters as `_x000D_`. */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;

function readSharedTexts(bytes: Uint8Array): string[] {
  const texts: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = 0;
  readXml(bytes, {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic += 1;
      if (name === 't' && phonetic === 0) inText = true;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      if (name === 'rPh') phonetic -= 1;
      if (name === 'si') texts.push(unescaped(text));
    },
  });
  return texts;
}

type NumberLook = 'number' | 'date' | 'time' | 'moment';

/** What a number format makes of a number: a day, a time, or just a number. */
export function lookOf(format: string): NumberLook {
  const bare = format
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/;.*/s, '')
    .toLowerCase();
  if (/general|standaard/.test(bare)) return 'number';
  const day = /[yd]|j/.test(bare) || (/m/.test(bare) && !/[hs]/.test(bare));
  const time = /[hs]/.test(bare);
  return day && time ? 'moment' : day ? 'date' : time ? 'time' : 'number';
}

const builtInLook = (id: number): NumberLook => {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58))
    return 'date';
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) return 'time';
  return id === 22 ? 'moment' : 'number';
};

function readLooks(bytes: Uint8Array): NumberLook[] {
  const formats = new Map<number, string>();
  const looks: NumberLook[] = [];
  let inCellFormats = false;
  readXml(bytes, {
    open(name, attributes) {
      if (name === 'numFmt')
        formats.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
      if (name === 'cellXfs') inCellFormats = true;
      if (name === 'xf' && inCellFormats) {
        const id = Number(attributes.get('numFmtId') ?? 0);
        const own = formats.get(id);
        looks.push(own === undefined ? builtInLook(id) : lookOf(own));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return looks;
}

/** A day as Excel counts it, written as `2024-01-31`; with a time of day behind it where it has one. */
export function dayOf(serial: number, from1904: boolean, look: NumberLook): string {
  const milliseconds = Math.round(serial * 86_400_000);
  // Excel counts a 29 February 1900 that never was.
  const offset = from1904 ? 24_107 : serial < 60 ? 25_568 : 25_569;
  const moment = new Date(milliseconds - offset * 86_400_000);
  if (Number.isNaN(moment.getTime())) return plainNumber(String(serial));
  const text = moment.toISOString();
  if (look === 'time') return text.slice(11, 19);
  return look === 'date' && text.slice(11, 19) === '00:00:00'
    ? text.slice(0, 10)
    : `${text.slice(0, 10)} ${text.slice(11, 19)}`;
}

function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column;
}
const rowOf = (reference: string): number => Number(/\d+/.exec(reference)?.[0] ?? 0);

interface Book {
  readonly texts: readonly string[];
  readonly looks: readonly NumberLook[];
  readonly from1904: boolean;
}

function readSheet(bytes: Uint8Array, entry: SheetEntry, book: Book): Table {
  const builder = new TableBuilder();
  const merged: string[] = [];
  let row: string[] = [];
  let rowsDone = 0;
  let column = 0;
  let type = '';
  let look: NumberLook = 'number';
  let text = '';
  let inValue = false;
  const twofold = { text: false, number: false };

  const value = (): string => {
    if (type === 's') return book.texts[Number(text)] ?? '';
    if (type === 'b') return text.trim() === '1' ? 'TRUE' : 'FALSE';
    if (type === 'd') return text.replace(/T00:00(:00(\.0+)?)?Z?$/, '');
    if (type === 'str' || type === 'inlineStr' || type === 'e') return unescaped(text);
    if (look !== 'number' && Number.isFinite(Number(text)) && text.trim() !== '')
      return dayOf(Number(text), book.from1904, look);
    return plainNumber(text);
  };

  readXml(bytes, {
    open(name, attributes) {
      if (name === 'row') {
        const number = Number(attributes.get('r') ?? rowsDone + 1);
        if (!Number.isInteger(number) || number <= rowsDone || number > mostRows)
          throw new FormatFault('broken');
        builder.add([], number - rowsDone - 1);
        rowsDone = number;
        row = [];
        column = 0;
      } else if (name === 'c') {
        const reference = attributes.get('r');
        column = reference === undefined ? column + 1 : columnOf(reference);
        if (column < 1 || column > mostColumns) throw new FormatFault('broken');
        type = attributes.get('t') ?? 'n';
        look = book.looks[Number(attributes.get('s') ?? 0)] ?? 'number';
        text = '';
      } else if (name === 'v' || name === 't') {
        inValue = true;
      } else if (name === 'mergeCell') {
        merged.push(attributes.get('ref') ?? '');
      }
    },
    text(piece) {
      if (inValue) text += piece;
    },
    close(name) {
      if (name === 'v' || name === 't') {
        inValue = false;
      } else if (name === 'c') {
        const cell = text === '' ? '' : value();
        if (mayBeReadTwice(cell)) {
          if (type === 'n') twofold.number = true;
          else twofold.text = true;
        }
        while (row.length < column - 1) row.push('');
        row[column - 1] = cell;
      } else if (name === 'row') {
        builder.add(row);
      }
    },
  });
  for (const reference of merged) {
    const [from = '', to = ''] = reference.split(':');
    builder.fillDown(rowOf(from) - 1, columnOf(from) - 1, rowOf(to) - rowOf(from) + 1);
  }
  return {
    name: entry.name,
    rows: builder.rows,
    title: '',
    hidden: entry.hidden,
    notation: twofold.number && !twofold.text ? storedNumbers : null,
  };
}

/** @param bytes a ZIP file that holds `xl/workbook.xml` */
export function readXlsx(bytes: Uint8Array): TableDocument {
  const parts = unzip(
    bytes,
    (name) => name.endsWith('.rels') || (name.startsWith('xl/') && /^xl\/[^/]+\.xml$/.test(name)),
  );
  const relations = readRelations(part(parts, 'xl/_rels/workbook.xml.rels'), 'xl');
  const entries: SheetEntry[] = [];
  let from1904 = false;
  readXml(part(parts, 'xl/workbook.xml'), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.get('date1904') ?? '');
      if (name !== 'sheet') return;
      const relation = relations.get(attributes.get('id') ?? '');
      // A sheet that is a chart holds no cells.
      if (relation?.type !== 'worksheet') return;
      entries.push({
        name: attributes.get('name') ?? '',
        hidden: (attributes.get('state') ?? 'visible') !== 'visible',
        part: relation.part,
      });
    },
  });
  const named = (type: string): Uint8Array | undefined => {
    const relation = [...relations.values()].find((known) => known.type === type);
    return relation === undefined ? undefined : parts.get(relation.part);
  };
  const texts = named('sharedStrings');
  const styles = named('styles');
  const book: Book = {
    texts: texts === undefined ? [] : readSharedTexts(texts),
    looks: styles === undefined ? [] : readLooks(styles),
    from1904,
  };
  const wanted = new Set(entries.map((entry) => entry.part));
  const sheets = unzip(bytes, (name) => wanted.has(name));
  const tables = entries.map((entry) => readSheet(part(sheets, entry.part), entry, book));
  return { kind: 'xlsx', tables };
}
