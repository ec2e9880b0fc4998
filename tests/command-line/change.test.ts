// `change`: two results beside each other, from the command line.
import { rmSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { call, folder, write } from './program.ts';

afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Row {
  name: string;
  from: number | null;
  to: number | null;
  difference: number | null;
  percent: string | null;
  causes: Record<string, string> | null;
  causeEnds: { low: Record<string, string>; high: Record<string, string> } | null;
  range: { difference: [number, number] | null } | null;
}
interface Result {
  need: Row;
  provinces: Row[];
  municipalities: Row[];
  causesMissing: string | null;
}

const units = (text: string): bigint => BigInt(text.replace('.', ''));

test('from 2024 to 2026: printed where printed, else both ends, and causes that add up there', () => {
  const { stdout, status } = call('change', '--from', '2024', '--to', '2026', '--format', 'json');
  expect(status).toBe(0);
  const { municipalities, causesMissing } = JSON.parse(stdout) as Result;
  expect(causesMissing).toBeNull();
  expect(municipalities.length).toBe(342);
  const of = (name: string): Row => {
    const row = municipalities.find((each) => each.name === name);
    if (row === undefined) throw new Error(name);
    return row;
  };
  expect(of('Bloemendaal')).toMatchObject({ from: 169, to: 151, difference: -18 });
  const winterswijk = of('Winterswijk');
  expect(winterswijk.from).toBeNull();
  for (const end of ['low', 'high'] as const) {
    const parts = Object.values(winterswijk.causeEnds?.[end] ?? {}).map(units);
    expect(parts.reduce((sum, part) => sum + part)).toBe(
      BigInt(winterswijk.range?.difference?.[end === 'low' ? 0 : 1] ?? NaN) * 1_000_000_000n,
    );
  }
  expect(call('change', '--from', '2024', '--to', '2026').stdout).toMatch(
    /Winterswijk +\d+…\d+ +\d+ /,
  );
});

test('two published tables are compared without causes', () => {
  const { stdout, stderr, status } = call(
    'change',
    '--from',
    'published:2024',
    '--to',
    'published:2026',
    '--format',
    'json',
  );
  expect(status).toBe(0);
  const result = JSON.parse(stdout) as Result;
  expect(result.causesMissing).toBe('published');
  // The fullest print of 2026 has every municipality; the need and the provinces come from others.
  expect(result.need).toMatchObject({ from: 96000, to: 88000, percent: '-8.3' });
  expect(result.provinces.find(({ name }) => name === 'Zuid-Holland')).toMatchObject({
    from: 19776,
    to: 18175,
    percent: '-8.1',
  });
  expect(result.municipalities.find(({ name }) => name === 'Bloemendaal')).toMatchObject({
    from: 169,
    to: 151,
    difference: -18,
  });
  expect(stderr).toContain('een gepubliceerde tabel heeft geen tussenstappen');
});

test('the causes of every municipality and province add up to the difference', () => {
  const scores = write(
    'scores.csv',
    `gemeentecode;ses_woa\n${Array.from({ length: 12 }, (_, i) => `GM${9901 + i};0,${i}1`).join('\n')}\n`,
  );
  const { stdout, stderr, status } = call(
    'change',
    '--from',
    'example',
    '--to',
    'example',
    '--to-scores',
    scores,
    '--to-need',
    '1234',
    '--format',
    'json',
  );
  expect(status).toBe(0);
  expect(stderr).toContain('eerst krijgt de oude berekening de nieuwe behoefte');
  const result = JSON.parse(stdout) as Result;
  for (const row of [...result.municipalities, ...result.provinces]) {
    const parts = Object.values(row.causes ?? {}).map(units);
    expect(parts.length).toBe(4);
    expect(parts.reduce((sum, part) => sum + part)).toBe(
      BigInt(row.difference ?? NaN) * 1_000_000_000n,
    );
  }
});

test('a table of the change, and a CSV as Dutch Excel wants it', () => {
  const table = call('change', '--from', 'example', '--to', 'example', '--to-need', '2000').stdout;
  expect(table).toMatch(
    /Lindewoude +10 +19 +\+9 +\+90\.0 % +1 +1 +0 +\+9\.500000000 +0\.000000000/,
  );
  const csv = call(
    'change',
    '--from',
    'example',
    '--to',
    'example',
    '--to-need',
    '2000',
    '--format',
    'csv',
    '--dialect',
    'nl',
  ).stdout;
  expect(csv).toContain('gemeente;GM9908;Lindewoude;Middenland;10;19;9;90,0;9,500000000;');
});

test('a file with names only is matched by the municipalities of the round beside it', () => {
  const file = write(
    'namen.csv',
    'gemeente;opvangplaatsen\nAARDENHAVEN;90\nNergenshuizen;8\nTotaal;1.234\n',
  );
  const { stdout, stderr, status } = call(
    'change',
    '--from',
    file,
    '--to',
    'example',
    '--to-need',
    '2000',
    '--format',
    'json',
  );
  expect(status).toBe(0);
  const { municipalities, need } = JSON.parse(stdout) as Result;
  expect(municipalities.filter(({ from }) => from !== null)).toMatchObject([
    { name: 'Aardenhaven', from: 90, to: 200, difference: 110 },
  ]);
  expect(need).toMatchObject({ from: 1234, to: 2000 });
  expect(stderr).toContain('namen.csv:3:1: waarschuwing: Geen gemeente van deze ronde heet zo.');
  const real = write('echt.csv', 'gemeente;opvangplaatsen\nDen Haag;3000\nUtrecht;2000\n');
  const both = call('change', '--from', real, '--to', real, '--format', 'json');
  expect(both.status).toBe(0);
  expect((JSON.parse(both.stdout) as Result).municipalities.map(({ name }) => name)).toEqual([
    'Utrecht (gemeente)',
    "'s-Gravenhage (gemeente)",
  ]);
});

test('a side that is not there is a wrong call', () => {
  expect(call('change', '--from', '2024').status).toBe(2);
  expect(call('change', '--from', 'published:example', '--to', '2024').status).toBe(2);
  expect(call('change', '--from', '1999', '--to', '2024').stderr).toContain('de ronde “1999”');
});
