/** A table of the report, as the screen and the paper show it. */
import type { Cell } from '../../../wasm/csv-text.ts';
import type { ReportTable } from '../../../wasm/provincial_tables.ts';
import { day, decimal, whole } from '../../format.ts';
import { language } from '../../state.ts';

function cellText(cell: Cell | undefined): string {
  if (cell == null) return '';
  if (typeof cell === 'number') return whole(cell, language.value).replace('-', '−');
  if (typeof cell === 'object') return decimal(cell.decimal, language.value);
  return /^\d{4}-\d{2}-\d{2}$/.test(cell) ? day(cell, language.value) : cell;
}

export function Table(props: { table: ReportTable; testId: string; level?: 3 | 4 }) {
  const { table, level = 3 } = props;
  const isWide = table.columns.length > 8;
  const Heading = level === 3 ? 'h3' : 'h4';
  // A column of days or words reads from the left, wherever it stands.
  const ofNumbers = table.columns.map((_, column) => {
    const filled = table.rows.map((row) => row[column] ?? '').filter((cell) => cell !== '');
    return filled.length === 0
      ? column >= table.texts
      : filled.some((cell) => typeof cell !== 'string');
  });
  const isNumber = (column: number): boolean => ofNumbers[column] === true;
  return (
    <section class={`provincial-table${isWide ? ' provincial-table--wide' : ''}`}>
      <Heading class="utrecht-heading-3">{table.title}</Heading>
      {table.notes.map((note) => (
        <p key={note} class="provincial-note">
          {note}
        </p>
      ))}
      <div class="table-scroll" role="group" aria-label={table.title} tabIndex={0}>
        <table
          class={`utrecht-table utrecht-table--html-table${isWide ? ' provincial-wide' : ''}`}
          data-testid={props.testId}
        >
          <caption class="visually-hidden">{table.title}</caption>
          <thead>
            <tr>
              {table.columns.map((title, column) => (
                <th key={title} scope="col" class={isNumber(column) ? 'number' : ''}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, at) => (
              <tr key={at} class={at >= table.rows.length - table.sums ? 'sheet__sum' : ''}>
                {table.columns.map((title, column) =>
                  column === 0 ? (
                    <th key={title} scope="row">
                      {cellText(row[column])}
                    </th>
                  ) : (
                    <td key={title} class={isNumber(column) ? 'number' : ''}>
                      {cellText(row[column])}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
