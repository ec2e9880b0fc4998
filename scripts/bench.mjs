// npm run bench: sizes, and times as the best of many runs. Ratios in one run count; machines are noisy.
import { readFileSync, statSync } from 'node:fs';
import { setUp } from './setup.mjs';
import { root } from './run.mjs';

setUp();
const { buildAll, cmakeBuild } = await import('./build.mjs');
await buildAll({ tests: true });
cmakeBuild('native', ['-D', 'SPREIDING_TESTS=ON']);

for (const [path, most] of [
  ['dist/spreidingswijzer.wasm', 450_000],
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
const { spawnSync } = await import('node:child_process');
for (const [name, command, args] of [
  ['natively', `${root}build/native/tests/key_bench`, []],
  ['in WebAssembly', process.execPath, [`${root}build/wasm/tests/key_bench.cjs`]],
]) {
  process.stdout.write(`1,000,000 exact shares ${name}: `);
  spawnSync(command, args, { stdio: 'inherit' });
}

const { benchPage } = await import('./bench-page.mjs');
await benchPage();
