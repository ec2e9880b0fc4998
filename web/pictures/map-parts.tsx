/** What the map of the page and the one in a frame draw alike: the hatch, and the legend of rates. */
import type { RateClass } from './shown.ts';

/** Of what has no single class. */
export function Hatch() {
  return (
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
  );
}

export function Dot({ look }: { look: string }) {
  return (
    <svg class="legend__dot" viewBox="0 0 16 16" aria-hidden="true">
      <circle class={`mark ${look}`} cx="8" cy="8" r="7" />
    </svg>
  );
}

export function RateLegend(props: {
  classes: readonly RateClass[];
  written: (rate: string) => string;
  title: string;
  /** What a hatch means; null: there is none. */
  hatched: string | null;
}) {
  const { classes, written } = props;
  if (classes.length === 0) return null;
  return (
    <dl class="legend">
      <dt>{props.title}</dt>
      {classes.map(({ from, to }, index) => (
        <dd key={from}>
          <Dot look={`mark--step-${index + 1}`} />
          {from === to ? written(from) : `${written(from)} – ${written(to)}`}
        </dd>
      ))}
      {props.hatched !== null && (
        <dd>
          <Dot look="mark--hatched" />
          {props.hatched}
        </dd>
      )}
    </dl>
  );
}
