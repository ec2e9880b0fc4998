// What municipalities send in: recognised, laid beside what is there, taken over or rejected cell by
// cell; own layouts said once; workspaces of two colleagues.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { call, folder, write } from './program.ts';
import { readDocument } from '../../wasm/files/read.ts';
import { csvOf } from '../../wasm/files/table.ts';
import { load } from '../../wasm/index.ts';
import {
  accept,
  assignSender,
  differencesOf,
  reject,
  senderList,
  takeIn,
  useMapping,
} from '../../wasm/province/intake.ts';
import { likelyHeader, proposedColumns } from '../../wasm/province/layout.ts';
import {
  areOfOneTable,
  besideTheirs,
  filesBeside,
  withTheirs,
  workspaceDifferences,
} from '../../wasm/province/merge.ts';
import { type LayoutMapping, nothingReceived } from '../../wasm/province/records.ts';
import { fileStems } from '../../wasm/province/reply.ts';
import { type ReceivedFile, readTable, receivedFile } from '../../wasm/province/table-reading.ts';
import { templateCsv, templateWorkbook } from '../../wasm/province/template.ts';
import { provincialWords } from '../../wasm/words/provincial-words.ts';
import { openWorkspace, workspaceText } from '../../wasm/province/workspace-file.ts';
import {
  type ProvincialWorkspace,
  type WorkspaceExchange,
  innerTables,
  isComplete,
  tableParameters,
} from '../../wasm/province/workspace.ts';

const core = await load(
  readFileSync(fileURLToPath(new URL('../../dist/spreidingswijzer.wasm', import.meta.url))),
);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const validate = new Ajv2020({ allErrors: true }).compile(
  JSON.parse(
    readFileSync(new URL('../../public/schema/provincial-workspace.json', import.meta.url), 'utf8'),
  ) as object,
);
const problems = (value: unknown): unknown => {
  validate(value);
  return validate.errors ?? [];
};

const day = '2026-11-24';

const empty: ProvincialWorkspace = {
  province: 'Proefland',
  round: '2026',
  task: { total: 300, minors: null, basis: 'own_input', source: 'proef' },
  municipalities: [
    { code: 'GM0001', name: 'Hier', indicative: 120 },
    { code: 'GM0002', name: 'Daar', indicative: 80 },
    { code: 'GM0003', name: 'Daarginds', indicative: 100 },
  ],
  locations: [],
  dates: ['2027-07-01'],
  calendar: [],
  exchanges: [],
  openPoints: [],
};

const headings = 'gemeente,nummer,locatie,soort,plekken,van,tot en met,zekerheid,opmerking';
const csv = (...rows: string[]): string => `${[headings, ...rows].join('\n')}\n`;
const received = (name: string, text: string): ReceivedFile =>
  receivedFile(core, name, bytes(text), null);
const take = (workspace: ProvincialWorkspace, name: string, text: string) =>
  takeIn(core, workspace, received(name, text), day);

/** All that counts now, as the core reads it. */
function table(workspace: ProvincialWorkspace) {
  for (const { name, text } of innerTables(workspace)) core.put(name, bytes(text()));
  if (!isComplete(workspace)) throw new Error('a share is lacking');
  const answer = core.run('provincial_table', tableParameters(workspace, 'confidential'));
  if (!answer.ok) throw new Error(answer.error.code);
  return answer;
}
const total = (workspace: ProvincialWorkspace): number =>
  table(workspace).result.offers[0]?.province.offered.total ?? 0;

const first = csv(
  'Hier,1,Havenkade,regulier,100,2027-01-01,,bestaand,',
  'Hier,2,Hal,amv,16,2027-01-01,2028-12-31,besloten,',
);
const second = csv(
  'Hier,1,Havenkade,regulier,140,1-1-2027,,bestaand,',
  'Hier,3,Nieuw,regulier,30,2027-06-01,,voornemen,',
);

test('a file is recognised by its rows, by its name, or waits for who it is from', () => {
  const byRows = take(empty, 'lijst.csv', first);
  expect([byRows.what, byRows.sheet?.sender]).toEqual(['received', 'GM0001']);
  const noRows = csv(',1,X,regulier,10,2027-01-01,,bestaand,');
  const byName = take(empty, 'opgave Daarginds nov.csv', noRows);
  expect([byName.what, byName.sheet?.sender]).toEqual(['received', 'GM0003']);
  const nobody = take(empty, 'lijst.csv', noRows);
  expect([nobody.what, nobody.workspace.senders?.waiting[0]?.reason]).toEqual([
    'waiting',
    'sender',
  ]);
  const waiting = nobody.workspace.senders?.waiting[0];
  if (waiting === undefined) throw new Error('nothing waits');
  const assigned = assignSender(core, nobody.workspace, waiting, 'GM0002');
  expect(assigned.workspace.senders?.waiting).toEqual([]);
  expect(assigned.workspace.senders?.sheets[0]?.sender).toBe('GM0002');
  const several = take(
    empty,
    'provincie.csv',
    csv('Hier,1,A,regulier,5,2027-01-01,,bestaand,', 'Daar,2,B,regulier,6,2027-01-01,,bestaand,'),
  );
  expect([several.what, several.sheet?.sender]).toEqual(['received', null]);
});

test('who sent nothing is said; rows in the list of another count as there', () => {
  const { workspace } = take(
    take(empty, 'hier.csv', first).workspace,
    'lijst.csv',
    csv('Daar,8,B,regulier,6,2027-01-01,,bestaand,', 'Hier,9,C,regulier,5,2027-01-01,,bestaand,'),
  );
  const list = senderList(workspace, table(workspace).result.locations);
  expect(list.map(({ name, isMissing }) => [name, isMissing])).toEqual([
    ['Hier', false],
    ['Daar', false],
    ['Daarginds', true],
  ]);
  expect(list[1]?.elsewhere).toEqual(['lijst.csv']);
});

test('a newer version waits with old and new per cell; one rejection leaves all as it was', () => {
  const one = take(empty, 'hier.csv', first).workspace;
  const two = take(one, 'hier.csv', second);
  expect(two.what).toBe('waiting');
  expect(total(two.workspace)).toBe(116);
  const [waiting] = two.workspace.senders?.waiting ?? [];
  if (waiting === undefined) throw new Error('nothing waits');
  expect([waiting.version, waiting.reason]).toEqual([2, 'newer']);
  const compared = differencesOf(core, two.workspace, waiting);
  // Another spelling of the same day is no difference.
  expect(
    compared.differences.map(({ kind, location, field, before, after }) =>
      [kind, location, field ?? '', before, after].join('|'),
    ),
  ).toEqual([
    'changed|1 Havenkade|places|100|140',
    'added|3 Nieuw|||regulier, 30, 2027-06-01, voornemen',
    'gone|2 Hal||amv, 16, 2027-01-01, 2028-12-31, besloten|',
  ]);
  const left = reject(two.workspace, waiting, day);
  expect(left.senders?.sheets).toEqual(one.senders?.sheets);
  expect(left.senders?.waiting).toEqual([]);
  expect(left.senders?.log.map(({ what }) => what)).toEqual(['received', 'waiting', 'rejected']);
  const taken = accept(core, two.workspace, waiting, new Set(), day);
  expect(total(taken)).toBe(170);
  expect(taken.senders?.sheets[0]?.version).toBe(2);
});

test('per cell the old may stay: a number, a new location left out, one that is gone kept', () => {
  const two = take(take(empty, 'hier.csv', first).workspace, 'hier.csv', second).workspace;
  const [waiting] = two.senders?.waiting ?? [];
  if (waiting === undefined) throw new Error('nothing waits');
  const differences = differencesOf(core, two, waiting).differences;
  const kept = (kind: string): ReadonlySet<string> =>
    new Set(differences.filter((each) => each.kind === kind).map(({ key }) => key));
  expect(total(accept(core, two, waiting, kept('changed'), day))).toBe(130);
  expect(total(accept(core, two, waiting, kept('added'), day))).toBe(140);
  const withOld = accept(core, two, waiting, kept('gone'), day);
  expect(total(withOld)).toBe(186);
  expect(table(withOld).findings).toEqual([]);
  expect(withOld.senders?.log.at(-1)).toMatchObject({ what: 'accepted_partly', cells: 2 });
});

test('the same file again, or the same content in another file, changes nothing and is logged', () => {
  const one = take(empty, 'hier.csv', first).workspace;
  for (const again of [take(one, 'hier.csv', first), take(one, 'anders.csv', first)]) {
    expect(again.what).toBe('same');
    expect(again.workspace.senders?.sheets).toEqual(one.senders?.sheets);
    expect(again.workspace.senders?.log.length).toBe(2);
  }
});

test('a file is known by its fingerprint: under another name it counts once', () => {
  const together = csv(
    'Hier,1,A,regulier,5,2027-01-01,,bestaand,',
    'Daar,2,B,regulier,6,2027-01-01,,bestaand,',
  );
  const one = take(empty, 'Café.csv', together).workspace;
  for (const name of ['café.csv', 'CAFE\u0301.csv', 'Café.csv', 'iets anders.csv']) {
    const again = take(one, name, together);
    expect([name, again.what]).toEqual([name, 'same']);
    expect(again.workspace.senders?.sheets).toEqual(one.senders?.sheets);
  }
  // Other content under a name that only differs in its spelling is a newer version of it.
  const newer = take(one, 'CAFE\u0301.csv', together.replace('A,regulier,5', 'A,regulier,7'));
  expect(newer.what).toBe('waiting');
  expect(newer.workspace.senders?.waiting[0]?.version).toBe(2);
  expect(total(newer.workspace)).toBe(11);
  // Nor is the same content of two municipalities, because two names say so.
  const nobody = csv(',1,X,regulier,10,2027-01-01,,bestaand,');
  const named = take(empty, 'opgave Daar.csv', nobody).workspace;
  const other = take(named, 'opgave Daarginds.csv', nobody);
  expect([other.what, other.workspace.senders?.waiting[0]?.reason]).toEqual(['waiting', 'sender']);
  expect(take(named, 'lijst.csv', nobody).what).toBe('same');
  // A file of a colleague that is mine under another name is mine.
  const joined = filesBeside(
    { 'Hal.csv': 'YQ==' },
    { 'hal.csv': 'YQ==', 'b.csv': 'Yg==' },
    {
      ...empty,
      locations: ['hal.csv', 'b.csv'],
    },
    one,
  );
  expect(joined.workspace.locations).toEqual(['Hal.csv', 'b.csv']);
  expect(joined.files).toEqual({ 'Hal.csv': 'YQ==', 'b.csv': 'Yg==' });
});

test('each municipality has files of its own, whatever it is called', () => {
  const stems = fileStems(
    ['A b', 'A-b', '中国', '\u001b', 'x'.repeat(300), '../b'].map((name, at) => ({
      ...{ code: `GM000${at}`, name, indicative: null },
    })),
  );
  expect([...stems.values()]).toEqual([
    ...['a-b-gm0000', 'a-b-gm0001', '中国', 'gm0003', 'x'.repeat(80), 'b'],
  ]);
});

test('no two tables of a workspace have one name: one would stand in for the other', () => {
  const one = take(empty, 'hier.csv', first).workspace;
  const opened = (workspace: ProvincialWorkspace) =>
    openWorkspace(workspaceText({ workspace, files: {} }));
  expect(opened(one).ok).toBe(true);
  for (const locations of [['hier.csv'], ['a.csv', 'a.csv'], ['getypte-locaties']])
    expect(opened({ ...one, locations })).toEqual({
      ...{ ok: false, reason: 'name' },
      name: locations.at(-1),
    });
  const [sheet] = one.senders?.sheets ?? [];
  if (sheet === undefined || one.senders === undefined) throw new Error('nothing came');
  const twice = { ...one, senders: { ...one.senders, sheets: [sheet, { ...sheet, version: 2 }] } };
  expect(opened(twice).ok).toBe(false);
  // Nor after joining those of a colleague: his file has the name of what was sent to me, and the other way.
  const theirs = { ...empty, locations: ['hier.csv'] };
  const beside = filesBeside({}, { 'hier.csv': 'YQ==' }, theirs, one);
  expect(beside.workspace.locations).toEqual(['2-hier.csv']);
  const joined = besideTheirs(core, theirs, one, { name: 'w.json', sha256: '' }, day);
  expect(joined.senders?.sheets.map(({ name }) => name)).toEqual(['2-hier.csv']);
});

test('a location that two senders claim is a finding at its place in the second', () => {
  const one = take(empty, 'hier.csv', first).workspace;
  const { workspace } = take(
    one,
    'Daar.csv',
    csv('Daar,1,Havenkade,regulier,100,2027-01-01,,bestaand,'),
  );
  const { findings } = table(workspace);
  expect(findings.map(({ code, file, row, column }) => [code, file, row, column])).toEqual([
    ['location_claimed_twice', 'Daar.csv', 2, 3],
  ]);
  expect(total(workspace)).toBe(116);
});

test('columns that the tool does not ask for are not kept: they may hold names of people', () => {
  const { workspace } = take(
    empty,
    'hier.csv',
    'gemeente,contactpersoon,locatie,soort,plekken,van,tot en met,zekerheid\nHier,J. de Wit,A,regulier,10,2027-01-01,,bestaand\n',
  );
  expect(JSON.stringify(workspace)).not.toContain('de Wit');
  expect(workspace.senders?.sheets[0]?.rows[1]?.[2]).toBe('A');
});

const own =
  'Opgave opvang gemeente Daar\n\nPand;Capaciteit;Startdatum;Einddatum;Fase;Beheerder\nOude school;60;1-2-2027;;lopend;P. Pen\nKade;24;1-9-2027;31-8-2037;raad akkoord;P. Pen\n';
const ownMapping: LayoutMapping = {
  sender: 'GM0002',
  headings: ['Pand', 'Capaciteit', 'Startdatum', 'Einddatum', 'Fase', 'Beheerder'],
  columns: { location: 0, places: 1, from: 2, until: 3, certainty: 4 },
  fixed: { kind: 'regulier' },
  words: { lopend: 'bestaand', 'raad akkoord': 'besloten' },
};

test('an own layout is said once, with its words, and read by itself the next time', () => {
  const unknown = take(empty, 'daar.csv', own);
  const [waiting] = unknown.workspace.senders?.waiting ?? [];
  if (waiting === undefined) throw new Error('nothing waits');
  expect([unknown.what, waiting.reason, waiting.sender]).toEqual(['waiting', 'layout', 'GM0002']);
  const header = likelyHeader(waiting.rows);
  expect(waiting.rows[header]?.[0]).toBe('Pand');
  expect(proposedColumns(waiting.rows[header] ?? [])).toMatchObject({
    places: 1,
    from: 2,
    until: 3,
    certainty: 4,
  });
  const known = useMapping(core, unknown.workspace, waiting, ownMapping, day);
  expect(known.what).toBe('received');
  expect(total(known.workspace)).toBe(60);
  expect(JSON.stringify(known.workspace)).not.toContain('P. Pen');
  const wrong = take(known.workspace, 'daar 2.csv', own.replace('Kade;24', 'Kade;-24'));
  expect([wrong.what, wrong.sheet?.sender]).toEqual(['waiting', 'GM0002']);
  expect(wrong.workspace.senders?.waiting[0]?.reason).toBe('newer');
  const [newer] = wrong.workspace.senders?.waiting ?? [];
  if (newer === undefined) throw new Error('nothing waits');
  // The finding stands where the sender has the cell.
  expect(
    readTable(core, empty.municipalities, newer.rows).findings.map(({ row, column }) => [
      row,
      column,
    ]),
  ).toEqual([[5, 2]]);
});

test.each([
  ['nl', 'Locaties', ['1', 'Kade', 'regulier', 24, '1-9-2027', '', 'besloten']],
  ['en', 'Locations', ['1', 'Kade', 'regular', 24, '2027-09-01', '', 'decided']],
] as const)(
  'the template (%s) comes back understood, from both forms, with its unfilled rows passed over',
  (language, sheet, row) => {
    const of = { code: 'GM0002', name: 'Daar' };
    const blank = take(empty, 'x.csv', templateCsv(of, language));
    expect([blank.what, blank.sheet?.sender]).toEqual(['received', 'GM0002']);
    expect(table(blank.workspace).findings).toEqual([]);
    const made = templateWorkbook(of, language, [row]);
    const document = readDocument(made);
    if (document === null) throw new Error('no workbook');
    const file = receivedFile(
      core,
      'sjabloon.xlsx',
      made,
      document.tables.map((each) => ({ name: each.name, csv: csvOf(each) })),
    );
    const filled = takeIn(core, empty, file, day);
    expect([filled.what, filled.sheet?.name]).toEqual(['received', `sjabloon.xlsx#${sheet}`]);
    const { findings, result } = table(filled.workspace);
    expect(findings).toEqual([]);
    expect(result.locations.map(({ name, places }) => [name, places])).toEqual([['Kade', 24]]);
    expect(templateCsv(of, language)).not.toMatch(/contact|naam van|persoon|person/iu);
  },
);

test('every word that the template offers is one that the core reads', () => {
  for (const language of ['nl', 'en'] as const) {
    const { kinds, certainties, yes, no } = provincialWords(language);
    for (const [kind, kindWord] of Object.entries(kinds))
      for (const [certainty, certaintyWord] of Object.entries(certainties))
        for (const [isPublic, word] of [
          [true, yes],
          [false, no],
        ] as const) {
          const row = ['1', 'Kade', kindWord, 24, '2027-09-01', '', certaintyWord, '', word, ''];
          const of = { code: 'GM0002', name: 'Daar' };
          const { result, findings } = table(
            take(empty, 'x.csv', templateCsv(of, language, [row])).workspace,
          );
          expect(findings).toEqual([]);
          expect(result.locations[0]).toMatchObject({ kind, certainty, public: isPublic });
        }
  }
});

test('forty files and one empty: each has a sender, the empty one is refused', () => {
  const municipalities = Array.from({ length: 41 }, (_, at) => ({
    code: `GM${String(1000 + at)}`,
    name: `Plaats ${String(at)}`,
    indicative: 10,
  }));
  let workspace: ProvincialWorkspace = { ...empty, municipalities };
  for (const { name } of municipalities.slice(0, 40))
    workspace = take(
      workspace,
      'locaties.csv',
      csv(`${name},,Hal,regulier,10,2027-01-01,,bestaand,`),
    ).workspace;
  expect(take(workspace, 'leeg.csv', '').what).toBe('empty');
  const list = senderList(workspace, table(workspace).result.locations);
  expect(list.filter(({ isMissing }) => isMissing).map(({ name }) => name)).toEqual(['Plaats 40']);
  expect(new Set(workspace.senders?.sheets.map(({ name }) => name)).size).toBe(40);
  expect(total(workspace)).toBe(400);
});

test('two workspaces merge cell by cell; mine stays wherever nobody says otherwise', () => {
  const transfer = { ledger: 'asylum_regular', from: 'GM0001', to: 'GM0002', number: 5 } as const;
  const exchange: WorkspaceExchange = {
    ...{ id: '1', date: day, status: 'agreed' as const, ratio: '', note: '', public: false },
    transfers: [transfer],
  };
  const mine: ProvincialWorkspace = {
    ...take(empty, 'hier.csv', first).workspace,
    exchanges: [exchange],
    openPoints: ['wacht op raad'],
  };
  const theirs: ProvincialWorkspace = {
    ...take(take(empty, 'hier.csv', second).workspace, 'daar.csv', first.replaceAll('Hier', 'Daar'))
      .workspace,
    task: { ...empty.task, total: 310 },
    municipalities: empty.municipalities.map((each) =>
      each.code === 'GM0002' ? { ...each, decided: 90 } : each,
    ),
    exchanges: [{ ...exchange, transfers: [{ ...transfer, to: 'GM0003' }] }],
  };
  expect(areOfOneTable(mine, theirs)).toBe(true);
  const differences = workspaceDifferences(mine, theirs);
  expect(differences.map(({ key, mine: own, theirs: other }) => [key, own, other])).toEqual([
    ['task/total', 300, 310],
    ['municipalities/code=GM0002/decided', undefined, 90],
    ['exchanges/id=1', mine.exchanges[0], undefined],
    [
      'exchanges/id=2',
      undefined,
      { ...exchange, id: '2', transfers: [{ ...transfer, to: 'GM0003' }] },
    ],
    ['openPoints/=wacht op raad', 'wacht op raad', undefined],
  ]);
  expect(withTheirs(mine, differences, new Set())).toEqual(mine);
  const merged = withTheirs(
    mine,
    differences,
    new Set(['task/total', 'municipalities/code=GM0002/decided', 'exchanges/id=2']),
  );
  expect(merged.task.total).toBe(310);
  expect(merged.municipalities[1]?.decided).toBe(90);
  expect(merged.exchanges.map(({ id }) => id)).toEqual(['1', '2']);
  expect(merged.openPoints).toEqual(['wacht op raad']);
  const all = withTheirs(mine, differences, new Set(differences.map(({ key }) => key)));
  expect(workspaceDifferences(all, { ...theirs, exchanges: all.exchanges })).toEqual([]);
  // The table of Hier waits beside mine, that of Daar was not there yet.
  const beside = besideTheirs(core, mine, theirs, { name: 'collega.json', sha256: '' }, day);
  expect(beside.senders?.sheets.map(({ sender }) => sender)).toEqual(['GM0001', 'GM0002']);
  expect(beside.senders?.sheets[0]).toEqual(mine.senders?.sheets[0]);
  expect(beside.senders?.waiting.map(({ reason }) => reason)).toEqual(['newer']);
  expect(beside.senders?.log.at(-1)?.what).toBe('merged');
  expect(
    besideTheirs(core, mine, mine, { name: 'zelf', sha256: '' }, day).senders?.waiting,
  ).toEqual(nothingReceived.waiting);
});

test('a workspace file has a version: an older one is brought up to date, a newer one refused', () => {
  const old = openWorkspace(JSON.stringify({ ...empty, locations: ['plekken.csv'] }));
  expect(old).toEqual({
    ok: true,
    files: {},
    workspace: { ...empty, locations: ['plekken.csv'], senders: nothingReceived },
  });
  const { workspace } = take({ ...empty, locations: ['plekken.csv'] }, 'hier.csv', first);
  const text = workspaceText({ workspace, files: { 'plekken.csv': 'YQ==', 'weg.csv': 'Yg==' } });
  expect(openWorkspace(text)).toEqual({ ok: true, workspace, files: { 'plekken.csv': 'YQ==' } });
  expect(openWorkspace(text.replace('"version": 2', '"version": 3'))).toEqual({
    ...{ ok: false, reason: 'newer', version: 3 },
  });
  const spoiled = JSON.parse(text) as { workspace: { senders: { sheets: { rows: unknown }[] } } };
  for (const sheet of spoiled.workspace.senders.sheets) sheet.rows = 'a';
  for (const wrong of ['', '[]', '{"format":"x"}', '{"version":2}', JSON.stringify(spoiled)])
    expect(openWorkspace(wrong)).toMatchObject({ ok: false, reason: 'unreadable' });
  // Whatever stands where something else belongs is refused as a whole, and is no fault of the program.
  for (const part of Object.keys(empty))
    for (const wrong of [5, null, [null], [5], { a: null }, 'x'])
      if (typeof wrong !== typeof empty[part as keyof typeof empty])
        expect(
          openWorkspace(JSON.stringify({ ...empty, [part]: wrong })),
          `${part} ${JSON.stringify(wrong)}`,
        ).toMatchObject({ ok: false, reason: 'unreadable' });
  for (const part of ['municipalities', 'exchanges', 'calendar', 'locations', 'senders', 'housing'])
    for (const wrong of [[null], [5], [{}], { a: null }])
      expect(
        openWorkspace(JSON.stringify({ ...empty, [part]: wrong })),
        `${part} ${JSON.stringify(wrong)}`,
      ).toMatchObject({ ok: false, reason: 'unreadable' });
});

test('the command line gives the template, takes answers in, tells who is missing and replies', () => {
  write('tafel.json', JSON.stringify(empty));
  expect(
    call(
      ...['province', '--template', 'hier.xlsx', '--workspace', 'tafel.json'],
      ...['--municipality', 'Hier'],
    ).status,
  ).toBe(0);
  write(
    'daar.csv',
    csv('Daar,1,Kade,regulier,-4,2027-01-01,,bestaand,', 'Daar,2,Dok,amv,20,2027-01-01,,bestaand,'),
  );
  write('onzin.pdf', '%PDF-1.7');
  const one = call(
    ...['province', '--workspace', 'tafel.json', '--receive', 'hier.xlsx', 'daar.csv', 'onzin.pdf'],
    ...['--out', 'nieuw.json'],
  );
  expect(one.status).toBe(1);
  expect(one.stderr).toContain('daar.csv:2:5: fout:');
  expect(one.stderr).toContain('onzin.pdf: Dit is een PDF');
  expect(one.stdout).toMatch(/Daarginds .*nog niets ontvangen/u);
  expect(one.stdout).toMatch(/Daar +daar.csv +1 +1 +1 +telt mee/u);
  write('daar.csv', csv('Daar,2,Dok,amv,24,2027-01-01,,bestaand,'));
  const two = call(
    ...['province', '--workspace', 'nieuw.json', '--receive', 'daar.csv', '--accept'],
    ...['--out', 'nieuwer.json', '--replies', 'terug'],
  );
  expect(two.stdout).toMatch(/2 Dok +places +20 +24/u);
  expect(two.status).toBe(0);
  const files = readdirSync(join(folder, 'terug'));
  expect(files.length).toBe(6);
  const page = readFileSync(join(folder, 'terug', 'klopt-dit-daar.html'), 'utf8');
  expect(page).toContain('Klopt dit? Daar');
  expect(page).toContain('<td>Dok</td><td>amv</td><td>24</td>');
  expect(page).toContain('versie 2');
  const kept: unknown = JSON.parse(readFileSync(join(folder, 'nieuwer.json'), 'utf8'));
  expect(problems(kept)).toEqual([]);
  // Strict: nothing beside it, of its own version only, and no table without a fingerprint.
  expect(problems({ ...(kept as object), meer: 1 })).not.toEqual([]);
  expect(problems({ ...(kept as object), version: 1 })).not.toEqual([]);
  const spoiled = JSON.parse(JSON.stringify(kept)) as {
    workspace: { senders: { sheets: Record<string, unknown>[] } };
  };
  delete spoiled.workspace.senders.sheets[0]?.['sha256'];
  expect(problems(spoiled)).not.toEqual([]);
  const english = call(
    ...['province', '--workspace', 'nieuwer.json', '--replies', 'back', '--language', 'en'],
  );
  expect(english.status).toBe(0);
  const inEnglish = readFileSync(join(folder, 'back', 'is-this-right-daar.html'), 'utf8');
  expect(inEnglish).toContain('<html lang="en">');
  expect(inEnglish).toContain('Is this right? Daar');
  expect(inEnglish).not.toMatch(/Klopt|gemeente|Peildatum/u);
  for (const sent of ['terug/klopt-dit-daar.xlsx', 'back/is-this-right-daar.xlsx'])
    expect(
      call('province', '--workspace', 'nieuwer.json', '--receive', sent).stdout,
      sent,
    ).toContain('hetzelfde als wat er al was');
  // The workbook of the reply can be sent back as it is.
  const back = call(
    ...['province', '--workspace', 'nieuwer.json', '--receive', 'terug/klopt-dit-daar.xlsx'],
  );
  expect(back.stdout).toContain('hetzelfde als wat er al was');
  const merged = call('province', '--workspace', 'tafel.json', '--merge', 'nieuwer.json');
  expect(merged.stdout).toMatch(/Daar +daar.csv/u);
  expect(call('province', '--template', 'x.pdf').status).toBe(2);
  expect(call('province', '--workspace', 'tafel.json', '--receive').status).toBe(2);
  write('later.json', JSON.stringify({ format: 'spreidingswijzer-werkruimte', version: 9 }));
  const later = call('province', '--workspace', 'later.json');
  expect([later.status, later.stderr.includes('nieuwere Spreidingswijzer')]).toEqual([2, true]);
});
