// The council report: which figure may stand in it, what it says, and how it leaves the page.
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readCatalogue } from '../../scripts/catalogue.mjs';
import { type Catalogue, type Round, findRound } from '../../wasm/rounds/catalogue.ts';
import type {
  AllocationResult,
  Basis,
  Core,
  MunicipalityRow,
  PublishedFigure,
} from '../../wasm/index.ts';
import { reportDocument } from '../../web/views/report/contents.ts';
import type { Block, ReportDocument } from '../../wasm/files/document.ts';
import { type ReportFacts, founded, reportFacts } from '../../web/views/report/facts.ts';
import { plainText, richText, wordFile } from '../../wasm/files/word.ts';
import { en } from '../../web/texts/en.ts';
import { nl } from '../../web/texts/nl.ts';

const catalogue = readCatalogue();
const roundOf = (id: string): Round => {
  const found = findRound(catalogue, id);
  if (found === undefined) throw new Error(id);
  return found;
};

const printed: PublishedFigure = {
  number: 'indicative',
  hand: 'second',
  file: 'published/2024.csv',
  places: 717,
  minors: 61,
  perThousand: { value: '5.41', low: null, high: null },
  source: 'Stentor',
  date: '2024-02-01',
  url: 'https://example.org/zwolle',
  disputed: '',
};
const known = { places: 1_234, low: null, high: null };
const range = { places: null, low: 4_115, high: 4_145 };
const share = {
  fraction: { numerator: '12341', denominator: '10' },
  decimal: '1234.100000000',
};

const zwolle = (more: Partial<MunicipalityRow> = {}): MunicipalityRow => ({
  code: 'GM0193',
  name: 'Zwolle',
  province: 'Overijssel',
  inhabitants: 132_441,
  score: '-0.073',
  weight: '0.006900000000',
  share,
  total: known,
  perThousand: { value: '9.32', low: null, high: null },
  minors: { places: 105, low: null, high: null },
  minorsShare: null,
  published: null,
  prints: [],
  rank: null,
  ...more,
});
/** The same where only a range is known. */
const estimated = (more: Partial<MunicipalityRow> = {}): MunicipalityRow =>
  zwolle({ score: null, weight: null, share: null, total: range, minors: range, ...more });

const allocation = (
  basis: Basis,
  row: MunicipalityRow,
  more: Partial<AllocationResult> = {},
): AllocationResult =>
  ({
    basis,
    need: 96_000,
    minors: 8_140,
    population: { file: 'population/2023.csv', sha256: 'aa'.repeat(32) },
    scores: { file: 'scores/2021.csv', sha256: 'bb'.repeat(32) },
    totals: { inhabitants: 17_811_291, totalWeight: '0.998000000000' },
    municipalities: [row],
    provinces: [{ ...row, name: 'Overijssel' }],
    ...more,
  }) as unknown as AllocationResult;

describe('the figure of a report', () => {
  test('is the printed one, said to be reported unless the publication itself was seen', () => {
    const row = zwolle({ published: printed });
    const first: PublishedFigure = { ...printed, hand: 'first' };
    expect(founded(zwolle({ published: first }), 'official')).toEqual({
      places: 717,
      minors: 61,
      basis: 'published',
      printed: first,
    });
    expect(founded(row, 'official')?.basis).toBe('reported');
    // Someone printed it, so it is a figure also where we have none of our own.
    expect(founded(estimated({ published: printed }), 'estimate')?.places).toBe(717);
  });
  test('is else the computed one, with what it rests on', () => {
    for (const basis of ['official', 'cbs_file', 'own_input'] as const)
      expect(founded(zwolle(), basis)).toEqual({
        places: 1_234,
        minors: 105,
        basis,
        printed: null,
      });
    expect(founded(zwolle({ minors: null }), 'official')?.minors).toBeNull();
  });
  test('is never made of an estimate, also where a number should stand in one by mistake', () => {
    expect(founded(estimated(), 'estimate')).toBeNull();
    expect(founded(zwolle(), 'estimate')).toBeNull();
    expect(founded(zwolle(), 'derived')).toBeNull();
    expect(founded(estimated(), 'official')).toBeNull();
    expect(founded(undefined, 'official')).toBeNull();
  });
});

/** A core that knows one answer, whatever is asked. */
const coreWith = (result: AllocationResult | null): Core =>
  ({
    allocate: () => (result === null ? { ok: false } : { ok: true, result }),
  }) as unknown as Core;

const gathered = (
  result: AllocationResult,
  row: MunicipalityRow,
  {
    id = '2026',
    earlier = null,
    of = catalogue,
  }: { id?: string; earlier?: AllocationResult | null; of?: Catalogue } = {},
): ReportFacts | null =>
  reportFacts({
    core: coreWith(earlier),
    catalogue: of,
    round: roundOf(id),
    result,
    row,
    existing: undefined,
  });

describe('what a report rests on', () => {
  test('is nothing where only a range is known: then there is no report', () => {
    expect(gathered(allocation('estimate', estimated()), estimated())).toBeNull();
    expect(gathered(allocation('derived', zwolle()), zwolle())).toBeNull();
  });
  test('is a computation of our own only where every part of it is known', () => {
    const own = gathered(allocation('own_input', zwolle()), zwolle());
    expect(own?.computed).toEqual({
      share,
      score: '-0.073',
      weight: '0.006900000000',
      totalWeight: '0.998000000000',
      places: 1_234,
      basis: 'own_input',
    });
    const row = estimated({ published: printed });
    const reported = gathered(allocation('estimate', row), row);
    expect(reported?.figure.places).toBe(717);
    expect(reported?.computed).toBeNull();
  });
  test('has the round before it, where there is one and the municipality has a figure in it', () => {
    const before = allocation('official', zwolle({ total: { ...known, places: 900 } }));
    const facts = gathered(allocation('own_input', zwolle()), zwolle(), { earlier: before });
    expect(facts?.previousRound?.id).toBe('2024');
    expect(facts?.previous?.places).toBe(900);
    const rough = gathered(allocation('own_input', zwolle()), zwolle(), {
      earlier: allocation('estimate', estimated()),
    });
    expect(rough?.previousRound?.id).toBe('2024');
    expect(rough?.previous).toBeNull();
    const other = gathered(allocation('own_input', zwolle()), zwolle(), {
      earlier: allocation('official', zwolle({ code: 'GM0034' })),
    });
    expect(other?.previous).toBeNull();
    const first = gathered(allocation('official', zwolle()), zwolle(), {
      id: '2024',
      earlier: before,
    });
    expect([first?.previousRound, first?.previous]).toEqual([null, null]);
    const invented = gathered(allocation('own_input', zwolle()), zwolle(), {
      id: 'example',
      earlier: before,
    });
    expect(invented?.previousRound).toBeNull();
  });
  test('names a figure published only where the round has the publication itself', () => {
    const row = zwolle({ published: printed });
    const result = allocation('official', row);
    expect(gathered(result, row, { id: '2024' })?.figure.basis).toBe('reported');
    const seen = zwolle({ published: { ...printed, hand: 'first' } });
    expect(gathered(allocation('official', seen), seen, { id: '2024' })?.figure.basis).toBe(
      'published',
    );
  });
});

const facts = (more: Partial<ReportFacts> = {}): ReportFacts => {
  const row = zwolle();
  const made = gathered(allocation('official', row), row, { id: '2024' });
  if (made === null) throw new Error('no report');
  return { ...made, ...more };
};
const documentOf = (of: ReportFacts, language: 'nl' | 'en' = 'nl'): ReportDocument =>
  reportDocument(of, {
    texts: language === 'nl' ? nl : en,
    language,
    catalogue,
    version: { version: '1.2.3', commit: 'abc' },
    today: '2026-11-25',
    broughtBy: null,
  });
const blocks = ({ pages }: ReportDocument): readonly Block[] => pages.flat();
const table = (of: ReportDocument, caption: string): readonly (readonly string[])[] => {
  const found = blocks(of).find((block) => block.kind === 'table' && block.caption === caption);
  return found?.kind === 'table' ? found.rows : [];
};
/** The rough figures of `range` in either language's marks, or bare. */
const roughFigure = /4[.,]?1[14]5/;

describe('a council report', () => {
  test('says of whom and of which round it is, and by what it was made', () => {
    const made = documentOf(facts());
    expect(made.subtitle).toContain('Zwolle');
    expect(made.subtitle).toContain('ronde 2024');
    expect(made.foot).toContain('1.2.3 (abc)');
    expect(made.foot).toContain('25 november 2026');
    expect(made.pages).toHaveLength(2);
  });
  test('has each figure with its source and its day, as its language writes them', () => {
    expect(table(documentOf(facts()), nl.report.figures)).toEqual([
      [nl.report.share, '1.234', nl.report.own.official, '25 november 2026'],
      [nl.report.minors, '105', nl.report.own.official, '25 november 2026'],
      [nl.report.province('Overijssel'), '1.234', nl.report.own.official, '25 november 2026'],
      [nl.report.country, '96.000', 'Staatscourant 2024, 3320', '31 januari 2024'],
    ]);
    const [first] = table(documentOf(facts(), 'en'), en.report.figures);
    expect(first).toEqual([en.report.share, '1,234', en.report.own.official, '25 November 2026']);
  });
  test('names who printed a figure, and that others print another one', () => {
    const row = zwolle({ published: { ...printed, disputed: 'Trouw noemt 715.' } });
    const made = documentOf(gathered(allocation('official', row), row, { id: '2024' }) ?? facts());
    expect(table(made, nl.report.figures)[0]).toEqual([
      nl.report.share,
      '717',
      'Stentor',
      '1 februari 2024',
    ]);
    expect(plainText(made)).toContain(`${nl.report.disputed} Trouw noemt 715.`);
    expect(plainText(made)).toContain('Stentor, 1 februari 2024: https://example.org/zwolle');
  });
  test('calls a need of one’s own by its name', () => {
    const row = zwolle();
    const own = allocation('own_input', row, { need: 90_000 });
    const made = documentOf(facts({ result: own }));
    expect(table(made, nl.report.figures).at(-1)).toEqual([
      nl.report.country,
      '90.000',
      nl.report.own.own_input,
      '25 november 2026',
    ]);
  });
  test('shows nowhere what is but an estimate', () => {
    const row = estimated({ published: { ...printed, minors: null } });
    const made = gathered(allocation('estimate', row), row, {
      earlier: allocation('estimate', estimated()),
    });
    if (made === null) throw new Error('no report');
    for (const language of ['nl', 'en'] as const) {
      const text = plainText(documentOf({ ...made, province: null }, language));
      expect(text).toContain('717');
      expect(text).not.toMatch(roughFigure);
    }
    const [, minors, before, province] = table(
      documentOf({ ...made, province: null }),
      nl.report.figures,
    );
    for (const line of [minors, before, province])
      expect(line?.slice(1)).toEqual([nl.report.unknown, '–', '–']);
    expect(table(documentOf(made), nl.report.calculation)).toEqual([]);
  });
  test('says the task of the province as the table proves it, and minors as the total leaves room for them', () => {
    const row = zwolle({
      score: null,
      weight: null,
      share: null,
      published: { ...printed, minors: null },
    });
    const derived = (proven: boolean) =>
      gathered(
        allocation('derived', row, {
          provinces: [{ ...zwolle(), name: 'Overijssel' }],
          derivation: { table: 't.csv', population: 'p.csv', need: 96_000, proven },
        } as unknown as Partial<AllocationResult>),
        row,
      );
    const told = table(documentOf(derived(true) ?? facts()), nl.report.figures);
    expect(told).toContainEqual([
      nl.report.province('Overijssel'),
      '1.234',
      nl.report.derived,
      '25 november 2026',
    ]);
    expect(derived(false)?.provinceDerived).toBeNull();
    const followed = gathered(allocation('estimate', row), row);
    expect(table(documentOf(followed ?? facts()), nl.report.figures)).toContainEqual([
      nl.report.minors,
      '105',
      nl.report.minorsFollow,
      '–',
    ]);
  });
  test('shows the sum of its own figure, with the minus of the score', () => {
    expect(table(documentOf(facts()), nl.report.calculation)).toEqual([
      [nl.report.weight, '(1 + −0,073) × 132.441 ÷ 17.811.291', '0,006900000000'],
      [nl.report.shareStep, '96.000 × 0,006900000000 ÷ 0,998000000000', '1.234,100000000'],
      [nl.report.rounded, '1.234,100000000', '1.234'],
    ]);
  });
  test('keeps what a municipality says of its own places apart', () => {
    const said = plainText(documentOf(facts({ existing: { places: 1_250, remark: ' De Eik ' } })));
    expect(said).toContain(`${nl.report.existingCount('1.250')} De Eik ${nl.report.existingApart}`);
    expect(
      table(documentOf(facts({ existing: { places: 1_250, remark: '' } })), nl.report.figures),
    ).toEqual(table(documentOf(facts()), nl.report.figures));
    const came = facts({ existing: { places: 1_250, remark: '' }, isExistingBrought: true });
    expect(plainText(documentOf(came))).toContain(
      `${nl.report.existingBrought} ${nl.report.existingCount('1.250')}`,
    );
    const none = plainText(documentOf(facts({ existing: { remark: '  ' } })));
    expect(none).toContain(`${nl.report.existingNone} ${nl.report.existingApart}`);
    const nought = plainText(documentOf(facts({ existing: { places: 0, remark: '' } })));
    expect(nought).toContain(nl.report.existingCount('0'));
  });
  test('names the files that it rests on, and the score only where it took part', () => {
    const own = plainText(documentOf(facts()));
    expect(own).toContain(`population/2023.csv: SHA-256 ${'aa'.repeat(32)}`);
    expect(own).toContain(`scores/2021.csv: SHA-256 ${'bb'.repeat(32)}`);
    const none = plainText(documentOf(facts({ computed: null })));
    expect(none).toContain('population/2023.csv');
    expect(none).not.toContain('scores/2021.csv');
  });
  test('says first of all that an invented country is invented', () => {
    const [, first] = blocks(documentOf(facts({ round: roundOf('example') })));
    expect(first).toEqual({ kind: 'text', text: nl.report.invented });
    expect(plainText(documentOf(facts()))).not.toContain(nl.report.invented);
  });
});

const hostile = '<img src=x onerror="alert(1)"> & \'co\'\u0000\u000b';
const small: ReportDocument = {
  language: 'nl',
  title: 'Titel',
  subtitle: 'Onder',
  pages: [
    [
      { kind: 'heading', text: 'Kop' },
      { kind: 'text', text: 'Zin.' },
    ],
    [
      { kind: 'list', items: ['een', 'twee'] },
      { kind: 'table', caption: 'Cijfers', head: ['Wat', 'Hoeveel'], rows: [['Plekken', '−5']] },
    ],
  ],
  foot: 'Voet',
};
const hostileDocument: ReportDocument = {
  language: 'en',
  title: hostile,
  subtitle: hostile,
  pages: [
    [
      { kind: 'heading', text: hostile },
      { kind: 'text', text: hostile },
      { kind: 'list', items: [hostile] },
      { kind: 'table', caption: hostile, head: [hostile], rows: [[hostile]] },
    ],
  ],
  foot: hostile,
};

describe('a document on the clipboard', () => {
  test('is rich text with headings, lists and tables, in its language', () => {
    expect(richText(small)).toBe(
      '<div lang="nl"><h1>Titel</h1><p>Onder</p><h2>Kop</h2><p>Zin.</p>' +
        '<ul><li>een</li><li>twee</li></ul>' +
        '<table border="1"><thead><tr><th>Wat</th><th>Hoeveel</th></tr></thead>' +
        '<tbody><tr><td>Plekken</td><td>−5</td></tr></tbody></table><p>Voet</p></div>',
    );
  });
  test('holds no mark-up but its own, whatever a text says', () => {
    const html = richText(hostileDocument);
    const tags = html.match(/<[^>]*>/g) ?? [];
    const own = /^<\/?(div( lang="en")?|h1|h2|p|ul|li|table( border="1")?|thead|tbody|tr|th|td)>$/;
    expect(tags.filter((tag) => !own.test(tag))).toEqual([]);
    expect(html.split('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp;')).toHaveLength(9);
    // eslint-disable-next-line no-control-regex
    expect(html).not.toMatch(/[\u0000\u000b]/);
  });
  test('is plain text for programs that take no other, a tab between two cells', () => {
    expect(plainText(small)).toBe(
      'Titel\nOnder\n\nKop\nZin.\n- een\n- twee\nWat\tHoeveel\nPlekken\t−5\n\nVoet',
    );
  });
  test('keeps a table a table, also where a cell holds a tab or a line', () => {
    const rows = [['De\tEik', 'twee\r\nregels']];
    const of = { ...small, pages: [[{ kind: 'table', caption: '', head: ['A', 'B'], rows }]] };
    expect(plainText(of as unknown as ReportDocument)).toContain('\nA\tB\nDe Eik\ttwee regels\n');
  });
});

describe('a Word document', () => {
  const parts = (of: ReportDocument): Record<string, string> =>
    Object.fromEntries(
      Object.entries(unzipSync(wordFile(of, '2026-11-25'))).map(([name, bytes]) => [
        name,
        strFromU8(bytes),
      ]),
    );

  test('has its language, its day, real headings and a head row that repeats', () => {
    const { 'word/document.xml': body = '', 'docProps/core.xml': properties = '' } = parts(small);
    expect(body).toContain(
      '<w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t xml:space="preserve">Kop',
    );
    expect(body.split('<w:tblHeader/>')).toHaveLength(2);
    expect(body.split('"ListBullet"')).toHaveLength(3);
    expect(properties).toContain('<dc:language>nl-NL</dc:language>');
    expect(properties).toContain('2026-11-25T00:00:00Z');
    expect(parts({ ...small, language: 'en' })['word/styles.xml']).toContain('w:val="en-GB"');
  });
  test('is the same to the byte when it is made again on the same day', () => {
    expect(wordFile(small, '2026-11-25')).toEqual(wordFile(small, '2026-11-25'));
    expect(wordFile(small, '2026-11-26')).not.toEqual(wordFile(small, '2026-11-25'));
  });
  test('holds no mark-up but its own, whatever a text says', () => {
    for (const [name, xml] of Object.entries(parts(hostileDocument))) {
      expect(xml, name).not.toContain('<img');
      expect(xml, name).not.toContain('onerror="');
      // eslint-disable-next-line no-control-regex
      expect(xml, name).not.toMatch(/[\u0000\u000b]/);
    }
  });
});
