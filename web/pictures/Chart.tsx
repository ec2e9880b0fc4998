/**
 * The plane of a picture: one tab stop with arrows inside, and one card for mouse, keyboard and touch,
 * which Escape dismisses.
 */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { type Mark, isArrow, markAt, neighbour } from './direction.ts';

export interface ChartMark extends Mark {
  /** From the middle to the edge, for pointing at it. */
  readonly reach: number;
  /** Its outline, drawn where one is; else a circle around it. */
  readonly outline?: string;
  /** What a screen reader says: name and figures. */
  readonly label: string;
  readonly draw: JSX.Element;
}

export interface CardContent {
  readonly title: string;
  readonly lines: readonly string[];
}

export function Chart(props: {
  testId: string;
  /** Says what the picture shows; the finding. */
  label: string;
  width: number;
  height: number;
  marks: readonly ChartMark[];
  card: (id: string) => CardContent | null;
  /** The mark that stands out, if any, and what happens when one is chosen. */
  chosen?: string | null;
  choose?: (id: string) => void;
  /** Axes and other things behind the marks, and in front of them. */
  behind?: ComponentChildren;
  front?: ComponentChildren;
}) {
  const { marks, width, height, chosen = null } = props;
  const id = useId();
  const [active, setActive] = useState<string | null>(null);
  const plane = useRef<SVGSVGElement>(null);
  const mark = active === null ? undefined : marks.find((one) => one.id === active);
  const content = mark === undefined ? null : props.card(mark.id);

  const at = (event: PointerEvent): Mark | null => {
    const box = plane.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return null;
    const scale = width / box.width;
    return markAt(
      marks,
      (event.clientX - box.left) * scale,
      (event.clientY - box.top) * scale,
      14 * scale,
    );
  };
  // A card that came by the mouse goes with Escape as well, wherever the focus is.
  useEffect(() => {
    if (active === null) return undefined;
    const dismiss = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setActive(null);
    };
    document.addEventListener('keydown', dismiss);
    return () => {
      document.removeEventListener('keydown', dismiss);
    };
  }, [active]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if ((event.key === 'Enter' || event.key === ' ') && active !== null) {
      props.choose?.(active);
      event.preventDefault();
      return;
    }
    if (event.key === 'Home' || event.key === 'End') {
      setActive((event.key === 'Home' ? marks[0] : marks[marks.length - 1])?.id ?? null);
      event.preventDefault();
      return;
    }
    if (!isArrow(event.key)) return;
    event.preventDefault();
    const next =
      mark === undefined
        ? (marks.find((one) => one.id === chosen) ?? marks[0])
        : neighbour(marks, mark, event.key);
    if (next != null) setActive(next.id);
  };

  // Marks are many and stay as they are while the card moves.
  const drawn = useMemo(
    () =>
      marks.map((one) => (
        <g
          key={one.id}
          id={`${id}-${one.id}`}
          role="option"
          aria-selected={one.id === chosen}
          aria-label={one.label}
        >
          {one.draw}
        </g>
      )),
    [marks, id, chosen],
  );
  return (
    <div class="chart" data-testid={props.testId}>
      <svg
        ref={plane}
        class="chart__plane"
        viewBox={`0 0 ${width} ${height}`}
        role="listbox"
        aria-label={props.label}
        aria-activedescendant={mark === undefined ? undefined : `${id}-${mark.id}`}
        // In small letters: the names of SVG's attributes are case-sensitive.
        tabindex={0}
        onKeyDown={onKeyDown}
        onFocus={() => {
          if (plane.current?.matches(':focus-visible') === true && active === null)
            setActive((marks.find((one) => one.id === chosen) ?? marks[0])?.id ?? null);
        }}
        onBlur={() => {
          setActive(null);
        }}
        onPointerMove={(event) => {
          if (event.pointerType !== 'touch') setActive(at(event)?.id ?? null);
        }}
        onPointerLeave={(event) => {
          if (event.pointerType !== 'touch') setActive(null);
        }}
        onPointerUp={(event) => {
          const found = at(event);
          setActive(found?.id ?? null);
          if (found !== null && event.pointerType !== 'touch') props.choose?.(found.id);
        }}
      >
        {props.behind != null && <g aria-hidden="true">{props.behind}</g>}
        {drawn}
        {props.front != null && (
          <g aria-hidden="true" class="chart__front">
            {props.front}
          </g>
        )}
        {mark?.outline !== undefined && (
          <path aria-hidden="true" class="chart__active" d={mark.outline} />
        )}
        {mark !== undefined && mark.outline === undefined && (
          <circle
            aria-hidden="true"
            class="chart__active"
            cx={mark.x}
            cy={mark.y}
            r={Math.max(mark.reach, 4) + 2.5}
          />
        )}
      </svg>
      {content !== null && mark !== undefined && (
        <div
          class="chart__card"
          data-testid="kaartje"
          data-side={mark.x > width / 2 ? 'left' : 'right'}
          style={{
            insetInlineStart: `${(100 * mark.x) / width}%`,
            insetBlockStart: `${(100 * mark.y) / height}%`,
          }}
        >
          <strong>{content.title}</strong>
          {content.lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </div>
      )}
    </div>
  );
}
