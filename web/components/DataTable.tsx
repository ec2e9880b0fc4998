/** A table that sorts, scrolls under a header that stays, and draws only what is in sight when it is long. */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Cell } from '../../wasm/files/csv-text.ts';
import { type Key, type Sorting, sorted } from './order.ts';
import { announcement, texts } from '../state/page.ts';
import { rowsInSight } from './row-window.ts';

export interface TableColumn<T> {
  readonly id: string;
  readonly title: string;
  readonly number: boolean;
  /** Left out until a person asks for it. */
  readonly extra?: boolean;
  readonly key: (row: T) => Key;
  readonly cell: (row: T) => ComponentChildren;
  /** The same for a file: text, number, or exact decimal text. */
  readonly value: (row: T) => Cell;
}

/** Above this only the rows in sight are drawn. */
const longTable = 1_000;
const spare = 30;

export function useSorting<T>(
  rows: readonly T[],
  columns: readonly TableColumn<T>[],
): { ordered: readonly T[]; sorting: Sorting<string>; sortBy: (column: TableColumn<T>) => void } {
  const [sorting, setSorting] = useState<Sorting<string>>({ column: 'name', descending: false });
  const column = columns.find(({ id }) => id === sorting.column) ?? columns[0];
  const ordered = useMemo(
    () => (column === undefined ? [...rows] : sorted(rows, column.key, sorting.descending)),
    [rows, column, sorting.descending],
  );
  return {
    ordered,
    sorting,
    sortBy: ({ id, title, number }) => {
      const descending = sorting.column === id ? !sorting.descending : number;
      setSorting({ column: id, descending });
      announcement.value = texts.value.sorted(title, descending);
    },
  };
}

/** Scrolls what got the focus out from behind the header and the sums, however high they are. */
function uncover(frame: HTMLElement, focused: Element): void {
  const height = (part: string): number =>
    frame.querySelector(`${part} th`)?.getBoundingClientRect().height ?? 0;
  const { top, bottom } = focused.getBoundingClientRect();
  const start = frame.getBoundingClientRect().top + frame.clientTop;
  const above = start + height('thead') - top;
  const below = bottom - (start + frame.clientHeight - height('tfoot'));
  if (above > 0) frame.scrollTop -= above;
  else if (below > 0) frame.scrollTop += below;
}

export function DataTable<T>(props: {
  testId: string;
  caption: string;
  columns: readonly TableColumn<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
  rowClass?: (row: T) => string;
  sorting: Sorting<string>;
  sortBy: (column: TableColumn<T>) => void;
  /** A row of sums, one cell per column; the first names it. */
  sums: readonly ComponentChildren[] | null;
  /** A cell before the first, such as a box to tick. */
  before?: { readonly title: string; readonly cell: (row: T) => ComponentChildren };
}) {
  const { columns, rows, sorting, before } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [scroll, setScroll] = useState({ top: 0, height: 800 });
  const [rowHeight, setRowHeight] = useState(42);
  const long = rows.length > longTable;
  const { first, end } = long
    ? rowsInSight(rows.length, scroll.top, scroll.height, rowHeight, spare)
    : { first: 0, end: rows.length };
  useEffect(() => {
    if (!long) return;
    const drawn = frame.current?.querySelector('tbody tr[data-row]');
    const height = drawn?.getBoundingClientRect().height ?? 0;
    if (height > 0 && Math.abs(height - rowHeight) > 0.5) setRowHeight(height);
  }, [long, rowHeight]);
  const width = columns.length + (before === undefined ? 0 : 1);
  const space = (count: number, key: string) =>
    count > 0 && (
      <tr key={key} aria-hidden="true" class="table-space">
        <td colSpan={width} style={{ blockSize: `${count * rowHeight}px` }} />
      </tr>
    );
  return (
    // The group scrolls, so the keyboard has to reach it.
    <div
      ref={frame}
      class={long ? 'table-scroll table-scroll--long' : 'table-scroll'}
      role="group"
      aria-label={props.caption}
      tabIndex={0}
      onScroll={
        long
          ? (event) => {
              const { scrollTop, clientHeight } = event.currentTarget;
              setScroll({ top: scrollTop, height: clientHeight });
            }
          : undefined
      }
    >
      <table
        class="utrecht-table utrecht-table--html-table"
        data-testid={props.testId}
        aria-rowcount={long ? rows.length + 1 : undefined}
      >
        <caption class="visually-hidden">{props.caption}</caption>
        <thead>
          <tr aria-rowindex={long ? 1 : undefined}>
            {before !== undefined && (
              <th scope="col">
                <span class="visually-hidden">{before.title}</span>
              </th>
            )}
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                class={column.number ? 'number' : ''}
                aria-sort={
                  sorting.column !== column.id
                    ? 'none'
                    : sorting.descending
                      ? 'descending'
                      : 'ascending'
                }
              >
                <button
                  type="button"
                  class="sort"
                  onClick={() => {
                    props.sortBy(column);
                  }}
                >
                  {column.title}
                  <span aria-hidden="true" class="sort__arrow">
                    {sorting.column !== column.id ? '' : sorting.descending ? '▼' : '▲'}
                  </span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody
          onFocusIn={({ target }) => {
            if (frame.current !== null && target instanceof Element) uncover(frame.current, target);
          }}
        >
          {space(first, 'above')}
          {rows.slice(first, end).map((row, index) => (
            <tr
              key={props.rowKey(row)}
              data-row=""
              class={props.rowClass?.(row)}
              aria-rowindex={long ? first + index + 2 : undefined}
            >
              {before !== undefined && <td>{before.cell(row)}</td>}
              {columns.map(({ id, number, cell }, at) =>
                at === 0 ? (
                  <th key={id} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={id} class={number ? 'number' : ''}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
          {space(rows.length - end, 'below')}
        </tbody>
        {props.sums !== null && (
          <tfoot>
            <tr>
              {before !== undefined && <td />}
              {props.sums.map((sum, at) =>
                at === 0 ? (
                  <th key={at} scope="row">
                    {sum}
                  </th>
                ) : (
                  <td key={at} class={columns[at]?.number === true ? 'number' : ''}>
                    {sum}
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

/** Which columns are shown; the first always is. */
export function ColumnChooser<T>(props: {
  columns: readonly TableColumn<T>[];
  shown: ReadonlySet<string>;
  change: (shown: ReadonlySet<string>) => void;
}) {
  const t = texts.value.country;
  const box = useRef<HTMLDetailsElement>(null);
  const close = (): void => {
    if (box.current !== null) box.current.open = false;
  };
  // It lies over the table, so it goes when a person goes on elsewhere.
  useEffect(() => {
    const elsewhere = (event: Event): void => {
      if (event.target instanceof Node && box.current?.contains(event.target) === false) close();
    };
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('focusin', elsewhere);
    };
  }, []);
  return (
    <details
      ref={box}
      class="chooser"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        close();
        box.current?.querySelector('summary')?.focus();
      }}
    >
      <summary>{t.columns}</summary>
      <fieldset>
        <legend class="visually-hidden">{t.columns}</legend>
        {props.columns.slice(1).map(({ id, title }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={props.shown.has(id)}
              onChange={() => {
                const next = new Set(props.shown);
                if (!next.delete(id)) next.add(id);
                props.change(next);
              }}
            />{' '}
            {title}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
