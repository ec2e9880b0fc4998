/**
 * The tables of a page out of its tags and texts, in order: a web page, a publication of the government
 * (`table`, `row`, `entry`), a workbook saved as XML (`Row`, `Cell`). No document is made of it, so
 * nothing in it loads, runs or is styled, and a page of any size is read in one walk.
 */
import { lookUp } from '../contract/look-up.ts';
import { CellText, type PieceLook, bothContents } from './cell-text.ts';
import { FormatFault } from './fault.ts';
import { GridBuilder, type GridCell, collapsed } from './grid.ts';
import { dressOf, dressed, lookOf, scaled } from './number-format.ts';
import { Budget, type Table, plainNumber, showsAnother } from './table.ts';

export type AttributeOf = (name: string) => string | undefined;

const rowNames = new Set(['tr', 'row', 'Row']);
const cellNames = new Set(['td', 'th', 'entry', 'Cell']);
const sectionNames = ['thead', 'tbody', 'tfoot'] as const;
type Section = (typeof sectionNames)[number];
const isSection = (name: string): name is Section => sectionNames.some((known) => known === name);
const isTable = (name: string): boolean => name === 'table' || name === 'Table';

// In a workbook saved as XML their names are capitals.
const raisedNames = new Set(['sup', 'Sup', 'noot', 'footnote']);
const struckNames = new Set(['s', 'S', 'strike', 'del']);
/** Classes by which pages hide text from those who see it, known without their style sheet. */
const unseenClass = /(?:^|\s)(?:visually-hidden|visuallyhidden|sr-only|screen-reader-text)(?:\s|$)/;
/** What is in the file but not on the page; `Comment` of a workbook stands beside its cell. */
const unseenNames = new Set(
  'script style template noscript head svg math Comment select datalist rp rt object'.split(' '),
);
/** Between two lines of a cell: a figure on each is two figures, and never one with a space in it. */
const lineBreak = '\u2028';
const linesApart = (text: string): string =>
  !text.includes(lineBreak)
    ? text
    : text.replace(/(?<=\d)[ \t\r\n]*\u2028[ \t\r\n\u2028]*(?=\d)/g, bothContents('', ''));
const breaking = new Set(
  (
    'br hr p div li ul ol dl tr td th dt dd h1 h2 h3 h4 h5 h6 al pre summary details address article ' +
    'aside blockquote center fieldset legend figure figcaption footer form header main nav section option'
  ).split(' '),
);
/** What stands between two texts without being one. */
const replaced = new Set('img picture svg math canvas object video input select button'.split(' '));
const titleNames = new Set(
  'h1 h2 h3 h4 h5 h6 p figcaption titel title caption tussenkop kop al'.split(' '),
);
/** An element that another of its kind beside it ends, where the page leaves its end away. */
const endedByNext = new Set('p li dt dd option'.split(' '));
/** What cannot stand in a paragraph, and so ends it. */
const blocks = new Set('p div ul ol dl h1 h2 h3 h4 h5 h6 table pre form section'.split(' '));

/** How an element shows, as far as it matters for figures. */
export interface Look extends PieceLook {
  /** Not shown at all. */
  readonly unseen: boolean;
  /** On a line of its own. */
  readonly apart: boolean;
}
const plain: Look = { raised: null, struck: false, unseen: false, apart: false };

const nothing: Partial<Look> = {};

/** The look that declarations of a style sheet or a `style` give: `display:none`. */
export function declaredLook(declarations: string): Partial<Look> {
  const look: { -readonly [key in keyof Look]?: Look[key] } = {};
  for (const declaration of declarations.toLowerCase().split(';')) {
    const [property = '', value = ''] = declaration.split(':', 2).map((part) => part.trim());
    if (property === 'display') {
      look.unseen = value.startsWith('none');
      look.apart = /^(?:block|flex|grid|list-item|table)/.test(value);
    }
    // By these pages hide a text from those who see it.
    if (property === 'font-size' && /^0(?:\.0*)?(?![.\d])/.test(value)) look.unseen = true;
    if (property === 'opacity' && /^0(?:\.0*)?$/.test(value)) look.unseen = true;
    if (property === 'color' && value === 'transparent') look.unseen = true;
    if ((property === 'left' || property === 'text-indent') && /^-\d{3,}/.test(value))
      look.unseen = true;
    if (property === 'visibility') look.unseen = /^(hidden|collapse)/.test(value);
    if (property === 'mso-hide') look.unseen = value.startsWith('all');
    if (property.startsWith('text-decoration')) look.struck = value.includes('line-through');
    if (property === 'vertical-align' && value.startsWith('super')) look.raised = 'above';
    if (property === 'vertical-align' && value.startsWith('sub')) look.raised = 'below';
  }
  return look;
}

/** Rules of a style sheet for a class or a tag alone, by `.class` and `tag.class`. */
export class StyleSheet {
  private readonly rules = new Map<string, Partial<Look>>();

  add(text: string): void {
    let depth = 0;
    let from = 0;
    let head = '';
    for (let at = 0; at < text.length; at += 1) {
      const sign = text[at];
      if (sign === '{') {
        if (depth === 0) head = text.slice(from, at);
        depth += 1;
        from = at + 1;
      } else if (sign === '}') {
        // What stands under a condition (`@media print`) is not what is seen.
        if (depth === 1 && !head.includes('@')) this.addRule(head, text.slice(from, at));
        depth = Math.max(depth - 1, 0);
        from = at + 1;
      }
    }
  }

  private addRule(head: string, declarations: string): void {
    const look = declaredLook(declarations);
    if (Object.keys(look).length === 0) return;
    for (const selector of head.split(',')) {
      const name = selector.replace(/<!--|\/\*|\*\//g, '').trim();
      if (/^(?:[\w-]*\.)?[\w-]+$/.test(name))
        this.rules.set(name, { ...this.rules.get(name), ...look });
    }
  }

  /** @param style declarations of the element itself, which go before those of the sheet */
  look(name: string, classes: string | undefined, style: string | undefined): Partial<Look> {
    const own = style === undefined ? nothing : declaredLook(style);
    if (this.rules.size === 0) return own;
    const given = (classes ?? '').split(/\s/, 20).filter((one) => one !== '');
    const keys = [name, ...given.flatMap((one) => [`.${one}`, `${name}.${one}`])];
    return Object.assign({}, ...keys.map((key) => this.rules.get(key)), own) as Partial<Look>;
  }
}

interface Element {
  readonly name: string;
  readonly look: Look;
}

/** The elements that are open since a table or a cell began; none outside it is ended from within. */
class Scope {
  private readonly elements: Element[] = [];
  private open: Map<string, number> | null = null; // most cells hold no element

  constructor(
    readonly kind: 'page' | 'table' | 'cell',
    private readonly outer: Look,
  ) {}

  get look(): Look {
    return this.elements[this.elements.length - 1]?.look ?? this.outer;
  }
  push(element: Element): void {
    this.elements.push(element);
    this.open ??= new Map();
    this.open.set(element.name, (this.open.get(element.name) ?? 0) + 1);
  }
  has(name: string): boolean {
    return (this.open?.get(name) ?? 0) > 0;
  }
  /** Ends the last of that name with all that is open in it. */
  pop(name: string): void {
    if (!this.has(name)) return;
    for (let last = this.elements.pop(); last !== undefined; last = this.elements.pop()) {
      this.open?.set(last.name, (this.open.get(last.name) ?? 1) - 1);
      if (last.name === name) return;
    }
  }
}

interface DraftCell {
  readonly text: CellText;
  readonly seen: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly attribute: AttributeOf;
  /** What a workbook says that it holds: `Number`, `Boolean`. */
  type: string;
}
interface DraftRow {
  /** The row that it says to be, from 1; 0: the next. */
  readonly index: number;
  readonly cells: GridCell[];
  readonly hidden: boolean;
  readonly struck: boolean;
}

/** A table as far as it was read; rows of its head come first, wherever they stand. */
class DraftTable {
  readonly sections: Record<Section, DraftRow[]> = { thead: [], tbody: [], tfoot: [] };
  section: Section = 'tbody';
  row: DraftRow | null = null;
  /** How many columns were named so far, and which of them are not shown; from 0. */
  columns = 0;
  readonly hiddenColumns = new Set<number>();
  cell: DraftCell | null = null;
  /** Whether another table stands in it: then it is no table of data. */
  isFrame = false;
  readonly columnNames = new Map<string, number>();

  constructor(
    public title: string,
    readonly hidden: boolean,
    readonly worksheet: string,
  ) {}
}

const whole = (text: string | undefined, otherwise: number): number => {
  if (text === undefined) return otherwise;
  const count = Number.parseInt(text, 10);
  return Number.isNaN(count) || count < 0 ? otherwise : Math.min(count, 65_534);
};

/** What only shows as a number may have one stored behind it: days are numbers there too. */
const showsNumber = (text: string): boolean => /^[-+−]?[\d.,' ]*\d$/.test(text);

/**
 * The number behind a cell, as Excel (`x:num`), LibreOffice (`sdval`) and Google
 * (`data-sheets-value`) put it beside the shown text, which may be rounded.
 */
function storedNumber({ attribute, type }: DraftCell, text: string): string | null {
  if (type === 'Number') return text;
  if (!showsNumber(text)) return null;
  const google = /"1":3,"3":(-?[\d.eE+-]{1,40})/.exec(attribute('data-sheets-value') ?? '')?.[1];
  const stored = attribute('x:num') ?? attribute('sdval') ?? google;
  return stored === undefined || stored === '' || !Number.isFinite(Number(stored)) ? null : stored;
}

/** Formats that a workbook calls by a name. */
const namedFormats: Readonly<Record<string, string>> = {
  Percent: '0.00%',
  Currency: '"€" #,##0.00',
  'Euro Currency': '"€" #,##0.00',
};

const mostRows = 1_048_576;
const longestTitle = 200;
/** So many tables in each other, and no more. */
const deepest = 100;

export class PageReader {
  private readonly tables: Table[] = [];
  private readonly budget: Budget;
  private readonly scopes: Scope[] = [new Scope('page', plain)];
  private readonly drafts: DraftTable[] = [];
  readonly styles = new StyleSheet();
  private heading = '';
  private title: { readonly name: string; text: string } | null = null;
  private worksheet = { name: '', hidden: false };
  /** Of a workbook: how the numbers of each style are written. */
  private readonly formats = new Map<string, string>();
  /** Of a workbook: the styles of which the text is struck through. */
  private readonly struckStyles = new Set<string>();
  private style = '';

  /** @param size of the file */
  constructor(size: number) {
    this.budget = new Budget(size);
  }

  private get scope(): Scope {
    return this.scopes[this.scopes.length - 1] ?? new Scope('page', plain);
  }
  private get draft(): DraftTable | undefined {
    return this.drafts[this.drafts.length - 1];
  }

  /** @param isVoid whether it has no end of its own */
  open(name: string, attribute: AttributeOf, isVoid = false): void {
    if (endedByNext.has(name)) this.scope.pop(name);
    if (blocks.has(name)) this.scope.pop('p');
    const look = this.lookOf(name, attribute);
    if (name === 'Worksheet') this.openWorksheet(attribute);
    if (isTable(name)) return this.openTable(look);
    const { draft } = this;
    if (draft !== undefined && this.openPart(draft, name, attribute, look)) return;
    const within = this.textInto();
    if (replaced.has(name) || (!look.unseen && (breaking.has(name) || look.apart)))
      within?.add(lineBreak);
    if (draft?.cell != null && name === 'Data') draft.cell.type = attribute('Type') ?? '';
    if (name === 'Style') this.style = attribute('ID') ?? '';
    if (name === 'Font' && draft === undefined && attribute('StrikeThrough') === '1')
      this.struckStyles.add(this.style);
    if (name === 'NumberFormat') this.formats.set(this.style, attribute('Format') ?? '');
    if (draft?.cell == null && titleNames.has(name) && !look.unseen) {
      this.closeTitle();
      this.title = { name, text: '' };
    }
    if (!isVoid) this.scope.push({ name, look });
  }

  private lookOf(name: string, attribute: AttributeOf): Look {
    const around = this.scope.look;
    const classes = attribute('class');
    const own = this.styles.look(name, classes, attribute('style'));
    return {
      raised: raisedNames.has(name)
        ? 'above'
        : name === 'sub' || name === 'Sub'
          ? 'below'
          : (own.raised ?? around.raised),
      apart: own.apart === true,
      struck: around.struck || struckNames.has(name) || own.struck === true,
      unseen:
        around.unseen ||
        unseenNames.has(name) ||
        own.unseen === true ||
        (classes !== undefined && unseenClass.test(classes.slice(0, 1000))) ||
        attribute('hidden') !== undefined ||
        attribute('Hidden') === '1',
    };
  }

  private openWorksheet(attribute: AttributeOf): void {
    this.worksheet = { name: attribute('Name') ?? '', hidden: false };
  }

  private openTable(look: Look): void {
    this.closeTitle();
    const { draft: outer } = this;
    if (outer !== undefined) outer.isFrame = true;
    if (this.drafts.length === deepest) throw new FormatFault('broken');
    const isIn = outer?.hidden === true || outer?.row?.hidden === true;
    const hidden = look.unseen || isIn || outer?.cell?.seen === false;
    this.drafts.push(new DraftTable(this.heading, hidden, this.worksheet.name));
    // Of a table that is not shown the cells are read all the same: it says so as a whole.
    this.scopes.push(new Scope('table', { ...look, struck: false, unseen: false }));
    this.heading = '';
  }

  /** What a table is made of; false: something else. */
  private openPart(draft: DraftTable, name: string, attribute: AttributeOf, look: Look): boolean {
    if (isSection(name)) {
      this.closeRow(draft);
      for (const section of sectionNames) this.scope.pop(section);
      draft.section = name;
      this.scope.push({ name, look });
    } else if (rowNames.has(name)) {
      this.closeRow(draft);
      const index = Math.min(whole(attribute('Index'), 0), mostRows);
      draft.row = { index, cells: [], hidden: look.unseen, struck: look.struck };
    } else if (name === 'col' || name === 'Column') {
      draft.columns = Math.max(whole(attribute('Index'), 0) - 1, draft.columns);
      const span = Math.min(whole(attribute('span'), whole(attribute('Span'), 0) + 1), 1000);
      for (let time = 0; time < span && look.unseen; time += 1)
        draft.hiddenColumns.add(draft.columns + time);
      draft.columns += span;
    } else if (name === 'colspec') {
      draft.columnNames.set(attribute('colname') ?? '', draft.columnNames.size + 1);
    } else if (cellNames.has(name)) {
      this.closeCell(draft);
      this.openCell(draft, attribute, look);
    } else {
      return false;
    }
    return true;
  }

  private openCell(draft: DraftTable, attribute: AttributeOf, look: Look): void {
    draft.row ??= { index: 0, cells: [], hidden: false, struck: false };
    const columnNamed = (name: string): number | undefined =>
      draft.columnNames.size === 0 ? undefined : draft.columnNames.get(attribute(name) ?? '');
    const from = columnNamed('namest');
    const to = columnNamed('nameend');
    const down = attribute('morerows') ?? attribute('MergeDown');
    draft.cell = {
      text: new CellText(),
      seen: !look.unseen || draft.row.hidden,
      columns: Math.max(
        from !== undefined && to !== undefined
          ? to - from + 1
          : whole(attribute('colspan'), whole(attribute('MergeAcross'), 0) + 1),
        1,
      ),
      rows: down === undefined ? whole(attribute('rowspan'), 1) : whole(down, 0) + 1,
      attribute,
      type: '',
    };
    // What a hidden cell holds is read all the same, to say that there is something.
    const isStruck = this.struckStyles.has(attribute('StyleID') ?? '');
    const struck = look.struck || draft.row.struck || isStruck;
    const within = { ...look, unseen: false, struck };
    this.scopes.push(new Scope('cell', within));
  }

  private closeCell(draft: DraftTable): void {
    const { cell, row } = draft;
    if (cell === null) return;
    while (this.scope.kind === 'cell') this.scopes.pop();
    draft.cell = null;
    const content = collapsed(linesApart(cell.text.text));
    const formatted =
      cell.type === 'Number' ? this.formatted(content, cell.attribute('StyleID')) : content;
    const text = formatted ?? '';
    const stored = text === content ? storedNumber(cell, text) : null;
    const isBoth = stored !== null && showsAnother(stored, text);
    row?.cells.push({
      text: isBoth
        ? bothContents(stored, text)
        : cell.type === 'Boolean'
          ? String(text === '1').toUpperCase()
          : text,
      stored: isBoth ? null : stored,
      twofold: isBoth || (text !== content && text.includes(bothContents('', ''))),
      seen: cell.seen,
      unshown: formatted === null,
      columns: cell.columns,
      rows: cell.rows,
      struck: collapsed(cell.text.struck),
      index: Math.min(whole(cell.attribute('Index'), 0), 1000),
    });
  }

  /** A number of a workbook with the signs that its format puts around it; null: it shows nothing. */
  private formatted(stored: string, style: string | undefined): string | null {
    const said = this.formats.get(style ?? '');
    if (said === undefined || stored === '' || !Number.isFinite(Number(stored))) return stored;
    const format = lookUp(namedFormats, said) ?? said;
    const look = lookOf(format);
    const plain = plainNumber(stored);
    if (look === 'thousands' || look === 'millions') return scaled(plain, look);
    const shown = dressed(plain, dressOf(format));
    return shown === plain ? stored : shown;
  }

  private closeRow(draft: DraftTable): void {
    this.closeCell(draft);
    if (draft.row !== null) draft.sections[draft.section].push(draft.row);
    draft.row = null;
  }

  private closeTable(): void {
    const { draft } = this;
    if (draft === undefined) return;
    this.closeRow(draft);
    while (this.scope.kind !== 'table') this.scopes.pop();
    this.scopes.pop();
    this.drafts.pop();
    this.heading = '';
    if (draft.isFrame) return;
    const grid = new GridBuilder(this.budget, draft.hiddenColumns);
    for (const section of sectionNames)
      for (const { index, cells, hidden } of draft.sections[section]) {
        grid.skipTo(index);
        grid.addRow(cells, hidden);
      }
    const name = draft.worksheet === '' ? `tabel ${this.tables.length + 1}` : draft.worksheet;
    const table = grid.table(name, draft.title, draft.hidden);
    if (table !== null) this.tables.push(table);
  }

  /** Where text goes: a cell, a title, or nowhere. */
  private textInto(): { add(piece: string): void } | null {
    const cell = this.draft?.cell;
    if (cell != null) return { add: (piece) => cell.text.add(piece, this.scope.look) };
    const { title } = this;
    if (title === null) return null;
    return {
      add(piece) {
        if (title.text.length <= longestTitle * 4) title.text += piece;
      },
    };
  }

  text(piece: string): void {
    if (!this.scope.look.unseen) this.textInto()?.add(piece);
  }

  close(name: string): void {
    const { draft } = this;
    if (isTable(name)) return this.closeTable();
    if (draft !== undefined && cellNames.has(name)) return this.closeCell(draft);
    if (draft !== undefined && rowNames.has(name)) return this.closeRow(draft);
    if (draft !== undefined && isSection(name)) {
      this.closeRow(draft);
      draft.section = 'tbody';
    }
    const { look } = this.scope;
    this.scope.pop(name);
    // What follows stands below it.
    if (draft?.cell != null && !look.unseen && (breaking.has(name) || look.apart))
      this.textInto()?.add(lineBreak);
    if (this.title?.name === name) this.closeTitle();
  }

  private closeTitle(): void {
    const text = collapsed(this.title?.text ?? '');
    this.title = null;
    if (text === '' || text.length > longestTitle) return;
    if (this.draft === undefined) this.heading = text;
    else this.draft.title = text;
  }

  /** All tables that hold anything; a table that only holds other tables is no table of data. */
  finish(): Table[] {
    while (this.draft !== undefined) this.closeTable();
    return this.tables;
  }
}
