// The frame of the page: start, dossier, undo, print; as a person walks it, with the keyboard where that counts.
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import {
  cardText,
  catchFiles,
  cells,
  choose,
  closePanel,
  data,
  findingsOfAxe,
  freshPages,
  openView,
  root,
  savedFile,
} from './browsers.ts';

const address = `file://${root}dist/spreidingswijzer.html`;

const asksBeforeLeaving = (page: Page): Promise<boolean> =>
  page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));

const pasteDossier = async (page: Page, text: string): Promise<void> => {
  await openView(page, 'dossier');
  await page.evaluate((content) => {
    const field = document.querySelector<HTMLTextAreaElement>('#dossier-plakken');
    if (field === null) throw new Error('no field');
    (field.closest('details') as HTMLDetailsElement).open = true;
    field.value = content;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, text);
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await page.click('details[open] button');
};

for (const name of ['chromium', 'firefox'] as const) {
  describe(name, () => {
    let page: Page;
    freshPages(name, (fresh) => {
      page = fresh;
    });

    test('three letters and Enter give the best-founded answer, and what it is', async () => {
      expect(await page.$$('#zoek')).toHaveLength(1);
      expect(await page.$('[data-testid=kaart]')).toBeNull();
      // Tab from the top: skip link, header, navigation, and then the one field of the screen.
      await page.focus('#zoek');
      await page.keyboard.type('bre');
      await page.waitForSelector('[role=option]');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-testid=kaart]');
      expect(await cardText(page)).toContain('932');
      expect(await cardText(page)).toContain('volgens OOZO, 2 maart 2026');
      expect(await page.title()).toBe('Breda · Mijn gemeente – Spreidingswijzer');
      expect(await page.$eval('[role=status].visually-hidden', (live) => live.textContent)).toMatch(
        /Breda/,
      );
    });

    test('on a telephone the figure and what it is are in sight at once', async () => {
      await page.setViewport({ width: 360, height: 740 });
      for (const name of ['zwolle', 'breda']) {
        await page.$eval('#zoek', (field) => {
          (field as HTMLInputElement).focus();
          (field as HTMLInputElement).select();
        });
        await page.keyboard.type(name);
        await page.waitForSelector('[role=option]');
        await page.keyboard.press('Enter');
        await page.waitForFunction(
          (wanted) => {
            const card = document.querySelector('[data-testid=kaart]');
            const [number, basis] = ['.figure__number, .figure__range', '.figure__basis'].map(
              (part) => card?.querySelector(part)?.getBoundingClientRect(),
            );
            return (
              card?.textContent.toLowerCase().includes(wanted) === true &&
              number !== undefined &&
              basis !== undefined &&
              number.top >= 0 &&
              basis.bottom <= innerHeight
            );
          },
          { timeout: 3_000 },
          name,
        );
      }
      await page.setViewport({ width: 1280, height: 900 });
    });

    test('the keyboard alone reaches field, answer, every room and what opens beside it', async () => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.className)).toContain('skip');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('zoek');
      await page.focus('[data-view=country]');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-testid=tabel-gemeenten]');
      await page.waitForSelector('#inhoud:focus');
      await page.focus('[data-view=share]');
      await page.keyboard.press('Enter');
      await page.waitForSelector('#paneel:focus');
      await page.focus('[data-view=dossier]');
      await page.keyboard.press('Enter');
      await page.waitForSelector('#notities');
      // Escape closes it, and the focus is where it was opened; the room never went away.
      await page.keyboard.press('Escape');
      await page.waitForSelector('#paneel', { hidden: true });
      await page.waitForSelector('[data-view=share]:focus');
      expect(await page.$('[data-testid=tabel-gemeenten]')).not.toBeNull();
    });

    test('back and forward walk through municipalities and rooms, and reload keeps the question', async () => {
      const enter = async (typed: string): Promise<void> => {
        await page.focus('#zoek');
        await page.$eval('#zoek', (field) => {
          (field as HTMLInputElement).select();
        });
        await page.keyboard.type(typed);
        await page.waitForSelector('[role=option]');
        await page.keyboard.press('Enter');
      };
      const agrees = (name: string): Promise<unknown> =>
        page.waitForFunction(
          (wanted: string) =>
            document.querySelector<HTMLInputElement>('#zoek')?.value === wanted &&
            document.querySelector('#kaart-titel')?.textContent.includes(wanted) === true,
          {},
          name,
        );
      const go = (steps: number): Promise<void> =>
        page.evaluate((by) => {
          history.go(by);
        }, steps);
      await enter('breda');
      await agrees('Breda');
      await enter('zwolle');
      await agrees('Zwolle');
      await openView(page, 'country');
      await page.waitForSelector('[data-testid=tabel-gemeenten]');
      await go(-1);
      await agrees('Zwolle');
      await go(-1);
      await agrees('Breda');
      // What is open beside the room closes with it.
      await openView(page, 'input');
      await go(-1);
      await page.waitForSelector('.start--open');
      await page.waitForSelector('#paneel', { hidden: true });
      await page.waitForFunction(
        () => document.querySelector<HTMLInputElement>('#zoek')?.value === '',
      );
      await go(2);
      await agrees('Zwolle');
      await page.reload();
      await agrees('Zwolle');
      await go(1);
      await page.waitForSelector('[data-testid=tabel-gemeenten]');
      await go(-1);
      await agrees('Zwolle');
      // Undone, box and answer agree as well.
      await enter('breda');
      await agrees('Breda');
      await page.click('[data-testid=ongedaan]');
      await agrees('Zwolle');
    });

    test('a link from a file says what it is, or has the address that a person gave', async () => {
      await openView(page, 'country');
      await openView(page, 'share');
      expect(await page.$eval('[data-testid=wat-delen]', (said) => said.textContent)).toContain(
        'Nederland, ronde 2026',
      );
      const made = (): Promise<string> =>
        page.$eval('#gemaakte-link', (field) => (field as HTMLTextAreaElement).value);
      await page.click('[data-testid=vraaglink]');
      await page.waitForSelector('#gemaakte-link');
      expect(await made()).toMatch(/^Spreidingswijzer: .*: #v1\/round=2026&view=country$/);
      const field = async (typed: string): Promise<void> => {
        await page.$eval(
          '#gepubliceerd-op',
          (input, text) => {
            (input as HTMLInputElement).value = text;
            input.dispatchEvent(new Event('change', { bubbles: true }));
          },
          typed,
        );
      };
      await field('javascript:alert(1)');
      await page.waitForSelector('.panel .field__error');
      await field('https://example.org/spreiding/');
      await page.waitForSelector('.panel .field__error', { hidden: true });
      await page.click('[data-testid=vraaglink]');
      await page.waitForSelector('#gemaakte-link');
      expect(await made()).toBe('https://example.org/spreiding/#v1/round=2026&view=country');
      // The dossier keeps the address; the browser does not.
      await catchFiles(page);
      await page.click('[data-testid=als-bestand]');
      const { text } = await savedFile(page);
      expect(text).toContain('https://example.org/spreiding/');
      expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('example.org');
      expect(
        await page.evaluate(() => location.href + JSON.stringify(history.state)),
      ).not.toContain('example.org');
    });

    test('a dossier saves everything and opens again elsewhere', async () => {
      await openView(page, 'input');
      await choose(page, [data('inwoners-windows-1252.csv'), data('scores-komma.csv')]);
      await page.$eval('#behoefte', (field) => {
        (field as HTMLInputElement).value = '1234';
        field.dispatchEvent(new Event('change', { bubbles: true }));
      });
      await openView(page, 'country');
      const rows = await cells(page, 'tabel-gemeenten');
      expect(rows).toHaveLength(2);
      await openView(page, 'dossier');
      await page.focus('#notities');
      await page.keyboard.type('Gebeld met de provincie');
      expect(await asksBeforeLeaving(page)).toBe(true);
      await catchFiles(page);
      await page.focus('[data-testid=dossier-bewaren]');
      await page.keyboard.press('Enter');
      const saved = await savedFile(page);
      expect(saved.name).toMatch(/^spreidingswijzer-dossier-\d{4}-\d\d-\d\d\.json$/);
      expect(await asksBeforeLeaving(page)).toBe(false);

      const other = await page.browser().newPage();
      await other.goto(address);
      await other.waitForSelector('#zoek');
      await pasteDossier(other, saved.text);
      await other.waitForSelector('[data-testid=dossier-geopend]');
      expect(await other.$eval('#notities', (field) => (field as HTMLTextAreaElement).value)).toBe(
        'Gebeld met de provincie',
      );
      // Who opens it did not write them, until he says that he takes them for his own.
      await other.click('[data-testid=notities-uit-dossier] button');
      await other.waitForFunction(
        () => document.querySelector('[data-testid=notities-uit-dossier]') === null,
      );
      await openView(other, 'country');
      expect(await cells(other, 'tabel-gemeenten')).toEqual(rows);
      expect(await asksBeforeLeaving(other)).toBe(false);
      // Nothing of it is kept by the browser.
      expect(await other.evaluate(() => Object.keys(localStorage))).toEqual([]);
      await other.close();
    });

    test('what was selected, kept and supposed goes along in the dossier, and so does the result kept', async () => {
      await page.select('#ronde', 'example');
      await openView(page, 'country');
      await page.select('#provincie', 'Middenland');
      await page.waitForFunction(
        () => document.querySelectorAll('[data-testid=tabel-gemeenten] tbody tr').length === 4,
      );
      await page.click('[data-testid=nieuwe-selectie]');
      await page.waitForSelector('[data-testid=selectie-maken]');
      await page.$$eval('[data-testid=selectie-maken] button', (buttons) => {
        buttons.find(({ textContent }) => textContent.includes('Vink alle 4'))?.click();
      });
      await page.type('#selectie-naam', 'Midden');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-testid=tabel-selecties]');
      const selected = await cells(page, 'tabel-selecties');

      await openView(page, 'municipality');
      await page.focus('#zoek');
      await page.keyboard.type('Aard');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-testid=kaart]');
      await openView(page, 'country');
      await page.waitForSelector('[data-testid=wat-als-gewicht-getal]');
      const weight = (shown: Page): Promise<string> =>
        shown.$eval(
          '[data-testid=wat-als-gewicht-getal]',
          (field) => (field as HTMLInputElement).value,
        );
      await page.$eval('[data-testid=wat-als-gewicht-getal]', (field) => {
        (field as HTMLInputElement).value = '0,5';
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }));
      });
      await page.waitForFunction(
        () => document.querySelector('[data-testid=wat-als-uitkomst]')?.textContent !== '',
      );
      const supposed = await weight(page);

      await openView(page, 'compare');
      await page.click('[data-testid=uitkomst-bewaren]');
      await page.waitForSelector('#nieuw option[value="kept:0"]');
      await openView(page, 'dossier');
      await catchFiles(page);
      await page.click('[data-testid=dossier-bewaren]');
      const { text } = await savedFile(page);

      const other = await page.browser().newPage();
      await other.goto(address);
      await other.waitForSelector('#zoek');
      await pasteDossier(other, text);
      await other.waitForSelector('[data-testid=dossier-geopend]');
      await openView(other, 'country');
      await other.waitForSelector('[data-testid=tabel-selecties]');
      expect(await cells(other, 'tabel-selecties')).toEqual(selected);
      await openView(other, 'compare');
      await other.waitForSelector('#nieuw option[value="kept:0"]');
      await other.select('#oud', 'computed:example');
      await other.select('#nieuw', 'kept:0');
      await other.waitForFunction(
        () =>
          document.querySelectorAll('[data-testid=verschil-per-gemeente] tbody tr').length === 12,
      );
      await openView(other, 'country');
      await other.waitForSelector('[data-testid=wat-als-gewicht-getal]');
      expect(await weight(other)).toBe(supposed);
      expect(supposed).toBe('0,5');
      await other.close();
    });

    test('dossiers from elsewhere are refused with a sentence, and nothing changes', async () => {
      await openView(page, 'dossier');
      await page.focus('#notities');
      await page.keyboard.type('blijft');
      const dossier = (version: number, sections: object): string =>
        JSON.stringify({ format: 'spreidingswijzer-dossier', version, sections });
      const cases: [string, string][] = [
        [dossier(99, {}), 'nieuwere Spreidingswijzer'],
        [dossier(1, { numbers: { need: 1e12 } }), 'onderdeel “numbers”'],
        [dossier(1, { municipality: '<b>' }), 'onderdeel “municipality”'],
        [dossier(1, { files: [{ name: 'a.csv', content: '***' }] }), 'onderdeel “files”'],
        [
          dossier(1, { notes: 'anders', files: [{ name: 'a.csv', content: 'YQ==', sha256: 'x' }] }),
          'a.csv in het dossier past niet bij zijn vingerafdruk',
        ],
        // Names in a dossier are names, not paths.
        [
          dossier(1, { files: [{ name: 'population/2026.csv', content: 'YQ==' }] }),
          'onderdeel “files”',
        ],
        ['geen json', 'geen leesbare JSON'],
      ];
      for (const [text, sentence] of cases) {
        await pasteDossier(page, text);
        await page.waitForFunction(
          (wanted: string) =>
            document.querySelector('[data-testid=dossier-geweigerd]')?.textContent.includes(wanted),
          { timeout: 5000 },
          sentence,
        );
        expect(await page.$eval('#notities', (field) => (field as HTMLTextAreaElement).value)).toBe(
          'blijft',
        );
      }
    });

    test('nothing that a dossier brings is called published, and the address in it is pointed out', async () => {
      const table =
        'gemeentecode,gemeente,opvangplaatsen,bron,url\nGM0758,Breda,19686,Staatscourant,javascript:1\n';
      const print = { number: 'indicative', hand: 'first', title: 'Staatscourant', round: '2026' };
      const sections = {
        ...{ round: '2026', municipality: 'GM0758', publishedAt: 'https://elders.example/' },
        files: [{ name: 'x.csv', content: Buffer.from(table).toString('base64') }],
        prints: { 'x.csv': print, 'published/2026-nos.csv': { ...print, number: 'decided' } },
      };
      await pasteDossier(
        page,
        JSON.stringify({ format: 'spreidingswijzer-dossier', version: 1, sections }),
      );
      await page.waitForSelector('[data-testid=dossier-geopend]');
      await openView(page, 'municipality');
      expect(await cardText(page)).toContain('932 plekken');
      expect(await page.$eval('body', (body) => body.innerText)).not.toMatch(
        /19\.686|gepubliceerd in/,
      );
      await openView(page, 'input');
      expect(await page.$('[data-testid=soort-getal]')).toBeNull();
      expect(await page.$eval('[data-testid=laad-eerst]', (said) => said.textContent)).toContain(
        'als u zelf het origineel laadt',
      );
      await openView(page, 'share');
      expect(await page.$eval('#paneel', (panel) => (panel as HTMLElement).innerText)).toContain(
        'Dit adres kwam mee in een dossier.',
      );
    });

    test('on the English page every title of a Dutch source says its language', async () => {
      await page.focus('#zoek');
      await page.keyboard.type('Breda');
      await page.waitForSelector('[role=option]');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-testid=kaart]');
      await page.click('.header__settings button');
      await page.waitForSelector('html[lang=en]');
      const languages = (): Promise<string[]> =>
        page.evaluate(() => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const found: string[] = [];
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
            const parent = node.parentElement;
            if (parent === null || parent.closest('script') !== null) continue;
            if (
              /Brief aan de Tweede Kamer|(Wet|Besluit) gemeentelijke taak/.test(
                node.textContent ?? '',
              )
            )
              found.push(parent.closest('[lang]')?.getAttribute('lang') ?? '');
          }
          return found;
        });
      for (const [view, least] of [
        ['municipality', 3],
        ['report', 5],
      ] as const) {
        await openView(page, view);
        await page.waitForFunction(() => document.querySelector('main h2') !== null);
        const found = await languages();
        expect(found.length).toBeGreaterThanOrEqual(least);
        expect(new Set(found)).toEqual(new Set(['nl']));
      }
      // The browser keeps the language for the page after this one.
      await closePanel(page);
      await page.click('.header__settings button');
      await page.waitForSelector('html[lang=nl]');
    });

    test('undo and redo, with buttons and keys, also over files', async () => {
      await openView(page, 'input');
      expect(await page.$('[data-testid=ongedaan]')).toBeNull();
      await choose(page, [data('scores-komma.csv')]);
      await page.waitForSelector('[data-testid=ongedaan]');
      await page.focus('#eigen-titel');
      await page.keyboard.down('Control');
      await page.keyboard.press('z');
      await page.keyboard.up('Control');
      await page.waitForFunction(() => document.querySelectorAll('.file').length === 0);
      expect(await asksBeforeLeaving(page)).toBe(false);
      await page.keyboard.down('Control');
      await page.keyboard.press('y');
      await page.keyboard.up('Control');
      await page.waitForFunction(() => document.querySelectorAll('.file').length === 1);
      await page.select('#ronde', '2024');
      await page.click('[data-testid=ongedaan]');
      expect(await page.$eval('#ronde', (select) => (select as HTMLSelectElement).value)).toBe(
        '2026',
      );
      await page.click('[data-testid=opnieuw]');
      expect(await page.$eval('#ronde', (select) => (select as HTMLSelectElement).value)).toBe(
        '2024',
      );
    });

    test('axe finds nothing in the dossier, in both themes and languages', async () => {
      await openView(page, 'dossier');
      for (const theme of ['light', 'dark']) {
        await page.select('#weergave', theme);
        expect(await findingsOfAxe(page)).toEqual([]);
      }
      await page.click('.header__settings button');
      await page.waitForSelector('html[lang=en]');
      expect(await findingsOfAxe(page)).toEqual([]);
    });
  });
}
