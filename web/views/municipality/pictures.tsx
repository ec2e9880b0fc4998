/** Small pictures beside their tables: an interval per row, how far a step is, a figure that steps. */
import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import type { Bounds, Figure } from '../../../wasm/index.ts';
import { decimal, whole } from '../../format.ts';
import { language, texts } from '../../state/page.ts';

const width = 600;
const left = 30;
const right = 30;

function Axis(props: {
  scale: ReturnType<typeof scaleLinear<number>>;
  y: number;
  unit?: string;
  /** Places are whole, so no tick between two of them is. */
  isWhole?: boolean;
}) {
  const { scale, y, unit = '', isWhole = false } = props;
  const ticks = scale.ticks(5).filter((tick) => !isWhole || Number.isInteger(tick));
  // Filtered to whole ones, the ticks still have a format with decimals.
  const decimals = isWhole
    ? 0
    : (scale
        .tickFormat(5)(ticks[0] ?? 0)
        .split('.')[1]?.length ?? 0);
  return (
    <g class="small-picture__axis">
      <line x1={left} x2={width - right} y1={y} y2={y} />
      {ticks.map((tick) => (
        <g key={tick} transform={`translate(${scale(tick)} ${y})`}>
          <line y2="6" />
          <text y="22" text-anchor="middle">
            {(decimals === 0
              ? whole(tick, language.value)
              : decimal(tick.toFixed(decimals), language.value)) + unit}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Each bound as a bar from its lowest to its highest share; the share of now as a line. */
export function BoundsPicture(props: {
  bounds: readonly { readonly name: string; readonly bound: Bounds }[];
  share: string;
  label: string;
}) {
  const ends = props.bounds.flatMap(({ bound }) => [Number(bound.lowest), Number(bound.highest)]);
  const scale = scaleLinear()
    .domain([Math.min(...ends), Math.max(...ends)])
    .nice()
    .range([left, width - right]);
  const rows = props.bounds.length;
  const height = 30 + rows * 44;
  const now = scale(Number(props.share));
  return (
    <svg
      class="small-picture"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={props.label}
    >
      {props.bounds.map(({ name, bound }, at) => (
        <g key={name} transform={`translate(0 ${at * 44})`}>
          <text x={left} y="14">
            {name}
          </text>
          <rect
            class="small-picture__bar"
            x={scale(Number(bound.lowest))}
            y="20"
            width={Math.max(2, scale(Number(bound.highest)) - scale(Number(bound.lowest)))}
            height="14"
            rx="3"
          />
        </g>
      ))}
      <line class="small-picture__now" x1={now} x2={now} y1="0" y2={rows * 44} />
      <Axis scale={scale} y={rows * 44} />
    </svg>
  );
}

export interface Reach {
  /** As the core wrote it: with its sign; null where the figure cannot be moved that way. */
  readonly step: string | null;
  /** The same beside what counts now, for its length only. */
  readonly part: number;
}

/** How far each input is from moving the figure by one, up and down, beside what it is now. */
export function LeastPicture(props: {
  rows: readonly { readonly name: string; readonly down: Reach; readonly up: Reach }[];
  label: string;
}) {
  const parts = props.rows.flatMap(({ down, up }) => [down.part, up.part]);
  const most = Math.max(...parts) * 100;
  if (most === 0) return null;
  const scale = scaleLinear()
    .domain([-most, most])
    .nice()
    .range([left, width - right]);
  const now = scale(0);
  const end = props.rows.length * 60;
  const text = ({ step }: Reach): string => step ?? texts.value.accountable.unreachable;
  return (
    <svg
      class="small-picture"
      viewBox={`0 0 ${width} ${end + 30}`}
      role="img"
      aria-label={props.label}
    >
      {props.rows.map(({ name, down, up }, at) => (
        <g key={name} transform={`translate(0 ${at * 60})`}>
          <text x={left} y="14">
            {name}
          </text>
          {[-down.part, up.part].map((part) => (
            <rect
              key={part}
              class="small-picture__bar"
              x={Math.min(now, scale(part * 100))}
              y="20"
              width={Math.abs(scale(part * 100) - now)}
              height="10"
            />
          ))}
          <text x={now - 8} y="51" text-anchor="end">
            {text(down)}
          </text>
          <text x={now + 8} y="51">
            {text(up)}
          </text>
        </g>
      ))}
      <line class="small-picture__now" x1={now} x2={now} y1="0" y2={end} />
      <Axis scale={scale} y={end} unit={'\u00A0%'} />
    </svg>
  );
}

/** The figure under each combination of vintages, numbered as in the table; an estimate as a range. */
export function VintagesPicture(props: {
  figures: readonly Figure[];
  now: number | null;
  label: string;
}) {
  const ends = props.figures.map(({ places, low, high }): [number, number] => [
    places ?? low ?? 0,
    places ?? high ?? 0,
  ]);
  const all = [...ends.flat(), ...(props.now === null ? [] : [props.now])];
  const scale = scaleLinear()
    .domain([Math.min(...all) - 1, Math.max(...all) + 1])
    .range([left + 20, width - right]);
  const end = ends.length * 24 + 6;
  return (
    <svg
      class="small-picture"
      viewBox={`0 0 ${width} ${end + 30}`}
      role="img"
      aria-label={props.label}
    >
      {ends.map(([low, high], at) => (
        <g key={at} transform={`translate(0 ${at * 24})`}>
          <text x={left} y="19" text-anchor="end">
            {at + 1}
          </text>
          {low === high ? (
            <circle class="small-picture__bar" cx={scale(low)} cy="14" r="6" />
          ) : (
            <rect
              class="small-picture__bar"
              x={scale(low)}
              y="8"
              width={scale(high) - scale(low)}
              height="12"
              rx="3"
            />
          )}
        </g>
      ))}
      {props.now !== null && (
        <line
          class="small-picture__now"
          x1={scale(props.now)}
          x2={scale(props.now)}
          y1="0"
          y2={end}
        />
      )}
      <Axis scale={scale} y={end} isWhole />
    </svg>
  );
}

/** The figure over the need: level between two steps. */
export function StepsPicture(props: {
  first: number;
  last: number;
  low: number;
  high: number;
  needs: readonly number[];
  label: string;
}) {
  const height = 240;
  const x = scaleLinear()
    .domain([props.first, props.last])
    .range([left + 30, width - right]);
  const y = scaleLinear()
    .domain([props.low, Math.max(props.high, props.low + 1)])
    .nice()
    .range([height - 30, 14]);
  const points: [number, number][] = [
    [props.first, props.low],
    ...props.needs.map((need, at): [number, number] => [need, props.low + at + 1]),
    [props.last, props.high],
  ];
  const path = line()
    .x(([need]) => x(need))
    .y(([, places]) => y(places))
    .curve(curveStepAfter)(points);
  return (
    <svg
      class="small-picture"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={props.label}
    >
      <g class="small-picture__axis">
        {y.ticks(4).map((tick) => (
          <g key={tick}>
            <line x1={left + 30} x2={width - right} y1={y(tick)} y2={y(tick)} />
            <text x={left + 24} y={y(tick) + 5} text-anchor="end">
              {whole(tick, language.value)}
            </text>
          </g>
        ))}
        {x.ticks(4).map((tick) => (
          <text key={tick} x={x(tick)} y={height - 8} text-anchor="middle">
            {whole(tick, language.value)}
          </text>
        ))}
      </g>
      <path class="small-picture__line" d={path ?? ''} />
    </svg>
  );
}
