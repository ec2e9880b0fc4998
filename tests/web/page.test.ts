import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readCatalogue } from '../../scripts/catalogue.mjs';
import { day, decimal, rememberDays, whole } from '../../web/format.ts';
import { sorted } from '../../web/components/order.ts';
import type { Finding } from '../../wasm/index.ts';
import { cellsOf } from '../../web/state/inputs.ts';
import { csvParse } from '../csv.ts';
import {
  findPlaces,
  folded,
  matches,
  readFormer,
  rememberSpellings,
  spokenName,
} from '../../web/state/search.ts';
import { isView, language, panels, rooms } from '../../web/state/page.ts';
import { unpacked } from '../../wasm/package/unpack.ts';
import { shortened } from '../../web/views/input/ReviewPanel.tsx';
import { refusalText } from '../../web/views/input/Working.tsx';
import { vintageName } from '../../web/views/municipality/Certainty.tsx';
import { placeOf } from '../../web/views/provincial/submissions/state.ts';
import type { ConvertedDocument } from '../../web/worker/protocol.ts';

describe('search', () => {
  const rowsOf = (csv: string) =>
    csvParse(csv).map((row) => ({
      code: row['gemeentecode'] ?? '',
      name: row['gemeente'] ?? '',
      province: row['provincie'] ?? '',
    }));
  const read = (path: string): string =>
    readFileSync(new URL(`../../public/data/${path}`, import.meta.url), 'utf8');
  const rows = rowsOf(read('population/2025.csv'));
  const provinces = [...new Set(rows.map((row) => row.province))];
  const former = readFormer(read('changes/municipalities.csv'));
  const search = (typed: string) => findPlaces(rows, former, provinces, typed, 8);
  const first = (typed: string): string => {
    const [found] = search(typed).found;
    return found === undefined ? '' : found.kind === 'province' ? found.name : found.row.name;
  };

  test('accents, capitals and signs do not matter', () => {
    expect(folded('Súdwest-Fryslân')).toBe('sudwestfryslan');
    expect(first('sudwest fry')).toBe('Súdwest-Fryslân');
    expect(first('BERGEN NH')).toBe('Bergen (NH.)');
    expect(matches('Zwolle', '')).toBe(true);
    expect(search('').found).toEqual([]);
  });
  test('every municipality is first for its name, as CBS has it and as people say it', () => {
    expect(rows.length).toBe(342);
    for (const { name } of rows)
      for (const typed of [name, spokenName(name)]) {
        expect(first(typed), typed).toBe(name);
        expect(search(typed).isSure, typed).toBe(true);
      }
    expect(spokenName('Groningen (gemeente)')).toBe('Groningen');
    expect(spokenName('Bergen (L.)')).toBe('Bergen (L.)');
  });
  test('every abolished municipality leads to what it belongs to now, and to nothing else', () => {
    const now = new Map(rows.map((row) => [row.code, row]));
    const names = new Set(former.filter(({ code }) => !now.has(code)).map(({ name }) => name));
    expect(names.size).toBeGreaterThan(55);
    for (const name of names) {
      const { found, isSure } = search(name);
      const [best] = found;
      // One that lives on under its name, such as Haren or Menterwolde, is no municipality any more.
      expect(best?.kind, name).toBe('former');
      const parts = former.filter((each) => each.name === name);
      if (parts.length === 1) expect(isSure, name).toBe(true);
      else expect(isSure, name).toBe(false);
    }
    expect(search('Uden').found[0]).toMatchObject({ since: '2022', row: { name: 'Maashorst' } });
    expect(search('Weesp').found[0]).toMatchObject({ since: '2022', row: { name: 'Amsterdam' } });
    expect(first('Grave')).toBe('Land van Cuijk');
  });
  test('a province is found; where a municipality is called so, that comes first', () => {
    for (const name of provinces)
      expect(
        search(name).found.some((each) => each.kind === 'province' && each.name === name),
        name,
      ).toBe(true);
    expect(search('Overijssel').found[0]).toEqual({ kind: 'province', name: 'Overijssel' });
    expect(
      search('Utrecht')
        .found.map(({ kind }) => kind)
        .slice(0, 2),
    ).toEqual(['municipality', 'province']);
  });
  test('what only has it somewhere is not opened, unless it is the only one', () => {
    expect(search('recht').isSure).toBe(false);
    expect(search('ijmegen').isSure).toBe(true);
    expect(search('Hoofddorp').found).toEqual([]);
    // A word of a name goes before a part of a word.
    expect(first('Veld')).toBe('Veldhoven');
    expect(first('Zand')).toBe('Zandvoort');
  });
  test('what the core says that each is called is found', () => {
    rememberSpellings([
      { name: "'s-Gravenhage (gemeente)", spellings: ['sgravenhage', 'denhaag'] },
    ]);
    expect(first('den haag')).toBe("'s-Gravenhage (gemeente)");
    rememberSpellings([]);
  });
});

test('figures are written as the language writes them, digit for digit', () => {
  expect(whole(96000, 'nl')).toBe('96.000');
  expect(whole(-1_234, 'nl')).toBe('−1.234');
  expect(whole(96000, 'en')).toBe('96,000');
  expect(decimal('-0.073', 'nl')).toBe('−0,073');
  expect(decimal('9.500000000', 'en')).toBe('9.500000000');
  expect(decimal('123456789012345678901', 'nl')).toBe('123.456.789.012.345.678.901');
  expect(decimal('-1226.4', 'en')).toBe('−1,226.4');
  expect(decimal('226.123456789', 'nl')).toBe('226,123456789');
  expect(day('2024-02-01', 'nl')).toBe('1 februari 2024');
  expect(day('2024-01', 'en')).toBe('January 2024');
  expect(day('2024-01/02', 'nl')).toBe('2024-01/02');
  // What the catalogue brings along written is what would be written here.
  const { days } = readCatalogue();
  expect(days['2027-01-01']).toEqual({ nl: '1 januari 2027', en: '1 January 2027' });
  for (const [text, { nl, en }] of Object.entries(days))
    expect([day(text, 'nl'), day(text, 'en')]).toEqual([nl, en]);
  rememberDays({ '1999-12-31': { nl: 'oudjaar', en: 'new year’s eve' } });
  expect([day('1999-12-31', 'nl'), day('1999-12-31', 'en')]).toEqual(['oudjaar', 'new year’s eve']);
  expect(day('2000-01-01', 'nl')).toBe('1 januari 2000');
});

test('missing figures stand last in either direction', () => {
  expect(sorted([2, null, 1], (value) => value, false)).toEqual([1, 2, null]);
  expect(sorted([2, null, 1], (value) => value, true)).toEqual([2, 1, null]);
  expect(sorted(['b', 'É', 'a'], (value) => value, false)).toEqual(['a', 'b', 'É']);
});

test('a view is known by its name only, and not by what every object has', () => {
  expect([...rooms, ...panels].every(isView)).toBe(true);
  for (const name of ['', 'Country', 'constructor', '__proto__', 'toString', ' help'])
    expect(isView(name), name).toBe(false);
});

describe('what the page carries packed', () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => (at * at) % 256);
  const text = gzipSync(bytes).toString('base64');
  const native = Object.getOwnPropertyDescriptor(Uint8Array, 'fromBase64');
  afterEach(() => {
    if (native === undefined) Reflect.deleteProperty(Uint8Array, 'fromBase64');
    else Object.defineProperty(Uint8Array, 'fromBase64', native);
    vi.resetModules();
  });

  test('comes out byte for byte, also where a browser decodes by itself', async () => {
    expect(await unpacked(text)).toEqual(bytes);
    expect(await unpacked(gzipSync(new Uint8Array()).toString('base64'))).toHaveLength(0);
    const decode = vi.fn((given: string) => new Uint8Array(Buffer.from(given, 'base64')));
    Object.defineProperty(Uint8Array, 'fromBase64', { value: decode, configurable: true });
    vi.resetModules();
    const newer = await import('../../wasm/package/unpack.ts');
    expect(await newer.unpacked(text)).toEqual(bytes);
    expect(decode).toHaveBeenCalledOnce();
  });
  test('is refused where it is cut off, broken or not packed at all', async () => {
    for (const wrong of ['', text.slice(0, -400), `AAAA${text.slice(4)}`, 'AAAA', '!!'])
      await expect(unpacked(wrong), wrong.slice(0, 8)).rejects.toThrow();
  });
});

test('of a long cell a hundred characters are shown, and no character is halved', () => {
  expect(shortened('Zwolle')).toBe('Zwolle');
  expect(shortened('a'.repeat(100))).toBe('a'.repeat(100));
  expect(shortened('a'.repeat(101))).toBe(`${'a'.repeat(100)}…`);
  expect(shortened('😀'.repeat(10_000))).toBe(`${'😀'.repeat(100)}…`);
  expect(shortened('')).toBe('');
});

test('of a document the core gets the chosen table, with its own way of writing numbers', () => {
  const notation = { decimal: ',', thousands: '.' } as const;
  const [first, second, whole] = [Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3)];
  const document = {
    kind: 'xlsx',
    proposed: 0,
    tables: [
      { name: 'Blad1', csv: first, notation: null, remarks: [] },
      { name: 'Blad2', csv: second, notation, remarks: [] },
    ],
    distribution: null,
  } as unknown as ConvertedDocument;
  expect(cellsOf(document, 0)).toEqual({ name: 'Blad1', csv: first, reading: {}, remarks: [] });
  expect(cellsOf(document, 1)).toEqual({
    name: 'Blad2',
    csv: second,
    reading: { notation },
    remarks: [],
  });
  expect(cellsOf(document, 2)).toBeUndefined();
  expect(cellsOf(document, 'distribution')).toBeUndefined();
  const read = { ...document, distribution: { read: {}, csv: whole } } as ConvertedDocument;
  expect(cellsOf(read, 'distribution')).toEqual({
    name: 'verdeling',
    csv: whole,
    reading: {},
    remarks: [],
  });
});

test('where a finding stands is said as the sender’s own program names it', () => {
  const at = (file: string, row: number, column: number): string =>
    placeOf({ file, row, column } as Finding);
  expect(at('ankerveen.xlsx#Locaties', 5, 3)).toBe('ankerveen.xlsx#Locaties:C5 ');
  expect(at('ankerveen.xlsx#Locaties', 5, 28)).toBe('ankerveen.xlsx#Locaties:AB5 ');
  expect(at('ankerveen.xlsx#Locaties', 5, 0)).toBe('ankerveen.xlsx#Locaties:A5 ');
  expect(at('ankerveen.csv', 5, 3)).toBe('ankerveen.csv:5:3 ');
  expect(at('ankerveen.csv', 0, 0)).toBe('ankerveen.csv: ');
  expect(at('', 5, 3)).toBe('');
});

test('a vintage has its title in the language shown, a file of one’s own its name', () => {
  expect(vintageName('population/2023.csv')).toContain('2023');
  expect(vintageName('population/2023.csv')).not.toContain('/');
  expect(vintageName('population/2023')).toBe('population/2023');
  expect(vintageName('eigen.csv')).toBe('eigen.csv');
});

test('why a file is refused is said in both languages, for every reason', () => {
  const told = (code: Parameters<typeof refusalText>[0]): string[] =>
    (['nl', 'en'] as const).map((shown) => {
      language.value = shown;
      return refusalText(code);
    });
  for (const code of ['worker_refused', 'worker_broken', 'out_of_memory', 'pdf'] as const) {
    const [dutch, english] = told(code);
    expect(dutch, code).toMatch(/\w+\.$/);
    expect(english, code).toMatch(/\w+\.$/);
    expect(dutch).not.toBe(english);
  }
  language.value = 'nl';
});
