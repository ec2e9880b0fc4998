// The calculation sheet (Rekenblad), opened and computed by LibreOffice and held against the core. The
// outcomes that the sheet carries are taken out first, so that what is compared is computed there.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
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
function computed(name: string): Map<string, string[][]> {
  // All sheets (-1), values as they are and not as shown.
  const filter = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false,false,false,false,-1';
  const { status, stderr } = spawnSync(
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
    { encoding: 'utf8', timeout: 120_000 },
  );
  expect(status, stderr).toBe(0);
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

function compare(name: string, expected: Allocation): void {
  const sheets = computed(name);
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

test('LibreOffice computes the whole country to the figures of the core, row by row', () => {
  expect(call('sheet', ...country, '--out', 'land.xlsx').status).toBe(0);
  const expected = allocated(country);
  expect(expected.municipalities.length).toBe(342);
  compare(
    rewritten('land.xlsx', (_, text) => withoutOutcomes(text)),
    expected,
  );
});

test('the formulas live: another need typed into the sheet gives the figures of that need', () => {
  const out = rewritten('land.xlsx', (path, text) =>
    path.endsWith('sheet2.xml')
      ? withoutOutcomes(text).replace('<v>96000</v>', '<v>88001</v>')
      : withoutOutcomes(text),
  );
  compare(out, allocated([...country, '--need', '88001']));
});

test('a half goes up, and what the sheet carries is what it computes', () => {
  expect(call('sheet', '--round', 'example', '--out', 'voorbeeld.xlsx').status).toBe(0);
  compare(
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
  const sources = computed('voorbeeld.xlsx').get('Bronnen') ?? [];
  expect(sources.some((row) => row[2]?.startsWith('SHA-256 '))).toBe(true);
});

test('the same question gives the same bytes', () => {
  call('sheet', '--round', 'example', '--out', 'nog-eens.xlsx');
  expect(readFileSync(join(folder, 'nog-eens.xlsx'))).toEqual(
    readFileSync(join(folder, 'voorbeeld.xlsx')),
  );
});

test('refused on an estimate, and where a spreadsheet no longer computes exactly', () => {
  const estimate = call('sheet', '--round', '2024', '--out', 'nee.xlsx');
  expect(estimate.status).toBe(1);
  expect(estimate.stderr).toContain('Zonder scores wordt geen rekenblad gemaakt');
  writeFileSync(
    join(folder, 'fijn.csv'),
    `code,score\n${codes.map((code, i) => `${code},0.${String(100_000 + i)}\n`).join('')}`,
  );
  const fine = call('sheet', '--round', '2024', '--scores', 'fijn.csv', '--out', 'nee.xlsx');
  expect(fine.status).toBe(1);
  expect(fine.stderr).toContain('te groot voor een spreadsheet');
  expect(() => readFileSync(join(folder, 'nee.xlsx'))).toThrow();
  expect(call('sheet', '--round', 'example').status).toBe(2);
});
