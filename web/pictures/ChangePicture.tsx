/** Old against new: above the line more places, below it less. */
import { useMemo } from 'preact/hooks';
import { max } from 'd3-array';
import { scaleSqrt } from 'd3-scale';
import type { ChangeRow } from '../../wasm/index.ts';
import type { Language } from '../../wasm/words/messages.ts';
import { decimal, whole } from '../format.ts';
import { language, result, texts } from '../state/page.ts';
import type { CardContent } from './Chart.tsx';
import { NoPicture, Picture } from './Picture.tsx';
import { type Dot, Scatter, scatterPlane as plane } from './Scatter.tsx';
import { roundTicks } from './ticks.ts';
import { spokenName } from '../state/search.ts';

/** With fewer there is nothing to see that the table does not say. */
const fewest = 5;

const words = (row: ChangeRow, shown: Language): string[] => {
  const c = texts.value.change;
  return [
    c.oldLine(whole(row.from ?? 0, shown)),
    c.newLine(whole(row.to ?? 0, shown)),
    ...(row.percent === null ? [] : [c.percentLine(decimal(row.percent, shown))]),
  ];
};

/** @param rows  those with a figure on both sides */
export function ChangePicture(props: { rows: readonly ChangeRow[] }) {
  const { rows } = props;
  const c = texts.value.change;
  const shown = language.value;
  const most = Math.max(1, max(rows, ({ from, to }) => Math.max(from ?? 0, to ?? 0)) ?? 1);
  const x = useMemo(() => scaleSqrt([0, most], [plane.left, plane.right]), [most]);
  const y = useMemo(() => scaleSqrt([0, most], [plane.bottom, plane.top]), [most]);
  const current = result.value;
  const dots = useMemo<Dot[]>(() => {
    const known = new Map(current?.municipalities.map((row) => [row.code, row.province]));
    return rows.map((row) => ({
      id: row.code ?? row.name,
      province: row.province ?? known.get(row.code ?? '') ?? null,
      label: [spokenName(row.name), ...words(row, shown)].join(', '),
      x: x(row.from ?? 0),
      y: y(row.to ?? 0),
    }));
  }, [rows, x, y, shown, current]);
  if (rows.length < fewest)
    return <NoPicture title={c.pictureNoTitle} why={c.pictureWhy(whole(rows.length, shown))} />;
  const up = rows.filter(({ difference }) => (difference ?? 0) > 0).length;
  const down = rows.filter(({ difference }) => (difference ?? 0) < 0).length;
  const title = c.pictureTitle(
    whole(rows.length, shown),
    whole(down, shown),
    whole(up, shown),
    whole(rows.length - up - down, shown),
  );
  const card = (id: string): CardContent | null => {
    const row = rows.find(({ code, name }) => (code ?? name) === id);
    return row === undefined ? null : { title: spokenName(row.name), lines: words(row, shown) };
  };
  const ticks = (place: (value: number) => number, apart: number) =>
    roundTicks(most, place, apart).map((value) => ({
      at: place(value),
      text: whole(value, shown),
    }));
  return (
    <Picture
      testId="beeld-verschil"
      title={title}
      reading={c.pictureReading}
      source={c.pictureSource}
      file={c.file}
      numbers={{
        columns: [texts.value.columns.name, c.old, c.new, c.difference, c.percent],
        rows: rows.map((row) => [
          spokenName(row.name),
          row.from,
          row.to,
          row.difference,
          row.percent === null ? null : { decimal: row.percent },
        ]),
      }}
    >
      <Scatter
        testId="verschil"
        label={`${title} ${texts.value.pictures.keys}`}
        dots={dots}
        x={{ title: c.old, ticks: ticks(x, 60) }}
        y={{ title: c.new, ticks: ticks(y, 34) }}
        card={card}
        behind={
          <line
            class="axes__same"
            x1={plane.left}
            y1={plane.bottom}
            x2={plane.right}
            y2={plane.top}
          />
        }
      />
    </Picture>
  );
}
