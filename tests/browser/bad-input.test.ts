// Published tables and receipts as they should not be, brought to the page: taken with notes or refused
// with the reason and the place, quickly, and what was loaded before stays.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cells, choose, data, launch, openPage, openView, root, singleFile } from './browsers.ts';

const folder = mkdtempSync(join(tmpdir(), 'spreiding-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const innerText = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (element) => (element as HTMLElement).innerText);

async function bring(page: Page, selector: string, path: string): Promise<void> {
  const field = await page.waitForSelector(selector);
  await (field as ElementHandle<HTMLInputElement>).uploadFile(path);
}

/** Name, table, what the page must say of it, and the rows that it compares; null: none. */
const tables: [string, string, (string | RegExp)[], string[] | null][] = [
  [
    'totals rows, footnotes, thousands separators, empty cells and two header rows',
    'Tabel 2. Indicatieve verdeling;;\n' +
      'Gemeente;Opvangplaatsen;waarvan amv\n' +
      'naam;aantal;aantal\n' +
      'Noordoever;;\n' +
      'Aardenhaven;100*;10\n' +
      'Beukendam 1);100;\n' +
      'Dijkzicht;;5\n' +
      'Eikenrode;1.234;2\n' +
      'Totaal Noordoever;1.434;\n' +
      'Totaal;9.999;\n' +
      'Bron: Staatscourant;;\n',
    [
      /regel 5, kolom 2: .*voetnootteken/,
      /regel 7, kolom 2: In deze regel staat geen getal/,
      '2 van 5 regels precies gelijk',
    ],
    ['Aardenhaven|100|100|0', 'Beukendam|100|100|0', 'Eikenrode|22|1.234|', 'Noordoever|', '9.999'],
  ],
  [
    'a percentage',
    'naam;plekken\nAardenhaven;100\nBeukendam;12%\n',
    [/fout, regel 3, kolom 2: .*12%/],
    null,
  ],
  [
    'a text in place of a figure',
    'naam;plekken\nAardenhaven;veel\n',
    [/fout, regel 2, kolom 2: .*veel/],
    null,
  ],
  ['half a place', 'naam;plekken\nAardenhaven;99,5\n', [/fout, regel 2, kolom 2: /], null],
  [
    'a municipality twice',
    'naam;plekken\nHeidestein;84\nHeidestein;48\n',
    [/waarschuwing, regel 3, kolom 2: Heidestein staat er twee keer in, ook op regel 2/],
    ['Heidestein|48|84|−36', 'Heidestein|48|48|0'],
  ],
  ['no figures at all', 'naam;plekken\nBron: krant;\n', [/geen regel met een getal/], null],
  ['no column of figures', 'naam;telefoon\nAardenhaven;1\n', [/fout/], null],
];

const receipt = (): string =>
  spawnSync(
    process.execPath,
    [`${root}dist/spreidingswijzer.mjs`, 'receipt', '--round', 'example'],
    { encoding: 'utf8' },
  ).stdout;

/** Name of the file, what is in it, and the reason that the page gives. */
const receipts = (good: string): [string, string, string][] => [
  ['half.json', good.slice(0, 3_000), 'afgebroken'],
  ['versie.json', good.replace('"version":2}', '"version":3}'), 'heeft vorm 3'],
  ['getal.json', good.replace('"places":45', '"places":1e400'), 'getal dat er niet in hoort'],
  ['diep.json', '['.repeat(1_000_000), 'te diep genest'],
  ['leeg.json', '', 'geen leesbare JSON'],
  ['anders.json', '{"a":1}', 'ontbreekt “format”'],
];

for (const name of ['chromium', 'firefox'] as const) {
  describe(name, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launch[name]();
    });
    afterAll(async () => {
      await browser.close();
    });

    test('a published table is taken with notes, or refused at its cell; a good one goes on', async () => {
      const { page, said } = await openPage(
        browser,
        `${singleFile}#v1/round=example&municipality=GM9908&view=municipality`,
      );
      await openView(page, 'compare');
      for (const [what, table, says, rows] of tables) {
        const path = join(folder, `tabel ${what}.csv`);
        writeFileSync(path, table);
        await bring(page, 'input#vergelijk-bestand', path);
        await page.waitForFunction(
          (title: string) =>
            document.querySelector('[data-testid=vergelijken]')?.textContent.includes(title),
          {},
          `tabel ${what}.csv`,
        );
        const shown = await innerText(page, '[data-testid=vergelijken]');
        for (const sentence of says) expect(shown, what).toMatch(sentence);
        const compared = (await page.$('[data-testid=vergelijking]')) !== null;
        expect(compared, what).toBe(rows !== null);
        const found = compared ? await cells(page, 'vergelijking') : [];
        expect(found.length, what).toBe(rows?.length ?? 0);
        for (const [at, row] of (rows ?? []).entries()) expect(found[at], what).toContain(row);
        await page.evaluate(() => {
          const button = [...document.querySelectorAll('button')].find(
            (each) => each.textContent === 'Andere tabel',
          );
          button?.click();
        });
        await page.waitForSelector('input#vergelijk-bestand');
      }
      expect(await page.evaluate(() => location.hash)).toBe(
        '#v1/round=example&municipality=GM9908&view=compare',
      );
      expect(said).toEqual([]);
      await page.close();
    });

    test('a bad receipt is refused with its reason and without waiting; loaded files stay', async () => {
      const { page, said } = await openPage(browser);
      await openView(page, 'input');
      await choose(page, [data('inwoners-windows-1252.csv'), data('scores-komma.csv')]);
      await openView(page, 'proof');
      await page.waitForSelector('[data-testid=bestanden-tabel] tbody tr');
      const before = await cells(page, 'bestanden-tabel');
      expect(before.length).toBe(2);
      const good = receipt();
      const all = receipts(good);
      for (const [file, content] of all) writeFileSync(join(folder, file), content);
      writeFileSync(join(folder, 'reus.json'), '{');
      truncateSync(join(folder, 'reus.json'), 200_000_000);
      for (const [file, , reason] of [...all, ['reus.json', '', 'te groot']] as const) {
        await bring(page, 'input#bewijs', join(folder, file));
        await page.waitForFunction(
          (text: string) =>
            document.querySelector('[data-testid=nagekeken]')?.textContent.includes(text),
          { timeout: 10_000 },
          reason,
        );
        expect(await innerText(page, '[data-testid=nagekeken]'), file).toContain('niet nagekeken');
        expect(await cells(page, 'bestanden-tabel'), file).toEqual(before);
      }
      writeFileSync(join(folder, 'goed.json'), good);
      await bring(page, 'input#bewijs', join(folder, 'goed.json'));
      await page.waitForFunction(() =>
        document
          .querySelector('[data-testid=nagekeken]')
          ?.textContent.includes('Het rekenbewijs klopt:'),
      );
      expect(said).toEqual([]);
      await page.close();
    });
  });
}
