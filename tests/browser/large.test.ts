// A file that only the worker has: every question about it is answered there, and the page goes on.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, describe, expect, test } from 'vitest';
import { choose, freshPages, openView, root } from './browsers.ts';
import { csvParse } from '../csv.ts';

const folder = mkdtempSync(join(tmpdir(), 'spreiding-large-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const municipalities = csvParse(readFileSync(`${root}public/data/population/2023.csv`, 'utf8'));

/** Municipalities among districts, as CBS gives them, until the file is larger than the page reads. */
const path = join(folder, 'wijken en buurten.csv');
const rows = municipalities.flatMap((row, at) => {
  const { gemeentecode = '', gemeente = '', provincie = '', inwoners = '' } = row;
  const own = `${gemeentecode};${gemeente};${provincie};${inwoners};0,${String(100 + (at % 400))};1`;
  const districts = Array.from(
    { length: 400 },
    (_, district) =>
      `BU${gemeentecode.slice(2)}${String(district).padStart(4, '0')};Buurt ${district};${provincie};100;0,1;2`,
  );
  return [own, ...districts];
});
writeFileSync(
  path,
  `gemeentecode;gemeente;provincie;inwoners;meting;ses_woa\n${rows.join('\n')}\n`,
);

const text = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (element) => (element as HTMLElement).innerText);

for (const name of ['chromium', 'firefox'] as const) {
  describe(name, () => {
    let page: Page;
    freshPages(name, async (fresh) => {
      page = fresh;
      await page.select('#ronde', '2024');
      await openView(page, 'input');
    });

    test('a column said by hand holds in the sum, in how sure it is, in pictures, and in a comparison', async () => {
      await choose(page, [path]);
      expect(await text(page, '.file')).toContain('137.142 regels');
      // Its scores are under a heading that says nothing: a person says it, and the worker reads anew.
      await page.click('.columns summary');
      await page.select('.columns select[data-column="6"]', '');
      await page.waitForFunction(
        () =>
          document.querySelector<HTMLSelectElement>('.columns select[data-column="6"]')?.value ===
          '',
      );
      await page.select('.columns select[data-column="5"]', 'score');
      await page.waitForSelector('.file--good');
      await page.waitForFunction(() =>
        document.querySelector('.file')?.textContent.includes('Wordt gebruikt in de berekening.'),
      );

      await openView(page, 'municipality');
      await page.focus('#zoek');
      await page.keyboard.type('Assen');
      await page.waitForSelector('[role=option]');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-testid=invoer-cellen]');
      const assen = municipalities.findIndex(({ gemeente }) => gemeente === 'Assen');
      const cells = await page.$eval('[data-testid=invoer-cellen]', (table) => table.textContent);
      expect(cells).toContain(`0,${100 + (assen % 400)}`);
      expect(cells).toContain('wijken en buurten.csv');
      await page.waitForSelector('[data-testid=hoe-zeker]');
      await page.waitForSelector('[data-testid=wat-als-uitkomst]');

      await openView(page, 'country');
      await page.waitForSelector('[data-testid=beeld-waterval] svg');
      await page.waitForFunction(() =>
        document.querySelector('[data-testid=beeld-volgorde]')?.textContent.includes('Assen'),
      );

      await openView(page, 'compare');
      await page.waitForSelector('#vergelijk-plak');
      await page.evaluate(() => {
        const field = document.querySelector<HTMLTextAreaElement>('#vergelijk-plak');
        if (field === null) return;
        field.value = 'Gemeente\tTotaal\nAssen\t1\nNergens\t5\n';
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await page.waitForSelector('.drop .utrecht-button--primary-action:not([disabled])');
      await page.click('.drop .utrecht-button--primary-action');
      await page.waitForSelector('[data-testid=vergelijking]');
      expect(await text(page, '[data-testid=kop]')).toBe('0 van 2 regels precies gelijk');
      await page.waitForSelector('[data-testid=namaken]');
      expect(await text(page, '[data-testid=namaken]')).toContain('wijken en buurten.csv');
    });

    test('a separator said by hand, and the row of a finding, also of a file in the worker', async () => {
      const wrong = join(folder, 'fout.csv');
      const faulty = rows.map((row, at) => (at === 401 ? row.replace(/;\d+;/, ';veel;') : row));
      writeFileSync(
        wrong,
        `gemeentecode;gemeente;provincie;inwoners;meting;ses_woa\n${faulty.join('\n')}\n`,
      );
      await choose(page, [wrong]);
      await page.waitForSelector('[data-testid=meldingen]');
      const summaries = await page.$$('[data-testid=meldingen] td details summary');
      await summaries[0]?.click();
      await page.waitForSelector('.cell--found');
      expect(await text(page, '.cell--found')).toBe('veel');
      await page.click('.reading summary');
      await page.select('#scheiding-0', ',');
      await page.waitForFunction(() =>
        document.querySelector('.reading')?.textContent.includes('komma; door u gekozen'),
      );
    });
  });
}
