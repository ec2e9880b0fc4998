/**
 * The country in cells: around the centre of each municipality what lies nearest to it, its colour the
 * number per inhabitant. On demand circles by number at the true centres, or one province.
 */
import { useMemo, useState } from 'preact/hooks';
import { max } from 'd3-array';
import type { AllocationResult, MunicipalityRow } from '../../wasm/index.ts';
import { byName, decimal, whole } from '../format.ts';
import { chosenCode, language, round, shownProvince, texts } from '../state/page.ts';
import { spokenName } from '../state/search.ts';
import { centres } from './centres.ts';
import { type CardContent, Chart, type ChartMark } from './Chart.tsx';
import {
  classCount,
  countryCells,
  countryFinding,
  mapHeight,
  mapWidth,
  namesOnMap,
} from './country.ts';
import { Hatch, RateLegend } from './map-parts.tsx';
import { Picture } from './Picture.tsx';
import { chooseMunicipality, figureLines, markLabel, pictureSource } from './words.ts';
import { classOfRow, ranked, rateClasses, shownFigure, shownKind } from './shown.ts';

/** Radius of the largest circle, in the frame. */
const largestCircle = 34;

type Shape = 'cells' | 'circles';

function Controls(props: {
  shape: Shape;
  setShape: (shape: Shape) => void;
  province: string | null;
  provinces: readonly string[];
  /** Those on the map: whom a finger or an eye cannot find there, is found here. */
  municipalities: readonly MunicipalityRow[];
}) {
  const t = texts.value.pictures.map;
  return (
    <div class="picture__control">
      <p>
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
      </p>
      <p>
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
      <p>
        <label for="kaart-gemeente">{texts.value.pictures.municipality}</label>
        <select
          id="kaart-gemeente"
          class="utrecht-select utrecht-select--html-select"
          value={
            props.municipalities.some(({ code }) => code === chosenCode.value)
              ? (chosenCode.value ?? '')
              : ''
          }
          onChange={(event) => {
            const { value } = event.currentTarget;
            chosenCode.value = value === '' ? null : value;
          }}
        >
          <option value="">{t.none}</option>
          {props.municipalities.map(({ code, name }) => (
            <option key={code} value={code}>
              {spokenName(name)}
            </option>
          ))}
        </select>
      </p>
    </div>
  );
}

export function CountryMap(props: { result: AllocationResult }) {
  const { result } = props;
  const t = texts.value.pictures;
  const shown = language.value;
  const kind = shownKind(result);
  const marked = chosenCode.value;
  const order = useMemo(() => ranked(result.municipalities, kind), [result, kind]);
  const [shape, setShape] = useState<Shape>('cells');
  const asked = shownProvince.value;
  const provinces = result.provinces.map(({ name }) => name);
  const province = provinces.includes(asked) ? asked : null;
  const map = useMemo(() => countryCells(result.municipalities, province), [result, province]);
  const classes = useMemo(
    () =>
      rateClasses(
        order.map(({ figure }) => figure.rate),
        classCount,
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
  const names = useMemo(() => namesOnMap(map, rows, province), [map, rows, province]);
  const listed = useMemo(
    () =>
      result.municipalities
        .filter((row) => province === null || row.province === province)
        .sort((one, other) => byName(one.name, other.name)),
    [result, province],
  );
  const card = (id: string): CardContent | null => {
    const row = rows.get(id);
    return row === undefined
      ? null
      : { title: spokenName(row.name), lines: [row.province, ...figureLines(row, kind, shown)] };
  };
  const title = countryFinding(result, order);
  const known = centres();
  const lost = result.municipalities.filter(({ code }) => !known.has(code)).length;
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
          spokenName(row.name),
          row.province,
          figure.places,
          { decimal: figure.rate },
        ]),
      }}
    >
      <Controls
        shape={shape}
        setShape={setShape}
        province={province}
        provinces={provinces}
        municipalities={listed}
      />
      <RateLegend
        classes={classes}
        written={(rate) => decimal(rate, shown)}
        title={t.map.legend}
        hatched={hatched ? t.map.hatched : null}
      />
      <Chart
        testId="kaart-nederland"
        label={`${title} ${t.keys}`}
        width={mapWidth}
        height={mapHeight}
        marks={marks}
        card={card}
        chosen={marked}
        choose={chooseMunicipality}
        behind={
          <>
            <Hatch />
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
