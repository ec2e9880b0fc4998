// The way in as a provincial secretary walks it: a list with names pasted, forty messy files at once, cells
// corrected beside what was sent, one plan of two senders, and nothing lost on leaving.
import type { Browser, Page } from 'puppeteer-core';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messyFiles, places } from '../files/messy.ts';
import { findingsOfAxe, launch, openView, root } from './browsers.ts';

const workspace = {
  province: 'Proefland',
  round: '2026',
  task: { total: 4000, minors: null, basis: 'own_input', source: 'proef' },
  // In the order of their codes, as the list of CBS has them.
  municipalities: [...places]
    .sort((one, other) => one.code.localeCompare(other.code))
    .map((each) => ({ ...each, indicative: 100 })),
  locations: [],
  dates: ['2028-07-01'],
  calendar: [],
  exchanges: [],
  openPoints: [],
};

for (const name of ['chromium', 'firefox'] as const) {
  describe(name, () => {
    const folder = mkdtempSync(join(tmpdir(), 'aanlevering-'));
    const write = (file: string, content: string | Uint8Array): string => {
      writeFileSync(join(folder, file), content);
      return join(folder, file);
    };
    let browser: Browser;
    let page: Page;
    const upload = async (selector: string, ...paths: string[]): Promise<void> => {
      const field = await page.$(selector);
      if (field === null) throw new Error(`no ${selector}`);
      await (field as unknown as { uploadFile(...all: string[]): Promise<void> }).uploadFile(
        ...paths,
      );
    };
    const text = (testId: string): Promise<string> =>
      page.$eval(`[data-testid=${testId}]`, (element) => element.textContent);
    const part = async (id: string): Promise<void> => {
      await page.click(`[data-part=${id}]`);
    };
    const paste = async (testId: string, cell: string, pasted: string, editing = false) => {
      const selector = `[data-testid=${testId}] [data-cell="${cell}"]`;
      await page.waitForSelector(selector);
      await page.click(selector);
      if (editing) {
        await page.keyboard.press('F2');
        await page.waitForSelector(`${selector} input`);
      }
      await page.evaluate(
        (where, what) => {
          const data = new DataTransfer();
          data.setData('text/plain', what);
          const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
          // Firefox makes such an event with an empty clipboard of its own.
          Object.defineProperty(event, 'clipboardData', { value: data });
          document.querySelector(where)?.dispatchEvent(event);
        },
        editing ? `${selector} input` : selector,
        pasted,
      );
    };
    /** Names and indicative shares as the sheet shows them. */
    const shares = (): Promise<string[]> =>
      page.$$eval('[data-testid=tafel-aanbod] tbody tr:not(.sheet__sum)', (rows) =>
        rows.map((row) =>
          [...row.querySelectorAll('[data-cell]')]
            .slice(0, 2)
            .map((cell) => cell.textContent)
            .join('='),
        ),
      );
    const has = (id: string, wanted: string): Promise<unknown> =>
      page.waitForFunction(
        (testId, what) =>
          document.querySelector(`[data-testid=${testId}]`)?.textContent.includes(what) === true,
        {},
        id,
        wanted,
      );

    beforeAll(async () => {
      browser = await launch[name]();
      page = await browser.newPage();
      await page.goto(`file://${root}dist/spreidingswijzer.html`);
      await openView(page, 'table');
      await upload('input#werkruimte', write('tafel.json', JSON.stringify(workspace)));
      await page.waitForSelector('[data-testid=tafel-aanbod]');
    });
    afterAll(async () => {
      await browser.close();
    });

    test('the rows are alphabetical, and an alphabetical list with names lands on its names', async () => {
      const names = (await shares()).map((each) => each.split('=')[0] ?? '');
      expect(names).toEqual(
        [...names].sort((one, other) =>
          one.localeCompare(other, 'nl', { ignorePunctuation: true }),
        ),
      );
      const list = ['Den Haag\t11', 'Hengelo\t12', 'Laren\t13', 'GM3001\t14'];
      await paste('tafel-aanbod', '3-1', ['Gemeente\tAandeel', ...list].join('\r\n'));
      await has('geplakt', 'op naam');
      const now = await shares();
      for (const wanted of ["'s-Gravenhage=11", 'Hengelo (O.)=12', 'Laren (NH.)=13', 'Vleka=14'])
        expect(now).toContain(wanted);
      await page.click('[data-testid=plakken-ongedaan]');
      await page.waitForFunction(() => document.querySelector('[data-testid=geplakt]') === null);
      expect((await shares()).every((each) => each.endsWith('=100'))).toBe(true);
    });

    test('what fits no row is asked before anything is written', async () => {
      await paste('tafel-aanbod', '0-1', 'Utrecht\t21\nElders\t22\nVlekb\t23\n');
      await has('plakken-vraagt', 'Elders');
      expect((await shares()).every((each) => each.endsWith('=100'))).toBe(true);
      expect(await findingsOfAxe(page)).toEqual([]);
      await page.click('[data-testid=plak-toch]');
      await has('geplakt', 'Utrecht');
      expect(await shares()).toContain('Utrecht=21');
      await page.click('[data-testid=plakken-ongedaan]');
    });

    test('a paste by order says on which rows it landed, also out of a cell that is being edited', async () => {
      await paste('tafel-aanbod', '0-1', '31\n32\n', true);
      await has('geplakt', 'op volgorde');
      const rows = await shares();
      expect(rows[0]?.endsWith('=31') === true && rows[1]?.endsWith('=32') === true).toBe(true);
      expect(await text('geplakt')).toContain(rows[1]?.split('=')[0] ?? '?');
      await page.click('[data-testid=plakken-ongedaan]');
      await part('locations');
      await paste('tafel-getypte-locaties', '0-0', 'Laren\t1\tHal\nLaren\t2\tKade\n', true);
      await has('tafel-getypte-locaties', 'Kade');
      await page.click('[data-testid=plakken-ongedaan]');
    });

    test('forty messy files at once: each is taken in or waits, and says what is not read', async () => {
      await part('senders');
      await upload(
        'input#aanleveringen',
        ...messyFiles.map(({ name: file, bytes }) => write(file, bytes)),
      );
      await page.waitForFunction(
        () =>
          document.querySelectorAll('[data-testid=aangekomen] > li').length === 40 &&
          document.querySelector('.senders-drop [role=status]')?.textContent === '',
        { timeout: 60_000 },
      );
      const arrived = await text('aangekomen');
      expect(arrived).not.toContain('niet te lezen');
      expect(arrived).toContain('AMV: overgenomen');
      expect(arrived).toContain('Uitleg: een blad van deze rekenhulp zelf');
      for (const wanted of ['ca. 312', 'Q3 2027', '3/4/2027', 'PM', '46569'])
        expect(await text('tafel-meldingen'), wanted).toContain(wanted);
      expect(
        await page.$$eval('[data-testid=eigen-indeling]', (all) => all.length),
      ).toBeGreaterThan(2);
      expect(await page.$('[data-testid=verborgen-blad]')).not.toBeNull();
    });

    test('a received cell is corrected by what is proposed; the log says who', async () => {
      await page.$$eval('[data-testid=afzenders] button', (buttons) => {
        buttons
          .find((button) => button.getAttribute('aria-label')?.endsWith('aantal 0.csv') === true)
          ?.click();
      });
      await page.waitForSelector('[data-testid=voorstel]');
      expect(await text('vragen')).toContain('ca. 312');
      await page.click('[data-testid=voorstel]');
      await has('vragen', 'zelf ingevuld');
      await page.$$eval('details summary', (all) => {
        all.find((each) => each.textContent.startsWith('Logboek'))?.click();
      });
      await has('logboek', 'E2: “ca. 312” werd “312”');
    });

    test('one plan of two senders stands beside each other until a person decides', async () => {
      const plans = (): Promise<string[]> =>
        page.$$eval('[data-testid=een-plan] h3', (all) => all.map((each) => each.textContent));
      const before = await plans();
      expect(before.some((each) => each.includes('De Grens'))).toBe(true);
      await page.click('[data-testid=twee-plannen]');
      await page.waitForFunction(
        (count) => document.querySelectorAll('[data-testid=een-plan]').length === count,
        {},
        before.length - 1,
      );
    });

    test('of a typed row and a received one the typed one can be left out, and brought back', async () => {
      await part('locations');
      const row = ['Laren', '77', 'De Grens', 'regulier', '5', '1-1-2028', '', 'voornemen'];
      await paste('tafel-getypte-locaties', '0-0', `${row.join('\t')}\n`, true);
      await has('tafel-getypte-locaties', 'De Grens');
      await part('senders');
      await page.waitForFunction(() =>
        [...document.querySelectorAll('[data-testid=een-plan] tr')].some((each) =>
          each.textContent.includes('zelf getypt, regel 1'),
        ),
      );
      await page.$$eval('[data-testid=een-plan] tr', (rows) => {
        rows
          .find((each) => each.textContent.includes('zelf getypt, regel 1'))
          ?.querySelector('button')
          ?.click();
      });
      await part('locations');
      await has('getypt-telt-niet', 'De Grens');
      await page.click('[data-testid=getypt-telt-niet] button');
      await has('tafel-getypte-locaties', 'De Grens');
      expect(await page.$('[data-testid=getypt-telt-niet]')).toBeNull();
      await part('senders');
    });

    test('“van wie is dit?” preselects nobody', async () => {
      await upload(
        'input#aanleveringen',
        write(
          'lijst.csv',
          'gemeente,locatie,soort,plekken,van,tot en met,zekerheid\n,Hal,regulier,9,1-1-2027,,bestaand\n',
        ),
      );
      await page.waitForSelector('[data-testid=van-wie]');
      expect(await page.$eval('[data-testid=van-wie] select', (field) => field.value)).toBe('');
      expect(await page.$eval('[data-testid=van-wie] button', (button) => button.disabled)).toBe(
        true,
      );
    });

    test('the sections stay within reach, the table is as wide as the screen, its first column stays', async () => {
      await page.setViewport({ width: 1920, height: 1000 });
      await part('municipalities');
      await page.evaluate(() => {
        scrollTo(0, document.body.scrollHeight / 2);
      });
      expect(
        await page.$eval('.provincial-parts', (nav) => nav.getBoundingClientRect().top),
      ).toBeLessThan(20);
      expect(
        await page.$eval('.typing-grid', (grid) => grid.getBoundingClientRect().width),
      ).toBeGreaterThan(1700);
      const left = (): Promise<number> =>
        page.$eval(
          '[data-testid=tafel-aanbod] [data-cell="2-0"]',
          (cell) => cell.getBoundingClientRect().left,
        );
      const before = await left();
      await page.$eval('.typing-grid', (grid) => {
        grid.scrollLeft = 400;
      });
      expect(Math.abs((await left()) - before)).toBeLessThan(2);
    });

    test('after saving the workspace as its own file leaving does not warn', async () => {
      const warns = (): Promise<boolean> =>
        page.evaluate(() => {
          const event = new Event('beforeunload', { cancelable: true });
          dispatchEvent(event);
          return event.defaultPrevented;
        });
      expect(await warns()).toBe(true);
      await page.click('[data-testid=bewaar-werkruimte]');
      expect(await warns()).toBe(false);
    });
  });
}
