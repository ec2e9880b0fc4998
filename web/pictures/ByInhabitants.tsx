/** Places against inhabitants: figures as dots; on an estimate its ranges as bars. */
import { useMemo } from 'preact/hooks';
import { max } from 'd3-array';
import { scaleSqrt } from 'd3-scale';
import type { AllocationResult, MunicipalityRow } from '../../wasm/index.ts';
import type { Language } from '../../wasm/words/messages.ts';
import { whole } from '../format.ts';
import { chosen, language, texts } from '../state/page.ts';
import { basisText, figureText, perThousandText } from '../components/Figure.tsx';
import type { CardContent } from './Chart.tsx';
import { Picture } from './Picture.tsx';
import { type Dot, Scatter, scatterPlane as plane } from './Scatter.tsx';
import { roundTicks } from './ticks.ts';
import { pictureSource } from './words.ts';
import { spokenName } from '../state/search.ts';

const words = (row: MunicipalityRow, shown: Language): string[] => {
  const t = texts.value.pictures;
  return [
    t.inhabitantsLine(whole(row.inhabitants, shown)),
    t.placesLine(figureText(row.total)),
    t.rateLine(perThousandText(row.perThousand)),
    basisText(),
  ];
};

export function ByInhabitants(props: { result: AllocationResult }) {
  const { result } = props;
  const t = texts.value.pictures;
  const shown = language.value;
  const estimate = result.basis === 'estimate';
  const rows = result.municipalities;
  const most = Math.max(1, max(rows, (row) => row.inhabitants) ?? 1);
  const mostPlaces = Math.max(1, max(rows, (row) => row.total.places ?? row.total.high ?? 0) ?? 1);
  const x = useMemo(() => scaleSqrt([0, most], [plane.left, plane.right]), [most]);
  const y = useMemo(() => scaleSqrt([0, mostPlaces], [plane.bottom, plane.top]), [mostPlaces]);
  const dots = useMemo<Dot[]>(
    () =>
      rows.map((row) => {
        const { places, low, high } = row.total;
        const bottom = y(low ?? 0);
        const top = y(high ?? 0);
        return {
          id: row.code,
          province: row.province,
          label: [spokenName(row.name), ...words(row, shown)].join(', '),
          x: x(row.inhabitants),
          y: places === null ? (bottom + top) / 2 : y(places),
          ...(places === null ? { range: { low: bottom, high: top } } : {}),
        };
      }),
    [rows, x, y, shown],
  );
  const ours = chosen.value;
  const title =
    ours === null
      ? estimate
        ? t.byInhabitants.rangeTitle
        : t.byInhabitants.title
      : t.byInhabitants.chosenTitle(
          spokenName(ours.name),
          whole(ours.inhabitants, shown),
          figureText(ours.total),
        );
  const card = (id: string): CardContent | null => {
    const row = rows.find(({ code }) => code === id);
    return row === undefined
      ? null
      : { title: spokenName(row.name), lines: [row.province, ...words(row, shown)] };
  };
  return (
    <Picture
      testId="beeld-inwoners"
      title={title}
      reading={estimate ? t.byInhabitants.rangeReading : t.byInhabitants.reading}
      source={estimate ? t.estimateSource : pictureSource('computed')}
      file={t.byInhabitants.file}
      numbers={{
        columns: estimate
          ? [t.municipality, t.inhabitants, t.low, t.high]
          : [t.municipality, t.inhabitants, t.places, t.perThousand],
        rows: rows.map((row) =>
          estimate
            ? [spokenName(row.name), row.inhabitants, row.total.low, row.total.high]
            : [
                spokenName(row.name),
                row.inhabitants,
                row.total.places,
                row.perThousand.value === null ? null : { decimal: row.perThousand.value },
              ],
        ),
      }}
    >
      <Scatter
        testId="inwoners"
        label={`${title} ${t.keys}`}
        dots={dots}
        x={{
          title: t.inhabitants,
          ticks: roundTicks(most, x, 70).map((value) => ({
            at: x(value),
            text: whole(value, shown),
          })),
        }}
        y={{
          title: t.places,
          ticks: roundTicks(mostPlaces, y, 34).map((value) => ({
            at: y(value),
            text: whole(value, shown),
          })),
        }}
        card={card}
      />
    </Picture>
  );
}
