/** The country in circles: each municipality's area its number, its colour the number per inhabitant. */
import { useMemo } from 'preact/hooks';
import type { AllocationResult, MunicipalityRow } from '../../wasm/index.ts';
import { decimal, whole } from '../format.ts';
import { chosenCode, language, round, texts } from '../state/page.ts';
import { centres } from './centres.ts';
import { type CardContent, Chart, type ChartMark } from './Chart.tsx';
import { circleMap } from './dorling.ts';
import { Picture } from './Picture.tsx';
import { chooseMunicipality, figureLines, markLabel, pictureSource } from './words.ts';
import { classOf, ranked, rateClasses, shownFigure, shownKind } from './shown.ts';

const width = 720;
const height = 800;

// Where few have a figure, the others are what makes it a map.
const sparse = { smallest: 6, covered: 0.22 };

/** What fits in a circle: letters are about half as wide as high. */
const fits = (name: string, radius: number): boolean => radius > 15 && name.length * 6 < 2 * radius;

export function CountryMap(props: { result: AllocationResult }) {
  const { result } = props;
  const t = texts.value.pictures;
  const shown = language.value;
  const kind = shownKind(result);
  const marked = chosenCode.value;
  const order = useMemo(() => ranked(result.municipalities, kind), [result, kind]);
  const places = useMemo(() => {
    const known = centres();
    return result.municipalities.flatMap((row) => {
      const centre = known.get(row.code);
      return centre === undefined ? [] : [{ row, centre }];
    });
  }, [result]);
  const map = useMemo(
    () =>
      circleMap(
        places.map(({ row, centre }) => ({
          id: row.code,
          group: row.province,
          x: centre.x,
          y: centre.y,
          amount: shownFigure(row, kind)?.places ?? 0,
        })),
        width,
        height,
        kind === 'printed' ? sparse : undefined,
      ),
    [places, kind],
  );
  const classes = useMemo(
    () =>
      rateClasses(
        order.map(({ figure }) => figure.rate),
        5,
      ),
    [order],
  );
  const rows = useMemo(
    () => new Map(result.municipalities.map((row) => [row.code, row])),
    [result],
  );
  const marks = useMemo<ChartMark[]>(
    () =>
      map.circles.flatMap((circle) => {
        const row = rows.get(circle.id);
        if (row === undefined) return [];
        const figure = shownFigure(row, kind);
        const style =
          figure === null ? 'mark--none' : `mark--step-${classOf(figure.rate, classes) + 1}`;
        return [
          {
            id: circle.id,
            x: circle.x,
            y: circle.y,
            reach: circle.radius,
            label: markLabel(row, kind, shown),
            draw: (
              <circle
                class={`mark ${style} ${circle.id === marked ? 'mark--chosen' : ''}`}
                cx={circle.x}
                cy={circle.y}
                r={circle.radius}
              />
            ),
          },
        ];
      }),
    [map, rows, kind, classes, marked, shown],
  );
  const groups = useMemo(() => {
    const found = new Map<string, { left: number; right: number; top: number }>();
    for (const { group, x, y, radius } of map.circles) {
      const box = found.get(group) ?? { left: x, right: x, top: y };
      found.set(group, {
        left: Math.min(box.left, x - radius),
        right: Math.max(box.right, x + radius),
        top: Math.min(box.top, y - radius),
      });
    }
    return [...found];
  }, [map]);
  const largest = order[0];
  const card = (id: string): CardContent | null => {
    const row = rows.get(id);
    return row === undefined
      ? null
      : { title: row.name, lines: [row.province, ...figureLines(row, kind, shown)] };
  };
  const title =
    largest === undefined
      ? t.map.nothing
      : kind === 'computed'
        ? t.map.title(largest.row.name, whole(largest.figure.places, shown))
        : t.map.printedTitle(
            whole(order.length, shown),
            whole(result.municipalities.length, shown),
            largest.row.name,
            whole(largest.figure.places, shown),
          );
  const lost = result.municipalities.length - places.length;
  return (
    <Picture
      testId="beeld-kaart"
      title={title}
      reading={kind === 'computed' ? t.map.reading : t.map.printedReading}
      source={
        round.value.invented ? pictureSource(kind) : `${pictureSource(kind)} ${t.map.centres}`
      }
      file={t.map.file}
      numbers={{
        columns: [t.code, t.municipality, t.province, t.places, t.perThousand],
        rows: order.map(({ row, figure }) => [
          row.code,
          row.name,
          row.province,
          figure.places,
          { decimal: figure.rate },
        ]),
      }}
    >
      {classes.length > 0 && (
        <dl class="legend" aria-label={t.perThousand}>
          <dt>{t.perThousand}</dt>
          {classes.map(({ from, to }, index) => (
            <dd key={from}>
              <svg class="legend__dot" viewBox="0 0 16 16" aria-hidden="true">
                <circle class={`mark mark--step-${index + 1}`} cx="8" cy="8" r="7" />
              </svg>
              {from === to
                ? decimal(from, shown)
                : `${decimal(from, shown)} – ${decimal(to, shown)}`}
            </dd>
          ))}
          {kind === 'printed' && (
            <dd>
              <svg class="legend__dot" viewBox="0 0 16 16" aria-hidden="true">
                <circle class="mark mark--none" cx="8" cy="8" r="4" />
              </svg>
              {t.noFigure}
            </dd>
          )}
        </dl>
      )}
      <Chart
        testId="kaart-nederland"
        label={`${title} ${t.keys}`}
        width={width}
        height={height}
        marks={marks}
        card={card}
        chosen={marked}
        choose={chooseMunicipality}
        behind={map.circles.map((circle) => (
          <circle
            key={circle.id}
            class="map__group"
            cx={circle.x}
            cy={circle.y}
            r={circle.radius + map.between / 2 - 0.5}
          />
        ))}
        front={
          <>
            {map.circles.map((circle) => {
              const row: MunicipalityRow | undefined = rows.get(circle.id);
              const figure = row === undefined ? null : shownFigure(row, kind);
              return row !== undefined && figure !== null && fits(row.name, circle.radius) ? (
                <text
                  key={circle.id}
                  class={
                    classOf(figure.rate, classes) >= 3 ? 'map__name map__name--light' : 'map__name'
                  }
                  x={circle.x}
                  y={circle.y + 3.5}
                  text-anchor="middle"
                >
                  {row.name}
                </text>
              ) : null;
            })}
            {groups.map(([name, { left, right, top }]) => (
              <text
                key={name}
                class="map__province"
                x={Math.min(Math.max((left + right) / 2, 48), width - 48)}
                y={Math.max(top - 5, 11)}
                text-anchor="middle"
              >
                {name}
              </text>
            ))}
          </>
        }
      />
      {lost > 0 && <p class="picture__reading">{t.map.lost(whole(lost, shown))}</p>}
    </Picture>
  );
}
