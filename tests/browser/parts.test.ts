// The site in parts: its first view is light, and a part that is not what it was is refused with a sentence.
import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serveSite } from '../../scripts/serve.mjs';
import { launch, root } from './browsers.ts';

const site = `${root}dist/site`;
const parts = readdirSync(`${site}/parts`).map((name) => `/parts/${name}`);

test('the first view asks for less than 250 kB, packed as hosts do', () => {
  const page = readFileSync(`${site}/index.html`);
  expect(gzipSync(page).length).toBeLessThan(250_000);
  for (const part of parts) {
    const address = new RegExp(
      `data-src="${part.slice(1)}\\?[0-9a-f]{64}" data-integrity="sha256-`,
    );
    expect(page.toString()).toMatch(address);
  }
  expect(parts.length).toBe(5);
});

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let browser: Browser;
  const host: NonNullable<Parameters<typeof serveSite>[2]> = { site };
  let server: Awaited<ReturnType<typeof serveSite>>;
  beforeAll(async () => {
    browser = await launch[name]();
    server = await serveSite(0, undefined, host);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });
  beforeEach(() => {
    delete host.instead;
  });

  /** Opens the page in a profile of its own, where nothing is kept yet. */
  async function opened(): Promise<Page> {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.goto(server.address);
    return page;
  }

  test.each([
    ['rekenhart', 'changed'],
    ['gegevens', 'changed'],
    ['later', 'changed'],
    ['later', 'gone'],
    ['later', 'of another edition'],
  ])('where %s is %s, a sentence says so', async (id, is) => {
    host.instead = (path, response) => {
      if (path !== `/parts/${id}.js`) return false;
      if (is === 'gone') response.writeHead(404).end();
      else {
        const text = readFileSync(`${site}${path}`, 'utf8');
        response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' });
        response.end(is === 'changed' ? text.replace('A', 'B') : `${text}// another\n`);
      }
      return true;
    };
    const page = await opened();
    // What the page begins with is in sight after a while only, where nothing takes its place.
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLElement>('[role=alert]')].some(
        (alert) =>
          alert.checkVisibility({ visibilityProperty: true }) &&
          alert.innerText.includes('onvolledig of beschadigd'),
      ),
    );
    await page.browserContext().close();
  });

  test('the notices come when the network gives them again', async () => {
    host.instead = (path, response) => {
      if (path !== '/parts/licenties.js') return false;
      response.writeHead(503).end();
      return true;
    };
    const page = await opened();
    const ask = async (): Promise<void> => {
      await page.waitForSelector('[data-testid=licenties-tonen]');
      await page.click('[data-testid=licenties-tonen]');
    };
    await ask();
    await page.waitForFunction(() =>
      (document.querySelector('.notices')?.textContent ?? '').includes('niet te lezen'),
    );
    await page.keyboard.press('Escape');
    delete host.instead;
    await ask();
    await page.waitForFunction(() =>
      (document.querySelector('.notices')?.textContent ?? '').includes('EUPL-1.2'),
    );
    await page.browserContext().close();
  });
});
