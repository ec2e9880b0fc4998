// The walks of four people through the page, each with the clicks that it takes; and files that answer back.
import { readFileSync } from 'node:fs';
import type { ElementHandle, Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import {
  catchFiles,
  cells,
  findingsOfAxe,
  freshPages,
  openView,
  root,
  savedFile,
  singleFile,
} from './browsers.ts';

const text = (page: Page, testId: string): Promise<string> =>
  page.$eval(`[data-testid=${testId}]`, (element) => (element as HTMLElement).innerText);

/** A person who counts his clicks. */
function person(page: Page) {
  let clicks = 0;
  return {
    click: async (selector: string): Promise<void> => {
      clicks += 1;
      await page.waitForSelector(selector);
      await page.click(selector);
    },
    clicks: () => clicks,
  };
}

/** Drops a file onto the middle of the page. */
const drop = (page: Page, name: string, content: string): Promise<void> =>
  page.evaluate(
    (called, written) => {
      const carried = new DataTransfer();
      carried.items.add(new File([written], called, { type: 'text/csv' }));
      document
        .querySelector('main')
        ?.dispatchEvent(
          new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: carried }),
        );
    },
    name,
    content,
  );

/** What lies on the clipboard comes in where the person is. */
const paste = (page: Page, table: string): Promise<void> =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    // Firefox takes no data with an event that a script makes.
    const event = new Event('paste', { bubbles: true, cancelable: true });
    Object.assign(event, { clipboardData });
    document.body.dispatchEvent(event);
  }, table);

const open = async (page: Page, question: string): Promise<void> => {
  await page.goto('about:blank');
  await page.goto(`${singleFile}#v1/${question}`);
};

const inSight = (page: Page, testId: string): Promise<unknown> =>
  page.waitForFunction(
    (wanted: string) => {
      const box = document.querySelector(`[data-testid=${wanted}]`)?.getBoundingClientRect();
      return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
    },
    {},
    testId,
  );

for (const name of ['chromium', 'firefox'] as const) {
  describe(name, () => {
    let page: Page;
    freshPages(name, (fresh) => {
      page = fresh;
    });

    test('a citizen types, presses Enter, and is done: no click', async () => {
      await page.setViewport({ width: 390, height: 844 });
      const citizen = person(page);
      // The box has the focus of the first tab after the skip link.
      await page.focus('#zoek');
      await page.keyboard.type('breda');
      await page.waitForSelector('[role=option]');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-testid=getal]');
      await inSight(page, 'getal');
      await inSight(page, 'bron');
      expect(await text(page, 'getal')).toBe('932 plekken');
      expect(await text(page, 'bron')).toContain('volgens OOZO');
      expect(citizen.clicks()).toBe(0);
    });

    test('an official goes from the answer to the annex in two clicks', async () => {
      await open(page, 'round=2026&municipality=GM0758');
      await page.waitForSelector('[data-testid=getal]');
      const official = person(page);
      await official.click('.actions [data-view=share]');
      await official.click('.panel__parts [data-view=report]');
      await page.waitForSelector('[data-testid=bijlage]');
      expect(await text(page, 'bijlage')).toContain('opvangplaatsen in Breda');
      expect(official.clicks()).toBe(2);
      // What else a municipality takes along stands beside it.
      await page.click('.panel__parts [data-view=share]');
      await catchFiles(page);
      await page.click('[data-testid=afbeelding-svg]');
      const picture = await savedFile(page);
      expect(picture.name).toBe('spreidingswijzer-2026-GM0758.svg');
      expect(picture.text).toContain('932 plekken');
      expect(picture.text).toContain('volgens OOZO, 2 maart 2026');
      for (const testId of ['afbeelding', 'rekenbewijs', 'rekenblad', 'vraaglink'])
        expect(await page.$(`[data-testid=${testId}]`)).not.toBeNull();
      await page.click('.panel__parts [data-view=report]');
      await page.waitForSelector('[data-testid=bijlage]');
      // His note says how much of it fits.
      await page.focus('#bestaand-toelichting');
      await page.keyboard.type('Tot 2028.');
      await page.waitForFunction(() =>
        document.querySelector('[data-testid=toelichting-lengte]')?.textContent.includes('Nog 291'),
      );
      await page.$eval('#bestaand-toelichting', (field) => {
        (field as HTMLTextAreaElement).value = 'x'.repeat(300);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await page.waitForFunction(() =>
        document.querySelector('[data-testid=toelichting-lengte]')?.textContent.includes('vol'),
      );
    });

    test('a journalist pastes, sees the differences and takes the table: two clicks', async () => {
      await open(page, 'round=example');
      await page.waitForSelector('#zoek');
      const journalist = person(page);
      await journalist.click('.navigation [data-view=compare]');
      await page.waitForSelector('#vergelijk-plak');
      await paste(page, 'Gemeente\tTotaal\nAardenhaven\t100\nHeidestein\t84\n');
      await page.waitForSelector('[data-testid=vergelijking]');
      expect(await text(page, 'kop')).toBe('1 van 2 regels precies gelijk');
      await catchFiles(page);
      await journalist.click('[data-testid=vergelijking-nl]');
      const saved = await savedFile(page);
      expect(saved.name).toBe('spreidingswijzer-example-vergelijking.csv');
      expect(saved.text).toContain('Heidestein;48;84;-36;onverklaard');
      expect(journalist.clicks()).toBe(2);
      // The other dialect has a name of its own.
      await page.click('[data-testid=vergelijking-csv]');
      expect((await savedFile(page)).name).toBe(
        'spreidingswijzer-example-vergelijking-internationaal.csv',
      );
    });

    test('a secretary opens her table, sees what is lacking and has the report: three clicks', async () => {
      const secretary = person(page);
      await secretary.click('.navigation [data-view=table]');
      await secretary.click('[data-testid=tafel-voorbeeld]');
      await page.waitForSelector('[data-testid=tafel-opgave]');
      await page.waitForSelector('.provincial-parts');
      await secretary.click('[data-part=report]');
      await page.waitForFunction(
        () => document.querySelector('[data-part=report]')?.getAttribute('aria-current') === 'true',
      );
      await page.waitForSelector('.provincial h2');
      expect(secretary.clicks()).toBe(3);
      // Away and back, her table is still there, and so is the part that was open.
      await openView(page, 'country');
      await page.evaluate(() => {
        history.back();
      });
      await page.waitForSelector('[data-part=report][aria-current=true]');
    });

    test('on a telephone the number is on the first screen, however it was chosen', async () => {
      await page.setViewport({ width: 390, height: 844 });
      await open(page, 'round=2026&municipality=GM0758');
      await page.waitForSelector('[data-testid=getal]');
      await inSight(page, 'getal');
      // Without a scroll.
      expect(
        await page.$eval('[data-testid=getal]', (number) => {
          scrollTo(0, 0);
          return number.getBoundingClientRect().bottom;
        }),
      ).toBeLessThan(844);
      // Another round, from the bottom of the page.
      await page.evaluate(() => {
        scrollTo(0, document.documentElement.scrollHeight);
      });
      await page.select('#ronde', '2024');
      await page.waitForFunction(() => document.querySelector('[data-testid=bron]') !== null);
      await inSight(page, 'getal');
      // From the table of the country.
      await openView(page, 'country');
      await page.waitForSelector('[data-testid=tabel-gemeenten] tbody .name');
      await page.$eval('[data-testid=tabel-gemeenten] tbody .name', (button) => {
        (button as HTMLElement).click();
      });
      await page.waitForSelector('[data-testid=kaart]');
      await inSight(page, 'getal');
      expect(await page.$eval('#zoek', (field) => (field as HTMLInputElement).value)).toBe(
        (await page.$eval('#kaart-titel', (title) => title.textContent)).replace(
          /^Hoeveel plekken voor (.*)\?$/,
          '$1',
        ),
      );
    });

    test('a file that is dropped says what it is and what changed, and the answer stays', async () => {
      await open(page, 'round=example&municipality=GM9908');
      await page.waitForSelector('[data-testid=kaart]');
      const population = readFileSync(`${root}public/data/example/population.csv`, 'utf8');
      await drop(page, 'inwoners.csv', population.replace(/^(GM9908,.*),10000$/m, '$1,20000'));
      await page.waitForSelector('[data-testid=aangekomen]');
      expect(await text(page, 'aangekomen')).toContain(
        'inwoners.csv is geladen en herkend als inwoners per gemeente, 12 regels.',
      );
      expect(await text(page, 'wat-veranderde')).toMatch(
        /^Lindewoude: wij berekenen nu \d+ plekken; dat was 10\.$/,
      );
      // Where the person was looking.
      expect(await page.$('#paneel')).toBeNull();
      expect(await text(page, 'kaart')).toContain('Lindewoude');
      expect(await page.$eval('.actions [data-view=input]', (button) => button.textContent)).toBe(
        'Bestanden (1)',
      );
      expect(await findingsOfAxe(page)).toEqual([]);
      await openView(page, 'input');
      expect(await text(page, 'in-gebruik')).toContain('inwoners.csv (');
    });

    test('a printed table that is dropped anywhere is one click from its comparison', async () => {
      await open(page, 'round=example&municipality=GM9908');
      await page.waitForSelector('[data-testid=kaart]');
      await drop(page, 'krant.csv', 'gemeente;opvangplaatsen\nAardenhaven;100\nHeidestein;84\n');
      await page.waitForSelector('[data-testid=aangekomen]');
      expect(await text(page, 'aangekomen')).toContain('telt niet mee in de berekening');
      expect(await text(page, 'kaart')).toContain('Lindewoude');
      await page.click('[data-testid=naar-vergelijken]');
      await page.waitForSelector('[data-testid=vergelijking]');
      expect(await text(page, 'kop')).toBe('1 van 2 regels precies gelijk');
    });

    test('a file with errors takes nothing away, and going on without it is one click', async () => {
      await open(page, 'round=2026&municipality=GM0758');
      await page.waitForSelector('[data-testid=kaart]');
      await drop(page, 'kapot.csv', 'gemeentecode,gemeente,score\nGM0758,Breda,veel\n');
      await page.waitForSelector('[data-testid=zonder-eigen]');
      expect(await text(page, 'zonder-eigen')).toContain('kapot.csv');
      expect(await text(page, 'getal')).toBe('932 plekken');
      expect(await page.$('#zoek')).not.toBeNull();
      await openView(page, 'country');
      expect((await cells(page, 'tabel-gemeenten')).length).toBe(342);
      await openView(page, 'input');
      await page.waitForSelector('.panel [data-testid=zonder-eigen]');
      for (const theme of ['light', 'dark']) {
        await page.select('#weergave', theme);
        expect(await findingsOfAxe(page, '#paneel')).toEqual([]);
      }
      const someone = person(page);
      await someone.click('[data-testid=zonder-eigen] button');
      await page.waitForSelector('[data-testid=zonder-eigen]', { hidden: true });
      expect(someone.clicks()).toBe(1);
      expect(await page.$('.file')).toBeNull();
    });

    test('“Kies het CBS-bestand” opens the chooser, and what is chosen answers there', async () => {
      await open(page, 'round=2026&municipality=GM0758');
      await page.waitForSelector('[data-testid=eigen-scores]');
      await page.click('[data-testid=eigen-scores] summary');
      await page.evaluate(() => {
        HTMLInputElement.prototype.click = function (this: HTMLInputElement) {
          Object.assign(globalThis, { opened: this.dataset['testid'] });
        };
      });
      await page.click('[data-testid=kies-cbs]');
      expect(await page.evaluate(() => (globalThis as unknown as { opened: string }).opened)).toBe(
        'cbs-bestand',
      );
      const field = await page.$('[data-testid=cbs-bestand]');
      await (field as ElementHandle<HTMLInputElement>).uploadFile(
        `${root}public/data/scores/2022-estimate.csv`,
      );
      await page.waitForSelector('[data-testid=aangekomen]');
      expect(await page.$('#paneel')).toBeNull();
      expect(await text(page, 'getal')).toBe('932 plekken');
    });

    test('what few need is folded, and each part of it opens', async () => {
      await open(page, 'round=2026&municipality=GM0758');
      await page.waitForSelector('[data-testid=kaart]');
      const folded = await page.$$eval('.card details.question', (all) =>
        all.map((each) => [each.getAttribute('data-testid'), each.open]),
      );
      expect(folded.every(([, isOpen]) => isOpen === false)).toBe(true);
      expect(folded.at(-1)?.[0]).toBe('wat-als');
      for (const testId of ['gemeente-kalender', 'gemeente-taakstelling', 'gemeente-aanbod'])
        await page.locator(`[data-testid=${testId}] summary`).click();
      await page.waitForSelector('[data-testid=kalender]');
      await page.waitForSelector('[data-testid=taakstelling]');
      expect(await text(page, 'kalender')).toContain('Verdeelbesluit');
      expect(await text(page, 'taakstelling')).toMatch(/2026-1\s+1\d\d\s+15\.000/);
      expect(await findingsOfAxe(page)).toEqual([]);
      // The sources stand in one place.
      expect(
        await page.$eval('.footer', (footer) => (footer as HTMLElement).innerText),
      ).not.toContain('Attribution');
      await page.click('[data-testid=bronnen]');
      await page.waitForSelector('.footer dialog[open]');
      expect(await findingsOfAxe(page)).toEqual([]);
    });

    test('help explains the room that is open, and the tour walks the four rooms', async () => {
      for (const [room, word] of [
        ['municipality', 'bijlage voor de raad'],
        ['country', 'kaart'],
        ['compare', 'Plak'],
        ['table', 'provincie'],
      ] as const) {
        await openView(page, room);
        await openView(page, 'help');
        expect(await text(page, 'hulp-kamer')).toContain(word);
      }
      await page.click('[data-testid=rondleiding-start]');
      const mine = 'municipality';
      for (const [at, room] of [mine, mine, 'country', 'compare', 'table', mine, mine].entries()) {
        await page.waitForFunction(
          (number: number) =>
            document.querySelector('#rondleiding-titel')?.textContent.includes(`stap ${number} `),
          {},
          at + 1,
        );
        await page.waitForSelector(`.navigation [data-view=${room}][aria-current]`);
        await page.waitForSelector('.tour-target');
        // The rooms themselves are looked at by the tests of each.
        expect(await findingsOfAxe(page, '[data-testid=rondleiding]')).toEqual([]);
        await page.click('[data-testid=rondleiding-verder]');
      }
      await page.waitForSelector('[data-testid=rondleiding]', { hidden: true });
    });
  });
}
