/** A table as a workbook: numbers with their formats, a header that stays, and a sheet of sources. */
import writeExcelFile from 'write-excel-file/universal';
import type { Cell } from '../../../wasm/csv-text.ts';

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

type SheetCell = {
  readonly value: string | number;
  readonly type: StringConstructor | NumberConstructor;
  readonly format?: string;
  readonly fontWeight?: 'bold';
} | null;

function sheetCell(cell: Cell, bold: boolean): SheetCell {
  if (cell === null || cell === '') return null;
  const weight = bold ? { fontWeight: 'bold' as const } : {};
  if (typeof cell === 'string') return { value: cell, type: String, ...weight };
  const value = typeof cell === 'number' ? cell : Number(cell.decimal);
  const format = formatOf(cell);
  return { value, type: Number, ...(format === undefined ? {} : { format }), ...weight };
}

const width = (cell: Cell | undefined): number =>
  cell == null ? 0 : typeof cell === 'object' ? cell.decimal.length : String(cell).length;

/** Widths in characters: as wide as the widest cell, within reason. */
export const widths = ({ columns, rows }: Sheet): number[] =>
  columns.map((title, index) =>
    Math.min(60, 2 + rows.reduce((most, row) => Math.max(most, width(row[index])), title.length)),
  );

export function workbook(sheets: readonly Sheet[]): Promise<Blob> {
  return writeExcelFile(
    sheets.map((sheet) => ({
      sheet: sheet.name,
      stickyRowsCount: 1,
      columns: widths(sheet).map((characters) => ({ width: characters })),
      data: [
        sheet.columns.map((title) => sheetCell(title, true)),
        ...sheet.rows.map((row, index) =>
          row.map((cell) => sheetCell(cell, sheet.hasSum && index === sheet.rows.length - 1)),
        ),
      ],
    })),
  ).toBlob();
}
