/** Table of the provinces with their tasks, a filter and the sum. */
import { useMemo, useState } from 'preact/hooks';
import type { ProvinceRow } from '../../../wasm/index.ts';
import { whole } from '../../format.ts';
import { matches } from '../../state/search.ts';
import { language, result, texts } from '../../state/page.ts';
import {
  NameFilter,
  type SummedColumn,
  SummedTable,
  countColumn,
  figureColumns,
} from './SummedTable.tsx';
import { isRange, knownTotal, useSums } from './use-sums.ts';

const none: readonly ProvinceRow[] = [];

function provinceColumns(): SummedColumn<ProvinceRow>[] {
  const t = texts.value;
  return [
    {
      id: 'name',
      title: t.columns.province,
      number: false,
      key: (row) => row.name,
      cell: (row) => row.name,
      value: (row) => row.name,
    },
    countColumn(
      'municipalities',
      t.columns.municipalities,
      (row) => row.municipalities,
      (sum) => sum.municipalities,
    ),
    countColumn(
      'inhabitants',
      t.columns.inhabitants,
      (row) => row.inhabitants,
      (sum) => sum.inhabitants,
    ),
    ...figureColumns<ProvinceRow>(t.columns.task),
  ];
}

export function Provinces() {
  const t = texts.value;
  const c = t.country;
  const shown = language.value;
  const [typed, setTyped] = useState('');
  // Made anew with the language: titles and cells are in it.
  const columns = useMemo(provinceColumns, [t, shown]);
  const current = result.value;
  const all = current?.provinces ?? none;
  const rows = useMemo(() => all.filter(({ name }) => matches(name, typed)), [all, typed]);
  const summed = useMemo(() => {
    const names = new Set(rows.map(({ name }) => name));
    return [
      (current?.municipalities ?? [])
        .filter(({ province }) => names.has(province))
        .map(({ code }) => code),
    ];
  }, [current, rows]);
  const [sum] = useSums(summed);
  const isWhole = rows.length === all.length;
  return (
    <SummedTable
      by="province"
      id="provincies-titel"
      title={t.provinces}
      testId="tabel-provincies"
      columns={columns}
      rows={rows}
      count={c.shownProvinces(whole(rows.length, shown), whole(all.length, shown))}
      rowKey={(row) => row.name}
      sum={knownTotal(sum, isWhole)}
      sumName={
        !isWhole
          ? c.sumOfProvinces(whole(rows.length, shown))
          : isRange(current?.basis)
            ? t.needCountry
            : c.sumAllProvinces
      }
      filters={
        <NameFilter
          id="filter-provincies"
          label={c.filterProvinces}
          value={typed}
          change={setTyped}
        />
      }
    />
  );
}
