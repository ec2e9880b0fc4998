import { useMemo, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { Figure, MunicipalityRow, PerThousand, ProvinceRow } from '../../wasm/index.ts';
import { whole } from '../format.ts';
import { type Key, type Sorting, sorted } from '../order.ts';
import { saveFile } from '../save.ts';
import { matches } from '../search.ts';
import {
  announcement,
  chosenCode,
  core,
  language,
  parameters,
  result,
  round,
  texts,
} from '../state.ts';
import { basisText } from './Card.tsx';
import { figureText, perThousandText } from './Figure.tsx';

interface TableColumn<T> {
  readonly id: string;
  readonly title: string;
  readonly number: boolean;
  readonly key: (row: T) => Key;
  readonly cell: (row: T) => ComponentChildren;
}

const figureKey = (figure: Figure | null): Key => figure?.places ?? figure?.low ?? null;
// Decimal text of the core, compared as a number only to put rows in order.
const rateKey = (rate: PerThousand): Key => Number(rate.value ?? rate.low);

function SortableTable<T>(props: {
  testId: string;
  caption: string;
  columns: readonly TableColumn<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
  foot: ComponentChildren;
}) {
  const t = texts.value;
  const { columns, rows } = props;
  const [sorting, setSorting] = useState<Sorting<string>>({ column: 'name', descending: false });
  const column = columns.find(({ id }) => id === sorting.column) ?? columns[0];
  const ordered = useMemo(
    () => (column === undefined ? [...rows] : sorted(rows, column.key, sorting.descending)),
    [rows, column, sorting],
  );
  const sortBy = (id: string, title: string, number: boolean): void => {
    const descending = sorting.column === id ? !sorting.descending : number;
    setSorting({ column: id, descending });
    announcement.value = t.sorted(title, descending);
  };
  return (
    // The group scrolls sideways on a small screen, so the keyboard has to reach it.
    <div class="table-scroll" role="group" aria-label={props.caption} tabIndex={0}>
      <table class="utrecht-table utrecht-table--html-table" data-testid={props.testId}>
        <caption class="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            {columns.map(({ id, title, number }) => (
              <th
                key={id}
                scope="col"
                class={number ? 'number' : ''}
                aria-sort={
                  sorting.column !== id ? 'none' : sorting.descending ? 'descending' : 'ascending'
                }
              >
                <button
                  type="button"
                  class="sort"
                  onClick={() => {
                    sortBy(id, title, number);
                  }}
                >
                  {title}
                  <span aria-hidden="true" class="sort__arrow">
                    {sorting.column !== id ? '' : sorting.descending ? '▼' : '▲'}
                  </span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ordered.map((row) => (
            <tr key={props.rowKey(row)}>
              {columns.map(({ id, number, cell }, index) =>
                index === 0 ? (
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
        </tbody>
        {props.foot}
      </table>
    </div>
  );
}

function Downloads(props: { by: 'municipality' | 'province' }) {
  const t = texts.value;
  const save = (dialect: 'international' | 'nl'): void => {
    const answer = core.value?.allocate({ ...parameters.value, csv: { by: props.by, dialect } });
    const bytes = answer?.ok === true ? answer.columns.get('csv') : undefined;
    if (!(bytes instanceof Uint8Array)) return;
    const what = props.by === 'municipality' ? t.fileMunicipalities : t.fileProvinces;
    saveFile(
      `spreidingswijzer-${round.value.id}-${what}.csv`,
      bytes as Uint8Array<ArrayBuffer>,
      'text/csv',
    );
  };
  return (
    <p class="buttons" role="group" aria-label={t.download}>
      <span>{t.download}:</span>
      <button
        type="button"
        class="utrecht-button utrecht-button--secondary-action"
        onClick={() => {
          save('nl');
        }}
      >
        {t.downloadDutch}
      </button>
      <button
        type="button"
        class="utrecht-button utrecht-button--secondary-action"
        onClick={() => {
          save('international');
        }}
      >
        {t.downloadInternational}
      </button>
    </p>
  );
}

/** Cells that both tables end with: the sums of the core, or nothing on an estimate. */
function Sums(props: { before: number; after: number }) {
  const t = texts.value;
  const totals = result.value?.totals;
  if (totals?.places == null) return null;
  const shown = language.value;
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={props.before}>
          {t.sum}
        </th>
        <td class="number">{whole(totals.inhabitants, shown)}</td>
        <td class="number">{whole(totals.places, shown)}</td>
        <td class="number">{totals.minors === null ? t.unknown : whole(totals.minors, shown)}</td>
        <td colSpan={props.after} />
      </tr>
    </tfoot>
  );
}

const none: readonly MunicipalityRow[] = [];

function Municipalities() {
  const t = texts.value;
  const shown = language.value;
  const [typed, setTyped] = useState('');
  const [province, setProvince] = useState('');
  const all = result.value?.municipalities ?? none;
  const rows = useMemo(
    () =>
      all.filter(
        (row) => matches(row.name, typed) && (province === '' || row.province === province),
      ),
    [all, typed, province],
  );
  const columns = useMemo<TableColumn<MunicipalityRow>[]>(
    () => [
      {
        id: 'name',
        title: t.columns.name,
        number: false,
        key: (row) => row.name,
        cell: (row) => (
          <button
            type="button"
            class="name"
            onClick={() => {
              chosenCode.value = row.code;
              document.getElementById('antwoord')?.scrollIntoView();
              document.getElementById('antwoord')?.focus();
            }}
          >
            {row.name}
          </button>
        ),
      },
      {
        id: 'province',
        title: t.columns.province,
        number: false,
        key: (row) => row.province,
        cell: (row) => row.province,
      },
      {
        id: 'inhabitants',
        title: t.columns.inhabitants,
        number: true,
        key: (row) => row.inhabitants,
        cell: (row) => whole(row.inhabitants, shown),
      },
      {
        id: 'total',
        title: t.columns.total,
        number: true,
        key: (row) => figureKey(row.total),
        cell: (row) => figureText(row.total),
      },
      {
        id: 'minors',
        title: t.columns.minors,
        number: true,
        key: (row) => figureKey(row.minors),
        cell: (row) => (row.minors === null ? t.unknown : figureText(row.minors)),
      },
      {
        id: 'rate',
        title: t.columns.perThousand,
        number: true,
        key: (row) => rateKey(row.perThousand),
        cell: (row) => perThousandText(row.perThousand),
      },
      {
        id: 'published',
        title: t.columns.published,
        number: true,
        key: (row) => row.published?.places ?? null,
        cell: (row) => (row.published === null ? '' : whole(row.published.places, shown)),
      },
    ],
    [t, shown],
  );
  return (
    <section aria-labelledby="gemeenten-titel">
      <h3 id="gemeenten-titel" class="utrecht-heading-3">
        {t.municipalities}
      </h3>
      <div class="filters">
        <p>
          <label class="utrecht-form-label" for="filter">
            {t.filter}
          </label>
          <input
            id="filter"
            type="search"
            class="utrecht-textbox utrecht-textbox--html-input"
            value={typed}
            onInput={(event) => {
              setTyped(event.currentTarget.value);
            }}
          />
        </p>
        <p>
          <label class="utrecht-form-label" for="provincie">
            {t.columns.province}
          </label>
          <select
            id="provincie"
            class="utrecht-select utrecht-select--html-select"
            value={province}
            onChange={(event) => {
              setProvince(event.currentTarget.value);
            }}
          >
            <option value="">{t.allProvinces}</option>
            {result.value?.provinces.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </p>
        <p class="filters__count" role="status">
          {t.shownRows(whole(rows.length, shown), whole(all.length, shown))} · {basisText()}
        </p>
      </div>
      <Downloads by="municipality" />
      <SortableTable
        testId="tabel-gemeenten"
        caption={t.municipalities}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.code}
        foot={<Sums before={2} after={2} />}
      />
    </section>
  );
}

function Provinces() {
  const t = texts.value;
  const shown = language.value;
  const columns = useMemo<TableColumn<ProvinceRow>[]>(
    () => [
      {
        id: 'name',
        title: t.columns.province,
        number: false,
        key: (row) => row.name,
        cell: (row) => row.name,
      },
      {
        id: 'municipalities',
        title: t.columns.municipalities,
        number: true,
        key: (row) => row.municipalities,
        cell: (row) => whole(row.municipalities, shown),
      },
      {
        id: 'inhabitants',
        title: t.columns.inhabitants,
        number: true,
        key: (row) => row.inhabitants,
        cell: (row) => whole(row.inhabitants, shown),
      },
      {
        id: 'total',
        title: t.columns.task,
        number: true,
        key: (row) => figureKey(row.total),
        cell: (row) => figureText(row.total),
      },
      {
        id: 'minors',
        title: t.columns.minors,
        number: true,
        key: (row) => figureKey(row.minors),
        cell: (row) => (row.minors === null ? t.unknown : figureText(row.minors)),
      },
      {
        id: 'rate',
        title: t.columns.perThousand,
        number: true,
        key: (row) => rateKey(row.perThousand),
        cell: (row) => perThousandText(row.perThousand),
      },
      {
        id: 'published',
        title: t.columns.published,
        number: true,
        key: (row) => row.published?.places ?? null,
        cell: (row) => (row.published === null ? '' : whole(row.published.places, shown)),
      },
    ],
    [t, shown],
  );
  return (
    <section aria-labelledby="provincies-titel">
      <h3 id="provincies-titel" class="utrecht-heading-3">
        {t.provinces}
      </h3>
      <Downloads by="province" />
      <SortableTable
        testId="tabel-provincies"
        caption={t.provinces}
        columns={columns}
        rows={result.value?.provinces ?? []}
        rowKey={(row) => row.name}
        foot={<Sums before={2} after={2} />}
      />
    </section>
  );
}

function Difference() {
  const t = texts.value;
  const current = result.value;
  if (current?.totals.places == null || current.totals.difference === null) return null;
  const shown = language.value;
  return (
    <p class="utrecht-paragraph">
      {current.totals.difference === 0
        ? t.noDifference(whole(current.need, shown))
        : t.difference(
            whole(current.totals.places, shown),
            whole(current.need, shown),
            whole(current.totals.difference, shown),
          )}
    </p>
  );
}

export function Tables() {
  return (
    <section class="section" aria-labelledby="tabellen-titel">
      <h2 id="tabellen-titel" class="utrecht-heading-2">
        {texts.value.tables}
      </h2>
      <p class="utrecht-paragraph">{texts.value.standing}</p>
      <Difference />
      <Provinces />
      <Municipalities />
    </section>
  );
}
