/** First rows of a loaded file, with the meaning of each column to choose. */
import type { InspectResult, InspectedColumn, MappedMeaning } from '../../../wasm/index.ts';
import { columnLetters, isPart } from '../../../wasm/files/part.ts';
import { read } from '../../state/inputs.ts';
import { type LoadedFile, texts } from '../../state/page.ts';
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

/** Says what a column is; what it was before, and what another was, is taken back. */
function choose(file: LoadedFile, column: InspectedColumn, wanted: MappedMeaning | null): void {
  const columns: { [meaning in MappedMeaning]?: string | number | null } = {
    ...file.reading.columns,
  };
  if (isChoice(column.meaning)) columns[column.meaning] = null;
  if (wanted !== null) columns[wanted] = column.column;
  read(file.name, { columns });
}

function why(column: InspectedColumn): string {
  const t = texts.value.input;
  return column.why === 'cells'
    ? t.why.cells(column.proposal === null ? '' : t.meanings[column.proposal])
    : t.why[column.why];
}

/** The first rows of a file under what each column was taken for, in colour and in words. */
export function Columns(props: { file: LoadedFile; inspected: InspectResult }) {
  const t = texts.value.input;
  const { file, inspected } = props;
  const columns = inspected.columns.slice(0, mostColumns);
  if (columns.length === 0) return null;
  const rows = Math.max(...columns.map(({ examples }) => examples.length));
  const title = (column: InspectedColumn): string =>
    column.header !== '' || !isPart(file.name)
      ? shortened(column.header)
      : columnLetters(column.column);
  return (
    <details class="disclosure columns" open={inspected.kind === 'unknown'}>
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
                      choose(file, column, isChoice(value) ? value : null);
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
