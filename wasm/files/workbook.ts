/**
 * Writes a workbook (.xlsx, ECMA-376) with formulas and what they come to. The well-kept writers that
 * were tried leave the outcome of a formula out, and then Excel's protected view, in which every
 * downloaded file opens, shows nothing in those cells. So the few parts of the format that are
 * needed stand here; fflate packs them.
 */
import { strToU8, zipSync } from 'fflate';

/** How a cell looks; each is a line of `styles.xml` below, in this order. */
const styles = ['plain', 'heading', 'note', 'whole', 'decimal', 'input', 'score', 'title'] as const;
type Style = (typeof styles)[number];
/** A look of its own, beside the named ones: Excel's number format, and whether it is bold. */
export interface Look {
  readonly format: string;
  readonly bold: boolean;
}

export interface FormulaCell {
  /** As Excel stores it: English names, commas, no equals sign. */
  readonly formula: string;
  /**
   * What it comes to, as the core computed it: shown until the formula is computed. A number, or exact
   * decimal text, which is written as it is: it never passes through floating point here.
   */
  readonly value: number | string;
  readonly style?: Style;
}
export interface ValueCell {
  readonly value: number | string;
  /** Exact decimal text, written as a number in place of the value. */
  readonly decimal?: string;
  readonly style?: Style | Look;
}
export type Cell = FormulaCell | ValueCell | string | number | null;

export const heading = (value: string): Cell => ({ value, style: 'heading' });
export const note = (value: string): Cell => ({ value, style: 'note' });
/** The first rows of a table: of each column its name, how it comes about, where it was read. */
export const headed = (columns: readonly (readonly string[])[]): Cell[][] =>
  [heading, note, note].map((made, row) => columns.map((of) => made(of[row] ?? '')));
/** Where a column of input was read. */
export const placeOf = ({
  file,
  column,
  header,
}: {
  readonly file: string;
  /** From 1. */
  readonly column: number;
  readonly header: string;
}): string => `uit ${file}, kolom ${columnName(column - 1)} (“${header}”)`;

export interface Worksheet {
  readonly name: string;
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[];
  /** Rows that stay in view. */
  readonly frozenRows: number;
  readonly rows: readonly (readonly Cell[])[];
  /** Cells in which a list of words can be chosen; columns and rows from 0. */
  readonly choices?: readonly {
    readonly column: number;
    readonly firstRow: number;
    readonly lastRow: number;
    /** Without commas. */
    readonly words: readonly string[];
  }[];
}

const escaped = (text: string): string =>
  text
    // What XML 1.0 cannot hold.
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** The letters of a column, from 0. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest < 0 ? '' : columnName(rest)) + String.fromCharCode(65 + (column % 26));
}

/** The looks that the cells of one workbook have, in the order in which they were first met. */
class Looks {
  private readonly met: Look[] = [];
  /** The line of `styles.xml` that a cell points at. */
  line(style: Style | Look): number {
    if (typeof style === 'string') return styles.indexOf(style);
    const found = this.met.findIndex(
      ({ format, bold }) => format === style.format && bold === style.bold,
    );
    return styles.length + (found < 0 ? this.met.push(style) - 1 : found);
  }
  all(): readonly Look[] {
    return this.met;
  }
}

function cellXml(cell: Cell, row: number, column: number, looks: Looks): string {
  if (cell === null) return '';
  const place = `${columnName(column)}${row + 1}`;
  const full = typeof cell === 'object' ? cell : { value: cell };
  const style = looks.line(full.style ?? (typeof full.value === 'number' ? 'whole' : 'plain'));
  const open = `<c r="${place}" s="${style}"`;
  if ('formula' in full) {
    return `${open}><f>${escaped(full.formula)}</f><v>${full.value}</v></c>`;
  }
  if (full.decimal !== undefined) return `${open}><v>${full.decimal}</v></c>`;
  if (typeof full.value === 'number') return `${open}><v>${full.value}</v></c>`;
  return `${open} t="inlineStr"><is><t xml:space="preserve">${escaped(full.value)}</t></is></c>`;
}

function sheetXml(sheet: Worksheet, looks: Looks): string {
  const columns = sheet.widths
    .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const pane =
    sheet.frozenRows === 0
      ? ''
      : `<pane ySplit="${sheet.frozenRows}" topLeftCell="A${sheet.frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  const rows = sheet.rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, row, column, looks)).join('')}</row>`,
    )
    .join('');
  const choices = (sheet.choices ?? []).map(
    ({ column, firstRow, lastRow, words }) =>
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${columnName(column)}${firstRow + 1}:${columnName(column)}${lastRow + 1}"><formula1>"${escaped(words.join(','))}"</formula1></dataValidation>`,
  );
  const validations =
    choices.length === 0
      ? ''
      : `<dataValidations count="${choices.length}">${choices.join('')}</dataValidations>`;
  return `${xml}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${columns}</cols><sheetData>${rows}</sheetData>${validations}<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const format = (numberFormat: number, font: number, fill: number, wrap: boolean): string =>
  `<xf numFmtId="${numberFormat}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"${
    wrap ? ' applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' : '/>'
  }`;

// Formats 164 and up are our own; 0 is Excel's own for text, 3 that for whole numbers in groups of three.
const stylesXml = (
  scoreDecimals: number,
  looks: readonly Look[],
): string => `${xml}<styleSheet xmlns="${main}">
<numFmts count="${2 + looks.length}"><numFmt numFmtId="164" formatCode="#,##0.000000000"/><numFmt numFmtId="165" formatCode="0${
  scoreDecimals === 0 ? '' : `.${'0'.repeat(scoreDecimals)}`
}"/>${looks
  .map((look, at) => `<numFmt numFmtId="${166 + at}" formatCode="${escaped(look.format)}"/>`)
  .join('')}</numFmts>
<fonts count="4"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><i/><sz val="10"/><name val="Calibri"/></font><font><b/><sz val="14"/><name val="Calibri"/></font></fonts>
<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE3ECEA"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF3D6"/></patternFill></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="${styles.length + looks.length}">${[
  format(0, 0, 0, false),
  format(0, 1, 2, true),
  format(0, 2, 2, true),
  format(3, 0, 0, false),
  format(164, 0, 0, false),
  format(3, 0, 3, false),
  format(165, 0, 3, false),
  format(0, 3, 0, false),
  ...looks.map((look, at) => format(166 + at, look.bold ? 1 : 0, 0, false)),
].join('')}</cellXfs>
</styleSheet>`;

/**
 * @param scoreDecimals decimals of cells in the style `score`
 * @returns the bytes of the file: the same for the same sheets, without a clock time
 */
export function workbook(
  sheets: readonly Worksheet[],
  scoreDecimals: number,
): Uint8Array<ArrayBuffer> {
  const looks = new Looks();
  const numbered = sheets.map((sheet, at) => ({ sheet, number: at + 1 }));
  const files: Record<string, string> = {
    '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${numbered
      .map(
        ({ number }) =>
          `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${types}.worksheet+xml"/>`,
      )
      .join('')}</Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    // Excel computes everything anew on opening, so that no figure is taken on trust.
    'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${numbered
      .map(
        ({ sheet, number }) =>
          `<sheet name="${escaped(sheet.name)}" sheetId="${number}" r:id="rId${number}"/>`,
      )
      .join('')}</sheets><calcPr calcId="0" fullCalcOnLoad="1"/></workbook>`,
    'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="${relations}">${numbered
      .map(
        ({ number }) =>
          `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ...Object.fromEntries(
      numbered.map(({ sheet, number }) => [
        `xl/worksheets/sheet${number}.xml`,
        sheetXml(sheet, looks),
      ]),
    ),
    // After the sheets, whose looks it lists.
    'xl/styles.xml': stylesXml(scoreDecimals, looks.all()),
  };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    { level: 9, mtime: new Date(1980, 0, 1) },
  );
}
