/** Random provinces with confidential locations, the same for the same seed. */
import type { CompleteWorkspace } from '../../wasm/province/workspace.ts';

/** A location as the attacker may think of it: everything but its number, and that too. */
export interface Place {
  readonly id: string;
  /** Index into the municipalities. */
  readonly municipality: number;
  readonly kind: 'regulier' | 'amv' | 'overig bijzonder';
  readonly certainty: 'bestaand' | 'besloten' | 'voornemen';
  readonly places: number;
  readonly from: string;
  readonly until: string;
  /** The id of the location that it continues; empty: of none. */
  readonly continues: string;
  readonly disclosed: 'ja' | 'nee' | 'aantal' | 'locatie';
}

export interface Province {
  readonly municipalities: number;
  readonly dates: readonly string[];
  readonly regions: readonly (readonly number[])[];
  readonly places: readonly Place[];
}

/** Mulberry32: small, and the same everywhere. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export class Dice {
  readonly random: () => number;
  constructor(seed: number) {
    this.random = randomOf(seed);
  }
  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.random() * (most - least + 1));
  }
  chance(of: number): boolean {
    return this.random() < of;
  }
  one<T>(items: readonly T[]): T {
    return items[this.whole(0, items.length - 1)] as T;
  }
}

const sizeOf = (dice: Dice): number =>
  dice.chance(0.3)
    ? dice.whole(4, 40)
    : dice.chance(0.8)
      ? dice.whole(30, 250)
      : dice.whole(200, 800);

const dayIn = (dice: Dice, first: number, last: number): string =>
  `${dice.whole(first, last)}-${String(dice.whole(1, 12)).padStart(2, '0')}-01`;

function placeOf(dice: Dice, at: number, municipality: number, secrecy: number): Place {
  const from = dice.chance(0.7) ? dayIn(dice, 2022, 2026) : dayIn(dice, 2027, 2028);
  return {
    id: `L${at + 1}`,
    municipality,
    kind: dice.chance(0.7) ? 'regulier' : dice.chance(0.6) ? 'amv' : 'overig bijzonder',
    certainty: dice.chance(0.6) ? 'bestaand' : dice.one(['besloten', 'voornemen'] as const),
    places: sizeOf(dice),
    from,
    until: dice.chance(0.7) ? '' : dayIn(dice, 2029, 2034),
    continues: '',
    disclosed: dice.chance(secrecy)
      ? dice.chance(0.8)
        ? 'nee'
        : 'locatie'
      : dice.chance(0.8)
        ? 'ja'
        : 'aantal',
  };
}

export function randomProvince(seed: number): Province {
  const dice = new Dice(seed);
  const municipalities = dice.whole(3, 25);
  const secrecy = 0.2 + 0.7 * dice.random();
  const places: Place[] = [];
  for (let at = 0; at < municipalities; at += 1) {
    for (let more = dice.whole(0, 4); more > 0; more -= 1)
      places.push(placeOf(dice, places.length, at, secrecy));
  }
  // Some places move: another location takes over, in its own municipality or in another.
  for (const place of [...places]) {
    if (!dice.chance(0.08)) continue;
    places.push({
      ...placeOf(
        dice,
        places.length,
        dice.chance(0.7) ? place.municipality : dice.whole(0, municipalities - 1),
        secrecy,
      ),
      from: dayIn(dice, 2027, 2028),
      continues: place.id,
    });
  }
  const dates = ['2027-07-01', '2028-02-01', '2028-07-01', '2029-01-01'].slice(0, dice.whole(1, 4));
  const regions = dice.whole(0, 4);
  const regionOf = Array.from({ length: municipalities }, () =>
    dice.whole(0, Math.max(0, regions - 1)),
  );
  return {
    municipalities,
    dates,
    places,
    regions: Array.from({ length: regions }, (_, region) =>
      regionOf.flatMap((own, at) => (own === region ? [at] : [])),
    ),
  };
}

/** The same province some months later: numbers change, locations come and go, some turn confidential. */
export function later(before: Province, seed: number): Province {
  const dice = new Dice(seed);
  const change = 0.05 + 0.5 * dice.random();
  const places = before.places.flatMap((place): Place[] => {
    if (!dice.chance(change)) return [place];
    if (dice.chance(0.15)) return [];
    if (dice.chance(0.15)) return [{ ...place, disclosed: 'nee' }];
    return [
      { ...place, places: dice.chance(0.5) ? sizeOf(dice) : place.places + dice.whole(1, 20) },
    ];
  });
  const gone = new Set(places.map(({ id }) => id));
  return {
    ...before,
    places: places.map((place) =>
      place.continues !== '' && !gone.has(place.continues) ? { ...place, continues: '' } : place,
    ),
  };
}

export const codeOf = (municipality: number): string => `GM${1001 + municipality}`;

const columns =
  'gemeente;nummer;locatie;soort;plekken;van;tot en met;zekerheid;vervolg op;openbaar;opmerking';

export const locationsCsv = ({ places }: Province): string =>
  [
    columns,
    ...places.map((each) =>
      [
        codeOf(each.municipality),
        each.id,
        `Huis ${each.id}`,
        each.kind,
        each.places,
        each.from,
        each.until,
        each.certainty,
        each.continues,
        each.disclosed,
        '',
      ].join(';'),
    ),
    '',
  ].join('\n');

export function workspaceOf({ municipalities, dates, regions }: Province): CompleteWorkspace {
  return {
    province: 'Aanvalsland',
    round: '2026',
    task: { total: 3_000, minors: 250, basis: 'own_input', source: 'proef' },
    municipalities: Array.from({ length: municipalities }, (_, at) => ({
      code: codeOf(at),
      name: `Plaats ${at + 1}`,
      indicative: 40 + ((at * 37) % 300),
      minors: 5,
      decided: 30 + ((at * 53) % 300),
    })),
    regions: regions.map((members, at) => ({
      name: `R${at + 1}`,
      municipalities: members.map(codeOf),
    })),
    locations: ['locaties.csv'],
    dates,
    calendar: [],
    exchanges: [],
    openPoints: [],
    deduction: { day: '2027-01-01' },
    decision: { day: '2027-07-01', until: '2028-02-01' },
    grants: { day: '2027-07-01', start: '2027-01-01', end: '2028-12-31' },
  };
}
