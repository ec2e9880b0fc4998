/**
 * A map of cells: around the centre of each municipality all that lies nearer to it than to any other
 * (Voronoi), at most so far. Nobody is moved: each centre stands where it lies. The edges are no borders of
 * municipalities; where neighbours are of two groups, their edge is drawn as that of the groups.
 */
import { max, min } from 'd3-array';
import { Delaunay } from 'd3-delaunay';

export interface Spot {
  readonly id: string;
  readonly group: string;
  /** Metres; y grows to the south. */
  readonly x: number;
  readonly y: number;
}

export interface Cell {
  readonly id: string;
  readonly group: string;
  /** The centre, in the frame. */
  readonly x: number;
  readonly y: number;
  /** Its outline, for `d` of a path. */
  readonly path: string;
}

export interface CellMap {
  readonly cells: readonly Cell[];
  /** Edges between two groups, for `d` of one path. */
  readonly borders: string;
  /** How far a cell reaches at most, in the frame. */
  readonly reach: number;
}

type Point = readonly [number, number];

/** Sides of the polygon that stands for the circle at which a cell ends. */
const sides = 64;

const between = ([ax, ay]: Point, [bx, by]: Point, part: number): Point => [
  ax + part * (bx - ax),
  ay + part * (by - ay),
];

/** What of a convex polygon lies on the side of a line where `outside` is at most nought. */
function cut(polygon: readonly Point[], outside: (point: Point) => number): readonly Point[] {
  if (polygon.every((point) => outside(point) <= 0)) return polygon;
  return polygon.flatMap((point, at) => {
    const next = polygon[(at + 1) % polygon.length] ?? point;
    const [here, there] = [outside(point), outside(next)];
    const kept = here <= 0 ? [point] : [];
    return here <= 0 !== there <= 0 ? [...kept, between(point, next, here / (here - there))] : kept;
  });
}

/** What of a convex polygon lies within reach of its centre. */
function within(polygon: readonly Point[], [x, y]: Point, reach: number): readonly Point[] {
  // Most cells reach nowhere so far.
  if (polygon.every(([px, py]) => Math.hypot(px - x, py - y) <= reach)) return polygon;
  let kept = polygon;
  for (let side = 0; side < sides; side += 1) {
    const angle = (2 * Math.PI * side) / sides;
    const [across, down] = [Math.cos(angle), Math.sin(angle)];
    kept = cut(kept, ([px, py]) => (px - x) * across + (py - y) * down - reach);
  }
  return kept;
}

/** What of a line lies within reach of a point; nothing where it does not come so near. */
function near(from: Point, to: Point, [x, y]: Point, reach: number): [Point, Point] | null {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const [fx, fy] = [from[0] - x, from[1] - y];
  const length = dx * dx + dy * dy;
  const half = fx * dx + fy * dy;
  const inside = half * half - length * (fx * fx + fy * fy - reach * reach);
  if (length === 0 || inside <= 0) return null;
  const root = Math.sqrt(inside);
  const [first, last] = [
    Math.max(0, (-half - root) / length),
    Math.min(1, (-half + root) / length),
  ];
  return first < last ? [between(from, to, first), between(from, to, last)] : null;
}

/**
 * @param spots   one per municipality, no two at the same place
 * @param most    how far a cell reaches, in metres
 * @param only    of one group alone; left out: all
 */
export function cellMap(
  spots: readonly Spot[],
  width: number,
  height: number,
  most = 12_000,
  only: string | null = null,
): CellMap {
  if (spots.length === 0) return { cells: [], borders: '', reach: 0 };
  const delaunay = Delaunay.from(
    spots,
    ({ x }) => x,
    ({ y }) => y,
  );
  const shown = spots.filter(({ group }) => only === null || group === only);
  const box = (of: readonly Spot[]): [number, number, number, number] => [
    (min(of, ({ x }) => x) ?? 0) - most,
    (min(of, ({ y }) => y) ?? 0) - most,
    (max(of, ({ x }) => x) ?? 0) + most,
    (max(of, ({ y }) => y) ?? 0) + most,
  ];
  const voronoi = delaunay.voronoi(box(spots));
  const [left, top, right, bottom] = box(shown);
  const scale = Math.min(width / (right - left), height / (bottom - top));
  const [aside, above] = [
    (width - scale * (right - left)) / 2,
    (height - scale * (bottom - top)) / 2,
  ];
  const placed = ([x, y]: Point): Point => [
    Math.round(10 * (aside + scale * (x - left))) / 10,
    Math.round(10 * (above + scale * (y - top))) / 10,
  ];
  const line = (points: readonly Point[]): string =>
    `M${points.map((point) => placed(point).join(' ')).join('L')}`;

  const cells: Cell[] = [];
  const borders: string[] = [];
  spots.forEach((spot, at) => {
    if (only !== null && spot.group !== only) return;
    const centre: Point = [spot.x, spot.y];
    // Closed: the last point is the first.
    const polygon = [...voronoi.cellPolygon(at)].slice(0, -1).map(([x, y]): Point => [x, y]);
    const [x, y] = placed(centre);
    cells.push({
      id: spot.id,
      group: spot.group,
      x,
      y,
      path: `${line(within(polygon, centre, most))}Z`,
    });
    const others = [...voronoi.neighbors(at)].flatMap((other) => {
      const neighbour = spots[other];
      return other > at && neighbour !== undefined && neighbour.group !== spot.group
        ? [neighbour]
        : [];
    });
    polygon.forEach((point, corner) => {
      const next = polygon[(corner + 1) % polygon.length] ?? point;
      const middle = between(point, next, 0.5);
      const away = (to: Spot): number => Math.hypot(middle[0] - to.x, middle[1] - to.y);
      // The edge between two cells lies as far from the one centre as from the other.
      if (!others.some((other) => Math.abs(away(other) - away(spot)) < 1)) return;
      const part = near(point, next, centre, most);
      if (part !== null) borders.push(line(part));
    });
  });
  return { cells, borders: borders.join(''), reach: scale * most };
}

export interface Named {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** The names for which there is room, the first first: none lies over another or over the edge. */
export function roomForNames(
  names: readonly Named[],
  width: number,
  letter: { readonly width: number; readonly height: number },
): Named[] {
  const kept: (Named & { half: number })[] = [];
  for (const named of names) {
    const half = (named.name.length * letter.width) / 2;
    const free =
      named.x - half >= 0 &&
      named.x + half <= width &&
      kept.every(
        (other) =>
          Math.abs(other.y - named.y) >= letter.height ||
          Math.abs(other.x - named.x) >= other.half + half + letter.width,
      );
    if (free) kept.push({ ...named, half });
  }
  return kept;
}
