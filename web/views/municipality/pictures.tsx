/** Two small pictures beside their tables: an interval per row, and a figure that steps. */
import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import type { Bounds } from '../../../wasm/index.ts';
import { whole } from '../../format.ts';
import { language } from '../../state.ts';

const width = 600;
const left = 30;
const right = 30;

function Axis(props: { scale: ReturnType<typeof scaleLinear<number>>; y: number }) {
  const { scale, y } = props;
  return (
    <g class="picture__axis">
      <line x1={left} x2={width - right} y1={y} y2={y} />
      {scale.ticks(5).map((tick) => (
        <g key={tick} transform={`translate(${scale(tick)} ${y})`}>
          <line y2="6" />
          <text y="22" text-anchor="middle">
            {scale
              .tickFormat(5)(tick)
              .replace('.', language.value === 'nl' ? ',' : '.')}
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
    <svg class="picture" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={props.label}>
      {props.bounds.map(({ name, bound }, at) => (
        <g key={name} transform={`translate(0 ${at * 44})`}>
          <text x={left} y="14">
            {name}
          </text>
          <rect
            class="picture__bar"
            x={scale(Number(bound.lowest))}
            y="20"
            width={Math.max(2, scale(Number(bound.highest)) - scale(Number(bound.lowest)))}
            height="14"
            rx="3"
          />
        </g>
      ))}
      <line class="picture__now" x1={now} x2={now} y1="0" y2={rows * 44} />
      <Axis scale={scale} y={rows * 44} />
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
    <svg class="picture" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={props.label}>
      <g class="picture__axis">
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
      <path class="picture__line" d={path ?? ''} />
    </svg>
  );
}
