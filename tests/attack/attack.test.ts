// The public edition against an attacker who solves everything it prints. `npm run attack` takes 2,000
// random provinces, the checks of every day 50.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type EditionRecord, type PublicEditionResult, load } from '../../wasm/index.ts';
import { publicParameters, withEdition } from '../../wasm/province/workspace.ts';
import { type Edition, attack, publicPlaces } from './attacker.ts';
import {
  Dice,
  type Place,
  type Province,
  later,
  locationsCsv,
  randomProvince,
  workspaceOf,
} from './random-workspace.ts';

const rounds = Number(process.env.ATTACKS ?? 50);
/** Bounds in whole numbers take longer: of so many provinces. */
const inWholes = 100;

const core = await load(
  readFileSync(fileURLToPath(new URL('../../dist/spreidingswijzer.wasm', import.meta.url))),
);

interface Printed {
  readonly edition: Edition;
  readonly record: EditionRecord;
  readonly exposed: readonly string[];
}

/** The public edition of a province, beside earlier ones or with everything printed. */
function print(
  province: Province,
  earlier: readonly EditionRecord[] = [],
  printAnyway = '',
): Printed {
  core.put('locaties.csv', new TextEncoder().encode(locationsCsv(province)));
  let workspace = { ...workspaceOf(province), publication: { printAnyway } };
  for (const record of earlier) workspace = withEdition(workspace, record, '2026-11-24');
  const parameters = publicParameters(workspace);
  const answer = core.run('public_edition', parameters);
  const record = core.run('edition_record', parameters);
  if (!answer.ok || !record.ok) throw new Error(JSON.stringify(answer));
  return {
    edition: { province, printed: answer.result },
    record: record.result,
    exposed: answer.findings.filter(({ code }) => code === 'number_exposed').map(({ raw }) => raw),
  };
}

const isSecret = ({ disclosed }: Place): boolean => disclosed === 'nee' || disclosed === 'locatie';

/** The edition without the sums in which remainders stand, and what follows from them. */
function withoutSums(printed: PublicEditionResult): unknown {
  const of = new Set(['remainder', 'total', 'difference', 'minorsRemainder', 'totalMinors']);
  const plain = (sum: object): unknown =>
    Object.fromEntries(
      Object.entries(sum).filter(([name]) => !of.has(name) && name !== 'minorsDifference'),
    );
  return {
    ...printed,
    receipt: '',
    offers: printed.offers.map((offer) => ({
      ...offer,
      regions: offer.regions.map(plain),
      province: plain(offer.province),
    })),
  };
}

describe.each(Array.from({ length: Math.ceil(rounds / 10) }, (_, at) => at))(
  'random provinces, ten of them (%i)',
  (ten) => {
    const seeds = Array.from({ length: Math.min(10, rounds - ten * 10) }, (_, at) => ten * 10 + at);

    test('nothing but the printed sums depends on confidential numbers', () => {
      for (const seed of seeds) {
        const province = randomProvince(seed);
        const dice = new Dice(seed + 1_000_000);
        const others: Province = {
          ...province,
          places: province.places.map((place) =>
            isSecret(place) ? { ...place, places: dice.whole(0, 900) } : place,
          ),
        };
        expect(withoutSums(print(others).edition.printed)).toEqual(
          withoutSums(print(province).edition.printed),
        );
      }
    });

    test('every sum of public places alone is printed', () => {
      for (const seed of seeds) {
        const province = randomProvince(seed);
        const { printed } = print(province).edition;
        for (const [at, day] of province.dates.entries()) {
          const offer = printed.offers[at];
          const own = (takesPart: (municipality: number) => boolean): number =>
            publicPlaces(province, day, takesPart).total;
          expect(offer?.municipalities.map(({ offered }) => offered.total)).toEqual(
            Array.from({ length: province.municipalities }, (_, each) => own((of) => of === each)),
          );
          expect(offer?.regions.map(({ offered }) => offered.total)).toEqual(
            province.regions.map((members) => own((of) => members.includes(of))),
          );
          expect(offer?.province.offered.total).toBe(own(() => true));
        }
      }
    });

    test('every confidential number stays open, for anyone and for every municipality', async () => {
      for (const seed of seeds) {
        const { edition } = print(randomProvince(seed));
        expect(await attack([edition], seed < inWholes), `seed ${seed}`).toEqual([]);
      }
    });

    test('every confidential number stays open beside earlier editions', async () => {
      for (const seed of seeds) {
        const editions: Edition[] = [];
        const records: EditionRecord[] = [];
        let province = randomProvince(seed);
        for (let edition = 0; edition < 3; edition += 1) {
          const printed = print(province, records);
          editions.push(printed.edition);
          records.push(printed.record);
          province = later(province, seed * 7 + edition);
        }
        expect(await attack(editions, seed < inWholes), `seed ${seed}`).toEqual([]);
      }
    });
  },
);

test('the total of the province is exact in nine of ten where three or more municipalities take part', () => {
  let asked = 0;
  let exact = 0;
  let dates = 0;
  let exactDates = 0;
  for (let seed = 0; seed < Math.max(rounds, 200); seed += 1) {
    const { province, printed } = print(randomProvince(seed)).edition;
    const [first] = printed.offers;
    if (first === undefined) continue;
    const counted = province.places.filter(
      (place) =>
        isSecret(place) && place.from <= '2027-07-01' && place.until === '' && place.places > 0,
    );
    if (new Set(counted.map(({ municipality }) => municipality)).size < 3) continue;
    asked += 1;
    if (first.province.total !== null) exact += 1;
    dates += printed.offers.length;
    exactDates += printed.offers.filter(({ province: sum }) => sum.total !== null).length;
  }
  console.info(
    `exact on the first date: ${exact} of ${asked}; on all dates: ${exactDates} of ${dates}`,
  );
  expect(asked).toBeGreaterThan(50);
  expect(exact / asked).toBeGreaterThanOrEqual(0.9);
});

describe('with suppression off the attacker finds', () => {
  const place = (municipality: number, places: number, more: Partial<Place> = {}): Place => ({
    id: `L${municipality}-${places}`,
    municipality,
    kind: 'regulier',
    certainty: 'bestaand',
    places,
    from: '2025-01-01',
    until: '',
    continues: '',
    disclosed: 'nee',
    ...more,
  });
  const province = (places: readonly Place[], regions: Province['regions'] = []): Province => ({
    municipalities: 8,
    dates: ['2027-07-01', '2028-07-01'],
    regions,
    places,
  });
  const four = [place(0, 120), place(1, 110), place(2, 100), place(3, 90)];
  test.each<[string, Province]>([
    ['a number that stands alone', province([place(0, 80)])],
    ['the number of the only other one', province([place(0, 80), place(1, 300)])],
    ['a few small numbers', province([place(0, 6), place(1, 5), place(2, 4)])],
    ['a newcomer between two dates', province([...four, place(4, 70, { from: '2028-01-01' })])],
    ['who left between two dates', province([...four, place(4, 70, { until: '2028-01-01' })])],
    ['minors of one municipality', province([...four, place(4, 30, { kind: 'amv' })])],
    ['a region of one', province([...four, place(4, 70)], [[0, 1, 2, 3], [4]])],
    ['what a region leaves of the province', province([...four, place(4, 70)], [[0, 1, 2, 3]])],
  ])('%s', async (_, of) => {
    const anyway = print(of, [], 'proef');
    expect(await attack([anyway.edition], true)).not.toEqual([]);
    // The core says so as well, before anything is published.
    expect(anyway.exposed).not.toEqual([]);
    expect(await attack([print(of).edition], true)).toEqual([]);
  });

  test('who came since an earlier edition', async () => {
    const before = print(province(four));
    const changed = province([...four, place(4, 70)]);
    const [forgotten, remembered] = [print(changed), print(changed, [before.record])];
    expect(await attack([before.edition, forgotten.edition], true)).not.toEqual([]);
    expect(await attack([before.edition, remembered.edition], true)).toEqual([]);
  });

  test('something in most random provinces', async () => {
    let found = 0;
    for (let seed = 0; seed < 20; seed += 1) {
      const { edition } = print(randomProvince(seed), [], 'proef');
      if ((await attack([edition], false)).length > 0) found += 1;
    }
    expect(found).toBeGreaterThan(10);
  });
});
