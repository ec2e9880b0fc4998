/** Small table with titled columns, which scrolls sideways. */
import type { ComponentChildren } from 'preact';

/** A table of a few columns, which scrolls sideways where it does not fit. */
export function SmallTable(props: {
  label: string;
  testId: string;
  /** Titles; of a column of numbers as `{ number: title }`. */
  columns: readonly (string | { number: string })[];
  /** The rows. */
  children: ComponentChildren;
}) {
  return (
    <div class="table-scroll" role="region" aria-label={props.label} tabIndex={0}>
      <table class="utrecht-table utrecht-table--html-table" data-testid={props.testId}>
        <thead>
          <tr>
            {props.columns.map((title, at) =>
              typeof title === 'string' ? (
                <th key={at} scope="col">
                  {title}
                </th>
              ) : (
                <th key={at} scope="col" class="number">
                  {title.number}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </div>
  );
}
