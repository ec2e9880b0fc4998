// The provincial table on the command line: the calendar in three forms, the invented province, a
// workspace with mistakes, the report by its schema in both editions.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { readDocument } from '../../wasm/files/read.ts';
import { csvOf } from '../../wasm/files/table.ts';
import { call, folder, write } from './program.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const readJson = (path: string): unknown => JSON.parse(readFileSync(root(path), 'utf8'));
const problems = (schema: string, value: unknown): unknown => {
  const ajv = new Ajv2020({ allErrors: true });
  const validate = ajv.compile(readJson(`public/schema/${schema}.json`) as object);
  validate(value);
  return validate.errors ?? [];
};

test('the calendar of 2026 has what happened, what was moved and what follows', () => {
  const { stdout, status } = call('calendar', '--round', '2026', '--today', '2026-11-24');
  expect(status).toBe(0);
  const rows = stdout.split('\n');
  expect(rows[1]).toMatch(/^2026-02-27 {2}2026-01-31 {2}gedaan /u);
  expect(rows[2]).toMatch(/^2026-12-01 {2}2026-10-31 {2}komt nog /u);
  expect(rows[5]).toMatch(/^2027-06-30 {2}2027-06-30 /u);
  const moved = call(
    'calendar',
    ...['--round', '2026', '--today', '2026-12-02', '--format', 'json'],
    ...['--set', 'publication=2027-01-31'],
  );
  const { milestones } = JSON.parse(moved.stdout) as {
    milestones: { step: string; date: string; status: string }[];
  };
  expect(milestones[1]?.status).toBe('late');
  expect(milestones[4]?.date).toBe('2027-07-31');
});

test('the calendar of 2024 keeps its done steps, and the term that the press reported', () => {
  const { stdout } = call('calendar', '--round', '2024', '--today', '2026-11-24');
  const rows = stdout.split('\n');
  for (const row of rows.slice(1, 4)) expect(row).toContain('gedaan');
  expect(rows[3]).toMatch(/^2024-12-20 {2}2024-12-30 /u);
  expect(rows[5]).toMatch(/^2025-06-30 {2}2025-06-20 /u);
});

test('a calendar file has whole-day events, lines of at most 75 bytes and CRLF', () => {
  const { stdout, status } = call(
    ...['calendar', '--round', '2026', '--today', '2026-11-24', '--format', 'ics'],
  );
  expect(status).toBe(0);
  expect(stdout.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true);
  expect(stdout.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(stdout.replaceAll('\r\n', '')).not.toContain('\n');
  for (const line of stdout.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThan(76);
  expect(stdout.match(/^BEGIN:VEVENT\r$/gmu)?.length).toBe(13);
  expect(stdout).toContain('UID:2026-report@spreidingswijzer\r\n');
  expect(stdout).toContain('DTSTART;VALUE=DATE:20261201\r\n');
});

test.each([
  ['2024', 'nl'],
  ['2026', 'nl'],
  ['2026', 'en'],
  ['example', 'en'],
])(
  'the calendar file of %s (%s) is read by a library of others as it was meant',
  (round, language) => {
    const asked = ['calendar', '--round', round, '--today', '2026-11-24', '--language', language];
    const { milestones } = JSON.parse(call(...asked, '--format', 'json').stdout) as {
      milestones: { date: string; done: string | null; note: string; article: string }[];
    };
    const calendar = new ICAL.Component(
      ICAL.parse(call(...asked, '--format', 'ics').stdout) as unknown[],
    );
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('prodid')).toContain('Spreidingswijzer');
    const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
    expect(events.map(({ startDate }) => startDate.toString())).toEqual(
      milestones.map(({ date, done }) => done ?? date),
    );
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(milestones.length);
    for (const [at, event] of events.entries()) {
      // Whole days, that end where they began.
      expect(event.startDate.isDate).toBe(true);
      expect(event.duration.toSeconds()).toBe(24 * 60 * 60);
      const stamp = event.component.getFirstPropertyValue('dtstamp') as ICAL.Time;
      expect(stamp.toString()).toBe('2026-11-24T00:00:00Z');
      expect(event.summary).not.toBe('');
      const { note, article } = milestones[at] ?? { note: '', article: '' };
      expect(event.description).toContain(note);
      expect(event.component.getFirstPropertyValue('url')).toBe(article);
    }
  },
);

test('a day that does not exist is a finding, and a wrong step a wrong call', () => {
  const wrong = call('calendar', '--round', '2026', '--set', 'report=2026-02-30');
  expect(wrong.status).toBe(1);
  expect(wrong.stderr).toContain('2026-02-30');
  expect(wrong.stderr).toContain('Bij “verslag” staat geen datum die bestaat.');
  expect(call('calendar', '--round', '2026', '--set', 'verslag=2026-12-01').status).toBe(2);
  expect(call('calendar').status).toBe(2);
});

test('the invented province: twelve municipalities, forty locations, no findings', () => {
  const { stdout, stderr, status } = call('province', '--workspace', 'example');
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout).toContain('(verzonnen, om mee te oefenen): opgave 2200, waarvan amv 185.');
  expect(stdout).toContain('was voor de makers niet beschikbaar');
  const csv = call('province', '--workspace', 'example', '--format', 'csv');
  const rows = csv.stdout.trim().split('\r\n');
  expect(rows.length).toBe(1 + 2 * 12);
  // 240 + 120 existing, 90 decided; 24 for minors: 474 beside 412, and 422 after the exchange.
  expect(rows[1]).toBe(
    '2027-07-01,GM9921,Ankerveen,412,35,474,360,90,0,24,0,0,0,0,0,62,-11,422,52,',
  );
});

test('the report follows its schema in both editions, and the public one keeps secrets', () => {
  expect(
    problems('provincial-workspace', readJson('public/data/example/province/workspace.json')),
  ).toEqual([]);
  const locations = readFileSync(root('public/data/example/province/locations.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split(','));
  expect(locations.length).toBe(40);
  for (const edition of ['public', 'confidential']) {
    const { stdout, status } = call(
      ...['province', '--workspace', 'example', '--format', 'json'],
      ...['--edition', edition, '--today', '2026-11-24'],
    );
    expect(status).toBe(0);
    const report = JSON.parse(stdout) as { table: { locations: unknown[] }; exchanges: unknown[] };
    expect(problems('provincial-report', report)).toEqual([]);
    const isPublic = edition === 'public';
    expect(report.table.locations.length).toBe(isPublic ? 14 : 40);
    expect(report.exchanges.length).toBe(isPublic ? 2 : 3);
    for (const cells of locations)
      expect(stdout.includes(`"${cells[3] ?? ''}"`)).toBe(!isPublic || cells[10] === 'ja');
    expect(stdout.includes('raad beslist')).toBe(!isPublic);
  }
});

/** A workspace of five municipalities with a location each, as its columns of number and switch say. */
function fiveMunicipalities(
  rows: readonly (readonly [number, string])[],
  more: object = {},
): string {
  write(
    'vijf.csv',
    `gemeente;nummer;locatie;soort;plekken;van;tot en met;zekerheid;openbaar;opmerking\n${rows
      .map(
        ([places, disclosed], at) =>
          `GM000${(at % 5) + 1};${at + 1};Geheimhuis${at};regulier;${places};2025-01-01;;bestaand;${disclosed};fluister${at}`,
      )
      .join('\n')}\n`,
  );
  return write(
    'vijf.json',
    JSON.stringify({
      province: 'Proef',
      round: '2026',
      task: { total: 9000, minors: null, basis: 'own_input', source: 'proef' },
      municipalities: [1, 2, 3, 4, 5].map((at) => ({
        code: `GM000${at}`,
        name: `Plaats ${at}`,
        indicative: 900,
      })),
      locations: ['vijf.csv'],
      dates: ['2027-07-01'],
      calendar: [],
      exchanges: [],
      openPoints: [],
      ...more,
    }),
  );
}

const inPublic = ['--edition', 'public', '--today', '2026-11-24'] as const;
const four = [
  [443, 'nee'],
  [277, 'nee'],
  [191, 'locatie'],
  [159, 'aantal'],
] as const;

/** The texts of all cells of a workbook. */
const cellsOf = (bytes: Uint8Array): string =>
  (readDocument(bytes)?.tables ?? [])
    .map((table) => new TextDecoder().decode(csvOf(table)))
    .join('\n');

test('no format of the public edition has a confidential number, a name or a note', () => {
  const asked = ['province', '--workspace', fiveMunicipalities(four), ...inPublic];
  const json = call(...asked, '--format', 'json');
  expect(problems('provincial-report', JSON.parse(json.stdout))).toEqual([]);
  call(...asked, '--format', 'xlsx', '--out', 'openbaar.xlsx');
  const texts = [
    json.stdout,
    call(...asked).stdout,
    call(...asked, '--format', 'csv').stdout,
    cellsOf(readFileSync(join(folder, 'openbaar.xlsx'))),
  ];
  for (const text of texts) {
    // 443 + 277 + 191, and 159 beside them.
    for (const shown of ['911', '1070', '159']) expect(text).toContain(shown);
    for (const secret of ['443', '277', '191', 'Geheimhuis0', 'Geheimhuis3', 'fluister0'])
      expect(text).not.toContain(secret);
  }
  // Neither of the file nor of the workspace: a few unknown digits can be guessed from them.
  for (const file of ['vijf.csv', 'vijf.json'])
    expect(json.stdout).not.toContain(
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    );
  expect(json.stdout).not.toMatch(/countsUntil|"row"/u);
  expect(texts[3]).toContain('niet na te rekenen');
  expect(texts[2]).toContain(',vertrouwelijk,');
});

test('an edition that is remembered keeps the next from telling a change', () => {
  const open = (path: string, ...more: string[]): { stdout: string; stderr: string } =>
    call('province', '--workspace', path, ...inPublic, '--format', 'json', ...more);
  const totalOf = ({ stdout }: { stdout: string }): number | null =>
    (JSON.parse(stdout) as { table: { offers: { province: { total: number | null } }[] } }).table
      .offers[0]?.province.total ?? null;
  expect(totalOf(open(fiveMunicipalities(four), '--remember', 'onthouden.json'))).toBe(1070);
  const remembered = JSON.parse(readFileSync(join(folder, 'onthouden.json'), 'utf8')) as {
    workspace: { publication: object };
  };
  expect(problems('provincial-workspace', remembered)).toEqual([]);
  const { publication } = remembered.workspace;
  const changed = [[440, 'nee'] as const, ...four.slice(1)];
  expect(totalOf(open(fiveMunicipalities(changed)))).toBe(1067);
  expect(totalOf(open(fiveMunicipalities(changed, { publication })))).toBeNull();
  expect(totalOf(open(fiveMunicipalities(four, { publication })))).toBe(1070);
});

test('who prints confidential sums anyway gives a reason, and is warned whose numbers they tell', () => {
  const path = fiveMunicipalities([
    [433, 'nee'],
    [277, 'nee'],
  ]);
  const asked = ['province', '--workspace', path, ...inPublic];
  expect(call(...asked).stdout).toContain('0 + vertrouwelijk');
  const anyway = call(...asked, '--print-anyway', 'besluit van 3 mei');
  expect(anyway.stdout).toContain('710');
  expect(anyway.stderr).toContain('“Plaats 1” te berekenen');
  expect(anyway.stderr).toContain('“Plaats 2” te berekenen');
  expect(call(...asked, '--print-anyway', ' ').status).toBe(2);
  expect(call('province', '--workspace', path, '--print-anyway', 'reden').status).toBe(2);
});

test('mistakes in a workspace and its files are findings at their place; the rest is computed', () => {
  write(
    'plekken.csv',
    'gemeente,locatie,soort,plekken,van,tot en met,zekerheid\nHier,A,regulier,120,2027-01-01,,bestaand\nHier,B,regulier,-3,2027-01-01,,bestaand\nDaar,C,regulier,10,2027-02-30,,bestaand\n',
  );
  write(
    'tafel.json',
    JSON.stringify({
      province: 'Proef',
      round: '2026',
      task: { total: 200, minors: null, basis: 'own_input', source: 'proef' },
      municipalities: [
        { code: 'GM0001', name: 'Hier', indicative: 120 },
        { code: 'GM0002', name: 'Daar', indicative: 80 },
      ],
      locations: ['plekken.csv'],
      dates: ['2027-07-01'],
      calendar: [],
      exchanges: [
        {
          id: '1',
          date: '2026-11-24',
          status: 'agreed',
          ratio: '',
          note: '',
          public: false,
          transfers: [{ ledger: 'asylum_regular', from: 'GM0002', to: 'GM0001', number: 81 }],
        },
      ],
      openPoints: [],
    }),
  );
  const { stdout, stderr, status } = call('province', '--workspace', 'tafel.json');
  expect(status).toBe(1);
  expect(stderr).toContain('plekken.csv:3:4: fout:');
  expect(stderr).toContain('plekken.csv:4:5: fout:');
  expect(stderr).toContain('“Daar” draagt 1 meer over dan er is (opvangplaatsen, regulier)');
  expect(stdout).toMatch(/Hier +120 +120 +120 +0 +0 +0 /u);
});

test('a reading of what the law leaves open goes along with its own note, but not into the public edition', () => {
  const example = readJson('public/data/example/province/workspace.json') as {
    workspace: Record<string, unknown>;
  };
  const file = {
    ...example,
    files: {
      'locations.csv': readFileSync(root('public/data/example/province/locations.csv')).toString(
        'base64',
      ),
    },
    workspace: {
      ...example.workspace,
      settingNotes: { 'deduction.fiveYears': 'zo las COA het in 2024; bel 06-12345678' },
    },
  };
  expect(problems('provincial-workspace', file)).toEqual([]);
  write('noot.json', JSON.stringify(file));
  const asked = ['province', '--workspace', 'noot.json', '--format', 'json'];
  const whole = call(...asked);
  expect(whole.stdout).toContain('zo las COA het in 2024');
  // A note is free text: what looks like data of a person is warned about.
  expect(whole.stderr).toContain('lezing deduction.fiveYears');
  expect(problems('provincial-report', JSON.parse(whole.stdout))).toEqual([]);
  expect(call(...asked, '--edition', 'public').stdout).not.toContain('zo las COA');
  const plain = call('province', '--workspace', 'example', '--format', 'json');
  const receiptOf = ({ stdout }: { stdout: string }): string =>
    (JSON.parse(stdout) as { table: { receipt: string } }).table.receipt;
  // A note changes no figure.
  expect(receiptOf(whole)).toBe(receiptOf(plain));
});

test('closed sets are proposed, with what stays open', () => {
  write(
    'wensen.csv',
    'gemeente;asylum_regular;status_holders\nHier;-60;25\nDaar;60;-25\nGinds;5;\n',
  );
  const { stdout, status } = call('exchange', '--wishes', 'wensen.csv');
  expect(status).toBe(0);
  expect(stdout).toContain('asylum_regular  Hier  Daar      60');
  expect(stdout).toContain('Niet vervuld: Ginds.');
  expect(stdout).toContain('Een officiële ruilverhouding bestaat niet.');
});

test('housing targets of the whole country add to a little more than the national number', () => {
  const { stdout, stderr, status } = call(
    ...['targets', '--half-year', '2027-1', '--national', '2026-09-28=13000'],
    ...['--today', '2026-11-24', '--format', 'csv'],
  );
  expect(status).toBe(0);
  expect(stderr).toContain('Inwoners van 2026-01-01');
  const rows = stdout.trim().split('\r\n').slice(1);
  expect(rows.length).toBe(342);
  const sum = rows.reduce((all, row) => all + Number(row.split(',').at(-1)), 0);
  expect(sum).toBeGreaterThan(13_000);
  expect(sum).toBeLessThan(13_000 + 342);
  expect(
    call(
      'targets',
      '--half-year',
      '2027-1',
      '--national',
      '2027-01-01=13000',
      '--today',
      '2026-11-24',
    ).status,
  ).toBe(1);
});

test('the outcome carries its own fingerprint, which anyone can compute again', () => {
  const { stdout } = call('province', '--workspace', 'example', '--format', 'json');
  const { table } = JSON.parse(stdout) as { table: { receipt: string } };
  const { receipt, ...rest } = table;
  expect(createHash('sha256').update(JSON.stringify(rest)).digest('hex')).toBe(receipt);
});

test('a remainder is spread as a simulation, with the difference of the sum', () => {
  write('aandelen.csv', 'gemeente;indicatief;doet_mee\nHier;100;ja\nDaar;50;ja\nGinds;80;nee\n');
  const { stdout, stderr, status } = call(
    ...['remainder', '--places', '10', '--shares', 'aandelen.csv', '--format', 'csv'],
  );
  expect(status).toBe(0);
  expect(stderr).toContain('Simulatie');
  // 10 × 100/150 = 6.67 and 10 × 50/150 = 3.33: 7 and 3.
  expect(stdout).toContain('Hier,ja,20/3,6.666666667,7');
  expect(stdout).toContain('Ginds,nee,,,');
});
