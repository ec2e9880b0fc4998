// What the page asks of the core, from what a person chose, loaded and typed.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { chosenVintage, findRound } from '../../wasm/rounds/catalogue.ts';
import type { Answer, Core, Finding, MunicipalityRow } from '../../wasm/index.ts';
import {
  linkNotice,
  openLink,
  publishedAddress,
  publishedAt,
  questionLink,
} from '../../web/state/address.ts';
import { readLink } from '../../web/state/link.ts';
import {
  certaintyAsked,
  explanation,
  nearestTo,
  readings,
  scoreUnit,
  takingPart,
} from '../../web/state/answers.ts';
import {
  comparedTable,
  impliedAsked,
  impliedOfChosen,
  nationalMean,
  reference,
  referenceScore,
} from '../../web/state/implied.ts';
import {
  isStopped,
  type LoadedFile,
  catalogue,
  chooseRound,
  chosen,
  chosenCode,
  core,
  divisions,
  files,
  hasOwnData,
  language,
  mergeRequest,
  merging,
  municipalityCount,
  ownMinors,
  ownNeed,
  parameters,
  result,
  round,
  rounds,
  serving,
} from '../../web/state/page.ts';
import { kept, keptNow, roundName, sides } from '../../web/views/compare/sides.ts';
import { reasonsOf } from '../../web/views/proof/take.ts';
import { keptWishes, plainWish, wish } from '../../web/state/what-if.ts';

type Asked = readonly [operation: string, parameters: Record<string, unknown>];
/** A core that keeps what it is asked, and answers each operation with what it was given for it. */
function coreWith(answers: Readonly<Record<string, unknown>>): Asked[] {
  const asked: Asked[] = [];
  const run = (operation: string, of: unknown): unknown => {
    asked.push([operation, of as Record<string, unknown>]);
    const of_ = answers[operation];
    return typeof of_ === 'function' ? (of_ as (given: unknown) => unknown)(of) : of_;
  };
  core.value = {
    allocate: (of: unknown) => run('allocate', of),
    run,
    put: () => undefined,
    remove: () => undefined,
    files: () => [],
  } as unknown as Core;
  return asked;
}
const answered = (of: object) => ({ ok: true, result: of });
const row = (code: string, name: string, more: object = {}) =>
  ({ code, name, province: 'Overijssel', published: null, ...more }) as unknown as MunicipalityRow;
const zwolle = row('GM0193', 'Zwolle');
const loaded = (name: string, kind: string, reading: LoadedFile['reading'] = {}): LoadedFile =>
  ({
    name,
    reading,
    bytes: new Uint8Array(),
    large: null,
    origin: null,
    recognised: { ok: true, result: { kind } },
  }) as unknown as LoadedFile;

const { csv } = chosenVintage(catalogue, round.value.population);
const municipalityCodes = (csv.match(/^GM\d{4}/gm) ?? []) as readonly string[];

beforeEach(() => {
  core.value = null;
  language.value = 'nl';
  files.value = [];
  merging.value = false;
  divisions.value = {};
  chosenCode.value = null;
  scoreUnit.value = '';
  comparedTable.value = null;
  nationalMean.value = '0';
  reference.value = '';
  referenceScore.value = '';
  wish.value = plainWish;
  keptWishes.value = [];
  kept.value = [];
  chooseRound('2024');
});

describe('the round', () => {
  test('of the page is a real one, the newest first, and practice stands last', () => {
    expect(rounds.map(({ id }) => id)).toEqual(['2026', '2024', 'example']);
    expect(municipalityCount.value).toBe(342);
    chooseRound('example');
    expect(municipalityCount.value).toBe(12);
  });
  test('takes a need of one’s own away when another is chosen, and an unknown one changes nothing', () => {
    ownNeed.value = 90_000;
    ownMinors.value = 8_000;
    chooseRound('constructor');
    expect([round.value.id, ownNeed.value]).toEqual(['2024', 90_000]);
    chooseRound('2026');
    expect([round.value.id, ownNeed.value, ownMinors.value]).toEqual([
      '2026',
      undefined,
      undefined,
    ]);
  });
  test('has a name with its day and its years', () => {
    const found = findRound(catalogue, '2024');
    if (found === undefined) throw new Error('no round');
    expect(roundName(found)).toBe(
      'Ronde 2024: plekken op 1 januari 2025; besluit voor 2025 en 2026',
    );
  });
});

describe('a person’s own files', () => {
  test('take the place of the round’s own, the last one of a kind first', () => {
    files.value = [
      loaded('oud.csv', 'population'),
      loaded('beide.csv', 'population_and_scores'),
      loaded('scores.csv', 'scores', { separator: ';' }),
    ];
    expect(serving('population')?.name).toBe('beide.csv');
    expect(parameters.value.population).toEqual({ file: 'beide.csv', status: 'loaded' });
    expect(parameters.value.scores).toEqual({
      file: 'scores.csv',
      status: 'loaded',
      separator: ';',
    });
    expect(hasOwnData.value).toBe(true);
  });
  test('serve for nothing where they cannot be read, and then the figures of the round are shown without them', () => {
    coreWith({ allocate: answered({ municipalities: [zwolle] }) });
    expect(result.value?.municipalities).toEqual([zwolle]);
    files.value = [{ ...loaded('stuk.csv', 'x'), recognised: { ok: false } } as LoadedFile];
    expect(serving('population')).toBeUndefined();
    expect(isStopped.value).toBe(true);
    expect(result.value?.municipalities).toEqual([zwolle]);
    files.value = [loaded('iets.csv', 'unknown')];
    expect(isStopped.value).toBe(true);
    expect(parameters.value.population).not.toHaveProperty('status', 'loaded');
    files.value = [];
    expect(isStopped.value).toBe(false);
  });
  test('are named once each among what takes part, the bundled vintages are not', () => {
    expect(takingPart.value).toEqual([]);
    files.value = [loaded('eigen.csv', 'population_and_scores', { period: '2023' })];
    expect(takingPart.value).toEqual(['eigen.csv']);
    expect(readings.value).toEqual([{ file: 'eigen.csv', period: '2023' }]);
    files.value = [loaded('eigen.csv', 'population')];
    expect(readings.value).toEqual([]);
    // The invented country is in no list of vintages, so it is named.
    files.value = [];
    chooseRound('example');
    expect(takingPart.value).toEqual([
      parameters.value.population.file,
      parameters.value.scores.file,
    ]);
  });
  test('are combined into the municipalities of the round only where a person asked', () => {
    divisions.value = { GM0001: { GM0002: 10, GM0003: 20 } };
    expect(mergeRequest.value).toBeUndefined();
    merging.value = true;
    expect(mergeRequest.value?.parts).toEqual([
      { from: 'GM0001', into: 'GM0002', inhabitants: 10 },
      { from: 'GM0001', into: 'GM0003', inhabitants: 20 },
    ]);
  });
});

describe('a question about the chosen municipality', () => {
  test('is not asked where none is chosen, nor of one that is not there', () => {
    const asked = coreWith({ allocate: answered({ municipalities: [zwolle] }) });
    chosenCode.value = 'GM0034';
    expect(chosen.value).toBeNull();
    expect([explanation.value, certaintyAsked.value, impliedOfChosen.value]).toEqual([
      null,
      null,
      null,
    ]);
    expect(asked.map(([operation]) => operation)).toEqual(['allocate']);
  });
  test('has its code, the range of needs of the round, and the unit that a person supposes', () => {
    coreWith({ allocate: answered({ municipalities: [zwolle] }) });
    chosenCode.value = 'GM0193';
    expect(certaintyAsked.value).toMatchObject({
      municipality: 'GM0193',
      firstNeed: 40_000,
      lastNeed: 140_000,
    });
    expect(certaintyAsked.value).not.toHaveProperty('scoreUnitDecimals');
    scoreUnit.value = '2';
    expect(certaintyAsked.value).toHaveProperty('scoreUnitDecimals', 2);
    chooseRound('example');
    expect(certaintyAsked.value).toMatchObject({ firstNeed: 400, lastNeed: 1_400 });
  });
  test('about a name that is none is answered with those that come nearest', () => {
    const near = (about: string) => ({
      ok: false,
      error: { code: 'findings', about: '' },
      findings: [{ code: 'municipality_unknown', about }],
    });
    const bergen = [row('GM0373', 'Bergen (NH.)'), row('GM0893', 'Bergen (L.)')];
    coreWith({ explain: near('Zwolle, Bergen (L.), Elders') });
    expect(nearestTo([zwolle, ...bergen], 'Zwole')).toEqual([zwolle, bergen[1]]);
    coreWith({ explain: near('') });
    expect(nearestTo([zwolle], 'x')).toEqual([]);
    coreWith({ explain: answered({ code: 'GM0193' }) });
    expect(nearestTo([zwolle, ...bergen], 'zwolle')).toEqual([zwolle]);
    core.value = null;
    expect(nearestTo([zwolle], 'Zwolle')).toEqual([]);
  });
});

describe('what a table implies', () => {
  test('is asked with a mean as typed, or with one municipality whose score is known', () => {
    expect(impliedAsked.value).toBeNull();
    comparedTable.value = 'tabel.csv';
    nationalMean.value = '\u22120,01';
    expect(impliedAsked.value).toMatchObject({ table: 'tabel.csv', nationalMean: '-0.01' });
    nationalMean.value = ' ';
    expect(impliedAsked.value).toHaveProperty('nationalMean', '0');
    reference.value = 'GM0193';
    expect(impliedAsked.value).not.toHaveProperty('nationalMean');
    expect(impliedAsked.value).toHaveProperty('reference', { municipality: 'GM0193' });
    referenceScore.value = '0,1';
    expect(impliedAsked.value).toHaveProperty('reference.score', '0.1');
  });
});

describe('a link to the question', () => {
  const at = (protocol: string) => {
    vi.stubGlobal('location', {
      protocol,
      origin: `${protocol}//example.org`,
      pathname: '/kaart/',
    });
  };
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test('says what a person asks, and on disk nothing of where the page lies', () => {
    at('https:');
    chosenCode.value = 'GM0193';
    ownNeed.value = 90_000;
    expect(questionLink()).toBe(
      'https://example.org/kaart/#v1/round=2024&municipality=GM0193&need=90000&view=municipality',
    );
    at('file:');
    expect(questionLink()).toMatch(/^#v1\/round=2024&/);
  });
  test('leaves out a municipality that only a person’s own file has', () => {
    at('https:');
    chosenCode.value = 'GM9999';
    const change = (code: string) => ({ code, score: '0,1', inhabitants: '' });
    wish.value = {
      ...plainWish,
      changes: [change('GM9999'), change('GM0193')],
      merged: ['GM9999', 'GM0193', 'GM0034'],
    };
    expect(questionLink()).not.toContain('GM9999');
    expect(questionLink()).toContain('set=GM0193_0.1_&merge=GM0193_GM0034');
  });
  test('opens as it was made, and one that is wrong changes nothing and says so', async () => {
    ownNeed.value = 90_000;
    wish.value = { ...plainWish, scoreWeight: '0.5' };
    const before = [round.value.id, ownNeed.value, wish.value] as const;
    for (const text of [
      '#v1/round=constructor',
      '#v1/need=veel',
      '#v2/round=2026',
      '#v1/round=2026&data=AAAA',
    ]) {
      linkNotice.value = '';
      await openLink(readLink(text));
      expect(linkNotice.value, text).not.toBe('');
      expect([round.value.id, ownNeed.value, wish.value], text).toEqual(before);
    }
    await openLink(readLink('#v1/round=2026&municipality=GM0193&view=nowhere&later=1'));
    expect([round.value.id, chosenCode.value, ownNeed.value]).toEqual([
      '2026',
      'GM0193',
      undefined,
    ]);
    expect(wish.value).toEqual(plainWish);
    expect(linkNotice.value).toContain('later');
  });
  test('has from a file the address that a person gave, where it is one', () => {
    at('file:');
    publishedAt.value = publishedAddress(' https://example.org/spreiding/#v1/round=2024 ') ?? '';
    chosenCode.value = 'GM0193';
    expect(questionLink()).toMatch(/^https:\/\/example\.org\/spreiding\/#v1\/round=/);
    publishedAt.value = '';
    for (const wrong of [
      '',
      'example.org',
      'javascript:alert(1)',
      'file:///C:/a.html',
      'https://a:b@c.nl',
    ])
      expect(publishedAddress(wrong), wrong).toBeNull();
  });
  test('that names a municipality that is not there says so and opens the rest', async () => {
    await openLink(readLink('#v1/round=2026&municipality=GM0001&set=GM0002_0.1_&set=GM0193_0.2_'));
    expect(linkNotice.value).toContain('GM0001, GM0002');
    expect(chosenCode.value).toBeNull();
    expect(wish.value.changes.map(({ code }) => code)).toEqual(['GM0193']);
    await openLink(readLink('#v1/round=2024&round=2026'));
    expect(linkNotice.value).toContain('“round” twee keer');
  });
  test('is not made where it would be longer than a link may be', () => {
    at('https:');
    const codes = municipalityCodes.slice(0, 340);
    wish.value = {
      ...plainWish,
      changes: codes.map((code) => ({ code, score: '0,123456', inhabitants: '123456' })),
    };
    expect(questionLink()).toBeNull();
  });
});

describe('a result kept to be compared', () => {
  test('has what is a person’s own, and leaves to the round what is the round’s', () => {
    expect(keptNow('Nu')).toEqual({ name: 'Nu', round: '2024', own: {} });
    ownNeed.value = 90_000;
    ownMinors.value = round.value.minors?.places;
    files.value = [loaded('scores.csv', 'scores')];
    expect(keptNow('Eigen').own).toEqual({
      need: 90_000,
      scores: { file: 'scores.csv', status: 'loaded' },
    });
  });
  test('stands beside those of the rounds, each with a name of its own', () => {
    const ids = (): string[] => sides.value.map(({ id }) => id);
    const ofRounds = ids();
    expect(ofRounds).toContain('computed:2024');
    expect(ofRounds).toContain('printed:2024');
    expect(ofRounds).not.toContain('now');
    ownNeed.value = 90_000;
    wish.value = { ...plainWish, scoreWeight: '0,5' };
    kept.value = [keptNow('Eigen'), { name: 'Weg', round: 'no such round', own: {} }];
    files.value = [loaded('tabel.csv', 'published'), loaded('inwoners.csv', 'population')];
    const now = ids();
    expect(new Set(now).size).toBe(now.length);
    expect(now.slice(ofRounds.length).map((id) => id.split(':')[0])).toEqual([
      'now',
      'what-if',
      'kept',
      'file',
    ]);
    expect(sides.value.at(-1)?.side).toEqual({
      printed: {
        file: 'tabel.csv',
        provinces: round.value.provinces,
        list: parameters.value.municipalities,
      },
    });
    expect(sides.value.find(({ id }) => id.startsWith('what-if'))?.side).toMatchObject({
      scenario: { scoreWeight: '0.5' },
    });
  });
});

test('why something cannot be is said in the language shown, errors only', () => {
  const finding = (code: Finding['code'], severity: Finding['severity']): Finding => ({
    code,
    severity,
    file: '',
    row: 0,
    column: 0,
    raw: '',
    about: '',
    otherRow: 0,
    count: 1,
  });
  const refusal = (code: string, findings: Finding[]) =>
    ({ ok: false, error: { code, about: 'x.csv' }, findings }) as unknown as Answer<unknown>;
  const both = [finding('sheet_of_estimate', 'error'), finding('figures_provisional', 'note')];
  expect(reasonsOf(refusal('file_not_given', both))).toBe(
    'Het bestand “x.csv” is niet meegegeven.',
  );
  const dutch = reasonsOf(refusal('findings', both));
  language.value = 'en';
  expect(reasonsOf(refusal('findings', both))).toBe(
    'No calculation sheet is made on an estimate: it gives a band, and the formulas of the law would give a precise number that is not there. Load the CBS file with scores; then it can be made.',
  );
  expect(dutch).not.toContain('estimate');
  expect(reasonsOf({ ok: true, findings: [] } as unknown as Answer<unknown>)).toBe('');
});
