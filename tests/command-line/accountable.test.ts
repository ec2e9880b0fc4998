// Comparison, reproduction, sensitivity, implied scores and scenarios as people and scripts call them.
import { expect, test } from 'vitest';
import { call, folder, write } from './program.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const example = ['--round', 'example'];

/** The figures of the practice round as someone might print them. */
const printed = (): string => {
  const { stdout } = call('allocate', ...example, '--format', 'csv');
  const rows = stdout
    .trim()
    .split('\r\n')
    .slice(1)
    .map((row) => row.split(','))
    .map((cells) => `${cells[1] ?? ''};${cells[7] ?? ''};${cells[8] ?? ''}`);
  return ['Tabel 2. Indicatieve verdeling;;', 'Gemeente;Totaal;waarvan amv', ...rows].join('\n');
};

test('a table of the own figures: everything equal, status 0 with --exact', () => {
  const table = write('gelijk.csv', printed());
  const { stdout, status } = call('compare', table, ...example, '--exact');
  expect(status).toBe(0);
  expect(stdout).toContain('12 van 12 regels precies gelijk; amv: 12 van 12.');
});

test('a table with an error: the row is named, status 1 with --exact', () => {
  const table = write('fout.csv', printed().replace('Heidestein;48', 'Heidestein;84'));
  const { stdout, status } = call('compare', table, ...example, '--exact');
  expect(status).toBe(1);
  expect(stdout).toContain('11 van 12 regels precies gelijk');
  expect(stdout).toMatch(/Heidestein +onverklaard +8 +48 +48 +48 +nee +84 +-36/);
  expect(call('compare', table, ...example).status).toBe(0);
  const csv = call('compare', table, ...example, '--format', 'csv', '--dialect', 'nl').stdout;
  expect(csv).toContain('gemeente;GM9906;Heidestein;onverklaard;8;48;48;48;nee;84;-36;5;5');
});

test('a former municipality is named for what became of it, and counted there with --merge', () => {
  const table = write(
    'vroeger.csv',
    'naam,plekken\nBrielle,90\nHaaren,70\nNergenshuizen,1\nAmsterdam,4479\n',
  );
  const { stdout, status } = call('compare', table, '--round', '2024');
  expect(status).toBe(0);
  expect(stdout).toMatch(/Brielle +samengevoegd: nu deel van Voorne aan Zee/);
  expect(stdout).toMatch(/Haaren +verdeeld over .*Vught/);
  expect(stdout).toMatch(/Nergenshuizen +niet bekend als gemeente, ook niet als vroegere/);
  const merged = call('compare', table, '--round', '2024', '--merge');
  expect(merged.stdout).toMatch(/Voorne aan Zee/);
  expect(merged.stdout).not.toContain('nu deel van');
  expect(merged.stderr).toContain('Samengevoegd tot Voorne aan Zee: Brielle.');
});

test('two published tables beside each other', () => {
  const one = write('een.csv', printed());
  const other = write('twee.csv', printed().replace('Heidestein;48', 'Heidestein;49'));
  const { stdout, status } = call('compare', one, '--with', other, ...example, '--exact');
  expect(status).toBe(1);
  expect(stdout).toContain('11 van 12 regels die in beide tabellen staan, zijn gelijk.');
});

test('on an estimate a printed figure lies within the band beside it, or not', () => {
  const table = write('echt.csv', 'naam,opvangplaatsen\nZwolle,717\nDen Haag,2513\n');
  const { stdout, status } = call('compare', table, '--round', '2024');
  expect(status).toBe(0);
  expect(stdout).toContain('2 van 2 genoemde aantallen liggen binnen de grenzen of marge ernaast.');
  expect(stdout).not.toMatch(/onverklaard|gelijk/);
});

test('the table of another need is reproduced, and an estimate takes part under its name', () => {
  const table = write('behoefte.csv', printed());
  const { stdout, stderr, status } = call('reproduce', table, ...example);
  expect(status).toBe(0);
  expect(stderr).toMatch(/1 combinatie, behoefte 995 tot en met 1007 .* in \d+\.\d ms\./);
  expect(stdout).toMatch(
    /example\/population\.csv +example\/scores\.csv +nee +12 +12 +1001 +1000 +1002 +0 +\d\.\d+ +12 +12 /,
  );
  const real = call(
    'reproduce',
    write('r.csv', 'naam,opvangplaatsen\nZwolle,717\n'),
    '--round',
    '2024',
  );
  expect(real.stdout).toMatch(
    /population\/2023\.csv +scores\/2021-estimate\.csv +ja +[01] +1 +96000 +96000 +96000 /,
  );
});

test('how sure a figure is: the half of Lindewoude', () => {
  const { stdout, status } = call(
    'sensitivity',
    ...example,
    '--municipality',
    'Lindewoude',
    '--first',
    '990',
    '--last',
    '1120',
  );
  expect(status).toBe(0);
  // At 999 it is 9.4905, at 1000 exactly 9.5: the half goes up.
  expect(stdout).toMatch(/behoefte omlaag +1000 +999 \(-1\): 9 plekken/);
  expect(stdout).toMatch(/eigen score omlaag +-0\.050 +-0\.051 \(-0\.001\): 9 plekken/);
  expect(stdout).toContain('1000 1106');
  const estimate = call('sensitivity', '--round', '2024', '--municipality', 'Zwolle');
  expect(estimate.stdout).toMatch(/Zwolle \(GM0193\): \d+–\d+ plekken/);
  const derived = call('sensitivity', '--round', '2026', '--municipality', 'Zwolle');
  expect(derived.stdout).toMatch(/behoefte waarbij het meer moet zijn +88000 +\d+/);
  expect(estimate.stdout).not.toMatch(/omhoog/);
});

test('the steps of all municipalities at once', () => {
  const { stdout, status } = call(
    'sensitivity',
    ...example,
    '--first',
    '999',
    '--last',
    '1000',
    '--format',
    'csv',
  );
  expect(status).toBe(0);
  expect(stdout).toContain('GM9908,1000\r\n');
});

test('the scores that made a table lie in the intervals that it implies', () => {
  const table = write('impliciet.csv', printed());
  const { stdout, status } = call(
    'implied',
    table,
    ...example,
    '--reference',
    'Meerwijk',
    '--format',
    'csv',
  );
  expect(status).toBe(0);
  const rows = stdout.trim().split('\r\n');
  expect(rows.length).toBe(13);
  expect(rows.filter((row) => row.endsWith(',ja')).length).toBe(11);
  expect(rows.filter((row) => row.endsWith(',referentie')).length).toBe(1);
});

test('a complete table stands in for scores: proven intervals', () => {
  const table = write('volledig.csv', printed());
  const { stdout, stderr, status } = call(
    'implied',
    table,
    ...example,
    '--to-population',
    'example/population.csv',
    '--to-need',
    '2000',
    '--format',
    'csv',
  );
  expect(status).toBe(0);
  expect(stderr).toContain('Afgeleid uit de tabel');
  // 99.5 … 100.5 of 1000, twice: 199 up to just below 201.
  expect(stdout.split('\r\n')[1]).toMatch(/^GM9901,Aardenhaven,100,100000,199,201,afgeleid$/);
  const short = call(
    'implied',
    write('kort.csv', 'naam;plekken\nMeerwijk;240\n'),
    ...example,
    '--to-population',
    'example/population.csv',
    '--to-need',
    '2000',
  );
  expect(short.status).toBe(1);
  expect(short.stderr).toContain('In deze tabel staan 11 gemeenten niet');
});

test('what if: the score counts for nothing, municipalities merge, scenarios side by side', () => {
  const alone = call('whatif', ...example, '--score-weight', '0', '--format', 'csv');
  expect(alone.status).toBe(0);
  expect(alone.stdout).toContain(',GM9901,Aardenhaven,100,105,5,10,10,eigen_invoer');
  const merged = call('whatif', ...example, '--together', 'Aardenhaven+Beukendam=Samen');
  expect(merged.stdout).toMatch(/GM9901\+GM9902 +Samen +200 +200 +0/);
  const file = write(
    'scenarios.json',
    JSON.stringify([
      { name: 'laag', need: 900 },
      { name: 'hoog', need: 1100 },
    ]),
  );
  const both = call(
    'whatif',
    ...example,
    '--scenarios',
    file,
    '--format',
    'json',
    '--out',
    'uit.json',
  );
  expect(both.status).toBe(0);
  const result = JSON.parse(readFileSync(join(folder, 'uit.json'), 'utf8')) as {
    scenarios: { name: string; totals: { places: number } }[];
  };
  expect(result.scenarios.map(({ name }) => name)).toEqual(['laag', 'hoog']);
  const refused = call('whatif', ...example, '--score', 'Lindewoude=-0.6', '--score-weight', '2');
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('Bij Lindewoude wordt 1 + gewicht × score nul of minder.');
});

test('a wrong call: status 2, with help', () => {
  for (const args of [
    ['compare'],
    ['compare', 'weg.csv', ...example],
    ['reproduce', ...example],
    ['implied', 'een.csv', ...example, '--to-need', '5'],
    ['whatif', ...example, '--score', 'Lindewoude'],
    ['whatif', ...example, '--scenarios', 'weg.json'],
  ]) {
    const { status, stderr } = call(...args);
    expect(status, args.join(' ')).toBe(2);
    expect(stderr).toContain('spreidingswijzer');
  }
});

test('a published table with a percentage: refused at its cell', () => {
  const table = write('procent.csv', 'naam,opvangplaatsen\nMeerwijk,24%\n');
  const { status, stderr } = call('compare', table, ...example);
  expect(status).toBe(1);
  expect(stderr).toContain('procent.csv:2:2: fout:');
});
