// What others printed: kinds of number and hands, conflicts left standing, the first hand before all others.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dataDirectory, readCatalogue } from '../../scripts/catalogue.mjs';
import {
  countedPlaces,
  findRound,
  fullestPrint,
  printsOf,
  roundParameters,
} from '../../wasm/rounds/catalogue.ts';
import { call, write } from './program.ts';
import { csvParse } from '../csv.ts';

const catalogue = readCatalogue();
const round = (id: string, of = catalogue) => {
  const found = findRound(of, id);
  if (found === undefined) throw new Error(id);
  return found;
};
const table = (id: string) => {
  const found = catalogue.vintages.find((vintage) => vintage.id === id);
  if (found === undefined) throw new Error(id);
  return csvParse(found.csv);
};
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** The rows of `allocate --format csv`, by municipality or province. */
const allocated = (...args: string[]) => {
  const { stdout, stderr, status } = call('allocate', '--format', 'csv', ...args);
  expect(status, stderr).toBe(0);
  const rows = csvParse(stdout);
  return {
    rows,
    of: (name: string) => rows.find((row) => Object.values(row).includes(name)),
    stderr,
  };
};

describe('each printed vintage says what it prints', () => {
  test.each(catalogue.vintages.filter(({ print }) => print != null).map(({ id }) => id))(
    '%s',
    (id) => {
      const print = catalogue.vintages.find((vintage) => vintage.id === id)?.print;
      for (const sentence of [print?.chain, print?.checked]) {
        expect(sentence?.nl).toMatch(/^\S.*\.$/);
        expect(sentence?.en).toMatch(/^\S.*\.$/);
      }
    },
  );
  test('and what is said to be checked comes out', () => {
    const shares = table('published/2026-nos');
    const provinces = new Map(
      table('population/2025').map((row) => [row.gemeentecode, row.provincie]),
    );
    const of = (province: string) =>
      shares
        .filter(({ gemeentecode }) => provinces.get(gemeentecode) === province)
        .map(({ opvangplaatsen }) => Number(opvangplaatsen));
    expect(shares.length).toBe(342);
    expect(of('Zuid-Holland').length).toBe(50);
    expect(sum(of('Zuid-Holland'))).toBe(18_175);
    expect(sum(of('Noord-Brabant'))).toBe(13_476);
    const seen = table('published/2026').filter(({ niveau }) => niveau === 'gemeente');
    expect(seen.map(({ naam, opvangplaatsen }) => `${naam} ${opvangplaatsen}`)).toEqual([
      'Alphen aan den Rijn 628',
      'Breda 932',
    ]);
    for (const { gemeentecode, opvangplaatsen } of seen)
      expect(shares.find((row) => row.gemeentecode === gemeentecode)?.opvangplaatsen).toBe(
        opvangplaatsen,
      );
    const tasks = table('published/2024').filter(({ niveau }) => niveau === 'provincie');
    expect(tasks.length).toBe(12);
    expect(sum(tasks.map(({ opvangplaatsen }) => Number(opvangplaatsen)))).toBe(96_002);
  });
});

describe('the best print is named beside every figure, with its source', () => {
  test('in 2026 of all municipalities', () => {
    const { rows, of } = allocated('--round', '2026');
    expect(rows.length).toBe(342);
    expect(rows.every(({ genoemd }) => genoemd !== '')).toBe(true);
    expect(sum(rows.map(({ genoemd }) => Number(genoemd)))).toBe(88_000);
    expect(of('Groningen (gemeente)')).toMatchObject({
      genoemd: '898',
      bron: 'NOS Nieuwsuur, 2026-05',
    });
    // Who saw it goes before who copied it.
    expect(of('Alphen aan den Rijn')).toMatchObject({
      genoemd: '628',
      bron: 'Nieuws in Alphen, 2026-03-02',
    });
  });
  test('in 2024 of 65, and of no own sum', () => {
    const { rows, of } = allocated('--round', '2024');
    expect(rows.filter(({ genoemd }) => genoemd !== '').length).toBe(65);
    expect(of('Bloemendaal')).toMatchObject({ genoemd: '169', bron: 'NH Nieuws, 2024-02' });
    expect(of('Utrecht (gemeente)')?.genoemd).toBe('1988');
    expect(of('Aa en Hunze')).toMatchObject({ genoemd: '', bron: '' });
    const provinces = allocated('--round', '2024', '--by', 'province').rows;
    expect(provinces.filter(({ genoemd }) => genoemd !== '').length).toBe(12);
    // What is computed stands apart from what was printed: a range, and no number.
    for (const { opvangplaatsen, laag, hoog, basis, genoemd } of provinces) {
      expect([opvangplaatsen, basis]).toEqual(['', 'schatting']);
      expect(Number(laag)).toBeLessThanOrEqual(Number(genoemd));
      expect(Number(genoemd)).toBeLessThanOrEqual(Number(hoog));
    }
  });
  test('what was decided is told apart, both numbers where two were printed', () => {
    const { stderr } = allocated('--round', '2024');
    expect(stderr).toContain(
      'Utrecht (gemeente): vastgesteld: 1946 volgens DUIC, 2024-12, 42 minder dan indicatief; 1943 volgens DUIC, 2025-06, 45 minder dan indicatief; 1946 volgens DUIC, 2025-07, 42 minder dan indicatief',
    );
  });
});

/** The 2026 table as the Staatscourant lays one out, saved from a browser; two figures differ. */
function publication(): string {
  const provinces = new Map(
    table('population/2025').map((row) => [row.gemeentecode, row.provincie ?? '']),
  );
  const rows = table('published/2026-nos').map(({ gemeentecode, gemeente, opvangplaatsen }) => ({
    province: provinces.get(gemeentecode) ?? '',
    name: gemeente?.replace(' (gemeente)', '') ?? '',
    places:
      Number(opvangplaatsen) + (gemeentecode === 'GM0014' ? 1 : gemeentecode === 'GM0193' ? -1 : 0),
  }));
  const dutch = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.');
  const line = (name: string, places: number): string =>
    `<tr><td>${name}</td><td>${dutch(places)}</td></tr>`;
  const of = (province: string) => rows.filter((row) => row.province === province);
  const names = [...new Set(rows.map(({ province }) => province))];
  return `<!doctype html><html lang="nl"><head><title>Staatscourant 2026, 9999</title></head><body>
    <h1>Capaciteitsraming, provinciale opvangopgave en indicatieve verdeling per gemeente 2026</h1>
    <table><caption>Tabel 1. Provinciale opvangopgave</caption><tr><th>Provincie</th><th>Totaal</th></tr>
    ${names.map((province) => line(province, sum(of(province).map(({ places }) => places)))).join('')}</table>
    ${names
      .map(
        (province) =>
          `<table><caption>Tabel 2. Provincie ${province}</caption><tr><th>Gemeente</th><th>Totaal</th></tr>${of(
            province,
          )
            .map(({ name, places }) => line(name, places))
            .join('')}</table>`,
      )
      .join('')}</body></html>`;
}

describe('the publication itself', () => {
  test('as a saved page takes the first place, and its differences from other prints are listed', () => {
    const page = write('stcrt-2026-9999.html', publication());
    const { rows, of, stderr } = allocated(
      '--round',
      '2026',
      '--published',
      page,
      '--hand',
      'first',
    );
    expect(of('Groningen (gemeente)')).toMatchObject({ genoemd: '899', bron: page });
    expect(of('Alphen aan den Rijn')?.bron).toBe(page);
    expect(rows.every(({ bron }) => bron === page)).toBe(true);
    expect(stderr).toContain(
      `Groningen (gemeente): afdrukken verschillen: 899 gepubliceerd in ${page}; 898 volgens NOS Nieuwsuur, 2026-05`,
    );
    expect(stderr).toContain('Zwolle: afdrukken verschillen:');
    expect(stderr.match(/afdrukken verschillen/g)?.length).toBe(2);
    // Said to be copied, it does not go before who saw it.
    const third = allocated('--round', '2026', '--published', page).of('Alphen aan den Rijn');
    expect(third?.bron).toBe('Nieuws in Alphen, 2026-03-02');
  });
  test('as a file of the repository goes before the others', () => {
    const directory = mkdtempSync(join(tmpdir(), 'spreiding-'));
    try {
      cpSync(dataDirectory, directory, { recursive: true });
      cpSync(
        join(directory, 'published/2026-nos.csv'),
        join(directory, 'published/2026-staatscourant.csv'),
      );
      const nos = JSON.parse(readFileSync(join(directory, 'published/2026-nos.json'), 'utf8')) as {
        print: object;
      };
      writeFileSync(
        join(directory, 'published/2026-staatscourant.json'),
        JSON.stringify({ ...nos, status: 'publication', print: { ...nos.print, hand: 'first' } }),
      );
      const extended = readCatalogue(directory);
      const of = round('2026', extended);
      const id = 'published/2026-staatscourant';
      expect(printsOf(extended, of).map((vintage) => vintage.id)).toEqual([
        id,
        'published/2026',
        'published/2026-nos',
      ]);
      expect(fullestPrint(extended, of)?.id).toBe(id);
      expect(roundParameters(extended, of).published?.[0]).toMatchObject({
        file: `${id}.csv`,
        hand: 'first',
      });
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});

test('a distribution decision stands beside the indicative figures, and is none of them', () => {
  const file = write('besluit.csv', 'gemeente;totaal\n’s-Gravenhage;2189\nWassenaar;930\n');
  const { of, stderr } = allocated('--round', '2024', '--decided', file, '--hand', 'first');
  expect(of("'s-Gravenhage (gemeente)")?.genoemd).toBe('2513');
  expect(stderr).toContain(
    "'s-Gravenhage (gemeente): vastgesteld: 2189 gepubliceerd in besluit.csv, 324 minder dan indicatief",
  );
  // Of Wassenaar no indicative number is printed: nothing to set it beside.
  expect(stderr).toContain('Wassenaar: vastgesteld: 930 gepubliceerd in besluit.csv\n');
});

test('the count of places is in a file of its own, which can be taken out', () => {
  expect(countedPlaces(catalogue, round('2026'))?.places.GM0014).toEqual([407, 53]);
  const directory = mkdtempSync(join(tmpdir(), 'spreiding-'));
  try {
    cpSync(dataDirectory, directory, { recursive: true });
    rmSync(join(directory, 'places'), { recursive: true });
    const without = readCatalogue(directory);
    expect(countedPlaces(without, round('2026', without))).toBeUndefined();
    expect(without.vintages.length).toBe(catalogue.vintages.length - 1);
  } finally {
    rmSync(directory, { recursive: true });
  }
});

describe('a complete table with something wrong', () => {
  /** The 2026 table with some figures changed, as a file. */
  const changed = (name: string, figures: Readonly<Record<string, string>>): string => {
    const rows = table('published/2026-nos').map(
      ({ gemeentecode = '', gemeente = '', opvangplaatsen = '' }) =>
        `${gemeentecode};${gemeente};${figures[gemeentecode] ?? opvangplaatsen}`,
    );
    return write(name, `gemeentecode;gemeente;opvangplaatsen\n${rows.join('\n')}\n`);
  };
  const carried = (path: string) =>
    call(
      ...['implied', path, '--round', '2026'],
      ...['--to-population', 'population/2026.csv', '--to-need', '96000'],
    );

  test('two figures that changed places are named at their row, and nothing is derived', () => {
    // Breda and Zundert.
    const path = changed('verwisseld.csv', { GM0758: '126', GM0879: '932' });
    const { stdout, stderr, status } = carried(path);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/verwisseld\.csv:\d+:3: waarschuwing: .*verwisseld: Breda, Zundert/);
    expect(call('compare', path, '--round', '2026').stderr).toContain('verwisseld: Breda, Zundert');
  });
  test('a figure of another round is named with that round', () => {
    // Utrecht’s 1,988 of 2024, and as much less for Amsterdam: the sum is still that of 2026.
    const path = changed('ander.csv', { GM0344: '1988', GM0363: String(4089 - 145) });
    const told =
      'Van een andere ronde: één aantal is genoemd in ronde 2024, en niet in ronde 2026: Utrecht (gemeente) (regel ';
    expect(call('compare', path, '--round', '2026').stderr).toContain(told);
    const { stdout, stderr, status } = carried(path);
    expect([stdout, status]).toEqual(['', 1]);
    expect(stderr).toContain('genoemd in ronde 2024, en niet in ronde 2026');
  });
  test('one figure that does not fit the need, and the whole table as it is', () => {
    const far = carried(changed('ver.csv', { GM0014: '969' }));
    expect(far.stderr).toContain('passen niet bij een behoefte van 88.000');
    const whole = carried(changed('heel.csv', {}));
    expect(whole.status).toBe(0);
    expect(whole.stdout.split('\n').length).toBeGreaterThan(342);
  });
});
