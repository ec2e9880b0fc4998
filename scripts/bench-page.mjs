// From opening the single file to the first answer, beside an empty HTML file in the same browser.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
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
    const times = { empty: [], page: [] };
    // In turns, so that a busy moment of the machine hits both.
    for (let i = 0; i < runs; i += 1) {
      times.empty.push(await opening(browser, pathToFileURL(empty).href, 'p'));
      times.page.push(await opening(browser, pathToFileURL(file).href, '#zoek'));
    }
    for (const [what, least] of [
      ['best', (list) => Math.min(...list)],
      ['median', median],
    ]) {
      const [blank, full] = [least(times.empty), least(times.page)];
      console.log(
        `Opening the single file (${statSync(file).size} bytes) until it can answer, ${what} of ${runs}: ` +
          `${full.toFixed(0)} ms; an empty file: ${blank.toFixed(0)} ms; ` +
          `${(full - blank).toFixed(0)} ms more (aim ${aim})`,
      );
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await benchPage();
