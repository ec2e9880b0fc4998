/** From the share by inhabitants alone to the final share: what the score adds or takes away. */
import { useMemo, useState } from 'preact/hooks';
import { scaleLinear } from 'd3-scale';
import type { AllocationResult } from '../../wasm/index.ts';
import { whole } from '../format.ts';
import { useAnswer } from '../state/second-core.ts';
import { chosenCode, language, parameters, texts } from '../state/page.ts';
import { spokenName } from '../state/search.ts';
import { basisText } from '../components/Figure.tsx';
import { Axes } from './Axes.tsx';
import { Chart, type ChartMark } from './Chart.tsx';
import { NoPicture, Picture } from './Picture.tsx';
import { pictureSource } from './words.ts';

const width = 720;
const height = 340;
const plane = { left: 60, right: 704, top: 48, bottom: 292 };

export function Waterfall(props: { result: AllocationResult }) {
  const { result } = props;
  const t = texts.value.pictures;
  const shown = language.value;
  const [province, setProvince] = useState<string | null>(null);
  const municipality =
    result.municipalities.find(({ code }) => code === chosenCode.value) ?? result.municipalities[0];
  const inputs = parameters.value;
  const question = useMemo(() => {
    if (result.basis === 'estimate' || municipality === undefined) return null;
    const about =
      province !== null && result.provinces.some(({ name }) => name === province)
        ? { province }
        : { municipality: municipality.code };
    return { ...inputs, ...about };
  }, [inputs, result, municipality, province]);
  const told = useAnswer('explain', question);
  const answer = told?.ok === true ? told.result : null;
  if (result.basis === 'estimate')
    return <NoPicture title={t.waterfall.noTitle} why={t.waterfall.why} />;
  if (answer?.byPopulation == null || answer.scoreEffect === null || answer.total.places === null)
    return null;
  const start = answer.byPopulation.places;
  const effect = answer.scoreEffect.places;
  const end = answer.total.places;
  const y = scaleLinear([0, Math.max(start, end, 1)], [plane.bottom, plane.top]).nice(4);
  const effectText = (effect > 0 ? '+' : '') + whole(effect, shown).replace('-', '−');
  const bars = [
    {
      id: 'inwoners',
      name: t.waterfall.population,
      from: 0,
      to: start,
      text: whole(start, shown),
      style: 'mark--step-3',
    },
    {
      id: 'score',
      name: t.waterfall.score,
      from: start,
      to: end,
      text: effectText,
      style: effect < 0 ? 'mark--minus' : 'mark--plus',
    },
    {
      id: 'aandeel',
      name: t.waterfall.final,
      from: 0,
      to: end,
      text: whole(end, shown),
      style: 'mark--step-5',
    },
  ];
  const step = (plane.right - plane.left) / bars.length;
  const marks: ChartMark[] = bars.map((bar, index) => {
    const top = Math.min(y(bar.from), y(bar.to));
    const x = plane.left + index * step + step * 0.2;
    return {
      id: bar.id,
      x: x + step * 0.3,
      y: top,
      reach: 20,
      label: `${bar.name}: ${bar.text}`,
      draw: (
        <rect
          class={`mark ${bar.style}`}
          x={x}
          y={top}
          width={step * 0.6}
          height={Math.max(Math.abs(y(bar.from) - y(bar.to)), 1.5)}
        />
      ),
    };
  });
  const title =
    effect === 0
      ? t.waterfall.same(spokenName(answer.name), whole(end, shown))
      : (effect > 0 ? t.waterfall.more : t.waterfall.less)(
          spokenName(answer.name),
          whole(Math.abs(effect), shown),
          whole(end, shown),
        );
  return (
    <Picture
      testId="beeld-waterval"
      title={title}
      reading={t.waterfall.reading}
      source={`${pictureSource('computed')} ${basisText()}.`}
      file={t.waterfall.file}
      controls={
        <p class="picture__control">
          <label class="utrecht-form-label" for="waterval-gebied">
            {t.waterfall.area}
          </label>
          <select
            id="waterval-gebied"
            class="utrecht-select utrecht-select--html-select"
            value={province === null ? (municipality?.code ?? '') : `p:${province}`}
            onChange={(event) => {
              const { value } = event.currentTarget;
              if (value.startsWith('p:')) setProvince(value.slice(2));
              else {
                setProvince(null);
                chosenCode.value = value;
              }
            }}
          >
            <optgroup label={texts.value.provinces}>
              {result.provinces.map(({ name }) => (
                <option key={name} value={`p:${name}`}>
                  {name}
                </option>
              ))}
            </optgroup>
            <optgroup label={texts.value.municipalities}>
              {result.municipalities.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </optgroup>
          </select>
        </p>
      }
      numbers={{
        columns: [t.waterfall.step, t.places],
        rows: [
          [t.waterfall.population, start],
          [t.waterfall.score, effect],
          [t.waterfall.final, end],
        ],
      }}
    >
      <Chart
        testId="waterval"
        label={`${title} ${t.keys}`}
        width={width}
        height={height}
        marks={marks}
        card={(id) => {
          const bar = bars.find((one) => one.id === id);
          return bar === undefined
            ? null
            : { title: bar.name, lines: [t.placesLine(bar.text), basisText()] };
        }}
        behind={
          <Axes
            plane={plane}
            x={{
              ticks: bars.map((bar, index) => ({
                at: plane.left + (index + 0.5) * step,
                text: bar.name,
              })),
              title: '',
            }}
            y={{
              ticks: y.ticks(4).map((value) => ({ at: y(value), text: whole(value, shown) })),
              title: t.places,
            }}
          />
        }
        front={
          <>
            {bars.map((bar, index) => (
              <text
                key={bar.id}
                class="bar__text"
                x={plane.left + (index + 0.5) * step}
                y={Math.min(y(bar.from), y(bar.to)) - 8}
                text-anchor="middle"
              >
                {bar.text}
              </text>
            ))}
            {bars.slice(0, 2).map((bar, index) => (
              <line
                key={bar.id}
                class="axes__base"
                x1={plane.left + index * step + step * 0.8}
                x2={plane.left + (index + 1) * step + step * 0.2}
                y1={y(bar.to)}
                y2={y(bar.to)}
              />
            ))}
          </>
        }
      />
    </Picture>
  );
}
