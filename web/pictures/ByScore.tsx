/** Places per 1,000 inhabitants against the score. An estimated score is never shown. */
import { useMemo } from 'preact/hooks';
import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { AllocationResult } from '../../wasm/index.ts';
import type { Language } from '../../wasm/words/messages.ts';
import { decimal, whole } from '../format.ts';
import { chosen, language, texts } from '../state/page.ts';
import { basisText } from '../components/Figure.tsx';
import type { CardContent } from './Chart.tsx';
import { NoPicture, Picture } from './Picture.tsx';
import { type Dot, Scatter, scatterPlane as plane } from './Scatter.tsx';
import { pictureSource } from './words.ts';
import { spokenName } from '../state/search.ts';

interface Scored {
  readonly code: string;
  readonly name: string;
  readonly province: string;
  readonly score: string;
  readonly rate: string;
  readonly places: number;
}

const words = (row: Scored, shown: Language): string[] => {
  const t = texts.value.pictures;
  return [
    t.scoreLine(decimal(row.score, shown)),
    t.rateLine(decimal(row.rate, shown)),
    t.placesLine(whole(row.places, shown)),
    basisText(),
  ];
};

export function ByScore(props: { result: AllocationResult }) {
  const { result } = props;
  const t = texts.value.pictures;
  const shown = language.value;
  const rows = useMemo<Scored[]>(
    () =>
      result.municipalities.flatMap((row) =>
        row.score === null || row.perThousand.value === null || row.total.places === null
          ? []
          : [
              {
                code: row.code,
                name: spokenName(row.name),
                province: row.province,
                score: row.score,
                rate: row.perThousand.value,
                places: row.total.places,
              },
            ],
      ),
    [result],
  );
  const x = useMemo(() => {
    const [least, most] = extent(rows, ({ score }) => Number(score));
    return scaleLinear([least ?? 0, most ?? 1], [plane.left, plane.right]).nice(6);
  }, [rows]);
  const y = useMemo(() => {
    const [, most] = extent(rows, ({ rate }) => Number(rate));
    return scaleLinear([0, most ?? 1], [plane.bottom, plane.top]).nice(5);
  }, [rows]);
  const dots = useMemo<Dot[]>(
    () =>
      rows.map((row) => ({
        id: row.code,
        province: row.province,
        label: [spokenName(row.name), ...words(row, shown)].join(', '),
        x: x(Number(row.score)),
        y: y(Number(row.rate)),
      })),
    [rows, x, y, shown],
  );
  if (rows.length === 0) return <NoPicture title={t.byScore.noTitle} why={t.byScore.why} />;
  const ours = rows.find(({ code }) => code === chosen.value?.code);
  const title =
    ours === undefined
      ? t.byScore.title
      : t.byScore.chosenTitle(
          spokenName(ours.name),
          decimal(ours.score, shown),
          decimal(ours.rate, shown),
        );
  const card = (id: string): CardContent | null => {
    const row = rows.find(({ code }) => code === id);
    return row === undefined
      ? null
      : { title: spokenName(row.name), lines: [row.province, ...words(row, shown)] };
  };
  return (
    <Picture
      testId="beeld-score"
      title={title}
      reading={t.byScore.reading}
      source={pictureSource('computed')}
      file={t.byScore.file}
      numbers={{
        columns: [t.municipality, t.score, t.places, t.perThousand],
        rows: rows.map((row) => [
          spokenName(row.name),
          { decimal: row.score },
          row.places,
          { decimal: row.rate },
        ]),
      }}
    >
      <Scatter
        testId="score"
        label={`${title} ${t.keys}`}
        dots={dots}
        x={{
          title: t.score,
          ticks: x.ticks(6).map((value) => ({
            at: x(value),
            text: decimal(String(value), shown),
          })),
        }}
        y={{
          title: t.perThousand,
          ticks: y.ticks(5).map((value) => ({
            at: y(value),
            text: Number.isInteger(value) ? whole(value, shown) : decimal(String(value), shown),
          })),
        }}
        card={card}
      />
    </Picture>
  );
}
