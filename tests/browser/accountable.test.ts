// Every figure accountable, as a person meets it: followed to its cell, set beside what was published.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, describe, expect, test } from 'vitest';
import { sheetXml, xlsx } from '../files/documents.ts';
import { cells, choose, findingsOfAxe, freshPages, openView, unfold, root } from './browsers.ts';

const folder = mkdtempSync(join(tmpdir(), 'spreiding-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const text = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (element) => (element as HTMLElement).innerText);

async function find(page: Page, round: string, typed: string): Promise<void> {
  await page.select('#ronde', round);
  await page.focus('#zoek');
  await page.keyboard.type(typed);
  await page.waitForSelector('[role=option]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-testid=kaart]');
}

async function fill(page: Page, selector: string, value: string): Promise<void> {
  await page.focus(selector);
  await page.keyboard.type(value);
}

async function pasteTable(page: Page, table: string): Promise<void> {
  await openView(page, 'compare');
  await page.waitForSelector('#vergelijk-plak');
  await page.focus('#vergelijk-plak');
  await page.evaluate((pasted: string) => {
    const field = document.querySelector<HTMLTextAreaElement>('#vergelijk-plak');
    if (field === null) return;
    field.value = pasted;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, table);
  await page.waitForSelector('.drop .utrecht-button--primary-action:not([disabled])');
  await page.click('.drop .utrecht-button--primary-action');
  await page.waitForSelector('[data-testid=vergelijking]');
}

for (const name of ['chromium', 'firefox'] as const) {
  describe(name, () => {
    let page: Page;
    freshPages(name, (fresh) => {
      page = fresh;
    });

    test('a click on the total leads to its sum, its article and the cell of every input', async () => {
      await find(page, 'example', 'linde');
      await page.click('[data-testid=totaal]');
      await page.waitForSelector('details.how[open]');
      const sum = await text(page, 'details.how');
      expect(sum).toContain('(1 + −0,050) × 10.000 ÷ 955.000 = 0,009947643979');
      expect(sum).toContain('Dit ligt precies op de grens 9,5; een half gaat naar boven.');
      expect(await text(page, '[data-testid=invoer-cellen]')).toMatch(
        /example\/population\.csv, regel 9, kolom 4/,
      );
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
      await unfold(page);
      expect(await text(page, '[data-testid=zonder-score]')).toContain('10 plekken');
    });

    test('how sure it is: bounds, least steps, and the needs at which it steps', async () => {
      await find(page, 'example', 'linde');
      await page.click('[data-testid=hoe-zeker] summary');
      await page.waitForSelector('[data-testid=grenzen]');
      expect(await text(page, '[data-testid=kleinste-stap]')).toContain('999 (−1): 9 plekken');
      expect(await text(page, '[data-testid=andere-jaren]')).toMatch(/^1\. .*\s10$/m);
      // Each question has its table or list, and before it its picture, which says what it shows.
      const pictures = await page.$$eval('[data-testid=hoe-zeker] svg[role=img]', (all) =>
        all.map((picture) => [
          picture
            .getAttribute('aria-label')
            ?.split(':')[1]
            ?.trim()
            .split(' ')
            .slice(0, 4)
            .join(' '),
          picture.nextElementSibling?.matches('.table-scroll, details'),
          picture.querySelectorAll('.small-picture__bar, .small-picture__line').length > 0,
        ]),
      );
      expect(pictures).toEqual([
        ['de laagste en hoogste', true, true],
        ['hoe ver elke invoer', true, true],
        ['het aantal plekken met', true, true],
        ['het aantal plekken bij', true, true],
      ]);
      // Numbers on an axis are written as everywhere: these are thousands, in the Dutch way.
      await page.evaluate(() => {
        location.hash = '#v1/round=example&municipality=GM9909&need=500000&view=municipality';
      });
      await page.waitForFunction(() =>
        document.querySelector('[data-testid=grenzen]')?.textContent.includes('120.'),
      );
      expect(
        await page.$eval('.small-picture .small-picture__axis', (axis) => axis.textContent),
      ).toMatch(/^(1[12]\d\.\d{3}){3,}$/);
    });

    test('the questions stand in their order, and a coarser unit of the scores widens the bounds', async () => {
      await find(page, 'example', 'linde');
      expect(
        await page.$$eval('[data-testid=kaart] > h2, [data-testid=kaart] > .question h3', (all) =>
          all.map((heading) => heading.textContent),
        ),
      ).toEqual([
        'Hoeveel plekken voor Lindewoude?',
        'Hoe is dat berekend?',
        'Wat als de score niet meetelde?',
        'Klopt het met het gepubliceerde getal?',
        'Hoe zeker is het?',
        'Hoe komt de opgave van Middenland tot stand?',
        'Eigen aanbod en bestaande plekken',
        'Wat verandert er als …',
      ]);
      await page.click('[data-testid=hoe-zeker] summary');
      expect((await cells(page, 'grenzen'))[0]).toMatch(/^scores afgerond op 0,001\|9\|10\|/);
      await page.select('#eenheid', '1');
      expect((await cells(page, 'grenzen'))[0]).toMatch(/^scores afgerond op 0,1\|9\|10\|8,/);
    });

    test('the task of the province is the sum of its parts, with what it rests on', async () => {
      await find(page, 'example', 'linde');
      const section = '[data-testid=opgave-provincie]';
      await page.click(`${section} summary`);
      await page.waitForSelector(`${section}[open]`);
      const told = await text(page, section);
      expect(told).toContain('Hoe komt de opgave van Middenland tot stand?');
      expect(told).toContain('132 + 48 + 42 + 10 = 232');
      expect(told).toContain('13 + 5 + 4 + 1 = 23');
      expect(told).toContain('Zonder afronden per gemeente zou het 231,500000000 zijn');
      expect(told).toContain('zouden het 241 plekken zijn (precies 240,837696335)');
      expect(told).toContain('Door de score gaan er 9 af.');
      expect(told).toContain('Per 1.000 inwoners: 1,01.');
      expect(told).toContain('Dat is 1 plek op 991 inwoners.');
      expect(told).toContain('op plaats 3 van 3, naar plekken per inwoner op plaats 3');
      expect(told).toMatch(/inwoners van het land\s+955\.000\s+example\/population\.csv, kolom 4/);
      expect(await page.$$eval(`${section} a`, (links) => links.map(({ href }) => href))).toEqual([
        'https://wetten.overheid.nl/BWBR0049310/2024-03-30#Hoofdstuk2_Artikel2.1',
        'https://wetten.overheid.nl/BWBR0049310/2024-03-30#Hoofdstuk2_Artikel2.2',
      ]);
    });

    test('a name that is not there gets the nearest ones, and one that fits several all of them', async () => {
      await page.select('#ronde', '2024');
      const options = (): Promise<string[]> =>
        page.$$eval('[role=option]', (all) => all.map((each) => each.textContent));
      await page.focus('#zoek');
      await page.keyboard.type('Zwole');
      await page.waitForSelector('[role=option]');
      expect(await text(page, '.search__none')).toBe(
        'Geen gemeente heet zo; dorpen en wijken staan niet in de lijst. Bedoelt u een van deze gemeenten?',
      );
      expect((await options())[0]).toBe('Zwolle Overijssel');
      // None of them is taken before it is chosen.
      await page.keyboard.press('Enter');
      expect(await page.$('[data-testid=kaart]')).toBeNull();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-testid=kaart]');
      expect(await text(page, '#kaart-titel')).toContain('Zwolle');
      await page.focus('#zoek');
      await page.keyboard.down('Control');
      await page.keyboard.press('a');
      await page.keyboard.up('Control');
      await page.keyboard.type('bergen');
      await page.waitForFunction(() =>
        document.querySelector('[role=option]')?.textContent.startsWith('Bergen'),
      );
      expect(await options()).toEqual(
        expect.arrayContaining(['Bergen (NH.) Noord-Holland', 'Bergen (L.) Limburg']),
      );
      expect(await page.$('.search__none')).toBeNull();
    });

    test('what if answers at once, keeps scenarios side by side, and refuses what cannot be', async () => {
      await find(page, 'example', 'linde');
      const outcome = '[data-testid=wat-als-uitkomst]';
      await unfold(page);
      await fill(page, '#wat-als-score-GM9908', '0,2');
      await page.waitForFunction(
        (selector: string) => document.querySelector(selector)?.textContent.includes('+2'),
        {},
        outcome,
      );
      await page.click('.what-if__keep .utrecht-button--primary-action');
      await page.waitForSelector('[data-testid=scenarios]');
      expect(await text(page, '[data-testid=scenarios]')).toContain('Scenario 1');
      // What is not of one municipality alone belongs to the country; the municipality stays in view.
      await page.click('[data-testid=naar-landelijk]');
      await page.waitForSelector('#wat-als-behoefte');
      await fill(page, '#wat-als-behoefte', '2000');
      await page.waitForFunction(
        (selector: string) => document.querySelector(selector)?.textContent.includes('+14'),
        {},
        outcome,
      );
      await page.waitForSelector('#wat-als-score-GM9908');
      await page.click('#wat-als-score-GM9908', { clickCount: 3 });
      await fill(page, '#wat-als-score-GM9908', '-2');
      await page.waitForSelector('[data-testid=wat-als] .field__error');
    });

    test('a pasted table stands beside the own result, every difference named', async () => {
      await find(page, 'example', 'linde');
      await pasteTable(
        page,
        'Gemeente\tTotaal\nAardenhaven\t100\nHeidestein\t84\nVroeger\t5\nTotaal\t1.000\n',
      );
      expect(await text(page, '[data-testid=kop]')).toBe('2 van 4 regels precies gelijk');
      expect(await text(page, '[data-testid=samen]')).toBe(
        'Gemeenten samen: hier 148, gepubliceerd 184; verschil −36. 1 × samengevoegd, gesplitst of onbekend. 1 × onverklaard.',
      );
      const table = await text(page, '[data-testid=vergelijking]');
      expect(table).toMatch(/Heidestein\s+48\s+84\s+−36\s+onverklaard/);
      expect(table).toMatch(/Vroeger\s+5\s+niet bekend als gemeente/);
      expect(await text(page, '[data-testid=namaken]')).toContain('2 van 4');
    });

    test('one wrong number does not hide that all others follow from the need of the round', async () => {
      await find(page, 'example', 'linde');
      const shares = [100, 100, 46, 22, 132, 88, 42, 10, 240, 135, 102, 25];
      await pasteTable(
        page,
        `Code\tTotaal\n${shares.map((places, at) => `GM${String(9901 + at)}\t${places}`).join('\n')}\n`,
      );
      expect(await text(page, '[data-testid=kop]')).toBe('10 van 12 regels precies gelijk');
      const found = await text(page, '[data-testid=namaken]');
      // Its sum of 1,042 would allow needs that give two rows.
      expect(found).toMatch(/10 van 12\s+1\.000\b/);
      const told = await page.$eval('main', (main) => main.textContent);
      expect(told).toContain('de behoefte van 1.000, in');
      expect(told).toContain('Onverklaard: afronden');
    });

    test('two published tables stand beside each other, matched by name', async () => {
      await find(page, 'example', 'linde');
      const loaded = join(folder, 'andere.csv');
      writeFileSync(loaded, 'gemeente;opvangplaatsen\nAardenhaven;100\nHeidestein;48\nVroeger;5\n');
      await pasteTable(page, 'Gemeente\tTotaal\nAARDENHAVEN\t100\nHeidestein\t84\n');
      expect(await text(page, '[data-testid=ernaast]')).toContain(
        'Laad de andere tabel bij “Bestanden in gebruik”',
      );
      await openView(page, 'input');
      await choose(page, [loaded]);
      await openView(page, 'compare');
      await page.waitForSelector('#andere-tabel');
      await page.select('#andere-tabel', 'andere.csv');
      await page.waitForSelector('[data-testid=paren]');
      expect(await text(page, '[data-testid=ernaast]')).toContain(
        '1 van 2 regels die in beide tabellen staan, zijn gelijk',
      );
      expect(await cells(page, 'paren')).toEqual([
        'Aardenhaven|100|100|0',
        'Heidestein|84|48|−36',
        'Vroeger||5|',
      ]);
    });

    test('a dropped spreadsheet is compared, and a complete earlier table gives derived ranges', async () => {
      const { stdout } = spawnSync(
        process.execPath,
        [
          `${root}dist/spreidingswijzer.mjs`,
          ...[
            'whatif',
            '--round',
            '2024',
            '--score-weight',
            '0',
            '--format',
            'csv',
            '--dialect',
            'nl',
          ],
        ],
        { encoding: 'utf8' },
      );
      const printed = stdout
        .trim()
        .split('\r\n')
        .slice(1)
        .map((row) => row.split(';'))
        .map((cells): [string, number] => [cells[1] ?? '', Number(cells[4])]);
      expect(printed.length).toBe(342);
      const book = join(folder, 'tabel 2024.xlsx');
      writeFileSync(
        book,
        xlsx([{ name: 'Tabel 2', xml: sheetXml([['gemeentecode', 'plekken'], ...printed]) }]),
      );
      await find(page, '2026', 'schiermonnikoog');
      await openView(page, 'compare');
      const field = await page.waitForSelector('input#vergelijk-bestand');
      await (field as ElementHandle<HTMLInputElement>).uploadFile(book);
      await page.waitForSelector('[data-testid=vergelijking]');
      expect(await text(page, '[data-testid=vergelijken]')).toContain('tabel 2024.xlsx, Tabel 2');
      expect(await page.$$eval('[data-testid=vergelijking] tbody tr', (all) => all.length)).toBe(
        342,
      );
      await page.click('[data-testid=scores-uit-tabel] summary');
      const scores = await text(page, '[data-testid=afgeleide-scores]');
      expect(scores).toMatch(/Amsterdam\s.*smal: zegt veel/);
      expect(scores).toMatch(/Schiermonnikoog\s.*breed: zegt weinig/);
      await page.select('#vergeleken-met', 'GM0363');
      await page.waitForSelector('[data-testid=scores-uit-tabel] .field__error');
      expect(await text(page, '[data-testid=scores-uit-tabel] .field__error')).toContain(
        'waarvan de score bekend is',
      );
      await fill(page, '#landelijk-gemiddelde', '-0,1');
      await page.waitForSelector('[data-testid=afgeleide-scores]');
      expect(await text(page, '[data-testid=afgeleide-scores]')).toMatch(
        /Amsterdam\s+−0,100000\s+−0,100000\s.*hiermee vergeleken/,
      );
    });

    test('on an estimate no number of it is shown, and each question says why', async () => {
      await find(page, '2024', 'zwolle');
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      const card = await text(page, '[data-testid=kaart]');
      expect(card).toContain('Daarom staan de stappen er zonder getallen');
      expect(card).toContain('ligt binnen wat hier is berekend');
      // The minors follow from the total that was printed.
      expect(card).toMatch(/waarvan amv\s+61 \(volgt uit het genoemde totaal\)/);
      expect(card).toContain('is alleen een marge te noemen');
      expect(await page.$('[data-testid=grenzen]')).toBeNull();
      expect(await page.$('.step__sum')).toBeNull();
      expect(await text(page, '[data-testid=wat-als-uitkomst]')).toContain('tussen');
      await pasteTable(page, 'naam;plekken\nZwolle;717\nDen Bosch;1\n');
      expect(await page.$('[data-testid=kop]')).toBeNull();
      expect(await text(page, '[data-testid=vergelijking]')).not.toMatch(/gelijk|onverklaard/);
      // The band beside it, and whether it holds what was printed.
      expect(await text(page, '[data-testid=binnen]')).toContain('1 van 2 genoemde aantallen');
      expect(await text(page, '[data-testid=vergelijking]')).toMatch(
        /Zwolle\s+tussen 713 en 721\s+717\s+ligt binnen wat hier is berekend/,
      );
      expect(await text(page, '[data-testid=namaken]')).toMatch(/[01] van 2/);
    });

    test('out of a printed table: what gives itself back proves nothing, and a changed score is said to be unproven', async () => {
      await find(page, '2026', 'zwolle');
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      const card = await text(page, '[data-testid=kaart]');
      expect(card).toContain('Dat zegt hier niets: het getal volgens NOS Nieuwsuur');
      expect(card).not.toContain('schatting uit postcodecijfers');
      expect(await page.$('[data-testid=wat-als-factor]')).toBeNull();
      await fill(page, '#wat-als-score-GM0193', '0,1');
      await page.waitForSelector('[data-testid=wat-als-factor]');
      expect(await text(page, '[data-testid=wat-als-factor]')).toContain(
        'tussen 1,00 en 1,08 ligt, en zijn niet bewezen',
      );
      // Of the round before: 717.
      await pasteTable(page, 'naam;plekken\nZwolle;717\nBreda;932\n');
      await page.waitForSelector('[data-testid=andere-ronde]');
      expect(await text(page, '[data-testid=andere-ronde]')).toBe(
        'Van een andere ronde: één aantal is genoemd in ronde 2024, en niet in ronde 2026: Zwolle (regel 2: 717).',
      );
    });

    test('axe finds nothing in either view, in both languages and themes', async () => {
      await find(page, 'example', 'linde');
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      await page.select('#weergave', 'dark');
      expect(await findingsOfAxe(page)).toEqual([]);
      await page.select('#weergave', 'light');
      await page.click('[lang=en]');
      await page.waitForSelector('html[lang=en]');
      expect(await findingsOfAxe(page)).toEqual([]);
      await pasteTable(page, 'name;places\nAardenhaven;100\n');
      expect(await findingsOfAxe(page)).toEqual([]);
      await page.setViewport({ width: 320, height: 700 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        320,
      );
    });
  });
}
