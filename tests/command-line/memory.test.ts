// How much memory a file of a million rows takes: bytes are counted, so that no slow machine matters.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { load } from '../../wasm/index.ts';

const wasm = fileURLToPath(new URL('../../dist/spreidingswijzer.wasm', import.meta.url));
const rows = 1_000_000;
const rowOf = (at: number): string => {
  const code = String(at + 10_000).padStart(7, '0');
  return `GM${code};Gemeente ${code};Utrecht;${1000 + (at % 90_000)};0,${100 + (at % 900)}\n`;
};

test('a million rows are checked and allocated within six times the size of the file', async () => {
  const core = await load(readFileSync(wasm));
  const encoder = new TextEncoder();
  const head = 'gemeentecode;gemeente;provincie;inwoners;ses_woa\n';
  let size = head.length;
  for (let at = 0; at < rows; at += 1) size += rowOf(at).length;
  const target = core.reserve('miljoen.csv', size);
  target.set(encoder.encode(head));
  for (let at = 0, begin = head.length; at < rows; at += 1) {
    const row = encoder.encode(rowOf(at));
    target.set(row, begin);
    begin += row.length;
  }
  const javaScript = (): number => {
    const { arrayBuffers, heapUsed } = process.memoryUsage();
    return arrayBuffers + heapUsed;
  };
  const before = javaScript();
  const inspected = core.run('inspect', { file: 'miljoen.csv' });
  expect(inspected.ok && inspected.result.rows.filled).toBe(rows);
  const input = { file: 'miljoen.csv', status: 'loaded' } as const;
  const answer = core.allocate({ population: input, scores: input, need: 96_000, minors: 8_140 });
  expect(answer.ok && answer.result.totals.municipalities).toBe(rows);
  // The memory of a module never shrinks: what it has now is the most that it had.
  expect(core.memory() / size).toBeLessThanOrEqual(4);
  expect((core.memory() + javaScript() - before) / size).toBeLessThanOrEqual(6);
});
