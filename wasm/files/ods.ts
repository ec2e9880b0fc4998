/** Spreadsheets of LibreOffice and others (OpenDocument, .ods). */
import { CellText, type PieceLook, bothContents, plainLook } from './cell-text.ts';
import { FormatFault } from './fault.ts';
import { type Dresses, dressed, percent } from './number-format.ts';
import {
  Budget,
  type Table,
  type TableDocument,
  TableBuilder,
  plainNumber,
  showsAnother,
} from './table.ts';
import { type Attributes, type Vocabulary, type XmlReader, readXml } from './xml.ts';
import type { Archive } from './zip.ts';

const mostColumns = 16_384;

const namespace = (word: string): string => `urn:oasis:names:tc:opendocument:xmlns:${word}:1.0`;
const namespaces = new Set(['office', 'table', 'text', 'style'].map(namespace));
/** What is drawn on a sheet has namespaces of its own, and so have the types of extensions. */
const ofSheets: Vocabulary = { elements: namespaces, attributes: namespaces };

/** A repeat as the file claims it; what is no whole number from 1 is one. */
const repeats = (text: string | undefined): number => {
  const count = Number(text ?? 1);
  return Number.isInteger(count) && count >= 1 ? count : 1;
};

interface Style extends Partial<PieceLook> {
  readonly parent: string | undefined;
  /** Of a table: whether it is shown. */
  readonly shown: boolean;
}

/** The styles of a document by family and name; those that are written later go before. */
class Styles {
  private readonly known = new Map<string, Style>();
  private last = '';

  open(name: string, attributes: Attributes): void {
    if (name === 'style') {
      this.last = `${attributes.get('family') ?? ''} ${attributes.get('name') ?? ''}`;
      this.known.set(this.last, { parent: attributes.get('parent-style-name'), shown: true });
      return;
    }
    const style = this.known.get(this.last);
    if (style === undefined) return;
    if (name === 'table-properties')
      this.known.set(this.last, { ...style, shown: attributes.get('display') !== 'false' });
    if (name !== 'text-properties') return;
    const line =
      attributes.get('text-line-through-style') ?? attributes.get('text-line-through-type');
    const position = attributes.get('text-position');
    this.known.set(this.last, {
      ...style,
      ...(line === undefined ? {} : { struck: line !== 'none' }),
      ...(position === undefined ? {} : { raised: raisedBy(position) }),
    });
  }

  find(family: string, name: string | undefined): Style | undefined {
    return name === undefined ? undefined : this.known.get(`${family} ${name}`);
  }

  /** A look as a style and those it builds on make it. */
  look(family: string, name: string | undefined, around: PieceLook): PieceLook {
    const chain: Style[] = [];
    for (
      let style = this.find(family, name);
      style !== undefined && chain.length < 20;
      style = this.find(family, style.parent)
    )
      chain.unshift(style);
    return chain.reduce(
      (look, { struck = look.struck, raised = look.raised }) => ({ struck, raised }),
      around,
    );
  }
}

/** `super 58%`, or how far from the line in percent. */
function raisedBy(position: string): PieceLook['raised'] {
  if (position.startsWith('super')) return 'above';
  if (position.startsWith('sub')) return 'below';
  const height = Number.parseFloat(position);
  return height > 0 ? 'above' : height < 0 ? 'below' : null;
}

/** The signs around a number as it is shown, or what is shown in its place. */
function dressIn(shown: string): Dresses {
  if (shown.trim() !== '' && !/\d/.test(shown))
    return () => ({ before: shown, after: '', isNumber: false });
  const [, before = '', after = ''] =
    /^(\D*)\d(?:[\d.,'’ \u00a0\u202f]*\d)?(?:E[-+]?\d+)?(\D*)$/i.exec(shown) ?? [];
  return () => ({ before: before.replace(/[-+−]$/, ''), after, isNumber: true });
}

const storesNumber = new Set(['float', 'percentage', 'currency']);

class CellDraft {
  readonly text = new CellText();
  readonly comment = new CellText();
  readonly looks: PieceLook[];
  readonly kind: string;
  paragraphs = 0;

  constructor(
    readonly attributes: Attributes,
    readonly isCovered: boolean,
    look: PieceLook,
  ) {
    this.looks = [look];
    this.kind = attributes.get('value-type') ?? '';
  }

  get look(): PieceLook {
    return this.looks[this.looks.length - 1] ?? plainLook;
  }

  content(): { text: string; twofold: boolean; hidden?: boolean } {
    const { attributes, kind, text } = this;
    const shown = text.text;
    const value = attributes.get('value');
    if (storesNumber.has(kind) && value !== undefined) {
      // A format that shows nothing of it.
      if (this.paragraphs > 0 && shown === '' && text.struck === '')
        return { text: '', twofold: false, hidden: true };
      const stored = plainNumber(value);
      const all = new CellText();
      const dress = kind === 'percentage' ? percent : dressIn(shown);
      all.add(dressed(stored, dress) ?? '', this.looks[0]);
      text.struck = all.struck;
      return kind === 'float' && showsAnother(stored, shown)
        ? { text: bothContents(stored, shown), twofold: true }
        : { text: all.text, twofold: false };
    }
    const said = attributes.get('string-value');
    // A fault of a formula is shown alone.
    if (kind === 'string' && said === '' && /^(?:#|Err:)/.test(shown))
      return { text: shown, twofold: false };
    if (kind === 'string' && said !== undefined && shown !== '' && said.trim() !== shown.trim())
      return { text: bothContents(said, shown), twofold: true };
    const stored =
      kind === 'date'
        ? attributes.get('date-value')?.replace(/T00:00:00(?:\.0{1,9})?$/, '')
        : kind === 'boolean'
          ? attributes.get('boolean-value')?.toUpperCase()
          : said;
    // A formula that nothing was computed of yet: to who opens it the cell is not empty.
    const isOpen = kind === '' && this.paragraphs === 0;
    const formula = isOpen ? attributes.get('formula') : undefined;
    return {
      text:
        formula === undefined ? (stored ?? shown) : formula.replace(/^\w{1,9}:/, '').slice(0, 100),
      twofold: false,
    };
  }
}

/** Rows whose visibility says that they are not shown. */
const isHidden = (attributes: Attributes): boolean =>
  ['collapse', 'filter'].includes(attributes.get('visibility') ?? '');

class ContentReader implements XmlReader {
  readonly tables: Table[] = [];
  private builder: TableBuilder;
  private depth = 0;
  private table: Attributes = new Map();
  private columns = 0;
  private readonly hiddenColumns = new Set<number>();
  private row: string[] = [];
  private blanks = 0; // cells without content since the last that has one
  private rowAttributes: Attributes = new Map();
  private merged: { row: number; column: number; height: number; width: number }[] = [];
  private cell: CellDraft | null = null;
  private inParagraph = 0;
  private inComment = 0;
  private aside = 0; // in the reading aid of a word

  constructor(
    private readonly styles: Styles,
    private readonly budget: Budget,
  ) {
    this.builder = new TableBuilder(budget);
  }

  open(tag: string, attributes: Attributes): void {
    if (tag === 'table') return this.openTable(attributes);
    if (this.depth === 0) return this.styles.open(tag, attributes);
    if (this.depth > 1) return;
    if (tag === 'table-column') this.openColumn(attributes);
    else if (tag === 'table-row') {
      this.row = [];
      this.blanks = 0;
      this.rowAttributes = attributes;
    } else if (tag === 'table-cell' || tag === 'covered-table-cell') {
      const look = this.styles.look('table-cell', attributes.get('style-name'), plainLook);
      this.cell = new CellDraft(attributes, tag.startsWith('covered'), look);
      this.inParagraph = 0;
    } else if (this.cell !== null) this.openInCell(this.cell, tag, attributes);
  }

  private openTable(attributes: Attributes): void {
    this.depth += 1;
    if (this.depth > 1) return;
    this.builder = new TableBuilder(this.budget);
    this.table = attributes;
    this.merged = [];
    this.columns = 0;
    this.hiddenColumns.clear();
  }

  private openColumn(attributes: Attributes): void {
    const count = repeats(attributes.get('number-columns-repeated'));
    const end = Math.min(this.columns + count, mostColumns);
    if (isHidden(attributes))
      for (let column = this.columns; column < end; column += 1) this.hiddenColumns.add(column);
    this.columns = end;
  }

  private openInCell(cell: CellDraft, tag: string, attributes: Attributes): void {
    const within = this.inComment > 0 ? cell.comment : cell.text;
    if (tag === 'annotation') this.inComment += 1;
    else if (tag === 'ruby-text') this.aside += 1;
    else if (tag === 'p') {
      if (this.inComment === 0) cell.paragraphs += 1;
      if (cell.paragraphs > 1 || within.text !== '') within.add('\n');
      this.inParagraph += 1;
    } else if (tag === 'span')
      cell.looks.push(this.styles.look('text', attributes.get('style-name'), cell.look));
    else if (tag === 's') within.add(' '.repeat(Math.min(repeats(attributes.get('c')), 1000)));
    else if (tag === 'tab') within.add('\t');
    else if (tag === 'line-break') within.add('\n');
  }

  text(piece: string): void {
    if (this.cell === null || this.inParagraph === 0 || this.aside > 0) return;
    if (this.inComment > 0) this.cell.comment.add(piece);
    else this.cell.text.add(piece, this.cell.look);
  }

  close(tag: string): void {
    if (tag === 'table') this.closeTable();
    else if (this.depth !== 1) return;
    else if (tag === 'table-row') this.closeRow();
    else if (this.cell === null) return;
    else if (tag === 'annotation') this.inComment -= 1;
    else if (tag === 'ruby-text') this.aside -= 1;
    else if (tag === 'p') this.inParagraph -= 1;
    else if (tag === 'span') this.cell.looks.pop();
    else if (tag === 'table-cell' || tag === 'covered-table-cell') this.closeCell(this.cell);
  }

  private closeCell(cell: CellDraft): void {
    this.cell = null;
    const { attributes } = cell;
    const { text, twofold, hidden: isUnshown = false } = cell.content();
    const column = this.row.length + this.blanks;
    const row = this.builder.height + 1;
    const count = repeats(attributes.get('number-columns-repeated'));
    const isSeen = (at: number): boolean => !cell.isCovered && !this.hiddenColumns.has(at);
    const hidden = !isSeen(column);
    if (twofold) this.builder.remark('cell_twofold', row, column + 1, text);
    if (cell.text.struck !== '')
      this.builder.remark('struck_left_out', row, column + 1, cell.text.struck);
    if (cell.comment.text.trim() !== '')
      this.builder.comments.push({ row, column: column + 1, text: cell.comment.text });
    if (isUnshown || (hidden && text !== ''))
      this.builder.count('hidden_left_out', row, column + 1);
    const height = repeats(attributes.get('number-rows-spanned'));
    const width = repeats(attributes.get('number-columns-spanned'));
    if (height > 1 || width > 1) this.merged.push({ row: row - 1, column, height, width });
    if (text === '' || (hidden && count === 1) || cell.isCovered) {
      this.blanks += count;
      return;
    }
    if (column + count > mostColumns) throw new FormatFault('too_large');
    const content = this.builder.cell(text, storesNumber.has(cell.kind));
    for (; this.blanks > 0; this.blanks -= 1) this.row.push('');
    for (let time = 0; time < count; time += 1) this.row.push(isSeen(column + time) ? content : '');
  }

  private closeRow(): void {
    const hidden = isHidden(this.rowAttributes) && this.row.length > 0;
    const count = repeats(this.rowAttributes.get('number-rows-repeated'));
    if (hidden) this.builder.count('hidden_left_out', this.builder.height + 1, 0, count);
    this.builder.add(hidden ? [] : this.row, count);
  }

  private closeTable(): void {
    this.depth -= 1;
    if (this.depth > 0) return;
    for (const { row, column, height, width } of this.merged)
      this.builder.merge(row, column, height, width);
    const shown = this.styles.find('table', this.table.get('style-name'))?.shown ?? true;
    this.tables.push(this.builder.table(this.table.get('name') ?? '', { hidden: !shown }));
  }
}

function isEncrypted(manifest: Uint8Array): boolean {
  let found = false;
  readXml(manifest, {
    open(name) {
      found ||= name === 'encryption-data';
    },
  });
  return found;
}

/** A spreadsheet of which all parts stand in one file of XML (.fods). */
export function readFlatOds(bytes: Uint8Array): TableDocument {
  const reader = new ContentReader(new Styles(), new Budget(bytes.byteLength));
  readXml(bytes, reader, ofSheets);
  return { kind: 'ods', tables: reader.tables };
}

/** @param bytes of the file of which `content.xml` is a part */
export function readOds(archive: Archive, bytes: number): TableDocument {
  const manifest = archive.part('META-INF/manifest.xml');
  if (manifest !== undefined && isEncrypted(manifest)) throw new FormatFault('encrypted');
  const content = archive.part('content.xml');
  if (content === undefined) throw new FormatFault('broken');
  const styles = new Styles();
  const common = archive.part('styles.xml');
  if (common !== undefined)
    readXml(common, { open: (name, attributes) => styles.open(name, attributes) }, ofSheets);
  const reader = new ContentReader(styles, new Budget(bytes));
  readXml(content, reader, ofSheets);
  return { kind: 'ods', tables: reader.tables };
}
