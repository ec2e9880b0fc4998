// The same table as CSV in all dialects, .xlsx, .ods, saved web page, pasted text and printed lines gives
// the same figures, joins and findings; and one planted fault of each kind is named by every format.
import { readFileSync } from 'node:fs';
import { strToU8 } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { putDocument } from '../../wasm/files/put.ts';
import { readDocument } from '../../wasm/files/read.ts';
import { type Core, load } from '../../wasm/index.ts';
import { ods } from './documents.ts';
import { type Random, randomFrom } from './mutations.ts';
import {
  type Cell,
  type Source,
  type Writer,
  asLines,
  asOds,
  asPage,
  asXlsx,
  asXml,
  csv,
  textOf,
  writers,
} from './writers.ts';

const path = (name: string) => new URL(`../../${name}`, import.meta.url);
const population = readFileSync(path('public/data/population/2023.csv'));
/** As publications write it: CBS says where a province has the same name. */
const bareName = (name: string): string => name.replace(' (gemeente)', '');
const municipalities = population
  .toString()
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.trim().split(','))
  .map(([code = '', name = '', province = '', inhabitants = '']) => ({
    ...{ code, name, province },
    places: Math.round(Number(inhabitants) / 186),
  }));
const provinces = [...new Set(municipalities.map(({ province }) => province))];

let core: Core;
beforeAll(async () => {
  core = await load(readFileSync(path('dist/spreidingswijzer.wasm')));
  core.put('population/2023.csv', population);
  core.put('scores', readFileSync(path('public/data/scores/2021-estimate.csv')));
});

/** How numbers are written as text. */
type Notation = '' | '.' | ' ' | '\u00a0' | "'";
const grouped = (value: number, mark: Notation): string =>
  String(value).replace(/\B(?=(?:\d{3})+$)/g, mark);

/** Spellings of a name that stand for one municipality. */
const spelled = (name: string, random: Random): string => {
  const bare = bareName(name);
  const other: Record<string, readonly string[]> = {
    "'s-Gravenhage": ['Den Haag', '’s-Gravenhage', 'DEN HAAG'],
    "'s-Hertogenbosch": ['Den Bosch', '’s-Hertogenbosch'],
    'Súdwest-Fryslân': ['Sudwest-Fryslan', 'Súdwest\u2011Fryslân'],
    'Bergen (NH.)': ['Bergen (NH)', 'Bergen (Noord-Holland)'],
  };
  const all = [bare, bare, bare.toUpperCase(), `Gemeente ${bare}`, ...(other[bare] ?? [])];
  return all[random(all.length)] ?? bare;
};

interface Wish {
  readonly notation: Notation;
  readonly stored: boolean;
  readonly merged: boolean;
  readonly hidden: boolean;
  readonly former: boolean;
}

function generated(random: Random, wish: Wish): Source {
  const start = random(200);
  const always = ["'s-Gravenhage", 'Súdwest-Fryslân', 'Bergen (NH.)', 'Amsterdam'];
  const chosen = [
    ...municipalities.filter(({ name }) => always.includes(bareName(name))),
    ...municipalities
      .slice(start, start + 12)
      .filter(({ name }) => !always.includes(bareName(name))),
  ];
  const number = (value: number): Cell => (wish.stored ? value : grouped(value, wish.notation));
  const heading: Cell[][] = wish.merged
    ? [
        ['Gemeente', 'Verdeling', ''],
        ['Gemeente', 'Opvangplaatsen', 'waarvan amv'],
      ]
    : [['Gemeente', 'Opvangplaatsen', 'waarvan amv']];
  const rows = chosen.map(({ name, places }): Cell[] => [
    spelled(name, random),
    number(places),
    number(Math.round(places / 12)),
  ]);
  if (wish.former) rows.splice(3, 0, ['Weesp', number(104), number(9)]);
  const sum = chosen.reduce((total, { places }) => total + places, wish.former ? 104 : 0);
  const minors = chosen.reduce(
    (total, { places }) => total + Math.round(places / 12),
    wish.former ? 9 : 0,
  );
  const all = [...heading, ...rows, ['Totaal', number(sum), number(minors)]];
  const hidden = new Set<number>();
  if (wish.hidden) {
    hidden.add(all.length - 3);
    all.splice(all.length - 3, 0, ['Zwolle', number(1), number(1)]);
  }
  return { rows: all, hidden, headingRows: heading.length };
}

/** Findings about how a file was stored, which formats may have of their own. */
const ofContainer = new Set(['decoded_utf_16', 'decoded_windows_1252', 'hidden_left_out']);

/** What a person learns of a table: its figures with their joins, and what was found. */
function learned(write: Writer, source: Source) {
  const { name, bytes } = write(source);
  const part = putDocument(core, name, bytes, { sheets: [], lines: name.endsWith('.txt') });
  const table = part?.file ?? name;
  const answer = core.run('compare', {
    population: { file: 'population/2023.csv', status: 'official' },
    scores: { file: 'scores', status: 'official' },
    ...{ need: 96_000, minors: 8_140, provinces, table },
  });
  const found = answer.findings
    .filter(({ code, file }) => file === table && !ofContainer.has(code))
    .map(({ code, row, about }) => `${row} ${code} ${about}`)
    .sort();
  const figures = answer.ok
    ? answer.result.rows.map(({ row, level, code, published, publishedMinors, class: kind }) => ({
        ...{ row, level, code, published, publishedMinors },
        sum: kind === 'sum_of_parts',
      }))
    : answer.error.code;
  core.remove(table);
  core.remove(name);
  return { figures, found };
}

const wishes: readonly Wish[] = [
  { notation: '', stored: false, merged: false, hidden: false, former: false },
  { notation: '.', stored: false, merged: false, hidden: false, former: true },
  { notation: '\u00a0', stored: false, merged: true, hidden: false, former: false },
  { notation: "'", stored: false, merged: false, hidden: true, former: false },
  { notation: '\u00a0', stored: false, merged: false, hidden: false, former: true },
  { notation: '', stored: true, merged: true, hidden: true, former: true },
];

describe('a table without faults', () => {
  test.each(wishes.map((wish, at) => [at, wish] as const))('of kind %i', (at, wish) => {
    for (let seed = 1; seed <= 4; seed += 1) {
      const source = generated(randomFrom(at * 100 + seed), wish);
      const first = learned(csv(';', true, strToU8), source);
      // The total is that of these rows and not the country's: it is told, and no figure to compare.
      expect(first.figures).toHaveLength(
        source.rows.length - source.headingRows - source.hidden.size - 1,
      );
      for (const [format, write] of Object.entries(writers))
        expect(learned(write, source), `${format}, seed ${seed}`).toEqual(first);
      // Printed lines know no merged heading.
      if (!wish.merged) expect(learned(asLines, source), `lines, seed ${seed}`).toEqual(first);
    }
  });
});

describe('a column of codes', () => {
  const coded = (write: (code: string) => Cell): Source => {
    const source = generated(randomFrom(3), wishes[0] as Wish);
    const rows = source.rows.slice(0, -1).map((row, at) => {
      const name = at === 0 ? '' : String(municipalities[at]?.name);
      const code = municipalities[at]?.code ?? '';
      return at === 0 ? ['Gemeentecode', ...row] : [write(code), bareName(name), ...row.slice(1)];
    });
    return { ...source, rows };
  };
  const number = (code: string): number => Number(code.slice(2));
  const ways: readonly [string, (code: string) => Cell][] = [
    ['with a point and a nought', (code) => `${number(code)}.0`],
    ['with a comma and a nought', (code) => `${number(code)},0`],
    ['of four digits with a fraction', (code) => `${code.slice(2)}.00`],
    ['without its noughts', (code) => `GM${number(code)}`],
    ['in small letters, with a space', (code) => `${code.toLowerCase()} `],
    ['of four digits', (code) => code.slice(2)],
    ['stored as a number', number],
  ];
  test.each(ways)('%s is read as CBS writes it, in every format', (_, write) => {
    const right = learned(
      csv(';', true, strToU8),
      coded((code) => code),
    );
    expect(right.figures).toHaveLength(generated(randomFrom(3), wishes[0] as Wish).rows.length - 2);
    const lines = write('GM0014') === 14 ? {} : { lines: asLines };
    for (const [format, writer] of Object.entries({ ...writers, ...lines }))
      expect(learned(writer, coded(write)), format).toEqual(right);
  });
});

describe('a table with one planted fault: every format names it at its row', () => {
  const at = 6;
  const plain = (): Source => generated(randomFrom(7), wishes[0] as Wish);
  const planted = (cells: readonly Cell[]): Source => {
    const source = plain();
    return { ...source, rows: source.rows.map((row, index) => (index === at ? cells : row)) };
  };
  const faults: readonly [string, Source][] = [
    ['a name that is none', planted(['Zwole', '700', '60'])],
    ['a name of two', planted(['Bergen', '170', '14'])],
    ['a number with a letter', planted(['Zwolle', '70O', '60'])],
    ['a decimal', planted(['Zwolle', '22,5', '2'])],
    ['a stored decimal', planted(['Zwolle', 22.5, 2])],
    ['a percentage', planted(['Zwolle', '12%', '2'])],
    ['a negative number', planted(['Zwolle', '-12', '2'])],
    ['no number', planted(['Zwolle', '-', '-'])],
    ['no number, with a dash', planted(['Zwolle', '–', '–'])],
    ['two figures', planted(['Zwolle', '612 640', '60'])],
    ['two figures on two lines', planted(['Zwolle', '612\n640', '60'])],
    ['a figure in brackets', planted(['Zwolle', '(700)', '60'])],
    ['a word behind the figure', planted(['Zwolle', '700 plekken', '60'])],
    ['a date', planted(['Zwolle', '2026-06-12', '60'])],
    ['a fault of a formula', planted(['Zwolle', '#N/B', '60'])],
    ['a sum in words', planted(['Zwolle', 'n.v.t.', '60'])],
    ...['ca. 700', 'circa 700', '±700', '± 700', 'ruim 700', '<5', 'n.n.b.', 'p.m.', '700*'].map(
      (places): [string, Source] => [`${places} for a figure`, planted(['Zwolle', places, '60'])],
    ),
    ...(
      [
        [0.12, '0%', '12%'],
        [3, '0%', '300%'],
        [0, '0%', '0%'],
        [0.125, '0.0%', '12.5%'],
        [700, '"ca. "0', 'ca. 700'],
        [5, '"<"0', '<5'],
        [5, '\\<0', '<5'],
        [700, '(0)', '(700)'],
        [700, '0" locaties"', '700 locaties'],
        [700, '"€" 0', '€ 700'],
        [700, '[$€-413]0', '€700'],
        [700, '0"*"', '700*'],
        [0, '#,##0_ ;-#,##0_ ;"-"_ ;@_ ', '-'],
        [0, '0;-0;"geen"', 'geen'],
        [3, '[<5]"<5";0', '<5'],
        [3, '[>=5]0;"<5"', '<5'],
        [700, '[<5]"<5";[>600]"onbekend";0', 'onbekend'],
      ] as const
    ).map(([stored, format, shown]): [string, Source] => [
      `${stored} in the format ${format}${format.includes('*') ? ' with a mark: *' : ''}`,
      planted(['Zwolle', { stored, format, shown }, '60']),
    ]),
    ['figures without a name', planted(['', '193700', '60'])],
    ['a municipality that is there already', planted(['Den Haag', '12', '2'])],
  ];

  test.each(faults)('%s', (_, source) => {
    const all = Object.entries({ ...writers, lines: asLines }).map(
      ([format, write]) => [format, learned(write, source)] as const,
    );
    for (const [format, { found, figures }] of all) {
      const named = found.filter((finding) => finding.startsWith(`${at + 1} `));
      const unknown =
        typeof figures !== 'string' &&
        figures.some(({ row, code }) => row === at + 1 && code === null);
      expect(named.length > 0 || unknown, format).toBe(true);
      // A number that cannot be read is never one.
      if (typeof figures !== 'string' && !/name that|name of|already|\*/.test(_))
        expect(
          figures.filter(({ row }) => row === at + 1),
          format,
        ).toEqual([]);
    }
  });

  test.each(['\u200b', '\u200e', '\ufeff', '\u2009', '\u00a0'])(
    'a space or mark that is not seen (%j), around a figure or a name, is none',
    (unseen) => {
      const right = learned(csv(';', true, strToU8), planted(['Zwolle', '700', '60']));
      const source = planted([`${unseen}Zwolle${unseen}`, `700${unseen}`, `${unseen}60`]);
      for (const [format, write] of Object.entries({ ...writers, lines: asLines }))
        expect(learned(write, source), format).toEqual(right);
    },
  );

  test('a code that cannot be read beside a name, or that is of another', () => {
    const coded = (code: string): Source => {
      const source = plain();
      // One row with a code shows that the column is one of codes.
      const rows = source.rows.slice(0, -1).map((row, index): Cell[] => {
        if (index === at) return [code, 'Zwolle', '700', '60'];
        if (index === 1) return ['GM0034', 'Almere', '1132', '1'];
        return [index === 0 ? 'Gemeentecode' : '', ...row];
      });
      return { ...source, rows };
    };
    for (const [code, finding] of [
      ['GMO193', 'code_passed_over Zwolle'],
      ['????', 'code_passed_over Zwolle'],
      ['GM0014', 'name_differs'],
    ] as const)
      for (const [format, write] of Object.entries(writers))
        expect(
          learned(write, coded(code)).found.filter((each) =>
            each.startsWith(`${at + 1} ${finding}`),
          ),
          `${code} in ${format}`,
        ).toHaveLength(1);
  });

  test.each([': ', ' – ', ' ........ '])(
    '%j between name and figure is none of both',
    (between) => {
      const source = plain();
      const rows = source.rows.map((row, index): Cell[] =>
        index === 0 ? ['Gemeente', 'Opvangplaatsen'] : row.slice(0, 2),
      );
      const parted: Writer = () => ({
        name: 'tabel.txt',
        bytes: strToU8(
          rows.map((row, index) => row.map(textOf).join(index === 0 ? ' ' : between)).join('\n'),
        ),
      });
      const first = learned(csv(';', true, strToU8), { ...source, rows });
      expect(learned(parted, source)).toEqual(first);
    },
  );

  test('a heading of copied lines may end in a day', () => {
    for (const day of ['1-7-2026', '1 juli 2026', '1.7.2026']) {
      const source = plain();
      const rows = source.rows.map((row, index): Cell[] =>
        index === 0 ? ['Gemeente', `Plekken per ${day}`] : row.slice(0, 2),
      );
      const first = learned(csv(';', true, strToU8), { ...source, rows });
      expect(first.found.filter((each) => each.includes('column_proposed'))).toHaveLength(1);
      expect(learned(asLines, { ...source, rows }), day).toEqual(first);
    }
  });

  test('lines that end in what they count are figures', () => {
    const source = plain();
    const rows = source.rows.map((row): Cell[] => row.slice(0, 2));
    const counted = rows.map((row, index): Cell[] =>
      index === 0 ? row : [row[0] ?? '', `${textOf(row[1] ?? '')} plekken`],
    );
    expect(learned(asLines, { ...source, rows: counted })).toEqual(
      learned(asLines, { ...source, rows }),
    );
  });

  test('a table with a title in place of a heading asks what its columns are', () => {
    const rows = [
      ['Plekken per 1-7-2026', ''],
      ['Assen', '380'],
      ['Breda', '1200'],
      ['Emmen', '9'],
    ];
    const first = learned(csv(';', true, strToU8), { ...plain(), rows });
    expect(first.found.filter((each) => each.includes('column_proposed'))).toHaveLength(2);
    for (const [format, write] of Object.entries({ ...writers, lines: asLines }))
      expect(learned(write, { ...plain(), rows }), format).toEqual(first);
  });

  test('a unit below a heading that makes it another figure takes its meaning away', () => {
    for (const unit of ['%', 'x duizend', 'in duizenden', '(x 1.000)', 'procent']) {
      const rows = [
        ['Gemeente', 'Opvangplaatsen'],
        ['', unit],
        ['Assen', '3'],
        ['Breda', '12'],
      ];
      for (const [format, write] of Object.entries(writers))
        expect(learned(write, { ...plain(), rows }).figures, `${unit} in ${format}`).toBe(
          'findings',
        );
    }
  });

  test('a title, a note or a heading that makes the figures other ones is an error, and names itself', () => {
    const plainRows = [
      ['Assen', '3'],
      ['Breda', '12'],
    ];
    const heading = ['Gemeente', 'Opvangplaatsen'];
    const units = ['x 1.000', '× 1 000', '(x duizend)'];
    const inText = ['in duizendtallen', 'in duizenden', 'per 1.000 inwoners', 'in procenten'];
    const tables = [
      ...[...units, ...inText].map((unit) => [[`Verdeling ${unit}`, ''], heading, ...plainRows]),
      ...[...units, '(in procenten)', '%'].map((unit) => [
        ['Gemeente', `Opvangplaatsen ${unit}`],
        ...plainRows,
      ]),
      [heading, ...plainRows, ['Alle aantallen in duizendtallen', '']],
    ];
    for (const rows of tables)
      for (const [format, write] of Object.entries({ ...writers, lines: asLines })) {
        const { figures, found } = learned(write, { ...plain(), rows });
        expect(figures, `${rows.join(' / ')} in ${format}`).toBe('findings');
        expect(found.join(), `${rows.join(' / ')} in ${format}`).toContain('figures_of_other_unit');
      }
    // Said of something else.
    for (const title of ['Nog 1.000 plekken', '2 x 1.000 plekken', '10 procent meer', 'Stand 2026'])
      for (const [format, write] of Object.entries(writers))
        expect(
          learned(write, { ...plain(), rows: [[title, ''], heading, ...plainRows] }).figures,
          `${title} in ${format}`,
        ).toHaveLength(2);
  });

  test('a second row of headings may have digits in it', () => {
    const under = [
      ['Gemeente', 'Inwoners', '', 'Opvangplaatsen', 'amv'],
      ['', 'totaal', '65+', 'totaal', '0-17'],
      ['Assen', '68000', '12', '380', '10'],
      ['Breda', '184000', '34', '1200', '20'],
    ];
    for (const [format, write] of Object.entries(writers))
      expect(learned(write, { ...plain(), rows: under }).figures, format).toMatchObject([
        { code: 'GM0106', published: 380, publishedMinors: 10 },
        { code: 'GM0758', published: 1200, publishedMinors: 20 },
      ]);
  });

  test('a code and a name in one cell are that municipality, and are told where they are two', () => {
    const table = (...names: string[]) => ({
      ...plain(),
      rows: [['Gemeente', 'Plekken'], ...names.map((name, index) => [name, `${380 + index}`])],
    });
    const right = learned(csv(';', true, strToU8), table('Assen', 'Breda', 'Emmen'));
    const both = table('GM0106 Assen', '0758 Breda', 'Emmen (GM0114)');
    for (const [format, write] of Object.entries(writers)) {
      expect(learned(write, both), format).toEqual(right);
      const { found } = learned(write, table('GM0106 Breda', 'Emmen'));
      expect(found, format).toContain('2 name_differs Assen (GM0106)');
    }
  });

  test('“de gemeente Assen” is Assen, and “de provincie Drenthe” the province', () => {
    const rows = [
      ['Gemeente', 'Plekken'],
      ['De gemeente Assen', '380'],
      ['de provincie Drenthe', '99'],
    ];
    for (const [format, write] of Object.entries({ ...writers, lines: asLines })) {
      const { figures } = learned(write, { ...plain(), rows });
      expect(figures, format).toMatchObject([{ code: 'GM0106' }, { level: 'province' }]);
    }
  });

  test('what stands around a number in its format is read as it is shown', () => {
    const right = learned(csv(';', true, strToU8), planted(['Zwolle', '1700', '60']));
    const formats = [
      '0',
      '#,##0',
      '+0',
      '0_ ',
      '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ',
      'General',
    ];
    for (const format of formats)
      for (const write of [asXlsx, asOds, asPage, asXml]) {
        const cell = { stored: 1700, format, shown: '1700' };
        expect(learned(write, planted(['Zwolle', cell, '60'])), format).toEqual(right);
      }
  });

  test('a number that its format does not show is no figure, and that is said', () => {
    for (const [stored, format] of [
      [0, '0;-0;;@'],
      [0, '0;-0;""'],
      [700, ';;;'],
      [700, '[<5]0;'],
      [-3, '0;;0'],
    ] as const)
      for (const write of [asXlsx, asOds, asXml]) {
        const { figures, found } = learned(
          write,
          planted(['Zwolle', { stored, format, shown: '' }, '60']),
        );
        const said = `${write(plain()).name}: ${stored} as ${format}`;
        expect(found, said).toContain(`${at + 1} printed_figure_missing places`);
        expect(figures, said).not.toContainEqual(expect.objectContaining({ row: at + 1 }));
        const file = write(planted(['Zwolle', { stored, format, shown: '' }, '60']));
        const remarks = readDocument(file.bytes)?.tables.at(-1)?.remarks ?? [];
        expect(
          remarks.map(({ code }) => code),
          said,
        ).toContain('hidden_left_out');
      }
  });

  test('a fault of a formula in an .ods, where its text is empty, is that fault and no two contents', () => {
    const table =
      (cell: string): Writer =>
      () => ({
        name: 'tabel.ods',
        bytes: ods(
          `<table:table table:name="Blad1"><table:table-row><table:table-cell><text:p>Gemeente</text:p></table:table-cell><table:table-cell><text:p>Plekken</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>Assen</text:p></table:table-cell>${cell}</table:table-row></table:table>`,
        ),
      });
    const found = (cell: string): string[] => learned(table(cell), plain()).found;
    expect(
      found(
        '<table:table-cell table:formula="of:=NA()" office:value-type="string" office:string-value=""><text:p>#N/A</text:p></table:table-cell>',
      ),
    ).toEqual(['2 number_unreadable places']);
    // Computed, and nothing came out.
    expect(
      found('<table:table-cell table:formula="of:=&quot;&quot;"><text:p/></table:table-cell>'),
    ).toContain('2 printed_figure_missing places');
  });

  test('a stored decimal that looks like thousands is no number of places', () => {
    for (const write of [asXlsx, asOds, asPage]) {
      const { figures, found } = learned(write, planted(['Zwolle', 45.457, 2]));
      expect(found.filter((finding) => finding.startsWith(`${at + 1} number_`))).not.toEqual([]);
      if (typeof figures !== 'string')
        expect(figures.filter(({ row }) => row === at + 1)).toEqual([]);
    }
  });

  test('printed lines with a space for thousands: each figure is right, or is told to be none', () => {
    const wish = {
      notation: ' ',
      stored: false,
      merged: false,
      hidden: false,
      former: false,
    } as const;
    const source = generated(randomFrom(9), wish);
    const right = learned(csv(';', true, strToU8), source);
    const lines = learned(asLines, source);
    if (typeof right.figures === 'string') throw new Error(right.figures);
    expect(lines.found.some((finding) => finding.includes('number_unreadable'))).toBe(true);
    for (const figure of right.figures) {
      const read = typeof lines.figures === 'string' ? [] : lines.figures;
      const same = read.find(({ row }) => row === figure.row);
      if (same !== undefined) expect(same).toEqual({ ...figure, sum: same.sum });
    }
  });

  test('inspect names what compare names', () => {
    for (const [format, write] of Object.entries(writers)) {
      const { name, bytes } = write(planted(['Zwole', '700', '60']));
      const file = putDocument(core, name, bytes, { sheets: [], lines: false })?.file ?? name;
      const { findings } = core.run('inspect', {
        file,
        municipalities: 'population/2023.csv',
        provinces,
      });
      expect(
        findings.map(({ code, row, about }) => `${row} ${code} ${about}`),
        format,
      ).toContain(`${at + 1} printed_unknown Zwolle`);
      core.remove(file);
      core.remove(name);
    }
  });

  test('a total that is not that of its rows', () => {
    const source = plain();
    const last = source.rows.length - 1;
    const wrong = {
      ...source,
      rows: source.rows.map((row, index) => (index === last ? ['Totaal', '99999', '1'] : row)),
    };
    const first = learned(csv(';', true, strToU8), wrong);
    for (const [format, write] of Object.entries({ ...writers, lines: asLines }))
      expect(learned(write, wrong), format).toEqual(first);
  });
});
