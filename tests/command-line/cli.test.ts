// The command line as people and scripts call it: outputs, exit statuses, findings with their place.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const program = fileURLToPath(new URL('../../dist/spreidingswijzer.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'spreiding-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const call = (...args: string[]) =>
  spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', cwd: folder });
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return name;
};

test('the columns of the CSV are those that were agreed', () => {
  const { stdout, status } = call('allocate', '--round', 'example', '--format', 'csv');
  expect(status).toBe(0);
  const rows = stdout.split('\r\n');
  expect(rows[0]).toBe(
    'gemeentecode,gemeente,provincie,inwoners,ses_woa,wegingsfactor,plaatsen_onafgerond,opvangplaatsen,amv,laag,hoog,basis,genoemd,bron',
  );
  expect(rows[8]).toBe(
    'GM9908,Lindewoude,Middenland,10000,-0.050,0.009947643979,9.500000000,10,1,10,10,eigen_invoer,,',
  );
});

test('on an estimate only the band is filled, and its record is said', () => {
  const { stdout } = call('allocate', '--round', '2024', '--format', 'csv');
  const rows = stdout.trim().split('\r\n').slice(1);
  expect(rows.length).toBe(342);
  for (const row of rows)
    expect(row).toMatch(/^GM\d{4},.*,\d+,,,,,,\d+,\d+,schatting,(\d+,.+)?,?$/);
  const byProvince = call('allocate', '--round', '2024', '--format', 'csv', '--by', 'province');
  expect(byProvince.stdout.split('\r\n')[0]).toBe(
    'provincie,gemeenten,inwoners,opvangplaatsen,amv,laag,hoog,basis,genoemd,bron',
  );
  expect(byProvince.stdout).toMatch(/Drenthe,12,502051,,,26\d\d,27\d\d,schatting,2691,/);
  expect(byProvince.stderr).toMatch(/Zo’n marge was bij 63 van de 65 bekende gemeenten raak/);
});

test('the Dutch dialect is for Dutch Excel, and goes to a file', () => {
  call('allocate', '--round', 'example', '--format', 'csv', '--dialect', 'nl', '--out', 'uit.csv');
  const text = readFileSync(join(folder, 'uit.csv'), 'utf8');
  expect(text.startsWith('\uFEFFgemeentecode;')).toBe(true);
  expect(text).toContain(';-0,050;');
});

test('own files give own input, and what is exported is read back', () => {
  const p = write('p.csv', 'code;naam;provincie;inwoners\n1;A;Utrecht;3\n2;B;Utrecht;1\n');
  const s = write('s.csv', 'code;score\n1;0,000\n2;0,000\n');
  const { stdout, status } = call(
    'allocate',
    '--population',
    p,
    '--scores',
    s,
    '--need',
    '100',
    '--minors',
    '10',
    '--format',
    'json',
  );
  expect(status).toBe(0);
  const result = JSON.parse(stdout) as {
    basis: string;
    municipalities: { total: { places: number } }[];
  };
  expect(result.basis).toBe('own_input');
  expect(result.municipalities.map(({ total }) => total.places)).toEqual([75, 25]);
});

test('errors in a file: status 1, each with file, row and column', () => {
  const p = write('p.csv', 'code,naam,provincie,inwoners\nGM0001,A,Utrecht,0\nGM0002,B,Utrech,1\n');
  const s = write('s.csv', 'code,score\nGM0001,-1\nGM0003,0\n');
  const { stderr, stdout, status } = call(
    'allocate',
    '--population',
    p,
    '--scores',
    s,
    '--need',
    '100',
  );
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain('p.csv:2:4: fout:');
  expect(stderr).toContain('p.csv:3:3: fout:');
  expect(stderr).toContain('s.csv:2:2: fout:');
  expect(stderr).toContain('s.csv:3:1: fout:');
});

test('a number that can be read in two ways asks for the marks', () => {
  const p = write('p.csv', 'code,naam,provincie,inwoners\nGM0001,A,Utrecht,1.234\n');
  const s = write('s.csv', 'code,score\nGM0001,0.1\n');
  const base = ['allocate', '--population', p, '--scores', s, '--need', '100', '--format', 'json'];
  expect(call(...base).status).toBe(1);
  const read = call(...base, '--thousands', 'punt');
  expect(read.status).toBe(0);
  expect(read.stdout).toContain('"inhabitants": 1234');
  expect(call(...base, '--decimal', 'punt').stderr).toContain('p.csv:2:4');
});

test('a wrong call: status 2, with help', () => {
  for (const args of [
    [],
    ['tover'],
    ['allocate'],
    ['allocate', '--round', '1999'],
    ['allocate', '--wat'],
    ['allocate', '--round', '2024', '--need', '1.5'],
    ['allocate', '--population', 'weg', '--scores', 'weg', '--need', '1'],
  ]) {
    const { status, stderr } = call(...args);
    expect(status, args.join(' ')).toBe(2);
    expect(stderr).toContain('spreidingswijzer');
  }
  expect(call('--help').stdout).toContain('allocate');
  expect(call('allocate', '--help').stdout).toContain('--dialect');
  expect(call('rounds', '--version').stdout).toMatch(/^spreidingswijzer \d/);
});
