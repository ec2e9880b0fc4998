/**
 * Excel workbooks (.xlsx). Read from the stored texts themselves, because a score that went through
 * the eyes of another library may have lost its last digit or its place.
 */
import { CellText, type Piece, type PieceLook, bothContents, plainLook } from './cell-text.ts';
import { FormatFault } from './fault.ts';
import {
  type Dresses,
  type NumberLook,
  bare,
  dressOf,
  dressed,
  lookOf,
  percent,
  scaled,
} from './number-format.ts';
import { Budget, type Table, type TableDocument, TableBuilder, plainNumber } from './table.ts';
import { type Attributes, type Vocabulary, type XmlReader, readXml } from './xml.ts';
import type { Archive } from './zip.ts';

const mostRows = 1_048_576;
const mostColumns = 16_384;

// Each namespace as Excel writes it, and as the strict form of the standard has it.
const main = [
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
];
const packaging = 'http://schemas.openxmlformats.org/package/2006/relationships';
const relating = [
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
];
const ofSheets: Vocabulary = { elements: new Set(main), attributes: new Set(relating) };
const ofRelations: Vocabulary = { elements: new Set([packaging]), attributes: new Set() };

interface Relation {
  readonly id: string;
  /** The last word of its type: `worksheet`. */
  readonly type: string;
  readonly part: string;
}

/** Where a relation points, seen from the part that has it. */
function resolved(from: string, target: string): string {
  const plain = target.replaceAll('\\', '/');
  const path = plain.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of plain.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

/** The relations of a part, or of the package as a whole (``). */
function relationsOf(archive: Archive, part: string): Relation[] {
  const slash = part.lastIndexOf('/') + 1;
  const bytes = archive.part(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  const relations: Relation[] = [];
  if (bytes === undefined) return relations;
  readXml(
    bytes,
    {
      open(name, attributes) {
        if (name !== 'Relationship' || attributes.get('TargetMode') === 'External') return;
        const type = attributes.get('Type') ?? '';
        relations.push({
          id: attributes.get('Id') ?? '',
          type: type.slice(type.lastIndexOf('/') + 1),
          part: resolved(part, attributes.get('Target') ?? ''),
        });
      },
    },
    ofRelations,
  );
  return relations;
}

/** A part that something points at has to be there. */
function partOf(archive: Archive, { part }: Relation): Uint8Array {
  const bytes = archive.part(part);
  if (bytes === undefined) throw new FormatFault('broken');
  return bytes;
}

/** The part with the list of sheets; null: the package holds no workbook. */
export function workbookPart(archive: Archive): string | null {
  const said = relationsOf(archive, '').find(({ type }) => type === 'officeDocument')?.part;
  const usual = 'xl/workbook.xml';
  const part = said !== undefined && archive.part(said) !== undefined ? said : usual;
  const bytes = archive.part(part);
  if (bytes === undefined) return null;
  let root = '';
  try {
    readXml(bytes, {
      open(name) {
        root ||= name;
      },
    });
  } catch (fault) {
    if (part !== usual) return null;
    throw fault;
  }
  return root === 'workbook' ? part : null;
}

/** Excel writes control characters as `_x000D_`. */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;

const isOn = (value: string | undefined): boolean =>
  value === undefined || /^(1|true)$/.test(value);
const isHidden = (attributes: Attributes): boolean => isOn(attributes.get('hidden') ?? '');

const raisedBy = (value: string | undefined): PieceLook['raised'] =>
  value === 'superscript' ? 'above' : value === 'subscript' ? 'below' : null;

/**
 * Gathers the text of a cell, of a shared text or of a comment (`is`, `si`, `text`): runs, each with
 * its look, without the reading aids of Japanese.
 */
class RichText {
  private gathered = new CellText();
  private pieces: Piece[] = [];
  private look: PieceLook = plainLook;
  private isOwn = false; // whether the run says how it looks
  private isText = false;
  private phonetic = 0;

  begin(): void {
    this.gathered = new CellText();
    this.pieces = [];
    this.look = plainLook;
    this.isOwn = false;
    this.isText = false;
  }
  open(name: string, attributes: Attributes): void {
    if (name === 'r') this.look = plainLook;
    else if (name === 'rPr') this.isOwn = true;
    else if (name === 'rPh') this.phonetic += 1;
    else if (name === 't') this.isText = this.phonetic === 0;
    else if (name === 'strike') this.look = { ...this.look, struck: isOn(attributes.get('val')) };
    else if (name === 'vertAlign')
      this.look = { ...this.look, raised: raisedBy(attributes.get('val')) };
  }
  text(piece: string): void {
    if (!this.isText) return;
    if (this.isOwn && this.pieces.length === 0)
      this.pieces.push({ text: this.gathered.text, look: null });
    this.gathered.add(piece, this.look);
    if (this.pieces.length > 0)
      this.pieces.push({ text: piece, look: this.isOwn ? this.look : null });
  }
  close(name: string): void {
    if (name === 'rPh') this.phonetic -= 1;
    else if (name === 't') this.isText = false;
    else if (name === 'r') {
      this.look = plainLook;
      this.isOwn = false;
    }
  }
  end(): CellText {
    this.gathered.text = unescaped(this.gathered.text);
    if (this.pieces.length > 0)
      this.gathered.pieces = this.pieces.map(({ text, look }) => ({ text: unescaped(text), look }));
    return this.gathered;
  }
}

/** The texts in the elements of one name, in order. */
function readTexts(
  bytes: Uint8Array,
  within: string,
  take: (text: CellText, attributes: Attributes) => void,
): void {
  const rich = new RichText();
  let about: Attributes = new Map();
  const reader: XmlReader = {
    open(name, attributes) {
      if (name !== within) return rich.open(name, attributes);
      about = attributes;
      rich.begin();
    },
    text: (piece) => rich.text(piece),
    close(name) {
      if (name === within) take(rich.end(), about);
      else rich.close(name);
    },
  };
  readXml(bytes, reader, ofSheets);
}

const builtInLook = (id: number): NumberLook => {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58))
    return 'date';
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) return 'time';
  return id === 22 ? 'moment' : 'number';
};
const percentages = new Set([9, 10]);

/** How a cell of one style looks. */
interface CellLook extends PieceLook {
  readonly number: NumberLook;
  readonly dress: Dresses;
}
const plainCell: CellLook = { ...plainLook, number: 'number', dress: bare };

function readLooks(bytes: Uint8Array): CellLook[] {
  const formats = new Map<number, string>();
  const fonts: PieceLook[] = [];
  const looks: CellLook[] = [];
  let section = '';
  readXml(
    bytes,
    {
      open(name, attributes) {
        if (name === 'fonts' || name === 'cellXfs') section = name;
        else if (name === 'numFmt')
          formats.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
        else if (section === 'fonts') {
          const font = fonts[fonts.length - 1] ?? plainLook;
          if (name === 'font') fonts.push(plainLook);
          else if (name === 'strike')
            fonts[fonts.length - 1] = { ...font, struck: isOn(attributes.get('val')) };
          else if (name === 'vertAlign')
            fonts[fonts.length - 1] = { ...font, raised: raisedBy(attributes.get('val')) };
        } else if (name === 'xf' && section === 'cellXfs') {
          const id = Number(attributes.get('numFmtId') ?? 0);
          const own = formats.get(id);
          looks.push({
            ...(fonts[Number(attributes.get('fontId') ?? 0)] ?? plainLook),
            number: own === undefined ? builtInLook(id) : lookOf(own),
            dress: own !== undefined ? dressOf(own) : percentages.has(id) ? percent : bare,
          });
        }
      },
      close(name) {
        if (name === section) section = '';
      },
    },
    ofSheets,
  );
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
  for (let at = 0; at < reference.length; at += 1) {
    const value = (reference.charCodeAt(at) & ~32) - 64; // a letter, whether large or small
    if (value < 1 || value > 26) break;
    column = Math.min(column * 26 + value, mostColumns + 1);
  }
  return column;
}
/** The first digits, of which there are at most eight. */
function rowOf(reference: string): number {
  let row = 0;
  for (let at = 0, digits = 0; at < reference.length && digits < 8; at += 1) {
    const digit = reference.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) {
      row = row * 10 + digit;
      digits += 1;
    } else if (digits > 0) break;
  }
  return row;
}

interface Book {
  readonly texts: readonly CellText[];
  readonly looks: readonly CellLook[];
  readonly from1904: boolean;
}

interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: Relation;
}

/** A cell as far as it was read. */
class CellDraft {
  stored = '';
  inValue = false;
  /** A text within the cell, beside or in place of a stored value. */
  inside: CellText | null = null;
  values = 0;
  /** What computes it, as far as it was read; null without. */
  formula: string | null = null;
  inFormula = false;

  constructor(
    readonly type: string,
    readonly look: CellLook,
  ) {}

  private fromStored({ texts, from1904 }: Book): CellText {
    const { type, look, stored } = this;
    if (type === 's') {
      const text = texts[Number(stored)];
      // A text that the list does not have: the file does not hang together.
      if (text === undefined) throw new FormatFault('broken');
      return text;
    }
    const text = new CellText();
    if (type === 'b') text.text = stored.trim() === '1' ? 'TRUE' : 'FALSE';
    else if (type === 'd') text.text = stored.replace(/T00:00(?::00(?:\.0{1,9})?)?Z?$/, '');
    else if (type === 'str' || type === 'inlineStr' || type === 'e') text.text = unescaped(stored);
    else if (!Number.isFinite(Number(stored)) || stored.trim() === '') text.text = stored;
    else if (look.number === 'number') text.text = dressed(plainNumber(stored), look.dress) ?? '';
    else if (look.number === 'thousands' || look.number === 'millions')
      text.text = scaled(plainNumber(stored), look.number);
    else text.text = dayOf(Number(stored), from1904, look.number);
    return text;
  }

  /** Its content in the look of the whole cell. */
  content(book: Book): { text: string; struck: string; twofold: boolean; hidden: boolean } {
    const whole = new CellText();
    const stored = this.stored === '' ? null : this.fromStored(book);
    const first = stored?.text ?? '';
    const second = this.inside?.text ?? '';
    const pieces =
      (second === '' ? stored?.pieces : first === '' ? this.inside?.pieces : null) ?? null;
    const isScaled = this.type === 'n' && first.includes(bothContents('', ''));
    const twofold = (first !== '' && second !== '') || this.values > 1 || isScaled;
    if (pieces === null) whole.struck = (stored?.struck ?? '') + (this.inside?.struck ?? '');
    // A formula that nothing was computed of yet: the cell is not empty to who opens it in Excel.
    const open = this.formula !== null && this.type === 'n' && this.inside === null;
    const one = first || second || (open ? `=${this.formula}` : '');
    // A run that says how it looks does not look as its cell.
    for (const { text, look } of pieces ?? []) whole.add(text, look ?? this.look);
    if (pieces === null)
      whole.add(first !== '' && second !== '' ? bothContents(first, second) : one, this.look);
    const hidden = stored !== null && first === '' && this.type === 'n';
    return { text: whole.text, struck: whole.struck, twofold, hidden };
  }
}

/** What stands in one sheet: cells in their rows, merged ones, and what is hidden. */
class SheetReader implements XmlReader {
  private readonly builder: TableBuilder;
  private readonly rich = new RichText();
  private readonly merged: string[] = [];
  private readonly hiddenColumns = new Set<number>();
  private readonly leftOut = new Set<number>();
  private row: string[] = [];
  private rowsDone = 0;
  private rowHidden = false;
  private column = 0;
  private cell: CellDraft | null = null;
  private inside = false; // in the text of a cell

  constructor(
    private readonly book: Book,
    private readonly budget: Budget,
  ) {
    this.builder = new TableBuilder(budget);
  }

  open(name: string, attributes: Attributes): void {
    if (this.inside) return this.rich.open(name, attributes);
    if (name === 'row') this.openRow(attributes);
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'v' && this.cell !== null) {
      this.cell.inValue = true;
      this.cell.values += 1;
      // A second value behind the first would be glued to it.
      if (this.cell.values > 1) this.cell.stored += ' ¦ ';
    } else if (name === 'f' && this.cell !== null) {
      this.cell.formula = '';
      this.cell.inFormula = true;
    } else if (name === 'is' && this.cell !== null) {
      this.inside = true;
      this.rich.begin();
    } else if (name === 'mergeCell') this.merged.push(attributes.get('ref') ?? '');
    else if (name === 'col' && isHidden(attributes))
      this.hideColumns(Number(attributes.get('min')), Number(attributes.get('max')));
  }

  text(piece: string): void {
    if (this.inside) this.rich.text(piece);
    else if (this.cell?.inValue === true) this.cell.stored += piece;
    else if (this.cell?.inFormula === true)
      this.cell.formula = `${this.cell.formula ?? ''}${piece}`.slice(0, 100);
  }

  close(name: string): void {
    if (this.inside && name !== 'is') return this.rich.close(name);
    if (name === 'is' && this.cell !== null) {
      this.inside = false;
      this.cell.inside = this.rich.end();
    } else if (name === 'v' && this.cell !== null) this.cell.inValue = false;
    else if (name === 'f' && this.cell !== null) this.cell.inFormula = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
  }

  private hideColumns(from: number, to: number): void {
    if (!(from >= 1 && to <= mostColumns)) return;
    this.budget.spend(Math.max(to - from, 0), 0);
    for (let column = from; column <= to; column += 1) this.hiddenColumns.add(column);
  }

  private openRow(attributes: Attributes): void {
    const number = Number(attributes.get('r') ?? this.rowsDone + 1);
    if (!Number.isInteger(number) || number <= this.rowsDone || number > mostRows)
      throw new FormatFault('broken');
    this.builder.add([], number - this.rowsDone - 1);
    this.rowsDone = number;
    this.rowHidden = isHidden(attributes);
    this.row = [];
    this.column = 0;
  }

  private openCell(attributes: Attributes): void {
    const reference = attributes.get('r');
    this.column = reference === undefined ? this.column + 1 : columnOf(reference);
    const elsewhere = reference !== undefined && rowOf(reference) !== this.rowsDone;
    if (this.column < 1 || this.column > mostColumns || elsewhere) throw new FormatFault('broken');
    this.cell = new CellDraft(
      attributes.get('t') ?? 'n',
      this.book.looks[Number(attributes.get('s') ?? 0)] ?? plainCell,
    );
  }

  private closeCell(): void {
    if (this.cell === null) return;
    const { text, struck, twofold, hidden } = this.cell.content(this.book);
    const at = this.column - 1;
    if (hidden) this.builder.count('hidden_left_out', this.rowsDone, at + 1);
    const content = this.builder.cell(text, this.cell.type === 'n');
    this.cell = null;
    if (struck !== '') this.builder.remark('struck_left_out', this.rowsDone, at + 1, struck);
    const before = this.row[at] ?? '';
    const again = before !== '' && content !== '';
    if (twofold || again) this.builder.remark('cell_twofold', this.rowsDone, at + 1, content);
    while (this.row.length < at) this.row.push('');
    this.row[at] = again ? bothContents(before, content) : content === '' ? before : content;
  }

  private closeRow(): void {
    if (this.hiddenColumns.size > 0)
      this.row = this.row.map((cell, at) => {
        if (cell === '' || !this.hiddenColumns.has(at + 1)) return cell;
        this.leftOut.add(at + 1);
        return '';
      });
    if (this.rowHidden && this.row.some((cell) => cell !== '')) {
      this.builder.count('hidden_left_out', this.rowsDone, 0);
      this.row = [];
    }
    this.builder.add(this.row);
  }

  table(entry: SheetEntry): Table {
    for (const reference of this.merged) {
      const [from = '', to = from] = reference.split(':');
      const [row, column] = [rowOf(from) - 1, columnOf(from) - 1];
      this.builder.merge(row, column, rowOf(to) - row, columnOf(to) - column);
    }
    const [first] = this.leftOut;
    if (first !== undefined) this.builder.count('hidden_left_out', 0, first, this.leftOut.size);
    return this.builder.table(entry.name, { hidden: entry.hidden });
  }

  comment(text: string, reference: string): void {
    const [row, column] = [rowOf(reference), columnOf(reference)];
    if (text.trim() === '' || row < 1 || column < 1) return;
    this.budget.spend(1, text.length);
    this.builder.comments.push({ row, column, text });
  }
}

/** What a sheet costs beside its cells, in cells: a workbook may name one part any number of times. */
const costOfSheet = 1_000;

function readSheet(archive: Archive, entry: SheetEntry, book: Book, budget: Budget): Table {
  budget.spend(costOfSheet, 0);
  const sheet = new SheetReader(book, budget);
  readXml(partOf(archive, entry.relation), sheet, ofSheets);
  for (const relation of relationsOf(archive, entry.relation.part))
    if (relation.type === 'comments') {
      budget.spend(costOfSheet, 0);
      readTexts(partOf(archive, relation), 'comment', (text, about) => {
        sheet.comment(text.text, about.get('ref') ?? '');
      });
    }
  return sheet.table(entry);
}

/** @param bytes of the ZIP file, @param workbook the part that lists the sheets */
export function readXlsx(archive: Archive, workbook: string, bytes: number): TableDocument {
  const relations = relationsOf(archive, workbook);
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const entries: SheetEntry[] = [];
  let from1904 = false;
  readXml(
    archive.part(workbook) ?? new Uint8Array(),
    {
      open(name, attributes) {
        if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.get('date1904') ?? '');
        if (name !== 'sheet') return;
        const relation = byId.get(attributes.get('id') ?? '');
        if (relation === undefined) throw new FormatFault('broken');
        // A sheet that is a chart holds no cells.
        if (relation.type !== 'worksheet') return;
        entries.push({
          name: attributes.get('name') ?? '',
          hidden: (attributes.get('state') ?? 'visible') !== 'visible',
          relation,
        });
      },
    },
    ofSheets,
  );
  const texts: CellText[] = [];
  const styles = relations.find(({ type }) => type === 'styles');
  const shared = relations.find(({ type }) => type === 'sharedStrings');
  if (shared !== undefined) readTexts(partOf(archive, shared), 'si', (text) => texts.push(text));
  const book: Book = {
    texts,
    looks: styles === undefined ? [] : readLooks(partOf(archive, styles)),
    from1904,
  };
  const budget = new Budget(bytes);
  const tables = entries.map((entry) => readSheet(archive, entry, book, budget));
  return { kind: 'xlsx', tables };
}
