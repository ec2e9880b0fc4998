/**
 * The country in cells: around the centre of each municipality what lies nearest to it, its colour the
 * number per inhabitant. On demand circles by number at the true centres, or one province.
 */
import { useMemo, useState } from 'preact/hooks';
import { max } from 'd3-array';
import type { AllocationResult } from '../../wasm/index.ts';
import { decimal, whole } from '../format.ts';
import { chosenCode, language, round, shownProvince, texts } from '../state/page.ts';
import { cellMap, roomForNames } from './cells.ts';
import { spokenName } from '../state/search.ts';
import { centres } from './centres.ts';
import { type CardContent, Chart, type ChartMark } from './Chart.tsx';
import { Picture } from './Picture.tsx';
import { chooseMunicipality, figureLines, markLabel, pictureSource } from './words.ts';
import { classOfRow, ranked, rateClasses, shownFigure, shownKind } from './shown.ts';

const width = 720;
const height = 840;
/** Radius of the largest circle, in the frame. */
const largestCircle = 34;
/** Letters at their size on a wide screen, and on a narrow one, where the map is drawn smaller. */
const letters = {
  wide: { width: 6.8, height: 16 },
  narrow: { width: 13, height: 28 },
} as const;

type Shape = 'cells' | 'circles';

function Controls(props: {
  shape: Shape;
  setShape: (shape: Shape) => void;
  province: string | null;
  provinces: readonly string[];
}) {
  const t = texts.value.pictures.map;
  return (
    <p class="picture__control">
      <label for="kaart-vorm">{t.shape}</label>
      <select
        id="kaart-vorm"
        class="utrecht-select utrecht-select--html-select"
        value={props.shape}
        onChange={(event) => {
          props.setShape(event.currentTarget.value as Shape);
        }}
      >
        {(['cells', 'circles'] as const).map((shape) => (
          <option key={shape} value={shape}>
            {t.shapes[shape]}
          </option>
        ))}
      </select>
      <label for="kaart-provincie">{texts.value.columns.province}</label>
      <select
        id="kaart-provincie"
        class="utrecht-select utrecht-select--html-select"
        value={props.province ?? ''}
        onChange={(event) => {
          shownProvince.value = event.currentTarget.value;
        }}
      >
        <option value="">{texts.value.allProvinces}</option>
        {props.provinces.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}

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
  const [shape, setShape] = useState<Shape>('cells');
  const asked = shownProvince.value;
  const provinces = result.provinces.map(({ name }) => name);
  const province = provinces.includes(asked) ? asked : null;
  const map = useMemo(
    () =>
      cellMap(
        places.map(({ row, centre }) => ({ id: row.code, group: row.province, ...centre })),
        width,
        height,
        undefined,
        province,
      ),
    [places, province],
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
  const most = useMemo(() => max(order, ({ figure }) => figure.places) ?? 1, [order]);
  const marks = useMemo<ChartMark[]>(() => {
    const drawn = map.cells.flatMap((cell) => {
      const row = rows.get(cell.id);
      if (row === undefined) return [];
      const places = shownFigure(row, kind)?.places ?? 0;
      const at = classOfRow(row, kind, classes);
      const style = at === null ? 'mark--hatched' : `mark--step-${at + 1}`;
      const look = `mark ${style} ${cell.id === marked ? 'mark--chosen' : ''}`;
      const radius = largestCircle * Math.sqrt(Math.max(places, 0) / most);
      return [
        {
          places,
          mark: {
            id: cell.id,
            x: cell.x,
            y: cell.y,
            reach: map.reach,
            outline: cell.path,
            label: markLabel(row, kind, shown),
            draw:
              shape === 'cells' ? (
                <path class={look} d={cell.path} />
              ) : (
                <circle class={look} cx={cell.x} cy={cell.y} r={Math.max(radius, 2)} />
              ),
          },
        },
      ];
    });
    // The small lie over the large, and the chosen over all.
    return [...drawn]
      .sort(
        (one, other) =>
          Number(one.mark.id === marked) - Number(other.mark.id === marked) ||
          (shape === 'circles' ? other.places - one.places : 0),
      )
      .map(({ mark }) => mark);
  }, [map, rows, kind, classes, marked, shown, shape, most]);
  const names = useMemo(() => {
    const all = map.cells
      .flatMap((cell) => {
        const row = rows.get(cell.id);
        return row === undefined
          ? []
          : [{ ...cell, name: spokenName(row.name), people: row.inhabitants }];
      })
      .sort((one, other) => other.people - one.people);
    return (['wide', 'narrow'] as const).map((size) => ({
      size,
      // A country needs some names to be read; a province has room for all that fit.
      names: roomForNames(all.slice(0, province === null ? 40 : undefined), width, letters[size]),
    }));
  }, [map, rows, province]);
  const largest = order[0];
  const card = (id: string): CardContent | null => {
    const row = rows.get(id);
    return row === undefined
      ? null
      : { title: spokenName(row.name), lines: [row.province, ...figureLines(row, kind, shown)] };
  };
  const title =
    largest === undefined
      ? t.map.nothing
      : order.length === result.municipalities.length
        ? t.map.title(largest.row.name, whole(largest.figure.places, shown))
        : t.map.printedTitle(
            whole(order.length, shown),
            whole(result.municipalities.length, shown),
            largest.row.name,
            whole(largest.figure.places, shown),
          );
  const lost = result.municipalities.length - places.length;
  const hatched = result.municipalities.some((row) => classOfRow(row, kind, classes) === null);
  return (
    <Picture
      testId="beeld-kaart"
      title={title}
      reading={`${shape === 'cells' ? t.map.reading : t.map.circleReading} ${t.map.noBorders}`}
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
      <Controls shape={shape} setShape={setShape} province={province} provinces={provinces} />
      {classes.length > 0 && (
        <dl class="legend" aria-label={t.perThousand}>
          <dt>{t.map.legend}</dt>
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
          {hatched && (
            <dd>
              <svg class="legend__dot" viewBox="0 0 16 16" aria-hidden="true">
                <circle class="mark mark--hatched" cx="8" cy="8" r="7" />
              </svg>
              {t.map.hatched}
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
        behind={
          <>
            <defs>
              <pattern
                id="hatch"
                width="6"
                height="6"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect class="map__hatch-ground" width="6" height="6" />
                <line class="map__hatch-line" x1="0" y1="0" x2="0" y2="6" />
              </pattern>
            </defs>
            {shape === 'circles' &&
              map.cells.map((cell) => <path key={cell.id} class="map__cell" d={cell.path} />)}
          </>
        }
        front={
          <>
            <path class="map__border" d={map.borders} />
            {names.map(({ size, names: kept }) =>
              kept.map(({ id, name, x, y }) => (
                <text
                  key={`${size}${id}`}
                  class={`map__name map__name--${size}`}
                  x={x}
                  y={y + 4}
                  text-anchor="middle"
                >
                  {name}
                </text>
              )),
            )}
          </>
        }
      />
      {lost > 0 && <p class="picture__reading">{t.map.lost(whole(lost, shown))}</p>}
    </Picture>
  );
}
