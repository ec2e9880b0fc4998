// The rounds as they are shipped, through the same door as page and command line.
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { dataDirectory, readCatalogue } from '../../scripts/catalogue.mjs';
import {
  type Catalogue,
  bundledFiles,
  chosenVintage,
  findRound,
  roundParameters,
} from '../../wasm/rounds/catalogue.ts';
import { type AllocationResult, type Core, load } from '../../wasm/index.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const wasm = readFileSync(join(root, 'build/wasm/spreidingswijzer-core.wasm'));

async function coreWith(catalogue: Catalogue): Promise<Core> {
  const core = await load(wasm);
  for (const { name, bytes } of bundledFiles(catalogue)) core.put(name, bytes);
  return core;
}

async function allocation(catalogue: Catalogue, id: string): Promise<AllocationResult> {
  const round = findRound(catalogue, id);
  if (round === undefined) throw new Error(id);
  const answer = (await coreWith(catalogue)).allocate(roundParameters(catalogue, round));
  if (!answer.ok) throw new Error(JSON.stringify(answer.findings.slice(0, 3)));
  expect(answer.findings).toEqual([]);
  return answer.result;
}

const catalogue = readCatalogue();

test('every bundled population is official, complete and the sum of the country', () => {
  const sums = new Map([
    [2023, 17_811_291],
    [2024, 17_942_942],
    [2025, 18_044_027],
    [2026, 18_130_208],
  ]);
  for (const vintage of catalogue.vintages.filter(
    ({ kind, status }) => kind === 'population' && status === 'official',
  )) {
    const rows = vintage.csv.trim().split('\n').slice(1);
    expect(rows.length, vintage.id).toBe(vintage.municipalities);
    const sum = rows.reduce((all, row) => all + Number(row.split(',').at(-1)), 0);
    const known = sums.get(vintage.year);
    if (known !== undefined) expect(sum, vintage.id).toBe(known);
  }
});

test('the 2024 and 2026 rounds rest on an estimate, and show no number', async () => {
  for (const id of ['2024', '2026']) {
    const result = await allocation(catalogue, id);
    expect(result.basis).toBe('estimate');
    expect(result.municipalities.length).toBe(342);
    expect(result.provinces.length).toBe(12);
    expect(result.municipalities.every(({ total }) => total.places === null)).toBe(true);
    expect(result.totals.places).toBeNull();
  }
  expect((await allocation(catalogue, '2026')).minors).toBeNull();
});

test('the invented country comes out as by hand', async () => {
  const result = await allocation(catalogue, 'example');
  const places = result.municipalities.map(({ total }) => total.places);
  expect(places).toEqual([100, 100, 45, 22, 132, 48, 42, 10, 240, 135, 102, 25]);
  expect(result.provinces.map(({ total }) => total.places)).toEqual([267, 232, 502]);
  expect(result.totals.difference).toBe(1);
  expect(result.totals.minors).toBe(100);
});

// The figures behind an estimate never leave the core, so the range is what can be held against print.
// With official scores every row must come out exactly, but the need and what is disputed.
test('what was printed of 2024 beside the round', async () => {
  const result = await allocation(catalogue, '2024');
  const rows = [...result.municipalities, ...result.provinces].filter(
    ({ published }) => published !== null,
  );
  expect(rows.length).toBe(77);
  expect(result.publishedTotal?.places).toBe(result.need);
  if (result.basis === 'estimate') {
    // To know how far the estimate is off, the same scores are told to the core as if official; the
    // outcome is printed as two numbers about the whole table, and no figure of it is shown.
    const round = findRound(catalogue, '2024');
    if (round === undefined) throw new Error('2024');
    const parameters = roundParameters(catalogue, round);
    const answer = (await coreWith(catalogue)).allocate({
      ...parameters,
      scores: { ...parameters.scores, status: 'official' },
    });
    if (!answer.ok) throw new Error(answer.error.code);
    const compared = [...answer.result.municipalities, ...answer.result.provinces].flatMap((row) =>
      row.published === null || row.total.places === null
        ? []
        : [{ own: row.total.places, printed: row.published.places }],
    );
    const exact = compared.filter(({ own, printed }) => own === printed).length;
    const deviations = compared
      .map(({ own, printed }) => Math.abs(own / printed - 1))
      .sort((a, b) => a - b);
    const median = (deviations[38] ?? NaN) * 100;
    console.log(
      `published 2024: ${exact} of ${compared.length} rows exactly, median deviation ${median.toFixed(2)} %`,
    );
    expect(compared.length).toBe(77);
    expect({ exact, median: median.toFixed(2) }).toEqual({ exact: 2, median: '1.71' });
  } else {
    for (const { name, total, published } of rows) {
      expect(total.places, name).toBe(published?.places);
    }
  }
});

test('adding an official vintage lifts the mark of the round', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'spreiding-'));
  try {
    cpSync(dataDirectory, directory, { recursive: true });
    const estimate = catalogue.vintages.find(({ id }) => id === 'scores/2021-estimate');
    if (estimate === undefined) throw new Error('no estimate');
    // Invented scores: what counts here is that the round takes the vintage up.
    const rows = estimate.csv.trim().split('\n').slice(1);
    const invented = rows.map((row, index) => row.replace(/[^,]*$/, `0.${String(100 + index)}`));
    writeFileSync(
      join(directory, 'scores/2021.csv'),
      `gemeentecode,gemeente,ses_woa\n${invented.join('\n')}\n`,
    );
    const { csv: _csv, id: _id, ...description } = estimate;
    writeFileSync(
      join(directory, 'scores/2021.json'),
      JSON.stringify({ ...description, status: 'official', table: '85539NED' }),
    );
    const extended = readCatalogue(directory);
    const round = findRound(extended, '2024');
    if (round === undefined) throw new Error('2024');
    expect(chosenVintage(extended, round.scores).id).toBe('scores/2021');
    const result = await allocation(extended, '2024');
    expect(result.basis).toBe('official');
    expect(result.totals.places).not.toBeNull();
    expect((await allocation(extended, '2026')).basis).toBe('estimate');
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test('the sizes stay within their budgets', () => {
  const size = (path: string): number => statSync(join(root, path)).size;
  expect(size('dist/spreidingswijzer.wasm')).toBeLessThanOrEqual(700_000);
  expect(size('dist/spreidingswijzer.html')).toBeLessThanOrEqual(1_200_000);
  const page = readFileSync(join(root, 'dist/spreidingswijzer.html'), 'utf8');
  const scripts = [...page.matchAll(/<script(?: id="(\w+)")?[^>]*>(.*?)<\/script>/gs)].filter(
    ([, id = '']) => !['rekenhart', 'gegevens'].includes(id),
  );
  // Before the page, the page, what it reads later, and the worker.
  expect(scripts.length).toBe(4);
  const bytes = scripts.reduce((sum, [, , content = '']) => sum + Buffer.byteLength(content), 0);
  expect(bytes).toBeLessThanOrEqual(700_000);
});
