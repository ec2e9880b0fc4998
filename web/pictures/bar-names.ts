/** Names on bars that stand from high to low: those for which there is room, none over another or a bar. */
import { max } from 'd3-array';

export interface Bar {
  readonly id: string;
  readonly text: string;
  /** Middle and top. */
  readonly x: number;
  readonly y: number;
}

export interface BarName extends Bar {
  /** Slanted above the bar; else beside its top. */
  readonly turned: boolean;
  readonly isChosen: boolean;
}

const letter = { width: 6.6, height: 13 };
/** Between the feet of two slanted names. */
const apart = 21;

/** @param bars  from high to low */
export function namesOnBars(bars: readonly Bar[], chosen: string | null): BarName[] {
  const named: BarName[] = [];
  const add = (bar: Bar, turned: boolean): void => {
    named.push({ ...bar, turned, isChosen: bar.id === chosen });
  };
  // Beside its top stands the name of a bar that is so much higher than the next.
  const narrow = (bars[1]?.x ?? 0) - (bars[0]?.x ?? 0) < letter.height;
  const beside = narrow
    ? bars.findIndex((bar, at) => (bars[at + 1]?.y ?? 0) - bar.y < letter.height)
    : 0;
  for (const bar of bars.slice(0, beside)) add(bar, false);
  const right = max(named, ({ x, text }) => x + 6 + text.length * letter.width) ?? 0;
  const lowest = max(named, ({ y }) => y + letter.height) ?? 0;
  const rest = bars.slice(beside);
  const isFree = (bar: Bar): boolean => {
    const up = bar.text.length * letter.width * Math.SQRT1_2 + letter.height;
    const clear = bar.x > right || bar.y - 12 - up > lowest;
    return clear && named.every(({ x, turned }) => !turned || Math.abs(x - bar.x) >= apart);
  };
  // The chosen one in any case, then the ends, then what there is room for.
  const first = rest.filter(({ id }) => id === chosen);
  for (const bar of [...first, ...rest.slice(-1), ...rest])
    if (first.includes(bar) ? !named.some(({ id }) => id === bar.id) : isFree(bar)) add(bar, true);
  return named;
}
