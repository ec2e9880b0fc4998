/** Axes: few lines, round numbers, and what they measure in words. */
export interface Tick {
  readonly at: number;
  readonly text: string;
}

export interface Plane {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function Axes(props: {
  plane: Plane;
  x: { readonly ticks: readonly Tick[]; readonly title: string };
  y: { readonly ticks: readonly Tick[]; readonly title: string };
}) {
  const { left, right, top, bottom } = props.plane;
  return (
    <g class="axes">
      {props.y.ticks.map(({ at, text }) => (
        <g key={at}>
          <line class="axes__line" x1={left} x2={right} y1={at} y2={at} />
          <text class="axes__text" x={left - 8} y={at + 4} text-anchor="end">
            {text}
          </text>
        </g>
      ))}
      <line class="axes__base" x1={left} x2={right} y1={bottom} y2={bottom} />
      {props.x.ticks.map(({ at, text }) => (
        <g key={at}>
          <line class="axes__base" x1={at} x2={at} y1={bottom} y2={bottom + 5} />
          <text class="axes__text" x={at} y={bottom + 20} text-anchor="middle">
            {text}
          </text>
        </g>
      ))}
      <text class="axes__title" x={left} y={top - 12}>
        {props.y.title}
      </text>
      <text class="axes__title" x={right} y={bottom + 40} text-anchor="end">
        {props.x.title}
      </text>
    </g>
  );
}
