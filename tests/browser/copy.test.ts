// A table of the page that is selected and copied by hand: no name out of a file starts a formula elsewhere.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { choose, launch, openPage, openView } from './browsers.ts';

const folder = mkdtempSync(join(tmpdir(), 'spreiding-'));
const write = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const formula = '=HYPERLINK("http://x")';
const own = [
  write(
    'inwoners.csv',
    `code;naam;provincie;inwoners\nGM0344;Utrecht;Utrecht;1000\nGM0363;"${formula.replaceAll('"', '""')}";Utrecht;500\n`,
  ),
  write('scores.csv', 'code;score\nGM0344;0,1\nGM0363;0,1\n'),
];
afterAll(() => {
  rmSync(folder, { recursive: true });
});

for (const name of ['chromium', 'firefox'] as const) {
  describe(name, () => {
    let browser: Browser;
    let page: Page;
    beforeAll(async () => {
      browser = await launch[name]();
      ({ page } = await openPage(browser));
    });
    afterAll(async () => {
      await browser.close();
    });

    /** Selects what the selector finds, presses Ctrl+C, and gives what then lies ready. */
    const copied = async (
      selector: string,
    ): Promise<{ html: string; plain: string; all: string }> => {
      await page.evaluate((wanted) => {
        const element = document.querySelector(wanted);
        if (element === null) throw new Error(wanted);
        getSelection()?.selectAllChildren(element);
        addEventListener(
          'copy',
          ({ clipboardData, defaultPrevented }) => {
            document.documentElement.dataset['copied'] = JSON.stringify({
              html: clipboardData?.getData('text/html'),
              plain: defaultPrevented
                ? clipboardData?.getData('text/plain')
                : String(getSelection()),
              all: String(getSelection()),
            });
          },
          { once: true },
        );
      }, selector);
      await page.keyboard.down('Control');
      await page.keyboard.press('c');
      await page.keyboard.up('Control');
      const text = await page.waitForFunction(() => document.documentElement.dataset['copied']);
      const said = (await text.jsonValue()) ?? '';
      await page.evaluate(() => delete document.documentElement.dataset['copied']);
      return JSON.parse(said) as { html: string; plain: string; all: string };
    };

    test('a selected table, row or cell has the guard that “Kopieer” puts there; other text is as it was', async () => {
      await openView(page, 'input');
      await choose(page, own);
      await openView(page, 'country');
      const table = '[data-testid=tabel-gemeenten]';
      await page.waitForFunction(
        (wanted, text) => document.querySelector(wanted)?.textContent.includes(text) === true,
        {},
        table,
        formula,
      );
      await page.evaluate((wanted) => {
        const row = [...document.querySelectorAll(`${wanted} tbody tr`)].find((each) =>
          each.textContent.includes('HYPERLINK'),
        );
        row?.setAttribute('id', 'rij');
        row?.querySelector('th, td')?.setAttribute('id', 'cel');
      }, table);
      for (const selector of [table, '#rij', '#cel']) {
        const { html, plain, all } = await copied(selector);
        // Firefox takes nothing of a button along, and here a name is one.
        if (name === 'chromium') expect(plain, selector).toContain(`'${formula}`);
        expect(plain, selector).not.toMatch(/(^|[\t\n])=/);
        expect(html, selector).toMatch(/<t[hd][^>]*>'/);
        expect(html, selector).toMatch(/^<table/);
        // Nothing else is changed.
        expect(plain.replace(`'${formula}`, formula), selector).toBe(all);
      }
      const { plain, all, html } = await copied('h1');
      expect(plain).toBe(all);
      expect(html).toBe('');
    });
  });
}
