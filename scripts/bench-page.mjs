// From opening the single file to the first answer, beside an empty HTML file in the same browser.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readCatalogue } from './catalogue.mjs';
import { root } from './run.mjs';

const runs = 15;
const aim = 60;

/** Milliseconds from the start of navigation until the element is there, and the next frame with it. */
async function opening(browser, address, selector) {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument((wanted) => {
    const look = () => {
      if (document.querySelector(wanted) === null) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        globalThis.shownAt = performance.now();
      });
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true });
  }, selector);
  await page.goto(address);
  await page.waitForFunction(() => globalThis.shownAt !== undefined);
  const time = await page.evaluate(() => globalThis.shownAt);
  await page.close();
  return time;
}

/** Two files of 342 municipalities with made-up scores, so that every picture has its numbers. */
function inventedFiles(folder) {
  const { vintages } = readCatalogue();
  const csv = (id) => vintages.find((vintage) => vintage.id === id).csv;
  const codes = csv('population/2026')
    .split('\n')
    .slice(1)
    .flatMap((line) => /^GM\d+/.exec(line) ?? []);
  const scores = codes.map((code, at) => `${code},${(((at * 7) % 600) / 1000 - 0.3).toFixed(3)}`);
  const paths = [join(folder, 'population.csv'), join(folder, 'scores.csv')];
  writeFileSync(paths[0], csv('population/2026'));
  writeFileSync(paths[1], `code,score\n${scores.join('\n')}\n`);
  return paths;
}

/** Milliseconds from a deed until the page has drawn what follows from it: an element that is there then. */
const drawn = (page, deed, argument, last = 'main') =>
  page.evaluate(
    async (source, given, wanted) => {
      const frame = () => new Promise(requestAnimationFrame);
      await frame();
      const begin = performance.now();
      (0, eval)(source)(given);
      do await frame();
      while (document.querySelector(wanted) === null);
      // The second frame begins when the first is on the screen.
      await frame();
      return performance.now() - begin;
    },
    `(${String(deed)})`,
    argument,
    last,
  );

/** How fast the pictures of the country follow: all of them, another municipality, the card of a circle. */
async function benchPictures(browser, address, folder) {
  const page = await browser.newPage();
  await page.setBypassCSP(true);
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(address);
  await page.waitForSelector('#zoek');
  const view = (name) => document.querySelector(`[data-view=${name}]`).click();
  await page.evaluate(view, 'input');
  const field = await page.waitForSelector('input#bestanden');
  await field.uploadFile(...inventedFiles(folder));
  await page.waitForFunction(() => document.querySelectorAll('.file').length === 2);
  const times = { all: [], choice: [], card: [] };
  for (let i = 0; i < runs; i += 1) {
    await page.evaluate(view, 'municipality');
    times.all.push(await drawn(page, view, 'country', '#gemeenten-titel'));
    await page.waitForSelector('#waterval-gebied');
    times.choice.push(
      await drawn(
        page,
        (index) => {
          const choice = document.querySelector('#waterval-gebied');
          choice.selectedIndex = index;
          choice.dispatchEvent(new globalThis.Event('change', { bubbles: true }));
        },
        40 + i * 11,
      ),
    );
    times.card.push(
      await drawn(
        page,
        (index) => {
          const circle = document.querySelectorAll('[data-testid=kaart-nederland] path.mark')[
            index
          ];
          const { left, top, width, height } = circle.getBoundingClientRect();
          const place = { clientX: left + width / 2, clientY: top + height / 2 };
          circle.dispatchEvent(
            new globalThis.PointerEvent('pointermove', {
              ...place,
              bubbles: true,
              pointerType: 'mouse',
            }),
          );
        },
        i * 17,
      ),
    );
    await page.waitForSelector('[data-testid=kaartje]');
    await page.keyboard.press('Escape');
  }
  await page.close();
  for (const [what, list] of Object.entries({
    'all pictures of the country, with its tables': times.all,
    'all of them with another municipality chosen': times.choice,
    'the card of a circle': times.card,
  }))
    console.log(
      `Until it is drawn, ${what}: ${Math.min(...list).toFixed(0)} ms at best, ` +
        `${median(list).toFixed(0)} ms in the median (aim 100)`,
    );
}

const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];

export async function benchPage() {
  const { default: puppeteer } = await import('puppeteer-core');
  const folder = mkdtempSync(join(tmpdir(), 'spreidingswijzer-'));
  const empty = join(folder, 'empty.html');
  writeFileSync(empty, '<!doctype html><title>empty</title><body><p>empty</p></body>');
  const file = `${root}dist/spreidingswijzer.html`;
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  try {
    const times = { empty: [], page: [], answer: [] };
    // In turns, so that a busy moment of the machine hits all.
    for (let i = 0; i < runs; i += 1) {
      times.empty.push(await opening(browser, pathToFileURL(empty).href, 'p'));
      times.page.push(await opening(browser, pathToFileURL(file).href, '#zoek'));
      const link = `${pathToFileURL(file).href}#v1/round=2026&municipality=GM0758`;
      times.answer.push(await opening(browser, link, '[data-testid=kaart]'));
    }
    for (const [what, least] of [
      ['best', (list) => Math.min(...list)],
      ['median', median],
    ]) {
      const [blank, full, answer] = [times.empty, times.page, times.answer].map(least);
      console.log(
        `Opening the single file (${statSync(file).size} bytes), ${what} of ${runs}: the search box after ` +
          `${full.toFixed(0)} ms, by a link the whole answer for a municipality after ${answer.toFixed(0)} ms; ` +
          `an empty file ${blank.toFixed(0)} ms; the search box ${(full - blank).toFixed(0)} ms more (aim ${aim})`,
      );
    }
    await benchPictures(browser, pathToFileURL(file).href, folder);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await benchPage();
