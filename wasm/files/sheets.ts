/** Which table of a document is meant: the only one that fits what is asked, and what else could be. */
import type { Core, FileReading } from '../index.ts';
import { inwardName } from './names.ts';
import { partName } from './part.ts';
import { type Remark, type Table, csvOf } from './table.ts';

/** What a table is asked for; `file`: whatever this program knows. */
export type FileRole = 'population' | 'scores' | 'table' | 'file';

/** All that is asked of the core here. */
export type Inspector = Pick<Core, 'put' | 'remove' | 'run'>;

/** A row of a table of figures: two cells or more with something in them, one of which is a number. */
function holdsFigure(row: readonly string[]): boolean {
  const filled = row.filter((cell) => cell !== '');
  return filled.length > 1 && filled.some((cell) => /^[-+−]?\d[\d.,' \u00a0]*$/.test(cell));
}

/** A table has figures from the first row of them; of many there are three. */
function figureRows({ rows }: Table): number {
  let count = 0;
  for (let at = 0; at < rows.length && count < 3; at += 1)
    count += Number(holdsFigure(rows[at] ?? []));
  return count;
}

/** So many rows are looked at for headings, and so many tables. */
const beginningRows = 60;
const mostInspected = 60;

const meant = {
  population: ['inhabitants'],
  scores: ['score'],
  table: ['places'],
  file: ['inhabitants', 'score', 'places'],
} as const satisfies Record<FileRole, readonly string[]>;

/** Whether the headings of a table name what is asked for. */
function fits(core: Inspector, table: Table, role: FileRole, reading: FileReading): boolean {
  const file = partName(inwardName('blad.xlsx'), table.name);
  core.put(file, csvOf({ rows: table.rows.slice(0, beginningRows) }));
  const answer = core.run('inspect', { file, ...reading });
  core.remove(file);
  if (!answer.ok) return false;
  const wanted: readonly (string | null)[] = meant[role];
  return answer.result.columns.some(({ meaning }) => meaning !== null && wanted.includes(meaning));
}

export interface ChosenSheet {
  /** Index of the table. */
  readonly at: number;
  /** What else it could have been, or what was left aside. */
  readonly remarks: readonly Remark[];
}

/**
 * The table that is read where nobody said which: of those that are seen and hold figures the first that
 * fits, else the first with more than two rows of them, else with any, else the first with anything.
 * @param core to ask what the headings mean; null: nobody can be asked
 */
export function chosenSheet(
  core: Inspector | null,
  tables: readonly Table[],
  role: FileRole,
  reading: FileReading = {},
): ChosenSheet {
  const filled = tables.filter(({ hidden, rows }) => !hidden && rows.length > 0);
  const withFigures = filled.filter((table) => figureRows(table) > 0);
  const many = withFigures.filter((table) => figureRows(table) > 2);
  const likely = many.length > 0 ? many : withFigures.length > 0 ? withFigures : filled;
  const fitting =
    core === null || withFigures.length < 2
      ? []
      : withFigures.slice(0, mostInspected).filter((table) => fits(core, table, role, reading));
  const rivals = fitting.length > 0 ? fitting : likely;
  const [chosen] = rivals;
  const others = (rivals.length > 1 ? rivals : withFigures).filter((table) => table !== chosen);
  if (chosen === undefined) return { at: 0, remarks: [] };
  const remark: Remark = {
    code: fitting.length === 1 ? 'sheet_chosen' : 'sheet_open',
    ...{ row: 0, column: 0, text: chosen.name, count: others.length },
    about: others.map(({ name }) => name).join(', '),
  };
  const isSilent = others.length === 0 || withFigures.length === 0;
  return { at: tables.indexOf(chosen), remarks: isSilent ? [] : [remark] };
}
