/** A small table of submissions: its first column names the row. */
import type { ComponentChildren } from 'preact';

export function SubmissionTable(props: {
  caption: string;
  testId: string;
  head: readonly string[];
  rows: readonly { readonly key: string; readonly cells: readonly ComponentChildren[] }[];
}) {
  return (
    // The group scrolls sideways on a small screen, so the keyboard has to reach it.
    <div class="table-scroll" role="group" aria-label={props.caption} tabIndex={0}>
      <table class="utrecht-table utrecht-table--html-table" data-testid={props.testId}>
        <caption class="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            {props.head.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, column) =>
                column === 0 ? (
                  <th key={column} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={column}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
