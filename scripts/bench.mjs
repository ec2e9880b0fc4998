// npm run bench: sizes, and times as the best of many runs. Ratios in one run count; machines are noisy.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { setUp } from './setup.mjs';
import { root, run } from './run.mjs';

setUp();
const { buildAll, cmakeBuild } = await import('./build.mjs');
await buildAll({ tests: true });
run('cmake', ['--build', `${root}build/wasm`, '--target', 'key_bench', 'csv_bench']);
cmakeBuild('native', ['-D', 'SPREIDING_TESTS=ON']);

for (const [path, most] of [
  ['dist/spreidingswijzer.wasm', 680_000],
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

const { benchReading } = await import('./bench-reading.mjs');
await benchReading(catalogue.rounds[0].provinces);

const { benchPage } = await import('./bench-page.mjs');
await benchPage();

const { benchProvince } = await import('./bench-province.mjs');
await benchProvince();
