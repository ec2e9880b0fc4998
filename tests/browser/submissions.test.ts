// What municipalities send in, as a province uses it: files dropped together, who is missing, a newer
// version rejected, an own layout said once, a colleague's workspace, saved and opened again.
import type { Browser, Page } from 'puppeteer-core';
import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { templateWorkbook } from '../../wasm/province/template.ts';
import { catchFiles, cells, findingsOfAxe, launch, openView, root, savedFile } from './browsers.ts';

const heading = 'gemeente,nummer,locatie,soort,plekken,van,tot en met,zekerheid,opmerking';
const workspace = {
  province: 'Proefland',
  round: '2026',
  task: { total: 300, minors: null, basis: 'own_input', source: 'proef' },
  municipalities: ['Aard', 'Beek', 'Cade', 'Dorp'].map((name, at) => ({
    code: `GM000${String(at + 1)}`,
    name,
    indicative: 75,
  })),
  locations: [],
  dates: ['2027-07-01'],
  calendar: [],
  exchanges: [],
  openPoints: [],
};

for (const name of ['chromium', 'firefox'] as const) {
  describe(name, () => {
    const folder = mkdtempSync(join(tmpdir(), 'afzenders-'));
    const write = (file: string, content: string | Uint8Array): string => {
      writeFileSync(join(folder, file), content);
      return join(folder, file);
    };
    let browser: Browser;
    let page: Page;
    const said: string[] = [];
    const text = (selector: string): Promise<string> =>
      page.$eval(selector, (element) => element.textContent);
    const upload = async (selector: string, ...paths: string[]): Promise<void> => {
      const field = await page.$(selector);
      if (field === null) throw new Error(`no ${selector}`);
      await (field as unknown as { uploadFile(...all: string[]): Promise<void> }).uploadFile(
        ...paths,
      );
    };
    const arrived = (count: number): Promise<unknown> =>
      page.waitForFunction(
        (wanted) =>
          document.querySelectorAll('[data-testid=aangekomen] > li').length === wanted &&
          document.querySelector('.senders-drop [role=status]')?.textContent === '',
        {},
        count,
      );
    const open = async (path: string): Promise<void> => {
      await upload('input#werkruimte', path);
      await page.waitForSelector('[data-part=senders]');
      await page.click('[data-part=senders]');
      await page.waitForSelector('[data-testid=afzenders]');
    };
    const offered = async (): Promise<string> => (await text('[data-testid=tafel-gedekt]')).trim();

    beforeAll(async () => {
      browser = await launch[name]();
      page = await browser.newPage();
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (fault) => said.push(String(fault)));
      if (name === 'chromium') {
        const session = await page.createCDPSession();
        await session.send('Browser.setDownloadBehavior', {
          behavior: 'allow',
          downloadPath: folder,
        });
      }
      await page.goto(`file://${root}dist/spreidingswijzer.html`);
      await openView(page, 'table');
      await open(write('tafel.json', JSON.stringify(workspace)));
    });
    afterAll(async () => {
      await browser.close();
    });

    test('files chosen together give one list: recognised, counted, with problems, and who is missing', async () => {
      await upload(
        'input#aanleveringen',
        write(
          'aard.csv',
          `${heading}\nAard,1,Hal,regulier,60,2027-01-01,,bestaand,\nAard,2,Kade,amv,-3,2027-01-01,,bestaand,\n`,
        ),
        write(
          'terug.xlsx',
          templateWorkbook({ code: 'GM0002', name: 'Beek' }, 'nl', [
            [
              '1',
              'School',
              'regulier',
              40,
              '1-1-2027',
              '',
              'besloten',
              '',
              'ja',
              'bel jan@beek.nl',
            ],
          ]),
        ),
        write('cade.csv', 'Pand;Capaciteit;Start;Eind;Fase\nOude kazerne;25;1-2-2027;;open\n'),
        write('onzin.pdf', '%PDF-1.7'),
      );
      await arrived(4);
      expect(await cells(page, 'afzenders')).toMatchObject([
        expect.stringMatching(/^Aard\|aard.csv\|1\|.*\|1\|1\|telt mee/u) as string,
        expect.stringMatching(/^Beek\|terug.xlsx#Locaties\|1\|.*\|1\|1\|telt mee/u) as string,
        expect.stringMatching(/^Cade\|\|\|\|\|\|indeling wacht op u/u) as string,
        expect.stringMatching(/^Dorp\|\|\|\|\|\|nog niets ontvangen/u) as string,
      ]);
      expect(await text('[data-testid=aanleveringen-stand]')).toContain('Nog niets van: Dorp.');
      expect(await text('[data-testid=aangekomen]')).toContain('Dit is een PDF');
      expect(await offered()).toContain('100');
      const findings = await text('[data-testid=tafel-meldingen]');
      expect(findings).toContain('e-mailadres');
      expect(findings).toContain('terug.xlsx#Locaties:L2');
    });

    test('an own layout is said once, with a word of its own, and then read', async () => {
      await page.waitForSelector('[data-testid=eigen-indeling]');
      const choose = async (part: string, value: string): Promise<void> => {
        await page.select(`select[id="indeling-cade.csv-${part}"]`, value);
      };
      await choose('kind', '=regulier');
      await page.waitForSelector('select[id="indeling-cade.csv-woord-open"]');
      await choose('woord-open', 'bestaand');
      await page.waitForFunction(() =>
        document.querySelector('[data-testid=eigen-indeling]')?.textContent.includes('1 locaties'),
      );
      await page.click('[data-testid=gebruik-indeling]');
      await page.waitForFunction(
        () => document.querySelector('[data-testid=eigen-indeling]') === null,
      );
      expect(await offered()).toContain('125');
    });

    test('a newer version shows old and new per cell, and one click rejects it', async () => {
      const newer = write(
        'aard.csv',
        `${heading}\nAard,1,Hal,regulier,80,1-1-2027,,bestaand,\nAard,2,Kade,amv,-3,2027-01-01,,bestaand,\n`,
      );
      await upload('input#aanleveringen', newer);
      await page.waitForSelector('[data-testid=nieuwe-versie]');
      expect((await cells(page, 'oud-en-nieuw')).map((row) => row.slice(0, 18))).toEqual([
        '1 Hal|plekken|60|8',
      ]);
      expect(await offered()).toContain('125');
      expect(await findingsOfAxe(page)).toEqual([]);
      await page.click('[data-testid=wijs-af]');
      await page.waitForFunction(
        () => document.querySelector('[data-testid=nieuwe-versie]') === null,
      );
      expect(await offered()).toContain('125');
      await upload('input#aanleveringen', newer);
      await page.waitForSelector('[data-testid=nieuwe-versie]');
      await page.click('[data-testid=neem-over]');
      await page.waitForFunction(() =>
        document.querySelector('[data-testid=tafel-gedekt]')?.textContent.includes('145'),
      );
    });

    test("a colleague's workspace is laid beside this one; only what is taken over changes", async () => {
      await upload(
        'input#aanleveringen',
        write('collega.json', JSON.stringify({ ...workspace, openPoints: ['vraag aan COA'] })),
      );
      await page.waitForSelector('[data-testid=samenvoegen]');
      expect((await cells(page, 'verschillen'))[0]).toContain(
        'open punt|(niet aanwezig)|vraag aan COA|',
      );
      await page.click('[data-testid=neem-alles-over]');
      await page.waitForFunction(
        () => document.querySelector('[data-testid=samenvoegen]') === null,
      );
    });

    if (name === 'chromium')
      test('saved as its own file and opened again: senders, layouts and log are back', async () => {
        await page.$$eval('button', (buttons) => {
          buttons.find((button) => button.textContent.startsWith('Bewaar de werkruimte'))?.click();
        });
        const path = join(folder, 'werkruimte-proefland.json');
        for (let tries = 0; tries < 50 && !existsSync(path); tries += 1)
          await new Promise((resolve) => setTimeout(resolve, 100));
        expect(readdirSync(folder)).toContain('werkruimte-proefland.json');
        const kept = readFileSync(path, 'utf8');
        expect(kept).toContain('"version": 2');
        expect(kept).toContain('vraag aan COA');
        const before = await cells(page, 'afzenders');
        // Once a table is open, the ways to open another are folded away.
        await page.click('.section details summary');
        await page.click('[data-testid=tafel-voorbeeld]');
        await page.click('[data-part=senders]');
        await page.waitForFunction(() =>
          document.querySelector('[data-testid=aanleveringen-stand]')?.textContent.includes('12'),
        );
        await upload('input#werkruimte', path);
        await page.waitForFunction(() =>
          document.querySelector('[data-testid=tafel-gedekt]')?.textContent.includes('145'),
        );
        await page.click('[data-part=senders]');
        expect(await cells(page, 'afzenders')).toEqual(before);
        await upload(
          'input#werkruimte',
          write(
            'later.json',
            JSON.stringify({ format: 'spreidingswijzer-werkruimte', version: 99 }),
          ),
        );
        await page.waitForFunction(() =>
          document.querySelector('[role=alert]')?.textContent.includes('nieuwere Spreidingswijzer'),
        );
      });

    test('forty files dropped at once give one list, and nobody who sent is missing', async () => {
      const municipalities = Array.from({ length: 42 }, (_, at) => ({
        code: `GM${String(1000 + at)}`,
        name: `Plaats ${String(at)}`,
        indicative: 10,
      }));
      await upload(
        'input#werkruimte',
        write('veertig.json', JSON.stringify({ ...workspace, municipalities })),
      );
      await page.waitForFunction(() =>
        document
          .querySelector('[data-testid=aanleveringen-stand]')
          ?.textContent.includes('0 van 42'),
      );
      await page.evaluate((heads) => {
        const data = new DataTransfer();
        for (let at = 0; at < 40; at += 1)
          data.items.add(
            new File(
              [
                `${heads}\nPlaats ${String(at)},1,Hal ${String(at)},regulier,${String(10 + at)},2027-01-01,,bestaand,\n`,
              ],
              // As they come by mail: the same name again and again.
              at % 2 === 0 ? 'locaties.csv' : `locaties (${String(at)}).csv`,
            ),
          );
        document
          .querySelector('main')
          ?.dispatchEvent(
            new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
          );
      }, heading);
      await arrived(40);
      expect(await text('[data-testid=aanleveringen-stand]')).toBe(
        '40 van 42 gemeenten leverden iets aan. Nog niets van: Plaats 40, Plaats 41.',
      );
      expect(await offered()).toContain('Aangeboden 1.180 van');
      const list = await cells(page, 'afzenders');
      expect(list.length).toBe(42);
      for (const [at, row] of list.slice(0, 40).entries())
        expect(row).toMatch(
          new RegExp(`^Plaats ${String(at)}\\|.*\\|1\\|.*\\|1\\|0\\|telt mee`, 'u'),
        );
      // All of them are one step of undo.
      await page.keyboard.down('Control');
      await page.keyboard.press('z');
      await page.keyboard.up('Control');
      await page.waitForFunction(() =>
        document
          .querySelector('[data-testid=aanleveringen-stand]')
          ?.textContent.includes('0 van 42'),
      );
    });

    test('a dossier keeps what was sent in: counted, waiting, layouts and log', async () => {
      await upload('input#werkruimte', write('tafel.json', JSON.stringify(workspace)));
      await page.waitForFunction(() =>
        document
          .querySelector('[data-testid=aanleveringen-stand]')
          ?.textContent.includes('0 van 4'),
      );
      const row = (places: string): string =>
        `${heading}\nAard,1,Hal,regulier,${places},2027-01-01,,bestaand,\n`;
      await upload('input#aanleveringen', write('aard.csv', row('60')));
      await arrived(1);
      await upload('input#aanleveringen', write('aard.csv', row('70')));
      await page.waitForSelector('[data-testid=nieuwe-versie]');
      await upload(
        'input#aanleveringen',
        write('cade.csv', 'Pand;Capaciteit;Start;Eind;Fase\nOude kazerne;25;1-2-2027;;bestaand\n'),
      );
      await page.waitForSelector('[data-testid=eigen-indeling]');
      await page.select('select[id="indeling-cade.csv-kind"]', '=regulier');
      await page.waitForSelector('[data-testid=gebruik-indeling]:enabled');
      await page.click('[data-testid=gebruik-indeling]');
      await page.waitForFunction(
        () => document.querySelector('[data-testid=eigen-indeling]') === null,
      );
      const before = await cells(page, 'afzenders');
      await openView(page, 'dossier');
      await catchFiles(page);
      await page.click('[data-testid=dossier-bewaren]');
      const { text: dossier } = await savedFile(page);
      await page.reload();
      await openView(page, 'dossier');
      await upload('input#dossier', write('dossier.json', dossier));
      await page.waitForFunction(
        () => document.querySelector('[data-testid=dossier-geopend]') !== null,
      );
      await openView(page, 'table');
      await page.waitForSelector('[data-part=senders]');
      await page.click('[data-part=senders]');
      expect(await cells(page, 'afzenders')).toEqual(before);
      expect(await page.$('[data-testid=nieuwe-versie]')).not.toBeNull();
      expect(await text('[data-testid=tafel-gedekt]')).toContain('85');
      // The layout is known by now: the next file of it is read by itself.
      await upload(
        'input#aanleveringen',
        write('cade.csv', 'Pand;Capaciteit;Start;Eind;Fase\nOude kazerne;35;1-2-2027;;bestaand\n'),
      );
      await page.waitForFunction(
        () => document.querySelectorAll('[data-testid=nieuwe-versie]').length === 2,
      );
      expect(await page.$('[data-testid=eigen-indeling]')).toBeNull();
    });

    test('the console stays silent', () => {
      expect(said).toEqual([]);
    });
  });
}
