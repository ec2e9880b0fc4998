import { useMemo, useState } from 'preact/hooks';
import type { ProvinceRow } from '../../../wasm/index.ts';
import { whole } from '../../format.ts';
import { language, result, texts } from '../../state.ts';
import { figureText, perThousandText } from '../Figure.tsx';
import { figureCell, figureKey, rateCell, rateKey } from './cells.ts';
import { ColumnChooser, DataTable, type TableColumn, useSorting } from './DataTable.tsx';
import { Files } from './Files.tsx';
import { useSums } from './useSums.ts';

const none: readonly ProvinceRow[] = [];
const noCodes: readonly string[] = [];

export function Provinces() {
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
        value: (row) => row.name,
      },
      {
        id: 'municipalities',
        title: t.columns.municipalities,
        number: true,
        key: (row) => row.municipalities,
        cell: (row) => whole(row.municipalities, shown),
        value: (row) => row.municipalities,
      },
      {
        id: 'inhabitants',
        title: t.columns.inhabitants,
        number: true,
        key: (row) => row.inhabitants,
        cell: (row) => whole(row.inhabitants, shown),
        value: (row) => row.inhabitants,
      },
      {
        id: 'total',
        title: t.columns.task,
        number: true,
        key: (row) => figureKey(row.total),
        cell: (row) => figureText(row.total),
        value: (row) => figureCell(row.total),
      },
      {
        id: 'minors',
        title: t.columns.minors,
        number: true,
        key: (row) => figureKey(row.minors),
        cell: (row) => (row.minors === null ? t.unknown : figureText(row.minors)),
        value: (row) => figureCell(row.minors),
      },
      {
        id: 'rate',
        title: t.columns.perThousand,
        number: true,
        key: (row) => rateKey(row.perThousand),
        cell: (row) => perThousandText(row.perThousand),
        value: (row) => rateCell(row.perThousand),
      },
      {
        id: 'published',
        title: t.columns.published,
        number: true,
        key: (row) => row.published?.places ?? null,
        cell: (row) => (row.published === null ? '' : whole(row.published.places, shown)),
        value: (row) => row.published?.places ?? null,
      },
    ],
    [t, shown],
  );
  const [visible, setVisible] = useState<ReadonlySet<string>>(
    () => new Set(columns.map(({ id }) => id)),
  );
  const chosenColumns = columns.filter(({ id }, index) => index === 0 || visible.has(id));
  const current = result.value;
  const rows = current?.provinces ?? none;
  const { ordered, sorting, sortBy } = useSorting(rows, columns);
  const everyone = useMemo(
    () => [current?.municipalities.map(({ code }) => code) ?? noCodes],
    [current],
  );
  const [sum] = useSums(everyone);
  const sums =
    sum === undefined
      ? null
      : chosenColumns.map(({ id }, index) => {
          if (index === 0) return t.country.sumAllProvinces;
          if (id === 'municipalities') return whole(sum.municipalities, shown);
          if (id === 'inhabitants') return whole(sum.inhabitants, shown);
          if (id === 'total') return figureText(sum.total);
          if (id === 'minors') return sum.minors === null ? t.unknown : figureText(sum.minors);
          return id === 'rate' && sum.perThousand !== null ? perThousandText(sum.perThousand) : '';
        });
  return (
    <section aria-labelledby="provincies-titel" class="data">
      <h3 id="provincies-titel" class="utrecht-heading-3">
        {t.provinces}
      </h3>
      <div class="data__tools">
        <ColumnChooser columns={columns} shown={visible} change={setVisible} />
        <Files
          by="province"
          table={() => ({
            columns: chosenColumns.map(({ title }) => title),
            rows: ordered.map((row) => chosenColumns.map(({ value }) => value(row))),
            sum:
              sum === undefined
                ? null
                : chosenColumns.map(({ id }, index) => {
                    if (index === 0) return t.country.sumAllProvinces;
                    if (id === 'municipalities') return sum.municipalities;
                    if (id === 'inhabitants') return sum.inhabitants;
                    if (id === 'total') return figureCell(sum.total);
                    if (id === 'minors') return figureCell(sum.minors);
                    return id === 'rate' ? rateCell(sum.perThousand) : null;
                  }),
          })}
        />
      </div>
      <DataTable
        testId="tabel-provincies"
        caption={t.provinces}
        columns={chosenColumns}
        rows={ordered}
        rowKey={(row) => row.name}
        sorting={sorting}
        sortBy={sortBy}
        sums={sums}
      />
    </section>
  );
}
