/** All municipalities from the most places to the least, each a bar. */
import { useMemo } from 'preact/hooks';
import { scaleBand, scaleLinear } from 'd3-scale';
import type { AllocationResult } from '../../wasm/index.ts';
import { whole } from '../format.ts';
import { useAnswer } from '../state/second-core.ts';
import { chosen, chosenCode, language, parameters, texts } from '../state/page.ts';
import { Axes } from './Axes.tsx';
import { type BarName, namesOnBars } from './bar-names.ts';
import { type CardContent, Chart, type ChartMark } from './Chart.tsx';
import { ChosenLegend } from './ChosenLegend.tsx';
import { Picture } from './Picture.tsx';
import { spokenName } from '../state/search.ts';
import { ranked, shownKind } from './shown.ts';
import { chooseMunicipality, figureLines, markLabel, pictureSource } from './words.ts';

const width = 720;
const height = 400;
/** Above few bars names stand slanted, also above the highest; of many it has its name beside it. */
const planes = {
  few: { left: 56, right: 612, top: 100, bottom: 360 },
  many: { left: 56, right: 612, top: 44, bottom: 360 },
} as const;
const manyBars = 60;

function OnBar({ name }: { name: BarName }) {
  const { text, x, y, turned, isChosen } = name;
  return (
    <g>
      {turned && <line class="bar__leader" x1={x} x2={x} y1={y - 2} y2={y - 10} />}
      <text
        class={isChosen ? 'bar__name bar__name--chosen' : 'bar__name'}
        {...(turned
          ? { transform: `translate(${x + 3} ${y - 12}) rotate(-45)` }
          : { x: x + 6, y: y + 10 })}
      >
        {text}
      </text>
    </g>
  );
}

export function Ranking(props: { result: AllocationResult }) {
  const { result } = props;
  const t = texts.value.pictures;
  const shown = language.value;
  const kind = shownKind(result);
  const marked = chosenCode.value;
  const order = useMemo(() => ranked(result.municipalities, kind), [result, kind]);
  const plane = order.length > manyBars ? planes.many : planes.few;
  const first = order[0];
  const last = order[order.length - 1];
  const x = useMemo(
    () =>
      scaleBand()
        .domain(order.map(({ row }) => row.code))
        .range([plane.left, plane.right])
        .paddingInner(order.length > 100 ? 0 : 0.2),
    [order, plane],
  );
  const y = useMemo(
    () =>
      scaleLinear()
        .domain([0, Math.max(first?.figure.places ?? 1, 1)])
        .range([plane.bottom, plane.top])
        .nice(4),
    [first, plane],
  );
  const ours = chosen.value;
  const marks = useMemo<ChartMark[]>(
    () =>
      order.map(({ row, figure }) => {
        const left = x(row.code) ?? 0;
        const top = y(figure.places);
        const emphasis =
          row.code === ours?.code
            ? 'mark--chosen-fill'
            : ours !== null && row.province === ours.province
              ? 'mark--step-4'
              : ours === null
                ? 'mark--step-4'
                : 'mark--quiet';
        return {
          id: row.code,
          x: left + x.bandwidth() / 2,
          y: top,
          reach: 2,
          label: markLabel(row, kind, shown),
          draw: (
            <rect
              class={`mark ${emphasis}`}
              x={left}
              y={top}
              width={Math.max(x.bandwidth() - (order.length > 100 ? 0.3 : 0), 0.5)}
              height={plane.bottom - top}
            />
          ),
        };
      }),
    [order, x, y, ours, kind, shown, plane],
  );
  const names = useMemo(
    () =>
      namesOnBars(
        order.map(({ row, figure }) => ({
          id: row.code,
          text: `${spokenName(row.name)} ${whole(figure.places, shown)}`,
          x: (x(row.code) ?? 0) + x.bandwidth() / 2,
          y: y(figure.places),
        })),
        ours?.code ?? null,
      ),
    [order, x, y, ours, shown],
  );
  // The rank of a computed figure comes from the core; a printed list that is not whole has none.
  const inputs = parameters.value;
  const code = kind === 'computed' ? ours?.code : undefined;
  const question = useMemo(
    () => (code === undefined ? null : { ...inputs, municipality: code }),
    [inputs, code],
  );
  const explained = useAnswer('explain', question);
  if (first === undefined || last === undefined) return null;
  const isWhole = order.length === result.municipalities.length;
  const ourPlaces = order.find(({ row }) => row.code === ours?.code)?.figure.places;
  const rank =
    explained?.ok === true
      ? explained.result.ranks?.placesInCountry
      : isWhole && ourPlaces !== undefined
        ? {
            place: 1 + order.filter(({ figure }) => figure.places > ourPlaces).length,
            of: order.length,
          }
        : undefined;
  const title =
    ours !== null && rank !== undefined
      ? t.ranking.chosenTitle(
          spokenName(ours.name),
          whole(rank.place, shown),
          whole(rank.of, shown),
        )
      : isWhole
        ? t.ranking.title(
            spokenName(first.row.name),
            whole(first.figure.places, shown),
            spokenName(last.row.name),
            whole(last.figure.places, shown),
          )
        : t.ranking.printedTitle(
            whole(order.length, shown),
            whole(last.figure.places, shown),
            whole(first.figure.places, shown),
          );
  const card = (id: string): CardContent | null => {
    const found = order.find(({ row }) => row.code === id);
    return found === undefined
      ? null
      : {
          title: spokenName(found.row.name),
          lines: [found.row.province, ...figureLines(found.row, kind, shown)],
        };
  };
  return (
    <Picture
      testId="beeld-volgorde"
      title={title}
      reading={isWhole ? t.ranking.reading : t.ranking.printedReading}
      source={pictureSource(kind)}
      file={t.ranking.file}
      numbers={{
        columns: [t.municipality, t.province, t.places, t.perThousand],
        rows: order.map(({ row, figure }) => [
          spokenName(row.name),
          row.province,
          figure.places,
          { decimal: figure.rate },
        ]),
      }}
    >
      <ChosenLegend />
      <Chart
        testId="volgorde"
        label={`${title} ${t.keys}`}
        width={width}
        height={height}
        marks={marks}
        card={card}
        chosen={marked}
        choose={chooseMunicipality}
        behind={
          <Axes
            plane={plane}
            x={{ ticks: [], title: t.ranking.axis }}
            y={{
              ticks: y.ticks(4).map((value) => ({ at: y(value), text: whole(value, shown) })),
              title: t.places,
            }}
          />
        }
        front={names.map((name) => (
          <OnBar key={name.id} name={name} />
        ))}
      />
    </Picture>
  );
}
