/** A table whose cells may span rows and columns, laid out on the grid that a reader sees. */
import { type Table, TableBuilder, mayBeReadTwice, plainNumber, storedNumbers } from './table.ts';

const mostColumns = 1000;

/** Spaces as a browser shows them: one for any run of them. */
export const collapsed = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();

const superscripts: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};
/** A raised digit stays apart from the number before it: `169` with footnote 1 is never 1691. */
export const raised = (text: string): string =>
  text.replace(/\d/g, (digit) => superscripts[digit] ?? digit);

export class GridBuilder {
  private readonly builder = new TableBuilder();
  private row: string[] | null = null;
  private column = 0;
  private rows = 0;
  /** Per column: how many rows below a cell still covers, and its text for one of a single column. */
  private covering: { rows: number; text: string }[] = [];
  private anyText = false;
  private anyNumber = false;

  beginRow(): void {
    this.endRow();
    this.row = [];
    this.column = 0;
  }

  /**
   * @param text     as shown
   * @param stored   the number that the program it was copied from stores, where it says so
   * @param columns  that it spans
   * @param rows     that it spans; 0: to the end
   */
  cell(text: string, stored: string | null, columns: number, rows: number): void {
    if (this.row === null) this.beginRow();
    const row = this.row ?? [];
    this.skipCovered(row);
    const content = stored === null ? text : plainNumber(stored);
    if (mayBeReadTwice(content)) {
      if (stored === null) this.anyText = true;
      else this.anyNumber = true;
    }
    const wide = Math.min(Math.max(columns, 1), mostColumns);
    for (let at = 0; at < wide && this.column < mostColumns; at += 1) {
      row[this.column] = at === 0 ? content : '';
      if (rows !== 1)
        this.covering[this.column] = {
          rows: rows === 0 ? Number.POSITIVE_INFINITY : rows - 1,
          text: at === 0 ? content : '',
        };
      this.column += 1;
    }
  }

  /** The column where the next cell will stand, from 0. */
  nextColumn(): number {
    if (this.row !== null) this.skipCovered(this.row);
    return this.column;
  }

  endRow(): void {
    if (this.row === null) return;
    this.skipCovered(this.row);
    for (let column = this.column; column < this.covering.length; column += 1) {
      const cover = this.covering[column];
      if (cover === undefined || cover.rows === 0) continue;
      while (this.row.length < column) this.row.push('');
      this.row[column] = cover.text;
      cover.rows -= 1;
    }
    this.builder.add(this.row);
    this.rows += 1;
    this.row = null;
  }

  table(name: string, title: string): Table | null {
    this.endRow();
    if (this.builder.rows.length === 0) return null;
    return {
      name,
      rows: this.builder.rows,
      title,
      hidden: false,
      notation: this.anyNumber && !this.anyText ? storedNumbers : null,
    };
  }

  private skipCovered(row: string[]): void {
    for (;;) {
      const cover = this.covering[this.column];
      if (cover === undefined || cover.rows <= 0) return;
      row[this.column] = cover.text;
      cover.rows -= 1;
      this.column += 1;
    }
  }
}
