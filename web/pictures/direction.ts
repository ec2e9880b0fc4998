/** Going from mark to mark with the arrow keys, as the eye would. */
export interface Mark {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

export const directions = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
} as const;
export type Arrow = keyof typeof directions;
export const isArrow = (key: string): key is Arrow => Object.hasOwn(directions, key);

/** The nearest mark in that direction; what lies aside counts double. Null at the edge. */
export function neighbour(marks: readonly Mark[], from: Mark, arrow: Arrow): Mark | null {
  const [right, down] = directions[arrow];
  let best: Mark | null = null;
  let least = Infinity;
  for (const mark of marks) {
    const x = mark.x - from.x;
    const y = mark.y - from.y;
    const ahead = x * right + y * down;
    if (mark.id === from.id || ahead <= 0) continue;
    const aside = Math.abs(x * down) + Math.abs(y * right);
    const cost = ahead + 2 * aside;
    if (cost < least) {
      least = cost;
      best = mark;
    }
  }
  return best;
}

/** The mark under a point: the one whose edge is nearest, at most `most` away; null: none. */
export function markAt(
  marks: readonly (Mark & { readonly reach: number })[],
  x: number,
  y: number,
  most: number,
): Mark | null {
  let best: Mark | null = null;
  let least = most;
  for (const mark of marks) {
    const away = Math.hypot(mark.x - x, mark.y - y) - mark.reach;
    if (away < least) {
      least = away;
      best = mark;
    }
  }
  return best;
}
