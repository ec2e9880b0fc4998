/**
 * An attacker who knows everything of confidential locations but their numbers: where they are, of which
 * kind, on which dates they count, and which did not change since an earlier edition. He reads every
 * printed number as an equation, and asks how small and how large each number can be. He may be one of
 * the municipalities, and then knows its own numbers. What he knows he counts himself: none of it is
 * code of the program.
 */
import highsLoader, { type Highs } from 'highs';
import type { PublicEditionResult, Remainder } from '../../wasm/index.ts';
import type { Place, Province } from './random-workspace.ts';

let solver: Highs | null = null;
const highs = async (): Promise<Highs> => (solver ??= await highsLoader());

/** A number nobody should work out: of a location as it stood in one or more editions. */
export interface Secret {
  readonly key: string;
  readonly municipality: number;
  readonly places: number;
}

/** What a printed number says of secrets: their sum lies between two numbers. */
interface Statement {
  readonly members: ReadonlySet<string>;
  readonly from: number;
  readonly to: number;
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** Until when each location counts: its own last day, or the day before another takes over. */
function countsOn(places: readonly Place[], day: string): (place: Place) => boolean {
  const startOfChain = (place: Place): string[] =>
    places
      .filter(({ continues }) => continues === place.id)
      .flatMap((next) => [next.from, ...startOfChain(next)]);
  return (place) => {
    const taken = startOfChain(place).toSorted()[0];
    if (taken !== undefined && taken <= place.from) return false;
    if (place.from > day) return false;
    const ends = [place.until, taken === undefined ? '' : dayBefore(taken)].filter(Boolean);
    return ends.every((end) => day <= end);
  };
}

const isSecret = ({ disclosed }: Place): boolean => disclosed === 'nee' || disclosed === 'locatie';
const keyOf = ({ id, municipality, kind, places }: Place): string =>
  `${municipality}/${id}/${kind}/${places}`;

export interface Public {
  readonly total: number;
  readonly minors: number;
}

/** The public places of some municipalities on a day, counted by hand. */
export function publicPlaces(
  { places }: Province,
  day: string,
  takesPart: (municipality: number) => boolean,
): Public {
  const counts = countsOn(places, day);
  const own = places.filter(
    (place) => !isSecret(place) && takesPart(place.municipality) && counts(place),
  );
  const sum = (of: readonly Place[]): number => of.reduce((all, each) => all + each.places, 0);
  return { total: sum(own), minors: sum(own.filter(({ kind }) => kind === 'amv')) };
}

export interface Edition {
  readonly province: Province;
  readonly printed: PublicEditionResult;
}

/** Every printed number that depends on secrets, as a statement on their sum. */
function statementsOf({ province, printed }: Edition): Statement[] {
  const statements: Statement[] = [];
  for (const [at, day] of province.dates.entries()) {
    const offer = printed.offers[at];
    if (offer === undefined) throw new Error('a date is lacking');
    const counts = countsOn(province.places, day);
    const secrets = province.places.filter((place) => isSecret(place) && counts(place));
    const say = (
      takesPart: (place: Place) => boolean,
      remainder: Remainder,
      known: Public['total'],
      total: number | null,
      against: number | null,
      difference: number | null,
    ): void => {
      const members = new Set(secrets.filter(takesPart).map(keyOf));
      const { from, to } = remainder;
      if (from !== null && to !== null) statements.push({ members, from, to });
      for (const whole of [
        total,
        against === null || difference === null ? null : against + difference,
      ])
        if (whole !== null) statements.push({ members, from: whole - known, to: whole - known });
    };
    const all = publicPlaces(province, day, () => true);
    const { province: sum } = offer;
    say(() => true, sum.remainder, all.total, sum.total, sum.indicative, sum.difference);
    say(
      ({ kind }) => kind === 'amv',
      sum.minorsRemainder,
      all.minors,
      sum.totalMinors,
      sum.indicativeMinors,
      sum.minorsDifference,
    );
    for (const [region, members] of province.regions.entries()) {
      const own = new Set(members);
      const row = offer.regions[region];
      if (row === undefined) throw new Error('a region is lacking');
      say(
        ({ municipality }) => own.has(municipality),
        row.remainder,
        publicPlaces(province, day, (municipality) => own.has(municipality)).total,
        row.total,
        row.indicative,
        row.difference,
      );
    }
  }
  return statements;
}

/** The secrets of all editions; a number that was public in one of them is none. */
export function secretsOf(editions: readonly Edition[]): Secret[] {
  const found = new Map<string, Secret>();
  const known = new Set<string>();
  for (const { province } of editions) {
    const counted = province.places.filter((place) =>
      province.dates.some((day) => countsOn(province.places, day)(place)),
    );
    for (const place of counted) {
      if (isSecret(place)) found.set(keyOf(place), { key: keyOf(place), ...place });
      else known.add(keyOf(place));
    }
  }
  return [...found.values()].filter(({ key }) => !known.has(key));
}

/** A secret that is known too closely: how small and how large it can be. */
export interface Leak {
  readonly secret: string;
  readonly places: number;
  /** Who finds it: a municipality, or anyone. */
  readonly who: number | null;
  readonly least: number;
  readonly most: number;
}

const isTooNarrow = (width: number, places: number): boolean =>
  width < Math.max(10, 0.3 * places) - 1e-6;

/** Sums of secrets that take part in the same statements: nobody can tell their parts apart. */
interface Piece {
  readonly name: string;
  readonly secrets: Secret[];
  readonly statements: readonly boolean[];
}

function piecesOf(secrets: readonly Secret[], statements: readonly Statement[]): Piece[] {
  const pieces = new Map<string, Piece>();
  for (const secret of secrets) {
    const takesPart = statements.map(({ members }) => members.has(secret.key));
    const pattern = takesPart.map(Number).join('');
    const piece = pieces.get(pattern) ?? {
      name: `y${pieces.size}`,
      secrets: [],
      statements: takesPart,
    };
    piece.secrets.push(secret);
    pieces.set(pattern, piece);
  }
  return [...pieces.values()];
}

/** The least or the most that a piece can be, in whole numbers or in fractions; null: without bound. */
async function boundOf(
  goal: 'Minimize' | 'Maximize',
  piece: Piece,
  pieces: readonly Piece[],
  ranges: readonly { from: number; to: number }[],
  inWholes: boolean,
): Promise<number | null> {
  const rows = ranges.flatMap(({ from, to }, at) => {
    const terms = pieces.filter((each) => each.statements[at] === true).map(({ name }) => name);
    if (terms.length === 0) return [];
    const sum = terms.join(' + ');
    return from === to
      ? [` e${at}: ${sum} = ${from}`]
      : [` l${at}: ${sum} >= ${from}`, ` u${at}: ${sum} <= ${to}`];
  });
  if (!piece.statements.includes(true)) return goal === 'Minimize' ? 0 : null;
  const problem = [
    goal,
    ` obj: ${piece.name}`,
    'Subject To',
    ...rows,
    ...(inWholes ? ['General', ` ${pieces.map(({ name }) => name).join(' ')}`] : []),
    'End',
  ].join('\n');
  const answer = (await highs()).solve(problem);
  if (answer.Status !== 'Optimal') {
    if (goal === 'Maximize' && /nbounded/u.test(answer.Status)) return null;
    throw new Error(`${answer.Status}\n${problem}`);
  }
  const value = answer.ObjectiveValue;
  return goal === 'Minimize' ? Math.ceil(value - 1e-6) : Math.floor(value + 1e-6);
}

/** All that is known too closely, by anyone or by one of the municipalities. */
export async function attack(editions: readonly Edition[], inWholes: boolean): Promise<Leak[]> {
  const secrets = secretsOf(editions);
  const keys = new Set(secrets.map(({ key }) => key));
  const places = new Map(
    editions.flatMap(({ province }) => province.places.map((each) => [keyOf(each), each.places])),
  );
  const statements = editions.flatMap(statementsOf);
  const leaks: Leak[] = [];
  for (const who of [null, ...new Set(secrets.map(({ municipality }) => municipality))]) {
    const hidden = secrets.filter(({ municipality }) => municipality !== who);
    const own = new Set(hidden.map(({ key }) => key));
    // What he knows himself, and what was public once, is taken off.
    const ranges = statements.map(({ members, from, to }) => {
      const known = [...members].filter((key) => !keys.has(key) || !own.has(key));
      const sum = known.reduce((all, key) => all + (places.get(key) ?? 0), 0);
      return { from: Math.max(0, from - sum), to: to - sum };
    });
    const pieces = piecesOf(hidden, statements);
    for (const piece of pieces) {
      const most = await boundOf('Maximize', piece, pieces, ranges, inWholes);
      if (most === null) continue;
      const least = await boundOf('Minimize', piece, pieces, ranges, inWholes);
      const municipalities = new Set(piece.secrets.map(({ municipality }) => municipality));
      for (const municipality of municipalities) {
        const number = piece.secrets
          .filter((each) => each.municipality === municipality)
          .reduce((all, each) => all + each.places, 0);
        // Beside another municipality each may have nothing.
        const low = municipalities.size > 1 ? 0 : (least ?? 0);
        if (isTooNarrow(most - low, number))
          leaks.push({
            secret: piece.secrets.map(({ key }) => key).join(', '),
            places: number,
            who,
            least: low,
            most,
          });
      }
      for (const secret of piece.secrets) {
        const low = piece.secrets.length > 1 ? 0 : (least ?? 0);
        if (isTooNarrow(most - low, secret.places))
          leaks.push({ secret: secret.key, places: secret.places, who, least: low, most });
      }
    }
  }
  return leaks;
}
