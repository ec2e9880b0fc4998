// Forty files as municipalities send them: every number that a person could read in one of them is in
// the report, or in the list of what is not.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { call, folder, write } from './program.ts';
import { messyFiles, places } from '../files/messy.ts';
import { readDocument } from '../../wasm/files/read.ts';
import { csvOf } from '../../wasm/files/table.ts';
import { type ExchangeTransfer, load } from '../../wasm/index.ts';
import { claimName, stillOpen } from '../../wasm/province/claims.ts';
import {
  accept,
  bringTypedBack,
  correct,
  decideClaim,
  placeInFile,
  takeIn,
  useMapping,
} from '../../wasm/province/intake.ts';
import { proposedMapping } from '../../wasm/province/layout.ts';
import { municipalitiesCalled, municipalityNamed } from '../../wasm/province/municipalities.ts';
import { offered, withTheirs, workspaceDifferences } from '../../wasm/province/merge.ts';
import { placeInWords, valueInWords } from '../../wasm/province/difference-words.ts';
import { outcomeText } from '../../wasm/province/common-tables.ts';
import { lackingShares } from '../../wasm/province/report.ts';
import { provincialWords } from '../../wasm/words/provincial-words.ts';
import { receivedFile } from '../../wasm/province/table-reading.ts';
import { openWorkspace, workspaceText } from '../../wasm/province/workspace-file.ts';
import {
  type ProvincialWorkspace,
  innerTables,
  isComplete,
  asWorkspace,
  tableParameters,
} from '../../wasm/province/workspace.ts';

const core = await load(
  readFileSync(fileURLToPath(new URL('../../dist/spreidingswijzer.wasm', import.meta.url))),
);
const day = '2026-11-24';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const empty: ProvincialWorkspace = {
  province: 'Proefland',
  round: '2026',
  task: { total: 4000, minors: null, basis: 'own_input', source: 'proef' },
  municipalities: places.map((each) => ({ ...each, indicative: 100 })),
  locations: [],
  dates: ['2028-07-01'],
  calendar: [],
  exchanges: [],
  openPoints: [],
};

const received = (name: string, content: Uint8Array) =>
  receivedFile(
    core,
    name,
    content,
    readDocument(content)?.tables.map((each) => ({ ...each, csv: csvOf(each) })) ?? null,
  );
const take = (of: ProvincialWorkspace, name: string, content: Uint8Array | string) =>
  takeIn(core, of, received(name, typeof content === 'string' ? bytes(content) : content), day);

function table(of: ProvincialWorkspace) {
  for (const { name, text } of innerTables(of)) core.put(name, bytes(text()));
  if (!isComplete(of)) throw new Error('a share is lacking');
  const answer = core.run('provincial_table', tableParameters(of, 'confidential'));
  if (!answer.ok) throw new Error(answer.error.code);
  return answer;
}
const codesOf = (of: ProvincialWorkspace): string[] =>
  table(of).findings.map(({ code, row, column }) => `${code} ${row}:${column}`);

describe('every number of a file is in the report or in the list of what is not', () => {
  test.each(messyFiles.map((file) => [file.name, file] as const))('%s', (name, file) => {
    const { workspace, tables } = take(empty, name, file.bytes);
    const answer = table(workspace);
    const { sheets, waiting } = workspace.senders ?? { sheets: [], waiting: [] };
    const told = new Set(answer.findings.map((each) => `${each.file}:${each.row}`));
    // A question about how all numbers of a column are written is about every row.
    const asked = new Set(
      answer.findings.filter(({ code }) => code === 'column_ambiguous').map((each) => each.file),
    );
    const counted = new Set(answer.result.locations.map((each) => `${each.file}:${each.row}`));
    const original = received(name, file.bytes);
    for (const part of original.tables)
      for (const [row, cells] of part.rows.entries())
        for (const [column, cell] of cells.entries()) {
          // The code of a municipality is a name.
          if (!/\d/.test(cell) || /^GM\d+$/.test(cell)) continue;
          const own = (each: string): boolean =>
            each === name ||
            each === `${name}#${part.name}` ||
            each.startsWith(`${name}#${part.name} (`) ||
            each.startsWith(`${name}#tabel (`);
          const isTold = sheets
            .filter((sheet) => own(sheet.name))
            .some((sheet) => {
              const at = sheet.rows.findIndex((_, index) =>
                sheet.origin === undefined
                  ? index === row && (sheet.rows[index]?.[column] ?? '') !== ''
                  : sheet.origin[index]?.includes(cellAt(row, column)),
              );
              const isRead =
                at >= 0 &&
                (asked.has(sheet.name) ||
                  counted.has(`${sheet.name}:${at + 1}`) ||
                  told.has(`${sheet.name}:${at + 1}`));
              return isRead || sheet.unread?.some((each) => each.at === cellAt(row, column));
            });
          const waits = waiting.some(
            (sheet) => own(sheet.name) && (sheet.rows[row]?.[column] ?? '') !== '',
          );
          const isNamed = tables.some(
            (each) => each.table === part.name && (each.what === 'own' || each.what === 'text'),
          );
          expect(isTold || waits || isNamed, `${part.name} ${cellAt(row, column)} ${cell}`).toBe(
            true,
          );
        }
    // Nothing of it is a wrong number: what counts stands in the file as it is.
    const all = original.tables.flatMap(({ rows }) => rows.flat());
    for (const { places: number } of answer.result.locations)
      expect(all.some((cell) => cell.replace(/[.\s]/g, '') === String(number))).toBe(true);
  });

  const cellAt = (row: number, column: number): string =>
    placeInFile(
      { name: '', sender: null, version: 1, received: day, sha256: '', rows: [] },
      row,
      column,
    );

  test('there are forty of them, and all together are a province', () => {
    expect(messyFiles.length).toBe(40);
    let of = empty;
    for (const { name, bytes: content } of messyFiles) of = take(of, name, content).workspace;
    expect(openWorkspace(workspaceText({ workspace: of, files: {} }))).toMatchObject({ ok: true });
    const { findings } = table(of);
    // “Huis” of two senders, and “De Grens”.
    expect(
      stillOpen(of, findings).filter(({ code }) => code === 'location_claimed_by_both').length,
    ).toBe(2);
  });
});

test('names as everyone writes them belong where the province makes them unambiguous', () => {
  const names = ['Hengelo', 'Utrecht', 'Groningen', 'Den Haag', 'Den Bosch', 'Laren', 'Elders'];
  expect(municipalitiesCalled(core, empty.municipalities, names)).toEqual([
    ...['GM0164', 'GM0344', 'GM0014', 'GM0518', 'GM0796', 'GM0417', undefined],
  ]);
  const named = (text: string) => municipalityNamed(core, empty.municipalities, text);
  expect(named('opgave Den Bosch nov')).toBe('GM0796');
  expect(named('Locaties_Hengelo_2026')).toBe('GM0164');
  expect(named('lijst provincie Utrecht')).toBeUndefined();
  expect(named('Den Haag en Laren')).toBeUndefined();
});

test('two sheets of one sender count both, and a newer version of one stands beside that one', () => {
  const file = messyFiles.find(({ name }) => name === 'twee bladen.xlsx');
  const one = take(empty, 'twee bladen.xlsx', file?.bytes ?? '');
  expect(one.tables.map(({ what }) => what)).toEqual(['received', 'received']);
  expect(one.workspace.senders?.sheets.map(({ version }) => version)).toEqual([1, 1]);
  expect(table(one.workspace).result.locations.map(({ places: number }) => number)).toEqual([
    401, 41,
  ]);
});

const own = 'Pand;Capaciteit;Start;Eind;Fase\nKade;24;1-9-2027;;lopend\n';
test('a file that waited for its layout is version 1, and a hidden total column is no second number', () => {
  const waits = take(empty, 'Laren.csv', own);
  const [waiting] = waits.workspace.senders?.waiting ?? [];
  if (waiting === undefined) throw new Error('nothing waits');
  expect(waiting.version).toBe(1);
  const { header: _, ...mapping } = proposedMapping(waiting.rows, waiting.name);
  const known = useMapping(
    core,
    waits.workspace,
    waiting,
    { ...mapping, sender: 'GM0417', fixed: { kind: 'regulier' }, words: { lopend: 'bestaand' } },
    day,
  );
  expect(known.sheet?.version).toBe(1);
  expect(
    proposedMapping(
      [
        ['Pand', 'Regulier', 'Waarvan amv'],
        ['a', '100', '20'],
      ],
      '',
    ).places,
  ).toEqual([{ column: 1, kind: 'regulier' }]);
});

test('columns for regular and minors, two heading rows and municipalities in columns are mapped', () => {
  const mapOf = (name: string) => {
    const file = messyFiles.find((each) => each.name === name);
    const taken = take(empty, name, file?.bytes ?? '');
    const [waiting] = taken.workspace.senders?.waiting ?? [];
    if (waiting === undefined) throw new Error('nothing waits');
    const { header: _, ...proposed } = proposedMapping(waiting.rows, waiting.name, (texts) =>
      municipalitiesCalled(core, empty.municipalities, texts),
    );
    const mapping = {
      ...proposed,
      sender: waiting.sender,
      fixed: {
        ...proposed.fixed,
        certainty: 'besloten',
        ...(proposed.columns.from === undefined ? { from: '1-7-2027' } : {}),
      },
    };
    const known = useMapping(core, taken.workspace, waiting, mapping, day);
    const answer = table(known.workspace);
    // The next file of the same layout is read by itself.
    const again = name.endsWith('.csv')
      ? take(known.workspace, name, `${new TextDecoder().decode(file?.bytes)} `).what
      : 'same';
    return {
      rows: answer.result.locations.map(({ kind, places: number }) => `${kind} ${number}`),
      at: known.sheet?.origin?.slice(1).map((row) => row[5]),
      findings: answer.findings.map(({ code }) => code),
      again,
    };
  };
  expect(mapOf(`${places[26]?.name ?? ''} twee soorten.csv`)).toEqual({
    ...{ rows: ['regular 503', 'minors 53'], at: ['B2', 'C2'], findings: [], again: 'same' },
  });
  expect(mapOf(`${places[27]?.name ?? ''} twee koprijen.xlsx`)).toMatchObject({
    ...{ rows: ['regular 504', 'minors 54'], at: ['B3', 'C3'], findings: [] },
  });
  expect(mapOf('naast elkaar.csv')).toMatchObject({
    ...{ rows: ['regular 505', 'minors 55', 'regular 506', 'minors 56'], findings: [] },
    at: ['B2', 'B3', 'C2', 'C3'],
  });
});

test('a cell is corrected beside what was sent: who and when in the log, and a next version keeps it', () => {
  const first =
    'gemeente,nummer,locatie,soort,plekken,van,tot en met,zekerheid\nLaren,1,Hal,regulier,ca. 120,1-1-2027,,bestaand\nLaren,2,Kade,regulier,10,1-1-2027,,bestaand\n';
  const { workspace, sheet } = take(empty, 'laren.csv', first);
  if (sheet === null) throw new Error('no sheet');
  expect(codesOf(workspace)).toEqual(['places_unclear 2:5']);
  const typed = correct(workspace, sheet, { row: 1, column: 4 }, '120', 'GK', day);
  expect(codesOf(typed)).toEqual([]);
  expect(table(typed).result.offers[0]?.province.offered.total).toBe(130);
  expect(typed.senders?.sheets[0]?.rows[1]?.[4]).toBe('ca. 120');
  expect(typed.senders?.log.at(-1)).toMatchObject({
    ...{ what: 'corrected', by: 'GK', day, at: 'E2', before: 'ca. 120', after: '120' },
  });
  // In another notation, and with the same doubt, there is nothing new to say.
  const same = take(
    typed,
    'laren.csv',
    first.replaceAll('1-1-2027', '2027-01-01').replace('Hal', 'hal'),
  );
  expect(same.what).toBe('same');
  const newer = take(typed, 'laren.csv', first.replace('Kade,regulier,10', 'Kade,regulier,11'));
  const [waiting] = newer.workspace.senders?.waiting ?? [];
  if (waiting === undefined) throw new Error('nothing waits');
  const accepted = accept(core, newer.workspace, waiting, new Set(), day);
  expect(table(accepted).result.offers[0]?.province.offered.total).toBe(131);
  const current = typed.senders?.sheets[0];
  if (current === undefined) throw new Error('no sheet');
  const back = correct(typed, current, { row: 1, column: 4 }, 'ca. 120', 'GK', day);
  expect(back.senders?.sheets[0]).toEqual(sheet);
});

test('one plan of two senders stands twice until a person decides', () => {
  let of = empty;
  for (const { name, bytes: content } of messyFiles.filter((each) => each.name.startsWith('samen')))
    of = take(of, name, content).workspace;
  const claim = table(of).findings.find(({ code }) => code === 'location_claimed_by_both');
  if (claim === undefined) throw new Error('no claim');
  const two = decideClaim(of, claimName(claim), null, 'GK', day);
  expect(stillOpen(two, table(two).findings).map(({ code }) => code)).toEqual(['number_missing']);
  const sheet = of.senders?.sheets[1];
  if (sheet === undefined) throw new Error('no sheet');
  const one = decideClaim(of, claimName(claim), { sheet, row: 1 }, 'GK', day);
  expect(table(one).findings).toEqual([]);
  expect(one.senders?.log.at(-1)).toMatchObject({ what: 'decided', by: 'GK' });
});

test('of a typed row and a received one either can be the one that does not count, and come back', () => {
  const typed: ProvincialWorkspace = {
    ...empty,
    typedLocations: [
      ['Laren', '1', 'Hal', 'regulier', '5', '1-1-2027', '', 'bestaand', '', '', ''],
      ['Hengelo', '1', 'De Grens', 'regulier', '', '1-1-2027', '', 'besloten', '', '', ''],
    ],
  };
  const of = take(
    typed,
    'laren.csv',
    'gemeente,locatie,soort,plekken,van,tot en met,zekerheid\nLaren,De Grens,regulier,40,1-1-2027,,besloten\n',
  ).workspace;
  const claim = table(of).findings.find(({ code }) => code === 'location_claimed_by_both');
  if (claim === undefined) throw new Error('no claim');
  const out = decideClaim(of, claimName(claim), { typed: 1 }, 'GK', day);
  expect(out.typedLocations?.map(([, , name]) => name)).toEqual(['Hal']);
  expect(table(out).findings).toEqual([]);
  expect(out.senders?.log.at(-1)).toMatchObject({
    ...{ what: 'decided', by: 'GK', before: claimName(claim), after: 'Hengelo / 1 / De Grens' },
  });
  const read = asWorkspace(JSON.parse(JSON.stringify(out)));
  if (typeof read === 'string') throw new Error(read);
  const back = bringTypedBack(read, 0, 'GK', day);
  expect(back.typedLocations).toEqual(typed.typedLocations);
  expect(back.typedLeftOut).toEqual([]);
  expect(table(back).findings.some(({ code }) => code === 'location_claimed_by_both')).toBe(true);
});

test('an exchange that changes nothing is said as that, and not as one that is right', () => {
  const transfer = { ledger: 'asylum_regular', from: 'GM0164', to: 'GM0417', number: 7 } as const;
  const of = (more: object, transfers: readonly ExchangeTransfer[]): ProvincialWorkspace => ({
    ...empty,
    exchanges: [
      {
        ...{ id: '1', date: day, status: 'agreed', ratio: '', note: '', public: false },
        ...more,
        transfers,
      },
    ],
  });
  const said = (workspace: ProvincialWorkspace): string =>
    outcomeText(
      table(workspace).result.exchanges[0],
      workspace.exchanges[0]?.transfers ?? [],
      'nl',
    );
  expect(said(of({}, [transfer]))).toBe('klopt: elke taak blijft in evenwicht');
  expect(said(of({ from: '2030-01-01' }, [transfer]))).toBe(
    'verandert niets: geldt op geen van de peildata',
  );
  const back = { ...transfer, from: transfer.to, to: transfer.from };
  expect(said(of({}, [transfer, back]))).toBe('verandert niets: wat heen gaat, komt terug');
  expect(said(of({}, [transfer, { ...back, number: 6 }]))).toContain('klopt');
});

test('what is lacking is told in numbers: over how many municipalities, and their shares together', () => {
  const shares: ProvincialWorkspace = {
    ...empty,
    municipalities: empty.municipalities.map((each, at) => ({
      ...each,
      indicative: at === 1 ? null : 100 + at,
    })),
  };
  const answers = shares.municipalities.map(({ code }, at) => ({
    code,
    state: at === 0 ? ('received' as const) : ('missing' as const),
  }));
  const others = shares.municipalities.length - 1;
  const lacking = lackingShares({ ...shares, answers });
  expect(
    provincialWords('nl').overAndLacking('over 1 van 3', {
      ...{ municipalities: 2, indicative: 1234, withoutShare: 1 },
    }),
  ).toBe(
    'over 1 van 3; de andere hebben samen een indicatief aandeel van 1.234 (van 1 is het niet bekend)',
  );
  expect(lacking.municipalities).toBe(others);
  expect(lacking.withoutShare).toBe(1);
  expect(lacking.indicative).toBe(
    shares.municipalities.slice(1).reduce((sum, { indicative }) => sum + (indicative ?? 0), 0),
  );
  write(
    'lacking.json',
    JSON.stringify({
      ...empty,
      typedLocations: [
        ['Laren', '1', 'Hal', 'regulier', '5', '1-1-2027', '', 'bestaand', '', '', ''],
      ],
    }),
  );
  const report = call('province', '--workspace', 'lacking.json', '--today', day);
  const all = empty.municipalities.length;
  const dots = String(100 * (all - 1)).replace(/\B(?=(?:\d{3})+$)/g, '.');
  expect(report.stdout).toContain(
    `er ontbreken ${all - 1} gemeenten, met samen een indicatief aandeel van ${dots} plekken`,
  );
});

test('two workspaces merge as a union: nothing of mine goes, and what is shown is in words', () => {
  const mine: ProvincialWorkspace = {
    ...empty,
    openPoints: ['vraag aan COA'],
    typedLocations: [
      ['Laren', '1', 'Hal', 'regulier', '5', '1-1-2027', '', 'bestaand', '', '', ''],
    ],
    offers: [
      {
        municipality: 'GM0417',
        date: '2028-07-01',
        kind: 'regular',
        certainty: 'intended',
        places: '3',
      },
    ],
  };
  const theirs: ProvincialWorkspace = {
    ...empty,
    task: { ...empty.task, total: 310 },
    typedLocations: [
      ['Laren', '2', 'Kade', 'regulier', '6', '1-1-2027', '', 'bestaand', '', '', ''],
    ],
    exchanges: [
      {
        ...{ id: '1', date: day, status: 'agreed', ratio: '', note: '', public: false },
        transfers: [{ ledger: 'asylum_regular', from: 'GM0164', to: 'GM0417', number: 7 }],
      },
    ],
  };
  const differences = workspaceDifferences(mine, theirs);
  const joined = withTheirs(mine, differences, offered(differences));
  expect(joined.typedLocations?.map(([, id]) => id)).toEqual(['1', '2']);
  expect([joined.openPoints, joined.offers, joined.task.total, joined.exchanges.length]).toEqual([
    ...[mine.openPoints, mine.offers, 310, 1],
  ]);
  const words = differences.map((each) =>
    [
      placeInWords(mine, each, 'nl'),
      valueInWords(mine, each.mine, 'nl'),
      valueInWords(mine, each.theirs, 'nl'),
    ].join(' | '),
  );
  expect(words.join('\n')).not.toMatch(/GM\d{4}|[{}[\]]|asylum|typedLocations|agreed|undefined/u);
  expect(words).toContain('opgave totaal | 4000 | 310');
  expect(words.join('\n')).toContain('7 van Hengelo (O.) naar Laren (NH.)');
});

test('the command line maps layouts, assigns senders, corrects cells and says what is not read', () => {
  write('tafel.json', JSON.stringify(empty));
  write(
    'lijst.csv',
    'nummer;locatie;soort;plekken;van;tot en met;zekerheid;gemeente;kosten\n1;Hal;regulier;ca. 20;1-7-2027;;bestaand;;99\n',
  );
  write('Laren.csv', own);
  const first = call(
    ...['province', '--workspace', 'tafel.json', '--receive', 'lijst.csv', 'Laren.csv'],
  );
  expect(first.stdout).toContain('zeg het met --assign');
  const proposal = /\{\n[\s\S]*?\n\}/u.exec(first.stdout)?.[0] ?? '';
  const layout = JSON.parse(proposal) as Record<string, unknown>;
  expect(layout).toMatchObject({
    gemeente: 'Laren (NH.)',
    kolommen: { locatie: 'Pand', plekken: 'Capaciteit' },
  });
  write(
    'indeling.json',
    JSON.stringify({ ...layout, vast: { soort: 'regulier' }, woorden: { lopend: 'bestaand' } }),
  );
  const second = call(
    ...['province', '--workspace', 'tafel.json', '--receive', 'lijst.csv', 'Laren.csv'],
    ...['--assign', 'lijst.csv=Hengelo', '--layout', 'indeling.json', '--out', 'uit.json'],
  );
  expect(second.stdout).toContain('lijst.csv:I2 (in een kolom waar niet naar is gevraagd): “99”');
  const third = call(
    ...[
      'province',
      '--workspace',
      'uit.json',
      '--correct',
      'lijst.csv:D2=20',
      '--by',
      'GK',
      '--out',
      'uit2.json',
    ],
  );
  expect(third.stderr + third.stdout).not.toContain('niet één aantal');
  const kept = JSON.parse(readFileSync(`${folder}/uit2.json`, 'utf8')) as {
    workspace: ProvincialWorkspace;
  };
  expect(kept.workspace.senders?.sheets.map(({ sender }) => sender).sort()).toEqual([
    'GM0164',
    'GM0417',
  ]);
  expect(kept.workspace.senders?.log.at(-1)).toMatchObject({
    what: 'corrected',
    by: 'GK',
    after: '20',
  });
  expect(call('province', '--workspace', 'tafel.json', '--assign', 'x=y').status).toBe(2);
});
