/**
 * A table to type in like a sheet: role grid with one stop for Tab. Arrows move; Enter, F2 or typing
 * edits; Enter keeps and goes down, Escape gives up; Delete empties; a paste from a spreadsheet fills
 * from the cell where one is; Tab leaves the grid.
 */
import { guarded } from '../../wasm/files/csv-text.ts';
import { Component } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useSame } from './use-same.ts';
import { type Place, moved } from './sheet-keys.ts';
import { type FindRows, type PastePlan, planPaste } from './paste.ts';
import type { SheetChange, SheetColumn, SheetRow } from './sheet-cells.ts';
import { Pasted } from './Pasted.tsx';

export type { SheetChange, SheetColumn, SheetRow };

function CellInput(props: {
  label: string;
  start: string;
  /** What the cell held when its editing began. */
  before: string;
  keep: (text: string | null, down: boolean) => void;
  giveUp: () => void;
  /** Cells of a spreadsheet, which belong in more than this one. */
  spread: (text: string) => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const before = useRef(props.before);
  const done = useRef(false);
  // Before the next key arrives: a quick second digit belongs in the field too.
  useLayoutEffect(() => {
    field.current?.focus();
    const end = field.current?.value.length ?? 0;
    field.current?.setSelectionRange(end, end);
  }, []);
  const keep = (down: boolean): void => {
    if (done.current) return;
    done.current = true;
    const text = field.current?.value ?? '';
    // Nothing was typed: what meanwhile came into the cell by another way stays.
    props.keep(text === before.current ? null : text, down);
  };
  return (
    <input
      ref={field}
      class="sheet__input"
      aria-label={props.label}
      defaultValue={props.start}
      autocomplete="off"
      onBlur={() => {
        keep(false);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault();
          keep(true);
        } else if (event.key === 'Escape') {
          done.current = true;
          props.giveUp();
        }
        // Arrows and letters are the field's own now.
        event.stopPropagation();
      }}
      onPaste={(event) => {
        event.stopPropagation();
        const text = event.clipboardData?.getData('text/plain') ?? '';
        // A line end behind one cell is how a spreadsheet copies it.
        if (!/[\t\r\n]/.test(text.replace(/\r?\n$/, ''))) return;
        event.preventDefault();
        done.current = true;
        props.spread(text);
      }}
    />
  );
}

const staying = ({ stays = false }: SheetColumn, at: number): string =>
  stays ? `sheet__stays sheet__stays--${at}` : '';

interface RowProps {
  readonly row: SheetRow;
  readonly at: number;
  readonly columns: readonly SheetColumn[];
  /** The column where one is, if it is in this row. */
  readonly active: number | null;
  readonly editing: string | null;
  readonly point: (column: number) => void;
  /** With the text that was typed, null where it is what the cell held. */
  readonly keep: (text: string | null, down: boolean) => void;
  readonly giveUp: () => void;
  readonly spread: (text: string) => void;
}

/** Drawn anew only where something in it changed: a move touches two rows, however long the sheet is. */
class Row extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    const { row, at, columns, active, editing } = this.props;
    return (
      row !== next.row ||
      at !== next.at ||
      columns !== next.columns ||
      active !== next.active ||
      editing !== next.editing
    );
  }

  private cell(column: SheetColumn, index: number) {
    const { row, at, active, editing } = this.props;
    const text = row.cells[index] ?? '';
    const wrong = row.wrong?.[index];
    const editable = column.editable && row.isSum !== true;
    const shared = {
      tabIndex: active === index ? 0 : -1,
      'data-cell': `${at}-${index}`,
      'aria-readonly': editable ? undefined : ('true' as const),
      'aria-invalid': wrong === undefined ? undefined : ('true' as const),
      title: wrong,
      class: [
        column.number ? 'number' : '',
        editable ? 'sheet__cell' : '',
        staying(column, index),
        wrong === undefined ? '' : 'sheet__cell--wrong',
      ].join(' '),
      onClick: () => {
        this.props.point(index);
      },
    };
    if (index === 0 && !column.editable)
      return (
        <th key={column.id} {...shared} scope="row" role="rowheader">
          {text}
        </th>
      );
    return (
      <td key={column.id} {...shared} role="gridcell">
        {active === index && editing !== null ? (
          <CellInput
            label={`${row.cells[0] ?? ''}, ${column.title}`}
            start={editing}
            before={text}
            keep={(typed, down) => {
              this.props.keep(typed, down);
            }}
            giveUp={() => {
              this.props.giveUp();
            }}
            spread={(text) => {
              this.props.spread(text);
            }}
          />
        ) : (
          text
        )}
      </td>
    );
  }

  override render() {
    const { row, at, columns } = this.props;
    return (
      <tr class={row.isSum === true ? 'sheet__sum' : ''} aria-rowindex={at + 2}>
        {columns.map((column, index) => this.cell(column, index))}
      </tr>
    );
  }
}

/** The cell that an event came from. */
function placeOf(target: EventTarget | null): Place | null {
  if (!(target instanceof Element)) return null;
  const [row, column] = (target.closest('[data-cell]')?.getAttribute('data-cell') ?? '').split('-');
  return row === undefined || column === undefined
    ? null
    : { row: Number(row), column: Number(column) };
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement;

/**
 * Heard by the whole page: WebKit tells them where text is selected and not where one is, and only to who
 * takes the question before them.
 */
const clipboardEvents = ['beforecopy', 'copy', 'beforepaste', 'paste'] as const;

export function Sheet(props: {
  testId: string;
  label: string;
  /** How it is used, said once below. */
  help: string;
  columns: readonly SheetColumn[];
  rows: readonly SheetRow[];
  change: (changes: readonly SheetChange[]) => void;
  /** Of a sheet whose rows are named: a paste with names goes by them. */
  find?: FindRows;
}) {
  const columns = useSame(props.columns);
  const rows = useSame(props.rows);
  const frame = useRef<HTMLTableElement>(null);
  const takesFocus = useRef(false);
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const [editing, setEditing] = useState<string | null>(null);
  const [pasted, setPasted] = useState<PastePlan | null>(null);
  const here: Place = {
    row: Math.min(place.row, Math.max(rows.length - 1, 0)),
    column: Math.min(place.column, columns.length - 1),
  };
  const canType = (at: Place): boolean =>
    columns[at.column]?.editable === true && rows[at.row]?.isSum !== true;
  const goTo = (at: Place): void => {
    setPlace({ ...at });
    setEditing(null);
    takesFocus.current = true;
  };
  // Once it is drawn: the cell that may take the focus changes with the place.
  useLayoutEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    frame.current?.querySelector<HTMLElement>(`[data-cell="${here.row}-${here.column}"]`)?.focus();
  });
  const type = (text: string): void => {
    setPasted(null);
    props.change([{ ...here, text }]);
  };
  const paste = (text: string, at: Place): void => {
    const plan = planPaste(text, at, columns, rows, canType, props.find);
    setPasted(plan);
    // What is not known is asked before anything is written.
    if (plan.unknown.length === 0 && plan.changes.length > 0) props.change(plan.changes);
  };
  const onClipboard = (event: Event): void => {
    const { current } = frame;
    // What is edited in a cell is a field's own.
    const from = placeOf(event.target) === null ? document.activeElement : event.target;
    const isMine = from instanceof Element && current?.contains(from) === true;
    if (!isMine || isField(from) || isField(event.target)) return;
    event.preventDefault();
    if (!(event instanceof ClipboardEvent)) return;
    if (event.type === 'paste')
      paste(event.clipboardData?.getData('text/plain') ?? '', placeOf(event.target) ?? here);
    else if (event.type === 'copy')
      event.clipboardData?.setData('text/plain', guarded(rows[here.row]?.cells[here.column] ?? ''));
  };
  useLayoutEffect(() => {
    for (const name of clipboardEvents) document.addEventListener(name, onClipboard);
    return () => {
      for (const name of clipboardEvents) document.removeEventListener(name, onClipboard);
    };
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = moved(event, here, rows.length, columns.length);
    if (next !== null) {
      event.preventDefault();
      goTo(next);
    } else if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      if (canType(here)) setEditing(rows[here.row]?.cells[here.column] ?? '');
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      if (canType(here)) type('');
    } else if (
      event.key.length === 1 &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey &&
      canType(here)
    ) {
      event.preventDefault();
      setEditing(event.key);
    }
  };
  const groups: { title: string; span: number }[] = [];
  for (const { group = '' } of columns) {
    const last = groups.at(-1);
    if (last?.title === group) last.span += 1;
    else groups.push({ title: group, span: 1 });
  }
  // Where the names stay at the side, so does what stands above them.
  const cornerAt = (at: number): string =>
    at === 0 && columns[0]?.editable === false ? 'sheet__corner' : '';
  return (
    <>
      <div class="table-scroll typing-grid">
        <table
          ref={frame}
          role="grid"
          aria-label={props.label}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length}
          class="utrecht-table utrecht-table--html-table"
          data-testid={props.testId}
          onKeyDown={onKeyDown}
        >
          <thead>
            {groups.some(({ title }) => title !== '') && (
              <tr>
                {groups.map(({ title, span }, at) =>
                  title === '' ? (
                    <td key={at} colSpan={span} class={cornerAt(at)} />
                  ) : (
                    <th key={at} scope="colgroup" colSpan={span}>
                      {title}
                    </th>
                  ),
                )}
              </tr>
            )}
            <tr aria-rowindex={1}>
              {columns.map((column, at) => (
                <th
                  key={column.id}
                  scope="col"
                  role="columnheader"
                  class={[
                    column.number ? 'number' : '',
                    column.title.length > 40 ? 'sheet__long' : '',
                    staying(column, at),
                    cornerAt(at),
                  ].join(' ')}
                >
                  <span class="sheet__title">{column.title}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <Row
                key={row.id}
                row={row}
                at={at}
                columns={columns}
                active={here.row === at ? here.column : null}
                editing={here.row === at ? editing : null}
                point={(column) => {
                  const there = { row: at, column };
                  if (editing !== null && here.row === at && here.column === column) return;
                  const again = here.row === at && here.column === column;
                  if (again && canType(there) && editing === null)
                    setEditing(row.cells[column] ?? '');
                  else goTo(there);
                }}
                keep={(text, down) => {
                  setEditing(null);
                  if (text !== null) type(text);
                  // What was typed in the last row may have made another below it.
                  if (down) goTo({ row: at + 1, column: here.column });
                }}
                giveUp={() => {
                  goTo(here);
                }}
                spread={(text) => {
                  goTo(here);
                  paste(text, here);
                }}
              />
            ))}
          </tbody>
        </table>
      </div>
      {pasted !== null && (
        <Pasted
          plan={pasted}
          rows={rows}
          columns={columns}
          write={(changes) => {
            setPasted({ ...pasted, changes, unknown: [] });
            props.change(changes);
          }}
          close={() => {
            setPasted(null);
          }}
        />
      )}
      <p class="sheet__help">{props.help}</p>
    </>
  );
}
