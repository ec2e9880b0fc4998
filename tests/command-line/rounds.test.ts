// The rounds as they are shipped, through the same door as page and command line.
import { spawnSync } from 'node:child_process';
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

test('the 2024 round rests on an estimate, and shows no number of a municipality', async () => {
  const result = await allocation(catalogue, '2024');
  expect(result.basis).toBe('estimate');
  expect(result.municipalities.length).toBe(342);
  expect(result.municipalities.every(({ total }) => total.places === null)).toBe(true);
  // Its provinces have the tasks that were printed.
  expect(result.provinces.every(({ basis }) => basis === 'published')).toBe(true);
  expect(result.provinces.reduce((sum, { total }) => sum + (total.places ?? NaN), 0)).toBe(96_002);
  expect(result.totals.places).toBeNull();
});

test('minors follow from a printed total: in one number for 60 of the 65', async () => {
  const { municipalities } = await allocation(catalogue, '2024');
  const printed = municipalities.filter(({ published }) => published !== null);
  expect(printed.length).toBe(65);
  const one = printed.filter(({ minors }) => minors?.places != null);
  expect(one.length).toBe(60);
  // What someone printed of them is the same.
  const told = one.filter(({ published }) => published?.minors != null);
  expect(told.length).toBe(7);
  for (const { minors, published } of told) expect(minors?.places).toBe(published?.minors);
  expect(printed.find(({ name }) => name.startsWith('Groningen'))?.minors?.places).toBe(82);
  expect(printed.find(({ name }) => name === 'Westland')?.minors).toEqual({
    places: null,
    low: 59,
    high: 60,
  });
});

test('the 2026 round rests on what its printed table says', async () => {
  const result = await allocation(catalogue, '2026');
  expect(result.basis).toBe('derived');
  expect(result.derivation).toMatchObject({ table: 'published/2026-nos.csv', proven: true });
  expect(result.municipalities.length).toBe(342);
  expect(result.minors).toBeNull();
  if (result.population.file === 'population/2025.csv')
    expect(result.municipalities.reduce((sum, { total }) => sum + (total.places ?? NaN), 0)).toBe(
      88_000,
    );
});

test('the record of each band is what the data give', () => {
  const checked = spawnSync(process.execPath, [join(root, 'scripts/bands.mjs'), '--check']);
  expect(checked.stderr.toString()).toBe('');
  expect(checked.status).toBe(0);
});

test('the invented country comes out as by hand', async () => {
  const result = await allocation(catalogue, 'example');
  const places = result.municipalities.map(({ total }) => total.places);
  expect(places).toEqual([100, 100, 45, 22, 132, 48, 42, 10, 240, 135, 102, 25]);
  expect(result.provinces.map(({ total }) => total.places)).toEqual([267, 232, 502]);
  expect(result.totals.difference).toBe(1);
  expect(result.totals.minors).toBe(100);
});

// With official scores every row must come out exactly, but the need and what is disputed; until then
// the bands hold what was printed as often as their record says.
test('published/2024.csv beside the round', async () => {
  const result = await allocation(catalogue, '2024');
  const rows = result.municipalities.filter(({ published }) => published !== null);
  expect(rows.length).toBe(result.record?.known ?? rows.length);
  expect(result.publishedTotal?.places).toBe(result.need);
  const within = rows.filter(({ published, total }) => {
    const places = published?.places ?? NaN;
    return (
      (total.places ?? total.low ?? NaN) <= places && places <= (total.places ?? total.high ?? NaN)
    );
  });
  expect(within.length).toBe(result.record?.hits ?? rows.length);
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
    expect((await allocation(extended, '2026')).basis).toBe('derived');
  } finally {
    rmSync(directory, { recursive: true });
  }
});

// The steps of docs/add-a-round.md, taken: nothing but files under public/data is needed.
test('a round of 2028 is added by its data alone, and answers', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'spreiding-'));
  try {
    cpSync(dataDirectory, directory, { recursive: true });
    const read = (name: string): object =>
      JSON.parse(readFileSync(join(directory, name), 'utf8')) as object;
    const write = (name: string, content: object): void => {
      writeFileSync(join(directory, name), JSON.stringify(content));
    };
    // Inhabitants: those of 2026, with a thousand more in Breda.
    const inhabitants = readFileSync(join(directory, 'population/2026.csv'), 'utf8');
    const more = inhabitants.replace(
      /^(GM0758,.*,)(\d+)$/m,
      (_row, before: string, count: string) => `${before}${String(Number(count) + 1000)}`,
    );
    expect(more).not.toBe(inhabitants);
    writeFileSync(join(directory, 'population/2027.csv'), more);
    write('population/2027.json', {
      ...read('population/2026.json'),
      year: 2027,
      date: '2027-01-01',
    });
    const former = read('rounds/2026.json') as {
      need: object;
      population: object;
      deadlines: readonly { what: string }[];
    };
    write('rounds/2028.json', {
      ...former,
      id: '2028',
      title: { nl: 'Ronde 2028', en: '2028 round' },
      referenceDay: '2029-01-01',
      covers: [2029, 2030],
      need: { ...former.need, places: 70_000, certainty: 'assumed' },
      population: { ...former.population, year: 2027, certainty: 'assumed' },
      published: undefined,
    });

    const extended = readCatalogue(directory);
    expect(extended.rounds.map(({ id }) => id)).toContain('2028');
    const round = findRound(extended, '2028');
    if (round === undefined) throw new Error('2028');
    expect(chosenVintage(extended, round.population).id).toBe('population/2027');
    const result = await allocation(extended, '2028');
    expect(result.need).toBe(70_000);
    expect(result.municipalities).toHaveLength(342);
    // It stands on the weights of the latest printed table, as if scores stayed as they were. They are
    // brought up to date for each round, so that nothing is proven: an estimate, whose band was measured.
    expect(result.basis).toBe('estimate');
    expect(result.record?.rule).toBe('unchanged');
    expect(result.derivation?.proven).toBe(false);
    expect(result.municipalities.every(({ total }) => total.places === null)).toBe(true);
    const sum = (bound: 'low' | 'high'): number =>
      result.municipalities.reduce(
        (all, { total }) => all + (total.places ?? total[bound] ?? NaN),
        0,
      );
    expect(sum('low')).toBeLessThanOrEqual(70_000 + 342);
    expect(sum('high')).toBeGreaterThanOrEqual(70_000);
    const places = (answer: AllocationResult): number => {
      const { total } = answer.municipalities.find(({ code }) => code === 'GM0758') ?? {};
      return total?.places ?? total?.high ?? NaN;
    };
    const before = places(await allocation(extended, '2026'));
    expect(places(result)).toBeLessThan(before);
    expect(places(result)).toBeGreaterThan(before / 2);
    // The other rounds answer as they did.
    expect(before).toBe(places(await allocation(catalogue, '2026')));
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test('the sizes stay within their budgets', () => {
  const size = (path: string): number => statSync(join(root, path)).size;
  expect(size('dist/spreidingswijzer.wasm')).toBeLessThanOrEqual(720_000);
  expect(size('dist/spreidingswijzer.html')).toBeLessThanOrEqual(1_300_000);
  const page = readFileSync(join(root, 'dist/spreidingswijzer.html'), 'utf8');
  const scripts = [...page.matchAll(/<script(?: id="(\w+)")?[^>]*>(.*?)<\/script>/gs)].filter(
    ([, id = '']) => !['rekenhart', 'gegevens', 'licenties'].includes(id),
  );
  // Before the page, the page, what it reads later, and the worker.
  expect(scripts.length).toBe(4);
  const bytes = scripts.reduce((sum, [, , content = '']) => sum + Buffer.byteLength(content), 0);
  expect(bytes).toBeLessThanOrEqual(700_000);
});
