/** A table of the report, as the screen and the paper show it. */
import { Fragment } from 'preact';
import type { Cell } from '../../../wasm/files/csv-text.ts';
import type { ReportTable } from '../../../wasm/province/report-tables.ts';
import { day, decimal, whole } from '../../format.ts';
import { language } from '../../state/page.ts';

const isDay = (cell: Cell | undefined): cell is string =>
  typeof cell === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(cell);

function cellText(cell: Cell | undefined): string {
  if (cell == null) return '';
  if (typeof cell === 'number') return whole(cell, language.value).replace('-', '−');
  if (typeof cell === 'object') return decimal(cell.decimal, language.value);
  return isDay(cell) ? day(cell, language.value) : cell;
}

/** Rows that stay together on paper before a sum: it says nothing alone on the next sheet. */
const besideSums = 3;

/** The tables to show: of one in blocks each block under the name in its first column. */
function blocksOf(table: ReportTable): readonly ReportTable[] {
  const { rows, perBlock } = table;
  if (perBlock === rows.length) return [table];
  return Array.from({ length: rows.length / perBlock }, (_, at) => {
    const own = rows.slice(at * perBlock, (at + 1) * perBlock);
    return {
      ...table,
      title: cellText(own[0]?.[0]),
      columns: table.columns.slice(1),
      texts: table.texts - 1,
      rows: own.map((row) => row.slice(1)),
    };
  });
}

function Rows(props: { table: ReportTable; testId: string; isWide: boolean }) {
  const { table, isWide } = props;
  const { rows, sums } = table;
  // A column of days or words reads from the left, wherever it stands.
  const ofNumbers = table.columns.map((_, column) => {
    const filled = rows.map((row) => row[column] ?? '').filter((cell) => cell !== '');
    return filled.length === 0
      ? column >= table.texts
      : filled.some((cell) => typeof cell !== 'string');
  });
  const isNumber = (column: number): boolean => ofNumbers[column] === true;
  const firstSum = rows.length - sums;
  const end = sums === 0 ? rows.length : Math.max(0, firstSum - besideSums);
  const bodies = [
    { from: 0, to: end },
    { from: end, to: rows.length },
  ].filter(({ from, to }) => from < to);
  return (
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
        {bodies.map(({ from, to }) => (
          <tbody key={from} class={to > firstSum ? 'provincial-end' : ''}>
            {rows.slice(from, to).map((row, at) => (
              <tr key={at} class={from + at >= firstSum ? 'sheet__sum' : ''}>
                {table.columns.map((title, column) =>
                  column === 0 ? (
                    <th key={title} scope="row" class={isDay(row[column]) ? 'provincial-day' : ''}>
                      {cellText(row[column])}
                    </th>
                  ) : (
                    <td
                      key={title}
                      class={
                        isNumber(column) ? 'number' : isDay(row[column]) ? 'provincial-day' : ''
                      }
                    >
                      {cellText(row[column])}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

export function Table(props: { table: ReportTable; testId: string; level?: 3 | 4 }) {
  const { table, testId, level = 3 } = props;
  const isWide = table.columns.length > 8;
  const Heading = level === 3 ? 'h3' : 'h4';
  const Part = level === 3 ? 'h4' : 'h5';
  const blocks = blocksOf(table);
  return (
    <section class={`provincial-table${isWide ? ' provincial-table--wide' : ''}`}>
      <Heading class="utrecht-heading-3">{table.title}</Heading>
      {table.notes.map((note) => (
        <p key={note} class="provincial-note">
          {note}
        </p>
      ))}
      {blocks.map((block, at) =>
        block === table ? (
          <Rows key={at} table={block} testId={testId} isWide={isWide} />
        ) : (
          <Fragment key={at}>
            <Part>{block.title}</Part>
            <Rows table={block} testId={`${testId}-${at + 1}`} isWide={isWide} />
          </Fragment>
        ),
      )}
    </section>
  );
}
