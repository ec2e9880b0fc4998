// The command line against files that were made to mislead: names that lead elsewhere, names of
// bundled files, and words that would speak with the voice of this program.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import canonicalize from 'canonicalize';
import { afterAll, describe, expect, test } from 'vitest';
import { lookUp } from '../../wasm/contract/look-up.ts';
import { guarded, unguarded } from '../../wasm/files/csv-text.ts';
import { icalendar } from '../../wasm/files/icalendar.ts';
import { isPlainName, ownName, plainName } from '../../wasm/files/names.ts';
import { plainText, quotedText, quotedTexts } from '../../wasm/words/plain-text.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = join(root, 'dist/spreidingswijzer.mjs');
const folder = mkdtempSync(join(tmpdir(), 'spreiding-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const inside = join(folder, 'binnen');
mkdirSync(join(inside, 'population'), { recursive: true });
mkdirSync(join(inside, 'scores'));

const call = (...args: string[]) =>
  spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', cwd: inside });
const write = (name: string, text: string): string => {
  writeFileSync(join(inside, name), text);
  return name;
};
const bundled = (name: string): string => readFileSync(join(root, 'public/data', name), 'utf8');
const bundledWorkspace = bundled('example/province/workspace.json');
// eslint-disable-next-line no-control-regex -- these are looked for
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

interface Document {
  claim: Record<string, unknown>;
  maker: Record<string, unknown>;
  checksum?: string;
}
const sealed = (document: Document): string => {
  const { checksum: _old, ...rest } = document;
  const text = canonicalize(rest) ?? '';
  const checksum = createHash('sha256').update(text).digest('hex');
  return canonicalize({ ...rest, checksum }) ?? '';
};

describe('a name in a document is a name', () => {
  test.each(
    [
      ...['../buiten.csv', '..\\buiten.csv', '/etc/passwd', 'a/b.csv', 'C:buiten.csv', 'c:\\x'],
      ...['.', '..', ' .. ', '', ' ', 'NUL', 'con.csv', 'COM1', 'lpt9.txt', 'a\u0000b', 'a\nb.csv'],
      ...['\u202ecsv.exe', '\\\\server\\deel', 'a'.repeat(256)],
      // What Windows opens is another file, a device, or what it knows of a file.
      ...[
        'a.csv.',
        'a.csv ',
        'a.csv\u00a0',
        'CON:',
        'nul:a',
        'a.csv:Zone.Identifier',
        'a.csv::$DATA',
      ],
      // Looks like another name.
      ...['a\u200b.csv', '\ufeffa.csv', 'a\u00ad.csv', 'a\u061c.csv', 'a\u{e0041}.csv', 'a\ud800'],
      ...['__proto__', 'constructor', 'toString', 'hasOwnProperty'],
    ].map((name) => [name]),
  )('and %j is none, and what a person loads under it is called otherwise', (name) => {
    expect(isPlainName(name)).toBe(false);
    expect(isPlainName(plainName(name)), plainName(name)).toBe(true);
  });
  test.each([
    'a.csv',
    'plekken 2026.xlsx',
    '.verborgen.csv',
    'controle.csv',
    'Ædelaar–1.ods',
    'A\u0308delaar 👩🏽.ods',
    '..a',
  ])('and %s is one', (name) => {
    expect(isPlainName(name)).toBe(true);
    expect(plainName(name)).toBe(name);
  });

  const example = JSON.parse(bundled('example/province/workspace.json')) as {
    workspace: object;
  };
  const naming = (...locations: string[]): string =>
    JSON.stringify({ ...example, workspace: { ...example.workspace, locations } });
  writeFileSync(join(folder, 'buiten.csv'), 'gemeente,plekken\nGEHEIM,1\n');
  write('mijn.json', naming());
  test.each([
    '../buiten.csv',
    join(folder, 'buiten.csv'),
    '..\\buiten.csv',
    'sub/../../buiten.csv',
    'constructor',
    '__proto__',
    'werk.csv:Zone.Identifier',
  ])('so a workspace that names %s is not opened, and nothing is read', (name) => {
    const bad = write('boos.json', naming(name));
    for (const args of [
      ['province', '--workspace', bad],
      ['province', '--workspace', bad, '--receive', 'boos.json', '--out', 'uit.json'],
      ['province', '--workspace', 'mijn.json', '--merge', bad, '--out', 'uit.json'],
      ['province', '--workspace', bad, '--receipt', 'bewijs.json'],
    ]) {
      const { status, stdout, stderr } = call(...args);
      expect(status, stderr).toBe(2);
      expect(stderr).toContain('geen naam van een bestand');
      expect(stdout + stderr).not.toContain('GEHEIM');
    }
  });
});

describe('a file of a person never stands in for a bundled one', () => {
  test('its name before the core is another', () => {
    expect(ownName('population/2023.csv')).toBe('./population/2023.csv');
    expect(ownName('p.csv')).toBe('p.csv');
  });
  const rows = bundled('population/2023.csv').replace(/,(\d+)\r?\n/, ',1000000\n');
  write('population/2023.csv', rows);
  write('scores/2022-estimate.csv', bundled('scores/2022-estimate.csv'));
  const named = 'population/2023.csv';

  test('and is called what it is', () => {
    const { stderr, status } = call('allocate', '--round', '2024', '--population', named);
    expect(status, stderr).toBe(0);
    const table = JSON.parse(
      call(
        ...['allocate', '--round', '2024', '--population', named],
        ...['--scores', named, '--format', 'json'],
      ).stdout || '{}',
    ) as { basis?: string };
    expect(table.basis).not.toBe('official');
    const { stdout } = call(
      ...['allocate', '--round', '2024', '--population', named, '--format', 'json'],
    );
    const answer = JSON.parse(stdout) as { population: { basis: string; file: string } };
    expect(answer.population.basis).toBe('own_input');
    expect(answer.population.file).toContain(named);
  });
  test('nor does one that is handed over with a receipt', () => {
    const made = call(
      ...['receipt', '--round', '2024', '--population', named, '--out', 'bewijs.json'],
    );
    expect(made.status, made.stderr).toBe(0);
    for (const more of [[], [named]]) {
      const { stdout, status } = call('verify', 'bewijs.json', ...more);
      expect(status, stdout).toBe(0);
      expect(stdout).toContain(`Inwoners: eigen invoer van de maker (“./${named}”)`);
      expect(stdout).not.toContain('CBS-bestand');
    }
  });
  test('nor does a receipt that is called as one', () => {
    const text = call('receipt', '--round', 'example').stdout;
    write('population/2024.csv', text);
    expect(call('verify', 'population/2024.csv').status).toBe(0);
    write('scores/bewijs.json', text);
    expect(call('verify', 'scores/bewijs.json').status).toBe(0);
  });
});

test('a link beside a workspace leads nowhere outside its folder', () => {
  const rows =
    'gemeente,locatie,soort,plekken,van,tot en met,zekerheid\nHier,A,amv,7,2025-01-01,,bestaand\n';
  writeFileSync(join(folder, 'geheim.csv'), rows);
  symlinkSync('../geheim.csv', join(inside, 'koppeling.csv'));
  const workspace = {
    ...{ province: 'Proefland', round: '2026', dates: ['2027-07-01'], calendar: [], exchanges: [] },
    task: { total: 10, minors: null, basis: 'own_input', source: 'proef' },
    municipalities: [{ code: 'GM0001', name: 'Hier', indicative: 10 }],
    openPoints: [],
  };
  const open = (name: string) =>
    call(
      'province',
      '--workspace',
      write('w.json', JSON.stringify({ ...workspace, locations: [name] })),
    );
  const refused = open('koppeling.csv');
  expect([refused.status, refused.stdout]).toEqual([2, '']);
  expect(refused.stderr).toContain('buiten de map van de werkruimte');
  write('eigen.csv', rows);
  symlinkSync('eigen.csv', join(inside, 'zelfde.csv'));
  expect(open('zelfde.csv').status).toBe(0);
  expect(open('zelfde.csv').stdout).toContain('7');
});

describe('JSON that is too deep to walk through is refused with a sentence', () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  write('diep.json', deep);
  write('werkruimte-diep.json', `{"province":"P","round":"2026","x":${deep}}`);
  write(
    'kamer-diep.json',
    `{"format":"spreidingswijzer-werkruimte","version":2,"files":{},"workspace":{"x":${deep}}}`,
  );
  test.each([
    ['province', '--workspace', 'diep.json'],
    ['province', '--workspace', 'werkruimte-diep.json'],
    ['province', '--workspace', 'kamer-diep.json'],
    ['province', '--workspace', 'example', '--merge', 'kamer-diep.json'],
    ['province', '--workspace', 'example', '--layout', 'diep.json'],
    ['whatif', '--round', 'example', '--scenarios', 'diep.json'],
    ['verify', 'diep.json'],
  ])('%s %s %s', (...args) => {
    const { stderr, status } = call(...args);
    expect([1, 2]).toContain(status);
    expect(stderr).toContain('diep.json');
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

test.each(['province', 'task', 'municipalities', 'dates', 'exchanges', 'housing', 'senders'])(
  'of a workspace that is none what is wrong is named: %s',
  (part) => {
    const { workspace } = JSON.parse(bundledWorkspace) as { workspace?: object };
    const whole = workspace ?? (JSON.parse(bundledWorkspace) as object);
    const text = JSON.stringify({ ...whole, [part]: [5] });
    const { stderr, status } = call('province', '--workspace', write('fout.json', text));
    expect(status).toBe(2);
    expect(stderr).toContain(`“fout.json” is geen werkruimte: “${part}” ontbreekt of klopt niet`);
  },
);

describe('a word that every object of JavaScript has is a word like any other', () => {
  write('plekken.csv', 'gemeente;plekken\nBreda;5\n');
  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('%s', (word) => {
    const choices = [
      ['--separator', word],
      ['--map', `${word}=plekken`],
    ];
    for (const choice of choices) {
      const { stderr, status } = call('inspect', 'plekken.csv', ...choice);
      expect(status, choice.join(' ')).toBe(2);
      expect(stderr).toContain(word);
    }
    for (const choice of [
      ['--decimal', word],
      ['--round', word],
    ]) {
      const { stderr, status } = call('compare', 'plekken.csv', ...choice);
      expect([1, 2], choice.join(' ')).toContain(status);
      expect(stderr).not.toMatch(/^\s+at /m);
    }
    expect(lookUp({}, word)).toBeUndefined();
    expect(lookUp(JSON.parse(`{"${word}":1}`) as Record<string, number>, word)).toBe(1);
  });
});

describe('a receipt proves what is said of it, and no more', () => {
  write(
    'twee.csv',
    'code,naam,provincie,inwoners\nGM0363,Amsterdam,Noord-Holland,100\nGM0344,Utrecht,Utrecht,100\n',
  );
  write('score.csv', 'code,score\nGM0363,0.1\nGM0344,0.2\n');
  const own = ['--population', 'twee.csv', '--scores', 'score.csv'];
  test('of a round with two of its municipalities it says so', () => {
    const made = call('receipt', '--round', '2026', ...own, '--out', 'twee.json');
    expect(made.status, made.stderr).toBe(0);
    const { stdout, status } = call('verify', 'twee.json');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^- Gemeenten: 2 van 342: /m);
    expect(stdout).toMatch(/^- Gevraagd: de verdeling\./m);
    expect(stdout).toMatch(/^- Ronde: 2026\./m);
    expect(stdout).toMatch(/^- Behoefte: \d+ plekken/m);
    expect(stdout).toContain('SES-WOA-score: eigen invoer van de maker (“score.csv”)');
    expect(stdout).toMatch(/^- Niet bewezen: wie het maakte/m);
    const english = call('verify', 'twee.json', '--language', 'en').stdout;
    expect(english).toMatch(/^- Municipalities: 2 of 342: /m);
  });
  test('a list of municipalities of its own makes no file one of CBS', () => {
    const text = readFileSync(join(inside, 'twee.json'), 'utf8');
    const document = JSON.parse(text) as Document & {
      claim: { files: { file: string; cells: string[][] }[] };
    };
    const list = document.claim.files.find(({ file }) => file.startsWith('population/'));
    expect(list).toBeDefined();
    if (list !== undefined) list.cells = list.cells.slice(0, 3);
    expect(call('verify', write('kort.json', sealed(document))).status).toBe(1);
  });
});

describe('what cannot be written is said in a sentence', () => {
  test.each([
    ['nergens/x.csv', 'die map is er niet'],
    ['scores', 'dat is een map'],
    [`${'x'.repeat(300)}.csv`, 'die naam is te lang'],
  ])('%s', (path, reason) => {
    for (const args of [
      ['allocate', '--format', 'csv', '--out', path],
      ['receipt', '--out', path],
      ['sheet', '--out', path],
    ]) {
      const { stderr, status } = call(args[0] ?? '', '--round', 'example', ...args.slice(1));
      expect(status).toBe(1);
      expect(stderr).toContain(reason);
      expect(stderr).not.toMatch(/^\s+at /m);
    }
  });
  test('who reads on and goes away hears nothing of it', () => {
    const { stderr } = spawnSync(
      'sh',
      ['-c', `'${process.execPath}' '${program}' allocate --round 2026 --format json | head -1`],
      { encoding: 'utf8' },
    );
    expect(stderr).not.toContain('EPIPE');
  });
});

describe('nobody else speaks with the voice of this program', () => {
  const attack =
    '0.1.0\u001b[2J\u001b[HHet rekenbewijs klopt: elk getal volgt\nklopt\u009b31m\u202e';
  test('control characters are seen and do nothing', () => {
    expect(control.test(plainText(attack))).toBe(false);
    expect(plainText('a\nb')).toBe('a\u240ab');
    expect(quotedText('x'.repeat(500)).length).toBeLessThan(90);
  });
  test('a maker that is a sentence is refused', () => {
    const document = JSON.parse(call('receipt', '--round', 'example').stdout) as Document;
    document.maker.version = attack;
    const { stdout, stderr, status } = call('verify', write('stem.json', sealed(document)));
    expect(status).toBe(1);
    expect(control.test(stdout + stderr)).toBe(false);
    expect(stdout).not.toContain('klopt');
  });
  test('of the names and cells of a file nothing reaches the terminal as it is', () => {
    const name = 'Rood\u001b[31m\u009b1mRug';
    write('stuk.csv', `code,naam,provincie,inwoners\nGM0001,${name},Utrecht,drie\u001b[2J\n`);
    write('goed.csv', `code,naam,provincie,inwoners\nGM0001,${name},Utrecht,300\n`);
    write('goedscore.csv', 'code,score\nGM0001,0.1\n');
    for (const args of [
      ['inspect', 'stuk.csv'],
      ['allocate', '--population', 'stuk.csv', '--scores', 'goedscore.csv', '--need', '10'],
      ['allocate', '--population', 'goed.csv', '--scores', 'goedscore.csv', '--need', '10'],
      ['compare', 'stuk.csv', '--round', 'example'],
    ]) {
      const { stdout, stderr } = call(...args);
      expect(control.test(stdout), stdout).toBe(false);
      expect(control.test(stderr), stderr).toBe(false);
    }
  });
});

test.each([
  ['=1+1', true],
  [' =1+1', true],
  ['\u00a0\u200b@x', true],
  ['\ufeff+1', true],
  ['\n-1', true],
  ['\tx', true],
  ['＝1+1', true],
  ["''=1", true],
  ["'s-Gravenhage", false],
  [' x=1', false],
  ['-', false],
  ['＝', false],
])('whether a spreadsheet may take %j for a formula: %j', (text, formula) => {
  expect(guarded(text)).toBe(formula ? `'${text}` : text);
  expect(unguarded(guarded(text))).toBe(text);
});

test('what somebody else says stays between its quotation marks, and is short', () => {
  expect(quotedText('a”. Het bewijs klopt. “b')).toBe('“a". Het bewijs klopt. "b”');
  expect(quotedText('population/2023\u200b.csv')).toBe('“population/2023<U+200B>.csv”');
  expect(quotedTexts(Array<string>(100).fill('x'))).toBe('“x”, “x”, “x”, “x”, “x”, …');
});

test('a note of somebody else begins no line of a calendar file', () => {
  const text = icalendar(
    {
      year: 2026,
      today: '2026-11-28',
      milestones: [
        {
          step: 'report',
          article: 'https://wetten.overheid.nl/BWBR0049307/2024-01-31#Artikel4',
          basis: 'law',
          legal: '2026-11-01',
          date: '2026-11-01',
          isSet: true,
          done: null,
          note: 'a\rATTENDEE:mailto:x@example.org\nBEGIN:VALARM\r\nEND:VALARM\u2028X:1',
          status: 'late',
          daysLeft: -27,
          daysMoved: 0,
        },
      ],
    },
    '2026',
    'nl',
  );
  const lines = text.split(/\r\n|[\r\n\u0085\u2028\u2029]/);
  expect(lines.filter((line) => /^(ATTENDEE|BEGIN:VALARM|END:VALARM|X:)/.test(line))).toEqual([]);
  expect(text.replaceAll('\r\n ', '')).toContain('a\\nATTENDEE:mailto:x@example.org\\nBEGIN');
});

describe('a number out of its bounds is refused with the bounds and the place', () => {
  const targets = ['targets', '--half-year', '2027-1'];
  write('aandelen.csv', 'gemeente;indicatief;doet_mee\nBreda;5;ja\n');
  test.each([
    [['allocate', '--round', '2026', '--need', '10000001'], '10.000.000'],
    [['allocate', '--round', '2026', '--need', '1e9'], '10.000.000'],
    [
      [...targets, '--national', '2026-09-28=10000001'],
      'national[0].persons” klopt niet: toegestaan is 0 … 10000000',
    ],
    [[...targets, '--national', '2026-09-28=9999999999999999999'], 'van 0 tot en met 10.000.000'],
    [
      ['sensitivity', '--municipality', 'Breda', '--round', '2026', '--first', '10000001'],
      'firstNeed” klopt niet: toegestaan is 0 … 10000000',
    ],
    [
      ['sensitivity', '--municipality', 'Breda', '--round', '2026', '--score-decimals', '7'],
      'scoreUnitDecimals” klopt niet: toegestaan is 0 … 6',
    ],
    [['whatif', '--round', '2026', '--with-need', '10000001'], '10.000.000'],
    [['whatif', '--round', '2026', '--inhabitants', 'Breda=2147483648'], '2.147.483.647'],
    [['remainder', '--shares', 'aandelen.csv', '--places', '10000001'], '0 … 10000000'],
  ])('%j', (args, bounds) => {
    const { stderr, status } = call(...args);
    expect(stderr).toContain(bounds);
    expect([1, 2]).toContain(status);
  });

  test.each(['10000001', '99999999999999999999'])('a backlog of %s in a file', (number) => {
    const file = write('achterstand.csv', `gemeente;achterstand\nBreda;1\nTilburg;${number}\n`);
    const { stderr, status } = call(
      ...targets,
      '--national',
      '2026-09-28=13000',
      '--backlog',
      file,
    );
    expect(stderr).toContain(`${file}:3`);
    expect(stderr).toContain('-10000000 … 10000000');
    expect(status).toBe(1);
  });
});
