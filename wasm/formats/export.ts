/** Writing CSV that a spreadsheet opens without taking any text for a formula. */

/**
 * A text that a spreadsheet could take for a formula gets one apostrophe in front; the reader of the core
 * takes exactly one off again. `'s-Gravenhage` and a lone `-` stay as they are.
 */
export const guarded = (text: string): string =>
  /^'*[=+\-@\t\r]./s.test(text) ? `'${text}` : text;

const quoted = (text: string, separator: string): string =>
  text.includes('"') || text.includes(separator) || /[\r\n]/.test(text)
    ? `"${text.replaceAll('"', '""')}"`
    : text;

export interface CsvForm {
  readonly separator: ',' | ';';
  /** Dutch Excel reads UTF-8 only behind a byte order mark. */
  readonly byteOrderMark: boolean;
}
export const international: CsvForm = { separator: ',', byteOrderMark: false };
export const dutchExcel: CsvForm = { separator: ';', byteOrderMark: true };

/** @param rows cells; a number is written as it is, a text guarded */
export const csvText = (
  rows: readonly (readonly (string | number)[])[],
  { separator, byteOrderMark }: CsvForm,
): string =>
  (byteOrderMark ? '\uFEFF' : '') +
  rows
    .map(
      (row) =>
        `${row
          .map((cell) =>
            typeof cell === 'number' ? String(cell) : quoted(guarded(cell), separator),
          )
          .join(separator)}\r\n`,
    )
    .join('');
