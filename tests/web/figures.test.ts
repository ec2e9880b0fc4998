// What is said of a figure: as a number where it is one, in words where only a range is known.
import { beforeEach, describe, expect, test } from 'vitest';
import { readCatalogue } from '../../scripts/catalogue.mjs';
import { csvText } from '../../wasm/files/csv-text.ts';
import { findRound } from '../../wasm/rounds/catalogue.ts';
import type { AllocationResult, Basis, Core, MunicipalityRow } from '../../wasm/index.ts';
import { byName } from '../../web/format.ts';
import { sorted } from '../../web/components/order.ts';
import { figureLines, markLabel, pictureSource } from '../../web/pictures/words.ts';
import { core, files, language, ownNeed, round, texts } from '../../web/state/page.ts';
import { basisName, basisText, figureText, perThousandText } from '../../web/components/Figure.tsx';
import {
  decimalCell,
  decimalKey,
  figureCell,
  figureKey,
  rateCell,
  rateKey,
} from '../../web/views/country/cells.ts';
import { countColumn, figureColumns, fileTable } from '../../web/views/country/SummedTable.tsx';
import { sourceRows } from '../../web/views/country/sources.ts';
import { effectText } from '../../web/views/municipality/Questions.tsx';

const catalogue = readCatalogue();
const choose = (id: string): void => {
  const found = findRound(catalogue, id);
  if (found === undefined) throw new Error(id);
  round.value = found;
};
const file = (name: string, status: string, basis: Basis) => ({
  file: name,
  status,
  basis,
  sha256: name.padEnd(64, '0'),
});
/** A core with one answer, whatever is asked. */
function answerWith(basis: Basis, more: object = {}): void {
  const result = {
    basis,
    need: 96_000,
    minors: 8_140,
    population: file('population', 'official', 'official'),
    scores: file('scores', 'official', 'official'),
    municipalities: [],
    ...more,
  } as unknown as AllocationResult;
  core.value = {
    allocate: () => ({ ok: true, result }),
    version: () => ({ version: '1.2.3', commit: 'abc' }),
    remove: () => undefined,
  } as unknown as Core;
}

const number = { places: 1_250, low: null, high: null };
const range = { places: null, low: 1_115, high: 1_145 };
const unknown = { places: null, low: null, high: null };
const rate = { value: '5.41', low: null, high: null };
const rates = { value: null, low: '4.90', high: '6.10' };
const noRate = { value: null, low: null, high: null };

const row = (more: object = {}): MunicipalityRow =>
  ({
    code: 'GM0193',
    name: 'Zwolle',
    province: 'Overijssel',
    total: number,
    perThousand: rate,
    published: null,
    prints: [],
    ...more,
  }) as unknown as MunicipalityRow;

beforeEach(() => {
  language.value = 'nl';
  core.value = null;
  files.value = [];
  ownNeed.value = undefined;
  choose('2024');
});

describe('a figure', () => {
  test('is a number, or the range that it lies in', () => {
    expect(figureText(number)).toBe('1.250');
    expect(figureText(range)).toBe('tussen 1.115 en 1.145');
    expect(perThousandText(rate)).toBe('5,41');
    expect(perThousandText(rates)).toBe('tussen 4,90 en 6,10');
    language.value = 'en';
    expect(figureText(number)).toBe('1,250');
    expect(figureText(range)).toBe('between 1,115 and 1,145');
    expect(perThousandText(rates)).toBe('between 4.90 and 6.10');
  });
  test('that is not known is not said to lie between noughts', () => {
    expect(figureText(unknown)).toBe('–');
    expect(perThousandText(noRate)).toBe('–');
    expect(figureText({ places: 0, low: null, high: null })).toBe('0');
    expect(figureText({ places: null, low: 0, high: 5 })).toBe('tussen 0 en 5');
  });
  test('is a number in a file, and a range there is words that nobody can add up', () => {
    expect(figureCell(number)).toBe(1250);
    expect(figureCell(range)).toBe('tussen 1.115 en 1.145');
    expect(figureCell(null)).toBeNull();
    expect(rateCell(rate)).toEqual({ decimal: '5.41' });
    expect(rateCell(rates)).toBe('tussen 4,90 en 6,10');
    expect(rateCell(null)).toBeNull();
    expect(decimalCell('-0.157')).toEqual({ decimal: '-0.157' });
    expect(decimalCell(null)).toBeNull();
    const cells = [figureCell(range), rateCell(rates)];
    expect(cells.every((cell) => Number.isNaN(Number(cell)))).toBe(true);
    expect(csvText([cells], 'international')).toContain('"tussen 4,90 en 6,10"');
  });
  test('has its place in the order by its number, or by where its range begins', () => {
    expect([figureKey(number), figureKey(range), figureKey(unknown), figureKey(null)]).toEqual([
      1250,
      1115,
      null,
      null,
    ]);
    expect([rateKey(rate), rateKey(rates), rateKey(noRate)]).toEqual([5.41, 4.9, null]);
    expect([decimalKey('-0.157'), decimalKey('0'), decimalKey(null)]).toEqual([-0.157, 0, null]);
    const lowFirst = sorted([noRate, rate, rates], rateKey, false);
    expect(lowFirst).toEqual([rates, rate, noRate]);
  });
});

describe('the columns of a table', () => {
  const published = { number: 'indicative', places: 717, source: 'Stentor', date: '2024' };
  const decided = { ...published, number: 'decided', places: 700 };
  const exact = row({ minors: number, published, prints: [published, decided] });
  const rough = row({ total: range, minors: null, perThousand: rates });

  test('show a figure as the card does, and save a range as words', () => {
    const columns = figureColumns<MunicipalityRow>('Totaal');
    const ids = columns.map(({ id }) => id);
    expect(ids).toEqual([
      'total',
      'minors',
      'rate',
      'published',
      'printedBy',
      'decided',
      'decidedSince',
    ]);
    expect(columns.map(({ cell }) => cell(exact))).toEqual([
      '1.250',
      '1.250',
      '5,41',
      '717',
      'volgens Stentor, 2024',
      '700',
      '−17',
    ]);
    expect(columns.map(({ cell }) => cell(rough))).toEqual([
      'tussen 1.115 en 1.145',
      texts.value.unknown,
      'tussen 4,90 en 6,10',
      '',
      '',
      '',
      '',
    ]);
    expect(columns.map(({ value }) => value(exact))).toEqual([
      1250,
      1250,
      { decimal: '5.41' },
      717,
      'volgens Stentor, 2024',
      700,
      -17,
    ]);
    expect(columns.map(({ value }) => value(rough))).toEqual([
      'tussen 1.115 en 1.145',
      null,
      'tussen 4,90 en 6,10',
      null,
      '',
      null,
      null,
    ]);
    expect(columns.map(({ key }) => key(rough))).toEqual([1115, null, 4.9, null, '', null, null]);
  });
  test('are in a file the two ends of a range, and a number where there is one', () => {
    const columns = figureColumns<MunicipalityRow>('Totaal');
    const made = fileTable(columns, [exact, rough], undefined, 'Som');
    expect(made.columns.slice(0, 3)).toEqual(['Totaal', 'Totaal, laag', 'Totaal, hoog']);
    expect(made.rows.map((cells) => cells.slice(0, 3))).toEqual([
      [1250, null, null],
      [null, 1115, 1145],
    ]);
    // A column that would be empty is left out.
    expect(fileTable(columns, [exact], undefined, 'Som').columns).not.toContain('Totaal, laag');
  });
  test('count what is no figure of the core as it is', () => {
    const column = countColumn<{ people: number }>(
      'people',
      'Inwoners',
      ({ people }) => people,
      ({ inhabitants }) => inhabitants,
    );
    expect([column.cell({ people: 132_441 }), column.value({ people: 132_441 })]).toEqual([
      '132.441',
      132_441,
    ]);
    expect(column.sum?.({ inhabitants: 200_000 } as never)).toEqual({
      shown: '200.000',
      value: 200_000,
    });
  });
});

describe('what a figure rests on', () => {
  test('is said, and of an invented country that it is invented', () => {
    expect(basisName('own_input')).toBe(texts.value.basis.own_input);
    choose('example');
    expect(basisName('own_input')).toBe(texts.value.basis.invented);
    expect(basisName('estimate')).toBe(texts.value.basis.estimate);
  });
  test('is an estimate as long as nothing is known', () => {
    choose('2024');
    expect(basisText()).toBe(texts.value.basis.estimate);
    answerWith('official');
    expect(basisText()).toBe(texts.value.basis.official);
  });
  test('is also another need than that of the round, whoever asked it', () => {
    choose('2024');
    answerWith('estimate', { need: 9_600_000, minors: 5 });
    expect(basisText()).toBe(
      `${texts.value.basis.estimate}, bij een behoefte van 9.600.000 plekken, niet die van de ronde, bij 5 plekken voor amv, niet die van de ronde`,
    );
  });
  test('is not said of the score on an estimate', () => {
    const told = (places: number | null) =>
      effectText({ scoreEffect: places === null ? null : { places } } as never);
    const t = texts.value.accountable;
    expect(told(null)).toBe(t.effectEstimate);
    expect(told(0)).toBe(t.effectNone);
    expect(told(1_250)).toBe(t.effectMore('1.250'));
    expect(told(-12)).toBe(t.effectLess('12'));
  });
});

describe('the sources in a workbook', () => {
  const valueOf = (what: string) => sourceRows().find(([name]) => name === what)?.[1];

  test('name the round, the basis, the need, the law and the program', () => {
    answerWith('official');
    const s = texts.value.country.sources;
    expect(valueOf(s.round)).toContain('1 januari 2025');
    expect(valueOf(s.basis)).toBe(texts.value.basis.official);
    expect(valueOf(s.need)).toBe(96_000);
    expect(valueOf(s.needSource)).toBe('Staatscourant 2024, 3320, 31 januari 2024');
    expect(valueOf(s.minors)).toBe(8_140);
    expect(valueOf(s.law)).toContain('wetten.overheid.nl/BWBR0049310');
    expect(valueOf(s.program)).toContain('1.2.3 (abc)');
    expect(valueOf(s.fingerprint)).toBe('population'.padEnd(64, '0'));
    expect(valueOf(s.published)).toBeDefined();
    expect(sourceRows().every((row) => row.length === 2)).toBe(true);
  });
  test('begin with the warning where the figures are an estimate, and only there', () => {
    answerWith('estimate');
    expect(sourceRows()[0]).toEqual([texts.value.estimateTitle, texts.value.estimateText]);
    answerWith('official');
    expect(sourceRows().flat()).not.toContain(texts.value.estimateTitle);
  });
  test('name a person’s own file by its name, not as the vintage in whose place it stands', () => {
    answerWith('own_input', { scores: file('eigen.csv', 'loaded', 'own_input') });
    const s = texts.value.country.sources;
    const rows = sourceRows();
    const at = rows.findIndex(([name]) => name === s.scores);
    expect(rows.slice(at, at + 2)).toEqual([
      [s.scores, 'eigen.csv'],
      [s.source, texts.value.basis.own_input],
    ]);
    expect(valueOf(s.population)).toContain('2023');
  });
  test('leave a need for minors open that is not known', () => {
    choose('2026');
    answerWith('estimate', { minors: null });
    const s = texts.value.country.sources;
    expect(round.value.minors).toBeNull();
    expect(valueOf(s.minors)).toBeNull();
    expect(valueOf(s.minorsSource)).toBeUndefined();
  });
  test('follow the language', () => {
    language.value = 'en';
    answerWith('official');
    expect(valueOf(texts.value.country.sources.needSource)).toBe(
      'Staatscourant 2024, 3320, 31 January 2024',
    );
  });
});

describe('the card of a municipality in a picture', () => {
  test('has its figures, and what they rest on', () => {
    answerWith('official');
    expect(figureLines(row(), 'computed', 'nl')).toEqual([
      '1.250 plekken',
      '5,41 per 1.000 inwoners',
      texts.value.basis.official,
    ]);
    expect(markLabel(row(), 'computed', 'nl')).toMatch(/^Zwolle, Overijssel, 1\.250 plekken, /);
  });
  test('has on an estimate no figure but what was printed, by whom and when', () => {
    const rough = row({ total: range, perThousand: rates });
    expect(figureLines(rough, 'printed', 'nl')).toEqual([
      texts.value.pictures.noFigure,
      'schatting: tussen 1.115 en 1.145 plekken',
    ]);
    const published = {
      places: 717,
      perThousand: { ...rate, value: '5.00' },
      source: 'Stentor',
      date: '2024-02-01',
    };
    expect(figureLines({ ...rough, published } as MunicipalityRow, 'printed', 'nl')).toEqual([
      '717 plekken',
      '5,00 per 1.000 inwoners',
      texts.value.according('Stentor', '1 februari 2024'),
      'schatting: tussen 1.115 en 1.145 plekken',
    ]);
  });
  test('names below the picture where its numbers come from', () => {
    const t = texts.value.pictures;
    answerWith('official');
    expect(pictureSource('computed')).toContain('CBS');
    // Named are those who printed the most numbers, with when; of the others how many.
    const by = (source: string, count: number) =>
      Array.from({ length: count }, () => ({
        published: { hand: 'second', source, date: '2024-02-01' },
      }));
    answerWith('estimate', {
      municipalities: [
        ...by('Een', 1),
        ...by('Vier', 4),
        ...by('Drie', 3),
        { published: null },
        ...by('Twee', 2),
        ...by('Ook een', 1),
      ],
    });
    expect(pictureSource('printed')).toContain(
      '4 volgens Vier, 1 februari 2024; 3 volgens Drie, 1 februari 2024; 2 volgens Twee, 1 februari 2024; 2 van 2 andere bronnen.',
    );
    answerWith('own_input');
    expect(pictureSource('computed')).toBe(t.ownSource('Ronde 2024', texts.value.basis.own_input));
    choose('example');
    expect(pictureSource('computed')).toBe(t.inventedSource(round.value.title.nl));
  });
});

test('names stand as a Dutch list has them', () => {
  const names = ['Zwolle', "'s-Gravenhage", 'Échteld', 'Eijsden', 'Wijk 10', 'wijk 9'];
  expect([...names].sort(byName)).toEqual([
    "'s-Gravenhage",
    'Échteld',
    'Eijsden',
    'wijk 9',
    'Wijk 10',
    'Zwolle',
  ]);
});
