/** The forms in which most commands answer: a table for people, CSV and JSON for programs. */
import { oneOf } from './call.ts';
import { alignedTable, csvText, emit, jsonText, type Cell } from './output.ts';

/** Options of `parseArgs`; spread among a command's own. */
export const formOptions = {
  format: { type: 'string', default: 'table' },
  dialect: { type: 'string', default: 'international' },
  out: { type: 'string' },
  language: { type: 'string', default: 'nl' },
} as const;

export const formUsage = `[--format table|csv|json] [--dialect international|nl] [--out BESTAND]
                    [--decimal TEKEN] [--thousands TEKEN] [--language nl|en]`;

export const formHelp = `  --format      table (standaard), csv of json
  --dialect     international: komma, punt, UTF-8 (standaard); nl: puntkomma, komma, BOM
  --out         schrijft naar een bestand in plaats van naar het scherm
`;

interface FormValues {
  readonly format?: string | undefined;
  readonly dialect?: string | undefined;
  readonly out?: string | undefined;
  readonly language?: string | undefined;
}

export interface Form {
  readonly format: 'table' | 'csv' | 'json';
  readonly dialect: 'international' | 'nl';
  readonly out: string | undefined;
  readonly language: 'nl' | 'en';
}

export const readForm = (values: FormValues): Form => ({
  format: oneOf('format', values.format ?? 'table', ['table', 'csv', 'json'] as const),
  dialect: oneOf('dialect', values.dialect ?? 'international', ['international', 'nl'] as const),
  out: values.out,
  language: oneOf('language', values.language ?? 'nl', ['nl', 'en'] as const),
});

/** A table with a header row; of text cells the first `texts` columns stand to the left. */
export interface Table {
  readonly rows: readonly (readonly Cell[])[];
  readonly texts: number;
}

const plain = (cell: Cell): string =>
  cell === null ? '' : typeof cell === 'object' ? cell.decimal : String(cell);

export function answer(
  form: Form,
  result: unknown,
  table: Table,
  before: readonly string[] = [],
  after: readonly string[] = [],
): void {
  if (form.format === 'json') {
    emit(jsonText(result), form.out);
  } else if (form.format === 'csv') {
    emit(csvText(table.rows, form.dialect), form.out);
  } else {
    const lines = (texts: readonly string[]): string =>
      texts.length === 0 ? '' : `${texts.join('\n')}\n`;
    const body =
      table.rows.length > 1
        ? alignedTable(
            table.rows.map((row) => row.map(plain)),
            table.texts,
          )
        : '';
    emit(`${lines(before)}${body}${lines(after)}`, form.out);
  }
}

export const decimal = (text: string | null): Cell => (text === null ? null : { decimal: text });
