/** Row of a finding among its neighbours, with the cell marked. */
import { useMemo, useState } from 'preact/hooks';
import { columnLetters, isPart } from '../../../wasm/files/part.ts';
import type { Finding } from '../../../wasm/index.ts';
import { useAnswer } from '../../state/second-core.ts';
import { files, texts } from '../../state/page.ts';
import { shortened } from './ReviewPanel.tsx';

const neighbours = 2;
const mostColumns = 30;

/** The row of a finding as it stands in the file, with its neighbours and the cell marked. */
export function RowInFile(props: { finding: Finding; place: string }) {
  const t = texts.value.input;
  const { finding } = props;
  const [shown, show] = useState(false);
  const file = files.value.find(({ name }) => name === finding.file);
  const from = Math.max(1, finding.row - neighbours);
  const question = useMemo(
    () =>
      file === undefined || finding.row === 0 || !shown
        ? null
        : {
            ...file.reading,
            file: file.name,
            cells: { first: from, last: finding.row + neighbours },
          },
    [file, finding, shown, from],
  );
  const answer = useAnswer('inspect', question);
  if (file === undefined || finding.row === 0) return null;
  const around = (answer?.ok === true ? answer.result.cells : null) ?? [];
  // A wide table is shown around the cell that it is about.
  const first = Math.max(0, finding.column - mostColumns + 5);
  const width = Math.min(Math.max(0, ...around.map((row) => row.length)) - first, mostColumns);
  const columns = Array.from({ length: Math.max(width, 0) }, (_, at) => first + at);
  return (
    <details
      class="disclosure"
      onToggle={(event) => {
        show(event.currentTarget.open);
      }}
    >
      <summary>{t.showRow(props.place)}</summary>
      {around.length > 0 && (
        <div
          class="table-scroll"
          role="region"
          aria-label={t.rowCaption(finding.file)}
          tabIndex={0}
        >
          <table class="utrecht-table utrecht-table--html-table preview">
            <thead>
              <tr>
                <td />
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {isPart(finding.file) ? columnLetters(column + 1) : column + 1}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {around.map((row, at) => (
                <tr key={at} class={from + at === finding.row ? 'row--found' : ''}>
                  <th scope="row">{from + at}</th>
                  {columns.map((column) =>
                    from + at === finding.row && column + 1 === finding.column ? (
                      <td key={column} class="cell--found">
                        <mark>{shortened(row[column] ?? '') || t.emptyCell}</mark>
                      </td>
                    ) : (
                      <td key={column}>{shortened(row[column] ?? '')}</td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
