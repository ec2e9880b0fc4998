/** First rows of a table, with the meaning of each column to choose. */
import type {
  Answer,
  FileReading,
  InspectResult,
  InspectedColumn,
  MappedMeaning,
} from '../../../wasm/index.ts';
import { columnLetters, isPart } from '../../../wasm/files/part.ts';
import { texts } from '../../state/page.ts';
import { shortened } from './ReviewPanel.tsx';

const choices = [
  'code',
  'name',
  'province',
  'inhabitants',
  'score',
  'places',
  'minors',
  'period',
] as const satisfies readonly MappedMeaning[];
const isChoice = (meaning: string | null): meaning is MappedMeaning =>
  choices.some((choice) => choice === meaning);

const mostColumns = 60;

/** What is said of columns. */
type Said = NonNullable<FileReading['columns']>;

/** What a column is; what it was before, and what another was, is taken back. */
function chosen(
  said: Said | undefined,
  column: InspectedColumn,
  wanted: MappedMeaning | null,
): Said {
  const columns: { [meaning in MappedMeaning]?: string | number | null } = { ...said };
  if (isChoice(column.meaning)) columns[column.meaning] = null;
  if (wanted !== null) columns[wanted] = column.column;
  return columns;
}

function why(column: InspectedColumn): string {
  const t = texts.value.input;
  return column.why === 'cells'
    ? t.why.cells(column.proposal === null ? '' : t.meanings[column.proposal])
    : t.why[column.why];
}

/** Whether it is asked which column is meant. */
const asksForColumn = (answer: Answer<InspectResult>): boolean =>
  (answer.ok && answer.result.kind === 'unknown') ||
  answer.findings.some(({ code }) => code === 'column_proposed');

/** The first rows of a table under what each column was taken for, in colour and in words. */
export function Columns(props: {
  file: string;
  said: Said | undefined;
  answer: Answer<InspectResult>;
  say: (columns: Said) => void;
}) {
  const t = texts.value.input;
  const { file, said, answer, say } = props;
  if (!answer.ok || answer.result.kind === 'code_list') return null;
  const columns = answer.result.columns.slice(0, mostColumns);
  if (columns.length === 0) return null;
  const rows = Math.max(...columns.map(({ examples }) => examples.length));
  const title = (column: InspectedColumn): string =>
    column.header !== '' || !isPart(file) ? shortened(column.header) : columnLetters(column.column);
  return (
    <details class="disclosure columns" open={asksForColumn(answer)}>
      <summary>{t.columnsTitle}</summary>
      <p>{t.columnsHint}</p>
      <div class="table-scroll" role="region" aria-label={t.columnsTitle} tabIndex={0}>
        <table class="utrecht-table utrecht-table--html-table preview">
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column.column}
                  scope="col"
                  class={column.meaning === null ? '' : `column column--${column.meaning}`}
                >
                  <span class="column__header">{title(column)}</span>
                  <select
                    class="utrecht-select utrecht-select--html-select"
                    aria-label={t.columnIs(title(column))}
                    data-column={column.column}
                    value={column.meaning ?? ''}
                    onChange={(event) => {
                      const { value } = event.currentTarget;
                      say(chosen(said, column, isChoice(value) ? value : null));
                    }}
                  >
                    <option value="">{t.noMeaning}</option>
                    {choices.map((meaning) => (
                      <option key={meaning} value={meaning}>
                        {t.meanings[meaning]}
                      </option>
                    ))}
                    {column.meaning !== null && !isChoice(column.meaning) && (
                      <option value={column.meaning}>{t.meanings[column.meaning]}</option>
                    )}
                  </select>
                  <span class="column__why">{why(column)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: rows }, (_, at) => (
              <tr key={at}>
                {columns.map((column) => (
                  <td
                    key={column.column}
                    class={column.meaning === null ? '' : `column column--${column.meaning}`}
                  >
                    {shortened(column.examples[at] ?? '')}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
