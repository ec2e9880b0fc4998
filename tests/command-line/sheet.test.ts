// The calculation sheet (Rekenblad), opened and computed by LibreOffice and held against the core. The
// outcomes that the sheet carries are taken out first, so that what is compared is computed there.
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = join(root, 'dist/spreidingswijzer.mjs');
const folder = mkdtempSync(join(tmpdir(), 'spreiding-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const call = (...args: string[]) =>
  spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', cwd: folder });

interface Allocation {
  municipalities: {
    code: string;
    share: { decimal: string };
    total: { places: number };
    minors: { places: number } | null;
  }[];
  provinces: { name: string; total: { places: number } }[];
  totals: { places: number };
}
const allocated = (args: string[]): Allocation =>
  JSON.parse(call('allocate', '--format', 'json', ...args).stdout) as Allocation;

/** The parts of a workbook as text, changed and packed again. */
function rewritten(name: string, change: (path: string, text: string) => string): string {
  const parts = unzipSync(readFileSync(join(folder, name)));
  const changed = Object.entries(parts).map(([path, bytes]) => [
    path,
    strToU8(change(path, strFromU8(bytes))),
  ]);
  const out = `veranderd-${name}`;
  writeFileSync(
    join(folder, out),
    zipSync(Object.fromEntries(changed) as Record<string, Uint8Array>),
  );
  return out;
}
const withoutOutcomes = (text: string): string => text.replace(/<\/f><v>[^<]*<\/v>/g, '</f>');

/** All sheets as LibreOffice computes them: cells by sheet, row, column. */
async function computed(name: string): Promise<Map<string, string[][]>> {
  // All sheets (-1), values as they are and not as shown.
  const filter = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false,false,false,false,-1';
  await promisify(execFile)(
    'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--headless',
      '--convert-to',
      filter,
      '--outdir',
      folder,
      join(folder, name),
    ],
    { timeout: 120_000 },
  );
  return new Map(
    ['Rekenblad', 'Vraag', 'Provincies', 'Bronnen'].map((sheet) => [
      sheet,
      readFileSync(join(folder, `${name.slice(0, -5)}-${sheet}.csv`), 'utf8')
        .split('\n')
        .map((line) => line.split('\t').map((cell) => cell.replace(/^"|"$/g, ''))),
    ]),
  );
}

// The whole country, with invented scores: the real inhabitants, and three decimals as CBS has them.
const people = readFileSync(join(root, 'public/data/population/2023.csv'), 'utf8');
const codes = people
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => row.slice(0, 6));
writeFileSync(
  join(folder, 's.csv'),
  `code,score\n${codes.map((code, i) => `${code},${(((i * 7919) % 1201) - 600) / 1000}\n`).join('')}`,
);
const country = ['--round', '2024', '--scores', 's.csv'];

async function compare(name: string, expected: Allocation): Promise<void> {
  const sheets = await computed(name);
  const rows = (sheets.get('Rekenblad') ?? []).slice(3);
  expected.municipalities.forEach((municipality, i) => {
    const row = rows[i] ?? [];
    expect(row[0]).toBe(municipality.code);
    expect(Number(row[7]), municipality.code).toBeCloseTo(Number(municipality.share.decimal), 6);
    expect(Number(row[8]), municipality.code).toBe(municipality.total.places);
    expect(Number(row[10]), municipality.code).toBe(municipality.minors?.places);
  });
  const provinces = (sheets.get('Provincies') ?? []).slice(2);
  expected.provinces.forEach((province, i) => {
    expect(provinces[i]?.slice(0, 2)).toEqual([province.name, String(province.total.places)]);
  });
  expect(sheets.get('Vraag')?.[7]?.[1]).toBe(String(expected.totals.places));
}

test('LibreOffice computes the whole country to the figures of the core, row by row', async () => {
  expect(call('sheet', ...country, '--out', 'land.xlsx').status).toBe(0);
  const expected = allocated(country);
  expect(expected.municipalities.length).toBe(342);
  await compare(
    rewritten('land.xlsx', (_, text) => withoutOutcomes(text)),
    expected,
  );
});

test('the formulas live: another need typed into the sheet gives the figures of that need', async () => {
  const out = rewritten('land.xlsx', (path, text) =>
    path.endsWith('sheet2.xml')
      ? withoutOutcomes(text).replace('<v>96000</v>', '<v>88001</v>')
      : withoutOutcomes(text),
  );
  await compare(out, allocated([...country, '--need', '88001']));
});

test('a half goes up, and what the sheet carries is what it computes', async () => {
  expect(call('sheet', '--round', 'example', '--out', 'voorbeeld.xlsx').status).toBe(0);
  await compare(
    rewritten('voorbeeld.xlsx', (_, text) => withoutOutcomes(text)),
    allocated(['--round', 'example']),
  );
  // Lindewoude has exactly 9.5.
  const carried = strFromU8(
    unzipSync(readFileSync(join(folder, 'voorbeeld.xlsx')))['xl/worksheets/sheet1.xml'] ??
      new Uint8Array(),
  );
  expect(carried).toContain('<v>9.500000000</v>');
  expect(carried).toMatch(/<c r="I11"[^>]*><f>INT\([^<]*<\/f><v>10<\/v>/);
  expect(carried).toContain('state="frozen"');
  const sources = (await computed('voorbeeld.xlsx')).get('Bronnen') ?? [];
  expect(sources.some((row) => row[2]?.startsWith('SHA-256 '))).toBe(true);
});

test('the same question gives the same bytes', () => {
  call('sheet', '--round', 'example', '--out', 'nog-eens.xlsx');
  expect(readFileSync(join(folder, 'nog-eens.xlsx'))).toEqual(
    readFileSync(join(folder, 'voorbeeld.xlsx')),
  );
});

interface Derived {
  municipalities: { code: string; total: Bounds; minors: Bounds | null }[];
}
interface Bounds {
  places: number | null;
  low: number | null;
  high: number | null;
}
const bounds = ({ places, low, high }: Bounds): string[] => [
  String(places ?? low),
  String(places ?? high),
];

/** The bounds of a derived round, as LibreOffice computes them, held against the core's. */
async function compareBounds(name: string, args: string[]): Promise<void> {
  const expected = JSON.parse(
    call('allocate', '--format', 'json', ...args).stdout,
  ) as unknown as Derived;
  const sheets = await computed(rewritten(name, (_, text) => withoutOutcomes(text)));
  const rows = (sheets.get('Rekenblad') ?? []).slice(3);
  expect(expected.municipalities.length).toBeGreaterThan(300);
  expected.municipalities.forEach(({ code, total, minors }, i) => {
    const row = rows[i] ?? [];
    expect([row[0], row[15], row[16]], code).toEqual([code, ...bounds(total)]);
    if (minors !== null) expect([row[19], row[20]], code).toEqual(bounds(minors));
  });
}

test.each([
  ['another need', ['--need', '96000', '--minors', '5000']],
  [
    'other inhabitants and need',
    ['--population', join(root, 'public/data/population/2023.csv'), '--need', '70001'],
  ],
])('of a derived round LibreOffice computes the bounds of the core: %s', async (_, asked) => {
  const args = ['--round', '2026', ...asked];
  const made = call('sheet', ...args, '--out', 'afgeleid.xlsx');
  expect(made.stderr).toBe('');
  expect(made.status).toBe(0);
  await compareBounds('afgeleid.xlsx', args);
  const carried = strFromU8(
    unzipSync(readFileSync(join(folder, 'afgeleid.xlsx')))['xl/worksheets/sheet1.xml'] ??
      new Uint8Array(),
  );
  const { municipalities } = JSON.parse(
    call('allocate', '--format', 'json', ...args).stdout,
  ) as unknown as Derived;
  for (const [column, end] of [
    ['P', 0],
    ['Q', 1],
  ] as const) {
    const values = [
      ...carried.matchAll(new RegExp(`<c r="${column}[0-9]+"[^>]*><f>[^<]*</f><v>(\\d+)</v>`, 'g')),
    ].map(([, value]) => value);
    expect(values).toEqual(municipalities.map(({ total }) => bounds(total)[end]));
  }
});

test('on its own inhabitants and need the table comes back, and nothing else', async () => {
  expect(call('sheet', '--round', '2026', '--out', 'tabel.xlsx').status).toBe(0);
  const sheets = await computed(rewritten('tabel.xlsx', (_, text) => withoutOutcomes(text)));
  const rows = sheets.get('Rekenblad');
  const bodies = (rows ?? []).slice(3).filter(([code]) => code?.startsWith('GM') === true);
  expect(bodies.length).toBe(342);
  for (const row of bodies) expect([row[15], row[16]], row[1]).toEqual([row[5], row[5]]);
});

test('refused on an estimate, and where a spreadsheet no longer computes exactly', () => {
  const estimate = call('sheet', '--round', '2024', '--out', 'nee.xlsx');
  expect(estimate.status).toBe(1);
  expect(estimate.stderr).toContain('Op een schatting wordt geen rekenblad gemaakt');
  writeFileSync(
    join(folder, 'fijn.csv'),
    `code,score\n${codes.map((code, i) => `${code},0.${String(100_000 + i)}\n`).join('')}`,
  );
  const fine = call('sheet', '--round', '2024', '--scores', 'fijn.csv', '--out', 'nee.xlsx');
  expect(fine.status).toBe(1);
  expect(fine.stderr).toContain('Een spreadsheet rekent dit niet precies na');
  // The upper bound of Loon op Zand is 119.50000018: floating point might take it for the half itself.
  const near = ['--population', join(root, 'public/data/population/2026.csv'), '--need', '82376'];
  const halved = call('sheet', '--round', '2026', ...near, '--out', 'nee.xlsx');
  expect(halved.status).toBe(1);
  expect(halved.stderr).toContain('minder dan een miljoenste van een half');
  expect(() => readFileSync(join(folder, 'nee.xlsx'))).toThrow();
  expect(call('sheet', '--round', 'example').status).toBe(2);
});
