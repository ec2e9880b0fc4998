/**
 * A map of circles (after Dorling): each municipality a circle, its area as its number, near its place
 * in the country; none overlap, and the circles of a province form one group.
 *
 * First a force layout finds a place for each circle within its province. Then each circle is slid
 * until it touches its own group exactly, and whole groups are moved apart. So two things hold by
 * construction: circles of a province lie `touching` apart from their nearest neighbour in it, and at
 * least `between` from every circle of another province. The same input gives the same map.
 */
import { max, min } from 'd3-array';
import { type SimulationNodeDatum, forceCollide, forceSimulation, forceX, forceY } from 'd3-force';

export interface Spot {
  readonly id: string;
  /** Circles of one group stay together. */
  readonly group: string;
  /** Position on the map, in any unit; y grows to the south. */
  readonly x: number;
  readonly y: number;
  /** What the area stands for; nought and less get the smallest circle. */
  readonly amount: number;
}

export interface PlacedCircle {
  readonly id: string;
  readonly group: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface CircleMap {
  readonly circles: readonly PlacedCircle[];
  /** Shortest distance between circles of two groups, in the same unit. */
  readonly between: number;
}

interface Circle extends SimulationNodeDatum {
  readonly id: string;
  readonly group: string;
  readonly radius: number;
  x: number;
  y: number;
}

interface Group {
  readonly circles: Circle[];
  x: number;
  y: number;
  /** From the middle to the outermost edge. */
  reach: number;
  readonly homeX: number;
  readonly homeY: number;
}

const touching = 1.5;
const between = 9;

export interface CircleMapStyle {
  /** Radius of the smallest circle, before all are scaled to the frame. */
  readonly smallest: number;
  /** The part of the map that circles cover: more leaves no room to move, less wastes paper. */
  readonly covered: number;
}

const gap = (one: Circle, other: Circle): number =>
  Math.hypot(one.x - other.x, one.y - other.y) - one.radius - other.radius;

/** Parts of a ray, from `t = 0`, along which a circle would come too near to another. */
function blocked(
  circle: Circle,
  from: { x: number; y: number },
  direction: { x: number; y: number },
  placed: readonly Circle[],
): [number, number][] {
  const intervals: [number, number][] = [];
  for (const other of placed) {
    const reach = circle.radius + other.radius + touching;
    const x = from.x - other.x;
    const y = from.y - other.y;
    const half = x * direction.x + y * direction.y;
    const inside = half * half - (x * x + y * y - reach * reach);
    if (inside <= 0) continue;
    const root = Math.sqrt(inside);
    if (-half + root > 0) intervals.push([-half - root, -half + root]);
  }
  return intervals;
}

/** Slides a circle along the line from its nearest neighbour until it touches the group. */
function attach(circle: Circle, placed: readonly Circle[]): void {
  let nearest = placed[0];
  if (nearest === undefined) return;
  for (const other of placed) if (gap(circle, other) < gap(circle, nearest)) nearest = other;
  const x = circle.x - nearest.x;
  const y = circle.y - nearest.y;
  const distance = Math.hypot(x, y);
  const direction = distance === 0 ? { x: 1, y: 0 } : { x: x / distance, y: y / distance };
  const intervals = blocked(circle, nearest, direction, placed);
  const slack = 1e-9;
  const free = intervals
    .flat()
    .filter(
      (t) => t >= 0 && !intervals.some(([start, end]) => t > start + slack && t < end - slack),
    );
  const t = free.reduce(
    (best, one) => (Math.abs(one - distance) < Math.abs(best - distance) ? one : best),
    free[0] ?? distance,
  );
  circle.x = nearest.x + t * direction.x;
  circle.y = nearest.y + t * direction.y;
}

/** One province: its circles near their places, all touching. */
function gather(circles: Circle[]): Group {
  const targets = new Map(circles.map((circle) => [circle, { x: circle.x, y: circle.y }]));
  const simulation = forceSimulation(circles)
    .force('x', forceX<Circle>((circle) => targets.get(circle)?.x ?? 0).strength(0.12))
    .force('y', forceY<Circle>((circle) => targets.get(circle)?.y ?? 0).strength(0.12))
    .force('collide', forceCollide<Circle>((circle) => circle.radius + touching / 2).iterations(2))
    .stop();
  simulation.tick(40);

  let weight = 0;
  let x = 0;
  let y = 0;
  for (const circle of circles) {
    const area = circle.radius * circle.radius;
    weight += area;
    x += area * circle.x;
    y += area * circle.y;
  }
  x /= weight;
  y /= weight;
  const fromMiddle = (circle: Circle): number => Math.hypot(circle.x - x, circle.y - y);
  const placed: Circle[] = [];
  for (const circle of [...circles].sort((a, b) => fromMiddle(a) - fromMiddle(b))) {
    attach(circle, placed);
    placed.push(circle);
  }
  const reach = max(circles, (circle) => fromMiddle(circle) + circle.radius) ?? 0;
  return { circles, x, y, reach, homeX: x, homeY: y };
}

function move(group: Group, x: number, y: number): void {
  group.x += x;
  group.y += y;
  for (const circle of group.circles) {
    circle.x += x;
    circle.y += y;
  }
}

/** How far two groups lie apart, and in which direction; nothing where they are far from meeting. */
function tooNear(one: Group, other: Group): { short: number; x: number; y: number } | null {
  if (Math.hypot(one.x - other.x, one.y - other.y) > one.reach + other.reach + between) return null;
  let least = Infinity;
  let x = 0;
  let y = 0;
  for (const a of one.circles) {
    if (Math.hypot(a.x - other.x, a.y - other.y) > a.radius + other.reach + between) continue;
    for (const b of other.circles) {
      const apart = gap(a, b);
      if (apart >= least) continue;
      least = apart;
      x = b.x - a.x;
      y = b.y - a.y;
    }
  }
  if (least >= between) return null;
  // The way of the two middles, mixed with that of the nearest two: groups slide past each other.
  const size = Math.hypot(x, y) || 1;
  const middle = Math.hypot(other.x - one.x, other.y - one.y) || 1;
  x = x / size + (other.x - one.x) / middle;
  y = y / size + (other.y - one.y) / middle;
  const length = Math.hypot(x, y);
  return length < 1e-6
    ? { short: between - least, x: 1, y: 0 }
    : { short: between - least, x: x / length, y: y / length };
}

function separate(groups: readonly Group[]): void {
  for (let step = 0; step < 400; step += 1) {
    let moved = false;
    // Drawn home a little at first, so that no hole stays open; at the end only apart.
    const home = step < 60 ? 0.06 : 0;
    for (const group of groups)
      move(group, home * (group.homeX - group.x), home * (group.homeY - group.y));
    for (const [index, one] of groups.entries()) {
      for (const other of groups.slice(index + 1)) {
        const meeting = tooNear(one, other);
        if (meeting === null) continue;
        moved = true;
        const half = meeting.short / 2 + 0.01;
        move(one, -half * meeting.x, -half * meeting.y);
        move(other, half * meeting.x, half * meeting.y);
      }
    }
    if (!moved && home === 0) return;
  }
}

/**
 * @param spots   one per municipality
 * @param width, height  of the map; the circles lie within it
 */
export function circleMap(
  spots: readonly Spot[],
  width: number,
  height: number,
  { smallest, covered }: CircleMapStyle = { smallest: 2.2, covered: 0.4 },
): CircleMap {
  if (spots.length === 0) return { circles: [], between };
  const all = spots.reduce((sum, { amount }) => sum + Math.max(amount, 0), 0);
  const scale = all === 0 ? 0 : Math.sqrt((covered * width * height) / (Math.PI * all));
  const xs = spots.map(({ x }) => x);
  const ys = spots.map(({ y }) => y);
  const [left, right, top, bottom] = [min(xs) ?? 0, max(xs) ?? 0, min(ys) ?? 0, max(ys) ?? 0];
  const stretch = Math.min(width / (right - left || 1), height / (bottom - top || 1));

  const byGroup = new Map<string, Circle[]>();
  for (const spot of spots) {
    const circle = {
      id: spot.id,
      group: spot.group,
      radius: Math.max(smallest, scale * Math.sqrt(Math.max(spot.amount, 0))),
      x: (spot.x - left) * stretch,
      y: (spot.y - top) * stretch,
    };
    const group = byGroup.get(spot.group);
    if (group === undefined) byGroup.set(spot.group, [circle]);
    else group.push(circle);
  }
  const groups = [...byGroup.values()].map(gather);
  separate(groups);

  // Everything by one factor into the frame: what held before holds after.
  const circles = groups.flatMap((group) => group.circles);
  const box = {
    left: min(circles, (circle) => circle.x - circle.radius) ?? 0,
    right: max(circles, (circle) => circle.x + circle.radius) ?? 0,
    top: min(circles, (circle) => circle.y - circle.radius) ?? 0,
    bottom: max(circles, (circle) => circle.y + circle.radius) ?? 0,
  };
  const margin = between / 2;
  const factor = Math.min(
    (width - 2 * margin) / (box.right - box.left),
    (height - 2 * margin) / (box.bottom - box.top),
  );
  const shiftX = (width - factor * (box.right - box.left)) / 2;
  const shiftY = (height - factor * (box.bottom - box.top)) / 2;
  return {
    circles: circles.map(({ id, group, x, y, radius }) => ({
      id,
      group,
      x: shiftX + factor * (x - box.left),
      y: shiftY + factor * (y - box.top),
      radius: factor * radius,
    })),
    between: factor * between,
  };
}
