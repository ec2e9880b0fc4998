// The country and two results beside each other, as a person meets them in the single file.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer-core';
import readWorkbook from 'read-excel-file/node';
import { afterAll, describe, expect, test } from 'vitest';
import {
  catchFiles,
  cells,
  choose,
  findingsOfAxe,
  freshPages,
  openView,
  savedFile,
} from './browsers.ts';

const folder = mkdtempSync(join(tmpdir(), 'spreiding-country-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const text = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (element) => (element as HTMLElement).innerText);

const clickText = (page: Page, within: string, words: string): Promise<void> =>
  page.$$eval(
    `${within} button`,
    (buttons, wanted) => {
      const found = buttons.find((button) => button.textContent.trim() === wanted);
      if (found === undefined) throw new Error(`no button ${wanted}`);
      found.click();
    },
    words,
  );

for (const name of ['chromium', 'firefox'] as const) {
  describe(name, () => {
    let page: Page;
    freshPages(name, (fresh) => {
      page = fresh;
    });

    test('the map is one tab stop with arrows inside, and Escape dismisses the card', async () => {
      await page.select('#ronde', 'example');
      await openView(page, 'country');
      const map = '[data-testid=kaart-nederland] svg';
      await page.waitForSelector(map);
      expect(await page.$$eval(`${map} [tabindex]`, (inside) => inside.length)).toBe(0);
      await page.$eval(map, (plane) => {
        plane.focus();
      });
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowDown');
      const label = await page.$eval(map, (plane) => {
        const active = plane.getAttribute('aria-activedescendant') ?? '';
        return document.getElementById(active)?.getAttribute('aria-label') ?? '';
      });
      const card = await text(page, '[data-testid=kaartje]');
      expect(label).toMatch(/^\S+, \S+, \d+ plekken, \d,\d\d per 1\.000 inwoners, verzonnen$/);
      for (const part of label.split(', ')) expect(card).toContain(part);
      await page.keyboard.press('Enter');
      await page.waitForSelector(`${map} [aria-selected=true]`);
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => document.querySelector('[data-testid=kaartje]') === null);
      // The mouse gets the same card.
      const circle = await page.$(`${map} [aria-selected=true] path`);
      await circle?.scrollIntoView();
      await circle?.hover();
      await page.waitForSelector('[data-testid=kaartje]');
      expect(await text(page, '[data-testid=kaartje]')).toBe(card);
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => document.querySelector('[data-testid=kaartje]') === null);
    });

    test('a name stands out from its halo, light and dark, and none lies over another', async () => {
      await openView(page, 'country');
      await page.waitForSelector('.map__name--wide');
      for (const theme of ['light', 'dark']) {
        await page.select('#weergave', theme);
        const { contrasts, boxes } = await page.$$eval('.map__name--wide', (names) => {
          const channel = (value: number): number =>
            value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
          const luminance = (colour: string): number => {
            const found = colour.match(/\d+/g) ?? [];
            const [red = 0, green = 0, blue = 0] = found.map((part) => channel(Number(part) / 255));
            return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
          };
          return {
            contrasts: names.map((name) => {
              const { fill, stroke } = getComputedStyle(name);
              const [one, other] = [luminance(fill), luminance(stroke)];
              return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
            }),
            boxes: names.map((name) => {
              const { left, right, top, bottom } = name.getBoundingClientRect();
              return { left, right, top, bottom };
            }),
          };
        });
        expect(contrasts.length).toBeGreaterThan(20);
        expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5);
        for (const [at, one] of boxes.entries())
          for (const other of boxes.slice(at + 1))
            expect(
              // A box has the halo in it.
              one.right - 3 <= other.left ||
                other.right - 3 <= one.left ||
                one.bottom - 4 <= other.top ||
                other.bottom - 4 <= one.top,
            ).toBe(true);
      }
    });

    test('the map shows every municipality where it lies, one province, and circles on demand', async () => {
      await openView(page, 'country');
      const drawn = (what: string): Promise<number> =>
        page.$$eval(`[data-testid=kaart-nederland] [role=option] ${what}`, (all) => all.length);
      await page.waitForSelector('[data-testid=kaart-nederland] [role=option] path');
      expect(await drawn('path')).toBe(342);
      await page.select('#kaart-vorm', 'circles');
      await page.waitForSelector('[data-testid=kaart-nederland] [role=option] circle');
      expect(await drawn('circle')).toBe(342);
      await page.select('#kaart-provincie', 'Zeeland');
      await page.waitForFunction(
        () =>
          document.querySelectorAll('[data-testid=kaart-nederland] [role=option]').length === 13,
      );
      await page.select('#ronde', '2024');
      await page.select('#kaart-provincie', '');
      await page.select('#kaart-vorm', 'cells');
      await page.waitForSelector('[data-testid=kaart-nederland] .mark--hatched');
      expect(await text(page, '[data-testid=beeld-kaart]')).toContain(
        'een marge over meer klassen',
      );
    });

    test('a tap gives the card of a circle, and Escape dismisses it', async () => {
      // Taps are sent by Chromium's driver only.
      if (name === 'firefox') return;
      await page.setViewport({ width: 390, height: 800, hasTouch: true, isMobile: true });
      // It loads the page anew.
      await page.waitForSelector('#ronde');
      await page.select('#ronde', 'example');
      await page.$eval('[data-view=country]', (item) => {
        (item as HTMLElement).click();
      });
      await page.waitForSelector('[data-testid=kaart-nederland] [role=option] path');
      const circle = await page.$('[data-testid=kaart-nederland] [role=option] path');
      await circle?.scrollIntoView();
      await circle?.tap();
      await page.waitForSelector('[data-testid=kaartje]');
      expect(await text(page, '[data-testid=kaartje]')).toMatch(/plekken/);
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => document.querySelector('[data-testid=kaartje]') === null);
    });

    test('a picture is saved as SVG, as PNG of twice the size, and as CSV', async () => {
      await page.select('#ronde', 'example');
      await openView(page, 'country');
      await catchFiles(page);
      await clickText(page, '[data-testid=beeld-kaart]', 'SVG');
      const svg = await savedFile(page);
      expect(svg.name).toBe('spreidingswijzer-example-kaart.svg');
      // Apart: the policy of the page lets no text become a document.
      const apart = await page.browser().newPage();
      const parsed = await apart.evaluate((source) => {
        const picture = new DOMParser().parseFromString(source, 'image/svg+xml');
        return {
          wrong: picture.querySelector('parsererror') !== null,
          cells: picture.querySelectorAll('path > title, g > title').length,
          unpainted: [...picture.querySelectorAll('path')].filter(
            (cell) => !/^(rgb|none|url)/.test(cell.getAttribute('fill') ?? ''),
          ).length,
          width: Number(picture.documentElement.getAttribute('width')),
          words: picture.documentElement.textContent,
        };
      }, svg.bytes.toString('utf8'));
      await apart.close();
      expect(parsed.wrong).toBe(false);
      expect(parsed.cells).toBe(12);
      expect(parsed.unpainted).toBe(0);
      expect(parsed.words).toContain('Meerwijk');
      expect(parsed.words).toContain('Verzonnen cijfers');
      await clickText(page, '[data-testid=beeld-kaart]', 'PNG');
      const png = PNG.sync.read((await savedFile(page)).bytes);
      expect(png.width).toBe(2 * parsed.width);
      await clickText(page, '[data-testid=beeld-kaart]', 'PNG, groot');
      const large = await savedFile(page);
      expect(large.name).toBe('spreidingswijzer-example-kaart-groot.png');
      const drawn = PNG.sync.read(large.bytes);
      expect(drawn.width).toBe(4 * parsed.width);
      // Drawn to its last row, on paper and in ink.
      const shades = new Set<number>();
      for (let at = 0; at < drawn.data.length; at += 4) shades.add(drawn.data.readUInt32BE(at));
      expect(shades.size).toBeGreaterThan(20);
      await clickText(page, '[data-testid=beeld-kaart]', 'CSV');
      const csv = await savedFile(page);
      expect(csv.bytes.toString('utf8')).toContain('GM9909;Meerwijk;Zuiderstrand;240;1,20');
    });

    test('every picture that is taken away is whole: finding, reading, legend, names, source and date, nothing cut off', async () => {
      await catchFiles(page);
      const apart = await page.browser().newPage();
      // A page behind another draws nothing, and waits for that.
      await page.bringToFront();
      const checked: string[] = [];
      const check = async (where: string, wanted: readonly RegExp[]): Promise<void> => {
        const pictures = await page.$$eval('.picture:not(.picture--none)', (all) =>
          all.map((each) => (each as HTMLElement).dataset['testid'] ?? ''),
        );
        for (const picture of pictures) {
          await clickText(page, `[data-testid=${picture}]`, 'SVG');
          const { bytes } = await savedFile(page);
          const found = await apart.evaluate((source) => {
            document.body.innerHTML = source.replace(/<\?xml[^>]*>/, '');
            const svg = document.querySelector('svg');
            if (svg === null) return null;
            const frame = svg.getBoundingClientRect();
            const texts = [...svg.querySelectorAll('text')];
            const boxes = texts.map((text) => text.getBoundingClientRect());
            const out = texts.filter((_, at) => {
              const box = boxes[at];
              return (
                box !== undefined &&
                (box.left < frame.left ||
                  box.right > frame.right ||
                  box.top < frame.top ||
                  box.bottom > frame.bottom)
              );
            });
            // Slanted ones lie beside each other; their boxes do not.
            const level = texts.filter((text) => text.getAttribute('transform') === null);
            const over = level.flatMap((one, at) => {
              const a = one.getBoundingClientRect();
              return level.slice(at + 1).flatMap((other) => {
                const b = other.getBoundingClientRect();
                const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
                const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                // A box is higher than its letters.
                return wide > 1 && high > 4 ? [`${one.textContent} | ${other.textContent}`] : [];
              });
            });
            return {
              out: out.map((text) => text.textContent),
              over,
              words: texts.map((text) => text.textContent).join('\n'),
              fonts: [...new Set(texts.map((text) => text.getAttribute('font-family') ?? ''))],
            };
          }, bytes.toString('utf8'));
          const at = `${where} ${picture}`;
          expect([at, found?.out, found?.over]).toEqual([at, [], []]);
          const plain = found?.words.replace(/\s+/g, ' ');
          for (const each of wanted) expect([at, plain]).toEqual([at, expect.stringMatching(each)]);
          for (const font of found?.fonts ?? []) expect(font).toMatch(/sans-serif$/);
          const title = await text(page, `[data-testid=${picture}] .picture__title`);
          expect([at, plain]).toEqual([at, expect.stringContaining(title.replace(/\s+/g, ' '))]);
          const reading = await page.$eval(
            `[data-testid=${picture}] .picture__reading`,
            (words) => words.textContent,
          );
          expect([at, plain]).toEqual([at, expect.stringContaining(reading)]);
          // Also on a phone, as large as elsewhere.
          for (const entry of await page.$$eval(`[data-testid=${picture}] .legend > *`, (all) =>
            all.map((each) => each.textContent.trim()),
          ))
            expect([at, plain]).toEqual([at, expect.stringContaining(entry)]);
          checked.push(`${where} ${picture}`);
        }
      };
      for (const language of ['nl', 'en'] as const) {
        if (language === 'en') await clickText(page, '.header', 'English');
        const made =
          language === 'nl'
            ? /Gemaakt met Spreidingswijzer \d.* op \d+ \p{L}+ \d{4}; gegevens tot/u
            : /Made with Spreidingswijzer \d.* on \d+ \p{L}+ \d{4}; data until/u;
        for (const [round, width] of [
          ['2026', 1280],
          ['2024', 360],
          ['example', 768],
        ] as const) {
          await page.select('#ronde', round);
          await openView(page, 'country');
          await page.setViewport({ width, height: 900 });
          await page.waitForSelector('[data-testid=beeld-inwoners] svg');
          await check(`${language} ${round}`, [made]);
          await page.setViewport({ width: 1280, height: 900 });
          if (round !== '2026') continue;
          expect(
            await page.$$eval('[data-testid=volgorde] [role=option]', (bars) => bars.length),
          ).toBe(342);
          // With one chosen, and circles in place of cells.
          await page.select('#kaart-vorm', 'circles');
          await page.$eval('[data-testid=volgorde] svg', (plane) => {
            plane.focus();
          });
          await page.keyboard.press('End');
          await page.keyboard.press('Enter');
          await page.waitForSelector('[data-testid=volgorde] .bar__name--chosen');
          await check(`${language} ${round} chosen`, [made, /./]);
          await page.keyboard.press('Enter');
          await page.select('#kaart-vorm', 'cells');
        }
        await page.select('#ronde', '2026');
        await openView(page, 'compare');
        await page.waitForSelector('[data-testid=beeld-verschil] svg');
        await check(`${language} compare`, [made]);
      }
      // Map, ranking, inhabitants; in the practice country score and build-up too; the change.
      for (const wanted of [
        'nl 2026 beeld-kaart',
        'en 2024 beeld-volgorde',
        'nl example beeld-score',
        'en example beeld-waterval',
        'en compare beeld-verschil',
        'nl 2026 chosen beeld-volgorde',
      ])
        expect(checked).toContain(wanted);
      await apart.close();
      // The language is kept, and the next page would open in it.
      await clickText(page, '.header', 'Nederlands');
    }, 120_000);

    test('under an estimate no estimated number is drawn', async () => {
      await page.select('#ronde', '2024');
      await openView(page, 'country');
      expect(await text(page, '[data-testid=beeld-kaart] .picture__title')).toContain(
        'Van 65 van de 342 gemeenten is een getal genoemd',
      );
      expect(await page.$$eval('[data-testid=volgorde] [role=option]', (bars) => bars.length)).toBe(
        65,
      );
      expect(await page.$('[data-testid=beeld-waterval]')).toBeNull();
      expect(await page.$('[data-testid=beeld-score]')).toBeNull();
      expect((await page.$$('.picture--none')).length).toBe(2);
      expect(await page.$$eval('[data-testid=inwoners] circle.mark', (dots) => dots.length)).toBe(
        0,
      );
    });

    test('filters, columns and sums follow each other, and a selection keeps its sum', async () => {
      await page.select('#ronde', '2024');
      await openView(page, 'country');
      await page.type('#filter', 'sudwest fry');
      await page.waitForFunction(
        () => document.querySelectorAll('[data-testid=tabel-gemeenten] tbody tr').length === 1,
      );
      expect(await text(page, '[data-testid=tabel-gemeenten] tfoot')).toMatch(
        /Som van 1 gemeente\s[\s\S]*tussen \d+ en \d+/,
      );
      await page.select('#ronde', 'example');
      await page.type('#filter-provincies', 'oever');
      await page.waitForFunction(
        () => document.querySelectorAll('[data-testid=tabel-provincies] tbody tr').length === 1,
      );
      expect(await text(page, '[data-testid=tabel-provincies] tfoot')).toMatch(
        /Som van 1 provincie\s+267\s+4\s+250\.000\s+27\s+1,07/,
      );
      await page.$eval('#filter', (field) => {
        (field as HTMLInputElement).value = '';
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await page.select('#provincie', 'Middenland');
      await page.waitForFunction(
        () => document.querySelectorAll('[data-testid=tabel-gemeenten] tbody tr').length === 4,
      );
      expect(await text(page, '[data-testid=tabel-gemeenten] tfoot')).toMatch(
        /Som van 4 gemeenten\s+232\s+230\.000\s+23\s+1,01/,
      );
      await page.click('[aria-labelledby=gemeenten-titel] .chooser summary');
      await page.$$eval('[aria-labelledby=gemeenten-titel] .chooser label', (labels) => {
        labels.find((label) => label.textContent.includes('Niet afgerond'))?.click();
      });
      await page.waitForFunction(() =>
        document
          .querySelector('[data-testid=tabel-gemeenten] tbody')
          ?.textContent.includes('9,500000000'),
      );
      await page.keyboard.press('Escape');
      await page.click('[data-testid=nieuwe-selectie]');
      await page.waitForSelector('[data-testid=selectie-maken]');
      await clickText(page, '[data-testid=selectie-maken]', 'Vink alle 4 getoonde aan');
      await page.type('#selectie-naam', 'Veiligheidsregio Midden');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-testid=tabel-selecties]');
      expect((await cells(page, 'tabel-selecties'))[0]).toContain(
        'Veiligheidsregio Midden|4|230.000|232|23|1,01|',
      );
    });

    test('with Tab, what has the focus is never behind the header or the sums that stay', async () => {
      await page.select('#ronde', '2026');
      await openView(page, 'country');
      const table = '[data-testid=tabel-gemeenten]';
      await page.waitForSelector(`${table} tbody button`);
      await page.focus(`${table} tbody button`);
      const walked = new Set<string>();
      for (const shift of [false, true]) {
        for (let step = 0; step < 40; step += 1) {
          if (shift) await page.keyboard.down('Shift');
          await page.keyboard.press('Tab');
          if (shift) await page.keyboard.up('Shift');
          const { name, seen } = await page.evaluate((wanted) => {
            const active = document.activeElement;
            if (active?.closest(`${wanted} tbody`) === null || active === null)
              return { name: '', seen: true };
            const { left, top, bottom, height } = active.getBoundingClientRect();
            const at = (y: number): boolean =>
              active.contains(document.elementFromPoint(left + 2, y));
            return {
              name: active.textContent,
              seen: at(top + height / 2) && at(top + 2) && at(bottom - 2),
            };
          }, table);
          expect(`${name} ${String(seen)}`).toBe(`${name} true`);
          walked.add(name);
        }
      }
      expect(walked.size).toBeGreaterThan(35);
    });

    test('the table is a workbook with numbers, a sheet of sources and the rows on screen', async () => {
      await page.select('#ronde', 'example');
      await openView(page, 'country');
      await page.select('#provincie', 'Noordoever');
      await catchFiles(page);
      await clickText(page, '[aria-labelledby=gemeenten-titel]', 'Excel (.xlsx)');
      const saved = await savedFile(page);
      expect(saved.name).toBe('spreidingswijzer-example-gemeenten.xlsx');
      const [table, sources] = await readWorkbook(saved.bytes);
      expect(table?.sheet).toBe('Gemeenten');
      expect(table?.data[1]?.slice(0, 7)).toEqual([
        'Aardenhaven',
        'GM9901',
        'Noordoever',
        100000,
        100,
        10,
        1,
      ]);
      expect(table?.data[5]?.slice(0, 5)).toEqual(['Som van 4 gemeenten', null, null, 250000, 267]);
      expect(sources?.sheet).toBe('Bronnen');
      expect(JSON.stringify(sources?.data)).toContain('Oefenronde Verzonnenland: plekken op');
    });

    test('both rounds are beside each other: printed where printed, else both ends; kept results have causes', async () => {
      await openView(page, 'compare');
      expect(await text(page, '.two-rounds')).toContain('van 96.000 naar 88.000');
      expect((await cells(page, 'verschil-per-provincie')).at(-1)).toContain(
        '19.776|18.175|−1.601|−8,1 %|',
      );
      const rows = await cells(page, 'verschil-per-gemeente');
      const row = (name: string): string => rows.find((each) => each.startsWith(`${name}|`)) ?? '';
      expect(row('Bloemendaal')).toMatch(/^Bloemendaal\|169\|151\|−18\|−10,7 %\|/);
      expect(row('Winterswijk')).toMatch(
        /^Winterswijk\|\d+ … \d+\|\d+\|−\d+ … −\d+\|\|.*−\d+,\d … −\d+,\d\|/,
      );
      await page.select('#oud', 'printed:2024');
      await page.select('#nieuw', 'printed:2026');
      await page.waitForFunction(() =>
        document.querySelector('.two-rounds')?.textContent.includes('geen tussenstappen'),
      );
      expect((await cells(page, 'verschil-per-provincie')).at(-1)).toBe(
        'Zuid-Holland|19.776|18.175|−1.601|−8,1 %|||',
      );
      await page.select('#ronde', 'example');
      await page.waitForSelector('[data-testid=uitkomst-bewaren]');
      await page.click('[data-testid=uitkomst-bewaren]');
      await page.select('#oud', 'computed:example');
      await page.select('#nieuw', 'kept:0');
      await page.waitForFunction(
        () =>
          document.querySelectorAll('[data-testid=verschil-per-gemeente] tbody tr').length === 12,
      );
      expect((await cells(page, 'verschil-per-gemeente'))[0]).toBe(
        'Aardenhaven|100|100|0|0,0 %|10|10|0|0,000000000|0,000000000|0,000000000|0,000000000',
      );
      expect(await text(page, '.two-rounds')).toContain(
        'eerst krijgt de oude berekening de nieuwe behoefte',
      );
    });

    test('a loaded table with names only is a side; what fits no municipality is said', async () => {
      await page.select('#ronde', 'example');
      const loaded = join(folder, 'namen.csv');
      writeFileSync(
        loaded,
        'gemeente;opvangplaatsen\nAARDENHAVEN;90\nNergenshuizen;8\nTotaal;990\n',
      );
      await openView(page, 'input');
      await choose(page, [loaded]);
      await openView(page, 'compare');
      await page.select('#oud', 'file:namen.csv');
      await page.select('#nieuw', 'computed:example');
      await page.waitForSelector('[data-testid=vergelijking-meldingen]');
      expect(await cells(page, 'verschil-per-gemeente')).toEqual([
        expect.stringContaining('Aardenhaven|90|100|+10|+11,1 %'),
      ]);
      expect(await text(page, '.two-rounds')).toContain('van 990 naar 1.000');
      const said = await text(page, '[data-testid=vergelijking-meldingen]');
      expect(said).toContain('namen.csv');
      expect(said).toContain('regel 3');
      expect(said).toContain('Nergenshuizen');
    });

    test('axe finds nothing in either view, both languages, light and dark', async () => {
      await page.select('#ronde', 'example');
      for (const view of ['country', 'compare']) {
        await openView(page, view);
        for (const theme of ['light', 'dark']) {
          await page.select('#weergave', theme);
          expect(await findingsOfAxe(page)).toEqual([]);
        }
      }
      await page.click('.header__settings button');
      await page.waitForSelector('html[lang=en]');
      expect(await findingsOfAxe(page)).toEqual([]);
      await openView(page, 'country');
      await page.select('#ronde', '2026');
      expect(await findingsOfAxe(page)).toEqual([]);
    });

    test('at 320 pixels nothing sticks out of the page', async () => {
      await page.setViewport({ width: 320, height: 700 });
      for (const view of ['country', 'compare']) {
        await page.evaluate((wanted) => {
          document.querySelector<HTMLButtonElement>(`[data-view=${wanted}]`)?.click();
        }, view);
        await page.waitForSelector(`[data-view=${view}][aria-current]`);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          320,
        );
      }
    });

    test('ten thousand rows are sorted and scrolled, and only those in sight are drawn', async () => {
      const rows = Array.from({ length: 9_999 }, (_, index) => index + 1);
      const code = (number: number) => `GM${String(number).padStart(4, '0')}`;
      const people = join(folder, 'inwoners.csv');
      const scores = join(folder, 'scores.csv');
      writeFileSync(
        people,
        `gemeentecode,gemeente,provincie,inwoners\n${rows.map((n) => `${code(n)},Plaats ${n},Utrecht,${1000 + ((n * 7919) % 90000)}`).join('\n')}\n`,
      );
      writeFileSync(
        scores,
        `gemeentecode,ses_woa\n${rows.map((n) => `${code(n)},0.${String(100 + (n % 200))}`).join('\n')}\n`,
      );
      await openView(page, 'input');
      await choose(page, [people, scores]);
      await openView(page, 'country');
      await page.waitForSelector('[data-testid=tabel-gemeenten][aria-rowcount="10000"]');
      const drawn = () =>
        page.$$eval('[data-testid=tabel-gemeenten] tbody tr[data-row]', (found) => found.length);
      expect(await drawn()).toBeLessThan(200);
      await page.$eval('[data-testid=tabel-gemeenten]', (table) => {
        const frame = table.closest('.table-scroll');
        if (frame !== null) frame.scrollTop = frame.scrollHeight;
      });
      await page.waitForSelector('[data-testid=tabel-gemeenten] tr[aria-rowindex="10000"]');
      expect(await drawn()).toBeLessThan(200);
    });
  });
}
