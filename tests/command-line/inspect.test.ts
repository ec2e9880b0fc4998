// `inspect` and `clean` as people call them, on files as CBS gives them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { call, folder, write } from './program.ts';

const statline =
  '"Sociaal-economische status"\n"Regio\'s";"Perioden";"SES-WOA/Totaalscore/Gemiddelde score (Getal)"\n' +
  '"Nederland";"2022*";"0,000"\n"Bergen (NH.)";"2022*";"0,170"\n"Den Haag";"2022*";"-0,150"\n' +
  '"Bergen";"2022*";"0,100"\n"Bron: CBS"\n';

test('inspect says how a file is read, and gives every cell as it stands', () => {
  const file = write('ses.csv', statline);
  const { stdout, status } = call('inspect', file, '--cells', '--format', 'json');
  const result = JSON.parse(stdout) as {
    kind: string;
    dialect: { separator: string };
    periods: { period: string; provisional: boolean }[];
    cells: string[][];
    findings: { code: string; raw: string; about: string }[];
  };
  expect(status).toBe(1);
  expect(result.kind).toBe('scores');
  expect(result.dialect.separator).toBe(';');
  expect(result.periods).toMatchObject([{ period: '2022', provisional: true }]);
  expect(result.cells[0]).toEqual(['Sociaal-economische status']);
  expect(result.cells[4]).toEqual(['Den Haag', '2022*', '-0,150']);
  const ambiguous = result.findings.filter(({ code }) => code === 'name_ambiguous');
  expect(ambiguous).toMatchObject([{ raw: 'Bergen', about: 'Bergen (NH.), Bergen (L.)' }]);
  expect(call('inspect', file).stdout).toContain('Periode 2022*, voorlopig, gekozen');
});

test('findings go to a file that opens in Dutch Excel', () => {
  call('inspect', write('ses.csv', statline), '--findings', 'meldingen.csv');
  const text = readFileSync(join(folder, 'meldingen.csv'), 'utf8');
  expect(text.startsWith('\uFEFFernst;bestand;rij;kolom;cel;melding;wat_te_doen;code\r\n')).toBe(
    true,
  );
  expect(text).toMatch(/\r\nfout;ses\.csv;6;1;Bergen;[^\r]*;name_ambiguous\r\n/);
});

test('clean writes the canonical form, with columns that the call names', () => {
  const file = write('eigen.csv', 'plaats;mensen;x\nAmsterdam;900000;1\nUtrecht;360000;2\n');
  const { stdout, status } = call('clean', file, '--map', 'gemeente=plaats,inwoners=#2');
  expect(status).toBe(0);
  expect(stdout).toBe(
    'gemeentecode,gemeente,provincie,inwoners\r\nGM0344,Utrecht,Utrecht,360000\r\nGM0363,Amsterdam,Noord-Holland,900000\r\n',
  );
  expect(call('clean', file, '--map', 'gemeente=weg,inwoners=mensen').stderr).toContain(
    'staat niet in dit bestand',
  );
  expect(call('clean', file, '--map', 'kleur=x').status).toBe(2);
  expect(call('clean').status).toBe(2);
});

test('of a file with several periods one is chosen, and only by the person', () => {
  const file = write('jaren.csv', 'code,inwoners,jaar\n363,1,2022\n363,2,2023\n');
  expect(call('clean', file).stderr).toContain('Kies welke periode telt; de nieuwste is 2023.');
  expect(call('clean', file, '--period', '2022').stdout).toContain('Noord-Holland,1\r\n');
});

test('scores of an older division meet the round only with --merge', () => {
  const population = readFileSync(
    new URL('../../public/data/population/2022.csv', import.meta.url),
    'utf8',
  );
  const rows = population.trim().split('\n').slice(1);
  const scores = rows.map((row) => `${row.slice(0, 6)},0.100`).join('\n');
  const file = write('scores2022.csv', `code,score\n${scores}\n`);
  const apart = call('allocate', '--round', '2024', '--scores', file, '--format', 'json');
  expect(apart.status).toBe(1);
  expect(apart.stderr).toContain('geen gemeente van deze ronde');
  const merged = call(
    'allocate',
    '--round',
    '2024',
    '--scores',
    file,
    '--format',
    'json',
    '--merge',
  );
  expect(merged.status).toBe(0);
  expect(merged.stderr).toContain('Samengevoegd tot Voorne aan Zee: Brielle, Hellevoetsluis');
  const result = JSON.parse(merged.stdout) as { municipalities: { code: string; score: string }[] };
  expect(result.municipalities.length).toBe(342);
  expect(result.municipalities.find(({ code }) => code === 'GM1992')?.score).toBe('0.100');
});

test('dialect and numbers are said with what decided them, and a call may say otherwise', () => {
  const file = write(
    'latin.csv',
    Buffer.from('code;naam;inwoners\n1900;S\xfadwest;90.123\n', 'latin1'),
  );
  const seen = call('inspect', file).stdout;
  expect(seen).toContain('Codering: Windows-1252; niet alle tekens zijn geldig UTF-8');
  expect(seen).toContain('Scheidingsteken: puntkomma; dit deelt de meeste regels');
  expect(seen).toContain('Kolom 3: de cellen laten twee lezingen toe');
  const said = call('inspect', file, '--separator', 'komma', '--encoding', 'utf-8');
  expect(said.stdout).toContain('Codering: UTF-8; door u gekozen.');
  expect(said.stdout).toContain('Scheidingsteken: komma; door u gekozen.');
  expect(said.stderr).toContain('De gekozen codering past niet bij dit bestand');
  expect(call('inspect', file, '--separator', 'x').status).toBe(2);
});

test('clean combines former municipalities on request, also those known by name alone', () => {
  const file = write(
    'oud.csv',
    'gemeente,inwoners\nAmsterdam,873000\nWeesp,21000\nUtrecht,359000\n',
  );
  const apart = call('clean', file);
  expect(apart.status).toBe(1);
  expect(apart.stderr).toContain('oud.csv:3:1: fout: Deze naam is geen gemeente van deze ronde.');
  const together = call('clean', file, '--merge');
  expect(together.stderr).toContain('Samengevoegd tot Amsterdam: Amsterdam, Weesp.');
  expect(together.stdout).toContain('GM0363,Amsterdam,Noord-Holland,894000');
  const scores = write('ses.csv', 'gemeente,score\nAmsterdam,-0.100\nWeesp,0.100\n');
  expect(call('clean', scores, '--merge').stdout).toContain('GM0363,Amsterdam,-0.095');
});

test('a divided municipality is not to be compared until a person divides it', () => {
  const file = write('verdeeld.csv', 'gemeente,inwoners\nHaaren,10\nTilburg,220000\n');
  const open = call('clean', file, '--merge');
  expect(open.status).toBe(1);
  expect(open.stdout).toBe('');
  expect(open.stderr).toContain('De cijfers zijn daarom niet te vergelijken.');
  expect(open.stderr).not.toContain('De provincie van');
  const divided = call('clean', file, '--merge', '--part', 'GM0788:GM0855=6,GM0865=4');
  expect(divided.stdout).toContain('GM0855,Tilburg,Noord-Brabant,220006');
  expect(divided.stdout).toContain('GM0865,Vught,Noord-Brabant,4');
});

test('what is wrong with a whole column is one finding, with its rows; each has its row in the file', () => {
  const rows = Array.from({ length: 30 }, (_, at) => `GM0${300 + at};${at}7,5;0,1`).join('\n');
  const file = write('halven.csv', `gemeentecode;inwoners;ses_woa\n${rows}\n`);
  const { stderr, status } = call('inspect', file, '--findings', 'halven-meldingen.csv');
  expect(status).toBe(1);
  const told = stderr.split('\n').filter((line) => line.includes('hoort een heel getal'));
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('Dat is zo in 30 regels: 2 (“07,5”), 3 (“17,5”), 4');
  const listed = readFileSync(join(folder, 'halven-meldingen.csv'), 'utf8');
  expect(listed.match(/number_not_whole/g)).toHaveLength(30);
  expect(listed).toContain('halven.csv;31;2;"297,5"');
  const json = JSON.parse(call('inspect', file, '--format', 'json').stdout) as {
    findings: { code: string; count: number; also: unknown[] }[];
    findingCounts: { error: number };
  };
  expect(json.findingCounts.error).toBe(2);
  expect(json.findings[0]).toMatchObject({ code: 'number_not_whole', count: 30 });
  expect(json.findings[0]?.also).toHaveLength(29);
});

test('a printed table says a total of all provinces that is not their sum', () => {
  const provinces = [
    ...['Groningen', 'Fryslân', 'Drenthe', 'Overijssel', 'Flevoland', 'Gelderland', 'Utrecht'],
    ...['Noord-Holland', 'Zuid-Holland', 'Zeeland', 'Noord-Brabant', 'Limburg'],
  ];
  const table = (total: number) =>
    write(
      'provincies.csv',
      `provincie;opvangplaatsen\n${provinces.map((name) => `${name};100\n`).join('')}Nederland;${total}\n`,
    );
  const told = (total: number) => call('compare', table(total), '--round', '2026').stderr;
  expect(told(1300)).toContain('Het totaal 1300 is niet de som van de regels: 1.200.');
  expect(told(1200)).not.toContain('is niet de som');
});
