/** A table whose cells may span rows and columns, laid out on the grid that a reader sees. */
import { sharedFigure } from './cell-text.ts';
import { type Budget, type Table, TableBuilder, isFigure, plainNumber } from './table.ts';

const mostColumns = 1000;

/** Spaces as a browser shows them: one for any run of them; marks without width are not seen. */
export const collapsed = (text: string): string =>
  text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    // A single space stays as it is: most are, and a text of two million takes its time.
    .replace(/ \s+|[^\S ]\s*/g, ' ')
    .trim();

export interface GridCell {
  /** As shown. */
  readonly text: string;
  /** The number that the program it was copied from stores, where it says so. */
  readonly stored: string | null;
  /** That it spans; at least 1. */
  readonly columns: number;
  /** That it spans; 0: to the end. */
  readonly rows: number;
  readonly struck: string;
  /** Whether it shows another number than it stores. */
  readonly twofold: boolean;
  /** A cell that is not shown takes no place either. */
  readonly seen: boolean;
  /** Whether it holds something that its format does not show. */
  readonly unshown: boolean;
  /** The column it says to stand in, from 1; 0: the next that is free. */
  readonly index: number;
}

export class GridBuilder {
  private readonly builder: TableBuilder;
  private row: string[] = [];
  private column = 0;
  /** Per column: how many rows below a cell still covers, and its text for one of a single column. */
  private covering: { rows: number; text: string }[] = [];
  private readonly leftOut = new Set<number>();

  /** @param hiddenColumns from 0: not shown, and left out */
  constructor(
    private readonly budget: Budget,
    private readonly hiddenColumns: ReadonlySet<number>,
  ) {
    this.builder = new TableBuilder(budget);
  }

  /** @param hidden a row that is not shown; it stays as a blank one */
  addRow(cells: readonly GridCell[], hidden: boolean): void {
    this.row = [];
    this.column = 0;
    for (const cell of cells) this.add(cell);
    for (; this.column < this.covering.length; this.column += 1) this.cover();
    if (this.hiddenColumns.size > 0)
      this.row = this.row.map((text, at) => {
        if (text === '' || !this.hiddenColumns.has(at)) return text;
        this.leftOut.add(at);
        return '';
      });
    const isBlank = this.row.every((text) => text === '');
    if (hidden && !isBlank) this.builder.count('hidden_left_out', this.builder.height + 1, 0);
    this.builder.add(hidden ? [] : this.row);
  }

  /** Blank rows up to the one before this, from 1. */
  skipTo(row: number): void {
    for (; this.builder.height < row - 1; this.addRow([], false)) this.budget.spend(1, 0);
  }

  private add({
    text,
    stored,
    columns,
    rows,
    struck,
    twofold,
    seen,
    unshown,
    index,
  }: GridCell): void {
    if (!seen) {
      if (text !== '') this.builder.count('hidden_left_out', this.builder.height + 1, 0);
      return;
    }
    for (; this.column < index - 1; this.column += 1) if (!this.cover()) this.row[this.column] = '';
    while (this.cover()) this.column += 1;
    const read = this.builder.cell(stored === null ? text : plainNumber(stored), stored !== null);
    const place = [this.builder.height + 1, this.column + 1] as const;
    const isShared = rows !== 1 && isFigure(read);
    if (isShared) this.builder.remark('figure_shared', ...place, read);
    if (unshown) this.builder.count('hidden_left_out', ...place);
    if (twofold) this.builder.remark('cell_twofold', ...place, read);
    if (struck !== '') this.builder.remark('struck_left_out', ...place, struck);
    const content = isShared ? sharedFigure(read) : read;
    this.budget.spend(Math.min(columns, mostColumns), 0);
    for (let at = 0; at < columns && this.column < mostColumns; at += 1) {
      this.row[this.column] = at === 0 ? content : '';
      this.covering[this.column] = {
        rows: rows === 0 ? Number.POSITIVE_INFINITY : rows - 1,
        text: at === 0 ? content : '',
      };
      this.column += 1;
    }
  }

  /** Whether a cell of a row above stands in this column: then it is said here too. */
  private cover(): boolean {
    const cover = this.covering[this.column];
    this.budget.spend(1, 0);
    if (cover === undefined || cover.rows <= 0) {
      if (this.column < this.covering.length) this.row[this.column] ??= '';
      return false;
    }
    this.row[this.column] = cover.text;
    cover.rows -= 1;
    return true;
  }

  /** The table; null: it has no row with anything in it. */
  table(name: string, title: string, hidden: boolean): Table | null {
    const [first] = this.leftOut;
    if (first !== undefined) this.builder.count('hidden_left_out', 0, first + 1, this.leftOut.size);
    const table = this.builder.table(name, { title, hidden });
    return table.rows.length === 0 ? null : table;
  }
}
