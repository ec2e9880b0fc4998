// From the bytes of a file to exact shares by the module that is shipped: put, asked, and its answer parsed.
// In a process of its own, so that what others leave in memory is not swept up in its time.
//   node shipped.mjs FILE NEED PROVINCES(JSON) [PERIOD]
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { load } from '../../build/node/index.mjs';

const [file, need, provincesText, period] = process.argv.slice(2);
const provinces = JSON.parse(provincesText);
const wasm = readFileSync(new URL('../../dist/spreidingswijzer.wasm', import.meta.url));
const bytes = readFileSync(file);
// A long form has no names and provinces: the round has.
const list = ['gemeentecode,gemeente,provincie,inwoners'];
for (let i = 1; i <= 342; i += 1)
  list.push(`GM${String(i).padStart(4, '0')},G${i},${provinces[i % provinces.length]},1`);

const core = await load(wasm);
core.put('list.csv', new TextEncoder().encode(list.join('\n')));
const times = [];
let sum = 0;
let fingerprint = Infinity;
for (let i = 0; i < 6; i += 1) {
  const start = performance.now();
  createHash('sha256').update(bytes).digest('hex');
  const begin = performance.now();
  fingerprint = Math.min(fingerprint, begin - start);
  core.put('million.csv', bytes);
  const input = { file: 'million.csv', status: 'loaded', ...(period && { period }) };
  const { ok, findings, result } = core.allocate({
    ...{ population: input, scores: input, need: Number(need), minors: 0, provinces },
    ...(period && { municipalities: 'list.csv' }),
  });
  times.push(performance.now() - begin);
  if (!ok) throw new Error(JSON.stringify(findings.slice(0, 3)));
  sum = result.totals.places;
}
const [cold, ...others] = times;
const warm = Math.min(...others);
const memory = core.memory() / bytes.length;
console.log(JSON.stringify({ cold, warm, fingerprint, sum, memory }));
