/** The frame of a table of the country: filters, columns to choose, files, the table, and its sums. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Figure, PerThousand, PublishedFigure, SelectionSum } from '../../../wasm/index.ts';
import type { Cell } from '../../../wasm/files/csv-text.ts';
import { decidedSince, printedBy } from '../../../wasm/words/print-text.ts';
import { day, whole } from '../../format.ts';
import { language, texts } from '../../state/page.ts';
import { signedWhole } from '../../components/change-text.ts';
import { basisText, figureText, perThousandText } from '../../components/Figure.tsx';
import { decimalCell, figureCell, figureKey, rateCell, rateKey } from './cells.ts';
import {
  ColumnChooser,
  DataTable,
  type TableColumn,
  useSorting,
} from '../../components/DataTable.tsx';
import { Files, type ShownTable } from './Files.tsx';

/** A cell of the sums: as it is shown, and as a file has it. */
interface SumCell {
  readonly shown: string;
  readonly value: Cell;
}

/** A column as a file has it: a number is a number, and a range is its two ends. */
interface FileColumn<T> {
  readonly title: string;
  readonly value: (row: T) => Cell;
  readonly sum?: (sum: SelectionSum) => Cell;
}

export interface SummedColumn<T> extends TableColumn<T> {
  /** Left out: a file has what is shown. */
  readonly file?: readonly FileColumn<T>[];
  /** In a file also where a person does not have it on screen. */
  readonly always?: boolean;
  /** Left out: this column has no sum. */
  readonly sum?: (sum: SelectionSum) => SumCell;
  /** On screen beside the name, so that a telephone shows it too. */
  readonly lead?: boolean;
}

/** What a municipality and a province both have. */
interface Figures {
  readonly inhabitants: number;
  readonly total: Figure;
  readonly minors: Figure | null;
  readonly perThousand: PerThousand;
  readonly published: PublishedFigure | null;
  readonly prints: readonly PublishedFigure[];
}

const printedByText = ({ published }: Figures): string =>
  published === null
    ? ''
    : printedBy(published, (date) => day(date, language.value), language.value);

const decidedOf = ({ prints }: Figures): PublishedFigure | undefined =>
  prints.find(({ number }) => number === 'decided');

const decidedPlaces = (row: Figures): number | null => decidedOf(row)?.places ?? null;

/** What a distribution decision changed since the indicative number. */
function changeOf(row: Figures): number | null {
  const decided = decidedOf(row);
  return decided === undefined ? null : decidedSince(decided, row.published);
}

const wholeSum = (value: number): SumCell => ({ shown: whole(value, language.value), value });

export function countColumn<T>(
  id: string,
  title: string,
  of: (row: T) => number,
  sum: (sum: SelectionSum) => number,
): SummedColumn<T> {
  return {
    id,
    title,
    number: true,
    key: of,
    cell: (row) => whole(of(row), language.value),
    value: of,
    sum: (all) => wholeSum(sum(all)),
  };
}

function figureFile<T>(
  title: string,
  of: (row: T) => Figure | null,
  sumOf: (sum: SelectionSum) => Figure | null,
): FileColumn<T>[] {
  const { low, high } = texts.value.columns;
  return [
    { title, value: (row) => of(row)?.places ?? null, sum: (sum) => sumOf(sum)?.places ?? null },
    {
      title: `${title}, ${low}`,
      value: (row) => of(row)?.low ?? null,
      sum: (sum) => sumOf(sum)?.low ?? null,
    },
    {
      title: `${title}, ${high}`,
      value: (row) => of(row)?.high ?? null,
      sum: (sum) => sumOf(sum)?.high ?? null,
    },
  ];
}

function rateFile<T extends Figures>(title: string): FileColumn<T>[] {
  const { low, high } = texts.value.columns;
  return [
    {
      title,
      value: ({ perThousand }) => decimalCell(perThousand.value),
      sum: ({ perThousand }) => decimalCell(perThousand?.value ?? null),
    },
    {
      title: `${title}, ${low}`,
      value: ({ perThousand }) => decimalCell(perThousand.low),
      sum: ({ perThousand }) => decimalCell(perThousand?.low ?? null),
    },
    {
      title: `${title}, ${high}`,
      value: ({ perThousand }) => decimalCell(perThousand.high),
      sum: ({ perThousand }) => decimalCell(perThousand?.high ?? null),
    },
  ];
}

/** The columns of a file that hold anything. */
export function fileTable<T>(
  columns: readonly SummedColumn<T>[],
  rows: readonly T[],
  sum: SelectionSum | undefined,
  sumName: string,
): ShownTable {
  const all = columns.flatMap(({ title, value, sum: sumOf, file }) =>
    file === undefined
      ? [
          {
            title,
            value,
            ...(sumOf === undefined ? {} : { sum: (of: SelectionSum) => sumOf(of).value }),
          },
        ]
      : file.filter((part) => rows.some((row) => part.value(row) !== null)),
  );
  return {
    columns: all.map(({ title }) => title),
    rows: rows.map((row) => all.map(({ value }) => value(row))),
    sum:
      sum === undefined
        ? null
        : all.map((column, at) => (at === 0 ? sumName : (column.sum?.(sum) ?? null))),
  };
}

/** Total, minors, per thousand inhabitants and what was printed. */
export function figureColumns<T extends Figures>(totalTitle: string): SummedColumn<T>[] {
  const t = texts.value;
  const minorsText = (figure: Figure | null): string =>
    figure === null ? t.unknown : figureText(figure);
  return [
    {
      id: 'total',
      title: totalTitle,
      number: true,
      lead: true,
      key: (row) => figureKey(row.total),
      cell: (row) => figureText(row.total),
      value: (row) => figureCell(row.total),
      sum: ({ total }) => ({ shown: figureText(total), value: figureCell(total) }),
      file: figureFile(
        totalTitle,
        ({ total }) => total,
        ({ total }) => total,
      ),
    },
    {
      id: 'minors',
      title: t.columns.minors,
      number: true,
      key: (row) => figureKey(row.minors),
      cell: (row) => minorsText(row.minors),
      value: (row) => figureCell(row.minors),
      sum: ({ minors }) => ({ shown: minorsText(minors), value: figureCell(minors) }),
      file: figureFile(
        t.columns.minors,
        ({ minors }) => minors,
        ({ minors }) => minors,
      ),
    },
    {
      id: 'rate',
      title: t.columns.perThousand,
      number: true,
      key: (row) => rateKey(row.perThousand),
      cell: (row) => perThousandText(row.perThousand),
      value: (row) => rateCell(row.perThousand),
      sum: ({ perThousand }) => ({
        shown: perThousand === null ? '' : perThousandText(perThousand),
        value: rateCell(perThousand),
      }),
      file: rateFile(t.columns.perThousand),
    },
    {
      id: 'published',
      title: t.columns.published,
      number: true,
      key: (row) => row.published?.places ?? null,
      cell: (row) => (row.published === null ? '' : whole(row.published.places, language.value)),
      value: (row) => row.published?.places ?? null,
    },
    {
      id: 'printedBy',
      title: t.columns.printedBy,
      number: false,
      extra: true,
      always: true,
      key: printedByText,
      cell: printedByText,
      value: printedByText,
    },
    {
      id: 'decided',
      title: t.columns.decided,
      number: true,
      extra: true,
      key: decidedPlaces,
      cell: (row) => {
        const decided = decidedPlaces(row);
        return decided === null ? '' : whole(decided, language.value);
      },
      value: decidedPlaces,
    },
    {
      id: 'decidedSince',
      title: t.columns.decidedSince,
      number: true,
      extra: true,
      key: changeOf,
      cell: (row) => {
        const since = changeOf(row);
        return since === null ? '' : signedWhole(since);
      },
      value: changeOf,
    },
  ];
}

/** A field that filters by name. */
export function NameFilter(props: {
  id: string;
  label: string;
  value: string;
  change: (typed: string) => void;
}) {
  return (
    <p>
      <label class="utrecht-form-label" for={props.id}>
        {props.label}
      </label>
      <input
        id={props.id}
        type="search"
        autocomplete="off"
        class="utrecht-textbox utrecht-textbox--html-input"
        value={props.value}
        onInput={(event) => {
          props.change(event.currentTarget.value);
        }}
      />
    </p>
  );
}

export function SummedTable<T>(props: {
  by: 'municipality' | 'province';
  id: string;
  title: string;
  testId: string;
  columns: readonly SummedColumn<T>[];
  /** What the filters leave. */
  rows: readonly T[];
  /** How many of how many that is, in words. */
  count: string;
  rowKey: (row: T) => string;
  rowClass?: (row: T) => string;
  sum: SelectionSum | undefined;
  sumName: string;
  filters: ComponentChildren;
  before?: { readonly title: string; readonly cell: (row: T) => ComponentChildren };
  /** Between the tools and the table. */
  children?: ComponentChildren;
}) {
  const { columns, sum } = props;
  const [visible, setVisible] = useState<ReadonlySet<string>>(
    () => new Set(columns.filter(({ extra }) => extra !== true).map(({ id }) => id)),
  );
  const [name, ...others] = columns.filter(({ id }, index) => index === 0 || visible.has(id));
  const shown = [
    ...(name === undefined ? [] : [name]),
    ...others.filter(({ lead }) => lead === true),
    ...others.filter(({ lead }) => lead !== true),
  ];
  const { ordered, sorting, sortBy } = useSorting(props.rows, columns);
  const sums =
    sum === undefined
      ? null
      : shown.map((column, index): SumCell =>
          index === 0
            ? { shown: props.sumName, value: props.sumName }
            : (column.sum?.(sum) ?? { shown: '', value: null }),
        );
  return (
    <section aria-labelledby={props.id} class="data">
      <h3 id={props.id} class="utrecht-heading-3">
        {props.title}
      </h3>
      <div class="filters">
        {props.filters}
        <p class="filters__count" role="status">
          {props.count} · {basisText()}
        </p>
      </div>
      <div class="data__tools">
        <ColumnChooser columns={columns} shown={visible} change={setVisible} />
        <Files
          by={props.by}
          table={() =>
            fileTable(
              columns.filter(
                ({ id, always }, at) => at === 0 || always === true || visible.has(id),
              ),
              ordered,
              sum,
              props.sumName,
            )
          }
        />
      </div>
      {props.children}
      <DataTable
        testId={props.testId}
        caption={props.title}
        columns={shown}
        rows={ordered}
        rowKey={props.rowKey}
        sorting={sorting}
        sortBy={sortBy}
        sums={sums?.map((cell) => cell.shown) ?? null}
        {...(props.rowClass === undefined ? {} : { rowClass: props.rowClass })}
        {...(props.before === undefined ? {} : { before: props.before })}
      />
    </section>
  );
}
