// npm run bench: sizes, and times as the best of many runs. Ratios in one run count; machines are noisy.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { TextDecoder } from 'node:util';
import { setUp } from './setup.mjs';
import { root } from './run.mjs';

setUp();
const { buildAll, cmakeBuild } = await import('./build.mjs');
await buildAll({ tests: true });
cmakeBuild('native', ['-D', 'SPREIDING_TESTS=ON']);

for (const [path, most] of [
  ['dist/spreidingswijzer.wasm', 700_000],
  ['dist/spreidingswijzer.html', 1_200_000],
]) {
  console.log(`${path}: ${statSync(root + path).size} bytes (budget ${most})`);
}

const { load } = await import('../build/node/index.mjs');
const { readCatalogue } = await import('./catalogue.mjs');
const catalogue = readCatalogue();
const core = await load(readFileSync(`${root}dist/spreidingswijzer.wasm`));
for (const { id, csv } of catalogue.vintages) core.put(`${id}.csv`, new TextEncoder().encode(csv));

function best(run, times) {
  let least = Infinity;
  for (let i = 0; i < times; i += 1) {
    const begin = performance.now();
    run();
    least = Math.min(least, performance.now() - begin);
  }
  return least.toFixed(2);
}

const round = {
  population: { file: 'population/2023.csv', status: 'official' },
  need: 96_000,
  minors: 8_140,
};
const { default: createModule } = await import('../build/wasm/spreidingswijzer-core.mjs');
const module = await createModule({
  wasmBinary: readFileSync(`${root}dist/spreidingswijzer.wasm`),
});
const door = new module.Door();
for (const { id, csv } of catalogue.vintages) {
  const bytes = new TextEncoder().encode(csv);
  door.reserve(`${id}.csv`, bytes.length).set(bytes);
}
for (const status of ['estimate', 'official']) {
  const parameters = { ...round, scores: { file: 'scores/2021-estimate.csv', status } };
  const request = JSON.stringify({ operation: 'allocate', parameters });
  console.log(
    `342 municipalities, ${status === 'estimate' ? 'ranges' : 'all steps'}: ` +
      `request to response ${best(() => door.respond(request), 300)} ms (aim 2 ms), ` +
      `to parsed response ${best(() => core.allocate(parameters), 300)} ms`,
  );
}

// Every figure accountable: one explained, a table compared, its inputs sought, the steps of all.
const official = {
  ...round,
  scores: { file: 'scores/2021-estimate.csv', status: 'official' },
};
const asked = (operation, more) => {
  const answer = core.run(operation, { ...official, ...more });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer;
};
const shares = core.allocate(official).result.municipalities;
const table = ['naam;opvangplaatsen', ...shares.map((row) => `${row.name};${row.total.places}`)];
core.put('table.csv', new TextEncoder().encode(table.join('\n')));
// A hundred combinations: ten populations and ten tables of scores, by small changes of the bundled.
const vintages = Array.from({ length: 10 }, (_, at) => {
  const lines = (id, change) => {
    const [head, ...rows] = catalogue.vintages
      .find((each) => each.id === id)
      .csv.trim()
      .split('\n');
    return new TextEncoder().encode(
      [head, ...rows.map((row) => row.replace(/[^,]+$/, (cell) => change(Number(cell))))].join(
        '\n',
      ),
    );
  };
  core.put(
    `population-${at}.csv`,
    lines('population/2023', (people) => people + at),
  );
  core.put(
    `scores-${at}.csv`,
    lines('scores/2021-estimate', (score) => (score + at / 1000).toFixed(3)),
  );
  return ['population', 'scores'].map((kind) => ({
    file: `${kind}-${at}.csv`,
    status: 'official',
  }));
}).flat();
const hundred = asked('reproduce', { table: 'table.csv', vintages }).result.ranking;
if (hundred.length !== 100) throw new Error(`${hundred.length} combinations`);
console.log(
  `explanation of one figure: ${best(() => asked('explain', { municipality: 'GM0363' }), 100)} ms; ` +
    `comparison of 342 rows: ${best(() => asked('compare', { table: 'table.csv' }), 50)} ms; ` +
    `reproduction over 100 combinations and 343 needs: ${best(() => asked('reproduce', { table: 'table.csv', vintages }), 20)} ms (aim 50 ms); ` +
    `needs at which each of 342 figures steps: ${best(() => asked('needSteps', {}), 50)} ms (aim 40 ms); ` +
    `a scenario over 342: ${best(() => asked('whatIf', { scenarios: [{ scoreWeight: '0.5' }] }), 50)} ms`,
);

// The key alone, on a million weights, beside what JavaScript has for it.
const size = 1_000_000;
const weights = Array.from({ length: size }, (_, i) => 1_000n * BigInt(1 + ((i * 7919) % 900_000)));
const total = weights.reduce((sum, weight) => sum + weight, 0n);
const plain = weights.map(Number);
const sum = Number(total);
console.log(
  `1,000,000 shares in BigInt: ${best(() => weights.map((w) => (2n * 96_000n * w + total) / (2n * total)), 3)} ms; ` +
    `in floating point (not exact): ${best(() => plain.map((w) => Math.floor((96_000 * w) / sum + 0.5)), 5)} ms`,
);
for (const [name, command, args] of [
  ['natively', `${root}build/native/tests/key_bench`, []],
  ['in WebAssembly', process.execPath, [`${root}build/wasm/tests/key_bench.cjs`]],
]) {
  process.stdout.write(`1,000,000 exact shares ${name}: `);
  spawnSync(command, args, { stdio: 'inherit' });
}

// From the bytes of a million rows to shares, beside what people use for it, in the same run. Ours are
// exact; the others read typed columns and divide in floating point.
const { mkdtempSync, rmSync, writeFileSync } = await import('node:fs');
const { tmpdir } = await import('node:os');
const { join } = await import('node:path');
const { default: Papa } = await import('papaparse');
const { csvParse } = await import('d3-dsv');

const rows = ['gemeentecode,gemeente,provincie,inwoners,ses_woa'];
for (let i = 0; i < size; i += 1) {
  const province = catalogue.rounds[0].provinces[Math.floor(i / 83_334)];
  const score = (((i * 37) % 1_200) - 600) / 1_000;
  rows.push(`GM${1_000_000 + i},G${i},${province},${1_000 + ((i * 7919) % 90_000)},${score}`);
}
const text = `${rows.join('\n')}\n`;
const bytes = new TextEncoder().encode(text);

/** @param {readonly Record<string, string>[]} table */
function sharesInFloatingPoint(table) {
  const people = new Float64Array(table.length);
  let sum = 0;
  table.forEach((row, at) => {
    people[at] = Number(row.inwoners) * (1 + Number(row.ses_woa));
    sum += people[at] ?? 0;
  });
  return people.map((weight) => Math.floor((10_000_000 * weight) / sum + 0.5));
}
const decode = () => new TextDecoder().decode(bytes);
const papa = best(() => {
  sharesInFloatingPoint(Papa.parse(decode(), { header: true, skipEmptyLines: true }).data);
}, 2);
const d3 = best(() => sharesInFloatingPoint(csvParse(decode())), 2);

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const million = join(folder, 'million.csv');
writeFileSync(million, bytes);
const ours = (command, args) =>
  JSON.parse(spawnSync(command, [...args, million], { encoding: 'utf8' }).stdout);
const native = ours(`${root}build/native/tests/csv_bench`, []);
const wasm = ours(process.execPath, [`${root}build/wasm/tests/csv_bench.cjs`]);
rmSync(folder, { recursive: true });
console.log(
  `${size} rows (${Math.round(bytes.length / 1e6)} MB), bytes to exact shares in WebAssembly: ` +
    `${wasm.shares} ms, of which cells ${wasm.cells} ms (without vectors ${wasm.scalarCells} ms); ` +
    `natively ${native.shares} ms\n` +
    `  PapaParse ${papa} ms: ${(papa / wasm.shares).toFixed(1)} times as long (aim 10); ` +
    `d3-dsv ${d3} ms: ${(d3 / wasm.shares).toFixed(1)} times\n` +
    `  natively: cells ${native.cells} ms, finding every newline ${native.newlines} ms: ` +
    `${(native.cells / native.newlines).toFixed(1)} times (aim 4)`,
);

const { benchPage } = await import('./bench-page.mjs');
await benchPage();
