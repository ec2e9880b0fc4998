// What the report of a province tells of itself: what it lacks, from which files, until when it holds;
// in Word, with its receipt, and in the public edition.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { call, folder, write } from './program.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const schema = JSON.parse(
  readFileSync(root('public/schema/provincial-report.json'), 'utf8'),
) as object;
const follows = new Ajv2020({ allErrors: true }).compile(schema);

const heading = 'gemeente,nummer,locatie,soort,plekken,van,tot en met,zekerheid,openbaar,opmerking';
const workspace = {
  province: 'Proef',
  round: '2026',
  task: { total: 300, minors: 30, basis: 'own_input', source: 'proef' },
  municipalities: [
    { code: 'GM0001', name: 'Hier', indicative: 120, minors: 12 },
    { code: 'GM0002', name: 'Daar', indicative: 80, minors: 8 },
    { code: 'GM0003', name: 'Ginds', indicative: 100, minors: 10 },
  ],
  locations: ['plekken.csv'],
  dates: ['2027-07-01', '2028-02-01'],
  calendar: [],
  exchanges: [
    {
      id: 'ruil 1',
      date: '2026-11-24',
      from: '2028-01-01',
      status: 'agreed',
      ratio: '',
      note: '',
      public: false,
      transfers: [{ ledger: 'asylum_regular', from: 'GM0001', to: 'GM0002', number: 50 }],
    },
  ],
  deduction: { day: '2027-01-01' },
  openPoints: [
    'De woningbouw loopt achter.',
    'De Hal is nog niet zeker.',
    'Hier en Daar ruilen nog.',
    'Er zijn nog 46 plekken in zicht.',
    'Vertrouwelijk: de raad twijfelt.',
  ],
};
const rows = (...list: string[]): string => `${[heading, ...list].join('\n')}\n`;
const plain = rows(
  'Hier,1,Hal,regulier,400,2027-01-01,,bestaand,nee,',
  'Daar,2,Kade,regulier,veel,2027-01-01,,bestaand,ja,',
);

/** A folder of its own would be tidier: one workspace is asked at a time. */
function report(change: object = {}, text = plain, edition = 'confidential') {
  write('plekken.csv', text);
  write('tafel.json', JSON.stringify({ ...workspace, ...change }));
  const { stdout, stderr } = call(
    ...['province', '--workspace', 'tafel.json', '--format', 'json'],
    ...['--edition', edition, '--today', '2026-11-24'],
  );
  const made = JSON.parse(stdout) as {
    answers: { code: string; state: string; complete: boolean }[];
    files: { file: string; sha256: string }[];
    otherTasks?: object[];
    openPoints: string[];
    openPointsWithheld: number;
    table: {
      offers: {
        municipalities: { offered: unknown; afterAgreed: { task: number } }[];
        province: { known: number; municipalities: number; percent: string };
      }[];
      deduction: { toMakeAvailable: number; toMakeAvailableMinors: number };
    };
  };
  follows(made);
  expect(follows.errors ?? []).toEqual([]);
  return { made, stderr };
}

describe('a report knows what it lacks', () => {
  test('who answered, who did not, and whose rows are left out', () => {
    const { made } = report();
    expect(made.answers.map(({ state }) => state)).toEqual(['listed', 'unusable', 'missing']);
    expect(made.table.offers[0]?.municipalities[2]?.offered).toBeNull();
    expect(made.table.offers[0]?.province).toMatchObject({ known: 1, municipalities: 3 });
    const shown = call('province', '--workspace', 'tafel.json').stdout;
    expect(shown).toContain('Van 1 van 3 gemeenten is het aanbod bekend.');
    expect(shown).toMatch(/Ginds +100 +nog niet ontvangen/u);
    expect(shown).toContain('Daar: ontvangen, niet te lezen (in geen enkel totaal)');
    const csv = call('province', '--workspace', 'tafel.json', '--format', 'csv').stdout;
    expect(csv).toContain('2027-07-01,GM0003,Ginds,100,10,nog niet ontvangen,,,');
  });
  test('nothing more to make available does not hide that minors are short', () => {
    const { made } = report();
    expect(made.table.deduction).toMatchObject({ toMakeAvailable: 0, toMakeAvailableMinors: 30 });
    expect(call('province', '--workspace', 'tafel.json').stdout).toContain(
      'nog beschikbaar te maken 0, waarvan voor amv minstens 30',
    );
  });
  test('shares of 5,700 beside a task of 5,800 are a finding', () => {
    const { stderr } = report({ task: { ...workspace.task, total: 310 } });
    expect(stderr).toContain('De indicatieve aandelen tellen op tot 300, de opgave is 310.');
    expect(report().stderr).not.toContain('tellen op tot');
  });
});

test('other tasks stand beside the task, asked and realised; the public edition has none', () => {
  const [hier, ...others] = workspace.municipalities;
  const municipalities = [
    {
      ...hier,
      ukraine: 60,
      ukraineRealised: 41,
      statusHolders: { '2027-1': 7 },
      statusHoldersHoused: { '2027-1': 5 },
    },
    ...others,
  ];
  expect(report({ municipalities }).made.otherTasks).toEqual([
    { code: 'GM0001', ledger: 'ukraine', halfYear: null, asked: 60, realised: 41 },
    { code: 'GM0001', ledger: 'status_holders', halfYear: '2027-1', asked: 7, realised: 5 },
  ]);
  expect(report({ municipalities }, plain, 'public').made).not.toHaveProperty('otherTasks');
  const word = call(
    ...['province', '--workspace', 'tafel.json', '--format', 'docx', '--out', 'verslag.docx'],
  );
  expect(word.status).toBeLessThan(2);
  const document = unzipSync(readFileSync(join(folder, 'verslag.docx')))['word/document.xml'];
  expect(strFromU8(document ?? new Uint8Array())).toContain(
    'Andere taken: gevraagd en gerealiseerd',
  );
});

test('an exchange from 2028 on changes the tasks of 2028 and no others', () => {
  const { offers } = report().made.table;
  expect(offers.map(({ municipalities }) => municipalities[0]?.afterAgreed.task)).toEqual([
    120, 70,
  ]);
});

test('the fingerprint of a file is that of its bytes', () => {
  const { files } = report().made;
  expect(files).toEqual([
    { file: 'plekken.csv', sha256: createHash('sha256').update(plain).digest('hex') },
  ]);
  write('hier.csv', plain.replace('veel', '90'));
  const bytes = readFileSync(join(folder, 'hier.csv'));
  write('leeg.json', JSON.stringify({ ...workspace, locations: [] }));
  call('province', '--workspace', 'leeg.json', '--receive', 'hier.csv', '--out', 'vol.json');
  const { stdout } = call('province', '--workspace', 'vol.json', '--format', 'json');
  expect(stdout).toContain(createHash('sha256').update(bytes).digest('hex'));
});

test('open points stand in the public edition where they name nothing confidential', () => {
  expect(report().made.openPoints).toHaveLength(5);
  const { made } = report({}, plain, 'public');
  expect(made.openPoints).toEqual(['De woningbouw loopt achter.']);
  expect(made.openPointsWithheld).toBe(4);
  expect(made.files).toBeUndefined();
});

test('the report in Word has every table, and room for the text that only people can write', () => {
  report();
  const asked = ['province', '--workspace', 'tafel.json', '--today', '2026-11-24'];
  expect(call(...asked, '--format', 'docx', '--out', 'verslag.docx').status).toBe(1);
  const parts = unzipSync(readFileSync(join(folder, 'verslag.docx')));
  const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  for (const part of [
    'Verslag van de provinciale tafel: Proef',
    'Wie leverde aan, en wat ontbreekt',
    'nog niet ontvangen',
    'Gegarandeerd en totaal op 1 juli 2027',
    '133,3',
    'Belemmeringen',
    'COA en uitvoering',
    'Planning',
  ])
    expect(text).toContain(part);
  expect(text).toContain('w:orient="landscape"');
  // The public edition, which has no summary, has the same room.
  call(...asked, '--edition', 'public', '--format', 'docx', '--out', 'openbaar.docx');
  const open = unzipSync(readFileSync(join(folder, 'openbaar.docx')));
  const told = strFromU8(open['word/document.xml'] ?? new Uint8Array());
  for (const part of ['Belemmeringen', 'COA en uitvoering', 'Planning'])
    expect(told).toContain(`>${part}<`);
});

test('a receipt of a workspace with data of persons verifies, and holds none', () => {
  write(
    'plekken.csv',
    rows('Hier,1,Hal,regulier,400,2027-01-01,,bestaand,nee,bel dhr. Jansen 06-12345678'),
  );
  write(
    'tafel.json',
    JSON.stringify({ ...workspace, openPoints: ['vraag mevr. De Wit'], exchanges: [] }),
  );
  call('province', '--workspace', 'tafel.json', '--receipt', 'bewijs.json');
  const receipt = readFileSync(join(folder, 'bewijs.json'), 'utf8');
  for (const text of ['Jansen', '12345678', 'De Wit']) expect(receipt).not.toContain(text);
  const { stdout, status } = call('verify', 'bewijs.json');
  expect(stdout).toContain('klopt:');
  expect(status).toBe(0);
});

test('the calendar of 2024 knows that the estimate of 2026 was published, and when', () => {
  const { stdout } = call(
    ...['calendar', '--round', '2024', '--today', '2026-11-24', '--format', 'json'],
  );
  const { milestones } = JSON.parse(stdout) as {
    milestones: {
      step: string;
      done: string | null;
      status: string;
      legal: string;
      basis: string;
    }[];
  };
  const step = (name: string) => milestones.find((each) => each.step === name);
  expect(step('next_estimate')).toMatchObject({ done: '2026-02-27', status: 'done' });
  // "Before the start of a new cycle": the day before it was really published.
  expect(step('grant_request')?.legal).toBe('2026-02-26');
  expect(step('settlement')?.basis).toBe('law');
});
