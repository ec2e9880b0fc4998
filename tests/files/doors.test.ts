// The same table through every door: lists of inhabitants and scores, reproduce, wishes, shares and locations say
// the same of it in every format, and name the same planted faults.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { figureReader, readDistribution } from '../../wasm/files/distribution.ts';
import { putDocument } from '../../wasm/files/put.ts';
import type { FileRole } from '../../wasm/files/sheets.ts';
import { type Core, type Finding, load } from '../../wasm/index.ts';
import { type Cell, type Writer, asLines, writers } from './writers.ts';

const path = (name: string) => new URL(`../../${name}`, import.meta.url);
const population = readFileSync(path('public/data/population/2023.csv'));
const municipalities = population
  .toString()
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => [...line.trim().matchAll(/"([^"]*)"|[^,]+/g)].map(([all, text]) => text ?? all));
const provinces = [...new Set(municipalities.map(([, , province = '']) => province))];

let core: Core;
beforeAll(async () => {
  core = await load(readFileSync(path('dist/spreidingswijzer.wasm')));
  core.put('population/2023.csv', population);
  core.put('scores', readFileSync(path('public/data/scores/2021-estimate.csv')));
});

/** What a published distribution is recognised by. */
const regions = () => {
  const called = core.run('find_municipalities', {
    ...{ municipalities: 'population/2023.csv', provinces, names: [], spellings: true },
  });
  return {
    provinces,
    spellings: called.ok ? called.result.spellings : [],
    municipalities: municipalities.map(([code = '', name = '', province = '']) => ({
      ...{ code, name, province },
    })),
  };
};

type Rows = readonly (readonly Cell[])[];
type Row = readonly Cell[];
const official = {
  population: { file: 'population/2023.csv', status: 'official' },
  scores: { file: 'scores', status: 'official' },
} as const;

/** A door: what it asks of a table, and what a person then knows of its rows. */
interface Door {
  readonly role: FileRole;
  readonly heading: Row;
  readonly rows: readonly Row[];
  /** The column of figures in which faults are planted. */
  readonly at: number;
  readonly ask: (read: {
    file: string;
    notation?: { decimal: '.' | ','; thousands: '.' | ',' | ' ' | "'" | null };
  }) => { ok: boolean; findings: readonly Finding[]; result?: unknown };
}

const coded = municipalities.map(([code = '', name = '', province = '']) => [code, name, province]);
const figures = (result: unknown): unknown => JSON.parse(JSON.stringify(result));

const doors: Readonly<Record<string, Door>> = {
  '--population': {
    role: 'population',
    heading: ['gemeentecode', 'gemeente', 'provincie', 'inwoners'],
    rows: municipalities.map(([code = '', name = '', province = '', people = '']) => [
      ...[code, name, province, people],
    ]),
    at: 3,
    ask: (read) => {
      const own = { ...read, status: 'loaded' } as const;
      const answer = core.run('allocate', {
        ...{ ...official, population: own, provinces, need: 96_000, minors: 8_140 },
      });
      return answer.ok
        ? { ...answer, result: [answer.result.municipalities, answer.columns] }
        : answer;
    },
  },
  '--scores': {
    role: 'scores',
    heading: ['gemeentecode', 'gemeente', 'SES-WOA'],
    rows: coded.map(([code = '', name = ''], at) => [code, name, `0,${100 + at}`]),
    at: 2,
    ask: (read) => {
      const own = { ...read, status: 'loaded' } as const;
      const answer = core.run('allocate', {
        ...{ ...official, scores: own, provinces, need: 96_000, minors: 8_140 },
      });
      return answer.ok
        ? { ...answer, result: [answer.result.municipalities, answer.columns] }
        : answer;
    },
  },
  reproduce: {
    role: 'table',
    heading: ['Gemeente', 'Opvangplaatsen'],
    rows: municipalities
      .slice(40, 60)
      .map(([, name = '', , people = '']) => [name, String(Math.round(Number(people) / 186))]),
    at: 1,
    ask: ({ file }) => {
      const answer = core.run('reproduce', {
        ...{ ...official, provinces, need: 96_000, minors: 8_140, table: file, loaded: [] },
      });
      return answer.ok
        ? { ...answer, result: [answer.result.ranking, answer.result.needs] }
        : answer;
    },
  },
  'exchange --wishes': {
    role: 'file',
    heading: ['gemeente', 'asylum_regular', 'ukraine'],
    rows: [
      ['Assen', '40', '-10'],
      ['Breda', '-40', '10'],
      ['Emmen', '1200', '0'],
    ],
    at: 1,
    ask: (read) =>
      core.run('read_figures', {
        ...{ ...read, name: 'gemeente', numbers: ['asylum_regular', 'ukraine'] },
        ...{ least: -10_000_000, limits: true },
      }),
  },
  'remainder --shares': {
    role: 'file',
    heading: ['gemeente', 'indicatief', 'doet_mee'],
    rows: [
      ['Assen', '1300', 'ja'],
      ['Breda', '900', 'ja'],
      ['Emmen', '500', 'nee'],
    ],
    at: 1,
    ask: (read) =>
      core.run('read_figures', {
        ...{ ...read, name: 'gemeente', numbers: ['indicatief'], words: ['doet_mee'] },
      }),
  },
};

const ofContainer = new Set(['decoded_utf_16', 'decoded_windows_1252', 'hidden_left_out']);

/** What a person learns: whether it is read, its figures, and what was found with its row. */
function learned(door: Door, write: Writer, rows: Rows) {
  const { name, bytes } = write({ rows, hidden: new Set(), headingRows: 1 });
  const part = putDocument(core, name, bytes, {
    ...{ sheets: [], lines: name.endsWith('.txt'), role: door.role },
  });
  const file = part?.file ?? name;
  const notation = part?.notation;
  const answer = door.ask({ file, ...(notation == null ? {} : { notation }) });
  core.remove(file);
  core.remove(name);
  const found = answer.findings
    .filter((finding) => finding.file === file && !ofContainer.has(finding.code))
    .map(({ code, row, about, count }) => `${row} ${code} ${about} ${count}`)
    .sort();
  // Names of files and fingerprints are not of the table.
  const read = answer.ok ? JSON.stringify(figures(answer.result)).replaceAll(file, 'tabel') : '';
  return { ok: answer.ok, read, found };
}

test('a title beside a table in a page, or a heading in a page of several, is an error too', () => {
  const table = (heading: string, names: readonly string[]) =>
    `<table><tr><td>Gemeente<td>${heading}${names.map((name) => `<tr><td>${name}<td>3`).join('')}</table>`;
  const asked = (page: string) => {
    const bytes = new TextEncoder().encode(`<!doctype html><body>${page}`);
    const part = putDocument(core, 'p.html', bytes, { sheets: [], lines: false, role: 'table' });
    const answer = doors.reproduce?.ask({ file: part?.file ?? '' });
    const read = readDistribution(part?.document.tables ?? [], regions(), figureReader(core));
    return [answer?.ok, answer?.findings.map(({ code }) => code).join(), read === null] as const;
  };
  const drenthe = ['Assen', 'Emmen', 'Hoogeveen'];
  const overijssel = ['Zwolle', 'Deventer', 'Almelo'];
  const both = (heading: string) => table(heading, drenthe) + table(heading, overijssel);
  expect(asked(both('Opvangplaatsen'))).toEqual([true, expect.anything(), false]);
  for (const said of ['Max 100 plekken elk', '2 x 1.000 plekken', 'Nog 1.000 plekken'])
    expect(asked(`<p>${said}</p>${both('Opvangplaatsen')}`)[2], said).toBe(false);
  for (const page of [
    `<p>Opvangplaatsen, x 1.000</p>${table('Opvangplaatsen', drenthe)}`,
    table('Opvangplaatsen', drenthe).replace(
      '<table>',
      '<table><caption>In duizendtallen</caption>',
    ),
    both('Opvangplaatsen (x 1.000)'),
    both('Opvangplaatsen in procenten'),
  ]) {
    const [ok, codes, isNone] = asked(page);
    expect([ok, isNone], page).toEqual([false, true]);
    expect(codes, page).toContain('figures_of_other_unit');
  }
});

describe.each(Object.entries(doors))('%s', (name, door) => {
  const whole: Rows = [door.heading, ...door.rows];
  // Wishes and shares have words among their figures, which lines without marks do not show.
  const formats = Object.entries(
    name.startsWith('reproduce') ? { ...writers, lines: asLines } : writers,
  );
  const plainFormat = writers['CSV of Dutch Excel'] as Writer;

  test('a table without faults is read alike in every format, also where its numbers are stored', () => {
    const right = learned(door, plainFormat, whole);
    expect(right.ok).toBe(true);
    const stored = whole.map((row, at) =>
      row.map((cell, column): Cell => {
        const value = typeof cell === 'string' ? Number(cell.replace(',', '.')) : Number.NaN;
        return at > 0 && column > 0 && Number.isFinite(value) ? value : cell;
      }),
    );
    for (const [format, write] of formats) {
      expect(learned(door, write, whole), format).toEqual(right);
      if (/xlsx|ods|page|XML/.test(format))
        expect(learned(door, write, stored), `${format}, stored`).toEqual(right);
    }
  });

  const faults = [
    ...['70O', '12%', '(70)', 'ca. 70', '<5', '70 plekken', '612 640', '2026-06-12', '#N/B', 'PM'],
    ...['n.v.t.', '-', '22,5', 'x', '7-8', '1e3', '٣', '½', '70*'],
  ];
  test.each(faults)('%s for a figure is said, or read, alike in every format', (fault) => {
    const row = 2;
    const planted = whole.map((cells, at) =>
      at === row ? cells.map((cell, column) => (column === door.at ? fault : cell)) : cells,
    );
    const first = learned(door, plainFormat, planted);
    // What a score may be is no fault: 22,5 is out of range, 70* is marked as provisional.
    const isNamed = first.found.some((finding) => finding.startsWith(`${row + 1} `)) || !first.ok;
    expect(isNamed, `${fault} goes unnoticed`).toBe(true);
    for (const [format, write] of formats) {
      const other = learned(door, write, planted);
      // In lines a word between name and figure may be of either: they name the row.
      if (format === 'lines')
        expect(other.found.join(), format).toMatch(new RegExp(`(?:^|,)${row + 1} `));
      else expect([other.ok, other.found], format).toEqual([first.ok, first.found]);
    }
  });

  test.each(['x 1.000', 'in duizendtallen'])('a title “%s” is an error in every format', (unit) => {
    const title = [`Cijfers ${unit}`, ...door.heading.slice(1).map(() => '')];
    for (const [format, write] of formats) {
      const { ok, found } = learned(door, write, [title, ...whole]);
      expect(ok, format).toBe(false);
      expect(found.join(), format).toContain('1 figures_of_other_unit');
    }
  });

  test('a municipality that stands there twice is named in every format', () => {
    const twice = [...whole, ...whole.slice(2, 3)];
    const first = learned(door, plainFormat, twice);
    expect(first.found.some((finding) => /twice|duplicate/.test(finding))).toBe(true);
    for (const [format, write] of formats)
      expect(learned(door, write, twice).found, format).toEqual(first.found);
  });
});
