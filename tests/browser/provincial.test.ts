// The provincial table as people use it: opened, an exchange refused and mended, own files, no findings
// of axe, a silent console.
import type { Browser, Page } from 'puppeteer-core';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cells, findingsOfAxe, launch, openView, root } from './browsers.ts';

const folder = mkdtempSync(join(tmpdir(), 'provincie-'));
const write = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

for (const name of ['chromium', 'firefox'] as const) {
  describe(name, () => {
    let browser: Browser;
    let page: Page;
    const said: string[] = [];
    beforeAll(async () => {
      browser = await launch[name]();
      page = await browser.newPage();
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (fault) => said.push(String(fault)));
      await page.goto(`file://${root}dist/spreidingswijzer.html`);
      await openView(page, 'table');
    });
    afterAll(async () => {
      await browser.close();
    });

    const text = (testId: string): Promise<string> =>
      page.$eval(`[data-testid=${testId}]`, (element) => element.textContent);
    const handOver = async (amount: number): Promise<void> => {
      await page.$eval(
        '#uitruil-0-0',
        (field, value) => {
          (field as HTMLInputElement).value = String(value);
          field.dispatchEvent(new Event('change', { bubbles: true }));
        },
        amount,
      );
    };
    const verdictHas = (words: string) =>
      page.waitForFunction(
        (wanted) =>
          document
            .querySelector('[data-testid=uitruil-1-oordeel]')
            ?.textContent.includes(wanted) === true,
        {},
        words,
      );

    test('the invented province opens with one click, marked as invented', async () => {
      await page.click('[data-testid=tafel-voorbeeld]');
      await page.waitForSelector('[data-testid=tafel-aanbod] tbody tr');
      expect(await text('tafel-gedekt')).toBe('Aangeboden 2.124 van 2.200 plekken');
      const rows = await cells(page, 'tafel-aanbod');
      expect(rows.length).toBe(12 + 2 + 1);
      expect(rows[0]).toBe('Ankerveen|412|474|384|90|0|+62|35|24|422|+52|?');
      expect(await page.$eval('main', (main) => main.textContent)).toContain('is verzonnen');
      expect((await cells(page, 'tafel-kalender')).length).toBe(13);
    });

    test('an exchange that hands over too much is refused with its shortfall, mended it holds', async () => {
      await handOver(300);
      await verdictHas('212 te veel');
      expect(await text('tafel-meldingen')).toContain('Drielanden');
      expect((await cells(page, 'tafel-aanbod'))[0]).toContain('|412|+62|?');
      await handOver(10);
      await verdictHas('Klopt');
      expect((await cells(page, 'tafel-aanbod'))[0]).toContain('|422|+52|?');
    });

    test('axe finds nothing, and no word of it goes into the address', async () => {
      expect(await findingsOfAxe(page)).toEqual([]);
      expect(page.url()).not.toContain('Ankerveen');
    });

    test('own files open together; a wrong row is told at its place, the rest counts', async () => {
      const workspace = {
        province: 'Proefland',
        round: '2026',
        task: { total: 200, minors: null, basis: 'own_input', source: 'proef' },
        municipalities: [
          { code: 'GM0001', name: 'Hier', indicative: 120 },
          { code: 'GM0002', name: 'Daar', indicative: 80 },
        ],
        locations: ['plekken.csv'],
        dates: ['2027-07-01'],
        calendar: [],
        exchanges: [],
        openPoints: [],
      };
      const field = await page.$('input#werkruimte');
      if (!field) throw new Error('no file field');
      await (field as unknown as { uploadFile(...paths: string[]): Promise<void> }).uploadFile(
        write('tafel.json', JSON.stringify(workspace)),
        write(
          'plekken.csv',
          'gemeente,locatie,soort,plekken,van,tot en met,zekerheid\nHier,A,regulier,150,2027-01-01,,bestaand\nDaar,B,regulier,-3,2027-01-01,,bestaand\n',
        ),
      );
      await page.waitForFunction(() =>
        document.querySelector('[data-testid=tafel-opgave]')?.textContent.includes('proef'),
      );
      expect(await text('tafel-gedekt')).toBe('Aangeboden 150 van 200 plekken');
      expect(await text('tafel-meldingen')).toContain('plekken.csv:3:4');
    });

    test('the console stays silent', () => {
      expect(said).toEqual([]);
    });
  });
}
