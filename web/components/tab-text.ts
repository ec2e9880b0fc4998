/** Rows as text with tabs between, as spreadsheets and word processors paste it. */
import { type Cell, guarded } from '../../wasm/files/csv-text.ts';
import type { Language } from '../../wasm/words/messages.ts';

/** Tabs and line ends inside a text would make other cells of it; no text starts a formula. */
export function tabText(rows: readonly (readonly Cell[])[], language: Language): string {
  const written = (cell: Cell): string => {
    if (cell === null) return '';
    if (typeof cell === 'number') return String(cell);
    if (typeof cell === 'string') return guarded(cell).replace(/[\t\r\n]+/g, ' ');
    return language === 'nl' ? cell.decimal.replace('.', ',') : cell.decimal;
  };
  return rows.map((row) => row.map(written).join('\t')).join('\r\n');
}

/** Puts text on the clipboard; false where the browser does not allow it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
