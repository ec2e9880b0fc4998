/** Tables that page and command line put together themselves, written as CSV. */

/** A cell of a table that is written as CSV: text, or a number as the core gives it. */
export type Cell = string | number | { readonly decimal: string } | null;

// A sign that starts a formula, also of full width, and behind what a spreadsheet leaves off: spaces, line
// ends, marks that are not seen.
const formula = /^'*(?:[\t\n\r]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])./su;

/** No spreadsheet may take a text for a formula; the reader of this program takes the guard off again. */
export const guarded = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** The same of a cell as people see it: a number below nought, or with its sign, stays one. */
export const guardedCell = (cell: string): string =>
  /^[+-]?[\d.,\s]*%?$/.test(cell.trim()) ? cell : guarded(cell);

/** Without that guard, as it was written. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && formula.test(text) ? text.slice(1) : text;

/** Rows as CSV: RFC 4180, or as Dutch Excel wants it. */
export function csvText(
  rows: readonly (readonly Cell[])[],
  dialect: 'international' | 'nl',
): string {
  const [separator, mark, start] =
    dialect === 'nl' ? ([';', ',', '\uFEFF'] as const) : ([',', '.', ''] as const);
  const written = (cell: Cell): string => {
    if (cell === null) return '';
    if (typeof cell === 'number') return String(cell);
    if (typeof cell === 'object') return cell.decimal.replace('.', mark);
    const text = guarded(cell);
    return /["\r\n;,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return start + rows.map((row) => `${row.map(written).join(separator)}\r\n`).join('');
}
