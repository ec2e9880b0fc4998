/** A table as a workbook: numbers with their formats, a header that stays, and a sheet of sources. */
import type { Cell } from '../../../wasm/files/csv-text.ts';
import {
  type Cell as WorkbookCell,
  workbook as writeWorkbook,
} from '../../../wasm/files/workbook.ts';

export interface Sheet {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** The last row is a sum. */
  readonly hasSum: boolean;
}

/** Excel's format of a number with as many decimals as its text has. */
export function formatOf(cell: Cell): string | undefined {
  if (typeof cell === 'number') return '#,##0';
  if (cell === null || typeof cell === 'string') return undefined;
  const decimals = cell.decimal.split('.')[1]?.length ?? 0;
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
}

const sheetCell = (cell: Cell, bold: boolean): WorkbookCell => {
  if (cell === null || cell === '') return null;
  const style = { format: formatOf(cell) ?? 'General', bold };
  return typeof cell === 'object'
    ? { value: cell.decimal, decimal: cell.decimal, style }
    : { value: cell, style };
};

// A number is shown with marks between its thousands; a column that is too narrow shows ####.
const width = (cell: Cell | undefined): number => {
  if (cell == null) return 0;
  if (typeof cell === 'string') return cell.length;
  const digits = typeof cell === 'object' ? cell.decimal : String(cell);
  return digits.length + Math.floor((/^\d*/.exec(digits)?.[0].length ?? 0) / 3);
};

/** Widths in characters: as wide as the widest cell, within reason. */
export const widths = ({ columns, rows }: Sheet): number[] =>
  columns.map((title, index) =>
    Math.min(60, 2 + rows.reduce((most, row) => Math.max(most, width(row[index])), title.length)),
  );

/** The bytes of the file; an exact decimal is written as it is, never through floating point. */
export const workbook = (sheets: readonly Sheet[]): Uint8Array<ArrayBuffer> =>
  writeWorkbook(
    sheets.map((sheet) => ({
      name: sheet.name,
      frozenRows: 1,
      widths: widths(sheet),
      rows: [
        sheet.columns.map((title) => sheetCell(title, true)),
        ...sheet.rows.map((row, index) =>
          row.map((cell) => sheetCell(cell, sheet.hasSum && index === sheet.rows.length - 1)),
        ),
      ],
    })),
    0,
  );
