// The pages that other sites may frame: what they show, what they say of an address, and who may frame what.
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../scripts/serve.mjs';
import { load } from '../../wasm/index.ts';
import { bundledFiles, findRound, roundParameters } from '../../wasm/rounds/catalogue.ts';
import { readCatalogue } from '../../scripts/catalogue.mjs';
import { findingsOfAxe, launch, openPage, openView, root } from './browsers.ts';
import { hosts } from './hosting.ts';

const folder = `${root}dist/site/embed`;

test('all of it is less than 200 kB, without WebAssembly, and the pages take no input', () => {
  const files = readdirSync(folder);
  expect(files.filter((name) => name.endsWith('.html')).sort()).toEqual([
    'gemeente.html',
    'kaart.html',
  ]);
  const bytes = files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  expect(bytes).toBeLessThan(200_000);
  for (const name of files) {
    const text = readFileSync(join(folder, name), 'utf8');
    expect([name, /WebAssembly|\.wasm|wasm-unsafe-eval/.test(text)]).toEqual([name, false]);
  }
});

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveSite>>;
  let newsroom: Awaited<ReturnType<typeof serveSite>>;
  let around: string;
  beforeAll(async () => {
    browser = await launch[name]();
    site = await serveSite(0, hosts['netlify']);
    around = mkdtempSync(join(tmpdir(), 'newsroom-'));
    newsroom = await serveSite(0, undefined, { site: around });
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
    await newsroom.stop();
    rmSync(around, { recursive: true });
  });

  const openEmbed = async (page: Page, asked: string): Promise<string> => {
    // Another fragment alone would not load it again.
    await page.goto('about:blank');
    await page.goto(`${site.address}embed/${asked}`);
    await page.waitForSelector('article.embed');
    return page.$eval('article.embed', (card) => card.innerText);
  };
  const fresh = async (): Promise<{ page: Page; said: string[] }> => {
    const page = await browser.newPage();
    const said: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) said.push(message.text());
    });
    page.on('pageerror', (fault) => said.push(String(fault)));
    return { page, said };
  };
  /** A page of another site, with what was pasted into it. */
  const newspaper = async (page: Page, pasted: string): Promise<Frame> => {
    writeFileSync(
      join(around, 'index.html'),
      `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>Krant</title><h1>Krant</h1>${pasted}`,
    );
    await page.goto(newsroom.address);
    const element = await page.waitForSelector('iframe');
    const frame = await element?.contentFrame();
    if (frame == null) throw new Error('no frame');
    return frame;
  };

  test('every municipality of both rounds has the figure that the core gives', async () => {
    const catalogue = readCatalogue();
    const core = await load(readFileSync(`${root}build/wasm/spreidingswijzer-core.wasm`));
    for (const { name: file, bytes } of bundledFiles(catalogue)) core.put(file, bytes);
    const { page, said } = await fresh();
    for (const id of ['2026', '2024']) {
      const round = findRound(catalogue, id);
      if (round === undefined) throw new Error(`no round ${id}`);
      const answer = core.allocate(roundParameters(catalogue, round));
      if (!answer.ok) throw new Error('no answer');
      const { municipalities } = answer.result;
      expect(municipalities).toHaveLength(342);
      await openEmbed(page, `gemeente.html#ronde=${id}&gemeente=GM0193`);
      // One after another by the address, as a person would change it.
      const shown = await page.evaluate(
        async (codes: string[]) => {
          const found: string[] = [];
          for (const code of codes) {
            const changed = new Promise((resolve) => {
              addEventListener('hashchange', resolve, { once: true });
            });
            const next = location.hash.replace(/gemeente=[^&]*/, `gemeente=${code}`);
            if (next !== location.hash) {
              location.hash = next;
              // The page, which listened first, has drawn it by then.
              await changed;
            }
            found.push(document.querySelector('[data-testid=getal]')?.textContent ?? '');
          }
          return found;
        },
        municipalities.map(({ code }) => code),
      );
      const whole = (value: number | null): string =>
        new Intl.NumberFormat('nl-NL').format(value ?? Number.NaN);
      expect(shown).toEqual(
        municipalities.map(({ published, total }) => {
          const number = published?.places ?? total.places;
          return `${number === null ? `tussen ${whole(total.low)} en ${whole(total.high)}` : whole(number)} plekken`;
        }),
      );
    }
    expect(said).toEqual([]);
    await page.close();
  });

  test('it says who printed the number or what the band is worth, in both languages, light and dark, 320 to wide', async () => {
    const { page, said } = await fresh();
    for (const [width, theme] of [
      [320, 'dark'],
      [1280, 'light'],
    ] as const) {
      await page.setViewport({ width, height: 700 });
      if (name === 'chromium')
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      for (const [asked, ...wanted] of [
        [
          'gemeente.html#gemeente=GM0193&ronde=2026&taal=nl',
          '656 plekken',
          'volgens NOS Nieuwsuur, mei 2026 · indicatief, ronde 2026',
          'Derde hand',
          '4,90 per 1.000 inwoners',
        ],
        [
          'gemeente.html#gemeente=GM0358&ronde=2024&taal=en',
          'between 209 and 213 places',
          'Such a band was right for',
          'not a decision',
        ],
        ['kaart.html#gemeente=GM0193&ronde=2026&taal=nl', 'Amsterdam: 4.089', 'Zwolle: 656'],
        ['kaart.html#ronde=2024&taal=en', 'for 65 of the 342', 'Such a band was right for'],
      ] as const) {
        const text = await openEmbed(page, asked);
        for (const part of wanted)
          expect([asked, text]).toEqual([asked, expect.stringContaining(part)]);
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(asked.slice(-2));
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect([asked, width, over]).toEqual([asked, width, 0]);
        await page.$$eval('details', (all) => {
          for (const details of all) details.open = true;
        });
        expect([asked, width, await findingsOfAxe(page)]).toEqual([asked, width, []]);
        expect(await page.$$('input, select, textarea, button, form')).toEqual([]);
        const links = await page.$$eval('a', (all) =>
          all.map((link) => [link.target, link.rel, link.href]),
        );
        for (const [target, rel] of links)
          expect([target, rel]).toEqual(['_blank', 'noreferrer noopener']);
        expect(links.some(([, , href]) => href?.startsWith(`${site.address}#v1/round=`))).toBe(
          true,
        );
      }
    }
    expect(said).toEqual([]);
    await page.close();
  });

  test('the link to the tool opens the same municipality there', async () => {
    const { page } = await fresh();
    await openEmbed(page, 'gemeente.html#gemeente=GM0193&ronde=2024&taal=nl');
    const address = await page.$eval('footer a', (link) => link.href);
    await page.goto('about:blank');
    await page.goto(address);
    await page.waitForSelector('[data-testid=kaart]');
    expect(await page.$eval('#kaart-titel', (title) => title.textContent)).toContain('Zwolle');
    expect(await page.$eval('#ronde', (list) => (list as HTMLSelectElement).value)).toBe('2024');
    await page.close();
  });

  test('the map is walked with arrows, and its cells that no single class holds are hatched', async () => {
    const { page } = await fresh();
    await openEmbed(page, 'kaart.html#ronde=2024');
    const hatched = await page.$$eval('[role=option] .mark--hatched', (all) =>
      all.map((mark) => mark.closest('[role=option]')?.getAttribute('aria-label') ?? ''),
    );
    expect(hatched.length).toBeGreaterThan(0);
    // What has a printed number has a colour.
    expect(hatched.filter((label) => !label.includes('tussen'))).toEqual([]);
    await page.keyboard.press('Tab');
    await page.waitForSelector('.chart__plane:focus');
    await page.keyboard.press('ArrowDown');
    await page.waitForSelector('[data-testid=kaartje]');
    const active = await page.$eval('.chart__plane', (plane) =>
      plane.getAttribute('aria-activedescendant'),
    );
    expect(active).not.toBeNull();
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('[data-testid=kaartje]') === null);
    await page.close();
  });

  test('an address that does not fit is told in a sentence, and shows no figure of another', async () => {
    const { page, said } = await fresh();
    const first = async (asked: string): Promise<{ alerts: string[]; figure: boolean }> => {
      await openEmbed(page, asked);
      return {
        alerts: await page.$$eval('[role=alert]', (all) => all.map((each) => each.textContent)),
        figure: (await page.$('[data-testid=getal]')) !== null,
      };
    };
    for (const [asked, wanted] of [
      ['#gemeente=GM9999&ronde=2026', 'GM9999'],
      ['#gemeente=Zwolle&ronde=2026', 'Zwolle'],
      ['#gemeente=GM0193&ronde=2030', '2030'],
      ['#gemeente=GM0193&gemeente=GM0758', 'twee keer'],
      ['#gemeente=GM0457&ronde=2026', 'Weesp hoort sinds 2022 bij Amsterdam.'],
      ['#ronde=2026', 'noemt geen gemeente'],
      ['#gemeente=%3Cimg%20src=x%20onerror=alert(1)%3E', '<img src=x onerror=alert(1)>'],
      ['#gemeente=GM9999&ronde=2026&taal=en', 'is no municipality'],
    ] as const) {
      const { alerts, figure } = await first(`gemeente.html${asked}`);
      expect([asked, alerts.join(' ')]).toEqual([asked, expect.stringContaining(wanted)]);
      expect([asked, figure]).toEqual([asked, false]);
    }
    // What does not touch the figure is said beside it.
    for (const [asked, wanted] of [
      ['#gemeente=GM0193&taal=fr', 'fr'],
      ['#gemeente=GM0193&kleur=rood', 'kleur'],
    ] as const) {
      const { alerts, figure } = await first(`gemeente.html${asked}`);
      expect([asked, alerts.join(' '), figure]).toEqual([
        asked,
        expect.stringContaining(wanted),
        true,
      ]);
    }
    expect((await first('kaart.html#ronde=2030')).alerts.join(' ')).toContain('2030');
    expect((await first('kaart.html#gemeente=GM9999')).alerts.join(' ')).toContain('GM9999');
    expect(said).toEqual([]);
    await page.close();
  });

  test('the code that the page gives shows the card on another site at its full height', async () => {
    const opened = await openPage(browser, `${site.address}#v1/round=2026&municipality=GM0193`);
    await openView(opened.page, 'share');
    await opened.page.waitForSelector('[data-testid=insluiten]');
    await opened.page.click('[data-testid=insluiten] summary');
    const code = (): Promise<string> =>
      opened.page.$eval('#insluiten-code', (field) => (field as HTMLTextAreaElement).value);
    const card = await code();
    await opened.page.select('#insluiten-wat', 'map');
    const map = await code();
    expect(opened.said).toEqual([]);
    await opened.page.close();

    const { page, said } = await fresh();
    for (const [pasted, wanted] of [
      [card, '[data-testid=getal]'],
      [map, '[data-testid=kaart-nederland]'],
    ] as const)
      for (const width of [360, 900]) {
        await page.setViewport({ width, height: 800 });
        const frame = await newspaper(page, pasted);
        await frame.waitForSelector(wanted);
        const inside = (): Promise<number> =>
          frame.$eval('body', (body) => Math.ceil(body.getBoundingClientRect().height));
        // The frame comes to be as high as what is in it, also when that changes.
        const fits = async (): Promise<void> => {
          await page.waitForFunction(
            (height: number) =>
              document.querySelector('iframe')?.getBoundingClientRect().height === height,
            {},
            await inside(),
          );
          expect(
            await frame.evaluate(
              () => document.documentElement.scrollHeight > document.documentElement.clientHeight,
            ),
          ).toBe(false);
        };
        await fits();
        if (pasted === map) {
          const before = await inside();
          await frame.click('summary');
          await frame.waitForSelector('tbody tr');
          expect(await inside()).toBeGreaterThan(before);
          await fits();
        }
      }
    expect(said).toEqual([]);
    await page.close();
  });

  test('nothing but the folder for it can be framed by another site', async () => {
    const { page } = await fresh();
    const framed = async (path: string): Promise<boolean> => {
      const frame = await newspaper(page, `<iframe src="${site.address}${path}"></iframe>`);
      // Either what was asked for, or what a browser puts in its place.
      for (;;) {
        const found = await frame
          .evaluate(() =>
            document.readyState === 'complete' && location.href !== 'about:blank'
              ? document.querySelector('#zoek, article.embed') !== null
                ? 'shown'
                : document.querySelector('body')?.children.length !== 0
                  ? 'other'
                  : ''
              : '',
          )
          .catch(() => (frame.url().startsWith('chrome-error:') ? 'other' : ''));
        if (found === 'shown') return true;
        if (found === 'other' && !frame.url().startsWith(site.address)) return false;
      }
    };
    expect(await framed('embed/gemeente.html#gemeente=GM0193')).toBe(true);
    expect(await framed('embed/kaart.html')).toBe(true);
    expect(await framed('')).toBe(false);
    expect(await framed('index.html#v1/round=2026')).toBe(false);
    expect(await framed('spreidingswijzer.html')).toBe(false);
    await page.close();
  });
});
