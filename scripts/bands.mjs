// Measures how far an estimate lies from figures that are known, and records the narrowest band that
// is right often enough: public/data/estimates/bands.json. `node scripts/bands.mjs` writes it,
// `--check` fails where it is not what the data give. Whole numbers throughout, as in the core.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const data = new URL('../public/data/', import.meta.url);
const target = new URL('estimates/bands.json', data);

const wanted = 0.95;
/** `middle_mean_factor` of core/key/derived.hpp. */
const mean = 1_040_000n;

function rows(name) {
  const [head, ...lines] = readFileSync(new URL(`${name}.csv`, data), 'utf8')
    .trim()
    .split(/\r?\n/);
  const cells = (line) =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) =>
      cell.replaceAll('"', ''),
    );
  const names = cells(head.replace('\uFEFF', ''));
  return lines.map((line) => Object.fromEntries(names.map((name, i) => [name, cells(line)[i]])));
}

const byCode = (name, column, value) =>
  new Map(rows(name).map((row) => [row.gemeentecode, value(row[column])]));
const people = (year) => byCode(`population/${year}`, 'inwoners', BigInt);
const thousandths = (text) => BigInt(Math.round(Number(text) * 1000));
const scores = (year) => {
  const table = rows(`scores/${year}-estimate`);
  const column = Object.keys(table[0]).find((name) => /ses|score/i.test(name));
  return new Map(table.map((row) => [row.gemeentecode, 1000n + thousandths(row[column])]));
};

export const table = byCode('published/2026-nos', 'opvangplaatsen', BigInt);
const codes = [...table.keys()].sort();
const provinces = byCode('population/2023', 'provincie', String);
const printed = rows('published/2024').filter(({ opvangplaatsen }) => opvangplaatsen !== '');
const known2024 = new Map(
  printed
    .filter(({ niveau }) => niveau === 'gemeente')
    .map((row) => [row.gemeentecode, BigInt(row.opvangplaatsen)]),
);
const tasks = new Map(
  printed
    .filter(({ niveau }) => niveau === 'provincie')
    .map((row) => [row.naam, BigInt(row.opvangplaatsen)]),
);

const sum = (values) => [...values].reduce((total, value) => total + value, 0n);
const rounded = (above, below) => (2n * above + below) / (2n * below);
const four = (places) => (places === 0n ? 1n : 4n * places);

/** (1 + score) in millionths, as `carried_factors` of core/key/estimate.cpp. */
export function factors({ now, then, from, to, toTasks }) {
  const weights = new Map(
    codes.map((code) => [
      code,
      ((four(table.get(code)) * now.get(code) * (to?.get(code) ?? 1n)) << 24n) /
        (then.get(code) * (from?.get(code) ?? 1n)),
    ]),
  );
  const total = sum(codes.map((code) => now.get(code)));
  if (!toTasks) {
    const all = sum(weights.values());
    return codes.map((code) => rounded(weights.get(code) * total * mean, all * now.get(code)));
  }
  const inProvince = new Map();
  for (const code of codes) {
    const province = provinces.get(code);
    inProvince.set(province, (inProvince.get(province) ?? 0n) + weights.get(code));
  }
  const all = sum(tasks.values());
  return codes.map((code) => {
    const province = provinces.get(code);
    return rounded(
      (weights.get(code) * tasks.get(province) * total * mean) / all,
      inProvince.get(province) * now.get(code),
    );
  });
}

/** Exact shares as [numerator, denominator]. */
function shares(factorOf, now, need) {
  const weights = codes.map((code, i) => factorOf[i] * now.get(code));
  const total = sum(weights);
  return new Map(codes.map((code, i) => [code, [need * weights[i], total]]));
}

/** The band of `band` in core/key/figure.cpp. */
export function band([above, below], places, margin) {
  if (places === null) {
    // half a place and the margin
    const low = (above * (1000n - margin)) / (below * 1000n);
    const high = (above * (1000n + margin)) / (below * 1000n) + 1n;
    return [low, high];
  }
  // what rounding the table leaves, and the margin
  const v = four(places);
  const half = 2000n + v * margin;
  const whole = 1000n * v;
  const low = half > whole ? 0n : rounded(above * (whole - half), below * whole);
  const high = rounded(above * (whole + half), below * whole);
  return [low, high > low ? high : low + 1n];
}

const isRight = ([low, high], value) => low <= value && value <= high;

/** The least margin at which at most so many of the known figures lie outside their band. */
const leastMargin = (needed, misses) => {
  const sorted = [...needed].sort((a, b) => a - b);
  return sorted[Math.max(0, sorted.length - 1 - misses)];
};

/** Lower bound of the chance, at 95 % confidence, that so many hits of so many support. */
export function lowerBound(hits, known) {
  const atLeast = (chance) => {
    // The chance of so many hits or more, built up term by term.
    let term = 1;
    for (let i = 0; i < known; ++i) term *= chance;
    let total = 0;
    for (let k = known; k >= hits; --k) {
      total += term;
      term *= (k / (known - k + 1)) * ((1 - chance) / chance);
    }
    return total;
  };
  let [low, high] = [0.001, 0.999999];
  for (let step = 0; step < 60; ++step) {
    const middle = (low + high) / 2;
    if (atLeast(middle) < 0.05) low = middle;
    else high = middle;
  }
  return Math.floor(low * 1000) / 1000;
}

function measure(share, known, tableOf) {
  const all = [...known.keys()];
  const bandOf = (code, margin) => band(share.get(code), tableOf(code), BigInt(margin));
  // Of each known figure the least margin that takes it in, in thousandths.
  const needed = all.map((code) => {
    for (let margin = 0; ; ++margin)
      if (isRight(bandOf(code, margin), known.get(code))) return margin;
  });
  const most = Math.floor(all.length * (1 - wanted));
  for (let misses = most; misses >= 0; --misses) {
    // Each in turn is left out; the margin is that of the others.
    const leaveOneOut = needed.filter(
      (own, i) =>
        own <=
        leastMargin(
          needed.filter((_, other) => other !== i),
          misses,
        ),
    ).length;
    if (leaveOneOut < wanted * all.length) continue;
    const margin = leastMargin(needed, misses);
    const width =
      codes.reduce((total, code) => {
        const [low, high] = bandOf(code, margin);
        const [above, below] = share.get(code);
        return total + Number(high - low) / (Number(above) / Number(below));
      }, 0) / codes.length;
    return {
      thousandths: margin,
      known: all.length,
      hits: needed.filter((own) => own <= margin).length,
      leaveOneOut,
      // Text: CMake writes a number with digits that it does not have.
      lowerBound: lowerBound(leaveOneOut, all.length).toFixed(3),
      meanWidth: Math.round(width * 1000) / 1000,
    };
  }
  throw new Error('no margin is right often enough');
}

/** Province minus its printed municipalities: figures that nobody selected. */
function remainders(share) {
  const left = new Map();
  for (const code of codes) {
    const province = provinces.get(code);
    const of = left.get(province) ?? { places: tasks.get(province), estimate: 0, count: 0 };
    if (known2024.has(code)) of.places -= known2024.get(code);
    else {
      of.estimate += Number(share.get(code)[0]) / Number(share.get(code)[1]);
      of.count += 1;
    }
    left.set(province, of);
  }
  const open = [...left.values()].filter(({ count }) => count > 0);
  const apart = open.map(({ places, estimate }) => Math.abs(Number(places) / estimate - 1));
  return {
    count: open.length,
    municipalities: open.reduce((total, { count }) => total + count, 0),
    worst: Math.round(Math.max(...apart) * 10_000) / 10_000,
  };
}

/** The band of every municipality in the 2024 round, as [code, low, high, printed or null]. */
export function bandsOf2024(margin) {
  const now = people(2023);
  const factorOf = factors({
    now,
    then: people(2025),
    from: scores(2022),
    to: scores(2021),
    toTasks: true,
  });
  const share = shares(factorOf, now, 96_000n);
  return codes.map((code) => [
    code,
    ...band(share.get(code), table.get(code), BigInt(margin)).map(Number),
    known2024.has(code) ? Number(known2024.get(code)) : null,
  ]);
}

export function bands() {
  const [then, now] = [people(2025), people(2023)];
  const [from, to] = [scores(2022), scores(2021)];
  const updated = factors({ now, then, from, to, toTasks: true });
  const loose = factors({ now, then, from, to, toTasks: false });
  const unchanged = factors({ now, then, toTasks: false });
  const postcode = codes.map((code) => 1000n * from.get(code));
  const perProvince = new Map();
  for (const code of known2024.keys()) {
    const province = provinces.get(code);
    perProvince.set(province, (perProvince.get(province) ?? 0) + 1);
  }
  const most = [...perProvince].sort((a, b) => b[1] - a[1]).slice(0, 2);
  const tableOf = (code) => table.get(code);
  return {
    wanted,
    updated: {
      ...measure(shares(updated, now, 96_000n), known2024, tableOf),
      remainders: remainders(shares(loose, now, 96_000n)),
      mostFrom: Object.fromEntries(most),
    },
    unchanged: measure(shares(unchanged, now, 96_000n), known2024, tableOf),
    postcode: measure(shares(postcode, then, 88_000n), table, () => null),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = `${JSON.stringify(bands(), null, 2)}\n`;
  if (!process.argv.includes('--check')) writeFileSync(target, text);
  else if (readFileSync(target, 'utf8') !== text) {
    console.error(
      'public/data/estimates/bands.json is not what the data give: node scripts/bands.mjs',
    );
    process.exit(1);
  }
}
