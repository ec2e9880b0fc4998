// The built page as a person meets it: stock browsers, the single file from file:// and the site over http.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { has } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';
import {
  cardText,
  catchFiles,
  cells,
  choose,
  data,
  findingsOfAxe,
  launch,
  openPage,
  openView,
  root,
  savedFile,
} from './browsers.ts';

let site = '';
beforeAll(async () => {
  site = await serve(0);
});

for (const name of ['chromium', 'firefox'] as const) {
  describe(name, () => {
    let browser: Browser;
    beforeAll(async () => {
      expect(
        has(name === 'chromium' ? 'chromium' : 'firefox-esr') ||
          process.env[name.toUpperCase()] !== undefined,
      ).toBe(true);
      browser = await launch[name]();
    });
    afterAll(async () => {
      await browser.close();
    });

    for (const wrapping of ['file', 'site'] as const) {
      describe(wrapping === 'file' ? 'the single file' : 'the site', () => {
        let page: Page;
        let said: string[];
        let requests: string[];
        const address = (): string =>
          wrapping === 'file' ? `file://${root}dist/spreidingswijzer.html` : site;

        beforeEach(async () => {
          ({ page, said, requests } = await openPage(browser, address()));
        });
        afterEach(async () => {
          expect(said).toEqual([]);
          const outside = requests.filter(
            (url) =>
              !url.startsWith('data:') && !url.startsWith('blob:') && !url.startsWith(address()),
          );
          expect(outside).toEqual([]);
          await page.close();
        });

        test('the newest round shows, and a municipality is found with the keyboard alone', async () => {
          expect(await page.$eval('#ronde', (select) => (select as HTMLSelectElement).value)).toBe(
            '2026',
          );
          // No banner stands before the answer.
          expect(await page.$('[data-testid=schatting]')).toBeNull();
          await page.focus('#zoek');
          await page.keyboard.type('alphen');
          await page.waitForSelector('[role=option]');
          await page.keyboard.press('Enter');
          await page.waitForSelector('[data-testid=kaart]');
          const text = await cardText(page);
          expect(text).toContain('628');
          expect(text).toContain('volgens Nieuws in Alphen, 2 maart 2026');
          expect(text).toMatch(/tussen \d+ en \d+/);
          expect(text).not.toMatch(/gepubliceerd in/);
        });

        test('the invented country comes out as by hand', async () => {
          await openView(page, 'country');
          expect((await cells(page, 'tabel-gemeenten')).length).toBe(342);
          await page.select('#ronde', 'example');
          await page.waitForFunction(
            () => document.querySelectorAll('[data-testid=tabel-gemeenten] tbody tr').length === 12,
          );
          const rows = await cells(page, 'tabel-gemeenten');
          expect(rows[0]).toBe('Aardenhaven|100|Noordoever|100.000|10|1,00|');
          expect(rows.find((row) => row.startsWith('Lindewoude'))).toMatch(
            /^Lindewoude\|10\|.*\|1\|/,
          );
          expect((await cells(page, 'tabel-provincies')).map((row) => row.split('|')[1])).toEqual([
            '232',
            '267',
            '502',
          ]);
          expect(await page.$eval('main', (main) => main.innerText)).toContain(
            'De som is 1.001; de behoefte is 1.000.',
          );
        });

        test('two files give their figures as own input', async () => {
          await openView(page, 'input');
          await choose(page, [data('inwoners-windows-1252.csv'), data('scores-komma.csv')]);
          expect(await page.$eval('.files', (list) => (list as HTMLElement).innerText)).toContain(
            'eigen invoer',
          );
          await openView(page, 'country');
          await page.waitForFunction(
            () => document.querySelectorAll('[data-testid=tabel-gemeenten] tbody tr').length === 2,
          );
          const rows = await cells(page, 'tabel-gemeenten');
          expect(rows[0]).toContain('Achtkarspelen|66.000|Fryslân|3.000|');
          expect(rows[1]).toContain('Amsterdam|22.000|Noord-Holland|1.000|');
          expect(await page.$('[data-testid=schatting]')).toBeNull();
        });

        test('the bundled estimate, loaded again, stays an estimate', async () => {
          await openView(page, 'input');
          await choose(page, [`${root}public/data/scores/2022-estimate.csv`]);
          await page.waitForFunction(() =>
            document.querySelector('.files')?.textContent.includes('schatting'),
          );
          await openView(page, 'country');
          await page.waitForSelector('[data-testid=schatting]');
        });

        test('a broken file gives its findings, and the page lives on', async () => {
          await openView(page, 'input');
          await choose(page, [data('kapot.csv')]);
          await page.waitForSelector('[data-testid=meldingen]');
          const text = await page.$eval(
            '[data-testid=meldingen]',
            (section) => (section as HTMLElement).innerText,
          );
          expect(text).toContain('regel 2, kolom 3');
          expect(text).toContain('veel');
          // The figures of the round stay, and what is wrong stands beside them.
          await openView(page, 'country');
          expect((await cells(page, 'tabel-gemeenten')).length).toBe(342);
          await page.click('main [data-testid=naar-meldingen]');
          await page.waitForSelector('#meldingen-titel:focus');
          // The same page in both wrappings, with a long table.
          if (wrapping === 'file') {
            for (const theme of ['light', 'dark']) {
              await page.select('#weergave', theme);
              expect(await findingsOfAxe(page)).toEqual([]);
            }
            await page.click('.header__settings button');
            await page.waitForSelector('html[lang=en]');
            expect(await findingsOfAxe(page)).toEqual([]);
            await page.click('.header__settings button');
          }
          await page.click('[data-testid=zonder-eigen] button');
          await page.waitForSelector('[data-testid=zonder-eigen]', { hidden: true });
          await openView(page, 'country');
          await page.waitForSelector('[data-testid=tabel-gemeenten]');
          expect((await cells(page, 'tabel-gemeenten')).length).toBe(342);
        });

        test('a table is downloaded as the core wrote it', async () => {
          await openView(page, 'country');
          await page.select('#ronde', 'example');
          await catchFiles(page);
          await page.click('[aria-labelledby=gemeenten-titel] .buttons button');
          const { name: fileName, bytes } = await savedFile(page);
          expect(fileName).toBe('spreidingswijzer-example-gemeenten.csv');
          expect(bytes.toString()).toContain('\uFEFFgemeentecode;gemeente;');
          expect(bytes.toString()).toContain('GM9908;Lindewoude;Middenland;10000;-0,050;');
        });

        test('axe finds nothing, in both languages, light and dark', async () => {
          await page.select('#ronde', '2024');
          await page.focus('#zoek');
          await page.keyboard.type('bloemendaal');
          await page.keyboard.press('Enter');
          await page.waitForSelector('[data-testid=kaart]');
          await page.click('.how summary');
          for (const theme of ['light', 'dark']) {
            await page.select('#weergave', theme);
            expect(await findingsOfAxe(page)).toEqual([]);
          }
          await page.click('.header__settings button');
          await page.waitForSelector('html[lang=en]');
          expect(await cardText(page)).toContain('How many places for Bloemendaal?');
          expect(await findingsOfAxe(page)).toEqual([]);
          await page.click('[data-testid=licenties-tonen]');
          await page.waitForSelector('.footer dialog[open]');
          expect(await findingsOfAxe(page)).toEqual([]);
          await page.keyboard.press('Escape');
        });
      });
    }
  });
}

for (const name of ['chromium', 'firefox'] as const) {
  test(`${name}: a file that was damaged or cut off on its way says so, and what to do`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'spreiding-damaged-'));
    const whole = readFileSync(`${root}dist/spreidingswijzer.html`, 'utf8');
    const without = (id: string): string =>
      whole.replace(
        new RegExp(`(<script id="${id}" type="text/plain">)([^<]*)`),
        (_, tag: string, bytes: string) => tag + bytes.slice(0, bytes.length / 2),
      );
    const browser = await launch[name]();
    const opened = async (text: string, question = ''): Promise<Page> => {
      const path = join(folder, 'spreidingswijzer.html');
      writeFileSync(path, text);
      const page = await browser.newPage();
      await page.goto(`file://${path}${question}`);
      return page;
    };
    const alerts = (page: Page, words: string) =>
      page.waitForFunction(
        (wanted) =>
          [...document.querySelectorAll<HTMLElement>('[role=alert]')].some(
            (alert) => alert.innerText.includes(wanted) && alert.checkVisibility(),
          ),
        {},
        words,
      );
    try {
      // Without its second script the page searches, and says in either language what is missing.
      const half = await opened(without('later'));
      await alerts(half, 'Een deel van deze pagina is niet te lezen.');
      await alerts(half, 'haal het opnieuw op');
      expect(await findingsOfAxe(half)).toEqual([]);
      await half.click('.header__settings button[lang=en]');
      await alerts(half, 'A part of this page cannot be read.');
      // Also where that script would have drawn the first screen, and where the core is damaged.
      await alerts(await opened(without('later'), '#v1/round=2024&view=help'), 'cannot be read');
      await alerts(await opened(without('rekenhart')), 'cannot be read');
      // A sentence of the file itself waits to be seen; damaged.test.ts tries every part.
      const page = await opened(without('gegevens'));
      const late = await page.waitForSelector('.message--late');
      expect(await late?.isVisible()).toBe(false);
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true });
    }
  });
}

test('without WebAssembly and without scripts, the page says what to do', async () => {
  const jitless = await launch.chromium(['--js-flags=--jitless']);
  try {
    const page = await jitless.newPage();
    await page.goto(`file://${root}dist/spreidingswijzer.html`);
    await page.waitForFunction(() => document.body.innerText.includes('WebAssembly'));
    const silent = await jitless.newPage();
    await silent.setJavaScriptEnabled(false);
    await silent.goto(`file://${root}dist/spreidingswijzer.html`);
    expect(await silent.$eval('noscript', (sentence) => sentence.textContent)).toContain(
      'Sla dit bestand op',
    );
  } finally {
    await jitless.close();
  }
});
