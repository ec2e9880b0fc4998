import { describe, expect, test, vi } from 'vitest';
import { mayBeOutdated } from '../../web/page/age.ts';
import { fromBase64, sha256, toBase64 } from '../../web/dossier/base64.ts';
import {
  type Migrations,
  looksLikeDossier,
  readDossier,
  writeDossier,
} from '../../web/dossier/format.ts';
import {
  type History,
  noHistory,
  recorded,
  redone,
  stepsBetween,
  undone,
} from '../../web/dossier/history.ts';
import {
  type Section,
  Refused,
  allSections,
  asRecord,
  asText,
  asWhole,
  closeSections,
  registerSection,
  sameState,
} from '../../web/dossier/sections.ts';

const section = (name: string, more: Partial<Section> = {}): Section => ({
  name,
  work: true,
  read: () => '',
  restore: () => undefined,
  save: (state) => (state === '' ? undefined : state),
  open: (saved) => (saved === undefined ? '' : asText(saved, name, 10)),
  ...more,
});
const sections = [section('notes'), section('round')];
const maker = { version: '1.2.3', commit: 'abc', day: '2026-11-24' };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const written = (states: Record<string, unknown>): string =>
  writeDossier(sections, new Map(Object.entries(states)), { withFiles: true }, maker);

const refusal = async (text: string): Promise<string> => {
  try {
    await readDossier(bytes(text), sections);
    return 'opened';
  } catch (fault) {
    return fault instanceof Refused ? `${fault.code} ${fault.about}`.trim() : String(fault);
  }
};

describe('a dossier', () => {
  test('opens as it was saved, and leaves out what holds nothing', async () => {
    const text = written({ notes: 'één', round: '' });
    expect(JSON.parse(text)).toEqual({
      format: 'spreidingswijzer-dossier',
      version: 1,
      maker,
      sections: { notes: 'één' },
    });
    const opened = await readDossier(bytes(text), sections);
    expect([...opened.states]).toEqual([
      ['notes', 'één'],
      ['round', ''],
    ]);
  });

  test('of a newer version is refused, of an older one brought up step by step', async () => {
    const newer = written({ notes: 'x' }).replace('"version": 1', '"version": 2');
    expect(await refusal(newer)).toBe('newer 2');
    // Nothing before version 1 was ever saved, so an invented version 0 tries the mechanism.
    const old = JSON.stringify({
      format: 'spreidingswijzer-dossier',
      version: 0,
      remarks: 'before',
    });
    expect(await refusal(old)).toBe('older 0');
    const migrations: Migrations = {
      0: (document) =>
        new Map([...document, ['sections', { notes: document.get('remarks') }] as const]),
    };
    const opened = await readDossier(bytes(old), sections, { version: 1, migrations });
    expect(opened.states.get('notes')).toBe('before');
  });

  test('that is hostile is refused with its reason, and never half opened', async () => {
    const dossier = (inside: string): string =>
      `{"format":"spreidingswijzer-dossier","version":1,"sections":${inside}}`;
    expect(await refusal('')).toBe('unreadable');
    expect(await refusal('{"format":')).toBe('unreadable');
    expect(await refusal('['.repeat(100_000))).toBe('unreadable');
    const deep = '['.repeat(5_000) + ']'.repeat(5_000);
    expect(
      await refusal(
        `{"format":"spreidingswijzer-dossier","version":1,"sections":{"notes":${deep}}}`,
      ),
    ).toBe('unreadable');
    expect(await refusal('[]')).toBe('other_format');
    expect(await refusal('null')).toBe('other_format');
    expect(await refusal('{"format":"else","version":1}')).toBe('other_format');
    expect(await refusal('{"format":"spreidingswijzer-dossier","version":"1"}')).toBe(
      'other_format',
    );
    expect(await refusal('{"format":"spreidingswijzer-dossier","version":1.5}')).toBe(
      'other_format',
    );
    expect(await refusal(dossier('[]'))).toBe('section_wrong sections');
    expect(await refusal(dossier('{"notes":{}}'))).toBe('section_wrong notes');
    expect(await refusal(dossier('{"notes":"longer than ten characters"}'))).toBe(
      'section_wrong notes',
    );
    expect(await refusal(dossier('{"__proto__":{"notes":"x"}}'))).toBe('opened');
    expect(({} as { notes?: string }).notes).toBeUndefined();
  });

  test('names the parts that this program does not know', async () => {
    const text = '{"format":"spreidingswijzer-dossier","version":1,"sections":{"later":1}}';
    expect((await readDossier(bytes(text), sections)).unknown).toEqual(['later']);
  });

  test('takes whole numbers within their bounds only', () => {
    expect(asWhole(12, 'numbers', 100)).toBe(12);
    expect(asWhole(undefined, 'numbers', 100)).toBeUndefined();
    for (const wrong of [-1, 1.5, 101, '12', Number.NaN, {}])
      expect(() => asWhole(wrong, 'numbers', 100)).toThrow(Refused);
  });

  test('carries every byte', () => {
    const all = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
    expect(fromBase64(toBase64(all))).toEqual(all);
    expect(fromBase64('no base64!')).toBeNull();
  });

  test('has the fingerprint of a file as every other program writes it', async () => {
    const ofNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    expect(await sha256(new Uint8Array())).toBe(ofNothing);
    // "abc", the first example of the standard (FIPS 180-4).
    expect(await sha256(bytes('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  test('is known by its name near the beginning, however large it is', () => {
    expect(looksLikeDossier(bytes(written({ notes: 'x' })))).toBe(true);
    expect(looksLikeDossier(bytes(`\uFEFF${written({})}`))).toBe(true);
    expect(looksLikeDossier(bytes(JSON.stringify({ format: 'spreidingswijzer-dossier' })))).toBe(
      true,
    );
    expect(looksLikeDossier(bytes(''))).toBe(false);
    expect(looksLikeDossier(bytes('gemeente;inwoners\nspreidingswijzer-dossier;5\n'))).toBe(false);
    expect(looksLikeDossier(bytes(`${' '.repeat(400)}${written({})}`))).toBe(false);
    expect(looksLikeDossier(Uint8Array.of(0xff, 0xfe, 0x80))).toBe(false);
  });

  test('takes a record for a record only, without any name that it did not write', () => {
    expect([...asRecord({ a: 1, b: null }, 'notes')]).toEqual([
      ['a', 1],
      ['b', null],
    ]);
    const hostile = asRecord(JSON.parse('{"__proto__":{"need":5}}'), 'notes');
    expect(hostile.get('need')).toBeUndefined();
    expect(asRecord({}, 'notes').get('constructor')).toBeUndefined();
    for (const wrong of [null, undefined, [], 'text', 5, true])
      expect(() => asRecord(wrong, 'notes')).toThrow(Refused);
  });

  test('takes text up to its length only', () => {
    expect(asText('é'.repeat(10), 'notes', 10)).toHaveLength(10);
    for (const wrong of ['x'.repeat(11), 5, null, undefined, ['x']])
      expect(() => asText(wrong, 'notes', 10)).toThrow(Refused);
  });
});

describe('what a dossier says of reading a file', () => {
  const opened = async (saved: unknown) => {
    const { openReading } = await import('../../web/dossier/page-sections.ts');
    return openReading(saved);
  };

  test('is taken as it was said, and nothing is added', async () => {
    const said = {
      separator: ';',
      encoding: 'windows-1252',
      notation: { decimal: ',', thousands: '.' },
      columns: { code: 'Gemeentecode', inhabitants: 3, score: null },
      period: '2023',
    };
    expect(await opened(said)).toEqual(said);
    expect(await opened({})).toEqual({});
    expect(await opened(undefined)).toEqual({});
  });
  test('is refused where it cannot be', async () => {
    for (const wrong of [
      'text',
      { notation: { decimal: ',', thousands: ',' } },
      { notation: { decimal: ';', thousands: null } },
      { columns: { code: -1 } },
      { columns: { code: 1.5 } },
      { columns: { toString: 1 } },
      { period: 'x'.repeat(101) },
    ])
      await expect(opened(wrong), JSON.stringify(wrong)).rejects.toThrow(Refused);
  });
});

describe('the parts of what a person did', () => {
  test('are alike where they say the same, or as a part itself compares them', () => {
    const plain = section('notes');
    expect(sameState(plain, { a: [1] }, { a: [1] })).toBe(true);
    expect(sameState(plain, { a: [1] }, { a: [2] })).toBe(false);
    expect(sameState(plain, undefined, undefined)).toBe(true);
    expect(sameState(plain, Number.NaN, Number.NaN)).toBe(true);
    const byIdentity = section('files', { same: (one, other) => one === other });
    const state = { a: 1 };
    expect(sameState(byIdentity, state, state)).toBe(true);
    expect(sameState(byIdentity, state, { a: 1 })).toBe(false);
    // What is the same is not written out to be compared, and could not always be.
    const inItself: { of?: unknown } = {};
    inItself.of = inItself;
    expect(sameState(plain, inItself, inItself)).toBe(true);
  });

  test('each have a name of their own, and none comes after the history began', async () => {
    vi.resetModules();
    const fresh: {
      allSections: typeof allSections;
      closeSections: typeof closeSections;
      registerSection: typeof registerSection;
    } = await import('../../web/dossier/sections.ts');
    fresh.registerSection(section('notes'));
    expect(() => {
      fresh.registerSection(section('notes'));
    }).toThrow('there already');
    fresh.registerSection(section('round'));
    fresh.closeSections();
    expect(() => {
      fresh.registerSection(section('late'));
    }).toThrow('after the history began');
    expect(fresh.allSections().map(({ name }) => name)).toEqual(['notes', 'round']);
  });
});

describe('undo', () => {
  const typed = (name: string): boolean => name === 'notes';
  const change = (history: History, before: object, after: object, at: number): History =>
    recorded(
      history,
      stepsBetween(sections, new Map(Object.entries(before)), new Map(Object.entries(after)), at),
      typed,
    );

  test('goes back and forth through what changed, and only that', () => {
    const first = change(noHistory, { round: '1', notes: '' }, { round: '2', notes: '' }, 0);
    const second = change(first, { round: '2', notes: '' }, { round: '3', notes: 'a' }, 10);
    const back = undone(second);
    expect([...(back?.states ?? [])]).toEqual([
      ['notes', ''],
      ['round', '2'],
    ]);
    const forth = redone(back?.history ?? noHistory);
    expect(forth?.states.get('round')).toBe('3');
    expect(undone(noHistory)).toBeNull();
    expect(redone(second)).toBeNull();
  });

  test('takes letters typed at once as one step, and other changes each on their own', () => {
    let history = change(noHistory, { notes: '' }, { notes: 'a' }, 0);
    history = change(history, { notes: 'a' }, { notes: 'ab' }, 500);
    expect(history.past).toHaveLength(1);
    expect(undone(history)?.states.get('notes')).toBe('');
    history = change(history, { notes: 'ab' }, { notes: 'abc' }, 9000);
    expect(history.past).toHaveLength(2);
    history = change(history, { round: '1' }, { round: '2' }, 9001);
    history = change(history, { round: '2' }, { round: '3' }, 9002);
    expect(history.past).toHaveLength(4);
  });

  test('forgets what was undone once something new is done', () => {
    const back = undone(change(noHistory, { round: '1' }, { round: '2' }, 0));
    const anew = change(back?.history ?? noHistory, { round: '1' }, { round: '4' }, 1);
    expect(anew.future).toEqual([]);
  });
});

test('data may be outdated after ninety days', () => {
  expect(mayBeOutdated('2026-11-23', '2026-11-24')).toBe(false);
  expect(mayBeOutdated('2026-11-23', '2027-02-21')).toBe(false);
  expect(mayBeOutdated('2026-11-23', '2027-02-22')).toBe(true);
});
