// `npm run data` against a server on this machine that answers in CBS's form, and not always well.
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readCatalogue } from '../../scripts/catalogue.mjs';
import { refresh } from '../../scripts/data.mjs';
import { bundledFiles, findRound, roundParameters } from '../../wasm/rounds/catalogue.ts';
import { load } from '../../wasm/index.ts';
import { csvParse } from '../csv.ts';

const folder = mkdtempSync(join(tmpdir(), 'spreiding-data-'));
let directory = '';
let cache = '';
let lines: string[] = [];
let server: Server;
let asked: string[] = [];
/** What goes wrong, by path: taken once each. */
let trouble: Map<string, (() => { status: number; body: string; retryAfter?: string })[]>;

const two = 'GM0001,Oost,Groningen';
const changesHead = 'datum,gemeentecode,gemeente,naar_gemeentecode,naar_gemeente,inwoners\n';

// A country of 302 municipalities, of which one took in another in 2022.
const municipalities = Array.from({ length: 302 }, (_, at) => ({
  code: `GM${String(at + 1).padStart(4, '0')}`,
  name: at === 0 ? 'Oost' : `Plaats ${at + 1}`,
  inhabitants: 1000 + at,
}));
const total = municipalities.reduce((sum, one) => sum + one.inhabitants, 0);
const populationCsv = (extra = '') =>
  `gemeentecode,gemeente,provincie,inwoners\n${municipalities
    .map((one) => `${one.code},${one.name},Groningen,${one.inhabitants}`)
    .join('\n')}\n${extra}`;

const observation = (region: string, value: number | null) => ({
  Measure: 'M000352',
  Value: value,
  RegioS: region,
  Perioden: '2026JJ00',
});
let observations = [
  observation('NL01', total),
  observation('PV20', total),
  ...municipalities.map((one) => observation(one.code, one.inhabitants)),
  observation('GM0900', null),
];
let scoreName = 'GemiddeldeScore_29';
const scoreRow = (code: string, score: number | null) => ({
  WijkenEnBuurten: code.padEnd(10),
  Perioden: '2021JJ00',
  [scoreName]: score,
});

/** The municipalities that the table has scores of. */
let scored: readonly string[] = [];

/** The same kind of table in the form of the newer service, with other scores beside the total. */
let newScoreColumn = 'Value';
function newScores(what: string, skip: number): unknown {
  const scored = [...municipalities.map(({ code }) => code), 'GM0900'].map((code, at) => ({
    Measure: 'M9',
    WijkenEnBuurten: code,
    Perioden: '2021JJ00',
    [newScoreColumn]: at === 0 ? -0.073 : 0.1,
  }));
  const lists: Record<string, unknown> = {
    Properties: { Title: 'SES-WOA', Version: '1', Modified: '2025-02-01T00:00:00+01:00' },
    MeasureCodes: {
      value: [
        { Identifier: 'M7', Title: 'Gemiddelde score', MeasureGroupId: 'G2' },
        { Identifier: 'M9', Title: 'Gemiddelde score', MeasureGroupId: 'G1' },
      ],
    },
    MeasureGroups: {
      value: [
        { Id: 'G1', ParentId: null, Title: 'Totaalscore' },
        { Id: 'G2', ParentId: null, Title: 'Financiële welvaart' },
      ],
    },
    WijkenEnBuurtenCodes: { value: [{ Identifier: 'GM0001', Title: 'Oost' }] },
    PeriodenCodes: { value: [{ Identifier: '2021JJ00', Title: '2021', Status: 'Definitief' }] },
    Observations: {
      value: scored.slice(skip, skip + 100),
      ...(skip + 100 < scored.length
        ? { '@odata.nextLink': `Observations?$skip=${skip + 100}` }
        : {}),
    },
  };
  return lists[what];
}

function answer(path: string, skip: number): unknown {
  if (path === '/v4/03759ned/Properties')
    return { Title: 'Bevolking', Version: '202606230000', Modified: '2026-06-23T00:00:00+02:00' };
  if (path === '/v4/03759ned/RegioSCodes')
    return { value: municipalities.map(({ code, name }) => ({ Identifier: code, Title: name })) };
  if (path === '/v4/03759ned/PeriodenCodes')
    return { value: [{ Identifier: '2026JJ00', Title: '2026', Status: 'Definitief' }] };
  if (path === '/v4/03759ned/Observations') {
    const page = observations.slice(skip, skip + 100);
    return {
      value: page,
      ...(skip + 100 < observations.length
        ? { '@odata.nextLink': `Observations?$skip=${skip + 100}` }
        : {}),
    };
  }
  if (path.startsWith('/v4/86092NED/')) return newScores(path.slice('/v4/86092NED/'.length), skip);
  if (path === '/v3/85539NED/TableInfos')
    return { value: [{ Title: 'SES-WOA', Modified: '2024-03-01T02:00:00' }] };
  if (path === '/v3/85539NED/WijkenEnBuurten')
    return { value: [{ Key: 'GM0001    ', Title: 'Oost' }] };
  if (path === '/v3/85539NED/Perioden')
    return { value: [{ Key: '2021JJ00', Title: '2021*', Status: 'Voorlopig' }] };
  if (path === '/v3/85539NED/TypedDataSet')
    return { value: scored.map((code, at) => scoreRow(code, at === 0 ? -0.073 : 0.1)) };
  return undefined;
}

beforeEach(async () => {
  directory = mkdtempSync(join(folder, 'data-'));
  cache = join(directory, 'cache');
  lines = [];
  asked = [];
  trouble = new Map();
  scoreName = 'GemiddeldeScore_29';
  newScoreColumn = 'Value';
  scored = [...municipalities.map(({ code }) => code), 'GM0900'];
  for (const name of ['population', 'scores', 'changes']) mkdirSync(join(directory, name));
  writeFileSync(join(directory, 'population', '2023.csv'), populationCsv());
  writeFileSync(
    join(directory, 'population', '2022.csv'),
    populationCsv('GM0900,Klein,Groningen,500\n'),
  );
  writeFileSync(
    join(directory, 'changes', 'municipalities.csv'),
    `${changesHead}2022-03-24,GM0900,Klein,GM0001,Oost,500\n`,
  );
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    asked.push(decodeURIComponent(url.pathname + url.search));
    const fault = trouble.get(url.pathname)?.shift();
    if (fault !== undefined) {
      const { status, body, retryAfter } = fault();
      response.writeHead(status, retryAfter === undefined ? {} : { 'retry-after': retryAfter });
      response.end(body);
      return;
    }
    const found = answer(url.pathname, Number(url.searchParams.get('$skip') ?? 0));
    response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(found ?? {}));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});

afterEach(async () => {
  await new Promise((done) => server.close(done));
  rmSync(directory, { recursive: true });
});

const run = (tables: string[]) => {
  const { port } = server.address() as AddressInfo;
  const base = `http://127.0.0.1:${port}`;
  return refresh({
    tables,
    v4: `${base}/v4`,
    v3: `${base}/v3`,
    directory,
    cache,
    pause: 1,
    day: '2026-11-24',
    log: (line: string) => lines.push(line),
  });
};
const vintage = (id: string) => ({
  csv: readFileSync(join(directory, `${id}.csv`), 'utf8'),
  about: JSON.parse(readFileSync(join(directory, `${id}.json`), 'utf8')) as Record<string, unknown>,
});

test('inhabitants come page after page, and agree with the country and the provinces', async () => {
  expect(await run(['03759ned'])).toBe(true);
  expect(asked.filter((path) => path.includes('Observations')).length).toBe(4);
  const { csv, about } = vintage('population/2026');
  expect(csv.split('\n')[1]).toBe(`${two},1000`);
  expect(csv.trimEnd().split('\n').length).toBe(303);
  expect(about).toMatchObject({
    status: 'official',
    year: 2026,
    table: '03759ned',
    version: '202606230000',
    modified: '2026-06-23',
    retrieved: '2026-11-24',
    figures: 'definitive',
    municipalities: 302,
    sha256: createHash('sha256').update(csv).digest('hex'),
  });
});

test('refusals and truncated answers are tried again', async () => {
  trouble.set('/v4/03759ned/Observations', [
    () => ({ status: 429, body: '', retryAfter: '0' }),
    () => ({ status: 500, body: 'oeps' }),
    () => ({ status: 200, body: '{"value": [{"Measure": "M0' }),
  ]);
  expect(await run(['03759ned'])).toBe(true);
  expect(lines.join('\n')).toMatch(/antwoord 429[^]*antwoord 500[^]*afgebroken/);
  expect(existsSync(join(directory, 'population/2026.csv'))).toBe(true);
});

test('a run that broke off goes on with the pages that came in', async () => {
  trouble.set('/v4/03759ned/Observations', [
    () => ({ status: 200, body: JSON.stringify(answer('/v4/03759ned/Observations', 0)) }),
    ...Array.from({ length: 6 }, () => () => ({ status: 503, body: '' })),
  ]);
  expect(await run(['03759ned'])).toBe(false);
  expect(existsSync(join(directory, 'population/2026.csv'))).toBe(false);
  const before = asked.length;
  expect(await run(['03759ned'])).toBe(true);
  const pages = asked.slice(before).filter((path) => path.includes('Observations'));
  expect(pages.length).toBe(3);
  expect(pages[0]).toContain('$skip=100');
});

test('a sum that is not that of the country is written nowhere', async () => {
  const good = observations;
  observations = observations.map((row) => (row.RegioS === 'GM0002' ? { ...row, Value: 1 } : row));
  expect(await run(['03759ned'])).toBe(false);
  observations = good;
  expect(lines.join('\n')).toContain('maar Nederland');
  expect(existsSync(join(directory, 'population/2026.csv'))).toBe(false);
});

test('scores of the older service are combined to the municipalities of the round, and marked', async () => {
  expect(await run(['85539NED'])).toBe(true);
  const { csv, about } = vintage('scores/2021-85539NED');
  // (-73 × 1000 + 100 × 500) ÷ 1500 = -15.33
  expect(csv.split('\n')[1]).toBe('GM0001,Oost,-0.015');
  expect(csv.split('\n')[2]).toBe('GM0002,Plaats 2,0.100');
  expect(csv).not.toContain('GM0900');
  expect(about).toMatchObject({
    kind: 'scores',
    year: 2021,
    table: '85539NED',
    figures: 'provisional',
    combined: [{ code: 'GM0001', from: ['GM0001', 'GM0900'] }],
  });
});

test('a column under another name is said, with those that are there', async () => {
  scoreName = 'GemiddeldeScore_30';
  expect(await run(['85539NED'])).toBe(false);
  expect(lines.join('\n')).toMatch(
    /“GemiddeldeScore_29” is er niet; er zijn: .*GemiddeldeScore_30/,
  );
});

test('a good file is never replaced by a worse one', async () => {
  expect(await run(['85539NED'])).toBe(true);
  const path = join(directory, 'scores/2021-85539NED.json');
  const about = vintage('scores/2021-85539NED').about;
  writeFileSync(path, JSON.stringify({ ...about, figures: 'definitive', sha256: 'other' }));
  cpSync(path, `${path}.before`);
  expect(await run(['85539NED'])).toBe(true);
  expect(lines.at(-1)).toContain('niet vervangen');
  expect(readFileSync(path, 'utf8')).toBe(readFileSync(`${path}.before`, 'utf8'));
});

test('the same figures again are no new file, and an unknown table is no table', async () => {
  await run(['03759ned']);
  expect(await run(['03759ned'])).toBe(true);
  expect(lines.at(-1)).toContain('ongewijzigd');
  expect(await run(['99999NED'])).toBe(false);
});

test('scores of the newer service: the total score, page after page, through refusals', async () => {
  trouble.set('/v4/86092NED/Observations', [
    () => ({ status: 429, body: '', retryAfter: '0' }),
    () => ({ status: 500, body: 'oeps' }),
    () => ({ status: 200, body: '{"value": [{"Measure": "M9' }),
  ]);
  expect(await run(['86092NED'])).toBe(true);
  expect(lines.join('\n')).toMatch(/antwoord 429[^]*antwoord 500[^]*afgebroken/);
  const pages = asked.filter((path) => path.includes('Observations'));
  expect(pages.length).toBe(4 + 3);
  expect(pages[0]).toContain("Measure eq 'M9'");
  const { csv, about } = vintage('scores/2021-86092NED');
  expect(csv.split('\n')[1]).toBe('GM0001,Oost,-0.015');
  expect(about).toMatchObject({
    table: '86092NED',
    figures: 'definitive',
    combined: [{ code: 'GM0001', from: ['GM0001', 'GM0900'] }],
    sha256: createHash('sha256').update(csv).digest('hex'),
  });
});

test('scores of the newer service: a run that broke off goes on, a changed column is said', async () => {
  trouble.set('/v4/86092NED/Observations', [
    () => ({ status: 200, body: JSON.stringify(newScores('Observations', 0)) }),
    ...Array.from({ length: 6 }, () => () => ({ status: 503, body: '' })),
  ]);
  expect(await run(['86092NED'])).toBe(false);
  expect(existsSync(join(directory, 'scores/2021-86092NED.csv'))).toBe(false);
  const before = asked.length;
  expect(await run(['86092NED'])).toBe(true);
  const pages = asked.slice(before).filter((path) => path.includes('Observations'));
  expect(pages[0]).toContain('$skip=100');
  const good = vintage('scores/2021-86092NED').csv;

  rmSync(cache, { recursive: true });
  newScoreColumn = 'Waarde';
  expect(await run(['86092NED'])).toBe(false);
  expect(lines.join('\n')).toMatch(/“Value” is er niet; er zijn: .*Waarde/);
  expect(vintage('scores/2021-86092NED').csv).toBe(good);
});

test('with the scores of CBS a round is an estimate no longer', async () => {
  const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
  cpSync(path('public/data'), directory, { recursive: true });
  // Of the round the newest population may have other municipalities than its own.
  scored = csvParse(readFileSync(join(directory, 'population/2023.csv'), 'utf8')).map(
    ({ gemeentecode = '' }) => gemeentecode,
  );
  const allocated = async () => {
    const catalogue = readCatalogue(directory);
    const round = findRound(catalogue, '2024');
    if (round === undefined) throw new Error('no round 2024');
    const core = await load(readFileSync(path('dist/spreidingswijzer.wasm')));
    for (const { name, bytes } of bundledFiles(catalogue)) core.put(name, bytes);
    const answer = core.allocate(roundParameters(catalogue, round));
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.result;
  };
  const before = await allocated();
  expect(before.basis).toBe('estimate');
  expect(before.municipalities[0]?.total.places).toBeNull();
  expect(await run(['85539NED'])).toBe(true);
  const after = await allocated();
  expect(after.basis).toBe('official');
  expect(after.scores.file).toBe('scores/2021-85539NED.csv');
  expect(after.municipalities[0]?.score).toBe('-0.073');
  expect(after.totals.places).toBeGreaterThan(95_000);
});

test('a divided municipality and one that is nowhere stop a table, by name', async () => {
  writeFileSync(
    join(directory, 'changes', 'municipalities.csv'),
    `${changesHead}2022-03-24,GM0900,Klein,GM0001,Oost,300\n2022-03-24,GM0900,Klein,GM0002,Plaats 2,200\n`,
  );
  expect(await run(['85539NED'])).toBe(false);
  expect(lines.join('\n')).toMatch(/GM0900 is verdeeld/);
  writeFileSync(join(directory, 'changes', 'municipalities.csv'), changesHead);
  expect(await run(['85539NED'])).toBe(false);
  expect(lines.at(-1)).toContain('GM0900: hoort niet bij de ronde');
  expect(existsSync(join(directory, 'scores/2021-85539NED.csv'))).toBe(false);
});
