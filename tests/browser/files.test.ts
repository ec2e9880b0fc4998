// The files that people arrive with, one after the other, and what the page says of each.
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, describe, expect, test } from 'vitest';
import { ods, odsRow, xlsx } from '../files/documents.ts';
import { freshPages, openView, root } from './browsers.ts';
import { csvParse } from '../csv.ts';

const folder = mkdtempSync(join(tmpdir(), 'spreiding-files-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const all = csvParse(readFileSync(`${root}public/data/population/2023.csv`, 'utf8')).map((row) => ({
  code: row['gemeentecode'] ?? '',
  name: row['gemeente'] ?? '',
  province: row['provincie'] ?? '',
  people: Number(row['inwoners']),
}));
const score = (at: number): string => (((at * 37) % 1200) / 1000 - 0.6).toFixed(3);
const dutch = (at: number): string => score(at).replace('.', ',');

const statline = (missing: string, years: readonly string[]): string =>
  [
    '"Bevolking op 1 januari en gemiddeld; geslacht, leeftijd en regio"',
    '"Onderwerp";"";"Bevolking op 1 januari"',
    '"Regio\'s";"Perioden";"aantal"',
    ...all.flatMap(({ name, people }) => years.map((year) => `"${name}";"${year}";"${people}"`)),
    `"Aalburg";"${years[0] ?? ''}";"${missing}"`,
    '"Bron: CBS"',
  ].join('\r\n');
const scores = [
  '"Sociaal-economische status; scores per wijk en buurt, regio-indeling 2023"',
  '"Perioden";"Wijken en buurten";"SES-WOA/Totaalscore/Gemiddelde score (Getal)"',
  ...all.map(({ name }, at) => `"2021*";"${name}";"${dutch(at)}"`),
  '"2021*";"Nederland";"0,000"',
  '"Bron: CBS"',
].join('\r\n');
const long = [
  '"Measure";"RegioS";"Perioden";"Value"',
  ...all.flatMap(({ code, people }) =>
    ['2022', '2023'].map((year) => `"M000352";"${code.padEnd(10)}";"${year}JJ00";${people}`),
  ),
].join('\n');
const wide = [
  '"ID";"WijkenEnBuurten";"Perioden";"GemiddeldeScore_29"',
  ...all.flatMap(({ code }, at) => [
    `${at};"${code.padEnd(10)}";"2021JJ00";${score(at)}`,
    `${at};"WK${code.slice(2)}00  ";"2021JJ00";0.1`,
  ]),
].join('\n');
const observations = [
  '"Id";"Measure";"ValueAttribute";"Value";"WijkenEnBuurten";"Perioden"',
  ...all.flatMap(({ code }, at) => [
    `${2 * at};"X1";"None";${score(at)};"${code}";"2021JJ00"`,
    `${2 * at + 1};"X2";"None";${at};"${code}";"2021JJ00"`,
  ]),
].join('\n');
const measures = [
  '"Identifier";"Index";"Title";"Description"',
  '"X1";1;"SES-WOA/Totaalscore/Gemiddelde score";""',
  '"X2";2;"Spreiding";"Van ""de"" score"',
].join('\n');
const districts = (municipalities: boolean): string =>
  [
    'regio;inwoners',
    ...all.flatMap(({ code, people }) => [
      ...(municipalities ? [`${code};${people}`] : []),
      `WK${code.slice(2)}00;5`,
      `BU${code.slice(2)}0000;5`,
    ]),
  ].join('\n');
const both = [
  'gemeentecode;gemeente;provincie;inwoners;ses_woa',
  ...all.map((row, at) => `${row.code};${row.name};${row.province};${row.people};${dutch(at)}`),
].join('\n');

const text = (place: string, value: string): string =>
  `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
// A title, a date, a header of two rows under a merged cell, numbers that are text, percentages.
const book = xlsx(
  [
    {
      name: 'Inwoners',
      xml: [
        `<row r="1">${text('A1', 'Bevolking per gemeente')}</row>`,
        `<row r="2">${text('A2', 'Gemaakt op')}<c r="B2" s="2"><v>45000</v></c></row>`,
        `<row r="3">${text('A3', 'Gemeente')}${text('C3', 'Bevolking')}</row>`,
        `<row r="4">${text('A4', 'Code')}${text('B4', 'Naam')}${text('C4', 'Inwoners')}${text('D4', 'Aandeel')}</row>`,
        ...all.map(({ code, name, people }, index) => {
          const at = index + 5;
          const number =
            index % 2 === 0 ? text(`C${at}`, String(people)) : `<c r="C${at}"><v>${people}</v></c>`;
          return `<row r="${at}">${text(`A${at}`, code)}${text(`B${at}`, name)}${number}<c r="D${at}" s="1"><v>0.0123</v></c></row>`;
        }),
        '</sheetData><mergeCells count="1"><mergeCell ref="A3:B3"/></mergeCells>',
      ].join(''),
    },
    {
      name: 'Scores',
      xml: [
        `<row r="1">${text('A1', 'Gemeentecode')}${text('B1', 'SES-WOA')}</row>`,
        ...all.map(
          ({ code }, at) =>
            `<row r="${at + 2}">${text(`A${at + 2}`, code)}<c r="B${at + 2}"><v>${at === 0 ? '-7.2999999999999995E-2' : score(at)}</v></c></row>`,
        ),
      ].join(''),
    },
  ],
  { formats: ['0.0%', 'yyyy-mm-dd'] },
);
const sheet = ods(
  `<table:table table:name="Scores">${odsRow(['Scores per gemeente'])}${odsRow(['Gemeentecode', 'Gemeente', 'SES-WOA'])}${all
    .map(({ code, name }, at) => odsRow([code, name, at === 0 ? -0.073 : Number(score(at))]))
    .join('')}</table:table>`,
);

interface Arrival {
  readonly file: string;
  readonly content: string | Uint8Array;
  /** What its card says, or the refusal. */
  readonly says: readonly string[];
  readonly finds?: readonly string[];
}
const used = 'Wordt gebruikt in de berekening.';
const arrivals: readonly Arrival[] = [
  {
    file: 'met symbolen.csv',
    content: `\uFEFF${statline('.', ['2023'])}`,
    says: ['inwoners per gemeente · 344 regels · CBS-bestand, door u geladen', used],
    finds: ['Bron: CBS', '342 gemeenten zijn op hun naam herkend', 'Aalburg'],
  },
  {
    file: 'zonder symbolen.csv',
    content: `\uFEFF${statline('', ['2023'])}`,
    says: ['CBS-bestand, door u geladen', used],
    finds: ['Eén regel zonder getal is overgeslagen'],
  },
  {
    file: 'perioden.csv',
    content: statline('.', ['2022', '2023*']),
    says: ['Welke periode telt?', '2023* voorlopig, voorgesteld 2022'],
    finds: ['meer dan één periode: 2022, 2023'],
  },
  {
    file: 'scores.csv',
    content: `\uFEFF${scores}`,
    says: ['SES-WOA-score per gemeente', 'CBS-bestand, door u geladen', used],
    finds: ['Nederland', 'voorlopig'],
  },
  { file: 'lang.csv', content: long, says: ['2023JJ00 voorgesteld 2022JJ00'] },
  {
    file: 'breed.csv',
    content: wide,
    says: ['SES-WOA-score per gemeente', 'CBS-bestand, door u geladen', used],
    finds: ['342 regels over andere gebieden zijn overgeslagen'],
  },
  {
    file: 'wijken.csv',
    content: districts(true),
    says: ['inwoners per gemeente', used],
    finds: ['684 regels over andere gebieden zijn overgeslagen'],
  },
  {
    file: 'alleen wijken.csv',
    content: districts(false),
    says: ['Er staan alleen wijken, buurten of andere gebieden in.'],
  },
  { file: 'beide.csv', content: both, says: ['inwoners en score per gemeente', used] },
  {
    file: 'jaar.csv',
    content: statline('.', ['2019']),
    says: ['Dit bestand gaat over 2019; deze ronde gebruikt 2023.'],
  },
  {
    file: 'woningen.csv',
    content: 'Regio;Woningen\nAssen;12\nEmmen;13\n',
    says: ['Is het een andere tabel?', 'herkend aan de codes of namen erin'],
  },
  {
    file: 'unicode.txt',
    content: Buffer.from(
      `\uFEFFgemeentecode\tscore\r\n${all.map(({ code }, at) => `${code}\t${dutch(at)}`).join('\r\n')}`,
      'utf16le',
    ),
    says: ['SES-WOA-score per gemeente · 342 regels', used],
    finds: ['gelezen als UTF-16 (“Unicode-tekst” van Excel)'],
  },
  {
    file: 'boek.xlsx',
    content: book,
    says: ['inwoners per gemeente · 342 regels', used, 'Welk blad?'],
  },
  { file: 'blad.ods', content: sheet, says: ['SES-WOA-score per gemeente · 342 regels', used] },
  {
    file: 'pagina.xml',
    content: `<?xml version="1.0"?><stuk><table><row><entry>Gemeente</entry><entry>Opvangplaatsen</entry></row>${all
      .map(({ name }) => `<row><entry>${name}</entry><entry>12</entry></row>`)
      .join('')}</table></stuk>`,
    // One table, which the core reads as it reads a file: it is shown first.
    says: ['Uit pagina.xml', '1 Gemeente Opvangplaatsen 2', 'Gebruik deze tabel'],
  },
];

/** Loads a file, and gives what the page then says of it. */
async function give(page: Page, path: string): Promise<{ says: string; finds: string }> {
  const input = await page.$('input#bestanden');
  await input?.uploadFile(path);
  await page.waitForSelector('.file, .review, [data-testid=geweigerd]');
  await page.waitForFunction(() => document.querySelector('[data-testid=voortgang]') === null);
  const said = (selector: string): Promise<string> =>
    page.$$eval(selector, (found) =>
      found.map((one) => (one as HTMLElement).innerText.replace(/\s+/g, ' ')).join(' '),
    );
  return {
    says: await said('.file, .review, [data-testid=geweigerd]'),
    finds: await said('[data-testid=meldingen]'),
  };
}

for (const name of ['chromium', 'firefox'] as const) {
  describe(name, () => {
    let page: Page;
    freshPages(name, async (fresh) => {
      page = fresh;
      await page.select('#ronde', '2024');
      await openView(page, 'input');
    });

    for (const { file, content, says, finds = [] } of arrivals) {
      test(`${file} is recognised, and what was left out is told`, async () => {
        const found = await give(page, write(file, content));
        for (const words of says) expect(found.says).toContain(words);
        for (const words of finds) expect(found.finds).toContain(words);
      });
    }

    test('observations of OData are read with their code list, whichever comes first', async () => {
      const files = [write('Observations.csv', observations), write('MeasureCodes.csv', measures)];
      const lists = `zegt wat de codes betekenen in Observations.csv`;
      for (const order of [files, [...files].reverse()]) {
        for (const path of order) await give(page, path);
        await page.waitForFunction(
          (words) => document.querySelector('.files')?.textContent.includes(words),
          {},
          lists,
        );
        const cards = await page.$$eval('.file', (all) => all.map((one) => one.textContent));
        expect(cards.find((card) => card.startsWith('Observations'))).toContain(used);
        await page.click('button[aria-label="Verwijder MeasureCodes.csv"]');
        await page.waitForFunction(() =>
          document.querySelector('.file')?.textContent.includes('voeg MeasureCodes.csv toe'),
        );
        await page.click('button[aria-label="Verwijder Observations.csv"]');
        await page.waitForFunction(() => document.querySelector('.file') === null);
      }
    });

    test('the stored double of a second sheet is the shortest decimal', async () => {
      await give(page, write('boek.xlsx', book));
      await page.select('#blad-0', '1');
      await page.waitForFunction(() =>
        document.querySelector('.file')?.textContent.includes('SES-WOA-score per gemeente'),
      );
      await page.click('.columns summary');
      const cells = await page.$$eval('.columns tbody td', (all) =>
        all.map((one) => one.innerText),
      );
      expect(cells.slice(0, 2)).toEqual([all[0]?.code, '-0.073']);
    });

    test('a file beyond 256 MB is refused with a sentence', async () => {
      const path = write('groot.csv', '');
      truncateSync(path, 256 * 1024 * 1024 + 1);
      expect((await give(page, path)).says).toContain('meer dan 256 MB');
    });

    test('a published table under a heading that says nothing is compared as a person says it', async () => {
      const table = ['naam;plekken;beter', ...all.map((row) => `${row.name};1;12`)].join('\n');
      await give(page, write('tabel.csv', table));
      await page.click('.columns summary');
      await page.select('.columns select[data-column="3"]', 'places');
      await page.waitForFunction(
        () =>
          document.querySelector<HTMLSelectElement>('.columns select[data-column="2"]')?.value ===
          '',
      );
      await page.click('.file .utrecht-button--primary-action');
      await page.waitForSelector('[data-testid=vergelijking]');
      const printed = await page.$$eval('[data-testid=vergelijking] tbody tr', (rows) =>
        rows.map((row) => row.children[2]?.textContent),
      );
      expect(new Set(printed)).toEqual(new Set(['12']));
    });

    test('of two years side by side the one that counts is chosen where the table is compared', async () => {
      await openView(page, 'compare');
      const table = ['Gemeente;2024;2026', ...all.map((row) => `${row.name};11;13`)].join('\n');
      const field = await page.waitForSelector('input#vergelijk-bestand');
      await (field as ElementHandle<HTMLInputElement>).uploadFile(write('jaren.csv', table));
      await page.waitForSelector('[data-testid=vergelijken] .columns[open]');
      const said = await page.$eval('[data-testid=vergelijken]', (room) => room.textContent);
      expect(said).toContain('Kolom 2 (“2024”) is een van de 2 kolommen die “opvangplaatsen”');
      expect(said).toContain('Kolom 3 (“2026”) is een van de 2 kolommen die “opvangplaatsen”');
      await page.select('[data-testid=vergelijken] select[data-column="3"]', 'places');
      await page.waitForSelector('[data-testid=vergelijking]');
      const printed = await page.$$eval('[data-testid=vergelijking] tbody tr', (rows) =>
        rows.map((row) => row.children[2]?.textContent),
      );
      expect(new Set(printed)).toEqual(new Set(['13']));
    });
  });
}
