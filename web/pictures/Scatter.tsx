/** A cloud of municipalities between two axes; the chosen one marked, its province highlighted. */
import type { ComponentChildren, JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { chosen, chosenCode } from '../state/page.ts';
import { Axes, type Tick } from './Axes.tsx';
import { type CardContent, Chart, type ChartMark } from './Chart.tsx';
import { ChosenLegend } from './ChosenLegend.tsx';
import { chooseMunicipality } from './words.ts';

export const scatterWidth = 540;
export const scatterHeight = 400;
export const scatterPlane = { left: 56, right: 502, top: 40, bottom: 348 };

export interface Dot {
  readonly id: string;
  readonly province: string | null;
  readonly label: string;
  readonly x: number;
  /** Of a figure; of a range its middle on paper, where the card is shown. */
  readonly y: number;
  /** Ends of a range, drawn as a bar. */
  readonly range?: { readonly low: number; readonly high: number };
}

export function Scatter(props: {
  testId: string;
  label: string;
  dots: readonly Dot[];
  x: { readonly ticks: readonly Tick[]; readonly title: string };
  y: { readonly ticks: readonly Tick[]; readonly title: string };
  card: (id: string) => CardContent | null;
  behind?: ComponentChildren;
}) {
  const { dots } = props;
  const ours = chosen.value;
  const marks = useMemo<ChartMark[]>(() => {
    const importance = (dot: Dot): number =>
      dot.id === ours?.code ? 2 : dot.province !== null && dot.province === ours?.province ? 1 : 0;
    return [...dots]
      .sort((a, b) => importance(a) - importance(b))
      .map((dot) => {
        const rank = importance(dot);
        const style =
          rank === 2
            ? 'mark--chosen-fill'
            : rank === 1 || ours === null
              ? 'mark--step-4'
              : 'mark--quiet';
        const draw: JSX.Element =
          dot.range === undefined ? (
            <circle
              class={`mark mark--dot ${style}`}
              cx={dot.x}
              cy={dot.y}
              r={rank === 2 ? 7 : 4}
            />
          ) : (
            <line
              class={`mark mark--range ${style}`}
              x1={dot.x}
              x2={dot.x}
              y1={dot.range.low}
              y2={dot.range.high}
              stroke-width={rank === 2 ? 5 : 2.5}
            />
          );
        return { id: dot.id, x: dot.x, y: dot.y, reach: 4, label: dot.label, draw };
      });
  }, [dots, ours]);
  return (
    <>
      <ChosenLegend />
      <Chart
        testId={props.testId}
        label={props.label}
        width={scatterWidth}
        height={scatterHeight}
        marks={marks}
        card={props.card}
        chosen={chosenCode.value}
        choose={chooseMunicipality}
        behind={
          <>
            <Axes plane={scatterPlane} x={props.x} y={props.y} />
            {props.behind}
          </>
        }
      />
    </>
  );
}
