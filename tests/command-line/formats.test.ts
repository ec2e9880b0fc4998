// Spreadsheets and pages on the command line: the same figures as from CSV, places such as C17.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import { ods, odsRow, sheetXml, xlsx } from '../files/documents.ts';

const program = fileURLToPath(new URL('../../dist/spreidingswijzer.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'spreiding-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const write = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return name;
};
const allocate = (population: string, scores: string, ...more: string[]) =>
  spawnSync(
    process.execPath,
    [program, 'allocate', '--population', population, '--scores', scores, '--need', '100', ...more],
    { encoding: 'utf8', cwd: folder },
  );

const people = [
  ['Bevolking per gemeente', '', '', ''],
  [],
  ['Gemeentecode', 'Gemeente', 'Provincie', 'Inwoners'],
  ['GM0001', 'A', 'Utrecht', 3000],
  ['GM0002', 'B', 'Utrecht', 1000],
];
const population = xlsx([
  { name: 'Blad1', xml: sheetXml(people) },
  { name: 'Oud', xml: sheetXml([...people.slice(0, 4), ['GM0002', 'B', 'Utrecht', 'veel']]) },
]);
const scores = ods(
  `<table:table table:name="Scores">${odsRow(['Gemeentecode', 'SES-WOA'])}${odsRow(['GM0001', 0])}${odsRow(['GM0002', 0])}</table:table>`,
);

test('an .xlsx and an .ods give the figures of the same CSV, with their own fingerprints', () => {
  const { stdout, stderr, status } = allocate(
    write('p.xlsx', population),
    write('s.ods', scores),
    '--format',
    'json',
  );
  expect(stderr).not.toContain('fout');
  expect(status).toBe(0);
  const result = JSON.parse(stdout) as {
    population: { file: string; sha256: string; bytes: number };
    municipalities: { total: { places: number } }[];
  };
  expect(result.municipalities.map(({ total }) => total.places)).toEqual([75, 25]);
  expect(result.population).toMatchObject({
    file: 'p.xlsx#Blad1',
    sha256: createHash('sha256').update(population).digest('hex'),
    bytes: population.byteLength,
  });
});

test('a finding in a sheet says its cell, and --sheet chooses another', () => {
  const found = allocate(write('p.xlsx', population), write('s.ods', scores), '--sheet', 'nieuw');
  expect(found.status).toBe(2);
  expect(found.stderr).toContain('Er zijn: Blad1, Oud.');
  const cell = allocate('p.xlsx', 's.ods', '--sheet', 'oud');
  expect(cell.status).toBe(1);
  expect(cell.stderr).toContain('p.xlsx#Oud:D5: fout:');
});

test('a saved page is read as its table', () => {
  write(
    'p.html',
    '<!doctype html><table><tr><th>Gemeentecode<th>Gemeente<th>Provincie<th>Inwoners<tr><td>GM0001<td>A<td>Utrecht<td>3<tr><td>GM0002<td>B<td>Utrecht<td>1</table>',
  );
  const { stdout, status } = allocate('p.html', 's.ods', '--format', 'csv');
  expect(status).toBe(0);
  expect(stdout).toContain('GM0001,A,Utrecht,3,');
});

test('a page of a published distribution is read as a whole, and told before anything is computed', () => {
  write(
    'verdeling.html',
    '<!doctype html><table><tr><th>Gemeente<th>Totaal<tr><td>Assen<td>380<tr><td>Emmen<td>1.512<tr><td>Niemandsland<td>3</table><table><tr><th>Gemeente<th>Totaal<tr><td>Almere<td>9</table>',
  );
  const { stderr } = allocate('verdeling.html', 's.ods');
  expect(stderr).toContain('verdeling.html: herkend: 3 gemeenten, 0 provincies, som 1901.');
  expect(stderr).toContain('tabel 1, regel 4: niet gebruikt');
});

test('what cannot be read is refused with a sentence that says what to do', () => {
  write('oud.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0));
  const { stderr, status } = allocate('oud.xls', 's.ods');
  expect(status).toBe(2);
  expect(stderr).toContain('sla het op als “Excel-werkmap (.xlsx)”');
});
