import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { load } from '../../build/node/index.mjs';
import { provenShares } from './derived.mjs';
import { decimals, halfToEven, spread, withDoubles } from './key.mjs';
import { generator, listOfHalves, randomList } from './lists.mjs';

const core = await load(
  readFileSync(new URL('../../build/wasm/spreidingswijzer-core.wasm', import.meta.url)),
);
const encoder = new TextEncoder();
const provinces = ['Noord', 'Midden', 'Zuid'];
const code = (index) => `GM${String(index + 1).padStart(4, '0')}`;

function scoreText(score, k, mark) {
  const sign = score < 0n ? '-' : '';
  return sign + decimals(score < 0n ? -score : score, 10n ** BigInt(k), k).replace('.', mark);
}

/** The list as two files, in one of the ways that files are written. */
function put({ k, list }, style = 0, order = list.map((_, index) => index)) {
  const [separator, mark, end, start] = [
    [',', '.', '\n', ''],
    [';', ',', '\r\n', '\uFEFF'],
    ['\t', ',', '\n', ''],
  ][style];
  const rows = (head, row) =>
    encoder.encode(
      start + [head, ...order.map(row)].map((cells) => cells.join(separator)).join(end) + end,
    );
  core.put(
    'p',
    rows(['gemeentecode', 'gemeente', 'provincie', 'inwoners'], (i) => [
      code(i),
      `G${i}`,
      provinces[list[i].province],
      list[i].inhabitants,
    ]),
  );
  core.put(
    's',
    rows(['gemeentecode', 'gemeente', 'ses_woa'], (i) => [
      code(i),
      `G${i}`,
      scoreText(list[i].score, k, mark),
    ]),
  );
}

const ask = ({ need, minors }, status = 'official') =>
  core.allocate({
    population: { file: 'p', status: 'official' },
    scores: { file: 's', status },
    need: Number(need),
    minors: Number(minors),
    provinces,
  });

function figures(result) {
  return result.municipalities.map((row) => BigInt(row.total.places));
}

function compare(given) {
  const answer = ask(given);
  assert.ok(answer.ok, JSON.stringify(answer.findings?.slice(0, 2)));
  const expected = spread(given.list, given.k, given.need);
  const minors = spread(given.list, given.k, given.minors);
  const { result } = answer;
  assert.deepEqual(figures(result), expected.places);
  result.municipalities.forEach((row, i) => {
    assert.equal(row.weight, expected.factors[i]);
    assert.deepEqual({ ...row.share.fraction, decimal: row.share.decimal }, expected.exact[i]);
    assert.equal(BigInt(row.minors.places), minors.places[i]);
    assert.equal(row.minorsShare.decimal, minors.exact[i].decimal);
    assert.equal(
      row.perThousand.value,
      decimals(expected.places[i] * 1000n, given.list[i].inhabitants, 2),
    );
  });
  assert.equal(result.totals.totalWeight, expected.totalFactor);
  assert.equal(BigInt(result.totals.places), expected.sum);
  assert.equal(BigInt(result.totals.difference), expected.sum - given.need);
  for (const province of result.provinces) {
    const of = provinces.indexOf(province.name);
    const sum = expected.places.reduce(
      (all, each, i) => all + (given.list[i].province === of ? each : 0n),
      0n,
    );
    assert.equal(BigInt(province.total.places), sum);
  }
  // Each share is off by a half at most.
  const off = expected.sum - given.need;
  assert.ok(2n * (off < 0n ? -off : off) <= BigInt(given.list.length));
  return result;
}

test('10,000 random lists give the figures of the oracle', () => {
  const random = generator(20_240_131);
  let municipalities = 0;
  for (let round = 0; round < 10_000; round += 1) {
    const given = randomList(random);
    put(given, round % 3);
    const result = compare(given);
    municipalities += given.list.length;
    // Equal municipalities get equal places.
    if (given.list.length > 2) {
      assert.equal(result.municipalities[0].total.places, result.municipalities[1].total.places);
    }
  }
  console.log(`10,000 lists, ${municipalities} municipalities compared`);
});

test('lists in which every share is exactly a half: doubles and half-to-even fail, the core does not', () => {
  const random = generator(7);
  let doubles = 0;
  let even = 0;
  for (let round = 0; round < 500; round += 1) {
    const given = listOfHalves(random);
    put(given, round % 3);
    const result = compare(given);
    assert.ok(result.municipalities.every((row) => row.share.fraction.denominator === '2'));
    const right = spread(given.list, given.k, given.need).places;
    const differs = (places) => places.some((each, i) => each !== right[i]);
    doubles += Number(differs(withDoubles(given.list, given.k, given.need)));
    even += Number(differs(halfToEven(given.list, given.k, given.need)));
  }
  console.log(`500 lists of halves: doubles wrong in ${doubles}, half-to-even in ${even}`);
  assert.ok(doubles > 0 && even > 0);
});

test('on an estimate only ranges leave, and they are those of the oracle', () => {
  const random = generator(99);
  for (let round = 0; round < 500; round += 1) {
    const given = randomList(random);
    put(given);
    const { result } = ask(given, 'estimate');
    const expected = spread(given.list, given.k, given.need);
    result.municipalities.forEach((row, i) => {
      assert.deepEqual(
        [row.score, row.weight, row.share, row.minorsShare, row.total.places],
        [null, null, null, null, null],
      );
      assert.equal(BigInt(row.total.low), expected.ranges[i].low);
      assert.equal(BigInt(row.total.high), expected.ranges[i].high);
    });
    for (const province of result.provinces) {
      const of = expected.ranges.filter(
        (_, i) => given.list[i].province === provinces.indexOf(province.name),
      );
      for (const end of ['low', 'high'])
        assert.equal(
          BigInt(province.total[end]),
          of.reduce((sum, range) => sum + range[end], 0n),
        );
    }
  }
});

test('the order of rows does not matter', () => {
  const random = generator(5);
  for (let round = 0; round < 300; round += 1) {
    const given = randomList(random);
    put(given);
    const one = figures(ask(given).result);
    const order = given.list.map((_, i) => i).sort(() => random.below(3) - 1);
    put(given, 0, order);
    assert.deepEqual(figures(ask(given).result), one);
  }
});

test('more inhabitants never means fewer places', () => {
  const random = generator(11);
  for (let round = 0; round < 500; round += 1) {
    const given = randomList(random);
    put(given);
    const before = figures(ask(given).result)[0];
    const [first, ...rest] = given.list;
    const more = first.inhabitants + BigInt(1 + random.below(5000));
    if (more > 2n ** 31n - 1n) continue;
    const grown = { ...given, list: [{ ...first, inhabitants: more }, ...rest] };
    put(grown);
    assert.ok(figures(ask(grown).result)[0] >= before);
  }
});

test('what lies outside the bounds is a finding, never a wrapped number', () => {
  const list = [{ inhabitants: 5n, score: 0n, province: 0 }];
  const fails = (given) => {
    put(given);
    const answer = ask({ need: 10n, minors: 0n, ...given });
    assert.equal(answer.ok, false);
    assert.equal(answer.error.code, 'findings');
    assert.ok(answer.findingCounts.error > 0);
  };
  fails({ k: 0, list, need: 10_000_001n });
  fails({ k: 0, list, need: -1n });
  for (const inhabitants of [0n, 2n ** 31n]) fails({ k: 0, list: [{ ...list[0], inhabitants }] });
  for (const score of [-1_000_000n, 10_000_001n]) fails({ k: 6, list: [{ ...list[0], score }] });
  fails({ k: 7, list: [{ ...list[0], score: 1_234_567n }] });
});

const bundled = (name) =>
  readFileSync(new URL(`../../public/data/${name}.csv`, import.meta.url), 'utf8');
const column = (name, heading) => {
  const [head, ...lines] = bundled(name).trim().split(/\r?\n/);
  // Names may hold a comma; what is read here stands before or after them.
  const at = head.split(',').indexOf(heading) - head.split(',').length;
  return new Map(lines.map((line) => [line.slice(0, 6), BigInt(line.split(',').at(at))]));
};

test('what the table of 2026 proves is what exact fractions prove, for all 342', () => {
  const table = column('published/2026-nos', 'opvangplaatsen');
  const codes = [...table.keys()].sort();
  for (const name of [
    'published/2026-nos',
    'population/2023',
    'population/2025',
    'population/2026',
  ])
    core.put(`${name}.csv`, encoder.encode(bundled(name)));
  const then = column('population/2025', 'inwoners');
  for (const [year, need] of [
    [2025, 88_000n],
    [2025, 96_000n],
    [2026, 88_000n],
    [2023, 96_000n],
    [2023, 81_234n],
  ]) {
    const now = column(`population/${year}`, 'inwoners');
    const answer = core.allocate({
      population: { file: `population/${year}.csv`, status: 'official' },
      scores: {
        file: 'published/2026-nos.csv',
        status: 'printed',
        printed: { population: 'population/2025.csv', need: 88_000, use: 'derived' },
      },
      need: Number(need),
      minors: null,
    });
    assert.ok(answer.ok, JSON.stringify(answer.findings?.slice(0, 2)));
    const rows = codes.map((each) => ({
      printed: table.get(each),
      then: then.get(each),
      now: now.get(each),
    }));
    const proven = provenShares(rows, 88_000n, need);
    assert.deepEqual(
      answer.result.municipalities.map(({ total }) =>
        total.places === null ? [total.low, total.high] : [total.places, total.places],
      ),
      proven.map(([low, high]) => [Number(low), Number(high)]),
    );
  }
});
